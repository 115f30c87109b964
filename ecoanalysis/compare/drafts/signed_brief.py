"""Who made the tracked changes that a brief tells; and those that it would not tell: a session, a hedge put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ecoanalysis.compare.brief.times import times_in
from ecoanalysis.compare.fingerprints.hashed_words import letters
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.brief import Brief, BriefLine
from ecoanalysis.model.comparison import Comparison, Link
from ecoanalysis.read.tracked import TrackedChange, TrackedParagraph

_WHOLE = ("new", "dropped")
_SIGNS = re.compile("[−+→]")
_MUCH = 3  # a change of fewer than a third of the words that a line tells is not what it tells


def sign_brief(
    brief: Brief, comparison: Comparison, tracked: Sequence[TrackedParagraph], only_words: bool = False
) -> Brief:
    """Return a brief whose lines say by whom the tracked changes are, and that tells all of them.

    With ``only_words`` a line is signed only where a tracked change holds its words: where a draft is compared with an
    edition, not all that differs is tracked.
    """
    if not tracked:
        return brief
    texts = [
        {paragraph.id: letters(paragraph.text or "") for paragraph in edition.paragraphs}
        for edition in (comparison.old, comparison.new)
    ]
    lines = []
    for line in brief.lines:
        near = [paragraph for paragraph in tracked if _is_of(paragraph, *_words(texts, line.old, line.new))]
        lines.append(_signed(line, _authors(near, line.words, comparison.new.language, only_words)))
    dues = []
    for due in brief.dues:
        near = [paragraph for paragraph in tracked if _is_of(paragraph, *_words(texts, (), (due.paragraph,)))]
        authors = _authors(map(_put, near), due.due or "", comparison.new.language, only_words=True)
        dues.append(replace(due, by=authors))
    further = [
        line
        for link in comparison.links
        for paragraph in tracked
        if _is_of(paragraph, *_words(texts, link.old, link.new))
        for line in _untold(paragraph, link, lines, comparison.new.language)
    ]
    first = next((place for place, line in enumerate(lines) if line.section not in ("lost", "unsure")), len(lines))
    lost = [line for line in further if line.section == "lost"]
    lines = [*lines[:first], *lost, *lines[first:], *(line for line in further if line.section != "lost")]
    return replace(brief, lines=tuple(lines), dues=tuple(dues))


def _put(paragraph: TrackedParagraph) -> TrackedParagraph:
    """The paragraph with what was put in alone: what went lets nothing fall due."""
    return replace(paragraph, changes=tuple(change for change in paragraph.changes if not change.gone))


def _signed(line: BriefLine, by: tuple[str, ...]) -> BriefLine:
    """The line with who made the change: what somebody tracked is no translator's choice."""
    if by and line.reason == "translation":
        return replace(line, by=by, section="lost", reason=None)
    return replace(line, by=by)


def _words(
    texts: Sequence[dict[str, str]], old: Sequence[str], new: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    return [texts[0][id] for id in old if id in texts[0]], [texts[1][id] for id in new if id in texts[1]]


def _untold(paragraph: TrackedParagraph, link: Link, lines: Sequence[BriefLine], language: str) -> Iterator[BriefLine]:
    """The tracked changes of a paragraph that no line tells, and the hedges that they put in."""
    others = [line for line in lines if (line.old == link.old if line.old else line.new == link.new)]
    if link.base in _WHOLE or any(line.type in _WHOLE for line in others):
        return
    hedged = {letters(line.words) for line in others if line.type == "hedge_added"}
    for before, after in link.clauses:
        for hedge in after.clause.softened_by if before and after else ():
            surface = letters(hedge.surface)
            inserted = (each for each in paragraph.changes if not each.gone)
            change = next((each for each in inserted if surface in letters(each.words)), None)
            if change and not any(surface in words for words in hedged):
                words = f"+ {hedge.surface}"
                yield BriefLine("lost", "hedge_added", link.old, link.new, words, by=(change.author,))
    for went, came in _pairs(paragraph.changes):
        if not _is_told([each.words for each in (went, came) if each], others, language):
            author = next((each.author for each in (came, went) if each), "")
            by = (author,) if author else ()
            timed = _is_time(paragraph, went, came, language)
            yield BriefLine(
                "times" if timed else "reworded", "reworded", link.old, link.new, _spelled(went, came), by=by
            )


def _is_told(changed: Sequence[str], lines: Sequence[BriefLine], language: str) -> bool:
    """Whether one line tells what was cut or put in, or several every word of it that the other side has not.

    What has no letters needs no line, nor do words that alone are no change.
    """
    spelled = [letters(line.words) for line in lines]
    sides = list(filter(None, map(letters, changed)))
    whole = any(all(side in line or line in side for side in sides) for line in filter(None, spelled))
    words = [_telling(each, language) for each in changed]
    differing = words[0] ^ words[1] if len(words) == 2 else words[0]
    return not sides or whole or all(any(word in line for line in spelled) for word in differing)


def _is_time(
    paragraph: TrackedParagraph, went: TrackedChange | None, came: TrackedChange | None, language: str
) -> bool:
    """Whether a change sets one time for another."""
    sides = ((paragraph.rejected, went), (paragraph.accepted, came))
    return all(change is not None and _names_time(text, change.words.strip(), language) for text, change in sides)


def _names_time(text: str, words: str, language: str) -> bool:
    times = (text[time.start : time.stop] for time in times_in(text, language))
    return bool(words) and any(words in time for time in times)


def _pairs(changes: Sequence[TrackedChange]) -> Iterator[tuple[TrackedChange | None, TrackedChange | None]]:
    """What went and what came in its place, by the same author; either may be none."""
    went: TrackedChange | None = None
    for change in changes:
        if change.gone or (went and went.author != change.author):
            if went:
                yield went, None
            went = change if change.gone else None
            if change.gone:
                continue
        yield went, change
        went = None
    if went:
        yield went, None


def _spelled(went: TrackedChange | None, came: TrackedChange | None) -> str:
    old, new = (" ".join(each.words.split()) if each else "" for each in (went, came))
    return f"{old} → {new}" if old and new else f"− {old}" if old else f"+ {new}"


def _is_of(paragraph: TrackedParagraph, old: Sequence[str], new: Sequence[str]) -> bool:
    rejected, accepted = letters(paragraph.rejected), letters(paragraph.accepted)
    return any(words and rejected.endswith(words) for words in old) or any(
        words and accepted.endswith(words) for words in new
    )


def _authors(paragraphs: Iterable[TrackedParagraph], words: str, language: str, only_words: bool) -> tuple[str, ...]:
    """Who cut or put in words that a line tells; where none of them did, whoever changed its paragraphs."""
    changes = [change for paragraph in paragraphs for change in paragraph.changes if change.author]
    pieces = _changed(words)
    near = [change.author for change in changes if any(_shares(change.words, piece, language) for piece in pieces)]
    return tuple(dict.fromkeys(near if near or only_words else [change.author for change in changes]))


def _changed(words: str) -> list[str]:
    """The words that a line tells as changed, without those that it adds to say of what; all, where it is a gist."""
    return _SIGNS.split(words.partition(": ")[0]) if _SIGNS.search(words) else [words]


def _shares(changed: str, piece: str, language: str) -> bool:
    """Whether a change holds words that a line tells: half of either's; where there is none to tell, one the other."""
    words = [_telling(each, language) for each in (changed, piece)]
    if not all(words):
        spelled = letters(changed), letters(piece)
        return all(spelled) and (spelled[0] in spelled[1] or spelled[1] in spelled[0])
    return 2 * len(words[0] & words[1]) >= min(map(len, words)) and _MUCH * len(words[0]) >= len(words[1])


def _telling(words: str, language: str) -> frozenset[str]:
    """The words that tell something; where words touch, each two neighbouring letters."""
    lexicon = language_of(language)
    if lexicon.words_touch:
        return frozenset(map("".join, pairwise(letters(words))))
    return frozenset(map(letters, lexicon.split(words))).difference(lexicon.table("slots")["function"]) - {""}
