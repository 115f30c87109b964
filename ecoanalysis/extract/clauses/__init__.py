"""Clauses: paragraph by paragraph, the organ's acts with whom they address; points inherit from their chapeaus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from ecoanalysis.extract.addressees import AddresseesInContext
from ecoanalysis.extract.addressees.names_before import NamedParagraph, NamedSoFar
from ecoanalysis.extract.clauses.act_asked import ActAsked, asks_nouns, asks_verbs, find_act_asked
from ecoanalysis.extract.clauses.directed_parties import PartiesInParagraph, parties_before, parties_of
from ecoanalysis.extract.clauses.directives import acts_asked, with_directives_whole
from ecoanalysis.extract.clauses.wording import ClauseWording, clause_of
from ecoanalysis.extract.parties import find_parties_asked
from ecoanalysis.extract.parties.clause_words import after
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.extract.parties.party_grammar import grammar_of
from ecoanalysis.extract.passages import facts_at
from ecoanalysis.extract.performatives import read_performatives
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.extract.performatives.points import in_point
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Addressee, Clause, Fact
from ecoanalysis.model.resolution import Paragraph, Resolution


@dataclass(frozen=True)
class _Chapeau:
    """What a paragraph's points inherit: its last verb, and whom it addresses, resolved."""

    paragraph: Paragraph
    act: Performative
    addressees: tuple[Addressee, ...]


@dataclass(frozen=True)
class ClausesInOrder:
    """The clauses of a resolution, whose paragraphs are read in order."""

    resolution: Resolution
    named: NamedSoFar
    chapeaus: dict[str, _Chapeau] = field(default_factory=dict)
    """Of each paragraph that has clauses, what its points inherit."""
    unread: list[Fact] = field(default_factory=list)
    """Words that stand where a verb of the organ does, and are none that is known."""

    @cached_property
    def _context(self) -> AddresseesInContext:
        return AddresseesInContext(self.resolution, self.named)

    def clauses(self, here: NamedParagraph) -> list[Clause]:
        """Return the clauses of the next paragraph."""
        paragraph = here.paragraph
        spoken = read_performatives(here.text, here.language, paragraph.part, point=paragraph.is_point)
        acts = spoken.acts
        clauses: list[Clause] = []
        if chapeau := self._chapeau(paragraph) if paragraph.is_point else None:
            inherits, acts = in_point(chapeau.paragraph.text, chapeau.act, acts, here.language)
            end = acts[0].start if acts else len(here.text)
            clauses = [self._inherited(here, chapeau, end)] if inherits else []
        if not clauses and paragraph.part in ("preamble", "operative"):
            self.unread.extend(facts_at(paragraph, spoken.unread))
        asked = PartiesInParagraph(here)
        return clauses + self._spoken(asked, with_directives_whole(asked, acts), len(clauses) + 1)

    def _spoken(self, parties_asked: PartiesInParagraph, acts: Sequence[Performative], number: int) -> list[Clause]:
        """The clauses of the verbs that stand in a paragraph itself, numbered on."""
        here, clauses = parties_asked.here, list[Clause]()
        asked = [parties_asked.of(act) for act in acts]
        deeds = acts_asked(here, acts, asked)
        last: tuple[Performative, tuple[Party, ...]] | None = None
        for index, (act, directed, deed) in enumerate(zip(acts, asked, deeds, strict=True), number):
            parties = directed.parties
            points_back = last and any(party.kind == "anaphor" for party in parties)
            before = parties_before(here, *last, act) if last and points_back else []
            states = last[1][0].states if last and len(last[1]) == 1 else ()
            addressees = self._context.addressees(here, parties, before, states)
            wording = ClauseWording(here, act.behind, _reach(here, act, acts, deed), deed)
            clauses.append(clause_of(self.resolution, here.paragraph, index, act, addressees, wording))
            last = act, parties
            self.chapeaus[here.paragraph.id] = _Chapeau(here.paragraph, act, addressees)
        return clauses

    def _chapeau(self, point: Paragraph) -> _Chapeau | None:
        above = point.parent
        while above:
            if above in self.chapeaus:
                return self.chapeaus[above]
            above = above.rpartition(".")[0]
        return None

    def _inherited(self, point: NamedParagraph, chapeau: _Chapeau, end: int) -> Clause:
        """A point's clause up to a place of it: the chapeau's last verb and its addressees."""
        act, above, text = chapeau.act, chapeau.paragraph.text, point.text
        addressees = tuple(
            replace(addressee, kind="inherited") if addressee.surface else addressee for addressee in chapeau.addressees
        )
        deed = None
        reads = partial(find_act_asked, text, 0, stop=end, language=point.language, names=point.names, point=True)
        if act.phrase.class_ in ("DIR", "DEC"):
            deed = reads(0, verbal=asks_verbs(above, point.language))
            if deed and deed.start and asks_nouns(above, text, point.language):
                deed = ActAsked(0, None, "do")
        if act.phrase.class_ == "DIR" and all(addressee.kind == "unspecified" for addressee in addressees):
            asked = find_parties_asked(text, 0, end, point.names, point.language)
            theirs = reads(asked.act) if _stands_first(asked.parties[0], text, point.language) else None
            if theirs and theirs.verb:  # calls for: Israel to withdraw …
                addressees = tuple(self._context.addressee(point, party) for party in asked.parties)
                deed = theirs
        if act.phrase.class_ == "DEC" and not addressees:
            decided = replace(act, place=0, start=0, stop=end, behind=0, reach=end)
            addressees = self._context.addressees(point, parties_of(point, decided).parties)
        return clause_of(self.resolution, chapeau.paragraph, 1, act, addressees, ClauseWording(point, 0, end, deed))


def _stands_first(party: Party, text: str, language: str) -> bool:
    """Whether a point begins with a party: Israel to withdraw; behind an article with one that is known: The State."""
    behind_article = after(grammar_of(language).article, text, 0)
    return party.start == 0 or (party.start == behind_article and party.kind != "unresolved")


def _reach(here: NamedParagraph, act: Performative, acts: Sequence[Performative], deed: ActAsked | None) -> int:
    """How far a clause's words go: where words are apart, one before a shared act is of the party beside it."""
    if deed is None or not language_of(here.language).words_touch:
        return act.reach
    return next((other.reach for other in acts if other.behind <= deed.start < other.reach), act.reach)
