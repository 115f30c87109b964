"""The pictures of a corpus that is of no series: what committees and themes are made of, and whom they ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.measures import counts
from ecoanalysis.measures.frames import BANDS, PARAGRAPH, in_order, treated
from ecoanalysis.show.drawing import colour_keys, figure
from ecoanalysis.show.html import Html, markup
from ecoanalysis.show.palette import GRID
from ecoanalysis.show.pictures import (
    BODIES,
    COLOURS,
    cell,
    colours,
    counted,
    hedged_key,
    leading,
    linked,
    means,
    sized,
    sizes_and_colours,
    some_hedged,
)
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from ecoanalysis.show.drawing import Chart

_WIDE, _ROW = 560, 26
_MOST = 16  # themes that a picture shows


def made_of_figure(view: View, by: str, width: int = _WIDE) -> Html:
    """Show what the texts of each committee, or the paragraphs on each theme, are made of: a bar for each, in shares.

    Parameters
    ----------
    by
        ``committee`` or ``theme``.
    width
        How wide the bars are drawn.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_all
    >>> made_of_figure(view_all(language="en"), "theme").html.count("<figure")
    1
    """
    frame = _largest(counts.composition_by(view.tables, by), by)
    if frame.is_empty():
        return view.say("figure.empty")
    name = f"made-of-{by}"
    wide = frame.group_by(by, "code", "whole", maintain_order=True).agg(pl.col("clauses").sum())
    wide = wide.pivot("code", index=[by, "whole"], values="clauses", maintain_order=True).fill_null(0)
    shown = [code for code in counts.CODES if code in wide.columns]
    heads = {code: means(view, code) for code in shown} | {"whole": view.labels("column.clauses")}
    table = view.table(wide, f"made_of_{by}", by, "whole", *shown, heads=heads)
    items = [f"{view.name(by, group)} {whole}" for group, whole in wide.select(by, "whole").iter_rows()]
    alternative = view.labels(f"picture.made_of_{by}_alt", counts=view.labels("punctuation.counts").join(items))
    return figure(made_of(view, frame, by, width), name, alternative, table, view.labels, _keys(view, name))


def _largest(frame: pl.DataFrame, by: str) -> pl.DataFrame:
    """The groups of most clauses, as many as a picture shows."""
    return frame.filter(pl.col(by).is_in(frame[by].unique(maintain_order=True).head(_MOST).to_list()))


def _keys(view: View, name: str) -> Any:
    return colour_keys(colours(view), name)


def made_of(view: View, frame: pl.DataFrame, by: str, width: int = _WIDE) -> Chart:
    """Return a bar for each group: ``counts.composition_by``, its parts linked to the latest such clauses."""
    import altair as alt

    rows = [
        cell(view, row, "clauses") | {"group": f"{view.name(by, row[by])} ({row['whole']})"}
        for row in frame.filter(pl.col("code").is_in(list(COLOURS))).to_dicts()
    ]
    order = list(dict.fromkeys(row["group"] for row in rows))
    percent = alt.Axis(format="%", orient="top", grid=True, gridColor=GRID, gridDash=[1, 3])
    bars = alt.Chart(alt.InlineData(values=rows)).mark_bar(stroke=GRID, strokeWidth=0.3)
    encoded = bars.encode(
        y=alt.Y("group:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
        x=alt.X("count:Q", stack="normalize", title=None, axis=percent),
        **linked(alt),
    )
    title = view.labels(f"picture.made_of_{by}")
    chart: Chart = encoded.properties(width=width, height=_ROW * len(order), title=title)
    return chart


def who_is_asked_figure(view: View, by: str) -> Html:
    """Show the bodies asked most against committees or themes: the area is how much, the colour how strongly.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_all
    >>> who_is_asked_figure(view_all(language="en"), "theme").html.count("<figure")
    1
    """
    bodies = counts.directives_by(view.tables, "agency").head(BODIES)["agency"].to_list()
    groups = counts.directives_by(view.tables, by)[by].head(_MOST).to_list()
    frame = counts.directives_by(view.tables, by, "agency").filter(
        pl.col("agency").is_in(bodies), pl.col(by).is_in(groups)
    )
    if frame.is_empty():
        return view.say("agencies.asked_none")
    frame = frame.with_columns(counted=counted())
    wide = frame.pivot(by, index="agency", values="counted", maintain_order=True)
    across = [group for group in groups if group in wide.columns]
    heads = {group: view.name(by, group) for group in across}
    table = view.table(wide, f"who_{by}", "agency", *across, heads=heads)
    items = [f"{view.short(row['agency'])} – {view.name(by, row[by])} {row['counted']}" for row in frame.to_dicts()]
    alternative = view.labels(f"picture.who_{by}_alt", counts=view.labels("punctuation.counts").join(items[:24]))
    drawn, name = who_is_asked(view, frame, by, bodies, groups), f"who-{by}"
    keys = [*colours(view)[: len(BANDS)], hedged_key(view)]
    words = markup('<p class="keys"><span>{}</span></p>', view.labels("picture.hedged_key"))
    return figure(drawn, name, alternative, table, view.labels, colour_keys(keys, name) + words)


def who_is_asked(view: View, frame: pl.DataFrame, by: str, bodies: list[str], groups: list[str]) -> Chart:
    """Return bodies against groups: ``counts.directives_by`` by the group and ``agency``."""
    import altair as alt

    asking = _latest_asking(view, by)
    rows = [
        {
            "who": view.short(row["agency"]),
            "group": view.name(by, row[by]),
            "does": (does := _by_force(view, row)),
            **sizes_and_colours(row | {"force": max(BANDS, key=lambda band: (row[band], band))}),
            **leading(
                view, *(last := asking[row[by], row["agency"]])[:2], f"{view.short(row['agency'])}: {does}", last[2]
            ),
        }
        for row in frame.iter_rows(named=True)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "group:N",
            sort=[view.name(by, group) for group in groups],
            title=None,
            axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=220),
        ),
        y=alt.Y(
            "who:N",
            sort=[view.short(body) for body in bodies],
            title=None,
            axis=alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3]),
        ),
        tooltip=["who:N", "group:N", "does:N", "words:N"],
    )
    most = max(row["count"] for row in rows)
    led = {"href": "href:N", "description": "says:N"}
    marks = alt.layer(*sized(alt, base, most, f"datum.count * 4 > {most}", led, widest=480))
    title = view.labels(f"picture.who_{by}", shown=len(bodies))
    chart: Chart = marks.properties(width=_ROW * 1.4 * len(groups), height=_ROW * len(bodies), title=title)
    return chart


def _by_force(view: View, row: Mapping[str, Any]) -> str:
    """How often by which force, the strongest first, and how much is hedged: urges × 31, requests × 742 · 80 hedged."""
    forces = view.labels.join(f"{means(view, band)} × {row[band]}" for band in reversed(BANDS) if row[band])
    return " · ".join(filter(None, (forces, some_hedged(view, row))))


def _latest_asking(view: View, by: str) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Where each group last asks each body: the symbol and the paragraph, and the band."""
    requests = in_order(view.tables["requests"].drop_nulls("agency"), view.tables)
    if by == "theme":
        requests = requests.join(treated(view.tables), on=PARAGRAPH, how="inner", maintain_order="left")
    last = requests.unique([by, "agency"], keep="last", maintain_order=True)
    rows = last.select(by, "agency", "symbol", "paragraph", "band").iter_rows()
    return {(group, agency): (symbol, paragraph, band) for group, agency, symbol, paragraph, band in rows}
