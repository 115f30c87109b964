"""Which block is what: an ordered table of named rules; the first that fits settles the block's role.

What a format states is trusted; what it does not is read from numbers, formulas and punctuation, never from verbs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ecoanalysis.lexicon import Language
from ecoanalysis.model.document import Role
from ecoanalysis.parse.layout.blocks import Block
from ecoanalysis.parse.layout.lines import last_sign
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.structure.table_rows import table_blocks
from ecoanalysis.parse.structure_patterns import Forms, Item

_CLOSING = 200  # characters that a line of the closing has at most
_ABBREVIATED = re.compile(r"\([^\W\d_][^\s()]*\)$")  # Human Settlements Programme (UN-Habitat)
_HEADING = 300  # characters that a heading has at most


@dataclass
class _Course:
    """How far the reading of a resolution has come."""

    forms: Forms
    blocks: Sequence[Block]
    first: int
    organ: int
    partly: bool
    """Whether the format states some roles; one that states nothing but text is not believed."""
    numbers_lost: bool
    last_begun: int
    """The last block that begins as paragraphs do."""
    tables: frozenset[int]
    operative: bool = False
    closed: bool = False
    headed: bool = False
    printed_again: bool = False
    """Whether the header stands once more behind the text."""
    titled: bool = False
    """Whether a title that the header lacks has been read behind it."""
    voting: bool = False
    """Whether a list of votes has begun and not ended."""
    number: int = 0
    """The last printed number."""
    outline: list[tuple[str, int]] = field(default_factory=list)
    before: Item | None = None
    """The last paragraph or point."""


@dataclass(frozen=True, slots=True)
class _Here:
    """The block to be settled: its place among the blocks, and the role that its format states."""

    index: int
    block: Block
    stated: str | None

    @property
    def text(self) -> str:
        return self.block.text


def settle(forms: Forms, blocks: Sequence[Block], organ: int, first: int) -> list[Item]:
    """Return the blocks of a resolution from its organ's formula on, each with its role.

    Parameters
    ----------
    forms
        The language's patterns.
    blocks
        The blocks of the resolution, its header included.
    organ
        Which of them is the organ's formula.
    first
        Which block of the document is the first of them.
    """
    roles = {block.role for block in blocks}
    if None not in roles and roles & {"preambular", "operative"}:
        stated = ((index, block) for index, block in enumerate(blocks) if index > organ or block.role != "text")
        return [Item(block, first + index, block.role or "text", block.value, block.level) for index, block in stated]
    return list(_inferred(forms, blocks, organ, first))


def _inferred(forms: Forms, blocks: Sequence[Block], organ: int, first: int) -> Iterator[Item]:
    behind = blocks[organ + 1 :]
    course = _Course(
        forms=forms,
        blocks=blocks,
        first=first,
        organ=organ,
        partly=any(block.role is None for block in blocks),
        numbers_lost=not any(block.role == "operative" or forms.number.match(block.text) for block in behind),
        last_begun=max((index for index, block in enumerate(blocks) if _begins(forms, block.text)), default=0),
        tables=table_blocks(forms, blocks),
    )
    for index, block in enumerate(blocks[organ:], organ):
        here = _Here(index, block, block.role if course.partly else None)
        item = next(item for rule in RULES.values() if (item := rule(course, here)))
        if item.role in ("preambular", "operative", "point"):
            course.before = item
        yield item


# --- the rules --------------------------------------------------------------------------------------------------------


def _formula(course: _Course, here: _Here) -> Item | None:
    if here.index != course.organ and not course.forms.organ(here.text):
        return None
    if here.index != course.organ:
        course.operative, course.closed, course.outline = False, False, []
    return _item(course, here, "organ")


def _page_head(course: _Course, here: _Here) -> Item | None:
    """Word files bring their page head behind the text; a head with paragraphs behind it is one of a page inside."""
    if not course.forms.page_head.fullmatch(here.text.strip()):
        return None
    if here.index >= course.last_begun:
        course.closed = course.printed_again = True
    return _item(course, here, "text", "header")


def _closing(course: _Course, here: _Here) -> Item | None:
    """Date and meeting; a date that the paragraph due stands below ends a heading of two lines."""
    if not closes(course.forms, here.text) or _is_due_below(course, here):
        return None
    course.closed = True
    return _item(course, here, "closing")


def _annex(course: _Course, here: _Here) -> Item | None:
    annex = course.forms.annex.fullmatch(here.text)
    if not annex:
        return None
    course.closed, course.operative = False, True
    return _item(course, here, "annex", annex["mark"] or "")


def _page_number(course: _Course, here: _Here) -> Item | None:
    """The last page's number stands behind the closing."""
    return _item(course, here, "text", "page") if course.closed and here.text.strip().isdecimal() else None


def _vote_list(course: _Course, here: _Here) -> Item | None:
    """Who voted how stands in brackets behind the closing, and no note's number."""
    if course.forms.bracketed.match(here.text):
        return None
    if not course.closed or not (course.voting or here.text.startswith(("[", "［"))):
        return None
    course.voting = not here.text.rstrip().endswith(("]", "］"))
    return _item(course, here, "text", "vote list")


def _table(course: _Course, here: _Here) -> Item | None:
    stated = here.stated == "text" and here.block.value == "table" and not course.closed
    return _item(course, here, "text", "table") if stated or here.index in course.tables else None


def _behind_the_closing(course: _Course, here: _Here) -> Item | None:
    if not course.closed and here.stated != "text":
        return None
    return _item(course, here, "text", "header" if course.printed_again and _heads_again(course, here) else "")


def _stated_paragraph(course: _Course, here: _Here) -> Item | None:
    if here.stated != "operative":
        return None
    course.operative, course.headed, course.outline = True, False, []
    return Item(here.block, course.first + here.index, "operative", here.block.value, here.block.level)


def _stated_point(course: _Course, here: _Here) -> Item | None:
    if here.stated != "point" or not course.operative:
        return None
    level = _stated_level if here.block.level > 1 else _level_of_block
    return _item(course, here, "point", here.block.value, level(here.block, course.outline, course.forms.language))


def _stated_heading(course: _Course, here: _Here) -> Item | None:
    if here.stated != "heading" or not (_heads(course.forms, here.text) or here.block.value):
        return None
    course.headed = True
    return _item(course, here, "heading", here.block.value or _heading_value(course.forms, here.text))


def _printed_number(course: _Course, here: _Here) -> Item | None:
    number, inside = course.forms.number.match(here.text), here.block.numbered_inside
    if not (number or inside):
        return None
    course.operative, course.headed, course.outline = True, False, []
    value = number["number"] if number else re.sub(r"\D", "", here.text[slice(*inside)] if inside else "")
    course.number = int(value or 0)
    return _item(course, here, "operative", value, body=number.end() if number else 0)


def _printed_point(course: _Course, here: _Here) -> Item | None:
    point = course.forms.point.match(here.text)
    if not point or not (course.operative or _lists(course)):
        return None
    if course.before is None or course.before.role != "point":
        course.outline = []
    mark = point["mark"] or point["circled"]
    level = level_of(mark, course.outline, course.forms.language)
    return _item(course, here, "point", mark, level, body=point.end())


def _heading(course: _Course, here: _Here) -> Item | None:
    if not _heads(course.forms, here.text) or (not course.operative and _recites(course.forms, here.text)):
        return None
    course.headed = True
    return _item(course, here, "heading", _heading_value(course.forms, here.text))


def _preamble_of_a_section(course: _Course, here: _Here) -> Item | None:
    if not course.headed or last_sign(here.text) not in course.forms.preambular_end:
        return None
    return _item(course, here, "preambular")


def _words_behind_points(course: _Course, here: _Here) -> Item | None:
    """What a paragraph goes on with behind its points, in small letters, stands below it as they do."""
    if not course.operative or course.numbers_lost or not here.text[:1].islower():
        return None
    behind_points = course.before is not None and course.before.role == "point"
    return _item(course, here, "point", level=1) if behind_points else _item(course, here, "text")


def _unnumbered_paragraph(course: _Course, here: _Here) -> Item | None:
    if not course.operative and not _turns(course, here):
        return None
    course.operative = True
    return _item(course, here, "operative")


def _preambular(course: _Course, here: _Here) -> Item | None:
    """A recital, behind its letter where an organ letters its recitals: (a) Recalling."""
    point = course.forms.point.match(here.text)
    lettered = point is not None and _recites(course.forms, here.text[point.end() :])
    return _item(course, here, "preambular", body=point.end() if point and lettered else 0)


RULES: dict[str, Callable[[_Course, _Here], Item | None]] = {
    "the organ's formula": _formula,
    "a page head": _page_head,
    "date and meeting": _closing,
    "an annex begins": _annex,
    "a page number behind the closing": _page_number,
    "a list of votes behind the closing": _vote_list,
    "a table": _table,
    "text behind the closing": _behind_the_closing,
    "a paragraph that the format numbers": _stated_paragraph,
    "a point that the format numbers": _stated_point,
    "a heading that the format states": _stated_heading,
    "a printed number": _printed_number,
    "a printed point": _printed_point,
    "a line that no stop ends": _heading,
    "a section's own preamble": _preamble_of_a_section,
    "words behind points": _words_behind_points,
    "an operative paragraph without a number": _unnumbered_paragraph,
    "a preambular paragraph": _preambular,
}


def _item(course: _Course, here: _Here, role: Role, value: str = "", level: int = 0, body: int = 0) -> Item:
    return Item(here.block, course.first + here.index, role, value, level, body)


# --- what the rules ask -----------------------------------------------------------------------------------------------


def closes(forms: Forms, text: str) -> bool:
    """Whether a text is a line of the closing: nothing but date and meeting."""
    return len(text) < _CLOSING and bool(patterns(forms.language.code).closing.fullmatch(text.strip()))


def _is_due_below(course: _Course, here: _Here) -> bool:
    """Whether a heading stands above a line and below it the next number of the text."""
    if not course.headed or course.before is None or not course.number:
        return False
    below = next((block for block in course.blocks[here.index + 1 :]), None)
    number = course.forms.number.match(below.text) if below else None
    return number is not None and int(number["number"]) == course.number + 1


def _heads_again(course: _Course, here: _Here) -> bool:
    """Whether a line behind a head that is printed again is of it: what stands before, and a title that does not."""
    furniture = patterns(course.forms.language.code).furniture
    if any(form.fullmatch(here.text.strip()) for form in (course.forms.not_title, furniture)):
        return True
    if last_sign(here.text) in course.forms.operative_end:
        return False
    before = "".join(_letters(block.text) for block in course.blocks[: here.index])
    first, course.titled = not course.titled, True
    return first or _letters(here.text) in before


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _heads(forms: Forms, text: str) -> bool:
    ends = text.endswith(("”", '"', ")")) and not _ABBREVIATED.search(text)
    return len(text) < _HEADING and last_sign(text) not in forms.terminal and not ends


def _recites(forms: Forms, text: str) -> bool:
    """Whether a line without an end sign opens as paragraphs of the preamble do: it has lost its comma."""
    return bool(patterns(forms.language.code).opening.match(text))


def _begins(forms: Forms, text: str) -> bool:
    return bool(forms.number.match(text)) or _recites(forms, text)


def _heading_value(forms: Forms, text: str) -> str:
    heading = forms.heading.match(text)
    return (heading.groupdict().get("mark") or heading["letter"] or "") if heading else ""


def _lists(course: _Course) -> bool:
    """Whether the last preambular paragraph has announced points, or has some."""
    before = course.before
    if before is None or before.role == "operative":
        return False
    return before.role == "point" or last_sign(before.block.text) in ":："


def _turns(course: _Course, here: _Here) -> bool:
    """Whether, without a number, the operative part begins here: its paragraphs end with ； or 。"""
    forms, ending = course.forms, last_sign(here.text)
    if ending in forms.preambular_end or ending not in forms.operative_end:
        return False
    for block in course.blocks[here.index + 1 :]:
        if forms.organ(block.text) or forms.annex.fullmatch(block.text) or closes(forms, block.text):
            return True  # numbers behind belong to an annex or a draft
        if block.role == "operative":
            return False
        if (number := forms.number.match(block.text)) and int(number["number"]) == 1:
            return False
    return True


def _level_of_block(block: Block, outline: list[tuple[str, int]], language: Language) -> int:
    return level_of(block.value, outline, language)


def level_of(mark: str, outline: list[tuple[str, int]], language: Language) -> int:
    """Level of a point, given style and position of the last point of every level above it.

    A point that follows one of them is on its level ((i) behind (h) is a letter, behind (a) a numeral); a first one
    opens a level; any other goes where its style was met.
    """
    readings = dict(language.positions(mark)) or {"letter": 0}
    for depth in range(len(outline), 0, -1):
        style, before = outline[depth - 1]
        if readings.get(style) == before + 1:
            del outline[depth:]
            outline[depth - 1] = (style, before + 1)
            return depth
    if 1 not in readings.values():
        for depth in range(len(outline), 0, -1):
            style, _ = outline[depth - 1]
            if style in readings:
                del outline[depth:]
                outline[depth - 1] = (style, readings[style])
                return depth
    outline.append(min(readings.items(), key=lambda reading: reading[1]))
    return len(outline)


def _stated_level(block: Block, outline: list[tuple[str, int]], language: Language) -> int:
    """Level of a point whose format states it, noted in the outline for the points behind it."""
    readings = dict(language.positions(block.value)) or {"letter": 0}
    del outline[block.level - 1 :]
    outline.append(min(readings.items(), key=lambda reading: reading[1]))
    return block.level


def point_position(mark: str, language: Language, before: int = 0) -> int | None:
    """Return which point a printed mark names behind the one before: (c), (三), ㈢, (iii) are the third."""
    positions = [position for _, position in language.positions(mark)]
    return next((position for position in positions if position == before + 1), next(iter(positions), None))
