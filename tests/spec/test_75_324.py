"""What a reader finds in the bundled resolution, as a table: the parser must find the same."""

from __future__ import annotations

from datetime import date

import pytest

import ecoanalysis as eco
from ecoanalysis.model.facts import Facts


@pytest.fixture(scope="module")
def facts() -> Facts:
    return eco.extract_facts(eco.parse_resolution(eco.sample()))


def test_the_resolution_says_of_itself(facts: Facts) -> None:
    resolution = facts.resolution
    assert resolution.symbol == "A/RES/75/324"
    assert (resolution.organ, resolution.session, resolution.number) == ("GA", 75, "324")
    assert resolution.title == "联合国同经济合作组织的合作"
    assert resolution.adopted_on == date(2021, 9, 9)
    assert resolution.meeting == 102
    assert resolution.drafts == ()


def test_a_draft_that_only_the_link_list_names_is_doubted(facts: Facts) -> None:
    doubts = [found for found in facts.resolution.diagnostics if found.code == "draft-only-in-links"]
    assert "A/75/L.128" in doubts[0].message
    assert facts.resolution.document.raw[doubts[0].start : doubts[0].end].endswith("A/75/L.128")


def test_parts_and_numbers(facts: Facts) -> None:
    ids = {part: [p.id for p in facts.resolution.paragraphs if p.part == part] for part in ("preamble", "operative")}
    assert ids["preamble"] == ["P1", "P2", "P3", "P4"]
    assert ids["operative"] == [str(number) for number in range(1, 40)]


@pytest.mark.parametrize(
    ("number", "paragraph", "before", "after"),
    [
        ("1", "1", "执行情况的报告，", "肯定两个组织"),
        ("2", "3", "《巴库宣言》；", ""),
        ("3", "10", "《经济合作组织贸易协定》，", "并邀请世界贸易组织"),
        ("4", "11", "(包括目标9和17)", "以及大会"),
        ("5", "15", "(《国际公路货运公约》)", "成员资格"),
        ("6", "15", "《国际公路货物运输合同公约》", "的经济合作组织成员国"),
        ("7", "15", "加入其附加议定书", "和其他相关"),
        ("8", "30", "仙台减少灾害风险框架》", "的《经济合作组织"),
        ("9", "35", "伊斯坦布尔进程，", "并邀请相关联合国机构"),
    ],
)
def test_each_footnote_stands_at_its_mark(facts: Facts, number: str, paragraph: str, before: str, after: str) -> None:
    note = next(note for note in facts.resolution.footnotes if note.number == number)
    text = facts.resolution.paragraph(paragraph).text
    assert note.paragraph == paragraph
    assert note.position is not None
    assert note.mark is not None
    assert text[: note.position].endswith(before)
    assert text[note.position :].startswith(after)
    assert facts.resolution.document.raw[note.mark.start : note.mark.end] == number


def test_a_page_break_inside_a_paragraph_leaves_no_trace(facts: Facts) -> None:
    text = facts.resolution.paragraph("25").text
    assert "联合国关于在发生严重干旱和/或荒漠化的国家特别是在非洲防治荒漠化的公约秘书处" in text
    assert "http" not in text


def test_facts_are_offsets_into_the_raw_text(facts: Facts) -> None:
    raw = facts.resolution.document.raw
    for mention in facts.agencies:
        written = "".join(raw[mention.start : mention.end].split())
        # a mention across a page break has the lifted note and links between its two halves
        assert written == mention.surface or (written[0], written[-1]) == (mention.surface[0], mention.surface[-1])


def test_the_reporting_obligation(facts: Facts) -> None:
    (clause,) = [clause for clause in facts.clauses if clause.report]
    assert clause.report is not None
    assert clause.paragraph == "38"
    assert clause.report.reporter == "secretary-general"
    assert clause.report.recipient == "general-assembly"
    assert clause.report.due_session == 77


@pytest.mark.parametrize(
    ("note", "symbol", "kind"),
    [
        ("fn1", "A/75/345-S/2020/898", "document"),
        ("fn3", "UNTS 2562/45696", "treaty"),
        ("fn4", "A/RES/70/1", "resolution"),
        ("fn6", "UNTS 399/5742", "treaty"),  # 同上，第 399 卷
        ("fn9", "A/66/601-S/2011/767", "document"),
    ],
)
def test_what_footnotes_cite(facts: Facts, note: str, symbol: str, kind: str) -> None:
    found = [(citation.symbol, citation.kind) for citation in facts.citations if citation.paragraph == note]
    assert found == [(symbol, kind)]


@pytest.mark.parametrize(
    ("paragraph", "surface", "antecedents"),
    [
        ("P4", "它们", ["united-nations-system", None, None]),
        ("29", "它们", [None, None, "who", "isbt", "undp", "unicef", "unfpa"]),  # not ECO, whom they are to support
        ("31", "该司", ["unsd"]),
    ],
)
def test_words_that_point_back(facts: Facts, paragraph: str, surface: str, antecedents: list[str | None]) -> None:
    (found,) = [
        addressee
        for clause in facts.clauses
        if clause.paragraph == paragraph
        for addressee in clause.addressees
        if addressee.kind == "anaphor"
    ]
    assert found.surface == surface
    assert [antecedent.agency for antecedent in found.antecedents] == antecedents


def test_where_no_party_is_named_none_is_guessed(facts: Facts) -> None:
    (clause,) = [clause for clause in facts.clauses if clause.paragraph == "16" and clause.class_ == "DIR"]
    (addressee,) = clause.addressees
    assert (addressee.kind, addressee.surface, addressee.span) == ("unspecified", None, None)
