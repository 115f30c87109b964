"""Modality: what softens a directive (hedges, each with its kind) and what says that it goes on (continuity)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ecoanalysis.extract.letter_forms import lower, plain
from ecoanalysis.extract.predicates import read_predicates
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import HEDGE_KINDS

_TABLE = "modality"
_NEAR = 40  # characters within which an act begins


@dataclass(frozen=True, slots=True)
class Softener:
    """A hedge's range in a text, and its kind: several joined by +."""

    start: int
    end: int
    kind: str


@cache
def _pattern(language: str, *keys: str) -> re.Pattern[str]:
    return language_of(language).compiled(_TABLE, *keys)


def find_hedges(text: str, start: int, stop: int, language: str) -> list[Softener]:
    """Return what softens the directive between two places of a text.

    Examples
    --------
    >>> text = "鼓励该司考虑酌情提供支持"
    >>> [(text[hedge.start : hedge.end], hedge.kind) for hedge in find_hedges(text, 2, len(text), "zh")]
    [('考虑', 'discretion'), ('酌情', 'discretion')]
    """
    base, words = _window(text, start, stop)
    hits = sorted(
        (*span, kind) for kind in HEDGE_KINDS for span in _spans(words, start - base, language, "hedges", kind)
    )
    if not hits:
        return []
    quoted = [match.span() for match in _pattern(language, "quotation").finditer(words)]
    free = [hit for hit in hits if not any(begin < hit[0] and hit[1] < end for begin, end in quoted)]
    apart = {kind: list(_spans(words, 0, language, "apart", kind)) for kind in {kind for _, _, kind in free}}
    free = [hit for hit in free if not any(begin < hit[0] < end for begin, end in apart[hit[2]])]
    free = [hit for hit in free if _softens(words, hit[0], hit[1], language)]
    return [Softener(base + begin, base + end, "+".join(kinds)) for begin, end, kinds in _merged(free)]


def find_continuity(text: str, start: int, stop: int, language: str) -> list[tuple[int, int]]:
    """Return the ranges of what says that the action goes on (继续, to continue)."""
    base, words = _window(text, start, stop)
    return [(base + begin, base + end) for begin, end in _spans(words, start - base, language, "continuity")]


def _softens(words: str, start: int, end: int, language: str) -> bool:
    """Whether an act follows a hedge that is one before an act alone: to consider the needs is itself the act."""
    if not _pattern(language, "before_act").fullmatch(words, start, end):
        return True
    if _pattern(language, "open_act").match(words, end):
        return True
    predicates = read_predicates(words[end : end + _NEAR], language)
    return predicates is None or predicates.begins_act(0)


def _window(text: str, start: int, stop: int) -> tuple[int, str]:
    # A pattern may look at the character before; to copy more would cost each clause the whole paragraph.
    base = max(0, start - 1)
    return base, lower(plain(text[base:stop]))  # matching without regard to case takes four times as long


def _spans(words: str, start: int, language: str, *keys: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _pattern(language, *keys).finditer(words, start))


def _merged(hits: list[tuple[int, int, str]]) -> list[tuple[int, int, list[str]]]:
    """Hits that overlap become one, of all their kinds."""
    merged: list[tuple[int, int, list[str]]] = []
    for begin, end, kind in hits:
        if merged and begin < merged[-1][1]:
            before, reach, kinds = merged.pop()
            merged.append((before, max(reach, end), sorted({*kinds, kind}, key=HEDGE_KINDS.index)))
        else:
            merged.append((begin, end, [kind]))
    return merged
