"""Intervals: a figure with how many facts it rests on, and how far it may be off for want of documents.

Facts of one document are alike, so documents are what is resampled, not facts: an interval is the middle 95 % of the
figure over many samples of as many documents, drawn with replacement, the same ones each time.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecoanalysis.evaluate.scoring.scores import Tally, rounded, total
from ecoanalysis.measures.accuracy import FEW
from ecoanalysis.measures.intervals import OUTSIDE, resampled


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is measured of a kind of fact: the counts, the figures, and the interval of F1.

    The counts are of facts; the figures weigh each unit by how many it stands for. A figure is None where there is
    nothing to count, an interval where there are no two documents.
    """

    tally: Tally
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None
    high: float | None

    @property
    def n(self) -> int:
        return self.tally.expected

    @property
    def is_few(self) -> bool:
        """Whether the facts are too few for a figure."""
        return self.n < FEW

    def __str__(self) -> str:
        """Return F1 with its interval, or the counts where the facts are few.

        Examples
        --------
        >>> str(estimate([Tally(3, 4, 5), Tally(2, 2, 2)], ["a", "b"]))
        '5 of 6, 2 too many'
        """
        if self.is_few:
            extra = self.tally.retrieved - self.tally.matched
            return f"{self.tally.matched} of {self.n}" + (f", {extra} too many" if extra else "")
        between = "" if self.low is None or self.high is None else f" ({self.low:.3f}–{self.high:.3f})"
        return f"{self.f1:.3f}{between}"

    def as_figures(self) -> dict[str, float | int | None]:
        """Return what is written down of it."""
        figures = {name: rounded(getattr(self, name)) for name in ("precision", "recall", "f1", "low", "high")}
        return {"n": self.n, "found": self.tally.retrieved, "matched": self.tally.matched, **figures}


def estimate(
    tallies: Sequence[Tally], documents: Sequence[Hashable], weights: Sequence[float] | None = None
) -> Estimate:
    """Return the figures of some units, each of a document and of a weight.

    Parameters
    ----------
    tallies
        One of each unit: a paragraph, or a whole document.
    documents
        Which document each unit is of: units of one are drawn together.
    weights
        How many units of the population each stands for; 1 where none are given.

    Examples
    --------
    >>> alike = estimate([Tally(9, 10, 10)] * 20, range(20))
    >>> alike.n, alike.f1, alike.low, alike.high
    (200, 0.9, 0.9, 0.9)
    """
    counts = np.array([(tally.matched, tally.expected, tally.retrieved) for tally in tallies], dtype=float)
    counts = counts.reshape(-1, 3) * np.array([1.0] * len(tallies) if weights is None else weights)[:, None]
    names = {document: row for row, document in enumerate(dict.fromkeys(documents))}
    places = np.array([names[document] for document in documents], dtype=int)
    sums = [np.bincount(places, column, len(names)) for column in counts.T]
    rows: NDArray[np.float64] = np.stack(sums, axis=1).astype(np.float64)
    matched, expected, retrieved = counts.sum(axis=0)
    f1 = _share(2 * matched, expected + retrieved)
    counted = total(tallies)
    low, high = _interval(rows, f1, max(counted.expected, counted.retrieved))
    return Estimate(counted, _share(matched, retrieved), _share(matched, expected), f1, low, high)


def _share(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None


def _interval(rows: NDArray[np.float64], f1: float | None, facts: int) -> tuple[float | None, float | None]:
    """The interval of F1 over documents; where none differs, resampling is blind: the exact binomial one over facts."""
    speaking = int((rows[:, 1] + rows[:, 2] > 0).sum())
    if f1 is None or speaking < 2:
        return None, None
    if f1 in (0.0, 1.0):
        bound = float((OUTSIDE / 2) ** (1 / facts))
        return (bound, 1.0) if f1 else (0.0, 1 - bound)
    matched, expected, retrieved = resampled(rows).T
    there = expected + retrieved > 0
    low, high = np.quantile(2 * matched[there] / (expected + retrieved)[there], [OUTSIDE / 2, 1 - OUTSIDE / 2])
    return float(low), float(high)
