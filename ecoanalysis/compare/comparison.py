"""Two editions → links and typed changes, in the order of the later one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ecoanalysis.model.comparison import Comparison, Link

if TYPE_CHECKING:
    from ecoanalysis.compare.links.aligned_paragraphs import Group
    from ecoanalysis.compare.two_editions.naming import Naming
    from ecoanalysis.compare.two_editions.still_standing import Standing
    from ecoanalysis.model.edition import Edition

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
    >>> from ecoanalysis.compare.fingerprints.edition import to_edition
    >>> edition = to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> {link.base for link in compare_editions(edition, edition).links}
    {'identical'}
    >>> model = eco.open_corpus("model")
    >>> old, new = (to_edition(model.edition(symbol, "en")) for symbol in model.editions())
    >>> [link.old for link in compare_editions(old, new).links if "moved" in link.types or "dropped" in link.types]
    [('P9',), ('15',)]
    """
    from ecoanalysis.compare.changes.paragraph_changes import find_moved
    from ecoanalysis.compare.links.aligned_paragraphs import align
    from ecoanalysis.compare.two_editions.naming import Naming
    from ecoanalysis.compare.two_editions.still_standing import standing_in
    from ecoanalysis.errors import ComparisonError

    if old.language != new.language:
        raise ComparisonError(
            f"{old.symbol or 'OLD'} is in {old.language} and {new.symbol or 'NEW'} in {new.language}: "
            "compare two editions in one language"
        )
    aligned = align(old.paragraphs, new.paragraphs, new.language, old.symbol)
    groups = [
        group for group in aligned if not _beyond(group, old, new) and not _behind_the_end(group, aligned, old, new)
    ]
    moved = find_moved(groups, old, new)
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
    from ecoanalysis.compare.changes.clause_changes import find_answers, find_changes
    from ecoanalysis.compare.changes.paragraph_changes import base_of, find_shapes, similarity_of
    from ecoanalysis.compare.changes.wording import only_names
    from ecoanalysis.compare.links.matched_clauses import match_clauses

    before = [old.paragraphs[number] for number in group.old]
    after = [new.paragraphs[number] for number in group.new]
    names = tuple(paragraph.id for paragraph in before), tuple(paragraph.id for paragraph in after)
    if not before or not after:
        lone = tuple((None, provision) for paragraph in after for provision in paragraph.provisions)
        gone = tuple((provision, None) for paragraph in before for provision in paragraph.provisions)
        answers = tuple(find_answers(before, standing, new.language))
        return Link(*names, "new" if after else "dropped", None, answers, (*gone, *lone))
    base = base_of(before, after)
    pairs = match_clauses(before, after, new.language)
    similarity = similarity_of(before, after, new.language)
    changes = list(find_shapes(before, after, similarity, moved, new.language))
    if base == "reworded" or [side.part for side in before] != [side.part for side in after]:
        of_clauses = list(find_changes(before, after, pairs, standing, naming, new.language))
        if not (changes or of_clauses) and only_names(before, after, naming, new.language):
            base = "slot_update"
        changes += of_clauses
    return Link(*names, base, similarity, tuple(changes), tuple(pairs))


def _place(group: Group, groups: Sequence[Group]) -> tuple[int, int, int]:
    """Where a link is shown: at its new paragraph; a dropped one behind the link of the paragraph before it."""
    if group.new:
        return group.new[0], 0, 0
    before = [other for other in groups if other.new and other.old and other.old[0] < group.old[0]]
    nearest = max(before, key=lambda other: other.old[0], default=None)
    return (nearest.new[0] if nearest else -1), 1, group.old[0]
