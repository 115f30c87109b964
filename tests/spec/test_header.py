"""What the head of a text says: whose it is, what it is, where and when it was adopted, who voted how."""

# ruff: noqa: E501
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ecoanalysis.extract import extract_facts
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_bytes, read_document, read_text

BODY = {
    "en": "{organ},\n\nRecalling its resolution 79/811,\n\n1. Requests the Secretary-General to report;\n\n2. Decides to go on.",
    "zh": "{organ}，\n\n回顾其第79/811号决议，\n\n1. 请秘书长提交报告；\n\n2. 决定继续审议。",
    "fr": "{organ},\n\nRappelant sa résolution 79/811,\n\n1. Prie le Secrétaire général de faire rapport ;\n\n"
    "2. Décide de rester saisie de la question.",
}


def head(lines: str, organ: str = "The General Assembly", language: str = "en", tail: str = ""):
    return parse_resolutions(read_text(f"{lines}\n\n{BODY[language].format(organ=organ)}\n\n{tail}\n"))[0]


@pytest.mark.parametrize(
    ("lines", "language", "organ", "symbol", "item", "sponsors", "title"),
    [
        (
            "A/C.2/81/L.7\nSecond Committee\nAgenda item 18 (a)\nSustainable development\n\n"
            "Antigua and Barbuda, Chad,\nFiji and Peru: draft resolution\n\nLakes and the sharing\nof water data",
            "en",
            "The General Assembly",
            "A/C.2/81/L.7",
            "18 (a)",
            ("Antigua and Barbuda", "Chad", "Fiji", "Peru"),
            "Lakes and the sharing of water data",
        ),
        (
            "A/81/L.9/Rev.1\nAgenda items 14 and 122\n\nChad:** revised draft resolution\n\nLakes",
            "en",
            "The General Assembly",
            "A/81/L.9/Rev.1",
            "14, 122",
            ("Chad",),
            "Lakes",
        ),
        (
            "A/C.5/81/L.4\n\nDraft resolution submitted by the Chair of the Committee following\ninformal consultations\n\nLakes",
            "en",
            "The General Assembly",
            "A/C.5/81/L.4",
            None,
            ("Chair of the Committee",),
            "Lakes",
        ),
        (
            "A/C.2/81/L.8\n\nIraq (on behalf of the States Members of the United Nations that are\n"
            "members of the Group of 77 and China): draft resolution\n\nLakes",
            "en",
            "The General Assembly",
            "A/C.2/81/L.8",
            None,
            (
                "Iraq (on behalf of the States Members of the United Nations that are members of the Group of 77 and China)",
            ),
            "Lakes",
        ),
        (
            "S/2026/88\n\nChad and Peru: draft resolution",
            "en",
            "The Security Council",
            "S/2026/88",
            None,
            ("Chad", "Peru"),
            None,
        ),
        (
            "A/C.2/81/L.7\n议程项目18(a)\n\n乍得、斐济和秘鲁：决议草案\n\n湖泊",
            "zh",
            "大会",
            "A/C.2/81/L.7",
            "18 (a)",
            ("乍得", "斐济", "秘鲁"),
            "湖泊",
        ),
        ("起草国：甲国、乙国\n议题：湖泊\n决议草案 1.2", "zh", "联合国大会", None, None, ("甲国", "乙国"), "湖泊"),
        (
            "A/C.2/81/L.7\nPoint 18 a) de l'ordre du jour\n\nPérou et Tchad : projet de résolution\n\nLacs",
            "fr",
            "L'Assemblée générale",
            "A/C.2/81/L.7",
            "18 (a)",
            ("Pérou", "Tchad"),
            "Lacs",
        ),
    ],
)
def test_the_head_of_a_draft(
    lines: str, language: str, organ: str, symbol: str, item: str, sponsors: tuple[str, ...], title: str
) -> None:
    draft = head(lines, organ, language)
    assert (draft.status, draft.symbol, draft.agenda_item) == ("draft", symbol, item)
    assert (draft.sponsors, draft.title, draft.adopted_on) == (sponsors, title, None)


@pytest.mark.parametrize(
    ("lines", "tail", "symbol", "day", "meeting"),
    [
        (
            "RESOLUTION 1991 (1996)\nAdopted by the Security Council at its 3699th meeting,\non 15 January 1996",
            "",
            "S/RES/1991 (1996)",
            date(1996, 1, 15),
            3699,
        ),
        (
            "Resolution 386 (1976)\nof 17 March 1976",
            "Adopted at the 1891st meeting by 13 votes to none, with 2 abstentions (Chad, Fiji).",
            "S/RES/386 (1976)",
            date(1976, 3, 17),
            1891,
        ),
        (
            "386 (1976). Resolution of 17 March 1976",
            "Adopted unanimously at the 1891st meeting.",
            "S/RES/386 (1976)",
            date(1976, 3, 17),
            1891,
        ),
    ],
)
def test_the_security_council_gives_no_title(lines: str, tail: str, symbol: str, day: date, meeting: int) -> None:
    resolution = head(lines, "The Security Council", tail=tail)
    assert (resolution.symbol, resolution.adopted_on, resolution.meeting) == (symbol, day, meeting)
    assert (resolution.title, resolution.status) == (None, "adopted")
    assert not [doubt for doubt in resolution.diagnostics if doubt.code == "title-missing"]


@pytest.mark.shared
def test_a_part_without_a_title_has_that_of_its_collection(shared: Path) -> None:
    parts = parse_resolutions(read_document(shared / "unxml" / "zh" / "A_RES_76_84_A-B.xml"))
    assert [part.title for part in parts] == ["有关信息的问题"] * 2
    assert [[doubt.code for doubt in part.diagnostics] for part in parts] == [["title-common"]] * 2


@pytest.mark.parametrize(
    ("kind", "code"),
    [("draft decision", "draft-decision"), ("amendment to draft resolution A/81/L.2", "draft-amendment")],
)
def test_what_is_no_draft_resolution_says_so(kind: str, code: str) -> None:
    assert code in [doubt.code for doubt in head(f"A/81/L.9\n\nChad: {kind}\n\nLakes").diagnostics]


@pytest.mark.parametrize(
    ("lines", "language", "committee"),
    [
        ("81/7. Lakes\n[on the report of the Sixth Committee (A/81/1, para. 9)]", "en", "C6"),
        (
            "[on the report of the Special Political and Decolonization Committee\n(Fourth Committee) (A/81/1)]",
            "en",
            "C4",
        ),
        ("[without reference to a Main Committee (A/81/L.2)]", "en", "plenary"),
        ("[根据第三委员会的报告(A/81/1，第9段)通过]", "zh", "C3"),
        ("[sans renvoi à une grande commission (A/81/L.2)]", "fr", "plenary"),
        ("A/C.3/81/L.7\n\nChad: draft resolution", "en", None),
        ("Review of the reports of the Third Committee", "en", None),
    ],
)
def test_a_committee_is_what_the_head_names(lines: str, language: str, committee: str | None) -> None:
    organ = {"en": "The General Assembly", "zh": "大会", "fr": "L'Assemblée générale"}[language]
    assert head(lines, organ, language).committee == committee


def test_votes_that_a_text_lists() -> None:
    tail = "7th meeting\n8 October 2026\n\n[Adopted by a recorded vote of 2 to 1, with 1 abstention. In favour:\nChad, Peru\nAgainst:\nFiji\nAbstaining:\nTürkiye]"
    votes = head("63/2. Lakes", "The Human Rights Council", tail=tail).votes
    assert [(vote.country, vote.vote) for vote in votes] == [
        ("TCD", "yes"),
        ("PER", "yes"),
        ("FJI", "no"),
        ("TUR", "abstain"),
    ]


XML = """<akomaNtoso><meta><classification>
<keyword value="a" href="http://metadata.un.org/sdg/6" showAs="sdg_6" dictionary="SDGO"/>
<keyword value="lakes" href="" showAs="lakes" dictionary="UNBIS Thesaurus"/></classification>
<step outcome="draftResolution" as="A/81/L.2" by="Czechi a, Saint Vincent and The Grenadines and Fiji"/>
<step outcome="draftResolutionAdditionalSponsors" by="Chad. - Removes Fiji from the list, Guinea -Bissau"/>
<voting outcome="adoptedRecordedVote"><count value="1" refersTo="inFavour"><voters><organization>GUINEA-BISSAU</organization>
</voters></count><count value="1" refersTo="abstaining"><voters><organization>ATLANTIS</organization></voters></count></voting>
</meta><coverPage><docProponent refersTo="#noMainCommittee">[without reference to a Main Committee]</docProponent></coverPage>
<preamble><formula><p>The General Assembly,</p></formula></preamble>
<body><paragraph><num>1.</num><content><p>Requests a report.</p></content></paragraph></body></akomaNtoso>"""


def test_what_the_xml_states_is_kept() -> None:
    resolution = parse_resolutions(read_bytes(XML.encode(), "text.xml"))[0]
    assert resolution.committee == "plenary"
    assert [(one.scheme, one.id, one.label) for one in resolution.subjects] == [
        ("SDG", "6", "sdg 6"),
        ("UNBIS", "lakes", "lakes"),
    ]
    assert [(vote.country, vote.vote) for vote in resolution.votes] == [("GNB", "yes"), (None, "abstain")]
    assert "voter-unregistered" in [doubt.code for doubt in resolution.diagnostics]
    assert resolution.sponsors[:3] == ("Czechia", "Saint Vincent and the Grenadines", "Fiji")


@pytest.mark.parametrize(
    "head_line", ["安全理事会2026年10月20日第10021次会议通过", "2026年10月20日安全理事会第10021次会议一致通过"]
)
def test_a_chinese_head_says_day_and_meeting_in_either_order(head_line: str) -> None:
    resolution = head(f"第2901(2026)号决议\n{head_line}", "安全理事会", "zh")
    assert (resolution.symbol, resolution.adopted_on, resolution.meeting) == (
        "S/RES/2901 (2026)",
        date(2026, 10, 20),
        10021,
    )


@pytest.mark.parametrize("damaged", ["The Securlty Council", "The Security Coundl", "Tbe Security Council"])
def test_a_formula_with_a_damaged_letter_is_one_and_is_said_to_be_damaged(damaged: str) -> None:
    resolution = head(
        "RESOLUTION 678 (1990)\nAdopted by the Security Council at its 2963rd meeting, on 29 November 1990", damaged
    )
    assert (resolution.symbol, resolution.organ, resolution.formula) == ("S/RES/678 (1990)", "SC", f"{damaged},")
    assert "formula-damaged" in [doubt.code for doubt in resolution.diagnostics]
    paragraph = resolution.paragraph("1")
    assert "".join(resolution.document.raw[offset] for offset in paragraph.offsets) == paragraph.text


POINTS = {
    "en": "1. URGES Member States:\n(1) to measure levels;\n(2) to share data;\n\n2. DECIDES to go on.",
    "zh": "1. 敦促会员国：\n（1）测量水位；\n（2）分享数据；\n\n2. 决定继续审议。",
}


@pytest.mark.parametrize(
    ("head_lines", "formula", "recital", "language", "title", "verbs"),
    [
        ("Decision 4/CP.9\n\nLakes", "The Conference of the Parties,", "Recalling its rules,", "en", "Lakes", 4),
        ("WHA92.7\n\nLakes", "The Ninety-second World Health Assembly,", "Recalling its rules;", "en", "Lakes", 4),
        (
            "UNEP/EA.9/Res.4\n\n9/4. Lakes",
            "The United Nations Environment Assembly,",
            "Recalling 8/1,",
            "en",
            "Lakes",
            4,
        ),
        ("GC(81)/RES/4\n\nLakes", "The General Conference,", "(a) Recalling its rules,", "en", "Lakes", 4),
        ("WHA92.7\n\n湖泊", "第九十二届世界卫生大会，", "忆及以往决议；", "zh", "湖泊", 4),
        ("第4/CP.9号决定\n\n湖泊", "缔约方会议，", "审议了报告，\n\n忆及以往决议，", "zh", "湖泊", 5),
    ],
)
def test_an_organ_that_is_not_listed_speaks_too_and_no_symbol_is_claimed(
    head_lines: str, formula: str, recital: str, language: str, title: str, verbs: int
) -> None:
    text = f"{head_lines}\n\n{formula}\n\n{recital}\n\n{POINTS[language]}\n"
    resolution = parse_resolutions(read_text(text))[0]
    assert (resolution.formula, resolution.title) == (formula, title)
    assert (resolution.symbol, resolution.organ, resolution.session) == (None, None, None)
    assert [each.id for each in resolution.paragraphs if each.part == "operative"] == ["1", "1.a", "1.b", "2"]
    assert len(extract_facts(resolution).clauses) == verbs + 1
    codes = [doubt.code for doubt in resolution.diagnostics]
    assert "formula-unlisted" in codes
    assert "part-of-a-text" not in codes


AMENDMENT = (
    "A/81/L.9\nAgenda item 20 (a)\n\nChad, Fiji and Peru:* amendment to draft resolution A/81/L.2\n\nLakes and the sharing\n"
    "of water data\n\n{body}\n\n* The list of sponsors may change.\n"
)


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("Delete the fourth preambular paragraph.", 1),
        (
            '1. In the third preambular paragraph, delete "of lakes".\n\n2. In operative paragraph 7, insert "and rivers".',
            2,
        ),
        ("After operative paragraph 9, insert the following paragraph:\n\nCalls upon Member States to help;", 2),
    ],
)
def test_an_amendment_is_a_draft_of_its_own(body: str, paragraphs: int) -> None:
    draft = parse_resolutions(read_text(AMENDMENT.format(body=body)))[0]
    assert (draft.symbol, draft.title, draft.status) == ("A/81/L.9", "Lakes and the sharing of water data", "draft")
    assert (draft.sponsors, draft.agenda_item) == (("Chad", "Fiji", "Peru"), "20 (a)")
    assert len([each for each in draft.paragraphs if each.part == "operative"]) == paragraphs
    assert "draft-amendment" in [doubt.code for doubt in draft.diagnostics]


def test_names_of_states_stand_as_the_list_writes_them() -> None:
    listed = "Belarus, Benin, Haiti, Israel, Montenegro, Nepal, Senegal and Yemen"
    draft = head(f"A/81/L.9\n\n{listed}: draft resolution\n\nLakes")
    assert ", ".join(draft.sponsors) == listed.replace(" and", ",")
    assert [sponsor.country for sponsor in draft.sponsorship] == [
        "BLR",
        "BEN",
        "HTI",
        "ISR",
        "MNE",
        "NPL",
        "SEN",
        "YEM",
    ]


def test_for_whom_a_sponsor_speaks() -> None:
    listed = "Iraq (on behalf of the States Members of the United Nations that are members of the Group of 77 and China) and Atlantis"
    iraq, atlantis = head(f"A/81/L.9\n\n{listed}: draft resolution\n\nLakes").sponsorship
    assert (iraq.name, iraq.country, iraq.behalf) == ("Iraq", "IRQ", "Group of 77 and China")
    assert (atlantis.kind, atlantis.country) == (None, None)


@pytest.mark.parametrize(
    ("printed", "notes", "title", "called"),
    [
        ("Readings of gauges1", "1 See A/80/12.\n2 A/81/5.", "Readings of gauges", ["title", "2"]),
        ("Readings of gauges,1 and their zero points", "1 See A/80/12.", "Readings of gauges, and their zero points", ["title"]),
        ("Review of phase 2", "1 See A/80/12.\n2 A/81/5.", "Review of phase 2", [None, "2"]),
        ("The gauges in 2030", "1 See A/80/12.\n2 A/81/5.", "The gauges in 2030", [None, "2"]),
    ],
)  # fmt: skip
def test_a_note_called_in_the_title_is_no_word_of_it(printed: str, notes: str, title: str, called: list[str]) -> None:
    """A number of the title's own stays, where another place is left for the mark; the first note's is lost here."""
    body = "The General Assembly,\n\nRecalling its resolution 79/811,\n\n1. Takes note of the plan;\n\n2. Requests a report;2"
    resolution = parse_resolutions(read_text(f"81/1. {printed}\n\n{body}\n\n_______________\n{notes}\n"))[0]
    assert (resolution.title, [note.paragraph for note in resolution.footnotes]) == (title, called)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("50th plenary meeting 15 December 2026", "en"),
        ("50th plenary meeting, 15 December 2026", "en"),
        ("50th (resumed) plenary meeting 15 December 2026", "en"),
        ("50th plenary meeting (resumed), 15 December 2026", "en"),
        ("15 December 2026, 50th plenary meeting", "en"),
        ("2026年12月15日 第50次全体会议", "zh"),
        ("2026年12月15日，第50次全体会议", "zh"),
        ("第50次全体会议 2026年12月15日", "zh"),
        ("50e séance plénière, 15 décembre 2026", "fr"),
        ("50e séance plénière (reprise) 15 décembre 2026", "fr"),
    ],
)
def test_meeting_and_date_on_one_line_close_the_text(line: str, language: str) -> None:
    organ = {"en": "The General Assembly", "zh": "大会", "fr": "L'Assemblée générale"}[language]
    resolution = head("81/9. Lakes", organ, language, tail=line)
    assert (resolution.meeting, resolution.adopted_on) == (50, date(2026, 12, 15))
    closing = [one.text.replace(" ", "") for one in resolution.paragraphs if one.part == "closing"]
    assert closing == [line.replace(" ", "")]
    assert [one.id for one in resolution.paragraphs if one.part == "operative"] == ["1", "2"]


@pytest.mark.parametrize("rule", ["", "__________________\n"])
@pytest.mark.parametrize(
    ("listed", "note", "language", "behalf"),
    [
        ("Chad:* draft resolution", "* On behalf of the Group of Lakes.", "en", "Group of Lakes"),
        (
            "Chad:** draft resolution",
            "** On behalf of the States Members of the United Nations that are members of the Group of Lakes.",
            "en",
            "Group of Lakes",
        ),
        (
            "Chad:* draft resolution",
            "* On behalf of the States that are members of the Group of Lakes, and with thanks to all.",
            "en",
            "Group of Lakes",
        ),
        ("Chad:* draft resolution", "* The list of sponsors may grow.", "en", None),
        ("乍得：* 决议草案", "* 代表属于湖泊国家集团成员国的联合国会员国。", "zh", "湖泊国家集团"),
        ("Tchad* : projet de résolution", "* Au nom du Groupe des lacs.", "fr", "Groupe des lacs"),
    ],
)
def test_a_note_below_says_for_whom_a_sponsor_speaks(
    listed: str, note: str, language: str, behalf: str | None, rule: str
) -> None:
    organ = {"en": "The General Assembly", "zh": "大会", "fr": "L'Assemblée générale"}[language]
    resolution = head(f"A/C.2/81/L.9\n\n{listed}\n\nLakes", organ, language, tail=f"{rule}{note}")
    (sponsor,) = resolution.sponsorship
    assert (sponsor.country, sponsor.behalf) == ("TCD", behalf)
    assert [one.id for one in resolution.paragraphs if one.part == "operative"] == ["1", "2"]
