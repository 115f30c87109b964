"""Matching: which facts of one side are those of another, and what either has alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ecoanalysis.evaluate.scoring.items import FactKey, normalise
from ecoanalysis.evaluate.scoring.scores import Difference, Tally, kappa

LABELLED = ("classes", "addressee kinds", "addressee types", "hedge kinds", "polarity", "report kinds")
"""Kinds whose items have a label of a closed list behind their words."""

_BASE = {
    "classes": "clauses",
    "agencies": "names",
    "addressee kinds": "addressees",
    "citation details": "citations",
    "report details": "reports",
    "addressee types": "addressees",
    "countries": "addressees",
    "hedge kinds": "hedges",
    "acts": "clauses",
    "act verbs": "clauses",
    "polarity": "clauses",
    "acts to stop": "clauses",
    "report kinds": "reports",
    "reporters": "reports",
    "recipients": "reports",
    "report dues": "reports",
}
"""Which kind's fact a kind refines: where that one is missed already, the refinement is not listed again."""


def kappas(expected: Iterable[FactKey], retrieved: Iterable[FactKey]) -> dict[str, float]:
    """Return Cohen's kappa of each kind that puts a label to words, over the words that both sides have."""
    sides = [_labels(items) for items in (expected, retrieved)]
    pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for place, labels in sides[0].items():
        pairs[place[0]] += zip(labels, sides[1].get(place, ()), strict=False)
    return {kind: kappa(pairs[kind]) for kind in LABELLED if pairs[kind]}


def _labels(facts: Iterable[FactKey]) -> defaultdict[tuple[str, str, str], list[str]]:
    labels = defaultdict(list)
    for item in facts:
        if item.kind in LABELLED:
            labels[item.kind, item.paragraph, normalise(item.words[0])].append(item.words[1])
    return labels


def match(
    expected: Iterable[FactKey], retrieved: Iterable[FactKey], kinds: Sequence[str], order: Sequence[str] = ()
) -> tuple[dict[str, Tally], list[Difference]]:
    """Return the tallies of each kind, and every difference, the paragraphs in the order given and then the kinds."""
    groups: defaultdict[Any, tuple[list[FactKey], list[FactKey]]] = defaultdict(lambda: ([], []))
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for side, facts in enumerate((expected, retrieved)):
        for item in facts:
            groups[item.key][side].append(item)
            counts[side][item.kind] += 1
    left = [_unmatched(*group) for group in groups.values()]
    missed, false = (Counter(item for pair in left for item in pair[side]) for side in (0, 1))
    lost: Counter[str] = Counter()
    for item, count in missed.items():
        lost[item.kind] += count
    wanted, given = counts
    tallies = {kind: Tally(wanted[kind] - lost[kind], wanted[kind], given[kind]) for kind in kinds}
    differences = [Difference(item, True) for item in missed.elements()]
    differences += [Difference(item, False) for item in false.elements()]
    return tallies, _in_order(differences, kinds, order)


def _unmatched(expected: list[FactKey], retrieved: list[FactKey]) -> tuple[list[FactKey], list[FactKey]]:
    """What is left of facts with the same words when those are paired whose ids agree, surest pairs first."""
    for agrees in (_share_an_id, _first_or_second_has_none, _both_have_none):
        for item in list(expected):
            partner = next((other for other in retrieved if agrees(item.ids, other.ids)), None)
            if partner is not None:
                expected.remove(item)
                retrieved.remove(partner)
    return expected, retrieved


def _share_an_id(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first & second)


def _first_or_second_has_none(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first) != bool(second)


def _both_have_none(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first and not second


def _in_order(differences: Iterable[Difference], kinds: Sequence[str], order: Sequence[str]) -> list[Difference]:
    """Differences in order of the text, then of the kinds; without those that only repeat a missed base."""
    places = {id: place for place, id in enumerate(order)}
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    differences = list(differences)
    listed = {(each.item.kind, each.item.paragraph, each.item.words[0], each.missed) for each in differences}

    def repeats(each: Difference) -> bool:
        return (_BASE.get(each.item.kind), each.item.paragraph, each.item.words[0], each.missed) in listed

    def place(each: Difference) -> tuple[int, str, int, bool]:
        paragraph = each.item.paragraph
        return places.get(paragraph, len(places)), paragraph, ranks[each.item.kind], not each.missed

    return sorted((each for each in differences if not repeats(each)), key=place)
