"""Marks over a text: whatever overlaps, the mark-up nests, and the words stay the words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from ecoanalysis.show.marks import TextMark, mark_up, position


def plain(*marks: tuple[int, int, str]) -> str:
    """The mark-up of "abcdef" with titles and tags left out."""
    made = str(mark_up("abcdef", [TextMark(start, end, kind, "") for start, end, kind in marks]))
    return made.replace(' title=""', "").replace('mark class="', "").replace('">', ">").replace("/mark", "/")


CASES = [
    ([], "abcdef"),
    ([(1, 3, "x")], "a<x>bc</>def"),
    ([(0, 6, "x"), (1, 3, "y")], "<x>a<y>bc</>def</>"),
    ([(0, 4, "x"), (2, 6, "y")], "<x>ab<y>cd</></><y>ef</>"),
    ([(0, 2, "x"), (0, 4, "y")], "<y><x>ab</>cd</>ef"),
    ([(0, 2, "x"), (2, 4, "y")], "<x>ab</><y>cd</>ef"),
    ([(0, 3, "x"), (1, 5, "y"), (2, 6, "z")], "<x>a<y>b<z>c</></></><z><y>de</>f</>"),
    ([(2, 2, "x"), (4, 9, "y"), (-1, 2, "z")], "abcdef"),  # empty, or not of this text
]


@pytest.mark.parametrize(("marks", "expected"), CASES)
def test_crossing_marks_nest(marks: list[tuple[int, int, str]], expected: str) -> None:
    assert plain(*marks) == expected


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.marked: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()  # IndexError where it does not nest

    def handle_data(self, data: str) -> None:
        self.words += data
        for kind in set(self.open):
            self.marked[kind] = self.marked.get(kind, "") + data


@given(st.text("ab<&>\"'国", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=6))
def test_the_words_stay_and_every_mark_covers_its_own(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [TextMark(start, end, f"k{at}", "<t>", tag="x") for at, (start, end) in enumerate(spans)]
    reader = Reader()
    reader.feed(str(mark_up(text, marks)))
    reader.close()
    assert reader.words == text
    assert reader.open == []
    for mark in marks:
        if mark.start < mark.end <= len(text):
            assert reader.marked[mark.kind] == text[mark.start : mark.end]


def test_a_footnote_mark_stands_where_it_stood() -> None:
    made = mark_up("ab,c", [TextMark(1, 3, "x", "t")], {3: Markup("<sup>1</sup>"), 4: Markup("<sup>2</sup>")})
    assert made == 'a<mark class="x" title="t">b,</mark><sup>1</sup>c<sup>2</sup>'


def test_a_tag_is_printed_once_behind_the_last_piece() -> None:
    made = mark_up("abcd", [TextMark(0, 3, "x", "", tag="X"), TextMark(2, 4, "y", "", tag="Y")])
    assert made.count('data-tag="X"') == made.count('data-tag="Y"') == 1
    assert made.endswith('d<i class="tag" data-tag="Y"></i></mark>')


def test_raw_offsets_become_positions() -> None:
    offsets = [5, 6, 9, 10, 40]  # 7 and 8 are a line's end; between 10 and 40 a footnote block was lifted out
    assert [position(offsets, *span) for span in [(5, 7), (6, 10), (10, 41), (0, 5)]] == [
        (0, 2),
        (1, 3),
        (3, 5),
        (0, 0),
    ]
