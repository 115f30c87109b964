"""Texts in a markup that is not read: each is named, since its signs would stand among the words."""

from __future__ import annotations

import re

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark

_NAMES = {
    "LaTeX": r"^\\(?:documentclass|begin\{document\})",
    "AsciiDoc": r"footnote:\[|^:[a-z-]+:.*\n\n?= \S",
    "MediaWiki's markup": r"<ref(?: name=[^<>\n]{1,80})?>[^<>]{1,2000}</ref>",
    "Textile": r"^fn\d{1,3}\. \S",
    "troff": r"^\.(?:PP|LP)$",
    "DocBook": r"<(?:article|book|section)\b[^>]{0,300}docbook|<!DOCTYPE (?:article|book)\b",
    "TEI": r"<TEI\b",
    "InDesign's markup": r"^<\?aid\b",
    "FictionBook": r"<FictionBook\b",
    "XML of pdftohtml": r"<pdf2xml\b",
    "XML of places on the page": r"<word xMin=\"|<char [^<>]{0,200}quad=\"",
    "a table of places on the page": r"\Alevel\tpage_num\tpar_num\t",
}
_HEAD = 2**16  # bytes in which a markup tells itself
_SIGNS = re.compile("|".join(f"(?P<m{place}>{sign})" for place, sign in enumerate(_NAMES.values())), re.MULTILINE)


def accepts(data: bytes) -> bool:
    """Whether the bytes are a text in such a markup.

    Examples
    --------
    >>> accepts(b"Recalling its resolution,footnote:[A/RES/1/1.]"), accepts(b"Recalling its resolution,[1]")
    (True, False)
    """
    return _name(data) is not None


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Say which markup it is.

    Raises
    ------
    UnreadableDocumentError
        Always.
    """
    raise UnreadableDocumentError(f"{path}: {_name(data)}, which is not read; save it as .docx, .html or plain text")


def _name(data: bytes) -> str | None:
    sign = _SIGNS.search(data[:_HEAD].decode("utf-8", "replace"))
    return [*_NAMES][int((sign.lastgroup or "m0")[1:])] if sign else None
