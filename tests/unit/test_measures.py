"""Measures: each says what a row is, keeps to it, and counts what the tables hold; the series' known truths hold."""

from __future__ import annotations

import inspect
import math
import random
import warnings
from collections.abc import Mapping

import polars as pl
import pytest
from scipy.stats import CensoredData, ecdf

import ecoanalysis as eco
from ecoanalysis.editions import read_editions, read_series
from ecoanalysis.measures import (
    accuracy,
    asked,
    catalogue,
    counts,
    due,
    force,
    intervals,
    measures,
    narrow,
    survival,
    votes,
)
from ecoanalysis.measures.frames import CLAUSE, TEXT
from ecoanalysis.show.quality.names import NAMES

TEXTS = [*TEXT]
SERIES = ["series", "language"]
KEYS: dict[str, list[str]] = {
    "asked.parties": [*CLAUSE, "order", "agency"],
    "asked.addressing": TEXTS,
    "asked.named": [*TEXTS, "agency"],
    "asked.perhaps_asked": [*TEXTS, "paragraph", "index", "agency"],
    "asked.came_and_went": [*TEXTS, "agency", "change"],
    "asked.themes": [*TEXTS, "theme"],
    "asked.theme_terms": ["language", "term"],
    "due.answered": ["series", "kind"],
    "counts.composition": [*TEXTS, "code", "hedged"],
    "counts.per_text": TEXTS,
    "counts.clauses_by_class": [*TEXTS, "class"],
    "force.bands": [*TEXTS, "band"],
    "force.steps": [*TEXTS, "step"],
    "force.hedging": TEXTS,
    "force.hedging_over_all": ["language"],
    "force.hedge_kinds": ["language", "hedge_kind"],
    "force.hedge_words": [*TEXTS, "hedge"],
    "counts.paragraph_units": [*TEXTS, "paragraph"],
    "network.asked_together": ["body", "beside"],
    "network.cited": ["cited"],
    "network.cited_among": ["symbol"],
    "session.compared_by": ["language", "committee"],
    "session.whole": ["language"],
    "survival.carried": [*SERIES, "symbol", "share"],
    "survival.changes": [*SERIES, "symbol", "type"],
    "survival.lifetimes": [*SERIES, "lineage"],
    "survival.mandate_steps": [*SERIES, "lineage", "symbol"],
    "survival.in_preambles": [*SERIES, "lineage"],
    "survival.births": [*SERIES, "symbol"],
    "survival.word_ages": [*SERIES, "symbol", "paragraph", "first"],
    "survival.survival": [*SERIES, "editions"],
    "survival.new_paragraphs": [*SERIES, "symbol"],
    "survival.new_and_kept": [*SERIES, "symbol", "share", "does"],
    "votes.adoptions": ["symbol"],
    "votes.votes_and_asks": TEXTS,
    "votes.positions": ["state"],
}  # fmt: skip
# Those that take more than tables have a test of their own.
OTHERS = {
    *("counts.directives_by", "asked.asked_beside", "counts.composition_by"),
    *(
        "languages.directives_beside",
        "languages.directives_of_both",
        "languages.sentences_apart",
        "languages.verbs_beside",
        "languages.differing_by",
    ),
    *("words.concordance", "words.collocations", "words.keyness"),
}


@pytest.fixture(scope="module")
def eco_series() -> Mapping[str, pl.DataFrame]:
    return read_series()


def test_every_measure_says_its_grain_its_facts_and_has_an_example() -> None:
    listed = {each.name: (each, function) for each, function in measures()}
    assert set(listed) == set(KEYS) | OTHERS
    for each, function in listed.values():
        assert each.grain.startswith("one row per") or each.grain.startswith("one row for"), each.name
        assert each.facts, each.name
        assert set(each.facts) <= set(NAMES), each.name
        assert ">>> " in (inspect.getdoc(function) or ""), each.name
    assert catalogue().height == len(listed)


@pytest.mark.parametrize("name", KEYS)
def test_a_measure_keeps_to_its_grain(name: str, eco_series: Mapping[str, pl.DataFrame]) -> None:
    function = {each.name: function for each, function in measures()}[name]
    frame = function(eco_series)
    assert not frame.is_empty()
    assert frame.select(KEYS[name]).is_duplicated().any() is False


@pytest.mark.parametrize(
    "name", [name for name in KEYS if not name.startswith(("survival", "due.answered", "asked.came"))]
)
def test_a_measure_of_nothing_is_an_empty_frame(name: str) -> None:
    function = {each.name: function for each, function in measures()}[name]
    empty = {table: frame.clear() for table, frame in read_series().items()}
    assert function(empty).is_empty()


# What is known of the series on cooperation with ECO, from its shipped facts


def english(frame: pl.DataFrame, symbol: str) -> dict[str, object]:
    return frame.filter(symbol=symbol, language="en").row(0, named=True)


def test_since_2016_words_fell_by_a_fifth_while_paragraphs_grew(eco_series: Mapping[str, pl.DataFrame]) -> None:
    extent = counts.per_text(eco_series)
    old, new = english(extent, "A/RES/71/16"), english(extent, "A/RES/79/330")
    assert (old["operative"], new["operative"]) == (39, 47)
    assert 0.7 < new["words"] / old["words"] < 0.82  # type: ignore[operator]
    operative = extent.filter(language="en")["operative"].to_list()
    words = extent.filter(language="en")["words"].to_list()
    assert operative[-1] == max(operative), "longer than ever, in paragraphs"
    assert words[-1] < max(words), "and not in words: one unit turns it round"


def test_directives_fell_in_2023(eco_series: Mapping[str, pl.DataFrame]) -> None:
    extent = counts.per_text(eco_series)
    assert english(extent, "A/RES/75/324")["directives"] == 32
    assert english(extent, "A/RES/77/330")["directives"] == 21


def test_hedging_rose_in_2012_and_is_back(eco_series: Mapping[str, pl.DataFrame]) -> None:
    hedging = force.hedging(eco_series)
    before, top, now = (english(hedging, symbol)["share"] for symbol in ("A/RES/65/129", "A/RES/67/14", "A/RES/79/330"))
    assert before == pytest.approx(0.19, abs=0.02)
    assert top > 0.7  # type: ignore[operator]
    assert now == pytest.approx(0.35, abs=0.02)


def test_all_but_one_new_paragraph_of_2025_take_note(eco_series: Mapping[str, pl.DataFrame]) -> None:
    fresh = english(survival.new_paragraphs(eco_series), "A/RES/79/330")
    assert (fresh["new"], fresh["noting"]) == (15, 14)


def test_how_it_was_adopted_is_known_of_three_editions_of_twenty(eco_series: Mapping[str, pl.DataFrame]) -> None:
    how = votes.adoptions(eco_series)["how"]
    assert (how.len(), how.len() - (how == "unknown").sum()) == (20, 3)


# What always holds


def test_the_languages_of_a_text_have_a_row_each(eco_series: Mapping[str, pl.DataFrame]) -> None:
    both = counts.per_text(eco_series).filter(symbol="A/RES/75/324").sort("language")
    assert both.select("language", "directives").rows() == [("en", 32), ("zh", 33)]


def test_directives_are_asked_by_name_by_group_or_not_at_all(eco_series: Mapping[str, pl.DataFrame]) -> None:
    frame = asked.addressing(eco_series)
    assert (frame["by_name"] + frame["by_group"] + frame["unspecified"] == frame["directives"]).all()
    extent = counts.per_text(eco_series).select(*TEXT, asks="directives")
    joined = frame.join(extent, on=TEXTS)
    assert (joined["asks"] == joined["directives"]).all()


def test_a_directive_counts_once_for_each_body_it_asks(eco_series: Mapping[str, pl.DataFrame]) -> None:
    by_body = counts.directives_by(eco_series, "agency", "symbol", "language")
    addressing = asked.addressing(eco_series)
    assert by_body["directives"].sum() == addressing["requests"].sum()
    by_band = counts.directives_by(eco_series, "agency", "band")
    assert by_band["directives"].sum() == by_body["directives"].sum()
    assert counts.directives_by(eco_series)["directives"].item() == counts.per_text(eco_series)["directives"].sum()


def test_bands_and_ladders_add_up(eco_series: Mapping[str, pl.DataFrame]) -> None:
    total = counts.per_text(eco_series)["directives"].sum()
    assert force.bands(eco_series)["directives"].sum() == force.steps(eco_series)["directives"].sum() == total
    assert force.bands(eco_series)["hedged"].sum() == force.hedging(eco_series)["hedged"].sum()


def test_shares_of_an_edition_add_up(eco_series: Mapping[str, pl.DataFrame]) -> None:
    parts = survival.carried(eco_series).group_by("symbol", "language").agg(pl.col("part").sum())["part"]
    assert parts.to_list() == pytest.approx([1.0] * len(parts))


def test_births_and_deaths_balance(eco_series: Mapping[str, pl.DataFrame]) -> None:
    alive = 0
    for row in survival.births(eco_series).filter(language="en").iter_rows(named=True):
        assert row["mandates"] - row["born"] - row["revived"] <= alive
        alive = row["mandates"]


def test_a_survival_curve_only_falls_and_stays_within_its_band(eco_series: Mapping[str, pl.DataFrame]) -> None:
    curve = survival.survival(eco_series).filter(language="en")
    shares = curve["share"].to_list()
    assert shares[0] == 1.0
    assert shares == sorted(shares, reverse=True)
    assert all(row["low"] <= row["share"] <= row["high"] for row in curve.drop_nulls().iter_rows(named=True))


def test_what_is_answered_was_asked(eco_series: Mapping[str, pl.DataFrame]) -> None:
    frame = due.answered(eco_series)
    assert frame.select(pl.sum_horizontal(due.STATES) == pl.col("obligations")).to_series().all()


def test_a_mandate_of_preambles_was_once_in_an_operative_part(eco_series: Mapping[str, pl.DataFrame]) -> None:
    both = survival.in_preambles(eco_series)
    lives = survival.lifetimes(eco_series).select("series", "language", "lineage", stands="editions")
    joined = both.join(lives, on=["series", "language", "lineage"], how="inner", maintain_order="left")
    assert joined.height == both.height > 0
    assert (joined["editions"] < joined["stands"]).all()


def test_what_an_edition_has_new_and_kept_are_all_its_paragraphs(eco_series: Mapping[str, pl.DataFrame]) -> None:
    """One number for one thing: the new ones are those that the links have, and the noting ones the same."""
    does = survival.new_and_kept(eco_series).filter(share="new")
    new = dict(does.group_by("symbol", "language").agg(pl.col("count").sum()).select("symbol", "count").iter_rows())
    counted = survival.new_paragraphs(eco_series).filter(pl.col("new") > 0)
    assert new.keys() == set(counted["symbol"])
    parts = survival.new_and_kept(eco_series)
    assert (parts["preambular"] <= parts["count"]).all()


def test_who_is_perhaps_asked_is_counted_nowhere() -> None:
    tables = read_editions()
    place = ["symbol", "language", "paragraph", "index", "agency"]
    perhaps = asked.perhaps_asked(tables)
    assert perhaps.height
    assert perhaps.join(tables["requests"].drop_nulls("agency"), on=place, how="semi").is_empty()


# Narrowing


def test_a_theme_narrows_to_its_paragraphs() -> None:
    tables = eco.open_corpus().tables
    of_theme = set(tables["themes"].filter(theme="energy")["paragraph"])
    energy = narrow(tables, theme="energy")
    assert set(energy["clauses"]["paragraph"]) == set(energy["requests"]["paragraph"]) == of_theme


def test_a_body_narrows_to_what_it_is_asked() -> None:
    tables = eco.open_corpus().tables
    undp = narrow(tables, body="undp")
    assert set(undp["requests"]["agency"]) == set(undp["agencies"]["agency"]) == {"undp"}
    whole = counts.directives_by(tables, "agency").filter(agency="undp")["directives"].item()
    assert counts.per_text(undp)["directives"].item() == whole


def test_a_mandate_stays_whole_where_any_edition_of_it_asks_the_body() -> None:
    whole, undp = survival.lifetimes(read_series()), survival.lifetimes(narrow(read_series(), body="undp"))
    assert 0 < undp.height < whole.height
    joined = undp.join(whole, on=[*SERIES, "lineage"], suffix="_whole")
    assert (joined["editions"] == joined["editions_whole"]).all()


# Intervals


def test_an_interval_holds_its_value_and_narrows_with_more_units() -> None:
    few, many = intervals.share([1, 0, 2, 1] * 3, [2] * 12), intervals.share([1, 0, 2, 1] * 40, [2] * 160)
    for interval in (few, many):
        assert interval.low is not None
        assert interval.high is not None
        assert interval.value is not None
        assert interval.low < interval.value < interval.high
    assert many.high - many.low < few.high - few.low  # type: ignore[operator]


def test_what_cannot_be_known_has_no_interval() -> None:
    assert intervals.share([], []) == intervals.Interval(None, None, None)
    assert intervals.share([1], [2]).low is None
    assert intervals.share([0, 0], [1, 1]).high < 1  # type: ignore[operator]


def test_every_kind_of_fact_has_been_measured() -> None:
    measured = set(accuracy()["facts"])
    counted = {kind for each, _ in measures() for kind in each.facts}
    assert counted - measured <= {"addressee types", "report dues", "words"}


def test_a_party_of_several_states_asks_each_and_one_of_none_asks_no_state_by_name() -> None:
    text = "{}. Bridges\n\nThe General Assembly,\n\n1. Calls upon {} to repair the bridge.\n"
    asking = [eco.read_text(text.format(*words)) for words in (("75/1", "Brazil and China"), ("75/2", "all States"))]
    tables = eco.to_tables(eco.extract_facts(eco.parse_resolution(document)) for document in asking)
    frame = counts.directives_by(tables, "country")
    assert frame["country"].to_list() == ["BRA", "CHN"]
    assert frame["share"].to_list() == [0.5, 0.5]  # of the two resolutions that ask anything


@pytest.mark.parametrize("seed", range(20))
def test_the_curve_of_survival_is_the_one_that_scipy_draws(seed: int) -> None:
    drawn = random.Random(seed)
    ended = [drawn.randint(1, 18) for _ in range(drawn.randint(1, 60))]
    alive = [drawn.randint(1, 18) for _ in range(drawn.randint(0, 20))]
    lives = pl.DataFrame({"editions": ended + alive, "alive": [False] * len(ended) + [True] * len(alive)})
    drawn_by_scipy = ecdf(CensoredData(uncensored=ended, right=alive)).sf
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        band = drawn_by_scipy.confidence_interval(confidence_level=0.95)
    curve = survival._curve(lives)[1:].fill_null(math.nan)
    assert curve["editions"].to_list() == drawn_by_scipy.quantiles.tolist()
    for ours, theirs in (("share", drawn_by_scipy), ("low", band.low), ("high", band.high)):
        assert curve[ours].to_list() == pytest.approx(theirs.probabilities.tolist(), abs=1e-9, nan_ok=True)
