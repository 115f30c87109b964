"""Where a verb phrase begins in languages that do not mark it: read from the classes of words, not a list of verbs.

Adverbs and prepositional phrases stand before the verb. A phrase ends at its localizer (在…框架内), at a comma, or
where a verb follows that can be no part of the noun in it; words of which that may be true are weighed against each
other.
"""

from __future__ import annotations

from dataclasses import dataclass

from ecoanalysis.extract.predicates.agents import (
    actor_end,
    agent_end,
    attributive_end,
    noun_before_comma,
    noun_end,
    parts_end,
)
from ecoanalysis.extract.predicates.first_verbs import FirstVerb, first_verb
from ecoanalysis.extract.predicates.word_senses import (
    begins_act,
    begins_verb_phrase,
    behind_adverbial,
    is_counted,
    is_verb,
)
from ecoanalysis.extract.predicates.words import Words, read_words


@dataclass(frozen=True)
class Predicates:
    """Where verb phrases begin in a text, and the nouns before them end; asked for by offsets of the text.

    Examples
    --------
    >>> text = "就各国提出的建议进一步开展合作"
    >>> predicates = read_predicates(text, "zh")
    >>> verb = predicates.first_verb(0).word
    >>> text[verb.start : verb.end]
    '开展'
    """

    words: Words

    def first_verb(self, start: int) -> FirstVerb:
        """Return the verb of the phrase that begins there, and what stands before it."""
        return first_verb(self.words, self.words.number_from(start))

    def adverbial_end(self, start: int) -> int | None:
        """Return where an adverbial of several words ends that begins there."""
        behind = behind_adverbial(self.words, self.words.number_from(start))
        return self.words[behind].start if behind is not None and behind < len(self.words) else None

    def opens_act(self, start: int) -> bool:
        """Return whether a verb phrase begins there, behind a comma too: 在今年|举行; not 大会|应举行."""
        number = self.words.number_from(start)
        number += self.words.is_comma(number)
        return begins_verb_phrase(self.words, number) or behind_adverbial(self.words, number) is not None

    def begins_verb_phrase(self, start: int) -> bool:
        """Return whether a verb phrase may begin there: adverb, preposition, verb."""
        number = self._number(start)
        return number is not None and begins_verb_phrase(self.words, number)

    def begins_act(self, start: int) -> bool:
        """Return whether an act stands there, with its verb or as a noun."""
        number = self._number(start)
        return number is not None and (begins_verb_phrase(self.words, number) or begins_act(self.words, number))

    def stands_verb(self, start: int) -> bool:
        """Return whether a word stands there that is a verb, or a noun that is one too: 改革|金融体系, 紧急|遵守."""
        number, words = self._number(start), self.words
        if number is None:
            return False
        return is_verb(words, number) or (words.word_class(number) == "a" and words.word_class(number + 1) == "v")

    def stands_word(self, start: int, classes: str) -> bool:
        """Return whether a word of one of some classes begins there."""
        number = self._number(start)
        return number is not None and self.words.word_class(number) in classes

    def enables(self, start: int) -> bool:
        """Return whether a verb begins there behind which others do something: 支持|灯塔厅开展工作."""
        number = self._number(start)
        return number is not None and self.words.has("enabling", number)

    def opens_verbs(self, start: int) -> bool:
        """Return whether what may be a noun is a verb there, as one joined to it says: 各方|组织和支持."""
        number = self._number(start)
        return number is not None and self.words.has("counted", number) and is_counted(self.words, number)

    def agent_end(self, start: int, *, example: bool = False) -> int | None:
        """Return where a noun phrase of unknown words ends that a verb phrase follows; None where none stands there.

        Behind an example a comma may follow: 特别是疟疾流行国，.
        """
        number = self._number(start)
        return None if number is None else agent_end(self.words, number, example=example)

    def agent_end_around(self, place: int) -> int | None:
        """Return the same of the noun phrase that the word around a place begins."""
        starts = [word.start for word in self.words.tagged if word.start <= place]
        return self.agent_end(starts[-1]) if starts else None

    def actor_end(self, start: int) -> int | None:
        """Return where a noun of those who act ends that begins there and ends its noun phrase; else None."""
        number = self._number(start)
        return None if number is None else actor_end(self.words, number)

    def noun_before_comma(self, start: int) -> int | None:
        """Return where a noun ends that begins there and stands before a comma behind which a verb phrase begins."""
        number = self._number(start)
        return None if number is None else noun_before_comma(self.words, number)

    def parts_end(self, start: int) -> int | None:
        """Return where all or each part of what is named before ends: 联合国系统|所有部分; None where none stands."""
        number = self._number(start)
        return None if number is None else parts_end(self.words, number)

    def attributive_end(self, start: int) -> int | None:
        """Return where those begin whom one named before sets up: 秘书长|任命的|特使报告; None where none stand."""
        number = self._number(start)
        return None if number is None else attributive_end(self.words, number)

    def noun_end(self, end: int, *, shared: bool = False) -> int:
        """Return where a noun phrase ends of which the words until ``end`` are the beginning: 国家|元首.

        ``shared``: its modifiers may be those of a bare noun behind 和 too.
        """
        return noun_end(self.words, end, shared=shared)

    def _number(self, start: int) -> int | None:
        return self.words.numbers.get(start)


def read_predicates(text: str, language: str) -> Predicates | None:
    """Return where verb phrases begin in a text; None in a language that marks it."""
    words = read_words(text, language)
    return Predicates(words) if words else None
