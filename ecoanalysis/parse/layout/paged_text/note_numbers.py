"""The numbers of notes: at the head of a line, and where the text calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ecoanalysis.parse.layout.paged_text.page_signs import is_counted, is_folio
from ecoanalysis.parse.layout.paged_text.text_lines import TextLine
from ecoanalysis.parse.patterns import Patterns
from ecoanalysis.read.pages.footnotes import RULE

_YEAR = r"(?:19|20)\d\d\s+[^\W\da-z_]"  # before a name: 2000 Review Conference
_STOPPED = re.compile(rf"(?P<number>\d{{1,3}})\.\s+(?P<words>(?:[^\s\da-z_(（]|{_YEAR}).*)")
# perhaps set solid before a capital or a letter that knows none: 1Resolution
NUMBER = re.compile(r"(?P<number>\d{1,3}|\*{1,3})(?:(?P<sign>/|[.．])?(?:\s+(?=\S)|$)|(?=[^\W\d_a-z]))")
# a figure set solid behind words or a year, before other words or a year: the report,1 of 20112 and no. 16/18,12012
_BEFORE_CALL = r"(?:(?<=[^\d\s/.(（–-])|(?<=[^\W\d]\.)|(?<=\b(?:19|20)\d\d))"
_CALL = re.compile(rf"{_BEFORE_CALL}(?P<number>\d{{1,3}}?)/?(?=(?:19|20)\d\d(?!\d)|[^\d./–-]|$)")
# one that a tool has set apart from the word before it: of many notes at the foot most are called so or solid
# or behind a comma, before a number of the text: of 6 July 2012, 3 21/2 of
SPACED = re.compile(
    r"(?<=\S) {1,20}(?P<number>\d{1,3})(?=$|[,;.，；。、《“]| ?[^\W\dA-Z_]|(?:(?<=[^\W_], \d)|(?<=[^\W_], \d\d)) \d)"
)
# one that hardly is a number of the text: behind a letter or a year, perhaps with a stop
_SOLID = re.compile(r"(?:(?<=[^\W\d_])|(?<=\b(?:19|20)\d\d))[,;:”»)]{0,2}(?P<number>\d{1,3})(?=[\s,;:.]|$)")

# between letters and signs of which none is a space: 报告，1 肯定, 《公约》2第三条
_TOUCHING = re.compile(r"(?<=[^\sA-Za-z\d.\-/(（–])(?P<number>\d{1,3})(?=[^\sA-Za-z\d.\-/)–]|\s|$)")


def number_before(pages: Sequence[Sequence[TextLine]]) -> str:
    """The number of the note before the first below a rule."""
    for page in pages:
        rule = next((place for place in range(len(page) - 1, 0, -1) if RULE.fullmatch(page[place].text)), len(page))
        numbers = [number for line in page[rule + 1 :] if not is_counted(line.text) and (number := note_number(line))]
        if numbers:
            return str(min(numbers) - 1) if min(numbers) > 1 else ""
    return ""


def with_slashes(pages: Sequence[Sequence[TextLine]], look: Patterns) -> list[list[TextLine]]:
    """The pages, their notes numbered with a slash where they are with a stop, as paragraphs are: 1. Resolution 79/811.

    Such notes end their pages, are numbered from 1 on, most are called above, and none opens as paragraphs do, of which
    one has the same number. No note is numbered otherwise.
    """
    changed: list[list[TextLine]] = []
    due, called, counted = 1, set[int](), 0
    for number, page in enumerate(pages, 1):
        rows = _stopped_notes(page, due, number, look)
        begin = rows[0] if rows else len(page)
        if any(_is_due_otherwise(line, due, look) for line in page[:begin] if due in called):
            return [list(page) for page in pages]
        called |= _surely_called(page[:begin], look)
        noted = {*range(due, due + len(rows))}
        perhaps = called | (numbers_called(page[:begin]) if called & noted else set())
        if len(perhaps & noted) * 2 < len(noted):
            rows, noted = [], set()
            called |= _surely_called(page[begin:], look)
        due, counted = due + len(noted), counted + len(called & noted)
        lines = (
            replace(line, text=line.text.replace(".", "/", 1)) if row in rows else line for row, line in enumerate(page)
        )
        changed.append([*lines])
    firsts = (_stopped_note(page, place) for page in pages for place in range(len(page)))
    numbered = any(begun and begun["number"] == "1" and look.opening.match(begun["words"]) for begun in firsts)
    return changed if numbered and counted else [list(page) for page in pages]


def _stopped_notes(page: Sequence[TextLine], due: int, number: int, look: Patterns) -> list[int]:
    """The rows of a page that begin the notes which are due, numbered with stops, in order down to its end."""
    end = len(page)
    while end and is_folio(page[end - 1].text, number):
        end -= 1
    begun = [(row, note) for row in range(end) if (note := _stopped_note(page[:end], row))]
    for first in range(len(begun) - 1, -1, -1):
        numbers = [int(note["number"]) for _, note in begun[first:]]
        if numbers != [*range(numbers[0], numbers[0] + len(numbers))] or look.opening.match(begun[first][1]["words"]):
            return []
        if numbers[0] == due:
            return [row for row, _ in begun[first:]]
    return []


def _is_due_otherwise(line: TextLine, due: int, look: Patterns) -> bool:
    """Whether a line begins with the number of the note that is due and no stop, and not with a date: 2 June 2009."""
    number = NUMBER.match(line.text)
    return note_number(line) == due and number is not None and not look.measured.match(line.text, number.end("number"))


def _stopped_note(page: Sequence[TextLine], place: int) -> re.Match[str] | None:
    """The number and the words of what a line begins, the words perhaps on the next line."""
    below = page[place + 1].text if place + 1 < len(page) else ""
    return _STOPPED.match(f"{page[place].text} {below}")


def _surely_called(lines: Sequence[TextLine], look: Patterns) -> set[int]:
    """The numbers that are hardly the text's: set solid behind a word, and where words touch no figure of it."""
    solid = numbers_called(lines, _SOLID)
    if look.word_space:
        return solid
    calls = (call for line in lines for call in _TOUCHING.finditer(line.text))
    return {
        int(call["number"])
        for call in calls
        if not look.unit.match(call.string, call.end()) and not look.before_number.search(call.string[: call.start()])
    }


def numbers_called(lines: Sequence[TextLine], call: re.Pattern[str] = _CALL) -> set[int]:
    """The numbers set solid behind words, as the marks of notes are; or those that another pattern takes for marks."""
    return {int(match["number"]) for line in lines for match in call.finditer(line.text)}


def note_number(line: TextLine) -> int | None:
    """The number of a note at the head of a line; a stop behind it would number a paragraph."""
    number = NUMBER.match(line.text)
    if number is None or not number["number"].isdecimal() or (number["sign"] or "/") != "/":
        return None
    return int(number["number"])
