"""Saved web pages: the text of the page as lines, whatever stands around it, in UTF-8, GB18030 or Western encodings."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import TIGHT, decode
from ecoanalysis.model.document import Language, Mark

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|font)\b",
    re.I | re.S,
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_BETWEEN_TIGHT = re.compile(rf"(?<={TIGHT})[ \t]*\r?\n[ \t\r\n]*(?={TIGHT})")

# What a page shows around its text, and what it does not show.
_FURNITURE = re.compile(
    "head|script|style|noscript|template|nav|aside|header|footer|form|select|button|iframe|object|svg"
)
_BLOCKS = re.compile(
    "address|article|blockquote|body|center|d[dlt]|div|fieldset|figure|h[1-6r]|li|main|[ou]l|p|pre|section|"
    "t(?:able|body|d|h|head|r)"
)
_PARAGRAPH, _LINE = "\n\n", "\n"


def accepts(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    text = data
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "ignore").encode()
    return bool(_HEAD.match(text[:4096]))


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of a page: a line for each line break, an empty line between blocks.

    Raises
    ------
    UnreadableDocumentError
        Where the page shows no text.

    Examples
    --------
    >>> read(b"<html><body><ul><li>Home</ul><p>1. Requests<br>a report;</p></body></html>", "page.html")[0]
    'Home\\n\\n1. Requests\\na report;'
    """
    from lxml.html import document_fromstring

    page = document_fromstring(_DECLARATION.sub("", _decoded(data)) or "<p></p>")
    pieces: list[str] = []
    _walk(page, pieces)
    lines = "".join(pieces).split(_LINE)
    text = re.sub(r"\n{3,}", _PARAGRAPH, _LINE.join(line.strip(" ") for line in lines)).strip(_LINE)
    if not text.strip():
        raise UnreadableDocumentError(f"{path}: a web page without text; save the page itself, not its frame")
    return text, (), None


def _decoded(data: bytes) -> str:
    """The declared encoding of old pages is often wrong: what decodes, and then reads like a language, decides."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data, "replace") or data.decode("cp1252", "replace")


def _walk(element: _Element, pieces: list[str]) -> None:
    """Collect the text below an element in order; its own tail is its parent's."""
    tag = element.tag if isinstance(element.tag, str) else "script"  # comments and instructions show nothing
    if _FURNITURE.fullmatch(tag) or "hidden" in element.attrib:
        return
    around = _PARAGRAPH if _BLOCKS.fullmatch(tag) else ""
    pieces.append(_LINE if tag == "br" else around)
    pieces.append(_words(element.text, tag == "pre"))
    for child in element:
        _walk(child, pieces)
        pieces.append(_words(child.tail, tag == "pre"))
    pieces.append(around)


def _words(text: str | None, kept: bool) -> str:
    """Text as a browser shows it: white space is one space, none where a line of Chinese source ends."""
    if not text or kept:
        return text or ""
    return _SPACE.sub(" ", _BETWEEN_TIGHT.sub("", text))
