"""What a comparison of two editions says: links between their paragraphs, and typed changes with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ecoanalysis.model.edition import Edition, Provision

Base = Literal["identical", "slot_update", "reworded", "new", "dropped"]
Modifier = Literal[
    "strengthened",
    "weakened",
    "hedge_added",
    "hedge_removed",
    "endorsement_raised",
    "endorsement_lowered",
    "addressee_added",
    "addressee_removed",
    "scope_widened",
    "scope_narrowed",
    "split",
    "merged",
    "promoted",
    "demoted",
    "moved",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that justify a change; ``text`` is None where an edition's words are not at hand."""

    text: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """One typed change. ``by`` says by what (band, hedge, intensifier, class …), ``ladders`` under which it holds.

    ``variance`` flags a force change that the other language of the same editions does not show (translation_variance).
    """

    type: Modifier
    old: Evidence | None
    new: Evidence | None
    by: str | None = None
    ladders: tuple[str, ...] = ()
    variance: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Paragraphs of two editions that belong together: one base type, any modifiers, and their changes."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    base: Base
    similarity: float | None
    changes: tuple[Change, ...] = ()
    clauses: tuple[tuple[Provision | None, Provision | None], ...] = field(default=(), repr=False)

    @property
    def types(self) -> tuple[str, ...]:
        return (self.base, *dict.fromkeys(change.type for change in self.changes))

    @property
    def counted(self) -> tuple[str, ...]:
        """The types without those that are a translator's choice: what figures count."""
        return (self.base, *dict.fromkeys(change.type for change in self.changes if not change.variance))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions and every link between them: in the order of the new one, then what was dropped."""

    old: Edition = field(repr=False)
    new: Edition = field(repr=False)
    links: tuple[Link, ...]
