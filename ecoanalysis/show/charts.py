"""Frames of ``measures`` → Altair charts: what they show is in their title, and nothing is said by colour alone.

A chart is a plain Altair chart; ``drawing`` makes a picture of a page of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.measures import BANDS, CLASSES
from ecoanalysis.show.drawing import HATCHED, WIDE, drawn_address, inline_data
from ecoanalysis.show.dues import state_of
from ecoanalysis.show.palette import CLASS_COLOURS, CURVE, DARK_FROM, FORCE, GRID, ON_STRONG, ON_WEAK, PAPER, SHARES

if TYPE_CHECKING:
    import altair as alt

    from ecoanalysis.show.drawing import Chart

_ROW = 24


def whole_numbers(**more: Any) -> alt.Axis:
    """Return an axis of counts, labelled at whole numbers alone.

    Examples
    --------
    >>> whole_numbers(grid=False).format
    'd'
    """
    import altair as alt

    # The least step of a tick is a wish only: between 0 and 2 Vega has a tick at 0.5 all the same.
    return alt.Axis(tickMinStep=1, format="d", labelExpr="datum.value % 1 ? '' : datum.label", **more)


def asked(frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str]) -> Chart:
    """Return bars: by how many directives each body is asked, and of which force.

    Parameters
    ----------
    frame
        ``counts.directives_by`` by body: its directives of each band.
    labels
        Labels of the chart's language.
    title
        What the chart shows, as a sentence with its figures.
    name
        What a body is called beside its bar.
    """
    import altair as alt

    rows = frame.unpivot(BANDS, index="agency", variable_name="band", value_name="count").filter(pl.col("count") > 0)
    named = {band: labels(f"band.{band}") for band in BANDS}
    present = [band for band in BANDS if band in set(rows["band"])]
    unit = WIDE / max(frame["directives"].to_list(), default=1)
    values = [
        {
            "agency": name(row["agency"]),
            "band": named[row["band"]],
            "step": BANDS.index(row["band"]),
            "count": row["count"],
            "text": str(row["count"]) if row["count"] * unit >= 8 else "",
        }
        for row in rows.iter_rows(named=True)
    ]
    colours = alt.Scale(domain=[named[band] for band in present], range=[FORCE[BANDS.index(band)] for band in present])
    base = alt.Chart(inline_data(values)).encode(
        y=alt.Y("agency:N", sort=[name(id) for id in frame["agency"]], title=None),
        x=alt.X("count:Q", stack="zero", axis=None),
        order=alt.Order("step:Q"),
    )
    bars = base.mark_bar(stroke=GRID, strokeWidth=0.5).encode(
        color=alt.Color("band:N", scale=colours, legend=alt.Legend(columns=2))
    )
    written = _in_bars(base).encode(text=alt.Text("text:N"), color=_ink(alt.datum.step >= DARK_FROM))
    return _sized(bars + written, title, frame.height)


def force(frame: pl.DataFrame, labels: Labels, title: str) -> Chart:
    """Return bars: the directives of each band, those that are hedged hatched.

    Parameters
    ----------
    frame
        ``force.bands`` of one text.
    """
    import altair as alt

    plain = dict(zip(BANDS, FORCE, strict=True))
    rows = [
        {
            "band": labels(f"band.{row['band']}"),
            "order": order,
            "count": count,
            "fill": colours[row["band"]],
            "text": _with_hedged(row, labels) if order else "",
        }
        for row in frame.iter_rows(named=True)
        for order, (count, colours) in enumerate([(row["directives"] - row["hedged"], plain), (row["hedged"], HATCHED)])
    ]
    base = alt.Chart(inline_data(rows)).encode(
        y=alt.Y("band:N", sort=list(dict.fromkeys(row["band"] for row in rows)), title=None),
        x=alt.X("count:Q", stack="zero", axis=None),
        order=alt.Order("order:Q"),
    )
    bars = base.mark_bar(stroke=GRID, strokeWidth=0.5).encode(color=alt.Color("fill:N", scale=None))
    ends = alt.X("count:Q", stack="zero", bandPosition=1, axis=None)  # behind the bar: a short one has no room
    written = base.mark_text(align="left", dx=5, fontSize=11).encode(x=ends, text=alt.Text("text:N"))
    return _sized(bars + written, title, len(frame))


def _with_hedged(row: dict[str, Any], labels: Labels) -> str:
    """How many directives, and how many of them are hedged."""
    return (
        f"{row['directives']} · {labels('force.hedged_mark')} {row['hedged']}"
        if row["hedged"]
        else f"{row['directives'] or ''}"
    )


def themes(frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str]) -> Chart:
    """Return bars: how many paragraphs treat each theme.

    Parameters
    ----------
    frame
        ``asked.themes`` of one text.
    name
        What a theme is called.
    """
    import altair as alt

    rows = frame.select("theme", "count").with_columns(pl.col("theme").map_elements(name, return_dtype=pl.String))
    base = alt.Chart(inline_data(rows.to_dicts())).encode(
        y=alt.Y("theme:N", sort=rows["theme"].to_list(), title=None), x=alt.X("count:Q", axis=None)
    )
    written = base.mark_text(align="left", dx=5).encode(text=alt.Text("count:Q"))
    return _sized(base.mark_bar(color=FORCE[3]) + written, title, rows.height)


def heat(
    frame: pl.DataFrame,
    row: str,
    column: str,
    title: str,
    row_name: Callable[[str], str] = str,
    column_name: Callable[[str], str] = str,
    *,
    count: str = "count",
    ranked: bool = True,
    across: Iterable[str] = (),
) -> Chart:
    """Return a table of counts, its cells the darker the higher.

    Parameters
    ----------
    frame
        One row per cell.
    row, column
        The columns that go down and across.
    title
        What the chart shows, as a sentence with its figures.
    row_name, column_name
        What they are called beside and above.
    count
        The column that is counted.
    ranked
        Whether the highest come first; in the order of the frame otherwise.
    across
        The names above, in their order, where they have one of their own (the editions of a series).
    """
    import altair as alt

    rows = [
        {"row": row_name(cell[row]), "column": column_name(cell[column]), "count": cell[count]}
        for cell in frame.iter_rows(named=True)
    ]
    across = list(across)
    # At the end of what goes on in time, where a phone shows it first.
    side: Literal["right", "left"] = "right" if across else "left"
    across, down = across or _order(rows, "column", ranked), _order(rows, "row", ranked)
    most = max((row["count"] for row in rows), default=1)
    longest = max(map(len, across), default=0)
    above = alt.Axis(orient="top", labelAngle=-50 if longest > len("2025") else -90 if longest > len("125") else 0)
    base = alt.Chart(inline_data(rows)).encode(
        x=alt.X("column:N", scale=alt.Scale(domain=across), title=None, axis=above),
        y=alt.Y("row:N", sort=down, title=None, axis=alt.Axis(orient=side, grid=True, gridColor=GRID, gridDash=[1, 3])),
    )
    steps = FORCE[: DARK_FROM + 1]  # not mixed: a dark page has a colour of its own for each
    scale = alt.Scale(type="quantize", domain=[0, most], range=list(steps))
    cells = base.mark_rect(stroke=GRID, strokeWidth=0.5).encode(color=alt.Color("count:Q", scale=scale, legend=None))
    written = base.mark_text(fontWeight="bold").encode(
        text=alt.Text("count:Q"),
        color=_ink(alt.datum.count >= most * DARK_FROM / len(steps)),
    )
    return _sized(
        cells + written, title, len(down), row=20, width=max(26, min(44, WIDE // max(len(across), 1))) * len(across)
    )


def strip(frame: pl.DataFrame, labels: Labels, title: str, address: Callable[[str, str], str | None]) -> Chart:
    """Return the course of a resolution: a row is a paragraph, a cell one clause, its verb linked to the text.

    Parameters
    ----------
    frame
        The table ``clauses`` of one text.
    address
        Where a paragraph of a text can be read, given the symbol and the paragraph.
    """
    import altair as alt

    rows = [
        {
            "paragraph": row["paragraph"],
            "index": str(row["index"]),
            "class": labels(f"class.{row['class']}"),
            "words": row["verb"],
            # inside the site, or the official one
            "href": drawn_address(address(row["symbol"] or "", row["paragraph"])),
        }
        for row in frame.iter_rows(named=True)
    ]
    names = [labels(f"class.{code}") for code in CLASSES]
    base = alt.Chart(inline_data(rows)).encode(
        y=alt.Y("paragraph:N", sort=list(dict.fromkeys(row["paragraph"] for row in rows)), title=None),
        x=alt.X("index:O", title=labels("figure.clause_of"), axis=alt.Axis(orient="top", labelAngle=0)),
    )
    cells = base.mark_rect(stroke=PAPER, strokeWidth=2, cornerRadius=4).encode(
        color=alt.Color(
            "class:N", scale=alt.Scale(domain=names, range=list(CLASS_COLOURS)), legend=alt.Legend(columns=3)
        )
    )
    written = base.mark_text(color=ON_WEAK, limit=118, fontSize=11).encode(
        text=alt.Text("words:N"), href=alt.Href("href:N")
    )
    across = frame["index"].n_unique()
    return _sized(cells + written, title, frame["paragraph"].n_unique(), row=21, width=122 * across)


def shares(frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str]) -> Chart:
    """Return a bar for each edition: which part of it was carried over, reworded, or is new; the counts stand in it.

    Parameters
    ----------
    frame
        ``survival.carried`` of one series.
    """
    import altair as alt

    kinds = list(dict.fromkeys(frame["share"]))
    rows = [
        {
            "symbol": name(row["symbol"]),
            "share": labels(f"course.{row['share']}"),
            "step": kinds.index(row["share"]),
            "part": row["part"],
            "text": str(row["count"]) if row["part"] > 0.05 else "",
        }
        for row in frame.iter_rows(named=True)
    ]
    base = alt.Chart(inline_data(rows)).encode(
        y=alt.Y("symbol:N", sort=list(dict.fromkeys(row["symbol"] for row in rows)), title=None),
        x=alt.X("part:Q", stack="zero", axis=None),
        order=alt.Order("step:Q"),
    )
    names = [labels(f"course.{kind}") for kind in kinds]
    bars = base.mark_bar(stroke=GRID, strokeWidth=0.5).encode(
        color=alt.Color("share:N", scale=alt.Scale(domain=names, range=list(SHARES)), legend=alt.Legend())
    )
    written = base.mark_text(fontSize=11).encode(
        x=alt.X("part:Q", stack="zero", bandPosition=0.5, axis=None),
        text=alt.Text("text:N"),
        color=alt.ColorValue(ON_WEAK),
    )
    return _sized(bars + written, title, frame["symbol"].n_unique(), row=20)


def survival(frame: pl.DataFrame, labels: Labels, title: str) -> Chart:
    """Return the share of mandates that are still there after so many editions, with its confidence band.

    Parameters
    ----------
    frame
        ``survival.survival`` of one series.
    """
    import altair as alt

    base = alt.Chart(inline_data(frame.to_dicts())).encode(
        x=alt.X("editions:Q", title=labels("course.editions_after"), axis=whole_numbers(grid=False)),
    )
    percent = alt.Axis(format="%", grid=True, gridColor=GRID, gridDash=[1, 3])
    band = base.mark_area(opacity=0.25, interpolate="step-after", color=CURVE).encode(
        y=alt.Y("low:Q", title=labels("course.still_there"), axis=percent), y2=alt.Y2("high:Q")
    )
    line = base.mark_line(interpolate="step-after", color=CURVE, point=alt.OverlayMarkDef(color=CURVE)).encode(
        y=alt.Y("share:Q")
    )
    return _sized(band + line, title, 9, width=360)


def falls_due(frame: pl.DataFrame, labels: Labels, title: str) -> Chart:
    """Return a strip: a row for each kind of obligation, a dot at each date, filled where it was met, a ring where not.

    Parameters
    ----------
    frame
        ``kind``, ``due_from``, ``status`` and their ``count``.
    """
    import altair as alt

    rows = [
        {
            "date": _from(row["due_from"]),
            "kind": labels(f"obligation.{row['kind']}"),
            "status": state_of(labels, row["kind"], row["status"]),
            "fill": DUE[row["status"]],
            "count": row["count"],
            "text": str(row["count"]) if row["count"] > 1 else "",
            "ink": ON_STRONG if row["status"] == "met" else ON_WEAK,
        }
        for row in frame.iter_rows(named=True)
    ]
    most = max((row["count"] for row in rows), default=1)
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    axis = alt.Axis(format="%Y", tickCount="year", labelOverlap="greedy", labelSeparation=10, grid=False)
    base = alt.Chart(inline_data(rows)).encode(
        x=alt.X("date:T", title=None, scale=alt.Scale(nice=False, padding=16), axis=axis),
        y=alt.Y("kind:N", sort=kinds, title=None, axis=alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3])),
        tooltip=[alt.Tooltip("kind:N"), alt.Tooltip("date:T"), alt.Tooltip("status:N"), alt.Tooltip("count:Q")],
    )
    size = alt.Size("count:Q", scale=alt.Scale(domain=[0, most], range=[110, 110 if most == 1 else 520]), legend=None)
    dots = base.mark_circle(opacity=1, stroke=CURVE, strokeWidth=1.6).encode(
        size=size, color=alt.Color("fill:N", scale=None)
    )
    written = base.mark_text(fontSize=11).encode(text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None))
    return _sized(dots + written, title, max(2, len(kinds)), row=38, width=420)


DUE = {"met": FORCE[3], "open": "#f7c948", "unseen": "#fefefe", "undated": "#fefefe"}
"""What fills the dot of an obligation."""


def _from(written: str) -> str:
    """The first day of what is written to the day, the month or the year."""
    year, month, day = (*written.partition("/")[0].split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}"


def scores(frame: pl.DataFrame, golds: Sequence[str], title: str) -> Chart:
    """Return dots: the F1 of each kind of fact with its interval, a row for each, one colour and shape for each gold.

    Parameters
    ----------
    frame
        ``kind``, ``gold``, ``f1``, ``low``, ``high``, ``n``.
    golds
        The names of the golds, the first one first.
    """
    import altair as alt

    rows = frame.to_dicts()
    kinds, golds = list(dict.fromkeys(row["kind"] for row in rows)), list(golds)
    least = min((row["low"] for row in rows), default=0.0)
    begins = max(0.0, int(10 * least) / 10)
    percent = alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3], orient="top", values=_tenths(begins))
    base = alt.Chart(inline_data(rows)).encode(
        y=alt.Y("kind:N", sort=kinds, title=None),
        yOffset=alt.YOffset("gold:N", sort=golds, scale=alt.Scale(paddingOuter=0.6)),
        tooltip=[
            alt.Tooltip("kind:N"),
            alt.Tooltip("gold:N"),
            alt.Tooltip("f1:Q"),
            alt.Tooltip("low:Q"),
            alt.Tooltip("high:Q"),
            alt.Tooltip("n:Q"),
        ],
    )
    x = alt.X("low:Q", title="F1", scale=alt.Scale(domain=[begins, 1]), axis=percent)
    colour = alt.Color("gold:N", scale=alt.Scale(domain=golds, range=list(SAMPLES[: len(golds)])), legend=None)
    spans = base.mark_rule(strokeWidth=2).encode(x=x, x2=alt.X2("high:Q"), color=colour)
    dots = base.mark_point(filled=True, opacity=1, size=70).encode(
        x=alt.X("f1:Q"), color=colour, shape=alt.Shape("gold:N", sort=golds, legend=None)
    )
    return _sized(spans + dots, title, len(kinds), row=14 + 8 * len(golds), width=340)


SAMPLES = (FORCE[4], FORCE[2], CLASS_COLOURS[5], CLASS_COLOURS[3], CLASS_COLOURS[2], CLASS_COLOURS[0])
"""The colours of samples, the first one first."""


def _tenths(begins: float) -> list[float]:
    return [tenth / 10 for tenth in range(round(10 * begins), 11)]


def _ink(on_strong: Any) -> alt.ColorValue:
    """The colour of words on a cell, which may be a dark one."""
    import altair as alt

    return alt.ColorValue(**alt.condition(on_strong, alt.value(ON_STRONG), alt.value(ON_WEAK)))


def _in_bars(base: Any) -> Any:
    """The count in the middle of each bar; nothing in a bar of no length."""
    import altair as alt

    return (
        base.transform_filter("datum.count > 0")
        .mark_text(fontSize=11)
        .encode(x=alt.X("count:Q", stack="zero", bandPosition=0.5, axis=None), text=alt.Text("count:Q"))
    )


def _order(rows: list[dict[str, Any]], key: str, ranked: bool) -> list[str]:
    total: dict[str, int] = {}
    for row in rows:
        total[row[key]] = total.get(row[key], 0) + row["count"]
    return sorted(total, key=lambda name: (-total[name], name)) if ranked else list(total)


def _sized(chart: Any, title: str, rows: int, row: int = _ROW, width: int = WIDE) -> Chart:
    sized: Chart = chart.properties(title=title, width=width, height=max(rows, 1) * row)
    return sized
