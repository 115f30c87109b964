"""Who is asked in the two languages of a text: types and States of the addressees, held against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecoanalysis.model.facts import Addressee, Clause, Facts

CAUSES = ("same", "clauses", "pointing", "noun", "open", "parties", "types")
"""How two languages of a paragraph may differ: they do not; one has other directives; one has a pronoun where the other
has a name; one asks for an act in a noun, which needs nobody; one has a party that was not understood, or none; they
have other parties; the same number of other types."""

OF_THE_LANGUAGES = ("clauses", "pointing", "noun")
"""What need not be a fault: a language says with a statement, or a pronoun, what the other says with a directive, or a
name."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph in two languages: the types, or States, of those whom its directives address, and why they differ."""

    paragraph: str
    first: frozenset[str]
    second: frozenset[str]
    cause: str


def compare_types(first: Facts, second: Facts) -> Iterator[Pair]:
    """Yield the paragraphs in which either language has a directive, by the types of the core addressees.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts = eco.extract_facts(eco.parse_resolution(eco.sample()))
    >>> {pair.cause for pair in compare_types(facts, facts)}
    {'same'}
    """
    sides = [_directives(facts) for facts in (first, second)]
    for paragraph in sorted(sides[0].keys() | sides[1].keys()):
        clauses = [side.get(paragraph, []) for side in sides]
        types = [frozenset(str(party.type) for party in _core(each) if party.type) for each in clauses]
        yield Pair(paragraph, types[0], types[1], _cause(clauses, types))


def compare_countries(first: Facts, second: Facts) -> Iterator[Pair]:
    """Yield the paragraphs in which either language names a State that is to act, by the States' codes."""
    sides = [_directives(facts) for facts in (first, second)]
    for paragraph in sorted(sides[0].keys() | sides[1].keys()):
        clauses = [side.get(paragraph, []) for side in sides]
        states = [frozenset(code for party in _core(each) for code in party.country) for each in clauses]
        if states[0] or states[1]:
            yield Pair(paragraph, states[0], states[1], _cause(clauses, states))


def asked_kinds(facts: Facts) -> Iterator[str]:
    """Yield a word for each directive, and one where nobody, or nothing understood, or a State by name is asked.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts = eco.extract_facts(eco.parse_resolution(eco.sample()))
    >>> Counter(asked_kinds(facts))["unresolved"]
    0
    """
    for clause in facts.clauses:
        if clause.class_ == "DIR":
            kinds = {party.kind for party in clause.addressees}
            yield "directives"
            yield from (kind for kind in ("unspecified", "unresolved") if kind in kinds)
            if any(party.country for party in clause.addressees):
                yield "named"


def _directives(facts: Facts) -> dict[str, list[Clause]]:
    clauses: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in facts.clauses:
        if clause.class_ == "DIR":
            clauses[clause.paragraph].append(clause)
    return clauses


def _core(clauses: Sequence[Clause]) -> list[Addressee]:
    return [party for clause in clauses for party in clause.addressees if party.role == "core"]


def _asks_in_noun(clause: Clause) -> bool:
    """Calls for an end to violence: where no verb is, nobody need be named."""
    return clause.act_verb is None and all(party.kind == "unspecified" for party in clause.addressees)


def _cause(clauses: Sequence[Sequence[Clause]], values: Sequence[frozenset[str]]) -> str:
    if values[0] == values[1]:
        return "same"
    if len(clauses[0]) != len(clauses[1]):
        return "clauses"
    parties = [_core(each) for each in clauses]
    kinds = [Counter(party.kind for party in each) for each in parties]
    if kinds[0]["anaphor"] != kinds[1]["anaphor"]:
        return "pointing"
    nouns = [any(_asks_in_noun(clause) for clause in each) for each in clauses]
    if nouns[0] != nouns[1]:
        return "noun"
    if any(kinds[0][kind] != kinds[1][kind] for kind in ("unspecified", "unresolved")):
        return "open"
    return "types" if len(parties[0]) == len(parties[1]) else "parties"
