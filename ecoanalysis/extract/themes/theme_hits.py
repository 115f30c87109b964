"""Themes of a text by their terms alone: which weigh enough beside the others, and each one's share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ecoanalysis.extract.themes.term_uses import ThemeWeights, Weighed, estimated_weights, weigh_themes
from ecoanalysis.lexicon import load

LEAST = 1.8
"""Weight of terms that a theme needs: a single hint (weight 1) is none, nor a likely term (2) late in a text."""

PASSING = 0.18
"""Share of a text's theme weight below which a theme is only mentioned in passing."""

NAMES_ALONE = 0.2
"""Share below which a theme that only names of bodies speak of is none."""


class ThemeHit(NamedTuple):
    """A theme of a text: its share of the theme weight, and the ranges of its terms."""

    theme: str
    score: float
    evidence: tuple[tuple[int, int], ...]


def theme_scores(
    text: Weighed, around: Mapping[str, float], implied: Mapping[str, float], weights: ThemeWeights
) -> dict[str, float]:
    """Return what a paragraph says and means of its themes, by the shares of themes around it and of those implied.

    What is around decides between themes that the paragraph speaks of, a general one only where it speaks of no matter.
    Of those that it has no term of it gets only what is implied, less the more it says of its own, a general theme only
    where it speaks of nothing else.

    Examples
    --------
    >>> text = weigh_themes("Notes the report on railways", "en")
    >>> sorted(theme_scores(text, {"energy": 1.0}, {}, estimated_weights()))
    ['transport']
    """
    most = max(text.weight.values(), default=0)
    specific = any(text.weight[theme] >= LEAST for theme in text.spoken if not _is_general(theme))
    scores: dict[str, float] = {}
    for theme, value in text.weight.items():
        scores[theme] = value + (0 if specific and _is_general(theme) else weights.context * around.get(theme, 0))
    speaks = any(value >= LEAST for value in scores.values())
    for theme, share in implied.items():
        if theme not in scores and not (speaks and _is_general(theme)):
            scores[theme] = weights.implied * share / (1 + weights.hides * most)
    return scores


def theme_hits(
    text: Weighed, around: Mapping[str, float], implied: Mapping[str, float] | None = None
) -> list[ThemeHit]:
    """Return the themes of a paragraph, the heaviest first; one that is only implied has no range of the text.

    Examples
    --------
    >>> text = weigh_themes("Notes the report on railways", "en")
    >>> [hit.theme for hit in theme_hits(text, {"energy": 1.0})]
    ['transport']
    >>> [hit.theme for hit in theme_hits(text, {"energy": 1.0}, {"energy": 1.0})]
    ['energy', 'transport']
    """
    weights = estimated_weights()
    scores = theme_scores(text, around, implied or {}, weights)
    heavy = {theme: value * weights.counts.get(theme, 1.0) for theme, value in scores.items() if value >= LEAST}
    total = sum(heavy.values())
    named = {theme for theme in text.weight if theme not in text.spoken}
    least = {theme: (NAMES_ALONE if theme in named else PASSING) * total for theme in heavy}
    most = max(heavy.values(), default=0)
    kept = {theme: value for theme, value in heavy.items() if value >= min(least[theme], most)}
    hits = [
        ThemeHit(theme, round(value / total, 4), tuple(text.evidence.get(theme, ()))) for theme, value in kept.items()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.theme))


def find_themes(text: str, language: str) -> list[ThemeHit]:
    """Return the themes of a text that stands alone, the heaviest first.

    Examples
    --------
    >>> find_themes("完善过境运输走廊的铁路连接", "zh")[0].theme
    'transport'
    """
    return theme_hits(weigh_themes(text, language), {})


def _is_general(theme: str) -> bool:
    return bool(load("facts/themes")[theme].get("general"))
