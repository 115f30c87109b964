"""The brief of a negotiating text: what is agreed, who proposes what, and none of it told as what stands."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.compare.drafts.negotiated_brief import propose_brief
from ecoanalysis.compare.drafts.proposals import find_proposals
from ecoanalysis.model.brief import Brief

LAST = {
    "en": (
        "The General Assembly,\n\nRecalling its report on lakes,\n\nNoting the floods,\n\n"
        "1. Urges Member States to protect the lakes and the wells of the region in 2024;\n\n"
        "2. Calls upon Governments, the United Nations Development Programme and other stakeholders to support women;\n\n"
        "3. Invites the World Bank and the United Nations Development Programme to lend;\n\n"
        "4. Requests the Secretary-General to submit a report at its seventy-ninth session."
    ),
    "zh": (
        "大会，\n\n回顾其关于湖泊的报告，\n\n注意到洪灾，\n\n1. 敦促会员国于2024年保护该区域的湖泊和水井；\n\n"
        "2. 促请各国政府、联合国开发计划署和其他利益攸关方支持妇女；\n\n3. 请秘书长向大会第七十九届会议提交报告。"
    ),
}


def brief(language: str, *changed: tuple[str, str]) -> Brief:
    draft = LAST[language]
    for words, written in changed:
        assert words in draft
        draft = draft.replace(words, written, 1)
    texts = (LAST[language], draft)
    old, new = (eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in texts)
    comparison = eco.compare_editions(old, new)
    return propose_brief(make_brief(comparison), comparison, find_proposals(comparison))


@pytest.mark.parametrize(
    ("language", "words", "written", "line"),
    [
        ("en", "the United Nations Development Programme and", "[the United Nations Development Programme – US: delete] and", ("2", "drop_party", "US", "the United Nations Development Programme")),
        ("en", "Urges", "[Urges] [US: Invites]", ("1", "weaken", "US", "Urges → Invites")),
        ("en", "2024", "[2024] [G77: 2026]", ("1", "put_off", "G77", "2024 → 2026")),
        ("en", "to submit", "[US: , within existing resources,] to submit", ("4", "weaken", "US", "+ within existing resources")),
        ("en", "1. ", "1. [EU: delete paragraph] ", ("1", "drop_paragraph", "EU", "Urges Member States to protect the lakes and the wells of the region in 2024;")),
        ("en", "\n\n1. ", "\n\nPP2 bis. [EU: Noting with concern the droughts,]\n\n1. ", ("P2~bis", "add_paragraph", "EU", "Noting with concern the droughts,")),
        ("en", "\n\n2. ", "\n\n1 bis (proposed by Chad): Requests the Secretary-General to list the wells;\n\n2. ", ("1~bis", "add_paragraph", "Chad", "Requests the Secretary-General to list the wells;")),
        ("en", "women;", "women; [EU: reservation]", None),
        ("en", "women;", "women; (agreed ad ref)", ("2", None, "", "agreed ad ref")),
        ("zh", "联合国开发计划署", "［联合国开发计划署——美国：删除］", ("2", "drop_party", "美国", "联合国开发计划署")),
        ("zh", "2024", "［2024］［77国集团：2026］", ("1", "put_off", "77国集团", "2024 → 2026")),
        ("zh", "请秘书长", "请秘书长［美国：在现有资源范围内］", ("3", "weaken", "美国", "+ 在现有资源范围内")),
        ("zh", "1. ", "1. ［欧盟：删除本段］", ("1", "drop_paragraph", "欧盟", "敦促会员国于2024年保护该区域的湖泊和水井；")),
        ("zh", "妇女；", "妇女；［已议定］", ("2", None, "", "已议定")),
    ],
)  # fmt: skip
def test_a_proposal_is_told_as_one_and_by_whom(
    language: str, words: str, written: str, line: tuple[str, str | None, str, str] | None
) -> None:
    lines = brief(language, (words, written)).lines
    assert {each.section for each in lines} <= {"agreed", "proposed"}
    told = [(", ".join(each.new), each.effect, ", ".join(each.by), each.words) for each in lines]
    assert told == ([line] if line else [])


def test_what_somebody_changed_without_a_mark_stands_beside_proposals() -> None:
    lines = brief("en", ("the lakes and", "the rivers and"), ("Calls upon", "[Calls upon] [US: Invites]")).lines
    assert [(line.section, line.new) for line in lines] == [("proposed", ("2",)), ("reworded", ("1",))]


def test_what_falls_due_by_a_proposal_is_its_proposers() -> None:
    new = "3 bis. [Chad: Requests the Secretary-General to submit a report on wells at its eightieth session;]"
    dues = brief("en", ("\n\n4. ", f"\n\n{new}\n\n4. "), ("seventy-ninth", "[seventy-ninth] [EU: eighty-first]")).dues
    assert [(due.paragraph, due.session, due.by) for due in dues] == [("3~bis", 80, ("Chad",)), ("4", 79, ())]
