"""What is lifted out of a negotiating text: marks, labels of paragraphs, and heads of lines that say who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

About = Literal["before", "behind", "last", "paragraph"] | None
"""In the bracket before or behind a mark, in the last bracket of its line, or all its paragraph."""

CHOICE = 120  # characters of a bracket that can offer a choice


@dataclass(frozen=True, slots=True)
class LiftedMark:
    """One mark in the raw text: what of it is cut, and what the mark says."""

    kind: str
    start: int
    end: int
    text: str
    cuts: tuple[tuple[int, int], ...]
    proposer: str | None = None
    status: str | None = None
    about: About = None
    """Where the words stand that it is about, if not in it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at a line's head: part and number of its paragraph, and how it stands to others of that number."""

    start: int
    end: int
    preamble: bool
    number: int
    suffix: str
    printed: bool
    """Whether it is a plain number, which every text has."""
    proposer: str | None = None

    @property
    def id(self) -> str:
        return f"{'P' if self.preamble else ''}{self.number}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Speaking:
    """The head of a line that says who speaks; ``counts`` says that it counts options."""

    start: int
    end: int
    sender: str | None
    counts: bool
