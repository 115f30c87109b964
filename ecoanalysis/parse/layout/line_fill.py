"""How full the lines of a text are whose words touch: such lines break at any character, so that each is full or ended.

What a line that goes on leaves free is less than what stands first on the next one needs: lines that surely go on tell
by how much a tool's columns are wrong, lines that surely begin tell how far in first lines are set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from unicodedata import category

from ecoanalysis.parse.layout.lines import Line, last_sign
from ecoanalysis.parse.text.width import columns, is_wide

_ENOUGH = 4  # lines that tell what the others look like
_SCANT = 0.75  # of the width: a line that goes on has so much
_LONGER = 1.15  # times as wide as most: a line of a note that was not told, in smaller type
_STEP = 2.0  # columns of a full-width sign
_UNKNOWN = 4.0  # columns: so far first lines may be set in where none tells
_INDENT = 3.0  # columns: less may be a sign that found no room
_DEEPEST = 15.0  # columns: no first line is set in so far
_SURE = 8.0  # columns that a line leaves free beyond doubt
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")  # justified lines: 欢 迎
# columns of signs of half width on a page whose letters are not all as wide, measured on lines of pages set so
_PRINTED = ((str.isdigit, 1.1), (str.isupper, 1.3), (str.islower, 1.0), (str.isspace, 0.5), (str.isascii, 0.65))


def set_columns(text: str) -> float:
    """Return the columns that a text fills on a page where signs of half width differ.

    Examples
    --------
    >>> set_columns("大会 第 70/1 号"), columns("大会 第 70/1 号")
    (12.95, 15)
    """
    text = _BETWEEN.sub("", text)
    half = [char for char in text if char.isascii()]
    sizes = (next(size for of, size in _PRINTED if of(char)) for char in half)
    return round(columns(text) - len(half) + sum(sizes), 2)


@dataclass(frozen=True)
class Fill:
    """The lines of a preamble, those of the whole text, which tell where it has few, and how wide each is."""

    preamble: Sequence[Line]
    whole: Sequence[Line]
    terminal: str
    size: Callable[[str], float] = columns

    def _going_on(self, lines: Sequence[Line]) -> list[tuple[Line, Line, Line]]:
        """Each line that no stop ends, between those before and behind it."""
        threes = zip(lines, lines[1:], lines[2:], strict=False)
        return [(before, line, below) for before, line, below in threes if not self._ended(line)]

    def _ended(self, line: Line) -> bool:
        return last_sign(line.text) in self.terminal

    @cached_property
    def _inside(self) -> list[tuple[float, float]]:
        """Of lines inside a paragraph, how wide they are, and with the first sign of the next one."""
        near, all_lines = self._full_of(self.preamble), self._full_of(self.whole)
        return near if len(near) >= min(_ENOUGH, len(all_lines)) else all_lines

    def _full_of(self, lines: Sequence[Line]) -> list[tuple[float, float]]:
        pairs = [
            (self.size(line.text), self.size(line.text) + self.size(first_unit(below.text)))
            for before, line, below in self._going_on(lines)
            if not self._ended(before)
        ]
        sizes = sorted(size for size, _ in pairs)
        most = sizes[len(sizes) * 9 // 10] if sizes else 0.0
        return sorted(pair for pair in pairs if _SCANT * most < pair[0] < _LONGER * most)

    @property
    def tells(self) -> bool:
        """Whether there are lines enough, or few that agree."""
        return len(self._inside) >= _ENOUGH or (len(self._inside) > 1 and self.spread <= _STEP)

    @cached_property
    def full(self) -> float:
        """The width of a line that goes on and is no first one."""
        return self._inside[len(self._inside) * 3 // 4][0]

    @cached_property
    def error(self) -> float:
        """By how much the room that a line leaves is measured wrong, at most."""
        free = sorted(self.full - needed for _, needed in self._inside)
        return min(max(0.5, free[len(free) * 9 // 10]), _STEP)

    @property
    def spread(self) -> float:
        """How much the widths of full lines differ."""
        return self.full - self._inside[len(self._inside) // 10][0]

    def room(self, last: Line, line: Line) -> float:
        """The columns that are left behind a line, had the first sign of the next one stood there too.

        Signs of full width alone are measured right.
        """
        wrong = 0.0 if all(map(is_wide, last.text)) else self.error
        return self.full - self.size(last.text) - self.size(first_unit(line.text)) - wrong

    @cached_property
    def indent(self) -> float | None:
        """How far first lines are set in; None where too few tell. One alone does as lines with a number agree."""
        likely = self._free_of_first(self.preamble)
        labelled = self._free_of_first(self.whole) if len(likely) == 1 else []
        alike = [size for size in labelled if abs(size - likely[0]) <= _STEP / 2]
        return likely[len(likely) // 2] if len(likely) > 1 or len(alike) > 1 else None

    def _free_of_first(self, lines: Sequence[Line]) -> list[float]:
        """What lines that surely begin a paragraph and go on leave free."""
        free = (
            self.full - self.size(line.text)
            for before, line, _ in self._going_on(lines)
            if self._ended(before) and self.room(before, line) > _SURE
        )
        return sorted(size for size in free if size < _DEEPEST)

    def room_behind(self, block: Sequence[Line], line: Line) -> float:
        """The room that is left behind a block, had the next line begun there; its first line may be set in."""
        set_in = 0.0 if len(block) > 1 else _UNKNOWN if self.indent is None else max(self.indent, 0.0)
        return self.room(block[-1], line) - set_in

    def is_cut_early(self, line: Line, below: Line) -> bool:
        """Whether letters and figures that no line end cuts stand below a line, and found no room behind it."""
        return self.full - self.size(line.text) - self.size(first_unit(below.text)) < -self.error

    def is_set_in(self, line: Line) -> bool | None:
        """Whether a line that goes on has room for an indent; None where its width does not tell."""
        if self._ended(line) or self.indent is None:
            return None
        free = self.full - self.size(line.text)
        if self.indent < _INDENT + 1:
            return None
        likely = self.indent - 1 <= free <= self.indent + _STEP
        return False if free < self.indent / 2 - 0.5 else True if likely else None


def fill_of(preamble: Sequence[Line], whole: Sequence[Line], terminal: str) -> Fill | None:
    """Return how full lines are, by the measure that they agree in more; None where too few tell."""
    fills = [fill for size in (columns, set_columns) if (fill := Fill(preamble, whole, terminal, size)).tells]
    return min(fills, key=lambda fill: fill.spread, default=None)


def first_unit(text: str) -> str:
    """Return what a line cannot do without at its head: a sign and the stop behind it, or letters and figures."""
    first = text[:1] if is_wide(text[0]) else "".join(takewhile(_is_joined, text)) or text[:1]
    if category(first[-1]) in ("Ps", "Pi"):
        first = text[: len(first) + 1]
    stops = takewhile(lambda char: category(char) in ("Po", "Pe", "Pf"), text[len(first) :])
    return first + "".join(stops)


def _is_joined(char: str) -> bool:
    return not char.isspace() and not is_wide(char)
