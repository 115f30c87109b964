"""Word files and their parts, as far as tracked changes are written into them or settled in them."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

from ecoanalysis.errors import ComparisonError
from ecoanalysis.read.lines import Changes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
MAIN, FOOTNOTES = "word/document.xml", "word/footnotes.xml"
_OF_THE_MARKS = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "numberingChange")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")


@dataclass
class WordFile:
    """The parts of a Word file; those of text are parsed when asked for and written back."""

    parts: dict[str, bytes]
    roots: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> WordFile:
        """Open the bytes of a Word file."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            file = cls({name: archive.read(name) for name in archive.namelist()})
        if MAIN not in file.parts:
            raise ComparisonError("no Word file whose text can be written to: it has no word/document.xml")
        return file

    def root(self, name: str) -> Any:
        """Return the root of a part, None where there is none."""
        if name not in self.roots and name in self.parts:
            parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
            self.roots[name] = etree.fromstring(self.parts[name], parser)
        return self.roots.get(name)

    @property
    def body(self) -> Any:
        return self.root(MAIN).find(w("body"))

    def notes(self) -> dict[str, Any]:
        """Return the footnotes by their ids."""
        root = self.root(FOOTNOTES)
        return {} if root is None else {note.get(w("id")): note for note in root if note.get(w("type")) is None}

    def add_note(self, note: Any) -> str:
        """Add a footnote, and return its id."""
        if self.root(FOOTNOTES) is None:
            self.roots[FOOTNOTES] = etree.Element(w("footnotes"), nsmap={"w": W})
            self._declare_notes()
        root = self.roots[FOOTNOTES]
        ids = [int(other.get(w("id"))) for other in root]
        id = str(max([0, *ids]) + 1)
        note.set(w("id"), id)
        root.append(note)
        return id

    def _declare_notes(self) -> None:
        relations = "word/_rels/document.xml.rels"
        root = self.root(relations)
        if root is None:
            root = self.roots[relations] = etree.Element(f"{{{_RELATIONS}}}Relationships")
        attributes = {"Id": "rIdFootnotes", "Type": _NOTES, "Target": "footnotes.xml"}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", attributes)
        types = self.root("[Content_Types].xml")
        if types is not None:
            attributes = {"PartName": f"/{FOOTNOTES}", "ContentType": _NOTES_TYPE}
            etree.SubElement(types, f"{{{_TYPES}}}Override", attributes)

    def settle(self, changes: Changes) -> None:
        """Take every tracked change as accepted or as rejected."""
        for name in (MAIN, FOOTNOTES):
            root = self.root(name)
            if root is not None:
                settle(root, changes)

    def saved(self) -> bytes:
        """Return the file's bytes."""
        out = BytesIO()
        written = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in self.roots.items()
        }
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**self.parts, **written}.items():
                archive.writestr(name, content)
        return out.getvalue()


def w(name: str) -> str:
    """Return a name in Word's namespace."""
    return f"{{{W}}}{name}"


def tag(element: Any) -> str:
    """Return the name of an element without its namespace; nothing for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def new_run(text: str, properties: Any, gone: bool = False) -> Any:
    """Return a run of text that looks as ``properties`` say."""
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(deepcopy(properties))
    words = etree.SubElement(run, w("delText" if gone else "t"))
    words.text = text
    words.set(_SPACE, "preserve")
    return run


def settle(root: Any, changes: Changes) -> None:
    """Take every tracked change below an element as accepted or as rejected."""
    gone, kept = (("del", "moveFrom"), ("ins", "moveTo"))[:: 1 if changes == "accepted" else -1]
    for row in [
        row for row in root.iter(w("tr")) if any(row.find(f"{w('trPr')}/{w(name)}") is not None for name in gone)
    ]:
        row.getparent().remove(row)
    for table in [table for table in root.iter(w("tbl")) if table.find(w("tr")) is None]:
        table.getparent().remove(table)
    joined = [p for p in root.iter(w("p")) if _mark_of(p, gone) is not None]
    for name in (*_OF_THE_MARKS, *_RANGES):
        for element in [*root.iter(w(name))]:
            if changes == "rejected" and name == "pPrChange":
                _restore(element)
            elif element.getparent() is not None:
                element.getparent().remove(element)
    for element in [element for name in gone for element in root.iter(w(name))]:
        if element.getparent() is not None and tag(element.getparent()) != "rPr":
            element.getparent().remove(element)
    for element in [element for name in kept for element in root.iter(w(name))]:
        _unwrap(element)
    for words in [*root.iter(w("delText"))]:
        words.tag = w("t")
    for paragraph in joined:
        _join(paragraph)


def _mark_of(paragraph: Any, names: tuple[str, ...]) -> Any:
    """The change, of one of some sorts, of a paragraph's end."""
    marks = (paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(name)}") for name in names)
    return next((mark for mark in marks if mark is not None), None)


def _restore(change: Any) -> None:
    """Give a paragraph the properties that it had."""
    properties, before = change.getparent(), change.find(w("pPr"))
    kept = [child for child in properties if tag(child) in ("rPr", "sectPr")]
    for child in [*properties]:
        properties.remove(child)
    properties.extend([*(before if before is not None else ()), *kept])


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    if tag(parent) in ("rPr", "trPr"):
        parent.remove(element)
        return
    place = parent.index(element)
    parent[place : place + 1] = [*element]


def _join(paragraph: Any) -> None:
    """A paragraph whose end went: the next one goes on in it; one that is empty goes."""
    content = [child for child in paragraph if tag(child) != "pPr"]
    follower = paragraph.getnext()
    parent = paragraph.getparent()
    if content and follower is not None and tag(follower) == "p":
        place = 1 if follower.find(w("pPr")) is not None else 0
        follower[place:place] = content
        parent.remove(paragraph)
    elif not content and sum(tag(child) == "p" for child in parent) > 1:
        parent.remove(paragraph)
    for mark in ("del", "ins", "moveFrom", "moveTo"):
        for element in paragraph.findall(f"{w('pPr')}/{w('rPr')}/{w(mark)}"):
            element.getparent().remove(element)
