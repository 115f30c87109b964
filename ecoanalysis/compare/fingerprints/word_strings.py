"""Hashed words as strings of one character a word, which what compares strings compares fast; and their measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from operator import add

from rapidfuzz.distance import LCSseq

from ecoanalysis.compare.fingerprints.hashed_words import BITS, find_words, shingles
from ecoanalysis.lexicon import language_of

_CHARACTERS = tuple(chr(0x100 + value) for value in range(BITS + 1))  # clear of what string functions treat apart


def occurrences(words: str, text: str) -> Iterator[int]:
    """Yield where words stand in a text."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def covered(words: str, text: str) -> float:
    """Return the share of words that stand in a text in the same order, others between them or not."""
    return LCSseq.similarity(words, text) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def telling(words: str, function: frozenset[str], touching: bool) -> frozenset[str]:
    """Return the words that tell; where words are single characters that touch, pairs of them."""
    width = 2 if touching else 1
    runs = (words[start : start + width] for start in range(len(words) - width + 1))
    return frozenset(run for run in runs if function.isdisjoint(run))


def in_pairs(words: str, text: str | Set[str]) -> float:
    """Return the share of pairs of neighbouring words that stand in a text, or among its pairs, in whatever order."""
    pairs = pairs_of(words)
    return sum(map(text.__contains__, pairs)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=4096)
def pairs_of(words: str) -> tuple[str, ...]:
    """Return the pairs of neighbouring words of a text whose words are one character each."""
    return tuple(map(add, words, words[1:]))


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
