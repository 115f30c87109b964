"""A comparison written into the old Word file: rejecting gives the old text, accepting the new one."""

# ruff: noqa: E501
from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import ecoanalysis as eco
from ecoanalysis.export.tracked import AUTHOR, settled, signed_note, write_tracked
from ecoanalysis.export.word import FOOTNOTES, WordFile, w
from ecoanalysis.read import docx, read_bytes

SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"), ("footnotes", "footnotes"))
    )
    + "</Types>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, number: bool = False) -> str:
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def mark(id: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def file(*blocks: str, notes: dict[int, str]) -> bytes:
    """A whole Word file, as a word processor opens it."""
    written = "".join(
        f'<w:footnote w:id="{id}">{p("<w:r><w:footnoteRef/></w:r>", r(text))}</w:footnote>'
        for id, text in notes.items()
    )
    root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    parts = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(("numbering", "footnotes"))
    )
    content = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(root),
        "word/_rels/document.xml.rels": RELATIONS.format(parts),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": f"<w:footnotes {SPACES}>{written}</w:footnotes>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return out.getvalue()


OLD = file(
    p(r("Clean water")),
    p(r("The General Assembly", "<w:i/>"), r(",")),
    p(r("Recalling", "<w:i/>"), r(" its resolution 60/1"), mark(2), r(" on water,")),
    p(r("Noting", "<w:i/>"), r(" the work of the Committee on Rivers,")),
    p(r("Requests", "<w:i/>"), r(" the Secretary-General to report on water and on rivers;"), number=True),
    p(r("Urges Member States to protect lakes, rivers and wells;"), number=True),
    p(r("Decides to remain seized of the matter."), number=True),
    table(("Lake", "10"), ("River", "20")),
    notes={2: " See A/60/1."},
)
NEW = file(
    p(r("Clean water")),
    p(r("The General Assembly", "<w:i/>"), r(",")),
    p(r("Recalling", "<w:i/>"), r(" its resolution 61/1"), mark(5), r(" on water,")),
    p(r("Requests", "<w:i/>"), r(" the Secretary-General to report on water;"), number=True),
    p(r("Invites Member States to protect lakes, rivers and wells"), mark(7), r(";"), number=True),
    p(r("Encourages the World Bank to finance wells;"), number=True),
    p(r("Decides to remain seized of the matter."), number=True),
    table(("Lake", "11"), ("River", "20")),
    notes={5: " See A/61/1.", 7: " Wells are shallow."},
)


def edition(data: bytes, changes: docx.Changes = "accepted") -> eco.Edition:
    return eco.to_edition(eco.extract_facts(eco.parse_resolution(read_bytes(data, "A.docx", changes))))


def tracked(old: bytes = OLD, new: bytes = NEW) -> bytes:
    return write_tracked(eco.compare_editions(edition(old), edition(new)), old, new)


def words(data: bytes) -> list[str]:
    """The paragraphs of a file, tables and notes with them."""
    opened = WordFile.of(data)
    used = [each.get(w("id")) for each in opened.body.iter(w("footnoteReference"))]
    roots = [opened.body, *(opened.notes()[id] for id in used)]
    return [
        "".join(each.text or "" for each in paragraph.iter(w("t"))) for root in roots for paragraph in root.iter(w("p"))
    ]


def test_rejecting_gives_the_old_text_and_accepting_the_new() -> None:
    both = tracked()
    assert words(settled(both, "rejected")) == words(OLD)
    assert words(settled(both, "accepted")) == words(NEW)
    assert words(both) not in (words(OLD), words(NEW))


@pytest.mark.parametrize(("changes", "expected"), [("accepted", NEW), ("rejected", OLD)])
def test_our_own_reader_reads_either_side_with_its_numbers(changes: docx.Changes, expected: bytes) -> None:
    there, wanted = edition(tracked(), changes), edition(expected)
    assert [(each.id, each.text) for each in there.paragraphs] == [(each.id, each.text) for each in wanted.paragraphs]


def test_what_stands_is_not_marked_and_keeps_its_look() -> None:
    both = WordFile.of(tracked())
    cut = ["".join(words.text for words in each.iter(w("delText"))) for each in both.body.iter(w("del"))]
    assert " and on rivers" in cut or "and on rivers" in {each.strip() for each in cut}
    assert {each.get(w("author")) for each in both.body.iter(w("ins"))} == {AUTHOR}
    italic = [run for run in both.body.iter(w("r")) if run.find(f"{w('rPr')}/{w('i')}") is not None]
    assert [run.findtext(w("t")) for run in italic][:2] == ["The General Assembly", "Recalling"]


def test_a_word_in_several_runs_is_the_same_word() -> None:
    """Word parts runs wherever somebody wrote on, and marks what it would spell otherwise."""
    whole, parted = (
        "Requests the Secretary-General to report on water;",
        ("Requests the Secre", "tary-Gen", "eral to report on water;"),
    )
    spelling = '<w:proofErr w:type="spellStart"/>'
    files = [
        file(p(r("The General Assembly,")), p(*runs, number=True), notes={})
        for runs in ([r(whole)], [r(parted[0]), spelling, *map(r, parted[1:])])
    ]
    for old, new in (files, files[::-1]):
        both = tracked(old, new)
        assert not hands(both)
        assert words(both) == words(old)


def test_two_equal_files_have_no_change() -> None:
    both = WordFile.of(tracked(OLD, OLD))
    assert not [*both.body.iter(w("ins"), w("del"))]


def test_a_note_where_the_old_file_has_none() -> None:
    bare = BytesIO()
    with zipfile.ZipFile(BytesIO(OLD)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            if name != FOOTNOTES:
                text = source.read(name).decode().replace(mark(2), "")
                target.writestr(name, text)
    both = tracked(bare.getvalue(), NEW)
    assert words(settled(both, "accepted")) == words(NEW)
    assert words(settled(both, "rejected")) == words(bare.getvalue())


def put(author: str, text: str) -> str:
    return f'<w:ins w:author="{author}" w:date="2026-11-12T10:00:00Z">{r(text)}</w:ins>'


def cut(author: str, text: str) -> str:
    return f'<w:del w:author="{author}">{r(text).replace("w:t", "w:delText")}</w:del>'


def whole(kind: str, author: str, text: str) -> str:
    """A paragraph that somebody puts in, or cuts, with its end."""
    properties = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:{kind} w:author="{author}"/></w:rPr>'
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{put(author, text) if kind == 'ins' else cut(author, text)}</w:p>"


DRAFT = file(
    p(r("Clean waters")),  # the draft goes out from another title than the edition has
    p(r("The General Assembly", "<w:i/>"), r(",")),
    p(r("Recalling", "<w:i/>"), r(" its resolution 60/1"), mark(2), r(" on water,")),
    p(r("Noting", "<w:i/>"), r(" the work"), cut("Chile", " of the work"), r(" of the Committee on Rivers,")),
    p(cut("US", "Requests"), put("US", "Invites"), r(" the Secretary-General to report on water"), cut("Chile", " and on rivers"), r(";"), number=True),
    p(r("Urges Member States to protect lakes"), put("Norway", ", ponds"), r(", rivers and wells;"), number=True),
    whole("ins", "Norway", "Encourages the World Bank to finance wells;"),
    whole("del", "US", "Decides to remain seized of the matter."),
    table(("Lake", "10"), ("River", "20")),
    notes={2: " See A/60/1."},
)  # fmt: skip


def hands(data: bytes) -> list[tuple[str, str, str]]:
    """The changes of words in a file: whether put in or cut, by whom, which."""
    changes = [each for each in WordFile.of(data).body.iter(w("ins"), w("del")) if each.getparent().tag != w("rPr")]
    return [
        (
            each.tag.rpartition("}")[2],
            each.get(w("author"), ""),
            "".join(text.text or "" for text in each.iter(w("t"), w("delText"))).strip(),
        )
        for each in changes
    ]


def test_each_change_is_signed_by_whoever_made_it_in_the_draft() -> None:
    both = tracked(OLD, DRAFT)
    assert words(settled(both, "rejected")) == words(OLD)
    assert words(settled(both, "accepted")) == words(settled(DRAFT, "accepted"))
    assert hands(both) == [
        ("del", AUTHOR, "water"),
        ("ins", AUTHOR, "waters"),
        ("del", "US", "Requests"),
        ("ins", "US", "Invites"),
        ("del", "Chile", "and on rivers"),
        ("ins", "Norway", ", ponds"),
        ("ins", "Norway", "Encourages the World Bank to finance wells;"),
        ("del", "US", "Decides to remain seized of the matter."),
    ]
    ends = [each for each in WordFile.of(both).body.iter(w("ins"), w("del")) if each.getparent().tag == w("rPr")]
    assert {each.get(w("author")) for each in ends} == {"Norway", "US"}
    dates = {each.get(w("date")) for each in WordFile.of(both).body.iter(w("ins")) if each.get(w("author")) == "Norway"}
    assert dates == {"2026-11-12T10:00:00Z"}
    assert signed_note(both) == (
        "note: of 8 changes written US 3, Norway 2, Chile 1 are their own; 2 are signed by the program, as ecoanalysis"
    )


def test_where_changes_are_rejected_the_program_signs() -> None:
    comparison = eco.compare_editions(edition(OLD), edition(DRAFT, "rejected"))
    both = write_tracked(comparison, OLD, DRAFT, "rejected")
    assert words(settled(both, "accepted")) == words(settled(DRAFT, "rejected"))
    assert {author for _, author, _ in hands(both)} == {AUTHOR}


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  opened = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(opened.CurrentController.Frame, command, "", 0, Array())
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = "MS Word 2007 XML"
  opened.storeToURL(ConvertToURL(target), how())
  opened.close(True)
End Sub
</script:module>"""


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("new", [NEW, DRAFT], ids=["edition", "draft"])
@pytest.mark.parametrize("command", ["Accept", "Reject"])
def test_libreoffice_accepts_and_rejects_it(command: str, new: bytes, tmp_path: Path) -> None:
    expected = settled(new, "accepted") if command == "Accept" else OLD
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    office = ["soffice", profile, "--headless", "--norestore"]
    subprocess.run([*office, "--terminate_after_init"], check=True, timeout=600, capture_output=True)
    (tmp_path / "profile" / "user" / "basic" / "Standard" / "Module1.xba").write_text(MACRO, encoding="utf-8")
    source, target = tmp_path / "both.docx", tmp_path / "settled.docx"
    source.write_bytes(tracked(OLD, new))
    macro = f'macro:///Standard.Module1.Settle("{source}","{target}",".uno:{command}AllTrackedChanges")'
    subprocess.run([*office, macro], check=True, timeout=600, capture_output=True)
    assert [text for text in words(target.read_bytes()) if text] == [text for text in words(expected) if text]
