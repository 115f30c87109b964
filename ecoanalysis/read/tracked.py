"""Tracked changes of a Word file: who changed which paragraph, when, and in which words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ecoanalysis.read import docx

_GONE, _COME = ("del", "moveFrom"), ("ins", "moveTo")
_TEXT, _NOTES = "word/document.xml", "word/footnotes.xml"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made a tracked change, and when, as the file says it."""

    author: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One tracked change: who made it, its words, and whether they went; of a paragraph's end no words."""

    author: str
    words: str
    gone: bool


@dataclass(frozen=True, slots=True)
class TrackedPiece:
    """Words of a paragraph, and who cut them or put them in; somebody may cut what somebody put in."""

    words: str
    cut: Signature | None = None
    put: Signature | None = None


@dataclass(frozen=True, slots=True)
class TrackedParagraph:
    """A paragraph with tracked changes: its pieces in order, and the words that each author cut or put in."""

    pieces: tuple[TrackedPiece, ...]
    changes: tuple[TrackedChange, ...]

    @property
    def rejected(self) -> str:
        """Its words without the changes."""
        return "".join(piece.words for piece in self.pieces if piece.put is None)

    @property
    def accepted(self) -> str:
        """Its words with the changes."""
        return "".join(piece.words for piece in self.pieces if piece.cut is None)


def find_tracked(data: bytes, *, notes: bool = False) -> tuple[TrackedParagraph, ...]:
    """Return the paragraphs of a Word file that have tracked changes; none where the bytes are no Word file.

    With ``notes`` those of its footnotes too.

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
            parts = [_TEXT, *({_NOTES} & set(archive.namelist()) if notes else ())]
            roots = [etree.fromstring(archive.read(part)) for part in parts]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return ()  # the reader says what is wrong with it
    paragraphs = (_tracked(element) for root in roots for element in root.iter() if _tag(element) == "p")
    return tuple(paragraph for paragraph in paragraphs if paragraph.changes)


def _tracked(paragraph: Any) -> TrackedParagraph:
    texts = (element for element in paragraph.iter() if _tag(element) in ("t", "delText"))
    return TrackedParagraph(tuple(map(_piece, texts)), tuple(_changes(paragraph)))


def _piece(text: Any) -> TrackedPiece:
    around = list(text.iterancestors())
    cut, put = (next((each for each in around if _tag(each) in names), None) for names in (_GONE, _COME))
    return TrackedPiece(text.text or "", *(None if each is None else _signature(each) for each in (cut, put)))


def _signature(change: Any) -> Signature:
    stated = {key.rpartition("}")[2]: value for key, value in change.attrib.items()}
    return Signature(stated.get("author", ""), stated.get("date", ""))


def _changes(paragraph: Any) -> Iterator[TrackedChange]:
    for element in paragraph.iter():
        if _tag(element) in (*_GONE, *_COME):
            texts = (each.text or "" for each in element.iter() if _tag(each) in ("t", "delText"))
            yield TrackedChange(_signature(element).author, "".join(texts), _tag(element) in _GONE)


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
