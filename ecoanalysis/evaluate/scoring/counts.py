"""Counts: what was counted, by a path of words; everything that a worker hands back is this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Any

from ecoanalysis.evaluate.scoring.progress import watched

Counts = Counter[tuple[str, ...]]
Path = tuple[str, ...]

_CHUNK = 8  # pieces of work handed to a worker together


def under(counts: Counts, *head: str) -> list[tuple[Path, int]]:
    """Return what was counted below a path, by the rest of it.

    Examples
    --------
    >>> under(Counter({("files", "clean"): 2, ("pairs",): 1}), "files")
    [(('clean',), 2)]
    """
    return [(path[len(head) :], count) for path, count in counts.items() if path[: len(head)] == head and count]


def most(counts: Counts, *head: str, limit: int) -> list[tuple[Path, int]]:
    """Return the same, the most frequent first."""
    return sorted(under(counts, *head), key=lambda entry: (-entry[1], entry[0]))[:limit]


def summed(executor: Executor, run: Callable[[Any], Counts], work: Sequence[Any], name: str) -> Counts:
    """Return the counts of all pieces of work together, and show how far it is."""
    counts: Counts = Counter()
    for part in watched(executor.map(run, work, chunksize=_CHUNK), name, len(work)):
        counts.update(part)
    return counts
