"""A statement that was asked, and the rules by which it qualifies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ecoanalysis.measures.intervals import Interval

RULES = ("known", "interval", "languages", "ladders", "units")
FEW = 10
"""Units below which a share is no statement, and a statement leads nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that was asked: its values, what they are compared by, and which rules it breaks."""

    template: str
    """Which sentence says it: ``finding.<template>`` of the labels."""
    values: Mapping[str, Any] = field(repr=False)
    """What the sentence is filled with: numbers, shares (``…_share``), symbols, ids (``…_body``, ``…_party``)."""
    value: float | None
    comparison: float | None
    n: int
    """How many units the statement rests on."""
    unit: str
    interval: Interval
    """Of the difference; all None where nothing is estimated."""
    fell: tuple[str, ...]
    """The rules that it breaks, in their order; none where it qualifies."""

    @property
    def qualifies(self) -> bool:
        return not self.fell

    @property
    def strength(self) -> float:
        """How far the difference is from none, in widths of its interval."""
        low, high = self.interval.low, self.interval.high
        if low is None or high is None or self.interval.value is None:
            return 0.0
        return abs(self.interval.value) / max((high - low) / 2, 0.01 * abs(self.interval.value), 1e-9)


def judge(
    template: str,
    values: Mapping[str, Any],
    interval: Interval,
    *,
    value: float | None,
    comparison: float | None,
    n: int,
    unit: str,
    complete: bool = True,
    estimated: bool = True,
    others: Sequence[float] = (),
    ladders: Sequence[float] = (),
    units: Sequence[float] = (),
) -> Finding:
    """Judge a statement: ``others``, ``ladders`` and ``units`` are the same difference by other means."""
    sign = interval.value if interval.value is not None else 0.0
    broken = {
        "known": not complete or value is None or comparison is None,
        "interval": estimated and not interval.excludes_zero,
        "languages": any(other * sign <= 0 for other in others),
        "ladders": any(other * sign <= 0 for other in ladders),
        "units": any(other * sign <= 0 for other in units),
    }
    fell = tuple(rule for rule in RULES if broken[rule])
    return Finding(template, values, value, comparison, n, unit, interval, fell)
