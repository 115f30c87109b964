"""The picture of a headline: what new paragraphs do beside those that were kept, and one of each in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ecoanalysis.measures import BANDS
from ecoanalysis.measures.survival import DOES, new_and_kept
from ecoanalysis.measures.tables_at_hand import every_version
from ecoanalysis.show.html import Html, linked, markup
from ecoanalysis.show.row import ROW_TABLES, ClauseRows, Row, clause_rows
from ecoanalysis.show.sentence import sentence
from ecoanalysis.show.view import View

_SHARES = ("new", "kept")


def new_and_kept_figure(view: View) -> Html:
    """Show what the new paragraphs of the latest edition do, and those that it kept: two bars of one length.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_series
    >>> "14 only take note" in new_and_kept_figure(view_series("eco", language="en")).html
    True
    """
    rows = new_and_kept(view.opened).filter(symbol=view.symbol)
    counted = {share: dict(rows.filter(share=share).select("does", "count").iter_rows()) for share in _SHARES}
    bars = Markup("").join(_bar(view, share, counts) for share, counts in counted.items() if counts)
    caption = view.labels("contrast.title", edition=view.symbol)
    keys = Markup("").join(
        markup('<span><i class="{}"></i> {}</span> ', does, view.labels(f"contrast.{does}")) for does in DOES
    )
    how = markup(view.labels("punctuation.sentences")).join([view.sentence("contrast.how"), together(view, rows)])
    frame = '<figure class="bars contrast" aria-label="{}">{}{}</figure>'
    legend = markup('<figcaption class="keys">{}<span>{}</span></figcaption>', keys, how)
    return Html(str(markup(frame, caption, bars, legend) + _examples(view, rows)))


def together(view: View, rows: Any) -> Markup:
    """Say how many paragraphs are counted in all, and how many of them stand in the preamble."""
    whole, preambular = int(rows["count"].sum()), int(rows["preambular"].sum())
    return view.sentence("contrast.whole", whole=whole, operative=whole - preambular, preambular=preambular)


def _bar(view: View, share: str, counts: Mapping[str, int]) -> Markup:
    """A bar of one share, its parts as long as they are many; read out as a sentence."""
    whole = sum(counts.values())
    row = view.labels(f"contrast.{share}", count=whole)
    number = view.number(whole, share, symbol=view.symbol)
    parts = [(does, counts[does]) for does in DOES if does in counts]
    spoken = [view.labels("contrast.part", does=view.labels(f"contrast.{does}"), count=n) for does, n in parts]
    drawn = Markup("").join(
        markup(
            '<span class="{}" style="flex-grow:{}"><span>{}</span><b>{}</b></span>',
            does,
            count,
            view.labels(f"contrast.{does}_short", count=str(count)),
            count,
        )
        for does, count in parts
    )
    spoken_bar = view.labels("contrast.bar", row=row, parts=view.labels.join(spoken))
    line = '<div class="bar-line"><b>{}</b><span class="track" role="img" aria-label="{}">{}</span></div>'
    return markup(line, view.labels.markup(f"contrast.{share}", count=number), spoken_bar, drawn)


def _examples(view: View, rows: Any) -> Markup:
    """A new paragraph that only takes note, the one that most can be said of, and the strongest new one that asks.

    Where no new one asks, one that was kept, and is said to be.
    """
    rows_of = _rows_read_in(view)
    clauses = {
        (share, does): [
            row for id in ids for row in rows_of.of(view.symbol, id) if (row.code in BANDS) == (does == "asks")
        ]
        for share, does, ids in rows.select("share", "does", "paragraphs").iter_rows()
    }
    notes = clauses.get(("new", "notes"), [])
    share = "new" if clauses.get(("new", "asks")) else "kept"
    asks = clauses.get((share, "asks"), [])
    if not notes or not asks:
        return Markup("")
    shown = {
        "only_notes": max(notes, key=lambda row: (bool(row.cited), len(row.pieces))),
        f"{share}_asks": max(asks, key=lambda row: (BANDS.index(row.code), bool(row.whom), len(row.pieces))),
    }
    return markup('<div class="examples">{}</div>', Markup("").join(_example(view, *each) for each in shown.items()))


def _rows_read_in(view: View) -> ClauseRows:
    """The rows of the latest edition, as read in the reader's language where it is at hand in it."""
    every = every_version(view.opened.corpus)
    return clause_rows({name: every[name].filter(symbol=view.symbol) for name in ROW_TABLES}, view.labels)


def _example(view: View, name: str, row: Row) -> Markup:
    place = view.labels("contrast.place", paragraph=view.paragraph_name(row.paragraph))
    link = linked(place, view.address(row.symbol, row.paragraph))
    head = view.labels("contrast.example", what=view.labels(f"contrast.{name}"))
    return markup('<div class="{}"><p>{}</p><p class="says">{}</p></div>', name, head, sentence(row, view.labels, link))
