"""A series → tables: its links, changes, lineages and obligations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.comparison import Change, Evidence
from ecoanalysis.model.series import Evolution, Obligation
from ecoanalysis.tables.columns import SERIES_TABLES

Row = dict[str, Any]
_NAMES = ("hedge", "intensifier", "band", "class", "verb", None)  # changes whose evidence is a verb, a hedge or a party


def series_tables(evolution: Evolution) -> dict[str, pl.DataFrame]:
    """Return the tables ``links``, ``changes`` and ``lineages`` of a series, as they are in one language.

    Examples
    --------
    >>> from ecoanalysis.recurring.at_hand import open_series
    >>> from ecoanalysis.recurring.lineage import follow
    >>> tables = series_tables(follow(open_series("eco"), "zh"))
    >>> tables["links"].select("old", "new").unique(maintain_order=True).rows()
    [('A/RES/75/324', 'A/RES/77/330'), ('A/RES/77/330', 'A/RES/79/330')]
    """
    key = {"series": evolution.series.id, "language": evolution.language}
    rows = {"links": _links(evolution), "changes": _changes(evolution), "lineages": _lineages(evolution)}
    return {name: pl.DataFrame([key | row for row in rows[name]], schema=SERIES_TABLES[name].schema) for name in rows}


def obligation_table(obligations: Iterable[Obligation], series: str | None, language: str = "") -> pl.DataFrame:
    """Return the table ``obligations`` of a series, or of resolutions that are of none.

    What each is about is told in ``language`` where a text at hand is in it, else in that of most editions.
    """
    table = SERIES_TABLES["obligations"]
    rows = [{"series": series} | _obligation(obligation, language) for obligation in obligations]
    return pl.DataFrame(rows, schema=table.schema)


def _obligation(obligation: Obligation, language: str) -> Row:
    names = {column.name for column in SERIES_TABLES["obligations"].columns}
    row = {name: getattr(obligation, name) for name in obligation.__slots__ if name in names}
    worded_in = language if language in obligation.subject else next(iter(obligation.subject))
    row |= {name: words for name, words in obligation.words.get(language, {}).items() if not _is_body(row[name])}
    return row | {
        "subject": obligation.subject[worded_in],
        "subject_language": worded_in,
        "languages": list(obligation.languages),
        "differs": list(obligation.differs),
    }


def _is_body(names: str | None) -> bool:
    """Whether it is bodies by their ids, which no language words otherwise."""
    return names is not None and all(name in registry() for name in names.split(", "))


def _links(evolution: Evolution) -> Iterator[Row]:
    for comparison in evolution.comparisons:
        for number, link in enumerate(comparison.links, 1):
            yield {
                "old": comparison.old.symbol,
                "new": comparison.new.symbol,
                "link": number,
                "old_paragraphs": list(link.old),
                "new_paragraphs": list(link.new),
                "base": link.base,
                "similarity": link.similarity,
                "types": list(link.types),
            }


def _changes(evolution: Evolution) -> Iterator[Row]:
    for comparison in evolution.comparisons:
        for number, link in enumerate(comparison.links, 1):
            for change in link.changes:
                yield {
                    "old": comparison.old.symbol,
                    "new": comparison.new.symbol,
                    "link": number,
                    "type": change.type,
                    "by": change.by,
                    "ladders": list(change.ladders),
                    "variance": change.variance,
                    **_evidence(change, "old", change.old),
                    **_evidence(change, "new", change.new),
                }


def _evidence(change: Change, side: str, evidence: Evidence | None) -> Row:
    named = evidence and change.by in _NAMES and change.type not in ("split", "merged", "promoted", "demoted", "moved")
    return {
        f"{side}_surface": evidence.text if evidence and named else None,
        f"{side}_start": evidence.start if evidence else None,
        f"{side}_end": evidence.end if evidence else None,
    }


def _lineages(evolution: Evolution) -> Iterator[Row]:
    for lineage in evolution.lineages:
        kind = lineage.kind
        for occurrence in lineage.occurrences:
            clause = occurrence.provision.clause
            yield {
                "lineage": lineage.id,
                "kind": kind,
                "symbol": occurrence.symbol,
                "paragraph": clause.paragraph,
                "index": clause.index,
                "step": occurrence.step,
                "types": list(occurrence.types),
                "verb": clause.verb.surface,
                "class": clause.class_,
                "band": clause.band,
            }
