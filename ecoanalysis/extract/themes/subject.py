"""What a resolution is about, and what is around a paragraph of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ecoanalysis.extract.themes.term_uses import Weighed

TITLE = 3.0
"""What the title says of a resolution's themes, against all its paragraphs together."""

MAIN = 0.5
"""Share from which a theme that the title names is what the resolution is about."""

LEADING = 0.25
"""The same where the title names several and none reaches that: of the greatest, which then counts as if it did."""


def subject_of(titles: Sequence[Weighed], paragraphs: Sequence[Weighed]) -> dict[str, float]:
    """Return what a resolution is about: its themes and their shares, every paragraph counting alike.

    Examples
    --------
    >>> from ecoanalysis.extract.themes.term_uses import weigh_themes
    >>> title, paragraph = weigh_themes("Transport", "en"), weigh_themes("Notes the report on energy", "en")
    >>> {theme: round(share, 2) for theme, share in subject_of([title], [paragraph]).items()}
    {'energy': 0.25, 'transport': 0.75}
    """
    shares: dict[str, float] = {}
    for texts, worth in ((paragraphs, 1.0), (titles, TITLE)):
        together: dict[str, float] = {}
        for text in texts:
            total = sum(text.weight.values())
            for theme, weight in text.weight.items():
                together[theme] = together.get(theme, 0) + weight / total
        for theme, weight in together.items():
            shares[theme] = shares.get(theme, 0) + worth * weight / sum(together.values())
    total = sum(shares.values())
    return {theme: share / total for theme, share in shares.items()}


def stated_subject(subject: Mapping[str, float], titles: Sequence[Weighed]) -> dict[str, float]:
    """Return what a resolution is mainly about as its title says: what its paragraphs mean where they do not repeat it.

    Examples
    --------
    >>> from ecoanalysis.extract.themes.term_uses import weigh_themes
    >>> stated_subject({"energy": 0.3, "transport": 0.7}, [weigh_themes("Railways and energy", "en")])
    {'transport': 0.7}
    >>> stated_subject({"energy": 0.3, "health": 0.37, "transport": 0.33}, [weigh_themes("Railways and energy", "en")])
    {'transport': 0.5}
    """
    named = {theme: subject[theme] for title in titles for theme in title.weight}
    main = {theme: share for theme, share in named.items() if share >= MAIN}
    leading = max(sorted(named), key=named.__getitem__, default=None)
    if main or leading is None or named[leading] < LEADING:
        return main
    return {leading: MAIN}


def surroundings(subject: Mapping[str, float], neighbours: Sequence[Weighed], near: float) -> dict[str, float]:
    """Return the themes around a paragraph: their shares in the resolution, and in the paragraphs beside it.

    Examples
    --------
    >>> from ecoanalysis.extract.themes.term_uses import weigh_themes
    >>> surroundings({"energy": 0.5}, [weigh_themes("railways", "en"), weigh_themes("energy", "en")], 0.5)
    {'energy': 0.75, 'transport': 0.25}
    """
    shares = dict(subject)
    for text in neighbours:
        total = sum(text.weight.values())
        for theme, weight in text.weight.items():
            shares[theme] = shares.get(theme, 0) + near * weight / total / 2
    return shares
