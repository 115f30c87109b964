"""What a corpus folder holds, and what is wrong with what."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.corpus import Corpus
from ecoanalysis.errors import counted
from ecoanalysis.recurring.at_hand import series_at_hand
from ecoanalysis.recurring.membership import memberships

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import polars as pl
    from rich.console import Console, Group
    from rich.table import Table

_FEW = 3  # resolutions in no series that have a line of their own, and are named where there are more
_WIDE = 1000  # columns of what is no terminal: lines are not broken, and programs can search them
_SHARE, _SEVERAL = 1 / 4, 3  # of a text's paragraphs; fewer may be as they are printed
_CAUSES = {
    "paragraph-unended": "stop inside a sentence: this text seems broken line by line, and what is said of it is not "
    "to be relied on; give each paragraph a line of its own, or take the PDF or Word file that the text was made from",
    "verb-missing": "have no verb of the organ: these seem not to be a resolution's paragraphs, or their first words "
    "are lost; see in the file whether they begin as the official document does",
}
"""What a diagnostic of so many paragraphs says of the whole text, the likeliest first."""


def status(corpus: Corpus) -> dict[str, Any]:
    """Return what a corpus holds: resolutions with their documents, series, doubts, and files set aside.

    A resolution that several files or languages hold is one, with several documents; a file may hold several
    resolutions. Of the doubts of a document each kind stands once, with how often it was met and an example.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> summary = status(open_corpus())
    >>> summary["resolutions"][0]["symbol"], summary["documents"], summary["without_warning"], summary["set_aside"]
    ('A/RES/75/324', 1, 1, [])
    """
    resolutions = _resolutions(corpus)
    documents = [document for entry in resolutions for document in entry["documents"]]
    paths = {document["path"] for document in documents}
    doubted = {document["path"] for document in documents if document["warnings"]}
    files = {document: Path(paths[0]).name for document, paths in corpus.listing.paths.items()}
    return {
        "version": corpus.version,
        "documents": len(paths),
        "without_warning": len(paths - doubted),
        "resolutions": resolutions,
        "series": [
            {
                "id": each.id,
                "languages": list(each.languages),
                "editions": list(each.symbols),
                "here": each.here,
                "drafts": [files.get(draft.symbol, draft.symbol) for draft in each.drafts],
            }
            for each in series_at_hand(corpus)
            if each.here
        ],
        "set_aside": [{"file": file, "cause": cause} for file, cause in corpus.failures],
    }


def _resolutions(corpus: Corpus) -> list[dict[str, Any]]:
    import polars as pl

    key = ["document", "part"]
    clauses = corpus.clauses.group_by(key).agg(clauses=pl.len())
    body = pl.col("section").is_in(["preamble", "operative"]) & ~pl.col("is_point")
    paragraphs = corpus.paragraphs.filter(body).group_by(key).agg(paragraphs=pl.len())
    texts = (
        corpus.resolutions.join(corpus.documents.select(*key, "path", "format"), on=key, maintain_order="left")
        .join(clauses, on=key, how="left", maintain_order="left")
        .join(paragraphs, on=key, how="left", maintain_order="left")
        .with_columns(pl.col("clauses", "paragraphs").fill_null(0))
    )
    diagnostics = corpus.diagnostics.partition_by(key, as_dict=True)
    resolutions: dict[str, dict[str, Any]] = {}
    places = memberships(corpus)
    for number, row in enumerate(texts.iter_rows(named=True), 1):
        adopted = row["adopted_on"] and row["adopted_on"].isoformat()
        kind = {"status": row["status"], "extent": row["extent"]}
        facts = kind | {"symbol": row["symbol"], "title": row["title"], "adopted_on": adopted, "documents": []}
        place = places[row["symbol"] or row["document"]]
        facts |= {"series": place.series, "why": place.why, "fetch": place.fetch}
        entry = resolutions.setdefault(row["symbol"] or f"(no symbol {number})", facts)
        rows = diagnostics.get((row["document"], row["part"]), corpus.diagnostics.clear())
        doubts = _doubts(rows.iter_rows(named=True))
        entry["documents"].append(
            {name: row[name] for name in ("path", "format", "language", "clauses")}
            | {"warnings": sum(doubt["times"] for doubt in doubts if doubt["level"] != "info")}
            | {"likely_cause": _likely_cause(doubts, row["paragraphs"]), "doubts": doubts}
            | {"copies": list(corpus.listing.paths[row["document"]][1:])}
        )
    return list(resolutions.values())


def _doubts(diagnostics: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each kind of diagnostic of a document once, in the order in which they were met."""
    doubts: dict[tuple[str, str], dict[str, Any]] = {}
    for row in diagnostics:
        kind = {"level": row["level"], "code": row["code"], "times": 0, "example": row["message"]}
        doubts.setdefault((row["level"], row["code"]), kind)["times"] += 1
    return list(doubts.values())


def _likely_cause(doubts: Iterable[Mapping[str, Any]], paragraphs: int) -> str | None:
    """What a document suffers from as a whole, where many of its paragraphs have one doubt.

    Examples
    --------
    >>> cut = {"code": "paragraph-unended", "times": 9}
    >>> (_likely_cause([cut], 20) or "").partition(",")[0]
    '9 of 20 paragraphs stop inside a sentence: this text seems broken line by line'
    >>> _likely_cause([cut], 90)
    """
    times = {doubt["code"]: doubt["times"] for doubt in doubts}
    for code, meaning in _CAUSES.items():
        if times.get(code, 0) >= max(_SEVERAL, _SHARE * paragraphs):
            return f"{times[code]} of {paragraphs} paragraphs {meaning}"
    return None


def screen() -> Console:
    """Return what a report is printed on: as wide as the terminal, or so wide that no line of a pipe is broken.

    Examples
    --------
    >>> screen().is_terminal or screen().width == 1000
    True
    """
    from rich.console import Console

    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDE)


def report(summary: dict[str, Any]) -> Group:
    """Return a status for a reader: totals, what was set aside, a row for each resolution, and what is doubtful."""
    from rich.console import Group
    from rich.text import Text

    documents, aside = summary["documents"], len(summary["set_aside"])
    resolutions = counted(len(summary["resolutions"]), "resolution")
    totals = f"corpus {summary['version']}: {resolutions} in {counted(documents, 'document')}"
    read = f"{summary['without_warning']} of {counted(documents, 'document')} read without any warning"
    parts: list[Any] = [Text(totals), Text(f"{read}; {counted(aside, 'file')} set aside")]
    parts += [Text(f"set aside: {file['cause']}", style="bold") for file in summary["set_aside"]]
    if summary["resolutions"]:
        parts.append(_table(summary["resolutions"]))
    parts += [Text(line) for entry in summary["resolutions"] for line in _doubtful(entry)]
    parts += [Text(line) for line in _standing(summary)]
    return Group(*parts)


def _table(resolutions: Iterable[Mapping[str, Any]]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("resolution", "status", "adopted on", "documents", "series", "clauses", "warnings"):
        table.add_column(name, overflow="fold")
    for entry in resolutions:
        files = entry["documents"]
        table.add_row(
            _name(entry),
            _kind(entry),
            entry["adopted_on"] or "–",
            ", ".join(f"{Path(file['path']).name} ({file['language']})" for file in files),
            entry["series"] or "–",
            str(max(file["clauses"] for file in files)),
            str(sum(file["warnings"] for file in files) or "none"),
        )
    return table


def _doubtful(entry: Mapping[str, Any]) -> Iterator[str]:
    """What is doubtful in the documents of a resolution: the likely cause of all, then a line for each kind."""
    for file in entry["documents"]:
        name = Path(file["path"]).name
        if file["likely_cause"]:
            yield f"{name}: {file['likely_cause']}"
        for doubt in file["doubts"]:
            often = f", {doubt['times']} times, such as" if doubt["times"] > 1 else ""
            yield f"{name}: {doubt['level']} {doubt['code']}{often}: {doubt['example']}"


def _standing(summary: Mapping[str, Any]) -> Iterator[str]:
    """Which series there are, and in which a resolution is and why; of many that are in none their number."""
    for series in summary["series"]:
        first, *_, last = series["editions"]
        editions = counted(len(series["editions"]), "edition")
        spoken = ", ".join(series["languages"])
        yield f"series {series['id']} ({spoken}): {editions}, {first} to {last}; {series['here']} of them here"
    alone = [entry for entry in summary["resolutions"] if not entry["series"]]
    for entry in summary["resolutions"]:
        if entry["series"] or len(alone) <= _FEW:
            fetch = f"; {entry['fetch']}" if entry["fetch"] else ""
            yield f"{_name(entry)} is in {entry['series'] or 'no series'}: {entry['why']}{fetch}"
    if len(alone) > _FEW:
        names = ", ".join(_name(entry) for entry in alone[:_FEW])
        yield f"{len(alone)} resolutions are in no series: {names} and so on; why, and what to fetch: --format json"


def _name(entry: Mapping[str, Any]) -> str:
    return entry["symbol"] or Path(entry["documents"][0]["path"]).name


def _kind(entry: Mapping[str, Any]) -> str:
    """What a text is: adopted or a draft, and which part where it is none as a whole."""
    part = "" if entry["extent"] in (None, "whole") else entry["extent"]
    return ", ".join(word for word in (entry["status"], part) if word) or "–"


def series_report(frame: pl.DataFrame) -> Group:
    """Return the series of a corpus as a rich table."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("series", "editions", "languages", "years", "adopted", "drafts", "title"):
        table.add_column(name, overflow="fold")
    for row in frame.iter_rows(named=True):
        years = [str(row[name]) for name in ("first_year", "last_year") if row[name]]
        table.add_row(
            row["series"],
            f"{row['editions']}, {row['symbols'][0]} to {row['symbols'][-1]}",
            ", ".join(row["languages"]),
            "–".join(dict.fromkeys(years)) or "–",
            _adopted(row["adoption"]),
            ", ".join(row["drafts"]) or "–",
            Text(row["title"]),
        )
    if frame.is_empty():
        return Group(Text("no series: no two resolutions at hand are editions of one"))
    return Group(table)


def _adopted(modes: list[str | None]) -> str:
    """How often each way of adoption; what no text says is unknown."""
    counts = Counter(mode or "unknown" for mode in modes)
    return ", ".join(f"{mode} {count}" for mode, count in counts.items())
