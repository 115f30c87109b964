"""The printed lines of a plain text, and what some of them are by their look alone: an address, a rule, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecoanalysis.parse.text.width import columns

SEPARATOR = re.compile(r"[_—─]{5,}")
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+")
BARE_NUMBER = re.compile(r"\d{1,3}")
_CLOSING = ("]", "］", ")", "）", "〕", "_")
# a footnote mark behind the last stop, or behind a year: 宣言》；2, of 1990 3
_TRAILING_MARK = re.compile(r"(?:(?<=[^\d\s])\s*|(?<=\b(?:19|20)\d\d)\s?)\d{1,3}/?$")
_BRACKETED_MARK = re.compile(r"(?<=[;,.；，。])\s?[\[［(（〔](?:(?:fn:)?\d{1,3}|[a-z])[\]］)）〕]_?$")  # report;[1]


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


def last_sign(text: str) -> str:
    """Return the last sign of a text but for a footnote mark behind its last stop (宣言》；2)."""
    text = text.rstrip()
    marked = text[-1:].isdecimal() or text.endswith("/")  # few are: the pattern would search each from its beginning
    if text[-1:] in _CLOSING:
        text = _BRACKETED_MARK.sub("", text)
    return (_TRAILING_MARK.sub("", text) if marked else text)[-1:]


def ends_in_mark(line: Line) -> bool:
    """Whether a line ends with the mark of a note, as far as its look tells."""
    return line.text[-1].isdecimal() and bool(_TRAILING_MARK.search(line.text))
