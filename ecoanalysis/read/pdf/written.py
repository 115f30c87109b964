"""Pages of lines → the raw text and its marks: each line with the columns before it, notes, marks, links, furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal

from ecoanalysis.model.document import Mark
from ecoanalysis.read.lines import Changes, languages_of, with_changes
from ecoanalysis.read.pages.footnotes import RULE, NoteLine, notes_of, typography, with_end_notes
from ecoanalysis.read.pages.furniture import furniture_of
from ecoanalysis.read.pages.geometry import Page
from ecoanalysis.read.pages.indents import Left, indents_of
from ecoanalysis.read.pdf.glyphs import Drawn
from ecoanalysis.read.pdf.lines import PrintedLine


@dataclass
class _Writer:
    changes: Changes
    pieces: list[str] = field(default_factory=list)
    languages: dict[int, str] = field(default_factory=dict)
    """Of the columns, where they have one each."""
    marks: list[Mark] = field(default_factory=list)
    stretches: list[Mark] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def language(self, line: PrintedLine, start: int) -> None:
        """State in which language a line that begins at ``start`` has been written."""
        code = self.languages.get(line.column)
        last = self.stretches[-1] if self.stretches else None
        if code and last and last.value == code and last.end == start:
            self.stretches[-1] = replace(last, end=self.length)
        elif code:
            self.stretches.append(Mark("language", start, self.length, code))

    def furniture(self, line: PrintedLine) -> None:
        self.marks.append(Mark("furniture", self.length, self.length + len(line.text)))
        self._words(line)

    def note(self, line: PrintedLine, note: NoteLine) -> None:
        skip = note.skip + len(line.text[note.skip :]) - len(line.text[note.skip :].lstrip())
        self.marks.append(Mark("note", self.length + skip, self.length + len(line.text), note.number))
        self._changes(line)
        self._words(line)

    def text(self, line: PrintedLine, indent: int) -> None:
        self.write(" " * indent)
        for start, end in line.raised:
            self.marks.append(Mark("mark", self.length + start, self.length + end, line.text[start:end].strip("/[]")))
        self._changes(line)
        self._words(line)

    def _words(self, line: PrintedLine) -> None:
        for start, end, address in _stretches(line, "link"):
            self.marks.append(Mark("link", self.length + start, self.length + end, address))
        self.write(line.text + "\n")

    def _changes(self, line: PrintedLine) -> None:
        for start, end, kind in _drawn(line):
            left_out = kind == ("struck" if self.changes == "accepted" else "put_in")
            value = "left out" if left_out else "read"
            self.marks.append(Mark(kind, self.length + start, self.length + end, value))


def _stretches(line: PrintedLine, stated: Literal["drawn", "link"]) -> Iterator[tuple[int, int, Any]]:
    """Where characters that follow each other state the same, from where to where, and what."""
    begin = 0
    for value, glyphs in groupby(line.glyphs, attrgetter(stated)):
        end = begin + len([*glyphs])
        if value:
            yield begin, end, value
        begin = end


def _drawn(line: PrintedLine) -> Iterator[tuple[int, int, Drawn]]:
    """Where words are struck out or underlined, without the spaces around them."""
    for begin, end, kind in _stretches(line, "drawn"):
        words = line.text[begin:end]
        if words.strip():
            yield begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()), kind


def _languages(pages: Sequence[Page[PrintedLine]]) -> dict[int, str]:
    """The language of each column, where the two are in different ones: the same text, side by side."""
    texts = (
        (column, "\n".join(line.text for page in pages for line in page.lines if line.column == column))
        for column in (1, 2)
    )
    languages = languages_of(texts)
    return languages if len({*languages.values()}) > 1 else {}


def written(pages: Sequence[Page[PrintedLine]], changes: Changes = "accepted") -> tuple[str, tuple[Mark, ...]]:
    """Return the text of pages, a form feed between two, and the marks that the place of each line states."""
    furniture = furniture_of(pages)
    texts = [
        [line for index, line in enumerate(page.lines) if index not in out]
        for page, out in zip(pages, furniture, strict=True)
    ]
    how = typography(texts)
    notes, headings = with_end_notes(pages, furniture, notes_of(pages, furniture, how), how)
    for page_number, index in headings:
        furniture[page_number].add(index)
    writer = _Writer(changes, languages=_languages(pages))
    before: Left | None = None
    for number, page in enumerate(pages):
        if number:
            writer.write("\f")
        lifted = furniture[number] | {index for index, line in enumerate(page.lines) if RULE.fullmatch(line.text)}
        text = [line for index, line in enumerate(page.lines) if index not in lifted and index not in notes[number]]
        indents = dict(zip(map(id, text), indents_of(text, how.step, before), strict=True))
        above = float("inf")
        for index, line in enumerate(page.lines):
            if id(line) in indents:
                writer.write("\f" if line.y > above else "")  # a column turns as a page does
                above = line.y
            start = writer.length
            if index in lifted:
                writer.furniture(line)
            elif note := notes[number].get(index):
                writer.note(line, note)
            else:
                writer.text(line, indents[id(line)])
            writer.language(line, start)
        for line in page.outside:
            writer.furniture(line)
        before = Left.of(text, how.step) if text else before
    return "".join(writer.pieces), tuple(
        sorted(with_changes([*writer.marks, *writer.stretches]), key=lambda mark: (mark.start, -mark.end))
    )
