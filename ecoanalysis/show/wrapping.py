"""Words on the lines of a terminal: none is cut but one longer than a line; where words touch, any sign ends it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_CLOSES = ("Pe", "Pf", "Po")  # signs that begin no line
_MARKS = ("Mn", "Me", "Cf")


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines that a text makes.

    Examples
    --------
    >>> wrapped("Urges Member States to protect lakes", 12)
    ['Urges Member', 'States to', 'protect', 'lakes']
    >>> wrapped("请秘书长提交报告，并通报", 8)
    ['请秘书长', '提交报', '告，并通', '报']
    """
    from rich.cells import chop_cells

    lines = [""]
    for piece in _pieces(text):
        if piece == "\n":
            lines.append("")
        elif cell_len(lines[-1] + piece.rstrip()) <= width:
            lines[-1] += piece
        else:
            *full, last = chop_cells(piece.lstrip(), width) or [""]
            lines += [*full, last]
    return [line.rstrip() for line in lines if line.strip()]


def cell_len(text: str) -> int:
    """Return how many places of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def _pieces(text: str) -> Iterator[str]:
    """The pieces of a text that stay on one line: a word with the marks behind it, a wide sign with those behind it."""
    piece = ""
    for sign in text:
        kind = unicodedata.category(sign)
        stays = kind in _MARKS or (kind in _CLOSES and not piece.endswith(" "))
        apart = sign in " \n" or piece.endswith((" ", "\n")) or cell_len(sign) > 1 or cell_len(piece[-1:]) > 1
        if piece and apart and not stays:
            yield piece
            piece = ""
        piece += sign
    yield piece
