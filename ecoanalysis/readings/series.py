"""Readings of a whole series, and of two of its editions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import polars as pl

from ecoanalysis import charts
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.views import Chronicle, Html

_BODIES = 11  # bodies, and themes, that a chart of all editions shows


def about(view: Chronicle) -> Html:
    """Say which editions there are, over how many years, and in which language their facts were read.

    Examples
    --------
    >>> from ecoanalysis.views import open_chronicle
    >>> "19 editions" in about(open_chronicle("eco")).html
    True
    """
    first, last = view.symbols[0], view.symbols[-1]
    said = view.sentence(
        "course.about",
        title=view.series_title,
        editions=len(view.symbols),
        first=first,
        last=last,
        years=view.years[last] - view.years[first],
        language=view.labels.language_name(view.text_language),
    )
    hidden = [symbol for symbol in view.symbols if symbol not in view.readable]
    sources = view.sentence("course.no_text", count=len(hidden)) if hidden else view.sentence("course.all_text")
    return view.prose(said, sources)


def editions(view: Chronicle) -> Html:
    """Say how the editions were adopted where a source tells, and list them with their size."""
    frame = view.editions
    voted = frame.filter(adoption="recorded vote")
    untold = frame["adoption"].null_count()
    sentences = [view.sentence("course.grown", first=frame["operative"][0], last=frame["operative"][-1])]
    sentences += [
        view.sentence(
            "course.voted", edition=row["symbol"], yes=row["yes"] or 0, no=row["no"] or 0, abstain=row["abstain"] or 0
        )
        for row in voted.iter_rows(named=True)
    ]
    if untold:
        sentences.append(view.sentence("course.untold", count=untold))
    shown = frame.select(
        official=pl.col("symbol"),
        adopted_on=pl.col("adopted_on"),
        adoption=pl.col("adoption"),
        operative="operative",
        directives="directives",
        hedged="hedged",
        share="share",
    )
    return view.prose(*sentences) + view.table(shown, "course_editions")


def carried(view: Chronicle) -> Html:
    """Show how much of each edition was carried over, reworded, or is new."""
    frame = view.carried()
    last = frame.filter(symbol=view.symbol)
    counts = dict(zip(last["share"], last["count"], strict=True))
    title = view.labels("course.carried_title", edition=view.symbol, **counts, dropped=last["dropped"][0])
    items = [
        f"{view.named(row['symbol'])} {view.labels('course.' + row['share'])} {row['count']}"
        for row in frame.iter_rows(named=True)
    ]
    alternative = view.labels("course.carried_alt", counts=view.labels.join(items[-_SAID:]))
    table = view.table(
        frame.pivot("share", index=["symbol", "dropped"], values="count", maintain_order=True).select(
            pl.col("symbol").alias("official"), "carried", "reworded", "new", "dropped"
        ),
        "course_carried",
    )
    drawn = charts.shares(frame, view.labels, title, view.named)
    return charts.figure(drawn, "carried", alternative, table, view.labels)


def alike(view: Chronicle) -> Html:
    """Say how many recurring resolutions are much the same as their predecessor, where that was measured."""
    found = json.loads(files("ecoanalysis").joinpath("data/recurrence.json").read_text(encoding="utf-8"))
    if view.text_language not in found:
        return Html("")
    one = found[view.text_language]
    shares = {name: view.labels.percent(round(1000 * one[name]), 1000) for name in ("words", "text", "paragraphs")}
    return view.say("course.alike", series=one["series"], pairs=one["pairs"], **shares)


def force(view: Chronicle) -> Html:
    """Show the directives of each edition by force, and say where hedges are most frequent."""
    frame = view.editions.filter(pl.col("directives") > 0)
    if frame.is_empty():
        return view.say("force.none")
    top = frame.sort("share", descending=True).row(0, named=True)
    last = frame.row(-1, named=True)
    said = view.say(
        "course.hedged",
        edition=top["symbol"],
        hedged=top["hedged"],
        directives=top["directives"],
        last=last["symbol"],
        share=view.labels.percent(last["hedged"], last["directives"]),
    )
    by_band = view.force()
    weak = int(by_band.filter(symbol=view.symbol, band="D1")["count"].sum())
    title = view.labels(
        "mandates.chart_title",
        edition=view.symbol,
        directives=last["directives"],
        share=view.labels.percent(weak, last["directives"]),
    )
    return said + _heat(view, by_band, "band", title, "course_force", "mandates.chart_alt")


def agencies(view: Chronicle) -> Html:
    """Show whom each edition asks by name, and say which bodies the latest names for the first time and no longer."""
    frame = view.asked()
    if frame.is_empty():
        return view.say("agencies.asked_none")
    most = frame.group_by("agency").agg(pl.col("symbol").n_unique(), pl.col("count").sum())
    shown = most.sort("symbol", "count", "agency", descending=[True, True, False]).head(_BODIES)["agency"].to_list()
    top, bodies = shown[0], frame["agency"].n_unique()
    title = view.labels(
        "course.asked_title", agency=view.short(top), count=frame.filter(agency=top)["symbol"].n_unique()
    )
    joined, left = view.joined_and_left()
    sentences = [view.sentence("course.asked", bodies=bodies, shown=min(bodies, len(shown)))]
    for name, ids in (("course.joined", joined), ("course.left", left)):
        if ids:
            listed = view.labels.join(view.body(id) for id in ids)
            sentences.append(view.sentence(name, edition=view.symbol, bodies=listed))
    some = frame.filter(pl.col("agency").is_in(shown))
    return view.prose(*sentences) + _heat(view, some, "agency", title, "course_asked", "course.asked_alt", view.short)


def themes(view: Chronicle) -> Html:
    """Show the themes of each edition's paragraphs."""
    frame = view.themes()
    if frame.is_empty():
        return view.say("figure.empty")
    often = frame.group_by("theme").agg(pl.col("symbol").n_unique(), pl.col("count").sum())
    shown = often.sort("symbol", "count", "theme", descending=[True, True, False]).head(_BODIES)["theme"]
    said = view.say("course.themes", themes=frame["theme"].n_unique(), shown=len(shown))
    frame = frame.filter(pl.col("theme").is_in(shown.to_list()))
    last = frame["symbol"][-1]
    now = frame.filter(symbol=last).sort("count", "theme", descending=[True, False])
    title = view.labels(
        "course.themes_title", edition=last, theme=view.theme_name(now["theme"][0]), count=now["count"][0]
    )
    return said + _heat(view, frame, "theme", title, "course_themes", "course.themes_alt", view.theme_name)


def _heat(
    view: Chronicle, frame: pl.DataFrame, row: str, title: str, name: str, alternative: str, row_name: Any = str
) -> Html:
    order = frame.group_by(row).agg(pl.col("count").sum()).sort("count", row, descending=[True, False])[row].to_list()
    if row == "band":
        order = sorted(order)
    editions = list(view.symbols)
    cells = frame.sort(
        pl.col(row).replace_strict({id: at for at, id in enumerate(order)}, return_dtype=pl.Int32),
        pl.col("symbol").replace_strict({id: at for at, id in enumerate(editions)}, return_dtype=pl.Int32),
    )
    across = [view.named(symbol) for symbol in editions]
    drawn = charts.heat(cells, row, "symbol", title, row_name, view.named, ranked=False, across=across)
    items = [f"{view.named(one['symbol'])} {row_name(one[row])} {one['count']}" for one in cells.iter_rows(named=True)]
    table = _by_edition(view, cells.select(row, "symbol", pl.col("count").cast(pl.String)), [row], name)
    said = view.labels(alternative, counts=view.labels.join(items[:_SAID]))
    return charts.figure(drawn, name, said, table, view.labels)


def _by_edition(view: Chronicle, cells: pl.DataFrame, rows: Sequence[str], name: str) -> Html:
    """A table with a column for each edition: what ``count`` says of it."""
    wide = cells.pivot("symbol", index=rows, values="count", maintain_order=True)
    editions = [symbol for symbol in view.symbols if symbol in wide.columns]
    shown = [column for column in rows if column != "lineage"]
    return view.table(wide, name, *shown, *editions, heads={symbol: view.named(symbol) for symbol in editions})


_SAID = 24  # cells that a text alternative reads out; the table behind the chart has all


def lineages(view: Chronicle) -> Html:
    """Show every mandate of some life through the editions that hold it."""
    frame = view.grid()
    if frame.is_empty():
        return view.say("figure.empty")
    told, shown = len(view.mandates), frame["lineage"].n_unique()
    said = view.say("course.lineages", mandates=told, shown=shown)
    title = view.labels("course.lineages_title", shown=shown)
    items = [f"{name} {count}" for name, count in frame.group_by("name", maintain_order=True).len().iter_rows()]
    alternative = view.labels("course.lineages_alt", counts=view.labels.join(items[:_SAID]))
    cells = frame.with_columns(count=pl.col("code") + pl.col("arrow")).unique(
        ["symbol", "lineage"], maintain_order=True
    )
    table = _by_edition(view, cells, ["lineage", "theme", "surface"], "course_lineages")
    drawn = charts.lineages(frame, view.labels, title, view.named, view.address)
    return said + charts.figure(drawn, "lineages", alternative, table, view.labels)


def births(view: Chronicle) -> Html:
    """Say how many mandates were born, revived and ended, edition by edition."""
    frame = view.births()
    top = frame.sort("ended", descending=True).row(0, named=True)
    said = view.say(
        "course.births",
        born=frame["born"].sum(),
        alive=frame["mandates"][-1],
        revived=frame["revived"].sum(),
        ended=top["ended"],
        edition=top["symbol"],
    )
    return said + view.table(frame.rename({"symbol": "official"}), "course_births")


def survival(view: Chronicle) -> Html:
    """Show how long mandates live, those still alive counted as such."""
    frame = view.survival()
    if frame.is_empty():
        return view.say("figure.empty")
    after = frame.filter(pl.col("editions") <= 3).row(-1, named=True)
    share = view.labels.percent(round(1000 * after["share"]), 1000)
    title = view.labels("course.survival_title", share=share, editions=after["editions"])
    said = view.say("course.survival", mandates=len(view.mandates))
    items = [f"{row['editions']}: {view.labels.percent(round(1000 * row['share']), 1000)}" for row in frame.to_dicts()]
    alternative = view.labels("course.survival_alt", counts=view.labels.join(items))
    table = view.table(frame.rename({"editions": "number"}), "course_survival", "number", "share", "low", "high")
    drawn = charts.survival(frame, view.labels, title)
    return said + charts.figure(drawn, "survival", alternative, table, view.labels)


def longest(view: Chronicle) -> Html:
    """List the mandates that live longest."""
    frame = view.longest()
    if frame.is_empty():
        return view.say("figure.empty")
    top = frame.row(0, named=True)
    said = view.say("course.longest", number=top["number"], years=top["years"], edition=top["born"])
    act = pl.col("act").struct
    shown = frame.select(
        "edition",
        "paragraph",
        born_edition="born",
        number="number",
        years="years",
        last_edition="last",
        verb=act.field("verb"),
        force=pl.coalesce(act.field("band"), act.field("class")),
        bodies="agencies",
    )
    columns = ("born_edition", "number", "years", "last_edition", "paragraph", "verb", "force", "bodies")
    return said + view.table(shown, "course_longest", *columns)


def changes(view: Chronicle, comparison: Comparison | None = None) -> Html:
    """Say what the later of two editions drops, weakens, adds and strengthens, and list it, losses first."""
    found = comparison or view.last_comparison
    frame = view.changes(found)
    counts = dict.fromkeys(("dropped", "weakened", "endorsement_lowered", "new", "strengthened"), 0)
    for link in found.links:
        for type in link.counted:
            if type in counts:
                counts[type] += 1
    doubts = sum(any(change.variance for change in link.changes) for link in found.links)
    counts["new_"] = counts.pop("new")  # `new` is the edition
    sentences = [view.sentence("course.changes", old=found.old.symbol or "", new=found.new.symbol or "", **counts)]
    if doubts:
        sentences.append(view.sentence("course.variance", count=doubts))
    if frame.is_empty():
        return view.prose(*sentences)
    columns = ("change", "old_paragraphs", "paragraphs", "gist", "also")
    heads = {"paragraphs": view.labels("column.new_paragraphs")}
    return view.prose(*sentences) + view.table(frame, "course_changes", *columns, heads=heads)


def compared(view: Chronicle, comparison: Comparison) -> Html:
    """Show two editions side by side; where a text is not at hand, say where it is and show the facts."""
    from ecoanalysis.show.redline import redline_rows

    old, new = comparison.old, comparison.new
    rows = Html(str(redline_rows(comparison, view.labels.language)))
    if old.has_text and new.has_text:
        return rows
    links = {"old": view.official(old.symbol or ""), "new": view.official(new.symbol or "")}
    return view.say("pair.no_text", **links) + rows


def due(view: Chronicle) -> Html:
    """Say what is due next."""
    frame = view.obligations()
    if frame.is_empty():
        return view.say("edition.no_reports")
    return view.prose(*_due(view, frame))


def _due(view: Chronicle, frame: pl.DataFrame) -> list[Any]:
    sentences = [
        view.sentence(
            f"course.due_{row['obligation']}",
            edition=row["edition"],
            paragraph=view.link(row["paragraph"], row["edition"]),
            due=row["due"] or "",
            months=row["months"] or "",
            subject=view.quote(row["subject"], row["subject_language"]),
            who=view.body(row["reporter"]) if row["reporter"] else view.labels("kind.unspecified"),
        )
        for row in frame.filter(status="open").iter_rows(named=True)
    ]
    undated = frame.filter(status="undated").height
    return [*sentences, view.sentence("course.due_untold", count=undated)] if undated else sentences


def obligations(view: Chronicle) -> Html:
    """Say what is due next, and list every obligation with the edition that answers it."""
    frame = view.obligations()
    if frame.is_empty():
        return view.say("edition.no_reports")
    sentences = _due(view, frame)
    reports = frame.filter(obligation="report")
    met = reports.filter(status="met").height
    sentences.append(view.sentence("course.met", reports=reports.height, met=met))
    columns = (
        "official",
        "paragraph",
        "subject",
        "reporter",
        "session",
        "months",
        "status",
        "met_by",
        "met_in",
        "days",
    )
    return view.prose(*sentences) + view.table(reports.reverse(), "course_obligations", *columns)
