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
_KEPT = 0.80  # share of its content that a clause must keep under its verb to stand


def match_clauses(old: Side, new: Side) -> list[Pair]:
    """Return the clauses of linked paragraphs in pairs: an optimal assignment, what is left over paired with None."""
    left = [place(paragraph, provision) for paragraph in old for provision in paragraph.provisions]
    right = [place(paragraph, provision) for paragraph in new for provision in paragraph.provisions]
    if len(left) == len(right) == 1:
        return [(left[0].provision, right[0].provision)]
    chosen = best_pairs([[_likeness(before, after) for after in right] for before in left], _SAME_ACT) if right else []
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
    likeness = 0.75 * words + 0.1 * same_verb + 0.1 * directs + 0.05 * (old.index == new.index)
    if same_verb and before.content and covered(before.content, after.content) >= _KEPT:
        likeness += 1  # no other clause may take its partner
    return likeness + (before.words == after.words)
