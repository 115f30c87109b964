"""Rich Text: the text of its paragraphs, numbers as printed; notes at the end, their marks where they are called."""

from __future__ import annotations

import re
from collections.abc import Callable

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read.lines import MarkedLine, believed, typed_notes

_SIGN = re.compile(r"\\[\\{}]|\{(?:\s*(?:\\\*\s*)?\\footnote\b ?)?|\}")
_BEGIN, _END = "\x01", "\x02"  # what no text has
_UP, _DOWN = "\x03", "\x04"
_MARKED = re.compile(f"{_BEGIN}(?P<note>[^{_BEGIN}{_END}]*){_END}|{_UP}(?P<raised>[0-9]+){_DOWN}")
_SIGNS = dict.fromkeys(map(ord, _BEGIN + _END + _UP + _DOWN))
# a run of digits alone, moved up: by whatever is said of its type before it
_RAISED = re.compile(
    r"(?P<moved>\\(?:super|up[1-9][0-9]*)(?![a-z0-9])(?:\\(?!nosupersub|up0)[a-z]++(?:-?[0-9]++)?+|\{\\\*[^{}]*\}|\s)*+"
    r"(?<=\s))(?P<digits>[0-9]{1,3})(?=\s*\})"
)


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
    lines, notes, done = [MarkedLine()], list[MarkedLine](), 0
    for marked in _MARKED.finditer(text):
        _write(lines, text[done : marked.start()])
        done = marked.end()
        if marked["raised"]:
            lines[-1].write(marked["raised"], raised=True)
            continue
        number = str(len(notes) + 1)
        notes.append(MarkedLine("note", number, text=" ".join(marked["note"].translate(_SIGNS).split())))
        lines[-1].marks.append(Mark("mark", len(lines[-1].text), len(lines[-1].text), number))
    _write(lines, text[done:])
    return *believed(typed_notes(lines), notes, path), None


def _write(lines: list[MarkedLine], text: str) -> None:
    """Write words behind the last line, and what follows a line's end on lines of its own."""
    for place, piece in enumerate(text.translate(_SIGNS).split("\n")):
        if place:
            lines.append(MarkedLine())
        lines[-1].write(piece)


def _with_notes(text: str) -> str:
    """The text with each note, which the library would leave out, and each raised number between two signs."""
    text = _RAISED.sub(rf"\g<moved>{_UP}\g<digits>{_DOWN}", text)
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
