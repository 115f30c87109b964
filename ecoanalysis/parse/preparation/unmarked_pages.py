"""Text copied from a viewer: no sign ends its pages, but each ends or begins with its number, or with what heads them.

What a viewer sets for a hyphen at a line's end, and leaves out of the line's end itself, is read as both; a line that
it ends at a raised mark goes on with the piece behind it, which a space begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ecoanalysis.model.document import Document
from ecoanalysis.parse.layout.paged_text import FOLIO, PAGE_BREAK, is_code
from ecoanalysis.parse.text.folding import Folding
from ecoanalysis.parse.text.rewriting import rewrite

_HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?")
_PIECE = re.compile(r"(?<=\d)\r?\n(?= \S)|\r?\n(?=\d{1,3}\r?\n \S)")
_SYMBOL = re.compile(r"(?:[A-Z]+/)+[\w./()-]*\d[\w./()-]*(?: [A-Z](?=\s|$))?")
_NOTE = re.compile(r"(\d{1,3})/?\s+[^\W_]")
_EMPTY = re.compile(r"\n(?=[^\S\n]*\n)")
_PARTED, _STRAY = 0.05, 3  # share of empty lines, and how many of them part nothing
_STOPS = ".。"
_TOP = 40  # lines in which the symbol that heads pages stands first
_LEAST, _MOST = 2, 120  # lines of a page


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def viewed(document: Document, opens: Callable[[str], bool], others: Sequence[tuple[int, int]] = ()) -> Folding | None:
    """Return a text copied from a viewer as a tool would have made it of its pages; None where it is none.

    ``others`` are stretches that are left out.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> first = "A/RES/1/1\\nThe Assembly,\\nNoting self\\ufffegovernment,\\n1/2\\n"
    >>> pages = first, "A/RES/1/1\\n1. Decides to go on.\\n"
    >>> read = viewed(read_text("".join(pages)), "The Assembly,".__eq__).document.raw
    >>> read.split("\\f")[1] == pages[1], read.splitlines()[2:4]
    (True, ['Noting self-', 'government,'])
    """
    raw = document.raw
    if document.format != "txt" or PAGE_BREAK in raw or any(mark.start < mark.end for mark in document.marks):
        return None
    if len(_EMPTY.findall(raw)) > max(_STRAY, _PARTED * raw.count("\n")):
        return None  # empty lines part its paragraphs: a viewer sets none
    hyphens = list(_HYPHEN.finditer(raw))
    breaks = _page_begins(raw, opens)
    if not (hyphens or breaks):
        return None
    cuts = [*others, *(sign.span() for sign in (*hyphens, *_PIECE.finditer(raw)))]
    inserts = [(hyphen.start(), "-\n") for hyphen in hyphens] + [(place, PAGE_BREAK) for place in breaks]
    return rewrite(document, cuts, inserts, frozenset(hyphen.start() for hyphen in hyphens))


def _page_begins(raw: str, opens: Callable[[str], bool]) -> list[int]:
    """Where pages begin behind the first one; nowhere where pages differ much."""
    lines = [_Line(line.start(), line[0].strip()) for line in re.finditer(r"[^\n\r]+", raw) if line[0].strip()]
    first = next((row for row, line in enumerate(lines) if opens(line.text)), None)
    begins = _begins(lines, first) if first is not None else []
    sizes = [after - before for before, after in pairwise([0, *begins, len(lines)])]
    even = all(_LEAST <= size <= _MOST for size in sizes[:-1])
    return [lines[row].start for row in begins if row < len(lines)] if even else []


def _begins(lines: Sequence[_Line], first: int) -> list[int]:
    """The rows that begin pages: behind the numbers that end one, before those that head the next, or before a head."""
    header = "".join(_letters(line.text) for line in lines[:first])
    symbols = {match[0] for line in lines[: min(first, _TOP)] for match in _SYMBOL.finditer(line.text)}
    heading = {symbol for symbol in symbols if any(_heads(line.text, {symbol}) for line in lines[:first])}
    second = [line.text for line in lines[first + 1 : first + _MOST] if _is_foot(line.text, 2)]
    if any("/" in text and _numbers_page(text, 2) for text in second):  # 2/3: a 2 alone is another number
        lines = [replace(line, text="") if line.text.isdecimal() else line for line in lines]
    if any(_numbers_page(text, 2) for text in second):
        ended = any(_is_foot(line.text, 1) for line in lines[first + 1 : first + _MOST])
        return [*(_behind_feet(lines, first) if ended else _before_numbers(lines, first, heading, header))]
    if any(_is_foot(line.text, 1) for line in lines[first + 1 :]):
        return [*_behind_feet(lines, first)]
    return [row for row in range(first + 1, len(lines)) if _heads(lines[row].text, heading)]


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _before_numbers(lines: Sequence[_Line], first: int, heading: set[str], header: str) -> Iterator[int]:
    """The rows that begin pages which a tool begins with their heads and numbers."""
    page, last = 2, first
    for row in range(first + 1, len(lines)):
        if not (_is_foot(lines[row].text, page) and _numbers_page(lines[row].text, page)):
            continue
        begin = row
        while begin - 1 > last and _is_of_head(lines[begin - 1].text, heading, header):
            begin -= 1
        page, last = page + 1, row
        if any(_heads(line.text, heading) for line in lines[begin:row]):
            yield begin


def _is_of_head(text: str, heading: set[str], header: str) -> bool:
    """Whether a line is of a running head: a symbol, or words of the header, perhaps a printer's code."""
    return bool(text) and (_heads(text, heading) or is_code(text) or _letters(text) in header)


def _behind_feet(lines: Sequence[_Line], first: int) -> Iterator[int]:
    """The rows behind the numbers and codes that end a page, and behind notes that a tool sets below these."""
    page, row = 1, first + 1
    while row < len(lines):
        end = row
        while end < len(lines) and _is_foot(lines[end].text, page):
            end += 1
        if end > row and (any(_numbers_page(line.text, page) or is_code(line.text) for line in lines[row:end])):
            page += 1
            end = _behind_notes(lines, end)
            yield end
        row = max(end, row + 1)


def _behind_notes(lines: Sequence[_Line], row: int) -> int:
    """The row behind notes that begin at a row, each numbered and ended with a stop; the row itself where none do."""
    number, open_ended = None, False
    while row < len(lines):
        label = _NOTE.match(lines[row].text)
        due = label is not None and int(label[1]) == (number or int(label[1]) - 1) + 1
        if label and due:
            number = int(label[1])
        elif not open_ended:
            break
        open_ended = lines[row].text[-1:] not in _STOPS
        row += 1
    return row


def _cells(text: str) -> list[str]:
    return [cell for cell in re.sub(r"[–—-]\s*(\d+)\s*[–—-]", r"\1", text).split() if cell]


def _is_foot(text: str, page: int) -> bool:
    """Whether a line is the number of a page, a printer's code, or both."""
    cells = _cells(text)
    return bool(cells) and all(_numbers(cell, page) or is_code(cell) for cell in cells)


def _numbers(cell: str, page: int) -> bool:
    folio = FOLIO.fullmatch(cell)
    return folio is not None and int(folio["page"]) == page


def _numbers_page(text: str, page: int) -> bool:
    return any(_numbers(cell, page) for cell in _cells(text))


def _heads(text: str, heading: set[str]) -> bool:
    """Whether a line is a symbol that heads pages, alone, before the title or behind it."""
    return any(text == symbol or text.startswith(f"{symbol} ") or text.endswith(f" {symbol}") for symbol in heading)
