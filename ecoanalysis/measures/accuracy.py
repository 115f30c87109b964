"""How far a measure may be trusted: what was measured of the kinds of fact that it counts."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

_FIGURES = ("n", "precision", "recall", "f1", "low", "high")


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
        found, ``precision``, ``recall``, ``f1``, and the 95 % interval of ``f1`` (``low``, ``high``).

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
    schema |= {"documents": pl.Int64, "n": pl.Int64} | dict.fromkeys(_FIGURES[1:], pl.Float64)
    return pl.DataFrame(rows, schema=schema)


def reading_rates(facts: str, language: str) -> tuple[float, float]:
    """Return precision and recall of a kind of fact: what most facts of that kind were measured on.

    Where a language has not been measured, the lowest of the others' stand for it.

    Examples
    --------
    >>> all(0.5 < rate <= 1 for rate in reading_rates("classes", "en"))
    True
    """
    rows = [row for row in accuracy(facts).iter_rows(named=True) if row["precision"] is not None and row["recall"]]
    ours = [row for row in rows if row["language"] == language]
    if ours:
        most = max(ours, key=lambda row: row["n"])
        return most["precision"], most["recall"]
    return min((row["precision"] for row in rows), default=1.0), min((row["recall"] for row in rows), default=1.0)


@cache
def _golds() -> list[dict[str, Any]]:
    golds: list[dict[str, Any]] = json.loads(
        files("ecoanalysis").joinpath("data/quality.json").read_text(encoding="utf-8")
    )["golds"]
    return golds
