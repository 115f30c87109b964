"""Lines that pages print alike at their ends, whoever made them: a publisher's name, an address, a folio in words.

The document tells: what stands outermost on all pages, perhaps but the first, or on all that are bound alike (left,
right), is no text of any; numbers in it are the page's where they rise with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.lexicon.numerals import roman
from ecoanalysis.parse.layout.paged_text.page_signs import BESIDE, CELL, SYMBOL, is_code, is_folio
from ecoanalysis.parse.layout.paged_text.text_lines import STOPS, TextLine
from ecoanalysis.read.pages.footnotes import RULE

_DEEPEST = 4  # lines that pages have alike at one end
_FEW = 2  # pages: what two alone have alike may be words of both
_WORDS = 5  # so many without a figure are a sentence of their own
_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_ROMAN = re.compile("[ivxl]+|[IVXL]+")
_SPELLED = "…"  # a word that differs from page to page
_LONG = 5  # figures: so many number no page
_NUMBERED = 3  # so many at most, one of them the page's number, are no text
_LABEL = re.compile(r"[(（]?(?:\w{1,3}[)）.．/]|\d{1,3}(?=\s))\s*")  # of a paragraph, a point or a note


def repeated_lines(pages: Sequence[Sequence[TextLine]], header: str = "", first: int = 1) -> list[list[TextLine]]:
    """Return of each page the lines that other pages have at the same end, but for the running head.

    That is of words of ``header``, the letters above the formula.

    Examples
    --------
    >>> from ecoanalysis.parse.layout.paged_text.text_lines import pages_of
    >>> raw = "Notes the\\nReading copy, sheet 1\\n\\freport,\\nReading copy, sheet 2\\n"
    >>> [[line.text for line in lines] for lines in repeated_lines(pages_of(raw))]
    [['Reading copy, sheet 1'], ['Reading copy, sheet 2']]
    """
    repeated: list[list[TextLine]] = [[] for _ in pages]
    times = Counter(line.text for page in pages for line in page if _letters(line.text) not in header)
    for step in (1, -1):
        left = ([line for line in page if line not in out] for page, out in zip(pages, repeated, strict=True))
        rest = [_outermost(page[::step], number) for number, page in enumerate(left, first)]
        if step > 0:
            rest = _above_heads(rest, header)
        for _ in range(_DEEPEST):
            alike = _alike(rest, first, times)
            if not alike:
                break
            for place in alike:
                repeated[place].append(rest[place].pop(0))
        if step > 0:
            repeated[0] = [line for line in repeated[0] if not _is_headed(line.text, header)]
    return repeated


def _outermost(page: Sequence[TextLine], number: int) -> list[TextLine]:
    """The lines at one end of a page, without the page's number, its symbol, a printer's code and a rule."""
    return [line for line in page[: 2 * _DEEPEST] if not all(_is_known(cell, number) for cell in CELL.split(line.text))]


def _is_known(cell: str, number: int) -> bool:
    return is_folio(cell, number) or is_code(cell) or bool(re.fullmatch(SYMBOL, cell) or RULE.fullmatch(cell))


def _words(line: TextLine) -> str:
    return " ".join(line.text.split())


def _above_heads(tops: Sequence[Sequence[TextLine]], header: str) -> list[list[TextLine]]:
    """The lines at the top of each page down to its running head; what heads the first page too is none."""
    times = Counter(words for lines in tops for words in {_words(line) for line in lines[:_DEEPEST]})

    def is_foreign(line: TextLine) -> bool:
        return times[_words(line)] == len(tops) or not _is_headed(line.text, header)

    return [[*takewhile(is_foreign, lines)] for lines in tops]


def _is_headed(text: str, header: str) -> bool:
    """Whether a line is of the title, perhaps beside a symbol."""
    parts = (part for cell in CELL.split(text) for part in BESIDE.split(cell) if part)
    return any(_letters(part) in header for part in parts if not re.fullmatch(SYMBOL, part) and _letters(part))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _alike(rest: Sequence[Sequence[TextLine]], first: int, times: Counter[str]) -> set[int]:
    """The pages whose outermost lines are alike on all of them, but perhaps the first, or on all left or right ones."""
    having: dict[str, set[int]] = defaultdict(set)
    for place, lines in enumerate(rest):
        for key in _readings(lines[0].text, place + first) if lines else ():
            having[key].add(place)
    alike = set[int]()
    for key, places in having.items():
        words = Counter(rest[place][0].text for place in places)
        elsewhere = any(times[text] > words[text] for text in words)
        if _is_regular(places, len(rest)) and not elsewhere and (len(places) > _FEW or _is_no_text(key)):
            alike |= places
    return alike


def _is_regular(places: set[int], pages: int) -> bool:
    bound = [{*range(pages)}, {*range(0, pages, 2)}, {*range(1, pages, 2)}]
    return len(places) >= _FEW and any(places >= wanted - {0} and wanted >= places for wanted in bound)


def _is_no_text(key: str) -> bool:
    """Whether a line that two pages have is a sign of the page: it begins as names do, and no stop ends it.

    Few words with the page's number are one, and a whole sentence without a figure: at the end of both stands no text.
    """
    words = key.split()
    if _SPELLED in words:
        return False
    if "#" in key and len(words) <= _NUMBERED:
        return key != "#"
    whole = len(words) >= _WORDS and not _NUMBER.search(key)
    ended = key[-1] in f"{STOPS},;:，；："
    return not (key[0].islower() or _LABEL.match(key)) and (whole or not ended)


def _readings(text: str, number: int) -> Iterator[str]:
    """What a line says on its page: as it is, with the page's number masked, and with a number that rises with it."""
    words = " ".join(text.split())
    if not any(map(str.isalpha, words)):
        return  # a number alone may be a note's
    yield words
    for token in _TOKEN.finditer(words):
        if number in _values(token[0]):
            yield f"{words[: token.start()]}#{words[token.end() :]}"
    first, _, spelled = words.rpartition(" ")
    if first and len(words.split()) <= _NUMBERED and spelled.isalpha():
        yield f"{first} {_SPELLED}"  # Page three
    *_, last = (None, *_NUMBER.finditer(words))
    if last and len(last[0]) < _LONG and int(last[0]) > number:
        yield f"{words[: last.start()]}+{int(last[0]) - number}{words[last.end() :]}"


def _values(token: str) -> set[int | None]:
    """The numbers that a word may be: in figures, roman, or spelled in a language."""
    if token.isdecimal():
        return {int(token)}
    spelled = {language_of(code).ordinal(token.casefold()) for code in languages()}
    return spelled | ({roman(token)} if _ROMAN.fullmatch(token) else set())
