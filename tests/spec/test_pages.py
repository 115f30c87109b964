# ruff: noqa: E501 - pages as a tool sets them
"""What `pdftotext` makes of a PDF: form feeds part the pages, and heads, feet and notes stand between the paragraphs."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse.layout.blocks import Block
from ecoanalysis.parse.structure.table_rows import table_blocks
from ecoanalysis.parse.structure_patterns import forms

# As `pdftotext -layout` sets it: columns kept, each page with a margin of its own.
LAYOUT = """\
                United Nations                                                  A/RES/81/905
                General Assembly                                  Distr.: General
                                                                  11 December 2026


  81/905.       Lakes and rivers of the mountains and of the plains that
                lie below them

                    The General Assembly,
                      Recalling its resolution 79/811 of 10 December 2024, by which it decided to go on
                with the survey of lakes and rivers, and the Convention on Lakes,1
                      Welcoming the report of the Secretary-General on lakes in all their aspects,
                      Reaffirming the plan for the mountains 2017–2030, 2 and the plain language of the

         __________________
               1
                 United Nations, Treaty Series, vol. 9999, No. 99999.
               2
                 Resolution 79/812, annex. The plan was agreed upon in the course of a meeting of
                 7 February 2024.

26-24971 (E)     201226
*2624971*
\f                                                  Lakes and rivers of the mountains and of the plains
A/RES/81/905                                                                that lie below them

                   plan that was set out in it,
                         1.    Requests the Secretary-General to report on the lakes of the mountains
                   and of the plains; 3
                         2.    Decides to consider lakes again at its eighty-second session.

                                                                     45th plenary meeting
                                                                        11 December 2026

         __________________
               3
                 A/81/78.

2/2                                                                              26-24971
"""

# As `pdftotext` sets it: no columns, numbers on lines of their own, notes and their numbers apart, two lines joined.
PLAIN = """\
A/RES/81/905

United Nations

General Assembly

Distr.: General
11 December 2026

81/905.

Lakes and rivers of the mountains and of the plains that
lie below them
The General Assembly,
Recalling its resolution 79/811 of 10 December 2024, by which it decided to go on
with the survey of lakes and rivers, and the Convention on Lakes, 1
Welcoming the report of the Secretary-General on lakes in all their aspects,
Reaffirming the plan for the mountains 2017–2030, 2 and the plain language of the
plan that was set out in it,

__________________

United Nations, Treaty Series, vol. 9999, No. 99999.
Resolution 79/812, annex. The plan was agreed upon in the course of a meeting of
7 February 2024.
1
2

26-24971 (E)

201226

*2624971*

\fLakes and rivers of the mountains and of the plains
that lie below them

A/RES/81/905

1.
Requests the Secretary-General to report on the lakes of the mountains
and of the plains; 3
2.
Decides to consider lakes again, with the survey and the reports on it, at its eightysecond session, in the light of all that was reported on lakes until then.
45th plenary meeting
11 December 2026

__________________
3

2/2

A/81/78.
26-24971

"""


def read(text: str) -> Resolution:
    return eco.parse_resolution(eco.read_text(text, "made.txt"))


@pytest.mark.parametrize("text", [LAYOUT, PLAIN], ids=["layout", "plain"])
def test_pages_leave_no_trace_in_the_paragraphs(text: str) -> None:
    resolution = read(text)
    words = {paragraph.id: paragraph.text for paragraph in resolution.paragraphs}
    assert [*words] == ["title", "P1", "P2", "P3", "1", "2", "closing"]
    assert words["P1"].endswith("and the Convention on Lakes,")
    assert words["P3"].startswith(
        "Reaffirming the plan for the mountains 2017–2030, and the plain language of the plan"
    )
    assert words["1"] == "Requests the Secretary-General to report on the lakes of the mountains and of the plains;"
    assert [d for d in resolution.diagnostics if d.level != "info"] == []


@pytest.mark.parametrize("text", [LAYOUT, PLAIN], ids=["layout", "plain"])
def test_notes_stand_at_their_paragraph_wherever_their_numbers_are_printed(text: str) -> None:
    notes = {note.number: (note.paragraph, note.text) for note in read(text).footnotes}
    assert {number: paragraph for number, (paragraph, _) in notes.items()} == {"1": "P1", "2": "P3", "3": "1"}
    assert notes["1"][1] == "United Nations, Treaty Series, vol. 9999, No. 99999."
    assert notes["2"][1].endswith("in the course of a meeting of 7 February 2024.")
    assert notes["3"][1] == "A/81/78."


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("at its eightysecond session", "at its eighty-second session"),
        ("at its eighty second session", "at its eighty-second session"),
        ("by the SecretaryGeneral in time", "by the Secretary-General in time"),
        ("by the Secretariat in time", "by the Secretariat in time"),
        ("over a 10year session", "over a 10-year session"),
        (
            "in sharing, burden-sharing, burden and responsibility-sharing",
            "burden-sharing, burden- and responsibility-sharing",
        ),
        ("with lake -tolake survey", "with lake -to-lake survey"),
        ("with no middle income -", "with no middle-income -"),
    ],
)
def test_a_hyphen_that_was_cut_out_between_two_lines_is_back(printed: str, words: str) -> None:
    resolution = read(PLAIN.replace("at its eightysecond session", printed))
    assert words in resolution.paragraph("2").text


def test_what_is_not_sure_of_a_hyphen_is_said() -> None:
    resolution = read(PLAIN.replace("at its eightysecond session", "with the mossygreen waters of them"))
    assert "hyphen-lost" in [d.code for d in resolution.diagnostics]


def test_a_line_of_the_text_that_stands_in_the_title_is_no_running_head() -> None:
    head = "\fLakes and rivers of the mountains and of the plains\nthat lie below them\n\nA/RES/81/905\n\n"
    text = PLAIN.replace(
        "Decides to consider lakes again",
        f"Decides to protect in all places and at all times and by all means that there are\n{head}lakes and rivers of the mountains and of the plains that\nlie below lakes",
    )
    assert (
        "by all means that there are lakes and rivers of the mountains and of the plains that"
        in read(text).paragraph("2").text
    )


def test_a_page_number_is_a_note_where_one_is_due() -> None:
    text = LAYOUT.replace("the plains; 3", "the plains; 2").replace("               3\n", "               2\n")
    text = text.replace(" 2 and the plain", " and the plain").replace(
        "               2\n                 Resolution 79/812, annex. The plan was agreed upon in the course of a meeting of\n"
        "                 7 February 2024.\n",
        "",
    )
    assert [(note.number, note.paragraph) for note in read(text).footnotes] == [("1", "P1"), ("2", "1")]


def test_what_may_be_a_whole_line_is_left_as_it_is_and_said() -> None:
    line = PLAIN[PLAIN.index("Decides") : PLAIN.index("45th")]
    words = "Decides to consider lakes again, with surveys and reports, in a full measure of se lfsameness."
    resolution = read(PLAIN.replace(line, f"{words}\n"))
    assert resolution.paragraph("2").text == words
    assert "hyphen-lost" in [d.code for d in resolution.diagnostics]


def test_a_mark_that_stands_again_is_no_word_of_its_paragraph() -> None:
    text = PLAIN.replace(
        "report on the lakes of the mountains\n", "report on the Convention on Lakes, 1 the mountains\n"
    )
    words = "Requests the Secretary-General to report on the Convention on Lakes, the mountains and of the plains;"
    assert read(text).paragraph("1").text == words


def test_a_symbol_that_a_page_prints_twice_heads_it() -> None:
    text = LAYOUT.replace("\nA/RES/81/905    ", "\nA/RES/81/905A/RES/81/905    ")
    assert read(text).paragraph("P3").text.endswith("the plain language of the plan that was set out in it,")


def test_words_behind_the_last_point_of_a_list_begin_a_paragraph() -> None:
    points = """go on:
                         (a)  With the survey;
                   and to report to the General Assembly on the lakes of the mountains; 3
"""
    text = LAYOUT.replace("report on the lakes of the mountains\n                   and of the plains; 3\n", points)
    assert [paragraph.id for paragraph in read(text).paragraphs][4:-2] == ["1", "1.a", "1.b"]


SWAPPED = PLAIN.replace(
    "Decides to consider lakes again, with the survey and the reports on it, at its eightysecond session, in the light of all that was reported on lakes until then.",
    "its session.\n\nDecides to consider lakes again, with the survey and all the reports, at\n",
)


def test_a_last_line_that_a_page_prints_before_the_first_is_read_behind_it_and_said() -> None:
    resolution = read(SWAPPED)
    words = "Decides to consider lakes again, with the survey and all the reports, at its session."
    assert resolution.paragraph("2").text == words
    assert [(d.level, d.code) for d in resolution.diagnostics] == [("info", "line-order")]
    doubt = resolution.diagnostics[0]
    assert SWAPPED[doubt.start : doubt.end] == "its session."
    assert [*resolution.paragraph("2").offsets] == sorted(resolution.paragraph("2").offsets)


# As `pdftotext -raw` sets it: a line ends at every mark, and a page's head has its symbol beside the title.
RAW = """\
United Nations A/RES/81/905
General Assembly Distr.: General
81/905. Lakes and rivers
The General Assembly,
Recalling the Convention on Lakes,1
the Convention on Rivers,2
Ponds and the Plan of
Action on all the waters of the mountains and the plains that lie below them, in full,
Recalling further the report of the Secretary-General on the lakes,3
and on the rivers of the mountains and of all the plains that lie below the mountains,
__________________
1
Resolution 79/811.
2
Resolution 79/812.
3
A/81/78.
\fA/RES/81/905 Lakes and rivers
26-24971
2/2
1. Requests the Secretary-General to report on the lakes of all the mountains and of
the plains;
2. Decides to consider lakes again with the survey of them and with the plan in full.
"""


def test_a_line_that_ends_at_a_mark_goes_on() -> None:
    words = {paragraph.id: paragraph.text for paragraph in read(RAW).paragraphs}
    assert [*words] == ["title", "P1", "P2", "1", "2"]
    assert words["P1"].startswith(
        "Recalling the Convention on Lakes, the Convention on Rivers, Ponds and the Plan of Action"
    )
    assert words["P2"].startswith(
        "Recalling further the report of the Secretary-General on the lakes, and on the rivers"
    )


YEARS = """\
81/905. Lakes and rivers
The General Assembly,
Recalling further the reports of the Secretary-General on all the lakes of 1990 1
and 1995, 2
and the report of the
Danube Commission on vessels of the lakes and on the rivers of the mountains and the plains,
Welcoming the conventions of 12 August 19493
and Additional Protocol I of them, which all of the States that are around the lakes
Parties to them carry out, and the work on them,
__________________
1
A/45/78.
2
A/50/78.
3
Resolution 79/811.
\f1. Decides to consider lakes again with the survey of them and with the plan in full.
"""


def test_a_line_that_ends_at_a_mark_behind_a_year_goes_on_though_a_capital_follows() -> None:
    resolution = read(YEARS)
    words = {paragraph.id: paragraph.text for paragraph in resolution.paragraphs}
    assert [*words] == ["title", "P1", "P2", "1"]
    assert "of 1990 and 1995, and the report of the Danube Commission" in words["P1"]
    assert [note.paragraph for note in resolution.footnotes] == ["P1", "P1", "P2"]


CUT_AT_MARKS = """\
81/905. 湖泊
大会，
审议了湖泊委员会第七届会议工作报告，1
其中载有防止及惩治危害湖泊
和河流的条款草案，并回顾各国在这一领域开展的工作和取得的进展，包括在区域一级，
1. 决定继续审议湖泊和河流问题，并请秘书长就此向大会提交报告。
_________________
1
A/81/78。
\f2026年12月11日
"""


def test_a_line_that_ends_at_a_mark_goes_on_where_no_capitals_tell() -> None:
    words = {paragraph.id: paragraph.text for paragraph in read(CUT_AT_MARKS).paragraphs}
    assert words["P1"].startswith("审议了湖泊委员会第七届会议工作报告，其中载有防止及惩治危害湖泊和河流的条款草案")


def test_words_behind_the_points_of_a_list_are_no_heading() -> None:
    behind = """go on:
                         (a)  With the survey;
                         and its request that all documents on the lakes of the mountains and
                   of the plains be short;
"""
    lines = "report on the lakes of the mountains\n                   and of the plains; 3\n"
    assert read(LAYOUT.replace(lines, behind)).paragraph("1.b").text == (
        "and its request that all documents on the lakes of the mountains and of the plains be short;"
    )


@pytest.mark.parametrize("figure", ["in 3 million cases", "for its 3 Goals", "within 3 days"])
def test_a_figure_that_counts_is_no_mark(figure: str) -> None:
    text = PLAIN.replace("the mountains\nand of the plains; 3", f"the mountains {figure}\nand of the plains;")
    assert figure in read(text).paragraph("1").text
    assert "footnote-mark-lost" in [d.code for d in read(text).diagnostics]


def test_what_is_left_out_in_the_middle_of_a_page_is_said() -> None:
    text = RAW.replace("and on the rivers of", "2/7\nof 11 July and\n3/7\nof the rivers of")
    assert "furniture-inside-page" in [d.code for d in read(text).diagnostics]
    assert "furniture-inside-page" not in [d.code for d in read(RAW).diagnostics]


# --- what pages of other documents look like -------------------------------------------------------------------------

# A header wider than the text, which gives no page its margin.
WIDE = LAYOUT.replace("A/RES/81/905\n                General", " " * 40 + "A/RES/81/905\nGeneral").replace(
    "                United Nations", "United Nations"
)

# A draft: a note with an asterisk and no rule, a symbol alone at the head of the page, and words of the title below it.
DRAFT = """\
                United Nations                                                  A/C.2/81/L.12
                General Assembly                                  Distr.: Limited
                                                                  11 December 2026


Agenda item 12
Lakes and rivers

                State A and State B:* draft resolution

                Lakes and rivers of the mountains and of the plains that
                lie below them and the survey of lakes

                    The General Assembly,
                      Recalling its resolution 79/811 of 10 December 2024, by which it decided to go on
                with the meeting on “Lakes and rivers of the mountains and of the plains that lie below them


            * Any changes to the list of sponsors will be reflected in the official record.

26-24971 (E)     201226
*2624971*
\fA/C.2/81/L.12

                   and the survey of lakes”,
                      Welcoming the report of the Secretary-General on lakes in all their aspects,
                         1.    Requests the Secretary-General to report on the lakes of the mountains;
                         2.    Decides to annex the principles of lakes to the present resolution.

                   Annex
                   Principles of lakes
                   I.    Mountains
                   1.    Lakes of the mountains are kept as they are, in all their aspects, by those
                   who live there.

2/2                                                                              26-24971
"""


def paragraphs(text: str) -> dict[str, str]:
    return {paragraph.id: paragraph.text for paragraph in read(text).paragraphs}


def test_a_header_wider_than_the_text_gives_no_margin() -> None:
    assert paragraphs(WIDE) == paragraphs(LAYOUT)


def test_a_draft_has_no_trace_of_its_pages_and_all_its_words() -> None:
    words = paragraphs(DRAFT)
    assert [*words] == ["title", "P1", "P2", "1", "2", "annex.1"]
    assert words["P1"].endswith("of the plains that lie below them and the survey of lakes”,")
    assert words["2"] == "Decides to annex the principles of lakes to the present resolution."
    assert [d.code for d in read(DRAFT).diagnostics if d.level != "info"] == []


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        pytest.param("Welcoming the", "Welco ming the", ["P1", "P2", "P3"], id="a space set into a verb"),
        pytest.param("Welcoming the", "Bearing in mi nd the", ["P1", "P2", "P3"], id="a space set into a later word"),
        pytest.param("Welcoming the", "Giving due regard to the", ["P1", "P2", "P3"], id="a verb that no list has"),
        pytest.param("Welcoming the", "Housing and the", ["P1", "P2"], id="a name"),
    ],
)
def test_what_begins_a_paragraph_below_a_full_line(old: str, new: str, ids: list[str]) -> None:
    text = PLAIN.replace("the Convention on Lakes, 1", "the Convention on Lakes of all kinds, 1").replace(old, new)
    assert [name for name in paragraphs(text) if name.startswith("P")] == ids


def test_headings_stand_apart_from_the_paragraph_above_them() -> None:
    above = "Requests the Secretary-General to report on the lakes of the mountains\nand of all the plains that lie below the mountains, in all their many aspects; 3\n"
    text = PLAIN.replace(
        "Requests the Secretary-General to report on the lakes of the mountains\nand of the plains; 3\n2.\n",
        f"{above}Part II\nRivers\nSection 3\nRivers of the mountains (UN-Rivers)\n2.\n",
    )
    words = paragraphs(text)
    assert words["1"].endswith("in all their many aspects;")
    assert words["2"].startswith("Decides to consider lakes again")


def test_an_address_is_a_note_where_its_number_says_so() -> None:
    resolution = read(LAYOUT.replace("                 A/81/78.", "                 www.un.org/lakes"))
    assert [(note.number, note.paragraph) for note in resolution.footnotes] == [("1", "P1"), ("2", "P3"), ("3", "1")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("               3\n                 A/81/78.\n", "", "footnote-lost"),
        ("the plain language of the\n", "the plain language of the 26-24971\n", "page-code-inside"),
    ],
    ids=["a mark whose note is gone", "a printer's code at the end of a line"],
)
def test_what_a_page_has_lost_is_said(old: str, new: str, code: str) -> None:
    assert code in [doubt.code for doubt in read(LAYOUT.replace(old, new)).diagnostics]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Notes the steps that all the States have taken for their lakes and rivers and to-day,", None),
        ("Notes that the rivers and lakes of a third country are as many as those of the plains, and", None),
        ("Welcomes the portal eLakes for all, with the survey and the many reports on it, and", None),
    ],
)
def test_a_line_hardly_longer_than_others_is_one(line: str, words: str | None) -> None:
    text = PLAIN.replace(
        "Decides to consider lakes again, with", f"{line}\nthird-country lakes, day-to-day, decides with"
    )
    assert (words or line) in read(text).paragraph("2").text


def test_the_number_of_an_article_is_no_mark() -> None:
    resolution = read(
        LAYOUT.replace("and the Convention on Lakes,1", "article 1 of the Convention on Lakes 1 and so on,")
    )
    assert "article 1 of the Convention on Lakes and so on," in resolution.paragraph("P1").text


@pytest.mark.parametrize("figure", ["1-year", "1st", "1-yearly"])
def test_a_number_joined_to_a_word_is_no_mark(figure: str) -> None:
    text = LAYOUT.replace(
        "and the Convention on Lakes,1", f"its first {figure} plan and the Convention on Lakes 1 too,"
    )
    assert f"its first {figure} plan and the Convention on Lakes too," in read(text).paragraph("P1").text


@pytest.mark.parametrize(
    "head",
    [
        "The lakes of the mountains,\nA/RES/81/905\nincluding those below them\n",
        "The lakes of the mountains,\nincluding those below them\nA/RES/81/905\n",
        "A/RES/81/905\nThe lakes of the mountains,\nincluding those below them\n",
    ],
)
def test_a_title_whose_first_line_ends_in_a_comma_heads_pages(head: str) -> None:
    """Without form feeds, as `pdftohtml` sets a text."""
    resolution = read(
        "81/905. The lakes of the mountains,\nincluding those below them\n\nThe General Assembly,\n\n"
        "Recalling its resolutions and the lakes of the mountains,\n\n"
        f"1. Calls upon all States to go on with what they began by the lakes\n2/3\n{head}and by the rivers;\n\n"
        "2. Decides to consider the matter again.\n"
    )
    assert [paragraph.text for paragraph in resolution.paragraphs][1:3] == [
        "Recalling its resolutions and the lakes of the mountains,",
        "Calls upon all States to go on with what they began by the lakes and by the rivers;",
    ]


def test_the_date_that_closes_a_text_is_no_running_head_though_its_header_has_it() -> None:
    resolution = read(
        "81/905. Lakes\nResolution adopted by the General Assembly\non 4 May 2026\n\nThe General Assembly,\n\n"
        "1. Decides to consider the matter again.\n\n5th plenary meeting\n4 May 2026\n26-24971\n2/2\n"
    )
    assert resolution.paragraphs[-1].text == "5th plenary meeting 4 May 2026"


# As a page without a rule above its notes becomes text: a number that found no room beside its note stands last.
UNRULED = (PLAIN.replace("__________________\n\nUnited", "1\n\nUnited").replace("2024.\n1\n2\n", "2024.\n2\n")).replace(
    "__________________\n3\n\n2/2\n\nA/81/78.\n", "3\n\nA/81/78.\n\n2/2\n\n"
)


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("", "", ["P1", "P3", "1"]),
        ("2\n\n26-24971 (E)", "2\n\n1/2\n\n26-24971 (E)", ["P1", "P3", "1"]),
        ("the Convention on Lakes, 1\n", "the Convention on Lakes,1\n", ["P1", "P3", "1"]),
    ],
    ids=["a number behind the notes", "which is the page's number too", "a mark glued"],
)
def test_notes_without_a_rule_are_read_by_their_numbers(old: str, new: str, places: list[str]) -> None:
    resolution = read(UNRULED.replace(old, new))
    assert [note.paragraph for note in resolution.footnotes] == places
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == []


def test_a_note_that_no_page_prints_is_said() -> None:
    resolution = read(
        LAYOUT.replace("on lakes in", "on lakes,4 in").replace("plains; 3", "plains; 5").replace("3\n", "5\n")
    )
    assert "footnote-lost" in [doubt.code for doubt in resolution.diagnostics]


NARROW = """\
第八十一届会议
81/906. 湖泊和河流
大会，
回顾其关于湖泊和河流以及山地和平原的各项决议所述的工作，
要，

强调保护湖泊和河流对于山地和平原的居民具有重要意义至关重
认识到需要继续关于湖泊和河流以及山地和平原的各项工作，
1. 请秘书长就湖泊和河流以及山地和平原的状况提交报告；
议。

2. 决定在下一届会议上继续审议湖泊和河流以及山地和平原的决
第45次全体会议
2026年12月11日
\f"""


def test_a_last_line_no_wider_than_an_indent_is_read_behind_the_first() -> None:
    resolution = read(NARROW)
    assert resolution.paragraph("P2").text == "强调保护湖泊和河流对于山地和平原的居民具有重要意义至关重要，"
    assert resolution.paragraph("P3").text.startswith("认识到")
    assert resolution.paragraph("2").text.endswith("山地和平原的决议。")
    assert {d.code for d in resolution.diagnostics} >= {"line-order"}


def test_a_number_that_leaves_out_another_begins_its_paragraph() -> None:
    resolution = read(PLAIN.replace("\n2.\nDecides", "\n3. Decides"))
    assert [paragraph.id for paragraph in resolution.paragraphs if paragraph.part == "operative"] == ["1", "3"]
    assert "number-missing" in [doubt.code for doubt in resolution.diagnostics]


def test_a_piece_behind_a_mark_goes_on_in_capitals() -> None:
    text = RAW.replace(
        "and on the rivers of the mountains and of all", "and on the\nPlain Rivers of the mountains and of all"
    )
    assert "and on the Plain Rivers of the mountains" in " ".join(p.text for p in read(text).paragraphs)


def test_a_number_at_the_head_of_a_line_of_the_text_is_no_note() -> None:
    text = UNRULED.replace("of lakes and rivers, and the", "of lakes and rivers, and article\n1 of the")
    assert [note.paragraph for note in read(text).footnotes] == ["P1", "P3", "1"]
    assert "and article 1 of the Convention on Lakes," in read(text).paragraph("P1").text


# As an office program sets pages: no rule above the notes, and their numbers solid before their words.
SOLID = """\
A/RES/81/905
81/905. Lakes and rivers
The General Assembly,
Recalling the Convention on Lakes 1 and the plan for the mountains and the plains, which was
agreed upon in the course of the meeting on lakes and rivers, and the report 2 of the Secretary-
General on all the
1Resolution 79/811.
2A/81/78.

– 1 –

\fA/RES/81/905
1.

Lakes and rivers

lakes, 3 of the mountains;
2.

Decides to consider the matter again.
3Resolution 79/812.

– 2 –

\f"""


def test_numbers_solid_before_their_notes_are_read_without_a_rule() -> None:
    resolution = read(
        SOLID.replace("1.\n\nLakes and rivers\n\nlakes, 3", "Lakes and rivers\n\nlakes, 3").replace("\n2.\n", "\n1.\n")
    )
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [
        ("1", "Resolution 79/811.", "P1"),
        ("2", "A/81/78.", "P1"),
        ("3", "Resolution 79/812.", "P1"),
    ]
    assert resolution.paragraph("P1").text.endswith(
        "report of the Secretary-General on all the lakes, of the mountains;"
    )


def test_a_number_among_the_lines_of_a_running_head_is_its_paragraphs() -> None:
    resolution = read(
        SOLID.replace("on all the\n1R", "on all the lakes,\n1R").replace("lakes, 3 of", "Welcomes the lakes, 3 of")
    )
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["title", "P1", "1", "2"]
    assert resolution.paragraph("1").text == "Welcomes the lakes, of the mountains;"


def test_a_comma_at_a_lines_end_is_inside_a_numbered_paragraph() -> None:
    text = NARROW.replace("山地和平原的状况提交报告；", "山地和平原的状况，\n\n并就其各项工作提交报告；")
    assert read(text).paragraph("1").text == "请秘书长就湖泊和河流以及山地和平原的状况，并就其各项工作提交报告；"


def apart(gap: str) -> Resolution:
    """Recitals below full lines, parted as ``gap`` says; a line of the first begins like another."""
    rest = "保护湖泊和河流对于山地\n和平原的居民以及后代和周边\n的山地和平原的居民的意义，"
    recitals = [
        f"回顾{rest}\n考虑到湖泊和河流对于山地和平原，",
        *(f"{verb}{rest}" for verb in ("重申", "希望", "强调", "欢迎")),
    ]
    body = [*recitals, "1. 请秘书长就湖泊和河流\n提交关于山地和平原的报告；", "2. 决定在下一届会议上继续审议。"]
    return read("81/906. 湖泊和河流\n大会，\n" + gap.join(body) + "\n")


def test_empty_lines_tell_where_all_paragraphs_begin_that_they_part() -> None:
    resolution = apart("\n\n")
    assert [p.id for p in resolution.paragraphs] == ["title", "P1", "P2", "P3", "P4", "P5", "1", "2"]
    assert resolution.paragraph("P1").text.endswith("考虑到湖泊和河流对于山地和平原，")
    assert "paragraph-begin-uncertain" not in {d.code for d in resolution.diagnostics}


def test_a_year_that_a_page_prints_before_its_line_is_read_behind_it_and_not_over_pages() -> None:
    lines = "Recalling its resolutions 79/811 of 10 December 2024 and 79/812 of 14 December"
    text = f"81/905. Lakes\nThe General Assembly,\n2026,\n\n{lines}\n\nWelcoming the report on the lakes and on the rivers of the plains and mountains,\n1. Decides to go on.\n\f"
    assert read(text).paragraph("P1").text == f"{lines} 2026,"
    assert read(text.replace("\n2026,\n", "\nNoting it,\n\f")).paragraph("P2").text.startswith(lines)


# --- several texts in a file ------------------------------------------------------------------------------------------


def other(text: str) -> str:
    """The same pages under another symbol and title."""
    return text.replace("81/905", "81/906").replace("Lakes and rivers", "Ponds and rivers")


def as_read(resolution: Resolution) -> tuple[object, ...]:
    head = resolution.symbol, resolution.title, resolution.adopted_on, resolution.meeting
    paragraphs = [(paragraph.id, paragraph.text) for paragraph in resolution.paragraphs]
    notes = [(note.number, note.text, note.paragraph, note.position) for note in resolution.footnotes]
    return *head, paragraphs, notes, [(doubt.code, doubt.message) for doubt in resolution.diagnostics]


@pytest.mark.parametrize("text", [LAYOUT, PLAIN, RAW, DRAFT], ids=["layout", "plain", "raw", "draft"])
@pytest.mark.parametrize("times", [1, 2])
def test_each_of_several_texts_reads_as_it_reads_alone(text: str, times: int) -> None:
    texts = [LAYOUT, *[other(text), text.replace("81/905", "81/907").replace("81/L.12", "81/L.13")][:times]]
    whole = "\f".join(text.rstrip("\f\n") + "\n" for text in texts)
    resolutions = eco.parse_resolutions(eco.read_text(whole, "made.txt"))
    assert [resolution.part for resolution in resolutions] == [*range(1, times + 2)]
    assert [*map(as_read, resolutions)] == [as_read(read(text)) for text in texts]
    for resolution in resolutions:
        title = resolution.paragraph("title")
        assert whole[title.start :].startswith(str(resolution.title)[:20])


def test_a_text_among_others_that_is_no_resolution_is_said() -> None:
    letter = "A/81/79\n\nI thank you for the letter.\n\fA/81/79\n\nIt was read with joy.\n\f"
    (resolution,) = eco.parse_resolutions(eco.read_text(f"{letter}{PLAIN}", "made.txt"))
    assert as_read(resolution)[:-1] == as_read(read(PLAIN))[:-1]
    assert [(doubt.level, doubt.code) for doubt in resolution.diagnostics] == [("error", "text-unread")]


def test_a_first_page_whose_symbol_nobody_finds_is_of_the_pages_behind_it() -> None:
    text = (
        "United Nations A/81/L.12*\nThe General Assembly,\nRecalling its work,\n"
        "\fA/81/L.12\n1. Notes the survey;\n\fA/81/L.12\n2. Notes the lakes.\n"
    )
    assert len(eco.parse_resolutions(eco.read_text(text, "made.txt"))) == 1


def test_a_draft_in_an_annex_begins_no_other_text() -> None:
    annex = "\fA/RES/81/905 Lakes and rivers\n26-24971\n3/3\nAnnex\nDraft resolution\nThe General Assembly,\n1. Notes the survey.\n"
    assert len(eco.parse_resolutions(eco.read_text(f"{RAW}{annex}", "made.txt"))) == 1


# --- what a header says without a formula, and a page's head without a number -----------------------------------------

HEADED = LAYOUT.replace(
    "  81/905.       Lakes",
    """\
Eighty-first session
Agenda item 12
Lakes

                Resolution adopted by the General Assembly on 11 December 2026

  81/905.       Lakes""",
)


@pytest.mark.parametrize("text", [HEADED, HEADED.replace("The General Assembly,", "")], ids=["formula", "no formula"])
def test_the_header_is_read_whether_an_organ_speaks_or_not(text: str) -> None:
    resolution = read(text)
    assert (resolution.symbol, resolution.organ, resolution.meeting) == ("A/RES/81/905", "GA", 45)
    assert str(resolution.title).startswith("Lakes and rivers of the mountains")
    assert (str(resolution.adopted_on), resolution.agenda_item) == ("2026-12-11", "12")
    assert resolution.paragraph("closing").text == "45th plenary meeting 11 December 2026"
    assert not {"symbol-missing", "beside-the-part"} & {doubt.code for doubt in resolution.diagnostics}


@pytest.mark.parametrize(
    ("old", "new", "symbol", "code"),
    [
        pytest.param(
            "  81/905.       Lakes", "                Lakes", "A/RES/81/905", "symbol-from-head", id="no number"
        ),
        pytest.param(
            "  81/905.       Lakes",
            "See A/RES/81/7 on\n\n                Lakes",
            "A/RES/81/905",
            "symbol-from-head",
            id="another symbol in a line of words",
        ),
        pytest.param("81/905", "", None, "symbol-missing", id="none"),
    ],
)
def test_no_symbol_is_missed_that_heads_the_pages(old: str, new: str, symbol: str | None, code: str | None) -> None:
    resolution = read(HEADED.replace(old, new))
    assert resolution.symbol == symbol
    codes = [doubt.code for doubt in resolution.diagnostics if doubt.code.startswith("symbol")]
    assert codes == [code] * bool(code)


# --- tables -----------------------------------------------------------------------------------------------------------

CLOSED = "The General Assembly,\n\n1. Decides to keep the lakes.\n\n"
ROWS = "Lakes 4 – 4\n\nPonds and rivers\n\nWide ones 1 842 33 1 875\n\nTotal 9 237b 2 640c 11 877\n\n"


@pytest.mark.parametrize(
    ("behind", "ids", "tables"),
    [
        pytest.param(f"Annex\n\n{ROWS}", ["1"], 1, id="rows"),
        pytest.param(f"Annex\n\n{ROWS}b Includes one lake.\n\nc Includes two.", ["1"], 1, id="notes below it"),
        pytest.param(f"Annex\n\n{ROWS}1. Lakes are kept.", ["1", "annex.1"], 1, id="a paragraph below it"),
        pytest.param("Annex\n\nLakes of 2026\n\n1. Lakes 4 – 4 are kept.", ["1", "annex.1"], 0, id="no table"),
        pytest.param("Annex\n\nLakes 4 – 4\n\n1. Lakes are kept.", ["1", "annex.1"], 0, id="a single row"),
    ],
)
def test_a_table_is_no_paragraph_and_is_said(behind: str, ids: list[str], tables: int) -> None:
    document = eco.read_text(CLOSED + behind, "made.txt")
    resolution = eco.parse_resolution(document)
    assert [paragraph.id for paragraph in resolution.paragraphs] == ids
    assert [doubt.code for doubt in resolution.diagnostics].count("table-left-out") == tables
    stretches = [document.raw[each.start : each.end] for each in eco.ledger(document) if each.role == "table"]
    assert ("Total 9 237b 2 640c 11 877" in "".join(stretches)) == bool(tables)


@pytest.mark.parametrize(
    ("between", "places"),
    [
        ("1. Lakes are kept.", [0, 1, 3, 4]),
        ("(a) Lakes;", [0, 1, 3, 4]),
        ("Lakes are kept by all who live there.", [0, 1, 3, 4]),
        ("Annex", [0, 1, 3, 4]),
        ("Of all lakes", [0, 1, 2, 3, 4]),
    ],
)
def test_what_parts_two_tables(between: str, places: list[int]) -> None:
    lines = ["Lakes 4 – 4", "Ponds 1 842 3 7", between, "Lakes 4 – 4", "Ponds 1 842 3 7", "The end of it"]
    blocks = [Block(line, range(len(line))) for line in lines]
    assert sorted(table_blocks(forms("en"), blocks)) == places


# --- several languages, and one text twice ----------------------------------------------------------------------------

CHINESE = """\
A/RES/81/905

81/905. 湖泊和河流
大会，
回顾其关于湖泊和河流以及山地和平原的各项决议所述的工作，
注意到秘书长关于湖泊的报告，
1. 请秘书长就湖泊和河流以及山地和平原的状况提交报告；
2. 决定在下一届会议上继续审议湖泊和河流以及山地和平原。
"""


@pytest.mark.parametrize("between", ["\f", "\n\n"], ids=["a page's end", "an empty line"])
@pytest.mark.parametrize("texts", [(RAW, CHINESE), (CHINESE, RAW)], ids=["English first", "Chinese first"])
def test_each_language_of_a_text_reads_as_it_reads_alone(texts: tuple[str, str], between: str) -> None:
    alone = [as_read(read(text)) for text in texts]
    together = eco.parse_resolutions(eco.read_text(between.join(texts), "made.txt"))
    assert [as_read(resolution)[:5] for resolution in together] == [one[:5] for one in alone]
    assert [resolution.part for resolution in together] == [1, 2]


def test_a_title_quoted_in_another_language_is_no_other_text() -> None:
    text = RAW.replace("on the rivers of the mountains", "on 《湖泊和河流》 of the mountains")
    assert len(eco.parse_resolutions(eco.read_text(text, "made.txt"))) == 1


def test_a_text_that_stands_twice_under_one_symbol_is_read_twice() -> None:
    resolutions = eco.parse_resolutions(eco.read_text(f"{LAYOUT}\f{LAYOUT}", "made.txt"))
    assert [as_read(resolution) for resolution in resolutions] == [as_read(read(LAYOUT))] * 2
