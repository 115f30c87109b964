"""What became of each clause through the editions of its series, and how old the words of each text are.

A piece for each series and language of its texts, a classic script like those of the search: a reading page loads it
when a verb is clicked, the page of any two editions when two are chosen.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.files import remove, slug, write_text
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import labels as words
from ecoanalysis.recurring.at_hand import main_series, series_at_hand
from ecoanalysis.show.addresses import reading_page
from ecoanalysis.show.html import markup

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.corpus import Corpus
    from ecoanalysis.measures.tables_at_hand import Opened

MOST = 150_000
"""Bytes of a piece; rows of a longer one say the verb alone."""

STEPS = {"born": "b", "carried": "c", "reworded": "r", "revived": "v"}
MOVES = {"": "", "stronger": "↑", "weaker": "↓", "both": "↕"}

Run = Sequence[int]
"""Words of a paragraph from a place to another, and the years since an edition first had them."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A series in one language of its texts, clause by clause."""

    series: str
    title: str
    language: str
    editions: tuple[tuple[str, str], ...]
    """Symbol and day of adoption of each, in order."""
    lineages: tuple[tuple[tuple[Any, ...], ...], ...]
    """Of each lineage its occurrences: edition, paragraph, index of the clause, code, step, move."""
    ages: Mapping[str, Mapping[str, Sequence[Run]]]
    """Of each edition whose text is at hand: its paragraphs' words by age."""
    medians: Mapping[str, Mapping[str, int]]
    """Of each edition: how many years old the word in the middle of each paragraph is, its words put in that order."""

    @property
    def name(self) -> str:
        """What the piece is called."""
        return f"{slug(self.series)}-{self.language}"


@dataclass(frozen=True, slots=True)
class Course:
    """What the page of one edition needs of the series that it is of."""

    names: tuple[str, ...] = ()
    """The pieces that its clauses are followed in, that of the language it is shown in first."""
    editions: int = 0
    """How many editions its words were looked for in."""
    ages: Mapping[str, Sequence[Run]] = field(default_factory=dict)
    """Its paragraphs' words by age."""
    medians: Mapping[str, int] = field(default_factory=dict)
    """Where no words are: the age of each paragraph, from the language of most editions."""
    language: str = ""
    """Language of the words whose age is known."""
    before: str = ""
    """The edition before it."""
    latest: str = ""
    """The latest edition, where it is another."""
    compared_in: str = ""
    """The piece in which it is compared with the edition before: in its language where that has both."""


def course_of(pieces: Sequence[Followed], symbol: str, language: str) -> Course:
    """Return what the page of an edition, shown in one of its languages, needs of its series.

    Examples
    --------
    >>> editions = (("A/RES/1/1", "1946-01-01"), ("A/RES/2/1", "1947-01-01"))
    >>> piece = Followed("lakes", "Lakes", "en", editions, (), {"A/RES/2/1": {"1": [(0, 2, 1)]}}, {})
    >>> course = course_of([piece], "A/RES/2/1", "en")
    >>> course.names, course.editions, course.ages
    (('lakes-en',), 2, {'1': [(0, 2, 1)]})
    """
    ours = [piece for piece in pieces if any(symbol == edition for edition, _ in piece.editions)]
    if not ours:
        return Course()
    names = tuple(piece.name for piece in sorted(ours, key=lambda piece: piece.language != language))
    longest = max(ours, key=lambda piece: len(piece.editions))
    beside = _editions_beside(longest, ours, symbol, language)
    for piece in ours:
        ages = piece.ages.get(symbol, {}) if piece.language == language else {}
        if any(years for runs in ages.values() for *_, years in runs):
            return Course(names, len(piece.editions), ages, {}, language, *beside)
    return Course(names, len(longest.editions), {}, longest.medians.get(symbol, {}), longest.language, *beside)


def _editions_beside(longest: Followed, ours: Sequence[Followed], symbol: str, language: str) -> tuple[str, str, str]:
    """The edition before, the latest one where it is another, and the piece that has the two side by side."""
    symbols = [edition for edition, _ in longest.editions]
    place = symbols.index(symbol) if symbol in symbols else 0
    before = symbols[place - 1] if place else ""
    both = [piece for piece in ours if {before, symbol} <= {edition for edition, _ in piece.editions}]
    chosen = next((piece for piece in both if piece.language == language), longest)
    return before, symbols[-1] if symbols[-1] != symbol else "", chosen.name


def followed(corpus: Corpus, made_by: str) -> list[Followed]:
    """Return every series of two editions and more, in each language that has two of them.

    Parameters
    ----------
    corpus
        What the site is made from.
    made_by
        The hash of the program: what was followed is kept for it.
    """
    pieces = []
    main = main_series(corpus)
    for outline in series_at_hand(corpus):
        if not outline.here or (main and outline.id != main and outline.here < _LEAST):
            continue
        for language in outline.languages:
            if sum(language in member.languages for member in outline.members) >= _LEAST:
                name = f"followed-{slug(outline.id)}-{language}-{made_by}"
                kept = corpus.remember(name, partial(_follow, corpus, outline.id, language))
                pieces.append(_piece(outline.id, outline.title(language), language, kept))
    return pieces


_LEAST = 2


def _piece(series: str, title: str, language: str, kept: dict[str, Any]) -> Followed:
    editions = tuple((symbol, day) for symbol, day in kept["editions"])
    lineages = tuple(tuple(map(tuple, lineage)) for lineage in kept["lineages"])
    return Followed(series, title, language, editions, lineages, kept["ages"], kept["medians"])


def _follow(corpus: Corpus, series: str, language: str) -> dict[str, Any]:
    from ecoanalysis.measures.survival import word_ages
    from ecoanalysis.measures.tables_at_hand import series_tables_of
    from ecoanalysis.show.pictures import median_ages

    opened = series_tables_of(series, corpus, language)
    ages = word_ages(opened)
    by_edition = ages.partition_by("symbol", as_dict=True, maintain_order=True)
    return {
        "editions": [(version.symbol, version.adopted_on) for version in opened.versions],
        "lineages": list(_lineages(opened)),
        "ages": _ages(ages, {version.symbol for version in opened.versions if version.has_text}),
        "medians": {str(symbol): median_ages(frame) for (symbol,), frame in by_edition.items()},
    }


def _lineages(opened: Opened) -> Iterator[list[tuple[Any, ...]]]:
    """The occurrences of each lineage; whether its force moved is what the measure of mandates says."""
    from ecoanalysis.measures.survival import mandate_steps

    order = {version.symbol: place for place, version in enumerate(opened.versions)}
    key = ("lineage", "symbol", "paragraph", "index")
    moves = {row[:4]: row[4] for row in mandate_steps(opened).select(*key, "move").iter_rows()}
    chains: dict[str, list[tuple[Any, ...]]] = {}
    for row in opened["lineages"].iter_rows(named=True):
        where = tuple(row[name] for name in key)
        occurrence = (order[row["symbol"]], row["paragraph"], row["index"], row["band"] or row["class"], row["step"])
        chains.setdefault(row["lineage"], []).append((*occurrence, moves.get(where) or ""))
    yield from chains.values()


def _ages(frame: pl.DataFrame, texts: Collection[str]) -> dict[str, dict[str, list[Run]]]:
    ages: dict[str, dict[str, list[Run]]] = {}
    for row in frame.iter_rows(named=True):
        if row["symbol"] in texts:
            runs = ages.setdefault(row["symbol"], {}).setdefault(row["paragraph"], [])
            runs.append([row["first"], row["last"], row["years"]])  # as JSON has it: kept or made, the same
    return ages


def write_history(site: Path, corpus: Corpus, pieces: Sequence[Followed], language: str) -> None:
    """Write the pieces for the pages of one language, their rows as that language's pages show a clause."""
    folder = site / "assets" / f"history-{language}"
    for old in set(folder.glob("*.js")) - {folder / f"{piece.name}.js" for piece in pieces}:
        remove(old)
    for piece in pieces:
        write_text(folder / f"{piece.name}.js", _script(piece, corpus, language))


def _script(piece: Followed, corpus: Corpus, language: str) -> str:
    whole = _written(piece, corpus, language, short=False)
    return whole if len(whole.encode()) <= MOST else _written(piece, corpus, language, short=True)


def _written(piece: Followed, corpus: Corpus, language: str, *, short: bool) -> str:
    from ecoanalysis.measures.tables_at_hand import every_version, series_tables_of
    from ecoanalysis.show.row import clause_rows, rows_beside

    opened = series_tables_of(piece.series, corpus, piece.language)
    beside = rows_beside(every_version(corpus), opened["clauses"], words(language))
    rows = clause_rows(opened, words(language), other=beside)
    clauses = {(row["symbol"], row["paragraph"], row["index"]): row for row in opened["clauses"].iter_rows(named=True)}
    symbols = [symbol for symbol, _ in piece.editions]
    bodies = _bodies_asked(opened)
    shown: dict[tuple[str, str], int] = {}

    def number(symbol: str, paragraph: str, index: int) -> int:
        row = replace(rows.row(clauses[symbol, paragraph, index]), source="")  # each edition has its address once
        html = str(markup("<b>{}</b>", row.verb) if short else row.html(words=False))
        return shown.setdefault((html, bodies.get((symbol, paragraph, index), "")), len(shown))

    lineages = [
        [
            (edition, paragraph, index, code, STEPS[step], MOVES[move], number(symbols[edition], paragraph, index))
            for edition, paragraph, index, code, step, move in lineage
        ]
        for lineage in piece.lineages
    ]
    data = {
        "title": piece.title,
        "language": words(language).language_name(piece.language),
        "tag": language_of(piece.language).tag,
        "editions": [
            (
                symbol.partition("/RES/")[2] or symbol,
                day[:4] or "?",
                reading_page(symbol),
                symbol,
            )
            for symbol, day in piece.editions
        ],
        "lineages": lineages,
        "rows": [html for html, _ in shown],
        "asked": [asked for _, asked in shown],
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"courses.take({json.dumps(piece.name)},{written});\n"


def _bodies_asked(opened: Opened) -> dict[tuple[str, str, int], str]:
    """The bodies that each directive asks by name, as one word: two that ask the same ones have the same."""
    import polars as pl

    place = ("symbol", "paragraph", "index")
    asked = opened["requests"].drop_nulls("agency").group_by(*place, maintain_order=True).agg(pl.col("agency").unique())
    return {row[:3]: " ".join(sorted(row[3])) for row in asked.select(*place, "agency").iter_rows()}
