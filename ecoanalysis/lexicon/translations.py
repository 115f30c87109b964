"""What a word that stands for a fact is called in another language: term of a theme, act, hedge, title, party."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ecoanalysis.lexicon.language import language_of

Kind = Literal["terms", "acts", "hedges", "titles", "parties"]


def translated(word: str, kind: Kind, language: str, wanted: str) -> str:
    """Return a word of one language in another; nothing where the lexicon does not know it.

    Of several words that mean the same, the one that the lexicon lists first.

    Examples
    --------
    >>> translated("Single window", "terms", "en", "zh"), translated("单一窗口", "terms", "zh", "en")
    ('单一窗口', 'single window')
    >>> translated("lake", "acts", "en", "zh")
    ''
    >>> translated("Member States", "parties", "en", "zh"), translated("member States", "parties", "en", "zh")
    ('会员国', '')
    """
    return word if language == wanted else _words(kind, language, wanted).get(_letters(word, kind), "")


def _letters(word: str, kind: Kind) -> str:
    """A word blind to the signs that a print may set between its letters, and to case where that tells no two apart."""
    letters = "".join(filter(str.isalnum, word))
    return letters if kind == "parties" else letters.casefold()  # member States: of another organization


@cache
def _words(kind: Kind, language: str, wanted: str) -> dict[str, str]:
    """The words of a kind that have a translation, in either direction that a file states."""
    stated = language_of(language).table("translations").get(wanted, {}).get(kind, {})
    turned = language_of(wanted).table("translations").get(language, {}).get(kind, {})
    pairs = [*stated.items(), *((there, here) for here, there in turned.items())]
    return {_letters(here, kind): there for here, there in reversed(pairs)}
