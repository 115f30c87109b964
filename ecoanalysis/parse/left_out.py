"""What a file states and nobody reads: one side of its tracked changes, its tables, words proposed beside its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ecoanalysis.errors import counted
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Diagnostic

_EXAMPLES = 3
_QUOTED = 60  # characters of what is quoted


def tracked_changes(document: Document) -> Iterator[Diagnostic]:
    """Say which side of the changes that a file tracks was read, how many they are and who made them.

    Examples
    --------
    >>> from ecoanalysis.model.document import Mark
    >>> marks = Mark("tracked", 0, 0, "deletion\\tleft out\\tAna"), Mark("tracked", 0, 0, "insertion\\tread\\tAna")
    >>> [said.message for said in tracked_changes(Document("", "", "", "docx", "en", marks))]
    ['2 tracked changes by Ana read as accepted: 1 deletion left out, 1 insertion read; the other side: --changes rejected']
    """  # noqa: E501
    changes = [mark.value.split("\t") for mark in document.marks if mark.role == "tracked"]
    if not changes:
        return
    names = [*dict.fromkeys(author for *_, author in changes if author)]
    by = f" by {', '.join(names[:_EXAMPLES])}" if names else ""
    by += f" and {len(names) - _EXAMPLES} more" if names[_EXAMPLES:] else ""
    accepted = changes[0][:2] in (["deletion", "left out"], ["insertion", "read"])
    side, other = ("accepted", "rejected") if accepted else ("rejected", "accepted")
    kinds = Counter((kind, fate) for kind, fate, _ in changes)
    fates = ", ".join(f"{counted(times, kind)} {fate}" for (kind, fate), times in sorted(kinds.items()))
    message = (
        f"{counted(len(changes), 'tracked change')}{by} read as {side}: {fates}; the other side: --changes {other}"
    )
    yield Diagnostic("warning", "tracked-changes", message, 0, 0)


def tables_left_out(document: Document) -> Iterator[Diagnostic]:
    """Say of each table that a format states, and lays aside, that it is left out.

    Examples
    --------
    >>> from ecoanalysis.model.document import Mark
    >>> marks = Mark("furniture", 0, 6, "table"), Mark("furniture", 7, 12, "table")
    >>> [said.message for said in tables_left_out(Document("Lake 1\\nSea 2", "", "", "html", "en", marks))]
    ['a table is no paragraph, and is left out: “Lake 1 Sea 2”']
    """
    marks = [mark for mark in document.marks if mark.role in ("furniture", "text")]
    for of_table, rows in groupby(marks, key=lambda mark: mark.role == "furniture" and mark.value == "table"):
        run = [*rows] if of_table else []
        if run:
            words = " ".join(" ".join(document.raw[mark.start : mark.end].split()) for mark in run)
            message = f"a table is no paragraph, and is left out: {_quoted(words)}"
            yield Diagnostic("info", "table-left-out", message, run[0].start, run[-1].end)


def insertions_left_out(document: Document) -> Iterator[Diagnostic]:
    """Say which words a reader of a file proposes beside its text, which are not read.

    Examples
    --------
    >>> from ecoanalysis.model.document import Mark
    >>> [said.message for said in insertions_left_out(Document("", "", "", "pdf", "en", (Mark("insertion", 9, 9, "all"),)))]
    ['1 insertion beside the text, not read: “all”']
    """  # noqa: E501
    marks = [mark for mark in document.marks if mark.role == "insertion"]
    if marks:
        words = ", ".join(_quoted(" ".join(mark.value.split())) for mark in marks[:_EXAMPLES])
        more = " and so on" if marks[_EXAMPLES:] else ""
        message = f"{counted(len(marks), 'insertion')} beside the text, not read: {words}{more}"
        yield Diagnostic("warning", "insertion-not-read", message, marks[0].start, marks[0].start)


def _quoted(text: str) -> str:
    return f"“{text[:_QUOTED]}…”" if len(text) > _QUOTED else f"“{text}”"
