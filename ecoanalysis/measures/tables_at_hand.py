"""What is at hand, as the tables that measures take: one text, a series, or everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.editions import FactTables, Where, read_editions
from ecoanalysis.errors import check_text
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.series import Evolution, Series
from ecoanalysis.recurring.at_hand import (
    Version,
    evolution_of,
    facts_of,
    one_each,
    open_series,
    series_at_hand,
    versions_at_hand,
)
from ecoanalysis.recurring.obligations import find_obligations
from ecoanalysis.recurring.tables import obligation_table, series_tables
from ecoanalysis.tables import EDITION_TABLES, SERIES_TABLES, to_tables
from ecoanalysis.tables.editions import edition_tables

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Opened(Mapping[str, "pl.DataFrame"]):
    """Tables of some texts, each made when it is asked for; those of a series where there is one.

    ``versions`` are the texts that are counted, by adoption. ``evolution`` is the series with its comparisons.
    """

    facts: Mapping[str, pl.DataFrame] = field(repr=False)
    versions: tuple[Version, ...] = field(repr=False)  # of a session: `keys()` would print them all
    corpus: Corpus = field(repr=False)
    series: Series | None = None
    language: str = ""
    """Language that the series is read in."""

    def __iter__(self) -> Iterator[str]:
        return iter((*self.facts, *EDITION_TABLES, *(SERIES_TABLES if self.series else ())))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __getitem__(self, name: str) -> pl.DataFrame:
        if name in EDITION_TABLES and name not in self.facts:
            return self._prints[name]
        if name in SERIES_TABLES and self.series:
            return self._of_series[name]
        return self.facts[name]

    @cached_property
    def _prints(self) -> dict[str, pl.DataFrame]:
        import polars as pl

        keys = pl.DataFrame(
            [(version.document, version.part) for version in self.versions],
            schema={"document": pl.String, "part": pl.Int64},
            orient="row",
        )
        shipped = read_editions()
        made = {}
        for name in EDITION_TABLES:
            ours = self.corpus.prints[name]
            rest = shipped[name].join(
                self.corpus.tables["documents"], on=["document", "part"], how="anti", maintain_order="left"
            )
            both = pl.concat([ours, rest])
            made[name] = keys.join(both, on=["document", "part"], how="inner", maintain_order="left_right").select(
                both.columns
            )
        return made

    @cached_property
    def evolution(self) -> Evolution:
        """The series with every comparison and lineage."""
        assert self.series is not None
        return evolution_of(self.series.id, self.corpus, self.language)

    @cached_property
    def _of_series(self) -> dict[str, pl.DataFrame]:
        assert self.series is not None
        obligations = find_obligations(self.series, facts_of(self.series, self.corpus))  # in every language at hand
        return series_tables(self.evolution) | {
            "obligations": obligation_table(obligations, self.series.id, self.language)
        }


@dataclass(frozen=True)
class _OpenedFacts(Opened):
    """Tables of one resolution that is in no corpus; its fingerprints are made where they are asked for."""

    resolution: Facts | None = field(default=None, repr=False)

    @cached_property
    def _prints(self) -> dict[str, pl.DataFrame]:
        assert self.resolution is not None
        return edition_tables([to_edition(self.resolution)])


def text_tables(symbol: str = "", corpus: Where = "", language: str = "") -> Opened:
    """Return the tables of one text of a corpus: the latest where no symbol is named.

    Where a language is named and the corpus lacks the text in it, these are the facts that the package brings of it in
    that language, without its words; where there are none, the text that the corpus has.

    Examples
    --------
    >>> opened = text_tables()
    >>> opened.versions[0].symbol, opened["clauses"].height == opened["clauses"].unique(["paragraph", "index"]).height
    ('A/RES/75/324', True)
    >>> [(version.language, version.has_text) for version in (*opened.versions, *text_tables(language="en").versions)]
    [('zh', True), ('en', False)]
    """
    check_text(symbol=symbol, language=language)
    opened = open_corpus(corpus)
    languages = opened.languages(symbol)
    text = _version(opened.edition(symbol, language if language in languages else next(iter(languages), "")))
    facts = (version for version in versions_at_hand(opened) if version.symbol == text.symbol)
    named = next((version for version in facts if version.language == language), text)
    return _opened((text if text.language == language else named,), opened)


def latest_tables(symbol: str = "", corpus: Where = "", language: str = "") -> Opened:
    """Return the tables of one edition, by its facts alone where its words are not at hand.

    Where no symbol is named it is the latest edition of the series that the corpus's latest text is of.

    Examples
    --------
    >>> [(version.symbol, version.has_text) for version in latest_tables(language="en").versions]
    [('A/RES/79/330', False)]
    """
    check_text(symbol=symbol, language=language)
    opened = open_corpus(corpus)
    latest = symbol or text_tables("", corpus, language).versions[0].symbol
    series = next((each.symbols for each in series_at_hand(opened) if latest in each.symbols), (latest,))
    chosen = symbol or series[-1]
    versions = [version for version in versions_at_hand(opened) if version.symbol == chosen]
    texts = [version for version in versions if version.has_text] or versions
    if not versions or texts[0].has_text:
        return text_tables(chosen, corpus, language)
    return _opened((max(versions, key=lambda version: version.language == language),), opened)


def facts_tables(facts: Facts, corpus: Where = "") -> Opened:
    """Return the tables of one resolution that is in no corpus: a file just read.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts_tables(eco.extract_facts(eco.parse_resolution(eco.sample())))["clauses"].height
    78
    """
    made = to_tables([facts], terms=False)
    return _OpenedFacts(made, (_version(facts),), open_corpus(corpus), resolution=facts)


def _version(facts: Facts) -> Version:
    resolution = facts.resolution
    return Version(
        resolution.symbol or "",
        resolution.language,
        resolution.document.sha256,
        resolution.part,
        resolution.adopted_on.isoformat() if resolution.adopted_on else "",
        resolution.title or "",
        True,
    )


def series_tables_of(id: str = "", corpus: Where = "", language: str = "") -> Opened:
    """Return the tables of a series in one language: the one of most editions where none is named.

    Examples
    --------
    >>> len(series_tables_of("eco").versions)
    19
    """
    opened = open_corpus(corpus)
    series = open_series(id, opened)
    chosen = language if language in series.languages else series.languages[0]
    return _opened_series(series.id, opened, chosen)


@lru_cache(maxsize=4)
def _opened_series(id: str, corpus: Corpus, language: str) -> Opened:
    """A series in one language: one page after the other is about the same."""
    series = open_series(id, corpus)
    versions = {(version.document, version.part): version for version in versions_at_hand(corpus)}
    ours = [_version_of(edition, versions.get((edition.sha256, edition.part))) for edition in series.editions(language)]
    return Opened(facts_of(series, corpus, language), tuple(ours), corpus, series, language)


def _version_of(edition: object, version: Version | None) -> Version:
    from ecoanalysis.model.edition import Edition

    assert isinstance(edition, Edition)
    return version or Version(
        edition.symbol or "",
        edition.language,
        edition.sha256,
        edition.part,
        edition.adopted_on or "",
        edition.title or "",
        edition.has_text,
    )


def tables_at_hand(corpus: Where = "", language: str = "") -> Opened:
    """Return the tables of all that is at hand: every resolution once, in the language that most of them are in.

    Examples
    --------
    >>> opened = tables_at_hand()
    >>> len(opened.versions), {version.language for version in opened.versions}
    (20, {'en'})
    """
    opened = open_corpus(corpus)
    return _opened(tuple(one_each(versions_at_hand(opened), language)), opened)


def versions_of(symbol: str, corpus: Where = "") -> Opened:
    """Return the tables of every language that a resolution is at hand in.

    Examples
    --------
    >>> [version.language for version in versions_of("A/RES/75/324").versions]
    ['en', 'zh']
    """
    opened = open_corpus(corpus)
    return _opened(tuple(version for version in versions_at_hand(opened) if version.symbol == symbol), opened)


def every_version(corpus: Where = "") -> Opened:
    """Return the tables of every text at hand, each language of a resolution for itself.

    Examples
    --------
    >>> len(every_version().versions)
    23
    """
    opened = open_corpus(corpus)
    return _opened(tuple(versions_at_hand(opened)), opened)


@lru_cache(maxsize=4)
def _opened(versions: tuple[Version, ...], corpus: Corpus) -> Opened:
    """Some texts: one page after the other is about the same."""
    return Opened(FactTables([(version.document, version.part) for version in versions], corpus), versions, corpus)


def languages_of(opened: Opened) -> list[tuple[str, int]]:
    """Return the languages of the texts that are counted, with how many of them, most first."""
    return Counter(version.language for version in opened.versions).most_common()
