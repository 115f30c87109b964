"""The editions that the package brings as facts without their text, and those of a corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.errors import CorpusError
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.shape import RESOLUTION

if TYPE_CHECKING:
    import polars as pl


FOLDER = Path(__file__).parent / "data" / "editions"
Where = str | Path | Corpus  # the folder of a corpus, or the corpus itself
_BY = ("symbol", "language")
_UNSHIPPED = ("terms", "diagnostics")
_EMPTY = "empty.jsonl"  # the columns that have no value, so that a column of later software is not taken for one


def write_editions(facts: Iterable[Facts], folder: Path) -> list[Path]:
    """Write the facts of resolutions without their text: one JSON-Lines file a table, columns without values left out.

    Returns
    -------
    list of Path
        The files written: one for each table of facts and of editions but ``terms`` and ``diagnostics``, and
        ``empty.jsonl``, which names the columns left out.
    """
    import polars as pl

    from ecoanalysis.tables import fact_tables
    from ecoanalysis.tables.editions import edition_tables, without_text

    editions = list(facts)
    tables = without_text(fact_tables(editions, terms=False)) | edition_tables(map(to_edition, editions))
    folder.mkdir(parents=True, exist_ok=True)
    written, left_out = [folder / _EMPTY], []
    for name, frame in tables.items():
        full = [column for column in frame.columns if frame[column].null_count() < frame.height]
        columns = full if name == "documents" else [column for column in full if column not in RESOLUTION]
        written.append(folder / f"{name}.jsonl")
        frame.select(columns).write_ndjson(written[-1])
        left_out.append({"table": name, "columns": [column for column in frame.columns if column not in full]})
    pl.DataFrame(left_out).write_ndjson(folder / _EMPTY)
    return written


@cache
def read_editions(folder: Path = FOLDER) -> Mapping[str, pl.DataFrame]:
    """Return the fact tables of the editions that the package brings: every column of the registry, the text's null.

    Examples
    --------
    >>> read_editions()["resolutions"].filter(language="zh")["symbol"].to_list()
    ['A/RES/75/324', 'A/RES/77/330', 'A/RES/79/330']
    """

    from ecoanalysis.tables import DERIVED_TABLES, EDITION_TABLES, FACT_TABLES, derive

    shipped = [table for name, table in {**FACT_TABLES, **EDITION_TABLES}.items() if name not in _UNSHIPPED]
    schemas = {table.name: table.schema for table in shipped}
    left_out = (folder / _EMPTY).read_text(encoding="utf-8").splitlines()
    empty = {row["table"]: {*row["columns"], *RESOLUTION} for row in map(json.loads, left_out)}
    frames = {
        name: _read_lines(folder / f"{name}.jsonl", schema, empty.get(name, set())) for name, schema in schemas.items()
    }
    keys = frames["documents"].select(*RESOLUTION, *_BY)
    for name, frame in frames.items():
        if name != "documents":
            joined = frame.drop(RESOLUTION).join(keys, on=_BY, how="left", maintain_order="left")
            frames[name] = joined.select(schemas[name].names())
    return frames | {name: derive(name, frames) for name in DERIVED_TABLES}


@cache
def read_series(folder: Path = FOLDER) -> Mapping[str, pl.DataFrame]:
    """Return the tables of the series that the package brings: facts, links, changes, lineages and obligations.

    Examples
    --------
    >>> read_series()["obligations"].filter(status="open")["due_session"].to_list()
    [81, 81]
    """
    from ecoanalysis.tables import SERIES_TABLES

    shipped = {name: _read_lines(folder / f"{name}.jsonl", table.schema) for name, table in SERIES_TABLES.items()}
    return {**read_editions(folder), **shipped}


def _read_lines(path: Path, schema: pl.Schema, empty: Iterable[str] = ()) -> pl.DataFrame:
    """A table of a file of JSON Lines; a table without rows is an empty file, which polars refuses."""
    import polars as pl

    with path.open(encoding="utf-8") as lines:
        stated = json.loads(next(lines, "{}"))
    if stated and (lacking := set(schema) - set(stated) - set(empty)):
        columns = ", ".join(sorted(lacking))
        raise CorpusError(
            f"{path}: no column {columns}, made by other software; renew it: python tools/editions.py DIR"
        )
    return pl.read_ndjson(path, schema=schema) if path.stat().st_size else pl.DataFrame(schema=schema)


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


def editions_at_hand(corpus: Where = "") -> list[Edition]:
    """Return the editions of a corpus with their text, then those that the package brings and the corpus lacks."""
    opened = open_corpus(corpus)
    held_here = [to_edition(opened.facts_of(*key)) for key in opened.chosen.select(RESOLUTION).iter_rows()]
    have = {(edition.symbol, edition.language) for edition in held_here}
    return held_here + [edition for edition in shipped_editions() if (edition.symbol, edition.language) not in have]


class FactTables(Mapping[str, "pl.DataFrame"]):
    """Fact tables of some editions in their order, each made when it is asked for.

    The rows are the corpus's where it has the edition's text, else the package's own.
    """

    def __init__(self, keys: Sequence[tuple[str, int]], corpus: Corpus) -> None:
        self._keys = keys
        self._own = corpus.only(document for document, _ in keys).tables
        self._made = dict[str, "pl.DataFrame"]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)

    def __getitem__(self, name: str) -> pl.DataFrame:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> pl.DataFrame:
        import polars as pl

        both, shipped = self._own[name], read_editions()
        if name in shipped:
            both = pl.concat(
                [both, shipped[name].join(self._own["documents"], on=RESOLUTION, how="anti", maintain_order="left")]
            )
        wanted = pl.DataFrame(self._keys, schema={"document": pl.String, "part": pl.Int64}, orient="row")
        return wanted.join(both, on=RESOLUTION, how="inner", maintain_order="left_right").select(both.columns)
