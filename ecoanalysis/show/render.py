"""The project's templates, filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Return the templates; whatever is filled into them is escaped unless it is marked as mark-up."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    class Templates(Environment):
        """What a template calls ``row.name`` is most often a key: asked for first, it costs no error of Python."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if type(obj) is dict and attribute in obj:
                return obj[attribute]
            return super().getattr(obj, attribute)

    return Templates(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )


def render(template: str, **values: Any) -> Markup:
    """Fill one of the project's templates; the result is mark-up, and what is joined to it is escaped."""
    from markupsafe import Markup

    return Markup(environment().get_template(template).render(**values))
