"""Treaties by their volume, and what is cited by its name or title alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecoanalysis.extract.citations.citation_patterns import CitationPatterns
from ecoanalysis.extract.citations.cited import Cited
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import CitationKind

_MAKERS = ("specialized-agency", "related-organization")  # of all States: an instrument of theirs is known without them
_NEAR = 200  # characters before a name in which the organ may stand that is meant


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
    for match in patterns.instrument.finditer(text):
        if patterns.not_instrument.search(match["name"] or ""):
            continue
        if patterns.organ_before.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        if any(_is_inside(title, *match.span()) for title in titles):
            continue
        if patterns.publication.fullmatch(text, *match.span()):
            continue
        start, end = _behind_its_maker(patterns, match), match.end()
        yield Cited(start, end, "treaty" if patterns.treaty.fullmatch(text, start, end) else "instrument", None)


def _behind_its_maker(patterns: CitationPatterns, title: re.Match[str]) -> int:
    """Where a title begins behind the agency that made it: the World Health Organization | End TB Strategy."""
    for space in re.finditer(r"\s", title[0]):
        maker, start = title[0][: space.start()], title.start() + space.end()
        id = registry().by_name(maker) if maker[0].isupper() else None
        if id and registry()[id].kind in _MAKERS and not patterns.of_its_maker.match(title.string, start):
            return start if patterns.instrument.fullmatch(title.string, start, title.end()) else title.start()
    return title.start()
