"""Units: one printed paragraph each, in the order of print, as far as the elements say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Language, Mark, Role
from ecoanalysis.read.akn.elements import GAP, find, plain, split, tag
from ecoanalysis.read.akn.words import MarkedWords, Scribe

PARAGRAPHS: tuple[Role, ...] = ("preambular", "operative", "point")
_HEADINGS = ("heading", "subheading", "crossHeading")
_LISTS = ("list", "sublist", "blockList")
_ITEMS = ("point", "item", "indent", "subparagraph")
_INTROS = ("intro", "listIntroduction")
_OUTROS = ("wrapUp", "listWrapUp")
# What Akoma Ntoso divides a text into above its paragraphs, by whatever name.
_SECTIONS = (
    *("article", "book", "chapter", "clause", "division", "hcontainer", "level", "part", "rule", "subchapter"),
    *("subclause", "subdivision", "subpart", "subrule", "subsection", "subtitle", "title", "tome"),
)
_TABLE_NOTES = ("FootnoteText", "a5")
_PREFACE: dict[str, Role] = {"docNumber": "symbol", "docTitle": "title"}
_SWALLOWED = re.compile(r"(.*\S)\s+(\d{1,3}\s*[.．])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """One printed paragraph: ``label`` as printed before it, ``role`` as far as the element says."""

    role: Role | None
    words: MarkedWords
    label: str = ""
    value: str = ""
    level: int = 0
    heading: bool = False
    """Set in the type of headings, whatever element it is."""
    item: bool = False
    """Stated as an item of a list."""


@dataclass
class Walk:
    """Elements → units, in the order in which they are printed."""

    language: Language
    notes: list[tuple[str, MarkedWords]] = field(default_factory=list)

    def words(self, *elements: Any) -> MarkedWords:
        """Return the elements' words, taking down the notes called in them."""
        scribe = Scribe(self.language, self.notes)
        for element in elements:
            scribe.take(element)
            scribe.write(" ")
        return scribe.words()

    def cover(self, page: Any, number: str) -> Iterator[Unit]:
        """Yield the cover's lines; its symbol is believed where it agrees with the number above the title."""
        for paragraph in page:
            words = self.words(paragraph)
            symbol = any(tag(element) == "docNumber" for element in paragraph.iter()) and number in words.text
            yield Unit("symbol" if symbol else "text", words)

    def preface(self, preface: Any, symbol: str = "") -> Iterator[Unit]:
        """Yield number and title; of two titles that follow each other the file made two of one."""
        units: list[Unit] = []
        for element in (each for paragraph in preface for each in (paragraph if len(paragraph) else [paragraph])):
            words, role = self.words(element), _PREFACE.get(tag(element), "text")
            if units and (tag(element) == "authorialNote" or role == units[-1].role == "title"):
                gap = "" if tag(element) == "authorialNote" else language_of(self.language).word_space
                units[-1] = replace(units[-1], words=units[-1].words.joined(gap, words))
            else:
                units.append(Unit(role, words, value=symbol if role == "symbol" else ""))
        yield from units

    def body(self, parts: Iterable[Any]) -> Iterator[Unit]:
        """Yield everything between title and closing: preamble, sections, paragraphs, lists, tables."""
        for part in parts:
            name = tag(part)
            if name in ("preamble", "mainBody", "section"):
                yield from self.body(part)
            elif name == "formula":
                yield Unit("organ", self.words(part))
            elif name == "container":
                yield from self._container(part)
            elif name == "paragraph":
                yield from self._paragraph(part)
            elif name in _SECTIONS:
                yield from self._section(part)
            elif name in _LISTS:
                yield from self._list(part)
            elif name in _HEADINGS:
                yield self._head(part)
            elif name == "num":
                yield from self._numbered(part, [])
            elif name:
                yield from self._loose([part])

    def _section(self, section: Any) -> Iterator[Unit]:
        """A heading with its sign, and what stands below it (79/298)."""
        heads, below = split(section, "num", "heading", "subheading")
        signs, titles = split(heads, "num")
        sign, title = " ".join(map(plain, signs)), self.words(*titles)
        if title.text:
            yield Unit("heading", title, sign, heading=True)
        elif sign:
            yield Unit("heading", MarkedWords(sign), heading=True)
        yield from self.body(below)

    def _head(self, element: Any) -> Unit:
        """A heading; what is called a cross-heading of the preamble is a paragraph of a section's own preamble."""
        words = self.words(element)
        if element.get("refersTo") != "#preamble":
            return Unit("heading", words, heading=True)
        comma = language_of(self.language).table("structure")["preambular_end"]
        return Unit("preambular" if words.text[-1:] in comma or not words.ended else None, words)

    def _container(self, container: Any) -> Iterator[Unit]:
        if any(tag(child) == "table" for child in container):
            yield from self._table(container)
            return
        for child in container:
            if tag(child) == "p":
                yield Unit("preambular", _opened(self.words(child), container))
            else:
                yield from self.body([child])

    def _table(self, container: Any) -> Iterator[Unit]:
        for row in find(container, "tr"):
            cells = [words for cell in row if (words := self.words(cell)).text]
            line = MarkedWords()
            for cell in cells:
                line = line.joined("\t" if line.text else "", cell)
            yield Unit("text", line)

    def _paragraph(self, paragraph: Any) -> Iterator[Unit]:
        number, rest = None, []
        heading = paragraph.get("class", "").startswith("H")
        note = paragraph.get("class", "") in _TABLE_NOTES
        for child in paragraph:
            if tag(child) == "num":
                number = child
            elif tag(child) in _HEADINGS and number is None:
                yield Unit("heading", self.words(child), heading=True)
            else:
                rest.append(child)
        if note:
            yield Unit("text", self.words(*rest))
        elif number is not None:
            yield from self._numbered(number, rest)
        else:
            yield from self._loose(rest, heading)

    def _numbered(self, number: Any, rest: Sequence[Any]) -> Iterator[Unit]:
        """A number and what it numbers; some numbers have swallowed the heading above them: ``A 1.``"""
        label = plain(number)
        if swallowed := _SWALLOWED.fullmatch(label):
            yield Unit("heading", MarkedWords(swallowed[1]), heading=True)
            label = swallowed[2]
        yield from self._labelled(label, rest)

    def _labelled(self, label: str, parts: Iterable[Any], item: bool = False) -> Iterator[Unit]:
        """What a label stands before, and the points of the lists in it."""
        lists, inside = split(parts, *_LISTS, *_ITEMS)
        behind, inside = split(inside, *_OUTROS)
        heading = not item and any(tag(child) in _HEADINGS for child in inside)
        yield Unit(None, self.words(*inside, *_intro(lists)), label, heading=heading, item=item)
        for group in lists:
            yield from self._items([group] if tag(group) in _ITEMS else group)
        for element in behind:
            yield Unit(None, self.words(element), item=True)

    def _loose(self, elements: Sequence[Any], heading: bool = False) -> Iterator[Unit]:
        """A paragraph without a number of its own; what stands in it as a heading is printed above it."""
        for element in elements:
            if tag(element) in _LISTS:
                yield from self._list(element)
                continue
            for paragraph in element if tag(element) in ("content", *_INTROS, *_OUTROS) else [element]:
                heads, _ = split(paragraph, *_HEADINGS)
                if heads and plain(paragraph) == " ".join(map(plain, heads)):
                    yield Unit("heading", self.words(paragraph), heading=True)
                else:
                    yield Unit(None, self.words(paragraph), heading=heading)

    def _list(self, group: Any) -> Iterator[Unit]:
        if intro := _intro([group]):
            above = group.getparent()
            role: Role | None = "preambular" if tag(above) == "container" else None
            yield Unit(role, _opened(self.words(*intro), above))
        yield from self._items(group)

    def _items(self, group: Iterable[Any]) -> Iterator[Unit]:
        for child in group:
            name = tag(child)
            if name in _ITEMS:
                numbers, rest = split(child, "num")
                yield from self._labelled(plain(numbers[0]) if numbers else "", rest, item=True)
            elif name in _LISTS:
                yield from self._items(child)
            elif name and name not in _INTROS:
                yield from self._loose([child])

    def closing(self, conclusions: Any) -> Iterator[Unit]:
        """Yield meeting and date."""
        for paragraph in conclusions:
            lines = list(find(paragraph, "inline", "location", "docDate"))
            for line in lines or [paragraph]:
                yield Unit("closing", self.words(line))


def _intro(lists: Iterable[Any]) -> list[Any]:
    """What stands in lists before their first point."""
    return [child for group in lists if tag(group) in _LISTS for child in group if tag(child) in _INTROS]


def _opened(words: MarkedWords, container: Any) -> MarkedWords:
    """The words with their opening phrase marked where the container is named for one that is not set apart."""
    name = GAP.sub(" ", container.get("name") or "").strip(" ，,")
    place = words.text.find(name) if name else -1
    if place < 0 or words.opened:
        return words
    return MarkedWords(words.text, (*words.marks, Mark("opening", place, place + len(name))))
