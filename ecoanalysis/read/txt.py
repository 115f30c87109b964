"""Plain text: UTF-8, UTF-16 and UTF-32 with or without byte-order mark, and the older encodings of each language."""

from __future__ import annotations

import codecs

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.lexicon import decode
from ecoanalysis.model.document import Language, Mark

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as the mark of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v"))


def accepts(data: bytes) -> bool:
    """Every file may be text; whether it is, reading tells."""
    return True


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the decoded text, line ends as they are.

    Raises
    ------
    UnreadableDocumentError
        Where the bytes are no text in a known encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, path), (), None
    if len(data.translate(None, _CONTROL)) < len(data):
        if (text := _of_two_bytes(data)) is not None:
            return text, (), None
        raise UnreadableDocumentError(f"{path}: binary, not text; if it is a document, save it as text")
    try:
        return data.decode("utf-8"), (), None
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            raise UnreadableDocumentError(f"{path}: cut off in the middle of a character; fetch it again") from None
    if (text := decode(data)) is not None:
        return text, (), None
    raise UnreadableDocumentError(f"{path}: in an unknown encoding; save it as UTF-8")


def _of_two_bytes(data: bytes) -> str | None:
    """Return UTF-16 without a byte-order mark, None where the bytes are none: its line ends tell."""
    units = {data[place : place + 2] for place in range(0, len(data), 2)}
    for encoding, line_end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        try:
            text = data.decode(encoding) if line_end in units else "\0"
        except UnicodeDecodeError:
            continue
        if not any(chr(code) in text for code in _CONTROL):
            return text
    return None


def _decoded(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocumentError(f"{path}: in an unknown encoding ({error.reason}); save it as UTF-8") from None
