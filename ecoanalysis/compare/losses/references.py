"""Paragraphs of an earlier edition → those of the later one that refer to them by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import Edition


def find_references(old: Edition, new: Edition) -> tuple[tuple[str, frozenset[int]], ...]:
    """Return each paragraph of a later edition that refers to some of an earlier one, with their numbers.

    "paragraphs 15 and 32 to 44 of resolution 75/325" are those numbers; a number in a section is none of them.
    """
    return tuple(_references(old, new))


def refers_to(ids: Sequence[str], references: Sequence[tuple[str, frozenset[int]]]) -> tuple[str, ...]:
    """Return the paragraphs of a later edition that refer to one of an earlier one, points by their paragraph."""
    wanted = {int(head) for id in ids if (head := id.partition(".")[0]).isdigit()}
    return tuple(dict.fromkeys(id for id, numbers in references if wanted & numbers))


def _references(old: Edition, new: Edition) -> Iterator[tuple[str, frozenset[int]]]:
    number = (old.symbol or "").rpartition("RES/")[2]
    slots = language_of(new.language)
    for paragraph in new.paragraphs if number else ():
        if f"A/RES/{number}" in paragraph.citations or (old.symbol or "") in paragraph.citations:
            for match in slots.compiled("slots", "refers").finditer(paragraph.text or ""):
                if match["symbol"] == number:
                    yield paragraph.id, frozenset(_numbers(match["paragraphs"], slots.compiled("slots", "range")))


def _numbers(words: str, ranges: re.Pattern[str]) -> Iterator[int]:
    for match in ranges.finditer(words):
        first = int(match["first"])
        yield from range(first, int(match["last"] or first) + 1)
