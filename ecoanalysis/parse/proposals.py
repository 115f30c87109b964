"""What a bracket of a negotiating text says: who proposes what about which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.lexicon.countries import state_by_name, states
from ecoanalysis.lexicon.language import Language
from ecoanalysis.lexicon.listed import BESIDE

_ACTIONS = ("add", "delete", "replace", "note")
_QUOTES = '“”"«»「」'
_HEAD = 200  # characters of a bracket that can say whose it is
_CLAIM = 90  # characters that can say who wants what, in a bracket of no usual form
_NAME = 14  # characters of a delegation's name in a script whose words touch
_COLON = re.compile(r"[:：]\s*")
_STOP = re.compile(r"[.;；。]\s|[\[\]［］【】〔〕{}<>]")  # what nobody's claim holds
_GAP = re.compile(r"[,，;；|]\s*|\s+")
_BEGIN = re.compile(r"(?<!\w)\w")
_END = re.compile(r"\w(?!\w)|\)")
_SIGNS = " +*–-"
_LESS = ("-", "–", "−")
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
        if (proposal := _proposal(inside, match, language_of(spoken)))
    ]
    if sure := [proposal for proposal in named if proposal.action]:
        signed = None if sure[0].proposer else _signature(inside, language)
        if signed and signed.start() > sure[0].start:
            place = _trimmed(inside, sure[0].start, signed.start(), quoted=True)
            return Proposal(sure[0].action, signed["proposer"], *place)
        return sure[0]
    if signed := _signature(inside, language):
        return replace(read_proposal(inside[: signed.start()], language), proposer=signed["proposer"])
    openly = [
        proposal
        for spoken in _spoken(language)
        for reading in (_claimed, _wished, _parted, _closed)
        if (proposal := reading(inside, spoken))
    ]
    if openly:
        return next((proposal for proposal in openly if proposal.action), openly[0])
    if named:
        return next((proposal for proposal in named if are_delegations(proposal.proposer or "")), named[0])
    return Proposal(None, None, *_trimmed(inside, 0, len(inside), quoted=False))


# --- brackets of no usual form: a delegation stands in them, and words say what it wants ----------------------------


def _claimed(inside: str, language: str) -> Proposal | None:
    """Who wants what stands before a colon: ``EU would rather see: fully``, ``EU: please omit fully``."""
    colon = _COLON.search(inside, 0, _CLAIM)
    if not colon:
        return None
    claim, spoken = inside[: colon.start()], language_of(language)
    sender, action = _sender_in(claim, language), _wanted(claim, language)
    if not (sender or action) or _STOP.search(claim):
        return None
    begin = colon.end()
    if asked := spoken.compiled("structure", "negotiating", "asked").match(inside, begin):
        action, begin = action or _wanted(asked[0], language), asked.end()
    elif not action and spoken.compiled("structure", "negotiating", "said").match(inside, begin):
        action = "note"
    bare = sender is not None and claim.strip(_SIGNS) == claim[slice(*sender)]
    action = action or (None if bare and "+" not in claim else "add")
    return Proposal(action, _named(sender, claim), *_trimmed(inside, begin, len(inside), quoted=True))


def _wished(inside: str, language: str) -> Proposal | None:
    """Who wants what stands first, without a colon: ``EU wants fully deleted``, ``EU to revert``."""
    sender = None if _STOP.search(inside) else _sender_in(inside[:_CLAIM], language)
    if not sender or inside[: sender[0]].strip(_SIGNS):
        return None
    spoken = language_of(language)
    if wish := spoken.compiled("structure", "negotiating", "wish").match(inside, sender[1]):
        place = _trimmed(inside, *wish.span("words"), quoted=True)
        return Proposal(_wanted(inside[sender[1] :], language) or "add", _named(sender, inside), *place)
    if spoken.compiled("structure", "negotiating", "said").match(inside, sender[1]):
        return Proposal("note", _named(sender, inside), *_trimmed(inside, sender[1], len(inside), quoted=False))
    return None


def _parted(inside: str, language: str) -> Proposal | None:
    """Who wants what stands behind a dash: ``fully – EU asks to take out``."""
    parting = language_of(language).compiled("structure", "negotiating", "parted")
    for sign in reversed([] if _STOP.search(inside) else list(parting.finditer(inside))):
        claim = inside[sign.end() : sign.end() + _HEAD]
        sender = _sender_end(claim[:_CLAIM], 0, language)
        if sender and inside[: sign.start()].strip():
            inner = _wanted(inside[:1], language) or _wanted(claim[sender:], language)
            place = _trimmed(inside, 0, sign.start(), quoted=True)
            begin = place[0] + (inside[place[0]] in _SIGNS)
            return Proposal(inner, claim[:sender], *_trimmed(inside, begin, place[1], quoted=True))
    return None


def _closed(inside: str, language: str) -> Proposal | None:
    """Who wants it stands last, and no word before it governs its name: ``fully, Mexico``, not ``in Mexico``."""
    governs = language_of(language).compiled("structure", "negotiating", "governs")
    if _STOP.search(inside):
        return None
    for gap in _GAP.finditer(inside, max(0, len(inside) - _HEAD)):  # a list of names is no longer
        before, sender = inside[: gap.start()], inside[gap.end() :].strip()
        apart = not gap[0].isspace() or are_acronyms(sender) or not governs.search(before)
        if sender and apart and are_delegations(sender) and not _sender_in(before[:_CLAIM], language):
            return Proposal(None, sender, *_trimmed(inside, 0, gap.start(), quoted=True))
    return None


def _wanted(claim: str, language: str) -> str | None:
    """What words ask for, wherever their verb stands, or a sign before them."""
    if claim.lstrip()[:1] in _LESS:
        return "delete"
    spoken = language_of(language)
    return next(
        (
            name
            for name in ("delete", "replace")
            if spoken.compiled("structure", "negotiating", f"wants_{name}").search(claim)
        ),
        None,
    )


def _named(sender: tuple[int, int] | None, text: str) -> str | None:
    return text[slice(*sender)] if sender else None


def _sender_in(text: str, language: str) -> tuple[int, int] | None:
    """Where the first delegation stands in a text."""
    touch = language_of(language).words_touch
    begins = range(len(text)) if touch else (match.start() for match in _BEGIN.finditer(text))
    return next(((begin, end) for begin in begins if (end := _sender_end(text, begin, language))), None)


def _sender_end(text: str, begin: int, language: str) -> int | None:
    """Where a delegation ends that is named from a place on: the longest of the words there that name one."""
    ends: Iterable[int] = range(min(len(text), begin + _NAME), begin + 1, -1)
    if not language_of(language).words_touch:
        ends = [match.end() for match in islice(_END.finditer(text, begin), 6)][::-1]
    return next((end for end in ends if are_delegations(text[begin:end])), None)


def _signature(inside: str, language: str) -> re.Match[str] | None:
    """A delegation in brackets, or behind a dash, at the end."""
    for spoken in _spoken(language):
        match = language_of(spoken).compiled("structure", "negotiating", "signed").search(inside)
        if match and are_delegations(match["proposer"]):
            return match
    return None


def _proposal(inside: str, match: re.Match[str], spoken: Language) -> Proposal | None:
    action = next((name for name in _ACTIONS if match.groupdict().get(name)), None)
    proposer = match["proposer"]
    colon, moves = (match.groupdict().get(name) is not None for name in ("colon", "moves"))
    by_delegation = proposer is not None and (are_delegations(proposer) or are_acronyms(proposer))
    place = _trimmed(inside, match.end(), len(inside), quoted=True)
    if action == "note" and colon and spoken.compiled("structure", "negotiating", "keeps").match(match["note"]):
        action = None
    if colon and (action or place[0] < place[1]):
        return Proposal(action, proposer, *place)
    return Proposal(action, proposer, *place) if action and (moves or by_delegation) else None


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
