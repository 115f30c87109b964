"""Labels of paragraphs as damaged files and hasty hands leave them, read as they were meant: 3Also, l5., (c)., 第一条.

A label is mended only where the sequence misses it and the words behind it begin as paragraphs do; each is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile

from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.lexicon.numerals import to_letters
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Diagnostic, Resolution
from ecoanalysis.parse.layout.lines import BARE_NUMBER, last_sign
from ecoanalysis.parse.layout.paged_text.page_signs import FOLIO, is_code
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.structure.block_roles import point_position
from ecoanalysis.parse.text.folding import Folding, as_it_is
from ecoanalysis.parse.text.hyphens import COMPOUND, listed, spellings
from ecoanalysis.parse.text.rewriting import rewrite
from ecoanalysis.parse.text.width import columns

_QUOTES = '"“”„«»「」『』'
_GOING_ON = 8  # lines that go on: so many tell whether empty ones part anything
_BETWEEN = 4  # lines of a page's head that may stand behind its numbers
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_GLUED_RULE = re.compile(r"(?<=[^\W_])(?=_{8,}[ \t]*$)", re.MULTILINE)
_HYPHEN = "-\n"  # of a page's last line, whose place its rule has taken
_INDENT = 6  # columns of a first line's indent: what is no wider stands in it by itself
_ANNOUNCES = ":："  # what a paragraph ends with whose points follow
_DEEPEST = 4  # lists inside lists
_SEVERAL = 3  # labels that a diagnostic quotes


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch at the head of a line, the label that it is read as, and whether that is a guess."""

    start: int
    end: int
    label: str
    guessed: bool = True
    moved: tuple[int, int] | None = None
    """Where the words stand that are put in here: a tool printed them elsewhere."""


@dataclass(frozen=True, slots=True)
class Mending:
    """A document with its labels mended, and the way back."""

    folding: Folding
    repairs: tuple[Repair, ...]

    @property
    def document(self) -> Document:
        """The document with mended labels."""
        return self.folding.document

    def printed(self, resolution: Resolution) -> Resolution:
        """Return what was read, as the source prints it, and say which labels were guessed."""
        if not self.repairs:
            return resolution
        resolution = self.folding.printed(resolution)
        raw = self.folding.source.raw
        begin = min(paragraph.start for paragraph in resolution.paragraphs)
        end = max(paragraph.end for paragraph in resolution.paragraphs)
        within = [repair for repair in self.repairs if begin <= repair.start <= end]
        places = [repair.start for repair in within if repair.label == _HYPHEN]
        cut = [doubt for place in places for doubt in _cut_out(resolution, raw, place)]
        moved = [_moved(repair) for repair in within if repair.moved]
        resolution = replace(resolution, diagnostics=(*resolution.diagnostics, *cut, *moved))
        inside = [repair for repair in within if repair.guessed]
        if not inside:
            return resolution
        quoted = (
            f"“{raw[repair.start : repair.end].strip()}” as {repair.label.strip()}" for repair in inside[:_SEVERAL]
        )
        message = f"damaged numbers, read by their order: {', '.join(quoted)}"
        message += " and so on" if len(inside) > _SEVERAL else ""
        doubt = Diagnostic("warning", "number-damaged", message, inside[0].start, inside[0].end)
        return replace(resolution, diagnostics=(*resolution.diagnostics, doubt))


def _cut_out(resolution: Resolution, raw: str, place: int) -> Iterator[Diagnostic]:
    """Say where a rule has taken the place of a hyphen, and neither another compound nor its words tell that it did."""
    for paragraph in resolution.paragraphs:
        if not paragraph.start < place < paragraph.end:
            continue
        hyphen = bisect_left(paragraph.offsets, place) - 1  # it stands at the letter before it
        words = (word for word in COMPOUND.finditer(paragraph.text) if word.start() < hyphen < word.end())
        for word in words:
            if word[0] not in raw and not _is_sure(word[0].lower(), resolution.language):
                message = f"a rule stands where a word goes on, perhaps without a hyphen: “{word[0]}”"
                yield Diagnostic("warning", "hyphen-lost", message, place, place)


def _is_sure(word: str, language: str) -> bool:
    """Whether a word is listed, or a compound whose parts are words and which is none without its hyphen.

    Examples
    --------
    >>> _is_sure("flood-resistant", "en"), _is_sure("inter-national", "en"), _is_sure("upstre-am", "en")
    (True, False, False)
    """
    words, parts = listed(language), word.split("-")
    compound = len(parts) > 1 and words.issuperset(parts) and "".join(parts) not in words
    return compound or word in spellings(language)


def _moved(repair: Repair) -> Diagnostic:
    """Say which words a page prints before the line that they end; the facts in them stand where that line ends."""
    message = f"printed before the line that they end, and read behind it: “{repair.label.strip()}”"
    return Diagnostic("info", "line-order", message, *(repair.moved or (repair.start, repair.end)))


def mend_labels(document: Document) -> Mending:
    """Return a document whose damaged numbers and points are as they should be, and its quoted drafts without quotes.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> mend_labels(read_text("The General Assembly,\\n1. Takes note;\\n2Requests a report.\\n")).document.raw
    'The General Assembly,\\n1. Takes note;\\n2. Requests a report.\\n'
    """
    lines = list(_lines(document))
    repairs = [*_numbers(document, lines), *_quoted(document, lines), *_rules(document), *_swapped(document, lines)]
    repairs += _listed_points(document, lines)
    taken = {repair.start for repair in repairs}
    stacked = [*_stacked(document, lines)]
    repairs += [] if any(repair.start in taken for repair in stacked) else stacked
    repairs.sort(key=lambda repair: repair.start)
    cuts = [(repair.start, repair.end) for repair in repairs]
    inserts = [(repair.start, repair.label) for repair in repairs if repair.label]
    if not repairs:
        return Mending(as_it_is(document), ())
    stays = frozenset(repair.start for repair in repairs if repair.label == _HYPHEN or repair.moved)
    return Mending(rewrite(document, cuts, inserts, stays), tuple(repairs))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    begins: bool
    """Whether the line before it has its end sign."""


def _lines(document: Document) -> Iterator[_Line]:
    lifted = [(mark.start, mark.end) for mark in document.marks if mark.role in ("note", "furniture")]
    terminal, begins = patterns(document.language).terminal, True
    for match in re.finditer(r"[^\n\r\f]+", document.raw):
        text = match[0].strip()
        start = match.start() + match[0].index(text)
        if not text or any(begin <= start < end for begin, end in lifted):
            continue
        yield _Line(start, text, begins)
        begins = last_sign(text) in terminal


# --- numbers and points -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Labels:
    """How labels are printed in a language, and how they look when they are damaged."""

    number: re.Pattern[str]
    point: re.Pattern[str]
    damaged_number: re.Pattern[str]
    damaged_point: re.Pattern[str]
    article: re.Pattern[str]
    dotted_point: re.Pattern[str]
    bullet: re.Pattern[str]
    listed: re.Pattern[str]
    opening: re.Pattern[str]
    alike: dict[int, str]


@cache
def _labels(code: str) -> _Labels:
    spoken, look = language_of(code), patterns(code)
    names = ("damaged_number", "damaged_point", "article", "dotted_point", "bullet", "listed")
    compiled = {name: spoken.compiled("structure", "patterns", name) for name in names}
    alike = str.maketrans(spoken.table("structure")["look_alikes"])
    return _Labels(number=look.number, point=look.point, opening=look.opening, alike=alike, **compiled)


def _numbers(document: Document, lines: Sequence[_Line]) -> Iterator[Repair]:
    language, labels = language_of(document.language), _labels(document.language)
    plain = any((label := labels.number.match(line.text)) and _opens(labels, line, label) for line in lines)
    number, point, statute = 0, 0, False
    for line in lines:
        article = None if plain else _article(document, labels, line, number)
        if repair := article or _number(labels, line, number):
            number, point, statute = number + 1, 0, statute or article is not None
            yield repair
        elif statute and (listed := labels.listed.match(line.text)):
            point += 1
            yield Repair(line.start, line.start + listed.end(), f"({to_letters(point)}) ", guessed=False)
        elif numbered := labels.number.match(line.text):
            number, point = int(numbered["number"]), 0
        elif repair := _point(labels, line, point, language):
            point += 1
            yield repair
        elif pointed := labels.point.match(line.text):
            point = point_position(pointed["mark"] or pointed["circled"], language, point) or 0


def _opens(labels: _Labels, line: _Line, label: re.Match[str]) -> bool:
    return bool(labels.opening.match(line.text, label.end()))


def _number(labels: _Labels, line: _Line, before: int) -> Repair | None:
    damaged = None if labels.number.match(line.text) else labels.damaged_number.match(line.text)
    if not damaged or not line.begins or not _opens(labels, line, damaged):
        return None
    readings = (damaged["number"].translate(labels.alike), re.sub(r"[^0-9]", "", damaged["number"]))
    if str(before + 1) not in readings:
        return None
    return Repair(line.start, line.start + damaged.end(), f"{before + 1}. ")


def _article(document: Document, labels: _Labels, line: _Line, before: int) -> Repair | None:
    """A label of statutes before the words of a resolution, as students write it."""
    article = labels.article.match(document.raw, line.start)
    if not article or not labels.opening.match(document.raw, article.end()):
        return None
    number = language_of(document.language).number(article["number"])
    return Repair(line.start, article.end(), f"{number}. ", guessed=False) if number == before + 1 else None


def _point(labels: _Labels, line: _Line, before: int, language: Language) -> Repair | None:
    damaged = labels.damaged_point.match(line.text)
    if not damaged or not line.begins or point_position(damaged["mark"], language, before) != before + 1:
        return None
    whole = labels.point.match(line.text)
    if whole and whole.end() == damaged.end():
        return None
    label = f"({damaged['mark']})"
    spaced = re.sub(r"\s", "", damaged[0]) == label  # ( j): a tool's space beside a slender letter
    return Repair(line.start, line.start + damaged.end(), f"{label} ", guessed=not spaced)


# --- points that hasty hands mark -------------------------------------------------------------------------------------


def _listed_points(document: Document, lines: Sequence[_Line]) -> Iterator[Repair]:
    """Points marked a. or with a bullet, labelled as points are; a bullet before a paragraph's verb is no label."""
    labels, language = _labels(document.language), language_of(document.language)
    marks, bullets, announced = list[int](), 0, False
    for line in lines:
        bullet, dotted = labels.bullet.match(line.text), labels.dotted_point.match(line.text)
        if labels.number.match(line.text):
            marks, bullets = [], 0
        elif bullet and line.begins and _opens(labels, line, bullet):
            marks, bullets = [], 0
            yield Repair(line.start, line.start + bullet.end(), "", guessed=False)
        elif bullet and line.begins and (announced or bullets):
            bullets += 1
            yield Repair(line.start, line.start + bullet.end(), f"({to_letters(bullets)}) ", guessed=False)
        elif dotted and line.begins and _follows(marks, dotted["mark"], language, announced=announced):
            yield Repair(line.start, line.start + dotted.end(), f"({dotted['mark']}) ", guessed=False)
        announced = last_sign(line.text) in _ANNOUNCES


def _follows(marks: list[int], mark: str, language: Language, *, announced: bool) -> bool:
    """Whether a mark is the next of a list begun, the innermost first, or the first of one announced; noted if so."""
    for depth in range(len(marks), 0, -1):
        if point_position(mark, language, marks[depth - 1]) == marks[depth - 1] + 1:
            del marks[depth:]
            marks[-1] += 1
            return True
    if announced and len(marks) < _DEEPEST and point_position(mark, language) == 1:
        marks.append(1)
        return True
    return False


# --- quoted drafts ----------------------------------------------------------------------------------------------------


def _quoted(document: Document, lines: Sequence[_Line]) -> Iterator[Repair]:
    """The quotation marks at the head of every paragraph of a draft that a text quotes, and the last one's end."""
    organ, inside, marks = patterns(document.language).organ, False, 0
    for line in lines:
        quoted = line.text[0] in _QUOTES
        if quoted and (inside or organ.fullmatch(line.text[1:].strip())):
            inside, marks = True, 0
            yield Repair(line.start, line.start + 1, "", guessed=False)
        if not inside:
            continue
        marks += sum(char in _QUOTES for char in line.text[quoted:])
        if line.text[-1] in _QUOTES and marks % 2:
            yield Repair(line.start + len(line.text) - 1, line.start + len(line.text), "", guessed=False)
            inside = False


# --- numbers in a column of their own -----------------------------------------------------------------------------


def _stacked(document: Document, lines: Sequence[_Line]) -> Iterator[Repair]:
    """Numbers that a tool took for a column and set one below the other, before the paragraphs of their page."""
    if PAGE_BREAK not in document.raw or document.format != "txt":
        return
    labels, place = _labels(document.language), 0
    while place < len(lines):
        stack = [*takewhile(lambda line: labels.number.fullmatch(line.text), lines[place:])]
        behind = lines[place + len(stack) :]
        begun = _begun(document, labels, stack, behind) if len(stack) > 1 else []
        if len(begun) == len(stack) and _counts_on(labels, stack):
            for label, first in zip(stack, begun, strict=True):
                yield Repair(label.start, label.start + len(label.text), "", guessed=False)
                yield Repair(first.start, first.start, f"{label.text} ", guessed=False)
        place += len(stack) or 1


def _counts_on(labels: _Labels, stack: Sequence[_Line]) -> bool:
    """Whether each number is one more than the one above it."""
    numbers = [int(label["number"]) for line in stack if (label := labels.number.match(line.text))]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _begun(document: Document, labels: _Labels, stack: Sequence[_Line], behind: Sequence[_Line]) -> list[_Line]:
    """The lines that begin paragraphs behind numbers, up to the next number or the page's end."""
    ends, begun = patterns(document.language).operative_end, list[_Line]()
    skipped = takewhile(lambda line: not labels.opening.match(line.text), behind[:_BETWEEN])
    for above, line in pairwise([stack[-1], *behind[len([*skipped]) :]]):
        if PAGE_BREAK in document.raw[above.start : line.start] or labels.number.match(line.text):
            break
        if last_sign(above.text) in ends and labels.opening.match(line.text):
            begun.append(line)
    return begun


# --- lines out of order ----------------------------------------------------------------------------------------------


def _swapped(document: Document, lines: Sequence[_Line]) -> Iterator[Repair]:
    """The last line of a paragraph of two, where a tool sets it before the first one: what it takes for a column."""
    if PAGE_BREAK not in document.raw or document.format != "txt":
        return
    widths = sorted(columns(line.text) for line in lines)
    full = 0.75 * widths[len(widths) * 9 // 10] if widths else 0
    if _are_gaps_idle(document, lines, full):
        return
    times = Counter(line.text for line in lines if not _is_label(document, line))
    read = [line for line in lines if not _belongs_to_page(line.text) and times[line.text] < 2]  # nor a page's head
    for place, (above, last) in enumerate(pairwise(read), 2):
        behind = read[place : place + 4]
        labelled = behind and _is_label(document, behind[0]) and not _is_label(document, above)
        behind = behind[1:] if labelled else behind
        if not behind or not _stands_apart(document, above, last, full):
            continue
        first = behind[0]
        below = next((line for line in behind[1:] if not BARE_NUMBER.fullmatch(line.text)), None)
        if _goes_on(document, last, first, below, full):
            start, end = first.start + len(first.text), last.start + len(last.text)
            yield Repair(last.start, end, "", guessed=False)
            yield Repair(start, start, f"\n{last.text}", guessed=False, moved=(last.start, end))


def _are_gaps_idle(document: Document, lines: Sequence[_Line], full: float) -> bool:
    """Whether empty lines stand inside paragraphs as well: behind most full lines that no stop ends."""
    terminal = patterns(document.language).terminal
    inside = [
        pair for pair in pairwise(lines) if columns(pair[0].text) > full and last_sign(pair[0].text) not in terminal
    ]
    return sum(_is_parted(document.raw, *pair) for pair in inside) * 2 > max(len(inside), _GOING_ON)


def _is_label(document: Document, line: _Line) -> bool:
    """Whether a number or a point's label stands alone on a line."""
    labels = _labels(document.language)
    return bool(labels.number.fullmatch(line.text) or labels.point.fullmatch(line.text))


def _stands_apart(document: Document, above: _Line, last: _Line, full: float) -> bool:
    """Whether a line that ends a paragraph begins none: behind a number alone, or no wider than an indent."""
    look = patterns(document.language)
    if last_sign(last.text) not in look.terminal or columns(last.text) > full or look.is_formula(last.text):
        return False
    if _is_label(document, above):
        return True
    narrow = columns(last.text) <= _INDENT and (last.text[0].isalpha() or _YEAR.match(last.text))
    return bool(narrow) and last_sign(above.text) in look.terminal


def _goes_on(document: Document, last: _Line, first: _Line, below: _Line | None, full: float) -> bool:
    """Whether a line begins a paragraph, is full and has no end of its own, though nothing below goes on with it."""
    unended = last_sign(first.text) not in patterns(document.language).terminal and columns(first.text) > full
    begins = not first.text[0].islower()
    between = document.raw[last.start : first.start]
    parted = PAGE_BREAK not in between and _is_parted(document.raw, last, first)
    return unended and begins and parted and _ends(document, first, below)


def _belongs_to_page(text: str) -> bool:
    return is_code(text) or bool(FOLIO.fullmatch(text))


def _ends(document: Document, line: _Line, below: _Line | None) -> bool:
    """Whether nothing below can go on with a line: what stands apart from it, and the closing."""
    if below is None:
        return True
    look = patterns(document.language)
    begins = any(label.match(below.text) for label in (look.closing, look.number, look.point, look.opening))
    return (begins or _is_parted(document.raw, line, below)) and not below.text[0].islower()


def _is_parted(raw: str, above: _Line, below: _Line) -> bool:
    """Whether an empty line or a page's end parts two lines."""
    between = raw[above.start + len(above.text) : below.start]
    return between.count("\n") > 1 or PAGE_BREAK in between


# --- rules ------------------------------------------------------------------------------------------------------------


def _rules(document: Document) -> Iterator[Repair]:
    """Where a tool that cuts the hyphen of a page's last line sets the rule below in its place: community_________."""
    if document.format == "txt":
        for match in _GLUED_RULE.finditer(document.raw):
            yield Repair(match.start(), match.end(), _HYPHEN, guessed=False)
