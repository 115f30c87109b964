"""Notes of a plain text whose marks stand in brackets, and which are listed behind it: ``[1] A/81/78.``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document, Mark

_LINE = re.compile(r"[^\S\n\r\f]*(?P<words>\S[^\n\r\f]*)")
_APART = re.compile(r"\n\s*\n|\r(?!\n)\s*\r(?!\n)")  # an empty line, whatever ends lines


def mark_bracketed_notes(document: Document) -> Document:
    """Return a document with marks of its bracketed notes, where it lists them at its end and the text calls each.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> raw = "The General Assembly,\\n\\n1. Notes the report;[1]\\n\\n2. Decides to go on.\\n\\n[1] A/81/78.\\n"
    >>> [(mark.role, raw[mark.start : mark.end]) for mark in mark_bracketed_notes(read_text(raw)).marks]
    [('mark', '[1]'), ('note', 'A/81/78.')]
    """
    if document.marks:
        return document
    notes = _listed(document)
    if not notes:
        return document
    called = [mark for mark in _called(document) if mark.end < notes[0].start]
    if not {note.value for note in notes} <= {mark.value for mark in called}:
        return document
    values = {note.value for note in notes}
    return replace(document, marks=(*(mark for mark in called if mark.value in values), *notes))


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
