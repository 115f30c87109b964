"""How texts were adopted, where a source says it, and votes against what was asked."""

from __future__ import annotations

from typing import Any

import polars as pl

from ecoanalysis.measures.counts import per_text
from ecoanalysis.measures.force import hedging
from ecoanalysis.measures.frames import STRONG, TEXT, texts
from ecoanalysis.measures.intervals import share
from ecoanalysis.measures.measure import Frames, measure

MODES = {"without a vote": "consensus", "recorded vote": "vote"}


@measure("one row per resolution", "header")
def adoptions(tables: Frames) -> pl.DataFrame:
    """How each resolution was adopted, as any language of it says: by consensus, by vote, or unknown, with the counts.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = adoptions(read_editions())
    >>> frame["how"].value_counts().sort("how").rows()
    [('consensus', 2), ('unknown', 17), ('vote', 1)]
    """
    counts = ("yes", "no", "abstain")
    order = texts(tables)["symbol"].unique(maintain_order=True)
    stated = (
        tables["resolutions"]
        .group_by("symbol", maintain_order=True)
        .agg(pl.col("adopted_on").drop_nulls().first(), pl.col("adoption", *counts).drop_nulls().first())
    )
    how = pl.col("adoption").replace_strict(MODES, default="unknown")
    joined = pl.DataFrame({"symbol": order}).join(
        stated, on="symbol", how="left", maintain_order="left", nulls_equal=True
    )
    return joined.with_columns(how=how.fill_null("unknown"))


@measure("one row per text with a recorded vote", "header", "classes", "hedges")
def votes_and_asks(tables: Frames) -> pl.DataFrame:
    """The counts of each recorded vote beside what the text asks: its directives, how many are strong, how many hedged.

    ``against`` is the share of the votes cast that were no; strong are the bands from D3 on.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> votes_and_asks(read_editions()).select("symbol", "language", "yes", "no").row(0)
    ('A/RES/79/330', 'en', 118, 36)
    """
    strong = (
        tables["clauses"].filter(pl.col("band").is_in(STRONG)).group_by(TEXT, maintain_order=True).agg(strong=pl.len())
    )
    voted = adoptions(tables).filter(how="vote").select("symbol", "yes", "no", "abstain")
    frame = voted.join(per_text(tables).select(*TEXT, "adopted_on", "directives"), on="symbol", maintain_order="left")
    frame = frame.join(strong, on=TEXT, how="left", maintain_order="left")
    frame = frame.join(hedging(tables).select(*TEXT, "hedged"), on=TEXT, how="left", maintain_order="left")
    cast = pl.col("yes") + pl.col("no")
    return frame.with_columns(pl.col("strong").fill_null(0).cast(pl.Int64), against=pl.col("no") / cast)


@measure("one row per State", "header", "classes")
def positions(tables: Frames) -> pl.DataFrame:
    """How often each State voted yes, no or abstained, with the interval of its share of no over the resolutions.

    ``asks_against`` are the directives of the resolutions that it voted against, on average.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> positions(read_editions())["no"].sum()
    36
    """
    asks = per_text(tables).select(*TEXT, "directives")
    once = tables["votes"].unique(["symbol", "country", "name"], keep="first", maintain_order=True)
    once = once.with_columns(state=pl.coalesce("country", "name")).unique(
        ["symbol", "state"], keep="first", maintain_order=True
    )
    joined = once.join(asks, on=TEXT, how="left", maintain_order="left", nulls_equal=True)
    rows = []
    for (state,), group in joined.group_by("state", maintain_order=True):
        votes = group["vote"].to_list()
        interval = share([vote == "no" for vote in votes], [1] * len(votes))
        asked = group.filter(vote="no")["directives"].drop_nulls().mean()
        rows.append(
            {"state": state, "name": group["name"][0]}
            | {vote: votes.count(vote) for vote in ("yes", "no", "abstain")}
            | {"share": interval.value, "low": interval.low, "high": interval.high, "asks_against": asked}
        )
    schema: dict[str, Any] = {"state": pl.String, "name": pl.String} | dict.fromkeys(("yes", "no", "abstain"), pl.Int64)
    schema |= dict.fromkeys(("share", "low", "high", "asks_against"), pl.Float64)
    frame = pl.DataFrame(rows, schema=schema)
    return frame.sort("no", "abstain", "state", descending=[True, True, False], maintain_order=True)
