"""What texts do, how strongly they ask, and how often that is softened."""

from __future__ import annotations

from typing import Any

import polars as pl

from ecoanalysis.measures.frames import (
    BANDS,
    CLAUSE,
    TEXT,
    directives,
    in_order,
    texts,
)
from ecoanalysis.measures.intervals import share
from ecoanalysis.measures.measure import Frames, measure
from ecoanalysis.model.shape import RESOLUTION

LADDERS = {
    "bands": {band: band for band in BANDS},
    "binary": {"D1": "encouraged"} | dict.fromkeys(BANDS[1:], "requested"),
}
"""Ladders of force: no official one exists, so that a statement about force has to hold on each."""


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
