"""Whom something asks, row by row: each cell a stack of blocks, one for each directive, hedged ones hatched.

A stack is read as a bar of the picture of what a text is made of; where nothing is asked but a name is named, it is a
dash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

from ecoanalysis.measures import BANDS
from ecoanalysis.show.drawing import HATCHED, inline_data
from ecoanalysis.show.html import markup
from ecoanalysis.show.palette import FORCE, GRID

if TYPE_CHECKING:
    from markupsafe import Markup

    from ecoanalysis.show.view import View

Asks: TypeAlias = Mapping[str, tuple[int, int]]
"""For each band how many directives there are, and how many of them are hedged."""

_COUNTABLE = 8  # directives up to which each has a block of its own
_BLOCKS, _BARS = (30, 0.8), (40, 0.62)
"""Pixels of a row, and which part of it the highest stack takes: of countable blocks, of bars with their number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one text, committee or theme asks of one body."""

    row: int
    across: str
    asks: Asks
    """Empty where the body is only named."""
    values: Mapping[str, Any] = field(repr=False)
    """Where the cell leads, and the words of its tooltip."""

    @property
    def count(self) -> int:
        return sum(count for count, _ in self.asks.values())


def asks_of(frame: pl.DataFrame, *by: str) -> dict[tuple[str, ...], Asks]:
    """Return what is asked in each cell: ``counts.directives_by`` by some dimensions and the band.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> from ecoanalysis.measures import counts
    >>> frame = counts.directives_by(read_editions(), "symbol", "agency", "band", language="en")
    >>> asks_of(frame, "symbol", "agency")["A/RES/79/330", "undp"]
    {'D1': (1, 1), 'D4': (1, 1)}
    """
    cells: dict[tuple[str, ...], dict[str, tuple[int, int]]] = {}
    for row in frame.sort("band", maintain_order=True).iter_rows(named=True):
        cells.setdefault(tuple(row[name] for name in by), {})[row["band"]] = (row["directives"], row["hedged"])
    return dict(cells)


def by_force(view: View, asks: Asks) -> str:
    """Return in words how often by which force, the strongest first, and how much of it is hedged.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_text
    >>> by_force(view_text(language="en"), {"D1": (3, 2), "D4": (1, 1)})
    'urges 1 (1 hedged), encourages, invites 3 (2 hedged)'
    """
    if not asks:
        return view.labels("picture.named_only")
    parts = []
    for band in reversed(BANDS):
        count, hedged = asks.get(band, (0, 0))
        softened = view.labels("picture.some_hedged", hedged=hedged) if hedged else ""
        parts += [f"{view.labels(f'band.{band}')} {count}{softened}"] if count else []
    return view.labels.join(parts)


def keys(view: View, asked: Iterable[Asks]) -> list[tuple[str, str]]:
    """Return what the fills mean that are drawn, the strongest first."""
    drawn = {band: hedged for asks in asked for band, (_, hedged) in asks.items()}
    plain = [(view.labels(f"band.{band}"), FORCE[BANDS.index(band)]) for band in reversed(BANDS) if band in drawn]
    some = any(hedged for asks in asked for _, hedged in asks.values())
    return [*plain, (view.labels("picture.hedged_part"), HATCHED["D1"])] if some else plain


def dash_key(view: View) -> Markup:
    """Return what a dash means."""
    return markup(
        '<span><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><rect fill="{}" y="6" width="14"'
        ' height="3"></rect></svg> {}</span> ',
        GRID,
        view.labels("picture.dash"),
    )


def stacks(alt: Any, cells: Sequence[Cell], names: Sequence[str], x: Any, side: str = "left") -> Any:
    """Return the stacks of all cells, a row for each of ``names``, which stand at one side."""
    most = max((cell.count for cell in cells), default=1) or 1
    high, full = _BLOCKS if most <= _COUNTABLE else _BARS
    blocks = [block for cell in cells for block in _blocks(cell, full / most, 0.04 if most <= _COUNTABLE else 0)]
    last = len(names) - 1
    scale = alt.Scale(domain=[last + 0.1, -0.9], nice=False, zero=False)
    axis = alt.Axis(
        orient=side,
        values=[place - 0.35 for place in range(len(names))],
        labelExpr=f"{list(names)!r}[round(datum.value + 0.35)]",
        labelLimit=220,
    )
    y = alt.Y("from:Q", scale=scale, axis=axis, title=None)
    rows = alt.Chart(inline_data([{"from": place} for place in range(len(names))]))
    lines = rows.mark_rule(color=GRID, strokeWidth=0.4, aria=False).encode(y=y)
    drawn = alt.Chart(inline_data(blocks)).mark_bar(size=11, stroke=GRID, strokeWidth=0.4, aria=False)
    filled = drawn.encode(x=x, y=y, y2=alt.Y2("to:Q"), color=alt.Color("fill:N", scale=None))
    whole = [{"across": cell.across, "from": cell.row, "to": cell.row - 0.85, **cell.values} for cell in cells]
    targets = alt.Chart(inline_data(whole)).mark_bar(size=15, fillOpacity=0)
    shown = [
        alt.Tooltip(f"{name}:N") for name in ("who", "edition", "group", "does", "words") if whole and name in whole[0]
    ]
    led = targets.encode(
        x=x, y=y, y2=alt.Y2("to:Q"), href=alt.Href("href:N"), description=alt.Description("says:N"), tooltip=shown
    )
    numbers = [] if most <= _COUNTABLE else [_numbers(alt, cells, full / most, x, y)]
    return alt.layer(lines, filled, *numbers, led).properties(height=high * len(names))


def _blocks(cell: Cell, unit: float, gap: float) -> Iterator[dict[str, Any]]:
    """The blocks of a cell from below, a directive one ``unit`` of a row high; without a gap one block for a force."""
    if not cell.count:
        yield {"across": cell.across, "from": cell.row, "to": cell.row - 0.07, "fill": GRID}
    level = 0
    for band in reversed(BANDS):
        count, hedged = cell.asks.get(band, (0, 0))
        for part, fill in ((count - hedged, FORCE[BANDS.index(band)]), (hedged, HATCHED[band])):
            for size in [1] * part if gap else [part] * bool(part):
                begin, level = level, level + size
                sides = {"from": round(cell.row - begin * unit, 4), "to": round(cell.row - level * unit + gap, 4)}
                yield {"across": cell.across, "fill": fill, **sides}


def _numbers(alt: Any, cells: Sequence[Cell], unit: float, x: Any, y: Any) -> Any:
    """How many directives each stack is."""
    rows = [
        {"across": cell.across, "from": cell.row - unit * cell.count, "text": str(cell.count)}
        for cell in cells
        if cell.count
    ]
    written = alt.Chart(inline_data(rows)).mark_text(fontSize=10, baseline="bottom", aria=False)
    return written.encode(x=x, y=y, text=alt.Text("text:N"))
