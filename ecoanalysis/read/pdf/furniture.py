"""Which lines belong to the page and not to the text: what several pages print in the same place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ecoanalysis.read.pdf.lines import Line, Page

_DEEPEST = 6  # lines of a running head or foot
_DIGITS = re.compile(r"\d+")
_CODE_DIGITS = 5  # a number of so many digits is a code of the printer's
_SAME_HEIGHT = 3.0  # points
_MOST = 0.75  # of a line's words


@dataclass(frozen=True, slots=True)
class _Outer:
    """A line at the top or at the foot of a page, and its words, the page's own number masked."""

    line: Line
    words: tuple[str, ...]


def furniture_of(pages: Sequence[Page]) -> list[set[int]]:
    """Return, for each page, the indices of its lines that are running heads, feet, page numbers and job numbers."""
    out: list[set[int]] = [set() for _ in pages]
    for step in (1, -1):
        bands = [[*_outermost(page, number, len(pages), step)] for number, page in enumerate(pages, 1)]
        for number, (page, band) in enumerate(zip(pages, bands, strict=True)):
            others = [line for at, other in enumerate(bands) if at != number for line in other]
            taken = _taken(band, others, number, pages, step)
            indices = range(len(page.lines))[::step]
            out[number].update(indices[:taken])
    return out


def _outermost(page: Page, number: int, pages: int, step: int) -> Iterator[_Outer]:
    for line in page.lines[::step][:_DEEPEST]:
        yield _Outer(line, _words(line.text, number, pages))


def _words(text: str, page: int, pages: int) -> tuple[str, ...]:
    """The words of a line, the numbers that count pages masked: 2/4 becomes #/#."""
    lone = len(_DIGITS.findall(text)) == 1
    counting = {page, pages}
    return tuple(
        _DIGITS.sub(lambda digits: "#" if lone or int(digits[0]) in counting else digits[0], word)
        if lone or re.fullmatch(r"\W*\d{1,3}(?:\W+\d{1,3})?\W*", word)
        else word
        for word in text.split()
    )


def _taken(band: Sequence[_Outer], others: Sequence[_Outer], page: int, pages: Sequence[Page], step: int) -> int:
    """How many lines from the edge of a page on belong to it."""
    taken = 0
    for depth, outer in enumerate(band, 1):
        alike = [other for other in others if abs(other.line.y - outer.line.y) < _SAME_HEIGHT]
        header = step > 0 and page == 0  # the first page may have one of its own, which is no running head
        repeated = any(other.words == outer.words if header else _is_alike(outer, other) for other in alike)
        number = depth == 1 and outer.line.text.strip("-–— ") == str(page + 1) and len(pages[page].lines) > 1
        if not (repeated or number or (step < 0 and _is_code(outer, others))):
            break
        taken = depth
    if not taken and page and step > 0:
        taken = _head_of_title(band, pages[0])
    if step < 0 and not taken:
        taken = _printers_codes(band)
    return taken


def _is_alike(outer: _Outer, other: _Outer) -> bool:
    """Whether two lines hold the same words, in whatever order: left and right pages are set the other way round."""
    if abs(outer.line.size - other.line.size) > 1:
        return False
    both = Counter(outer.words) & Counter(other.words)
    return both.total() >= _MOST * max(len(outer.words), len(other.words))


def _shares(words: Sequence[str], vocabulary: set[str]) -> bool:
    return bool(words) and sum(word in vocabulary for word in words) >= _MOST * len(words)


def _is_code(outer: _Outer, others: Sequence[_Outer]) -> bool:
    """Whether a line prints the code that other pages print too: 23-25972 (E) 040124, *2325972*."""
    codes = {_digits(word) for word in outer.words} - {""}
    return any(_digits(word) in codes for other in others for word in other.words)


def _digits(word: str) -> str:
    digits = "".join(_DIGITS.findall(word))
    return digits if len(digits) >= _CODE_DIGITS and not any(char.isalpha() for char in word) else ""


def _printers_codes(band: Sequence[_Outer]) -> int:
    """How many of the last lines of a page hold nothing but codes, below a gap."""
    codes = 0
    for outer in band:
        if not any(_digits(word) for word in outer.words) or sum(map(str.isalpha, outer.line.text)) > 3:
            break
        codes += 1
    if not codes or codes >= len(band):
        return 0
    return codes if band[codes].line.y - band[codes - 1].line.y > 1.5 * band[codes].line.size else 0


def _head_of_title(band: Sequence[_Outer], first: Page) -> int:
    """How many lines above the first gap print nothing but what the first page prints too: symbol and title."""
    vocabulary = {word for line in first.lines for word in line.text.split()}
    depth = next(
        (
            at
            for at, (a, b) in enumerate(pairwise(band), 1)
            if a.line.y - b.line.y > 1.5 * max(a.line.size, b.line.size)
        ),
        0,
    )
    head = band[:depth]
    if not any("/" in word and _DIGITS.search(word) for outer in head for word in outer.line.text.split()):
        return 0
    return depth if all(_shares(outer.line.text.split(), vocabulary) for outer in head) else 0
