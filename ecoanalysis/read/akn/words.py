"""Words as printed, with the links, footnotes and opening phrases in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read.akn.elements import GAP, plain, tag

_STOPS = "，。；：、,.;:،؛؟?!！？"
_CLOSERS = "”’\"')）」』*†"


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words as printed, and the marks in them: links, opening phrase, footnote marks; offsets count from the words."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def behind(self, start: int) -> MarkedWords:
        """Return the words from ``start`` on."""
        moved = (replace(mark, start=max(mark.start - start, 0), end=max(mark.end - start, 0)) for mark in self.marks)
        return MarkedWords(self.text[start:], tuple(moved))

    def joined(self, gap: str, other: MarkedWords) -> MarkedWords:
        """Return the words with others behind them."""
        by = len(self.text) + len(gap)
        moved = (replace(mark, start=mark.start + by, end=mark.end + by) for mark in other.marks)
        return MarkedWords(self.text + gap + other.text, (*self.marks, *moved))

    @property
    def ended(self) -> bool:
        """Whether the words end as a sentence or one of its parts does."""
        bare = self.text.rstrip(_CLOSERS) or self.text
        return bool(bare) and (bare[-1] in _STOPS or self.text[-1] in _STOPS)

    @property
    def opened(self) -> bool:
        """Whether their opening phrase is set apart."""
        return any(mark.role == "opening" for mark in self.marks)


@dataclass
class Scribe:
    """Takes down the words of elements as the file has them, white space and all; ``words`` tidies them."""

    language: Language
    notes: list[tuple[str, MarkedWords]]
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    shown: int = 0
    """How many characters are printed so far."""
    last: str = ""
    """The last of them."""
    opened: int = -1
    """How many were printed at the end of the opening phrase."""
    is_note: bool = False

    def write(self, text: str | None) -> None:
        """Take down text."""
        if text:
            self.pieces.append(text)
            self.length += len(text)
            if printed := GAP.sub("", text):
                self.shown, self.last = self.shown + len(printed), printed[-1]

    def take(self, element: Any) -> None:
        """Take down an element with all that is in it; a note's words go to the notes."""
        name = tag(element)
        if name == "authorialNote":
            self._note(element)
        elif name == "sup" and self._is_mark(element):
            if not self.is_note:
                self.marks.append(Mark("mark", self.length, self.length, plain(element)))
        elif name == "eol":
            self.write(" ")
        elif name:
            start, shown = self.length, self.shown
            self.write(element.text)
            for child in element:
                self.take(child)
                self.write(child.tail)
            if name == "a" and element.get("href"):
                self.marks.append(Mark("link", start, self.length, GAP.sub("", element.get("href"))))
            elif name == "span" and element.get("class", "").startswith(("bold", "italic")) and not self.is_note:
                self._opening(start, shown)

    def _opening(self, start: int, shown: int) -> None:
        """A phrase set apart at the head of a paragraph; a second one that follows at once is its rest."""
        if not shown:
            self.marks.append(Mark("opening", start, self.length))
        elif shown == self.opened:
            place = next(place for place, mark in enumerate(self.marks) if mark.role == "opening")
            self.marks[place] = replace(self.marks[place], end=self.length)
        else:
            return
        self.opened = self.shown

    def _is_mark(self, sup: Any) -> bool:
        """A raised number behind a stop or at the head of a note; a raised letter belongs to a table."""
        return plain(sup).isdigit() and self.last in (*_STOPS, *_CLOSERS, "》", "")

    def _note(self, element: Any) -> None:
        number = (element.get("marker") or "").strip() or str(len(self.notes) + 1)
        self.marks.append(Mark("mark", self.length, self.length, number))
        place = len(self.notes)
        self.notes.append((number, MarkedWords()))
        scribe = Scribe(self.language, self.notes, is_note=True)
        for child in element:
            scribe.take(child)
            scribe.write(child.tail or " ")
        words = scribe.words()
        if printed := re.match(rf"{re.escape(number)}\s+(?=\S)", words.text):  # printed although the file computes it
            words = words.behind(printed.end())
        self.notes[place] = (number, words)

    def words(self) -> MarkedWords:
        """Return the words with white space as printed: in English one space, beside Chinese characters none."""
        raw = "".join(self.pieces)
        out, gaps, ends, place = [""], [0], [(0, 0, 0)], 0
        length = 0
        for gap in GAP.finditer(raw):
            out.append(raw[place : gap.start()])
            length += len(out[-1])
            kept = self._kept(raw, gap)
            gaps.append(gap.start())
            ends.append((length, gap.end(), length + len(kept)))
            out.append(kept)
            length += len(kept)
            place = gap.end()
        text = "".join([*out, raw[place:]])

        def moved(offset: int) -> int:
            before, end, after = ends[bisect_right(gaps, offset) - 1]
            return after + offset - end if offset >= end else before

        return MarkedWords(text, tuple(_fitted(text, mark, moved(mark.start), moved(mark.end)) for mark in self.marks))

    def _kept(self, raw: str, gap: re.Match[str]) -> str:
        left, right = raw[: gap.start()][-1:], raw[gap.end() : gap.end() + 1]
        if not left or not right or not any(char.isspace() for char in gap[0]):
            return ""
        tight, leading_sign = _tight(self.language)
        if tight.match(left) or tight.match(right):
            return " " if leading_sign.fullmatch(raw, 0, gap.start()) else ""
        return " "


@cache
def _tight(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Signs beside which a language sets no space, and what has one behind it all the same: a heading's sign."""
    spoken = language_of(language)
    return spoken.compiled("structure", "akn", "tight"), spoken.compiled("structure", "akn", "leading_sign")


def _fitted(text: str, mark: Mark, start: int, end: int) -> Mark:
    """The mark at its new place, without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(mark, start=start, end=end)
