"""Which of these goes with which of those, so that the sum of their scores is highest (Kuhn–Munkres)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def best_pairs(scores: ArrayLike, least: float = 0.0) -> list[tuple[int, int]]:
    """Return pairs of a row and a column, each at most once, whose scores beyond ``least`` sum highest.

    Of choices that are as good as each other it is one that keeps the order.

    Parameters
    ----------
    scores
        Shape (rows, columns); either may be none.
    least
        What a pair must score, and more than nothing; pairs are chosen by what they have beyond it.

    Examples
    --------
    >>> best_pairs([[0.9, 0.8], [0.8, 0.1]])
    [(0, 1), (1, 0)]
    >>> best_pairs([[0.9, 0.8], [0.8, 0.1]], least=0.85)
    [(0, 0)]
    >>> best_pairs([[0.7, 0.7], [0.7, 0.7]])
    [(0, 0), (1, 1)]
    """
    import numpy as np
    from lap import lapjv

    score: Any = np.asarray(scores, dtype=float)
    if not score.size:
        return []
    rows, columns = np.ogrid[: score.shape[0], : score.shape[1]]
    distance = (rows - columns) / max(score.shape)
    costs = _OUT_OF_PLACE * distance**2 - np.maximum(score - least, 0.0)
    _, column_of, _ = lapjv(costs, extend_cost=True)  # -1 for a row without one
    pairs = ((row, int(column)) for row, column in enumerate(column_of) if column >= 0)
    return [(row, column) for row, column in pairs if score[row, column] >= least and score[row, column] > 0]


_OUT_OF_PLACE = 1e-6  # for the square of a distance: two pairs that cross lie farther apart than two that do not
