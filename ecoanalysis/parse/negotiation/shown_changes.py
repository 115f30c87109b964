"""A draft printed with its changes: words struck out and words underlined beside them become marks.

Of the two one is read, the words of one side; the others stay in the raw text and belong to their mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ecoanalysis.errors import counted
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.model.resolution import Diagnostic, Resolution
from ecoanalysis.parse.negotiation.lifted_marks import LiftedMark
from ecoanalysis.parse.negotiation.marks_in_resolution import in_its_paragraph
from ecoanalysis.parse.text.folding import Folding
from ecoanalysis.parse.text.rewriting import rewrite

_KINDS = {"struck": "delete", "put_in": "add"}
_EXAMPLES = 3
_QUOTED = 40  # characters of an example
_SIGNS = ",;.:，；。："


@dataclass(frozen=True)
class ShownChanges:
    """A text without the words that are left out, and all that its page strikes out or underlines."""

    folding: Folding
    lifted: tuple[LiftedMark, ...]

    def restored(self, resolution: Resolution) -> Resolution:
        """Return what was read with its offsets in the text as printed, its marks, and what they come to."""
        resolution = self.folding.printed(resolution)
        marks = tuple(in_its_paragraph(lifted, resolution) for lifted in self.lifted)
        return replace(
            resolution,
            marks=tuple(sorted((*marks, *resolution.marks), key=lambda mark: (mark.start, mark.end))),
            diagnostics=(*self._summary(), *resolution.diagnostics),
            status=resolution.status or "draft",
        )

    def _summary(self) -> Iterator[Diagnostic]:
        struck = [mark for mark in self.lifted if mark.kind == "delete"]
        added = len(self.lifted) - len(struck)
        fate = "left out" if any(mark.cuts for mark in struck) else "read"
        other = "read" if fate == "left out" else "left out"
        quoted = ", ".join(f"“{mark.text[:_QUOTED]}{'…' * (len(mark.text) > _QUOTED)}”" for mark in struck[:_EXAMPLES])
        message = f"{counted(len(struck), 'passage')} struck out on the page, {fate}: {quoted}"
        message += " and so on" if struck[_EXAMPLES:] else ""
        message += f"; {added} underlined, {other}" if added else ""
        yield Diagnostic("warning", "struck-out", message, struck[0].start, struck[-1].end)


def lift_changes(document: Document) -> ShownChanges | None:
    """Return a text without the words that its format says are left out; None where no words are struck out.

    Examples
    --------
    >>> marks = Mark("struck", 0, 8, "left out"), Mark("put_in", 9, 14, "read")
    >>> shown = lift_changes(Document("Requests Urges a report.", "", "", "pdf", "en", marks))
    >>> shown.folding.document.raw, [(mark.kind, mark.text) for mark in shown.lifted]
    ('Urges a report.', [('delete', 'Requests'), ('add', 'Urges')])
    """
    stated = [mark for mark in document.marks if mark.role in _KINDS]
    if not stated:
        return None
    raw = document.raw
    lifted = [_lifted(group, raw) for group in _passages(stated, raw)]
    cuts = [_closed_up(raw, *cut) for mark in lifted for cut in mark.cuts]
    return ShownChanges(rewrite(document, cuts), tuple(lifted))


def _passages(marks: Sequence[Mark], raw: str) -> Iterator[list[Mark]]:
    """Marks of one kind between which only a line ends, together."""
    group: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if group and (mark.role != group[-1].role or raw[group[-1].end : mark.start].strip()):
            yield group
            group = []
        group.append(mark)
    yield group


def _lifted(group: Sequence[Mark], raw: str) -> LiftedMark:
    start, end = group[0].start, group[-1].end
    cuts = tuple((mark.start, mark.end) for mark in group if mark.value == "left out")
    return LiftedMark(_KINDS[group[0].role], start, end, " ".join(raw[start:end].split()), cuts)


def _closed_up(raw: str, start: int, end: int) -> tuple[int, int]:
    """A cut with the space beside it, where none is left to part, or that would stand before a sign."""
    before, behind = raw[start - 1 : start], raw[end : end + 1]
    if before == " " and (not behind or behind.isspace() or behind in _SIGNS):
        return start - 1, end
    return (start, end + 1) if behind == " " and (not before or before.isspace()) else (start, end)
