"""The loom: every mandate of a series a ribbon through time, grouped by theme, sorted by birth, its fill the force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.measures import survival as course
from ecoanalysis.measures import texts
from ecoanalysis.measures.frames import TEXT
from ecoanalysis.show.html import Html
from ecoanalysis.show.mandate import mandate_name_of
from ecoanalysis.show.palette import GRID, variables
from ecoanalysis.show.render import render
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

_WIDE = 560
_ENDS = 12  # pixels that the first and the last edition stand from the edge
_BAR = 12  # of a ribbon, in a row of 24
_RECENT = 2  # editions: what is alive or ended in the last so many stands open
_PIECE = 48  # characters of a piece of a mandate's name that stand beside its ribbon
_COLOURS = {f"f{step}": f"force-{step}" for step in range(1, 6)} | {"dec": "act-dec", "other": "act-ref"}
_PLACE = ("symbol", "paragraph", "index")
_MOVES = {"stronger": "↑", "weaker": "↓", "both": "↕"}


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A mandate as it is drawn."""

    lineage: str
    theme: str
    bodies: tuple[str, ...]
    alive: bool
    recent: bool
    changed: bool
    label: Markup
    """What the first and the latest edition share, and what is said since."""
    href: str | None
    parts: tuple[Mapping[str, Any], ...] = field(repr=False)
    """Runs of one force: class, where, how wide; gaps, marks where force changed, the cap at its end."""
    steps: tuple[str, ...] = field(repr=False)
    """What happened to it, edition by edition, in words: where it was born, changed, ended."""


def loom(view: View) -> Html:
    """Show every mandate through the editions that hold it.

    Open are mandates alive or ended in the last two editions; the rest is folded by theme.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_series
    >>> view = view_series("eco", facts="zh")
    >>> loom(view).html.count("</li>") == course.lifetimes(view.tables).height
    True
    """
    steps = course.mandate_steps(view.tables)
    if steps.is_empty():
        return view.say("figure.empty")
    ribbons = list(_ribbons(view, steps))
    places = _places(view)
    by_theme: dict[str, list[Ribbon]] = {}
    for ribbon in ribbons:
        by_theme.setdefault(ribbon.theme, []).append(ribbon)
    groups = [_group(view, theme, rows) for theme, rows in sorted(by_theme.items(), key=lambda item: -len(item[1]))]
    bodies = Counter(body for ribbon in ribbons for body in ribbon.bodies)
    alive = sum(ribbon.alive for ribbon in ribbons)
    return Html(
        str(
            render(
                "loom.html.j2",
                say=view.labels,
                title=view.labels("loom.title"),
                says=view.sentence(
                    "loom.says",
                    mandates=view.number(len(ribbons), "mandates_born"),
                    alive=view.number(alive, "mandates", symbol=view.symbol),
                    shown=sum(ribbon.recent for ribbon in ribbons),
                ),
                alternative=view.labels("loom.alternative", mandates=len(ribbons), editions=len(view.symbols)),
                wide=_WIDE,
                axis=_axis(view, places),
                colours=[(name, variable, variables()[variable][0]) for name, variable in _COLOURS.items()],
                grid=GRID,
                groups=groups,
                themes=[(group["theme"], group["title"]) for group in groups],
                bodies=[(body, view.short(body)) for body, _ in bodies.most_common()],
                forces=[(f"f{step}", view.labels(f"band.D{step}")) for step in range(1, 6)]
                + [("dec", view.labels("class.DEC")), ("other", view.labels("course.other"))],
            )
        )
    )


def _places(view: View) -> dict[str, float]:
    """Where each edition stands across: at its date, true to scale; one without a date just behind the one before."""
    days = dict(texts(view.opened).select("symbol", "adopted_on").iter_rows())
    days_stated = [days[symbol].toordinal() for symbol in view.symbols if days.get(symbol)]
    if not days_stated:
        step = (_WIDE - 2 * _ENDS) / max(1, len(view.symbols) - 1)
        return {symbol: _ENDS + place * step for place, symbol in enumerate(view.symbols)}
    first, span = min(days_stated), max(1, max(days_stated) - min(days_stated))

    def across(day: date | None, before: float) -> float:
        return before + 6 if day is None else _ENDS + (_WIDE - 2 * _ENDS) * (day.toordinal() - first) / span

    places: dict[str, float] = {}
    for symbol in view.symbols:
        places[symbol] = round(across(days.get(symbol), next(reversed(places.values()), 0.0)), 1)
    return places


def _axis(view: View, places: Mapping[str, float]) -> list[dict[str, Any]]:
    """The editions along the top: every one a tick, years where there is room for them."""
    ticks, last = [], -100.0
    for symbol, x in places.items():
        room = x - last >= 32
        ticks.append({"x": x, "name": view.named(symbol), "year": view.years[symbol] if room else ""})
        last = x if room else last
    return ticks


def _group(view: View, theme: str, rows: Sequence[Ribbon]) -> dict[str, Any]:
    title = view.theme_name(theme) if theme else view.labels("loom.no_theme")
    return {
        "theme": theme or "none",
        "title": title,
        "open": [row for row in rows if row.recent],
        "folded": [row for row in rows if not row.recent],
    }


def _ribbons(view: View, steps: pl.DataFrame) -> Iterator[Ribbon]:
    places, themes, bodies = _places(view), _main_themes(view), _bodies(view)
    lives = {row["lineage"]: row for row in course.lifetimes(view.tables).iter_rows(named=True)}
    order = list(lives)
    grouped = {lineage: group.to_dicts() for (lineage,), group in steps.group_by("lineage", maintain_order=True)}
    for lineage in order:
        held_in, life = grouped[lineage], lives[lineage]
        last = held_in[-1]
        yield Ribbon(
            lineage=lineage,
            theme=themes.get((last["symbol"], last["paragraph"]), ""),
            bodies=bodies.get((last["symbol"], last["paragraph"], last["index"]), ()),
            alive=life["alive"],
            recent=life["alive"] or life["last_place"] >= life["final"] - _RECENT,
            changed=len({step["code"] for step in held_in}) > 1 or any(step["move"] for step in held_in),
            label=mandate_name_of(view, held_in).html(_PIECE),
            href=view.address(last["symbol"], last["paragraph"]),
            parts=tuple(_parts(held_in, places, life["alive"], list(places))),
            steps=tuple(_steps(view, held_in, life["alive"])),
        )


def _parts(
    held_in: Sequence[Mapping[str, Any]], places: Mapping[str, float], alive: bool, symbols: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Runs of one force; a thin line where editions lack it; marks where force changed; a cap at the end."""
    start = 0
    for place in range(1, len(held_in) + 1):
        ends = place == len(held_in)
        gap = not ends and held_in[place]["place"] > held_in[place - 1]["place"] + 1
        if not (ends or gap or held_in[place]["code"] != held_in[start]["code"]):
            continue
        left = places[held_in[start]["symbol"]]
        here = places[held_in[place - 1]["symbol"]]
        right = here + 8 if ends or gap else places[held_in[place]["symbol"]]
        yield {
            "kind": "run",
            "force": _force(held_in[start]["code"]),
            "x": left,
            "width": round(max(right - left, 8), 1),
        }
        if gap:
            yield {"kind": "gap", "x": round(right, 1), "width": round(places[held_in[place]["symbol"]] - right, 1)}
        start = place
    for step in held_in:
        if step["move"]:
            yield {"kind": "mark", "x": places[step["symbol"]], "text": _MOVES[step["move"]]}
    if not alive:
        yield {"kind": "cap", "x": round(places[held_in[-1]["symbol"]] + 8, 1)}


def _force(code: str) -> str:
    return f"f{code[1]}" if code.startswith("D") and code[1:].isdigit() else "dec" if code == "DEC" else "other"


def _steps(view: View, held_in: Sequence[Mapping[str, Any]], alive: bool) -> Iterator[str]:
    """Where it was born, changed, came back and ended, each in words."""
    for number, step in enumerate(held_in):
        last = number == len(held_in) - 1
        pieces = [view.named(step["symbol"]), _code_words(view, step["code"])]
        if step["move"]:
            pieces.append(view.labels(f"loom.{step['move']}"))
        elif number == 0 or step["step"] == "revived":
            pieces.append(view.labels(f"step.{step['step']}"))
        elif not last:
            continue
        if last:
            pieces.append(view.labels("loom.alive" if alive else "loom.ended"))
        yield " · ".join(pieces)


def _code_words(view: View, code: str) -> str:
    return view.labels(f"band.{code}" if f"band.{code}" in view.labels else f"class.{code}")


def _main_themes(view: View) -> dict[tuple[str, str], str]:
    """The heaviest theme of each paragraph of each edition."""
    frame = view.opened["themes"].sort("score", maintain_order=True)
    return {
        (symbol, paragraph): theme
        for symbol, paragraph, theme in frame.select("symbol", "paragraph", "theme").iter_rows()
    }


def _bodies(view: View) -> dict[tuple[str, str, int], tuple[str, ...]]:
    asked = view.opened["requests"].drop_nulls("agency").group_by(*TEXT, "paragraph", "index", maintain_order=True)
    frame = asked.agg(pl.col("agency").unique(maintain_order=True))
    return {
        (row["symbol"], row["paragraph"], row["index"]): tuple(row["agency"]) for row in frame.iter_rows(named=True)
    }
