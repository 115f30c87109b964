# ruff: noqa: E501 - cases stand one a line
"""Clauses as a table: a paragraph, and the speech acts of the organ in it."""

from __future__ import annotations

import pytest

from ecoanalysis.extract.clauses import find_acts

ZH = [
    # text, [(verb as written, class, band)]
    ("请秘书长提交报告；", [("请", "DIR", "D3")]),
    ("赞赏各国努力，满意地注意到成果，并邀请会员国考虑；", [("赞赏", "EVA", None), ("满意地注意到", "EVA", None), ("邀请", "DIR", "D1")]),
    ("又表示注意到该报告；", [("又表示注意到", "NEU", None)]),
    ("再次请秘书长继续努力；", [("再次请", "DIR", "D3")]),
    ("强烈敦促各方遵守；", [("强烈敦促", "DIR", "D4")]),
    ("深为关切地认识到局势；", [("深为关切地认识到", "ASR", None)]),
    ("对局势恶化表示关切；", [("表示关切", "EVA", None)]),
    ("感到满意的是，任务已经完成；", [("感到满意的是", "EVA", None)]),
    ("重申邀请各国加入；", [("重申邀请", "DIR", "D1")]),
    ("决定请秘书长提出报告；", [("决定请", "DIR", "D3")]),
    ("决定设立一个委员会；", [("决定", "DEC", None)]),
    ("提请各国注意；", [("提请", "ASR", None)]),
    ("在这方面，欢迎取得的进展；", [("欢迎", "EVA", None)]),
    ("因此促请各机构支持；", [("促请", "DIR", "D2")]),
    # what is inside, reported or another word opens no clause
    ("回顾其决议，其中邀请各国参加，并鼓励各方合作，", [("回顾", "REF", None)]),
    ("注意到项目已经完成，其中特别重视沙尘暴问题，并请各机构支持；", [("注意到", "NEU", None), ("请", "DIR", "D3")]),
    ("注意到题为“请各国注意，并敦促各方”的报告；", [("注意到", "NEU", None)]),
    ("邀请各机构协助各国，并支持其方案；", [("邀请", "DIR", "D1")]),
    ("注意到各国的请求，请求已获批准；", [("注意到", "NEU", None)]),
    ("邀请各国促请其公司加入；", [("邀请", "DIR", "D1")]),
]  # fmt: skip

EN_OPERATIVE = [
    ("Requests the Secretary-General to report;", [("Requests", "DIR", "D3")]),
    ("Takes note with appreciation of the report, and acknowledges the progress;", [("Takes note with appreciation", "EVA", None), ("acknowledges", "ASR", None)]),
    ("Also takes note of the report;", [("Also takes note", "NEU", None)]),
    ("Strongly urges all parties to comply;", [("Strongly urges", "DIR", "D4")]),
    ("Calls once again upon States to accede;", [("Calls once again upon", "DIR", "D2")]),
    ("Expresses its deep concern at the situation, and invites States to help;", [("Expresses its deep concern", "EVA", None), ("invites", "DIR", "D1")]),
    ("Reiterates its request to the Secretary-General;", [("Reiterates its request", "DIR", "D3")]),
    ("Notes the requests and demands of States;", [("Notes", "NEU", None)]),
    ("Decides to consider the item, in which it invited States to act;", [("Decides", "DEC", None)]),
]  # fmt: skip

EN_PREAMBLE = [
    ("Recalling also its resolution 48/2, by which it granted observer status,", [("Recalling also", "REF", None)]),
    ("Noting the efforts made, and encouraging them to continue,", [("Noting", "NEU", None), ("encouraging", "DIR", "D1")]),
    ("Deeply concerned about the crisis,", [("Deeply concerned", "EVA", None)]),
]  # fmt: skip

Expected = list[tuple[str, str, str | None]]


def found(text: str, language: str, part: str) -> Expected:
    acts = find_acts(text, language, part)
    return [
        (
            text[act.phrase.begin : act.phrase.end],
            act.phrase.cls,
            act.phrase.stem.band if act.phrase.cls == "DIR" else None,
        )
        for act in acts
    ]


@pytest.mark.parametrize(("text", "expected"), ZH)
def test_chinese(text: str, expected: Expected) -> None:
    assert found(text, "zh", "operative") == expected


@pytest.mark.parametrize(("text", "expected"), EN_OPERATIVE)
def test_english_operative(text: str, expected: Expected) -> None:
    assert found(text, "en", "operative") == expected


@pytest.mark.parametrize(("text", "expected"), EN_PREAMBLE)
def test_english_preamble(text: str, expected: Expected) -> None:
    assert found(text, "en", "preamble") == expected


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("又表示注意到报告", "表示注意到"),
        ("再次请秘书长", "请"),
        ("强烈敦促各方", "敦促"),
        ("满意地注意到成果", "满意地注意到"),
    ],
)
def test_a_lemma_has_no_sequence_adverbs_and_no_intensifiers(text: str, lemma: str) -> None:
    assert find_acts(text, "zh", "operative")[0].phrase.lemma == lemma


def test_a_clause_runs_to_the_next_one() -> None:
    text = "赞赏各国努力，并邀请会员国考虑；"
    first, second = find_acts(text, "zh", "operative")
    assert (first.start, text[first.start : first.stop]) == (0, "赞赏各国努力，")
    assert text[second.start : second.stop] == "邀请会员国考虑；"
