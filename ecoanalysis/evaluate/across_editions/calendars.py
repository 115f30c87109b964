"""Series and calendars: whether both languages give the same, and whether what was read by people says so too.

A join is a pair of successive editions of a series; an entry of the calendar an obligation that names its time. Both
are found from each language alone, over the resolutions that are at hand in both, and held against each other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.evaluate.scoring.scores import Tally, tally
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.series import Obligation, Series
from ecoanalysis.recurring.obligations import obligations_of
from ecoanalysis.recurring.recognise import find_series

if TYPE_CHECKING:
    import polars as pl

GOLD = PACKAGE / "data" / "gold" / "series"

Pair = tuple[str, str]


def joins(series: Iterable[Series], symbols: frozenset[str] | None = None) -> frozenset[Pair]:
    """Return the pairs of successive editions, of those symbols alone where some are named.

    Examples
    --------
    >>> from ecoanalysis.editions import shipped_editions
    >>> sorted(joins(find_series(shipped_editions())))[:1]
    [('A/RES/50/1', 'A/RES/51/21')]
    """
    kept = ([symbol for symbol in each.symbols if symbols is None or symbol in symbols] for each in series)
    return frozenset(pair for chain in kept for pair in pairwise(chain))


def joined_alike(editions: Sequence[Edition], languages: Pair) -> dict[str, Tally]:
    """Return how far the joins found from each language alone, and from both, agree with one another."""
    sides = {language: [edition for edition in editions if edition.language == language] for language in languages}
    shared = frozenset.intersection(*(frozenset(each.symbol or "" for each in side) for side in sides.values()))
    first, second = (joins(find_series(sides[language]), shared) for language in languages)
    both = joins(find_series([*sides[languages[0]], *sides[languages[1]]]), shared)
    return {
        " and ".join(languages): tally(second, first),
        f"{languages[0]} and both": tally(both, first),
        f"{languages[1]} and both": tally(both, second),
    }


@dataclass(frozen=True, slots=True)
class Judged:
    """Two resolutions, and whether a reader of titles and symbols takes the later for an edition of the earlier."""

    old: str
    new: str
    same: bool


def read_joins(path: Path = GOLD / "joins.toml") -> list[Judged]:
    """Return the pairs that were read."""
    return [Judged(**pair) for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]]


def judged_otherwise(series: Iterable[Series], read: Iterable[Judged]) -> list[Judged]:
    """Return the pairs of which the series say something else than the reader: an edition further on is one too."""
    chains = {symbol: each.symbols for each in series for symbol in each.symbols}
    return [pair for pair in read if (pair.new in chains.get(pair.old, ())) != pair.same]


# --- what falls due ---------------------------------------------------------------------------------------------------

Entry = tuple[str, str, bool, int | None, str | None]


def calendar_alike(
    groups: Sequence[Sequence[str]], tables: Mapping[str, pl.DataFrame], languages: Pair
) -> dict[str, Tally]:
    """Return how far the calendars of two languages agree: in their entries, and in who owes whom in those of both."""
    first, second = (_calendar(groups, tables, language) for language in languages)
    common = first.keys() & second.keys()
    parties = ([(entry, *calendar[entry]) for entry in common] for calendar in (first, second))
    ours, theirs = parties
    return {"entries": tally(list(second), list(first)), "parties": tally(theirs, ours)}


def _calendar(
    groups: Sequence[Sequence[str]], tables: Mapping[str, pl.DataFrame], language: str
) -> dict[Entry, tuple[str | None, str | None]]:
    obligations = (each for group in obligations_of(groups, tables, [language]) for each in group)
    return {_entry(each): (_registered(each.reporter), each.recipient) for each in obligations if each.due_from}


def _registered(names: str | None) -> str | None:
    """The bodies that are registered: words of two languages are never the same."""
    return ", ".join(sorted(name for name in (names or "").split(", ") if name in registry())) or None


def _entry(each: Obligation) -> Entry:
    asked = each.kind in ("report", "content", "briefing")
    return each.symbol, each.paragraph, asked, each.due_session, each.due_from


@dataclass(frozen=True, slots=True)
class ReadDue:
    """An obligation as a reader of the text has it; ``None`` where the text names no session, or nobody."""

    symbol: str
    paragraph: str
    kind: str
    session: int | None = None
    recipient: str | None = None
    owed: bool = True
    """Whether the text lets anything fall due there at all."""


def read_dues(path: Path = GOLD / "dues.toml") -> list[ReadDue]:
    """Return the obligations that were read."""
    return [ReadDue(**due) for due in tomllib.loads(path.read_text(encoding="utf-8"))["due"]]


def due_otherwise(obligations: Iterable[Obligation], read: Iterable[ReadDue]) -> Iterator[tuple[ReadDue, str]]:
    """Yield each obligation read that is not told so, with what differs: owed, session or recipient."""
    stated: dict[tuple[str, str, str], list[Obligation]] = {}
    for each in obligations:
        stated.setdefault((each.symbol, each.paragraph, each.kind), []).append(each)
    for due in read:
        rows = stated.get((due.symbol, due.paragraph, due.kind), [])
        if due.owed != bool(rows):
            yield due, "owed"
        elif rows and due.session not in {row.due_session for row in rows}:
            yield due, "session"
        elif rows and due.recipient not in {row.recipient for row in rows}:
            yield due, "recipient"
