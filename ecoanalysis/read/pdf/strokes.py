"""Strokes drawn through words and below them: what a draft strikes out, and what it underlines as put in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ecoanalysis.read.pages.geometry import Rule
from ecoanalysis.read.pdf.glyphs import Drawn, Glyph

# Of the size, from the base line: a stroke between the first two goes through a word, between the others below it.
_THROUGH = 0.12, 0.5
_BELOW = -0.3, 0.03
_BESIDE = 1.0  # of the size: so far from its words a stroke begins and ends; a rule of a table goes on
_REACH = 60  # points from the base line: higher than any size of a text's words


class Strokes:
    """The strokes of a page, from its foot to its top.

    Examples
    --------
    >>> word = [Glyph(char, 10 * place, 100, 10 * place + 10, 12) for place, char in enumerate("of lakes")]
    >>> [glyph.drawn for glyph in Strokes([Rule(30, 80, 103)]).over(word)]
    [None, None, None, 'struck', 'struck', 'struck', 'struck', 'struck']
    >>> {glyph.drawn for glyph in Strokes([Rule(0, 400, 103)]).over(word)}
    {None}
    """

    def __init__(self, strokes: Sequence[Rule]) -> None:
        self.strokes = sorted(strokes, key=lambda stroke: stroke.y)
        self.heights = [stroke.y for stroke in self.strokes]

    def over(self, glyphs: list[Glyph]) -> list[Glyph]:
        """Return the characters of a line with what is drawn through them or below them."""
        if not glyphs or not self.strokes:
            return glyphs
        first = bisect_left(self.heights, glyphs[0].y - _REACH)
        last = bisect_left(self.heights, glyphs[0].y + _REACH)
        out = list(glyphs)
        for kind, (low, high) in _KINDS:
            for stroke in self.strokes[first:last]:
                covered = [place for place, glyph in enumerate(glyphs) if _is_over(stroke, glyph, low, high)]
                if covered and _fits(stroke, [glyphs[place] for place in covered]):
                    for place in covered:
                        out[place] = out[place]._replace(drawn=kind)
        return out


_KINDS: tuple[tuple[Drawn, tuple[float, float]], ...] = (("put_in", _BELOW), ("struck", _THROUGH))


def _is_over(stroke: Rule, glyph: Glyph, low: float, high: float) -> bool:
    middle = (glyph.x + glyph.right) / 2
    return stroke.left <= middle <= stroke.right and low <= (stroke.y - glyph.y) / glyph.size <= high


def _fits(stroke: Rule, glyphs: Sequence[Glyph]) -> bool:
    """Whether a stroke is as long as the words at it, of which some are letters or figures, and no links."""
    words = any(glyph.char.isalnum() for glyph in glyphs) and not any(glyph.link for glyph in glyphs)
    beside = _BESIDE * glyphs[0].size
    return words and glyphs[0].x - stroke.left < beside and stroke.right - glyphs[-1].right < beside
