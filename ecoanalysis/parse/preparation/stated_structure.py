"""What a format states, made ready: a document of several languages is several, a paragraph of several lines may be."""

from __future__ import annotations

from dataclasses import replace

from ecoanalysis.model.document import Document, Mark, Role
from ecoanalysis.parse.layout.lines import last_sign
from ecoanalysis.parse.patterns import patterns

_SEVERAL: tuple[Role, ...] = ("paragraph", "operative", "point", "text")


def by_language(document: Document) -> tuple[Document, ...]:
    """Return a document once for each language that it states lines in; offsets stay those of the whole.

    Examples
    --------
    >>> marks = Mark("title", 0, 2), Mark("language", 0, 2, "zh"), Mark("title", 3, 8), Mark("language", 3, 8, "en")
    >>> whole = Document("灯塔\\nLamps", "", "", "docx", "zh", marks)
    >>> [(part.language, part.marks[0].start) for part in by_language(whole)]
    [('zh', 0), ('en', 3)]
    """
    stretches = [mark for mark in document.marks if mark.role == "language"]
    lines = {(mark.start, mark.end) for mark in document.marks if mark.role != "language"}
    if not all((mark.start, mark.end) in lines for mark in stretches) or not stretches:  # columns of a page
        return (document,)
    return tuple(_of_language(document, code, stretches) for code in dict.fromkeys(mark.value for mark in stretches))


def _of_language(document: Document, code: str, stretches: list[Mark]) -> Document:
    others = [mark for mark in stretches if mark.value != code]
    inside = ((mark, any(other.start <= mark.start < other.end for other in others)) for mark in document.marks)
    marks = tuple(mark for mark, elsewhere in inside if not elsewhere and mark.role != "language")
    return replace(document, language=code, marks=marks)


def split_lines(document: Document) -> Document:
    """Return a document whose stated paragraphs are one each: some are ended by a line's end inside (Shift+Enter).

    Examples
    --------
    >>> raw = "1. Requests a report\\non lakes;\\n2. Decides to go on."
    >>> split = split_lines(Document(raw, "", "", "docx", "en", (Mark("paragraph", 0, len(raw)),)))
    >>> [split.raw[mark.start : mark.end] for mark in split.marks]
    ['1. Requests a report on lakes;', '2. Decides to go on.']
    """
    raw = [*document.raw]
    marks: list[Mark] = []
    for mark in document.marks:
        ends = [place for place in range(mark.start, mark.end) if raw[place] == "\n"] if mark.role in _SEVERAL else []
        if not ends:
            marks.append(mark)
            continue
        start, stated = mark.start, mark
        for place, end in enumerate(ends):
            behind = ends[place + 1] if place + 1 < len(ends) else mark.end
            if _parts(document.raw[start:end], document.raw[end + 1 : behind], document.language):
                marks.append(replace(stated, start=start, end=end))
                start, stated = end + 1, Mark("text" if mark.role == "text" else "paragraph", end + 1, mark.end)
            else:
                raw[end] = " "
        marks.append(replace(stated, start=start, end=mark.end))
    return replace(document, raw="".join(raw), marks=tuple(marks))


def _parts(before: str, line: str, language: str) -> bool:
    """Whether a line begins a paragraph of its own behind the lines before it."""
    before, line = before.strip(), line.strip()
    if not before or not line:
        return False
    listed, ending = patterns(language), last_sign(before)
    if any(alone.fullmatch(text) for alone in (listed.organ, listed.closing) for text in (before, line)):
        return True
    number, ended = listed.number.match(line), ending in listed.terminal
    if number and not line[number.end() :][:1].islower():
        return True
    if line[0].islower() or not (ended or listed.word_space):
        return False
    return bool(listed.opening.match(line) or (ended and listed.point.match(line)) or ending in listed.operative_end)
