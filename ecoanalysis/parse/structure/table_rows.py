"""Which blocks of a text are a table set without rules: its rows of figures, what stands between them, its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ecoanalysis.parse.layout.blocks import Block
from ecoanalysis.parse.layout.lines import last_sign
from ecoanalysis.parse.structure_patterns import Forms

_FIGURE = re.compile(r"\d[\d.,]*[a-z]?|[–—-]")
_NOTE = re.compile(r"[a-z]\s+[^\W\d]")
_SUCCESSIVE = 3  # figures, a row's cells: prose has a comma or a word between two
_ROWS = 2  # a single one may be a heading


def table_blocks(forms: Forms, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of the blocks of tables; a numbered paragraph, a point or a recital ends one.

    Examples
    --------
    >>> from ecoanalysis.parse.structure_patterns import forms
    >>> lines = ["Annex", "Lakes 4 – 4", "Ponds", "Wide 5 2 7", "a Includes one river.", "1. Ponds are kept."]
    >>> blocks = [Block(line, range(len(line))) for line in lines]
    >>> sorted(table_blocks(forms("en"), blocks))
    [1, 2, 3, 4]
    """
    out = set[int]()
    for ends, run in groupby(enumerate(blocks), key=lambda entry: _ends_table(forms, entry[1])):
        places = [] if ends else [place for place, _ in run]
        for rows, following in pairwise([*_rows(forms, blocks, places), [len(blocks)]]):
            behind = (place for place in places if rows[-1] < place < following[0])
            notes = [place for place in behind if _NOTE.match(blocks[place].text)]
            out.update(range(rows[0], max([*rows, *notes]) + 1))
    return frozenset(out)


def _rows(forms: Forms, blocks: Sequence[Block], places: Sequence[int]) -> Iterator[list[int]]:
    """The rows of each table among blocks: a sentence parts two tables."""
    rows = list[int]()
    for place in places:
        text = blocks[place].text
        if is_row(text):
            rows.append(place)
        elif last_sign(text) in forms.terminal:
            yield from [rows] if len(rows) >= _ROWS else []
            rows = []
    yield from [rows] if len(rows) >= _ROWS else []


def is_row(text: str) -> bool:
    """Return whether a text has several figures, or dashes for them, one behind the other.

    Examples
    --------
    >>> is_row("Other level 1 842 33 1 875"), is_row("of 16 December 2026, 5 and 7")
    (True, False)
    """
    runs = groupby(text.split(), key=lambda word: bool(_FIGURE.fullmatch(word)))
    return any(figures and len([*words]) >= _SUCCESSIVE for figures, words in runs)


def _ends_table(forms: Forms, block: Block) -> bool:
    """Whether a block is of the text by its number, its opening or its place."""
    stated = block.role is not None or block.numbered_inside is not None
    listed = forms.number.match(block.text) or forms.point.match(block.text) or forms.annex.fullmatch(block.text)
    return stated or bool(listed) or forms.organ(block.text) is not None
