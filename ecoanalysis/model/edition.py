"""The edition: one resolution as it is compared, made from its facts or from tables that hold no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ecoanalysis.model.facts import Clause
from ecoanalysis.model.resolution import Adoption, Diagnostic, DraftMark

Hashes = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """One clause of an edition, and which of its paragraph's words it covers.

    ``framing`` are the word ranges of its verb, hedges and addressees: what is compared as facts, not as words.
    """

    clause: Clause
    first: int
    last: int
    framing: tuple[tuple[int, int], ...] = ()

    @property
    def framed(self) -> frozenset[int]:
        """The words of its framing."""
        return frozenset(word for first, last in self.framing for word in range(first, last))

    @property
    def key(self) -> tuple[str, int]:
        return self.clause.paragraph, self.clause.index


@dataclass(frozen=True, slots=True)
class EditionParagraph:
    """One preambular or operative paragraph of an edition; ``text`` is None where only its facts are at hand.

    ``words`` and ``slotless`` are hashes of all its words and of its words without slots; ``shingles`` are the
    hashes of its runs of words, in order, slots left out.
    """

    id: str
    part: str
    start: int
    end: int
    characters: int
    words: str
    slotless: str
    shingles: Hashes = field(repr=False)
    text: str | None = field(default=None, repr=False)
    places: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """Where in ``text`` each word stands, where there is a text."""
    offsets: Sequence[int] = field(default=(), repr=False)
    """The raw offset of each character of ``text``."""
    provisions: tuple[Provision, ...] = field(default=(), repr=False)
    agencies: frozenset[str] = frozenset()
    citations: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    """Days and ranges of days that it names, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a resolution in one language: what two editions are compared by."""

    symbol: str | None
    language: str
    adopted_on: str | None
    title: str | None
    sha256: str
    paragraphs: tuple[EditionParagraph, ...] = field(repr=False)
    part: int = 1
    """Which resolution of the file."""
    session: int | None = None
    adoption: Adoption | None = None
    """How it was adopted, where the source says."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """What is doubtful in the reading of its text."""
    lacks: frozenset[str] = frozenset()
    """Parts that the text does not hold, or not whole: that a paragraph of one is not in it says nothing."""
    marks: tuple[DraftMark, ...] = field(default=(), repr=False)
    """What a negotiating text carries that is none of its words."""

    @property
    def stops(self) -> bool:
        """Whether its last paragraph goes on, and nothing closes it: what may have stood behind it is not at hand."""
        return any(diagnostic.code == "end-missing" for diagnostic in self.diagnostics)

    @property
    def has_text(self) -> bool:
        return all(paragraph.text is not None for paragraph in self.paragraphs)
