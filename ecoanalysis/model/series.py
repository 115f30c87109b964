"""The series: a recurring resolution, its editions in order; the lineages that run through them; what falls due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition, Provision
from ecoanalysis.model.resolution import Adoption

Step = Literal["born", "carried", "reworded", "revived"]
LineageKind = Literal["mandate", "statement"]
ObligationKind = Literal["report", "content", "briefing", "agenda", "review", "expiry"]
Status = Literal["met", "open", "unseen", "undated"]


@dataclass(frozen=True, slots=True)
class Member:
    """One resolution of a series: its text in every language at hand, the language of most editions first."""

    symbol: str
    texts: tuple[Edition, ...] = field(repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(text.language for text in self.texts)

    @property
    def adopted_on(self) -> str | None:
        """The day of adoption, from the first text that states one."""
        return next((text.adopted_on for text in self.texts if text.adopted_on), None)

    @property
    def session(self) -> int | None:
        return next((text.session for text in self.texts if text.session), None)

    @property
    def adoption(self) -> Adoption | None:
        """How it was adopted, from the first text that states it; None where none does."""
        return next((text.adoption for text in self.texts if text.adoption), None)

    def text(self, language: str = "") -> Edition:
        """Return its text in a language, or else in the one that comes first."""
        return next((text for text in self.texts if text.language == language), self.texts[0])


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring resolution: its editions, earliest first, each in whatever languages are at hand.

    ``id`` is its name in the lexicon, or else one made of its latest title; ``founding`` is the symbol of the act that
    began it, where the lexicon knows one. A founding act is no edition.
    """

    id: str
    members: tuple[Member, ...] = field(repr=False)
    founding: str | None = None
    drafts: tuple[Member, ...] = field(default=(), repr=False)
    """Drafts of its latest or next edition: no editions, and in no figure."""

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(member.symbol for member in self.members)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that editions are at hand in, that of most editions first."""
        counts = Counter(language for member in self.members for language in member.languages)
        return tuple(sorted(counts, key=lambda language: (-counts[language], language)))

    def editions(self, language: str) -> tuple[Edition, ...]:
        """The editions that are at hand in a language, earliest first."""
        return tuple(text for member in self.members for text in member.texts if text.language == language)

    def title(self, language: str = "") -> str:
        """The latest title in a language; in the language of most editions where none is at hand in it."""
        chosen = language if language in self.languages else self.languages[0]
        return next((text.title for text in reversed(self.editions(chosen)) if text.title), "")


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
            occurrence.provision.clause.class_ in ("DIR", "DEC") and occurrence.part != "preamble"
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
    """What a resolution lets fall due, as all languages at hand tell it, and what takes note of the answer.

    ``met``: a later edition notes or welcomes a document of the session; ``open``: still to come, or due at a session
    of which no edition is at hand; ``unseen``: due at a session with a later edition that takes note of nothing, which
    is no claim that nothing was done; ``undated``: a time is not named, or is written in words that were not resolved
    (``due``).
    """

    symbol: str
    paragraph: str
    kind: ObligationKind
    subject: Mapping[str, str]
    """What it is about, in words that stand by themselves, by language."""
    committee: str | None
    reporter: str | None
    recipient: str | None
    due: str | None
    due_session: int | None
    due_from: str | None
    due_to: str | None
    status: Status
    languages: tuple[str, ...]
    """The languages whose text was read to say it."""
    differs: tuple[str, ...] = ()
    """What the languages tell differently: reporter, recipient, kind, due; ``only``: a text at hand says nothing."""
    met_by: str | None = None
    met_section: str | None = None
    met_in: str | None = None
    met_paragraph: str | None = None
    days: int | None = None
    """Days from the session, or the date, at which it was due to its answer: 0 in time, less is early; None unknown."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By language what its text has for ``reporter``, ``recipient`` and ``due``."""


@dataclass(frozen=True)
class Evolution:
    """A series as it was read in one language: its comparisons of successive editions, and the lineages they make.

    Successive are the editions at hand in that language; ``gaps`` are the symbols of those that are not.
    """

    series: Series
    language: str
    comparisons: tuple[Comparison, ...] = field(repr=False)
    lineages: tuple[Lineage, ...] = field(repr=False)

    @property
    def editions(self) -> tuple[Edition, ...]:
        return self.series.editions(self.language)

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(edition.symbol or "" for edition in self.editions)

    @property
    def gaps(self) -> tuple[str, ...]:
        return tuple(symbol for symbol in self.series.symbols if symbol not in self.symbols)
