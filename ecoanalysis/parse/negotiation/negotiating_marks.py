"""Negotiating texts: labels, brackets, proposals, deletions, what is agreed become marks; the words read as if clean.

What somebody proposes to add is read, what somebody struck or proposes in a bracket to delete is not; a remark behind
the words it is about (RUS, delete) changes none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ecoanalysis.errors import counted
from ecoanalysis.lexicon.countries import state_by_name
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Diagnostic, Resolution
from ecoanalysis.parse.negotiation.bracket_content import BracketContent, is_option, read_either, read_proposal
from ecoanalysis.parse.negotiation.choices import Choice, read_choices
from ecoanalysis.parse.negotiation.claims import is_claim, kinds_of, read_tokens, sender_of
from ecoanalysis.parse.negotiation.delegations import are_acronyms, are_delegations, names_state
from ecoanalysis.parse.negotiation.label_reader import LINE, LONGEST_NAMES, SET_OFF, LabelReader
from ecoanalysis.parse.negotiation.lifted_marks import CHOICE, About, Label, LiftedMark
from ecoanalysis.parse.negotiation.mark_targets import CutPlaces, with_targets
from ecoanalysis.parse.negotiation.marks_in_resolution import (
    in_its_paragraph,
    marks_left,
    not_understood,
    with_ids_of_labels,
)
from ecoanalysis.parse.negotiation.positions import Position, read_positions, says_only, signs_paragraph
from ecoanalysis.parse.negotiation.remarks_at_line_end import CLOSING, OPENING, PAIRS, TAIL, remarks_begin
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.text.folding import Folding
from ecoanalysis.parse.text.rewriting import rewrite

_STRUCK = re.compile(r"~~(?P<words>[^~]+)~~")
_REMARK = re.compile(r"[(（](?P<words>(?:[^()（）\[\]\n]|[(（][^()（）\[\]\n]*[)）]){1,100})[)）]")
_QUOTING = "「『«"  # brackets that are quotation marks, too
_SIGN = re.compile(
    r"[\[\]［］【】〔〕〖〗{}｛｝〈〉⟨⟩⟦⟧「」『』«»]|《[^《》\n]{0,200}》|<(?=<?[^\s<>=/][^<>\n]{0,200}>)|(?<=[^\s<=/-])>"
)
_COMMENT = re.compile(r"(?<![:\w])//[^\S\n]*(?P<words>[^\n]+)$", re.MULTILINE)
_TAGGED = re.compile(
    r"[\[<](?P<open>(?P<tag>[^\W_]+)[^\[\]<>\n]{0,60})[\]>](?P<words>[^\[\]<>\n]*)"
    r"[\[<]/(?P<shut>(?P=tag)(?!\w)[^\[\]<>\n]{0,60})[\]>]"
)
_STRIKES = ("s", "strike", "del")  # tags of a page that say that words are struck
_DOUBLED = re.compile(
    r"(?<![A-Za-z\d+])(?P<plus>\+{1,2})(?=[^\s+-])(?P<added>[^\n+]*?[^\s+-])(?P=plus)(?![A-Za-z\d+])"
    r"|(?<![A-Za-z\d-])--(?=[^\s+-])(?P<struck>[^\n]*?[^\s+-])--(?![A-Za-z\d-])"
)
_ASIDES = re.compile(r"<!--(?P<words>[^\n]*?)-->|/\*(?P<noted>[^\n]*?)\*/")
_NOTED = re.compile(r"(?<=[\]］】〕}>｝〉*])[⁰¹²³⁴-⁹]+")
_RAISED = re.compile(r"(?<=[\]］】〕}>｝〉])(?:\^|\*{1,2}|_{1,2}|/|(?=[A-Z]{2}))")
_NAMED = ("name", "acronym", "comma", "plus", "fills")
_BOLD = re.compile(r"(?P<sign>\*\*|__|(?<![A-Za-z\d*])\*(?=[^\s*]))(?P<words>(?=\S)[^*_\n]+)(?P=sign)")
_STARS = re.compile(r"(?<=[\]］】〕}｝])\*{1,3}")
_QUOTES = '“"«「'
_LINK = re.compile(r"\((?:\w+:|[/#.])")
_CODED = re.compile(r"[\d\s.,*/-]*|[A-Z]+/\S*\d\S*")
_BEHIND_BRACKET = re.compile(r"(?:[\]］】〕〗}｝>〉⟩⟧*+]|__|~~)[ \u3000]*$")
_NEXT = re.compile(
    r"[ \u3000]*[(（\[［【〔〖{｛<](?P<words>[^()（）\[\]［］【】〔〕〖〗{}｛｝<>\n]{1,60})[)）\]］】〕〗}｝>]"
)
_TERMINAL = re.compile(r"[,;.:，；。：、]")
_COMMAS = (",", "，")
_EMPHASIS = " \t*_"
_SHUT = str.maketrans(PAIRS)


@dataclass(frozen=True)
class LiftedMarks:
    """A negotiating text as it is read, and what was lifted out of it."""

    folding: Folding
    lifted: tuple[LiftedMark, ...]
    labels: tuple[Label, ...]
    negotiated: bool = True
    """Whether there are marks of negotiation, not only paragraphs put in between numbers: 6 bis."""

    @property
    def document(self) -> Document:
        """The text as if clean."""
        return self.folding.document

    def restored(self, resolution: Resolution) -> Resolution:
        """Return what was read with its offsets in the text as written, its labels as ids, and its marks."""
        resolution = self.folding.printed(resolution)
        resolution = with_ids_of_labels(resolution, self.labels)
        if not self.negotiated:
            return replace(resolution, status=resolution.status or "draft")
        marks = tuple(in_its_paragraph(lifted, resolution) for lifted in self.lifted)
        agreed = {mark.paragraph for mark in marks if mark.kind == "agreed"}
        marks = tuple(replace(mark, status="agreed") if mark.paragraph in agreed else mark for mark in marks)
        proposing = sum(mark.kind != "label" or mark.proposer is not None for mark in marks)
        message = (
            f"a negotiating text: {counted(proposing, 'mark')} beside the labels; words proposed to be added are read, "
            "words struck are not, of a choice only one"
        )
        doubts = Diagnostic("warning", "negotiating-text", message), *marks_left(resolution), *not_understood(marks)
        return replace(resolution, marks=marks, diagnostics=(*doubts, *resolution.diagnostics), status="draft")


def lift_marks(document: Document) -> LiftedMarks | None:
    """Return a negotiating text without its marks; None where nothing shows that a text is one.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> text = "OP1. Requests [EU: add strongly] the Secretary-General to [help] (RUS, delete);"
    >>> lifting = lift_marks(read_text(text))
    >>> lifting.document.raw
    '1. Requests strongly the Secretary-General to help;'
    >>> [(mark.kind, mark.proposer) for mark in lifting.lifted]
    [('label', None), ('add', 'EU'), ('bracket', None), ('delete', 'RUS')]
    """
    reader = _Reader(document)
    labels = list(reader.labels())
    reader.numbers = [label for label in labels if label.printed]
    lettered = [label for label in labels if not label.printed]
    noted = {mark.start for mark in document.marks if mark.role == "mark" and mark.start < mark.end}
    brackets = (bracket for bracket in reader.brackets(lettered) if bracket.start not in noted)
    inline = [*reader.struck(), *brackets]
    lifted_out = CutPlaces(cut for mark in inline for cut in mark.cuts)
    inline += reader.remarks(lettered, lifted_out)
    negotiated = any(reader.is_known(label) for label in lettered) or reader.lead(lettered) or reader.inserts(labels)
    if not (negotiated or reader.negotiates(inline)):
        return None
    inline += [
        *reader.comments(labels),
        *reader.tails(inline, lifted_out),
        *reader.emphasis(lettered),
        *reader.raised(),
    ]
    numbered = labels if any(label.suffix or not label.printed for label in labels) else []
    lifted = [
        *(
            LiftedMark("label", label.start, label.end, words, (), label.proposer)
            for label in lettered
            if (words := document.raw[label.start : label.end].strip())
        ),
        *(mark for label in lettered for mark in reader.remarks_in(label)),
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
    only_put_in = reader.puts_in(lettered) and all(mark.kind == "label" for mark in lifted)
    return LiftedMarks(folding, tuple(with_targets(lifted, document.raw)), tuple(numbered), not only_put_in)


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
        if raw[start - 1 : start] in _COMMAS and behind and behind in ",;.，；。":
            start -= 1
        out.append((start, end))
    return out


class _Reader(LabelReader):
    """Finds the marks of a raw text."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        met = patterns(document.language).met.pattern
        closing = re.compile(rf"(?m)^[^\S\n]*(?:{met})[^\S\n]*$").search(self.raw, self.begin)
        self.close = closing.start() if closing else len(self.raw)
        """Where the meeting closes it: brackets below are of those who adopted it."""
        self.kept: dict[int, LiftedMark] = {}
        """The brackets whose words are read, by the place where they end."""
        self.led: set[int] = set()
        """Where the labels end."""
        self.ahead: set[int] = set()
        """Where the brackets end whose words are offered for those of the bracket behind."""
        self.numbers: list[Label] = []
        """The plain numbers of paragraphs."""
        self.tails_of: dict[int, int] = {}
        """Where the remarks begin that end a line, by the line's end: they are gone back over once, however many."""

    def _is_status(self, words: str) -> bool:
        """Whether a line says nothing but what became of a paragraph: agreed ad ref 14.10., open."""
        tokens = read_tokens(words, self.spoken.code)
        return self._is_agreed(words) or (tokens[0].kind == "status" and is_claim(tokens))

    def negotiates(self, marks: Sequence[LiftedMark]) -> bool:
        """Whether marks show that a text is negotiated: one that says who wants what, or, in no adopted text, two."""
        if any(mark.kind in ("add", "delete", "agreed") for mark in marks):
            return True
        adopted = self.spoken.compiled("structure", "patterns", "adopted").search(self.raw[: self.begin])
        square = [mark for mark in marks if self.raw[mark.start] in "[［"]
        signed = any(mark.status == "proposed" for mark in marks) or any(
            mark.kind == "remark" and self._names_sender(mark.text) for mark in square
        )
        return not adopted and (signed or len(square) > 1)

    def comments(self, labels: Sequence[Label]) -> Iterator[LiftedMark]:
        """Lines between paragraphs that say something of them: EU: can we use agreed language; Status: open."""
        led = {self.raw.rfind("\n", 0, label.start) + 1 for label in labels}
        first = min((label.start for label in labels), default=len(self.raw))
        follows = -1
        for line in LINE.finditer(self.raw, first, self.close):
            stop = self.line_ends[bisect_left(self.line_ends, line.end())]
            words = self.raw[line.end() : stop].strip(SET_OFF + CLOSING)
            if line.start() in led or not words:
                continue
            speaking = self._speaking(line.start())
            if not speaking and follows == len(self.raw[: line.start()].rstrip()):  # below another's comment
                speaking = self._speaking(line.start(), follows=True)
            if self._is_agreed(words):
                yield LiftedMark("agreed", line.end(), stop, words, ((line.end(), stop),), None, "agreed")
            elif (speaking and not self._performs(speaking.end)) or self._is_status(words):
                follows = len(self.raw[:stop].rstrip())
                yield from self._saying(line.end(), stop, words, "paragraph")

    def remarks_in(self, label: Label) -> Iterator[LiftedMark]:
        """What a label says of its paragraph besides who proposes it: OP5 (US: delete). Requests …."""
        words = self._words_of_label(label.start, label.end)
        if words and not label.proposer and kinds_of(read_tokens(words, self.spoken.code)) & {"name", "status"}:
            place = self.raw.index(words, label.start)
            marks = self._saying(place, place + len(words), words, "paragraph")
            yield from (replace(mark, cuts=()) for mark in marks)

    def _saying(self, start: int, end: int, words: str, about: About) -> Iterator[LiftedMark]:
        """What is said of words that stand elsewhere, a mark for each who says it; the first is cut."""
        cuts, code = ((start, end),), self.spoken.code
        positions = read_positions(words, code)
        place = start + max(0, self.raw[start:end].find(words))
        if not positions:
            yield LiftedMark("remark", start, end, words, cuts)
        for number, each in enumerate(positions):
            span = (place + each.start, place + each.end) if number else (start, end)
            kind = "bracket" if each.act == "add" else each.act
            remark = kind == "remark" or not about or not (each.sender or kind == "delete")
            text = words[each.start : each.end]
            if remark:
                yield LiftedMark("remark", *span, text, () if number else cuts)
            else:
                status = "proposed" if each.sender else None
                yield LiftedMark(kind, *span, text, () if number else cuts, each.sender, status, about)

    def emptied(self, start: int, end: int) -> tuple[int, int] | None:
        """The line that a cut leaves nothing of but a point's number."""
        first, last = self.raw.rfind("\n", 0, start) + 1, self.raw.find("\n", end)
        last = last if last >= 0 else len(self.raw)
        before, after = self.raw[first:start].strip(), self.raw[end:last].strip()
        point = patterns(self.spoken.code).point.fullmatch(f"{before} ")
        return (first, last) if point and not after.strip(";,.；，。") else None

    def struck(self) -> Iterator[LiftedMark]:
        for match in _STRUCK.finditer(self.raw):
            yield LiftedMark("delete", match.start(), match.end(), match["words"], (match.span(),))
        for match in _TAGGED.finditer(self.raw, self.begin):
            yield self._tagged(match)
        for match in _ASIDES.finditer(self.raw, self.begin):
            yield from self._saying(
                *match.span(), (match["words"] or match["noted"]).strip(), self._about(*match.span())
            )

    def _tagged(self, match: re.Match[str]) -> LiftedMark:
        """Words between two tags: <EU> fully </EU>, [DEL EU] fully [/DEL], <s>fully</s>."""
        words, whole = match["words"], (match.span(),)
        if self._is_agreed(words.strip()):
            return LiftedMark("agreed", *match.span(), words, whole, None, "agreed")
        proposal = read_proposal(f"{match['open']}: {words}", self.spoken.code)
        sender = proposal.proposer if len(match["tag"]) > 1 else None
        sides = (match.start(), match.start("words")), (match.end("words"), match.end())
        gone = proposal.action == "delete" or match["tag"].lower() in _STRIKES
        kind, cuts = ("delete", whole) if gone else ("add", sides)
        return LiftedMark(kind, *match.span(), words, cuts, sender, "proposed" if sender else None)

    def raised(self) -> Iterator[LiftedMark]:
        """Whose a bracket is, raised behind it: [fully]^EU."""
        for match in _RAISED.finditer(self.raw, self.begin):
            behind = self.raw[match.end() : match.end() + LONGEST_NAMES]
            tokens = takewhile(lambda token: token.kind in _NAMED, read_tokens(behind, self.spoken.code))
            if sender := sender_of(behind, tuple(tokens)):
                end = match.end() + behind.index(sender) + len(sender)
                span = match.start(), end + (match[0] in self.raw[end : end + 2]) * len(match[0])
                yield LiftedMark("bracket", *span, sender, (span,), sender, "proposed", "before")
        for match in _NOTED.finditer(self.raw, self.begin):
            note = re.compile(rf"(?m)^[^\S\n]*{match[0]}(?![⁰¹²³⁴-⁹])(?P<words>[^\n]+)$").search(self.raw, match.end())
            words = note["words"].strip() if note else ""
            sender = sender_of(words, read_tokens(words, self.spoken.code))
            if note and sender and len(words) <= TAIL:
                cuts = match.span(), note.span()
                yield LiftedMark("bracket", *match.span(), words, cuts, sender, "proposed", "before")

    def emphasis(self, labels: Sequence[Label]) -> Iterator[LiftedMark]:
        """What is set in bold, and the stars behind a bracket: the words are read, the signs are not."""
        for match in _BOLD.finditer(self.raw, self.begin):
            if not any(label.start <= match.start() < label.end for label in labels):
                signs = (match.start(), match.start("words")), (match.end("words"), match.end())
                yield LiftedMark("emphasis", *match.span(), match["words"], signs)
        for match in _DOUBLED.finditer(self.raw, self.begin):
            if match["struck"]:
                yield LiftedMark("delete", *match.span(), match["struck"], (match.span(),))
            else:
                signs = (match.start(), match.start("added")), (match.end("added"), match.end())
                yield LiftedMark("add", *match.span(), match["added"], signs)
        for match in _STARS.finditer(self.raw, self.begin):
            yield LiftedMark("emphasis", *match.span(), match[0], (match.span(),))

    def brackets(self, labels: Sequence[Label]) -> Iterator[LiftedMark]:
        opened: list[int] = []
        tagged = [match.span() for match in _TAGGED.finditer(self.raw)]
        self.led = {label.end for label in (*labels, *self.numbers)}
        apart = [*((label.start, label.end) for label in labels), *tagged]
        for sign in _SIGN.finditer(self.raw):
            if any(start <= sign.start() < end for start, end in apart):
                continue
            if len(sign[0]) > 1:  # a title
                continue
            if sign[0] in OPENING:
                opened.append(sign.start())
            elif opened and PAIRS[self.raw[opened[-1]]] == sign[0]:
                start = opened.pop()
                first = next((each.end for each in labels if self._opens(start, each)), 0)
                if self.begin <= start < self.close and (
                    marks := self._bracket(start, sign.end(), max(start + 1, first), whole=bool(first))
                ):
                    yield from marks
                    mark = marks[0]
                    if (mark.kind != "delete" and mark.cuts != ((start, sign.end()),)) or mark.kind == "alternative":
                        self.kept[sign.end()] = mark
                    elif mark.proposer and (about := self._before(start, mark.proposer)):
                        self.kept[sign.end()] = replace(about, proposer=mark.proposer)

    def _opens(self, start: int, label: Label) -> bool:
        """Whether nothing but brackets stands between a bracket and a label: it holds the whole paragraph."""
        return start < label.start and not self.raw[start : label.start].strip(f"{OPENING} \t")

    def _bracket(self, start: int, end: int, begin: int, *, whole: bool) -> tuple[LiftedMark, ...]:
        """The marks of a bracket, whose words begin behind the label of its paragraph where it holds one.

        The first is cut; the others are what others say of its words, or offer for them.
        """
        inside, span = self.raw[begin : end - 1].strip(_EMPHASIS), ((start, end),)
        begin += len(self.raw[begin : end - 1]) - len(self.raw[begin : end - 1].lstrip(_EMPHASIS))
        coded = _CODED.fullmatch(inside) and not self._offers_number(start, end)
        if coded or _LINK.match(self.raw, end):  # a note's mark, a symbol, a link
            return ()
        if self._is_agreed(inside.strip()):
            return (LiftedMark("agreed", start, end, inside.strip(), span, None, "agreed"),)
        proposal = self._about_whole(inside) if whole else read_proposal(inside, self.spoken.code)
        if not whole and self._goes_on_inside(start, end) and (words := read_either(inside, self.spoken.code)):
            proposal = words
        unsaid = proposal.action in (None, "guess") and not (proposal.proposer or are_delegations(inside.strip()))
        if self.raw[start] in _QUOTING and unsaid:
            return ()
        if not whole and (says := self._says(start, end, inside)):
            return says
        if not whole and (choices := self._choices(inside)):
            first = choices[0]
            rest = tuple(
                Position("delete" if each.gone else "alternative", each.sender, each.start, each.end)
                for each in choices[1:]
            )
            proposal = BracketContent(None, first.sender, first.start, first.end, rest)
        mark = self._judged(start, end, begin, inside, proposal, whole=whole)
        if mark.kind == "bracket" and any(each.act == "alternative" for each in proposal.others):
            mark = replace(mark, kind="alternative")
        others = proposal.others if mark.kind != "remark" else ()
        return mark, *(self._other(begin, inside, mark, each) for each in others)

    def _offers_number(self, start: int, end: int) -> bool:
        """Whether a number stands in brackets beside others for it: [2024] [G77: 2026]."""
        before = self.kept.get(self._behind_what(start))
        if before and _CODED.fullmatch(before.text):
            return True
        behind = _NEXT.match(self.raw, end)
        if behind is None or _CODED.fullmatch(behind["words"]):
            return False
        offer = read_proposal(behind["words"], self.spoken.code)
        return bool(offer.proposer and _CODED.fullmatch(behind["words"][offer.start : offer.end]))

    def _says(self, start: int, end: int, inside: str) -> tuple[LiftedMark, ...]:
        """What a bracket behind a label or a paragraph's last sign says of the paragraph."""
        tail = self._is_tail(start, end, inside) and self.raw[max(0, start - 8) : start].rstrip()[-1:] not in _COMMAS
        leads = self._leads(start) and says_only(inside, self.spoken.code)
        if not tail and not leads:
            return ()
        if leads:
            self.led.add(end + len(self.raw[end : end + 2]) - len(self.raw[end : end + 2].lstrip(" \u3000")))
        about = self._about(start, end) or "paragraph"
        return tuple(self._saying(start, end, inside.strip(), about))

    def _leads(self, start: int) -> bool:
        """Whether a bracket stands before all words of its paragraph: behind its label, or where its line begins."""
        if start in self.led:
            return True
        leads = not self.raw[self.raw.rfind("\n", 0, start) + 1 : start].strip()
        if leads and self._performs(self.raw.find(self.raw[start].translate(_SHUT), start) + 1):
            self.led.add(start)
        return start in self.led

    def _goes_on_inside(self, start: int, end: int) -> bool:
        """Whether a bracket stands among the words of a sentence, and beside no other bracket."""
        before, after = (
            self.raw[max(0, start - 2) : start].rstrip(" \u3000")[-1:],
            self.raw[end : end + 2].lstrip(" \u3000")[:1],
        )
        return start not in self.led and before.isalnum() and (after.isalnum() or after in OPENING)

    def _choices(self, inside: str) -> tuple[Choice, ...]:
        """The choices that words offer, but for a sentence of several lines."""
        sentence = len(inside) > CHOICE or inside[-1:] in patterns(self.spoken.code).terminal
        return () if sentence else read_choices(inside, self.spoken.code)

    def _other(self, begin: int, inside: str, mark: LiftedMark, position: Position) -> LiftedMark:
        """What another says of a bracket's words."""
        words = inside[position.start : position.end]
        own_words = position.act in ("remark", "alternative") or mark.about or not mark.text
        text = words if own_words else mark.text
        about = mark.about if text is words and position.act != "alternative" else None
        kind = "bracket" if position.act == "add" else position.act
        status = "proposed" if position.sender else None
        return LiftedMark(kind, begin + position.start, begin + position.end, text, (), position.sender, status, about)

    def _judged(
        self, start: int, end: int, begin: int, inside: str, proposal: BracketContent, *, whole: bool
    ) -> LiftedMark:
        """What becomes of a bracket of which is known what it says: whether its words are read, and what is cut."""
        span = ((start, end),)
        proposer, words = proposal.proposer, inside[proposal.start : proposal.end]
        status = "proposed" if proposer else None
        before = self.raw[max(0, start - 8) : start]
        either = self.form("or_between").search(before)
        if either and either.end() == len(before) and _BEHIND_BRACKET.search(before[: either.start()]):
            return LiftedMark("alternative", start, end, words, ((start - len(either[0]), end),), proposer, status)
        if proposal.action == "exchange":
            sides = (start, begin + proposal.start), (begin + proposal.end, end)
            return LiftedMark("alternative", start, end, words, sides, proposer, status)
        if proposal.action in ("delete", "replace") and words:
            kind = "alternative" if proposal.action == "replace" else "delete"
            return LiftedMark(kind, start, end, words, span, proposer, status)
        leads = self.raw[end : end + 1] in tuple(OPENING)
        attributed = (start in self.led or leads or _BEHIND_BRACKET.search(before)) and are_delegations(inside.strip())
        goes_on = bool(proposer) and before.rstrip()[-1:] in _COMMAS  # on the lake, [with its shores: EU]
        remarks = proposal.action == "note" or (not whole and self._is_tail(start, end, inside) and not goes_on)
        if attributed or not words or remarks:
            return self._remarking(start, end, inside, proposal, attributed=bool(attributed))
        if self._is_other(start, inside, words, proposer or self._whose(end)):
            return LiftedMark("alternative", start, end, words, span, proposer, status)
        if proposer and not whole and proposal.action is None and self._offers_ahead(end, words):
            self.ahead.add(end)
            return LiftedMark("alternative", start, end, words, span, proposer, status)
        kinds = {None: "bracket", "guess": "bracket", "keep": "keep"}
        kind = kinds.get(proposal.action, "add")
        place = begin + proposal.start, begin + proposal.end
        if whole:  # it offers no choice
            return LiftedMark(kind, start, end, words, ((start, place[0]), (place[1], end)), proposer, status)
        mark = LiftedMark(kind, start, end, words, ((start, place[0]), (place[1], end)), proposer, status)
        return replace(mark, text=inside) if proposal.action == "guess" else mark

    def _remarking(
        self, start: int, end: int, inside: str, proposal: BracketContent, *, attributed: bool
    ) -> LiftedMark:
        """A bracket that holds none of the text's words, but says something of those beside it."""
        sender = inside.strip() if attributed else proposal.proposer
        about = self._about(start, end) if sender or proposal.action == "delete" else None
        acts = {"keep": "keep", "delete": "delete", "replace": "alternative"}
        kind = acts.get(proposal.action or "", "bracket") if about else "remark"
        words = inside.strip() if kind == "remark" or about else inside[proposal.start : proposal.end]
        sender = None if kind == "remark" else sender
        return LiftedMark(kind, start, end, words, ((start, end),), sender, "proposed" if sender else None, about)

    def _about(self, start: int, end: int) -> About:
        """Where the words stand that a mark without words is about."""
        if start in self.led or start in self.leading:
            return "paragraph"
        if self._stands_behind(start) or self.raw[max(0, start - 2) : start].rstrip(" \u3000")[-1:] in (")", "）"):
            return "before"
        if self.raw[end : end + 1] in tuple(OPENING):
            return "behind"
        stop = self.line_ends[bisect_left(self.line_ends, end)]
        rest = self.raw[end:stop].strip(f"{CLOSING} \t*_~")
        if start >= self._tail_of(stop) or not rest:
            return "paragraph"
        return "last" if not rest.strip(patterns(self.spoken.code).terminal) else None

    def _about_whole(self, inside: str) -> BracketContent:
        """What a bracket around a whole paragraph says behind its last sign: the words hold brackets of their own."""
        code, ends = self.spoken.code, patterns(self.spoken.code).terminal
        least = max(0, len(inside) - TAIL)
        for sign in _TERMINAL.finditer(inside, least):
            behind = inside[sign.end() :]
            if sign[0] not in ends or not behind.strip() or not signs_paragraph(behind.strip(), code):
                continue
            positions = read_positions(inside, code, sign.end())
            first = next((each for each in positions if each.act == "add"), None)
            others = tuple(each for each in positions if each is not first)
            return BracketContent(None, first.sender if first else None, 0, sign.end(), others)
        return BracketContent(None, None, 0, len(inside))

    def _behind_what(self, place: int) -> int:
        """Where that ends which stands before a place and the spaces before it."""
        while place and self.raw[place - 1] in " \u3000":
            place -= 1
        return place

    def _before(self, place: int, proposer: str | None) -> LiftedMark | None:
        """The bracket that stands right before a place, if not another's: [fully] [EU: delete]."""
        mark = self.kept.get(self._behind_what(place))
        return mark if mark and mark.proposer in (None, proposer) else None

    def _whose(self, end: int) -> str | None:
        """Who is named in a bracket right behind another: [fully] {EU}."""
        behind = _NEXT.match(self.raw, end)
        names = behind["words"].strip(_EMPHASIS) if behind else ""
        return names if are_delegations(names) else None

    def _is_other(self, start: int, inside: str, words: str, proposer: str | None) -> bool:
        """Whether a bracket offers other words for those of the bracket before it: [shall][should], [EU: a] [US: b]."""
        end = self._behind_what(start)
        before = self.kept.get(end)
        if before is None or end in self.ahead:
            return False
        joins = proposer and self.form("joins_on").match(words)
        if not joins and (end == start or (proposer and before.proposer and proposer != before.proposer)):
            return True
        if proposer and not before.proposer and not joins and not self.form("goes_on").match(words):
            return True
        return is_option(inside, self.spoken.code)

    def _offers_ahead(self, end: int, words: str) -> bool:
        """Whether words are offered for those of the bracket behind: [US: Invites] [Urges], [G77: 2026] [2024]."""
        behind = _NEXT.match(self.raw, end)
        others = behind["words"].strip(_EMPHASIS) if behind else ""
        if not others or are_delegations(others) or read_proposal(others, self.spoken.code).proposer:
            return False
        sides = (words, others)
        return all(map(self._counts, sides)) or all(map(self._is_verb, sides))

    def _counts(self, words: str) -> bool:
        """Whether words are a number, in figures or not: 2026, eighty-first."""
        return bool(_CODED.fullmatch(words) or self.spoken.ordinal(words.lower()) or self.spoken.number(words.lower()))

    def _is_verb(self, words: str) -> bool:
        """Whether words are a performative, or open with one."""
        return bool(patterns(self.spoken.code).opening.match(words[:1].upper() + words[1:]))

    def _is_tail(self, start: int, end: int, inside: str) -> bool:
        """Whether brackets stand behind a paragraph's last sign, and hold no sentence: a remark on it."""
        if self.form("pending").fullmatch(inside.strip()):
            return True
        stop = self.line_ends[bisect_left(self.line_ends, end)]
        ends = self._ends(stop)
        begin = self._tail_of(stop)
        if start < begin or inside.strip()[-1:] in ends or self.raw[begin - 1 : begin] not in ends:
            return False
        after = self.raw[stop : stop + 200]
        following = after.lstrip("\n")
        ended = not following or after[:2] == "\n\n" or (after[:1] == "\n" and not following[:1].strip())
        forms = (self.form("label"), self.form("number"), patterns(self.spoken.code).point)
        return ended or any(form.match(following) for form in forms)

    def _tail_of(self, stop: int) -> int:
        """Where the remarks begin that end the line that ends at a place: behind its last sign, if that is one."""
        if stop not in self.tails_of:
            first = self.raw.rfind("\n", 0, stop) + 1
            self.tails_of[stop] = first + remarks_begin(self.raw[first:stop], self._ends(stop))
        return self.tails_of[stop]

    def _names_sender(self, words: str) -> bool:
        return bool(kinds_of(read_tokens(words, self.spoken.code)) & {"name", "office"})

    def _stands_behind(self, start: int) -> bool:
        """Whether a place is right behind a bracket, or behind words that are set in bold."""
        return bool(_BEHIND_BRACKET.search(self.raw[max(0, start - 8) : start]))

    def _stands_apart(self, start: int) -> bool:
        """Whether a name in brackets is no part of a sentence: it follows a bracket, a label or the last sign."""
        line = self.raw[self.raw.rfind("\n", 0, start) + 1 : start].strip(f" \t{OPENING}")
        label = self.form("label").fullmatch(line) or self.form("number").fullmatch(line)
        last = f"{CLOSING}~*_+{patterns(self.spoken.code).terminal}"
        opened = self.raw[start - 1 : start] in tuple(OPENING)
        return label is not None or (bool(line) and line[-1] in last) or opened

    def remarks(self, labels: Sequence[Label], cuts: CutPlaces) -> Iterator[LiftedMark]:
        """Remarks in round brackets, which are the text's own but where they ask for something or follow a bracket."""
        for match in _REMARK.finditer(self.raw, self.begin):
            if any(label.start <= match.start() < label.end for label in labels):
                continue
            words = match["words"].strip(_EMPHASIS)
            if self._is_agreed(words):
                yield LiftedMark("agreed", *match.span(), words, (match.span(),), None, "agreed")
            elif cuts.hold(match.start()):  # what its bracket has told
                continue
            elif labels and self._are_names(*match.span(), words):
                about = self._about(*match.span()) or "paragraph"
                yield LiftedMark("bracket", *match.span(), words, (match.span(),), words, "proposed", about)
            elif not patterns(self.spoken.code).point.fullmatch(match[0]):  # (a) is a point's number
                yield from self._remark(match, words)
        for match in _COMMENT.finditer(self.raw, self.begin):
            before = self.raw[self.raw.rfind("\n", 0, match.start()) + 1 : match.start()]
            if sum(map(before.count, OPENING)) > sum(map(before.count, CLOSING)):
                continue  # [fully // EU: partly]
            yield from self._saying(*match.span(), match["words"].strip(), self._about(*match.span()))
        yield from self._agreed_lines()

    def _are_names(self, start: int, end: int, words: str) -> bool:
        """Whether delegations stand in brackets behind words that are no place of theirs: not Cancún (Mexico)."""
        if not are_delegations(words) or (self.spoken.words_touch and not names_state(words)):
            return False
        if any(sign in words for sign in ",、+/") or self.raw[end : end + 1] in tuple(OPENING):
            return True
        before = re.findall(r"[^\W\d_][\w’-]*", self.raw[max(0, start - LONGEST_NAMES) : start])
        if before and before[-1][0].islower():
            return True
        shortened = any(word[0] == words[0] for word in before)  # European Union (EU)
        return not state_by_name(words, self.spoken.code) and not (shortened and before[-1][0].isupper())

    def _remark(self, match: re.Match[str], words: str) -> Iterator[LiftedMark]:
        proposal = read_proposal(words, self.spoken.code)
        about = words[proposal.start : proposal.end]
        if proposal.action not in (None, "guess"):
            proposer = proposal.proposer or (about if are_delegations(about) else None)
            begin = match.start("words") + len(match["words"]) - len(match["words"].lstrip(_EMPHASIS))
            place = begin + proposal.start, begin + proposal.end
            lead = self.raw[match.start() : place[0]].rstrip()[-1:]
            if proposal.action in ("add", "exchange") and lead in f"{_QUOTES}:：":  # the words that it would add
                kind, sides = "alternative", ((match.start(), place[0]), (place[1], match.end()))
                kind = "add" if proposal.action == "add" else kind
                yield LiftedMark(kind, *match.span(), about, sides, proposer, "proposed")
            elif about and proposal.action in ("delete", "exchange", "replace"):
                kind = "delete" if proposal.action == "delete" else "alternative"
                yield LiftedMark(
                    kind, *match.span(), about, (match.span(),), proposer, "proposed" if proposer else None
                )
            else:
                yield from self._saying(*match.span(), words, self._about(*match.span()))
        elif (proposal.proposer or self._names_sender(words)) and self._stands_behind(match.start()):
            yield from self._saying(*match.span(), words, "before")
        elif self._stands_apart(match.start()) and (are_delegations(words) or are_acronyms(words)):
            yield from self._saying(*match.span(), words, self._about(*match.span()))
        elif proposal.proposer and are_delegations(proposal.proposer) and self._is_tail(*match.span(), match["words"]):
            yield from self._saying(*match.span(), words, "paragraph")

    def tails(self, inline: Sequence[LiftedMark], cuts: CutPlaces) -> Iterator[LiftedMark]:
        """Remarks behind a paragraph's last sign, whatever they say: they are none of a negotiated text."""
        taken = {mark.start for mark in inline}
        for match in _REMARK.finditer(self.raw, self.begin):
            lifted = match.start() in taken or cuts.hold(match.start())
            if not lifted and self._is_tail(*match.span(), match["words"]):
                yield from self._saying(*match.span(), match["words"].strip(), "paragraph")

    def _agreed_lines(self) -> Iterator[LiftedMark]:
        """Agreed ad ref at a line's end, behind a dash, another sign, or the last sign of a paragraph."""
        terminal = re.escape(patterns(self.spoken.code).terminal)
        signs = r"(?:(?<!\w)-|[^\w\s.,:;()\[\]（）［］【】-])"  # pre-agreed is a word
        words = rf"[^\S\n]*(?P<words>[^-–—\n\[\]{terminal}]{{2,40}}\.?)[^\S\n]*(?=[\]］】]?$)"
        form = rf"(?:{signs}{{1,3}}|(?<=[{terminal}])){words}"
        for match in re.finditer(form, self.raw, re.MULTILINE):
            words = match["words"].strip(" *_~✓✔")
            if self._is_agreed(words):
                yield LiftedMark("agreed", *match.span(), words, (match.span(),), None, "agreed")
