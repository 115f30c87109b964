"""How well the heads of drafts are read: symbol, title and sponsors, held against a reader's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecoanalysis.errors import EcoanalysisError


@dataclass(frozen=True)
class HeadScore:
    """Shares of right symbols and titles, F1 of sponsors, and what differs: file, field, expected, read."""

    drafts: int
    symbol: float
    title: float
    sponsors: float
    differences: tuple[tuple[str, str, Any, Any], ...]


def score_heads(folder: Path, gold: Path) -> HeadScore:
    """Return how well the heads of a folder's drafts are read, held against what a reader wrote down of each.

    A text that is refused counts as read wrong in every field.
    """
    expected: dict[str, dict[str, Any]] = tomllib.loads(gold.read_text(encoding="utf-8"))
    read = {name: _head(folder / name) for name in expected}
    differences = [
        (name, field, value, read[name].get(field))
        for name, fields in expected.items()
        for field, value in fields.items()
        if _comparable(value) != _comparable(read[name].get(field))
    ]
    wrong = [field for _, field, *_ in differences]
    return HeadScore(
        len(expected),
        1 - wrong.count("symbol") / len(expected),
        1 - wrong.count("title") / len(expected),
        _f1(expected, read),
        tuple(differences),
    )


def _head(path: Path) -> Mapping[str, Any]:
    from ecoanalysis.parse import parse_resolution
    from ecoanalysis.read import read_document

    try:
        resolution = parse_resolution(read_document(path))
    except EcoanalysisError:
        return {}
    return {"symbol": resolution.symbol, "title": resolution.title, "sponsors": list(resolution.sponsors)}


def _comparable(value: Any) -> Any:
    """Without what two printings of one name differ in: the apostrophe's form, spaces, order."""
    if isinstance(value, list):
        return sorted(map(_comparable, value))
    return " ".join(value.replace("’", "'").split()) if isinstance(value, str) else value


def _f1(expected: Mapping[str, Mapping[str, Any]], read: Mapping[str, Mapping[str, Any]]) -> float:
    right = wanted = got = 0
    for name, fields in expected.items():
        named, listed = (set(_comparable(each.get("sponsors", []))) for each in (fields, read[name]))
        right, wanted, got = right + len(named & listed), wanted + len(named), got + len(listed)
    return 2 * right / (wanted + got) if wanted + got else 1.0
