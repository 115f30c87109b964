"""What a paragraph is mainly about: its themes by their terms, and what its other words say for and against each.

The terms of a theme are chosen by hand and few; what single words say was estimated from paragraphs that readers gave
their main theme (``tools/weigh_theme_words.py``). The chance that a theme is the main one is

    (share + few) ** choice.share × (around + few) ** choice.around × (1 + spoken) ** choice.spoken
    × exp(leaning + what the words say of it),

divided by the sum over all themes and *none* (an act of procedure): ``share`` is the theme's part of what the paragraph
says and means, ``around`` that of the paragraphs beside it and of the resolution, ``spoken`` what its terms in the
paragraph weigh. A word counts the less the more words that say something a paragraph has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt

from ecoanalysis.extract.letter_forms import lower, plain
from ecoanalysis.extract.themes.theme_hits import ThemeHit
from ecoanalysis.lexicon import language_of, load

Range = tuple[int, int]

NONE = "none"
"""What stands for no theme at all."""

_RUN = re.compile(r"[^\W\d_]+")
_TELLING = 3
"""How many words are shown for a theme that has no term in the paragraph: those that say most."""


@dataclass(frozen=True)
class ThemeChoice:
    """How much the terms, what is around and the words count for the main theme; ``facts/theme_weights.toml``."""

    share: float
    around: float
    spoken: float
    few: float
    words: float
    kept: float
    implied: float
    enough: float
    telling: float
    leanings: Mapping[str, float]


@cache
def estimated_choice() -> ThemeChoice:
    """Return the numbers of the lexicon.

    Examples
    --------
    >>> estimated_choice().leanings["none"] < 0
    True
    """
    table = load("facts/theme_weights")
    return ThemeChoice(**table["choice"], leanings=table["leanings"])


def words_in(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Return the words of a text and where they stand: of a language whose words touch, every two signs.

    Examples
    --------
    >>> list(words_in("Roads, 77/1", "en")), [word for word, *_ in words_in("水资源，第二", "zh")]
    ([('roads', 0, 5)], ['水资', '资源', '第二'])
    """
    touching = language_of(language).words_touch
    for run in _RUN.finditer(lower(plain(text))):
        if not touching:
            yield run.group(), run.start(), run.end()
            continue
        for place in range(run.start(), run.end() - 1):
            yield run.string[place : place + 2], place, place + 2


@dataclass(frozen=True)
class ThemeSigns:
    """What the terms of themes say of a paragraph, by theme; one that is not there is 0."""

    shares: Mapping[str, float]
    """Of what the paragraph says and means."""

    around: Mapping[str, float]
    """Shares around it."""

    spoken: Mapping[str, float]
    """What the theme's terms in the paragraph weigh."""


def chances(signs: ThemeSigns, says: Mapping[str, float], choice: ThemeChoice) -> dict[str, float]:
    """Return how likely each theme is a paragraph's main one, and ``none``; they add up to 1.

    Parameters
    ----------
    signs
        What the terms of themes say of the paragraph.
    says
        What its words say of each theme.

    Examples
    --------
    >>> signs = ThemeSigns({"energy": 0.6, "trade": 0.4}, {"trade": 0.9}, {"energy": 3.0, "trade": 3.0})
    >>> likely = chances(signs, {}, estimated_choice())
    >>> likely["trade"] > likely["energy"] > likely["health"]
    True
    """
    bare = (choice.share + choice.around) * log(choice.few)
    sums = {theme: bare + choice.leanings.get(theme, 0.0) for theme in load("facts/themes")}
    for theme, value in signs.shares.items():
        sums[theme] += choice.share * log(value / choice.few + 1)
    for theme, value in signs.around.items():
        sums[theme] += choice.around * log(value / choice.few + 1)
    for theme, value in signs.spoken.items():
        sums[theme] += choice.spoken * log(value + 1)
    sums[NONE] = choice.leanings[NONE]
    for theme, value in says.items():
        sums[theme] += value
    weights = {theme: exp(value) for theme, value in sums.items()}
    total = sum(weights.values())
    return {theme: weight / total for theme, weight in weights.items()}


@dataclass(frozen=True)
class ThemeWords:
    """The words of a paragraph that say something of a theme, and where each stands first."""

    text: str
    language: str
    places: Mapping[str, Range]

    def says(self, worth: float) -> dict[str, float]:
        """Return what the words together say of each theme, one word alone ``worth`` times its weight."""
        weights = _weights(self.language)
        factor = worth / sqrt(len(self.places) or 1)
        together: dict[str, float] = {}
        for word in self.places:
            for theme, weight in weights[word].items():
                together[theme] = together.get(theme, 0.0) + factor * weight
        return together

    def evidence(self, theme: str, telling: float) -> tuple[Range, ...]:
        """Return where the words stand that say most for a theme, whole: 国系 is no word (of 联合国系统).

        None that weighs less than ``telling``: many small weights (表示, also) may decide, but show nothing.
        """
        weights = _weights(self.language)
        weighed = [(weights[word].get(theme, 0.0), place) for word, place in self.places.items()]
        saying = [(weight, place) for weight, place in weighed if weight >= telling]
        words = language_of(self.language).word_classes(self.text) if saying else []
        whole: dict[Range, tuple[int, float]] = {}
        for weight, (start, end) in saying:
            touched = [word for word in words if word.start < end and start < word.end]
            place = (touched[0].start, touched[-1].end) if touched else (start, end)
            whole[place] = min(whole.get(place, (len(touched), 0.0)), (len(touched), -weight))
        return tuple(sorted(sorted(whole, key=whole.__getitem__)[:_TELLING]))


def theme_words(text: str, language: str) -> ThemeWords:
    """Return the words of a text that say something of a theme.

    Examples
    --------
    >>> theme_words("of the and", "en").says(1.0)
    {}
    """
    weights = _weights(language)
    places: dict[str, Range] = {}
    for word, start, end in words_in(text, language):
        if word in weights:
            places.setdefault(word, (start, end))
    return ThemeWords(text, language, places)


def _weights(language: str) -> Mapping[str, Mapping[str, float]]:
    weights: Mapping[str, Mapping[str, float]] = language_of(language).table("theme_words")["words"]
    return weights


def likely_themes(hits: Sequence[ThemeHit], signs: ThemeSigns, words: ThemeWords) -> list[ThemeHit]:
    """Return the themes of a paragraph, the likeliest main one first, each with its chance.

    Of those that the terms gave stay all that are likely enough; another comes in only as the likeliest of all, on
    the evidence of the words that say most for it, if any weighs enough alone. Where *none* is the likeliest there is
    none, unless the paragraph has terms of one: what asks for a report on vaccines names its matter.

    Parameters
    ----------
    hits, signs
        What the paragraph's terms gave (``themes.theme_hits``), and what they say.
    words
        Its words that say something of a theme.
    """
    choice = estimated_choice()
    likely = chances(signs, words.says(choice.words), choice)
    nothing = likely.pop(NONE)
    most = max(likely.values())
    if nothing > most and not any(hit.evidence for hit in hits):
        return []
    chosen = [
        ThemeHit(hit.theme, round(likely[hit.theme], 4), hit.evidence)
        for hit in hits
        if likely[hit.theme] >= min(most, choice.kept if hit.evidence else choice.implied)
    ]
    likeliest = max(likely, key=likely.__getitem__)
    if words.places and most >= choice.enough and likeliest not in {hit.theme for hit in hits}:
        chosen.append(ThemeHit(likeliest, round(most, 4), words.evidence(likeliest, choice.telling)))
    return sorted(chosen, key=lambda hit: (-hit.score, hit.theme))
