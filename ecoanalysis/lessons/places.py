"""Where in a text the exercises of a lesson look: for the lessons' own texts stated, for another text worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ecoanalysis.lexicon import SPOKEN, load

if TYPE_CHECKING:
    from ecoanalysis.lessons.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Places:
    """Paragraphs, themes and words that exercises ask about."""

    names_in: tuple[str, ...]
    """Paragraphs whose names lesson 2 counts."""
    weigh: str
    """The paragraph whose words lesson 3 weighs."""
    theme: str
    apart: str
    """A theme that nearly every paragraph has, and which therefore says nothing."""
    ladder: tuple[str, ...]
    """One verb of each band, weakest first."""
    whole: str
    """A long name that a simple program cuts up."""
    lookalike: str
    """A name that looks like another body's."""
    edits: Mapping[str, str] = field(default_factory=dict)
    """The paragraph that each edit of lessons 6 and 8 is asked for; of another text any will do."""


def stated(language: str) -> Mapping[str, Any]:
    """Return what is stated of the text that lessons in this language are about.

    Examples
    --------
    >>> stated("en")["symbol"], stated("zh")["symbol"], stated("fr")["symbol"]
    ('A/RES/97/924', 'A/RES/75/324', 'A/RES/97/924')
    """
    texts: Mapping[str, Mapping[str, Any]] = load("interface/lessons")["text"]
    return texts.get(language, texts[SPOKEN])


def places(lesson: Lesson) -> Places:
    """Return where the exercises of a lesson look in its text."""
    entry = stated(lesson.resolution.language)
    words = {key: entry[key] for key in ("whole", "lookalike")} | {"ladder": tuple(entry["ladder"])}
    if not lesson.mine:
        names_in = tuple(entry["names_in"])
        return Places(names_in, entry["weigh"], entry["theme"], entry["apart"], edits=entry["edits"], **words)
    operative = [paragraph.id for paragraph in lesson.of("operative")]
    named = Counter(each.paragraph for each in lesson.facts.agencies if each.paragraph in operative)
    themes = Counter(each.theme for each in lesson.facts.themes if each.paragraph in operative)
    longest = max(lesson.of("operative"), key=lambda paragraph: len(paragraph.text), default=None)
    return Places(
        (named.most_common(1)[0][0],) if named else tuple(operative[:1]),
        longest.id if longest else "",
        themes.most_common(1)[0][0] if themes else "",
        "",
        **words,
    )
