"""What a measure says of itself: the grain of its frame, and the kind of fact on whose accuracy it rests."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import polars as pl

Frames = Mapping[str, "pl.DataFrame"]
"""Tables by name: those of facts and what follows from them, and of a series where there is one."""

F = TypeVar("F", bound=Callable[..., "pl.DataFrame"])

MODULES = ("asked", "counts", "due", "force", "languages", "network", "session", "survival", "votes", "words")


@dataclass(frozen=True, slots=True)
class Measure:
    """A public function from tables to a frame."""

    name: str
    grain: str
    facts: tuple[str, ...]
    """The kinds of fact that it counts, as the quality report names them."""
    definition: str
    """The first sentence of what the function says of itself."""
    example: tuple[object, ...] = ()
    """What it may be called with beside the tables, so that a guide and a test see a frame."""


def measure(grain: str, *facts: str, example: tuple[object, ...] = ()) -> Callable[[F], F]:
    """Mark a function as a measure: say what a row of its frame is, which kinds of fact it rests on, how it is called.

    Examples
    --------
    >>> @measure("one row per text", "clauses")
    ... def silence(tables):
    ...     '''How many paragraphs say nothing.'''
    >>> describe(silence).facts
    ('clauses',)
    """

    def mark(function: F) -> F:
        function.__measure__ = Measure(  # type: ignore[attr-defined]
            f"{function.__module__.rpartition('.')[2]}.{function.__name__}",
            grain,
            facts,
            " ".join((inspect.getdoc(function) or "").partition("\n\n")[0].split()),
            example,
        )
        return function

    return mark


def describe(function: Callable[..., object]) -> Measure:
    """Return what a measure says of itself."""
    described: Measure = function.__measure__  # type: ignore[attr-defined]
    return described


def measures() -> Iterator[tuple[Measure, Callable[..., pl.DataFrame]]]:
    """Yield every measure with its function.

    Examples
    --------
    >>> {each.name.partition(".")[0] for each, _ in measures()} == set(MODULES)
    True
    """
    for name in MODULES:
        module = import_module(f"ecoanalysis.measures.{name}")
        for function in vars(module).values():
            if getattr(function, "__module__", "") == module.__name__ and hasattr(function, "__measure__"):
                yield describe(function), function


def catalogue() -> pl.DataFrame:
    """Return one row per measure: its name, the grain of its frame, its definition, the kinds of fact it rests on.

    Examples
    --------
    >>> catalogue().columns
    ['measure', 'grain', 'definition', 'facts']
    """
    import polars as pl

    rows = [(each.name, each.grain, each.definition, list(each.facts)) for each, _ in measures()]
    return pl.DataFrame(rows, schema=["measure", "grain", "definition", "facts"], orient="row")
