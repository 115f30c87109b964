"""Wrapping: of a document that states its structure, the plain text that a PDF tool would leave of it.

It measures ``parse``: what the parser must find again is stated; what it gets is hard-wrapped, with notes and links in
the middle of paragraphs.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document, Mark

_PRINTED = frozenset(
    ["symbol", "title", "organ", "preambular", "operative", "point", "heading", "annex", "closing", "text"]
)
_INDENTED = frozenset(["preambular", "operative", "point", "organ"])
_NOTE, _LINK = "\ue000", "\ue001"  # stand in the text where a note is called and a link begins; never printed
_NO_START = set("，。；：、！？》〉”’）】」』)]};:,.!?%％")
_NO_END = set("《〈“‘（【「『([{")
_RULE = "_" * 18

Notes = Literal["inline", "slash", "line", "stacked"]
_NOTES: tuple[Notes, ...] = ("inline", "inline", "line", "stacked")  # as they are drawn; the last not of full width


@dataclass(frozen=True, slots=True)
class Style:
    """How the text looks. The defaults are those of the bundled Chinese document."""

    width: int = 72
    """Columns of a line; a full-width character takes two."""
    page: int = 38
    """Lines of a page, notes included; 0 for one endless page with its notes at the end."""
    gaps: bool = True
    """A blank line after every line."""
    indent: int = 1
    """Spaces before the first line of a paragraph; with any, one follows its last line."""
    digit_spaces: bool = True
    """Spaces between full-width characters and figures or Latin letters."""
    notes: Notes = "inline"
    """``1 See …`` · ``1/ See …`` · the number on a line of its own · all numbers, then all notes."""
    marks: Literal["glued", "spaced", "slash"] = "glued"
    """How a note is called: ``report,1 and`` · ``report, 1 and`` · ``report, 1/ and``."""
    numbers: Literal["inline", "before", "behind"] = "inline"
    """Paragraph numbers: in the line · on a line of their own before it · behind the paragraph's first line."""
    links: bool = True
    header: bool = False
    furniture: bool = False
    """Job number, symbol and page number on every page."""


def styles(seed: int, language: str) -> Iterator[Style]:
    """Yield ways a text may look, endlessly; the same ones for the same seed.

    Examples
    --------
    >>> from itertools import islice
    >>> list(islice(styles(7, "zh"), 3)) == list(islice(styles(7, "zh"), 3))
    True
    """
    choose = random.Random(seed)
    full = language_of(language).words_touch  # full-width characters, which need no space
    while True:
        slash = choose.random() < 0.15
        yield Style(
            width=choose.randint(66, 80) if full else choose.randint(70, 100),
            page=choose.choice([0, 28, 33, 38, 45, 60]),
            gaps=choose.random() < (0.5 if full else 0.15),
            indent=choose.choice([0, 1, 1, 2, 4]) if full else choose.choice([0, 0, 0, 4]),
            digit_spaces=full and choose.random() < 0.6,
            notes="slash" if slash else choose.choice(_NOTES[:3] if full else _NOTES),
            marks="slash" if slash else "glued" if full else choose.choice(["glued", "spaced"]),
            numbers="inline" if full else choose.choice(["inline", "inline", "before", "behind"]),
            links=choose.random() < 0.4,
            header=choose.random() < 0.6,
            furniture=choose.random() < 0.4,
        )


def render(document: Document, style: Style) -> str:
    """Return the document as wrapped plain text.

    Examples
    --------
    >>> marks = Mark("organ", 0, 3), Mark("operative", 7, 16, "1"), Mark("mark", 15, 15, "1"), Mark("note", 19, 25, "1")
    >>> document = Document("大会，\\n1. 请秘书长提交报告。\\n1 第2号决议。\\n", "", "", "akn", "zh", marks)
    >>> print(render(document, Style(width=16, gaps=False, indent=0)), end="")
    大会，
    1. 请秘书长提交
    报告1 。
    __________________
     1 第 2 号决议。
    """
    lines = list(_lines(document, style))
    pages = _paginated(lines, document, style)
    return "\n".join(line for page in pages for line in page) + "\n"


# --- the text, line by line -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line, the numbers of the notes called in it, and the addresses of the links that begin in it."""

    text: str
    notes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def _lines(document: Document, style: Style) -> Iterator[_Line]:
    marks = sorted(document.marks, key=lambda mark: (mark.start, -mark.end))
    blocks = [mark for mark in marks if mark.role in _PRINTED and mark.end > mark.start]
    organ = next((place for place, mark in enumerate(blocks) if mark.role == "organ"), 0)
    title = next((place for place, mark in enumerate(blocks[:organ]) if mark.role == "title"), organ)
    begin = max(title - 1, 0) if title and blocks[title - 1].role == "symbol" else title
    pending: tuple[str, list[Mark]] | None = None
    end = blocks[begin - 1].end if begin else 0
    for place, block in enumerate(blocks):
        label = document.raw[end : block.start].strip() if place and place != begin else ""
        end = block.end
        if place < begin and not style.header:
            continue
        inner = [mark for mark in marks if mark.role in ("mark", "link") and block.start <= mark.start <= block.end]
        words = _words(document, block, inner, style)
        if block.role == "symbol" and [follower.role for follower in blocks[place + 1 : place + 2]] == ["title"]:
            pending = (words, inner)  # the number stands before the title, in its line
            continue
        if pending:
            words, inner, pending = f"{pending[0]} {words}", [*pending[1], *inner], None
        yield from _paragraph(block, label, words, inner, document.language, style)


def _words(document: Document, block: Mark, inner: Sequence[Mark], style: Style) -> str:
    """The words of a block with notes' marks and links' places in them, and spaces as the style sets them."""
    text, start = "", block.start
    for mark in inner:
        text += document.raw[start : mark.start] + (_NOTE if mark.role == "mark" else _LINK)
        start = mark.start
    text = (text + document.raw[start : block.end]).replace("\t", " ")
    text = _spaced(text, document.language, style)
    values = iter(mark.value for mark in inner if mark.role == "mark")
    return re.sub(rf"{_NOTE}(\s*)(.?)", lambda call: _called(next(values), call, style), text)


def _spaced(text: str, language: str, style: Style) -> str:
    """A text with spaces between full-width letters and others, where the style has them."""
    if not (style.digit_spaces and language_of(language).words_touch):
        return text
    letters = language_of(language).letters.pattern
    text = re.sub(rf"({letters})({_LINK}?)(?=[0-9A-Za-z])", r"\1 \2", text)
    return re.sub(rf"([0-9A-Za-z%])(?={letters})", r"\1 ", text)


def _called(number: str, call: re.Match[str], style: Style) -> str:
    """A note's mark as printed: set off from the word behind it, and from the next mark."""
    printed = number + ("/" if style.marks == "slash" else "")
    before = "" if style.marks == "glued" else " "
    if call[2] == _NOTE:  # two marks in a row: the second one is found on its own
        return f"{before}{_NOTE}{printed} {_NOTE}"
    return f"{before}{_NOTE}{printed}{' ' if call[2] else ''}{call[2]}"


def _paragraph(
    block: Mark, label: str, words: str, inner: Sequence[Mark], language: str, style: Style
) -> Iterator[_Line]:
    apart = style.numbers != "inline" and block.role == "operative" and bool(label)
    indent = " " * style.indent if block.role in _INDENTED else ""
    head = indent if apart or not label else f"{indent}{label} "
    wrapped = _wrapped(head + words, language, style.width)
    if apart:
        wrapped.insert(0 if style.numbers == "before" or len(wrapped) == 1 else 1, label)
    values = iter(inner)
    for place, line in enumerate(wrapped):
        called = [next(values) for char in line if char in (_NOTE, _LINK)]
        notes = tuple(mark.value for mark in called if mark.role == "mark")
        links = tuple(mark.value for mark in called if mark.role == "link")
        tail = " " if style.indent and place == len(wrapped) - 1 else ""
        yield _Line(line.replace(_NOTE, "").replace(_LINK, "") + tail, notes, links)


# --- wrapping ---------------------------------------------------------------------------------------------------------


def columns(text: str) -> int:
    """Return the width of a text in columns.

    Examples
    --------
    >>> columns("第48/2号"), columns("“联合国”")
    (8, 10)
    """
    return sum(_column(char) for char in text)


def _column(char: str) -> int:
    if char in (_NOTE, _LINK):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—" else 1


def _wrapped(text: str, language: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; stops hang over the edge, and no bracket stands alone before it."""
    touching = language_of(language).words_touch
    lines: list[list[str]] = [[]]
    filled = 0
    for token in _tokens(text, touching):
        size = columns(token) if touching else len(token.replace(_NOTE, "").replace(_LINK, ""))
        fits = filled + size <= width or not "".join(lines[-1]).strip()
        if not fits and not _must_stay(token):
            moved: list[str] = []
            while lines[-1] and lines[-1][-1].lstrip(_LINK) in _NO_END:
                moved.insert(0, lines[-1].pop())
            lines.append(moved)
            filled = columns("".join(moved))
        if token == " " and not lines[-1] and len(lines) > 1:
            continue
        lines[-1].append(token)
        filled += size
    return [joined for line in lines if (joined := "".join(line).rstrip())]


def _tokens(text: str, touching: bool) -> list[str]:
    """What no line end may cut: a character where words touch, a word or figure of anything else, a note's mark."""
    if touching:
        return re.findall(rf"{_NOTE}\d+/?|{_LINK}*[!-~]+|{_LINK}*.", text)
    return [token for word in re.split(r"( +)", text) for token in _broken(word) if token]


def _broken(word: str) -> list[str]:
    """A word's parts: a line may end behind a hyphen between letters."""
    return re.split(r"(?<=[a-z]-)(?=[a-z]{3})", word)


def _must_stay(token: str) -> bool:
    """Whether the token may not begin a line."""
    return token.startswith(_NOTE) or token.lstrip(_LINK)[:1] in _NO_START or token.isspace()


# --- pages ------------------------------------------------------------------------------------------------------------


def _paginated(lines: Sequence[_Line], document: Document, style: Style) -> Iterator[list[str]]:
    notes: dict[str, list[Mark]] = {}
    for mark in document.marks:
        if mark.role == "note":
            notes.setdefault(mark.value, []).append(mark)
    pages = list(_filled(lines, notes, document, style))
    symbol = next((document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "symbol"), "")
    for number, (body, foot, links) in enumerate(pages, 1):
        page = [symbol] if style.furniture and number > 1 and symbol else []
        page += [*body, *foot]
        if style.furniture:
            job = f"21-12345 ({language_of(document.language).name[0]})"
            page += [f"{job} 300921 091021", "*2112345*"] if number == 1 else [f"{number}/{len(pages)}", "21-12345"]
        spaced = [part for line in page for part in ((line, "") if style.gaps else (line,))]
        yield [*spaced, *links]


_Page = tuple[list[str], list[str], list[str]]


def _filled(lines: Sequence[_Line], notes: dict[str, list[Mark]], document: Document, style: Style) -> Iterator[_Page]:
    """Pages as their lines, the lines of their notes, and their links; a note stands on the page of its mark."""
    body: list[str] = []
    called: list[Mark] = []
    links: list[str] = []
    for line in lines:
        new = [notes[number].pop(0) for number in line.notes if notes.get(number)]
        height = len(body) + 1 + len(_foot([*called, *new], document, style))
        if style.page and body and height > style.page:
            yield body, _foot(called, document, style), _listed(links, called, document, style)
            body, called, links = [], [], []
        body.append(line.text)
        called += new
        links += line.links
    yield body, _foot(called, document, style), _listed(links, called, document, style)


def _foot(called: Sequence[Mark], document: Document, style: Style) -> list[str]:
    if not called:
        return []
    lines = [_RULE]
    if style.notes == "stacked":
        lines += [mark.value for mark in called]
    for mark in called:
        words = document.raw[mark.start : mark.end]
        words = _spaced(words, document.language, style)
        head = {"inline": f" {mark.value} ", "slash": f"{mark.value}/ "}.get(style.notes, "")
        if style.notes == "line":
            lines.append(mark.value)
        lines += _wrapped(head + words, document.language, style.width)
    return lines


def _listed(links: Sequence[str], called: Sequence[Mark], document: Document, style: Style) -> list[str]:
    if not style.links:
        return []
    noted = [
        mark.value
        for note in called
        for mark in document.marks
        if mark.role == "link" and note.start <= mark.start < note.end
    ]
    return list(dict.fromkeys([*links, *noted]))
