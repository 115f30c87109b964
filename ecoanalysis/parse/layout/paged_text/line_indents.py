"""How far in each line of a text begins, measured on its page."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence

from ecoanalysis.model.document import Document
from ecoanalysis.parse.layout.paged_text.text_lines import COLUMN, ENDED, LEAD, TextLine, is_parted, pages_of
from ecoanalysis.read.pages.footnotes import typography
from ecoanalysis.read.pages.indents import Left, edge_of, indents_of, margin_of

_SHIFT = 2  # columns: by so little lines of one margin differ


def indents_in(document: Document, opens: Callable[[str], bool]) -> dict[int, int] | None:
    """Return how far in each line begins, by its place in the raw text; None where the text keeps no columns.

    A header has a margin of its own: ``opens`` says whether a line is the formula behind it.
    """
    lifted = [mark for mark in document.marks if mark.role in ("furniture", "note")]
    starts = [mark.start for mark in lifted]

    def is_lifted(line: TextLine) -> bool:
        place = bisect(starts, line.end) - 1
        return place >= 0 and lifted[place].end > line.start

    whole = ([line for line in page if not is_lifted(line)] for page in pages_of(document.raw))
    pages = [part for page in whole for part in _parted(page, opens)]
    lines = [line for page in pages for line in page]
    if sum(line.x > 0 for line in lines) * 10 <= len(lines):
        return None
    how = typography(pages)
    indents: dict[int, int] = {}
    before: Left | None = None
    for page in pages:
        for place, indent in enumerate(indents_of(page, how.step, before)):
            above = page[place - 1] if place else before[0] if before else None
            begins = indent if indent >= _SHIFT else 0
            if above and ENDED.search(above.text) and not begins:
                begins = _column(page, place) or _is_heading(page, place) * _SHIFT
            indents[page[place].start] = begins
        before = Left.of(page, how.step) if page else before
    return indents


def _parted(page: Sequence[TextLine], opens: Callable[[str], bool]) -> Iterator[Sequence[TextLine]]:
    """What stands on a page up to the formula, and from there on."""
    begin = next((place for place, line in enumerate(page) if opens(line.text)), 0)
    yield from (part for part in (page[:begin], page[begin:]) if part)


def _column(page: Sequence[TextLine], place: int) -> int:
    """How far in a line begins, if clearly."""
    indent = round((page[place].x - margin_of(page)) / COLUMN)
    return indent if indent >= _SHIFT else 0


def _is_heading(page: Sequence[TextLine], place: int) -> bool:
    """Whether a line that does not end a sentence stands above the beginning of a paragraph."""
    line, below = page[place], page[place + 1] if place + 1 < len(page) else None
    if line.right > edge_of(page) - 10 * COLUMN or not line.text[-1].isalpha() or not below:
        return False
    apart = place > 0 and is_parted(page[place - 1], line) and not line.text[0].islower()
    return bool(apart or _column(page, place + 1) or below.y < line.y - LEAD)
