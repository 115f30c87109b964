"""One comparison in two languages → changes of verbs that one of them alone shows: a translator's choice."""

from __future__ import annotations

from dataclasses import replace

from ecoanalysis.model.comparison import Change, Comparison, LinkType

FORCE: frozenset[LinkType] = frozenset(
    {"strengthened", "weakened", "hedge_added", "hedge_removed", "endorsement_raised", "endorsement_lowered"}
)


def flag_variance(comparison: Comparison, other: Comparison) -> Comparison:
    """Return a comparison whose changes of force and endorsement are flagged where the other language shows none.

    A change counts as seen in the other language where the link of the same paragraphs has its type. A link that the
    other language does not have tells nothing: its changes stay as they are.
    """
    there = {(link.old, link.new): frozenset(link.types) for link in other.links}
    links, checked = [], set(comparison.checked)
    for link in comparison.links:
        types = there.get((link.old, link.new))
        if types is not None:
            checked.add((link.old, link.new))
            link = replace(link, changes=tuple(_flagged(change, types) for change in link.changes))
        links.append(link)
    return replace(comparison, links=tuple(links), checked=frozenset(checked))


def _flagged(change: Change, types: frozenset[str]) -> Change:
    return replace(change, variance=True) if change.type in FORCE and change.type not in types else change
