"""Which lines of a plain text belong to its pages: codes, page numbers and, around them, the running title."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter

from ecoanalysis.parse.layout.line_look import Look, around
from ecoanalysis.parse.layout.lines import BARE_NUMBER, last_sign
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK

_YEAR = re.compile(r"(?:19|20)\d\d(?P<mark>\d{1,2})")
_COUNTED = re.compile(r"(?P<page>\d{1,3})/(?P<of>\d{1,3})")


def page_lines(look: Look) -> set[int]:
    """Return the indices of the lines that belong to the page.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> raw = "A/RES/1/1\\nThe General Assembly,\\nRecalling\\n2/3\\nA/RES/1/1\\nits report,"
    >>> sorted(page_lines(Look(read_text(raw))))
    [3, 4]
    """
    patterns, lines = look.patterns, look.lines
    of_page = {
        row
        for row, line in enumerate(lines)
        if patterns.furniture.fullmatch(line.text) and not around(look.stated_notes, line)
    }
    of_page -= _numbers_inside(look, of_page) | _years_with_marks(look, of_page) | _ends(look, of_page)
    stated = {row for row, line in enumerate(lines) if around(look.stated_furniture, line)}
    first = next((row for row, line in enumerate(lines) if patterns.organ.match(line.text)), 0)
    symbols = {row for row in of_page if patterns.symbol.fullmatch(lines[row].text)}
    header = {row for row in symbols if row <= first}
    # pages that are known have no other heads
    running = set[int]() if stated else _running(look, {row for row in of_page if row > first}, first)
    return (of_page - header) | running | _page_numbers(look, symbols, first) | stated


def _numbers_inside(look: Look, of_page: set[int]) -> set[int]:
    """Rows of numbers with a slash that stand alone and say no page: 41/7, or 2/21 where no other line ends in /21."""
    counted = {row: match for row in of_page if (match := _COUNTED.fullmatch(look.lines[row].text))}
    times = Counter(match["of"] for match in counted.values())
    ends = [place for place, sign in enumerate(look.raw) if sign == PAGE_BREAK]
    return {
        row
        for row, match in counted.items()
        if int(match["page"]) > int(match["of"])
        or (ends and times[match["of"]] == 1 and int(match["page"]) != bisect(ends, look.lines[row].start) + 1)
    }


def _years_with_marks(look: Look, of_page: set[int]) -> set[int]:
    """Rows of a year with a note's mark, 201615, between lines of the text: no code of the page, as a date is."""
    years = {row: year["mark"] for row in of_page if (year := _YEAR.fullmatch(look.lines[row].text))}
    return {
        row
        for row, mark in years.items()
        if mark in look.note_numbers
        and not of_page & {row - 1, row + 1}
        and last_sign(look.lines[row - 1].text) not in look.patterns.operative_end
    }


def _ends(look: Look, of_page: set[int]) -> set[int]:
    """Rows of signs alone with which a paragraph ends, cut off from the line above: ». of a quotation."""
    terminal = look.patterns.terminal
    signs = {row for row in of_page if row and not any(map(str.isalnum, look.lines[row].text))}
    return {
        row
        for row in signs - {row + 1 for row in of_page}
        if look.lines[row].text[-1] in terminal and last_sign(look.lines[row - 1].text) not in terminal
    }


def _running(look: Look, of_page: set[int], first: int) -> set[int]:
    """Lines of the running title, around those that belong to the page by their look."""
    behind = _next_rows(look, of_page)
    title = re.sub(r"\s+", " ", " ".join(line.text for line in look.lines[:first]))
    running = set()
    for row in sorted(of_page):
        for step in (-1, 1):
            beside = row + step
            while first < beside < len(look.lines) and _runs(look, beside, behind[beside], title):
                running.add(beside)
                beside += step
    return running


def _next_rows(look: Look, of_page: set[int]) -> list[int]:
    """For each line the next one that its look does not give to the page."""
    rows, after = list[int](), len(look.lines)
    for row in reversed(range(len(look.lines))):
        rows.append(after)
        after = after if row in of_page else row
    return rows[::-1]


def _runs(look: Look, row: int, after: int, title: str) -> bool:
    """Whether a line is of the title, and no date or meeting that closes a text.

    One with a stop is only where the title goes on with the next line.
    """
    text, *follows = (re.sub(r"\s+", " ", line.text) for line in (look.lines[row], *look.lines[after : after + 1]))
    if len(text) <= 3 or text not in title or look.patterns.closing.fullmatch(text):
        return False
    return text[-1] not in look.patterns.terminal or any(f"{text} {words}" in title for words in follows)


def _page_numbers(look: Look, symbols: set[int], first: int) -> set[int]:
    """Bare numbers beside the symbol that heads a page; notes' numbers have their note or a rule beside them."""
    beside = {row + step for row in symbols if row > first for step in (-1, 1)} & set(range(len(look.lines)))
    return {
        row
        for row in beside
        if BARE_NUMBER.fullmatch(look.lines[row].text) and not around(look.stated_notes, look.lines[row])
    }
