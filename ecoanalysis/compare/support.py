"""How much of what an earlier clause says stands in a later edition: one measure, for losses that are certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

from ecoanalysis.compare.still_standing import PlacedClause, as_string, function_words
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

    @cached_property
    def _later(self) -> Sequence[Terms]:
        return [self.whole(paragraph) for paragraph in self.comparison.new.paragraphs]

    @cached_property
    def _new(self) -> Terms:
        """The terms that paragraphs of the later edition have and those that they come from have not."""
        old = {paragraph.id: self.whole(paragraph) for paragraph in self.comparison.old.paragraphs}
        later = {
            paragraph.id: terms for paragraph, terms in zip(self.comparison.new.paragraphs, self._later, strict=True)
        }
        added: Terms = frozenset()
        for link in self.comparison.links:
            before = frozenset[str]().union(*(old[id] for id in link.old))
            added |= frozenset[str]().union(*(later[id] for id in link.new)) - before
        return added

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        every = [*self._later, *map(self.whole, self.comparison.old.paragraphs)]
        counts = Counter(term for terms in every for term in terms)
        return {term: log(1 + len(every) / count) for term, count in counts.items()}

    def _weigh(self, terms: Iterable[str]) -> float:
        return sum(self._rarity.get(term, 0.0) for term in terms)

    def whole(self, paragraph: EditionParagraph) -> Terms:
        """Return the terms of a paragraph."""
        return self._terms(paragraph, range(len(paragraph.shingles)))

    def _terms(self, paragraph: EditionParagraph, numbers: Iterable[int]) -> Terms:
        text = paragraph.text if self._spelled else None
        hashed = as_string(paragraph.shingles) if text is None else ""
        words = [hashed[n] if text is None else text[slice(*paragraph.places[n])].lower() for n in numbers]
        if self._language.words_touch:
            runs = pairwise(words)
            return frozenset("".join(run) for run in runs if not self._dull.intersection(run))
        return frozenset(word[:_STEM] for word in words if word not in self._dull)

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
