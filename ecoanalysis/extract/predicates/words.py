"""The words of a text with their classes, and the words that are few in every language, by what they do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.language import Word

VERBS = "vw"
"""Classes of what may be a verb: a verb, a noun that is a verb too."""

_start = attrgetter("start")
_PATTERNS = ("stop", "comma", "head", "adverbial", "title", "open", "ordinal", "numbered")


@dataclass(frozen=True)
class _Grammar:
    """A language's function words (``lexicon/<language>/acts.toml``, predicate), by what they do."""

    sets: dict[str, frozenset[str]]
    stop: re.Pattern[str]
    comma: re.Pattern[str]
    head: re.Pattern[str]
    adverbial: re.Pattern[str]
    title: re.Pattern[str]
    open: re.Pattern[str]
    ordinal: re.Pattern[str]
    numbered: re.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar | None:
    lexicon = language_of(language)
    table = lexicon.table("acts").get("predicate")
    if table is None:
        return None
    sets = {key: frozenset(words) for key, words in table["words"].items()}
    return _Grammar(sets, **{key: lexicon.compiled("acts", "predicate", key) for key in _PATTERNS})


@dataclass(frozen=True)
class Words:
    """A text cut into words of a class each; a word is asked for by its number, and outside the text there is none."""

    text: str
    tagged: Sequence[Word]
    grammar: _Grammar

    def __len__(self) -> int:
        return len(self.tagged)

    def __getitem__(self, index: int) -> Word:
        return self.tagged[index]

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of the word that begins at an offset."""
        return {word.start: number for number, word in enumerate(self.tagged)}

    @cached_property
    def _forms(self) -> Sequence[str]:
        return [self.text[word.start : word.end] for word in self.tagged]

    def number_from(self, start: int) -> int:
        """Return the number of the first word that begins there or behind."""
        return bisect_left(self.tagged, start, key=_start)

    def form(self, index: int) -> str:
        """Return a word as written."""
        return self._forms[index] if 0 <= index < len(self.tagged) else ""

    def word_class(self, index: int) -> str:
        """Return a word's class, a letter."""
        return self.tagged[index].word_class if 0 <= index < len(self.tagged) else ""

    def has(self, kind: str, index: int) -> bool:
        """Return whether a word is one of those that the lexicon lists by what they do."""
        return self.form(index) in self.grammar.sets[kind]

    def lists(self, kind: str, form: str) -> bool:
        """Return whether words are of those that the lexicon lists by what they do."""
        return form in self.grammar.sets[kind]

    def stops(self, index: int) -> bool:
        """Return whether a word ends the sentence, or the text does."""
        return index >= len(self.tagged) or bool(self.grammar.stop.match(self.form(index)))

    def is_comma(self, index: int) -> bool:
        """Return whether a comma stands there."""
        return bool(self.grammar.comma.match(self.form(index)))


def read_words(text: str, language: str) -> Words | None:
    """Return a text's words; None in a language that marks where a verb phrase begins.

    Examples
    --------
    >>> words = read_words("就各国提出的建议进一步开展合作", "zh")
    >>> [words.form(index) for index in range(len(words)) if words.word_class(index) == "v"]
    ['提出', '建议', '开展']
    """
    grammar = _grammar(language)
    return Words(text, language_of(language).word_classes(text), grammar) if grammar else None
