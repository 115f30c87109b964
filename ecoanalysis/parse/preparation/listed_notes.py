"""Notes that a plain text without pages lists at its end: in brackets, ``[1] A/81/78.``, or with an asterisk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.parse.layout.paged_text import PAGE_BREAK
from ecoanalysis.parse.patterns import patterns

_LINE = re.compile(r"(?P<words>\S[^\n\r\f]*)")  # from its first sign
_APART = re.compile(r"\n\s*\n|\r(?!\n)\s*\r(?!\n)")  # an empty line, whatever ends lines
_STARRED = re.compile(r"(?P<stars>\*{1,3})\s*(?=[^\s*])")
_STAR = re.compile(r"(?<=[^\s*])\*{1,3}(?!\*)")


def mark_listed_notes(document: Document) -> Document:
    """Return a document with marks of the notes listed at its end, where the text calls them.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> raw = "The General Assembly,\\n\\n1. Notes the report;[1]\\n\\n2. Decides to go on.\\n\\n[1] A/81/78.\\n"
    >>> [(mark.role, raw[mark.start : mark.end]) for mark in mark_listed_notes(read_text(raw)).marks]
    [('mark', '[1]'), ('note', 'A/81/78.')]
    """
    if document.marks or PAGE_BREAK in document.raw.rstrip():
        return document  # pages have their notes at their feet
    marks = _bracketed(document) or _starred(document)
    return replace(document, marks=tuple(marks)) if marks else document


def _bracketed(document: Document) -> list[Mark]:
    """The notes in brackets and their marks, where the text calls each that it lists."""
    notes = _listed(document)
    values = {note.value for note in notes}
    called = [mark for mark in _called(document) if mark.value in values and mark.end < notes[0].start]
    return [*called, *notes] if values <= {mark.value for mark in called} else []


def _starred(document: Document) -> list[Mark]:
    """The last paragraph, where it explains an asterisk of the head: on whose behalf a sponsor speaks."""
    lines = [*_LINE.finditer(document.raw)]
    is_formula = patterns(document.language).is_formula
    head = next((document.raw[: line.start()] for line in lines if is_formula(line["words"])), "")
    begun = next((line for line in reversed(lines) if _STARRED.match(line["words"])), None)
    if begun is None or begun.start() < len(head):
        return []
    note = _STARRED.match(document.raw, begun.start("words"))
    end = len(document.raw.rstrip())
    if not note or _APART.search(document.raw[note.end() : end]) or note["stars"] not in _STAR.findall(head):
        return []
    return [Mark("note", note.end(), end, note["stars"])]


def _listed(document: Document) -> list[Mark]:
    """The notes that end a text: their labels rise by one, and each goes on to the next label."""
    label = language_of(document.language).compiled("structure", "notes", "bracketed")
    notes: list[Mark] = []
    end = len(document.raw.rstrip())
    for line in reversed([*_LINE.finditer(document.raw)]):
        labelled = label.match(line["words"])
        if not labelled:
            continue
        begin = line.start("words") + labelled.end()
        words = document.raw[begin:end].strip()
        due = not notes or _order(labelled["number"]) + 1 == _order(notes[0].value)
        if not words or _APART.search(words) or not due:
            break
        notes.insert(0, Mark("note", document.raw.index(words, begin), end, labelled["number"]))
        end = len(document.raw[: line.start()].rstrip())
    return notes if notes and _order(notes[0].value) == 1 else []


def _called(document: Document) -> Iterator[Mark]:
    form = language_of(document.language).compiled("structure", "notes", "called")
    for match in form.finditer(document.raw):
        yield Mark("mark", *match.span(), match["number"])


def _order(value: str) -> int:
    return int(value) if value.isdecimal() else ord(value) - ord("a") + 1
