"""The topic of a report as it is written → as it reads by itself, under the title of its resolution."""

from __future__ import annotations

import re
from functools import cache

from ecoanalysis.lexicon import language_of

_NUMBER = "{number}"


@cache
def _pattern(language: str, key: str) -> re.Pattern[str]:
    return language_of(language).compiled("reports", "alone", key)


def standing_alone(topic: str, title: str, symbol: str, language: str) -> str | None:
    """Return a topic that needs no other sentence to be understood, None where none is left: the title says enough.

    The resolution that a topic calls the present one is named by its number. What points back to other words, names a
    body by a short name that the title does not explain, is cut off, or says nothing by itself, is left out.

    Examples
    --------
    >>> standing_alone("the implementation of the present resolution", "Lakes", "A/RES/61/1", "en")
    'the implementation of resolution 61/1'
    >>> standing_alone("执行该计划的进展情况", "湖泊", "A/RES/61/1", "zh") is None
    True
    """
    words = _pattern(language, "possessive").sub("", _whole(topic, language))
    number = symbol.rpartition("/RES/")[2]
    by_number = str(language_of(language).table("reports").get("alone", {}).get("by_number", _NUMBER))
    words = _pattern(language, "this_resolution").sub(lambda _: by_number.replace(_NUMBER, number), words)
    short = (name[0] for name in _pattern(language, "short_name").finditer(words))
    unclear = any(_pattern(language, key).search(words) for key in ("points_back", "cut_off"))
    if unclear or _pattern(language, "says_nothing").fullmatch(words) or any(name not in title for name in short):
        return None
    return None if words.lower() in title.lower() else words


def _whole(topic: str, language: str) -> str:
    """A topic without the words that joined it to what was cut off behind it."""
    joining = set(language_of(language).table("slots").get("function", ()))
    words = topic.split()
    while words and words[-1].lower() in joining:
        words.pop()
    return " ".join(words)
