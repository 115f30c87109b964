"""What is said of one thing that falls due: what became of it, and up to when that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ecoanalysis.measures import texts
from ecoanalysis.recurring.obligations import ASKED

if TYPE_CHECKING:
    from ecoanalysis.lexicon.labels import Labels
    from ecoanalysis.measures.measure import Frames


def state_of(say: Labels, kind: str, status: str) -> str:
    """Return what became of an obligation: a report is noted, a decision on the agenda is followed by an edition.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> [state_of(labels("en"), kind, "met") for kind in ("report", "agenda")]
    ['noted', 'followed by an edition']
    """
    return say("due.followed_by") if status == "met" and kind not in ASKED else say(f"status.{status}")


def last_edition(tables: Frames) -> dict[str, Any]:
    """Return the ``session`` and the ``year`` up to which it is known what was done: of the latest text at hand.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> last_edition(read_editions())
    {'session': 79, 'year': '2025'}
    """
    rows = texts(tables).select("session", "year").drop_nulls("session")
    session = rows["session"].max() or 0
    return {"session": session, "year": str(rows.filter(session=session)["year"].max() or "?")}
