"""Words that a tool has printed in pieces are matched whole, and quoted as they are printed."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse.text.cut_words import cut_words, whole_words
from ecoanalysis.read import read_bytes


def close(text: str, language: str = "en") -> str:
    cuts = sorted(cut_words(text, language, whole_words(text)), reverse=True)
    for start, end in cuts:
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("the vario us lakes", "the various lakes"),
        ("th e lakes a nd rivers", "the lakes and rivers"),
        ("Secretary -General", "Secretary-General"),
        ("Secre tary-General", "Secretary-General"),
        ("Secretary- General", "Secretary-General"),
        ("the inter natio nal lakes", "the international lakes"),
        ("UNI TED NATIONS", "UNITED NATIONS"),
        ("lakes of the Morro wind, and Morrowind", "lakes of the Morrowind, and Morrowind"),  # whole elsewhere
        # what is two words stays
        ("in to some one", "in to some one"),
        ("pre- and post-conflict", "pre- and post-conflict"),
        ("a lake – the river - goes on", "a lake – the river - goes on"),
        ("mutatis mutandis", "mutatis mutandis"),
        # a hyphen that no word follows
        ("micro -, small and medium-sized", "micro-, small and medium-sized"),
        ("the Secretary -\nGeneral", "the Secretary-\nGeneral"),
        ("the lake -based and river -\nbased", "the lake-based and river-\nbased"),
        ("the lake -based, river - and sea-based", "the lake-based, river- and sea-based"),
        ("the lake -based, river - and other sea-based", "the lake-based, river- and other sea-based"),
        # and a dash
        ("the lakes -\nthe rivers", "the lakes -\nthe rivers"),
        ("lake -based works - the rest -\nall", "lake-based works - the rest -\nall"),
        ("lakes - and all sea-based", "lakes - and all sea-based"),
        ("lakes fit for purpose", "lakes fit for purpose"),
        ("lakes\nand", "lakes\nand"),
    ],
)
def test_pieces_are_a_word_where_the_words_tell(printed: str, whole: str) -> None:
    assert close(printed) == whole


def test_a_language_whose_words_nobody_lists_is_left_as_it_is() -> None:
    assert close("请 秘书长 提交报告", "zh") == "请 秘书长 提交报告"


def read(words: str, line: str = "{}\n", page: str = "{}") -> Resolution:
    """The resolution with the words for its second paragraph, each line of it set as a format sets it."""
    lines = ("The General Assembly,", "1. Decides to go on;", f"2. {words};", "3. Decides to consider the matter.")
    text = "".join(line.format(words) for words in lines)
    return eco.parse_resolution(read_bytes(page.format(text).encode(), "made"))


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("{}\n", "{}"),
        ("{}<br/>\n", "<html><body>{}</body></html>"),
        ("<p>{}</p>\n", "<html><body>{}</body></html>"),
        ("{}\n\n", "# The lakes\n\n{}"),
        (r"{{\pard {}\par}}", r"{{\rtf1\ansi {}}}"),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "Requ ests the Secretary -General to report on lakes",
        "Requests the Secre tary-General to report on lakes",
    ],
)
def test_what_stands_in_pieces_is_matched_whole_and_quoted_as_printed(words: str, line: str, page: str) -> None:
    resolution = read(words, line, page)
    paragraph = resolution.paragraph("2")
    facts = eco.extract_facts(resolution)
    clause = next(clause for clause in facts.clauses if clause.paragraph == "2")
    raw = resolution.document.raw
    assert paragraph.text == f"{words};"
    assert (clause.class_, clause.band) == ("DIR", "D3")
    assert [party.agency for party in clause.addressees] == ["secretary-general"]
    assert raw[clause.addressees[0].span.start : clause.addressees[0].span.end] == clause.addressees[0].surface
    assert [(doubt.level, doubt.code) for doubt in resolution.diagnostics if doubt.code == "words-cut"] == [
        ("info", "words-cut")
    ]


def test_pieces_of_which_nothing_tells_the_word_are_said() -> None:
    resolution = read("Requests a report on lak esof, riv ersin and mou ntai of all lan dsan")
    assert ("warning", "words-cut") in [(doubt.level, doubt.code) for doubt in resolution.diagnostics]


def test_what_begins_a_printed_line_of_a_title_is_quoted_without_the_space_that_joins_the_lines() -> None:
    text = (
        "Resolution adopted by the General Assembly\n\n71/16. Cooperation between the vario us lakes and the\n"
        "World Bank\n\nThe General Assembly,\n\nRecalling its resolutions,\n\n1. Requ ests the World Bank to report.\n"
    )
    facts = eco.extract_facts(eco.parse_resolution(eco.read_text(text, "lakes.txt")))
    assert [(body.paragraph, body.surface) for body in facts.agencies] == [("title", "World Bank"), ("1", "World Bank")]
