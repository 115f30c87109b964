"""PDF: characters and where they stand on the page become lines in reading order, and marks.

Geometry tells what text alone does not: small raised figures are footnote marks, smaller lines that begin with a number
at the foot of a page are notes, and what stands in the same place on several pages belongs to the page.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from statistics import median
from typing import Any

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark

_SMALL = 0.86  # of the size of the line: what is smaller and raised is a mark
_NOTE = 0.95  # of the size of the text: what is smaller at the foot of a page is a note
_ENDS = 1024
_DAMAGED = "damaged, cut off or altered; fetch it again"

_FIGURES = re.compile(r"\d{1,3}/?")
_NOTE_NUMBER = re.compile(r"(\d{1,3})(?:/|[.．])?\s+(?=\S)")
_RULE = re.compile(r"[_—─]{5,}")
_DIGITS = re.compile(r"\d+")
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-", "\u2010": "-", "\u00a0": " ", "\t": " "}
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffd\ue000-\uf8ff]")


def accepts(data: bytes) -> bool:
    """Whether the bytes are a PDF file, whole or not.

    Examples
    --------
    >>> accepts(b"%PDF-1.7"), accepts("大会，".encode())
    (True, False)
    """
    return b"%PDF-" in data[:_ENDS]


def read(data: bytes, path: str) -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the pages, a form feed between two, with its notes, their marks, links and page furniture.

    Raises
    ------
    UnreadableDocumentError
        Where the file is encrypted, damaged, cut off, or a scan without text.
    """
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-_ENDS:]:
        raise UnreadableDocumentError(f"{path}: a PDF that is cut off; fetch it again")
    pages = list(_pages(data, path))
    printed = "".join(line.text for page in pages for line in page.lines)
    if not printed:
        raise UnreadableDocumentError(f"{path}: a scan, its pages are pictures without text; recognise the text first")
    if len(_UNREADABLE.findall(printed)) * 4 > len(printed):
        raise UnreadableDocumentError(f"{path}: its fonts do not tell which characters they print; get another copy")
    raw, marks = _written(pages)
    return raw, marks, None


# --- what stands where ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character, the left end of its base line, its right end, its size, and the address that it leads to."""

    char: str
    x: float
    y: float
    right: float
    size: float
    link: str = ""


_END = _Glyph("\n", 0, 0, 0, 0)  # of a line, as the library sees it


@dataclass(frozen=True, slots=True)
class _Link:
    left: float
    bottom: float
    right: float
    top: float
    address: str

    def covers(self, glyph: _Glyph) -> bool:
        middle, height = (glyph.x + glyph.right) / 2, glyph.y + glyph.size / 4
        return self.left <= middle <= self.right and self.bottom <= height <= self.top


@dataclass
class _Line:
    """Characters side by side, from left to right."""

    glyphs: list[_Glyph]
    note: str = ""
    """The number of the note that the line belongs to."""
    skip: int = 0
    """How many of its characters are the note's number."""
    furniture: bool = False

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def size(self) -> float:
        return median(glyph.size for glyph in self.glyphs)

    @property
    def y(self) -> float:
        """The base line: that of the characters of the line's own size."""
        return median(glyph.y for glyph in self.glyphs if glyph.size >= self.size * _SMALL)

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    def raised(self) -> list[tuple[int, int]]:
        """Ranges of characters that are small and raised, and are figures."""
        size, y = max(glyph.size for glyph in self.glyphs), self.y
        small = [glyph.size < size * _SMALL and glyph.y > y + size * 0.1 for glyph in self.glyphs]
        return list(_ranges(self.text, small))


def _ranges(text: str, small: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of marked characters that are a number."""
    begin = None
    for at, marked in enumerate([*small, False]):
        if marked and not (at < len(text) and text[at].isspace()):
            begin = at if begin is None else begin
        elif begin is not None:
            if _FIGURES.fullmatch(text[begin:at]):
                yield begin, at
            begin = None


@dataclass(frozen=True, slots=True)
class _Page:
    """Lines from top to bottom, and the heights of the rules drawn between them."""

    lines: list[_Line]
    rules: list[float]

    @property
    def text(self) -> list[_Line]:
        return [line for line in self.lines if not line.furniture]


def _pages(data: bytes, path: str) -> Iterator[_Page]:
    import pypdfium2 as pdfium

    try:
        with closing(pdfium.PdfDocument(data)) as document:
            if not len(document):
                raise UnreadableDocumentError(f"{path}: a PDF without pages, {_DAMAGED}")
            for number in range(len(document)):
                with closing(document[number]) as page, closing(page.get_textpage()) as text:
                    yield _Page(_lines([*_glyphs(text)], [*_links(document, page)]), [*_rules(page)])
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableDocumentError(f"{path}: an encrypted PDF; save it without a password") from None
        raise UnreadableDocumentError(f"{path}: a PDF that is {_DAMAGED}") from None


def _glyphs(text: Any) -> Iterator[_Glyph]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    half = ""
    for at in range(text.count_chars()):
        char = half + chr(pdfium.FPDFText_GetUnicode(text, at))
        if len(char) == 1 and "\ud800" <= char <= "\udbff":  # PDFium gives a character above U+FFFF as two halves
            half = char
            continue
        char, half = char.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        char = _HYPHENS.get(char, char)
        if char in "\r\n\0":
            yield _END
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        size = pdfium.FPDFText_GetFontSize(text, at) * (hypot(matrix.c, matrix.d) or 1)
        right = text.get_charbox(at, loose=True)[2]
        yield _Glyph(char, x.value, y.value, max(right, x.value), abs(size))


def _links(document: Any, page: Any) -> Iterator[_Link]:
    import pypdfium2.raw as pdfium

    position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length > 1 and pdfium.FPDFLink_GetAnnotRect(link, box):
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
            low, high = sorted((box.bottom, box.top))  # some tools state the corners the other way round
            yield _Link(box.left, low, box.right, high, buffer.value.decode("utf-8", "replace"))


def _rules(page: Any) -> Iterator[float]:
    """Heights of the lines drawn across a part of the page, as above its notes."""
    import pypdfium2.raw as pdfium

    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = shape.get_bounds()
        if top - bottom < 3 and right - left > 30:
            yield bottom


# --- lines ------------------------------------------------------------------------------------------------------------


def _lines(glyphs: Sequence[_Glyph], links: Sequence[_Link]) -> list[_Line]:
    """Lines from top to bottom: pieces on one base line belong together, small ones to the line that they hang on."""
    lines: list[_Line] = []
    for piece in sorted(_runs(glyphs), key=lambda run: -max(glyph.size for glyph in run)):
        if line := _beside(lines, piece):
            line.glyphs += piece
        else:
            lines.append(_Line(list(piece)))
    for line in lines:
        line.glyphs = _spaced(sorted(line.glyphs, key=lambda glyph: glyph.x), links)
    return list(_marks_joined(sorted(lines, key=lambda line: (-line.y, line.x))))


def _marks_joined(lines: Sequence[_Line]) -> Iterator[_Line]:
    """A mark that the line's end has cut off from its word stands behind the word again."""
    above: _Line | None = None
    for line in lines:
        if above and line.size < above.size * _SMALL and _FIGURES.fullmatch(line.text) and _is_next(above, line):
            end = above.glyphs[-1]
            raised = end.y + end.size / 3
            above.glyphs += [_Glyph(glyph.char, end.right, raised, end.right, glyph.size) for glyph in line.glyphs]
        else:
            yield line
            above = line


def _is_next(above: _Line, line: _Line) -> bool:
    return above.y - line.y < 2 * above.size and line.x < above.x + above.size


def _runs(glyphs: Sequence[_Glyph]) -> Iterator[list[_Glyph]]:
    """Characters that follow each other on one base line, in one size."""
    run: list[_Glyph] = []
    for glyph in [*glyphs, _END]:
        if glyph is _END or (run and _moves(run[-1], glyph)):
            if any(not found.char.isspace() for found in run):
                yield run
            run = []
        if glyph.char.isspace() and run:
            glyph = _space(run[-1])  # one that the library has put in has neither place nor size of its own
        if glyph.size:
            run.append(glyph)


def _space(before: _Glyph) -> _Glyph:
    return _Glyph(" ", before.right, before.y, before.right, before.size)


def _moves(before: _Glyph, glyph: _Glyph) -> bool:
    if glyph.char.isspace():
        return False
    return abs(glyph.y - before.y) > 0.5 or abs(glyph.size - before.size) > 0.5 or glyph.x < before.x - before.size / 2


def _beside(lines: Sequence[_Line], piece: Sequence[_Glyph]) -> _Line | None:
    """The line whose height a piece shares, the nearest one."""
    y, size = piece[0].y, piece[0].size
    best, nearest = None, 0.0
    for line in lines:
        first = line.glyphs[0]
        low, high = max(y, first.y), min(y + size * 0.8, first.y + first.size * 0.8)
        shared = (high - low) / (size * 0.8)
        if shared > max(0.45, nearest):
            best, nearest = line, shared
    return best


def _spaced(glyphs: Sequence[_Glyph], links: Sequence[_Link]) -> list[_Glyph]:
    """The characters with spaces where the page leaves room, and with the addresses that they lead to."""
    out: list[_Glyph] = []
    for before, glyph in pairwise([None, *glyphs]):
        if glyph is None:
            continue
        if before and not before.char.isspace() and not glyph.char.isspace():
            gap = (glyph.x - before.right) / max(before.size, glyph.size, 1)
            if gap > 0.3:
                out.append(_space(before))
        if glyph.char.isspace() and (not out or out[-1].char.isspace()):
            continue
        address = next((link.address for link in links if link.covers(glyph)), "")
        out.append(_Glyph(glyph.char, glyph.x, glyph.y, glyph.right, glyph.size, address))
    while out and out[-1].char.isspace():
        out.pop()
    return out


# --- page furniture and notes -----------------------------------------------------------------------------------------


def _mark_furniture(pages: Sequence[_Page]) -> None:
    """Outermost lines that stand in the same place on several pages, but for the page's number; a lone number too."""
    keys = [{id(line): _place(line, at, len(pages)) for line in page.lines} for at, page in enumerate(pages, 1)]
    seen = Counter(key for page in keys for key in set(page.values()))
    for number, page in enumerate(pages, 1):
        for order in (page.lines, page.lines[::-1]):
            for line in order:
                alone = line is order[0] and line.text == str(number) and len(order) > 1
                if seen[keys[number - 1][id(line)]] < 2 and not alone:
                    break
                line.furniture = True


def _place(line: _Line, page: int, pages: int) -> tuple[str, int]:
    """A line, without the numbers that count pages, and its place: two notes may differ in their figures alone."""
    only = len(_DIGITS.findall(line.text)) == 1
    text = _DIGITS.sub(lambda found: "#" if only or int(found[0]) in (page, pages) else found[0], line.text)
    return text, round(line.y / 3)


def _mark_notes(pages: Sequence[_Page]) -> None:
    """The lines at the foot of a page: a number begins a note, and what follows goes on with it."""
    text, step, last = _text_size(pages), _step(pages), ""
    for page in pages:
        number, above = last, None
        for line in page.text[_foot(page, text, step, last) :]:
            if above and above.y - line.y > 3 * line.size:
                break  # a code of the printer's, below the notes
            begun = _numbered(line)
            if begun and _follows(begun[0], last):
                number, line.skip = begun
            line.note, above = number, line
            last = number


def _text_size(pages: Sequence[_Page]) -> float:
    sizes = Counter(round(line.size, 1) for page in pages for line in page.text for _ in line.glyphs)
    return max(sizes, key=lambda size: sizes[size], default=0)


def _step(pages: Sequence[_Page]) -> float:
    """From one line of a paragraph to the next, as most are set."""
    least = _text_size(pages) * _NOTE
    lines = [[line for line in page.text if line.size >= least] for page in pages]
    steps = sorted(above.y - line.y for page in lines for above, line in pairwise(page))
    return steps[len(steps) // 4] if steps else 0


def _follows(number: str, before: str) -> bool:
    """Whether a number is the next note's: one more, or the first of a page."""
    return not before or int(number) == 1 or 0 < int(number) - int(before) < 10


def _foot(page: _Page, text: float, step: float, last: str) -> int:
    """Where, in the text of a page, its notes begin.

    They are smaller than the text; where they are not, the first of them stands below a rule or a gap, a wide one
    unless its number is raised. A raised number alone may begin any line, and a paragraph's number has a stop.
    """
    lines = page.text
    at = len(lines)
    while at and lines[at - 1].size < text * _NOTE and not _RULE.fullmatch(lines[at - 1].text):
        at -= 1
    if any(_numbered(line) for line in lines[at:]):
        return at
    for begin in range(1, at):
        line, above = lines[begin], lines[begin - 1]
        found = _numbered(line)
        if not found or not _follows(found[0], last):
            continue
        raised = _is_raised(line)
        gap = above.y - line.y > (1.2 if raised else 2) * step
        apart = gap or any(line.y < rule < above.y for rule in page.rules)
        if apart and (raised or line.text[len(found[0])].isspace()):
            return begin
    return at


def _is_raised(line: _Line) -> bool:
    return bool(line.raised()) and line.raised()[0][0] == 0


def _numbered(line: _Line) -> tuple[str, int] | None:
    """The number that a note begins with, and how many characters it takes."""
    if _is_raised(line):
        end = line.raised()[0][1]
        return line.text[:end].rstrip("/"), end
    found = _NOTE_NUMBER.match(line.text)
    return (found[1], found.end()) if found else None


# --- text and marks ---------------------------------------------------------------------------------------------------


@dataclass
class _Writer:
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def line(self, line: _Line, indent: int) -> None:
        self.write(" " * indent)
        begin, text = self.length, line.text
        if line.furniture:
            self.marks.append(Mark("furniture", begin, begin + len(text)))
        elif line.note:
            skip = line.skip + len(text[line.skip :]) - len(text[line.skip :].lstrip())
            self.marks.append(Mark("note", begin + skip, begin + len(text), line.note))
        else:
            for start, end in line.raised():
                self.marks.append(Mark("mark", begin + start, begin + end, text[start:end].rstrip("/")))
        for start, end, address in _linked(line):
            self.marks.append(Mark("link", begin + start, begin + end, address))
        self.write(text + "\n")


def _linked(line: _Line) -> Iterator[tuple[int, int, str]]:
    start = 0
    for at in range(1, len(line.glyphs) + 1):
        if at == len(line.glyphs) or line.glyphs[at].link != line.glyphs[start].link:
            if line.glyphs[start].link:
                yield start, at, line.glyphs[start].link
            start = at


def _written(pages: Sequence[_Page]) -> tuple[str, tuple[Mark, ...]]:
    _mark_furniture(pages)
    _mark_notes(pages)
    writer, step = _Writer(), _step(pages)
    before: _Line | None = None
    for at, page in enumerate(pages):
        if at:
            writer.write("\f")
        for line, indent in zip(page.lines, _indents(page, step, before), strict=True):
            writer.line(line, indent)
        before = next((line for line in reversed(page.text) if not line.note), before)
    return "".join(writer.pieces), tuple(sorted(writer.marks, key=lambda mark: (mark.start, -mark.end)))


def _indents(page: _Page, step: float, before: _Line | None) -> list[int]:
    """Columns before each line of a page, given the line of text before it.

    A line set apart from the one above has one at least, as paragraphs have; one that goes on with a full line has
    none, though its paragraph may stand further in than others.
    """
    margin, edge = _margin(page), _edge(page)
    out = {id(line): round((line.x - margin) / (line.size / 2)) for line in page.lines}
    for above, line in pairwise([before, *(line for line in page.text if not line.note)]):
        if above is None or line is None:
            continue
        if above is not before and above.y - line.y > 1.2 * step:
            out[id(line)] = max(1, out[id(line)])
        elif line.x < above.x + line.size / 4 and _is_full(above, edge):
            out[id(line)] = 0
    return [max(0, out[id(line)]) for line in page.lines]


def _edge(page: _Page) -> float:
    return max((line.glyphs[-1].right for line in page.text if not line.note), default=0)


def _is_full(line: _Line, edge: float) -> bool:
    return line.glyphs[-1].right > edge - 4 * line.size


def _margin(page: _Page) -> float:
    """Where most lines begin that go on with a full one."""
    lines = [line for line in page.text if not line.note]
    edge = _edge(page)
    full = [line for above, line in pairwise(lines) if _is_full(above, edge)]
    begins = Counter(round(line.x) for line in full or lines)
    return max(begins, key=lambda x: (begins[x], -x), default=0)
