"""Running a notebook: values arrive as they are, on this environment's own kernel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from ecoanalysis.publish.kernel import write_spec
from ecoanalysis.publish.page import notebook_body
from ecoanalysis.publish.run import Job, NotebookError, run_all, run_notebook

pytestmark = pytest.mark.slow


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    parameters = nbformat.v4.new_code_cell("value = None", metadata={"tags": ["parameters"]})
    shown = nbformat.v4.new_code_cell("import json, sys\nprint(json.dumps([value, sys.executable]))")
    path = tmp_path / "one.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[parameters, shown]), path)
    return path


def printed(notebook: nbformat.NotebookNode) -> list[object]:
    found: list[object] = json.loads(notebook.cells[-1].outputs[0].text)
    return found


VALUES = [
    "\"; import os; '\\",
    "two\nlines, {braces} and 段落",
    ["a", 1, 2.5, True, {"k": "v'\""}],
    "<script>alert(1)</script>",
]


def test_values_arrive_as_values(notebook: Path, tmp_path: Path) -> None:
    jobs = [Job(notebook, {"value": value}, tmp_path / f"{at}.ipynb") for at, value in enumerate(VALUES)]
    found = dict(run_all(jobs, workers=2))
    assert [printed(found[job])[0] for job in jobs] == VALUES  # type: ignore[arg-type]
    body = notebook_body(found[jobs[3]], "<b>T</b>", "en")  # type: ignore[arg-type]
    assert "<script" not in body
    assert "<h1>&lt;b&gt;T&lt;/b&gt;</h1>" in body


def test_the_kernel_is_this_python_whatever_is_registered(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered = write_spec(tmp_path / "jupyter")
    registered.write_text(json.dumps({"argv": ["/bin/false"], "display_name": "other", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    executed = run_notebook(notebook, {"value": 1}, tmp_path / "out.ipynb")
    assert printed(executed) == [1, sys.executable]


def test_the_laboratory_finds_this_python_first(tmp_path: Path) -> None:
    registered = write_spec(tmp_path / "user")
    registered.write_text(json.dumps({"argv": ["/bin/false"], "display_name": "other", "language": "python"}))
    write_spec(tmp_path / "own")
    code = "from jupyter_client.kernelspec import get_kernel_spec as get; print(get('python3').argv[0])"
    paths = {"JUPYTER_PATH": str(tmp_path / "own"), "JUPYTER_DATA_DIR": str(tmp_path / "user")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | paths, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == sys.executable


def test_the_injected_cell_has_an_id_that_stays(notebook: Path, tmp_path: Path) -> None:
    executed = run_notebook(notebook, {"value": 1}, tmp_path / "out.ipynb")
    assert [cell.id for cell in executed.cells][1] == "injected-parameters"


def test_a_failure_is_one_line_and_leaves_the_half_run_copy(notebook: Path, tmp_path: Path) -> None:
    nb = nbformat.read(notebook, 4)
    nb.cells[1].source = "print('so far')\nraise ValueError('no\\nsuch theme')"
    nbformat.write(nb, notebook)
    with pytest.raises(NotebookError, match=r"^cell 3: ValueError: no such theme$"):
        run_notebook(notebook, {"value": 1}, tmp_path / "out.ipynb")
    assert "so far" in (tmp_path / "out.ipynb").read_text()
