"""Marks of a negotiating text → its table: what a proposal would do, from the words with it and without it."""

from __future__ import annotations

from collections.abc import Iterator

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.edition import to_edition
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.extract import extract_facts
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
_OF_WORDS: dict[str, Effect] = {"delete": "drop", "alternative": "choose", "replace": "choose"}


def find_proposals(comparison: Comparison) -> tuple[NegotiatedParagraph, ...]:
    """Return the table of the later side, paragraph by paragraph; none where it is no negotiating text.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> draft = "OP1. Requests the World Bank [EU: add , as appropriate,] to lend;"
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(draft))))
    >>> rows = find_proposals(eco.compare_editions(edition, edition))
    >>> [(proposal.proposer, proposal.effects) for proposal in rows[0].proposals]
    [('EU', ('weaken',))]
    """
    return tuple(_rows(comparison)) if any(_proposes(mark) for mark in comparison.new.marks) else ()


def proposal_rows(row: NegotiatedParagraph, say: Labels) -> Iterator[tuple[str, str, str, str]]:
    """Yield the proposals for a paragraph: who, what it would do, in which words, and whether it is agreed."""
    for proposal in row.proposals:
        effects = say.join(say(f"proposal.{effect}") for effect in proposal.effects)
        yield proposal.proposer or say("proposal.nobody"), effects, proposal.words, proposal.status or ""


def _rows(comparison: Comparison) -> Iterator[NegotiatedParagraph]:
    texts = {paragraph.id: paragraph.text for paragraph in comparison.old.paragraphs}
    before = {id: link.old for link in comparison.links for id in link.new}
    agreed = {mark.paragraph for mark in comparison.new.marks if mark.kind == "agreed"}
    for paragraph in comparison.new.paragraphs:
        marks = [mark for mark in comparison.new.marks if mark.paragraph == paragraph.id and _proposes(mark)]
        last = " ".join(filter(None, (texts.get(id) for id in before.get(paragraph.id, ()))))
        status = "agreed" if paragraph.id in agreed else None
        proposals = tuple(_proposal(paragraph, mark, comparison.new, status) for mark in marks)
        yield NegotiatedParagraph(paragraph.id, last or None, paragraph.text or "", proposals)


def _proposes(mark: DraftMark) -> bool:
    return mark.kind not in _SILENT


def _proposal(paragraph: EditionParagraph, mark: DraftMark, edition: Edition, status: str | None) -> Proposal:
    effects = _effects(paragraph, mark, edition.language) if mark.kind not in _OF_WORDS or mark.kind == "delete" else ()
    plain = _OF_WORDS.get(mark.kind, "add")
    return Proposal(mark.proposer, mark.kind, mark.text, effects or (plain,), mark.status or status)


def _effects(paragraph: EditionParagraph, mark: DraftMark, language: str) -> tuple[Effect, ...]:
    """What changes between the words without the proposal and with it; none where neither can be read alone."""
    text = paragraph.text or ""
    inside = [place for place, offset in enumerate(paragraph.offsets) if mark.start <= offset < mark.end]
    if mark.kind == "delete":
        place = next((place for place, offset in enumerate(paragraph.offsets) if offset >= mark.start), len(text))
        sides = f"{text[:place]} {mark.text} {text[place:]}", text
    elif inside:
        sides = text[: inside[0]] + text[inside[-1] + 1 :], text
    else:
        return ()
    try:
        old, new = (_alone(side, paragraph, language) for side in sides)
    except EcoanalysisError:
        return ()
    types = dict.fromkeys(type for link in compare_editions(old, new).links for type in link.types)
    return tuple(dict.fromkeys(_EFFECTS[type] for type in types if type in _EFFECTS))


def _alone(words: str, paragraph: EditionParagraph, language: str) -> Edition:
    """A paragraph as a text of its own."""
    raw = words if paragraph.part == "preamble" else f"1. {words}"
    return to_edition(extract_facts(parse_resolution(Document(raw, "", "", "txt", language))))
