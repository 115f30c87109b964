"""What lives on, and what is answered."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ecoanalysis.measures import due, survival
from ecoanalysis.measures.accuracy import reading_rates
from ecoanalysis.measures.findings.finding import Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.intervals import Interval, count_difference, share_difference


def half_life(subject: Inquiry) -> Iterator[Finding]:
    """Fewer than half of the mandates outlive so many editions."""
    curve = survival.survival(subject.opened)
    low = curve.filter(pl.col("high") < 0.5) if curve.height else curve
    if low.is_empty():
        return
    row, mandates = low.row(0, named=True), survival.lifetimes(subject.opened).height
    yield judge(
        "half_life",
        {"editions": row["editions"], "left_share": row["share"], "mandates": mandates},
        Interval(row["share"] - 0.5, row["low"] - 0.5, row["high"] - 0.5),
        value=row["share"], comparison=0.5, n=mandates, unit="mandates",
    )  # fmt: skip


def carried_less(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition carries over a smaller share of its paragraphs than those before it, or a larger."""
    frame = survival.carried(subject.opened).filter(pl.col("share") == "carried")
    if frame.height < 4:
        return
    whole = survival.carried(subject.opened).group_by("symbol", maintain_order=True).agg(n=pl.col("count").sum())
    rows = frame.join(whole, on="symbol", maintain_order="left")
    past, last = rows.head(-1), rows.row(-1, named=True)
    latest = ([1] * last["count"] + [0] * (last["n"] - last["count"]), [1] * last["n"])
    interval = share_difference((past["count"].to_list(), past["n"].to_list()), latest)
    before = sum(past["count"].to_list()) / max(1, sum(past["n"].to_list()))
    yield judge(
        "carried_less" if (interval.value or 0) < 0 else "carried_more",
        {"edition": last["symbol"], "same": last["count"], "whole": last["n"],
         "after_share": last["count"] / max(1, last["n"]), "before_share": before},
        interval, value=last["count"] / max(1, last["n"]), comparison=before, n=rows.height, unit="editions",
    )  # fmt: skip


def never_answered(subject: Inquiry) -> Iterator[Finding]:
    """Reports were asked for of which no later edition takes note."""
    rows = due.answered(subject.opened).filter(kind="report")
    if rows.is_empty() or not rows["unseen"][0]:
        return
    row = rows.row(0, named=True)
    rates = reading_rates("reports", subject.language)
    yield judge(
        "never_answered",
        {"unseen": row["unseen"], "reports": row["obligations"]},
        count_difference(0, row["unseen"], *rates),
        value=row["unseen"], comparison=0, n=row["obligations"], unit="reports",
    )  # fmt: skip
