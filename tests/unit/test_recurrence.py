"""Editions against each other: plain ways to link them, how alike they are, and whether two languages agree."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.evaluate.across_editions.gold_links import GoldLink, GoldLinks
from ecoanalysis.evaluate.across_editions.link_baselines import BASELINES, beside_baselines, texts_of
from ecoanalysis.evaluate.across_editions.recurrence import (
    Recurring,
    agreement,
    identical,
    in_both,
    read,
    recurrence,
    recurring,
    totals,
)
from ecoanalysis.evaluate.scoring.scores import Tally
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.edition import Edition
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_text

HEAD = {"en": "{number}. Lighthouses\n\nThe General Assembly,\n\n", "zh": "{number}. 灯塔\n\n大会，\n\n"}
OLD = ("Welcomes the lighthouses of the northern coast;", "Requests the Secretary-General to list all the lamps.")
NEW = ("Requests the Secretary-General to list all the lamps;", "Welcomes the lighthouses of the northern coast.")
REWORDED = ("Welcomes all that was done for ships at night;", "Requests the Secretary-General to list all the lamps.")
SLIGHTLY = ("Welcomes the great lighthouses of the northern coast;", OLD[1])
ALT = ("欢迎北部海岸的灯塔；", "请秘书长列出所有的灯。")


def text(number: str, paragraphs: tuple[str, ...], language: str = "en") -> str:
    lines = [f"{place}. {words}\n" for place, words in enumerate(paragraphs, 1)]
    return HEAD[language].format(number=number) + "\n".join(lines)


def edition(number: str, paragraphs: tuple[str, ...], language: str = "en") -> Edition:
    return to_edition(extract_facts(parse_resolution(read_text(text(number, paragraphs, language)))))


@pytest.mark.parametrize("name", BASELINES)
def test_every_baseline_links_what_is_the_same(name: str) -> None:
    assert sorted(BASELINES[name](OLD, OLD, "en")) == [(0, 0), (1, 1)]


def test_baselines_stand_beside_ours_on_a_pair_that_was_read(tmp_path: Path) -> None:
    sources = []
    for number, paragraphs in (("98/12", OLD), ("99/12", NEW)):
        path = tmp_path / f"A_RES_{number.replace('/', '_')}.txt"
        path.write_text(text(number, paragraphs), encoding="utf-8")
        sources.append(hashlib.sha256(path.read_bytes()).hexdigest())
    links = (GoldLink(("1",), ("2",), ("identical", "moved")), GoldLink(("2",), ("1",), ("identical",)))
    gold = GoldLinks("A/RES/98/12", "A/RES/99/12", "en", (sources[0], sources[1]), links)
    result = beside_baselines(gold, texts_of([gold], tmp_path))
    assert result.tallies.keys() == {"links", *BASELINES, "change types"}
    assert result.tallies["links"] == result.tallies["greedy over 0.8"] == Tally(2, 2, 2)
    assert result.tallies["difflib"].f1 != 1  # it cannot cross
    assert result.differences["links missed"] == []
    assert result.ratio > 0


def test_how_alike_two_editions_are() -> None:
    same = identical(compare_editions(edition("98/12", OLD), edition("99/12", OLD)))
    assert same == {"words": 1.0, "text": 1.0, "paragraphs": 1.0}
    other = identical(compare_editions(edition("98/12", OLD), edition("99/12", REWORDED)))
    assert other["paragraphs"] == 0.5
    assert 0 < other["words"] < 1
    assert 0 < other["text"] < 1


def test_the_share_of_pairs_that_are_much_the_same() -> None:
    pairs = [(edition("98/12", OLD), edition("99/12", later)) for later in (OLD, REWORDED)]
    shares = recurrence(Recurring({"en": 1}, {"en": pairs}))["en"]
    assert (shares["series"], shares["pairs"], shares["paragraphs"]) == (1, 2, 0.5)


def test_editions_of_a_title_are_a_series_of_their_language() -> None:
    citing = ("Recalls its resolution 98/12;", *OLD)
    series = recurring([edition("98/12", OLD), edition("99/12", citing)])
    assert dict(series.series) == {"en": 1}
    assert [[each.symbol for each in pair] for pair in series.pairs["en"]] == [["A/RES/98/12", "A/RES/99/12"]]


def test_what_one_language_alone_rewords_is_left_aside() -> None:
    first = (edition("98/12", ALT, "zh"), edition("99/12", ALT, "zh"))
    second = (edition("98/12", OLD), edition("99/12", SLIGHTLY))
    both = in_both({"zh": [first], "en": [second]})
    assert both == [(first, second)]
    (compared,) = agreement(both)
    assert compared.tallies["types"].f1 is not None
    assert compared.tallies["types"].f1 < 1
    assert compared.tallies["aside"].f1 == 1
    assert totals([compared])["aside"] == 1


def test_pairs_that_are_numbered_otherwise_are_not_compared() -> None:
    first = (edition("98/12", ALT, "zh"), edition("99/12", ALT, "zh"))
    second = (edition("98/12", OLD), edition("99/12", OLD[:1]))
    assert in_both({"zh": [first], "en": [second]}) == []


def test_a_file_that_cannot_be_read_has_no_editions(tmp_path: Path) -> None:
    assert read(tmp_path / "missing.xml") == []
