"""PDF files: what geometry tells of a page, and what cannot be read."""

from __future__ import annotations

from functools import cache

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

import ecoanalysis as eco
from ecoanalysis.errors import EcoanalysisError, UnreadableDocumentError
from ecoanalysis.model.document import Document
from ecoanalysis.read import read_bytes
from ecoanalysis.read.pages.furniture import furniture_of
from ecoanalysis.read.pages.geometry import Page, PageLine

CSS = """
@page {size: 120mm 100mm; margin: 20mm; @footnote {border-top: 1pt solid}}
body {font: 11pt/1.5 'Noto Serif CJK SC'} p {margin: 0; text-indent: 2em}
.note {float: footnote; font-size: 8pt} sup, ::footnote-call, ::footnote-marker {font-size: 6pt; vertical-align: super}
::footnote-marker {content: counter(footnote) ' '}
.page {break-before: page}
"""


@cache
def pdf(body: str, css: str = "") -> bytes:
    data: bytes = weasyprint.HTML(string=f"<style>{CSS}{css}</style>{body}").write_pdf()
    return data


def read(body: str, css: str = "") -> Document:
    return read_bytes(pdf(body, css), "A.pdf")


def stated(document: Document, role: str) -> list[tuple[str, str]]:
    return [(mark.value, document.raw[mark.start : mark.end]) for mark in document.marks if mark.role == role]


def note(text: str) -> str:
    return f'<span class="note">{text}</span>'


def test_a_page_in_lines_and_a_form_feed_between_two() -> None:
    document = read(
        "<p>海上灯塔和海岸灯光由各国点亮并由各国看管，船长观之，渔民观之，全年如是，</p><p class=page>第二页。"
    )
    assert document.raw == (
        "    海上灯塔和海岸灯光由各国点亮并由各\n国看管，船长观之，渔民观之，全年如是，\n\f第二页。\n"
    )


def by_hand(content: str) -> bytes:
    """A page of one font with its operators as they are given: no tool sets gaps inside words on purpose."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F {font}>>>>/Contents 4 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
    )
    body = "".join(f"{number} 0 obj{each} endobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".encode()


@pytest.mark.parametrize(
    ("gap", "words"), [(100, "lighting"), (130, "lighting"), (145, "lighting"), (160, "light ing")]
)
def test_a_gap_inside_a_word_is_none_and_one_between_words_is_a_space(gap: int, words: str) -> None:
    document = read_bytes(by_hand(f"BT /F 11 Tf 72 700 Td [(of light) -{gap} (ing)] TJ ET"), "A.pdf")
    assert document.raw == f"of {words}\n"


def test_a_space_without_width_beside_a_dash_is_none() -> None:
    assert read('<p style="word-spacing: -0.2em">re- light</p>').raw == "re-light\n"
    assert read("<p>pre- and post-light").raw == "pre- and post-light\n"


def test_words_in_the_order_of_the_page_not_of_the_file() -> None:
    document = read('<p style="position: absolute; top: 60pt">second<p style="position: absolute; top: 0">first')
    assert document.raw.split() == ["first", "second"]


def test_raised_figures_are_marks_and_raised_letters_are_not() -> None:
    document = read("<p>10 km<sup>2</sup> of lamps,<sup>11</sup> the 9<sup>th</sup> of May")
    assert stated(document, "mark") == [("2", "2"), ("11", "11")]
    assert document.raw.strip() == "10 km2 of lamps,11 the 9th of May"


def test_a_mark_that_begins_a_line_stands_behind_its_word() -> None:
    document = read("<p>海上灯塔，<br><sup>3</sup><p>船长观之。")
    assert document.raw.split() == ["海上灯塔，3", "船长观之。"]
    assert stated(document, "mark") == [("3", "3")]


def test_notes_at_the_foot_of_their_pages() -> None:
    words = "海上灯塔和海岸灯光由各国点亮并由各国看管，船长观之，"
    document = read(f"<p>{words}{note('见甲。')}塔。{note('见乙。')}<p class=page>{words}{note('见丙。')}")
    assert stated(document, "mark") == [("1", "1"), ("2", "2"), ("3", "3")]
    assert stated(document, "note") == [("1", "见甲。"), ("2", "见乙。"), ("3", "见丙。")]


def test_a_note_of_several_lines_is_one_note() -> None:
    words = "见关于海上灯塔的年度报告和关于海岸灯光的年度报告，附件一、附件二和附件三。"
    document = read(f"<p>99/12. 灯塔<p>大会，<p>1. 请会员国点灯，{note(words)}并看管。")
    assert [number for number, _ in stated(document, "note")] == ["1", "1"]
    assert [found.text for found in eco.parse_resolution(document).footnotes] == [words]


FURNITURE = [
    ("a running head", "@page {@top-center {content: '海上灯塔的合作'}}", "海上灯塔的合作", 3),
    ("pages counted", "@page {@bottom-center {content: counter(page)}}", "1", 3),
    ("pages counted in words", "@page {@bottom-right {content: '第' counter(page) '页'}}", "第1页", 3),
]


@pytest.mark.parametrize(("case", "css", "first", "count"), FURNITURE, ids=[case for case, *_ in FURNITURE])
def test_what_stands_on_every_page_belongs_to_the_page(case: str, css: str, first: str, count: int) -> None:
    document = read("<p>灯塔。<p class=page>灯光。<p class=page>灯火。", css)
    found = stated(document, "furniture")
    assert found[0] == ("", first)
    assert len(found) == count


@pytest.mark.parametrize(
    ("feet", "pages"),
    [
        pytest.param(["26-24971 (E) 201226", "2/3", "26-24971 3/3"], [1, 2, 3], id="the code left out on one page"),
        pytest.param(["words", "2/2"], [2], id="the last page alone"),
        pytest.param(["1/2", "a 2/2", "1/2", "2/2"], [1, 3, 4], id="two texts, each with a count of its pages"),
        pytest.param(["26-24971 (E) 201226", "26-24971", "2/3", "3/3"], [1, 2, 3, 4], id="a cover before the first"),
        pytest.param(["of lakes", "2", "of ponds"], [2], id="a number alone"),
        pytest.param(["of lakes", "– 2/3 –", "of ponds"], [2], id="between dashes"),
        pytest.param(["of lakes", "3/4", "of ponds"], [], id="a fraction that counts no page"),
        pytest.param(["of lakes", "A/81/2/3", "of ponds"], [], id="a symbol that ends alike"),
        pytest.param(["of lakes", "7", "of ponds"], [], id="a number that counts no page"),
    ],
)
def test_a_number_alone_at_the_foot_of_a_page_is_its_folio(feet: list[str], pages: list[int]) -> None:
    def line(text: str, y: float) -> PageLine:
        return PageLine(text, 60, 480, y, 10, ())

    made = [
        Page([line(f"the lakes of chapter {'abcd'[at]}", 700 - 20 * at), line("and its rivers.", 90), line(foot, 40)])
        for at, foot in enumerate(feet)
    ]
    assert [number for number, lifted in enumerate(furniture_of(made), 1) if 2 in lifted] == pages


def test_a_page_all_in_small_type_is_no_note() -> None:
    rows = "".join(f"<p>{at} Lakes and ponds {at} 5 7" for at in range(1, 6))
    document = read(
        f"<p>The lakes{note('A/81/78.')} are kept by all.<div class=page style='font-size: 8pt'>{rows}</div>"
    )
    assert stated(document, "note") == [("1", "A/81/78.")]


def test_words_that_two_pages_share_in_different_places_belong_to_the_text() -> None:
    document = read("<p>灯塔。<p>灯光。<p class=page>灯光。")
    assert stated(document, "furniture") == []


def test_heads_of_left_and_right_pages_are_one_head() -> None:
    """Left and right pages are set the other way round, and a head may have two lines."""
    sides = [("left", "A/RES/99/1 海上灯塔"), ("right", "海上灯塔 A/RES/99/1")]
    css = "".join(
        f"@page :{side} {{@top-{side} {{white-space: pre; content: '合作\\A {head}'}}}}" for side, head in sides
    )
    document = read("<p>灯塔。<p class=page>灯光。<p class=page>灯火。<p class=page>灯标。", css)
    assert [line for line in document.raw.split() if "灯" in line and "海上" not in line] == [
        "灯塔。",
        "灯光。",
        "灯火。",
        "灯标。",
    ]
    assert {words for _, words in stated(document, "furniture")} == {"合作", *(head for _, head in sides)}


def test_paragraphs_that_begin_alike_at_the_top_of_pages_are_no_head() -> None:
    document = read("<p>1. 请会员国点灯；<p class=page>12. 请会员国点灯；<p class=page>13. 请会员国看管；")
    assert stated(document, "furniture") == []


def test_line_numbers_and_watermarks_belong_to_the_page() -> None:
    numbered = "".join(f"<div style='position: relative'><i>{at}</i>{'海上灯塔' * 3}{at}。</div>" for at in range(1, 9))
    css = "i {position: absolute; left: -10mm; font-style: normal} .mark {position: fixed; transform: rotate(40deg)}"
    document = read(f"<div class=mark>草案</div>{numbered}", css)
    lifted = [words for _, words in stated(document, "furniture")]
    assert lifted[:8] == [str(at) for at in range(1, 9)]
    assert "".join(lifted[8:]) == "草案"


def test_a_mark_that_stands_twice_is_no_word_of_the_text() -> None:
    again = "<sup>1</sup>"
    document = read(f"<p>99/12. 灯塔<p>大会，<p>1. 请会员国点灯，{note('见甲。')}；<p>2. 又请会员国看管{again}灯塔。")
    assert eco.parse_resolution(document).paragraph("2").text == "又请会员国看管灯塔。"


def test_a_link_with_its_words() -> None:
    document = read('<p>见<a href="https://undocs.org/A/99/31">A/99/31</a>。')
    assert stated(document, "link") == [("https://undocs.org/A/99/31", "A/99/31")]


KEYS = b"/O (%s) /U (%s)" % (b"o" * 32, b"u" * 32)
LOCKED = pdf("<p>灯").replace(b"/Root", b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " + KEYS + b" >> /Root")
DAMAGED = [
    ("encrypted", LOCKED, "an encrypted PDF; save it without a password"),
    ("cut off", pdf("<p>灯塔。")[:-200], "cut off; fetch it again"),
    ("empty of everything", b"%PDF-1.7\n%%EOF", "damaged"),
    ("a scan", pdf('<div style="height: 40mm; background: linear-gradient(red, blue)">'), "a scan"),
]


@pytest.mark.parametrize(("case", "data", "cause"), DAMAGED, ids=[case for case, *_ in DAMAGED])
def test_what_cannot_be_read_is_said(case: str, data: bytes, cause: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=cause) as raised:
        read_bytes(data, "A.pdf")
    assert str(raised.value).startswith("A.pdf: ")
    assert raised.value.exit_code == 2


def test_fonts_without_characters_are_said() -> None:
    with pytest.raises(UnreadableDocumentError, match="fonts do not tell"):
        read("<p>\ue000\ue001\ue002\ue003 \ue004")


def exit_code(data: bytes) -> int:
    try:
        eco.parse_resolution(read_bytes(data, "A.pdf"))
    except EcoanalysisError as error:
        return error.exit_code
    return 0


def side_by_side(*pages: str) -> Document:
    boxes = (f'<div style="position:absolute;left:{row}00mm;width:60mm">{page}</div>' for row, page in enumerate(pages))
    return read("".join(boxes), "@page {size: 200mm 100mm; margin: 20mm}")


def test_two_pages_on_one_sheet_are_read_one_behind_the_other() -> None:
    left, right = "<p>Noting all of the lights<p>and of the lamps", "<p>that are kept there,<p>1. Decides to go on."
    assert [page.split() for page in side_by_side(left, right).raw.split("\f")] == [
        ["Noting", "all", "of", "the", "lights", "and", "of", "the", "lamps"],
        ["that", "are", "kept", "there,", "1.", "Decides", "to", "go", "on."],
    ]


def test_a_wide_page_whose_words_cross_its_middle_is_one() -> None:
    assert "\f" not in read("<p>" + "lamps and lights " * 12, "@page {size: 200mm 100mm}").raw


@pytest.mark.thorough
@settings(max_examples=100)
@given(st.data())
def test_damage_is_never_a_traceback(data: st.DataObject) -> None:
    whole = bytearray(pdf(f"<p>99/12. 灯塔<p>大会，<p>1. 请会员国点灯。{note('见甲。')}"))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole))) :]
    assert exit_code(bytes(whole)) in (0, 2, 3)


HEADED = [
    pytest.param("", "the lakes of the plains", id="close to the text, in smaller type"),
    pytest.param("", "Protection of lakes (LAKES)”.", id="above words of the title"),
    pytest.param("margin-top: 30mm", "the lakes of the plains", id="with a gap"),
]


@pytest.mark.parametrize(("margin", "top"), HEADED)
def test_a_head_ends_where_the_type_changes_though_no_gap_parts_it_from_the_text(margin: str, top: str) -> None:
    head = "A/RES/99/1 Protection of lakes (LAKES)"
    css = f"@page {{size: 160mm 100mm; {margin}; @top-left {{content: '{head}'; font-size: 8pt; width: 100%;"
    css += " vertical-align: bottom}} @page :first {@top-left {content: none}} body {line-height: 1.2}"
    first = "<p>A/RES/99/1<p>99/1. Protection of lakes (LAKES)<p>大会，<p>Recalling “"
    document = read(f"{first}<p class=page>{top}<p style='text-indent: 0'>and all of them.", css)
    assert [words for _, words in stated(document, "furniture")] == [head]
