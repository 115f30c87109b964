"""The editions that the package brings as facts without their text, and those of a corpus, as series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.edition import to_edition
from ecoanalysis.compare.series import find_series
from ecoanalysis.compare.variance import flag_variance
from ecoanalysis.corpus import open_corpus
from ecoanalysis.errors import ComparisonError, CorpusError
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.series import Series

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


def write_series(id: str, folder: Path) -> list[Path]:
    """Write the links, changes, lineages and obligations of a series, as its facts have them, as JSON Lines."""
    from ecoanalysis.tables import SERIES_TABLES

    tables = series_facts(id)
    for name in SERIES_TABLES:
        tables[name].write_ndjson(folder / f"{name}.jsonl")
    return [folder / f"{name}.jsonl" for name in SERIES_TABLES]


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
    there = [name for name in schemas if (folder / f"{name}.jsonl").exists()]
    frames = {name: pl.read_ndjson(folder / f"{name}.jsonl", schema=schemas[name]) for name in there}
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


def editions_at_hand(corpus: str | Path = "") -> list[Edition]:
    """Return the editions of a corpus with their text, then those that the package brings and the corpus lacks."""
    own = [to_edition(facts) for facts in open_corpus(corpus).facts]
    have = {(edition.symbol, edition.language) for edition in own}
    return own + [edition for edition in shipped_editions() if (edition.symbol, edition.language) not in have]


def compare_named(old: str, new: str, corpus: str | Path = "", language: str = "") -> Comparison:
    """Return the comparison of two files or symbols; force changes are flagged that another language does not show.

    A name is a file where there is such a file, else the symbol of an edition in the corpus, else of one whose facts
    the package brings. Of an edition in several languages the one in ``language`` is taken, else in the other's.

    Raises
    ------
    CorpusError
        Where a name is neither a file nor a symbol at hand.
    ComparisonError
        Where a file holds several resolutions, or the two have no language in common.

    Examples
    --------
    >>> found = compare_named("A/RES/77/330", "A/RES/79/330", language="zh")
    >>> found.links[4].types
    ('reworded', 'endorsement_lowered')
    """
    at_hand = editions_at_hand(corpus)
    sides = [_of_file(name) if Path(name).is_file() else _of_symbol(name, at_hand) for name in (old, new)]
    by_language = [{edition.language: edition for edition in side} for side in sides]
    common = [spoken for spoken in by_language[0] if spoken in by_language[1]]
    if not common:
        told = " and ".join(
            f"{name} is in {', '.join(side)}" for name, side in zip((old, new), by_language, strict=True)
        )
        raise ComparisonError(f"{told}: compare two editions in one language")
    chosen = language if language in common else common[0]
    found = compare_editions(by_language[0][chosen], by_language[1][chosen])
    for other in common:
        if other != chosen:
            found = flag_variance(found, compare_editions(by_language[0][other], by_language[1][other]))
    return found


def _of_file(name: str) -> list[Edition]:
    from ecoanalysis.extract import extract_facts
    from ecoanalysis.parse import parse_resolutions
    from ecoanalysis.read import read_document

    found = parse_resolutions(read_document(name))
    if len(found) > 1:
        symbols = ", ".join(resolution.symbol or "?" for resolution in found)
        raise ComparisonError(f"{name}: holds {len(found)} resolutions ({symbols}); give each a file of its own")
    return [to_edition(extract_facts(found[0]))]


def _of_symbol(name: str, at_hand: Iterable[Edition]) -> list[Edition]:
    editions = list(at_hand)
    found = [edition for edition in editions if edition.symbol == name]
    if not found:
        symbols = ", ".join(dict.fromkeys(edition.symbol for edition in editions if edition.symbol))
        raise CorpusError(f"{name}: no such file, and no edition at hand has that symbol; there are {symbols}")
    return found


def open_series(id: str = "", corpus: str | Path = "", language: str = "") -> list[Series]:
    """Return a series by its id in every language it has editions in: ``language`` first, else the one that has most.

    Without an id: the series of which the corpus has most texts, the package's own where it has none.

    Raises
    ------
    CorpusError
        Where there is no such series; the message names those there are.

    Examples
    --------
    >>> [(series.language, len(series.editions)) for series in open_series("eco")]
    [('en', 19), ('zh', 3)]
    """
    found = find_series(editions_at_hand(corpus))
    texts = {series.id: sum(edition.has_text for edition in series.editions) for series in reversed(found)}
    wanted = [series for series in found if series.id == (id or max(found, key=lambda one: texts[one.id]).id)]
    if not wanted:
        ids = ", ".join(dict.fromkeys(series.id for series in found)) or "none"
        raise CorpusError(f"{id or 'a series'}: no such series at hand; there are: {ids}")
    return sorted(wanted, key=lambda series: series.language != language)


def series_facts(id: str, corpus: str | Path = "") -> dict[str, pl.DataFrame]:
    """Return every table of a series in all its languages: facts, links, changes, lineages and obligations.

    Examples
    --------
    >>> tables = series_facts("eco")
    >>> tables["obligations"].filter(status="open", language="en")["due_session"].to_list()
    [81, 81]
    """
    import polars as pl

    from ecoanalysis.compare.lineage import follow
    from ecoanalysis.compare.obligations import find_obligations
    from ecoanalysis.tables.series import series_tables

    parts: dict[str, list[pl.DataFrame]] = {}
    found = open_series(id, corpus)
    for series in found:
        others = [other for other in found if other is not series]
        facts = facts_of(series, corpus)
        made = facts | series_tables(follow(series, *others[:1]), find_obligations(series, facts))
        for name, frame in made.items():
            parts.setdefault(name, []).append(frame)
    return {name: pl.concat(frames) for name, frames in parts.items()}


def facts_of(series: Series, corpus: str | Path = "") -> dict[str, pl.DataFrame]:
    """Return the fact tables of a series: those of the corpus for editions whose text is there, else the package's own.

    Examples
    --------
    >>> tables = facts_of(open_series("eco", language="zh")[0])
    >>> tables["resolutions"]["symbol"].to_list(), tables["paragraphs"]["text"].null_count() > 0
    (['A/RES/75/324', 'A/RES/77/330', 'A/RES/79/330'], True)
    """
    import polars as pl

    wanted = pl.DataFrame(
        {"document": [one.sha256 for one in series.editions], "part": [one.part for one in series.editions]},
        schema_overrides={"part": pl.Int32},
    )
    own, shipped = open_corpus(corpus).tables, read_editions()
    tables = {}
    for name, frame in own.items():
        both = (
            pl.concat([frame, shipped[name].join(own["documents"], on=_KEY, how="anti")]) if name in shipped else frame
        )
        tables[name] = wanted.join(both, on=_KEY, how="inner", maintain_order="left_right").select(frame.columns)
    return tables
