"""The editions that the package brings as facts without their text, and those of a corpus, as series."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.edition import to_edition
from ecoanalysis.compare.series import find_series
from ecoanalysis.compare.variance import flag_variance
from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.errors import ComparisonError, CorpusError, work_on
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.series import Series
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
_NEAR = 4  # symbols that are named in the place of one that is not there


def write_editions(facts: Iterable[Facts], folder: Path) -> list[Path]:
    """Write the facts of resolutions without their text: one JSON-Lines file a table, columns without values left out.

    Returns
    -------
    list of Path
        The files written, one for each table of facts and of editions but ``terms`` and ``diagnostics``.
    """
    from ecoanalysis.tables import fact_tables
    from ecoanalysis.tables.editions import edition_tables, without_text

    editions = list(facts)
    tables = without_text(fact_tables(editions, terms=False)) | edition_tables(map(to_edition, editions))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in tables.items():
        kept = [column for column in frame.columns if frame[column].null_count() < frame.height]
        columns = kept if name == "documents" else [column for column in kept if column not in _KEY]
        path = folder / f"{name}.jsonl"
        frame.select(columns).write_ndjson(path)
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

    from ecoanalysis.tables import DERIVED_TABLES, EDITION_TABLES, FACT_TABLES, derive

    shipped = [table for name, table in {**FACT_TABLES, **EDITION_TABLES}.items() if name not in _UNSHIPPED]
    schemas = {table.name: table.schema for table in shipped}
    frames = {name: _read_lines(folder / f"{name}.jsonl", schema) for name, schema in schemas.items()}
    keys = frames["documents"].select(*_KEY, *_BY)
    for name, frame in frames.items():
        if name != "documents":
            joined = frame.drop(_KEY).join(keys, on=_BY, how="left", maintain_order="left")
            frames[name] = joined.select(schemas[name].names())
    return frames | {name: derive(name, frames) for name in DERIVED_TABLES}


def _read_lines(path: Path, schema: pl.Schema) -> pl.DataFrame:
    """A table of a file of JSON Lines; a table without rows is an empty file, which polars refuses."""
    import polars as pl

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
    comparison = compare_editions(by_language[0][chosen], by_language[1][chosen])
    for other in common:
        if other != chosen:
            comparison = flag_variance(comparison, compare_editions(by_language[0][other], by_language[1][other]))
    return comparison


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


def _named(name: str, corpus: Corpus, changes: Changes) -> list[Edition]:
    if Path(name).is_dir():
        raise ComparisonError(f"{name}: a folder; name one file")
    return _of_file(name, changes) if os.path.lexists(name) else _of_symbol(name, corpus)


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
        there = dict.fromkeys(
            [*corpus.editions(), *(edition.symbol for edition in shipped_editions() if edition.symbol)]
        )
        near = ", ".join(_nearest(symbol, there))
        raise CorpusError(f"{name}: no such file, and no edition at hand has that symbol; the nearest are {near}")
    return editions


def _nearest(symbol: str, there: Iterable[str]) -> list[str]:
    from rapidfuzz import process

    return [near for near, *_ in process.extract(symbol, list(there), limit=_NEAR)]


@dataclass(frozen=True, slots=True)
class SeriesOutline:
    """A series as it was found among what is at hand: its editions by language, symbol, document and part."""

    id: str
    language: str
    founding: str | None
    editions: tuple[tuple[str, str, int], ...]
    texts: int
    """How many of the editions are in the corpus."""


def series_at_hand(corpus: Where = "") -> list[SeriesOutline]:
    """Return every series among the editions of a corpus and those that the package brings, longest first.

    Examples
    --------
    >>> [(found.id, found.language, len(found.editions), found.texts) for found in series_at_hand()]
    [('eco', 'en', 19, 0), ('eco', 'zh', 3, 1)]
    """
    opened = open_corpus(corpus)

    def find() -> list[dict[str, object]]:
        outlines = _outlines(opened)
        have = {(edition.symbol, edition.language) for edition in outlines}
        shipped = [edition for edition in shipped_editions() if (edition.symbol, edition.language) not in have]
        return [
            {
                "id": series.id,
                "language": series.language,
                "founding": series.founding,
                "editions": [(edition.symbol, edition.sha256, edition.part) for edition in series.editions],
                "texts": sum((edition.symbol, edition.language) in have for edition in series.editions),
            }
            for series in find_series([*outlines, *shipped])
        ]

    remembered = opened.remember("series", find)
    return [SeriesOutline(**series | {"editions": tuple(map(tuple, series["editions"]))}) for series in remembered]


def _outlines(corpus: Corpus) -> list[Edition]:
    """The editions of a corpus as far as series are found by: title and what they cite, in one paragraph for all."""
    cited: dict[tuple[str, int], set[str]] = {}
    for document, part, symbol in corpus.tables["citations"].select(*_KEY, "cited").drop_nulls().iter_rows():
        cited.setdefault((document, part), set()).add(symbol)
    outlines = []
    for row in corpus.chosen.iter_rows(named=True):
        symbols = frozenset(cited.get((row["document"], row["part"]), ()))
        whole = EditionParagraph("", "", 0, 0, 0, "", "", (), citations=symbols)
        adopted = row["adopted_on"] and row["adopted_on"].isoformat()
        key = row["symbol"], row["language"], adopted, row["title"], row["document"]
        outlines.append(Edition(*key, (whole,), row["part"]))
    return outlines


def open_series(id: str = "", corpus: Where = "", language: str = "") -> list[Series]:
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
    corpus = open_corpus(corpus)
    at_hand = series_at_hand(corpus)
    texts = {series.id: series.texts for series in sorted(at_hand, key=lambda series: series.texts)}
    wanted = [series for series in at_hand if series.id == (id or max(at_hand, key=lambda series: texts[series.id]).id)]
    if not wanted:
        ids = list(dict.fromkeys(series.id for series in at_hand))
        some = ", ".join(ids[:20]) + (f" and {len(ids) - 20} more" if len(ids) > 20 else "")
        raise CorpusError(f"{id or 'a series'}: no such series at hand; there are: {some or 'none'}")
    return [_opened(series, corpus) for series in sorted(wanted, key=lambda series: series.language != language)]


def _opened(outline: SeriesOutline, corpus: Where) -> Series:
    opened = open_corpus(corpus)
    shipped = {(edition.symbol, edition.language): edition for edition in shipped_editions()}
    editions = [
        to_edition(opened.facts_of(document, part))
        if document in opened.listing.paths
        else shipped[symbol, outline.language]
        for symbol, document, part in outline.editions
    ]
    return Series(outline.id, outline.language, tuple(editions), outline.founding)


def series_facts(id: str, corpus: Where = "") -> dict[str, pl.DataFrame]:
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
    corpus = open_corpus(corpus)
    versions = open_series(id, corpus)
    for series in versions:
        others = [other for other in versions if other is not series]
        facts = dict(facts_of(series, corpus))
        made = facts | series_tables(follow(series, *others[:1]), find_obligations(series, facts))
        for name, frame in made.items():
            parts.setdefault(name, []).append(frame)
    return {name: pl.concat(frames) for name, frames in parts.items()}


def facts_of(series: Series, corpus: Where = "") -> FactTables:
    """Return the fact tables of a series: those of the corpus for editions whose text is there, else the package's own.

    Examples
    --------
    >>> tables = facts_of(open_series("eco", language="zh")[0])
    >>> tables["resolutions"]["symbol"].to_list(), tables["paragraphs"]["text"].null_count() > 0
    (['A/RES/75/324', 'A/RES/77/330', 'A/RES/79/330'], True)
    """
    return FactTables([(edition.sha256, edition.part) for edition in series.editions], open_corpus(corpus))


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
            both = pl.concat([both, shipped[name].join(self._own["documents"], on=_KEY, how="anti")])
        wanted = pl.DataFrame(self._keys, schema={"document": pl.String, "part": pl.Int64}, orient="row")
        return wanted.join(both, on=_KEY, how="inner", maintain_order="left_right").select(both.columns)


@dataclass(frozen=True, slots=True)
class Version:
    """An edition in one language, of a corpus or as the package brings it."""

    symbol: str
    language: str
    document: str
    part: int
    adopted_on: str
    title: str
    has_text: bool
    """Whether its text is in the corpus."""


def main_series(corpus: Where = "") -> str:
    """Return the id of the series that a corpus is of: half of its resolutions or more; nothing where there is none.

    Examples
    --------
    >>> main_series()
    'eco'
    """
    opened = open_corpus(corpus)
    longest = max(series_at_hand(opened), key=lambda series: series.texts, default=None)
    return longest.id if longest and longest.texts and 2 * longest.texts >= len(opened.editions()) else ""


def versions_at_hand(corpus: Where = "") -> list[Version]:
    """Return every edition at hand in every language, by adoption: the corpus's, and all of the series that it is of.

    Examples
    --------
    >>> found = versions_at_hand()
    >>> len(found), [version.symbol for version in found if version.has_text]
    (23, ['A/RES/75/324'])
    """
    opened = open_corpus(corpus)
    versions = {
        (row["symbol"], row["language"]): Version(
            row["symbol"],
            row["language"],
            row["document"],
            row["part"],
            str(row["adopted_on"] or ""),
            row["title"] or "",
            True,
        )
        for row in opened.chosen.drop_nulls("symbol").iter_rows(named=True)
    }
    ours = [series for series in series_at_hand(opened) if series.id == main_series(opened)]
    listed = {symbol for series in ours for symbol, *_ in series.editions}
    listed |= {series.founding for series in ours if series.founding}
    for edition in shipped_editions():
        if edition.symbol and edition.symbol in listed:
            version = Version(
                edition.symbol,
                edition.language,
                edition.sha256,
                edition.part,
                edition.adopted_on or "",
                edition.title or "",
                False,
            )
            versions.setdefault((edition.symbol, edition.language), version)
    return sorted(versions.values(), key=lambda edition: (edition.adopted_on, edition.symbol, edition.language))


def one_each(versions: Sequence[Version], language: str) -> list[Version]:
    """Return each edition once: in the language that has most of them, else in the other; ``language`` where they tie.

    Examples
    --------
    >>> chosen = one_each(versions_at_hand(), "zh")
    >>> len(chosen), {version.language for version in chosen}
    (20, {'en'})
    """
    counts = Counter(version.language for version in versions)
    most = max(counts, key=lambda spoken: (counts[spoken], spoken == language), default=language)
    chosen: dict[str, Version] = {}
    for version in versions:
        if version.symbol not in chosen or version.language == most:
            chosen[version.symbol] = version
    return list(chosen.values())
