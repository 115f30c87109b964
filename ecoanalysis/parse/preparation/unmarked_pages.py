"""Text whose pages no sign ends: each ends or begins with its number, or with what heads pages, as a viewer copies it.

What a viewer sets for a hyphen at a line's end, and leaves out of the line's end itself, is read as both; a line that
it ends at a raised mark goes on with the piece behind it, which a space begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ecoanalysis.model.document import Document
from ecoanalysis.parse.layout.paged_text.page_signs import FOLIO, is_code, set_apart
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK
from ecoanalysis.parse.text.folding import Folding
from ecoanalysis.parse.text.rewriting import rewrite
from ecoanalysis.read.pages.footnotes import RULE

_LINED = ("txt", "html")  # formats that tools give the lines of pages
_HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?")
_PIECE = re.compile(r"(?<=\d)\r?\n(?= \S)|\r?\n(?=\d{1,3}\r?\n \S)")
_SYMBOL = re.compile(r"(?:[A-Z]+/)+[\w./()-]*\d[\w./()-]*(?: [A-Z](?=\s|$))?")
_NOTE = re.compile(r"(\d{1,3})/?\s+[^\W_]")
_EMPTY = re.compile(r"\n(?=[^\S\n]*\n)")
_PARTED, _STRAY = 0.05, 3  # share of empty lines, and how many of them part nothing
_STOPS = ".。"
_TOP = 40  # lines in which the symbol that heads pages stands first
_LEAST, _MOST = 2, 120  # lines of a page
_LONGEST = 400  # lines of a page that says which of how many it is: on a longer one another text begins
_DEEPEST = 8  # lines of a running head
_TITLED = 16  # letters of a title: fewer may stand so in a note
_NEAR = 30  # lines: so far below the number of a page its notes go on, before the next page's head


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
    if document.format not in _LINED or PAGE_BREAK in raw or any(mark.start < mark.end for mark in document.marks):
        return None
    lines = [_Line(line.start(), line[0].strip()) for line in re.finditer(r"[^\n\r]+", raw) if line[0].strip()]
    first = next((row for row, line in enumerate(lines) if opens(line.text)), None)
    breaks = [lines[row].start for row in _counted_begins(lines, first)] if first is not None else []
    parted = len(_EMPTY.findall(raw)) > max(_STRAY, _PARTED * raw.count("\n"))
    if (parted or document.format != "txt") and not breaks:
        return None  # empty lines part its paragraphs: a viewer sets none, and no page says which of how many it is
    hyphens = list(_HYPHEN.finditer(raw))
    breaks = breaks or _page_begins(lines, first)
    if not (hyphens or breaks):
        return None
    pieces = [] if parted else [*_PIECE.finditer(raw)]
    cuts = [*others, *(sign.span() for sign in (*hyphens, *pieces))]
    inserts = [(hyphen.start(), "-\n") for hyphen in hyphens] + [(place, PAGE_BREAK) for place in breaks]
    return rewrite(document, cuts, inserts, frozenset(hyphen.start() for hyphen in hyphens))


def _page_begins(lines: Sequence[_Line], first: int | None) -> list[int]:
    """Where pages begin behind the first one; nowhere where pages differ much."""
    begins = _begins(lines, first) if first is not None else []
    sizes = [after - before for before, after in pairwise([0, *begins, len(lines)])]
    even = all(_LEAST <= size <= _MOST for size in sizes[:-1])
    return [lines[row].start for row in begins if row < len(lines)] if even else []


# --- pages that say which of how many they are ------------------------------------------------------------------------


def _counted_begins(lines: Sequence[_Line], first: int) -> list[int]:
    """The rows that begin pages of which each says which of how many it is, 2/3; none where a page does not.

    The number stands with the head of its page, or ends the page, a head behind it.
    """
    rows = _counted(lines, first)
    if not rows:
        return []
    header = "".join(_letters(line.text) for line in lines[:first])
    heading = _heading(lines, first)
    headed = [_is_headed(lines, row, heading, header) for row in rows.values()]
    ended = [_is_headed(lines, row, heading, header, below=True) for row in rows.values()]
    begins = list[int]()
    for page, row in rows.items():
        if sum(headed) > sum(ended):
            begins.append(_begin_of_head(lines, row, heading, header))
        elif page > 1:
            begins.append(_begin_behind(lines, rows.get(page - 1), first, row, page, heading, header))
    sizes = [after - before for before, after in pairwise([first, *begins, len(lines)])]
    return begins if min(sizes) > 0 and max(sizes) <= _LONGEST else []


def _heading(lines: Sequence[_Line], first: int) -> set[str]:
    """The symbols that stand alone above the formula, or beside other words: they may head pages."""
    symbols = {match[0] for line in lines[: min(first, _TOP)] for match in _SYMBOL.finditer(line.text)}
    return {symbol for symbol in symbols if any(_heads(line.text, {symbol}) for line in lines[:first])}


def _counted(lines: Sequence[_Line], first: int) -> dict[int, int]:
    """The rows on which pages say which of how many they are, by the page: all of them, but perhaps the first."""
    numbers = [(row, folio) for row, line in enumerate(lines) if row > first and (folio := _folio_of_many(line.text))]
    for many in sorted({many for _, (_, many) in numbers}):
        rows = dict[int, int]()
        for row, (page, of) in numbers:
            if of == many and page == max(rows, default=page - 1) + 1 and (rows or page < 3):
                rows[page] = row
        if many > 1 and many in rows:
            return rows
    return {}


def _folio_of_many(text: str) -> tuple[int, int] | None:
    """Which of how many a page is, where a line says it, alone or beside a printer's code."""
    cells = _cells(set_apart(text))
    counted = [cell.split("/") for cell in cells if "/" in cell and FOLIO.fullmatch(cell)]
    if len(counted) != 1 or not all(FOLIO.fullmatch(cell) or is_code(cell) for cell in cells):
        return None
    page, many = map(int, counted[0])
    return (page, many) if 0 < page <= many else None


def _is_headed(lines: Sequence[_Line], row: int, heading: set[str], header: str, *, below: bool = False) -> bool:
    """Whether a page's head stands above its number, or below it, perhaps with a printer's code between."""
    step = 1 if below else -1
    row += step
    while 0 <= row < len(lines) and is_code(lines[row].text):
        row += step
    words = (lines[place].text for place in range(row, row + _DEEPEST * step, step) if 0 <= place < len(lines))
    return any(_heads(text, heading) for text in takewhile(lambda text: _is_of_head(text, heading, header), words))


def _begin_behind(
    lines: Sequence[_Line], foot: int | None, first: int, row: int, page: int, heading: set[str], header: str
) -> int:
    """The row on which a page begins behind the number of the one before, or behind notes that a tool sets below it."""
    below = range(first if foot is None else foot + 1, row if foot is None else min(row, foot + _NEAR))
    titled = foot is not None  # behind a foot no words of the text stand
    if head := next((place for place in below if _heads(lines[place].text, heading, header if titled else "")), None):
        begin = _begin_of_head(lines, head, heading, header)
        return next(place for place in range(max(begin, (foot or 0) + 1), row) if not is_code(lines[place].text))
    return first if foot is None else _end_of_foot(lines, foot, page - 1)


def _begin_of_head(lines: Sequence[_Line], row: int, heading: set[str], header: str) -> int:
    """The row on which a page's head begins: a symbol, or where its title does."""
    begin = row
    while begin and row - begin < _DEEPEST and _is_of_head(lines[begin - 1].text, heading, header):
        begin -= 1
    symbol = next((place for place in range(begin, row) if _heads(lines[place].text, heading)), row)
    while begin < symbol and not _begins_title(lines[begin].text, header):
        begin += 1
    return begin


def _begins_title(text: str, header: str) -> bool:
    """Whether a line of a head is no rest of a line of the text that the title has too: it begins with a capital."""
    return is_code(text) or (not text[0].islower() and _letters(text) in header)


def _end_of_foot(lines: Sequence[_Line], row: int, page: int) -> int:
    """The row behind the number of a page and its printer's code."""
    while row < len(lines) and _is_foot(set_apart(lines[row].text), page):
        row += 1
    return row


# --- pages with numbers alone, or with heads --------------------------------------------------------------------------


def _begins(lines: Sequence[_Line], first: int) -> list[int]:
    """The rows that begin pages: behind the numbers that end one, before those that head the next, or before a head."""
    header = "".join(_letters(line.text) for line in lines[:first])
    heading = _heading(lines, first)
    lines = [*lines[:1], *(_no_number_below_a_rule(*beside) for beside in pairwise(lines))]
    second = [line.text for line in lines[first + 1 : first + _MOST] if _is_foot(line.text, 2)]
    if any("/" in text and _numbers_page(text, 2) for text in second):  # 2/3: a 2 alone is another number
        lines = [replace(line, text="") if line.text.isdecimal() else line for line in lines]
    if any(_numbers_page(text, 2) for text in second):
        ended = any(_is_foot(line.text, 1) for line in lines[first + 1 : first + _MOST])
        return [*(_behind_feet(lines, first) if ended else _before_numbers(lines, first, heading, header))]
    if any(_is_foot(line.text, 1) for line in lines[first + 1 :]):
        return [*_behind_feet(lines, first)]
    return [row for row in range(first + 1, len(lines)) if _heads(lines[row].text, heading)]


def _no_number_below_a_rule(above: _Line, line: _Line) -> _Line:
    """A line without its number where that stands below the rule of a page's notes: it is a note's."""
    return replace(line, text="") if line.text.isdecimal() and RULE.fullmatch(above.text) else line


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
    worded = not text.isdecimal() and _letters(text) in header
    return bool(text) and (_heads(text, heading) or is_code(text) or worded)


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


def _heads(text: str, heading: set[str], header: str = "") -> bool:
    """Whether a line is a symbol that heads pages, alone, before the title or behind it; or words of a header."""
    if header and text[0].isupper() and len(_letters(text)) > _TITLED and _letters(text) in header:
        return True
    text = text.rstrip("* ")  # of a text issued again
    return any(text == symbol or text.startswith(f"{symbol} ") or text.endswith(f" {symbol}") for symbol in heading)
