"""Other series at hand → the nearest requests to those of a comparison, and cited editions that are superseded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

import polars as pl

from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.editions import Where, read_editions
from ecoanalysis.model.brief import Brief, NearRequest, RequestCheck, Superseded
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Clause
from ecoanalysis.recurring.at_hand import SeriesOutline, series_at_hand

_NEAREST = 3
_AGREES = 0.5  # share of themes in common from which on two requests are on one matter
_COLUMNS = ("symbol", "language", "paragraph", "verb", "act_verb", "agency", "adopted_on")


def add_precedents(brief: Brief, comparison: Comparison, corpus: Where = "") -> Brief:
    """Return a brief with what other series at hand ask alike, and the cited editions that a later one superseded.

    Examples
    --------
    >>> from ecoanalysis.compare.brief import make_brief
    >>> from ecoanalysis.named_comparison import compare_named
    >>> comparison = compare_named("A/RES/77/330", "A/RES/79/330", language="en")
    >>> add_precedents(make_brief(comparison), comparison).superseded
    ()
    """
    opened = open_corpus(corpus)
    outlines = series_at_hand(opened)
    kin = _symbols_of(outlines, comparison)
    checks = brief.checks
    if checks:
        requests, themes = _requests(opened, comparison.new.language, kin), _themes(opened)
        series = {symbol: outline.id for outline in outlines for symbol in outline.symbols}
        checks = tuple(_with_nearest(check, comparison.new, requests, themes, series) for check in checks)
    return replace(brief, checks=checks, superseded=tuple(_superseded(comparison.new, outlines, kin)))


def _symbols_of(outlines: Sequence[SeriesOutline], comparison: Comparison) -> frozenset[str]:
    """The symbols of both editions, and of the series they are of."""
    both = {edition.symbol for edition in (comparison.old, comparison.new) if edition.symbol}
    series = (frozenset(outline.symbols) for outline in outlines)
    return frozenset(both).union(*(symbols for symbols in series if symbols & both))


def _requests(corpus: Corpus, language: str, kin: frozenset[str]) -> pl.DataFrame:
    frames = [corpus.tables["requests"].select(_COLUMNS), read_editions()["requests"].select(_COLUMNS)]
    others = pl.concat(frames).filter(pl.col("language") == language, ~pl.col("symbol").is_in(kin))
    return others.drop_nulls(["symbol", "agency"]).unique(maintain_order=True)


def _themes(corpus: Corpus) -> Mapping[tuple[str, str], set[str]]:
    columns = ("symbol", "paragraph", "theme")
    themes: dict[tuple[str, str], set[str]] = {}
    for frame in (corpus.tables["themes"], read_editions()["themes"]):
        for symbol, paragraph, theme in frame.select(columns).iter_rows():
            themes.setdefault((symbol, paragraph), set()).add(theme)
    return themes


def _with_nearest(
    check: RequestCheck,
    edition: Edition,
    requests: pl.DataFrame,
    themes: Mapping[tuple[str, str], set[str]],
    series: Mapping[str, str],
) -> RequestCheck:
    """The check with what other series ask of the same body by the same act on the same matter, one of each series."""
    paragraph = next(each for each in edition.paragraphs if each.id == check.paragraph)
    clause = next(each.clause for each in paragraph.provisions if each.clause.index == check.index)
    alike = requests.filter(pl.col("agency").is_in(_bodies(clause)), pl.col("act_verb") == (clause.act_verb or ""))
    matters = ((row, themes.get((row["symbol"], row["paragraph"]), set())) for row in alike.iter_rows(named=True))
    ranked = [(agreement(paragraph.themes, of), row, paragraph.themes & of) for row, of in matters]
    ranked.sort(key=lambda each: (-each[0], _recent(each[1])))
    nearest: dict[str, NearRequest] = {}
    for share, row, shared in ranked:
        if share >= _AGREES:
            nearest.setdefault(series.get(row["symbol"], row["symbol"]), _near(row, shared))
    return replace(check, nearest=tuple(nearest.values())[:_NEAREST])


def agreement(themes: Set[str], others: Set[str]) -> float:
    """Return the share of the themes of two paragraphs that both have; none where either has none.

    Examples
    --------
    >>> agreement({"water"}, {"water", "energy"}), agreement({"water"}, {"energy"}), agreement(set(), set())
    (0.5, 0.0, 0.0)
    """
    return len(themes & others) / max(1, len(themes | others))


def _bodies(clause: Clause) -> list[str]:
    return list(dict.fromkeys(body for party in clause.addressees for body in party.bodies))


def _recent(row: Mapping[str, Any]) -> int:
    return -row["adopted_on"].toordinal() if row["adopted_on"] else 0


def _near(row: Mapping[str, Any], shared: frozenset[str]) -> NearRequest:
    return NearRequest(row["symbol"], row["paragraph"], row["verb"], row["act_verb"], tuple(sorted(shared)))


def _superseded(edition: Edition, outlines: Sequence[SeriesOutline], kin: frozenset[str]) -> Iterator[Superseded]:
    cited = frozenset(symbol for paragraph in edition.paragraphs for symbol in paragraph.citations)
    later = {
        symbol: outline.symbols[-1]
        for outline in outlines
        for symbol in outline.symbols[:-1]
        if symbol not in kin and outline.symbols[-1] not in cited
    }
    for paragraph in edition.paragraphs:
        for symbol in sorted(paragraph.citations & later.keys()):
            yield Superseded(paragraph.id, symbol, later[symbol])
