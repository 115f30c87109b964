"""OpenDocument texts: each paragraph becomes a line of raw text; numbers of lists and footnotes become marks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from typing import Any

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import language_of, languages, numerals
from ecoanalysis.model.document import Language, Mark, Role
from ecoanalysis.read.inflate import inflate
from ecoanalysis.read.lines import MarkedLine, append, believed, tabulated, typed_notes

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


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the paragraphs, notes at the end, and what the file states about them; changes are accepted.

    Raises
    ------
    UnreadableDocumentError
        Where the file is damaged, locked, or inflates beyond the limit.
    """
    walk = _Walk(_Package(data, path))
    return *believed([*typed_notes(walk.blocks(walk.package.body))], walk.notes, path), None


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

    def raised(self, style: str) -> bool:
        """Whether a style of text, or the first below it that says, sets it above the line."""
        seen = set[str]()
        while style in self.styles and style not in seen:
            seen.add(style)
            element = self.styles[style]
            if place := next((place for part in element if (place := _get(part, "text-position"))), ""):
                return bool(_RAISED.match(place))
            style = _get(element, "parent-style-name")
        return False


_RAISED = re.compile(r"super|[1-9]")  # or by so many per cent
_STYLES = ("style", "list-style")


@dataclass
class _Walk:
    """Elements → lines, in the order in which they are printed."""

    package: _Package
    notes: list[MarkedLine] = field(default_factory=list)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    """The last number of each level of each style of lists."""
    boxes: list[MarkedLine] = field(default_factory=list)

    def blocks(self, parent: Any, item: tuple[Role, str, int] | None = None) -> Iterator[MarkedLine]:
        """Yield the lines of what holds paragraphs; the first one has the number of the list's ``item``."""
        for element in parent:
            name = _tag(element)
            if name in _UNPRINTED:
                continue
            if name in ("p", "h"):
                yield from self._paragraph(element, item or ("heading" if name == "h" else "paragraph", "", 0))
                item = None
            elif name == "list":
                yield from self._list(element, _get(element, "style-name"), 1)
            elif name == "table":
                rows = ([cell for cell in row if _tag(cell) == "table-cell"] for row in element.iter() if _is_row(row))
                yield from tabulated([[[*self.blocks(cell)] for cell in row] for row in rows])
            elif name:
                yield from self.blocks(element)

    def _paragraph(self, element: Any, item: tuple[Role, str, int]) -> Iterator[MarkedLine]:
        line = MarkedLine(*item)
        self._inline(element, line, raised=False)
        boxes, self.boxes = self.boxes, []
        yield line
        yield from boxes

    def _inline(self, element: Any, line: MarkedLine, raised: bool) -> None:
        line.write(element.text or "", raised)
        for child in element:
            self._run(child, line, raised)
            line.write(child.tail or "", raised)

    def _run(self, element: Any, line: MarkedLine, raised: bool) -> None:
        name = _tag(element)
        if name == "note":
            self._note(element, line)
        elif name in ("s", "tab"):
            line.write(" ")
        elif name == "line-break":
            line.text += "\n"
        elif name == "frame":
            self.boxes += [each for box in element if _tag(box) == "text-box" for each in self.blocks(box)]
        elif name == "span":
            self._inline(element, line, raised or self.package.raised(_get(element, "style-name")))
        elif name not in (*_UNPRINTED, "ruby-text"):
            start = len(line.text)
            self._inline(element, line, raised)
            if name == "a" and "://" in _get(element, "href"):
                line.marks.append(Mark("link", start, len(line.text), _get(element, "href")))

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
            numbered = self._number(item, style, level, points) if _tag(item) == "list-item" else None
            depth = points + (numbered is not None and numbered[0] == "point")
            for child in item:
                if _tag(child) == "list":
                    yield from self._list(child, _get(child, "style-name", style), level + 1, depth)
                else:
                    yield from self.blocks([child], numbered)
                    numbered = None

    def _number(self, item: Any, style: str, level: int, points: int) -> tuple[Role, str, int] | None:
        """The role of an item, with its number as printed and its depth among points."""
        levels = self.package.styles.get(style, ())
        level_style = next((element for element in levels if _get(element, "level") == str(level)), None)
        if level_style is None or not len(item) or _tag(item[0]) == "list":
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
