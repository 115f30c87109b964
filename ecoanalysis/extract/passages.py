"""Ranges of a passage's text as facts, which count the raw text's characters."""

from __future__ import annotations

from collections.abc import Iterable

from ecoanalysis.model.facts import Fact
from ecoanalysis.model.resolution import Paragraph, Passage, Resolution


def with_clauses(resolution: Resolution) -> list[Paragraph]:
    """Return the paragraphs in which an organ speaks."""
    return [paragraph for paragraph in resolution.paragraphs if speaks(paragraph)]


def speaks(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is of a part in which an organ speaks."""
    return paragraph.part in ("preamble", "operative", "annex")


def fact_at(passage: Passage, start: int, end: int) -> Fact:
    """Return a range of a passage's text as a fact."""
    span = passage.raw(start, end)
    return Fact(span.start, span.end, passage.text[start:end])


def facts_at(passage: Passage, ranges: Iterable[tuple[int, int]]) -> tuple[Fact, ...]:
    """Return ranges of a passage's text as facts."""
    return tuple(fact_at(passage, start, end) for start, end in ranges)
