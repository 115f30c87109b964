"""Folding around the extraction: patterns see signs in one form, and surfaces keep what is printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Passage, Resolution, Span

_P = TypeVar("_P", bound=Passage)


def fold_resolution(resolution: Resolution) -> Resolution:
    """Return a resolution with its passages folded; the same where nothing in it folds."""
    paragraphs = _folded(resolution.paragraphs, resolution.language)
    notes = _folded(resolution.footnotes, resolution.language)
    if paragraphs == resolution.paragraphs and notes == resolution.footnotes:
        return resolution
    return replace(resolution, paragraphs=paragraphs, footnotes=notes)


def _folded(passages: Sequence[_P], language: str) -> tuple[_P, ...]:
    out = []
    for passage in passages:
        folded = language_of(language).fold(passage.text)
        offsets = [passage.offsets[start] for start in folded.starts] if folded.changed else passage.offsets
        out.append(replace(passage, text=folded.text, offsets=offsets))
    return tuple(out)


def as_printed(facts: Facts, resolution: Resolution) -> Facts:
    """Return facts of a folded resolution with the words that the resolution prints."""
    if facts.resolution is resolution:
        return facts
    printed: Facts = _Printed([*resolution.paragraphs, *resolution.footnotes]).of(replace(facts, resolution=resolution))
    return printed


@dataclass(frozen=True)
class _Printed:
    """The words of a resolution by where they stand."""

    passages: Sequence[Passage]

    def of(self, value: Any) -> Any:
        """Return the same, with each surface and quote as printed, however deep."""
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if not is_dataclass(value) or isinstance(value, Resolution | type):
            return value
        parts = {part.name: self.of(getattr(value, part.name)) for part in fields(value)}
        span = parts.get("span") or (Span(parts["start"], parts["end"]) if "start" in parts else None)
        for name in ("surface", "quote"):
            if span and parts.get(name):
                parts[name] = self._words(span, parts[name])
        return replace(value, **parts)

    def _words(self, span: Span, words: str) -> str:
        for passage in self.passages:
            begin = bisect_left(passage.offsets, span.start)
            if begin < len(passage.offsets) and passage.offsets[begin] == span.start:
                return passage.text[begin : bisect_left(passage.offsets, span.end)]
        return words
