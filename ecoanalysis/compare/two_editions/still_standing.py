"""What of an earlier text still stands in a later one, told from hashed words: as good where no text is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause, asks_alike, parties_of, place
from ecoanalysis.compare.fingerprints.word_strings import (
    as_string,
    covered,
    function_words,
    in_pairs,
    occurrences,
    pairs_of,
    phrase,
    telling,
)
from ecoanalysis.model.edition import EditionParagraph

_STANDS = 0.80  # share of a clause's words that must stand in one order behind its verb for the clause to stand
_LOOSE = 1.25  # within how many words more than it had
# Share of its pairs of words that a linked paragraph, or any other one, must have for a clause to live on in it.
_KEPT_BESIDE, _KEPT_ELSEWHERE = 0.50, 0.70
# Share of a clause's telling words, or pairs of characters that touch, that a linked clause, or any other one, must
# have to be the same in other words.
_REWORDED = {False: 0.50, True: 0.30}
_REWORDED_ELSEWHERE = {False: 0.65, True: 0.45}
_LONG = 12  # words from which on a passage stands though one here and there changed
_NEAR = 3  # words between a clause that stands and what is said of it


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
    pairs: tuple[frozenset[str], ...]
    """Of each paragraph, its pairs of neighbouring words."""

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
            in_pairs(content, pairs) >= least.get(words, _KEPT_ELSEWHERE)
            for words, pairs, verbs in zip(self.paragraphs, self.pairs, self.verbs, strict=True)
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
            if words in paragraph or (long and in_pairs(words, self.pairs[number]) >= _STANDS)
        )
        return next(places, None)

    def reworded(self, clause: PlacedClause, beside: Sequence[PlacedClause], touching: bool) -> bool:
        """Whether a linked clause says the same in other words: of a directive one as strong, to parties alike."""
        return any(self._rewording(clause, beside, touching, _REWORDED[touching]))

    def reworded_elsewhere(self, clause: PlacedClause, touching: bool) -> bool:
        """The same of the clauses of any paragraph, in most of its words."""
        return any(self._rewording(clause, self.clauses, touching, _REWORDED_ELSEWHERE[touching]))

    def _rewording(
        self, clause: PlacedClause, others: Sequence[PlacedClause], touching: bool, least: float
    ) -> Iterator[bool]:
        """Of each of the others whether it says the same; of none where there is too little to say."""
        wanted = telling(clause.content, self.function, touching)
        band, parties = clause.provision.clause.band or "", parties_of(clause)
        for later in others if len(wanted) > _NEAR else ():
            alike = (later.provision.clause.band or "") >= band and (not parties or asks_alike(clause, later))
            yield alike and len(wanted & telling(later.content, self.function, touching)) >= least * len(wanted)

    def home(self, clause: PlacedClause, touching: bool) -> int | None:
        """The position of a paragraph where a clause of some length lives on, in most of its words, or None."""
        if len(clause.content) < _LONG * (1 + touching):
            return None
        if self.keeps(clause):
            shares = [in_pairs(clause.content, pairs) for pairs in self.pairs]
            return shares.index(max(shares))
        least = _REWORDED_ELSEWHERE[False]
        rewording = self._rewording(clause, self.clauses, touching, least)
        return next((home for home, says in zip(self.homes, rewording, strict=False) if says), None)

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
        """Whether the words of its verb are not a part of another verb there: 请 stands in 邀请, and asks for more.

        Of a point, whose verb stands elsewhere, whether its words are not those of a statement that tells of them.
        """
        asks, end = clause.provision.clause, start + len(clause.verb)
        over = [place for place in self.verbs[number] if place.begin <= start]
        if not clause.verb and over and (over[-1].class_ == "DIR") != (asks.class_ == "DIR"):
            return False
        return not any(
            place.begin <= start and end <= place.end and (place.class_, place.band) != (asks.class_, asks.band)
            for place in self.verbs[number]
        )


def standing_in(paragraphs: Sequence[EditionParagraph], language: str) -> Standing:
    """Return what stands in the paragraphs of an edition."""
    clauses = tuple(place(paragraph, provision) for paragraph in paragraphs for provision in paragraph.provisions)
    words = tuple(as_string(paragraph.shingles) for paragraph in paragraphs)
    homes = tuple(number for number, paragraph in enumerate(paragraphs) for _ in paragraph.provisions)
    pairs = tuple(frozenset(pairs_of(each)) for each in words)
    return Standing(words, clauses, function_words(language), tuple(map(_verb_places, paragraphs)), homes, pairs)


def _verb_places(paragraph: EditionParagraph) -> tuple[VerbPlace, ...]:
    return tuple(
        VerbPlace(begin, end, provision.clause.class_, provision.clause.band)
        for provision in paragraph.provisions
        for begin, end in provision.framing
        if begin == provision.first
    )


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
