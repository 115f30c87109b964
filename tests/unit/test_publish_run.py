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
    found = {job: outcome.notebook for job, outcome in run_all(jobs, workers=2)}
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


# Warm kernels


def shows(folder: Path, source: str) -> Path:
    """A notebook of one cell."""
    path = folder / f"{abs(hash(source))}.ipynb"
    parameters = nbformat.v4.new_code_cell("value = 0", metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(cells=[parameters, nbformat.v4.new_code_cell(source)]), path)
    return path


def outcomes(folder: Path, sources: list[str], **options: object) -> list[str]:
    """What each source, run one after the other in one kernel, prints, or the error it ends with."""
    jobs = [Job(shows(folder, source), {"value": at}, folder / f"out-{at}.ipynb") for at, source in enumerate(sources)]
    found = dict(run_all(jobs, 1, **options))  # type: ignore[arg-type]
    said = []
    for job in jobs:
        executed = found[job].notebook
        said.append(str(found[job].error) if executed is None else executed.cells[-1].outputs[0].text.strip())
    return said


LEAVES = (
    "import os, warnings, altair\n"
    "left = 1\nos.environ['LEFT'] = '1'\nos.chdir('/')\nwarnings.simplefilter('error')\naltair.theme.enable('dark')\n"
    "print(os.getpid())"
)
ASKS = (
    "import os, warnings, altair\n"
    "print('left' in dir(), 'LEFT' in os.environ, os.getcwd() == '/', altair.theme.active,\n"
    "      warnings.filters[0][0] == 'error', get_ipython().execution_count, os.getpid())"
)


def test_a_warm_kernel_forgets_what_ran_before(tmp_path: Path) -> None:
    pid, asked = outcomes(tmp_path, [LEAVES, ASKS])
    assert asked.split()[-1] == pid
    cold = run_notebook(shows(tmp_path, ASKS), {"value": 1}, tmp_path / "cold.ipynb").cells[-1].outputs[0].text
    assert asked.split()[:-1] == cold.split()[:-1]
    assert cold.startswith("False False False default False ")


def test_a_kernel_that_dies_is_a_failed_page_and_the_next_gets_another(tmp_path: Path) -> None:
    ran = outcomes(
        tmp_path, ["import os\nprint(os.getpid())", "import os\nos._exit(1)", "import os\nprint(os.getpid())"]
    )
    assert "DeadKernelError" in ran[1]
    assert ran[0].isdecimal()
    assert ran[2].isdecimal()
    assert ran[0] != ran[2]


def test_a_cell_that_takes_too_long_is_a_failed_page(tmp_path: Path) -> None:
    ran = outcomes(tmp_path, ["import time\ntime.sleep(60)", "print('next')"], seconds=2)
    assert "Timeout" in ran[0]
    assert ran[1] == "next"


def test_a_kernel_is_started_anew_after_some_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecoanalysis.publish.warm.RUNS", 2)
    pids = outcomes(
        tmp_path,
        ["import os\nprint(os.getpid())"] * 1 + ["import os\n\nprint(os.getpid())", "import os;print(os.getpid())"],
    )
    assert pids[0] == pids[1] != pids[2]


def test_papermill_knows_the_engine(notebook: Path, tmp_path: Path) -> None:
    import papermill

    papermill.execute_notebook(
        str(notebook),
        str(tmp_path / "out.ipynb"),
        {"value": 7},
        engine_name="ecoanalysis-warm",
        kernel_name="python3",
        language="python",
        progress_bar=False,
    )
    assert printed(nbformat.read(tmp_path / "out.ipynb", 4))[0] == 7
