"""Parts of resolutions: the operative paragraphs alone, one paragraph of an e-mail, a text without its formula."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document, Mark
from ecoanalysis.model.resolution import Diagnostic, Extent, Paragraph, Passage, Resolution
from ecoanalysis.parse.head.draft import SYMBOL, Kind, read_draft
from ecoanalysis.parse.head.symbols import printed_symbols
from ecoanalysis.parse.layout.lines import last_sign
from ecoanalysis.parse.patterns import Patterns, patterns
from ecoanalysis.parse.text.folding import Folding
from ecoanalysis.parse.text.rewriting import rewrite

_HEAD = 4000  # characters that the head of a draft may fill
_RECITALS = 3  # lines behind a formula of which one opens as recitals do; not all of their verbs tell (审议了)
_DAMAGE = 2  # letters of a formula that a bad scan may change
_MISSING = ("symbol-missing", "title-missing", "number-lost", "operative-missing", "end-missing")
_READ_AS: dict[Extent, str] = {
    "whole": "preamble and operative part are read without it",
    "preamble": "it is read as a preamble",
    "operative": "it is read as an operative part",
    "fragment": "it is read as a passage of a resolution",
}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part as it is read, behind a formula that it lacks; ``beside`` are the words around it."""

    folding: Folding
    beside: tuple[tuple[int, int], ...]

    @property
    def document(self) -> Document:
        """The part with a formula before it."""
        return self.folding.document

    def restored(self, resolution: Resolution) -> Resolution:
        """Return what was read without the formula, and say what it is a part of."""
        resolution = self.folding.printed(resolution)
        paragraphs = tuple(_recital(resolution))
        drafted = resolution.status == "draft" and resolution.symbol is not None
        extent = _extent([paragraph for paragraph in paragraphs if paragraph.part in ("preamble", "operative")])
        kept = (
            doubt
            for doubt in resolution.diagnostics
            if (drafted or doubt.code not in _MISSING) and not _begins_later(doubt, paragraphs)
        )
        message = f"no organ's formula stands in the text; {_READ_AS[extent]}"
        doubts = [Diagnostic("warning", "part-of-a-text", message)]
        for start, end in self.beside:
            words = " ".join(self.folding.source.raw[start:end].split())
            quoted = f"these words beside it are no paragraph: {words[:80]}"
            doubts.append(Diagnostic("info", "beside-the-part", quoted, start, end))
        return replace(
            resolution,
            paragraphs=paragraphs,
            formula=None,
            extent=extent,
            organ=resolution.organ if resolution.symbol else None,
            diagnostics=(*doubts, *kept),
        )


def find_fragment(document: Document) -> Fragment | None:
    """Return the part of a resolution that a text holds; None where no paragraph begins with a performative.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> find_fragment(read_text("5. Requests a report;")).document.raw
    'The General Assembly,\\n\\n5. Requests a report;'
    >>> find_fragment(read_text("I thank you for your letter."))
    """
    chunks = list(_chunks(document))
    drafted, kind = _drafted(document, chunks)
    chunks = [part for chunk in chunks for part in _parted(document, *chunk, drafted)]
    drafted = next((index for index, (start, _) in enumerate(chunks) if start >= drafted > 0), 0)
    holds = _instructs if kind == "amendment" else _performs
    performing = [index for index, chunk in enumerate(chunks) if index >= drafted and holds(document, *chunk)]
    if not performing:
        return None
    first = drafted or performing[0]
    last = max(
        index
        for index, chunk in enumerate(chunks)
        if index == performing[-1] or (index > performing[-1] and _listed(document, *chunk))
    )
    begin = chunks[first][0]
    organ = _organ_above(document, begin)
    structure = language_of(document.language).table("structure")
    formula = str(structure.get("formulas", {}).get(organ, structure["akn"]["organ"]))
    beside = [(chunks[0][0], chunks[first - 1][1])] if first and not drafted and not organ else []
    beside += [(chunks[last + 1][0], chunks[-1][1])] if last + 1 < len(chunks) and not organ else []
    ends = [(chunks[index][1], sign) for index in performing if (sign := _lost_sign(document, *chunks[index]))]
    folding = rewrite(document, beside, [(begin, f"{formula}\n\n"), *ends])
    return Fragment(replace(folding, document=_formula_stated(folding.document, formula)), tuple(beside))


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with a listed formula where it has a damaged one, or that of an organ which is not listed."""

    folding: Folding
    printed: tuple[int, int]
    damaged: bool = True

    @property
    def document(self) -> Document:
        """The text with a formula that is listed."""
        return self.folding.document

    def restored(self, resolution: Resolution) -> Resolution:
        """Return what was read with its offsets in the text as written, and say what was taken for a formula."""
        resolution = self.folding.printed(resolution)
        words = self.folding.source.raw[slice(*self.printed)]
        if self.damaged:
            message = f"“{words}” is read as an organ's formula in which letters are damaged"
            doubt = Diagnostic("warning", "formula-damaged", message, *self.printed)
        else:
            message = f"“{words}” is read as the formula of an organ that is not listed; no symbol is claimed"
            doubt = Diagnostic("info", "formula-unlisted", message, *self.printed)
            printed = printed_symbols(self.folding.source.raw[: self.printed[0]])
            listed = any(symbol.organ == resolution.organ for symbol in printed)
            resolution = resolution if listed else replace(resolution, organ=None, symbol=None, session=None)
        return replace(resolution, formula=words, diagnostics=(doubt, *resolution.diagnostics))


def mend_formula(document: Document) -> Mended | None:
    """Return a text with a listed formula, where a line is one but for two letters, or one of an unlisted organ.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> mend_formula(read_text("The Security Coundl,\\nRecalling")).document.raw
    'The Security Council,\\nRecalling'
    >>> mend_formula(read_text("The Lake Conference,\\nRecalling")).document.raw
    'The General Assembly,\\nRecalling'
    """
    lines = [*re.finditer(r"[^\n]*\S[^\n]*", document.raw[:_HEAD])]
    for line in lines:
        if formula := _damaged(line[0].strip(), document.language):
            return _mended(document, line, formula, damaged=True)
    look = patterns(document.language)
    unlisted = language_of(document.language).compiled("structure", "patterns", "organ_unlisted")
    for index, line in enumerate(lines):
        words, below = line[0].strip(), lines[index + 1 : index + 1 + _RECITALS]
        if unlisted.fullmatch(words) and not _recites(look, words) and any(_recites(look, each[0]) for each in below):
            formula = str(language_of(document.language).table("structure")["akn"]["organ"])
            return _mended(document, line, formula, damaged=False)
    return None


def _recites(look: Patterns, line: str) -> bool:
    """Whether a line opens as recitals do, behind its letter where it has one."""
    line = line.strip()
    label = look.point.match(line)
    return bool(look.opening.match(line, label.end() if label else 0))


def _damaged(words: str, language: str) -> str | None:
    """The listed formula that words are but for a letter or two."""
    from rapidfuzz.distance import Levenshtein

    for formula in language_of(language).table("structure").get("formulas", {}).values():
        damage = Levenshtein.distance(words, formula, score_cutoff=_DAMAGE)
        if len(formula) >= _DAMAGE * 3 and 0 < damage <= min(_DAMAGE, len(formula) // 6):
            return str(formula)
    return None


def _mended(document: Document, line: re.Match[str], formula: str, *, damaged: bool) -> Mended:
    words = line[0].strip()
    begin = line.start() + line[0].index(words)
    span = begin, begin + len(words)
    return Mended(rewrite(document, [span], [(begin, formula)]), span, damaged)


def _formula_stated(document: Document, formula: str) -> Document:
    """Where the format states its paragraphs, the formula is one of its own."""
    begin = document.raw.find(f"{formula}\n\n")
    behind = begin + len(formula) + 2
    stated = any(mark.role == "paragraph" for mark in document.marks)
    marks = [
        replace(mark, start=behind) if mark.start == begin and mark.end >= behind else mark for mark in document.marks
    ]
    formula_mark = [Mark("paragraph", begin, begin + len(formula))] if stated else []
    return replace(document, marks=tuple(sorted([*marks, *formula_mark], key=lambda mark: (mark.start, -mark.end))))


class _Lifted:
    """Where a document's pages have their own lines and their notes."""

    def __init__(self, document: Document) -> None:
        marks = sorted((mark.start, mark.end) for mark in document.marks if mark.role in ("furniture", "note"))
        self.starts = [start for start, _ in marks]
        self.ends = [end for _, end in marks]

    def holds(self, place: int) -> bool:
        before = bisect(self.starts, place) - 1
        return before >= 0 and place < self.ends[before]


def _chunks(document: Document) -> Iterator[tuple[int, int]]:
    """Stretches that are paragraphs for all we see: as stated, else parted by blank lines or begun by a number.

    What belongs to a page, and its notes, parts nothing.
    """
    stated = [
        (mark.start, mark.end) for mark in document.marks if mark.role in ("paragraph", "text", "operative", "point")
    ]
    if stated:
        yield from sorted(stated)
        return
    look, raw = patterns(document.language), document.raw
    lifted = _Lifted(document)
    begin = end = -1
    turned = False
    for line in re.finditer(r"[^\n]+", raw):
        text = line[0].strip()
        if not text:
            continue
        if lifted.holds(line.start() + line[0].index(text)):
            turned = True
            continue
        starts = any(look_for.match(text) for look_for in (look.number, look.point, look.opening, look.organ))
        ended = end > 0 and raw[end - 1] in look.operative_end
        if begin >= 0 and (starts or ended or (not turned and raw.count("\n", end, line.start()) > 1)):
            yield begin, end
            begin = -1
        turned = False
        begin, end = line.start() if begin < 0 else begin, line.start() + len(line[0].rstrip())
    if begin >= 0:
        yield begin, end


def _organ_above(document: Document, begin: int) -> str | None:
    """The organ whose adopted resolution the words above a place are the header of, by its symbol; None for others."""
    header = " ".join(document.raw[:begin].split())
    adopted = language_of(document.language).compiled("structure", "patterns", "adopted").search(header)
    named = printed_symbols(header)
    return named[0].organ if adopted and named else None


def _drafted(document: Document, chunks: Sequence[tuple[int, int]]) -> tuple[int, Kind | None]:
    """Where the head of a draft ends, and what it is a draft of; 0 where none is."""
    symbol = SYMBOL.search(document.raw, 0, _HEAD)
    if not symbol:
        return 0, None
    lines = [
        Passage(match[0], range(match.start(), match.end())) for match in re.finditer(r"[^\n]+", document.raw[:_HEAD])
    ]
    for end in (end for _, end in chunks if end >= symbol.end()):
        head = read_draft(document.language, document.raw, [line for line in lines if line.end <= end])
        if head and head.symbol and head.title:
            return head.title.end, head.kind
        if end >= _HEAD:
            break
    return 0, None


def _parted(document: Document, start: int, end: int, place: int) -> Iterator[tuple[int, int]]:
    """A stretch, in two where a place parts its words."""
    words = document.raw[place:end] if start < place < end else ""
    if behind := len(words.lstrip()):
        yield start, place
        yield end - behind, end
    else:
        yield start, end


def _performs(document: Document, start: int, end: int) -> bool:
    """Whether a stretch begins, behind its number, with a performative, and nobody speaks for himself in it."""
    look, text = patterns(document.language), document.raw[start:end].strip().lstrip('“"「')
    number = look.number.match(text) or look.point.match(text)
    text = text[number.end() :] if number else text
    personal = language_of(document.language).compiled("structure", "negotiating", "personal")
    signs = f"{look.terminal}{look.operative_end}"
    last = text.rstrip(' \n”"」')[-1:]
    whole = last in signs or number is not None or (last.isalnum() and bool(look.word_space))
    return whole and bool(look.opening.match(text)) and not personal.search(text)


def _instructs(document: Document, start: int, end: int) -> bool:
    """Whether a stretch of an amendment is one of its sentences: what is to change in which paragraph, or new words."""
    look, text = patterns(document.language), document.raw[start:end].strip()
    return not text.startswith("*") and text.rstrip("”\"'」 ")[-1:] in f"{look.terminal}{look.operative_end}:："


def _lost_sign(document: Document, start: int, end: int) -> str:
    """The sign that a paragraph copied without its last one would end with."""
    look, text = patterns(document.language), document.raw[start:end].strip()
    if not last_sign(text).isalnum():
        return ""
    return "," if look.participle.match(text) else look.operative_end[0]


def _listed(document: Document, start: int, end: int) -> bool:
    look, text = patterns(document.language), document.raw[start:end].strip()
    return bool(look.number.match(text) or look.point.match(text))


def _recital(resolution: Resolution) -> Iterator[Paragraph]:
    """The paragraphs; a single one that begins with a participle is a recital whatever it ends with."""
    look = patterns(resolution.language)
    parts = [each for each in resolution.paragraphs if each.part in ("preamble", "operative")]
    for paragraph in resolution.paragraphs:
        alone = len(parts) == 1 and paragraph.number is None and paragraph.part == "operative"
        if alone and look.participle.match(paragraph.text):
            yield replace(paragraph, id="P1", part="preamble")
        else:
            yield paragraph


def _begins_later(doubt: Diagnostic, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a number is missed only since the part begins behind it: at paragraph 3, without a preamble."""
    first = next((paragraph for paragraph in paragraphs if paragraph.part in ("preamble", "operative")), None)
    if doubt.code != "number-missing" or first is None or first.part != "operative":
        return False
    return doubt.start <= first.start < doubt.end


def _extent(paragraphs: Sequence[Paragraph]) -> Extent:
    parts = {paragraph.part for paragraph in paragraphs}
    roots = [paragraph for paragraph in paragraphs if not paragraph.is_point]
    if len(parts) > 1:
        return "whole"
    if len(roots) < 2 or (parts == {"operative"} and roots[0].id not in ("1", "I.1", "A.1")):
        return "fragment"
    return "preamble" if parts == {"preamble"} else "operative"
