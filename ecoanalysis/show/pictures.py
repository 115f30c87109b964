"""The signature pictures of a series: what its editions are made of, whom they ask, how old their words are.

Of a corpus without a series the same is drawn over committees.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

from ecoanalysis.measures import BANDS, CLASSES, counts, texts, votes
from ecoanalysis.measures import asked as who
from ecoanalysis.measures import survival as course
from ecoanalysis.measures.findings import Finding, turning_points
from ecoanalysis.show.drawing import HATCHED, colour_keys, drawn_address, figure
from ecoanalysis.show.html import Html, markup
from ecoanalysis.show.notebook import publishing
from ecoanalysis.show.palette import CLASS_COLOURS, FORCE, GRID, PAPER
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from ecoanalysis.show.drawing import Chart

_Points: TypeAlias = list[tuple[str, Finding]]
_WIDE, _HIGH = 620, 300
BODIES = 14
COLOURS = {
    **dict(zip(BANDS, FORCE, strict=True)),
    **{code: fill for code, fill in zip(CLASSES, CLASS_COLOURS, strict=True) if code != "DIR"},
}


def made_of_figure(view: View, width: int = _WIDE, *, both: bool = True) -> Html:
    """Show what each edition is made of, a bar at its date: from the bottom what it asks, strong first, hedged hatched.

    Clauses are counted; the same in words is one click away, unless ``both`` is false. A mark over a bar says how the
    edition was adopted.
    """
    frame = counts.composition(view.tables)
    if frame.is_empty():
        return view.say("figure.empty")
    points = _points(view)
    drawn = _made_of(view, frame, "clauses", width, points)
    return drawn + _folded(view, frame, width, points) if both else drawn


def _folded(view: View, frame: pl.DataFrame, width: int, points: _Points) -> Html:
    """The same picture in the other unit, folded away."""
    if not frame["words"].sum():
        return Html("")
    inside = _made_of(view, frame, "words", width, points)
    return Html(
        str(markup('<details class="unit"><summary>{}</summary>{}</details>', view.labels("picture.in_words"), inside))
    )


def _made_of(view: View, frame: pl.DataFrame, unit: str, width: int, points: _Points) -> Html:
    counted = frame.with_columns(count=pl.col(unit).fill_null(0)).group_by("symbol", "code", maintain_order=True)
    cells = counted.agg(pl.col("count").sum())
    wide = cells.pivot("code", index="symbol", values="count", maintain_order=True).fill_null(0)
    shown = [code for code in counts.CODES if code in wide.columns]
    heads = {code: means(view, code) for code in shown}
    table = view.table(
        wide.with_columns(official=pl.col("symbol")), f"course_made_of_{unit}", "official", *shown, heads=heads
    )
    last = cells.filter(symbol=view.symbol).select("code", "count").iter_rows()
    items = [f"{means(view, code)} {count}" for code, count in last]
    turns = turns_of(view, unit, points)
    alternative = view.labels(
        "picture.made_of_alt", edition=view.symbol, counts=view.labels("punctuation.counts").join(items)
    )
    if turns:
        listed = [f"{view.named(symbol)} {words}" for symbol, words in turns]
        alternative += view.labels("picture.turns_alt", turns=view.labels("punctuation.counts").join(listed))
    name, drawn = f"made-of-{unit}", made_of(view, frame, unit, width, keys=False, turns=turns)
    ballots = markup('<p class="keys">{}</p>', view.labels("picture.ballots"))
    keys = (
        colour_keys(colours(view, frame["code"]), name) + ballots if unit == "clauses" else ""
    )  # the other stands right below it
    return figure(drawn, name, alternative, table, view.labels, keys)


def colours(view: View, there: Collection[str] = counts.CODES) -> list[tuple[str, str]]:
    """Return what each colour that is ``there`` means, the strongest first."""
    return [
        *((means(view, code), COLOURS[code]) for code in counts.CODES if code in there),
        (view.labels("force.hedged_mark"), HATCHED["D3"]),
    ]


def made_of(
    view: View,
    frame: pl.DataFrame,
    unit: str = "clauses",
    width: int = _WIDE,
    *,
    keys: bool = True,
    turns: Sequence[tuple[str, str]] = (),
) -> Chart:
    """Return the bars: ``counts.composition`` of a series, at the dates of its editions, true to scale.

    ``turns`` are editions with a few words, which stand over their bars.
    """
    import altair as alt

    adopted = _adopted(view)
    dated = frame.filter(pl.col("symbol").is_in(list(adopted)), pl.col("code").is_in(list(COLOURS)))
    rows = [cell(view, row, unit) | {"date": adopted[row["symbol"]].isoformat()} for row in dated.to_dicts()]
    bars = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(size=11, stroke=GRID, strokeWidth=0.3)
        .encode(
            x=_dates(alt, [row["date"] for row in rows]),
            y=_stacked(alt, view, unit),
            **linked(alt, links=unit == "clauses"),
        )
    )
    tops = {symbol: _top(dated, symbol, unit) for symbol in dated["symbol"].unique(maintain_order=True)}
    marks = [
        {"date": adopted[row["symbol"]].isoformat(), "mark": _MARKS[row["how"]], "top": tops[row["symbol"]]}
        for row in votes.adoptions(view.opened).iter_rows(named=True)
        if row["symbol"] in tops
    ]
    over = (
        alt.Chart(alt.InlineData(values=marks))
        .mark_text(dy=-8, fontSize=11)
        .encode(x=_dates(alt), y=alt.Y("top:Q"), text="mark:N")
    )
    stated = [turn for turn in turns if turn[0] in tops]
    layers = [bars, over, *_annotations(alt, stated, adopted, tops)]
    picture = alt.layer(*layers).properties(width=width, height=_HIGH + _LANE * len(stated))
    legend = [_keys(alt, colours(view), width)] if keys else []
    chart: Chart = alt.vconcat(*legend, picture, title=view.labels(f"picture.made_of_{unit}"))
    return chart


_MARKS = {"vote": "☒", "consensus": "✓", "unknown": "○"}
_YEARS = 45  # editions whose years have room under their bars
_LANE = 18  # pixels that the words over the bars need


def _points(view: View) -> _Points:
    """Where the whole series turns; no part of it is asked."""
    return [] if view.scope != "series" or view.theme or view.agency else turning_points(view.opened)


def turns_of(view: View, unit: str, points: _Points | None = None) -> list[tuple[str, str]]:
    """Return where the series turns, as far as a picture in this unit shows it: the edition, and in a few words how.

    ``points`` are the turning points where they are at hand: to find them takes a while.
    """
    percent = view.labels.percent

    def shown(values: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: percent(round(1000 * value), 1000) if name.endswith("_share") else value
            for name, value in values.items()
        }

    return [
        (symbol, view.labels(f"turn.{finding.template}", **shown(finding.values)))
        for symbol, finding in (_points(view) if points is None else points)
        if (finding.unit == "words") == (unit == "words")
    ]


def _annotations(
    alt: Any, turns: Sequence[tuple[str, str]], adopted: Mapping[str, Any], tops: Mapping[str, int]
) -> list[Any]:
    """Words over the bars, each in a lane of its own, a line from them to the bar; late ones stand to its left."""
    if not turns:
        return []
    first, tallest = min(adopted[symbol] for symbol in tops), max(tops.values())
    middle = first + (max(adopted[symbol] for symbol in tops) - first) / 2
    early = [turn for turn in reversed(turns) if adopted[turn[0]] <= middle]
    lanes = [*early, *(turn for turn in turns if turn not in early)]
    step = _LANE * tallest / _HIGH
    rows = [
        {
            "date": adopted[symbol].isoformat(),
            "foot": tops[symbol] + step,
            "level": tallest + step * (lane + 1.2),
            "words": words,
            "side": "late" if adopted[symbol] > middle else "early",
        }
        for lane, (symbol, words) in enumerate(lanes)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=_dates(alt))
    rules = base.mark_rule(color=GRID).encode(y=alt.Y("foot:Q"), y2="level:Q")
    sides = [
        base.transform_filter(f"datum.side == '{side}'")
        .mark_text(align=align, dx=dx, fontSize=11, baseline="top")
        .encode(y=alt.Y("level:Q"), text="words:N")
        for side, align, dx in (("late", "right", -4), ("early", "left", 4))
    ]
    return [rules, *sides]


def cell(view: View, row: Mapping[str, Any], unit: str) -> dict[str, Any]:
    """Return a part of a bar: what it is, how it is filled, and the paragraph that it leads to."""
    hatched = row["hedged"] and row["code"] in HATCHED
    does = means(view, row["code"]) + (f" · {view.labels('force.hedged_mark')}" if row["hedged"] else "")
    return {
        "fill": HATCHED[row["code"]] if hatched else COLOURS[row["code"]],
        "step": 2 * counts.CODES.index(row["code"]) + row["hedged"],
        "count": row[unit] or 0,
        "edition": view.named(row["symbol"]),
        "does": does,
        **leading(view, row["symbol"], row["paragraphs"][0], f"{does} {row[unit] or 0}", row["code"]),
    }


def linked(alt: Any, *, links: bool = True) -> dict[str, Any]:
    """Return how a part of a bar is drawn; of two pictures with the same parts only one needs the links."""
    led = {"href": "href:N", "description": "says:N"} if links else {}
    tooltip = ["edition:N", "does:N", "count:Q", "words:N"]
    return {"color": alt.Color("fill:N", scale=None), "order": "step:Q", "tooltip": tooltip, **led}


def leading(view: View, symbol: str, paragraph: str, says: str, code: str = "") -> dict[str, Any]:
    """Return where a mark leads, what the link is called, and in the Lab the row of the clause that it leads to.

    A page has the words behind the link; on it they would weigh more than all else that it shows.
    """
    words = "" if publishing() else _row(view, symbol, paragraph, code)
    called = " · ".join(filter(None, (view.years.get(symbol, ""), says, words)))
    return {"href": drawn_address(view.address(symbol, paragraph)), "says": called, "words": words}


def _row(view: View, symbol: str, paragraph: str, code: str) -> str:
    rows = view.rows.of(symbol, paragraph)
    row = next((each for each in rows if each.code == code), rows[0] if rows else None)
    return " · ".join(row.label) if row else ""


def _stacked(alt: Any, view: View, unit: str) -> Any:
    axis = alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3])
    return alt.Y("count:Q", stack="zero", title=view.labels(f"column.{unit}"), axis=axis)


def _top(frame: pl.DataFrame, symbol: str, unit: str) -> int:
    return int(frame.filter(symbol=symbol)[unit].fill_null(0).sum())


def means(view: View, code: str) -> str:
    """Return what a clause of a band or a class does, in words."""
    return view.labels(f"band.{code}" if code in BANDS else f"class.{code}")


def _dates(alt: Any, days: Iterable[str] = ()) -> Any:
    """The dates across, true to scale: the year under each edition, or as many years as there is room for."""
    stated = sorted(set(days))
    if 0 < len(stated) <= _YEARS:
        axis = alt.Axis(format="%Y", values=stated, labelAngle=-90, labelOverlap=False, grid=False)
    else:
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
    frame = counts.directives_by(view.tables, "symbol", "agency")
    if frame.is_empty():
        return view.say("agencies.asked_none")
    often = frame.group_by("agency", maintain_order=True).agg(
        pl.col("symbol").n_unique(), pl.col("directives", "hedged").sum()
    )
    shown = (
        often.sort("symbol", "directives", "agency", descending=[True, True, False], maintain_order=True)
        .head(BODIES)["agency"]
        .to_list()
    )
    some = frame.filter(pl.col("agency").is_in(shown))
    drawn = who_is_asked(view, some, shown)
    wide = some.with_columns(count=counted()).pivot("symbol", index="agency", values="count", maintain_order=True)
    across = [symbol for symbol in view.symbols if symbol in wide.columns]
    heads = {symbol: view.named(symbol) for symbol in across}
    table = view.table(wide, "course_who", "agency", *across, heads=heads)
    items = [
        f"{view.short(agency)} {count}"
        for agency, count in often.filter(pl.col("agency").is_in(shown))
        .sort("directives", descending=True, maintain_order=True)
        .select("agency", counted())
        .iter_rows()
    ]
    alternative = view.labels("picture.who_alt", counts=view.labels("punctuation.counts").join(items))
    signs = [view.labels(f"picture.{name}") for name in ("hedged_key", "ring", "absent", "reports_key")]
    words = markup('<p class="keys"><span>{}</span></p>', view.labels("punctuation.sentences").join(signs))
    bands = [band for band in BANDS if some[band].sum()]
    keys = colour_keys([*((means(view, band), COLOURS[band]) for band in bands), hedged_key(view)], "who-key")
    return figure(drawn, "who", alternative, table, view.labels, keys + words)


def hedged_key(view: View) -> tuple[str, str]:
    """Return what hatching means, and the tint that is hatched."""
    return view.labels("picture.hedged_part"), HATCHED["D3"]


def counted() -> pl.Expr:
    """Return how many directives there are, and in brackets how many of them are hedged."""
    hedged = pl.when(pl.col("hedged") > 0).then(pl.format(" ({})", "hedged")).otherwise(pl.lit(""))
    return pl.concat_str(pl.col("directives").cast(pl.String), hedged)


def strongest() -> pl.Expr:
    """Return the strongest band by which something is asked."""
    return pl.coalesce(*(pl.when(pl.col(band) > 0).then(pl.lit(band)) for band in reversed(BANDS)))


def who_is_asked(view: View, frame: pl.DataFrame, bodies: list[str]) -> Chart:
    """Return parties against dates: ``counts.directives_by`` by symbol and agency."""
    import altair as alt

    adopted = _adopted(view)
    bands = _bands_by_hedging(view)
    asking = {
        (key := (row["symbol"], row["agency"])): row | bands.get(key, {})
        for row in frame.with_columns(force=strongest()).iter_rows(named=True)
    }
    mentioned = who.named(view.opened).filter(pl.col("agency").is_in(bodies))
    asking_in = _first_asking(view)
    rows = [
        _mark(view, adopted, row, asking.get((row["symbol"], row["agency"])), asking_in)
        for row in mentioned.iter_rows(named=True)
        if row["symbol"] in adopted
    ]
    order, most = [view.short(body) for body in bodies], max((row["count"] for row in rows), default=1)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=_dates(alt, [row["date"] for row in rows]),
        y=alt.Y("who:N", sort=order, title=None, axis=alt.Axis(grid=True, gridColor=GRID, gridDash=[1, 3])),
        tooltip=["who:N", "edition:N", "does:N", "words:N"],
    )
    led = {"href": "href:N", "description": "says:N"}
    rings = base.transform_filter("datum.count == 0").mark_point(filled=False, size=26, color=GRID, strokeWidth=1.2)
    rings = rings.encode(**led)
    marks = sized(alt, base, most, "datum.count > 2", led)
    above = alt.layer(rings, *marks).properties(width=_WIDE - 120, height=24 * len(bodies))
    strips = [
        _sizes(alt, view, most),
        above,
        *_reports(view, alt, adopted),
    ]
    chart: Chart = alt.vconcat(*strips, title=view.labels("picture.who", shown=len(bodies)))
    return chart


def _area(alt: Any, most: int, field: str = "count", widest: int = 420) -> Any:
    scale = alt.Scale(type="linear", domain=[0, max(1, most)], range=[0, widest])
    return alt.Size(f"{field}:Q", scale=scale, legend=None)


def sized(
    alt: Any, base: Any, most: int, written: str, led: Mapping[str, str], *, widest: int = 420
) -> tuple[Any, Any, Any, Any]:
    """Return marks whose area is how much is asked, hatched as far as it is hedged, numbers on those ``written``.

    What is hedged through and through is hatched as a whole, what is in part as far as around a core of the rest.
    """
    filled = {name: alt.Color(f"{name}:N", scale=None) for name in ("fill", "core")}
    outlined = {"opacity": 1, "stroke": GRID, "strokeWidth": 0.6}
    whole = base.transform_filter("datum.count > 0").mark_circle(**outlined)
    cores = base.transform_filter("datum.rest > 0 && datum.rest < datum.count").mark_circle(**outlined, aria=False)
    numbers = base.transform_filter(written).encode(text="count:Q")
    return (
        whole.encode(size=_area(alt, most, widest=widest), color=filled["fill"], **led),
        cores.encode(size=_area(alt, most, "rest", widest), color=filled["core"]),
        numbers.mark_text(fontSize=10, aria=False, stroke=PAPER, strokeWidth=2),  # legible on stripes
        numbers.mark_text(fontSize=10, aria=False),
    )


def _sizes(alt: Any, view: View, most: int) -> Any:
    """The key of sizes, where a phone shows it: how many directives the area of a circle is."""
    sizes = sorted({1, max(1, round(most / 2)), max(1, most)})
    rows = [{"count": count, "x": place, "word": str(count)} for place, count in enumerate(sizes, 6)]
    rows.append({"count": 0, "x": 3, "word": view.labels("picture.sizes")})
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 10])), y=alt.value(13)
    )
    circles = base.mark_circle(opacity=1, color=GRID).encode(size=_area(alt, most))
    beside = base.transform_filter("datum.count > 0").mark_text(align="left", dx=14, fontSize=12)
    leads = base.transform_filter("datum.count == 0").mark_text(align="left", fontSize=12)
    words = [layer.encode(text="word:N") for layer in (beside, leads)]
    return alt.layer(circles, *words).properties(width=_WIDE - 60, height=26)


def _first_asking(view: View) -> dict[tuple[str, str], str]:
    """The paragraph of each text in which it first asks each body."""
    first = view.tables["requests"].drop_nulls("agency").unique(["symbol", "agency"], keep="first", maintain_order=True)
    return {(symbol, agency): id for symbol, agency, id in first.select("symbol", "agency", "paragraph").iter_rows()}


def _mark(
    view: View,
    adopted: dict[str, Any],
    row: dict[str, Any],
    asked: dict[str, Any] | None,
    asking_in: Mapping[tuple[str, str], str],
) -> dict[str, Any]:
    band = asked["force"] if asked else None
    does = asks(view, asked) if asked else view.labels("picture.named_only")
    named_in = next(iter(row["paragraphs"]), "title")
    paragraph = asking_in.get((row["symbol"], row["agency"]), named_in) if asked else named_in
    return {
        "date": adopted[row["symbol"]].isoformat(),
        "who": view.short(row["agency"]),
        **sizes_and_colours(asked),
        "edition": view.named(row["symbol"]),
        "does": does,
        **leading(view, row["symbol"], paragraph, f"{view.short(row['agency'])}: {does}", band or ""),
    }


def asks(view: View, asked: Mapping[str, Any]) -> str:
    """Return in words a row of ``counts.directives_by``: how many directives, the strongest, how many hedged."""
    count, force = asked["directives"], means(view, asked["force"])
    does = force if count == 1 else view.labels("picture.several", directives=count, force=force)
    return " · ".join(filter(None, (does, some_hedged(view, asked))))


def some_hedged(view: View, asked: Mapping[str, Any]) -> str:
    """Return in words how many directives of a row of ``counts.directives_by`` are hedged; nothing where none is."""
    if asked["directives"] == asked["hedged"] == 1:
        return view.labels("force.hedged_mark")
    return view.labels("picture.some_hedged", hedged=asked["hedged"]) if asked["hedged"] else ""


def sizes_and_colours(asked: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return size and colours of a mark: a row of ``counts.directives_by`` with its ``force``; None is only named."""
    if not asked:
        return {"count": 0, "rest": 0, "fill": "none", "core": "none"}
    count, hedged, band = asked["directives"], asked["hedged"], asked["force"]
    fill = HATCHED[asked.get("hedged_band") or band] if hedged else COLOURS[band]
    return {"count": count, "rest": count - hedged, "fill": fill, "core": COLOURS[asked.get("plain_band") or band]}


def _bands_by_hedging(view: View) -> dict[tuple[str, str], dict[str, str | None]]:
    """The strongest band of what each edition asks each body with a hedge, and of what without."""
    asks = who.parties(view.tables).drop_nulls("agency")
    strongest_of = asks.group_by("symbol", "agency", maintain_order=True).agg(
        hedged_band=pl.col("band").filter(pl.col("hedged")).max(),
        plain_band=pl.col("band").filter(~pl.col("hedged")).max(),
    )
    return {(row.pop("symbol"), row.pop("agency")): row for row in strongest_of.iter_rows(named=True)}


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
            "href": drawn_address(view.address(row["symbol"], row["paragraph"])),
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
        .encode(
            x=_dates(alt).axis(None),
            y=alt.Y("who:N", title=None),
            text="mark:N",
            href="href:N",
            tooltip=["edition:N", "does:N"],
        )
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
    alternative = view.labels("picture.ages_alt", edition=symbol, counts=view.labels("punctuation.counts").join(items))
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
    ends = [
        {"paragraph": id, "zero": 0, "last": widest * 1.02, "text": str(median)}
        | leading(view, symbol, id, view.labels("picture.ages_of", paragraph=id, years=median))
        for id, median in medians.items()
    ]
    whole = (
        alt.Chart(alt.InlineData(values=ends))
        .mark_bar(height=15, fillOpacity=0)
        .encode(y=y, x="zero:Q", x2="last:Q", href="href:N", description="says:N", tooltip=["paragraph:N", "words:N"])
    )
    margin = (
        alt.Chart(alt.InlineData(values=ends))
        .mark_text(align="left", fontSize=11)
        .encode(y=y, x="last:Q", text="text:N")
    )
    title = view.labels("picture.ages", edition=symbol)
    chart: Chart = alt.layer(bars, margin, whole).properties(width=_WIDE - 60, height=16 * len(order), title=title)
    return chart
