"""Changes that other files show or track: OpenDocument and Rich Text as an office program writes them, strokes that a
reader has set in a PDF."""

from __future__ import annotations

import ctypes
import subprocess
from contextlib import closing
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
import weasyprint
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from typer.testing import CliRunner

from ecoanalysis.cli import app
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.named_comparison import changes_note, compare_named
from ecoanalysis.parse import parse_resolution
from ecoanalysis.parse.left_out import tracked_changes
from ecoanalysis.read import read_bytes, read_document
from ecoanalysis.read.lines import Changes

Piece = tuple[str, str]
"""Words, and whether they stay (``""``), went (``del``) or came (``ins``)."""
SIGNED = f'{nsdecls("w")} w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def draft(*paragraphs: list[Piece], tracked: bool, style: str = "Normal") -> docx.document.Document:
    """A Word file; a paragraph all of whose words are changed in one way goes or comes with its end."""
    word = docx.Document()
    for line in ("81/905. Lakes and rivers", "The General Assembly,"):
        word.add_paragraph(line)
    for pieces in paragraphs:
        paragraph = word.add_paragraph(style=style)
        kinds = {kind for kind, _ in pieces}
        if tracked and len(kinds) == 1 and kinds != {""}:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:{kinds.pop()} {SIGNED}/></w:rPr>"))
        for kind, words in pieces:
            if tracked and kind:
                tag = "delText" if kind == "del" else "t"
                text = f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'
                paragraph._p.append(parse_xml(f"<w:{kind} {SIGNED}>{text}</w:{kind}>"))
            else:
                run = paragraph.add_run(words)
                run.font.strike, run.font.underline = kind == "del", kind == "ins"
    return word


def converted(word: docx.document.Document, format: str, folder: Path) -> Path:
    path = folder / "A.docx"
    word.save(str(path))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", format]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True)
    return folder / f"A.{format}"


def words(resolution: Resolution) -> dict[str, str]:
    return {p.id: p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")}


def both(path: Path) -> list[dict[str, str]]:
    sides: list[Changes] = ["accepted", "rejected"]
    return [words(parse_resolution(read_document(path, side))) for side in sides]


DRAFT = (
    [("", "1. "), ("del", "Requests"), ("ins", "Urges"), ("", " the States to report;")],
    [("", "2. Invites the States "), ("del", "of the plains "), ("", "to speak;")],
    [("del", "3. Calls upon all to swim;")],
    [("ins", "4. Welcomes the boats;")],
    [("", "5. Decides to consider all of this again.")],
)
ACCEPTED = {
    "1": "Urges the States to report;",
    "2": "Invites the States to speak;",
    "4": "Welcomes the boats;",
    "5": "Decides to consider all of this again.",
}
REJECTED = {
    "1": "Requests the States to report;",
    "2": "Invites the States of the plains to speak;",
    "3": "Calls upon all to swim;",
    "5": "Decides to consider all of this again.",
}


@pytest.mark.program("soffice")
@pytest.mark.parametrize("format", ["odt", "fodt", "rtf"])
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked changes", "set by hand"])
def test_changes_that_an_office_program_saves(format: str, tracked: bool, tmp_path: Path) -> None:
    path = converted(draft(*DRAFT, tracked=tracked), format, tmp_path)
    assert both(path) == both(tmp_path / "A.docx") == [ACCEPTED, REJECTED]
    codes = {doubt.code for doubt in parse_resolution(read_document(path)).diagnostics}
    assert ("struck-out" in codes) is not tracked
    assert compare_named(str(path)).links[0].types == ("reworded", "strengthened")
    assert not changes_note(str(path), str(path), "rejected")


@pytest.mark.program("soffice")
@pytest.mark.parametrize("format", ["odt", "fodt"])
def test_a_list_counts_the_paragraphs_that_are_read(format: str, tmp_path: Path) -> None:
    items = (
        [("", "Requests a report;")],
        [("del", "Calls upon all to swim;")],
        [("", "Invites the States to speak;")],
        [("ins", "Welcomes the boats;")],
        [("", "Decides to go on.")],
    )
    path = converted(draft(*items, tracked=True, style="List Number"), format, tmp_path)
    stays = {"1": "Requests a report;"}
    assert both(path) == [
        stays | {"2": "Invites the States to speak;", "3": "Welcomes the boats;", "4": "Decides to go on."},
        stays | {"2": "Calls upon all to swim;", "3": "Invites the States to speak;", "4": "Decides to go on."},
    ]


@pytest.mark.program("soffice")
@pytest.mark.parametrize("format", ["odt", "rtf"])
def test_a_file_without_changes_has_none(format: str, tmp_path: Path) -> None:
    path = converted(draft([("", "1. Requests "), ("ins", "a report"), ("", ".")], tracked=False), format, tmp_path)
    resolution = parse_resolution(read_document(path))
    assert words(resolution) == {"1": "Requests a report."}
    assert not resolution.marks
    assert not resolution.diagnostics
    assert changes_note(str(path), str(path), "rejected")


RICH = [
    (r"{\strike Requests}{\ul Urges} a report.", "Urges a report.", "Requests a report."),
    (r"\strike Requests\strike0\ul  Urges\ulnone  a report.", "Urges a report.", "Requests a report."),
    (r"\strike Requests\plain  Urges a report.", "Urges a report.", "Requests Urges a report."),
    (r"{\deleted\strike Requests}{\revised Urges} a report.", "Urges a report.", "Requests a report."),
    (r"{\revised Urges {\deleted strongly}} a report{\deleted  soon}.", "Urges a report.", "a report soon."),
    (r"Requests {\deleted \'e9t\'e9 }\'e9t\'e9.", "Requests été.", "Requests été été."),
    (r"Requests {\deleted \u22823?\u20250?}a report.", "Requests a report.", "Requests 大会a report."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "accepted", "rejected"), RICH)
def test_changes_of_rich_text(body: str, accepted: str, rejected: str) -> None:
    data = (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Sans;}}{\*\revtbl {Unknown;}{A;}} " + body + r"\par}").encode()
    sides: list[Changes] = ["accepted", "rejected"]
    for side, expected in zip(sides, (accepted, rejected), strict=True):
        document = read_bytes(data, "A.rtf", side)
        left = [mark for mark in document.marks if mark.role in ("struck", "put_in") and mark.value == "left out"]
        read = "".join(
            char for place, char in enumerate(document.raw) if not any(m.start <= place < m.end for m in left)
        )
        assert " ".join(read.split()) == expected


def test_a_note_that_is_deleted_goes_and_the_number_of_a_paragraph_that_is() -> None:
    note = r"{\super\chftn{\footnote\pard\plain {\super\chftn} See A/79/55.}}"
    label = r"{\listtext\pard\plain 2.\tab}"
    body = rf"1. Asks{{\deleted {note}}} all;\par {label}{{\deleted Invites all;}}\par 3. Ends.\par"
    data = rf"{{\rtf1\ansi {body}}}".encode()
    assert read_bytes(data, "A.rtf").raw == "1. Asks all;\n3. Ends.\n"
    assert read_bytes(data, "A.rtf", "rejected").raw == "1. Asks all;\n2. Invites all;\n3. Ends.\nSee A/79/55.\n"


BODY = """<style>@page {size: 150mm 200mm; margin: 25mm} body {font: 11pt/1.5 'Noto Serif CJK SC'}</style>
<p>81/905. Lakes and rivers<p>The General Assembly,<p>1. Requests the States of the plains to report on all of
their lakes, on the rivers that feed them and on the boats that cross them;<p>2. Decides to go on."""
WHOLE = "Requests the States of the plains to report on all of their lakes, on the rivers that feed them and on the boats that cross them;"  # noqa: E501


def annotated(phrase: str, kind: int, contents: str = "") -> bytes:
    """A PDF in which a reader has marked a phrase, each of its lines with corners as PDF viewers set them."""
    with closing(pdfium.PdfDocument(weasyprint.HTML(string=BODY).write_pdf())) as document:
        page = document[0]
        with closing(page.get_textpage()) as text:
            index, count = text.search(phrase).get_next()
            boxes = [text.get_rect(place) for place in range(text.count_rects(index, count))]
        annotation = raw.FPDFPage_CreateAnnot(page, kind)
        words = ctypes.create_string_buffer(contents.encode("utf-16-le") + b"\0\0")
        raw.FPDFAnnot_SetStringValue(annotation, b"Contents", ctypes.cast(words, ctypes.POINTER(ctypes.c_ushort)))
        for left, bottom, right, top in boxes if kind != raw.FPDF_ANNOT_STAMP else ():
            corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            assert raw.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(corners))
        raw.FPDFPage_CloseAnnot(annotation)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "phrase",
    ["of the plains ", "on all of their lakes, on the rivers that feed them ", "Requests "],
    ids=["within a line", "over the end of a line", "the verb"],
)
def test_strokes_set_in_a_viewer_strike_out(phrase: str) -> None:
    data = annotated(phrase, raw.FPDF_ANNOT_STRIKEOUT)
    accepted, rejected = (parse_resolution(read_bytes(data, "A.pdf", side)) for side in ("accepted", "rejected"))
    assert words(accepted)["1"] == " ".join(WHOLE.replace(phrase, "").split())
    assert words(rejected)["1"] == WHOLE
    assert "struck-out" in {doubt.code for doubt in accepted.diagnostics}
    assert [mark.text for mark in accepted.marks] == [phrase.strip()]


@pytest.mark.parametrize("kind", [raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY])
def test_other_marks_of_a_viewer_strike_nothing_out(kind: int) -> None:
    resolution = parse_resolution(read_bytes(annotated("of the plains ", kind), "A.pdf"))
    assert words(resolution)["1"] == WHOLE
    assert not resolution.marks


@pytest.mark.parametrize(
    ("contents", "said"),
    [("large 湖泊", ["1 insertion beside the text, not read: “large 湖泊”"]), ("", [])],
)
def test_words_that_a_caret_proposes_are_said_and_not_read(contents: str, said: list[str]) -> None:
    data = annotated("lakes", raw.FPDF_ANNOT_STAMP, contents).replace(b"/Stamp", b"/Caret")  # PDFium makes no carets
    resolution = parse_resolution(read_bytes(data, "A.pdf"))
    assert words(resolution)["1"] == WHOLE
    assert [doubt.message for doubt in resolution.diagnostics if doubt.code == "insertion-not-read"] == said


ONE = [("", "1. Requests the States of the plains to report on "), ("del", "all "), ("", "lakes."), ("ins", " Ends.")]
BOTH = "1 deletion {}, 1 insertion {}; the other side: --changes {}"


@pytest.mark.program("soffice")
@pytest.mark.parametrize("format", ["docx", "odt", "fodt", "rtf"])
@pytest.mark.parametrize(
    ("side", "fates"),
    [("accepted", ("left out", "read", "rejected")), ("rejected", ("read", "left out", "accepted"))],
)
def test_which_side_of_tracked_changes_is_read_is_said(
    format: str, side: Changes, fates: tuple[str, ...], tmp_path: Path
) -> None:
    word = draft(ONE, tracked=True)
    path = tmp_path / "A.docx"
    word.save(str(path))
    path = path if format == "docx" else converted(word, format, tmp_path)
    said = [doubt for doubt in parse_resolution(read_document(path, side)).diagnostics if doubt.level != "info"]
    assert [(doubt.code, doubt.message) for doubt in said] == [
        ("tracked-changes", f"2 tracked changes by A read as {side}: {BOTH.format(*fates)}")
    ]


AUTHORS = [
    (["Ana"], "1 tracked change by Ana"),
    (["Ana", "Ana"], "2 tracked changes by Ana"),
    (["Ana", "Bo", "Chi", "Dag", "Eva"], "5 tracked changes by Ana, Bo, Chi and 2 more"),
    ([""], "1 tracked change read"),
]


@pytest.mark.parametrize(("authors", "said"), AUTHORS)
def test_whose_tracked_changes_are_read_is_said(authors: list[str], said: str) -> None:
    marks = tuple(Mark("tracked", 0, 0, f"insertion\tread\t{author}") for author in authors)
    assert next(tracked_changes(Document("", "", "", "docx", "en", marks))).message.startswith(said)


def test_a_status_says_which_side_of_tracked_changes_was_read(tmp_path: Path) -> None:
    draft(ONE, tracked=True).save(str(tmp_path / "A.docx"))
    for side in ("accepted", "rejected"):
        run = CliRunner().invoke(app, ["status", "--corpus", str(tmp_path), "--changes", side])
        assert f"A.docx: warning tracked-changes: 2 tracked changes by A read as {side}" in run.output
    draft([("", "1. Decides to go on.")], tracked=True).save(str(tmp_path / "A.docx"))
    assert "tracked" not in CliRunner().invoke(app, ["status", "--corpus", str(tmp_path)]).output
