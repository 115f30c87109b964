"""The notes of a page: which number and which words are of one, wherever a tool has set them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ecoanalysis.model.document import Mark
from ecoanalysis.parse.layout.paged_text.note_numbers import NUMBER
from ecoanalysis.parse.layout.paged_text.page_signs import is_code, is_folio
from ecoanalysis.parse.layout.paged_text.text_lines import COLUMN, SMALLER, STOPS, TextLine, columns_of
from ecoanalysis.read.pages.indents import edge_of

_FULL = 0.8  # of the longest line of notes: so much a line has that goes on below
_RESTING = 6  # lines of a note that stand on the next page, at most
_FURTHEST = 10  # a page's first note may follow so far behind the last one


@dataclass(slots=True)
class _Stretch:
    """Lines of notes that follow each other, and the numbers of the notes in them."""

    first: int | None
    lines: list[tuple[TextLine, int]]
    """Each line, and how many characters at its head are a number."""
    numbers: list[str]


def notes_marked(lines: Sequence[TextLine], last: str, page: int) -> tuple[list[Mark], str]:
    """The marks of the notes on a page, and the number of the last of them."""
    marks: list[Mark] = []
    stretches = [_Stretch(None, [], [])]
    displaced: list[str] = []
    # notes of one page are numbered in one way: "7 February 1984" is no note where numbers have lines of their own
    number_of = NUMBER.fullmatch if any(_stands_alone(line, last) for line in lines) else NUMBER.match
    for place, line in enumerate(lines):
        behind_end = place == 0 or lines[place - 1].text[-1] in STOPS
        begun = number_of(line.text) or (NUMBER.match(line.text) if behind_end else None)
        taken = [*displaced, *(n for s in stretches for n in s.numbers)]
        if begun and not behind_end and begun.end() < len(line.text) and not _is_next(begun["number"], last, taken):
            begun = None  # 17 March 2022, inside a note
        if not begun or not _follows(begun["number"], last, taken):
            if is_folio(line.text, page) or is_code(line.text):
                marks.append(Mark("furniture", line.start, line.end))
            else:
                stretches[-1].lines.append((line, 0))
            continue
        number, alone = begun["number"], begun.end() == len(line.text)
        if alone:
            marks.append(Mark("note", line.start, line.end, number))
        beside = not alone or (place + 1 < len(lines) and not NUMBER.fullmatch(lines[place + 1].text))
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
        ended = sum(line.text[-1] in STOPS for line, _ in stretch.lines)
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


def goes_on_over_page(notes: Sequence[TextLine]) -> bool:
    """Whether the last note of a page has no end there: its last line is full, and no stop ends it."""
    full = max(map(columns_of, notes), default=0)
    return bool(notes) and notes[-1].text[-1] not in STOPS and columns_of(notes[-1]) > _FULL * full


def rest_of_note(page: Sequence[TextLine], notes: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines above the notes of a page that end the note of the page before: the last, and those of small type."""
    begin = next((place for place, line in enumerate(page) if notes and line is notes[0]), 0)
    if not begin or page[begin - 1].text[-1] not in STOPS or not NUMBER.match(notes[0].text):
        return ()
    widest = max((columns_of(line) for line in page[: max(0, begin - _RESTING)]), default=0)
    first = begin - 1
    while first > 1 and begin - first < _RESTING and columns_of(page[first - 1]) > SMALLER * widest > 0:
        first -= 1
    return page[first:begin]


def _stands_alone(line: TextLine, last: str) -> bool:
    alone = NUMBER.fullmatch(line.text)
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
    ends = [place for place in range(1, len(lines)) if lines[place - 1].text[-1] in STOPS]
    if len(ends) < len(numbers) - 1:  # a note that no stop ends: the next one begins below a line that is not full
        begins = (place for place in range(1, len(lines)) if not lines[place].text[0].islower())
        ends += [p for p in begins if p not in ends and lines[p - 1].right < edge - 10 * COLUMN]
    # a note that ends in the middle of a line is likelier to end than one that fills it
    likely = sorted(ends, key=lambda place: (lines[place - 1].right > edge - 10 * COLUMN, place))
    cuts = sorted(likely[: len(numbers) - 1])
    note = 0
    for place, (line, skip) in enumerate(stretch.lines):
        note += place in cuts
        yield Mark("note", line.start + skip, line.end, numbers[min(note, len(numbers) - 1)])
