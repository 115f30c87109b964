"""Two editions → the time between them: which sessions, days and years that words name have come or passed in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ecoanalysis.extract.reports import sessions_named
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Clause, Report
from ecoanalysis.parse.head.dates import find_dates

_MONTH = 7  # characters of a month; a day has more, a year fewer
_LONG = 4  # years after which what is welcomed still is more than news
_NEAR = 14  # characters between the date of a document and its symbol
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

    def has_held_sessions(self, words: str) -> bool:
        """Whether all sessions that words name lie between the two editions."""
        first, last, sessions = self.old.session, self.new.session, self.sessions(words)
        return bool(sessions and first and last and first <= min(sessions) and max(sessions) <= last)

    def has_sessions_ahead(self, words: str) -> bool:
        """Whether all sessions that words name come behind that of the later edition."""
        last, sessions = self.new.session, self.sessions(words)
        return bool(sessions and last and min(sessions) > last)

    def names_a_time(self, words: str) -> bool:
        return bool(years_named(words)) or bool(list(self.sessions(words)))

    def lies_behind(self, words: str) -> bool:
        """Whether days or months that words name all lie before the later edition; where none is named, years."""
        days, last = _days(self._ends_of_events(words)), self.new.adopted_on
        return all(day < last[: len(day)] for day in days) if days and last else self.is_beyond(words)

    def has_begun(self, words: str) -> bool:
        """Whether the first of the years that words name has begun by the later edition: 2022 of 2022–2023."""
        years, last = years_named(words), self.new.adopted_on
        return bool(years and last) and min(years) <= (last or "")[:4]

    def is_beyond_or_at(self, words: str) -> bool:
        """Whether the sessions or the years that words name all lie before the later edition, or at its own."""
        return self.is_beyond(words) or self.has_held_sessions(words)

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

    def has_reached_years(self, facts: Sequence[Clause]) -> bool:
        """Whether all years to come that clauses named have begun by the later edition: an election in 2021."""
        first, last = self.old.adopted_on, self.new.adopted_on
        if not first or not last or any(fact.report and not self._is_due(fact.report) for fact in facts):
            return False
        dates = (date for fact in facts for date in self._ends_of_events(fact.quote))
        to_come = [year for date in dates if (year := date[:4]) > first[:4]]
        return bool(to_come) and max(to_come) <= last[:4]

    def has_not_come(self, words: str) -> bool:
        """Whether words name a year that the later edition is before."""
        years, last = years_named(words), self.new.adopted_on
        return bool(years and last) and max(years) > (last or "")[:4]

    def _is_due(self, report: Report) -> bool:
        """Whether a report fell due at a session that was held."""
        return bool(report.due_session and self.new.session) and (report.due_session or 0) <= (self.new.session or 0)

    def has_not_reached(self, words: str) -> bool:
        """Whether words name days, and the later edition is before them all: a term that runs until then."""
        last = self.new.adopted_on
        days = _days(self.dates_of_events(words))
        return bool(last and days) and min(days) > (last or "")

    def has_passed_target(self, words: str) -> bool:
        """Whether words say little more than a date by which something was to be, and that is past."""
        first, last = self.old.adopted_on, self.new.adopted_on
        written = list(find_dates(words, self._language.code))
        if not first or not last or len(written) != 1:
            return False
        date, rest = written[0].date, words[: written[0].start] + words[written[0].end :]
        passed = first[:4] <= date < last[: len(date)]
        return passed and bool(self._language.compiled("slots", "gone", "by_then").fullmatch(rest))

    def is_shortly_before(self, text: str) -> bool:
        """Whether a text dates an event no longer before the earlier edition than that was before the later one.

        A year that stands alone is the date of what it names: the conference of 2020, the World Report 2020.
        """
        first, last = self.old.adopted_on, self.new.adopted_on
        if not first or not last:
            return False
        before = f"{int(first[:4]) - max(1, int(last[:4]) - int(first[:4]))}{first[4:]}"
        dates = self._ends_of_events(text)
        written = find_dates(text, self._language.code)
        alone = years_named(text) - {date.date[:4] for date in written}
        return any(before[: len(date)] < date <= first[: len(date)] for date in dates) or any(
            before[:4] <= year <= first[:4] for year in alone
        )

    def was_over(self, text: str) -> bool:
        """Whether the events that a text dates all lay before the earlier edition, the last of them not long before."""
        first = self.old.adopted_on
        if not first:
            return False
        dates = self._ends_of_events(text)
        over = all(date <= first[: len(date)] for date in dates)
        return bool(dates) and over and int(max(dates)[:4]) >= int(first[:4]) - _LONG

    def is_session_before(self, words: str) -> bool:
        """Whether words name the session of the earlier edition, or the one before it, and no other."""
        session, named = self.old.session, set(self.sessions(words))
        return bool(session and named and named <= {session, session - 1})

    def dates_of_events(self, text: str) -> Iterable[str]:
        """The dates of a text without those beside a symbol."""
        for written in find_dates(text, self._language.code):
            around = text[max(0, written.start - _NEAR) : written.start] + text[written.end : written.end + _NEAR]
            if not _SYMBOL.search(around):
                yield written.date

    def _ends_of_events(self, text: str) -> list[str]:
        """The same, of ranges their last."""
        return [date.rpartition("/")[2] for date in self.dates_of_events(text)]

    def sessions(self, words: str) -> Iterable[int]:
        return sessions_named(words, self._language.code)

    @property
    def _language(self) -> Language:
        return language_of(self.old.language)


def years_named(text: str | None) -> set[str]:
    """Return the years that a text names, those in symbols aside."""
    return set(_YEAR.findall(text or ""))


def _days(dates: Iterable[str]) -> list[str]:
    """Days and months, the last of each range; years are none."""
    days = (date.rpartition("/")[2] for date in dates)
    return [day for day in days if len(day) >= _MONTH]
