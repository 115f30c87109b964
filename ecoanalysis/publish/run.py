"""Notebook and parameters → executed notebook, by papermill, on the environment's own kernel."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ecoanalysis.publish.kernel import NAME, spec
from ecoanalysis.publish.plan import Value

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager
    from nbformat import NotebookNode

CELL_SECONDS = 600


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
                cwd=str(notebook.parent),
                execution_timeout=CELL_SECONDS,
                kernel_manager_class=_own_kernel(private),
            )
        except PapermillExecutionError as error:
            raise NotebookError(_one_line(f"cell {error.cell_index + 1}: {error.ename}: {error.evalue}")) from None
        except Exception as error:
            raise NotebookError(_one_line(f"{type(error).__name__}: {error}")) from error
    return settle(executed)


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
            return KernelSpec(**spec("--log-level=ERROR"), env={"IPYTHONDIR": private})

    return OwnKernel


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 300 else line[:299] + "…"
