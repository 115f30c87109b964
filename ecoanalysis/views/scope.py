"""One edition, narrowed by theme and agency, as frames ready to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.lexicon import SPOKEN
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.model.facts import Facts
from ecoanalysis.views.speech import Speaker, check_choice

BANDS = ("D1", "D2", "D3", "D4", "D5")
CLASSES = ("REF", "NEU", "EVA", "ASR", "DIR", "DEC")
_CLAUSE = ["paragraph", "index"]


@dataclass(frozen=True)
class Scope(Speaker):
    """One edition, narrowed to a theme and an agency where they are named, with labels in one language.

    Examples
    --------
    >>> scope = open_scope(theme="energy", language="en")
    >>> scope.symbol, scope.directives["paragraph"].unique().sort().to_list()
    ('A/RES/75/324', ['21', '22', '23'])
    """

    corpus: Corpus = field(repr=False)
    facts: Facts = field(repr=False)
    labels: Labels
    theme: str = ""
    agency: str = ""

    # the edition

    @property
    def symbol(self) -> str:
        """Symbol of the edition."""
        return self.facts.resolution.symbol or ""

    @property
    def text_language(self) -> str:
        """Language that the edition is in."""
        return self.facts.resolution.language

    @property
    def narrowed_to(self) -> int:
        """How many paragraphs are looked at."""
        return len(self.paragraphs)

    def whole(self, name: str) -> pl.DataFrame:
        """Return a table of the corpus, cut down to this edition's document only."""
        resolution = self.facts.resolution
        here = (pl.col("document") == resolution.document.sha256) & (pl.col("part") == resolution.part)
        return self.corpus.tables[name].filter(here)

    def narrowed(self, name: str) -> pl.DataFrame:
        """Return a table of the edition, cut down to the paragraphs of the theme where one is named."""
        frame = self.whole(name)
        return frame.filter(pl.col("paragraph").is_in(self.paragraphs)) if self.theme else frame

    @cached_property
    def paragraphs(self) -> list[str]:
        """Ids of the paragraphs looked at, in order of the text: title and closing are none of them."""
        found = self.whole("paragraphs").filter(pl.col("section").is_in(["preamble", "operative", "annex"]))
        if self.theme:
            of_theme = self.whole("themes").filter(theme=self.theme)["paragraph"]
            found = found.filter(pl.col("paragraph").is_in(of_theme.to_list()))
        return found["paragraph"].to_list()

    # frames

    @cached_property
    def clauses(self) -> pl.DataFrame:
        """One row per clause."""
        return self.narrowed("clauses")

    @cached_property
    def directives(self) -> pl.DataFrame:
        """One row per directive, to the agency where one is named; ``hedged`` says whether anything softens it."""
        frame = self.clauses.filter(pl.col("class") == "DIR").with_columns(hedged=pl.col("hedges").list.len() > 0)
        if self.agency:
            frame = frame.join(self.asked, on=_CLAUSE, how="semi", maintain_order="left")
        return frame

    @cached_property
    def asked(self) -> pl.DataFrame:
        """One row per directive, party asked and body that it is or stands for (table ``requests``)."""
        requests = self.narrowed("requests").with_columns(hedged=pl.col("hedges").list.len() > 0)
        return requests.filter(agency=self.agency) if self.agency else requests

    @cached_property
    def asked_by_name(self) -> pl.DataFrame:
        """The rows of ``asked`` whose party is a registered body, one per directive and body."""
        return self.asked.filter(pl.col("agency").is_not_null()).unique([*_CLAUSE, "agency"], maintain_order=True)

    @cached_property
    def mentions(self) -> pl.DataFrame:
        """One row per mention of a body, registered or not."""
        frame = self.narrowed("agencies")
        return frame.filter(agency=self.agency) if self.agency else frame

    @cached_property
    def themes(self) -> pl.DataFrame:
        """One row per paragraph and theme; all themes of the paragraphs looked at."""
        return self.narrowed("themes")

    def force(self) -> pl.DataFrame:
        """Return one row per band: its directives, and how many of them are hedged."""
        counted = self.directives.group_by("band").agg(directives=pl.len(), hedged=pl.col("hedged").sum())
        bands = pl.DataFrame({"band": BANDS}).join(counted, on="band", how="left", maintain_order="left")
        return bands.with_columns(pl.col("directives", "hedged").fill_null(0).cast(pl.Int64))

    def classes(self) -> pl.DataFrame:
        """Return one row per class of clause: how many, their share, and the verbs used."""
        counted = self.clauses.group_by("class", maintain_order=True).agg(
            clauses=pl.len(), share=pl.len() / self.clauses.height, verbs=pl.col("lemma")
        )
        order = pl.DataFrame({"class": CLASSES}).join(counted, on="class", how="inner", maintain_order="left")
        return order.with_columns(pl.col("verbs").map_elements(_most_frequent, return_dtype=pl.List(pl.String)))

    def named(self) -> pl.DataFrame:
        """Return one row per registered body: how often it is named, where, and in how many directives it is asked."""
        asked = self.asked_by_name.group_by("agency").agg(directives=pl.len())
        found = (
            self.mentions.filter(pl.col("agency").is_not_null())
            .group_by("agency", maintain_order=True)
            .agg(mentions=pl.len(), paragraphs=pl.col("paragraph").unique(maintain_order=True))
            .join(asked, on="agency", how="left")
            .with_columns(pl.col("directives").fill_null(0), body=pl.col("agency").replace_strict(_kinds(), default=""))
        )
        return found.sort("mentions", "agency", descending=[True, False]).select(
            "agency", "body", "mentions", "directives", "paragraphs"
        )

    def asked_most(self, limit: int | None = None) -> pl.DataFrame:
        """Return one row per registered body asked: its directives, in total and of each band."""
        bands = [(pl.col("band") == band).sum().alias(band) for band in BANDS]
        counted = self.asked_by_name.group_by("agency", maintain_order=True).agg(pl.len().alias("directives"), *bands)
        return counted.sort("directives", "agency", descending=[True, False]).head(limit or counted.height)

    def by_verb(self) -> pl.DataFrame:
        """Return one row per registered body and verb: the directives by which the body is asked with it."""
        return _counts(self.asked_by_name, "agency", "lemma")

    def by_theme(self) -> pl.DataFrame:
        """Return one row per registered body and theme: the directives to the body in paragraphs of that theme."""
        of_paragraph = self.whole("themes").select("paragraph", "theme").unique()
        return _counts(self.asked_by_name.join(of_paragraph, on="paragraph"), "agency", "theme")

    def theme_counts(self) -> pl.DataFrame:
        """Return one row per theme: its paragraphs, and the directives in them."""
        asks = self.clauses.filter(pl.col("class") == "DIR").group_by("paragraph").agg(n=pl.len())
        return (
            self.themes.select("paragraph", "theme")
            .join(asks, on="paragraph", how="left", maintain_order="left")
            .group_by("theme", maintain_order=True)
            .agg(count=pl.len(), directives=pl.col("n").fill_null(0).sum(), paragraphs=pl.col("paragraph"))
            .sort("count", "theme", descending=[True, False])
        )

    def terms(self) -> pl.DataFrame:
        """Return one row per term that shows the theme: how often, and where."""
        return (
            self._of_theme()
            .explode("terms")
            .group_by(term="terms", maintain_order=True)
            .agg(count=pl.len(), paragraphs=pl.col("paragraph").unique(maintain_order=True))
            .sort("count", "term", descending=[True, False])
        )

    def theme_paragraphs(self) -> pl.DataFrame:
        """Return one row per paragraph of the theme: its share, its terms, and what its clauses do."""
        acts = self.clauses.group_by("paragraph").agg(verbs=pl.col("verb"))
        shown = self._of_theme().with_columns(pl.col("terms").list.unique(maintain_order=True))
        return shown.join(acts, on="paragraph", how="left", maintain_order="left").select(
            "paragraph", "theme", "score", "terms", "verbs"
        )

    def _of_theme(self) -> pl.DataFrame:
        return self.themes.filter(theme=self.theme) if self.theme else self.themes

    def requests(self) -> pl.DataFrame:
        """Return one row per directive with all whom it addresses: what a reader goes through one by one."""
        parties = (
            self.narrowed("requests")
            .group_by(_CLAUSE, maintain_order=True)
            .agg(addressees=pl.struct("surface", "agency", "kind", "role"))
        )
        return self.directives.join(parties, on=_CLAUSE, how="left", maintain_order="left").select(
            "paragraph",
            pl.struct("band", "verb").alias("act"),
            "addressees",
            pl.struct("hedges", "intensifiers", "continuity").alias("wording"),
            "mandate",
            "quote",
        )

    def mandate_sets(self) -> dict[str, int]:
        """Return how many clauses belong to each of the nested sets of mandates."""
        found = Counter(self.clauses["mandate"].drop_nulls())
        return {"M0": found.total(), "M1": found["M1"] + found["M2"], "M2": found["M2"]}

    # figures that sentences need

    def hidden(self) -> int:
        """Return how many directives are not the first clause of their paragraph."""
        return self.directives.filter(pl.col("index") > 1).height

    def without_bodies(self) -> pl.DataFrame:
        """Return the directives that address no registered body, not even by reference."""
        return self.directives.join(self.asked_by_name, on=_CLAUSE, how="anti", maintain_order="left")

    def unspecified(self) -> pl.DataFrame:
        """Return the directives that do not say who is to act."""
        stated = self.narrowed("requests").filter(pl.col("kind") != "unspecified")
        return self.directives.join(stated, on=_CLAUSE, how="anti", maintain_order="left")

    def binary(self) -> tuple[int, int]:
        """Return the directives that count as requested and as encouraged where a ladder has but these two steps."""
        encouraged = self.directives.filter(band="D1").height
        return self.directives.height - encouraged, encouraged


def open_scope(corpus: str = "", edition: str = "", theme: str = "", agency: str = "", language: str = SPOKEN) -> Scope:
    """Return what a notebook looks at.

    Parameters
    ----------
    corpus
        Folder of documents; the bundled corpus where it is empty.
    edition
        Symbol of the edition; the latest where it is empty.
    theme, agency
        Ids to narrow by; nothing is narrowed where they are empty.
    language
        Language of the labels.

    Raises
    ------
    ChoiceError
        Where there is no such theme, or the edition names no such agency.

    Examples
    --------
    >>> open_scope(theme="transprot")
    Traceback (most recent call last):
    ...
    ecoanalysis.errors.ChoiceError: there is no theme 'transprot'; choose one of: afghanistan, ...
    """
    found = open_corpus(corpus)
    facts = found.edition(edition, language)
    scope = Scope(found.only([facts.resolution.document.sha256]), facts, labels(language))
    return narrow(scope, theme, agency)


def narrow(scope: Scope, theme: str = "", agency: str = "") -> Scope:
    """Return a scope narrowed to a theme, an agency, or both; raise ChoiceError where there is none of that id."""
    check_choice(theme, agency, scope.symbol, _bodies(scope))
    return Scope(scope.corpus, scope.facts, scope.labels, theme, agency)


def _counts(frame: pl.DataFrame, row: str, column: str) -> pl.DataFrame:
    counted = frame.group_by(row, column, maintain_order=True).agg(count=pl.len())
    return counted.sort("count", row, column, descending=[True, False, False])


def _most_frequent(words: Sequence[str]) -> list[str]:
    return [word for word, _ in Counter(words).most_common()]


def _kinds() -> dict[str, str]:
    return {agency.id: agency.kind for agency in registry()}


def _bodies(scope: Scope) -> list[str]:
    return sorted(scope.whole("agencies")["agency"].drop_nulls().unique())
