"""Tables → files: one file for each table of the registry."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ecoanalysis.errors import EcoanalysisError

if TYPE_CHECKING:
    import polars as pl

FORMATS = ("parquet", "csv", "jsonl")


def export_tables(tables: Mapping[str, pl.DataFrame], folder: str | Path, format: str = "parquet") -> list[Path]:
    """Write every table into a folder as ``<table>.<format>``; all of them, or none.

    Parameters
    ----------
    tables
        Frames by name, as ``Corpus.tables`` has them.
    folder
        Where to; made where it does not exist. Files of the same names in it are replaced, others stay.
    format
        ``parquet``, ``jsonl`` or ``csv`` (lists joined by ``"; "``; a byte-order mark, so that spreadsheets see UTF-8).

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
    ...     [path] = export_tables({"clauses": hedges}, folder, "csv")
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
    return [target / name for name in names]


def _write_csv(frame: pl.DataFrame, path: Path) -> None:
    import polars as pl
    import polars.selectors as cs

    joined = frame.with_columns(cs.list().cast(pl.List(pl.String)).list.join("; "))
    joined.write_csv(path, include_bom=True)


_WRITERS: Mapping[str, Callable[[pl.DataFrame, Path], None]] = {
    "parquet": lambda frame, path: frame.write_parquet(path),
    "csv": _write_csv,
    "jsonl": lambda frame, path: frame.write_ndjson(path),
}
