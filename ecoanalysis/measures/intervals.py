"""Intervals, and what each is an interval of.

A share over several resolutions is an estimate for resolutions like them: they are what is resampled, since clauses of
one resolution are alike. A share within one text is resampled by paragraphs, for the same reason. A count of one text
is no sample; what is uncertain of it is the reading, and its interval comes from the precision and recall measured of
its kind of fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

SEED = 19930
SAMPLES = 2000
OUTSIDE = 0.05
"""What an interval leaves out, half of it on either side."""
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with the bounds between which it lies; both are None where nothing can be said."""

    value: float | None
    low: float | None
    high: float | None

    @property
    def excludes_zero(self) -> bool:
        """Whether both bounds are on one side of zero: for a difference, that there is one."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def resampled(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the column sums of many samples of as many rows, drawn with replacement, the same ones each time.

    Examples
    --------
    >>> resampled(np.array([[1.0, 2.0], [1.0, 2.0]]))[0].tolist()
    [2.0, 4.0]
    """
    sums: NDArray[np.float64] = _times(len(rows)) @ rows
    return sums


@lru_cache(maxsize=4)
def _times(units: int) -> NDArray[np.float64]:
    """How often each unit is drawn, sample by sample."""
    drawn = np.random.default_rng(SEED).multinomial(units, [1 / units] * units, size=SAMPLES)
    return drawn.astype(np.float64)


def share(parts: Sequence[float], wholes: Sequence[float]) -> Interval:
    """Return a share with its interval: units (resolutions, or paragraphs of one text) are resampled.

    Units that either have it or not are counted in a closed form (Wilson 1927); where units do not differ, resampling
    is blind, and the exact binomial interval stands for it.

    Examples
    --------
    >>> half = share([1, 0, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1])
    >>> half.value, half.low < 0.5 < half.high
    (0.5, True)
    """
    rows = np.array([parts, wholes], dtype=float).T.reshape(-1, 2)
    rows = rows[rows[:, 1] > 0]
    if not len(rows):
        return Interval(None, None, None)
    value = float(rows[:, 0].sum() / rows[:, 1].sum())
    if len(rows) < 2:
        return Interval(value, None, None)
    if value in (0.0, 1.0):
        bound = float((OUTSIDE / 2) ** (1 / rows[:, 1].sum()))
        return Interval(value, bound, 1.0) if value else Interval(value, 0.0, 1 - bound)
    if (rows[:, 1] == 1).all() and np.isin(rows[:, 0], (0, 1)).all():
        return _wilson(value, len(rows))
    sums = resampled(rows)
    return _between(value, sums[:, 0] / sums[:, 1])


def _wilson(value: float, units: int) -> Interval:
    centre = (value + _Z**2 / (2 * units)) / (1 + _Z**2 / units)
    spread = _Z / (1 + _Z**2 / units) * (value * (1 - value) / units + _Z**2 / (4 * units**2)) ** 0.5
    return Interval(value, centre - spread, centre + spread)


def share_difference(
    before: tuple[Sequence[float], Sequence[float]], after: tuple[Sequence[float], Sequence[float]], looks: int = 1
) -> Interval:
    """Return the difference of two shares (the later less the earlier) with its interval.

    ``looks`` says among how many differences this one was picked as the greatest: the interval is widened for that
    (Bonferroni).

    Examples
    --------
    >>> share_difference(([0] * 20, [1] * 20), ([1] * 15 + [0] * 5, [1] * 20)).excludes_zero
    True
    """
    sides = [np.array(side, dtype=float).T.reshape(-1, 2) for side in (before, after)]
    sides = [rows[rows[:, 1] > 0] for rows in sides]
    if any(len(rows) < 2 for rows in sides):
        return Interval(None, None, None)
    old, new = (float(rows[:, 0].sum() / rows[:, 1].sum()) for rows in sides)
    # Two draws from different streams: the same one twice would pair units that have nothing to do with each other.
    first, second = resampled(sides[0]), resampled(sides[1])[::-1]
    return _between(new - old, second[:, 0] / second[:, 1] - first[:, 0] / first[:, 1], looks)


def mean_difference(before: Sequence[float], after: Sequence[float]) -> Interval:
    """Return the difference of two means over units (the later less the earlier) with its interval.

    Examples
    --------
    >>> mean_difference([4, 4, 5, 6], [20, 29, 29, 31]).excludes_zero
    True
    """
    return share_difference((before, [1] * len(before)), (after, [1] * len(after)))


def count(number: int, precision: float, recall: float) -> Interval:
    """Return a count of one text with the interval that its reading leaves.

    Of the facts counted ``precision`` are right; of those that there are ``recall`` were seen.

    Examples
    --------
    >>> count(20, 1.0, 1.0)
    Interval(value=20.0, low=20.0, high=20.0)
    """
    spread = _Z * _variance(number, precision, recall) ** 0.5
    return Interval(float(number), max(0.0, number - spread), number + spread)


def count_difference(
    old: int, new: int, precision: float, recall: float, looks: int = 1, together: float = 1.0
) -> Interval:
    """Return the difference of two counts (the later less the earlier) with the interval that reading leaves.

    ``looks`` says among how many differences this one was picked as the greatest; ``together`` how many of what is
    counted one fault of reading may take: the words of a paragraph.

    Examples
    --------
    >>> count_difference(32, 21, 0.97, 0.95).excludes_zero, count_difference(21, 20, 0.97, 0.95).excludes_zero
    (True, False)
    >>> count_difference(3394, 2652, 0.98, 0.98, together=70).excludes_zero
    True
    """
    z = NormalDist().inv_cdf(1 - OUTSIDE / 2 / looks)
    spread = z * (together * (_variance(old, precision, recall) + _variance(new, precision, recall))) ** 0.5
    return Interval(float(new - old), new - old - spread, new - old + spread)


def _variance(number: int, precision: float, recall: float) -> float:
    """Of the true number behind a count: facts that are none, and facts that were not seen."""
    right = number * precision
    return right * (1 - precision) + right * (1 - recall) / max(recall, 1e-9) ** 2


def _between(value: float, drawn: NDArray[np.float64], looks: int = 1) -> Interval:
    low, high = np.nanquantile(drawn, [OUTSIDE / 2 / looks, 1 - OUTSIDE / 2 / looks])
    return Interval(value, float(low), float(high))
