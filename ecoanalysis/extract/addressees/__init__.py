"""Addressees: parties with what their resolution tells of them: their sort, their State, what an anaphor stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ecoanalysis.extract.addressees.antecedents import antecedents, only_holder
from ecoanalysis.extract.addressees.names_before import NamedParagraph, NamedSoFar, PlacedName
from ecoanalysis.extract.addressees.party_types import (
    as_examples,
    body_type,
    is_all_sides,
    is_bare_unit,
    is_both_sides,
    is_definite,
    is_of_several,
    is_the_one,
    is_to_a_treaty,
    names_a_treaty,
    of_a_dispute,
    party_type,
    tells_of_sides,
    words_type,
)
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.lexicon.countries import find_demonyms, find_states
from ecoanalysis.model.facts import Addressee, Antecedent, PartyType
from ecoanalysis.model.resolution import Resolution


@dataclass(frozen=True)
class AddresseesInContext:
    """The parties of a resolution's clauses, in the light of its title and of what it has named so far."""

    resolution: Resolution
    named: NamedSoFar
    several: dict[str, bool] = field(default_factory=dict)
    """Of each description of a State, whether there are several such."""

    def addressees(
        self,
        here: NamedParagraph,
        parties: Sequence[Party],
        before: Sequence[PlacedName] = (),
        states: tuple[str, ...] = (),
    ) -> tuple[Addressee, ...]:
        """Return the parties of a clause.

        Parameters
        ----------
        here, parties
            The paragraph, and the parties as they stand in its text.
        before
            The parties of the clause before, which a plural may stand for.
        states
            The States that the clause before addresses.
        """
        each = [self._of_state(here, party, self.addressee(here, party, before), states) for party in parties]
        return as_examples(each, here.language)

    def addressee(self, here: NamedParagraph, party: Party, before: Sequence[PlacedName] = ()) -> Addressee:
        """Return a party with its sort and what it stands for."""
        if party.start is None or party.end is None:
            return Addressee(None, None, None, "unspecified", party.role)
        surface = here.text[party.start : party.end]
        if party.kind == "anaphor" or (party.kind == "generic" and self._unit_of_title(here, surface)):
            return self._anaphor(here, party, party.start, party.end, before)
        span = here.paragraph.raw(party.start, party.end)
        sort = self._sort_of_party(here, party, surface)
        return Addressee(surface, span, party.agency, party.kind, party.role, (), sort, party.states)

    def _sort_of_party(self, here: NamedParagraph, party: Party, surface: str) -> PartyType | None:
        """What its words say, but for States on the sides of a dispute, parties to a treaty, States of one sort."""
        sort = party_type(party, surface, here.language)
        if sort == "states" and of_a_dispute(here.text, party, here.language):
            sort = "mixed"
        to_a_treaty = self._is_on_a_treaty and is_all_sides(here.text, party, here.language)
        if sort == "mixed" and (to_a_treaty or is_to_a_treaty(here.text, party, here.language)):
            sort = "states"
        if sort in ("mixed", "states") and is_both_sides(surface, here.language) and self._is_on_a_conflict:
            sort = "conflict-party"
        if sort == "state" and not (party.states or self._about) and self._speaks_of_several(surface):
            sort = "states"
        return sort

    def _anaphor(
        self, here: NamedParagraph, party: Party, start: int, end: int, before: Sequence[PlacedName]
    ) -> Addressee:
        surface, text_before = here.text[start:end], here.text[:start]
        named = self.named.before(here, start)
        places = antecedents(surface, here.language, named, before, here.number, text_before)
        places = places or self._unit_of_title(here, surface)
        agency = party.agency or (places[0].agency if len(places) == 1 else None)
        sort = self._sort_of_anaphor(here, surface, text_before, agency, places)
        stands_for = tuple(self._antecedent(place) for place in places)
        return Addressee(surface, here.paragraph.raw(start, end), agency, "anaphor", party.role, stands_for, sort)

    def _sort_of_anaphor(
        self, here: NamedParagraph, surface: str, text_before: str, agency: str | None, places: Sequence[PlacedName]
    ) -> PartyType | None:
        """That of what it stands for, if all that is of one; else what its words say."""
        sorts = {body_type(agency)} if agency else {self._sort(place) for place in places}
        if len(sorts) == 1:
            return sorts.pop()
        if sorts and None not in sorts:
            return "mixed"
        words = only_holder(surface, here.language, text_before) or surface
        return None if places else words_type(words, here.language, other=None)

    def _sort(self, place: PlacedName) -> PartyType | None:
        """What sort of party stood there: a body's, else what its words say."""
        if place.agency:
            return body_type(place.agency)
        language = self.resolution.language
        text = self.resolution.paragraphs[place.paragraph].text
        words = text[place.start : place.end]
        named = find_states(words, language)
        is_state = bool(named) and (named[0].start, named[-1].end) == (0, len(words))
        if of_a_dispute(text, Party(place.start, place.end, None, "generic", "core"), language):
            return "mixed"
        return "state" if is_state else words_type(words, language)

    def _antecedent(self, place: PlacedName) -> Antecedent:
        span = self.resolution.paragraphs[place.paragraph].raw(place.start, place.end)
        return Antecedent(span.start, span.end, place.agency)

    def _of_state(
        self, here: NamedParagraph, party: Party, addressee: Addressee, addressed: tuple[str, ...]
    ) -> Addressee:
        """With the State of *the Government* where one alone can be meant: just addressed or named, or the title's."""
        if addressee.type != "state" or addressee.country or not is_definite(here.text, party, here.language):
            return addressee
        before = here.text[: party.start]
        named = {state.code for find in (find_states, find_demonyms) for state in find(before, here.language)}
        meant = set(addressed) or named or self._about
        if len(meant) != 1 or (len(self._about) == 1 and meant != self._about):
            return addressee
        return replace(addressee, country=tuple(meant))

    def _speaks_of_several(self, surface: str) -> bool:
        """Whether the resolution speaks of several such States as are described."""
        if surface not in self.several:
            text = "\n".join(paragraph.text for paragraph in self.resolution.paragraphs)
            alone = any(is_the_one(surface, title, self.resolution.language) for title in self._titles)
            self.several[surface] = not alone and is_of_several(text, surface, self.resolution.language)
        return self.several[surface]

    def _unit_of_title(self, here: NamedParagraph, surface: str) -> list[PlacedName]:
        """The only unit that the title names whose short name words are: 区域中心; none where there are two."""
        if not is_bare_unit(surface, here.language):
            return []
        titles = {number for number, each in enumerate(self.resolution.paragraphs) if each.part == "title"}
        named = self.named.before(here, 0)
        places = [place for place, words in named if place.paragraph in titles and words.endswith(surface)]
        return places if len(places) == 1 else []

    @cached_property
    def _is_on_a_conflict(self) -> bool:
        """Whether the title or a recital tells of two sides that fight or negotiate, the title of no cooperation."""
        recitals = [each.text for each in self.resolution.paragraphs if each.part == "preamble"]
        return tells_of_sides(self._titles, recitals, self.resolution.language)

    @cached_property
    def _titles(self) -> list[str]:
        return [paragraph.text for paragraph in self.resolution.paragraphs if paragraph.part == "title"]

    @cached_property
    def _about(self) -> set[str]:
        """The States that the title names."""
        return {state.code for title in self._titles for state in find_states(title, self.resolution.language)}

    @cached_property
    def _is_on_a_treaty(self) -> bool:
        """Whether the title names a treaty, whose parties are then meant."""
        return any(names_a_treaty(title, self.resolution.language) for title in self._titles)
