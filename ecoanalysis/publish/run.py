"""Notebook and parameters → executed notebook, by papermill, on the environment's own kernel."""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from ecoanalysis.publish.kernel import NAME
from ecoanalysis.publish.plan import Value

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from ecoanalysis.publish.warm import WarmKernel

CELL_SECONDS = 600
_T = TypeVar("_T")
_WAKE = 0.5  # seconds after which the main thread looks whether it was interrupted: another may have got the signal
_TURN = 0.0005  # seconds for which a thread keeps the others from an answer to their kernels
_ENGINE = "ecoanalysis-warm"


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A notebook to execute, with which parameters, and the file for its executed copy."""

    notebook: Path
    parameters: Mapping[str, Value]
    output: Path
    kin: str = ""
    """What jobs share that need the same things made ready, as the comparisons of one language's editions."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the executed notebook, or the error that it ended with, and how long that took."""

    notebook: NotebookNode | None
    error: NotebookError | None
    seconds: float


class _Waiting:
    """Jobs that wait for a worker, who goes on with the kin of job that it has had, as long as there is one."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = list(jobs)
        self._workers = Counter[str]()  # how many have begun with a kin
        self._worker = threading.local()
        self._lock = threading.Lock()

    def take(self) -> Job:
        """Return the first job of the worker's kin; where none is left, of the kin with most for each worker."""
        kin = getattr(self._worker, "kin", None)
        with self._lock:
            left = Counter(job.kin for job in self._jobs)
            if kin not in left:
                kin = max(left, key=lambda each: left[each] / (1 + self._workers[each]))
                self._workers[kin] += 1
            job = next(job for job in self._jobs if job.kin == kin)
            self._jobs.remove(job)
        self._worker.kin = kin
        return job


class _Kernels:
    """A warm kernel for each worker, a thread of its own: a manager's sockets stay with the thread that made them."""

    def __init__(self, threads: int) -> None:
        # Once: of two threads that ask for a package at a time one may get the half of it.
        import jupyter_client.manager  # noqa: F401

        self._threads = threads
        self._worker = threading.local()
        self._all: list[WarmKernel] = []
        self._begun, self._loaded = threading.Semaphore(0), threading.Event()

    def mine(self) -> WarmKernel:
        """Return the worker's kernel, whose process begins to load; papermill is loaded then."""
        if not hasattr(self._worker, "kernel"):
            from ecoanalysis.publish.warm import WarmKernel

            self._worker.kernel = WarmKernel(self._threads)
            self._all.append(self._worker.kernel)
            try:
                self._worker.kernel.begin()
            finally:
                self._begun.release()
            self._loaded.wait()
        kernel: WarmKernel = self._worker.kernel
        return kernel

    def load(self, workers: int) -> None:
        """Load papermill for all threads, while the kernels' processes load what reports need."""
        for _ in range(workers):
            self._begun.acquire()
        try:
            import papermill  # noqa: F401
        finally:
            self._loaded.set()

    def kill(self) -> None:
        """Kill all, from any thread; nobody waits any longer."""
        self._loaded.set()
        for kernel in self._all:
            kernel.kill()

    def close(self) -> None:
        """End all; there is no other."""
        for kernel in self._all:
            kernel.close()


class NotebookError(Exception):
    """A notebook did not run to its end; the message is one line."""


def run_notebook(
    notebook: Path,
    parameters: Mapping[str, Value],
    output: Path,
    warm: WarmKernel | None = None,
    seconds: float = CELL_SECONDS,
) -> NotebookNode:
    """Execute a notebook and return it with its outputs; ``output`` keeps the executed, or half-executed, copy.

    Parameters
    ----------
    notebook
        The notebook; it is executed in its own folder and is itself not changed.
    parameters
        What is set after its parameters cell. Papermill writes them as literals, whatever they contain.
    output
        File for the executed copy.
    warm
        A kernel to run it on; a kernel of its own where there is none.
    seconds
        How long a cell may take.

    Raises
    ------
    NotebookError
        Where a cell raised an error or took too long, or the kernel died or did not start, and another one too.
    """
    from ecoanalysis.corpus.work import cores
    from ecoanalysis.publish.warm import KernelError, WarmKernel

    if warm is None:
        with closing(WarmKernel(cores(), preload=False)) as cold:
            return run_notebook(notebook, parameters, output, cold, seconds)
    try:
        try:
            return _execute(notebook, parameters, output, warm, seconds)
        except KernelError:  # no fault of the notebook's, as far as is known: one kernel more
            return _execute(notebook, parameters, output, warm, seconds)
    except KernelError as error:
        raise NotebookError(_one_line(f"tried twice: {error}")) from error


def _execute(
    notebook: Path, parameters: Mapping[str, Value], output: Path, warm: WarmKernel, seconds: float
) -> NotebookNode:
    """Execute a notebook once; a kernel that may be dead, or still at the cell that took too long, is discarded."""
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from ecoanalysis.publish.warm import KernelError

    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        executed = papermill.execute_notebook(
            str(notebook),
            str(output),
            dict(parameters),
            kernel_name=NAME,
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,  # else the whole notebook is written twice a cell
            half_run=str(output),
            resources={"metadata": {"path": str(notebook.parent)}},  # the kernel's folder; ours stays as it is
            execution_timeout=seconds,
            engine_name=_ENGINE,
            warm=warm,
        )
    except PapermillExecutionError as error:
        raise NotebookError(_one_line(f"cell {error.cell_index + 1}: {error.ename}: {error.evalue}")) from None
    except KernelError:
        warm.discard()
        raise
    except Exception as error:
        warm.discard()
        raise NotebookError(_one_line(f"{type(error).__name__}: {error}")) from error
    return settle(executed, parameters)


def run_all(
    jobs: Sequence[Job],
    workers: int,
    *,
    seconds: float = CELL_SECONDS,
    begun: Callable[[Job], None] = lambda job: None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Generator[tuple[Job, Outcome]]:
    """Execute notebooks, a few at a time; yield each with its outcome, in the order in which they end.

    Each worker is a thread with a warm kernel, a process of its own, and keeps to one kin of jobs while there are any.
    Closing the iterator ends them all.

    Parameters
    ----------
    jobs
        What is to be run, each kin in this order.
    workers
        How many at a time.
    seconds
        How long a cell may take.
    begun
        Called, in the worker's thread, where a job begins.
    meanwhile
        Called once, in this thread, while the first jobs are at work.
    """
    from ecoanalysis.corpus.work import cores

    waiting, ended = _Waiting(jobs), SimpleQueue[Future[tuple[Job, Outcome]]]()
    with _short_turns(), ThreadPoolExecutor(workers) as pool, closing(_Kernels(max(1, cores() // workers))) as kernels:

        def run() -> tuple[Job, Outcome]:
            kernel, job = kernels.mine(), waiting.take()
            begun(job)
            return job, _outcome(job, kernel, seconds)

        for _ in jobs:
            pool.submit(run).add_done_callback(ended.put)
        try:
            kernels.load(min(workers, len(jobs)))
            meanwhile()
            for _ in jobs:
                yield _next(ended).result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            kernels.kill()  # one may be in the midst of a cell: its thread waits no longer
            pool.shutdown()


def _next(ended: SimpleQueue[_T]) -> _T:
    while True:
        with suppress(Empty):
            return ended.get(timeout=_WAKE)


def _outcome(job: Job, warm: WarmKernel, seconds: float) -> Outcome:
    start = time.monotonic()
    try:
        executed = run_notebook(job.notebook, job.parameters, job.output, warm, seconds)
        return Outcome(executed, None, time.monotonic() - start)
    except NotebookError as error:
        return Outcome(None, error, time.monotonic() - start)


@contextmanager
def _short_turns() -> Generator[None]:
    """Have threads take turns ten times as often: a kernel stands still until its thread has answered it."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def settle(notebook: NotebookNode, parameters: Mapping[str, Value]) -> NotebookNode:
    """Give the cell that papermill injected an id that stays (its own is random), and folders their last name alone.

    Where a folder lies on somebody's machine is no reader's business.
    """
    folders = [value for value in parameters.values() if isinstance(value, str) and Path(value).is_absolute()]
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
            for folder in folders:
                for written in (folder, json.dumps(folder)[1:-1]):  # backslashes as they are, and doubled
                    cell["source"] = cell["source"].replace(written, Path(folder).name)
    return notebook


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 300 else line[:299] + "…"
