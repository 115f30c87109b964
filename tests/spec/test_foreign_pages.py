"""Texts of pages that nobody at the United Nations has set: heads of several blocks, notes numbered as paragraphs are,
folios in the words of another language, lines set wide apart."""

from __future__ import annotations

import pytest
import weasyprint

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolution
from ecoanalysis.parse.layout.paged_text.repeated_lines import repeated_lines
from ecoanalysis.parse.layout.paged_text.text_lines import pages_of
from ecoanalysis.read import read_bytes, read_text

HEAD = "Lakes review\nA/RES/81/905\n\nPrivate print\n21 March 2027\n\n"
FIRST = """81/905. Lakes and rivers
The General Assembly,
Recalling the plan for the lakes of the mountains, which the States that keep the lakes{one}
and all who live there agreed upon,
Reaffirming the plan for the rivers of the plains,{two} and all that was said of the rivers of
"""
SECOND = """the plains at the meetings of the States,
1. Requests the States that keep the lakes to report on them{three} and on the rivers of the
mountains and of the plains;
2. Decides to consider the lakes and the rivers of the mountains and of the plains again.
"""
NOTES = ["See A/79/55, on the lakes, the rivers and the streams of the mountains, of the valleys and of the plains of"]
NOTES += ["all of the States.", "Resolution 79/811, annex.", "A/80/12, chap. II."]


def pages(notes: str, foot: str = "", head: str = HEAD, second: str = SECOND) -> str:
    """Two pages, their notes numbered as a form says, where the text calls them by their numbers."""
    first = FIRST.format(one="1", two="2")
    one = "".join(f"{line}\n" for line in (notes.format(1) + NOTES[0], NOTES[1], notes.format(2) + NOTES[2]))
    two = f"{notes.format(3)}{NOTES[3]}\n"
    ends = [foot.format(page) for page in (1, 2)]
    return f"{head}{first}\n{one}\n{ends[0]}\n\f{head}{second.format(three='3')}\n{two}\n{ends[1]}\n"


def settled(resolution: Resolution) -> tuple[list[str], list[tuple[str, str | None]]]:
    paragraphs = [p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")]
    return paragraphs, [(note.text, note.paragraph) for note in resolution.footnotes]


PARAGRAPHS = [
    "Recalling the plan for the lakes of the mountains, which the States that keep the lakes and all who live there "
    "agreed upon,",
    "Reaffirming the plan for the rivers of the plains, and all that was said of the rivers of the plains at the "
    "meetings of the States,",
    "Requests the States that keep the lakes to report on them and on the rivers of the mountains and of the plains;",
    "Decides to consider the lakes and the rivers of the mountains and of the plains again.",
]
READ = [(" ".join(NOTES[:2]), "P1"), (NOTES[2], "P2"), (NOTES[3], "1")]


@pytest.mark.parametrize("notes", ["{}. ", "{} ", "{}/ "])
@pytest.mark.parametrize("foot", ["", "– {} –", "Page {} of 2", "第 {} 页，共 2 页", "Page {}"])
def test_pages_of_any_house_keep_paragraphs_and_notes(notes: str, foot: str) -> None:
    resolution = parse_resolution(read_text(pages(notes, foot)))
    assert settled(resolution) == (PARAGRAPHS, READ)
    assert [doubt.code for doubt in resolution.diagnostics if doubt.level != "info"] == []


WORDS_OF_PAGES = [
    "Given out by the Office of Lakes",
    "Given out by the Office of Lakes\n\nPage {} of 2",
    "Given out by the Office of Lakes                 Page {} of 2",
    "Reading copy\nSheet {} / 2",
    "{spelled} sheet",
    "These pages are given out to be read alone.",
    "Office of Lakes, iv. {roman}",
]


@pytest.mark.parametrize("foot", WORDS_OF_PAGES)
@pytest.mark.parametrize("notes", ["{}. ", "{} "])
def test_words_that_pages_print_alike_are_the_pages(notes: str, foot: str) -> None:
    one = foot.format(1, spelled="First", roman="i")
    two = foot.format(2, spelled="Second", roman="ii")
    raw = pages(notes, "@").replace("@", one, 1).replace("@", two, 1)
    resolution = parse_resolution(read_text(raw))
    assert settled(resolution) == (PARAGRAPHS, READ)
    assert [doubt.code for doubt in resolution.diagnostics if doubt.level != "info"] == []


def test_a_number_in_words_tells_pages_where_they_are_several() -> None:
    sheets = ("one", "two", "three")
    words = ("Lakes of the", "mountains and", "of all plains")
    raw = "\f".join(f"{line}\n\nSheet {sheet}\n" for line, sheet in zip(words, sheets, strict=True))
    assert [[line.text for line in lines] for lines in repeated_lines(pages_of(raw))] == [
        [f"Sheet {sheet}"] for sheet in sheets
    ]


@pytest.mark.parametrize("words", ["of the lakes and all of the rivers", "Lakes and rivers,", "2. Lakes", "the lakes"])
def test_words_of_the_text_that_end_two_pages_are_its_own(words: str) -> None:
    resolution = parse_resolution(
        read_text(
            f"{HEAD}81/905. Lakes\nThe General Assembly,\nRecalling what it said of\n"
            f"{words}\n\n1/2\n\fand Recalling what others said of\n{words}\n\n2/2\n"
        )
    )
    assert "".join(settled(resolution)[0]).count(words) == 2


def test_a_note_numbered_with_a_stop_may_begin_with_a_year() -> None:
    resolution = parse_resolution(
        read_text(pages("{}. ").replace("Resolution 79/811", "2019 Review of resolution 79/811"))
    )
    assert settled(resolution)[1][1] == ("2019 Review of resolution 79/811, annex.", "P2")


def test_a_date_at_a_lines_head_numbers_no_note() -> None:
    second = SECOND.replace(
        "the plains at the meetings of the States,", "the plains on\n3 March 2027 and on other days,"
    )
    paragraphs, notes = settled(parse_resolution(read_text(pages("{}. ", second=second))))
    assert paragraphs[1].endswith("of the plains on 3 March 2027 and on other days,")
    assert notes == READ


def test_paragraphs_numbered_with_stops_at_a_pages_foot_are_no_notes() -> None:
    text = pages("{}. ").replace("again.\n", "again;\n3. Invites all of those who keep the lakes to go on.\n")
    assert settled(parse_resolution(read_text(text)))[0][-1] == "Invites all of those who keep the lakes to go on."


def test_a_sentence_that_two_pages_of_many_begin_with_heads_none() -> None:
    recitals = [f"Recalling the plan for lake {number},\n" for number in range(1, 9)]
    again = "Noting that the lakes of the plains and the rivers of the mountains lie there,\n"
    texts = [again + recital if place in (3, 5) else recital for place, recital in enumerate(recitals)]
    text = f"81/905. Lakes\nThe General Assembly,\n{chr(12).join(texts)}1. Decides to go on.\n"
    read = [p.text for p in parse_resolution(read_text(text)).paragraphs]
    assert read.count(again.strip()) == 2


SET_IN = """81/905. 湖泊和河流
大会，
回顾其关于湖泊和河流的各项决议，又回顾各国代表在山地和平原上举行的会议，{one}
以及会议所通过的行动计划，
重申湖泊和河流对于山地和平原的居民以及后代而言的重要意义，表示深为关切湖泊的
{notes}
\f状况，
1. 请各国就湖泊和河流{three}的状况以及为保护湖泊和河流而采取的各项措施向大会提
交报告；
2. 决定在下一届会议上继续审议湖泊和河流问题。
{more}
"""


@pytest.mark.parametrize("form", ["{}. ", "{} "])
def test_notes_of_chinese_pages_without_a_rule(form: str) -> None:
    note = "《山地和平原会议报告，2024年8月3日至5日，河口》(联合国出版物)，第一章，决议1，附件以及其后的各项文件。"
    text = SET_IN.format(one="1", three="2", notes=f"{form.format(1)}{note}", more=f"{form.format(2)}见A/79/55。")
    resolution = parse_resolution(read_text(text))
    assert [(n.text, n.paragraph) for n in resolution.footnotes] == [(note, "P1"), ("见A/79/55。", "1")]
    assert resolution.paragraph("P2").text.endswith("表示深为关切湖泊的状况，")


def test_a_note_goes_on_at_the_next_pages_foot() -> None:
    begun = "1 《山地和平原会议报告，2024年8月3日至5日，河口》(联合国出版物，出售品编号：C.24.II.A.7)，第"
    text = SET_IN.format(one="1", three="2", notes=begun, more="一章，决议1，附件。\n2 见A/79/55。")
    resolution = parse_resolution(read_text(text))
    assert [n.text[-9:] for n in resolution.footnotes] == ["章，决议1，附件。", "见A/79/55。"]
    assert resolution.paragraph("2").text == "决定在下一届会议上继续审议湖泊和河流问题。"


def test_empty_lines_between_all_lines_move_none() -> None:
    """A tool that keeps the layout of widely spaced lines sets empty ones between them."""
    lines = SET_IN.format(one="", three="", notes="", more="").replace("\f", "").split("\n")
    text = "\n\n".join(f"     {line}" if line.startswith(("大会", "回顾", "重申")) else line for line in lines if line)
    resolution = parse_resolution(read_text(f"{text}\n\f\n"))
    assert resolution.formula == "大会，"
    assert [p.id for p in resolution.paragraphs] == ["title", "P1", "P2", "1", "2"]


@pytest.mark.parametrize(("below", "parts"), [("14. Decides to go on with it.", ["13", "14"]), ("Annex", ["13"])])
def test_a_date_in_a_heading_closes_nothing_where_the_next_number_stands_below(below: str, parts: list[str]) -> None:
    text = (
        "81/905. Lakes\n\nThe General Assembly,\n\n13. Requests a report;\n\nMeans for lakes from 1 July 2026 to\n\n"
        f"30 June 2027\n\n{below}\n"
    )
    read = [p.id for p in parse_resolution(read_text(text)).paragraphs if p.part == "operative"]
    assert read == parts


STYLE = """@page {size: 120mm 200mm; margin: 15mm} html {hyphens: auto} p {margin: 0 0 4pt}
body {font: 10pt/1.3 'Noto Serif CJK SC'; text-align: justify}"""


def test_a_hyphen_that_a_setter_put_in_goes_and_one_of_the_word_stays() -> None:
    """Their sign for it stands at lines' ends alone; the text's own hyphen is another."""
    words = "Recalling the internationalization of multiplicity and the high-level commemoration of cooperation,"
    page = f"<html lang=en><style>{STYLE}</style><p>81/905. Lakes<p>The General Assembly,{f'<p>{words}' * 5}"
    resolution = parse_resolution(read_bytes(weasyprint.HTML(string=f"{page}<p>1. Decides.").write_pdf(), "A.pdf"))
    assert {p.text for p in resolution.paragraphs if p.part == "preamble"} == {words}


ENDED = """81/905. Lakes

The General Assembly,

Recalling the plan for the lakes,1

1. Requests a report{two} on the lakes;

2. Decides to go on.

45th plenary meeting
3 December 2026

"""
LISTED = {
    "a line each": "1 See A/79/55.\n2 Resolution 79/811.\n",
    "apart": "1 See A/79/55.\n\n2 Resolution 79/811.\n",
    "with stops": "1. See A/79/55.\n2. Resolution 79/811.\n",
    "under a heading": "Notes\n\n1 See A/79/55.\n2 Resolution 79/811.\n",
    "wrapped": "1 See\nA/79/55.\n2 Resolution\n79/811.\n",
    "before what is no note": "1 See A/79/55.\n2 Resolution 79/811.\n\nTerms of use of this collection of texts\n",
}


@pytest.mark.parametrize("listed", LISTED.values(), ids=LISTED)
def test_notes_counted_behind_the_closing(listed: str) -> None:
    resolution = parse_resolution(read_text(ENDED.format(two="2") + listed))
    assert [(" ".join(note.text.split()), note.paragraph) for note in resolution.footnotes] == [
        ("See A/79/55.", "P1"),
        ("Resolution 79/811.", "1"),
    ]
    assert resolution.paragraph("P1").text == "Recalling the plan for the lakes,"


@pytest.mark.parametrize("listed", ["2 Resolution 79/811.\n", "1 lake\n2 rivers\n3 seas\n4 more\n"])
def test_lines_behind_the_closing_that_the_text_does_not_call_are_no_notes(listed: str) -> None:
    resolution = parse_resolution(read_text(ENDED.format(two="") + listed))
    assert not resolution.footnotes
    assert "footnote-lost" in {doubt.code for doubt in resolution.diagnostics}


SPREAD = """The General Assembly,
Recalling the plan for the lakes,
1. Requests the States that keep the lakes of the mountains and of the plains:
(a) To protect the lakes and the rivers of the mountains and of all the plains

that

lie

below

them;

(b)

Promote

the

survey

of the lakes of the mountains and of the rivers that feed the lakes of the plains.
"""


def test_words_set_wide_apart_end_at_a_points_label() -> None:
    """A tool sets the words of a line each on a line of its own."""
    resolution = parse_resolution(read_text(f"81/905. Lakes\n{SPREAD}\f"))
    assert [p.id for p in resolution.paragraphs] == ["title", "P1", "1", "1.a", "1.b"]
    assert resolution.paragraph("1.a").text.endswith("all the plains that lie below them;")


def test_the_paragraph_of_an_annex_behind_the_closing_is_no_note() -> None:
    ended = ENDED.replace("lakes,1", "lakes,").format(two="1")
    resolution = parse_resolution(read_text(f"{ended}Annex\n\nThe form\n\n1. One line a lake.\n"))
    assert [p.text for p in resolution.paragraphs if p.id == "annex.1"] == ["One line a lake."]
    assert not resolution.footnotes


def test_a_page_that_begins_inside_the_words_of_the_title_has_no_head() -> None:
    title = "Lakes of the high mountains and\nrivers of the plains and of the valleys"
    first = f"{HEAD}81/905. {title}\n\nThe General Assembly,\nRecalling what was said of the lakes of the hills and\n"
    second = "rivers of the plains and of the valleys\nat each of its meetings,\n1. Decides to go on.\n"
    assert settled(parse_resolution(read_text(f"{first}\f{second}")))[0][0] == (
        "Recalling what was said of the lakes of the hills and rivers of the plains and of the valleys at each of its "
        "meetings,"
    )
