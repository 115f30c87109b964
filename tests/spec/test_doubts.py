"""What is doubtful is said: each kind of doubt by a small text that has it, and by one that has not."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.parse import parse_resolution

HEAD = "99/1. Lighthouses\nThe General Assembly,\n"
WHOLE = HEAD + "Recalling resolution 98/1,\n1. Requests Member States to keep lights;\n2. Decides to stay seized.\n"


def codes(text: str) -> set[str]:
    return {diagnostic.code for diagnostic in parse_resolution(eco.read_text(text)).diagnostics}


def ids(text: str) -> list[str]:
    return [paragraph.id for paragraph in parse_resolution(eco.read_text(text)).paragraphs]


def test_a_whole_text_is_not_doubted() -> None:
    assert codes(WHOLE) == set()


DOUBTED = [
    ("number-repeated", WHOLE + "2. Requests the Secretary-General to report.\n"),
    ("number-missing", WHOLE.replace("2. Decides", "4. Decides")),
    ("paragraph-unended", WHOLE.replace("seized.", "seized")),
    ("page-head-inside", WHOLE.replace("keep lights", "keep A/RES/99/1 lights")),
    (
        "page-head-inside",
        WHOLE.replace("keep lights;", "keep\n\f\nLight2houses of all\n\nlights;").replace(
            "1. Li", "1. Lights and lighthouses of all\nLi"
        ),
    ),
    ("footnote-lost", WHOLE.replace("keep lights", "keep lights1/ of all")),
    ("footnote-lost", WHOLE.replace("98/1,", "98/1 of 2029,1 all of it,")),
    ("line-order", WHOLE.replace("The General", "shores,\n\nThe General") + "\f"),
    ("formula-again", WHOLE.replace("2. Decides", "The General Assembly,\n2. Decides")),
    ("heading-reads-like-text", WHOLE.replace("Recalling", "Lamps of harbours\nRecalling")),
    ("unplaced", WHOLE + "1 January 2030\n1st plenary meeting\nLamps were lit that nobody had seen before.\n"),
]


RECITALS = "Recalling resolution 98/1,\n\nof all the lamps\n\nRecalling also all of its resolutions on lamps,\n"
PAGES = WHOLE.replace("keep lights", "keep lights\n\fand lamps of {word} kinds")

DOUBTED += [
    ("heading-reads-like-text", WHOLE.replace("Recalling resolution 98/1,\n", RECITALS)),
    # a running head of two lines
    (
        "page-head-inside",
        WHOLE.replace("keep lights;", "keep\n\f\nLights and light2houses\nof all the seas\n\nlights;").replace(
            "1. Li", "1. Lights and lighthouses of all the seas\nLi"
        ),
    ),
    # what an encoding has no signs for: a hyphen that is not broken, letters with accents, the last letter of a name
    ("signs-lost", PAGES.format(word="nongovernmental")),
    ("signs-lost", PAGES.format(word="long, the report of 2030 of Yaounde, and nongovernmental")),
    ("signs-lost", PAGES.format(word="NonProliferation")),
    ("signs-lost", PAGES.format(word="UNWomen")),
    ("signs-lost", PAGES.format(word="COVID19")),
    ("signs-lost", WHOLE.replace("keep lights", "keep lights of Medellin, Colombia")),
    ("signs-lost", WHOLE.replace("keep lights", "keep lights as Mr. Perez does")),
    ("signs-lost", WHOLE.replace("keep lights", "keep lights as Mr. Halilovi did in 2030")),
]
UNDOUBTED = [
    ("heading-reads-like-text", WHOLE.replace("Recalling", "A. Lamps\n\nRecalling")),
    ("signs-lost", WHOLE.replace("keep lights", "keep the lights of Suez nonetheless, by decision")),
    ("signs-lost", PAGES.format(word="nonetheless eTrade, McBride, UNESCO, G20, cutoff, healthcare")),
    ("signs-lost", PAGES.format(word="“nongovernmental”")),  # the text has signs that no Western encoding has
    ("signs-lost", WHOLE.replace("keep lights", "keep lights of Medellín, Colombia")),
]


@pytest.mark.parametrize(("code", "text"), UNDOUBTED)
def test_what_is_not_doubtful(code: str, text: str) -> None:
    assert code not in codes(text)


CUT = WHOLE.partition("1. Requests")[0]
"""Up to its first operative paragraph."""

DOUBTED += [
    ("operative-missing", CUT),
    ("operative-missing", f"{CUT}1 January 2030\n1st plenary meeting\n"),
    ("operative-missing", "99/1. 灯塔\n大会，\n回顾其第98/1号决议，\n又回顾其报告，\n"),
    ("end-missing", CUT),
    ("end-missing", WHOLE.partition("2.")[0]),
]


def test_a_preamble_alone_is_one_whether_or_not_it_is_closed() -> None:
    for text in (CUT, f"{CUT}1 January 2030\n1st plenary meeting\n"):
        assert parse_resolution(eco.read_text(text)).extent == "preamble"
    assert parse_resolution(eco.read_text(WHOLE)).extent == "whole"
    assert "end-missing" not in codes(f"{CUT}1 January 2030\n1st plenary meeting\n")


@pytest.mark.parametrize(("code", "text"), DOUBTED, ids=[code for code, _ in DOUBTED])
def test_what_is_doubtful_is_said(code: str, text: str) -> None:
    assert code in codes(text)


def test_a_formula_behind_all_that_it_opens_is_no_opening() -> None:
    formula, rest = "The General Assembly,\n", WHOLE.replace("The General Assembly,\n", "")
    resolution = parse_resolution(eco.read_text(rest + formula))
    assert resolution.formula is None
    assert [paragraph.id for paragraph in resolution.paragraphs][-2:] == ["1", "2"]
    assert "part-of-a-text" in codes(rest + formula)


def test_text_without_a_place_is_an_error_with_its_words() -> None:
    text = WHOLE + "1 January 2030\n1st plenary meeting\nLamps were lit that nobody had seen before.\n"
    (unplaced,) = [one for one in parse_resolution(eco.read_text(text)).diagnostics if one.code == "unplaced"]
    assert unplaced.level == "error"
    assert text[unplaced.start : unplaced.end] == "Lamps were lit that nobody had seen before."
    assert "Lamps were lit" in unplaced.message


@pytest.mark.parametrize(
    ("formula", "head", "lines"),
    [
        ("经济及社会理事会，\n1. 决定继续审议此事。\n2030年1月1日\n",
         "联合国\n经济及社会理事会\n湖泊\n", "见A/80/78。\n同上，附件。"),
        ("The General Assembly,\n1. Decides to go on.\n1 May 2030\n", "United Nations\nLakes\n", "See A/80/78.\nIbid."),
        ("Lakes\nThe General Assembly,\n1. Decides to go on.\n1 January 2030\n", "United Nations\nLakes\n", "A/80/78."),
    ],
)  # fmt: skip
def test_lines_behind_a_head_that_is_printed_again_are_no_page_s(formula: str, head: str, lines: str) -> None:
    text = f"{formula}{head}{lines}\n"
    resolution = parse_resolution(eco.read_text(text))
    said = [text[one.start : one.end] for one in resolution.diagnostics if one.code == "unplaced"]
    assert "\n".join(said) == lines
    assert resolution.title in ("湖泊", "Lakes")


def test_votes_and_a_page_number_behind_the_closing_have_their_place() -> None:
    closing = "1 January 2030\n1st plenary meeting\n[Adopted by a recorded vote:\nIn favour: Aland]\n2\n"
    assert "unplaced" not in codes(WHOLE + closing)


def test_ids_are_unique_and_keep_their_number() -> None:
    assert ids(WHOLE + "2. Requests the Secretary-General to report.\n")[-2:] == ["2", "2~2"]


def test_points_stand_below_the_recital_that_announces_them() -> None:
    recital = "Reaffirming that lights were kept:\n(a) By day, with mirrors,\n(b) By night, with lamps,\nNoting this,\n"
    assert ids(WHOLE.replace("1. ", recital + "1. "))[1:6] == ["P1", "P2", "P2.a", "P2.b", "P3"]


def test_what_goes_on_behind_points_is_kept_below_their_paragraph() -> None:
    points = "1. Requests Member States to keep:\n(a) Lamps;\n(b) Mirrors;\nand to see how lights may be counted;\n"
    text = WHOLE.replace("1. Requests Member States to keep lights;\n", points)
    resolution = parse_resolution(eco.read_text(text))
    assert resolution.paragraph("1.c").text == "and to see how lights may be counted;"


TITLED = [
    ("重申12《湖泊公约》和", ["12"]),
    ("重申《湖泊公约》、3《河流公约》和", ["3"]),
    ("重申《湖泊公约》第12《河流》章和", []),
    ("重申2030年《湖泊议程》和", []),
    ("重申第3条、《湖泊公约》和", []),
]


@pytest.mark.parametrize(("words", "marks"), TITLED)
def test_a_figure_before_a_title_is_a_mark_and_said_where_its_note_is_lost(words: str, marks: list[str]) -> None:
    text = f"81/905. 湖泊\n\n大会，\n\n{words}各项决议，\n\n1. 请秘书长提交报告；\n\n2. 决定继续审议。\n"
    doubts = parse_resolution(eco.read_text(text)).diagnostics
    assert [doubt.message.rpartition(": ")[2] for doubt in doubts if doubt.code == "footnote-lost"] == marks


@pytest.mark.parametrize("joined", ["、", "和", "以及", ""])
def test_a_figure_before_a_title_is_lifted_with_its_note(joined: str) -> None:
    text = (
        f"81/905. 湖泊\n\n大会，\n\n重申1《湖泊公约》{joined}2《河流公约》的意义，\n\n1. 请秘书长提交报告；\n\n"
        "__________________\n1 第70/1号决议。\n2 第70/2号决议。\n"
    )
    resolution = parse_resolution(eco.read_text(text))
    assert resolution.paragraph("P1").text == f"重申《湖泊公约》{joined}《河流公约》的意义，"
    assert [(note.number, note.paragraph) for note in resolution.footnotes] == [("1", "P1"), ("2", "P1")]
