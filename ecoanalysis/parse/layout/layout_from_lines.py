"""One pass over the lines of a plain text: pages, notes and links are lifted out, what is left is joined to blocks."""

from __future__ import annotations

from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Passage
from ecoanalysis.parse.layout.blocks import FURNITURE, TEXT, Layout
from ecoanalysis.parse.layout.blocks_so_far import Gathered
from ecoanalysis.parse.layout.footnote_lifting import LiftedOut
from ecoanalysis.parse.layout.joined_text import joined
from ecoanalysis.parse.layout.line_continuation import begins_block
from ecoanalysis.parse.layout.line_look import Look, around, marks_of
from ecoanalysis.parse.layout.lines import ADDRESS, SEPARATOR, Line, last_sign
from ecoanalysis.parse.layout.page_lines import page_lines
from ecoanalysis.parse.text.width import is_wide


def join_lines(document: Document) -> Layout:
    """Return the layout of a text whose format states no blocks, from the look of its lines.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> [block.text for block in join_lines(read_text("The General Assembly,\\n1. Requests a report;")).blocks]
    ['The General Assembly,', '1. Requests a report;']
    """
    return _Pass(document).layout()


class _Pass:
    """How far the reading has come."""

    def __init__(self, document: Document) -> None:
        self.look = Look(document)
        self.patterns = self.look.patterns
        self.lines = self.look.lines
        self.furniture = page_lines(self.look)
        self.gathered = Gathered(self.look)
        self.lifting = LiftedOut(self.look, self.gathered)
        self.lifting.links += [
            Passage(mark.value, [mark.start] * len(mark.value)) for mark in marks_of(document, "link")
        ]

    def layout(self) -> Layout:
        row = 0
        while row < len(self.lines):
            row = self._settle(row)
        lifting, gathered = self.lifting, self.gathered
        blocks = [
            joined(self.look, lifting.kinds, lines, gathered.numbered.get(index))
            for index, lines in enumerate(gathered.blocks)
        ]
        return Layout(
            tuple(block for block, _ in blocks),
            tuple(lifting.notes),
            tuple(lifting.links),
            self.look.raw,
            lifting.kinds,
            tuple(line for _, uncertain in blocks for line in uncertain),
            tuple(gathered.uncertain_openings),
            (*self.look.out_of_order, *gathered.left_behind),
            tuple(gathered.cut_short),
        )

    def _settle(self, row: int) -> int:
        """Lift a line out or add it to the text; return the index of the next line to be settled."""
        line, lifting = self.lines[row], self.lifting
        if row in self.furniture or self._heads_notes(row):
            lifting.mark(line, FURNITURE)
        elif note := around(self.look.stated_notes, line):
            lifting.stated_note(line, note)
        elif ADDRESS.fullmatch(line.text):
            lifting.link(line)
        elif SEPARATOR.fullmatch(line.text):
            lifting.mark(line, FURNITURE)
            return lifting.lift_notes(row + 1, self.furniture)
        elif lifting.begins_note(row, self.furniture):
            return lifting.lift_notes(row, self.furniture)
        else:
            self._add(row)
        return row + 1

    def _heads_notes(self, row: int) -> bool:
        """Whether a line is the heading of the notes that are listed below it."""
        line, *below = self.lines[row : row + 2]
        listed = bool(below) and around(self.look.stated_notes, below[0]) is not None
        return listed and bool(self.patterns.notes_heading.fullmatch(line.text))

    def _add(self, row: int) -> None:
        """Add a line to the block that it goes on with, or begin one."""
        line, gathered = self.lines[row], self.gathered
        self.lifting.mark(line, TEXT)
        gathered.opened = gathered.opened or bool(self.patterns.organ.fullmatch(line.text))
        if gathered.blocks and self._numbers_above(row):
            self._number_above(line)
        elif gathered.blocks and self._follows_heading(line):
            gathered.part_heading()
            gathered.blocks.append([line])
        elif gathered.blocks and not begins_block(gathered, line):
            gathered.blocks[-1].append(line)
        else:
            if gathered.blocks and gathered.opened and self.look.wrapped:
                gathered.part_heading()
            gathered.blocks.append([line])

    def _follows_heading(self, line: Line) -> bool:
        """Whether the line opens the next numbered paragraph, though what stands before it has no end: a heading."""
        number = self.patterns.number.match(line.text)
        if not self.gathered.opened or not self.look.wrapped or not number or not self.gathered.numbers(line):
            return False
        begun = line.text[number.end() :][:1]
        heading = self.gathered.heading_in(self.gathered.blocks[-1])
        return heading > 0 and (not begun or begun.isupper() or is_wide(begun))

    # a number behind the first line of its paragraph

    def _number_above(self, number: Line) -> None:
        blocks = self.gathered.blocks
        if len(blocks[-1]) > 1:
            first = blocks[-1].pop()
            self.gathered.part_heading()
            blocks.append([first])
        self.gathered.numbered[len(blocks) - 1] = number
        blocks[-1].append(number)

    def _numbers_above(self, row: int) -> bool:
        """Whether ``1.`` on a line of its own stands behind the first line of the paragraph that it numbers."""
        gathered, block = self.gathered, self.gathered.blocks[-1]
        number = self.patterns.number.fullmatch(self.lines[row].text)
        if not number or not gathered.opened or last_sign(block[-1].text) in self.patterns.operative_end:
            return False
        ended = last_sign(block[-1].text) in self.patterns.terminal
        after = self._next_text(row)
        before = self.look.numbers_before or ended
        if after and not after.text[0].islower() and (before or self.look.has_opening(after)):
            return False  # the number stands before what follows, behind a heading or the preamble's end
        starts = len(block) == 1 or last_sign(block[-2].text) in self.patterns.terminal
        starts = starts or bool(gathered.heading_in(block[-7:-1])) or gathered.is_heading(block[:-1])
        return starts and block[-1].text[0].isupper() and gathered.is_due(int(number["number"]))

    def _next_text(self, row: int) -> Line | None:
        """The next line of the page, None where notes or links stand below."""
        line = next((self.lines[i] for i in range(row + 1, len(self.lines)) if i not in self.furniture), None)
        return None if line and (SEPARATOR.fullmatch(line.text) or ADDRESS.fullmatch(line.text)) else line
