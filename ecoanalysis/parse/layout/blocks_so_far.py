"""The lines of a text gathered into blocks so far: which number is due, and where a heading stands among them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ecoanalysis.parse.layout.line_look import Look
from ecoanalysis.parse.layout.lines import Line, last_sign

_EARLY = 0.62  # of the width: so short no line is that the next word had no room behind
_FULL, _WHOLE, _PIECES = 0.77, 1.1, 6  # widths that the pieces of one line have together; how many they are at most
_IDLE = 0.3  # share of empty lines in the middle of sentences
_INDENT = 0.15  # of the width
_HEADINGS = 3  # that stand one below the other, at most: a part's, a section's


class Gathered:
    """Blocks of lines, each a paragraph, a heading or a line of a page's head.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> look = Look(read_text("The General Assembly,\\n1. Requests a report;\\n2. Decides to go on."))
    >>> gathered = Gathered(look)
    >>> gathered.blocks += [[line] for line in look.lines[:2]]
    >>> gathered.is_due(2), gathered.is_due(3)
    (True, False)
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.patterns = look.patterns
        self.blocks: list[list[Line]] = []
        self.numbered: dict[int, Line] = {}
        """The number of a block whose number stands behind its first line."""
        self.opened = False
        """Whether an organ has opened its text: before, each line of a page's head stands for itself."""
        self.uncertain_openings: list[Line] = []

    @property
    def has_numbers(self) -> bool:
        """Whether a paragraph of the section has a number: behind the sign of the next one stands a preamble again."""
        for index in range(len(self.blocks) - 1, -1, -1):
            first = self.blocks[index][0].text
            if index in self.numbered or self.patterns.number.match(first):
                return True
            if index < len(self.blocks) - 1 and self.patterns.heading.fullmatch(first):
                return False
        return False

    @property
    def is_in_preamble(self) -> bool:
        """Whether an organ has opened its text, and no number stands yet; nor is a last recital's end above."""
        return (
            self.opened and not self.has_numbers and last_sign(self.blocks[-1][-1].text) not in self.patterns.full_stop
        )

    @property
    def ended(self) -> bool:
        """Whether the last block is a finished paragraph: then a line below a page's notes cannot continue it."""
        return bool(self.blocks) and self.blocks[-1][-1].text[-1] in self.patterns.terminal

    @property
    def cut_short(self) -> Iterator[Line]:
        """Lines inside paragraphs that end in the middle of a sentence, though the next word had room behind them."""
        look, idle = self.look, self._are_gaps_idle()
        for block in self.blocks if look.wrapped and not look.marks_end_lines else ():
            for row, (line, below) in enumerate(pairwise(block)):
                apart = below.page_start or look.is_beside_spread(line, below) or look.is_lifted_between(line, below)
                goes_on = line.text[-1].isalpha() and below.text[0].islower()
                if (
                    goes_on
                    and not apart
                    and look.is_short(line, below, _EARLY)
                    and not self._is_piece(block, row, idle)
                ):
                    yield line

    @property
    def left_behind(self) -> Iterator[Line]:
        """Words alone below an empty line that go on with what has its end above: a tool has set them there."""
        look = self.look
        for block in self.blocks if look.wrapped and not self._are_gaps_idle() else ():
            for above, line in pairwise(block):
                alone = line.text.isalpha() and line.text.islower() and look.has_gap(above, line)
                apart = look.turns(above, line) or look.is_lifted_between(above, line)
                if alone and not apart and last_sign(above.text) in self.patterns.terminal:
                    yield line

    def _are_gaps_idle(self) -> bool:
        """Whether empty lines stand anywhere: many do in the middle of a sentence."""
        pairs = [pair for block in self.blocks for pair in pairwise(block)]
        pairs = [(line, below) for line, below in pairs if line.text[-1].isalpha() and below.text[0].islower()]
        return sum(self.look.has_gap(*pair) for pair in pairs) > _IDLE * len(pairs)

    def _is_piece(self, block: list[Line], row: int, idle: bool) -> bool:
        """Whether a line and some beside it are pieces of one printed line, as tools cut it where the type changes.

        Pieces of a paragraph's last line stand below a full one.
        """
        width, above = self.look.width, max(0, row - _PIECES)
        end_of_block = len(block) <= row + _PIECES + 1
        block, row = block[above : row + _PIECES + 1], row - above
        apart = [not idle and self.look.has_gap(*pair) for pair in pairwise(block)]
        for begin in range(row + 1):
            if any(apart[begin:row]):
                continue  # an empty line parts no pieces of one
            # a paragraph's first line has its number or is set in
            first = begin + above == 0 or (begin > 0 and bool(self.patterns.number.fullmatch(block[begin - 1].text)))
            full = (_FULL - _INDENT if first else _FULL) * width
            columns = sum(line.columns + 1 for line in block[begin:row])
            below_full = begin > 0 and block[begin - 1].columns > _FULL * width
            for last in range(row, len(block)):
                if last > row and apart[last - 1]:
                    break
                columns += block[last].columns + 1
                whole = columns > full or (below_full and end_of_block and last == len(block) - 1)
                if begin < last and whole and columns < _WHOLE * width:
                    return True
        return False

    def is_due(self, number: int) -> bool:
        """Whether a number is the next paragraph's."""
        for index in range(len(self.blocks) - 1, -1, -1):
            first = self.numbered.get(index, self.blocks[index][0])
            if label := self.patterns.number.match(first.text):
                return number in (int(label["number"]) + 1, 1)
        return number == 1

    def numbers(self, line: Line) -> bool:
        """Whether a line begins with the number that is due."""
        number = self.patterns.number.match(line.text)
        return bool(number) and self.is_due(int(number["number"] if number else 0))

    def starts(self, line: Line) -> bool:
        """Whether a line looks like the beginning of a paragraph."""
        return self.numbers(line) or bool(self.patterns.point.match(line.text)) or self.look.has_opening(line)

    # headings

    def heading_in(self, block: list[Line]) -> int:
        """Where, behind a finished paragraph, at most five lines that no stop ends begin; 0 for nowhere."""
        last = len(block) - 1
        if block and last_sign(block[last].text) in self.patterns.terminal:
            return 0
        if block and block[last].text in self.look.note_numbers:
            return 0  # a mark that found no room behind its word
        for row in range(last, max(last - 6, -1), -1):
            if self.patterns.number.fullmatch(block[row].text):
                return 0  # the stop behind a paragraph's number ends nothing (61/12, paragraph 8)
            if last_sign(block[row].text) in self.patterns.operative_end:
                return 0 if block[row + 1].text[0].islower() else row + 1
        return 0

    def is_heading(self, block: list[Line]) -> bool:
        """Whether the block may be a heading: it stands behind a finished paragraph, or headings behind one.

        Words that begin with a small letter end a list of points, or go on with what stands above.
        """
        if block[0].text[0].islower():
            return False
        for place, above in enumerate(reversed(self.blocks[:-1])):
            if len(block) > 3 or self.look.is_labelled(block[0]) or self.look.has_opening(block[0]):
                return False
            if last_sign(above[-1].text) in self.patterns.terminal or self.patterns.heading.fullmatch(above[-1].text):
                return True
            if place > _HEADINGS:
                return False
            block = above
        return False

    def part_heading(self) -> None:
        """Set the lines of a heading apart from the paragraph that they were taken to continue."""
        block = self.blocks[-1]
        if begin := self.heading_in(block):
            self.blocks[-1:] = [block[:begin], block[begin:]]
