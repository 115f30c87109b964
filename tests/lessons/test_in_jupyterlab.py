"""A lesson worked through as a student does: the untouched notebook in JupyterLab, in a real browser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import nbformat
import pytest
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
LESSON = "04-force"
KERNEL = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status"
WHOLE = "@jupyterlab/notebook-extension/tracker.jupyterlab-settings"  # cells out of sight are then in the page too


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("class")
    shutil.copy(ROOT / f"notebooks/lessons/student/en/{LESSON}.ipynb", folder)
    settings = folder / ".settings" / WHOLE
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"windowingMode": "none"}), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--port={port}", "--no-browser", "--allow-root", "--IdentityProvider.token=", "--ip=127.0.0.1"]
    options += ["--LabApp.expose_app_in_browser=True", f"--LabApp.user_settings_dir={settings.parents[2]}"]
    command = [sys.executable, "-m", "ecoanalysis", "lab", "--notebooks", str(folder), "--", *options]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _answers(f"{address}/api", process)
            yield address
        finally:
            os.killpg(process.pid, signal.SIGKILL)  # the command and JupyterLab, which would ask whether it is meant


def _answers(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urlopen(address).close()
            return
        except OSError:
            if time.monotonic() > end or process.poll() is not None:
                raise
            time.sleep(0.2)


def run_all(page: Page) -> None:
    page.wait_for_function(f"{KERNEL} === 'idle'", timeout=300_000)
    page.evaluate("{ window.jupyterapp.commands.execute('notebook:run-all-cells'); 0 }")  # its promise is not awaited
    page.wait_for_timeout(500)
    page.wait_for_function(
        "![...document.querySelectorAll('.jp-InputArea-prompt')].some((one) => one.textContent.includes('*'))",
        timeout=300_000,
    )


@pytest.mark.thorough
@pytest.mark.program("chromium")
def test_a_student_gets_from_three_dots_to_five_right_answers(lab: str) -> None:
    solutions = {
        cell.id: cell.source
        for cell in nbformat.read(ROOT / f"notebooks/lessons/source/en/{LESSON}.ipynb", as_version=4).cells
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution")
    }
    student = nbformat.read(ROOT / f"notebooks/lessons/student/en/{LESSON}.ipynb", as_version=4)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.goto(f"{lab}/lab/tree/{LESSON}.ipynb")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        run_all(page)
        page.wait_for_selector("p.remark.wrong")
        assert page.locator("p.remark.wrong").count() == len(solutions) == 5
        cells = page.locator(".jp-Notebook .jp-Cell")
        for at, cell in enumerate(student.cells):
            if cell.id in solutions:
                cells.nth(at).locator(".cm-content").click()
                page.keyboard.press("Control+a")
                page.keyboard.insert_text(solutions[cell.id])
        run_all(page)
        page.wait_for_selector("p.remark.right")
        assert page.locator("p.remark.right").count() == 5
        assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
        browser.close()
