"""A text whose pages form feeds part: marks of which lines are the page's own, and of its notes.

``texts_apart`` parts the texts of one file, ``line_indents`` says how far in each line begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from ecoanalysis.model.document import Document, Mark
from ecoanalysis.parse.layout.paged_text.note_numbers import number_before, numbers_called, with_slashes
from ecoanalysis.parse.layout.paged_text.page_foot import foot_of
from ecoanalysis.parse.layout.paged_text.page_notes import goes_on_over_page, notes_marked, rest_of_note
from ecoanalysis.parse.layout.paged_text.page_signs import CELL, FOLIO, in_figures, is_folio
from ecoanalysis.parse.layout.paged_text.repeated_lines import repeated_lines
from ecoanalysis.parse.layout.paged_text.running_heads import RunningHeads
from ecoanalysis.parse.layout.paged_text.text_lines import TextLine, pages_of
from ecoanalysis.parse.patterns import Patterns


def with_pages(document: Document, opens: Callable[[str], bool], look: Patterns | None = None) -> Document:
    """Return a document with marks of what belongs to its pages, and of their notes.

    ``opens`` says whether a line is the formula behind a header, ``look`` how page numbers and paragraphs begin.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> first = "A/RES/1/1\\nThe Assembly,\\nNotes the report 1 of\\n_____\\n1\\nA/1/2.\\n1/2\\n"
    >>> raw = f"{first}\\fA/RES/1/1\\nits committee.\\n"
    >>> document = with_pages(read_text(raw), "The Assembly,".__eq__)
    >>> [(mark.role, raw[mark.start : mark.end]) for mark in document.marks if mark.role == "furniture"]
    [('furniture', '_____'), ('furniture', '1/2'), ('furniture', 'A/RES/1/1')]
    """
    pages = pages_of(document.raw)
    if not pages or any(mark.role in ("furniture", "note") for mark in document.marks):
        return document
    if look:
        pages = [[in_figures(line) for line in page] for page in pages]
    first = _first_page(pages)
    repeated = repeated_lines(pages, RunningHeads(pages, opens, first).header, first)
    pages = [[line for line in page if line not in out] for page, out in zip(pages, repeated, strict=True)]
    if look:
        pages = with_slashes(pages, look)
    heads = RunningHeads(pages, opens, first)
    marks = [*document.marks, *(Mark("furniture", line.start, line.end) for out in repeated for line in out)]
    last, called, going_on = number_before(pages) if first > 1 else "", set[int](), False
    for number, page in enumerate(pages, first):
        head = heads.of_page(page, number) if number > 1 else []
        head = [*head, *heads.at_the_end(page, number)]
        # a folio in words is one wherever a tool has set it: Page 3 of 8
        head += [line for line in page if line not in head and is_folio(line.text, number) and _worded(document, line)]
        body = [line for line in page if line not in head]
        foot, notes = foot_of(body, number, last, called)
        notes = [*rest_of_note(body, notes), *notes] if going_on else notes
        going_on = goes_on_over_page(notes)
        noted, last = notes_marked(notes, last, number)
        marks += [Mark("furniture", line.start, line.end) for line in (*head, *foot)]
        marks += noted
        called = {mark for mark in called | numbers_called(body) if mark > int(last or 0)}
    return replace(document, marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _worded(document: Document, line: TextLine) -> bool:
    """Whether a line of figures is printed with words."""
    return any(map(str.isalpha, document.raw[line.start : line.end]))


def _first_page(pages: Sequence[Sequence[TextLine]]) -> int:
    """The number of the first page, where pages were taken out of a document: most say which they are, 3/5."""
    firsts = Counter[int]()
    for place, page in enumerate(pages):
        cells = (cell.strip("-–— ") for line in page for cell in CELL.split(line.text) if "/" in cell)
        folios = {FOLIO.fullmatch(cell) for cell in cells}
        firsts.update({int(folio["page"]) - place for folio in folios if folio})
    first, times = max(firsts.items(), key=lambda entry: entry[1], default=(1, 0))
    return first if first > 1 and times > 1 and times * 2 > len(pages) else 1
