"""Saved web pages: the text of the page as lines, whatever stands around it, in UTF-8, GB18030 or Western encodings."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import TIGHT, decode, language_of, languages, numerals, regex
from ecoanalysis.model.document import Language, Mark, Role
from ecoanalysis.read.lines import Changes, MarkedLine, with_changes, written

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|font)\b",
    re.I | re.S,
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_BETWEEN_TIGHT = re.compile(rf"(?<={TIGHT})[ \t]*\r?\n[ \t\r\n]*(?={TIGHT})")

# What a page shows around its text, and what it does not show.
_FURNITURE = re.compile(
    "head|script|style|noscript|template|nav|aside|header|footer|form|select|button|iframe|object|svg"
)
_BLOCKS = re.compile(
    "address|article|blockquote|body|center|d[dlt]|div|fieldset|figure|h[1-6r]|li|main|[ou]l|p|pre|section|"
    "t(?:able|body|d|h|head|r)"
)
_PARAGRAPH, _LINE = "\n\n", "\n"
_ENDS = ".;:,。；：，"

_CALL = re.compile(r"[\[(（]?(\d{1,3})[\])）]?")
_POWER = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2})$", re.ASCII)
_LABEL = re.compile(r"\s*(?:[\[(（]?\w{1,5}[\])）.．、]|[(（])")
_STYLES = (("lower-alpha", "a"), ("lower-latin", "a"), ("upper-alpha", "A"), ("lower-roman", "i"), ("upper-roman", "I"))
_SIGNS: dict[str, Callable[[int], str]] = {
    "a": numerals.to_letters,
    "A": lambda number: numerals.to_letters(number).upper(),
    "i": numerals.to_roman,
    "I": lambda number: numerals.to_roman(number).upper(),
}

_NOTE_TYPES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
_CALL_TYPES = frozenset(("noteref", "doc-noteref"))
_COUNTED = re.compile(r"\s*(?P<sign>\[)?(?P<number>\d{1,3})(?(sign)\]|[.．]?)\s+(?=\S)")
_NUMBERED = re.compile(r"\s*\[?(?P<number>\d{1,3})(?!\d)")
_CELL, _CELLS = 120, "\t"  # characters of a cell that holds no text; what parts cells
_HEADING = 24  # characters of the heading of notes
_DRAWN = (
    (True, ("del", "s", "strike"), re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through")),
    (False, ("ins", "u"), re.compile(r"text-decoration[\w-]*\s*:[^;]*underline")),
)
"""Whether words are struck out or else put in, by which elements and by what is said of their look."""


def accepts(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    text = data
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "ignore").encode()
    return bool(_HEAD.match(text[:4096]))


def read(data: bytes, path: str, changes: Changes = "accepted") -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of a page: a line for each line break, an empty line between blocks.

    Words struck out are to be left out, with ``rejected`` those marked as put in.

    Raises
    ------
    UnreadableDocumentError
        Where the page shows no text.

    Examples
    --------
    >>> read(b"<html><body><ul><li>Home</ul><p>1. Requests<br>a report;</p></body></html>", "page.html")[0]
    'Home\\n\\n1. Requests\\na report;'
    """
    from lxml.html import document_fromstring

    page = document_fromstring(_DECLARATION.sub("", _decoded(data)) or "<p></p>")
    walk = _Walk(*_called_notes(page), changes)
    walk.element(page)
    walk.block()
    text, written_marks = written(_with_end_notes(walk.lines), end=_PARAGRAPH)
    marks = with_changes(written_marks)
    if not text:
        raise UnreadableDocumentError(f"{path}: a web page without text; save the page itself, not its frame")
    if not any(line.role == "operative" and line.text.rstrip()[-1:] in _ENDS for line in walk.lines):
        # the look of the lines tells more, but not of tables
        marks = [replace(mark, role="furniture") if mark.value == "table" else mark for mark in marks]
        marks = [mark for mark in marks if mark.role in ("note", "mark", "struck", "put_in", "furniture")]
    return text.rstrip(_LINE), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))), None


def _decoded(data: bytes) -> str:
    """The declared encoding of old pages is often wrong: what decodes, and then reads like a language, decides."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data, "replace") or data.decode("cp1252", "replace")


@dataclass
class _Walk:
    """The elements of a page in order → lines, each a block as a browser sets it apart."""

    called: dict[_Element, str]
    """Links that lead to a note below, by its number."""
    notes: dict[_Element, str]
    changes: Changes
    lines: list[MarkedLine] = field(default_factory=list)
    line: MarkedLine = field(default_factory=MarkedLine)
    """What is being written."""
    lists: list[_List] = field(default_factory=list)
    item: tuple[Role, str, int] | None = None
    """The role of the next line, where it begins an item of a list."""
    note: str = ""
    """The number of the note that the walk is in."""

    def block(self) -> None:
        """End a line and begin another."""
        text = _LINE.join(part.strip(" ") for part in self.line.text.split(_LINE))
        if text.strip():
            self.lines.append(_settled(self.line))
        self.line = MarkedLine()

    def element(self, element: _Element) -> None:
        """Write what an element shows; its own tail is its parent's."""
        tag = element.tag if isinstance(element.tag, str) else "script"  # comments and instructions show nothing
        around = _FURNITURE.fullmatch(tag) and not (tag == "aside" and (element in self.notes or _is_note(element)))
        if around or "hidden" in element.attrib:
            return
        if element in self.called or (tag == "sup" and self._calls(element)):
            self._mark(element)
            return
        if self.note and tag == "a" and not re.search(r"\w", _shown(element)):
            return  # leads back to the mark
        outside, blocks = self.note, bool(_BLOCKS.fullmatch(tag))
        if blocks:
            self.block()
        if element in self.notes:
            self.note = self.notes[element]
            self.line.role, self.line.value = ("note", self.note) if _blank(self.line.text) else ("paragraph", "")
        line, start = self.line, len(self.line.text)
        if tag == "table" and any(map(_speaks, self.lines)) and (rows := _rows_of(element)):
            self.lines += [MarkedLine("text", "table", text=_CELLS.join(row)) for row in rows]
            return
        self._inside(element, tag)
        style = element.get("style", "")
        for struck, tags, look in _DRAWN if line is self.line and tag != "a" else ():
            if tag in tags or look.search(style):
                line.change(start, self.changes, struck=struck)
        if blocks:
            self.block()
        self.note = outside

    def _inside(self, element: _Element, tag: str) -> None:
        if tag in ("ol", "ul"):
            self.lists.append(_List(element))
        elif tag == "li" and self.lists:
            self.item = self.lists[-1].next(element, self.lists)
        elif tag == "br":
            self.line.text += _LINE
        self._write(element.text, tag)
        for child in element:
            self.element(child)
            self._write(child.tail, tag)
        if tag in ("ol", "ul"):
            self.lists.pop()

    def _write(self, text: str | None, tag: str) -> None:
        words = _words(text, tag == "pre")
        if words.startswith(" ") and self.line.text[-1:] in ("", " ", _LINE):
            words = words[1:]
        if not _blank(words) and _blank(self.line.text):
            self._begin(words)
        self.line.text += words

    def _begin(self, words: str) -> None:
        """Settle what a line is as it gets its first words; a number that is printed counts, not the list's."""
        if self.note and self.line.role != "note":
            self.line.role, self.line.value = "note", self.note
        elif self.item and self.line.role != "note":
            self.line.role, self.line.value, self.line.level = (
                self.item if not _LABEL.match(words) else ("paragraph", "", 0)
            )
        self.item = None

    def _calls(self, raised: _Element) -> bool:
        """Whether a raised number is a note's: not where it stands behind a figure or a unit (km²)."""
        alone = _CALL.fullmatch(_shown(raised))
        return (
            bool(alone)
            and not any(child in self.called for child in raised.iter())
            and not _POWER.search(self.line.text[-3:])
        )

    def _mark(self, element: _Element) -> None:
        """Write a note's number, without the brackets that some pages set around it."""
        number = self.called.get(element) or re.sub(r"\D", "", _shown(element))
        start = len(self.line.text)
        if _blank(self.line.text) and element not in self.called:  # a note begins with its number
            self.line.role, self.line.value = "note", number
        elif not self.note:
            self.line.marks.append(Mark("mark", start, start + len(number), number))
        self.line.text += number


def _rows_of(table: _Element) -> list[list[str]]:
    """The cells of a table's rows, where it holds figures and names and no text: set side by side, none a sentence."""
    if any(inner is not table for inner in table.iter("table")):
        return []
    rows = [
        [" ".join(_shown(cell).split()) for cell in row if isinstance(cell.tag, str) and cell.tag in ("td", "th")]
        for row in table.iter("tr")
    ]
    cells = [cell for row in rows for cell in row if cell]
    several = sum(len([cell for cell in row if cell]) > 1 for row in rows)
    sentences = any(len(cell) > _CELL or (cell[-1] in _ENDS and len(cell) > _HEADING) for cell in cells)
    return [row for row in rows if any(row)] if several > 1 and not sentences else []


@cache
def _formulas() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(regex(formula))
        for spoken in map(language_of, languages())
        for formula in spoken.table("structure")["organs"].values()
    )


def _speaks(line: MarkedLine) -> bool:
    """Whether a line is the formula of an organ, in any language."""
    text = line.text.strip()
    return len(text) < _CELL and any(formula.fullmatch(text) for formula in _formulas())


class _List:
    """A list of a page, and the number that its next item has."""

    def __init__(self, element: _Element) -> None:
        self.ordered = element.tag == "ol" and "none" not in element.get("style", "")
        self.style = element.get("type") or next(
            (sign for name, sign in _STYLES if name in element.get("style", "")), "1"
        )
        self.number = _integer(element.get("start"), 1)

    def next(self, item: _Element, lists: list[_List]) -> tuple[Role, str, int] | None:
        """Return the role of an item, with its number and its depth among points."""
        ordered = [lists_open for lists_open in lists if lists_open.ordered]
        if not ordered:
            return None
        number = _integer(item.get("value"), self.number)
        self.number = number + 1
        depth = len(lists) - 1 + (ordered[0].style != "1")
        value = _SIGNS.get(self.style, str)(number) if self.ordered and 0 < number < 1000 else ""
        return ("point", value, depth) if depth else ("operative", value, 0)


def _is_note(element: _Element) -> bool:
    """Whether a page says that an element is a note, as books do: <aside epub:type="footnote">."""
    return bool(_NOTE_TYPES & {*element.get("epub:type", "").split(), *element.get("role", "").split()})


def _calls_note(element: _Element) -> bool:
    """Whether a page says that a link calls a note, which may stand on another page of the book."""
    return bool(_CALL_TYPES & {*element.get("epub:type", "").split(), *element.get("role", "").split()})


def _called_notes(page: _Element) -> tuple[dict[_Element, str], dict[_Element, str]]:
    """Links with a number for words that lead down the page, and what they lead to: notes' marks, and notes."""
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    order = {element: place for place, element in enumerate(elements)}
    targets = {
        name: element for element in reversed(elements) for name in (element.get("id"), element.get("name")) if name
    }
    called, notes = {}, {}
    inside = {inner for element in elements if _is_note(element) for inner in element.iter()}
    for element in (element for element in elements if element not in inside):  # a note leads back to its mark
        address, _, name = element.get("href", "").partition("#")
        elsewhere = bool(address) and _calls_note(element)
        number = _CALL.fullmatch(_shown(element)) if name and (elsewhere or not address) else None
        if not number:
            continue
        target = None if elsewhere else targets.get(name)
        if target is None:
            called[element] = number[1]  # what it led to was not kept
        elif order[target] > order[element]:
            called[element], notes[target] = number[1], number[1]
    for element in filter(_is_note, elements):  # called on another page of the book: its own words tell its number
        number = _NUMBERED.match(_shown(element))
        if number and element not in notes:
            notes[element] = number["number"]
    return called, notes


def _with_end_notes(lines: list[MarkedLine]) -> list[MarkedLine]:
    """The lines of a page; those that count its marks behind its text, and their heading, as notes."""
    marks = [(place, mark.value) for place, line in enumerate(lines) for mark in line.marks if mark.role == "mark"]
    last = max((int(value) for _, value in marks if value.isdecimal()), default=0)
    begin = next((place for place in range(len(lines) - 1, -1, -1) if _counted(lines[place]) == "1"), 0)
    notes = lines[begin : begin + last]
    counts = [_counted(note) for note in notes] == [str(number) for number in range(1, last + 1)]
    behind = bool(marks) and max(place for place, _ in marks) < begin
    if not (counts and behind) or any(line.role == "note" for line in lines):
        return lines
    above = lines[begin - 1]
    headed = len(above.text) <= _HEADING and above.text.replace(" ", "").isalpha()
    numbered = any(_counted(line) == "1" for line in lines[:begin])  # else they may be the text's own paragraphs
    if not (headed or numbered):
        return lines
    settled = [
        replace(line, role="note", value=begun["number"], level=begun.end())
        for line in notes
        if (begun := _COUNTED.match(line.text))
    ]
    return [
        *lines[: begin - 1],
        replace(above, role="furniture") if headed else above,
        *settled,
        *lines[begin + last :],
    ]


def _counted(line: MarkedLine) -> str:
    """The number that a line begins with, in brackets or with a stop."""
    begun = _COUNTED.match(line.text)
    return begun["number"] if begun else ""


def _blank(text: str) -> bool:
    return not text or text.isspace()  # unlike strip, done with the first letter


def _shown(element: _Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _settled(line: MarkedLine) -> MarkedLine:
    """The line, of a note with the length of the number printed before it."""
    lines = (part.strip(" ") for part in line.text.split(_LINE))
    if line.role == "note":
        printed = re.match(rf"[\[(]?{line.value}[\])]?[.:]?\s*", line.text.lstrip())
        return replace(line, level=printed.end() if printed else 0)
    return line if line.marks else replace(line, text=re.sub(r"\n{3,}", _PARAGRAPH, _LINE.join(lines)))


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else default


def _words(text: str | None, kept: bool) -> str:
    """Text as a browser shows it: white space is one space, none where a line of Chinese source ends."""
    if not text or kept:
        return text or ""
    return _SPACE.sub(" ", _BETWEEN_TIGHT.sub("", text))
