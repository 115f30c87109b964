"""Paragraphs of an earlier edition → those of the later one that refer to them by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition


def refers_to(comparison: Comparison, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs of the later edition that refer to one of the earlier: "paragraphs 15 and 32 to 44 of …".

    Points and what stands under headings of their own are asked by the number of their paragraph only where that is
    unique: a number in a section is none of the resolution's.
    """
    wanted = {int(head) for id in ids if (head := id.partition(".")[0]).isdigit()}
    return tuple(id for id, numbers in _references(comparison.old, comparison.new) if wanted & numbers)


def _references(old: Edition, new: Edition) -> Iterator[tuple[str, set[int]]]:
    number = (old.symbol or "").rpartition("RES/")[2]
    slots = language_of(new.language)
    for paragraph in new.paragraphs if number else ():
        if f"A/RES/{number}" in paragraph.citations or (old.symbol or "") in paragraph.citations:
            for match in slots.compiled("slots", "refers").finditer(paragraph.text or ""):
                if match["symbol"] == number:
                    yield paragraph.id, set(_numbers(match["paragraphs"], slots.compiled("slots", "range")))


def _numbers(words: str, ranges: re.Pattern[str]) -> Iterator[int]:
    for match in ranges.finditer(words):
        first = int(match["first"])
        yield from range(first, int(match["last"] or first) + 1)
