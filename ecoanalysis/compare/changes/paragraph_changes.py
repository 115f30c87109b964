"""Linked paragraphs → what became of them as wholes: identical, reworded, split, merged, promoted, demoted, moved."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from ecoanalysis.compare.links.aligned_paragraphs import Group, longest_run
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Base, Change, Evidence, Modifier
from ecoanalysis.model.edition import Edition, EditionParagraph

_SAME = 0.60  # similarity from which a paragraph is said to have gone from one part to the other


def base_of(before: Sequence[EditionParagraph], after: Sequence[EditionParagraph]) -> Base:
    """Return whether linked paragraphs are identical, have other slots alone, or are reworded."""
    if len(before) == len(after) == 1:
        if before[0].words == after[0].words:
            return "identical"
        if before[0].slotless == after[0].slotless:
            return "slot_update"
    return "reworded"


def find_shapes(
    before: Sequence[EditionParagraph], after: Sequence[EditionParagraph], similarity: float, moved: bool, language: str
) -> list[Change]:
    """Return how the paragraphs of a link stand otherwise: split, merged, in the other part, moved."""
    old = Evidence(before[0].text, before[0].start, before[-1].end)
    new = Evidence(after[0].text, after[0].start, after[-1].end)
    left, come = {paragraph.part for paragraph in before}, {paragraph.part for paragraph in after}
    alike = similarity >= _SAME
    shapes: tuple[tuple[Modifier, bool], ...] = (
        ("split", len(after) > 1),
        ("merged", len(before) > 1),
        ("promoted", alike and left == {"preamble"} and come == {"operative"}),
        (
            "demoted",
            alike and left == {"operative"} and come == {"preamble"} and not _stays(before[-1], after[-1], language),
        ),
        ("moved", moved),
    )
    return [Change(type, old, new) for type, holds in shapes if holds]


def _stays(before: EditionParagraph, after: EditionParagraph, language: str) -> bool:
    """Whether a paragraph lost only its number: both close with one mark, or open with one form of the verb.

    Where words touch, a verb has but one form, and tells nothing.
    """
    if before.text and after.text and before.text[-1:] == after.text[-1:]:
        return True
    verbs = [each.provisions[0].clause.verb.surface for each in (before, after) if each.provisions]
    return len(verbs) == 2 and verbs[0] == verbs[1] and not language_of(language).words_touch


def similarity_of(before: Sequence[EditionParagraph], after: Sequence[EditionParagraph], language: str) -> float:
    """Return the share of the words of both sides that stand in both, in one order, slots left out."""
    old = [word for paragraph in before for word in paragraph.shingles]
    new = [word for paragraph in after for word in paragraph.shingles]
    equal = [code for code in Indel.opcodes(old, new) if code.tag == "equal"]
    kept = sum(code.src_end - code.src_start for code in equal)
    alike = 2 * kept / max(1, len(old) + len(new))
    return round(min(1.0, alike), 4)


def find_moved(groups: Sequence[Group], old: Edition, new: Edition) -> frozenset[int]:
    """Return links outside the longest run in one order, part by part; of equal runs the one of most characters."""
    outside: set[int] = set()
    for part in dict.fromkeys(paragraph.part for paragraph in old.paragraphs):
        linked = sorted(
            (group.old[0], group.new[0], number)
            for number, group in enumerate(groups)
            if group.old and group.new
            if old.paragraphs[group.old[0]].part == new.paragraphs[group.new[0]].part == part
        )
        weights = [old.paragraphs[before].characters + new.paragraphs[after].characters for before, after, _ in linked]
        run = set(longest_run([after for _, after, _ in linked], [float(weight) for weight in weights]))
        outside |= {number for position, (_, _, number) in enumerate(linked) if position not in run}
    return frozenset(outside)
