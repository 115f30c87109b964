"""Forms of resolutions as a table: the text as people have it, and the paragraphs that a reader sees in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import ecoanalysis as eco
from ecoanalysis.errors import NotAResolutionError
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_bytes

POINTS = """75/1. 合作
大会，
回顾其第70/1号决议，
1. 请秘书长：
(a) 编写报告；
(b) 考虑下列事项：
(一) 提供资金；
(二) 提供人员；
(c) 提交报告；
2. 决定继续审议此事。
2020年9月21日
第1次全体会议
"""

SECTIONS = """75/2. 发展
大会，
回顾其第70/1号决议，
一
贸易
1. 请秘书长提交报告；
2. 鼓励各国合作；
二
能源
1. 邀请各国考虑；
2. 决定继续审议。
2020年9月21日
第1次全体会议
"""

HEADINGS = """75/3. 发展
大会，
回顾其第70/1号决议，
贸易
1. 请秘书长提交报告；
能源
2. 决定继续审议。
2020年9月21日
第1次全体会议
"""

SINGLE = """75/4. 会费
大会，
审议了秘书长的报告，
决定将该项目列入议程。
2020年9月21日
第1次全体会议
"""

DRAFT = """2023/5. 预防犯罪
经济及社会理事会，
建议大会通过下列决议草案：
大会，
回顾其第70/1号决议，
1. 请秘书长提交报告；
2. 决定继续审议。
2023年6月7日
第25次全体会议
"""

COUNCIL = """第1373(2001)号决议
安全理事会，
重申其第1269(1999)号决议，
1. 决定所有国家应合作；
2. 决定继续处理此案。
"""

OLD = """  53/15.  联合国同经济合作组织的合作

大会,

    回顾其1993年10月13日第48/2号决议,

    1.  赞赏地注意到秘书长的报告;1/

    2.  请秘书长提出报告;

    3.  决定继续审议。

1998年10月29日
第48次全体会议

__________
1/ A/53/313。
"""

TWO = """75/5. 合作
大会，
回顾其第70/1号决议，
1. 请秘书长提交报告；
2. 决定继续审议。
2020年9月21日
第1次全体会议
75/6. 贸易
大会，
回顾其第70/2号决议，
1. 鼓励各国合作。
2020年9月22日
第2次全体会议
"""

ANNEX = """75/7. 宣言
大会，
回顾其第70/1号决议，
通过本决议附件所载的宣言。
2020年9月21日
第1次全体会议
附件
宣言
1. 我们各国重申承诺。
2. 我们决心合作。
"""

HRC = """53/1. 权利
人权理事会，
回顾其第51/4号决议，
1. 请高级专员提交报告；
2. 决定继续处理此事。
"""

EMERGENCY = """ES-11/1. 局势
大会，
回顾《联合国宪章》，
1. 重申承诺；
2. 决定休会。
2022年3月2日
第5次全体会议
"""

CASES = [
    pytest.param(POINTS, "A/RES/75/1", ["P1", "1", "1.a", "1.b", "1.b.i", "1.b.ii", "1.c", "2"], id="points"),
    pytest.param(SECTIONS, "A/RES/75/2", ["P1", "I.1", "I.2", "II.1", "II.2"], id="numbering restarts under headings"),
    pytest.param(HEADINGS, "A/RES/75/3", ["P1", "1", "2"], id="headings without restart"),
    pytest.param(SINGLE, "A/RES/75/4", ["P1", "1"], id="a single unnumbered operative paragraph"),
    pytest.param(DRAFT, "E/RES/2023/5", ["1", "annex.P1", "annex.1", "annex.2"], id="a draft for another organ"),
    pytest.param(COUNCIL, "S/RES/1373 (2001)", ["P1", "1", "2"], id="Security Council"),
    pytest.param(OLD, "A/RES/53/15", ["P1", "1", "2", "3"], id="half-width punctuation"),
    pytest.param(ANNEX, "A/RES/75/7", ["P1", "1", "annex.1", "annex.2"], id="annex"),
    pytest.param(HRC, "A/HRC/RES/53/1", ["P1", "1", "2"], id="Human Rights Council"),
    pytest.param(EMERGENCY, "A/RES/ES-11/1", ["P1", "1", "2"], id="emergency special session"),
]


@pytest.mark.parametrize(("text", "symbol", "ids"), CASES)
def test_paragraphs(text: str, symbol: str, ids: list[str]) -> None:
    (resolution,) = parse_resolutions(eco.read_text(text))
    assert resolution.symbol == symbol
    found = [paragraph.id for paragraph in resolution.paragraphs if paragraph.part not in ("title", "closing")]
    assert found == ids


def test_several_resolutions_in_one_file() -> None:
    found = parse_resolutions(eco.read_text(TWO))
    assert [(resolution.part, resolution.symbol) for resolution in found] == [(1, "A/RES/75/5"), (2, "A/RES/75/6")]
    assert [resolution.title for resolution in found] == ["合作", "贸易"]
    assert [resolution.meeting for resolution in found] == [1, 2]


def test_an_old_footnote_mark_is_no_text() -> None:
    (resolution,) = parse_resolutions(eco.read_text(OLD))
    (note,) = resolution.footnotes
    assert (note.number, note.paragraph) == ("1", "1")
    assert resolution.paragraph("1").text == "赞赏地注意到秘书长的报告;"


def test_points_inherit_the_verb_and_the_party_of_their_chapeau() -> None:
    facts = eco.extract_facts(eco.parse_resolution(eco.read_text(POINTS)))
    point = next(clause for clause in facts.clauses if clause.paragraph == "1.b.ii")
    assert (point.verb.surface, point.class_, point.band) == ("请", "DIR", "D3")
    (addressee,) = point.addressees
    assert (addressee.surface, addressee.agency, addressee.kind) == ("秘书长", "secretary-general", "inherited")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_same_text_in_any_encoding(encoding: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "resolution.txt"
    file.write_bytes((POINTS * 1 + "\n").encode(encoding))
    assert eco.parse_resolution(eco.read_document(file)).symbol == "A/RES/75/1"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_one_paragraph_a_line_as_a_word_processor_saves_text(encoding: str, ends: str) -> None:
    whole = eco.extract_facts(eco.parse_resolution(eco.sample()))
    title, *paragraphs = whole.resolution.paragraphs
    numbered = [f"{one.number}. {one.text}" if one.number else one.text for one in paragraphs]
    lines = [f"75/324. {title.text}", "大会，", *numbered]
    facts = eco.extract_facts(eco.parse_resolution(read_bytes(ends.join(lines).encode(encoding), "saved.txt")))
    said = [(clause.paragraph, clause.verb.surface, clause.class_, clause.band) for clause in facts.clauses]
    assert said == [(clause.paragraph, clause.verb.surface, clause.class_, clause.band) for clause in whole.clauses]


def test_a_working_paper_is_none() -> None:
    with pytest.raises(NotAResolutionError):
        parse_resolutions(eco.read_text("一. 概况\n1. 领土位于大西洋。\n2. 人口为六万五千人。\n"))


SENTENCE = {
    "fr": "Prie le Secrétaire général de présenter un rapport sur la situation des lacs à sa prochaine session;",
    "en": "Requests the Secretary-General to submit a report on the state of lakes to it at its next session;",
    "ar": "تطلب إلى الأمين العام أن يقدم تقريرا عن حالة البحيرات إلى الجمعية العامة في دورتها المقبلة;",
    "zh": "请秘书长向大会下届会议提交关于湖泊状况的报告，并就今后的工作方式提出建议；",
}


@pytest.mark.parametrize(("words", "doubted"), [("en", False), ("fr", True), ("ar", True), ("zh", False)])
def test_a_text_in_another_language_than_its_file_says_is_doubted(words: str, doubted: bool) -> None:
    head = "75/1. 湖泊\n\n大会，\n" if words == "zh" else "75/1. Lakes\n\nThe General Assembly,\n"
    text = head + "".join(f"\n{number}. {SENTENCE[words]}\n" for number in (1, 2, 3))
    document = replace(eco.read_text(head), raw=text, language="zh" if words == "zh" else "en")
    (resolution,) = parse_resolutions(document)
    assert ("other-language" in [found.code for found in resolution.diagnostics]) is doubted


def test_a_figure_alone_behind_the_closing_is_the_pages() -> None:
    """55/42 ends with the number of its page."""
    text = (
        "55/42. Bridges\n\nThe General Assembly,\n1. Requests the Secretary-General to repair the bridges of the two\n"
        "countries and of their neighbours;\n2. Decides to remain seized of the matter.\n70th plenary meeting\n"
        "21 November 2000\n\n3\n"
    )
    resolution = eco.parse_resolution(eco.read_text(text))
    assert resolution.adopted_on == date(2000, 11, 21)
    assert [diagnostic.code for diagnostic in resolution.diagnostics if diagnostic.level == "error"] == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("marks", "list_"),
    [
        ("[1] [2]", "[1] A/81/78.\n\n[2] Resolution 79/3,\nannex."),
        ("(1) (2)", "(1) A/81/78.\n(2) Resolution 79/3,\nannex."),
        ("[a] [b]", "[a] A/81/78.\n\n[b] Resolution 79/3,\nannex."),
    ],
    ids=["numbers", "round brackets", "letters"],
)
def test_notes_in_brackets_are_listed_behind_the_text(marks: str, list_: str, ends: str) -> None:
    first, second = marks.split()
    text = (
        f"81/9. Lakes\n\nThe General Assembly,\n\nRecalling its resolution 79/2,{first} and the plan,\n\n"
        f"1. Takes note of the report;{second}\n\n2. Requests a survey.\n\n5th plenary meeting\n1 May 2026\n\n{list_}\n"
    )
    document = eco.read_text(text.replace("\n", ends))
    resolution = eco.parse_resolution(document)
    texts = {one.id: one.text for one in resolution.paragraphs}
    assert texts["P1"] == "Recalling its resolution 79/2, and the plan,"
    assert (texts["1"], texts["2"]) == ("Takes note of the report;", "Requests a survey.")
    notes = [(note.number, note.paragraph, " ".join(note.text.split())) for note in resolution.footnotes]
    assert notes == [(first[1], "P1", "A/81/78."), (second[1], "1", "Resolution 79/3, annex.")]
    assert "vote list" not in {stretch.role for stretch in eco.ledger(document)}


@pytest.mark.parametrize("line", ["[1] A/81/78.", "（1）A/81/78。"])
def test_a_note_that_nothing_calls_is_no_list_of_votes(line: str) -> None:
    body = "The General Assembly,\n\n1. Notes a plan;[7]\n\n2. Requests a survey.\n\n5th plenary meeting\n1 May 2026"
    text = f"81/9. Lakes\n\n{body}\n\n{line}\n"
    document = eco.read_text(text)
    resolution = eco.parse_resolution(document)
    assert [one.id for one in resolution.paragraphs] == ["title", "1", "2", "closing"]
    assert "unplaced" in [diagnostic.code for diagnostic in resolution.diagnostics]
    assert "vote list" not in {stretch.role for stretch in eco.ledger(document)}
