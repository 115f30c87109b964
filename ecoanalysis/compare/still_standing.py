"""What of an earlier text still stands in a later one, told from hashed words: as good where no text is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add

from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.fuzz import partial_ratio

from ecoanalysis.compare.fingerprint import BITS, find_words, shingles
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import EditionParagraph, Provision

_STANDS = 0.80  # share of a clause's words that must stand in one order behind its verb for the clause to stand
_LOOSE = 1.25  # within how many words more than it had
_LIKE = 80  # of 100: how alike a reservation must be to words that stood before to be no new one
# Share of its pairs of words that a linked paragraph, or any other one, must have for a clause to live on in it.
_KEPT_BESIDE, _KEPT_ELSEWHERE = 0.50, 0.70
# Share of a clause's telling words, or pairs of characters that touch, that a linked clause, or any other one, must
# have to be the same in other words.
_REWORDED = {False: 0.50, True: 0.30}
_REWORDED_ELSEWHERE = {False: 0.65, True: 0.45}
_LONG = 12  # words from which on a passage stands though one here and there changed
_NEAR = 3  # words between a clause that stands and what is said of it
_CHARACTERS = tuple(chr(0x100 + value) for value in range(BITS + 1))  # clear of what string functions treat apart


@dataclass(frozen=True, slots=True)
class PlacedClause:
    """A clause in its paragraph, its words as a string of one character a word: all, its verb's, its content's."""

    paragraph: EditionParagraph
    provision: Provision
    words: str
    verb: str
    content: str
    """The words without those of its verb, hedges and addressees."""


@dataclass(frozen=True, slots=True)
class VerbPlace:
    """Where the verb of a clause stands among the words of its paragraph, and of what class and force it is."""

    begin: int
    end: int
    class_: str
    band: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The later edition: asked whether a clause of the earlier one still stands there, whatever paragraph it is in."""

    paragraphs: tuple[str, ...]
    clauses: tuple[PlacedClause, ...]
    function: frozenset[str]
    verbs: tuple[tuple[VerbPlace, ...], ...]
    """Of each paragraph, the places of its clauses' verbs."""
    homes: tuple[int, ...]
    """Of each clause, the position of its paragraph."""

    def holds(self, clause: PlacedClause) -> bool:
        """Whether its words, verb included, stand there one behind the other."""
        words = self.bare(clause.words)
        return bool(words) and any(
            self._is_verb(number, start, clause)
            for number, paragraph in enumerate(self.paragraphs)
            for start in occurrences(words, paragraph)
        )

    def still_says(self, clause: PlacedClause) -> bool:
        """Whether its verb still stands over its words, one here and there changed."""
        return self.holds(clause) or any(self._says(clause, number) for number in range(len(self.paragraphs)))

    def still_asks(self, clause: PlacedClause) -> bool:
        """Whether it still stands, or a directive as strong or stronger asks the same."""
        band = clause.provision.clause.band or ""
        return self.still_says(clause) or any(
            (later.provision.clause.band or "") >= band and covered(clause.content, later.content) >= _STANDS
            for later in self.clauses
            if later.provision.clause.class_ == "DIR"
        )

    def keeps(self, clause: PlacedClause, beside: Iterable[str] = ()) -> bool:
        """Whether most of its content lives on in one paragraph, in whatever order, one of those ``beside`` it first.

        Of a directive only where a directive as strong or stronger stands in that paragraph.
        """
        content, band = self.bare(clause.content), clause.provision.clause.band
        least = dict.fromkeys(beside, _KEPT_BESIDE)
        return len(content) > _NEAR and any(
            in_pairs(content, words) >= least.get(words, _KEPT_ELSEWHERE)
            for words, verbs in zip(self.paragraphs, self.verbs, strict=True)
            if band is None or any((verb.band or "") >= band for verb in verbs)
        )

    def has(self, words: str) -> bool:
        """Whether words stand in a paragraph, of a long passage nearly all of them side by side as they stood."""
        return self.where(words) is not None

    def where(self, words: str) -> int | None:
        """The position of the first such paragraph; None where there is none."""
        words = self.bare(words)
        long = len(words) >= _LONG
        places = (
            number
            for number, paragraph in enumerate(self.paragraphs)
            if words in paragraph or (long and in_pairs(words, paragraph) >= _STANDS)
        )
        return next(places, None)

    def reworded(self, clause: PlacedClause, beside: Sequence[PlacedClause], touching: bool) -> bool:
        """Whether a linked clause says the same in other words: of a directive one as strong, to parties alike."""
        return self._is_reworded(clause, beside, touching, _REWORDED[touching])

    def reworded_elsewhere(self, clause: PlacedClause, touching: bool) -> bool:
        """The same of the clauses of any paragraph, in most of its words."""
        return self._is_reworded(clause, self.clauses, touching, _REWORDED_ELSEWHERE[touching])

    def _is_reworded(self, clause: PlacedClause, others: Sequence[PlacedClause], touching: bool, least: float) -> bool:
        wanted = telling(clause.content, self.function, touching)
        band, parties = clause.provision.clause.band or "", parties_of(clause)
        return len(wanted) > _NEAR and any(
            len(wanted & telling(later.content, self.function, touching)) >= least * len(wanted)
            for later in others
            if (later.provision.clause.band or "") >= band and (not parties or asks_alike(clause, later))
        )

    def home(self, clause: PlacedClause, touching: bool) -> int | None:
        """The position of a paragraph where a clause of some length lives on, in most of its words, or None."""
        if len(clause.content) < _LONG * (1 + touching):
            return None
        if self.keeps(clause):
            shares = [in_pairs(clause.content, paragraph) for paragraph in self.paragraphs]
            return shares.index(max(shares))
        least = _REWORDED_ELSEWHERE[False]
        homes = zip(self.homes, self.clauses, strict=True)
        return next((home for home, later in homes if self._is_reworded(clause, [later], touching, least)), None)

    def has_matter(self, clause: PlacedClause) -> bool:
        """Whether its content stands in a paragraph, under whatever verb: a point says what its paragraph said."""
        least = max(_NEAR, int(len(clause.content) * _STANDS))
        content = self.bare(clause.content)
        return self.holds(clause) or (
            len(content) >= least and any(content in paragraph for paragraph in self.paragraphs)
        )

    def weaker(self, clause: PlacedClause) -> PlacedClause | None:
        """The directive, if any, that asks the same with less force."""
        band = clause.provision.clause.band or ""
        matches = (
            later
            for later in self.clauses
            if later.provision.clause.class_ == "DIR"
            and (later.provision.clause.band or "") < band
            and covered(clause.content, later.content) >= _STANDS
        )
        return next(matches, None)

    def bare(self, words: str) -> str:
        """The words without function words at both ends: the connector of the next clause is none of them."""
        while words and words[-1] in self.function:
            words = words[:-1]
        return words

    def _says(self, clause: PlacedClause, number: int) -> bool:
        rest = self.bare(clause.words)[len(clause.verb) :]
        if not clause.verb or not rest:
            return False
        paragraph = self.paragraphs[number]
        for start in occurrences(clause.verb, paragraph):
            begin = start + len(clause.verb)
            window = paragraph[begin : begin + int(len(rest) * _LOOSE) + _NEAR]
            near = rest[0] in window[:_NEAR] and covered(rest, window) >= _STANDS
            if near and self._is_verb(number, start, clause):
                return True
        return False

    def _is_verb(self, number: int, start: int, clause: PlacedClause) -> bool:
        """Whether the words of its verb are not a part of another verb there: 请 stands in 邀请, and asks for more."""
        asks, end = clause.provision.clause, start + len(clause.verb)
        return not any(
            place.begin <= start and end <= place.end and (place.class_, place.band) != (asks.class_, asks.band)
            for place in self.verbs[number]
        )


def occurrences(words: str, text: str) -> Iterator[int]:
    """Yield where words stand in a text."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def standing_in(paragraphs: Sequence[EditionParagraph], language: str) -> Standing:
    """Return what stands in the paragraphs of an edition."""
    clauses = tuple(place(paragraph, provision) for paragraph in paragraphs for provision in paragraph.provisions)
    words = tuple(as_string(paragraph.shingles) for paragraph in paragraphs)
    homes = tuple(number for number, paragraph in enumerate(paragraphs) for _ in paragraph.provisions)
    return Standing(words, clauses, function_words(language), tuple(map(_verb_places, paragraphs)), homes)


def _verb_places(paragraph: EditionParagraph) -> tuple[VerbPlace, ...]:
    return tuple(
        VerbPlace(begin, end, provision.clause.class_, provision.clause.band)
        for provision in paragraph.provisions
        for begin, end in provision.framing
        if begin == provision.first
    )


def place(paragraph: EditionParagraph, provision: Provision) -> PlacedClause:
    """Return a clause with its words as strings."""
    first, last = provision.first, provision.last
    verb = max(
        (end for begin, end in provision.framing if begin == first), default=first
    )  # its intensifier's is shorter
    words = as_string(paragraph.shingles[first:last])
    return PlacedClause(
        paragraph,
        provision,
        words,
        words[: verb - first],
        _unframed(words, provision),
    )


def _unframed(words: str, provision: Provision) -> str:
    """The words of a clause outside its framing, whose ranges stand in order and may overlap."""
    content, place = "", provision.first
    for begin, end in provision.framing:
        content += words[max(0, place - provision.first) : max(0, begin - provision.first)]
        place = max(place, end)
    return content + words[place - provision.first :]


def covered(words: str, text: str) -> float:
    """Return the share of words that stand in a text in the same order, others between them or not."""
    return LCSseq.similarity(words, text) / len(words) if words else 0.0


def parties_of(clause: PlacedClause) -> set[str]:
    """Return who a clause addresses, bodies by their ids, others by the words for them."""
    parties = (party.agency or (party.surface or "").lower() for party in clause.provision.clause.addressees)
    return set(filter(None, parties))


def asks_alike(clause: PlacedClause, other: PlacedClause) -> bool:
    """Return whether two directives address a party in common, or groups of one sort."""
    sorts = ({party.type for party in each.provision.clause.addressees if party.type} for each in (clause, other))
    groups = all(not party.agency for party in clause.provision.clause.addressees)
    return bool(parties_of(clause) & parties_of(other)) or (groups and bool(set.intersection(*sorts)))


@lru_cache(maxsize=4096)
def telling(words: str, function: frozenset[str], touching: bool) -> frozenset[str]:
    """Return the words that tell; where words are single characters that touch, pairs of them."""
    width = 2 if touching else 1
    runs = (words[start : start + width] for start in range(len(words) - width + 1))
    return frozenset(run for run in runs if function.isdisjoint(run))


def shared_telling(clause: PlacedClause, other: PlacedClause, language: str) -> tuple[int, int]:
    """Return how many of the telling words of a clause's content another one's has, and how many they are."""
    touching, dull = language_of(language).words_touch, function_words(language)
    wanted = telling(clause.content, dull, touching)
    return len(wanted & telling(other.content, dull, touching)), len(wanted)


def shared_matter(clause: PlacedClause, other: PlacedClause, language: str) -> float:
    """Return the share of the telling words of the shorter of two clauses that both have."""
    touching, dull = language_of(language).words_touch, function_words(language)
    words = telling(clause.content, dull, touching), telling(other.content, dull, touching)
    return len(words[0] & words[1]) / max(1, min(map(len, words)))


def in_pairs(words: str, text: str) -> float:
    """Return the share of pairs of neighbouring words that stand in a text, in whatever order."""
    pairs = pairs_of(words)
    return sum(map(text.__contains__, pairs)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=4096)
def pairs_of(words: str) -> tuple[str, ...]:
    """Return the pairs of neighbouring words of a text whose words are one character each."""
    return tuple(map(add, words, words[1:]))


def stood_before(hedge: str, clause: PlacedClause, language: str) -> bool:
    """Return whether words much like those of a hedge stood in the earlier clause, whatever they were taken for."""
    words = phrase(hedge, language)
    return bool(words) and len(words) <= len(clause.words) and partial_ratio(words, clause.words) >= _LIKE


def bears_on(hedge: str, before: PlacedClause, after: PlacedClause, standing: Standing, language: str) -> bool:
    """Return whether a hedge stands over words of the earlier clause, and not over what came beside them."""
    words = phrase(hedge, language)
    start = after.words.find(words)
    if start < 0:
        return True
    framed = {word - after.provision.first for word in after.provision.framed} - set(range(start, start + len(words)))
    stood = {
        place
        for code in Indel.opcodes(before.words, after.words)
        if code.tag == "equal"
        for place in range(code.dest_start, code.dest_end)
    }
    places = [place for place, word in enumerate(after.words) if place not in framed and word not in standing.function]
    around = (
        [place for place in places if place < start][-_NEAR:],
        [place for place in places if place >= start + len(words)][:_NEAR],
    )
    beside = around[0][-1:], around[1][:2]  # a hedge may inflect the verb behind it: consult, consider consulting
    mostly = all(sum(place in stood for place in side) > len(side) / 2 for side in around if side)
    return mostly and all(stood.intersection(side) for side in beside if side)


@cache
def phrase(surface: str, language: str) -> str:
    """Return the words of a noun phrase, a hedge … as a string of one character a word."""
    return as_string(shingles(find_words(surface, language).words, language))


@cache
def function_hashes(language: str) -> frozenset[int]:
    """Return the hashes of the words that alone are no change worth telling."""
    return frozenset(shingles(language_of(language).table("slots")["function"], language))


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the same as they stand in strings of words."""
    return frozenset(as_string(function_hashes(language)))


@cache
def edge_words(language: str) -> frozenset[str]:
    """Return the function words that are never a part of another word, as they stand in strings of words."""
    return frozenset(as_string(shingles(language_of(language).table("slots")["edges"], language)))


def as_string(hashes: Iterable[int]) -> str:
    """Return hashes of words as a string of one character a word, which what compares strings compares fast."""
    return _spelled(tuple(hashes))


@lru_cache(maxsize=8192)
def _spelled(hashes: tuple[int, ...]) -> str:
    return "".join([_CHARACTERS[value] for value in hashes])
