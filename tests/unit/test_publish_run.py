"""Running a notebook: values arrive as they are, on this environment's own kernel."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import pytest

from ecoanalysis.corpus.work import cores
from ecoanalysis.publish.kernel import kernel_manager, spec, write_spec
from ecoanalysis.publish.page import notebook_body
from ecoanalysis.publish.run import Job, NotebookError, run_all, run_notebook
from ecoanalysis.publish.warm import FONTS

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]


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


def test_a_worker_keeps_to_a_kin_of_jobs_and_helps_where_most_wait(notebook: Path, tmp_path: Path) -> None:
    kins = "zh", "zh", "en", "en", "en", "en"
    jobs = [Job(notebook, {"value": at}, tmp_path / f"{at}.ipynb", kin) for at, kin in enumerate(kins)]
    alone = [job.parameters["value"] for job, _ in run_all(jobs, workers=1)]
    assert alone == [2, 3, 4, 5, 0, 1]


@pytest.mark.thorough
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


def test_a_page_does_not_tell_where_a_folder_lies(notebook: Path, tmp_path: Path) -> None:
    folder = tmp_path / "resolutions"
    executed = run_notebook(notebook, {"value": str(folder)}, tmp_path / "out.ipynb")
    assert printed(executed)[0] == str(folder)  # which is what it ran with
    injected = executed.cells[1].source
    assert "resolutions" in injected
    assert str(tmp_path) not in injected


def counts(folder: Path) -> str:
    """Code that writes down that it was run."""
    return f"open({str(folder / 'tries')!r}, 'a').write('.')"


def tries(folder: Path) -> int:
    return len((folder / "tries").read_text())


def test_a_failure_is_one_line_and_leaves_the_half_run_copy(notebook: Path, tmp_path: Path) -> None:
    nb = nbformat.read(notebook, 4)
    nb.cells[1].source = f"{counts(tmp_path)}\nprint('so far')\nraise ValueError('no\\nsuch theme')"
    nbformat.write(nb, notebook)
    with pytest.raises(NotebookError, match=r"^cell 3: ValueError: no such theme$"):
        run_notebook(notebook, {"value": 1}, tmp_path / "out.ipynb")
    assert "so far" in (tmp_path / "out.ipynb").read_text()
    assert tries(tmp_path) == 1


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


@pytest.mark.thorough
def test_a_cell_that_takes_too_long_is_a_failed_page(tmp_path: Path) -> None:
    slow = f"{counts(tmp_path)}\nimport time\nprint(6 * 7, flush=True)\ntime.sleep(60)"
    ran = outcomes(tmp_path, [slow, "print('next')"], seconds=2)
    assert "Timeout" in ran[0]
    assert printed(nbformat.read(tmp_path / "out-0.ipynb", 4)) == 42  # the half-run copy
    assert ran[1] == "next"
    assert tries(tmp_path) == 1


@pytest.mark.thorough
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


# Kernels that die

KILLED = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
SEGFAULT = "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)"


@pytest.mark.thorough
def test_a_kernel_that_dies_in_a_cell_costs_no_page(tmp_path: Path) -> None:
    """Each page kills its kernel once, the last one every time; only that one fails, and the next gets a kernel."""
    once = "import pathlib\nplace = pathlib.Path('killed-{at}')\nif not place.exists():\n place.touch()\n {kill}\n"
    kill = KILLED.replace("\n", ";")
    sources = [once.format(at=at, kill=kill) + f"print('page {at}')" for at in range(3)]
    ran = outcomes(tmp_path, [*sources, f"{counts(tmp_path)}\n{KILLED}", "print('next')"])
    assert ran == ["page 0", "page 1", "page 2", "tried twice: the kernel died (SIGKILL)", "next"]
    assert tries(tmp_path) == 2


@pytest.mark.thorough
def test_a_kernel_that_dies_leaves_its_standard_error(tmp_path: Path) -> None:
    (ran,) = outcomes(tmp_path, [SEGFAULT])
    assert ran.startswith("tried twice: the kernel died (SIGSEGV): Fatal Python error: Segmentation fault | ")
    assert re.search(r"line 2 in <module>$", ran)


STARTS = """
import os, pathlib, sys
marker, times, *command = sys.argv[1:]
started = pathlib.Path(marker)
started.open("a").write(".")
if len(started.read_text()) <= int(times):
    sys.exit("no room left\\nfor a kernel")
os.execv(command[0], command)
"""


@pytest.fixture
def dying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Makes kernels die while they start, some times; every start is a dot in a file."""

    def die(times: int) -> Path:
        def dies(*options: str) -> dict[str, Any]:
            argv = [sys.executable, "-c", STARTS, str(tmp_path / "starts"), str(times)]
            return {**spec(*options), "argv": [*argv, *spec(*options)["argv"]]}

        monkeypatch.setattr("ecoanalysis.publish.kernel.spec", dies)
        return tmp_path / "starts"

    return die


def test_a_kernel_that_dies_while_it_starts_is_tried_again(
    notebook: Path, tmp_path: Path, dying: Callable[[int], Path]
) -> None:
    starts = dying(1)
    assert printed(run_notebook(notebook, {"value": 1}, tmp_path / "out.ipynb"))[0] == 1
    assert len(starts.read_text()) == 2
    starts.unlink()
    assert outcomes(tmp_path, ["print('a')", "print('b')"]) == ["a", "b"]
    assert len(starts.read_text()) == 2


@pytest.mark.thorough
def test_a_kernel_that_never_starts_is_one_line_with_its_standard_error(
    notebook: Path, tmp_path: Path, dying: Callable[[int], Path]
) -> None:
    starts = dying(9)
    line = "tried twice: the kernel died (exit code 1): no room left | for a kernel"
    with pytest.raises(NotebookError, match=f"^{re.escape(line)}$"):
        run_notebook(notebook, {"value": 1}, tmp_path / "out.ipynb")
    assert outcomes(tmp_path, ["print('a')"]) == [line]
    assert len(starts.read_text()) == 4


@pytest.mark.thorough
def test_a_kernel_that_is_killed_to_end_a_run_is_not_tried_again(tmp_path: Path) -> None:
    jobs = [
        Job(shows(tmp_path, f"{counts(tmp_path)}\nimport time\ntime.sleep(60)"), {"value": 0}, tmp_path / "0.ipynb"),
        Job(shows(tmp_path, "print('done')"), {"value": 0}, tmp_path / "1.ipynb"),
    ]
    running = run_all(jobs, 2)
    assert next(running)[0] is jobs[1]
    while not (tmp_path / "tries").exists():
        time.sleep(0.1)
    running.close()
    assert tries(tmp_path) == 1


MEASURED = """
import sys, vl_convert
place = {"text": {"value": sys.argv[1]}, "fontSize": {"value": 100}, "font": {"value": "sans-serif"}}
spec = {"width": 0, "height": 0, "padding": 0, "marks": [{"type": "text", "encode": {"enter": place}}]}
print(vl_convert.vega_to_scenegraph(spec)["width"])
"""


@pytest.mark.parametrize(
    ("words", "width"),
    [("国", 100), ("国，", 200), ("n", 56), ("n国", 156), *([("\U0003fffd", 100)] if sys.platform == "linux" else [])],
    ids=["Chinese", "its punctuation", "Latin", "both", "what only the build's own font has"],
)
def test_a_kernel_measures_chinese_words_in_squares_and_latin_ones_in_their_own_font(words: str, width: int) -> None:
    command = [sys.executable, "-c", MEASURED, words]
    measured = subprocess.run(command, env=os.environ | FONTS, capture_output=True, text=True, check=True)
    assert int(measured.stdout) == width


def test_the_font_is_what_its_tool_makes(tmp_path: Path) -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "measuring_font.py"))
    tool["write"](tmp_path / "square.ttf")
    assert (tmp_path / "square.ttf").read_bytes() == tool["FONT"].read_bytes()


def test_sockets_are_files_where_their_path_is_short_enough(tmp_path: Path) -> None:
    with TemporaryDirectory(prefix="ecoanalysis-") as private:
        assert kernel_manager(Path(private)).transport == "ipc"
    assert kernel_manager(tmp_path / ("x" * 100)).transport == "tcp"


KERNELS = 12


@pytest.mark.thorough
@pytest.mark.parametrize("transport", ["ipc", "tcp"])
def test_kernels_start_on_a_machine_that_is_busy(
    tmp_path: Path, transport: str, dying: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many at once, beside processes that take all the time they get: each is slow, and none is called dead."""
    starts = dying(0)
    monkeypatch.setattr("ecoanalysis.publish.kernel._SOCKET_PATH", 100 if transport == "ipc" else 0)
    monkeypatch.setattr("ecoanalysis.publish.warm._LOAD", "")
    page = shows(tmp_path, "print(value)")
    jobs = [Job(page, {"value": at}, tmp_path / f"{at}.ipynb") for at in range(KERNELS)]
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2 * cores())]
    try:
        ran = {job.parameters["value"]: outcome for job, outcome in run_all(jobs, KERNELS)}
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    assert {at: outcome.error for at, outcome in ran.items()} == dict.fromkeys(range(KERNELS))
    if transport == "ipc":  # another program of the machine may take a port, never a file of ours
        assert len(starts.read_text()) == KERNELS


ANSWERED = [
    ("x = ...", False),
    ("lesson.check('a', x)", False),
    ("lesson.changes(x)", False),
    ("lesson.changes(y)", True),
]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_of_a_lesson_shows_no_output_of_what_nobody_answered(language: str) -> None:
    out = [nbformat.v4.new_output("stream", text="shown there")]
    cells = [nbformat.v4.new_code_cell(source, outputs=out) for source, _ in [("y = 1", True), *ANSWERED]]
    cells[2].metadata["nbgrader"] = {"grade": True}
    body = notebook_body(nbformat.v4.new_notebook(cells=cells), "T", language)
    note = {"en": "Answers cannot be entered on this page", "zh": "网页上不能作答"}[language]
    assert body.count("shown there") == 3  # of y, of the cell to fill in, and of what does not need it
    assert body.count(note) == 1
    assert body.index("shown there") < body.index(note)


def test_the_first_exercise_of_lesson_five_is_not_answered_above_it() -> None:
    for language in ("en", "zh"):
        path = Path(__file__).parents[2] / "notebooks" / "lessons" / "source" / language / "05-change.ipynb"
        cells = {cell.id: cell.source for cell in nbformat.read(path, as_version=4).cells}
        assert cells["links"].splitlines()[-1] == "links.head(8)"
