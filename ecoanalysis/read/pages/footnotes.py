"""Which lines are footnotes: below a rule or a gap, in smaller type, at the foot of a page, in ascending numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from ecoanalysis.read.pages.geometry import Page, PageLine, Rule

_NOTE = 0.95  # of the size of the text: what is smaller at the foot of a page is a note
_NOTE_NUMBER = re.compile(r"(?P<sign>\[)?(?P<number>\d{1,3}|\*{1,3})(?(sign)\]|(?:/|[.．])?)\s+(?=\S)")
RULE = re.compile(r"[_—─]{5,}")
_DEEPEST = 6  # lines of a note that goes on over a page
_FURTHEST = 10  # a page's first note may follow so far behind the last one


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a note: the note's number, and how many characters at the line's head are that number."""

    number: str
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Typography:
    """How a document is set: the size of its text, and the step from one line of a paragraph to the next."""

    size: float
    step: float


def typography(pages: Sequence[Sequence[PageLine]]) -> Typography:
    """Return how the text of pages is set, each given as its lines of text."""
    sizes: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes, key=lambda key: sizes[key], default=0)
    texts = [[line for line in lines if line.size >= size * _NOTE] for lines in pages]
    steps = sorted(above.y - line.y for lines in texts for above, line in pairwise(lines) if above.y > line.y)
    return Typography(size, steps[len(steps) // 4] if steps else 0)


def notes_of(
    pages: Sequence[Page[PageLine]], furniture: Sequence[set[int]], how: Typography
) -> list[dict[int, NoteLine]]:
    """Return, for each page, which of its lines belong to notes: a number begins one, what follows goes on with it."""
    out, last = [], ""
    rules = set[tuple[int, int]]()
    for page, lifted in zip(pages, furniture, strict=True):
        indices = [index for index in range(len(page.lines)) if index not in lifted]
        lines = [page.lines[index] for index in indices]
        taken: dict[int, NoteLine] = {}
        number, above = last, None
        heads = {begun[0] for line in lines if (begun := _numbered(line))}
        begin = _below(lines, page, rules) or _foot(lines, page, how, last)
        rules |= {_span(rule) for rule in page.rules if 0 < begin < len(lines) and _parts(rule, lines, begin)}
        raised = begin < len(lines) and lines[begin].begins_raised
        for index, line in zip(indices[begin:], lines[begin:], strict=True):
            if above and above.y - line.y > 3 * line.size:
                break  # a code of the printer's, below the notes
            begun = _numbered(line) or _glued(line, number)
            skip = 0
            if begun and (line.begins_raised or not raised) and _follows(begun[0], number, heads):
                number, skip = begun
            if not number:
                continue  # small words that no number makes a note
            taken[index], above = NoteLine(number, skip), line
            last = number if number.isdecimal() else last
        out.append(taken)
    return out


def _span(rule: Rule) -> tuple[int, int]:
    return round(rule.left), round(rule.right)


def _parts(rule: Rule, lines: Sequence[PageLine], begin: int) -> bool:
    return lines[begin].y < rule.y < lines[begin - 1].y


def _below(lines: Sequence[PageLine], page: Page[PageLine], rules: set[tuple[int, int]]) -> int:
    """Where a page's notes begin below a rule like those of pages before: a note may go on there; 0 for nowhere."""
    alike = [rule for rule in page.rules if _span(rule) in rules]
    return next((index for index in range(1, len(lines)) if any(_parts(rule, lines, index) for rule in alike)), 0)


def _follows(number: str, before: str, heads: Container[str] = ()) -> bool:
    """Whether a number is the next note's: one more, or the first of a page; none is left out that heads a line."""
    if not (number.isdecimal() and before.isdecimal()):
        return True
    step = int(number) - int(before)
    return int(number) == 1 or step == 1 or (0 < step < _FURTHEST and str(int(before) + 1) not in heads)


def _foot(lines: Sequence[PageLine], page: Page[PageLine], how: Typography, last: str) -> int:
    """Where, in the lines of a page's text, its notes begin.

    A rule of signs parts them from the text; else they are smaller than it; where they are not, the first of them
    stands below a drawn rule or a gap, a wide one unless its number is raised. A raised number alone may begin any
    line, and a paragraph's number has a stop.
    """
    ruled = next((index for index in range(len(lines) - 1, 0, -1) if RULE.fullmatch(lines[index - 1].text)), 0)
    if ruled and (_numbered(lines[ruled]) or lines[ruled].size < how.size * _NOTE):
        return ruled
    begin = len(lines)
    while begin and lines[begin - 1].size < how.size * _NOTE:
        begin -= 1
    if begin == 0 and lines and not _goes_on(lines, last):  # all in small type, as a table: no foot
        begin = len(lines)
    elif any(_numbered(line) or _glued(line, last) for line in lines[begin:]):
        return begin
    for index in range(1, begin):
        if _is_set_apart(lines[index - 1], lines[index], page, how, last):
            return index
    return begin


def _goes_on(lines: Sequence[PageLine], last: str) -> bool:
    """Whether a page goes on with the notes at a text's end: the next one begins its first lines."""
    following = str(int(last) + 1) if last.isdecimal() else ""
    return any((_numbered(line) or ("",))[0] == following != "" for line in lines[:_DEEPEST])


def _is_set_apart(above: PageLine, line: PageLine, page: Page[PageLine], how: Typography, last: str) -> bool:
    begun = _numbered(line)
    if not begun or not _follows(begun[0], last):
        return False
    gap = above.y - line.y > (1.2 if line.begins_raised else 2) * how.step
    apart = gap or any(line.y < rule.y < above.y for rule in page.rules)
    next_one = not last.isdecimal() or begun[0] in (str(int(last) + 1), "1")
    return apart and (line.begins_raised or (next_one and line.text[len(begun[0])].isspace()))


def _numbered(line: PageLine) -> tuple[str, int] | None:
    """The number that a note begins with, and how many characters it takes."""
    if line.begins_raised:
        end = line.raised[0][1]
        return line.text[:end].strip("/[]"), end
    begun = _NOTE_NUMBER.match(line.text)
    return (begun["number"], begun.end()) if begun else None


def _glued(line: PageLine, before: str) -> tuple[str, int] | None:
    """The number that follows the last note's, set without room before a letter: 20See A/79/55."""
    number = str(int(before) + 1) if before.isdecimal() else ""
    following = line.text[len(number) : len(number) + 1] if number and line.text.startswith(number) else ""
    begins = following.isalpha() or (bool(following) and category(following) in ("Ps", "Pi"))
    return (number, len(number)) if begins else None


# --- notes at the end of a text ---------------------------------------------------------------------------------------

_HEADING = 24  # characters of the heading of notes
_Place = tuple[int, int]
"""A page and a line of it."""


def with_end_notes(
    pages: Sequence[Page[PageLine]],
    furniture: Sequence[set[int]],
    notes: Sequence[dict[int, NoteLine]],
    how: Typography,
) -> tuple[list[dict[int, NoteLine]], set[_Place]]:
    """Return the notes of pages, those with them that stand at the text's end in its own type, and their heading."""
    places = [(page, line) for page, lines in enumerate(pages) for line in range(len(lines.lines))]
    lines = {place: pages[place[0]].lines[place[1]] for place in places if place[1] not in furniture[place[0]]}
    out = [dict(each) for each in notes]
    below = {(page, line) for page, each in enumerate(out) for line in each}
    text = [place for place in lines if place not in below]
    if not below:
        behind = _end_notes(text, lines, how)
        for (page, line), note in behind.items():
            out[page][line] = note
        below = {*behind}
    first = min(below, default=None)
    if first is None or any(place > first for place in text if place not in below):
        return out, set()
    above = [place for place in text if place < first]
    return out, {above[-1]} if len(above) > 1 and _is_heading(lines[above[-2]], lines[above[-1]], how) else set()


def _end_notes(text: Sequence[_Place], lines: dict[_Place, PageLine], how: Typography) -> dict[_Place, NoteLine]:
    """The lines behind the text that count on to the last of its marks, each note with what follows it."""
    called = {lines[place].text[slice(*mark)].strip("/[]") for place in text for mark in lines[place].raised}
    last = max((int(mark) for mark in called if mark.isdecimal()), default=0)
    heads = {place: begun for place in text if (begun := _numbered(lines[place]))}
    begin = max((place for place, begun in heads.items() if begun[0] == "1"), default=None)
    if begin is None or not last or not any(begun[0] == "1" for place, begun in heads.items() if place < begin):
        return {}  # else they may be the text's own paragraphs
    out: dict[_Place, NoteLine] = {}
    number, above, items = 0, None, 0
    for place in (place for place in text if place >= begin):
        line, begun = lines[place], heads.get(place)
        if above and number == last and above.y - line.y > 1.2 * how.step:
            break  # what a page prints below its notes
        skip = 0
        if begun and begun[0] == str(number + 1):
            number, skip = number + 1, begun[1]
        items += line.text.endswith((";", "；")) or any(start for start, _ in line.raised)
        out[place], above = NoteLine(str(number), skip), line
    return out if number == last and items * 4 <= number else {}


def _is_heading(above: PageLine, line: PageLine, how: Typography) -> bool:
    """Whether a line over the notes at a text's end is their heading: short, set apart, no figure and no stop in it."""
    words = len(line.text) <= _HEADING and not any(char.isdecimal() for char in line.text)
    ends = category(line.text[-1])[0] == "P"
    apart = above.y - line.y > 1.2 * how.step or line.y > above.y or line.size > how.size
    return words and not ends and apart
