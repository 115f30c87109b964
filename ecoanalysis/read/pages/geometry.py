"""What every page has, however it came: lines in reading order, each with its place, and rules between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar


class Rule(NamedTuple):
    """A line drawn across a part of the page, as above its notes."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """Characters side by side, from left to right; ``y``, the base line, falls from the top of the page to its foot."""

    text: str
    x: float
    right: float
    y: float
    size: float
    raised: tuple[tuple[int, int], ...]
    """Ranges of characters that are small and raised, and are a mark."""

    @property
    def begins_raised(self) -> bool:
        return bool(self.raised) and self.raised[0][0] == 0


AnyLine = TypeVar("AnyLine", bound=PageLine, covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[AnyLine]):
    """Lines in reading order, the rules drawn between them, and what is set across or beside them."""

    lines: Sequence[AnyLine]
    rules: Sequence[Rule] = ()
    outside: Sequence[AnyLine] = ()
    """Line numbers in the margin and watermarks: they belong to the page."""
