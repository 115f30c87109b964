"""Text that a tool makes of pages: what it sets out of order, and how a line tells that a paragraph ends with it."""

from __future__ import annotations

import pytest

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolution
from ecoanalysis.parse.layout.line_fill import Fill, fill_of, first_unit
from ecoanalysis.parse.layout.lines import Line
from ecoanalysis.parse.preparation.unmarked_pages import viewed
from ecoanalysis.parse.text.width import columns
from ecoanalysis.read import read_text

HEAD = "A/RES/81/905\n81/905. Lakes and rivers\nThe General Assembly,\n"
RECITAL = "Recalling the Convention on Lakes 1 and the plan for the mountains and the plains, which was\nagreed upon,\n"


def read(text: str) -> Resolution:
    return parse_resolution(read_text(text))


def doubts(resolution: Resolution) -> set[str]:
    return {doubt.code for doubt in resolution.diagnostics if doubt.level != "info"}


# --- notes at the foot of a page --------------------------------------------------------------------------------------

LABEL_ABOVE = """\
1.

1

Welcomes the work on all the lakes and rivers of the
{between}
Resolution 79/811.

1/2

\fA/RES/81/905
mountains and the plains;
2.

Decides to consider the matter again.

2/2

\f"""
FOLIO_ABOVE = """\
1.

1 Resolution 79/811.

1/2

Welcomes the work on all the lakes and rivers of the
mountains and the plains;
\fA/RES/81/905
2.

Decides to consider the matter again.

2/2

\f"""


@pytest.mark.parametrize(
    "page",
    [LABEL_ABOVE.format(between=""), LABEL_ABOVE.format(between="\n26-24971\n"), FOLIO_ABOVE],
    ids=["behind the note's number", "a code between", "behind the note and the folio"],
)
def test_the_words_of_a_label_alone_are_no_note(page: str) -> None:
    resolution = read(HEAD + RECITAL + page)
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [
        ("1", "Resolution 79/811.", "P1")
    ]
    assert (
        resolution.paragraph("1").text
        == "Welcomes the work on all the lakes and rivers of the mountains and the plains;"
    )


STACK = """\
Welcoming the plan on rivers of 1971, 1 81/2 and 80/3 of the lakes, the report2 on them and
the plan for the plains as well as all the other plans on the lakes of the mountains, of the
1
2
3

Resolution 79/811.
Resolution 79/812
A/81/78, A/81/79, A/81/80 and A/81/81 and the report that stands behind them all in the first
\fA/RES/81/905
plains;
2. Decides to consider the matter again.
\f"""


def test_numbers_in_a_column_begin_the_notes_though_the_last_one_goes_on_behind_the_page() -> None:
    resolution = read(HEAD + STACK.replace("2. Decides", "1. Decides"))
    assert [(note.number, note.text) for note in resolution.footnotes][:2] == [
        ("1", "Resolution 79/811."),
        ("2", "Resolution 79/812"),
    ]
    assert [note.number for note in resolution.footnotes] == ["1", "2", "3"]


def test_a_point_among_the_lines_of_a_running_head_is_the_texts() -> None:
    text = f"{HEAD}1. Requests all:\n\f(a)\n\nLakes and rivers\n\nA/RES/81/905\n\nTo keep them;\n(b) To go on.\n\f"
    resolution = read(text)
    assert {paragraph.id: paragraph.text for paragraph in resolution.paragraphs if paragraph.is_point} == {
        "1.a": "To keep them;",
        "1.b": "To go on.",
    }


@pytest.mark.parametrize("mark", ["，3\n", "，\n3\n"], ids=["in its line", "on a line of its own"])
def test_a_mark_is_behind_a_comma_or_below_it(mark: str) -> None:
    text = f"81/906. 湖泊\n大会，\n回顾关于湖泊的决议，1\n铭记其报告，2\n重申《湖泊公约》{mark}1. 决定继续审议。\n"
    notes = "_________________\n1 第 79/811 号决议。\n2 A/81/78。\n3 第 79/812 号决议。\n\f"
    assert [note.paragraph for note in read(text + notes).footnotes] == ["P1", "P2", "P3"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("铭记其报告，3并注意到", True),
        ("铭记其报告，2并注意到", True),
        ("铭记其报告，3月并注意到", False),
        ("铭记其报告，7并注意到", False),
        ("铭记其报告，3人受伤，并注意到", False),
    ],
    ids=["of the next note", "of a note with another place", "a month", "no note is due", "a number of persons"],
)
def test_a_mark_left_inside_a_paragraph_is_said(text: str, said: bool) -> None:
    body = f"回顾关于湖泊的决议，1\n重申《湖泊公约》，2{text}湖泊和河流，\n1. 决定继续审议。\n"
    notes = "_________________\n1 第 79/811 号决议。\n2 A/81/78。\n\f"
    assert ("footnote-lost" in doubts(read(f"81/906. 湖泊\n大会，\n{body}{notes}"))) is said


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Page 1 of 2", "Page 2 of 2"),
        ("en", "26-24971    Page 1 of 2", "Page 2"),
        ("zh", "第 1 页，共 2 页", "第2页"),
        ("zh", "第1页/共2页", "第 2 页"),
    ],
)
def test_the_number_of_a_page_has_words(language: str, first: str, second: str) -> None:
    texts = {
        "en": f"{HEAD}{RECITAL}Recalling all the\n\n1 A/81/78.\n{first}\n\flakes,\n1. Decides to go on.\n{second}\n",
        "zh": f"81/906. 湖泊\n大会，\n回顾关于所有河流\n{first}\n\f和湖泊的各项决议，\n1. 决定继续审议。\n{second}\n",
    }
    words = {"en": "Recalling all the lakes,", "zh": "回顾关于所有河流和湖泊的各项决议，"}
    assert words[language] in [paragraph.text for paragraph in read(texts[language]).paragraphs]


NOTED = """\
Recalling the Convention on Lakes1 and the plan for all the mountains and the plains,{year}
Noting the work of those who live on the lakes and the rivers, and of those who keep the
{notes}
{folio}

\fA/RES/81/905
lakes and the rivers clean for all others,
1. Decides to consider the matter again.
2/2

\f"""


@pytest.mark.parametrize(
    ("notes", "folio", "year"),
    [
        ("\nResolution 79/811.\nA/81/78.\n1\n2\n", "1/2", "2"),
        ("\nResolution 79/811.\n1\nA/81/78.\n2\n", "1/2", "2"),
        (
            "\nResolution 79/811 on the lakes, and the\nreport.\nA/81/78.\n2\n\n1\n",
            "26-24971",
            "2",
        ),
        ("\n2\n\nResolution 79/811.\n1\n\nA/81/78.\n", "1/2", "2"),
        ("1/ Resolution 79/811.\n2/ A/81/78.", "1/2", " which all agreed on in 20252/ and since,"),
    ],
    ids=["words, then numbers", "each number below its words", "page 1 has note 1", "in no order", "slashes"],
)
def test_notes_whose_numbers_stand_elsewhere_are_lifted(notes: str, folio: str, year: str) -> None:
    resolution = read(HEAD + NOTED.format(notes=notes, folio=folio, year=year))
    assert [note.number for note in resolution.footnotes] == ["1", "2"]
    assert [note.paragraph for note in resolution.footnotes] == ["P1", "P1"]
    assert resolution.paragraph("P2").text.endswith(
        "and of those who keep the lakes and the rivers clean for all others,"
    )


def test_a_notes_number_stands_above_the_number_of_its_page() -> None:
    pages = "1/2\n\n\fA/RES/81/905\nWelcoming the work2/ on all the\n2/\n\n2\n\nA/81/78.\n\n\fA/RES/81/905\nrivers,\n"
    first = "Recalling all lakes,1/\n1/ Resolution 79/811.\n"
    resolution = read(f"{HEAD}{first}{pages}1. Decides to go on.\n\f")
    assert resolution.paragraph("P2").text == "Welcoming the work on all the rivers,"
    assert [(note.number, note.text) for note in resolution.footnotes][-1] == ("2", "A/81/78.")


def test_the_number_of_a_goal_is_no_mark() -> None:
    body = "回顾关于湖泊的决议，1\n铭记可持续发展目标2、目标3和其他各项目标，\n1. 决定继续审议湖泊和河流2问题。\n"
    resolution = read(f"81/906. 湖泊\n大会，\n{body}_________________\n1 第 79/811 号决议。\n2 A/81/78。\n\f")
    assert resolution.paragraph("P2").text == "铭记可持续发展目标2、目标3和其他各项目标，"
    assert [note.paragraph for note in resolution.footnotes] == ["P1", "1"]


def test_a_last_paragraph_above_a_note_is_no_note() -> None:
    page = "1. Notes the report;1\n\n2. Decides to go on.\n\n1\n\nA/81/78.\n\n2/2\n\n\f"
    resolution = read(f"{HEAD}Recalling all lakes,\n\n1/2\n\n\f{page}")
    assert resolution.paragraph("2").text == "Decides to go on."
    assert [note.text for note in resolution.footnotes] == ["A/81/78."]


@pytest.mark.parametrize("label", ["1. ", "1.\n\n"], ids=["before its words", "on a line of its own"])
def test_notes_may_be_numbered_as_paragraphs_are(label: str) -> None:
    first = f"Recalling all lakes of 2009,1\nWelcoming the report on all the\n\n{label}Resolution 79/811.\n\n1/2\n\n"
    second = "\frivers,2\n1. Decides to go on.\n2. Requests a report.\n\n2. A/81/78.\n\n2/2\n\n\f"
    resolution = read(HEAD + first + second)
    assert [(note.number, note.text) for note in resolution.footnotes] == [
        ("1", "Resolution 79/811."),
        ("2", "A/81/78."),
    ]
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["title", "P1", "P2", "1", "2"]


def test_paragraphs_without_a_performative_are_no_notes_though_others_are_called_so() -> None:
    notes = "\n\n1 Resolution 79/811.\n\n1/2\n\n"
    annex = (
        "\fAnnex\nRules on Rev.1 of the lakes\n\n1. The Conference meets on lakes.\n2. The Bureau has 2 members.\n\f"
    )
    resolution = read(f"{HEAD}Recalling all lakes,1 and all rivers\n1. Decides to adopt the rules.{notes}{annex}")
    assert [note.text for note in resolution.footnotes] == ["Resolution 79/811."]
    assert [p.text for p in resolution.paragraphs if p.part == "annex"][-1] == "The Bureau has 2 members."


AMENDMENT = """\
                United Nations                                   A/C.3/81/L.57
                General Assembly                                 Distr.: Limited

Eighty-first session
Third Committee
Agenda item 107

                Aland: amendment to revised draft resolution
                A/C.3/81/L.3/Rev.1

                Lakes and rivers, in particular the work on
                all their shores

                1.   In operative paragraph 64, after “lakes” insert “and ponds”.
                2.   In operative paragraph 65, after “rivers” insert “, and emphasizes that all the work is to be
                done on both shores, and in both languages of the lakes”.

26-24971 (E)    181126
\f"""


def test_an_amendment_names_what_it_amends_on_the_line_below() -> None:
    resolution = read(AMENDMENT)
    assert resolution.symbol == "A/C.3/81/L.57"
    assert resolution.title == "Lakes and rivers, in particular the work on all their shores"
    assert [p.id for p in resolution.paragraphs if p.part == "operative"] == ["1", "2"]


SECTIONS = """\
I
Lakes
Recalling section I of its resolution 79/811 on the lakes and rivers of all plains,
1. Takes note of the report on the lakes, the rivers and all that they bring to the
mountains;
II
Rivers
Recalling section II of its resolution 79/812 on all the rivers and mountains here,
Having considered the report on the rivers and mountains, and on all the lakes too,
2. Takes note of the report on the rivers;
"""


def test_behind_the_sign_of_a_section_stands_a_preamble_again() -> None:
    resolution = read(HEAD + SECTIONS + "\f")
    recitals = [paragraph.text[:16] for paragraph in resolution.paragraphs if paragraph.part == "preamble"]
    assert recitals == ["Recalling sectio", "Recalling sectio", "Having considere"]


def test_behind_a_colon_a_recital_goes_on_and_it_is_said() -> None:
    first = "Recalling the conference on lakes and rivers, and the one on the plains of all shores:"
    rest = "Maintaining Lakes and Rivers, held at the lakes in May,"
    above = "Noting the work on all the lakes and the rivers, and the work of all who live on the\nplains,\n"
    resolution = read(f"{HEAD}{above}{first}\n{rest}\nRecalling also all rivers,\n1. Decides to go on.\n\f")
    assert resolution.paragraph("P2").text == f"{first} {rest}"
    assert "paragraph-begin-uncertain" in doubts(resolution)


def test_a_title_that_no_other_page_is_headed_with_is_text() -> None:
    pages = [f"\n{page}/5\n\fA/RES/81/905\n\n" for page in range(1, 5)]
    body = (
        "Recalling all the work on",
        "lakes and\nrivers,",
        "Noting the plains,",
        "Noting all else,",
        "1. Decides so.\n\f",
    )
    text = "".join(f"{words}{head}" for words, head in zip(body, [*pages, ""], strict=True))
    assert read(HEAD + text).paragraph("P1").text == "Recalling all the work on lakes and rivers,"


def test_words_of_the_title_at_a_pages_top_are_the_texts_where_no_page_is_headed_so() -> None:
    pages = "Recalling the work on\n1/3\n\flakes and rivers and\nmountains,\n2/3\n\f1. Decides to go on.\n3/3\n\f"
    assert read(HEAD + pages).paragraph("P1").text == "Recalling the work on lakes and rivers and mountains,"


@pytest.mark.parametrize(
    ("head", "words"),
    [("A/RES/81/905\n\n- 2 -\n\n", ""), ("", "and")],
    ids=["a symbol that no header has", "no symbol"],
)
def test_a_page_is_headed_by_a_symbol_that_the_header_lacks(head: str, words: str) -> None:
    formula = "Lakes and rivers\nThe General Assembly,\n"
    text = f"{formula}Recalling the work on\n\f{head}{words} the lakes,\n1. Decides to go on.\n\f"
    expected = f"Recalling the work on {words} the lakes,".replace("  ", " ")
    assert read(text).paragraph("P1").text == expected


NOTE_OF_TWO_LINES = """\
Recalling all lakes1 and the plan for all the mountains and the plains, and for all the working

1

Official Records of the General Assembly, Eighty-first Session,

Supplement No. 46 (A/81/46).

1/2

\fgroups of them,
1. Decides to consider the matter again.
\f"""


def test_a_capital_begins_a_note_where_the_text_above_goes_on() -> None:
    resolution = read(HEAD + NOTE_OF_TWO_LINES)
    assert resolution.paragraph("P1").text.endswith("and for all the working groups of them,")
    assert [note.text[:16] for note in resolution.footnotes] == ["Official Records"]


def test_words_set_wide_apart_open_a_paragraph_together() -> None:
    wide = "\n\n".join(["Taking", "note", "of", "declarations", "of"])
    above = "Recalling the Convention on Lakes and all the work on the rivers,"
    text = f"{HEAD}{above}\n{wide}\nall the lakes,\n1. Decides.\n\f"
    assert read(text).paragraph("P2").text == "Taking note of declarations of all the lakes,"


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("1. Requests all who live there and all who come there (a) keep the lakes and the plains;\n", ["1"]),
        ("1. Requests all who live there to: (a) keep the lakes, the rivers and the plains;\n", ["1"]),
        (
            "1. Requests all who live there and all who keep the lakes, the rivers and the plains:\n(a) To go on;\n",
            ["1", "1.a", "1.b"],
        ),
    ],
    ids=["begun with the same word", "behind a colon", "points"],
)
def test_a_point_of_a_list_inside_a_sentence_is_none_though_it_begins_a_line(words: str, ids: list[str]) -> None:
    first = "Recalling the Convention on Lakes and the plan for all the rivers and mountains, and\nthe plains,\n"
    rest = "(b) keep the rivers and the mountains, and go on with all the work that has begun on\nthem;\n"
    resolution = read(f"{HEAD}{first}{words}{rest}2. Decides to go on.\n\f")
    assert [paragraph.id for paragraph in resolution.paragraphs if paragraph.part == "operative"] == [*ids, "2"]


def test_who_publishes_stands_above_the_symbol_at_a_pages_top() -> None:
    text = f"{HEAD}Recalling all the\n\n\fUnited Nations\n\nA/RES/81/905\nlakes,\n1. Decides to go on.\n\f"
    assert read(text).paragraph("P1").text == "Recalling all the lakes,"


# --- copied from a viewer ---------------------------------------------------------------------------------------------

VIEWED = """\
A/RES/81/905
81/905. Lakes and rivers
The General Assembly,
Recalling the Convention on Lakes1
 and the plan for the mountains and the plains,
Welcoming the report of the Secretary￾General on the lakes, and on the rivers of
1 Resolution 79/811.
{foot}
A/RES/81/905 Lakes and rivers
all the plains,
Noting the work of those who live on the lakes and the rivers, and the work of their
1. Decides to consider the matter again.
5th plenary meeting
4 May 2026
{last}
"""


@pytest.mark.parametrize(
    ("foot", "last"),
    [("1/2", "2/2"), ("– 1 –\n26-24971", "– 2 –\n26-24971"), ("1 26-24971", "2 26-24971"), ("", "")],
    ids=["of how many", "between dashes, a code below", "beside a code", "no number"],
)
def test_pages_copied_from_a_viewer_end_with_their_number_or_before_a_head(foot: str, last: str) -> None:
    raw = VIEWED.format(foot=foot, last=last).replace("the work of their\n1", "the work of their kin,\n1")
    resolution = read(raw)
    assert [p.text for p in resolution.paragraphs if p.part == "preamble"] == [
        "Recalling the Convention on Lakes and the plan for the mountains and the plains,",
        "Welcoming the report of the Secretary-General on the lakes, and on the rivers of all the plains,",
        "Noting the work of those who live on the lakes and the rivers, and the work of their kin,",
    ]
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [
        ("1", "Resolution 79/811.", "P1")
    ]
    assert resolution.paragraphs[-1].text == "5th plenary meeting 4 May 2026"
    note = resolution.footnotes[0]
    assert raw[note.start : note.end] == "Resolution 79/811."


def test_pages_that_a_tool_has_closed_up_and_parted_by_empty_lines_are_not_copied_from_a_viewer() -> None:
    paragraphs = [f"{number}. Takes note of lake {number};" for number in range(1, 8)]
    text = "\n\n".join(
        ["A/RES/81/905", "81/905. Lakes", "The General Assembly,", *paragraphs, "A/RES/81/905", "Page 2"]
    )
    document = read_text(f"{text}\n\n8. Decides to go on.\n")
    assert viewed(document, "The General Assembly,".__eq__) is None


def test_a_code_between_asterisks_is_no_note_and_hides_none() -> None:
    head = "A/C.2/81/L.5\n26-24971 (E) 040526\n*2624971*\nLakes and rivers\nNorway:* draft resolution\n"
    note = "* Any changes to the list of sponsors will be reflected in the record."
    first = f"{head}The General Assembly,\nRecalling the work on the lakes,\n{note}\n"
    second = "\fA/C.2/81/L.5\n26-24971\n2/2\nNoting the rivers,\n1. Decides to go on.\n"
    resolution = read(first + second)
    assert [p.text for p in resolution.paragraphs if p.part == "preamble"] == [
        "Recalling the work on the lakes,",
        "Noting the rivers,",
    ]


# --- pages that no sign ends, each saying which of how many it is -----------------------------------------------------

TITLE = "81/905. Protection of the lakes and rivers of all the plains"
HEADER = f"A/RES/81/905*\nUnited Nations\n4 May 2026\n{TITLE}\n\nThe General Assembly,\n"
COUNTED = (
    "Recalling the Convention on Lakes 1 and the plan for the mountains, which was agreed by the\n",
    "States that keep the lakes,\n1. Decides to consider the work on the lakes and the rivers of\n",
    "the plains;\n2. Invites all who live there to join.\n",
)
ODD = "Protection of the lakes and rivers of all the plains A/RES/81/905"
EVEN = "A/RES/81/905 Protection of the lakes and rivers of all the plains"
# (what ends the first page, what stands before the second, ends it, stands before the third, ends it)
ENDS = {
    "its number at a page's foot": (
        "\n1 Resolution 79/811.\n26-24971 (E) 040526\n",
        f"{EVEN}\n",
        "2/3 26-24971\n",
        f"{ODD}\n",
        "26-24971 3/3\n",
    ),
    "head and number before its words": (
        "1 Resolution 79/811.\n",
        f"A/RES/81/905 \n{ODD[:52]} \n \n26-24971 2/3 \n \n",
        "",
        f"{ODD} \n \n3/3 26-24971 \n \n",
        "",
    ),
    "number and code without a space": (
        "1 Resolution 79/811.\n",
        f"{EVEN}\n26-249712/3\n",
        "",
        f"{ODD}\n3/326-24971\n",
        "",
    ),
    "a printer's request below the codes": (
        "\n_____\n1\n\nResolution 79/811.\n\n26-24971 (E)\n\n*2624971*\n\nPlease recycle\n\n",
        f"A/RES/81/905\n\n{ODD[:52]}\n\n",
        "\n2/3\n\n26-24971\n\n\n",
        f"{ODD[:52]}\n\nA/RES/81/905\n\n",
        "\n26-24971\n\n3/3\n\n\n",
    ),
    "notes below the number": (
        "\n_____\n1\n\n26-24971 (E)\n\nResolution 79/811.\n\n040526\n\n*2624971*\n\n\n",
        f"{ODD[:52]}\n\nA/RES/81/905\n\n",
        "\n2/3\n\n26-24971\n\n\n",
        f"{ODD[:52]}\n\nA/RES/81/905\n\n",
        "\n26-24971\n\n3/3\n\n\n",
    ),
}


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
def test_pages_that_say_which_of_how_many_they_are_need_no_sign_between_them(ends: tuple[str, ...]) -> None:
    first, second, third = COUNTED
    resolution = read("".join([HEADER, first, *ends[:2], second, *ends[2:4], third, ends[4]]))
    assert [p.text for p in resolution.paragraphs if p.part != "title"] == [
        "Recalling the Convention on Lakes and the plan for the mountains, which was agreed by the States that keep the"
        " lakes,",
        "Decides to consider the work on the lakes and the rivers of the plains;",
        "Invites all who live there to join.",
    ]
    assert [(note.text, note.paragraph) for note in resolution.footnotes] == [("Resolution 79/811.", "P1")]
    assert not doubts(resolution)


def test_the_lines_of_a_head_may_stand_apart_where_those_of_the_text_do_not() -> None:
    lines = (
        "plains, and on the mountains of the\nStates that keep them\nand of those who live there and\nwho work on them"
    )
    recitals = "".join(f"Recalling work {number} on the lakes and rivers of the\n{lines},\n" for number in range(1, 5))
    head = f"A/RES/81/905\n\n{ODD[:24]}\n\n{ODD[24:52]}\n\n2/2\n26-24971\n\n"
    resolution = read(f"{HEADER}{recitals}{head}Noting it,\n1. Decides to go on.\n")
    assert resolution.paragraph("P4").text.endswith("who work on them,")
    assert resolution.paragraph("P5").text == "Noting it,"


def test_a_number_with_a_slash_that_no_page_has_is_of_the_text() -> None:
    body = "Recalling its resolutions 35/17 of 22 June,\n41/7\nof 11 July and\n2/21\nof 27 May,\n1. Decides to go on.\n"
    text = read(f"{HEAD}{body}1/2\n\fA/RES/81/905\n2. Decides to act.\n2/2\n")
    assert (
        text.paragraph("P1").text == "Recalling its resolutions 35/17 of 22 June, 41/7 of 11 July and 2/21 of 27 May,"
    )


def test_words_of_the_title_below_a_head_that_has_all_of_it_are_of_the_text() -> None:
    body = "1. Notes the work on the protection of the\n2/3 26-24971\n"
    rest = "lakes and rivers of all the plains\nand of those beyond;\n"
    raw = f"{HEADER}Noting it,\n\f{EVEN}\n{body}\f{ODD[:24]}\n{ODD[24:]}\n{rest}2. Decides to go on.\n3/3\n"
    assert read(raw).paragraph("1").text == (
        "Notes the work on the protection of the lakes and rivers of all the plains and of those beyond;"
    )


@pytest.mark.parametrize("cited", ["40/16 of 22 March 2019, and 42/18 of", "6 October 2020 and 51/24 of"])
def test_no_recital_begins_with_a_number_or_a_date(cited: str) -> None:
    listed = f"Recalling the resolutions of its Council, 35/34 of 23 June 2017,\n{cited}\n7 October 2022,\n"
    body = "Noting the rivers of the mountains and of the plains and those who\nlive there,\nNoting all the lakes,\n"
    text = read(f"{HEAD}{listed}{body}1. Decides to consider the matter again at its next session.\n")
    assert text.paragraph("P1").text.endswith("of 7 October 2022,")


EVENLY = """\
1. Decides to consider the work on the lakes and the rivers of the
{lines}
3. Decides to go on.
"""
ORDERLY = """\
plains and on the mountains of the North, with all who live there and
who keep them;
2. Invites all States to keep the lakes and the rivers of the plains and
all of the mountains;"""


@pytest.mark.parametrize(
    "cut",
    [
        "which kept the lakes and the rivers of the plain at the\n7th meeting of the\nSpecial Committee on Lakes",
        "which kept the lakes and the rivers of the plains and of the mountains\n, the Special Committee on Lakes",
    ],
    ids=["at a raised sign", "before a comma"],
)
def test_a_line_that_a_tool_has_cut_goes_on_whatever_stands_below(cut: str) -> None:
    listed = f"Recalling the work on all of the lakes and the rivers of the mountains,\n{cut},\n"
    text = read(f"{HEAD}{listed}Noting all the lakes,\n{EVENLY.format(lines=ORDERLY)}")
    assert text.paragraph("P1").text.endswith("Special Committee on Lakes,")


# --- empty lines, and lines out of order ------------------------------------------------------------------------------


def test_empty_lines_that_stand_inside_sentences_part_no_head_from_its_page() -> None:
    body = "Recalling the plan for the mountains and the plains, which was\n\nagreed by the States that keep\n\n"
    head = f"\f\n{ODD[:24]} \n\n{ODD[24:52]}\n\n26-24971\n2/2\n\n"
    rest = "the rivers, and all of the work which was done by\n\nthose who live on them,\n\n1.\n\nDecides to go on.\n"
    assert read(f"{HEADER}{body}{head}{rest}").paragraph("P1").text == (
        "Recalling the plan for the mountains and the plains, which was agreed by the States that keep the rivers,"
        " and all of the work which was done by those who live on them,"
    )


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [
        ("", "", False),
        ("plains and on the mountains of the North, with", "plains and on\n\nthe North, with", True),
        ("2. Invites all States to keep", "2. Invites\nall States to keep", False),
        ("rivers of the plains and\n", "rivers\nof the\nplains and\n", False),
    ],
    ids=["full lines", "words that another line lost", "the verb in other type", "words in other type"],
)
def test_a_line_that_ends_early_inside_a_sentence_is_said(before: str, after: str, doubted: bool) -> None:
    text = EVENLY.format(lines=ORDERLY.replace(before, after) if before else ORDERLY)
    recital = "Recalling the plan for the lakes and the rivers of the plains, which\nwas agreed upon by all,\n"
    assert ("line-order" in doubts(read(f"{HEADER}{recital}{text}"))) is doubted


# --- a hyphen that a tool cut out, where words touch ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "words"),
    [("COVID19", "COVID-19"), ("20212030", "2021-2030"), ("81905", "81905")],
    ids=["letters and figures", "two years", "a number"],
)
def test_a_hyphen_before_figures_is_back_in_a_line_made_of_two(printed: str, words: str) -> None:
    line = "湖泊和河流以及山地和平原的居民"
    others = f"重申{line}的意义，又重申{line}\n{line}的权利，\n" * 8
    body = f"铭记 COVID-19 大流行对{line}的影响，\n回顾其关于湖泊和河流({printed})以及{line}的各项{line}决议，\n"
    text = f"81/906. 湖泊\n大会，\n{body}{others}1. 决定继续审议。\n\f"
    assert f"河流({words})以及" in read(text).paragraph("P2").text


# --- where a paragraph begins -----------------------------------------------------------------------------------------


def test_empty_lines_beside_numbers_say_nothing_of_recitals() -> None:
    recitals = ["Recalling the work on all lakes,", "Welcoming the report on them,", "Noting all rivers,"]
    numbered = [f"\n{number}.\n\nDecides to keep the lakes and the rivers of the plains;\n" for number in range(1, 7)]
    resolution = read(HEAD + "\n".join(recitals) + "\n" + "".join(numbered) + "\f")
    assert [p.text for p in resolution.paragraphs if p.part == "preamble"] == recitals


def test_words_set_wide_apart_are_one_line_with_the_year_among_them() -> None:
    wide = "\n\n".join(["plan", "for", "the", "2030", "lakes", "of", "the"])
    begun, rest = "Recalling the Convention on Lakes and all the work on the", "Plains and the mountains of all,"
    text = f"{HEAD}{begun}\n\n{wide}\n\n{rest}\n1. Decides to go on.\n\f"
    assert read(text).paragraph("P1").text == f"{begun} plan for the 2030 lakes of the {rest}"


def test_words_of_several_lines_one_below_the_other_are_said_to_be_perhaps_out_of_order() -> None:
    begun, rest = "Recalling the Convention on Lakes and all the work on the", "Plains and the mountains of all,"
    words = ["plan", "lakes", "for", "and", "the", "rivers", "of", "all", "kinds", "on", "which", "the"]
    lines = ("\n\n".join(words[:several]) for several in (6, 12))
    one, two = (f"{HEAD}{begun}\n{set_apart}\n{rest}\n1. Decides to go on.\n\f" for set_apart in lines)
    assert ("line-order" in doubts(read(one)), "line-order" in doubts(read(two))) == (False, True)


POINTS = """\
大会，
回顾其关于湖泊和河流的各项决议，
重申湖泊和河流以及山地和平原对于居民具有重要意义，并铭记各项
公约的宗旨，
1. 请会员国：
(a) 保护湖泊和河流以及山地和平原，为此采取行动，
并继续开展关于湖泊和河流以及山地和平原的各项工作，保护湖泊和
河流；
(b) 继续为湖泊和河流以及山地和平原的居民作出努力，并在下一届会
议上提交报告。
"""


def test_a_comma_at_a_lines_end_is_inside_a_point_of_a_numbered_paragraph() -> None:
    resolution = read("81/906. 湖泊和河流\n" + POINTS + "\f")
    assert resolution.paragraph("1.a").text.endswith(
        "为此采取行动，并继续开展关于湖泊和河流以及山地和平原的各项工作，保护湖泊和河流；"
    )


# --- how full a line is -----------------------------------------------------------------------------------------------


def lines(*texts: str) -> list[Line]:
    return [Line(index, index, text, 0, columns(text)) for index, text in enumerate(texts)]


FULL = "湖泊和河流以及山地和平原的居民" * 2  # of sixty columns
PREAMBLE = [
    "大会，",
    *(f"回顾{FULL[:-4]}", FULL, FULL, FULL, f"{FULL[:20]}，"),
    *(f"重申{FULL[:-4]}", FULL, FULL, f"{FULL[:10]}，"),
    *(f"铭记{FULL[:-4]}", FULL, f"{FULL[:12]}，"),
]


@pytest.mark.parametrize(
    ("last", "line", "room"),
    [
        (f"{FULL[:-3]}，", "回顾", 2.0),
        (f"{FULL[:-2]}，", "回顾", 0.0),
        (f"{FULL[:-2]}，", "回，", -2.0),
        (f"{FULL[:-2]}，", "《回顾", -2.0),
        (f"{FULL[:-2]}，", "2030 年", -2.0),
        (f"{FULL[:-1]}，", "回顾", -2.0),
    ],
    ids=["two signs", "just one", "one and its stop", "a bracket and one", "a figure", "none"],
)
def test_the_room_behind_a_line_is_what_the_next_one_needs(last: str, line: str, room: float) -> None:
    fill = fill_of(lines(*PREAMBLE), lines(*PREAMBLE), "，；。")
    assert fill is not None
    assert fill.room(*lines(last, line)) == room


@pytest.mark.parametrize(
    ("line", "begins"),
    [(FULL[:-2], True), (FULL, False), (FULL[:-1], None), (FULL[:10], None), (f"{FULL[:-3]}，", None)],
    ids=["set in", "full", "one sign found no room", "far too short", "it ends"],
)
def test_a_line_with_room_for_an_indent_begins_a_paragraph(line: str, begins: bool | None) -> None:
    fill = Fill(lines(*PREAMBLE), lines(*PREAMBLE), "，；。")
    assert fill.indent == 4.0
    assert fill.is_set_in(*lines(line)) is begins


def test_what_a_line_cannot_do_without_at_its_head() -> None:
    assert [first_unit(text) for text in ("大会", "大，会", "《大会", "2030年", "“大会”")] == [
        "大",
        "大，",
        "《大",
        "2030",
        "“大",
    ]


# --- pages taken out of a document ------------------------------------------------------------------------------------

TAKEN_OUT = """\
A/RES/81/905

Lakes and rivers

Recalling the plan for the mountains and the plains, which was agreed upon by the
States that keep the lakes,3
Noting the report of the Secretary-General on the lakes, the rivers and all of those
__________________

Resolution 79/811.

3

2/4

26-24971

\fLakes and rivers

A/RES/81/905

who live on them,
1.

Takes note of the report of the Secretary-General on the work for the lakes;4

2.

Decides to consider the matter again, with all of those who live on the rivers of the
__________________
4

3/4
A/81/78.
26-24971

\fA/RES/81/905

Lakes and rivers

mountains and the plains.

4/4

26-24971
"""


def test_pages_taken_out_of_a_document() -> None:
    resolution = read(TAKEN_OUT)
    assert {p.id: p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")} == {
        "P1": "Recalling the plan for the mountains and the plains, which was agreed upon by the "
        "States that keep the lakes,",
        "P2": "Noting the report of the Secretary-General on the lakes, the rivers and all of those who live on them,",
        "1": "Takes note of the report of the Secretary-General on the work for the lakes;",
        "2": "Decides to consider the matter again, with all of those who live on the rivers of the mountains and the "
        "plains.",
    }
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [
        ("3", "Resolution 79/811.", "P1"),
        ("4", "A/81/78.", "1"),
    ]
    assert doubts(resolution) == {"part-of-a-text"}


# --- marks that a tool has set where nobody looks for them ------------------------------------------------------------

MARKED = """\
A/RES/81/905
81/905. Lakes and rivers
The General Assembly,
{recital}
1. Takes note of the work on all the lakes and all the rivers of the mountains and the plains;{behind}
2. Decides to consider the matter again, together with all the lakes and rivers of the plains.
__________________
1
Resolution 79/811.
2
Resolution 79/812.
3
Resolution 79/813.
\f"""
OBSERVED = "Welcoming the observance of the Day of the Lakes 1 {day} as the Day of Rain, 3 and the plan,"


@pytest.mark.parametrize(
    ("recital", "behind", "words"),
    [
        pytest.param(
            OBSERVED.format(day="and of the Day of Rivers 2 and 15 March"),
            "",
            OBSERVED.format(day="and of the Day of Rivers and 15 March"),
            id="before the first day of two, between the others",
        ),
        pytest.param(
            OBSERVED.format(day="in all of the States").removesuffix(",") + "\n2\nof the States,",
            "",
            OBSERVED.format(day="in all of the States").removesuffix(",") + " of the States,",
            id="on a line of its own behind a later one",
        ),
        pytest.param(
            "Recalling paragraphs 3, 13 and 54 of the Convention on Lakes, 1 and the plan of the States, 2",
            "\n3",
            "Recalling paragraphs 3, 13 and 54 of the Convention on Lakes, and the plan of the States,",
            id="on a line of its own behind a paragraph's end",
        ),
    ],
)
def test_a_mark_out_of_its_place_is_no_word_of_the_text(recital: str, behind: str, words: str) -> None:
    resolution = read(MARKED.format(recital=recital, behind=behind))
    assert resolution.paragraph("P1").text == words.replace(" 1 ", " ").replace(" 3 and", " and")
    assert [note.paragraph for note in resolution.footnotes] == ["P1", "P1", "1" if behind else "P1"]


@pytest.mark.parametrize(("line", "words"), [("201612", "2016"), ("201712", "2017")])
def test_a_year_with_its_mark_alone_on_a_line_is_no_code_of_the_page(line: str, words: str) -> None:
    called = "".join(f"the plan for lake {place},{number}\n" for number, place in enumerate("abcdefghijk", 1))
    notes = "".join(f"{number}\nResolution 79/8{number}.\n" for number in range(1, 13))
    recital = f"Recalling {called}and all of the plans that were agreed upon in\n{line}\nand in the years behind it,"
    text = MARKED.format(recital=recital, behind="").partition("1\nResolution")[0] + notes + "\f"
    assert read(text).paragraph("P1").text.endswith(f"that were agreed upon in {words} and in the years behind it,")


def test_days_between_two_marks_are_words_where_no_mark_is_left_out() -> None:
    days = OBSERVED.format(day="from 2 and 15 March and of the Day of Rivers, 2 all held")
    resolution = read(MARKED.format(recital=days, behind=""))
    assert "from 2 and 15 March and of the Day of Rivers, all held" in resolution.paragraph("P1").text


def test_a_number_below_the_rule_of_notes_is_no_page_s() -> None:
    text = MARKED.format(recital=OBSERVED.format(day="and all rivers, 2 and so on"), behind="").removesuffix("\f")
    assert [note.text for note in read(text).footnotes] == [f"Resolution 79/81{number}." for number in (1, 2, 3)]


def test_what_was_set_before_its_line_is_read_behind_it_letter_by_letter() -> None:
    page = "1.\nwaters;\n\n{line}\n\n2.\nDecides to consider all the lakes and all the rivers of the plains again.\n"
    line = "Welcomes the work on all of the lakes and all of the rivers, streams and other"
    for printed in (line, f"{line} s", f"{line} w"):
        text = f"{HEAD}{RECITAL.replace(' 1 ', ' ')}{page.format(line=printed)}2/2\n\f"
        assert read(text).paragraph("1").text == f"{printed} waters;"


# --- words that a tool has set where nothing goes on ------------------------------------------------------------------

LEFT_BEHIND = "Recalling the plan for all of the lakes and the rivers of the plains{0}and the mountains,{1}"


@pytest.mark.parametrize(
    ("inside", "behind", "doubted"),
    [
        pytest.param("\n", "\n\nof\n", True, id="a word below its paragraph, an empty line between"),
        pytest.param(" of\n", "\n", False, id="where it belongs"),
        pytest.param("\n", "\nand\n", False, id="no empty line between"),
    ],
)
def test_a_word_below_the_end_of_its_paragraph_is_said(inside: str, behind: str, doubted: bool) -> None:
    more = "Noting the work on all of the lakes and of all of the rivers of the plains and of the mountains\nthere,\n"
    text = f"{HEAD}{LEFT_BEHIND.format(inside, behind)}{more}\n1.\nDecides to go on.\n1/1\n\f"
    assert ("line-order" in doubts(read(text))) == doubted


def test_a_figure_like_the_mark_of_a_note_that_stands_elsewhere_is_said() -> None:
    marked = OBSERVED.replace(" 1 ", "1 ").replace(", 3", ",3").format(day="and all rivers,2 and so on")
    doubted = MARKED.format(recital=marked, behind="").replace("the plains;", "the plains3 and on;")
    assert "footnote-lost" in doubts(read(doubted))
    assert "footnote-lost" not in doubts(read(MARKED.format(recital=marked, behind="")))
