"""What is said of one theme in all that is at hand."""

from __future__ import annotations

import polars as pl

from ecoanalysis.measures import asked as who
from ecoanalysis.measures import counts
from ecoanalysis.show.html import Html
from ecoanalysis.show.passages.body import first_asking, read_in, requests
from ecoanalysis.show.view import View

__all__ = ["about", "course", "requests", "terms"]

_TERMS = 20
_PARAGRAPHS = 8  # of a text that a row leads to
_TEXTS = 40  # that a page lists; the tables have all


def about(view: View) -> Html:
    """Say in how many texts and paragraphs the theme is treated, since when, and how much is asked there.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_all
    >>> "speak of Energy" in about(view_all(theme="energy")).html
    True
    """
    treated = view.tables["themes"].filter(theme=view.theme)
    editions, name = len(view.opened.versions), view.theme_name(view.theme)
    if treated.is_empty():
        return view.prose(view.sentence("theme.never", theme=name, editions=editions))
    speaking = set(treated["symbol"])
    first = next(symbol for symbol in view.symbols if symbol in speaking)
    words = [
        view.sentence(
            "theme.treated",
            theme=name,
            editions=editions,
            speaking=len(speaking),
            paragraphs=view.number(treated.height, "paragraphs"),
            first=view.linked(first),
            year=view.years[first],
        )
    ]
    total = counts.directives_by(view.tables).row(0, named=True)
    if not total["directives"]:
        words.append(view.sentence("theme.unasked"))
    else:
        asks = first_asking(view)
        numbers = view.numbers(total, "directives", "hedged")
        words.append(view.sentence("theme.asked", first=view.linked(asks), year=view.years[asks], **numbers))
    return view.prose(*words, read_in(view))


def course(view: View) -> Html:
    """List the texts that treat the theme, the latest first: how many paragraphs, the first of them, the directives."""
    frame = who.themes(view.tables).filter(theme=view.theme).reverse()
    if frame.is_empty():
        return view.say("figure.empty")
    shown = frame.head(_TEXTS).with_columns(
        official=pl.col("symbol"),
        year=pl.col("symbol").replace_strict(view.years, default="?", return_dtype=pl.String),
        number=pl.col("paragraphs").list.len(),
        paragraphs=pl.col("paragraphs").list.head(_PARAGRAPHS),
    )
    heads = {"number": view.labels("theme.number"), "paragraphs": view.labels("theme.first", shown=_PARAGRAPHS)}
    listed = view.table(shown, "theme_course", "official", "year", "number", "paragraphs", "directives", heads=heads)
    return listed + view.say("figure.rest", rows=frame.height - _TEXTS) if frame.height > _TEXTS else listed


def terms(view: View) -> Html:
    """List the terms that show the theme, the most frequent first."""
    frame = who.theme_terms({"themes": view.tables["themes"].filter(theme=view.theme)})
    if frame.is_empty():
        return view.say("figure.empty")
    words = view.say("theme.terms", terms=frame.height, shown=min(_TERMS, frame.height))
    shown = frame.head(_TERMS).rename({"resolutions": "number"})
    return words + view.table(shown, "theme_terms", "term", "count", "number")
