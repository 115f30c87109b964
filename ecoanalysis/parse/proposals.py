"""What a bracket of a negotiating text says: who proposes what about which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.lexicon.countries import state_by_name, states
from ecoanalysis.lexicon.listed import BESIDE

_ACTIONS = ("add", "delete", "replace", "note")
_QUOTES = '“”"«»「」'
_HEAD = 200  # characters of a bracket that can say whose it is
_SENDERS = re.compile(r"\s*(?:[,，、/+&;]|\band\b|和|\bet\b)\s*")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,4}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a bracket says: ``action`` is add, delete, replace, note, or none where it only holds words.

    ``start`` and ``end`` are the place of the words that it is about, inside the bracket.
    """

    action: str | None
    proposer: str | None
    start: int
    end: int


def read_proposal(inside: str, language: str) -> Proposal:
    """Return what the words inside a bracket say.

    Examples
    --------
    >>> read_proposal("EU: add strongly", "en")
    Proposal(action='add', proposer='EU', start=8, end=16)
    >>> read_proposal("Mexico to delete: fully", "en").action, read_proposal("fully (CUB)", "en").proposer
    ('delete', 'CUB')
    >>> read_proposal("Member States", "en")
    Proposal(action=None, proposer=None, start=0, end=13)
    """
    head = inside[:_HEAD]
    named = [
        proposal
        for spoken in _spoken(language)
        for name in ("moving", "acting")
        if (match := language_of(spoken).compiled("structure", "negotiating", name).match(head))
        if (proposal := _proposal(inside, match))
    ]
    if named:
        sure = (proposal for proposal in named if proposal.action or are_delegations(proposal.proposer or ""))
        return next(sure, named[0])
    for spoken in _spoken(language):
        match = language_of(spoken).compiled("structure", "negotiating", "signed").search(inside)
        if match and are_delegations(match["proposer"]):
            return Proposal(None, match["proposer"], *_trimmed(inside, 0, match.start(), quoted=True))
    return Proposal(None, None, *_trimmed(inside, 0, len(inside), quoted=False))


def _proposal(inside: str, match: re.Match[str]) -> Proposal | None:
    action = next((name for name in _ACTIONS if match.groupdict().get(name)), None)
    proposer = match["proposer"]
    colon, moves = (match.groupdict().get(name) is not None for name in ("colon", "moves"))
    known = proposer is not None and (are_delegations(proposer) or are_acronyms(proposer))
    place = _trimmed(inside, match.end(), len(inside), quoted=True)
    if colon and (action or place[0] < place[1]):
        return Proposal(action, proposer, *place)
    return Proposal(action, proposer, *place) if action and (moves or known) else None


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


def _is_delegation(name: str) -> bool:
    if name in states() or any(state_by_name(name, language) for language in languages()):
        return True
    return any(form.fullmatch(name) for form in _groups())


@cache
def _groups() -> tuple[re.Pattern[str], ...]:
    return tuple(language_of(language).compiled("structure", "negotiating", "delegation") for language in languages())


def are_acronyms(names: str) -> bool:
    """Return whether names are acronyms, as those who negotiate write their groups and themselves.

    Examples
    --------
    >>> are_acronyms("LMG, XYZ"), are_acronyms("Habitat III")
    (True, False)
    """
    return all(_ACRONYM.fullmatch(part) for part in _SENDERS.split(names) if part)


def _spoken(language: str) -> Iterator[str]:
    yield from dict.fromkeys((language, BESIDE))


def _trimmed(text: str, start: int, end: int, *, quoted: bool) -> tuple[int, int]:
    """A range without the spaces at its ends, and the quotation marks where it is quoted."""
    while start < end and (text[start].isspace() or (quoted and text[start] in _QUOTES)):
        start += 1
    while end > start and (text[end - 1].isspace() or (quoted and text[end - 1] in _QUOTES)):
        end -= 1
    return start, end
