"""What of an earlier edition is done with in the later one: decided once, held, reported, a day that passed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.still_standing import PlacedClause
from ecoanalysis.compare.time_between import TimeBetween, years_named
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

    def covers(self, clauses: Sequence[PlacedClause], surely: bool = True) -> bool:
        """Whether each clause is done with, or only mentions what another one that is done with is about.

        If not ``surely``, a report on a matter of its own, due at a session that was held, is done with too, an
        anniversary of which no year is named, and what was looked forward to.
        """
        done = [self._is_done(each) or (not surely and self._may_be_done(each.provision.clause)) for each in clauses]
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

    def tells_of_a_day(self, words: str) -> bool:
        """Whether words tell of an anniversary, and of no year that the later edition is before."""
        return bool(self._compiled("anniversary").search(words)) and not self._time.has_not_come(words)

    def was_for_a_session(self, clauses: Sequence[PlacedClause], words: str) -> bool:
        """Whether words of a request or a decision say what was to be done at a session that has been held."""
        facts = [each.provision.clause for each in clauses]
        asks = any(fact.class_ in ("DIR", "DEC") for fact in facts) and not any(fact.report for fact in facts)
        return asks and not self._compiled("lapses").search(words) and self._time.has_held_sessions(words)

    def was_asked_once(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether requests or decisions, with statements beside them or not, were for one time that may have come.

        For a session that was held, for an anniversary, for what is called upcoming, or of an act that is done once
        (to appoint, to launch); nothing among them ends where it is not said again.
        """
        facts = [clause.provision.clause for clause in clauses]
        acts = [fact for fact in facts if fact.class_ in ("DIR", "DEC")]
        came = [fact for fact in facts if self.anticipates(fact) and self._time.is_beyond_or_at(fact.quote)]
        once = any(map(self._is_once, acts)) or (bool(acts) and bool(came))
        return once and not any(self._lapses(fact) and not self._was_on_an_agenda(fact) for fact in acts)

    def is_pending(self, facts: Sequence[Clause]) -> bool:
        """Whether one of some requests was for a session, and all that it names come behind the later edition."""
        return any(fact.class_ == "DIR" and self._time.has_sessions_ahead(fact.quote) for fact in facts)

    def was_for_a_report_that_came(self, facts: Sequence[Clause], words: str) -> bool:
        """Whether words name what was to be looked into for a report due at a session that has been held."""
        reports = all(fact.report and self._time.has_held_sessions(fact.quote) for fact in facts)
        return bool(facts) and reports and bool(self._compiled("studies").match(words))

    def is_a_report(self, words: str) -> bool:
        """Whether words name nothing but a report or a briefing that a body gave."""
        return bool(self._compiled("given").fullmatch(words))

    def awaits(self, words: str) -> bool:
        """Whether words tell of what was still to come."""
        return bool(self._compiled("awaited").search(words))

    def amends(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether a decision changes rules, whose new words stand below it."""
        facts = (clause.provision.clause for clause in clauses)
        return any(fact.class_ == "DEC" and self._compiled("amends").search(fact.quote) for fact in facts)

    def _is_once(self, fact: Clause) -> bool:
        words = fact.quote
        if fact.report and self._asks_of_itself(fact):
            return False
        reveals = self._compiled("reveals").fullmatch(fact.act_verb or "") and self._compiled("next").search(words)
        if reveals and self._has_come_with_a_report(fact):
            return True
        once = self._compiled("once").search(words) or self._compiled("upcoming").search(words)
        planned = self._compiled("planned").search(words) and self._time.has_begun(words)
        return bool(once or planned or self.tells_of_a_day(words)) or self._time.has_held_sessions(words)

    def _was_on_an_agenda(self, fact: Clause) -> bool:
        """Whether what was decided was for the agenda of sessions that were held, and the matter is on a later one."""
        once = not self._compiled("rhythm").search(fact.quote) and self._time.has_held_sessions(fact.quote)
        later = (each.clause.deadline for paragraph in self.new.paragraphs for each in paragraph.provisions)
        return once and any(deadline is not None and deadline.kind == "agenda" for deadline in later)

    def _asks_of_itself(self, fact: Clause) -> bool:
        """Whether a report was asked for on the resolution itself: it is asked for in each edition."""
        whole = self._language.compiled("reports", "alone", "this_resolution")
        return bool(whole.search(fact.quote))

    def _is_done(self, clause: PlacedClause) -> bool:
        fact = clause.provision.clause
        if fact.class_ == "DEC":
            return self._is_decided(fact)
        if fact.class_ == "DIR":
            reports = fact.report is not None and (fact.report.kind != "briefing" or fact.report.periodicity)
            passed = not reports and self._time.has_held_sessions(fact.quote)
            return not self._lapses(fact) and (passed or self._was_for_a_report(fact))
        return self._notes_a_report(clause) or self.marks_a_day(clause) or self._recalls_what_was_asked(clause)

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

    def _may_be_done(self, fact: Clause) -> bool:
        """Whether a report was asked for once, on a matter of its own and in time, or what was to come has come."""
        if fact.class_ in STATEMENTS:
            marked = self._compiled("marks").match(behind_verb(fact)) and not years_named(fact.quote)
            awaited = self.awaits(fact.quote) and self._time.is_beyond_or_at(fact.quote)
            return bool(marked) or awaited or self.anticipates(fact) or self._awaits_a_report(fact)
        report = fact.report
        if report is None or report.periodicity or not report.topic:
            return False
        return not self._asks_of_itself(fact) and self._time.has_held_sessions(fact.quote)

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

    def _awaits_a_report(self, fact: Clause) -> bool:
        """Whether a statement is about what the next report was to say."""
        return bool(self._compiled("next").search(fact.quote))

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
