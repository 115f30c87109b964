"""The lessons in a site: their list, the glossary, and the files to take along."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from ecoanalysis.lessons.versions import STUDENT
from ecoanalysis.lexicon import INTERFACE, load
from ecoanalysis.publish.page import labels
from ecoanalysis.publish.plan import PagePlan, Plan
from ecoanalysis.show.render import render

ARCHIVE = "ecoanalysis-lessons.zip"
_ONLINE = re.compile(r"\[([^][]+)\]\((https://(?:mybinder\.org|colab\.research\.google\.com)/[^)]+)\)")


def lesson_pages(plan: Plan, language: str = "") -> list[PagePlan]:
    """Return the pages of a plan that lessons make, in one language or in all: notebooks of ``lessons/student``.

    Examples
    --------
    >>> paths = ("lessons/student/en/01-read.ipynb", "lessons/ecoanalysis/notebooks/03-themes.ipynb")
    >>> pages = tuple(PagePlan("page", "en", Path(path), {}, "", "", "") for path in paths)
    >>> [page.notebook.stem for page in lesson_pages(Plan(Path("plan.toml"), {"en": ""}, pages, ""))]
    ['01-read']
    """
    pages = (page for page in plan.pages if page.notebook.parent.parts[-3:-1] == ("lessons", STUDENT))
    return [page for page in pages if language in ("", page.language)]


def lessons_body(plan: Plan, language: str) -> str:
    """Return the body of the page that lists the lessons: aims, minutes, files, and the glossary."""
    catalogue = {lesson["name"]: lesson for lesson in load("interface/lessons")["lesson"]}
    other = next(spoken for spoken in INTERFACE if spoken != language)
    return str(
        render(
            "lessons.html.j2",
            labels=labels(language),
            other=labels(other),
            archive=ARCHIVE,
            lessons=[_lesson(page, catalogue[page.notebook.stem]) for page in lesson_pages(plan, language)],
            terms=[
                {"name": term[language], "other": term[other], "means": term["means"][language]}
                for term in load("interface/glossary")["term"]
            ],
        )
    )


def _lesson(page: PagePlan, entry: dict[str, Any]) -> dict[str, Any]:
    duration = labels(page.language)["minutes"].format(minutes=entry["minutes"])
    file = f"../lessons/{page.language}/{page.notebook.name}"
    aims = entry["aims"][page.language]
    return {"title": page.title, "summary": page.summary, "href": f"{page.name}.html", "minutes": duration} | {
        "aims": aims,
        "file": file,
        "online": _online(page.notebook),
    }


def _online(notebook: Path) -> list[tuple[str, str]]:
    """Where a notebook can be opened without installing anything, as its own cells say."""
    import nbformat

    cells = nbformat.read(notebook, as_version=4).cells
    return [link for cell in cells if cell.cell_type == "markdown" for link in _ONLINE.findall(cell.source)]


def write_lessons(site: Path, plan: Plan) -> None:
    """Write the notebooks for students into ``lessons`` of a site, and the zip for a class into its downloads."""
    from ecoanalysis.lessons.classroom import write_kit

    pages = lesson_pages(plan)
    for page in pages:
        target = site / "lessons" / page.language / page.notebook.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page.notebook, target)
    if pages:
        write_kit(site / "downloads" / ARCHIVE, pages[0].notebook.parents[1])
