"""How far a measure may be trusted: what was measured of the kinds of fact that it counts."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

LEAST_SEEN = ("fresh", "unseen", "asking", "random", "enriched", "whole")
"""The golds: first that of documents on which no rule was made, then by how little the rules were made with them."""

NOT_USED = LEAST_SEEN[:2]
"""The golds of documents not used to write the rules."""

FEW = 30
"""Facts of a kind below which a gold tells how many were found, and no share of them."""
_FIGURES = ("n", "matched", "precision", "recall", "f1", "low", "high")


def accuracy(*facts: str, language: str = "") -> pl.DataFrame:
    """Return what was measured of kinds of fact against what readers annotated.

    Parameters
    ----------
    facts
        Kinds of fact, as the quality report names them; all where none is named.
    language
        Language of the texts; all that were measured where it is empty.

    Returns
    -------
    polars.DataFrame
        One row per kind, language and gold (whole documents, or paragraphs drawn at random): ``n`` facts that readers
        found, of which the program found ``matched``, ``precision``, ``recall``, ``f1``, and the 95 % interval of
        ``f1`` (``low``, ``high``).

    Examples
    --------
    >>> accuracy("hedges", language="en")["f1"].null_count()
    0
    """
    import polars as pl

    rows = [
        {"facts": kind, "language": gold["language"], "gold": gold["name"], "documents": gold["documents"]}
        | {name: figures.get(name) for name in _FIGURES}
        for gold in _golds()
        for kind, figures in gold["kinds"].items()
        if (not facts or kind in facts) and language in ("", gold["language"]) and not gold["aside"]
    ]
    schema: dict[str, Any] = dict.fromkeys(("facts", "language", "gold"), pl.String)
    schema |= dict.fromkeys(("documents", "n", "matched"), pl.Int64) | dict.fromkeys(_FIGURES[2:], pl.Float64)
    return pl.DataFrame(rows, schema=schema)


def least_seen(language: str, *facts: str) -> tuple[str, list[dict[str, Any]]]:
    """Return what was measured of kinds of fact on documents that no rule was made on, and of texts in which language.

    That is the language named, where it was measured, else the first that was.

    Examples
    --------
    >>> language, rows = least_seen("en", "classes", "themes")
    >>> language, [row["facts"] for row in rows]
    ('en', ['classes', 'themes'])
    """
    frame = accuracy(*facts).filter(gold=LEAST_SEEN[0]).drop_nulls("f1")
    measured = frame["language"].unique().sort().to_list()
    chosen = language if language in measured or not measured else measured[0]
    rows = sorted(frame.filter(language=chosen).iter_rows(named=True), key=lambda row: facts.index(row["facts"]))
    return chosen, rows


def below(bound: float) -> list[dict[str, Any]]:
    """Return the rows of ``accuracy`` whose F1 is below a bound: of each kind and language that of one gold.

    It is the gold whose documents the rules were made with least, of those with thirty facts of the kind.

    Examples
    --------
    >>> all(row["f1"] < 0.85 and row["n"] >= FEW for row in below(0.85))
    True
    """
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in accuracy().drop_nulls("f1").iter_rows(named=True):
        if row["n"] >= FEW:
            grouped.setdefault((row["facts"], row["language"]), []).append(row)
    chosen = [_least_seen(rows) for rows in grouped.values()]
    return sorted((row for row in chosen if row["f1"] < bound), key=lambda row: (row["f1"], row["language"]))


def reading_rates(facts: str, language: str) -> tuple[float, float]:
    """Return precision and recall of a kind of fact, by the gold whose documents the rules were made with least.

    It must have thirty facts of the kind; where none has, the one with most. Where a language has not been measured,
    the lowest of the others' stand for it. That no fault was met among a few facts does not say that there is none, so
    that no rate is 1 (rule of succession).

    Examples
    --------
    >>> all(0.5 < rate < 1 for rate in reading_rates("paragraphs", "en"))
    True
    """
    rows = [row for row in accuracy(facts).iter_rows(named=True) if row["precision"] is not None and row["recall"]]
    ours = [row for row in rows if row["language"] == language]
    rates = [
        tuple(min(row[name], (row["n"] + 1) / (row["n"] + 2)) for name in ("precision", "recall"))
        for row in ([_least_seen(ours)] if ours else rows)
    ]
    return min((precision for precision, _ in rates), default=1.0), min((recall for _, recall in rates), default=1.0)


def _least_seen(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The row of the gold that the rules were made with least, of those with enough facts."""
    ordered = sorted(rows, key=lambda row: LEAST_SEEN.index(row["gold"]))
    return next((row for row in ordered if row["n"] >= FEW), None) or max(rows, key=lambda row: row["n"])


def text_rates(kind: str, language: str) -> tuple[float, float]:
    """Return precision and recall of what a text's structure is held against: wrapped text against what its XML states.

    ``words`` are paragraphs whose words are all there and no others. Where a language has not been measured, the lowest
    of the others' stand for it.

    Examples
    --------
    >>> all(0.9 < rate < 1 for rate in text_rates("words", "en"))
    True
    """
    measured = _quality()["structure"]
    ours = [measured[language]] if language in measured else [*measured.values()]
    kinds = [structure["text"]["kinds"][kind] for structure in ours]
    return min(each["both"] / each["found"] for each in kinds), min(each["both"] / each["stated"] for each in kinds)


def _golds() -> list[dict[str, Any]]:
    golds: list[dict[str, Any]] = _quality()["golds"]
    return golds


@cache
def _quality() -> dict[str, Any]:
    measured: dict[str, Any] = json.loads(
        files("ecoanalysis").joinpath("data/quality.json").read_text(encoding="utf-8")
    )
    return measured
