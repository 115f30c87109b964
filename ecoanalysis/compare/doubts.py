"""A claim that something is lost → why it is not certain, and the later paragraph that may say it, if any."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.elsewhere import Elsewhere
from ecoanalysis.compare.news import News
from ecoanalysis.compare.past import MENTIONS, STATEMENTS, Past, behind_verb
from ecoanalysis.compare.references import find_references, refers_to
from ecoanalysis.compare.still_standing import (
    PlacedClause,
    Standing,
    as_string,
    function_words,
    parties_of,
    phrase,
    place,
    standing_in,
)
from ecoanalysis.compare.time_between import TimeBetween
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import BriefLine, Reason
from ecoanalysis.model.comparison import Change, Comparison
from ecoanalysis.model.edition import Edition, EditionParagraph

_NUMBERED = re.compile(r"[\w/.()-]*\d[\w/.()-]*", re.ASCII)
_MARKS, _COMMAS = re.compile(r"[,;:，；：、]"), " ,，"
_JOINED = 0.90  # the same where it opens what is joined to the rest
_SOFTENED = 0.60  # share of the telling words beside a new hedge that must have stood before for it to soften them
_SAME_MATTER = 0.50  # share of the telling words, the rare ones weighing most, of the shorter of two statements
_ASKED_THERE = 0.25  # share of a request's telling words, the rare ones weighing most, that another one must have


@dataclass(frozen=True, slots=True)
class Claim:
    """A line that claims a loss, the clauses that it is about, and whether they went whole."""

    line: BriefLine
    clauses: tuple[PlacedClause, ...]
    whole: bool
    change: Change | None = None

    @property
    def words(self) -> str | None:
        """The words that went, where a clause went in part."""
        return None if self.whole or self.change is None or self.change.old is None else self.change.old.text


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a loss is not certain, and the paragraphs that make it doubtful where they are not those of its line."""

    reason: Reason
    where: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubts:
    """Two editions, asked of a claim that something is lost why it may not be."""

    comparison: Comparison

    def about(self, claim: Claim) -> Doubt | None:
        """Return the first reason for which a claim is not certain, or None where nothing speaks against it."""
        doubts = (self._of_place(claim), self._of_its_kind(claim))
        return next((doubt for doubt in doubts if doubt is not None), None)

    def about_parties(self, line: BriefLine) -> Doubt | None:
        """Return why a party that a paragraph asks no more may be asked still: by another one, for much the same."""
        if references := refers_to(line.old, self._references):
            return Doubt("referred_to", references)
        for clause in placed(self.comparison.old, line.old):
            parties = parties_of(clause) if clause.provision.clause.class_ == "DIR" else set()
            for paragraph in self.comparison.new.paragraphs if parties else ():
                later = [place(paragraph, each) for each in paragraph.provisions if each.clause.class_ == "DIR"]
                asks = any(parties & parties_of(each) for each in later) and paragraph.id not in line.new
                if asks and self.elsewhere.share(clause.content, paragraph) >= _ASKED_THERE:
                    return Doubt("asked_elsewhere", (paragraph.id,))
        return None

    # where else it may stand

    def _of_place(self, claim: Claim) -> Doubt | None:
        if not (claim.whole or claim.line.type == "scope_narrowed"):
            return None
        if references := refers_to(claim.line.old, self._references):
            return Doubt("referred_to", references)
        return self._of_like_words(claim) or self._of_citations(claim) or self._of_provisions_elsewhere(claim)

    def _of_like_words(self, claim: Claim) -> Doubt | None:
        """The first paragraph of the later edition in which the words that went, or much like them, stand."""
        language = self.comparison.old.language
        homes, others = [], []
        if not claim.clauses:
            words = "".join(as_string(each.shingles) for each in among(self.comparison.old, claim.line.old))
            others.append(self.elsewhere.closest(words))
        for clause in claim.clauses:
            fact = clause.provision.clause
            if fact.class_ not in MENTIONS or len(claim.clauses) == 1:
                words = clause.content if claim.words is None else phrase(claim.words, language)
                home = self.elsewhere.home(words, fact)
                homes.append(home)
                like = self.elsewhere.closest(words, fact) or self.elsewhere.opens(words)
                others.append(home or like or self.elsewhere.repeats(words, claim.line.new))
        if homes and all(home is not None for home in homes):
            return self._stands(str(homes[0]), "elsewhere")
        if others and all(other is not None for other in others):
            return self._stands(str(others[0]), "other_verb")
        return None

    def _stands(self, id: str, reason: Reason) -> Doubt:
        parts = {paragraph.id: paragraph.part for paragraph in self.comparison.new.paragraphs}
        return Doubt("annex" if parts.get(id) == "annex" else reason, (id,))

    def _of_citations(self, claim: Claim) -> Doubt | None:
        """The paragraph that still cites what clauses do little but cite."""
        if claim.words is not None or not claim.clauses or not all(self._hardly_says(each) for each in claim.clauses):
            return None
        cited = _cited(among(self.comparison.old, claim.line.old))
        homes = (each.id for each in self.comparison.new.paragraphs if cited & each.citations)
        home = next(homes, None)
        return Doubt("cited", (home,)) if home else None

    def _of_provisions_elsewhere(self, claim: Claim) -> Doubt | None:
        """The paragraph that now asks for the provisions of a resolution not cited before, which may hold what went."""
        operative = all(each.part == "operative" for each in among(self.comparison.old, claim.line.old))
        if claim.words is None and operative and self._takes_over is not None:
            return Doubt("by_reference", (self._takes_over,))
        return None

    @cached_property
    def _takes_over(self) -> str | None:
        """The first paragraph that asks for the provisions of resolutions of which one alone is cited anew.

        Common paragraphs of many resolutions on peacekeeping went into A/RES/76/274, which each of them then cited.
        """
        asks = language_of(self.comparison.new.language).compiled("slots", "gone", "takes_over")
        cited = _cited(self.comparison.old.paragraphs)
        homes = (
            paragraph.id
            for paragraph in self.comparison.new.paragraphs
            if paragraph.part == "operative" and paragraph.citations & cited
            if any("/RES/" in symbol for symbol in paragraph.citations - cited)
            if asks.search(paragraph.text or "")
        )
        return next(homes, None)

    # of what kind it is

    def _of_its_kind(self, claim: Claim) -> Doubt | None:
        line, clauses = claim.line, claim.clauses
        if self._belongs_to_another(claim):
            return Doubt("rewritten")
        if line.type == "endorsement_lowered":
            return self._of_endorsement(claim)
        if claim.change is not None and claim.change.by == "hedge":
            return Doubt("new_matter") if self._softens_new_matter(claim) else None
        if line.type == "weakened" and not claim.whole:
            return Doubt("time") if self.has_passed_days(line) else None
        if line.type == "demoted":
            awaited = (self.past.anticipates(each.provision.clause) for each in placed(self.comparison.old, line.old))
            if clauses and all(map(self._standing.still_says, clauses)):
                return Doubt("elsewhere")
            if clauses and all(map(self._only_cites, clauses)):
                return Doubt("cited")
            return Doubt("time") if clauses and any(awaited) else None
        if not claim.whole:
            return self._of_words(claim)
        if self._is_reported(claim):
            return Doubt("reported")
        if line.type != "dropped":
            if self._is_overtaken(line, clauses):
                return Doubt("overtaken")
            if all(self._is_changed(line, each) for each in clauses):
                return Doubt("rewritten")
        return self.of_time(claim)

    def _is_reported(self, claim: Claim) -> bool:
        """Whether what is asked in the preamble stands behind words that tell what another text says."""
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

    def of_time(self, claim: Claim) -> Doubt | None:
        """Return why clauses that went whole may have been true, or asked for, only in their time."""
        clauses = claim.clauses
        if not clauses:
            return self._of_words_alone(claim)
        facts = [each.provision.clause for each in clauses]
        if self._news.is_all(clauses):
            return Doubt("news")
        if self._is_of_earlier_years(claim.line, clauses):
            return Doubt("other_event")
        beside = [each.provision.clause for each in placed(self.comparison.old, claim.line.old)]
        past = self.time.has_reached_years(facts) or self.time.has_reached_years(beside)
        past = past or self.past.covers(clauses, surely=False)
        past = past or self.past.was_asked_once(clauses)
        return Doubt("time") if past else None

    def _of_words_alone(self, claim: Claim) -> Doubt | None:
        """Whether a paragraph in which no clause was read is about a day that has passed or an event that was over."""
        words = " ".join(paragraph.text or "" for paragraph in among(self.comparison.old, claim.line.old))
        if self.past.tells_of_a_day(words):
            return Doubt("time")
        return Doubt("news") if self.time.was_over(words) else None

    def _of_endorsement(self, claim: Claim) -> Doubt | None:
        if self._speaks_of_another(claim) or self._is_of_earlier_years(claim.line, claim.clauses):
            return Doubt("other_event")
        if self._is_recalled(claim):
            return Doubt("news")
        return Doubt("overtaken") if self._is_overtaken(claim.line, claim.clauses) else None

    def _is_recalled(self, claim: Claim) -> bool:
        """Whether what is only recalled now lies before the later edition: a summit is welcomed, then recalled."""
        change = claim.change.new if claim.change else None
        later = around(placed(self.comparison.new, claim.line.new), change.start) if change else []
        recalls = bool(later) and all(each.provision.clause.class_ == "REF" for each in later)
        return recalls and all(self.time.is_beyond(each.provision.clause.quote) for each in claim.clauses)

    def _of_words(self, claim: Claim) -> Doubt | None:
        words = claim.words if claim.line.type == "scope_narrowed" else None
        if not words:
            return None
        states = all(each.provision.clause.class_ in STATEMENTS for each in claim.clauses)
        if self.time.has_held_sessions(words) or (states and self.past.awaits(words)):
            return Doubt("time")
        if self._news.is_recent(words):
            return Doubt("news")
        if self._is_cited_anew(claim, words):
            return Doubt("rewritten")
        return Doubt("other_event") if self._is_of_another_day(claim) else None

    def _belongs_to_another(self, claim: Claim) -> bool:
        """Whether the clause whose verb has less weight has the verb, and the opening, of another one from before."""
        if claim.change is None or claim.change.new is None or claim.change.by not in ("band", "verb", "class"):
            return False
        before = placed(self.comparison.old, claim.line.old)
        return any(
            each.provision.clause.lemma.lower() == later.provision.clause.lemma.lower()
            and self.elsewhere.begins_alike(each, later)
            for later in around(placed(self.comparison.new, claim.line.new), claim.change.new.start)
            for each in before
            if each.provision not in [clause.provision for clause in claim.clauses]
        )

    def _softens_new_matter(self, claim: Claim) -> bool:
        """Whether between the marks around a hedge stand mostly words that the earlier clause did not have.

        Where it opens what is joined to the rest (and, within existing resources, in other languages), nearly all must
        have stood before.
        """
        hedge, language = claim.change.new if claim.change else None, self.comparison.old.language
        for paragraph in among(self.comparison.new, claim.line.new):
            if hedge is None or not paragraph.text or not paragraph.start <= hedge.start < paragraph.end:
                continue
            first = bisect_left(paragraph.offsets, hedge.start)
            rest = paragraph.text[first + len(hedge.text or "") :].lstrip(_COMMAS)
            before, after = (
                phrase(_MARKS.split(paragraph.text[:first].rstrip(_COMMAS))[-1], language),
                phrase(_MARKS.split(rest)[0], language),
            )
            joined = set(before) <= function_words(language)
            words, least = (after, _JOINED) if joined else (before + after, _SOFTENED)
            return any(self.elsewhere.share_in(words, clause) < least for clause in claim.clauses)
        return False

    def has_passed_days(self, line: BriefLine) -> bool:
        """Whether the days that a paragraph named have passed; a report that fell due and is asked no more is lost."""
        paragraphs = among(self.comparison.old, line.old)
        asks_for_report = any(each.clause.report for paragraph in paragraphs for each in paragraph.provisions)
        return not asks_for_report and self.time.has_passed_days(paragraphs)

    def _is_of_earlier_years(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        old, new = among(self.comparison.old, line.old), among(self.comparison.new, line.new)
        return self._news.is_of_earlier_years(clauses, old, new)

    def _is_changed(self, line: BriefLine, clause: PlacedClause) -> bool:
        """Whether a clause says in part what its paragraph says now, or did little more than to cite."""
        stays = self.elsewhere.stays(clause, line.new) or self._is_urged_still(line, clause)
        return stays or self._only_cites(clause)

    def _only_cites(self, clause: PlacedClause) -> bool:
        return clause.provision.clause.class_ == "REF" and self._hardly_says(clause)

    def _hardly_says(self, clause: PlacedClause) -> bool:
        """Whether a statement has few words but what it cites."""
        fact = clause.provision.clause
        rest = phrase(_NUMBERED.sub(" ", behind_verb(fact)), self.comparison.old.language)
        cites = fact.class_ in STATEMENTS and bool(_NUMBERED.search(fact.quote))
        return cites and self.elsewhere.is_short(rest)

    def _is_urged_still(self, line: BriefLine, clause: PlacedClause) -> bool:
        """Whether the verb of a request of few words stands in its paragraph: welcomes, and further encourages."""
        linked = (as_string(paragraph.shingles) for paragraph in among(self.comparison.new, line.new))
        asks = clause.provision.clause.class_ == "DIR" and self.elsewhere.is_short(clause.content)
        return asks and any(clause.verb in words for words in linked)

    def _is_overtaken(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether the paragraph mentions a resolution of since, the earlier edition itself too, in words that went."""
        cited = _cited(self.comparison.old.paragraphs)
        later = [
            paragraph
            for paragraph in among(self.comparison.new, line.new)
            if any("/RES/" in symbol for symbol in paragraph.citations - cited)
            and any(each.clause.class_ in MENTIONS for each in paragraph.provisions)
        ]
        return any(self.elsewhere.shares(each, paragraph) for each in clauses for paragraph in later)

    def _is_of_another_day(self, claim: Claim) -> bool:
        """Whether words went with the event that a statement was about: the later one tells of another day."""
        facts = [each.provision.clause for each in claim.clauses]
        later = " ".join(paragraph.text or "" for paragraph in among(self.comparison.new, claim.line.new))
        before = {date for fact in facts for date in self.time.dates_of_events(fact.quote)}
        after = set(self.time.dates_of_events(later))
        return all(fact.class_ in STATEMENTS for fact in facts) and bool(before and after) and not before & after

    def _is_cited_anew(self, claim: Claim, words: str) -> bool:
        """Whether few words went of what is only mentioned, and more is cited now: its resolutions, one by one."""
        if not self.elsewhere.is_short(phrase(words, self.comparison.old.language)):
            return False
        old, new = among(self.comparison.old, claim.line.old), among(self.comparison.new, claim.line.new)
        before, after = _cited(old), _cited(new)
        return len(before) < len(after) and all(each.provision.clause.class_ in MENTIONS for each in claim.clauses)

    def _speaks_of_another(self, claim: Claim) -> bool:
        """Whether a statement of less weight goes on to say other things than the one before it."""
        later = placed(self.comparison.new, claim.line.new)
        others = around(later, claim.change.new.start) if claim.change and claim.change.new else []
        return any(
            self._news.differ(before, after)
            or self.elsewhere.in_common(before, after) < _SAME_MATTER
            or not self.elsewhere.begins_alike(before, after)
            for before in claim.clauses
            for after in others
        )

    # what is asked

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """The later edition, asked where what an earlier clause says stands in it."""
        return Elsewhere(self.comparison)

    @cached_property
    def _references(self) -> tuple[tuple[str, frozenset[int]], ...]:
        return find_references(self.comparison.old, self.comparison.new)

    @cached_property
    def _standing(self) -> Standing:
        return standing_in(self.comparison.new.paragraphs, self.comparison.new.language)

    @cached_property
    def past(self) -> Past:
        """The earlier clauses, asked whether they are done with."""
        return Past(self.comparison.old, self.comparison.new)

    @cached_property
    def _news(self) -> News:
        return News(self.comparison.old, self.comparison.new)

    @cached_property
    def time(self) -> TimeBetween:
        """The time between the two editions."""
        return TimeBetween(self.comparison.old, self.comparison.new)


def among(edition: Edition, ids: Sequence[str]) -> list[EditionParagraph]:
    """Return the paragraphs of an edition that have one of the ids."""
    return [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]


def placed(edition: Edition, ids: Sequence[str]) -> list[PlacedClause]:
    """Return the clauses of those paragraphs in their places."""
    return [place(paragraph, each) for paragraph in among(edition, ids) for each in paragraph.provisions]


def _cited(paragraphs: Iterable[EditionParagraph]) -> set[str]:
    return set[str]().union(*(paragraph.citations for paragraph in paragraphs))


def around(clauses: Sequence[PlacedClause], offset: int) -> list[PlacedClause]:
    """Return the clauses that hold the character at an offset."""
    return [each for each in clauses if each.provision.clause.start <= offset < each.provision.clause.end]
