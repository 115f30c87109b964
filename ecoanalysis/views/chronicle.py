"""A series through all its editions, as frames ready to show."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.compare.summary import lines
from ecoanalysis.corpus import open_corpus
from ecoanalysis.editions import Where
from ecoanalysis.lexicon import SPOKEN, language_of
from ecoanalysis.lexicon.labels import Labels, labels
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Clause
from ecoanalysis.model.series import Evolution, Lineage, Occurrence
from ecoanalysis.parse.symbols import address
from ecoanalysis.recurring.at_hand import facts_of, open_series, versions_at_hand
from ecoanalysis.recurring.lineage import follow
from ecoanalysis.recurring.obligations import find_obligations
from ecoanalysis.recurring.tables import obligation_table
from ecoanalysis.show.addresses import paragraph_link, reading_page
from ecoanalysis.views.speech import Html, Speaker, check_choice

if TYPE_CHECKING:
    from markupsafe import Markup

SHARES = ("carried", "reworded", "new")


@dataclass(frozen=True)
class Chronicle(Speaker):
    """A series in one language with its lineages, spoken of in the labels' language.

    ``readable`` are the symbols whose text is at hand. ``shown`` are those that the site has a page of, with text or
    with facts alone: their paragraphs are linked to it, those of the others to the official document.

    Examples
    --------
    >>> chronicle = open_chronicle("eco")
    >>> chronicle.symbol, chronicle.editions["operative"].to_list()[-1]
    ('A/RES/79/330', 47)
    """

    evolution: Evolution = field(repr=False)
    tables: Mapping[str, pl.DataFrame] = field(repr=False)
    readable: frozenset[str]
    shown: frozenset[str]
    labels: Labels
    theme: str = ""
    agency: str = ""
    corpus: Where = field(default="", repr=False)

    @property
    def symbol(self) -> str:
        """Symbol of the latest edition."""
        return self.symbols[-1]

    @property
    def symbols(self) -> tuple[str, ...]:
        return self.evolution.symbols

    @property
    def series_title(self) -> Markup | str:
        """What the series is called: its name in the labels' language where the lexicon has one, else its title."""
        names = language_of(self.labels.language).table("series")
        id = self.evolution.series.id
        return names[id]["name"] if id in names else self.quote(self.evolution.series.title(self.text_language))

    def title(self, name: str, /, **values: Any) -> Html:
        """Return the report's own title, which may name the series."""
        return super().title(name, **{"title": self.series_title, **values})

    @property
    def text_language(self) -> str:
        """Language that the facts were read in."""
        return self.evolution.language

    def address(self, edition: str, paragraph: str) -> str:
        """Return where a paragraph can be read: here where the text is at hand, else in the official document."""
        symbol = edition or self.symbol
        if symbol in self.shown:
            return paragraph_link(symbol, paragraph)
        return address(symbol, self.labels.language)

    def edition_address(self, edition: str) -> str:
        """Return where an edition can be read: here where the text is at hand, else the official document."""
        return reading_page(edition) if edition in self.shown else address(edition, self.labels.language)

    def official(self, edition: str) -> Markup:
        """Return a link to the official document of an edition."""
        from markupsafe import Markup

        return Markup('<a href="{}">{}</a>').format(address(edition, self.labels.language), edition)

    def named(self, symbol: str) -> str:
        """Return an edition's short name, with the year of its adoption.

        Examples
        --------
        >>> open_chronicle("eco").named("A/RES/50/1")
        '50/1 · 1995'
        """
        return f"{symbol.partition('/RES/')[2] or symbol} · {self.years[symbol]}"

    @cached_property
    def years(self) -> dict[str, int]:
        """Year of adoption of each edition; 0 where no source says it."""
        return {
            edition.symbol or "": int(edition.adopted_on[:4]) if edition.adopted_on else 0
            for edition in self.evolution.editions
        }

    @property
    def last_comparison(self) -> Comparison:
        return self.evolution.comparisons[-1]

    @cached_property
    def mandates(self) -> list[Lineage]:
        """The lineages that were once an operative directive or decision, and once of the theme and to the agency."""
        return [
            lineage
            for lineage in self.evolution.lineages
            if lineage.kind == "mandate" and any(self._is_shown(found) for found in lineage.occurrences)
        ]

    def _is_shown(self, found: Occurrence) -> bool:
        place = found.symbol, found.provision.clause.paragraph
        return (not self.theme or place in self._of_theme) and (
            not self.agency or self.agency in self._addressed(found)
        )

    @cached_property
    def _of_theme(self) -> frozenset[tuple[str, str]]:
        """Edition and paragraph of every paragraph of the theme."""
        frame = self.tables["themes"].filter(theme=self.theme)
        return frozenset(frame.select("symbol", "paragraph").iter_rows())

    @property
    def narrowed_to(self) -> int:
        """How many paragraphs of all editions are of the theme."""
        return len(self._of_theme)

    @cached_property
    def _directives(self) -> pl.DataFrame:
        """The directives of all editions, of the theme and to the agency where they are named."""
        frame = self.tables["clauses"].filter(pl.col("class") == "DIR")
        if self.theme:
            of_theme = self.tables["themes"].filter(theme=self.theme)
            frame = frame.join(of_theme, on=["symbol", "paragraph"], how="semi", maintain_order="left")
        if self.agency:
            to_it = self.tables["requests"].filter(agency=self.agency)
            frame = frame.join(to_it, on=["symbol", "paragraph", "index"], how="semi", maintain_order="left")
        return frame

    # the editions

    @cached_property
    def editions(self) -> pl.DataFrame:
        """One row per edition: when and how it was adopted, its size, its directives, and how many are hedged."""
        counted = self._directives.group_by("symbol").agg(
            directives=pl.len(), hedged=(pl.col("hedges").list.len() > 0).sum()
        )
        size = self.tables["paragraphs"].filter(section="operative").group_by("symbol").agg(operative=pl.len())
        found = self.tables["resolutions"].select(
            "symbol", "adopted_on", "meeting", "agenda_item", "adoption", "yes", "no", "abstain"
        )
        joined = found.join(size, on="symbol", how="left", maintain_order="left").join(
            counted, on="symbol", how="left", maintain_order="left"
        )
        return joined.with_columns(
            pl.col("directives", "hedged").fill_null(0),
            share=(pl.col("hedged") / pl.col("directives")).fill_nan(0).fill_null(0),
        )

    def carried(self) -> pl.DataFrame:
        """One row per edition but the first and per share: paragraphs carried unchanged, reworded, new; and dropped."""
        rows = []
        for comparison in self.evolution.comparisons:
            counts = Counter[str]()
            for link in comparison.links:
                base = "carried" if link.base in ("identical", "slot_update") else link.base
                counts[base] += len(link.new) if link.new else len(link.old)
            total = len(comparison.new.paragraphs)
            rows += [
                {
                    "symbol": comparison.new.symbol,
                    "share": share,
                    "count": counts[share],
                    "part": counts[share] / total if total else 0.0,
                    "dropped": counts["dropped"],
                }
                for share in SHARES
            ]
        return pl.DataFrame(rows)

    # force, bodies, themes

    def force(self) -> pl.DataFrame:
        """One row per edition and band that it uses: its directives."""
        return self._in_order(self._directives.group_by("symbol", "band").agg(count=pl.len()), "band")

    def themes(self) -> pl.DataFrame:
        """One row per edition and theme: its paragraphs."""
        found = self.tables["themes"].select("symbol", "paragraph", "theme").unique()
        return self._in_order(found.group_by("symbol", "theme").agg(count=pl.len()), "theme")

    def asked(self) -> pl.DataFrame:
        """One row per edition and registered body that it asks by name: the directives."""
        key = ["symbol", "paragraph", "index"]
        parties = self.tables["requests"].drop_nulls("agency").select(*key, "agency").unique()
        asked = parties.join(self._directives.select(key), on=key, how="semi")
        return self._in_order(asked.group_by("symbol", "agency").agg(count=pl.len()), "agency")

    def bodies_named(self) -> dict[str, set[str]]:
        """The registered bodies that each edition names."""
        found: dict[str, set[str]] = {symbol: set() for symbol in self.symbols}
        for symbol, agency in self.tables["agencies"].select("symbol", "agency").drop_nulls().iter_rows():
            found[symbol].add(agency)
        return found

    def joined_and_left(self) -> tuple[list[str], list[str]]:
        """Return the bodies that the latest edition names and the one before it did not, and the other way round."""
        named = self.bodies_named()
        before, now = named[self.symbols[-2]], named[self.symbols[-1]]
        return sorted(now - before), sorted(before - now)

    # lineages

    def births(self) -> pl.DataFrame:
        """One row per edition: mandates born in it, revived in it, and last seen in the edition before it."""
        born = Counter(lineage.born.symbol for lineage in self.mandates)
        revived = Counter(found.symbol for lineage in self.mandates for found in lineage.revivals)
        ended = Counter(lineage.last.edition + 1 for lineage in self.mandates)
        alive = Counter(at for lineage in self.mandates for at in {found.edition for found in lineage.occurrences})
        return pl.DataFrame(
            [
                {
                    "symbol": symbol,
                    "born": born[symbol],
                    "revived": revived[symbol],
                    "ended": ended[at],
                    "mandates": alive[at],
                }
                for at, symbol in enumerate(self.symbols)
            ]
        )

    def longest(self, limit: int = 12) -> pl.DataFrame:
        """One row per mandate, those of most editions first: where it was born, last seen, how it asks today."""
        rows = []
        for lineage in sorted(self.mandates, key=lambda one: (-one.editions, one.born.edition))[:limit]:
            clause = lineage.last.provision.clause
            rows.append(
                {
                    "born": lineage.born.symbol,
                    "lineage": lineage.born.provision.clause.paragraph,
                    "last": lineage.last.symbol,
                    "number": lineage.editions,
                    "years": self.years[lineage.last.symbol] - self.years[lineage.born.symbol],
                    "edition": lineage.last.symbol,
                    "paragraph": clause.paragraph,
                    "act": {"band": clause.band, "verb": clause.verb.surface, "class": clause.cls},
                    "agencies": self._addressed(lineage.last),
                    "changes": self._changes(lineage),
                }
            )
        return pl.DataFrame(rows)

    def _addressed(self, found: Occurrence) -> list[str]:
        return list(found.provision.clause.bodies)

    def _changes(self, lineage: Lineage) -> list[str]:
        counts = Counter(type for found in lineage.occurrences for type in found.types)
        return [type for type, _ in counts.most_common(3)]

    def grid(self, least: int = 3) -> pl.DataFrame:
        """One row per mandate of at least so many editions and per edition that holds it: its force, what changed."""
        rows = []
        shown = [one for one in self.mandates if one.editions >= least]
        often = Counter((self._theme(one), self._who(one)) for one in shown)
        for lineage in sorted(shown, key=lambda one: (one.born.edition, -one.editions)):
            theme, who = self._theme(lineage), self._who(lineage)
            name = " · ".join(part for part in (self.theme_name(theme) if theme else "", who) if part)
            if often[theme, who] > 1:
                name += f" ({lineage.id.partition('/RES/')[2]})"
            for before, found in zip((None, *lineage.occurrences), lineage.occurrences, strict=False):
                clause = found.provision.clause
                rows.append(
                    {
                        "lineage": lineage.id,
                        "theme": theme,
                        "surface": who,
                        "name": name,
                        "symbol": found.symbol,
                        "paragraph": clause.paragraph,
                        "code": clause.band or clause.cls,
                        "step": found.step,
                        "arrow": _arrow(before, found),
                    }
                )
        return pl.DataFrame(rows)

    def _who(self, lineage: Lineage) -> str:
        """Whom a mandate last asked, in short; its verb where it names nobody."""
        clause = lineage.last.provision.clause
        bodies = [self.short(id) for id in self._addressed(lineage.last)[:2]]
        generic = next((party.surface for party in clause.addressees if party.surface), None)
        who = self.labels.join(bodies) or generic or clause.verb.surface
        return who if len(who) <= _NAME else who[: _NAME - 1] + "…"

    def _theme(self, lineage: Lineage) -> str | None:
        """The heaviest theme of the paragraph where a mandate was last seen."""
        return self._themes.get((lineage.last.symbol, lineage.last.provision.clause.paragraph))

    @cached_property
    def _themes(self) -> dict[tuple[str, str], str]:
        """The heaviest theme of each paragraph of each edition."""
        frame = self.tables["themes"].sort("score")
        return {
            (symbol, paragraph): theme
            for symbol, paragraph, theme in frame.select("symbol", "paragraph", "theme").iter_rows()
        }

    def survival(self) -> pl.DataFrame:
        """The share of mandates still there after so many editions (Kaplan–Meier), with its 95 % confidence band.

        A mandate of the latest edition is still alive: how long it will live is not known (right-censored).
        """
        from scipy.stats import CensoredData, ecdf

        alive = [one.editions for one in self.mandates if one.last.edition == len(self.symbols) - 1]
        ended = [one.editions for one in self.mandates if one.last.edition < len(self.symbols) - 1]
        if not ended:
            return pl.DataFrame(
                schema={"editions": pl.Int64, "share": pl.Float64, "low": pl.Float64, "high": pl.Float64}
            )
        curve = ecdf(CensoredData(uncensored=ended, right=alive)).sf
        with warnings.catch_warnings():  # where all have ended the bounds are undefined, and stay empty
            warnings.simplefilter("ignore", RuntimeWarning)
            bounds = curve.confidence_interval(confidence_level=0.95)
        return pl.DataFrame(
            {
                "editions": [0, *(int(at) for at in curve.quantiles)],
                "share": [1.0, *curve.probabilities.tolist()],
                "low": [1.0, *bounds.low.probabilities.tolist()],
                "high": [1.0, *bounds.high.probabilities.tolist()],
            }
        ).fill_nan(None)

    # the latest edition against the one before it

    def changes(self, comparison: Comparison | None = None) -> pl.DataFrame:
        """One row per paragraph that a comparison changes in what matters, losses first: how, and in which words."""
        found = comparison or self.last_comparison
        rows = []
        for type, link, words in lines(found):
            side, ids = (found.new, link.new) if link.new else (found.old, link.old)
            if not self._concerns(side, ids):
                continue
            whole = link.base in ("new", "dropped")
            rows.append(
                {
                    "change": type,
                    "old_edition": found.old.symbol,
                    "old_paragraphs": list(link.old),
                    "edition": found.new.symbol,
                    "paragraphs": list(link.new),
                    "gist": str(self.gist(side, ids) if whole else self.quote(words)),
                    "also": [other for other in link.counted[1:] if other != type],
                }
            )
        lists = dict.fromkeys(("old_paragraphs", "paragraphs", "also"), pl.List(pl.String))
        return pl.DataFrame(rows, schema_overrides=lists)

    def _concerns(self, edition: Edition, ids: Sequence[str]) -> bool:
        """Whether paragraphs are of the theme, and ask the agency, where these are named."""
        found = [paragraph for paragraph in edition.paragraphs if paragraph.id in ids]
        themes = {theme for paragraph in found for theme in paragraph.themes}
        bodies = {agency for paragraph in found for agency in paragraph.agencies}
        return (not self.theme or self.theme in themes) and (not self.agency or self.agency in bodies)

    def gist(self, edition: Edition, ids: Sequence[str]) -> Markup:
        """Return what paragraphs do: their verbs, whom they ask, and their themes; or their first words."""
        acts, themes = [], []
        for paragraph in edition.paragraphs:
            if paragraph.id in ids:
                themes += [self.theme_name(theme) for theme in sorted(paragraph.themes)]
                acts += [self._act(provision.clause) for provision in paragraph.provisions]
        said = _joined(acts, "; ")
        return said + f" [{self.labels.join(dict.fromkeys(themes))}]" if themes else said

    def _act(self, clause: Clause) -> Markup:
        parties = dict.fromkeys(
            self.short(party.agency) if party.agency else self.quote(party.surface)
            for party in clause.addressees
            if party.surface
        )
        verb = self.quote(clause.verb.surface)
        return verb + " " + _joined(parties, self.labels("punctuation.list")) if parties else verb

    def obligations(self) -> pl.DataFrame:
        """One row per obligation, as all languages tell it: who owes what, when, and which edition answers it."""
        series = self.evolution.series
        found = find_obligations(series, facts_of(series, self.corpus))
        frame = obligation_table(found, series.id, self.labels.language)
        session = pl.col("due_session").map_elements(
            lambda number: self.labels("course.session", session=number), return_dtype=pl.String
        )
        return frame.with_columns(
            edition="symbol",
            official="symbol",
            obligation="kind",
            session="due_session",
            months=months_of(),
            due=pl.coalesce(session, "due"),
        )

    def _in_order(self, frame: pl.DataFrame, other: str) -> pl.DataFrame:
        """Rows in the order of the editions."""
        order = {symbol: at for at, symbol in enumerate(self.symbols)}
        return frame.sort(pl.col("symbol").replace_strict(order, return_dtype=pl.Int32), other)


def months_of() -> pl.Expr:
    """The months of an obligation, or the day."""
    span = pl.format("{} – {}", "due_from", "due_to")
    return pl.when(pl.col("due_from") != pl.col("due_to")).then(span).otherwise("due_from")


_ARROWS = {(False, False): "", (True, False): "↑", (False, True): "↓", (True, True): "↕"}  # stronger, weaker
_NAME = 18  # characters of a mandate's name beside the chart


def open_chronicle(
    series: str = "", corpus: Where = "", language: str = SPOKEN, facts: str = "", theme: str = "", agency: str = ""
) -> Chronicle:
    """Return a series through all its editions.

    Parameters
    ----------
    series
        Id of the series; where it is empty the longest one at hand.
    corpus
        Folder of documents; the bundled corpus where it is empty. Editions that the package brings stand beside it.
    language
        Language of the labels.
    facts
        Language that the facts are to be read in; the one of most editions where it is empty.
    theme, agency
        Ids to narrow the mandates by; nothing is narrowed where they are empty.

    Raises
    ------
    CorpusError
        Where there is no such series.
    ChoiceError
        Where there is no such theme, or no edition names such an agency.
    """
    own = open_corpus(corpus)
    found = open_series(series, own)
    evolution = follow(found, facts)
    readable = frozenset(own.editions())
    tables = facts_of(found, own, evolution.language)
    check_choice(theme, agency, found.id, tables["agencies"]["agency"].drop_nulls().unique())
    shown = frozenset(version.symbol for version in versions_at_hand(own))
    return Chronicle(evolution, tables, readable, shown, labels(language), theme, agency, own)


def _arrow(before: Occurrence | None, found: Occurrence) -> str:
    """Whether a mandate grew stronger or weaker; where the band changed, the band decides."""
    arrow = _ARROWS["strengthened" in found.types, "weakened" in found.types]
    old, new = before and before.provision.clause.band, found.provision.clause.band
    if arrow and old and new and old != new:
        return _ARROWS[new > old, new < old]
    return arrow


def _joined(items: Iterable[Any], by: str) -> Markup:
    from markupsafe import escape

    return escape(by).join(items)
