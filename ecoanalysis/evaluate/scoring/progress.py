"""Progress: how far a long measuring is, for whoever sits before a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def watched(work: Iterable[T], name: str, total: int | None = None) -> Iterator[T]:
    """Yield pieces of work and show on standard error how many are done; nothing where that is no terminal.

    Examples
    --------
    >>> list(watched("ab", "letters", 2))
    ['a', 'b']
    """
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    size = len(work) if total is None and isinstance(work, Collection) else total
    yield from track(work, name, total=size, console=console, transient=True, disable=not console.is_terminal)
