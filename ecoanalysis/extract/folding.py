"""Folding around the extraction: patterns see signs in one form, and surfaces keep what is printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Passage, Resolution, Span
from ecoanalysis.parse.text.cut_words import cut_words, may_be_cut, whole_words

_P = TypeVar("_P", bound=Passage)


def fold_resolution(resolution: Resolution) -> Resolution:
    """Return a resolution with its passages folded; the same where nothing in it folds."""
    document = resolution.document
    words = whole_words(document.raw) if may_be_cut(document) else None
    paragraphs = _folded(resolution.paragraphs, resolution.language, words)
    notes = _folded(resolution.footnotes, resolution.language, words)
    if paragraphs == resolution.paragraphs and notes == resolution.footnotes:
        return resolution
    return replace(resolution, paragraphs=paragraphs, footnotes=notes)


def _folded(passages: Sequence[_P], language: str, words: Collection[str] | None) -> tuple[_P, ...]:
    """Passages with their signs folded and, where a tool may have cut words, with the ``words`` of the text whole."""
    out = []
    for passage in passages:
        folded = language_of(language).fold(passage.text)
        offsets = [passage.offsets[start] for start in folded.starts] if folded.changed else passage.offsets
        text, cuts = folded.text, [] if words is None else [*cut_words(folded.text, language, words)]
        if cuts:
            spaces = {place for cut in cuts for place in range(*cut)}
            kept = [place for place in range(len(text)) if place not in spaces]
            text, offsets = "".join(text[place] for place in kept), [offsets[place] for place in kept]
        out.append(replace(passage, text=text, offsets=offsets))
    return tuple(out)


def as_printed(facts: Facts, resolution: Resolution) -> Facts:
    """Return facts of a folded resolution with the words that the resolution prints."""
    if facts.resolution is resolution:
        return facts
    passages = [*resolution.paragraphs, *resolution.footnotes]

    def printed(span: Span, words: str) -> str:
        for passage in passages:
            begin = bisect_right(passage.offsets, span.start) - 1  # behind the space that joins two lines there
            if begin >= 0 and passage.offsets[begin] == span.start:
                return passage.text[begin : bisect_left(passage.offsets, span.end)]
        return words

    whole: Facts = _worded(replace(facts, resolution=resolution), printed)
    return whole


def fold_facts(facts: Facts) -> Facts:
    """Return facts with all their words folded, as those of two editions are compared; spans stay."""
    resolution = fold_resolution(facts.resolution)
    if resolution is facts.resolution:
        return facts
    lexicon = language_of(resolution.language)
    whole: Facts = _worded(replace(facts, resolution=resolution), lambda _, words: lexicon.fold(words).text)
    return whole


def _worded(value: Any, words: Callable[[Span, str], str]) -> Any:
    """Return the same with each surface and quote in other words, told by its span, however deep."""
    if isinstance(value, tuple):
        return tuple(_worded(item, words) for item in value)
    if not is_dataclass(value) or isinstance(value, Resolution | type):
        return value
    parts = {part.name: _worded(getattr(value, part.name), words) for part in fields(value)}
    span = parts.get("span") or (Span(parts["start"], parts["end"]) if "start" in parts else None)
    for name in ("surface", "quote"):
        if span and parts.get(name):
            parts[name] = words(span, parts[name])
    return replace(value, **parts)
