"""A kernel that is warm: started once for many notebooks, and made to forget each before the next."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ecoanalysis.publish.kernel import kernel_manager
from ecoanalysis.show.notebook import PUBLISHING

if TYPE_CHECKING:
    from subprocess import Popen

    from jupyter_client.manager import AsyncKernelManager

RUNS = 50  # after which a kernel is started anew: what its runs left in memory goes with it
FONTS = {"FONTCONFIG_FILE": str(Path(__file__).parent / "fonts" / "fonts.conf")}
"""What fonts a drawing's words are measured with, where a system asks fontconfig for its fonts."""
START_SECONDS = 120  # for a kernel to start, and to forget
_LINES, _LENGTH = 3, 200  # of a kernel's standard error, that an error ends with


class KernelError(Exception):
    """A kernel died or did not start; the message says how, and ends with the end of its standard error."""


# What every report needs is loaded once; and Altair does not hold each part of a chart against its schema as it is
# made, which takes as long as to draw it.
_LOAD = """
import ecoanalysis.show.passages.series, ecoanalysis.show.passages.text
import ecoanalysis.show.pictures, ecoanalysis.show.loom
import altair.utils.schemapi, vl_convert
altair.utils.schemapi.DEBUG_MODE = False
"""
# What a run may leave is taken down before the next: names, folder, environment, warnings. Modules stay loaded, and
# ours hold no state. Garbage is collected once the names are gone; what outlives that is looked through no more.
_LEARN_TO_FORGET = """
import faulthandler as _faulthandler, gc as _gc, os as _os, sys as _sys, warnings as _warnings
import IPython as _IPython
def _forget(folder, shell=_IPython.get_ipython(), gc=_gc, os=_os, modules=_sys.modules, warnings=_warnings,
            environ=dict(_os.environ), filters=list(_warnings.filters)):
    shell.reset(new_session=True, aggressive=False)
    gc.collect()
    gc.freeze()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    warnings.filters[:] = filters
    if "altair" in modules:
        modules["altair"].theme.enable("default")
_IPython.get_ipython()._ecoanalysis_forget = _forget
_faulthandler.enable(all_threads=False)
"""


class WarmKernel:
    """A kernel for one run after the other; used by one thread, and closed by it.

    Parameters
    ----------
    threads
        How many threads polars takes in it.
    preload
        Whether what every report needs is loaded before its first run.
    """

    def __init__(self, threads: int = 1, *, preload: bool = True) -> None:
        self._threads = threads
        self._preload = preload
        self._runs = 0
        self._closed = False
        self._private = TemporaryDirectory(prefix="ecoanalysis-")
        self._stderr = Path(self._private.name) / "stderr"
        self._manager: AsyncKernelManager | None = None
        self.client: Any = None
        """What its last run spoke to it through."""

    def ready(self) -> AsyncKernelManager:
        """Return the manager of a kernel that lives; it still knows of its last run.

        Raises
        ------
        KernelError
            Where there is none, and none can be started.
        """
        from jupyter_core.utils import run_sync

        if self._manager is not None and (self._runs >= RUNS or not run_sync(self._manager.is_alive)()):
            self.discard()
        if self._closed:
            raise KernelError("the kernel was closed")
        if self._manager is None:
            self._start()
        self._runs += 1
        assert self._manager is not None
        return self._manager

    def begin(self) -> None:
        """Start its process, so that it loads while others work; whether that went well is asked when it is used."""
        with suppress(KernelError):
            self._start()

    def prelude(self, folder: Path) -> str:
        """Return the code by which the kernel forgets its last run, and works in ``folder``."""
        first = (_LOAD if self._preload else "") + _LEARN_TO_FORGET if self._runs == 1 else ""
        return f"{first}\nget_ipython()._ecoanalysis_forget({str(folder.resolve())!r})"

    def failure(self, error: Exception) -> KernelError:
        """Return what became of the kernel when a run ended with ``error``; asked before it is discarded."""
        process = self._process
        status = process.poll() if process else None
        stderr = last_lines(self._stderr.read_text(encoding="utf-8", errors="replace"))
        cause = f"{type(error).__name__}: {error}" if status is None else f"the kernel died ({_status_name(status)})"
        return KernelError(f"{cause}: {stderr}" if stderr else cause)

    def close(self) -> None:
        """End the kernel; there is no other."""
        self._closed = True
        self.discard()
        self._private.cleanup()

    def kill(self) -> None:
        """Kill the kernel's process, from any thread; whoever waits for it is told that it died, and gets no other."""
        self._closed = True
        if process := self._process:
            process.kill()

    def discard(self) -> None:
        """End the kernel; the next run gets a new one."""
        from jupyter_core.utils import run_sync

        if self.client is not None:
            self.client.stop_channels()
            self.client = None
        if self._manager is not None:
            run_sync(self._manager.shutdown_kernel)(now=True)
            self._manager = None

    @property
    def _process(self) -> Popen[bytes] | None:
        return getattr(getattr(self._manager, "provisioner", None), "process", None)

    def _start(self) -> None:
        from jupyter_core.utils import run_sync

        self._manager = kernel_manager(Path(self._private.name), _LOAD if self._preload else "")
        environment = os.environ | FONTS | {"POLARS_MAX_THREADS": str(self._threads), PUBLISHING: "1"}
        try:
            with self._stderr.open("wb") as stderr:
                run_sync(self._manager.start_kernel)(env=environment, stderr=stderr)
        except Exception as error:
            raise self.failure(error) from error
        self._runs = 0
        if self._closed:  # while it started, and there was nothing yet to kill
            self.kill()


def last_lines(stderr: str) -> str:
    """Return in one line what a process wrote last to its standard error; of a crash its cause and its place.

    Examples
    --------
    >>> last_lines("Traceback:\\n  line 1\\n\\nZMQError: Address already in use\\n")
    'Traceback: | line 1 | ZMQError: Address already in use'
    """
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    crashes = [place for place, line in enumerate(lines) if line.startswith("Fatal Python error")]
    if crashes:  # the stack comes after it, from the innermost call
        return " | ".join(lines[crashes[-1] :][:_LINES])[:_LENGTH]
    return " | ".join(lines[-_LINES:])[-_LENGTH:]


def _status_name(status: int) -> str:
    """What a process ended with: its exit code, or the signal that killed it.

    Examples
    --------
    >>> _status_name(1), _status_name(-9)
    ('exit code 1', 'SIGKILL')
    """
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"exit code {status}"
