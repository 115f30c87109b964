"""Folding around the parser: it reads signs in one form, and what it returns is as printed, at its raw offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.folding import Folded
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.model.resolution import Footnote, Passage, Resolution
from ecoanalysis.parse.text.hyphens import SET_HYPHEN

_SETTERS = "\u2010"
_SET = re.compile(rf"{_SETTERS}[ \t]*(?=[\r\n])")


@dataclass(frozen=True, slots=True)
class Folding:
    """A document as it is read, ``document`` its folded form, with the way back."""

    source: Document
    document: Document
    folded: Folded

    def printed(self, resolution: Resolution) -> Resolution:
        """Return what was read in the folded text as the source prints it, all offsets in the raw text."""
        resolution = replace(resolution, document=self.source)
        if not self.folded.changed:
            return resolution
        whole: Resolution = self._back(resolution)
        return replace(whole, footnotes=tuple(_placed(note, whole) for note in whole.footnotes))

    def _back(self, value: Any) -> Any:
        """The same with every passage as printed and every span in the raw text, however deep."""
        if isinstance(value, tuple):
            return tuple(map(self._back, value))
        if not is_dataclass(value) or isinstance(value, Document | type):
            return value
        parts = {part.name: self._back(getattr(value, part.name)) for part in fields(value)}
        if isinstance(value, Passage):
            parts["text"], parts["offsets"] = self.folded.printed(value.text, value.offsets)
        elif "start" in parts and "end" in parts:
            parts["start"], parts["end"] = self.folded.span(parts["start"], parts["end"])
        return replace(value, **parts)


def as_it_is(document: Document) -> Folding:
    """Return a document of which nothing is changed, as a step of those that change one.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> as_it_is(read_text("Notes the lake;")).folded.changed
    False
    """
    return Folding(document, document, language_of(document.language).fold(""))


def fold_document(document: Document) -> Folding:
    """Return a document with its signs folded, and its marks moved along.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> fold_document(read_text("⼤会，\\n")).document.raw
    '大会，\\n'
    """
    folded = language_of(document.language).fold(_cut(document.raw))
    folded = replace(folded, source=document.raw)
    if not folded.changed:
        return Folding(document, document, folded)
    marks = tuple(moved(mark, folded) for mark in document.marks)
    return Folding(document, replace(document, raw=folded.text, marks=marks), folded)


def _cut(raw: str) -> str:
    """A text with signs for the hyphens that its setter put in: a sign of theirs stands at lines' ends alone."""
    ends = len(_SET.findall(raw))
    return raw.replace(_SETTERS, SET_HYPHEN) if ends and ends == raw.count(_SETTERS) else raw


def moved(mark: Mark, folded: Folded) -> Mark:
    """Return a mark at its place in the folded text."""
    start, end = (bisect_left(folded.starts, offset) for offset in (mark.start, mark.end))
    return replace(mark, start=start, end=end)


def _placed(note: Footnote, resolution: Resolution) -> Footnote:
    """The note with its position in the paragraph as printed."""
    if note.position is None or note.mark is None or note.paragraph is None:
        return note
    return replace(note, position=bisect_left(resolution.paragraph(note.paragraph).offsets, note.mark.start))
