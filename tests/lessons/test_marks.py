"""Answers of a class: collected from the notebooks without running them, and by nbgrader from end to end."""

from __future__ import annotations

import csv
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from ecoanalysis.errors import LessonError
from ecoanalysis.lessons.marks import as_csv, collect_marks
from ecoanalysis.lessons.remarks import remark

FOLDER = Path(__file__).resolve().parents[2] / "notebooks/lessons"


def hand_in(folder: Path, who: str, typed: dict[str, str], shown: dict[str, str] | None = None) -> None:
    """The first lesson as a student saves it: what was typed, and what the checks showed."""
    notebook = nbformat.read(FOLDER / "student/en/01-read.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.id in typed:
            cell.source = typed[cell.id]
        html = (shown or {}).get(cell.id)
        if html:
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/html": html})]
    (folder / who).mkdir(parents=True)
    nbformat.write(notebook, folder / who / "01-read.ipynb")


def test_answers_written_out_are_checked_again_and_code_is_not_run(tmp_path: Path) -> None:
    said_right = remark("due", "en", "right")._repr_html_()
    typed = {"operative": "operative = 29", "cited": "cited = open('/tmp/never').read()", "due": "session = 90 + 9"}
    hand_in(tmp_path, "ada", typed, {"check-operative": said_right, "check-due": said_right})
    marks = {mark.exercise: mark for mark in collect_marks(tmp_path)}
    shown = {id: (mark.mark, mark.by) for id, mark in marks.items()}
    assert shown == {
        "operative": ("wrong", "answer"),
        "footnotes": ("unanswered", "answer"),
        "cited": ("not run", ""),
        "due": ("right", "saved output"),
        "think": ("by hand", ""),
    }
    assert "29 counts 6 parts" in marks["operative"].sentence
    assert marks["due"].answer == "session = 90 + 9"


def test_the_table_is_one_row_per_answer_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    for who in ("ada", "bo"):
        hand_in(tmp_path, who, {"operative": "=HYPERLINK(1)"})
    rows = list(csv.DictReader(as_csv(collect_marks(tmp_path)).splitlines()))
    assert len(rows) == 10
    assert {row["file"] for row in rows} == {"ada/01-read.ipynb", "bo/01-read.ipynb"}
    assert not any(value.startswith("=") for row in rows for value in row.values())


def test_a_notebook_that_cannot_be_read_is_a_row_and_an_empty_folder_an_error(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="no notebook of a lesson here"):
        collect_marks(tmp_path)
    (tmp_path / "01-read.ipynb").write_text("{", encoding="utf-8")
    (mark,) = collect_marks(tmp_path)
    assert "not a notebook" in mark.sentence


@pytest.mark.thorough
@pytest.mark.skipif(not importlib.util.find_spec("nbgrader"), reason="nbgrader is not installed")
def test_nbgrader_generates_grades_and_exports(tmp_path: Path) -> None:
    """What a teacher does: sources into the course, the students' version out, hand-ins graded, grades as CSV."""
    source = tmp_path / "source/first"
    source.mkdir(parents=True)
    shutil.copy(FOLDER / "source/en/01-read.ipynb", source)
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        "c.CourseDirectory.course_id = 'course'\n"
        'c.ClearSolutions.code_stub = {"python": "# your answer above"}\n',
        encoding="utf-8",
    )
    _nbgrader(tmp_path, "generate_assignment", "first")
    released = nbformat.read(tmp_path / "release/first/01-read.ipynb", as_version=4)
    assert "SOLUTION" not in nbformat.writes(released)
    handed = tmp_path / "submitted/ada/first"
    handed.mkdir(parents=True)
    answers = {"operative": "operative = 23", "due": "session = 97"}
    for cell in released.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    nbformat.write(released, handed / "01-read.ipynb")
    _nbgrader(tmp_path, "autograde", "first")
    _nbgrader(tmp_path, "export")
    (row,) = csv.DictReader((tmp_path / "grades.csv").read_text(encoding="utf-8").splitlines())
    assert (row["student_id"], float(row["score"]), float(row["max_score"])) == ("ada", 1, 6)
    graded = (tmp_path / "autograded/ada/first/01-read.ipynb").read_text(encoding="utf-8")
    assert "Session 97 is the one that adopted this resolution" in graded


def _nbgrader(course: Path, *command: str) -> None:
    paths = os.pathsep.join([str(FOLDER.parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])])
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # it calls alembic
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *command],
        cwd=course,
        env=os.environ | {"PYTHONPATH": paths, "PATH": programs},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
