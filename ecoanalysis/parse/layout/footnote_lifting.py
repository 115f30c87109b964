"""What is lifted out of a plain text: the page's lines, notes and links; and of what kind each code point is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, repeat

from ecoanalysis.model.document import Mark
from ecoanalysis.model.resolution import Passage
from ecoanalysis.parse.layout.blocks import BREAK, FURNITURE, LINK, NOTE, Note, passage
from ecoanalysis.parse.layout.blocks_so_far import Gathered
from ecoanalysis.parse.layout.line_look import Look
from ecoanalysis.parse.layout.lines import BARE_NUMBER, Line
from ecoanalysis.parse.layout.notes_at_page_foot import Foot, read_notes


class LiftedOut:
    """The notes and links lifted so far, each note with the number of blocks before it.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> look = Look(read_text("Notes the report 1\\n_____\\n1 A/75/10.\\n"))
    >>> lifting = LiftedOut(look, Gathered(look))
    >>> lifting.lift_notes(2, set()), [(note.number, note.text) for note in lifting.notes]
    (3, [('1', 'A/75/10.')])
    """

    def __init__(self, look: Look, gathered: Gathered) -> None:
        self.look = look
        self.raw = look.raw
        self.gathered = gathered
        self.kinds = [BREAK] * len(look.raw)
        self.notes: list[Note] = []
        self.links: list[Passage] = []

    def mark(self, line: Line, kind: str) -> None:
        self.kinds[line.start : line.end] = [kind] * (line.end - line.start)

    def link(self, line: Line) -> None:
        self.mark(line, LINK)
        self.links.append(Passage(*passage(self.raw, line.start, line.end)))

    # notes that the format or the pages state

    def stated_note(self, line: Line, note: Mark) -> None:
        """Take a line of a note that is stated; a second stated note of the same number is its rest."""
        self.mark(line, NOTE)
        text, offsets = passage(self.raw, max(line.start, note.start), line.end)
        if text.strip("/.[] ") == note.value:
            return  # a number on a line of its own
        if self.notes and self.notes[-1].number == note.value:
            begun = self.notes.pop()
            gap = self.look.patterns.word_space
            text, offsets = begun.text + gap + text, [*begun.offsets, *[line.start - 1] * len(gap), *offsets]
        self.notes.append(Note(text, offsets, note.value, len(self.gathered.blocks)))

    # notes that their look tells

    def begins_note(self, row: int, furniture: set[int]) -> bool:
        """A note number alone on its line, as pdftotext sets it apart where the rule above the notes is lost."""
        line = self.look.lines[row]
        if not BARE_NUMBER.fullmatch(line.text) or int(line.text) != self._next_number():
            return False
        if line.text in self.look.note_numbers:
            return False  # a mark that found no room behind its word
        after = next((i for i in range(row + 1, len(self.look.lines)) if i not in furniture), None)
        return after is not None and not self.look.lines[after].text[0].islower() and bool(self.gathered.blocks)

    def lift_notes(self, row: int, furniture: set[int]) -> int:
        """Take the notes that begin at line ``row``; return the index of the first line behind them."""
        look, gathered = self.look, self.gathered
        due = self._next_number()
        foot = Foot(look.lines, furniture, look.patterns, look.width, due, gathered.ended, gathered.starts)
        block = read_notes(foot, row)
        for line in block.links:
            self.link(line)
        for line in block.furniture:
            self.mark(line, FURNITURE)
        ordered = sorted(block.numbers, key=lambda line: int(re.sub(r"\D", "", self.raw[line.start : line.end])))
        for spans, number in zip(block.bodies, chain(ordered, repeat(None)), strict=False):
            self._note(number, spans)
        for number in block.numbers:
            self.mark(number, NOTE)
        return block.row

    def _next_number(self) -> int:
        return int(self.notes[-1].number) + 1 if self.notes and self.notes[-1].number.isdigit() else 1

    def _note(self, number: Line | None, spans: Sequence[tuple[int, int]]) -> None:
        text, offsets, gap = "", list[int](), self.look.patterns.word_space
        for start, end in spans:
            if text and gap:
                text, offsets = text + gap, [*offsets, start - 1]
            text += self.raw[start:end]
            offsets += range(start, end)
            self.kinds[start:end] = [NOTE] * (end - start)
        label = re.sub(r"\D", "", self.raw[number.start : number.end]) if number else str(self._next_number())
        self.notes.append(Note(text, offsets, label, len(self.gathered.blocks)))
