"""The table of a negotiating text: who proposes what for which words, and what it would do."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.proposals import find_proposals

LAST = {
    "en": (
        "The General Assembly,\n\nRecalling its report on lakes,\n\n1. Urges Member States to protect the lakes and the wells of the region;\n\n"
        "2. Requests the Secretary-General to submit a report at its eighty-first session."
    ),
    "zh": "大会，\n\n回顾其关于湖泊的报告，\n\n1. 敦促会员国保护该区域的湖泊和水井；\n\n2. 请秘书长向大会第八十一届会议提交报告。",
}


def table(last: str, draft: str) -> list[tuple[str, str | None, tuple[str, ...], str, tuple[str, ...]]]:
    old, new = (eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in (last, draft))
    rows = find_proposals(eco.compare_editions(old, new))
    return [
        (row.paragraph, each.proposer, each.effects, each.words, each.remarks) for row in rows for each in row.proposals
    ]


WELLS = "Urges Member States to protect the lakes and the wells of the region;"


@pytest.mark.parametrize(
    ("draft", "rows"),
    [
        # who reserves has not proposed it
        ("[PP2 Noting the floods, (EU; RUS reserves)]", [("P2", "EU", ("add",), "Noting the floods,", ("RUS reserves",))]),
        ("[PP2 Noting the floods, - EU; RUS to revert]", [("P2", "EU", ("add",), "Noting the floods,", ("RUS to revert",))]),
        # a paragraph for another, or behind it, is its proposer's
        ("OP1 alt (JPN): Invites Member States to protect the lakes;", [("1~alt", "JPN", ("choose",), "Invites Member States to protect the lakes;", ())]),
        ("OP1 bis (NOR) Calls upon States to measure lakes;", [("1~bis", "NOR", ("add",), "Calls upon States to measure lakes;", ())]),
        ("OP1 bis (Norway) Calls upon States to measure lakes;", [("1~bis", "Norway", ("add",), "Calls upon States to measure lakes;", ())]),
        # some propose what others want to go
        (
            "OP1 Urges Member States [firmly – EU, CHL; US: delete] to protect the lakes;",
            [("1", "EU, CHL", ("add",), "firmly", ()), ("1", "US", ("drop",), "firmly", ())],
        ),
        (
            "OP1 Urges Member States [on small islands: PSIDS; China: delete] to protect the lakes;",
            [("1", "PSIDS", ("add",), "on small islands", ()), ("1", "China", ("drop",), "on small islands", ())],
        ),
        (
            f"[OP1 {WELLS} (US, RUS: delete; G77, EU: retain)]",
            [("1", "US, RUS", ("drop",), WELLS, ()), ("1", "G77, EU", ("keep",), WELLS, ())],
        ),
        ("OP1 Urges Member States to protect the lakes [and the wells (CUB: delete; EU supports)] of the region;", [("1", "EU", ("keep",), "and the wells", ()), ("1", "CUB", ("drop",), "and the wells", ())]),
        # the words are the paragraph's, or the bracket's
        (f"OP1 {WELLS} [US: delete]", [("1", "US", ("drop",), WELLS, ())]),
        (f"OP1 {WELLS} (US: delete; EU: keep)", [("1", "US", ("drop",), WELLS, ()), ("1", "EU", ("keep",), WELLS, ())]),
        (f"[US: delete] OP1 {WELLS}", [("1", "US", ("drop",), WELLS, ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells] (CHL: delete) of the region;", [("1", "CHL", ("drop",), "and the wells", ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells] [CHL: delete] of the region;", [("1", "CHL", ("drop",), "and the wells", ())]),
        # what stands in the last edition is not added
        ("OP1 Urges Member States to protect the lakes [and the wells] of the region;", [("1", None, ("open",), "and the wells", ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells (EU)] of the region;", [("1", "EU", ("keep",), "and the wells", ())]),
        # a row for each choice
        (
            "OP2 Requests the Secretary-General to submit a report at its [eighty-first: Mexico / eighty-second: Japan] session.",
            [("2", "Mexico", ("choose",), "eighty-first", ()), ("2", "Japan", ("choose",), "eighty-second", ())],
        ),
        (
            "OP1 [Urges: EU / Calls upon: G77] Member States to protect the lakes;",
            [("1", "EU", ("choose",), "Urges", ()), ("1", "G77", ("choose", "weaken"), "Calls upon", ())],
        ),
        (
            "OP1 [Urges/Encourages (US)] Member States to protect the lakes;",
            [("1", None, ("choose",), "Urges", ()), ("1", "US", ("choose", "weaken"), "Encourages", ())],
        ),
        # what is said behind a paragraph, in a label, by several
        ("OP1 bis. [NEW – Mexico, Peru] Invites States to measure lakes; [EU: support; US: cannot support; JPN: need more time]", [
            ("1~bis", "Mexico, Peru", ("add",), "Invites States to measure lakes;", ()),
            ("1~bis", "EU", ("keep",), "Invites States to measure lakes;", ("JPN: need more time",)),
            ("1~bis", "US", ("drop",), "Invites States to measure lakes;", ()),
        ]),
        (f'[OP1 {WELLS} - EU, UK; RUS prefers "Invites"]', [("1", "EU, UK", ("keep",), WELLS, ('RUS prefers "Invites"',))]),
        (f"OP1 {WELLS}\n- US: please explain\n- EU: reserves position", [("1", None, ("remark",), "US: please explain", ()), ("1", None, ("remark",), "EU: reserves position", ())]),
        ("OP1.alt2 EU: Encourages States to measure lakes;", [("1~alt2", "EU", ("choose",), "Encourages States to measure lakes;", ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells] (SAU: del.) (NOR: keep) of the region;", [("1", "SAU", ("drop",), "and the wells", ()), ("1", "NOR", ("keep",), "and the wells", ())]),
        (
            "OP1 Urges Member States [all (IND)/where appropriate (US)/DELETE (EU)] to protect the lakes;",
            [("1", "IND", ("choose",), "all", ()), ("1", "US", ("choose", "weaken"), "where appropriate", ()), ("1", "EU", ("drop",), "all", ())],
        ),
        ("OP1 Urges Member States (US proposes deletion) to protect the lakes;", [("1", None, ("remark",), "US proposes deletion", ())]),
        ("OP1 Urges Member States to protect the lakes [, as appropriate, (EU: delete)];", [("1", "EU", ("drop", "strengthen"), ", as appropriate,", ())]),
        ("OP1 Urges Member States to [US: consider] protecting the lakes;", [("1", "US", ("weaken",), "consider", ())]),
        ("OP1 Urges Member States to protect the lakes [, as appropriate, - US], and the wells;", [("1", "US", ("weaken",), ", as appropriate,", ())]),
    ],
)  # fmt: skip
def test_each_proposal_is_a_row_of_who_makes_it(draft: str, rows: list[tuple[object, ...]]) -> None:
    before = "" if draft.startswith("[PP") else "OP9 Decides to remain seized of the matter."
    text = f"The General Assembly,\n\nPP1 Recalling its report on lakes,\n\n{draft}\n\n{before}"
    assert [row for row in table(LAST["en"], text) if row[0] != "9"] == rows


@pytest.mark.parametrize(
    ("draft", "rows"),
    [
        ("执1 敦促会员国【美国：考虑】保护该区域的湖泊；", [("1", "美国", ("weaken",), "考虑", ())]),
        ("执1 敦促会员国保护湖泊；（已暂时商定）", []),
        ("执1 敦促会员国保护湖泊；（业已商定）", []),
        ("执1 敦促会员国保护该区域的湖泊【和水井】【沙特：删除；挪威：保留】；", [("1", "挪威", ("keep",), "和水井", ()), ("1", "沙特", ("drop",), "和水井", ())]),
        ("【执1备选一（77国集团）：促请发达国家保护湖泊；】", [("1~alt1", "77国集团", ("choose",), "促请发达国家保护湖泊；", ())]),
        ("执1 敦促会员国保护该区域的湖泊【和水井】（智利：删除）；", [("1", "智利", ("drop",), "和水井", ())]),
        ("【序2 注意到洪灾，（欧盟提议；俄罗斯保留）】", [("P2", "欧盟", ("add",), "注意到洪灾，", ("俄罗斯保留",))]),
        ("执1之二（挪威） 促请各国测量湖泊；", [("1~bis", "挪威", ("add",), "促请各国测量湖泊；", ())]),
        ("执1备选（日本） 注意到秘书长的报告；", [("1~alt", "日本", ("choose",), "注意到秘书长的报告；", ())]),
        ("执1 敦促会员国保护湖泊；【美国：删除】", [("1", "美国", ("drop",), "敦促会员国保护湖泊；", ())]),
        ("执2 请秘书长向大会第【八十一：墨西哥／八十二：日本】届会议提交报告。", [("2", "墨西哥", ("choose",), "八十一", ()), ("2", "日本", ("choose",), "八十二", ())]),
        ("执1 敦促会员国【坚决——欧盟；美国：删除】保护湖泊；", [("1", "欧盟", ("add",), "坚决", ()), ("1", "美国", ("drop",), "坚决", ())]),
    ],
)  # fmt: skip
def test_each_proposal_is_a_row_in_chinese(draft: str, rows: list[tuple[object, ...]]) -> None:
    before = "" if draft.startswith("【序") else "执9 决定继续审议。"
    text = f"大会，\n\n序1 回顾其关于湖泊的报告，\n\n{draft}\n\n{before}"
    assert [row for row in table(LAST["zh"], text) if row[0] != "9"] == rows
