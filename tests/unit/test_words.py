"""Keywords in context and keyness: each row leads back to its words, and figures can be worked out by hand."""

from __future__ import annotations

from math import log

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecoanalysis as eco


def test_every_occurrence_leads_back_to_its_words() -> None:
    raw = eco.sample().raw
    found = eco.concordance(eco.open_corpus(), "经济合作组织")
    joined = "".join(raw.split())
    assert found.height >= 50
    for row in found.iter_rows(named=True):
        assert "".join(raw[row["start"] : row["end"]].split()) == "经济合作组织"
        around = "".join((row["left"] + row["keyword"] + row["right"]).split())
        assert around in joined or len(row["left"]) + len(row["right"]) <= 40


def test_the_clause_around_a_keyword_is_told() -> None:
    found = eco.concordance(eco.open_corpus(), "考虑", width=6)
    assert set(found["class"]) == {"DIR"}
    row = found.filter(paragraph="7").row(0, named=True)
    assert (row["band"], row["addressees"]) == ("D1", ["联合国有关机关和机构"])


@pytest.mark.parametrize(
    ("keyword", "rows"), [("/第\\d+届/", 0), ("/(?:敦促|促请)/", 3), ("不见于任何文本", 0), ("UNESCO", 0), ("(", 2)]
)
def test_a_keyword_is_words_and_a_pattern_stands_between_slashes(keyword: str, rows: int) -> None:
    found = eco.concordance(eco.open_corpus(), keyword)
    assert (found.height > 0) is (rows > 0)
    assert found.columns == eco.concordance(eco.open_corpus(), "考虑").columns


def test_keyness_is_the_log_likelihood_ratio() -> None:
    a = pl.DataFrame({"term": ["lake", "other"], "count": [20, 980]})
    b = pl.DataFrame({"term": ["lake", "other"], "count": [5, 995]})
    row = eco.keyness(a, b).filter(term="lake").row(0, named=True)
    assert row["g2"] == pytest.approx(2 * (20 * log(20 / 12.5) + 5 * log(5 / 12.5)), abs=1e-3)
    assert row["log_ratio"] == 2.0
    assert row["sure"] is True


WORDS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 50), min_size=1)


@given(WORDS, WORDS)
def test_keyness_the_other_way_round_has_the_other_sign(one: dict[str, int], other: dict[str, int]) -> None:
    a, b = (pl.DataFrame({"term": list(words), "count": list(words.values())}) for words in (one, other))
    there, back = eco.keyness(a, b).sort("term"), eco.keyness(b, a).sort("term")
    assert there["g2"].to_list() == back["g2"].to_list()
    assert there["log_ratio"].to_list() == pytest.approx([-value for value in back["log_ratio"]], abs=2e-3)


def test_keyness_of_one_with_itself_is_none() -> None:
    terms = eco.open_corpus().terms
    assert eco.keyness(terms, terms)["g2"].abs().max() == 0.0
