"""The signature pictures of a series: what its editions are made of, whom they ask, how old their words are.

Of a corpus without a series the same is drawn over committees.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.measures import BANDS, CLASSES, texts, votes
from ecoanalysis.measures import asked as who
from ecoanalysis.measures import force as strength
from ecoanalysis.measures import survival as course
from ecoanalysis.show.drawing import HATCHED, colour_keys, figure
from ecoanalysis.show.html import Html, markup
from ecoanalysis.show.palette import ACTS, DARK_FROM, FORCE, GRID, ON_STRONG, ON_WEAK
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from ecoanalysis.show.drawing import Chart

    pass

_WIDE, _HIGH = 620, 300
_BODIES = 14
_CODES = (*reversed(BANDS), "DEC", "EVA", "ASR", "NEU", "REF")
_COLOURS = {
    **dict(zip(BANDS, FORCE, strict=True)),
    **{code: fill for code, fill in zip(CLASSES, ACTS, strict=True) if code != "DIR"},
}


def made_of_figure(view: View, width: int = _WIDE, *, both: bool = True) -> Html:
    """Show what each edition is made of, a bar at its date: from the bottom what it asks, strong first, hedged hatched.

    Clauses are counted; the same in words is one click away, unless ``both`` is false. A mark over a bar says how the
    edition was adopted.
    """
    frame = strength.composition(view.tables)
    if frame.is_empty():
        return view.say("figure.empty")
    drawn = _made_of(view, frame, "clauses", width)
    return drawn + _folded(view, frame, width) if both else drawn


def _folded(view: View, frame: pl.DataFrame, width: int) -> Html:
    """The same picture in the other unit, folded away."""
    if not frame["words"].sum():
        return Html("")
    inside = _made_of(view, frame, "words", width)
    return Html(
        str(markup('<details class="unit"><summary>{}</summary>{}</details>', view.labels("picture.in_words"), inside))
    )


def _made_of(view: View, frame: pl.DataFrame, unit: str, width: int) -> Html:
    counted = frame.with_columns(count=pl.col(unit).fill_null(0)).group_by("symbol", "code", maintain_order=True)
    cells = counted.agg(pl.col("count").sum())
    wide = cells.pivot("code", index="symbol", values="count", maintain_order=True).fill_null(0)
    shown = [code for code in _CODES if code in wide.columns]
    heads = {code: _means(view, code) for code in shown}
    table = view.table(wide.with_columns(official=pl.col("symbol")), "course_made_of", "official", *shown, heads=heads)
    last = cells.filter(symbol=view.symbol).select("code", "count").iter_rows()
    items = [f"{_means(view, code)} {count}" for code, count in last]
    alternative = view.labels("picture.made_of_alt", edition=view.symbol, counts=view.labels.join(items))
    name, drawn = f"made-of-{unit}", made_of(view, frame, unit, width, keys=False)
    return figure(drawn, name, alternative, table, view.labels, colour_keys(_colours(view), name))


def _colours(view: View) -> list[tuple[str, str]]:
    """What each colour means, the strongest first."""
    return [
        *((_means(view, code), _COLOURS[code]) for code in _CODES),
        (view.labels("force.hedged_mark"), HATCHED["D3"]),
    ]


def made_of(view: View, frame: pl.DataFrame, unit: str = "clauses", width: int = _WIDE, *, keys: bool = True) -> Chart:
    """Return the bars: ``force.composition`` of a series, at the dates of its editions, true to scale."""
    import altair as alt

    adopted = _adopted(view)
    rows = [
        {
            "date": adopted[row["symbol"]].isoformat(),
            "fill": HATCHED[row["code"]] if row["hedged"] and row["code"] in HATCHED else _COLOURS[row["code"]],
            "step": 2 * _CODES.index(row["code"]) + row["hedged"],
            "count": row[unit] or 0,
            "edition": view.named(row["symbol"]),
            "does": _means(view, row["code"]) + (f" · {view.labels('force.hedged_mark')}" if row["hedged"] else ""),
        }
        for row in frame.iter_rows(named=True)
        if row["symbol"] in adopted and row["code"] in _COLOURS
    ]
    base = alt.Chart(alt.InlineData(values=rows))
    bars = base.mark_bar(size=11, stroke=GRID, strokeWidth=0.3).encode(
        x=_dates(alt),
        y=alt.Y(
            "count:Q",
            stack="zero",
            title=view.labels(f"column.{unit}"),
            axis=alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3]),
        ),
        color=alt.Color("fill:N", scale=None),
        order="step:Q",
        tooltip=["edition:N", "does:N", "count:Q"],
    )
    marks = [
        {
            "date": adopted[row["symbol"]].isoformat(),
            "mark": _MARKS[row["how"]],
            "top": _top(frame, row["symbol"], unit),
        }
        for row in votes.adoptions(view.opened).iter_rows(named=True)
        if row["symbol"] in adopted
    ]
    over = (
        alt.Chart(alt.InlineData(values=marks))
        .mark_text(dy=-8, fontSize=11)
        .encode(x=_dates(alt), y=alt.Y("top:Q"), text="mark:N")
    )
    picture = alt.layer(bars, over).properties(width=width, height=_HIGH)
    legend = [_keys(alt, _colours(view), width)] if keys else []
    chart: Chart = alt.vconcat(picture, *legend, title=view.labels(f"picture.made_of_{unit}"))
    return chart


_MARKS = {"vote": "☒", "consensus": "✓", "unknown": "○"}


def _top(frame: pl.DataFrame, symbol: str, unit: str) -> int:
    return int(frame.filter(symbol=symbol)[unit].fill_null(0).sum())


def _means(view: View, code: str) -> str:
    return view.labels(f"band.{code}" if code in BANDS else f"class.{code}")


def _dates(alt: Any) -> Any:
    axis = alt.Axis(format="%Y", tickCount="year", labelOverlap="greedy", labelSeparation=10, grid=False)
    return alt.X("date:T", title=None, scale=alt.Scale(nice=False, padding=16), axis=axis)


def _adopted(view: View) -> dict[str, Any]:
    return dict(texts(view.opened).select("symbol", "adopted_on").drop_nulls().iter_rows())


def _keys(alt: Any, pairs: Iterable[tuple[str, str]], width: int = _WIDE) -> Any:
    """A legend whose words stand beside their colours, in rows that a phone can show."""
    rows = [{"word": word, "fill": fill, "x": place % 4, "y": place // 4} for place, (word, fill) in enumerate(pairs)]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 4])), y=alt.Y("y:O", axis=None)
    )
    squares = base.mark_square(size=130, opacity=1, stroke=GRID, strokeWidth=0.5).encode(
        color=alt.Color("fill:N", scale=None)
    )
    words = base.mark_text(align="left", dx=11, fontSize=12).encode(text="word:N")
    return alt.layer(squares, words).properties(width=width, height=66)


# Who is asked


def who_is_asked_figure(view: View) -> Html:
    """Show parties against dates: the area is how much each is asked, the colour how strongly; a ring is only named.

    Under it stand the reports asked for, filled where a later edition takes note of one.
    """
    frame = who.asked(view.tables, "symbol", "agency")
    if frame.is_empty():
        return view.say("agencies.asked_none")
    often = frame.group_by("agency", maintain_order=True).agg(pl.col("symbol").n_unique(), pl.col("directives").sum())
    shown = (
        often.sort("symbol", "directives", "agency", descending=[True, True, False], maintain_order=True)
        .head(_BODIES)["agency"]
        .to_list()
    )
    some = frame.filter(pl.col("agency").is_in(shown))
    drawn = who_is_asked(view, some, shown)
    wide = some.with_columns(count=pl.col("directives").cast(pl.String)).pivot(
        "symbol", index="agency", values="count", maintain_order=True
    )
    across = [symbol for symbol in view.symbols if symbol in wide.columns]
    heads = {symbol: view.named(symbol) for symbol in across}
    table = view.table(wide, "course_who", "agency", *across, heads=heads)
    items = [
        f"{view.short(agency)} {count}"
        for agency, count in often.filter(pl.col("agency").is_in(shown))
        .sort("directives", descending=True, maintain_order=True)
        .select("agency", "directives")
        .iter_rows()
    ]
    alternative = view.labels("picture.who_alt", counts=view.labels.join(items))
    return figure(drawn, "who", alternative, table, view.labels) + view.say("picture.reports_key")


def _strongest() -> pl.Expr:
    return pl.coalesce(*(pl.when(pl.col(band) > 0).then(pl.lit(band)) for band in reversed(BANDS)))


def who_is_asked(view: View, frame: pl.DataFrame, bodies: list[str]) -> Chart:
    """Return parties against dates: ``asked.asked`` by symbol and agency."""
    import altair as alt

    adopted = _adopted(view)
    asking = {
        (row["symbol"], row["agency"]): row for row in frame.with_columns(force=_strongest()).iter_rows(named=True)
    }
    mentioned = who.named(view.opened).filter(pl.col("agency").is_in(bodies))
    rows = [
        _mark(view, adopted, row, asking.get((row["symbol"], row["agency"])))
        for row in mentioned.iter_rows(named=True)
        if row["symbol"] in adopted
    ]
    order = [view.short(body) for body in bodies]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=_dates(alt),
        y=alt.Y("who:N", sort=order, title=None, axis=alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3])),
        tooltip=["who:N", "edition:N", "does:N"],
    )
    asked = (
        base.transform_filter("datum.count > 0")
        .mark_circle(opacity=1, stroke=GRID, strokeWidth=0.6)
        .encode(
            size=alt.Size(
                "count:Q",
                scale=alt.Scale(
                    type="linear", domain=[0, max((row["count"] for row in rows), default=1)], range=[0, 420]
                ),
                legend=None,
            ),
            color=alt.Color("fill:N", scale=None),
        )
    )
    numbers = (
        base.transform_filter("datum.count > 2")
        .mark_text(fontSize=10)
        .encode(text="count:Q", color=alt.Color("ink:N", scale=None))
    )
    rings = base.transform_filter("datum.count == 0").mark_point(filled=False, size=26, color=GRID, strokeWidth=1.2)
    above = alt.layer(rings, asked, numbers).properties(width=_WIDE - 120, height=24 * len(bodies))
    named = [(_means(view, band), _COLOURS[band]) for band in BANDS]
    keys = _keys(alt, [*named, (view.labels("picture.ring"), "#fefefe")])
    strips = [above, *_reports(view, alt, adopted), keys.properties(width=_WIDE - 60, height=44)]
    chart: Chart = alt.vconcat(*strips, title=view.labels("picture.who", shown=len(bodies)))
    return chart


def _mark(view: View, adopted: dict[str, Any], row: dict[str, Any], asked: dict[str, Any] | None) -> dict[str, Any]:
    count, band = (asked["directives"], asked["force"]) if asked else (0, None)
    does = f"{view.labels(f'band.{band}')} × {count}" if band else view.labels("picture.named_only")
    return {
        "date": adopted[row["symbol"]].isoformat(),
        "who": view.short(row["agency"]),
        "count": count,
        "fill": _COLOURS[band] if band else "none",
        "ink": ON_STRONG if band and BANDS.index(band) >= DARK_FROM else ON_WEAK,
        "edition": view.named(row["symbol"]),
        "does": does,
    }


def _reports(view: View, alt: Any, adopted: dict[str, Any]) -> list[Any]:
    """The strip of reports asked for: filled where a later edition takes note of one, crossed where none was seen."""
    if "obligations" not in view.tables:
        return []
    states = {"met": "●", "open": "◐", "unseen": "○", "undated": "?"}
    rows = [
        {
            "date": adopted[row["symbol"]].isoformat(),
            "mark": states[row["status"]],
            "who": view.labels("picture.reports"),
            "does": view.labels(f"status.{row['status']}"),
            "edition": view.named(row["symbol"]),
        }
        for row in view.tables["obligations"]
        .filter(kind="report")
        .unique(["symbol"], keep="first", maintain_order=True)
        .iter_rows(named=True)
        if row["symbol"] in adopted
    ]
    if not rows:
        return []
    strip = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_text(fontSize=14)
        .encode(x=_dates(alt), y=alt.Y("who:N", title=None), text="mark:N", tooltip=["edition:N", "does:N"])
    )
    return [strip.properties(width=_WIDE - 120, height=26)]


# The age of the words


def ages_figure(view: View, symbol: str) -> Html:
    """Show of each paragraph how old its words are: a run is tinted by the edition in which it first stood."""
    frame = course.word_ages(view.opened, symbol)
    if frame.is_empty():
        return view.say("figure.empty")
    medians = median_ages(frame)
    drawn = ages(view, frame, medians, symbol)
    years = {paragraph: median for paragraph, median in medians.items() if median is not None}
    items = [f"{paragraph}: {median}" for paragraph, median in list(years.items())[:24]]
    alternative = view.labels("picture.ages_alt", edition=symbol, counts=view.labels.join(items))
    rows = pl.DataFrame(
        {"paragraph": list(medians), "years": list(medians.values())},
        schema={"paragraph": pl.String, "years": pl.Int64},
    )
    table = view.table(rows.with_columns(edition=pl.lit(symbol)), "course_ages", "paragraph", "years")
    words = view.say(
        "picture.ages_says",
        edition=symbol,
        editions=len(view.symbols),
        language=view.labels.language_name(view.text_language),
    )
    return words + figure(drawn, "ages", alternative, table, view.labels)


def median_ages(frame: pl.DataFrame) -> dict[str, int]:
    """Return the age in years of the word in the middle of each paragraph, its words put in order of age."""
    spread = frame.with_columns(n=pl.col("last") - pl.col("first")).filter(pl.col("n") > 0)
    words = spread.select("paragraph", year=pl.col("years").repeat_by("n")).explode("year")
    return dict(
        words.group_by("paragraph", maintain_order=True).agg(pl.col("year").median().cast(pl.Int64)).iter_rows()
    )


def ages(view: View, frame: pl.DataFrame, medians: dict[str, int], symbol: str) -> Chart:
    """Return a bar for each paragraph, its runs of words in the order of the text: ``survival.word_ages``."""
    import altair as alt

    oldest = max(int(frame["years"].max() or 1), 1)  # type: ignore[arg-type]
    ramp = ("#f1f0ea", *FORCE)
    rows = [
        {
            "paragraph": row["paragraph"],
            "first": row["first"],
            "last": row["last"],
            "fill": ramp[min(len(ramp) - 1, round((len(ramp) - 1) * row["years"] / oldest))],
            "born": view.named(row["born"]),
        }
        for row in frame.iter_rows(named=True)
    ]
    order = list(dict.fromkeys(row["paragraph"] for row in rows))
    widest = max((row["last"] for row in rows), default=1)
    y = alt.Y("paragraph:N", sort=order, title=None)
    bars = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(height=12)
        .encode(
            y=y,
            x=alt.X(
                "first:Q",
                title=view.labels("column.words"),
                scale=alt.Scale(domain=[0, widest * 1.1]),
                axis=alt.Axis(orient="top"),
            ),
            x2="last:Q",
            color=alt.Color("fill:N", scale=None),
            tooltip=["paragraph:N", "born:N"],
        )
    )
    ends = [{"paragraph": id, "last": widest * 1.02, "text": str(median)} for id, median in medians.items()]
    margin = (
        alt.Chart(alt.InlineData(values=ends))
        .mark_text(align="left", fontSize=11)
        .encode(y=y, x="last:Q", text="text:N")
    )
    title = view.labels("picture.ages", edition=symbol)
    chart: Chart = alt.layer(bars, margin).properties(width=_WIDE - 60, height=16 * len(order), title=title)
    return chart
