# ruff: noqa: E501 - the tables read as the files they describe, one mark a line
"""AKN4UN read as raw text and marks: two made-up files, and the real ones."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

import ecoanalysis as eco
from ecoanalysis.errors import UnknownLanguageError, UnreadableDocumentError
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.read import akn, read_bytes, read_document
from ecoanalysis.read.akn.metadata import Metadata

DATA = Path(__file__).resolve().parents[1] / "data"
BLOCKS = ("symbol", "title", "organ", "preambular", "operative", "point", "heading", "annex", "closing", "text", "note")

METADATA = {
    "zh": [
        ("adopted_on", "2031-03-14"),  # as printed, not as the file's head has it
        ("meeting", "9"),
        ("agenda_item", "27"),
        ("draft", "A/99/L.7"),
        ("draft", "A/99/L.7/Add.1"),
        ("sponsors", "Malta; Bosnia and Herzegovina; Peru; Cuba (on behalf of the Group of A, B and C)"),
        ("vote", "recorded 120 0 4"),  # a count of nought is left out
    ],
    "en": [
        ("adopted_on", "2031-03-14"),
        ("meeting", "9"),
        ("agenda_item", "30 (b)"),
        ("draft", "A/C.9/99/L.3"),
        ("sponsors", "Chair of the Committee"),
        ("vote", "without"),
    ],
}

# role, value, level, words
PRINTED = {
    "zh": [
        ("symbol", "", 0, "A/RES/99/12"),
        ("text", "", 0, "议程项目27"),
        ("text", "", 0, "[未经发交主要委员会而通过(A/99/L.7和Add.1)]"),
        ("symbol", "", 0, "99/12."),
        ("title", "", 0, "海上灯塔的合作"),
        ("organ", "", 0, "大会，"),
        ("preambular", "", 0, "回顾其关于灯塔的2029年5月3日第97/5号决议，以及其后的说明，"),
        ("preambular", "", 0, "在这方面强调灯塔的价值，"),
        ("heading", "一", 0, "一"),
        ("heading", "", 0, "灯光"),
        ("operative", "1", 0, "请会员国修缮灯塔，费用为65 694 700美元，并就此提出说明；"),  # stated as two paragraphs
        ("operative", "2", 0, "又请秘书长："),
        ("point", "a", 1, "列出下列灯塔："),  # stated one level too deep
        ("point", "㈠", 2, "东岸的灯塔；"),
        ("point", "㈡", 2, "西岸的灯塔；"),
        ("point", "b", 1, "通知船长；"),
        ("point", "c", 1, "编写海图；"),  # stated as a paragraph that begins with (c)
        ("heading", "二", 0, "二"),  # swallowed by the number below it
        ("operative", "3", 0, "决定下届会议审议灯塔问题。"),
        ("text", "", 0, "灯塔\t数目"),
        ("closing", "", 0, "第9次全体会议"),
        ("closing", "", 0, "2031年3月14日"),
        ("annex", "二", 0, "附件二"),
        ("heading", "", 0, "灯塔章程"),
        ("operative", "1", 0, "灯塔每晚点灯。"),
        ("note", "1", 0, "见A/97/31，附件。"),
    ],
    "en": [
        ("symbol", "", 0, "A/RES/99/13 A-B"),
        ("text", "", 0, "Agenda item 30 (b)"),
        ("symbol", "", 0, "99/13."),
        ("title", "", 0, "Questions relating to tides"),
        ("symbol", "99/13 A", 0, "A"),
        ("title", "", 0, "Tides in the service of all"),
        ("organ", "", 0, "The General Assembly,"),
        ("preambular", "", 0, "Recalling also its resolution 98/4 on tide tables,"),
        ("preambular", "", 0, "Noting the merits of:"),
        ("point", "a", 1, "High tide,"),
        ("point", "b", 1, "Low tide,"),
        ("operative", "1", 0, "Decides to publish tide tables;"),  # stated in the preamble
        ("operative", "2", 0, "Requests the harbours:"),
        ("point", "h", 1, "To measure:"),
        ("point", "i", 2, "The height;"),  # the first Roman one, behind a colon
        ("point", "ii", 2, "The time;"),
        ("point", "i", 1, "To report the figures;"),  # the letter behind h
        ("point", "", 1, "and to keep them;"),
        ("operative", "3", 0, "Thanks the harbours."),
        ("closing", "", 0, "9th plenary meeting"),
        ("closing", "", 0, "14 March 2031"),
        ("symbol", "99/13 B", 0, "B"),
        ("organ", "", 0, "The General Assembly"),
        ("heading", "I", 0, "I"),
        ("heading", "", 0, "Buoys"),
        ("preambular", "", 0, "Having considered the note on buoys,"),  # stated as a cross-heading
        ("operative", "1", 0, "Takes note of the note;"),
        ("heading", "II", 0, "II"),
        ("operative", "", 0, "Approves the buoys."),
        ("closing", "", 0, "9th plenary meeting"),
        ("closing", "", 0, "14 March 2031"),
        ("note", "1", 0, "See Tide Tables, vol. 3."),
    ],
}

OPENINGS = {
    "zh": ["回顾", "强调", "请", "又请", "决定"],
    "en": ["Recalling also", "Noting", "Decides", "Requests", "Thanks", "Having considered", "Takes note", "Approves"],
}


@pytest.fixture(params=["zh", "en"])
def document(request: pytest.FixtureRequest) -> Document:
    return read_document(DATA / f"akn_{request.param}.xml")


def words(document: Document, mark: Mark) -> str:
    return document.raw[mark.start : mark.end]


def test_what_is_printed_in_order(document: Document) -> None:
    found = [
        (mark.role, mark.value, mark.level, words(document, mark)) for mark in document.marks if mark.role in BLOCKS
    ]
    assert found == PRINTED[document.language]


def test_what_is_stated_of_the_resolution(document: Document) -> None:
    roles = {role for role, _ in METADATA[document.language]}
    assert [(mark.role, mark.value) for mark in document.marks if mark.role in roles] == METADATA[document.language]
    assert all(mark.start == mark.end == 0 for mark in document.marks if mark.role in roles)


def test_opening_phrases(document: Document) -> None:
    found = [words(document, mark) for mark in document.marks if mark.role == "opening"]
    assert found == OPENINGS[document.language]


def test_numbers_stand_in_the_text_but_in_no_paragraph() -> None:
    document = read_document(DATA / "akn_zh.xml")
    assert "\n1. 请会员国" in document.raw
    assert "\n(a) 列出" in document.raw


def test_a_note_is_marked_where_it_is_called_and_links_lead_somewhere() -> None:
    document = read_document(DATA / "akn_zh.xml")
    before = [document.raw[: mark.start][-4:] for mark in document.marks if mark.role == "mark"]
    links = [(words(document, mark), mark.value) for mark in document.marks if mark.role == "link"]
    assert before == ["号决议，", "出说明；"]  # the second is a raised figure that calls note 1 again
    assert links == [
        ("97/5", "https://undocs.org/ch/A/RES/97/5"),
        ("A/97/31", "https://undocs.org/ch/A/97/31"),
    ]


def test_each_resolution_of_a_collection_is_an_item() -> None:
    document = read_document(DATA / "akn_en.xml")
    items = [(mark.value, words(document, mark)) for mark in document.marks if mark.role == "item"]
    assert [letter for letter, _ in items] == ["A", "B"]
    assert [text.split("\n")[0] for _, text in items] == ["A", "B"]
    assert all(text.endswith("14 March 2031\n") for _, text in items)


REPAIRS = [
    # what the file has, in its body; what is printed: role, value, words
    ("<paragraph><num>l.</num><content><p>Decides;</p></content></paragraph>", [("operative", "1", "Decides;")]),
    ("<paragraph><num>3 -</num><content><p>Decides;</p></content></paragraph>", [("operative", "3", "Decides;")]),
    ("<paragraph><num>A.</num><subheading>A. Sails</subheading></paragraph>", [("heading", "A", "Sails")]),
    ("<paragraph><num>II.</num><content><p>. Sails</p></content></paragraph>", [("heading", "II", "Sails")]),
    ("<paragraph><num>(a)</num><subheading>(a) Sails</subheading></paragraph>", [("heading", "", "Sails")]),
    ("<paragraph><content><p>IV Sails</p></content></paragraph>", [("heading", "IV", "IV Sails")]),
    ("<paragraph><content><p>ANNEX I</p></content></paragraph>", [("annex", "I", "ANNEX I")]),
    ("<paragraph><content><p>Noting sails,</p></content></paragraph>", [("preambular", "", "Noting sails,")]),
    ("<paragraph><content><p>Decides to sail.</p></content></paragraph>", [("operative", "", "Decides to sail.")]),
    (
        "<paragraph><content><p>Resolves that:</p></content></paragraph>"
        "<paragraph><num>1.</num><content><p>Sails are set;</p></content></paragraph>",
        [("preambular", "", "Resolves that:"), ("operative", "1", "Sails are set;")],  # paragraph 1 is the next one
    ),
    (
        "<paragraph><num>1.</num><content><p>Sets aside:</p></content></paragraph>"
        "<paragraph><content><p>• Ten sails;</p></content></paragraph>"
        "<paragraph><content><p>• Two oars.</p></content></paragraph>",
        [("operative", "1", "Sets aside:"), ("point", "", "Ten sails;"), ("point", "", "Two oars.")],
    ),
    (
        "<paragraph><num>6.</num><content><p>Sets sail;</p></content></paragraph>"
        "<container name='x'><p>7 Rows home.</p></container>",
        [("operative", "6", "Sets sail;"), ("operative", "7", "Rows home.")],
    ),
    ("<paragraph><content><p>A<img src='x'/>\nsa<span>il</span>.</p></content></paragraph>", [("operative", "", "A sail.")]),
    ("<list><point><content><p>Ten sails;</p></content></point></list>", [("point", "", "Ten sails;")]),
    ("<paragraph><num>①</num><content><p>Ten sails;</p></content></paragraph>", [("point", "①", "Ten sails;")]),  # a figure, but no numeral
    ("<paragraph><content><p>Ten sails.<authorialNote marker='3'><p>3 Reefed.</p></authorialNote></p></content></paragraph>", [("operative", "", "Ten sails."), ("note", "3", "Reefed.")]),
    ("<paragraph class='FootnoteText'><content><p><sup>a</sup> Reefed.</p></content></paragraph>", [("text", "", "a Reefed.")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "printed"), REPAIRS)
def test_defects_of_real_files(body: str, printed: list[tuple[str, str, str]]) -> None:
    raw, marks, _ = akn.read(
        f"<akomaNtoso><statement><mainBody>{body}</mainBody></statement></akomaNtoso>".encode(), ""
    )
    assert [(mark.role, mark.value, raw[mark.start : mark.end]) for mark in marks if mark.role in BLOCKS] == printed


@pytest.mark.parametrize(
    ("stated", "vote"),
    [
        ("<voting outcome='adopted without vote'/>", "without"),
        ("<voting outcome='adopted 90-3-12'/>", "recorded 90 3 12"),
        ("<voting outcome='recorded vote'/>", "recorded"),
        ("<voting outcome='recorded vote'><count refersTo='against' value='3'/></voting>", "recorded 0 3 0"),
    ],
)
def test_votes_as_files_state_them(stated: str, vote: str) -> None:
    _, marks, _ = akn.read(f"<akomaNtoso><statement><meta>{stated}</meta></statement></akomaNtoso>".encode(), "")
    assert [mark.value for mark in marks if mark.role == "vote"] == [vote]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<akomaNtoso><p>cut off", "x.xml: damaged XML"),
        (b"<akomaNtoso><p>&nbsp;</p></akomaNtoso>", "x.xml: damaged XML"),
    ],
)
def test_a_damaged_file_is_named_with_its_cause(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=said):
        read_bytes(data, "x.xml")


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    bomb = (
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "bomb">]>'
        "<akomaNtoso><mainBody><paragraph><content><p>&a;&b; sails.</p></content></paragraph></mainBody></akomaNtoso>"
    )
    raw, _, _ = akn.read(bomb.encode(), "x.xml")
    assert raw == "sails.\n"


@pytest.mark.thorough
@pytest.mark.shared
def test_all_real_files_read_with_sane_marks(shared: Path) -> None:
    """Every file has one formula a resolution, paragraphs behind it, and every note called somewhere."""
    paths = sorted((shared / "unxml").rglob("*.xml"))
    assert len(paths) == 1953
    foreign = []
    for path in paths:
        try:
            document = read_document(path)
        except UnknownLanguageError:
            foreign.append(f"{path.parent.name}/{path.name}")
            continue
        roles = [mark.role for mark in document.marks]
        items = max(1, roles.count("item"))
        called = {mark.value for mark in document.marks if mark.role == "mark"}
        assert roles.count("organ") == items, path
        assert roles.count("operative") >= items, path
        assert roles.count("title") >= 1 or path.stem == "A_RES_76_57", path
        assert {mark.value for mark in document.marks if mark.role == "note"} <= called, path
        assert all(0 <= mark.start <= mark.end <= len(document.raw) for mark in document.marks), path
        blocks = sorted((mark.start, mark.end) for mark in document.marks if mark.role in BLOCKS)
        assert all(end <= start for (_, end), (start, _) in pairwise(blocks)), path
    assert foreign == ["zh/A_RES_75_274.xml", "zh/A_RES_77_336.xml"]  # Spanish and Arabic, as the files themselves say


@pytest.mark.parametrize(
    ("printed", "item"),
    [("Agenda item 130 (i)", "130 (i)"), ("议程项目 7", "7"), ("Point 15 de l’ordre du jour", "15"), ("none", "")],
)
def test_an_agenda_item_is_its_number_whatever_stands_around_it(printed: str, item: str) -> None:
    text = f'<akomaNtoso><coverPage><p><inline name="agenda item">{printed}</inline></p></coverPage></akomaNtoso>'
    stated = dict(Metadata(etree.fromstring(text)).stated())
    assert stated.get("agenda_item", "") == item


SECTIONS = """<akomaNtoso><statement><meta><FRBRlanguage language="eng"/></meta>
<preface><p><docNumber>81/901.</docNumber><docTitle>Lakes</docTitle></p></preface>
<preamble><formula><p>The General Assembly,</p></formula>
<container name="Recalling"><p>Recalling its resolution 79/811,</p></container></preamble>
<mainBody><crossHeading>Cooperation</crossHeading>
<part><num>I</num><heading>Gauges</heading>
<paragraph><num>1.</num><content><p>Requests the Secretary-General to report;</p></content></paragraph>
<chapter><num>A</num><heading>Rivers</heading>
<hcontainer><paragraph><num>2.</num><intro><p>Invites States:</p></intro>
<point><num>(a)</num><intro><p>To build;</p></intro></point><wrapUp><p>And to measure;</p></wrapUp>
</paragraph></hcontainer></chapter></part>
<part><num>II</num><subpart><crossHeading>Review</crossHeading>
<paragraph><num>3.</num><content><p>Decides to go on;</p></content></paragraph></subpart>
<subpart><heading>Training</heading>
<paragraph><content><p>Notes the fellowships;</p></content></paragraph></subpart>
<paragraph><num>4.</num><content><p>Decides to consider the matter.</p></content></paragraph></part>
</mainBody></statement></akomaNtoso>"""


def test_sections_by_whatever_name_hold_headings_and_paragraphs() -> None:
    raw, marks, _ = akn.read(SECTIONS.encode(), "sections.xml")
    shown = [(mark.role, mark.value, raw[mark.start : mark.end]) for mark in marks if mark.role in ROLES]
    assert shown == [
        ("heading", "", "Cooperation"),
        ("heading", "I", "Gauges"),
        ("operative", "1", "Requests the Secretary-General to report;"),
        ("heading", "A", "Rivers"),
        ("operative", "2", "Invites States:"),
        ("point", "a", "To build;"),
        ("point", "", "And to measure;"),
        ("heading", "II", "II"),
        ("heading", "", "Review"),
        ("operative", "3", "Decides to go on;"),
        ("heading", "", "Training"),
        ("operative", "", "Notes the fellowships;"),
        ("operative", "4", "Decides to consider the matter."),
    ]


ROLES = ("heading", "operative", "point")


def test_a_file_that_has_lost_the_formula_is_a_resolution() -> None:
    lost = re.sub("<formula>.*</formula>", "", SECTIONS)
    resolution = eco.parse_resolution(read_bytes(lost.encode(), "lost.xml"))
    assert (resolution.symbol, resolution.title) == ("A/RES/81/901", "Lakes")
    assert [paragraph.id for paragraph in resolution.paragraphs][:3] == ["title", "P1", "1"]
    assert "organ-from-number" in {diagnostic.code for diagnostic in resolution.diagnostics}
