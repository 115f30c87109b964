"""Two editions → links and typed changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Base, Change, Comparison, Evidence, Link, Modifier

if TYPE_CHECKING:
    from ecoanalysis.compare.align import Group
    from ecoanalysis.compare.naming import Naming
    from ecoanalysis.compare.still_standing import Standing
    from ecoanalysis.model.edition import Edition, EditionParagraph

__all__ = ["compare_editions"]

_SAME = 0.60  # similarity from which a paragraph is said to have gone from one part to the other
SUBSTANTIVE = frozenset({"reworded", "new", "dropped"})


def compare_editions(old: Edition, new: Edition) -> Comparison:
    """Return how two editions of a resolution differ: every paragraph of both that is compared in exactly one link.

    Where one of them is a part of a text, what the other has beyond it is neither dropped nor new, and not compared.

    Links come in the order of the new edition; what was dropped stands where it stood in the old one, behind the
    link of the paragraph before it. Each link has one base type and any modifiers (codebook, Editions).

    Raises
    ------
    ComparisonError
        Where the two are in different languages.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> from ecoanalysis.compare.edition import to_edition
    >>> edition = to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> {link.base for link in compare_editions(edition, edition).links}
    {'identical'}
    >>> model = eco.open_corpus("model")
    >>> old, new = (to_edition(model.edition(symbol, "en")) for symbol in model.editions())
    >>> [link.old for link in compare_editions(old, new).links if "moved" in link.types or "dropped" in link.types]
    [('P9',), ('15',)]
    """
    from ecoanalysis.compare.align import align
    from ecoanalysis.compare.naming import Naming
    from ecoanalysis.compare.still_standing import standing_in
    from ecoanalysis.errors import ComparisonError

    if old.language != new.language:
        raise ComparisonError(
            f"{old.symbol or 'OLD'} is in {old.language} and {new.symbol or 'NEW'} in {new.language}: "
            "compare two editions in one language"
        )
    aligned = align(old.paragraphs, new.paragraphs, new.language)
    groups = [
        group for group in aligned if not _beyond(group, old, new) and not _behind_the_end(group, aligned, old, new)
    ]
    moved = _moved(groups, old, new)
    standing = standing_in(new.paragraphs, new.language)
    naming = Naming.of(old.paragraphs, new.paragraphs, new.language)
    links = [_link(group, old, new, number in moved, standing, naming) for number, group in enumerate(groups)]
    order = sorted(range(len(links)), key=lambda number: _place(groups[number], groups))
    return Comparison(old, new, tuple(links[number] for number in order))


def _beyond(group: Group, old: Edition, new: Edition) -> bool:
    """Whether paragraphs without a partner stand in a part of the text that the other edition does not hold."""
    if group.new:
        return not group.old and all(new.paragraphs[number].part in old.lacks for number in group.new)
    return all(old.paragraphs[number].part in new.lacks for number in group.old)


def _behind_the_end(group: Group, groups: Sequence[Group], old: Edition, new: Edition) -> bool:
    """Whether paragraphs without a partner stand behind the last one that the other text holds, which stops there."""
    linked = [each for each in groups if each.old and each.new]
    if (group.old and group.new) or not linked:
        return False
    if group.old:
        return new.stops and min(group.old) > max(number for each in linked for number in each.old)
    return old.stops and min(group.new) > max(number for each in linked for number in each.new)


def is_substantive(link: Link) -> bool:
    """Return whether a link changes what is asked, or in which words: not slots, numbers or places alone."""
    return link.base in SUBSTANTIVE or any(change.type != "moved" for change in link.changes)


def _link(group: Group, old: Edition, new: Edition, moved: bool, standing: Standing, naming: Naming) -> Link:
    from ecoanalysis.compare.changes import find_answers, find_changes
    from ecoanalysis.compare.matching import match_clauses
    from ecoanalysis.compare.wording import only_names

    before = [old.paragraphs[number] for number in group.old]
    after = [new.paragraphs[number] for number in group.new]
    names = tuple(paragraph.id for paragraph in before), tuple(paragraph.id for paragraph in after)
    if not before or not after:
        lone = tuple((None, provision) for paragraph in after for provision in paragraph.provisions)
        gone = tuple((provision, None) for paragraph in before for provision in paragraph.provisions)
        answers = tuple(find_answers(before, standing, new.language))
        return Link(*names, "new" if after else "dropped", None, answers, (*gone, *lone))
    base = _base(before, after)
    pairs = match_clauses(before, after, new.language)
    similarity = _similarity(before, after, new.language)
    changes = list(_shape(before, after, similarity, moved, new.language))
    if base == "reworded" or [side.part for side in before] != [side.part for side in after]:
        of_clauses = list(find_changes(before, after, pairs, standing, naming, new.language))
        if not (changes or of_clauses) and only_names(before, after, naming, new.language):
            base = "slot_update"
        changes += of_clauses
    return Link(*names, base, similarity, tuple(changes), tuple(pairs))


def _base(before: Sequence[EditionParagraph], after: Sequence[EditionParagraph]) -> Base:
    if len(before) == len(after) == 1:
        if before[0].words == after[0].words:
            return "identical"
        if before[0].slotless == after[0].slotless:
            return "slot_update"
    return "reworded"


def _shape(
    before: Sequence[EditionParagraph], after: Sequence[EditionParagraph], similarity: float, moved: bool, language: str
) -> list[Change]:
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


def _similarity(before: Sequence[EditionParagraph], after: Sequence[EditionParagraph], language: str) -> float:
    """The share of the words of both sides that stand in both, in one order, slots left out."""
    from rapidfuzz.distance import Indel

    old = [word for paragraph in before for word in paragraph.shingles]
    new = [word for paragraph in after for word in paragraph.shingles]
    equal = [code for code in Indel.opcodes(old, new) if code.tag == "equal"]
    kept = sum(code.src_end - code.src_start for code in equal)
    alike = 2 * kept / max(1, len(old) + len(new))
    return round(min(1.0, alike), 4)


def _moved(groups: Sequence[Group], old: Edition, new: Edition) -> frozenset[int]:
    """Links outside the longest run in one order, part by part; of equally long runs the one of most characters."""
    from ecoanalysis.compare.align import longest_run

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


def _place(group: Group, groups: Sequence[Group]) -> tuple[int, int, int]:
    """Where a link is shown: at its new paragraph; a dropped one behind the link of the paragraph before it."""
    if group.new:
        return group.new[0], 0, 0
    before = [other for other in groups if other.new and other.old and other.old[0] < group.old[0]]
    nearest = max(before, key=lambda other: other.old[0], default=None)
    return (nearest.new[0] if nearest else -1), 1, group.old[0]
