"""Readings of what is said and asked on one theme, over all that is at hand."""

from __future__ import annotations

import polars as pl

from ecoanalysis.readings.agency import linked, listed, read_in
from ecoanalysis.views import Dossier, Html

_TERMS = 20


def about(view: Dossier) -> Html:
    """Say in how many editions and paragraphs the theme is treated, since when, and how much is asked there.

    Examples
    --------
    >>> from ecoanalysis.views import open_dossier
    >>> "speak of Energy" in about(open_dossier(theme="energy")).html
    True
    """
    treated, asked = view.treated, view.directives
    editions = len(view.versions)
    name = view.theme_name(view.theme)
    if treated.is_empty():
        return view.prose(view.sentence("theme.never", theme=name, editions=editions))
    spoken = set(treated["symbol"])
    first = next(version.symbol for version in view.versions if version.symbol in spoken)
    said = [
        view.sentence(
            "theme.treated",
            theme=name,
            editions=editions,
            speaking=len(spoken),
            paragraphs=treated.height,
            first=linked(view, first),
            year=view.year(first),
        )
    ]
    if asked.is_empty():
        said.append(view.sentence("theme.unasked"))
    else:
        hedged = asked.filter(pl.col("hedges").list.len() > 0).height
        asks = view.first.symbol
        said.append(
            view.sentence(
                "theme.asked", directives=asked.height, hedged=hedged, first=linked(view, asks), year=view.year(asks)
            )
        )
    return view.prose(*said, read_in(view))


def course(view: Dossier) -> Html:
    """List the editions that treat the theme, the latest first, with their paragraphs and directives."""
    frame = view.by_edition()
    if frame.is_empty():
        return view.say("figure.empty")
    return view.table(frame, "theme_course", "official", "year", "paragraphs", "directives")


def terms(view: Dossier) -> Html:
    """List the terms that show the theme, the most frequent first."""
    frame = view.by_term()
    if frame.is_empty():
        return view.say("figure.empty")
    said = view.say("theme.terms", terms=frame.height, shown=min(_TERMS, frame.height))
    return said + view.table(frame.head(_TERMS), "theme_terms", "term", "count", "number")


def requests(view: Dossier) -> Html:
    """List the directives in paragraphs of the theme, the latest edition first."""
    return listed(view, "theme_requests", "act", "bodies", "wording")
