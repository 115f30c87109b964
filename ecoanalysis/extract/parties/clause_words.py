"""The words behind one directive's verb, as its parties are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.parties.masking import TITLE, masked
from ecoanalysis.extract.parties.party_grammar import PartyGrammar, grammar_of
from ecoanalysis.extract.predicates import Predicates, read_predicates
from ecoanalysis.lexicon.countries import StateNamed, find_demonyms, find_states

NEAR = 8
"""Characters within which the word before stands."""

LONGEST = 400
"""Characters behind the verb within which the act must begin."""

LONGEST_LIST = 800
"""The same where the act is marked."""


@dataclass(frozen=True)
class ClauseWords:
    """What stands behind a directive's verb; every place and name counts from there."""

    grammar: PartyGrammar
    language: str
    words: str
    text: str
    """The words, with signs in the place of names and titles."""
    names: Sequence[Named]
    states: tuple[StateNamed, ...]
    predicates: Predicates | None
    opening: int
    """Where the parties may begin, behind the words that lead to them."""
    asks_for: bool
    """Whether the verb asks for a thing: calls for; not for what someone shall do."""
    preposition: str | None
    """By which the verb reaches its parties: upon."""
    together: bool
    """Whether those count too with whom the first ones act."""

    @property
    def joins(self) -> re.Pattern[str]:
        """What joins one party to the next."""
        return self.grammar.joins_together if self.together else self.grammar.joins


def words_behind_verb(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    language: str,
    *,
    together: bool = False,
    bodies_alone: bool = False,
) -> ClauseWords:
    """Return the words of a clause behind its verb.

    Parameters
    ----------
    text, names
        The paragraph's text, and the names of bodies in it.
    start, stop
        End of the verb, end of the clause.
    together
        Whether those count too with whom the first ones act.
    bodies_alone
        Whether no State is looked for.
    """
    grammar = grammar_of(language)
    # Only the clause's own words are copied: a paragraph of a thousand clauses would be copied a thousand times.
    words, inside = text[start:stop], names_from(names, start, stop)
    states = () if bodies_alone else _states(grammar, words, language)
    signs = grammar.quoted.sub(lambda title: TITLE * len(title[0]), masked(plain(words), inside, states))
    verb_end = text[max(0, start - NEAR) : start]
    through, opening = grammar.asks_through.search(verb_end), after(grammar.lead, signs, 0)
    return ClauseWords(
        grammar,
        language,
        plain(words),
        signs,
        inside,
        states,
        read_predicates(signs[:LONGEST], language),
        opening,
        bool(grammar.asks_for.search(verb_end)) and not grammar.made_by.search(signs[:opening]),
        through[0].lower() if through else None,
        together,
    )


def names_from(names: Sequence[Named], start: int, stop: int) -> list[Named]:
    """Return those of a text's names that begin in a range of it, counted from there."""
    return [Named(name.start - start, name.end - start, name.agency) for name in between(names, start, stop)]


def _states(grammar: PartyGrammar, words: str, language: str) -> tuple[StateNamed, ...]:
    """The States named, and those that a word for their authorities stands behind: the Syrian authorities."""
    words = words[:LONGEST]
    belongs = [state for state in find_demonyms(words, language) if grammar.of_state.match(words, state.end)]
    return tuple(sorted([*find_states(words, language), *belongs]))


def after(pattern: re.Pattern[str], text: str, place: int) -> int:
    """Return where a pattern ends that matches at a place; else the place."""
    match = pattern.match(text, place)
    return match.end() if match else place
