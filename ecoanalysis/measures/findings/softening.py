"""How often what is asked is softened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from ecoanalysis.measures import force
from ecoanalysis.measures.findings.finding import FEW, Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry, by_symbol
from ecoanalysis.measures.intervals import share_difference
from ecoanalysis.measures.measure import Frames


def _hedged_share(row: Mapping[str, Any] | None) -> float | None:
    return row["hedged"] / row["directives"] if row and row["directives"] else None


def _hedging_turned(subject: Inquiry, template: str, old: str, new: str) -> Iterator[Finding]:
    before, after = subject.of(old, "hedged", "directives"), subject.of(new, "hedged", "directives")
    interval = share_difference(before, after, looks=len(_hedging_steps(subject)))
    shares = {symbol: _hedged_share(by_symbol(force.hedging(subject.opened)).get(symbol)) for symbol in (old, new)}
    by_paragraph = [_softened_paragraphs(subject, new) - _softened_paragraphs(subject, old)]

    def elsewhere(tables: Frames) -> float | None:
        rows = by_symbol(force.hedging(tables))
        first, second = _hedged_share(rows.get(old)), _hedged_share(rows.get(new))
        return None if first is None or second is None else second - first

    yield judge(
        template,
        {
            "old": old, "new": new,
            "year": subject.extent[new]["year"] or "?", "old_year": subject.extent[old]["year"] or "?",
            "before_share": shares[old], "after_share": shares[new],
            "hedged": sum(after[0]), "directives": sum(after[1]),
        },
        interval, value=shares[new], comparison=shares[old], n=sum(before[1]) + sum(after[1]), unit="directives",
        others=subject.elsewhere(elsewhere), units=by_paragraph,
    )  # fmt: skip


def _softened_paragraphs(subject: Inquiry, symbol: str) -> float:
    """Of the paragraphs that ask, the share in which anything is softened."""
    rows = subject.units.filter((pl.col("symbol") == symbol) & (pl.col("directives") > 0))
    return rows.filter(pl.col("hedged") > 0).height / rows.height if rows.height else 0.0


def _hedging_steps(subject: Inquiry) -> list[tuple[float, str, str]]:
    rows = by_symbol(force.hedging(subject.opened))
    return [
        ((_hedged_share(rows[new]) or 0.0) - (_hedged_share(rows[old]) or 0.0), old, new)
        for old, new in subject.pairs
        if rows[old]["directives"] >= FEW and rows[new]["directives"] >= FEW
    ]


def hedging_rose(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions the share of hedged directives rose most."""
    best = max(_hedging_steps(subject), default=(0.0, "", ""))
    if best[0] > 0:
        yield from _hedging_turned(subject, "hedging_rose", best[1], best[2])


def hedging_fell(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions the share of hedged directives fell most."""
    best = min(_hedging_steps(subject), default=(0.0, "", ""))
    if best[0] < 0:
        yield from _hedging_turned(subject, "hedging_fell", best[1], best[2])


def hedging_back_from_peak(subject: Inquiry) -> Iterator[Finding]:
    """The share of hedged directives is lower now than at its highest."""
    rows = [row for row in force.hedging(subject.opened).iter_rows(named=True) if row["directives"] >= FEW]
    if len(rows) < 3:
        return
    peak = max(rows, key=lambda row: row["share"] or 0.0)
    if peak["symbol"] not in (rows[-1]["symbol"], rows[-2]["symbol"]):
        yield from _hedging_turned(subject, "hedging_back_from_peak", peak["symbol"], rows[-1]["symbol"])
