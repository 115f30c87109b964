"""JupyterLab as a reader has it, in a real browser: what several folders of tests need."""

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
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

KERNEL = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status"
WAIT = 300_000  # milliseconds: what JupyterLab has computed it shows a while later, on a busy machine a long while
WHOLE = "@jupyterlab/notebook-extension/tracker.jupyterlab-settings"  # cells out of sight are then in the page too


@contextmanager
def open_lab(folder: Path) -> Iterator[str]:
    """JupyterLab on a folder of notebooks; gives its address."""
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


@contextmanager
def open_notebook(lab: str, name: str) -> Iterator[Page]:
    """A notebook of the folder, opened in a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(WAIT)
        page.goto(f"{lab}/lab/tree/{name}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        yield page
        browser.close()


def _answers(address: str, process: subprocess.Popen[bytes], seconds: float = WAIT / 1000) -> None:
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
    page.wait_for_function(f"{KERNEL} === 'idle'", timeout=WAIT)
    page.evaluate("{ window.jupyterapp.commands.execute('notebook:run-all-cells'); 0 }")  # its promise is not awaited
    page.wait_for_timeout(500)
    page.wait_for_function(
        "![...document.querySelectorAll('.jp-InputArea-prompt')].some((one) => one.textContent.includes('*'))",
        timeout=WAIT,
    )
