"""How long a site takes: against the same notebooks run one by one, and against what their cells alone take.

``python benchmarks/site.py [--pages N]`` makes the first N pages of the plan (all if left out) in three ways in one run
and prints ratios: ``plain`` is papermill with a fresh kernel for each page and nbconvert's own page; ``floor`` is the
time that the cells take in an interpreter that has everything loaded, divided by the cores.
"""

from __future__ import annotations

import argparse
import builtins
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat

from ecoanalysis.corpus import open_corpus
from ecoanalysis.corpus.work import cores
from ecoanalysis.publish.build import How, build
from ecoanalysis.publish.choices import about, choices
from ecoanalysis.publish.lessons import lesson_pages
from ecoanalysis.publish.page import in_one_language
from ecoanalysis.publish.plan import PagePlan, expand, read_plan, suited
from ecoanalysis.publish.run import run_notebook

PLAN = Path(__file__).parents[1] / "reports" / "plan.toml"


def plain(pages: Sequence[PagePlan], folder: Path) -> float:
    from nbconvert import HTMLExporter

    start = time.perf_counter()
    for at, page in enumerate(pages):
        executed = run_notebook(page.notebook, page.parameters, folder / f"{at}.ipynb")
        HTMLExporter().from_notebook_node(executed)
    return time.perf_counter() - start


def ours(pages: Sequence[PagePlan], folder: Path) -> float:
    """The whole build: pages, texts, search, downloads."""
    start = time.perf_counter()
    build(PLAN, folder / "site", how=How(only=tuple(page.address for page in pages)))
    return time.perf_counter() - start


def floor(pages: Sequence[PagePlan]) -> float:
    from IPython.core.formatters import DisplayFormatter

    shown = DisplayFormatter()
    builtins.display = lambda *found: [shown.format(one) for one in found]  # type: ignore[attr-defined]
    for _ in range(2):  # the first time loads what is needed
        start = time.perf_counter()
        for page in pages:
            names: dict[str, Any] = {}
            spoken = in_one_language(nbformat.read(page.notebook, 4), page.language)
            for cell in (each for each in spoken.cells if each.cell_type == "code"):
                exec(compile(cell.source, str(page.notebook), "exec"), names)
                if "parameters" in cell.metadata.get("tags", ()):
                    names |= page.parameters
        took = time.perf_counter() - start
    return took / cores()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=None)
    wanted = parser.parse_args().pages
    corpus, read = open_corpus(), read_plan(PLAN)
    subjects, of_series = about(corpus, read.languages)
    plan = expand(suited(read, subjects, of_series=of_series), choices(corpus))
    lessons = lesson_pages(plan)  # whose cells need IPython
    pages = [page for page in plan.pages if page not in lessons][:wanted]
    with TemporaryDirectory() as place:
        one, other, least = plain(pages, Path(place)), ours(pages, Path(place)), floor(pages)
        print(f"{len(pages)} pages on {cores()} cores: {one / other:.1f} times faster than plain, whole site included")
        print(f"{other / least:.1f} times the floor")
        print(f"nothing changed: {ours(pages, Path(place)) / other:.3f} of a whole build, no kernel started")


if __name__ == "__main__":
    main()
