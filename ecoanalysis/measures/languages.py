"""Two languages of the same resolutions, side by side: where the force of what is asked differs, and by which verbs.

All language versions are equally authentic; a difference is told, not mended.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from ecoanalysis.lexicon import INTERFACE
from ecoanalysis.measures.frames import CLAUSE, PARAGRAPH, directives
from ecoanalysis.measures.intervals import share
from ecoanalysis.measures.measure import Frames, measure

_BOTH = INTERFACE[:2]
_PLACE = ("symbol", "paragraph", "order")


@measure("one row per pair of directives at one place of a resolution", "classes", example=_BOTH)
def directives_beside(tables: Frames, first: str, second: str) -> pl.DataFrame:
    """The directives of one language beside those of another: by paragraph and order.

    A paragraph in which the two have different numbers of directives is left out: nobody knows which belong together.
    The columns of the second end in ``_beside``.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = directives_beside(read_editions(), "zh", "en")
    >>> frame.filter(pl.col("band") != pl.col("band_beside")).height > 0
    True
    """
    return _pairs(*(_placed(tables, language) for language in (first, second)))


@measure("one row for two languages", "classes", example=_BOTH)
def directives_of_both(tables: Frames, first: str, second: str) -> pl.DataFrame:
    """How much two languages have in common: resolutions in both, their directives, and how many stand in a pair.

    Returns
    -------
    polars.DataFrame
        ``resolutions`` at hand in both; ``directives`` of these in the first language and ``directives_beside`` in the
        second; ``pairs`` of them (``directives_beside``), and ``differing`` of these in force. What is in no pair is
        paragraphed otherwise, or was read in one language alone.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> row = directives_of_both(read_editions(), "zh", "en").row(0, named=True)
    >>> row["resolutions"], row["pairs"] <= min(row["directives"], row["directives_beside"])
    (3, True)
    """
    placed = [_placed(tables, language) for language in (first, second)]
    pairs = _pairs(*placed)
    symbols = [
        set(tables["resolutions"].filter(pl.col("language") == language)["symbol"].drop_nulls())
        for language in (first, second)
    ]
    both = symbols[0] & symbols[1]
    asking, beside = (side.filter(pl.col("symbol").is_in(both)).height for side in placed)
    differing = pairs.filter(pl.col("band") != pl.col("band_beside")).height
    row = {"resolutions": len(both), "directives": asking, "directives_beside": beside, "pairs": pairs.height}
    return pl.DataFrame([row | {"differing": differing}], schema_overrides=dict.fromkeys((*row, "differing"), pl.Int64))


@measure(
    "one row per clause of a pair that differs in force, that of the first language above the other",
    "classes",
    example=_BOTH,
)
def sentences_apart(tables: Frames, first: str, second: str) -> pl.DataFrame:
    """The clauses of pairs that differ in force, as the table ``clauses`` has them; those farthest apart stand first.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = sentences_apart(read_editions(), "zh", "en")
    >>> frame["language"].head(2).to_list(), frame["band"].head(2).n_unique()
    (['zh', 'en'], 2)
    """
    step = {side: pl.col(f"band{side}").str.tail(1).cast(pl.Int64) for side in ("", "_beside")}
    pairs = directives_beside(tables, first, second).with_columns(apart=(step[""] - step["_beside"]).abs())
    ranked = pairs.filter(pl.col("apart") > 0).sort(
        "apart", *_PLACE, descending=[True, False, False, False], maintain_order=True
    )
    ranked = ranked.with_row_index("rank")
    keys = ("document", "part", "index")
    sides = [ranked.select("rank", "paragraph", **{key: f"{key}{side}" for key in keys}) for side in step]
    both = pl.concat(sides).sort("rank", maintain_order=True)
    return both.join(tables["clauses"], on=CLAUSE, how="inner", maintain_order="left").drop("rank")


def _placed(tables: Frames, language: str) -> pl.DataFrame:
    """The directives of a language with their order in the paragraph, and how many it has; each resolution once."""
    once = (
        tables["resolutions"]
        .filter(pl.col("language") == language)
        .drop_nulls("symbol")
        .unique("symbol", keep="first", maintain_order=True)
    )
    asks = directives(tables).join(once, on=["document", "part"], how="semi", maintain_order="left")
    placed = asks.with_columns(
        order=pl.col("index").rank("ordinal").over(PARAGRAPH).cast(pl.Int64), of=pl.len().over(PARAGRAPH)
    )
    return placed.select(*_PLACE, *CLAUSE[:2], "index", "lemma", "band", "hedged", "of")


def _pairs(placed: pl.DataFrame, beside: pl.DataFrame) -> pl.DataFrame:
    """The directives that stand at one place of paragraphs in which both have the same number of them."""
    joined = placed.join(beside, on=_PLACE, how="inner", suffix="_beside", maintain_order="left")
    return joined.filter(pl.col("of") == pl.col("of_beside")).drop("of", "of_beside")


@measure("one row per pair of verbs that stand at one place", "classes", example=_BOTH)
def verbs_beside(tables: Frames, first: str, second: str) -> pl.DataFrame:
    """Which verb of the second language stands beside each verb of the first: how often, and which share of its places.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> verbs_beside(read_editions(), "zh", "en").select("lemma", "lemma_beside").row(0)
    ('邀请', 'invites')
    """
    pairs = directives_beside(tables, first, second)
    verbs = ("lemma", "band", "lemma_beside", "band_beside")
    counted = pairs.group_by(verbs, maintain_order=True).agg(directives=pl.len().cast(pl.Int64))
    counted = counted.with_columns(language=pl.lit(first), language_beside=pl.lit(second))
    shares = counted.with_columns(share=pl.col("directives") / pl.col("directives").sum().over("lemma"))
    return shares.sort("directives", "lemma", "lemma_beside", descending=[True, False, False], maintain_order=True)


@measure("one row per value of the dimension", "classes", "addressees", "addressee types", example=("type", *_BOTH))
def differing_by(tables: Frames, dimension: str, first: str, second: str) -> pl.DataFrame:
    """Of the paired directives that ask a sort of party (``type``), or a body (``agency``), how many differ in force.

    The party is the one that the first language names; the interval comes from resampling the resolutions.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> differing_by(read_editions(), "type", "zh", "en")["directives"].min() >= 1
    True
    """
    pairs = directives_beside(tables, first, second)
    parties = tables["requests"].select(*CLAUSE, dimension).drop_nulls(dimension).unique(maintain_order=True)
    joined = pairs.join(parties, on=CLAUSE, how="inner", maintain_order="left")
    joined = joined.with_columns(differs=pl.col("band") != pl.col("band_beside"))
    rows = []
    for (value,), group in joined.group_by(dimension, maintain_order=True):
        units = group.group_by("symbol", maintain_order=True).agg(n=pl.len(), differing=pl.col("differs").sum())
        interval = share(units["differing"].to_list(), units["n"].to_list())
        rows.append(
            {dimension: value, "directives": group.height, "differing": int(group["differs"].sum())}
            | {"share": interval.value, "low": interval.low, "high": interval.high}
        )
    schema: dict[str, Any] = {dimension: pl.String, "directives": pl.Int64, "differing": pl.Int64}
    frame = pl.DataFrame(rows, schema=schema | dict.fromkeys(("share", "low", "high"), pl.Float64))
    return frame.sort("directives", dimension, descending=[True, False], maintain_order=True)
