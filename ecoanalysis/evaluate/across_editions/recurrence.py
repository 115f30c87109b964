"""Recurrence: recurring resolutions in a collection, how alike their editions are, and whether two languages agree.

Of each pair of successive editions the links and types found in one language are held against those found in the
other. A paragraph that one language alone rewords is a new translation, not a change: types are counted with and
without such links.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from ecoanalysis.compare import compare_editions, is_substantive
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.compare.fingerprints.hashed_words import all_words
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.across_editions.gold_links import Pair as PairOfIds
from ecoanalysis.evaluate.across_editions.gold_links import pairs as pairs_of_ids
from ecoanalysis.evaluate.across_languages.bilingual import FIRST, SECOND
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.evaluate.scoring.progress import watched
from ecoanalysis.evaluate.scoring.scores import Tally, tally, total
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.model.comparison import Comparison, Link
from ecoanalysis.model.edition import Edition
from ecoanalysis.recurring.recognise import find_series

RECURRENCE = PACKAGE / "data" / "recurrence.json"
MUCH = 0.80  # from here on two editions count as identical, in the United Nations' own measure

Pair = tuple[Edition, Edition]


def read(path: Path) -> list[Edition]:
    """Return the editions of a file; none where it cannot be read."""
    try:
        return [to_edition(facts) for facts in facts_of(path)]
    except EcoanalysisError:
        return []


def editions(folder: Path, executor: Executor) -> list[Edition]:
    """Return the editions of all XML files of the folders in a folder."""
    paths = sorted(folder.glob("*/*.xml"))
    groups = watched(executor.map(read, paths, chunksize=20), "editions", len(paths))
    return [edition for group in groups for edition in group]


@dataclass(frozen=True, slots=True)
class Recurring:
    """The series among editions: by language how many, and the pairs of successive editions."""

    series: Mapping[str, int]
    pairs: Mapping[str, Sequence[Pair]]


def recurring(every: Iterable[Edition]) -> Recurring:
    """Return the series among editions."""
    counts: Counter[str] = Counter()
    pairs: defaultdict[str, list[Pair]] = defaultdict(list)
    for series in find_series(every):
        for language in series.languages:
            if successive := list(pairwise(series.editions(language))):
                counts[language] += 1
                pairs[language] += successive
    return Recurring(counts, pairs)


# --- how alike --------------------------------------------------------------------------------------------------------


def identical(comparison: Comparison) -> dict[str, float]:
    """Return how much of a pair is the same, under three definitions.

    ``words``: words that both have in one order, dates, sessions and symbols left out, over linked paragraphs;
    ``text``: the same over the two texts as they stand, as a text comparison sees them;
    ``paragraphs``: paragraphs of the later edition that say the same but for dates, sessions and symbols.
    """
    from rapidfuzz.distance import Indel

    sides = (comparison.old, comparison.new)
    before, after = ({each.id: len(each.shingles) for each in edition.paragraphs} for edition in sides)
    kept = sum(
        link.similarity * (sum(before[id] for id in link.old) + sum(after[id] for id in link.new))
        for link in comparison.links
        if link.similarity
    )
    texts = [" ".join(each.text or "" for each in edition.paragraphs) for edition in sides]
    old, new = (all_words(text, edition.language) for text, edition in zip(texts, sides, strict=True))
    same = sum(len(link.new) for link in comparison.links if link.new and not is_substantive(link))
    return {
        "words": kept / max(1, sum(before.values()) + sum(after.values())),
        "text": Indel.normalized_similarity(old, new),
        "paragraphs": same / max(1, len(comparison.new.paragraphs)),
    }


def recurrence(series: Recurring) -> dict[str, dict[str, float]]:
    """Return, for each language, how many series and pairs there are and the share of pairs that are much the same."""
    shares: dict[str, dict[str, float]] = {}
    for language, pairs in series.pairs.items():
        by_definition: defaultdict[str, list[float]] = defaultdict(list)
        for old, new in watched(pairs, f"identical, {language}"):
            for definition, share in identical(compare_editions(old, new)).items():
                by_definition[definition].append(share)
        much = {
            definition: round(sum(share >= MUCH for share in every) / len(every), 3)
            for definition, every in by_definition.items()
        }
        shares[language] = {"series": series.series[language], "pairs": len(pairs), **much}
    return shares


# --- two languages ----------------------------------------------------------------------------------------------------


def in_both(pairs: Mapping[str, Sequence[Pair]]) -> list[tuple[Pair, Pair]]:
    """Return the pairs that both languages have and whose paragraphs they number alike."""
    first, second = (
        {tuple(edition.symbol for edition in pair): pair for pair in pairs[language]} for language in (FIRST, SECOND)
    )
    both = [(first[symbols], second[symbols]) for symbols in first.keys() & second.keys()]
    alike = [sides for sides in both if len({tuple(map(_ids, pair)) for pair in sides}) == 1]
    return sorted(alike, key=lambda sides: [edition.symbol or "" for edition in sides[0]])


def _ids(edition: Edition) -> tuple[str, ...]:
    return tuple(paragraph.id for paragraph in edition.paragraphs)


@dataclass(frozen=True, slots=True)
class Agreeing:
    """How far both languages of a pair agree, and which links only one of them has.

    ``aside``: types, links left out that one language alone rewords.
    """

    symbols: tuple[str, str]
    tallies: Mapping[str, Tally]
    alone: Sequence[tuple[str, PairOfIds]]


def agreement(both: Iterable[tuple[Pair, Pair]]) -> Iterator[Agreeing]:
    """Yield how far what the first language finds agrees with the second, pair by pair."""
    for first_pair, second_pair in watched(both, "two languages"):
        first, second = (compare_editions(*pair).links for pair in (first_pair, second_pair))
        bases = [{(link.old, link.new): link.base == "reworded" for link in side} for side in (first, second)]
        variant = {ends for ends in bases[0].keys() & bases[1].keys() if bases[0][ends] != bases[1][ends]}
        ours, theirs = Counter(pairs_of_ids(first)), Counter(pairs_of_ids(second))
        yield Agreeing(
            (str(first_pair[0].symbol), str(first_pair[1].symbol)),
            {
                "links": tally(theirs.elements(), ours.elements()),
                "types": tally(_types(second, set()), _types(first, set())),
                "aside": tally(_types(second, variant), _types(first, variant)),
            },
            [(FIRST, link) for link in (ours - theirs).elements()]
            + [(SECOND, link) for link in (theirs - ours).elements()],
        )


Ends = tuple[tuple[str, ...], tuple[str, ...]]


def _types(links: Iterable[Link], without: set[Ends]) -> Iterator[tuple[Ends, str]]:
    return (
        ((link.old, link.new), type) for link in links if (link.old, link.new) not in without for type in link.types
    )


def totals(pairs: Sequence[Agreeing]) -> dict[str, float]:
    """Return the F1 of each kind over all pairs, with three digits."""
    sums = {kind: total(pair.tallies[kind] for pair in pairs) for kind in ("links", "types", "aside")}
    return {kind: round(whole.f1, 3) for kind, whole in sums.items() if whole.f1 is not None}


def write(shares: Mapping[str, Any]) -> str:
    """Write the figures that the reports quote, and return them as written."""
    text = json.dumps(shares, indent=2, sort_keys=True)
    RECURRENCE.write_text(text + "\n", encoding="utf-8")
    return text
