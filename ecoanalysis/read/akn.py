"""AKN4UN, the United Nations' own XML (Akoma Ntoso 3.0): its elements become raw text, in order, and marks.

Three steps: the walk turns elements into units (one printed paragraph each), ``_settle`` decides what the units are
that the file only calls paragraphs (points, headings, the second half of a sentence), ``_Writer`` writes them down.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import load, numerals
from ecoanalysis.model.document import Language, Mark, Role

_NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_LANGUAGES: dict[str, Language] = {"zho": "zh", "chi": "zh", "zh": "zh", "eng": "en", "en": "en"}

_GAP = re.compile(r"[\s\u200b\u200e\u200f\ufeff]+")  # white space, and the signs of direction that no page prints
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d\u2018\u2019]")
_LEADING_SIGN = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3})")
_STOPS = "，。；：、,.;:،؛؟?!！？"
_CLOSERS = "”’\"')）」』*†"

_POINT = re.compile(
    r"[(（]\s*([a-z]{1,5}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]|\d{1,2})\s*[)）]\s*|([㈠-㈩⑴-⒇①-⑳•])\s*"
)
_NUMBER = re.compile(r"(\d{1,3})(?:\s*[.．]\s*|\s+)(?=[^\d\s.．])")
_SIGN = re.compile(r"([A-Z]|[IVX]{1,6}|[一二三四五六七八九十]{1,3})\s*(?:[.．、]\s*|\s+|$)")
_SWALLOWED = re.compile(r"(.*\S)\s+(\d{1,3}\s*[.．])", re.DOTALL)

_DRAFT = re.compile(r"[AES]/(?:[A-Z][\w.]*/)?[\w-]+/L\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*")
_ADDED = re.compile(r"\s*(?:和|、|,|and)\s*((?:Rev|Add|Corr)\.\d+)")
_TALLY = re.compile(r"(\d+)-(\d+)-(\d+)")
# Sponsors are listed in English in every language's file; these names of States have an "and" of their own.
_AND = re.compile(r"\s+and\s+(?!Barbuda|Herzegovina|Nevis|the Grenadines|Principe|Tobago|Northern Ireland)")


def accepts(data: bytes) -> bool:
    """Whether the bytes are an Akoma Ntoso file.

    Examples
    --------
    >>> accepts(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'), accepts("大会，".encode())
    (True, False)
    """
    return b"akomaNtoso" in data[:4096]


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the file's elements in order, its notes at the end, and what the file states about them.

    Raises
    ------
    UnreadableDocumentError
        Where the file is no well-formed XML.

    Examples
    --------
    >>> text = '<akomaNtoso><preamble><formula><p>大会，</p></formula></preamble></akomaNtoso>'
    >>> read(text.encode(), "text")
    ('大会，\\n', (Mark(role='organ', start=0, end=3, value='', level=0),), None)
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocumentError(f"{path}: damaged XML ({error.msg}); fetch it again") from None
    language = next((_LANGUAGES.get(found.get("language", "")) for found in _find(root, "FRBRlanguage")), None)
    writer = _Writer(_Walk(language or "en"))
    writer.document(root)
    return writer.text(), tuple(sorted(writer.marks, key=lambda mark: (mark.start, -mark.end))), language


# --- elements ---------------------------------------------------------------------------------------------------------


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _find(element: Any, *names: str) -> Iterator[Any]:
    return (found for found in element.iter() if _tag(found) in names)


def _plain(element: Any) -> str:
    return _GAP.sub(" ", "".join(element.itertext())).strip()


# --- words ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """Words as printed, and the marks in them: links, opening phrase, footnote marks; offsets count from the words."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def behind(self, start: int) -> _Words:
        """The words from ``start`` on."""
        moved = (replace(mark, start=max(mark.start - start, 0), end=max(mark.end - start, 0)) for mark in self.marks)
        return _Words(self.text[start:], tuple(moved))

    def joined(self, gap: str, other: _Words) -> _Words:
        by = len(self.text) + len(gap)
        moved = (replace(mark, start=mark.start + by, end=mark.end + by) for mark in other.marks)
        return _Words(self.text + gap + other.text, (*self.marks, *moved))

    @property
    def ended(self) -> bool:
        """Whether the words end as a sentence or one of its parts does."""
        bare = self.text.rstrip(_CLOSERS) or self.text
        return bool(bare) and (bare[-1] in _STOPS or self.text[-1] in _STOPS)


@dataclass
class _Scribe:
    """Takes down the words of elements as the file has them, white space and all; ``words`` tidies them."""

    language: Language
    notes: list[tuple[str, _Words]]
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    shown: int = 0
    """How many characters are printed so far, and the last of them."""
    last: str = ""
    opened: int = -1
    """The same count at the end of the opening phrase."""
    is_note: bool = False

    def write(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)
            if printed := _GAP.sub("", text):
                self.shown, self.last = self.shown + len(printed), printed[-1]

    def take(self, element: Any) -> None:
        tag = _tag(element)
        if tag == "authorialNote":
            self._note(element)
        elif tag == "sup" and self._is_mark(element):
            if not self.is_note:
                self.marks.append(Mark("mark", self.length, self.length, _plain(element)))
        elif tag == "eol":
            self.write(" ")
        elif tag:
            start, shown = self.length, self.shown
            self.write(element.text)
            for child in element:
                self.take(child)
                self.write(child.tail)
            if tag == "a" and element.get("href"):
                self.marks.append(Mark("link", start, self.length, _GAP.sub("", element.get("href"))))
            elif tag == "span" and element.get("class", "").startswith(("bold", "italic")) and not self.is_note:
                self._opening(start, shown)

    def _opening(self, start: int, shown: int) -> None:
        """A phrase set apart at the head of a paragraph; a second one that follows at once is its rest."""
        if not shown:
            self.marks.append(Mark("opening", start, self.length))
        elif shown == self.opened:
            at = next(at for at, mark in enumerate(self.marks) if mark.role == "opening")
            self.marks[at] = replace(self.marks[at], end=self.length)
        else:
            return
        self.opened = self.shown

    def _is_mark(self, sup: Any) -> bool:
        """A raised number behind a stop or at the head of a note; a raised letter belongs to a table."""
        return _plain(sup).isdigit() and self.last in (*_STOPS, *_CLOSERS, "》", "")

    def _note(self, element: Any) -> None:
        number = (element.get("marker") or "").strip() or str(len(self.notes) + 1)
        self.marks.append(Mark("mark", self.length, self.length, number))
        at = len(self.notes)
        self.notes.append((number, _Words()))
        scribe = _Scribe(self.language, self.notes, is_note=True)
        for child in element:
            scribe.take(child)
            scribe.write(child.tail or " ")
        words = scribe.words()
        if printed := re.match(rf"{re.escape(number)}\s+(?=\S)", words.text):  # printed although the file computes it
            words = words.behind(printed.end())
        self.notes[at] = (number, words)

    def words(self) -> _Words:
        """White space as printed: one space in English, none beside Chinese characters; none at the ends."""
        raw = "".join(self.pieces)
        out, gaps, ends, at = [""], [0], [(0, 0, 0)], 0
        length = 0
        for gap in _GAP.finditer(raw):
            out.append(raw[at : gap.start()])
            length += len(out[-1])
            kept = self._kept(raw, gap)
            gaps.append(gap.start())
            ends.append((length, gap.end(), length + len(kept)))
            out.append(kept)
            length += len(kept)
            at = gap.end()
        text = "".join([*out, raw[at:]])

        def moved(offset: int) -> int:
            before, end, after = ends[bisect_right(gaps, offset) - 1]
            return after + offset - end if offset >= end else before

        return _Words(text, tuple(_fitted(text, mark, moved(mark.start), moved(mark.end)) for mark in self.marks))

    def _kept(self, raw: str, gap: re.Match[str]) -> str:
        left, right = raw[: gap.start()][-1:], raw[gap.end() : gap.end() + 1]
        if not left or not right or not any(char.isspace() for char in gap[0]):
            return ""
        if self.language == "zh" and (_WIDE.match(left) or _WIDE.match(right)):
            return " " if _LEADING_SIGN.fullmatch(raw, 0, gap.start()) else ""
        return " "


def _fitted(text: str, mark: Mark, start: int, end: int) -> Mark:
    """The mark at its new place, without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(mark, start=start, end=end)


# --- units ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unit:
    """One printed paragraph: ``label`` as printed before it, ``role`` as far as the element says."""

    role: Role | None
    words: _Words
    label: str = ""
    value: str = ""
    level: int = 0
    heading: bool = False
    """Set in the type of headings, whatever element it is."""
    item: bool = False
    """Stated as an item of a list."""


@dataclass
class _Walk:
    """Elements → units, in the order in which they are printed."""

    language: Language
    notes: list[tuple[str, _Words]] = field(default_factory=list)

    def words(self, *elements: Any) -> _Words:
        scribe = _Scribe(self.language, self.notes)
        for element in elements:
            scribe.take(element)
            scribe.write(" ")
        return scribe.words()

    def cover(self, page: Any, number: str) -> Iterator[_Unit]:
        """The cover's lines; its symbol is believed where it agrees with the number above the title."""
        for paragraph in page:
            words = self.words(paragraph)
            symbol = any(_tag(found) == "docNumber" for found in paragraph.iter()) and number in words.text
            yield _Unit("symbol" if symbol else "text", words)

    def preface(self, preface: Any, symbol: str = "") -> Iterator[_Unit]:
        """Number and title; of two titles that follow each other the file made two of one."""
        units: list[_Unit] = []
        for element in (found for paragraph in preface for found in (paragraph if len(paragraph) else [paragraph])):
            words, role = self.words(element), _PREFACE.get(_tag(element), "text")
            if units and (_tag(element) == "authorialNote" or role == units[-1].role == "title"):
                gap = "" if _tag(element) == "authorialNote" else self._space
                units[-1] = replace(units[-1], words=units[-1].words.joined(gap, words))
            else:
                units.append(_Unit(role, words, value=symbol if role == "symbol" else ""))
        yield from units

    @property
    def _comma(self) -> str:
        return str(load(f"{self.language}/structure")["preambular_end"])

    @property
    def _space(self) -> str:
        return str(load(f"{self.language}/structure")["word_space"])

    def body(self, parts: Iterable[Any]) -> Iterator[_Unit]:
        """Everything between title and closing: preamble, sections, paragraphs, lists, tables."""
        for part in parts:
            tag = _tag(part)
            if tag in ("preamble", "mainBody", "section"):
                yield from self.body(part)
            elif tag == "formula":
                yield _Unit("organ", self.words(part))
            elif tag == "container":
                yield from self._container(part)
            elif tag == "paragraph":
                yield from self._paragraph(part)
            elif tag in ("list", "sublist", "blockList"):
                yield from self._list(part)
            elif tag in _HEADINGS:
                yield self._head(part)
            elif tag == "num":
                yield from self._numbered(part, [])
            elif tag:
                yield from self._loose([part])

    def _head(self, element: Any) -> _Unit:
        """A heading; what is called a cross-heading of the preamble is a paragraph of a section's own preamble."""
        words = self.words(element)
        if element.get("refersTo") != "#preamble":
            return _Unit("heading", words, heading=True)
        return _Unit("preambular" if words.text[-1:] in self._comma or not words.ended else None, words)

    def _container(self, container: Any) -> Iterator[_Unit]:
        if any(_tag(child) == "table" for child in container):
            yield from self._table(container)
            return
        name = _GAP.sub(" ", container.get("name") or "").strip(" ，,")
        for child in container:
            if _tag(child) == "p":
                yield _Unit("preambular", _opened(self.words(child), name))
            else:
                yield from self.body([child])

    def _table(self, container: Any) -> Iterator[_Unit]:
        for row in _find(container, "tr"):
            cells = [words for cell in row if (words := self.words(cell)).text]
            line = _Words()
            for cell in cells:
                line = line.joined("\t" if line.text else "", cell)
            yield _Unit("text", line)

    def _paragraph(self, paragraph: Any) -> Iterator[_Unit]:
        number, rest = None, []
        heading = paragraph.get("class", "").startswith("H")
        note = paragraph.get("class", "") in _TABLE_NOTES
        for child in paragraph:
            if _tag(child) == "num":
                number = child
            elif _tag(child) in _HEADINGS and number is None:
                yield _Unit("heading", self.words(child), heading=True)
            else:
                rest.append(child)
        if note:
            yield _Unit("text", self.words(*rest))
        elif number is not None:
            yield from self._numbered(number, rest)
        else:
            yield from self._loose(rest, heading)

    def _numbered(self, number: Any, rest: Sequence[Any]) -> Iterator[_Unit]:
        """A number and what it numbers; some numbers have swallowed the heading above them: ``A 1.``"""
        label = _plain(number)
        if swallowed := _SWALLOWED.fullmatch(label):
            yield _Unit("heading", _Words(swallowed[1]), heading=True)
            label = swallowed[2]
        own, lists = _split(rest, "list", "sublist", "blockList")
        intro = [child for group in lists for child in group if _tag(child) in ("intro", "listIntroduction")]
        heading = any(_tag(child) in _HEADINGS for child in own)
        yield _Unit(None, self.words(*own, *intro), label, heading=heading)
        for group in lists:
            yield from self._items(group)

    def _loose(self, elements: Sequence[Any], heading: bool = False) -> Iterator[_Unit]:
        """A paragraph without a number of its own; what stands in it as a heading is printed above it."""
        for element in elements:
            if _tag(element) in ("list", "sublist", "blockList"):
                yield from self._list(element)
                continue
            for paragraph in element if _tag(element) in ("content", "intro") else [element]:
                heads, _ = _split(paragraph, *_HEADINGS, keep=True)
                if heads and _plain(paragraph) == " ".join(map(_plain, heads)):
                    yield _Unit("heading", self.words(paragraph), heading=True)
                else:
                    yield _Unit(None, self.words(paragraph), heading=heading)

    def _list(self, group: Any) -> Iterator[_Unit]:
        intro = [child for child in group if _tag(child) in ("intro", "listIntroduction")]
        if intro:
            name = _GAP.sub(" ", group.getparent().get("name") or "").strip(" ，,")
            role: Role | None = "preambular" if _tag(group.getparent()) == "container" else None
            yield _Unit(role, _opened(self.words(*intro), name))
        yield from self._items(group)

    def _items(self, group: Any) -> Iterator[_Unit]:
        for child in group:
            tag = _tag(child)
            if tag in ("point", "item"):
                numbers, rest = _split(child, "num", keep=True)
                own, lists = _split(rest, "list", "sublist", "blockList")
                intro = [found for inner in lists for found in inner if _tag(found) in ("intro", "listIntroduction")]
                label = _plain(numbers[0]) if numbers else ""
                yield _Unit(None, self.words(*own, *intro), label, item=True)
                for inner in lists:
                    yield from self._items(inner)
            elif tag in ("list", "sublist", "blockList"):
                yield from self._items(child)
            elif tag and tag not in ("intro", "listIntroduction"):
                yield from self._loose([child])

    def closing(self, conclusions: Any) -> Iterator[_Unit]:
        for paragraph in conclusions:
            lines = list(_find(paragraph, "inline", "location", "docDate"))
            for line in lines or [paragraph]:
                yield _Unit("closing", self.words(line))


_PARAGRAPHS: tuple[Role, ...] = ("preambular", "operative", "point")
_HEADINGS = ("heading", "subheading", "crossHeading")
_TABLE_NOTES = ("FootnoteText", "a5")
_PREFACE: dict[str, Role] = {"docNumber": "symbol", "docTitle": "title"}


def _split(elements: Iterable[Any], *names: str, keep: bool = False) -> tuple[list[Any], list[Any]]:
    """The elements of other names and those of these names; with ``keep``, the other way round."""
    named = [element for element in elements if _tag(element) in names]
    others = [element for element in elements if _tag(element) not in names]
    return (named, others) if keep else (others, named)


def _opened(words: _Words, name: str) -> _Words:
    """The words with their opening phrase marked where the container names one that is not set apart."""
    at = words.text.find(name) if name else -1
    if at < 0 or any(mark.role == "opening" for mark in words.marks):
        return words
    return _Words(words.text, (*words.marks, Mark("opening", at, at + len(name))))


# --- what the units are -----------------------------------------------------------------------------------------------


def label_value(printed: str) -> str:
    """Return the number in a printed label.

    Examples
    --------
    >>> label_value("12."), label_value("(a)"), label_value("㈠"), label_value("2.1"), label_value("3 -")
    ('12', 'a', '㈠', '2.1', '3')
    """
    return re.sub(r"^[\s(（]+|[\s)）.．、\-]+$", "", printed)


@dataclass
class _Settler:
    """Decides, unit by unit, what the file left open; ``annex`` is a text annexed to the resolution."""

    language: Language
    units: Sequence[_Unit]
    annex: bool = False
    done: list[_Unit] = field(default_factory=list)
    outline: list[tuple[str, int]] = field(default_factory=list)
    """The open levels of points: style and position of each one's last point."""
    last: int = 0
    restart: bool = True
    """Whether a heading with a sign of its own has passed since: numbers may begin with 1 again."""

    def settle(self) -> list[_Unit]:
        for at, unit in enumerate(self.units):
            if unit.words.text or unit.label:
                self._add(at, unit)
        return self.done

    def _add(self, at: int, unit: _Unit) -> None:
        text = unit.words.text
        if unit.role in ("organ", "text", "closing"):
            self.done.append(unit)
        elif not re.search(r"\w", text + unit.label) or text.startswith(("*", "†")):
            self.done.append(replace(unit, role="text"))
        elif unit.role == "heading":
            self._heading(unit)
        elif unit.label:
            self._labelled(unit)
        elif number := self._number(unit):
            self._operative(replace(unit, words=unit.words.behind(number.end()), label=number[0].strip()))
        elif point := _POINT.match(text):
            self._point(replace(unit, words=unit.words.behind(point.end()), label=point[0].strip()))
        elif self._continues(unit):
            gap = str(load(f"{self.language}/structure")["word_space"])
            self.done[-1] = replace(self.done[-1], words=self.done[-1].words.joined(gap, unit.words))
        elif unit.heading and (not unit.words.ended or (len(text) < 60 and text[-1] in ":：")):
            self._heading(unit)
        elif unit.role == "preambular" and self._in_preamble(at):
            self.done.append(unit)
        else:
            self._unlabelled(at, unit)

    # with a label

    def _number(self, unit: _Unit) -> re.Match[str] | None:
        """A number that stands in the words of its paragraph; without a stop it must be the one that is due."""
        found = _NUMBER.match(unit.words.text)
        if not found or unit.heading or not unit.words.ended:
            return None
        stopped = re.search(r"[.．]", found[0])
        return found if stopped or (self.last and int(found[1]) == self.last + 1) else None

    def _due(self, value: str) -> bool:
        """Whether the next numbered paragraph may have this number."""
        return value.isdigit() and (int(value) == self.last + 1 or (self.restart and value == "1"))

    def _labelled(self, unit: _Unit) -> None:
        value = label_value(unit.label)
        if value in ("l", "I") and unit.words.ended and "(" not in unit.label and not self.last:
            value = "1"  # the letter for the figure
        if value.isdigit():
            self._operative(replace(unit, value=value))
        elif unit.heading or not (re.search(r"\d", value) or _POINT.match(unit.label) or unit.words.ended):
            self._labelled_heading(unit)
        else:
            self._point(unit)

    def _labelled_heading(self, unit: _Unit) -> None:
        """A heading's number, which the heading may repeat or hold the stop of: ``II.`` ``II. Officers``."""
        words = unit.words
        if double := re.match(rf"(?:{re.escape(unit.label)}|[.．])\s*(?=\S)", words.text):
            words = words.behind(double.end())
        self._heading(replace(unit, words=words))

    def _operative(self, unit: _Unit) -> None:
        value = unit.value or label_value(unit.label)
        self.last, self.restart, self.outline = int(value), False, []
        self.done.append(replace(unit, role="operative", value=value))

    def _point(self, unit: _Unit) -> None:
        value = "" if unit.label == "•" else label_value(unit.label)
        opened = bool(self.done) and self.done[-1].words.text[-1:] in ":："
        self.done.append(replace(unit, role="point", value=value, level=self._level(value, opened)))

    def _level(self, value: str, opened: bool) -> int:
        """The level whose next point this is; a first point (behind a colon, if it could be either) opens a level."""
        readings = dict(_readings(value)) or {"none": 0}
        if opened and 1 in readings.values():
            style = next(style for style, position in readings.items() if position == 1)
            self.outline.append((style, 1))
            return len(self.outline)
        for follows in (lambda before, here: here == before + 1, lambda before, here: True):
            for depth in range(len(self.outline), 0, -1):
                style, before = self.outline[depth - 1]
                if style in readings and follows(before, readings[style]):
                    del self.outline[depth:]
                    self.outline[depth - 1] = (style, readings[style])
                    return depth
            if 1 in readings.values():
                break
        self.outline.append(min(readings.items(), key=lambda reading: reading[1]))
        return len(self.outline)

    # without one

    def _heading(self, unit: _Unit) -> None:
        text = unit.words.text
        if unit.words.ended and text[-1] in load(f"{self.language}/structure")["preambular_end"]:
            self.done.append(replace(unit, role="preambular"))  # a section's own preamble, called a cross-heading
            return
        annex = re.fullmatch(load(f"{self.language}/structure")["patterns"]["annex"], text)
        if annex and not unit.label:
            self.last, self.restart, self.outline = 0, True, []
            self.done.append(replace(unit, role="annex", value=annex["mark"] or ""))
            return
        sign = _SIGN.match(text)
        value = sign[1] if sign else ""
        if unit.label and not _POINT.match(unit.label):
            value = label_value(unit.label)
        if value:
            self.restart, self.outline = True, []
        self.done.append(replace(unit, role="heading", value=value))

    def _continues(self, unit: _Unit) -> bool:
        """Whether the unit is the second half of the sentence before."""
        if not self.done or unit.heading or unit.item or not unit.words.ended:
            return False
        before = self.done[-1]
        if before.role not in ("operative", "point", "preambular") or before.words.ended:
            return False
        if before.role == "point" and not before.label:
            return False
        return not any(mark.role == "opening" for mark in unit.words.marks)

    def _in_preamble(self, at: int) -> bool:
        """Whether the operative part has not begun: its first paragraph may have slipped into the preamble."""
        return (
            not self.last
            or self.restart
            or self.units[at].words.text[-1:] in load(f"{self.language}/structure")["preambular_end"]
        )

    def _unlabelled(self, at: int, unit: _Unit) -> None:
        text, begun = unit.words.text, bool(self.last) and not self.restart
        if unit.item or self._listed(unit):
            self.done.append(replace(unit, role="point", level=self._unlabelled_level()))
        elif not unit.words.ended and len(text) < 200:
            self._heading(unit)
        elif text[-1] in load(f"{self.language}/structure")["preambular_end"] and not begun:
            self.done.append(replace(unit, role="preambular"))
        elif not self._numbers_follow(at):
            self.done.append(replace(unit, role="operative"))
        elif begun:  # what a paragraph says behind its points
            self.outline = self.outline[:1]
            self.done.append(replace(unit, role="point", level=1))
        else:
            self.done.append(replace(unit, role="preambular"))

    def _listed(self, unit: _Unit) -> bool:
        """Whether the unit is one of several that a colon announces, or goes on with them."""
        if self._sets_apart(unit) or not (unit.words.ended or re.search(r"[:：;；,，]", unit.words.text)):
            return False
        before = next((done for done in reversed(self.done) if done.role != "heading" or done.value), None)
        if before is None or before.role not in ("operative", "point"):
            return False
        return before.words.text[-1:] in ":：" or (before.role == "point" and not before.label)

    def _sets_apart(self, unit: _Unit) -> bool:
        return any(mark.role == "opening" for mark in unit.words.marks)

    def _unlabelled_level(self) -> int:
        before = self.done[-1]
        if not self.outline or (before.role == "point" and before.label and before.words.text[-1:] in ":："):
            self.outline.append(("none", 0))
        return len(self.outline)

    def _numbers_follow(self, at: int) -> bool:
        """Whether a later paragraph of the same section has the number that an unnumbered one would be given."""
        for unit in self.units[at + 1 :]:
            if unit.role == "heading" and _SIGN.match(unit.words.text):
                return False
            value = label_value(unit.label)
            if self._due(value) or (self.annex and value.isdigit()):
                return True
        return False


def _readings(value: str) -> Iterator[tuple[str, int]]:
    """What a point's label may mean: style and position. ``i`` is the ninth letter and the first Roman numeral."""
    if not value.isascii() and len(value) == 1 and numerals.chinese(value) is None and numerals.circled(value):
        yield "circled", numerals.circled(value) or 0
        return
    for style, reading in _STYLES:
        if position := reading(value):
            yield style, position


_STYLES = (
    ("letter", numerals.from_letters),
    ("roman", numerals.roman),
    ("chinese", numerals.chinese),
    ("branch", numerals.branch),
)


# --- writing ----------------------------------------------------------------------------------------------------------


@dataclass
class _Writer:
    """Units → raw text and marks."""

    walk: _Walk
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    number: str = ""
    """The number that stands above the title: 75/324."""

    def text(self) -> str:
        return "".join(self.pieces)

    def document(self, root: Any) -> None:
        self.marks += [Mark(role, 0, 0, value) for role, value in _Metadata(root).stated()]
        self.number = next(
            (label_value(_plain(found)) for preface in _find(root, "preface") for found in _find(preface, "docNumber")),
            "",
        )
        components = [found for found in _find(root, "component") if any(_tag(child) == "statement" for child in found)]
        self._statement(root, skip=components)
        for component in components:
            self._item(component)
        for number, words in self.walk.notes:
            self._write(f"{number} ")
            self._block("note", words, number)

    def _item(self, component: Any) -> None:
        """One resolution of a collection, which prints its letter alone: ``A``."""
        letter = next((_plain(found) for found in _find(component, "docNumber")), "")
        begin = self.length
        self._statement(component, symbol=f"{self.number} {letter}".strip())
        self.marks.append(Mark("item", begin, self.length, letter))

    def _statement(self, element: Any, symbol: str = "", skip: Sequence[Any] = ()) -> None:
        body: list[_Unit] = []
        for part in element:
            tag = _tag(part)
            if part in skip or tag == "meta":
                continue
            if tag in ("preamble", "mainBody", "formula"):
                body += self.walk.body([part])
                continue
            self._units(_Settler(self.walk.language, body).settle())
            body = []
            if tag == "coverPage":
                self._units(self.walk.cover(part, self.number))
            elif tag == "preface":
                self._units(self.walk.preface(part, symbol))
            elif tag == "conclusions":
                self._units(self.walk.closing(part))
            elif tag == "attachments":
                for attachment in part:
                    self._attachment(attachment)
            elif tag:
                self._statement(part, symbol, skip)
        self._units(_Settler(self.walk.language, body).settle())

    def _attachment(self, attachment: Any) -> None:
        parts = [part for doc in attachment for part in (doc if _tag(doc) == "doc" else [doc]) if _tag(part) != "meta"]
        units = _Settler(self.walk.language, list(self.walk.body(parts)), annex=True).settle()
        if not any(unit.role == "annex" for unit in units):
            at = max(self.length - 1, 0)  # in the line's end, so that it stands before the block that follows
            self.marks.append(Mark("annex", at, at))
        self._units(units)

    def _units(self, units: Iterable[_Unit]) -> None:
        for unit in units:
            if unit.label:
                if not unit.words.text:  # a number that is a heading by itself
                    self._block(unit.role or "text", _Words(unit.label), unit.value, unit.level)
                    continue
                self._write(f"{unit.label} ")
            self._block(unit.role or "text", unit.words, unit.value, unit.level)

    def _block(self, role: Role, words: _Words, value: str = "", level: int = 0) -> None:
        """Write words on a line of their own; nothing where there are none."""
        if not words.text:
            return
        begin = self.length
        self.marks.append(Mark(role, begin, begin + len(words.text), value, level))
        inner = (mark for mark in words.marks if mark.role != "opening" or role in _PARAGRAPHS)
        self.marks += [replace(mark, start=begin + mark.start, end=begin + mark.end) for mark in inner]
        self._write(words.text)
        self._write("\n")

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


# --- metadata ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Metadata:
    """What the file's head, cover and closing say of the resolution as a whole."""

    root: Any

    def stated(self) -> Iterator[tuple[Role, str]]:
        found: tuple[tuple[Role, str], ...] = (
            ("adopted_on", self._date()),
            ("meeting", re.sub(r"\D", "", self._closing("adoptionMeeting"))),
            ("agenda_item", re.sub(r"^\D+", "", self._cover("agenda item"))),
            *(("draft", draft) for draft in self._drafts()),
            ("sponsors", "; ".join(self._sponsors())),
            ("vote", self._vote()),
        )
        yield from ((role, value) for role, value in found if value)

    def _date(self) -> str:
        """As printed below the text; the file's head is wrong at times."""
        printed = [found for end in _find(self.root, "conclusions") for found in _find(end, "docDate")]
        head = [found for found in _find(self.root, "FRBRdate") if found.get("name") == "adoption"]
        return next((found.get("date") for found in [*printed, *head] if found.get("date")), "")

    def _closing(self, name: str) -> str:
        for end in _find(self.root, "conclusions"):
            for found in _find(end, "inline", "location"):
                if name in (found.get("name"), found.get("refersTo", "").lstrip("#")):
                    return _plain(found)
        return ""

    def _cover(self, name: str) -> str:
        return next((_plain(found) for found in _find(self.root, "inline") if found.get("name") == name), "")

    @cached_property
    def _steps(self) -> list[Any]:
        return [step for step in _find(self.root, "step") if step.get("outcome", "").startswith("draftResolution")]

    def _drafts(self) -> list[str]:
        """The drafts that the cover names, then the one that the committee had before it."""
        drafts: list[str] = []
        cover = self._cover("originating document")
        for named in _DRAFT.finditer(cover):
            drafts.append(named[0])
            if added := _ADDED.match(cover, named.end()):
                drafts.append(f"{named[0]}/{added[1]}")
        drafts += [found[0] for step in self._steps if (found := _DRAFT.match(step.get("as") or ""))]
        return list(dict.fromkeys(drafts))

    def _sponsors(self) -> list[str]:
        return list(dict.fromkeys(name for step in self._steps for name in sponsors(step.get("by") or "")))

    def _vote(self) -> str:
        for voting in _find(self.root, "voting"):
            outcome = voting.get("outcome", "").lower().replace(" ", "")
            if "withoutvote" in outcome:
                return "without"
            counts = {found.get("refersTo", ""): found.get("value", "") for found in _find(voting, "count")}
            if any(counts.values()):  # a count of nought is left out
                named = (counts.get(name) or "0" for name in ("inFavour", "against", "abstaining"))
                return " ".join(["recorded", *named])
            if recorded := _TALLY.search(outcome):
                return " ".join(["recorded", *recorded.groups()])
            if "recorded" in outcome:
                return "recorded"
        return ""


def sponsors(listed: str) -> list[str]:
    """Return the names of a list of sponsors; commas and "and" inside brackets or a name separate none.

    Examples
    --------
    >>> sponsors("Cuba (on behalf of X, Y and Z), Malta, Bosnia and Herzegovina and Peru")
    ['Cuba (on behalf of X, Y and Z)', 'Malta', 'Bosnia and Herzegovina', 'Peru']
    >>> sponsors("submitted by the Chair of the Committee following informal consultations")
    ['Chair of the Committee']
    """
    if "submitted by" in listed:
        body = re.split(r"submitted by (?:the )?", listed)[1]
        return [re.split(r"\s+(?:and on the basis|following|on the (?:basis|recommendation))\b", body)[0].strip()]
    hidden = re.sub(r"\([^()]*\)", lambda found: found[0].replace(",", "\0").replace(" and ", " \1 "), listed)
    names = (name for part in hidden.split(",") for name in _AND.split(part))
    return [name.replace("\0", ",").replace(" \1 ", " and ").strip() for name in names if name.strip()]
