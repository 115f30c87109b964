"""How strongly it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from ecoanalysis.measures import force
from ecoanalysis.measures.findings.finding import Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.frames import BANDS, STRONG
from ecoanalysis.measures.intervals import Interval, share, share_difference


def strength_fell(subject: Inquiry) -> Iterator[Finding]:
    """The share of strong directives is lower in the later half of the series than in the earlier, or higher."""
    half = len(subject.symbols) // 2
    if half < 2:
        return
    early, late = subject.symbols[:half], subject.symbols[half:]
    interval = _halves(subject, early, late, STRONG)
    ladder = _halves(subject, early, late, BANDS[1:])
    template = "strength_fell" if (interval.value or 0) < 0 else "strength_rose"
    before, after = (_strong_share(subject, symbols, STRONG) for symbols in (early, late))
    yield judge(
        template,
        {"before_share": before, "after_share": after, "first": early[0], "last": early[-1], "new": late[0]},
        interval, value=after, comparison=before, n=len(subject.symbols), unit="editions",
        ladders=[ladder.value or 0.0],
    )  # fmt: skip


def _per_edition(subject: Inquiry, symbols: Sequence[str], bands: Sequence[str]) -> tuple[list[int], list[int]]:
    frame = force.bands(subject.opened).filter(pl.col("symbol").is_in(symbols))
    whole = frame.group_by("symbol", maintain_order=True).agg(
        part=pl.col("directives").filter(pl.col("band").is_in(bands)).sum(), whole=pl.col("directives").sum()
    )
    return whole["part"].to_list(), whole["whole"].to_list()


def _halves(subject: Inquiry, early: Sequence[str], late: Sequence[str], bands: Sequence[str]) -> Interval:
    return share_difference(_per_edition(subject, early, bands), _per_edition(subject, late, bands))


def _strong_share(subject: Inquiry, symbols: Sequence[str], bands: Sequence[str]) -> float | None:
    return share(*_per_edition(subject, symbols, bands)).value
