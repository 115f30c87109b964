"""What a lesson comes to, on one page: its question, what to take home, the errors to expect and what answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import load
from ecoanalysis.lexicon.labels import labels

if TYPE_CHECKING:
    from markupsafe import Markup

_PAGE = """<!doctype html>
<html lang="{tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>body {{ font: 1.5rem/1.4 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
td {{ vertical-align: top; padding: .2rem 1rem .2rem 0 }} h1 {{ font-size: 2rem }}</style></head>
<body><h1>{title}</h1>{body}</body></html>
"""


def summary(number: int, language: str) -> Markup:
    """Return what a lesson comes to.

    Examples
    --------
    >>> "One sentence" in summary(1, "en")
    True
    """
    from markupsafe import Markup

    entry, over = _entry(number), _headings(language)
    take = Markup("").join(Markup("<li>{}</li>").format(line) for line in entry["take"][language])
    rows = Markup("").join(
        Markup("<tr><td>{}</td><td>{}</td></tr>").format(error, answer) for error, answer in entry["errors"][language]
    )
    return Markup("<p><strong>{}</strong></p><p>{}</p><ul>{}</ul><p>{}</p><table><tbody>{}</tbody></table>").format(
        entry["asks"][language], over["take"], take, over["errors"], rows
    )


def summary_page(number: int, language: str, title: str) -> str:
    """Return the same as a page of its own, in letters to be read from the last row."""
    from markupsafe import Markup

    tag = labels(language).tag
    return str(Markup(_PAGE).format(tag=tag, title=title, body=summary(number, language)))


def _entry(number: int) -> dict[str, Any]:
    entry: dict[str, Any] = load("interface/lessons")["lesson"][number - 1]
    return entry


def _headings(language: str) -> dict[str, str]:
    return {name: words[language] for name, words in load("interface/lessons")["summary"].items()}
