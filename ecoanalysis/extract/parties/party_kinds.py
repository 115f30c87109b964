"""What kind of party words are: a name, a State, an office, an anaphor, or a group in common words."""

from __future__ import annotations

import re

from ecoanalysis.extract.agencies import between, points_back
from ecoanalysis.extract.parties.clause_words import ClauseWords, after
from ecoanalysis.extract.parties.masking import NAME_END, PROPER, STATE_END
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.model.facts import AddresseeRole


def as_party(clause: ClauseWords, place: int, end: int, role: AddresseeRole, outer: int | None = None) -> Party:
    """Return the words between two places as a party, of the first kind that they fit."""
    grammar, end = clause.grammar, _before_bracket(clause, place, end)
    body = clause.text[place:end]
    if grammar.anaphor.fullmatch(clause.text, place if outer is None else outer, end):
        return Party(place, end, None, "anaphor", role)
    if grammar.state.fullmatch(body):
        codes = dict.fromkeys(state.code for state in clause.states if place <= state.start < end)
        return Party(place, end, None, "named", role, tuple(codes))
    inside = [name for name in between(clause.names, place, end) if name.end <= end]
    words = clause.words[place:end]
    if grammar.short_name.fullmatch(words) or points_back(words, clause.language):
        return Party(place, end, inside[0].agency if inside else None, "anaphor", role)
    if grammar.mandate_holder.fullmatch(clause.words, place, end) and not grammar.modifier.match(clause.text, place):
        return Party(place, end, None, "named", role)
    if grammar.proper.fullmatch(body):
        whole = len(inside) == 1 and PROPER.search(body)
        return Party(place, end, inside[0].agency if whole else None, "named", role)
    if agency := _of_office(clause, place, end):
        return Party(place, end, agency, "named", role)
    whole = PROPER.fullmatch(clause.text, after(grammar.owned, clause.words, place), end)
    if inside and (whole or (grammar.office.search(body) and len(inside) == 1)):
        return Party(place, end, inside[0].agency, "named", role)
    if grammar.office_holder.fullmatch(clause.words, place, end):
        return Party(place, end, inside[0].agency if len(inside) == 1 else None, "named", role)
    return Party(place, end, None, "generic", role)


def _before_bracket(clause: ClauseWords, place: int, end: int) -> int:
    """Where a party's words end, before a bracket that they leave open: 伊黎伊斯兰国 | (又称."""
    opened = clause.words.rfind("(", place, end)
    return end if opened <= place or ")" in clause.words[opened:end] else opened


def _of_office(clause: ClauseWords, place: int, end: int) -> str | None:
    """The body of an office-holder whose title does not name it: the High Commissioner for Human Rights."""
    words = clause.words[place:end]
    return next((agency for pattern, agency in clause.grammar.offices if pattern.search(words)), None)


def is_party(clause: ClauseWords, place: int, phrase: str) -> bool:
    """Return whether the words are of a sort, end in a head or a name, or follow a word that only parties have."""
    grammar, text = clause.grammar, clause.text
    named = phrase.endswith((NAME_END, STATE_END)) or grammar.anaphor.match(text, place)
    return bool(named or grammar.surely.match(text, place)) or is_kind(clause, place, phrase)


def is_kind(clause: ClauseWords, place: int, phrase: str) -> bool:
    """Return whether the words are of a sort, or end in a head."""
    sort = clause.grammar.sorts.search(clause.words[place : place + len(phrase)])
    return bool(sort or clause.grammar.ends_head.search(phrase))


def head_words(clause: ClauseWords, place: int, end: int) -> str:
    """Return the words before what tells more of a party: all States | of the lake."""
    qualifier = clause.grammar.qualifier.search(clause.text, place, end)
    return clause.text[place : qualifier.start() if qualifier else end].split(",")[0]


def apposition_at(clause: ClauseWords, place: int, end: int) -> re.Match[str] | None:
    """Return what says more of a State: Israel|, the occupying Power,"""
    behind_state = clause.text[place - 1 : place] == STATE_END
    return clause.grammar.apposition.match(clause.text, place, end) if behind_state else None


def behind_apposition(clause: ClauseWords, end: int) -> int:
    """Return where what says more of a State ends; the place where nothing does."""
    apposition = apposition_at(clause, end, len(clause.text))
    return apposition.end() if apposition else end
