"""What falls due: reports, agenda decisions, reviews and expiries; and what was answered."""

from __future__ import annotations

import polars as pl

from ecoanalysis.measures.frames import CLAUSE, TEXT, texts
from ecoanalysis.measures.measure import Frames, measure
from ecoanalysis.recurring.recognise import FIRST_YEAR


@measure("one row per report asked for, agenda decision, review and expiry", "reports", "report dues")
def due(tables: Frames) -> pl.DataFrame:
    """What the texts let fall due, the soonest first: of whom, to whom, at which session or on which day.

    ``open`` says that it falls due in a session later than any of the texts, or on a day after the latest adoption;
    ``months`` are those of the session.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> due(read_editions()).filter(pl.col("open"), language="en").select("symbol", "kind", "due_session").rows()
    [('A/RES/79/330', 'report', 81), ('A/RES/79/330', 'agenda', 81)]
    """
    kinds = [tables["reports"].with_columns(kind=pl.lit("report")), tables["deadlines"]]
    latest = texts(tables).select(session=pl.col("session").max(), day=pl.col("adopted_on").max())
    session, day = latest["session"][0] or 0, str(latest["day"][0] or "")
    first = pl.col("due_session") + pl.lit(FIRST_YEAR)
    months = pl.when(pl.col("due_session").is_not_null()).then(pl.format("{}-09 – {}-09", first, first + 1))
    return (
        pl.concat([frame.select(_COLUMNS) if "reporter" in frame.columns else _without_party(frame) for frame in kinds])
        .unique([*CLAUSE, "kind"], keep="first", maintain_order=True)
        .with_columns(
            open=(pl.col("due_session") > session).fill_null(pl.col("due_date") > day).fill_null(value=False),
            months=pl.coalesce(months, "due_date"),
        )
        .sort("due_session", "due_date", "symbol", nulls_last=True, maintain_order=True)
    )


_PARTY = ("reporter", "recipient")
_COLUMNS = (*CLAUSE, *TEXT, "kind", *_PARTY, "due", "due_session", "due_date")


def _without_party(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.lit(None, pl.String).alias(name) for name in _PARTY).select(_COLUMNS)


@measure("one row per series and kind of obligation", "reports", "report dues", "citations")
def answered(tables: Frames) -> pl.DataFrame:
    """How many obligations of a series a later edition takes note of (``met``), are still to come, or were not noted.

    ``unseen`` is no claim that nothing was done: no edition takes note of it.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = answered(read_series()).filter(kind="report")
    >>> sum(frame.select("met", "open", "unseen").row(0)) == frame["obligations"].item()
    True
    """
    states = [(pl.col("status") == state).sum().cast(pl.Int64).alias(state) for state in ("met", "open", "unseen")]
    counted = tables["obligations"].group_by("series", "kind", maintain_order=True)
    return counted.agg(pl.len().cast(pl.Int64).alias("obligations"), *states)
