"""The lines of a text whose pages form feeds part, each where it would stand on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ecoanalysis.parse.text.width import columns, is_wide
from ecoanalysis.read.pages.geometry import PageLine

PAGE_BREAK = "\f"
LEAD, COLUMN = 12.0, 6.0  # points: a row and a column of typewriting
STOPS = ".。．"
ENDED = re.compile(r"[.。;；,，:：]\s?\d{0,3}$")  # perhaps with a note's mark behind the stop
SMALLER = 1.1  # times as many columns as a line of the text has: one of smaller type
_FULL = 0.75  # of the page's width: so much a line has at least that goes on below
_IDLE = 0.15  # share of empty lines among those before small letters


@dataclass(frozen=True, slots=True)
class TextLine(PageLine):
    """A line of a text, where it stands in the raw text."""

    start: int
    end: int


def pages_of(raw: str) -> list[list[TextLine]]:
    """The lines of each page; none where no form feed parts pages."""
    if PAGE_BREAK not in raw:
        return []
    pages = [list(_lines(match.start(), match[0])) for match in re.finditer(rf"[^{PAGE_BREAK}]+", raw)]
    pages = [page for page in pages if page]
    if _are_gaps_idle(pages):
        return [[replace(line, y=-row * LEAD) for row, line in enumerate(page)] for page in pages]
    return pages


def _are_gaps_idle(pages: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a tool sets empty lines anywhere: many stand in the middle of a sentence.

    There a small letter stands below, or, in a script without them, a letter below a full line.
    """
    full = _FULL * max((line.right for page in pages for line in page), default=0.0)
    pairs = [pair for page in pages for pair in pairwise(page) if pair[0].text[-1].isalpha()]
    pairs = [
        (above, line)
        for above, line in pairs
        if line.text[0].islower() or (is_wide(line.text[0]) and line.text[0].isalpha() and above.right > full)
    ]
    return sum(is_parted(*pair) for pair in pairs) > _IDLE * len(pairs)


def _lines(start: int, page: str) -> Iterator[TextLine]:
    for row, match in enumerate(re.finditer(r"([^\n\r]*)(?:\r\n|\n|\r|$)", page)):
        text = match[1].strip()
        if text:
            lead = len(match[1]) - len(match[1].lstrip())
            x = columns(match[1][:lead].expandtabs()) * COLUMN
            begin = start + match.start() + lead
            right = x + columns(text) * COLUMN
            yield TextLine(text, x, right, -row * LEAD, LEAD, (), begin, begin + len(text))


def columns_of(line: TextLine) -> int:
    """The columns that a line fills, white space that a tool has set wide counted once."""
    return columns(" ".join(line.text.split()))


def is_parted(above: TextLine, line: TextLine) -> bool:
    """Whether an empty line stands between two."""
    return above.y - line.y > 1.5 * LEAD
