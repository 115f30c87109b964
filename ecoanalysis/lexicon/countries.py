"""The registry of States: codes and years of each, and where a text of a language names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ecoanalysis.lexicon.language import language_of
from ecoanalysis.lexicon.toml_files import NEVER, load

_SIGNS = str.maketrans("’（）", "'()")


@dataclass(frozen=True, slots=True)
class State:
    """A State, by its ISO 3166-1 alpha-3 code (of former States ISO 3166-3), and the years of one that is no more.

    An invented one, of the model resolution, has no number and a code of those that ISO 3166-1 leaves to its users.
    """

    code: str
    m49: str | None = None
    cow: int | None = None
    begin: int | None = None
    end: int | None = None
    invented: bool = False


class StateNamed(NamedTuple):
    """Where a text names a State."""

    start: int
    end: int
    code: str


@cache
def states() -> dict[str, State]:
    """Return every State by its code.

    Examples
    --------
    >>> states()["FRA"].m49, states()["SUN"].end
    ('250', 1991)
    """
    return {code: State(code, **facts) for code, facts in load("facts/countries").items()}


def state_by_name(name: str, language: str) -> str | None:
    """Return the code of the State with that name, None where there is none; article and letter case do not matter.

    Examples
    --------
    >>> state_by_name("Iran (Islamic Republic of)", "en"), state_by_name("法国", "zh"), state_by_name("Atlantis", "en")
    ('IRN', 'FRA', None)
    """
    return _by_name(language).get(_bare(name, language))


def state_name(code: str, language: str) -> str:
    """Return a State's name in a language, its code where it has none there.

    Examples
    --------
    >>> state_name("IRN", "en"), state_name("TUR", "zh")
    ('Iran (Islamic Republic of)', '土耳其')
    """
    return next(iter(state_names(code, language)), code)


def state_names(code: str, language: str) -> tuple[str, ...]:
    """Return every name of a State in a language, the usual one first.

    Examples
    --------
    >>> "Turkey" in state_names("TUR", "en")
    True
    """
    return tuple(_names(language).get(code, ()))


def find_states(text: str, language: str) -> list[StateNamed]:
    """Return where a text names States, in order, the longest name first.

    Examples
    --------
    >>> find_states("the Gulf of Guinea, Guinea-Bissau and South Sudan", "en")
    [StateNamed(start=20, end=33, code='GNB'), StateNamed(start=38, end=49, code='SSD')]
    """
    automaton, codes = _matcher(language)
    touch = language_of(language).words_touch
    hits = automaton.find_matches_as_indexes(text.translate(_SIGNS))
    return [
        StateNamed(start, end, code)
        for index, start, end in hits
        if (code := codes[index]) and (touch or _stands_alone(text, start, end))
    ]


def find_demonyms(text: str, language: str) -> list[StateNamed]:
    """Return where words say what belongs to a State (the Syrian authorities), in order.

    Examples
    --------
    >>> find_demonyms("the Syrian authorities", "en")
    [StateNamed(start=4, end=10, code='SYR')]
    """
    pattern, codes = _demonyms(language)
    return [StateNamed(*match.span(), codes[match[0]]) for match in pattern.finditer(text)]


@cache
def _demonyms(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = language_of(language).table("countries").get("demonyms", {})
    codes = {word: code for code, words in table.items() for word in words}
    longest = sorted(map(re.escape, codes), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b" if longest else NEVER), codes


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


@cache
def _names(language: str) -> dict[str, list[str]]:
    names: dict[str, list[str]] = language_of(language).table("countries").get("names", {})
    return names


@cache
def _matcher(language: str) -> tuple[AhoCorasick, tuple[str | None, ...]]:
    named: dict[str, str | None] = {name: code for code, names in _names(language).items() for name in names}
    named |= dict.fromkeys(language_of(language).table("countries").get("none", ()))
    patterns = [name.translate(_SIGNS) for name in named]
    return AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest), tuple(named.values())


@cache
def _by_name(language: str) -> dict[str, str]:
    return {_bare(name, language): code for code, names in _names(language).items() for name in names}


def _bare(name: str, language: str) -> str:
    words = " ".join(name.translate(_SIGNS).lower().split())
    for article in language_of(language).table("countries").get("articles", ()):
        words = words.removeprefix(article)
    return words
