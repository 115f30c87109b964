"""Terms: the words of a text, as its language cuts it into words, counted."""

from __future__ import annotations

from collections import Counter

from ecoanalysis.lexicon import language_of


def count_terms(text: str, language: str) -> dict[str, int]:
    """Return how often each word stands in a text, in order of first occurrence.

    Examples
    --------
    >>> count_terms("of lakes and lakes", "en")
    {'of': 1, 'lakes': 2, 'and': 1}
    """
    return dict(Counter(language_of(language).words(text)))
