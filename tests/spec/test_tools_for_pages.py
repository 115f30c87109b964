"""One printed resolution, made into text by the tools at hand: whatever they leave out, the paragraphs are the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest
import weasyprint

from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_bytes

RECITALS = [
    f"Recalling the plan for lake {number}, which the States that keep the lakes and the rivers of the plains – and "
    f"all who live there – agreed upon for the years {2010 + number}–{2020 + number}, and the work of those who "
    "carried it out,"
    for number in range(1, 16)
]
REQUESTS = [
    f"Decides to consider the work on lake {number} and on the rivers of the mountains and of the plains again, with "
    "all of those who live on them, at one of its next sessions;"
    for number in range(1, 16)
]
SHEET = """
@page {size: 210mm 297mm; margin: 30mm 22mm 30mm 40mm; @top-left {content: 'A/RES/81/905'}
  @top-right {content: 'Protection of the lakes and the rivers'}
  @bottom-left {content: counter(page) '/' counter(pages)} @bottom-right {content: '26-24971'}}
@page :first {@top-left {content: none} @top-right {content: none} @bottom-left {content: none}}
body {font: 11pt/1.4 'Noto Serif CJK SC'} p {margin: 4pt 0}"""
OPTIONS = {
    "as it is": [],
    "without page breaks": ["-nopgbrk"],
    "as printed": ["-layout"],
    "as printed, without page breaks": ["-layout", "-nopgbrk"],
    "in the order of the file": ["-raw", "-nopgbrk"],
    "in Latin-1": ["-enc", "Latin1"],
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("printed") / "A.pdf"
    numbered = [f"{number}. {words}" for number, words in enumerate(REQUESTS, 1)]
    head = ["A/RES/81/905", "81/905. Protection of the lakes and the rivers", "The General Assembly,"]
    body = "".join(f"<p>{words}</p>" for words in [*head, *RECITALS, *numbered])
    weasyprint.HTML(string=f'<html lang="en"><style>{SHEET}</style>{body}</html>').write_pdf(path)
    return path


def words(data: bytes) -> list[str]:
    paragraphs = parse_resolution(read_bytes(data, "A.txt")).paragraphs
    return ["".join(p.text.split()) for p in paragraphs if p.part in ("preamble", "operative")]


EXPECTED = ["".join(text.split()) for text in (*RECITALS, *REQUESTS)]


@pytest.mark.program("pdftotext")
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_text_made_by_poppler(options: list[str], printed: Path) -> None:
    command = ["pdftotext", *options, str(printed), "-"]
    assert words(subprocess.run(command, check=True, capture_output=True).stdout) == EXPECTED


def test_text_copied_from_pdfium(printed: Path) -> None:
    document = pypdfium2.PdfDocument(printed)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert words("\r\n".join(pages).encode()) == EXPECTED
