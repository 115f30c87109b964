"""Scores: how many facts were expected, found and agreed on, by kind, and each difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ecoanalysis.evaluate.items import Item

HEADLINE = ("paragraphs", "clauses", "classes", "addressees", "agencies", "citations", "hedges")
"""The kinds of fact that the codebook scores."""

DETAILS = (
    "names", "addressee kinds", "citation details", "named citations", "intensifiers", "continuity", "reports",
    "report details", "dates", "themes", "footnotes", "agencies in title and notes", "citations in notes", "header",
)  # fmt: skip
"""What is measured besides: parts of the above, and facts of lesser weight."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were expected, how many found, and how many agree; a figure is None where there are none."""

    matched: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.matched + other.matched, self.expected + other.expected, self.found + other.found)

    @property
    def precision(self) -> float | None:
        return self.matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.matched / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        both = self.expected + self.found
        return 2 * self.matched / both if both else None


Tallies = Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that one side has and the other lacks: missed where the gold has it, false where only the program does."""

    item: Item
    missed: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """One document's tallies by kind, and each difference."""

    symbol: str
    language: str
    tallies: Tallies
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings of one document agree; ``kappa`` is Cohen's, on the classes of the clauses both have."""

    scores: Scores
    kappa: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every gold that could be scored; those that could not, with the cause; and the double readings' agreement."""

    documents: tuple[Scores, ...]
    unscored: tuple[tuple[str, str], ...]
    agreements: tuple[Agreement, ...]
    sources: tuple[Path, ...] = ()
    absent: int = 0
    """How many of those that could not be scored have their text elsewhere."""

    @property
    def languages(self) -> list[str]:
        return sorted({scores.language for scores in self.documents}, reverse=True)

    def totals(self, language: str) -> Tallies:
        """Return the tallies over all documents of a language: their F1 is the micro-F1."""
        documents = [scores.tallies for scores in self.documents if scores.language == language]
        return {kind: sum((tallies[kind] for tallies in documents), Tally()) for kind in (*HEADLINE, *DETAILS)}
