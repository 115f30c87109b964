"""Who is asked: by party, type of party, body, country, committee, theme; and who is only named."""

from __future__ import annotations

from itertools import pairwise

import polars as pl

from ecoanalysis.measures.frames import CLAUSE, PARAGRAPH, TEXT, directives, in_order, texts
from ecoanalysis.measures.measure import Frames, measure
from ecoanalysis.model.shape import RESOLUTION

DIMENSIONS_OF_PARTY = ("agency", "type", "country", "kind", "role", "surface")
"""What the parties of a directive can be told apart by."""


@measure(
    "one row per directive, party asked and body that it is or stands for", "classes", "addressees", "addressee types"
)
def parties(tables: Frames) -> pl.DataFrame:
    """Whom every directive asks: the table ``requests`` with year and session, its hedges as ``hedged``.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> undp = parties(read_editions()).filter(agency="undp", symbol="A/RES/75/324")
    >>> undp.group_by("language").len().sort("language").rows()
    [('en', 4), ('zh', 5)]
    """
    dated = texts(tables).select(*RESOLUTION, "session", "year")
    return (
        tables["requests"]
        .with_columns(hedged=pl.col("hedges").list.len() > 0)
        .join(dated, on=RESOLUTION, how="left", maintain_order="left")
    )


@measure("one row per text", "classes", "addressees", "addressee kinds")
def addressing(tables: Frames) -> pl.DataFrame:
    """How the directives of each text say who is to act: by a registered body's name, a group alone, or not at all.

    ``requests`` are pairs of directive and body, ``examples`` those of them that single the body out as an example;
    ``bodies_asked`` and ``bodies_named`` count registered bodies, ``unregistered`` mentions of others.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> row = addressing(read_editions()).filter(symbol="A/RES/75/324", language="zh").row(0, named=True)
    >>> row["directives"], row["by_name"] + row["by_group"] + row["unspecified"]
    (33, 33)
    """
    per_clause = (
        tables["requests"]
        .group_by(*TEXT, *CLAUSE, maintain_order=True)
        .agg(
            named=pl.col("agency").is_not_null().any(), stated=(pl.col("kind") != "unspecified").fill_null(False).any()
        )
    )
    counted = per_clause.group_by(TEXT, maintain_order=True).agg(
        directives=pl.len(),
        by_name=pl.col("named").sum(),
        by_group=(~pl.col("named") & pl.col("stated")).sum(),
        unspecified=(~pl.col("stated") & ~pl.col("named")).sum(),
    )
    named = tables["requests"].drop_nulls("agency").unique([*CLAUSE, "agency"], keep="first", maintain_order=True)
    bodies = named.group_by(TEXT, maintain_order=True).agg(
        requests=pl.len(), examples=(pl.col("role") == "example").sum(), bodies_asked=pl.col("agency").n_unique()
    )
    mentions = (
        tables["agencies"]
        .group_by(TEXT, maintain_order=True)
        .agg(
            mentions=pl.len(),
            bodies_named=pl.col("agency").drop_nulls().n_unique(),
            unregistered=pl.col("agency").is_null().sum(),
        )
    )
    frame = texts(tables).select(TEXT).unique(maintain_order=True)
    for other in (counted, bodies, mentions):
        frame = frame.join(other, on=TEXT, how="left", maintain_order="left", nulls_equal=True)
    return frame.with_columns(pl.exclude(TEXT).fill_null(0).cast(pl.Int64))


@measure("one row per text and registered body that it names", "agencies", "addressees")
def named(tables: Frames) -> pl.DataFrame:
    """How often each text names a registered body, in which paragraphs, and in how many directives it asks it.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> named(read_editions()).filter(symbol="A/RES/79/330", language="en", directives=0).height > 10
    True
    """
    asks = tables["requests"].drop_nulls("agency").unique([*CLAUSE, "agency"], maintain_order=True)
    asks = asks.group_by(*TEXT, "agency", maintain_order=True).agg(directives=pl.len().cast(pl.Int64))
    mentions = tables["agencies"].drop_nulls("agency").group_by(*TEXT, "agency", maintain_order=True)
    counted = mentions.agg(
        mentions=pl.len().cast(pl.Int64), paragraphs=pl.col("paragraph").drop_nulls().unique(maintain_order=True)
    )
    joined = counted.join(asks, on=[*TEXT, "agency"], how="left", maintain_order="left", nulls_equal=True)
    joined = joined.with_columns(pl.col("directives").fill_null(0))
    return in_order(joined.sort("mentions", "agency", descending=[True, False], maintain_order=True), tables)


@measure("one row per directive and body perhaps asked", "agencies", "addressees")
def perhaps_asked(tables: Frames) -> pl.DataFrame:
    """Which bodies a directive perhaps asks: its party is named before (*their*), which of them was not resolved.

    The body is named before the pronoun in the same paragraph, and no directive of the paragraph in the same place
    asks it; nothing counts it. ``surface`` are the words that the text has for the party.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = perhaps_asked(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> frame["surface"].unique().to_list(), "unfpa" in frame["agency"].to_list()
    (['their'], True)
    """
    place = [*TEXT, "paragraph"]
    names = tables["agencies"].drop_nulls("agency").select(*place, "agency", named="start")
    pronouns = tables["requests"].filter(pl.col("agency").is_null(), kind="anaphor")
    pronouns = pronouns.select(*place, "index", "surface", "start")
    asks = tables["requests"].drop_nulls("agency").select(*place, "index", "agency")
    return (
        pronouns.join(names, on=place, maintain_order="left")
        .filter(pl.col("named") < pl.col("start"))
        .join(asks, on=[*place, "index", "agency"], how="anti", maintain_order="left")
        .select(*place, "index", "agency", "surface")
        .unique([*place, "index", "agency"], keep="first", maintain_order=True)
    )


@measure("one row per successive pair of texts of a language and body that came or went", "agencies")
def came_and_went(tables: Frames) -> pl.DataFrame:
    """Which registered bodies a text names that the one before it did not, and the other way round.

    ``returns`` where an earlier text named it too: it came again, and is not new.

    Examples
    --------
    >>> from ecoanalysis.recurring.at_hand import facts_of, open_series
    >>> frame = came_and_went(facts_of(open_series("eco")))
    >>> frame["change"].unique().sort().to_list()
    ['came', 'went']
    """
    bodies = (
        tables["agencies"]
        .drop_nulls("agency")
        .group_by(TEXT, maintain_order=True)
        .agg(bodies=pl.col("agency").unique(maintain_order=True))
    )
    there = {(symbol, language): set(ids) for symbol, language, ids in bodies.iter_rows()}
    rows = []
    for (language,), group in texts(tables).group_by("language", maintain_order=True):
        symbols = group["symbol"].unique(maintain_order=True).to_list()
        ever: set[str] = set()
        for old, new in pairwise(symbols):
            before, now = there.get((old, language), set()), there.get((new, language), set())
            ever |= before
            rows += [(old, new, language, body, "came", body in ever) for body in sorted(now - before)]
            rows += [(old, new, language, body, "went", False) for body in sorted(before - now)]
    names = ("old", "symbol", "language", "agency", "change")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String) | {"returns": pl.Boolean}, orient="row")


@measure("one row per other body", "classes", "addressees", example=("undp",))
def asked_beside(tables: Frames, body: str) -> pl.DataFrame:
    """Which other bodies the directives to a body ask as well.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> "undp" in asked_beside(read_editions(), "undp")["agency"].to_list()
    False
    """
    pairs = tables["requests"].drop_nulls("agency").unique([*CLAUSE, "agency"], keep="first", maintain_order=True)
    ours = pairs.filter(pl.col("agency") == body).select(CLAUSE)
    others = pairs.join(ours, on=CLAUSE, how="semi", maintain_order="left").filter(pl.col("agency") != body)
    counted = others.group_by("agency", maintain_order=True).agg(
        directives=pl.len().cast(pl.Int64), resolutions=pl.struct(RESOLUTION).n_unique().cast(pl.Int64)
    )
    return counted.sort("directives", "agency", descending=[True, False], maintain_order=True)


@measure("one row per text and theme", "themes", "classes")
def themes(tables: Frames) -> pl.DataFrame:
    """How many paragraphs of each text treat a theme, which, and how many directives stand in them.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> themes(read_editions()).filter(symbol="A/RES/75/324", language="zh", theme="energy")["paragraphs"].to_list()
    [['21', '22', '23']]
    """
    themes = tables["themes"].select(*TEXT, *PARAGRAPH, "theme").unique(maintain_order=True)
    asks = directives(tables).group_by(PARAGRAPH, maintain_order=True).agg(n=pl.len())
    counted = (
        themes.join(asks, on=PARAGRAPH, how="left", maintain_order="left")
        .group_by(*TEXT, "theme", maintain_order=True)
        .agg(
            count=pl.len().cast(pl.Int64),
            directives=pl.col("n").fill_null(0).sum().cast(pl.Int64),
            paragraphs=pl.col("paragraph"),
        )
    )
    return in_order(counted.sort("count", "theme", descending=[True, False], maintain_order=True), tables)


@measure("one row per text, language of the term and term", "themes")
def theme_terms(tables: Frames) -> pl.DataFrame:
    """Which terms show the themes of paragraphs, how often, and in how many resolutions.

    Spellings that differ in spaces and hyphens alone are one term, in the most frequent of them: what a document broke
    within a word is no term of its own.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> theme_terms(read_editions())["count"].min()
    1
    """
    place = [*RESOLUTION, "language", "term", "start"]  # of a title that many paragraphs mean, counted once
    terms = (
        tables["themes"]
        .select(*RESOLUTION, "language", "paragraph", term="terms", start="starts")
        .explode("term", "start")
        .drop_nulls("term")
        .unique(place, keep="first", maintain_order=True)
    )
    counted = (
        _in_one_spelling(terms.with_columns(pl.col("term").str.to_lowercase()))
        .group_by("term", "language", maintain_order=True)
        .agg(
            count=pl.len().cast(pl.Int64),
            resolutions=pl.struct(RESOLUTION).n_unique().cast(pl.Int64),
            paragraphs=pl.col("paragraph").unique(maintain_order=True),
        )
    )
    return counted.sort("count", "term", descending=[True, False], maintain_order=True)


def _in_one_spelling(terms: pl.DataFrame) -> pl.DataFrame:
    """Terms of the same letters in the most frequent of their spellings, else the shortest."""
    letters = terms.with_columns(letters=pl.col("term").str.replace_all(r"[\s\p{Pd}]", ""))
    same = ["language", "letters"]
    usual = (
        letters.group_by(*same, "term", maintain_order=True)
        .len()
        .sort("len", pl.col("term").str.len_chars(), "term", descending=[True, False, False], maintain_order=True)
        .unique(same, keep="first", maintain_order=True)
        .select(*same, "term")
    )
    return letters.drop("term").join(usual, on=same, how="left", maintain_order="left")
