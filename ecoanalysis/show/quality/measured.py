"""The measured figures that come with the package; nothing here measures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from ecoanalysis.evaluate.across_languages.bilingual import FIRST, SECOND
from ecoanalysis.evaluate.quality_report.figures import QUALITY
from ecoanalysis.lexicon import language_of


@cache
def figures() -> dict[str, Any]:
    """Return the measured figures; whoever gets them must not change them.

    Examples
    --------
    >>> sorted(figures())[:4]
    ['asked', 'bands', 'gold', 'golds']
    """
    measured: dict[str, Any] = json.loads(QUALITY.read_text(encoding="utf-8"))
    return measured


@cache
def renderings(language: str) -> list[dict[str, Any]]:
    """Return every verb of a language with the verbs of the other language that stand for it, and how often.

    Examples
    --------
    >>> asks = next(one for one in renderings("zh") if one["lemma"] == "请")
    >>> max(asks["head"], key=asks["head"].get)
    'requests'
    """
    measured: list[dict[str, Any]] = language_of(language).table("renderings")["rendering"]
    return measured


def same_band(where: str, measured: Mapping[str, Any] | None = None, band: str = "") -> tuple[int, int]:
    """Return in how many pairs of directives both languages use verbs of one band, and how many pairs there are.

    Parameters
    ----------
    where
        ``head`` or ``inside`` a paragraph.
    measured
        The figures; those of the package where none are given.
    band
        Only pairs whose Chinese verb is of that band.
    """
    cells = [cell for cell in (measured or figures())["bands"][where] if band in ("", cell[FIRST])]
    same = sum(cell["count"] for cell in cells if cell[FIRST] == cell[SECOND])
    return same, sum(cell["count"] for cell in cells)
