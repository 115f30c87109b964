"""PDF: characters and where they stand on the page become lines in reading order, and marks.

Geometry tells what text alone does not: small raised figures are footnote marks, smaller lines that begin with a number
at the foot of a page are notes, and what stands in the same place on several pages belongs to the page. The way is one:
``glyphs`` asks PDFium where each character stands, ``sheets`` parts pages that share a sheet, ``lines`` puts characters
side by side, ``furniture`` and ``notes`` tell what the lines are, ``written`` makes a text with marks of them.
"""

from __future__ import annotations

import re

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Language, Mark
from ecoanalysis.read.lines import Changes
from ecoanalysis.read.pdf.glyphs import pages_of
from ecoanalysis.read.pdf.lines import pages_of_lines
from ecoanalysis.read.pdf.sheets import pages_on
from ecoanalysis.read.pdf.written import written

_ENDS = 1024
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffd\ue000-\uf8ff]")


def accepts(data: bytes) -> bool:
    """Whether the bytes are a PDF file, whole or not.

    Examples
    --------
    >>> accepts(b"%PDF-1.7"), accepts("大会，".encode())
    (True, False)
    """
    return b"%PDF-" in data[:_ENDS]


def read(data: bytes, path: str, changes: Changes = "accepted") -> tuple[str, tuple[Mark, ...], Language | None]:
    """Return the text of the pages, a form feed between two, with its notes, their marks, links and page furniture.

    Of a draft that shows its changes, words struck out are to be left out, with ``rejected`` those underlined.

    Raises
    ------
    UnreadableDocumentError
        Where the file is encrypted, damaged, cut off, or a scan without text.
    """
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-_ENDS:]:
        raise UnreadableDocumentError(f"{path}: a PDF that is cut off; fetch it again")
    sheets = [*pages_of(data, path)]
    pages = pages_of_lines([*pages_on(sheets)])
    printed = "".join(line.text for page in pages for line in page.lines)
    if not printed:
        raise UnreadableDocumentError(f"{path}: a scan, its pages are pictures without text; recognise the text first")
    if len(_UNREADABLE.findall(printed)) * 4 > len(printed):
        raise UnreadableDocumentError(f"{path}: its fonts do not tell which characters they print; get another copy")
    raw, marks = written(pages, changes)
    proposed = (Mark("insertion", 0, 0, words) for sheet in sheets for words in sheet.insertions)
    return raw, (*proposed, *marks), None
