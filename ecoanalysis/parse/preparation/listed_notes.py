"""Notes that a plain text without pages lists at its end: in brackets, ``[1] A/81/78.``, or with an asterisk."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from unicodedata import normalize

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.parse.layout.paged_text.text_lines import PAGE_BREAK
from ecoanalysis.parse.patterns import patterns

_LINE = re.compile(r"(?P<words>\S[^\n\r\f]*)")  # from its first sign
_APART = re.compile(r"\n\s*\n|\r(?!\n)\s*\r(?!\n)")  # an empty line, whatever ends lines
_STARRED = re.compile(r"(?P<stars>\*{1,3})\s*(?=[^\s*])")
# 1. 1/ (1); not the number of a page, 1/2
_COUNT = re.compile(r"(?:(?P<number>\d{1,3})[.．/]?[ \t]+|[(（](?P<round>\d{1,3})[)）][ \t]*)(?=\S)")
_CALLED = (
    r"(?:(?<=[^\W\d_])|(?<=[,;:，。；：、》”)\]])){0}(?=[\s,;.，。；：、)”]|[^\W\d_a-z]|$)"  # set solid behind a word
    r"|(?<=\S[ \t]){0}/(?=[\s,;.，。；：、)”]|$)"  # or apart from it, and a slash behind it
)
_HEADING = 24  # characters of a heading of notes
_SQUARE = tuple("[［〔.")  # .. [1]
_ROUND = "(（"
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
    marks = _bracketed(document) or _raised(document) or _starred(document) or _counted(document)
    return replace(document, marks=tuple(marks)) if marks else document


@dataclass(frozen=True, slots=True)
class _List:
    """The notes that a text lists, and where its first label begins."""

    notes: list[Mark]
    start: int

    @property
    def values(self) -> set[str]:
        return {note.value for note in self.notes}

    def called_in(self, document: Document, *forms: str) -> list[Mark]:
        """The marks before the list, of the forms that the lexicon has, which call a note of it."""
        marks = {}
        for form in forms:
            for match in language_of(document.language).compiled("structure", "notes", form).finditer(document.raw):
                value = normalize("NFKC", match["number"])
                if value in self.values and match.end() <= self.start:
                    marks[match.start()] = Mark("mark", *match.span(), value)
        return [marks[start] for start in sorted(marks)]


def _bracketed(document: Document) -> list[Mark]:
    """The notes in brackets and their marks, where the text calls each that it lists, or most in square brackets."""
    listed = _listed(document, "bracketed")
    square = document.raw[listed.start : listed.start + 1] in _SQUARE
    called = listed.called_in(document, "called", *(["called_square"] if square else []))
    lost = len(listed.values - {mark.value for mark in called})
    return [*called, *listed.notes] if not lost or (square and lost * 2 <= len(listed.values)) else []


def _raised(document: Document) -> list[Mark]:
    """The notes of marks that are raised, where the text calls each that it lists."""
    listed = _listed(document, "raised")
    called = listed.called_in(document, "called_raised")
    return [*called, *listed.notes] if listed.values == {mark.value for mark in called} else []


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


def _counted(document: Document) -> list[Mark]:
    """The notes behind the closing, counted from one on by figures alone or with a stop; most of them are called.

    An annex counts its paragraphs likewise: behind its head are none.
    """
    closing, annex = patterns(document.language).closing, patterns(document.language).annex
    lines = [*_LINE.finditer(document.raw)]
    last = next((row for row in range(len(lines) - 1, 0, -1) if closing.fullmatch(lines[row]["words"].strip())), None)
    if last is None:
        return []
    notes, end = list[Mark](), lines[last].end()
    for line in lines[last + 1 :]:
        number, apart = _COUNT.match(line["words"]), _APART.search(document.raw, end, line.start())
        value = (number["number"] or number["round"]) if number else ""
        if number and int(value) == len(notes) + 1:
            notes.append(Mark("note", line.start() + number.end(), len(line["words"].rstrip()) + line.start(), value))
        elif notes and not apart:
            notes[-1] = replace(notes[-1], end=line.start() + len(line["words"].rstrip()))
        elif notes or len(line["words"]) > _HEADING or annex.match(line["words"]):
            break
        end = line.end()
    above = document.raw[: lines[last].start()]
    called = [note for note in notes if re.search(_CALLED.format(note.value), above)]
    return notes if len(called) * 2 > len(notes) else []


def _listed(document: Document, form: str) -> _List:
    """The notes that end a text: their labels rise by one, and each goes on to the next label.

    Behind the last, a page of the web may have lines of its own.
    """
    label = language_of(document.language).compiled("structure", "notes", form)
    notes: list[Mark] = []
    end = first = len(document.raw.rstrip())
    for line in reversed([*_LINE.finditer(document.raw)]):
        labelled = label.match(line["words"])
        if not labelled:
            continue
        value = normalize("NFKC", next(group for group in labelled.groups() if group))
        begin = line.start("words") + labelled.end()
        apart = _APART.search(document.raw, begin + 1, end)
        if apart and not notes and value.isdecimal() and labelled[0][0] not in _ROUND:
            end = apart.start()
        words = document.raw[begin:end].strip()
        due = not notes or _order(value) + 1 == _order(notes[0].value)
        if not words or _APART.search(words) or not due:
            break
        first = line.start("words")
        notes.insert(0, Mark("note", document.raw.index(words, begin), end, value))
        if begin == line.end():  # the label stands alone
            notes.insert(0, Mark("note", first, begin, value))
        end = len(document.raw[:first].rstrip())
    return _List(notes, first) if notes and _order(notes[0].value) == 1 else _List([], first)


def _order(value: str) -> int:
    return int(value) if value.isdecimal() else ord(value) - ord("a") + 1
