"""Negotiating texts: labels, brackets, proposals, deletions, what is agreed become marks; the words read as if clean.

What somebody proposes to add is read, what somebody struck or proposes in a bracket to delete is not; a remark behind
the words it is about (RUS, delete) changes none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Diagnostic, DraftMark, Paragraph, Resolution
from ecoanalysis.parse.folding import Folding
from ecoanalysis.parse.layout import patterns
from ecoanalysis.parse.rewriting import rewrite

_STRUCK = re.compile(r"~~(?P<words>[^~]+)~~")
_REMARK = re.compile(r"[(（](?P<words>[^()（）\[\]\n]{1,100})[)）]")
_LINE = re.compile(r"(?m)^[^\S\n]*(?:[\[［][^\S\n]*)*")
_QUOTES = '“”"«»「」'
_HEAD = 200  # characters of a bracket that can say whose it is
_CODED = re.compile(r"[\d\s.,*/-]*|[A-Z]+/\S*\d\S*")
_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class _Found:
    """One mark in the raw text: what of it is cut, and what the mark says."""

    kind: str
    start: int
    end: int
    text: str
    cuts: tuple[tuple[int, int], ...]
    proposer: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class _Label:
    """A label at a line's head: part and number of its paragraph, and how it stands to others of that number."""

    start: int
    end: int
    preamble: bool
    number: int
    suffix: str
    printed: bool
    """Whether it is a plain number, which every text has."""

    @property
    def id(self) -> str:
        return f"{'P' if self.preamble else ''}{self.number}{self.suffix}"


@dataclass(frozen=True)
class Lifting:
    """A negotiating text as it is read, and what was lifted out of it."""

    folding: Folding
    found: tuple[_Found, ...]
    labels: tuple[_Label, ...]

    @property
    def document(self) -> Document:
        """The text as if clean."""
        return self.folding.document

    def restored(self, resolution: Resolution) -> Resolution:
        """Return what was read with its offsets in the text as written, its labels as ids, and its marks."""
        resolution = self.folding.printed(resolution)
        resolution = _labelled(resolution, self.labels)
        marks = tuple(_mark(found, resolution) for found in self.found)
        agreed = {mark.paragraph for mark in marks if mark.kind == "agreed"}
        marks = tuple(replace(mark, status="agreed") if mark.paragraph in agreed else mark for mark in marks)
        message = f"a negotiating text: {len(marks)} marks are lifted; additions are read, deletions are not"
        doubt = Diagnostic("warning", "negotiating-text", message)
        return replace(resolution, marks=marks, diagnostics=(doubt, *resolution.diagnostics), status="draft")


def lift_marks(document: Document) -> Lifting | None:
    """Return a negotiating text without its marks; None where nothing shows that a text is one.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> text = "OP1. Requests [EU: add strongly] the Secretary-General to [help] (RUS, delete);"
    >>> lifting = lift_marks(read_text(text))
    >>> lifting.document.raw
    '1. Requests strongly the Secretary-General to help;'
    >>> [(found.kind, found.proposer) for found in lifting.found]
    [('label', None), ('add', 'EU'), ('bracket', None), ('delete', 'RUS')]
    """
    reader = _Reader(document)
    labels = list(reader.labels())
    inline = [*reader.struck(), *reader.brackets(), *reader.remarks()]
    lettered = [label for label in labels if not label.printed]
    if not (lettered or reader.negotiates(inline)):
        return None
    numbered = labels if any(label.suffix or not label.printed for label in labels) else []
    found = [
        *(
            _Found("label", label.start, label.end, document.raw[label.start : label.end].strip(), ())
            for label in lettered
        ),
        *inline,
    ]
    cuts = [cut for mark in inline for cut in mark.cuts] + [(label.start, label.end) for label in numbered]
    count, inserts = 0, list[tuple[int, str]]()
    for label in numbered:
        if not label.preamble:
            count += 1
            inserts.append((label.end, f"{count}. "))
    cuts += [line for start, end in cuts if (line := reader.emptied(start, end))]
    cuts = _closed_up(document.raw, cuts, {place for place, _ in inserts})
    folding = rewrite(document, cuts, inserts)
    return Lifting(folding, tuple(sorted(found, key=lambda mark: mark.start)), tuple(numbered))


def _closed_up(raw: str, cuts: Sequence[tuple[int, int]], numbers: set[int]) -> list[tuple[int, int]]:
    """The cuts, with the space before them where one follows, or a sign that stands at its word."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cut for cut in cuts if cut[0] < cut[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    out = []
    for start, end in merged:
        behind, before = raw[end : end + 1], raw[start - 1 : start]
        if before == " " and end not in numbers and (not behind or behind.isspace() or behind in ",;.:，；。："):
            start -= 1
        if raw[start - 1 : start] in (",", "，") and behind and behind in ";.；。":
            start -= 1
        out.append((start, end))
    return out


class _Reader:
    """Finds the marks of a raw text."""

    def __init__(self, document: Document) -> None:
        self.raw = document.raw
        self.spoken = language_of(document.language)
        self.variants: dict[str, str] = self.spoken.table("structure")["negotiating"]["variants"]

        formula = re.search(rf"(?m)^[^\S\n]*(?:{patterns(document.language).organ.pattern})[^\S\n]*$", self.raw)
        self.begin = formula.end() if formula else 0
        """Where the text begins: brackets above it are the head's own."""

    def form(self, name: str) -> re.Pattern[str]:
        return self.spoken.compiled("structure", "negotiating", name)

    def negotiates(self, marks: Sequence[_Found]) -> bool:
        """Whether marks show that a text is negotiated: one that says who wants what, or, in no adopted text, two."""
        if any(mark.kind in ("add", "delete", "agreed") for mark in marks):
            return True
        adopted = self.spoken.compiled("structure", "patterns", "adopted").search(self.raw[: self.begin])
        square = [mark for mark in marks if self.raw[mark.start] in "[［"]
        return not adopted and (any(mark.status == "proposed" for mark in marks) or len(square) > 1)

    def labels(self) -> Iterator[_Label]:
        used: dict[str, int] = {}
        for line in _LINE.finditer(self.raw):
            match = self.form("label").match(self.raw, line.end())
            printed = match is None
            if match is None and not (match := self.form("number").match(self.raw, line.end())):
                continue
            suffix = "".join(self._suffixes(match["variants"] or ""))
            preamble = not printed and bool(match["preamble"])
            label = _Label(match.start(), match.end(), preamble, int(match["number"]), suffix, printed and not suffix)
            if not printed and match.groupdict().get("points"):
                label = replace(label, end=match.start("points"))
            times = used[label.id] = used.get(label.id, 0) + 1
            yield replace(label, suffix=f"{suffix or '~'}{times}") if times > 1 else label

    def _suffixes(self, variants: str) -> Iterator[str]:
        for variant in self.form("variant").finditer(variants):
            yield f"~{self.variants[variant['name'].lower()]}{variant['count']}"

    def emptied(self, start: int, end: int) -> tuple[int, int] | None:
        """The line that a cut leaves nothing of but a point's number."""
        first, last = self.raw.rfind("\n", 0, start) + 1, self.raw.find("\n", end)
        last = last if last >= 0 else len(self.raw)
        before, after = self.raw[first:start].strip(), self.raw[end:last].strip()
        point = patterns(self.spoken.code).point.fullmatch(f"{before} ")
        return (first, last) if point and not after.strip(";,.；，。") else None

    def struck(self) -> Iterator[_Found]:
        for match in _STRUCK.finditer(self.raw):
            yield _Found("delete", match.start(), match.end(), match["words"], (match.span(),))

    def brackets(self) -> Iterator[_Found]:
        opened: list[int] = []
        for sign in re.finditer(r"[\[\]［］]", self.raw):
            if sign[0] in "[［":
                opened.append(sign.start())
            elif opened:
                start = opened.pop()
                if start >= self.begin and (mark := self._bracket(start, sign.end())):
                    yield mark

    def _bracket(self, start: int, end: int) -> _Found | None:
        inside = self.raw[start + 1 : end - 1]
        if _CODED.fullmatch(inside) or self.raw[end : end + 1] == "(":  # a note's mark, a symbol, a link
            return None
        if self.form("agreed").fullmatch(inside.strip()):
            return _Found("agreed", start, end, inside.strip(), ((start, end),), None, "agreed")
        head = inside[:_HEAD]
        proposed = self.form("proposed").match(head)
        place = proposed.end() if proposed else 0
        proposer = proposed["proposer"] if proposed else None
        if not proposed and (asked := self.form("asked").match(head)) and self._action(head[asked.end() :]):
            place, proposer = asked.end(), asked["proposer"]
        status = "proposed" if proposer else None
        kind, length = self._action(inside[place:]) or ("bracket", 0)
        words = inside[place + length :].strip()
        if kind in ("delete", "replace") and (proposer or length):
            kind = "alternative" if kind == "replace" else kind
            return _Found(kind, start, end, words.strip(_QUOTES), ((start, end),), proposer, status)
        if not words or self.form("keep").match(words):
            return _Found("bracket", start, end, words, ((start, end),), proposer, status)
        return self._kept(start, end, place + length, kind, proposer, status)

    def _kept(self, start: int, end: int, place: int, kind: str, proposer: str | None, status: str | None) -> _Found:
        """A bracket whose words are read: its signs go, with what is said of them, and all but the first choice."""
        begin, stop = start + 1 + place, end - 1
        while begin < stop and (self.raw[begin].isspace() or (proposer and self.raw[begin] in _QUOTES)):
            begin += 1
        while stop > begin and (self.raw[stop - 1].isspace() or (proposer and self.raw[stop - 1] in _QUOTES)):
            stop -= 1
        words = self.raw[begin:stop]
        choices = [part for part in _SLASH.split(words) if part]
        if kind == "bracket" and len(choices) > 1 and all(part.isalpha() or " " in part for part in choices):
            return _Found(
                "alternative", start, end, words, ((start, begin), (begin + len(choices[0]), end)), proposer, status
            )
        return _Found(kind, start, end, words, ((start, begin), (stop, end)), proposer, status)

    def _stands_apart(self, start: int) -> bool:
        """Whether a name in brackets is no part of a sentence: it follows a bracket, a label or the last sign."""
        line = self.raw[self.raw.rfind("\n", 0, start) + 1 : start].strip(" \t[［")
        label = self.form("label").fullmatch(line) or self.form("number").fullmatch(line)
        last = f"]］~{patterns(self.spoken.code).terminal}"
        return label is not None or (bool(line) and line[-1] in last) or self.raw[start - 1 : start] in ("[", "［")

    def _action(self, text: str) -> tuple[str, int] | None:
        for kind in ("add", "delete", "replace"):
            if match := self.form(kind).match(text):
                return kind, match.end()
        return None

    def remarks(self) -> Iterator[_Found]:
        """Remarks in round brackets, which are the text's own but where they ask for something or follow a bracket."""
        for match in _REMARK.finditer(self.raw, self.begin):
            words = match["words"].strip()
            if self.form("agreed").fullmatch(words):
                yield _Found("agreed", match.start(), match.end(), words, (match.span(),), None, "agreed")
                continue
            asked = self.form("asked").match(words + " ")
            if asked is None or patterns(self.spoken.code).point.fullmatch(match[0]):  # (a) is a point's number
                continue
            action = self._action(words[asked.end() :])
            whole = asked.end() >= len(words)
            if action or (whole and self._stands_apart(match.start())) or self.form("keep").match(words[asked.end() :]):
                kind = action[0] if action and action[0] != "replace" else "bracket"
                status = None if whole else "proposed"
                yield _Found(kind, *match.span(), words, (match.span(),), asked["proposer"].strip(), status)
        for match in re.finditer(r"(?m)[-–—]\s*(?P<words>[^-–—\n]{2,40})$", self.raw):
            if self.form("agreed").fullmatch(match["words"].strip()):
                yield _Found("agreed", *match.span(), match["words"].strip(), (match.span(),), None, "agreed")


# --- back in the resolution -------------------------------------------------------------------------------------------


def _labelled(resolution: Resolution, labels: Sequence[_Label]) -> Resolution:
    """The resolution with the ids and the parts that its labels give."""
    if not labels:
        return resolution
    renamed: dict[str, str] = {}
    paragraphs: list[Paragraph] = []
    for paragraph in resolution.paragraphs:
        label = _label_of(paragraph, labels)
        taken = label is not None and label.id in renamed.values()
        if label and not taken and not paragraph.is_point and paragraph.part in ("preamble", "operative"):
            renamed[paragraph.id] = label.id
            number = str(label.number) if label.printed else None
            part: Any = "preamble" if label.preamble else "operative"
            paragraphs.append(replace(paragraph, id=label.id, part=part, number=number))
        elif paragraph.is_point and (root := paragraph.id.split(".")[0]) in renamed:
            renamed[paragraph.id] = f"{renamed[root]}{paragraph.id[len(root) :]}"
            paragraphs.append(replace(paragraph, id=renamed[paragraph.id]))
        else:
            paragraphs.append(paragraph)
    notes = tuple(
        replace(note, paragraph=renamed.get(note.paragraph or "", note.paragraph)) for note in resolution.footnotes
    )
    return replace(resolution, paragraphs=tuple(_unique(paragraphs)), footnotes=notes)


def _label_of(paragraph: Paragraph, labels: Sequence[_Label]) -> _Label | None:
    """The label that a paragraph stands behind; a paragraph without one stands behind another's paragraph."""
    before = [label for label in labels if label.end <= paragraph.start]
    return before[-1] if before else None


def _unique(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    used: dict[str, int] = {}
    for paragraph in paragraphs:
        times = used[paragraph.id] = used.get(paragraph.id, 0) + 1
        yield replace(paragraph, id=f"{paragraph.id}~{times}") if times > 1 else paragraph


def _mark(found: _Found, resolution: Resolution) -> DraftMark:
    """The mark with the paragraph that it stands in, or before."""
    standing = [each for each in resolution.paragraphs if each.part not in ("title", "closing")]
    inside = [each for each in standing if each.start < found.end and found.start < each.end]
    behind = [each for each in standing if each.start >= found.end]
    before = [each for each in standing if each.end <= found.start]
    raw = resolution.document.raw
    leads = behind and (found.kind == "label" or "\n" not in raw[found.end : behind[0].start])
    near = inside[:1] or (behind[:1] if leads or not before else before[-1:])
    paragraph = near[0].id if near else None
    return DraftMark(found.kind, found.proposer, found.status, paragraph, found.start, found.end, found.text)
