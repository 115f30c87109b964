"""The same document, whatever its format: the bundled resolution, set by real tools, gives the facts of its text."""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
import weasyprint
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph as WordParagraph

import ecoanalysis as eco
from ecoanalysis.contract import to_contract
from ecoanalysis.evaluate.against_xml.printed_documents import score_reading, total
from ecoanalysis.model.document import Document
from ecoanalysis.read import read_bytes, read_document

KINDS = ("paragraphs", "footnotes", "clauses", "agencies", "citations", "themes", "dates")
PRINTED = ("symbol", "organ", "session", "number", "title", "adopted_on", "meeting")
RESOLUTION = eco.parse_resolution(eco.sample())


# --- the facts of a document, offsets aside ---------------------------------------------------------------------------


def without_offsets(value: Any) -> Any:
    """Without the spaces, too, that stand around figures in Chinese print: where a line ends, none is printed."""
    if isinstance(value, str):
        return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", value)
    if isinstance(value, list):
        return [without_offsets(one) for one in value]
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if not key.endswith(("start", "end")) and key != "url"}
        return {key: without_offsets(one) for key, one in kept.items()}
    return value


def facts(document: Document) -> dict[str, Any]:
    """Its contract object without offsets, and where in its paragraph each footnote's mark stands."""
    resolution = eco.parse_resolution(document)
    found = to_contract(eco.extract_facts(resolution))
    kinds = {kind: without_offsets(found[kind]) for kind in KINDS}
    for paragraph in kinds["paragraphs"]:
        if paragraph["id"] == "closing":  # the XML files have the meeting before the date
            paragraph["text"] = sorted(paragraph["text"])
    kinds["resolution"] = {key: found["resolution"][key] for key in PRINTED}
    kinds["anchors"] = [(note.number, note.paragraph, note.position) for note in resolution.footnotes]
    return kinds


EXPECTED = facts(eco.sample())


def differing(document: Document) -> dict[str, list[tuple[Any, Any]]]:
    """Kind by kind, the facts that the document has and the text has not, or the other way round."""
    found = facts(document)
    out = {}
    for kind, wanted in EXPECTED.items():
        got = found[kind]
        if got != wanted:
            pairs = zip(wanted, got, strict=False) if isinstance(wanted, list) else [(wanted, got)]
            out[kind] = [pair for pair in pairs if pair[0] != pair[1]][:3] or [(len(wanted), len(got))]
    return out


# --- the resolution set as a page -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Style:
    """How the page is set, and what of it is lost."""

    width: str = "210mm"
    font: str = "Noto Serif CJK SC"
    size: str = "11pt"
    mark: str = "counter(footnote)"
    call: str = "font-size: 7pt; vertical-align: super; line-height: 0"
    note: str = "font-size: 8.5pt"
    label: str = "font-size: 6pt; vertical-align: super"
    indent: str = "2em"
    numbers: bool = True
    calls: bool = True
    head: bool = True
    links: bool = False


def pieces(text: str, paragraph: str) -> Iterator[tuple[str, str]]:
    """The words of a paragraph, each with the footnote behind it ("" behind the last)."""
    at = 0
    for note in RESOLUTION.footnotes:
        if note.paragraph == paragraph and note.position is not None:
            yield text[at : note.position], note.text
            at = note.position
    yield text[at:], ""


def printed() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Id, number and pieces of everything that is printed, line by line."""
    yield "title", "", [(f"75/324. {RESOLUTION.title}", "")]
    yield "organ", "", [("大会，", "")]
    for paragraph in RESOLUTION.paragraphs:
        if paragraph.id == "closing":
            yield from (("closing", "", [(line, "")]) for line in paragraph.text.split(" "))
        elif paragraph.id != "title":
            yield paragraph.id, paragraph.number or "", list(pieces(paragraph.text, paragraph.id))


def css(style: Style) -> str:
    head = "@top-right {content: 'A/RES/75/324'}" if style.head else ""
    return f"""
        @page {{size: {style.width} 297mm; margin: 25mm; {head}
          @bottom-left {{content: counter(page) '/' counter(pages)}} @bottom-right {{content: '21-12345 (C)'}}
          @footnote {{border-top: 0.5pt solid}} }}
        body {{font: {style.size}/1.6 '{style.font}'}}
        p {{margin: 6pt 0; text-indent: {style.indent}}}
        .note {{float: footnote; {style.note}}}
        ::footnote-call {{content: {style.mark if style.calls else "''"}; {style.call}}}
        ::footnote-marker {{content: {style.mark} ' '; {style.label}}}"""


def page(style: Style) -> str:
    lines = []
    for _, number, words in printed():
        text = "".join(
            html.escape(word) + (f'<span class="note">{html.escape(note)}</span>' if note else "")
            for word, note in words
        )
        if style.links:
            text = text.replace("第70/1号决议", '<a href="https://undocs.org/A/RES/70/1">第70/1号决议</a>')
        lines.append(f"<p>{number + '. ' if number and style.numbers else ''}{text}</p>")
    return f'<html lang="zh"><style>{css(style)}</style>{"".join(lines)}</html>'


def pdf(style: Style) -> bytes:
    data: bytes = weasyprint.HTML(string=page(style)).write_pdf()
    return data


STYLES = {
    "as the United Nations print it": Style(),
    "narrow": Style(width="130mm"),
    "very narrow, in large type": Style(width="110mm", size="14pt"),
    "wide, in small type": Style(width="297mm", size="9pt", note="font-size: 7pt", call="font-size: 6pt"),
    "in another typeface": Style(font="Noto Sans CJK SC"),
    "in a typeface of one width": Style(font="Noto Sans Mono CJK SC", width="180mm"),
    "marks with a slash": Style(mark="counter(footnote) '/'"),
    "without indents": Style(indent="0"),
    "with a hanging number": Style(indent="-1em"),
    "without a running head": Style(head=False),
    "with links": Style(links=True),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_pdf_gives_the_same_facts(style: Style) -> None:
    document = read_bytes(pdf(style), "A.pdf")
    assert document.format == "pdf"
    assert differing(document) == {}


@pytest.mark.slow
def test_links_keep_their_page() -> None:
    document = read_bytes(pdf(Style(links=True)), "A.pdf")
    links = [mark for mark in document.marks if mark.role == "link"]
    assert {mark.value for mark in links} == {"https://undocs.org/A/RES/70/1"}
    assert {document.raw[mark.start : mark.end] for mark in links} >= {"第70/1号决议"}
    assert all(document.raw.count("\f", 0, mark.start) > 0 for mark in links)  # none stands on the first page


# What is lost, and how the reader says so where the facts are not the same.
DAMAGE = {
    "the marks in the text": (Style(calls=False), {"footnote-mark-lost"}),
    "the paragraphs' numbers": (Style(numbers=False), {"number-lost"}),
    "the size of the notes": (Style(note="font-size: 11pt"), set()),
    "the place of the marks": (Style(call="font-size: 11pt; vertical-align: baseline"), set()),
    "size and place of marks and notes": (
        Style(call="font-size: 11pt; vertical-align: baseline", note="font-size: 11pt", label="font-size: 11pt"),
        set(),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("style", "codes"), DAMAGE.values(), ids=DAMAGE)
def test_what_a_pdf_has_lost_is_said(style: Style, codes: set[str]) -> None:
    document = read_bytes(pdf(style), "A.pdf")
    said = {found.code for found in eco.parse_resolution(document).diagnostics}
    assert codes <= said
    if not codes:
        assert differing(document) == {}


# --- the resolution set in Word ---------------------------------------------------------------------------------------


def word(*, automatic: bool = True, notes: str = "part", numbers: bool = True) -> bytes:
    """A Word file: paragraphs numbered by Word or by hand, notes in their part, typed at the end, or left out."""
    document = docx.Document()
    numbering = add_list(document) if automatic else ""
    collected: list[str] = []
    for _, number, words in printed():
        paragraph = document.add_paragraph()
        if number and numbers and automatic:
            paragraph._p.get_or_add_pPr().append(parse_xml(numbering))
        elif number and numbers:
            paragraph.add_run(f"{number}.\t")
        for text, note in words:
            paragraph.add_run(text)
            if note:
                collected.append(note)
                add_reference(paragraph, len(collected), notes)
    if notes == "part":
        add_notes(document, collected)
    elif notes == "typed":
        document.add_paragraph("_" * 18)
        for at, note in enumerate(collected, 1):
            document.add_paragraph(f"{at}\t{note}")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def add_list(document: Word) -> str:
    root = document.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{level}</w:abstractNum>')
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    return f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>'


def add_reference(paragraph: WordParagraph, number: int, notes: str) -> None:
    run = paragraph.add_run("" if notes == "part" else str(number))
    run.font.superscript = True
    if notes == "part":
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)


def add_notes(document: Word, notes: list[str]) -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    bodies = "".join(
        f'<w:footnote w:id="{at}"><w:p>{raised}<w:r><w:tab/><w:t>{html.escape(note)}</w:t></w:r></w:p></w:footnote>'
        for at, note in enumerate(notes, 1)
    )
    rule = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{rule}{bodies}</w:footnotes>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


WORDS = {
    "numbered by Word, notes in their part": {},
    "numbered by hand, notes in their part": {"automatic": False},
    "numbered by Word, notes typed": {"notes": "typed"},
    "numbered by hand, notes typed": {"automatic": False, "notes": "typed"},
}


@pytest.mark.parametrize("options", WORDS.values(), ids=WORDS)
def test_a_word_file_gives_the_same_facts(options: dict[str, Any]) -> None:
    document = read_bytes(word(**options), "A.docx")
    assert document.format == "docx"
    assert differing(document) == {}


@pytest.mark.parametrize(
    ("options", "codes"),
    [({"numbers": False}, {"number-lost"}), ({"notes": "lost"}, {"footnote-lost"})],
    ids=["numbers", "notes"],
)
def test_what_a_word_file_has_lost_is_said(options: dict[str, Any], codes: set[str]) -> None:
    document = read_bytes(word(**options), "A.docx")
    assert {found.code for found in eco.parse_resolution(document).diagnostics} >= codes


@pytest.mark.thorough
@pytest.mark.program("soffice")
@pytest.mark.parametrize("format", ["pdf", "odt", "rtf"])
@pytest.mark.parametrize("options", WORDS.values(), ids=WORDS)
def test_a_word_file_saved_otherwise_gives_the_same_facts(options: dict[str, Any], format: str, tmp_path: Path) -> None:
    source = tmp_path / "A.docx"
    source.write_bytes(word(**options))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", format, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    assert differing(read_document(tmp_path / f"A.{format}")) == {}


# --- the resolution in the United Nations' own XML --------------------------------------------------------------------


@pytest.mark.shared
def test_the_xml_file_gives_the_same_facts(shared: Path) -> None:
    assert differing(read_document(shared / "unxml" / "zh" / "A_RES_75_324.xml")) == {}


# --- twenty resolutions a language, as people hold them ---------------------------------------------------------------

PLAIN = {"symbol", "title", "organ", "preambular", "operative", "point", "heading", "closing", "text"}  # no annex
SCORED = ("paragraphs", "clauses", "addressees", "agencies", "citations", "footnotes")
LEAST = {"docx": 0.99, "text": 0.96, "wrapped": 0.9, "pdf": 0.75, "pdftotext": 0.85}
"""What each flavour's facts of every kind share with those of the XML at least (F1 over a language's documents)."""


@dataclass(frozen=True)
class Set:
    """A resolution as it is set: its printed lines, each as words and the notes called behind them, and the notes."""

    document: Document
    lines: list[list[tuple[str, str]]]
    notes: list[str]

    def text(self, width: int = 0) -> str:
        """As plain text: a paragraph a line or wrapped at a width, with its notes behind a rule."""
        lines = ["".join(words + note for words, note in line) for line in self.lines]
        notes = [f"{at} {note}" for at, note in enumerate(self.notes, 1)]
        if width:
            lines, notes = ([wrapped(line, width) for line in some] for some in (lines, notes))
        return "\n\n".join([*lines, *(["_" * 18, "\n".join(notes)] if notes else [])]) + "\n"

    def word(self) -> bytes:
        """As a Word file: numbers typed, notes in their part."""
        document = docx.Document()
        for line in self.lines:
            paragraph = document.add_paragraph()
            for words, note in line:
                paragraph.add_run(words)
                if note:
                    add_reference(paragraph, int(note), "part")
        add_notes(document, self.notes)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


def wrapped(line: str, width: int) -> str:
    """Wrapped at a width in columns: between words, and between Chinese characters, but for stops."""
    pieces = re.findall(r"[!-~]+ ?|[^\x00-\x7f](?:[，。；：、》）])*", line)
    out, room = "", width
    for piece in pieces:
        columns = sum(1 if char.isascii() else 2 for char in piece)
        if columns > room:
            out, room = out.rstrip() + "\n", width
        out, room = out + piece, room - columns
    return out


def as_set(document: Document) -> Set | None:
    """The lines that a document's marks state; None where they are of other kinds, or its notes are not in order."""
    blocks = [mark for mark in document.marks if mark.end > mark.start and mark.role not in ("link", "opening", "note")]
    notes = [document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "note"]
    marks = [mark for mark in document.marks if mark.role == "mark"]
    numbers = [str(number) for number in range(1, len(notes) + 1)]
    if {mark.role for mark in blocks} - PLAIN or [mark.value for mark in marks] != numbers or "\t" in document.raw:
        return None
    if not any(mark.role == "organ" and document.raw[mark.end - 1] in "，," for mark in blocks):
        return None  # the file has lost a part of the formula (76/1)
    lines = []
    for block in blocks:
        begin = document.raw.rfind("\n", 0, block.start) + 1
        cuts = [mark for mark in marks if block.start <= mark.start <= block.end]
        places = [begin, *(mark.start for mark in cuts), block.end]
        words = [document.raw[one:other] for one, other in pairwise(places)]
        lines.append(list(zip(words, [*(mark.value for mark in cuts), ""], strict=True)))
    return Set(document, lines, notes)


def scored(document: Document) -> dict[str, Counter[Any]]:
    """The facts of a document by kind, as the codebook scores them."""
    found = to_contract(eco.extract_facts(eco.parse_resolution(document)))
    bare = without_offsets(found)

    def key(*values: Any) -> tuple[str, ...]:
        return tuple("".join(str(value).split()).replace("‑", "-") for value in values)

    clauses = bare["clauses"]
    return {
        "paragraphs": Counter(key(one["id"], one["part"], one["text"]) for one in bare["paragraphs"]),
        "clauses": Counter(key(one["paragraph"], one["verb"], one["class"], one["band"]) for one in clauses),
        "addressees": Counter(
            key(one["paragraph"], party["surface"]) for one in clauses for party in one["addressees"]
        ),
        "agencies": Counter(key(one["paragraph"], one["surface"], one["agency"]) for one in bare["agencies"]),
        "citations": Counter(key(one["paragraph"], one["symbol"]) for one in bare["citations"] if one["symbol"]),
        "footnotes": Counter(key(one["number"], one["text"], one["paragraph"]) for one in bare["footnotes"]),
    }


def printed_by_tools(settings: list[Set], folder: Path) -> None:
    """Each resolution as a Word file and, by LibreOffice and poppler, as PDF and as the text of that."""
    for at, one in enumerate(settings):
        (folder / f"{at}.docx").write_bytes(one.word())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{at}.docx") for at in range(len(settings))]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for at in range(len(settings)):
        subprocess.run(["pdftotext", f"{at}.pdf", f"{at}.txt"], cwd=folder, check=True)


@pytest.mark.thorough
@pytest.mark.shared
@pytest.mark.program("soffice")
@pytest.mark.program("pdftotext")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_resolution_has_the_same_facts_in_every_flavour(language: str, shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "unxml" / language).glob("A_RES_7[67]_*.xml"))[::7]
    documents = (read_document(file) for file in files if file.stat().st_size < 60_000)
    settings = list(islice((one for one in map(as_set, documents) if one), 20))
    assert len(settings) == 20
    printed_by_tools(settings, tmp_path)
    shared_facts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for at, one in enumerate(settings):
        expected = scored(one.document)
        flavours = {
            "docx": (tmp_path / f"{at}.docx").read_bytes(),
            "text": one.text().encode(),
            "wrapped": one.text(80).encode(),
            "pdf": (tmp_path / f"{at}.pdf").read_bytes(),
            "pdftotext": (tmp_path / f"{at}.txt").read_bytes(),
        }
        for flavour, data in flavours.items():
            got = scored(read_bytes(data, f"{at}"))
            for kind in SCORED:
                shared_facts[flavour, kind][0] += 2 * (got[kind] & expected[kind]).total()
                shared_facts[flavour, kind][1] += got[kind].total() + expected[kind].total()
    reached = {key: same / max(total, 1) for key, (same, total) in shared_facts.items()}
    print("\n".join(f"{language} {flavour:9} {kind:10} {f1:.4f}" for (flavour, kind), f1 in reached.items()))
    short = {key: round(f1, 4) for key, f1 in reached.items() if f1 < LEAST[key[0]]}
    assert short == {}


# --- Chinese resolutions as the United Nations prints them ------------------------------------------------------------


def official(one: Set, *, ruled: bool) -> bytes:
    """A resolution with masthead, running heads that change sides, folios and codes; notes below a rule or without."""
    stated = {mark.role: one.document.raw[mark.start : mark.end] or mark.value for mark in one.document.marks}
    symbol, title = eco.parse_resolution(one.document).symbol or "", stated["title"].lstrip(". ")
    heads = (f"content: '{symbol}'", f"content: '{title}'")
    edges = "font-size: 8.5pt; white-space: nowrap; border-bottom: 0.5pt solid"
    sheet = f"""
        @page {{size: 210mm 297mm; margin: 26mm 22mm 30mm 40mm; @footnote {{border-top: {0.5 if ruled else 0}pt solid}}
          @bottom-left {{content: counter(page) '/' counter(pages)}} @bottom-right {{content: '22-12345 (C)'}} }}
        @page :left {{@top-left {{{heads[0]}; {edges}}} @top-right {{{heads[1]}; {edges}}} }}
        @page :right {{@top-left {{{heads[1]}; {edges}}} @top-right {{{heads[0]}; {edges}}} }}
        @page :first {{@top-left {{content: none}} @top-right {{content: none}} @bottom-left {{content: none}}
          @bottom-right {{content: '*2212345*'}} }}
        body {{font: 10.5pt/1.5 'Noto Serif CJK SC'}} p {{margin: 5pt 0; text-indent: 2em}} h1 {{font-size: 12pt}}
        .note {{float: footnote; font-size: 8.5pt; text-indent: 0}}
        .head {{display: flex; justify-content: space-between; border-bottom: 1pt solid}}
        ::footnote-call {{content: counter(footnote); font-size: 6.5pt; vertical-align: super; line-height: 0}}
        ::footnote-marker {{content: counter(footnote) '  '; font-size: 6pt; vertical-align: super}}"""
    first = next(at for at, line in enumerate(one.lines) if line[0][0].strip() == "大会，")
    body = "".join(
        "<p>" + "".join(html.escape(words) + called(note, one.notes) for words, note in line) + "</p>"
        for line in one.lines[first:]
    )
    masthead = (
        f"<div class=head><b>联合国</b><b>{symbol}</b></div><div class=head><b>大会</b><span>Distr.: General<br>"
        "15 December 2021</span></div><div>第七十六届会议<br>议程项目 12</div><h1>2021年12月15日大会决议</h1>"
        f"<p>[未经发交主要委员会而通过(A/76/L.12)]</p><h1>{symbol.partition('RES/')[2]}. {html.escape(title)}</h1>"
    )
    page = f'<html lang="zh"><style>{sheet}</style>{masthead}{body}</html>'
    data: bytes = weasyprint.HTML(string=page).write_pdf()
    return data


def called(note: str, notes: list[str]) -> str:
    return f"<span class=note>{html.escape(notes[int(note) - 1])}</span>" if note else ""


@pytest.mark.thorough
@pytest.mark.shared
@pytest.mark.program("pdftotext")
@pytest.mark.parametrize("ruled", [True, False], ids=["with a rule", "without a rule"])
def test_chinese_resolutions_in_the_official_layout(ruled: bool, shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "unxml" / "zh").glob("A_RES_7[567]_*.xml"))[::11]
    documents = (read_document(file) for file in files if file.stat().st_size < 60_000)
    settings = list(islice((one for one in map(as_set, documents) if one), 20))
    scores = []
    for one in settings:
        data = official(one, ruled=ruled)
        (tmp_path / "A.pdf").write_bytes(data)
        scores.append(score_reading(read_bytes(data, "A.pdf"), one.document, "pdf"))
        for flavour, options in (("plain", []), ("layout", ["-layout"])):
            command = ["pdftotext", "-enc", "UTF-8", *options, "A.pdf", "-"]
            text = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout
            scores.append(score_reading(read_bytes(text, "A.txt"), one.document, flavour))
    totals = {
        flavour: total([score for score in scores if score.flavour == flavour])
        for flavour in ("pdf", "plain", "layout")
    }
    print("\n".join(f"{flavour}: {sums}" for flavour, sums in totals.items()))
    assert (totals["pdf"].documents, totals["pdf"].silent) == (20, 0)
    least = {"pdf": 0.995, "layout": 0.9, "plain": 0.8}  # poppler's text has no rule, and may have no indents
    assert {flavour: sums.exact for flavour, sums in totals.items() if (sums.exact or 0) < least[flavour]} == {}
