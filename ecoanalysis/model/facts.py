"""The facts: what the package finds in a resolution. Every fact carries its paragraph, raw offsets and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ecoanalysis.model.resolution import Diagnostic, Resolution, Span

ClauseClass = Literal["REF", "NEU", "EVA", "ASR", "DIR", "DEC"]
Band = Literal["D1", "D2", "D3", "D4", "D5"]
AddresseeKind = Literal["named", "generic", "anaphor", "inherited", "unspecified"]
AddresseeRole = Literal["core", "example"]
DeadlineKind = Literal["agenda", "review", "expiry"]
CitationKind = Literal["resolution", "decision", "document", "draft", "treaty", "instrument"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A span of the raw text, and its layout text."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a back-reference stands for: a place in the raw text and, where it is a body, its id."""

    start: int
    end: int
    agency: str | None


@dataclass(frozen=True, slots=True)
class Addressee:
    """A party expected to act. Of an unspecified one surface and span are None: never guessed."""

    surface: str | None
    span: Span | None
    agency: str | None
    kind: AddresseeKind
    role: AddresseeRole
    antecedents: tuple[Antecedent, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting obligation; bodies by their ids, ``due`` as written."""

    reporter: str | None
    recipient: str | None
    topic: str | None
    due: str | None
    due_session: int | None
    due_date: str | None
    periodicity: str | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a decision brings its matter back (agenda, review) or lets it end (expiry); ``due`` as written."""

    kind: DeadlineKind
    due: str
    due_session: int | None
    due_date: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One speech act of the adopting organ: the row of the mandate table."""

    paragraph: str
    index: int
    verb: Fact
    lemma: str
    cls: ClauseClass
    band: Band | None
    start: int
    end: int
    quote: str
    hedges: tuple[Fact, ...] = ()
    intensifiers: tuple[Fact, ...] = ()
    continuity: tuple[Fact, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    report: Report | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Mention(Fact):
    """An organisation named. ``agency`` is None where the registry lacks it."""

    agency: str | None = None
    paragraph: str | None = None


@dataclass(frozen=True, slots=True)
class Citation(Fact):
    """A resolution, decision, document, draft, treaty or named instrument cited."""

    paragraph: str = ""
    kind: CitationKind = "document"
    symbol: str | None = None
    section: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention(Fact):
    """A date, as exact as the text: 2018, 2018-05, 2018-05-03, 2016-07-24/2016-07-28."""

    paragraph: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a paragraph: its share of the paragraph's theme weight, and the terms that show it."""

    paragraph: str
    theme: str
    score: float
    evidence: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one resolution, each kind in order of the text."""

    resolution: Resolution = field(repr=False)
    clauses: tuple[Clause, ...]
    agencies: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    themes: tuple[Theme, ...]
    dates: tuple[DateMention, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is doubtful in the resolution (its own diagnostics first) and in what was found in it."""
