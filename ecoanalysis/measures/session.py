"""Many resolutions side by side: by committee, by session, by theme."""

from __future__ import annotations

from typing import Any

import polars as pl

from ecoanalysis.measures.counts import per_text
from ecoanalysis.measures.frames import PARAGRAPH, STRONG, directives, texts, treated
from ecoanalysis.measures.intervals import share
from ecoanalysis.measures.measure import Frames, measure
from ecoanalysis.model.shape import RESOLUTION


@measure("one row per language and value of the dimension", "classes", "hedges", "header", example=("theme",))
def compared_by(tables: Frames, dimension: str = "committee") -> pl.DataFrame:
    """Resolutions, their directives, and the shares that are hedged and strong, by committee, session or theme.

    Intervals come from resampling the resolutions; strong are the bands from D3 on. Resolutions for which the
    dimension is unknown have a row of their own, its value null.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> compared_by(read_editions()).filter(language="en", committee="plenary")["resolutions"].item()
    20
    """
    frame = resolution_units(tables, dimension)
    rows = []
    for (language, value), group in frame.group_by("language", dimension, maintain_order=True):
        asks = group["directives"].to_list()
        hedged, strong = share(group["hedged"].to_list(), asks), share(group["strong"].to_list(), asks)
        each = share(asks, [1] * group.height)
        rows.append(
            {"language": language, dimension: value, "resolutions": group.height, "directives": sum(asks)}
            | {"per_resolution": each.value, "per_low": each.low, "per_high": each.high}
            | {"hedged_share": hedged.value, "hedged_low": hedged.low, "hedged_high": hedged.high}
            | {"strong_share": strong.value, "strong_low": strong.low, "strong_high": strong.high}
        )
    schema: dict[str, Any] = {
        "language": pl.String,
        dimension: frame.schema[dimension],
        "resolutions": pl.Int64,
        "directives": pl.Int64,
    }
    shares = dict.fromkeys(
        (f"{name}_{bound}" for name in ("hedged", "strong") for bound in ("share", "low", "high")), pl.Float64
    )
    per = dict.fromkeys(("per_resolution", "per_low", "per_high"), pl.Float64)
    made = pl.DataFrame(rows, schema=schema | per | shares)
    return made.sort(
        "language", "resolutions", dimension, descending=[False, True, False], nulls_last=True, maintain_order=True
    )


def resolution_units(tables: Frames, dimension: str) -> pl.DataFrame:
    """One row per resolution (and theme), with its directives: what is resampled."""
    asks = directives(tables)
    keys = list(RESOLUTION)
    frame = texts(tables).select(*RESOLUTION, "language", "committee", "session", "year")
    if dimension == "theme":
        keys.append("theme")
        themes = treated(tables)
        asks = asks.join(themes, on=PARAGRAPH, how="inner", maintain_order="left")
        frame = frame.join(themes.select(keys).unique(maintain_order=True), on=RESOLUTION, maintain_order="left")
    counted = asks.group_by(keys, maintain_order=True).agg(
        directives=pl.len().cast(pl.Int64),
        hedged=pl.col("hedged").sum().cast(pl.Int64),
        strong=pl.col("band").is_in(STRONG).sum().cast(pl.Int64),
        requested=(pl.col("band") != "D1").sum().cast(pl.Int64),
    )
    joined = frame.join(counted, on=keys, how="left", maintain_order="left")
    return joined.with_columns(pl.col("directives", "hedged", "strong", "requested").fill_null(0))


@measure("one row per language", "classes", "addressees")
def whole(tables: Frames) -> pl.DataFrame:
    """How many resolutions there are in each language, their directives, and the registered bodies that they ask.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> whole(read_editions())["resolutions"].to_list()
    [20, 3]
    """
    bodies = (
        tables["requests"]
        .drop_nulls("agency")
        .group_by("language", maintain_order=True)
        .agg(bodies=pl.col("agency").n_unique())
    )
    size = (
        per_text(tables)
        .group_by("language", maintain_order=True)
        .agg(
            resolutions=pl.len().cast(pl.Int64),
            asking=(pl.col("directives") > 0).sum().cast(pl.Int64),
            clauses=pl.col("clauses").sum(),
            directives=pl.col("directives").sum(),
        )
    )
    joined = size.join(bodies, on="language", how="left", maintain_order="left").with_columns(
        pl.col("bodies").fill_null(0).cast(pl.Int64)
    )
    return joined.sort("resolutions", "language", descending=[True, False], maintain_order=True)
