"""Dates in running text, as ISO dates as exact as the text: a day, a month, a year, or a range of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ecoanalysis.lexicon import language_of

_LOOK_BACK = 48  # characters before a bare year that may say what it is


class FoundDate(NamedTuple):
    """A date and where it stands in the text searched."""

    date: str
    start: int
    end: int


class _Patterns(NamedTuple):
    dates: re.Pattern[str]
    names: re.Pattern[str]
    year_named: re.Pattern[str]
    """What is named by its year, behind it."""
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    year_not_after: re.Pattern[str]
    """A name before a year, which is the name's then, whatever stands behind it."""
    year_joins: re.Pattern[str]
    part_before: re.Pattern[str]
    """Which part of a year is meant, before it."""
    year_aimed_at: re.Pattern[str]
    year_of_title: re.Pattern[str]
    """The year in which it was made, at a title's end."""
    months: tuple[str, ...]
    groups: dict[str, str]
    """What each group of ``dates`` stands for: year, month, day, to_year …"""
    units: dict[str, int]
    """Parts of a year, in months: a quarter has 3."""
    ordinals: dict[str, int]
    """Which of them a word means; -1 is the last."""


@cache
def _patterns(language: str) -> _Patterns:
    spoken = language_of(language)
    table = spoken.table("dates")
    months, parts_of_year = tuple(table.get("months", ())), table.get("parts", {})
    parts = []
    for name, pattern in table["patterns"].items():
        pattern = pattern.replace("{month_names}", "|".join(months))
        parts.append(re.sub(r"\(\?P<(\w+)>", rf"(?P<{name}_\1>", pattern))
    dates = re.compile(f"(?={table['begins']})(?:{'|'.join(f'(?:{part})' for part in parts)})")
    return _Patterns(
        dates,
        spoken.compiled("dates", "inside_names"),
        spoken.compiled("dates", "year_named"),
        re.compile(f"(?:{spoken.pattern('dates', 'year_before')})$"),
        spoken.compiled("dates", "year_after"),
        re.compile(f"(?:{spoken.pattern('dates', 'year_not_after')})$"),
        spoken.compiled("dates", "year_joins"),
        re.compile(f"(?:{spoken.pattern('dates', 'part_before')})$"),
        re.compile(f"(?:{spoken.pattern('dates', 'in_title')})\\d{{4}}"),
        spoken.compiled("dates", "year_of_title"),
        months,
        {name: ("to_" if "_to_" in name else "") + name.rsplit("_", 1)[-1] for name in dates.groupindex},
        parts_of_year.get("units", {}),
        parts_of_year.get("ordinals", {}),
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


def years_aimed_at(text: str, language: str) -> frozenset[int]:
    """Return where the years end by which something is to be done: in a title they are the title's, and no dates.

    Examples
    --------
    >>> sorted(years_aimed_at("the Declaration to End Ferry Tolls by 2030, adopted in 2021", "en"))
    [42]
    """
    return frozenset(match.end() for match in _patterns(language).year_aimed_at.finditer(text))


def year_of_title(text: str, start: int, end: int, language: str) -> FoundDate | None:
    """Return the year in which a title was made, where the title ends with it, behind a comma or in brackets.

    Examples
    --------
    >>> title = "Plan of Action on Ferries, 2031"
    >>> year_of_title(title, 0, len(title), "en")
    FoundDate(date='2031', start=27, end=31)
    """
    match = _patterns(language).year_of_title.search(text, start, end)
    return FoundDate(match["year"], *match.span("year")) if match else None


def _written_dates(text: str, language: str) -> Iterator[FoundDate]:
    listed = _patterns(language)
    names = [match.span() for match in listed.names.finditer(text)]
    starts = [start for start, _ in names]
    last, year, month = -1, "", ""  # where the date before this one ends, its year and month
    for match in listed.dates.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and match.start() < names[before][1]:
            continue  # inside a name
        parts = {listed.groups[name]: value for name, value in match.groupdict().items() if value}
        start, end = match.span()
        if not any(part in parts for part in ("month", "day", "unit")):
            if not _is_date(listed, text, (start, end), last):
                continue
            if part := listed.part_before.search(text[max(0, start - _LOOK_BACK) : start]):
                parts |= {name: value for name, value in part.groupdict().items() if value}
                start -= len(part[0])
        joined = last >= 0 and listed.year_joins.fullmatch(text, last, start)
        if joined and "year" not in parts and "to_year" not in parts:
            parts |= {"year": year} | ({"month": month} if "month" not in parts and "day" in parts else {})
        if iso := _iso(parts, listed):
            last, (year, month, *_) = end, [*iso.rpartition("/")[2].split("-"), ""]
            yield FoundDate(iso, start, end)


def _is_date(listed: _Patterns, text: str, span: tuple[int, int], last: int) -> bool:
    """Whether bare years are a date: by the words before or behind them, or in a list, behind the date before them."""
    start, end = span
    before = text[max(0, start - _LOOK_BACK) : start]
    if listed.year_before.search(before):
        return True
    if listed.year_named.match(text, end):
        return False
    if listed.year_after.match(text, end) and not listed.year_not_after.search(before):
        return True
    return last >= 0 and "/" not in text[start:end] and bool(listed.year_joins.fullmatch(text, last, start))


def _is_possible(iso: str) -> bool:
    """Whether a day of that date is in the calendar: there is no 31 September."""
    try:
        return all(date.fromisoformat(day + "0000-01-01"[len(day) :]) for day in iso.split("/"))
    except ValueError:
        return False


def _iso(parts: dict[str, str], words: _Patterns) -> str | None:
    def month(name: str) -> int:
        return words.months.index(parts[name]) + 1 if words.months else int(parts[name])

    year = parts.get("year") or parts.get("to_year")
    if not year or ("day" in parts and not (parts.get("month") or parts.get("to_month"))):
        return None
    to_year = parts.get("to_year") or year
    if len(to_year) < len(year):  # 2020/21 is a period, 2020/45 a number
        if (int(year) + 1) % 100 != int(to_year):
            return None
        to_year = f"{int(year) + 1}"
    begin, end = [int(year)], [int(to_year)]
    if "unit" in parts:
        first, last = _months_of_part(parts, words)
        begin.append(first)
        end.append(last)
    elif "month" in parts or "to_month" in parts:
        begin.append(month("month" if "month" in parts else "to_month"))
        end.append(month("to_month" if "to_month" in parts else "month"))
    if "day" in parts:
        begin.append(int(parts["day"]))
        end.append(int(parts.get("to_day", parts["day"])))
    ranges = "unit" in parts or any(name.startswith("to_") for name in parts)
    return f"{_written(begin)}/{_written(end)}" if ranges and begin != end else _written(begin)


def _written(numbers: list[int]) -> str:
    return "-".join(f"{number:0{2 if place else 4}}" for place, number in enumerate(numbers))


def _months_of_part(parts: dict[str, str], words: _Patterns) -> tuple[int, int]:
    """The first and the last month of a part of a year: of the second or third quarter April and September."""
    months = words.units[parts["unit"]]
    first, last = (words.ordinals[parts.get(name) or parts["ordinal"]] for name in ("ordinal", "to_ordinal"))
    first, last = (12 // months if place < 0 else place for place in (first, last))
    return (first - 1) * months + 1, last * months
