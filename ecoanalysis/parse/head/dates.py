"""Dates in running text, as ISO dates as exact as the text: a day, a month, a year, or a range of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ecoanalysis.lexicon import language_of


class FoundDate(NamedTuple):
    """A date and where it stands in the text searched."""

    date: str
    start: int
    end: int


class _Patterns(NamedTuple):
    dates: re.Pattern[str]
    names: re.Pattern[str]
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    year_joins: re.Pattern[str]
    months: tuple[str, ...]
    parts: dict[str, str]
    """What each group of ``dates`` stands for: year, month, day, to_year …"""


@cache
def _patterns(language: str) -> _Patterns:
    spoken = language_of(language)
    table = spoken.table("dates")
    months = tuple(table.get("months", ()))
    parts = []
    for name, pattern in table["patterns"].items():
        pattern = pattern.replace("{month_names}", "|".join(months))
        parts.append(re.sub(r"\(\?P<(\w+)>", rf"(?P<{name}_\1>", pattern))
    dates = re.compile(f"(?={table['begins']})(?:{'|'.join(f'(?:{part})' for part in parts)})")
    return _Patterns(
        dates,
        spoken.compiled("dates", "inside_names"),
        re.compile(f"(?:{spoken.pattern('dates', 'year_before')})$"),
        spoken.compiled("dates", "year_after"),
        spoken.compiled("dates", "year_joins"),
        months,
        {name: ("to_" if "_to_" in name else "") + name.rsplit("_", 1)[-1] for name in dates.groupindex},
    )


def find_dates(text: str, language: str) -> Iterator[FoundDate]:
    """Yield the dates of a text, in order.

    Examples
    --------
    >>> [found.date for found in find_dates("2016年7月24日至28日、2018年5月，在2025年前", "zh")]
    ['2016-07-24/2016-07-28', '2018-05', '2025']
    >>> [found.date for found in find_dates("from 26 to 28 September 2016 and in 2012", "en")]
    ['2016-09-26/2016-09-28', '2012']
    """
    return (written for written in _written_dates(text, language) if _is_possible(written.date))


def find_impossible_dates(text: str, language: str) -> Iterator[FoundDate]:
    """Yield what is written as a date and is none.

    Examples
    --------
    >>> [found.date for found in find_impossible_dates("before 31 September 2026", "en")]
    ['2026-09-31']
    """
    return (written for written in _written_dates(text, language) if not _is_possible(written.date))


def _written_dates(text: str, language: str) -> Iterator[FoundDate]:
    listed = _patterns(language)
    names = [match.span() for match in listed.names.finditer(text)]
    starts = [start for start, _ in names]
    last = -1  # where the date before this one ends
    for match in listed.dates.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < names[before][1]:
            continue  # inside a name
        parts = {listed.parts[name]: value for name, value in match.groupdict().items() if value}
        only_year = not any(part in parts for part in ("month", "day"))
        if only_year and not (
            listed.year_before.search(text[max(0, match.start() - 12) : match.start()])
            or listed.year_after.match(text, match.end())
            or (last >= 0 and listed.year_joins.fullmatch(text, last, match.start()))
        ):
            continue
        if iso := _iso(parts, listed.months):
            last = match.end()
            yield FoundDate(iso, match.start(), match.end())


def _is_possible(iso: str) -> bool:
    """Whether a day of that date is in the calendar: there is no 31 September."""
    try:
        return all(date.fromisoformat(day + "0000-01-01"[len(day) :]) for day in iso.split("/"))
    except ValueError:
        return False


def _iso(parts: dict[str, str], months: tuple[str, ...]) -> str | None:
    def month(name: str) -> str:
        value = parts[name]
        number = months.index(value) + 1 if months else int(value)
        return f"{number:02}"

    year = parts.get("year") or parts.get("to_year")
    if not year:
        return None
    begin, end = ([f"{int(written):04}"] for written in (year, parts.get("to_year") or year))  # or full-width digits
    if "month" in parts or "to_month" in parts:
        begin.append(month("month" if "month" in parts else "to_month"))
        end.append(month("to_month" if "to_month" in parts else "month"))
    if "day" in parts:
        begin.append(f"{int(parts['day']):02}")
        end.append(f"{int(parts.get('to_day', parts['day'])):02}")
    if any(name.startswith("to_") for name in parts) and begin != end:
        return f"{'-'.join(begin)}/{'-'.join(end)}"
    return "-".join(begin)
