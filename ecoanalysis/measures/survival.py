"""A series through its editions: what is carried over, born, ended and revived, and how long it lives."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import NormalDist

import polars as pl

from ecoanalysis.measures.frames import TEXT, texts
from ecoanalysis.measures.measure import Frames, measure

SHARES = ("carried", "reworded", "new")
DOES = ("asks", "rest", "notes")
"""What a paragraph does as a whole: it asks anyone to act, does something else, or only takes note."""
LOSSES_AND_GAINS = ("dropped", "weakened", "endorsement_lowered", "new", "strengthened")
"""The types of change that a reader of two editions asks for first."""
_KEY = ("series", "language")
_LINEAGE = (*_KEY, "lineage")


def editions(tables: Frames) -> Iterator[tuple[str, str, list[str]]]:
    """Yield series, language and the symbols of its editions in order, for each series and language in the tables.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> [(series, language, len(symbols)) for series, language, symbols in editions(read_series())]
    [('eco', 'en', 19), ('eco', 'zh', 3)]
    """
    order = texts(tables).unique(TEXT, keep="first", maintain_order=True)
    there = pl.concat(
        [
            tables["links"].select(*_KEY, symbol="old"),
            tables["links"].select(*_KEY, symbol="new"),
            tables["lineages"].select(*_KEY, "symbol"),
        ]
    ).unique(maintain_order=True)
    joined = there.join(order, on=TEXT, how="inner", maintain_order="left").sort(
        "adopted_on", "symbol", nulls_last=False, maintain_order=True
    )
    sizes = (
        joined.group_by(_KEY, maintain_order=True)
        .agg(pl.col("symbol"), pl.len())
        .sort("len", "series", "language", descending=[True, False, False], maintain_order=True)
    )
    for row in sizes.iter_rows(named=True):
        yield row["series"], row["language"], row["symbol"]


@measure("one row per edition but the first, and share", "paragraphs")
def carried(tables: Frames) -> pl.DataFrame:
    """How many paragraphs of an edition are carried over, reworded or new, and how many of the one before it drops.

    Carried over is what says the same but for dates, sessions, symbols and ordinals; ``part`` is of the edition's
    paragraphs.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = carried(read_series())
    >>> frame.filter(symbol="A/RES/79/330", language="en")["count"].to_list()
    [27, 9, 15]
    """
    kinds = {
        "identical": "carried",
        "slot_update": "carried",
        "reworded": "reworded",
        "new": "new",
        "dropped": "dropped",
    }
    counted = (
        tables["links"]
        .with_columns(
            share=pl.col("base").replace_strict(kinds),
            n=pl.when(pl.col("base") == "dropped")
            .then(pl.col("old_paragraphs").list.len())
            .otherwise(pl.col("new_paragraphs").list.len()),
        )
        .group_by(*_KEY, "old", "new", "share", maintain_order=True)
        .agg(count=pl.col("n").sum().cast(pl.Int64))
    )
    pairs = tables["links"].select(*_KEY, "old", "new").unique(maintain_order=True)
    every = pairs.join(pl.DataFrame({"share": [*SHARES, "dropped"]}), how="cross", maintain_order="left_right")
    on = [*_KEY, "old", "new", "share"]
    filled = every.join(counted, on=on, how="left", maintain_order="left").with_columns(pl.col("count").fill_null(0))
    dropped = filled.filter(share="dropped").select(*_KEY, "old", "new", dropped="count")
    kept = filled.filter(pl.col("share") != "dropped").join(dropped, on=[*_KEY, "old", "new"], maintain_order="left")
    whole = pl.col("count").sum().over(*_KEY, "new")
    return kept.with_columns(part=pl.when(whole > 0).then(pl.col("count") / whole).otherwise(0.0)).rename(
        {"new": "symbol"}
    )


@measure("one row per successive pair of editions and type of change", "paragraphs", "classes", "hedges")
def changes(tables: Frames) -> pl.DataFrame:
    """How many links of two editions are of each type; what one language alone shows is counted apart, as ``doubtful``.

    A type counts once a link, as base type or by at least one change that the other language does not gainsay.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = changes(read_series())
    >>> frame.filter(symbol="A/RES/79/330", language="en", type="new")["links"].item()
    15
    """
    key = [*_KEY, "old", "new", "link"]
    typed = tables["changes"]
    sure = typed.filter(~pl.col("variance")).select(*key, "type")
    base = tables["links"].select(*key, type="base")
    seen = pl.concat([base, sure]).unique(maintain_order=True)
    doubts = typed.filter(pl.col("variance")).select(*key, type=pl.lit("doubtful")).unique(maintain_order=True)
    counted = pl.concat([seen, doubts]).group_by(*_KEY, "old", "new", "type", maintain_order=True)
    return counted.agg(links=pl.len().cast(pl.Int64)).rename({"new": "symbol"})


@measure("one row per mandate", "classes")
def lifetimes(tables: Frames) -> pl.DataFrame:
    """When each mandate was born and last seen, in how many editions it stands, and whether it is alive in the latest.

    A mandate is a lineage that was once an operative directive or decision.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = lifetimes(read_series())
    >>> frame.filter(language="en")["editions"].max() >= 10
    True
    """
    frame = _placed(tables).filter(kind="mandate")
    last = frame.group_by(_KEY, maintain_order=True).agg(final=pl.col("place").max())
    whole = _last_places(tables)
    return (
        (
            frame.sort(*_KEY, "place", maintain_order=True)
            .group_by(_LINEAGE, maintain_order=True)
            .agg(
                born=pl.col("symbol").first(),
                last=pl.col("symbol").last(),
                born_place=pl.col("place").first(),
                last_place=pl.col("place").last(),
                born_on=pl.col("adopted_on").first(),
                last_on=pl.col("adopted_on").last(),
                editions=pl.col("place").n_unique().cast(pl.Int64),
                paragraph=pl.col("paragraph").last(),
                index=pl.col("index").last(),
                revivals=(pl.col("step") == "revived").sum().cast(pl.Int64),
            )
            .join(whole, on=_KEY, how="left", maintain_order="left")
            .with_columns(
                alive=pl.col("last_place") == pl.col("final"),
                years=(pl.col("last_on").dt.year() - pl.col("born_on").dt.year()).cast(pl.Int64),
            )
            .sort("born_place", "editions", descending=[False, True], maintain_order=True)
        )
        if not last.is_empty()
        else pl.DataFrame(schema=_LIFETIMES)
    )


_LIFETIMES: dict[str, pl.DataType | type[pl.DataType]] = {
    "series": pl.String, "language": pl.String, "lineage": pl.String, "born": pl.String, "last": pl.String,
    "born_place": pl.Int64, "last_place": pl.Int64, "born_on": pl.Date, "last_on": pl.Date, "editions": pl.Int64,
    "paragraph": pl.String, "index": pl.Int64, "revivals": pl.Int64, "final": pl.Int64,
    "alive": pl.Boolean, "years": pl.Int64,
}  # fmt: skip


def _placed(tables: Frames) -> pl.DataFrame:
    """The lineages with the place of each edition in its series."""
    rows = [
        (series, language, symbol, place)
        for series, language, symbols in editions(tables)
        for place, symbol in enumerate(symbols)
    ]
    places = pl.DataFrame(rows, schema=dict.fromkeys((*_KEY, "symbol"), pl.String) | {"place": pl.Int64}, orient="row")
    dates = texts(tables).select(*TEXT, "adopted_on", "year").unique(TEXT, keep="first", maintain_order=True)
    joined = tables["lineages"].join(places, on=[*_KEY, "symbol"], how="inner", maintain_order="left")
    return joined.join(dates, on=TEXT, how="left", maintain_order="left")


def _last_places(tables: Frames) -> pl.DataFrame:
    rows = [(series, language, len(symbols) - 1) for series, language, symbols in editions(tables)]
    return pl.DataFrame(rows, schema=dict.fromkeys(_KEY, pl.String) | {"final": pl.Int64}, orient="row")


@measure("one row per mandate and edition that holds it", "classes")
def mandate_steps(tables: Frames) -> pl.DataFrame:
    """Each mandate in each edition that holds it: its force there, and whether it grew stronger or weaker since.

    ``code`` is the band, or the class where it is no directive; ``move`` is stronger, weaker, both, or null. Where the
    band changed the band decides. A mandate with several clauses in one edition has a row for the first of them.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> mandate_steps(read_series())["move"].drop_nulls().unique().sort().to_list()
    ['stronger', 'weaker']
    """
    up, down = pl.col("types").list.contains("strengthened"), pl.col("types").list.contains("weakened")
    before = pl.col("band").shift(1).over(_LINEAGE)
    banded = before.is_not_null() & pl.col("band").is_not_null() & (before != pl.col("band"))
    move = (
        pl.when(~up & ~down)
        .then(None)
        .when(banded & (pl.col("band") > before))
        .then(pl.lit("stronger"))
        .when(banded)
        .then(pl.lit("weaker"))
        .when(up & down)
        .then(pl.lit("both"))
        .when(up)
        .then(pl.lit("stronger"))
        .otherwise(pl.lit("weaker"))
    )
    frame = _placed(tables).filter(kind="mandate").sort(*_KEY, "lineage", "place", maintain_order=True)
    return (
        frame.with_columns(code=pl.coalesce("band", "class"), move=move)
        .unique([*_LINEAGE, "place"], keep="first", maintain_order=True)
        .select(
            *_LINEAGE,
            "symbol",
            "place",
            "adopted_on",
            "paragraph",
            "index",
            "verb",
            "class",
            "band",
            "code",
            "step",
            "move",
            "types",
        )
    )


@measure("one row per mandate that stands in a preamble", "classes", "paragraphs")
def in_preambles(tables: Frames) -> pl.DataFrame:
    """Which mandates stand in the preamble of some editions, and of how many: they are followed there, too.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> in_preambles(read_series()).filter(language="en").select("lineage", "editions").rows()
    [('A/RES/61/12 P3/2', 9)]
    """
    parts = tables["paragraphs"].filter(section="preamble").select(*TEXT, "paragraph").unique(maintain_order=True)
    there = tables["lineages"].filter(kind="mandate").join(parts, on=[*TEXT, "paragraph"], maintain_order="left")
    return there.group_by(_LINEAGE, maintain_order=True).agg(editions=pl.col("symbol").n_unique().cast(pl.Int64))


@measure("one row per edition", "classes")
def births(tables: Frames) -> pl.DataFrame:
    """How many mandates each edition holds; how many are born or revived in it, and were last seen in the one before.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> tables = read_series()
    >>> births(tables)["born"].sum() == lifetimes(tables).height
    True
    """
    lives = lifetimes(tables)
    steps = mandate_steps(tables)
    rows = []
    for series, language, symbols in editions(tables):
        ours = lives.filter(series=series, language=language)
        stepped = steps.filter(series=series, language=language)
        for place, symbol in enumerate(symbols):
            rows.append(
                {
                    "series": series,
                    "language": language,
                    "symbol": symbol,
                    "born": ours.filter(born_place=place).height,
                    "revived": stepped.filter(place=place, step="revived").height,
                    "ended": ours.filter(last_place=place - 1).height,
                    "mandates": stepped.filter(place=place)["lineage"].n_unique(),
                }
            )
    texts_schema = dict.fromkeys((*_KEY, "symbol"), pl.String)
    return pl.DataFrame(rows, schema=texts_schema | dict.fromkeys(("born", "revived", "ended", "mandates"), pl.Int64))


@measure("one row per number of editions, of each series and language", "classes")
def survival(tables: Frames) -> pl.DataFrame:
    """The share of mandates still there after so many editions (Kaplan–Meier), with its 95 % confidence band.

    A mandate of the latest edition is still alive: how long it will live is not known (right-censored).

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> survival(read_series())["share"][0]
    1.0
    """
    frames = [
        _curve(group).with_columns(pl.lit(series).alias("series"), pl.lit(language).alias("language"))
        for (series, language), group in lifetimes(tables).group_by(_KEY, maintain_order=True)
    ]
    schema = dict.fromkeys(_KEY, pl.String) | _CURVE
    return pl.concat(frames).select(list(schema)) if frames else pl.DataFrame(schema=schema)


_CURVE = {"editions": pl.Int64, "share": pl.Float64, "low": pl.Float64, "high": pl.Float64}


def _curve(lives: pl.DataFrame) -> pl.DataFrame:
    """The curve, its band by Greenwood (1926): as ``scipy.stats.ecdf`` has both, which takes a second to load."""
    if lives["alive"].all():
        return pl.DataFrame(schema=_CURVE)
    steps: list[tuple[int, float, float | None, float | None]] = [(0, 1.0, 1.0, 1.0)]
    share, variance, left = 1.0, 0.0, lives.height
    for of in lives.sort("editions", maintain_order=True).partition_by("editions", maintain_order=True):
        ended = of.height - int(of["alive"].sum())
        share *= (left - ended) / left
        if ended < left:
            variance += ended / (left * (left - ended))
        spread = _Z * share * variance**0.5
        band = (max(0.0, share - spread), min(1.0, share + spread)) if share else (None, None)
        steps.append((of["editions"][0], share, *band))  # where all have ended the bounds are undefined
        left -= of.height
    return pl.DataFrame(steps, schema=_CURVE, orient="row")


_Z = NormalDist().inv_cdf(0.975)


@measure("one row per edition but the first", "classes")
def new_paragraphs(tables: Frames) -> pl.DataFrame:
    """How many paragraphs of an edition are new, and how many of those do nothing but take note.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = new_paragraphs(read_series()).filter(symbol="A/RES/79/330", language="en")
    >>> frame.select("new", "noting").row(0)
    (15, 14)
    """
    fresh = (
        tables["links"]
        .filter(base="new")
        .select(*_KEY, "old", symbol="new", paragraph="new_paragraphs")
        .explode("paragraph")
    )
    per = (
        tables["clauses"].group_by(*TEXT, "paragraph", maintain_order=True).agg(notes=(pl.col("class") == "NEU").all())
    )
    joined = fresh.join(per, on=[*TEXT, "paragraph"], how="left", maintain_order="left")
    counted = joined.group_by(*_KEY, "old", "symbol", maintain_order=True).agg(
        new=pl.len().cast(pl.Int64), noting=pl.col("notes").fill_null(False).sum().cast(pl.Int64)
    )
    pairs = tables["links"].select(*_KEY, "old", symbol="new").unique(maintain_order=True)
    filled = pairs.join(counted, on=[*_KEY, "old", "symbol"], how="left", maintain_order="left")
    return filled.with_columns(pl.col("new", "noting").fill_null(0))


@measure("one row per edition, whether its paragraphs are new or kept, and what they do", "paragraphs", "classes")
def new_and_kept(tables: Frames) -> pl.DataFrame:
    """What the new paragraphs of each edition do, and what those do that it kept, as they were or reworded.

    ``does`` is ``asks`` where a paragraph asks anyone to act, ``notes`` where it does nothing but take note, else
    ``rest``; ``paragraphs`` are those that do it, ``preambular`` how many of them stand in the preamble.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = new_and_kept(read_series()).filter(symbol="A/RES/79/330", language="en")
    >>> frame.select("share", "does", "count").rows()
    [('new', 'asks', 1), ('new', 'notes', 14), ('kept', 'asks', 19), ('kept', 'rest', 12), ('kept', 'notes', 5)]
    """
    fresh = (
        tables["links"]
        .filter(base="new")
        .select(*_KEY, symbol="new", paragraph="new_paragraphs")
        .explode("paragraph")
        .with_columns(share=pl.lit("new"))
    )
    later = tables["links"].select(*_KEY, symbol="new").unique(maintain_order=True)
    does = (
        pl.when((pl.col("class") == "DIR").any())
        .then(pl.lit("asks"))
        .when((pl.col("class") == "NEU").all())
        .then(pl.lit("notes"))
        .otherwise(pl.lit("rest"))
    )
    per = tables["clauses"].group_by(*TEXT, "paragraph", maintain_order=True).agg(does=does)
    placed = later.join(per, on=TEXT, how="inner", maintain_order="left")
    joined = placed.join(fresh, on=[*_KEY, "symbol", "paragraph"], how="left", maintain_order="left")
    parts = tables["paragraphs"].select(*TEXT, "paragraph", "section").unique([*TEXT, "paragraph"], maintain_order=True)
    joined = joined.join(parts, on=[*TEXT, "paragraph"], how="left", maintain_order="left")
    counted = joined.group_by(*_KEY, "symbol", pl.col("share").fill_null("kept"), "does", maintain_order=True).agg(
        "paragraph",
        count=pl.len().cast(pl.Int64),
        preambular=(pl.col("section") == "preamble").fill_null(False).sum().cast(pl.Int64),
    )
    order = {name: place for place, name in enumerate(("new", "kept", *DOES))}
    places = [pl.col(name).replace_strict(order, return_dtype=pl.Int64) for name in ("share", "does")]
    first = {symbol: place for place, symbol in enumerate(counted["symbol"].unique(maintain_order=True))}
    counted = counted.sort(
        *_KEY, pl.col("symbol").replace_strict(first, return_dtype=pl.Int64), *places, maintain_order=True
    )
    return counted.rename({"paragraph": "paragraphs"})


@measure("one row per edition, paragraph and run of words of one age", "paragraphs", "words")
def word_ages(tables: Frames, symbol: str = "") -> pl.DataFrame:
    """In which edition at hand each run of words of a paragraph first stood, and how many years before.

    A run belongs to the earliest edition that has five words in the same order, dates, sessions and symbols left out;
    ``first`` and ``last`` are places of words in the paragraph. Editions that are not at hand are not looked at: a
    run may be older than is seen here.

    Examples
    --------
    >>> from ecoanalysis.editions import read_series
    >>> frame = word_ages(read_series(), "A/RES/79/330")
    >>> frame.filter(language="en")["years"].max() >= 20
    True
    """
    rows = []
    dates = dict(texts(tables).select("symbol", "year").drop_nulls().iter_rows())
    prints = tables["fingerprints"]
    for series, language, symbols in editions(tables):
        seen: dict[str, str] = {}
        for edition in symbols:
            paragraphs = prints.filter(symbol=edition, language=language).select("paragraph", "shingles").rows()
            for _, shingles in paragraphs:
                for phrase in _phrases(shingles):
                    seen.setdefault(phrase, edition)
            if symbol in ("", edition):
                for paragraph, shingles in paragraphs:
                    for first, last, born in _runs(shingles, seen, edition, symbols):
                        age = dates.get(edition, 0) - dates.get(born, dates.get(edition, 0))
                        rows.append((series, language, edition, paragraph, first, last, born, age))
    schema: dict[str, type[pl.DataType]] = dict.fromkeys((*_KEY, "symbol", "paragraph"), pl.String)
    schema |= {"first": pl.Int64, "last": pl.Int64, "born": pl.String, "years": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


_DIGITS = 3  # of a hash of a word
_PHRASE = 5  # words


def _phrases(shingles: str) -> list[str]:
    width = _PHRASE * _DIGITS
    return [shingles[place : place + width] for place in range(0, max(len(shingles) - width, 0) + 1, _DIGITS)]


def _runs(shingles: str, seen: dict[str, str], edition: str, symbols: list[str]) -> Iterator[tuple[int, int, str]]:
    """The words of a paragraph in runs of one age: each as old as the oldest phrase that it is a part of."""
    order = {symbol: place for place, symbol in enumerate(symbols)}
    words = len(shingles) // _DIGITS
    ages = [order[edition]] * words
    for place, phrase in enumerate(_phrases(shingles)):
        born = order[seen.get(phrase, edition)]
        for word in range(place, min(place + _PHRASE, words)):
            ages[word] = min(ages[word], born)
    start = 0
    for word in range(1, words + 1):
        if word == words or ages[word] != ages[start]:
            yield start, word, symbols[ages[start]]
            start = word
