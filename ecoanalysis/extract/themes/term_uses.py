"""Terms of themes in a text: where each stands, what it says there, and what all of them weigh together."""

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


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a text: each theme's weight and where its terms stand, and which themes not only names speak of."""

    weight: dict[str, float]
    evidence: dict[str, list[tuple[int, int]]]
    spoken: frozenset[str]


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


def _inside(start: int, end: int, ranges: Iterable[Range]) -> bool:
    return any(first <= start and end <= last for first, last in ranges)


def _goes_on(text: str, end: int) -> bool:
    """Whether a word does not end there, nor behind a plural's sign: crime in Crimea."""
    behind = end + text.startswith("s", end)
    return text[behind : behind + 1].isalpha()
