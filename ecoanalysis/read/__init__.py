"""bytes → Document: a table of readers, each chosen by what the bytes are, not by what the file is called."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ecoanalysis.errors import UnreadableDocumentError, work_on
from ecoanalysis.lexicon import detect
from ecoanalysis.model.document import Document, Language, Mark
from ecoanalysis.read import akn, docx, epub, html, markdown, markup, odt, pdf, rtf, txt
from ecoanalysis.read.lines import Changes


class Read(NamedTuple):
    """What a reader yields: the raw text, what the format states about it, and the language where the format says."""

    raw: str
    marks: tuple[Mark, ...] = ()
    language: Language | None = None


class Reader(NamedTuple):
    """A format: its name, whether bytes are of it, and how they are read."""

    format: str
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, str], tuple[str, tuple[Mark, ...], Language | None]]


READERS = (
    Reader("pdf", pdf.accepts, pdf.read),
    Reader("docx", docx.accepts, docx.read),
    Reader("odt", odt.accepts, odt.read),
    Reader("epub", epub.accepts, epub.read),
    Reader("rtf", rtf.accepts, rtf.read),
    Reader("akn", akn.accepts, akn.read),
    Reader("markup", markup.accepts, markup.read),
    Reader("html", html.accepts, html.read),
    Reader("md", markdown.accepts, markdown.read),
    Reader("txt", txt.accepts, txt.read),
)


_CHANGING: dict[str, Callable[[Changes], Callable[..., tuple[str, tuple[Mark, ...], Language | None]]]] = {
    "docx": lambda changes: partial(docx.read, changes=changes),
    "html": lambda changes: partial(html.read, changes=changes),
    "odt": lambda changes: partial(odt.read, changes=changes),
    "pdf": lambda changes: partial(pdf.read, changes=changes),
    "rtf": lambda changes: partial(rtf.read, changes=changes),
}
"""Readers of formats that show changes, by which side of them is read."""


def read_document(path: str | Path, changes: Changes = "accepted") -> Document:
    """Return the document at a path.

    Parameters
    ----------
    path
        Any file of a format that is read; what it is tells its content, not its name.
    changes
        Whether changes are taken as accepted or as rejected: tracked in a file of Word, OpenDocument or Rich Text, or
        shown, in a PDF file and a web page too, as words struck out and underlined.

    Raises
    ------
    UnreadableDocumentError
        Where the file is missing, empty, binary, damaged or in an unknown encoding.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> document = eco.sample()
    >>> document.format, document.language, len(document.raw)
    ('txt', 'zh', 6852)
    """
    from ecoanalysis.read.walk import file_bytes, shown_name

    return read_bytes(file_bytes(path), shown_name(path), changes)


def read_documents(path: str | Path, changes: Changes = "accepted") -> Iterator[Document | UnreadableDocumentError]:
    """Yield every document of a folder, of a zip archive or of a file: each as it is read, or as the error it gave.

    Examples
    --------
    >>> from ecoanalysis.corpus import bundled
    >>> [document.language for document in read_documents(bundled())]
    ['zh']
    """
    from ecoanalysis.read.walk import walk

    empty = True
    for source in walk(path):
        empty = False
        try:
            with work_on(source.path):
                yield source.error or read_bytes(source.data, source.path, changes)
        except UnreadableDocumentError as error:
            yield error
    if empty:
        yield UnreadableDocumentError(f"{path}: holds no document")


def read_bytes(data: bytes, path: str, changes: Changes = "accepted") -> Document:
    """Return the document that ``data`` holds; ``path`` is where it came from, for messages and tables."""
    if not data.strip():
        raise UnreadableDocumentError(f"{path}: empty")
    for reader in READERS:
        if reader.accepts(data):
            read = _CHANGING[reader.format](changes) if reader.format in _CHANGING else reader.read
            raw, marks, language = read(data, path)
            language = language or detect(raw, path)
            return Document(raw, hashlib.sha256(data).hexdigest(), path, reader.format, language, marks)
    raise UnreadableDocumentError(f"{path}: a format that is not read")


def read_text(text: str, path: str = "text") -> Document:
    """Return a document made of a piece of text, as if it had been read from a UTF-8 file."""
    return read_bytes(text.encode(), path)
