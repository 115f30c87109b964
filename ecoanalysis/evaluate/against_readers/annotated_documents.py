"""Annotated documents: how far the facts of a whole document agree with its gold, and two readings with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ecoanalysis.evaluate.scoring.items import (
    FINER,
    FactKey,
    Record,
    finer_items,
    is_fine,
    items,
    lacking,
    normalise,
    record_of,
)
from ecoanalysis.evaluate.scoring.matching import match
from ecoanalysis.evaluate.scoring.scores import DETAILS, HEADLINE, Agreement, Scores, kappa
from ecoanalysis.gold import Gold, as_record
from ecoanalysis.model.facts import Facts


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


def agree(first: Gold, second: Gold) -> Agreement:
    """Return how far two readings of one document agree, the first taken as the expected one."""
    before = {note.number: normalise(note.before or "") for note in first.footnotes}
    readings = [as_record(reading) for reading in (first, second)]
    kinds = FINER if all(map(is_fine, readings)) else ()
    expected, given = (_items(reading, first.document.language, kinds) for reading in readings)
    retrieved = [_as_long(item, before) if item.kind == "footnotes" else item for item in given]
    pairs = class_pairs(readings[0]["clauses"], readings[1]["clauses"])
    return Agreement(_scores(first, expected, retrieved, kinds), kappa(pairs))


def _items(record: Record, language: str, finer: Collection[str]) -> Iterator[FactKey]:
    yield from items(record)
    yield from (item for item in finer_items(record, language) if item.kind in finer)


def _scores(gold: Gold, expected: Iterable[FactKey], retrieved: Iterable[FactKey], finer: Collection[str]) -> Scores:
    order = ["header", "title", *(paragraph.id for paragraph in gold.paragraphs)]
    kinds = (*HEADLINE, *DETAILS, *(kind for kind in FINER if kind in finer))
    tallies, differences = match(expected, retrieved, kinds, order)
    return Scores(gold.document.symbol, gold.document.language, tallies, tuple(differences))


def _notes(facts: Facts, gold: Gold) -> Iterator[FactKey]:
    """The program's notes, each with as many characters before its mark as the gold gives for that note."""
    wanted = {note.number: note.before or "" for note in gold.footnotes}
    for note in facts.resolution.footnotes:
        if note.paragraph is None:
            continue
        text = facts.resolution.paragraph(note.paragraph).text[: note.position]
        length = len(normalise(wanted.get(note.number, ""))) or 6
        yield FactKey("footnotes", note.paragraph, (note.number, normalise(text)[-length:]))


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
