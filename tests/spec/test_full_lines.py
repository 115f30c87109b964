"""Below a full line nothing in the look of a Chinese page tells whether a verb begins a paragraph: its words must."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.read.pages.geometry import PageLine
from ecoanalysis.read.pages.indents import indents_of

WIDTH = 24  # characters of a line
REST = "并决定继续开展关于湖泊和河流的各项工作，在各级采取措施保护湖泊和河流以及周边的山地和平原，"


def page(*recitals: str) -> Resolution:
    """A page of recitals, wrapped as a tool does that keeps no indents."""
    body = [*recitals, "1. 请秘书长就湖泊和河流的状况以及为保护湖泊和河流而采取的措施向大会提交报告；"]
    body += ["2. 决定在下一届会议上继续审议湖泊和河流问题以及为保护湖泊和河流而采取的各项措施。"]
    lines = [text[begin : begin + WIDTH] for text in body for begin in range(0, len(text), WIDTH)]
    text = "\n".join(["81/905. 湖泊和河流", "大会，", *lines, ""])
    return eco.parse_resolution(eco.read_text(text, "made.txt"))


def full(head: str, length: int = 2 * WIDTH) -> str:
    """A clause that begins with a verb and fills its lines."""
    words = "湖泊和河流的保护对于山地和平原的居民以及后代而言具有的极其重要的意义和作用" * 2
    return f"{head}{words[: length - 1 - len(head)]}，"


@pytest.mark.parametrize(
    ("recitals", "number"),
    [
        ((full("重申"), full("又重申"), REST), 2),  # also: the paragraph before begins with the same verb
        ((full("重申"), full("认识到"), full("又重申"), REST), 2),  # so 认识到 is none between them
        ((full("重申"), full("认识到"), full("又认识到"), REST), 3),  # and here it is
        ((full("重申"), full("同时认识到"), REST), 1),  # begins a clause, never a paragraph
        ((full("回顾"), full("意识到"), REST), 2),  # begins a paragraph, hardly ever a clause
        ((full("回顾"), full("审议了"), REST), 2),
    ],
)
def test_the_words_tell_where_a_paragraph_begins(recitals: tuple[str, ...], number: int) -> None:
    resolution = page(*recitals)
    assert sum(paragraph.part == "preamble" for paragraph in resolution.paragraphs) == number
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == []


@pytest.mark.parametrize(("verb", "number"), [("认识到", 2), ("强调", 2), ("鼓励", 1)])
def test_what_the_words_do_not_tell_is_said_once(verb: str, number: int) -> None:
    resolution = page(full("回顾"), full(verb), REST)
    assert sum(paragraph.part == "preamble" for paragraph in resolution.paragraphs) == number
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == ["paragraph-begin-uncertain"]


def test_a_line_that_is_not_full_ends_its_paragraph() -> None:
    resolution = page(full("回顾", 2 * WIDTH - 4), full("认识到"), REST)
    assert sum(paragraph.part == "preamble" for paragraph in resolution.paragraphs) == 2
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == []


def test_a_title_quoted_may_have_a_stop_of_its_own() -> None:
    resolution = page(full("回顾"), "赞赏地注意到题为“湖泊；\n河流”的讨论情况，")
    assert resolution.paragraph("P2").text == "赞赏地注意到题为“湖泊；河流”的讨论情况，"


def set_in(*texts: str) -> str:
    """Lines as a page has them whose first lines are set in by two characters, the indents lost."""
    lines: list[str] = []
    for text in texts:
        lines.append(text[: WIDTH - 2])
        lines += [text[begin : begin + WIDTH] for begin in range(WIDTH - 2, len(text), WIDTH)]
    return "\n".join(["81/905. 湖泊和河流", "大会，", *lines, ""])


@pytest.mark.parametrize(
    ("recital", "number"),
    [
        (f"{full('回顾', 2 * WIDTH - 2)}{full('强调', 2 * WIDTH)}", 1),  # a full line that opens goes on
        (full("回顾", 2 * WIDTH - 2), 2),  # and one that is shorter by an indent begins
    ],
)
def test_the_length_of_a_first_line_tells_that_it_was_set_in(recital: str, number: int) -> None:
    body = [full("认识到", 4 * WIDTH - 2), recital, *([full("强调", 3 * WIDTH - 2)] if number > 1 else ())]
    points = ["1. 请秘书长就湖泊和河流的状况以及为保护湖泊和河流而采取的措施向大会提交报告；"]
    points += ["2. 决定在下一届会议上继续审议湖泊和河流问题以及为保护湖泊和河流而采取的各项措施。"]
    resolution = eco.parse_resolution(eco.read_text(set_in(*body, *points), "made.txt"))
    assert sum(paragraph.part == "preamble" for paragraph in resolution.paragraphs) == 1 + number
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == []


@pytest.mark.parametrize(("verb", "codes"), [("并早日", ["paragraph-begin-uncertain"]), ("重申", [])])
def test_what_begins_below_a_line_not_full_as_no_recital_does_is_said(verb: str, codes: list[str]) -> None:
    resolution = page(full("回顾", 2 * WIDTH - 5), full(verb), REST)
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == codes


@pytest.mark.parametrize(
    ("last", "begins"),
    [("的居民，", True), ("的居民，1", True), ("的居民", False)],
    ids=["a stop ends the line above", "a mark behind it", "none does"],
)
def test_a_line_set_in_below_a_full_one_that_a_stop_ends_begins_a_paragraph(last: str, begins: bool) -> None:
    """A paragraph of one full line, and the next one, are both set in; none of the page stands in as a whole."""
    rows = [
        (24, "回顾其关于湖泊和河流"),
        (0, "的各项决议以及"),
        (24, f"重申湖泊和河流{last}"),
        (24, "铭记"),
        (0, "各项公约，"),
    ]
    page = [PageLine(text, x, 400 if x or row == 1 else 90, -18.0 * row, 12, ()) for row, (x, text) in enumerate(rows)]
    assert (indents_of(page, 18, None)[3] > 0) is begins


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("回顾2031年9月2\n7日的会议，", "回顾2031年9月27日的会议，"),
        ("回顾 2031 年 9 月 2\n7 日的会议，", "回顾2031年9月27日的会议，"),
        ("回顾湖泊和河流会议，2\n031年11月在会上通过，", "回顾湖泊和河流会议，2031年11月在会上通过，"),
        ("回顾方案(2031-203\n8年)，", "回顾方案(2031-2038年)，"),
        ("回顾2031年1\n1月的会议，", "回顾2031年11月的会议，"),
        # a note's mark ends the line, and a year begins the next
        ("回顾《湖泊行动计划》1\n2031年的报告，", "回顾《湖泊行动计划》1 2031年的报告，"),
    ],
)
def test_a_date_that_a_line_cuts_is_whole(lines: str, words: str) -> None:
    resolution = eco.parse_resolution(eco.read_text(f"大会，\n\n{lines}\n\n1. 请秘书长提出报告；\n", "made.txt"))
    assert resolution.paragraphs[0].text == words


RECITALS = [
    f"{full('回顾', 2 * WIDTH)}注意到湖泊的状况，欢迎各国为此所作的努力以及已经取得的进展，",
    full("重申"),
    full("又重申"),
    f"{full('支持', 2 * WIDTH)}欢迎渡口协会的各项工作以及为此提供的帮助和支持，",
]
ASKED = [f"{number}. 请秘书长就湖泊和河流的状况以及为保护湖泊而采取的措施向大会提交报告；" for number in range(1, 6)]
ASKED[-1] = f"{ASKED[-1][:-1]}。"


@pytest.mark.parametrize(
    ("end_of_line", "end_of_paragraph"),
    [("\n", "\n\n"), ("\n\n", "\n\n\n"), ("\n      ", "\n\n")],
    ids=["an empty line between paragraphs", "double spacing", "hanging lines"],
)
def test_where_gaps_part_paragraphs_a_verb_below_a_full_line_begins_none(
    end_of_line: str, end_of_paragraph: str
) -> None:
    paragraphs = ["81/905. 湖泊和河流", "大会，", *RECITALS, *ASKED]
    wrapped = [[text[begin : begin + WIDTH] for begin in range(0, len(text), WIDTH)] for text in paragraphs]
    text = end_of_paragraph.join(end_of_line.join(lines) for lines in wrapped)
    resolution = eco.parse_resolution(eco.read_text(text + "\n", "made.txt"))
    texts = [paragraph.text for paragraph in resolution.paragraphs if paragraph.part == "preamble"]
    assert texts == RECITALS
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == []


def test_a_paragraph_of_one_full_line_is_said_to_be_doubtful() -> None:
    """Its only line may as well be the first, which a clause ends."""
    resolution = page(full("回顾", WIDTH), full("又回顾"), REST)
    assert [d.code for d in resolution.diagnostics if d.level != "info"] == ["paragraph-begin-uncertain"]


def test_a_mark_that_found_no_room_stands_before_the_line_below() -> None:
    """It goes on with the line above, however little room that has left."""
    lines = (
        "大会，",
        "回顾《湖泊公约》和《河流公约》，",
        "[1]以及山地和平原的各项公约，",
        "1. 决定继续审议。",
        "[1] A/80/12。",
    )
    resolution = eco.parse_resolution(eco.read_text("81/905. 湖泊\n" + "\n".join(lines) + "\n", "made.txt"))
    assert resolution.paragraph("P1").text == "回顾《湖泊公约》和《河流公约》，以及山地和平原的各项公约，"
    assert [note.paragraph for note in resolution.footnotes] == ["P1"]


def test_figures_that_no_line_end_cuts_leave_room_that_is_no_indent() -> None:
    """The line above them is short for their sake, not since a paragraph begins there."""
    symbols = "70/101、70/102、70/103、"
    lines = [f"　　{full('重申', WIDTH - 2)}", full("", WIDTH)[1:] + "的", full("", WIDTH - 1)]
    body = [line.strip() for _ in range(3) for line in lines]
    body += [full("", WIDTH), f"如第{symbols}", "80/204、80/205和80/206号决议所指出的，"]
    text = "\n".join(["81/905. 湖泊和河流", "大会，", *body, "1. 决定在下一届会议上继续审议湖泊和河流问题。", ""])
    resolution = eco.parse_resolution(eco.read_text(text, "made.txt"))
    assert any(symbols in each.text and each.text.startswith("重申") for each in resolution.paragraphs)


def test_a_mark_behind_a_word_that_numbers_follow_stands_between_its_neighbours() -> None:
    """Aim 2 is none of the text where the second mark stands nowhere else."""
    recital = "回顾《湖泊公约》，1并重申《议程》的各项目标2以及平原计划，3"
    notes = "__________\n1 A/80/11。\n2 A/80/12。\n3 A/80/13。\n"
    resolution = eco.parse_resolution(
        eco.read_text(f"81/905. 湖泊\n\n大会，\n\n{recital}\n\n1. 决定继续审议。\n\n{notes}")
    )
    assert resolution.paragraph("P1").text == "回顾《湖泊公约》，并重申《议程》的各项目标以及平原计划，"
    assert [note.paragraph for note in resolution.footnotes] == ["P1"] * 3


@pytest.mark.parametrize("width", [20, WIDTH])
def test_recitals_that_stand_in_with_all_their_lines(width: int) -> None:
    """Empty lines part them; what is set in alike goes on, also below a first line that no known verb opens."""
    recitals = [f"审议了{full('')[:-1]}的报告，", full("重申"), full("认识到"), f"意识到{REST}"]
    wrapped = ("\n".join(f"　　{text[i : i + width]}" for i in range(0, len(text), width)) for text in recitals)
    text = "\n\n".join(["81/905. 湖泊和河流", "　　大会，", *wrapped, "1. 决定继续审议湖泊问题。", ""])
    resolution = eco.parse_resolution(eco.read_text(text, "made.txt"))
    assert [each.text for each in resolution.paragraphs if each.part == "preamble"] == recitals
