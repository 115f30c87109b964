"""What the look of a text's lines tells: which go on with a paragraph, and which are headings, notes or the page's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise, repeat, takewhile
from operator import attrgetter

from ecoanalysis.model.document import Document, Mark, Role
from ecoanalysis.model.resolution import Passage
from ecoanalysis.parse.blocks import BREAK, FURNITURE, JOIN, LINK, NOTE, TEXT, Block, Layout, Note, passage
from ecoanalysis.parse.footnotes import Foot, read_notes
from ecoanalysis.parse.hyphens import Hyphens
from ecoanalysis.parse.lines import ADDRESS, BARE_NUMBER, SEPARATOR, Line, ends_in_mark, last_sign, lines_of
from ecoanalysis.parse.paged_text import PAGE_BREAK, indents_in
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.width import columns, is_wide

PRINTED = ("pdf",)  # formats whose lines are those of a page, however wide
_SLASHED = re.compile(r"[^\x00-\x7f]\s?\d{1,3}/$")  # a mark that ends the line: 、6/
_WRAPPED = 2.5  # widths that a line has at most where lines are wrapped: a tool may have made it of two
_SET_IN = 4  # columns: two characters, as first lines are set in
_HEAD, _STRAY = 40, 3  # characters that an opening has at most, and spaces in it one of which a tool may have set
_HEADINGS = 3  # that stand one below the other, at most: a part's, a section's
_AND = re.compile(r"[;；,，]\s*\w{1,3}$")  # …; and
_BRACKETS = "《〈“‘（「『【〔"


def _first_word(text: str) -> str:
    """What a line cannot do without at its head: a full-width character, else all up to a space or such a character."""
    if is_wide(text[0]):
        return text[0]
    return "".join(takewhile(lambda char: not char.isspace() and not is_wide(char), text)) or text[0]


def _closed_up(text: str, spaces: int) -> Iterator[str]:
    """A text as it stands, and without one of its first spaces between letters."""
    yield text
    for space in islice(re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", text[:_HEAD]), spaces):
        yield text[: space.start()] + text[space.end() :]


class Inferred:
    """One pass over the lines of a plain text; keeps the kind of every code point as it goes."""

    def __init__(self, document: Document) -> None:
        self.raw = document.raw
        self.language = document.language
        self.patterns = patterns(document.language)
        self.kinds = [BREAK] * len(self.raw)
        in_print = document.format in PRINTED
        indents = None if in_print else indents_in(document, self.patterns.is_formula)
        printed = in_print or indents is not None
        self.lines = list(lines_of(self.raw, printed=printed, indents=indents))
        self.blocks: list[list[Line]] = []
        self.numbered: dict[int, Line] = {}
        self.notes: list[Note] = []
        self.uncertain_joins: list[Line] = []
        self.uncertain_openings: list[Line] = []
        self.links = [Passage(mark.value, [mark.start] * len(mark.value)) for mark in _of(document.marks, "link")]
        self.stated_notes = _of(document.marks, "note")
        self.stated_furniture = _of(document.marks, "furniture")
        self.note_numbers = {mark.value for mark in self.stated_notes}
        self.body = [line for line in self.lines if not self._is_lifted(line)]
        widths = sorted(line.columns for line in self.body) or [0]
        self.width = widths[int(len(widths) * 0.9)]
        self.hyphens = Hyphens(document.raw, document.language, self.width)
        self.wrapped = printed or bool(self.stated_furniture) or self._is_wrapped()
        self.joined_lines = (
            self.wrapped and PAGE_BREAK in self.raw and not printed
        )  # pdftotext cuts the hyphen of a line's end
        self.opened = False
        set_in = sum(1 for line in self.body if line.indent and not line.page_start and not line.text[0].isdigit())
        self.indented = 2 < set_in < 0.6 * len(self.body)
        self.by_indent = printed and self._indents_tell()
        self.indented = self.by_indent if printed else self.indented
        begun = [line.indent for line in self.body if line.indent > 0]
        self.set_apart = self.by_indent and begun.count(1) * 2 > len(begun)
        self.numbers_before = self._numbers_stand_before()

    def _is_lifted(self, line: Line) -> bool:
        """Whether a line is stated to be the page's or a note's: it tells nothing of how the text is set."""
        return bool(_around(self.stated_furniture, line) or _around(self.stated_notes, line))

    def _is_wrapped(self) -> bool:
        """Whether paragraphs run over lines: then most full lines end in the middle of a sentence."""
        whole = sum(line.columns for line in self.body if line.columns > _WRAPPED * self.width)
        if whole > 0.25 * sum(line.columns for line in self.body):
            return False  # few lines, and one of them a paragraph
        full = [line for line in self.body if line.columns > 0.8 * self.width]
        inside = [line for line in full if line.text[-1] not in self.patterns.terminal]
        return self.width <= 140 and len(inside) * 4 > len(full)

    def _indents_tell(self) -> bool:
        """Whether indents alone tell where paragraphs begin: nearly all that look like a beginning have one."""
        begins = [
            line.indent > 0
            for before, line in pairwise(self.body)
            if last_sign(before.text) in self.patterns.terminal and not line.page_start and self._looks_begun(line)
        ]
        return sum(begins) > 0.9 * len(begins) > 0

    def _looks_begun(self, line: Line) -> bool:
        return bool(self.patterns.number.match(line.text)) or self._has_opening(line)

    def _has_opening(self, line: Line) -> bool:
        """Whether a line begins with a performative, though a tool has set a space into it: Recogni zing also."""
        return any(map(self.patterns.opening.match, _closed_up(line.text, _STRAY)))

    def _numbers_stand_before(self) -> bool:
        """Whether numbers on lines of their own stand before their paragraphs: most do so behind a finished one."""
        finished = [
            last_sign(before.text) in self.patterns.terminal
            for before, line in pairwise(self.body)
            if self.patterns.number.fullmatch(line.text)
        ]
        return sum(finished) * 2 > len(finished)

    def layout(self) -> Layout:
        furniture = self._furniture()
        row = 0
        while row < len(self.lines):
            line = self.lines[row]
            if row in furniture:
                self._mark(line, FURNITURE)
            elif note := _around(self.stated_notes, line):
                self._lift_stated_note(line, note)
            elif ADDRESS.fullmatch(line.text):
                self._mark(line, LINK)
                self.links.append(Passage(*passage(self.raw, line.start, line.end)))
            elif SEPARATOR.fullmatch(line.text):
                self._mark(line, FURNITURE)
                row = self._lift_notes(row + 1, furniture)
                continue
            elif self._starts_bare_note(row, furniture):
                row = self._lift_notes(row, furniture)
                continue
            else:
                self._add(row, furniture)
            row += 1
        blocks = tuple(self._block(index, lines) for index, lines in enumerate(self.blocks))
        uncertain = tuple(self.uncertain_joins), tuple(self.uncertain_openings)
        return Layout(blocks, tuple(self.notes), tuple(self.links), self.raw, self.kinds, *uncertain)

    def _mark(self, line: Line, kind: str) -> None:
        self.kinds[line.start : line.end] = [kind] * (line.end - line.start)

    # furniture

    def _furniture(self) -> set[int]:
        """Indices of lines that belong to the page: codes, page numbers and, around them, the running title."""
        page_lines = {
            row
            for row, line in enumerate(self.lines)
            if self.patterns.furniture.fullmatch(line.text) and not _around(self.stated_notes, line)
        }
        stated = {row for row, line in enumerate(self.lines) if _around(self.stated_furniture, line)}
        first = next((row for row, line in enumerate(self.lines) if self.patterns.organ.match(line.text)), 0)
        symbols = {row for row in page_lines if self.patterns.symbol.fullmatch(self.lines[row].text)}
        title = re.sub(r"\s+", " ", " ".join(line.text for line in self.lines[:first]))
        running = set()
        for row in sorted(page_lines):
            if row <= first or stated:  # pages that are known have no other heads
                continue
            for step in (-1, 1):
                beside = row + step
                while first < beside < len(self.lines) and self._runs(beside, title, row in symbols):
                    running.add(beside)
                    beside += step
        header = {row for row in symbols if row <= first}
        return (page_lines - header) | running | self._page_numbers(symbols, first) | stated

    def _page_numbers(self, symbols: set[int], first: int) -> set[int]:
        """Bare numbers beside the symbol that heads a page; notes' numbers have their note or a rule beside them."""
        beside = {row + step for row in symbols if row > first for step in (-1, 1)} & set(range(len(self.lines)))
        return {
            row
            for row in beside
            if BARE_NUMBER.fullmatch(self.lines[row].text) and not _around(self.stated_notes, self.lines[row])
        }

    def _runs(self, row: int, title: str, beside_symbol: bool) -> bool:
        text = re.sub(r"\s+", " ", self.lines[row].text)
        return len(text) > 3 and text in title and text[-1] not in self.patterns.terminal

    # notes

    def _next_number(self) -> int:
        return int(self.notes[-1].number) + 1 if self.notes and self.notes[-1].number.isdigit() else 1

    def _starts_bare_note(self, row: int, furniture: set[int]) -> bool:
        """A note number alone on its line, as pdftotext sets it apart where the rule above the notes is lost."""
        line = self.lines[row]
        if not BARE_NUMBER.fullmatch(line.text) or int(line.text) != self._next_number():
            return False
        if line.text in self.note_numbers:
            return False  # a mark that found no room behind its word
        after = next((self.lines[i] for i in range(row + 1, len(self.lines)) if i not in furniture), None)
        return after is not None and not after.text[0].islower() and bool(self.blocks)

    def _lift_notes(self, row: int, furniture: set[int]) -> int:
        """Take the notes that begin at line ``row``; return the index of the first line behind them."""
        due, ended = self._next_number(), self._paragraph_ended()
        block = read_notes(Foot(self.lines, furniture, self.patterns, self.width, due, ended, self._starts), row)
        for line in block.links:
            self._mark(line, LINK)
            self.links.append(Passage(*passage(self.raw, line.start, line.end)))
        for line in block.furniture:
            self._mark(line, FURNITURE)
        ordered = sorted(block.numbers, key=lambda line: int(re.sub(r"\D", "", self.raw[line.start : line.end])))
        for spans, number in zip(block.bodies, chain(ordered, repeat(None)), strict=False):
            self._lift_note(number, spans)
        for number in block.numbers:
            self._mark(number, NOTE)
        return block.row

    def _starts(self, line: Line) -> bool:
        """Whether a line looks like the beginning of a paragraph."""
        number = self.patterns.number.match(line.text)
        if number and self._expected(int(number["number"])):
            return True
        return bool(self.patterns.point.match(line.text)) or self._has_opening(line)

    def _paragraph_ended(self) -> bool:
        """Whether the text above the notes is a finished paragraph: then the line below cannot continue it."""
        return bool(self.blocks) and self.blocks[-1][-1].text[-1] in self.patterns.terminal

    def _lift_stated_note(self, line: Line, note: Mark) -> None:
        """Take a line of a note that the format states; a second stated note of the same number is its rest."""
        self.kinds[line.start : line.end] = [NOTE] * (line.end - line.start)
        text, offsets = passage(self.raw, max(line.start, note.start), line.end)
        if text.rstrip("/.") == note.value:
            return  # a number on a line of its own
        if self.notes and self.notes[-1].number == note.value:
            begun = self.notes.pop()
            gap = self.patterns.word_space
            text, offsets = begun.text + gap + text, [*begun.offsets, *[line.start - 1] * len(gap), *offsets]
        self.notes.append(Note(text, offsets, note.value, len(self.blocks)))

    def _lift_note(self, number: Line | None, spans: list[tuple[int, int]]) -> None:
        text, offsets = "", list[int]()
        for start, end in spans:
            if text and self.patterns.word_space:
                text, offsets = text + self.patterns.word_space, [*offsets, start - 1]
            text += self.raw[start:end]
            offsets += range(start, end)
            self.kinds[start:end] = [NOTE] * (end - start)
        label = re.sub(r"\D", "", self.raw[number.start : number.end]) if number else str(self._next_number())
        self.notes.append(Note(text, offsets, label, len(self.blocks)))

    # paragraphs

    def _add(self, row: int, furniture: set[int]) -> None:
        line = self.lines[row]
        self._mark(line, TEXT)
        self.opened = self.opened or bool(self.patterns.organ.fullmatch(line.text))
        if self.blocks and self._number_behind(row, furniture):
            if len(self.blocks[-1]) > 1:
                first = self.blocks[-1].pop()
                self._part_heading()
                self.blocks.append([first])
            self.numbered[len(self.blocks) - 1] = line
            self.blocks[-1].append(line)
        elif self.blocks and self._follows_heading(line):
            self._part_heading()
            self.blocks.append([line])
        elif self.blocks and not self._breaks(self.blocks[-1], line):
            self.blocks[-1].append(line)
        else:
            if self.blocks and self.opened and self.wrapped:
                self._part_heading()
            self.blocks.append([line])

    def _next_text(self, row: int, furniture: set[int]) -> Line | None:
        """The next line of the page, None where notes or links stand below."""
        line = next((self.lines[i] for i in range(row + 1, len(self.lines)) if i not in furniture), None)
        return None if line and (SEPARATOR.fullmatch(line.text) or ADDRESS.fullmatch(line.text)) else line

    def _heading_at(self, block: list[Line]) -> int:
        """Where, behind a finished paragraph, at most five lines that no stop ends begin; 0 for nowhere."""
        last = len(block) - 1
        if block and last_sign(block[last].text) in self.patterns.terminal:
            return 0
        for row in range(last, max(last - 6, -1), -1):
            if self.patterns.number.fullmatch(block[row].text):
                return 0  # the stop behind a paragraph's number ends nothing (61/12, paragraph 8)
            if last_sign(block[row].text) in self.patterns.operative_end:
                return 0 if block[row + 1].text[0].islower() else row + 1
        return 0

    def _follows_heading(self, line: Line) -> bool:
        """Whether the line opens the next numbered paragraph, though what stands before it has no end: a heading."""
        number = self.patterns.number.match(line.text)
        if not self.opened or not self.wrapped or not number or not self._expected(int(number["number"])):
            return False
        begun = line.text[number.end() :][:1]
        return self._heading_at(self.blocks[-1]) > 0 and (not begun or begun.isupper() or is_wide(begun))

    def _part_heading(self) -> None:
        """Set the lines of a heading apart from the paragraph that they were taken to continue."""
        block = self.blocks[-1]
        if begin := self._heading_at(block):
            self.blocks[-1:] = [block[:begin], block[begin:]]

    def _number_behind(self, row: int, furniture: set[int]) -> bool:
        """``1.`` on a line of its own behind the first line of the paragraph that it numbers."""
        block = self.blocks[-1]
        number = self.patterns.number.fullmatch(self.lines[row].text)
        if not number or not self.opened or last_sign(block[-1].text) in self.patterns.operative_end:
            return False
        ended = last_sign(block[-1].text) in self.patterns.terminal
        after = self._next_text(row, furniture)
        before = self.numbers_before or ended
        if after and not after.text[0].islower() and (before or self._has_opening(after)):
            return False  # the number stands before what follows, behind a heading or the preamble's end
        starts = len(block) == 1 or last_sign(block[-2].text) in self.patterns.terminal
        starts = starts or bool(self._heading_at(block[-7:-1])) or self._is_heading(block[:-1])
        return starts and block[-1].text[0].isupper() and self._expected(int(number["number"]))

    def _expected(self, number: int) -> bool:
        for index in range(len(self.blocks) - 1, -1, -1):
            first = self.numbered.get(index, self.blocks[index][0])
            if label := self.patterns.number.match(first.text):
                return number in (int(label["number"]) + 1, 1)
        return number == 1

    def _breaks(self, block: list[Line], line: Line) -> bool:
        """Whether a new block begins with ``line``, given the lines of the block before."""
        last = block[-1]
        if self._is_mark(line) and last_sign(last.text) not in self.patterns.terminal:
            return False
        if self._is_mark(last) and len(block) > 1:
            ended = last_sign(block[-2].text) in self.patterns.terminal and not self._continues(line)
            return ended and self._breaks(block[:-1], line)
        if self.wrapped and self.hyphens.at_end(last.text, line.text):
            return False
        if not self.wrapped:
            goes_on = (
                self.opened and last_sign(last.text) not in self.patterns.terminal and self._completes(block, line)
            )
            label_alone = self.patterns.number.fullmatch(last.text) or self.patterns.point.fullmatch(last.text)
            return not (goes_on or label_alone)
        if self.patterns.title.match(line.text) and self._after_closing(last):
            self.opened = False
        if not self.opened:  # a page head: every line for itself
            return True
        if self.patterns.number.fullmatch(last.text) or self.patterns.point.fullmatch(last.text):
            return False
        ending = last_sign(last.text)
        ended = ending in self.patterns.terminal
        number = self.patterns.number.match(line.text)
        if number and (ended or self._is_short(last, line, 0.62)) and self._expected(int(number["number"])):
            return True
        if self.patterns.organ.fullmatch(line.text) or self.patterns.organ.fullmatch(last.text):
            return True
        if self.patterns.annex.fullmatch(last.text) or (ended and self.patterns.annex.fullmatch(line.text)):
            return True
        if self.patterns.heading.fullmatch(last.text) or (ended and self.patterns.heading.fullmatch(line.text)):
            return True
        if self._is_entry(line) and (ended or _AND.search(last.text) or self._after_closing(last)):
            return True
        if self.marks_end_lines and self._is_cut_by_mark(block, line):
            return False
        if not ended:
            if self._is_heading(block) and self._begins(line, block):
                return True
            if self._continues(line):
                return False
            if self.by_indent:  # a point whose lines all stand in has no end yet
                return line.indent > 0 and (self._starts(line) or not self._is_labelled(block[0]))
            return self._is_short(last, line, 0.62)
        if ending in self.patterns.full_stop and self.patterns.closing.fullmatch(line.text):
            return True
        if self.by_indent:
            if ending not in self.patterns.operative_end and line.text[0].islower():
                return False
            if ending in self.patterns.operative_end and self._is_short(last, line, 0.62):
                return True  # words behind the last point of a list
            return line.indent > 0 or (self.set_apart and self._turns(last, line) and self._looks_begun(line))
        if ending not in self.patterns.operative_end and self._continues(line):
            return False
        if self._is_quoting(block) and not self._looks_begun(line):
            return False
        if self._is_short(last, line, 0.86) or self._is_indented(line, block) or self._is_loose(block, line):
            return True
        return self._opens_below(block, line)

    def _is_labelled(self, line: Line) -> bool:
        return bool(self.patterns.number.match(line.text) or self.patterns.point.match(line.text))

    def _is_mark(self, line: Line) -> bool:
        """Whether a line is the mark of a note that the pages state: it found no room behind its word."""
        return self.opened and bool(BARE_NUMBER.fullmatch(line.text)) and line.text in self.note_numbers

    @cached_property
    def marks_end_lines(self) -> bool:
        """Whether a tool has ended lines at the marks of notes: many end early there, and a small letter follows."""
        if self.by_indent or self.indented:
            return False
        early = [
            below.text[0].islower()
            for line, below in pairwise(self.body)
            if ends_in_mark(line) and self._is_short(line, below, 0.75)
        ]
        return sum(early) > 0.1 * len(early)

    def _is_cut_by_mark(self, block: list[Line], line: Line) -> bool:
        """Whether a tool that ends a line at every mark ended the last one: its printed line goes on, or is full."""
        *above, last = block
        marked = ends_in_mark(last)
        if last_sign(last.text) in self.patterns.operative_end:
            return marked and line.text[0].islower() and not self.patterns.point.match(line.text)
        pieces = [*takewhile(ends_in_mark, reversed(above))]
        full = last.columns + sum(piece.columns for piece in pieces) > 0.8 * self.width
        return (marked or bool(pieces and full)) and not self._opens(line)

    def _turns(self, last: Line, line: Line) -> bool:
        """Whether a page ends between two lines: what stands apart elsewhere does not there."""
        return PAGE_BREAK in self.raw[last.end : line.start]

    def _completes(self, block: list[Line], line: Line) -> bool:
        """Whether, where few lines are wrapped, a line is the rest of a paragraph: it begins nothing and ends one."""
        if self._continues(line):
            return True
        alone = (self.patterns.point, self.patterns.heading, self.patterns.organ, self.patterns.closing)
        begins = self._looks_begun(line) or any(label.match(line.text) for label in alone)
        return self._looks_begun(block[0]) and not begins and last_sign(line.text) in self.patterns.terminal

    def _continues(self, line: Line) -> bool:
        """Whether a line cannot begin anything: with a small letter, or a figure that numbers nothing (48/141 and)."""
        if line.text[0].isdecimal():
            labels = (self.patterns.number, self.patterns.title, self.patterns.closing, self.patterns.heading)
            words = any(sign.isalpha() for sign in line.text)  # a figure alone is the page's
            return words and not any(label.match(line.text) for label in labels)
        return line.text[0].islower() and not self.patterns.point.match(line.text)

    def _is_heading(self, block: list[Line]) -> bool:
        """Whether the block may be a heading: it stands behind a finished paragraph, or headings behind one."""
        for place, above in enumerate(reversed(self.blocks[:-1])):
            if len(block) > 3 or self._is_labelled(block[0]) or self._has_opening(block[0]):
                return False
            if last_sign(above[-1].text) in self.patterns.terminal or self.patterns.heading.fullmatch(above[-1].text):
                return True
            if place > _HEADINGS:
                return False
            block = above
        return False

    def _begins(self, line: Line, block: list[Line]) -> bool:
        """Whether the line begins a paragraph: by its number, its indent or, below a line not full, its verb."""
        number = self.patterns.number.match(line.text)
        if number and self._expected(int(number["number"])):
            return True
        if line.indent > 0 and not line.page_start:
            return True
        numbered = bool(self.patterns.heading.fullmatch(self.blocks[-2][-1].text))
        return self._has_opening(line) and (numbered or self._is_short(block[-1], line, 0.9))

    def _is_entry(self, line: Line) -> bool:
        """Whether a line begins as points do, and notes listed with their marks in brackets."""
        return bool(self.patterns.point.match(line.text) or self.patterns.bracketed.match(line.text))

    def _after_closing(self, last: Line) -> bool:
        return bool(self.patterns.closing.fullmatch(last.text))

    def _is_short(self, last: Line, line: Line, share: float) -> bool:
        """Whether the next line's first word would have fitted behind ``last``: then the line was ended on purpose.

        ``share`` of the width allows for ragged lines: little where a stop ends the line, much where none does.
        """
        return last.columns + columns(_first_word(line.text)) + 1 < self.width * share

    def _is_quoting(self, block: list[Line]) -> bool:
        """Whether a quotation that begins inside a block goes on: a title with a stop of its own."""
        words = "".join(line.text for line in block)
        return "“" in words[1:] and words.count("“") > words.count("”")

    def _is_loose(self, block: list[Line], line: Line) -> bool:
        """Whether, where lines break at any character, a line ends early: none need be shorter than its neighbours.

        A first line may have lost its indent; an opening bracket takes the character behind it to the next line.
        """
        if self.indented or self.patterns.word_space or not is_wide(line.text[0]):
            return False
        slack = 10 if len(block) == 1 else 6
        return block[-1].columns + slack <= self.width - 2 * (line.text[0] in _BRACKETS)

    def _is_indented(self, line: Line, block: list[Line]) -> bool:
        return line.indent > 0 and not line.page_start and all(other.indent == 0 for other in block[1:])

    def _opens(self, line: Line) -> bool:
        """Whether, in the preamble, the line begins as paragraphs do; only asked where no indent tells."""
        if (self.indented and not (line.page_start and line.indent)) or self._numbered():
            return False
        return self._has_opening(line) or any(map(self.patterns.participle.match, _closed_up(line.text, 1)))

    def _opens_below(self, block: list[Line], line: Line) -> bool:
        """Whether a line that begins as paragraphs do begins one; below a full line only its words can tell.

        A paragraph that begins with *also* follows one that begins with the same verb: so the next one may tell.
        """
        if not self._opens(line) or not self._is_full(block):
            return self._opens(line)
        if self.patterns.never_opens.match(line.text):
            return False
        resumed, verb, head = self._resumed(line), self._verb(line), self._verb(block[0])
        if resumed and resumed in (verb, head):
            return resumed == verb
        seldom = bool(self.patterns.seldom_opens.match(line.text))
        if seldom or self.patterns.mostly_opens.match(line.text):
            self.uncertain_openings.append(line)
        return not seldom

    def _verb(self, line: Line) -> str:
        """The verb that a line opens with, nothing where it opens with none."""
        opening = self.patterns.opening.match(line.text)
        return self.patterns.again.sub("", opening[0], count=1) if opening else ""

    def _resumed(self, line: Line) -> str:
        """The verb that the line itself or the next opening takes up with *also*."""
        row = bisect_left(self.lines, line.start, key=attrgetter("start"))
        if not self.patterns.again.match(line.text):
            below = pairwise(islice(self.lines, row, None))
            begun = (line for before, line in below if last_sign(before.text) in self.patterns.terminal)
            line = next(filter(self._looks_begun, begun), line)
        return self._verb(line) if self.patterns.again.match(line.text) else ""

    def _is_full(self, block: list[Line]) -> bool:
        """Whether a block's last line is as long as those that end inside a sentence; a first line may be set in.

        Full-width signs fill a line evenly, and letters and figures between them do not.
        """
        if not self.full_lines:
            return True
        last, lines = block[-1], len(self.full_lines)
        even = last.columns == 2 * len(last.text)
        least = self.full_lines[lines // 2] - 1 if even else self.full_lines[lines // 10]
        return last.columns >= least - _SET_IN * (len(block) == 1)

    @cached_property
    def full_lines(self) -> list[int]:
        """The columns of lines that end inside a sentence, and are no first lines."""
        return sorted(
            line.columns
            for (before, line), (_, below) in pairwise(pairwise(self.body))
            if not {last_sign(before.text), last_sign(line.text)} & {*self.patterns.terminal}
            and is_wide(below.text[0])
            and line.columns > 0.8 * self.width
        )

    def _numbered(self) -> bool:
        return bool(self.numbered) or any(self.patterns.number.match(block[0].text) for block in self.blocks)

    # blocks

    def _block(self, index: int, lines: list[Line]) -> Block:
        text, offsets, inside = "", list[int](), None
        for line in lines:
            if text:
                gap = self._gap(text[-5:], line.text[0])
                self._join(offsets[-1] + 1, line.start)
                if hyphened := self.hyphens.at_end(text, line.text):
                    gap = ""
                    if not hyphened.endswith("-"):
                        text = text[:-1]
                        self.kinds[offsets.pop()] = JOIN
                text += gap
                offsets += [offsets[-1] + 1] * len(gap)
            if self.numbered.get(index) is line:
                inside = (len(text), len(text) + len(line.text))
            places = self.hyphens.all_lost(line.text) if self.joined_lines else []
            begin = 0
            for lost in places:
                text += f"{line.text[begin : lost.start]}-"
                offsets += [*range(line.start + begin, line.start + lost.start), line.start + lost.start - 1]
                begin = lost.end
            text += line.text[begin:]
            offsets += range(line.start + begin, line.end)
            ends = [0, *(lost.end for lost in places), len(line.text)]
            if self.joined_lines and any(self.hyphens.is_two(line.text[i:j]) for i, j in pairwise(ends)):
                self.uncertain_joins.append(line)
        return Block(text, offsets, numbered_inside=inside)

    def _join(self, start: int, end: int) -> None:
        for offset in range(start, end):
            if self.kinds[offset] == BREAK:
                self.kinds[offset] = JOIN

    def _gap(self, left: str, right: str) -> str:
        """What stood between two words before the line was wrapped there."""
        if self.patterns.word_space:
            return self.patterns.word_space
        if right.isdigit() and _SLASHED.search(left):
            return " "
        left = left[-1]
        latin = left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
        return " " if latin else ""


def _of(marks: Sequence[Mark], role: Role) -> list[Mark]:
    return [mark for mark in marks if mark.role == role]


def _around(marks: Sequence[Mark], line: Line) -> Mark | None:
    """The mark that a line ends in."""
    for mark in marks:
        if mark.start < line.end <= mark.end:
            return mark
    return None
