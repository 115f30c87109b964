# ruff: noqa: E501 - the texts stand as they are printed
"""What measuring makes of a document that states its structure: wrapped text, and what must be found in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoanalysis.evaluate.against_xml import structure, wrapped_text
from ecoanalysis.evaluate.against_xml.wrapped_text import Style, columns, render, styles
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_document, read_text

ROOT = Path(__file__).resolve().parents[2]
PLAIN = Style(width=30, gaps=False, indent=0, digit_spaces=False, links=False)


def document(language: Any) -> Document:
    return read_document(ROOT / "tests" / "data" / f"akn_{language}.xml")


def lines(language: Any, **style: Any) -> list[str]:
    return render(document(language), replace(PLAIN, **style)).splitlines()


def test_the_bundled_documents_look() -> None:
    text = render(document("zh"), Style(width=40, page=9))
    assert text.startswith(
        "99/12. 海上灯塔的合作 \n\n 大会， \n\n 回顾其关于灯塔的 2029 年 5 月 3 日第\n\n97/5 号决议，1 以及其后的说明， \n\n"
    )
    assert (
        "\n\n__________________\n\n 1 见 A/97/31，附件。\n\nhttps://undocs.org/ch/A/RES/97/5\nhttps://undocs.org/ch/A/97/31\n"
        in text
    )


STYLES = [
    # what the style says, and lines that must then follow each other
    ("zh", {}, ["99/12. 海上灯塔的合作", "大会，"]),
    ("zh", {"header": True}, ["A/RES/99/12", "议程项目27"]),
    ("zh", {"indent": 1}, [" 在这方面强调灯塔的价值， ", "一 "]),
    ("zh", {"width": 24}, ["2. 又请秘书长：", "(a) 列出下列灯塔：", "㈠ 东岸的灯塔；"]),
    ("zh", {"notes": "slash", "marks": "slash"}, ["__________________", "1/ 见A/97/31，附件。"]),
    ("zh", {"notes": "line"}, ["1", "见A/97/31，附件。"]),
    ("zh", {"width": 20}, ["回顾其关于灯塔的2029", "年5月3日第97/5号决议，1", "以及其后的说明，"]),  # a figure stays whole
    ("zh", {"width": 19}, ["1. 灯塔每晚点灯。"]),  # the last stop would fall over the edge: it hangs
    ("en", {"width": 40}, ["Recalling also its resolution 98/4 on", "tide tables,1"]),
    ("en", {"width": 40, "marks": "spaced"}, ["tide tables, 1", "Noting the merits of:"]),
    ("en", {"numbers": "before"}, ["3.", "Thanks the harbours."]),
    ("en", {"numbers": "behind", "width": 24}, ["Decides to publish tide", "1.", "tables;"]),
    ("en", {"notes": "stacked"}, ["__________________", "1", "See Tide Tables, vol. 3."]),
    ("en", {"furniture": True, "page": 12}, ["2/3", "21-12345"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "style", "expected"), STYLES)
def test_each_choice_of_style_shows(language: str, style: dict[str, Any], expected: list[str]) -> None:
    text = "\n".join(["", *lines(language, **style), ""])
    assert "\n".join(["", *expected, ""]) in text


def test_a_note_stands_on_the_page_of_its_mark() -> None:
    printed = lines("zh", page=6)
    rule = next(place for place, line in enumerate(printed) if set(line) == {"_"})
    assert any("决议，1" in line for line in printed[:rule])
    assert printed[rule + 1 :][:1] == [" 1 见A/97/31，附件。"]


def seeds() -> Any:
    return st.tuples(st.sampled_from(["zh", "en"]), st.integers(0, 10_000))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(deadline=None)
@given(seeds())
def test_every_paragraph_is_printed_character_for_character(drawn: tuple[Any, int]) -> None:
    language, seed = drawn
    source = without_notes(document(language))
    style = replace(next(styles(seed, language)), numbers="inline", furniture=False, links=False, page=0)
    printed = bare(render(source, style))
    for mark in source.marks:
        if mark.role in ("title", "preambular", "operative", "point", "closing"):
            assert bare(source.raw[mark.start : mark.end]) in printed


@settings(deadline=None)
@given(seeds())
def test_no_line_is_too_long_or_begins_with_a_stop(drawn: tuple[Any, int]) -> None:
    language, seed = drawn
    style = replace(next(styles(seed, language)), links=False)
    for line in render(document(language), style).splitlines():
        hanging = len(line) - len(line.rstrip("，。；：、》”)1 "))
        assert columns(line.rstrip()) <= style.width + 2 * hanging
        assert not line.startswith(("，", "。", "；", "：", "、", "》", "”", ")"))


@settings(deadline=None)
@given(st.text(st.sampled_from("灯塔，。《》（）、 12A"), max_size=60), st.integers(8, 40))
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    assert bare("".join(wrapped_text._wrapped(text, "zh", width))) == bare(text)


def test_styles_differ_and_repeat() -> None:
    drawn = list(islice(styles(3, "en"), 20))
    assert drawn == list(islice(styles(3, "en"), 20))
    assert len(set(drawn)) > 15


def test_columns_count_full_width_characters_twice() -> None:
    assert columns("a灯，") == 5
    assert unicodedata.east_asian_width("“") == "A"  # ambiguous, and full width in Chinese print
    assert columns("“") == 2


def without_notes(source: Document) -> Document:
    return replace(source, marks=tuple(mark for mark in source.marks if mark.role not in ("mark", "note")))


STATED = {
    "zh": [
        (1, "1", "operative"),
        (1, "2", "operative"),
        (1, "2.a", "operative"),
        (1, "2.a.i", "operative"),
        (1, "2.a.ii", "operative"),
        (1, "2.b", "operative"),
        (1, "2.c", "operative"),
        (1, "3", "operative"),
        (1, "P1", "preamble"),
        (1, "P2", "preamble"),
    ],
    "en": [
        (1, "1", "operative"),
        (1, "2", "operative"),
        (1, "2.a", "operative"),
        (1, "2.a.i", "operative"),
        (1, "2.a.ii", "operative"),
        (1, "2.b", "operative"),
        (1, "2.c", "operative"),
        (1, "3", "operative"),
        (1, "P1", "preamble"),
        (1, "P2", "preamble"),
        (1, "P2.a", "preamble"),
        (1, "P2.b", "preamble"),
        (2, "1", "operative"),
        (2, "2", "operative"),
        (2, "P1", "preamble"),
    ],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_must_be_found(language: str) -> None:
    facts = structure.stated(document(language))
    assert sorted(facts["paragraphs"].elements()) == STATED[language]


def test_notes_verbs_and_symbols_that_must_be_found() -> None:
    facts = structure.stated(document("zh"))
    assert sorted(facts["anchors"]) == [(1, "1", "1", 31), (1, "P1", "1", 26)]
    assert sorted(facts["symbols"]) == [(1, "P1", "A/RES/97/5")]
    assert {fact[1:] for fact in facts["openings"]} == {
        ("P1", "回顾"),
        ("P2", "强调"),
        ("1", "请"),
        ("2", "又请"),
        ("3", "决定"),
    }


def test_numbering_that_restarts_under_signs() -> None:
    marks = [
        Mark("heading", 0, 1, "二"),
        Mark("preambular", 1, 2),
        Mark("operative", 2, 3, "1"),
        Mark("heading", 3, 4, "十二"),
        Mark("operative", 4, 5, "1"),
        Mark("operative", 5, 6, ""),
        Mark("annex", 6, 7, ""),
        Mark("operative", 7, 8, "1"),
    ]
    facts = structure.stated(Document("abcdefgh", "", "", "akn", "zh", tuple(marks)))
    assert sorted(name for _, name, _ in facts["paragraphs"]) == ["II.1", "II.P1", "XII.1", "XII.2"]


def test_the_comparison_counts_what_is_lost_and_what_is_too_much() -> None:
    wanted = structure.stated(document("zh"))
    tallies, lost, gained = structure.compare(wanted, wanted)
    assert {tally.f1 for tally in tallies.values()} == {1.0}
    assert not lost
    assert not gained
    fewer = {kind: facts.copy() for kind, facts in wanted.items()}
    del fewer["paragraphs"][(1, "P2", "preamble")]
    fewer["paragraphs"][(1, "4", "operative")] += 1
    tallies, lost, gained = structure.compare(wanted, fewer)
    assert (tallies["paragraphs"].precision, tallies["paragraphs"].recall) == (0.9, 0.9)
    assert lost == [("paragraphs", (1, "P2", "preamble"))]
    assert gained == [("paragraphs", (1, "4", "operative"))]


# --- layouts that rendered texts brought to light: what is printed, and the paragraphs read in it ---------------------

HEAD = "99/12. Lighthouses\nThe General Assembly,\n"
LAYOUTS = [
    (
        "a heading of two lines above a number on its own line",
        HEAD
        + """Recalling its resolution 97/5 of 3 May 2029 on lights at sea,
1.
Requests the Secretary-General to list the lighthouses of all the coasts;
Lamps and lenses for the lighthouses of the northern and of the
southern coasts
2.
Invites States to keep the lamps lit through all the nights of the year.
""",
        {"1": "Requests the", "2": "Invites States"},
    ),
    (
        "points (h), (i), (j) and, below (j), (i) again",
        HEAD
        + "1. Requests the Secretary-General:\n"
        + "".join(f"({sign}) To light lamp {sign};\n" for sign in "abcdefghij")
        + "(i) To light the first lamp of the last tower.\n",
        {
            "1.h": "To light lamp h;",
            "1.i": "To light lamp i;",
            "1.j": "To light lamp j;",
            "1.j.i": "To light the first",
        },
    ),
    (
        "a paragraph below the notes that has the next note's number",
        HEAD
        + """1. Takes note of the report on the lighthouses of the northern coast;
2. Welcomes the lamps that were given to the lighthouses of the coast,1 and
__________________
1 See A/97/31, annex.
asks for more of them;
3. Requests the Secretary-General to report on the lamps every third year.
""",
        {"2": "Welcomes the lamps", "3": "Requests the Secretary-General"},
    ),
    (
        "a single paragraph without a number below a full line of the preamble",
        HEAD
        + """Having considered the report on the lights of the northern coasts,
Takes note of the report on the lights of the northern coasts, and of
what it says of lamps.
""",
        {"P1": "Having considered", "1": "Takes note"},
    ),
    (
        "a figure that begins a line behind a mark that ends one",
        "99/12. 灯塔\n大会，\n"
        + "回顾其关于海上灯塔的2029年5月3日第97/5号决议、1\n2030年6月4日第98/6号决议和其后各年关于灯塔的决议，\n"
        + "1. 请秘书长提交关于灯塔的报告。\n__________________\n1 见第96/4号决议。\n",
        {"P1": "回顾其关于海上灯塔的2029年5月3日第97/5号决议、2030年6月4日"},
    ),
]


@pytest.mark.parametrize(("case", "text", "expected"), LAYOUTS, ids=[case for case, _, _ in LAYOUTS])
def test_layouts_that_rendered_texts_brought_to_light(case: str, text: str, expected: dict[str, str]) -> None:
    (resolution,) = parse_resolutions(read_text(text))
    assert {id: resolution.paragraph(id).text[: len(words)] for id, words in expected.items()} == expected
