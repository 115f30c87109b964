"""What went from one place → the paragraph of the later edition that says much the same, if any does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from ecoanalysis.compare.past import STATEMENTS, behind_verb
from ecoanalysis.compare.still_standing import PlacedClause, as_string, function_words, phrase, place, telling
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import EditionParagraph
from ecoanalysis.model.facts import Clause

_NUMBERED = re.compile(r"[\w/.()-]*\d[\w/.()-]*", re.ASCII)
_OPENING = 12  # words, touching ones twice as many, with which a clause must open to stand where they stand
_FEW = 4  # telling words, pairs of touching ones twice as many, beyond which words are sought elsewhere
# Share of the telling words of what went, the rare ones weighing most, that a paragraph must have, or must have come
# to have, for it to be doubtful that they are lost.
_STANDING, _COME = 0.42, 0.40
_LIKE = 0.35  # the same under whatever verb
_LIKE_WHOLE = {False: 0.34, True: 0.28}  # the same of a paragraph that went whole
_PASSAGE = {False: 8, True: 24}  # words, or touching ones, that stand side by side by no chance and are no name
_FIRST = 3  # telling words that name what a statement is about
_HEAD = 6  # telling words with which a clause opens, pairs of touching ones twice as many
_SAME_HEAD = 0.60  # share of them, the rare ones weighing most, with which another clause must open
# The same of what its clause alone said in its paragraph, where what came in its place has some of its words.
_BESIDE = {False: 0.08, True: 0.03}


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

    def closest(self, words: str, fact: Clause | None = None, whole: bool = False) -> str | None:
        """Return the paragraph that has most telling words of a clause under whatever verb; none that asks for less."""
        if self.is_short(words):
            return None
        others = (each for each in self.comparison.new.paragraphs if fact is None or not _asks_less(each, fact))
        share, id = max(((self.share(words, each), each.id) for each in others), default=(0.0, ""))
        return id if share >= (_LIKE_WHOLE[self._touching] if whole else _LIKE) else None

    def opens(self, words: str) -> str | None:
        """Return the paragraph a clause of which has nearly all telling words with which an earlier one opens."""
        width = _HEAD * (1 + self._touching)
        head = self._head(words, width)
        if len(head) < width:
            return None
        least = _SAME_HEAD * self._weight(head)
        return next((id for id, begin in self._heads if self._weight(head & begin) >= least), None)

    def repeats(self, words: str, beside: Sequence[str]) -> str | None:
        """Return a paragraph, no linked one, that alone has a long passage of a clause word for word, or nothing."""
        length = _PASSAGE[self._touching]
        for start in range(len(words) - length + 1):
            passage = words[start : start + length]
            home = self._passages.get(passage)
            if home and home not in beside and len(self._telling(passage)) >= _HEAD * (1 + self._touching):
                return home
        return None

    @cached_property
    def _heads(self) -> list[tuple[str, set[str]]]:
        """Of each later clause its paragraph, and the telling words with which it opens."""
        width = 2 * _HEAD * (1 + self._touching)
        clauses = ((each.id, place(each, it)) for each in self.comparison.new.paragraphs for it in each.provisions)
        return [(id, self._head(clause.content, width)) for id, clause in clauses]

    @cached_property
    def _passages(self) -> Mapping[str, str]:
        """The passages of the later edition, each with its paragraph; nothing for one that stands in several."""
        homes: dict[str, str] = {}
        length = _PASSAGE[self._touching]
        for paragraph in self.comparison.new.paragraphs:
            text = as_string(paragraph.shingles)
            for passage in {text[start : start + length] for start in range(len(text) - length + 1)}:
                homes[passage] = "" if passage in homes else paragraph.id
        return homes

    def _head(self, words: str, count: int) -> set[str]:
        return self._telling(words[: self._end_of_head(words, count)])

    def _end_of_head(self, words: str, count: int) -> int:
        """Where the first so many telling words of a clause end."""
        function, width, seen = function_words(self.comparison.old.language), 1 + self._touching, set[str]()
        for start in range(len(words) - width + 1):
            run = words[start : start + width]
            if not set(run) & function:
                seen.add(run)
            if len(seen) == count:
                return start + width
        return len(words)

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
            self._head(each.content, count * (1 + self._touching)) for each, count in ((before, _FIRST), (after, _HEAD))
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

    def hardly_says(self, clause: PlacedClause) -> bool:
        """Whether a statement has few words but what it cites."""
        fact = clause.provision.clause
        rest = phrase(_NUMBERED.sub(" ", behind_verb(fact)), self.comparison.old.language)
        cites = fact.class_ in STATEMENTS and bool(_NUMBERED.search(fact.quote))
        return cites and self.is_short(rest)

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
        words = self._words.get(paragraph.words)
        if words is None:
            words = self._words[paragraph.words] = self._telling(as_string(paragraph.shingles))
        return words

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        """The telling words of paragraphs by the hash of all their words."""
        return {}

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
