"""Themes: what a paragraph is about, by weighted terms, each hit kept as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ecoanalysis.lexicon import load


class ThemeHit(NamedTuple):
    """A theme of a text: its share of the theme weight, and the ranges of its terms."""

    theme: str
    score: float
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Terms:
    automaton: AhoCorasick
    worth: tuple[tuple[tuple[str, float], ...], ...]


@cache
def _terms(language: str) -> _Terms:
    worth: dict[str, list[tuple[str, float]]] = {}
    for theme in load("themes")["theme"]:
        for term in theme[language]["terms"]:
            worth.setdefault(term["term"].lower(), []).append((theme["id"], float(term["weight"])))
    return _Terms(
        AhoCorasick(list(worth), matchkind=MatchKind.LeftmostLongest),
        tuple(tuple(pairs) for pairs in worth.values()),
    )


def find_themes(text: str, language: str, *, least: float = 2.0) -> list[ThemeHit]:
    """Return the themes of a text, the heaviest first.

    Parameters
    ----------
    text
        A paragraph's own words.
    least
        Weight of terms that a theme needs to count: a single hint (weight 1) is none.

    Examples
    --------
    >>> find_themes("完善过境运输走廊的铁路连接", "zh")[0].theme
    'transport'
    """
    known = _terms(language)
    weight: dict[str, float] = {}
    evidence: dict[str, list[tuple[int, int]]] = {}
    lowered = text.lower()
    for index, start, end in known.automaton.find_matches_as_indexes(lowered):
        if language != "zh" and (lowered[start - 1 : start].isalpha() or lowered[end : end + 2].rstrip("s").isalpha()):
            continue
        for theme, worth in known.worth[index]:
            weight[theme] = weight.get(theme, 0) + worth
            evidence.setdefault(theme, []).append((start, end))
    kept = {theme: value for theme, value in weight.items() if value >= least}
    total = sum(kept.values())
    hits = [ThemeHit(theme, round(value / total, 4), tuple(evidence[theme])) for theme, value in kept.items()]
    return sorted(hits, key=lambda hit: (-hit.score, hit.theme))
