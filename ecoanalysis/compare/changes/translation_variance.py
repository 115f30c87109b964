"""One comparison in two languages → changes of verbs and words that one of them alone shows: a translator's choice."""

from __future__ import annotations

from dataclasses import replace

from ecoanalysis.model.comparison import UNCHANGED, Change, Comparison, Evidence, Link, LinkType
from ecoanalysis.model.edition import Edition

FORCE: frozenset[LinkType] = frozenset(
    {
        "strengthened",
        "weakened",
        "reversed",
        "hedge_added",
        "hedge_removed",
        "endorsement_raised",
        "endorsement_lowered",
    }
)
OF_WORDS: frozenset[LinkType] = frozenset(
    {"scope_widened", "scope_narrowed", "words_cut", "words_added", "addressee_added", "addressee_removed"}
)

Ids = tuple[str, ...]


def flag_variance(comparison: Comparison, other: Comparison) -> Comparison:
    """Return a comparison whose changes of force and endorsement are flagged where the other language shows none.

    A change counts as seen in the other language where the link of the same paragraphs has its type. A link that the
    other language does not have tells nothing: its changes stay as they are.
    """
    there = {(link.old, link.new): frozenset(link.types) for link in other.links}
    links, checked = [], set(comparison.checked)
    for link, twin in zip(comparison.links, twins(comparison, other), strict=True):
        types = there.get(twin) if twin else None
        if types is not None:
            checked.add((link.old, link.new))
            link = replace(link, changes=tuple(_flagged(change, types) for change in link.changes))
        links.append(link)
    return replace(comparison, links=tuple(links), checked=frozenset(checked))


def flag_rewording(comparison: Comparison, other: Comparison) -> Comparison:
    """Return a comparison whose changes of words are flagged where the other language says the same as before.

    What sets another number is not, where the other language is the same but for its slots: a number may be one there.
    """
    same = {(link.old, link.new): link.base for link in other.links if _is_unchanged(link)}
    links = []
    for link, twin in zip(comparison.links, twins(comparison, other), strict=True):
        base = same.get(twin) if twin else None
        if base and link.base == "reworded":
            changes = tuple(_flagged_words(change, base == "identical") for change in link.changes)
            alone = all(change.variance or change.type == "moved" for change in changes)
            link = replace(link, changes=changes, is_translation=alone)
        links.append(link)
    return replace(comparison, links=tuple(links))


def twins(comparison: Comparison, other: Comparison) -> list[tuple[Ids, Ids] | None]:
    """Return for each link the ids that its paragraphs have in another language; None where that is not known.

    Where one side has other numbers there (a draft whose translator numbered anew, or left a paragraph out), the
    paragraphs of the side that has the same ones are held to, and those that stand alone to their place between them.
    """
    pairs = (comparison.old, other.old), (comparison.new, other.new)
    same = [_ids(here) == _ids(there) for here, there in pairs]
    if all(same):
        return [(link.old, link.new) for link in comparison.links]
    if not any(same):
        return [None] * len(comparison.links)
    there = _by_place(other, same.index(True))
    here = {(link.old, link.new): key for key, link in _by_place(comparison, same.index(True)).items()}
    links = (there.get(here[link.old, link.new]) for link in comparison.links)
    return [(link.old, link.new) if link else None for link in links]


def _ids(edition: Edition) -> list[str]:
    return [paragraph.id for paragraph in edition.paragraphs]


def _by_place(comparison: Comparison, side: int) -> dict[tuple[Ids, int, int], Link]:
    """The links by their paragraphs on one side; those without by the one before them, which they are, of how many."""
    groups: list[tuple[Ids, list[Link]]] = [((), [])]
    for link in comparison.links:
        if ids := (link.old, link.new)[side]:
            groups.append((ids, [link]))
        else:
            groups[-1][1].append(link)
    return {
        (ids, place, len(links) if place or not ids else 0): link
        for ids, links in groups
        for place, link in enumerate(links)
    }


def _flagged(change: Change, types: frozenset[str]) -> Change:
    return replace(change, variance=True) if change.type in FORCE and change.type not in types else change


def _is_unchanged(link: Link) -> bool:
    return link.base in UNCHANGED and all(change.type == "moved" for change in link.changes)


def _flagged_words(change: Change, with_numbers: bool) -> Change:
    of_words = change.type in OF_WORDS and (with_numbers or not any(map(_has_number, (change.old, change.new))))
    return replace(change, variance=True) if of_words else change


def _has_number(words: Evidence | None) -> bool:
    return words is not None and any(sign.isdigit() for sign in words.text or "")
