"""Words on the lines of a terminal: none is cut but one longer than a line; where words touch, any sign ends it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ecoanalysis.compare.summary import cut_short

_CLOSES = ("Pe", "Pf", "Po")  # signs that begin no line
_MARKS = ("Mn", "Me", "Cf")


def wrapped(text: str, width: int, most: int = 0, language: str = "") -> list[str]:
    """Return the lines that a text makes; where they are more than ``most``, of its first words as many as fit.

    Examples
    --------
    >>> wrapped("Urges Member States to protect lakes", 12)
    ['Urges Member', 'States to', 'protect', 'lakes']
    >>> wrapped("请秘书长提交报告，并通报", 8), wrapped("Urges Member States to protect lakes", 12, 2)
    (['请秘书长', '提交报', '告，并通', '报'], ['Urges Member', 'States to…'])
    """
    lines = _lines(text, width)
    room = min(len(text), most * width)
    while 0 < most < len(lines) and room > 1:
        room -= 1
        lines = _lines(cut_short(text, room, language), width)
    return lines


def cell_len(text: str) -> int:
    """Return how many places of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def _lines(text: str, width: int) -> list[str]:
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
