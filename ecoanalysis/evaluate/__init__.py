"""Gold in, precision, recall and F1 out (codebook §8); and the facts that a change of the package gains and loses."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from ecoanalysis.corpus import bundled
from ecoanalysis.errors import CorpusError, EcoanalysisError, UnreadableDocumentError, work_on
from ecoanalysis.evaluate.items import normalise
from ecoanalysis.evaluate.matching import agree, kappa, score
from ecoanalysis.evaluate.revision import against
from ecoanalysis.evaluate.scores import DETAILS, HEADLINE, Agreement, Evaluation, Scores, Tally
from ecoanalysis.evaluate.tables import changes_table, links_table, report
from ecoanalysis.extract import extract_facts
from ecoanalysis.gold import Gold, gold_files, load_gold
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document
from ecoanalysis.read.walk import walk

__all__ = [
    "DETAILS",
    "HEADLINE",
    "Agreement",
    "Evaluation",
    "Scores",
    "Tally",
    "against",
    "agree",
    "kappa",
    "main",
    "normalise",
    "report",
    "run",
    "score",
    "texts_by_hash",
]


def run(texts: str | Path | None = None) -> Evaluation:
    """Score every gold of the package whose text is at hand: bundled, or anywhere below the folder ``texts``.

    Examples
    --------
    >>> [scores.symbol for scores in run().documents]
    ['A/RES/75/324']
    """
    known = texts_by_hash(texts)
    documents, unscored, sources, absent = [], unreadable_texts(texts), [], 0
    readings = [load_gold(path) for path in gold_files()]
    for gold in (gold for gold in readings if not gold.is_second):
        try:
            path = known[gold.sha256]
            documents.append(score(gold, _facts(path, gold)))
            sources.append(path)
        except KeyError:
            absent += 1
            unscored.append((gold.path.name, f"its text ({gold.source}) is not at hand; --texts DIR names a folder"))
        except EcoanalysisError as error:
            unscored.append((gold.path.name, str(error)))
    return Evaluation(tuple(documents), tuple(unscored), tuple(_agreements(readings)), tuple(sources), absent)


def _agreements(readings: Iterable[Gold]) -> Iterator[Agreement]:
    by_document = defaultdict(list)
    for gold in sorted(readings, key=lambda gold: gold.is_second):
        by_document[gold.sha256].append(gold)
    for both in by_document.values():
        for second in both[1:]:
            yield agree(both[0], second)


def texts_by_hash(texts: str | Path | None) -> dict[str, Path]:
    """Return the bundled texts, and those anywhere below a folder, by the SHA-256 of their bytes."""
    if texts is not None and not Path(texts).is_dir():
        raise CorpusError(f"{texts}: no such folder of texts")
    folders = [bundled(), *([Path(texts)] if texts else [])]
    documents = (source for folder in folders for source in walk(folder) if not source.error)
    return {hashlib.sha256(source.data).hexdigest(): Path(source.path) for source in documents}


def unreadable_texts(texts: str | Path | None) -> list[tuple[str, str]]:
    """Return the names of files below a folder that could not be read, with the cause."""
    refused = (source for source in (walk(texts) if texts else ()) if source.error)
    return [(Path(source.path).name, str(source.error)) for source in refused]


def _facts(path: Path, gold: Gold) -> Facts:
    """The facts of the gold's resolution: that of its symbol, or the file's first where the symbol was not found."""
    with work_on(path):
        found = parse_resolutions(read_document(path))
        return extract_facts(next((resolution for resolution in found if resolution.symbol == gold.symbol), found[0]))


def main(
    texts: str | Path | None = None, revision: str | None = None, misses: bool = True, *, fail_under: float = 0.0
) -> int:
    """Print the evaluation, and what changed since ``revision``.

    Returns
    -------
    int
        The exit status: 0; 1 where a language's F1 of a kind that the codebook scores is below ``fail_under``; 2 where
        a text could not be read.
    """
    from rich.console import Console

    console = Console()
    evaluation = run(texts)
    console.print(report(evaluation, misses=misses))
    console.print(links_table())
    if revision:
        console.print(changes_table(revision, against(revision, evaluation.sources)))
    totals = [evaluation.totals(language) for language in evaluation.languages]
    figures = [tallies[kind].f1 for tallies in totals for kind in HEADLINE]
    low = int(any(figure is not None and figure < fail_under for figure in figures))
    unread = len(evaluation.unscored) > evaluation.absent
    return max(low, UnreadableDocumentError.exit_code if unread else 0)
