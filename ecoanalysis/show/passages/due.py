"""What is said of what falls due, over all that is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from ecoanalysis.recurring.calendar import due as falls_due
from ecoanalysis.recurring.calendar import months_of
from ecoanalysis.recurring.obligations import ASKED
from ecoanalysis.show.dues import last_edition, state_of
from ecoanalysis.show.html import Html, joined, markup
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

_WHAT = ("months", "subject", "obligation", "reporter", "recipient", "official", "paragraph", "committee", "due")
_ANSWER = ("status", "met_by", "met_in", "days")
_SHOWN = 80  # obligations that a table of a page lists; it says how many more there are


def about(view: View) -> Html:
    """Say how many obligations the texts at hand hold, how many are still to come, and of whom most is due.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_all
    >>> "(session 79, 2025), <data" in about(view_all()).html
    True
    """
    frame = _due(view)
    if frame.is_empty():
        return view.say("due.none")
    waiting, timed = frame.filter(status="open"), frame.filter(pl.col("status") != "undated")
    words = [
        view.sentence(
            "due.about",
            obligations=view.number(timed.height, "obligations"),
            kinds=_kinds(view, timed),
            editions=len(view.opened.versions),
            open=view.number(waiting.height, "open_obligations"),
            **last_edition(view.opened),
        )
    ]
    words += _answered(view, timed.filter(pl.col("status") != "open"))
    reporters = (
        waiting.drop_nulls("reporter")
        .group_by("reporter", maintain_order=True)
        .len()
        .sort("len", "reporter", descending=[True, False], maintain_order=True)
    )
    if reporters.height:
        body, count = reporters.row(0)
        if count > 1:
            words.append(view.sentence("due.most", body=view.in_sentence(body), count=count))
    return view.prose(*words) + _strip(view, timed)


def _kinds(view: View, timed: pl.DataFrame) -> Markup:
    """How many of each kind fall due, the most frequent first."""
    counts = (
        timed.group_by("kind", maintain_order=True).len("count").sort("count", descending=True, maintain_order=True)
    )
    reports = view.number(timed.filter(kind="report").height, "reports")
    named = (
        view.sentence(f"due_kind.{kind}", count=reports if kind == "report" else count)
        for kind, count in counts.iter_rows()
    )
    return joined(named, view.labels)


def _answered(view: View, past: pl.DataFrame) -> list[Markup]:
    """Say how many of the reports that fell due a later text notes, how many late; which decisions one followed."""
    asked, decided = _sides(past)
    late = asked.filter(pl.col("days") > 0).height
    says = ("due.answered_late" if late else "due.answered", "due.followed")
    return [
        view.sentence(name, past=frame.height, met=frame.filter(status="met").height, late=late)
        for name, frame in zip(says, (asked, decided), strict=True)
        if frame.height
    ]


def _sides(frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What was asked for, of which a text can take note; and what was decided, which another text can follow."""
    asked = pl.col("kind").is_in(list(ASKED))
    return frame.filter(asked), frame.filter(~asked)


def level(view: View, totals: pl.Series) -> Html:
    """Say how much falls due in each session, where that is about as much in all.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_all
    >>> level(view_all(language="en"), pl.Series([2, 2])).html
    '<p>2 obligations fall due in every session in which any does.</p>'
    """
    if totals.n_unique() == 1:
        return view.say("due.level_same", count=totals[0])
    return view.say("due.level", least=totals.min() or 0, most=totals.max() or 0)


def _strip(view: View, timed: pl.DataFrame) -> Html:
    """What fell and falls due, a dot for each date and kind."""
    from ecoanalysis.show import charts
    from ecoanalysis.show.drawing import colour_keys, figure

    dated = timed.drop_nulls("due_from")
    if dated.is_empty():
        return Html("")
    counted = dated.group_by("kind", "due_from", "status", maintain_order=True).agg(count=pl.len().cast(pl.Int64))
    states: dict[str, int] = {}
    fills: dict[str, str] = {}
    for kind, status, count in counted.select("kind", "status", "count").iter_rows():
        name = state_of(view.labels, kind, status)
        states[name] = states.get(name, 0) + count
        fills[name] = charts.DUE[status]
    items = view.labels.join(f"{name} {count}" for name, count in states.items())
    drawn = charts.falls_due(counted, view.labels, view.labels("due.strip"))
    table = view.table(
        counted.with_columns(obligation="kind", months="due_from"),
        "due_strip",
        "months",
        "obligation",
        "status",
        "count",
    )
    filled: dict[str, list[str]] = {}
    for name, fill in fills.items():
        filled.setdefault(fill, []).append(name)
    keys = colour_keys([(view.labels.join(names), fill) for fill, names in filled.items()], "due-key")
    return figure(drawn, "due-strip", view.labels("due.strip_alt", counts=items), table, view.labels, keys)


def _due(view: View) -> pl.DataFrame:
    return falls_due(view.opened.corpus, view.agency, view.labels.language)


def _shown(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.head(_SHOWN).with_columns(
        official=pl.col("symbol"),
        obligation=pl.col("kind"),
        months=months_of(),
    )


def coming(view: View) -> Html:
    """List what falls due after the latest session at hand, the soonest first, and say how the months are reckoned."""
    frame = _due(view).filter(status="open")
    if frame.is_empty():
        return view.say("due.nothing")
    until = view.sentence("due.as_of", **last_edition(view.opened))
    return _listed(view, frame, "due_coming", *_WHAT) + view.prose(until, view.sentence("due.how"))


def past(view: View) -> Html:
    """List what fell due before, or has no time named, the latest first; behind a line what was answered."""
    frame = _due(view).filter(pl.col("status") != "open").reverse()
    if frame.is_empty():
        return view.say("due.nothing")
    unmet, met = frame.filter(pl.col("status") != "met"), frame.filter(status="met")
    listed = Html("") if unmet.is_empty() else _listed(view, unmet, "due_past", *_WHAT, *_ANSWER)
    if met.is_empty():
        return listed
    table = _listed(view, met, "due_past", *_WHAT, *_ANSWER)
    noted, followed = (side.height for side in _sides(met))
    words = view.labels("due.met", noted=noted, followed=followed)
    return listed + Html(str(markup('<details class="figures"><summary>{}</summary>{}</details>', words, table)))


def _listed(view: View, frame: pl.DataFrame, name: str, *columns: str) -> Html:
    of_one = {name for name in ("committee", "recipient") if frame[name].drop_nulls().n_unique() < 2}
    if name == "due_past" and frame["series"].n_unique() < 2:  # its matter is the page's, and the table is wide
        of_one.add("subject")
    if frame.filter(pl.col("days") != 0).is_empty():  # a sentence says it
        of_one.add("days")
    listed = view.table(_shown(frame), name, *(column for column in columns if column not in of_one))
    return listed + view.say("figure.rest", rows=frame.height - _SHOWN) if frame.height > _SHOWN else listed
