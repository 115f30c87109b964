"""The table of a negotiating text → a Word file: a row a proposal, beside the words of the last edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from ecoanalysis.compare.drafts.proposals import proposal_rows, row_name
from ecoanalysis.export.word import MAIN, W, WordFile, new_run, w
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import Labels, interface_of, labels
from ecoanalysis.model.negotiation import NegotiatedParagraph

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_PAGE = {"w": "16838", "h": "11906", "orient": "landscape"}  # A4, in twentieths of a point
_WIDTHS = (1500, 3350, 3350, 1600, 1600, 2900, 1300)
_MARGIN = "600"
_SIZE = "17"  # half points


def write_proposals(rows: Sequence[NegotiatedParagraph], language: str) -> bytes:
    """Return a Word file with the table of a negotiating text; a paragraph's words stand beside its first proposal.

    Parameters
    ----------
    rows
        The table, as ``find_proposals`` gives it.
    language
        Language of the text.

    Examples
    --------
    >>> write_proposals([], "en")[:2]
    b'PK'
    """
    say = labels(interface_of(language))
    body = etree.Element(w("body"))
    title = etree.SubElement(body, w("p"))
    title.append(new_run(say("proposal.title"), _properties(language, bold=True)))
    body.append(_table(rows, say, language))
    etree.SubElement(body, w("p"))
    section = etree.SubElement(body, w("sectPr"))
    _child(section, "pgSz", **_PAGE)
    _child(
        section, "pgMar", **dict.fromkeys(("top", "right", "bottom", "left", "header", "footer"), _MARGIN), gutter="0"
    )
    document = etree.Element(w("document"), nsmap={"w": W})
    document.append(body)
    return WordFile(_parts(), {MAIN: document}).saved()


def _table(rows: Sequence[NegotiatedParagraph], say: Labels, language: str) -> Any:
    table = etree.Element(w("tbl"))
    properties = etree.SubElement(table, w("tblPr"))
    _child(properties, "tblW", w=str(sum(_WIDTHS)), type="dxa")
    borders = etree.SubElement(properties, w("tblBorders"))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _child(borders, side, val="single", sz="4", space="0", color="auto")
    _child(properties, "tblLayout", type="fixed")
    grid = etree.SubElement(table, w("tblGrid"))
    for width in _WIDTHS:
        _child(grid, "gridCol", w=str(width))
    columns = ("paragraph", "last", "now", "proposer", "effect", "words", "status")
    table.append(_row([say(f"proposal.{column}") for column in columns], language, head=True))
    for cells in _cells(rows, say):
        table.append(_row(cells, language))
    return table


def _cells(rows: Sequence[NegotiatedParagraph], say: Labels) -> Iterator[list[str]]:
    for row in rows:
        beside = [row_name(row, say), row.last or "", row.text]
        for proposal in proposal_rows(row, say):
            yield [*beside, *proposal]
            beside = ["", "", ""]


def _row(cells: Sequence[str], language: str, head: bool = False) -> Any:
    row = etree.Element(w("tr"))
    properties = etree.SubElement(row, w("trPr"))
    _child(properties, "cantSplit")
    if head:
        _child(properties, "tblHeader")
    for text, width in zip(cells, _WIDTHS, strict=True):
        cell = etree.SubElement(row, w("tc"))
        _child(etree.SubElement(cell, w("tcPr")), "tcW", w=str(width), type="dxa")
        paragraph = etree.SubElement(cell, w("p"))
        if text:
            paragraph.append(new_run(text, _properties(language, bold=head)))
    return row


def _properties(language: str, bold: bool = False) -> Any:
    properties = etree.Element(w("rPr"))
    if bold:
        _child(properties, "b")
    _child(properties, "sz", val=_SIZE)
    tag = language_of(language).tag
    _child(properties, "lang", **({"eastAsia": tag} if language_of(language).words_touch else {"val": tag}))
    return properties


def _child(parent: Any, name: str, **attributes: str) -> None:
    child = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), value)


def _parts() -> dict[str, bytes]:
    """What a Word file needs besides its text: which part is which."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Override PartName="/{MAIN}" ContentType="{_WORD}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}" Target="{MAIN}"/></Relationships>'
    )
    return {"[Content_Types].xml": types.encode(), "_rels/.rels": relations.encode()}
