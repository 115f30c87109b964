"""The parties of a language that marks the act: all before it are parties, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecoanalysis.extract.parties.clause_words import ClauseWords, after
from ecoanalysis.extract.parties.masking import NAME_END, STATE_END
from ecoanalysis.extract.parties.noun_phrases import noun_phrase_end
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.extract.parties.party_kinds import apposition_at, as_party, head_words, is_kind
from ecoanalysis.model.facts import AddresseeRole


def parties_until(clause: ClauseWords, place: int, end: int) -> Iterator[Party]:
    """Return the parties that stand between two places, each up to what separates it from the next."""
    grammar, text = clause.grammar, clause.text
    role: AddresseeRole = "core"
    while place < end:
        outer = after(grammar.gap, text, place)
        place = after(grammar.article, text, outer)
        stop = _item_end(clause, place, end)
        body = grammar.trail.sub("", text[place:stop].rstrip(" ,"))
        if not body:
            return
        yield as_party(clause, place, place + len(body), role, outer)
        role, place = _what_follows(clause, stop, end, role)


def _what_follows(clause: ClauseWords, place: int, end: int, role: AddresseeRole) -> tuple[AddresseeRole, int]:
    """What follows an item: an example, the list again, or words between commas that say how; the end else."""
    grammar, text = clause.grammar, clause.text
    place = after(grammar.aside_ahead, text, place)
    if example := grammar.example.match(text, place, end):
        return "example", example.end()
    if role == "example" and (back := grammar.back.match(text, place, end)):
        return "core", back.end()
    if grammar.aside.match(text, place, end) or apposition_at(clause, place, end):
        return "core", _resumed(clause, place, end)
    join = grammar.separator.match(text, place, end)
    return role, join.end() if join else end


def _resumed(clause: ClauseWords, place: int, end: int) -> int:
    """Where the list goes on behind words between commas; its end where it does not."""
    grammar, text = clause.grammar, clause.text
    if goes_on := grammar.goes_on.match(text, place, end):
        return goes_on.end()
    if grammar.with_partners.match(text, place, end):
        return end  # what follows may be a partner too
    resumed = grammar.resumed.search(text, place + 1, end)
    return resumed.end() if resumed else end


def _opens_party(clause: ClauseWords, place: int, end: int) -> bool:
    """Whether a party begins with a word as parties do: the other States, not other emergencies."""
    words = head_words(clause, place, end)
    pronoun = clause.grammar.anaphor.match(clause.text, place) or clause.grammar.pronoun.match(clause.text, place)
    party = words.endswith((NAME_END, STATE_END)) or bool(pronoun) or is_kind(clause, place, words)
    return party and bool(clause.grammar.opens_party.match(clause.text, place))


def _is_lone(clause: ClauseWords, place: int, end: int) -> bool:
    """Whether words only tell which of those named behind them is meant: tourism, travel | and ferry companies."""
    grammar = clause.grammar
    words = clause.text[place:end]
    return bool(grammar.lone.fullmatch(words)) and (words[0].isupper() or not is_kind(clause, place, words))


def _lone_goes_on(clause: ClauseWords, place: int, end: int) -> bool:
    grammar, text = clause.grammar, clause.text
    return bool(grammar.lone_goes_on.match(text, place, end)) and not grammar.head.match(text, place)


def _item_end(clause: ClauseWords, place: int, end: int) -> int:
    grammar, text = clause.grammar, clause.text
    if several := grammar.several_states.match(text, place, end):
        return several.end()
    if under_one_head := grammar.under_one_head.match(text, place, end):
        return under_one_head.end()
    for mark in grammar.separator.finditer(text, place + 1, end):
        left = text[place : mark.start()]
        if example := grammar.example.match(text, mark.start(), end):
            if grammar.mandate.search(left) and grammar.plain_nouns.match(text, example.end()):
                continue
            return mark.start()
        if _is_one_item(clause, place, left, mark, end):
            continue
        return mark.start()
    return end


def _goes_on_in_title(clause: ClauseWords, place: int, end: int) -> bool:
    """Whether bare nouns that are no party stand before the next: on hunger and|human rights and the Board."""
    nouns = clause.grammar.title_nouns.match(clause.text, place, end)
    return nouns is not None and not is_kind(clause, place, nouns[0])


def _is_one_item(clause: ClauseWords, place: int, left: str, mark: re.Match[str], end: int) -> bool:
    """Whether what stands on both sides of a mark is one party, or what tells who it is."""
    grammar, text, right = clause.grammar, clause.text, mark.end()
    joined = not mark[0].startswith(",")
    if grammar.mandate.search(left) and grammar.title_goes_on.search(left) and grammar.plain_nouns.match(text, right):
        return True
    if joined and grammar.mandate.search(left):
        if _goes_on_in_title(clause, right, end):
            return True
        if _opens_party(clause, right, end):
            return False
    listed = grammar.modifier.match(text, right) or grammar.ends_modified.search(
        text[right:end].split(" ")[0].rstrip(",")
    )
    modified = grammar.ends_modified.search(left) and not grammar.behind_noun.search(left)
    if modified and not grammar.ends_full.search(left) and listed:
        return True
    if grammar.ends_shared.search(left) and grammar.series.match(text, mark.start()):
        return True
    if grammar.shared_modifier.fullmatch(left) and grammar.shared_noun.match(text, mark.start(), end):
        return True
    if grammar.modified_unit.fullmatch(left) and grammar.bare_unit.match(text, right, end):
        return True
    if grammar.sort_of_unit.fullmatch(left) and grammar.others_of_whole.match(text, right, end):
        return True
    if _is_lone(clause, place, mark.start()) and _lone_goes_on(clause, right, end):
        return True
    relative = joined and grammar.shares_relative.match(text, place, end)
    if relative and right < relative.end():
        return True
    if noun_phrase_end(clause, right) is not None and not grammar.title_pronoun.match(text, right):
        return False
    ends = grammar.aside.match(text, mark.start(), end)
    if grammar.title.search(left) and not ends:
        return True
    if grammar.names_topics.search(left) and grammar.topics.match(text, right, end):
        return True
    if grammar.same_relative.search(left) and not ends and not _opens_party(clause, right, end):
        return True
    if not joined or grammar.other_parties.match(text, right) or _has_its_own_qualifier(clause, right, end):
        return False
    return bool(grammar.qualifier.search(left))


def _has_its_own_qualifier(clause: ClauseWords, place: int, end: int) -> bool:
    """Whether a party begins of which more is said: States that signed the pact and|the firms that mine the seabed."""
    qualifier = clause.grammar.qualifier.search(clause.text, place, end)
    return (
        qualifier is not None and "," not in clause.text[place : qualifier.start()] and _opens_party(clause, place, end)
    )
