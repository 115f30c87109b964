"""What went from one place → the paragraph of the later edition that says it, or asks it, or refers to it.

One principle decides when what was asked stands in other words: how much of what it tells (`support`: stems of words,
pairs of characters that touch, the rarer the heavier) is told by whom. Much of it in one paragraph is enough, or some
of it in words new there, whoever says it; of what those who were asked are asked, a part; where there is too little to
tell, anything. Order is never held against it. The organ's own verbs tell nothing of the matter: which of them may
stand for one another is known from what both render (`renderings`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause, asks_alike, parties_of
from ecoanalysis.compare.losses.claim import Claim, Doubt, among, cited, placed
from ecoanalysis.compare.losses.references import find_references, refers_to
from ecoanalysis.compare.losses.support import Support, Terms
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import EditionParagraph
from ecoanalysis.model.facts import Addressee

# Share of its terms from which on one paragraph may say what a clause said, where words are apart and where they touch.
_LIKE = {False: 0.45, True: 0.35}
# The same of what it says in words that it had not before: they may have come in the place of those that went.
_LIKE_ANEW = {False: 0.30, True: 0.20}
_IN_GENERAL = 0.90  # share of what another request asks for that one asked for before, among more
_ASKED_STILL = 0.25  # share of a request that a request to the same party may have without being the same
# The same where so much of it stands here and there. English has most of the words of a matter wherever it is treated.
_ASKED_IN_PART, _STANDING = 0.12, {False: 1.0, True: 0.40}
_FEW = {False: 4, True: 5}  # terms below which none may stand anywhere: too short to tell what else is meant
_SAME_ITEM = 0.80  # share of an item among several that went, from which on it stands
_SEVERAL = 4  # terms from which on a request says what it asks for
_STRUCK = 0.90  # similarity from which on a paragraph is the earlier one but for what was struck out
_SHORTER = 2  # how many times shorter an edition that only adds to another must be


@dataclass(frozen=True)
class Elsewhere:
    """Two editions, asked which paragraph of the later one may hold what a claim calls lost."""

    comparison: Comparison
    support: Support

    def holds(self, claim: Claim) -> Doubt | None:
        """Return the paragraph that refers to what went, asks for provisions that may hold it, or has its words."""
        if doubt := self.refers(claim):
            return doubt
        operative = all(each.part == "operative" for each in among(self.comparison.old, claim.line.old))
        if claim.words is None and operative and self._takes_over is not None:
            return Doubt("by_reference", (self._takes_over,))
        if claim.words is None and self._supplements is not None:
            return Doubt("supplement", (self._supplements,))
        homes = [self.home(self.support.content(clause)) for clause in claim.clauses] if claim.words is None else [None]
        return Doubt("elsewhere", (homes[0],)) if homes and homes[0] and all(homes) else None

    def refers(self, claim: Claim) -> Doubt | None:
        """Return the paragraph that refers to what went, if any does."""
        references = refers_to(claim.line.old, self._references)
        return Doubt("referred_to", references) if references else None

    def says(self, clause: PlacedClause) -> Doubt | None:
        """Return the paragraph, if any, that has much of what a clause says."""
        home = self.home(self.support.content(clause))
        return Doubt("elsewhere", (home,)) if home else None

    def home(self, terms: Terms) -> str | None:
        """Return the paragraph that alone has much of what was said, or some of it in new words, or None."""
        touching = language_of(self.comparison.old.language).words_touch
        best, share = self.support.best(terms)
        came, anew = self.support.best_anew(terms)
        if share > _LIKE[touching]:
            return best
        return came if anew > _LIKE_ANEW[touching] else None

    def home_of_item(self, terms: Terms) -> str | None:
        """Return the paragraph that has nearly all of an item that is long enough to be known again."""
        home, share = self.support.best(terms)
        return home if share >= _SAME_ITEM and not self._are_few(terms) else None

    def restates(self, clause: PlacedClause, terms: Terms) -> Doubt | None:
        """Return the paragraph, if any, that asks those whom a request asked for it in other words, or for much of it.

        That its words stand here and there, in statements or in what others are asked, tells nothing by itself.
        """
        if general := self._asked_in_general(clause, terms):
            return Doubt("elsewhere", (general,))
        home, share = self._asked_still(clause, terms)
        spread = self._standing(terms) >= _STANDING[language_of(self.comparison.old.language).words_touch]
        least = _ASKED_IN_PART if spread else _ASKED_STILL
        return Doubt("elsewhere", (home,)) if share >= least else self.is_short(terms)

    def is_short(self, terms: Terms) -> Doubt | None:
        """Return where some of what is too short to be sought stands, if any does."""
        stands = self._are_few(terms) and self.support.homes(terms)
        return Doubt("short", stands) if stands else None

    def _are_few(self, terms: Terms) -> bool:
        return len(terms) < _FEW[language_of(self.comparison.old.language).words_touch]

    def _asked_still(self, clause: PlacedClause, terms: Terms) -> tuple[str, float]:
        """Return the paragraph that asks those whom a request asked, or nobody by name, for most of it; the share."""
        shares = [
            (self.support.share(terms, words), later.paragraph.id)
            for later, words in self._requests
            if asks_alike(clause, later) or not parties_of(later)
        ]
        share, home = max(shares, default=(0.0, ""), key=lambda each: each[0])
        return home, share

    def _standing(self, terms: Terms) -> float:
        """Return the share of some terms that stand in what the later edition asks and decides, here and there."""
        return self.support.share(terms, self._operative_terms)

    def _asked_in_general(self, clause: PlacedClause, terms: Terms) -> str | None:
        """Return the paragraph, if any, that asks the same party with no less force for what a request went into."""
        least, band = _IN_GENERAL, clause.provision.clause.band or ""
        homes = (
            later.paragraph.id
            for later, words in self._requests
            if len(words) >= _SEVERAL and (later.provision.clause.band or "") >= band and asks_alike(clause, later)
            if self.support.share(words, terms) >= least
        )
        return next(homes, None)

    def asks(self, line: BriefLine) -> Doubt | None:
        """Return the paragraph that asks a party still which another one asks no more, whatever it asks of it."""
        if references := refers_to(line.old, self._references):
            return Doubt("referred_to", references)
        parties, struck = self._parties_gone(line), self._is_struck_out(line)
        names = set[str]().union(*map(_names, parties))
        for paragraph in self._asking_the_same(line) if struck else self.comparison.new.paragraphs:
            asked = (party for each in paragraph.provisions for party in each.clause.addressees)
            if any(names & _names(party) for party in asked):
                return Doubt("asked_elsewhere", (paragraph.id,))
        if any(party.type == "state" and not names & self._asked for party in parties):
            return Doubt("party_gone")
        if self._is_asked_of_nobody(line) or any(self._is_one_of_others(party, line) for party in parties):
            return Doubt("rewritten", line.new)
        # A group, or some of one, may be meant by another name.
        groups = any(not (party.agency or party.country) for party in parties) and not struck
        return Doubt("rewritten", line.new) if groups or any(party.role == "example" for party in parties) else None

    def _is_asked_of_nobody(self, line: BriefLine) -> bool:
        """Whether a clause asks on, and names nobody: it asks those who can do it."""
        gone = self._parties_gone(line)
        return any(
            before
            and after
            and set(gone) & set(before.clause.addressees)
            and not any(map(_surface, after.clause.addressees))
            for link in self.comparison.links
            if (link.old, link.new) == (line.old, line.new)
            for before, after in link.clauses
        )

    def _is_one_of_others(self, party: Addressee, line: BriefLine) -> bool:
        """Whether a group of no name, various agencies, is of a sort that is asked still: agencies and bodies."""
        language = language_of(self.comparison.new.language)
        sort = language.compiled("slots", "gone", "whichever").sub("", party.surface or "", count=1).lower()
        if sort == (party.surface or "").lower() or sort not in language.table("parties")["shared"]:
            return False
        asked = (
            each.clause.addressees
            for paragraph in among(self.comparison.new, line.new)
            for each in paragraph.provisions
        )
        return any(sort in (other.surface or "").lower() for parties in asked for other in parties)

    @cached_property
    def _asked(self) -> set[str]:
        """What everybody is known by whom the later edition asks."""
        clauses = (each.clause for paragraph in self.comparison.new.paragraphs for each in paragraph.provisions)
        return {name for fact in clauses for party in fact.addressees for name in _names(party)}

    def _asking_the_same(self, line: BriefLine) -> Sequence[EditionParagraph]:
        """The paragraphs of the later edition that ask for much of what a line is about: who was struck out may stand.

        Who is asked there for something else is no less asked no more for this.
        """
        matter = frozenset[str]().union(*map(self.support.content, placed(self.comparison.old, line.old)))
        least = _LIKE[language_of(self.comparison.old.language).words_touch]
        return [
            paragraph
            for paragraph in self.comparison.new.paragraphs
            if paragraph.id in line.new or self.support.share(matter, self.support.whole(paragraph)) > least
        ]

    def _is_struck_out(self, line: BriefLine) -> bool:
        """Whether a paragraph stays nearly as it was, and nobody came in the place of those who went."""
        links = [link for link in self.comparison.links if (link.old, link.new) == (line.old, line.new)]
        came = any(change.type == "addressee_added" for link in links for change in link.changes)
        return not came and all((link.similarity or 0) >= _STRUCK for link in links)

    def _parties_gone(self, line: BriefLine) -> Sequence[Addressee]:
        gone = [
            change.old.start
            for link in self.comparison.links
            for change in link.changes
            if change.type == "addressee_removed" and change.old and (link.old, link.new) == (line.old, line.new)
        ]
        asked = [each.provision.clause for each in placed(self.comparison.old, line.old)]
        return [party for fact in asked for party in fact.addressees if party.span and party.span.start in gone]

    def of_class(self, name: str, terms: Terms) -> Iterator[PlacedClause]:
        """Yield the clauses of the later edition, of a class of acts, that say much of what was said."""
        least = _LIKE[language_of(self.comparison.old.language).words_touch]
        for clause, words in self._clauses:
            if clause.provision.clause.class_ == name and self.support.share(terms, words) > least:
                yield clause

    @cached_property
    def _requests(self) -> Sequence[tuple[PlacedClause, Terms]]:
        return [each for each in self._clauses if each[0].provision.clause.class_ == "DIR"]

    @cached_property
    def _clauses(self) -> Sequence[tuple[PlacedClause, Terms]]:
        """The clauses of the later edition, each with its terms."""
        edition = self.comparison.new
        clauses = placed(edition, [paragraph.id for paragraph in edition.paragraphs])
        return [(clause, self.support.content(clause)) for clause in clauses]

    @cached_property
    def _supplements(self) -> str | None:
        """The paragraph of a much shorter edition that adds to what an earlier resolution decided, which stands."""
        old, new = self.comparison.old.paragraphs, self.comparison.new.paragraphs
        adds = language_of(self.comparison.new.language).compiled("slots", "gone", "supplements")
        homes = (each.id for each in self._operative if adds.search(each.text or ""))
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
            for paragraph in self._operative
            if paragraph.citations & before
            if any("/RES/" in symbol for symbol in paragraph.citations - before)
            if asks.search(paragraph.text or "")
        )
        return next(homes, None)

    @cached_property
    def _operative_terms(self) -> Terms:
        return frozenset[str]().union(*map(self.support.whole, self._operative))

    @property
    def _operative(self) -> Sequence[EditionParagraph]:
        return [paragraph for paragraph in self.comparison.new.paragraphs if paragraph.part == "operative"]

    @cached_property
    def _references(self) -> tuple[tuple[str, frozenset[int]], ...]:
        return find_references(self.comparison.old, self.comparison.new)


def _names(party: Addressee) -> set[str]:
    """What a party is known by: its body, its States, else the words for it."""
    return {party.agency} if party.agency else {*(party.country or ()), (party.surface or "").lower()}


def _surface(party: Addressee) -> str | None:
    return party.surface
