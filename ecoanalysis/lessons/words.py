"""Words as lessons 2 and 3 count them: cut without a registry of names, and weighed by tf-idf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import language_of

if TYPE_CHECKING:
    import polars as pl

_ORGANISATION = "nt"  # jieba's tag
_WORD = re.compile(r"[\w\-–’']+")


def plain_words(text: str) -> list[tuple[str, str]]:
    """Return the words of a Chinese text with jieba's tag of each, cut without the registry's names.

    Examples
    --------
    >>> plain_words("亚太经社会")
    [('亚太经社会', 'nt')]
    """
    return [(token.word, token.flag) for token in _tagger().cut(text)]


def simple_names(text: str, language: str) -> list[tuple[int, str]]:
    """Return what a simple program takes for names of bodies, each with its place in the text.

    Where words touch, as in Chinese: what jieba tags as an organisation. Elsewhere: every run of words with a capital.

    Examples
    --------
    >>> simple_names("Invites the Food and Agriculture Organization", "en")
    [(0, 'Invites'), (12, 'Food'), (21, 'Agriculture Organization')]
    """
    if language_of(language).words_touch:
        places = accumulate((len(word) for word, _ in plain_words(text)), initial=0)
        tagged = zip(places, plain_words(text), strict=False)
        return [(place, word) for place, (word, kind) in tagged if kind == _ORGANISATION]
    return [(start, text[start:end]) for start, end in _capital_runs(text)]


def pieces(name: str, language: str) -> list[str]:
    """Return what the same simple program makes of one name: jieba's words, or the runs of capitals.

    Examples
    --------
    >>> pieces("Food and Agriculture Organization of the United Nations", "en")
    ['Food', 'Agriculture Organization', 'United Nations']
    """
    if language_of(language).words_touch:
        return [word for word, _ in plain_words(name)]
    return [piece for _, piece in simple_names(name, language)]


def _capital_runs(text: str) -> Iterator[tuple[int, int]]:
    """Words with a capital next to each other; a comma between them ends a run."""
    start, end = -1, -1
    for word in _WORD.finditer(text):
        if not word[0][0].isupper():
            continue
        if start >= 0 and text[end : word.start()].isspace():
            end = word.end()
            continue
        if start >= 0:
            yield start, end
        start, end = word.span()
    if start >= 0:
        yield start, end


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
