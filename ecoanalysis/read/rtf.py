"""Rich Text: the text of its paragraphs, numbers as printed; notes at the end, their marks where they are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read.lines import Changes, MarkedLine, believed, tracked, typed_notes

_SIGN = re.compile(r"\\[\\{}]|\{(?:\s*(?:\\\*\s*)?\\footnote\b ?)?|\}")
_BEGIN, _END = "\x01", "\x02"  # what no text has
_UP, _DOWN = "\x03", "\x04"
_STATES = {
    "": "\x05",
    "struck": "\x06",
    "put_in": "\x07",
    "deleted": "\x0e",
    "inserted": "\x0f",
    "passing": "\x10",
    "label": "\x11",
}
"""What words are behind a sign: any, drawn through or below, of a change that is tracked or of two, a list's number."""
_GONE = {"deleted": (True,), "inserted": (False,), "passing": (False, True)}
_SPACES = "\x01\x02\x03\x04 \n\t"
_STATE_OF = {sign: state for state, sign in _STATES.items()}
_CHANGE_SIGNS = "".join(_STATES.values())
_MARKED = re.compile(f"{_BEGIN}(?P<note>[^{_BEGIN}{_END}]*){_END}|{_UP}(?P<raised>[0-9]+){_DOWN}")
_PIECE = re.compile(rf"(?P<sign>[{_CHANGE_SIGNS}])?(?P<words>[^{_CHANGE_SIGNS}]*)")
_SIGNS = dict.fromkeys(map(ord, _BEGIN + _END + _UP + _DOWN))
# a run of digits alone, moved up: by whatever is said of its type before it
_RAISED = re.compile(
    r"(?P<moved>\\(?:super|up[1-9][0-9]*)(?![a-z0-9])(?:\\(?!nosupersub|up0)[a-z]++(?:-?[0-9]++)?+|\{\\\*[^{}]*\}|\s)*+"
    r"(?<=\s))(?P<digits>[0-9]{1,3})(?=\s*\})"
)
_AUTHORS = re.compile(r"\\revtbl\b[^{}]*(?:\{[^{}]*\}\s*)+")
_AUTHOR = re.compile(r"\\revauth(?:del)?([0-9]{1,4})(?![0-9])")
_BETWEEN_NAMES = "; "
_CHANGED = re.compile(r"\\(?:strike|striked1?|deleted|revised)(?![a-z0-9])")
_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<value>-?[0-9]{1,10})? ?|(?P<brace>[{}])|\\\*|[\r\n]+|"
    r"(?P<text>(?:\\[^a-z*]|[^\\{}\r\n])+)"
)
_PRINTED = frozenset(
    ("par", "line", "tab", "u", "chftn", "emdash", "endash", "lquote", "rquote", "ldblquote", "rdblquote", "bullet")
)
_SWITCHES = {
    **dict.fromkeys(("strike", "striked"), "struck"),
    **dict.fromkeys(("ul", "uld", "uldash", "uldb", "ulth", "ulw", "ulwave"), "put_in"),
    **{"deleted": "deleted", "revised": "inserted", "fldrslt": "link", "listtext": "label", "pntext": "label"},
}


def accepts(data: bytes) -> bool:
    """Whether the bytes begin as Rich Text does."""
    return data.startswith(b"{\\rtf")


def read(data: bytes, path: str, changes: Changes = "accepted") -> tuple[str, tuple[Mark, ...], Language | None]:
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
        text = to_text(_with_notes(_with_changes(data.decode("latin-1"))), errors="replace")
    except Exception:  # the library has no error of its own for what it cannot make out
        raise UnreadableDocumentError(f"{path}: a damaged Rich Text file; save it again, as .docx") from None
    walk, done = _Walk(changes), 0
    for marked in _MARKED.finditer(text):
        walk.write(text[done : marked.start()])
        done = marked.end()
        if marked["raised"]:
            walk.put(marked["raised"], raised=True)
        else:
            walk.note(marked["note"])
    walk.write(text[done:])
    walk.end_line()
    raw, marks = believed(typed_notes(walk.lines), walk.notes, path)
    authors = _authors(data.decode("latin-1"))
    return raw, (*tracked([(gone, authors) for gone in walk.tracked], changes), *marks), None


def _authors(text: str) -> str:
    """Who changed words of the text, by the table of all who ever did."""
    table = _AUTHORS.search(text)
    names = [name.strip() for name in re.findall(r"\{([^{};]*);?\}", table[0])] if table else []
    used = {int(number) for number in _AUTHOR.findall(text)}
    return _BETWEEN_NAMES.join(name for place, name in enumerate(names) if place in used and name)


@dataclass
class _Walk:
    """Words in order → lines, notes, and the changes in them."""

    changes: Changes
    lines: list[MarkedLine] = field(default_factory=lambda: [MarkedLine()])
    notes: list[MarkedLine] = field(default_factory=list)
    state: str = ""
    cut: bool = False
    """Words of the last line are left out."""
    filled: bool = False
    """More of it is read than the number of a list."""
    tracked: list[bool] = field(default_factory=list)
    """Of each tracked change so far, whether words went."""
    last: str = ""
    """The state of the last words."""

    @property
    def _is_left_out(self) -> bool:
        return self.state in ("passing", "deleted" if self.changes == "accepted" else "inserted")

    def write(self, text: str) -> None:
        """Write words behind the last line, and what follows a line's end on lines of its own."""
        for piece in _PIECE.finditer(text):
            self.state = _STATE_OF[piece["sign"]] if piece["sign"] else self.state
            if piece["words"].strip(_SPACES) and self.state != self.last:
                self.last = self.state
                self.tracked += _GONE.get(self.state, ())
            self.put(piece["words"])

    def put(self, words: str, raised: bool = False) -> None:
        """Write words of one state."""
        if self._is_left_out:
            self.cut = self.cut or bool(words.strip())
            return
        for place, piece in enumerate(words.translate(_SIGNS).split("\n")):
            if place:
                self.end_line()
                self.lines.append(MarkedLine())
            start = len(self.lines[-1].text)
            self.lines[-1].write(piece, raised)
            self.filled = self.filled or (self.state != "label" and bool(piece.strip()))
            if self.state in ("struck", "put_in"):
                self.lines[-1].change(start, self.changes, struck=self.state == "struck")

    def end_line(self) -> None:
        """End the last line; the number of a paragraph that is left out is none."""
        if self.cut and not self.filled:
            self.lines[-1] = MarkedLine()
        self.cut = self.filled = False

    def note(self, text: str) -> None:
        """Keep a note, and its mark behind the last words."""
        if self._is_left_out:
            return
        number, inside = str(len(self.notes) + 1), _Walk(self.changes)
        inside.write(re.sub(r"\s+", " ", text.translate(_SIGNS)))
        self.notes.append(replace(inside.lines[0], role="note", value=number))
        self.lines[-1].marks.append(Mark("mark", len(self.lines[-1].text), len(self.lines[-1].text), number))


def _with_changes(text: str) -> str:
    """The text with a sign before words of another state; as it is, where nothing is struck out or tracked."""
    return "".join(_signed(text)) if _CHANGED.search(text) else text


def _signed(text: str) -> Iterator[str]:
    switched: frozenset[str] = frozenset()
    around: list[frozenset[str]] = []
    settled, done = True, 0
    for token in _TOKEN.finditer(text):
        word, switch = token["word"], _SWITCHES.get(token["word"] or "")
        if token["brace"] == "{":
            around.append(switched)
        elif token["brace"]:
            switched = around.pop() if around else frozenset()
        elif word == "plain":
            switched &= {"label", "link"}
        elif word == "ulnone":
            switched -= {"put_in"}
        elif switch:
            switched = switched - {switch} if token["value"] == "0" else switched | {switch}
        elif (word in _PRINTED or token["text"]) and not settled:
            yield text[done : token.start()] + _STATES[_state(switched)]
            settled, done = True, token.start()
            continue
        else:
            continue
        settled = False
    yield text[done:]


def _state(switched: frozenset[str]) -> str:
    """What words are that something is said of; a link is underlined as such."""
    if {"deleted", "inserted"} <= switched:
        return "passing"
    drawn = ("label", "deleted", "inserted", "struck", *(() if "link" in switched else ("put_in",)))
    return next((state for state in drawn if state in switched), "")


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
