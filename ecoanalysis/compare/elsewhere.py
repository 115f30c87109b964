"""What went from one place → the paragraph of the later edition that says much the same, if any does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from ecoanalysis.compare.still_standing import PlacedClause, as_string, function_words, place, telling
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import EditionParagraph
from ecoanalysis.model.facts import Clause

_OPENING = 12  # words, touching ones twice as many, with which a clause must open to stand where they stand
_FEW = 4  # telling words, pairs of touching ones twice as many, beyond which words are sought elsewhere
# Share of the telling words of what went, the rare ones weighing most, that a paragraph must have, or must have come
# to have, for it to be doubtful that they are lost.
_STANDING, _COME = 0.42, 0.40
# The same of what its clause alone said in its paragraph, where what came in its place has some of its words.
_BESIDE = {False: 0.12, True: 0.04}


@dataclass(frozen=True)
class Elsewhere:
    """The later edition's paragraphs by their telling words, asked which of them may say what the earlier one said."""

    comparison: Comparison

    def home(self, words: str, fact: Clause) -> str | None:
        """Return the paragraph that has most words of a clause, of a directive one that directs as strongly."""
        wanted = self._telling(words)
        if self.is_short(words):
            return None
        opening = words[: _OPENING * (1 + self._touching)]
        best, most = None, self._weight(wanted)
        for paragraph, standing, come in self._later:
            if not any(_may_say(each.clause, fact) for each in paragraph.provisions):
                continue
            weight = max(self._weight(wanted & standing) / _STANDING, self._weight(wanted & come) / _COME)
            if len(opening) == _OPENING * (1 + self._touching) and opening in as_string(paragraph.shingles):
                return paragraph.id
            if weight >= most:
                best, most = paragraph.id, weight
        return best

    def stays(self, clause: PlacedClause, beside: Sequence[str]) -> bool:
        """Whether what a clause alone said in its paragraph stands in part in the paragraphs that are linked."""
        wanted = self._alone(clause)
        linked = (self._of(paragraph) for paragraph in self.comparison.new.paragraphs if paragraph.id in beside)
        shared = wanted & set[str]().union(*linked)
        return bool(shared) and self._weight(shared) >= _BESIDE[self._touching] * self._weight(wanted)

    def shares(self, clause: PlacedClause, paragraph: EditionParagraph) -> bool:
        """Whether a paragraph has a word of what a clause alone said in its own."""
        return bool(self._alone(clause) & self._of(paragraph))

    def _alone(self, clause: PlacedClause) -> set[str]:
        others = (place(clause.paragraph, each) for each in clause.paragraph.provisions if each != clause.provision)
        return self._telling(clause.content).difference(*(self._telling(other.content) for other in others))

    def is_short(self, words: str) -> bool:
        """Whether words are too few to tell where else they may stand."""
        return len(self._telling(words)) <= _FEW * (1 + self._touching)

    @cached_property
    def _later(self) -> list[tuple[EditionParagraph, set[str], set[str]]]:
        """Of each later paragraph its telling words, and those that the paragraphs linked with it did not have."""
        old = {paragraph.id: self._of(paragraph) for paragraph in self.comparison.old.paragraphs}
        links = {id: link for link in self.comparison.links for id in link.new}
        later = []
        for paragraph in self.comparison.new.paragraphs:
            before = links[paragraph.id].old if paragraph.id in links else ()
            words = self._of(paragraph)
            later.append((paragraph, words, words.difference(*(old[id] for id in before))))
        return later

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        every = [*self.comparison.old.paragraphs, *self.comparison.new.paragraphs]
        counts = Counter(word for paragraph in every for word in self._of(paragraph))
        return {word: log(1 + len(every) / count) for word, count in counts.items()}

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._rarity.get(word, 0.0) for word in words)

    def _of(self, paragraph: EditionParagraph) -> set[str]:
        return self._telling(as_string(paragraph.shingles))

    def _telling(self, words: str) -> set[str]:
        return telling(words, function_words(self.comparison.old.language), self._touching)

    @property
    def _touching(self) -> bool:
        return language_of(self.comparison.old.language).words_touch


def _may_say(later: Clause, fact: Clause) -> bool:
    """Whether a clause is of a sort that may say what an earlier one said: no decision says what is thought."""
    if fact.band:
        return (later.band or "") >= fact.band
    return fact.class_ == "DEC" or later.class_ != "DEC"
