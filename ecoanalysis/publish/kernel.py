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


def spec(*options: str) -> dict[str, Any]:
    """Return the description of the kernel, as Jupyter keeps it in ``kernel.json``.

    Examples
    --------
    >>> spec()["argv"][1:3]
    ['-m', 'ipykernel_launcher']
    """
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", *options]
    return {"argv": argv, "display_name": "ecoanalysis", "language": "python"}


def own_kernel(private: str) -> type[AsyncKernelManager]:
    """Return the class of a manager that starts this Python, with an IPython profile in the folder ``private``."""
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernel(AsyncKernelManager):
        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(**spec("--log-level=CRITICAL"), env={"IPYTHONDIR": private})

    return OwnKernel


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
