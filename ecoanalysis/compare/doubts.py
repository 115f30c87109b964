"""A claim that something is lost → why it is not certain, and the later paragraph that may say it, if any."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.certainty import Certainty
from ecoanalysis.compare.claim import Claim, Doubt, among, around, cited, placed
from ecoanalysis.compare.doubts_of_place import DoubtsOfPlace
from ecoanalysis.compare.doubts_of_time import DoubtsOfTime
from ecoanalysis.compare.elsewhere import Elsewhere
from ecoanalysis.compare.past import MENTIONS
from ecoanalysis.compare.renderings import may_render_one
from ecoanalysis.compare.still_standing import (
    PlacedClause,
    Standing,
    as_string,
    function_words,
    phrase,
    standing_in,
)
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Comparison

_MARKS, _COMMAS = re.compile(r"[,;:，；：、]"), " ,，"
_JOINED = 0.90  # the same where it opens what is joined to the rest
_SOFTENED = 0.60  # share of the telling words beside a new hedge that must have stood before for it to soften them
_SAME_MATTER = 0.50  # share of the telling words, the rare ones weighing most, of the shorter of two statements
_OF_VERBS = ("band", "verb")


@dataclass(frozen=True)
class Doubts:
    """Two editions, asked of a claim that something is lost why it may not be."""

    comparison: Comparison

    def about(self, claim: Claim) -> Doubt | None:
        """Return the first reason for which a claim is not certain, or None where nothing speaks against it."""
        kinds = (self.place.about, self._of_its_kind, self._of_translation, self.certainty.lacks)
        return next((doubt for kind in kinds if (doubt := kind(claim)) is not None), None)

    def _of_its_kind(self, claim: Claim) -> Doubt | None:
        line, clauses = claim.line, claim.clauses
        if self._belongs_to_another(claim):
            return Doubt("rewritten")
        if line.type == "endorsement_lowered":
            return self._of_endorsement(claim)
        if claim.change is not None and claim.change.by == "hedge":
            return Doubt("new_matter") if self._softens_new_matter(claim) else None
        if line.type == "weakened" and not claim.whole:
            return Doubt("time") if self.time.has_passed_days(line) else None
        if line.type == "demoted":
            return self._of_demotion(claim)
        if not claim.whole:
            return self._of_words(claim)
        if self.time.is_reported(claim):
            return Doubt("reported")
        if line.type != "dropped":
            if self._is_overtaken(line, clauses):
                return Doubt("overtaken")
            if all(self._is_changed(line, each) for each in clauses):
                return Doubt("rewritten")
        return self.time.about(claim)

    def _of_translation(self, claim: Claim) -> Doubt | None:
        """Whether both verbs may render one of another language, and no other language at hand shows the change."""
        line, change = claim.line, claim.change
        if change is None or change.by not in _OF_VERBS or (line.old, line.new) in self.comparison.checked:
            return None
        later = around(placed(self.comparison.new, line.new), change.new.start) if change.new else []
        language = self.comparison.old.language
        pairs = [(each.provision.clause, other.provision.clause) for each in claim.clauses for other in later]
        return Doubt("translation") if any(may_render_one(*pair, language) for pair in pairs) else None

    def _of_demotion(self, claim: Claim) -> Doubt | None:
        clauses = claim.clauses
        if clauses and all(map(self._standing.still_says, clauses)):
            return Doubt("elsewhere")
        if clauses and all(map(self._only_cites, clauses)):
            return Doubt("cited")
        if self.time.awaits(placed(self.comparison.old, claim.line.old)) and clauses:
            return Doubt("time")
        return Doubt("news") if self.time.is_recalled_in_the_preamble(claim) else None

    def _of_endorsement(self, claim: Claim) -> Doubt | None:
        if self._speaks_of_another(claim) or self.time.is_of_earlier_years(claim.line, claim.clauses):
            return Doubt("other_event")
        if self.time.is_recalled(claim):
            return Doubt("news")
        return Doubt("overtaken") if self._is_overtaken(claim.line, claim.clauses) else None

    def _is_answered(self, claim: Claim) -> bool:
        """Whether words went from a request that its paragraph now answers."""
        start = claim.change.old.start if claim.change and claim.change.old else -1
        asked = [each.provision.clause for each in claim.clauses if each.provision.clause.class_ == "DIR"]
        answered = (
            change.old
            for link in self.comparison.links
            if (link.old, link.new) == (claim.line.old, claim.line.new)
            for change in link.changes
            if change.type == "answered" and change.old is not None
        )
        return bool(asked) and any(words.start <= start < words.end for words in answered)

    def _of_words(self, claim: Claim) -> Doubt | None:
        words = claim.words if claim.line.type == "scope_narrowed" else None
        if not words:
            return None
        if self._is_answered(claim):
            return Doubt("time")
        of_time = self.time.about_words(claim, words)
        if of_time is not None and of_time.reason != "other_event":
            return of_time
        return Doubt("rewritten") if self._is_cited_anew(claim, words) else of_time

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
        have stood before; one that a comma closes alone (and by girls as appropriate, in …) bears on what is before it.
        """
        hedge, language = claim.change.new if claim.change else None, self.comparison.old.language
        for paragraph in among(self.comparison.new, claim.line.new):
            if hedge is None or not paragraph.text or not paragraph.start <= hedge.start < paragraph.end:
                continue
            first = bisect_left(paragraph.offsets, hedge.start)
            behind = paragraph.text[first + len(hedge.text or "") :]
            closes = behind.lstrip(" ")[:1] in _COMMAS and paragraph.text[:first].rstrip(" ")[-1:] not in _COMMAS
            rest = "" if closes else behind.lstrip(_COMMAS)
            before, after = (
                phrase(_MARKS.split(paragraph.text[:first].rstrip(_COMMAS))[-1], language),
                phrase(_MARKS.split(rest)[0], language),
            )
            joined = set(before) <= function_words(language)
            words, least = (after, _JOINED) if joined else (before + after, _SOFTENED)
            return any(self.elsewhere.share_in(words, clause) < least for clause in claim.clauses)
        return False

    def _is_changed(self, line: BriefLine, clause: PlacedClause) -> bool:
        """Whether a clause says in part what its paragraph says now, or did little more than to cite."""
        stays = self.elsewhere.stays(clause, line.new) or self._is_urged_still(line, clause)
        return stays or self._only_cites(clause)

    def _only_cites(self, clause: PlacedClause) -> bool:
        return clause.provision.clause.class_ == "REF" and self.elsewhere.hardly_says(clause)

    def _is_urged_still(self, line: BriefLine, clause: PlacedClause) -> bool:
        """Whether the verb of a request of few words stands in its paragraph: welcomes, and further encourages."""
        linked = (as_string(paragraph.shingles) for paragraph in among(self.comparison.new, line.new))
        asks = clause.provision.clause.class_ == "DIR" and self.elsewhere.is_short(clause.content)
        return asks and any(clause.verb in words for words in linked)

    def _is_overtaken(self, line: BriefLine, clauses: Sequence[PlacedClause]) -> bool:
        """Whether the paragraph mentions a resolution of since, the earlier edition itself too, in words that went."""
        before = cited(self.comparison.old.paragraphs)
        later = [
            paragraph
            for paragraph in among(self.comparison.new, line.new)
            if any("/RES/" in symbol for symbol in paragraph.citations - before)
            and any(each.clause.class_ in MENTIONS for each in paragraph.provisions)
        ]
        return any(self.elsewhere.shares(each, paragraph) for each in clauses for paragraph in later)

    def _is_cited_anew(self, claim: Claim, words: str) -> bool:
        """Whether few words went of what is only mentioned, and more is cited now: its resolutions, one by one."""
        if not self.elsewhere.is_short(phrase(words, self.comparison.old.language)):
            return False
        old, new = among(self.comparison.old, claim.line.old), among(self.comparison.new, claim.line.new)
        before, after = cited(old), cited(new)
        return len(before) < len(after) and all(each.provision.clause.class_ in MENTIONS for each in claim.clauses)

    def _speaks_of_another(self, claim: Claim) -> bool:
        """Whether a statement of less weight goes on to say other things than the one before it."""
        later = placed(self.comparison.new, claim.line.new)
        others = around(later, claim.change.new.start) if claim.change and claim.change.new else []
        return any(
            self.time.news.differ(before, after)
            or self.elsewhere.in_common(before, after) < _SAME_MATTER
            or not self.elsewhere.begins_alike(before, after)
            for before in claim.clauses
            for after in others
        )

    # what is asked

    @cached_property
    def place(self) -> DoubtsOfPlace:
        """What else may stand in the later edition."""
        return DoubtsOfPlace(self.comparison, self.elsewhere)

    @cached_property
    def time(self) -> DoubtsOfTime:
        """What time alone may have settled."""
        return DoubtsOfTime(self.comparison, self.elsewhere)

    @cached_property
    def certainty(self) -> Certainty:
        """What a claim must meet to be certain."""
        return Certainty(self.comparison)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """The later edition, asked where what an earlier clause says stands in it."""
        return Elsewhere(self.comparison)

    @cached_property
    def _standing(self) -> Standing:
        return standing_in(self.comparison.new.paragraphs, self.comparison.new.language)
