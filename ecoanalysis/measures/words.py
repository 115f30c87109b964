"""Words: a keyword in its contexts, what stands with it, and the words by which two sets of passages differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

from ecoanalysis.measures.frames import CLAUSE, PARAGRAPH
from ecoanalysis.measures.measure import Frames, measure
from ecoanalysis.model.shape import RESOLUTION
from ecoanalysis.tables.facts import offsets_of

if TYPE_CHECKING:
    from ecoanalysis.corpus import Corpus

_LEAST = 5  # a word expected fewer times than this on either side tells little: G² is then no good approximation
_TOGETHER = 2  # paragraphs that two words share below which they are no collocation


@measure("one row per occurrence", "words")
def concordance(corpus: Corpus, keyword: str, width: int = 20) -> pl.DataFrame:
    """Return every occurrence of a keyword with what stands before and behind it.

    Parameters
    ----------
    corpus
        What ``open_corpus`` returned.
    keyword
        Words to look for, without regard to case; a regular expression where it begins and ends with a slash.
    width
        How many characters are shown on each side.

    Returns
    -------
    polars.DataFrame
        One row per occurrence in the paragraphs: ``document``, ``part``, ``symbol``, ``language``, ``paragraph`` and
        ``index`` of the clause that it stands in, by which rows join back to every table; ``section``, and ``class``,
        ``band`` and ``addressees`` (ids, else words) of the clause, null outside; ``left``, ``keyword``, ``right``;
        ``start`` and ``end`` in the raw text.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> corpus = eco.open_corpus()
    >>> lines = concordance(corpus, "考虑", width=4)
    >>> lines.select("paragraph", "class", "left", "keyword", "right").row(0)
    ('7', 'DIR', '关和机构', '考虑', '支持该项')
    >>> lines.join(corpus.clauses, on=["document", "part", "paragraph", "index"], how="semi").height == lines.height
    True
    """
    pattern = _pattern(keyword)
    passages = corpus.tables["paragraphs"].select(*PARAGRAPH, "symbol", "language", "section", "text", "offsets")
    holding = passages.filter(
        pl.Series([bool(pattern.search(text or "")) for text in passages["text"]], dtype=pl.Boolean)
    )
    clauses = _clauses(corpus.tables, holding)
    rows = [row for passage in holding.iter_rows(named=True) for row in _occurrences(passage, clauses, pattern, width)]
    texts = ("document", "symbol", "language", "paragraph", "section", "class", "band", "left", "keyword", "right")
    schema: dict[str, Any] = dict.fromkeys(texts, pl.String)
    schema |= {
        "part": pl.Int64,
        "index": pl.Int64,
        "addressees": pl.List(pl.String),
        "start": pl.Int64,
        "end": pl.Int64,
    }
    return pl.DataFrame(rows, schema=schema)


def _pattern(keyword: str) -> re.Pattern[str]:
    if len(keyword) > 2 and keyword.startswith("/") and keyword.endswith("/"):
        return re.compile(keyword[1:-1], re.IGNORECASE)
    return re.compile(re.escape(keyword), re.IGNORECASE)


_Clauses = Mapping[tuple[str, int, str], list[dict[str, Any]]]


def _clauses(tables: Frames, passages: pl.DataFrame) -> _Clauses:
    """The clauses of some paragraphs, each with whom it addresses: the body's id, else the words."""
    party = pl.coalesce("agency", "surface")
    asked = (
        tables["addressees"].filter(pl.col("surface").is_not_null()).group_by(CLAUSE, maintain_order=True).agg(party)
    )
    wanted = tables["clauses"].join(passages, on=PARAGRAPH, how="semi", maintain_order="left")
    joined = wanted.join(asked.rename({"agency": "addressees"}), on=CLAUSE, how="left", maintain_order="left")
    clauses: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for clause in joined.select(*CLAUSE, "class", "band", "start", "end", "addressees").iter_rows(named=True):
        clauses.setdefault((clause["document"], clause["part"], clause["paragraph"]), []).append(clause)
    return clauses


def _occurrences(
    passage: Mapping[str, Any], clauses: _Clauses, pattern: re.Pattern[str], width: int
) -> Iterator[dict[str, Any]]:
    text, place = passage["text"], (passage["document"], passage["part"], passage["paragraph"])
    offsets = offsets_of(passage["offsets"], len(text))
    for match in pattern.finditer(text):
        if match.start() == match.end():
            continue
        start, end = offsets[match.start()], offsets[match.end() - 1] + 1
        clause = next((each for each in clauses.get(place, ()) if each["start"] <= start < each["end"]), None)
        yield {
            **{name: passage[name] for name in (*PARAGRAPH, "symbol", "language", "section")},
            "index": clause["index"] if clause else None,
            "class": clause["class"] if clause else None,
            "band": clause["band"] if clause else None,
            "addressees": (clause["addressees"] if clause else None) or [],
            "left": text[max(0, match.start() - width) : match.start()],
            "keyword": match[0],
            "right": text[match.end() : match.end() + width],
            "start": start,
            "end": end,
        }


@measure("one row per word that stands in paragraphs with the keyword", "words")
def collocations(tables: Frames, keyword: str, least: int = _TOGETHER) -> pl.DataFrame:
    """Return the words that share paragraphs with a keyword more often than chance has it, the most telling first.

    Parameters
    ----------
    tables
        Tables of texts of one language that are at hand (the table ``terms``).
    keyword
        A word as ``terms`` has it.
    least
        Paragraphs that a word has to share with it.

    Returns
    -------
    polars.DataFrame
        One row per word: ``together`` (paragraphs with both), ``alone`` (its other paragraphs), ``resolutions`` in
        which they stand together, ``g2`` (log-likelihood ratio), ``log_dice`` (14 where neither stands without the
        other, one less for each halving; it does not depend on the size of the corpus).

    Notes
    -----
    logDice: Rychlý, "A lexicographer-friendly association score", RASLAN 2008.

    Examples
    --------
    >>> import polars as pl
    >>> passages = {"1": "ab", "2": "ab", "3": "bc", "4": "c"}
    >>> rows = [("d", 1, place, term, 1) for place, words in passages.items() for term in words]
    >>> terms = pl.DataFrame(rows, schema=["document", "part", "paragraph", "term", "count"], orient="row")
    >>> collocations({"terms": terms}, "a").select("term", "together", "alone").rows()
    [('b', 2, 1)]
    """
    terms = tables["terms"].select(*PARAGRAPH, "term").unique(maintain_order=True)
    places = terms.filter(pl.col("term") == keyword).select(PARAGRAPH)
    paragraphs, ours = terms.select(PARAGRAPH).n_unique(), places.height
    everywhere = terms.group_by("term", maintain_order=True).agg(whole=pl.len().cast(pl.Int64))
    together = terms.join(places, on=PARAGRAPH, how="semi", maintain_order="left").filter(pl.col("term") != keyword)
    counted = together.group_by("term", maintain_order=True).agg(
        together=pl.len().cast(pl.Int64), resolutions=pl.struct(RESOLUTION).n_unique().cast(pl.Int64)
    )
    both, whole = pl.col("together"), pl.col("whole")
    cells = [
        (both, ours * whole / paragraphs),
        (ours - both, ours * (paragraphs - whole) / paragraphs),
        (whole - both, (paragraphs - ours) * whole / paragraphs),
        (paragraphs - ours - whole + both, (paragraphs - ours) * (paragraphs - whole) / paragraphs),
    ]
    parts = [pl.when(seen > 0).then(seen * (seen / expected).log()).otherwise(0.0) for seen, expected in cells]
    return (
        counted.join(everywhere, on="term", maintain_order="left")
        .filter((both >= least) & (both / max(1, ours) > whole / max(1, paragraphs)))
        .with_columns(
            alone=whole - both,
            g2=(2 * pl.sum_horizontal(parts)).round(3),
            log_dice=(14 + (2 * both / (ours + whole)).log(2)).round(3),
        )
        .select("term", "together", "alone", "resolutions", "g2", "log_dice")
        .sort("g2", "term", descending=[True, False], maintain_order=True)
    )


@measure("one row per word", "words")
def keyness(a: pl.DataFrame, b: pl.DataFrame) -> pl.DataFrame:
    """Return the words by which two sets of passages differ, the most telling first.

    Parameters
    ----------
    a, b
        Rows of the table ``terms`` (``corpus.terms``), of one language: of two editions, two themes, two parts.

    Returns
    -------
    polars.DataFrame
        One row per word: ``term``, its counts ``in_a`` and ``in_b``, ``g2`` (log-likelihood ratio; a difference
        of 3.84 comes by chance in one case of twenty, of 10.83 in one of a thousand), ``log_ratio`` (how many times it
        doubles from b to a; a word that one side lacks counts as half an occurrence there), and ``sure``: whether
        enough occurrences are expected on both sides for ``g2`` to be believed. Where the rows say what they are of:
        ``texts_a`` and ``texts_b``, the resolutions (paragraphs where there is but one) that have the word, and
        ``dispersion`` over those of both sides, 0 where it is spread evenly, near 1 where a single one has it all: what
        one text alone repeats is no mark of its side. Sorted by ``g2``.

    Notes
    -----
    G²: Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993);
    in the form of Rayson and Garside (2000). Log ratio: Hardie (2014). Dispersion: Gries's deviation of proportions
    (2008), as normalized by Lijffijt and Gries (2012).

    Examples
    --------
    >>> import polars as pl
    >>> a = pl.DataFrame({"term": ["lake", "state"], "count": [30, 70]})
    >>> b = pl.DataFrame({"term": ["state", "river"], "count": [70, 30]})
    >>> keyness(a, b).select("term", "in_a", "in_b", "log_ratio").rows()
    [('lake', 30, 0, 5.907), ('river', 0, 30, -5.907), ('state', 70, 70, 0.0)]
    """
    counts = [
        frame.group_by("term", maintain_order=True).agg(pl.col("count").sum().cast(pl.Int64).alias(name))
        for frame, name in ((a, "in_a"), (b, "in_b"))
    ]
    both = counts[0].join(counts[1], on="term", how="full", coalesce=True, maintain_order="left_right")
    both = both.with_columns(pl.col("in_a", "in_b").fill_null(0))
    size_a, size_b = (max(1, int(both[name].sum())) for name in ("in_a", "in_b"))
    in_a, in_b = pl.col("in_a"), pl.col("in_b")
    expected = {name: (in_a + in_b) * size / (size_a + size_b) for name, size in (("a", size_a), ("b", size_b))}
    parts = [
        pl.when(count > 0).then(count * (count / expected[name]).log()).otherwise(0.0)
        for count, name in ((in_a, "a"), (in_b, "b"))
    ]
    rate = [pl.max_horizontal(count.cast(pl.Float64), 0.5) / size for count, size in ((in_a, size_a), (in_b, size_b))]
    scored = both.with_columns(
        g2=(2 * (parts[0] + parts[1])).round(3),
        log_ratio=(rate[0] / rate[1]).log(2).round(3),
        sure=pl.min_horizontal(expected["a"], expected["b"]) >= _LEAST,
    )
    return _spread(scored, a, b).sort("g2", "log_ratio", "term", descending=[True, True, False], maintain_order=True)


def _spread(scored: pl.DataFrame, a: pl.DataFrame, b: pl.DataFrame) -> pl.DataFrame:
    """How many texts have each word, and how evenly; nothing where the rows do not say what they are of."""
    if not all({*PARAGRAPH} <= set(frame.columns) for frame in (a, b)):
        return scored.with_columns(
            texts_a=pl.lit(None, pl.Int64), texts_b=pl.lit(None, pl.Int64), dispersion=pl.lit(None, pl.Float64)
        )
    several = pl.concat([frame.select(RESOLUTION) for frame in (a, b)]).n_unique() > 2
    unit = [*RESOLUTION] if several else [*PARAGRAPH]
    for name, frame in (("texts_a", a), ("texts_b", b)):
        counted = (
            frame.select("term", *unit)
            .unique(maintain_order=True)
            .group_by("term", maintain_order=True)
            .agg(pl.len().cast(pl.Int64).alias(name))
        )
        scored = scored.join(counted, on="term", how="left", maintain_order="left").with_columns(
            pl.col(name).fill_null(0)
        )
    per = (
        pl.concat([frame.select("term", "count", *unit) for frame in (a, b)])
        .group_by("term", *unit, maintain_order=True)
        .agg(pl.col("count").sum())
    )
    return scored.join(dispersion(per, unit), on="term", how="left", maintain_order="left")


def dispersion(counts: pl.DataFrame, unit: list[str]) -> pl.DataFrame:
    """Return how unevenly each word is spread over units, from 0 (as their lengths have it) to near 1 (in one alone).

    Examples
    --------
    >>> import polars as pl
    >>> rows = [("even", "1", 5), ("even", "2", 5), ("odd", "1", 10), ("rest", "1", 10), ("rest", "2", 20)]
    >>> frame = pl.DataFrame(rows, schema=["term", "paragraph", "count"], orient="row")
    >>> dispersion(frame, ["paragraph"]).sort("dispersion")["term"].to_list()[-1]
    'odd'
    """
    sizes = (
        counts.group_by(unit, maintain_order=True)
        .agg(size=pl.col("count").sum())
        .with_columns(due=pl.col("size") / pl.col("size").sum())
    )
    least = sizes["due"].min() or 0.0
    joined = counts.join(sizes, on=unit, maintain_order="left").with_columns(
        seen=pl.col("count") / pl.col("count").sum().over("term")
    )
    # Units that lack a word differ from their due by all of it.
    spread = joined.group_by("term", maintain_order=True).agg(
        gap=((pl.col("seen") - pl.col("due")).abs().sum() + (1 - pl.col("due").sum())) / 2
    )
    top = 1 - float(least)  # type: ignore[arg-type]
    return spread.select("term", dispersion=(pl.col("gap") / (top or 1.0)).clip(0, 1).round(3))
