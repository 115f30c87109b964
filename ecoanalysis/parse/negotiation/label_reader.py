"""Labels of the paragraphs of a negotiating text: OP1, PP3bis, 5 alt, in whatever form the text gives them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.listed import BESIDE
from ecoanalysis.model.document import Document
from ecoanalysis.parse.negotiation.claims import is_claim, kinds_of, read_tokens, says_something, sender_of
from ecoanalysis.parse.negotiation.delegations import are_delegations
from ecoanalysis.parse.negotiation.label_shapes import LABEL_OPENING, Shaped, find_shapes
from ecoanalysis.parse.negotiation.lifted_marks import Label, Speaking
from ecoanalysis.parse.negotiation.positions import says_only
from ecoanalysis.parse.negotiation.remarks_at_line_end import CLOSING, OPENING, PAIRS, remarks_begin
from ecoanalysis.parse.patterns import patterns

LINE = re.compile(r"(?m)^[^\S\n]*")
_OPENED = re.compile(r"(?:[\[［【〔〖{｛⟦][^\S\n]*)*")
LONGEST_NAMES = 60  # characters of names behind a bracket
_OPENS, _FEW, _MOST = 80, 3, 0.6  # characters that a performative stands in; labels, and their share, that it follows
_LED = f' \t\n{OPENING}*“"'
_LEADING = re.compile(r"[(（\[［【〔](?P<words>[^()（）\[\]［］【】〔〕\n]{1,60})[)）\]］】〕][ \t]*")
_BEHIND_NUMBER = re.compile(
    r"[(（\[［【〔](?P<words>[^()（）\[\]［］【】〔〕\n]{1,60})[)）\]］】〕][ \t]*[.:：–—-]*\s*$"
)
SET_OFF = f" \t>*_#•–-/{OPENING}"
_HEAD = re.compile(r"(?P<words>[^:：\n]{1,80})[:：][^\S\n]*")
_PROPOSED = frozenset({"name", "acronym", "office", "moves", "add", "fills", "comma", "plus", "option"})
_ASIDE = 4  # words of no claim that can stand beside one


def _paired(opened: str, closed: str) -> int:
    """How many of the signs that open before a label close behind it: (OP1), but [OP1) Requests …]."""
    pairs = zip(reversed(opened), closed, strict=False)
    return len(list(takewhile(lambda pair: PAIRS[pair[0]] == pair[1], pairs)))


class LabelReader:
    """Finds the labels of the paragraphs of a raw text."""

    def __init__(self, document: Document) -> None:
        self.raw = document.raw
        self.spoken = language_of(document.language)
        self.variants: dict[str, str] = self.spoken.table("structure")["negotiating"]["variants"]
        formula = re.search(rf"(?m)^[^\S\n]*(?:{patterns(document.language).organ.pattern})[^\S\n]*$", self.raw)
        self.begin = formula.end() if formula else 0
        """Where the text begins: brackets above it are the head's own."""
        self.line_ends = [*(match.start() for match in re.finditer("\n", self.raw)), len(self.raw)]
        self.leading: set[int] = set()
        """Where brackets begin that stand before a label."""

    def form(self, name: str) -> re.Pattern[str]:
        return self.spoken.compiled("structure", "negotiating", name)

    def _is_agreed(self, words: str) -> bool:
        forms = (
            language_of(code).compiled("structure", "negotiating", "agreed") for code in (self.spoken.code, BESIDE)
        )
        return any(form.fullmatch(words) for form in forms)

    def labels(self) -> Iterator[Label]:
        used: dict[str, int] = {}
        last: Label | None = None
        preamble, operative = self._parts()
        shaped = {shape.line: shape for shape in find_shapes(self.raw, self.spoken.code, self.begin)}
        preambles = self._preambles(shaped.values())
        for line in LINE.finditer(self.raw):
            label = self._label_at(line.end())
            if label is None and line.start() in shaped:
                label = self._shaped(shaped[line.start()], preambles)
            if label is None and last is not None:
                label = self._instead(line.start(), last)
            if label is None:
                continue
            if label.printed and preamble <= label.start < operative:
                label = replace(label, preamble=True, printed=False)
            last = label
            times = used[label.id] = used.get(label.id, 0) + 1
            yield replace(label, suffix=f"{label.suffix or '~'}{times}") if times > 1 else label

    def _label_at(self, place: int) -> Label | None:
        return self._label(place) or self._label_behind(place) or self._label_signed(place)

    def _parts(self) -> tuple[int, int]:
        """Where the preamble begins and ends, where headings say so; a text of two runs of numbers has them."""
        headings = (self.form(name).search(self.raw, self.begin) for name in ("preamble_heading", "operative_heading"))
        first, second = (heading.end() if heading else -1 for heading in headings)
        return (first, second) if 0 <= first < second else (len(self.raw), -1)

    def _label(self, place: int) -> Label | None:
        """The label of a known form that stands at a place, or the plain number."""
        match = self.form("label").match(self.raw, place)
        printed = match is None
        if match is None:
            inside = _OPENED.match(self.raw, place)
            match = self.form("number").match(self.raw, inside.end() if inside else place)
        if match is None:
            return None
        suffix = "".join(self._suffixes(match["variants"] or ""))
        if printed:
            sender = self._sender_in(self._words_of_label(match.start(), match.end())) if suffix else None
            return Label(match.start(), match.end(), False, int(match["number"]), suffix, not suffix, sender)
        start = match.end("opened") - _paired(match["opened"], match["closed"])
        end = match.start("points") if match["points"] else self._headed(match.end())
        words = self._words_of_label(start, end)
        spoken = _HEAD.match(self.raw, end)
        if spoken and are_delegations(spoken["words"].strip()) and self._performs(spoken.end()):  # OP1 alt EU: Invites
            words, end = spoken["words"].strip(), spoken.end()
        return Label(start, end, bool(match["preamble"]), int(match["number"]), suffix, False, self._sender_in(words))

    def _sender_in(self, words: str) -> str | None:
        """Who proposes a paragraph, as the words behind its number say: ``EU``, ``proposed by EU``."""
        if are_delegations(words):
            return words
        tokens = read_tokens(words, self.spoken.code)
        return sender_of(words, tokens) if tokens and kinds_of(tokens) <= _PROPOSED and is_claim(tokens) else None

    def _label_signed(self, place: int) -> Label | None:
        """The label behind who proposes its paragraph, in the bracket around both: [EU: PP2 bis Noting …]."""
        opened = _OPENED.match(self.raw, place)
        head = _HEAD.match(self.raw, opened.end()) if opened and opened.end() > place else None
        if head is None or opened is None or not are_delegations(head["words"].strip()):
            return None
        label = self._label(head.end())
        if label is None or label.printed:
            return None
        return replace(label, start=opened.end(), proposer=label.proposer or head["words"].strip())

    def _label_behind(self, place: int) -> Label | None:
        """The label behind a bracket that says something of its paragraph: [US: delete] OP1 Requests …."""
        bracket = _LEADING.match(self.raw, place)
        if not bracket or not says_only(bracket["words"], self.spoken.code):
            return None
        label = self._label(bracket.end())
        if label is None or label.printed:
            return None
        self.leading.add(place)
        return label

    def _headed(self, end: int) -> int:
        """Where a label ends that fills its line with whose the paragraph below is: OP4 – Chair’s proposal."""
        stop = self.line_ends[bisect_left(self.line_ends, end)]
        words = self.raw[end:stop].strip(SET_OFF + CLOSING)
        if not 0 < len(words) <= LONGEST_NAMES or self._performs(end) or not self._performs(stop + 1):
            return end
        tokens = read_tokens(words, self.spoken.code)
        others = sum(token.kind == "word" for token in tokens)
        return stop + 1 if says_something(tokens) and others <= _ASIDE else end

    def _instead(self, start: int, last: Label) -> Label | None:
        """The label of a paragraph that stands for the one above: Alt 1: …, Alternative (EU): …."""
        speaking = self._speaking(start)
        if speaking is None or not self._performs(speaking.end):
            return None
        words = self.raw[speaking.start : speaking.end]
        number = re.search(r"\d{1,2}(?!.*\d)", words) if speaking.counts else None
        suffix = last.suffix if "~alt" in last.suffix else f"{last.suffix}~alt"
        suffix = re.sub(r"\d*$", number[0], suffix) if number else suffix
        return replace(
            last, start=speaking.start, end=speaking.end, suffix=suffix, printed=False, proposer=speaking.sender
        )

    def _performs(self, place: int) -> bool:
        """Whether a performative stands at a place."""
        return bool(patterns(self.spoken.code).opening.match(self.raw[place : place + _OPENS].lstrip(_LED)))

    def _speaking(self, start: int, *, follows: bool = False) -> Speaking | None:
        """What a line that begins a paragraph says before a colon, where that is who speaks, or of what."""
        above = self.raw[:start].rstrip(" \t")
        finished = above.rstrip()[-1:] in (*patterns(self.spoken.code).terminal, *CLOSING, "*")
        end = self.line_ends[bisect_left(self.line_ends, start)]
        first = start + len(self.raw[start:end]) - len(self.raw[start:end].lstrip(SET_OFF))
        head = _HEAD.match(self.raw, first, end)
        if self.form("number").match(self.raw, first) or patterns(self.spoken.code).point.match(self.raw, first):
            return None
        if not head or head.end() == end or not (follows or finished or above.endswith("\n\n")):
            return None
        tokens = read_tokens(head[0], self.spoken.code)[:-1]
        others = sum(token.kind == "word" for token in tokens)
        speaks = kinds_of(tokens[:1]) & {"name", "office", "remark", "option", "replace"}
        if not speaks or others > _ASIDE:
            return None
        return Speaking(first, head.end(), sender_of(head["words"], tokens), "option" in speaks)

    def _words_of_label(self, start: int, end: int) -> str:
        """What stands in brackets behind the number of a label."""
        bracket = _BEHIND_NUMBER.search(self.raw[start:end])
        return bracket["words"].strip() if bracket else ""

    def is_known(self, label: Label) -> bool:
        """Whether the form of a label is a negotiating text's, and not only this text's."""
        line = LINE.match(self.raw, self.raw.rfind("\n", 0, label.start) + 1)
        if label.proposer:
            return True
        return line is not None and self.form("label").match(self.raw, line.end()) is not None

    def puts_in(self, labels: Sequence[Label]) -> bool:
        """Whether labels only put paragraphs in between plain numbers, as drafts do that nobody negotiates in them."""
        number = self.form("number")
        return bool(labels) and not any(
            label.preamble
            or label.proposer
            or not label.suffix
            or "~alt" in label.suffix
            or not number.match(self.raw, label.start)
            for label in labels
        )

    def inserts(self, labels: Sequence[Label]) -> bool:
        """Whether a paragraph stands behind another of its number, as what is put in does: 5. …, 5 bis. …."""
        return any(
            later.suffix and not later.printed and later.number == former.number and self._performs(later.end)
            for former, later in pairwise(labels)
        )

    def lead(self, labels: Sequence[Label]) -> bool:
        """Whether a performative stands behind most labels, as behind no treaty's articles."""
        opening = patterns(self.spoken.code).opening
        article = self.spoken.compiled("structure", "patterns", "article")  # students number as statutes do
        others = [label for label in labels if not article.match(self.raw, label.start)]
        begins = [bool(opening.match(self.raw[label.end : label.end + _OPENS].lstrip(_LED))) for label in others]
        return sum(begins) >= max(_FEW, _MOST * len(begins))

    def _shaped(self, shape: Shaped, preambles: frozenset[int]) -> Label:
        """The label of a form that this text has."""
        behind = self.form("behind").match(self.raw, shape.end)
        head = self.raw[shape.start : shape.end]
        opened = head[: len(head) - len(head.lstrip(LABEL_OPENING))]
        signs = "".join(sign for sign in opened if sign in PAIRS)
        start = shape.start + len(opened) - _paired(signs, behind["closed"] if behind else "")
        suffix = "".join(self._suffixes(shape.variants + ((behind["variants"] or "") if behind else "")))
        return Label(start, behind.end() if behind else shape.end, shape.line in preambles, shape.number, suffix, False)

    def _preambles(self, shapes: Iterable[Shaped]) -> frozenset[int]:
        """The lines whose labels are of the preamble: their word says so, or their run ends as its paragraphs do."""
        runs: list[list[Shaped]] = []
        for shape in shapes:
            if not runs or runs[-1][-1].key != shape.key or shape.number < runs[-1][-1].number:
                runs.append([])
            runs[-1].append(shape)
        return frozenset(shape.line for run in runs if self._is_preamble(run) for shape in run)

    def _is_preamble(self, run: Sequence[Shaped]) -> bool:
        key = " ".join(run[0].key)
        for part in ("preamble_label", "operative_label"):
            if self.form(part).search(key):
                return part == "preamble_label"
        lines = (self.raw[shape.line : self.line_ends[bisect_left(self.line_ends, shape.line)]] for shape in run)
        commas = [line[: remarks_begin(line, self._ends())].rstrip(CLOSING)[-1:] in (",", "，") for line in lines]
        return sum(commas) * 2 > len(commas)

    def _suffixes(self, variants: str) -> Iterator[str]:
        for variant in self.form("variant").finditer(variants):
            count = variant["count"]
            number = count if count.isdigit() or not count else self.spoken.number(count) or count
            yield f"~{self.variants[variant['name'].lower()]}{number}"

    def _ends(self, stop: int = -1) -> str:
        """The signs that end a paragraph whose line ends at a place: a colon, where points follow."""
        terminal = patterns(self.spoken.code).terminal
        points = stop >= 0 and patterns(self.spoken.code).point.match(self.raw[stop : stop + _OPENS].lstrip())
        return terminal if points else terminal.replace(":", "").replace("：", "")
