"""A papermill engine that runs notebooks on a warm kernel; papermill knows it as ``ecoanalysis-warm``.

Papermill loads this module while it is itself being loaded: whoever imports it imports papermill first.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine

from ecoanalysis.publish.kernel import START_SECONDS
from ecoanalysis.publish.warm import WarmKernel


class _Client(PapermillNotebookClient):  # type: ignore[misc]
    """Papermill's client, which lets the kernel forget before the first cell."""

    def __init__(self, nb_man: Any, forgetting: str, **options: Any) -> None:
        super().__init__(nb_man, **options)
        self._forgetting = forgetting

    def papermill_execute_cells(self) -> None:
        reply = self.wait_for_reply(self.kc.execute(self._forgetting, silent=True, store_history=False))
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"the kernel could not be made ready: {reply['content'].get('evalue')}")
        super().papermill_execute_cells()


class WarmEngine(NBClientEngine):  # type: ignore[misc]
    """Papermill's own engine on a kernel that is there already; without one it starts one for this run.

    ``papermill.execute_notebook(…, engine_name="ecoanalysis-warm", warm=WarmKernel())``
    """

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: Any, kernel_name: str, warm: WarmKernel | None = None, **options: Any
    ) -> None:
        """Run a notebook's cells."""
        if warm is None:
            with closing(WarmKernel()) as warm:
                return cls.execute_managed_notebook(nb_man, kernel_name, warm, **options)
        resources = options.get("resources") or {"metadata": {"path": "."}}
        folder = Path(resources["metadata"]["path"])
        client = _Client(
            nb_man,
            forgetting=warm.forgetting(folder),
            km=warm.ready(),
            kernel_name=kernel_name,
            startup_timeout=START_SECONDS,
            iopub_timeout=START_SECONDS,  # for what a cell wrote to arrive, once it has ended
            timeout=START_SECONDS,  # to forget
            timeout_func=lambda cell: options.get("execution_timeout"),
            resources=resources,
        )
        client.kc = warm.client  # of the last run, where there was one: a new one waits for the kernel once more
        path, nb_man.output_path = nb_man.output_path, None  # else the whole notebook is written twice a cell
        try:
            client.execute()
        finally:
            warm.client = client.kc
            nb_man.output_path = path
            nb_man.save()
