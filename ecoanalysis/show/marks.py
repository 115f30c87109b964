"""Marks in a text: any number of overlapping spans → mark-up that nests."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class TextMark:
    """A range of a text and what it is: its classes, its title, and a short tag that is printed behind it."""

    start: int
    end: int
    kind: str
    title: str
    tag: str = ""


def position(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return the range of a passage's text that a span of the raw text covers; empty where it covers none.

    Examples
    --------
    >>> position([10, 11, 14, 15], 11, 15)  # raw characters 12 and 13 were a line's end
    (1, 3)
    """
    return bisect_left(offsets, start), bisect_left(offsets, end)


def mark_up(text: str, marks: Iterable[TextMark], inserts: Mapping[int, Markup] | None = None) -> Markup:
    """Return a text with its marks, everything in it escaped.

    Where two marks cross, the inner one is closed and opened again, so that the mark-up nests; its tag stands behind
    its last piece only.

    Parameters
    ----------
    text
        The words.
    marks
        Ranges of the text; empty ones, and what lies outside, is left out.
    inserts
        Mark-up to stand before the character at a position: footnote marks.

    Examples
    --------
    >>> marks = [TextMark(0, 4, "agency", "a body"), TextMark(2, 6, "verb", "a verb", tag="D3")]
    >>> print(mark_up("ab<d&f", marks))  # doctest: +NORMALIZE_WHITESPACE
    <mark class="agency" title="a body">ab<mark class="verb" title="a verb">&lt;d</mark></mark><mark
    class="verb" title="a verb">&amp;f<i class="tag" data-tag="D3"></i></mark>
    """
    from markupsafe import Markup, escape

    inserts = inserts or {}
    wanted = sorted({mark for mark in marks if 0 <= mark.start < mark.end <= len(text)}, key=_order)
    edges = {0, len(text), *inserts, *(mark.start for mark in wanted), *(mark.end for mark in wanted)}
    edges = {edge for edge in edges if 0 <= edge <= len(text)}
    opened: list[TextMark] = []
    out: list[str] = []
    for begin, until in pairwise([*sorted(edges), len(text)]):
        first = next((depth for depth, mark in enumerate(opened) if mark.end <= begin), len(opened))
        again = [mark for mark in opened[first:] if mark.end > begin]
        out.extend(_closed(mark, begin) for mark in reversed(opened[first:]))
        out.append(str(inserts.get(begin, "")))
        opened[first:] = sorted([*again, *(mark for mark in wanted if mark.start == begin)], key=lambda mark: -mark.end)
        out.extend(map(_opened, opened[first:]))
        out.append(str(escape(text[begin:until])))
    return Markup("".join(out))


def _order(mark: TextMark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.kind, mark.title


def _opened(mark: TextMark) -> str:
    from markupsafe import Markup

    return Markup('<mark class="{}" title="{}">').format(mark.kind, mark.title)


def _closed(mark: TextMark, place: int) -> str:
    from markupsafe import Markup

    tag = Markup('<i class="tag" data-tag="{}"></i>').format(mark.tag) if mark.tag and mark.end <= place else ""
    return f"{tag}</mark>"
