"""What hangs together: what resolutions cite, who among them cites whom, and which bodies are asked together."""

from __future__ import annotations

import polars as pl

from ecoanalysis.measures.frames import CLAUSE, texts
from ecoanalysis.measures.intervals import share
from ecoanalysis.measures.measure import Frames, measure
from ecoanalysis.model.shape import RESOLUTION


@measure("one row per document cited by its symbol", "citations")
def cited(tables: Frames) -> pl.DataFrame:
    """How many resolutions cite each document, their share of all with its interval, and whether it is at hand itself.

    A resolution counts once, however often it cites, and in whatever language it is at hand.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> cited(read_editions()).select("cited", "resolutions", "here").row(0)
    ('A/RES/48/2', 19, True)
    """
    symbols = tables["resolutions"]["symbol"].drop_nulls().unique(maintain_order=True)
    once = (
        _citing(tables)
        .group_by("cited", cited_kind="kind", maintain_order=True)
        .agg(resolutions=pl.len().cast(pl.Int64))
    )
    bounds = [share([1] * count + [0] * (symbols.len() - count), [1] * symbols.len()) for count in once["resolutions"]]
    shares = pl.DataFrame(
        [(each.value, each.low, each.high) for each in bounds],
        schema=dict.fromkeys(("share", "low", "high"), pl.Float64),
        orient="row",
    )
    counted = once.hstack(shares).with_columns(here=pl.col("cited").is_in(symbols.implode()))
    return counted.sort("resolutions", "cited", descending=[True, False], maintain_order=True)


@measure("one row per resolution at hand that another at hand cites", "citations", "header")
def cited_among(tables: Frames) -> pl.DataFrame:
    """How many of the resolutions at hand cite each other one, and how many of those are of another committee.

    Where the committee of either is unknown, the pair is of no other committee.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> cited_among(read_editions()).row(0)
    ('A/RES/48/2', 'plenary', 19, 0)
    """
    committees = (
        texts(tables)
        .select("symbol", "committee")
        .drop_nulls("symbol")
        .unique("symbol", keep="first", maintain_order=True)
    )
    pairs = _citing(tables).join(
        committees.rename({"symbol": "cited", "committee": "of"}), on="cited", how="inner", maintain_order="left"
    )
    joined = pairs.join(committees, on="symbol", how="left", maintain_order="left").filter(
        pl.col("symbol") != pl.col("cited")
    )
    counted = joined.group_by(symbol="cited", committee="of", maintain_order=True).agg(
        cited_by=pl.len().cast(pl.Int64), other_committees=(pl.col("committee") != pl.col("of")).sum().cast(pl.Int64)
    )
    return counted.sort("cited_by", "symbol", descending=[True, False], maintain_order=True)


def _citing(tables: Frames) -> pl.DataFrame:
    """One row per resolution and document that it cites by symbol; of several kinds told of one document the first."""
    return (
        tables["citations"]
        .drop_nulls(["cited", "symbol"])
        .select("symbol", "cited", "kind")
        .with_columns(pl.col("kind").first().over("cited"))
        .unique(["symbol", "cited"], keep="first", maintain_order=True)
    )


@measure("one row per pair of registered bodies that one directive asks", "classes", "addressees")
def asked_together(tables: Frames) -> pl.DataFrame:
    """Which bodies are asked by one directive: how many ask both, in how many resolutions, how firmly they go together.

    ``log_dice`` is 14 where neither is asked without the other, and one less for each halving (Rychlý 2008).

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = asked_together(read_editions())
    >>> bool((frame["body"] < frame["beside"]).all()), frame["log_dice"].max() <= 14
    (True, True)
    """
    asked = tables["requests"].drop_nulls("agency").select(*CLAUSE, "agency").unique(maintain_order=True)
    alone = asked.group_by("agency", maintain_order=True).agg(whole=pl.len())
    pairs = asked.join(asked.rename({"agency": "beside"}), on=CLAUSE, maintain_order="left").filter(
        pl.col("agency") < pl.col("beside")
    )
    counted = pairs.group_by(body="agency", beside="beside", maintain_order=True).agg(
        directives=pl.len().cast(pl.Int64), resolutions=pl.struct(RESOLUTION).n_unique().cast(pl.Int64)
    )
    joined = counted.join(alone.rename({"agency": "body"}), on="body", maintain_order="left").join(
        alone.rename({"agency": "beside", "whole": "whole_beside"}), on="beside", maintain_order="left"
    )
    dice = 2 * pl.col("directives") / (pl.col("whole") + pl.col("whole_beside"))
    scored = joined.with_columns(log_dice=(14 + dice.log(2)).round(3)).drop("whole", "whole_beside")
    return scored.sort(
        "directives", "log_dice", "body", "beside", descending=[True, True, False, False], maintain_order=True
    )
