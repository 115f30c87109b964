"""Running a notebook: values arrive as they are, on this environment's own kernel."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
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


def test_a_kernel_that_dies_twice_is_a_failed_page_and_the_next_gets_another(tmp_path: Path) -> None:
    dies = "import os, sys\nprint('out of luck', file=sys.__stderr__, flush=True)\nos._exit(1)"
    ran = outcomes(tmp_path, ["import os\nprint(os.getpid())", dies, "import os\nprint(os.getpid())"])
    assert re.fullmatch(r"DeadKernelError: .* Its last words: out of luck", ran[1])
    assert ran[0].isdecimal()
    assert ran[2].isdecimal()
    assert ran[0] != ran[2]


@pytest.mark.parametrize("warm", [True, False])
def test_a_kernel_killed_in_the_midst_of_a_page_costs_no_page(tmp_path: Path, warm: bool) -> None:
    once = f"""
import os, pathlib, signal
first = pathlib.Path({str(tmp_path / "first")!r})
if not first.exists():
    first.touch()
    os.kill(os.getpid(), signal.SIGKILL)
print("made")"""
    if warm:
        assert outcomes(tmp_path, [once, "print('next')"]) == ["made", "next"]
    else:
        executed = run_notebook(shows(tmp_path, once), {"value": 1}, tmp_path / "out.ipynb")
        assert executed.cells[-1].outputs[0].text == "made\n"


@pytest.mark.parametrize(("deaths", "made"), [(1, True), (9, False)])
def test_a_kernel_that_dies_while_it_starts_is_tried_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaths: int, made: bool
) -> None:
    starts = tmp_path / "starts"
    start = f"""
import pathlib, sys
starts = pathlib.Path({str(starts)!r})
starts.write_text(starts.read_text() + "x" if starts.exists() else "x")
if len(starts.read_text()) <= {deaths}:
    sys.exit("no room for a kernel")
from ipykernel.kernelapp import launch_new_instance
launch_new_instance()"""
    monkeypatch.setattr(
        "ecoanalysis.publish.kernel.spec",
        lambda *options: {
            "argv": [sys.executable, "-c", start, "-f", "{connection_file}", *options],
            "display_name": "dies",
            "language": "python",
        },
    )
    (said,) = outcomes(tmp_path, ["print('made')"])
    assert said == "made" if made else said.endswith("Its last words: no room for a kernel")
    assert len(starts.read_text()) == 2


def test_no_run_is_tried_again_once_all_are_ended(tmp_path: Path) -> None:
    waits = shows(tmp_path, "import time\ntime.sleep(60)")
    jobs = [Job(shows(tmp_path, "print(1)"), {}, tmp_path / "1.ipynb"), Job(waits, {}, tmp_path / "2.ipynb")]
    runs = run_all(jobs, 2)
    next(runs)
    begin = time.monotonic()
    runs.close()
    assert time.monotonic() - begin < 30


MANY = """
import sys, threading
from pathlib import Path
from ecoanalysis.publish.run import Job, run_all
if __name__ == "__main__":
    folder = Path(sys.argv[1])
    jobs = [Job(Path(sys.argv[2]), {"value": at}, folder / f"{at}.ipynb") for at in range(6)]
    print([str(outcome.error) for _, outcome in run_all(jobs, 6) if outcome.error])
"""


@pytest.mark.thorough
def test_many_kernels_start_on_a_busy_machine(notebook: Path, tmp_path: Path) -> None:
    """Three programs start six kernels each, while every core is kept busy."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        programs = []
        for name in "abc":
            (tmp_path / name).mkdir()
            command = [sys.executable, "-c", MANY, str(tmp_path / name), str(notebook)]
            programs.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert [program.communicate(timeout=300)[0].strip() for program in programs] == ["[]"] * 3
    finally:
        for burner in busy:
            burner.kill()


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
