"""Blocks: what a layout is made of, joined lines and lifted notes, and of what kind each piece of the raw text is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from ecoanalysis.model.document import Role
from ecoanalysis.model.resolution import Passage
from ecoanalysis.parse.layout.lines import Line
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK

TEXT, JOIN, BREAK, NOTE, LINK, FURNITURE = "text", "join", "break", "note", "link", "furniture"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of raw text of one kind: text, join, break, note, link or furniture."""

    kind: str
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Block(Passage):
    """Joined lines that belong together. ``role`` is what the format states, None where nothing is stated."""

    role: Role | None = None
    value: str = ""
    level: int = 0
    numbered_inside: tuple[int, int] | None = None
    """Where a paragraph number stands that the layout put behind the first line."""


@dataclass(frozen=True, slots=True)
class Note(Passage):
    """A footnote lifted out of the text; ``block`` counts the blocks begun before it."""

    number: str = ""
    block: int = 0


@dataclass(frozen=True)
class Layout:
    """The blocks of a document, its notes and links, and of what kind each code point of its raw text is."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    links: tuple[Passage, ...]
    raw: str = field(repr=False)
    kinds: Sequence[str] = field(repr=False)
    uncertain_joins: tuple[Line, ...] = ()
    """Lines that a tool made of two, and where it left out a hyphen nobody knows."""
    uncertain_openings: tuple[Line, ...] = ()
    """Lines below a full one that begin a paragraph or go on with it, nothing in their look tells which."""
    out_of_order: tuple[Line, ...] = ()
    """The first of words that a tool made of several lines, one below the other."""
    cut_short: tuple[Line, ...] = ()
    """Lines inside paragraphs that end though the next word had room: a tool that mixes lines leaves such pieces."""

    @cached_property
    def page_breaks(self) -> list[int]:
        """Where in the raw text a page ends."""
        return [match.start() for match in re.finditer(PAGE_BREAK, self.raw)]

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces that the raw text falls into."""
        return tuple(_pieces(self.raw, self.kinds))

    def rebuild(self) -> str:
        """Return the raw text, put together again from the pieces.

        Examples
        --------
        >>> from ecoanalysis.parse.layout import lay_out
        >>> from ecoanalysis.read import read_text
        >>> document = read_text("大会，\\n\\n回顾其第48/2号决\\n\\n议，\\n\\n1. 请秘书长提交报告。\\n")
        >>> lay_out(document).rebuild() == document.raw
        True
        """
        return "".join(piece.text for piece in self.pieces)


def passage(raw: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    return raw[start:end], range(start, end)


def _pieces(raw: str, kinds: Sequence[str]) -> Iterator[Piece]:
    start = 0
    for kind, run in groupby(kinds):
        length = len(list(run))
        yield Piece(kind, start, raw[start : start + length])
        start += length
