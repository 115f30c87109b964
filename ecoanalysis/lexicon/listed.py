"""Lists of names that official files bring along: States in capitals, in English beside any language, damaged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from ecoanalysis.lexicon.countries import find_states, state_by_name, state_names, states
from ecoanalysis.lexicon.language import language_of, languages

BESIDE = "en"
"""The language of what stands beside a text of any language: lists, indexers' headings, the marks of delegations."""

_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_STARS = re.compile(r"[*†‡]+")
_SIGN = re.compile(r"(?<=\w\w\w)\s?[a-z*]$")  # a note's mark behind a name


def listed_state(name: str) -> str | None:
    """Return the code of the State that a list names, in whatever language; None where it names none.

    Spaces and accents that a name lost or got on the way do not matter.

    Examples
    --------
    >>> listed_state("GUINEA-BISSAU"), listed_state("Timor Leste"), listed_state("TÜRKI\u0307YE"), listed_state("法国")
    ('GNB', 'TLS', 'TUR', 'FRA')
    >>> listed_state("Atlantis")
    """
    stated = (state_by_name(name, language) for language in languages())
    return next((code for code in stated if code), None) or _by_letters().get(_letters(name))


def mended_state(name: str) -> str:
    """Return a listed name as it should stand: without a note's mark or a space inside, where it then names a State.

    Examples
    --------
    >>> mended_state("Czechi a"), mended_state("Viet Nama"), mended_state("Guinea -Bissau"), mended_state("Group of 77")
    ('Czechia', 'Viet Nam', 'Guinea-Bissau', 'Group of 77')
    >>> mended_state("Nepal"), mended_state("Bélarus"), mended_state("Ne pal")
    ('Nepal', 'Bélarus', 'Nepal')
    """
    if name in _state_names():
        return name
    for written in (name, _SIGN.sub("", name)):
        for letters in (_accented, _letters):
            if whole := _names_by(letters).get(letters(written)):
                return whole
    return name


def split_names(text: str, language: str) -> tuple[str, ...]:
    """Return the names of a list; separators inside brackets and inside the name of a State separate none.

    Examples
    --------
    >>> split_names("Bosnia and Herzegovina, Cuba (on behalf of X, Y and Z) and Peru*", "en")
    ('Bosnia and Herzegovina', 'Cuba (on behalf of X, Y and Z)', 'Peru')
    >>> split_names("Trinidad and Tobag o and Czechi a", "en")
    ('Trinidad and Tobago', 'Czechia')
    >>> split_names("白俄罗斯、古巴和安提瓜和巴布达", "zh")
    ('白俄罗斯', '古巴', '安提瓜和巴布达')
    """
    text = " ".join(_STARS.sub("", text).split())
    closed = [match.span() for match in _BRACKETED.finditer(text)]
    closed += [(state.start, state.end) for state in find_states(text, language)]
    begins, ends = [0], list[int]()
    for separator in language_of(language).compiled("structure", "drafting", "separator").finditer(text):
        if not any(start < separator.end() and separator.start() < end for start, end in closed):
            ends.append(separator.start())
            begins.append(separator.end())
    names = list[str]()
    parts = list(zip(begins, [*ends, len(text)], strict=True))
    while parts:
        (begin, end), *parts = parts
        if parts and not _is_state(text[begin:end]) and _is_state(text[begin : parts[0][1]]):  # its "and" is damaged
            end = parts.pop(0)[1]
        names.append(text[begin:end].strip(" .;"))
    return tuple(dict.fromkeys(mended_state(name) for name in names if name))


def _is_state(name: str) -> bool:
    return mended_state(name.strip(" .;")) in _state_names()


def _letters(name: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if char.isalnum())
    return bare.casefold()


def _accented(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", name) if char.isalnum()).casefold()


@cache
def _state_names() -> frozenset[str]:
    """Every name of a State, in whatever language."""
    return frozenset(name for language in languages() for code in states() for name in state_names(code, language))


@cache
def _names_by(letters: Callable[[str], str]) -> dict[str, str]:
    """States' first names by what is left of them without spaces and signs; English ones go before."""
    first = sorted(languages(), key=lambda language: language != BESIDE)
    names = (names[0] for language in first for code in states() if (names := state_names(code, language)))
    by_letters = dict[str, str]()
    for name in names:
        by_letters.setdefault(letters(name), name)
    return by_letters


@cache
def _by_letters() -> dict[str, str]:
    return {letters: code for letters, name in _names_by(_letters).items() if (code := _code(name))}


def _code(name: str) -> str | None:
    return next((code for language in languages() if (code := state_by_name(name, language))), None)
