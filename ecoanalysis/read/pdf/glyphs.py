"""What PDFium tells of a page: runs of characters, the rules drawn across it, the addresses that its words lead to."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from math import hypot
from typing import Any, Literal, NamedTuple

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.read.pages.geometry import Rule

_DAMAGED = "damaged, cut off or altered; fetch it again"
_THIN, _LONG = 3, 30  # points: what is lower and longer is a rule
_BOX = 4  # corners
_STROKE = 2  # points: what is lower than a rule may be, and longer than this, may strike out or underline words
_PRINTED_AS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-", "\u00a0": " ", "\t": " "}
_WIDE = 2.5  # of the size: from one character to the next it is a gap, as between columns
# Of the size: gaps that are none. Those that PDFium takes for a space inside a word (eradica ting) measure up to 0.146,
# those between words from 0.155 on; a space that is in the file, but beside a dash (re- emphasizes, 3 – 14), 0.08.
_NO_GAP, _NO_GAP_AT_A_DASH = 0.15, 0.08
_DASHES = frozenset("-\u2010\u2013")
_UPRIGHT = 0.1  # sine of the angle from which on a text is not upright


Drawn = Literal["struck", "put_in"]
"""What is drawn over or below a character: a stroke through it, or one under it."""


class Glyph(NamedTuple):
    """A character: the left end of its base line, its right end, its size, the address it leads to, what is drawn."""

    char: str
    x: float
    y: float
    right: float
    size: float
    link: str = ""
    drawn: Drawn | None = None


Run = list[Glyph]
"""Characters that follow each other on one base line, in one size."""


class LinkBox(NamedTuple):
    """The box that leads to an address."""

    left: float
    bottom: float
    right: float
    top: float
    address: str

    def covers(self, glyph: Glyph) -> bool:
        middle, height = (glyph.x + glyph.right) / 2, glyph.y + glyph.size / 4
        return self.left <= middle <= self.right and self.bottom <= height <= self.top


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The runs of a page in the order of the file; ``slanted`` are those of a watermark, set across the page."""

    runs: list[Run]
    slanted: list[Run]
    rules: list[Rule]
    links: list[LinkBox]
    left: float = 0.0
    width: float = 0.0
    height: float = 0.0
    strokes: tuple[Rule, ...] = ()
    """Thin lines of any length, each at its middle: those through words and below them too."""
    insertions: tuple[str, ...] = ()
    """Words that a reader of the file proposes to put in, at a sign that it has set between words of the page."""


def pages_of(data: bytes, path: str) -> Iterator[PrintedPage]:
    """Yield the pages of a PDF file.

    Raises
    ------
    UnreadableDocumentError
        Where the file is encrypted, damaged, or without pages.
    """
    import pypdfium2 as pdfium

    try:
        with closing(pdfium.PdfDocument(data)) as document:
            if not len(document):
                raise UnreadableDocumentError(f"{path}: a PDF without pages, {_DAMAGED}")
            for number in range(len(document)):
                with closing(document[number]) as page, closing(page.get_textpage()) as text:
                    runs, slanted = _runs(text)
                    box = page.get_bbox()
                    size = (box[0], box[2] - box[0], box[3] - box[1])
                    shapes = [*_thin_shapes(page)]
                    rules = [Rule(left, right, low) for left, low, right, _ in shapes if right - left > _LONG]
                    struck, proposed = _annotated(page)
                    strokes = (*(Rule(left, right, (low + high) / 2) for left, low, right, high in shapes), *struck)
                    yield PrintedPage(runs, slanted, rules, [*_links(document, page)], *size, strokes, proposed)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableDocumentError(f"{path}: an encrypted PDF; save it without a password") from None
        raise UnreadableDocumentError(f"{path}: a PDF that is {_DAMAGED}") from None


class _Asked:
    """PDFium's answers about the characters of one page: each asked for only where it may have changed."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw

        self.raw, self.text, self.count = raw, page.raw, page.count_chars()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.places = ctypes.byref(self.x), ctypes.byref(self.y)
        self.matrix, self.box = raw.FS_MATRIX(), raw.FS_RECTF()

    def origin(self, index: int) -> tuple[float, float]:
        self.raw.FPDFText_GetCharOrigin(self.text, index, *self.places)
        return self.x.value, self.y.value

    def right(self, index: int) -> float:
        return float(self.box.right) if self.raw.FPDFText_GetLooseCharBox(self.text, index, self.box) else 0.0

    def joins(self, last: int, x: float, size: float, generated: bool, dashed: bool) -> bool:
        """Whether a character begins so near behind the last one that the space between them is none."""
        widest = _NO_GAP if generated else _NO_GAP_AT_A_DASH if dashed else 0.0
        return bool(widest) and x - self.right(last) < widest * size

    def generated(self, index: int) -> bool:
        """Whether PDFium has put in a character for a gap."""
        return bool(self.raw.FPDFText_IsGenerated(self.text, index) == 1)

    def size(self, index: int) -> tuple[float, bool]:
        """The size of a character, and whether it stands upright."""
        self.raw.FPDFText_GetMatrix(self.text, index, self.matrix)
        height = hypot(self.matrix.c, self.matrix.d) or 1
        upright = abs(self.matrix.b) <= _UPRIGHT * (hypot(self.matrix.a, self.matrix.b) or 1)
        return abs(self.raw.FPDFText_GetFontSize(self.text, index) * height), upright

    def codes(self) -> Sequence[int]:
        """The characters' code units: all at once, or one by one where PDFium's text leaves out some."""
        units = (ctypes.c_ushort * (self.count + 1))()
        if self.raw.FPDFText_GetText(self.text, 0, self.count, units) == self.count + 1:
            return [*units][: self.count]
        return [self.raw.FPDFText_GetUnicode(self.text, index) for index in range(self.count)]

    def characters(self) -> Iterator[tuple[int, str]]:
        """Each character with the index of its last half: PDFium gives one above U+FFFF as two."""
        half = ""
        for index, char in enumerate(map(chr, self.codes())):
            if half or "\ud800" <= char < "\ue000":
                if not half and char < "\udc00":
                    half = char
                    continue
                char, half = (half + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
            yield index, _PRINTED_AS.get(char, char)


_Placed = tuple[str, float, float]
"""A character and where its base line begins."""


def _runs(text: Any) -> tuple[list[Run], list[Run]]:
    asked = _Asked(text)
    runs: list[Run] = []
    slanted: list[Run] = []
    run: list[_Placed] = []
    size, upright, spaced, generated, last = 0.0, True, True, False, 0
    for index, char in asked.characters():
        if char in "\r\n\0":
            run, spaced = _ended(run, size, asked.right(last), runs if upright else slanted), True
            continue
        if char.isspace():
            if run and not spaced:
                spaced, generated = True, asked.generated(index)
                run.append((" ", *run[-1][1:]))
            continue
        x, y = asked.origin(index)
        before, from_x, from_y = run[-1] if run else ("", x, y)
        shifted = not run or abs(y - from_y) > 0.5 or x < from_x - size / 2
        if spaced and not shifted:
            dashed = not {char, run[-2][0]}.isdisjoint(_DASHES)
            if asked.joins(last, x, size, generated, dashed):
                run.pop()
                before, spaced = run[-1][0], False
        if shifted or spaced or char.isdecimal() != before.isdecimal():
            now, stands = asked.size(index)
            apart = spaced and x - from_x > _WIDE * size
            if shifted or apart or abs(now - size) > 0.5 or stands != upright:
                run = _ended(run, size, asked.right(last), runs if upright else slanted)
                size, upright = now, stands
        if size:
            run.append((char, x, y))
        spaced, last = False, index
    _ended(run, size, asked.right(last), runs if upright else slanted)
    return runs, slanted


def _ended(run: Sequence[_Placed], size: float, right: float, runs: list[Run]) -> list[_Placed]:
    """Keep a run that has ended, each character's right end where the next begins; return the beginning of another."""
    if run:
        end = max(right, run[-1][1])
        glyphs: Run = []
        for char, x, y in reversed(run):
            begin = end if char == " " else x
            glyphs.append(Glyph(char, begin, y, end if end > begin else begin, size))
            end = begin
        runs.append(glyphs[::-1])
    return []


def _links(document: Any, page: Any) -> Iterator[LinkBox]:
    import pypdfium2.raw as pdfium

    position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if length > 1 and pdfium.FPDFLink_GetAnnotRect(link, box):
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
            low, high = sorted((box.bottom, box.top))  # some tools state the corners the other way round
            yield LinkBox(box.left, low, box.right, high, buffer.value.decode("utf-8", "replace"))


def _thin_shapes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """The bounds of what is drawn thin and level: left, bottom, right, top."""
    import pypdfium2.raw as pdfium

    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = shape.get_bounds()
        if right - left > _STROKE:
            if top - bottom < _THIN:
                yield left, bottom, right, top
            elif right - left > _LONG and (above := _has_one_border(shape)) is not None:
                yield (left, top, right, top) if above else (left, bottom, right, bottom)


def _has_one_border(shape: Any) -> bool | None:
    """Whether a box's only border is its upper one; None for other shapes: inner and outer box share all else."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPath_CountSegments(shape)
    if not _BOX <= count <= 3 * _BOX:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    places = set[tuple[float, float]]()
    for index in range(count):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(shape, index), x, y)
        places.add((round(x.value, 1), round(y.value, 1)))
    heights = sorted({height for _, height in places})
    if len({across for across, _ in places}) != len(heights) - 1 or len(heights) != _BOX - 1:
        return None
    low, middle, high = heights
    if min(high - middle, middle - low) > _THIN:
        return None
    return bool((high - middle < middle - low) == (shape.get_matrix().d > 0))


def _annotated(page: Any) -> tuple[list[Rule], tuple[str, ...]]:
    """What a reader of the file has set on a page: strokes through words, and words to put in at a caret."""
    import pypdfium2.raw as pdfium

    struck, proposed = list[Rule](), list[str]()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
            struck += _rows_struck(annotation)
        elif kind == pdfium.FPDF_ANNOT_CARET and (words := _contents(annotation)):
            proposed.append(words)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return struck, tuple(proposed)


def _rows_struck(annotation: Any) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    corners = pdfium.FS_QUADPOINTSF()
    for row in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, row, corners):
            across = [corners.x1, corners.x2, corners.x3, corners.x4]
            high = (corners.y1 + corners.y2 + corners.y3 + corners.y4) / 4
            yield Rule(min(across), max(across), high)


def _contents(annotation: Any) -> str:
    """The words that an annotation states."""
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
    )
    return buffer.raw.decode("utf-16-le", "ignore").strip("\0 \r\n")
