"""Resolutions and decisions that are cited by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecoanalysis.extract.citations.adopting_organs import Asked, organ_named, organ_of
from ecoanalysis.extract.citations.citation_patterns import CitationPatterns
from ecoanalysis.extract.citations.cited import Cited
from ecoanalysis.extract.citations.number_lists import date_of, kinds_of, number_lists, shared_date
from ecoanalysis.parse.head.symbols import address, resolution_symbol

_BETWEEN_LETTERS = re.compile(r"(?<=[A-Z])\s*[^\W\d_A-Z]{1,3}\s*(?=[A-Z]{1,2}$)")
_OURS = ("A/", "E/", "S/", "UNEP/")  # symbols that have an address


def numbered_acts(patterns: CitationPatterns, text: str, language: str, organ: str) -> Iterator[Cited]:
    """Yield the resolutions and decisions that a text cites by their numbers."""
    adopting = "GA" if organ in ("ECOSOC", "SC") else organ
    resolved: dict[str, str] = {}  # whose a number was when it was cited before: 第65/280号…，大会在第65/280号决议中
    for numbers in number_lists(patterns, text):
        dates = [date_of(patterns, text, number, language) for number in numbers]
        named: str | None = None
        for index, (number, kind) in enumerate(zip(numbers, kinds_of(patterns, text, numbers), strict=True)):
            named = organ_named(patterns, text, numbers, index) or named
            if kind is None:
                continue
            written, day = plain_number(number.text), dates[index] or shared_date(numbers, dates, index)
            decision = bool(patterns.decision.search(kind.lower()))
            of = organ_of(patterns, text, number.start, Asked(written, named or resolved.get(written), adopting, day))
            named = of if named else None
            resolved[written] = of
            if patterns.foreign.fullmatch(written.upper()):  # of another body, which has symbols of its own
                symbol: str | None = written.upper()
            else:
                symbol = resolution_symbol(of, written, decision=decision)
            section = patterns.section.match(text, number.end)
            yield Cited(
                number.start,
                number.end,
                "decision" if decision else "resolution",
                symbol,
                section["section"] if section else None,
                day,
                address(symbol, language) if symbol and symbol.startswith(_OURS) and not decision else None,
            )


def plain_number(number: str) -> str:
    """A number with plain brackets and without a space behind its slash; a word between two letters is a hyphen too: A
    to E, A 至 E.
    """
    joined = re.sub(r"/\s+", "/", number).replace("（", "(").replace("）", ")")
    return _BETWEEN_LETTERS.sub("-", joined)
