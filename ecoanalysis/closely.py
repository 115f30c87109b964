"""Reading closely: a keyword in its contexts, and the words by which two sets of passages differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

    from ecoanalysis.corpus import Corpus

_LEAST = 5  # a word expected fewer times than this on either side tells little: G² is then no good approximation


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
        One row per occurrence in the paragraphs: ``symbol``, ``language``, ``paragraph``, ``section``; ``class``,
        ``band`` and ``addressees`` (ids, else words) of the clause that it stands in, null outside; ``left``,
        ``keyword``, ``right``; ``start`` and ``end`` in the raw text.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> found = concordance(eco.open_corpus(), "考虑", width=4)
    >>> found.select("paragraph", "class", "left", "keyword", "right").row(0)
    ('7', 'DIR', '关和机构', '考虑', '支持该项')
    """
    import polars as pl

    pattern = _pattern(keyword)
    passages = corpus.tables["paragraphs"].select("document", "text").iter_rows()
    holding = {document for document, text in passages if pattern.search(text)}
    rows = [row for facts in corpus.only(holding).facts for row in _occurrences(facts, pattern, width)]
    texts = ("symbol", "language", "paragraph", "section", "class", "band", "left", "keyword", "right")
    schema: dict[str, Any] = dict.fromkeys(texts, pl.String)
    schema |= {"addressees": pl.List(pl.String), "start": pl.Int64, "end": pl.Int64}
    return pl.DataFrame(rows, schema=schema)


def _pattern(keyword: str) -> re.Pattern[str]:
    if len(keyword) > 2 and keyword.startswith("/") and keyword.endswith("/"):
        return re.compile(keyword[1:-1], re.IGNORECASE)
    return re.compile(re.escape(keyword), re.IGNORECASE)


def _occurrences(facts: Any, pattern: re.Pattern[str], width: int) -> Iterator[dict[str, Any]]:
    resolution = facts.resolution
    for paragraph in resolution.paragraphs:
        clauses = [clause for clause in facts.clauses if clause.paragraph == paragraph.id]
        for match in pattern.finditer(paragraph.text):
            if match.start() == match.end():
                continue
            span = paragraph.raw(*match.span())
            clause = next((each for each in clauses if each.start <= span.start < each.end), None)
            parties = [each.agency or each.surface for each in clause.addressees if each.surface] if clause else []
            yield {
                "symbol": resolution.symbol,
                "language": resolution.language,
                "paragraph": paragraph.id,
                "section": paragraph.part,
                "class": clause.cls if clause else None,
                "band": clause.band if clause else None,
                "addressees": parties,
                "left": paragraph.text[max(0, match.start() - width) : match.start()],
                "keyword": match[0],
                "right": paragraph.text[match.end() : match.end() + width],
                "start": span.start,
                "end": span.end,
            }


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
        enough occurrences are expected on both sides for ``g2`` to be believed. Sorted by ``g2``.

    Notes
    -----
    G²: Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993);
    in the form of Rayson and Garside (2000). Log ratio: Hardie (2014).

    Examples
    --------
    >>> import polars as pl
    >>> a = pl.DataFrame({"term": ["lake", "state"], "count": [30, 70]})
    >>> b = pl.DataFrame({"term": ["state", "river"], "count": [70, 30]})
    >>> keyness(a, b).select("term", "in_a", "in_b", "log_ratio").rows()
    [('lake', 30, 0, 5.907), ('river', 0, 30, -5.907), ('state', 70, 70, 0.0)]
    """
    import polars as pl

    counts = [
        frame.group_by("term").agg(pl.col("count").sum().cast(pl.Int64).alias(name))
        for frame, name in ((a, "in_a"), (b, "in_b"))
    ]
    both = counts[0].join(counts[1], on="term", how="full", coalesce=True)
    both = both.with_columns(pl.col("in_a", "in_b").fill_null(0))
    size_a, size_b = (max(1, int(both[name].sum())) for name in ("in_a", "in_b"))
    in_a, in_b = pl.col("in_a"), pl.col("in_b")
    expected = {name: (in_a + in_b) * size / (size_a + size_b) for name, size in (("a", size_a), ("b", size_b))}
    parts = [
        pl.when(count > 0).then(count * (count / expected[name]).log()).otherwise(0.0)
        for count, name in ((in_a, "a"), (in_b, "b"))
    ]
    share = [pl.max_horizontal(count.cast(pl.Float64), 0.5) / size for count, size in ((in_a, size_a), (in_b, size_b))]
    return both.with_columns(
        g2=(2 * (parts[0] + parts[1])).round(3),
        log_ratio=(share[0] / share[1]).log(2).round(3),
        sure=pl.min_horizontal(expected["a"], expected["b"]) >= _LEAST,
    ).sort("g2", "log_ratio", "term", descending=[True, True, False])
