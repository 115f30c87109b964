"""Findings: statements that qualify to be headlines, and those that were asked and fell.

A statement compares two values. It qualifies where every value compared is known, the interval of the difference
excludes no difference (widened where the greatest of many was picked), every language of the text at hand says the
same, it holds on every ladder of force, and no other unit (words, clauses, paragraphs) turns it round. What a rule does
not bear on it leaves alone. The strongest that qualifies leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from ecoanalysis.measures.findings import (
    adoption,
    amount,
    bodies,
    differences,
    length,
    lifetimes,
    noting,
    softening,
    strength,
)
from ecoanalysis.measures.findings.finding import FEW, Finding
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.tables_at_hand import Opened


def findings(opened: Opened) -> list[Finding]:
    """Return every statement that was asked of what is at hand: those that qualify first, the strongest leading.

    What rests on few units (two bodies that are named anew) leads nothing.

    Examples
    --------
    >>> from ecoanalysis.measures.tables_at_hand import series_tables_of
    >>> asked_of = findings(series_tables_of("eco"))
    >>> {each.template for each in asked_of if each.qualifies} >= {"words_fell_paragraphs_grew", "directives_fell"}
    True
    >>> {each.template: each.fell for each in asked_of}["longest_ever"]
    ('units',)
    """
    subject = Inquiry(opened)
    of_series = SERIES_TEMPLATES if opened.series else ()
    made = [finding for template in (*of_series, *CORPUS_TEMPLATES) for finding in template(subject)]
    return sorted(made, key=lambda each: (bool(each.fell), each.n < FEW, -each.strength, each.template))


def turning_points(opened: Opened) -> list[tuple[str, Finding]]:
    """Return where a series turns: the editions, by adoption, each with the statement about it that holds.

    Examples
    --------
    >>> from ecoanalysis.measures.tables_at_hand import series_tables_of
    >>> [(symbol, each.template) for symbol, each in turning_points(series_tables_of("eco"))][:2]
    [('A/RES/67/14', 'directives_rose'), ('A/RES/67/14', 'hedging_rose')]
    """
    subject = Inquiry(opened)
    turns = [
        (str(finding.values[where]), finding)
        for template, where in TURNING.items()
        for finding in template(subject)
        if finding.qualifies
    ]
    return sorted(turns, key=lambda turn: subject.symbols.index(turn[0]))


def findings_table(made: Sequence[Finding]) -> pl.DataFrame:
    """Return findings as a frame: one row per statement asked.

    Examples
    --------
    >>> findings_table([]).columns
    ['template', 'value', 'comparison', 'difference', 'low', 'high', 'n', 'unit', 'fell']
    """
    rows = [
        (
            each.template,
            each.value,
            each.comparison,
            each.interval.value,
            each.interval.low,
            each.interval.high,
            each.n,
            each.unit,
            list(each.fell),
        )
        for each in made
    ]
    numbers = dict.fromkeys(("value", "comparison", "difference", "low", "high"), pl.Float64)
    schema: dict[str, Any] = {
        "template": pl.String,
        **numbers,
        "n": pl.Int64,
        "unit": pl.String,
        "fell": pl.List(pl.String),
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


Template = Callable[[Inquiry], Iterator[Finding]]
SERIES_TEMPLATES: tuple[Template, ...] = (
    length.longest_ever,
    length.words_fell_paragraphs_grew,
    amount.directives_fell,
    amount.directives_rose,
    softening.hedging_rose,
    softening.hedging_fell,
    softening.hedging_back_from_peak,
    strength.strength_fell,
    noting.notes_grew,
    noting.new_paragraphs_note,
    adoption.first_vote,
    bodies.most_steady,
    bodies.bodies_asked_fell,
    bodies.newly_named,
    lifetimes.half_life,
    lifetimes.carried_less,
    lifetimes.never_answered,
)
CORPUS_TEMPLATES: tuple[Template, ...] = (
    differences.languages_differ,
    differences.parties_differ,
    differences.committees_differ,
    differences.committees_differ_in_strength,
)
TURNING: Mapping[Template, str] = {
    amount.directives_rose: "new",
    amount.directives_fell: "new",
    softening.hedging_rose: "new",
    softening.hedging_fell: "new",
    noting.notes_grew: "new",
    length.words_fell_paragraphs_grew: "peak",
}
"""What says where a series turns, and which of its values names the edition."""
