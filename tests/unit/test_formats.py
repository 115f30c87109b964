"""Other formats and encodings: OpenDocument, Rich Text, older encodings; what is refused, in one clear line."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

import ecoanalysis as eco
from ecoanalysis.corpus import _STATED
from ecoanalysis.errors import UnknownLanguageError, UnreadableDocumentError
from ecoanalysis.read import READERS, read_bytes
from ecoanalysis.read.walk import walk

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def level(at: int, format: str, after: str = ".", more: str = "") -> str:
    signs = f'style:num-format="{format}" style:num-suffix="{after}" {more}'
    return f'<text:list-level-style-number text:level="{at}" {signs}/>'


LEVELS = {
    "numbers": level(1, "1") + level(2, "a", ")") + level(3, "i", ")"),
    "headings": level(1, "I"),
    "chinese": level(1, "一, 二, 三, ...", "、"),
    "later": level(1, "1", more='text:start-value="40"'),
    "bullets": '<text:list-level-style-bullet text:level="1"/>',
}
STYLES = "".join(f'<text:list-style style:name="{name}">{levels}</text:list-style>' for name, levels in LEVELS.items())
RAISED = "".join(
    f'<style:style style:name="{name}" {below}><style:text-properties {place}/></style:style>'
    for name, below, place in (
        ("up", "", 'style:text-position="super 58%"'),
        ("moved", "", 'style:text-position="42% 100%"'),
        ("below", 'style:parent-style-name="up"', ""),
        ("down", "", 'style:text-position="-33% 80%"'),
    )
)


def odt(body: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = f"{STYLES}{RAISED}<office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{content}</office:document-content>")
    return out.getvalue()


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def items(style: str, *texts: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{text if text.startswith('<') else p(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


LISTS = [
    (items("numbers", "a", "b"), [("operative", "1", 0), ("operative", "2", 0)]),
    (items("numbers", "a") + items("numbers", "b"), [("operative", "1", 0), ("operative", "1", 0)]),
    (items("numbers", "a") + p("x") + items("numbers", "b", more='text:continue-numbering="true"'),
     [("operative", "1", 0), ("operative", "2", 0)]),
    (items("numbers", p("a") + items("numbers", "b", p("c") + items("numbers", "d"))),
     [("operative", "1", 0), ("point", "a", 1), ("point", "b", 1), ("point", "i", 2)]),
    (items("headings", "a", "b"), [("heading", "I", 0), ("heading", "II", 0)]),
    (items("chinese", "a", "b"), [("heading", "一", 0), ("heading", "二", 0)]),
    (items("later", "a", "b"), [("operative", "40", 0), ("operative", "41", 0)]),
    (items("bullets", "a"), [("point", "", 1)]),
    (items("nowhere", "a"), []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_lists_of_open_documents_are_counted(body: str, expected: list[tuple[str, str, int]]) -> None:
    marks = read_bytes(odt(body), "A.odt").marks
    kinds = ("operative", "point", "heading")
    assert [(mark.role, mark.value, mark.level) for mark in marks if mark.role in kinds] == expected


NOTE = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See A/79/55.</text:p></text:note-body></text:note>"  # noqa: E501
HEAD = p("81/902. Lakes") + p("The General Assembly,") + p(f"Recalling its report,{NOTE}")


def test_an_open_document_is_read_with_its_notes() -> None:
    body = HEAD + items("numbers", "Requests<text:s/>a report<text:tab/>on lamps;", "Decides to go on.")
    resolution = eco.parse_resolution(read_bytes(odt(body), "A.odt"))
    assert [(found.id, found.text) for found in resolution.paragraphs] == [
        ("title", "Lakes"),
        ("P1", "Recalling its report,"),
        ("1", "Requests a report on lamps;"),
        ("2", "Decides to go on."),
    ]
    assert [(note.number, note.text, note.paragraph) for note in resolution.footnotes] == [("1", "See A/79/55.", "P1")]


def test_what_an_open_document_does_not_print_is_not_read() -> None:
    body = "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>" + p(
        "here"
    )
    assert read_bytes(odt(body), "A.odt").raw == "here\n"


RTF = {
    "numbers as printed": (r"{\listtext 1.\tab}Requests a report;\par", "1. Requests a report;\n"),
    "characters of Unicode": (r"\u22823?\u20250?\uc0\u65292\par", "大会，\n"),
    "characters of an old encoding": (r"{\fonttbl{\f0\fcharset134 SimSun;}}\f0 \'b4\'f3\'bb\'e1\par", "大会\n"),
    "a note": (r"Recalling it,{\super\chftn{\*\footnote{\super\chftn} See \{A\}.\par On.}}\par 1. Asks.",
               "Recalling it,\n1. Asks.\nSee {A}. On.\n"),
    "a note that has no end": (r"Recalling it,{\footnote See", "Recalling it,\nSee\n"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "raw"), RTF.values(), ids=RTF)
def test_rich_text(body: str, raw: str) -> None:
    document = read_bytes((r"{\rtf1\ansi " + body + "}").encode("ascii"), "A.rtf")
    assert (document.format, document.raw) == ("rtf", raw)


def marks_of(data: bytes) -> list[tuple[str, str]]:
    """The raised numbers of the second line that are marks, and the notes."""
    document = read_bytes(data, "A")
    return [(mark.role, mark.value) for mark in document.marks if mark.role in ("mark", "note")]


MOVED = [
    ("the Plan{},", "1", [("mark", "1"), ("note", "1")]),
    ("the Plan{} of lakes;", "1", [("mark", "1"), ("note", "1")]),
    ("an area of 12 km{},", "2", [("note", "2")]),  # a power
]


@pytest.mark.parametrize(("text", "digits", "expected"), MOVED)
@pytest.mark.parametrize("style", ["up", "moved", "below"])
def test_raised_numbers_of_open_documents(text: str, digits: str, expected: list[tuple[str, str]], style: str) -> None:
    raised = f'<text:span text:style-name="{style}">{digits}</text:span>'
    assert marks_of(odt(p(f"Recalling {text.format(raised)}") + p(f"{raised} See A/79/55."))) == expected


def test_a_lowered_number_is_no_mark() -> None:
    lowered = '<text:span text:style-name="down">2</text:span>'
    assert marks_of(odt(p(f"Recalling what CO{lowered} does,"))) == []
    assert marks_of(rb"{\rtf1\ansi Recalling what CO{\sub 2} does,\par}") == []


@pytest.mark.parametrize(("text", "digits", "expected"), MOVED)
@pytest.mark.parametrize(
    "type",
    [
        r"{\super ",
        r"{\rtlch\fcs1 \af0 \ltrch\fcs0 \super\insrsid14 ",
        "{\\loch{\\*\\updnprop10000}\\up8\\fs19\\loch\n",
        r"{\up6 ",
    ],
)
def test_raised_numbers_of_rich_text(text: str, digits: str, expected: list[tuple[str, str]], type: str) -> None:
    raised = f"{type}{digits}}}"
    body = rf"Recalling {text.format(raised)}\par {raised} See A/79/55.\par"
    assert marks_of((r"{\rtf1\ansi " + body + "}").encode()) == expected


@pytest.mark.parametrize("type", [r"{\super\nosupersub ", r"{\up0 ", r"{\super about ", r"{\b "])
def test_what_is_not_raised_or_no_number_in_rich_text_is_no_mark(type: str) -> None:
    assert marks_of((r"{\rtf1\ansi Recalling the Plan " + type + r"1},\par}").encode()) == []


ENGLISH = "81/902. Lakes\n\nThe General Assembly,\n\n1. Requests “a report” — the Secretary-General’s — on the lakes.\n"
CHINESE = "81/902. 灯塔\n\n大会，\n\n回顾其第79/811号决议，\n\n1. 请秘书长提交关于灯塔的报告。\n"
FRENCH = "81/902. Lacs\n\nL’Assemblée générale,\n\n1. Prie le Secrétaire général de rendre compte de l’état des lacs.\n"
ENCODED = [
    *((text, encoding) for text in (ENGLISH, CHINESE, FRENCH) for encoding in ("utf-8", "utf-8-sig", "utf-16")),
    *((text, encoding) for text in (ENGLISH, CHINESE) for encoding in ("utf-16-le", "utf-16-be")),
    *((ENGLISH, "cp1252"), (FRENCH, "cp1252"), (CHINESE, "gb18030"), (CHINESE, "gbk")),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_encodings(text: str, encoding: str) -> None:
    document = read_bytes(text.encode(encoding), "A.txt")
    assert (document.format, document.raw) == ("txt", text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2018\xad2028, the lakes", "2018–2028, the lakes"),
        ("the lakes \xad all", "the lakes – all"),
        ("la\xadkes", None),
    ],
    ids=["between years", "between spaces", "a soft hyphen"],
)
def test_a_soft_hyphen_that_a_tool_wrote_for_a_dash_is_one(text: str, read: str | None) -> None:
    raw = f"{ENGLISH}2. Notes the caf\xe9, {text} of them.\n".replace("“", '"').replace("”", '"').replace("—", "-")
    document = read_bytes(raw.replace("’", "'").encode("latin-1"), "A.txt")
    assert f"{read or text} of them" in document.raw


TRADITIONAL = "大會，\n\n回顧其關於燈塔的決議，\n\n1. 請秘書長提交關於燈塔的報告，並決定繼續審議這個問題。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "utf-16", "gb18030"])
def test_traditional_chinese_is_refused_by_its_name(encoding: str) -> None:
    with pytest.raises(UnknownLanguageError, match=r"in Traditional Chinese"):
        read_bytes(TRADITIONAL.encode(encoding), "A.txt")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "shift_jis"])
def test_what_is_in_no_encoding_of_ours_is_refused(encoding: str) -> None:
    text = "Генеральная Ассамблея, ссылаясь на свою резолюцию," if encoding != "shift_jis" else "総会は、決議を想起し、"
    with pytest.raises(UnreadableDocumentError, match=r"^A"):
        read_bytes(text.encode(encoding), "A.txt")


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


def book(*pages: tuple[str, str]) -> bytes:
    """An EPUB with its pages in order, behind a cover without text and a table of contents."""
    named = [("nav.html", "<p>Contents"), ("cover.html", "<p>"), *pages]
    stated = ["properties='nav'", *[""] * (len(named) - 1)]
    items = "".join(f"<item id='{name}' href='{name}' {of}/>" for (name, _), of in zip(named, stated, strict=True))
    spine = "".join(f'<itemref idref="{name}"/>' for name, _ in named)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="B/book.opf"/></container>')
        archive.writestr("B/book.opf", f"<package>{items}{spine}</package>")
        for name, body in named:
            archive.writestr(f"B/{name}", f"<html><body>{body}</body></html>")
    return out.getvalue()


def test_a_book_is_read_page_by_page() -> None:
    pages = ("b.html", "<p>The General Assembly,<p>1. Notes it;"), ("a.html", "<p>2. Decides to go on.<sup>1</sup>")
    document = read_bytes(book(*pages), "A.epub")
    assert document.format == "epub"
    assert document.raw == "The General Assembly,\n\n1. Notes it;\n\n2. Decides to go on.1"
    assert [document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "mark"] == ["1"]


def test_utf_32_is_read() -> None:
    assert read_bytes("1. Decides to go on.".encode("utf-32"), "A.txt").raw == "1. Decides to go on."


REFUSED = {
    "an old Word file": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "save it as .docx"),
    "a spreadsheet": (zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet or slides"),
    "slides": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a spreadsheet or slides"),
    "a damaged OpenDocument": (odt(p("x"))[:-30], "damaged OpenDocument"),
    "an OpenDocument without a text": (odt("").replace(b"content.xml", b"content.xmm"), "without a text"),
    "LaTeX": (b"\\documentclass{article}\nRecalling it,\n", "LaTeX, which is not read"),
    "AsciiDoc": (b"= Lakes\n\nRecalling its resolution,footnote:[A/RES/1/1.]\n", "AsciiDoc, which is not read"),
    "a wiki": (b"Recalling its resolution,<ref>A/RES/1/1.</ref>\n", "MediaWiki's markup"),
    "Textile": (b"Recalling its resolution,[1]\n\nfn1. A/RES/1/1.\n", "Textile"),
    "troff": (b".PP\nRecalling its resolution,\n.PP\n1. Decides to go on.\n", "troff"),
    "DocBook": (b'<article xmlns="http://docbook.org/ns/docbook"><para>1. Notes.</para></article>', "DocBook"),
    "pages as XML": (b'<?xml version="1.0"?>\n<pdf2xml producer="poppler">', "XML of pdftohtml"),
    "a book without pages": (book(), "a book without text"),
    "a damaged book": (book(("a.html", "<p>1. Notes it."))[:-30], "a damaged book"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), "binary"),
}


@pytest.mark.parametrize(("data", "cause"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_says_what_to_do(data: bytes, cause: str, tmp_path: object) -> None:
    file = tmp_path / "A.bin"  # type: ignore[operator]
    file.write_bytes(data)
    errors = []
    for source in walk(file):
        try:
            raise source.error or UnreadableDocumentError(str(read_bytes(source.data, source.path)))
        except UnreadableDocumentError as error:
            errors.append(str(error))
    assert len(errors) == 1
    assert cause in errors[0]


def test_a_corpus_knows_which_formats_state_more() -> None:
    assert set(_STATED) == {reader.format for reader in READERS} - {"markup"}  # which is never read
