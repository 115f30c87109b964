"""A kernel that is warm: started once for many notebooks, and made to forget each before the next."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ecoanalysis.publish.kernel import START_SECONDS, own_kernel

if TYPE_CHECKING:
    from jupyter_client.manager import AsyncKernelManager

RUNS = 50  # after which a kernel is started anew: what its runs left in memory goes with it

# What every report needs is loaded once. What a run may leave is taken down before the next: names, folder,
# environment, warnings. Modules stay loaded, and ours hold no state.
_BEGIN = """
import os as _os, warnings as _warnings
import IPython as _IPython
import ecoanalysis.readings.series, ecoanalysis.readings.edition, ecoanalysis.charts
import altair as _altair, great_tables as _great_tables, vl_convert as _vl_convert
def _forget(folder, shell=_IPython.get_ipython(), os=_os, warnings=_warnings, environ=dict(_os.environ),
            filters=list(_warnings.filters), altair=_altair):
    shell.reset(new_session=True, aggressive=False)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    warnings.filters[:] = filters
    altair.theme.enable("default")
_IPython.get_ipython()._ecoanalysis_forget = _forget
"""


class WarmKernel:
    """A kernel for one run after the other; used by one thread, and closed by it.

    Parameters
    ----------
    threads
        How many threads polars takes in it.
    """

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._runs = 0
        self._private = TemporaryDirectory(prefix="ecoanalysis-")
        self._manager: AsyncKernelManager | None = None
        self.client: Any = None
        """What its last run spoke to it through."""
        self.ended = False
        """Whether it was killed for good: no run is tried again on it."""

    def ready(self) -> AsyncKernelManager:
        """Return the manager of a kernel that lives and has all it needs; it still knows of its last run."""
        from jupyter_core.utils import run_sync

        if self._manager is not None and (self._runs >= RUNS or not run_sync(self._manager.is_alive)()):
            self.discard()
        if self._manager is None:
            self._manager = own_kernel(self.private)()
            run_sync(self._manager.start_kernel)(env=os.environ | {"POLARS_MAX_THREADS": str(self._threads)})
            self._runs = 0
            self._say(_BEGIN)
        self._runs += 1
        return self._manager

    @property
    def private(self) -> Path:
        """The folder of what is the kernel's own."""
        return Path(self._private.name)

    @staticmethod
    def forgetting(folder: Path) -> str:
        """Return the code by which the kernel forgets its last run, and works in ``folder``."""
        return f"get_ipython()._ecoanalysis_forget({str(folder.resolve())!r})"

    def close(self) -> None:
        """End the kernel."""
        self.discard()
        self._private.cleanup()

    def kill(self) -> None:
        """Kill the kernel's process for good, from any thread; whoever waits for it is told that it died."""
        self.ended = True
        process = getattr(getattr(self._manager, "provisioner", None), "process", None)
        if process is not None:
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

    def _say(self, code: str) -> None:
        from jupyter_client.blocking.client import BlockingKernelClient

        assert self._manager is not None
        # A client with a manager asks the process whether it lives; one without listens to its heart, which skips beats
        # on a busy machine ("Kernel died before replying to kernel_info").
        client = BlockingKernelClient(parent=self._manager)
        client.load_connection_info(self._manager.get_connection_info())
        client.start_channels()
        try:
            client.wait_for_ready(timeout=START_SECONDS)
            reply = client.execute(code, silent=True, reply=True, timeout=START_SECONDS)
        finally:
            client.stop_channels()
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"the kernel could not be made ready: {reply['content'].get('evalue')}")
