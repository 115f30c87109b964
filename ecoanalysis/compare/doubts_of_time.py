"""A claim that something is lost → whether it may have been true, or asked for, only in its time, or is not due yet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.claim import Claim, Doubt, among, around, placed
from ecoanalysis.compare.elsewhere import Elsewhere
from ecoanalysis.compare.news import News
from ecoanalysis.compare.past import MENTIONS, STATEMENTS, Past
from ecoanalysis.compare.still_standing import PlacedClause
from ecoanalysis.compare.time_between import TimeBetween
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Comparison


@dataclass(frozen=True)
class DoubtsOfTime:
    """Two editions, asked of a claim whether time alone may have settled what it calls lost."""

    comparison: Comparison
    elsewhere: Elsewhere

    def about(self, claim: Claim) -> Doubt | None:
        """Return why clauses that went whole may have been true, or asked for, only in their time, or None."""
        clauses = claim.clauses
        if not clauses:
            return self._of_words_alone(claim)
        facts = [each.provision.clause for each in clauses]
        if self.past.is_pending(facts):
            return Doubt("pending")
        if self.news.is_all(clauses):
            return Doubt("news")
        if self.is_of_earlier_years(claim.line, clauses):
            return Doubt("other_event")
        if next_one := self._next_of_its_kind(clauses):
            return Doubt("other_event", (next_one,))
        beside = [each.provision.clause for each in placed(self.comparison.old, claim.line.old)]
        past = self.time.has_reached_years(facts) or self.time.has_reached_years(beside)
        past = past or self.past.covers(clauses, surely=False)
        past = past or self.past.was_asked_once(clauses)
        return Doubt("time") if past else None

    def about_words(self, claim: Claim, words: str) -> Doubt | None:
        """Return why words that went from a clause may have been over with their time, or None."""
        facts = [each.provision.clause for each in claim.clauses]
        states = all(fact.class_ in STATEMENTS for fact in facts)
        if self.time.has_held_sessions(words) or (states and self.past.awaits(words)):
            return Doubt("time")
        if self.past.was_for_a_report_that_came(facts, words):
            return Doubt("time")
        if self.news.is_recent(words) or (states and self.past.is_a_report(words)):
            return Doubt("news")
        return Doubt("other_event") if self._is_of_another_day(claim) else None

    def has_passed_days(self, line: BriefLine) -> bool:
        """Whether the days that a paragraph named have passed; a report that fell due and is asked no more is lost."""
        paragraphs = among(self.comparison.old, line.old)
        asks_for_report = any(each.clause.report for paragraph in paragraphs for each in paragraph.provisions)
        return not asks_for_report and self.time.has_passed_days(paragraphs)

    def awaits(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether one of some clauses looked forward to what has come since."""
        return any(self.past.anticipates(each.provision.clause) for each in clauses)

    def is_reported(self, claim: Claim) -> bool:
        """Whether what is asked stands behind words that tell what another text says, or below others' decisions."""
        return self._lists_decisions(claim.line.old) or self._is_told_in_the_preamble(claim)

    def is_recalled(self, claim: Claim) -> bool:
        """Whether what is only recalled now lies before the later edition: a summit is welcomed, then recalled.

        Where a statement names no time, its paragraph may.
        """
        change = claim.change.new if claim.change else None
        later = around(placed(self.comparison.new, claim.line.new), change.start) if change else []
        recalls = bool(later) and all(each.provision.clause.class_ == "REF" for each in later)
        return recalls and all(self._lies_behind(each) for each in claim.clauses)

    def is_recalled_in_the_preamble(self, claim: Claim) -> bool:
        """Whether statements on what lies before the later edition went into its preamble, which recalls it."""
        later = placed(self.comparison.new, claim.line.new)
        states = all(each.provision.clause.class_ in STATEMENTS for each in claim.clauses)
        recalls = bool(later) and later[0].provision.clause.class_ == "REF"
        return recalls and states and any(self._lies_behind(each) for each in claim.clauses)

    def _lies_behind(self, clause: PlacedClause) -> bool:
        words = clause.provision.clause.quote
        return self.time.lies_behind(words if self.time.names_a_time(words) else clause.paragraph.text or "")

    def is_of_earlier_years(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether statements stood beside years that the linked paragraph is beyond."""
        old, new = among(self.comparison.old, line.old), among(self.comparison.new, line.new)
        return self.news.is_of_earlier_years(clauses, old, new)

    def _next_of_its_kind(self, clauses: Sequence[PlacedClause]) -> str | None:
        """The paragraph that tells of the next declaration or meeting of the sort that each statement was about."""
        nexts = [self.news.next_of_its_kind(each, self.elsewhere.in_common) for each in clauses]
        return nexts[0] if nexts and all(nexts) else None

    def _lists_decisions(self, ids: Sequence[str]) -> bool:
        """Whether points stand below a paragraph that only recalls or notes what others decided."""
        above = tuple(id.rpartition(".")[0] for id in ids if "." in id)
        stems = placed(self.comparison.old, above) if len(above) == len(ids) else []
        listed = self._compiled("listed")
        facts = [each.provision.clause for each in stems]
        return bool(facts) and all(fact.class_ in MENTIONS and listed.search(fact.quote) for fact in facts)

    def _is_told_in_the_preamble(self, claim: Claim) -> bool:
        describes = language_of(self.comparison.old.language).compiled("slots", "describes")
        asked = False
        for clause in claim.clauses:
            fact, paragraph = clause.provision.clause, clause.paragraph
            before = (paragraph.text or "")[: bisect_left(paragraph.offsets, fact.start)]
            asks = fact.class_ in ("DIR", "DEC")
            if paragraph.part != "preamble" or (describes.search(before) is None if asks else fact.class_ != "REF"):
                return False
            asked = asked or asks
        return asked

    def _is_of_another_day(self, claim: Claim) -> bool:
        """Whether words went with the event that a statement was about: the later one tells of another day."""
        facts = [each.provision.clause for each in claim.clauses]
        later = " ".join(paragraph.text or "" for paragraph in among(self.comparison.new, claim.line.new))
        before = {date for fact in facts for date in self.time.dates_of_events(fact.quote)}
        after = set(self.time.dates_of_events(later))
        return all(fact.class_ in STATEMENTS for fact in facts) and bool(before and after) and not before & after

    def _of_words_alone(self, claim: Claim) -> Doubt | None:
        """Whether a paragraph in which no clause was read is about a day that has passed or an event that was over."""
        words = " ".join(paragraph.text or "" for paragraph in among(self.comparison.old, claim.line.old))
        if self.past.tells_of_a_day(words):
            return Doubt("time")
        return Doubt("news") if self.time.was_over(words) else None

    def _compiled(self, key: str) -> re.Pattern[str]:
        return language_of(self.comparison.old.language).compiled("slots", "gone", key)

    @cached_property
    def past(self) -> Past:
        """The earlier clauses, asked whether they are done with."""
        return Past(self.comparison.old, self.comparison.new)

    @cached_property
    def news(self) -> News:
        """The earlier statements, asked whether they were news of their day."""
        return News(self.comparison.old, self.comparison.new)

    @cached_property
    def time(self) -> TimeBetween:
        """The time between the two editions."""
        return TimeBetween(self.comparison.old, self.comparison.new)
