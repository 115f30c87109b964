"""Counts: how many paragraphs, clauses and directives a text has, what it is made of; how many directives ask whom."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from ecoanalysis.measures.asked import DIMENSIONS_OF_PARTY, parties
from ecoanalysis.measures.frames import (
    BANDS,
    CLASSES,
    CLAUSE,
    PARAGRAPH,
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
from ecoanalysis.model.shape import RESOLUTION

_OF_DIRECTIVE = ("symbol", "language", "lemma", "band", "section", "committee", "adopted_on", "year", "session")
DIMENSIONS = (*DIMENSIONS_OF_PARTY, *_OF_DIRECTIVE, "theme")
"""What directives can be counted by."""

CODES = (*reversed(BANDS), "DEC", "EVA", "ASR", "NEU", "REF")
"""What a clause does, in one code: the band of a directive, the strongest first, else the class."""
_PLACE = pl.col("code").replace_strict(list(CODES), list(range(len(CODES))), default=len(CODES), return_dtype=pl.Int64)


@measure("one row per text", "paragraphs", "clauses", "classes")
def per_text(tables: Frames) -> pl.DataFrame:
    """How long each text is and what it is made of, in every unit that there is.

    ``words`` are those by which editions are compared (dates, sessions, symbols and ordinals left out; a Chinese
    character is a word), null where they are not at hand; ``buried`` are directives that do not open their paragraph,
    ``asking`` the paragraphs that hold a directive, ``speaking`` those that hold any clause.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> latest = per_text(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> latest.select("words", "paragraphs", "directives").row(0)
    (2618, 51, 20)
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
def clauses_by_class(tables: Frames) -> pl.DataFrame:
    """What the clauses of each text do: how many of each class, their share of its clauses, its verbs by frequency.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = clauses_by_class(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> frame.filter(pl.col("class") == "NEU")["clauses"].item() > 20
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
    units = ("clauses", "directives", "hedged", "notes")
    return joined.select(*TEXT, "paragraph", "section", *units).with_columns(pl.col(units).fill_null(0).cast(pl.Int64))


@measure("one row per text, class or band, and whether it is hedged", "clauses", "classes", "hedges")
def composition(tables: Frames) -> pl.DataFrame:
    """What each text is made of, in clauses and words: what it asks by band, decides, evaluates, asserts, notes.

    ``code`` is the band of a directive, else the class; ``paragraphs`` are those in which it stands. ``words`` are
    those of the clauses (dates, sessions, symbols left out), null where they are not at hand.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> frame = composition(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> whole = per_text(read_editions()).filter(symbol="A/RES/79/330", language="en")
    >>> frame["clauses"].sum() == whole["clauses"].item()
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


@measure(
    "one row per committee or theme, class or band, and whether it is hedged",
    "clauses",
    "classes",
    "hedges",
    example=("theme",),
)
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


def _coded(tables: Frames) -> pl.DataFrame:
    """The clauses with what each does, and whether it is a directive that anything softens."""
    asks = pl.col("class") == "DIR"
    return tables["clauses"].with_columns(code=pl.coalesce("band", "class"), hedged=asks & hedged())


@measure("one row per combination of the dimensions named", "classes", "addressees", example=("agency", "band"))
def directives_by(tables: Frames, *by: str, language: str = "") -> pl.DataFrame:
    """How many directives ask, by one or more dimensions: each directive counts once in a combination.

    Parameters
    ----------
    by
        Among ``DIMENSIONS``: ``agency``, ``type`` or ``country`` of the party, ``theme`` of the paragraph, ``lemma``
        or ``band`` of the verb, ``committee``, ``year``, ``symbol`` … Rows that lack one of them are left out.
    language
        Language of the texts that are counted; all where it is empty.

    Returns
    -------
    polars.DataFrame
        The dimensions; ``directives``, ``hedged`` of them, a column for each band, ``resolutions`` that ask; and
        ``share``: of the resolutions that ask anything, those that ask this, with its interval (``low``, ``high``).

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> directives_by(read_editions(), "agency", language="en").select("agency", "directives").row(0)
    ('undp', 31)
    """
    frame = _with_dimensions(tables, by)
    if language:
        frame = frame.filter(pl.col("language") == language)
    resolutions = frame.select(RESOLUTION).n_unique()
    if "country" in by:  # a party of several States asks each of them
        frame = frame.explode("country")
    once = frame.drop_nulls(by).unique([*CLAUSE, *by], keep="first", maintain_order=True)
    in_bands = [(pl.col("band") == band).sum().cast(pl.Int64).alias(band) for band in BANDS]
    counted = (
        once.group_by(by, maintain_order=True).agg(
            pl.len().cast(pl.Int64).alias("directives"),
            pl.col("hedged").sum().cast(pl.Int64),
            *in_bands,
            pl.struct(RESOLUTION).n_unique().cast(pl.Int64).alias("resolutions"),
        )
        if by
        else _total(once)
    )
    bounds = pl.DataFrame(
        [_bounds(asking, resolutions) for asking in counted["resolutions"]],
        schema=dict.fromkeys(("share", "low", "high"), pl.Float64),
        orient="row",
    )
    return counted.hstack(bounds).sort(
        "directives", *by, descending=[True, *(False for _ in by)], nulls_last=True, maintain_order=True
    )


def _total(once: pl.DataFrame) -> pl.DataFrame:
    return once.select(
        pl.len().cast(pl.Int64).alias("directives"),
        pl.col("hedged").sum().cast(pl.Int64),
        *((pl.col("band") == band).sum().cast(pl.Int64).alias(band) for band in BANDS),
        pl.struct(RESOLUTION).n_unique().cast(pl.Int64).alias("resolutions"),
    )


def _bounds(asking: int, resolutions: int) -> tuple[float | None, float | None, float | None]:
    interval = share([1] * asking + [0] * (resolutions - asking), [1] * resolutions)
    return interval.value, interval.low, interval.high


def _with_dimensions(tables: Frames, by: Sequence[str]) -> pl.DataFrame:
    """Directives, joined with their parties and the themes of their paragraphs where these are wanted."""
    if set(by) & set(DIMENSIONS_OF_PARTY):
        frame = parties(tables)
    else:
        dated = texts(tables).select(*RESOLUTION, "adopted_on", "session", "committee", "year")
        frame = directives(tables).join(dated, on=RESOLUTION, how="left", maintain_order="left")
    if "theme" in by:
        frame = frame.join(treated(tables), on=PARAGRAPH, how="left", maintain_order="left")
    return frame
