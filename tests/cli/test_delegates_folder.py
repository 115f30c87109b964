"""A delegate's folder as it is reads as what it is, file by file: an edition, a zero draft, an e-mail, an L. document."""

# ruff: noqa: E501
from __future__ import annotations

import os
import shutil
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import weasyprint
from rich.table import Table

from ecoanalysis.corpus import open_corpus, without_drafts
from ecoanalysis.named_comparison import compare_named
from ecoanalysis.status import report, status

RECITAL = "Recalling its resolution 79/1 of 22 September 2024 on the sharing of river water,"
EDITION = f"""<p>United Nations<br>A/RES/81/7</p><p>General Assembly</p><p>Eighty-first session<br>Agenda item 18 (a)</p>
<p>Resolution adopted by the General Assembly on 10 December 2026</p>
<p>[on the report of the Second Committee (A/81/400, para. 9)]</p><h1>81/7. Sharing of river water</h1>
<p><i>The General Assembly</i>,</p><p>{RECITAL}</p>
<p>1. <i>Requests</i> the Secretary-General to submit a report on the level of lakes;</p>
<p>2. <i>Urges</i> Member States to share what they know of floods;</p>
<p>3. <i>Decides</i> to consider the matter again at its eighty-third session.</p>
<p>50th plenary meeting<br>10 December 2026</p>"""
L_DOCUMENT = f"""<p>United Nations<br>A/C.2/83/L.4</p><p>General Assembly</p><p>Eighty-third session<br>Second Committee<br>Agenda item 18 (a)</p>
<p style="margin-left: 2cm">Chad, Fiji and Peru:* draft resolution</p><p style="margin-left: 2cm">Sharing of river water</p>
<p><i>The General Assembly</i>,</p><p>{RECITAL}</p>
<p>1. <i>Requests</i> the Secretary-General to submit a report on the level of lakes;</p>
<p>2. <i>Decides</i> to consider the matter again at its eighty-fifth session.</p>"""
ZERO_DRAFT = (
    "Sharing of river water",
    "Zero draft of 3 October",
    "The General Assembly,",
    f"PP1. {RECITAL}",
    "OP1. Requests [EU: add once more] the Secretary-General to submit a report on the level of lakes;",
    "OP2. Urges Member States to share [RUS: delete without delay] what they know of floods; (agreed ad ref)",
    "OP2 bis. [Mexico: Invites the World Meteorological Organization to help;]",
    "OP3. Decides to consider the matter again at its eighty-fifth session.",
)
MAIL = """Dear colleagues,

here is the language that we would like to see:

4. Invites the United Nations Development Programme to support the collection of data;

5. Encourages Governments to report each year.

Best wishes
Anna
"""


def _pdf(html: str, path: Path) -> None:
    weasyprint.HTML(string=f"<style>@page {{ size: A4 }} body {{ font: 11pt serif }}</style>{html}").write_pdf(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, its files made by the tools that make such files."""
    here = tmp_path_factory.mktemp("delegate")
    _pdf(EDITION, here / "last edition.pdf")
    _pdf(L_DOCUMENT, here / "L4.pdf")
    word = docx.Document()
    for line in ZERO_DRAFT:
        word.add_paragraph(line)
    word.save(str(here / "zero draft.docx"))
    mail = EmailMessage()
    mail["Subject"] = "our language"
    mail.set_content(MAIL)
    (here / "mail.txt").write_text(str(mail.get_content()), encoding="utf-8")
    return here


def test_each_file_reads_as_what_it_is(folder: Path) -> None:
    told = status(open_corpus(folder))
    assert told["set_aside"] == []
    rows = {
        Path(row["documents"][0]["path"]).name: (row["symbol"], row["status"], row["extent"], row["title"])
        for row in told["resolutions"]
    }
    assert rows == {
        "last edition.pdf": ("A/RES/81/7", "adopted", "whole", "Sharing of river water"),
        "L4.pdf": ("A/C.2/83/L.4", "draft", "whole", "Sharing of river water"),
        "zero draft.docx": (None, "draft", "whole", "Sharing of river water"),
        "mail.txt": (None, None, "fragment", None),
    }
    (table,) = (part for part in report(told).renderables if isinstance(part, Table))
    printed = "\n".join(str(cell) for cell in table.columns[0].cells)
    assert "zero draft.docx" in printed
    assert "mail.txt" in printed  # a row without a symbol names its file


def test_who_wants_what_is_kept_beside_the_words(folder: Path) -> None:
    corpus = open_corpus(folder)
    paragraphs = {
        row["paragraph"]: row["text"]
        for row in corpus.paragraphs.iter_rows(named=True)
        if row["document"] in set(corpus.marks["document"])
    }
    assert paragraphs["1"] == "Requests once more the Secretary-General to submit a report on the level of lakes;"
    assert paragraphs["2"] == "Urges Member States to share what they know of floods;"
    assert paragraphs["2~bis"].startswith("Invites the World Meteorological Organization")
    assert {"EU", "RUS", "Mexico"} <= set(corpus.marks["proposer"])
    sponsors = corpus.sponsors.select("name", "kind", "country").rows()
    assert sponsors == [("Chad", "state", "TCD"), ("Fiji", "state", "FJI"), ("Peru", "state", "PER")]


def test_a_site_of_the_folder_shows_the_edition_alone(folder: Path) -> None:
    kept, left_out = without_drafts(open_corpus(folder))
    assert kept.editions() == ["A/RES/81/7"]
    assert sorted(Path(path).name for path in left_out) == ["L4.pdf", "mail.txt", "zero draft.docx"]
    assert kept.sponsors.height == kept.marks.height == 0


def test_a_compared_draft_is_kept_in_no_cache(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("ECOANALYSIS_CACHE", str(tmp_path / "cache"))
    before = set(folder.rglob("*"))
    compare_named(str(folder / "last edition.pdf"), str(folder / "zero draft.docx"))
    assert set(folder.rglob("*")) == before
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"World Meteorological Organization to help" not in kept
    assert b"zero draft" not in kept


def test_drafts_of_a_folder_that_cannot_be_written_are_kept_nowhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever runs the tests may write everywhere: that the folder cannot be written is said of it."""
    drafts, caches = tmp_path / "drafts", tmp_path / "caches"
    shutil.copytree(folder, drafts, ignore=shutil.ignore_patterns(".*"))
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != drafts and allowed(path, mode))
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    before = set(drafts.rglob("*"))
    assert open_corpus(drafts).paragraphs.height > 0
    assert set(drafts.rglob("*")) == before
    assert not any(caches.rglob("*"))
    assert "cannot be written" in capsys.readouterr().err
