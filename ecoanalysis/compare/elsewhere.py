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
_LIKE = 0.50  # the same under whatever verb
_FIRST = 3  # telling words that name what a statement is about
_HEAD = 6  # telling words with which a clause opens, pairs of touching ones twice as many
_SAME_HEAD = 0.75  # share of them, the rare ones weighing most, with which another clause must open
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

    def closest(self, words: str, fact: Clause | None = None) -> str | None:
        """Return the paragraph that has most telling words of a clause under whatever verb; none that asks for less."""
        if self.is_short(words):
            return None
        others = (each for each in self.comparison.new.paragraphs if fact is None or not _asks_less(each, fact))
        share, id = max(((self.share(words, each), each.id) for each in others), default=(0.0, ""))
        return id if share >= _LIKE else None

    def opens(self, words: str) -> str | None:
        """Return the paragraph a clause of which has nearly all telling words with which an earlier one opens."""
        width = _HEAD * (1 + self._touching)
        head = self._telling(words[: self._end_of_head(words, width)])
        if len(head) < width:
            return None
        for paragraph in self.comparison.new.paragraphs:
            for each in paragraph.provisions:
                content = place(paragraph, each).content
                begin = self._telling(content[: self._end_of_head(content, 2 * width)])
                if self._weight(head & begin) >= _SAME_HEAD * self._weight(head):
                    return paragraph.id
        return None

    def _end_of_head(self, words: str, count: int) -> int:
        """Where the first so many telling words of a clause end."""
        for end in range(count, len(words)):
            if len(self._telling(words[:end])) >= count:
                return end
        return len(words)

    def says(self, clause: PlacedClause) -> bool:
        """Whether a paragraph says much like a clause, under a verb of its force or another one."""
        fact = clause.provision.clause
        words = clause.content
        return bool(self.home(words, fact) or self.closest(words, fact) or self.opens(words))

    def share(self, words: str, paragraph: EditionParagraph) -> float:
        """Return the share of telling words, the rare ones weighing most, that stand in a paragraph."""
        wanted = self._telling(words)
        return self._weight(wanted & self._of(paragraph)) / (self._weight(wanted) or 1)

    def in_common(self, before: PlacedClause, after: PlacedClause) -> float:
        """Return the share of its telling words that the shorter of two clauses has in common with the other."""
        sides = self._telling(before.content), self._telling(after.content)
        return self._weight(sides[0] & sides[1]) / (min(map(self._weight, sides)) or 1)

    def begins_alike(self, before: PlacedClause, after: PlacedClause) -> bool:
        """Whether one of the first telling words of a clause is among the first of another one."""
        heads = [
            self._telling(each.content[: self._end_of_head(each.content, count * (1 + self._touching))])
            for each, count in ((before, _FIRST), (after, _HEAD))
        ]
        return bool(heads[0] & heads[1])

    def share_in(self, words: str, clause: PlacedClause) -> float:
        """Return the share of telling words that a clause has."""
        wanted = self._telling(words)
        return self._weight(wanted & self._telling(clause.words)) / (self._weight(wanted) or 1) if wanted else 1.0

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


def _asks_less(paragraph: EditionParagraph, fact: Clause) -> bool:
    """Whether a paragraph has a directive of less force than an earlier one: what is asked less is lost in force."""
    bands = (each.clause.band for each in paragraph.provisions)
    return bool(fact.band) and any(band and band < (fact.band or "") for band in bands)
