"""Whom each clause addresses, and where the words begin that say what it asks or decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ecoanalysis.extract.addressees.names_before import NamedParagraph, PlacedName, as_places
from ecoanalysis.extract.addressees.party_types import is_of_the_system, party_type
from ecoanalysis.extract.agencies import between
from ecoanalysis.extract.clauses.act_asked import starts_with_modal, starts_with_verb
from ecoanalysis.extract.parties import acts_by, find_keepers, find_parties, find_parties_asked, further_subjects
from ecoanalysis.extract.parties.party import PartiesAsked, Party
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.lexicon import language_of


@dataclass(frozen=True)
class PartiesInParagraph:
    """Whom the clauses of a paragraph address, each found once."""

    here: NamedParagraph
    asked: dict[Performative, PartiesAsked] = field(default_factory=dict)

    def of(self, act: Performative) -> PartiesAsked:
        """Return whom a clause addresses."""
        if act not in self.asked:
            self.asked[act] = parties_of(self.here, act)
        return self.asked[act]


def parties_of(here: NamedParagraph, act: Performative) -> PartiesAsked:
    """Return whom a clause addresses: a directive those whom it asks, a decision those to whom it gives work."""
    phrase = act.phrase
    if phrase.class_ not in ("DIR", "DEC"):
        return PartiesAsked((), act.behind)
    decides = phrase.class_ == "DEC"
    asked = find_parties_asked(here.text, act.behind, act.reach, here.names, here.language, decides=decides)
    if not decides:
        return asked
    if phrase.stem.gives_work:
        return PartiesAsked(tuple(party for party in asked.parties if party.kind != "unspecified"), asked.act)
    if bodies := _given_work(here, asked, act):
        return PartiesAsked(bodies, asked.act)
    keepers = find_keepers(here.text, act.behind, act.reach, here.names, here.language)
    return PartiesAsked(tuple(party for party in keepers if party.agency or _are_states(here, party)), act.behind)


def _given_work(here: NamedParagraph, asked: PartiesAsked, act: Performative) -> tuple[Party, ...]:
    """Whom a decision says what they shall do: decides that the Council, or all States, shall; by 由 whoever it is."""
    first = asked.parties[0].start
    if first is not None and acts_by(here.text, act.behind, first, here.language):
        return asked.parties
    place = (here.text, asked.act, act.reach, here.language)
    if not (starts_with_modal(*place) or starts_with_verb(*place, act.phrase.lemma)):
        return ()
    acting = all(
        party.agency
        or party.kind == "anaphor"
        or is_of_the_system(here.text, party, asked.act, here.language)
        or _are_states(here, party)
        for party in asked.parties
    )
    return asked.parties if acting else ()


def _are_states(here: NamedParagraph, party: Party) -> bool:
    """Whether a party is States: to be borne by Member States; not what is theirs: 会员国的摊款."""
    surface = here.text[party.start or 0 : party.end]
    if head := language_of(here.language).compiled("parties", "head_noun").search(surface):
        surface = head[0]
    return party.kind == "generic" and party_type(party, surface, here.language) == "states"


def parties_before(
    here: NamedParagraph, last: Performative, parties: Sequence[Party], act: Performative
) -> list[PlacedName]:
    """Return the parties of the clause before, but those that a clause itself speaks of."""
    spoken_of = {name.agency for name in between(here.names, act.start, act.stop)}
    candidates = parties if last.phrase.class_ == "DIR" else _subjects(here, last)
    return as_places([party for party in candidates if not party.agency or party.agency not in spoken_of], here.number)


def _subjects(here: NamedParagraph, act: Performative) -> list[Party]:
    """The parties of a statement, behind a further object too: what a plural in the next clause stands for."""
    begins = [act.phrase.end, *further_subjects(here.text, act.phrase.end, act.stop, here.language)]
    subjects: dict[str, Party] = {}
    for begin in begins:
        for party in find_parties(here.text, begin, act.stop, here.names, here.language, together=True):
            if party.kind in ("named", "generic") and (begin == begins[0] or subjects):
                subjects.setdefault(here.text[party.start or 0 : party.end], party)
    return list(subjects.values())
