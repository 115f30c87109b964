"""A lesson's source → what students and teachers get.

A source holds its solutions between ``### BEGIN SOLUTION`` and ``### END SOLUTION``, and model answers in Markdown
cells that are graded by hand: the marks and the cell metadata of nbgrader. What the student finds in the place of a
solution is the line above it, which ends in ``...``.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.errors import CorpusError, LessonError
from ecoanalysis.lexicon import load

if TYPE_CHECKING:
    from nbformat import NotebookNode

SOURCES = Path("notebooks/lessons/source")
STUDENT = "student"
TEACHER = "teacher"

_SOLUTION = re.compile(r"^[ \t]*### BEGIN SOLUTION\n.*?^[ \t]*### END SOLUTION\n?", re.DOTALL | re.MULTILINE)
_MARKS = re.compile(r"^(?:[^\n]*\.\.\.\n### BEGIN|[ \t]*### (?:BEGIN|END)) SOLUTION\n?", re.MULTILINE)


def read_source(path: Path) -> NotebookNode:
    """Return a lesson's source.

    Raises
    ------
    LessonError
        Where it is no notebook, or a solution is begun and not ended.
    """
    import nbformat

    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
    except (OSError, ValueError) as error:
        raise LessonError(f"{path}: not a notebook ({error})") from None
    for cell in notebook.cells:
        begun, ended = (cell.source.count(f"### {word} SOLUTION") for word in ("BEGIN", "END"))
        if begun != ended or len(_SOLUTION.findall(cell.source)) != begun:
            raise LessonError(f"{path}: cell {cell.id}: a solution is begun and not ended, or the other way round")
    return notebook


def student(notebook: NotebookNode, language: str) -> NotebookNode:
    """Return the student's version: exercises without their solutions, nothing run.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> solved = "n = ...\\n### BEGIN SOLUTION\\nn = 39\\n### END SOLUTION"
    >>> student(new_notebook(cells=[new_code_cell(solved)]), "en").cells[0].source
    'n = ...'
    """
    made = _bare(notebook)
    made.cells = [cell for cell in made.cells if "teacher" not in cell.metadata.get("tags", ())]
    for cell in made.cells:
        if cell.cell_type == "code":
            cell.source = _SOLUTION.sub("", cell.source).rstrip()
        elif cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = load("interface/lessons")["here"][language]
    return made


def teacher(notebook: NotebookNode) -> NotebookNode:
    """Return the teacher's version: the solutions in their places, unmarked, and the notes for teachers.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> solved = "n = ...\\n### BEGIN SOLUTION\\nn = 39\\n### END SOLUTION"
    >>> teacher(new_notebook(cells=[new_code_cell(solved)])).cells[0].source
    'n = 39'
    """
    made = _bare(notebook)
    for cell in made.cells:
        cell.source = _MARKS.sub("", cell.source).rstrip()
    return made


def _bare(notebook: NotebookNode) -> NotebookNode:
    made = copy.deepcopy(notebook)
    for cell in made.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return made


def sources(folder: Path = SOURCES) -> Iterator[tuple[str, Path]]:
    """Yield language and path of every lesson's source, in order.

    Raises
    ------
    CorpusError
        Where there is no such folder.
    LessonError
        Where the folder holds none.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder of lessons; run this in the repository, or name one with --from")
    notebooks = sorted(folder.glob("*/*.ipynb"))
    if not notebooks:
        raise LessonError(f"{folder}: no lessons here; run this in the repository, or name a folder with --from")
    for path in notebooks:
        yield path.parent.name, path


def write_versions(folder: Path = SOURCES, to: Path | None = None) -> list[Path]:
    """Write the versions of every lesson for students and teachers, and for these a page to project; return the files.

    Parameters
    ----------
    folder
        The sources, a folder for each language.
    to
        Where ``student`` and ``teacher`` are written; beside the sources if left out.
    """
    written = []
    for language, path in sources(folder):
        source = read_source(path)
        for kind, notebook in ((STUDENT, student(source, language)), (TEACHER, teacher(source))):
            target = (to or folder.parent) / kind / language / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(as_file(notebook), encoding="utf-8")
            written.append(target)
        written.append(_write_summary(source, language, (to or folder.parent) / TEACHER / language / path.name))
    return written


def _write_summary(source: NotebookNode, language: str, beside: Path) -> Path:
    from ecoanalysis.lessons.summary import summary_page

    number = [entry["name"] for entry in load("interface/lessons")["lesson"]].index(beside.stem) + 1
    title = source.cells[0].source.partition("\n")[0].strip("# ")
    page = beside.with_suffix(".html")
    page.write_text(summary_page(number, language, title), encoding="utf-8")
    return page


def as_file(notebook: NotebookNode) -> str:
    """Return a notebook as the text of its file."""
    import nbformat

    return f"{nbformat.writes(notebook)}\n"
