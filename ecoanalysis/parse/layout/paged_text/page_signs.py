"""What a page prints of itself: its folio, a printer's code, the symbol that it is printed under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.parse.layout.paged_text.text_lines import TextLine

_FOOT = 20  # signs: a printer's code and a page's number
DEEPEST = 8  # lines of a running head
CELL = re.compile(r"\s{2,}|\t")
SYMBOL = r"[A-Z]+(?:/[\w.()-]+)+(?: [A-Z])?"
BESIDE = re.compile(rf"^({SYMBOL})\s|\s({SYMBOL})$")  # a symbol beside the title, a space between
_LABEL = re.compile(r"\d{1,3}[.．]|[(（]\w{1,4}[)）]")  # of a paragraph or a point
FOLIO = re.compile(r"(?P<page>\d{1,4})(?:\s*/\s*\d{1,4})?")
_CODE = re.compile(r"\*?\d{2}-?\d{4,6}\*?")
_GLUED = re.compile(r"(\d{2}-\d{5})(?=\d{1,3}/\d{1,3}\b)|\b(\d{1,3}/\d{1,3}?)(?=\d{2}-\d{5}\b)")  # 23-259182/3


def is_label(text: str) -> bool:
    """Whether a line is the label of a paragraph or a point alone: 3. (a) ㈠."""
    circled = len(text) == 1 and text.isnumeric() and not text.isdecimal()
    return circled or bool(_LABEL.fullmatch(text))


def in_figures(line: TextLine) -> TextLine:
    """A line in which the number of a page stands without its words, where it stands in a cell of its own."""
    text = set_apart(line.text)
    cells = CELL.split(text)
    folios = [next((folio for worded in _pages() if (folio := worded.fullmatch(cell))), None) for cell in cells]
    if not any(folios):
        return line if text == line.text else replace(line, text=text)
    numbers = (
        "/".join(filter(None, (folio["page"], folio["of"]))) if folio else cell
        for folio, cell in zip(folios, cells, strict=True)
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


def symbol_of(page: Sequence[TextLine]) -> str:
    """The symbol that a page is printed under: the first at its top that stands alone or beside the title."""
    tops = (cell for line in page[:DEEPEST] for cell in CELL.split(line.text))
    parts = (part.strip("* ") for cell in tops for part in BESIDE.split(once(cell)) if part)
    return next((part for part in parts if re.fullmatch(SYMBOL, part)), "")


def once(cell: str) -> str:
    """What a page prints, where a tool sets it twice: bold type made of two prints, A/RES/1/1A/RES/1/1."""
    half = len(cell) // 2
    return cell[:half] if cell[:half] == cell[half:] else cell


def is_folio(text: str, number: int) -> bool:
    folio = FOLIO.fullmatch(text.strip("-–— "))
    return folio is not None and int(folio["page"]) == number


def is_counted(text: str) -> bool:
    """Whether a line holds a folio that says how many pages there are."""
    return any("/" in cell and FOLIO.fullmatch(cell.strip("-–— ")) for cell in CELL.split(text))


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
def _pages() -> tuple[re.Pattern[str], ...]:
    """The number of a page with its words, in every language: a program may number the pages in its user's."""
    spoken = map(language_of, languages())
    return tuple(language.compiled("structure", "furniture", "page") for language in spoken)


@cache
def _recycling() -> re.Pattern[str]:
    """What a printed page asks for, in every language."""
    return re.compile("|".join(language_of(code).pattern("structure", "furniture", "recycle") for code in languages()))
