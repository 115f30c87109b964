"""The command line: parses it and calls the verbs. What is heavy is loaded by the command that needs it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ecoanalysis.errors import (
    EcoanalysisError,
    NotAResolutionError,
    UnreadableDocumentError,
    counted,
    exit_codes,
    work_on,
)

if TYPE_CHECKING:
    from ecoanalysis.model.brief import Brief
    from ecoanalysis.model.comparison import Comparison
    from ecoanalysis.model.negotiation import NegotiatedParagraph
    from ecoanalysis.read.tracked import TrackedParagraph

app = typer.Typer(
    name="ecoanalysis",
    help="What United Nations resolutions ask, of whom, how strongly, on which theme, and how that changes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="\b\nExit codes:\n" + "\n".join(f"  {code:>2}  {meaning}" for code, meaning in sorted(exit_codes().items())),
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Changes(StrEnum):
    """Which side of tracked changes is read."""

    accepted = "accepted"
    rejected = "rejected"


class Format(StrEnum):
    """Formats of tables, of graphs (who cites whom, or the lineages of a series), and of the texts with their facts."""

    parquet = "parquet"
    csv = "csv"
    jsonl = "jsonl"
    graphml = "graphml"
    akn = "akn"


class Shown(StrEnum):
    """How a comparison is shown."""

    text = "text"
    json = "json"
    html = "html"
    docx = "docx"


class ListFormat(StrEnum):
    """How what a corpus holds is told."""

    text = "text"
    json = "json"


class Calendar(StrEnum):
    """How what falls due is written."""

    ics = "ics"
    csv = "csv"
    json = "json"


Corpus = Annotated[
    str,
    typer.Option("--corpus", metavar="DIR", help="Folder of documents, or 'model'; the bundled corpus if left out."),
]


@app.command()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Text, PDF, Word, OpenDocument, RTF, Markdown, XML, web page; folders, zips."
        ),
    ],
    changes: Annotated[
        Changes,
        typer.Option("--changes", help="Changes that a file tracks or strikes out: accepted or rejected."),
    ] = Changes.accepted,
) -> None:
    """Print the facts of each resolution as one JSON object per line."""

    from ecoanalysis.contract import not_a_resolution, to_contract
    from ecoanalysis.extract import extract_facts
    from ecoanalysis.fetch import hint
    from ecoanalysis.parse import parse_resolutions
    from ecoanalysis.read import read_documents

    worst = 0
    for name, document in (
        (file, document_read) for file in files for document_read in read_documents(file, changes.value)
    ):
        try:
            if isinstance(document, EcoanalysisError):
                raise document
            with work_on(document.path):
                records = [to_contract(extract_facts(resolution)) for resolution in parse_resolutions(document)]
            # Outside: that nobody reads on (a closed pipe) is no fault of the document.
            _print_lines(records)
        except EcoanalysisError as error:
            if isinstance(error, NotAResolutionError) and not isinstance(document, EcoanalysisError):
                _print_lines([not_a_resolution(document, str(error))])
            print(f"{error}{hint(name)}", file=sys.stderr)
            worst = max(worst, error.exit_code)
    raise typer.Exit(worst)


def _print_lines(records: Iterable[object]) -> None:
    import json

    for record in records:
        print(json.dumps(record, ensure_ascii=False))


@app.command()
def compare(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A file, else the symbol of an edition at hand, such as 79/330.")
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="[NEW]", help="The later one, likewise; if left out, OLD's tracked changes are told."),
    ] = "",
    format: Annotated[
        Shown,
        typer.Option("--format", help="A brief, JSON, a page; OLD in Word, tracked, or a negotiating text's table."),
    ] = Shown.text,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of an edition that the corpus has in several.")
    ] = "",
    corpus: Corpus = "",
    changes: Annotated[
        Changes | None,
        typer.Option("--changes", help="Changes that two files track or show: accepted (if left out) or rejected."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where something substantive changed.")
    ] = False,
) -> None:
    """Print what is lost, asked anew and of whom, reworded, answered and due, in words."""
    from ecoanalysis.compare import is_substantive
    from ecoanalysis.compare.brief import make_brief
    from ecoanalysis.compare.drafts.negotiated_brief import propose_brief
    from ecoanalysis.compare.drafts.proposals import find_proposals
    from ecoanalysis.compare.drafts.signed_brief import sign_brief
    from ecoanalysis.named_comparison import changes_note, compare_in_languages, shows_changes, tracked_in, warnings_of
    from ecoanalysis.precedents import add_precedents

    stated, changes = changes, changes or Changes.accepted
    comparison, *others = compare_in_languages(old, new, corpus, language, strict=True, changes=changes.value)
    if note := changes_note(old, new, stated.value if stated else None):
        print(note, file=sys.stderr)
    if others:
        beside = ", ".join(other.new.language for other in others)
        print(f"note: compared in {comparison.new.language}, and in {beside} to tell translations", file=sys.stderr)
    for warning in warnings_of(comparison):
        print(warning, file=sys.stderr)
    proposals, brief = find_proposals(comparison), make_brief(comparison)
    if format is Shown.docx and proposals:
        from ecoanalysis.export.negotiation import write_proposals

        _write_bytes(write_proposals([row for row in proposals if row.proposals], comparison.new.language))
    elif format is Shown.docx:
        _write_tracked(comparison, old, new or old, changes)
    else:
        tracked = tracked_in(old, new)
        brief = add_precedents(brief, comparison, corpus)
        brief = sign_brief(brief, comparison, tracked, only_words=bool(new))
        brief = propose_brief(brief, comparison, proposals)
        side = (changes.value if new else "rejected against accepted") if tracked or shows_changes(old, new) else None
        _show([comparison, *others], brief, proposals, side, format, tracked if changes is Changes.accepted else ())
    if exit_code and (any(map(is_substantive, comparison.links)) or "times" in {line.section for line in brief.lines}):
        raise typer.Exit(1)


def _show(
    comparisons: Sequence[Comparison],
    brief: Brief,
    proposals: Sequence[NegotiatedParagraph],
    side: str | None,
    format: Shown,
    tracked: Sequence[TrackedParagraph],
) -> None:
    comparison, *others = comparisons
    if format is Shown.json:
        import json

        from ecoanalysis.contract import comparison_to_contract

        print(json.dumps(comparison_to_contract(comparison, brief, proposals, side), ensure_ascii=False))
    elif format is Shown.html:
        from ecoanalysis.show.redline import redline

        print(redline(comparison, brief, proposals, side, others, tracked))
    else:
        from ecoanalysis.show.brief import print_brief, print_proposals

        print_brief(comparison, brief, side)
        print_proposals(proposals, comparison.new.language)


def _write_tracked(comparison: Comparison, old: str, new: str, changes: Changes) -> None:
    """Write the old Word file with the changes tracked to standard output, which must lead to a file."""
    from ecoanalysis.errors import ComparisonError
    from ecoanalysis.export.tracked import signed_note, write_tracked
    from ecoanalysis.read import docx

    if old == new:
        raise ComparisonError(f"{old}: compared with itself; name the file whose changes to write into it")
    for name in (old, new):
        if not (Path(name).is_file() and docx.accepts(Path(name).read_bytes())):
            raise ComparisonError(f"{name}: no Word file; --format docx writes one Word file's changes into another")
    written = write_tracked(comparison, Path(old).read_bytes(), Path(new).read_bytes(), changes.value)
    _write_bytes(written)
    print(signed_note(written), file=sys.stderr)


def _write_bytes(data: bytes) -> None:
    from ecoanalysis.errors import ComparisonError

    if sys.stdout.isatty():
        raise ComparisonError("a Word file is not for the screen: add > changes.docx")
    sys.stdout.buffer.write(data)


@app.command()
def build(
    plan: Annotated[Path, typer.Option(metavar="FILE", help="Which notebook makes which page.")] = Path(
        "reports/plan.toml"
    ),
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The site's folder; `site` beside the plan if left out.")
    ] = None,
    corpus: Corpus = "",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Notebooks run at a time; one a core if 0.")] = 0,
    only: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Run only these pages, such as 'agency-*' or 'en/*'.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Run every notebook, changed or not.")] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast/--keep-going", help="Begin no page once one has failed.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say which pages would be run, and why.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Then print the pages as PDF, into `pdf` in the site.")] = False,
    publish: Annotated[
        bool, typer.Option("--publish", help="Then renew the published copy, `published` beside the plan.")
    ] = False,
    with_drafts: Annotated[
        bool, typer.Option("--with-drafts", help="Take drafts and their sponsors into the site too.")
    ] = False,
    check: Annotated[bool, typer.Option("--check", help="Only say whether the published copy is stale.")] = False,
) -> None:
    """Make the reports: run the notebooks that changed and write the site; exit with 2 where a file was set aside."""
    from ecoanalysis.publish import build as builder

    published = plan.parent / "published"
    how = builder.How(jobs, force, tuple(only or ()), fail_fast, with_drafts)
    if check:
        pages = builder.check(plan, output or published, corpus)
        print(f"{output or published}: up to date, {pages} pages")
        return
    if dry_run:
        pages_to_run = builder.planned(plan, output, corpus, how)
        for address, reason in pages_to_run:
            print(f"{address}  {reason}")
        if not pages_to_run:
            print("Nothing would be run.")
        return
    built = builder.build(plan, output, corpus, how)
    worst = _tell(built.set_aside)
    print(builder.summary(built))
    builder.raise_for_failures(built, "nothing was published; " if publish else "")
    if pdf:
        from ecoanalysis.publish.pdf import print_site

        printed = print_site(built.site, how.wants)
        print(f"{counted(printed, 'page')} printed into {built.site / 'pdf'}")
    if publish:
        builder.publish(built, published)
        print(f"Published in {published}")
    raise typer.Exit(worst)


@app.command("check-notebook")
def check_notebook(notebooks: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Notebooks.")]) -> None:
    """Say what a notebook wants before it is a page: ids, parameters, languages, measures; exit with 1 if it does."""
    from ecoanalysis.publish.notebook_check import check_notebook

    faults = [f"{path}: {fault}" for path in notebooks for fault in check_notebook(path)]
    print("\n".join(faults) or "Nothing is missing.")
    raise typer.Exit(bool(faults))


@app.command()
def export(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Folder for the tables.")],
    format: Annotated[Format, typer.Option("--format", help="Format of the files.")] = Format.parquet,
    corpus: Corpus = "",
    series: Annotated[
        str,
        typer.Option(metavar="ID", help="Of a series, such as eco, with its links, lineages and obligations."),
    ] = "",
) -> None:
    """Write every table of the corpus, or of a series: one row per clause, mention, citation, link …

    Exits with 2 where a file had to be set aside.
    """
    if series and format is Format.akn:
        raise EcoanalysisError("--series with --format akn: texts are those of the whole corpus; leave out one of them")
    from ecoanalysis.corpus import open_corpus
    from ecoanalysis.corpus.work import cores
    from ecoanalysis.export import export_citations, export_graph, export_tables

    opened = open_corpus(corpus, workers=cores())
    worst = _tell(opened.failures)
    opened.check_holds()
    if format is Format.akn:
        from ecoanalysis.export.akn import export_akn

        for path in export_akn(opened.facts, to, opened.version):
            print(path)
    elif format is Format.graphml:
        print(export_graph(series, opened, to) if series else export_citations(opened, to))
    else:
        from ecoanalysis.recurring.at_hand import series_facts

        tables = series_facts(series, opened) if series else opened.tables
        for path in export_tables(tables, to, format.value, opened.version):
            print(path)
    raise typer.Exit(worst)


def _tell(set_aside: Iterable[tuple[str, str]]) -> int:
    """Print why each file was set aside; return the exit code that they ask for."""
    worst = 0
    for _, cause in set_aside:
        print(cause, file=sys.stderr)
        worst = UnreadableDocumentError.exit_code
    return worst


@app.command()
def body(id: Annotated[str, typer.Argument(metavar="ID", help="Of the registry, or any name of the body.")]) -> None:
    """Print what the lexicon knows of a body: facts, and names in every language."""
    from ecoanalysis.lexicon.bodies import describe

    print(describe(id))


@app.command()
def fetch(
    symbols: Annotated[list[str] | None, typer.Argument(metavar="[SYMBOL...]", help="Such as A/RES/75/324.")] = None,
    series: Annotated[str, typer.Option(metavar="ID", help="Every edition of a series, such as eco.")] = "",
    language: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="ISO 639-1; may be given more than once.")
    ] = None,
    format: Annotated[str, typer.Option(metavar="pdf|docx", help="Format of the files.")] = "pdf",
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The corpus folder.")] = Path("corpus"),
    mirror: Annotated[str, typer.Option(metavar="URL", help="A server that stands in for the United Nations'.")] = "",
) -> None:
    """Fetch official documents from the United Nations into a corpus folder."""
    from ecoanalysis.errors import CorpusError, FetchError
    from ecoanalysis.fetch import DocumentServer, checked
    from ecoanalysis.fetch import fetch as get
    from ecoanalysis.recurring.recognise import listed_series, symbols_of

    wanted = checked(symbols or [])
    if series:
        entry = listed_series(series)
        if entry is None:
            raise CorpusError(f"{series}: the lexicon lists no such series; name the symbols instead")
        wanted += symbols_of(entry)
    if not wanted:
        raise FetchError("nothing to fetch: name a symbol, such as A/RES/75/324, or --series eco")
    worst = 0
    for result in get(wanted, to, languages=language or ["en"], format=format, source=DocumentServer(mirror=mirror)):
        if result.state == "failed":
            print(result.cause, file=sys.stderr)
            worst = FetchError.exit_code
        else:
            print(f"{result.state} {result.path}")
    raise typer.Exit(worst)


@app.command()
def status(
    corpus: Corpus = "",
    format: Annotated[ListFormat, typer.Option("--format", help="Tables, or JSON for programs.")] = ListFormat.text,
    changes: Annotated[
        Changes, typer.Option("--changes", help="Changes that files track or strike out: accepted or rejected.")
    ] = Changes.accepted,
) -> None:
    """Show what the corpus holds, and what is wrong with what; exit with 2 where a file had to be set aside."""
    from ecoanalysis import status as meaning
    from ecoanalysis.corpus import open_corpus
    from ecoanalysis.corpus.work import cores
    from ecoanalysis.errors import CorpusError, UnreadableDocumentError

    opened = open_corpus(corpus, workers=cores(), changes=changes.value)
    try:
        opened.check_holds()
    except CorpusError:
        for _, cause in opened.failures:
            print(cause, file=sys.stderr)
        raise
    listed = meaning.status(opened)
    if format is ListFormat.json:
        import json

        print(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        meaning.screen().print(meaning.report(listed))
    raise typer.Exit(UnreadableDocumentError.exit_code if listed["set_aside"] else 0)


@app.command()
def series(
    corpus: Corpus = "",
    format: Annotated[ListFormat, typer.Option("--format", help="A table, or JSON for programs.")] = ListFormat.text,
) -> None:
    """List the series of the corpus: id, editions, languages, years, how adopted; one resolution in several languages
    is one edition."""
    from ecoanalysis.corpus import open_corpus
    from ecoanalysis.corpus.work import cores
    from ecoanalysis.recurring.at_hand import series as listing

    opened = open_corpus(corpus, workers=cores())
    worst = _tell(opened.failures)
    opened.check_holds()
    frame = listing(opened)
    if format is ListFormat.json:
        _print_lines(frame.iter_rows(named=True))
    else:
        from ecoanalysis.status import screen, series_report

        screen().print(series_report(frame))
    raise typer.Exit(worst)


@app.command()
def due(
    corpus: Corpus = "",
    body: Annotated[
        str, typer.Option(metavar="ID", help="Of the registry, or any name: what it owes, and is owed.")
    ] = "",
    format: Annotated[Calendar, typer.Option("--format", help="A calendar file, or the table.")] = Calendar.ics,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the words, where a text at hand is in it.")
    ] = "en",
) -> None:
    """Print what falls due, past and to come: reports, agenda decisions, reviews and expiries of every resolution."""
    from ecoanalysis.corpus import open_corpus
    from ecoanalysis.corpus.work import cores
    from ecoanalysis.recurring.calendar import due as falls_due
    from ecoanalysis.recurring.calendar import to_calendar

    opened = open_corpus(corpus, workers=cores())
    worst = _tell(opened.failures)
    opened.check_holds()
    frame = falls_due(opened, body, language)
    if body and frame.is_empty():
        print(f"nothing here falls due from or to {body}", file=sys.stderr)
    if format is Calendar.json:
        _print_lines(frame.iter_rows(named=True))
    elif format is Calendar.csv:
        from ecoanalysis.export import to_csv

        sys.stdout.buffer.write(to_csv(frame))
    else:
        if untimed := frame["due_from"].null_count():
            print(f"{counted(untimed, 'obligation')} without a time: not in the calendar, but in csv", file=sys.stderr)
        sys.stdout.buffer.write(to_calendar(frame, language))
    raise typer.Exit(worst)


@app.command()
def evaluate(
    texts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder with the texts that are not bundled.")
    ] = None,
    against: Annotated[
        str | None, typer.Option(metavar="REVISION", help="Also list what was gained and lost since a git revision.")
    ] = None,
    sample: Annotated[
        int, typer.Option(metavar="N", min=0, help="With --against: hold only N texts against it, measure nothing.")
    ] = 0,
    misses: Annotated[bool, typer.Option(help="List every miss.")] = True,
    fail_under: Annotated[float, typer.Option(metavar="F1", help="Exit with 1 where a kind scores less.")] = 0.0,
) -> None:
    """Measure the facts against what careful readers found."""
    from ecoanalysis import evaluate as measure

    raise typer.Exit(measure.main(texts, against, misses, fail_under=fail_under, sample=sample))


@app.command()
def lessons(
    source: Annotated[Path, typer.Option("--from", metavar="DIR", help="The lessons' sources.")] = Path(
        "notebooks/lessons/source"
    ),
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Folder for both versions; beside the sources if left out."),
    ] = None,
    archive: Annotated[Path | None, typer.Option("--zip", metavar="FILE", help="Also write a zip for a class.")] = None,
    wheels: Annotated[
        bool, typer.Option("--wheels", help="Put into the zip all that a class without a network needs to install.")
    ] = False,
    marks: Annotated[
        Path | None,
        typer.Option(
            "--marks", metavar="DIR", help="Print, as CSV, the answers of the notebooks in a folder; no more."
        ),
    ] = None,
) -> None:
    """Write each lesson as students and as teachers get it, or collect the answers of a class."""
    from ecoanalysis.lessons.classroom import write_kit
    from ecoanalysis.lessons.grading import as_csv, collect_marks
    from ecoanalysis.lessons.versions import STUDENT, write_versions

    if wheels and not archive:
        raise EcoanalysisError("--wheels: wheels are put into a zip; name it with --zip FILE")
    if marks:
        print(as_csv(collect_marks(marks)), end="")
        return
    for path in write_versions(source, to):
        print(path)
    if archive:
        print(write_kit(archive, (to or source.parent) / STUDENT, Path() if wheels else None))


@app.command()
def lab(
    options: Annotated[
        list[str] | None, typer.Argument(metavar="[-- OPTION...]", help="Options for JupyterLab, behind --.")
    ] = None,
    *,
    notebooks: Annotated[Path, typer.Option(metavar="DIR", help="Folder of notebooks.")] = Path("notebooks"),
) -> None:
    """Open the notebooks in JupyterLab, on this environment's own kernel."""
    from ecoanalysis.publish.kernel import open_lab

    raise typer.Exit(open_lab(notebooks, *(options or ())))


def main() -> None:
    """Run the command line; every error of the package is one line and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except EcoanalysisError as error:
        print(error, file=sys.stderr)
        raise SystemExit(error.exit_code) from None
