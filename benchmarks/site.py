"""How long a site takes: against the same notebooks run one by one, and against what their cells alone take.

``python benchmarks/site.py [--pages N]`` makes the first N pages of the plan (all if left out) in three ways in one run
and prints ratios: ``plain`` is papermill with a fresh kernel for each page and nbconvert's own page; ``floor`` is the
time that the cells take in an interpreter that has everything loaded, divided by the cores. Each ratio is given by the
clock and by the time that all processes had of the processors, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from ecoanalysis.corpus import open_corpus
from ecoanalysis.corpus.work import cores
from ecoanalysis.publish.build import How, build
from ecoanalysis.publish.choices import about, choices
from ecoanalysis.publish.lessons import lesson_pages
from ecoanalysis.publish.page import in_one_language
from ecoanalysis.publish.plan import PagePlan, expand, read_plan, suited
from ecoanalysis.publish.run import run_notebook
from ecoanalysis.publish.warm import FONTS
from ecoanalysis.show.notebook import PUBLISHING, use_in_notebook

PLAN = Path(__file__).parents[1] / "reports" / "plan.toml"


@dataclass(frozen=True)
class Took:
    """How long something took: by the clock, and of the processors, one after the other."""

    clock: float
    processors: float

    @classmethod
    def of(cls, work: Callable[[], None]) -> Took:
        before = os.times()
        work()
        after = os.times()
        return cls(after.elapsed - before.elapsed, sum(after[:4]) - sum(before[:4]))

    def times(self, other: Took, clock: float = 1, processors: float = 1) -> str:
        """How many times the other, by the clock and by the processors, each of which may be divided among cores."""
        by_clock, by_processors = clock * self.clock / other.clock, processors * self.processors / other.processors
        return f"{by_clock:.2f} ({by_processors:.2f} by the processors)"


def plain(pages: Sequence[PagePlan], folder: Path) -> None:
    from nbconvert import HTMLExporter

    for at, page in enumerate(pages):
        executed = run_notebook(page.notebook, page.parameters, folder / f"{at}.ipynb")
        HTMLExporter().from_notebook_node(executed)


def ours(pages: Sequence[PagePlan], folder: Path) -> None:
    """The whole build: pages, texts, search, downloads."""
    build(PLAN, folder / "site", how=How(only=tuple(page.address for page in pages)))


def cells(pages: Sequence[PagePlan]) -> None:
    """What the notebooks' cells do, and to show what they end with."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell.instance()
    use_in_notebook()
    for page in pages:
        spoken = in_one_language(nbformat.read(page.notebook, 4), page.language)
        for cell in (each for each in spoken.cells if each.cell_type == "code"):
            with capture_output():
                done = shell.run_cell(cell.source)
            done.raise_error()
            if "parameters" in cell.metadata.get("tags", ()):
                shell.push(dict(page.parameters))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=None)
    wanted = parser.parse_args().pages
    corpus, read = open_corpus(), read_plan(PLAN)
    subjects, there = about(corpus, read.languages)
    plan = expand(suited(read, subjects, there), choices(corpus))
    lessons = lesson_pages(plan)
    pages = [page for page in plan.pages if page not in lessons][:wanted]
    with TemporaryDirectory() as place:
        folder = Path(place)
        one, other = Took.of(lambda: plain(pages, folder)), Took.of(lambda: ours(pages, folder))
        again = Took.of(lambda: ours(pages, folder))
        os.environ.update(FONTS | {PUBLISHING: "1"})
        cells(pages)  # the first time loads what is needed
        least = Took.of(lambda: cells(pages))
        print(f"{len(pages)} pages on {cores()} cores: {one}, {other}, {least}")
        print(f"the whole site {one.times(other, processors=cores())} times faster than plain")
        print(f"{other.times(least, clock=cores())} times the floor")
        print(f"nothing changed: {again.times(other)} of a whole build, no kernel started")


if __name__ == "__main__":
    main()
