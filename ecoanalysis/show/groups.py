"""The pictures of a corpus that is of no series: what committees and themes are made of, and whom they ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import polars as pl

from ecoanalysis.measures import counts
from ecoanalysis.measures.frames import PARAGRAPH, in_order, treated
from ecoanalysis.show import stacks
from ecoanalysis.show.drawing import colour_keys, figure, inline_data
from ecoanalysis.show.html import Html
from ecoanalysis.show.palette import GRID
from ecoanalysis.show.pictures import (
    BODIES,
    COLOURS,
    cell,
    colours,
    counted,
    leading,
    linked,
    means,
    who_how,
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
    keys = colour_keys(colours(view, frame["code"]), name)
    return figure(made_of(view, frame, by, width), name, alternative, table, view.labels, keys)


def _largest(frame: pl.DataFrame, by: str) -> pl.DataFrame:
    """The groups of most clauses, as many as a picture shows."""
    return frame.filter(pl.col(by).is_in(frame[by].unique(maintain_order=True).head(_MOST).to_list()))


def made_of(view: View, frame: pl.DataFrame, by: str, width: int = _WIDE) -> Chart:
    """Return a bar for each group: ``counts.composition_by``, its parts linked to the latest such clauses."""
    import altair as alt

    rows = [
        cell(view, row, "clauses") | {"group": f"{view.name(by, row[by])} ({row['whole']})"}
        for row in frame.filter(pl.col("code").is_in(list(COLOURS))).to_dicts()
    ]
    order = list(dict.fromkeys(row["group"] for row in rows))
    percent = alt.Axis(format="%", orient="top", grid=True, gridColor=GRID, gridDash=[1, 3])
    bars = alt.Chart(inline_data(rows)).mark_bar(stroke=GRID, strokeWidth=0.3)
    encoded = bars.encode(
        y=alt.Y("group:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
        x=alt.X("count:Q", stack="normalize", title=None, axis=percent),
        **linked(alt),
    )
    title = view.labels(f"picture.made_of_{by}")
    chart: Chart = encoded.properties(width=width, height=_ROW * len(order), title=title)
    return chart


def who_is_asked_figure(view: View, by: str) -> Html:
    """Show the bodies asked most against committees or themes: a stack of what each is asked, strong ones below.

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
    cells, name = _cells(view, by, bodies, groups), f"who-{by}"
    keys = colour_keys(stacks.keys(view, [cell.asks for cell in cells]), name)
    drawn = who_is_asked(view, cells, by, bodies, groups)
    return figure(drawn, name, alternative, table, view.labels, keys, who_how(view, cells))


def _cells(view: View, by: str, bodies: Sequence[str], groups: Sequence[str]) -> list[stacks.Cell]:
    """What each group asks of each of some bodies."""
    asking, cells = _latest_asking(view, by), []
    asks = stacks.asks_of(counts.directives_by(view.tables, by, "agency", "band"), by, "agency")
    for (group, body), there in asks.items():
        if group not in groups or body not in bodies:
            continue
        symbol, paragraph, band = asking[group, body]
        name, column, does = view.short(body), view.name(by, group), stacks.by_force(view, there)
        led = leading(view, symbol, paragraph, f"{name}: {does}", band, whom=name)
        words = {"who": name, "group": column, "column": column, "does": does}
        cells.append(stacks.Cell(bodies.index(body), column, there, words | led))
    return cells


def who_is_asked(
    view: View, cells: Sequence[stacks.Cell], by: str, bodies: Sequence[str], groups: Sequence[str]
) -> Chart:
    """Return bodies against groups."""
    import altair as alt

    x = alt.X(
        "across:N",
        sort=[view.name(by, group) for group in groups],
        title=None,
        axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=220),
    )
    title = view.labels(f"picture.who_{by}", shown=len(bodies))
    drawn: Chart = stacks.stacks(alt, cells, [view.short(body) for body in bodies], x)
    return drawn.properties(width=1.4 * _ROW * len(groups), title=title)


def _latest_asking(view: View, by: str) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Where each group last asks each body: the symbol and the paragraph, and the band."""
    requests = in_order(view.tables["requests"].drop_nulls("agency"), view.tables)
    if by == "theme":
        requests = requests.join(treated(view.tables), on=PARAGRAPH, how="inner", maintain_order="left")
    last = requests.unique([by, "agency"], keep="last", maintain_order=True)
    rows = last.select(by, "agency", "symbol", "paragraph", "band").iter_rows()
    return {(group, agency): (symbol, paragraph, band) for group, agency, symbol, paragraph, band in rows}
