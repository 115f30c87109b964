"""Two editions → the time between them: which sessions, days and years that words name have come or passed in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ecoanalysis.extract.clauses.reports import sessions_named
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.parse.head.dates import find_dates

_MONTH = 7  # characters of a month; a day has more, a year fewer
_NEAR = 14  # characters between the date of a document and its symbol
_FOUNDED = 1945  # the first session began in the year behind it, and each one the year before it ends
_SYMBOL = re.compile(r"\w/\w")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class TimeBetween:
    """The time from the adoption of one edition to that of the next, where their dates or sessions are at hand.

    Examples
    --------
    >>> old, new = (Edition(None, "en", day, None, "", (), session=session) for day, session in
    ...             (("2020-12-21", 75), ("2022-12-19", 77)))
    >>> time = TimeBetween(old, new)
    >>> time.has_held_sessions("at its seventy-sixth session"), time.has_held_sessions("at its eightieth session")
    (True, False)
    """

    old: Edition
    new: Edition

    def years_set_anew(self, before: str, after: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
        """Yield years to come of a text that is the same but for its slots, not as far apart as the editions are.

        Examples
        --------
        >>> old, new = (Edition(None, "en", None, None, "", (), session=session) for session in (77, 78))
        >>> for text in ("to meet in 2025", "to meet in 2028"):
        ...     print([year[0] for _, year in TimeBetween(old, new).years_set_anew("to meet in 2024", text)])
        []
        ['2028']
        """
        first, last = _year(self.old), _year(self.new)
        years = list(_YEAR.finditer(before)), list(_YEAR.finditer(after))
        if not first or not last or len(years[0]) != len(years[1]):
            return
        for year, came in zip(*years, strict=True):
            if int(year[0]) >= first and int(came[0]) - int(year[0]) not in (0, last - first):
                yield year, came

    def has_held_sessions(self, words: str) -> bool:
        """Whether all sessions that words name lie between the two editions."""
        first, last, sessions = self.old.session, self.new.session, self.sessions(words)
        return bool(sessions and first and last and first <= min(sessions) and max(sessions) <= last)

    def is_beyond(self, words: str) -> bool:
        """Whether the years, or the sessions, that words name all lie before the later edition."""
        years, sessions, last = years_named(words), self.sessions(words), self.new
        past = years and last.adopted_on and max(years) < last.adopted_on[:4]
        return bool(past or (sessions and last.session and max(sessions) < last.session))

    def has_passed_days(self, paragraphs: Iterable[EditionParagraph]) -> bool:
        """Whether all days to come that paragraphs named lay before the later edition."""
        first, last = self.old.adopted_on, self.new.adopted_on
        if not first or not last:
            return False
        to_come = [day for day in _days(date for paragraph in paragraphs for date in paragraph.dates) if day > first]
        return bool(to_come) and all(day < last for day in to_come)

    def has_not_reached(self, words: str) -> bool:
        """Whether words name days, and the later edition is before them all: a term that runs until then."""
        last = self.new.adopted_on
        days = _days(self.dates_of_events(words))
        return bool(last and days) and min(days) > (last or "")

    def is_of_its_day(self, words: str) -> bool:
        """Whether all events that words date fell in the year of the earlier edition, the one before, or since then.

        Of the year before alone is what may have been said before already, and not only of its day.
        """
        first, last = _year(self.old), _year(self.new)
        years = {int(year) for date in self.dates_of_events(words) for year in years_named(date)}
        return bool(years and first and last) and first - 1 <= min(years) and first <= max(years) <= last

    def has_passed_target(self, words: str) -> bool:
        """Whether words say little more than a date by which something was to be, and that is past."""
        first, last = self.old.adopted_on, self.new.adopted_on
        written = list(find_dates(words, self._language.code))
        if not first or not last or len(written) != 1:
            return False
        date, rest = written[0].date, words[: written[0].start] + words[written[0].end :]
        passed = first[:4] <= date < last[: len(date)]
        return passed and bool(self._language.compiled("slots", "gone", "by_then").fullmatch(rest))

    def dates_of_events(self, text: str) -> Iterable[str]:
        """The dates of a text without those beside a symbol."""
        for written in find_dates(text, self._language.code):
            around = text[max(0, written.start - _NEAR) : written.start] + text[written.end : written.end + _NEAR]
            if not _SYMBOL.search(around):
                yield written.date

    def sessions(self, words: str) -> Iterable[int]:
        return sessions_named(words, self._language.code)

    @property
    def _language(self) -> Language:
        return language_of(self.old.language)


def years_named(text: str | None) -> set[str]:
    """Return the years that a text names, those in symbols aside."""
    return set(_YEAR.findall(text or ""))


def _year(edition: Edition) -> int:
    """The year of an edition, by its session where it does not say; 0 where nobody can tell."""
    if edition.adopted_on:
        return int(edition.adopted_on[:4])
    return _FOUNDED + edition.session if edition.session else 0


def _days(dates: Iterable[str]) -> list[str]:
    """Days and months, the last of each range; years are none."""
    days = (date.rpartition("/")[2] for date in dates)
    return [day for day in days if len(day) >= _MONTH]
