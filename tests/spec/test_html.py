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
