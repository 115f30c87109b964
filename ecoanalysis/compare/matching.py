"""Linked paragraphs → which of their clauses belong together: what still stands keeps its partner."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from ecoanalysis.compare.assignment import best_pairs
from ecoanalysis.compare.standing import PlacedClause, covered, place
from ecoanalysis.model.edition import EditionParagraph, Provision

Pair = tuple[Provision | None, Provision | None]
Side = Sequence[EditionParagraph]

_SAME_ACT = 0.25  # clauses of linked paragraphs below this are two speech acts
_SAME_MATTER = 0.50  # share of its content that the later clause must have for a changed verb to be one
_KEPT = 0.80  # share of its content that a clause must keep under its verb to stand


def match_clauses(old: Side, new: Side) -> list[Pair]:
    """Return the clauses of linked paragraphs in pairs: an optimal assignment, what is left over paired with None."""
    left = [place(paragraph, provision) for paragraph in old for provision in paragraph.provisions]
    right = [place(paragraph, provision) for paragraph in new for provision in paragraph.provisions]
    if len(left) == len(right) == 1 and _may_pair(left[0], right[0]):
        return [(left[0].provision, right[0].provision)]
    chosen = best_pairs([[_likeness(before, after) for after in right] for before in left], _SAME_ACT) if right else []
    chosen = [(row, column) for row, column in chosen if _may_pair(left[row], right[column])]
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    pairs: list[Pair] = [(left[row].provision, right[column].provision) for row, column in chosen]
    pairs += [(clause.provision, None) for row, clause in enumerate(left) if row not in rows]
    pairs += [(None, clause.provision) for column, clause in enumerate(right) if column not in columns]
    return pairs


def _likeness(before: PlacedClause, after: PlacedClause) -> float:
    old, new = before.provision.clause, after.provision.clause
    words = Indel.normalized_similarity(before.content, after.content)
    same_verb = old.lemma.lower() == new.lemma.lower()
    directs = (old.cls == "DIR") == (new.cls == "DIR")
    likeness = 0.65 * words + 0.1 * same_verb + 0.1 * directs + 0.05 * (old.index == new.index)
    likeness += 0.1 * (directs and bool(_asked(before) & _asked(after)))
    if same_verb and before.content and covered(before.content, after.content) >= _KEPT:
        likeness += 1  # no other clause may take its partner
    return likeness + (before.words == after.words)


def same_matter(before: PlacedClause, after: PlacedClause) -> bool:
    """Return whether most of what the earlier clause speaks of stands in the later one, in its order or in another.

    Only then its verb changed; else another verb stands over other words.
    """
    if not before.content or covered(before.content, after.content) >= _SAME_MATTER:
        return True
    pairs = [before.content[start : start + 2] for start in range(len(before.content) - 1)]
    return bool(pairs) and sum(pair in after.content for pair in pairs) / len(pairs) >= _SAME_MATTER


def _may_pair(before: PlacedClause, after: PlacedClause) -> bool:
    """A directive and a statement, or directives to others, are one clause only where they speak of the same matter."""
    classes = {before.provision.clause.cls, after.provision.clause.cls}
    if "DIR" not in classes or same_matter(before, after):
        return True
    return len(classes) == 1 and bool(_asked(before) & _asked(after))


def _asked(clause: PlacedClause) -> set[str]:
    parties = (party.agency or (party.surface or "").lower() for party in clause.provision.clause.addressees)
    return set(filter(None, parties))
