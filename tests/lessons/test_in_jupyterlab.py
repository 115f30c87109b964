"""A lesson worked through as a student does: the untouched notebook in JupyterLab, in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

from tests.jupyterlab import WAIT, open_lab, open_notebook, run_all

ROOT = Path(__file__).resolve().parents[2]
LESSON = "04-force"


@pytest.mark.thorough
@pytest.mark.program("chromium")
def test_a_student_gets_from_three_dots_to_five_right_answers(tmp_path: Path) -> None:
    shutil.copy(ROOT / f"notebooks/lessons/student/en/{LESSON}.ipynb", tmp_path)
    solutions = {
        cell.id: cell.source
        for cell in nbformat.read(ROOT / f"notebooks/lessons/source/en/{LESSON}.ipynb", as_version=4).cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution")
    }
    student = nbformat.read(ROOT / f"notebooks/lessons/student/en/{LESSON}.ipynb", as_version=4)
    with open_lab(tmp_path) as lab, open_notebook(lab, f"{LESSON}.ipynb") as page:
        run_all(page)
        assert len(solutions) == 5
        expect(page.locator("p.remark.wrong")).to_have_count(5, timeout=WAIT)
        cells = page.locator(".jp-Notebook .jp-Cell")
        for at, cell in enumerate(student.cells):
            if cell.id in solutions:
                cells.nth(at).locator(".cm-content").click()
                page.keyboard.press("Control+a")
                page.keyboard.insert_text(solutions[cell.id])
        run_all(page)
        expect(page.locator("p.remark.right")).to_have_count(5, timeout=WAIT)
        assert page.locator("text=Nbgrader").count() == 0  # which is for teachers
        assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
