"""How far in each line of a page begins, in columns: what stands in, or is set apart, begins a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

from ecoanalysis.read.pages.geometry import PageLine

_ROOMY = 1.2  # of what a word takes by its letters
_WIDE = 3  # characters of full width: signs that may not begin a line take others with them
_SHORT = 0.4  # of its width: a line that leaves so much room ends a paragraph


class Left(NamedTuple):
    """The last line of a page's text, the edge of what it prints, and how far its paragraphs fill their lines."""

    line: PageLine
    edge: float
    filled: float

    @classmethod
    def of(cls, text: Sequence[PageLine], step: float) -> Left:
        """What a page leaves that has some text."""
        return cls(text[-1], edge_of(text), filled_to(text, step))


def indents_of(text: Sequence[PageLine], step: float, before: Left | None) -> list[int]:
    """Columns before each line of a page's text, given what the page before has left.

    A line set apart from the one above has one at least, as paragraphs have; one that goes on with a full line has
    none, though its paragraph may stand further in than others: where none does so far, a stop ends the line above.
    """
    margin, edge, filled = margin_of(text), edge_of(text), filled_to(text, step)
    blocks = _stand_in(text, edge)
    out = [round((line.x - margin) / (line.size / 2)) for line in text]
    if text and before and _is_parted(text[0], before):
        out[0] = max(1, out[0])  # the page before ends with a paragraph
    if len(text) > 1 and before and _stands_alone(before.line, text[0], text[1], step):
        out[0] = max(1, out[0])
    for index, (above, line) in enumerate(pairwise(text), 1):
        if above.y - line.y > 1.2 * step or (line.y > above.y and _is_parted(line, Left(above, edge, filled))):
            out[index] = max(1, out[index])
        elif line.x < above.x + line.size / 4 and _is_full(above, edge):
            begins = _stops(above) and round(line.x) == round(above.x) and round(line.x) not in blocks
            out[index] = out[index] if begins else 0
    return [max(0, indent) for indent in out]


def _is_parted(line: PageLine, before: Left) -> bool:
    """Whether the last line of a page, or a column, leaves so much room that a paragraph ends with it."""
    above, edge = before.line, before.edge
    short = above.right < edge - _SHORT * (edge - above.x)
    first = line.text[line.raised[0][1] :].lstrip() if line.begins_raised else line.text
    return not first[:1].islower() and (short or (_stops(above) and _would_fit(line, before)))


def _would_fit(line: PageLine, before: Left) -> bool:
    """Whether the first word of a line would have had room at the end of the one above."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.x) * len(word) / len(line.text) if word.isascii() else _WIDE * line.size
    return before.filled - before.line.right > _ROOMY * width + line.size / 2


def _stand_in(text: Sequence[PageLine], edge: float) -> set[int]:
    """Where lines begin that go on with a full line and stand as far in as it does; more do so than begin elsewhere."""
    pairs = [(above, line) for above, line in pairwise(text) if _is_full(above, edge) and not _stops(above)]
    alike = Counter(round(line.x) for above, line in pairs if round(line.x) == round(above.x))
    others = Counter(round(above.x) for above, line in pairs if round(line.x) < round(above.x))
    return {x for x in alike if alike[x] > others[x]}


def _stops(line: PageLine) -> bool:
    """Whether a stop ends a line, perhaps with the mark of a note behind it."""
    return category((line.text.rstrip("0123456789/ ") or line.text)[-1])[0] == "P"


def _stands_alone(before: PageLine, line: PageLine, below: PageLine, step: float) -> bool:
    """Whether the first line of a page is a heading: it ends without a stop, behind a line that has one."""
    return _stops(before) and not _stops(line) and not line.text[0].islower() and line.y - below.y > 1.2 * step


def edge_of(text: Sequence[PageLine]) -> float:
    return max((line.right for line in text), default=0)


def filled_to(text: Sequence[PageLine], step: float) -> float:
    """How far lines reach that go on below."""
    goes_on = (above.right for above, line in pairwise(text) if 0 < above.y - line.y < 1.2 * step and not _stops(above))
    return max(goes_on, default=0.0)


def _is_full(line: PageLine, edge: float) -> bool:
    return line.right > edge - 4 * line.size


def margin_of(text: Sequence[PageLine]) -> float:
    """Where most lines begin that go on with a full one."""
    edge = edge_of(text)
    full = [line for above, line in pairwise(text) if _is_full(above, edge)]
    begins = Counter(round(line.x) for line in full or text)
    return max(begins, key=lambda x: (begins[x], -x), default=0)
