"""What an edition says no more → lost; else past or settled, or perhaps lost, where something like it still stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause
from ecoanalysis.compare.losses.certainty import Certainty
from ecoanalysis.compare.losses.claim import Claim, among, around, placed
from ecoanalysis.compare.losses.faded import Faded
from ecoanalysis.compare.losses.past import Past
from ecoanalysis.compare.losses.support import Terms
from ecoanalysis.compare.two_editions.time_between import TimeBetween
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison, Evidence, LinkType

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
        claim = Claim(line, tuple(clauses), whole, change)
        matter = self._faded.named_in(self._terms_of(claim))
        if matter and not self._certainty.is_another_text:
            return replace(line, section="unsure", reason="matter_gone", new=(), words=matter)
        doubt = self._certainty.lacks(claim)
        if doubt is not None:
            return replace(line, section="unsure", reason=doubt.reason, new=doubt.where or line.new)
        return line

    def judge_dropped(self, line: BriefLine) -> Iterator[BriefLine]:
        """Yield what a dropped paragraph comes to: of one that another says in part the rest, then that part."""
        judged = self.judge(line)
        clauses = placed(self.comparison.old, line.old)
        standing = [self._certainty.elsewhere.says(each) for each in clauses] if judged.section == "lost" else []
        if not any(standing) or all(standing):
            yield judged
            return
        rest = tuple(each for each, doubt in zip(clauses, standing, strict=True) if doubt is None)
        judged = replace(judged, words=" ".join(each.provision.clause.quote for each in rest) or line.words)
        claim = Claim(line, rest, whole=True)
        doubt = self._certainty.lacks(claim)
        yield judged if doubt is None else replace(judged, section="unsure", reason=doubt.reason)
        for each, kept in zip(clauses, standing, strict=True):
            if kept is not None:
                words = each.provision.clause.quote or line.words
                yield replace(line, section="unsure", reason=kept.reason, new=kept.where, words=words)

    def judge_parties(self, line: BriefLine) -> BriefLine:
        """Return a line that tells who is asked no more, or that they may be asked elsewhere."""
        doubt = self._certainty.elsewhere.asks(line)
        return line if doubt is None else replace(line, section="unsure", reason=doubt.reason, new=doubt.where)

    def _clauses(self, line: BriefLine, change: Change | None) -> tuple[list[PlacedClause], bool]:
        """The clauses that a line is about, and whether they went whole: those that the words that went hold.

        Of a dropped paragraph these are all; where words hold no clause, the clause that holds them went in part.
        """
        every = placed(self.comparison.old, line.old)
        if change is None or change.old is None:
            return every, line.type == "dropped"
        went = _within(every, change.old) if line.type == "scope_narrowed" else []
        return (went, True) if went else (around(every, change.old.start), change.by == "clause")

    # past or settled

    def _has_passed(self, line: BriefLine, clauses: Sequence[PlacedClause], whole: bool, words: str | None) -> bool:
        if whole:
            return (
                self._has_passed_days(line)
                or self._past.covers(clauses)
                or self._was_annexed(line)
                or self._was_amended(line)
            )
        if clauses and all(self._past.marks_a_day(clause) for clause in clauses):
            return True
        if line.type in _OF_STATEMENTS:
            return bool(clauses) and all(self._past.anticipates(each.provision.clause) for each in clauses)
        if line.type != "scope_narrowed" or words is None:
            return False
        tells = bool(clauses) and all(self._past.tells_of_its_day(each.provision.clause, words) for each in clauses)
        return tells or self._past.was_for_a_session(clauses, words) or self._time.has_passed_target(words)

    def _was_annexed(self, line: BriefLine) -> bool:
        """Whether a paragraph stood in an annex, adopted with its edition, and the later edition has none."""
        parts = {paragraph.part for paragraph in among(self.comparison.old, line.old)}
        return parts == {"annex"} and all(paragraph.part != "annex" for paragraph in self.comparison.new.paragraphs)

    def _was_amended(self, line: BriefLine) -> bool:
        """Whether points hold the new words of rules, which their paragraph decided to amend."""
        above = tuple(id.rpartition(".")[0] for id in line.old if "." in id)
        return len(above) == len(line.old) and self._past.amends(placed(self.comparison.old, above))

    def _has_passed_days(self, line: BriefLine) -> bool:
        """Whether the days that a paragraph named have passed; a report that fell due and is asked no more is lost."""
        paragraphs = among(self.comparison.old, line.old)
        asks_for_report = any(each.clause.report for paragraph in paragraphs for each in paragraph.provisions)
        return not asks_for_report and self._time.has_passed_days(paragraphs)

    def _terms_of(self, claim: Claim) -> Terms:
        """The terms of what went: of a dropped paragraph all of it, else the clause or the words."""
        paragraphs, support = among(self.comparison.old, claim.line.old), self._certainty.support
        if claim.line.type == "dropped":
            return frozenset[str]().union(*map(support.whole, paragraphs))
        went = claim.change.old if claim.change else None
        if went is None or not (claim.whole or claim.line.type == "scope_narrowed"):
            return frozenset()
        return frozenset[str]().union(*(support.between(each, went.start, went.end) for each in paragraphs))

    @cached_property
    def _faded(self) -> Faded:
        return Faded(self.comparison, self._certainty.support)

    @cached_property
    def _certainty(self) -> Certainty:
        return Certainty(self.comparison)

    @cached_property
    def _past(self) -> Past:
        return Past(self.comparison.old, self.comparison.new)

    @cached_property
    def _time(self) -> TimeBetween:
        return TimeBetween(self.comparison.old, self.comparison.new)


def _within(clauses: Sequence[PlacedClause], words: Evidence) -> list[PlacedClause]:
    facts = ((each, each.provision.clause) for each in clauses)
    return [each for each, fact in facts if words.start <= fact.start and fact.end <= words.end + _MARK]
