"""The editions that the package brings as facts without their text, and those of a corpus, as series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.compare.edition import to_edition
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Facts

if TYPE_CHECKING:
    import polars as pl

FOLDER = Path(__file__).parent / "data" / "editions"
_KEY = ("document", "part")  # told once, by `documents`; elsewhere symbol and language stand for it
_BY = ("symbol", "language")


def write_editions(facts: Iterable[Facts], folder: Path) -> list[Path]:
    """Write the facts of resolutions without their text: one JSON-Lines file a table, columns without values left out.

    Returns
    -------
    list of Path
        The files written, one for each table of facts and of editions but ``terms`` and ``diagnostics``.
    """
    from ecoanalysis.tables import to_tables
    from ecoanalysis.tables.editions import edition_tables, without_text

    found = list(facts)
    tables = without_text(to_tables(found, terms=False)) | edition_tables(to_edition(one) for one in found)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in tables.items():
        kept = [column for column in frame.columns if frame[column].null_count() < frame.height]
        known = kept if name == "documents" else [column for column in kept if column not in _KEY]
        path = folder / f"{name}.jsonl"
        frame.select(known).write_ndjson(path)
        written.append(path)
    return written


@cache
def read_editions(folder: Path = FOLDER) -> Mapping[str, pl.DataFrame]:
    """Return the fact tables of the editions that the package brings: every column of the registry, the text's null.

    Examples
    --------
    >>> read_editions()["resolutions"].filter(language="zh")["symbol"].to_list()
    ['A/RES/75/324', 'A/RES/77/330', 'A/RES/79/330']
    """
    import polars as pl

    from ecoanalysis.tables import EDITION_TABLES, TABLES

    schemas = {name: table.schema for name, table in {**TABLES, **EDITION_TABLES}.items()}
    frames = {path.stem: pl.read_ndjson(path, schema=schemas[path.stem]) for path in sorted(folder.glob("*.jsonl"))}
    keys = frames["documents"].select(*_KEY, *_BY)
    for name, frame in frames.items():
        if name != "documents":
            joined = frame.drop(_KEY).join(keys, on=_BY, how="left", maintain_order="left")
            frames[name] = joined.select(schemas[name].names())
    return frames


@cache
def shipped_editions(folder: Path = FOLDER) -> tuple[Edition, ...]:
    """Return the editions that the package brings without their text, by adoption and language.

    Examples
    --------
    >>> [edition.symbol for edition in shipped_editions()][0], any(edition.has_text for edition in shipped_editions())
    ('A/RES/48/2', False)
    """
    from ecoanalysis.tables.editions import editions_of

    return tuple(editions_of(read_editions(folder)))
