"""All measuring: gold in, precision, recall and F1 out (codebook §8); and the facts that a change gains and loses."""

from __future__ import annotations

from pathlib import Path

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.evaluate.against_readers.annotated_documents import agree, score
from ecoanalysis.evaluate.against_readers.evaluation import Evaluation, run
from ecoanalysis.evaluate.quality_report.evaluation_tables import changed_kinds, changes_table, link_tables, report
from ecoanalysis.evaluate.revision import against, sampled
from ecoanalysis.evaluate.scoring.documents import texts_by_hash
from ecoanalysis.evaluate.scoring.items import normalise
from ecoanalysis.evaluate.scoring.scores import DETAILS, HEADLINE, Agreement, Scores, Tally, kappa

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


def main(
    texts: str | Path | None = None,
    revision: str | None = None,
    misses: bool = True,
    *,
    fail_under: float = 0.0,
    sample: int = 0,
) -> int:
    """Print the evaluation, and what changed since ``revision``.

    With ``sample``, what changed in so many of the texts alone: nothing is measured then.

    Returns
    -------
    int
        The exit status: 0; 1 where a language's F1 of a kind that the codebook scores is below ``fail_under``; 2 where
        a text could not be read.
    """
    from rich.console import Console

    console = Console()
    if revision and sample:
        changes = against(revision, sampled(texts_by_hash(texts), sample))
        console.print(changes_table(revision, changes), changed_kinds(revision, changes), sep="\n")
        return 0
    evaluation = run(texts)
    console.print(report(evaluation, misses=misses))
    console.print(link_tables(texts_by_hash(texts)))
    if revision:
        console.print(changes_table(revision, against(revision, evaluation.sources)))
    totals = [evaluation.totals(language) for language in evaluation.languages]
    figures = [tallies[kind].f1 for tallies in totals for kind in HEADLINE]
    low = int(any(figure is not None and figure < fail_under for figure in figures))
    return max(low, 0 if evaluation.is_whole else UnreadableDocumentError.exit_code)
