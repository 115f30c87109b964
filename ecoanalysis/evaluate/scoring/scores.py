"""Scores: how many facts were expected, retrieved and agreed on, by kind, and each difference.

All that measures counts with :class:`Tally`; precision, recall and F1 are computed nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ecoanalysis.evaluate.scoring.items import FactKey

HEADLINE = ("paragraphs", "clauses", "classes", "addressees", "agencies", "citations", "hedges")
"""The kinds of fact that the codebook scores."""

DETAILS = (
    "names", "addressee kinds", "citation details", "named citations", "intensifiers", "continuity", "reports",
    "report details", "dates", "themes", "footnotes", "agencies in title and notes", "citations in notes", "header",
)  # fmt: skip
"""What is measured besides: parts of the above, and facts of lesser weight."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts agree, how many were expected, how many retrieved; a figure is None where there are none.

    Examples
    --------
    >>> tally = Tally(matched=3, expected=4, retrieved=6)
    >>> tally.precision, tally.recall, tally.f1
    (0.5, 0.75, 0.6)
    """

    matched: int = 0
    expected: int = 0
    retrieved: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.matched + other.matched, self.expected + other.expected, self.retrieved + other.retrieved)

    @property
    def precision(self) -> float | None:
        return self.matched / self.retrieved if self.retrieved else None

    @property
    def recall(self) -> float | None:
        return self.matched / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        both = self.expected + self.retrieved
        return 2 * self.matched / both if both else None

    def as_figures(self) -> dict[str, int | float | None]:
        """Return the counts with their figures, as the quality file has them."""
        return {
            "expected": self.expected,
            "found": self.retrieved,
            "matched": self.matched,
            "precision": rounded(self.precision),
            "recall": rounded(self.recall),
            "f1": rounded(self.f1),
        }


Tallies = Mapping[str, Tally]


def tally(expected: Iterable[Hashable], retrieved: Iterable[Hashable]) -> Tally:
    """Return how far two multisets agree.

    Examples
    --------
    >>> tally(["P1", "P2", "P2"], ["P2", "1"])
    Tally(matched=1, expected=3, retrieved=2)
    """
    wanted, given = Counter(expected), Counter(retrieved)
    return Tally((wanted & given).total(), wanted.total(), given.total())


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies: its F1 is the micro-F1."""
    return sum(tallies, Tally())


def rounded(share: float | None) -> float | None:
    """Return a figure as it is written down, with four digits."""
    return None if share is None else round(share, 4)


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of paired judgements: agreement beyond what chance would give; 1 where chance gives all.

    Examples
    --------
    >>> kappa([("DIR", "DIR"), ("DIR", "DIR"), ("REF", "REF"), ("REF", "DIR")])
    0.5
    """
    if not pairs:
        return 1.0
    observed = sum(first == second for first, second in pairs) / len(pairs)
    firsts, seconds = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(firsts[label] * seconds[label] for label in firsts) / len(pairs) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that one side has and the other lacks: missed where the gold has it, false where only the program does."""

    item: FactKey
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
    """How far two readings agree; ``kappa`` is Cohen's, on the classes of the clauses both have."""

    scores: Scores
    kappa: float
    kappas: Mapping[str, float] = field(default_factory=dict)
    """The same of every kind that puts labels to words."""
