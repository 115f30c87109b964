"""The signature pictures of a series: what its editions are made of, whom they ask, how old their words are.

Of a corpus without a series the same is drawn over committees.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

from ecoanalysis.measures import BANDS, CLASSES, STRONG, counts, texts, votes
from ecoanalysis.measures import asked as who
from ecoanalysis.measures import survival as course
from ecoanalysis.measures.findings import turning_points
from ecoanalysis.measures.findings.finding import Finding
from ecoanalysis.measures.frames import TEXT
from ecoanalysis.show.drawing import HATCHED, colour_keys, drawn_address, figure, inline_data
from ecoanalysis.show.html import Html, markup
from ecoanalysis.show.notebook import publishing
from ecoanalysis.show.palette import CLASS_COLOURS, FORCE, GRID
from ecoanalysis.show.stacks import Cell, asks_of, by_force, dash_key, stacks
from ecoanalysis.show.stacks import keys as stack_keys
from ecoanalysis.show.view import View
from ecoanalysis.show.wrapping import wrapped

if TYPE_CHECKING:
    from ecoanalysis.show.drawing import Chart

_Points: TypeAlias = list[tuple[str, Finding]]
_WIDE, _HIGH = 620, 300
_NARROW = 330  # of a picture for a phone alone
_BODIES = 400  # of one with names beside it
BODIES = 14
COARSE: Mapping[str, Sequence[str]] = {
    "strong": STRONG,
    "soft": tuple(band for band in BANDS if band not in STRONG),
    "rest": ("DEC", "EVA", "ASR", "REF"),
    "notes": ("NEU",),
}
"""What a clause does, for a first look: it asks strongly or softly, only notes, or does something else."""
_ORDER = (*COARSE, *counts.CODES)
_OF_A_SERIES = 10  # bodies against dates: a page of it has room for
COLOURS = {
    "strong": FORCE[3],
    "soft": FORCE[1],
    "rest": CLASS_COLOURS[0],
    "notes": CLASS_COLOURS[1],
    **dict(zip(BANDS, FORCE, strict=True)),
    **{code: fill for code, fill in zip(CLASSES, CLASS_COLOURS, strict=True) if code != "DIR"},
}


def made_of_figure(view: View, width: int = _WIDE, *, unit: str = "clauses", coarse: bool = False) -> Html:
    """Show what each edition is made of, a bar at its date: from the bottom what it asks, strong first, hedged hatched.

    Counted are clauses, or as ``unit`` their ``words``. Over a bar stands where it was put to a vote. ``coarse`` tells
    four kinds of clause apart instead of all, and no hedges: for a first look.
    """
    frame = counts.composition(view.tables)
    if frame.is_empty() or not frame[unit].fill_null(0).sum():
        return view.say("figure.empty")
    points = _points(view)
    if coarse:
        softening = ("hedging_rose", "hedging_fell")  # what is not drawn is not pointed at
        points = [point for point in points if point[1].template not in softening]
        frame = _coarse(frame)
    return _made_of(view, frame, unit, width, points)


def _coarse(frame: pl.DataFrame) -> pl.DataFrame:
    """The composition of editions in a few kinds, each in one piece."""
    kinds = {code: kind for kind, codes in COARSE.items() for code in codes}
    sorted_out = frame.with_columns(code=pl.col("code").replace_strict(kinds), hedged=pl.lit(False))
    return sorted_out.group_by(*TEXT, "code", "hedged", maintain_order=True).agg(
        pl.col("clauses", "words").sum(),
        pl.col("paragraphs").list.explode(keep_nulls=False, empty_as_null=False),
    )


def _made_of(view: View, frame: pl.DataFrame, unit: str, width: int, points: _Points) -> Html:
    counted = frame.with_columns(count=pl.col(unit).fill_null(0)).group_by("symbol", "code", maintain_order=True)
    cells = counted.agg(pl.col("count").sum())
    wide = cells.pivot("code", index="symbol", values="count", maintain_order=True).fill_null(0)
    shown = [code for code in _ORDER if code in wide.columns]
    heads = {code: means(view, code) for code in shown}
    table = view.table(
        wide.with_columns(official=pl.col("symbol")), f"course_made_of_{unit}", "official", *shown, heads=heads
    )
    last = cells.filter(symbol=view.symbol).select("code", "count").iter_rows()
    items = [f"{means(view, code)} {count}" for code, count in last]
    turns = turns_of(view, unit, points)
    template = "picture.made_of_coarse_alt" if set(shown) <= set(COARSE) else "picture.made_of_alt"
    alternative = view.labels(template, edition=view.symbol, counts=view.labels("punctuation.counts").join(items))
    listed = view.labels("punctuation.counts").join(words for _, words in turns)
    if turns:
        alternative += view.labels("picture.turns_alt", turns=listed)
    name, drawn = f"made-of-{unit}", made_of(view, frame, unit, width, keys=False, turns=turns)
    keys = colour_keys(colours(view, frame["code"]), name)
    how: str = view.labels("punctuation.sentences").join([_made_of_how(view, frame, unit), *_adopted_how(view)])
    small = made_of(view, frame, unit, _NARROW, keys=False, links=False) if width > _WIDE else None
    if turns:  # which a phone has no room for over the bars
        before = view.labels("punctuation.sentences").join([view.labels("picture.turns_alt", turns=listed).strip(), ""])
        how = markup('<span class="on-phone">{}</span>{}', before, how)
    return figure(drawn, name, alternative, table, view.labels, keys, how, small=small)


def _adopted_how(view: View) -> Iterator[str]:
    """How the editions were adopted, as far as any source at hand says it."""
    rows = votes.adoptions(view.opened)
    for how in ("vote", "consensus"):
        symbols = rows.filter(how=how)["symbol"].to_list()
        if symbols:
            yield view.labels(f"picture.adopted_{how}", years=view.labels.join(view.years[each] for each in symbols))
    if unknown := rows.filter(how="unknown").height:
        yield view.labels("picture.adopted_unknown", count=unknown)


def _made_of_how(view: View, frame: pl.DataFrame, unit: str) -> str:
    """How a bar is read: the last one."""
    parts = []
    for row in frame.filter(pl.col("symbol") == view.symbol).sort(_step(), maintain_order=True).iter_rows(named=True):
        hedged = view.labels.bracketed(view.labels("force.hedged_mark")) if row["hedged"] else ""
        parts.append((f"{means(view, row['code'])}{hedged}", row[unit] or 0))
    return view.labels(
        f"picture.made_of_{unit}_how",
        year=view.years[view.symbol],
        count=sum(count for _, count in parts),
        language=view.labels.language_name(view.text_language),
        parts=view.labels("punctuation.counts").join(f"{does} {count}" for does, count in parts),
    )


def _step() -> pl.Expr:
    """The order of a bar's parts from below: strong first, of each what is hedged above what is not."""
    places = {code: place for place, code in enumerate(_ORDER)}
    return 2 * pl.col("code").replace_strict(places, return_dtype=pl.Int64) + pl.col("hedged").cast(pl.Int64)


def colours(view: View, there: Collection[str] = counts.CODES) -> list[tuple[str, str]]:
    """Return what each colour that is ``there`` means, the strongest first."""
    drawn = [(means(view, code), COLOURS[code]) for code in _ORDER if code in there]
    return drawn if set(there) <= set(COARSE) else [*drawn, (view.labels("picture.hedged_part"), HATCHED["D1"])]


def made_of(
    view: View,
    frame: pl.DataFrame,
    unit: str = "clauses",
    width: int = _WIDE,
    *,
    keys: bool = True,
    links: bool = True,
    turns: Sequence[tuple[str, str]] = (),
) -> Chart:
    """Return the bars: ``counts.composition`` of a series, at the dates of its editions, true to scale.

    ``turns`` are editions with a few words, which stand over their bars; ``links``: whether its parts lead to the text.
    """
    import altair as alt

    adopted = _adopted(view)
    dated = frame.filter(pl.col("symbol").is_in(list(adopted)), pl.col("code").is_in(list(COLOURS)))
    rows = [cell(view, row, unit) | {"date": adopted[row["symbol"]].isoformat()} for row in dated.to_dicts()]
    bars = (
        alt.Chart(inline_data(rows))
        .mark_bar(size=7 if width <= _NARROW else 11 if width <= _WIDE else 16, stroke=GRID, strokeWidth=0.3)
        .encode(
            x=dates([row["date"] for row in rows], width=width),
            y=_stacked(alt),
            **linked(alt, links=links and unit == "clauses"),
        )
    )
    tops = {symbol: _top(dated, symbol, unit) for symbol in dated["symbol"].unique(maintain_order=True)}
    marks = [
        {"date": adopted[symbol].isoformat(), "mark": view.labels("picture.voted"), "top": tops[symbol]}
        for symbol in votes.adoptions(view.opened).filter(how="vote")["symbol"]
        if symbol in tops
    ]
    over = (
        alt.Chart(inline_data(marks))
        .mark_text(dy=-8, fontSize=11)
        .encode(x=dates(), y=alt.Y("top:Q"), text=alt.Text("mark:N"))
    )
    stated = _placed([turn for turn in turns if turn[0] in tops], adopted, tops, width)
    layers = [bars, *([over] if marks else []), *_annotations(alt, stated, _size(width))]
    picture = alt.layer(*layers).properties(width=width, height=_HIGH if width >= _WIDE else 200)
    legend = [_keys(alt, colours(view), width)] if keys else []
    title = "coarse" if set(frame["code"]) <= set(COARSE) else unit
    chart: Chart = alt.vconcat(*legend, picture, title=view.labels(f"picture.made_of_{title}", **_span(view)))
    return chart


_YEARS = 45  # editions whose years have room under their bars
_LANE = 2.2  # times their size that a line of words over the bars needs
_LETTER, _SIGN = 0.58, 1.05  # times their size that a letter and a Chinese sign of them need
_SIDE = 16  # pixels at either end of the dates
_YEAR = 15  # pixels from one year to the next, set upright


def _points(view: View) -> _Points:
    """Where the whole series turns; no part of it is asked."""
    return [] if view.scope != "series" or view.theme or view.agency else turning_points(view.opened)


def turns_of(view: View, unit: str, points: _Points | None = None) -> list[tuple[str, str]]:
    """Return where the series turns, as far as a picture in this unit shows it: the edition, and in a few words how.

    What turns between the same two editions is one entry: their years, then what was before and what is after.
    ``points`` are the turning points where they are at hand: to find them takes a while.
    """
    percent = view.labels.percent

    def shown(values: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: percent(round(1000 * value), 1000) if name.endswith("_share") else value
            for name, value in values.items()
        }

    turns: dict[tuple[str, str, str], list[str]] = {}
    for symbol, finding in _points(view) if points is None else points:
        if (finding.unit == "words") == (unit == "words"):
            editions = sorted(view.symbols.index(value) for value in finding.values.values() if value in view.years)
            old, new = (view.years[view.symbols[place]] for place in (editions[0], editions[-1]))
            turns.setdefault((symbol, old, new), []).append(
                view.labels(f"turn.{finding.template}", **shown(finding.values))
            )
    entries = []
    for (symbol, old, new), how in turns.items():
        span = "at" if new == view.years[symbol] else "between"
        entries.append((symbol, view.labels(f"turn.{span}", old=old, new=new, words=view.labels.join(how))))
    return entries


def _placed(
    turns: Sequence[tuple[str, str]], adopted: Mapping[str, Any], tops: Mapping[str, int], width: int
) -> list[dict[str, Any]]:
    """Where the words about editions stand: as low over the bars as there is room, to the left of their own one.

    To the right where the left has no room for them; over several lines, on the wider side, where neither has.
    """
    if not turns:
        return []
    first, last = min(adopted[symbol] for symbol in tops), max(adopted[symbol] for symbol in tops)
    scale = (width - 2 * _SIDE) / max(1, (last - first).days)
    across = {symbol: _SIDE + (adopted[symbol] - first).days * scale for symbol in tops}
    size = _size(width)
    step = _LANE * size * max(tops.values()) / _HIGH
    rows: list[dict[str, Any]] = []
    taken: list[tuple[float, float, float, float]] = []
    for symbol, words in sorted(turns, key=lambda turn: tops[turn[0]]):
        place = across[symbol]
        long, rooms = _long(words, size), (place, width - place)
        late = long <= rooms[0] or rooms[1] < min(long, rooms[0])
        lines = wrapped(words, int((rooms[0] if late else rooms[1]) / _LETTER / size) - 1)
        long = max(_long(line, size) for line in lines)
        left, right = (place - long, place) if late else (place, place + long)
        under = [tops[each] for each, centre in across.items() if left - _SIDE <= centre <= right + _SIDE]
        high = step * len(lines)
        level = max(under) + 2 * step + high
        for low, deep, start, end in sorted(taken):
            if start < right and left < end and level - high < low and low - deep < level:
                level = low + high
        taken.append((level, high, left, right))
        row = {"date": adopted[symbol].isoformat(), "side": "late" if late else "early"}
        for number, line in enumerate(lines):
            below = level - number * step
            foot = below if number else tops[symbol] + step  # the first one has the line to the bar
            rows.append(row | {"foot": foot, "level": below, "words": line})
    return rows


def _long(words: str, size: int) -> float:
    """How many pixels words of a size take on one line."""
    return size * sum(_LETTER if sign.isascii() else _SIGN for sign in words) + 8


def _size(width: int) -> int:
    """How large words over the bars are: the wider the picture, the less it is enlarged on a page."""
    return 11 if width <= _WIDE else 14


def _annotations(alt: Any, rows: Sequence[Mapping[str, Any]], size: int) -> list[Any]:
    """Words over the bars, a line from them to the bar that they are about."""
    if not rows:
        return []
    base = alt.Chart(inline_data(rows)).encode(x=dates())
    rules = base.mark_rule(color=GRID).encode(y=alt.Y("foot:Q"), y2=alt.Y2("level:Q")).properties(name="turns_rules")
    sides = [
        base.transform_filter(f"datum.side == '{side}'")
        .mark_text(align=align, dx=dx, fontSize=size, baseline="top")
        .encode(y=alt.Y("level:Q"), text=alt.Text("words:N"))
        .properties(name=f"turns_{side}")
        for side, align, dx in (("late", "right", -4), ("early", "left", 4))
    ]
    return [rules, *sides]


def cell(view: View, row: Mapping[str, Any], unit: str) -> dict[str, Any]:
    """Return a part of a bar: what it is, how it is filled, and the paragraph that it leads to."""
    hatched = row["hedged"] and row["code"] in HATCHED
    does = means(view, row["code"]) + (f" · {view.labels('force.hedged_mark')}" if row["hedged"] else "")
    return {
        "fill": HATCHED[row["code"]] if hatched else COLOURS[row["code"]],
        "step": 2 * _ORDER.index(row["code"]) + row["hedged"],
        "count": row[unit] or 0,
        "edition": view.named(row["symbol"]),
        "does": does,
        **leading(
            view,
            row["symbol"],
            row["paragraphs"][0],
            f"{does} {row[unit] or 0}",
            *COARSE.get(row["code"], [row["code"]]),
        ),
    }


def linked(alt: Any, *, links: bool = True) -> dict[str, Any]:
    """Return how a part of a bar is drawn; of two pictures with the same parts only one needs the links."""
    led = {"href": "href:N", "description": "says:N"} if links else {}
    tooltip = ["edition:N", "does:N", "count:Q", "words:N"]
    return {"color": alt.Color("fill:N", scale=None), "order": "step:Q", "tooltip": tooltip, **led}


def leading(view: View, symbol: str, paragraph: str, says: str, *codes: str, whom: str = "") -> dict[str, Any]:
    """Return where a mark leads, what the link is called, and in the Lab the row of the clause that it leads to.

    ``codes`` are what is counted, ``whom`` the body that it asks: the row is that of such a clause, with its paragraph.
    A page has the words behind the link; on it they would weigh more than all else that it shows.
    """
    words = "" if publishing() else _row(view, symbol, paragraph, codes, whom)
    called = " · ".join(filter(None, (view.years.get(symbol, ""), says, words)))
    return {"href": drawn_address(view.address(symbol, paragraph)), "says": called, "words": words}


def _row(view: View, symbol: str, paragraph: str, codes: Collection[str], whom: str) -> str:
    """The row of the first clause of a paragraph that is counted, or of its first where no code is named."""
    counted = [each for each in view.rows.of(symbol, paragraph) if not codes or each.code in codes]
    row = next((each for each in counted if whom in each.whom), counted[0] if counted else None)
    words = " · ".join(row.label) if row else ""
    return view.labels("picture.for_one", paragraph=paragraph, row=words) if words and codes else words


def _stacked(alt: Any) -> Any:
    axis = alt.Axis(orient="right", tickCount=5, grid=True, gridColor=GRID, gridDash=[1, 3])
    return alt.Y("count:Q", stack="zero", title=None, axis=axis)  # the caption says what is counted


def _top(frame: pl.DataFrame, symbol: str, unit: str) -> int:
    return int(frame.filter(symbol=symbol)[unit].fill_null(0).sum())


def means(view: View, code: str) -> str:
    """Return what a clause of a band or a class does, in words."""
    group = "band" if code in BANDS else "coarse" if code in COARSE else "class"
    return view.labels(f"{group}.{code}")


def _apart(days: Iterable[str], width: int) -> list[str]:
    """The days whose years have room under a picture of this width, the last one first.

    Examples
    --------
    >>> _apart(["2000-01-01", "2001-01-01", "2021-01-01", "2023-01-01"], 330)
    ['2001-01-01', '2021-01-01', '2023-01-01']
    """
    left = sorted(set(days))
    if not left or width >= _WIDE:
        return left
    first, last = (date.fromisoformat(day) for day in (left[0], left[-1]))
    least = _YEAR * max(1, (last - first).days) / (width - 2 * _SIDE)
    kept = [left[-1]]
    for day in reversed(left[:-1]):
        if (date.fromisoformat(kept[-1]) - date.fromisoformat(day)).days >= least:
            kept.append(day)
    return sorted(kept)


def dates(days: Iterable[str] = (), field: str = "date", width: int = _WIDE) -> Any:
    """Return the dates across, true to scale: the year under each edition, or as many years as there is room for.

    Examples
    --------
    >>> dates(["2023-09-01"]).to_dict()["axis"]["format"]
    '%Y'
    """
    import altair as alt

    stated = _apart(days, width)
    if 0 < len(stated) <= _YEARS:
        axis = alt.Axis(format="%Y", values=stated, labelAngle=-90, labelOverlap=False, grid=False)
    else:
        axis = alt.Axis(format="%Y", tickCount="year", labelOverlap="greedy", labelSeparation=10, grid=False)
    return alt.X(f"{field}:T", title=None, scale=alt.Scale(nice=False, padding=_SIDE), axis=axis)


def _adopted(view: View) -> dict[str, Any]:
    return dict(texts(view.opened).select("symbol", "adopted_on").drop_nulls().iter_rows())


def _keys(alt: Any, pairs: Iterable[tuple[str, str]], width: int = _WIDE) -> Any:
    """A legend whose words stand beside their colours, in rows that a phone can show."""
    rows = [{"word": word, "fill": fill, "x": place % 4, "y": place // 4} for place, (word, fill) in enumerate(pairs)]
    base = alt.Chart(inline_data(rows)).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 4])), y=alt.Y("y:O", axis=None)
    )
    squares = base.mark_square(size=130, opacity=1, stroke=GRID, strokeWidth=0.5).encode(
        color=alt.Color("fill:N", scale=None)
    )
    words = base.mark_text(align="left", dx=11, fontSize=12).encode(text=alt.Text("word:N"))
    return alt.layer(squares, words).properties(width=width, height=66)


# Who is asked


def who_is_asked_figure(view: View) -> Html:
    """Show parties against dates: a block for each directive, the colour how strongly; a dash where only named.

    Under it stand the reports asked for, filled where a later edition takes note of one.
    """
    frame = counts.directives_by(view.tables, "symbol", "agency")
    if frame.is_empty():
        return view.say("agencies.asked_none")
    often = frame.group_by("agency", maintain_order=True).agg(
        pl.col("symbol").n_unique(), pl.col("directives", "hedged").sum()
    )
    order = often.sort("symbol", "directives", "agency", descending=[True, True, False], maintain_order=True)
    asking = dict(order.head(_OF_A_SERIES).select("agency", "symbol").iter_rows())
    cells = cells_of(view, list(asking))
    reports = _reports(view)
    drawn = who_is_asked(view, cells, asking, reports)
    some = frame.filter(pl.col("agency").is_in(list(asking)))
    wide = some.with_columns(count=counted()).pivot("symbol", index="agency", values="count", maintain_order=True)
    across = [symbol for symbol in view.symbols if symbol in wide.columns]
    heads = {symbol: view.named(symbol) for symbol in across}
    table = view.table(wide, "course_who", "agency", *across, heads=heads)
    items = [
        f"{view.short(agency)} {count}"
        for agency, count in often.filter(pl.col("agency").is_in(list(asking)))
        .sort("directives", descending=True, maintain_order=True)
        .select("agency", counted())
        .iter_rows()
    ]
    alternative = view.labels("picture.who_alt", counts=view.labels("punctuation.counts").join(items))
    keys = colour_keys(stack_keys(view, [cell.asks for cell in cells]), "who-key", *_signs(view, cells, reports))
    return figure(drawn, "who", alternative, table, view.labels, keys, who_how(view, cells))


def _signs(view: View, cells: Sequence[Cell], reports: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    """What the other marks mean that are drawn."""
    yield markup("<span>{}</span> ", view.labels("picture.block"))
    if not all(cell.asks for cell in cells):
        yield dash_key(view)
    states = {row["status"] for row in reports}
    signs = (
        f"{sign} {view.labels(f'picture.report_{state}')}" for state, sign in REPORT_MARKS.items() if state in states
    )
    if states:
        yield markup("<span>{}</span>", view.labels("picture.reports_key", signs=view.labels.join(signs)))


def who_how(view: View, cells: Sequence[Cell]) -> str:
    """Return how a stack is read: of those with most kinds of blocks the highest, the latest."""

    def kinds(cell: Cell) -> int:
        return sum((count > hedged) + (hedged > 0) for count, hedged in cell.asks.values())

    best = max(reversed(cells), key=lambda cell: (kinds(cell), cell.count))
    return view.labels(
        "picture.who_how",
        row=best.values["who"],
        column=best.values["column"],
        count=best.count,
        does=best.values["does"],
    )


def counted() -> pl.Expr:
    """Return how many directives there are, and in brackets how many of them are hedged."""
    hedged = pl.when(pl.col("hedged") > 0).then(pl.format(" ({})", "hedged")).otherwise(pl.lit(""))
    return pl.concat_str(pl.col("directives").cast(pl.String), hedged)


def cells_of(view: View, bodies: Sequence[str]) -> list[Cell]:
    """Return what each edition asks of each of some bodies, or that it names them."""
    adopted, asking_in = _adopted(view), _first_asking(view)
    asks = asks_of(counts.directives_by(view.tables, "symbol", "agency", "band"), "symbol", "agency")
    mentioned = who.named(view.opened).filter(pl.col("agency").is_in(bodies), pl.col("symbol").is_in(list(adopted)))
    cells = []
    for row in mentioned.iter_rows(named=True):
        place = row["symbol"], row["agency"]
        there, name = asks.get(place, {}), view.short(row["agency"])
        does = by_force(view, there)
        named_in = next(iter(row["paragraphs"]), "title")
        # On a page a dash leads nowhere: the text of the edition has all places of a name.
        paragraph = asking_in.get(place, named_in)
        led = (
            leading(view, row["symbol"], paragraph, f"{name}: {does}", *there, whom=name)
            if there or not publishing()
            else {}
        )
        words = {"who": name, "edition": view.named(row["symbol"]), "column": view.years[row["symbol"]], "does": does}
        cells.append(Cell(bodies.index(row["agency"]), adopted[row["symbol"]].isoformat(), there, words | led))
    return cells


def who_is_asked(
    view: View, cells: Sequence[Cell], asking: Mapping[str, int], reports: Sequence[Mapping[str, Any]] = ()
) -> Chart:
    """Return parties against dates: ``asking`` are the bodies with the number of editions that ask each."""
    import altair as alt

    names = [f"{view.short(body)} ({count})" for body, count in asking.items()]
    x = dates([cell.across for cell in cells], "across", _BODIES)
    above = stacks(alt, cells, names, x, "right").properties(width=_BODIES)
    strip = [_strip(alt, view, reports)] if reports else []
    title = view.labels("picture.who", shown=len(asking), editions=len(view.symbols), **_span(view))
    chart: Chart = alt.vconcat(above, *strip, title=title)
    return chart


def _span(view: View) -> dict[str, str]:
    """The years of the first and the last edition."""
    return {"first": view.years[view.symbols[0]], "last": view.years[view.symbol]}


def _first_asking(view: View) -> dict[tuple[str, str], str]:
    """The paragraph of each text in which it first asks each body."""
    first = view.tables["requests"].drop_nulls("agency").unique(["symbol", "agency"], keep="first", maintain_order=True)
    return {(symbol, agency): id for symbol, agency, id in first.select("symbol", "agency", "paragraph").iter_rows()}


REPORT_MARKS = {"met": "●", "open": "◐", "unseen": "○", "undated": "?"}


def _reports(view: View) -> list[dict[str, Any]]:
    """The reports asked for, edition by edition, and what became of them."""
    if "obligations" not in view.tables:
        return []
    adopted = _adopted(view)
    return [
        {
            "date": adopted[row["symbol"]].isoformat(),
            "status": row["status"],
            "mark": REPORT_MARKS[row["status"]],
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


def _strip(alt: Any, view: View, reports: Sequence[Mapping[str, Any]]) -> Any:
    """A mark for the report that each edition asks for: filled where a later one takes note of it."""
    strip = (
        alt.Chart(inline_data(reports))
        .mark_text(fontSize=14)
        .encode(
            x=dates().axis(None),
            y=alt.Y("who:N", title=None, axis=alt.Axis(orient="right")),
            text=alt.Text("mark:N"),
            href=alt.Href("href:N"),
            tooltip=[alt.Tooltip("edition:N"), alt.Tooltip("does:N")],
        )
    )
    return strip.properties(width=_BODIES, height=26)


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
    keys = colour_keys(_age_keys(view, _oldest(frame)), "ages-key")
    return words + figure(drawn, "ages", alternative, table, view.labels, keys, _ages_how(view, frame, medians))


def _oldest(frame: pl.DataFrame) -> int:
    return max(int(frame["years"].max() or 1), 1)  # type: ignore[arg-type]


_AGES = ("#f1f0ea", *FORCE)


def _age_keys(view: View, oldest: int) -> list[tuple[str, str]]:
    """What the tints mean: how much older words are."""
    years = [round(oldest * place / (len(_AGES) - 1)) for place in range(len(_AGES))]
    words = [view.labels("picture.ages_key", years=each) if each else view.labels("picture.ages_new") for each in years]
    return list(zip(words, _AGES, strict=True))


def _ages_how(view: View, frame: pl.DataFrame, medians: Mapping[str, int]) -> str:
    """How a bar is read: the one of most tints."""
    tints = frame.group_by("paragraph", maintain_order=True).agg(pl.col("years").n_unique(), pl.col("last").max())
    paragraph, _, words = tints.sort("years", descending=True, maintain_order=True).row(0)
    return view.labels("picture.ages_how", paragraph=paragraph, words=words, years=medians[paragraph])


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

    oldest = _oldest(frame)
    rows = [
        {
            "paragraph": row["paragraph"],
            "first": row["first"],
            "last": row["last"],
            "fill": _AGES[min(len(_AGES) - 1, round((len(_AGES) - 1) * row["years"] / oldest))],
            "born": view.named(row["born"]),
        }
        for row in frame.iter_rows(named=True)
    ]
    order = list(dict.fromkeys(row["paragraph"] for row in rows))
    widest = max((row["last"] for row in rows), default=1)
    y = alt.Y("paragraph:N", sort=order, title=None)
    bars = (
        alt.Chart(inline_data(rows))
        .mark_bar(height=12)
        .encode(
            y=y,
            x=alt.X(
                "first:Q",
                title=view.labels("column.words"),
                scale=alt.Scale(domain=[0, widest * 1.1]),
                axis=alt.Axis(orient="top", tickCount=5),
            ),
            x2=alt.X2("last:Q"),
            color=alt.Color("fill:N", scale=None),
            tooltip=[alt.Tooltip("paragraph:N"), alt.Tooltip("born:N")],
        )
    )
    ends = [
        {"paragraph": id, "zero": 0, "last": widest * 1.02, "text": str(median)}
        | leading(view, symbol, id, view.labels("picture.ages_of", paragraph=id, years=median))
        for id, median in medians.items()
    ]
    whole = (
        alt.Chart(inline_data(ends))
        .mark_bar(height=15, fillOpacity=0)
        .encode(
            y=y,
            x=alt.X("zero:Q"),
            x2=alt.X2("last:Q"),
            href=alt.Href("href:N"),
            description=alt.Description("says:N"),
            tooltip=[alt.Tooltip("paragraph:N"), alt.Tooltip("words:N")],
        )
    )
    margin = (
        alt.Chart(inline_data(ends))
        .mark_text(align="left", fontSize=11)
        .encode(y=y, x=alt.X("last:Q"), text=alt.Text("text:N"))
    )
    title = view.labels("picture.ages", edition=symbol)
    chart: Chart = alt.layer(bars, margin, whole).properties(width=_WIDE - 160, height=16 * len(order), title=title)
    return chart
