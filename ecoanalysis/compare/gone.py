"""What an edition says no more → lost; else past or settled, or perhaps lost, where something like it still stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ecoanalysis.compare.elsewhere import Elsewhere
from ecoanalysis.compare.still_standing import PlacedClause, in_pairs, phrase, place
from ecoanalysis.extract.reports import sessions_named
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison, LinkType
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Clause
from ecoanalysis.parse.dates import find_dates

_SAME = 0.50  # share of its pairs of words that one of two statements must have in common with the other
_STATEMENTS = frozenset({"REF", "NEU", "EVA", "ASR"})
_MENTIONS = frozenset({"REF", "NEU"})
_NOTES = frozenset({"NEU", "EVA"})
_LAPSES = ("agenda", "expiry")  # deadlines of decisions that end where they are not taken again
_OF_STATEMENTS: tuple[LinkType, ...] = ("endorsement_lowered", "demoted")
_MONTH = 7  # characters of a month; a day has more, a year fewer
_NEAR = 14  # characters between the date of a document and its symbol
_SYMBOL = re.compile(r"\w/\w")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Gone:
    """Two editions, asked what became of what only the earlier one has."""

    comparison: Comparison

    def judge(self, line: BriefLine, change: Change | None = None) -> BriefLine:
        """Return a line that claims a loss, or what it claims instead, with the later paragraph that may say it."""
        clauses = self._clauses(line, change)
        whole = line.type == "dropped" or (change is not None and change.by == "clause")
        words = None if whole or change is None or change.old is None else change.old.text
        if self._has_passed(line, clauses, whole, words):
            return replace(line, section="passed")
        where = self._where(clauses, words) if whole or line.type == "scope_narrowed" else None
        if where is not None:
            return replace(line, section="unsure", new=(where,))
        if self._is_doubtful(line, clauses, whole, change):
            return replace(line, section="unsure")
        return replace(line, words=self._rest(clauses) or line.words) if line.type == "dropped" else line

    def _has_passed(self, line: BriefLine, clauses: Sequence[PlacedClause], whole: bool, words: str | None) -> bool:
        if whole:
            return self._days_have_passed(line) or self._is_past(clauses) or self._was_annexed(line)
        if clauses and all(self._marks_a_day(clause) for clause in clauses):
            return True
        if line.type in _OF_STATEMENTS:
            return bool(clauses) and all(self._anticipates(each.provision.clause) for each in clauses)
        if line.type != "scope_narrowed" or words is None:
            return False
        return self._was_for_a_session(clauses, words) or self._was_a_target(words)

    def _is_doubtful(
        self, line: BriefLine, clauses: Sequence[PlacedClause], whole: bool, change: Change | None
    ) -> bool:
        if line.type == "endorsement_lowered":
            return self._speaks_of_another(line, clauses, change) or self._is_of_earlier_years(line, clauses)
        if line.type == "weakened" and not whole:
            return self._days_have_passed(line)
        if not whole:
            words = change.old.text if line.type == "scope_narrowed" and change and change.old else None
            return bool(words and (self._sessions_passed(words) or self._compiled("recent").search(words)))
        is_old = self._was_news(clauses) or self._is_of_earlier_years(line, clauses) or self._year_has_come(clauses)
        return is_old or self._is_past(clauses, surely=False)

    def _clauses(self, line: BriefLine, change: Change | None) -> list[PlacedClause]:
        """The clauses that a line is about: of a dropped paragraph all, else the one that holds the words that went."""
        every = _placed(self.comparison.old, line.old)
        return every if change is None or change.old is None else _around(every, change.old.start)

    def _paragraphs(self, line: BriefLine) -> list[EditionParagraph]:
        return [paragraph for paragraph in self.comparison.old.paragraphs if paragraph.id in line.old]

    # past or settled

    def _days_have_passed(self, line: BriefLine) -> bool:
        """Whether all days to come that a paragraph named lay before the later edition.

        A report that fell due and is asked for no more is lost all the same.
        """
        first, last = self.comparison.old.adopted_on, self.comparison.new.adopted_on
        paragraphs = self._paragraphs(line)
        if not first or not last or _asks_for_report(paragraphs):
            return False
        to_come = [day for day in _days(date for paragraph in paragraphs for date in paragraph.dates) if day > first]
        return bool(to_come) and all(day < last for day in to_come)

    def _year_has_come(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether all years to come that clauses named have begun by the later edition: an election in 2021."""
        first, last = self.comparison.old.adopted_on, self.comparison.new.adopted_on
        facts = [each.provision.clause for each in clauses]
        if not first or not last or any(fact.report for fact in facts):
            return False
        dates = (date for fact in facts for date in self._dates_of_events(fact.quote))
        to_come = [year for date in dates if (year := date.rpartition("/")[2][:4]) > first[:4]]
        return bool(to_come) and max(to_come) <= last[:4]

    def _was_a_target(self, words: str) -> bool:
        """Whether words say little more than a date by which something was to be, and that is past."""
        first, last = self.comparison.old.adopted_on, self.comparison.new.adopted_on
        written = list(find_dates(words, self._language.code))
        if (
            not first
            or not last
            or len(written) != 1
            or not first[:4] <= written[0].date < last[: len(written[0].date)]
        ):
            return False
        return bool(self._compiled("by_then").fullmatch(words[: written[0].start] + words[written[0].end :]))

    def _was_annexed(self, line: BriefLine) -> bool:
        """Whether a paragraph stood in an annex, adopted with its edition, and the later edition has none."""
        parts = {paragraph.part for paragraph in self._paragraphs(line)}
        return parts == {"annex"} and all(paragraph.part != "annex" for paragraph in self.comparison.new.paragraphs)

    def _is_past(self, clauses: Sequence[PlacedClause], surely: bool = True) -> bool:
        """Whether each clause is done with, or only mentions what another one that is done with is about.

        If not ``surely``, a report on a matter of its own, due at a session that was held, is done with too, and an
        anniversary of which no year is named.
        """
        done = [self._is_done(each) or (not surely and self._may_be_done(each.provision.clause)) for each in clauses]
        only = (self._only_mentions(clause.provision.clause) for clause in clauses)
        return any(done) and all(is_done or mentions for is_done, mentions in zip(done, only, strict=True))

    def _only_mentions(self, fact: Clause) -> bool:
        return fact.class_ in _MENTIONS or self._anticipates(fact)

    def _anticipates(self, fact: Clause) -> bool:
        """Whether a statement looks forward to what has come since."""
        return bool(self._language.compiled("slots", "endorsement", "anticipates").search(fact.verb.surface))

    def _is_done(self, clause: PlacedClause) -> bool:
        fact = clause.provision.clause
        if fact.class_ == "DEC":
            return self._is_settled(fact)
        if fact.class_ == "DIR":
            reports = fact.report is not None and (fact.report.kind != "briefing" or fact.report.periodicity)
            passed = not reports and self._sessions_passed(fact.quote)
            return not self._lapses(fact) and (passed or self._was_for_a_report(fact))
        return self._notes_a_report(clause) or self._marks_a_day(clause) or self._recalls_what_was_asked(clause)

    def _is_settled(self, fact: Clause) -> bool:
        """Whether a decision stands without being taken again: what was established, approved or proclaimed."""
        if self._compiled("defers").match(_behind_verb(fact)):
            return self._sessions_passed(fact.quote)
        proclaims = self._compiled("proclaims").search(fact.verb.surface)
        comes_back = fact.deadline is not None and fact.deadline.kind in _LAPSES
        stands = proclaims or not self._lapses(fact)
        return bool(fact.quote) and not comes_back and not fact.report and bool(stands)

    def _lapses(self, fact: Clause) -> bool:
        """Whether what was asked or decided ends where it is not said again: for each year, or to go on as before."""
        goes_on = self._compiled("goes_on")
        return bool(
            self._compiled("lapses").search(fact.quote)
            or goes_on.match(fact.act_verb or "")
            or goes_on.match(_behind_verb(fact))
        )

    def _may_be_done(self, fact: Clause) -> bool:
        """Whether a report was asked for once, on a matter of its own and in time, or an anniversary was marked."""
        if fact.class_ in _STATEMENTS:
            return bool(self._compiled("marks").match(_behind_verb(fact)) and not _YEAR.search(fact.quote))
        report = fact.report
        if report is None or report.periodicity or not report.topic:
            return False
        whole = self._language.compiled("reports", "alone", "this_resolution")
        return not whole.search(report.topic) and self._sessions_passed(fact.quote)

    def _was_for_a_report(self, fact: Clause) -> bool:
        """Whether what was asked for is words in the next report, and the later edition has one of that body."""
        if fact.report and (fact.report.kind != "content" or fact.report.periodicity):
            return False
        if not self._compiled("reveals").fullmatch(fact.act_verb or "") or not self._compiled("next").search(
            fact.quote
        ):
            return False
        names = self._language.compiled("slots", "answer", "report")
        bodies = {party.agency for party in fact.addressees if party.agency}
        return any(
            bodies & paragraph.agencies and names.search(each.clause.quote)
            for paragraph in self.comparison.new.paragraphs
            for each in paragraph.provisions
            if each.clause.class_ in _MENTIONS | _NOTES
        )

    def _was_for_a_session(self, clauses: Sequence[PlacedClause], words: str) -> bool:
        """Whether words of a request or a decision say what was to be done at a session that has been held."""
        facts = [each.provision.clause for each in clauses]
        asks = any(fact.class_ in ("DIR", "DEC") for fact in facts) and not any(fact.report for fact in facts)
        return asks and not self._compiled("lapses").search(words) and self._sessions_passed(words)

    def _notes_a_report(self, clause: PlacedClause) -> bool:
        """Whether a statement only notes or welcomes a report of a body: of each report that is done once."""
        fact = clause.provision.clause
        notes = fact.class_ in _NOTES or self._compiled("reads").search(fact.verb.surface)
        of_body = clause.paragraph.agencies or fact.class_ not in _NOTES
        return bool(notes and of_body and self._compiled("noted").match(_behind_verb(fact)))

    def _marks_a_day(self, clause: PlacedClause) -> bool:
        """Whether a statement is about an anniversary, of a year or a session that the later edition is beyond."""
        fact, last = clause.provision.clause, self.comparison.new
        if fact.class_ not in _STATEMENTS or not self._compiled("marks").match(_behind_verb(fact)):
            return False
        years, sessions = _YEAR.findall(fact.quote), sessions_named(fact.quote, last.language)
        past = years and last.adopted_on and max(years) < last.adopted_on[:4]
        return bool(past or (sessions and last.session and max(sessions) < last.session))

    def _recalls_what_was_asked(self, clause: PlacedClause) -> bool:
        """Whether a statement recalls a request or a decision, all for sessions that have been held."""
        fact = clause.provision.clause
        recalls = fact.class_ == "REF" and self._compiled("recalls").match(_behind_verb(fact))
        return bool(recalls) and self._sessions_passed(clause.paragraph.text or "")

    def _sessions_passed(self, words: str) -> bool:
        """Whether all sessions that words name lie between the two editions."""
        first, last = self.comparison.old.session, self.comparison.new.session
        sessions = sessions_named(words, self._language.code)
        return bool(sessions and first and last and first <= min(sessions) and max(sessions) <= last)

    # perhaps lost

    def _was_news(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether statements tell what was new when the earlier edition was adopted, or mention what that is about."""
        facts = [each.provision.clause for each in clauses]
        news = [fact.class_ in _STATEMENTS and self._is_news(fact) for fact in facts]
        return any(news) and all(is_new or self._only_mentions(fact) for is_new, fact in zip(news, facts, strict=True))

    def _is_news(self, fact: Clause) -> bool:
        """Whether a clause welcomes an event, or names what is recent or a time shortly before its edition."""
        first, last = self.comparison.old.adopted_on, self.comparison.new.adopted_on
        happened = fact.class_ in _NOTES and self._compiled("event").match(_behind_verb(fact))
        if happened or self._compiled("recent").search(fact.quote) or self._was_session(fact):
            return True
        if not first or not last:
            return False
        before = f"{int(first[:4]) - max(1, int(last[:4]) - int(first[:4]))}{first[4:]}"
        dates = (date.rpartition("/")[2] for date in self._dates_of_events(fact.quote))
        return any(before[: len(date)] < date <= first[: len(date)] for date in dates)

    def _was_session(self, fact: Clause) -> bool:
        """Whether a clause names the session of the earlier edition, or the one before it, and no other."""
        session, named = self.comparison.old.session, set(sessions_named(fact.quote, self._language.code))
        return bool(session and named and named <= {session, session - 1})

    def _dates_of_events(self, text: str) -> Iterable[str]:
        """The dates of a text without those beside a symbol."""
        for written in find_dates(text, self._language.code):
            around = text[max(0, written.start - _NEAR) : written.start] + text[written.end : written.end + _NEAR]
            if not _SYMBOL.search(around):
                yield written.date

    def _is_of_earlier_years(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether statements stood beside a year that the linked paragraph is beyond: elections of 2019, then 2021."""
        if any(each.provision.clause.class_ not in _STATEMENTS for each in clauses):
            return False
        before, after = (
            {year for each in edition.paragraphs if each.id in ids for year in _YEAR.findall(each.text or "")}
            for edition, ids in ((self.comparison.old, line.old), (self.comparison.new, line.new))
        )
        return bool(before and after) and min(after) > max(before)

    def _speaks_of_another(self, line: BriefLine, clauses: Sequence[PlacedClause], change: Change | None) -> bool:
        """Whether a statement of less weight goes on to say other things than the one before it."""
        later = _placed(self.comparison.new, line.new)
        others = _around(later, change.new.start) if change and change.new else []
        return any(self._differ(before, after) for before in clauses for after in others)

    def _differ(self, before: PlacedClause, after: PlacedClause) -> bool:
        """Whether two statements have few words in common, or tell of events of other days."""
        dates = [set(self._dates_of_events(each.provision.clause.quote)) for each in (before, after)]
        if all(dates) and not set.intersection(*dates):
            return True
        return max(in_pairs(after.content, before.content), in_pairs(before.content, after.content)) < _SAME

    def _where(self, clauses: Sequence[PlacedClause], words: str | None) -> str | None:
        """The first paragraph of the later edition in which the words that went, or much like them, stand."""
        homes = [
            self._elsewhere.home(
                clause.content if words is None else phrase(words, self._language.code), clause.provision.clause
            )
            for clause in clauses
            if clause.provision.clause.class_ not in _MENTIONS or len(clauses) == 1
        ]
        return homes[0] if homes and all(home is not None for home in homes) else None

    def _rest(self, clauses: Sequence[PlacedClause]) -> str:
        """Of a paragraph that another one says in part the clauses that it does not say; nothing where it says none."""
        homes = [self._elsewhere.home(each.content, each.provision.clause) for each in clauses]
        rest = [each.provision.clause.quote for each, home in zip(clauses, homes, strict=True) if home is None]
        return " ".join(rest) if len(rest) < len(clauses) else ""

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.comparison)

    def _compiled(self, key: str) -> re.Pattern[str]:
        return self._language.compiled("slots", "gone", key)

    @cached_property
    def _language(self) -> Language:
        return language_of(self.comparison.old.language)


def _asks_for_report(paragraphs: Iterable[EditionParagraph]) -> bool:
    return any(each.clause.report for paragraph in paragraphs for each in paragraph.provisions)


def _behind_verb(fact: Clause) -> str:
    return fact.quote[len(fact.verb.surface) :].lstrip()


def _placed(edition: Edition, ids: Sequence[str]) -> list[PlacedClause]:
    paragraphs: list[EditionParagraph] = [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]
    return [place(paragraph, provision) for paragraph in paragraphs for provision in paragraph.provisions]


def _around(clauses: Sequence[PlacedClause], offset: int) -> list[PlacedClause]:
    return [each for each in clauses if each.provision.clause.start <= offset < each.provision.clause.end]


def _days(dates: Iterable[str]) -> list[str]:
    """Days and months, the last of each range; years are none."""
    days = (date.rpartition("/")[2] for date in dates)
    return [day for day in days if len(day) >= _MONTH]
