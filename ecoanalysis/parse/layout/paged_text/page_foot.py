"""The foot of a page: what is its own, and its notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from ecoanalysis.parse.layout.paged_text.note_numbers import NUMBER, note_number
from ecoanalysis.parse.layout.paged_text.page_signs import CELL, is_code, is_counted, is_folio, is_label
from ecoanalysis.parse.layout.paged_text.text_lines import STOPS, TextLine, is_parted
from ecoanalysis.parse.layout.paged_text.unruled_notes import before_their_numbers, goes_on, unruled_notes_begin
from ecoanalysis.read.pages.footnotes import RULE


def foot_of(
    page: Sequence[TextLine], number: int, last: str, called: set[int]
) -> tuple[list[TextLine], list[TextLine]]:
    """The lines at the foot of a page that are its own, and the other ones below its rule: its notes.

    ``called`` are the numbers of notes that pages before call: one may stand pages behind its mark.
    """
    page = page[: len(page) - _behind_the_foot(page, number, int(last or 0))]
    rule = next((place for place in range(len(page) - 1, 0, -1) if RULE.fullmatch(page[place].text)), len(page))

    def is_own(line: TextLine) -> bool:
        return all(is_folio(cell, number) or is_code(cell) for cell in CELL.split(line.text))

    if rule < len(page):
        below = [(line, is_own(line) and not NUMBER.fullmatch(line.text)) for line in page[rule + 1 :]]
        return [page[rule], *(line for line, paged in below if paged)], [line for line, paged in below if not paged]
    foot = list(takewhile(is_own, reversed(page)))
    once = [place for place, line in enumerate(foot) if is_folio(line.text, number)]
    foot = foot[: once[1]] if once[1:] else foot  # page 2 has its number once: another 2 is a note's
    if any(is_counted(line.text) for line in foot):  # where 2/3 counts the pages, a 2 above it is a note's number
        foot = list(takewhile(lambda line: not NUMBER.fullmatch(line.text), foot))
    body = page[: len(page) - len(foot)]
    begin = unruled_notes_begin(body, int(last or 0), called)
    if begin == len(body) and foot and NUMBER.fullmatch(foot[-1].text):  # the page's number, or that of a note
        body = page[: len(page) - len(foot) + 1]
        if begin := before_their_numbers(body, int(last or 0), called):
            return foot[:-1], list(body[begin:])
        return foot, []
    return foot, _without_text(body, begin, number)


def _without_text(body: Sequence[TextLine], begin: int, number: int) -> list[TextLine]:
    """The notes that begin at a line, without words of the text that a tool has set behind their numbers.

    They stand in groups of their own: behind a label that has no words, or a group that no note ends as.
    """
    notes = list(body[begin:])
    stack = list(takewhile(lambda line: NUMBER.fullmatch(line.text) or is_folio(line.text, number), notes))
    behind = notes[len(stack) :]
    if not stack or not begin:
        return notes
    ends = [place for place in range(1, len(behind)) if is_parted(*behind[place - 1 : place + 1])]
    groups = [behind[start:end] for start, end in pairwise([0, *ends])]
    # behind a line of the text that has no end, a capital begins no rest of it
    open_ended = body[begin - 1].text[-1].isalpha() and not is_label(body[begin - 1].text)
    text: Sequence[Sequence[TextLine]] = [
        *takewhile(lambda group: goes_on(group) and not (open_ended and group[0].text[0].isupper()), groups)
    ]
    if not text and is_label(body[begin - 1].text):
        text = groups[:1] if len(groups) > 1 else [_before_notes(behind, len(stack))]
    return [*stack, *behind[sum(map(len, text)) :]]


def _before_notes(lines: Sequence[TextLine], notes: int) -> Sequence[TextLine]:
    """The lines that stand before the last ones, each of which is a note or ends one."""
    ends = [place for place, line in enumerate(lines) if line.text[-1] in STOPS]
    begin = ends[-notes] if len(ends) >= notes else 0
    while begin and lines[begin].text[0].islower():
        begin -= 1
    return lines[:begin]


def _behind_the_foot(page: Sequence[TextLine], number: int, last: int) -> int:
    """How many lines at the end of a page are the words of a label alone above its notes and its folio."""
    labels = [place for place, line in enumerate(page[:-1]) if is_label(line.text)]
    below = page[labels[-1] + 1 :] if labels else []
    if not below or note_number(below[0]) != last + 1:
        return 0
    folios = [place for place, line in enumerate(below) if "/" in line.text and is_folio(line.text, number)]
    words = below[folios[-1] + 1 :] if folios else []
    return len(words) if words and goes_on(words) else 0
