"""Words as lessons 2 and 3 count them: cut by jieba as it comes, and weighed by tf-idf."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl


def plain_words(text: str) -> list[tuple[str, str]]:
    """Return the words of a Chinese text with jieba's tag of each, cut without the registry's names.

    Examples
    --------
    >>> plain_words("亚太经社会")
    [('亚太经社会', 'nt')]
    """
    return [(token.word, token.flag) for token in _tagger().cut(text)]


@cache
def _tagger() -> Any:
    from jieba import posseg

    from ecoanalysis.lexicon.zh.rules import new_tokenizer

    return posseg.POSTokenizer(new_tokenizer())


def tf_idf(words: pl.DataFrame) -> pl.DataFrame:
    """Return the words of ``Lesson.words`` weighed: count times ln(paragraphs / paragraphs that hold the word).

    Notes
    -----
    Spärck Jones, "A statistical interpretation of term specificity", Journal of Documentation 28 (1972).

    Examples
    --------
    >>> import polars as pl
    >>> words = pl.DataFrame({"paragraph": ["1", "1", "2"], "term": ["lake", "state", "state"], "count": [2, 1, 1]})
    >>> tf_idf(words)["weight"].round(2).to_list()
    [1.39, 0.0, 0.0]
    """
    import polars as pl

    paragraphs = words["paragraph"].n_unique()
    return words.with_columns(weight=pl.col("count") * (paragraphs / pl.len().over("term")).log())
