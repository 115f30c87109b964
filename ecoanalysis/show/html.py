"""Pieces of a page, and numbers that say what they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon.labels import Count, Labels

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of a page; notebooks and pages show it as it is."""

    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.html

    def __html__(self) -> Markup:
        from markupsafe import Markup

        return Markup(self.html)

    def __add__(self, other: Html) -> Html:
        return Html(f"{self.html}\n{other.html}")


class Measured(Count):
    """A number with what it counts: the measure and of which text, series, body, theme.

    On a page it stands in a ``data`` element, so that a test can hold all that a site states of one thing together.

    Examples
    --------
    >>> from ecoanalysis.lexicon.labels import labels
    >>> count = Measured(33, "directives", symbol="A/RES/75/324", language="zh")
    >>> print(labels("en").markup("mandates.every", directives=count, unspecified=1)[:74])
    <data value="33" data-of="directives zh A/RES/75/324">33 directives</data>
    """

    key: str

    def __new__(cls, value: int, measure: str, **where: str) -> Measured:
        """Make the number; what ``where`` leaves empty is not said."""
        number = super().__new__(cls, value)
        number.key = " ".join([measure, *(of for _, of in sorted(where.items()) if of)])
        return number

    def __html_format__(self, words: str) -> Markup:
        return markup('<data value="{}" data-of="{}">{}</data>', int(self), self.key, format(self, words))

    def __html__(self) -> str:
        return str(self.__html_format__(""))


def markup(template: str, *values: Any) -> Markup:
    """Return a piece of mark-up; what is filled in is escaped, unless it is mark-up itself."""
    from markupsafe import Markup

    return Markup(template).format(*values) if values else Markup(template)


def linked(text: Any, address: str | None, kind: str = "") -> Markup:
    """Return words linked to an address, or the words alone where there is none.

    Examples
    --------
    >>> str(linked("7", "#p-7")), str(linked("7", None))
    ('<a href="#p-7">7</a>', '7')
    """
    if not address:
        return markup("{}", text)
    return (
        markup('<a class="{}" href="{}">{}</a>', kind, address, text)
        if kind
        else markup('<a href="{}">{}</a>', address, text)
    )


def joined(items: Iterable[Any], say: Labels) -> Markup:
    """Return a list as the language writes one, its items escaped."""
    from markupsafe import escape

    return escape(say("punctuation.list")).join(items)
