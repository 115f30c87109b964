"""Runs of characters → lines from top to bottom, column by column, each with its place and size reckoned once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from ecoanalysis.read.pages.geometry import Page, PageLine, Rule
from ecoanalysis.read.pdf.glyphs import Glyph, LinkBox, PrintedPage, Run
from ecoanalysis.read.pdf.strokes import Strokes

SMALL = 0.86  # of the size of the line: what is smaller and raised is a mark
MARK = re.compile(r"\d{1,3}/?|\*{1,3}|\[\d{1,3}\]")
_GAP = 0.2  # of the size: a gap that is wider is a space
_ROWS = 8  # lines that a page in columns has
_MOST = 0.6  # of the lines of a page
_LINE = 9  # of the size: what is longer is a line of text
_FEW = 0.15  # of its runs
_APART = 2.0  # of the size: room that parts a page's head and foot from its columns
_NOTE = 0.95  # of the size of the text: what is smaller at the foot of a page is a note
_HEAD = 2  # lines of a running head or foot
_INDENT = 4.0  # of the size: so far in a paragraph begins at most


@dataclass(frozen=True, slots=True)
class PrintedLine(PageLine):
    """A line with its characters; ``y`` is the base line of those of the line's own size."""

    glyphs: Sequence[Glyph] = field(repr=False)
    column: int = 0
    """Which of two columns it stands in, 1 or 2; 0 where it runs over both."""


def line_of(glyphs: Sequence[Glyph]) -> PrintedLine:
    """Return the line that characters make which stand in order."""
    sizes = Counter[float]()
    for exactly, times in Counter([glyph.size for glyph in glyphs]).items():
        sizes[round(exactly, 1)] += times
    size = max(sizes, key=lambda key: (sizes[key], key))
    small = size * SMALL
    y = median([glyph.y for glyph in glyphs if glyph.size >= small])
    text = "".join([glyph.char for glyph in glyphs])
    largest = max(sizes)
    raised = tuple(_raised(glyphs, text, largest, y)) if len(sizes) > 1 or largest < size else ()
    return PrintedLine(text, glyphs[0].x, glyphs[-1].right, y, size, raised, glyphs)


def _raised(glyphs: Sequence[Glyph], text: str, size: float, y: float) -> Iterator[tuple[int, int]]:
    """Runs of small, raised characters that are a mark."""
    begin = None
    for index, glyph in enumerate([*glyphs, None]):
        if glyph and glyph.size < size * SMALL and glyph.y > y + size * 0.1 and not glyph.char.isspace():
            begin = index if begin is None else begin
        elif begin is not None:
            if MARK.fullmatch(text[begin:index]):
                yield begin, index
            begin = None


def pages_of_lines(pages: Sequence[PrintedPage]) -> list[Page[PrintedLine]]:
    """Return the lines of pages in reading order."""
    printed = [[run for run in page.runs if _is_printed(run)] for page in pages]
    counted = _line_numbers(printed)
    ids = {id(run) for figures in counted for run in figures}
    texts = [[run for run in runs if id(run) not in ids] for runs in printed]
    gutters = _gutters(texts)
    usual = max((_usual_gap(runs) for runs, x in zip(texts, gutters, strict=True) if x is not None), default=0.0)
    return [_page_of_lines(*each, usual) for each in zip(pages, texts, counted, gutters, strict=True)]


def _page_of_lines(
    page: PrintedPage, runs: Sequence[Run], counted: Sequence[Run], gutter: float | None, usual: float
) -> Page[PrintedLine]:
    columns = [_Column(runs)] if gutter is None else [*_columns(runs, gutter, page.rules, usual)]
    strokes = Strokes(page.strokes)
    lines = [_moved(line, column) for column in columns for line in _lines(column.runs, page.links, strokes)]
    slanted = [run for run in page.slanted if _is_printed(run)]
    if sum(map(len, slanted)) > sum(map(len, runs)):  # a page set on its side is no watermark
        lines += [line_of(run) for run in slanted]
        slanted = []
    return Page(lines, page.rules, [line_of(_trimmed(run)) for run in (*counted, *slanted)])


def _moved(line: PrintedLine, column: _Column) -> PrintedLine:
    """A line of a column as if it stood in the first one."""
    if not column.place:
        return line
    return replace(line, x=line.x - column.step, right=line.right - column.step, column=column.place)


def _is_printed(run: Run) -> bool:
    return any(not glyph.char.isspace() for glyph in run)


# --- line numbers and columns -----------------------------------------------------------------------------------------


def _line_numbers(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The figures that count the lines of each page in the margin; where some pages have them, so have others."""
    counted = [_counted(runs) for runs in pages]
    places = {place for figures in counted for run in figures for place in _places(run)}
    if not places:
        return counted
    return [
        [run for run in _figures(runs) if id(run) in set(map(id, figures)) or _counts_alone(run, runs, places)]
        for runs, figures in zip(pages, counted, strict=True)
    ]


def _figures(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if "".join(glyph.char for glyph in run).strip().isdecimal()]


def _places(run: Run) -> tuple[tuple[str, int], tuple[str, int]]:
    """Where figures stand: they may be aligned on either side."""
    return ("left", round(run[0].x / 2)), ("right", round(_trimmed(run)[-1].right / 2))


def _counted(runs: Sequence[Run]) -> list[Run]:
    """The figures of a page that rise evenly from top to bottom, beside its lines."""
    figures = _figures(runs)
    columns: dict[tuple[str, int], list[Run]] = defaultdict(list)
    for run in figures:
        for place in _places(run):
            columns[place].append(run)
    ids = set[int]()
    rows = len({round(run[0].y / 2) for run in runs})
    for column in columns.values():
        numbers = [int("".join(glyph.char for glyph in run)) for run in sorted(column, key=lambda run: -run[0].y)]
        steps = {max(later - earlier, 0) for earlier, later in pairwise(numbers)}
        if len(steps) != 1 or not min(steps):
            continue
        alone = min(steps) > 1 and _is_outside(column, runs)  # figures of a table stand no further out than its text
        if alone or (len(numbers) * min(steps) > _MOST * rows and _in_margin(column, runs)):
            ids |= set(map(id, column))
    return [run for run in figures if id(run) in ids]


def _counts_alone(run: Run, runs: Sequence[Run], places: Container[tuple[str, int]]) -> bool:
    return any(place in places for place in _places(run)) and _is_outside([run], runs)


def _is_outside(column: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Whether figures stand left of all that a page prints, or right of it, apart from other figures alone."""
    left, right = min(run[0].x for run in column), max(_trimmed(run)[-1].right for run in column)
    ids = set(map(id, _figures(runs)))
    others = [run for run in runs if id(run) not in ids]
    return bool(others) and (
        all(run[0].x > right for run in others) or all(_trimmed(run)[-1].right < left for run in others)
    )


def _in_margin(column: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Whether nothing else begins left of the figures, or nothing else ends right of them."""
    left, right = min(run[0].x for run in column), max(run[-1].right for run in column)
    ids = set(map(id, column))
    others = [run for run in runs if id(run) not in ids and any(abs(run[0].y - figure[0].y) < 2 for figure in column)]
    return all(run[0].x >= right for run in others) or all(run[-1].right <= left for run in others)


def _gutters(pages: Sequence[Sequence[Run]]) -> list[float | None]:
    """Where the columns of each page part; where some pages are set in columns, so is one that has room there."""
    surely = [_gutter(runs) for runs in pages]
    places = Counter(round(x) for x in surely if x is not None)
    if not places:
        return surely
    likely = float(places.most_common(1)[0][0])
    return [
        x if x is not None else likely if _has_room(runs, likely) else None
        for runs, x in zip(pages, surely, strict=True)
    ]


def _has_room(runs: Sequence[Run], x: float) -> bool:
    """Whether few lines of a page cross a place, and some begin behind it that are lines of text."""
    crossing = sum(run[0].x < x < _trimmed(run)[-1].right for run in runs)
    return crossing < _FEW * len(runs) and any(run[0].x < x + 2 * run[0].size for run in runs if run[0].x >= x)


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a page's two columns part: few lines cross it, and both sides hold long lines, begun at one place each."""
    if len({round(run[0].y / 2) for run in runs}) < _ROWS:
        return None
    begins = Counter(round(run[0].x / 4) for run in runs)
    for place, _ in begins.most_common(6):
        right = [run for run in runs if run[0].x >= place * 4 - 3]
        x = min((run[0].x for run in right), default=0.0) - 1
        left = [run for run in runs if _trimmed(run)[-1].right <= x]
        firsts = [_firsts(side) for side in (left, right)]
        crossing = len(runs) - len(left) - len(right)
        even = min(map(len, firsts)) * 3 > max(map(len, firsts))
        aligned = sum(run[0].x < x + 2 * run[0].size for run in firsts[1]) > _MOST * len(firsts[1])
        if even and aligned and crossing < _FEW * len(runs) and all(map(_is_prose, (left, right))):
            return x
    return None


def _firsts(side: Sequence[Run]) -> list[Run]:
    """What each line of a side begins with."""
    rows: dict[int, Run] = {}
    for run in side:
        row = round(run[0].y / 4)
        rows[row] = min(rows.get(row, run), run, key=lambda each: each[0].x)
    return [*rows.values()]


def _is_prose(side: Sequence[Run]) -> bool:
    """Whether most of what stands on one side is lines, not words of a table."""
    return sum(run[-1].right - run[0].x for run in side) > sum(_LINE * run[0].size for run in side)


class _Column(NamedTuple):
    """What of a page is read on its own: one of two columns, or what runs over both."""

    runs: Sequence[Run]
    place: int = 0
    step: float = 0.0
    """How far right of the first column its lines begin."""


def _columns(runs: Sequence[Run], gutter: float, rules: Sequence[Rule], usual: float) -> Iterator[_Column]:
    """The runs column by column, between what runs over both."""
    high, low = _body(runs, [rule.y for rule in rules if rule.left < gutter < rule.right])
    body = [run for run in runs if low <= run[0].y <= high]
    sides = _Sides(gutter, [_side(body, gutter, right) for right in (False, True)])
    head = _rows(run for run in runs if run[0].y > high)[::-1]
    foot = _rows(run for run in runs if run[0].y < low)
    above, below = sides.take_in(head, body, usual), sides.take_in(foot, body, usual)
    size = median([run[0].size for run in body or runs])
    text = next((place for place, row in enumerate(foot[:below]) if row[0][0].size < size * _NOTE), below)
    yield _Column([run for row in head[above:] for run in row])
    yield from sides.columns([*body, *(run for row in (*head[:above], *foot[:text]) for run in row)])
    yield from sides.columns([run for row in foot[text:below] for run in row])  # notes at the foot of each
    yield _Column([run for row in foot[below:] for run in row])


def _rows(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs by their height, from the top on."""
    ordered = sorted(runs, key=lambda run: -run[0].y)
    return [[*row] for _, row in groupby(ordered, key=lambda run: round(run[0].y / 4))]


def _side(runs: Sequence[Run], gutter: float, right: bool) -> list[Run]:
    return [run for run in runs if (run[0].x >= gutter) is right]


class _Sides:
    """The two sides of a page: where the lines of each begin and end."""

    def __init__(self, gutter: float, sides: Sequence[Sequence[Run]]) -> None:
        self.gutter = gutter
        self.begins = [min((run[0].x for run in side), default=0.0) for side in sides]
        within = [[_trimmed(run)[-1].right for run in side] for side in sides]
        self.ends = [max((x for x in ends if right or x <= gutter), default=0.0) for right, ends in enumerate(within)]

    def columns(self, runs: Sequence[Run]) -> Iterator[_Column]:
        """Yield the columns of each stretch that nothing crosses, and what crosses them."""
        sides: tuple[list[Run], list[Run]] = ([], [])
        step = self.begins[1] - self.begins[0]
        for run in sorted(runs, key=lambda run: -run[0].y):
            if run[0].x < self.gutter < _trimmed(run)[-1].right:
                yield from (_Column(sides[0], 1), _Column(sides[1], 2, step), _Column([run]))
                sides = ([], [])
            else:
                sides[run[0].x >= self.gutter].append(run)
        yield from (_Column(sides[0], 1), _Column(sides[1], 2, step))

    def take_in(self, rows: Sequence[Sequence[Run]], body: Sequence[Run], usual: float) -> int:
        """How many rows beyond the body, from it on, are of the columns: of both, or no further off than paragraphs."""
        taken, beside = 0, min((abs(run[0].y - rows[0][0][0].y) for run in body for row in rows[:1]), default=0.0)
        for number, row in enumerate(rows, 1):
            sides = [_side(row, self.gutter, right) for right in (False, True)]
            if not all(self._fits(place, side) for place, side in enumerate(sides) if side):
                break
            gap = abs(row[0][0].y - rows[number - 2][0][0].y) if number > 1 else beside
            if all(sides) or gap <= usual:
                taken = number
        return taken

    def _fits(self, place: int, side: Sequence[Run]) -> bool:
        """Whether what stands on a side begins where its lines begin, or in their middle, and does not cross it."""
        begin, end, size = min(run[0].x for run in side), max(_trimmed(run)[-1].right for run in side), side[0][0].size
        at_begin = -size < begin - self.begins[place] < _INDENT * size
        centred = abs(begin + end - self.begins[place] - self.ends[place]) < 2 * size
        return (at_begin or centred) and end < self.ends[place] + size


def _usual_gap(runs: Sequence[Run]) -> float:
    """The room that parts paragraphs of a page: what is wider parts no more than its heads and feet."""
    rows = sorted({run[0].y for run in runs}, reverse=True)
    gaps = sorted((above - below for above, below in pairwise(rows)), reverse=True)
    return gaps[2 * _HEAD] if len(gaps) > 2 * _HEAD else 0.0


def _body(runs: Sequence[Run], across: Sequence[float]) -> tuple[float, float]:
    """Between which heights a page is set in columns: not its head and foot, set apart by a rule or by room."""
    size = median([run[0].size for run in runs])
    rows = sorted({round(run[0].y) for run in runs}, reverse=True)
    parted = [(above + below) / 2 for above, below in pairwise(rows) if above - below > _APART * size]
    middle = rows[len(rows) // 2]
    heads = [y for y in (*parted, *across) if y > middle and sum(row > y for row in rows) <= _HEAD]
    feet = [y for y in parted if y < middle and sum(row < y for row in rows) <= _HEAD]
    feet += [y for y in across if y < middle]
    high, low = min(heads, default=rows[0] + 1), max(feet, default=rows[-1] - 1)
    text = [run[0].y for run in runs if low <= run[0].y <= high and run[0].size >= size * _NOTE]
    return high, min(text, default=low)  # what is smaller, below both columns, are notes


# --- lines ------------------------------------------------------------------------------------------------------------


def _lines(runs: Iterable[Run], links: Sequence[LinkBox], strokes: Strokes) -> list[PrintedLine]:
    """Lines from top to bottom: runs on one base line belong together, small ones to the line that they hang on."""
    rows: dict[int, list[Run]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: -run[0].size):
        if row := _beside(rows, run):
            row += run
        else:
            rows[round(run[0].y / 8)].append(list(run))
    spaced = (
        strokes.over(_spaced(sorted(row, key=attrgetter("x")), links)) for bucket in rows.values() for row in bucket
    )
    lines = sorted((line_of(row) for row in spaced if row), key=lambda line: (-line.y, line.x))
    return list(_marks_joined(lines))


def _beside(rows: dict[int, list[Run]], run: Run) -> Run | None:
    """The line whose height a run shares, the nearest one."""
    y, size = run[0].y, run[0].size
    best, nearest = None, 0.45
    reach = int(size / 8) + 3
    for bucket in range(round(y / 8) - reach, round(y / 8) + reach + 1):
        for row in rows.get(bucket, ()):
            first = row[0]
            low, high = max(y, first.y), min(y + size * 0.8, first.y + first.size * 0.8)
            shared = (high - low) / (size * 0.8)
            if shared > nearest:
                best, nearest = row, shared
    return best


def _marks_joined(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """A mark that the line's end has cut off from its word stands behind the word again."""
    out: list[PrintedLine] = []
    for line in lines:
        end = _cut_off(out[-1], line) if out else 0
        if end:
            out[-1] = line_of([*out[-1].glyphs, *_placed_behind(out[-1].glyphs[-1], line.glyphs[:end])])
        if rest := _trimmed(line.glyphs[end:]) if end else line.glyphs:
            out.append(line_of(rest) if end else line)
    yield from out


def _cut_off(above: PrintedLine, line: PrintedLine) -> int:
    """How many characters at a line's head are a mark of the line above: the words behind it begin in small letters."""
    alone = line.size < above.size * SMALL and MARK.fullmatch(line.text)
    if alone:
        return len(line.text) if _is_next(above, line) else 0
    end = line.raised[0][1] if line.begins_raised else 0
    goes_on = line.text[end:].lstrip()[:1].islower()
    return end if end and goes_on and abs(line.size - above.size) < 1 and above.y - line.y < 2 * above.size else 0


def _placed_behind(last: Glyph, mark: Sequence[Glyph]) -> list[Glyph]:
    y = last.y + last.size / 3
    return [glyph._replace(x=last.right, y=y, right=last.right) for glyph in mark]


def _is_next(above: PageLine, line: PageLine) -> bool:
    return above.y - line.y < 2 * above.size and line.x < above.x + above.size


def _spaced(glyphs: Sequence[Glyph], links: Sequence[LinkBox]) -> list[Glyph]:
    """The characters with spaces where the page leaves room, and with the addresses that they lead to."""
    out: list[Glyph] = []
    spaced, before = True, glyphs[0]
    for glyph in glyphs:
        if glyph.char.isspace():
            if spaced:
                continue
            spaced = True
        else:
            if not spaced and glyph.x - before.right > _GAP * max(before.size, glyph.size):
                out.append(before._replace(char=" ", x=before.right))
            spaced = False
        out.append(glyph)
        before = glyph
    if near := _near(glyphs, links):
        out = [_linked(glyph, near) for glyph in out]
    return _trimmed(out)


def _linked(glyph: Glyph, links: Sequence[LinkBox]) -> Glyph:
    link = next((link for link in links if link.covers(glyph)), None)
    return glyph._replace(link=link.address) if link else glyph


def _near(glyphs: Sequence[Glyph], links: Sequence[LinkBox]) -> list[LinkBox]:
    if not links:
        return []
    heights = [glyph.y for glyph in glyphs]
    low, high = min(heights), max(heights) + max(glyph.size for glyph in glyphs)
    return [link for link in links if link.bottom <= high and link.top >= low]


def _trimmed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters without the spaces around them."""
    begin, end = 0, len(glyphs)
    while end and glyphs[end - 1].char.isspace():
        end -= 1
    while begin < end and glyphs[begin].char.isspace():
        begin += 1
    return list(glyphs[begin:end])
