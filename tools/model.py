"""The model resolution in other formats: ``python tools/model.py`` renews its text, ``… --to DIR`` writes all of them.

``… --reword LANGUAGE OLD NEW`` mends its words, and finds the places anew of what was read of them.

Its AKN4UN files in ``ecoanalysis/data/model/akn`` are the source. The text beside them is kept; PDF and Word files (one
of them with the tracked changes from the first edition to the next) and a negotiating text are made when needed.
"""

from __future__ import annotations

import argparse
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import Any

from ecoanalysis.corpus import model
from ecoanalysis.evaluate.against_readers.gold_offsets import locate
from ecoanalysis.evaluate.against_xml.wrapped_text import Style, render
from ecoanalysis.files import write_text
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.read import read_document

FIRST, NEXT = "A_RES_95_917", "A_RES_97_924"
GOLD = PACKAGE / "data" / "gold" / "model"
STYLE = Style(width=88, page=52, gaps=False, indent=2, digit_spaces=False, links=False, header=True)

_NUMBERED = ("preambular", "operative", "point")
_BLOCKS = (*_NUMBERED, "symbol", "title", "organ", "heading", "annex", "closing", "text")
_RULE = "_" * 18
_AUTHOR = "Dalmere"
_ALIKE = 0.5  # lines less alike are another line, not a changed one

# What delegations, invented as their States are, say of the next edition: paragraph, words, and the words with marks.
NEGOTIATION = {
    "en": (
        ("P5", "is of limited use", "is [of limited use] [Kestria: of no use]"),
        ("4", "Calls upon", "[Calls upon]"),
        ("6", "to publish the list,", "to publish the list, [Arvenia: add free of charge,]"),
        ("8", "upon request, ", "~~upon request,~~ "),
        ("9", "records of river ice", "[records of river ice] (Jorund, delete)"),
        ("12", "clarification;", "clarification; (agreed ad ref)"),
    ),
    "zh": (
        ("P5", "作用有限", "[作用有限][凯斯特里亚：毫无用处]"),
        ("4", "促请", "[促请]"),
        ("6", "出版该名录，", "出版该名录，[阿尔韦尼亚：添加免费提供，]"),
        ("8", "应请求", "~~应请求~~"),
        ("9", "河冰记录", "[河冰记录]（约伦德，删除）"),
        ("12", "的表格；", "的表格；（商定，待核准）"),
    ),
}
LABELS = {"en": ("PP{}. ", "OP{}. "), "zh": ("序言部分第{}段：", "执行部分第{}段：")}  # of preamble and operative part
NOTICE = {"en": "MODEL TEXT – not a document of the United Nations", "zh": "示范文本——并非联合国文件"}


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: what it is, its number, and its words, each with the number of the note called behind it."""

    role: str
    label: str
    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return "".join(words for words, _ in self.pieces)


def source(edition: str, language: str) -> Document:
    """Return an edition of the model resolution."""
    return read_document(model() / f"{edition}.{language}.xml")


def printed(document: Document) -> Iterator[Line]:
    """Yield what a document prints, line by line; its notes are not among the lines."""
    end = 0
    for block in (mark for mark in document.marks if mark.role in _BLOCKS and mark.end > mark.start):
        label = document.raw[end : block.start].strip()
        yield Line(block.role, label, tuple(_pieces(document, block)))
        end = block.end


def notes(document: Document) -> dict[str, str]:
    """Return the notes of a document by their numbers."""
    return {mark.value: document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "note"}


def _pieces(document: Document, block: Mark) -> Iterator[tuple[str, str]]:
    start = block.start
    for mark in (mark for mark in document.marks if mark.role == "mark" and block.start <= mark.start <= block.end):
        yield document.raw[start : mark.start], mark.value
        start = mark.start
    yield document.raw[start : block.end], ""


# --- PDF --------------------------------------------------------------------------------------------------------------

_CSS = """
    @page {size: 210mm 297mm; margin: 25mm; @bottom-left {content: counter(page) '/' counter(pages)}
      @footnote {border-top: 0.5pt solid}}
    body {font: 11pt/1.5 'Noto Serif', 'Noto Serif CJK SC'} p {margin: 6pt 0; text-indent: 2em}
    .note {float: footnote; font-size: 8.5pt} ::footnote-call {font-size: 7pt; vertical-align: super; line-height: 0}
    ::footnote-marker {content: counter(footnote) ' '; font-size: 6pt; vertical-align: super}"""


def pdf(document: Document) -> bytes:
    """Return a document as the United Nations print one."""
    import weasyprint

    written, lines = notes(document), []
    for line in printed(document):
        words = "".join(
            html.escape(words) + (f'<span class="note">{html.escape(written[note])}</span>' if note else "")
            for words, note in line.pieces
        )
        lines.append(f"<p>{html.escape(line.label)} {words}</p>")
    page = f'<html lang="{document.language}"><style>{_CSS}</style>{"".join(lines)}</html>'
    data: bytes = weasyprint.HTML(string=page).write_pdf()
    return data


# --- Word -------------------------------------------------------------------------------------------------------------

Run = tuple[str, bool]  # words, and whether they are raised
_SAME, _CUT, _PUT = "", "del", "ins"


def word(document: Document) -> bytes:
    """Return a document as a Word file, numbered by hand, its notes typed behind it."""
    return _word([[(run, _SAME) for run in runs] for runs in _typed(document)], [_SAME] * len(list(_typed(document))))


def tracked(old: Document, new: Document) -> bytes:
    """Return one edition as a Word file in which somebody has made the next one of it, every change tracked."""
    before, after = list(_typed(old)), list(_typed(new))
    lines: list[list[tuple[Run, str]]] = []
    whole: list[str] = []
    for left, right in _aligned(before, after):
        whole.append(_SAME if left and right else _CUT if left else _PUT)
        lines.append(_differing(left or [], right or []))
    return _word(lines, whole)


def _typed(document: Document) -> Iterator[list[Run]]:
    """Every line as runs; behind them a rule and the notes."""
    for line in printed(document):
        runs = [(f"{line.label}\t", False)] if line.label else []
        for words, note in line.pieces:
            runs += [(token, False) for token in _tokens(words)] + ([(note, True)] if note else [])
        yield runs
    yield [(_RULE, False)]
    yield from (
        [(f"{number}\t", False), *((token, False) for token in _tokens(text))]
        for number, text in notes(document).items()
    )


def _tokens(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+|\d+|\s+|.", text)


def _aligned(before: list[list[Run]], after: list[list[Run]]) -> Iterator[tuple[list[Run] | None, list[Run] | None]]:
    """Pair the lines of two documents in order, those beside each other where they are alike."""
    left, right = ([tuple(line) for line in lines] for lines in (before, after))
    for kind, i, to_i, j, to_j in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(before[i:to_i], after[j:to_j], strict=True)
            continue
        waiting = after[j:to_j]
        for line in before[i:to_i]:
            place = next((at for at, other in enumerate(waiting) if _alike(line, other)), None)
            if place is None:
                yield line, None
                continue
            yield from ((None, other) for other in waiting[:place])
            yield line, waiting[place]
            waiting = waiting[place + 1 :]
        yield from ((None, other) for other in waiting)


def _alike(line: list[Run], other: list[Run]) -> bool:
    return SequenceMatcher(None, line, other, autojunk=False).ratio() > _ALIKE


def _differing(left: list[Run], right: list[Run]) -> list[tuple[Run, str]]:
    runs: list[tuple[Run, str]] = []
    for kind, i, to_i, j, to_j in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            runs += [(run, _SAME) for run in left[i:to_i]]
        else:
            runs += [(run, _CUT) for run in left[i:to_i]] + [(run, _PUT) for run in right[j:to_j]]
    return runs


def _word(lines: list[list[tuple[Run, str]]], whole: list[str]) -> bytes:
    """``whole`` says of each line whether its end, too, was put in or taken out."""
    import docx

    document = docx.Document()
    for runs, change in zip(lines, whole, strict=True):
        paragraph = document.add_paragraph()._p
        if change:
            paragraph.get_or_add_pPr().append(_element(f"<w:rPr {{}}><w:{change} {_by()}/></w:rPr>"))
        for (text, raised), how in runs:
            paragraph.append(_element(_run(text, raised, how)))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _by() -> str:
    return f'w:id="1" w:author="{_AUTHOR}" w:date="2042-11-03T10:00:00Z"'


def _run(text: str, raised: bool, how: str) -> str:
    kind = "delText" if how == _CUT else "t"
    style = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' if raised else ""
    words = "<w:tab/>".join(
        f'<w:{kind} xml:space="preserve">{html.escape(part)}</w:{kind}>' for part in text.split("\t")
    )
    if how == _SAME:
        return f"<w:r {{}}>{style}{words}</w:r>"
    return f"<w:{how} {{}} {_by()}><w:r>{style}{words}</w:r></w:{how}>"


def _element(xml: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(xml.replace("{}", nsdecls("w"), 1))


# --- a negotiating text -----------------------------------------------------------------------------------------------


def negotiated(document: Document) -> str:
    """Return a draft of the next edition as delegations work on it: labels, brackets, who proposes what."""
    lines, recital = [NOTICE[document.language]], 0
    recitals, acts = LABELS[document.language]
    for line in printed(document):
        recital += line.role == "preambular"
        number = line.label.rstrip(".")
        id = f"P{recital}" if line.role == "preambular" else number
        text = line.text
        for paragraph, words, marked in NEGOTIATION[document.language]:
            text = text.replace(words, marked, 1) if paragraph == id and line.role in _NUMBERED else text
        label = {"preambular": recitals.format(recital), "operative": acts.format(number)}.get(line.role, "")
        point = f"{line.label} " if line.role == "point" else ""
        if line.role == "closing" or line.role == "annex":
            break
        if line.role in (*_NUMBERED, "title", "organ", "heading"):
            lines.append(f"{label}{point}{text}")
    return "\n\n".join(lines) + "\n"


# --- mending the words ------------------------------------------------------------------------------------------------


def reword(language: str, old: str, new: str) -> list[str]:
    """Replace words in a language's editions and in what was read of them; return which places to check by eye."""
    hashes, texts = {}, {}
    for path in sorted(model().glob(f"*.{language}.xml")):
        before = read_document(path).sha256
        write_text(path, path.read_text(encoding="utf-8").replace(old, new))
        hashes[before] = read_document(path).sha256
        texts[hashes[before]] = path
    for gold in GOLD.rglob(f"*.{language}*.toml"):
        text = gold.read_text(encoding="utf-8").replace(old, new)
        for before, after in hashes.items():
            text = text.replace(before, after)
        write_text(gold, text)
    return [
        f"{gold.name} {doubt}" for gold in sorted(GOLD.glob(f"*.{language}*.toml")) for doubt in locate(gold, texts)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--to", type=Path, metavar="DIR", help="write every format there")
    parser.add_argument("--reword", nargs=3, metavar=("LANGUAGE", "OLD", "NEW"), help="mend words, and what was read")
    options = parser.parse_args()
    if options.reword:
        print(*reword(*options.reword), sep="\n")
    target = options.to
    for path in sorted(model().glob("*.xml")):
        document = read_document(path)
        write_text((target or path.parents[1] / "text") / f"{path.stem}.txt", render(document, STYLE))
        if target:
            (target / f"{path.stem}.pdf").write_bytes(pdf(document))
            (target / f"{path.stem}.docx").write_bytes(word(document))
    for language in ("en", "zh") if target else ():
        changed = tracked(source(FIRST, language), source(NEXT, language))
        (target / f"tracked.{language}.docx").write_bytes(changed)
        write_text(target / f"negotiated.{language}.txt", negotiated(source(NEXT, language)))


if __name__ == "__main__":
    main()
