"""Document → Layout: wrapped lines joined into blocks; footnote blocks, link lists and page furniture lifted out.

Every code point of the raw text gets one kind, so that nothing can be lost: the layout is a partition of the raw text
into pieces, and its blocks are what the pieces of kind ``text`` and ``join`` spell.
"""

from __future__ import annotations

from ecoanalysis.model.document import Document, Role
from ecoanalysis.model.resolution import Passage
from ecoanalysis.parse.layout.blocks import BREAK, FURNITURE, NOTE, TEXT, Block, Layout, Note, passage
from ecoanalysis.parse.layout.layout_from_lines import join_lines
from ecoanalysis.parse.layout.line_look import PRINTED
from ecoanalysis.parse.layout.paged_text import with_pages
from ecoanalysis.parse.patterns import patterns

_BLOCK_ROLES: frozenset[Role] = frozenset(
    ["symbol", "title", "organ", "preambular", "operative", "point", "heading", "annex", "closing", "text", "paragraph"]
)


def lay_out(document: Document) -> Layout:
    """Return the layout of a document: from what its format states, else from the look of its lines."""
    if any(mark.role in _BLOCK_ROLES for mark in document.marks):
        return _stated(document)
    return join_lines(mark_pages(document))


def mark_pages(document: Document) -> Document:
    """Return a document with marks of what belongs to its pages, where form feeds part them in a text."""
    if document.format in PRINTED or any(mark.role in _BLOCK_ROLES for mark in document.marks):
        return document
    look = patterns(document.language)
    return with_pages(document, look.is_formula, look)


# --- what a format states ---------------------------------------------------------------------------------------------


def _stated(document: Document) -> Layout:
    kinds = [BREAK] * len(document.raw)
    blocks, notes, links = [], [], []
    for mark in sorted(document.marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.role in _BLOCK_ROLES:
            role = None if mark.role == "paragraph" else mark.role
            blocks.append(Block(*passage(document.raw, mark.start, mark.end), role, mark.value, mark.level))
            kinds[mark.start : mark.end] = [TEXT] * (mark.end - mark.start)
        elif mark.role == "note":
            notes.append(Note(*passage(document.raw, mark.start, mark.end), mark.value, len(blocks)))
            kinds[mark.start : mark.end] = [NOTE] * (mark.end - mark.start)
        elif mark.role == "link":
            links.append(Passage(mark.value, [mark.start] * len(mark.value)))
    _keep_print(document.raw, kinds)
    return Layout(tuple(blocks), tuple(notes), tuple(links), document.raw, kinds)


def _keep_print(raw: str, kinds: list[str]) -> None:
    """Printed characters outside every block are furniture; only white space may separate."""
    for offset, char in enumerate(raw):
        if kinds[offset] == BREAK and not char.isspace():
            kinds[offset] = FURNITURE
