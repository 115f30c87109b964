"""A papermill engine that runs notebooks on a warm kernel; papermill knows it as ``ecoanalysis-warm``.

Papermill loads this module while it is itself being loaded: whoever imports it imports papermill first.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbclient.exceptions import CellTimeoutError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine

from ecoanalysis.publish.warm import START_SECONDS

if TYPE_CHECKING:
    from ecoanalysis.publish.warm import WarmKernel


class _Client(PapermillNotebookClient):  # type: ignore[misc]
    """Papermill's client, which has the kernel run some code before the first cell."""

    def __init__(self, nb_man: Any, prelude: str, **options: Any) -> None:
        super().__init__(nb_man, **options)
        self._prelude = prelude

    def papermill_execute_cells(self) -> None:
        try:
            reply = self.wait_for_reply(self.kc.execute(self._prelude, silent=True, store_history=False))
        except CellTimeoutError:
            raise RuntimeError(f"the kernel was not ready in {START_SECONDS} seconds") from None
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"the kernel could not be made ready: {reply['content'].get('evalue')}")
        super().papermill_execute_cells()


class WarmEngine(NBClientEngine):  # type: ignore[misc]
    """Papermill's own engine on a kernel that is there already; without one it starts one, as that does.

    ``papermill.execute_notebook(…, engine_name="ecoanalysis-warm", warm=WarmKernel())``
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: Any, kernel_name: str, warm: WarmKernel | None = None, **options: Any
    ) -> None:
        """Run a notebook's cells.

        Raises
        ------
        KernelError
            Where the warm kernel died or did not start.
        """
        if warm is None:
            super().execute_managed_notebook(nb_man, kernel_name, **options)
            return
        manager = warm.ready()
        client = _Client(
            nb_man,
            prelude=warm.prelude(Path(options["resources"]["metadata"]["path"])),
            km=manager,
            kernel_name=kernel_name,
            startup_timeout=START_SECONDS,
            iopub_timeout=START_SECONDS,  # for what a cell wrote to arrive, once it has ended
            timeout=START_SECONDS,
            timeout_func=lambda cell: options.get("execution_timeout"),
            resources=options["resources"],
        )
        client.kc = warm.client  # of the last run, where there was one: a new one waits for the kernel once more
        try:
            client.execute()
        except Exception as error:
            nb_man.output_path = options.get("half_run")  # papermill writes what has run so far, as it ends
            if isinstance(error, RuntimeError):  # so nbclient says that a kernel died or did not start; no cell does
                raise warm.failure(error) from error
            raise
        finally:
            warm.client = client.kc
