"""What an edition says no more → lost; else past or settled, or perhaps lost, where something like it still stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log

from ecoanalysis.compare.standing import PlacedClause, as_string, function_words, in_pairs, phrase, place, telling
from ecoanalysis.extract.reports import sessions_named
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Clause

_FEW = 4  # telling words, pairs of touching ones twice as many, beyond which words are sought elsewhere
# Share of the telling words of what went, the rare ones weighing most, that a paragraph must have, or must have come
# to have, for it to be doubtful that they are lost.
_STANDING, _COME = 0.42, 0.40
_SAME = 0.50  # share of its pairs of words that one of two statements must have in common with the other
_STATEMENTS = frozenset({"REF", "NEU", "EVA", "ASR"})
_MENTIONS = frozenset({"REF", "NEU"})
_NOTES = frozenset({"NEU", "EVA"})
_LAPSES = ("agenda", "expiry")  # deadlines of decisions that end where they are not taken again
_MONTH, _DAY = 7, 10  # characters of a month, and of a day
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Gone:
    """Two editions, asked what became of what only the earlier one has."""

    comparison: Comparison

    def judge(self, line: BriefLine, change: Change | None = None) -> BriefLine:
        """Return a line that claims a loss, or what it claims instead, with the later paragraph that may say it."""
        clauses = self._clauses(line, change)
        whole = line.type == "dropped" or (change is not None and change.by == "clause")
        if whole and (self._day_has_passed(line) or self._is_past(clauses)):
            return replace(line, section="passed")
        words = None if whole or change is None or change.old is None else change.old.text
        if not whole and clauses and all(self._marks_a_day(clause) for clause in clauses):
            return replace(line, section="passed")
        if line.type == "scope_narrowed" and words and self._was_for_a_session(clauses, words):
            return replace(line, section="passed")
        where = self._where(clauses, words) if whole or line.type == "scope_narrowed" else None
        if where is not None:
            return replace(line, section="unsure", new=(where,))
        speaks_of_another = line.type == "endorsement_lowered" and self._speaks_of_another(line, clauses, change)
        is_old = whole and (self._was_news(clauses) or self._is_of_earlier_years(line, clauses))
        if speaks_of_another or is_old or (whole and self._were_reports_due(clauses)):
            return replace(line, section="unsure")
        return line

    def _clauses(self, line: BriefLine, change: Change | None) -> list[PlacedClause]:
        """The clauses that a line is about: of a dropped paragraph all, else the one that holds the words that went."""
        every = _placed(self.comparison.old, line.old)
        return every if change is None or change.old is None else _around(every, change.old.start)

    # past or settled

    def _day_has_passed(self, line: BriefLine) -> bool:
        """Whether all days to come that a paragraph named lay before the later edition.

        A report that fell due and is asked for no more is lost all the same.
        """
        first, last = self.comparison.old.adopted_on, self.comparison.new.adopted_on
        paragraphs = [paragraph for paragraph in self.comparison.old.paragraphs if paragraph.id in line.old]
        reports = any(each.clause.report for paragraph in paragraphs for each in paragraph.provisions)
        if not first or not last or reports:
            return False
        to_come = [day for day in _days(paragraphs, _DAY) if day > first]
        return bool(to_come) and all(day < last for day in to_come)

    def _is_past(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether each clause is done with, or only mentions what another one that is done with is about."""
        done = [self._is_done(clause) for clause in clauses]
        only = (self._only_mentions(clause.provision.clause) for clause in clauses)
        return any(done) and all(is_done or mentions for is_done, mentions in zip(done, only, strict=True))

    def _only_mentions(self, fact: Clause) -> bool:
        """Whether a clause refers, notes, or looks forward to what has come since."""
        anticipates = self._language.compiled("slots", "endorsement", "anticipates")
        return fact.class_ in _MENTIONS or bool(anticipates.search(fact.verb.surface))

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
        proclaims = self._compiled("proclaims").search(fact.verb.surface)
        comes_back = fact.deadline is not None and fact.deadline.kind in _LAPSES
        return bool(fact.quote) and not comes_back and not fact.report and bool(proclaims or not self._lapses(fact))

    def _lapses(self, fact: Clause) -> bool:
        return bool(self._compiled("lapses").search(fact.quote))

    def _was_for_a_report(self, fact: Clause) -> bool:
        """Whether what was asked for is words in the next report, and the later edition has one of that body."""
        report = fact.report
        if not report or report.kind != "content" or report.periodicity or not report.reporter:
            return False
        if not self._compiled("reveals").fullmatch(fact.act_verb or "") or not self._compiled("next").search(
            fact.quote
        ):
            return False
        names = self._language.compiled("slots", "answer", "report")
        return any(
            report.reporter in paragraph.agencies and names.search(each.clause.quote)
            for paragraph in self.comparison.new.paragraphs
            for each in paragraph.provisions
            if each.clause.class_ in _MENTIONS | _NOTES
        )

    def _notes_a_report(self, clause: PlacedClause) -> bool:
        """Whether a statement only notes or welcomes a report of a body: of each report that is done once."""
        fact = clause.provision.clause
        notes = fact.class_ in _NOTES or self._compiled("reads").search(fact.verb.surface)
        return bool(notes and clause.paragraph.agencies and self._compiled("noted").match(_behind_verb(fact)))

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

    def _was_for_a_session(self, clauses: Sequence[PlacedClause], words: str) -> bool:
        """Whether words of a request or a decision say what was to be done at a session that has been held."""
        asks = any(each.provision.clause.class_ in ("DIR", "DEC") for each in clauses)
        reports = any(each.provision.clause.report for each in clauses)
        return asks and not reports and not self._compiled("lapses").search(words) and self._sessions_passed(words)

    def _were_reports_due(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether all that was asked for is a report on a matter of its own, at a session that has been held."""
        facts = [each.provision.clause for each in clauses if not self._only_mentions(each.provision.clause)]
        whole = self._language.compiled("reports", "alone", "this_resolution")
        return bool(facts) and all(
            fact.report is not None
            and not fact.report.periodicity
            and fact.report.topic
            and not whole.search(fact.report.topic)
            and self._sessions_passed(fact.quote)
            for fact in facts
        )

    def _is_of_earlier_years(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether statements stood beside a year that the linked paragraph is beyond: elections of 2019, then 2021."""
        if any(each.provision.clause.class_ not in _STATEMENTS for each in clauses):
            return False
        before, after = (
            {year for each in edition.paragraphs if each.id in ids for year in _YEAR.findall(each.text or "")}
            for edition, ids in ((self.comparison.old, line.old), (self.comparison.new, line.new))
        )
        return bool(before and after) and min(after) > max(before)

    def _was_news(self, clauses: Sequence[PlacedClause]) -> bool:
        """Whether statements that cite nothing tell of a day in the time before the earlier edition."""
        first, last = self.comparison.old.adopted_on, self.comparison.new.adopted_on
        if not first or not last or not clauses:
            return False
        if any(each.provision.clause.class_ not in _STATEMENTS or each.paragraph.citations for each in clauses):
            return False
        newest = max(_days([each.paragraph for each in clauses], _MONTH), default="")
        years = max(1, int(last[:4]) - int(first[:4]))
        return f"{int(first[:4]) - years}{first[4:]}" < newest <= first

    # in other words

    def _where(self, clauses: Sequence[PlacedClause], words: str | None) -> str | None:
        """The first paragraph of the later edition in which the words that went, or much like them, stand."""
        homes = [
            self._home(clause.content if words is None else phrase(words, self._language.code), clause.provision.clause)
            for clause in clauses
            if clause.provision.clause.class_ not in _MENTIONS or len(clauses) == 1
        ]
        return homes[0] if homes and all(home is not None for home in homes) else None

    def _home(self, words: str, fact: Clause) -> str | None:
        """The paragraph that has most of some words of a clause; of a directive's one that directs as strongly."""
        wanted = self._telling(words)
        if len(wanted) <= _FEW * (1 + self._language.words_touch):
            return None
        best, most = None, self._weight(wanted)
        for paragraph, standing, come in self._later:
            if not any(_may_say(each.clause, fact) for each in paragraph.provisions):
                continue
            weight = max(self._weight(wanted & standing) / _STANDING, self._weight(wanted & come) / _COME)
            if weight >= most:
                best, most = paragraph.id, weight
        return best

    def _speaks_of_another(self, line: BriefLine, clauses: Sequence[PlacedClause], change: Change | None) -> bool:
        """Whether a statement of less weight goes on to say other things than the one before it."""
        later = _placed(self.comparison.new, line.new)
        others = _around(later, change.new.start) if change and change.new else []
        return any(
            max(in_pairs(after.content, before.content), in_pairs(before.content, after.content)) < _SAME
            for before in clauses
            for after in others
        )

    @cached_property
    def _later(self) -> list[tuple[EditionParagraph, set[str], set[str]]]:
        """Of each later paragraph its telling words, and those that the paragraphs linked with it did not have."""
        old = {paragraph.id: self._of(paragraph) for paragraph in self.comparison.old.paragraphs}
        links = {id: link for link in self.comparison.links for id in link.new}
        later = []
        for paragraph in self.comparison.new.paragraphs:
            before = links[paragraph.id].old if paragraph.id in links else ()
            words = self._of(paragraph)
            later.append((paragraph, words, words.difference(*(old[id] for id in before))))
        return later

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        every = [*self.comparison.old.paragraphs, *self.comparison.new.paragraphs]
        counts = Counter(word for paragraph in every for word in self._of(paragraph))
        return {word: log(1 + len(every) / count) for word, count in counts.items()}

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._rarity.get(word, 0.0) for word in words)

    def _of(self, paragraph: EditionParagraph) -> set[str]:
        return self._telling(as_string(paragraph.shingles))

    def _telling(self, words: str) -> set[str]:
        return telling(words, function_words(self._language.code), self._language.words_touch)

    def _compiled(self, key: str) -> re.Pattern[str]:
        return self._language.compiled("slots", "gone", key)

    @cached_property
    def _language(self) -> Language:
        return language_of(self.comparison.old.language)


def _may_say(later: Clause, fact: Clause) -> bool:
    """Whether a clause is of a sort that may say what an earlier one said: no decision says what is thought."""
    if fact.band:
        return (later.band or "") >= fact.band
    return fact.class_ == "DEC" or later.class_ != "DEC"


def _behind_verb(fact: Clause) -> str:
    return fact.quote[len(fact.verb.surface) :].lstrip()


def _placed(edition: Edition, ids: Sequence[str]) -> list[PlacedClause]:
    paragraphs = [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]
    return [place(paragraph, provision) for paragraph in paragraphs for provision in paragraph.provisions]


def _around(clauses: Sequence[PlacedClause], offset: int) -> list[PlacedClause]:
    return [each for each in clauses if each.provision.clause.start <= offset < each.provision.clause.end]


def _days(paragraphs: Iterable[EditionParagraph], least: int) -> list[str]:
    """The days that paragraphs name, the last of each range; or months too, by how many characters are the least."""
    days = (date.rpartition("/")[2] for paragraph in paragraphs for date in paragraph.dates)
    return [day for day in days if len(day) >= least]
