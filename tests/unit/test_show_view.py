"""Views and passages: what is shown is what the tables hold, for one text, thirty years, and two short texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from ecoanalysis.errors import ChoiceError, CorpusError
from ecoanalysis.measures import survival
from ecoanalysis.show.html import Html
from ecoanalysis.show.passages import series, text
from ecoanalysis.show.view import View, view_all, view_latest, view_series, view_text

TEXT = """Resolution adopted by the General Assembly on 3 May 20{year}

{session}/1. Cooperation on lakes

The General Assembly,

Recalling its resolution 60/1 of 3 May 2006,

{operative}
"""
PASSAGES: list[Callable[[View], Html]] = [
    series.about,
    series.changes,
    series.obligations,
    series.editions,
    series.carried,
    series.alike,
    series.force,
    series.made_of,
    series.ages,
    series.lineages,
    series.longest,
    series.births,
    series.survival,
    series.agencies,
    series.themes,
]


@pytest.fixture(scope="module")
def whole() -> View:
    return view_text(language="en")


@pytest.fixture(scope="module")
def eco() -> View:
    return view_series("eco", language="zh")


@pytest.mark.parametrize(
    ("parameters", "error", "message"),
    [
        (
            {"theme": "transprot"},
            ChoiceError,
            r"there is no theme 'transprot'; the nearest are: transport, ",
        ),
        (
            {"agency": "nato"},
            ChoiceError,
            r"names no body 'nato'; the nearest that it names are: (\S+, ){4}\S+$",
        ),
        ({"symbol": "A/RES/1/1"}, CorpusError, r"A/RES/1/1: not in the corpus, whose nearest are A/RES/75/324"),
    ],
)
def test_a_parameter_that_names_nothing_is_one_clear_error(
    parameters: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        view_text(**parameters)


@pytest.mark.parametrize("values", [{"theme": "transprot"}, {"agency": "nato"}])
def test_what_there_is_not_is_one_clear_error(values: dict[str, str]) -> None:
    with pytest.raises(ChoiceError, match="the nearest "):
        view_series("eco", **values)


def corpus(folder: Path, *operative: str) -> str:
    for place, words in enumerate(operative):
        session = 61 + 2 * place
        written = TEXT.format(session=session, year=f"{session - 55:02}", operative=words)
        (folder / f"{session}.txt").write_text(written, encoding="utf-8")
    return str(folder)


SHORT = [
    ("1. Urges Member States to protect the wetlands;", "1. Invites Member States to protect the wetlands;"),
    ("1. Takes note of the report of the Panel;", "1. Takes note of the report of the Panel;"),
    ("1. Decides to convene a meeting on lakes.", "1. Welcomes the meeting on lakes;"),
]  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("texts", SHORT)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_series_of_two_short_editions_can_be_read_too(texts: tuple[str, str], language: str, tmp_path: Path) -> None:
    view = view_series("", corpus(tmp_path, *texts), language)
    assert view.symbols == ("A/RES/61/1", "A/RES/63/1"), "the series of the corpus, not the longer one of the package"
    for passage in PASSAGES:
        assert passage(view).html, passage


@pytest.mark.slow
def test_a_theme_and_a_body_narrow_the_mandates(eco: View) -> None:
    mandates = survival.lifetimes(eco.tables).height
    for narrowed in (view_series("eco", theme="energy"), view_series("eco", agency="undp")):
        assert 0 < survival.lifetimes(narrowed.tables).height < mandates


def test_every_edition_at_hand_has_its_page_and_any_other_its_official_document(eco: View) -> None:
    assert eco.address("A/RES/50/1", "5") == "edition-A_RES_50_1-text.html#p-5"
    assert eco.address("A/RES/75/324", "5") == "edition-A_RES_75_324-text.html#p-5"
    assert eco.address("A/RES/1/1", "5") == "https://docs.un.org/zh/A/RES/1/1"


def test_where_the_languages_differ_both_numbers_are_said_with_their_text(whole: View) -> None:
    said = text.acts(whole).html
    assert "These counts are of the English text." in said
    assert '<data value="32" data-of="directives en A/RES/75/324">' in said
    assert "The Chinese text has" in said
    assert 'value="33"' in said


def test_a_text_is_counted_in_the_readers_language_where_its_facts_are_at_hand(whole: View) -> None:
    assert whole.text_language == "en"
    assert "its words stand in <a " in whole.title("agencies.title").html
    assert "These counts are of the English text." in text.named_or_asked(whole).html
    chinese = view_text(language="zh")
    assert (chinese.text_language, chinese.title("agencies.title").html.count("<p>")) == ("zh", 0)


# The table


def test_a_table_links_its_paragraphs_names_its_language_and_escapes_its_words(whole: View) -> None:
    frame = pl.DataFrame({"paragraph": ["7"], "quote": ["<b>requests</b>"], "score": [0.25]})
    shown = whole.table(frame, "paragraphs").html
    assert '<a href="edition-A_RES_75_324-text.html#p-7">7</a>' in shown
    assert '<span lang="en">&lt;b&gt;requests&lt;/b&gt;</span>' in shown
    assert ">25%<" in shown
    assert 'role="region" tabindex="0" aria-label="Table: paragraphs of the theme (scrolls sideways)"' in shown


def test_a_column_that_says_nothing_is_left_out_unless_all_do(whole: View) -> None:
    frame = pl.DataFrame({"paragraph": ["1"], "due": [None], "agency": [None]})
    assert "Due" not in whole.table(frame, "reports", "paragraph", "due", "agency").html
    assert "Body" not in whole.table(frame, "reports", "paragraph", "due", "agency").html
    assert "Body" in whole.table(frame, "reports", "agency").html


def test_an_empty_table_says_so(whole: View) -> None:
    assert "There is nothing to show." in whole.table(pl.DataFrame({"paragraph": []}), "paragraphs").html


def test_a_number_in_a_table_says_what_it_counts(whole: View) -> None:
    frame = pl.DataFrame({"band": ["D3"], "directives": [7]})
    assert 'data-of="directives D3 en A/RES/75/324">7</data>' in whole.table(frame, "force").html


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_at_hand_is_each_resolution_once(language: str) -> None:
    view = view_all(language=language)
    assert len(view.symbols) == len(set(view.symbols)) == 20


def test_the_latest_edition_is_viewed_by_its_facts_and_a_text_by_its_words() -> None:
    view = view_latest(language="zh")
    assert (view.symbol, view.opened.versions[0].has_text) == ("A/RES/79/330", False)
    assert view_latest(symbol="A/RES/75/324", language="zh").opened.versions[0].has_text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_languages_name_other_bodies_it_is_said_which(language: str) -> None:
    said = " ".join(map(str, text.named_elsewhere(view_latest(language=language))))
    other = {"zh": "46", "en": "48"}[language]
    assert f">{other}" in said
    assert {"zh": "经济合作组织文化学会", "en": "Cultural Institute"}[language] in said


def test_what_is_due_has_its_title_in_the_readers_language() -> None:
    shown = series.obligations(view_series("eco", language="zh")).html
    assert "联合国同经济合作组织的合作" in shown
    assert not re.search('lang="en">(Cooperation|Observer)', shown)


def test_a_note_of_a_text_that_is_not_at_hand_stands_in_the_official_document() -> None:
    view = view_latest(language="en")
    assert (view.address("", "fn3") or "").endswith("/en/A/RES/79/330")
    assert view.address("", "3") == "edition-A_RES_79_330-text.html#p-3"
