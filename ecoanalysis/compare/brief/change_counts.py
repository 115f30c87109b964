"""A comparison and its brief → how many paragraphs change in each way, of how many that is not certain."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from ecoanalysis.compare.brief.sections import LOSSES
from ecoanalysis.model.brief import Brief, ChangeCount
from ecoanalysis.model.comparison import Comparison, Link, LinkType

_DOUBTED: frozenset[LinkType] = frozenset({*LOSSES, "dropped", "strengthened"})


def count_changes(comparison: Comparison, brief: Brief) -> tuple[ChangeCount, ...]:
    """Return of each type the number of links that have it, most frequent first, as sure as the brief tells it.

    What is a translator's choice is not counted.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> model = eco.open_corpus("model")
    >>> old, new = (eco.to_edition(model.edition(symbol, "en")) for symbol in model.editions())
    >>> comparison = eco.compare_editions(old, new)
    >>> counts = count_changes(comparison, eco.compare.brief.make_brief(comparison))
    >>> [(count.type, count.paragraphs, count.unsure) for count in counts if count.type == "strengthened"]
    [('strengthened', 2, 1)]
    """
    every: Counter[LinkType] = Counter()
    unsure: Counter[LinkType] = Counter()
    settled: Counter[LinkType] = Counter()
    for link in comparison.links:
        for type in link.counted:
            doubt = doubt_of(brief, link, type)
            every[type] += 1
            unsure[type] += doubt == "unsure"
            settled[type] += doubt == "settled"
    return tuple(ChangeCount(type, count, unsure[type], settled[type]) for type, count in every.most_common())


def doubt_of(brief: Brief, link: Link, type: LinkType) -> Literal["unsure", "settled"] | None:
    """Return whether a link only perhaps has a type, or has it by what is past or settled; None where it is sure."""
    sections = _sections(brief, link, type)
    if "lost" not in sections and sections & {"unsure", "doubtful"}:
        return "unsure"
    return "settled" if sections == {"passed"} else None


def _sections(brief: Brief, link: Link, type: LinkType) -> set[str]:
    """The sections in which the brief tells that a link has a type of which one may be unsure."""
    if type not in _DOUBTED:
        return set()
    paragraphs = set(link.old)
    return {line.section for line in brief.lines if line.type == type and paragraphs <= set(line.old)}
