"""Web pages: the bundled resolution as pages of three decades show it gives the clauses and names of its text."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import pytest

import ecoanalysis as eco
from ecoanalysis.contract import to_contract
from ecoanalysis.errors import NotAResolutionError, UnreadableDocumentError
from ecoanalysis.model.document import Document
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import read_bytes

RESOLUTION = eco.parse_resolution(eco.sample())


def printed() -> list[str]:
    """What a page prints: the title, the formula, the numbered paragraphs, the closing."""
    title, *paragraphs, closing = RESOLUTION.paragraphs
    numbers = [f"{paragraph.number}. " if paragraph.number else "" for paragraph in paragraphs]
    body = [number + paragraph.text for number, paragraph in zip(numbers, paragraphs, strict=True)]
    return [f"75/324. {title.text}", "大会，", *body, *closing.text.split()]


def of_the_nineties(lines: list[str]) -> bytes:
    """Tables for layout, <font>, <br>, GB2312 that nothing declares, white space from full-width spaces."""
    text = "<br><br>\n".join("　　" + escape(line) for line in lines)
    cells = f"<td><a href='/'>主页</a></td><td><font size=2>{text}</font></td>"
    head = "<html><head><title>联合国</title></head><body>"
    return f"{head}<table><tr>{cells}</tr></table></body></html>".encode("gb18030")


def of_today(lines: list[str]) -> bytes:
    """Navigation, scripts, a footer, and source lines that break between characters."""
    text = "".join(f"<p class='x'>{_broken(escape(line))}</p>\n" for line in lines)
    head = "<head><meta charset=utf-8><script>var a='<p>大会，</p>'</script><style>p{}</style></head>"
    body = f"<nav><ul><li>首页<li>文件</ul></nav><main>{text}</main><footer>版权所有</footer>"
    return f"<!doctype html><html lang=zh>{head}<body>{body}</body></html>".encode()


def _broken(line: str) -> str:
    return re.sub(r"([\u4e00-\u9fff]{12})(?=[\u4e00-\u9fff])", r"\1\n  ", line)


def as_saved(lines: list[str]) -> bytes:
    """A browser's copy: divs, spans around words, hard spaces, comments, a wrong charset."""
    text = "".join(f"<div><span>{escape(line[:9])}</span><!-- x -->{escape(line[9:])}&nbsp;</div>" for line in lines)
    return f"<html><head><meta charset='gb2312'></head><body><div hidden>大会，</div>{text}</body></html>".encode()


KINDS = ("paragraphs", "clauses", "agencies", "citations", "dates")


def facts(document: Document) -> dict[str, Any]:
    found = to_contract(eco.extract_facts(eco.parse_resolution(document)))
    kept = {
        kind: [_bare(one) for one in found[kind] if not str(one.get("paragraph")).startswith("fn")] for kind in KINDS
    }
    kept["paragraphs"] = [{"id": one["id"], "text": one["text"].replace(" ", "")} for one in kept["paragraphs"]]
    return kept


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(" ", "")
    if isinstance(value, list):
        return [_bare(one) for one in value]
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if not key.endswith(("start", "end")) and key != "url"}
    return value


@pytest.mark.slow
@pytest.mark.parametrize("page", [of_the_nineties, of_today, as_saved])
def test_a_page_gives_the_facts_of_its_text(page: Any) -> None:
    document = read_bytes(page(printed()), "page.html")
    assert (document.format, document.language) == ("html", "zh")
    assert facts(document) == facts(eco.sample())


def test_an_english_page_in_a_western_encoding() -> None:
    page = "<HTML><P>The General Assembly,<P>Recalling the Council’s work,<P>1. Requests UNDP to report.</HTML>"
    document = read_bytes(page.encode("cp1252"), "page.htm")
    resolution = eco.parse_resolution(document)
    assert [paragraph.text for paragraph in resolution.paragraphs] == [
        "Recalling the Council’s work,",
        "Requests UNDP to report.",
    ]


def test_a_page_without_a_resolution_is_none() -> None:
    document = read_bytes(b"<html><body><h1>404</h1><p>The page was not found.</p></body></html>", "page.html")
    with pytest.raises(NotAResolutionError):
        parse_resolutions(document)


def test_a_page_without_text_is_said_to_be_one() -> None:
    with pytest.raises(UnreadableDocumentError, match="without text"):
        read_bytes(b"<html><head><script>load()</script></head><body></body></html>", "page.html")


# numbers of lists, notes and their marks

HEAD = "<html><body><h1>81/902. Lakes</h1><p>The General Assembly,</p>"
NOTED = {
    "as footnote plugins write them": (
        '<p>Recalling its report,<sup id="r1"><a href="#f1">1</a></sup></p><ol><li>Requests a report.</li></ol>'
        '<section class="footnotes"><ol><li id="f1"><p>See A/79/55. <a href="#r1">↩</a></p></li></ol></section>'
    ),
    "as Word saves them": (
        '<p>Recalling its report,<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><p>1. Requests a report.</p>'
        '<hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> See A/79/55.</p></div>'
    ),
    "raised figures alone": (
        "<p>Recalling its report,<sup>1</sup></p><p>1. Requests a report.</p><hr><p><sup>1</sup> See A/79/55.</p>"
    ),
    "a list and raised figures": (
        "<p>Recalling its report,<sup>1</sup></p><ol><li>Requests a report.</ol><p><sup>1</sup>See A/79/55.</p>"
    ),
}


@pytest.mark.parametrize("body", NOTED.values(), ids=NOTED)
def test_notes_and_their_marks_are_stated(body: str) -> None:
    resolution = eco.parse_resolution(read_bytes((HEAD + body).encode(), "page.html"))
    assert [(found.id, found.text) for found in resolution.paragraphs] == [
        ("title", "Lakes"),
        ("P1", "Recalling its report,"),
        ("1", "Requests a report."),
    ]
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [("1", "See A/79/55.", "P1")]


LISTED = {
    "<ol><li>Requests: <ol type=a><li>a report;<li>a study;</ol><li>Decides.</ol>": ["1", "1.a", "1.b", "2"],
    "<ol start=4><li>Requests;<li value=7>Decides.</ol>": ["4", "7"],
    "<ol><li>Requests;</ol><p>Training</p><ol start=2><li>Decides.</ol>": ["1", "2"],
    "<ol style='list-style: none'><li>1. Requests;<li>2. Decides.</ol>": ["1", "2"],
    "<ol><li>1. Requests;<li>2. Decides.</ol>": ["1", "2"],
    "<ol><li><p>Requests:</p><ol style='list-style: lower-roman'><li>a report;</ol><li>Go on.</ol>": ["1", "1.a", "2"],
    "<ol><li>Requests:<ul><li>a report;<li>a study;</ul><li>Decides.</ol>": ["1", "1.a", "1.b", "2"],
}  # fmt: skip


@pytest.mark.parametrize(("body", "ids"), LISTED.items(), ids=list(LISTED))
def test_numbers_that_a_browser_counts(body: str, ids: list[str]) -> None:
    resolution = eco.parse_resolution(read_bytes((HEAD + "<p>Recalling it,</p>" + body).encode(), "page.html"))
    assert [found.id for found in resolution.paragraphs if found.part == "operative"] == ids


@pytest.mark.parametrize("power", ["an area of 5 km<sup>2</sup> of lakes", "10<sup>3</sup> lamps"])
def test_a_power_is_no_mark(power: str) -> None:
    document = read_bytes(f"{HEAD}<p>1. Requests {power}.</p>".encode(), "page.html")
    assert [mark for mark in document.marks if mark.role in ("mark", "note")] == []


# Markdown is read as the page that it stands for

MARKDOWN = """# 81/902. Lakes

*The General Assembly*,

*Recalling* its [resolution](https://undocs.org/A/RES/79/811) 79/811,[^x]

1. **Requests** a report;

3\\. *Decides*:

    (a) To go on;

[^x]: See A/79/55.
"""


def test_markdown_is_read_without_its_markup() -> None:
    document = read_bytes(MARKDOWN.encode(), "draft.txt")
    resolution = eco.parse_resolution(document)
    assert document.format == "md"
    assert [(found.id, found.text) for found in resolution.paragraphs] == [
        ("title", "Lakes"),
        ("P1", "Recalling its resolution 79/811,"),
        ("1", "Requests a report;"),
        ("3", "Decides:"),
        ("3.a", "To go on;"),
    ]
    assert [(note.text, note.paragraph) for note in resolution.footnotes] == [("See A/79/55.", "P1")]


@pytest.mark.parametrize(
    "text", ["The General Assembly,\n\n1. Requests *them* to go on.", "* The draft was revised.\n* X"]
)
def test_text_with_a_few_signs_is_no_markdown(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").format == "txt"
