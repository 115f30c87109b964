"""What an earlier edition told as news of its day, and what a later one tells of other days instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.past import NOTES, STATEMENTS, Past, behind_verb
from ecoanalysis.compare.still_standing import PlacedClause, in_pairs, place
from ecoanalysis.compare.time_between import TimeBetween, years_named
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Clause

_HEAD = 160  # characters behind the verb of a statement in which stands what it is about
_NEXT = 0.30  # share of its telling words, the rare ones weighing most, that the next of its kind must have
_SAME = 0.50  # share of its pairs of words that one of two statements must have in common with the other


@dataclass(frozen=True)
class News:
    """The statements of an earlier edition, asked whether they were only true of its day."""

    old: Edition
    new: Edition

    def is_all(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether statements tell what was new when the earlier edition was adopted, or mention what that is about."""
        facts, past = [each.provision.clause for each in clauses], Past(self.old, self.new)
        news = [fact.class_ in STATEMENTS and self._is_news(fact) for fact in facts]
        if news and news[0] and all(fact.class_ in STATEMENTS for fact in facts):
            return True  # what is said of it goes with it
        return any(news) and all(is_new or past.only_mentions(fact) for is_new, fact in zip(news, facts, strict=True))

    def next_of_its_kind(
        self, clause: PlacedClause, in_common: Callable[[PlacedClause, PlacedClause], float]
    ) -> str | None:
        """Return the paragraph that tells of a later declaration, meeting … of the kind that a statement was about."""
        fact = clause.provision.clause
        kinds = self._kinds(fact)
        if fact.class_ not in STATEMENTS or not kinds or not self._is_dated_before(fact):
            return None
        for paragraph in self.new.paragraphs:
            for each in paragraph.provisions:
                alike = each.clause.class_ in STATEMENTS and kinds & self._kinds(each.clause)
                if alike and self._is_dated_since(each.clause) and in_common(clause, place(paragraph, each)) >= _NEXT:
                    return paragraph.id
        return None

    def _kinds(self, fact: Clause) -> set[str]:
        """What a statement is about, of what comes again under another date: a declaration, a conference."""
        return {match[0].lower() for match in self._compiled("kinds").finditer(behind_verb(fact)[:_HEAD])}

    def _is_dated_before(self, fact: Clause) -> bool:
        years, first = years_named(fact.quote), self.old.adopted_on
        return bool(years and first) and max(years) <= (first or "")[:4]

    def _is_dated_since(self, fact: Clause) -> bool:
        first = self.old.adopted_on
        dates = [date.rpartition("/")[2] for date in self._time.dates_of_events(fact.quote)]
        return bool(first and dates) and max(dates) > (first or "")[: len(max(dates))]

    def is_recent(self, words: str) -> bool:
        return bool(self._compiled("recent").search(words))

    def is_of_earlier_years(
        self, clauses: Sequence[PlacedClause], old: Sequence[EditionParagraph], new: Sequence[EditionParagraph]
    ) -> bool:
        """Whether statements stood beside a year that the linked paragraph is beyond: elections of 2019, then 2021."""
        if any(each.provision.clause.class_ not in STATEMENTS for each in clauses):
            return False
        before, after = ({year for each in side for year in years_named(each.text)} for side in (old, new))
        return bool(before and after) and min(after) > max(before)

    def differ(self, before: PlacedClause, after: PlacedClause) -> bool:
        """Whether two statements have few words in common, or tell of events of other days."""
        dates = [set(self._time.dates_of_events(each.provision.clause.quote)) for each in (before, after)]
        if all(dates) and not set.intersection(*dates):
            return True
        if not dates[0] and dates[1] and self._is_dated_since(after.provision.clause):
            return True  # what was planned was held since
        numbers = [
            set(self._compiled("ordinal").findall(each.provision.clause.quote.lower())) for each in (before, after)
        ]
        if numbers[0] - numbers[1] and numbers[1] - numbers[0]:
            return True  # the third work plan, then the fourth
        return max(in_pairs(after.content, before.content), in_pairs(before.content, after.content)) < _SAME

    def _is_news(self, fact: Clause) -> bool:
        """Whether a clause notes an event, or what was over, or names what is recent or shortly before its edition."""
        happened = fact.class_ in NOTES and self._compiled("event").match(behind_verb(fact))
        chosen = self._compiled("chosen").match(behind_verb(fact))
        recent = happened or chosen or self.is_recent(fact.quote) or self._time.is_session_before(fact.quote)
        over = fact.class_ in NOTES and self._time.was_over(fact.quote)
        return bool(recent) or over or self._is_followed(fact) or self._time.is_shortly_before(fact.quote)

    def _is_followed(self, fact: Clause) -> bool:
        """Whether a statement is about a meeting or a plan by its number, and the later edition names its next."""
        before, after = self._all_numbered
        gone = self._numbered(fact.quote) - after
        return bool({what for _, what in gone} & {what for _, what in after - before})

    @cached_property
    def _all_numbered(self) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        """What each edition names by its number."""
        texts = (" ".join(paragraph.text or "" for paragraph in side.paragraphs) for side in (self.old, self.new))
        before, after = map(self._numbered, texts)
        return before, after

    def _numbered(self, words: str) -> set[tuple[str, str]]:
        matches = self._compiled("numbered").finditer(words)
        return {(match["number"].lower(), match["what"].lower()) for match in matches}

    @cached_property
    def _time(self) -> TimeBetween:
        return TimeBetween(self.old, self.new)

    def _compiled(self, key: str) -> re.Pattern[str]:
        return language_of(self.old.language).compiled("slots", "gone", key)
