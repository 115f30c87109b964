"""An edition against itself, shuffled or with one thing rewritten: what the codebook derives, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.compare.links.aligned_paragraphs import align
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


@pytest.mark.slow
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


# Clauses put in, words taken out

LOSSES = {"weakened", "endorsement_lowered", "hedge_added", "addressee_removed"}
FRAME = {"zh": "水\n\n大会，\n\n1. {}；\n", "en": "Water\n\nThe General Assembly,\n\n1. {};\n"}
JOINT = {"zh": "，并", "en": ", and "}
MARKS = " .;,:，；。：、"
INSERTED = {
    "zh": ["欢迎在这一领域取得的进展", "注意到委员会的工作", "鼓励会员国酌情继续作出努力", "请秘书长加强有关活动"],
    "en": [
        "welcomes the progress made in this field",
        "takes note of the work of the Committee",
        "encourages Member States, where appropriate, to continue their efforts",
        "requests the Secretary-General to strengthen the relevant activities",
    ],
}
# An item of an enumeration, or one of two coordinated words: what a cut takes out and must be told with.
ITEMS = {
    "zh": [r"(?<=、)[^、，；和及与的]{2,8}、", r"[\u4e00-\u9fff]{2}和(?=[\u4e00-\u9fff]{3})"],
    "en": [r"(?<=, )[a-z][\w-]+(?: [\w-]+){0,3}, (?=[\w -]+(?:,| and))", r"\b[a-z]+ing and (?=[a-z]+ing\b)"],
}
SHARED = [("en", "A_RES_75_158"), ("zh", "A_RES_75_207"), ("en", "A_RES_75_241"), ("zh", "A_RES_75_94")]


def _alone(language: str, words: str) -> Edition:
    return eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(FRAME[language].format(words)))))


def _insertions(facts: Facts) -> Iterator[tuple[str, str]]:
    """Each operative paragraph, and it again with a clause in front of one of its clauses, or behind it."""
    language = facts.resolution.language
    joint = JOINT[language]
    for paragraph in facts.resolution.paragraphs:
        text = paragraph.text.rstrip(MARKS)
        places = {offset: position for position, offset in enumerate(paragraph.offsets)}
        for clause in facts.clauses:
            if clause.paragraph != paragraph.id or paragraph.part != "operative" or clause.start not in places:
                continue
            start, end = places[clause.start], min(places.get(clause.end, len(text)), len(text))
            for words in INSERTED[language]:
                first = text[start].lower() + text[start + 1 :] if start == 0 else text[start:]
                yield text, f"{text[:start]}{words[0].upper() if start == 0 else words[0]}{words[1:]}{joint}{first}"
                rest = text[end:].strip(MARKS)
                before = re.sub(r"(?:and|并)$", "", text[:end].rstrip(MARKS)).rstrip(MARKS)
                yield text, joint.join(filter(None, (before, words, rest)))


def _false_losses(facts: Facts) -> list[tuple[str, str]]:
    language = facts.resolution.language
    return [
        (change.type, text)
        for old, text in _insertions(facts)
        for link in eco.compare_editions(_alone(language, old), _alone(language, text)).links
        for change in link.changes
        if change.type in LOSSES
    ]


def _cuts(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Each paragraph, it again without an item, and the item."""
    for paragraph in facts.resolution.paragraphs:
        text = paragraph.text.rstrip(MARKS)
        if paragraph.part == "operative":
            for pattern in ITEMS[facts.resolution.language]:
                for match in list(re.finditer(pattern, text))[:2]:
                    yield text, text[: match.start()] + text[match.end() :], match.group()


def _share_of_cuts_told(facts: Facts) -> tuple[int, int]:
    language, cut, told = facts.resolution.language, 0, 0
    for old, new, item in _cuts(facts):
        changes = [
            change
            for link in eco.compare_editions(_alone(language, old), _alone(language, new)).links
            for change in link.changes
        ]
        named = [_bare(change.old.text or "") for change in changes if change.old and change.by != "clause"]
        short = [text for text in named if len(text) < len(item) + 25]
        cut += 1
        # An item of two parties that went is told party by party: every word of it stands in one of the changes.
        told += all(any(word in text for text in short) for word in filter(None, map(_bare, item.split())))
    return told, cut


def _bare(words: str) -> str:
    """Words without what may stand at an item's edge: *on human rights* is told as *human rights*."""
    return re.sub(r"\W|\b(?:and|the|of|to|on|in|as|with)\b|和", "", words)


@pytest.mark.thorough
def test_no_insertion_into_the_bundled_edition_claims_a_loss() -> None:
    assert _false_losses(_facts()) == []


@pytest.mark.slow
def test_an_item_cut_from_the_bundled_edition_is_told_with_its_words() -> None:
    told, cut = _share_of_cuts_told(_facts())
    assert cut > 40
    assert told >= 0.9 * cut


@pytest.mark.thorough
@pytest.mark.parametrize(("language", "name"), SHARED)
def test_nor_into_any_other_and_each_item_is_told(shared: Path, language: str, name: str) -> None:
    path = shared / "unxml" / language / f"{name}.xml"
    facts = eco.extract_facts(eco.parse_resolution(eco.read_document(path)))
    assert _false_losses(facts) == []
    told, cut = _share_of_cuts_told(facts)
    assert told >= 0.9 * cut
