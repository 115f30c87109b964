"""States in lists that official files bring along: in capitals, in English beside a text of any language, damaged."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ecoanalysis.lexicon.countries import state_by_name, state_name, states
from ecoanalysis.lexicon.language import languages

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
    """
    if name in _names_by_letters().values():
        return name
    for written in (name, _SIGN.sub("", name)):
        if whole := _names_by_letters().get(_letters(written)):
            return whole
    return name


def _letters(name: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if char.isalnum())
    return bare.casefold()


@cache
def _names_by_letters() -> dict[str, str]:
    names = {(code, language): state_name(code, language) for language in languages() for code in states()}
    return {_letters(name): name for (code, _), name in names.items() if name != code}


@cache
def _by_letters() -> dict[str, str]:
    return {letters: code for letters, name in _names_by_letters().items() if (code := _code(name))}


def _code(name: str) -> str | None:
    return next((code for language in languages() if (code := state_by_name(name, language))), None)
