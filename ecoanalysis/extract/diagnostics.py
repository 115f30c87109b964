"""What is odd once a resolution's facts are known: no verb in a paragraph, unknown verbs, days that no calendar has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ecoanalysis.extract.passages import fact_at
from ecoanalysis.model.facts import Clause, Fact
from ecoanalysis.model.resolution import Diagnostic, Resolution
from ecoanalysis.parse.head.dates import find_impossible_dates


def verbless_paragraphs(resolution: Resolution, clauses: Sequence[Clause]) -> Iterator[Diagnostic]:
    """Return paragraphs without a clause: older web texts have lost verbs (4. 联合国秘书处同…, whose 请 is gone)."""
    spoken = {clause.paragraph for clause in clauses}
    for paragraph in resolution.paragraphs:
        if paragraph.part in ("preamble", "operative") and paragraph.id not in spoken and not paragraph.is_point:
            message = f"paragraph {paragraph.id}: no verb of the organ was found"
            yield Diagnostic("warning", "verb-missing", message, paragraph.start, paragraph.end)


def unread_verbs(words: Iterable[Fact]) -> Iterator[Diagnostic]:
    """Return words that stand where a verb of the organ does, and are none that is known: they are not read."""
    for verb in words:
        message = f"{verb.surface}: stands where a verb of the organ does, and is none that is known"
        yield Diagnostic("warning", "verb-unknown", message, verb.start, verb.end)


def impossible_dates(resolution: Resolution) -> Iterator[Diagnostic]:
    """Return the dates that no calendar has."""
    for paragraph in resolution.paragraphs:
        for written in find_impossible_dates(paragraph.text, resolution.language):
            date = fact_at(paragraph, written.start, written.end)
            yield Diagnostic("warning", "no-such-date", f"{date.surface}: no day of the calendar", date.start, date.end)
