"""Notes at the foot of a plain text's page: an ordered table of named rules; the first that fits a line settles it.

A number stands before its note, on a line of its own, or, where a tool set them apart, stacked before or behind
several notes: the notes of a block follow in the order of their numbers, wherever the numbers stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from ecoanalysis.parse.layout.lines import ADDRESS, BARE_NUMBER, SEPARATOR, Line
from ecoanalysis.parse.patterns import Patterns

_FULL = 0.97  # of the width: a line so long may go on below
_SOLID = 2  # characters between two lines, at most: no empty one
_STACK = 16  # lines among which the first of several numbers stands
_LEFT_OUT = 15  # numbers that a stack of them may leave out


@dataclass(frozen=True)
class Foot:
    """What notes are read from: the lines of a text, and how far what stands above the notes has come."""

    lines: Sequence[Line]
    furniture: Set[int]
    """Indices of the lines that belong to the page."""
    patterns: Patterns
    width: int
    due: int
    """The number of the next note."""
    ended: bool
    """Whether the paragraph above is finished: then the line below the notes cannot continue it."""
    begins: Callable[[Line], bool]
    """Whether a line looks like the beginning of a paragraph."""

    def is_due(self, number: int, taken: int, *, stacked: bool) -> bool:
        """Whether a number is the next note's, behind so many taken; a stack may hold the numbers of later ones."""
        due = self.due + taken
        return self.due <= number <= due + _LEFT_OUT if stacked else number == due

    def is_stacked(self, row: int) -> bool:
        """Whether numbers on lines of their own follow before the page ends."""
        for index in range(row, min(row + _STACK, len(self.lines))):
            text = self.lines[index].text
            if index in self.furniture or SEPARATOR.fullmatch(text):
                return False
            if BARE_NUMBER.fullmatch(text) and self.is_due(int(text), 0, stacked=True):
                return True
        return False

    def ends_note(self, row: int) -> bool:
        """Whether a note's line is its last: a full line with a stop may go on, unless the text, cut, goes on below."""
        line = self.lines[row]
        if line.text[-1] not in self.patterns.full_stop or self.patterns.abbreviation.search(line.text):
            return False
        return line.columns <= _FULL * self.width or not self.ended or not self._goes_on(row + 1)

    def _goes_on(self, row: int) -> bool:
        """Whether a note may go on at a line: not where page or link list part them, nor where a paragraph begins."""
        if row >= len(self.lines) or row in self.furniture or ADDRESS.fullmatch(self.lines[row].text):
            return False
        return not self.begins(self.lines[row])

    def resumes(self, line: Line) -> bool:
        """Whether a numbered paragraph that stands in begins with the line."""
        number = self.patterns.number.match(line.text)
        return bool(number) and line.text[-1] not in self.patterns.full_stop and line.indent > 0


@dataclass
class NoteBlock:
    """How far the reading of the notes has come; in the end, what was read."""

    foot: Foot
    row: int
    """The line to be settled; in the end, the first one behind the notes."""
    stacked: bool
    """Whether numbers stand together, apart from their notes."""
    numbers: list[Line] = field(default_factory=list)
    bodies: list[list[tuple[int, int]]] = field(default_factory=list)
    """Where the lines of each note stand in the raw text."""
    links: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    open_ended: bool = False
    """Whether the last note may go on."""
    sign: str | None = None
    """The sign behind the numbers of notes, ``line`` where each stands on a line of its own."""
    parted: bool = False
    """Whether furniture or links stand behind a note's line."""

    @property
    def lacks_notes(self) -> bool:
        """Whether there are more numbers than notes."""
        return len(self.bodies) < len(self.numbers)


@dataclass(frozen=True, slots=True)
class _Here:
    """The line to be settled: a note's number at its head, and whether it is an address that ends no note."""

    row: int
    line: Line
    number: re.Match[str] | None
    link: bool


class _Step(Enum):
    """What becomes of a line: it is taken, or the notes end before it."""

    TAKEN = "taken"
    END = "end"


def read_notes(foot: Foot, row: int) -> NoteBlock:
    """Return the block of notes that begins at a line.

    Examples
    --------
    >>> from ecoanalysis.parse.patterns import patterns
    >>> texts = "1", "Resolution 48/141.", "2", "A/75/10.", "and goes on"
    >>> lines = [Line(10 * index, 10 * index + len(text), text, 0, len(text)) for index, text in enumerate(texts)]
    >>> foot = Foot(lines, frozenset(), patterns("en"), 60, 1, False, lambda line: False)
    >>> block = read_notes(foot, 0)
    >>> [number.text for number in block.numbers], block.bodies, lines[block.row].text
    (['1', '2'], [[(10, 28)], [(30, 38)]], 'and goes on')
    """
    block = NoteBlock(foot, row, foot.is_stacked(row))
    while block.row < len(foot.lines) and _step(block) is _Step.TAKEN:
        block.row += 1
    return block


def _step(block: NoteBlock) -> _Step:
    here = _here(block)
    return next(step for rule in RULES.values() if (step := rule(block, here)))


def _here(block: NoteBlock) -> _Here:
    line, patterns = block.foot.lines[block.row], block.foot.patterns
    # an address that a note ends with stands on a line of its own: at\nwww.un.org/en.
    ends = block.open_ended and line.text[-1] in patterns.full_stop
    number = patterns.note_start.match(line.text)
    if number and block.sign is not None and _sign(line, number) != block.sign:
        number = None  # notes of one page are numbered in one way: "4. Requests" is no note behind "3 See"
    return _Here(block.row, line, number, bool(ADDRESS.fullmatch(line.text)) and not ends)


def _sign(line: Line, number: re.Match[str]) -> str:
    """The sign behind a note's number: none, a slash or a stop."""
    return line.text[number.end(1) :][:1].strip()[:1] if number[1] else ""


# --- the rules --------------------------------------------------------------------------------------------------------


def _rule(block: NoteBlock, here: _Here) -> _Step | None:
    return _Step.END if SEPARATOR.fullmatch(here.line.text) else None


def _links_behind(block: NoteBlock, here: _Here) -> _Step | None:
    whole = block.bodies and not block.open_ended and not block.lacks_notes
    return _Step.END if here.link and whole else None


def _link(block: NoteBlock, here: _Here) -> _Step | None:
    if not here.link:
        return None
    block.links.append(here.line)
    block.stacked, block.parted = False, True
    return _Step.TAKEN


def _furniture(block: NoteBlock, here: _Here) -> _Step | None:
    if here.row not in block.foot.furniture:
        return None
    block.furniture.append(here.line)
    block.stacked, block.parted = False, True
    return _Step.TAKEN


def _page_number(block: NoteBlock, here: _Here) -> _Step | None:
    """Page 2 ends with note 2: the number printed once more is the page's (61/12)."""
    if not block.lacks_notes or here.line.text != block.numbers[-1].text:
        return None
    block.furniture.append(here.line)
    return _Step.TAKEN


def _number_alone(block: NoteBlock, here: _Here) -> _Step | None:
    text, taken = here.line.text, len(block.numbers)
    if not BARE_NUMBER.fullmatch(text) or not block.foot.is_due(int(text), taken, stacked=block.stacked):
        return None
    block.open_ended, block.sign = block.open_ended and block.lacks_notes, block.sign or "line"
    block.numbers.append(here.line)
    return _Step.TAKEN


def _numbered_note(block: NoteBlock, here: _Here) -> _Step | None:
    number, line = here.number, here.line
    if not number or (block.open_ended and block.stacked):
        return None
    if not block.foot.is_due(int(number[1] or number[2]), len(block.numbers), stacked=False):
        return None
    block.sign = _sign(line, number)
    block.numbers.append(Line(line.start, line.start + number.end(1 if number[1] else 2), "", 0, 0))
    return _begin(block, here, number.end())


def _rest_of_a_note(block: NoteBlock, here: _Here) -> _Step | None:
    foot = block.foot
    if foot.resumes(here.line) or (block.parted and foot.begins(here.line)):
        return None
    if not block.open_ended and not _stands_before_next(block, here):
        return None
    block.bodies[-1].append((here.line.start, here.line.end))
    block.open_ended = not foot.ends_note(here.row)
    return _Step.TAKEN


def _stands_before_next(block: NoteBlock, here: _Here) -> bool:
    """Whether a line stands between a note that seemed whole and the number of the next, no gap around it."""
    lines, row = block.foot.lines, here.row
    if not 0 < row < len(lines) - 1 or not block.bodies or block.lacks_notes or block.foot.begins(here.line):
        return False
    solid = all(below.start - above.end <= _SOLID for above, below in pairwise(lines[row - 1 : row + 2]))
    number = block.foot.patterns.note_start.match(lines[row + 1].text)
    due = number is not None and int(number[1] or number[2]) == block.foot.due + len(block.numbers)
    return solid and due and number is not None and _sign(lines[row + 1], number) == block.sign


def _nothing_due(block: NoteBlock, here: _Here) -> _Step | None:
    whole = block.numbers and not block.lacks_notes
    return _Step.END if whole and not block.foot.is_stacked(here.row) else None


def _text_goes_on(block: NoteBlock, here: _Here) -> _Step | None:
    """What looked like another note's number was the page's."""
    return _Step.END if block.bodies and here.line.text[0].islower() else None


def _note_apart(block: NoteBlock, here: _Here) -> _Step | None:
    return _begin(block, here) if block.lacks_notes or block.stacked else None


def _no_note(block: NoteBlock, here: _Here) -> _Step | None:
    return _Step.END


RULES: dict[str, Callable[[NoteBlock, _Here], _Step | None]] = {
    "a rule of signs": _rule,
    "links behind the last note": _links_behind,
    "a link": _link,
    "furniture": _furniture,
    "the page's number": _page_number,
    "a number on a line of its own": _number_alone,
    "a number and its note": _numbered_note,
    "the rest of a note": _rest_of_a_note,
    "a line behind whole notes": _nothing_due,
    "the text goes on": _text_goes_on,
    "a note apart from its number": _note_apart,
    "what is no note": _no_note,
}


def _begin(block: NoteBlock, here: _Here, body: int = 0) -> _Step:
    """Take a line, from its own words on, as the first of a note."""
    block.bodies.append([(here.line.start + body, here.line.end)])
    block.open_ended = not block.foot.ends_note(here.row)
    return _Step.TAKEN
