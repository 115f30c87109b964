"""Where the notes of a page begin that no rule parts from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from ecoanalysis.parse.layout.paged_text.note_numbers import NUMBER, SPACED, note_number, numbers_called
from ecoanalysis.parse.layout.paged_text.page_signs import is_code
from ecoanalysis.parse.layout.paged_text.text_lines import ENDED, SMALLER, STOPS, TextLine, columns_of, is_parted

_STARRED = re.compile(r"\*{1,3}\s*(?=[^\s*])")
_STAR = re.compile(r"(?<=[^\s*])\*{1,3}(?!\*)")
_LOST = 30  # a page's first note may follow so far behind the last one, where notes of a page before were not read
_INSIDE = ",;:，；："
_NUMBERED = re.compile(r"\d{1,3}[.．]\s?[^\W\d]")
_LINES = 3  # of a note, at most
_STACK = 3  # numbers in order, one below the other


def goes_on(group: Sequence[TextLine]) -> bool:
    """Whether lines are of the text and no notes: they end in the middle of it, or one is numbered as paragraphs."""
    return group[-1].text[-1] in _INSIDE or any(_NUMBERED.match(line.text) for line in group)


def unruled_notes_begin(body: Sequence[TextLine], last: int, before: set[int]) -> int:
    """Where the notes of a page begin that no rule parts from the text: numbered in order, called above.

    A single one is set apart from the text, or does not read like the rest of a sentence.
    """
    words = [line for line in body if not NUMBER.fullmatch(line.text)]
    if not words:
        return len(body)
    whole = words[-1].text[-1] in STOPS
    begins = (place for place in range(1, len(body)) if _STARRED.match(body[place].text))
    starred = [place for place in begins if not is_code(body[place].text)]
    if whole and starred and any(map(_STAR.search, (line.text for line in body[: starred[0]]))):
        return starred[0]
    begun, most = dict[int, int](), dict[int, int]()
    if whole and note_number(body[0]) in before and note_number(body[0]) == last + 1:
        return 0  # a page of notes alone
    for place in range(1, len(body)):
        number = note_number(body[place])
        if number is None or not last < number <= last + _LOST or not _has_words(body[place:]):
            continue
        several = len(_numbers_below(body[place:], number))
        sure = number == last + 1 and (several > 1 or _is_smaller(body, place))
        if several < most.get(number, 0) or not (whole or sure):
            continue  # a note may go on where the next page ends
        if _begins_notes(body, place, last, before):
            begun[number] = place  # the last line with a number: the text may have it at a line's head too
            most[number] = several
    begin = begun[min(begun)] if begun else len(body)
    while begun and NUMBER.fullmatch(body[begin - 1].text) and note_number(body[begin - 1]) == min(begun):
        begin -= 1  # the number of the page is the note's too, and stands below it
    return before_their_numbers(body, last, before) or begin


def before_their_numbers(body: Sequence[TextLine], last: int, before: set[int]) -> int:
    """Where notes begin that stand, a gap below the text, before numbers on lines of their own; 0 for nowhere.

    The numbers are those that are due, the text calls each, and below the first of them are fewer notes than numbers;
    or they are in no order.
    """
    rows = [place for place, line in enumerate(body) if NUMBER.fullmatch(line.text)]
    for first in range(len(rows)):
        stack = [note_number(body[row]) or 0 for row in rows[first:]]
        if sorted(stack) != [*range(last + 1, last + 1 + len(stack))]:
            continue
        row = rows[first]
        below = sum(line.text[-1] in STOPS for line in body[row:] if not NUMBER.fullmatch(line.text))
        near = range(max(1, row - _LINES), row)
        begin = max((place for place in near if is_parted(body[place - 1], body[place])), default=0)
        begin = begin or _set_solid(body, row, len(stack) - below)
        words = body[begin:row]
        called = before | numbers_called(body[: begin or row]) | numbers_called(body[: begin or row], SPACED)
        if not called >= {*stack}:
            continue
        if stack != sorted(stack) and below >= len(stack) and row and is_parted(body[row - 1], body[row]):
            return row
        likely = begin and words[-1].text[-1] in STOPS and not words[0].text[0].islower()
        if likely and below < len(stack) and not goes_on(words):
            return begin
    return 0


def _set_solid(body: Sequence[TextLine], row: int, notes: int) -> int:
    """Where so many notes of a line each begin above a row, no gap between them and a sentence that goes on; else 0."""
    begin = row - notes
    if not 0 < begin < row:
        return 0
    lines, above = body[begin:row], body[begin - 1].text
    whole = all(line.text[-1] in STOPS and not line.text[0].islower() for line in lines)
    return begin if whole and above[0].islower() and above[-1].isalpha() else 0


def _begins_notes(body: Sequence[TextLine], place: int, last: int, before: set[int]) -> bool:
    """Whether the notes of a page begin at a line: numbered in order to the page's end, and called above."""
    number, above = note_number(body[place]) or 0, body[place - 1]
    parted = is_parted(above, body[place])
    begins = bool(NUMBER.fullmatch(body[place].text)) or _begins(body[place])
    numbers, called = _numbers_below(body[place:], number), before | numbers_called(body[:place])
    called |= {n for line in body[:place] if NUMBER.fullmatch(line.text) and (n := note_number(line))}
    several = len(numbers) > 1
    if number > last + 1 and not ((parted and begins) or (several and numbers <= called)):
        return False  # where numbers are left out, the place must tell, or the marks of all
    words = body[place].text.lstrip("0123456789/. ")
    likely = parted or begins or ENDED.search(above.text) or words[:1].isupper()
    if several or (number == last + 1 and likely):
        called |= numbers_called(body[:place], SPACED)
    # a note of several lines begins with a capital behind a date or a stop, and little stands below it
    begun = words[:1].isupper() and not above.text[-1].isalpha() and len(body) - place <= _LINES
    goes_on = not several and body[place].text[-1] not in STOPS and not begun
    due = number == last + 1 and (not goes_on or _is_smaller(body, place))
    apart = ENDED.search(above.text) or parted or begins or due
    stacked = number == last + 1 and (_is_stack(body[place:]) or _is_slashed(body[place]))
    share = 0.3 if stacked else 0.5 if parted or (several and number == last + 1) else 0.7
    return bool(apart) and len(called & numbers) > share * len(numbers)


def _is_smaller(body: Sequence[TextLine], place: int) -> bool:
    """Whether lines are set in smaller type than those above: more letters find room in the longest of them."""
    above, below = (max(map(columns_of, lines), default=0) for lines in (body[:place], body[place:]))
    return below > SMALLER * above > 0


def _has_words(block: Sequence[TextLine]) -> bool:
    """Whether more stands in a block than numbers: the page's own may be the last."""
    return any(not NUMBER.fullmatch(line.text) for line in block)


def _is_stack(block: Sequence[TextLine]) -> bool:
    """Whether a block begins with numbers in order, each on a line of its own: no words of the text stand so."""
    stack = [note_number(line) for line in takewhile(lambda line: NUMBER.fullmatch(line.text), block)]
    return len(stack) >= _STACK and all(below == (above or 0) + 1 for above, below in pairwise(stack[:_STACK]))


def _is_slashed(line: TextLine) -> bool:
    """Whether the number at the head of a line has a slash, as no number of the text has: 5/ See."""
    number = NUMBER.match(line.text)
    return number is not None and number["sign"] == "/"


def _numbers_below(block: Sequence[TextLine], first: int) -> set[int]:
    """The numbers of the notes in a block: those on lines of their own in any order, others as they ascend."""
    alone = {note_number(line) for line in block if NUMBER.fullmatch(line.text)}
    numbers = {first}
    for above, line in pairwise(block):
        if note_number(line) == max(numbers) + 1 and above.text[-1] in STOPS:
            numbers.add(max(numbers) + 1)
    while max(numbers) + 1 in alone:
        numbers.add(max(numbers) + 1)
    return numbers


def _begins(line: TextLine) -> bool:
    """Whether the words behind the number of a line are no rest of a sentence, as a date is (1 June and)."""
    number = NUMBER.match(line.text)
    words = line.text[number.end() :].split() if number else []
    return bool(words) and ("/" in words[0] or words[0][0].lower() == words[0][0].upper())
