"""Views: what a scope counts is what the tables hold, and a parameter that names nothing says what there is."""

from __future__ import annotations

import polars as pl
import pytest

from ecoanalysis import views
from ecoanalysis.errors import CorpusError
from ecoanalysis.views import ChoiceError, Scope, open_scope


@pytest.fixture(scope="module")
def whole() -> Scope:
    return open_scope(language="en")


@pytest.mark.parametrize(
    ("parameters", "error", "message"),
    [
        (
            {"theme": "transprot"},
            ChoiceError,
            r"there is no theme 'transprot'; choose one of: afghanistan, .*transport",
        ),
        ({"agency": "nato"}, ChoiceError, r"A/RES/75/324 names no body 'nato'; choose one of: adb, .*undp"),
        ({"edition": "A/RES/1/1"}, CorpusError, r"A/RES/1/1: not in the corpus, which has A/RES/75/324"),
    ],
)
def test_a_parameter_that_names_nothing_is_one_clear_error(
    parameters: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        open_scope(**parameters)


def test_a_theme_narrows_to_its_paragraphs(whole: Scope) -> None:
    narrowed = views.narrow(whole, theme="energy")
    of_theme = set(whole.themes.filter(theme="energy")["paragraph"])
    assert set(narrowed.paragraphs) == of_theme
    assert set(narrowed.clauses["paragraph"]) == of_theme
    assert narrowed.directives.height == whole.directives.filter(pl.col("paragraph").is_in(list(of_theme))).height


def test_an_agency_narrows_to_what_it_is_asked(whole: Scope) -> None:
    narrowed = views.narrow(whole, agency="undp")
    assert set(narrowed.asked["agency"]) == {"undp"}
    assert narrowed.directives.height == whole.asked_most().filter(agency="undp")["directives"].item()
    assert narrowed.directives.height < whole.directives.height


def test_a_directive_counts_once_for_each_body_it_asks(whole: Scope) -> None:
    pairs = whole.asked_by_name.select("paragraph", "index", "agency")
    assert pairs.is_duplicated().any() is False
    assert whole.asked_most()["directives"].sum() == pairs.height == whole.by_verb()["count"].sum()


def test_bands_and_hedges_add_up(whole: Scope) -> None:
    frame = whole.force()
    assert frame["directives"].sum() == whole.directives.height == sum(whole.binary())
    assert frame["hedged"].sum() == whole.directives.filter(pl.col("hedges").list.len() > 0).height


def test_who_is_not_named_is_not_guessed(whole: Scope) -> None:
    assert whole.unspecified()["paragraph"].to_list() == ["16"]
    named = whole.directives.height - whole.without_bodies().height
    assert named == whole.asked_by_name.select("paragraph", "index").unique().height


def test_each_set_of_mandates_is_inside_the_one_before(whole: Scope) -> None:
    sets = whole.mandate_sets()
    assert sets["M0"] > sets["M1"] > sets["M2"] > 0
    assert whole.clauses.filter(pl.col("mandate").is_not_null()).height == sets["M0"]


def test_a_table_links_its_paragraphs_names_its_language_and_escapes_its_words(whole: Scope) -> None:
    frame = pl.DataFrame({"paragraph": ["7"], "quote": ["<b>请</b>"], "score": [0.25]})
    shown = whole.table(frame, "paragraphs").html
    assert '<a href="edition-A_RES_75_324-text.html#p-7">7</a>' in shown
    assert '<span lang="zh-Hans">&lt;b&gt;请&lt;/b&gt;</span>' in shown
    assert ">25%<" in shown
    assert 'role="region" tabindex="0" aria-label="Table: paragraphs of the theme (scrolls sideways)"' in shown
    assert 'id="table-paragraphs-paragraph"' in shown or 'id="paragraph"' in shown


def test_a_column_that_says_nothing_is_left_out_unless_all_do(whole: Scope) -> None:
    frame = pl.DataFrame({"paragraph": ["1"], "due": [None], "agency": [None]})
    assert "Due" not in whole.table(frame, "reports", "paragraph", "due", "agency").html
    assert "Body" not in whole.table(frame, "reports", "paragraph", "due", "agency").html
    assert "Body" in whole.table(frame, "reports", "agency").html


def test_an_empty_table_says_so(whole: Scope) -> None:
    assert "There is nothing to show." in whole.table(pl.DataFrame({"paragraph": []}), "paragraphs").html
