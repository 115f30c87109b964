"""The font that the Chinese words of a drawing are measured with. ``python tools/measuring_font.py``

Every sign that Chinese fonts set in a square is one and the same glyph here, as wide as the type is high.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FONT = Path(__file__).resolve().parents[1] / "ecoanalysis" / "publish" / "fonts" / "square.ttf"
EM = 1000
SQUARE = (
    *((0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F)),
    *((0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x20000, 0x3FFFD)),
)
"""What Unicode calls wide, of the scripts of East Asia."""
GLYPHS = (".notdef", "square")


def write(path: Path) -> None:
    builder = FontBuilder(EM, isTTF=True)
    builder.updateHead(created=0, modified=0)  # the same bytes whenever it is made
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(list(GLYPHS))
    pen = TTGlyphPen(None)  # a glyph without ink would be measured as if it were another
    for place, move in enumerate([(0, 0), (100, 0), (0, 100)]):
        (pen.lineTo if place else pen.moveTo)(move)
    pen.closePath()
    ink = pen.glyph()
    builder.setupGlyf(dict.fromkeys(GLYPHS, ink))
    builder.setupCharacterMap({})
    builder.font["cmap"].tables = [_many_to_one()]
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (EM, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Ecoanalysis Square", "styleName": "Regular", "psName": "EcoanalysisSquare"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    builder.save(path)


def _many_to_one() -> CmapSubtable:
    """A table that says for each range which one glyph it is: a few bytes for all of them."""
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.format = 3, 10, 13
    table.language = table.reserved = table.length = table.nGroups = 0
    table.cmap = {sign: GLYPHS[1] for first, last in SQUARE for sign in range(first, last + 1)}
    return table


if __name__ == "__main__":
    write(FONT)
