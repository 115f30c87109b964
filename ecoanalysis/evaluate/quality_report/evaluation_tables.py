"""The evaluation as rich tables, each within 80 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.errors import counted
from ecoanalysis.evaluate.across_editions.gold_links import LinkScores, link_estimates, score_links
from ecoanalysis.evaluate.against_readers.broad_gold import BroadScores
from ecoanalysis.evaluate.against_readers.evaluation import Evaluation
from ecoanalysis.evaluate.revision import FactChange
from ecoanalysis.evaluate.scoring.intervals import Estimate
from ecoanalysis.evaluate.scoring.scores import HEADLINE, Agreement, Scores, Tallies

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text


def report(evaluation: Evaluation, *, misses: bool = True) -> Group:
    """Return the evaluation as rich tables, the broad gold first.

    Then per language and kind, per document, agreement, and every miss.
    """
    from rich.console import Group
    from rich.text import Text

    parts: list[Any] = [part for scores in evaluation.broad for part in broad_tables(scores, misses=misses)]
    parts.append(Text(f"{_scored(evaluation)}\n"))
    wholes = {f"All documents, {language}": evaluation.totals(language) for language in evaluation.languages}
    parts += [_kinds_table(title, tallies) for title, tallies in wholes.items()]
    parts.append(_document_table("F1 by document", evaluation.documents))
    if evaluation.agreements:
        kappas = ", ".join(f"{both.scores.symbol} {both.kappa:.2f}" for both in evaluation.agreements)
        parts.append(_document_table("Agreement of two readings, F1", [both.scores for both in evaluation.agreements]))
        parts.append(Text(f"Cohen's kappa on the classes of clauses that both have: {kappas}\n"))
    parts += [Text(f"not scored: {name}: {cause}") for name, cause in evaluation.unscored]
    if misses:
        parts += [miss_table(scores) for scores in evaluation.documents if scores.differences]
    return Group(*parts)


def broad_tables(scores: BroadScores, *, misses: bool = True) -> Iterator[Table | Text]:
    """Yield the tables of a stratum: all its paragraphs, those kept aside alone, and every miss in the others."""
    from rich.text import Text

    name = f"{scores.gold.stratum} paragraphs, {scores.gold.language}"
    size = len(scores.paragraphs)
    yield from (Text(f"not scored: {key}: {cause}") for key, cause in scores.unscored)
    if scores.absent:
        yield Text(f"not scored: {counted(len(scores.absent), 'paragraph')} of {name}: no text at hand\n")
    if not size:
        return
    yield _broad_table(f"{name}: {size} of {len(scores.gold.paragraphs)}", scores, scores.estimates())
    aside = sum(paragraph.is_aside for paragraph in scores.paragraphs)
    if 0 < aside < size:
        yield _broad_table(f"{name}: the {aside} kept aside", scores, scores.estimates(aside=True))
    if scores.agreement:
        yield Text(f"Cohen's kappa of two readers: {kappas_line(scores.agreement)}\n")
    if unfilled := [kind for kind in scores.gold.kinds if kind not in scores.kinds]:
        yield Text(f"not scored, the program has no such field: {', '.join(unfilled)}\n")
    if scores.lost:
        yield Text(f"paragraphs that are not found in their text: {', '.join(scores.lost)}\n")
    if misses:
        yield miss_table(scores.listed())


def kappas_line(agreement: Agreement) -> str:
    """Return how far two readers give the same labels, kind by kind."""
    return ", ".join(f"{kind} {value:.2f}" for kind, value in agreement.kappas.items())


def _broad_table(title: str, scores: BroadScores, estimates: Mapping[str, Estimate]) -> Table:
    readers = scores.agreement.scores.tallies if scores.agreement else {}
    table = _table(title, "kind", "n", "precision", "recall", "F1, 95 % of samples", "readers", numbers=5)
    for kind, estimate in estimates.items():
        if not (estimate.tally.expected or estimate.tally.retrieved):
            continue
        shares = (None, None) if estimate.is_few else (estimate.precision, estimate.recall)
        both = readers[kind].f1 if kind in readers else None
        table.add_row(kind, str(estimate.n), *map(_figure, shares), str(estimate), _figure(both))
    return table


def _scored(evaluation: Evaluation) -> str:
    """Return how many of the documents that readers read were scored: the tables speak of no others."""
    total = counted(len(evaluation.documents) + len(evaluation.unscored), "document")
    absent = evaluation.absent
    texts = f"{counted(absent, 'text')} {'is' if absent == 1 else 'are'} not at hand"
    cause = f"; {texts}, name their folder with --texts" if absent else ""
    return f"{len(evaluation.documents)} of {total}{cause}"


def _table(title: str, *columns: str, numbers: int = 0) -> Table:
    """A table that fits 80 columns; its last ``numbers`` columns hold figures."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for place, column in enumerate(columns):
        figures = place >= len(columns) - numbers
        table.add_column(column, justify="right" if figures else "left", no_wrap=figures or not place)
    return table


def agreement_table(agreement: Agreement) -> Table:
    """Return how far two readers agree, kind by kind."""
    scores = agreement.scores
    return _kinds_table(f"Two readers of {scores.symbol}, {scores.language}", scores.tallies)


def _kinds_table(title: str, tallies: Tallies) -> Table:
    table = _table(title, "kind", "expected", "found", "precision", "recall", "F1", numbers=5)
    for kind, tally in tallies.items():
        counts = (str(tally.expected), str(tally.retrieved))
        table.add_row(kind, *counts, *map(_figure, (tally.precision, tally.recall, tally.f1)))
        if kind == HEADLINE[-1]:
            table.add_section()
    return table


def _document_table(title: str, documents: Iterable[Scores]) -> Table:
    short = {"paragraphs": "paras", "addressees": "addr.", "citations": "cit."}
    table = _table(title, "document", *(short.get(kind, kind) for kind in HEADLINE), numbers=len(HEADLINE))
    for scores in documents:
        table.add_row(f"{scores.symbol} {scores.language}", *(_figure(scores.tallies[kind].f1) for kind in HEADLINE))
    return table


def miss_table(scores: Scores) -> Table:
    from rich.text import Text

    table = _table(f"{scores.symbol} ({scores.language})", "", "paragraph", "kind", "fact")
    for each in scores.differences:
        table.add_row("missed" if each.missed else "false", each.item.paragraph, each.item.kind, Text(each.item.shown))
    return table


def changes_table(revision: str, changes: Sequence[FactChange]) -> Table:
    """Return the facts gained and lost since a revision."""
    from rich.text import Text

    table = _table(f"Facts since {revision}: {len(changes)} changed", "", "text", "paragraph", "kind", "fact")
    for change in changes:
        sign = "gained" if change.gained else "lost"
        table.add_row(sign, change.source, change.item.paragraph, change.item.kind, Text(change.item.shown))
    return table


def changed_kinds(revision: str, changes: Sequence[FactChange]) -> Table:
    """Return how many facts of each kind were gained and lost since a revision."""
    table = _table(f"Since {revision}", "kind", "gained", "lost", numbers=2)
    counts = Counter((change.item.kind, change.gained) for change in changes)
    for kind in sorted({kind for kind, _ in counts}):
        table.add_row(kind, str(counts[kind, True]), str(counts[kind, False]))
    return table


def link_tables(texts: Mapping[str, Path]) -> Group:
    """Return how editions are linked, their changes typed, named, in words, against what readers found."""
    from rich.console import Group

    table = _table("Editions compared: F1; true changes named, and in words", *_OF_PAIRS, numbers=4)
    scores = score_links(texts=texts)
    for pair in scores:
        name = f"{pair.gold.old} → {pair.gold.new} {pair.gold.language}"
        counts = (f"{each.matched}/{each.expected}" for each in (pair.named, pair.worded))
        table.add_row(name, _figure(pair.links.f1), _figure(pair.types.f1), *counts)
    return Group(table, _changes_table(scores))


_OF_PAIRS = ("editions", "links", "types", "named", "in words")


def _changes_table(scores: Sequence[LinkScores]) -> Table:
    """The same over all pairs, and over those of a language: F1 or, of changes and noted words, shares."""
    table = _table("Over all of them", "language", "kind", "n", "F1 or share, 95 % of samples", numbers=2)
    for language in (None, *dict.fromkeys(pair.gold.language for pair in scores)):
        chosen = [pair for pair in scores if language in (None, pair.gold.language)]
        table.add_section()
        for name, figure in link_estimates(chosen).items():
            if figure.n:
                share = f"{figure.tally.matched} of {figure.n}" if figure.is_few else str(figure)
                table.add_row(language or "all", name, str(figure.n), share)
    return table


def _figure(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
