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

Range = tuple[int, int]


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

NAMES_ALONE = 0.2
"""Share below which a theme that only names of bodies speak of is none."""

TITLE = 3.0
"""What the title says of a resolution's themes, against all its paragraphs together."""

MAIN = 0.5
"""Share from which a theme that the title names is what the resolution is about."""

LEADING = 0.25
"""The same where the title names several and none reaches that: of the greatest, which then counts as if it did."""


@dataclass(frozen=True)
class ThemeWeights:
    """What decides between the themes of a paragraph; ``facts/theme_weights.toml`` says what each is, and from what."""

    places: Mapping[str, float]
    again: float
    context: float
    near: float
    implied: float
    hides: float
    counts: Mapping[str, float]


@cache
def estimated_weights() -> ThemeWeights:
    """Return the weights of the lexicon.

    Examples
    --------
    >>> sorted(estimated_weights().places)
    ['heads', 'later', 'listed', 'parties', 'passing']
    """
    table = load("facts/theme_weights")
    return ThemeWeights(table["places"], counts=table["counts"], **table["weights"])


class TermUse(NamedTuple):
    """A term of a theme where it stands: what it says, in what places it is, how often it was read before."""

    theme: str
    worth: float
    start: int
    end: int
    times: int
    places: tuple[str, ...]
    name: Range | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a text: each theme's weight and where its terms stand, and which themes not only names speak of."""

    weight: dict[str, float]
    evidence: dict[str, list[tuple[int, int]]]
    spoken: frozenset[str]


class TermPlaces(NamedTuple):
    """Ranges of a text in which a term says less of what the text is about (parties, what is added, clauses behind the
    first), and those in which it says more: where what is asked or stated begins; and names, which say a theme once.
    """

    names: Sequence[Range] = ()
    parties: Sequence[Range] = ()
    passing: Sequence[Range] = ()
    heads: Sequence[Range] = ()
    later: Sequence[Range] = ()

    def of(self, start: int, end: int) -> tuple[str, ...]:
        """The kinds of ranges that a term stands in."""
        within = (kind for kind in ("parties", "passing", "later") if _inside(start, end, getattr(self, kind)))
        begins = ("heads",) if any(first <= start < last for first, last in self.heads) else ()
        return (*within, *begins)

    def name(self, start: int, end: int) -> Range | None:
        """The name that a term is part of."""
        return next((name for name in self.names if name[0] <= start and end <= name[1]), None)


ALIKE = TermPlaces()
"""Where all terms of a text count alike."""


def _inside(start: int, end: int, ranges: Iterable[Range]) -> bool:
    return any(first <= start and end <= last for first, last in ranges)


def term_uses(text: str, language: str, places: TermPlaces = ALIKE) -> list[TermUse]:
    """Return the terms of a text, where they stand.

    Parameters
    ----------
    text
        A paragraph's own words.
    places
        Where a term counts less, or more.

    Examples
    --------
    >>> [(use.theme, use.start, use.times) for use in term_uses("railways, schools and railways", "en")]
    [('transport', 0, 0), ('culture-science-education', 10, 0), ('transport', 22, 1)]
    """
    terms = _terms(language)
    uses: list[TermUse] = []
    times: Counter[int] = Counter()
    senses = language_of(language).table("senses")
    lowered = lower(plain(text))
    touching = language_of(language).words_touch
    for index, start, end in terms.automaton.find_matches_as_indexes(lowered):
        if not touching and (lowered[start - 1 : start].isalpha() or _goes_on(lowered, end)):
            continue
        where = places.of(start, end)
        if terms.worth[index] and is_listed(lowered, start, end, language):
            where = (*where, "listed")
        name = places.name(start, end)
        factor = (senses["begins"] if "heads" in where else 1.0) / (1 + start / senses["late"])
        uses += [
            TermUse(theme, worth * factor, start, end, times[index], where, name) for theme, worth in terms.worth[index]
        ]
        times[index] += 1
    return uses


def is_listed(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a word is an item in the midst of a list: there it is one of several.

    Examples
    --------
    >>> text = "roads, railways and ports"
    >>> is_listed(text, 7, 15, "en"), is_listed(text, 0, 5, "en")
    (True, False)
    """
    lexicon = language_of(language)
    near: int = lexicon.table("senses")["item"]
    before, behind = text[max(start - near, 0) : start], text[end : end + near]
    return bool(
        lexicon.compiled("senses", "item_before").search(before)
        and lexicon.compiled("senses", "item_behind").match(behind)
    )


def weigh(uses: Iterable[TermUse], weights: ThemeWeights) -> Weighed:
    """Return what the terms of a text weigh together, a name's heaviest of a theme alone.

    Examples
    --------
    >>> round(weigh(term_uses("railways and ports", "en"), estimated_weights()).weight["transport"], 2)
    5.96
    """
    weight: dict[str, float] = {}
    evidence: dict[str, list[tuple[int, int]]] = {}
    spoken: set[str] = set()
    once: dict[tuple[Range, str], float] = {}
    for use in uses:
        value = use.worth * weights.again**use.times
        for place in use.places:
            value *= weights.places[place]
        if use.name:
            before = once.get((use.name, use.theme), 0.0)
            once[use.name, use.theme] = max(value, before)
            value = once[use.name, use.theme] - before
        else:
            spoken.add(use.theme)
        weight[use.theme] = weight.get(use.theme, 0) + value
        evidence.setdefault(use.theme, []).append((use.start, use.end))
    return Weighed(weight, evidence, frozenset(spoken))


def weigh_themes(text: str, language: str, places: TermPlaces = ALIKE) -> Weighed:
    """Return what the terms of a text weigh.

    Examples
    --------
    >>> round(weigh_themes("railways and ports", "en").weight["transport"], 2)
    5.96
    """
    return weigh(term_uses(text, language, places), estimated_weights())


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


def procedure_in(act: str, language: str) -> int:
    """Return how far an act only serves the organ's further work, whatever its matter.

    Examples
    --------
    >>> procedure_in("seek the views of Member States on the matter", "en"), procedure_in("build piers", "en")
    (45, 0)
    """
    procedure = language_of(language).compiled("senses", "procedural").match(act)
    return procedure.end() if procedure else 0


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


def _is_general(theme: str) -> bool:
    return bool(load("facts/themes")[theme].get("general"))


def surroundings(subject: Mapping[str, float], neighbours: Sequence[Weighed], near: float) -> dict[str, float]:
    """Return the themes around a paragraph: their shares in the resolution, and in the paragraphs beside it.

    Examples
    --------
    >>> surroundings({"energy": 0.5}, [weigh_themes("railways", "en"), weigh_themes("energy", "en")], 0.5)
    {'energy': 0.75, 'transport': 0.25}
    """
    shares = dict(subject)
    for text in neighbours:
        total = sum(text.weight.values())
        for theme, weight in text.weight.items():
            shares[theme] = shares.get(theme, 0) + near * weight / total / 2
    return shares


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
