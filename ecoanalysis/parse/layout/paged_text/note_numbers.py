"""The numbers of notes: at the head of a line, and where the text calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ecoanalysis.parse.layout.paged_text.page_signs import is_counted
from ecoanalysis.parse.layout.paged_text.text_lines import TextLine
from ecoanalysis.read.pages.footnotes import RULE

_STOPPED = re.compile(r"(?P<number>\d{1,3})\.\s+(?P<words>[^\W\da-z_].*)")
# perhaps set solid before a capital or a letter that knows none: 1Resolution
NUMBER = re.compile(r"(?P<number>\d{1,3}|\*{1,3})(?:(?P<sign>/|[.．])?(?:\s+(?=\S)|$)|(?=[^\W\d_a-z]))")
# a figure set solid behind words or a year, before other words or a year: the report,1 of 20112 and no. 16/18,12012
_BEFORE_CALL = r"(?:(?<=[^\d\s/.(（–-])|(?<=[^\W\d]\.)|(?<=\b(?:19|20)\d\d))"
_CALL = re.compile(rf"{_BEFORE_CALL}(?P<number>\d{{1,3}}?)/?(?=(?:19|20)\d\d(?!\d)|[^\d./–-]|$)")
# one that a tool has set apart from the word before it: of many notes at the foot most are called so or solid
# or behind a comma, before a number of the text: of 6 July 2012, 3 21/2 of
SPACED = re.compile(
    r"(?<=\S) (?P<number>\d{1,3})(?=$|[,;.，；。、]| ?[^\W\dA-Z_]|(?:(?<=[^\W_], \d)|(?<=[^\W_], \d\d)) \d)"
)
# one that hardly is a number of the text: behind a letter or a year, perhaps with a stop
_SOLID = re.compile(r"(?:(?<=[^\W\d_])|(?<=\b(?:19|20)\d\d))[,;:”»)]?(?P<number>\d{1,3})(?=[\s,;:.]|$)")


def number_before(pages: Sequence[Sequence[TextLine]]) -> str:
    """The number of the note before the first below a rule."""
    for page in pages:
        rule = next((place for place in range(len(page) - 1, 0, -1) if RULE.fullmatch(page[place].text)), len(page))
        numbers = [number for line in page[rule + 1 :] if not is_counted(line.text) and (number := note_number(line))]
        if numbers:
            return str(min(numbers) - 1) if min(numbers) > 1 else ""
    return ""


def with_slashes(pages: Sequence[Sequence[TextLine]], opening: re.Pattern[str]) -> list[list[TextLine]]:
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
            elif due in called and note_number(line) == due:
                return [list(page) for page in pages]
            else:
                called |= numbers_called([line], _SOLID)
            lines.append(line)
        changed.append(lines)
    return changed if numbered else [list(page) for page in pages]


def _stopped_note(page: Sequence[TextLine], place: int) -> re.Match[str] | None:
    """The number and the words of what a line begins, the words perhaps on the next line."""
    below = page[place + 1].text if place + 1 < len(page) else ""
    return _STOPPED.match(f"{page[place].text} {below}")


def numbers_called(lines: Sequence[TextLine], call: re.Pattern[str] = _CALL) -> set[int]:
    """The numbers set solid behind words, as the marks of notes are; or those that another pattern takes for marks."""
    return {int(match["number"]) for line in lines for match in call.finditer(line.text)}


def note_number(line: TextLine) -> int | None:
    """The number of a note at the head of a line; a stop behind it would number a paragraph."""
    number = NUMBER.match(line.text)
    if number is None or not number["number"].isdecimal() or (number["sign"] or "/") != "/":
        return None
    return int(number["number"])
