"""Terms: the words of a text, Chinese ones cut by jieba with the registry's names as its user dictionary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ecoanalysis.lexicon import words_touch
from ecoanalysis.lexicon.agencies import registry

if TYPE_CHECKING:
    import jieba

_WORD = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z-]+")


def new_tokenizer() -> jieba.Tokenizer:
    """Return a tokenizer of our own: jieba's global one would keep what other code adds to it.

    It reads jieba's dictionary itself: what ``initialize`` keeps of it in the system's temporary folder is believed
    unseen, whoever wrote it there and however damaged it is.
    """
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@cache
def _tokenizer() -> jieba.Tokenizer:
    """A tokenizer that knows the registry's names."""
    tokenizer = new_tokenizer()
    for agency in registry():
        for name in agency.fixed("zh"):
            if re.fullmatch(r"[\u4e00-\u9fff]+", name):
                tokenizer.add_word(name, freq=10**6)
    return tokenizer


def split_words(text: str, language: str) -> list[str]:
    """Return a text cut into words, with everything between them: joined they are the text again.

    Examples
    --------
    >>> split_words("to the Office, again", "en")
    ['to', ' ', 'the', ' ', 'Office', ', ', 'again']
    """
    if words_touch(language):
        return list(_tokenizer().cut(text))
    return re.findall(r"\w+|\W+", text)


def words(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text, without punctuation, figures and single characters.

    Examples
    --------
    >>> list(words("请亚太经社会改善铁路连接", "zh"))
    ['亚太经社会', '改善', '铁路', '连接']
    """
    pieces = _tokenizer().cut(text) if words_touch(language) else re.findall(r"[A-Za-z][A-Za-z-]+", text.lower())
    for piece in pieces:
        if _WORD.fullmatch(piece):
            yield piece


def count_terms(text: str, language: str) -> dict[str, int]:
    """Return how often each word stands in a text, in order of first occurrence."""
    return dict(Counter(words(text, language)))
