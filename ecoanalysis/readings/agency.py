"""Readings of what is asked of one body, over all that is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from ecoanalysis import charts
from ecoanalysis.views import Dossier, Html

if TYPE_CHECKING:
    from markupsafe import Markup

_BODIES = 15  # that the overview of all shows
# Kinds of bodies that are under another; of the rest, the registry's parent is no claim of rank.
_UNDER = ("subsidiary-organ", "secretariat-unit", "regional-commission")
_SHOWN = 60  # requests that a page lists; the tables have all


def about(view: Dossier) -> Html:
    """Say what kind of body it is, where it is named, since when it is asked for something, and how often.

    Examples
    --------
    >>> from ecoanalysis.views import open_dossier
    >>> "8 ask something of it" in about(open_dossier(agency="unido")).html
    True
    """
    entry, asked = view.entry, view.asked
    kind = view.labels(f"body.{entry.kind}")
    parent = view.body(entry.parent) if entry.parent and entry.kind in _UNDER else ""
    sentences = [
        view.sentence(
            "agency.kind_under" if parent else "agency.kind", name=view.body(entry.id), kind=kind, parent=parent
        )
    ]
    editions = len(view.versions)
    named = view.named["symbol"].n_unique()
    if asked.is_empty():
        return view.prose(*sentences, view.sentence("agency.never", named=named, editions=editions))
    hedged = asked.filter(pl.col("hedges").list.len() > 0).height
    sentences.append(
        view.sentence(
            "agency.asked",
            directives=asked.height,
            asking=asked["symbol"].n_unique(),
            named=named,
            editions=editions,
            first=linked(view, view.first.symbol),
            year=view.year(view.first.symbol),
        )
    )
    sentences.append(view.sentence("agency.hedged", hedged=hedged, directives=asked.height))
    return view.prose(*sentences, read_in(view))


def read_in(view: Dossier) -> Markup:
    """Say in which languages the editions were read: verbs and hedges stand in them."""
    counts = [
        view.labels("agency.in_language", language=view.labels.language_name(language), count=count)
        for language, count in view.read_in()
    ]
    return view.sentence("agency.read_in", counts=view.labels.join(counts))


def overview(view: Dossier) -> Html:
    """Say how much the resolutions at hand ask of how many bodies, and show those asked most."""
    frame = view.asked_most(_BODIES)
    said = view.say(
        "agency.overview",
        editions=view.directives["symbol"].n_unique(),
        directives=view.directives.height,
        bodies=view.asked["agency"].n_unique(),
    )
    if frame.is_empty():
        return said
    top = frame.row(0, named=True)
    title = view.labels("agency.overview_title", agency=view.short(top["agency"]), count=top["directives"])
    items = [f"{view.short(row['agency'])} {row['directives']}" for row in frame.iter_rows(named=True)]
    alternative = view.labels("agency.overview_alt", counts=view.labels.join(items))
    drawn = charts.asked(frame, view.labels, title, view.short)
    table = view.table(frame, "agency_overview", "agency", "directives")
    return said + charts.figure(drawn, "asked", alternative, table, view.labels)


def force(view: Dossier) -> Html:
    """Show the directives to the body by year and force."""
    frame = view.by_year()
    if frame.is_empty():
        return view.say("force.none")
    most = frame.group_by("band").agg(pl.col("count").sum()).sort("count", "band", descending=[True, False])
    band, count = most.row(0)
    title = view.labels("agency.force_title", band=f"{band} {view.labels('band.' + band)}", count=count)
    years = sorted(frame["year"].unique())
    drawn = charts.heat(frame, "band", "year", title, ranked=False, across=years)
    items = [f"{row['year']} {row['band']} {row['count']}" for row in frame.iter_rows(named=True)]
    table = view.table(frame.select("year", "band", pl.col("count")), "agency_force")
    return charts.figure(
        drawn, "force", view.labels("agency.force_alt", counts=view.labels.join(items)), table, view.labels
    )


def verbs(view: Dossier) -> Html:
    """List the verbs by which the body is asked."""
    frame = view.by_verb()
    if frame.is_empty():
        return view.say("force.none")
    return view.table(frame, "agency_verbs", "lemma", "band", "directives", "number")


def themes(view: Dossier) -> Html:
    """List the themes of the paragraphs in which the body is asked."""
    frame = view.by_theme()
    if frame.is_empty():
        return view.say("figure.empty")
    top = frame.row(0, named=True)
    said = view.say("agency.themes", theme=view.theme_name(top["theme"]), directives=top["directives"])
    return said + view.table(frame, "agency_themes", "theme", "directives", "number")


def beside(view: Dossier) -> Html:
    """List the other bodies that the same directives address."""
    frame = view.beside().head(12)
    if frame.is_empty():
        return view.say("agency.alone")
    return view.table(frame, "agency_beside", "agency", "directives", "number")


def requests(view: Dossier) -> Html:
    """List the directives to the body, the latest edition first."""
    return listed(view, "agency_requests", "act", "wording", "themes")


def listed(view: Dossier, name: str, *columns: str) -> Html:
    """List the directives, the latest edition first: where, these columns, and the words where any are at hand."""
    frame = view.requests()
    if frame.is_empty():
        return view.say("force.none")
    words = ["quote"] if frame["quote"].null_count() < frame.height else []
    said = view.say("agency.requests", shown=min(_SHOWN, frame.height), directives=frame.height)
    return said + view.table(frame.head(_SHOWN), name, "official", "paragraph", *columns, *words)


def linked(view: Dossier, symbol: str) -> Markup:
    """Return an edition's symbol, linked to where it can be read."""
    from markupsafe import Markup

    return Markup('<a href="{}">{}</a>').format(view.edition_address(symbol), symbol)
