"""A series through its editions: what is said is what the tables hold, for thirty years and for two short texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from ecoanalysis.readings import series as readings
from ecoanalysis.views import ChoiceError, Chronicle, Html, open_chronicle

TEXT = """Resolution adopted by the General Assembly on 3 May 20{year}

{session}/1. Cooperation on lakes

The General Assembly,

Recalling its resolution 60/1 of 3 May 2006,

{operative}
"""
SAID: list[Callable[[Chronicle], Html]] = [
    readings.about,
    readings.changes,
    readings.obligations,
    readings.editions,
    readings.carried,
    readings.alike,
    readings.force,
    readings.lineages,
    readings.longest,
    readings.births,
    readings.survival,
    readings.agencies,
    readings.themes,
]


@pytest.fixture(scope="module")
def eco() -> Chronicle:
    return open_chronicle("eco", language="zh")


def corpus(folder: Path, *operative: str) -> str:
    for at, words in enumerate(operative):
        session = 61 + 2 * at
        text = TEXT.format(session=session, year=f"{session - 55:02}", operative=words)
        (folder / f"{session}.txt").write_text(text, encoding="utf-8")
    return str(folder)


SHORT = [
    ("1. Urges Member States to protect the wetlands;", "1. Invites Member States to protect the wetlands;"),
    ("1. Takes note of the report of the Panel;", "1. Takes note of the report of the Panel;"),
    ("1. Decides to convene a meeting on lakes.", "1. Welcomes the meeting on lakes;"),
]  # fmt: skip


@pytest.mark.parametrize("texts", SHORT)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_series_of_two_short_editions_can_be_read_too(texts: tuple[str, str], language: str, tmp_path: Path) -> None:
    view = open_chronicle("", corpus(tmp_path, *texts), language)
    assert view.symbols == ("A/RES/61/1", "A/RES/63/1"), "the series of the corpus, not the longer one of the package"
    for say in SAID:
        assert say(view).html


def test_shares_of_an_edition_add_up(eco: Chronicle) -> None:
    parts = eco.carried().group_by("symbol").agg(pl.col("part").sum())
    assert parts["part"].to_list() == pytest.approx([1.0] * parts.height)


def test_births_and_deaths_balance(eco: Chronicle) -> None:
    alive = 0
    for row in eco.births().iter_rows(named=True):
        lapsed = row["mandates"] - row["born"] - row["revived"]
        assert lapsed <= alive
        alive = row["mandates"]
    assert eco.births()["born"].sum() == len(eco.mandates)


def test_a_survival_curve_only_falls_and_stays_within_its_band(eco: Chronicle) -> None:
    curve = eco.survival()
    shares = curve["share"].to_list()
    assert shares[0] == 1.0
    assert shares == sorted(shares, reverse=True)
    for row in curve.drop_nulls().iter_rows(named=True):
        assert row["low"] <= row["share"] <= row["high"]


def test_the_grid_has_each_mandate_once_an_edition(eco: Chronicle) -> None:
    grid = eco.grid(least=1)
    assert set(grid["lineage"]) == {lineage.id for lineage in eco.mandates}
    assert grid.group_by("lineage").agg(pl.col("name").n_unique())["name"].max() == 1


def test_every_edition_at_hand_has_its_page_and_any_other_its_official_document(eco: Chronicle) -> None:
    assert eco.address("A/RES/50/1", "5") == "edition-A_RES_50_1-text.html#p-5"
    assert eco.address("A/RES/75/324", "5") == "edition-A_RES_75_324-text.html#p-5"
    assert eco.readable == {"A/RES/75/324"}
    assert eco.address("A/RES/1/1", "5") == "https://docs.un.org/zh/A/RES/1/1"


def test_a_theme_and_a_body_narrow_the_mandates(eco: Chronicle) -> None:
    energy, undp = open_chronicle("eco", theme="energy"), open_chronicle("eco", agency="undp")
    assert 0 < len(energy.mandates) < len(eco.mandates)
    assert all(
        any("undp" in [party.agency for party in one.provision.clause.addressees] for one in lineage.occurrences)
        for lineage in undp.mandates
    )


@pytest.mark.parametrize("values", [{"theme": "transprot"}, {"agency": "nato"}])
def test_what_there_is_not_is_one_clear_error(values: dict[str, str]) -> None:
    with pytest.raises(ChoiceError, match="choose one of: "):
        open_chronicle("eco", **values)
