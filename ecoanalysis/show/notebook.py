"""How a running notebook shows charts and frames that are not ours: called once, when the package is imported in one.

Types are registered by their names and what shows them is loaded when there is one to be shown, so that nothing heavy
is loaded here.
"""

from __future__ import annotations

import os
import sys
from typing import Any

PUBLISHING = "ECOANALYSIS_PUBLISHING"
"""Set for the notebooks of a build: charts are pictures there and frames plain tables, in the language of the page."""

_CHARTS = tuple(f"altair.vegalite.{version}.api" for version in ("v5", "v6"))
_FRAMES = (("polars.dataframe.frame", "DataFrame"), ("polars.series.series", "Series"))


def use_in_notebook() -> None:
    """Have the running notebook show every Altair chart, and on a published page every Polars frame, in our way.

    Elsewhere nothing happens.
    """
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        return
    for module in _CHARTS:
        shell.display_formatter.mimebundle_formatter.for_type_by_name(module, "TopLevelMixin", _chart)
    if publishing():  # JupyterLab shows frames as Polars has them
        for module, name in _FRAMES:
            shell.display_formatter.formatters["text/html"].for_type_by_name(module, name, _frame)


def publishing() -> bool:
    """Whether the notebook runs for a page that is published."""
    return bool(os.environ.get(PUBLISHING))


def _chart(chart: Any, include: Any = None, exclude: Any = None) -> dict[str, Any]:
    from ecoanalysis.show.drawing import show_chart

    return show_chart(chart)


def _frame(frame: Any) -> str:
    from ecoanalysis.show.table import plain_frame

    return plain_frame(frame, page_language()).html


def page_language() -> str:
    """Return the language that the running notebook's parameter names, else the one in which we speak."""
    from IPython import get_ipython

    from ecoanalysis.lexicon import INTERFACE, SPOKEN

    shell = get_ipython()
    named = shell.user_ns.get("language", "") if shell is not None else ""
    return named if named in INTERFACE else SPOKEN
