"""Themes: what a paragraph is about, by weighted terms, each hit kept as evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ecoanalysis.extract.plain import lower, plain
from ecoanalysis.lexicon import language_of

_start = itemgetter(0)


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
    for theme, entry in language_of(language).themes.items():
        for term in entry["terms"]:
            worth.setdefault(plain(term["term"].lower()), []).append((theme, float(term["weight"])))
    return _Terms(
        AhoCorasick(list(worth), matchkind=MatchKind.LeftmostLongest),
        tuple(tuple(pairs) for pairs in worth.values()),
    )


LEAST = 2.0
"""Weight of terms that a theme needs: a single hint (weight 1) is none."""

PASSING = 0.15
"""Share of a text's theme weight below which a theme is only mentioned in passing. Both were chosen on the gold."""


IN_NAMES = 0.7
"""What a term counts inside a body's name, which says who rather than what."""

NAMES_ALONE = 0.2
"""Share below which a theme that only names of bodies speak of is none."""


def find_themes(text: str, language: str, names: Sequence[tuple[int, int]] = ()) -> list[ThemeHit]:
    """Return the themes of a text, the heaviest first.

    Parameters
    ----------
    text
        A paragraph's own words.
    names
        Ranges of the text that are names of bodies, in order.

    Examples
    --------
    >>> find_themes("完善过境运输走廊的铁路连接", "zh")[0].theme
    'transport'
    """
    known = _terms(language)
    weight: dict[str, float] = {}
    evidence: dict[str, list[tuple[int, int]]] = {}
    spoken: set[str] = set()
    lowered = lower(plain(text))
    touching = language_of(language).words_touch
    for index, start, end in known.automaton.find_matches_as_indexes(lowered):
        if not touching and (lowered[start - 1 : start].isalpha() or lowered[end : end + 2].rstrip("s").isalpha()):
            continue
        at = bisect_right(names, start, key=_start)
        named = at > 0 and end <= names[at - 1][1]
        for theme, worth in known.worth[index]:
            weight[theme] = weight.get(theme, 0) + worth * (IN_NAMES if named else 1)
            evidence.setdefault(theme, []).append((start, end))
            if not named:
                spoken.add(theme)
    heavy = {theme: value for theme, value in weight.items() if value >= LEAST}
    total = sum(heavy.values())
    kept = {
        theme: value for theme, value in heavy.items() if value >= (PASSING if theme in spoken else NAMES_ALONE) * total
    }
    hits = [ThemeHit(theme, round(value / total, 4), tuple(evidence[theme])) for theme, value in kept.items()]
    return sorted(hits, key=lambda hit: (-hit.score, hit.theme))
