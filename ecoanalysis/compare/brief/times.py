"""Times that paragraphs name, and the changes that set another: 2025 → 2030, annually → biennially."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Change, Evidence
from ecoanalysis.model.edition import EditionParagraph
from ecoanalysis.parse.head.dates import find_dates

_LONGEST = 60  # characters of a time
_LEAD = 70  # characters before a time that say of what it is; where words touch, half as many


@lru_cache(maxsize=256)  # each change of a paragraph asks for those of the whole
def times_in(text: str, language: str) -> tuple[range, ...]:
    """Return where a text names a day, a year, a session or a rhythm.

    Examples
    --------
    >>> [text[time.start : time.stop] for text in ("to report annually by 2030, at its eightieth session",)
    ...  for time in times_in(text, "en")]
    ['annually', '2030', 'eightieth session']
    """
    lexicon = language_of(language)
    spans = {(date.start, date.end) for date in find_dates(text, language)}
    spans |= {match.span("due") for match in lexicon.compiled("reports", "due").finditer(text)}
    spans |= {match.span() for match in lexicon.compiled("reports", "periodicity").finditer(text)}
    whole = (span for span in sorted(spans) if not any(_inside(span, other) for other in spans - {span}))
    return tuple(range(*span) for span in whole)


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def sets_time(change: Change, old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], language: str) -> bool:
    """Return whether a change of words only sets one time for another."""
    if change.type not in ("words_cut", "words_added") or not change.old or not change.new:
        return False
    return _names_time(change.old, old, language) and _names_time(change.new, new, language)


def _names_time(words: Evidence, paragraphs: Iterable[EditionParagraph], language: str) -> bool:
    home = _home(words, paragraphs)
    if home is None or not words.text or len(words.text) > _LONGEST:
        return False
    paragraph, place = home
    span = place, place + len(words.text)
    return any(_inside(span, (time.start, time.stop)) for time in times_in(paragraph.text or "", language))


def before_time(words: Evidence, paragraphs: Iterable[EditionParagraph], language: str) -> str:
    """Return the words before a time, as far as they say of what it is: the last of its paragraph's, from a mark on."""
    home = _home(words, paragraphs)
    if home is None:
        return ""
    before = " ".join((home[0].text or "")[: home[1]].split())
    room = _LEAD // 2 if language_of(language).words_touch else _LEAD
    if len(before) <= room:
        return before
    tail = before[-room:]
    begin = re.search(r"[，、；,;]\s*", tail) or re.search(r"\s", tail)
    return "…" + (tail[begin.end() :] if begin else tail)


def _home(words: Evidence, paragraphs: Iterable[EditionParagraph]) -> tuple[EditionParagraph, int] | None:
    """The paragraph in which words stand, and where in its text."""
    home = next((each for each in paragraphs if each.start <= words.start < each.end and each.offsets), None)
    return (home, bisect_left(home.offsets, words.start)) if home else None
