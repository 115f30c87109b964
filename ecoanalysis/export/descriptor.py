"""What an export says of itself: a Frictionless data package, and beside it the codebook.

Every export has one: its tables with what each column means, the versions of corpus and software, how it is cited, and
how often each kind of fact is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.tables import DERIVED_TABLES, EDITION_TABLES, FACT_TABLES, REGISTER_TABLES, SERIES_TABLES, Column

if TYPE_CHECKING:
    import polars as pl

SOURCE = "https://github.com/ecoanalysis/ecoanalysis"
DESCRIPTOR, CODEBOOK = "datapackage.json", "CODEBOOK.md"
_TITLE = "ecoanalysis: what United Nations resolutions ask, of whom, how strongly, on which theme"
_EVERY = {**FACT_TABLES, **DERIVED_TABLES, **EDITION_TABLES, **SERIES_TABLES, **REGISTER_TABLES}
_MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "graphml": "application/graphml+xml",
    "xml": "application/akn+xml",
}
_ESCAPED = "A cell that begins with = + - @ or a tab has an apostrophe before it: no program takes it as a formula."


def describe_export(files: Iterable[str], tables: Mapping[str, pl.DataFrame], corpus: str) -> dict[str, Any]:
    """Return the descriptor of an export.

    Parameters
    ----------
    files
        Names of the files.
    tables
        The frames that files of their names hold.
    corpus
        Version of the corpus; empty where there is none.

    Examples
    --------
    >>> from ecoanalysis.tables.registers import themes
    >>> described = describe_export(["theme_register.csv"], {"theme_register": themes()}, "")
    >>> [resource] = described["resources"]
    >>> resource["name"], resource["schema"]["fields"][0]["type"], len(described["accuracy"]) > 20
    ('theme_register', 'string', True)
    """
    from ecoanalysis import __version__
    from ecoanalysis.measures.accuracy import accuracy

    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ecoanalysis",
        "title": _TITLE,
        "version": __version__,
        "corpus": corpus,
        "homepage": SOURCE,
        "licenses": [{"name": "CC0-1.0", "title": "Words quoted from resolutions are those of the United Nations."}],
        "contributors": [{"title": "The ecoanalysis contributors"}],
        "citation": citation(corpus, __version__),
        "codebook": CODEBOOK,
        "resources": [_resource(name, tables) for name in files],
        "accuracy": accuracy().to_dicts(),
    }


def write_description(
    folder: Path, files: Iterable[str], tables: Mapping[str, pl.DataFrame], corpus: str
) -> list[Path]:
    """Write the descriptor and the codebook of an export into its folder, and return both."""
    import json

    from ecoanalysis.export.codebook import codebook
    from ecoanalysis.files import write_text

    described = describe_export(files, tables, corpus)
    write_text(folder / DESCRIPTOR, json.dumps(described, ensure_ascii=False, indent=2) + "\n")
    write_text(folder / CODEBOOK, codebook())
    return [folder / DESCRIPTOR, folder / CODEBOOK]


def _resource(file: str, tables: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
    name, _, kind = file.rpartition(".")
    resource: dict[str, Any] = {"name": name.lower(), "path": file, "mediatype": _MEDIA[kind]}
    if name not in tables:
        return resource
    if kind == "csv":
        resource |= {"encoding": "utf-8", "notes": _ESCAPED}
    table, frame = _EVERY.get(name), tables[name]
    columns = {column.name: column for column in (*table.key, *table.columns)} if table else {}
    fields = [_field(column, frame.schema[column], kind, columns.get(column)) for column in frame.columns]
    schema: dict[str, Any] = {"fields": fields}
    if table:
        resource["description"] = f"{table.en}. {table.zh}。"
        if table.unique:
            keys = [column for column in ("document", "part", *table.unique) if column in frame.columns]
            schema["uniqueKeys"] = [keys]
    return resource | {"rows": frame.height, "schema": schema}


def _field(name: str, dtype: pl.DataType, kind: str, column: Column | None) -> dict[str, Any]:
    import polars as pl

    types = {pl.Int64: "integer", pl.Float64: "number", pl.Boolean: "boolean", pl.Date: "date"}
    stated = types.get(dtype.base_type(), "string")
    if isinstance(dtype, pl.List):
        stated = "string" if kind == "csv" else "array"
    return {"name": name, "type": stated} | ({"description": f"{column.en} · {column.zh}"} if column else {})


def citation(corpus: str, version: str) -> str:
    """Return how the tables are cited, as BibTeX.

    Examples
    --------
    >>> print(citation("0123456789abcdef", "0.1.0").splitlines()[0])
    @misc{ecoanalysis,
    """
    made_from = f", corpus {corpus}" if corpus else ""
    return (
        "@misc{ecoanalysis,\n"
        "  author  = {{The ecoanalysis contributors}},\n"
        f"  title   = {{{_TITLE}}},\n"
        f"  version = {{{version}{made_from}}},\n"
        f"  url     = {{{SOURCE}}}\n"
        "}"
    )
