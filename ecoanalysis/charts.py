"""Tables → Altair charts, and charts → figures of a page: a static picture, a text alternative, the figures behind it.

Every chart takes a frame of ``views`` with the labels and says its finding in its title. Colour never carries a meaning
alone: what is coloured is also written. ``figure`` draws without a browser and without a network.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.show.addresses import paragraph_link
from ecoanalysis.views import BANDS, CLASSES, Html

if TYPE_CHECKING:
    import altair as alt

    Chart: TypeAlias = alt.Chart | alt.LayerChart

# Weak to strong, light to dark: the order survives greyscale and colour blindness (after ColorBrewer, YlGnBu).
BAND_COLOURS = ("#c7e9b4", "#7fcdbb", "#41b6c4", "#226ea5", "#253494")
# After Okabe and Ito; the code is written in every cell.
CLASS_COLOURS = ("#d9d9d9", "#e8e4d8", "#9ad6bf", "#f3d27a", "#8cc5ee", "#e59a6f")
# What stays, what changes its words, what is new: light to dark, the counts stand in the bars.
SHARE_COLOURS = ("#e8e4d8", "#f3d27a", "#9ad6bf")
CURVE_COLOUR = "#3182bd"  # at least 4 : 1 on the white page and on the dark one

# Latin letters in fonts of the widths that they are measured with, Chinese in the fonts that machines have.
FONT = (
    "Arial, Liberation Sans, Helvetica, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
)
_INK = "#1b1b1f"  # becomes the page's own colour of text, so that a dark page stays readable
_GRID = "#8a8a8f"
_HERE = (
    "https://page.invalid/"  # what a relative link is drawn with: vl-convert would put an address of its own before it
)

CONFIG: Mapping[str, Any] = {
    # Only what words are measured with; the page sets them in FONT. Measuring with a large Chinese font takes five
    # times as long; a plain one falls back to it where it must.
    "font": "sans-serif",
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "labelColor": _INK,
        "titleColor": _INK,
        "labelFontSize": 13,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "grid": False,
        "labelLimit": 165,
    },
    "text": {"fontSize": 12, "color": _INK},
    "legend": {
        "labelColor": _INK,
        "titleColor": _INK,
        "labelFontSize": 12,
        "orient": "bottom",
        "title": None,
        "symbolType": "square",
    },
}

_ROW = 24
_WIDE = 270  # with the names beside it a phone shows it near its own size


def asked(frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str]) -> Chart:
    """Return bars: by how many directives each body is asked, and of which force.

    Parameters
    ----------
    frame
        ``Scope.asked_most()``: one row per body, with its directives of each band.
    labels
        Labels of the chart's language.
    title
        What the chart shows, as a sentence with its figures.
    name
        What a body is called beside its bar.
    """
    import altair as alt

    rows = frame.unpivot(BANDS, index="agency", variable_name="band", value_name="count").filter(pl.col("count") > 0)
    named = {band: f"{band} {labels('band.' + band)}" for band in BANDS}
    present = [band for band in BANDS if band in set(rows["band"])]
    unit = _WIDE / max(frame["directives"].to_list(), default=1)
    values = [
        {
            "agency": name(row["agency"]),
            "band": named[row["band"]],
            "step": BANDS.index(row["band"]),
            "count": row["count"],
            "text": _written(row["band"], row["count"], unit),
        }
        for row in rows.iter_rows(named=True)
    ]
    colours = alt.Scale(
        domain=[named[band] for band in present], range=[BAND_COLOURS[BANDS.index(band)] for band in present]
    )
    base = alt.Chart(_data(values)).encode(
        y=alt.Y("agency:N", sort=[name(id) for id in frame["agency"]], title=None),
        x=alt.X("count:Q", stack="zero", axis=None),
        order="step:Q",
    )
    bars = base.mark_bar(stroke=_GRID, strokeWidth=0.5).encode(
        color=alt.Color("band:N", scale=colours, legend=alt.Legend(columns=2))
    )
    written = _in_bars(base).encode(
        text="text:N", color=alt.condition(alt.datum.step > 2, alt.value("#ffffff"), alt.value("#1b1b20"))
    )
    return _sized(bars + written, title, frame.height)


def _written(band: str, count: int, unit: float) -> str:
    """What fits into a bar of so many units: its band and count, the band, the last figure of the band, or nothing."""
    full = f"{band} ×{count}" if count > 1 else band
    fits = count * unit / 7
    return next((words for words in (full, band, band[-1]) if len(words) <= fits), "")


def force(frame: pl.DataFrame, labels: Labels, title: str) -> Chart:
    """Return bars: the directives of each band, hedged and not.

    Parameters
    ----------
    frame
        ``Scope.force()``: one row per band.
    """
    import altair as alt

    rows = [
        {
            "band": f"{row['band']} {labels('band.' + row['band'])}",
            "hedged": labels(f"force.{mark}"),
            "order": order,
            "count": count,
        }
        for row in frame.iter_rows(named=True)
        for order, (mark, count) in enumerate(
            [("unhedged_mark", row["directives"] - row["hedged"]), ("hedged_mark", row["hedged"])]
        )
    ]
    marks = [labels("force.unhedged_mark"), labels("force.hedged_mark")]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("band:N", sort=[row["band"] for row in rows], title=None),
        x=alt.X("count:Q", stack="zero", axis=None),
        order="order:Q",
    )
    bars = base.mark_bar(stroke=_GRID, strokeWidth=0.5).encode(
        color=alt.Color("hedged:N", sort=marks, scale=alt.Scale(domain=marks, range=[BAND_COLOURS[3], BAND_COLOURS[0]]))
    )
    written = _in_bars(base).encode(
        color=alt.condition(alt.datum.order == 0, alt.value("#ffffff"), alt.value("#1b1b20")),
    )
    return _sized(bars + written, title, len(frame))


def themes(frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str]) -> Chart:
    """Return bars: how many paragraphs treat each theme.

    Parameters
    ----------
    frame
        ``Scope.theme_counts()``: one row per theme.
    name
        What a theme is called.
    """
    import altair as alt

    rows = frame.select("theme", "count").with_columns(pl.col("theme").map_elements(name, return_dtype=pl.String))
    base = alt.Chart(_data(rows.to_dicts())).encode(
        y=alt.Y("theme:N", sort=rows["theme"].to_list(), title=None), x=alt.X("count:Q", axis=None)
    )
    written = base.mark_text(align="left", dx=5).encode(text="count:Q")
    return _sized(base.mark_bar(color=BAND_COLOURS[3]) + written, title, rows.height)


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
        One row per cell: ``Scope.by_verb()``, ``Scope.by_theme()``, ``Chronicle.force()``.
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
    across, down = list(across) or _order(rows, "column", ranked), _order(rows, "row", ranked)
    most = max((row["count"] for row in rows), default=1)
    slanted = max(map(len, across), default=0) > 3
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("column:N", sort=across, title=None, axis=alt.Axis(orient="top", labelAngle=-50 if slanted else 0)),
        y=alt.Y("row:N", sort=down, title=None, axis=alt.Axis(grid=True, gridColor=_GRID, gridDash=[1, 3])),
    )
    cells = base.mark_rect(stroke=_GRID, strokeWidth=0.5).encode(
        color=alt.Color("count:Q", scale=alt.Scale(domain=[0, most], range=["#eef6f4", BAND_COLOURS[3]]), legend=None)
    )
    written = base.mark_text(fontWeight="bold").encode(
        text="count:Q",
        color=alt.condition(alt.datum.count > most * 0.6, alt.value("#ffffff"), alt.value("#1b1b20")),
    )
    return _sized(
        cells + written, title, len(down), row=20, width=max(26, min(44, _WIDE // max(len(across), 1))) * len(across)
    )


def strip(frame: pl.DataFrame, labels: Labels, title: str) -> Chart:
    """Return the course of a resolution: a row is a paragraph, a cell one clause, its code and verb linked to the text.

    Parameters
    ----------
    frame
        ``Scope.clauses``: one row per clause.
    """
    import altair as alt

    rows = [
        {
            "paragraph": row["paragraph"],
            "index": str(row["index"]),
            "class": f"{row['class']} {labels('class.' + row['class'])}",
            "words": f"{row['band'] or row['class']} {row['verb']}",
            "href": _HERE + paragraph_link(row["symbol"] or "", row["paragraph"]),
        }
        for row in frame.iter_rows(named=True)
    ]
    names = [f"{code} {labels('class.' + code)}" for code in CLASSES]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("paragraph:N", sort=list(dict.fromkeys(row["paragraph"] for row in rows)), title=None),
        x=alt.X("index:O", title=labels("figure.clause_of"), axis=alt.Axis(orient="top", labelAngle=0)),
    )
    cells = base.mark_rect(stroke="#ffffff", strokeWidth=2, cornerRadius=4).encode(
        color=alt.Color(
            "class:N", scale=alt.Scale(domain=names, range=list(CLASS_COLOURS)), legend=alt.Legend(columns=3)
        )
    )
    written = base.mark_text(color="#1b1b20", limit=118, fontSize=11).encode(text="words:N", href="href:N")
    across = frame["index"].n_unique()
    return _sized(cells + written, title, frame["paragraph"].n_unique(), row=21, width=122 * across)


def shares(frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str]) -> Chart:
    """Return a bar for each edition: which part of it was carried over, reworded, or is new; the counts stand in it.

    Parameters
    ----------
    frame
        ``Chronicle.carried()``: one row per edition and share.
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
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("symbol:N", sort=list(dict.fromkeys(row["symbol"] for row in rows)), title=None),
        x=alt.X("part:Q", stack="zero", axis=None),
        order="step:Q",
    )
    names = [labels(f"course.{kind}") for kind in kinds]
    bars = base.mark_bar(stroke=_GRID, strokeWidth=0.5).encode(
        color=alt.Color("share:N", scale=alt.Scale(domain=names, range=list(SHARE_COLOURS)), legend=alt.Legend())
    )
    written = base.mark_text(fontSize=11).encode(
        x=alt.X("part:Q", stack="zero", bandPosition=0.5, axis=None), text="text:N", color=alt.value("#1b1b20")
    )
    return _sized(bars + written, title, frame["symbol"].n_unique(), row=20)


def lineages(
    frame: pl.DataFrame, labels: Labels, title: str, name: Callable[[str], str], address: Callable[[str, str], str]
) -> Chart:
    """Return the mandates of a series: a row is a mandate, a cell an edition that holds it, its force written in it.

    An arrow says that the mandate became stronger or weaker there, or both; every cell leads to the paragraph.

    Parameters
    ----------
    frame
        ``Chronicle.grid()``: one row per mandate and edition.
    name, address
        What an edition is called, and where a paragraph of it can be read.
    """
    import altair as alt

    order = {code: place for place, code in enumerate(BANDS)}
    rows = [
        {
            "lineage": row["name"],
            "symbol": name(row["symbol"]),
            "code": row["code"] if row["code"] in order else labels("course.other"),
            "text": row["code"][-1 if row["code"] in order else 0] + row["arrow"],
            "dark": order.get(row["code"], 0) > 2,
            "href": _absolute(address(row["symbol"], row["paragraph"])),
        }
        for row in frame.iter_rows(named=True)
    ]
    present = [code for code in (*BANDS, labels("course.other")) if any(row["code"] == code for row in rows)]
    colours = dict(zip((*BANDS, labels("course.other")), (*BAND_COLOURS, CLASS_COLOURS[1]), strict=True))
    across = [name(symbol) for symbol in frame["symbol"].unique(maintain_order=True)]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y(
            "lineage:N",
            sort=list(dict.fromkeys(row["lineage"] for row in rows)),
            title=None,
            axis=alt.Axis(labelLimit=230),
        ),
        x=alt.X("symbol:N", sort=sorted(across, key=_year), title=None, axis=alt.Axis(orient="top", labelAngle=-60)),
    )
    cells = base.mark_rect(stroke=_GRID, strokeWidth=0.5).encode(
        color=alt.Color(
            "code:N",
            scale=alt.Scale(domain=present, range=[colours[code] for code in present]),
            legend=alt.Legend(columns=6),
        )
    )
    written = base.mark_text(fontSize=10).encode(
        text="text:N",
        href="href:N",
        color=alt.condition(alt.datum.dark, alt.value("#ffffff"), alt.value("#1b1b20")),
    )
    return _sized(cells + written, title, frame["lineage"].n_unique(), row=17, width=24 * len(across))


def survival(frame: pl.DataFrame, labels: Labels, title: str) -> Chart:
    """Return the share of mandates that are still there after so many editions, with its confidence band.

    Parameters
    ----------
    frame
        ``Chronicle.survival()``: one row per number of editions.
    """
    import altair as alt

    base = alt.Chart(_data(frame.to_dicts())).encode(
        x=alt.X("editions:Q", title=labels("course.editions_after"), axis=alt.Axis(tickMinStep=1, grid=False)),
    )
    percent = alt.Axis(format="%", grid=True, gridColor=_GRID, gridDash=[1, 3])
    band = base.mark_area(opacity=0.25, interpolate="step-after", color=CURVE_COLOUR).encode(
        y=alt.Y("low:Q", title=None, axis=percent), y2="high:Q"
    )
    line = base.mark_line(
        interpolate="step-after", color=CURVE_COLOUR, point=alt.OverlayMarkDef(color=CURVE_COLOUR)
    ).encode(y=alt.Y("share:Q"))
    return _sized(band + line, title, 9, width=360)


def _absolute(address: str) -> str:
    return address if "://" in address else _HERE + address


def _year(named: str) -> str:
    return named.rpartition(" ")[2]


def figure(chart: Chart, name: str, alternative: str, table: Html, labels: Labels) -> Html:
    """Return a chart as a figure of a page.

    Parameters
    ----------
    chart
        The chart; its title becomes the caption, where it wraps and can be read out.
    name
        What the chart is called on its page: the ids inside the picture begin with it, the same in every run.
    alternative
        What the chart shows, for readers who do not see it.
    table
        The figures behind the chart.

    Examples
    --------
    >>> from ecoanalysis.views import open_scope
    >>> scope = open_scope(language="en")
    >>> bars = force(scope.force(), scope.labels, "Force")
    >>> drawn = figure(bars, "force", "Bars.", Html("<table></table>"), scope.labels)
    >>> drawn.html[:69]
    '<figure class="chart"><figcaption><strong>Force</strong></figcaption>'
    """
    from markupsafe import escape

    spec = chart.to_dict()
    caption = f"<figcaption><strong>{escape(spec.pop('title', ''))}</strong></figcaption>"
    data = f"<details><summary>{escape(labels('figure.data'))}</summary>{table.html}</details>"
    drawn = svg(spec, name)
    role = "group" if "<a " in drawn else "img"  # the parts of an image are nothing to go to, and links are
    picture = f'<div role="{role}" aria-label="{escape(alternative)}" style="overflow-x:auto">{drawn}</div>'
    return Html(f'<figure class="chart">{caption}{picture}{data}</figure>')


def svg(spec: Mapping[str, Any], name: str) -> str:
    """Return a chart's specification as SVG that fits the width it is given, in the page's own colour of text."""
    import vl_convert

    drawn = str(vl_convert.vegalite_to_svg({**spec, "config": dict(CONFIG)}, vl_version=_vega_lite()))
    width = re.search(r'<svg[^>]*? width="([\d.]+)"', drawn)
    drawn = re.sub(r'(<svg[^>]*?) width="[\d.]+" height="[\d.]+"', r"\1", drawn, count=1)
    widest = 1.25 * float(width[1]) if width else 2 * _WIDE
    sizes = f"width:100%;min-width:{0.6 * widest:.0f}px;max-width:{widest:.0f}px;height:auto"
    style = f"{sizes};overflow:visible;font-family:{FONT}"
    # Said once for the whole picture: its fonts; said beside it: what it shows.
    drawn = re.sub(r' (?:font-family|aria-label|role|aria-roledescription)="[^"]*"', "", drawn)
    drawn = drawn.replace("<svg ", f'<svg style="{style}" focusable="false" ', 1)
    drawn = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', drawn)
    drawn = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", drawn)
    return _shorter(drawn.replace(_INK, "currentColor").replace(_HERE, ""))


def _shorter(drawn: str) -> str:
    """The same picture in fewer bytes: what the marks of a group share is said once, cells of one look are one path."""
    from lxml import etree

    root = etree.fromstring(drawn.encode())
    for text in root.iter("{*}text"):
        if place := _PLACE.fullmatch(text.get("transform", "")):
            del text.attrib["transform"]
            text.set("x", place[1])
            text.set("y", place[2])
    for group in root.iter("{*}g"):
        if "mark-rect" in group.get("class", "").split():
            _one_path(group)
        _say_once(group)
    return str(etree.tostring(root, encoding="unicode")).replace(" xlink:href=", " href=")  # as browsers know it now


_PLACE = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
# Attributes that a mark inherits from its group.
_SHARED = ("fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor", "opacity")


def _one_path(group: Any) -> None:
    """Join the cells of a group that look the same; cells do not overlap, so that their order means nothing."""
    first: dict[tuple[tuple[str, str], ...], Any] = {}
    for mark in list(group):
        look = tuple(sorted((name, value) for name, value in mark.attrib.items() if name != "d"))
        if look in first:
            first[look].set("d", first[look].get("d") + mark.get("d"))
            group.remove(mark)
        else:
            first[look] = mark


def _say_once(group: Any) -> None:
    marks = [child[0] if len(child) and child.tag.endswith("}a") else child for child in group]
    if len(marks) < 2 or len({mark.tag for mark in marks}) > 1:
        return
    for name in _SHARED:
        values = [mark.get(name) for mark in marks]
        if None in values or group.get(name) is not None:
            continue
        group.set(name, most := Counter(values).most_common(1)[0][0])
        for mark in marks:
            if mark.get(name) == most:
                del mark.attrib[name]


@cache
def _vega_lite() -> str:
    """The version of Vega-Lite that Altair writes, as vl-convert names it."""
    import altair as alt

    return ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])


def _data(rows: list[dict[str, Any]]) -> alt.InlineData:
    import altair as alt

    return alt.InlineData(values=rows)


def _in_bars(base: Any) -> Any:
    """The count in the middle of each bar; nothing in a bar of no length."""
    import altair as alt

    return (
        base.transform_filter("datum.count > 0")
        .mark_text(fontSize=11)
        .encode(x=alt.X("count:Q", stack="zero", bandPosition=0.5, axis=None), text="count:Q")
    )


def _order(rows: list[dict[str, Any]], key: str, ranked: bool) -> list[str]:
    total: dict[str, int] = {}
    for row in rows:
        total[row[key]] = total.get(row[key], 0) + row["count"]
    return sorted(total, key=lambda name: (-total[name], name)) if ranked else list(total)


def _sized(chart: Any, title: str, rows: int, row: int = _ROW, width: int = _WIDE) -> Chart:
    sized: Chart = chart.properties(title=title, width=width, height=max(rows, 1) * row)
    return sized
