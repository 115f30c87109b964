"""Layout → Resolutions: which block is title, preambular or operative paragraph, point, heading, annex, closing.

What a format states is trusted; what it does not is read from numbers, formulas and punctuation, never from verbs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise

from ecoanalysis.lexicon import Language, language_of, numerals, regex
from ecoanalysis.model.document import Document, Mark, Role
from ecoanalysis.model.resolution import Diagnostic, Footnote, Level, Paragraph, Part, Resolution, Span
from ecoanalysis.parse.header import Header, read_header
from ecoanalysis.parse.layout import Block, Layout, Note, last_sign, patterns
from ecoanalysis.parse.marks import Place, place_marks


@dataclass(frozen=True)
class Forms:
    """A language's patterns of structure, compiled once."""

    language: Language
    organs: dict[str, re.Pattern[str]]
    number: re.Pattern[str]
    point: re.Pattern[str]
    heading: re.Pattern[str]
    annex: re.Pattern[str]
    meeting: re.Pattern[str]
    closing_date: re.Pattern[str]
    draft_for: re.Pattern[str]
    page_head: re.Pattern[str]
    tight_space: re.Pattern[str]
    """White space that layout set where the language has none."""
    preambular_end: str
    operative_end: str
    terminal: str

    def organ(self, text: str) -> str | None:
        """Return the organ whose opening formula the text is."""
        return next((name for name, formula in self.organs.items() if formula.fullmatch(text.strip())), None)


@cache
def forms(language: str) -> Forms:
    """Return the compiled patterns of structure of a language."""
    own = language_of(language)
    table, tight = own.table("structure"), own.pattern("structure", "own", "tight")
    compiled = {name: own.compiled("structure", "patterns", name) for name in (
        "number", "point", "heading", "annex", "meeting", "closing_date", "draft_for",
    )}  # fmt: skip
    return Forms(
        language=own,
        organs={organ: re.compile(regex(formula)) for organ, formula in table["organs"].items()},
        preambular_end=table["preambular_end"],
        operative_end=table["operative_end"],
        terminal=table["terminal"],
        page_head=own.compiled("structure", "patterns", "page_head"),
        tight_space=re.compile(rf"(?=\s)(?:(?<={tight})\s+|\s+(?={tight}))"),
        **compiled,
    )


@dataclass(frozen=True, slots=True)
class Item:
    """A block with its role settled; ``body`` is where its own words begin, behind the number."""

    block: Block
    index: int
    role: Role
    value: str = ""
    level: int = 0
    body: int = 0


def structure(document: Document, layout: Layout) -> tuple[Resolution, ...]:
    """Return the resolutions of a document; empty where no organ's opening formula stands in it."""
    known = forms(document.language)
    places = _places(document, layout)
    spans = list(_resolutions(document, layout.blocks, known))
    return tuple(
        _resolution(document, layout, known, places, part, begin, end) for part, (begin, end) in enumerate(spans, 1)
    )


def _places(document: Document, layout: Layout) -> list[Place | None]:
    stated = _stated_marks(document)
    if not stated:
        return place_marks(layout.blocks, layout.notes, document.language)
    found: dict[str, list[Place]] = {}
    for mark in stated:
        for index, block in enumerate(layout.blocks):
            if block.text and block.start <= mark.start <= block.end:
                start, end = (bisect_left(block.offsets, offset) for offset in (mark.start, mark.end))
                found.setdefault(mark.value, []).append(Place(index, start, end, 1))
                break
    return [found[note.number].pop(0) if found.get(note.number) else None for note in layout.notes]


def _resolutions(document: Document, blocks: Sequence[Block], known: Forms) -> Iterator[tuple[int, int]]:
    """Ranges of blocks, one for each resolution: from behind the closing of the one before to its own closing."""
    items = [mark for mark in document.marks if mark.role == "item"]
    if items:
        for item in items:
            inside = [at for at, block in enumerate(blocks) if item.start <= block.start < item.end]
            if inside:
                yield inside[0], inside[-1] + 1
        return
    organs = [at for at, block in enumerate(blocks) if block.role == "organ" or known.organ(block.text)]
    starts: list[int] = []
    for at in organs:
        if not starts:
            starts.append(at)
        elif begin := _new_header(blocks, starts[-1], at, known):
            starts.append(begin)
    begins = [0, *starts[1:], len(blocks)] if starts else []
    yield from pairwise(begins)


def _new_header(blocks: Sequence[Block], previous: int, organ: int, known: Forms) -> int | None:
    """Where the header of another resolution begins, None where the formula opens a draft inside the one before."""
    for at in range(organ - 1, previous, -1):
        text = blocks[at].text
        if known.annex.match(text) or known.draft_for.search(text) or text[-1:] in (":", "："):
            return None
        if known.meeting.search(text) and len(text) < 40:
            dated = known.closing_date.fullmatch(blocks[at + 1].text.strip())  # old pages date the meeting below it
            return at + 2 if dated else at + 1
        if organ - at > 12:
            return None
    return None


def _resolution(
    document: Document,
    layout: Layout,
    known: Forms,
    places: Sequence[Place | None],
    part: int,
    begin: int,
    end: int,
) -> Resolution:
    blocks = layout.blocks[begin:end]
    organ_at = _organ_at(blocks, known)
    reader = _Reader(known, begin)
    items = reader.read(blocks, organ_at)
    header = read_header(document, layout, blocks[:organ_at], blocks[organ_at:], items)
    cuts = _cuts(places, begin, end)
    paragraphs = [*_title(header), *_paragraphs(items, cuts, document.language)]
    footnotes = list(_footnotes(layout.notes, places, items, cuts, begin, end, part == 1, document.language))
    lost_notes = _lost_notes(document, layout, begin, end)
    diagnostics = [*header.diagnostics, *reader.diagnostics, *_note_diagnostics(footnotes), *lost_notes]
    return Resolution(
        document=document,
        part=part,
        formula=next((block.text.strip() for block in blocks[organ_at : organ_at + 1]), None),
        paragraphs=tuple(paragraphs),
        footnotes=tuple(footnotes),
        diagnostics=tuple(diagnostics),
        **header.fields,
    )


def _organ_at(blocks: Sequence[Block], known: Forms) -> int:
    """Where the organ speaks; a part of a collection may begin with its first paragraph (77/264 A)."""
    for at, block in enumerate(blocks):
        if block.role == "organ" or known.organ(block.text):
            return at
    begins = (at for at, block in enumerate(blocks) if block.role in ("preambular", "operative"))
    return max(next(begins, 0) - 1, 0)


@dataclass
class _Reader:
    """Settles the role of each block, in order."""

    known: Forms
    first: int
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, blocks: Sequence[Block], organ_at: int) -> list[Item]:
        roles = {block.role for block in blocks}
        if None not in roles and roles & {"preambular", "operative"}:
            return [self._stated(at, block) for at, block in enumerate(blocks) if at > organ_at or block.role != "text"]
        items = list(self._inferred(blocks, organ_at))
        operative = [item for item in items if item.role == "operative"]
        if len(operative) > 1 and (lost := [item for item in operative if not item.value]):
            message = f"{len(lost)} operative paragraphs print no number; their order numbers them"
            block = lost[0].block
            self.diagnostics.append(Diagnostic("warning", "number-lost", message, block.start, block.end))
        return items

    def _stated(self, at: int, block: Block) -> Item:
        return Item(block, self.first + at, block.role or "text", block.value, block.level)

    def _inferred(self, blocks: Sequence[Block], organ_at: int) -> Iterator[Item]:
        operative = closed = headed = False
        partly = any(block.role is None for block in blocks)  # a format that states nothing but text is not believed
        numbers_lost = not any(
            block.role == "operative" or self.known.number.match(block.text) for block in blocks[organ_at + 1 :]
        )
        styles: list[tuple[str, int]] = []
        for at, block in enumerate(blocks[organ_at:], organ_at):
            text, index, stated = block.text, self.first + at, block.role if partly else None
            if at == organ_at:
                yield Item(block, index, "organ")
                continue
            if self.known.organ(text):
                operative, closed, styles = False, False, []
                yield Item(block, index, "organ")
                continue
            if self.known.page_head.fullmatch(text.strip()):  # Word files bring their page head behind the text
                closed = True
                yield Item(block, index, "text")
                continue
            if self._closes(text):
                closed = True
                yield Item(block, index, "closing")
                continue
            if annex := self.known.annex.fullmatch(text):
                closed = False
                operative = True
                yield Item(block, index, "annex", annex["mark"] or "")
                continue
            if closed or stated == "text":
                yield Item(block, index, "text")
                continue
            if stated == "operative":
                operative, headed, styles = True, False, []
                yield self._stated(at, block)
                continue
            if stated == "point" and operative:
                language = self.known.language
                stated_level = block.level > 1
                level = (
                    _stated_level(block, styles, language) if stated_level else _level(block.value, styles, language)
                )
                yield Item(block, index, "point", block.value, level)
                continue
            if stated == "heading" and (self._heads(text) or block.value):
                headed = True
                yield Item(block, index, "heading", block.value or self._heading_value(text))
                continue
            number = self.known.number.match(text)
            point = self.known.point.match(text)
            if number or block.numbered_inside:
                operative, headed, styles = True, False, []
                inside = block.numbered_inside
                value = number["number"] if number else re.sub(r"\D", "", text[slice(*inside)] if inside else "")
                yield Item(block, index, "operative", value, 0, number.end() if number else 0)
            elif point and operative:
                mark = point["mark"] or point["circled"]
                yield Item(block, index, "point", mark, _level(mark, styles, self.known.language), point.end())
            elif self._heads(text) and (operative or not self._recites(text)):
                headed = True
                yield Item(block, index, "heading", self._heading_value(text))
            elif headed and last_sign(text) in self.known.preambular_end:  # a section with a preamble of its own
                yield Item(block, index, "preambular")
            elif operative or self._turns(text, blocks[at + 1 :]):
                if operative and not numbers_lost and text[:1].islower():
                    yield Item(block, index, "text")
                    continue
                operative = True
                yield Item(block, index, "operative", "")
            else:
                yield Item(block, index, "preambular")

    def _closes(self, text: str) -> bool:
        return len(text) < 200 and bool(
            self.known.meeting.fullmatch(text.strip()) or self.known.closing_date.fullmatch(text.strip())
        )

    def _heads(self, text: str) -> bool:
        return len(text) < 200 and last_sign(text) not in self.known.terminal and not text.endswith(("”", '"', ")"))

    def _recites(self, text: str) -> bool:
        """Whether a line without an end sign opens as paragraphs of the preamble do: it has lost its comma."""
        return bool(patterns(self.known.language.code).opening.match(text))

    def _heading_value(self, text: str) -> str:
        found = self.known.heading.match(text)
        return (found.groupdict().get("mark") or found["letter"] or "") if found else ""

    def _turns(self, text: str, rest: Sequence[Block]) -> bool:
        """Whether, without a number, the operative part begins here: its paragraphs end with ； or 。"""
        ending = last_sign(text)
        if ending in self.known.preambular_end or ending not in self.known.operative_end:
            return False
        for block in rest:
            if self.known.organ(block.text) or self.known.annex.fullmatch(block.text) or self._closes(block.text):
                return True  # numbers behind belong to an annex or a draft
            if block.role == "operative":
                return False
            if (found := self.known.number.match(block.text)) and int(found["number"]) == 1:
                return False
        return True


def _level(mark: str, outline: list[tuple[str, int]], language: Language) -> int:
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


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _cuts(places: Sequence[Place | None], begin: int, end: int) -> dict[int, list[tuple[int, int]]]:
    """Ranges of each block's text that are footnote marks."""
    cuts: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        if place and begin <= place.block < end:
            cuts.setdefault(place.block, []).append((place.start, place.end))
    return cuts


def _own_words(item: Item, cuts: dict[int, list[tuple[int, int]]], language: str) -> tuple[str, list[int]]:
    """The paragraph's text and offsets: without number, footnote marks and the spaces set around digits."""
    block = item.block
    drop = [(0, item.body), *cuts.get(item.index, [])]
    if block.numbered_inside:
        start, end = block.numbered_inside
        drop.append((start, min(end + 1, len(block.text))))
    if language_of(language).words_touch:
        drop += [match.span() for match in forms(language).tight_space.finditer(block.text)]
    for start, end in cuts.get(item.index, []):
        if language_of(language).words_touch and block.text[end : end + 1].isspace():
            drop.append((end, end + 1))  # set between the mark and a figure: 决议、1 2030年
        if not language_of(language).words_touch and block.text[start - 1 : start].isspace() and end == len(block.text):
            drop.append((start - 1, start))
        if block.text[start - 1 : start].isspace() and (block.text[end : end + 1].isspace() or not block.text[end:]):
            drop.append((start - 1, start))
    kept = list(_without(drop, len(block.text)))
    text = "".join(block.text[start:end] for start, end in kept)
    offsets = list(chain.from_iterable(block.offsets[start:end] for start, end in kept))
    words, begin = text.strip(), len(text) - len(text.lstrip())
    return words, offsets[begin : begin + len(words)]


def _without(drop: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Ranges of a text that are left where others are dropped."""
    at = 0
    for start, end in sorted(drop):
        if start > at:
            yield at, start
        at = max(at, end)
    yield at, length


def _title(header: Header) -> Iterator[Paragraph]:
    if header.title:
        yield Paragraph(header.title.text, header.title.offsets, "title", "title", None)


def _paragraphs(items: Sequence[Item], cuts: dict[int, list[tuple[int, int]]], language: str) -> Iterator[Paragraph]:
    prefixes = _prefixes(items, language)
    namer = _Namer(language_of(language))
    for item, prefix in zip(items, prefixes, strict=True):
        if item.role in ("preambular", "operative", "point"):
            text, offsets = _own_words(item, cuts, language)
            if text:
                id, part = namer.name(item, prefix)
                number = item.value or None
                yield Paragraph(text, offsets, id, part, number, item.role == "point")
        elif item.role in ("organ", "annex"):
            namer.enter(item)
    closing = [item for item in items if item.role == "closing"]
    if closing:
        texts = [_own_words(item, cuts, language) for item in closing]
        text = " ".join(words for words, _ in texts)
        offsets = [at for words, places in texts for at in ([*places, places[-1] + 1] if places else [])][: len(text)]
        yield Paragraph(text, offsets, "closing", "closing", None)


def _prefixes(items: Sequence[Item], language: str) -> list[str]:
    """For each item the heading's sign (I, A) where numbering restarts under headings, else nothing."""
    current, prefixes, firsts = "", [], 0
    for item in items:
        if item.role == "heading":
            current = _sign(item.value, language_of(language)) if item.value else current
        elif item.role in ("organ", "annex", "closing"):
            current = ""
        if item.role == "operative" and item.value == "1" and current:
            firsts += 1
        prefixes.append(current)
    return prefixes if firsts > 1 else [""] * len(prefixes)


def _sign(value: str, language: Language) -> str:
    """The sign of a heading or an annex in an id: the language's own numerals become Roman ones."""
    number = language.number(value) if not value.isascii() else None
    return numerals.to_roman(number).upper() if number else value


@dataclass
class _Namer:
    """Gives paragraphs their ids (codebook, Resolution)."""

    language: Language
    annex: str = ""
    opened: bool = False
    lead: str = ""
    part: Part = "operative"
    preambular: dict[str, int] = field(default_factory=dict)
    last: int = 0
    parents: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)

    def enter(self, item: Item) -> None:
        """Note where an annexed text begins: an annex heading, or the formula of a draft for another organ."""
        if item.role == "annex" or (item.role == "organ" and self.opened):
            if item.role == "annex" or not self.annex:
                value = _sign(item.value, self.language)
                self.annex = f"annex.{value}." if value else "annex."
            self.preambular, self.last, self.parents = {}, 0, []
        self.opened = True

    def name(self, item: Item, prefix: str) -> tuple[str, Part]:
        lead = self.annex + (f"{prefix}." if prefix else "")
        if lead != self.lead:  # a single paragraph of a section is not numbered
            self.lead, self.last = lead, 0
        if item.role == "preambular":
            count = self.preambular[lead] = self.preambular.get(lead, 0) + 1
            self.parents, self.positions = [f"{lead}P{count}"], [0]
            self.part = "annex" if self.annex else "preamble"
            return f"{lead}P{count}", self.part
        if item.role == "operative":
            number = int(item.value) if item.value.isdecimal() else self.last + 1
            self.last = number
            self.parents, self.positions = [f"{lead}{number}"], [0]
            self.part = "annex" if self.annex else "operative"
            return f"{lead}{number}", self.part
        return self._point(item), self.part

    def _point(self, item: Item) -> str:
        level = max(1, min(item.level or 1, len(self.parents)))
        if not self.parents:
            self.parents, self.positions = [f"{self.annex}{self.last or 1}"], [0]
        del self.parents[level:], self.positions[level:]
        position = point_position(item.value, self.language, self.positions[level - 1]) if item.value else None
        self.positions[level - 1] = position or self.positions[level - 1] + 1
        place = self.positions[level - 1]
        sign = numerals.to_letters(place) if level % 2 else numerals.to_roman(place)
        self.parents.append(f"{self.parents[level - 1]}.{sign}")
        self.positions.append(0)
        return self.parents[-1]


# --- footnotes --------------------------------------------------------------------------------------------------------


def _footnotes(
    notes: Sequence[Note],
    places: Sequence[Place | None],
    items: Sequence[Item],
    cuts: dict[int, list[tuple[int, int]]],
    begin: int,
    end: int,
    first: bool,
    language: str,
) -> Iterator[Footnote]:
    ids = _ids(items, language)
    by_index = {item.index: item for item in items}
    for note, place in zip(notes, places, strict=True):
        at = place.block if place else note.block
        if not (begin <= at < end or (first and at < begin)):
            continue
        note_text = note
        mark, paragraph, position = None, None, None
        if place and place.block in by_index:
            item = by_index[place.block]
            offsets = item.block.offsets
            start = offsets[place.start] if place.start < len(offsets) else item.block.end
            mark = Span(start, start + place.end - place.start)
            paragraph = ids.get(place.block)
            position = bisect_left(_own_words(item, cuts, language)[1], mark.start)
        yield Footnote(note_text.text, note_text.offsets, note.number, paragraph, mark, position)


def _ids(items: Sequence[Item], language: str) -> dict[int, str]:
    namer, ids = _Namer(language_of(language)), {}
    for item, prefix in zip(items, _prefixes(items, language), strict=True):
        if item.role in ("preambular", "operative", "point"):
            ids[item.index] = namer.name(item, prefix)[0]
        elif item.role in ("organ", "annex"):
            namer.enter(item)
        elif item.role == "title":
            ids[item.index] = "title"
    return ids


def _note_diagnostics(footnotes: Sequence[Footnote]) -> Iterator[Diagnostic]:
    for note in footnotes:
        if note.mark is None:
            yield _diagnose(
                "warning", "footnote-mark-lost", f"footnote {note.number} has no mark in the text", note.start, note.end
            )


def _stated_marks(document: Document) -> list[Mark]:
    return [mark for mark in document.marks if mark.role == "mark"]


def _lost_notes(document: Document, layout: Layout, begin: int, end: int) -> Iterator[Diagnostic]:
    """Marks that the format states, and whose note was not found."""
    blocks = [block for block in layout.blocks[begin:end] if block.text]
    known = {note.number for note in layout.notes}
    for mark in _stated_marks(document):
        if mark.value not in known and any(block.start <= mark.start <= block.end for block in blocks):
            message = f"the text has a mark {mark.value}, and no footnote of that number was found"
            yield _diagnose("warning", "footnote-lost", message, mark.start, mark.end)


def _diagnose(level: Level, code: str, message: str, start: int, end: int) -> Diagnostic:
    return Diagnostic(level, code, message, start, end)
