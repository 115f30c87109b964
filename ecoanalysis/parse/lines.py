"""The printed lines of a plain text, and what some of them are by their look alone: an address, a rule, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecoanalysis.parse.width import columns

SEPARATOR = re.compile(r"[_—─]{5,}")
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+")
BARE_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without its surrounding white space; ``indent`` counts the columns before it."""

    start: int
    end: int
    text: str
    indent: int
    columns: int
    page_start: bool = False


def lines_of(raw: str, *, printed: bool, indents: Mapping[int, int] | None) -> Iterator[Line]:
    """Yield lines; the first one behind lifted links or a form feed begins a page, whose indent says nothing in a text.

    Examples
    --------
    >>> [(line.text, line.indent) for line in lines_of("1. Requests\\n  a report;", printed=True, indents=None)]
    [('1. Requests', 0), ('a report;', 2)]
    """
    page_start = not printed
    for match in re.finditer(r"\f|[^\n\r\f]+", raw):
        text = match[0]
        stripped = text.strip()
        if not stripped:
            page_start = page_start or (text == "\f" and not printed)
            continue
        before = text[: len(text) - len(text.lstrip())]
        start = match.start() + len(before)
        indent = columns(before) if indents is None else indents.get(start, 0)
        line = Line(start, start + len(stripped), stripped, indent, columns(stripped), page_start)
        page_start = bool(ADDRESS.fullmatch(stripped)) and not printed
        yield line
