"""How surely facts are read, as every page writes it: a share where it rests on enough facts, else a count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.measures.accuracy import FEW

NONE = "–"
COLUMNS = ("facts", "gold", "documents", "n", "precision", "recall", "f1", "interval")
"""Of a table of figures, what is shown."""


def figure(value: float | None) -> str:
    """Return a share as it is written.

    Examples
    --------
    >>> figure(0.955), figure(None)
    ('0.95', '–')
    """
    return NONE if value is None else f"{value:.2f}"


def figures(n: int, measured: Mapping[str, Any], say: Labels) -> dict[str, str]:
    """Return ``precision``, ``recall``, ``f1`` and its ``interval``, of a kind of fact that readers found ``n`` of.

    Of few facts no share is stated, but how many of them the program has.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> figures(9, {"matched": 7, "f1": 0.76, "recall": 0.61}, labels("en"))
    {'precision': '–', 'recall': '–', 'f1': '7 of 9', 'interval': '–'}
    >>> figures(90, {"precision": 1.0, "recall": 0.5, "f1": 0.67, "low": 0.6, "high": 0.7}, labels("en"))
    {'precision': '1.00', 'recall': '0.50', 'f1': '0.67', 'interval': '0.60–0.70'}
    """
    if n < FEW:
        counted = say("quality.gold_count", n=n, matched=measured["matched"]) if n else NONE
        return {"precision": NONE, "recall": NONE, "f1": counted, "interval": NONE}
    shares = {name: figure(measured.get(name)) for name in ("precision", "recall", "f1")}
    low, high = measured.get("low"), measured.get("high")
    return shares | {"interval": NONE if low is None or high is None else f"{figure(low)}–{figure(high)}"}
