"""nbconvert's HTML exporter with the project's template, made once, and without its pass through an HTML parser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from nbconvert import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML

from ecoanalysis.show.render import TEMPLATES

if TYPE_CHECKING:
    from nbformat import NotebookNode

_CELLS = 500  # of code, whose colours are kept


class BodyExporter(HTMLExporter):
    """Notebook → the body of a page.

    What nbconvert does behind its template, texts for images without one and tab stops for cells, the template does
    itself; the parser that it takes for that needs two thirds of a page's time.
    """

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        highlight = Highlight2HTML(pygments_lexer="ipython3", parent=self)
        yield "highlight_code", lru_cache(_CELLS)(highlight)  # pages of one notebook have most of them in common

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        return TemplateExporter.from_notebook_node(self, nb, resources, **kw)


@cache
def body_exporter() -> BodyExporter:
    """Return the exporter, whose templates are compiled once a process."""
    options = {"template_name": "report", "extra_template_basedirs": [str(TEMPLATES)], "exclude_anchor_links": True}
    # A notebook is held against its format once, not behind each of eleven steps.
    return BodyExporter(optimistic_validation=True, **options)  # type: ignore[no-untyped-call]
