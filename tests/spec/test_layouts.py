"""Layouts that people print: columns, numbered lines, notes at the end; each gives the same paragraphs and notes."""

from __future__ import annotations

from functools import cache

import pytest
import weasyprint

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_bytes, read_text

PREAMBLE = [
    f"Recalling the plan for lake {number}, which the States that keep the lakes and the rivers of the plains – and "
    f"all who live there – agreed upon for the years {2010 + number}–{2020 + number},"
    for number in range(1, 13)
]
OPERATIVE = [
    f"Decides to consider the work on lake {number} and on the rivers of the mountains and of the plains again, with "
    "all of those who live on them;"
    for number in range(1, 16)
]
OPERATIVE[-1] = OPERATIVE[-1].replace(";", ".")
NOTED = {3: "See A/79/55.", 8: "Resolution 79/811, annex.", 14: "A/80/12, chap. II."}
HEAD = ["A/RES/81/905", "81/905. Protection of the lakes and the rivers", "<i>The General Assembly</i>,"]
CLOSING = ["45th plenary meeting", "3 December 2026"]
FOOT = "@footnote {border-top: 0.5pt solid; padding-top: 3pt} .note {float: footnote; font-size: 7pt}"
FOOT += "::footnote-call {font-size: 65%; vertical-align: super; line-height: 0}"
FONT = "body {font: 10pt/1.4 'Noto Serif CJK SC'} p {margin: 0 0 5pt}"
PAGE = """@page {size: 150mm 200mm; margin: 22mm 20mm; @top-left {content: 'Protection of the lakes'}
  @top-right {content: 'A/RES/81/905'} @bottom-center {content: counter(page)}}
  @page :first {@top-left {content: none}}"""
COLUMNS = "main {columns: 2; column-gap: 8mm} body {text-align: justify; font-size: 8pt}"
CALLED = "::footnote-call {content: '[' counter(footnote) ']'; font-size: 65%; vertical-align: super; line-height: 0}"


def body(notes: str, sign: str = "{}") -> str:
    """The resolution, each note at its mark for a style to float, or all of them at the end under a heading."""
    lines = [*HEAD]
    for number, text in enumerate([*PREAMBLE, *(f"{n}. {text}" for n, text in enumerate(OPERATIVE, 1))], 1):
        order = [*NOTED].index(number) + 1 if number in NOTED else 0
        mark = (
            f"<sup>{sign.format(order).strip('.')}</sup>"
            if notes == "end"
            else f"<span class=note>{NOTED.get(number)}</span>"
        )
        lines.append(f"{text[:-1]}{text[-1]}{mark}" if order else text)
    lines += CLOSING
    main = "".join(f"<p>{line}</p>" for line in lines)
    ends = "".join(f"<p>{sign.format(n)} {note}</p>" for n, note in enumerate(NOTED.values(), 1))
    return f"<main>{main}</main>" + (f"<h3>Notes</h3>{ends}" if notes == "end" else "")


@cache
def read(style: str, notes: str = "foot", sign: str = "{}") -> Resolution:
    look = f"{FONT}{style}sup {{font-size: 65%; line-height: 0; vertical-align: super}}"
    page = f"<html lang=en><style>{look}</style>{body(notes, sign)}</html>"
    return parse_resolution(read_bytes(weasyprint.HTML(string=page).write_pdf(), "A.pdf"))


LAYOUTS = {
    "one column": (PAGE + FOOT, "foot", "{}"),
    "two columns": (PAGE + FOOT + COLUMNS, "foot", "{}"),
    "two columns, notes in brackets": (PAGE + FOOT + COLUMNS + CALLED, "foot", "{}"),
    "notes at the end, of the text's size": (PAGE, "end", "[{}]"),
    "notes at the end, in small type": (PAGE + "h3 ~ p {font-size: 8pt}", "end", "{}."),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_keeps_paragraphs_and_notes(layout: tuple[str, str, str]) -> None:
    resolution = read(*layout)
    texts = [p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")]
    assert texts == [*PREAMBLE, *OPERATIVE]
    notes = [(note.text, note.paragraph) for note in resolution.footnotes]
    assert notes == [*zip(NOTED.values(), ["P3", "P8", "2"], strict=True)]
    assert [doubt.code for doubt in resolution.diagnostics if doubt.level != "info"] == []


NUMBERED = """@page {size: 150mm 120mm; margin: 20mm 20mm 20mm 30mm}
body {font: 10pt/20pt 'Noto Serif CJK SC'} p {margin: 0; position: relative; text-indent: 2em}
i {position: absolute; left: -12mm; text-indent: 0; font-style: normal; line-height: 20pt}"""


@pytest.mark.parametrize("step", [1, 2, 5])
def test_numbers_of_lines_are_the_pages(step: int) -> None:
    """A line a paragraph, its number beside it; the last page has one number."""
    words = [f"Recalling the plan for lake {number}," for number in range(1, 21 * step - 2)]
    lines = [*("81/905. Lakes", "The General Assembly,"), *words, "1. Decides to go on."]
    numbered = (
        f"<p>{f'<i>{number}</i>' if number % step == 0 else ''}{line}</p>" for number, line in enumerate(lines, 1)
    )
    data = weasyprint.HTML(string=f"<style>{NUMBERED}</style>{''.join(numbered)}").write_pdf()
    document = read_bytes(data, "A.pdf")
    furniture = [document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "furniture"]
    assert furniture == [str(number) for number in range(step, len(lines) + 1, step)]
    assert [line.strip() for line in document.raw.splitlines() if line.strip() and line not in furniture] == lines


def test_words_that_two_pages_begin_with_are_no_running_head() -> None:
    """The same sentence at the top of two pages of many is the text's."""
    again = "the lakes of the plains and their rivers, as well as of the mountains, once more;"
    firsts = [again if number in (3, 6) else f"the lakes of valley {number};" for number in range(1, 9)]
    pages = "".join(
        f"<p style='break-before: page; margin: 0'>{first}</p><p>{number}. Decides to consider"
        for number, first in enumerate(firsts, 1)
    )
    head = "<p>81/905. Lakes<p>The General Assembly,<p>Recalling the plan,<p>Decides as follows:"
    page = f"<style>{PAGE}{FONT}</style>{head}{pages}<p style='break-before: page'>the lakes."
    document = read_bytes(weasyprint.HTML(string=page).write_pdf(), "A.pdf")
    furniture = {document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "furniture"}
    assert again not in furniture
    assert "Protection of the lakes A/RES/81/905" in furniture


def test_a_number_set_close_to_its_note_begins_it() -> None:
    notes = "".join(f"<p class=n>{number}{'' if number > 9 else ' '}See A/79/{number}.</p>" for number in range(1, 13))
    marks = "".join(f"<p>{number}. Recalls plan {number}<sup>{number}</sup>;</p>" for number in range(1, 13))
    style = f"{PAGE}{FONT}.n {{font-size: 7pt}} .f {{border-top: 0.5pt solid; margin-top: 20pt}} sup {{line-height: 0}}"
    page = f"<style>{style}</style><p>81/905. Lakes<p>The General Assembly,{marks}<div class=f>{notes}</div>"
    resolution = parse_resolution(read_bytes(weasyprint.HTML(string=page).write_pdf(), "A.pdf"))
    assert [(note.number, note.text) for note in resolution.footnotes] == [
        (str(number), f"See A/79/{number}.") for number in range(1, 13)
    ]


def test_a_word_is_written_as_the_text_writes_it_elsewhere() -> None:
    """An organization's name with a hyphen says nothing of the word in a text that cuts words."""
    text = """81/905. Lakes
The General Assembly,
1. Welcomes the cooperation on lakes with the Organisation for Economic Co-operation and Development, and the devel-
opment of cooperation, and requests the Secretary-General to consider the cooperation of all the States on the co-
operation of the lakes, the develop-
ment of rivers and the organi-
zation of the cooperation of all."""
    assert "on the cooperation of the lakes" in parse_resolution(read_text(text)).paragraph("1").text


CHINESE = """81/905. 湖泊
大会，
回顾各国代表在山地和平原上举行的会议以及河流和湖泊问题第十次
大会，
注意到山地和平原的河流和湖泊以及居住在那里的所有人民的情况，
1. 决定充分执行关于河流和湖泊以及山地和平原的各项决议，包括
执行第 72/239 号决议和关于湖泊的其他决议。
"""


def test_words_of_a_sentence_are_neither_a_formula_nor_a_label() -> None:
    resolution = parse_resolution(read_text(CHINESE))
    assert [(p.id, p.text[-6:]) for p in resolution.paragraphs if p.id != "title"] == [
        ("P1", "第十次大会，"),
        ("P2", "人民的情况，"),
        ("1", "的其他决议。"),
    ]
    assert "包括执行第72/239号决议" in resolution.paragraph("1").text


def test_a_compound_at_a_lines_end_says_nothing_of_its_paragraph() -> None:
    text = """81/905. Lakes
The General Assembly,
1. Welcomes the plans for the lakes of the mountains and of the plains, with means that were pre-agreed
by those who keep the rivers of the mountains and of the plains, and what was said of them;
2. Decides to go on with the work on the lakes and on all the rivers of the mountains and of the plains.
"""
    resolution = parse_resolution(read_text(text))
    assert "that were pre-agreed by those who" in resolution.paragraph("1").text
    assert not resolution.diagnostics


@pytest.mark.parametrize("sign", ["[{}]", "{}.", "{}"])
def test_a_saved_page_has_its_notes_at_the_end(sign: str) -> None:
    """Marks that lead nowhere are those of the lines behind the text that count them."""
    page = f"<!doctype html><html lang=en><body>{body('end', sign)}<footer>Terms of use</footer></body></html>"
    resolution = parse_resolution(read_bytes(page.encode(), "A.html"))
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [
        *zip("123", NOTED.values(), ["P3", "P8", "2"], strict=True)
    ]
    assert resolution.paragraph("15").text == OPERATIVE[-1]
