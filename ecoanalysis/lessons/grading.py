"""The notebooks that a class hands in → one table of answers and marks. Nothing of them is run."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import CorpusError, LessonError
from ecoanalysis.lessons.answers import is_untouched
from ecoanalysis.lessons.exercises import exercises
from ecoanalysis.lessons.lesson import Lesson, open_lesson
from ecoanalysis.lexicon import INTERFACE, SPOKEN, load

if TYPE_CHECKING:
    from nbformat import NotebookNode

_REMARK = re.compile(r'<p class="remark (right|wrong)"')
_TAG = re.compile(r"<[^>]+>")
_OPENED = re.compile(r"\bopen_lesson\(\s*(\d+)")
_OF_MINE = re.compile(r"^lesson = open_lesson\([^)]*\bmine\b", re.MULTILINE)
_MINE = re.compile(r"^mine: str = ([\"']).+?\1", re.MULTILINE)
_LANGUAGE = re.compile(r"^language: str = [\"'](\w+)[\"']", re.MULTILINE)
_CHECK = "check-"


@dataclass(frozen=True, slots=True)
class Grade:
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


def collect_marks(folder: Path) -> list[Grade]:
    """Return the answers of every notebook in a folder.

    An answer written out (``{"7", "8"}``) is checked again. One that is code is not run: what its check said when the
    student ran it stands for it, and ``by`` says so, for a saved output can be written by hand. So it does where the
    student worked on a text of their own. Copies that Jupyter keeps are left out; what is no lesson has a row.

    Raises
    ------
    CorpusError
        Where there is no such folder.
    LessonError
        Where the folder holds no notebook of a lesson.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; name the one that holds what the class handed in")
    paths = sorted(path for path in folder.rglob("*.ipynb") if not _hidden(path.relative_to(folder)))
    marks = [mark for path in paths for mark in _marks_of(path, folder)]
    if not marks:
        raise LessonError(f"{folder}: no notebook of a lesson here")
    return marks


def _hidden(path: Path) -> bool:
    """Copies that Jupyter and the Mac keep beside what a student saved."""
    return any(part.startswith(".") for part in path.parts)


def as_csv(marks: Iterable[Grade]) -> str:
    """Return marks as a table that a spreadsheet opens; no cell begins as a formula would."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(Grade)])
    writer.writerows([_harmless(value) for value in astuple(mark)] for mark in marks)
    return text.getvalue()


def _harmless(value: str) -> str:
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") else value


def _marks_of(path: Path, folder: Path) -> Iterator[Grade]:
    import nbformat

    file = path.relative_to(folder).as_posix()
    try:
        notebook = nbformat.read(path, as_version=4)
        cells = {cell.get("id") or cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, nbformat.ValidationError) as error:
        yield Grade(file, "", "", "by hand", "", f"not a notebook ({str(error).partition(chr(10))[0]})", "")
        return
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    name = _name_of(path, code)
    if not name:
        yield Grade(file, "", "", "by hand", "", "a notebook, but of no lesson", "")
        return
    stated = _LANGUAGE.search(code)
    lesson = open_lesson(_names().index(name) + 1, stated[1] if stated and stated[1] in INTERFACE else SPOKEN)
    again = not (
        _MINE.search(code) and _OF_MINE.search(code)
    )  # another text is not at hand: its answers are not checked
    for id, cell in cells.items():
        graded = cell.metadata.get("nbgrader", {})
        if str(id).startswith(_CHECK):
            exercise = str(id).removeprefix(_CHECK)
            yield Grade(file, name, exercise, *_judged(lesson if again else None, exercise, cells.get(exercise), cell))
        elif cell.cell_type == "markdown" and graded.get("solution"):
            yield Grade(file, name, str(id), "by hand", "", "", cell.source)


def _names() -> list[str]:
    return [entry["name"] for entry in load("interface/lessons")["lesson"]]


def _name_of(path: Path, code: str) -> str:
    """The lesson that a notebook opens, whatever its file is called; else the one that its file is called after."""
    opened = _OPENED.search(code)
    if opened and 1 <= int(opened[1]) <= len(_names()):
        return _names()[int(opened[1]) - 1]
    return next((name for name in _names() if name in path.stem), "")


def _judged(
    lesson: Lesson | None, exercise: str, answer: NotebookNode | None, check: NotebookNode
) -> tuple[str, str, str, str]:
    """Grade, what it rests on, the sentence, and the answer as it was typed."""
    typed = answer.source if answer else ""
    given = _literal(typed, check.source)
    if is_untouched(given):
        return "unanswered", "answer", "", typed
    if given is not None and lesson and exercise in exercises():
        remark = lesson.check(exercise, given)
        if remark is not None:
            return "right" if remark.right else "wrong", "answer", str(remark), typed
    shown = "".join(
        "".join(output.get("data", {}).get("text/html", "")) for output in check.get("outputs", ()) if "data" in output
    )
    match = _REMARK.search(shown)
    if match is None:
        return "not run", "", "", typed
    return match[1], "saved output", unescape(_TAG.sub("", shown)).strip(" ✓→"), typed


def _literal(answer: str, check: str) -> Any:
    """What is handed to the check, where the answer is written out; None where it has to be run."""
    values = _assigned(answer)
    asked = re.search(r"check\([^,]+,(.*)\)", check, re.DOTALL)
    if values is None or asked is None:
        return None
    names = re.findall(r"\w+", asked[1])
    given = [values.get(name) for name in names]
    if None in given or not given:
        return None
    return given[0] if len(given) == 1 else tuple(given)


def _assigned(source: str) -> dict[str, Any] | None:
    """What each name of a cell is in the end; None where the cell does more than write values out."""
    values: dict[str, Any] = {}
    try:
        for node in ast.parse(source).body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            value = (
                ast.literal_eval(node.value) if isinstance(node, ast.Assign | ast.AnnAssign) and node.value else None
            )
            (target,) = targets
            if isinstance(target, ast.Name) and value is not None:
                values[target.id] = value
            elif isinstance(target, ast.Tuple) and isinstance(value, tuple):
                values.update({name.id: each for name, each in zip(target.elts, value, strict=True)})  # type: ignore[attr-defined]
            else:
                return None
    except (SyntaxError, ValueError, AttributeError):
        return None
    return values
