"""Layout → Resolutions: which block is title, preambular or operative paragraph, point, heading, annex, closing.

What a format states is trusted; what it does not is read from numbers, formulas and punctuation, never from verbs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.model.resolution import Diagnostic, Footnote, Paragraph, Passage, Resolution, Span
from ecoanalysis.parse.head.header import Header, read_header
from ecoanalysis.parse.layout.blocks import Block, Layout
from ecoanalysis.parse.layout.lines import last_sign
from ecoanalysis.parse.patterns import patterns as of_layout
from ecoanalysis.parse.structure.block_roles import settle
from ecoanalysis.parse.structure.doubts import Settled, diagnose, doubts, is_preamble
from ecoanalysis.parse.structure.footnote_marks import Place, marks_again, marks_without_notes, place_marks
from ecoanalysis.parse.structure.paragraph_ids import Name, names_of
from ecoanalysis.parse.structure_patterns import Forms, Item, forms

_QUOTED = 60  # characters of what is quoted


@dataclass(frozen=True)
class Ground:
    """What one resolution is made of: its header's blocks, the others with their roles settled, the marks in them."""

    begin: int
    end: int
    header: Sequence[Block]
    items: Sequence[Item]
    cuts: Mapping[int, Sequence[tuple[int, int]]]
    """Ranges of each block's text that are footnote marks."""


def grounds(document: Document, layout: Layout, places: Sequence[Place | None] | None = None) -> Iterator[Ground]:
    """Yield what each resolution of a document is made of; ``places`` are those of the notes' marks."""
    patterns = forms(document.language)
    places = _places(document, layout) if places is None else places
    marks = [*places, *_repeated(document, layout, places)]
    for begin, end in _resolutions(document, layout.blocks, patterns):
        blocks = layout.blocks[begin:end]
        organ_at = _organ_at(blocks, patterns)
        items = settle(patterns, blocks, organ_at, begin)
        yield Ground(begin, end, blocks[:organ_at], items, _cuts(marks, begin, end))


def structure(document: Document, layout: Layout) -> tuple[Resolution, ...]:
    """Return the resolutions of a document; empty where no organ's opening formula stands above a paragraph."""
    places = _places(document, layout)
    whole, empty = list[Resolution](), list[Diagnostic]()
    for ground in grounds(document, layout, places):
        resolution = _resolution(document, layout, places, len(whole) + 1, ground)
        formula = layout.blocks[ground.begin + len(ground.header)]
        if formula.role or any(paragraph.part not in ("title", "closing") for paragraph in resolution.paragraphs):
            whole.append(resolution)
        else:
            message = f"no paragraph stands below the formula “{formula.text.strip()}”"
            empty.append(diagnose("error", "no-paragraph", message, formula.start, formula.end))
    first = [replace(resolution, diagnostics=(*resolution.diagnostics, *empty)) for resolution in whole[:1]]
    return (*first, *whole[1:])


def _places(document: Document, layout: Layout) -> list[Place | None]:
    stated = _stated_marks(document)
    if not stated:
        return place_marks(layout.blocks, layout.notes, document.language, layout.page_breaks)
    by_number: dict[str, list[Place]] = {}
    for mark in stated:
        if place := _place_of(mark, layout.blocks):
            by_number.setdefault(mark.value, []).append(place)
    return [by_number[note.number].pop(0) if by_number.get(note.number) else None for note in layout.notes]


def _repeated(document: Document, layout: Layout, places: Sequence[Place | None]) -> Iterator[Place]:
    """Where a mark stands again whose note has its place elsewhere, or is lost: it is no word of the text."""
    if not _stated_marks(document):
        yield from marks_again(layout.blocks, layout.notes, places)
        yield from _marks_alone(document, layout)
    taken = {(place.block, place.start) for place in places if place}
    for mark in _stated_marks(document):
        if (place := _place_of(mark, layout.blocks)) and (place.block, place.start) not in taken:
            yield place


def _marks_alone(document: Document, layout: Layout) -> Sequence[Place]:
    """The marks of a text without pages that has lost its notes, as LibreOffice saves it."""
    if layout.notes or layout.page_breaks or _stated_marks(document):
        return ()
    return marks_without_notes(layout.blocks, document.language)


def _place_of(mark: Mark, blocks: Sequence[Block]) -> Place | None:
    for index, block in enumerate(blocks):
        if block.text and block.start <= mark.start <= block.end:
            start, end = (bisect_left(block.offsets, offset) for offset in (mark.start, mark.end))
            return Place(index, start, end, 1)
    return None


def _resolutions(document: Document, blocks: Sequence[Block], patterns: Forms) -> Iterator[tuple[int, int]]:
    """Ranges of blocks, one for each resolution: from behind the closing of the one before to its own closing."""
    items = [mark for mark in document.marks if mark.role == "item"]
    if items:
        for item in items:
            inside = [index for index, block in enumerate(blocks) if item.start <= block.start < item.end]
            if inside:
                yield inside[0], inside[-1] + 1
        return
    organs = [index for index, block in enumerate(blocks) if block.role == "organ" or patterns.organ(block.text)]
    starts: list[int] = []
    for index in organs:
        if not starts:
            starts.append(index)
        elif begin := _new_header(blocks, starts[-1], index, patterns):
            starts.append(begin)
    begins = [0, *starts[1:], len(blocks)] if starts else []
    yield from pairwise(begins)


def _new_header(blocks: Sequence[Block], previous: int, organ: int, patterns: Forms) -> int | None:
    """Where the header of another resolution begins, None where the formula opens a draft inside the one before."""
    for index in range(organ - 1, previous, -1):
        text = blocks[index].text
        if patterns.annex.match(text) or patterns.draft_for.search(text) or text[-1:] in (":", "："):
            return None
        if (patterns.meeting.search(text) and len(text) < 40) or of_layout(patterns.language.code).met.fullmatch(text):
            # old pages date the meeting below it
            dated = patterns.closing_date.fullmatch(blocks[index + 1].text.strip())
            return index + 2 if dated else index + 1
        if organ - index > 12:
            return None
    return None


def _resolution(
    document: Document, layout: Layout, places: Sequence[Place | None], part: int, ground: Ground
) -> Resolution:
    patterns, items, cuts = forms(document.language), ground.items, ground.cuts
    begin, end = ground.begin, ground.end
    behind = layout.blocks[begin + len(ground.header) : end]
    header = _unmarked(read_header(document, layout, ground.header, behind, items), layout.blocks, cuts)
    names = names_of(items, document.language)
    paragraphs = [*_title(header), *_paragraphs(items, names, cuts, document.language)]
    within = range(0 if part == 1 else begin, end)
    footnotes = list(_footnotes(layout, places, items, names, cuts, within, header.title, document.language))
    lost_notes = _lost_notes(document, layout, begin, end)
    settled = Settled(layout, patterns, items, names, paragraphs, footnotes, header.fields["symbol"])
    diagnostics = [*header.diagnostics, *_other(ground.header, patterns), *doubts(settled), *lost_notes]
    return Resolution(
        document=document,
        part=part,
        formula=next((block.text.strip() for block in behind[:1]), None),
        paragraphs=tuple(paragraphs),
        footnotes=tuple(footnotes),
        diagnostics=tuple(diagnostics),
        extent="preamble" if is_preamble(paragraphs) else "whole",
        **header.fields,
    )


def tail(header: Sequence[Block], patterns: Forms) -> Sequence[Block]:
    """Return the end of another resolution on the page, which its meeting closes, before the header."""
    met = of_layout(patterns.language.code).met
    closed = [index for index, block in enumerate(header) if met.fullmatch(block.text.strip())]
    before = header[: max(closed, default=0)]
    return before if any(last_sign(block.text) in patterns.operative_end for block in before) else ()


def _other(header: Sequence[Block], patterns: Forms) -> Iterator[Diagnostic]:
    words = [block for block in tail(header, patterns) if last_sign(block.text) in patterns.operative_end]
    if words:
        quoted = " ".join(block.text for block in words)
        message = f"the end of another resolution stands before this one: “{quoted[:_QUOTED]}”"
        yield diagnose("error", "other-resolution", message, words[0].start, words[-1].end)


def _organ_at(blocks: Sequence[Block], patterns: Forms) -> int:
    """Where the organ speaks; a part of a collection may begin with its first paragraph (77/264 A)."""
    for index, block in enumerate(blocks):
        if block.role == "organ" or patterns.organ(block.text):
            return index
    begins = (index for index, block in enumerate(blocks) if block.role in ("preambular", "operative"))
    return max(next(begins, 0) - 1, 0)


# --- paragraphs -------------------------------------------------------------------------------------------------------


def _cuts(places: Sequence[Place | None], begin: int, end: int) -> dict[int, list[tuple[int, int]]]:
    """Ranges of each block's text that are footnote marks."""
    cuts: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        if place and begin <= place.block < end:
            cuts.setdefault(place.block, []).append((place.start, place.end))
    return cuts


def _own_words(item: Item, cuts: Mapping[int, Sequence[tuple[int, int]]], language: str) -> tuple[str, list[int]]:
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
    begin = 0
    for start, end in sorted(drop):
        if start > begin:
            yield begin, start
        begin = max(begin, end)
    yield begin, length


def _unmarked(header: Header, blocks: Sequence[Block], cuts: Mapping[int, Sequence[tuple[int, int]]]) -> Header:
    """The header, its title without the marks of notes that stand in it."""
    if not header.title:
        return header
    marks = {place for index, spans in cuts.items() for span in spans for place in blocks[index].offsets[slice(*span)]}
    title = header.title
    kept = [index for index, offset in enumerate(title.offsets) if offset not in marks]
    if len(kept) == len(title.text):
        return header
    text = "".join(title.text[index] for index in kept)
    unmarked = Passage(text.rstrip(), [title.offsets[index] for index in kept][: len(text.rstrip())])
    return replace(header, title=unmarked, fields=header.fields | {"title": unmarked.text})


def _title(header: Header) -> Iterator[Paragraph]:
    if header.title:
        yield Paragraph(header.title.text, header.title.offsets, "title", "title", None)


def _paragraphs(
    items: Sequence[Item], names: Mapping[int, Name], cuts: Mapping[int, Sequence[tuple[int, int]]], language: str
) -> Iterator[Paragraph]:
    for item in items:
        if name := names.get(item.index):
            text, offsets = _own_words(item, cuts, language)
            if text:
                yield Paragraph(text, offsets, name.id, name.part, item.value or None, item.role == "point")
    closing = [item for item in items if item.role == "closing"]
    if closing:
        texts = [_own_words(item, cuts, language) for item in closing]
        text = " ".join(words for words, _ in texts)
        spaced = ([*places, places[-1] + 1] for _, places in texts if places)
        offsets = [*chain.from_iterable(spaced)][: len(text)]
        yield Paragraph(text, offsets, "closing", "closing", None)


# --- footnotes --------------------------------------------------------------------------------------------------------


def _footnotes(
    layout: Layout,
    places: Sequence[Place | None],
    items: Sequence[Item],
    names: Mapping[int, Name],
    cuts: Mapping[int, Sequence[tuple[int, int]]],
    within: range,
    title: Passage | None,
    language: str,
) -> Iterator[Footnote]:
    """The notes whose marks, or which themselves, stand in a range of blocks."""
    blocks = layout.blocks
    ids = {index: name.id for index, name in names.items()}
    ids.update({item.index: "title" for item in items if item.role == "title"})
    by_index = {item.index: item for item in items}
    for note, place in zip(layout.notes, places, strict=True):
        block = place.block if place else max(note.block - 1, 0)  # of the blocks begun before it, the last
        if block not in within or not note.number.isalnum():
            continue  # notes with asterisks explain the header
        mark, paragraph, position = None, None, None
        if place and place.block in by_index:
            item = by_index[place.block]
            mark = _mark(place, item.block)
            paragraph = ids.get(place.block)
            position = bisect_left(_own_words(item, cuts, language)[1], mark.start)
        elif place and title and title.start <= (called := _mark(place, blocks[place.block])).start <= title.end:
            mark, paragraph, position = called, "title", bisect_left(title.offsets, called.start)
        yield Footnote(note.text, note.offsets, note.number, paragraph, mark, position)


def _mark(place: Place, block: Block) -> Span:
    start = block.offsets[place.start] if place.start < len(block.offsets) else block.end
    return Span(start, start + place.end - place.start)


def _stated_marks(document: Document) -> list[Mark]:
    return [mark for mark in document.marks if mark.role == "mark"]


def _lost_notes(document: Document, layout: Layout, begin: int, end: int) -> Iterator[Diagnostic]:
    """Marks that the format states, or that are counted through the text, and whose note was not found."""
    alone = [place for place in _marks_alone(document, layout) if begin <= place.block < end]
    if alone:
        first, last = (_mark(place, layout.blocks[place.block]) for place in (alone[0], alone[-1]))
        message = f"the text has the marks of {len(alone)} footnotes, and none of these was found"
        yield diagnose("warning", "footnote-lost", message, first.start, last.end)
    blocks = [block for block in layout.blocks[begin:end] if block.text]
    numbers = {note.number for note in layout.notes}
    for mark in _stated_marks(document):
        if mark.value not in numbers and any(block.start <= mark.start <= block.end for block in blocks):
            message = f"the text has a mark {mark.value}, and no footnote of that number was found"
            yield diagnose("warning", "footnote-lost", message, mark.start, mark.end)
