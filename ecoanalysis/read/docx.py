"""Word files: each paragraph becomes a line of raw text; what Word computes (numbers, footnote marks) becomes marks.

``_Package`` opens the parts, ``_Numbering`` counts paragraphs as Word does, ``_Walk`` turns the body into lines.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from itertools import chain
from posixpath import join, normpath
from typing import Any

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import language_of, languages, numerals
from ecoanalysis.model.document import Language, Mark, Role
from ecoanalysis.read.inflate import inflate
from ecoanalysis.read.lines import Changes, MarkedLine, append, believed, tabulated, tracked, typed_notes

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MAIN = "word/document.xml"
_LEVELS = 9

_TRACKED = {"del": True, "moveFrom": True, "ins": False, "moveTo": False}  # whether words went
_WRAPPERS = ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo", "ins", "del", "moveTo", "moveFrom")


_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


def accepts(data: bytes) -> bool:
    """Whether the bytes are a Word file, whole or not: a zip archive with Word's main part, or the older form.

    Examples
    --------
    >>> accepts(b"PK\\x03\\x04..word/document.xml"), accepts(b"PK\\x03\\x04..xl/workbook.xml"), accepts(b"%PDF-1.7")
    (True, False, False)
    """
    return data.startswith(_OLE) or (data.startswith(b"PK\x03\x04") and _MAIN.removesuffix(".xml").encode() in data)


def read(data: bytes, path: str, changes: Changes = "accepted") -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the paragraphs, notes at the end, and what the file states about them.

    A line that is ended inside a paragraph ends a line of the text. Where the paragraphs are lines wrapped by hand, the
    look of the lines tells more, and no marks but links are returned.

    Raises
    ------
    UnreadableDocumentError
        Where the file is damaged, locked, of the older form, or inflates beyond the limit.
    """
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        cause = "locked with a password; save it without one" if locked else "an old Word file; save it as .docx"
        raise UnreadableDocumentError(f"{path}: {cause}")
    package = _Package(data, path)
    walk = _Walk(package, _Numbering(package), changes)
    raw, marks = believed([*walk.document()], walk.notes, path)
    return raw, (*tracked(package.changes, changes), *marks), None


# --- parts ------------------------------------------------------------------------------------------------------------


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Any, *names: str) -> Any:
    """The first descendant along a path of names, None where there is none."""
    for name in names:
        element = next((child for child in element if _tag(child) == name), None) if element is not None else None
    return element


def _inside(element: Any, *names: str) -> Any:
    """What stands in the descendant along a path of names; nothing where there is none."""
    each = _child(element, *names)
    return () if each is None else each


def _get(element: Any, name: str = "val", default: str = "") -> str:
    if element is None:
        return default
    values = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(values, default)


def _number(element: Any, name: str = "val", default: int = 0) -> int:
    value = _get(element, name)
    return int(value) if value.isdecimal() else default


def _on(element: Any) -> bool:
    """Whether a switch is there and not set to off."""
    return element is not None and _get(element, default="1") not in ("0", "false", "off", "none")


@dataclass
class _Package:
    """The parts of a Word file, parsed when asked for."""

    data: bytes
    path: str

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(BytesIO(self.data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            message = f"{self.path}: a damaged Word file, cut off or altered; fetch it again"
            raise UnreadableDocumentError(message) from None

    def part(self, name: str) -> Any:
        """The root of a part, None where the file has none of that name."""
        from lxml import etree

        names = self.archive.namelist()
        if name not in names:  # Word on the web counts its parts: document2.xml
            name = next((other for other in names if re.sub(r"\d+(?=\.xml)", "", other) == name), "")
        if not name:
            return None
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
        try:
            return etree.fromstring(inflate(self.archive, name, self.path), parser)
        except etree.XMLSyntaxError as error:
            message = f"{self.path}: a damaged Word file ({name}: {' '.join(error.msg.split())}); fetch it again"
            raise UnreadableDocumentError(message) from None

    @cached_property
    def main(self) -> Any:
        root = self.part(_MAIN)
        body = _child(root, "body") if root is not None else None
        if body is None:
            raise UnreadableDocumentError(f"{self.path}: a Word file without a text; fetch it again")
        return body

    @property
    def changes(self) -> list[tuple[bool, str]]:
        """Whether words went or came in each tracked change, and who made it; paragraphs' ends where nothing else."""
        parts = [self.part(f"word/{kind}s.xml") for kind in ("footnote", "endnote")]
        elements = (each for root in (self.main, *parts) if root is not None for each in root.iter())
        stated = [(each, _TRACKED[_tag(each)]) for each in elements if _tag(each) in _TRACKED]
        worded = [(each, gone) for each, gone in stated if any(_tag(text) in ("t", "delText") for text in each.iter())]
        return [(gone, _get(each, "author")) for each, gone in worded or stated]

    @cached_property
    def targets(self) -> dict[str, str]:
        root = self.part("word/_rels/document.xml.rels")
        return {} if root is None else {_get(element, "Id"): _get(element, "Target") for element in root}

    def related(self, id: str) -> Any:
        return self.part(normpath(join("word", self.targets.get(id, "")).removeprefix("word//")))

    @cached_property
    def styles(self) -> dict[str, Any]:
        root = self.part("word/styles.xml")
        return {} if root is None else {_get(style, "styleId"): style for style in root if _tag(style) == "style"}

    def chain(self, style: str) -> Iterator[Any]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = _get(_child(self.styles[style], "basedOn"))


# --- numbers ----------------------------------------------------------------------------------------------------------

_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": numerals.to_letters,
    "upperLetter": lambda value: numerals.to_letters(value).upper(),
    "lowerRoman": numerals.to_roman,
    "upperRoman": lambda value: numerals.to_roman(value).upper(),
    **{name: sign for spoken in map(language_of, languages()) for name, sign in spoken.word_formats.items()},
    "decimalEnclosedCircle": lambda value: chr(0x245F + value) if value <= 20 else str(value),
    "decimalEnclosedCircleChinese": lambda value: chr(0x245F + value) if value <= 20 else str(value),
    "decimalEnclosedParen": lambda value: chr(0x2473 + value) if value <= 20 else str(value),
    "ideographEnclosedCircle": lambda value: chr(0x321F + value) if value <= 10 else str(value),
}
_UNPRINTED = ("bullet", "none")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list as the file defines it."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool

    @property
    def role(self) -> Role:
        """What a paragraph with such a number is: 1. is operative, I. and 一、 are headings, (a) is a point."""
        signs = self.text.count("%")
        if self.format in _UNPRINTED or signs > 1 or re.search(r"[()（）]", self.text):
            return "point"
        if self.format.startswith(("decimal", "numberInDash")) and "Enclosed" not in self.format:
            return "operative"
        upper = self.format.startswith("upper")
        counts = any(self.format in spoken.heading_formats for spoken in map(language_of, languages()))
        return "heading" if upper or counts else "point"

    def printed(self, value: int) -> str:
        if self.format in _UNPRINTED:
            return ""
        return _FORMATS.get(self.format, str)(value) if 0 < value < 100 else str(value)


@dataclass(frozen=True, slots=True)
class _Label:
    """A number that Word computes: what kind of paragraph it numbers, its value, and its depth among points."""

    role: Role
    value: str
    level: int


@dataclass
class _Numbering:
    """Counts paragraphs in order, list by list."""

    package: _Package
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @cached_property
    def root(self) -> Any:
        element = self.package.part("word/numbering.xml")
        return () if element is None else element

    @cached_property
    def lists(self) -> dict[str, Any]:
        return {_get(element, "numId"): element for element in self.root if _tag(element) == "num"}

    @cached_property
    def abstracts(self) -> dict[str, Any]:
        return {_get(element, "abstractNumId"): element for element in self.root if _tag(element) == "abstractNum"}

    def _abstract(self, num: str) -> str:
        """The definition behind a list, by way of a list style where it names one."""
        for _ in range(_LEVELS):
            id = _get(_child(self.lists[num], "abstractNumId")) if num in self.lists else ""
            style = _get(_child(self.abstracts[id], "numStyleLink")) if id in self.abstracts else ""
            if not style or style not in self.package.styles:
                return id
            num = _get(_child(self.package.styles[style], "pPr", "numPr", "numId"))
        return ""

    def _override(self, num: str, ilvl: int) -> Any:
        overrides = (part for part in self.lists[num] if _tag(part) == "lvlOverride" and _number(part, "ilvl") == ilvl)
        return next(overrides, None)

    def _level(self, num: str, abstract: str, ilvl: int) -> _Level | None:
        override = self._override(num, ilvl)
        spoken = _child(override, "lvl") if override is not None else None
        levels = (part for part in self.abstracts[abstract] if _tag(part) == "lvl" and _number(part, "ilvl") == ilvl)
        settled = spoken if spoken is not None else next(levels, None)
        if settled is None:
            return None
        restart = _child(settled, "lvlRestart")
        return _Level(
            _number(_child(settled, "start"), default=1 if _child(settled, "start") is not None else 0),
            _get(_child(settled, "numFmt"), default="decimal"),
            _get(_child(settled, "lvlText")),
            None if restart is None else _number(restart),
            _on(_child(settled, "isLgl")),
        )

    def label(self, num: str, ilvl: int) -> _Label | None:
        """Count a paragraph of a list, and return its number; None where the list is not defined."""
        abstract = self._abstract(num) if num in self.lists else ""
        if abstract not in self.abstracts or not 0 <= ilvl < _LEVELS:
            return None
        levels = [self._level(num, abstract, place) for place in range(ilvl + 1)]
        level = levels[ilvl]
        if level is None:
            return None
        counts = self.counts.setdefault(abstract, [None] * _LEVELS)
        if num not in self.used:
            self.used.add(num)
            self._restart(num, counts)
        for place in range(ilvl):  # a level that was skipped counts as begun
            if counts[place] is None and (above := levels[place]):
                counts[place] = above.start
        before = counts[ilvl]
        counts[ilvl] = level.start if before is None else before + 1
        for place in range(ilvl + 1, _LEVELS):
            below = self._level(num, abstract, place)
            if below and (below.restart is None or ilvl < below.restart):
                counts[place] = None
        value = replace(level, format="decimal").printed(counts[ilvl] or 0) if level.legal else None
        points = sum(1 for element in levels if element and element.role == "point")
        depth = points if level.role == "point" else 0
        return _Label(level.role, value or level.printed(counts[ilvl] or 0), depth)

    def _restart(self, num: str, counts: list[int | None]) -> None:
        """A list that overrides a start begins there the first time that it is used."""
        for depth in range(_LEVELS):
            override = self._override(num, depth)
            if override is not None and _child(override, "startOverride") is not None:
                counts[depth] = _number(_child(override, "startOverride")) - 1
                counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)


# --- text -------------------------------------------------------------------------------------------------------------


@dataclass
class _Walk:
    """Elements → lines, in the order in which they are printed."""

    package: _Package
    numbering: _Numbering
    changes: Changes
    notes: list[MarkedLine] = field(default_factory=list)
    fields: list[list[Any]] = field(default_factory=list)
    """Fields not yet ended: instruction, whether its result has begun, where in the line it began."""
    counted: dict[str, int] = field(default_factory=dict)
    pending: MarkedLine | None = None
    """A paragraph whose end is deleted: the next one goes on in it."""
    in_note: bool = False

    def document(self) -> Iterator[MarkedLine]:
        body = self.package.main
        sections = [element for element in body.iter() if _tag(element) == "sectPr"]
        for reference in sections[0] if sections else ():
            if _tag(reference) == "headerReference" and _get(reference, "type") == "first":
                masthead = self.package.related(_get(reference, "id"))
                for line in self._blocks(masthead) if masthead is not None else ():
                    yield replace(line, role="text")
        yield from typed_notes(chain(self._blocks(body), self._flushed()))

    def _flushed(self) -> Iterator[MarkedLine]:
        if self.pending and self.pending.text:
            yield self.pending

    # blocks

    def _blocks(self, parent: Any) -> Iterator[MarkedLine]:
        for element in parent:
            tag = _tag(element)
            if tag == "p":
                yield from self._paragraph(element)
            elif tag == "tbl":
                yield from self._table(element)
            elif tag == "AlternateContent":
                yield from self._blocks(_chosen(element))
            elif tag in _WRAPPERS and self._stays(tag):
                yield from self._blocks(element)

    def _stays(self, tag: str) -> bool:
        gone = ("del", "moveFrom") if self.changes == "accepted" else ("ins", "moveTo")
        return tag not in gone

    def _table(self, table: Any) -> Iterator[MarkedLine]:
        rows = (row for row in table.iter() if _tag(row) == "tr")
        stay = (row for row in rows if all(self._stays(_tag(change)) for change in _inside(row, "trPr")))
        yield from tabulated([[list(self._blocks(cell)) for cell in row if _tag(cell) == "tc"] for row in stay])

    def _paragraph(self, element: Any) -> Iterator[MarkedLine]:
        properties = _inside(element, "pPr")
        change = _child(properties, "pPrChange", "pPr")
        if self.changes == "rejected" and change is not None:
            properties = [*change, *(each for each in properties if _tag(each) == "rPr")]
        ends = all(self._stays(_tag(each)) for each in _inside(properties, "rPr"))
        line, self.pending = self.pending or MarkedLine(), None
        if ends:  # what a paragraph is, and its number, its end says; one whose end is deleted is none
            begun = self._begun(properties)
            line = replace(line, role=begun.role, value=begun.value, level=begun.level)
        self._inline(element, line)
        for place, (instruction, result, _) in enumerate(self.fields):
            self.fields[place] = [instruction, result, 0]  # a field that goes on in the next paragraph
        if not ends:
            self.pending = line
            return
        yield line
        yield from line.boxes

    def _begun(self, properties: Any) -> MarkedLine:
        style = _get(_child(properties, "pStyle"))
        num, ilvl = self._list_of(properties, style)
        label = self.numbering.label(num, ilvl) if num not in ("", "0") and not self.in_note else None
        if self._is_heading(properties, style):
            return MarkedLine("heading", label.value if label else "")
        return MarkedLine(label.role, label.value, label.level) if label else MarkedLine()

    def _list_of(self, properties: Any, style: str) -> tuple[str, int]:
        """List and level of a paragraph: its own, else those of its style or of the styles below it."""
        num, ilvl = "", None
        default = next((id for id, element in self.package.styles.items() if _is_default(element)), "")
        named = [(id, _child(element, "pPr", "numPr")) for id, element in self._styles(style or default)]
        for id, element in [("", _child(properties, "numPr")), *named]:
            if element is None:
                continue
            level = _child(element, "ilvl")
            if ilvl is None and level is not None:
                ilvl = _number(level)
            if not num and (num := _get(_child(element, "numId"))) and id and ilvl is None:
                ilvl = self._level_of(num, id)
        return num, ilvl or 0

    def _styles(self, style: str) -> Iterator[tuple[str, Any]]:
        return ((_get(element, "styleId"), element) for element in self.package.chain(style))

    def _level_of(self, num: str, style: str) -> int:
        """The level of a list that is tied to a style."""
        abstract = self.numbering._abstract(num)
        for level in self.numbering.abstracts.get(abstract, ()):
            if _tag(level) == "lvl" and _get(_child(level, "pStyle")) == style:
                return _number(level, "ilvl")
        return 0

    def _is_heading(self, properties: Any, style: str) -> bool:
        if _child(properties, "outlineLvl") is not None:
            return _number(_child(properties, "outlineLvl"), default=9) < _LEVELS
        for _, element in self._styles(style):
            outline = _child(element, "pPr", "outlineLvl")
            if outline is not None:
                return _number(outline, default=9) < _LEVELS
            if re.match(r"(?i)heading \d", _get(_child(element, "name"))):
                return True
        return False

    # runs

    def _inline(self, parent: Any, line: MarkedLine) -> None:
        for element in parent:
            tag = _tag(element)
            if tag == "r":
                self._run(element, line)
            elif tag == "hyperlink":
                start = len(line.text)
                self._inline(element, line)
                address = self.package.targets.get(_get(element, "id"), "")
                if address:
                    line.marks.append(Mark("link", start, len(line.text), address))
            elif tag == "fldSimple":
                start = len(line.text)
                self._inline(element, line)
                self._link(_get(element, "instr"), start, line)
            elif tag == "AlternateContent":
                self._inline(_chosen(element), line)
            elif tag in ("oMath", "oMathPara"):
                line.write("".join(each.text or "" for each in element.iter() if _tag(each) == "t"))
            elif tag in _WRAPPERS and self._stays(tag):
                self._inline(element, line)

    def _run(self, run: Any, line: MarkedLine) -> None:
        properties = _inside(run, "rPr")
        if _on(_child(properties, "vanish")):
            return
        raised, start = self._is_raised(properties), len(line.text)
        custom = False
        for element in run:
            tag = _tag(element)
            if tag == "fldChar":
                self._field(_get(element, "fldCharType"), line)
            elif tag == "instrText" and self.fields:
                self.fields[-1][0] += element.text or ""
            elif any(not result for _, result, _ in self.fields):
                continue  # printed nowhere: the instruction's own text
            elif tag in ("t", "delText"):
                line.write(element.text or "", raised and not custom)
                if custom:
                    self._custom_mark(line, element.text or "")
            elif tag in ("tab", "ptab"):
                line.write(" ")
            elif tag in ("br", "cr"):
                line.text += "\n"
            elif tag == "noBreakHyphen":
                line.write("-")
            elif tag == "sym":
                line.write(_symbol(_get(element, "char")))
            elif tag in ("footnoteReference", "endnoteReference"):
                custom = _get(element, "customMarkFollows") in ("1", "true", "on")
                self._reference(tag.removesuffix("Reference"), _get(element, "id"), custom, line)
            elif tag == "ruby":
                self._inline(_inside(element, "rubyBase"), line)
            elif tag == "AlternateContent":
                self._drawing(_chosen(element), line)
            elif tag in ("drawing", "pict", "object"):
                self._drawing(element, line)
        struck = _on(_child(properties, "strike")) or _on(_child(properties, "dstrike"))
        if struck or _get(_child(properties, "u")) not in ("", "none"):
            line.change(start, self.changes, struck=struck)

    def _is_raised(self, properties: Any) -> bool:
        """Whether a run is set above the line: as such, or moved up by a height, by itself or by its style."""
        styles = (style for _, style in self._styles(_get(_child(properties, "rStyle"))))
        each = [properties, *(_inside(style, "rPr") for style in styles)]
        aligned = (align for some in each if (align := _child(some, "vertAlign")) is not None)
        moved = (height for some in each if (height := _child(some, "position")) is not None)
        return _get(next(aligned, None)) == "superscript" or _number(next(moved, None)) > 0

    def _field(self, kind: str, line: MarkedLine) -> None:
        if kind == "begin":
            self.fields.append(["", False, len(line.text)])
        elif kind == "separate" and self.fields:
            self.fields[-1][1:] = [True, len(line.text)]
        elif kind == "end" and self.fields:
            instruction, result, start = self.fields.pop()
            if result:
                self._link(instruction, start, line)

    def _link(self, instruction: str, start: int, line: MarkedLine) -> None:
        if match := _ADDRESS.match(instruction):
            line.marks.append(Mark("link", start, len(line.text), match[1]))

    def _drawing(self, element: Any, line: MarkedLine) -> None:
        """Text boxes are read behind the paragraph that they hang on."""
        for each in element.iter():
            if _tag(each) == "txbxContent" and not any(_tag(above) == "Fallback" for above in each.iterancestors()):
                fields, self.fields = self.fields, []
                pending, self.pending = self.pending, None
                line.boxes.extend([*self._blocks(each), *self._flushed()])
                self.fields, self.pending = fields, pending

    # notes

    def _reference(self, kind: str, id: str, custom: bool, line: MarkedLine) -> None:
        if self.in_note:
            return
        if not custom:
            self.counted[kind] = self.counted.get(kind, self._first(kind) - 1) + 1
        style = self._format(kind)
        number = _Level(1, style, "%1", None, False).printed(self.counted.get(kind, 0)) if not custom else ""
        line.marks.append(Mark("mark", len(line.text), len(line.text), number))
        self.notes.append(self._note(kind, id, number))

    def _custom_mark(self, line: MarkedLine, text: str) -> None:
        """The mark that is typed behind the reference, and the same sign at the note's head."""
        place = next(place for place in range(len(line.marks) - 1, -1, -1) if line.marks[place].role == "mark")
        value = line.marks[place].value + text.strip()
        line.marks[place] = replace(line.marks[place], end=len(line.text), value=value)
        note = self.notes[-1]
        typed = len(text.strip()) if not note.value and note.text.lstrip().startswith(text.strip()) else 0
        skip = len(note.text) - len(note.text.lstrip()) + typed if typed else note.level
        self.notes[-1] = replace(note, value=value, level=skip)

    def _settings(self, kind: str) -> Any:
        root = self.package.part("word/settings.xml")
        return _child(root, f"{kind}Pr") if root is not None else None

    def _first(self, kind: str) -> int:
        settings = self._settings(kind)
        return _number(_child(settings, "numStart"), default=1) if settings is not None else 1

    def _format(self, kind: str) -> str:
        settings = self._settings(kind)
        default = "decimal" if kind == "footnote" else "lowerRoman"
        return _get(_child(settings, "numFmt"), default=default) if settings is not None else default

    @cached_property
    def _bodies(self) -> dict[tuple[str, str], Any]:
        roots = ((kind, self.package.part(f"word/{kind}s.xml")) for kind in ("footnote", "endnote"))
        return {(kind, _get(note, "id")): note for kind, root in roots if root is not None for note in root}

    def _note(self, kind: str, id: str, number: str) -> MarkedLine:
        line = MarkedLine("note", number)
        body = self._bodies.get((kind, id))
        if body is None:
            return line
        state, self.in_note = (self.fields, self.pending), True
        self.fields, self.pending = [], None
        for part in [*self._blocks(body), *self._flushed()]:
            append(line, replace(part, text=part.text.replace("\n", " ")), " " if line.text else "")
        (self.fields, self.pending), self.in_note = state, False
        return line


def _is_default(style: Any) -> bool:
    return _get(style, "default") in ("1", "true", "on") and _get(style, "type") == "paragraph"


def _chosen(alternatives: Any) -> Any:
    """One of the forms that the same content is given in."""
    choice = _child(alternatives, "Choice")
    fallback = _child(alternatives, "Fallback")
    return choice if choice is not None else alternatives if fallback is None else fallback


def _symbol(code: str) -> str:
    """A character named by its code; Word moves those of symbol fonts to F000."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return (
        chr(value - 0xF000 if 0xF020 <= value <= 0xF0FF else value) if 0x20 <= value < 0xD800 or value >= 0xE000 else ""
    )
