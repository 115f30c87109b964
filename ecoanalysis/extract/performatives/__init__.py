"""Performatives: the speech acts of the adopting organ, found by their verbs.

A verb phrase opens a clause at the head of a paragraph or behind a punctuation mark; it is composed of adverbs, a stem
and a complement, all of them lexicon data. What stands in quotation marks, and what the organ reports that others did,
opens none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.performatives.openings import Opening, clause_of_same_subject, open_clause, places
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.extract.performatives.speakers import OthersActs, is_of_the_organ, told_by
from ecoanalysis.extract.performatives.unread import joined_verb, unread_head
from ecoanalysis.extract.performatives.verb_grammar import Grammar, grammar_of
from ecoanalysis.extract.performatives.verb_phrases import verb_sharing_object

_FILLER = "\ue0ff"  # stands for masked characters, so that offsets stay
_SPEAKING = ("preamble", "operative")
_NEAR = 60  # characters before a verb that may make it a gerund


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the organ says in a paragraph: its acts in order, and ranges of verbs by form whose meaning is not known."""

    acts: list[Performative]
    unread: list[tuple[int, int]]


def find_performatives(text: str, language: str, part: str, *, point: bool = False) -> list[Performative]:
    """Return the clauses of a paragraph's text, in order.

    Parameters
    ----------
    text
        The paragraph's own words.
    language
        ``zh`` or ``en``.
    part
        Part of the resolution; English verbs are participles in the preamble, finite elsewhere.
    point
        Whether the paragraph is a point of a list: what opens it is then no declaration's verb.

    Examples
    --------
    >>> text = "注意到取得的进展，其中邀请各国参加，为此请秘书长提交报告；"
    >>> [text[act.phrase.begin : act.phrase.end] for act in find_performatives(text, "zh", "operative")]
    ['注意到', '请']
    """
    return read_performatives(text, language, part, point=point).acts


def read_performatives(text: str, language: str, part: str, *, point: bool = False) -> Spoken:
    """Return the same with the verbs that stand where one of the organ's does, and are none that is known.

    Examples
    --------
    >>> text = "Urges all ferries to wait, and dredges the harbour"
    >>> [text[begin:end] for begin, end in read_performatives(text, "en", "operative").unread]
    ['dredges']
    """
    grammar = grammar_of(language)
    spoken = "preamble" if part == "preamble" else "operative"
    masked = grammar.mask.sub(lambda match: _FILLER * len(match[0]), plain(text))
    opened: list[Opening] = []
    unread: list[tuple[int, int]] = []
    others = OthersActs()
    for place in places(grammar, masked):
        before = opened[-1].phrase if opened else None
        if (before and place < before.end) or grammar.gerund.search(masked, max(0, place - _NEAR), place):
            continue
        begin = grammar.connector.match(masked, place)
        behind = begin.end() if begin else place
        clause = open_clause(grammar, masked, place, behind, spoken, bare=part == "operative" and not point)
        clause = clause or (clause_of_same_subject(grammar, masked, before, place, behind) if before else None)
        joined = None if others.reported else _joined(grammar, masked, opened, place, behind, spoken)
        if clause is None:
            if joined:
                unread.append(joined)
            others = others.further(grammar, masked, place, spoken)
            continue
        phrase = clause.phrase
        of_others = phrase.stem.content == "always" and not phrase.declared
        if of_others and not before and place and part not in _SPEAKING:
            continue  # in an annex: the secretariat …, and terminates
        connected = place, behind
        if before and not joined and not is_of_the_organ(grammar, masked, connected, before, phrase, others, part):
            continue
        if joined and before and before.declared:
            clause = replace(clause, phrase=replace(phrase, declared=True))
        others = told_by(grammar, masked, phrase)
        opened.append(clause)
        if second := verb_sharing_object(grammar, masked, phrase, "declaration" if phrase.declared else spoken):
            opened.append(Opening(phrase.end, second.begin, replace(second, declared=phrase.declared), shares=True))
    acts = _ranges(opened, len(text))
    head = [] if point else unread_head(grammar, masked, acts, spoken)
    return Spoken(acts, [*head, *(verb for verb in unread if not any(_in_phrase(act, verb) for act in acts))])


def _joined(
    grammar: Grammar, masked: str, opened: Sequence[Opening], place: int, behind: int, part: str
) -> tuple[int, int] | None:
    """The verb at a place that joins the one that opens the paragraph."""
    if not opened or opened[0].place or (grammar.inflected and opened[-1].phrase.declared):
        return None
    return joined_verb(grammar, masked, opened[-1].phrase, place, behind, part)


def _in_phrase(act: Performative, verb: tuple[int, int]) -> bool:
    return act.phrase.begin <= verb[0] < act.phrase.end


def _ranges(opened: Sequence[Opening], end: int) -> list[Performative]:
    """The clauses, each up to the next; what two verbs share is said behind the second."""
    acts: list[Performative] = []
    for index in reversed(range(len(opened))):
        clause, after = opened[index], opened[index + 1] if index + 1 < len(opened) else None
        stop = after.place if after else end
        behind, reach = (acts[-1].behind, acts[-1].reach) if after and after.shares else (clause.phrase.end, stop)
        acts.append(Performative(clause.place, clause.start, stop, clause.phrase, behind, reach))
    return acts[::-1]
