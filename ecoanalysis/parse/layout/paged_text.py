"""A text whose pages form feeds part: which lines are the page's own, which are notes, how far in each begins."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.parse.patterns import Patterns
from ecoanalysis.parse.text.width import columns
from ecoanalysis.read.pages.footnotes import RULE, typography
from ecoanalysis.read.pages.geometry import PageLine
from ecoanalysis.read.pages.indents import edge_of, indents_of, margin_of

PAGE_BREAK = "\f"
_LEAD, _COLUMN = 12.0, 6.0  # points: a row and a column of typewriting
_HEADER = 30  # lines of a header
_FOOT = 20  # signs: a printer's code and a page's number
_TITLE = 20  # letters: a line so long that stands in the header is no end of a paragraph
_DEEPEST = 8  # lines of a running head
_CELL = re.compile(r"\s{2,}|\t")
_FOOTED = re.compile(r"\s+")
_SYMBOL = r"[A-Z]+(?:/[\w.()-]+)+(?: [A-Z])?"
_BESIDE = re.compile(rf"^({_SYMBOL})\s|\s({_SYMBOL})$")  # a symbol beside the title, a space between
_RESOLUTION = re.compile(rf"(?=(?:[^/]+/){{2}}.*\d){_SYMBOL}")  # with two slashes: A/5 may be of the text
_STOPPED = re.compile(r"(?P<number>\d{1,3})\.\s+(?P<words>[^\W\da-z_].*)")
_LABEL = re.compile(r"\d{1,3}[.．]|[(（]\w{1,4}[)）]")  # of a paragraph or a point
_STARRED = re.compile(r"\*{1,3}\s*(?=[^\s*])")
_STAR = re.compile(r"(?<=[^\s*])\*{1,3}(?!\*)")
FOLIO = re.compile(r"(?P<page>\d{1,4})(?:\s*/\s*\d{1,4})?")
_CODE = re.compile(r"\*?\d{2}-?\d{4,6}\*?")
_GLUED = re.compile(r"(\d{2}-\d{5})(?=\d{1,3}/\d{1,3}\b)|\b(\d{1,3}/\d{1,3}?)(?=\d{2}-\d{5}\b)")  # 23-259182/3
# perhaps set solid before a capital or a letter that knows none: 1Resolution
_NUMBER = re.compile(r"(?P<number>\d{1,3}|\*{1,3})(?:(?P<sign>/|[.．])?(?:\s+(?=\S)|$)|(?=[^\W\d_a-z]))")
# a figure set solid behind words or a year, before other words or a year: the report,1 of 20112 and no. 16/18,12012
_BEFORE_CALL = r"(?:(?<=[^\d\s/.(（–-])|(?<=[^\W\d]\.)|(?<=\b(?:19|20)\d\d))"
_CALL = re.compile(rf"{_BEFORE_CALL}(?P<number>\d{{1,3}}?)/?(?=(?:19|20)\d\d(?!\d)|[^\d./–-]|$)")
# one that a tool has set apart from the word before it: of many notes at the foot most are called so or solid
# or behind a comma, before a number of the text: of 6 July 2012, 3 21/2 of
_SPACED = re.compile(
    r"(?<=\S) (?P<number>\d{1,3})(?=$|[,;.，；。、]| ?[^\W\dA-Z_]|(?:(?<=[^\W_], \d)|(?<=[^\W_], \d\d)) \d)"
)
# one that hardly is a number of the text: behind a letter or a year, perhaps with a stop
_SOLID = re.compile(r"(?:(?<=[^\W\d_])|(?<=\b(?:19|20)\d\d))[,;:”»)]?(?P<number>\d{1,3})(?=[\s,;:.]|$)")
_FURTHEST = 10  # a page's first note may follow so far behind the last one
_LOST = 30  # or so far, where notes of a page before were not read
_INSIDE = ",;:，；："
_NUMBERED = re.compile(r"\d{1,3}[.．]\s?[^\W\d]")
_LINES = 3  # of a note, at most
_SEVERAL = 4  # pages: so many tell what all are headed with
_STACK = 3  # numbers in order, one below the other
_STOPS = ".。．"
_ENDED = re.compile(r"[.。;；,，:：]\s?\d{0,3}$")  # perhaps with a note's mark behind the stop
_IDLE = 0.15  # share of empty lines among those before small letters
_SHIFT = 2  # columns: by so little lines of one margin differ


def _is_label(text: str) -> bool:
    """Whether a line is the label of a paragraph or a point alone: 3. (a) ㈠."""
    circled = len(text) == 1 and text.isnumeric() and not text.isdecimal()
    return circled or bool(_LABEL.fullmatch(text))


@dataclass(frozen=True, slots=True)
class TextLine(PageLine):
    """A line of a text, where it stands in the raw text."""

    start: int
    end: int


def with_pages(document: Document, opens: Callable[[str], bool], look: Patterns | None = None) -> Document:
    """Return a document with marks of what belongs to its pages, and of their notes.

    ``opens`` says whether a line is the formula behind a header, ``look`` how page numbers and paragraphs begin.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> first = "A/RES/1/1\\nThe Assembly,\\nNotes the report 1 of\\n_____\\n1\\nA/1/2.\\n1/2\\n"
    >>> raw = f"{first}\\fA/RES/1/1\\nits committee.\\n"
    >>> document = with_pages(read_text(raw), "The Assembly,".__eq__)
    >>> [(mark.role, raw[mark.start : mark.end]) for mark in document.marks if mark.role == "furniture"]
    [('furniture', '_____'), ('furniture', '1/2'), ('furniture', 'A/RES/1/1')]
    """
    pages = _pages(document.raw)
    if not pages or any(mark.role in ("furniture", "note") for mark in document.marks):
        return document
    if look:
        pages = _with_slashes([[_in_figures(line, look.page) for line in page] for page in pages], look.opening)
    first = _first_page(pages)
    heads = _Heads(pages, opens, first)
    marks = [*document.marks]
    last, called = _note_before(pages) if first > 1 else "", set[int]()
    for number, page in enumerate(pages, first):
        head = heads.of_page(page, number) if number > 1 else []
        head = [*head, *heads.at_the_end(page, number)]
        body = [line for line in page if line not in head]
        foot, notes = _foot(body, number, last, called)
        noted, last = _noted(notes, last, number)
        marks += [Mark("furniture", line.start, line.end) for line in (*head, *foot)]
        marks += noted
        called = {mark for mark in called | _called(body) if mark > int(last or 0)}
    return replace(document, marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _first_page(pages: Sequence[Sequence[TextLine]]) -> int:
    """The number of the first page, where pages were taken out of a document: most say which they are, 3/5."""
    firsts = Counter[int]()
    for place, page in enumerate(pages):
        cells = (cell.strip("-–— ") for line in page for cell in _CELL.split(line.text) if "/" in cell)
        folios = {FOLIO.fullmatch(cell) for cell in cells}
        firsts.update({int(folio["page"]) - place for folio in folios if folio})
    first, times = max(firsts.items(), key=lambda entry: entry[1], default=(1, 0))
    return first if first > 1 and times > 1 and times * 2 > len(pages) else 1


def _note_before(pages: Sequence[Sequence[TextLine]]) -> str:
    """The number of the note before the first below a rule."""
    for page in pages:
        rule = next((place for place in range(len(page) - 1, 0, -1) if RULE.fullmatch(page[place].text)), len(page))
        numbers = [number for line in page[rule + 1 :] if not _is_counted(line.text) and (number := _note_number(line))]
        if numbers:
            return str(min(numbers) - 1) if min(numbers) > 1 else ""
    return ""


def _with_slashes(pages: Sequence[Sequence[TextLine]], opening: re.Pattern[str]) -> list[list[TextLine]]:
    """The pages, their notes numbered with a slash where they are with a stop, as paragraphs are: 1. Resolution 79/811.

    Such notes are numbered from 1 on, each is called above it on its page, and none opens as paragraphs do, of which
    one has the same number. No note is numbered otherwise.
    """
    changed: list[list[TextLine]] = []
    due, numbered = 1, False
    for page in pages:
        lines, called = list[TextLine](), set[int]()
        for place, line in enumerate(page):
            begun = _stopped_note(page, place)
            opens = begun is not None and opening.match(begun["words"]) is not None
            numbered = numbered or (opens and begun is not None and begun["number"] == "1")
            if due in called and begun and int(begun["number"]) == due and not opens:
                due += 1
                line = replace(line, text=line.text.replace(".", "/", 1))
            elif due in called and _note_number(line) == due:
                return [list(page) for page in pages]
            else:
                called |= _called([line], _SOLID)
            lines.append(line)
        changed.append(lines)
    return changed if numbered else [list(page) for page in pages]


def _stopped_note(page: Sequence[TextLine], place: int) -> re.Match[str] | None:
    """The number and the words of what a line begins, the words perhaps on the next line."""
    below = page[place + 1].text if place + 1 < len(page) else ""
    return _STOPPED.match(f"{page[place].text} {below}")


def _in_figures(line: TextLine, worded: re.Pattern[str]) -> TextLine:
    """A line in which the number of a page stands without its words, where it stands in a cell of its own."""
    text = set_apart(line.text)
    cells = _CELL.split(text)
    if not any(map(worded.fullmatch, cells)):
        return line if text == line.text else replace(line, text=text)
    numbers = (
        "/".join(filter(None, (folio["page"], folio["of"]))) if (folio := worded.fullmatch(cell)) else cell
        for cell in cells
    )
    return replace(line, text="  ".join(numbers))


def set_apart(text: str) -> str:
    """Return a line of a page's foot with the printer's code apart from the page's number, where a tool glues them.

    Examples
    --------
    >>> set_apart("23-259182/3"), set_apart("12/1323-25918")
    ('23-25918  2/3', '12/13  23-25918')
    """
    whole = re.sub(r"\s+", "", text)
    return _GLUED.sub(r"\1\2  ", text) if len(whole) < _FOOT and "/" in text and "-" in text else text


def texts_in(raw: str, opens: Callable[[str], bool]) -> tuple[tuple[int, int], ...]:
    """Return where each text stands in a file that has several, one behind the other, each beginning a page.

    The next text begins under another symbol, where an organ speaks or a page more is so headed: a draft in an annex
    opens as a text does, under the symbol of the whole. Where nobody knows the symbol of the first, none is another.
    Under the same symbol it begins where an organ speaks below the same header.

    Examples
    --------
    >>> raw = "A/RES/1/1\\nThe Assembly,\\n1. Notes it.\\n\\fA/RES/1/2\\nThe Assembly,\\n1. Notes that.\\n"
    >>> [raw[start:end].splitlines()[0] for start, end in texts_in(raw, "The Assembly,".__eq__)]
    ['A/RES/1/1', 'A/RES/1/2']
    """
    pages = _pages(raw)
    symbols = [_symbol(page) for page in pages]
    begins, first = [0], 0
    for place, page in enumerate(pages[1:], 1):
        ours = symbols[first:place]
        other = symbols[place] and any(ours) and symbols[place] not in ours
        begun = any(opens(line.text) for line in page)
        again = begun and symbols[place] in ours and _has_header_of(page, pages[first], opens)
        if again or (other and (begun or symbols[place] in symbols[place + 1 : place + 2])):
            begins.append(raw.rindex(PAGE_BREAK, 0, page[0].start) + 1)
            first = place
    return tuple(pairwise([*begins, len(raw)]))


def _has_header_of(page: Sequence[TextLine], first: Sequence[TextLine], opens: Callable[[str], bool]) -> bool:
    """Whether most of what stands above the formula of a page stands above that of another one too."""
    header, before = ({line.text for line in takewhile(lambda line: not opens(line.text), p)} for p in (page, first))
    return len(header) > 1 and len(header & before) * 2 > len(header)


def _symbol(page: Sequence[TextLine]) -> str:
    """The symbol that a page is printed under: the first at its top that stands alone or beside the title."""
    tops = (cell for line in page[:_DEEPEST] for cell in _CELL.split(line.text))
    parts = (part.strip("* ") for cell in tops for part in _BESIDE.split(_once(cell)) if part)
    return next((part for part in parts if re.fullmatch(_SYMBOL, part)), "")


def _pages(raw: str) -> list[list[TextLine]]:
    if PAGE_BREAK not in raw:
        return []
    pages = [list(_lines(match.start(), match[0])) for match in re.finditer(rf"[^{PAGE_BREAK}]+", raw)]
    pages = [page for page in pages if page]
    if _are_gaps_idle(pages):
        return [[replace(line, y=-row * _LEAD) for row, line in enumerate(page)] for page in pages]
    return pages


def _are_gaps_idle(pages: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a tool sets empty lines anywhere: many stand before a small letter, in the middle of a sentence."""
    pairs = [pair for page in pages for pair in pairwise(page) if pair[0].text[-1].isalpha()]
    pairs = [pair for pair in pairs if pair[1].text[0].islower()]
    return sum(_is_parted(*pair) for pair in pairs) > _IDLE * len(pairs)


def _lines(start: int, page: str) -> Iterator[TextLine]:
    for row, match in enumerate(re.finditer(r"([^\n\r]*)(?:\r\n|\n|\r|$)", page)):
        text = match[1].strip()
        if text:
            lead = len(match[1]) - len(match[1].lstrip())
            x = columns(match[1][:lead].expandtabs()) * _COLUMN
            begin = start + match.start() + lead
            right = x + columns(text) * _COLUMN
            yield TextLine(text, x, right, -row * _LEAD, _LEAD, (), begin, begin + len(text))


# --- running heads ----------------------------------------------------------------------------------------------------


class _Heads:
    """What the pages of a document are headed with: words of its header, or what other pages are headed with too."""

    def __init__(self, pages: Sequence[Sequence[TextLine]], opens: Callable[[str], bool], first: int = 1) -> None:
        lines = [line for page in pages for line in page]
        begins = [place for place, line in enumerate(lines) if opens(line.text)]
        begins = begins or [min(_HEADER, len(pages[0]))]
        headers = [lines[max(0, place - _HEADER) : place] for place in begins]
        if first > 1:  # the header is on a page that was left out: what heads several pages
            heading = Counter(text for page in pages for text in {line.text for line in page[:_DEEPEST]})
            headers = [[line for line in page[:_DEEPEST] if heading[line.text] > 1] for page in pages]
        cells = [cell for header in headers for line in header for cell in _CELL.split(line.text)]
        self.header = "".join(map(_letters, cells))
        self.begins = [*self._beginnings(cells)]
        self.symbols = {cell for cell in cells if re.fullmatch(_SYMBOL, cell)}
        tops = (_masked(line.text, number) for number, page in enumerate(pages, first) for line in page[:_DEEPEST])
        self.tops, self.pages = Counter(tops), len(pages)
        parts = (cell for page in pages for line in page[:_DEEPEST] for cell in _CELL.split(line.text))
        self.cells = Counter(map(_letters, parts))

    def of_page(self, page: Sequence[TextLine], number: int) -> Sequence[TextLine]:
        """The lines of a page's running head; a paragraph's number that a tool has set among them is the text's."""
        lines = [line for line in page[:_DEEPEST] if not _is_label(line.text)]
        read = [*lines, *page[_DEEPEST:]]
        depth = self._depth(read, number)
        return lines[:depth] if depth and self._is_head(read, depth, number) else []

    def _is_head(self, page: Sequence[TextLine], depth: int, number: int) -> bool:
        """Whether a head is one: words of the title alone, on no other page and no gap below, are of the text."""
        head, below = page[:depth], page[depth : depth + 1]
        cells = (cell for line in head for cell in _CELL.split(line.text))
        marked = any(map(_symbol, ([line] for line in head))) or any(_is_of_page(cell, number) for cell in cells)
        repeated = any(self.tops[_masked(line.text, number)] * _LINES >= self.pages for line in head)
        return marked or repeated or not below or _is_parted(head[-1], below[0])

    def at_the_end(self, page: Sequence[TextLine], number: int) -> Sequence[TextLine]:
        """The lines of a running head that a tool has set above the page's number: a symbol stands among them."""
        end = len(page)
        while end and all(_is_folio(cell, number) or is_code(cell) for cell in _FOOTED.split(page[end - 1].text)):
            end -= 1
        for begin in range(max(0, end - _LINES), end if end < len(page) else 0):
            lines = page[begin:end]
            if _symbol(lines) in self.symbols and self._depth(lines, number) == len(lines):
                return lines
        return []

    def _depth(self, page: Sequence[TextLine], number: int) -> int:
        """How many lines at the top of a page are its running head: its title stands in one stretch, and once."""
        titles, last_gap, numbered, begun, printed = list[int](), 0, False, False, ""
        for place, line in enumerate(page[:_DEEPEST]):
            if place and _is_parted(page[place - 1], line):
                last_gap = place
            cells = [_once(part) for cell in _CELL.split(line.text) for part in _BESIDE.split(cell) if part]
            repeated = not last_gap and (
                self._is_repeated(line, number)
                or self._is_above_symbol(page, place, number)
                or self._is_symbol(page, place)
            )
            titled = "".join(_letters(page[row].text) for row in titles[-1:])
            besides = bool(cells[1:]) and any(map(_RESOLUTION.fullmatch, cells))  # a symbol, and words beside it
            if not repeated and not all(
                self._is_of_header(c, titled)
                or _is_folio(c, number)
                or is_code(c)
                or (besides and _RESOLUTION.fullmatch(c))
                for c in cells
            ):
                return place
            numbered = numbered or (bool(titles) and all(_is_folio(c, number) or is_code(c) for c in cells))
            words = [cell for cell in cells if not _is_of_page(cell, number)]
            if words and not begun and not repeated and not self._begins_title(words[0]):
                return place
            if words and last_gap and self.pages >= _SEVERAL and all(self.cells[_letters(cell)] < 2 for cell in words):
                return place  # no other page is headed so
            begun = begun or bool(words)
            new = _letters("".join(words))
            if len(titles) > 1 and new and new in printed and printed + new not in self.header:
                return place  # a head has its title once: who names it at the page's top goes on with the text
            goes_on = bool(printed) and printed + new in self.header  # the next words of the title, whatever parts them
            printed += new
            if new.isalpha():
                if titles and not goes_on and (numbered or titles[-1] < last_gap):
                    return place  # the words behind a title and its page's number are the text's
                titles.append(place)
        return min(len(page), _DEEPEST)

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

    def _is_repeated(self, line: TextLine, number: int) -> bool:
        return self.tops[_masked(line.text, number)] > 1 and bool(_letters(line.text))

    def _is_above_symbol(self, page: Sequence[TextLine], place: int, number: int) -> bool:
        """Whether a line at the top of a page is of few words and stands above the symbol: whoever publishes it."""
        below = (line.text for line in page[1:_LINES] if not _is_folio(line.text, number)) if place == 0 else iter(())
        words = page[place].text.split()
        return next(below, "") in self.symbols and len(words) <= _LINES and all(word[0].isupper() for word in words)

    @staticmethod
    def _is_symbol(page: Sequence[TextLine], place: int) -> bool:
        """Whether the first line of a page is a symbol alone, a gap below it, though no header has it."""
        alone = place == 0 and page[1:] and _is_parted(page[0], page[1])
        return bool(alone and _RESOLUTION.fullmatch(page[0].text))

    def _is_of_header(self, cell: str, before: str) -> bool:
        """Whether a cell is of the header's words; of few signs only where it goes on with the line before it."""
        letters = _letters(cell)
        ends = bool(_ENDED.search(cell)) and len(letters) < _TITLE and not re.fullmatch(_SYMBOL, cell)
        goes_on = bool(before and letters) and before + letters in self.header
        return (columns(letters) > 3 or goes_on) and letters in self.header and not ends


def _is_of_page(cell: str, number: int) -> bool:
    """Whether a cell is a symbol, a folio or a code, and no words."""
    return bool(re.fullmatch(_SYMBOL, cell)) or _is_folio(cell, number) or is_code(cell)


def _once(cell: str) -> str:
    """What a page prints, where a tool sets it twice: bold type made of two prints, A/RES/1/1A/RES/1/1."""
    half = len(cell) // 2
    return cell[:half] if cell[:half] == cell[half:] else cell


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _masked(text: str, number: int) -> str:
    """The words of a line, with the number of its page masked."""
    return " ".join("#" if word == str(number) else word for word in re.split(r"(?<=\d)/(?=\d)|\s+", text))


# --- the foot ---------------------------------------------------------------------------------------------------------


def _is_folio(text: str, number: int) -> bool:
    folio = FOLIO.fullmatch(text.strip("-–— "))
    return folio is not None and int(folio["page"]) == number


def _is_counted(text: str) -> bool:
    """Whether a line holds a folio that says how many pages there are."""
    return any("/" in cell and FOLIO.fullmatch(cell.strip("-–— ")) for cell in _CELL.split(text))


def is_code(text: str) -> bool:
    """Whether a text is a printer's code, 23-24966 (E), 201223, *2324966*, perhaps beside a folio; or *Please recycle*.

    The latter stands below the codes of a first page, until 2016.
    """
    if _recycling().fullmatch(text.strip()):
        return True
    words = text.split()
    short = (_CODE.fullmatch(word) or FOLIO.fullmatch(word) or len(word) <= 3 for word in words)
    return any(map(_CODE.fullmatch, words)) and all(short)


@cache
def _recycling() -> re.Pattern[str]:
    """What a printed page asks for, in every language."""
    return re.compile("|".join(language_of(code).pattern("structure", "furniture", "recycle") for code in languages()))


def _foot(page: Sequence[TextLine], number: int, last: str, called: set[int]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines at the foot of a page that are its own, and the other ones below its rule: its notes.

    ``called`` are the numbers of notes that pages before call: one may stand pages behind its mark.
    """
    page = page[: len(page) - _behind_the_foot(page, number, int(last or 0))]
    rule = next((place for place in range(len(page) - 1, 0, -1) if RULE.fullmatch(page[place].text)), len(page))

    def is_own(line: TextLine) -> bool:
        return all(_is_folio(cell, number) or is_code(cell) for cell in _CELL.split(line.text))

    if rule < len(page):
        below = [(line, is_own(line) and not _NUMBER.fullmatch(line.text)) for line in page[rule + 1 :]]
        return [page[rule], *(line for line, paged in below if paged)], [line for line, paged in below if not paged]
    foot = list(takewhile(is_own, reversed(page)))
    once = [place for place, line in enumerate(foot) if _is_folio(line.text, number)]
    foot = foot[: once[1]] if once[1:] else foot  # page 2 has its number once: another 2 is a note's
    if any(_is_counted(line.text) for line in foot):  # where 2/3 counts the pages, a 2 above it is a note's number
        foot = list(takewhile(lambda line: not _NUMBER.fullmatch(line.text), foot))
    body = page[: len(page) - len(foot)]
    begin = _unruled(body, int(last or 0), called)
    if begin == len(body) and foot and _NUMBER.fullmatch(foot[-1].text):  # the page's number, or that of a note
        body = page[: len(page) - len(foot) + 1]
        if begin := _before_their_numbers(body, int(last or 0), called):
            return foot[:-1], list(body[begin:])
        return foot, []
    return foot, _without_text(body, begin, number)


def _without_text(body: Sequence[TextLine], begin: int, number: int) -> list[TextLine]:
    """The notes that begin at a line, without words of the text that a tool has set behind their numbers.

    They stand in groups of their own: behind a label that has no words, or a group that no note ends as.
    """
    notes = list(body[begin:])
    stack = list(takewhile(lambda line: _NUMBER.fullmatch(line.text) or _is_folio(line.text, number), notes))
    behind = notes[len(stack) :]
    if not stack or not begin:
        return notes
    ends = [place for place in range(1, len(behind)) if _is_parted(*behind[place - 1 : place + 1])]
    groups = [behind[start:end] for start, end in pairwise([0, *ends])]
    # behind a line of the text that has no end, a capital begins no rest of it
    open_ended = body[begin - 1].text[-1].isalpha() and not _is_label(body[begin - 1].text)
    text: Sequence[Sequence[TextLine]] = [
        *takewhile(lambda group: _goes_on(group) and not (open_ended and group[0].text[0].isupper()), groups)
    ]
    if not text and _is_label(body[begin - 1].text):
        text = groups[:1] if len(groups) > 1 else [_before_notes(behind, len(stack))]
    return [*stack, *behind[sum(map(len, text)) :]]


def _before_notes(lines: Sequence[TextLine], notes: int) -> Sequence[TextLine]:
    """The lines that stand before the last ones, each of which is a note or ends one."""
    ends = [place for place, line in enumerate(lines) if line.text[-1] in _STOPS]
    begin = ends[-notes] if len(ends) >= notes else 0
    while begin and lines[begin].text[0].islower():
        begin -= 1
    return lines[:begin]


def _behind_the_foot(page: Sequence[TextLine], number: int, last: int) -> int:
    """How many lines at the end of a page are the words of a label alone above its notes and its folio."""
    labels = [place for place, line in enumerate(page[:-1]) if _is_label(line.text)]
    below = page[labels[-1] + 1 :] if labels else []
    if not below or _note_number(below[0]) != last + 1:
        return 0
    folios = [place for place, line in enumerate(below) if "/" in line.text and _is_folio(line.text, number)]
    words = below[folios[-1] + 1 :] if folios else []
    return len(words) if words and _goes_on(words) else 0


def _goes_on(group: Sequence[TextLine]) -> bool:
    """Whether lines are of the text and no notes: they end in the middle of it, or one is numbered as paragraphs."""
    return group[-1].text[-1] in _INSIDE or any(_NUMBERED.match(line.text) for line in group)


def _is_parted(above: TextLine, line: TextLine) -> bool:
    """Whether an empty line stands between two."""
    return above.y - line.y > 1.5 * _LEAD


def _called(lines: Sequence[TextLine], call: re.Pattern[str] = _CALL) -> set[int]:
    """The numbers set solid behind words, as the marks of notes are; or those that another pattern takes for marks."""
    return {int(match["number"]) for line in lines for match in call.finditer(line.text)}


def _unruled(body: Sequence[TextLine], last: int, before: set[int]) -> int:
    """Where the notes of a page begin that no rule parts from the text: numbered in order, called above.

    A single one is set apart from the text, or does not read like the rest of a sentence.
    """
    words = [line for line in body if not _NUMBER.fullmatch(line.text)]
    if not words:
        return len(body)
    whole = words[-1].text[-1] in _STOPS
    begins = (place for place in range(1, len(body)) if _STARRED.match(body[place].text))
    starred = [place for place in begins if not is_code(body[place].text)]
    if whole and starred and any(map(_STAR.search, (line.text for line in body[: starred[0]]))):
        return starred[0]
    begun, most = dict[int, int](), dict[int, int]()
    if whole and _note_number(body[0]) in before and _note_number(body[0]) == last + 1:
        return 0  # a page of notes alone
    for place in range(1, len(body)):
        number = _note_number(body[place])
        if number is None or not last < number <= last + _LOST or not _has_words(body[place:]):
            continue
        several = len(_numbers_below(body[place:], number))
        if several < most.get(number, 0) or not (whole or (several > 1 and number == last + 1)):
            continue  # a note may go on where the next page ends
        if _begins_notes(body, place, last, before):
            begun[number] = place  # the last line with a number: the text may have it at a line's head too
            most[number] = several
    begin = begun[min(begun)] if begun else len(body)
    while begun and _NUMBER.fullmatch(body[begin - 1].text) and _note_number(body[begin - 1]) == min(begun):
        begin -= 1  # the number of the page is the note's too, and stands below it
    return _before_their_numbers(body, last, before) or begin


def _before_their_numbers(body: Sequence[TextLine], last: int, before: set[int]) -> int:
    """Where notes begin that stand, a gap below the text, before numbers on lines of their own; 0 for nowhere.

    The numbers are those that are due, the text calls each, and below the first of them are fewer notes than numbers;
    or they are in no order.
    """
    rows = [place for place, line in enumerate(body) if _NUMBER.fullmatch(line.text)]
    for first in range(len(rows)):
        stack = [_note_number(body[row]) or 0 for row in rows[first:]]
        if sorted(stack) != [*range(last + 1, last + 1 + len(stack))]:
            continue
        row = rows[first]
        below = sum(line.text[-1] in _STOPS for line in body[row:] if not _NUMBER.fullmatch(line.text))
        near = range(max(1, row - _LINES), row)
        begin = max((place for place in near if _is_parted(body[place - 1], body[place])), default=0)
        begin = begin or _set_solid(body, row, len(stack) - below)
        words = body[begin:row]
        called = before | _called(body[: begin or row]) | _called(body[: begin or row], _SPACED)
        if not called >= {*stack}:
            continue
        if stack != sorted(stack) and below >= len(stack) and row and _is_parted(body[row - 1], body[row]):
            return row
        likely = begin and words[-1].text[-1] in _STOPS and not words[0].text[0].islower()
        if likely and below < len(stack) and not _goes_on(words):
            return begin
    return 0


def _set_solid(body: Sequence[TextLine], row: int, notes: int) -> int:
    """Where so many notes of a line each begin above a row, no gap between them and a sentence that goes on; else 0."""
    begin = row - notes
    if not 0 < begin < row:
        return 0
    lines, above = body[begin:row], body[begin - 1].text
    whole = all(line.text[-1] in _STOPS and not line.text[0].islower() for line in lines)
    return begin if whole and above[0].islower() and above[-1].isalpha() else 0


def _begins_notes(body: Sequence[TextLine], place: int, last: int, before: set[int]) -> bool:
    """Whether the notes of a page begin at a line: numbered in order to the page's end, and called above."""
    number, above = _note_number(body[place]) or 0, body[place - 1]
    parted = _is_parted(above, body[place])
    begins = bool(_NUMBER.fullmatch(body[place].text)) or _begins(body[place])
    numbers, called = _numbers_below(body[place:], number), before | _called(body[:place])
    called |= {n for line in body[:place] if _NUMBER.fullmatch(line.text) and (n := _note_number(line))}
    several = len(numbers) > 1
    if number > last + 1 and not ((parted and begins) or (several and numbers <= called)):
        return False  # where numbers are left out, the place must tell, or the marks of all
    words = body[place].text.lstrip("0123456789/. ")
    likely = parted or begins or _ENDED.search(above.text) or words[:1].isupper()
    if several or (number == last + 1 and likely):
        called |= _called(body[:place], _SPACED)
    # a note of several lines begins with a capital behind a date or a stop, and little stands below it
    begun = words[:1].isupper() and not above.text[-1].isalpha() and len(body) - place <= _LINES
    goes_on = not several and body[place].text[-1] not in _STOPS and not begun
    apart = _ENDED.search(above.text) or parted or begins or (number == last + 1 and not goes_on)
    stacked = number == last + 1 and (_is_stack(body[place:]) or _is_slashed(body[place]))
    share = 0.3 if stacked else 0.5 if parted or (several and number == last + 1) else 0.7
    return bool(apart) and len(called & numbers) > share * len(numbers)


def _has_words(block: Sequence[TextLine]) -> bool:
    """Whether more stands in a block than numbers: the page's own may be the last."""
    return any(not _NUMBER.fullmatch(line.text) for line in block)


def _is_stack(block: Sequence[TextLine]) -> bool:
    """Whether a block begins with numbers in order, each on a line of its own: no words of the text stand so."""
    stack = [_note_number(line) for line in takewhile(lambda line: _NUMBER.fullmatch(line.text), block)]
    return len(stack) >= _STACK and all(below == (above or 0) + 1 for above, below in pairwise(stack[:_STACK]))


def _is_slashed(line: TextLine) -> bool:
    """Whether the number at the head of a line has a slash, as no number of the text has: 5/ See."""
    number = _NUMBER.match(line.text)
    return number is not None and number["sign"] == "/"


def _numbers_below(block: Sequence[TextLine], first: int) -> set[int]:
    """The numbers of the notes in a block: those on lines of their own in any order, others as they ascend."""
    alone = {_note_number(line) for line in block if _NUMBER.fullmatch(line.text)}
    numbers = {first}
    for above, line in pairwise(block):
        if _note_number(line) == max(numbers) + 1 and above.text[-1] in _STOPS:
            numbers.add(max(numbers) + 1)
    while max(numbers) + 1 in alone:
        numbers.add(max(numbers) + 1)
    return numbers


def _begins(line: TextLine) -> bool:
    """Whether the words behind the number of a line are no rest of a sentence, as a date is (1 June and)."""
    number = _NUMBER.match(line.text)
    words = line.text[number.end() :].split() if number else []
    return bool(words) and ("/" in words[0] or words[0][0].lower() == words[0][0].upper())


def _note_number(line: TextLine) -> int | None:
    """The number of a note at the head of a line; a stop behind it would number a paragraph."""
    number = _NUMBER.match(line.text)
    if number is None or not number["number"].isdecimal() or (number["sign"] or "/") != "/":
        return None
    return int(number["number"])


# --- notes ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Stretch:
    """Lines of notes that follow each other, and the numbers of the notes in them."""

    first: int | None
    lines: list[tuple[TextLine, int]]
    """Each line, and how many characters at its head are a number."""
    numbers: list[str]


def _noted(lines: Sequence[TextLine], last: str, page: int) -> tuple[list[Mark], str]:
    """The marks of the notes on a page, and the number of the last of them."""
    marks: list[Mark] = []
    stretches = [_Stretch(None, [], [])]
    displaced: list[str] = []
    # notes of one page are numbered in one way: "7 February 1984" is no note where numbers have lines of their own
    number_of = _NUMBER.fullmatch if any(_stands_alone(line, last) for line in lines) else _NUMBER.match
    for place, line in enumerate(lines):
        behind_end = place == 0 or lines[place - 1].text[-1] in _STOPS
        begun = number_of(line.text) or (_NUMBER.match(line.text) if behind_end else None)
        taken = [*displaced, *(n for s in stretches for n in s.numbers)]
        if begun and not behind_end and begun.end() < len(line.text) and not _is_next(begun["number"], last, taken):
            begun = None  # 17 March 2022, inside a note
        if not begun or not _follows(begun["number"], last, taken):
            if _is_folio(line.text, page) or is_code(line.text):
                marks.append(Mark("furniture", line.start, line.end))
            else:
                stretches[-1].lines.append((line, 0))
            continue
        number, alone = begun["number"], begun.end() == len(line.text)
        if alone:
            marks.append(Mark("note", line.start, line.end, number))
        beside = not alone or (place + 1 < len(lines) and not _NUMBER.fullmatch(lines[place + 1].text))
        before = next((s.first for s in reversed(stretches) if s.first is not None), None)
        rises = not number.isdecimal() or before is None or int(number) > before
        if beside and rises:
            first = int(number) if number.isdecimal() else None
            stretches.append(_Stretch(first, [] if alone else [(line, begun.end())], [number]))
        else:
            displaced.append(number)
            if not alone:
                stretches[-1].lines.append((line, begun.end()))
    for number in displaced:
        _stretch_for(number, stretches).numbers.append(number)
    for above, stretch in pairwise(stretches):
        ended = sum(line.text[-1] in _STOPS for line, _ in stretch.lines)
        if above.lines and not above.numbers and ended < len(stretch.numbers) > 1:  # each stands above its number
            above.numbers, stretch.numbers = stretch.numbers, []
            above.lines, stretch.lines = [*above.lines, *stretch.lines], []
    for stretch, below in pairwise(stretches):
        if 0 < len(stretch.lines) < len(stretch.numbers):  # words of its notes stand behind the next number
            below.numbers, stretch.numbers = [*stretch.numbers, *below.numbers], []
            below.lines, stretch.lines = [*stretch.lines, *below.lines], []
    for stretch in stretches:
        marks += _bodies(stretch, last)
    numbers = [int(number) for s in stretches for number in s.numbers if number.isdecimal()]
    return marks, str(max(numbers)) if numbers else last


def _stands_alone(line: TextLine, last: str) -> bool:
    alone = _NUMBER.fullmatch(line.text)
    return alone is not None and _follows(alone["number"], last, ())


def _is_next(number: str, last: str, taken: Sequence[str]) -> bool:
    """Whether a number is one more than the greatest so far, or none."""
    greatest = max((int(n) for n in (*taken, last) if n.isdecimal()), default=0)
    return not number.isdecimal() or int(number) == greatest + 1


def _follows(number: str, last: str, taken: Sequence[str]) -> bool:
    if number in taken:
        return False
    if not number.isdecimal():
        return True
    return int(number) == 1 or 0 < int(number) - int(last or 0) <= _FURTHEST + len(taken)


def _stretch_for(number: str, stretches: Sequence[_Stretch]) -> _Stretch:
    """Where the words of a note stand whose number stands elsewhere."""
    if not number.isdecimal():
        return stretches[0] if stretches[0].lines else stretches[-1]
    before = [s for s in stretches if s.lines and (s.first or 0) < int(number)]
    return before[-1] if before else next((s for s in stretches if s.lines), stretches[-1])


def _bodies(stretch: _Stretch, last: str) -> Iterator[Mark]:
    """The marks of the words of a stretch, parted among its notes where one seems to end."""
    numbers = sorted(stretch.numbers, key=lambda number: int(number) if number.isdecimal() else 0) or [last]
    lines = [line for line, _ in stretch.lines]
    edge = edge_of(lines)
    ends = [place for place in range(1, len(lines)) if lines[place - 1].text[-1] in _STOPS]
    if len(ends) < len(numbers) - 1:  # a note that no stop ends: the next one begins below a line that is not full
        begins = (place for place in range(1, len(lines)) if not lines[place].text[0].islower())
        ends += [p for p in begins if p not in ends and lines[p - 1].right < edge - 10 * _COLUMN]
    # a note that ends in the middle of a line is likelier to end than one that fills it
    likely = sorted(ends, key=lambda place: (lines[place - 1].right > edge - 10 * _COLUMN, place))
    cuts = sorted(likely[: len(numbers) - 1])
    note = 0
    for place, (line, skip) in enumerate(stretch.lines):
        note += place in cuts
        yield Mark("note", line.start + skip, line.end, numbers[min(note, len(numbers) - 1)])


# --- indents ----------------------------------------------------------------------------------------------------------


def indents_in(document: Document, opens: Callable[[str], bool]) -> dict[int, int] | None:
    """Return how far in each line begins, by its place in the raw text; None where the text keeps no columns.

    A header has a margin of its own: ``opens`` says whether a line is the formula behind it.
    """
    lifted = [mark for mark in document.marks if mark.role in ("furniture", "note")]
    starts = [mark.start for mark in lifted]

    def is_lifted(line: TextLine) -> bool:
        place = bisect(starts, line.end) - 1
        return place >= 0 and lifted[place].end > line.start

    whole = ([line for line in page if not is_lifted(line)] for page in _pages(document.raw))
    pages = [part for page in whole for part in _parted(page, opens)]
    lines = [line for page in pages for line in page]
    if sum(line.x > 0 for line in lines) * 10 <= len(lines):
        return None
    how = typography(pages)
    indents: dict[int, int] = {}
    before: tuple[TextLine, float] | None = None
    for page in pages:
        for place, indent in enumerate(indents_of(page, how.step, before)):
            above = page[place - 1] if place else before[0] if before else None
            begins = indent if indent >= _SHIFT else 0
            if above and _ENDED.search(above.text) and not begins:
                begins = _column(page, place) or _is_heading(page, place) * _SHIFT
            indents[page[place].start] = begins
        before = (page[-1], edge_of(page)) if page else before
    return indents


def _parted(page: Sequence[TextLine], opens: Callable[[str], bool]) -> Iterator[Sequence[TextLine]]:
    """What stands on a page up to the formula, and from there on."""
    begin = next((place for place, line in enumerate(page) if opens(line.text)), 0)
    yield from (part for part in (page[:begin], page[begin:]) if part)


def _column(page: Sequence[TextLine], place: int) -> int:
    """How far in a line begins, if clearly."""
    indent = round((page[place].x - margin_of(page)) / _COLUMN)
    return indent if indent >= _SHIFT else 0


def _is_heading(page: Sequence[TextLine], place: int) -> bool:
    """Whether a line that does not end a sentence stands above the beginning of a paragraph."""
    line, below = page[place], page[place + 1] if place + 1 < len(page) else None
    if line.right > edge_of(page) - 10 * _COLUMN or not line.text[-1].isalpha() or not below:
        return False
    apart = place > 0 and _is_parted(page[place - 1], line) and not line.text[0].islower()
    return bool(apart or _column(page, place + 1) or below.y < line.y - _LEAD)
