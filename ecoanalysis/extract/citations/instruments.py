"""Treaties by their volume, and what is cited by its name or title alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecoanalysis.extract.citations.citation_patterns import CitationPatterns
from ecoanalysis.extract.citations.cited import Cited
from ecoanalysis.model.facts import CitationKind

_NEAR = 60  # characters before a name in which the organ may stand that is meant


def treaties_and_instruments(patterns: CitationPatterns, text: str, before: Cited | None) -> Iterator[Cited]:
    """Yield what a text cites by volume or name; ``before``: what ibid. at its head points back to."""
    for pattern in (patterns.series, patterns.same):
        for match in pattern.finditer(text):
            yield Cited(match.start(), match.end(), "treaty", f"UNTS {match['volume']}/{match['number']}")
    ibid = patterns.ibid.match(text.strip())
    if ibid and before and not patterns.same.match(text.strip()):
        yield before._replace(start=ibid.start(), end=ibid.end())
    yield from _instruments(patterns, text)


def _is_inside(title: re.Match[str], start: int, end: int) -> bool:
    """Whether words stand in a title: an item's, or another's that has more words."""
    begin, stop = title.span("title")
    inside = title.start() < start and end <= title.end()
    return inside and bool(title["item"] or start > begin or end < stop)


def _instruments(patterns: CitationPatterns, text: str) -> Iterator[Cited]:
    """Treaties and other instruments cited by name, and what is cited by its title alone."""
    titles = list(patterns.item.finditer(text))
    for match in patterns.entitled.finditer(text):
        kind: CitationKind = "decision" if patterns.decision.search(match["kind"] or "") else "instrument"
        yield Cited(match.start("name"), match.end("name"), kind, None)
    yield from _reports(patterns, text)
    for match in patterns.instrument.finditer(text):
        if patterns.not_instrument.search(match["name"] or ""):
            continue
        if patterns.organ_before.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        if any(_is_inside(title, *match.span()) for title in titles):
            continue
        yield Cited(match.start(), match.end(), _kind(patterns, match), None)


def _kind(patterns: CitationPatterns, name: re.Match[str]) -> CitationKind:
    if patterns.treaty.fullmatch(name.string, *name.span()):
        return "treaty"
    return "document" if patterns.publication.fullmatch(name.string, *name.span()) else "instrument"


def _reports(patterns: CitationPatterns, text: str) -> Iterator[Cited]:
    """Reports cited by their titles alone."""
    for match in patterns.report.finditer(text):
        title: re.Match[str] | None = match
        while title:
            yield Cited(title.start("name"), title.end("name"), "document", None)
            title = patterns.further_report.match(text, title.end()) if match["several"] else None
