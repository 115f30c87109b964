"""Words without slots, and their hashes: what is compared where the text is at hand, and where it is not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from zlib import crc32

from ecoanalysis.lexicon import language_of

Range = tuple[int, int]

SLOT = "#"
BITS = 0xFFF  # few enough that a hash stands for many words; the links of two editions stay the same
SLOT_HASH = crc32(SLOT.encode()) & BITS


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The words of a text without slots, and where each stands in it; a run of slots is one word, ``#``."""

    words: tuple[str, ...]
    places: tuple[Range, ...]

    def within(self, start: int, end: int) -> Range:
        """Return the half-open range of words that stand wholly or partly in ``text[start:end]``."""
        first = bisect_right([place[1] for place in self.places], start)
        last = bisect_left([place[0] for place in self.places], end)
        return first, max(first, last)


def find_words(text: str, language: str, slots: Iterable[Range] = (), verbs: Iterable[Range] = ()) -> WordPlaces:
    """Return the words of a text, its slots taken out: ``slots`` are dates and cited symbols, ``verbs`` verb phrases.

    Examples
    --------
    >>> find_words("also requests the Office to report at its seventy-sixth session", "en", verbs=[(0, 13)]).words
    ('requests', 'the', 'office', 'to', 'report', 'at', 'its', '#', 'session')
    """
    rules = _rules(language)
    taken = list(slots)
    for pattern in rules.patterns:
        taken += [match.span() for match in pattern.finditer(text)]
    taken = _merged(text, sorted(taken), rules.joiner)
    silent = [match.span() for match in rules.anywhere.finditer(text)]
    for start, end in verbs:
        silent += [match.span() for match in rules.verb.finditer(text, start, end)]
    words: list[str] = []
    places: list[Range] = []
    starts = [start for start, _ in taken]
    for match in rules.unit.finditer(text):
        start, end = match.span()
        place = bisect_right(starts, start) - 1
        if place >= 0 and start < taken[place][1]:
            if words and words[-1] == SLOT and places[-1][0] == taken[place][0]:
                continue
            words.append(SLOT)
            places.append(taken[place])
        elif not any(first <= start < last for first, last in silent):
            words.append(match.group().lower())
            places.append((start, end))
    return WordPlaces(tuple(words), tuple(places))


def shingles(words: Iterable[str], language: str) -> tuple[int, ...]:
    """Return the hash of every word, in order.

    A slot and the words that alone are no change worth telling share theirs with no other word: as *extremism* and a
    function word would, and its going be told by nobody.
    """
    return tuple([_hash(word, language) for word in words])


@lru_cache(maxsize=1 << 16)
def _hash(word: str, language: str) -> int:
    apart, value = _kept_apart(language), _hash_of(word)
    while apart.get(value, word) != word:
        word += SLOT
        value = _hash_of(word)
    return value


@cache
def _kept_apart(language: str) -> Mapping[int, str]:
    return {_hash_of(word): word for word in (*language_of(language).table("slots")["function"], SLOT)}


def _hash_of(word: str) -> int:
    return crc32(word.encode()) & BITS


def stands_in(hashes: Sequence[int], phrase: str, language: str) -> bool:
    """Whether the words of a phrase stand in a text, of which only the hash of each word is at hand.

    Examples
    --------
    >>> hashes = shingles(find_words("to promote single windows for trade", "en").words, "en")
    >>> stands_in(hashes, "single windows", "en"), stands_in(hashes, "windows for single trade", "en")
    (True, False)
    """
    sought = shingles(find_words(phrase, language).words, language)
    return bool(sought) and any(
        tuple(hashes[place : place + len(sought)]) == sought for place in range(len(hashes) - len(sought) + 1)
    )


def letters(text: str) -> str:
    """Return a text's letters and digits in lower case, blind to what sets its words apart.

    Examples
    --------
    >>> letters("the Secretary-General’s 2nd")
    'thesecretarygenerals2nd'
    """
    return "".join(sign for sign in text if sign.isalnum()).lower()


def digest(words: Iterable[str]) -> str:
    """Return a hash of words, blind to how a PDF tool spaced them."""
    return blake2b("".join(words).encode(), digest_size=6).hexdigest()


def all_words(text: str, language: str) -> list[str]:
    """Return every word of a text, slots included, in lower case."""
    return [match.group().lower() for match in _rules(language).unit.finditer(text)]


@dataclass(frozen=True, slots=True)
class _Rules:
    patterns: tuple[re.Pattern[str], ...]
    joiner: re.Pattern[str]
    verb: re.Pattern[str]
    anywhere: re.Pattern[str]
    unit: re.Pattern[str]
    """What counts as a word."""


@cache
def _rules(language: str) -> _Rules:
    lexicon = language_of(language)
    return _Rules(
        tuple(re.compile(pattern) for pattern in lexicon.table("slots").get("patterns", ())),
        lexicon.compiled("slots", "joiner"),
        lexicon.compiled("slots", "verb"),
        lexicon.compiled("slots", "anywhere"),
        lexicon.compiled("structure", "own", "unit"),
    )


def _merged(text: str, ranges: list[Range], joiner: re.Pattern[str]) -> list[Range]:
    """Slots that only joiners part are one: a list of cited resolutions may grow without a change of substance."""
    merged: list[Range] = []
    for start, end in ranges:
        if merged and (start <= merged[-1][1] or joiner.fullmatch(text, merged[-1][1], start)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
