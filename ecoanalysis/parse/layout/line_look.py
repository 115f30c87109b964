"""The look of a text's lines: whether and how wide it is wrapped, what its indents tell, what a line may begin with.

Nothing here depends on what was read before a line: only the text as a whole, and the line beside its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice, pairwise, takewhile
from operator import attrgetter

from ecoanalysis.model.document import Document, Mark, Role
from ecoanalysis.parse.layout.line_fill import Fill, fill_of
from ecoanalysis.parse.layout.lines import Line, ends_in_mark, last_sign, lines_of
from ecoanalysis.parse.layout.paged_text.line_indents import indents_in
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.text.hyphens import Hyphens
from ecoanalysis.parse.text.width import columns, is_wide

PRINTED = ("pdf",)  # formats whose lines are those of a page, however wide
_WRAPPED = 2.5  # widths that a line has at most where lines are wrapped: a tool may have made it of two
_HEAD, _STRAY = 40, 3  # characters that an opening has at most, and spaces in it one of which a tool may have set
_ONE_WORD = re.compile(r"[“(]?(?:[^\W\d_][\w/’'–-]*|\d{4}(?:[–-]\d{2,4})?|\d{1,3}/\d{1,4})[”)]?[,;:]?")
_SEVERAL = 1.1  # widths of a page: more than one line has
_TWO = 1.25  # widths: a line so long is none that was wrapped
_FEW = 0.05  # share of lines that look so by chance
_ENOUGH = 4  # paragraphs whose look tells what the others look like
_BRACKETS = "《〈“‘（「『【〔"


class Look:
    """The lines of a plain text, and what they tell of how it is set.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> look = Look(read_text("The General Assembly,\\n1. Requests a report;\\n2. Decides to go on."))
    >>> look.wrapped, [look.looks_begun(line) for line in look.lines]
    (False, [False, True, True])
    """

    def __init__(self, document: Document) -> None:
        self.raw = document.raw
        self.language = document.language
        self.patterns = patterns(document.language)
        in_print = document.format in PRINTED
        indents = None if in_print else indents_in(document, self.patterns.is_formula)
        printed = in_print or indents is not None
        self.lines = list(lines_of(self.raw, printed=printed, indents=indents))
        self.stated_notes = marks_of(document, "note")
        self.stated_furniture = marks_of(document, "furniture")
        self.note_numbers = {mark.value for mark in self.stated_notes}
        self.called_at = {mark.start for mark in marks_of(document, "mark")}
        self.body = [line for line in self.lines if not self.is_lifted(line)]
        widths = sorted(line.columns for line in self.body) or [0]
        self.width = widths[int(len(widths) * 0.9)]
        self.hyphens = Hyphens(document.raw, document.language, self.width)
        self.wrapped = printed or bool(self.stated_furniture) or self._is_wrapped()
        # pdftotext cuts the hyphen of a line's end, and makes one line of two
        self.joined_lines = self.wrapped and not printed and (PAGE_BREAK in self.raw or self._is_any_line_two())
        set_in = sum(1 for line in self.body if line.indent and not line.page_start and not line.text[0].isdigit())
        self.by_indent = printed and self._indents_tell()
        self.indented = self.by_indent if printed else 2 < set_in < 0.6 * len(self.body) and self._sets_in_some()
        begun = [line.indent for line in self.body if line.indent > 0]
        self.set_apart = self.by_indent and begun.count(1) * 2 > len(begun)
        self.numbers_before = self._numbers_stand_before()

    @cached_property
    def gaps_part(self) -> bool:
        """Whether an empty line stands before most lines that surely begin a paragraph, and before none going on."""
        begins, inside = self._gaps_before_begun, self._gaps["going on"]
        some = len(begins) >= _ENOUGH or (len(begins) > 1 and len(inside) >= _ENOUGH and not any(inside))
        enough = some and sum(begins) > 0.8 * len(begins)
        return (enough or self._gaps_number) and sum(inside) <= 0.15 * len(inside)

    @cached_property
    def gaps_part_all(self) -> bool:
        """Whether one stands before all of them but one, or few of many: then a line without one goes on."""
        begins, inside = self._gaps_before_begun, self._gaps["going on"]
        few = begins.count(False) <= _FEW * len(begins) and sum(inside) <= _FEW * len(inside)
        return self.gaps_part and (self._gaps_number or begins.count(False) <= 1 or few)

    @property
    def _gaps_number(self) -> bool:
        """Whether one stands before every number behind an end, and before most lines that begin as recitals do.

        Some of these may be inside a recital: 注意到 behind a comma, where lines break at any character.
        """
        numbered, recitals = [*self._gaps["number"], *self._gaps["number alone"]], self._gaps["opening"]
        return len(numbered) >= _ENOUGH and all(numbered) and sum(recitals) * 2 > len(recitals)

    @property
    def _gaps_before_begun(self) -> list[bool]:
        """Whether an empty line stands before each line that surely begins a paragraph."""
        return [*self._gaps["number"], *self._gaps["opening"]]

    @cached_property
    def _gaps(self) -> Mapping[str, list[bool]]:
        """Whether an empty line stands before the lines of each sort (``_sort``)."""
        gaps = defaultdict[str, list[bool]](list)
        first = next((row for row, line in enumerate(self.body) if self.patterns.organ.fullmatch(line.text)), 0)
        for before, line in pairwise(self.body[first:]):
            if sort := self._sort(before, line):
                gaps[sort].append(self.has_gap(before, line))
        return gaps

    def _sort(self, before: Line, line: Line) -> str:
        """What a line is to the one before it: the number or the opening of a paragraph, going on, or nothing sure."""
        if line.page_start or self.turns(before, line):
            return ""
        ended, number = last_sign(before.text) in self.patterns.terminal, self.patterns.number
        if self._is_set_apart(before, line):
            alone = ended and number.fullmatch(line.text) and not number.fullmatch(before.text)
            return "number alone" if alone else ""
        if not ended:
            return "going on"
        return "number" if number.match(line.text) else "opening" if self.has_opening(line) else ""

    def _is_set_apart(self, before: Line, line: Line) -> bool:
        """Whether two lines stand apart, whatever parts paragraphs: a number or the closing, words that stand wide."""
        labels = (self.patterns.number, self.patterns.closing)
        alone = any(label.fullmatch(beside.text) for label in labels for beside in (before, line))
        return alone or self.is_spread(before, line)

    def has_gap(self, before: Line, line: Line) -> bool:
        """Whether an empty line stands between two lines, or more of them than between lines that go on."""
        return self.raw.count("\n", before.end, line.start) > self._line_ends

    @cached_property
    def _line_ends(self) -> int:
        """How many ends of lines stand between most lines that go on: two in a text of double spacing."""
        goes_on = (pair for pair in pairwise(self.body) if last_sign(pair[0].text) not in self.patterns.terminal)
        ends = Counter(self.raw.count("\n", before.end, line.start) for before, line in goes_on)
        return max(ends, key=lambda count: (ends[count], -count), default=1) or 1

    @cached_property
    def _runs(self) -> list[list[Line]]:
        """Lines of one word that a tool has made of a line whose words stand wide apart."""
        grouped = groupby(self.body, key=lambda line: bool(_ONE_WORD.fullmatch(line.text)))
        runs = ([*run] for single, run in grouped if single and self.patterns.word_space)
        return [run for run in runs if len(run) >= _ENOUGH]

    @cached_property
    def _spread(self) -> frozenset[int]:
        """Where such lines begin."""
        return frozenset(word.start for run in self._runs for word in run)

    @cached_property
    def _words_of_line(self) -> dict[int, str]:
        """What the first words of such lines say together."""
        return {run[0].start: " ".join(word.text for word in run[:_ENOUGH]) for run in self._runs}

    @property
    def out_of_order(self) -> list[Line]:
        """The first of words so many that a tool made them of several lines: perhaps of columns that it saw in them."""
        sizes = ((run[0], sum(word.columns + 1 for word in run)) for run in self._runs)
        return [first for first, size in sizes if size > _SEVERAL * self.width]

    def is_beside_spread(self, last: Line, line: Line) -> bool:
        """Whether one of two lines is of such words: empty lines around them part nothing."""
        return last.start in self._spread or line.start in self._spread

    def is_spread(self, last: Line, line: Line) -> bool:
        """Whether two lines of a word each were one."""
        return last.start in self._spread and line.start in self._spread

    def is_lifted(self, line: Line) -> bool:
        """Whether a line is stated to be the page's or a note's: it tells nothing of how the text is set."""
        return bool(around(self.stated_furniture, line) or around(self.stated_notes, line))

    def _is_wrapped(self) -> bool:
        """Whether paragraphs run over lines: then most full lines end in the middle of a sentence."""
        whole = sum(line.columns for line in self.body if line.columns > _WRAPPED * self.width)
        if whole > 0.25 * sum(line.columns for line in self.body):
            return False  # few lines, and one of them a paragraph
        full = [line for line in self.body if line.columns > 0.8 * self.width]
        inside = [line for line in full if line.text[-1] not in self.patterns.terminal]
        return self.width <= 140 and len(inside) * 4 > len(full)

    def _is_any_line_two(self) -> bool:
        """Whether a tool has made one line of two: it is longer than a printed line can be."""
        full = sum(0.8 * self.width < line.columns <= _TWO * self.width for line in self.body)
        return full >= 2 * _ENOUGH and any(line.columns > _TWO * self.width and " " in line.text for line in self.body)

    def _indents_tell(self) -> bool:
        """Whether indents alone tell where paragraphs begin: nearly all that look like a beginning have one."""
        begins = [
            line.indent > 0
            for before, line in pairwise(self.body)
            if last_sign(before.text) in self.patterns.terminal and not line.page_start and self.looks_begun(line)
        ]
        return sum(begins) > 0.9 * len(begins) > 0

    def _sets_in_some(self) -> bool:
        """Whether a line that begins as paragraphs do is set in: else indents are those of other lines."""
        return any(line.indent for line in self.body if not line.page_start and self.looks_begun(line))

    def _numbers_stand_before(self) -> bool:
        """Whether numbers on lines of their own stand before their paragraphs: most do so behind a finished one."""
        finished = [
            last_sign(before.text) in self.patterns.terminal
            for before, line in pairwise(self.body)
            if self.patterns.number.fullmatch(line.text)
        ]
        return sum(finished) * 2 > len(finished)

    @cached_property
    def marks_end_lines(self) -> bool:
        """Whether a tool has ended lines at the marks of notes: many end early there, and what goes on follows.

        That is a small letter, or where a script has none, what does not begin as paragraphs do.
        """
        if self.by_indent or self.indented:
            return False
        early = [
            below.text[0].islower() if self.patterns.word_space else not self.looks_begun(below)
            for line, below in pairwise(self.body)
            if ends_in_mark(line) and self.is_short(line, below, 0.75)
        ]
        return sum(early) > 0.1 * len(early)

    @cached_property
    def fill(self) -> Fill | None:
        """How full the lines of the preamble are, where lines break at any character; None where nothing tells."""
        if self.patterns.word_space:
            return None
        first = next((row for row, line in enumerate(self.body) if self.patterns.is_formula(line.text)), 0)
        behind = islice(self.body, first + 1, None)
        preamble = [*takewhile(lambda line: not self.patterns.number.match(line.text), behind)]
        return fill_of(preamble, self.body[first:], self.patterns.terminal)

    def looks_begun(self, line: Line) -> bool:
        return bool(self.patterns.number.match(line.text)) or self.has_opening(line)

    def has_opening(self, line: Line) -> bool:
        """Whether a line begins with a performative, though a tool has set a space into it: Recogni zing also.

        Of a line set as words on lines of their own, the words together tell: Taking, note.
        """
        words = self._words_of_line.get(line.start, line.text)
        return any(map(self.patterns.opening.match, closed_up(words, _STRAY)))

    def is_labelled(self, line: Line) -> bool:
        return bool(self.patterns.number.match(line.text) or self.patterns.point.match(line.text))

    def is_entry(self, line: Line) -> bool:
        """Whether a line begins as points do, and notes listed with their marks in brackets."""
        return bool(self.patterns.point.match(line.text) or self.patterns.bracketed.match(line.text))

    def continues(self, line: Line) -> bool:
        """Whether a line cannot begin anything: with a small letter, or a figure that numbers nothing (48/141 and)."""
        if line.text[0].isdecimal():
            labels = (self.patterns.number, self.patterns.title, self.patterns.closing, self.patterns.heading)
            words = any(sign.isalpha() for sign in line.text)  # a figure alone is the page's
            return words and not any(label.match(line.text) for label in labels)
        return line.text[0].islower() and not self.patterns.point.match(line.text)

    def verb(self, line: Line) -> str:
        """The verb that a line opens with, nothing where it opens with none."""
        opening = self.patterns.opening.match(line.text)
        return self.patterns.again.sub("", opening[0], count=1) if opening else ""

    def resumed(self, line: Line) -> str:
        """The verb that the line itself or the next opening takes up with *also*."""
        row = bisect_left(self.lines, line.start, key=attrgetter("start"))
        if not self.patterns.again.match(line.text):
            below = pairwise(islice(self.lines, row, None))
            begun = (line for before, line in below if last_sign(before.text) in self.patterns.terminal)
            line = next(filter(self.looks_begun, begun), line)
        return self.verb(line) if self.patterns.again.match(line.text) else ""

    def below(self, line: Line) -> Line | None:
        """The next line of the text."""
        row = bisect_left(self.lines, line.end, key=attrgetter("start"))
        return self.lines[row] if row < len(self.lines) else None

    def turns(self, last: Line, line: Line) -> bool:
        """Whether a page ends between two lines: what stands apart elsewhere does not there."""
        return PAGE_BREAK in self.raw[last.end : line.start]

    def is_lifted_between(self, last: Line, line: Line) -> bool:
        """Whether something that is not the text's was lifted out between two lines."""
        return bool(self.raw[last.end : line.start].strip())

    def is_short(self, last: Line, line: Line, share: float, before: int = 0) -> bool:
        """Whether the next line's first word would have fitted behind ``last``: then the line was ended on purpose.

        ``share`` of the width allows for ragged lines: little where a stop ends the line, much where none does.
        ``before`` are columns of the same printed line that stand above.
        """
        return before + last.columns + columns(_first_word(line.text)) + 1 < self.width * share

    def is_loose(self, block: list[Line], line: Line) -> bool:
        """Whether, where lines break at any character, a line ends early: none need be shorter than its neighbours.

        A first line may have lost its indent; an opening bracket takes the character behind it to the next line.
        """
        if self.indented or self.patterns.word_space or not is_wide(line.text[0]):
            return False
        slack = 10 if len(block) == 1 else 6
        return block[-1].columns + slack <= self.width - 2 * (line.text[0] in _BRACKETS)

    def is_indented(self, line: Line, block: list[Line]) -> bool:
        return line.indent > 0 and not line.page_start and all(other.indent == 0 for other in block[1:])

    def is_quoting(self, block: list[Line]) -> bool:
        """Whether a quotation that begins inside a block goes on: a title with a stop of its own."""
        words = "".join(line.text for line in block)
        return "“" in words[1:] and words.count("“") > words.count("”")


def marks_of(document: Document, role: Role) -> list[Mark]:
    return [mark for mark in document.marks if mark.role == role]


def around(marks: Sequence[Mark], line: Line) -> Mark | None:
    """The mark that a line ends in."""
    for mark in marks:
        if mark.start < line.end <= mark.end:
            return mark
    return None


def _first_word(text: str) -> str:
    """What a line cannot do without at its head: a full-width character, else all up to a space or such a character."""
    if is_wide(text[0]):
        return text[0]
    return "".join(takewhile(lambda char: not char.isspace() and not is_wide(char), text)) or text[0]


def closed_up(text: str, spaces: int) -> Iterator[str]:
    """A text as it stands, and without one of its first spaces between letters."""
    yield text
    for space in islice(re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", text[:_HEAD]), spaces):
        yield text[: space.start()] + text[space.end() :]
