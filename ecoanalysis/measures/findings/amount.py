"""How much is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecoanalysis.measures.accuracy import reading_rates
from ecoanalysis.measures.findings.finding import FEW, Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.intervals import count_difference

UNITS = ("words", "clauses", "paragraphs")


def _sharpest(subject: Inquiry, part: str, sign: int) -> tuple[str, str] | None:
    """The successive editions between which a count changes most in one direction."""
    steps = [
        (float(sign * (subject.extent[new][part] - subject.extent[old][part])), old, new)
        for old, new in subject.pairs
        if subject.extent[old][part] >= FEW
    ]
    best = max(steps, default=(0.0, "", ""))
    return best[1:] if best[0] > 0 else None


def directives_fell(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions directives fell most."""
    yield from _directives_turned(subject, "directives_fell", -1)


def directives_rose(subject: Inquiry) -> Iterator[Finding]:
    """Between two successive editions directives rose most."""
    yield from _directives_turned(subject, "directives_rose", 1)


def _directives_turned(subject: Inquiry, template: str, sign: int) -> Iterator[Finding]:
    pair = _sharpest(subject, "directives", sign)
    if pair is None:
        return
    old, new = (subject.extent[symbol] for symbol in pair)
    rates = reading_rates("classes", subject.language)
    per_unit = [
        (_per(new, "directives", unit) or 0.0) - (_per(old, "directives", unit) or 0.0)
        for unit in UNITS
        if new[unit] and old[unit]
    ]
    yield judge(
        template,
        {"old": pair[0], "new": pair[1], "year": new["year"] or "?",
         "before": old["directives"], "after": new["directives"]},
        count_difference(old["directives"], new["directives"], *rates, looks=len(subject.pairs)),
        value=new["directives"], comparison=old["directives"], n=old["directives"] + new["directives"],
        unit="directives",
        complete=new["year"] is not None,
        others=subject.changes_elsewhere(*pair, lambda row: row["directives"]), units=per_unit,
    )  # fmt: skip


def _per(row: Mapping[str, Any], part: str, unit: str) -> float | None:
    return row[part] / row[unit] if row[unit] else None
