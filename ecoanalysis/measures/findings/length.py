"""How long the texts are."""

from __future__ import annotations

from collections.abc import Iterator

from ecoanalysis.measures.accuracy import reading_rates, text_rates
from ecoanalysis.measures.findings.finding import Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.intervals import count_difference


def longest_ever(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition has more paragraphs than any before: true in one unit only."""
    if len(subject.symbols) < 3:
        return
    latest = subject.extent[subject.symbols[-1]]
    before = [subject.extent[symbol] for symbol in subject.symbols[:-1]]
    most = max(before, key=lambda row: row["operative"])
    if latest["operative"] <= most["operative"]:
        return
    rates = reading_rates("paragraphs", subject.language)
    units = [
        latest[unit] - max(row[unit] for row in before if row[unit] is not None)
        for unit in ("words", "clauses")
        if latest[unit] is not None
    ]
    yield judge(
        "longest_ever",
        {"edition": latest["symbol"], "paragraphs": latest["operative"], "before": most["operative"],
         "earlier": most["symbol"]},
        count_difference(most["operative"], latest["operative"], *rates),
        value=latest["operative"], comparison=most["operative"], n=len(subject.symbols), unit="paragraphs", units=units,
    )  # fmt: skip


def words_fell_paragraphs_grew(subject: Inquiry) -> Iterator[Finding]:
    """Since the edition of most words, words fell while paragraphs grew: both units are said."""
    rows = [subject.extent[symbol] for symbol in subject.symbols if subject.extent[symbol]["words"]]
    if len(rows) < 3:
        return
    latest, peak = rows[-1], max(rows, key=lambda row: row["words"])
    if latest["symbol"] == peak["symbol"] or latest["operative"] <= peak["operative"]:
        return
    rates = text_rates("words", subject.language)
    longest = max(row["words"] / row["paragraphs"] for row in (peak, latest))
    yield judge(
        "words_fell_paragraphs_grew",
        {
            "edition": latest["symbol"], "peak": peak["symbol"], "year": peak["year"] or "?",
            "words_then": peak["words"], "words_now": latest["words"],
            "gone_share": 1 - latest["words"] / peak["words"],
            "paragraphs_then": peak["operative"], "paragraphs_now": latest["operative"],
        },
        count_difference(peak["words"], latest["words"], *rates, together=longest),
        value=latest["words"], comparison=peak["words"], n=len(rows), unit="words",
        complete=latest["year"] is not None and peak["year"] is not None,
        others=subject.changes_elsewhere(peak["symbol"], latest["symbol"], lambda row: row["words"]),
    )  # fmt: skip
