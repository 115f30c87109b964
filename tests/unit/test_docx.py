# ruff: noqa: E501 - the tables read as the files they describe
"""Word files: numbers that Word computes, notes, tracked changes, fields, boxes; and what cannot be read."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.errors import EcoanalysisError, UnreadableDocumentError
from ecoanalysis.model.document import Document
from ecoanalysis.read import docx, inflate, read_bytes

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def level(at: int, format: str, text: str, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def num(id: int, abstract: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


NUMBERING = "".join(
    [
        abstract(
            1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)")
        ),
        abstract(2, level(0, "upperRoman", "%1.")),
        abstract(3, level(0, "chineseCounting", "%1、")),
        abstract(4, level(0, "chineseCounting", "(%1)")),
        abstract(5, level(0, "decimalEnclosedCircle", "%1")),
        abstract(6, level(0, "bullet", "•")),
        abstract(7, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')),
        *(num(at, at) for at in range(1, 8)),
        num(11, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
        num(12, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="40"/></w:lvlOverride>'),
        num(13, 1),
    ]
)  # fmt: skip


def file(body: str, **parts: str) -> bytes:
    """A Word file with the parts given; ``numbering`` where none is."""
    parts = {"numbering": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>", **parts}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr("word/_rels/document.xml.rels" if name == "rels" else f"word/{name}.xml", content)
    return out.getvalue()


def p(text: str, list: int | None = None, at: int = 0, inner: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list}"/></w:numPr>' if list is not None else ""
    return f"<w:p><w:pPr>{number}{inner}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(data: bytes, changes: docx.Changes = "accepted") -> Document:
    return read_bytes(data, "A.docx", changes)


def numbers(document: Document) -> list[tuple[str, str, int]]:
    kinds = ("operative", "point", "heading")
    return [(mark.role, mark.value, mark.level) for mark in document.marks if mark.role in kinds]


LISTS = [
    ("levels count and restart below each other", [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)],
     [("operative", "1", 0), ("point", "a", 1), ("point", "b", 1), ("point", "i", 2), ("operative", "2", 0), ("point", "a", 1)]),
    ("Roman headings", [(2, 0), (2, 0), (2, 0), (2, 0)], [("heading", sign, 0) for sign in ("I", "II", "III", "IV")]),
    ("Chinese headings", [(3, 0)] * 11, [("heading", sign, 0) for sign in "一二三四五六七八九十"] + [("heading", "十一", 0)]),
    ("Chinese points", [(4, 0), (4, 0)], [("point", "一", 1), ("point", "二", 1)]),
    ("figures in circles", [(5, 0), (5, 0)], [("point", "①", 1), ("point", "②", 1)]),
    ("bullets have no number", [(6, 0)], [("point", "", 1)]),
    ("a list that overrides the start begins anew", [(1, 0), (1, 0), (11, 0), (11, 0)],
     [("operative", value, 0) for value in "1212"]),
    ("a list that overrides the start begins there", [(1, 0), (12, 0)], [("operative", "1", 0), ("operative", "40", 0)]),
    ("two lists of one definition count together", [(1, 0), (13, 0), (1, 0)], [("operative", value, 0) for value in "123"]),
    ("a level that never restarts", [(7, 0), (7, 1), (7, 0), (7, 1)],
     [("operative", "1", 0), ("point", "a", 1), ("operative", "2", 0), ("point", "b", 1)]),
    ("list 0 is none", [(1, 0), (0, 0), (1, 0)], [("operative", "1", 0), ("operative", "2", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "lists", "expected"), LISTS, ids=[case for case, _, _ in LISTS])
def test_numbers_are_counted_as_word_does(
    case: str, lists: list[tuple[int, int]], expected: list[tuple[str, str, int]]
) -> None:
    document = read(file("".join(p("灯塔；", list, at) for list, at in lists)))
    assert numbers(document) == expected
    assert set(document.raw) == set("灯塔；\n")  # no number is printed into the text


def test_a_number_comes_from_the_style_and_the_styles_below_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    )
    body = p("灯塔；", inner='<w:pStyle w:val="Own"/>') + p("灯光", inner='<w:pStyle w:val="H1"/>')
    document = read(file(body, styles=f"<w:styles {SPACES}>{styles}</w:styles>"))
    assert numbers(document) == [("operative", "1", 0), ("heading", "", 0)]


def test_points_of_lists_of_their_own_hang_below_each_other() -> None:
    body = "".join(
        [p("99/12. 灯塔"), p("大会，"), p("请会员国：", 1), p("(a)\t修缮灯塔："), p("(一)\t东岸；"), p("(b)\t点灯。")]
    )
    resolution = eco.parse_resolution(read(file(body)))
    ids = [paragraph.id for paragraph in resolution.paragraphs]
    assert ids == ["title", "1", "1.a", "1.a.i", "1.b"]
    assert resolution.paragraph("1.a.i").text == "东岸；"


TRACKED = [
    ("inserted words", f"<w:p>{r('灯')}<w:ins>{r('塔')}</w:ins></w:p>", "灯塔", "灯"),
    ("deleted words", f"<w:p>{r('灯')}<w:del><w:r><w:delText>塔</w:delText></w:r></w:del></w:p>", "灯", "灯塔"),
    ("moved words", f"<w:p><w:moveFrom>{r('甲')}</w:moveFrom>{r('乙')}<w:moveTo>{r('甲')}</w:moveTo></w:p>", "乙甲", "甲乙"),
    ("a deleted end of a paragraph", p("灯", inner="<w:rPr><w:del/></w:rPr>") + p("塔"), "灯塔", "灯|塔"),
    ("an inserted end of a paragraph", p("灯", inner="<w:rPr><w:ins/></w:rPr>") + p("塔"), "灯|塔", "灯塔"),
    ("a deleted row", f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('甲')}</w:tc></w:tr></w:tbl>{p('乙')}", "乙", "甲|乙"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "body", "accepted", "rejected"), TRACKED, ids=[case for case, *_ in TRACKED])
def test_tracked_changes(case: str, body: str, accepted: str, rejected: str) -> None:
    assert read(file(body)).raw.split() == accepted.split("|")
    assert read(file(body), "rejected").raw.split() == rejected.split("|")


def test_a_number_that_a_change_took_away() -> None:
    change = '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    data = file(p("灯塔；", inner=change))
    assert numbers(read(data)) == []
    assert numbers(read(data, "rejected")) == [("operative", "1", 0)]


BOX = f"<w:txbxContent>{p('在框中')}</w:txbxContent>"
PRINTED = [
    ("a tab is a space, a break ends a line", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc"),
    ("hyphens", "<w:p><w:r><w:t>so</w:t><w:softHyphen/><w:t>ft</w:t><w:noBreakHyphen/><w:t>er</w:t></w:r></w:p>", "soft-er"),
    ("hidden words are not printed", f"<w:p>{r('灯')}{r('塔', '<w:vanish/>')}</w:p>", "灯"),
    ("a field prints its result", '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:t>x</w:t><w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>', "7"),
    ("a box in both its forms is printed once", f"<w:p>{r('灯塔')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>", "灯塔\n在框中"),
    ("cells side by side", f"<w:tbl><w:tr><w:tc>{p('灯塔')}</w:tc><w:tc>{p('数目')}</w:tc></w:tr></w:tbl>", "灯塔\t数目"),
    ("a symbol by its code", '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r></w:p>', "°"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "body", "expected"), PRINTED, ids=[case for case, _, _ in PRINTED])
def test_what_is_printed(case: str, body: str, expected: str) -> None:
    assert read(file(body)).raw.strip() == expected


def test_links_of_both_kinds_are_kept() -> None:
    rels = '<Relationships><Relationship Id="a" Target="https://undocs.org/A/99/31"/></Relationships>'
    field = "<w:fldSimple w:instr='HYPERLINK \"https://undocs.org/A/99/32\"'>" + r("A/99/32") + "</w:fldSimple>"
    document = read(file(f'<w:p><w:hyperlink r:id="a">{r("A/99/31")}</w:hyperlink>{r("、")}{field}</w:p>', rels=rels))
    links = [(document.raw[mark.start : mark.end], mark.value) for mark in document.marks if mark.role == "link"]
    assert links == [(words, f"https://undocs.org/{words}") for words in ("A/99/31", "A/99/32")]


def reference(id: int, custom: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if custom else ""
    return f'<w:r><w:footnoteReference{follows} w:id="{id}"/>' + (f"<w:t>{custom}</w:t>" if custom else "") + "</w:r>"


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    notes = "".join(
        f'<w:footnote w:id="{id}">{p(words)}</w:footnote>'
        for id, words in ((5, "见甲。"), (2, "见乙。"), (7, "* 见丙。"))
    )
    body = f"<w:p>{r('灯，')}{reference(2)}{r('塔')}{reference(7, '*')}{r('；')}{reference(5)}</w:p>"
    document = read(file(body, footnotes=f"<w:footnotes {SPACES}>{notes}</w:footnotes>"))
    found = [(mark.role, mark.value, document.raw[mark.start : mark.end]) for mark in document.marks]
    assert [entry for entry in found if entry[0] == "mark"] == [
        ("mark", "1", ""),
        ("mark", "*", "*"),
        ("mark", "2", ""),
    ]
    assert [entry for entry in found if entry[0] == "note"] == [("note", "1", "见乙。"), ("note", "*", "见丙。"), ("note", "2", "见甲。")]  # fmt: skip


def test_a_note_that_its_part_has_lost_is_said() -> None:
    body = p("99/12. 灯塔") + p("大会，") + f"<w:p>{r('1. 请会员国点灯，')}{reference(1)}{r('并看管。')}</w:p>"
    resolution = eco.parse_resolution(read(file(body)))
    assert resolution.footnotes == ()
    assert [found.code for found in resolution.diagnostics] == ["footnote-lost"]


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{''.join(map(p, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


BOTH = [
    ("99/12. 灯塔", "99/12. Lighthouses"),
    ("大会，", "The General Assembly,"),
    ("回顾其关于灯塔的决议，", "Recalling the resolution on lighthouses and on the lamps of the coast,"),
    ("1. 请秘书长提交报告；", "1. Requests the Secretary-General to submit the report on the state of the lamps;"),
    ("2. 决定审议该问题。", "2. Decides to consider the matter in the light of the report."),
]
TABLES = {
    "a row a paragraph": table(*BOTH),
    "all in a row": table(tuple("|".join(column) for column in zip(*BOTH, strict=True))),
    "English first": table(*((english, chinese) for chinese, english in BOTH)),
    "numbers in a column between": table(*((chinese.split(". ")[-1], chinese[:2] if chinese[1] == "." else "", english.split(". ")[-1])
                                           if chinese[1] == "." else (chinese, "", english) for chinese, english in BOTH)),
    "two tables": table(*BOTH[:3]) + table(*BOTH[3:]),
}  # fmt: skip


@pytest.mark.parametrize("body", TABLES.values(), ids=TABLES)
def test_languages_side_by_side_are_a_resolution_each(body: str) -> None:
    resolutions = {found.language: found for found in eco.parse_resolutions(read(file(body)))}
    assert set(resolutions) == {"zh", "en"}
    for resolution in resolutions.values():
        assert [paragraph.id for paragraph in resolution.paragraphs] == ["title", "P1", "1", "2"]
    assert resolutions["zh"].paragraph("1").text == "请秘书长提交报告；"
    assert resolutions["en"].title == "Lighthouses"


@pytest.mark.parametrize(("place", "levels"), [(0, []), (3, ["info"]), (4, ["info"]), (5, [])])
def test_a_table_among_paragraphs_is_left_out_and_said(place: int, levels: list[str]) -> None:
    lines = ["99/12. 灯塔", "大会，", "1. 请秘书长提交报告；", "2. 决定审议该问题。", "2031年3月14日", "第7次全体会议"]
    blocks = list(map(p, lines))
    blocks.insert(place, table(("灯塔", "数目"), ("海岸", "12")))
    resolution = eco.parse_resolution(read(file("".join(blocks))))
    assert [each.id for each in resolution.paragraphs if each.part == "operative"] == ["1", "2"]
    assert [doubt.level for doubt in resolution.diagnostics if doubt.code == "table-left-out"] == levels


def test_a_line_ended_inside_a_paragraph_may_end_it() -> None:
    body = ["99/12. The lamps^of lighthouses", "The General Assembly,^Recalling its resolution 98/1,^Noting the^report,",
            "1. Requests the Secretary-General^to report;^2. Decides to go on.", "7th plenary meeting^14 March 2031"]  # fmt: skip
    paragraphs = (f"<w:p>{'<w:r><w:br/></w:r>'.join(map(r, line.split('^')))}</w:p>" for line in body)
    resolution = eco.parse_resolution(read(file("".join(paragraphs))))
    assert [(found.id, found.text) for found in resolution.paragraphs] == [
        ("title", "The lamps of lighthouses"),
        ("P1", "Recalling its resolution 98/1,"),
        ("P2", "Noting the report,"),
        ("1", "Requests the Secretary-General to report;"),
        ("2", "Decides to go on."),
        ("closing", "7th plenary meeting 14 March 2031"),
    ]


@pytest.mark.parametrize(("first", "second"), [("回顾其第98/1号决议", "注意到报告"), ("回顾其决议，", "注意到报告")])
def test_a_recital_without_a_comma_is_a_recital(first: str, second: str) -> None:
    lines = ["99/12. 灯塔", "大会，", first, second, "1. 请秘书长提交关于灯塔和海岸灯光的报告；", "2. 决定审议该问题。"]
    resolution = eco.parse_resolution(read(file("".join(map(p, lines)))))
    assert [(found.id, found.text) for found in resolution.paragraphs][1:3] == [("P1", first), ("P2", second)]


def test_a_file_that_states_nothing_is_read_as_text() -> None:
    lines = ["99/12. 灯塔", "大会，", "回顾其关于海上灯塔和海岸灯光的", "决议，", "1. 请秘书长提交关于灯塔的报", "告。"]
    document = read(file("".join(p(line) for line in lines)))
    assert document.marks == ()
    assert eco.parse_resolution(document).paragraph("1").text == "请秘书长提交关于灯塔的报告。"


def altered(data: bytes) -> list[tuple[str, bytes, str]]:
    bomb = file(p("灯" * 2000))
    broken = BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    empty = BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}/>")
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)
    return [
        ("cut off", data[: len(data) // 2], "damaged Word file"),
        ("no XML", broken.getvalue(), "damaged Word file"),
        ("no text", empty.getvalue(), "without a text"),
        ("old form", ole, "old Word file; save it as .docx"),
        ("locked", ole + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("inflates", bomb, "inflates to more than"),
    ]


@pytest.mark.parametrize(
    ("case", "data", "cause"), altered(file(p("灯塔"))), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_cannot_be_read_is_said(case: str, data: bytes, cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if case == "inflates":
        monkeypatch.setattr(inflate, "LIMIT", 2**10)
    with pytest.raises(UnreadableDocumentError, match=cause) as raised:
        read(data)
    assert str(raised.value).startswith("A.docx: ")
    assert raised.value.exit_code == 2


def exit_code(data: bytes) -> int:
    try:
        eco.parse_resolution(read(data))
    except EcoanalysisError as error:
        return error.exit_code
    return 0


@pytest.mark.slow
@settings(max_examples=150)
@given(st.data())
def test_damage_is_never_a_traceback(data: st.DataObject) -> None:
    whole = bytearray(file(p("99/12. 灯塔") + p("大会，") + p("请会员国点灯。", 1)))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=4)):
        whole[at] = data.draw(st.integers(0, 255))
    del whole[data.draw(st.integers(0, len(whole))) :]
    assert exit_code(bytes(whole)) in (0, 2, 3)


@settings(max_examples=100)
@given(st.text(st.sampled_from('<>/w:pPrtnumIdlvel="0123 '), max_size=40))
def test_strange_xml_is_never_a_traceback(inner: str) -> None:
    data = file(f"<w:p>{inner}</w:p>", numbering=f"<w:numbering {SPACES}>{inner}</w:numbering>")
    assert exit_code(data) in (0, 2, 3)


def test_parts_with_a_count_in_their_names_are_found() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document2.xml", f"<w:document {SPACES}><w:body>{p('灯塔')}</w:body></w:document>")
    assert read(out.getvalue()).raw == "灯塔\n"


UP = (
    '<w:style w:styleId="Up"><w:rPr><w:position w:val="8"/></w:rPr></w:style>'
    '<w:style w:styleId="Above"><w:basedOn w:val="Up"/></w:style>'
)


@pytest.mark.parametrize(
    ("text", "properties", "marks"),
    [
        ("the Plan", '<w:vertAlign w:val="superscript"/>', ["1"]),
        ("the Plan", '<w:position w:val="8"/><w:sz w:val="19"/>', ["1"]),
        ("the Plan", '<w:rStyle w:val="Up"/>', ["1"]),
        ("the Plan", '<w:rStyle w:val="Above"/>', ["1"]),
        ("the Plan", '<w:position w:val="-8"/>', []),
        ("the Plan", '<w:rStyle w:val="Up"/><w:position w:val="0"/>', []),
        ("the Plan", '<w:vertAlign w:val="subscript"/>', []),
        ("12 km", '<w:position w:val="8"/>', []),  # a power
    ],
)
def test_a_number_that_is_moved_up_is_a_mark_however_that_is_said(text: str, properties: str, marks: list[str]) -> None:
    body = f"<w:p>{r(f'Recalling {text}')}{r('1', properties)}{r(' of lakes,')}</w:p>"
    document = read(file(body, styles=f"<w:styles {SPACES}>{UP}</w:styles>"))
    assert [mark.value for mark in document.marks if mark.role == "mark"] == marks
    assert document.raw == f"Recalling {text}1 of lakes,\n"
