"""Intervals: over documents, the same every time, and a count where there is too little to be a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoanalysis.evaluate.scoring.intervals import estimate
from ecoanalysis.evaluate.scoring.scores import Tally
from ecoanalysis.measures.accuracy import FEW

GOOD, BAD = Tally(10, 10, 10), Tally(0, 10, 10)


def test_figures_are_those_of_the_sum() -> None:
    measured = estimate([Tally(3, 4, 6), Tally(30, 36, 34)], ["a", "b"])
    assert (measured.n, measured.precision, measured.recall) == (40, 33 / 40, 33 / 40)


def test_the_same_documents_give_the_same_interval() -> None:
    assert estimate([GOOD, BAD] * 10, range(20)) == estimate([GOOD, BAD] * 10, range(20))


def test_documents_are_drawn_not_paragraphs() -> None:
    """Twenty paragraphs of two documents tell less than twenty paragraphs of twenty documents."""
    tallies = [GOOD] * 10 + [BAD] * 10
    apart, together = estimate(tallies, range(20)), estimate(tallies, ["a"] * 10 + ["b"] * 10)
    assert apart.f1 == together.f1 == 0.5
    assert (together.low, together.high) == (0.0, 1.0)
    assert apart.low is not None
    assert apart.high is not None
    assert 0.2 < apart.low < 0.4 < 0.6 < apart.high < 0.8


def test_a_unit_counts_as_often_as_what_it_stands_for() -> None:
    plain, weighted = (estimate([GOOD, BAD], ["a", "b"], weights) for weights in (None, [3, 1]))
    assert (plain.f1, weighted.f1) == (0.5, 0.75)
    assert weighted.n == 20


@pytest.mark.parametrize(("tally", "bounds"), [(GOOD, ("low", 1.0)), (BAD, ("high", 0.0))])
def test_what_was_never_met_is_not_excluded(tally: Tally, bounds: tuple[str, float]) -> None:
    few, many = (estimate([tally] * size, range(size)) for size in (5, 50))
    name, extreme = bounds
    assert few.f1 == many.f1 == extreme
    assert abs(getattr(few, name) - extreme) > abs(getattr(many, name) - extreme) > 0


def test_one_document_has_no_interval() -> None:
    lonely = estimate([GOOD] * 4, ["a"] * 4)
    assert (lonely.f1, lonely.low, lonely.high) == (1.0, None, None)


def test_nothing_to_count_is_no_figure() -> None:
    assert estimate([], []).as_figures() == {
        "n": 0, "found": 0, "matched": 0, "precision": None, "recall": None, "f1": None, "low": None, "high": None
    }  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "shown"),
    [(FEW - 1, "20 of 29, 5 too many"), (FEW, "0.727 (0.727–0.727)")],
)
def test_few_facts_are_shown_as_a_count(expected: int, shown: str) -> None:
    tallies = [Tally(20, expected, 25), Tally()] if expected < FEW else [Tally(20, expected, 25)] * 2
    assert str(estimate(tallies, ["a", "b"])) == shown


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=12))
def test_bounds_are_shares_in_order(counts: list[tuple[int, int, int]]) -> None:
    tallies = [Tally(matched, matched + missed, matched + extra) for matched, missed, extra in counts]
    measured = estimate(tallies, range(len(tallies)))
    if measured.low is not None and measured.high is not None:
        assert 0 <= measured.low <= measured.high <= 1
