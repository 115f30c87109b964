"""Where the act begins that is asked for: its mark in a language that has one, or words that are an act in a noun."""

from __future__ import annotations

import re

from ecoanalysis.extract.parties.clause_words import LONGEST, LONGEST_LIST, ClauseWords, after
from ecoanalysis.extract.parties.party_kinds import head_words, is_kind, is_party


def act_mark(clause: ClauseWords, place: int) -> tuple[int, int] | None:
    """Return where the parties end and the act begins: at the first mark of an act that no word before it governs."""
    for mark in clause.grammar.marker.finditer(clause.text, place, place + LONGEST_LIST):
        before = clause.text[max(place, mark.start() - 40) : mark.start() + 1]
        if not (clause.grammar.governed.search(before) or _is_between_commas(clause, place, mark)):
            return mark.start(), mark.start("act")
    chapeau = clause.grammar.ends_chapeau.search(clause.text, place, place + LONGEST_LIST)
    return chapeau.span() if chapeau else None


def act_asked_for_mark(clause: ClauseWords, place: int) -> tuple[int, int] | None:
    """Return the same where a verb with a preposition asks for an act in a noun: appeals to A | for help."""
    mark = clause.grammar.for_act.search(clause.text, place, place + LONGEST)
    if mark is None or "," in clause.text[place : mark.start()]:
        return None
    return (mark.start(), mark.start() + 1) if is_kind(clause, place, clause.text[place : mark.start()]) else None


def _is_between_commas(clause: ClauseWords, place: int, mark: re.Match[str]) -> bool:
    """Whether words between commas have the mark: , with experts | to be chosen,; , who have a duty | to help,."""
    grammar, text = clause.grammar, clause.text
    comma = text.rfind(",", place, mark.start())
    if comma < 0:
        return False
    if grammar.done_to.match(text, mark.start("act")) and grammar.with_partners.match(text, comma):
        return True
    aside = grammar.told_of_party.match(text, comma, place + LONGEST_LIST)
    return aside is not None and mark.start() < aside.start("closes")


def is_act_in_noun(clause: ClauseWords, place: int, end: int) -> bool:
    """Return whether what stands there is no party but an act in a noun: the strengthening of ties."""
    grammar, text = clause.grammar, clause.text
    place = after(grammar.article, text, after(grammar.gap, text, place))
    if grammar.no_party.match(text, place):
        return True
    place = after(grammar.container, text, place)
    phrase = head_words(clause, place, end)
    if clause.asks_for and not is_party(clause, place, phrase):
        return True
    if grammar.gerund.match(text, place) and not is_party(clause, place, phrase):
        return True
    words = phrase.split()
    first = grammar.glue.split(phrase)[0].split()
    if first and grammar.act_noun.fullmatch(first[-1]) and not is_party(clause, place, phrase):
        return True
    if not words or grammar.head.fullmatch(words[-1]) or (first and grammar.head.fullmatch(first[-1])):
        return False
    if words[-1][:1].isupper() or not grammar.nominal.fullmatch(words[-1]) or _goes_on_behind(clause, place):
        return False  # the Director General
    if grammar.who_does.search(" ".join(words)):
        return False
    return not grammar.surely.match(text, place) or bool(grammar.act_noun.fullmatch(words[-1]))


def opens_act_in_noun(clause: ClauseWords, place: int) -> bool:
    """Return whether an act in a noun stands first: the cooperation of."""
    grammar, text = clause.grammar, clause.text
    return bool(grammar.no_party.match(text, after(grammar.article, text, after(grammar.gap, text, place))))


def is_done_to(clause: ClauseWords, place: int, edge: tuple[int, int]) -> bool:
    """Return whether something is to be done to what stands there: lines of questioning to be raised.

    Of a party too where the act is asked for, not the party: calls for | the perpetrators to be brought to justice.
    """
    words = head_words(clause, place, edge[0])
    first = clause.grammar.glue.split(words)[0]
    done = bool(clause.grammar.done_to.match(clause.text, edge[1]))
    return done and (clause.asks_for or not (is_party(clause, place, first) or is_party(clause, place, words)))


def _goes_on_behind(clause: ClauseWords, place: int) -> bool:
    """Whether a list of adjectives has a noun of no act: international, | regional and local organizations."""
    listed = clause.grammar.adjectives_listed.match(clause.text, place)
    if listed is None or "," not in listed[0]:
        return False
    noun = listed["noun"]
    return not clause.grammar.nominal.fullmatch(noun) or bool(clause.grammar.head.fullmatch(noun))


def begins_act(clause: ClauseWords, place: int) -> bool:
    """Return whether an act stands there."""
    if clause.predicates and clause.predicates.begins_act(place):
        return True
    return bool(clause.grammar.begins_act.match(clause.text, place))


def asks_nobody(clause: ClauseWords, place: int) -> bool:
    """Return whether a verb stands there, or a common noun with no act marked behind it: for early entry into force."""
    if clause.predicates:
        return clause.predicates.stands_verb(place)
    first = clause.text[after(clause.grammar.article, clause.text, place) :][:1]
    return first.islower() and not clause.grammar.marker.search(clause.text, place)
