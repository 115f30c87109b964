"""Which lines belong to the page and not to the text: what several pages print in the same place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ecoanalysis.read.pages.geometry import Page, PageLine

_DEEPEST = 6  # lines of a running head or foot
_DIGITS = re.compile(r"\d+")
_FOLIO = re.compile(r"(?<![\d/])(?P<page>\d{1,4})(?:\s?/\s?(?P<of>\d{1,4}))?(?![\d/])")
_COUNT = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_MANY = 5  # pages of which more than two have a running head
_SMALLER = 0.95
_CODE_DIGITS = 6  # a number of so many digits is a code of the printer's
_SAME_HEIGHT = 3.0  # points
_MOST = 0.75  # of a line's words


@dataclass(frozen=True, slots=True)
class _Outer:
    """A line at the top or at the foot of a page, and which page that is, counted from 1."""

    line: PageLine
    page: int

    def words(self, ahead: int = 0) -> Counter[str]:
        """The words of the line, the number of its page masked, where numbering is so far ahead of the pages."""
        folio = str(self.page + ahead)
        return Counter(_COUNT.sub(lambda number: "#" if number[0] == folio else number[0], self.line.text).split())

    def counted(self, ahead: int, *, alone: bool) -> str:
        """The line with the first number of its page masked: 7 of 7; one that stands ``alone``: A/RES/77/2, 2/2."""
        folio = str(self.page + ahead)
        number = rf"(?<!\S){folio}(?=\s|$|/\d+$|/\d+\s)" if alone else rf"(?<!\d){folio}(?!\d)"
        return " ".join(re.sub(number, "#", self.line.text, count=1).split())


def furniture_of(pages: Sequence[Page[PageLine]]) -> list[set[int]]:
    """Return, for each page, the indices of its lines that are running heads, feet, page numbers and job numbers."""
    heads = [[_Outer(line, number) for line in page.lines[:_DEEPEST]] for number, page in enumerate(pages, 1)]
    feet = [[_Outer(line, number) for line in page.lines[: -_DEEPEST - 1 : -1]] for number, page in enumerate(pages, 1)]
    out = []
    for page, head, foot in zip(pages, heads, feet, strict=True):
        lines = len(page.lines)
        top = _head(head, [line for other in heads if other is not head for line in other], pages[0])
        bottom = _foot(foot, [line for other in feet if other is not foot for line in other], lines)
        out.append({*range(top), *range(lines - bottom, lines)})
    return out


def _head(head: Sequence[_Outer], others: Sequence[_Outer], first: Page[PageLine]) -> int:
    """How many lines at the top of a page are its running head, or its number."""
    exactly = head[0].page == 1 if head else False  # the first page may have a header, which is no running head
    repeated = takewhile(
        lambda outer: _is_repeated(outer, others, exactly=exactly) or (not exactly and _is_folio(outer, others)), head
    )
    taken = sum(1 for _ in repeated)
    pages = {outer.page for outer in others}
    while taken and len(pages) > _MANY and _goes_on_below(head, taken) and _times(head[taken - 1], others) < 2:
        taken -= 1  # words of the text that two pages begin with
    if head and head[0].page > 1:
        taken = max(taken, _head_of_title(head, first))
    return taken or int(_is_page_number(head))


def _goes_on_below(head: Sequence[_Outer], depth: int) -> bool:
    """Whether what stands below some lines of a page stands as near, in the same type."""
    return depth < len(head) and not _is_set_apart(head[depth - 1].line, head[depth].line)


def _times(outer: _Outer, others: Sequence[_Outer]) -> int:
    """On how many other pages a line stands."""
    return len({other.page for other in others if _is_repeated(outer, [other])})


def _foot(foot: Sequence[_Outer], others: Sequence[_Outer], lines: int) -> int:
    """How many lines at the foot of a page hold its number and the printer's codes."""
    repeated = takewhile(
        lambda outer: _is_repeated(outer, others) or _is_code(outer, others) or _is_folio(outer, others), foot
    )
    return sum(1 for _ in repeated) or _printers_codes(foot) or int(lines > 1 and _is_page_number(foot))


def _is_page_number(band: Sequence[_Outer]) -> bool:
    return len(band) > 1 and band[0].line.text.strip("-–— ") == str(band[0].page)


def _is_folio(outer: _Outer, others: Sequence[_Outer]) -> bool:
    """Whether a line is nothing but 2/3, on the second of three pages or where another page says 3/3."""
    folio = _FOLIO.fullmatch(outer.line.text.strip("-–— "))
    if not folio or not folio["of"]:
        return False
    ahead = int(folio["page"]) - outer.page
    last = max(other.page for other in (outer, *others))
    counted = ((other, each) for other in others for each in _FOLIO.finditer(other.line.text))
    agrees = (int(each["page"]) - other.page == ahead for other, each in counted if each["of"] == folio["of"])
    return (ahead == 0 and int(folio["of"]) == last) or any(agrees)


def _is_repeated(outer: _Outer, others: Sequence[_Outer], *, exactly: bool = False) -> bool:
    """Whether another page prints the same words at the same height, but for the number that counts pages.

    The words may stand in another order: left and right pages are set the other way round.
    """
    if outer.line.begins_raised:  # two notes may differ in their number alone
        return False
    numbers = {int(number) - outer.page for number in _COUNT.findall(outer.line.text)}
    for other in others:
        level = abs(other.line.y - outer.line.y) < _SAME_HEIGHT and abs(other.line.size - outer.line.size) < 1
        if level and exactly and other.line.text != outer.line.text and not numbers:
            continue
        if level and any(_are_alike(outer, other, ahead) for ahead in {0, *numbers}):
            return True
    return False


def _are_alike(outer: _Outer, other: _Outer, ahead: int) -> bool:
    """Whether two lines have the same words but for the numbers of their pages."""
    if outer.line.text == other.line.text or outer.words(ahead) == other.words(ahead):
        return True
    return any(outer.counted(ahead, alone=alone) == other.counted(ahead, alone=alone) for alone in (False, True))


def _shares(words: Sequence[str], vocabulary: set[str]) -> bool:
    return bool(words) and sum(word in vocabulary for word in words) >= _MOST * len(words)


def _is_code(outer: _Outer, others: Sequence[_Outer]) -> bool:
    """Whether a line prints the code that other pages print too: 23-25972 (E) 040124, *2325972*."""
    codes = {_digits(word) for word in outer.line.text.split()} - {""}
    return any(_digits(word) in codes for other in others for word in other.line.text.split())


def _digits(word: str) -> str:
    digits = "".join(_DIGITS.findall(word))
    return digits if len(digits) >= _CODE_DIGITS and not any(char.isalpha() for char in word) else ""


def _printers_codes(band: Sequence[_Outer]) -> int:
    """How many of the last lines of a page hold nothing but codes, below a gap."""
    codes = 0
    for outer in band:
        if not any(_digits(word) for word in outer.line.text.split()) or sum(map(str.isalpha, outer.line.text)) > 3:
            break
        codes += 1
    if not codes or codes >= len(band):
        return 0
    return codes if band[codes].line.y - band[codes - 1].line.y > 1.5 * band[codes].line.size else 0


def _is_set_apart(above: PageLine, below: PageLine) -> bool:
    """Whether a gap parts two lines, or the size of their type."""
    return above.y - below.y > 1.5 * max(above.size, below.size) or abs(above.size - below.size) >= 1


def _head_of_title(head: Sequence[_Outer], first: Page[PageLine]) -> int:
    """How many lines above a gap or other type print, most of them, what the first page does: symbol and title."""
    vocabulary = {word for line in first.lines for word in line.text.split()}
    ends = (_is_set_apart(above.line, below.line) for above, below in pairwise(head))
    depth = next((count for count, end in enumerate(ends, 1) if end), 0)
    words = [outer.line.text.split() for outer in head[:depth]]
    if depth == 1 and _is_of_title(head[0].line, head[1].line, first):
        return 1
    if not any("/" in word and any(map(str.isdecimal, word)) for line in words for word in line):
        return 0
    return depth if sum(_shares(line, vocabulary) for line in words) * 2 > depth else 0


def _is_of_title(line: PageLine, below: PageLine, first: Page[PageLine]) -> bool:
    """Whether a line in smaller type than the text, apart from it, has words that the first page prints one by one."""
    smaller = line.size < below.size * _SMALLER and line.y - below.y > 1.5 * below.size
    printed = "".join("".join(each.text.split()) for each in first.lines)
    words = "".join(line.text.split())
    return smaller and len(words) > _DEEPEST and words in printed
