"""The running head of each page: words of the document's header, or what other pages are headed with too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ecoanalysis.parse.layout.paged_text.page_signs import (
    BESIDE,
    CELL,
    DEEPEST,
    SYMBOL,
    is_code,
    is_folio,
    is_label,
    once,
    symbol_of,
)
from ecoanalysis.parse.layout.paged_text.text_lines import ENDED, TextLine, is_parted
from ecoanalysis.parse.text.width import columns

_HEADER = 30  # lines of a header
_TITLE = 20  # letters: a line so long that stands in the header is no end of a paragraph
_FOOTED = re.compile(r"\s+")
_RESOLUTION = re.compile(rf"(?=(?:[^/]+/){{2}}.*\d){SYMBOL}")  # with two slashes: A/5 may be of the text
_LINES = 3  # of a head above the page's number, or of a page down to its symbol; and the share of pages, one in so many
_SEVERAL = 4  # pages: so many tell what all are headed with


class RunningHeads:
    """What the pages of a document are headed with: words of its header, or what other pages are headed with too."""

    def __init__(self, pages: Sequence[Sequence[TextLine]], opens: Callable[[str], bool], first: int = 1) -> None:
        lines = [line for page in pages for line in page]
        begins = [place for place, line in enumerate(lines) if opens(line.text)]
        begins = begins or [min(_HEADER, len(pages[0]))]
        headers = [lines[max(0, place - _HEADER) : place] for place in begins]
        if first > 1:  # the header is on a page that was left out: what heads several pages
            heading = Counter(text for page in pages for text in {line.text for line in page[:DEEPEST]})
            headers = [[line for line in page[:DEEPEST] if heading[line.text] > 1] for page in pages]
        cells = [cell for header in headers for line in header for cell in CELL.split(line.text)]
        self.header = "".join(map(_letters, cells))
        self.begins = [*self._beginnings(cells)]
        self.symbols = {cell for cell in cells if re.fullmatch(SYMBOL, cell)}
        tops = (_masked(line.text, number) for number, page in enumerate(pages, first) for line in page[:DEEPEST])
        self.tops, self.pages = Counter(tops), len(pages)
        self.rows = Counter(
            (row, _masked(text, number))
            for number, page in enumerate(pages, first)
            for row, text in enumerate([line.text for line in page if not is_label(line.text)][:DEEPEST])
        )
        parts = (cell for page in pages for line in page[:DEEPEST] for cell in CELL.split(line.text))
        self.cells = Counter(map(_letters, parts))

    def of_page(self, page: Sequence[TextLine], number: int) -> Sequence[TextLine]:
        """The lines of a page's running head; a paragraph's number that a tool has set among them is the text's."""
        lines = [line for line in page[:DEEPEST] if not is_label(line.text)]
        read = [*lines, *page[DEEPEST:]]
        depth = self._depth(read, number)
        return lines[:depth] if depth and self._is_head(read, depth, number) else []

    def _is_head(self, page: Sequence[TextLine], depth: int, number: int) -> bool:
        """Whether a head is one: words of the title alone, on no other page and no gap below, are of the text."""
        head, below = page[:depth], page[depth : depth + 1]
        cells = (cell for line in head for cell in CELL.split(line.text))
        marked = any(map(symbol_of, ([line] for line in head))) or any(_is_of_page(cell, number) for cell in cells)
        repeated = any(self.tops[_masked(line.text, number)] * _LINES >= self.pages for line in head)
        return marked or repeated or not below or is_parted(head[-1], below[0])

    def at_the_end(self, page: Sequence[TextLine], number: int) -> Sequence[TextLine]:
        """The lines of a running head that a tool has set above the page's number: a symbol stands among them."""
        end = len(page)
        while end and all(is_folio(cell, number) or is_code(cell) for cell in _FOOTED.split(page[end - 1].text)):
            end -= 1
        for begin in range(max(0, end - _LINES), end if end < len(page) else 0):
            lines = page[begin:end]
            if symbol_of(lines) in self.symbols and self._depth(lines, number) == len(lines):
                return lines
        return []

    def _depth(self, page: Sequence[TextLine], number: int) -> int:
        """How many lines at the top of a page are its running head: its title stands in one stretch, and once."""
        titles, last_gap, numbered, begun, printed = list[int](), 0, False, False, ""
        for place, line in enumerate(page[:DEEPEST]):
            if place and is_parted(page[place - 1], line):
                last_gap = place
            cells = [once(part) for cell in CELL.split(line.text) for part in BESIDE.split(cell) if part]
            everywhere = self._is_everywhere(line, place, number)
            repeated = everywhere or (not last_gap and self._is_repeated_at(page, place, number))
            titled = "".join(_letters(page[row].text) for row in titles[-1:])
            besides = bool(cells[1:]) and any(map(_RESOLUTION.fullmatch, cells))  # a symbol, and words beside it
            if not repeated and not all(
                self._is_of_header(c, titled)
                or is_folio(c, number)
                or is_code(c)
                or (besides and _RESOLUTION.fullmatch(c))
                for c in cells
            ):
                return place
            numbered = numbered or (bool(titles) and all(is_folio(c, number) or is_code(c) for c in cells))
            words = [cell for cell in cells if not _is_of_page(cell, number)]
            if words and not begun and not repeated and not self._begins_title(words[0]):
                return place
            if words == cells and not begun and not everywhere and words[0][0].islower():
                return place  # a sentence of the page before goes on: no title begins with a small letter
            if words and last_gap and self.pages >= _SEVERAL and all(self.cells[_letters(cell)] < 2 for cell in words):
                return place  # no other page is headed so
            begun = begun or bool(words)
            new = _letters("".join(words))
            if len(titles) > 1 and not everywhere and new and new in printed and printed + new not in self.header:
                return place  # a head has its title once: who names it at the page's top goes on with the text
            goes_on = bool(printed) and printed + new in self.header  # the next words of the title, whatever parts them
            printed += new
            if new.isalpha():
                if titles and not (goes_on or everywhere) and (numbered or titles[-1] < last_gap):
                    return place  # the words behind a title and its page's number are the text's
                titles.append(place)
        return min(len(page), DEEPEST)

    @staticmethod
    def _beginnings(cells: Sequence[str]) -> Iterator[str]:
        """The letters of a header from each cell on, and from behind a number before it (78/12. Lakes)."""
        for place, cell in enumerate(cells):
            number, _, words = cell.partition(" ")
            behind = "".join(map(_letters, cells[place + 1 :]))
            yield _letters(cell) + behind
            if number[:1].isdecimal():
                yield _letters(words) + behind

    def _begins_title(self, cell: str) -> bool:
        return any(words.startswith(_letters(cell)) for words in self.begins)

    def _is_repeated_at(self, page: Sequence[TextLine], place: int, number: int) -> bool:
        """Whether a line at the top of a page heads other pages too, or stands at the symbol as heads do."""
        return (
            self._is_repeated(page[place], number)
            or self._is_above_symbol(page, place, number)
            or self._is_symbol(page, place)
        )

    def _is_repeated(self, line: TextLine, number: int) -> bool:
        return self.tops[_masked(line.text, number)] > 1 and bool(_letters(line.text))

    def _is_everywhere(self, line: TextLine, row: int, number: int) -> bool:
        """Whether all pages, perhaps but the first, have a line at one height: no words of the text do."""
        times = self.rows[row, _masked(line.text, number)]
        return times >= max(2, self.pages - 1) and bool(_letters(line.text))

    def _is_above_symbol(self, page: Sequence[TextLine], place: int, number: int) -> bool:
        """Whether a line at the top of a page is of few words and stands above the symbol: whoever publishes it."""
        below = (line.text for line in page[1:_LINES] if not is_folio(line.text, number)) if place == 0 else iter(())
        words = page[place].text.split()
        return next(below, "") in self.symbols and len(words) <= _LINES and all(word[0].isupper() for word in words)

    @staticmethod
    def _is_symbol(page: Sequence[TextLine], place: int) -> bool:
        """Whether the first line of a page is a symbol alone, a gap below it, though no header has it."""
        alone = place == 0 and page[1:] and is_parted(page[0], page[1])
        return bool(alone and _RESOLUTION.fullmatch(page[0].text))

    def _is_of_header(self, cell: str, before: str) -> bool:
        """Whether a cell is of the header's words; of few signs only where it goes on with the line before it."""
        letters = _letters(cell)
        ends = bool(ENDED.search(cell)) and len(letters) < _TITLE and not re.fullmatch(SYMBOL, cell)
        goes_on = bool(before and letters) and before + letters in self.header
        return (columns(letters) > 3 or goes_on) and letters in self.header and not ends


def _is_of_page(cell: str, number: int) -> bool:
    """Whether a cell is a symbol, a folio or a code, and no words."""
    return bool(re.fullmatch(SYMBOL, cell)) or is_folio(cell, number) or is_code(cell)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _masked(text: str, number: int) -> str:
    """The words of a line, with the number of its page masked."""
    return " ".join("#" if word == str(number) else word for word in re.split(r"(?<=\d)/(?=\d)|\s+", text))
