"""Of what falls due, how much was answered; what falls due itself is ``recurring.calendar.due``."""

from __future__ import annotations

import polars as pl

from ecoanalysis.measures.measure import Frames, measure

STATES = ("met", "open", "unseen", "undated")


@measure("one row per series and kind of obligation", "reports", "report dues", "citations")
def answered(tables: Frames) -> pl.DataFrame:
    """How many obligations of a series are ``met`` by a later edition, are to come, unnoted, or undated.

    A report is met by an edition that takes note of it, a decision on the agenda or a review by one of the session
    named. ``unseen`` is no claim that nothing was done: no edition takes note of it. ``undated`` names no time that was
    resolved, ``open`` falls due after the latest edition.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = answered(read_series()).filter(kind="report")
    >>> sum(frame.select(STATES).row(0)) == frame["obligations"].item()
    True
    """
    states = [(pl.col("status") == state).sum().cast(pl.Int64).alias(state) for state in STATES]
    counted = tables["obligations"].group_by("series", "kind", maintain_order=True)
    return counted.agg(pl.len().cast(pl.Int64).alias("obligations"), *states)
