"""Damaged files: whatever a file holds, its reader gives a document that the parser reads, or one clear error."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import weasyprint

import ecoanalysis as eco
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.model.document import Document
from ecoanalysis.parse import parse_resolutions
from ecoanalysis.read import READERS, read_bytes

DATA = Path(__file__).resolve().parents[1] / "data"
FEW, MANY = 40, 1000
LINES = ["81/902. Lakes", "The General Assembly,", "Recalling its resolution 79/811,", "1. Requests a report:",
         "(a) On lamps;", "2. Decides to go on.", "15 December 2026"]  # fmt: skip
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBER = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
NOTES = '<w:footnote w:id="2"><w:p><w:r><w:t>See A/79/55.</w:t></w:r></w:p></w:footnote>'
CALL = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def archive(members: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def word() -> bytes:
    body = "".join(f"<w:p>{NUMBER if line[1] == '.' else ''}<w:r><w:t>{line}</w:t></w:r>{CALL}</w:p>" for line in LINES)
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{line}</w:t><w:br/></w:r></w:p></w:tc>" for line in LINES[:2])
    body += f"<w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>"
    return archive(
        {
            "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
            "word/numbering.xml": f"<w:numbering {WORD}>{NUMBERING}</w:numbering>",
            "word/footnotes.xml": f"<w:footnotes {WORD}>{NOTES}</w:footnotes>",
        }
    )


def open_document() -> bytes:
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>See.</text:p></text:note-body>"
    body = "".join(f"<text:p>{line}<text:note>{note}</text:note><text:line-break/></text:p>" for line in LINES[:3])
    body += "".join(
        f'<text:list text:style-name="L"><text:list-item><text:p>{line[3:]}</text:p></text:list-item></text:list>'
        for line in LINES[3:]
    )
    level = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    styles = f'<text:list-style style:name="L">{level}</text:list-style>'
    content = f"<office:all {OPEN}>{styles}<office:body><office:text>{body}</office:text></office:body></office:all>"
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def page() -> bytes:
    items = "".join(f"<li>{line[3:]}<sup><a href='#n'>1</a></sup></li>" for line in LINES[3:])
    body = "".join(f"<p>{line}<br></p>" for line in LINES[:3])
    return f"<html><body>{body}<ol start='1'>{items}</ol><p id='n'>1 See.</p></body></html>".encode()


def book() -> bytes:
    """Two pages, the body behind the table of contents."""
    rooted = '<rootfile full-path="a/book.opf" media-type="application/oebps-package+xml"/>'
    items = '<item id="n" href="nav.xhtml" properties="nav"/><item id="p" href="page%201.xhtml"/>'
    package = f"<package><manifest>{items}</manifest><spine><itemref idref='n'/><itemref idref='p'/></spine></package>"
    members: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "META-INF/container.xml": f"<c>{rooted}</c>"}
    return archive(members | {"a/book.opf": package, "a/nav.xhtml": b"<p>1</p>", "a/page 1.xhtml": page()})


def latex() -> bytes:
    return ("\\documentclass{article}\n" + "\n\n".join(LINES)).encode()


def printed() -> bytes:
    data: bytes = weasyprint.HTML(string=f"<body>{''.join(f'<p>{line}</p>' for line in LINES)}</body>").write_pdf()
    return data


def rich() -> bytes:
    body = "\\par ".join(line + r"{\footnote \chftn See A/79/55.}" for line in LINES)
    return (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}\u22823?\'e9 " + body + "}").encode("ascii")


def marked_down() -> bytes:
    return ("# " + "\n\n".join(f"{line}[^1]" for line in LINES) + "\n\n[^1]: *See* [x](https://x.org).\n").encode()


SEEDS: dict[str, Callable[[], bytes]] = {
    "pdf": printed,
    "docx": word,
    "odt": open_document,
    "rtf": rich,
    "epub": book,
    "markup": latex,
    "akn": lambda: (DATA / "akn_en.xml").read_bytes(),
    "html": page,
    "md": marked_down,
    "txt": lambda: "\n\n".join(
        [*LINES, "75/1. 灯塔", "大会，", "1. 请秘书长提交报告。", "_____", "1 见A/1。"]
    ).encode(),
}
TOKENS = (
    *(
        b"<",
        b">",
        b"&#0;",
        b"&#xD800;",
        b"\x00",
        b"\xed\xa0\x80",
        b"\xff\xfe",
        b"{",
        b"}",
        b"\\u-1?",
        b"\\'zz",
        b"%PDF",
    ),
    *(b"99999999999999999999", b"-1", b"\n\f\n", b"[^1]", "⼤\u200b\u202e\u0301".encode(), "ﬃ１".encode()),
)


@cache
def seed(format: str) -> bytes:
    return SEEDS[format]()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to eight changes: bits, cuts, copies, moves, signs that mean something to a format."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(out) + 1), chance.choice((1, 1, 2, 8, 64, 512))
        piece = bytes(out[at : at + length])
        change = chance.randrange(6)
        if change == 0 and piece:
            out[at] ^= 1 << chance.randrange(8)
        elif change == 1:
            del out[at : at + length]
        elif change == 2:
            out[at:at] = piece * chance.randint(1, 3)
        elif change == 3:
            del out[at : at + length]
            goal = chance.randrange(len(out) + 1)
            out[goal:goal] = piece
        elif change == 4:
            out[at:at] = chance.choice(TOKENS)
        elif chance.random() < 0.2:
            del out[at:]
    return bytes(out)


def damaged(format: str, number: int) -> bytes:
    """A damaged file of a format: of packed ones mostly what is packed, so that the damage reaches the reader."""
    return damaged_bytes(seed(format), random.Random(f"{format} {number}"))


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    if not data.startswith(b"PK") or chance.random() < 0.1:
        return mutated(data, chance)
    with zipfile.ZipFile(BytesIO(data)) as packed:
        members: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice([name for name in members if name != "mimetype"])
    content = members[name]
    assert isinstance(content, bytes)
    members[name] = mutated(content, chance)
    return archive(members)


def check(data: bytes) -> Document | None:
    """What holds of every file: one clear error, or text that can be written and spans that lie in it."""
    try:
        document = read_bytes(data, "file")
    except EcoanalysisError as refused:
        message = str(refused)
        assert "\n" not in message
        assert message.startswith("file: ")
        return None
    document.raw.encode()
    assert all(0 <= mark.start <= mark.end <= len(document.raw) for mark in document.marks)
    try:
        resolutions = parse_resolutions(document)
    except EcoanalysisError:
        return document
    for resolution in resolutions:
        for paragraph in resolution.paragraphs:
            assert len(paragraph.text) == len(paragraph.offsets)
            assert all(0 <= offset < len(document.raw) for offset in paragraph.offsets)
        eco.extract_facts(resolution)
    return document


def test_every_reader_is_tried() -> None:
    assert {reader.format for reader in READERS} == set(SEEDS)


@pytest.mark.parametrize("format", SEEDS)
def test_the_sound_file_is_read(format: str) -> None:
    document = check(seed(format))
    if format == "markup":  # refused by its name, sound or not
        assert document is None
        return
    assert document is not None
    assert document.format == format
    assert "Requests a report" in document.raw or format == "akn"


@pytest.mark.slow
@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("format", SEEDS)
def test_a_damaged_file_is_read_or_refused(format: str, times: int) -> None:
    for number in range(times):
        try:
            check(damaged(format, number))
        except Exception as fault:
            pytest.fail(f"damaged({format!r}, {number}): {type(fault).__name__}: {fault}")


REAL = ("wild/zh_soft_breaks.docx", "wild/en_draft_asterisk_note.pdf", "wild/zh_line_numbers_watermark.pdf",
        "unxml/zh/A_RES_75_324.xml", "unxml/en/A_RES_77_264_A-C.xml", "wild/en_page_with_three_resolutions.txt",
        "wild/en_markdown.md", "pdf/en/A_RES_78_36.pdf")  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("name", REAL)
def test_a_damaged_real_file_is_read_or_refused(name: str, shared: Path) -> None:
    data = (shared / name).read_bytes()
    for number in range(MANY // 10):
        try:
            check(damaged_bytes(data, random.Random(f"{name} {number}")))
        except Exception as fault:
            pytest.fail(f"{name}, {number}: {type(fault).__name__}: {fault}")


# What once ended a reader with a traceback.
CRASHES = {
    "an error of several lines": b"<akomaNtoso><p a='&#0;'>x</p></akomaNtoso>",
    "a note of nothing but its number": b"<html><p>x<sup><a href='#n'>1</a></sup></p><p id='n'>1 </p>",
}


@pytest.mark.parametrize("data", CRASHES.values(), ids=CRASHES)
def test_what_once_ended_a_reader(data: bytes) -> None:
    check(data)
