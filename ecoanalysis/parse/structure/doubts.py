"""What is doubtful in a resolution as it was read: each kind of doubt by its name, with the words and their place."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, groupby, islice, pairwise
from unicodedata import category

from ecoanalysis.model.resolution import Diagnostic, Footnote, Level, Paragraph, Span
from ecoanalysis.parse.layout.blocks import FURNITURE, TEXT, Layout
from ecoanalysis.parse.layout.lines import last_sign
from ecoanalysis.parse.layout.paged_text.page_signs import is_code
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.structure.paragraph_ids import PARAGRAPHS, Name
from ecoanalysis.parse.structure_patterns import Forms, Item
from ecoanalysis.parse.text.hyphens import COMPOUND, Hyphens

MARK_LOST = "footnote-mark-lost"
_QUOTED = 60  # characters of what is quoted
_SHORT_CODE = 6  # signs: so short a code may be a number of the text
_COMMAS = ",，;；"
_FEW = 16  # signs of a line that a title does not end with
_TITLED = 12  # letters: so many of a title do not stand alone by chance
_PRINTED = re.compile(r"(\S[^\n]*)(?P<apart>\r?\n[^\S\n]*\n)?")  # a line, and whether an empty one stands below
_TOPMOST = 4  # lines of a page's head
_FOLIO = re.compile(r"(\d{1,3})/\d{1,3}")
_GOES_ON = ",，;；:："  # signs that end a paragraph and no text
_CONNECTED = re.compile(r"[;；]\s*\w{1,3}$|[,，]\s*(?a:\w{1,3})$")  # …; and
_FIGURE = re.compile(r"[.。;；,，:：]\s?(\d{1,3})/?$")
# behind a stop or a year and a stop, before words; or with a slash behind it; or before a title, where words touch
_SOLID = re.compile(
    r"(?:(?<=[^\W\d][,，；》”])|(?<=[^\W\d][”’][,;])|(?<=\b(?:19|20)\d\d[,，；]))(\d{1,2})(?=[^\W\d]| [^\W\dA-Z])"
    r"|(?<=[^\W\d])[,，；》”]?(\d{1,2})/(?=\s|$)"
    r"|(?<=[a-z]{4})(\d{1,2})(?=,? [a-z])"
    r"|(?<=[^\sA-Za-z\d./–(（-])(\d{1,3})(?=《)"
)
_REPLACED = re.compile(r"(?<=[^\W\d_])\?(?=\w)|\?{2,}|\ufffd")  # signs that an encoding has not
_BEYOND_WESTERN = re.compile(r"[^\x00-\xff–—]")  # a sign that no Western encoding has, or that tools fold for it
# two words or a word and a figure set solid: NonProliferation, UNWomen, COVID19
_SET_SOLID = re.compile(
    r"\b(?:(?!Mac)[^\W\d_]*[a-z]{2}(?=[A-Z])|[A-Z]{2,}(?=[A-Z][a-z]{3}))[A-Z][a-z]{3,}|\b[A-Z]{4,}\d{2}\b"
)
_ADDRESS = re.compile(r"[/=&]")
_RULE_INSIDE = re.compile(r"(?<!_)_{6,}(?=\s?[^\W_])|(?<=[^\W_])_{6,}")  # above notes; not what a form leaves blank
_BEHIND_LETTERS = re.compile(r"(?<=[a-z]{2})\d{1,3}(?=\s|$)")
_CLOSED = re.compile(r"[.。;；!?？！,，:：]\s?[”\"’')）\]»]+$")  # a stop inside the quotation that ends a paragraph


@dataclass(frozen=True)
class Settled:
    """A resolution as it was read, before it is doubted."""

    layout: Layout
    forms: Forms
    items: Sequence[Item]
    names: Mapping[int, Name]
    paragraphs: Sequence[Paragraph]
    footnotes: Sequence[Footnote]
    symbol: str | None

    @property
    def stated(self) -> bool:
        """Whether the format states what its blocks are."""
        return any(item.block.role for item in self.items)

    @cached_property
    def start(self) -> int:
        return min((item.block.start for item in self.items if item.block.text), default=0)

    @cached_property
    def end(self) -> int:
        return max((item.block.end for item in self.items if item.block.text), default=0)


def doubts(settled: Settled) -> Iterator[Diagnostic]:
    """Yield what is doubtful."""
    for doubt in DOUBTS:
        yield from doubt(settled)


def diagnose(level: Level, code: str, message: str, start: int, end: int) -> Diagnostic:
    return Diagnostic(level, code, message, start, end)


def _quoted(text: str) -> str:
    return f"“{text[:_QUOTED]}…”" if len(text) > _QUOTED else f"“{text}”"


def _numbers_lost(settled: Settled) -> Iterator[Diagnostic]:
    operative = [item for item in settled.items if item.role == "operative"]
    parts = Counter(settled.names[item.index].part for item in operative)
    # a single paragraph of a text, or of a draft that it quotes, has no number
    lost = [item for item in operative if not item.value and parts[settled.names[item.index].part] > 1]
    if lost and not all(item.block.role for item in operative):
        message = f"{len(lost)} operative paragraphs print no number; their order numbers them"
        yield diagnose("warning", "number-lost", message, lost[0].block.start, lost[0].block.end)


def _numbers_repeated(settled: Settled) -> Iterator[Diagnostic]:
    again = [item for item in settled.items if (name := settled.names.get(item.index)) and name.repeated]
    if again:
        ids = ", ".join(settled.names[item.index].id for item in again[:3])
        message = f"{len(again)} paragraphs have a number that stands before: they are called {ids}"
        message += " and so on" if len(again) > 3 else ""
        yield diagnose("warning", "number-repeated", message, again[0].block.start, again[0].block.end)


def _numbers_missing(settled: Settled) -> Iterator[Diagnostic]:
    last: dict[str, int] = {}
    for item in settled.items:
        name = settled.names.get(item.index)
        if item.role != "operative" or not name or not item.value.isdecimal() or item.block.role:
            continue
        lead = name.id.partition("~")[0].removesuffix(item.value)
        number, before = int(item.value), last.get(lead, 0)
        if number > before + 1:
            message = f"paragraph {number} follows {before or 'the preamble'}; what stands between has lost its number"
            yield diagnose("warning", "number-missing", message, item.block.start, item.block.end)
        last[lead] = number


def _unplaced(settled: Settled) -> Iterator[Diagnostic]:
    """Text that is no paragraph and of which no format states what it is."""
    for item in settled.items:
        block = item.block
        printed = any(category(char)[0] not in "CZ" for char in block.text)
        if item.role == "text" and block.role is None and not item.value and printed:
            message = f"belongs to no paragraph: {_quoted(block.text)}"
            yield diagnose("error", "unplaced", message, block.start, block.end)


def _tables_left_out(settled: Settled) -> Iterator[Diagnostic]:
    """Tables, which are no paragraphs: doubtful where only the look of their rows tells, and not before the text."""
    begun = dropwhile(lambda item: item.block.role and item.role not in PARAGRAPHS, settled.items)
    for (of_table, stated), run in groupby(begun, key=lambda item: (item.value == "table", bool(item.block.role))):
        blocks = [item.block for item in run] if of_table else []
        if blocks:
            words = " ".join(" ".join(block.text for block in blocks).split())
            message = f"a table is no paragraph, and is left out: {_quoted(words)}"
            level: Level = "info" if stated else "warning"
            yield diagnose(level, "table-left-out", message, blocks[0].start, blocks[-1].end)


def _formula_again(settled: Settled) -> Iterator[Diagnostic]:
    """A formula that stands again, and no words announce the draft that it would open."""
    for before, item in pairwise(settled.items):
        announced = before.role == "annex" or settled.forms.draft_for.search(before.block.text)
        if item.role == "organ" and not item.block.role and not announced and last_sign(before.block.text) not in ":：":
            message = f"the formula stands again; what follows is read as a draft inside: {_quoted(item.block.text)}"
            yield diagnose("warning", "formula-again", message, item.block.start, item.block.end)


def _unended(settled: Settled) -> Iterator[Diagnostic]:
    for item in settled.items:
        text = item.block.text.rstrip()
        if item.role not in PARAGRAPHS or item.block.role or last_sign(text) in settled.forms.terminal:
            continue
        if not _CONNECTED.search(text) and not _CLOSED.search(text) and not _is_whole(settled, item):
            message = f"a paragraph without its end: “…{text[-_QUOTED:]}”"
            yield diagnose("warning", "paragraph-unended", message, item.block.start, item.block.end)


def _is_whole(settled: Settled, item: Item) -> bool:
    """Whether an item's own words have their end, where several marks of notes stand behind it."""
    begins = range(item.block.start, item.block.end)
    texts = (paragraph.text for paragraph in settled.paragraphs if paragraph.start in begins)
    return any(last_sign(text) in settled.forms.terminal and not text[-1].isdecimal() for text in texts)


def _headings_like_text(settled: Settled) -> Iterator[Diagnostic]:
    """A heading that begins as paragraphs do: it may be one without its end, with a heading behind it."""
    for item in settled.items:
        text = item.block.text
        if item.role == "heading" and not item.block.role and _opens(settled.forms, text) and len(text) > _QUOTED:
            message = f"taken for a heading, and begins like a paragraph: {_quoted(text)}"
            yield diagnose("warning", "heading-reads-like-text", message, item.block.start, item.block.end)


def _page_heads_inside(settled: Settled) -> Iterator[Diagnostic]:
    for paragraph in settled.paragraphs:
        if settled.symbol and paragraph.part in ("preamble", "operative", "annex"):
            offset = paragraph.text.find(settled.symbol)
            if offset >= 0 and not paragraph.text[offset + len(settled.symbol) :][:1].isdecimal():
                span = paragraph.raw(offset, offset + len(settled.symbol))
                message = f"a page head may stand inside {paragraph.id}: {settled.symbol}"
                yield diagnose("warning", "page-head-inside", message, span.start, span.end)


def _folios_inside(settled: Settled) -> Iterator[Diagnostic]:
    """The number of a page that a tool has set to the cut word which the page ends with: non17, governmental."""
    layout = settled.layout
    for paragraph in settled.paragraphs if layout.page_breaks and not settled.stated else ():
        for figure in _BEHIND_LETTERS.finditer(paragraph.text):
            span = paragraph.raw(*figure.span())
            turned = next((place for place in layout.page_breaks if place >= span.end), -1)
            if turned >= 0 and TEXT not in layout.kinds[span.end : turned]:
                message = f"the number of a page may stand inside {paragraph.id}: {figure[0]}"
                yield diagnose("warning", "page-head-inside", message, span.start, span.end)


def _titles_inside(settled: Settled) -> Iterator[Diagnostic]:
    """Words of the title that stand alone at the top of a page, and were read with the text."""
    layout = settled.layout
    title = _letters(layout.raw[: settled.start])
    for place in layout.page_breaks if title else ():
        lines = [*islice(_PRINTED.finditer(layout.raw, place + 1), _TOPMOST)]
        first = next((row for row, line in enumerate(lines) if layout.kinds[line.start(1)] == TEXT), len(lines))
        end = next((row for row in range(first, len(lines)) if lines[row]["apart"]), len(lines)) + 1
        words = "".join(_letters(line[1]) for line in lines[first:end]) if end <= len(lines) else ""
        if len(words) > _TITLED and words in title and settled.start < lines[first].start(1) < settled.end:
            message = f"a page head may stand inside a paragraph: {_quoted(lines[first][1])}"
            yield diagnose("warning", "page-head-inside", message, lines[first].start(1), lines[end - 1].end(1))


def _headings_inside(settled: Settled) -> Iterator[Diagnostic]:
    """A heading between two recitals: no preamble has one, a line of it was cut off from its paragraph.

    Nor has it one behind the formula, but for a section's sign.
    """
    items = [item for item in settled.items if item.role in (*PARAGRAPHS, "heading", "organ")]
    for before, item, below in zip(items, items[1:], items[2:], strict=False):
        recital = before.role == "preambular" or (before.role == "organ" and not item.value)
        if item.role == "heading" and not item.block.role and recital and below.role == "preambular":
            message = f"taken for a heading, and stands among recitals: {_quoted(item.block.text)}"
            yield diagnose("warning", "heading-reads-like-text", message, item.block.start, item.block.end)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())


def _codes_inside(settled: Settled) -> Iterator[Diagnostic]:
    """A printer's code, which other pages have at their foot, or a rule within a paragraph: a page ends there."""
    printed = {word for piece in settled.layout.pieces if piece.kind == FURNITURE for word in piece.text.split()}
    codes = {code for code in printed if is_code(code) and len(code) > _SHORT_CODE}
    for paragraph in settled.paragraphs:
        rules = {rule[0] for rule in _RULE_INSIDE.finditer(paragraph.text)}
        for code in sorted(rules | {code for code in codes if code in paragraph.text}):
            offset = paragraph.text.index(code)
            span = paragraph.raw(offset, offset + len(code))
            message = f"a page may end inside {paragraph.id}, and its words be cut: {code}"
            yield diagnose("warning", "page-code-inside", message, span.start, span.end)


def _notes_like_text(settled: Settled) -> Iterator[Diagnostic]:
    """A note that begins as paragraphs do, or one of whose lines does, with a number or a point."""
    raw = settled.layout.raw
    for note in settled.footnotes:
        begins = _opens(settled.forms, note.text) and last_sign(note.text) in settled.forms.terminal
        lines = (line.strip() for line in raw[note.start : note.end].splitlines())
        if begins or any(_is_numbered(settled.forms, line) for line in lines):
            message = f"footnote {note.number} reads like a paragraph: {_quoted(note.text)}"
            yield diagnose("warning", "note-reads-like-text", message, note.start, note.end)


def _is_numbered(forms: Forms, line: str) -> bool:
    number = forms.number.match(line)
    return bool(number) and _opens(forms, line[number.end() if number else 0 :])


def _opens(forms: Forms, text: str) -> bool:
    """Whether a text begins as paragraphs do, with a performative as a word of its own."""
    opening = patterns(forms.language.code).opening.match(text)
    return bool(opening) and (forms.language.words_touch or not text[opening.end() if opening else 0 :][:1].isalpha())


def _furniture_like_text(settled: Settled) -> Iterator[Diagnostic]:
    """A line lifted with the page's furniture that is printed once and begins as paragraphs do."""
    pieces = [piece for piece in settled.layout.pieces if piece.kind == FURNITURE]
    times = Counter(piece.text for piece in pieces)
    for piece in pieces:
        if not settled.start <= piece.start <= settled.end or times[piece.text] > 1:
            continue
        if _is_numbered(settled.forms, piece.text) or (
            _opens(settled.forms, piece.text) and piece.text[-1] in settled.forms.terminal
        ):
            end = piece.start + len(piece.text)
            yield diagnose(
                "warning",
                "furniture-reads-like-text",
                f"left out with the page: {_quoted(piece.text)}",
                piece.start,
                end,
            )


def _furniture_inside(settled: Settled) -> Iterator[Diagnostic]:
    """Words lifted with the page's furniture in the middle of a page, where it has none; or a folio of another page."""
    layout, breaks = settled.layout, settled.layout.page_breaks
    edges = [0, *breaks, len(layout.raw)]
    for piece in layout.pieces if breaks else ():
        end = piece.start + len(piece.text)
        if piece.kind != FURNITURE or not settled.start <= piece.start <= settled.end:
            continue
        page = bisect(breaks, piece.start)
        words = (layout.raw[i] for i in range(edges[page], piece.start) if layout.kinds[i] == TEXT)
        between = any(map(str.isalpha, words)) and TEXT in layout.kinds[end : edges[page + 1]]
        folio = _FOLIO.fullmatch(piece.text)
        wordy = sum(word.isalpha() and len(word) > 1 for word in piece.text.split()) > 1
        if between and (wordy or (folio and int(folio[1]) != page + 1)):
            message = f"left out in the middle of a page: {_quoted(piece.text)}"
            yield diagnose("warning", "furniture-inside-page", message, piece.start, end)


def _marks_lost(settled: Settled) -> Iterator[Diagnostic]:
    for note in settled.footnotes:
        if note.mark is None:
            message = f"footnote {note.number} has no mark in the text"
            yield diagnose("warning", MARK_LOST, message, note.start, note.end)


def _notes_left_out(settled: Settled) -> Iterator[Diagnostic]:
    """Notes are numbered in order: where a number is left out, its note was not read, or stands in another's words."""
    notes = [note for note in settled.footnotes if note.number.isdecimal()]
    for before, note in pairwise(notes):
        first, last = int(before.number) + 1, int(note.number) - 1
        if first <= last and not settled.stated:
            lost = f"{first}" if first == last else f"{first} to {last}"
            message = f"no note was read between {before.number} and {note.number}: {lost}"
            yield diagnose("warning", "footnote-lost", message, before.start, note.end)


def _marks_left(settled: Settled) -> Iterator[Diagnostic]:
    """A figure behind the last stop of a paragraph: the mark of a note that was not read."""
    for paragraph in settled.paragraphs:
        left = _FIGURE.search(paragraph.text) if paragraph.part in ("preamble", "operative") else None
        if left:
            span = paragraph.raw(*left.span(1))
            message = f"{paragraph.id} ends with a mark, and no note of its number was read: {left[1]}"
            yield diagnose("warning", "footnote-lost", message, span.start, span.end)


def _marks_inside(settled: Settled) -> Iterator[Diagnostic]:
    """A figure set solid behind a stop inside a paragraph: of the next note, not read, or of one with another place."""
    read = {int(note.number): note.paragraph for note in settled.footnotes if note.number.isdecimal()}
    compiled = settled.forms.language.compiled
    unit, numbering = (compiled("structure", "notes", key) for key in ("unit", "before_titled"))
    for paragraph in settled.paragraphs if not settled.stated else ():
        for figure in _SOLID.finditer(paragraph.text) if paragraph.part in ("preamble", "operative") else ():
            number = int(figure[figure.lastindex or 0])
            due = number not in read and (number - 1 in read or number == 1 or not read)
            # whose mark it may be; before a title no figure stands that is not one
            due = due or read.get(number) == paragraph.id or (bool(figure[3]) and number in read) or bool(figure[4])
            of_text = figure[4] and numbering.search(paragraph.text[: figure.start()][-_FEW:])
            if due and not of_text and not unit.match(paragraph.text, figure.end()):
                span = paragraph.raw(*figure.span(figure.lastindex or 0))
                message = f"a mark seems to stand in {paragraph.id}, and was not read with its note: {number}"
                yield diagnose("warning", "footnote-lost", message, span.start, span.end)


def _operative_missing(settled: Settled) -> Iterator[Diagnostic]:
    """A preamble alone: no text of a resolution ends with it."""
    if is_preamble(settled.paragraphs):
        last = [paragraph for paragraph in settled.paragraphs if paragraph.part == "preamble"][-1]
        message = "no operative paragraph was read; the text may be cut off"
        yield diagnose("warning", "operative-missing", message, last.start, last.end)


def _end_missing(settled: Settled) -> Iterator[Diagnostic]:
    """A text whose last paragraph goes on, and nothing closes it."""
    body = [paragraph for paragraph in settled.paragraphs if paragraph.part != "title"]
    last = body[-1] if body else None
    if last is None or settled.stated or last.part not in ("preamble", "operative"):
        return
    if last_sign(last.text) in _GOES_ON:
        message = f"the text stops, and its end may be missing: “…{last.text[-_QUOTED:]}”"
        yield diagnose("warning", "end-missing", message, last.start, last.end)


def is_preamble(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a preamble is all that there is of a resolution, but for title and closing."""
    return {paragraph.part for paragraph in paragraphs} - {"title", "closing"} == {"preamble"}


def _begun_in_the_middle(settled: Settled) -> Iterator[Diagnostic]:
    """A numbered paragraph that begins with a small letter: its first line may stand elsewhere."""
    for paragraph in settled.paragraphs:
        if paragraph.part == "operative" and not paragraph.is_point and paragraph.text[:1].islower():
            message = f"{paragraph.id} begins in the middle of a sentence: {_quoted(paragraph.text)}"
            yield diagnose("warning", "paragraph-begins-small", message, paragraph.start, paragraph.end)


def _hyphens_lost(settled: Settled) -> Iterator[Diagnostic]:
    """A line that a tool made of two, whose words do not tell where it cut a hyphen out."""
    for line in settled.layout.uncertain_joins:
        if settled.start <= line.start <= settled.end:
            message = f"two lines set as one, perhaps without the hyphen between them: {_quoted(line.text)}"
            yield diagnose("warning", "hyphen-lost", message, line.start, line.end)


def _signs_lost(settled: Settled) -> Iterator[Diagnostic]:
    """Words that an encoding had no signs for: replaced (Non?Proliferation), or, in ASCII, without their accents."""
    language, raw = settled.forms.language, settled.layout.raw
    signs = [_REPLACED]
    signs += [language.compiled("structure", "signs", "unaccented")] if raw.isascii() else []
    western = not settled.stated and not _BEYOND_WESTERN.search(raw)
    of_pages = western and bool(settled.layout.page_breaks)
    kinds = [*["cut"] * western, *["unaccented_word"] * of_pages]
    signs += [language.compiled("structure", "signs", kind) for kind in kinds]
    hyphens = Hyphens(raw, language.code) if of_pages else None
    lost = list[tuple[Span, str]]()
    for paragraph in settled.paragraphs:
        places = [match.span() for sign in signs for match in sign.finditer(paragraph.text)]
        if hyphens:
            places += [word.span() for word in _SET_SOLID.finditer(paragraph.text)]
            places += [word.span() for word in COMPOUND.finditer(paragraph.text) if hyphens.lacks(word[0])]
        words = [(paragraph.raw(*place), _word_around(paragraph.text, *place)) for place in places]
        lost += [(span, word) for span, word in words if not _ADDRESS.search(word)]
    if lost:
        message = f"signs are lost that the text's encoding has not: {_quoted(lost[0][1])}"
        message += f" and {len(lost) - 1} more" if lost[1:] else ""
        yield diagnose("warning", "signs-lost", message, lost[0][0].start, lost[0][0].end)


def _word_around(text: str, start: int, end: int) -> str:
    """The word that a range of a text stands in, at most a few signs of it on each side."""
    before, behind = text[max(0, start - _FEW) : start], text[end : end + _FEW]
    return (before.split() or [""])[-1] * (not before[-1:].isspace()) + text[start:end] + (behind.split(" ") or [""])[0]


def _openings_uncertain(settled: Settled) -> Iterator[Diagnostic]:
    """Lines that begin a paragraph or go on with the one before: said once, since one page sets them all alike."""
    lines = [line for line in settled.layout.uncertain_openings if settled.start <= line.start <= settled.end]
    if lines:
        message = f"begins a paragraph or goes on with the one before, the page does not tell: {_quoted(lines[0].text)}"
        message += f" and {len(lines) - 1} more" if lines[1:] else ""
        yield diagnose("warning", "paragraph-begin-uncertain", message, lines[0].start, lines[0].end)


def _ended_above(settled: Settled) -> Iterator[Diagnostic]:
    """A line of few letters above the formula that ends as recitals do: a tool has set it before its paragraph."""
    above = settled.layout.raw[: settled.start].rstrip()
    line = above[above.rfind("\n") + 1 :].strip()
    if settled.layout.page_breaks and line[-1:] in _COMMAS and 1 < len(line) < _FEW:
        message = f"a line above the formula seems to end a paragraph below it: {_quoted(line)}"
        yield diagnose("warning", "line-order", message, len(above) - len(line), len(above))


def _order_lost(settled: Settled) -> Iterator[Diagnostic]:
    """Words of several lines set one below the other: a tool that saw columns in them has mixed the lines."""
    for line in settled.layout.out_of_order:
        if settled.start <= line.start <= settled.end:
            message = f"words of several lines stand one below the other, perhaps out of order: {_quoted(line.text)}"
            yield diagnose("warning", "line-order", message, line.start, line.end)


def _cut_short(settled: Settled) -> Iterator[Diagnostic]:
    """Lines that end inside a sentence with room behind them: said once, a tool that mixes lines does so often."""
    lines = [line for line in settled.layout.cut_short if settled.start <= line.start <= settled.end]
    if lines:
        message = f"a line ends early in the middle of a sentence, words may be out of order: {_quoted(lines[0].text)}"
        message += f" and {len(lines) - 1} more" if lines[1:] else ""
        yield diagnose("warning", "line-order", message, lines[0].start, lines[0].end)


DOUBTS: tuple[Callable[[Settled], Iterator[Diagnostic]], ...] = (
    _numbers_lost,
    _numbers_repeated,
    _numbers_missing,
    _unplaced,
    _tables_left_out,
    _formula_again,
    _unended,
    _headings_like_text,
    _headings_inside,
    _page_heads_inside,
    _folios_inside,
    _titles_inside,
    _codes_inside,
    _notes_like_text,
    _furniture_like_text,
    _furniture_inside,
    _marks_lost,
    _notes_left_out,
    _marks_left,
    _marks_inside,
    _hyphens_lost,
    _signs_lost,
    _openings_uncertain,
    _ended_above,
    _order_lost,
    _cut_short,
    _begun_in_the_middle,
    _operative_missing,
    _end_missing,
)
