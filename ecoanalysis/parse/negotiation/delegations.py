"""Whose names stand in the marks of a negotiating text: States by name or code, and groups of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.lexicon.countries import find_states, state_by_name, states

_SENDERS = re.compile(r"\s*(?:[,，、/+&;]|\band\b|和|\bet\b)\s*")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,4}")
_LETTERS = re.compile(r"(?<![\w-])[A-Z][A-Z0-9&-]{1,4}(?![\w-])", re.ASCII)


@lru_cache(maxsize=4096)
def are_delegations(names: str) -> bool:
    """Return whether names are those of delegations: States by name or code, and groups of them.

    Examples
    --------
    >>> are_delegations("EU, Mexico and RUS"), are_delegations("Member States"), are_delegations("77国集团和中国")
    (True, False, True)
    """
    if _is_delegation(names):
        return True
    parts = [part for part in _SENDERS.split(names) if part]
    return bool(parts) and all(map(_is_delegation, parts))


def names_state(names: str) -> bool:
    """Return whether one of several names is a State's, or a code, and not that of a group alone.

    Examples
    --------
    >>> names_state("墨西哥、非洲集团"), names_state("EU"), names_state("非政府组织")
    (True, True, False)
    """
    parts = [part for part in _SENDERS.split(names) if part]
    return any(part.isascii() or any(state_by_name(part, language) for language in languages()) for part in parts)


def are_acronyms(names: str) -> bool:
    """Return whether names are acronyms, as those who negotiate write their groups and themselves.

    Examples
    --------
    >>> are_acronyms("LMG, XYZ"), are_acronyms("Habitat III")
    (True, False)
    """
    return all(_ACRONYM.fullmatch(part) for part in _SENDERS.split(names) if part)


def one_name_each(senders: Sequence[str]) -> dict[str, str]:
    """Return each of several names as they are to be written where one delegation has one name: its longest.

    Examples
    --------
    >>> one_name_each(["US, Japan", "United States", "G77 and China"])
    {'US, Japan': 'United States, Japan', 'United States': 'United States', 'G77 and China': 'G77 and China'}
    """
    names: dict[str, str] = {}
    for part in (part for sender in senders for part in _parts(sender)):
        names[_key(part)] = max(names.get(_key(part), ""), part, key=len)
    return {sender: "".join(names.get(_key(part), part) for part in _parts(sender)) for sender in senders}


def _parts(sender: str) -> list[str]:
    """The names of a sender, and what stands between them."""
    if _is_delegation(sender):
        return [sender]
    ends = [0, *(end for sign in _SENDERS.finditer(sender) for end in sign.span()), len(sender)]
    return [sender[start:end] for start, end in pairwise(ends)]


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """What names of one delegation have in common: the code of a State or a group."""
    for key, form in _aliases():
        if form.fullmatch(name):
            return key
    if name in states():
        return name
    return next((code for language in languages() if (code := state_by_name(name, language))), name)


class DelegationNames:
    """The names in a text, by the place where each begins.

    Examples
    --------
    >>> names = DelegationNames("Mexico, XYZ and the EU", "en")
    >>> names.end(0), names.end(8), names.end(20), names.is_delegation(8, 11)
    (6, 11, 22, False)
    """

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.ends: dict[int, int] = {}
        for start, end in _named(text):
            self.ends[start] = max(end, self.ends.get(start, 0))

    def end(self, start: int) -> int | None:
        """Where the name ends that begins at a place."""
        groups = [match.end() for form in _groups() if (match := form.match(self.text, start))]
        ends = [end for end in groups if self._ends_there(end)] + [self.ends.get(start, 0)]
        return max(ends) or None

    def is_delegation(self, start: int, end: int) -> bool:
        """Whether a name is a delegation's, and no other acronym."""
        return are_delegations(self.text[start:end])

    def _ends_there(self, end: int) -> bool:
        return language_of(self.language).words_touch or not self.text[end : end + 1].isalnum()


def _named(text: str) -> Iterator[tuple[int, int]]:
    for spoken in languages():
        yield from ((state.start, state.end) for state in find_states(text, spoken))
    yield from (match.span() for match in _LETTERS.finditer(text))


def _is_delegation(name: str) -> bool:
    if name in states() or any(state_by_name(name, language) for language in languages()):
        return True
    return any(form.fullmatch(name) for form in _groups())


@cache
def _aliases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Short names of States and groups, and whose they are."""
    place = ("structure", "negotiating", "aliases")
    spoken = [language_of(language) for language in languages()]
    keys = ((each, key) for each in spoken for key in each.table(place[0])[place[1]][place[2]])
    return tuple((key, each.compiled(*place, key)) for each, key in keys)


@cache
def _groups() -> tuple[re.Pattern[str], ...]:
    return tuple(language_of(language).compiled("structure", "negotiating", "delegation") for language in languages())
