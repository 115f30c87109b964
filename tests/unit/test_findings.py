"""Findings: a statement holds only where no rule is broken; what is known of our own series comes out so."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecoanalysis.measures.accuracy import reading_rates, text_rates
from ecoanalysis.measures.findings import findings, findings_table
from ecoanalysis.measures.findings.finding import RULES, Finding
from ecoanalysis.measures.intervals import Interval, count_difference, share_difference
from ecoanalysis.measures.survival import new_and_kept
from ecoanalysis.measures.tables_at_hand import series_tables_of, tables_at_hand
from ecoanalysis.show.passages import findings as passages
from ecoanalysis.show.view import view_all, view_series

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def eco() -> dict[str, Finding]:
    return {each.template: each for each in findings(series_tables_of("eco"))}


HOLDS = {
    "words_fell_paragraphs_grew": {"year": 2016, "paragraphs_then": 39, "paragraphs_now": 47},
    "directives_fell": {"year": 2023, "before": 32, "after": 21},
    "hedging_rose": {"year": 2012, "old": "A/RES/65/129"},
    "hedging_back_from_peak": {"old_year": 2012, "new": "A/RES/79/330"},
    "new_paragraphs_note": {"new": 15, "noting": 14, "kept": 36, "kept_noting": 5},
}
BODIES = {"before": 28, "after": 24, "gone_bodies": ["unaids", "unfpa", "unicef", "who"], "come_bodies": []}
FELL = {"longest_ever": ("units",), "first_vote": ("known",)}


@pytest.mark.parametrize("template", HOLDS)
def test_what_is_true_of_our_series_holds(eco: dict[str, Finding], template: str) -> None:
    finding = eco[template]
    assert finding.qualifies
    assert {name: finding.values[name] for name in HOLDS[template]} == HOLDS[template]


@pytest.mark.parametrize("template", FELL)
def test_what_one_unit_turns_round_or_nobody_knows_falls(eco: dict[str, Finding], template: str) -> None:
    assert eco[template].fell == FELL[template]


def test_the_strongest_that_holds_leads_and_nothing_that_fell_stands_before(eco: dict[str, Finding]) -> None:
    made = list(eco.values())
    assert made[0].qualifies
    held_back = [bool(each.fell) for each in made]
    assert held_back == sorted(held_back)
    assert all(set(each.fell) <= set(RULES) for each in made)
    assert findings_table(made).height == len(made)


def test_the_greatest_of_many_differences_needs_a_wider_interval() -> None:
    once, picked = count_difference(32, 27, 0.97, 0.95), count_difference(32, 27, 0.97, 0.95, looks=20)
    assert once.excludes_zero
    assert not picked.excludes_zero
    sides = ([0, 1] * 10, [1] * 20), ([1, 1, 1, 0] * 5, [1] * 20)
    first, second = share_difference(*sides), share_difference(*sides, looks=20)
    assert second.low < first.low < first.high < second.high  # type: ignore[operator]
    assert not Interval(1.0, None, None).excludes_zero


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_statement_is_said_in_both_languages(language: str) -> None:
    view = view_series("eco", language=language)
    made = passages.statements(view)
    for each in made:
        assert passages.sentence(view, each)
    assert f"{len(made)}" in passages.holding(view, made).html


def test_bodies_no_longer_asked_are_named_and_counted_once(eco: dict[str, Finding]) -> None:
    finding = eco["bodies_asked_fell"]
    assert {name: finding.values[name] for name in BODIES} == BODIES
    assert finding.n == 28


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_statement_lists_what_it_rests_on(language: str) -> None:
    """As many paragraphs as are counted, each linked; who is perhaps still asked; what is known to be uncertain."""
    view = view_series("eco", language=language)
    made = {each.template: each for each in passages.statements(view)}
    rows = new_and_kept(view.opened).filter(symbol=view.symbol)
    *lines, whole = passages._PROOFS["new_paragraphs_note"](view, made["new_paragraphs_note"])
    assert [line.count("<a ") for line in lines] == rows["count"].to_list()
    assert all(str(number) in whole for number in (51, 47, 4))
    (same,) = passages._PROOFS["carried_more"](view, made["carried_more"])
    assert same.count("<a ") == made["carried_more"].values["same"]
    (perhaps,) = passages._PROOFS["bodies_asked_fell"](view, made["bodies_asked_fell"])
    assert view.body("who") in perhaps
    assert view.body("unaids") not in perhaps
    html = passages.holding(view, list(made.values())).html
    assert view.labels("finding.how") in html
    assert view.labels("finding.reborn") in html


def test_where_nothing_holds_the_page_says_what_is_at_hand(tmp_path: Path) -> None:
    head = "Resolution adopted by the General Assembly on 3 May 2006\n\n61/1. Lakes\n\nThe General Assembly,\n\n"
    text = f"{head}1. Urges States to act.\n"
    (tmp_path / "61.txt").write_text(text, encoding="utf-8")
    assert findings(tables_at_hand(str(tmp_path))) == []
    view = view_all(str(tmp_path))
    assert "the 1 resolution at hand have 1 directive" in passages.leading(view, []).html


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_no_reading_is_certain(language: str) -> None:
    """A count of words rests on how well words were read; and a perfect score on few facts is no certainty."""
    kinds = ("paragraphs", "classes", "addressees", "agencies", "reports")
    rates = [*text_rates("words", language), *(rate for kind in kinds for rate in reading_rates(kind, language))]
    assert all(0.5 < rate < 1 for rate in rates)


@pytest.mark.thorough
def test_every_finding_of_counts_has_a_width() -> None:
    counted = [each for each in findings(series_tables_of("eco")) if each.unit in ("words", "paragraphs")]
    assert counted
    assert all(each.interval.low < each.interval.high for each in counted)
