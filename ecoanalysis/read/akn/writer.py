"""The writer: a resolution, or a collection of them with what is annexed, as raw text and marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ecoanalysis.model.document import Mark, Role
from ecoanalysis.read.akn.elements import find, plain, tag
from ecoanalysis.read.akn.labels import label_value
from ecoanalysis.read.akn.metadata import Metadata
from ecoanalysis.read.akn.roles import Settler
from ecoanalysis.read.akn.units import PARAGRAPHS, Unit, Walk
from ecoanalysis.read.akn.words import MarkedWords


@dataclass
class Writer:
    """Units → raw text and marks."""

    walk: Walk
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    number: str = ""
    """The number that stands above the title: 75/324."""

    def text(self) -> str:
        """Return what is written."""
        return "".join(self.pieces)

    def document(self, root: Any) -> None:
        """Write what the file states, its resolutions and, at the end, their notes."""
        self.marks += [Mark(role, 0, 0, value) for role, value in Metadata(root).stated()]
        self.number = next(
            (
                label_value(plain(element))
                for preface in find(root, "preface")
                for element in find(preface, "docNumber")
            ),
            "",
        )
        components = [
            element for element in find(root, "component") if any(tag(child) == "statement" for child in element)
        ]
        self._statement(root, skip=components)
        for component in components:
            self._item(component)
        if self.number and not any(mark.role == "organ" for mark in self.marks):
            self._organ_lost()
        for number, words in self.walk.notes:
            self._write(f"{number} ")
            self._block("note", words, number)

    def _organ_lost(self) -> None:
        """Mark where the organ would speak had the file not lost the formula (78/225): before the first paragraph."""
        begins = [mark.start for mark in self.marks if mark.role in PARAGRAPHS]
        place = max(min(begins, default=0) - 1, 0)  # in the line's end, so that it stands before the block that follows
        self.marks += [Mark("organ", place, place)] if begins else []

    def _item(self, component: Any) -> None:
        """One resolution of a collection, which prints its letter alone: ``A``."""
        letter = next((plain(element) for element in find(component, "docNumber")), "")
        begin = self.length
        self._statement(component, symbol=f"{self.number} {letter}".strip())
        self.marks.append(Mark("item", begin, self.length, letter))

    def _statement(self, element: Any, symbol: str = "", skip: Sequence[Any] = ()) -> None:
        """What an element holds, part by part; preamble and main body are one text, which is settled as a whole."""
        body: list[Unit] = []
        for part in element:
            name = tag(part)
            if part in skip or name == "meta":
                continue
            if name in ("preamble", "mainBody", "formula"):
                body += self.walk.body([part])
                continue
            self._units(Settler(self.walk.language, body).settle())
            body = []
            if name == "coverPage":
                self._units(self.walk.cover(part, self.number))
            elif name == "preface":
                self._units(self.walk.preface(part, symbol))
            elif name == "conclusions":
                self._units(self.walk.closing(part))
            elif name == "attachments":
                for attachment in part:
                    self._attachment(attachment)
            elif name:
                self._statement(part, symbol, skip)
        self._units(Settler(self.walk.language, body).settle())

    def _attachment(self, attachment: Any) -> None:
        parts = [part for doc in attachment for part in (doc if tag(doc) == "doc" else [doc]) if tag(part) != "meta"]
        units = Settler(self.walk.language, list(self.walk.body(parts)), annex=True).settle()
        if not any(unit.role == "annex" for unit in units):
            place = max(self.length - 1, 0)  # in the line's end, so that it stands before the block that follows
            self.marks.append(Mark("annex", place, place))
        self._units(units)

    def _units(self, units: Iterable[Unit]) -> None:
        for unit in units:
            if unit.label:
                if not unit.words.text:  # a number that is a heading by itself
                    self._block(unit.role or "text", MarkedWords(unit.label), unit.value, unit.level)
                    continue
                self._write(f"{unit.label} ")
            self._block(unit.role or "text", unit.words, unit.value, unit.level)

    def _block(self, role: Role, words: MarkedWords, value: str = "", level: int = 0) -> None:
        """Write words on a line of their own; nothing where there are none."""
        if not words.text:
            return
        begin = self.length
        self.marks.append(Mark(role, begin, begin + len(words.text), value, level))
        inner = (mark for mark in words.marks if mark.role != "opening" or role in PARAGRAPHS)
        self.marks += [replace(mark, start=begin + mark.start, end=begin + mark.end) for mark in inner]
        self._write(words.text)
        self._write("\n")

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
