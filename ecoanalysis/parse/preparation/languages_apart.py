"""Several languages in one text, one behind the other or page by page: where each stands, as far as letters tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.lexicon import detect
from ecoanalysis.model.document import Document
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.text.width import is_wide

_LETTERS, _WORDS = 2, 3  # that a line has at least whose letters tell
_SHARE = 0.3  # of the letters of a line in full-width writing: the rest are names and symbols
_FEWEST = 5  # lines of a text in another writing: fewer are quoted
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()-]+)+(?: [A-Z])?")


@dataclass(frozen=True, slots=True)
class Stretches:
    """The places of a text's lines in one language."""

    language: str
    ranges: tuple[tuple[int, int], ...]

    def masked(self, raw: str) -> str:
        """The text with all else blank, each character at its place."""
        blank = list(re.sub(r"[^\n\r\f]", " ", raw))
        for start, end in self.ranges:
            blank[start:end] = raw[start:end]
        return "".join(blank)

    def others(self, length: int) -> Iterator[tuple[int, int]]:
        """What is not in the language."""
        edges = [0, *(edge for stretch in self.ranges for edge in stretch), length]
        yield from zip(edges[::2], edges[1::2], strict=True)


def languages_apart(document: Document) -> tuple[Stretches, ...]:
    """Return where each language of a text stands; nothing where the text has one, or not an organ's formula in each.

    Columns of a page state theirs; what runs over them is of both.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> lines = "The General Assembly,", *["Notes with interest the report,"] * 5, "大会，", *["注意到湖泊报告，"] * 5
    >>> [stretches.language for stretches in languages_apart(read_text("\\n".join(lines)))]
    ['en', 'zh']
    >>> languages_apart(read_text("湖")), languages_apart(read_text("1."))
    ((), ())
    """
    if codes := dict.fromkeys(mark.value for mark in document.marks if mark.role == "language"):
        return tuple(_stated(document, code) for code in codes)
    if any(mark.role not in ("furniture", "note", "link") for mark in document.marks):
        return ()
    ranges: dict[bool, list[tuple[int, int]]] = {}
    for wide, start, end in _runs(document.raw):
        ranges.setdefault(wide, []).append((start, end))
    if len(ranges) < 2:
        return ()
    spoken = [_spoken(document.raw, tuple(stretches)) for stretches in ranges.values()]
    apart = tuple(stretches for stretches in spoken if stretches)
    return apart if len({stretches.language for stretches in apart}) > 1 else ()


def _stated(document: Document, code: str) -> Stretches:
    """What no stretch is that is stated to be in another language."""
    others = [mark for mark in document.marks if mark.role == "language" and mark.value != code]
    edges = [0, *(edge for mark in others for edge in (mark.start, mark.end)), len(document.raw)]
    return Stretches(code, tuple(zip(edges[::2], edges[1::2], strict=True)))


def _spoken(raw: str, ranges: tuple[tuple[int, int], ...]) -> Stretches | None:
    """The stretches with their language, nothing where no organ speaks in them."""
    text = "\n".join(raw[start:end] for start, end in ranges)
    try:
        language = detect(text)
    except EcoanalysisError:
        return None
    formula = patterns(language).is_formula
    return Stretches(language, ranges) if any(formula(line.strip()) for line in text.splitlines()) else None


@dataclass(slots=True)
class _Run:
    wide: bool
    start: int
    lines: int


def _runs(raw: str) -> list[tuple[bool, int, int]]:
    """The stretches of a text in full-width and in other writing."""
    lines = [(match.start(), match[0]) for match in re.finditer(r"[^\n\r\f]+", raw)]
    telling = [(wide, place) for place, (_, line) in enumerate(lines) if (wide := _is_wide(line)) is not None]
    runs = list[_Run]()
    for wide, group in groupby(telling, key=lambda entry: entry[0]):
        places = [place for _, place in group]
        if runs and (len(places) < _FEWEST or runs[-1].wide == wide):
            runs[-1].lines += len(places) * (runs[-1].wide == wide)
        elif runs and runs[-1].lines < _FEWEST:
            runs[-1] = _Run(wide, runs[-1].start, len(places))  # the few lines above are of its head
        else:
            runs.append(_Run(wide, _head(raw, lines, places[0]) if runs else 0, len(places)))
    ends = [*(run.start for run in runs[1:]), len(raw)] if runs else []
    return [(run.wide, run.start, end) for run, end in zip(runs, ends, strict=True)]


def _head(raw: str, lines: Sequence[tuple[int, str]], place: int) -> int:
    """Where a stretch begins: with its page, or the symbol above its first line."""
    start = lines[place][0]
    for above in range(place - 1, max(place - _FEWEST, -1), -1):
        begin, line = lines[above]
        if _is_wide(line) is not None:
            break
        if PAGE_BREAK in raw[begin + len(line) : start]:
            return raw.rindex(PAGE_BREAK, 0, lines[place][0]) + 1
        if _SYMBOL.fullmatch(line.strip()):
            start = begin
    page = raw.rfind(PAGE_BREAK, 0, start)
    return page + 1 if page >= 0 and not raw[page + 1 : start].strip() else start


def _is_wide(line: str) -> bool | None:
    """Whether a line is in full-width writing; None where it has too few letters to tell."""
    letters = [char for char in line if char.isalpha()]
    wide = sum(map(is_wide, letters))
    if wide >= _LETTERS and wide >= _SHARE * len(letters):
        return True
    return False if len([word for word in line.split() if word[:1].isalpha()]) >= _WORDS else None
