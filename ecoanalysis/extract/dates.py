"""Dates: the days, months and years that a resolution names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ecoanalysis.extract.passages import fact_at, with_clauses
from ecoanalysis.model.facts import Citation, DateMention, by_paragraph
from ecoanalysis.model.resolution import Paragraph, Resolution
from ecoanalysis.parse.head.dates import find_dates, year_of_title, years_aimed_at


def dates_in(resolution: Resolution, citations: Sequence[Citation]) -> Iterator[DateMention]:
    """Return the dates of a text, but for years that a cited title sets as its aim: to End the Ferry Tolls by 2030; and
    with those in which one was made, behind its comma or in brackets: on Ferries, 2031; 《渡轮条例(2031)》.
    """
    named = by_paragraph(cited for cited in citations if cited.symbol is None)
    for paragraph in with_clauses(resolution):
        yield from _dates_of(paragraph, resolution.language, named[paragraph.id])


def _dates_of(paragraph: Paragraph, language: str, titles: Sequence[Citation]) -> Iterator[DateMention]:
    text = paragraph.text
    dates = {written.start: written for written in find_dates(text, language)}
    aims = [(cited.start, cited.end) for cited in titles if cited.kind == "instrument"]
    aimed = years_aimed_at(text, language) if aims else frozenset()
    for cited in titles:
        begin, end = (bisect_left(paragraph.offsets, place) for place in (cited.start, cited.end))
        if made := year_of_title(text, begin, end, language):
            dates[made.start] = made
    for _, written in sorted(dates.items()):
        date = fact_at(paragraph, written.start, written.end)
        if written.end not in aimed or not any(start < date.start and date.end <= end for start, end in aims):
            yield DateMention(date.start, date.end, date.surface, paragraph.id, written.date)
