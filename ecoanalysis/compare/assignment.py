"""Which of these goes with which of those, so that the sum of their scores is highest (Kuhn–Munkres)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def best_pairs(scores: ArrayLike, least: float = 0.0) -> list[tuple[int, int]]:
    """Return pairs of a row and a column, each at most once, whose scores beyond ``least`` sum highest.

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
    """
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # half a second

    score: Any = np.asarray(scores, dtype=float)
    if not score.size:
        return []
    rows, columns = linear_sum_assignment(np.maximum(score - least, 0.0), maximize=True)
    pairs = ((int(row), int(column)) for row, column in zip(rows, columns, strict=True))
    return [(row, column) for row, column in pairs if score[row, column] >= least and score[row, column] > 0]
