"""Pages of lines → the raw text and its marks: each line with the columns before it, notes, marks, links, furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import category

from ecoanalysis.model.document import Mark
from ecoanalysis.read.pdf.furniture import furniture_of
from ecoanalysis.read.pdf.lines import Line, Page
from ecoanalysis.read.pdf.notes import RULE, NoteLine, notes_of, typography

_SHORT = 0.4  # of its width: a line that leaves so much room ends a paragraph


@dataclass
class _Writer:
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def furniture(self, line: Line) -> None:
        self.marks.append(Mark("furniture", self.length, self.length + len(line.text)))
        self._words(line)

    def note(self, line: Line, note: NoteLine) -> None:
        skip = note.skip + len(line.text[note.skip :]) - len(line.text[note.skip :].lstrip())
        self.marks.append(Mark("note", self.length + skip, self.length + len(line.text), note.number))
        self._words(line)

    def text(self, line: Line, indent: int) -> None:
        self.write(" " * indent)
        for start, end in line.raised:
            self.marks.append(Mark("mark", self.length + start, self.length + end, line.text[start:end].rstrip("/")))
        self._words(line)

    def _words(self, line: Line) -> None:
        for start, end, address in _linked(line):
            self.marks.append(Mark("link", self.length + start, self.length + end, address))
        self.write(line.text + "\n")


def _linked(line: Line) -> Iterator[tuple[int, int, str]]:
    start = 0
    for end in range(1, len(line.glyphs) + 1):
        if end == len(line.glyphs) or line.glyphs[end].link != line.glyphs[start].link:
            if line.glyphs[start].link:
                yield start, end, line.glyphs[start].link
            start = end


def written(pages: Sequence[Page]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text of pages, a form feed between two, and the marks that the place of each line states."""
    furniture = furniture_of(pages)
    texts = [
        [line for at, line in enumerate(page.lines) if at not in out]
        for page, out in zip(pages, furniture, strict=True)
    ]
    how = typography(texts)
    notes = notes_of(pages, furniture, how)
    writer = _Writer()
    before: tuple[Line, float] | None = None
    for number, page in enumerate(pages):
        if number:
            writer.write("\f")
        lifted = furniture[number] | {at for at, line in enumerate(page.lines) if RULE.fullmatch(line.text)}
        text = [line for at, line in enumerate(page.lines) if at not in lifted and at not in notes[number]]
        indents = dict(zip(map(id, text), _indents(text, how.step, before), strict=True))
        for at, line in enumerate(page.lines):
            if at in lifted:
                writer.furniture(line)
            elif note := notes[number].get(at):
                writer.note(line, note)
            else:
                writer.text(line, indents[id(line)])
        for line in page.outside:
            writer.furniture(line)
        before = (text[-1], _edge(text)) if text else before
    return "".join(writer.pieces), tuple(sorted(writer.marks, key=lambda mark: (mark.start, -mark.end)))


def _indents(text: Sequence[Line], step: float, before: tuple[Line, float] | None) -> list[int]:
    """Columns before each line of a page's text, given the last line of the page before and that page's edge.

    A line set apart from the one above has one at least, as paragraphs have; one that goes on with a full line has
    none, though its paragraph may stand further in than others.
    """
    margin, edge = _margin(text), _edge(text)
    out = [round((line.x - margin) / (line.size / 2)) for line in text]
    if text and before and before[0].right < before[1] - _SHORT * (before[1] - before[0].x):
        out[0] = max(1, out[0])  # the page before ends with a paragraph
    if len(text) > 1 and before and _stands_alone(before[0], text[0], text[1], step):
        out[0] = max(1, out[0])
    for at, (above, line) in enumerate(pairwise(text), 1):
        if above.y - line.y > 1.2 * step:
            out[at] = max(1, out[at])
        elif line.x < above.x + line.size / 4 and _is_full(above, edge):
            out[at] = 0
    return [max(0, indent) for indent in out]


def _stands_alone(before: Line, line: Line, below: Line, step: float) -> bool:
    """Whether the first line of a page is a heading: it ends without a stop, behind a line that has one."""
    stopped, open_ended = (category(part.text[-1])[0] == "P" for part in (before, line))
    return stopped and not open_ended and not line.text[0].islower() and line.y - below.y > 1.2 * step


def _edge(text: Sequence[Line]) -> float:
    return max((line.right for line in text), default=0)


def _is_full(line: Line, edge: float) -> bool:
    return line.right > edge - 4 * line.size


def _margin(text: Sequence[Line]) -> float:
    """Where most lines begin that go on with a full one."""
    edge = _edge(text)
    full = [line for above, line in pairwise(text) if _is_full(above, edge)]
    begins = Counter(round(line.x) for line in full or text)
    return max(begins, key=lambda x: (begins[x], -x), default=0)
