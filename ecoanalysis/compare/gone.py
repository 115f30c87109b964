"""What an edition says no more → lost; else past or settled, or perhaps lost, where something like it still stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ecoanalysis.compare.elsewhere import Elsewhere
from ecoanalysis.compare.news import News
from ecoanalysis.compare.past import MENTIONS, STATEMENTS, Past, behind_verb
from ecoanalysis.compare.still_standing import PlacedClause, as_string, phrase, place
from ecoanalysis.compare.time_between import TimeBetween
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison, Evidence, LinkType
from ecoanalysis.model.edition import Edition, EditionParagraph, Provision

_NUMBERED = re.compile(r"\S*\d\S*")
_MARK = 1  # characters by which a clause may end behind its last word
_OF_STATEMENTS: tuple[LinkType, ...] = ("endorsement_lowered", "demoted")


@dataclass(frozen=True)
class Gone:
    """Two editions, asked what became of what only the earlier one has."""

    comparison: Comparison

    def judge(self, line: BriefLine, change: Change | None = None) -> BriefLine:
        """Return a line that claims a loss, or what it claims instead, with the later paragraph that may say it."""
        clauses, whole = self._clauses(line, change)
        words = None if whole or change is None or change.old is None else change.old.text
        if self._has_passed(line, clauses, whole, words):
            return replace(line, section="passed")
        where = self._where(clauses, words) if whole or line.type == "scope_narrowed" else None
        if where is not None:
            return replace(line, section="unsure", new=(where,))
        if self._is_doubtful(line, clauses, whole, change):
            return replace(line, section="unsure")
        return replace(line, words=self._rest(clauses) or line.words) if line.type == "dropped" else line

    def _clauses(self, line: BriefLine, change: Change | None) -> tuple[list[PlacedClause], bool]:
        """The clauses that a line is about, and whether they went whole: those that the words that went hold.

        Of a dropped paragraph these are all; where words hold no clause, the clause that holds them went in part.
        """
        every = _placed(self.comparison.old, line.old)
        if change is None or change.old is None:
            return every, line.type == "dropped"
        went = _within(every, change.old) if line.type == "scope_narrowed" else []
        return (went, True) if went else (_around(every, change.old.start), change.by == "clause")

    # past or settled

    def _has_passed(self, line: BriefLine, clauses: Sequence[PlacedClause], whole: bool, words: str | None) -> bool:
        if whole:
            return self._has_passed_days(line) or self._past.covers(clauses) or self._was_annexed(line)
        if clauses and all(self._past.marks_a_day(clause) for clause in clauses):
            return True
        if line.type in _OF_STATEMENTS:
            return bool(clauses) and all(self._past.anticipates(each.provision.clause) for each in clauses)
        if line.type != "scope_narrowed" or words is None:
            return False
        return self._past.was_for_a_session(clauses, words) or self._time.has_passed_target(words)

    def _has_passed_days(self, line: BriefLine) -> bool:
        """Whether the days that a paragraph named have passed; a report that fell due and is asked no more is lost."""
        paragraphs = _among(self.comparison.old, line.old)
        return not _asks_for_report(paragraphs) and self._time.has_passed_days(paragraphs)

    def _was_annexed(self, line: BriefLine) -> bool:
        """Whether a paragraph stood in an annex, adopted with its edition, and the later edition has none."""
        parts = {paragraph.part for paragraph in _among(self.comparison.old, line.old)}
        return parts == {"annex"} and all(paragraph.part != "annex" for paragraph in self.comparison.new.paragraphs)

    # perhaps lost

    def _is_doubtful(
        self, line: BriefLine, clauses: Sequence[PlacedClause], whole: bool, change: Change | None
    ) -> bool:
        if line.type == "endorsement_lowered":
            of_another = self._speaks_of_another(line, clauses, change) or self._is_of_earlier_years(line, clauses)
            return of_another or self._is_overtaken(line, clauses)
        if line.type == "weakened" and not whole:
            return self._has_passed_days(line)
        if line.type == "demoted":
            awaited = (self._past.anticipates(each.clause) for each in _provisions(self.comparison.old, line.old))
            return bool(clauses) and (all(map(self._only_cites, clauses)) or any(awaited))
        if not whole:
            words = change.old.text if line.type == "scope_narrowed" and change and change.old else None
            old = self._time.has_held_sessions(words or "") or self._news.is_recent(words or "")
            other = self._is_cited_anew(line, clauses, words or "") or self._is_of_another_day(line, clauses)
            return bool(words) and (old or other)
        if line.type != "dropped" and (
            self._is_overtaken(line, clauses) or all(self._is_changed(line, each) for each in clauses)
        ):
            return True
        facts = [each.provision.clause for each in clauses]
        is_old = self._news.is_all(clauses) or self._is_of_earlier_years(line, clauses)
        return is_old or self._time.has_reached_years(facts) or self._past.covers(clauses, surely=False)

    def _is_of_earlier_years(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        old, new = _among(self.comparison.old, line.old), _among(self.comparison.new, line.new)
        return self._news.is_of_earlier_years(clauses, old, new)

    def _is_changed(self, line: BriefLine, clause: PlacedClause) -> bool:
        """Whether a clause says in part what its paragraph says now, or did little more than to cite."""
        stays = self._elsewhere.stays(clause, line.new) or self._is_urged_still(line, clause)
        return stays or self._only_cites(clause)

    def _only_cites(self, clause: PlacedClause) -> bool:
        fact = clause.provision.clause
        rest = phrase(_NUMBERED.sub(" ", behind_verb(fact)), self.comparison.old.language)
        return fact.class_ == "REF" and bool(_NUMBERED.search(fact.quote)) and self._elsewhere.is_short(rest)

    def _is_urged_still(self, line: BriefLine, clause: PlacedClause) -> bool:
        """Whether the verb of a request of few words stands in its paragraph: welcomes, and further encourages."""
        linked = (as_string(paragraph.shingles) for paragraph in _among(self.comparison.new, line.new))
        asks = clause.provision.clause.class_ == "DIR" and self._elsewhere.is_short(clause.content)
        return asks and any(clause.verb in words for words in linked)

    def _is_overtaken(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether the paragraph mentions a resolution of since, the earlier edition itself too, in words that went."""
        cited = set[str]().union(*(each.citations for each in self.comparison.old.paragraphs))
        later = [
            paragraph
            for paragraph in _among(self.comparison.new, line.new)
            if any("/RES/" in symbol for symbol in paragraph.citations - cited)
            and any(each.clause.class_ in MENTIONS for each in paragraph.provisions)
        ]
        return any(self._elsewhere.shares(each, paragraph) for each in clauses for paragraph in later)

    def _is_of_another_day(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether words went with the event that a statement was about: the later one tells of another day."""
        facts = [each.provision.clause for each in clauses]
        later = " ".join(paragraph.text or "" for paragraph in _among(self.comparison.new, line.new))
        before = {date for fact in facts for date in self._time.dates_of_events(fact.quote)}
        after = set(self._time.dates_of_events(later))
        return all(fact.class_ in STATEMENTS for fact in facts) and bool(before and after) and not before & after

    def _is_cited_anew(self, line: BriefLine, clauses: Sequence[PlacedClause], words: str) -> bool:
        """Whether few words went of what is only mentioned, and more is cited now: its resolutions, one by one."""
        if not self._elsewhere.is_short(phrase(words, self.comparison.old.language)):
            return False
        old, new = _among(self.comparison.old, line.old), _among(self.comparison.new, line.new)
        before, after = (set[str]().union(*(each.citations for each in side)) for side in (old, new))
        return len(before) < len(after) and all(each.provision.clause.class_ in MENTIONS for each in clauses)

    def _speaks_of_another(self, line: BriefLine, clauses: Sequence[PlacedClause], change: Change | None) -> bool:
        """Whether a statement of less weight goes on to say other things than the one before it."""
        later = _placed(self.comparison.new, line.new)
        others = _around(later, change.new.start) if change and change.new else []
        return any(self._news.differ(before, after) for before in clauses for after in others)

    def _where(self, clauses: Sequence[PlacedClause], words: str | None) -> str | None:
        """The first paragraph of the later edition in which the words that went, or much like them, stand."""
        language = self.comparison.old.language
        homes = [
            self._elsewhere.home(clause.content if words is None else phrase(words, language), clause.provision.clause)
            for clause in clauses
            if clause.provision.clause.class_ not in MENTIONS or len(clauses) == 1
        ]
        return homes[0] if homes and all(home is not None for home in homes) else None

    def _rest(self, clauses: Sequence[PlacedClause]) -> str:
        """Of a paragraph that another one says in part the clauses that it does not say; nothing where it says none."""
        homes = [self._elsewhere.home(each.content, each.provision.clause) for each in clauses]
        rest = [each.provision.clause.quote for each, home in zip(clauses, homes, strict=True) if home is None]
        return " ".join(rest) if len(rest) < len(clauses) else ""

    # what is asked

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.comparison)

    @cached_property
    def _past(self) -> Past:
        return Past(self.comparison.old, self.comparison.new)

    @cached_property
    def _news(self) -> News:
        return News(self.comparison.old, self.comparison.new)

    @cached_property
    def _time(self) -> TimeBetween:
        return TimeBetween(self.comparison.old, self.comparison.new)


def _asks_for_report(paragraphs: Iterable[EditionParagraph]) -> bool:
    return any(each.clause.report for paragraph in paragraphs for each in paragraph.provisions)


def _among(edition: Edition, ids: Sequence[str]) -> list[EditionParagraph]:
    return [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]


def _provisions(edition: Edition, ids: Sequence[str]) -> list[Provision]:
    return [each for paragraph in _among(edition, ids) for each in paragraph.provisions]


def _placed(edition: Edition, ids: Sequence[str]) -> list[PlacedClause]:
    return [place(paragraph, each) for paragraph in _among(edition, ids) for each in paragraph.provisions]


def _within(clauses: Sequence[PlacedClause], words: Evidence) -> list[PlacedClause]:
    facts = ((each, each.provision.clause) for each in clauses)
    return [each for each, fact in facts if words.start <= fact.start and fact.end <= words.end + _MARK]


def _around(clauses: Sequence[PlacedClause], offset: int) -> list[PlacedClause]:
    return [each for each in clauses if each.provision.clause.start <= offset < each.provision.clause.end]
