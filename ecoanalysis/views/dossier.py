"""All that is at hand about one body or theme: every edition once, in whichever language most of them are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from ecoanalysis.corpus import open_corpus
from ecoanalysis.editions import FactTables, Where
from ecoanalysis.lexicon import SPOKEN
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.recurring.at_hand import Version, one_each, versions_at_hand
from ecoanalysis.recurring.calendar import due
from ecoanalysis.views.chronicle import months_of
from ecoanalysis.views.scope import BANDS
from ecoanalysis.views.speech import Speaker, check_choice

if TYPE_CHECKING:
    from ecoanalysis.lexicon.bodies import Body

_PARAGRAPH = ["document", "part", "paragraph"]
_CLAUSE = [*_PARAGRAPH, "index"]


@dataclass(frozen=True)
class Dossier(Speaker):
    """What the resolutions at hand ask: of one body, on one theme, or of all on all, with labels in one language.

    Examples
    --------
    >>> dossier = open_dossier(agency="unido", language="en")
    >>> dossier.asked["symbol"].n_unique(), dossier.first.symbol
    (8, 'A/RES/59/4')
    """

    versions: tuple[Version, ...] = field(repr=False)
    tables: Mapping[str, pl.DataFrame] = field(repr=False)
    labels: Labels
    theme: str = ""
    agency: str = ""
    corpus: Where = field(default="", repr=False)

    @property
    def symbol(self) -> str:
        """Symbol of the latest edition."""
        return self.versions[-1].symbol

    @property
    def text_language(self) -> str:
        """Language of the latest edition."""
        return self.versions[-1].language

    def read_in(self) -> Sequence[tuple[str, int]]:
        """Return the languages that the editions were read in, with how many of them, most first."""
        return Counter(version.language for version in self.versions).most_common()

    @property
    def narrowed_to(self) -> int:
        return self.directives.select(_PARAGRAPH).unique().height

    @property
    def entry(self) -> Body:
        """What the registry knows of the body."""
        return registry()[self.agency]

    @cached_property
    def parties(self) -> pl.DataFrame:
        """One row per directive, party and body that it is or stands for (table ``requests``)."""
        frame = self.tables["requests"].drop_nulls("agency")
        return frame.filter(agency=self.agency) if self.agency else frame

    @cached_property
    def treated(self) -> pl.DataFrame:
        """One row per paragraph of the theme, by adoption: its share of the paragraph, and the terms that show it."""
        return self.tables["themes"].filter(theme=self.theme)

    @cached_property
    def directives(self) -> pl.DataFrame:
        """One row per directive, by adoption: those to the body, and those in paragraphs of the theme."""
        frame = self.tables["clauses"].filter(pl.col("class") == "DIR")
        if self.theme:
            frame = frame.join(self.treated, on=_PARAGRAPH, how="semi", maintain_order="left")
        return frame.join(self.parties, on=_CLAUSE, how="semi", maintain_order="left") if self.agency else frame

    @cached_property
    def asked(self) -> pl.DataFrame:
        """One row per directive and body asked, by adoption: the directive's verb, force and hedges."""
        bodies = self.parties.select(*_CLAUSE, "agency").unique(maintain_order=True)
        return self.directives.join(bodies, on=_CLAUSE, how="inner", maintain_order="left_right")

    @cached_property
    def whom(self) -> pl.DataFrame:
        """One row per party of a directive: the body's id, else the words that the text has for it."""
        unnamed = self.tables["requests"].filter(pl.col("agency").is_null())
        parties = [self.parties.select(*_CLAUSE, body="agency"), unnamed.select(*_CLAUSE, body="surface").drop_nulls()]
        return pl.concat(parties).join(self.directives, on=_CLAUSE, how="semi", maintain_order="left")

    @cached_property
    def named(self) -> pl.DataFrame:
        """One row per mention of the body."""
        frame = self.tables["agencies"].drop_nulls("agency")
        return frame.filter(agency=self.agency) if self.agency else frame

    @cached_property
    def _by_symbol(self) -> dict[str, Version]:
        return {version.symbol: version for version in self.versions}

    @property
    def first(self) -> Version:
        """The edition that first asks for something."""
        asking = set(self.directives["symbol"])
        return next(version for version in self.versions if version.symbol in asking)

    def year(self, symbol: str) -> str:
        """Return the year in which an edition was adopted."""
        return self._by_symbol[symbol].adopted_on[:4] or "?"

    def asked_most(self, limit: int) -> pl.DataFrame:
        """Return one row per body asked most: its directives, in total and of each band."""
        bands = [(pl.col("band") == band).sum().alias(band) for band in BANDS]
        counted = self.asked.group_by("agency").agg(pl.len().alias("directives"), *bands)
        return counted.sort("directives", "agency", descending=[True, False]).head(limit)

    def by_year(self) -> pl.DataFrame:
        """Return one row per year and force: the directives."""
        years = {version.symbol: self.year(version.symbol) for version in self.versions}
        dated = self.directives.with_columns(year=pl.col("symbol").replace_strict(years, return_dtype=pl.String))
        return dated.group_by("year", "band").agg(count=pl.len()).sort("band", "year")

    def by_verb(self) -> pl.DataFrame:
        """Return one row per verb: its force, the directives with it, and the editions."""
        return (
            self.directives.group_by("lemma", "band", "language")
            .agg(directives=pl.len(), number=pl.col("symbol").n_unique())
            .sort("directives", "lemma", descending=[True, False])
        )

    def by_theme(self) -> pl.DataFrame:
        """Return one row per theme: the directives in paragraphs of the theme, and the editions."""
        themes = self.tables["themes"].select(*_PARAGRAPH, "theme").unique()
        return (
            self.directives.join(themes, on=_PARAGRAPH, how="inner")
            .filter(pl.col("theme") != self.theme)
            .group_by("theme")
            .agg(directives=pl.len(), number=pl.col("symbol").n_unique())
            .sort("directives", "theme", descending=[True, False])
        )

    def requests(self) -> pl.DataFrame:
        """Return one row per directive, the latest first: where, by which verb, of whom, how softened, on what."""
        themes = self.tables["themes"].group_by(_PARAGRAPH).agg(themes=pl.col("theme").unique(maintain_order=True))
        bodies = self.whom.group_by(_CLAUSE).agg(bodies=pl.col("body").unique(maintain_order=True))
        order = {version.symbol: at for at, version in enumerate(self.versions)}
        return (
            self.directives.join(themes, on=_PARAGRAPH, how="left", maintain_order="left")
            .join(bodies, on=_CLAUSE, how="left", maintain_order="left")
            .with_columns(_order=pl.col("symbol").replace_strict(order, return_dtype=pl.Int32))
            .sort("_order", descending=True, maintain_order=True)
            .select(
                "language",
                "paragraph",
                pl.col("symbol").alias("edition"),
                pl.col("symbol").alias("official"),
                pl.struct("band", "verb").alias("act"),
                pl.struct("hedges", "intensifiers", "continuity").alias("wording"),
                "themes",
                "bodies",
                "quote",
            )
        )

    def by_edition(self) -> pl.DataFrame:
        """Return one row per edition that treats the theme, the latest first: its paragraphs, and their directives."""
        counted = self.directives.group_by("symbol").agg(directives=pl.len())
        treated = self.treated.group_by("symbol").agg(paragraphs=pl.col("paragraph").unique(maintain_order=True))
        order = pl.DataFrame({"symbol": [version.symbol for version in reversed(self.versions)]})
        found = order.join(treated, on="symbol", how="inner", maintain_order="left")
        return found.join(counted, on="symbol", how="left", maintain_order="left").select(
            edition=pl.col("symbol"),
            official=pl.col("symbol"),
            year=pl.col("symbol").map_elements(self.year, return_dtype=pl.String),
            paragraphs=pl.col("paragraphs"),
            directives=pl.col("directives").fill_null(0),
        )

    def by_term(self) -> pl.DataFrame:
        """Return one row per term that shows the theme: how often, and in how many editions."""
        terms = self.treated.select("symbol", "language", term="terms").explode("term").drop_nulls("term")
        return (
            terms.with_columns(pl.col("term").str.to_lowercase())
            .group_by("term", "language")
            .agg(count=pl.len(), number=pl.col("symbol").n_unique())
            .sort("count", "term", descending=[True, False])
        )

    @cached_property
    def latest_session(self) -> int:
        """The latest session that an edition at hand is of."""
        return max(self.tables["resolutions"]["session"].drop_nulls().to_list(), default=0)

    def due(self) -> pl.DataFrame:
        """Return one row per obligation of every resolution at hand, as all languages tell it, the soonest first.

        ``open`` says that it is still to come: no later edition at hand is of its session, or adopted after its day.
        """
        return due(self.corpus, self.agency, self.labels.language).with_columns(
            edition="symbol",
            official="symbol",
            obligation="kind",
            session="due_session",
            months=months_of(),
            open=pl.col("status") == "open",
            due=pl.when(pl.col("due_session").is_null()).then("due"),  # as written, where no session is told
        )

    def beside(self) -> pl.DataFrame:
        """Return one row per other body asked in the same directives: how often."""
        others = Dossier(self.versions, self.tables, self.labels).asked
        return (
            others.join(self.asked.select(_CLAUSE), on=_CLAUSE, how="semi")
            .filter(pl.col("agency") != self.agency)
            .group_by("agency")
            .agg(directives=pl.len(), number=pl.col("symbol").n_unique())
            .sort("directives", "agency", descending=[True, False])
        )


def open_dossier(corpus: Where = "", agency: str = "", language: str = SPOKEN, theme: str = "") -> Dossier:
    """Return what the resolutions at hand ask of a body, or on a theme.

    Parameters
    ----------
    corpus
        Folder of documents; the bundled corpus where it is empty. The editions that the package brings of its series
        stand beside it.
    agency
        Id of the body; every body where it is empty.
    language
        Language of the labels.
    theme
        Id of the theme; every theme where it is empty.

    Raises
    ------
    ChoiceError
        Where no edition names such a body, or there is no such theme.
    """
    own = open_corpus(corpus)
    versions = one_each(versions_at_hand(own), language)
    tables = FactTables([(version.document, version.part) for version in versions], own)
    check_choice(theme, agency, versions[-1].symbol if versions else "", tables["agencies"]["agency"].drop_nulls())
    return Dossier(tuple(versions), tables, labels(language), theme, agency, own)
