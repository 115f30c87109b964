"""Markdown: read as the web page that it stands for, with numbers of lists as they are written."""

from __future__ import annotations

import re

from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read import html, txt

_FRONT = r"\A---[ \t]*\n(?:[\w-]+:.*\n)+---[ \t]*$"
_QUOTED = "^(?:> ?){0,3}"
_HEADING = _QUOTED + r"#{1,6} +\S"
_NOTE = r"^\[\^\w+\]:"
_LINK = r"(?<!\!)\[[^\[\]\n]{1,200}\]\(\S{1,400}\)"
_EMPHASIS = _QUOTED + r"(?:\d{1,3}\\?\. +|[-+] +)?(\*{1,3}|_{1,3})(?=[^\s*_])(?!\d+[*_])[^\n*_]{1,200}(?<=[^\s*_])\1"
_ESCAPED = r"^(?:\d{1,3}\\[.)]|\\\(\w{1,5}\\\)) "  # what would be an item of a list is none: 1\. Requests
_SURE = re.compile("|".join((_FRONT, _HEADING, _NOTE, _ESCAPED)), re.MULTILINE)
_LIKELY = re.compile("|".join((_LINK, _EMPHASIS)), re.MULTILINE)
_DASHES = re.compile(r"(?<!-)-{2,6}(?!-)")
_ENOUGH = 3  # signs each of which plain text may have by chance


def accepts(data: bytes) -> bool:
    """Whether the bytes are text that is written as Markdown is.

    Examples
    --------
    >>> accepts(b"# 81/902. Lakes"), accepts(b"81/902. Lakes\\n\\n* The draft was revised."), accepts(b"%PDF")
    (True, False, False)
    >>> accepts(b"*2624971*\\n" * 3)  # what stands below a printer's bar code
    False
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return bool(_SURE.search(text)) or len(list(zip(_LIKELY.finditer(text), range(_ENOUGH), strict=False))) == _ENOUGH


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text without its markup, with notes and their marks.

    Examples
    --------
    >>> read(b"*The General Assembly*,\\n\\n2. **Requests** a report.[^1]\\n\\n[^1]: A/79/55.", "a.md")[0]
    'The General Assembly,\\n\\nRequests a report.1\\n\\nA/79/55.'
    """
    from markdown_it import MarkdownIt
    from markdown_it.common.utils import escapeHtml
    from markdown_it.token import Token
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    text, _, _ = txt.read(data, path)
    rules = MarkdownIt("commonmark").enable("table").disable("code").use(footnote_plugin).use(front_matter_plugin)

    def numbered(renderer: object, tokens: list[Token], place: int, options: object, env: object) -> str:
        return f'<li value="{tokens[place].info}">' if tokens[place].info else "<li>"

    def dashed(renderer: object, tokens: list[Token], place: int, options: object, env: object) -> str:
        return escapeHtml(_DASHES.sub(_dash, tokens[place].content))

    rules.add_render_rule("list_item_open", numbered)
    rules.add_render_rule("text", dashed)
    return html.read(f"<html><body>{rules.render(text)}</body></html>".encode(), path)


def _dash(hyphens: re.Match[str]) -> str:
    """Two hyphens stand for a dash, three for a long one, four to six for two of them (Chinese)."""
    count = len(hyphens[0])
    return "–" if count == 2 else "—" * (1 + (count > 3))
