"""What a corpus folder holds, and what is wrong with what."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.corpus import Corpus
from ecoanalysis.errors import counted
from ecoanalysis.recurring.at_hand import series_at_hand
from ecoanalysis.recurring.membership import standings

if TYPE_CHECKING:
    import polars as pl
    from rich.console import Group


def status(corpus: Corpus) -> dict[str, Any]:
    """Return what a corpus holds: resolutions with their documents, series, diagnostics, and files set aside.

    A resolution that several files or languages hold is one, with several documents.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> summary = status(open_corpus())
    >>> summary["resolutions"][0]["symbol"], summary["set_aside"]
    ('A/RES/75/324', [])
    """
    import polars as pl

    key = ["document", "part"]
    doubts = corpus.diagnostics.filter(pl.col("level") != "info").group_by(key, maintain_order=True)
    clauses = corpus.clauses.group_by(key).agg(clauses=pl.len())
    texts = (
        corpus.resolutions.join(corpus.documents.select(*key, "path", "format"), on=key, maintain_order="left")
        .join(clauses, on=key, how="left", maintain_order="left")
        .join(doubts.agg(warnings=pl.len(), first=pl.col("message").first()), on=key, how="left", maintain_order="left")
        .with_columns(pl.col("clauses", "warnings").fill_null(0))
    )
    resolutions: dict[str, dict[str, Any]] = {}
    places = standings(corpus)
    for number, row in enumerate(texts.iter_rows(named=True), 1):
        adopted = row["adopted_on"] and row["adopted_on"].isoformat()
        kind = {"status": row["status"], "extent": row["extent"]}
        facts = kind | {"symbol": row["symbol"], "title": row["title"], "adopted_on": adopted, "documents": []}
        place = places[row["symbol"] or row["document"]]
        facts |= {"series": place.series, "why": place.why, "fetch": place.fetch}
        entry = resolutions.setdefault(row["symbol"] or f"(no symbol {number})", facts)
        copies = corpus.listing.paths[row["document"]][1:]
        document = {name: row[name] for name in ("path", "format", "language", "clauses", "warnings", "first")}
        entry["documents"].append(document | {"copies": list(copies)})
    series = [each for each in series_at_hand(corpus) if each.here]
    files = {document: Path(paths[0]).name for document, paths in corpus.listing.paths.items()}
    return {
        "version": corpus.version,
        "resolutions": list(resolutions.values()),
        "series": [
            {
                "id": each.id,
                "languages": list(each.languages),
                "editions": list(each.symbols),
                "here": each.here,
                "drafts": [files.get(draft.symbol, draft.symbol) for draft in each.drafts],
            }
            for each in series
        ],
        "set_aside": [{"file": file, "cause": cause} for file, cause in corpus.failures],
    }


def report(summary: dict[str, Any]) -> Group:
    """Return a status as rich tables."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    documents = sum(len(entry["documents"]) for entry in summary["resolutions"])
    contents = f"{counted(len(summary['resolutions']), 'resolution')} in {counted(documents, 'document')}"
    parts: list[Any] = [Text(f"corpus {summary['version']}: {contents}")]
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    heads = "resolution", "status", "adopted on", "documents", "series", "clauses", "warnings", "the first of them"
    for name in heads:
        table.add_column(name, overflow="fold")
    for entry in summary["resolutions"]:
        files = entry["documents"]
        doubts = sum(file["warnings"] for file in files)
        table.add_row(
            entry["symbol"] or files[0]["path"],
            _kind(entry),
            entry["adopted_on"] or "–",
            ", ".join(f"{Path(file['path']).name} ({file['language']})" for file in files),
            entry["series"] or "–",
            str(max(file["clauses"] for file in files)),
            str(doubts or "–"),
            Text(next((file["first"] for file in files if file["first"]), "")),
        )
    if summary["resolutions"]:
        parts.append(table)
    for series in summary["series"]:
        first, *_, last = series["editions"]
        editions = counted(len(series["editions"]), "edition")
        spoken = ", ".join(series["languages"])
        parts.append(
            Text(f"series {series['id']} ({spoken}): {editions}, {first} to {last}; {series['here']} of them here")
        )
    parts += [Text(_standing(entry)) for entry in summary["resolutions"]]
    parts += [Text(f"set aside: {file['cause']}", style="bold") for file in summary["set_aside"]]
    return Group(*parts)


def _standing(entry: dict[str, Any]) -> str:
    """In which series a resolution is and why, or why in none, and what fetches what may join it."""
    name = entry["symbol"] or Path(entry["documents"][0]["path"]).name
    fetch = f"; {entry['fetch']}" if entry["fetch"] else ""
    return f"{name} is in {entry['series'] or 'no series'}: {entry['why']}{fetch}"


def _kind(entry: dict[str, Any]) -> str:
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
