# ruff: noqa: E501 - a table
"""A hyphen at a line's end: it stays where the word is written with it elsewhere, and goes where it is not."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.parse.text.hyphens import Hyphens

TEXT = """81/905. Lakes

The General Assembly,

Recalling its resolution 79/811 of 10 December 2024, and the high-level meeting on lakes and rivers, which the
Secretary-General and the secretariat convened,

1. {}

2. Encourages Member States to share data with the secretariat.
"""


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Requests the Secretary-\nGeneral to go on;", "Requests the Secretary-General to go on;"),
        ("Requests the Sec-\nretary-General to go on;", "Requests the Secretary-General to go on;"),
        ("Requests the secre-\ntariat to go on;", "Requests the secretariat to go on;"),
        ("Welcomes the high-\nlevel meeting;", "Welcomes the high-level meeting;"),
        ("Requests the World Meteorological Organi-\nzation to go on;", "Requests the World Meteorological Organization to go on;"),
        ("Welcomes the lake-\nwide survey;", "Welcomes the lake-wide survey;"),
    ],
)  # fmt: skip
def test_a_word_cut_at_a_lines_end_is_whole(printed: str, read: str) -> None:
    resolution = eco.parse_resolution(eco.read_text(TEXT.format(printed), "made.txt"))
    assert resolution.paragraph("1").text == read
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["title", "P1", "1", "2"]


def test_a_hyphen_whose_place_a_rule_has_taken_is_said() -> None:
    text = TEXT.format("Requests the mossyg________________\nreen survey;")
    doubts = eco.parse_resolution(eco.read_text(text, "made.txt")).diagnostics
    assert "hyphen-lost" in {doubt.code for doubt in doubts}
    # the lexicon has the compound, or its parts as words
    for first, second in (("community", "based"), ("lake", "wide"), ("flood", "resistant")):
        known = TEXT.format(f"Requests the {first}________________\n{second} survey;")
        resolution = eco.parse_resolution(eco.read_text(known, "made.txt"))
        assert resolution.paragraph("1").text == f"Requests the {first}-{second} survey;"
        assert "hyphen-lost" not in {doubt.code for doubt in resolution.diagnostics}
    whole = eco.parse_resolution(eco.read_text(TEXT.format("Requests the survey;"), "made.txt"))
    assert "hyphen-lost" not in {doubt.code for doubt in whole.diagnostics}


def test_where_lines_end_inside_words_a_piece_that_is_no_word_goes_on() -> None:
    cut = "Requests the secre-\ntariat and the reso-\nlution to go on with the ex-\ntended survey, and the ex-\nofficio members;"
    assert eco.parse_resolution(eco.read_text(TEXT.format(cut), "made.txt")).paragraph("1").text == (
        "Requests the secretariat and the resolution to go on with the extended survey, and the ex-officio members;"
    )


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("their co-\noperation", "their cooperation"),
        ("the inter-\ngovernmental bodies", "the intergovernmental bodies"),
        ("a multifunction-\nal body", "a multifunctional body"),
        ("the recon-\nciliatory work", "the reconciliatory work"),
        ("the in-\nhome services", "the in-home services"),
        ("the well-\nbeing of all", "the well-being of all"),
    ],
)
def test_where_lines_end_inside_words_names_tell_little(cut: str, whole: str) -> None:
    page = f"Requests the secre-\ntariat and the reso-\nlution to see to {cut}, and to cooperation;"
    read = f"Requests the secretariat and the resolution to see to {whole}, and to cooperation;"
    assert eco.parse_resolution(eco.read_text(TEXT.format(page), "made.txt")).paragraph("1").text == read


NAME = "LakeWatch"


def test_a_name_of_two_capitals_that_stands_in_many_lines_has_lost_no_hyphen() -> None:
    lines = [
        f"of the {NAME} programme and its work in all of the lakes",
        *["and on its rivers and the plains of them"] * 9,
    ]
    text = "\n".join([*lines, f"and the {NAME} programme of all the States"])
    hyphens = Hyphens(f"{text}\n\f", "en", 50)
    assert hyphens.lost(f"and to strengthen all the work of {NAME} for the lakes") is None


def test_no_article_begins_a_compound() -> None:
    line = "and to go on with the work on all the lakes through a building of the States that keep them all"
    assert Hyphens(f"the capacity-building of the States\n{line}\n\f", "en", 60).lost(line) is None
