"""Back in the resolution: its paragraphs get the ids of their labels, and its marks the paragraphs they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ecoanalysis.model.resolution import Diagnostic, DraftMark, Paragraph, Resolution
from ecoanalysis.parse.negotiation.delegations import DelegationNames
from ecoanalysis.parse.negotiation.lifted_marks import CHOICE, Label, LiftedMark

_LEFT = re.compile(
    r"[\[\]{}<>|~〔〕［］【】〖〗｛｝⟦⟧⟨⟩]|//|\+\+|--|^[A-Z]{1,2}\W{0,2}\d+\b|^\d+\)"
)  # signs that no paragraph's words have
_DASH = re.compile(r"[–—-]\s*")
_COLONS, _DASHES, _ENDS = ":：", "–—-", ",;.，；。、–—-"
_SPEAKING = re.compile(r"\w\s?(?:[:：](?=\s?\w)|=|→|->)")


def with_ids_of_labels(resolution: Resolution, labels: Sequence[Label]) -> Resolution:
    """The resolution with the ids and the parts that its labels give."""
    if not labels:
        return resolution
    renamed: dict[str, str] = {}
    paragraphs: list[Paragraph] = []
    for paragraph in resolution.paragraphs:
        label = _label_of(paragraph, labels)
        taken = label is not None and label.id in renamed.values()
        if label and not taken and not paragraph.is_point and paragraph.part in ("preamble", "operative"):
            renamed[paragraph.id] = label.id
            number = str(label.number) if label.printed else None
            part: Any = "preamble" if label.preamble else "operative"
            paragraphs.append(replace(paragraph, id=label.id, part=part, number=number))
        elif paragraph.is_point and (root := paragraph.id.split(".")[0]) in renamed:
            renamed[paragraph.id] = f"{renamed[root]}{paragraph.id[len(root) :]}"
            paragraphs.append(replace(paragraph, id=renamed[paragraph.id]))
        else:
            paragraphs.append(paragraph)
    notes = tuple(
        replace(note, paragraph=renamed.get(note.paragraph or "", note.paragraph)) for note in resolution.footnotes
    )
    return replace(resolution, paragraphs=tuple(_unique(paragraphs)), footnotes=notes)


def marks_left(resolution: Resolution) -> Iterator[Diagnostic]:
    """Paragraphs whose words hold signs that none has: a mark of a form that is not known."""
    for paragraph in resolution.paragraphs:
        sign = _LEFT.search(paragraph.text)
        place = sign.start() if sign else _delegation_left(paragraph.text, resolution.language)
        if place is not None:
            quoted = paragraph.text[place:][:40]
            message = f"paragraph {paragraph.id}: “{quoted}” looks like a mark, and is read as words"
            yield Diagnostic("warning", "mark-left", message, paragraph.offsets[place], paragraph.end)


def _delegation_left(text: str, language: str) -> int | None:
    """Where a delegation is named as in a mark: behind a dash at a sentence's or its part's end, or before a colon."""
    names = DelegationNames(text, language)
    behind = (match.end() for match in _DASH.finditer(text))
    for start in sorted({*names.ends, *behind}):
        end = names.end(start) or start
        if end == start or not names.is_delegation(start, end):
            continue
        before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
        if after in tuple(_COLONS) or (before in tuple(_DASHES) and (not after or after in _ENDS)):
            return start
    return None


def not_understood(marks: Sequence[DraftMark]) -> Iterator[Diagnostic]:
    """Brackets whose words are read though a sign stands among them that parts who speaks from what is proposed."""
    for mark in marks:
        if mark.kind == "bracket" and not mark.proposer and len(mark.text) <= CHOICE and _SPEAKING.search(mark.text):
            message = f"the bracket “{mark.text[:40]}” is not understood; see what is read of it"
            yield Diagnostic("warning", "mark-left", message, mark.start, mark.end)


def _label_of(paragraph: Paragraph, labels: Sequence[Label]) -> Label | None:
    """The label that a paragraph stands behind; a paragraph without one stands behind another's paragraph."""
    before = [label for label in labels if label.end <= paragraph.start]
    return before[-1] if before else None


def _unique(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    used: dict[str, int] = {}
    for paragraph in paragraphs:
        times = used[paragraph.id] = used.get(paragraph.id, 0) + 1
        yield replace(paragraph, id=f"{paragraph.id}~{times}") if times > 1 else paragraph


def in_its_paragraph(lifted: LiftedMark, resolution: Resolution) -> DraftMark:
    """The mark with the paragraph that it stands in, or before."""
    standing = [each for each in resolution.paragraphs if each.part not in ("title", "closing")]
    inside = [each for each in standing if each.start < lifted.end and lifted.start < each.end]
    behind = [each for each in standing if each.start >= lifted.end]
    before = [each for each in standing if each.end <= lifted.start]
    raw = resolution.document.raw
    leads = behind and (lifted.kind == "label" or "\n" not in raw[lifted.end : behind[0].start])
    near = inside[:1] or (behind[:1] if leads or not before else before[-1:])
    paragraph = near[0].id if near else None
    text = near[0].text if near and lifted.about == "paragraph" else lifted.text
    return DraftMark(lifted.kind, lifted.proposer, lifted.status, paragraph, lifted.start, lifted.end, text)
