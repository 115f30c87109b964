"""What of an earlier edition is done with in the later one: decided once, held, reported, a day that passed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause
from ecoanalysis.compare.two_editions.time_between import TimeBetween
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Clause

STATEMENTS = frozenset({"REF", "NEU", "EVA", "ASR"})
MENTIONS = frozenset({"REF", "NEU"})
NOTES = frozenset({"NEU", "EVA"})
_LAPSES = ("agenda", "expiry")  # deadlines of decisions that end where they are not taken again


@dataclass(frozen=True)
class Past:
    """The clauses of an earlier edition, asked whether a later one need say them again."""

    old: Edition
    new: Edition

    def covers(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether each clause is done with, or only mentions what another one that is done with is about."""
        done = list(map(self._is_done, clauses))
        only = (self.only_mentions(clause.provision.clause) for clause in clauses)
        return any(done) and all(is_done or mentions for is_done, mentions in zip(done, only, strict=True))

    def only_mentions(self, fact: Clause) -> bool:
        return fact.class_ in MENTIONS or self.anticipates(fact)

    def anticipates(self, fact: Clause) -> bool:
        """Whether a statement looks forward to what has come since."""
        return bool(self._language.compiled("slots", "endorsement", "anticipates").search(fact.verb.surface))

    def marks_a_day(self, clause: PlacedClause) -> bool:
        """Whether a statement is about an anniversary, of a year or a session that the later edition is beyond."""
        fact = clause.provision.clause
        if fact.class_ not in STATEMENTS or not self._compiled("marks").match(behind_verb(fact)):
            return False
        return self._time.is_beyond(fact.quote)

    def tells_of_its_day(self, fact: Clause, words: str) -> bool:
        """Whether words of a statement, which asks and affirms nothing, tell what happened about when it was made."""
        return fact.class_ in MENTIONS | NOTES and self._time.is_of_its_day(words)

    def was_for_a_session(self, clauses: Sequence[PlacedClause], words: str) -> bool:
        """Whether words of a request or a decision say what was to be done at a session that has been held."""
        facts = [each.provision.clause for each in clauses]
        asks = any(fact.class_ in ("DIR", "DEC") for fact in facts) and not any(fact.report for fact in facts)
        return asks and not self._compiled("lapses").search(words) and self._time.has_held_sessions(words)

    def amends(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether a decision changes rules, whose new words stand below it."""
        facts = (clause.provision.clause for clause in clauses)
        return any(fact.class_ == "DEC" and self._compiled("amends").search(fact.quote) for fact in facts)

    def _is_done(self, clause: PlacedClause) -> bool:
        fact = clause.provision.clause
        if fact.class_ == "DEC":
            return self._is_decided(fact)
        if fact.class_ == "DIR":
            reports = fact.report is not None and (fact.report.kind != "briefing" or fact.report.periodicity)
            passed = not reports and self._time.has_held_sessions(fact.quote)
            return not self._lapses(fact) and (passed or self._was_for_a_report(fact))
        of_its_day = self.tells_of_its_day(fact, fact.quote)
        return (
            of_its_day
            or self._notes_a_report(clause)
            or self.marks_a_day(clause)
            or self._recalls_what_was_asked(clause)
        )

    def _is_decided(self, fact: Clause) -> bool:
        """Whether a decision stands without being taken again: what was established, approved or proclaimed."""
        if self._compiled("defers").match(behind_verb(fact)):
            return self._time.has_held_sessions(fact.quote)
        if self._time.has_not_reached(fact.quote):
            return bool(fact.quote) and not fact.report
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
            or goes_on.match(behind_verb(fact))
        )

    def _was_for_a_report(self, fact: Clause) -> bool:
        """Whether what was asked for is words in the next report, and the later edition has one of that body."""
        if fact.report and (fact.report.kind != "content" or fact.report.periodicity):
            return False
        reveals = self._compiled("reveals").fullmatch(fact.act_verb or "")
        return bool(reveals and self._compiled("next").search(fact.quote)) and self._has_come_with_a_report(fact)

    def _has_come_with_a_report(self, fact: Clause) -> bool:
        """Whether the later edition mentions a report of a body that was asked."""
        names = self._language.compiled("slots", "answer", "report")
        bodies = {party.agency for party in fact.addressees if party.agency}
        return any(
            bodies & paragraph.agencies and names.search(each.clause.quote)
            for paragraph in self.new.paragraphs
            for each in paragraph.provisions
            if each.clause.class_ in MENTIONS | NOTES
        )

    def _notes_a_report(self, clause: PlacedClause) -> bool:
        """Whether a statement only notes or welcomes a report of a body: of each report that is done once."""
        fact = clause.provision.clause
        notes = fact.class_ in NOTES or self._compiled("reads").search(fact.verb.surface)
        of_body = clause.paragraph.agencies or fact.class_ not in NOTES or any(map(str.isdigit, fact.quote))
        return bool(notes and of_body and self._compiled("noted").match(behind_verb(fact)))

    def _recalls_what_was_asked(self, clause: PlacedClause) -> bool:
        """Whether a statement recalls a request or a decision, all for sessions that have been held."""
        fact = clause.provision.clause
        recalls = fact.class_ in ("REF", "ASR") and self._compiled("recalls").match(behind_verb(fact))
        return bool(recalls) and self._time.has_held_sessions(clause.paragraph.text or "")

    @cached_property
    def _time(self) -> TimeBetween:
        return TimeBetween(self.old, self.new)

    def _compiled(self, key: str) -> re.Pattern[str]:
        return self._language.compiled("slots", "gone", key)

    @cached_property
    def _language(self) -> Language:
        return language_of(self.old.language)


def behind_verb(fact: Clause) -> str:
    """Return what a clause goes on to say behind its verb."""
    return fact.quote[len(fact.verb.surface) :].lstrip()
