"""Numbers of resolutions and decisions that belong together in a text: what each is, and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ecoanalysis.extract.citations.citation_patterns import CitationPatterns
from ecoanalysis.parse.head.dates import find_dates

TOGETHER = 20  # numbers of a list that what stands behind them may hold for


class ActNumber(NamedTuple):
    """A number with what belongs to it before (第, resolutions) and behind (号决议)."""

    start: int
    end: int
    text: str
    text_end: int
    opened: str | None
    """The word before it that says what it is: resolution, decision; empty where something else opens it."""
    closed: str | None
    """The same, behind it."""


def number_lists(patterns: CitationPatterns, text: str) -> Iterator[list[ActNumber]]:
    """Yield the numbers of a text that belong together: only what a list may hold stands between them."""
    numbers: list[ActNumber] = []
    for number in _numbers(patterns, text):
        if numbers and not _goes_on(patterns, text, numbers[-1], number):
            yield numbers
            numbers = []
        numbers.append(number)
    if numbers:
        yield numbers


def _numbers(patterns: CitationPatterns, text: str) -> Iterator[ActNumber]:
    for match in patterns.number.finditer(text):
        opens = patterns.opens.search(text, max(0, match.start() - 70), match.start())
        base, spans = match[0], [match.span()]
        while base[-1].isupper() and (further := patterns.letter.match(text, spans[-1][1])):  # 55/5 B and C
            spans.append(further.span("letter"))
        closes = patterns.closes.match(text, spans[-1][1])
        for index, (start, end) in enumerate(spans):
            first, last = index == 0, index == len(spans) - 1
            yield ActNumber(
                opens.start() if opens and first else start,
                closes.end() if closes and last else end,
                base if first else re.sub(r"[A-Z]+$", text[start:end], base),
                end,
                opens.groupdict().get("kind") or "" if opens and first else None,
                closes.groupdict().get("kind") or "" if closes and last else None,
            )


def _goes_on(patterns: CitationPatterns, text: str, number: ActNumber, following: ActNumber) -> bool:
    """Whether a list goes on; behind many words only where the next number has its date, as the list's members have."""
    between = number.end, following.start
    if patterns.next.fullmatch(text, *between) or patterns.letter.fullmatch(text, number.end, following.end):
        return True
    dated = patterns.date_after.match(text, following.text_end)
    return bool(dated and between[1] - between[0] < 300 and patterns.far.fullmatch(text, *between))


def kinds_of(patterns: CitationPatterns, text: str, numbers: list[ActNumber]) -> list[str | None]:
    """What each number of a list is, by the word before it or behind; None where nothing says that it is one."""
    stated = [number.opened or number.closed for number in numbers]
    kinds: list[str | None] = [None] * len(numbers)
    places = range(len(numbers)) if patterns.kind_first else reversed(range(len(numbers)))
    last = None if patterns.kind_first or not _stands_alone(patterns, text, numbers[-1]) else ""
    for index in places:
        kinds[index] = last = stated[index] or last
    return kinds


def _stands_alone(patterns: CitationPatterns, text: str, number: ActNumber) -> bool:
    """Whether a number is opened and closed (第70/1号), and no noun behind says that it is something else."""
    if number.opened is None or number.closed is None:
        return False
    return bool(patterns.alone.match(text, number.end))


def shared_date(numbers: list[ActNumber], dates: list[str | None], index: int) -> str | None:
    """The date that numbers of one session have together: 58/269 and 58/270 of 23 December."""

    def session(number: ActNumber) -> str:
        return number.text.partition("/")[0]

    ways = range(index + 1, min(index + TOGETHER, len(numbers))), range(index - 1, max(index - TOGETHER, -1), -1)
    for way in ways:
        for other in way:
            if session(numbers[other]) != session(numbers[index]):
                break
            if dates[other]:
                return dates[other]
    return None


def date_of(patterns: CitationPatterns, text: str, number: ActNumber, language: str) -> str | None:
    """The date of a number, right before it or behind."""
    before = text[max(0, number.start - 90) : number.start]
    match = patterns.date_before.search(before) or patterns.date_after.match(text, number.text_end)
    if not match:
        return None
    return next((written.date for written in find_dates(match["date"], language)), None)
