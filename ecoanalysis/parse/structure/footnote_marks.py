"""Where in the text each footnote's mark stands, for layouts that glue the mark to the words: 报告，1 肯定.

A mark is told from a number of the text by what surrounds it and by order: marks follow one another as the notes do,
and a mark stands before its note. The likeliest places in rising order are chosen together, not one by one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.parse.layout.blocks import Block, Note

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s?$")
_SYMBOL = re.compile(r"(?<!\d)\d\d/\d{3}$")
_GLUED_AFTER = re.compile(r"[，。；：、,.;:!?）)》”\"'’\]]$")
_TITLE = "《"
_SENTENCE_END = re.compile(r"[^\W\d_]{3}\.$")  # The Africa We Want.11
_LISTED = re.compile(r"(?<!\d)\d{1,3}[,、]$")
_LISTS = re.compile(r", \d{1,3}(?!\d)")
_UNGROUPED = re.compile(r"\d{1,2}")  # 12 345 is one number
_SAME = 16  # characters before a mark that tell it again
_BETTER = 1.5  # of a score: a place on another page that looks so much better is a mark's
_MOST = 200  # notes of a text
_OFTEN = 12  # a number that is set solid so many times is one of a table
_NEAR = 8  # characters before a number: more than any pattern here looks back


@dataclass(frozen=True, slots=True)
class _Around:
    """What a language sets around a number of the text, and never around a mark."""

    unit: re.Pattern[str]
    before_number: re.Pattern[str]
    before_titled: re.Pattern[str]
    """What stands before a number of the text that a title follows."""
    measured: re.Pattern[str]
    numbered: re.Pattern[str]
    letter: re.Pattern[str]
    """A letter of a language whose words touch: behind it a number is one of the text."""
    joined: re.Pattern[str]
    """What makes a number that stands apart a word of a language whose words do not touch: 10-year, 5G."""
    touches: bool


@cache
def _around(language: str) -> _Around:
    spoken = language_of(language)
    letter = rf"\s*{spoken.letters.pattern}" if spoken.words_touch else NEVER
    joined = NEVER if spoken.words_touch else r"[-–]?[^\W\d_]"
    keys = ("unit", "before_number", "before_titled", "measured", "numbered")
    unit, before, titled, measured, numbered = (spoken.compiled("structure", "notes", key) for key in keys)
    return _Around(unit, before, titled, measured, numbered, re.compile(letter), re.compile(joined), spoken.words_touch)


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a mark may stand: block, half-open range of its text, and how well it looks."""

    block: int
    start: int
    end: int
    score: float


def place_marks(
    blocks: Sequence[Block], notes: Sequence[Note], language: str, breaks: Sequence[int] = ()
) -> list[Place | None]:
    """Return for each note the place of its mark, None where the text has lost it.

    ``breaks`` are the places in the raw text where pages end: a mark stands on the page of its note.
    """
    around = _around(language)
    candidates = [_on_page(_candidates(blocks, note, around), blocks, note, breaks) for note in notes]
    places = _best_rising([*_set_alike(candidates, _best_rising(candidates), blocks)])
    return _with_those_between(places, candidates, blocks, notes, around)


def _with_those_between(
    places: Sequence[Place | None],
    candidates: Sequence[Sequence[Place]],
    blocks: Sequence[Block],
    notes: Sequence[Note],
    around: _Around,
) -> list[Place | None]:
    """The places, and for a mark that is left the one place where it can stand, where those beside it are found.

    Between them it may look like a date (the Day of Lakes 9 and 15 March); a tool may also have set it apart from its
    word, behind later ones of its paragraph.
    """
    whole = [*places]
    for number in range(1, len(places) - 1):
        before, behind = places[number - 1], places[number + 1]
        if places[number] or not before or not behind:
            continue
        taken = {(place.block, place.start) for place in whole if place}
        likely = [*_dated(blocks, notes[number], before, behind, around)] or [
            place
            for place in candidates[number]
            if place.block == before.block == behind.block and (place.block, place.start) not in taken
        ]
        likely = likely or [*_behind_numbered(blocks, notes[number], before, behind, around)]
        whole[number] = likely[0] if len(likely) == 1 else None
    return whole


def _dated(blocks: Sequence[Block], note: Note, before: Place, behind: Place, around: _Around) -> Iterator[Place]:
    """Where a note's number stands between two places of one block, a space around it, as the first day of two."""
    if before.block != behind.block or not note.number:
        return
    text = blocks[before.block].text
    printed = re.compile(rf"(?<=[^\W\d_]) {re.escape(note.number)}(?=\s)")
    for match in printed.finditer(text, before.end, behind.start):
        word = text[: match.start()][-_NEAR:]
        if around.measured.match(text, match.end()) and not around.numbered.search(word):
            yield Place(before.block, match.start() + 1, match.end(), 0)


def _behind_numbered(
    blocks: Sequence[Block], note: Note, before: Place, behind: Place, around: _Around
) -> Iterator[Place]:
    """Where a note's number stands between two places behind a word that numbers follow, where words touch: 目标4."""
    printed = re.compile(rf"(?<![\d\s]){re.escape(note.number)}(?!\d)")
    for index in range(before.block, behind.block + 1) if note.number and around.touches else ():
        text = blocks[index].text
        start = before.end if index == before.block else 0
        end = behind.start if index == behind.block else len(text)
        for match in printed.finditer(text, start, end):
            word = text[: match.start()][-_NEAR:]
            if around.numbered.search(word) and not around.unit.match(text, match.end()):
                yield Place(index, *match.span(), 0)


def marks_again(blocks: Sequence[Block], notes: Sequence[Note], places: Sequence[Place | None]) -> Iterator[Place]:
    """Yield where marks stand again, behind the same words: the Convention of 12 August 1949,2 in a later paragraph."""
    for note, place in zip(notes, places, strict=True):
        words = blocks[place.block].text[max(0, place.start - _SAME) : place.start].strip() if place else ""
        if place is None or len(words) < _SAME // 2:
            continue
        mark = re.compile(rf"{re.escape(words)}\s?(?P<mark>{re.escape(note.number)}(?!\d))")
        for index, block in enumerate(blocks):
            for match in mark.finditer(block.text) if words in block.text else ():
                if (index, match.start("mark")) != (place.block, place.start):
                    yield Place(index, *match.span("mark"), place.score)


def marks_without_notes(blocks: Sequence[Block], language: str) -> tuple[Place, ...]:
    """Return the marks of a text whose notes are lost: set solid and counted from one on, most of them behind a stop.

    A figure that happens to stand so has none of the others before it.
    """
    solid = [*takewhile(bool, (_set_solid(blocks, number, _around(language)) for number in range(1, _MOST)))]
    places = _best_rising(solid)
    while None in places:  # what stands so by chance goes on where the marks end
        solid = solid[: places.index(None)]
        places = _best_rising(solid)
    counted = [place for place in places if place]
    stopped = [
        place
        for place in counted
        if _GLUED_AFTER.search(blocks[place.block].text[max(0, place.start - _NEAR) : place.start])
    ]
    return tuple(counted) if len(counted) > 1 and len(stopped) * 2 > len(counted) else ()


def _set_solid(blocks: Sequence[Block], number: int, around: _Around) -> list[Place]:
    """Where a number stands as the mark of a note does that is set solid, behind a word, a stop or a year."""
    places = _candidates(blocks, Note("", [], str(number), len(blocks)), around)
    solid = [place for place in places if place.score > 1 and not blocks[place.block].text[place.start - 1].isspace()]
    return solid if len(solid) < _OFTEN else []


def _set_alike(
    candidates: Sequence[Sequence[Place]], chosen: Sequence[Place | None], blocks: Sequence[Block]
) -> Iterator[list[Place]]:
    """The candidates, those dearer that are set as most marks of the text are: apart from the words, or behind them."""

    def is_apart(place: Place) -> bool:
        text = blocks[place.block].text
        return text[place.start - 1 : place.start].isspace() and not text[place.end : place.end + 1].strip()

    placed = [is_apart(place) for place in chosen if place]
    most = sum(placed) * 2 > len(placed)
    for places in candidates:
        yield [replace(place, score=place.score + (is_apart(place) == most)) for place in places]


def _on_page(places: list[Place], blocks: Sequence[Block], note: Note, breaks: Sequence[int]) -> list[Place]:
    """The places on the page of a note; all where none is on it, or a far better one is elsewhere.

    A text may have lost a page's end, and a page its room for a note that it calls: the note stands on the next.
    """
    page = bisect(breaks, note.start)
    near = [place for place in places if bisect(breaks, blocks[place.block].offsets[place.start]) == page]
    best, nearest = (max((place.score for place in some), default=0.0) for some in (places, near))
    return near if near and nearest > best - _BETTER else places


def _candidates(blocks: Sequence[Block], note: Note, around: _Around) -> list[Place]:
    places: list[Place] = []
    if not note.number:  # a line above it is lost
        return places
    number = re.escape(note.number)  # looked for first, and only behind it at what stands before it
    # a session has no thousand resolutions: the last figure of 59/3008 is a mark
    solid = rf"{number}(?:(?<!\d{number})|(?<=\b(?:19|20)\d\d{number})|(?<=\b\d\d/\d{{3}}{number}))"
    listed = rf"(?:(?<=[，、；,;》”]{number})|(?<=[，、；,;》”] {number}))"
    printed = re.compile(rf"{solid}(?:(?:/(?![\da-zA-Z]))?(?!\d)|(?=(?:19|20)\d\d(?!\d)){listed})")
    for index in range(min(note.block + 1, len(blocks))):
        text = blocks[index].text
        for match in printed.finditer(text) if note.number in text else ():
            if _numbers_paragraph(blocks[index], match.start()):
                continue
            score = _score(text, match.start(), match.end(), around)
            if score > 0:
                nearness = 0.5 / (1 + note.block - index)
                places.append(Place(index, match.start(), match.end(), score + nearness))
    return places


def _numbers_paragraph(block: Block, offset: int) -> bool:
    inside = block.numbered_inside
    return inside is not None and inside[0] <= offset < inside[1]


def _score(text: str, start: int, end: int, around: _Around) -> float:
    before, after = text[:start], text[end:]
    if before and text[end - 1] == "/":  # 1/ is a mark wherever it stands
        return 3
    if not before or around.unit.match(after):
        return 0
    gap = before[-1].isspace()
    word = before.rstrip()[-_NEAR:]
    if _YEAR.search(before[-_NEAR:]) or _SYMBOL.search(before[-_NEAR:]):  # 24 April 19962, 2015–2030 8 in
        return 1.2
    ends = not after.strip() and _SENTENCE_END.search(word)
    before_number = around.before_titled if after.startswith(_TITLE) and around.touches else around.before_number
    if not word or (not gap and not ends and before_number.search(word)):
        return 0
    if (gap or around.touches) and around.numbered.search(word):
        return 0  # article 1, 目标2
    if gap and around.joined.match(after):
        return 0  # 10-year
    if gap and (_LISTED.search(word) or (after[:1] == "," and _LISTS.match(after))):
        return 0.4  # targets 9, 11 and 17
    if gap and word[-1].isdigit() and _UNGROUPED.fullmatch(text[start:end]):
        return 0.9  # Agenda 21 6
    if gap and not re.search(r"[，。；：、,.;:”\"》)]$", word):
        # pdftotext sets a space before a mark; in Chinese, spaces stand around every number
        if around.measured.match(after) or word[-1].isdigit():
            return 0
        return 0.6 if word[-1].isascii() else 0.2
    score = 1.0
    if _GLUED_AFTER.search(word):
        score += 1
    if not gap:
        score += 1
    if not after.strip():
        score += 0.25
    if not after or after[0].isspace() or after[0] in "，。；：、,;.":
        score += 0.5
    if gap and word.endswith(",") and re.match(r"\s+[A-Z]", after):  # Thursday, 2 June
        score -= 1
    if gap and around.letter.match(after) and not word.endswith(("，", "。", "；")):
        score -= 1
    return score


def _best_rising(candidates: Sequence[Sequence[Place]]) -> list[Place | None]:
    """The choice of one place or none per note, in rising order of the text, with the highest sum of scores."""
    best: list[tuple[float, tuple[int, int], list[Place | None]]] = [(0.0, (-1, -1), [])]
    for places in candidates:
        options = [(score, end, [*chosen, None]) for score, end, chosen in best]
        for place in places:
            before = [entry for entry in best if entry[1] <= (place.block, place.start)]
            if before:
                score, _, chosen = max(before, key=lambda entry: entry[0])
                options.append((score + place.score, (place.block, place.end), [*chosen, place]))
        best = _undominated(options)
    return max(best, key=lambda entry: entry[0])[2]


def _undominated(
    options: list[tuple[float, tuple[int, int], list[Place | None]]],
) -> list[tuple[float, tuple[int, int], list[Place | None]]]:
    """Drop every choice that ends later than another one and scores no better."""
    kept: list[tuple[float, tuple[int, int], list[Place | None]]] = []
    for option in sorted(options, key=lambda entry: (entry[1], -entry[0])):
        if not kept or option[0] > kept[-1][0]:
            kept.append(option)
    return kept
