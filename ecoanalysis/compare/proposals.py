"""Marks of a negotiating text → its table: what a proposal would do, from the words with it and without it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.edition import to_edition
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

_SILENT = frozenset({"label", "agreed"})
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
_OF_WORDS: dict[str, Effect] = {"delete": "drop", "keep": "keep", "remark": "remark", "alternative": "choose"}
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
    return tuple(_rows(comparison)) if any(_proposes(mark) for mark in comparison.new.marks) else ()


def proposal_rows(row: NegotiatedParagraph, say: Labels) -> Iterator[tuple[str, str, str, str]]:
    """Yield the proposals for a paragraph: who, what it would do, in which words, and its status and remarks on it."""
    for proposal in row.proposals:
        effects = say.join(say(f"proposal.{effect}") for effect in proposal.effects)
        nobody = "" if proposal.kind == "remark" else say("proposal.nobody")
        status = say(f"proposal.{proposal.status}") if proposal.status in ("proposed", "agreed") else proposal.status
        stands = "; ".join(filter(None, (status, *proposal.remarks)))
        yield proposal.proposer or nobody, effects, proposal.words, stands


def _rows(comparison: Comparison) -> Iterator[NegotiatedParagraph]:
    texts = {paragraph.id: paragraph for paragraph in comparison.old.paragraphs}
    siblings = {paragraph.id: paragraph for paragraph in comparison.new.paragraphs}
    before = {id: link.old for link in comparison.links for id in link.new}
    for paragraph in comparison.new.paragraphs:
        last = " ".join(filter(None, (texts[id].text for id in before.get(paragraph.id, ()) if id in texts)))
        marks = [mark for mark in comparison.new.marks if mark.paragraph == paragraph.id]
        sibling = siblings.get(paragraph.id.partition("~alt")[0]) if "~alt" in paragraph.id else None
        table = MarksOfParagraph(paragraph, marks, last, comparison.new.language, sibling)
        yield NegotiatedParagraph(paragraph.id, last or None, paragraph.text or "", tuple(table.proposals()))


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
        self.status = "agreed" if any(mark.kind == "agreed" for mark in marks) else None
        self.remarks = {mark: self._holds(mark) for mark in self.marks if mark.kind == "remark"}

    def proposals(self) -> Iterator[Proposal]:
        """Yield a proposal for each mark, but for brackets of which others say what is to become of them."""
        for mark in self.marks:
            whole = mark.kind == "label"
            words = self.text if whole else mark.text
            if not words or self.remarks.get(mark) or self._is_told(mark):
                continue
            remarks = tuple(each.text for each, holder in self.remarks.items() if holder is mark)
            kind = "bracket" if whole else mark.kind
            status = mark.status or self.status
            yield Proposal(mark.proposer, kind, words, self._effects(mark, words), status, remarks)

    def _holds(self, remark: DraftMark) -> DraftMark | None:
        """The first mark around a remark."""
        around = (mark for mark in self.marks if mark.kind != "remark" and mark.start <= remark.start)
        return next((mark for mark in around if remark.end <= mark.end), None)

    def _is_told(self, mark: DraftMark) -> bool:
        """Whether a bracket without a name says no more than that others want its words to go, or to stand."""
        if mark.kind == "emphasis":
            return not self.last or self._stands(mark)
        unsigned = mark.kind == "bracket" and not mark.proposer
        if unsigned and mark.text == self.text and any(other.kind == "label" for other in self.marks):
            return True  # who proposes it stands in its label
        others = (other for other in self.marks if other is not mark and other.kind in ("delete", "keep"))
        return unsigned and self._stands(mark) and any(other.text == mark.text for other in others)

    def _effects(self, mark: DraftMark, words: str) -> tuple[Effect, ...]:
        whole = words == self.text
        if mark.kind in ("keep", "remark") or (mark.kind == "delete" and whole):
            return (_OF_WORDS[mark.kind],)
        if mark.kind == "delete":
            effects = self._compared(*self._cut(mark))
            return effects if effects == ("drop_party",) else ("drop", *effects)
        if whole and "~alt" in self.paragraph.id:
            return "choose", *(self._compared(self.sibling.text or "", self.text) if self.sibling else ())
        if mark.kind == "alternative" or self._is_choice(mark):
            return "choose", *self._compared(*self._chosen(mark))
        if self._stands(mark):
            return ("keep" if mark.proposer else "open",)
        return (() if whole else self._compared(*reversed(self._cut(mark)))) or ("add",)

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
        return any(other.kind == "alternative" and self._base(other) is mark for other in self.marks)

    def _base(self, mark: DraftMark) -> DraftMark | None:
        """The bracket whose words are read where others are offered for them."""
        before = [other for other in self.marks if other.kind in _READ and other.start < mark.start]
        near = (other for other in reversed(before) if mark.start - other.end <= _BETWEEN or mark.end <= other.end)
        nearest = next(near, None)
        if nearest and nearest.kind == "alternative" and not self._places(nearest):
            return self._base(nearest)
        return nearest if nearest and self._places(nearest) else None

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


def _tokens(text: str, language: str) -> list[str]:
    return re.findall(r"\w" if language_of(language).words_touch else r"\w+", text.casefold())


def _within(words: Sequence[str], others: Sequence[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(others)} "


def _alone(words: str, paragraph: EditionParagraph, language: str) -> Edition:
    """A paragraph as a text of its own."""
    raw = words if paragraph.part == "preamble" else f"1. {words}"
    return to_edition(extract_facts(parse_resolution(Document(raw, "", "", "txt", language))))
