"""The environment's own kernel: whatever ``python3`` a machine has registered, notebooks run on this very Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ecoanalysis.errors import PlanError

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager

NAME = "python3"  # the name that notebooks carry in their metadata
START_SECONDS = 120  # for a kernel to start: on a machine that does much else it takes long
_ERRORS = "errors.txt"
_SOCKET_NAME = 103


def spec(*options: str) -> dict[str, Any]:
    """Return the description of the kernel, as Jupyter keeps it in ``kernel.json``.

    Examples
    --------
    >>> spec()["argv"][1:3]
    ['-m', 'ipykernel_launcher']
    """
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", *options]
    return {"argv": argv, "display_name": "ecoanalysis", "language": "python"}


def own_kernel(private: Path) -> type[AsyncKernelManager]:
    """Return the class of a manager that starts this Python, with all that is its own in the folder ``private``.

    There stand its IPython profile, its sockets, and what it says on standard error (``last_words``). Sockets that are
    files cannot be taken by another program, as ports can between being chosen and being bound: two of 120 kernels that
    three programs started at a time died of that.
    """
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernel(AsyncKernelManager):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.connection_file = str(private / f"{uuid4().hex[:8]}.json")
            if _sockets_can_be_files(private):
                self.transport = "ipc"

        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(**spec("--log-level=CRITICAL"), env={"IPYTHONDIR": str(private)})

        async def start_kernel(self, *arguments: Any, **options: Any) -> None:  # type: ignore[override]
            with (private / _ERRORS).open("ab") as errors:
                await super().start_kernel(*arguments, **{"stderr": errors, **options})

    return OwnKernel


def last_words(private: Path) -> str:
    """Return the last line that kernels of a folder wrote to standard error, empty where there is none."""
    try:
        lines = (private / _ERRORS).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return ""
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _sockets_can_be_files(folder: Path) -> bool:
    """Whether the system takes the name of a socket in a folder: of 103 bytes at most (macOS), on Windows of none."""
    return os.name == "posix" and len(os.fsencode(folder / "12345678-ipc-12345")) <= _SOCKET_NAME


def write_spec(folder: Path) -> Path:
    """Write the description where Jupyter finds it once ``folder`` stands in JUPYTER_PATH; return its place."""
    place = folder / "kernels" / NAME / "kernel.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(spec()), encoding="utf-8")
    return place


def open_lab(notebooks: Path, *options: str) -> int:
    """Run JupyterLab, with options of its own, on a folder of notebooks until it is closed; return its exit code.

    Raises
    ------
    PlanError
        Where there is no such folder.
    """
    if not notebooks.is_dir():
        raise PlanError(
            f"{notebooks}: no such folder of notebooks; run this in the repository, or name one with --notebooks"
        )
    with TemporaryDirectory(prefix="ecoanalysis-") as folder:
        write_spec(Path(folder))
        paths = os.pathsep.join(filter(None, [folder, os.environ.get("JUPYTER_PATH")]))
        command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={notebooks.resolve()}", *options]
        with subprocess.Popen(command, env=os.environ | {"JUPYTER_PATH": paths}) as lab:
            while True:
                try:
                    return lab.wait()
                except KeyboardInterrupt:  # JupyterLab has heard it too, and asks whether it is meant
                    continue
