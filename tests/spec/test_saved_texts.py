"""Texts that programs save or that are copied from a page: notes and marks in whatever form, and what is lost."""

from __future__ import annotations

import pytest

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_bytes, read_text

HEAD = "A/RES/81/905\n\n81/905. Lakes and rivers\n\nThe General Assembly,\n\n"
RECITAL = "Recalling the Convention of 2019{0} and the plan for the plains,{1}\n\n"
REQUESTS = "1. Takes note of the report;{2}\n\n2. Decides to go on.\n\n"
BODY = HEAD + RECITAL + REQUESTS
NOTES = ["Treaty Series, vol. 12.", "A/80/12.", "A/81/78."]
WORDS = {
    "P1": "Recalling the Convention of 2019 and the plan for the plains,",
    "1": "Takes note of the report;",
    "2": "Decides to go on.",
}
CHINESE = (
    "A/RES/81/905\n\n81/905. 湖泊与河流\n\n大会，\n\n回顾《湖泊公约》{0}第四条和平原计划，{1}\n\n"
    "1. 注意到报告；{2}\n\n2. 决定继续审议。\n\n"
)


def doubts(resolution: Resolution) -> set[str]:
    return {doubt.code for doubt in resolution.diagnostics if doubt.level != "info"}


def words(resolution: Resolution) -> dict[str, str]:
    return {p.id: p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")}


def notes(resolution: Resolution) -> list[tuple[str, str, str | None]]:
    return [(note.number, note.text, note.paragraph) for note in resolution.footnotes]


def text(body: str, mark: str, note: str, rule: str = "", behind: str = "") -> str:
    raised = str.maketrans("123", "¹²³")
    marks = [mark.format(str(number), raised=str(number).translate(raised)) for number in (1, 2, 3)]
    listed = [
        note.format(str(number), words, raised=str(number).translate(raised)) for number, words in enumerate(NOTES, 1)
    ]
    return body.format(*marks) + rule + "\n".join(listed) + "\n" + behind


MAKERS = {
    "Word's plain text, pandoc": ("[{0}]", "[{0}] {1}"),
    "an empty line between notes": ("[{0}]", "[{0}] {1}\n"),
    "reStructuredText": (" [{0}]_", ".. [{0}]\n   {1}"),
    "Org": ("[fn:{0}]", "[fn:{0}] {1}"),
    "raised, and so below": ("{raised}", "{raised} {1}"),
    "raised, in a list below": ("{raised}", "{0}.  {1}"),
}


@pytest.mark.parametrize(("mark", "note"), MAKERS.values(), ids=MAKERS)
def test_notes_listed_behind_a_text(mark: str, note: str) -> None:
    resolution = parse_resolution(read_text(text(BODY, mark, note)))
    assert words(resolution) == WORDS
    places = ["P1", "P1", "1"]
    assert notes(resolution) == [(str(n + 1), NOTES[n], places[n]) for n in range(3)]
    assert not doubts(resolution)


@pytest.mark.parametrize(("mark", "note"), MAKERS.values(), ids=MAKERS)
def test_notes_listed_behind_a_chinese_text(mark: str, note: str) -> None:
    resolution = parse_resolution(read_text(text(CHINESE, mark, note)))
    assert words(resolution) == {"P1": "回顾《湖泊公约》第四条和平原计划，", "1": "注意到报告；", "2": "决定继续审议。"}
    assert [(number, paragraph) for number, _, paragraph in notes(resolution)] == [("1", "P1"), ("2", "P1"), ("3", "1")]


CLOSING = "45th plenary meeting\n\n3 December 2026\n\n"
COUNTED = {
    "a slash": (" {0}/", "{0}/ {1}", ""),
    "brackets, below alone": ("{0}", "({0}) {1}", ""),
    "a stop, and a heading": ("{0}", "{0}. {1}", "Notes\n\n"),
    "figures alone, and a heading with a colon": ("{0}", "{0} {1}", "Endnotes:\n"),
}


@pytest.mark.parametrize(("mark", "note", "heading"), COUNTED.values(), ids=COUNTED)
def test_notes_counted_behind_the_closing(mark: str, note: str, heading: str) -> None:
    resolution = parse_resolution(read_text(text(BODY + CLOSING, mark, note, heading)))
    assert words(resolution) == WORDS
    assert notes(resolution) == [(str(n + 1), NOTES[n], ["P1", "P1", "1"][n]) for n in range(3)]
    assert not doubts(resolution)


@pytest.mark.parametrize("heading", ["注", "脚注：", "注释"])
def test_notes_counted_behind_the_closing_of_a_chinese_text(heading: str) -> None:
    closing = "第45次全体会议\n\n2026年12月3日\n\n"
    resolution = parse_resolution(read_text(text(CHINESE + closing, "{0}", "{0}. {1}", f"{heading}\n")))
    assert [(number, paragraph) for number, _, paragraph in notes(resolution)] == [("1", "P1"), ("2", "P1"), ("3", "1")]
    assert not doubts(resolution)


@pytest.mark.parametrize("line", ["Notes", "Notes\n1/2", "(1) Lamps were lit that nobody had seen before."])
def test_what_stands_behind_the_closing_and_heads_or_is_no_note(line: str) -> None:
    resolution = parse_resolution(read_text(BODY.format("", "", "") + CLOSING + line + "\n"))
    assert words(resolution) == WORDS
    assert not resolution.footnotes
    assert "unplaced" in doubts(resolution)


def test_what_a_page_of_the_web_has_behind_its_notes_is_none() -> None:
    resolution = parse_resolution(read_text(text(BODY, "[{0}]", "[{0}] {1}", behind="\nContact us\n")))
    assert [note.text for note in resolution.footnotes] == NOTES
    assert words(resolution) == WORDS


def test_a_mark_that_was_lost_leaves_the_other_notes() -> None:
    raw = text(BODY, "[{0}]", "[{0}] {1}").replace("plains,[2]", "plains,")
    resolution = parse_resolution(read_text(raw))
    assert words(resolution) == WORDS
    assert doubts(resolution) == {"footnote-mark-lost"}


NONE = {
    "points at the end of a text": ("the plan (a) and the report (b)", "(a) The plan of 2019;\n\n(b) The report."),
    "powers, and paragraphs behind them": ("12 km² of lakes and 3 m³ of water", "3. Decides to go on again."),
    "brackets of the text itself": ("the lakes [12] and [13]", "3. Decides to go on again."),
}


@pytest.mark.parametrize(("inside", "behind"), NONE.values(), ids=NONE)
def test_what_looks_like_a_listed_note_and_is_none(inside: str, behind: str) -> None:
    raw = BODY.format("", "", "").replace("the plains", inside).rstrip(".\n") + f":\n\n{behind}\n"
    assert not parse_resolution(read_text(raw)).footnotes


# --- marks whose notes are lost: LibreOffice saves a text without its notes -----------------------------------------


@pytest.mark.parametrize("body", [BODY, CHINESE], ids=["en", "zh"])
def test_marks_without_notes_are_no_words(body: str) -> None:
    resolution = parse_resolution(read_text(body.format("1", "2", "3")))
    assert words(resolution) == words(parse_resolution(read_text(body.format("", "", ""))))
    assert doubts(resolution) == {"footnote-lost"}


ALONE = {
    "no first": "Recalling the Group of Seven,2 and the plan,3",
    "a compound": "Recalling the emissions of CO2 and of the plan G7,",
    "targets": "Recalling targets 1, 2 and 3 of the plan,",
}


@pytest.mark.parametrize("recital", ALONE.values(), ids=ALONE)
def test_figures_that_are_not_counted_through_a_text_stay(recital: str) -> None:
    resolution = parse_resolution(read_text(HEAD + recital + "\n\n1. Decides to go on.\n"))
    assert resolution.paragraph("P1").text == recital


# --- Markdown and pages of the web ------------------------------------------------------------------------------------


def test_markdown_without_headings_is_told_by_what_it_escapes() -> None:
    raw = text(BODY, "[{0}]", "[{0}] {1}\n").replace("1. Takes", "1\\. Takes").replace("2. Decides", "2\\. Decides")
    document = read_text(raw)
    resolution = parse_resolution(document)
    assert document.format == "md"
    assert words(resolution) == WORDS
    assert [note.text for note in resolution.footnotes] == NOTES


@pytest.mark.parametrize(
    ("written", "printed"),
    [("2015--2030", "2015–2030"), ("lakes---all", "lakes—all"), ("教育------实现", "教育——实现"), ("a-b", "a-b")],
)
def test_hyphens_of_markdown_that_stand_for_dashes(written: str, printed: str) -> None:
    assert read_text(f"# Lakes\n\nRecalling {written},\n").raw.endswith(f"Recalling {printed},")


def test_a_link_whose_note_was_not_kept_is_a_mark() -> None:
    page = (
        "<html><body><p>The General Assembly,</p><p>Recalling the plan<a href='#ftn6'>1</a> for the plains,</p>"
        "<p>1. Decides to go on.</p></body></html>"
    )
    resolution = parse_resolution(read_bytes(page.encode(), "a.html"))
    assert resolution.paragraph("P1").text == "Recalling the plan for the plains,"
    assert "footnote-lost" in doubts(resolution)


# --- signs that an encoding has not -----------------------------------------------------------------------------------

LOST = {
    "a hyphen of one width": "Recalling the Treaty on the Non?Proliferation of Lakes,",
    "a sign nobody knows": "Recalling the plan of General\ufffdSecretary Smith,",
    "Chinese that was replaced": "Recalling the plan ???,",
    "an accent": "Recalling the communique of the meeting,",
    "a name": "Recalling the plan of Cote d'Ivoire,",
    "a degree": "Recalling the limit of 1.5C for lakes,",
    "an accent of two words": "Recalling the records, constituting travaux preparatoires,",
    "an accent of a page, where others are kept": "Recalling the café and\n\fthe communique of the meeting,",
}
WHOLE = {
    "an accent that is printed": "Recalling the communiqué of the meeting, held in Cote d'Ivoire,",
    "an address": "Recalling the page https://lakes.example/read?page=4 and the plan,",
    "a question": "Recalling the panel “Whose lakes? Ours”,",
    "a verb": "Recalling that it resumes its work,",
}


@pytest.mark.parametrize("recital", LOST.values(), ids=LOST)
def test_signs_that_an_encoding_has_not_are_said(recital: str) -> None:
    assert "signs-lost" in doubts(parse_resolution(read_text(f"{HEAD}{recital}\n\n1. Decides to go on.\n")))


@pytest.mark.parametrize("recital", WHOLE.values(), ids=WHOLE)
def test_signs_that_are_there_are_not_doubted(recital: str) -> None:
    assert "signs-lost" not in doubts(parse_resolution(read_text(f"{HEAD}{recital}\n\n1. Decides to go on.\n")))


# --- the rule above notes, inside a paragraph -------------------------------------------------------------------------


def test_a_rule_inside_a_paragraph_is_said() -> None:
    raw = HEAD + "Recalling the community__________________based plan,\n\n1. Decides to go on.\n"
    assert "page-code-inside" in doubts(parse_resolution(read_text(raw)))


# --- flat OpenDocument ------------------------------------------------------------------------------------------------

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:p>The General Assembly,</text:p><text:p>1. Takes note of the report;</text:p><text:p>2. Decides to go on.</text:p>
</office:text></office:body></office:document>"""


def test_a_flat_open_document() -> None:
    document = read_text(FLAT)
    assert document.format == "odt"
    assert [p.text for p in parse_resolution(document).paragraphs] == ["Takes note of the report;", "Decides to go on."]
