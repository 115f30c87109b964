"""Fact tables of a series' editions → what each lets fall due, when that is, and which later edition answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ecoanalysis.model.series import Obligation, Series, Status

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]
FIRST_YEAR = 1945  # the General Assembly's session n opens in September of 1945 + n


def find_obligations(series: Series, tables: Mapping[str, pl.DataFrame]) -> list[Obligation]:
    """Return every reporting request, agenda decision, review and expiry of a series, by edition and paragraph.

    A report is ``met`` where a later edition notes or welcomes, in a paragraph that names the reporter, a document of
    the session at which it was due. A decision about the agenda or a review is ``met`` by an edition of that session.

    Examples
    --------
    >>> from ecoanalysis.compare.series import find_series
    >>> from ecoanalysis.editions import read_editions, shipped_editions
    >>> due = find_obligations(find_series(shipped_editions())[0], read_editions())
    >>> [(each.kind, each.due_session, each.due_from, each.status) for each in due if each.symbol == "A/RES/79/330"]
    [('report', 81, '2026-09', 'open'), ('agenda', 81, '2026-09', 'open')]
    """
    sessions = _sessions(series, tables)
    notes = list(_notes(series, tables))
    latest = max(sessions.values(), default=0)
    obligations = []
    for kind, row in _due(series, tables):
        session = row["due_session"]
        noted: Row = {}
        if session and kind == "report":
            noted = next((note for note in notes if _answers(note, row, sessions, session)), {})
        elif session:
            again = next((symbol for symbol, number in sessions.items() if number == session), None)
            noted = {"met_in": again} if again else {}
        status: Status = "met" if noted else "open" if not session or session > latest else "unseen"
        obligations.append(
            Obligation(
                symbol=row["symbol"],
                paragraph=row["paragraph"],
                index=row["index"],
                kind=kind,
                reporter=row.get("reporter"),
                recipient=row.get("recipient"),
                due=row["due"],
                due_session=session,
                due_from=f"{FIRST_YEAR + session}-09" if session else row["due_date"],
                due_to=f"{FIRST_YEAR + session + 1}-09" if session else row["due_date"],
                status=status,
                met_by=noted.get("cited"),
                met_section=noted.get("section"),
                met_in=noted.get("met_in"),
                met_paragraph=noted.get("paragraph"),
            )
        )
    order = {symbol: number for number, symbol in enumerate(series.symbols)}
    return sorted(obligations, key=lambda obligation: order[obligation.symbol])


def _sessions(series: Series, tables: Mapping[str, pl.DataFrame]) -> dict[str, int]:
    rows = tables["resolutions"].iter_rows(named=True)
    sessions = {row["symbol"]: row["session"] for row in rows if row["session"]}
    return {symbol: sessions[symbol] for symbol in series.symbols if symbol in sessions}


def _due(series: Series, tables: Mapping[str, pl.DataFrame]) -> Iterator[tuple[Any, Row]]:
    for row in _of(series, tables["reports"]):
        yield "report", row
    for row in _of(series, tables["deadlines"]):
        yield row["kind"], row


def _of(series: Series, frame: pl.DataFrame) -> list[Row]:
    import polars as pl

    wanted = pl.col("symbol").is_in(series.symbols) & (pl.col("language") == series.language)
    return frame.filter(wanted).unique(["symbol", "paragraph", "index"], keep="first", maintain_order=True).to_dicts()


def _notes(series: Series, tables: Mapping[str, pl.DataFrame]) -> Iterator[Row]:
    """Documents that an edition notes or welcomes, in a paragraph or a footnote of it, with the bodies named there.

    A note whose mark the text has lost belongs to no paragraph: it may be that of any which notes or welcomes (61/12).
    """
    import polars as pl

    places = {
        (row["document"], row["part"], f"fn{row['number']}"): row["paragraph"]
        for row in tables["footnotes"].iter_rows(named=True)
    }
    noting = {
        (row["document"], row["part"], row["paragraph"])
        for row in tables["clauses"].filter(pl.col("class").is_in(["NEU", "EVA"])).iter_rows(named=True)
    }
    bodies: dict[tuple[Any, ...], set[str]] = {}
    for row in tables["agencies"].filter(pl.col("agency").is_not_null()).iter_rows(named=True):
        key = row["document"], row["part"]
        if (*key, row["paragraph"]) in noting:
            for place in (row["paragraph"], None):
                bodies.setdefault((*key, place), set()).add(row["agency"])
    ours = pl.col("symbol").is_in(series.symbols) & (pl.col("language") == series.language)
    cited = ours & (pl.col("kind") == "document") & pl.col("cited").is_not_null()
    for row in tables["citations"].filter(cited).iter_rows(named=True):
        key = row["document"], row["part"]
        paragraph = places.get((*key, row["paragraph"]), row["paragraph"])
        if (*key, paragraph) in bodies:
            yield row | {"paragraph": paragraph, "met_in": row["symbol"], "bodies": bodies[*key, paragraph]}


def _answers(note: Row, due: Row, sessions: Mapping[str, int], session: int) -> bool:
    later = sessions.get(note["met_in"], 0) > sessions.get(due["symbol"], 0)
    return later and note["cited"].startswith(f"A/{session}/") and due["reporter"] in note["bodies"]


def due_next(obligations: Sequence[Obligation]) -> list[Obligation]:
    """Return what is still open, soonest first; what has no time named stands last."""
    waiting = [obligation for obligation in obligations if obligation.status == "open"]
    return sorted(waiting, key=lambda obligation: (obligation.due_from is None, obligation.due_from or ""))
