"""How much is only noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from ecoanalysis.measures import counts, survival
from ecoanalysis.measures.findings.finding import Finding, judge
from ecoanalysis.measures.findings.inquiry import Inquiry
from ecoanalysis.measures.intervals import share_difference
from ecoanalysis.measures.measure import Frames


def notes_grew(subject: Inquiry) -> Iterator[Finding]:
    """The latest edition takes note in a larger share of its clauses than the one before."""
    if not subject.pairs:
        return
    old, new = subject.pairs[-1]
    before, after = subject.of(old, "notes", "clauses"), subject.of(new, "notes", "clauses")
    interval = share_difference(before, after)
    if (interval.value or 0) <= 0:
        return
    by_paragraph = [
        _holding(subject, new, "notes") - _holding(subject, old, "notes"),
    ]
    yield judge(
        "notes_grew",
        {"old": old, "new": new, "before": sum(before[0]), "after": sum(after[0]), "clauses": sum(after[1]),
         "before_share": sum(before[0]) / max(1, sum(before[1])), "after_share": sum(after[0]) / max(1, sum(after[1]))},
        interval, value=sum(after[0]) / max(1, sum(after[1])), comparison=sum(before[0]) / max(1, sum(before[1])),
        n=sum(before[1]) + sum(after[1]), unit="clauses", units=by_paragraph,
        others=subject.elsewhere(lambda tables: _notes_change(tables, old, new)),
    )  # fmt: skip


def _holding(subject: Inquiry, symbol: str, what: str) -> float:
    rows = subject.units.filter(symbol=symbol)
    return rows.filter(pl.col(what) > 0).height / rows.height if rows.height else 0.0


def _notes_change(tables: Frames, old: str, new: str) -> float | None:
    frame = counts.clauses_by_class(tables).filter(pl.col("class") == "NEU")
    shares = {row["symbol"]: row["share"] for row in frame.iter_rows(named=True)}
    return shares[new] - shares[old] if old in shares and new in shares else None


def new_paragraphs_note(subject: Inquiry) -> Iterator[Finding]:
    """Most new paragraphs of the latest edition do nothing but take note; of its other paragraphs fewer do."""
    latest = subject.symbols[-1]
    does = survival.new_and_kept(subject.opened).filter(symbol=latest)
    (fresh, noting), (kept, kept_noting) = (_counted(does.filter(share=share)) for share in ("new", "kept"))
    if not fresh:
        return
    new = does.filter(share="new")["paragraphs"].explode().to_list()
    interval = share_difference(_each(kept_noting, kept), _each(noting, fresh))
    yield judge(
        "new_paragraphs_note",
        {"edition": latest, "new": fresh, "noting": noting, "kept": kept, "kept_noting": kept_noting},
        interval, value=noting / fresh, comparison=kept_noting / max(1, kept), n=fresh + kept,
        unit="paragraphs", others=subject.elsewhere(lambda tables: _new_difference(tables, latest, new)),
    )  # fmt: skip


def _counted(does: pl.DataFrame) -> tuple[int, int]:
    """How many paragraphs there are, and how many of them do nothing but take note."""
    return int(does["count"].sum()), int(does.filter(does="notes")["count"].sum())


def _each(part: int, whole: int) -> tuple[list[int], list[int]]:
    return [1] * part + [0] * (whole - part), [1] * whole


def _noting(tables: Frames, symbol: str, ids: Sequence[str], *, inside: bool) -> tuple[list[int], list[int]]:
    """Of some paragraphs of an edition, or of all others: whether each does nothing but take note."""
    among = pl.col("paragraph").is_in(list(ids))
    clauses = tables["clauses"].filter((pl.col("symbol") == symbol) & (among if inside else ~among))
    per = clauses.group_by("paragraph", maintain_order=True).agg(notes=(pl.col("class") == "NEU").all())
    return per["notes"].cast(pl.Int64).to_list(), [1] * per.height


def _new_difference(tables: Frames, symbol: str, ids: Sequence[str]) -> float | None:
    """The same in another language, whose paragraphs have the same numbers."""
    (fresh, _), (rest, _) = (_noting(tables, symbol, ids, inside=inside) for inside in (True, False))
    return sum(fresh) / len(fresh) - sum(rest) / len(rest) if fresh and rest else None
