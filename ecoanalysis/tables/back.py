"""Tables → facts: the way back, for pages that show facts whose text is not at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Citation, DateMention, Fact, Facts, Mention, Theme
from ecoanalysis.model.resolution import Adoption, Diagnostic, Footnote, Paragraph, Resolution
from ecoanalysis.tables.editions import PER_CLAUSE, by_clause, to_clause

Row = dict[str, Any]


def from_tables(tables: Mapping[str, pl.DataFrame], document: str, part: int = 1) -> Facts:
    """Return the facts of one resolution of a document, as far as tables hold them.

    What they lack is empty: the raw text, offsets within a paragraph, the marks of footnotes and, where the tables
    were made without text, the words of every passage.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> tables = read_editions()
    >>> key = tables["documents"].filter(symbol="A/RES/79/330", language="en").select("document", "part").row(0)
    >>> facts = from_tables(tables, *key)
    >>> facts.resolution.symbol, len(facts.clauses), facts.resolution.paragraph("1").text
    ('A/RES/79/330', 75, '')
    """
    here = {name: frame.filter(document=document, part=part).to_dicts() for name, frame in tables.items()}
    diagnostics = [Diagnostic(*(row[name] for name in _DIAGNOSTIC)) for row in here.get("diagnostics", ())]
    groups = {name: by_clause(here[name]) for name in PER_CLAUSE if name in here}
    return Facts(
        resolution=_resolution(here, document, part),
        clauses=tuple(to_clause(row, groups) for row in here["clauses"]),
        agencies=tuple(
            Mention(row["start"], row["end"], row["surface"], row["agency"], row["paragraph"])
            for row in here["agencies"]
        ),
        citations=tuple(_citation(row) for row in here["citations"]),
        themes=tuple(_theme(row) for row in here["themes"]),
        dates=tuple(
            DateMention(row["start"], row["end"], row["surface"], row["paragraph"], row["date"])
            for row in here["dates"]
        ),
        diagnostics=tuple(diagnostics),
    )


_DIAGNOSTIC = ("level", "code", "message", "start", "end")


def _resolution(here: Mapping[str, list[Row]], document: str, part: int) -> Resolution:
    (row,), (file,) = here["resolutions"], here["documents"]
    adoption = row["adoption"] and Adoption(row["adoption"], row["yes"], row["no"], row["abstain"])
    names = ("symbol", "organ", "session", "number", "title", "adopted_on", "meeting", "agenda_item")
    return Resolution(
        document=Document("", document, file["path"], file["format"], row["language"]),
        part=part,
        **{name: row[name] for name in names},
        drafts=tuple(row["drafts"] or ()),
        adoption=adoption,
        sponsors=tuple(row["sponsors"] or ()),
        paragraphs=tuple(_paragraph(found) for found in here["paragraphs"]),
        footnotes=tuple(
            Footnote(found["text"] or "", (), number=found["number"], paragraph=found["paragraph"])
            for found in here["footnotes"]
        ),
        diagnostics=(),
    )


def _paragraph(row: Row) -> Paragraph:
    id = row["paragraph"]
    return Paragraph(row["text"] or "", (), id, row["section"], row["number"], is_point="." in id)


def _citation(row: Row) -> Citation:
    names = ("start", "end", "surface", "paragraph", "kind", "cited", "section", "date", "url")
    return Citation(*(row[name] for name in names))


def _theme(row: Row) -> Theme:
    evidence = zip(row["starts"], row["ends"], row["terms"], strict=True)
    return Theme(row["paragraph"], row["theme"], row["score"], tuple(Fact(*found) for found in evidence))
