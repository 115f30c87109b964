"""The series among the editions of a corpus and those that the package brings, and their tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.editions import FactTables, Where, shipped_editions
from ecoanalysis.errors import CorpusError, check_text, nearest
from ecoanalysis.hashes import source_version
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.resolution import Adoption
from ecoanalysis.model.series import Evolution, Member, Series
from ecoanalysis.model.shape import RESOLUTION
from ecoanalysis.parse.head.symbols import symbol_of
from ecoanalysis.recurring.recognise import find_series

if TYPE_CHECKING:
    import polars as pl

_NAMED = 20  # series that a message names


@dataclass(frozen=True, slots=True)
class MemberOutline:
    """One resolution of a series as it was found: where its text in each language is, and what its head says."""

    symbol: str
    adopted_on: str | None
    texts: tuple[tuple[str, str, int, str], ...]
    """Language, document, part and title of each text, the language of most editions first."""
    here: bool
    """Whether a text of it is in the corpus."""
    adoption: str | None
    """Without a vote, or by recorded vote; None where no text says."""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language, *_ in self.texts)


@dataclass(frozen=True, slots=True)
class SeriesOutline:
    """A series as it was found among what is at hand: its editions, none of them opened."""

    id: str
    founding: str | None
    members: tuple[MemberOutline, ...]
    drafts: tuple[MemberOutline, ...]

    @property
    def symbols(self) -> tuple[str, ...]:
        return tuple(member.symbol for member in self.members)

    @property
    def here(self) -> int:
        """How many of the editions are in the corpus."""
        return sum(member.here for member in self.members)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its editions, that of most first."""
        counts = Counter(language for member in self.members for language in member.languages)
        return tuple(sorted(counts, key=lambda language: (-counts[language], language)))

    def title(self, language: str = "") -> str:
        """The latest title in a language, or else in that of most editions."""
        titles = {text[0]: text[3] for member in self.members for text in member.texts if text[3]}
        return titles.get(language) or next((titles[name] for name in self.languages if name in titles), self.id)


def series_at_hand(corpus: Where = "") -> list[SeriesOutline]:
    """Return every series among the editions of a corpus and those that the package brings, longest first.

    Examples
    --------
    >>> [(series.id, len(series.members), series.languages, series.here) for series in series_at_hand()]
    [('eco', 19, ('en', 'zh'), 1)]
    """
    opened = open_corpus(corpus)

    def find() -> list[dict[str, Any]]:
        outlines = outlines_of(opened)
        have = {(edition.symbol, edition.language) for edition in outlines}
        shipped = [edition for edition in shipped_editions() if (edition.symbol, edition.language) not in have]
        here = {edition.sha256 for edition in outlines}
        return [_described(series, here) for series in find_series([*outlines, *shipped])]

    return [_outline(described) for described in opened.remember(f"series-{source_version(__name__)}", find)]


def _described(series: Series, here: set[str]) -> dict[str, Any]:
    def described(member: Member) -> dict[str, Any]:
        return {
            "symbol": member.symbol,
            "adopted_on": member.adopted_on,
            "texts": [(text.language, text.sha256, text.part, text.title or "") for text in member.texts],
            "here": any(text.sha256 in here for text in member.texts),
            "adoption": member.adoption and member.adoption.mode,
        }

    sides = {"members": list(map(described, series.members)), "drafts": list(map(described, series.drafts))}
    return {"id": series.id, "founding": series.founding} | sides


def _outline(described: dict[str, Any]) -> SeriesOutline:
    sides = [
        tuple(MemberOutline(**member | {"texts": tuple(map(tuple, member["texts"]))}) for member in described[side])
        for side in ("members", "drafts")
    ]
    return SeriesOutline(described["id"], described["founding"], *sides)


def outlines_of(corpus: Corpus) -> list[Edition]:
    """The editions of a corpus as far as series are recognised by: titles, and what each paragraph cites."""
    cited: dict[tuple[str, int], dict[str, set[str]]] = {}
    rows = corpus.tables["citations"].select(*RESOLUTION, "paragraph", "cited").drop_nulls("cited")
    for document, part, paragraph, symbol in rows.iter_rows():
        cited.setdefault((document, part), {}).setdefault(paragraph or "", set()).add(symbol)
    return [_of_row(row, cited.get((row["document"], row["part"]), {})) for row in corpus.chosen.iter_rows(named=True)]


def _of_row(row: dict[str, Any], cited: dict[str, set[str]]) -> Edition:
    return Edition(
        symbol=row["symbol"],
        language=row["language"],
        adopted_on=row["adopted_on"] and row["adopted_on"].isoformat(),
        title=row["title"],
        sha256=row["document"],
        paragraphs=tuple(
            EditionParagraph(id, "", 0, 0, 0, "", "", (), citations=frozenset(symbols)) for id, symbols in cited.items()
        ),
        part=row["part"],
        session=row["session"],
        adoption=Adoption(row["adoption"]) if row["adoption"] else None,
    )


def open_series(id: str = "", corpus: Where = "") -> Series:
    """Return a series by its id, the symbol of an edition of it, or words of its title in any language.

    Without a name: the series of which the corpus has most editions.

    Raises
    ------
    CorpusError
        Where there is no such series, or there are several; the message names them.

    Examples
    --------
    >>> series = open_series("eco")
    >>> len(series.members), series.languages, open_series("77/330").id, open_series("经济合作组织").id
    (19, ('en', 'zh'), 'eco', 'eco')
    """
    check_text(id=id)
    opened = open_corpus(corpus)
    at_hand = series_at_hand(opened)
    here = [series for series in at_hand if series.here]
    if not id and here:
        return _opened(max(here, key=lambda series: series.here), opened)
    matching = list(_named(id, here)) or list(_named(id, at_hand))
    if len(matching) == 1:
        return _opened(matching[0], opened)
    if matching:
        ids = [series.id for series in matching]
        some = ", ".join(ids[:_NAMED]) + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")
        raise CorpusError(f"{id}: that may be several series at hand; name one of: {some}")
    titles = {title: series.id for series in (at_hand if id else here) for title in (series.id, series.title())}
    raise CorpusError(f"{id or 'a series'}: no such series at hand; the nearest are: {nearest(id, titles)}")


def _named(name: str, at_hand: Sequence[SeriesOutline]) -> Iterator[SeriesOutline]:
    """The series of that id, else that of the symbol, else those whose id or one of whose titles has all the words."""
    symbol = symbol_of(name)
    for matches in (
        [series for series in at_hand if series.id == name.lower()],
        [series for series in at_hand if symbol and symbol in (*series.symbols, series.founding)],
    ):
        if matches:
            yield from matches
            return
    words = name.casefold().split()
    for series in at_hand if words else ():
        titles = {text[3].casefold() for member in series.members for text in member.texts}
        if any(all(word in title for word in words) for title in (series.id, *titles)):
            yield series


@lru_cache(maxsize=4)
def _opened(outline: SeriesOutline, corpus: Corpus) -> Series:
    shipped = {(edition.sha256, edition.part): edition for edition in shipped_editions()}

    def opened(member: MemberOutline) -> Member:
        texts = (
            to_edition(corpus.facts_of(document, part)) if document in corpus.listing.paths else shipped[document, part]
            for _, document, part, _ in member.texts
        )
        return Member(member.symbol, tuple(texts))

    members, drafts = (tuple(map(opened, side)) for side in (outline.members, outline.drafts))
    return Series(outline.id, members, outline.founding, drafts)


def series(corpus: Where = "") -> pl.DataFrame:
    """Return one row per series of which the corpus has an edition, longest first.

    ``symbols`` and ``adoption`` go together: how each was adopted, null where no text at hand says; ``here`` is how
    many of the editions are in the corpus.

    Examples
    --------
    >>> series().select("series", "editions", "languages", "first_year", "last_year", "here").row(0)
    ('eco', 19, ['en', 'zh'], 1995, 2025, 1)
    """
    import polars as pl

    schema: dict[str, pl.DataType | type[pl.DataType]] = {
        "series": pl.String,
        "title": pl.String,
        "editions": pl.Int64,
        "symbols": pl.List(pl.String),
        "adoption": pl.List(pl.String),
        "languages": pl.List(pl.String),
        "first_year": pl.Int64,
        "last_year": pl.Int64,
        "here": pl.Int64,
        "drafts": pl.List(pl.String),
    }
    opened = open_corpus(corpus)
    files = {document: Path(paths[0]).name for document, paths in opened.listing.paths.items()}
    return pl.DataFrame([_listed(each, files) for each in series_at_hand(opened) if each.here], schema=schema)


def _listed(outline: SeriesOutline, files: Mapping[str, str]) -> dict[str, Any]:
    years = [int(member.adopted_on[:4]) for member in outline.members if member.adopted_on]
    return {
        "series": outline.id,
        "title": outline.title(),
        "editions": len(outline.members),
        "symbols": list(outline.symbols),
        "adoption": [member.adoption for member in outline.members],
        "languages": list(outline.languages),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "here": outline.here,
        "drafts": [files.get(draft.symbol, draft.symbol) for draft in outline.drafts],  # one without symbol by its file
    }


def facts_of(series: Series, corpus: Where = "", language: str = "") -> FactTables:
    """Return the fact tables of a series, in all languages or in one.

    The rows are those of the corpus for editions whose text is there, else the package's own.

    Examples
    --------
    >>> tables = facts_of(open_series("eco"), language="zh")
    >>> tables["resolutions"]["symbol"].to_list(), tables["paragraphs"]["text"].null_count() > 0
    (['A/RES/75/324', 'A/RES/77/330', 'A/RES/79/330'], True)
    """
    texts = [text for member in series.members for text in member.texts if language in ("", text.language)]
    return FactTables([(text.sha256, text.part) for text in texts], open_corpus(corpus))


@lru_cache(maxsize=4)
def evolution_of(id: str, corpus: Corpus, language: str) -> Evolution:
    """Return a series of a corpus, read in a language, with every comparison and lineage; made once for all who ask."""
    from ecoanalysis.recurring.lineage import follow

    return follow(open_series(id, corpus), language)


def series_facts(id: str, corpus: Where = "") -> dict[str, pl.DataFrame]:
    """Return every table of a series in all its languages: facts, links, changes and lineages, and its obligations.

    Examples
    --------
    >>> series_facts("eco")["obligations"].filter(status="open").select("kind", "due_session").rows()
    [('report', 81), ('agenda', 81)]
    """
    import polars as pl

    from ecoanalysis.recurring.obligations import find_obligations
    from ecoanalysis.recurring.tables import obligation_table, series_tables

    opened = open_corpus(corpus)
    series = open_series(id, opened)
    facts = dict(facts_of(series, opened))
    read = [series_tables(evolution_of(series.id, opened, language)) for language in series.languages]
    compared = {name: pl.concat(tables[name] for tables in read) for name in read[0]}
    return facts | compared | {"obligations": obligation_table(find_obligations(series, facts), series.id)}


def write_series(id: str, folder: Path) -> list[Path]:
    """Write the links, changes, lineages and obligations of a series, as its facts have them, as JSON Lines."""
    from ecoanalysis.tables import SERIES_TABLES

    tables = series_facts(id)
    for name in SERIES_TABLES:
        tables[name].write_ndjson(folder / f"{name}.jsonl")
    return [folder / f"{name}.jsonl" for name in SERIES_TABLES]


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
    """Return the id of the series that a corpus is of: half of its resolutions or more, and no other as many.

    Examples
    --------
    >>> main_series()
    'eco'
    """
    opened = open_corpus(corpus)
    here = sorted((each for each in series_at_hand(opened) if each.here), key=lambda series: -series.here)
    if not here or 2 * here[0].here < len(opened.editions()) or [each.here for each in here[1:2]] == [here[0].here]:
        return ""
    return here[0].id


def versions_at_hand(corpus: Where = "") -> list[Version]:
    """Return every edition at hand in every language, by adoption: the corpus's, and all of the series that it is of.

    Examples
    --------
    >>> versions = versions_at_hand()
    >>> len(versions), [version.symbol for version in versions if version.has_text]
    (23, ['A/RES/75/324'])
    """
    return list(_versions(open_corpus(corpus)))


@lru_cache(maxsize=4)
def _versions(opened: Corpus) -> tuple[Version, ...]:
    """The editions at hand: one page after the other asks for them."""
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
    main = main_series(opened)
    listed = {symbol for each in series_at_hand(opened) if each.id == main for symbol in (*each.symbols, each.founding)}
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
    return tuple(sorted(versions.values(), key=lambda edition: (edition.adopted_on, edition.symbol, edition.language)))


def titles_in(versions: Sequence[Version], language: str) -> dict[tuple[str, str], str]:
    """Return what titles, by their language and words, are called in a language that a text of the same title is in.

    Examples
    --------
    >>> titles = titles_in(versions_at_hand(), "zh")
    >>> titles["en", "cooperation between the united nations and the economic cooperation organization"]
    '联合国同经济合作组织的合作'
    """
    ours = {version.symbol: version.title for version in versions if version.language == language and version.title}
    others = (version for version in versions if version.language != language and version.symbol in ours)
    return {(version.language, version.title.casefold()): ours[version.symbol] for version in others}


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
