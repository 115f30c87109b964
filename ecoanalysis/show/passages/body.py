"""What is said of one body in all that is at hand; and of all bodies together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.measures import asked as who
from ecoanalysis.measures import counts, narrow
from ecoanalysis.measures.frames import directives
from ecoanalysis.measures.tables_at_hand import languages_of
from ecoanalysis.recurring.at_hand import main_series, series_at_hand
from ecoanalysis.show import charts
from ecoanalysis.show.drawing import figure
from ecoanalysis.show.html import Html, joined
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

_LISTED = 60  # bodies that the table of all has
_BODIES = 15  # that the overview of all shows
# Kinds of bodies that are under another; of the rest, the registry's parent is no claim of rank.
_UNDER = ("subsidiary-organ", "secretariat-unit", "regional-commission")
_SHOWN = 60  # requests that a page lists; the tables have all


def about(view: View) -> Html:
    """Say what kind of body it is, where it is named, since when it is asked for something, and how often.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_all
    >>> "UNIDO" in about(view_all(agency="unido")).html or "Industrial" in about(view_all(agency="unido")).html
    True
    """
    entry = registry()[view.agency]
    kind = view.labels(f"body.{entry.kind}")
    parent = view.in_sentence(entry.parent) if entry.parent and entry.kind in _UNDER else ""
    name = "agency.kind_under" if parent else "agency.kind"
    sentences = [view.sentence(name, name=view.body(entry.id), kind=kind, parent=parent)]
    editions, total = len(view.opened.versions), counts.directives_by(view.tables).row(0, named=True)
    mentions = view.tables["agencies"]["symbol"].n_unique()
    if not total["directives"]:
        return view.prose(*sentences, view.sentence("agency.never", named=mentions, editions=editions))
    first = first_asking(view)
    numbers = view.numbers(total, "directives", "hedged")
    sentences.append(
        view.sentence(
            "agency.asked",
            directives=numbers["directives"],
            asking=view.number(total["resolutions"], "resolutions"),
            named=mentions,
            editions=editions,
            first=view.linked(first),
            year=view.years[first],
        )
    )
    sentences.append(view.sentence("agency.hedged", **numbers))
    return view.prose(*sentences, read_in(view))


def first_asking(view: View) -> str:
    """Return the symbol of the text that first asks for something."""
    asking = set(directives(view.tables)["symbol"])
    return next(symbol for symbol in view.symbols if symbol in asking)


def read_in(view: View) -> Markup:
    """Say in which languages the texts were read: verbs and hedges stand in them."""
    read = [
        view.labels("agency.in_language", language=view.labels.language_name(language), count=count)
        for language, count in languages_of(view.opened)
    ]
    ours = all(language == view.labels.language for language, _ in languages_of(view.opened))
    return view.sentence("agency.read_in" if ours else "agency.read_in_other", counts=view.labels.join(read))


def overview(view: View) -> Html:
    """Say how much the resolutions at hand ask of how many bodies, and show those asked most."""
    frame = counts.directives_by(view.tables, "agency")
    total = counts.directives_by(view.tables).row(0, named=True)
    words = view.say(
        "agency.overview",
        editions=view.number(total["resolutions"], "resolutions"),
        directives=view.number(total["directives"], "directives"),
        bodies=view.number(frame.height, "bodies_asked"),
    )
    if frame.is_empty():
        return words
    shown = frame.head(_BODIES)
    items = [f"{view.short(row['agency'])} {row['directives']}" for row in shown.iter_rows(named=True)]
    alternative = view.labels("agency.overview_alt", counts=view.labels.join(items))
    drawn = charts.asked(shown, view.labels, view.labels("agency.overview_name"), view.short)
    table = view.table(shown, "agency_overview", "agency", "directives")
    return words + figure(drawn, "asked", alternative, table, view.labels)


def everybody(view: View) -> Html:
    """Say which body the resolutions at hand ask most, and list all that are asked: since when, and how often."""
    frame = counts.directives_by(view.tables, "agency", "symbol", "year")
    if frame.is_empty():
        return view.say("agencies.asked_none")
    years = (pl.col("year").min().cast(pl.String), pl.col("year").max().cast(pl.String).alias("last_asked"))
    listed = (
        frame.group_by("agency", maintain_order=True)
        .agg(pl.col("directives", "hedged").sum(), pl.len().alias("asking_editions"), years[0].alias("since"), years[1])
        .sort("directives", "asking_editions", "agency", descending=[True, True, False], maintain_order=True)
    )
    top, total = listed.row(0, named=True), counts.directives_by(view.tables).row(0, named=True)
    words = view.prose(
        view.sentence(
            "agency.overview",
            editions=view.number(total["resolutions"], "resolutions"),
            directives=view.number(total["directives"], "directives"),
            bodies=view.number(listed.height, "bodies_asked"),
        ),
        view.sentence(
            "agency.most",
            body=view.in_sentence(top["agency"]),
            directives=view.number(top["directives"], "directives", agency=top["agency"]),
            asking=view.number(top["asking_editions"], "resolutions", agency=top["agency"]),
            latest=view.linked(view.symbol),
            now=frame.filter(symbol=view.symbol).height,
        ),
    )
    shown = listed.head(_LISTED).join(_newest(view), on="agency", how="left", maintain_order="left")
    columns = ("agency", "directives", "hedged", "asking_editions", "since", "last_asked")
    return words + view.table(shown, "every_body", *columns)


def _newest(view: View) -> pl.DataFrame:
    """Where each body is asked in the latest text that asks it for anything: the first paragraph."""
    order = {symbol: place for place, symbol in enumerate(view.symbols)}
    asking = view.tables["requests"].drop_nulls("agency").select("agency", "symbol", "paragraph")
    latest = asking.sort(
        pl.col("symbol").replace_strict(order, default=-1, return_dtype=pl.Int32), descending=True, maintain_order=True
    )
    # The numbers of a row are counted over all texts: its symbol is no dimension of theirs.
    latest = latest.rename({"symbol": "last_symbol", "paragraph": "last_paragraph"})
    return latest.unique("agency", keep="first", maintain_order=True)


def force(view: View) -> Html:
    """Show the directives to the body by year and force, years without any too."""
    frame = (
        counts.directives_by(view.tables, "year", "band")
        .select("year", "band", count="directives")
        .sort("band", "year", maintain_order=True)
    )
    if frame.is_empty():
        return view.say("force.none")
    title = view.labels("agency.force_name" if view.agency else "agency.force_name_theme")
    years = [str(year) for year in _span(view)]
    drawn = charts.heat(frame, "band", "year", title, _band_name(view), str, ranked=False, across=years)
    items = [
        f"{row['year']} {view.labels('band.' + row['band'])} {row['count']}" for row in frame.iter_rows(named=True)
    ]
    table = view.table(frame.with_columns(pl.col("year").cast(pl.String)), "agency_force", "year", "band", "count")
    alternative = view.labels("agency.force_alt", counts=view.labels.join(items))
    return figure(drawn, "force", alternative, table, view.labels, whole=True)


def _band_name(view: View):  # type: ignore[no-untyped-def]
    return lambda band: view.labels(f"band.{band}")


def _span(view: View) -> list[int]:
    """The years in which texts were adopted."""
    return sorted({int(year) for year in view.years.values() if year.isdigit()})


def verbs(view: View) -> Html:
    """List the verbs by which the body is asked."""
    frame = counts.directives_by(view.tables, "lemma", "band", "language").rename({"resolutions": "number"})
    if frame.is_empty():
        return view.say("force.none")
    return view.table(frame, "agency_verbs", "lemma", "band", "directives", "number")


def themes(view: View) -> Html:
    """List the themes of the paragraphs in which the body is asked."""
    frame = (
        counts.directives_by(view.tables, "theme")
        .filter(pl.col("theme") != view.theme)
        .rename({"resolutions": "number"})
    )
    if frame.is_empty():
        return view.say("figure.empty")
    top = frame.row(0, named=True)
    words = view.say("agency.themes", theme=view.theme_name(top["theme"]), directives=top["directives"])
    return words + view.table(frame, "agency_themes", "theme", "directives", "number")


def beside(view: View) -> Html:
    """List the other bodies that the same directives address."""
    frame = who.asked_beside(narrow(view.opened, theme=view.theme), view.agency).head(12)
    if frame.is_empty():
        return view.say("agency.alone")
    return view.table(frame.rename({"resolutions": "number"}), "agency_beside", "agency", "directives", "number")


def latest(view: View) -> Html:
    """List what the latest text that asks the body for anything asks of it."""
    asks = _latest_first(view)
    if asks.is_empty():
        return view.say("force.none")
    symbol = asks["symbol"][0]
    rows = asks.filter(symbol=symbol)
    words = view.say(
        "agency.latest",
        text=view.linked(symbol),
        year=view.years[symbol],
        directives=view.number(rows.height, "directives", symbol=symbol),
    )
    listed = _listed(view, rows, "agency_latest", "paragraph", "band", "row")
    return _no_longer(view, symbol) + words + listed + _perhaps(view, symbol)


def _no_longer(view: View, asking: str) -> Html:
    """Say that the latest edition asks the body nothing by name, where an earlier one is the last that asks it."""
    main = main_series(view.opened.corpus)
    members = {symbol for each in series_at_hand(view.opened.corpus) if each.id == main for symbol in each.symbols}
    symbol = next((each for each in reversed(view.symbols) if each in members), asking)
    if view.symbols.index(symbol) <= view.symbols.index(asking):
        return Html("")
    words = view.say("agency.no_longer", text=view.linked(symbol), year=view.years[symbol])
    return words + _perhaps(view, symbol)


def _perhaps(view: View, symbol: str) -> Html:
    """Say which directives of a text ask parties that it named before, the body perhaps among them."""
    maybe = who.perhaps_asked(view.opened).filter(symbol=symbol, agency=view.agency)
    if view.theme:
        place = ["symbol", "language", "paragraph"]
        maybe = maybe.join(view.tables["paragraphs"], on=place, how="semi", maintain_order="left")
    if maybe.is_empty():
        return Html("")
    words = [
        view.quote(words, language)
        for words, language in maybe.select("surface", "language").unique(maintain_order=True).iter_rows()
    ]
    paragraphs = view.links(maybe["paragraph"], symbol)
    text = view.linked(symbol)
    return view.say("agency.perhaps", text=text, paragraphs=paragraphs, words=joined(dict.fromkeys(words), view.labels))


def requests(view: View, name: str = "agency_requests") -> Html:
    """List the directives, the latest text first: where, and what is shown of each."""
    asks = _latest_first(view)
    if asks.is_empty():
        return view.say("force.none")
    words = view.say(
        "agency.requests",
        shown=min(_SHOWN, asks.height),
        directives=view.number(asks.height, "directives"),
    )
    return words + _listed(view, asks, name, "official", "paragraph", "band", "row")


def _latest_first(view: View) -> pl.DataFrame:
    order = {symbol: place for place, symbol in enumerate(view.symbols)}
    place = pl.col("symbol").replace_strict(order, default=-1, return_dtype=pl.Int32)
    return directives(view.tables).sort(place, descending=True, maintain_order=True)


def _listed(view: View, asks: pl.DataFrame, name: str, *columns: str) -> Html:
    shown = view.with_rows(asks.head(_SHOWN)).with_columns(official=pl.col("symbol"))
    return view.table(shown, name, *columns)
