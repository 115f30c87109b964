"""OpenDocument texts: each paragraph becomes a line of raw text; numbers of lists and footnotes become marks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import language_of, languages, numerals
from ecoanalysis.model.document import Language, Mark, Role
from ecoanalysis.read.inflate import inflate
from ecoanalysis.read.lines import Changes, MarkedLine, append, believed, tabulated, tracked, typed_notes

_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD = 500  # bytes before the root of a flat file
_UNPRINTED = ("tracked-changes", "annotation", "sequence-decls", "forms", "table-of-content", "bookmark-ref")
_FORMATS: dict[str, Callable[[int], str]] = {
    "a": numerals.to_letters,
    "A": lambda value: numerals.to_letters(value).upper(),
    "i": numerals.to_roman,
    "I": lambda value: numerals.to_roman(value).upper(),
}


def accepts(data: bytes) -> bool:
    """Whether the bytes are an OpenDocument text: a zip archive that begins with its type, or one flat XML file."""
    return (data.startswith(b"PK\x03\x04") and _TYPE in data[:200]) or _is_flat(data)


def _is_flat(data: bytes) -> bool:
    return data.lstrip().startswith((b"<?xml", b"<office:document")) and b"<office:document " in data[:_HEAD]


def read(data: bytes, path: str, changes: Changes = "accepted") -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the paragraphs, notes at the end, and what the file states about them.

    Raises
    ------
    UnreadableDocumentError
        Where the file is damaged, locked, or inflates beyond the limit.
    """
    walk = _Walk(_Package(data, path), changes)
    lines = [*walk.blocks(walk.package.body), *walk.begun]
    raw, marks = believed([*typed_notes(lines)], walk.notes, path)
    return raw, (*tracked(_changes(walk.package.regions.values()), changes), *marks), None


def _changes(regions: Iterable[Any]) -> Iterator[tuple[bool, str]]:
    """Whether words went or came in each change, and who made it."""
    for kind in (kind for region in regions for kind in region if _tag(kind) in ("deletion", "insertion")):
        creators = (each.text or "" for each in kind.iter() if _tag(each) == "creator")
        yield _tag(kind) == "deletion", next(creators, "")


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _get(element: Any, name: str, default: str = "") -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), default)


@dataclass
class _Package:
    """The parts of the file, parsed when asked for."""

    data: bytes
    path: str

    def _part(self, name: str) -> Any:
        from lxml import etree

        try:
            content = self.data if _is_flat(self.data) else self._inflated(name)
            parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
            return etree.fromstring(content, parser)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, etree.XMLSyntaxError):
            raise UnreadableDocumentError(f"{self.path}: a damaged OpenDocument file; fetch it again") from None

    def _inflated(self, name: str) -> bytes:
        archive = zipfile.ZipFile(BytesIO(self.data))
        return inflate(archive, name, self.path) if name in archive.namelist() else b"<none/>"

    @cached_property
    def content(self) -> Any:
        return self._part("content.xml")

    @cached_property
    def body(self) -> Any:
        """What is printed."""
        texts = (
            element
            for element in self.content.iter()
            if _tag(element) == "text" and _tag(element.getparent()) == "body"
        )
        body = next(texts, None)
        if body is None:
            raise UnreadableDocumentError(f"{self.path}: an OpenDocument file without a text; fetch it again")
        return body

    @cached_property
    def styles(self) -> dict[str, Any]:
        """Styles of text and of lists by their names."""
        roots = (self._part("styles.xml"), self.content)
        return {_get(element, "name"): element for root in roots for element in root.iter() if _tag(element) in _STYLES}

    @cached_property
    def regions(self) -> dict[str, Any]:
        """What was deleted or put in, by the names of the places where that was done."""
        regions = (element for element in self.body.iter() if _tag(element) == "changed-region")
        return {_get(region, "id"): region for region in regions}

    def look(self, style: str, around: _Look) -> _Look:
        """How a style of text sets it, within words of some look."""
        place = self._property(style, "text-position")
        raised = bool(_RAISED.match(place)) if place else around.raised
        drawn = around.drawn
        for kind, name in _DRAWN:
            if line := self._property(style, name, alone=kind == "put_in"):  # a heading's underline is of its style
                drawn = kind if line != "none" else "" if drawn == kind else drawn
        return _Look(raised, drawn)

    def _property(self, style: str, name: str, *, alone: bool = False) -> str:
        """What a style, or the first below it that says, says of its text; with ``alone`` it by itself."""
        seen = set[str]()
        while style in self.styles and style not in seen:
            seen.add(style)
            element = self.styles[style]
            if value := next((value for part in element if (value := _get(part, name))), ""):
                return value
            style = "" if alone else _get(element, "parent-style-name")
        return ""


class _Look(NamedTuple):
    """How words are set: raised above the line, a line drawn through them (``struck``) or below (``put_in``)."""

    raised: bool = False
    drawn: str = ""


_DRAWN = (("put_in", "text-underline-style"), ("struck", "text-line-through-style"))
_RAISED = re.compile(r"super|[1-9]")  # or by so many per cent
_STYLES = ("style", "list-style")
_CHANGES = ("change", "change-start", "change-end")


@dataclass
class _Walk:
    """Elements → lines, in the order in which they are printed."""

    package: _Package
    changes: Changes
    notes: list[MarkedLine] = field(default_factory=list)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    """The last number of each level of each style of lists."""
    boxes: list[MarkedLine] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    """Changes that have begun and not ended, whose words are not read."""
    begun: list[MarkedLine] = field(default_factory=list)
    """A paragraph whose end is left out: the next one goes on in it."""
    ended: list[MarkedLine] = field(default_factory=list)
    """Paragraphs that end inside one, in what was deleted there."""
    among: int = 0
    """How many so ended in the last one."""

    def blocks(self, parent: Any) -> Iterator[MarkedLine]:
        """Yield the lines of what holds paragraphs."""
        for element in parent:
            name = _tag(element)
            if name in _UNPRINTED:
                continue
            if name in ("p", "h"):
                yield from self._paragraph(element, "heading" if name == "h" else "paragraph")
            elif name == "list":
                yield from self._list(element, _get(element, "style-name"), 1)
            elif name == "table":
                rows = ([cell for cell in row if _tag(cell) == "table-cell"] for row in element.iter() if _is_row(row))
                yield from tabulated([[[*self.blocks(cell)] for cell in row] for row in rows])
            elif name in _CHANGES:
                yield from self._changed_between(element)
            elif name:
                yield from self.blocks(element)

    def _paragraph(self, element: Any, role: Role) -> Iterator[MarkedLine]:
        line = self.begun.pop() if self.begun else MarkedLine()
        line.role = line.role if line.text else role
        self._inline(element, line, self.package.look(_get(element, "style-name"), _Look()))
        boxes, self.boxes = self.boxes, []
        ended, self.ended = self.ended, []
        self.among = len(ended)
        yield from ended
        if self.left_out:
            self.begun.append(line)
        else:
            yield line
        yield from boxes

    def _inline(self, element: Any, line: MarkedLine, look: _Look) -> None:
        self._write(element.text, line, look)
        for child in element:
            self._run(child, line, look)
            self._write(child.tail, line, look)

    def _write(self, text: str | None, line: MarkedLine, look: _Look) -> None:
        if text and not self.left_out:
            start = len(line.text)
            line.write(text, look.raised)
            if look.drawn:
                line.change(start, self.changes, struck=look.drawn == "struck")

    def _run(self, element: Any, line: MarkedLine, look: _Look) -> None:
        name = _tag(element)
        if name in _CHANGES:
            self._change(element, line)
        elif name in ("s", "tab"):
            self._write(" ", line, look._replace(raised=False))
        elif name == "span":
            self._inline(element, line, self.package.look(_get(element, "style-name"), look))
        elif name in ("note", "line-break", "frame"):
            if not self.left_out:
                self._placed(element, name, line)
        elif name not in (*_UNPRINTED, "ruby-text"):
            start, marks = len(line.text), len(line.marks)
            self._inline(element, line, look)
            if name == "a" and "://" in _get(element, "href"):  # links are underlined as such
                line.marks[marks:] = [mark for mark in line.marks[marks:] if mark.role != "put_in"]
                line.marks.append(Mark("link", start, len(line.text), _get(element, "href")))

    def _placed(self, element: Any, name: str, line: MarkedLine) -> None:
        if name == "note":
            self._note(element, line)
        elif name == "line-break":
            line.text += "\n"
        else:
            self.boxes += [each for box in element if _tag(box) == "text-box" for each in self.blocks(box)]

    # tracked changes

    def _change(self, element: Any, line: MarkedLine) -> None:
        """Begin or end a change; what was deleted may stand apart, with a sign at its place."""
        id = _get(element, "change-id")
        region = self.package.regions.get(id, ())
        kinds = {_tag(kind) for kind in region}
        goes, comes = ("deletion", "insertion") if self.changes == "accepted" else ("insertion", "deletion")
        if _tag(element) == "change-end":
            self.left_out.discard(id)
        elif goes in kinds and _tag(element) == "change-start":
            self.left_out.add(id)
        elif comes == "deletion" in kinds and goes not in kinds and _tag(element) == "change" and not self.left_out:
            self._restore(region, line)

    def _restore(self, region: Any, line: MarkedLine) -> None:
        """Write deleted words in their place; where paragraphs end among them, the line ends and begins again."""
        for place, paragraph in enumerate(_paragraphs(region)):
            if place:
                self.ended.append(replace(line, marks=[*line.marks]))
                line.text, line.marks = "", []
            self._inline(paragraph, line, self.package.look(_get(paragraph, "style-name"), _Look()))

    def _changed_between(self, element: Any) -> Iterator[MarkedLine]:
        """A change that begins or ends between paragraphs, and those that were deleted there."""
        line = MarkedLine()
        self._change(element, line)
        ended, self.ended = self.ended, []
        yield from (each for each in (*ended, line) if each.text)

    def _note(self, element: Any, line: MarkedLine) -> None:
        parts = {_tag(part): part for part in element}
        number = "".join(parts["note-citation"].itertext()).strip() if "note-citation" in parts else ""
        line.marks.append(Mark("mark", len(line.text), len(line.text), number))
        note = MarkedLine("note", number)
        for part in self.blocks(parts.get("note-body", ())):
            append(note, replace(part, text=part.text.replace("\n", " ")), " " if note.text else "")
        self.notes.append(note)

    # lists

    def _list(self, element: Any, style: str, level: int, points: int = 0) -> Iterator[MarkedLine]:
        if _get(element, "continue-numbering") != "true" and not _get(element, "continue-list"):
            self.counts.pop((style, level), None)
        for item in element:
            numbered = _tag(item) == "list-item" and len(item) > 0 and _tag(item[0]) != "list"
            depth = points
            for child in item:
                if _tag(child) == "list":
                    yield from self._list(child, _get(child, "style-name", style), level + 1, depth)
                    continue
                self.among = 0
                for place, line in enumerate(self.blocks([child])):
                    if numbered and place <= self.among and (number := self._number(item, style, level, points)):
                        line.role, line.value, line.level = number
                        depth = points + (line.role == "point")
                    yield line
                numbered = False

    def _number(self, item: Any, style: str, level: int, points: int) -> tuple[Role, str, int] | None:
        """The role of an item, with its number as printed and its depth among points."""
        levels = self.package.styles.get(style, ())
        level_style = next((element for element in levels if _get(element, "level") == str(level)), None)
        if level_style is None:
            return None
        first = _integer(_get(level_style, "start-value"), 1)
        value = _integer(_get(item, "start-value"), self.counts.get((style, level), first - 1) + 1)
        self.counts[style, level] = value
        format = _get(level_style, "num-format")
        sign = _sign(format, value) if _tag(level_style) == "list-level-style-number" else ""
        bracketed = re.search(r"[()（）]", _get(level_style, "num-prefix") + _get(level_style, "num-suffix"))
        if not sign or bracketed or format in ("a", "i"):
            return "point", sign, points + 1
        return ("operative", sign, 0) if format == "1" else ("heading", sign, 0)


def _paragraphs(parent: Any) -> Iterator[Any]:
    """The paragraphs that something holds, also in lists and tables."""
    for element in parent:
        if _tag(element) in ("p", "h"):
            yield element
        else:
            yield from _paragraphs(element)


def _is_row(element: Any) -> bool:
    return _tag(element) == "table-row"


def _integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else default


def _sign(format: str, value: int) -> str:
    """A number as printed; formats of a language are named by its first numbers."""
    if not format or not 0 < value < 1000:
        return ""
    for spoken in map(language_of, languages()):
        if spoken.words_touch and format[0] == spoken.to_number(1):
            return spoken.to_number(value)
    return _FORMATS.get(format, str)(value)
