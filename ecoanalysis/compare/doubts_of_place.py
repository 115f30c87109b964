"""A claim that something is lost → the later paragraph that may say it, in its words, in others or by reference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.claim import Claim, Doubt, among, cited, placed
from ecoanalysis.compare.elsewhere import Elsewhere
from ecoanalysis.compare.past import MENTIONS
from ecoanalysis.compare.references import find_references, refers_to
from ecoanalysis.compare.still_standing import PlacedClause, as_string, parties_of, phrase, place
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import BriefLine, Reason
from ecoanalysis.model.comparison import Comparison

_CITED_FOR = 0.25  # share of the telling words of a recall that a paragraph citing the same must have
_SHORTER = 2  # how many times shorter an edition that only adds to another must be
_RECALLED_ANEW = 0.30  # share of the telling words of a recall of resolutions that another one must have
_ASKED_THERE = 0.25  # share of a request's telling words, the rare ones weighing most, that another one must have


@dataclass(frozen=True)
class DoubtsOfPlace:
    """Two editions, asked of a claim where else what it calls lost may stand."""

    comparison: Comparison
    elsewhere: Elsewhere

    def about(self, claim: Claim) -> Doubt | None:
        """Return why what went whole, or from an enumeration, may stand elsewhere, or None."""
        if not (claim.whole or claim.line.type == "scope_narrowed"):
            return None
        if references := refers_to(claim.line.old, self._references):
            return Doubt("referred_to", references)
        return (
            self._of_like_words(claim)
            or self._of_citations(claim)
            or self._of_recalls_that_roll_on(claim)
            or self._of_provisions_elsewhere(claim)
        )

    def says(self, clause: PlacedClause) -> Doubt | None:
        """Return the paragraph, if any, that says much like a clause, under a verb of its force or another one."""
        fact, words = clause.provision.clause, clause.content
        if home := self.elsewhere.home(words, fact):
            return Doubt("elsewhere", (home,))
        like = self.elsewhere.closest(words, fact) or self.elsewhere.opens(words) or self.elsewhere.repeats(words, ())
        return Doubt("other_verb", (like,)) if like else None

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

    def _of_like_words(self, claim: Claim) -> Doubt | None:
        """The first paragraph of the later edition in which the words that went, or much like them, stand."""
        language = self.comparison.old.language
        homes, others, alone = [], [], claim.line.type == "dropped"
        if not claim.clauses:
            words = "".join(as_string(each.shingles) for each in among(self.comparison.old, claim.line.old))
            others.append(self.elsewhere.closest(words))
        for clause in claim.clauses:
            fact = clause.provision.clause
            if fact.class_ not in MENTIONS or len(claim.clauses) == 1:
                words = clause.content if claim.words is None else phrase(claim.words, language)
                home = self.elsewhere.home(words, fact)
                homes.append(home)
                like = self.elsewhere.closest(words, fact, alone) or self.elsewhere.opens(words)
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
        """The paragraph that still cites what clauses do little but cite, or what a recall cites, for much the same."""
        if claim.words is not None or not claim.clauses:
            return None
        if all(self.elsewhere.hardly_says(each) for each in claim.clauses):
            before = cited(among(self.comparison.old, claim.line.old))
            homes = [each.id for each in self.comparison.new.paragraphs if before & each.citations]
        else:
            homes = [self._cites_for_the_same(each) for each in claim.clauses]
            homes = homes[:1] if all(homes) else []
        return Doubt("cited", (homes[0],)) if homes else None

    def _cites_for_the_same(self, clause: PlacedClause) -> str:
        """The paragraph that cites the resolution which a recall names, and has some of its words."""
        fact = clause.provision.clause
        numbers = {
            symbol: symbol.partition("/RES/")[2].partition("(")[0].strip() for symbol in clause.paragraph.citations
        }
        names = {symbol for symbol, number in numbers.items() if number and number in fact.quote}
        homes = (
            each.id
            for each in self.comparison.new.paragraphs
            if names & each.citations and self.elsewhere.share(clause.content, each) >= _CITED_FOR
        )
        return next(homes, "") if fact.class_ == "REF" else ""

    def _of_recalls_that_roll_on(self, claim: Claim) -> Doubt | None:
        """The paragraph that recalls a resolution not cited before, where clauses only recalled an earlier one."""
        facts = [each.provision.clause for each in claim.clauses]
        if claim.words is not None or not facts or any(fact.class_ != "REF" for fact in facts):
            return None
        before = cited(self.comparison.old.paragraphs)
        old = among(self.comparison.old, claim.line.old)
        if not any("/RES/" in symbol for symbol in cited(old)):
            return None
        for paragraph in self.comparison.new.paragraphs:
            anew = any("/RES/" in symbol for symbol in paragraph.citations - before)
            later = [place(paragraph, each) for each in paragraph.provisions if each.clause.class_ == "REF"]
            if anew and all(self._has_like(each, later) for each in claim.clauses):
                return Doubt("overtaken", (paragraph.id,))
        return None

    def _has_like(self, clause: PlacedClause, others: Sequence[PlacedClause]) -> bool:
        return any(self.elsewhere.share_in(clause.content, other) >= _RECALLED_ANEW for other in others)

    def _of_provisions_elsewhere(self, claim: Claim) -> Doubt | None:
        """The paragraph that now asks for the provisions of a resolution not cited before, which may hold what went."""
        operative = all(each.part == "operative" for each in among(self.comparison.old, claim.line.old))
        if claim.words is None and operative and self._takes_over is not None:
            return Doubt("by_reference", (self._takes_over,))
        supplements = claim.words is None and self._supplements is not None
        return Doubt("supplement", (str(self._supplements),)) if supplements else None

    @cached_property
    def _supplements(self) -> str | None:
        """The paragraph of a much shorter edition that adds to what an earlier resolution decided, which stands."""
        old, new = self.comparison.old.paragraphs, self.comparison.new.paragraphs
        adds = language_of(self.comparison.new.language).compiled("slots", "gone", "supplements")
        homes = (each.id for each in new if each.part == "operative" and adds.search(each.text or ""))
        return next(homes, None) if len(new) * _SHORTER < len(old) else None

    @cached_property
    def _takes_over(self) -> str | None:
        """The first paragraph that asks for the provisions of resolutions of which one alone is cited anew.

        Common paragraphs of many resolutions on peacekeeping went into A/RES/76/274, which each of them then cited.
        """
        asks = language_of(self.comparison.new.language).compiled("slots", "gone", "takes_over")
        before = cited(self.comparison.old.paragraphs)
        homes = (
            paragraph.id
            for paragraph in self.comparison.new.paragraphs
            if paragraph.part == "operative" and paragraph.citations & before
            if any("/RES/" in symbol for symbol in paragraph.citations - before)
            if asks.search(paragraph.text or "")
        )
        return next(homes, None)

    @cached_property
    def _references(self) -> tuple[tuple[str, frozenset[int]], ...]:
        return find_references(self.comparison.old, self.comparison.new)
