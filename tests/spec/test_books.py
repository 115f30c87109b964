"""Books and pages that say what their parts are: asides that are notes, tables among paragraphs."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_bytes

CONTAINER = '<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>'
PACKAGE = (
    '<package><manifest><item id="a" href="a.xhtml"/><item id="n" href="n.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="n"/></spine></package>'
)
HEAD = "<p>81/905. Lakes</p><p>The General Assembly,</p>"


def page(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{body}</body></html>'


def book(text: str, notes: str = "") -> Resolution:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("O/c.opf", PACKAGE)
        archive.writestr("O/a.xhtml", page(text))
        archive.writestr("O/n.xhtml", page(notes or "<p></p>"))
    return parse_resolution(read_bytes(data.getvalue(), "A.epub"))


def body(call: str) -> str:
    """Paragraphs with the calls of two notes."""
    first, second = call.format(1), call.format(2)
    return (
        f"{HEAD}<p>Recalling the plan for the lakes,{first}</p><p>1. Requests a report{second} on the lakes;</p>"
        "<p>2. Decides to go on.</p>"
    )


CALLS = {
    "raised": '<sup><a href="{address}#n{number}" epub:type="noteref">{number}</a></sup>',
    "not raised": '<a href="{address}#n{number}" epub:type="noteref">{number}</a>',
    "in brackets": '<a href="{address}#n{number}" role="doc-noteref">[{number}]</a>',
}
ASIDES = {
    "an aside": '<aside epub:type="footnote" id="n{}"><p>{}. {}</p></aside>',
    "an aside that leads back": '<aside epub:type="footnote" id="n{}"><p><a href="#m">{}</a> {}</p></aside>',
    "a part": '<div role="doc-endnote" id="n{}"><p>[{}] {}</p></div>',
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("aside", ASIDES.values(), ids=ASIDES)
@pytest.mark.parametrize("apart", [False, True], ids=["on the page", "on a page of their own"])
def test_notes_of_a_book(call: str, aside: str, apart: bool) -> None:
    text = body(call.replace("{address}", "n.xhtml" if apart else "").replace("{number}", "{0}"))
    notes = aside.format(1, 1, "See A/79/55.") + aside.format(2, 2, "Resolution 79/811.")
    resolution = book(text, notes) if apart else book(text + notes)
    paragraphs = [p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")]
    assert paragraphs == ["Recalling the plan for the lakes,", "Requests a report on the lakes;", "Decides to go on."]
    read = [(note.number, note.text, note.paragraph) for note in resolution.footnotes]
    assert read == [("1", "See A/79/55.", "P1"), ("2", "Resolution 79/811.", "1")]
    assert [doubt.code for doubt in resolution.diagnostics if doubt.level != "info"] == []


def test_an_aside_that_is_no_note_is_left_out() -> None:
    resolution = book(f"{HEAD}<aside><p>Other lakes</p></aside><p>1. Decides to go on.</p>")
    assert [p.text for p in resolution.paragraphs] == ["Lakes", "Decides to go on."]


def table(*rows: tuple[str, ...]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


FIGURES = table(("Lake", "Depth"), ("Upper", "12"), ("Lower", "40"))
LAID_OUT = table(("1.", "Requests a report on the lakes of the mountains;"), ("2.", "Decides to go on with the work."))
HEADER = table(("United Nations", "A/RES/81/905"), ("General Assembly", "Distr.: General"))


@pytest.mark.parametrize("numbered", [False, True], ids=["printed numbers", "numbers that the page states"])
def test_cells_of_a_table_are_no_paragraphs_and_said(numbered: bool) -> None:
    items = ("Requests a report on the lakes;", "Decides to go on.")
    text = (
        f"<ol><li>{items[0]}</li></ol>{FIGURES}<ol start=2><li>{items[1]}</li></ol>"
        if numbered
        else f"<p>1. {items[0]}</p>{FIGURES}<p>2. {items[1]}</p>"
    )
    resolution = parse_resolution(read_bytes(page(f"{HEADER}{HEAD}{text}").encode(), "A.html"))
    assert [p.text for p in resolution.paragraphs if p.part == "operative"] == [*items]
    said = [(doubt.code, doubt.message.partition(": ")[2]) for doubt in resolution.diagnostics]
    assert said == [("table-left-out", "“Lake Depth Upper 12 Lower 40”")]
    assert resolution.symbol == "A/RES/81/905"


def test_a_table_that_sets_text_is_read() -> None:
    resolution = parse_resolution(read_bytes(page(f"{HEAD}{LAID_OUT}").encode(), "A.html"))
    assert [p.id for p in resolution.paragraphs if p.part == "operative"] == ["1", "2"]
    assert "table-left-out" not in {doubt.code for doubt in resolution.diagnostics}
