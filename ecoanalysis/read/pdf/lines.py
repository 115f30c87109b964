"""Runs of characters → lines from top to bottom, column by column, each with its place and size reckoned once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ecoanalysis.read.pages.geometry import Page, PageLine
from ecoanalysis.read.pdf.glyphs import Glyph, LinkBox, PrintedPage, Run
from ecoanalysis.read.pdf.strokes import Strokes

SMALL = 0.86  # of the size of the line: what is smaller and raised is a mark
MARK = re.compile(r"\d{1,3}/?|\*{1,3}")
_GAP = 0.2  # of the size: a gap that is wider is a space
_GUTTER = 1.2  # of the size: a gap that may part two columns
_MOST = 0.6  # of the lines of a page


@dataclass(frozen=True, slots=True)
class PrintedLine(PageLine):
    """A line with its characters; ``y`` is the base line of those of the line's own size."""

    glyphs: Sequence[Glyph] = field(repr=False)


def line_of(glyphs: Sequence[Glyph]) -> PrintedLine:
    """Return the line that characters make which stand in order."""
    sizes = Counter[float]()
    for glyph in glyphs:
        sizes[round(glyph.size, 1)] += 1
    size = max(sizes, key=lambda key: (sizes[key], key))
    y = median([glyph.y for glyph in glyphs if glyph.size >= size * SMALL])
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


def page_of_lines(page: PrintedPage) -> Page[PrintedLine]:
    """Return the lines of a page in reading order."""
    runs, outside = _without_line_numbers([run for run in page.runs if _is_printed(run)])
    gutter = _gutter(runs)
    columns = [runs] if gutter is None else [*_columns(runs, gutter)]
    strokes = Strokes(page.strokes)
    lines = [line for column in columns for line in _lines(column, page.links, strokes)]
    slanted = [run for run in page.slanted if _is_printed(run)]
    if sum(map(len, slanted)) > sum(map(len, runs)):  # a page set on its side is no watermark
        lines += [line_of(run) for run in slanted]
        slanted = []
    return Page(lines, page.rules, [line_of(_trimmed(run)) for run in (*outside, *slanted)])


def _is_printed(run: Run) -> bool:
    return any(not glyph.char.isspace() for glyph in run)


# --- line numbers and columns -----------------------------------------------------------------------------------------


def _without_line_numbers(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """The runs of the text, and the figures that count its lines in the margin: they rise evenly from top to bottom."""
    figures = [run for run in runs if "".join(glyph.char for glyph in run).strip().isdecimal()]
    columns: dict[tuple[str, int], list[Run]] = defaultdict(list)
    for run in figures:  # they may be aligned on either side
        columns["left", round(run[0].x / 2)].append(run)
        columns["right", round(_trimmed(run)[-1].right / 2)].append(run)
    counted: list[Run] = []
    rows = len({round(run[0].y / 2) for run in runs})
    for column in columns.values():
        numbers = [int("".join(glyph.char for glyph in run)) for run in sorted(column, key=lambda run: -run[0].y)]
        steps = {max(later - earlier, 0) for earlier, later in pairwise(numbers)}
        if len(steps) == 1 and len(numbers) * min(steps) > _MOST * rows and _in_margin(column, runs):
            counted += column
    ids = set(map(id, counted))
    return [run for run in runs if id(run) not in ids], [run for run in figures if id(run) in ids]


def _in_margin(column: Sequence[Run], runs: Sequence[Run]) -> bool:
    """Whether nothing else begins left of the figures, or nothing else ends right of them."""
    left, right = min(run[0].x for run in column), max(run[-1].right for run in column)
    ids = set(map(id, column))
    others = [run for run in runs if id(run) not in ids and any(abs(run[0].y - figure[0].y) < 2 for figure in column)]
    return all(run[0].x >= right for run in others) or all(run[-1].right <= left for run in others)


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a page's two columns part: most lines leave room there, and both sides hold long lines."""
    rows: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        rows[round(run[0].y / 2)].append(run)
    gaps = Counter[int]()
    for row in rows.values():
        spans = sorted((run[0].x, _trimmed(run)[-1].right, run[0].size) for run in row)
        for (_, end, size), (begin, _, _) in pairwise(spans):
            if begin - end > _GUTTER * size:
                gaps.update(range(int(end), int(begin) + 1, 4))
    if not gaps or len(rows) < 8:
        return None
    x, count = max(gaps.items(), key=lambda item: item[1])
    left = [run for run in runs if run[-1].right <= x]
    right = [run for run in runs if run[0].x >= x]
    even = min(len(left), len(right)) * 3 > max(len(left), len(right))
    prose = all(side and sum(map(len, side)) > 18 * len(side) for side in (left, right))
    return float(x) if count > _MOST * len(rows) and even and prose else None


def _columns(runs: Sequence[Run], gutter: float) -> Iterator[list[Run]]:
    """The runs column by column, between two that run over both columns."""
    left: list[Run] = []
    right: list[Run] = []
    for run in sorted(runs, key=lambda run: -run[0].y):
        if run[-1].right <= gutter:
            left.append(run)
        elif run[0].x >= gutter:
            right.append(run)
        else:
            yield from (side for side in (left, right) if side)
            left, right = [], []
            yield [run]
    yield from (side for side in (left, right) if side)


# --- lines ------------------------------------------------------------------------------------------------------------


def _lines(runs: Iterable[Run], links: Sequence[LinkBox], strokes: Strokes) -> list[PrintedLine]:
    """Lines from top to bottom: runs on one base line belong together, small ones to the line that they hang on."""
    rows: dict[int, list[Run]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: -max(glyph.size for glyph in run)):
        if row := _beside(rows, run):
            row += run
        else:
            rows[round(run[0].y / 8)].append(list(run))
    spaced = (
        strokes.over(_spaced(sorted(row, key=lambda glyph: glyph.x), links))
        for bucket in rows.values()
        for row in bucket
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
    above: PrintedLine | None = None
    for line in lines:
        if above and line.size < above.size * SMALL and MARK.fullmatch(line.text) and _is_next(above, line):
            end = above.glyphs[-1]
            y = end.y + end.size / 3
            mark = [glyph._replace(x=end.right, y=y, right=end.right) for glyph in line.glyphs]
            above = line_of([*above.glyphs, *mark])
        else:
            if above:
                yield above
            above = line
    if above:
        yield above


def _is_next(above: PageLine, line: PageLine) -> bool:
    return above.y - line.y < 2 * above.size and line.x < above.x + above.size


def _spaced(glyphs: Sequence[Glyph], links: Sequence[LinkBox]) -> list[Glyph]:
    """The characters with spaces where the page leaves room, and with the addresses that they lead to."""
    out: list[Glyph] = []
    for glyph in glyphs:
        before = out[-1] if out else None
        if glyph.char.isspace():
            if before and not before.char.isspace():
                out.append(glyph)
            continue
        if before and not before.char.isspace() and glyph.x - before.right > _GAP * max(before.size, glyph.size):
            out.append(before._replace(char=" ", x=before.right, link=""))
        out.append(glyph)
    near = _near(glyphs, links)
    if near:
        out = [glyph._replace(link=next((link.address for link in near if link.covers(glyph)), "")) for glyph in out]
    return _trimmed(out)


def _near(glyphs: Sequence[Glyph], links: Sequence[LinkBox]) -> list[LinkBox]:
    low, high = min((glyph.y for glyph in glyphs), default=0), max((glyph.y for glyph in glyphs), default=0)
    reach = max((glyph.size for glyph in glyphs), default=0)
    return [link for link in links if link.bottom <= high + reach and link.top >= low]


def _trimmed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters without the spaces around them."""
    begin, end = 0, len(glyphs)
    while end and glyphs[end - 1].char.isspace():
        end -= 1
    while begin < end and glyphs[begin].char.isspace():
        begin += 1
    return list(glyphs[begin:end])
