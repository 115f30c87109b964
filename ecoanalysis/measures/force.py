"""What texts do, how strongly they ask, and how often that is softened."""

from __future__ import annotations

from typing import Any

import polars as pl

from ecoanalysis.measures.frames import (
    BANDS,
    CLASSES,
    CLAUSE,
    PARAGRAPH,
    RESOLUTION,
    TEXT,
    body_paragraphs,
    directives,
    hedged,
    in_order,
    texts,
    treated,
)
from ecoanalysis.measures.intervals import share
from ecoanalysis.measures.measure import Frames, measure

LADDERS = {
    "bands": {band: band for band in BANDS},
    "binary": {"D1": "encouraged"} | dict.fromkeys(BANDS[1:], "requested"),
}
"""Ladders of force: no official one exists, so that a statement about force has to hold on each."""


@measure("one row per text", "paragraphs", "clauses", "classes")
def extent(tables: Frames) -> pl.DataFrame:
    """How long each text is and what it is made of, in every unit that there is.

    ``words`` are those by which editions are compared (dates, sessions, symbols and ordinals left out; a Chinese
    character is a word), null where they are not at hand; ``buried`` are directives that do not open their paragraph,
    ``asking`` the paragraphs that hold a directive, ``speaking`` those that hold any clause.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> latest = extent(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> latest.select("words", "paragraphs", "directives").row(0)
    (2621, 51, 20)
    """
    paragraphs = body_paragraphs(tables)
    sections = [(pl.col("section") == part).sum().alias(part) for part in ("preamble", "operative", "annex")]
    size = paragraphs.group_by(TEXT, maintain_order=True).agg(pl.len().alias("paragraphs"), *sections)
    acts = (
        tables["clauses"]
        .group_by(TEXT, maintain_order=True)
        .agg(
            pl.len().alias("clauses"),
            (pl.col("class") == "DIR").sum().alias("directives"),
            (pl.col("class") == "DEC").sum().alias("decisions"),
            ((pl.col("class") == "DIR") & (pl.col("index") > 1)).sum().alias("buried"),
            pl.col("paragraph").filter(pl.col("class") == "DIR").n_unique().alias("asking"),
            pl.col("paragraph").n_unique().alias("speaking"),
        )
    )
    cited = (
        tables["citations"]
        .group_by(TEXT, maintain_order=True)
        .agg(citations=pl.len(), cited=pl.col("cited").drop_nulls().n_unique())
    )
    notes = tables["footnotes"].group_by(TEXT, maintain_order=True).agg(footnotes=pl.len())
    reports = tables["reports"].group_by(TEXT, maintain_order=True).agg(reports=pl.len())
    frame = texts(tables).select(*TEXT, "adopted_on", "year").unique(TEXT, keep="first", maintain_order=True)
    for other in (size, _words(tables), acts, cited, notes, reports):
        frame = frame.join(other, on=TEXT, how="left", maintain_order="left", nulls_equal=True)
    return frame.with_columns(pl.exclude("words", *TEXT, "adopted_on", "year").fill_null(0).cast(pl.Int64))


def _words(tables: Frames) -> pl.DataFrame:
    schema = {"symbol": pl.String, "language": pl.String, "words": pl.Int64}
    if "fingerprints" not in tables:
        return pl.DataFrame(schema=schema)
    prints = tables["fingerprints"]
    digits = 3  # of a hash of a word
    words = (pl.col("shingles").str.len_chars() // digits).sum().cast(pl.Int64)
    return prints.group_by(TEXT, maintain_order=True).agg(words=words)


@measure("one row per text and class of clause", "classes")
def acts(tables: Frames) -> pl.DataFrame:
    """What the clauses of each text do: how many of each class, their share of its clauses, its verbs by frequency.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> acts(read_editions()).filter(symbol="A/RES/79/330", language="en", **{"class": "NEU"})["clauses"].item() > 20
    True
    """
    verbs = pl.col("lemma").value_counts(sort=True).struct.field("lemma")
    counted = (
        tables["clauses"]
        .group_by(*TEXT, "class", maintain_order=True)
        .agg(clauses=pl.len().cast(pl.Int64), verbs=verbs)
        .with_columns(share=pl.col("clauses") / pl.col("clauses").sum().over(TEXT))
        .select(*TEXT, "class", "clauses", "share", "verbs")
    )
    place = pl.col("class").replace_strict(list(CLASSES), list(range(len(CLASSES))), return_dtype=pl.Int8)
    return in_order(counted.sort(place, maintain_order=True), tables)


@measure("one row per text and band of force", "classes", "hedges")
def bands(tables: Frames) -> pl.DataFrame:
    """How many directives each text has of each band of force, and how many of them are hedged; bands without any too.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> bands(read_editions()).filter(symbol="A/RES/79/330", language="en")["directives"].sum()
    20
    """
    counted = (
        directives(tables)
        .group_by(*TEXT, "band", maintain_order=True)
        .agg(directives=pl.len(), hedged=pl.col("hedged").sum())
    )
    every = (
        texts(tables)
        .select(TEXT)
        .unique(maintain_order=True)
        .join(pl.DataFrame({"band": BANDS}), how="cross", maintain_order="left_right")
    )
    joined = every.join(counted, on=[*TEXT, "band"], how="left", maintain_order="left", nulls_equal=True)
    return joined.with_columns(pl.col("directives", "hedged").fill_null(0).cast(pl.Int64))


@measure("one row per text and step of a ladder", "classes")
def steps(tables: Frames, ladder: str = "binary") -> pl.DataFrame:
    """How many directives each text has on each step of a ladder of force.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> steps(read_editions())["step"].unique().sort().to_list()
    ['encouraged', 'requested']
    """
    stepped = directives(tables).drop_nulls("band").with_columns(step=pl.col("band").replace_strict(LADDERS[ladder]))
    return in_order(
        stepped.group_by(*TEXT, "step", maintain_order=True).agg(directives=pl.len().cast(pl.Int64)), tables, "step"
    )


@measure("one row per text", "classes", "hedges")
def hedging(tables: Frames) -> pl.DataFrame:
    """Which share of each text's directives is hedged, with the interval that resampling its paragraphs gives.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> hedging(read_editions()).filter(symbol="A/RES/79/330", language="en").select("hedged", "directives").row(0)
    (7, 20)
    """
    per = directives(tables).group_by(*TEXT, "paragraph", maintain_order=True)
    units = per.agg(n=pl.len(), soft=pl.col("hedged").sum())
    rows = []
    for (symbol, language), group in units.group_by(TEXT, maintain_order=True):
        rows.append(
            {"symbol": symbol, "language": language, "directives": group["n"].sum(), "hedged": group["soft"].sum()}
            | _shares(group["soft"].to_list(), group["n"].to_list())
        )
    frame = pl.DataFrame(rows, schema={"symbol": pl.String, "language": pl.String} | _HEDGING)
    every = texts(tables).select(*TEXT, "adopted_on", "year").unique(TEXT, keep="first", maintain_order=True)
    joined = every.join(frame, on=TEXT, how="left", maintain_order="left", nulls_equal=True)
    return joined.with_columns(pl.col("directives", "hedged").fill_null(0))


_HEDGING: dict[str, Any] = {
    "directives": pl.Int64, "hedged": pl.Int64, "share": pl.Float64, "low": pl.Float64, "high": pl.Float64
}  # fmt: skip


def _shares(parts: list[int], wholes: list[int]) -> dict[str, float | None]:
    interval = share(parts, wholes)
    return {"share": interval.value, "low": interval.low, "high": interval.high}


@measure("one row for all texts looked at, in each language", "classes", "hedges")
def hedging_over_all(tables: Frames) -> pl.DataFrame:
    """Which share of all directives is hedged, with the interval that resampling the resolutions gives.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> row = hedging_over_all(read_editions()).filter(language="en").row(0, named=True)
    >>> row["low"] < row["share"] < row["high"]
    True
    """
    units = (
        directives(tables)
        .group_by(*RESOLUTION, "language", maintain_order=True)
        .agg(n=pl.len(), soft=pl.col("hedged").sum())
    )
    rows = [
        {
            "language": language,
            "resolutions": group.height,
            "directives": group["n"].sum(),
            "hedged": group["soft"].sum(),
        }
        | _shares(group["soft"].to_list(), group["n"].to_list())
        for (language,), group in units.sort(RESOLUTION, maintain_order=True).group_by("language", maintain_order=True)
    ]
    frame = pl.DataFrame(rows, schema={"language": pl.String, "resolutions": pl.Int64} | _HEDGING)
    return frame.sort("directives", "language", descending=[True, False], maintain_order=True)


@measure("one row per text and hedge", "hedges")
def hedge_words(tables: Frames) -> pl.DataFrame:
    """Which words soften the directives of each text, and how many directives each softens.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> hedge_words(read_editions())["directives"].min()
    1
    """
    words = directives(tables).select(*TEXT, "paragraph", "index", hedge="hedges").explode("hedge").drop_nulls("hedge")
    counted = (
        words.unique(maintain_order=True)
        .group_by(*TEXT, "hedge", maintain_order=True)
        .agg(directives=pl.len().cast(pl.Int64))
    )
    return in_order(counted.sort("directives", "hedge", descending=[True, False], maintain_order=True), tables)


@measure("one row per language and kind of hedge", "hedges")
def hedge_kinds(tables: Frames) -> pl.DataFrame:
    """How many directives each kind of hedge softens, and their share of all, resampled over the resolutions.

    A hedge of two kinds (``mandate+resources``) counts for both; what only asks for effort (``effort``) is a kind here
    and in no hedge rate.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> hedge_kinds(read_editions()).filter(language="en")["hedge_kind"][0]
    'discretion'
    """
    asks = directives(tables).select(*CLAUSE, "language")
    soft = tables["modifiers"].filter(pl.col("kind") == "hedge").with_columns(pl.col("hedge_kind").str.split("+"))
    kinds = (
        soft.select(*CLAUSE, "hedge_kind").explode("hedge_kind").drop_nulls("hedge_kind").unique(maintain_order=True)
    )
    units = asks.group_by(*RESOLUTION, "language", maintain_order=True).agg(n=pl.len())
    rows = []
    for (language, kind), group in asks.join(kinds, on=CLAUSE, maintain_order="left").group_by(
        "language", "hedge_kind", maintain_order=True
    ):
        counts = group.group_by(RESOLUTION, maintain_order=True).agg(soft=pl.len())
        each = units.filter(pl.col("language") == language).join(
            counts, on=RESOLUTION, how="left", maintain_order="left"
        )
        shares = _shares(each["soft"].fill_null(0).to_list(), each["n"].to_list())
        rows.append({"language": language, "hedge_kind": kind, "directives": group.height} | shares)
    schema: dict[str, Any] = {"language": pl.String, "hedge_kind": pl.String, "directives": pl.Int64}
    frame = pl.DataFrame(rows, schema=schema | dict.fromkeys(("share", "low", "high"), pl.Float64))
    return frame.sort("language", "directives", "hedge_kind", descending=[False, True, False], maintain_order=True)


@measure("one row per text and paragraph", "clauses", "themes")
def paragraph_units(tables: Frames) -> pl.DataFrame:
    """What each paragraph of a text holds, in units by which texts can be compared: clauses, directives, hedges, notes.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> paragraph_units(read_editions()).columns
    ['symbol', 'language', 'paragraph', 'section', 'clauses', 'directives', 'hedged', 'notes']
    """
    counted = (
        tables["clauses"]
        .group_by(PARAGRAPH, maintain_order=True)
        .agg(
            clauses=pl.len(),
            directives=(pl.col("class") == "DIR").sum(),
            hedged=((pl.col("class") == "DIR") & (pl.col("hedges").list.len() > 0)).sum(),
            notes=(pl.col("class") == "NEU").sum(),
        )
    )
    joined = body_paragraphs(tables).join(counted, on=PARAGRAPH, how="left", maintain_order="left")
    counts = ("clauses", "directives", "hedged", "notes")
    return joined.select(*TEXT, "paragraph", "section", *counts).with_columns(
        pl.col(counts).fill_null(0).cast(pl.Int64)
    )


CODES = (*reversed(BANDS), "DEC", "EVA", "ASR", "NEU", "REF")
"""What a clause does, in one code: the band of a directive, the strongest first, else the class."""
_PLACE = pl.col("code").replace_strict(list(CODES), list(range(len(CODES))), default=len(CODES), return_dtype=pl.Int64)


def _coded(tables: Frames) -> pl.DataFrame:
    """The clauses with what each does, and whether it is a directive that anything softens."""
    asks = pl.col("class") == "DIR"
    return tables["clauses"].with_columns(code=pl.coalesce("band", "class"), hedged=asks & hedged())


@measure("one row per text, class or band, and whether it is hedged", "clauses", "classes", "hedges")
def composition(tables: Frames) -> pl.DataFrame:
    """What each text is made of, in clauses and words: what it asks by band, decides, evaluates, asserts, notes.

    ``code`` is the band of a directive, else the class; ``paragraphs`` are those in which it stands. ``words`` are
    those of the clauses (dates, sessions, symbols left out), null where they are not at hand.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = composition(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> frame["clauses"].sum() == extent(read_editions()).filter(symbol="A/RES/79/330", language="en")["clauses"].item()
    True
    """
    clauses = _coded(tables)
    if "provisions" in tables:
        sizes = tables["provisions"].select(
            *RESOLUTION, "paragraph", "index", words=(pl.col("last") - pl.col("first")).cast(pl.Int64)
        )
        clauses = clauses.join(sizes, on=[*RESOLUTION, "paragraph", "index"], how="left", maintain_order="left")
    else:
        clauses = clauses.with_columns(words=pl.lit(None, pl.Int64))
    counted = clauses.group_by(*TEXT, "code", "hedged", maintain_order=True).agg(
        clauses=pl.len().cast(pl.Int64),
        words=pl.col("words").sum(),
        paragraphs=pl.col("paragraph").unique(maintain_order=True),
    )
    return in_order(
        counted.with_columns(place=_PLACE).sort("place", "hedged", maintain_order=True), tables, "place", "hedged"
    )


@measure("one row per committee or theme, class or band, and whether it is hedged", "clauses", "classes", "hedges")
def composition_by(tables: Frames, by: str) -> pl.DataFrame:
    """What the texts of each committee, or the paragraphs on each theme, are made of, in clauses.

    ``by`` is ``committee`` or ``theme``; a clause counts for each theme of its paragraph. ``symbol`` and ``paragraphs``
    say where the latest such clauses stand, ``whole`` is the number of clauses of the committee or theme.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = composition_by(read_editions(), "theme").filter(theme="transport")
    >>> frame["clauses"].sum() == frame["whole"][0]
    True
    """
    clauses = in_order(_coded(tables), tables)
    if by == "theme":
        clauses = clauses.join(treated(tables), on=PARAGRAPH, how="inner", maintain_order="left")
    else:
        others = tables["resolutions"].select(*RESOLUTION, by)
        clauses = clauses.join(others, on=RESOLUTION, how="left", maintain_order="left").drop_nulls(by)
    latest = pl.col("symbol") == pl.col("symbol").last()
    counted = clauses.group_by(by, "code", "hedged", maintain_order=True).agg(
        clauses=pl.len().cast(pl.Int64),
        symbol=pl.col("symbol").last(),
        paragraphs=pl.col("paragraph").filter(latest).unique(maintain_order=True),
    )
    whole = counted.with_columns(whole=pl.col("clauses").sum().over(by))
    return whole.sort("whole", by, _PLACE, "hedged", descending=[True, False, False, False], maintain_order=True)
