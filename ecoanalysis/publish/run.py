"""Notebook and parameters → executed notebook, by papermill, on the environment's own kernel."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ecoanalysis.publish.kernel import NAME, spec
from ecoanalysis.publish.plan import Value

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager
    from nbformat import NotebookNode

CELL_SECONDS = 600


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A notebook to execute, with which parameters, and the file for its executed copy."""

    notebook: Path
    parameters: Mapping[str, Value]
    output: Path


class NotebookError(Exception):
    """A notebook did not run to its end; the message is one line."""


def run_notebook(notebook: Path, parameters: Mapping[str, Value], output: Path) -> NotebookNode:
    """Execute a notebook and return it with its outputs; ``output`` keeps the executed, or half-executed, copy.

    Parameters
    ----------
    notebook
        The notebook; it is executed in its own folder and is itself not changed.
    parameters
        What is set after its parameters cell. Papermill writes them as literals, whatever they contain.
    output
        File for the executed copy.

    Raises
    ------
    NotebookError
        Where a cell raised an error, took too long, or the kernel died.
    """
    import papermill
    from papermill.exceptions import PapermillExecutionError

    logging.getLogger("papermill").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="ecoanalysis-") as private:
        try:
            executed = papermill.execute_notebook(
                str(notebook),
                str(output),
                dict(parameters),
                kernel_name=NAME,
                language="python",
                progress_bar=False,
                resources={
                    "metadata": {"path": str(notebook.parent)}
                },  # the kernel's folder; this process stays where it is
                execution_timeout=CELL_SECONDS,
                kernel_manager_class=_own_kernel(private),
            )
        except PapermillExecutionError as error:
            raise NotebookError(_one_line(f"cell {error.cell_index + 1}: {error.ename}: {error.evalue}")) from None
        except Exception as error:
            raise NotebookError(_one_line(f"{type(error).__name__}: {error}")) from error
    return settle(executed)


def run_all(jobs: Sequence[Job], workers: int | None = None) -> Iterator[tuple[Job, NotebookNode | NotebookError]]:
    """Execute notebooks, a few at a time; yield each with its outcome, in the order in which they end.

    Each has a kernel, and so a process, of its own; here are only threads that wait for them.
    """
    import papermill  # noqa: F401 (once, before the threads ask for it)

    with ThreadPoolExecutor(workers or min(4, os.cpu_count() or 1)) as pool:
        running = {pool.submit(run_notebook, job.notebook, job.parameters, job.output): job for job in jobs}
        try:
            for done in as_completed(running):
                error = done.exception()
                yield running[done], error if isinstance(error, NotebookError) else done.result()
        finally:
            pool.shutdown(cancel_futures=True)


def settle(notebook: NotebookNode) -> NotebookNode:
    """Give the cell that papermill injected an id that stays: its own is random."""
    for cell in notebook.cells:
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
    return notebook


def _own_kernel(private: str) -> type[AsyncKernelManager]:
    """Return the class of a manager that starts this Python, with an IPython profile of its own."""
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernel(AsyncKernelManager):
        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(**spec("--log-level=CRITICAL"), env={"IPYTHONDIR": private})

    return OwnKernel


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 300 else line[:299] + "…"
