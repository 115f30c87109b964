"""Tables → files: one file for each table of the registry, with what an export says of itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.export.descriptor import write_description

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.corpus import Corpus

Attributes: TypeAlias = Mapping[str, str | int]
_TYPES = {str: "string", int: "int"}
FORMATS = ("parquet", "csv", "jsonl")


def export_tables(
    tables: Mapping[str, pl.DataFrame], folder: str | Path, format: str = "parquet", corpus: str = ""
) -> list[Path]:
    """Write every table into a folder as ``<table>.<format>``; all of them, or none.

    Beside them stand ``datapackage.json`` (what each column means, versions, citation, how often each kind of fact is
    right) and ``CODEBOOK.md``.

    Parameters
    ----------
    tables
        Frames by name, as ``Corpus.tables`` has them.
    folder
        Where to; made where it does not exist. Files of the same names in it are replaced, others stay.
    format
        ``parquet``, ``jsonl`` or ``csv`` (lists joined by ``"; "``; a byte-order mark, so that spreadsheets see UTF-8;
        an apostrophe before what a program would take as a formula).
    corpus
        Version of the corpus that the tables were made from.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    EcoanalysisError
        Where the folder is a file or cannot be written, or the format is unknown.

    Examples
    --------
    >>> import tempfile, polars as pl
    >>> hedges = pl.DataFrame({"paragraph": ["7"], "hedges": [["考虑", "酌情"]]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path, *description] = export_tables({"clauses": hedges}, folder, "csv")
    ...     path.name, path.read_text(encoding="utf-8-sig")
    ('clauses.csv', 'paragraph,hedges\\n7,考虑; 酌情\\n')
    """
    if format not in FORMATS:
        raise EcoanalysisError(f"{format}: not a format of tables; there are {', '.join(FORMATS)}")
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".ecoanalysis-", dir=target) as half:
            names = [f"{name}.{format}" for name in tables]
            for name, frame in zip(names, tables.values(), strict=True):
                _WRITERS[format](frame, Path(half) / name)
            for name in names:
                os.replace(Path(half) / name, target / name)
    except (FileExistsError, NotADirectoryError):
        raise EcoanalysisError(f"{target}: a file, not a folder; name a folder for the tables") from None
    except OSError as error:
        raise EcoanalysisError(f"{target}: cannot be written ({error.strerror})") from None
    return [*(target / name for name in names), *write_description(target, names, tables, corpus)]


def export_graph(series: str, corpus: str | Path | Corpus, folder: str | Path) -> Path:
    """Write the lineages of a series as GraphML: a node per clause of an edition, an edge from edition to edition.

    Nodes carry edition, paragraph, verb, class, band and lineage; edges the step and the types of change.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = export_graph("eco", "", folder)
    ...     path.name, path.read_text(encoding="utf-8").count("<edge") > 500
    ('lineages.graphml', True)
    """
    from ecoanalysis.corpus import open_corpus
    from ecoanalysis.recurring.at_hand import open_series
    from ecoanalysis.recurring.lineage import follow

    opened_corpus = open_corpus(corpus)
    opened = open_series(series, opened_corpus)
    nodes: list[tuple[str, Attributes]] = []
    edges: list[tuple[str, str, Attributes]] = []
    for language in opened.languages:
        for lineage in follow(opened, language).lineages:
            before = ""
            for step in lineage.occurrences:
                clause = step.provision.clause
                id = f"{language} {step.symbol} {clause.paragraph}/{clause.index}"
                values = {
                    "language": language,
                    "edition": step.symbol,
                    "paragraph": clause.paragraph,
                    "verb": clause.verb.surface,
                    "class": clause.class_,
                    "band": clause.band or "",
                    "lineage": lineage.id,
                    "kind": lineage.kind,
                }
                nodes.append((id, values))
                if before:
                    edges.append((before, id, {"step": step.step, "types": " ".join(step.types)}))
                before = id
    return _write_graph(Path(folder) / "lineages.graphml", graphml(nodes, edges), opened_corpus.version)


def export_citations(corpus: str | Path | Corpus, folder: str | Path) -> Path:
    """Write who cites whom as GraphML: a node per resolution or document, an edge per citing and cited one.

    Nodes carry the title and date of resolutions whose text is in the corpus; edges the kind of what is cited, how
    often, and in which paragraphs.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = export_citations("", folder)
    ...     'source="A/RES/75/324" target="A/RES/48/2"' in path.read_text(encoding="utf-8")
    True
    """
    import polars as pl

    from ecoanalysis.corpus import open_corpus

    opened = open_corpus(corpus)
    resolutions = opened.chosen.drop_nulls("symbol")
    attributes: dict[str, Attributes] = {
        row["symbol"]: {"title": row["title"] or "", "adopted_on": str(row["adopted_on"] or "")}
        for row in resolutions.iter_rows(named=True)
    }
    cited = (
        opened.tables["citations"]
        .join(resolutions, on=["document", "part"], how="semi")
        .drop_nulls(["symbol", "cited"])
        .filter(pl.col("symbol") != pl.col("cited"))
        .unique(["symbol", "cited", "paragraph"], maintain_order=True)
        .group_by("symbol", "cited", maintain_order=True)
        .agg(pl.col("kind").first(), paragraphs=pl.col("paragraph"))
    )
    edges: list[tuple[str, str, Attributes]] = [
        (symbol, other, {"kind": kind, "weight": len(places), "paragraphs": " ".join(places)})
        for symbol, other, kind, places in cited.iter_rows()
    ]
    names = dict.fromkeys([*attributes, *(end for source, target, _ in edges for end in (source, target))])
    graph = graphml([(name, attributes.get(name, {})) for name in names], edges)
    return _write_graph(Path(folder) / "citations.graphml", graph, opened.version)


def _write_graph(path: Path, graph: str, corpus: str) -> Path:
    from ecoanalysis.files import write_text, writing

    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, graph)
    write_description(path.parent, [path.name], {}, corpus)
    return path


def graphml(nodes: Iterable[tuple[str, Attributes]], edges: Iterable[tuple[str, str, Attributes]]) -> str:
    """Return a directed graph whose nodes and edges carry text and numbers, as GraphML.

    Examples
    --------
    >>> graphml([("a", {"verb": "<urges>"}), ("b", {})], [("a", "b", {})]).count("<node")
    2
    """
    from lxml import etree

    nodes, edges = list(nodes), list(edges)
    root = etree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    kinds = {"node": [values for _, values in nodes], "edge": [values for *_, values in edges]}
    for kind, rows in kinds.items():
        types = {name: _TYPES[type(value)] for values in rows for name, value in values.items()}
        for name, stated in types.items():
            key = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": stated}
            etree.SubElement(root, "key", key)
    graph = etree.SubElement(root, "graph", edgedefault="directed")
    for id, values in nodes:
        _say(etree.SubElement(graph, "node", id=id), "node", values)
    for source, target, values in edges:
        _say(etree.SubElement(graph, "edge", source=source, target=target), "edge", values)
    return str(etree.tostring(root, encoding="unicode", pretty_print=True))


def _say(element: Any, kind: str, values: Attributes) -> None:
    from lxml import etree

    for name, value in values.items():
        etree.SubElement(element, "data", key=f"{kind}-{name}").text = str(value)


def to_csv(frame: pl.DataFrame) -> bytes:
    """Return a table as a spreadsheet opens it: lists joined, UTF-8 with its mark, no cell that could be a formula.

    Examples
    --------
    >>> import polars as pl
    >>> to_csv(pl.DataFrame({"subject": ["=1+1", "lakes"], "languages": [["en", "zh"], ["en"]]})).decode("utf-8-sig")
    "subject,languages\\n'=1+1,en; zh\\nlakes,en\\n"
    """
    return _harmless(frame).write_csv(include_bom=True).encode()


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Lists joined; an apostrophe before what a spreadsheet would take as a formula."""
    import polars as pl
    import polars.selectors as cs

    joined = frame.with_columns(cs.list().cast(pl.List(pl.String)).list.join("; "))
    return joined.with_columns(cs.string().str.replace(r"^[=+\-@\t\r]", "'$0"))


def _write_csv(frame: pl.DataFrame, path: Path) -> None:
    _harmless(frame).write_csv(path, include_bom=True)


_WRITERS: Mapping[str, Callable[[pl.DataFrame, Path], None]] = {
    "parquet": lambda frame, path: frame.write_parquet(path),
    "csv": _write_csv,
    "jsonl": lambda frame, path: frame.write_ndjson(path),
}
