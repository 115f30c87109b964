"""The editions that the package brings as facts without their text, and those of a corpus."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.edition import to_edition
from ecoanalysis.compare.variance import flag_variance
from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.errors import ComparisonError, CorpusError, counted, nearest, work_on
from ecoanalysis.lexicon import languages
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Facts
from ecoanalysis.parse.symbols import symbol_of

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.read.docx import Changes
    from ecoanalysis.read.tracked import TrackedParagraph

FOLDER = Path(__file__).parent / "data" / "editions"
Where = str | Path | Corpus  # the folder of a corpus, or the corpus itself
_KEY = ("document", "part")  # told once, by `documents`; elsewhere symbol and language stand for it
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
        columns = full if name == "documents" else [column for column in full if column not in _KEY]
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
    empty = {row["table"]: {*row["columns"], *_KEY} for row in map(json.loads, left_out)}
    frames = {
        name: _read_lines(folder / f"{name}.jsonl", schema, empty.get(name, set())) for name, schema in schemas.items()
    }
    keys = frames["documents"].select(*_KEY, *_BY)
    for name, frame in frames.items():
        if name != "documents":
            joined = frame.drop(_KEY).join(keys, on=_BY, how="left", maintain_order="left")
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
    held_here = [to_edition(opened.facts_of(*key)) for key in opened.chosen.select(_KEY).iter_rows()]
    have = {(edition.symbol, edition.language) for edition in held_here}
    return held_here + [edition for edition in shipped_editions() if (edition.symbol, edition.language) not in have]


def compare_named(
    old: str,
    new: str = "",
    corpus: Where = "",
    language: str = "",
    *,
    strict: bool = False,
    changes: Changes = "accepted",
) -> Comparison:
    """Return the comparison of two files or symbols; without ``new``, of both sides of a file's tracked changes.

    Force changes are flagged that another language of the two does not show.

    A name is a file where there is such a file, else the symbol of an edition in the corpus, else of one whose facts
    the package brings. Of an edition in several languages the one in ``language`` is taken, else in the other's;
    with ``strict`` a language that the two do not have in common is refused. Tracked changes of Word files count as
    ``changes`` says, accepted or rejected.

    Raises
    ------
    CorpusError
        Where a name is neither a file nor a symbol at hand.
    ComparisonError
        Where a name is a folder, a file holds several resolutions, or the two have no language in common.

    Examples
    --------
    >>> found = compare_named("A/RES/77/330", "A/RES/79/330", language="zh")
    >>> found.links[4].types
    ('reworded', 'endorsement_lowered')
    """
    return compare_in_languages(old, new, corpus, language, strict=strict, changes=changes)[0]


def compare_in_languages(
    old: str,
    new: str = "",
    corpus: Where = "",
    language: str = "",
    *,
    strict: bool = False,
    changes: Changes = "accepted",
) -> tuple[Comparison, ...]:
    """Return the same comparison in each language that both have at hand, the one that ``compare_named`` takes first.

    A file may hold several languages, or stand beside one of its name in another: draft.en.docx, draft.zh.docx.

    Examples
    --------
    >>> [each.new.language for each in compare_in_languages("A/RES/77/330", "A/RES/79/330", language="zh")]
    ['zh', 'en']
    """
    if not new:
        sides = [_of_file(old, side) for side in _both_sides(old)]
        new = old
    else:
        corpus = open_corpus(corpus)
        sides = [_named(name, corpus, changes) for name in (old, new)]
    by_language = [{edition.language: edition for edition in side} for side in sides]
    common = [spoken for spoken in by_language[0] if spoken in by_language[1]]
    if not common:
        languages_read = " and ".join(
            f"{name} is in {', '.join(side)}" for name, side in zip((old, new), by_language, strict=True)
        )
        raise ComparisonError(f"{languages_read}: compare two editions in one language")
    if strict and language and language not in common:
        raise ComparisonError(f"{language}: {old} and {new} are not both in it; there are {', '.join(common)}")
    chosen = language if language in common else common[0]
    order = [chosen, *(spoken for spoken in common if spoken != chosen)]
    compared = [compare_editions(by_language[0][spoken], by_language[1][spoken]) for spoken in order]
    return tuple(
        reduce(flag_variance, (other for other in compared if other is not comparison), comparison)
        for comparison in compared
    )


def _both_sides(name: str) -> tuple[Changes, Changes]:
    if not tracked_in(name):
        raise ComparisonError(f"{name}: holds no tracked changes; name the edition or draft to compare it with")
    return "rejected", "accepted"


def tracked_in(*names: str) -> tuple[TrackedParagraph, ...]:
    """Return the paragraphs of some files that have tracked changes; symbols have none."""
    from ecoanalysis.read.tracked import find_tracked

    return tuple(
        paragraph for name in names if Path(name).is_file() for paragraph in find_tracked(Path(name).read_bytes())
    )


def wrong_order(comparison: Comparison) -> str:
    """Return a warning where the old edition was adopted after the new one; nothing where it was not."""
    old, new = comparison.old, comparison.new
    if not (old.adopted_on and new.adopted_on and old.adopted_on > new.adopted_on):
        return ""
    sides = [f"{edition.symbol or 'the draft'} (adopted on {edition.adopted_on})" for edition in (old, new)]
    return f"warning: OLD, {sides[0]}, is later than NEW, {sides[1]}; are they the wrong way round?"


def beyond_the_part(comparison: Comparison) -> str:
    """Return what was not compared because one side is a part of a text; nothing where both are whole."""
    sides = zip(("OLD", "NEW"), ("NEW", "OLD"), comparison.beyond, strict=True)
    cases = [
        f"note: {part} is a part of a text; {counted(len(beyond), 'paragraph')} of {whole} beyond it are not compared"
        for whole, part, beyond in sides
        if beyond
    ]
    return "\n".join(cases)


def _named(name: str, corpus: Corpus, changes: Changes) -> list[Edition]:
    if Path(name).is_dir():
        raise ComparisonError(f"{name}: a folder; name one file")
    if not os.path.lexists(name):
        return _of_symbol(name, corpus)
    editions = _of_file(name, changes)
    for beside in _beside(Path(name)):
        have = {edition.language for edition in editions}
        editions += [edition for edition in _of_file(str(beside), changes) if edition.language not in have]
    return editions


def _beside(path: Path) -> list[Path]:
    """Files of the same name in other languages: of draft.en.docx draft.zh.docx."""
    stem, _, code = path.stem.rpartition(".")
    if code not in languages():
        return []
    files = (path.with_name(f"{stem}.{other}{path.suffix}") for other in languages() if other != code)
    return [file for file in files if file.is_file()]


def _of_file(name: str, changes: Changes) -> list[Edition]:
    from ecoanalysis.extract import extract_facts
    from ecoanalysis.parse import parse_resolutions
    from ecoanalysis.read import read_document

    with work_on(name):
        resolutions = parse_resolutions(read_document(name, changes))
        if len(resolutions) > len({resolution.language for resolution in resolutions}):
            symbols = ", ".join(resolution.symbol or "?" for resolution in resolutions)
            count = len(resolutions)
            raise ComparisonError(f"{name}: holds {count} resolutions ({symbols}); give each a file of its own")
        return [to_edition(extract_facts(resolution)) for resolution in resolutions]


def _of_symbol(name: str, corpus: Corpus) -> list[Edition]:
    symbol = symbol_of(name) or name
    keys = corpus.chosen.filter(symbol=symbol).select(_KEY).rows()
    editions = [to_edition(corpus.facts_of(*key)) for key in keys]
    have = {edition.language for edition in editions}
    editions += [edition for edition in shipped_editions() if edition.symbol == symbol and edition.language not in have]
    if not editions:
        shipped = (edition.symbol for edition in shipped_editions() if edition.symbol)
        near = nearest(symbol, [*dict.fromkeys([*corpus.editions(), *shipped])])
        raise CorpusError(f"{name}: no such file, and no edition at hand has that symbol; the nearest are {near}")
    return editions


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
                [both, shipped[name].join(self._own["documents"], on=_KEY, how="anti", maintain_order="left")]
            )
        wanted = pl.DataFrame(self._keys, schema={"document": pl.String, "part": pl.Int64}, orient="row")
        return wanted.join(both, on=_KEY, how="inner", maintain_order="left_right").select(both.columns)
