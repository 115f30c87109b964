"""Parties as they are found in a clause's words."""

from __future__ import annotations

from dataclasses import dataclass

from ecoanalysis.model.facts import AddresseeKind, AddresseeRole


@dataclass(frozen=True, slots=True)
class Party:
    """A party found: range of the text (None where unspecified), body, kind and role; the States that it names."""

    start: int | None
    end: int | None
    agency: str | None
    kind: AddresseeKind
    role: AddresseeRole
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartiesAsked:
    """A directive's parties, and where the words begin that say what is asked of them."""

    parties: tuple[Party, ...]
    act: int


NOBODY = Party(None, None, None, "unspecified", "core")
