"""Which lines are footnotes: below a rule or a gap, in smaller type, at the foot of a page, in ascending numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ecoanalysis.read.pages.geometry import Page, PageLine, Rule

_NOTE = 0.95  # of the size of the text: what is smaller at the foot of a page is a note
_NOTE_NUMBER = re.compile(r"(\d{1,3}|\*{1,3})(?:/|[.．])?\s+(?=\S)")
RULE = re.compile(r"[_—─]{5,}")
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
            begun = _numbered(line)
            skip = 0
            if begun and (line.begins_raised or not raised) and _follows(begun[0], number, heads):
                number, skip = begun
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
    if begin == 0:  # a page all in small type, as of a table, is no foot
        begin = len(lines)
    elif any(_numbered(line) for line in lines[begin:]):
        return begin
    for index in range(1, begin):
        if _is_set_apart(lines[index - 1], lines[index], page, how, last):
            return index
    return begin


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
        return line.text[:end].rstrip("/"), end
    begun = _NOTE_NUMBER.match(line.text)
    return (begun[1], begun.end()) if begun else None
