"""The loom: every mandate of a series a ribbon through time, grouped by theme, sorted by birth, its fill the force.

Hedged force is hatched; the years of the first and the last edition that hold a mandate stand at the ribbon's ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

from ecoanalysis.measures import survival as course
from ecoanalysis.measures import texts
from ecoanalysis.measures.frames import BANDS, TEXT
from ecoanalysis.show.drawing import hatch
from ecoanalysis.show.html import Html, markup
from ecoanalysis.show.mandate import MandateName, mandate_name_of
from ecoanalysis.show.palette import GRID, variables
from ecoanalysis.show.render import render
from ecoanalysis.show.view import View

if TYPE_CHECKING:
    from markupsafe import Markup

Step: TypeAlias = Mapping[str, Any]
"""A row of ``survival.mandate_steps``: a mandate in one edition."""
_WIDE, _NARROW = 400, 330  # pixels that a ribbon's row has at least on a desk, and on a phone
_FIRST, _LAST = 8.0, 92.0  # per cent of the row: where the first and the last edition stand, years have room beside
_THICK = 1.6  # per cent that one edition is wide
_RECENT = 2  # editions: what is alive or ended in the last so many stands open
_JUST = 1  # editions: what ended in the last so many is drawn where what ended before is left out
_PIECE = 60  # characters of a piece of a mandate's name that stand beside its ribbon
_COLOURS = {f"f{step}": f"force-{step}" for step in range(1, 6)} | {"dec": "act-dec", "other": "act-ref"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a ribbon: editions in which a mandate has one force, one after the other."""

    year: str
    code: str
    hedged: bool
    start: float
    """Where it begins and ends, in per cent of the row."""
    end: float
    gap: float
    """Where the next run begins, if editions in between lack the mandate; else where this one ends."""

    @property
    def look(self) -> str:
        """The class that its fill has: a step of force, hatched where hedged; a decision; anything else."""
        if self.code in BANDS:
            return f"{'h' if self.hedged else 'f'}{self.code[1]}"
        return "dec" if self.code == "DEC" else "other"


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A mandate as it is drawn."""

    theme: str
    bodies: tuple[str, ...]
    alive: bool
    recent: bool
    changed: bool
    label: Markup
    """What the first and the latest edition share."""
    href: str | None
    runs: tuple[Run, ...] = field(repr=False)
    ends: str
    """The year of the last edition that has it."""
    steps: tuple[str, ...] = field(repr=False)
    """What happened to it, edition by edition, in words: where it was born, changed, ended."""


def loom(view: View, *, ended: bool = True) -> Html:
    """Show every mandate through the editions that hold it.

    Open are mandates alive or ended in the last two editions; the rest is folded by theme. Where ``ended`` is false,
    all but those alive and those that the latest edition ended are left out.

    Examples
    --------
    >>> from ecoanalysis.show.view import view_series
    >>> view = view_series("eco", facts="zh")
    >>> loom(view).html.count("</li>") == course.lifetimes(view.tables).height
    True
    """
    steps = _with_hedges(view, course.mandate_steps(view.tables))
    if steps.is_empty():
        return view.say("figure.empty")
    every = list(_ribbons(view, steps, _RECENT if ended else _JUST))
    ribbons = every if ended else [ribbon for ribbon in every if ribbon.recent]
    by_theme: dict[str, list[Ribbon]] = {}
    for ribbon in ribbons:
        by_theme.setdefault(ribbon.theme, []).append(ribbon)
    groups = [_group(view, theme, rows) for theme, rows in sorted(by_theme.items(), key=lambda item: -len(item[1]))]
    bodies = Counter(body for ribbon in ribbons for body in ribbon.bodies)
    alive, recent = (sum(getattr(ribbon, state) for ribbon in every) for state in ("alive", "recent"))
    looks = {run.look for ribbon in ribbons for run in ribbon.runs}
    return Html(
        str(
            render(
                "loom.html.j2",
                say=view.labels,
                title=view.labels("loom.title", first=view.years[view.symbols[0]], last=view.years[view.symbol]),
                says=_says(view, steps, len(every), alive, recent, ended=ended),
                how=_how(view, ribbons),
                alternative=view.labels("loom.alternative", mandates=len(ribbons), editions=len(view.symbols)),
                axis=_axis(view),
                colours=[(name, variable, variables()[variable][0]) for name, variable in _COLOURS.items()],
                hatches=[(f"h{band[1]}", markup(hatch(f"loom-hatch-{band[1]}", band))) for band in BANDS],
                grid=GRID,
                thick=_THICK,
                groups=groups,
                themes=[(group["theme"], group["title"]) for group in groups],
                bodies=[(body, view.short(body)) for body, _ in bodies.most_common()],
                keys=_keys(view, looks),
                gaps=any(run.gap > run.end for ribbon in ribbons for run in ribbon.runs),
            )
        )
    )


def _says(view: View, steps: pl.DataFrame, every: int, alive: int, recent: int, *, ended: bool) -> Markup:
    """How many mandates there are, what counts as one, and which of them are shown."""
    says = view.sentence(
        "loom.says" if ended else "loom.says_recent",
        mandates=view.number(every, "mandates_born"),
        editions=len(view.symbols),
        alive=view.number(alive, "mandates", symbol=view.symbol),
        shown=recent,
        rest=every - recent,
    )
    both = course.in_preambles(view.opened).join(steps, on="lineage", how="semi", maintain_order="left").height
    further = [view.sentence("loom.preambular", count=both)] if both else []
    return markup(view.labels("punctuation.sentences")).join([says, *further])


def _keys(view: View, looks: Set[str]) -> list[tuple[str, str]]:
    """What the fills that are drawn mean, the strongest force first."""
    bands = [(f"f{band[1]}", view.labels(f"band.{band}")) for band in reversed(BANDS)]
    others = [("dec", view.labels("class.DEC")), ("other", view.labels("course.other"))]
    keys = [(look, word) for look, word in bands + others if {look, look.replace("f", "h")} & looks]
    hedged = [("h1", view.labels("picture.hedged_part"))] if any(look[0] == "h" for look in looks) else []
    return keys + hedged


def _how(view: View, ribbons: Sequence[Ribbon]) -> str:
    """How a row is read: of those that stand open, the one whose force changed most."""
    row = max((row for row in ribbons if row.recent), key=lambda row: len({run.look for run in row.runs}))
    runs = (view.labels("loom.run", year=run.year, words=_code_words(view, run.code, run.hedged)) for run in row.runs)
    return view.labels(
        "loom.how",
        name=row.label.striptags(),
        theme=_theme_title(view, row.theme),
        runs=view.labels.join(runs),
        end=view.labels("loom.how_alive" if row.alive else "loom.how_ended", year=row.ends),
    )


def _places(view: View) -> dict[str, float]:
    """Where each edition stands across: at its date, true to scale; one without a date just behind the one before."""
    days = dict(texts(view.opened).select("symbol", "adopted_on").iter_rows())
    days_stated = [days[symbol].toordinal() for symbol in view.symbols if days.get(symbol)]
    if not days_stated:
        step = (_LAST - _FIRST) / max(1, len(view.symbols) - 1)
        return {symbol: _FIRST + place * step for place, symbol in enumerate(view.symbols)}
    first, span = min(days_stated), max(1, max(days_stated) - min(days_stated))

    def across(day: date | None, before: float) -> float:
        return before + 1 if day is None else _FIRST + (_LAST - _FIRST) * (day.toordinal() - first) / span

    places: dict[str, float] = {}
    for symbol in view.symbols:
        places[symbol] = round(across(days.get(symbol), next(reversed(places.values()), _FIRST)), 1)
    return places


def _axis(view: View) -> list[dict[str, Any]]:
    """The editions along the top: every one a tick, years where there is room for them, fewer on a phone."""
    ticks, last, last_narrow = [], -100.0, -100.0
    for symbol, x in _places(view).items():
        room, narrow = (x - last) * _WIDE >= 3200, (x - last_narrow) * _NARROW >= 3200
        ticks.append({"x": x, "year": view.years[symbol] if room or narrow else "", "wide": room, "narrow": narrow})
        last, last_narrow = x if room else last, x if narrow else last_narrow
    return ticks


def _group(view: View, theme: str, rows: Sequence[Ribbon]) -> dict[str, Any]:
    return {
        "theme": theme or "none",
        "title": _theme_title(view, theme),
        "open": [row for row in rows if row.recent],
        "folded": [row for row in rows if not row.recent],
    }


def _theme_title(view: View, theme: str) -> str:
    return view.theme_name(theme) if theme else view.labels("loom.no_theme")


def _ribbons(view: View, steps: pl.DataFrame, recent: int) -> Iterator[Ribbon]:
    themes, bodies = _main_themes(view), _bodies(view)
    grouped = {lineage: group.to_dicts() for (lineage,), group in steps.group_by("lineage", maintain_order=True)}
    names = {lineage: mandate_name_of(view, held_in) for lineage, held_in in grouped.items()}
    labels = _apart(view, names, {lineage: held_in[-1] for lineage, held_in in grouped.items()})
    places = _places(view)
    for life in course.lifetimes(view.tables).iter_rows(named=True):
        held_in = grouped[life["lineage"]]
        last = held_in[-1]
        yield Ribbon(
            theme=themes.get((last["symbol"], last["paragraph"]), ""),
            bodies=bodies.get((last["symbol"], last["paragraph"], last["index"]), ()),
            alive=life["alive"],
            recent=life["alive"] or life["last_place"] >= life["final"] - recent,
            changed=len({step["code"] for step in held_in}) > 1 or any(step["move"] for step in held_in),
            label=labels[life["lineage"]],
            href=view.address(last["symbol"], last["paragraph"]),
            runs=tuple(_runs(view, held_in, places)),
            ends=view.years[last["symbol"]],
            steps=tuple(_steps(view, held_in, names[life["lineage"]], life["alive"])),
        )


def _apart(view: View, names: Mapping[str, MandateName], latest: Mapping[str, Step]) -> dict[str, Markup]:
    """What stands beside each ribbon: what its editions share, and where two are called the same, more of it."""

    def place(step: Step) -> str:
        symbol = step["symbol"].partition("/RES/")[2] or step["symbol"]
        return view.labels("row.place", symbol=symbol, paragraph=step["paragraph"])

    shared = {id: name if name.born else replace(name, later=()) for id, name in names.items()}
    shown = {id: name.html(view.labels, _PIECE) for id, name in shared.items()}
    whole = {id: name.html(view.labels, _PIECE) for id, name in names.items()}
    placed = {id: markup("{} · {}", whole[id], place(step)) for id, step in latest.items()}
    bare = {id for id, name in names.items() if len(name.shared) == 1 and "→" not in name.shared[0]}
    for fuller in (whole, placed):
        counts = Counter(shown.values())
        shown = {id: fuller[id] if counts[label] > 1 or id in bare else label for id, label in shown.items()}
        bare = {id for id in bare if not names[id].later}
    return shown


def _with_hedges(view: View, steps: pl.DataFrame) -> pl.DataFrame:
    """The steps, and of each whether its clause is hedged."""
    place = [*TEXT, "paragraph", "index"]
    hedged = view.opened["clauses"].select(*place, hedged=pl.col("hedges").list.len() > 0)
    return steps.join(hedged, on=place, how="left", maintain_order="left")


def _runs(view: View, held_in: Sequence[Step], places: Mapping[str, float]) -> Iterator[Run]:
    """The stretches of one force, of the editions that hold a mandate."""
    stretches = [[held_in[0]]]
    for before, step in pairwise(held_in):
        follows = step["place"] == before["place"] + 1
        if follows and (step["code"], step["hedged"]) == (before["code"], before["hedged"]):
            stretches[-1].append(step)
        else:
            stretches.append([step])
    for stretch, others in zip_longest(stretches, stretches[1:]):
        first, last = stretch[0], stretch[-1]
        end = round(places[last["symbol"]] + _THICK, 1)
        after = places[others[0]["symbol"]] if others else end
        if others and others[0]["place"] == last["place"] + 1:
            end = after
        yield Run(view.years[first["symbol"]], first["code"], first["hedged"], places[first["symbol"]], end, after)


def _steps(view: View, held_in: Sequence[Step], name: MandateName, alive: bool) -> Iterator[str]:
    """Where it was born, changed, took in more, came back and ended, each in words."""
    later = dict(name.later)
    for number, step in enumerate(held_in):
        last = number == len(held_in) - 1
        pieces = [view.named(step["symbol"]), _code_words(view, step["code"], step["hedged"])]
        if step["move"]:
            pieces.append(view.labels(f"loom.{step['move']}"))
        elif number == 0 or step["step"] == "revived":
            pieces.append(view.labels(f"step.{step['step']}"))
        if words := later.pop(view.years[step["symbol"]], ()):
            pieces.append(view.labels("loom.added", words=view.labels.join(words)))
        if last:
            pieces.append(view.labels("loom.alive" if alive else "loom.ended"))
        if len(pieces) > 2:
            yield " · ".join(pieces)


def _code_words(view: View, code: str, hedged: bool) -> str:
    softer = view.labels.bracketed(view.labels("force.hedged_mark")) if hedged and code in BANDS else ""
    return view.labels(f"band.{code}" if code in BANDS else f"class.{code}") + softer


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
