"""Who acts where the act stands first: efforts to be made by X, 由X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecoanalysis.extract.parties.clause_words import LONGEST, ClauseWords, after
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.extract.parties.party_kinds import as_party
from ecoanalysis.extract.parties.unmarked_lists import parties_listed


def agents_behind(clause: ClauseWords, place: int, behind: re.Pattern[str]) -> Iterator[Party]:
    """Return who acts where the act stands first: efforts to be made by X, 由X; not who does it already: 由X开展的."""
    if agent := behind.match(clause.text, place, place + LONGEST):
        parties = list(parties_listed(clause, agent.end())) or list(_agent_at(clause, agent.end()))
        if parties and not clause.grammar.attribute.match(clause.text, parties[-1].end or place):
            yield from parties


def _agent_at(clause: ClauseWords, place: int) -> Iterator[Party]:
    grammar, text = clause.grammar, clause.text
    if agent := grammar.agent.match(text, place):
        begin = after(grammar.article, text, place)
        yield as_party(clause, begin, agent.end(), "core", place)
        if further := clause.joins.match(text, agent.end()):
            yield from parties_listed(clause, further.end())


def spoken_of(clause: ClauseWords, place: int) -> list[Party]:
    """Return the parties whose work a statement speaks of; no lone office-holder without a body."""
    parties = list(agents_behind(clause, place, clause.grammar.subjects)) or list(_agent_at(clause, place))
    alone = parties[0] if len(parties) == 1 and not parties[0].agency else None
    holds_office = alone and clause.grammar.office.search(clause.words[alone.start : alone.end])
    return [] if holds_office else parties
