"""Readings of what falls due, over all that is at hand."""

from __future__ import annotations

from ecoanalysis.views import Dossier, Html

_WHAT = (
    "official",
    "paragraph",
    "obligation",
    "subject",
    "committee",
    "reporter",
    "recipient",
    "session",
    "months",
    "due",
)
_ANSWER = ("status", "met_by", "met_in", "days")
_SHOWN = 200  # obligations that a page lists; the tables have all


def about(view: Dossier) -> Html:
    """Say how many obligations the editions at hand hold, how many are still to come, and of whom most is due.

    Examples
    --------
    >>> from ecoanalysis.views import open_dossier
    >>> "2 fall due after session 79" in about(open_dossier()).html
    True
    """
    frame = view.due()
    if frame.is_empty():
        return view.say("due.none")
    waiting = frame.filter("open")
    said = [
        view.sentence(
            "due.about",
            obligations=frame.height,
            reports=frame.filter(obligation="report").height,
            editions=len(view.versions),
            open=waiting.height,
            session=view.latest_session,
        )
    ]
    reporters = (
        waiting.drop_nulls("reporter").group_by("reporter").len().sort("len", "reporter", descending=[True, False])
    )
    if reporters.height:
        body, count = reporters.row(0)
        if count > 1:
            said.append(view.sentence("due.most", body=view.body(body), count=count))
    return view.prose(*said)


def coming(view: Dossier) -> Html:
    """List what falls due after the latest session at hand, the soonest first."""
    frame = view.due().filter("open")
    if frame.is_empty():
        return view.say("due.nothing")
    return view.table(frame.head(_SHOWN), "due_coming", *_WHAT)


def past(view: Dossier) -> Html:
    """List what fell due before, or has no time named, the latest first."""
    frame = view.due().filter(~view.due()["open"]).reverse()
    if frame.is_empty():
        return view.say("due.nothing")
    return view.table(frame.head(_SHOWN), "due_past", *_WHAT, *_ANSWER)
