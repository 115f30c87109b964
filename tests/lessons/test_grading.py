"""Answers of a class: collected from the notebooks without running them, and by nbgrader from end to end."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from ecoanalysis.errors import LessonError
from ecoanalysis.lessons.grading import as_csv, collect_marks
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


@pytest.mark.parametrize(
    ("exercise", "typed", "mark", "by"),
    [
        ("operative", "operative: int = 23", "right", "answer"),
        ("operative", 'operative = 23\nnote = "I counted twice"', "right", "answer"),
        ("operative", "operative = 20\noperative = 23", "right", "answer"),
        ("operative", "operative = 20\noperative += 3", "not run", ""),
        ("operative", "operative = 23 = ", "not run", ""),
        ("operative", "", "not run", ""),
        ("footnotes", 'marked = {"P3", "1"}\nmarked.add("13")', "not run", ""),
        ("footnotes", 'marked = {"P3", "1", "13"}  # by eye', "right", "answer"),
    ],
)
def test_an_answer_is_what_is_handed_to_the_check(
    exercise: str, typed: str, mark: str, by: str, tmp_path: Path
) -> None:
    hand_in(tmp_path, "ada", {exercise: typed})
    marks = {each.exercise: each for each in collect_marks(tmp_path)}
    assert (marks[exercise].mark, marks[exercise].by) == (mark, by)


def test_two_numbers_on_two_lines_are_one_answer(tmp_path: Path) -> None:
    notebook = nbformat.read(FOLDER / "student/en/02-names.ipynb", as_version=4)
    next(cell for cell in notebook.cells if cell.id == "quality").source = "precision = 0.2\nrecall = 0.5"
    nbformat.write(notebook, tmp_path / "names.ipynb")
    assert {mark.exercise: mark.mark for mark in collect_marks(tmp_path)}["quality"] == "right"


def test_a_renamed_notebook_is_known_and_a_kept_copy_left_out(tmp_path: Path) -> None:
    hand_in(tmp_path, "ada", {"operative": "operative = 23"})
    (tmp_path / "ada/01-read.ipynb").rename(tmp_path / "ada/homework.ipynb")
    copies = tmp_path / "ada/.ipynb_checkpoints"
    copies.mkdir()
    shutil.copy(tmp_path / "ada/homework.ipynb", copies / "homework-checkpoint.ipynb")
    assert {(mark.file, mark.lesson) for mark in collect_marks(tmp_path)} == {("ada/homework.ipynb", "01-read")}


def test_answers_on_a_text_of_ones_own_rest_on_what_the_check_said(tmp_path: Path) -> None:
    own = {
        "parameters": 'mine: str = "lakes.pdf"\nlanguage: str = "en"',
        "open": "lesson = open_lesson(1, language, mine)",
        "operative": "operative = 2",
    }
    hand_in(tmp_path, "ada", own, {"check-operative": remark("operative", "en", "right")._repr_html_()})
    mark = next(mark for mark in collect_marks(tmp_path) if mark.exercise == "operative")
    assert (mark.mark, mark.by) == ("right", "saved output")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"cells": 1}', '{"cells": [], "nbformat": 9}', "\x00\x01"])
def test_what_is_no_lesson_is_a_row_that_says_so(text: str, tmp_path: Path) -> None:
    (tmp_path / "broken.ipynb").write_text(text, encoding="utf-8")
    (mark,) = collect_marks(tmp_path)
    assert mark.mark == "by hand"
    assert mark.sentence.startswith(("not a notebook", "a notebook, but of no lesson"))


def test_a_notebook_of_something_else_is_a_row_that_says_so(tmp_path: Path) -> None:
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")]), tmp_path / "mine.ipynb")
    assert [mark.sentence for mark in collect_marks(tmp_path)] == ["a notebook, but of no lesson"]


@pytest.mark.thorough
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
