"""Modality: what softens a directive (hedges) and what says that it goes on (continuity)."""

from __future__ import annotations

import re
from functools import cache

from ecoanalysis.extract.plain import lower, plain
from ecoanalysis.lexicon import language_of


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    return language_of(language).compiled("modality", kind)


def find_hedges(text: str, start: int, stop: int, language: str) -> list[tuple[int, int]]:
    """Return the ranges of what softens the directive between two places of a text.

    Examples
    --------
    >>> text = "鼓励该司考虑酌情提供支持"
    >>> [text[a:b] for a, b in find_hedges(text, 2, len(text), "zh")]
    ['考虑', '酌情']
    """
    return _found("hedges", text, start, stop, language)


def find_continuity(text: str, start: int, stop: int, language: str) -> list[tuple[int, int]]:
    """Return the ranges of what says that the action goes on (继续, to continue)."""
    return _found("continuity", text, start, stop, language)


def _found(kind: str, text: str, start: int, stop: int, language: str) -> list[tuple[int, int]]:
    base = max(
        0, start - 1
    )  # a pattern may look at the character before; to copy more would cost each clause the whole
    words = lower(plain(text[base:stop]))  # matching without regard to case takes four times as long
    return [
        (base + begin, base + end)
        for begin, end in (match.span() for match in _pattern(language, kind).finditer(words, start - base))
    ]
