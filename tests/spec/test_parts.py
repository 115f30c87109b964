"""Parts of texts and negotiating texts: read as what they are, the marks lifted, the words as if clean."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from ecoanalysis.errors import NotAResolutionError
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import ledger, parse_resolutions
from ecoanalysis.read import read_text


def read(text: str) -> Resolution:
    return parse_resolutions(read_text(text))[0]


@pytest.mark.parametrize(
    ("text", "extent", "ids"),
    [
        (
            "1. Requests a report;\n\n2. Invites Member States\n\n(a) To help;\n\n3. Decides to go on.",
            "operative",
            "1 2 2.a 3",
        ),
        ("Recalling its resolution 79/1,\n\nNoting the report,", "preamble", "P1 P2"),
        ("5. Requests the Secretary-General to report;", "fragment", "5"),
        ("Requests the Secretary-General to report", "fragment", "1"),
        ("Recalling its resolution 79/1", "fragment", "P1"),
        (
            "Hello,\n\nhere is the text:\n\n5. Requests a report;\n\n6. Invites Member States to help.\n\nBest\nAnna",
            "fragment",
            "5 6",
        ),
        ("Recalling its resolution 79/1,\n\n1. Requests a report;\n\n2. Decides to go on.", "whole", "P1 1 2"),
        ("请秘书长向大会第八十三届会议提交报告；", "fragment", "1"),
        ("回顾其第79/1号决议，", "fragment", "P1"),
        ("1. 请秘书长提交报告；\n\n2. 决定继续审议。", "operative", "1 2"),
        ("Prie le Secrétaire général de faire rapport ;", "fragment", "1"),
    ],
)
def test_a_part_is_read_as_what_it_is(text: str, extent: str, ids: str) -> None:
    part = read(text)
    assert (part.extent, " ".join(paragraph.id for paragraph in part.paragraphs)) == (extent, ids)
    assert "part-of-a-text" in [doubt.code for doubt in part.diagnostics]
    assert (part.formula, part.organ) == (None, None)
    for paragraph in part.paragraphs:
        assert paragraph.text == "".join(text[offset] for offset in paragraph.offsets)


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\n\nThank you for your letter.\n\nNoting that you asked for it, I send the agenda.\n",
        "请各位代表查收附件。您可以回复本邮件。",
        "The lake was calm.\n\n1. Milk\n2. Bread\n",
    ],
)
def test_a_text_without_a_performative_is_none(text: str) -> None:
    with pytest.raises(NotAResolutionError):
        read(text)


@pytest.mark.parametrize(
    ("written", "id", "clean", "mark"),
    [
        ("OP1. Requests a report;", "1", "Requests a report;", ("label", None)),
        ("OP12 bis: Requests a report;", "12~bis", "Requests a report;", ("label", None)),
        ("OP2 alt2 Requests a report;", "2~alt2", "Requests a report;", ("label", None)),
        ("PP3bis. Recalling its report,", "P3~bis", "Recalling its report,", ("label", None)),
        ("OP1. Requests [EU: add once more] a report;", "1", "Requests once more a report;", ("add", "EU")),
        (
            'OP1. Requests [EU and CANZ: insert "once more"] a report;',
            "1",
            "Requests once more a report;",
            ("add", "EU and CANZ"),
        ),
        ("OP1. Requests a [RUS: delete full] report;", "1", "Requests a report;", ("delete", "RUS")),
        ("OP1. Requests a [full] report (RUS, delete);", "1", "Requests a full report;", ("delete", "RUS")),
        ("OP1. Requests a ~~full~~ report;", "1", "Requests a report;", ("delete", None)),
        ("OP1. Requests a report; (agreed ad ref)", "1", "Requests a report;", ("agreed", None)),
        ("OP1. [Requests/Invites] Chad to help;", "1", "Requests Chad to help;", ("alternative", None)),
        ("OP1. (G77) Requests a report;", "1", "Requests a report;", ("bracket", "G77")),
        ("[OP1. Requests a report;]", "1", "Requests a report;", ("bracket", None)),
        ("(OP1) Requests a report [Mexico to delete: at once];", "1", "Requests a report;", ("delete", "Mexico")),
        ("Operative para 1: Requests a [full (EU)] report;", "1", "Requests a full report;", ("bracket", "EU")),
        (
            "OP1. Requests a [full] [EU: replace with brief] report;",
            "1",
            "Requests a full report;",
            ("alternative", "EU"),
        ),
        ("OP1. Requests a [full] / [brief] report;", "1", "Requests a full report;", ("alternative", None)),
        ("OP1. Requests a report; AGREED", "1", "Requests a report;", ("agreed", None)),
        ("OP1. Requests a report; (support: NOR)", "1", "Requests a report;", ("keep", "NOR")),
        ("[OP1. Notes decision 75/45 [once more];]", "1", "Notes decision 75/45 once more;", ("bracket", None)),
        ("OP1. Notes [Mexico would like to see: the] lakes;", "1", "Notes the lakes;", ("add", "Mexico")),
        ("OP1. Notes [Mexico wants all deleted] lakes;", "1", "Notes lakes;", ("delete", "Mexico")),
        ("OP1. Notes [all / Mexico asks to take out] lakes;", "1", "Notes lakes;", ("delete", "Mexico")),
        ("OP1. Notes {Mexico: the} lakes;", "1", "Notes the lakes;", ("bracket", "Mexico")),
        ("OP1. Notes [lakes in Mexico];", "1", "Notes lakes in Mexico;", ("bracket", None)),
        ("OP1. Notes [the: Mexico / all: Chad] lakes;", "1", "Notes the lakes;", ("alternative", "Mexico")),
        ("OP1. 请秘书长[尽快：欧盟]提交报告；", "1", "请秘书长尽快提交报告；", ("bracket", "欧盟")),
        (
            "OP1. Notes lakes, [with their shores: EU; Chad: delete]",
            "1",
            "Notes lakes, with their shores",
            ("bracket", "EU"),
        ),
        ("OP1. Notes [the, Mexico] lakes;", "1", "Notes the lakes;", ("bracket", "Mexico")),
        ("OP1. Notes [DEL EU] all [/DEL] lakes;", "1", "Notes lakes;", ("delete", "EU")),
        ("Operative clause 1 - Notes [-EU: all] lakes;", "1", "Notes lakes;", ("delete", "EU")),
        ("OP1. 请秘书长〔增：尽快（欧盟）〕提交报告；", "1", "请秘书长尽快提交报告；", ("add", "欧盟")),
        ("第1执行段：请秘书长[欧盟：不要尽快]提交报告；", "1", "请秘书长提交报告；", ("delete", "欧盟")),
        ("OP1. Notes [New Zealand: add the] lakes;", "1", "Notes the lakes;", ("add", "New Zealand")),
        ("OP1. 请秘书长【欧盟建议删除：尽快】提交报告；", "1", "请秘书长提交报告；", ("delete", "欧盟")),
        ("OP1. 请秘书长[美国：注意到进展]提交报告；", "1", "请秘书长注意到进展提交报告；", ("bracket", "美国")),
        ("[OP1 quater] Requests a report;", "1~quater", "Requests a report;", ("label", None)),
        ("OP1 (bis). Requests a report;", "1~bis", "Requests a report;", ("label", None)),
        ("OP1_ Requests a report;", "1", "Requests a report;", ("label", None)),
        ("PP/1 Recalling its report,", "P1", "Recalling its report,", ("label", None)),
        ("OP1 替代：请秘书长提交报告；", "1~alt", "请秘书长提交报告；", ("label", None)),
        ("（OP1之五）请秘书长提交报告；", "1~quinquies", "请秘书长提交报告；", ("label", None)),
        ("OP1 – Chair’s proposal (12/11)\nRequests a report;", "1", "Requests a report;", ("label", None)),
        ("OP1. Requests {EU+CHL}[full] reports;", "1", "Requests full reports;", ("bracket", "EU+CHL")),
        ("OP1. Requests [full]{EU} [brief]{CHL} reports;", "1", "Requests full reports;", ("alternative", "CHL")),
        ("OP1. Requests [ADD full (EU)] reports;", "1", "Requests full reports;", ("add", "EU")),
        ("OP1. Requests [del. full] reports;", "1", "Requests reports;", ("delete", None)),
        ("OP1. Requests [full] [KEEP (EU)] reports;", "1", "Requests full reports;", ("keep", "EU")),
        ("OP1. Requests <s>full</s><u>brief</u> reports;", "1", "Requests brief reports;", ("delete", None)),
        ("OP1. Requests --full-- ++brief++ reports;", "1", "Requests brief reports;", ("delete", None)),
        ("OP1. Requests <EU/CHL> full </EU/CHL> reports;", "1", "Requests full reports;", ("add", "EU/CHL")),
        ("OP1. Requests reports; /* EU */", "1", "Requests reports;", ("bracket", "EU")),
        ("OP1. Requests [full]² reports;\n\n² Proposed by Chad.", "1", "Requests full reports;", ("bracket", "Chad")),
        ("执行部分第2段之二. 请秘书长[欧盟：增加 尽快]提交报告；", "2~bis", "请秘书长尽快提交报告；", ("add", "欧盟")),
    ],
)
def test_marks_are_lifted_and_the_words_read_as_if_clean(
    written: str, id: str, clean: str, mark: tuple[str, str | None]
) -> None:
    text = read(written)
    paragraph = text.paragraph(id)
    assert paragraph.text == clean
    assert mark in [(each.kind, each.proposer) for each in text.marks]
    assert {each.paragraph for each in text.marks} == {id}
    assert text.status == "draft"
    assert "negotiating-text" in [doubt.code for doubt in text.diagnostics]
    for char, offset in zip(paragraph.text, paragraph.offsets, strict=True):
        assert written[offset] == char


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1. Requests a report;\n\n1 bis. Invites Chad to help;\n\n1 ter. Calls upon States to pay;\n\n2. Decides to go on.", "1 1~bis 1~ter 2"),
        ("1. Requests a report;\n\n1 bis Invites Chad to help;\n\n1 ter Calls upon States to pay;\n\n2. Decides to go on.", "1 1~bis 1~ter 2"),
        ("1. 请秘书长提交报告；\n\n1之二. 促请各国提供帮助；\n\n1之三. 决定举行会议；\n\n2. 决定继续审议。", "1 1~bis 1~ter 2"),
        ("1. 请秘书长提交报告；\n\n1之二、促请各国提供帮助；\n\n2. 决定继续审议。", "1 1~bis 2"),
        ("1. 请秘书长提交报告；\n\n1之二 促请各国提供帮助；\n\n2. 决定继续审议。", "1 1~bis 2"),
    ],
)  # fmt: skip
def test_what_is_put_in_between_numbers_keeps_its_own(text: str, ids: str) -> None:
    part = read(text)
    assert " ".join(paragraph.id for paragraph in part.paragraphs) == ids
    assert all(
        paragraph.text and not {"bis", "之二"} & {paragraph.text[:3], paragraph.text[:2]}
        for paragraph in part.paragraphs
    )
    assert part.marks == ()  # nobody proposes it in the text: a draft, and no negotiating text
    assert (part.status, "negotiating-text" in [doubt.code for doubt in part.diagnostics]) == ("draft", False)


@pytest.mark.parametrize(
    "text",
    [
        "1. Requests a report;\n\n1 bis. Invites Chad [and Peru – EU] to help;\n\n2. Decides to go on.",
        "1. Requests a report;\n\n1 alt. Invites Chad to help;\n\n2. Decides to go on.",
        "OP1. Requests a report;\n\nOP1 bis. Invites Chad to help;\n\nOP2. Decides to go on.",
        "1. 请秘书长提交报告；\n\n1之二. 促请各国[和企业：欧盟]提供帮助；\n\n2. 决定继续审议。",
    ],
)
def test_what_is_proposed_makes_a_negotiating_text(text: str) -> None:
    assert "negotiating-text" in [doubt.code for doubt in read(text).diagnostics]


def test_a_line_that_begins_with_such_a_number_by_chance_is_no_label() -> None:
    part = read(
        "1. Requests a report on the statute, in accordance with article\n1 bis of the rules;\n\n2. Decides to go on."
    )
    assert [paragraph.id for paragraph in part.paragraphs] == ["1", "2"]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("[full; EU reserves]", "full"),
        ("[full, subject to confirmation by Chad]", "full"),
        ("[full (language from 76/300)]", "full"),
        ("[EU: full; Mexico: brief]", "full"),
        ("[EU: full] [Chad: brief]", "full"),
        ("[option 1: full; option 2: brief]", "full"),
        ("[full][brief]", "full"),
        ("[full / EU: brief]", "full"),
        ("[EU suggests adding new]", "new"),  # a small word behind an act is the text's
        ("[EU requests that “full” be kept]", "full"),
        ("[EU, pending instructions: full]", "full"),
        ("[EU => full]", "full"),
        ("[full]^EU", "full"),
        ("{++full++}", "full"),
        ("<ins>full</ins>", "full"),
        ("⟨full⟩", "full"),
        ("⟦EU: full⟧", "full"),
        ("[full] [brief]", "full brief"),  # side by side, both are words
        ("[EU: no “full”]", ""),
        ("[deletion proposed by EU: full]", ""),
        ("{--full--}", ""),
        ("<del>full</del>", ""),
        ("[EU objects to full]", ""),
        ("[Secretariat: wording as read out: full]", "full"),  # of two colons, the last parts the words
        ("[the following: full]", "the following: full"),
        ("[co-chairs’ paper – full]", "full"),
        ("[EU: include here full]", "full"),
        ("[EU + full]", "full"),
        ("[full → brief, EU]", "full"),
        ("[full {alt. EU: brief}]", "full"),
        ("[REPLACE full BY brief (EU)]", "full"),
        ("[EU: change “full” to “brief”]", "full"),
        ("full [REPLACE BY brief (EU)]", "full"),
        ("[full] [or brief]", "full"),
        ("[full: retained pending advice from EU]", "full"),
        ("[full] (supplied by EU and read out by Chad)", "full"),
        ("[full]*EU*", "full"),
        ("[full // EU: brief]", "full"),  # inside a bracket the sign begins no comment
        ("«EU: full»", "full"),
        ("«full»", "«full»"),
        ("(add: full)", "full"),
        ("[ADD EU: the]", "the"),
        ("[MERGE WITH OP4 (EU)]", ""),
        ("[EU: redundant: full]", ""),
        ("[the delegate of EU asked for the deletion of the word “full”]", ""),
        ("[placement to be decided]", ""),
    ],
)
def test_what_remains_without_names_acts_and_small_words_is_the_texts(mark: str, words: str) -> None:
    resolution = read(f"OP1. Requests the Chair to submit a {mark} report;")
    assert resolution.paragraph("1").text == " ".join(f"Requests the Chair to submit a {words} report;".split())


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("｛欧盟：尽快｝", "尽快"),
        ("〈尽快〉", "尽快"),
        ("「欧盟：尽快」", "尽快"),
        ("【尽快，欧盟保留立场】", "尽快"),
        ("【尽快（待欧盟确认）】", "尽快"),
        ("【欧盟希望写入“尽快”】", "尽快"),
        ("【备选1：尽快；备选2：立即】", "尽快"),
        ("〔欧盟：审查保留〕", ""),
        ("【应欧盟要求删去：尽快】", ""),
        ("【尽快（欧盟：删）】", ""),
        ("【秘书处：宣读案文为：尽快】", "尽快"),
        ("【主席工具——尽快】", "尽快"),
        ("【此处增列尽快（欧盟）】", "尽快"),
        ("[将“尽快”改为“立即”（欧盟）]", "尽快"),
        ("[以“立即”取代“尽快”（欧盟）]", "尽快"),
        ("尽快[改为“立即”（欧盟）]", "尽快"),
        ("【尽快——应欧盟要求放在括号内】", "尽快"),
        ("[删去尽快（欧盟）]", ""),
        ("（包括非政府组织）", "（包括非政府组织）"),
    ],
)
def test_what_remains_is_the_texts_in_chinese(mark: str, words: str) -> None:
    assert read(f"OP1. 请主席{mark}提交报告；").paragraph("1").text == f"请主席{words}提交报告；"


@pytest.mark.parametrize(
    ("preamble", "operative"),
    [
        ("Recital {n} – ", "Clause {n} – "),
        ("[{n}PP] ", "[{n}OP] "),
        ("Para {n}: ", "Para {n}: "),
        ("§{n} P: ", "§{n} O: "),
    ],
)
def test_a_label_of_a_form_that_no_list_has_counts_the_lines(preamble: str, operative: str) -> None:
    """It is known where another mark shows that the text is negotiated."""
    first = ["Noting the rivers and the lakes of the region,", "Aware of the floods in it,", "Recalling its report,"]
    then = ["Requests the Chair to [EU: add also] report;", "Invites Chad to help the States;", "Decides to go on."]
    forms = [(preamble, first), (operative, then)]
    lines = [form.format(n=number) + words for form, part in forms for number, words in enumerate(part, 1)]
    text = read("\n\n".join(("The General Assembly,", *lines)))
    assert [paragraph.id for paragraph in text.paragraphs] == ["P1", "P2", "P3", "1", "2", "3"]
    assert [paragraph.text for paragraph in text.paragraphs][2:4] == [first[2], "Requests the Chair to also report;"]


@pytest.mark.parametrize(
    "text",
    [
        "81/7. Lakes\n[on the report of the Third Committee (A/81/1)]\n\nThe General Assembly,\n\nRecalling its resolution 79/1,\n\n"
        "1. Invites the United Nations Development Programme (UNDP) and the Office (OHCHR) to help;\n\n2. Decides to go on.",
        "大会，\n回顾其第70/1号决议，\n1. 请秘书长：\n(a) 编写报告；\n(一) 提供资金；\n2. 决定继续审议此事。",
        "人权理事会，\n\n回顾其第52/13号决议，\n\n1. 请特别报告员(任务负责人)提交报告；\n\n2. 决定继续审议。",
    ],
)
def test_brackets_of_an_adopted_text_are_its_own(text: str) -> None:
    resolution = read(text)
    assert resolution.marks == ()
    assert "negotiating-text" not in [doubt.code for doubt in resolution.diagnostics]


@pytest.mark.parametrize(
    ("line", "ids", "mark"),
    [
        ("Alt 2: Invites Chad to help;", "P1 1 1~alt2 2", ("label", None)),
        ("Alternative (EU): Invites Chad to help;", "P1 1 1~alt 2", ("label", "EU")),
        ("EU: Invites Chad to help;", "P1 1 1~alt 2", ("label", "EU")),
        ("Comment [A1]: EU: can we use the words of last year?", "P1 1 2", ("remark", None)),
        (">> EU: we must think about this.", "P1 1 2", ("remark", None)),
        ("Status: pending", "P1 1 2", ("remark", None)),
        ("AGREED AD REF 14.10.", "P1 1 2", ("remark", None)),
    ],
)
def test_a_line_between_paragraphs_stands_for_one_or_is_a_comment(
    line: str, ids: str, mark: tuple[str, str | None]
) -> None:
    text = read(f"PP1. Noting the lake,\n\nOP1. Requests a report;\n\n{line}\n\nOP2. Decides to go on.")
    assert " ".join(paragraph.id for paragraph in text.paragraphs) == ids
    assert mark[0] in [each.kind for each in text.marks if each.text.startswith(line[:3].strip("> "))]
    assert mark[1] is None or mark[1] in [each.proposer for each in text.marks] or mark[0] == "bracket"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Anna,\n\n> PP1. Noting the lakes and the rivers of the\n> region,\n>\n> OP1. Requests the Chair to [EU: add\n> also] report;\n",
        "> > PP1. Noting the lakes and the rivers of the region,\n> > OP1. Requests the Chair to [EU: add also] report;\n",
        "| No. | Text | Comments |\n| --- | --- | --- |\n| PP1 | Noting the lakes and the rivers of the region, | EU: delete |\n"
        "| OP1 | Requests the Chair to [EU: add also] report; | agreed ad ref |\n",
    ],
)
def test_what_carries_a_text_is_none_of_its_words(text: str) -> None:
    """A mail's signs before quoted lines, the cells of a table."""
    part = read(text)
    assert [(paragraph.id, paragraph.text) for paragraph in part.paragraphs] == [
        ("P1", "Noting the lakes and the rivers of the region,"),
        ("1", "Requests the Chair to also report;"),
    ]
    for paragraph in part.paragraphs:
        printed = [text[offset] for offset in paragraph.offsets]
        assert ["\n" if char == "\n" else sign for char, sign in zip(printed, paragraph.text, strict=True)] == printed
    assert "unplaced" not in [stretch.role for stretch in ledger(read_text(text)) if "Dear" not in text]


def test_numbers_below_a_heading_are_the_preambles_where_headings_say_so() -> None:
    lines = [
        "Noting the lake,",
        "Aware of the flood,",
        "OPERATIVE PART",
        "Requests a [EU: full] report;",
        "Decides to go on.",
    ]
    numbers = ["1. ", "2. ", "", "1. ", "2. "]
    text = read("\n\n".join(("The General Assembly,", "PREAMBLE", *map("".join, zip(numbers, lines, strict=True)))))
    assert [paragraph.id for paragraph in text.paragraphs] == ["P1", "P2", "1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly,\n\n1. Requests the European Union (EU) and its office in Bonn (Germany) to help;\n\n2. Decides to go on.",
        "The General Assembly,\n\n1. Adopts the form below.\n\nAnnex\nForm\n1.\tName of ship\tOwner\n2.\tPort\tState\n",
    ],
)
def test_names_and_forms_of_an_adopted_text_are_its_own(text: str) -> None:
    resolution = read(text)
    assert (resolution.marks, resolution.status == "draft") == ((), False)


def test_what_is_agreed_is_so_for_all_marks_of_its_paragraph() -> None:
    text = read("OP1. Requests [EU: add once more] a report; (agreed ad ref)\n\nOP2. [EU: add also] Requests lists;")
    assert {(mark.paragraph, mark.status) for mark in text.marks} >= {("1", "agreed"), ("2", "proposed")}


def test_a_point_that_is_struck_out_leaves_no_paragraph() -> None:
    text = read("OP1. Invites Member States\n(a) To help;\n(b) ~~To pay;~~\n\nOP2. Decides to go on.")
    assert [paragraph.id for paragraph in text.paragraphs] == ["1", "1.a", "2"]


@pytest.mark.parametrize(
    "written",
    [
        "OP1. Requests a ~EU: full~ report;",
        "OP1. Requests a full | brief report;",
        "OP1. Requests a [underlined: full] report;",
        "OP1. Requests a report – EU, CHL;",
        "OP1. Requests the Chair (US: to consider) to report;",
        "OP1. 请秘书长提交报告——欧盟；",
    ],
)
def test_a_mark_of_a_form_that_is_not_known_is_told(written: str) -> None:
    assert "mark-left" in [doubt.code for doubt in read(written).diagnostics]


@pytest.mark.parametrize(
    ("language", "preamble", "operative"),
    [
        ("en", "Recital {roman}: ", "Paragraph {roman}: "),
        ("en", "Draft PP{n}: ", "Draft OP{n}: "),
        ("en", "(PP{n}, agreed) ", "(OP{n}, agreed) "),
        ("en", "* PP{n} * ", "* OP{n} * "),
        ("en", "¶{n} ", "¶{behind} "),
        ("en", "Text {n}: ", "Text {behind}: "),
        ("en", "{n}-PP ", "{n}-OP "),
        ("en", "{nth} preambular paragraph: ", "{nth} operative paragraph: "),
        ("zh", "序言部分第{han}段 ", "执行部分第{han}段 "),
        ("zh", "案文{n}：", "案文{behind}："),
        ("zh", "{n}PP：", "{n}OP："),
        ("zh", "PP·{n} ", "OP·{n} "),
    ],
)
def test_labels_alone_show_a_negotiating_text_where_performatives_follow_them(
    language: str, preamble: str, operative: str
) -> None:
    """Whatever their form: what many lines begin with alike, but for a number that counts on."""
    formula, recitals, requests = {
        "en": (
            "The General Assembly,",
            ("Recalling its resolutions on lakes,", "Noting the state of the rivers,", "Welcoming the plan for wells,"),
            ("Requests the Secretary-General to measure lakes;", "Invites States to help;", "Decides to return to it."),
        ),
        "zh": (
            "大会，",
            ("回顾其关于湖泊的各项决议，", "注意到河流的状况，", "欢迎水井计划，"),
            ("请秘书长测量各湖泊；", "邀请各国提供帮助；", "决定再次审议此事。"),
        ),
    }[language]
    names = [("I", "First", "一"), ("II", "Second", "二"), ("III", "Third", "三")]

    def labelled(form: str, place: int, words: str) -> str:
        roman, nth, han = names[place]
        return form.format(n=place + 1, behind=place + 4, roman=roman, nth=nth, han=han) + words

    lines = [formula, *(labelled(preamble, *each) for each in enumerate(recitals))]
    lines += [labelled(operative, *each) for each in enumerate(requests)]
    (resolution,) = parse_resolutions(read_text("\n\n".join(lines)))
    said = [paragraph.text for paragraph in resolution.paragraphs if paragraph.part in ("preamble", "operative")]
    assert said == [*recitals, *requests]
    assert resolution.status == "draft"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("3. Requests a report;\n\n4. Decides to go on.", []),
        ("3. 请秘书长提交报告；\n\n4. 决定继续审议。", []),
        ("3. Requests a report;\n\n6. Decides to go on.", ["paragraph 6 follows 3"]),
        (
            "Recalling its resolution 79/1,\n\n3. Requests a report;\n\n4. Decides to go on.",
            ["paragraph 3 follows the preamble"],
        ),
    ],
)
def test_a_part_lacks_no_number_before_its_first(text: str, missing: list[str]) -> None:
    doubts = [doubt for doubt in read(text).diagnostics if doubt.code == "number-missing"]
    assert [doubt.message.partition(";")[0] for doubt in doubts] == missing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Recalling its resolution 79/1,\n\n1. Requests a report;", "preamble and operative part are read without it"),
        ("5. Requests a report;", "it is read as a passage of a resolution"),
        ("1. Requests a report;\n\n2. Decides to go on.", "it is read as an operative part"),
    ],
)
def test_what_a_part_is_read_as_is_said_in_words(text: str, words: str) -> None:
    (doubt,) = (doubt for doubt in read(text).diagnostics if doubt.code == "part-of-a-text")
    assert doubt.message.endswith(words)
