"""How far in each line of a page begins, in columns: what stands in, or is set apart, begins a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import category

from ecoanalysis.read.pages.geometry import PageLine

_SHORT = 0.4  # of its width: a line that leaves so much room ends a paragraph


def indents_of(text: Sequence[PageLine], step: float, before: tuple[PageLine, float] | None) -> list[int]:
    """Columns before each line of a page's text, given the last line of the page before and that page's edge.

    A line set apart from the one above has one at least, as paragraphs have; one that goes on with a full line has
    none, though its paragraph may stand further in than others: where none does so far, a stop ends the line above.
    """
    margin, edge = margin_of(text), edge_of(text)
    blocks = _stand_in(text, edge)
    out = [round((line.x - margin) / (line.size / 2)) for line in text]
    if text and before and before[0].right < before[1] - _SHORT * (before[1] - before[0].x):
        out[0] = max(1, out[0])  # the page before ends with a paragraph
    if len(text) > 1 and before and _stands_alone(before[0], text[0], text[1], step):
        out[0] = max(1, out[0])
    for index, (above, line) in enumerate(pairwise(text), 1):
        if above.y - line.y > 1.2 * step:
            out[index] = max(1, out[index])
        elif line.x < above.x + line.size / 4 and _is_full(above, edge):
            begins = _stops(above) and round(line.x) == round(above.x) and round(line.x) not in blocks
            out[index] = out[index] if begins else 0
    return [max(0, indent) for indent in out]


def _stand_in(text: Sequence[PageLine], edge: float) -> set[int]:
    """Where lines begin that go on with a full line and stand as far in as it does."""
    pairs = ((above, line) for above, line in pairwise(text) if _is_full(above, edge) and not _stops(above))
    return {round(line.x) for above, line in pairs if round(line.x) == round(above.x)}


def _stops(line: PageLine) -> bool:
    """Whether a stop ends a line, perhaps with the mark of a note behind it."""
    return category((line.text.rstrip("0123456789/ ") or line.text)[-1])[0] == "P"


def _stands_alone(before: PageLine, line: PageLine, below: PageLine, step: float) -> bool:
    """Whether the first line of a page is a heading: it ends without a stop, behind a line that has one."""
    stopped, open_ended = (category(part.text[-1])[0] == "P" for part in (before, line))
    return stopped and not open_ended and not line.text[0].islower() and line.y - below.y > 1.2 * step


def edge_of(text: Sequence[PageLine]) -> float:
    return max((line.right for line in text), default=0)


def _is_full(line: PageLine, edge: float) -> bool:
    return line.right > edge - 4 * line.size


def margin_of(text: Sequence[PageLine]) -> float:
    """Where most lines begin that go on with a full one."""
    edge = edge_of(text)
    full = [line for above, line in pairwise(text) if _is_full(above, edge)]
    begins = Counter(round(line.x) for line in full or text)
    return max(begins, key=lambda x: (begins[x], -x), default=0)
