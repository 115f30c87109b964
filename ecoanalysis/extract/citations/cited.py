"""A citation found, as a range of the text; and of those that overlap the longest."""

from __future__ import annotations

from typing import NamedTuple

from ecoanalysis.model.facts import CitationKind


class Cited(NamedTuple):
    """A citation found, as a range of the text."""

    start: int
    end: int
    kind: CitationKind
    symbol: str | None
    section: str | None = None
    date: str | None = None
    url: str | None = None


def apart(citations: list[Cited]) -> list[Cited]:
    """In order of the text; of overlapping ones the longest."""
    kept: list[Cited] = []
    taken = bytearray(max((cited.end for cited in citations), default=0))
    for cited in sorted(citations, key=lambda cited: (-(cited.end - cited.start), cited.start)):
        if not any(taken[cited.start : cited.end]):
            taken[cited.start : cited.end] = b"\1" * (cited.end - cited.start)
            kept.append(cited)
    return sorted(kept, key=lambda cited: (cited.start, cited.end))
