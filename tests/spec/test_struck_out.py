"""A draft printed with its changes: which words are read, which are marks, and what is no change."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import docx
import pytest
import weasyprint
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ecoanalysis.model.resolution import Resolution
from ecoanalysis.named_comparison import changes_note, compare_named
from ecoanalysis.parse import ledger, parse_resolution
from ecoanalysis.read import read_bytes, read_document
from ecoanalysis.read.lines import Changes

HEAD = "<p>81/905. Lakes and rivers<p>The General Assembly,"
CSS = """@page {size: 150mm 200mm; margin: 25mm; @bottom-left {content: counter(page)}
  @footnote {border-top: 0.5pt solid}} body {font: 11pt/1.5 'Noto Serif CJK SC'} p {text-indent: 2em}
.note {float: footnote; font-size: 8pt; text-indent: 0} ins {text-decoration: underline} td {border: 0.5pt solid}"""


@cache
def pdf(body: str) -> bytes:
    data: bytes = weasyprint.HTML(string=f"<style>{CSS}</style>{HEAD}{body}").write_pdf()
    return data


def read(body: str, changes: Changes = "accepted") -> Resolution:
    return parse_resolution(read_bytes(pdf(body), "A.pdf", changes))


def words(resolution: Resolution) -> dict[str, str]:
    return {p.id: p.text for p in resolution.paragraphs if p.part in ("preamble", "operative")}


GOES_ON = "<p>9. Decides to consider all of this again."
CASES = [
    pytest.param(
        "<p>1. <del>Requests</del> <ins>Urges</ins> a report;",
        {"1": "Urges a report;"},
        {"1": "Requests a report;"},
        id="one word for another",
    ),
    pytest.param(
        "<p>1. <del>Requests</del><ins>Urges</ins> a report;",
        {"1": "Urges a report;"},
        {"1": "Requests a report;"},
        id="no space between the two",
    ),
    pytest.param(
        "<p>1. Requests a report <del>every year</del>;",
        {"1": "Requests a report;"},
        {"1": "Requests a report every year;"},
        id="before a sign",
    ),
    pytest.param(
        "<p>1. Requests the States of the plains <del>and of the mountains that stand behind them, which have no lake "
        "in any of their valleys,</del> to report;",
        {"1": "Requests the States of the plains to report;"},
        {
            "1": "Requests the States of the plains and of the mountains that stand behind them, which have no lake in "
            "any of their valleys, to report;"
        },
        id="over several lines",
    ),
    pytest.param(
        "<p>1. Requests a report;<p><del>2. Requests another one;</del>",
        {"1": "Requests a report;"},
        {"1": "Requests a report;", "2": "Requests another one;"},
        id="a whole paragraph",
    ),
]


@pytest.mark.parametrize(("body", "accepted", "rejected"), CASES)
def test_words_struck_out_are_left_out_or_those_underlined(
    body: str, accepted: dict[str, str], rejected: dict[str, str]
) -> None:
    end = {"9": "Decides to consider all of this again."}
    assert words(read(body + GOES_ON)) == accepted | end
    assert words(read(body + GOES_ON, "rejected")) == rejected | end


def test_both_are_marks_and_are_said() -> None:
    resolution = read(f"<p>1. <del>Requests</del> <ins>Urges</ins> a <del>yearly</del> report;{GOES_ON}")
    raw = resolution.document.raw
    marks = [(mark.kind, mark.paragraph, raw[mark.start : mark.end]) for mark in resolution.marks]
    assert marks == [("delete", "1", "Requests"), ("add", "1", "Urges"), ("delete", "1", "yearly")]
    said = [doubt.message for doubt in resolution.diagnostics if doubt.code == "struck-out"]
    assert said == ["2 passages struck out on the page, left out: “Requests”, “yearly”; 1 underlined, read"]
    left_out = "".join(raw[each.start : each.end] for each in ledger(resolution.document) if each.role == "draft mark")
    assert left_out.split() == ["Requests", "yearly"]


def test_a_note_may_be_changed_too() -> None:
    changed = f"<p>1. Recalls the plan;<span class=note>See <del>A/80/1</del> <ins>A/81/1</ins>.</span>{GOES_ON}"
    assert [note.text for note in read(changed).footnotes] == ["See A/81/1."]
    assert [note.text for note in read(changed, "rejected").footnotes] == ["See A/80/1."]


@pytest.mark.parametrize(("body", "accepted", "rejected"), CASES)
def test_a_web_page_shows_its_changes_too(body: str, accepted: dict[str, str], rejected: dict[str, str]) -> None:
    page = f"<html><body>{HEAD}{body}{GOES_ON}</body></html>".encode()
    end = {"9": "Decides to consider all of this again."}
    assert words(parse_resolution(read_bytes(page, "a.html"))) == accepted | end
    assert words(parse_resolution(read_bytes(page, "a.html", "rejected"))) == rejected | end


def test_a_web_page_that_underlines_alone_has_no_changes() -> None:
    page = f"<html><body>{HEAD}<p>1. <ins>Requests</ins> a report;{GOES_ON}</body></html>".encode()
    assert not parse_resolution(read_bytes(page, "a.html")).marks


NONE = {
    "words underlined alone": "<p>1. <u>Requests</u> a <u>yearly</u> report;",
    "a rule of notes": "<p>1. Requests a report;<span class=note>A/81/1.</span>",
    "the rules of a table": "<table><tr><td>Lakes<td>7<tr><td>Rivers<td>9</table><p>1. Requests a report;",
    "a rule across the page": "<hr><p>1. Requests a report;<hr>",
    "a rule across the page, close to its words": "<p>1. Requests a report;<hr style='margin: -0.7em 0 0'>",
    "a dash": "<p>1. Requests the States – all of them – to report;",
}


@pytest.mark.parametrize("body", NONE.values(), ids=NONE)
def test_what_is_drawn_on_a_page_and_strikes_nothing_out(body: str) -> None:
    resolution = read(body + GOES_ON)
    assert not resolution.marks
    assert "struck-out" not in {doubt.code for doubt in resolution.diagnostics}


def test_a_draft_alone_is_compared_with_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "A.pdf"
    path.write_bytes(pdf(f"<p>1. <del>Requests</del> <ins>Urges</ins> States to report;{GOES_ON}"))
    comparison = compare_named(str(path))
    assert [link.types for link in comparison.links] == [("reworded", "strengthened"), ("identical",)]
    assert not changes_note(str(path), str(path), "rejected")


@pytest.mark.program("soffice")
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked changes", "set by hand"])
def test_changes_that_an_office_program_prints(tracked: bool, tmp_path: Path) -> None:
    word = docx.Document()
    for line in ("81/905. Lakes and rivers", "The General Assembly,"):
        word.add_paragraph(line)
    changed = word.add_paragraph("1. ")
    for tag, text in (("del", "Requests"), ("ins", "Urges")):
        if tracked:
            words_of = f"<w:{'delText' if tag == 'del' else 't'}>{text}</w:{'delText' if tag == 'del' else 't'}>"
            change = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="A"><w:r>{words_of}</w:r></w:{tag}>'
            changed._p.append(parse_xml(change))
        else:
            run = changed.add_run(text)
            run.font.strike, run.font.underline = tag == "del", tag == "ins"
    changed.add_run(" the States to report;")
    word.add_paragraph("2. Decides to consider all of this again.")
    path = tmp_path / "A.docx"
    word.save(str(path))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True)
    sides: list[Changes] = ["accepted", "rejected"]
    read_as = [words(parse_resolution(read_document(tmp_path / "A.pdf", side)))["1"] for side in sides]
    assert read_as == ["Urges the States to report;", "Requests the States to report;"]
    assert [words(parse_resolution(read_document(path, side)))["1"] for side in sides] == read_as
