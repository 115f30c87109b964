"""What carries a text and is none of its words: the signs before the lines that a mail quotes, the cells of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document
from ecoanalysis.parse.negotiation.delegations import are_delegations
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.text.folding import Folding, as_it_is
from ecoanalysis.parse.text.rewriting import rewrite
from ecoanalysis.parse.text.width import columns

_LINE = re.compile(r"[^\n\r\f]+")
_QUOTING = re.compile(r"[^\S\n]*(?:>[^\S\n]?)+")
_SIGN = re.compile(r"[|\t]")
_RULE = re.compile(r"[\s|:+=-]+")
_SPEAKER = re.compile(r"[-–—•*·\s]{0,6}(?P<names>[^:：\n]{1,60})[:：]")
_LED = "*_[［【〔｛{ \t"
_FEW = 2  # rows that show a table
_SEVERAL = 3  # labels that show a text with labels
_WIDEST = 140  # columns of the longest lines of a text that is wrapped
_MOST = 0.8  # share of the labels that a blank line stands before, where blank lines part paragraphs
_FULL = 0.6  # share of the width that a line fills which goes on
_NUMBER = 40  # characters of a cell that holds a label

Cut = tuple[int, int]
Insert = tuple[int, str]


def take_out(document: Document) -> Folding:
    """Return a text without what carries it, and the way back; what a cell beside a paragraph says is put in brackets.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> mail = "Dear Anna,\\n> PP1. Noting the lake,\\n> OP1. Asks for a\\n> report;"
    >>> take_out(read_text(mail)).document.raw
    'Dear Anna,\\nPP1. Noting the lake,\\nOP1. Asks for a report;'
    >>> rows = "| PP1 | Noting the lake, | EU: delete |\\n| OP1 | Requests a report; | |"
    >>> take_out(read_text(rows)).document.raw
    '\\nPP1 Noting the lake, [EU: delete]\\n\\nOP1 Requests a report;'
    """
    reader = _Reader(document)
    rows = reader.rows()
    quoting = list(reader.quoting())
    cuts = [*quoting, *(cut for row in rows for cut in row.cuts)]
    wraps = dict(reader.wraps(dict(quoting))) if not document.marks else {}
    cuts += [(place, place + 1) for place, gap in wraps.items() if not gap]
    if not (cuts or wraps):
        return as_it_is(document)
    begins = {row.start for row in rows}
    marks = (
        replace(mark, role="paragraph") if mark.role == "text" and mark.start in begins else mark
        for mark in document.marks
    )
    inserts = [insert for row in rows for insert in row.inserts]
    spaces = frozenset(place for place, gap in wraps.items() if gap)
    folding = rewrite(replace(document, marks=tuple(marks)), cuts, inserts, spaces=spaces)
    return replace(folding, source=document)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table, what of it is left out, and what is put in."""

    start: int
    cuts: tuple[Cut, ...]
    inserts: tuple[Insert, ...]
    performs: bool = False
    """Whether a performative opens its words, as no treaty's articles and no form's entries."""


class _Reader:
    """Finds what carries a text."""

    def __init__(self, document: Document) -> None:
        self.look = patterns(document.language)
        spoken = language_of(document.language)
        self.label = spoken.compiled("structure", "negotiating", "label")
        self.ends = f"{self.look.terminal}{self.look.operative_end}"
        self.stated = frozenset(mark.start for mark in document.marks if mark.role == "text")
        self.raw = document.raw
        self.lines = [(match.start(), match[0]) for match in _LINE.finditer(document.raw)]

    def quoting(self) -> Iterator[Cut]:
        """The signs before quoted lines; one alone before other words than a paragraph's is somebody's comment."""
        for quoted, run in groupby(self.lines, key=lambda line: bool(_QUOTING.match(line[1]))):
            several = list(run)
            for start, text in several if quoted else ():
                end = len(text) - len(_QUOTING.sub("", text, count=1))
                if len(several) > 1 or self._begins(text[end:]):
                    yield start, start + end

    def wraps(self, quoting: dict[int, int]) -> Iterator[Insert]:
        """Where the lines of a mail, or of a text with labels, are joined, and what stands between them."""
        words = [(start, text[quoting.get(start, start) - start :].rstrip()) for start, text in self.lines]
        width = sorted(columns(text) for _, text in words)[len(words) * 9 // 10] if words else 0
        parted = {below for (start, text), (below, _) in pairwise(words) if not text or self._parts(start, below)}
        labels = [start for start, text in words[1:] if self._is_numbered(text)]
        if width > _WIDEST or not (quoting or self._has_labels(words)):
            return
        set_apart = sum(start in parted for start in labels) > _MOST * len(labels) or not labels
        for (start, text), (below, after) in pairwise(words):
            end = start + len(self.raw[start:below].split("\n")[0])
            full = columns(text) >= _FULL * width and below not in parted
            ended = not set_apart and text[-1:] in self.ends and self.look.opening.match(after)
            if full and after and not (ended or self._is_numbered(after) or _speaks(after)):
                apart = text[-1:] != "-" and text[-1:].isascii() and after[:1].isascii()
                yield end, " " if apart else "" if text[-1:] == "-" else self.look.word_space

    def _parts(self, start: int, below: int) -> bool:
        """Whether a blank line stands between two lines."""
        return self.raw.count("\n", start, below) > 1

    def _has_labels(self, words: list[tuple[int, str]]) -> bool:
        return sum(bool(self.label.match(text)) for _, text in words) >= _SEVERAL

    def _is_numbered(self, words: str) -> bool:
        forms = (self.look.number, self.look.point, self.label)
        return any(form.match(words.lstrip(_LED)) for form in forms)

    def _begins(self, words: str) -> bool:
        """Whether words begin as a paragraph does, or with its label."""
        return bool(self.look.opening.match(words.lstrip(_LED))) or self._is_numbered(words)

    def rows(self) -> list[_Row]:
        """The rows of the tables in which the paragraphs stand."""
        rows: list[_Row] = []
        for tabled, run in groupby(self.lines, key=lambda line: bool(_SIGN.search(line[1]))):
            lines = list(run)
            holding = [row for start, text in lines if (row := self._row(start, text))] if tabled else []
            if sum(row.performs for row in holding) >= max(_FEW, len(holding) / 2):
                rows += [*self._ruled(lines, holding[0].start), *holding]
        return rows

    def _ruled(self, lines: list[tuple[int, str]], first: int) -> Iterator[_Row]:
        """The head of a table that is drawn with signs, and its rules."""
        for start, text in lines:
            if _RULE.fullmatch(text) or (start < first and text.lstrip().startswith("|")):
                yield _Row(start, ((start, start + len(text)),), ())

    def _row(self, start: int, text: str) -> _Row | None:
        """The row of a paragraph: its label, its words, and what is said beside it."""
        cells = list(_cells(text))
        labelled = len(cells) > 1 and self._is_label(text[slice(*cells[0])])
        drawn = "|" in text or start in self.stated
        if not (drawn or len(cells) > 2) or not (labelled or (cells and self._begins(text[slice(*cells[0])]))):
            return None
        ends = [0, *(end for _, end in cells), len(text)]
        begins = [*(begin for begin, _ in cells), len(text)]
        cuts = [(start + end, start + begin) for end, begin in zip(ends, begins, strict=False)]
        inserts = [(start, "" if start in self.stated else "\n")]
        inserts += [(start + cells[1][0], " ")] if labelled else []
        for begin, end in cells[1 + labelled :]:
            last = begin + len(text[begin:end].rstrip(self.ends))
            cuts.append((start + last, start + end))
            inserts += [(start + begin, " ["), (start + last, "]")]
        words = text[slice(*cells[labelled])].lstrip(_LED)
        return _Row(start, tuple(cuts), tuple(inserts), bool(self.look.opening.match(words)))

    def _is_label(self, cell: str) -> bool:
        """Whether a cell holds nothing but what a paragraph begins with."""
        forms = (self.label, self.look.number, self.look.point)
        matches = (form.match(f"{cell}{ends}") for form in forms for ends in (" ", ". "))
        return len(cell) < _NUMBER and any(match and match.end() >= len(cell) for match in matches)


def _speaks(words: str) -> bool:
    """Whether a line begins with who says something of the paragraph above: ``- EU: delete``."""
    head = _SPEAKER.match(words)
    return head is not None and are_delegations(head["names"].strip())


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """The places of the cells of a row that are not empty, without the space around them."""
    begin = 0
    for end in [*(sign.start() for sign in _SIGN.finditer(text)), len(text)]:
        words = text[begin:end]
        if stripped := words.strip():
            first = begin + words.index(stripped)
            yield first, first + len(stripped)
        begin = end + 1
