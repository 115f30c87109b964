"""Dates: the days, months and years that a resolution names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecoanalysis.extract.passages import fact_at, with_clauses
from ecoanalysis.model.facts import Citation, DateMention
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse.head.dates import find_dates, years_aimed_at


def dates_in(resolution: Resolution, citations: Sequence[Citation]) -> Iterator[DateMention]:
    """Return the dates of a text, but for years that a cited title sets as its aim: to End the Ferry Tolls by 2030."""
    titles = [(cited.paragraph, cited.start, cited.end) for cited in citations if cited.kind == "instrument"]
    for paragraph in with_clauses(resolution):
        spans = [(start, end) for id, start, end in titles if id == paragraph.id]
        aimed = years_aimed_at(paragraph.text, resolution.language) if spans else frozenset()
        for written in find_dates(paragraph.text, resolution.language):
            date = fact_at(paragraph, written.start, written.end)
            if written.end in aimed and any(start < date.start and date.end <= end for start, end in spans):
                continue
            yield DateMention(date.start, date.end, date.surface, paragraph.id, written.date)
