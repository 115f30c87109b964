"""Parties: whom a directive expects to act, as its words name them.

What stands between a directive's verb and the act that it asks for is a list of parties, whether its words are known or
not. A language that marks the act (to submit) shows where the list ends; in others a noun phrase is read as modifiers
and a head, and names of registered bodies and States may be either. Where no party stands, there is none; where words
stand that were not understood, the party is `unresolved`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecoanalysis.extract.agencies import Named
from ecoanalysis.extract.parties.act_marks import (
    act_asked_for_mark,
    act_mark,
    asks_nobody,
    begins_act,
    is_act_in_noun,
    is_done_to,
    opens_act_in_noun,
)
from ecoanalysis.extract.parties.agents import agents_behind, spoken_of
from ecoanalysis.extract.parties.clause_words import LONGEST, NEAR, ClauseWords, after, words_behind_verb
from ecoanalysis.extract.parties.marked_lists import parties_until
from ecoanalysis.extract.parties.masking import NAME_END, STATE_END
from ecoanalysis.extract.parties.noun_phrases import is_of_a_thing, noun_phrase_end
from ecoanalysis.extract.parties.party import NOBODY, PartiesAsked, Party
from ecoanalysis.extract.parties.party_grammar import grammar_of
from ecoanalysis.extract.parties.party_kinds import behind_apposition, head_words, is_party
from ecoanalysis.extract.parties.unmarked_lists import parties_listed


def find_parties(
    text: str, start: int, stop: int, names: Sequence[Named], language: str, *, together: bool = False
) -> list[Party]:
    """Return the parties named from ``start`` on, before the words that say what they are to do.

    Parameters
    ----------
    text
        The paragraph's text.
    start, stop
        End of the verb, end of the clause.
    names
        The names of bodies in the text (``find_names``).
    together
        Whether those count too with whom the first ones act (经济合作组织与各国际组织): so in statements.

    Examples
    --------
    >>> from ecoanalysis.extract.agencies import find_names
    >>> text = "邀请联合国有关机关和机构，特别是世界银行，考虑提供援助"
    >>> parties = find_parties(text, 2, len(text), find_names(text, "zh"), "zh")
    >>> [(text[party.start : party.end], party.kind, party.role) for party in parties]
    [('联合国有关机关和机构', 'generic', 'core'), ('世界银行', 'named', 'example')]
    """
    return list(find_parties_asked(text, start, stop, names, language, together=together).parties)


def find_parties_asked(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    language: str,
    *,
    together: bool = False,
    decides: bool = False,
) -> PartiesAsked:
    """Return the same parties, and where the words begin that say what is asked of them.

    Of a decision (``decides``) the subject of a passive is one too: that the two forums should be coordinated.

    Examples
    --------
    >>> text = "Urges all ferry companies that sail by night to carry lights"
    >>> asked = find_parties_asked(text, 5, len(text), [], "en")
    >>> [text[party.start : party.end] for party in asked.parties], text[asked.act :]
    (['all ferry companies that sail by night'], 'to carry lights')
    """
    clause = words_behind_verb(text, start, stop, names, language, together=together)
    parties, act = _parties_and_act(clause, decides=decides)
    if parties:
        parties = [*parties, *_further_parties(clause, act)]
    return PartiesAsked(tuple(_moved(party, start) for party in parties) or (NOBODY,), act + start)


def find_keepers(text: str, start: int, stop: int, names: Sequence[Named], language: str) -> list[Party]:
    """Return the parties to whom a decision gives what it sets up.

    Examples
    --------
    >>> from ecoanalysis.extract.agencies import find_names
    >>> text = "Decides to establish a register, to be kept by the World Bank;"
    >>> [text[party.start : party.end] for party in find_keepers(text, 7, len(text), find_names(text, "en"), "en")]
    ['World Bank']
    """
    if not grammar_of(language).given_to.match(text[start:stop]):
        return []
    clause = words_behind_verb(text, start, stop, names, language, bodies_alone=True)
    return [_moved(party, start) for party in agents_behind(clause, 0, clause.grammar.given_to)]


def acts_by(text: str, start: int, party: int, language: str) -> bool:
    """Return whether the words of a clause before a party say that it is to act: 由会员国.

    Examples
    --------
    >>> acts_by("决定由会员国分摊费用", 2, 3, "zh"), acts_by("决定会员国分摊费用", 2, 2, "zh")
    (True, False)
    """
    return bool(grammar_of(language).acting_by.search(text, max(start, party - NEAR), party))


def further_subjects(text: str, start: int, stop: int, language: str) -> list[int]:
    """Return where those may begin who did a further thing that a statement speaks of, joined to the first.

    Examples
    --------
    >>> text = "感谢港口给予帮助以及船东提供捐款"
    >>> [text[place:] for place in further_subjects(text, 2, len(text), "zh")]
    ['船东提供捐款']
    """
    window = min(stop, start + LONGEST)
    return [match.end() for match in grammar_of(language).further_subject.finditer(text, start, window)]


def _parties_and_act(clause: ClauseWords, *, decides: bool) -> tuple[list[Party], int]:
    """The parties, and where the act begins."""
    grammar, text = clause.grammar, clause.text
    place = clause.opening
    if grammar.at_once.match(text, place):
        return [], place
    as_clause = bool(grammar.clause.search(text, 0, place))
    edge = None if as_clause or clause.together else act_mark(clause, place)
    for_act = act_asked_for_mark(clause, place) if clause.preposition and not as_clause else None
    edge = for_act if for_act and (edge is None or for_act[0] < edge[0]) else edge
    for parties, act in _readings(clause, place, edge, as_clause):
        if parties and as_clause and not decides and grammar.undergoes.match(text, act):
            break  # that a report be submitted: not by the report
        if parties and grammar.done_by.match(text, act):
            break  # 费用由会员国承担
        if parties and grammar.between_them.match(text, parties[-1].end or place):
            return [], place
        if parties:
            return parties, act
    agents = list(agents_behind(clause, place, grammar.agents))
    if clause.together and not agents:
        agents = spoken_of(clause, place)
    done = edge is not None and clause.asks_for and is_done_to(clause, place, edge)
    return agents or _unresolved(clause, place, as_clause), edge[1] if edge and done else place


def _further_parties(clause: ClauseWords, place: int) -> Iterator[Party]:
    """Those of a further act: (calls) upon A to X, and upon B to Y; (urges) A to X, and B to Y; A开展，并由B."""
    grammar, text, preposition = clause.grammar, clause.text, clause.preposition
    further = list(agents_behind(clause, place, grammar.further_agent))
    if further and clause.predicates and clause.predicates.opens_act(further[-1].end or place):
        yield from further
    too = [match for match in grammar.asked_too.finditer(text, place) if match["preposition"] == preposition]
    for again in too or grammar.asked_besides.finditer(text, place):
        begin = after(grammar.article, text, again.end())
        if not too and _is_listed(clause, place, again.start(), begin):
            continue
        edge = act_mark(clause, begin)
        if edge and is_party(clause, begin, head_words(clause, begin, edge[0])):
            yield from parties_until(clause, begin, edge[0])


def _is_listed(clause: ClauseWords, place: int, end: int, begin: int) -> bool:
    """Whether what begins behind a comma may be the last in a list of what the first ones are asked."""
    before = clause.grammar.inserted.sub("", clause.text[place:end])
    listed = "," in before and not clause.grammar.surely.match(clause.text, begin)
    return listed or _ends_in_party(clause, place, end)


def _readings(
    clause: ClauseWords, place: int, edge: tuple[int, int] | None, as_clause: bool
) -> Iterator[tuple[list[Party], int]]:
    """The ways to read the words, the surer first: up to the act's mark, noun phrases, up to a modal verb."""
    if edge:
        is_act = is_act_in_noun(clause, place, edge[0]) or is_done_to(clause, place, edge)
    else:
        is_act = opens_act_in_noun(clause, place)
    if edge and not is_act:
        yield list(parties_until(clause, place, edge[0])), edge[1]
    ends = [
        mark
        for pattern in (clause.grammar.verb_behind, clause.grammar.modal)
        if as_clause and (mark := pattern.search(clause.text, place, place + LONGEST))
    ]
    if not is_act or clause.grammar.whose.match(clause.text, place):
        parties = parties_listed(clause, place)
        behind = behind_apposition(clause, parties[-1].end) if parties and parties[-1].end else place
        if not (ends and ends[0].re is clause.grammar.verb_behind and clause.grammar.glue.match(clause.text, behind)):
            yield parties, behind
    for mark in ends:
        if not is_act_in_noun(clause, place, mark.start()):
            yield list(parties_until(clause, place, mark.start())), mark.start()


def _unresolved(clause: ClauseWords, place: int, as_clause: bool) -> list[Party]:
    """The words that neither name a party nor begin an act: who is meant was not understood."""
    words = clause.grammar.words.match(clause.text, place)
    if as_clause or clause.asks_for or words is None or begins_act(clause, place) or asks_nobody(clause, place):
        return []
    if clause.grammar.between_others.match(clause.text, place):
        return []
    if (whose := noun_phrase_end(clause, place)) and is_of_a_thing(clause, whose):
        return []
    parties = parties_listed(clause, place)  # before an insertion that is too long to see the act behind it
    if parties and clause.text.startswith(",", parties[-1].end):
        return parties
    return [Party(place, words.end(), None, "unresolved", "core")]


def _ends_in_party(clause: ClauseWords, place: int, end: int) -> bool:
    """Whether the words before are a party's, with which what follows may be in one list."""
    last = clause.text[max(place, end - NEAR * 5) : end]
    return last.endswith((NAME_END, STATE_END)) or bool(clause.grammar.ends_head.search(last))


def _moved(party: Party, by: int) -> Party:
    assert party.start is not None
    assert party.end is not None
    return replace(party, start=party.start + by, end=party.end + by)
