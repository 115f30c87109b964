"""Elements of the file: their names without the namespace, and their words as one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

GAP = re.compile(r"[\s\u200b\u200e\u200f\ufeff]+")  # white space, and the signs of direction that no page prints


def tag(element: Any) -> str:
    """Return the element's name, without its namespace; of what is no element, nothing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def find(element: Any, *names: str) -> Iterator[Any]:
    """Yield the elements of these names, however deep."""
    return (each for each in element.iter() if tag(each) in names)


def split(elements: Iterable[Any], *names: str) -> tuple[list[Any], list[Any]]:
    """Return the elements of these names, and those of others."""
    named: list[Any] = []
    others: list[Any] = []
    for element in elements:
        (named if tag(element) in names else others).append(element)
    return named, others


def plain(element: Any) -> str:
    """Return the element's words on one line."""
    return GAP.sub(" ", "".join(element.itertext())).strip()
