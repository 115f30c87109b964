"""Tracked changes of a Word file: who changed which paragraph, and in which words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ecoanalysis.read import docx

_GONE, _COME = ("del", "moveFrom"), ("ins", "moveTo")


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One tracked change: who made it, its words, and whether they went; of a paragraph's end no words."""

    author: str
    words: str
    gone: bool


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """A paragraph with tracked changes: its words on either side, and the words that each author cut or put in."""

    rejected: str
    accepted: str
    changes: tuple[TrackedChange, ...]


def find_tracked(data: bytes) -> tuple[TrackedParagraph, ...]:
    """Return the paragraphs of a Word file that have tracked changes; none where the bytes are no Word file.

    Examples
    --------
    >>> find_tracked(b"Lamps")
    ()
    """
    from lxml import etree

    if not docx.accepts(data):
        return ()
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return ()  # the reader says what is wrong with it
    paragraphs = (_tracked(element) for element in root.iter() if _tag(element) == "p")
    return tuple(paragraph for paragraph in paragraphs if paragraph.changes)


def _tracked(paragraph: Any) -> TrackedParagraph:
    words: dict[str, list[str]] = {"rejected": [], "accepted": []}
    for element in paragraph.iter():
        if _tag(element) in ("t", "delText"):
            above = {_tag(each) for each in element.iterancestors()}
            words["rejected"] += [element.text or ""] if not above & set(_COME) else []
            words["accepted"] += [element.text or ""] if not above & set(_GONE) else []
    return TrackedParagraph("".join(words["rejected"]), "".join(words["accepted"]), tuple(_changes(paragraph)))


def _changes(paragraph: Any) -> Iterator[TrackedChange]:
    for element in paragraph.iter():
        if _tag(element) in (*_GONE, *_COME):
            author = next((value for key, value in element.attrib.items() if key.endswith("}author")), "")
            texts = (each.text or "" for each in element.iter() if _tag(each) in ("t", "delText"))
            yield TrackedChange(author, "".join(texts), _tag(element) in _GONE)


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
