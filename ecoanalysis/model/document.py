"""The document: bytes received, the raw text read from them, and what their format states about that text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from ecoanalysis.model.shape import Constraint, Means

Language = Annotated[str, Constraint("^[a-z]{2,3}$")]
"""A language of texts, as its code (ISO 639-1): a folder of the lexicon."""

Sha256 = Annotated[str, Constraint("^[0-9a-f]{64}$", wanted="SHA-256 in lower-case hexadecimal digits")]

Role = Literal[
    "item",  # one resolution of a collection; value: its letter
    "language",  # a stretch in a language of its own, beside the same in another; value: its code
    "symbol",  # the symbol or number as printed
    "title",
    "organ",  # the organ's name that opens the resolution (大会， / The General Assembly,)
    "preambular",  # one preambular paragraph
    "operative",  # one numbered paragraph; value: its printed number
    "point",  # one point below a paragraph; value: its printed number; level: 1 for (a), 2 for (i)
    "heading",  # value: its number where it has one
    "annex",  # where an annex begins; value: its number where it has one
    "closing",  # date and meeting
    "text",  # anything else that is printed and is no paragraph (header, table, list of sponsors)
    "paragraph",  # a printed paragraph of whatever kind: where it begins and ends is stated, not what it is
    "furniture",  # what belongs to the page and not to the text: running head, page number
    "note",  # a footnote itself; value: its number
    "mark",  # a footnote's mark in the text; value: its number
    "link",  # text that leads somewhere; value: the address
    "struck",  # words that the page strikes out; value: whether they are "read" or "left out"
    "put_in",  # words that it underlines beside words struck out; value likewise
    "tracked",  # a change that the file tracks; value: "deletion" or "insertion", "read" or "left out", its authors,
    # separated by tabs
    "insertion",  # a place where a reader of the page proposes words, which are not read; value: the words
    "opening",  # the opening phrase that the source sets apart (a measure for us, never an input)
    "adopted_on",  # value: ISO date
    "meeting",
    "agenda_item",
    "draft",  # value: the draft's symbol
    "sponsors",  # value: the names, separated by "; "
    "vote",  # value: "mode yes no abstain", e.g. "recorded 120 4 30", or "without"
    "ballot",  # how one State voted; value: "yes", "no" or "abstain", a tab, its name as written
    "committee",  # value: C1 … C6 or plenary
    "subject",  # value: scheme, id and label, separated by tabs
]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a format states about a span of the raw text; metadata has an empty span."""

    role: Role
    start: int
    end: int
    value: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file as received: its raw text and the marks of its format (none for plain text).

    ``raw`` is the reader's text, unchanged; every offset anywhere in the package counts its Unicode code points.
    """

    raw: str
    sha256: Annotated[Sha256, Means("SHA-256 of the file's bytes", "文件字节的 SHA-256")]
    path: Annotated[str, Means("where the file was read", "文件路径")]
    format: Annotated[str, Means("format of the file", "文件格式")]
    language: Annotated[Language, Means("language of the text, ISO 639-1", "文本语言（ISO 639-1）")]
    marks: tuple[Mark, ...] = ()
