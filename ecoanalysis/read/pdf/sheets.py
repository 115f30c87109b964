"""Sheets on which two pages are printed side by side: each page is read as if it were alone on its sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecoanalysis.read.pages.geometry import Rule
from ecoanalysis.read.pdf.glyphs import LinkBox, PrintedPage, Run

_FEW = 30  # characters
_MARGIN = 2.0  # of the size: pages have margins, wider than the room between columns


def pages_on(sheets: Sequence[PrintedPage]) -> Iterator[PrintedPage]:
    """Yield the pages of sheets: two of each where all are wide with a free middle, and both sides hold text."""
    printed = [sheet for sheet in sheets if _words(sheet)]
    if not all(map(_is_parted, printed)) or not any(map(_holds_two, printed)):
        yield from sheets
        return
    for sheet in printed:
        left, middle, right = _edges(sheet)
        yield from (page for page in (_part(sheet, left, middle), _part(sheet, middle, right)) if _words(page))


def _words(sheet: PrintedPage) -> list[Run]:
    return [run for run in (*sheet.runs, *sheet.slanted) if any(not glyph.char.isspace() for glyph in run)]


def _edges(sheet: PrintedPage) -> tuple[float, float, float]:
    return sheet.left, sheet.left + sheet.width / 2, sheet.left + sheet.width


def _is_parted(sheet: PrintedPage) -> bool:
    return sheet.width > sheet.height and _is_free(_words(sheet), _edges(sheet)[1])


def _holds_two(sheet: PrintedPage) -> bool:
    """Whether both halves of a sheet hold lines of text, not a number or a head alone."""
    middle = _edges(sheet)[1]
    sides = [[run for run in sheet.runs if (run[0].x < middle) == left] for left in (True, False)]
    return all(len({round(run[0].y) for run in side}) > 1 and sum(map(len, side)) > _FEW for side in sides)


def _is_free(runs: Sequence[Run], middle: float) -> bool:
    """Whether the middle of a sheet has margins on both sides."""
    margin = _MARGIN * max(glyph.size for run in runs for glyph in run[:1])
    return all(_end(run) < middle - margin or run[0].x > middle + margin for run in runs)


def _end(run: Run) -> float:
    return next((glyph.right for glyph in reversed(run) if not glyph.char.isspace()), run[-1].right)


def _part(sheet: PrintedPage, left: float, right: float) -> PrintedPage:
    """What stands between two places of a sheet, its places counted from the left one on."""

    def moved(runs: Sequence[Run]) -> list[Run]:
        inside = (run for run in runs if left <= run[0].x < right)
        return [[glyph._replace(x=glyph.x - left, right=glyph.right - left) for glyph in run] for run in inside]

    rules = [Rule(rule.left - left, rule.right - left, rule.y) for rule in sheet.rules if left <= rule.left < right]
    strokes = (Rule(rule.left - left, rule.right - left, rule.y) for rule in sheet.strokes if left <= rule.left < right)
    links = [_moved(link, -left) for link in sheet.links if left <= link.left < right]
    return replace(
        sheet, runs=moved(sheet.runs), slanted=moved(sheet.slanted), rules=rules, links=links, strokes=tuple(strokes)
    )


def _moved(link: LinkBox, by: float) -> LinkBox:
    return link._replace(left=link.left + by, right=link.right + by)
