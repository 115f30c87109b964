"""Charts: what they show can be read without colour, without sight, without a network, and is the same in every run."""

from __future__ import annotations

import re

import polars as pl
import pytest

from ecoanalysis import charts, readings
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.views import Html, Scope, open_scope

FORCE = pl.DataFrame({"band": ["D1", "D2", "D3", "D4", "D5"], "directives": [3, 0, 2, 1, 0], "hedged": [1, 0, 2, 0, 0]})
ASKED = pl.DataFrame(
    {
        "agency": ["undp", "who"],
        "directives": [3, 1],
        "D1": [2, 1],
        "D2": [0, 0],
        "D3": [0, 0],
        "D4": [1, 0],
        "D5": [0, 0],
    }
)
HEAT = pl.DataFrame({"agency": ["undp", "undp", "who"], "lemma": ["请", "邀请", "请"], "count": [1, 2, 4]})
CLAUSES = pl.DataFrame(
    {
        "symbol": "A/RES/1/1",
        "paragraph": ["P1", "1", "1"],
        "index": [1, 1, 2],
        "verb": ["回顾", "注意到", "<请>"],
        "class": ["REF", "NEU", "DIR"],
        "band": [None, None, "D3"],
    }
)
EN = labels("en")

DRAWN = {
    "force": (lambda: charts.force(FORCE, EN, "T"), ["D1 encourages, invites", "not hedged", "hedged", "1", "2"]),
    "asked": (lambda: charts.asked(ASKED, EN, "T", str.upper), ["UNDP", "WHO", "D1 ×2", "D1", "D4"]),
    "heat": (lambda: charts.heat(HEAT, "agency", "lemma", "T", str.upper), ["WHO", "UNDP", "请", "邀请", "4"]),
    "strip": (
        lambda: charts.strip(CLAUSES, EN, "T"),
        ["P1", "REF 回顾", "NEU 注意到", "D3 &lt;请&gt;", "DIR directive"],
    ),
}


@pytest.fixture(scope="module", params=["zh", "en"])
def scope(request: pytest.FixtureRequest) -> Scope:
    return open_scope(language=request.param)


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_coloured_is_written_too(name: str) -> None:
    words = DRAWN[name][1]
    written = re.findall(r"<text[^>]*>([^<]*)</text>", _svg(name))
    assert [word for word in words if word not in written] == []


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_loads_nothing_and_is_the_same_twice(name: str) -> None:
    once = _svg(name)
    assert once == _svg(name)
    assert set(re.findall(r"https?://[^\"' ]+", once)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize("name", DRAWN)
def test_ids_are_the_charts_own(name: str) -> None:
    drawn = _svg(name)
    ids = re.findall(r'\bid="([^"]+)"', drawn)
    assert all(id.startswith(f"{name}-") for id in ids)
    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) <= set(ids)


def test_a_chart_takes_the_colour_of_the_page() -> None:
    assert 'fill="currentColor"' in _svg("force")


DARK, WHITE = "#1b1b20", "#ffffff"
GROUNDS = [(colour, WHITE if step > 2 else DARK) for step, colour in enumerate(charts.BAND_COLOURS)]


@pytest.mark.parametrize(("ground", "ink"), [*GROUNDS, *((colour, DARK) for colour in charts.CLASS_COLOURS)])
def test_words_stand_out_from_their_colour(ground: str, ink: str) -> None:
    light, dark = sorted((_luminance(ground), _luminance(ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_figure_says_what_it_shows_and_carries_its_figures() -> None:
    figure = charts.figure(DRAWN["force"][0](), "force", 'Bars "of" <force>', Html("<table></table>"), EN).html
    assert 'role="img" aria-label="Bars &#34;of&#34; &lt;force&gt;"' in figure
    assert "<figcaption><strong>T</strong></figcaption>" in figure
    assert "<details><summary>The figures behind the chart</summary><table></table></details>" in figure


def test_the_course_links_each_clause_to_its_paragraph() -> None:
    assert re.findall(r'href="([^"]+)"', _svg("strip")) == [
        f"edition-A_RES_1_1-text.html#p-{id}" for id in ("P1", "1", "1")
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "reading", ["course", "force_figure", "asked_figure", "verbs_figure", "bodies_themes_figure", "themes_figure"]
)
def test_every_figure_states_its_finding_from_the_tables(scope: Scope, reading: str) -> None:
    figure = getattr(readings, reading)(scope).html
    title = re.search(r"<figcaption><strong>(.*?)</strong>", figure)
    computed = {
        "course": scope.clauses.filter(pl.col("index") > 1)["paragraph"].n_unique(),
        "force_figure": scope.directives.filter(band="D1").height,
        "asked_figure": scope.asked_most()["directives"][0],
        "verbs_figure": scope.asked_by_name.group_by("lemma").len()["len"].max(),
        "bodies_themes_figure": scope.by_theme().group_by("theme").agg(pl.col("count").sum())["count"].max(),
        "themes_figure": scope.themes.group_by("theme").len()["len"].max(),
    }
    assert title
    assert str(computed[reading]) in re.findall(r"\d+", title[1])


def test_nothing_to_show_is_said() -> None:
    nothing = open_scope(theme="outer-space", language="en")
    for reading in (
        readings.course,
        readings.force_figure,
        readings.asked_figure,
        readings.verbs_figure,
        readings.themes_figure,
    ):
        assert "There is nothing to show." in reading(nothing).html


def _svg(name: str) -> str:
    spec = DRAWN[name][0]().to_dict()
    spec.pop("title")
    return charts.svg(spec, name)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
