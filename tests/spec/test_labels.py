# ruff: noqa: E501 - cases stand one a line
"""Labels as damaged files and hasty hands leave them, and the words around them: each kind in several languages."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolution

HEADS = {
    "en": "99/1. Lighthouses\n\nThe General Assembly,\n\nRecalling its resolution 98/1,\n\n",
    "fr": "99/1. Phares\n\nL’Assemblée générale,\n\nRappelant sa résolution 98/1,\n\n",
    "zh": "99/1. 灯塔\n\n大会，\n\n回顾其第98/1号决议，\n\n",
}


def read(text: str) -> Resolution:
    return parse_resolution(eco.read_text(text))


def texts(resolution: Resolution) -> dict[str, str]:
    parts = ("preamble", "operative", "annex")
    return {paragraph.id: paragraph.text for paragraph in resolution.paragraphs if paragraph.part in parts}


def codes(resolution: Resolution) -> list[str]:
    return [diagnostic.code for diagnostic in resolution.diagnostics]


DAMAGED = [
    ("no point, glued", "en", "1. Takes note;\n\n2 Requests a report;\n\n3Also decides it.", ["1", "2", "3"]),
    ("no point at all", "en", "1 Takes note;\n\n2 Requests a report;\n\n3, Decides it.", ["1", "2", "3"]),
    ("a letter more", "en", "1. Takes note;\n\nl2. Decides to stay seized.", ["1", "2"]),
    ("letters for digits", "en", "l. Takes note;\n\n2. Decides to stay seized.", ["1", "2"]),
    ("no point, glued", "fr", "1. Prend note ;\n\n2 Prie le Conseil d’agir ;\n\n3Décide d’agir.", ["1", "2", "3"]),
    ("no point, glued", "zh", "1. 注意到报告；\n\n2 请秘书长报告；\n\n3决定审议该问题。", ["1", "2", "3"]),
    ("another stop", "zh", "1. 注意到报告；\n\n2。决定审议该问题。", ["1", "2"]),
    ("points", "en", "1. Calls upon States:\n\n(a) Act;\n\n(b). Sail;\n\nc) Rest.", ["1", "1.a", "1.b", "1.c"]),
    ("points", "zh", "1. 促请会员国：\n\n(a) 行动；\n\n(b. 航行；\n\n(c)。 休息。", ["1", "1.a", "1.b", "1.c"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "ids"), DAMAGED)
def test_damaged_numbers_are_read_by_their_order_and_said(kind: str, language: str, text: str, ids: list[str]) -> None:
    resolution = read(HEADS[language] + text)
    assert list(texts(resolution)) == ["P1", *ids], kind
    assert all(words[0].isalpha() for words in texts(resolution).values())
    assert "number-damaged" in codes(resolution)
    for paragraph in resolution.paragraphs:
        assert resolution.document.raw[paragraph.start : paragraph.end] == paragraph.text


LISTED = [
    ("dots", "en", "1. Calls upon States by:\na. Sailing;\nb. Resting, where:\ni. It rains;\nii. It snows;\nc. Rowing;\n\n2. Decides.",
     ["1", "1.a", "1.b", "1.b.i", "1.b.ii", "1.c", "2"]),
    ("bullets", "en", "1. Calls upon States:\n• To sail;\n• To rest;\n\n2. Decides to stay seized.", ["1", "1.a", "1.b", "2"]),
    ("figures", "en", "1. URGES States:\n(1) to sail;\n(2) to rest;\n\n2. DECIDES to stay seized.", ["1", "1.a", "1.b", "2"]),
    ("bullets before verbs", "en", "• Calls upon States to sail;\n\n• Decides to stay seized.", ["1", "2"]),
    ("bullets", "zh", "1. 促请会员国：\n• 航行；\n• 休息；\n\n2. 决定继续审议。", ["1", "1.a", "1.b", "2"]),
    ("figures", "zh", "1. 促请会员国：\n（1）航行；\n（2）休息；\n\n2. 决定继续审议。", ["1", "1.a", "1.b", "2"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "language", "text", "ids"), LISTED)
def test_points_are_points_whatever_marks_them(kind: str, language: str, text: str, ids: list[str]) -> None:
    resolution = read(HEADS[language] + text)
    assert list(texts(resolution)) == ["P1", *ids], kind
    assert all(words[0].isalpha() for words in texts(resolution).values())
    assert not {"number-damaged", "unplaced"} & {*codes(resolution)}


@pytest.mark.parametrize(
    "line", ["e. g. lights, buoys and bells;", "c. 40 lighthouses stand;", "– which keep watch –;"]
)
def test_a_mark_that_no_list_misses_is_none(line: str) -> None:
    resolution = read(f"{HEADS['en']}1. Takes note of lights,\n{line}\n\n2. Decides to stay seized.")
    assert [id for id in texts(resolution) if "." in id] == []


@pytest.mark.parametrize(
    "words", ["2 October is the day of keepers;", "3 Requests were made in the past;", "10 States keep lights;"]
)
def test_a_figure_that_the_order_does_not_miss_is_no_label(words: str) -> None:
    resolution = read(f"{HEADS['en']}1. Takes note of the following;\n\n{words}\n\n2. Decides to stay seized.")
    assert "number-damaged" not in codes(resolution)
    assert any(words[:6] in paragraph.text for paragraph in resolution.paragraphs)


STATUTES = [
    ("zh", "第一条 要求各国建塔；\n\n第二条 呼吁各国\n（一）点灯；\n（二）报告；\n\n第三条 决定审议该问题。"),
    ("zh", "第1条：要求各国建塔；\n\n第2条：呼吁各国：\n（1）点灯；\n（2）报告；\n\n第3条：决定审议该问题。"),
    ("zh", "一、要求各国建塔；\n二、呼吁各国：\n1、点灯；\n2、报告；\n三、决定审议该问题。"),
    ("en", "Clause 1: Requests it;\n\nClause 2: Calls upon States:\n(a) Act;\n(b) Report;\n\nClause 3: Decides it."),
    ("fr", "Article 1. Prie d’agir ;\n\nArticle 2. Engage :\na) Voir ;\nb) Dire ;\n\nArticle 3. Décide d’agir."),
]


@pytest.mark.parametrize(("language", "text"), STATUTES)
def test_students_number_as_statutes_do(language: str, text: str) -> None:
    resolution = read(HEADS[language] + text)
    assert list(texts(resolution)) == ["P1", "1", "2", "2.a", "2.b", "3"]


QUOTED = {
    "zh": "1. 建议大会通过以下决议草案：\n\n“大会，\n\n“回顾其第79/811号决议，\n\n“1. 请秘书长编写指南；\n\n"
    "“2. 决定审议“灯塔”。”",
    "fr": "1. Recommande à l’Assemblée générale d’adopter le projet de résolution suivant :\n\n"
    "« L’Assemblée générale,\n\n« Rappelant sa résolution 79/811,\n\n« 1. Prie d’agir ;\n\n« 2. Décide d’agir. »",
    "en": "1. Recommends to the General Assembly the adoption of the following draft resolution:\n\n"
    '"The General Assembly,\n\n"Recalling its resolution 79/811,\n\n"1. Requests a report;\n\n"2. Decides on "lamps"."',
}
GOES_ON = {"en": "2. Decides to stay seized.", "fr": "2. Décide d’agir.", "zh": "2. 决定继续处理此案。"}


@pytest.mark.parametrize("language", QUOTED)
def test_a_quoted_draft_is_kept_apart_and_the_text_goes_on_behind_it(language: str) -> None:
    resolution = read(f"{HEADS[language]}{QUOTED[language]}\n\n{GOES_ON[language]}")
    assert list(texts(resolution)) == ["P1", "1", "annex.P1", "annex.1", "annex.2", "2"]
    assert all(words[0].isalpha() for words in texts(resolution).values())
    assert codes(resolution) == []


LINES = [
    ("en", "Recalling General Assembly\nresolutions\n48/141 and 60/251,"),
    ("en", "Noting the years\n2021, 2022 and\n2023, and the keepers,"),
    ("fr", "Rappelant les\nrésolutions\n48/141 et 60/251,"),
    ("zh", "回顾大会第\n48/141和60/251号决议，"),
    ("zh", "回顾其2024年12月10日\n第79/528号决定，"),
]


@pytest.mark.parametrize(("language", "lines"), LINES)
def test_a_line_that_begins_nothing_goes_on(language: str, lines: str) -> None:
    resolution = read(f"{HEADS[language]}{lines}\n\n{GOES_ON[language].replace('2.', '1.')}")
    assert texts(resolution)["P2"] == lines.replace("\n", "" if language == "zh" else " ")


TAILS = {
    "en": (
        "with the necessary lamps.\n\n801st plenary meeting,\n12 December 1958.\n\n",
        "1391 (XIII). Lamps\n\nThe General Assembly,\n\n",
    ),
    "zh": ("并请秘书长提出报告。\n\n第801次全体会议\n1975年12月12日\n\n", "3391(XXX). 灯塔\n\n大会，\n\n"),
}


@pytest.mark.parametrize("language", TAILS)
def test_the_end_of_another_resolution_on_the_page_is_said(language: str) -> None:
    tail, head = TAILS[language]
    words = GOES_ON[language].replace("2.", "1.")
    assert "other-resolution" in codes(read(tail + head + words))
    assert "other-resolution" not in codes(read(head + words))


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("four", "teenth", "fourteenth"),
        ("Secretary", "General", "Secretary-General"),
        ("well", "kept", "well-kept"),
    ],
)
def test_a_hyphen_at_a_line_s_end(left: str, right: str, whole: str) -> None:
    text = (
        f"{HEADS['en']}1. Decides that the lamps of all the towers on the coast are for the {left}-\n{right} of them;"
    )

    assert whole in texts(read(text))["1"]


def test_where_lines_end_inside_words_a_piece_that_is_none_is_joined() -> None:
    cut = "the Commit-\ntee, the Organi-\nzation, the infor-\nmation and the well-\nkept"
    words = texts(read(f"{HEADS['en']}1. Notes the Committee, the Organization and\n{cut} lamps of all;"))
    assert words["1"].endswith("the Committee, the Organization, the information and the well-kept lamps of all;")


NOTED = "{head}1. Takes note of the report1 of the panel,2 which keepers wrote;\n\n{foot}1/2\n\f{rest}"
REST = "2. Decides this.3\n\n3 A/3.\n2/2\n"


def test_notes_that_no_rule_parts_from_the_page() -> None:
    resolution = read(NOTED.format(head=HEADS["en"], foot="1 A/1,\nannex.\n2 Ibid.\n", rest=REST))
    assert texts(resolution)["1"] == "Takes note of the report of the panel, which keepers wrote;"
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [
        ("1", "A/1, annex.", "1"), ("2", "Ibid.", "1"), ("3", "A/3.", "2"),
    ]  # fmt: skip


def test_lines_that_begin_with_figures_are_no_notes() -> None:
    text = NOTED.format(head=HEADS["en"], foot="", rest=REST).replace(
        "which keepers wrote;", "which spoke on\n1 June and on\n2 July."
    )
    assert texts(read(text))["1"].endswith("which spoke on 1 June and on 2 July.")


def test_a_note_behind_the_last_paragraph_is_kept_though_nothing_calls_it() -> None:
    resolution = read(f"{HEADS['en']}1. Decides this.\n\n__________________\n1 A/1.\n")
    assert [(note.number, note.text) for note in resolution.footnotes] == [("1", "A/1.")]
    assert "footnote-mark-lost" in codes(resolution)


def test_a_single_note_below_a_line_that_is_cut() -> None:
    first = "1. 注意到报告1和专家组所述的情况，并请秘书长\n把该文件于本届会议期间内尽快全部如数地分\n"
    text = f"大会，\n\n{first}1 A/1。\n\n1/2\n\f发给所有各国；\n2. 决定审议。\n2/2\n"
    resolution = read(text)
    assert (
        texts(resolution)["1"]
        == "注意到报告和专家组所述的情况，并请秘书长把该文件于本届会议期间内尽快全部如数地分发给所有各国；"
    )
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [("1", "A/1。", "1")]


def test_a_mark_that_stands_solid_before_a_year() -> None:
    resolution = read(
        "大会，\n\n1. 回顾2017年3月2日第34/8号、12018年6月3日第35/4号决议；2\n\n"
        "2. 决定审议。\n\n_______\n1 A/1。\n2 A/2。\n"
    )
    assert texts(resolution)["1"] == "回顾2017年3月2日第34/8号、2018年6月3日第35/4号决议；"
    assert [note.paragraph for note in resolution.footnotes] == ["1", "1"]
