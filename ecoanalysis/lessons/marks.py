"""The notebooks that a class hands in → one table of answers and marks. Nothing of them is run."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import LessonError
from ecoanalysis.lessons.lesson import Lesson, open_lesson
from ecoanalysis.lexicon import INTERFACE, SPOKEN, load

if TYPE_CHECKING:
    from nbformat import NotebookNode

_REMARK = re.compile(r'<p class="remark (right|wrong)"')
_TAG = re.compile(r"<[^>]+>")
_LANGUAGE = re.compile(r"^language: str = [\"'](\w+)[\"']", re.MULTILINE)
_CHECK = "check-"


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer of one notebook."""

    file: str
    lesson: str
    exercise: str
    mark: str
    """right, wrong, unanswered, not run, or by hand: a question for discussion, or a solution that has to be run."""
    by: str
    """What the mark rests on: the answer itself, checked again, or the output that the student saved."""
    sentence: str
    answer: str


def collect_marks(folder: Path) -> list[Mark]:
    """Return the answers of every notebook in a folder.

    An answer written out (``{"7", "8"}``) is checked again. One that is code is not run: what its check said when the
    student ran it stands for it, and ``by`` says so, for a saved output can be written by hand.

    Raises
    ------
    LessonError
        Where the folder holds no notebook of a lesson.
    """
    marks = [mark for path in sorted(folder.rglob("*.ipynb")) for mark in _marks_of(path, folder)]
    if not marks:
        raise LessonError(f"{folder}: no notebook of a lesson here")
    return marks


def as_csv(marks: Iterable[Mark]) -> str:
    """Return marks as a table that a spreadsheet opens; no cell begins as a formula would."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(Mark)])
    writer.writerows([_harmless(value) for value in astuple(mark)] for mark in marks)
    return text.getvalue()


def _harmless(value: str) -> str:
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") else value


def _marks_of(path: Path, folder: Path) -> Iterator[Mark]:
    import nbformat

    name = next((entry["name"] for entry in load("interface/lessons")["lesson"] if entry["name"] in path.stem), None)
    if name is None:
        return
    number = [entry["name"] for entry in load("interface/lessons")["lesson"]].index(name) + 1
    file = path.relative_to(folder).as_posix()
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError) as error:
        yield Mark(file, name, "", "by hand", "", f"not a notebook ({error})", "")
        return
    stated = _LANGUAGE.search("\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code"))
    lesson = open_lesson(number, stated[1] if stated and stated[1] in INTERFACE else SPOKEN)
    cells = {cell.get("id") or cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    for id, cell in cells.items():
        graded = cell.metadata.get("nbgrader", {})
        if str(id).startswith(_CHECK):
            exercise = str(id).removeprefix(_CHECK)
            yield Mark(file, name, exercise, *_judged(lesson, exercise, cells.get(exercise), cell))
        elif cell.cell_type == "markdown" and graded.get("solution"):
            yield Mark(file, name, str(id), "by hand", "", "", cell.source)


def _judged(lesson: Lesson, exercise: str, answer: NotebookNode | None, check: NotebookNode) -> tuple[str, ...]:
    """Mark, what it rests on, the sentence, and the answer as it was typed."""
    typed = answer.source if answer else ""
    given = _literal(typed)
    if given is ...:
        return "unanswered", "answer", "", typed
    if given is not None and not lesson.mine:
        remark = lesson.check(exercise, given)
        if remark is not None:
            return "right" if remark.right else "wrong", "answer", str(remark), typed
    shown = "".join(
        "".join(output.get("data", {}).get("text/html", "")) for output in check.get("outputs", ()) if "data" in output
    )
    match = _REMARK.search(shown)
    if match is None:
        return "not run", "", "", typed
    return match[1], "saved output", _TAG.sub("", shown).strip(" ✓→"), typed


def _literal(source: str) -> Any:
    """What the last assignment of a cell gives, where it is written out; None where it has to be run."""
    try:
        last = [node for node in ast.parse(source).body if isinstance(node, ast.Assign)][-1]
        value = ast.literal_eval(last.value)
    except (SyntaxError, ValueError, IndexError):
        return None
    return ... if value is ... or (isinstance(value, tuple) and ... in value) else value
