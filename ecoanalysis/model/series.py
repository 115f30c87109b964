"""The series: a recurring resolution, its editions in order; the lineages that run through them; what falls due."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition, Provision

Step = Literal["born", "carried", "reworded", "revived"]
LineageKind = Literal["mandate", "statement"]
ObligationKind = Literal["report", "agenda", "review", "expiry"]
Status = Literal["met", "open", "unseen"]


@dataclass(frozen=True, slots=True)
class Series:
    """The editions of one recurring resolution in one language, earliest first.

    ``id`` is its name in the lexicon, or else one made of its latest title; ``founding`` is the symbol of the act that
    began it, where the lexicon knows one. A founding act is no edition.
    """

    id: str
    language: str
    editions: tuple[Edition, ...] = field(repr=False)
    founding: str | None = None

    @property
    def title(self) -> str:
        """The title of the latest edition."""
        return self.editions[-1].title or ""

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(edition.symbol or "" for edition in self.editions)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A lineage in one edition: its clause there, and what happened to it since the edition before.

    ``step`` is ``carried`` where the clause says the same but for slots; ``types`` are the modifiers of its changes.
    """

    edition: int
    symbol: str
    provision: Provision = field(repr=False)
    part: str
    step: Step
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """One mandate, or one statement, through the editions of a series (codebook, Editions)."""

    id: str
    occurrences: tuple[Occurrence, ...]

    @property
    def kind(self) -> LineageKind:
        """A mandate where it was once an operative directive or decision."""
        asked = any(
            occurrence.provision.clause.cls in ("DIR", "DEC") and occurrence.part != "preamble"
            for occurrence in self.occurrences
        )
        return "mandate" if asked else "statement"

    @property
    def born(self) -> Occurrence:
        return self.occurrences[0]

    @property
    def last(self) -> Occurrence:
        return self.occurrences[-1]

    @property
    def editions(self) -> int:
        """Number of editions that hold it."""
        return len({occurrence.edition for occurrence in self.occurrences})

    @property
    def revivals(self) -> tuple[Occurrence, ...]:
        return tuple(occurrence for occurrence in self.occurrences if occurrence.step == "revived")


@dataclass(frozen=True, slots=True)
class Obligation:
    """What an edition lets fall due, and whether a later edition takes note of what answers it.

    ``open`` is what is still to come, or due at a session whose edition is not at hand; ``unseen`` is due at a session
    with a later edition that takes note of nothing: no claim that nothing was done.
    """

    symbol: str
    paragraph: str
    index: int
    kind: ObligationKind
    reporter: str | None
    recipient: str | None
    due: str | None
    due_session: int | None
    due_from: str | None
    due_to: str | None
    status: Status
    met_by: str | None = None
    met_section: str | None = None
    met_in: str | None = None
    met_paragraph: str | None = None


@dataclass(frozen=True)
class Evolution:
    """A series with every comparison of successive editions and the lineages that they make."""

    series: Series
    comparisons: tuple[Comparison, ...] = field(repr=False)
    lineages: tuple[Lineage, ...] = field(repr=False)
