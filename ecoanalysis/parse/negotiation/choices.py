"""A choice in one bracket: ``Urges/Invites (US)``, ``eighty-first: Mexico / eighty-second: Japan``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ecoanalysis.lexicon import language_of
from ecoanalysis.parse.negotiation.bracket_content import read_proposal
from ecoanalysis.parse.negotiation.delegations import are_delegations

_LEAST = 2
_OPENS, _SHUTS = "([{（［【〔｛", ")]}）］】〕｝"


@dataclass(frozen=True, slots=True)
class Choice:
    """Words that are offered, their place, and by whom."""

    start: int
    end: int
    sender: str | None
    gone: bool = False
    """Whether it is offered that the words go."""


def read_choices(inside: str, language: str) -> tuple[Choice, ...]:
    """Return the choices that a bracket offers; none where it offers none.

    Who is named behind the last alone has proposed that one.

    Examples
    --------
    >>> [(inside[each.start : each.end], each.sender) for inside in ("Urges: EU / Calls upon: Chad",)
    ...  for each in read_choices(inside, "en")]
    [('Urges', 'EU'), ('Calls upon', 'Chad')]
    >>> read_choices("EU/CAN: fully", "en"), read_choices("fully", "en")
    ((), ())
    """
    begins, ends = [0], list[int]()
    for sign in language_of(language).compiled("structure", "negotiating", "or").finditer(inside):
        before = inside[: sign.start()]
        if sum(map(before.count, _OPENS)) == sum(map(before.count, _SHUTS)):
            ends.append(sign.start())
            begins.append(sign.end())
    parts = [_choice(inside, *place, language) for place in zip(begins, [*ends, len(inside)], strict=True)]
    choices = tuple(choice for choice in parts if choice)
    if len(choices) < len(parts) or sum(not choice.gone for choice in choices) < _LEAST or choices[0].gone:
        return ()
    signed = [choice for choice in choices if choice.sender]
    led = signed == [choices[0]] and choices[0].start > len(inside) - len(inside.lstrip())
    if led:  # EU: shall / should
        return tuple(replace(choice, sender=choices[0].sender) for choice in choices)
    return choices if signed or not any(char.isdigit() for char in inside) else ()  # 79/123


def _choice(inside: str, start: int, end: int, language: str) -> Choice | None:
    """The words of a choice; none where somebody says something else of them."""
    content = read_proposal(inside[start:end], language)
    words = inside[start + content.start : start + content.end]
    if not words and content.action == "delete" and content.proposer:  # fully (EU) / partly (US) / delete (Chad)
        return Choice(start, end, content.proposer, gone=True)
    if not words or content.others or content.action not in (None, "add", "replace") or are_delegations(words):
        return None
    return Choice(start + content.start, start + content.end, content.proposer)
