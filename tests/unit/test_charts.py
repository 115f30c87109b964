"""Charts: what they show can be read without colour, without sight, without a network, and is the same in every run."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl
import pytest

from ecoanalysis.lexicon.labels import labels
from ecoanalysis.measures import asked, counts, survival
from ecoanalysis.measures.frames import BANDS, directives
from ecoanalysis.show import charts, contrast, drawing, groups, palette, pictures, stacks
from ecoanalysis.show.addresses import paragraph_link
from ecoanalysis.show.contrast import new_and_kept_figure
from ecoanalysis.show.html import Html
from ecoanalysis.show.notebook import PUBLISHING
from ecoanalysis.show.passages import text
from ecoanalysis.show.pictures import COARSE
from ecoanalysis.show.render import TEMPLATES
from ecoanalysis.show.view import View, view_all, view_series, view_text

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
    "force": (lambda: charts.force(FORCE, EN, "T"), ["encourages, invites", "3 · hedged 1", "1"]),
    "asked": (lambda: charts.asked(ASKED, EN, "T", str.upper), ["UNDP", "WHO", "2", "1"]),
    "heat": (lambda: charts.heat(HEAT, "agency", "lemma", "T", str.upper), ["WHO", "UNDP", "请", "邀请", "4"]),
    "strip": (
        lambda: charts.strip(CLAUSES, EN, "T", paragraph_link),
        ["P1", "回顾", "注意到", "&lt;请&gt;", "directive"],
    ),
}


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest) -> View:
    return view_text(language=request.param)


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
GROUNDS = [(colour, WHITE if step >= palette.DARK_FROM else DARK) for step, colour in enumerate(palette.FORCE)]


@pytest.mark.parametrize(("ground", "ink"), [*GROUNDS, *((colour, DARK) for colour in palette.CLASS_COLOURS)])
def test_words_stand_out_from_their_colour(ground: str, ink: str) -> None:
    light, dark = sorted((_luminance(ground), _luminance(ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_figure_says_what_it_shows_and_carries_its_figures() -> None:
    figure = drawing.figure(DRAWN["force"][0](), "force", 'Bars "of" <force>', Html("<table></table>"), EN).html
    assert 'role="img" aria-label="Bars &#34;of&#34; &lt;force&gt;"' in figure
    assert "<figcaption><strong>T</strong></figcaption>" in figure
    assert "<details><summary>The figures behind the chart</summary><table></table></details>" in figure


def test_the_course_links_each_clause_to_its_paragraph() -> None:
    assert re.findall(r'href="([^"]+)"', _svg("strip")) == [
        f"edition-A_RES_1_1-text.html#p-{id}" for id in ("P1", "1", "1")
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "passage", ["course", "force_figure", "asked_figure", "verbs_figure", "bodies_themes_figure", "themes_figure"]
)
def test_a_figure_of_one_text_has_a_plain_name_and_its_numbers_are_those_of_the_tables(
    view: View, passage: str
) -> None:
    figure = getattr(text, passage)(view).html
    title = re.search(r"<figcaption><strong>(.*?)</strong>", figure)
    words = re.search(r'aria-label="(.*?)"', figure)
    tables = view.tables
    computed = {
        "course": tables["clauses"].filter(pl.col("index") > 1)["paragraph"].n_unique(),
        "force_figure": directives(tables).filter(band="D1").height,
        "asked_figure": counts.directives_by(tables, "agency")["directives"][0],
        "verbs_figure": counts.directives_by(tables, "agency", "lemma")["lemma"].n_unique(),
        "bodies_themes_figure": counts.directives_by(tables, "agency", "theme")["theme"].n_unique(),
        "themes_figure": asked.themes(tables)["count"].max(),
    }
    assert title
    assert words
    assert re.findall(r"\d+", title[1]) == []
    assert str(computed[passage]) in re.findall(r"\d+", words[1])


def test_nothing_to_show_is_said() -> None:
    nothing = view_text(theme="outer-space", language="en")
    for passage in (text.course, text.force_figure, text.asked_figure, text.verbs_figure, text.themes_figure):
        assert "There is nothing to show." in passage(nothing).html


# One palette, one theme


def test_the_style_sheet_has_the_palette_light_dark_and_printed_and_no_colour_of_it_is_written_twice() -> None:
    written = (TEMPLATES / "assets/site.css").read_text(encoding="utf-8")
    light, dark, printed = re.findall(r":root \{ (--force.*?) \}", palette.style_sheet(written))
    assert light == printed
    for name, (by_day, by_night) in palette.variables().items():
        assert f"--{name}: {by_day};" in light
        assert f"--{name}: {by_night};" in dark
        assert f"--{name}:" not in written
    for template in TEMPLATES.rglob("*.j2"):
        assert not {*palette.FORCE} & {*re.findall(r"#\w{6}", template.read_text(encoding="utf-8"))}, template.name


def test_hedged_is_hatched_and_every_colour_is_a_variable() -> None:
    drawn = _svg("force")
    assert "<pattern" in drawn
    assert "url(#force-hatch-1)" in drawn
    assert "var(--force-" in drawn
    assert "var(" not in drawing.plain_colours(drawn).replace("var(--on", "")


def test_any_chart_is_shown_our_way(monkeypatch: pytest.MonkeyPatch) -> None:
    import altair as alt

    chart = (
        alt.Chart(pl.DataFrame({"year": [2023, 2025], "words": [10, 20]})).mark_bar().encode(x="year:O", y="words:Q")
    )
    here = drawing.show_chart(chart.properties(title="Mine"))
    assert set(here) == {"application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"}
    monkeypatch.setenv(PUBLISHING, "1")
    html = drawing.show_chart(chart.properties(title="Mine"))["text/html"]
    assert "<svg" in html
    assert 'aria-label="Chart: Mine.' in html
    assert re.findall(r"<td[^>]*>(.*?)</td>", html) == ["2023", "10", "2025", "20"]


def test_a_chart_without_rows_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    import altair as alt

    frame = pl.DataFrame(schema={"year": pl.Int64, "words": pl.Int64})
    chart = alt.Chart(frame).mark_bar().encode(x="year:O", y="words:Q").properties(title="Mine")
    monkeypatch.setenv(PUBLISHING, "1")
    assert "<p>Mine: there is nothing to draw.</p>" in drawing.show_chart(chart)["text/html"]


# The pictures of a series


@pytest.fixture(scope="module")
def eco() -> View:
    return view_series("eco", language="en")


@pytest.mark.slow
def test_what_editions_are_made_of_adds_up_to_their_clauses(eco: View) -> None:
    frame = counts.composition(eco.tables)
    spec = pictures.made_of(eco, frame).to_dict()
    bars, over = (spec["datasets"][layer["data"]["name"]] for layer in spec["vconcat"][-1]["layer"])
    assert sum(row["count"] for row in bars) == eco.tables["clauses"].height
    assert [mark["mark"] for mark in over] == ["vote"]


@pytest.mark.slow
def test_each_part_of_a_bar_and_each_mark_leads_to_a_paragraph_that_does_what_it_says(eco: View) -> None:
    frame = counts.composition(eco.tables)
    shown = eco.tables["clauses"].select("symbol", "paragraph", code=pl.coalesce("band", "class")).unique()
    does = {(paragraph_link(symbol, id), code) for symbol, id, code in shown.iter_rows()}
    spec = pictures.made_of(eco, frame).to_dict()
    bars = spec["datasets"][spec["vconcat"][-1]["layer"][0]["data"]["name"]]
    codes = {"D" + str(step): palette.FORCE[step - 1] for step in range(1, 6)}
    for bar in bars:
        code = next((code for code, fill in codes.items() if fill == bar["fill"]), None)
        if code:
            assert (bar["href"].removeprefix(drawing.HERE), code) in does
    asks = eco.tables["requests"].drop_nulls("agency").select("symbol", "paragraph", "agency").unique()
    asking = {(paragraph_link(symbol, id), eco.short(agency)) for symbol, id, agency in asks.iter_rows()}
    bodies = counts.directives_by(eco.tables, "agency")["agency"].head(3).to_list()
    cells = [cell for cell in pictures.cells_of(eco, bodies) if cell.asks]
    assert cells
    for cell in cells:
        assert (cell.values["href"].removeprefix(drawing.HERE), cell.values["who"]) in asking
        assert cell.values["words"]  # in the Lab, the row


# Of each band how many directives, and how many of them are hedged; then the blocks from below, and the words.
PLAIN, HATCHED = dict(zip(BANDS, palette.FORCE, strict=True)), drawing.HATCHED
STACKS = [
    ({}, [palette.GRID], "named, not asked"),
    ({"D1": (1, 0)}, [PLAIN["D1"]], "encourages, invites 1"),
    ({"D1": (1, 1)}, [HATCHED["D1"]], "encourages, invites 1 (1 hedged)"),
    (
        {"D1": (3, 2), "D4": (1, 1)},
        [HATCHED["D4"], PLAIN["D1"], HATCHED["D1"], HATCHED["D1"]],
        "urges 1 (1 hedged), encourages, invites 3 (2 hedged)",
    ),
]


@pytest.mark.parametrize(("asks", "fills", "words"), STACKS)
def test_a_stack_has_a_block_for_each_directive_hatched_where_hedged(
    asks: stacks.Asks, fills: list[str], words: str
) -> None:
    blocks = _blocks(asks, {"D1": (4, 0)})
    assert [block["fill"] for block in blocks] == fills
    assert all(below["to"] >= above["from"] for below, above in pairwise(blocks))
    assert stacks.by_force(view_text(language="en"), asks) == words


def test_more_directives_than_can_be_counted_are_one_block_with_their_number() -> None:
    blocks = _blocks({"D1": (90, 30), "D3": (10, 0)}, {"D1": (200, 0)})
    assert [block["fill"] for block in blocks] == [PLAIN["D3"], PLAIN["D1"], HATCHED["D1"]]
    assert [round(block["from"] - block["to"], 3) for block in blocks] == [0.031, 0.186, 0.093]


def _blocks(asks: stacks.Asks, most: stacks.Asks) -> list[dict[str, Any]]:
    """The blocks of a cell beside the cell that is asked most."""
    import altair as alt

    cells = [stacks.Cell(0, "a", asks, {}), stacks.Cell(1, "b", most, {})]
    spec = stacks.stacks(alt, cells, ["A", "B"], alt.X("across:N")).to_dict()
    rows = spec["datasets"][spec["layer"][1]["data"]["name"]]
    return [row for row in rows if row["across"] == "a"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "hatched"), [("zh", "斜线：含缓和措辞（如“考虑”）"), ("en", "hatched: hedged (as by “to consider”)")]
)
def test_the_pictures_of_who_is_asked_say_how_much_is_hedged(language: str, hatched: str) -> None:
    series, every = view_series("eco", language=language), view_all(language=language)
    for figure in (pictures.who_is_asked_figure(series), groups.who_is_asked_figure(every, "theme")):
        assert f"{hatched}</span>" in figure.html
        assert re.search(r'<pattern id="who[\w-]*-hatch-1"', figure.html)
        assert "-hatch-" in figure.html.partition("<g ")[2]  # a mark has it, not the key alone
        assert re.search(r"<td[^>]*>\d+ \(\d+\)", figure.html)  # and the table how many


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_picture_can_be_read_aloud_without_the_page(language: str) -> None:
    """Its name and its text alternative say what is drawn, in whole sentences, without a code, and in one language."""
    series, every = view_series("eco", language=language), view_all(language=language)
    shown = [
        pictures.made_of_figure(series),
        pictures.who_is_asked_figure(series),
        pictures.ages_figure(series, series.symbol),
        groups.made_of_figure(every, "theme"),
        groups.who_is_asked_figure(every, "theme"),
    ]
    for figure in shown:
        title = re.search(r"<figcaption><strong>(.*?)</strong>", figure.html)
        words = re.search(r'<div role="\w+" aria-label="(.*?)"', figure.html)
        assert title
        assert words
        said = f"{title[1]} {words[1]}"
        assert words[1].endswith("." if language == "en" else "。")
        assert not re.search(r"\b(D[1-5]|DEC|EVA|ASR|NEU|REF|DIR)\b|[{}_]|None", said), said
        assert language == "zh" or not re.search(r"[\u4e00-\u9fff]", said), said
        assert len(re.findall(r"\d+", words[1])) > 5


@pytest.mark.slow
def test_a_series_turns_where_the_findings_say_so(eco: View) -> None:
    turns = pictures.turns_of(eco, "clauses")
    assert ("A/RES/77/330", "2023: clauses that ask fall from 32 to 21") in turns
    risen = "clauses that ask rise from 21 to 29, the softened share rises from 19% to 76%"
    assert ("A/RES/67/14", f"2012: {risen}") in turns
    assert len({symbol for symbol, _ in turns}) == len(turns)  # no two notes at one bar
    assert [symbol for symbol, _ in turns] == sorted((symbol for symbol, _ in turns), key=eco.symbols.index)
    assert pictures.turns_of(eco, "words") == [("A/RES/71/16", "2016–2025: words fall from 3348 to 2618")]
    drawn = pictures.made_of_figure(eco).html
    written = " ".join(re.findall(r">([^<]+)</text>", drawn))
    for _, words in turns:
        assert words in written  # on one line or several
        assert words in drawn.partition('aria-label="')[2].partition('"')[0]
    assert pictures.turns_of(view_series("eco", language="en", theme="energy"), "clauses") == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_first_look_tells_four_kinds_of_clause_apart_and_points_at_no_hedge(language: str) -> None:
    series = view_series("eco", language=language)
    whole, first = (pictures.made_of_figure(series, coarse=coarse).html for coarse in (False, True))
    assert first.count("<rect fill") == len(pictures.COARSE)
    assert "-hatch-" in whole
    assert "-hatch-" not in first
    assert "76%" in whole
    assert "76%" not in first


@pytest.mark.slow
def test_words_over_bars_do_not_lie_on_each_other_or_on_a_bar(eco: View) -> None:
    days = {f"A/RES/{year}/1": date(year, 6, 1) for year in range(2000, 2020)}
    tops = {symbol: 10 + place for place, symbol in enumerate(days)}
    turns = [(symbol, "what is asked rises from 10 to 20") for symbol in list(days)[::3]]
    rows = pictures._placed(turns, days, tops, 1000)
    assert {row["side"] for row in rows} == {"early", "late"}
    assert all(row["level"] > row["foot"] for row in rows)
    step = 16 * max(tops.values()) / 300
    levels = sorted(row["level"] for row in rows if row["side"] == "late")
    assert all(above - below >= 0.9 * step for below, above in pairwise(levels))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_picture_of_the_headline_has_its_numbers_and_a_paragraph_of_each_kind(language: str) -> None:
    series = view_series("eco", language=language)
    html = new_and_kept_figure(series).html
    assert re.findall(r"flex-grow:(\d+)", html) == ["1", "14", "19", "12", "5"]
    assert '<data value="15" data-of="new en eco A/RES/79/330">15</data>' in html
    verbs = {"zh": ("表示注意到", "鼓励"), "en": ("takes note", "encourages")}[language]
    assert all(f"<b>{verb}</b>" in html for verb in verbs)
    assert {"zh": "合计51段，其中执行部分47段，序言部分4段。", "en": "51 paragraphs: 47 operative, 4 preambular."}[
        language
    ] in html


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_of_the_headline_are_new_or_said_to_be_old(language: str) -> None:
    """What asks is new where any new paragraph asks; that nobody is named is said."""
    series = view_series("eco", language=language)
    html = new_and_kept_figure(series).html
    assert re.findall(r'<div class="(\w+)"><p>', html) == ["only_notes", "new_asks"]
    assert {"zh": "（未指明对象）", "en": "(addressee unspecified)"}[language] in html
    rows = survival.new_and_kept(series.opened).filter(symbol=series.symbol)
    kept = contrast._examples(series, rows.filter((pl.col("share") == "kept") | (pl.col("does") == "notes")))
    assert re.findall(r'<div class="(\w+)"><p>', kept) == ["only_notes", "kept_asks"]
    assert {"zh": "沿用或改写的段落的例子", "en": "One kept or reworded"}[language] in kept


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_part_of_a_bar_is_explained_by_a_clause_that_it_counts(language: str) -> None:
    """However a paragraph begins: of what is asked in it the words say what is asked."""
    series = view_series("eco", language=language)
    frame = pictures._coarse(counts.composition(series.tables)).filter(symbol=series.symbol)
    for row in frame.iter_rows(named=True):
        words = pictures.cell(series, row, "clauses")["words"]
        paragraph, codes = row["paragraphs"][0], COARSE[row["code"]]
        there = [each for each in series.rows.of(series.symbol, paragraph) if each.code in codes]
        said = [series.labels("picture.for_one", paragraph=paragraph, row=" · ".join(each.label)) for each in there]
        assert words == next(iter(said), "")


@pytest.mark.slow
def test_the_loom_has_every_mandate_once_and_is_reached_by_one_tab_stop(eco: View) -> None:
    from ecoanalysis.measures import survival
    from ecoanalysis.show.loom import loom

    html = loom(eco).html
    assert html.count('<li tabindex="-1"') == survival.lifetimes(eco.tables).height
    assert 'tabindex="0"' not in html
    assert "min-height:24px" in html


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_loom_tells_its_mandates_apart_and_hatches_what_is_hedged(language: str) -> None:
    from ecoanalysis.show.loom import loom

    html = loom(view_series("eco", language=language)).html
    names = re.findall(r"<a [^>]*>(.*?)</a></li>", html)
    assert len(names) == len(set(names)) > 100
    assert not [name for name in names if re.search(r"→ (their|them|unspecified|未指明)\b", name)]
    assert 'class="h4"' in html
    drawn = set(re.findall(r'<rect class="(f\d|h\d|dec|other)" x=', html))
    assert {f"f{look[1]}" if look[1].isdigit() else look for look in drawn} | {"h1"} == set(
        re.findall(r'<rect class="(\w+)" width', html)
    )  # the key has what is drawn, and no more


def _svg(name: str) -> str:
    spec = DRAWN[name][0]().to_dict()
    spec.pop("title")
    return drawing.svg(spec, name)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# On a phone


@pytest.mark.parametrize(
    ("width", "whole", "scrolls", "grows"),
    [
        (270, False, False, False),  # near its own size there
        (900, False, True, False),
        (900, True, False, True),  # years: none may be out of sight
        (270, True, False, False),
    ],
)
def test_a_phone_shows_what_goes_on_in_time_whole(width: int, whole: bool, scrolls: bool, grows: bool) -> None:
    bars = alt.Chart(alt.InlineData([{"n": 1}])).mark_bar().encode(x="n:Q").properties(width=width)
    drawn = drawing.svg(bars.to_dict(), "bars", whole=whole)
    assert ("min-width" in drawn) is scrolls
    assert ("--letters" in drawn) is grows
