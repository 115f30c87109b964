"""The tables behind the site, to take along: one archive a format, with their licence and how to cite them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ecoanalysis.export.descriptor import citation
from ecoanalysis.files import write_zip

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.corpus import Corpus
_FORMATS = ("csv", "parquet", "jsonl")


@dataclass(frozen=True, slots=True)
class File:
    """An archive of tables."""

    name: str
    format: str
    kilobytes: int


def write_downloads(site: Path, corpus: Corpus, *, renew: bool = True) -> list[File]:
    """Write an archive of all tables in each format into ``downloads`` of a site, or leave those that are there."""
    folder = site / "downloads"
    places = {format: folder / f"ecoanalysis-{format}.zip" for format in _FORMATS}
    if renew or not all(place.is_file() for place in places.values()):
        _pack(places, corpus)
    return [File(place.name, format, place.stat().st_size // 1024 + 1) for format, place in places.items()]


def _pack(places: Mapping[str, Path], corpus: Corpus) -> None:
    from ecoanalysis.export import export_tables

    tables = _tables(corpus)
    for format, place in places.items():
        with TemporaryDirectory(prefix="ecoanalysis-") as half:
            files = [(path.name, path.read_bytes()) for path in export_tables(tables, half, format, corpus.version)]
            write_zip(place, [("README.txt", _readme(corpus).encode()), *files])


def _tables(corpus: Corpus) -> Mapping[str, pl.DataFrame]:
    """Every fact at hand, in every language; of the series that the corpus is of, what was compared too."""
    from ecoanalysis.editions import FactTables
    from ecoanalysis.recurring.at_hand import main_series, series_facts, versions_at_hand
    from ecoanalysis.tables import SERIES_TABLES

    frames = FactTables([(version.document, version.part) for version in versions_at_hand(corpus)], corpus)
    tables = {
        name: frames[name] for name in frames if name != "terms"
    }  # made anew from the text in a second, and large
    if main := main_series(corpus):
        compared = series_facts(main, corpus)
        tables |= {name: compared[name] for name in SERIES_TABLES}
    return _without_folders(tables)


def _without_folders(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Documents by the names of their files: where they lie on a machine is nobody's business."""
    import polars as pl

    name = pl.col("path").str.replace_all("\\", "/", literal=True).str.split("/").list.last()
    return tables | {"documents": tables["documents"].with_columns(path=name)}


def _readme(corpus: Corpus) -> str:
    return (
        f"Tables made by ecoanalysis {_version()} from corpus {corpus.version}.\n"
        "What each column means: CODEBOOK.md; versions, citation and accuracy: datapackage.json.\n\n"
        "The tables are free of rights (CC0 1.0). Words quoted from resolutions are the words of the United Nations.\n"
        f"\n{citation(corpus.version, _version())}\n"
    )


def _version() -> str:
    from ecoanalysis import __version__

    return __version__
