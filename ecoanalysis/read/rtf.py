"""Rich Text: the text of its paragraphs, numbers as printed; notes at the end, their marks where they are called."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read.lines import MarkedLine, believed, typed_notes

_SIGN = re.compile(r"\\[\\{}]|\{(?:\s*(?:\\\*\s*)?\\footnote\b ?)?|\}")
_BEGIN, _END = "\x01", "\x02"  # what no text has
_MARKED = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")


def accepts(data: bytes) -> bool:
    """Whether the bytes begin as Rich Text does."""
    return data.startswith(b"{\\rtf")


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text, notes at the end.

    Raises
    ------
    UnreadableDocumentError
        Where the file is damaged.

    Examples
    --------
    >>> read(rb"{\\rtf1\\ansi 1. Requests a report;{\\footnote See A/79/55.}\\par 2. Decides.\\par}", "a.rtf")[0]
    '1. Requests a report;\\n2. Decides.\\nSee A/79/55.\\n'
    """
    from striprtf import striprtf

    to_text: Callable[..., str] = striprtf.rtf_to_text
    try:
        text = to_text(_with_notes(data.decode("latin-1")), errors="replace")
    except Exception:  # the library has no error of its own for what it cannot make out
        raise UnreadableDocumentError(f"{path}: a damaged Rich Text file; save it again, as .docx") from None
    numbers, notes, whole = count(1), list[MarkedLine](), ""
    calls: list[int] = []
    for place, piece in enumerate(_MARKED.split(text)):
        if place % 2:
            notes.append(MarkedLine("note", str(next(numbers)), text=" ".join(piece.split())))
            calls.append(len(whole))
        else:
            whole += piece.replace(_BEGIN, "").replace(_END, "")
    return *believed(typed_notes(_lines(whole, calls)), notes, path), None


def _with_notes(text: str) -> str:
    """The text with each note between two signs, in the place where the library would leave it out."""
    out, done, depth, note = list[str](), 0, 0, 0
    for sign in _SIGN.finditer(text):
        if sign[0].startswith("{"):
            depth += 1
            if "footnote" in sign[0] and not note:
                out += [text[done : sign.start()], "{", _BEGIN]
                note, done = depth, sign.end()
        elif sign[0] == "}":
            if note == depth > 0:
                out += [text[done : sign.start()], _END]
                note, done = 0, sign.start()
            depth -= 1
    return "".join([*out, text[done:], _END * bool(note)])


def _lines(text: str, calls: list[int]) -> list[MarkedLine]:
    lines, start = [], 0
    for piece in text.split("\n"):
        end = start + len(piece)
        inside = [(number, call - start) for number, call in enumerate(calls, 1) if start <= call <= end]
        marks = [Mark("mark", call, call, str(number)) for number, call in inside]
        lines.append(MarkedLine(text=piece.replace("\t", " "), marks=marks))
        start = end + 1
    return lines
