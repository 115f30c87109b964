"""Lines: what a page prints as one paragraph, with the marks in it; a reader writes them down as raw text and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from ecoanalysis.errors import UnknownLanguageError
from ecoanalysis.lexicon import detect, language_of, regex
from ecoanalysis.model.document import Mark, Role

Changes = Literal["accepted", "rejected"]
"""Which side of a draft's changes is read."""
_RAISED_NUMBER = re.compile(r"\d{1,3}/?")
_POWER = re.compile(r"\d\s?[^\W\d_]{1,2}$", re.ASCII)  # behind a unit a raised figure is a power: 12 km²
_STRUCTURE = ("operative", "point", "heading", "note", "mark", "language")
_PAGE = 140  # columns that a page has at most
_FEW = 10  # one paragraph in so many may begin in small letters by a slip
_TYPED_NOTE = re.compile(r"(\d{1,3})/?[.．]?\s+(?=\S)")
_RULE = re.compile(r"[_—─]{5,}")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\ufeff")) | dict.fromkeys(map(ord, "\u00a0\t\n\r"), " ")


@dataclass
class MarkedLine:
    """A paragraph's text and the marks in it, whose offsets count from its beginning."""

    role: Role = "paragraph"
    value: str = ""
    level: int = 0
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    boxes: list[MarkedLine] = field(default_factory=list)
    """Text boxes anchored in the paragraph."""
    language: str = ""
    """The language of the line, where the text stands in several, side by side."""
    raised: bool = False
    """The last characters written are raised: digits there are a footnote's mark."""

    def write(self, text: str, raised: bool = False) -> None:
        """Write words behind those that are there; a number that is ``raised`` is the mark of a footnote."""
        text = text.translate(_INVISIBLE)
        if not text:
            return
        if raised and _RAISED_NUMBER.fullmatch(text.strip()) and not _POWER.search(self.text[-4:]):
            start = len(self.text)
            last = self.marks[-1] if self.raised and self.marks else None
            if last and last.role == "mark" and last.end == start:
                self.marks[-1] = replace(last, end=start + len(text), value=last.value + text.strip(" /"))
            else:
                self.marks.append(Mark("mark", start, start + len(text), text.strip(" /")))
        self.raised = raised
        self.text += text

    def change(self, start: int, changes: Changes, *, struck: bool) -> None:
        """State that the words from a place on are struck out, or else put in, and whether they are read."""
        if self.text[start:].strip():
            left_out = struck == (changes == "accepted")
            role: Role = "struck" if struck else "put_in"
            self.marks.append(Mark(role, start, len(self.text), "left out" if left_out else "read"))

    def stripped(self) -> MarkedLine:
        """Return the line without white space around it."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(len(self.text.rstrip()), start)
        marks = [
            replace(mark, start=min(max(mark.start, start), end) - start, end=min(max(mark.end, start), end) - start)
            for mark in self.marks
        ]
        return replace(self, text=self.text[start:end], marks=marks)


def believed(lines: Iterable[MarkedLine], notes: Iterable[MarkedLine], path: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the raw text, and the marks as far as they are believed: lines wrapped by hand tell by their look."""
    raw, marks = written(lines, notes)
    marks = with_changes(marks)
    if not any(mark.role in _STRUCTURE for mark in marks) and _is_wrapped(raw, marks, path):
        marks = [mark for mark in marks if mark.role in ("link", "struck", "put_in")]
    return raw, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def with_changes(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks without those of underlined words where none are struck out: then they are emphasised."""
    shown = any(mark.role == "struck" for mark in marks)
    return [mark for mark in marks if shown or mark.role != "put_in"]


def tracked(changes: Iterable[tuple[bool, str]], side: Changes) -> Iterator[Mark]:
    """Yield a mark for each change that a file tracks, given as whether words went, and who changed them.

    Examples
    --------
    >>> [mark.value.split("\\t") for mark in tracked([(True, "Ana")], "rejected")]
    [['deletion', 'read', 'Ana']]
    """
    for gone, author in changes:
        fate = "left out" if gone == (side == "accepted") else "read"
        yield Mark("tracked", 0, 0, "\t".join(("deletion" if gone else "insertion", fate, author)))


def _is_wrapped(raw: str, marks: list[Mark], path: str) -> bool:
    """Whether the paragraphs are lines of a page, wrapped by hand: they begin in the middle of a sentence."""
    spoken = language_of(detect(raw, path))
    lines = [raw[mark.start : mark.end] for mark in marks if mark.role == "paragraph" and mark.start < mark.end]
    width = max(map(len, raw.splitlines()), default=0)
    if width > _PAGE:
        return False
    cut = [
        (before, line) for before, line in pairwise(lines) if before[-1] not in spoken.table("structure")["terminal"]
    ]
    if spoken.words_touch:  # no capitals tell where sentences begin: most full lines are cut
        full = [line for line in lines if len(line) > 0.9 * width]
        return 1 < sum(len(before) > 0.9 * width for before, _ in cut) > len(full) // 2
    return sum(line[0].islower() for _, line in cut) > len(lines) // _FEW


def typed_notes(lines: Iterable[MarkedLine]) -> Iterator[MarkedLine]:
    """Yield lines, with notes among them that stand as paragraphs: behind a rule, or begun with a raised number."""
    ruled = False
    for line in lines:
        bare = line.stripped()
        first = bare.marks[0] if bare.marks and bare.marks[0].role == "mark" else None
        typed = _TYPED_NOTE.match(bare.text) if ruled else None
        if _RULE.fullmatch(bare.text):
            ruled = True
            yield replace(bare, role="furniture")
        elif line.role == "paragraph" and first and first.start == 0 < first.end < len(bare.text):
            yield replace(bare, role="note", value=first.value, level=first.end, marks=bare.marks[1:])
        elif line.role == "paragraph" and typed:
            yield replace(bare, role="note", value=typed[1], level=typed.end(), marks=[])
        else:
            ruled = ruled and not bare.text
            yield line


def tabulated(rows: list[list[list[MarkedLine]]]) -> Iterator[MarkedLine]:
    """Yield the lines of a table's rows of cells.

    A row of one cell is set as text is; the cells of others, side by side, are no paragraphs. Columns in languages of
    their own are the same text in each: they are read one after the other.
    """
    rows = [[[line for line in cell if line.text.strip()] for cell in row] for row in rows]
    codes = _languages_of(rows)
    if len({*codes.values()}) > 1:
        for column, code in codes.items():
            yield from _column(rows, column, code, [*codes])
        return
    for cells in rows:
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            yield from filled[0]
        elif filled:
            joined = MarkedLine("text", "table")
            for line in (line for cell in filled for line in cell):
                append(joined, line, "\t" if joined.text else "")
            yield joined


def _languages_of(rows: list[list[list[MarkedLine]]]) -> dict[int, str]:
    """The columns of a table that are running text, each with the language that it is surely in."""
    texts = (
        "\n".join(line.text for row in rows for line in (row[place] if place < len(row) else ()))
        for place in range(max(map(len, rows), default=0))
    )
    return languages_of(enumerate(texts))


def languages_of(columns: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return the language that the text of each column is surely in, where there is one.

    Examples
    --------
    >>> languages_of([(0, "The General Assembly,\\nNotes the report,"), (1, "7"), (2, "大会，\\n注意到报告，")])
    {0: 'en', 2: 'zh'}
    """
    codes: dict[int, str] = {}
    for place, text in columns:
        try:
            code = detect(text) if text else ""
        except UnknownLanguageError:
            continue
        if code and (language_of(code).share(text) >= 1 or _speaks(text, code)):
            codes[place] = code
    return codes


def _speaks(text: str, code: str) -> bool:
    """Whether an organ speaks in a text, by its formula in a language."""
    formulas = language_of(code).table("structure")["organs"].values()
    return any(re.fullmatch(regex(formula), line.strip()) for line in text.splitlines() for formula in formulas)


def _column(rows: list[list[list[MarkedLine]]], column: int, code: str, columns: list[int]) -> Iterator[MarkedLine]:
    """The lines of a column in a language of its own, with the numbers that stand in columns beside it."""
    for row in rows:
        beside = [line for other, cell in enumerate(row) if other not in columns for line in cell]
        for line in row[column] if column < len(row) else ():
            whole = replace(line, text="", marks=[], language=code)
            for part in [*beside, line]:
                append(whole, part, " " if whole.text else "")
            beside = []
            yield whole


def append(line: MarkedLine, other: MarkedLine, gap: str) -> None:
    """Write another line behind a line."""
    by = len(line.text) + len(gap)
    line.text += gap + other.text
    line.marks += [replace(mark, start=mark.start + by, end=mark.end + by) for mark in other.marks]


def written(lines: Iterable[MarkedLine], notes: Iterable[MarkedLine] = (), end: str = "\n") -> tuple[str, list[Mark]]:
    """Return the raw text and the marks at their places in it; ``level`` of a note is how much of it is its number."""
    pieces: list[str] = []
    marks: list[Mark] = []
    place = 0
    for element in [*lines, *notes]:
        line = element.stripped()
        if not line.text:  # a note that its part has lost is none: its mark says so
            continue
        skip = min(line.level, len(line.text)) if line.role == "note" else 0
        skip += len(line.text[skip:]) - len(line.text[skip:].lstrip())
        if line.role == "note":
            marks.append(Mark("note", place + skip, place + len(line.text), line.value))
        else:
            marks.append(Mark(line.role, place, place + len(line.text), line.value, line.level))
        if line.language:
            marks.append(Mark("language", place, place + len(line.text), line.language))
        marks += [replace(mark, start=place + mark.start, end=place + mark.end) for mark in line.marks]
        pieces.append(line.text + end)
        place += len(pieces[-1])
    return "".join(pieces), marks
