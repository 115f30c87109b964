"""Which words a mark is about that holds none: the bracket beside it, or all its paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from ecoanalysis.parse.negotiation.lifted_marks import LiftedMark

_NEAR = 24  # marks before one that it can be about
_SPACES = " \u3000"
_ACTS = ("delete", "keep")
_SILENT = ("label", "agreed", "remark")


def with_targets(marks: Sequence[LiftedMark], raw: str) -> list[LiftedMark]:
    """Return marks in their order, each with the words that it is about; names alone sign the bracket beside them.

    Examples
    --------
    >>> words = LiftedMark("bracket", 0, 6, "full", ((0, 1), (5, 6)))
    >>> names = LiftedMark("bracket", 7, 11, "EU", ((7, 11),), "EU", "proposed", "before")
    >>> [(mark.text, mark.proposer, mark.end) for mark in with_targets([words, names], "[full] (EU)")]
    [('full', 'EU', 11)]
    """
    order = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    settled: dict[int, LiftedMark | None] = dict(enumerate(order))
    targets: dict[int, int] = {}
    for number in range(len(order)):
        mark = settled[number]
        if mark is None:
            continue
        target = _target(number, mark, settled, targets, raw)
        if target is None:
            settled[number] = _of_paragraph(mark)
            continue
        targets[number] = target
        about = settled[target]
        if about and mark.kind in _ACTS:
            settled[number] = replace(mark, text=about.text, about=None)
        elif about and mark.kind not in _SILENT:
            start, end = min(about.start, mark.start), max(about.end, mark.end)
            sender, cuts = about.proposer or mark.proposer, (*about.cuts, *mark.cuts)
            signed = replace(about, start=start, end=end, cuts=cuts, proposer=sender)
            settled[target] = replace(signed, status=about.status or ("proposed" if sender else None))
            settled[number] = None
    return [mark for mark in settled.values() if mark]


def _target(
    number: int,
    mark: LiftedMark,
    settled: dict[int, LiftedMark | None],
    targets: dict[int, int],
    raw: str,
) -> int | None:
    """The mark that holds the words which another is about."""
    if mark.about == "behind":
        behind = (place for place in range(number + 1, len(settled)) if settled[place])
        return next((place for place in behind if _starts(settled[place]) == mark.end), None)
    if mark.about not in ("before", "last"):
        return None
    edge = mark.start
    while edge and raw[edge - 1] in _SPACES:
        edge -= 1
    first = raw.rfind("\n", 0, mark.start)
    for place in range(number - 1, max(-1, number - _NEAR), -1):
        other = settled[place]
        near = other and (other.end == edge if mark.about == "before" else other.start > first)
        around = other and other.start <= mark.start and mark.end <= other.end  # (Chad: delete; EU: keep)
        if (near or around) and place in targets:
            return targets[place]
        if near and other and other.kind not in _SILENT and other.cuts and not other.about:
            return place
    return None


def _starts(mark: LiftedMark | None) -> int:
    return mark.start if mark else -1


def _of_paragraph(mark: LiftedMark) -> LiftedMark:
    """A mark at a paragraph's end is about all of it; beside which no bracket stands, about words that none marks."""
    if mark.about in ("before", "behind"):
        return replace(mark, kind="remark", proposer=None, status=None, about=None)
    return replace(mark, about="paragraph") if mark.about else mark


class CutPlaces:
    """CutPlaces of a text, and whether a place lies in one of them.

    Examples
    --------
    >>> stretches = CutPlaces([(0, 2), (3, 5), (3, 9), (4, 6)])
    >>> [stretches.hold(place) for place in (1, 2, 3, 8, 9)]
    [True, False, True, True, False]
    """

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self.starts = [start for start, _ in ordered]
        self.ends = [*accumulate((end for _, end in ordered), max)]
        """How far those reach that begin no later."""

    def hold(self, place: int) -> bool:
        """Whether a place lies in one of the stretches."""
        number = bisect_right(self.starts, place)
        return number > 0 and place < self.ends[number - 1]
