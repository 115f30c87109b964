"""The environment's own kernel: whatever ``python3`` a machine has registered, notebooks run on this very Python."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import PlanError

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager

NAME = "python3"  # the name that notebooks carry in their metadata
_SOCKET_PATH = 100  # bytes that the path of a socket may have: 103 on macOS, 107 on Linux


def spec(*options: str) -> dict[str, Any]:
    """Return the description of the kernel, as Jupyter keeps it in ``kernel.json``.

    Examples
    --------
    >>> spec()["argv"][1:3]
    ['-m', 'ipykernel_launcher']
    """
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", *options]
    return {"argv": argv, "display_name": "ecoanalysis", "language": "python"}


def kernel_manager(private: Path, begin_with: str = "") -> AsyncKernelManager:
    """Return the manager of a kernel on this Python that keeps all it writes in the folder ``private``.

    It runs the code ``begin_with`` as it starts, before anybody speaks to it.

    Its sockets are files there: a port that is free when it is chosen may be taken when the kernel opens it. Where a
    system has none, or the folder's path is too long for one, they are ports of this machine.
    """
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernel(AsyncKernelManager):
        @property
        def kernel_spec(self) -> KernelSpec:
            options = ["--log-level=CRITICAL", "--HistoryManager.enabled=False"]
            if begin_with:
                options.append(f"--IPKernelApp.exec_lines={begin_with}")
            return KernelSpec(**spec(*options), env={"IPYTHONDIR": str(private)})

    socket = private / "socket"  # and the number of each is added
    fits = os.name == "posix" and len(os.fsencode(socket)) < _SOCKET_PATH
    sockets = {"transport": "ipc", "ip": str(socket)} if fits else {}
    return OwnKernel(connection_file=str(private / "connection.json"), **sockets)


def write_spec(folder: Path) -> Path:
    """Write the description where Jupyter finds it once ``folder`` stands in JUPYTER_PATH; return its place."""
    place = folder / "kernels" / NAME / "kernel.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(spec()), encoding="utf-8")
    return place


TEACHERS = ("@jupyter/nbgrader", "@jupyter-notebook/lab-extension")
"""What nbgrader adds to JupyterLab, and has no place before students: ``jupyter lab`` shows it."""


def write_page_config(folder: Path) -> Path:
    """Write, where JupyterLab looks once ``folder`` stands in JUPYTER_CONFIG_PATH, what it is to leave out."""
    place = folder / "labconfig" / "page_config.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps({"disabledExtensions": dict.fromkeys(TEACHERS, True)}), encoding="utf-8")
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
        write_page_config(Path(folder))
        paths = os.pathsep.join(filter(None, [folder, os.environ.get("JUPYTER_PATH")]))
        configs = os.pathsep.join(filter(None, [folder, os.environ.get("JUPYTER_CONFIG_PATH")]))
        command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={notebooks.resolve()}", *options]
        with subprocess.Popen(command, env=os.environ | {"JUPYTER_PATH": paths, "JUPYTER_CONFIG_PATH": configs}) as lab:
            while True:
                try:
                    return lab.wait()
                except KeyboardInterrupt:  # JupyterLab has heard it too, and asks whether it is meant
                    continue
