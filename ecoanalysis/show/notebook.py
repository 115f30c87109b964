"""How a running notebook shows charts and frames that are not ours: called once, when the package is imported in one.

Types are registered by their names and what shows them is loaded when there is one to be shown, so that nothing heavy
is loaded here.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Sequence
from typing import Any

PUBLISHING = "ECOANALYSIS_PUBLISHING"
"""Set for the notebooks of a build: charts are pictures there and frames plain tables, in the language of the page."""

_CHARTS = tuple(f"altair.vegalite.{version}.api" for version in ("v5", "v6"))
_FRAMES = (("polars.dataframe.frame", "DataFrame"), ("polars.series.series", "Series"))


def use_in_notebook() -> None:
    """Have the running notebook show every Altair chart and every Polars frame in our way, elsewhere do nothing.

    On a published page a frame is a plain table; in JupyterLab it is one that can be sorted, and so are our tables.
    """
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        return
    for module in _CHARTS:
        shell.display_formatter.mimebundle_formatter.for_type_by_name(module, "TopLevelMixin", _chart)
    html = shell.display_formatter.formatters["text/html"]
    for module, name in _FRAMES:
        html.for_type_by_name(module, name, _frame if publishing() else _sortable_frame)
    if not publishing() and hasattr(shell, "kernel"):  # a terminal has no tables
        html.for_type_by_name("ecoanalysis.show.html", "Html", _sortable)
        _load_sorting()


def publishing() -> bool:
    """Whether the notebook runs for a page that is published."""
    return bool(os.environ.get(PUBLISHING))


def _chart(chart: Any, include: Any = None, exclude: Any = None) -> dict[str, Any]:
    from ecoanalysis.show.drawing import show_chart

    return show_chart(chart)


def _frame(frame: Any) -> str:
    from ecoanalysis.show.table import plain_frame

    return plain_frame(frame, page_language()).html


def _sortable_frame(frame: Any) -> str:
    from ecoanalysis.show.sortable import sortable_frame

    return sortable_frame(frame, page_language())


def _sortable(shown: Any) -> str:
    from ecoanalysis.show.sortable import sortable_tables

    return sortable_tables(shown.html, page_language())


def _load_sorting() -> None:
    from IPython.display import display

    from ecoanalysis.show.sortable import loading

    display({"text/html": loading(), "text/plain": ""}, raw=True)


def page_language() -> str:
    """Return the language that the running notebook's parameter names, else the one in which we speak."""
    from IPython import get_ipython

    from ecoanalysis.lexicon import INTERFACE, SPOKEN

    shell = get_ipython()
    named = shell.user_ns.get("language", "") if shell is not None else ""
    return named if named in INTERFACE else SPOKEN


_INJECTED = "# Parameters\n"  # how papermill begins the cell that it adds
_TYPES: dict[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "float": (int, float), "bool": (bool,)}


def check_parameters() -> None:
    """Stop the running notebook where papermill gave it a parameter that it does not take, or one of another type.

    Raises
    ------
    ChoiceError
        With the nearest parameters that there are, or the type that is needed.
    """
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None:
        check_injected(shell.user_ns.get("In", ()))


def check_injected(cells: Sequence[str]) -> None:
    """Hold what papermill injected among the cells that ran against the cell before it, which says what is taken.

    Raises
    ------
    ChoiceError
        Where a name is not declared there, or a value is not of the type declared.

    Examples
    --------
    >>> check_injected(["theme: str = ''", "# Parameters\\nthema = 'energy'\\n"])
    Traceback (most recent call last):
    ...
    ecoanalysis.errors.ChoiceError: there is no parameter 'thema'; the nearest are: theme
    >>> check_injected(["edition: str = ''", "# Parameters\\nedition = 75\\n"])
    Traceback (most recent call last):
    ...
    ecoanalysis.errors.ChoiceError: edition=75 is of type int, and str is needed: -r edition 75
    """
    from ecoanalysis.errors import ChoiceError, nearest

    places = [place for place, cell in enumerate(cells) if place and cell.startswith(_INJECTED)]
    if not places:
        return
    declared = {
        ast.unparse(line.target): ast.unparse(line.annotation)
        for line in ast.parse(cells[places[0] - 1]).body
        if isinstance(line, ast.AnnAssign)
    }
    for line in ast.parse(cells[places[0]]).body:
        if not isinstance(line, ast.Assign):
            continue
        name, value = ast.unparse(line.targets[0]), ast.literal_eval(line.value)
        if declared and name not in declared:
            raise ChoiceError(f"there is no parameter {name!r}; the nearest are: {nearest(name, list(declared))}")
        kind = _TYPES.get(declared.get(name, ""))
        if kind and (not isinstance(value, kind) or (isinstance(value, bool) and bool not in kind)):
            given, needed = type(value).__name__, declared[name]
            as_text = f": -r {name} {value}" if str in kind else ""  # papermill's way to pass text as it stands
            raise ChoiceError(f"{name}={value!r} is of type {given}, and {needed} is needed{as_text}")
