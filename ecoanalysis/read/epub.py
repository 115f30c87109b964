"""EPUB books, as some tools save a text: the pages of the book in their order, each read as a web page."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from urllib.parse import unquote

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read import html
from ecoanalysis.read.inflate import LIMIT, inflate

_TYPE = b"mimetypeapplication/epub+zip"
_CONTAINER = "META-INF/container.xml"
_BETWEEN = "\n\n"


def accepts(data: bytes) -> bool:
    """Whether the bytes are a book: a zip archive that begins with its type."""
    return data.startswith(b"PK\x03\x04") and _TYPE in data[:200]


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the pages and what they state about it.

    Raises
    ------
    UnreadableDocumentError
        Where the book is damaged, locked, inflates beyond the limit, or holds no text.
    """
    raw, marks = "", list[Mark]()
    for page in _pages(data, path):
        try:
            words, stated, _ = html.read(page, path)
        except UnreadableDocumentError:  # a cover has no text
            continue
        place = len(raw) + len(_BETWEEN) * bool(raw)
        raw += _BETWEEN * bool(raw) + words
        marks += [replace(mark, start=mark.start + place, end=mark.end + place) for mark in stated]
    if not raw:
        raise UnreadableDocumentError(f"{path}: a book without text")
    return raw, tuple(marks), None


def _pages(data: bytes, path: str) -> Iterator[bytes]:
    """The pages of a book, in the order that it states; its table of contents is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    unread = ValueError, OSError, KeyError, StopIteration, NotImplementedError
    left = LIMIT
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            container = etree.fromstring(inflate(archive, _CONTAINER, path), parser)
            package = next(str(root.get("full-path")) for root in container.iter("{*}rootfile"))
            root = etree.fromstring(inflate(archive, package, path), parser)
            items = {item.get("id"): item for item in root.iter("{*}item")}
            for reference in root.iter("{*}itemref"):
                item = items[reference.get("idref")]
                if "nav" in (item.get("properties") or "").split():
                    continue
                name = posixpath.join(posixpath.dirname(package), unquote(str(item.get("href"))))
                page = inflate(archive, posixpath.normpath(name), path)
                left -= len(page)
                if left < 0:
                    raise UnreadableDocumentError(f"{path}: inflates to more than {LIMIT >> 20} MiB; refused")
                yield page
    except (zipfile.BadZipFile, etree.XMLSyntaxError, *unread):
        raise UnreadableDocumentError(f"{path}: a damaged book; fetch it again") from None
