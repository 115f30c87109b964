"""The lines of a block joined to one text: the space between two lines, the hyphen at a line's end, the lost one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ecoanalysis.parse.layout.blocks import BREAK, JOIN, Block
from ecoanalysis.parse.layout.line_look import Look
from ecoanalysis.parse.layout.lines import Line

_SLASHED = re.compile(r"[^\x00-\x7f]\s?\d{1,3}/$")  # a mark that ends the line: 、6/
_BEFORE = 5  # signs before a gap that tell what stood in it
_BEHIND = 5  # and behind it


class JoinedText:
    """The text of a block as it grows line by line, with the offset of each of its characters in the raw text.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> look = Look(read_text("Requests a report of\\nthe Secretary-\\nGeneral;"))
    >>> joined = JoinedText(look, [BREAK] * len(look.raw))
    >>> for line in look.lines:
    ...     joined.add(line)
    >>> joined.text
    'Requests a report of the Secretary-General;'
    """

    def __init__(self, look: Look, kinds: list[str]) -> None:
        self.look = look
        self.kinds = kinds
        self.text = ""
        self.offsets: list[int] = []
        self.uncertain: list[Line] = []
        """Lines that a tool made of two, whose words do not tell where."""

    def add(self, line: Line) -> None:
        if self.text:
            self._join(line)
        places = self.look.hyphens.all_lost(line.text) if self.look.joined_lines else []
        begin = 0
        for lost in places:
            self.text += f"{line.text[begin : lost.start]}-"
            end = line.start + lost.start
            self.offsets += [*range(line.start + begin, end), end - 1]
            begin = lost.end
        self.text += line.text[begin:]
        self.offsets += range(line.start + begin, line.end)
        ends = [0, *(lost.end for lost in places), len(line.text)]
        two = any(self.look.hyphens.is_two(line.text[i:j]) for i, j in pairwise(ends))
        if self.look.joined_lines and (two or not all(lost.sure for lost in places)):
            self.uncertain.append(line)

    def _join(self, line: Line) -> None:
        """Set what stood between the text and a line before it was wrapped there."""
        gap = self._gap(line.text)
        for offset in range(self.offsets[-1] + 1, line.start):
            if self.kinds[offset] == BREAK:
                self.kinds[offset] = JOIN
        if hyphened := self.look.hyphens.at_end(self.text, line.text):
            gap = ""
            if not hyphened.endswith("-"):
                self.text = self.text[:-1]
                self.kinds[self.offsets.pop()] = JOIN
        self.text += gap
        self.offsets += [self.offsets[-1] + 1] * len(gap)

    def _gap(self, right: str) -> str:
        if self.look.patterns.word_space:
            return self.look.patterns.word_space
        if right[0].isdigit() and _SLASHED.search(self.text[-_BEFORE:]):
            return " "
        if self.look.patterns.cut_number.search(f"{self.text[-_BEFORE:]}\n{right[:_BEHIND]}"):
            return ""
        left = self.text[-1]
        latin = left.isascii() and right[0].isascii() and left.isalnum() and right[0].isalnum()
        return " " if latin else ""


def joined(look: Look, kinds: list[str], lines: Sequence[Line], number: Line | None) -> tuple[Block, list[Line]]:
    """Return the block of some lines and those of them that are doubtful; ``number`` stands behind the first line."""
    text = JoinedText(look, kinds)
    inside = None
    for line in lines:
        text.add(line)
        if line is number:
            inside = (len(text.text) - len(line.text), len(text.text))
    return Block(text.text, text.offsets, numbered_inside=inside), text.uncertain
