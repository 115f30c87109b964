"""What a corpus folder holds, and what is wrong with what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ecoanalysis.compare.edition import to_edition
from ecoanalysis.compare.series import find_series
from ecoanalysis.corpus import Corpus

if TYPE_CHECKING:
    from rich.console import Group


def status(corpus: Corpus) -> dict[str, Any]:
    """Return what a corpus holds: resolutions with their documents, series, diagnostics, and files set aside.

    A resolution that several files or languages hold is one, with several documents.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> found = status(open_corpus())
    >>> found["resolutions"][0]["symbol"], found["set_aside"]
    ('A/RES/75/324', [])
    """
    resolutions: dict[str, dict[str, Any]] = {}
    for at, facts in enumerate(corpus.facts):
        resolution = facts.resolution
        name = resolution.symbol or f"(no symbol {at + 1})"
        entry = resolutions.setdefault(
            name,
            {
                "symbol": resolution.symbol,
                "title": resolution.title,
                "adopted_on": resolution.adopted_on.isoformat() if resolution.adopted_on else None,
                "documents": [],
            },
        )
        entry["documents"].append(
            {
                "path": resolution.document.path,
                "format": resolution.document.format,
                "language": resolution.language,
                "clauses": len(facts.clauses),
                "diagnostics": dict(Counter(found.level for found in facts.diagnostics)),
                "first": next((found.message for found in facts.diagnostics if found.level != "info"), None),
            }
        )
    series = find_series(to_edition(facts) for facts in corpus.facts)
    return {
        "version": corpus.version,
        "resolutions": list(resolutions.values()),
        "series": [{"id": one.id, "language": one.language, "editions": list(one.symbols)} for one in series],
        "set_aside": [{"file": file, "cause": cause} for file, cause in corpus.failures],
    }


def report(found: dict[str, Any]) -> Group:
    """Return a status as rich tables."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    documents = sum(len(one["documents"]) for one in found["resolutions"])
    parts: list[Any] = [
        Text(f"corpus {found['version']}: {len(found['resolutions'])} resolutions in {documents} documents")
    ]
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("resolution", "adopted on", "documents", "clauses", "warnings", "the first of them"):
        table.add_column(name, overflow="fold")
    for one in found["resolutions"]:
        files = one["documents"]
        doubts = sum(count for file in files for level, count in file["diagnostics"].items() if level != "info")
        table.add_row(
            one["symbol"] or "(no symbol)",
            one["adopted_on"] or "–",
            ", ".join(f"{file['format']} {file['language']}" for file in files),
            str(max(file["clauses"] for file in files)),
            str(doubts or "–"),
            Text(next((file["first"] for file in files if file["first"]), "")),
        )
    if found["resolutions"]:
        parts.append(table)
    for one in found["series"]:
        first, *_, last = one["editions"]
        parts.append(
            Text(f"series {one['id']} ({one['language']}): {len(one['editions'])} editions, {first} to {last}")
        )
    parts += [Text(f"set aside: {one['cause']}", style="bold") for one in found["set_aside"]]
    return Group(*parts)
