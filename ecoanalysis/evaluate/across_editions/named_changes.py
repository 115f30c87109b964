"""A reader's links and a comparison → which true changes it names by a right type, and which in their words.

A *true change* is a modifier that a reader gives a link, and a `reworded` without one. That a paragraph stands
elsewhere (`moved`) is none, and what is new or dropped as a whole counts with the links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ecoanalysis.compare.brief import make_brief
from ecoanalysis.compare.brief.summary import change_words
from ecoanalysis.evaluate.scoring.scores import Tally
from ecoanalysis.model.brief import BriefLine
from ecoanalysis.model.comparison import Change, Comparison, Link

if TYPE_CHECKING:
    from ecoanalysis.evaluate.across_editions.gold_links import GoldLink

_NO_CHANGE = ("identical", "slot_update", "reworded", "new", "dropped", "moved")
_AS_WORDS_OR_SCOPE = (("words_added", "scope_widened"), ("words_cut", "scope_narrowed"))
_WHOLE = ("split", "merged", "promoted", "demoted")  # told by the paragraph, not by words of it
_CUT, _BEGINNING = "…", 12  # what ends a line that is cut short; characters that tell which words it ends with
_NOTED = re.compile(r"[−+] (\S.*)|(\S.*?) → (\S.*)")


def true_changes(types: Sequence[str]) -> tuple[str, ...]:
    """Return the changes of a link that a reader typed.

    Examples
    --------
    >>> true_changes(("reworded", "words_cut", "moved")), true_changes(("reworded",)), true_changes(("new",))
    (('words_cut',), ('reworded',), ())
    """
    return ("reworded",) if tuple(types) == ("reworded",) else tuple(type for type in types if type not in _NO_CHANGE)


def right_types(type: str) -> tuple[str, ...]:
    """Return the types by which a change may be named: an item that went is scope, or words.

    Examples
    --------
    >>> right_types("scope_narrowed"), right_types("weakened")
    (('words_cut', 'scope_narrowed'), ('weakened',))
    """
    return next((alike for alike in _AS_WORDS_OR_SCOPE if type in alike), (type,))


def score_changes(gold: Iterable[GoldLink], comparison: Comparison) -> tuple[Tally, Tally, Tally]:
    """Return how many true changes a comparison names, how many it tells, and how many of a reader's words it shows.

    Named is a change of which a link with paragraphs of the reader's on both sides (of a dropped one: with the same)
    has a right type; in words is one so named whose words a line of the brief on that link shows; shown are words that
    a reader noted (`− went; + came; one → other`) and a line of the brief on such a link has whole. Without the texts
    no words are shown.
    """
    has_texts = _has_texts(comparison)
    lines = make_brief(comparison).lines if has_texts else ()
    named = in_words = noted = shown = changes = 0
    for link in gold:
        ours = [other for other in comparison.links if _is_right(other, link)]
        lines_here = [line for line in lines if any(_is_right(line, other) for other in ours)]
        for type in true_changes(link.types):
            changes += 1
            named += any(set(right_types(type)) & set(other.types) for other in ours)
            in_words += any(_is_in_words(type, other, lines_here) for other in ours)
        words = list(noted_words(link.note)) if has_texts else []
        noted += len(words)
        shown += sum(any(_stands(each, line.words) for line in lines_here) for each in words)
    worded = Tally(in_words, changes, changes) if has_texts else Tally()
    return Tally(named, changes, changes), worded, Tally(shown, noted, noted)


def noted_words(note: str) -> Iterator[str]:
    """Yield the words that a reader noted as gone or come; prose has none.

    Examples
    --------
    >>> list(noted_words("− both; + all; Urges → Requests; the summit is named")), list(noted_words("Recalls"))
    (['both', 'all', 'Urges', 'Requests'], [])
    """
    for piece in note.split(";"):
        if match := _NOTED.fullmatch(piece.strip()):
            yield from filter(None, match.groups())


def _has_texts(comparison: Comparison) -> bool:
    return all(paragraph.text is not None for paragraph in comparison.old.paragraphs + comparison.new.paragraphs)


def _is_right(ours: Link | BriefLine, link: Link | GoldLink) -> bool:
    """Whether a link, or a line, is of the paragraphs of another: some of each side, or none where that has none."""
    sides = (ours.old, link.old), (ours.new, link.new)
    return all(set(here) & set(there) if there else not here for here, there in sides)


def _is_in_words(type: str, link: Link, lines: Sequence[BriefLine]) -> bool:
    """Whether lines on a link tell a change of it that names the type."""
    if type == "reworded":
        return link.base == "reworded" and bool(lines)
    changes = [change for change in link.changes if change.type in right_types(type)]
    return any(_tells(line, change) for line in lines for change in changes)


def _tells(line: BriefLine, change: Change) -> bool:
    if change.type in _WHOLE:
        return line.type == change.type
    words = change_words(change).removeprefix("− ").removeprefix("+ ")
    return bool(words) and all(_stands(side, line.words) for side in words.split(" → "))


def _stands(words: str, line: str) -> bool:
    """Whether words stand in a line; where it is cut short, their beginning may be its end."""
    words, line = ("".join(each.split()).casefold() for each in (words, line))
    ends = range(1, len(words)) if line.endswith(_CUT) else ()
    return words in line or any(line.endswith(words[:end] + _CUT) for end in reversed(ends) if end >= _BEGINNING)
