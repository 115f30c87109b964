"""Matching: how far the facts of one side agree with those of another, gold and program or two readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ecoanalysis.contract import to_contract
from ecoanalysis.evaluate.scoring.items import FINER, FactKey, Record, finer_items, is_fine, items, lacking, normalise
from ecoanalysis.evaluate.scoring.scores import DETAILS, HEADLINE, Agreement, Difference, Scores, Tally, kappa
from ecoanalysis.gold import Gold, as_record
from ecoanalysis.model.facts import Facts

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


def score(gold: Gold, facts: Facts) -> Scores:
    """Return how far the facts that the program finds in a document agree with its gold.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> from ecoanalysis.gold import gold_files, load_gold
    >>> gold = [load_gold(path) for path in gold_files() if path.name == "A_RES_75_324.zh.toml"][0]
    >>> score(gold, eco.extract_facts(eco.parse_resolution(eco.sample()))).tallies["paragraphs"].f1
    1.0
    """
    record, reading = record_of(facts), as_record(gold)
    kinds = frozenset(FINER) - lacking([record]) if is_fine(reading) else frozenset()
    retrieved = [item for item in _items(record, gold.document.language, kinds) if item.kind != "footnotes"]
    return _scores(gold, _items(reading, gold.document.language, kinds), [*retrieved, *_notes(facts, gold)], kinds)


def record_of(facts: Facts) -> Record:
    """Return facts in the form of the contract, the span of an act replaced by its words."""
    record = to_contract(facts)
    for clause in record["clauses"]:
        if isinstance(span := clause.get("act"), Mapping):
            passage = facts.resolution.paragraph(clause["paragraph"])
            places = zip(passage.text, passage.offsets, strict=True)
            clause["act"] = "".join(letter for letter, place in places if span["start"] <= place < span["end"])
    return record


def _items(record: Record, language: str, finer: Collection[str]) -> Iterator[FactKey]:
    yield from items(record)
    yield from (item for item in finer_items(record, language) if item.kind in finer)


def agree(first: Gold, second: Gold) -> Agreement:
    """Return how far two readings of one document agree, the first taken as the expected one."""
    before = {note.number: normalise(note.before or "") for note in first.footnotes}
    readings = [as_record(reading) for reading in (first, second)]
    kinds = FINER if all(map(is_fine, readings)) else ()
    expected, given = (_items(reading, first.document.language, kinds) for reading in readings)
    retrieved = [_as_long(item, before) if item.kind == "footnotes" else item for item in given]
    pairs = class_pairs(readings[0]["clauses"], readings[1]["clauses"])
    return Agreement(_scores(first, expected, retrieved, kinds), kappa(pairs))


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


def _as_long(note: FactKey, before: Mapping[str, str]) -> FactKey:
    """A note, with the first reading's words before its mark where the readings only differ in how many they give."""
    number, words = note.words[0], normalise(note.words[1])
    wanted = before.get(number, words)
    same = bool(words and wanted) and (wanted.endswith(words) or words.endswith(wanted))
    return note._replace(words=(number, wanted)) if same else note


def class_pairs(first: Iterable[Mapping[str, Any]], second: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Return the two classes of each clause that both readers have: of one paragraph and verb, in order of the text."""
    firsts, seconds = _classes(first), _classes(second)
    return [pair for clause in firsts for pair in zip(firsts[clause], seconds[clause], strict=False)]


def _classes(clauses: Iterable[Mapping[str, Any]]) -> defaultdict[tuple[str, str], list[str]]:
    classes = defaultdict(list)
    for clause in clauses:
        classes[clause["paragraph"], normalise(clause["verb"])].append(str(clause["class"]))
    return classes


def _notes(facts: Facts, gold: Gold) -> Iterator[FactKey]:
    """The program's notes, each with as many characters before its mark as the gold gives for that note."""
    wanted = {note.number: note.before or "" for note in gold.footnotes}
    for note in facts.resolution.footnotes:
        if note.paragraph is None:
            continue
        text = facts.resolution.paragraph(note.paragraph).text[: note.position]
        length = len(normalise(wanted.get(note.number, ""))) or 6
        yield FactKey("footnotes", note.paragraph, (note.number, normalise(text)[-length:]))


def _scores(gold: Gold, expected: Iterable[FactKey], retrieved: Iterable[FactKey], finer: Collection[str]) -> Scores:
    order = ["header", "title", *(paragraph.id for paragraph in gold.paragraphs)]
    kinds = (*HEADLINE, *DETAILS, *(kind for kind in FINER if kind in finer))
    tallies, differences = match(expected, retrieved, kinds, order)
    return Scores(gold.document.symbol, gold.document.language, tallies, tuple(differences))


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
