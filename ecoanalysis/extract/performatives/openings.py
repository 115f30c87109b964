"""Where a clause opens: at the head of a paragraph or behind a punctuation mark, with the organ's verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ecoanalysis.extract.performatives.performative import Phrase
from ecoanalysis.extract.performatives.verb_grammar import Grammar
from ecoanalysis.extract.performatives.verb_phrases import verb_phrase


@dataclass(frozen=True, slots=True)
class Opening:
    """A clause whose end is not known yet: where the one before it ends, where it starts, its verb."""

    place: int
    start: int
    phrase: Phrase
    shares: bool = False
    """Its object is that of the verb before it too."""


def places(grammar: Grammar, masked: str) -> Iterator[int]:
    """Return where a clause may open."""
    yield 0
    for mark in grammar.boundary.finditer(masked):
        yield mark.end()


def open_clause(grammar: Grammar, masked: str, place: int, behind: int, part: str, *, bare: bool) -> Opening | None:
    """Return the clause that opens behind the connectors of a place, if one does."""
    if clause := _fronted(grammar, masked, place, behind, part):
        return clause
    if place == 0 and (adverbial := grammar.adverbial.match(masked, behind)):
        phrase = verb_phrase(grammar, masked, adverbial.end(), part)
        return Opening(place, behind, phrase) if phrase else None
    if we := grammar.declarers.match(masked, behind):
        words = grammar.connector.match(masked, we.end())
        clause = _fronted(grammar, masked, place, words.end() if words else we.end(), "declaration")
        return replace(clause, start=behind, phrase=replace(clause.phrase, declared=True)) if clause else None
    if bare and place == 0 and (moved := grammar.moved.match(masked, behind)):
        phrase = verb_phrase(grammar, masked, moved.end(), part)
        return Opening(place, behind, phrase) if phrase and phrase.class_ == "DEC" else None
    if bare and place == 0 and (phrase := verb_phrase(grammar, masked, behind, "declaration")):
        return Opening(place, behind, replace(phrase, declared=True))
    return None


def clause_of_same_subject(grammar: Grammar, masked: str, before: Phrase, place: int, start: int) -> Opening | None:
    """Return the clause that has the subject of a declaration's verb before it: we note it, and urge States to."""
    between = masked[before.end : place]
    if not before.declared or grammar.apart.search(between):
        return None
    phrase = verb_phrase(grammar, masked, start, "declaration")
    if phrase is None or phrase.class_ == "DEC":
        return None
    holds = _asks_on if phrase.class_ == "DIR" else _states_on
    return (
        Opening(place, start, replace(phrase, declared=True)) if holds(grammar, masked, before, place, phrase) else None
    )


def _asks_on(grammar: Grammar, masked: str, before: Phrase, place: int, phrase: Phrase) -> bool:
    """Whether a directive is of those who declare, not what someone needs: to help pilots and encourage them to."""
    if before.class_ == "DEC" or (before.class_ != "DIR" and grammar.infinitive.search(masked, before.end, place)):
        return False
    return bool(grammar.asked_to.match(masked, phrase.end))


def _states_on(grammar: Grammar, masked: str, before: Phrase, place: int, phrase: Phrase) -> bool:
    """Whether a statement is of those who declare: joined to theirs, in no clause that another verb governs."""
    joined, between = place < phrase.begin, masked[before.end : place]
    if not joined or phrase.stem.content != "never" or grammar.subordinate.search(between):
        return False
    return phrase.class_ in ("REF", "NEU") or not grammar.infinitive.search(between)


def _fronted(grammar: Grammar, masked: str, place: int, start: int, part: str) -> Opening | None:
    """The clause of a verb that stands at a place, or behind its object."""
    if phrase := verb_phrase(grammar, masked, start, part):
        return Opening(place, start, phrase)
    if place == 0 and (framed := grammar.framed.match(masked, start)):
        phrase = verb_phrase(grammar, masked, framed.end(), "fronted")
        return Opening(place, start, phrase) if phrase else None
    fronted = grammar.fronted.match(masked, start)
    if (
        fronted is None
        or (phrase := verb_phrase(grammar, masked, fronted.end(), part)) is None
        or phrase.class_ != "EVA"
    ):
        return None
    inner = (grammar.connector.match(masked, mark.end()) for mark in grammar.boundary.finditer(masked, *fronted.span()))
    if any(begin and verb_phrase(grammar, masked, begin.end(), part) for begin in inner):
        return None  # another verb stands between: the object is its own
    return Opening(place, start, phrase)
