"""How much of what an earlier clause says stands in a later edition: one measure, for losses that are certain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from math import log

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause
from ecoanalysis.compare.fingerprints.word_strings import as_string, function_words
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import EditionParagraph

_STEM = 6  # letters by which a word is known, whatever its ending

Terms = frozenset[str]
"""What of a text tells of its matter."""


@dataclass(frozen=True)
class Support:
    """Two editions by the terms of their paragraphs: stems of words, or pairs of words that touch.

    A term weighs the more, the fewer paragraphs of the two editions have it. Where the words of an edition are not at
    hand, their hashes stand for them.
    """

    comparison: Comparison

    def share(self, terms: Terms, others: Terms) -> float:
        """Return the share of terms that others have."""
        return self._weigh(terms & others) / (self._weigh(terms) or 1)

    def best(self, terms: Terms) -> tuple[str, float]:
        """Return the paragraph of the later edition that alone has most of some terms, and their share."""
        shares = [self._weigh(terms & each) for each in self._later]
        most = max(shares, default=0.0)
        id = self.comparison.new.paragraphs[shares.index(most)].id if shares else ""
        return id, most / (self._weigh(terms) or 1)

    def best_anew(self, terms: Terms) -> tuple[str, float]:
        """Return the later paragraph that has most of some terms in words new to it, and their share."""
        shares = [(self.share(terms, added), id) for id, added in self._added.items()]
        share, home = max(shares, key=lambda each: each[0], default=(0.0, ""))
        return home, share

    def anew(self, terms: Terms) -> float:
        """Return the share of terms that the later edition has in words that the paragraphs before them had not."""
        return self._weigh(terms & self._new) / (self._weigh(terms) or 1)

    def homes(self, terms: Terms) -> tuple[str, ...]:
        """Return the paragraph that has most of some terms, if any has one of them."""
        home, share = self.best(terms)
        return (home,) if share else ()

    def content(self, clause: PlacedClause) -> Terms:
        """Return the terms of a clause without those of its verb, hedges and addressees."""
        provision = clause.provision
        framed, words = provision.framed, range(provision.first, provision.last)
        return self._terms(clause.paragraph, (word for word in words if word not in framed))

    def between(self, paragraph: EditionParagraph, start: int, end: int) -> Terms:
        """Return the terms of the words of a paragraph that stand between two offsets of the raw text."""
        places = enumerate(paragraph.places)
        return self._terms(paragraph, (n for n, (first, _) in places if start <= paragraph.offsets[first] < end))

    def whole(self, paragraph: EditionParagraph) -> Terms:
        """Return the terms of a paragraph."""
        return self._wholes[id(paragraph)]

    @cached_property
    def _later(self) -> Sequence[Terms]:
        return [self.whole(paragraph) for paragraph in self.comparison.new.paragraphs]

    @cached_property
    def _new(self) -> Terms:
        return frozenset[str]().union(*self._added.values())

    @cached_property
    def _added(self) -> Mapping[str, Terms]:
        """The terms that a paragraph of the later edition has and those that it comes from have not."""
        old = {paragraph.id: self.whole(paragraph) for paragraph in self.comparison.old.paragraphs}
        later = {paragraph.id: self.whole(paragraph) for paragraph in self.comparison.new.paragraphs}
        return {
            id: later[id] - frozenset[str]().union(*(old[before] for before in link.old))
            for link in self.comparison.links
            for id in link.new
        }

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        counts = Counter(chain.from_iterable(self._wholes.values()))
        rarity = {term: log(1 + len(self._wholes) / count) for term, count in counts.items()}
        return defaultdict(float, rarity)

    def _weigh(self, terms: Iterable[str]) -> float:
        return sum(map(self._rarity.__getitem__, terms))

    def _terms(self, paragraph: EditionParagraph, numbers: Iterable[int]) -> Terms:
        every = self._words[id(paragraph)]
        return self._telling([every[number] for number in numbers])

    def _telling(self, words: Sequence[str]) -> Terms:
        dull = self._dull
        if self._language.words_touch:
            return frozenset(run + last for run, last in pairwise(words) if run not in dull and last not in dull)
        return frozenset(word[:_STEM] for word in words if word not in dull)

    @cached_property
    def _wholes(self) -> Mapping[int, Terms]:
        return {paragraph: self._telling(words) for paragraph, words in self._words.items()}

    @cached_property
    def _words(self) -> Mapping[int, Sequence[str]]:
        """The words of each paragraph of both editions, or their hashes; read once."""
        every = (*self.comparison.old.paragraphs, *self.comparison.new.paragraphs)
        return {id(paragraph): self._words_of(paragraph) for paragraph in every}

    def _words_of(self, paragraph: EditionParagraph) -> Sequence[str]:
        text = paragraph.text if self._spelled else None
        if text is None:
            return as_string(paragraph.shingles)
        return [text[start:end].lower() for start, end in paragraph.places]

    @cached_property
    def _dull(self) -> frozenset[str]:
        """The words that alone tell nothing."""
        if not self._spelled:
            return function_words(self.comparison.old.language)
        return frozenset(self._language.table("slots")["function"])

    @cached_property
    def _spelled(self) -> bool:
        return self.comparison.old.has_text and self.comparison.new.has_text

    @property
    def _language(self) -> Language:
        return language_of(self.comparison.old.language)
