"""What statements are asked about: the texts that are counted, in every language at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import polars as pl

from ecoanalysis.measures import counts
from ecoanalysis.measures.frames import narrow
from ecoanalysis.measures.measure import Frames
from ecoanalysis.measures.tables_at_hand import Opened, every_version


@dataclass(frozen=True)
class Inquiry:
    """What is asked about: the texts that are counted, and the same resolutions in every language at hand."""

    opened: Opened

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        return tuple(version.symbol for version in self.opened.versions)

    @cached_property
    def language(self) -> str:
        return self.opened.versions[-1].language if self.opened.versions else ""

    @cached_property
    def others(self) -> dict[str, Frames]:
        """The tables of the other languages that texts counted are at hand in."""
        every = every_version(self.opened.corpus)
        languages = {version.language for version in every.versions if version.symbol in self.symbols}
        return {language: narrow(every, language=language) for language in sorted(languages - {self.language})}

    @cached_property
    def extent(self) -> dict[str, dict[str, Any]]:
        return by_symbol(counts.per_text(self.opened))

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        return list(pairwise(self.symbols))

    @cached_property
    def units(self) -> pl.DataFrame:
        return counts.paragraph_units(self.opened)

    def of(self, symbol: str, part: str, whole: str = "") -> tuple[list[int], list[int]]:
        """Return of each paragraph of a text what is counted, and of how many."""
        rows = self.units.filter(symbol=symbol)
        return rows[part].to_list(), rows[whole].to_list() if whole else [1] * rows.height

    def elsewhere(self, measure: Callable[[Frames], float | None]) -> list[float]:
        """Return what a number is in the other languages at hand, where it can be said."""
        stated = [measure(tables) for tables in self.others.values()]
        return [value for value in stated if value is not None]

    def changes_elsewhere(self, old: str, new: str, count: Callable[[dict[str, Any]], float | None]) -> list[float]:
        """Return how a count of a text differs between two texts in the other languages at hand."""
        return self.elsewhere(lambda tables: _change(tables, old, new, count))


def by_symbol(frame: pl.DataFrame) -> dict[str, dict[str, Any]]:
    """Return the rows of a frame of one row a text, by the symbol of the text."""
    return {row["symbol"]: row for row in frame.iter_rows(named=True)}


def _change(tables: Frames, old: str, new: str, count: Callable[[dict[str, Any]], float | None]) -> float | None:
    """The difference of a number between two texts in some tables; None where either is not there."""
    rows = by_symbol(counts.per_text(tables))
    before, after = (count(rows[symbol]) if symbol in rows else None for symbol in (old, new))
    return None if before is None or after is None else after - before
