"""Marks of a negotiating text → its table: what a proposal would do, from the words with it and without it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ecoanalysis.compare.brief.summary import paragraph_name
from ecoanalysis.compare.comparison import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.extract import extract_facts
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.document import Document
from ecoanalysis.model.edition import Edition, EditionParagraph
from ecoanalysis.model.negotiation import Effect, NegotiatedParagraph, Proposal
from ecoanalysis.model.resolution import DraftMark
from ecoanalysis.parse import parse_resolution
from ecoanalysis.parse.negotiation.claims import read_tokens, sender_of
from ecoanalysis.parse.negotiation.delegations import one_name_each

_SILENT = frozenset({"label", "agreed"})  # what asks for nothing
_EFFECTS: dict[str, Effect] = {
    "strengthened": "strengthen",
    "hedge_removed": "strengthen",
    "endorsement_raised": "strengthen",
    "weakened": "weaken",
    "hedge_added": "weaken",
    "endorsement_lowered": "weaken",
    "addressee_added": "add_party",
    "addressee_removed": "drop_party",
}
_LABEL = re.compile(r"[^\w]*(?P<label>[^()（）\[\]［］【】:：]{1,24})")
_BEFORE_LABEL = ":："  # who proposes a paragraph, before its label in one bracket
_READ = ("bracket", "add", "alternative", "emphasis", "keep")
_ALIKE = 0.6  # share of a paragraph's words that the last edition has where it stands there
_BETWEEN = 6  # signs between two words that are offered: ] / [, or


def find_proposals(comparison: Comparison) -> tuple[NegotiatedParagraph, ...]:
    """Return the table of the later side, paragraph by paragraph; none where it is no negotiating text.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> texts = "1. Requests Chad to report;", "OP1. Requests Chad [EU: add , as appropriate,] to report;"
    >>> sides = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in texts]
    >>> rows = find_proposals(eco.compare_editions(*sides))
    >>> [(proposal.proposer, proposal.effects) for proposal in rows[0].proposals]
    [('EU', ('weaken',))]
    """
    marks = comparison.new.marks
    if not any(_proposes(mark) or mark.kind == "agreed" for mark in marks):
        return ()
    rows = list(_rows(comparison))
    names = one_name_each([each.proposer for row in rows for each in row.proposals if each.proposer])
    return tuple(replace(row, proposals=tuple(_named(each, names) for each in row.proposals)) for row in rows)


def _named(proposal: Proposal, names: Mapping[str, str]) -> Proposal:
    return replace(proposal, proposer=names[proposal.proposer]) if proposal.proposer else proposal


def proposal_rows(row: NegotiatedParagraph, say: Labels) -> Iterator[tuple[str, str, str, str]]:
    """Yield the proposals for a paragraph: who, what it would do, in which words, and its status and remarks on it."""
    for proposal in row.proposals:
        weighty = [effect for effect in proposal.effects if effect != "choose"] or proposal.effects
        effects = say.join(say(f"proposal.{effect}") for effect in weighty)
        nobody = "" if proposal.kind in ("remark", "agreed") else say("proposal.nobody")
        status = say(f"proposal.{proposal.status}") if proposal.status in ("proposed", "agreed") else proposal.status
        status = None if proposal.kind == "agreed" else status
        stands = say("punctuation.counts").join(filter(None, (status, *proposal.remarks)))
        yield proposal.proposer or nobody, effects, in_words(proposal), stands


def in_words(proposal: Proposal) -> str:
    """Return the words of a proposal, behind those that they are offered for."""
    return f"{proposal.instead} → {proposal.words}" if proposal.instead else proposal.words


def row_name(row: NegotiatedParagraph, say: Labels) -> str:
    """Return what a negotiating text calls a paragraph: its own label, else the name that the paragraph has here."""
    return row.label or paragraph_name(row.paragraph, say)


def _rows(comparison: Comparison) -> Iterator[NegotiatedParagraph]:
    texts = {paragraph.id: paragraph for paragraph in comparison.old.paragraphs}
    siblings = {paragraph.id: paragraph for paragraph in comparison.new.paragraphs}
    before = {id: link.old for link in comparison.links for id in link.new}
    for paragraph in comparison.new.paragraphs:
        last = " ".join(filter(None, (texts[id].text for id in before.get(paragraph.id, ()) if id in texts)))
        marks = [mark for mark in comparison.new.marks if mark.paragraph == paragraph.id]
        sibling = siblings.get(paragraph.id.partition("~alt")[0]) if "~alt" in paragraph.id else None
        table = MarksOfParagraph(paragraph, marks, last, comparison.new.language, sibling)
        label = _label(marks)
        yield NegotiatedParagraph(paragraph.id, last or None, paragraph.text or "", tuple(table.proposals()), label)


def _label(marks: Sequence[DraftMark]) -> str | None:
    """A paragraph's label without what stands around it: ``OP11 alt`` of ``[EU: OP11 alt.``."""
    label = next((mark for mark in marks if mark.kind == "label"), None)
    text = label.text if label else ""
    if label and label.proposer and text.startswith(label.proposer):
        text = text[len(label.proposer) :].lstrip(_BEFORE_LABEL)
    match = _LABEL.match(text)
    name = " ".join(match["label"].split()).rstrip(" .,;、，；–—-_*") if match else ""
    return name if any(sign.isdigit() for sign in name) else None


def _proposes(mark: DraftMark) -> bool:
    return mark.kind not in _SILENT or (mark.kind == "label" and mark.proposer is not None)


class MarksOfParagraph:
    """The marks of a paragraph, and what each would do to its words."""

    def __init__(
        self,
        paragraph: EditionParagraph,
        marks: Sequence[DraftMark],
        last: str,
        language: str,
        sibling: EditionParagraph | None = None,
    ) -> None:
        self.paragraph, self.language, self.sibling = paragraph, language, sibling
        self.last = _tokens(last, language)
        self.text = paragraph.text or ""
        self.marks = [mark for mark in marks if _proposes(mark)]
        self.agreed = [mark for mark in marks if mark.kind == "agreed"]
        self.status = "agreed" if self.agreed else None
        self.remarks = {mark: self._holds(mark) for mark in self.marks if mark.kind == "remark"}

    def proposals(self) -> Iterator[Proposal]:
        """Yield a proposal for each mark, but for brackets of which others say what is to become of them."""
        for mark in self.agreed[:1]:
            yield Proposal(None, "agreed", mark.text, ("agreed",), "agreed")
        for mark in self.marks:
            whole = mark.kind == "label"
            words = self.text if whole else mark.text
            if not words or self.remarks.get(mark) or self._is_told(mark):
                continue
            remarks = tuple(each.text for each, holder in self.remarks.items() if holder is mark)
            kind = "bracket" if whole else mark.kind
            status = mark.status or self.status or ("proposed" if mark.proposer else None)
            sender, words = self._said(mark) if mark.kind == "remark" else (mark.proposer, words)
            base = self._base(mark) if mark.kind == "alternative" else None
            instead = base.text if base and base.text != words else None
            yield Proposal(sender, kind, words, self._effects(mark, words), status, remarks, instead)

    def _said(self, remark: DraftMark) -> tuple[str | None, str]:
        """Who says a remark, and what: ``Switzerland: merge with 13``."""
        sender = sender_of(remark.text, read_tokens(remark.text, self.language))
        if not sender or not remark.text.startswith(sender):
            return None, remark.text
        return sender, remark.text[len(sender) :].lstrip(f"{_BEFORE_LABEL}–—- ") or remark.text

    def _holds(self, remark: DraftMark) -> DraftMark | None:
        """The first mark around a remark."""
        around = (mark for mark in self.marks if mark.kind != "remark" and mark.start <= remark.start)
        return next((mark for mark in around if remark.end <= mark.end), None)

    def _is_told(self, mark: DraftMark) -> bool:
        """Whether a bracket without a name says no more than that others want its words to go, or to stand."""
        if mark.kind == "emphasis":
            return not self.last or self._stands(mark)
        unsigned = mark.kind in ("bracket", "alternative") and not mark.proposer
        if unsigned and self._is_choice(mark):
            return True  # it stands beside what is offered for it
        if unsigned and mark.text == self.text and any(other.kind == "label" for other in self.marks):
            return True  # who proposes it stands in its label
        others = (other for other in self.marks if other is not mark and other.kind in ("delete", "keep"))
        return unsigned and self._stands(mark) and any(other.text == mark.text for other in others)

    def _effects(self, mark: DraftMark, words: str) -> tuple[Effect, ...]:
        whole, variant = words == self.text, self.paragraph.id.partition("~")[2]
        if whole and mark.proposer and mark.kind in ("bracket", "add") and variant and "alt" not in variant:
            return ("add_paragraph",)  # put in between others, whatever it is like
        if mark.kind == "keep":
            return ("keep",)
        if mark.kind == "remark":
            return ("remark",)
        if mark.kind == "delete" and whole:
            return ("drop_paragraph",)
        if mark.kind == "delete":
            effects = self._compared(*self._cut(mark))
            return effects if effects == ("drop_party",) else ("drop", *effects)
        if whole and "~alt" in self.paragraph.id:
            return "choose", *(self._compared(self.sibling.text or "", self.text) if self.sibling else ())
        if self._stands(mark) and self._is_choice(mark):
            return ("keep" if mark.proposer else "open",)
        if mark.kind == "alternative" or self._is_choice(mark):
            return "choose", *self._timed(mark), *self._compared(*self._chosen(mark))
        if self._stands(mark):
            return ("keep" if mark.proposer else "open",)
        return ("add_paragraph",) if whole else self._compared(*reversed(self._cut(mark))) or ("add",)

    def _timed(self, mark: DraftMark) -> tuple[Effect, ...]:
        """Whether a year or a session that is offered for another is a later or an earlier one."""
        base = self._base(mark)
        before, after = (_count(words, self.language) for words in (base.text if base else "", mark.text))
        if not before or not after or before == after:
            return ()
        return ("put_off" if after > before else "bring_forward",)

    def _places(self, mark: DraftMark) -> list[int]:
        """Where the words of a mark stand in those that are read."""
        return [place for place, offset in enumerate(self.paragraph.offsets) if mark.start <= offset < mark.end]

    def _read(self, mark: DraftMark) -> DraftMark | None:
        """The bracket whose words another mark is about: the same, as they are read."""
        others = (other for other in self.marks if other.kind in _READ and other.text == mark.text)
        return next((other for other in others if self._places(other)), None)

    def _cut(self, mark: DraftMark) -> tuple[str, str]:
        """The words with those of a mark, and without them."""
        read = self._read(mark)
        if read and (inside := self._places(read)):
            return self.text, self.text[: inside[0]] + self.text[inside[-1] + 1 :]
        offsets = self.paragraph.offsets
        place = next((place for place, offset in enumerate(offsets) if offset >= mark.start), len(self.text))
        return f"{self.text[:place]} {mark.text} {self.text[place:]}", self.text

    def _is_choice(self, mark: DraftMark) -> bool:
        """Whether other words are offered behind a bracket for its own."""
        others = (other for other in self.marks if other is not mark and other.kind == "alternative")
        return any(self._base(other) is mark for other in others)

    def _base(self, mark: DraftMark) -> DraftMark | None:
        """The bracket whose words are read where others are offered for them."""
        before = [other for other in self.marks if other.kind in _READ and other.start < mark.start]
        near = (other for other in reversed(before) if mark.start - other.end <= _BETWEEN or mark.end <= other.end)
        nearest = next(near, None)
        if nearest and nearest.kind == "alternative" and not self._places(nearest):
            return self._base(nearest)
        if nearest and self._places(nearest):
            return nearest
        behind = (other for other in self.marks if other.kind in _READ and 0 <= other.start - mark.end <= _BETWEEN)
        return next((other for other in behind if not self._places(mark) and self._places(other)), None)

    def _chosen(self, mark: DraftMark) -> tuple[str, str]:
        """The words as they are read, and with a choice in the place of what it is offered for."""
        base = self._base(mark)
        if base is None:
            return self.text, self.text
        inside = self._places(base)
        return self.text, self.text[: inside[0]] + mark.text + self.text[inside[-1] + 1 :]

    def _stands(self, mark: DraftMark) -> bool:
        """Whether the words of a mark stand in the last edition, beside one of those that they stand beside here."""
        words, inside = _tokens(mark.text, self.language), self._places(mark)
        if not words or not inside or not self.last:
            return False
        before = _tokens(self.text[: inside[0]], self.language)[-1:]
        after = _tokens(self.text[inside[-1] + 1 :], self.language)[:1]
        whole = not before and not after
        if whole:
            common = sum((Counter(words) & Counter(self.last)).values())
            return common >= _ALIKE * len(words)
        return any(_within(each, self.last) for each in ([*before, *words], [*words, *after]) if len(each) > len(words))

    def _compared(self, old: str, new: str) -> tuple[Effect, ...]:
        """What changes between two wordings of the paragraph; none where either cannot be read alone."""
        if old == new:
            return ()
        try:
            sides = [_alone(side, self.paragraph, self.language) for side in (old, new)]
        except EcoanalysisError:
            return ()
        types = dict.fromkeys(type for link in compare_editions(*sides).links for type in link.types)
        return tuple(dict.fromkeys(_EFFECTS[type] for type in types if type in _EFFECTS))


def _count(words: str, language: str) -> int | None:
    """The number that words are: 2026, eighty-first, 八十一."""
    spoken, name = language_of(language), words.strip().lower()
    return int(name) if name.isdecimal() else spoken.ordinal(name) or spoken.number(name)


def _tokens(text: str, language: str) -> list[str]:
    return re.findall(r"\w" if language_of(language).words_touch else r"\w+", text.casefold())


def _within(words: Sequence[str], others: Sequence[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(others)} "


def _alone(words: str, paragraph: EditionParagraph, language: str) -> Edition:
    """A paragraph as a text of its own."""
    raw = words if paragraph.part == "preamble" else f"1. {words}"
    return to_edition(extract_facts(parse_resolution(Document(raw, "", "", "txt", language))))
