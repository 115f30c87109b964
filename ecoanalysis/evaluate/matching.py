"""Matching: how far the facts of one side agree with those of another, gold and program or two readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ecoanalysis.contract import to_contract
from ecoanalysis.evaluate.items import Item, items, normalise
from ecoanalysis.evaluate.scores import DETAILS, HEADLINE, Agreement, Difference, Scores, Tally
from ecoanalysis.gold import Gold, as_record
from ecoanalysis.model.facts import Facts

_BASE = {
    "classes": "clauses",
    "agencies": "names",
    "addressee kinds": "addressees",
    "citation details": "citations",
    "report details": "reports",
}
"""Which kind's fact a kind refines: where that one is missed already, the refinement is not listed again."""


def score(gold: Gold, facts: Facts) -> Scores:
    """Return how far the facts found in a document agree with its gold.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> from ecoanalysis.gold import gold_files, load_gold
    >>> gold = [load_gold(path) for path in gold_files() if path.name == "A_RES_75_324.zh.toml"][0]
    >>> score(gold, eco.extract_facts(eco.parse_resolution(eco.sample()))).tallies["paragraphs"].f1
    1.0
    """
    found = [item for item in items(to_contract(facts)) if item.kind != "footnotes"]
    return _compare(gold, items(as_record(gold)), [*found, *_notes(facts, gold)])


def agree(first: Gold, second: Gold) -> Agreement:
    """Return how far two readings of one document agree, the first taken as the expected one."""
    ones, others = _classes(first), _classes(second)
    pairs = [pair for verb in ones for pair in zip(ones[verb], others[verb], strict=False)]
    before = {note.number: normalise(note.before or "") for note in first.footnotes}
    found = [_as_long(item, before) if item.kind == "footnotes" else item for item in items(as_record(second))]
    return Agreement(_compare(first, items(as_record(first)), found), kappa(pairs))


def _as_long(note: Item, before: Mapping[str, str]) -> Item:
    """A note, with the first reading's words before its mark where the readings only differ in how many they give."""
    number, words = note.words[0], normalise(note.words[1])
    wanted = before.get(number, words)
    same = bool(words and wanted) and (wanted.endswith(words) or words.endswith(wanted))
    return note._replace(words=(number, wanted)) if same else note


def _classes(gold: Gold) -> defaultdict[tuple[str, str], list[str]]:
    """Classes of the clauses by paragraph and verb, in order of the text."""
    found = defaultdict(list)
    for paragraph in gold.paragraphs:
        for clause in paragraph.clauses:
            found[paragraph.id, normalise(clause.verb)].append(str(clause.cls))
    return found


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of paired judgements: agreement beyond what chance would give; 1 where chance gives all.

    Examples
    --------
    >>> kappa([("DIR", "DIR"), ("DIR", "DIR"), ("REF", "REF"), ("REF", "DIR")])
    0.5
    """
    if not pairs:
        return 1.0
    observed = sum(one == other for one, other in pairs) / len(pairs)
    ones, others = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(ones[label] * others[label] for label in ones) / len(pairs) ** 2
    return 1.0 if chance == 1 else (observed - chance) / (1 - chance)


def _notes(facts: Facts, gold: Gold) -> Iterator[Item]:
    """The notes found, each with as many characters before its mark as the gold gives for that note."""
    wanted = {note.number: note.before or "" for note in gold.footnotes}
    for note in facts.resolution.footnotes:
        if note.paragraph is None:
            continue
        text = facts.resolution.paragraph(note.paragraph).text[: note.position]
        length = len(normalise(wanted.get(note.number, ""))) or 6
        yield Item("footnotes", note.paragraph, (note.number, normalise(text)[-length:]))


def _compare(gold: Gold, expected: Iterable[Item], found: Sequence[Item]) -> Scores:
    groups: defaultdict[Any, tuple[list[Item], list[Item]]] = defaultdict(lambda: ([], []))
    expected = list(expected)
    for side, both in enumerate((expected, found)):
        for item in both:
            groups[item.key][side].append(item)
    left = [_unmatched(*group) for group in groups.values()]
    missed, false = (Counter(item for pair in left for item in pair[side]) for side in (0, 1))
    tallies = {}
    for kind in (*HEADLINE, *DETAILS):
        wanted = sum(item.kind == kind for item in expected)
        lost = sum(count for item, count in missed.items() if item.kind == kind)
        tallies[kind] = Tally(wanted - lost, wanted, sum(item.kind == kind for item in found))
    differences = [Difference(item, True) for item in missed.elements()]
    differences += [Difference(item, False) for item in false.elements()]
    return Scores(gold.symbol, gold.language, tallies, tuple(_in_order(gold, differences)))


def _unmatched(expected: list[Item], found: list[Item]) -> tuple[list[Item], list[Item]]:
    """What is left of facts with the same words when those are paired whose ids agree, surest pairs first."""
    for agrees in (_share_an_id, _one_has_none, _both_have_none):
        for item in list(expected):
            partner = next((other for other in found if agrees(item.ids, other.ids)), None)
            if partner is not None:
                expected.remove(item)
                found.remove(partner)
    return expected, found


def _share_an_id(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other)


def _one_has_none(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) != bool(other)


def _both_have_none(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one and not other


def _in_order(gold: Gold, differences: Iterable[Difference]) -> list[Difference]:
    """Differences in order of the text, then of the kinds; without those that only repeat a missed base."""
    places = {id: place for place, id in enumerate(["header", "title", *(one.id for one in gold.paragraphs)])}
    kinds = {kind: place for place, kind in enumerate((*HEADLINE, *DETAILS))}
    differences = list(differences)
    listed = {(one.item.kind, one.item.paragraph, one.item.words[0], one.missed) for one in differences}

    def repeats(one: Difference) -> bool:
        return (_BASE.get(one.item.kind), one.item.paragraph, one.item.words[0], one.missed) in listed

    def place(one: Difference) -> tuple[int, str, int, bool]:
        paragraph = one.item.paragraph
        return places.get(paragraph, len(places)), paragraph, kinds[one.item.kind], not one.missed

    return sorted((one for one in differences if not repeats(one)), key=place)
