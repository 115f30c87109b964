"""The guide to the measures: what each counts, a row of what its frame is, and its columns."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ecoanalysis.measures import measures

if TYPE_CHECKING:
    import polars as pl

_PREFACE = """# Measures

Written by `python tools/codebook.py`; `ecoanalysis.measures.catalogue()` has the same as a frame. Every number that a
page, a notebook or a lesson states is one of these functions, from tables to a frame: `from ecoanalysis.measures import
asked`, then `asked.parties(tables)`. Columns that stand in the tables too mean what [the codebook](codebook.md) says.
"""


def measures_guide() -> str:
    """Return the guide as Markdown.

    Examples
    --------
    >>> "## asked" in measures_guide()
    True
    """
    from ecoanalysis.editions import read_series

    return "\n".join([_PREFACE, *_sections(read_series())])


def _sections(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    module = ""
    for each, function in measures():
        if (of := each.name.partition(".")[0]) != module:
            module = of
            yield f"## {module}\n"
        yield f"### `{each.name}({', '.join(_parameters(function))})`\n"
        yield f"{each.definition.replace('``', '`')} *{each.grain[0].upper()}{each.grain[1:]}.*\n"
        if columns := _columns(function, tables, each.example):
            yield f"Columns: {', '.join(f'`{column}`' for column in columns)}.\n"


def _parameters(function: Callable[..., object]) -> Iterator[str]:
    for parameter in inspect.signature(function).parameters.values():
        yield str(parameter.replace(annotation=inspect.Parameter.empty))


def _columns(
    function: Callable[..., pl.DataFrame], tables: Mapping[str, pl.DataFrame], example: Sequence[object]
) -> list[str]:
    """The columns of its frame, where a call tells them: what depends on words asked for is left to its docstring."""
    needed = [
        parameter
        for parameter in list(inspect.signature(function).parameters.values())[1:]
        if parameter.default is inspect.Parameter.empty and parameter.kind is not inspect.Parameter.VAR_POSITIONAL
    ]
    if needed and not example:
        return []
    return function(tables, *example).columns
