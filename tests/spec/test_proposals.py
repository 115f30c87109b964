"""The table of a negotiating text: who proposes what for which words, and what it would do."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.drafts.proposals import find_proposals, in_words

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
        ("[PP2 Noting the floods, (EU; RUS reserves)]", [("P2", "EU", ("add_paragraph",), "Noting the floods,", ("RUS reserves",))]),
        ("[PP2 Noting the floods, - EU; RUS to revert]", [("P2", "EU", ("add_paragraph",), "Noting the floods,", ("RUS to revert",))]),
        # a paragraph for another, or behind it, is its proposer's
        ("OP1 alt (JPN): Invites Member States to protect the lakes;", [("1~alt", "JPN", ("choose",), "Invites Member States to protect the lakes;", ())]),
        ("OP1 bis (NOR) Calls upon States to measure lakes;", [("1~bis", "NOR", ("add_paragraph",), "Calls upon States to measure lakes;", ())]),
        ("OP1 bis (Norway) Calls upon States to measure lakes;", [("1~bis", "Norway", ("add_paragraph",), "Calls upon States to measure lakes;", ())]),
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
            [("1", "US, RUS", ("drop_paragraph",), WELLS, ()), ("1", "G77, EU", ("keep",), WELLS, ())],
        ),
        ("OP1 Urges Member States to protect the lakes [and the wells (CUB: delete; EU supports)] of the region;", [("1", "EU", ("keep",), "and the wells", ()), ("1", "CUB", ("drop",), "and the wells", ())]),
        # the words are the paragraph's, or the bracket's
        (f"OP1 {WELLS} [US: delete]", [("1", "US", ("drop_paragraph",), WELLS, ())]),
        (f"OP1 {WELLS} (US: delete; EU: keep)", [("1", "US", ("drop_paragraph",), WELLS, ()), ("1", "EU", ("keep",), WELLS, ())]),
        (f"[US: delete] OP1 {WELLS}", [("1", "US", ("drop_paragraph",), WELLS, ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells] (CHL: delete) of the region;", [("1", "CHL", ("drop",), "and the wells", ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells] [CHL: delete] of the region;", [("1", "CHL", ("drop",), "and the wells", ())]),
        # what stands in the last edition is not added
        ("OP1 Urges Member States to protect the lakes [and the wells] of the region;", [("1", None, ("open",), "and the wells", ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells (EU)] of the region;", [("1", "EU", ("keep",), "and the wells", ())]),
        # a row for each choice
        (
            "OP2 Requests the Secretary-General to submit a report at its [eighty-first: Mexico / eighty-second: Japan] session.",
            [("2", "Mexico", ("keep",), "eighty-first", ()), ("2", "Japan", ("choose", "put_off"), "eighty-second", ())],
        ),
        (
            "OP1 [Urges: EU / Calls upon: G77] Member States to protect the lakes;",
            [("1", "EU", ("keep",), "Urges", ()), ("1", "G77", ("choose", "weaken"), "Calls upon", ())],
        ),
        (
            "OP1 [Urges/Encourages (US)] Member States to protect the lakes;",
            [("1", "US", ("choose", "weaken"), "Encourages", ())],
        ),
        # what is said behind a paragraph, in a label, by several
        ("OP1 bis. [NEW – Mexico, Peru] Invites States to measure lakes; [EU: support; US: cannot support; JPN: need more time]", [
            ("1~bis", "Mexico, Peru", ("add_paragraph",), "Invites States to measure lakes;", ()),
            ("1~bis", "EU", ("keep",), "Invites States to measure lakes;", ("JPN: need more time",)),
            ("1~bis", "US", ("drop_paragraph",), "Invites States to measure lakes;", ()),
        ]),
        (f'[OP1 {WELLS} - EU, UK; RUS prefers "Invites"]', [("1", "EU, UK", ("keep",), WELLS, ('RUS prefers "Invites"',))]),
        (f"OP1 {WELLS}\n- US: please explain\n- EU: reserves position", [("1", "US", ("remark",), "please explain", ()), ("1", "EU", ("remark",), "reserves position", ())]),
        ("OP1.alt2 EU: Encourages States to measure lakes;", [("1~alt2", "EU", ("choose",), "Encourages States to measure lakes;", ())]),
        ("OP1 Urges Member States to protect the lakes [and the wells] (SAU: del.) (NOR: keep) of the region;", [("1", "SAU", ("drop",), "and the wells", ()), ("1", "NOR", ("keep",), "and the wells", ())]),
        (
            "OP1 Urges Member States [all (IND)/where appropriate (US)/DELETE (EU)] to protect the lakes;",
            [("1", "IND", ("choose",), "all", ()), ("1", "US", ("choose", "weaken"), "where appropriate", ()), ("1", "EU", ("drop",), "all", ())],
        ),
        ("OP1 Urges Member States (US proposes deletion) to protect the lakes;", [("1", "US", ("remark",), "proposes deletion", ())]),
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
        ("执1 敦促会员国保护湖泊；（已暂时商定）", [("1", None, ("agreed",), "已暂时商定", ())]),
        ("执1 敦促会员国保护湖泊；（业已商定）", [("1", None, ("agreed",), "业已商定", ())]),
        ("执1 敦促会员国保护该区域的湖泊【和水井】【沙特：删除；挪威：保留】；", [("1", "挪威", ("keep",), "和水井", ()), ("1", "沙特", ("drop",), "和水井", ())]),
        ("【执1备选一（77国集团）：促请发达国家保护湖泊；】", [("1~alt1", "77国集团", ("choose",), "促请发达国家保护湖泊；", ())]),
        ("执1 敦促会员国保护该区域的湖泊【和水井】（智利：删除）；", [("1", "智利", ("drop",), "和水井", ())]),
        ("【序2 注意到洪灾，（欧盟提议；俄罗斯保留）】", [("P2", "欧盟", ("add_paragraph",), "注意到洪灾，", ("俄罗斯保留",))]),
        ("执1之二（挪威） 促请各国测量湖泊；", [("1~bis", "挪威", ("add_paragraph",), "促请各国测量湖泊；", ())]),
        ("执1备选（日本） 注意到秘书长的报告；", [("1~alt", "日本", ("choose",), "注意到秘书长的报告；", ())]),
        ("执1 敦促会员国保护湖泊；【美国：删除】", [("1", "美国", ("drop_paragraph",), "敦促会员国保护湖泊；", ())]),
        ("执2 请秘书长向大会第【八十一：墨西哥／八十二：日本】届会议提交报告。", [("2", "墨西哥", ("keep",), "八十一", ()), ("2", "日本", ("choose", "put_off"), "八十二", ())]),
        ("执1 敦促会员国【坚决——欧盟；美国：删除】保护湖泊；", [("1", "欧盟", ("add",), "坚决", ()), ("1", "美国", ("drop",), "坚决", ())]),
    ],
)  # fmt: skip
def test_each_proposal_is_a_row_in_chinese(draft: str, rows: list[tuple[object, ...]]) -> None:
    before = "" if draft.startswith("【序") else "执9 决定继续审议。"
    text = f"大会，\n\n序1 回顾其关于湖泊的报告，\n\n{draft}\n\n{before}"
    assert [row for row in table(LAST["zh"], text) if row[0] != "9"] == rows


PARTIES = {
    "en": (
        "The General Assembly,\n\nRecalling its report on lakes,\n\nNoting the floods,\n\n"
        "1. Urges Member States to protect the lakes and the wells of the region in 2024;\n\n"
        "2. Calls upon Governments, the United Nations Development Programme and other stakeholders to support women;\n\n"
        "3. Requests the Secretary-General to submit a report at its seventy-ninth session."
    ),
    "zh": (
        "大会，\n\n回顾其关于湖泊的报告，\n\n注意到洪灾，\n\n1. 敦促会员国于2024年保护该区域的湖泊和水井；\n\n"
        "2. 促请各国政府、联合国开发计划署和其他利益攸关方支持妇女；\n\n3. 请秘书长向大会第七十九届会议提交报告。"
    ),
}
FIRST = {
    "en": "Urges Member States to protect the lakes and the wells of the region in 2024;",
    "zh": "敦促会员国于2024年保护该区域的湖泊和水井；",
}
UNDP = "the United Nations Development Programme"
ALT = "Invites Member States to protect the lakes;"
NEW = "Noting with concern the droughts,"


@pytest.mark.parametrize(
    ("language", "words", "written", "rows"),
    [
        # a strike behind a dash, by one or by several
        ("en", UNDP, f"[{UNDP} – United States: delete]", [("2", "United States", ("drop_party",), UNDP)]),
        ("en", UNDP, f"[{UNDP} - US: delete]", [("2", "US", ("drop_party",), UNDP)]),
        ("en", f", {UNDP}", f" [, {UNDP} – US: delete; G77: retain]", [("2", "G77", ("keep",), f", {UNDP}"), ("2", "US", ("drop_party",), f", {UNDP}")]),
        ("en", "the wells", "[the wells – Chad and Peru: to delete]", [("1", "Chad and Peru", ("drop",), "the wells")]),
        ("zh", "联合国开发计划署", "［联合国开发计划署－美国：删除］", [("2", "美国", ("drop_party",), "联合国开发计划署")]),
        ("zh", "联合国开发计划署", "[联合国开发计划署——美国：删除]", [("2", "美国", ("drop_party",), "联合国开发计划署")]),
        # a choice of two brackets: what has no name is read, what has one is proposed for it
        ("en", "Urges", "[Urges] [United States: Invites]", [("1", "United States", ("choose", "weaken"), "Urges → Invites")]),
        ("en", "Urges", "[United States: Invites] [Urges]", [("1", "United States", ("choose", "weaken"), "Urges → Invites")]),
        ("en", "2024", "[2024] [G77: 2026]", [("1", "G77", ("choose", "put_off"), "2024 → 2026")]),
        ("en", "2024", "[G77: 2023] [2024]", [("1", "G77", ("choose", "bring_forward"), "2024 → 2023")]),
        ("en", "seventy-ninth", "[seventy-ninth] [Chad: eightieth] [Peru: eighty-first]", [
            ("3", "Chad", ("choose", "put_off"), "seventy-ninth → eightieth"), ("3", "Peru", ("choose", "put_off"), "seventy-ninth → eighty-first"),
        ]),
        ("zh", "敦促", "［敦促］［美国：邀请］", [("1", "美国", ("choose", "weaken"), "敦促 → 邀请")]),
        ("zh", "2024", "［2024］［77国集团：2026］", [("1", "77国集团", ("choose", "put_off"), "2024 → 2026")]),
        ("zh", "七十九", "［七十九］［美国：八十］", [("3", "美国", ("choose", "put_off"), "七十九 → 八十")]),
        ("en", "lakes and", "lakes [EU: firmly] [1] and", [("1", "EU", ("add",), "firmly")]),  # a note's mark
        # what goes on with the words before it is no other choice
        ("en", "the lakes", "[the lakes] [EU: and the rivers]", [("1", None, ("open",), "the lakes"), ("1", "EU", ("add",), "and the rivers")]),
        ("zh", "湖泊和水井", "［湖泊和水井］［欧盟：及河流］", [("1", None, ("open",), "湖泊和水井"), ("1", "欧盟", ("add",), "及河流")]),
        ("en", "the lakes", "[the lakes] [EU: in the region]", [("1", None, ("open",), "the lakes"), ("1", "EU", ("add",), "in the region")]),
        # a paragraph put in, for another, by whom
        ("en", "\n\n3.", "\n\n2 bis. [EU: Requests the Secretary-General to submit a report at its eightieth session;]\n\n3.", [
            ("2~bis", "EU", ("add_paragraph",), "Requests the Secretary-General to submit a report at its eightieth session;"),
        ]),
        ("zh", "\n\n3.", "\n\n2之二. ［欧盟：请秘书长向大会第八十届会议提交报告；］\n\n3.", [("2~bis", "欧盟", ("add_paragraph",), "请秘书长向大会第八十届会议提交报告；")]),
        ("en", "\n\n1.", f"\n\nPP2 bis. [European Union: {NEW}]\n\n1.", [("P2~bis", "European Union", ("add_paragraph",), NEW)]),
        ("en", "\n\n1.", f"\n\n[European Union: PP2 bis {NEW}]\n\n1.", [("P2~bis", "European Union", ("add_paragraph",), NEW)]),
        ("en", "\n\n1.", "\n\nPP2 bis. [European Union: Concerned about the droughts,]\n\n1.", [("P2~bis", "European Union", ("add_paragraph",), "Concerned about the droughts,")]),
        ("en", "\n\n2.", f"\n\n1 alt (proposed by the European Union): {ALT}\n\n2.", [("1~alt", "European Union", ("choose", "weaken"), ALT)]),
        ("en", "\n\n2.", f"\n\n1 alt. [European Union: {ALT}]\n\n2.", [("1~alt", "European Union", ("choose", "weaken"), ALT)]),
        ("zh", "\n\n1.", "\n\nPP2之二. ［欧盟：关切地注意到旱灾，］\n\n1.", [("P2~bis", "欧盟", ("add_paragraph",), "关切地注意到旱灾，")]),
        ("zh", "\n\n2.", "\n\n1备选（欧盟提出）：邀请会员国保护湖泊；\n\n2.", [("1~alt", "欧盟", ("choose",), "邀请会员国保护湖泊；")]),
        # what is said of a whole paragraph, before its words or behind them
        ("en", "1. ", "1. [European Union: delete paragraph] ", [("1", "European Union", ("drop_paragraph",), FIRST["en"])]),
        ("en", "2024;", "2024; [European Union: delete paragraph]", [("1", "European Union", ("drop_paragraph",), FIRST["en"])]),
        ("en", "1. ", "1. [EU, Chad: delete] [Peru: retain] ", [("1", "EU, Chad", ("drop_paragraph",), FIRST["en"]), ("1", "Peru", ("keep",), FIRST["en"])]),
        ("en", "Noting", "[US: delete] Noting", [("P2", "US", ("drop_paragraph",), "Noting the floods,")]),
        ("en", "2024;", "2024; [Switzerland: merge with 13]", [("1", "Switzerland", ("remark",), "merge with 13")]),
        ("en", "2024;", "2024; [Switzerland: move to preamble]", [("1", "Switzerland", ("remark",), "move to preamble")]),
        ("en", "2024;", "2024; [United States: reservation]", [("1", "United States", ("remark",), "reservation")]),
        ("zh", "1. ", "1. ［欧盟：删除本段］", [("1", "欧盟", ("drop_paragraph",), FIRST["zh"])]),
        ("zh", "水井；", "水井；［欧盟：删去整段］", [("1", "欧盟", ("drop_paragraph",), FIRST["zh"])]),
        ("zh", "水井；", "水井；［瑞士：与第13段合并］", [("1", "瑞士", ("remark",), "与第13段合并")]),
        ("zh", "水井；", "水井；［美国：保留］", [("1", "美国", ("keep",), FIRST["zh"])]),
        ("zh", "水井；", "水井；［美国：保留立场］", [("1", "美国", ("remark",), "保留立场")]),
        # what is closed
        ("en", "women;", "women; (agreed ad ref.)", [("2", None, ("agreed",), "agreed ad ref.")]),
        ("en", "2. ", "2. [agreed ad ref] ", [("2", None, ("agreed",), "agreed ad ref")]),
        ("en", "women;", "women; [agreed]", [("2", None, ("agreed",), "agreed")]),
        ("en", "women;", "women; (closed)", [("2", None, ("agreed",), "closed")]),
        ("zh", "妇女；", "妇女；（已商定待核准）", [("2", None, ("agreed",), "已商定待核准")]),
        ("zh", "妇女；", "妇女；［已结束］", [("2", None, ("agreed",), "已结束")]),
        # one delegation has one name
        ("en", "the lakes and the wells", "the lakes [US: delete “and the wells”] [United States: , as appropriate,]", [
            ("1", "United States", ("drop",), "and the wells"), ("1", "United States", ("weaken",), ", as appropriate,"),
        ]),
    ],
)  # fmt: skip
def test_what_delegations_write_is_a_row_of_theirs(
    language: str, words: str, written: str, rows: list[tuple[object, ...]]
) -> None:
    last = PARTIES[language]
    old, new = (
        eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text))))
        for text in (last, last.replace(words, written, 1))
    )
    proposed = [
        (row.paragraph, each.proposer, each.effects, in_words(each))
        for row in find_proposals(eco.compare_editions(old, new))
        for each in row.proposals
    ]
    assert proposed == rows
