"""An edition against itself, shuffled or with one thing rewritten: what the codebook derives, and nothing else."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.compare.align import align
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.facts import Clause, Facts


@cache
def _raw() -> str:
    return eco.sample().raw


@cache
def _facts() -> Facts:
    return eco.extract_facts(eco.parse_resolution(eco.sample()))


@cache
def _edition() -> Edition:
    return eco.to_edition(_facts())


@given(st.permutations(range(43)))
@settings(max_examples=30)
def test_an_edition_and_itself_shuffled_has_no_false_link(order: list[int]) -> None:
    old = _edition().paragraphs
    new = [old[at] for at in order]
    assert all(
        len(group.old) == len(group.new) == 1 and old[group.old[0]].id == new[group.new[0]].id
        for group in align(old, new, "zh")
    )


# Verbs of 75/324 that one word replaces; what the band says of the step.
STEPS = [
    ("邀请", "敦促", "strengthened"),
    ("鼓励", "促请", "strengthened"),
    ("请", "鼓励", "weakened"),
    ("呼吁", "邀请", "weakened"),
]


def _directives(verb: str) -> list[Clause]:
    return [clause for clause in _facts().clauses if clause.verb.surface == verb]


@pytest.mark.slow
@pytest.mark.parametrize(("verb", "other", "type"), STEPS)
def test_one_verb_rewritten_is_one_change_of_force(verb: str, other: str, type: str) -> None:
    found = _directives(verb)
    assert found
    for clause in found:
        link = _rewritten(clause.verb.start, clause.verb.end, other)
        assert link == {clause.paragraph: {"reworded", type}}, clause.paragraph


@pytest.mark.slow
def test_one_hedge_cut_is_hedge_removed_and_strengthened() -> None:
    hedged = [clause for clause in _facts().clauses if [hedge.surface for hedge in clause.hedges] == ["考虑"]]
    assert len(hedged) > 5
    for clause in hedged:
        link = _rewritten(clause.hedges[0].start, clause.hedges[0].end, "")
        assert link == {clause.paragraph: {"reworded", "strengthened", "hedge_removed"}}, clause.paragraph


def _rewritten(start: int, end: int, words: str) -> dict[str, set[str]]:
    raw = _raw()[:start] + words + _raw()[end:]
    new = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(raw))))
    found = eco.compare_editions(_edition(), new)
    assert all(re.match(r"P?\d", id) for link in found.links for id in (*link.old, *link.new))
    return {link.new[0]: set(link.types) for link in found.links if link.base != "identical"}
