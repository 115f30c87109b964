"""Which bodies are asked and named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecoanalysis.measures import asked, counts
from ecoanalysis.measures.accuracy import reading_rates
from ecoanalysis.measures.findings.finding import FEW, Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry, by_symbol
from ecoanalysis.measures.intervals import count_difference, share_difference
from ecoanalysis.measures.measure import Frames


def most_steady(subject: Inquiry) -> Iterator[Finding]:
    """One body is asked by more editions than any other."""
    frame = counts.directives_by(subject.opened, "agency").sort(
        "resolutions", "directives", descending=True, maintain_order=True
    )
    if frame.height < 2:
        return
    top, second = frame.row(0, named=True), frame.row(1, named=True)
    editions = len(subject.symbols)
    interval = share_difference(_asking(second["resolutions"], editions), _asking(top["resolutions"], editions))
    yield judge(
        "most_steady",
        {"top_body": top["agency"], "editions": top["resolutions"], "of": editions,
         "second_body": second["agency"], "second": second["resolutions"]},
        interval, value=top["resolutions"], comparison=second["resolutions"], n=editions, unit="editions",
    )  # fmt: skip


def _asking(count: int, whole: int) -> tuple[list[int], list[int]]:
    return [1] * count + [0] * (whole - count), [1] * whole


def bodies_asked_fell(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition asks fewer bodies by name than the one before, or more."""
    if not subject.pairs:
        return
    rows = by_symbol(asked.addressing(subject.opened))
    old, new = subject.pairs[-1]
    before, after = rows[old]["bodies_asked"], rows[new]["bodies_asked"]
    if before == after or before < FEW:
        return
    rates = reading_rates("addressees", subject.language)
    there = {symbol: set(_asked(subject.opened, symbol)) for symbol in (old, new)}
    yield judge(
        "bodies_asked_fell" if after < before else "bodies_asked_rose",
        {"old": old, "new": new, "before": before, "after": after,
         "gone_bodies": sorted(there[old] - there[new]), "come_bodies": sorted(there[new] - there[old])},
        count_difference(before, after, *rates), value=after, comparison=before, n=len(there[old] | there[new]),
        unit="bodies",
        others=subject.elsewhere(lambda tables: _bodies_change(tables, old, new)),
    )  # fmt: skip


def _asked(tables: Frames, symbol: str) -> list[str]:
    return counts.directives_by(tables, "symbol", "agency").filter(symbol=symbol)["agency"].to_list()


def _bodies_change(tables: Frames, old: str, new: str) -> float | None:
    rows = by_symbol(asked.addressing(tables))
    return rows[new]["bodies_asked"] - rows[old]["bodies_asked"] if old in rows and new in rows else None


def newly_named(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition names bodies that no edition before it named."""
    frame = asked.came_and_went(subject.opened).filter(symbol=subject.symbols[-1], change="came", returns=False)
    if frame.is_empty():
        return
    ids = frame["agency"].to_list()
    rates = reading_rates("agencies", subject.language)
    there = subject.elsewhere(lambda tables: _naming(tables, subject.symbols[-1], ids))
    yield judge(
        "newly_named",
        {"edition": subject.symbols[-1], "count": len(ids), "bodies": ids, "before": len(subject.symbols) - 1},
        count_difference(0, len(ids), *rates), value=len(ids), comparison=0, n=len(ids), unit="bodies", others=there,
    )  # fmt: skip


def _naming(tables: Frames, symbol: str, ids: Sequence[str]) -> float | None:
    rows = tables["agencies"].filter(symbol=symbol)
    return None if rows.is_empty() else float(set(ids) <= set(rows["agency"].drop_nulls())) - 0.5
