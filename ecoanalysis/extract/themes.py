"""Themes: what a paragraph is about, by weighted terms, each hit kept as evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ecoanalysis.extract.letter_forms import lower, plain
from ecoanalysis.lexicon import language_of, load


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
    for words in language_of(language).table("senses")["other"]:
        worth.setdefault(plain(words), [])
    return _Terms(
        AhoCorasick(list(worth), matchkind=MatchKind.LeftmostLongest),
        tuple(tuple(pairs) for pairs in worth.values()),
    )


LEAST = 1.8
"""Weight of terms that a theme needs: a single hint (weight 1) is none, nor a likely term (2) late in a text."""

PASSING = 0.18
"""Share of a text's theme weight below which a theme is only mentioned in passing."""


IN_NAMES = 0.7
"""What a term counts inside a body's name, which says who rather than what."""

IN_PARTIES = 0.5
"""What a term counts inside the words for those who are asked."""

IN_PASSING = 0.7
"""What a term counts behind a word that adds to what was said (including, with a view to)."""

IN_HEAD = 1.15
"""What a term counts where a clause begins to say what it asks or states."""

AGAIN = 0.7
"""What a term counts that was read before, against the time before: who repeats a word is not twice on its matter."""

NAMES_ALONE = 0.2
"""Share below which a theme that only names of bodies speak of is none."""

CONTEXT = 8.0
"""Weight in a paragraph of what its resolution is about, shared out among the resolution's themes."""

TITLE = 3.0
"""What the title says of a resolution's themes, against all its paragraphs together."""

MAIN = 0.5
"""Share from which a theme that the title names is what the resolution is about."""

LEADING = 0.25
"""The same where the title names several and none reaches that: of the greatest, which then counts as if it did."""

AIM = 0.9
"""What a term counts of a theme that texts on anything name as what it is for: sustainable development."""

AIM_CONTEXT = 0.7
"""What the resolution adds to such a theme where a paragraph speaks of a matter, against what it adds to others."""

IMPLIED = 6.0
"""Weight of a theme that a resolution is about, times its share, in a paragraph that has no term of it."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a text: each theme's weight and where its terms stand, and which themes not only names speak of."""

    weight: dict[str, float]
    evidence: dict[str, list[tuple[int, int]]]
    spoken: frozenset[str]


Range = tuple[int, int]


class TermPlaces(NamedTuple):
    """Ranges of a text in which a term says less of what the text is about (names of bodies, parties, what is added),
    and those in which it says more: where what is asked or stated begins.
    """

    names: Sequence[Range] = ()
    parties: Sequence[Range] = ()
    passing: Sequence[Range] = ()
    heads: Sequence[Range] = ()

    def worth(self, start: int, end: int) -> float:
        """What a term counts there."""
        counts = ((self.parties, IN_PARTIES), (self.names, IN_NAMES), (self.passing, IN_PASSING))
        worth = next((worth for ranges, worth in counts if _inside(start, end, ranges)), 1.0)
        return worth * IN_HEAD if any(first <= start < last for first, last in self.heads) else worth

    def name(self, start: int, end: int) -> Range | None:
        """The name that a term is part of."""
        return next((name for name in self.names if name[0] <= start and end <= name[1]), None)


ALIKE = TermPlaces()
"""Where all terms of a text count alike."""


def _inside(start: int, end: int, ranges: Iterable[Range]) -> bool:
    return any(first <= start and end <= last for first, last in ranges)


def weigh_themes(text: str, language: str, places: TermPlaces = ALIKE) -> Weighed:
    """Return the terms of a text.

    Parameters
    ----------
    text
        A paragraph's own words.
    places
        Where a term counts less, or more.

    Examples
    --------
    >>> round(weigh_themes("railways and ports", "en").weight["transport"], 2)
    5.96
    """
    terms = _terms(language)
    weight: dict[str, float] = {}
    evidence: dict[str, list[tuple[int, int]]] = {}
    spoken: set[str] = set()
    times: Counter[int] = Counter()
    late: int = language_of(language).table("senses")["late"]
    once: dict[tuple[Range | None, str], float] = {}  # a name says its theme once, by its heaviest term
    lowered = lower(plain(text))
    touching = language_of(language).words_touch
    for index, start, end in terms.automaton.find_matches_as_indexes(lowered):
        if not touching and (lowered[start - 1 : start].isalpha() or _goes_on(lowered, end)):
            continue
        counts, name = places.worth(start, end) * AGAIN ** times[index] / (1 + start / late), places.name(start, end)
        times[index] += 1
        for theme, worth in terms.worth[index]:
            before = once.get((name, theme), 0.0) if name else 0.0
            once[name, theme] = max(worth * counts, before)
            weight[theme] = weight.get(theme, 0) + once[name, theme] - before
            evidence.setdefault(theme, []).append((start, end))
            if not name:
                spoken.add(theme)
    return Weighed(weight, evidence, frozenset(spoken))


def _goes_on(text: str, end: int) -> bool:
    """Whether a word does not end there, nor behind a plural's sign: crime in Crimea."""
    behind = end + text.startswith("s", end)
    return text[behind : behind + 1].isalpha()


def subject_of(titles: Sequence[Weighed], paragraphs: Sequence[Weighed]) -> dict[str, float]:
    """Return what a resolution is about: its themes and their shares, every paragraph counting alike.

    Examples
    --------
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


def says_something(words: str, language: str) -> bool:
    """Return whether words, but for names and dates, are enough to say something of their own.

    Examples
    --------
    >>> says_something("of the report of the", "en"), says_something("to take the measures that were mentioned", "en")
    (False, True)
    """
    lexicon = language_of(language)
    enough: int = lexicon.table("senses")["enough"]
    return len(lexicon.compiled("senses", "word").findall(words)) >= enough


def is_formal(clauses: Sequence[str], language: str) -> bool:
    """Return whether clauses speak of the resolution or its matter alone: that it be carried out, or reported on.

    Examples
    --------
    >>> is_formal(["to submit a report on the implementation of the present resolution"], "en")
    True
    >>> is_formal(["to report on the present resolution and on railways"], "en")
    False
    """
    lexicon = language_of(language)
    itself, formal = (lexicon.compiled("senses", key) for key in ("itself", "formal"))
    if not any(itself.search(words) for words in clauses):
        return False
    rest = [formal.sub(" ", words) for words in clauses]
    few: int = lexicon.table("senses")["few"]
    letters = lexicon.compiled("senses", "word")
    return not any(len(letters.findall(words)) >= few or weigh_themes(words, language).weight for words in rest)


def is_procedural(act: str, language: str) -> bool:
    """Return whether an act only serves the organ's further work, whatever its matter.

    Examples
    --------
    >>> is_procedural("seek the views of Member States on the matter", "en"), is_procedural("build piers", "en")
    (True, False)
    """
    return bool(language_of(language).compiled("senses", "procedural").match(act))


def arranges(title: str, language: str) -> bool:
    """Return whether a title arranges a meeting: its paragraphs speak of seats and dates, not of the meeting's theme.

    Examples
    --------
    >>> arranges("Modalities of the meeting on road safety", "en"), arranges("Road safety", "en")
    (True, False)
    """
    return bool(language_of(language).compiled("senses", "arranges").search(title))


def stated_subject(subject: Mapping[str, float], titles: Sequence[Weighed]) -> dict[str, float]:
    """Return what a resolution is mainly about as its title says: what its paragraphs mean where they do not repeat it.

    Examples
    --------
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


def theme_hits(
    text: Weighed, subject: Mapping[str, float], implied: Mapping[str, float] | None = None
) -> list[ThemeHit]:
    """Return the themes of a paragraph, the heaviest first, in a resolution that is about a subject.

    The subject decides between themes that the paragraph speaks of, a general one only where it speaks of no matter.
    Of those that it has no term of it gets only what is implied, a general theme only where it speaks of nothing else;
    such a hit has no range of the text.

    Examples
    --------
    >>> text = weigh_themes("Notes the report on railways", "en")
    >>> [hit.theme for hit in theme_hits(text, {"energy": 1.0})]
    ['transport']
    >>> [hit.theme for hit in theme_hits(text, {"energy": 1.0}, {"energy": 1.0})]
    ['energy', 'transport']
    """
    matters = [theme for theme in text.spoken if not (_is("general", theme) or _is("aim", theme))]
    specific = any(text.weight[theme] >= LEAST for theme in matters)
    context = {theme: CONTEXT * share for theme, share in subject.items() if not (specific and _is("general", theme))}
    if specific:
        context |= {theme: AIM_CONTEXT * value for theme, value in context.items() if _is("aim", theme)}
    stated = {theme: value + context.get(theme, 0) for theme, value in text.weight.items()}
    speaks = any(value >= LEAST for value in stated.values())
    meant = {theme: share for theme, share in (implied or {}).items() if not (speaks and _is("general", theme))}
    meant = {theme: IMPLIED * share for theme, share in meant.items()}
    heavy = {
        theme: value - (1 - AIM) * text.weight.get(theme, 0) if _is("aim", theme) else value
        for theme, value in (meant | stated).items()
        if value >= LEAST
    }
    total = sum(heavy.values())
    named = {theme for theme in text.weight if theme not in text.spoken}
    least = {theme: (NAMES_ALONE if theme in named else PASSING) * total for theme in heavy}
    most = max(heavy.values(), default=0)
    kept = {theme: value for theme, value in heavy.items() if value >= min(least[theme], most)}
    hits = [
        ThemeHit(theme, round(value / total, 4), tuple(text.evidence.get(theme, ()))) for theme, value in kept.items()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.theme))


def _is(sort: str, theme: str) -> bool:
    return bool(load("facts/themes")[theme].get(sort))


def find_themes(text: str, language: str) -> list[ThemeHit]:
    """Return the themes of a text that stands alone, the heaviest first.

    Examples
    --------
    >>> find_themes("完善过境运输走廊的铁路连接", "zh")[0].theme
    'transport'
    """
    return theme_hits(weigh_themes(text, language), {})


def additions(text: str, language: str) -> list[int]:
    """Return where words end behind which a text only adds to what it said.

    Examples
    --------
    >>> additions("to build railways, including in the valley", "en")
    [28]
    """
    return [marker.end() for marker in language_of(language).compiled("senses", "passing").finditer(text)]


def head_of(start: int, language: str) -> Range:
    """Return the range in which a clause whose matter begins at a place says what it is about before all.

    Examples
    --------
    >>> head_of(20, "en")
    (20, 90)
    """
    length: int = language_of(language).table("senses")["head"]
    return start, start + length
