"""The evaluation: every gold of the package whose text is at hand, against what the program finds there.

Golds stay apart: the broad ones say how good the facts of any resolution are; those of whole documents, with which the
rules were made, only that nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.against_readers.annotated_documents import agree, score
from ecoanalysis.evaluate.against_readers.broad_gold import BroadScores, score_all
from ecoanalysis.evaluate.scoring.documents import facts_of_symbol, texts_by_hash, unreadable_texts
from ecoanalysis.evaluate.scoring.scores import Agreement, Scores, Tallies, Tally, total
from ecoanalysis.gold import Gold, gold_files, load_gold


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every gold that could be scored; those that could not, with the cause; and the double readings' agreement."""

    documents: tuple[Scores, ...]
    unscored: tuple[tuple[str, str], ...]
    agreements: tuple[Agreement, ...]
    sources: tuple[Path, ...] = ()
    absent: int = 0
    """How many of those that could not be scored have their text elsewhere."""
    broad: tuple[BroadScores, ...] = ()
    """Single paragraphs of many documents, a stratum and language each."""

    @property
    def is_whole(self) -> bool:
        """Whether every text at hand could be read."""
        return len(self.unscored) == self.absent and not any(scores.unscored for scores in self.broad)

    @property
    def languages(self) -> list[str]:
        return sorted({scores.language for scores in self.documents}, reverse=True)

    def totals(self, language: str) -> Tallies:
        """Return the tallies over all documents of a language: their F1 is the micro-F1."""
        documents = [scores.tallies for scores in self.documents if scores.language == language]
        kinds = dict.fromkeys(kind for tallies in documents for kind in tallies)
        return {kind: total(tallies.get(kind, Tally()) for tallies in documents) for kind in kinds}


def run(texts: str | Path | None = None) -> Evaluation:
    """Score every gold of the package whose text is at hand: bundled, or anywhere below the folder ``texts``.

    Examples
    --------
    >>> [scores.symbol for scores in run().documents]
    ['A/RES/75/324']
    """
    paths = texts_by_hash(texts)
    documents, unscored, sources, absent = [], unreadable_texts(texts), [], 0
    readings = [load_gold(path) for path in gold_files()]
    for gold in (gold for gold in readings if not gold.is_second):
        if gold.document.sha256 not in paths:
            absent += 1
            unscored.append(
                (gold.path.name, f"its text ({gold.document.source}) is not at hand; --texts DIR names a folder")
            )
            continue
        try:
            documents.append(score(gold, facts_of_symbol(paths[gold.document.sha256], gold.document.symbol)))
            sources.append(paths[gold.document.sha256])
        except EcoanalysisError as error:
            unscored.append((gold.path.name, str(error)))
    agreements, broad = tuple(_agreements(readings)), tuple(score_all(paths))
    return Evaluation(tuple(documents), tuple(unscored), agreements, tuple(sources), absent, broad)


def _agreements(readings: Iterable[Gold]) -> Iterator[Agreement]:
    by_document = defaultdict(list)
    for gold in sorted(readings, key=lambda gold: gold.is_second):
        by_document[gold.document.sha256].append(gold)
    for both in by_document.values():
        for second in both[1:]:
            yield agree(both[0], second)
