"""The parties of a language that does not mark the act: noun phrase by noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecoanalysis.extract.parties.clause_words import ClauseWords, after
from ecoanalysis.extract.parties.masking import NAME_END, PROPER
from ecoanalysis.extract.parties.noun_phrases import bounded, is_of_a_thing, named_further, noun_phrase_end
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.extract.parties.party_kinds import as_party, behind_apposition
from ecoanalysis.model.facts import AddresseeRole


def parties_listed(clause: ClauseWords, place: int) -> list[Party]:
    """Return the parties of the list that begins at a place."""
    grammar, text = clause.grammar, clause.text
    role: AddresseeRole = "core"
    listed: list[Party] = []
    while place < len(text):
        if enclosed := grammar.enclosed.match(text, place):
            listed += _examples_enclosed(clause, *enclosed.span("examples"))
            place = enclosed.end()
        party = _party_at(clause, place, role) or (_unknown_example(clause, place, role) if listed else None)
        if party is None or party.end is None:
            break
        if listed and grammar.dependent.fullmatch(text[party.start : party.end]):
            break
        end = party.end
        if listed and _is_of_the_whole(clause, listed[-1], party):
            party = as_party(clause, listed.pop().start or 0, end, role)
        listed.append(party)
        place = behind_apposition(clause, end)
        if (whole := _those_of_whom(clause, place)) and whole.end:
            listed = [*_as_examples(listed), whole]
            place = whole.end
        if example := grammar.example.match(text, place):
            role, place = "example", example.end()
        elif role == "example" and (back := grammar.back.match(text, place)):
            role, place = "core", back.end()
        elif join := clause.joins.match(text, place):
            role = "core" if grammar.closes.match(join[0]) else role
            place = join.end()
        else:
            break
    return listed


def _is_of_the_whole(clause: ClauseWords, before: Party, party: Party) -> bool:
    """Whether others share the whole that was named before, or who has heads: 联合国系统各专门机构和|其他组织."""
    grammar, (start, end) = clause.grammar, (before.end or 0, party.start or 0)
    if not grammar.glue.fullmatch(clause.words, start, end):
        return False
    whole = grammar.whole.match(clause.words, before.start or 0)
    if whole and whole.end() < start and grammar.others.fullmatch(clause.words, end, party.end or end):
        # 各基金以及其他机构|和国际组织: the others begin a group of their own
        return end - start == 1 or not grammar.glue.match(clause.words, party.end or end)
    owner = grammar.owner.match(clause.words, before.start or 0, start)
    return bool(owner and grammar.of_owner.fullmatch(clause.words, end, party.end or end))


def _those_of_whom(clause: ClauseWords, place: int) -> Party | None:
    """Those of whom the parties before were examples: 世界银行、货币基金组织等|所有机构."""
    such = clause.grammar.such.match(clause.text, place)
    return _party_at(clause, such.end(), "core") if such else None


def _examples_enclosed(clause: ClauseWords, place: int, end: int) -> Iterator[Party]:
    """The examples that stand before what they are examples of: 包括A、B在内的."""
    while place < end:
        listed = parties_listed(replace(clause, text=clause.text[:end]), place)
        yield from (replace(party, end=min(party.end or end, end), role="example") for party in listed)
        last = listed[-1].end if listed else None
        place = last + 1 if last and not clause.text[last].isalnum() else end  # a comma in the place of what joins them


def _party_at(clause: ClauseWords, place: int, role: AddresseeRole) -> Party | None:
    grammar, text = clause.grammar, clause.text
    place = after(grammar.gap, text, place)
    end = noun_phrase_end(clause, place)
    anaphor = grammar.anaphor.match(text, place)
    place = after(grammar.article, text, place)
    if anaphor and (end is None or end <= anaphor.end()) and not _sets_up(clause, anaphor.end()):
        return Party(place, anaphor.end(), None, "anaphor", role)
    if clause.predicates:
        mandate = grammar.mandate.match(text, place)
        example = role == "example"
        end = bounded(clause, place, end) if end else mandate.end() if mandate else None
        end = (
            end
            or _armed_group_end(clause, place)
            or _first_end(clause, place, clause.predicates.agent_end(place, example=example))
        )
        end = _named_whole(clause, place, end) if end else None
        holder = grammar.further_holder.search(clause.words, place, end) if end else None
        end = holder.end() if holder else end
        end = named_further(clause, place, end) if end else None
        end = None if end and is_of_a_thing(clause, end) else end
    return None if end is None else as_party(clause, place, end, role)


def _sets_up(clause: ClauseWords, end: int) -> bool:
    """Whether one named by an anaphor sets up those who are meant: 理事会|设立的工作组继续."""
    return clause.predicates is not None and clause.predicates.attributive_end(end) is not None


def _armed_group_end(clause: ClauseWords, place: int) -> int | None:
    """Where an armed group's name and its noun end, whatever the name: 胡塞|武装; not 解除|武装."""
    group = clause.grammar.armed_group.match(clause.text, place)
    verbs = clause.predicates is not None and clause.predicates.begins_verb_phrase(place)
    return group.end() if group and not verbs else None


def _named_whole(clause: ClauseWords, place: int, end: int) -> int:
    """Where a name that holds a verb ends, the act behind it: 联合国海洋|治理方案网各研究所|考虑."""
    grammar, predicates = clause.grammar, clause.predicates
    named = grammar.unit_named.match(clause.words, place)
    if predicates is None or named is None or named.end() <= end:
        return end
    if end > named.end("whose") and clause.text[end - 1] == NAME_END:
        return end  # a body of the registry
    asked = predicates.enables(named.end("whose")) or not predicates.begins_verb_phrase(named.end())
    return end if asked else named.end()


def _unknown_example(clause: ClauseWords, place: int, role: AddresseeRole) -> Party | None:
    """The last of examples, whatever it is: 各论坛，包括各机构和港口|协商进程，在…时，."""
    end = clause.predicates.noun_before_comma(place) if clause.predicates and role == "example" else None
    return None if end is None else as_party(clause, place, end, role)


def _first_end(clause: ClauseWords, place: int, end: int | None) -> int | None:
    """Where the first of two ends of which each has its own modifier: 区域一体化组织|和金融机构."""
    if end is None:
        return None
    for mark in clause.grammar.glue.finditer(clause.text, place, end):
        if _stands_alone(clause, place, mark, end):
            return mark.start()
        left = clause.grammar.ends_in_shared.search(clause.text[place : mark.start()])
        if left and clause.grammar.modifier.match(clause.text, mark.end()):
            further = noun_phrase_end(clause, mark.end())
            if further == end:
                return mark.start()
    return end


def _stands_alone(clause: ClauseWords, place: int, mark: re.Match[str], end: int) -> bool:
    """Whether a party by itself, a noun or a name, follows a noun that is no modifier of it: 船长们|和|媒体."""
    grammar, text = clause.grammar, clause.text
    head = grammar.head.fullmatch(text, mark.end(), end)
    if (head is None or grammar.ends_in_shared.search(head[0])) and not PROPER.match(text, mark.end()):
        return False
    return not grammar.modifier.fullmatch(text, place, mark.start())


def _as_examples(parties: Sequence[Party]) -> list[Party]:
    """The parties of the last one's kind as examples of what follows: 会员国、|世界银行等."""
    kind = parties[-1].kind
    first = next((place for place in range(len(parties), 0, -1) if parties[place - 1].kind != kind), 0)
    return [*parties[:first], *(replace(party, role="example") for party in parties[first:])]
