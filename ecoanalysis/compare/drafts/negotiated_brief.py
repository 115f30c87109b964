"""The brief of a negotiating text: what is agreed, then each proposal with who makes it, none as what stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecoanalysis.compare.drafts.proposals import in_words
from ecoanalysis.compare.fingerprints.hashed_words import letters
from ecoanalysis.model.brief import Brief, BriefDue, BriefLine
from ecoanalysis.model.comparison import Comparison, LinkType
from ecoanalysis.model.negotiation import Effect, NegotiatedParagraph, Proposal

# What a proposal would do, what weighs most first, and the type of change that it would be.
_TYPES: dict[Effect, LinkType] = {
    "drop_paragraph": "dropped",
    "drop_party": "addressee_removed",
    "weaken": "weakened",
    "put_off": "reworded",
    "drop": "words_cut",
    "add_paragraph": "new",
    "strengthen": "strengthened",
    "bring_forward": "reworded",
    "add_party": "addressee_added",
    "add": "words_added",
    "choose": "reworded",
}
_LISTED = ("reworded", "recitals")  # sections whose lines tell several changes
_MARKS = " ,;，；、"


def propose_brief(brief: Brief, comparison: Comparison, rows: Sequence[NegotiatedParagraph]) -> Brief:
    """Return the brief of a negotiating text with its proposals as such, and whose they are.

    Parameters
    ----------
    brief
        As ``make_brief`` gives it: it reads what is proposed as if it stood.
    comparison
        The last edition and the negotiating text.
    rows
        The table of the text, as ``find_proposals`` gives it; where it is empty the brief stays as it is.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> from ecoanalysis.compare.brief import make_brief
    >>> from ecoanalysis.compare.drafts.proposals import find_proposals
    >>> texts = "1. Requests Chad to report;", "OP1. Requests Chad [EU: , as appropriate,] to report;"
    >>> sides = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in texts]
    >>> comparison = eco.compare_editions(*sides)
    >>> brief = propose_brief(make_brief(comparison), comparison, find_proposals(comparison))
    >>> [(line.section, line.type, line.by, line.words) for line in brief.lines]
    [('proposed', 'weakened', ('EU',), '+ as appropriate')]
    """
    if not rows:
        return brief
    proposals = {row.paragraph: [each for each in row.proposals if _effect(each)] for row in rows}
    later = {id: link.new for link in comparison.links for id in link.old}
    standing = frozenset(row.paragraph for row in rows if _stands_but_for(row, proposals[row.paragraph], comparison))
    lines = [*_agreed(rows), *_proposed(comparison, proposals)]
    for line in brief.lines:
        if not (line.new and standing.issuperset(line.new)):
            homes = {*line.new, *(id for old in line.old for id in later.get(old, ()))}
            here = [each for id in homes for each in proposals.get(id, ())]
            lines += _without(line, here)
    dues = tuple(_signed(due, proposals.get(due.paragraph, ())) for due in brief.dues)
    return replace(brief, lines=tuple(lines), dues=dues)


def _effect(proposal: Proposal) -> Effect | None:
    """What a proposal would do above all; none of what keeps words, or says something of them."""
    return next((effect for effect in _TYPES if effect in proposal.effects), None)


def _agreed(rows: Sequence[NegotiatedParagraph]) -> Iterator[BriefLine]:
    """One line for all that is agreed in the same words."""
    alike: dict[str, list[str]] = {}
    for row in rows:
        for each in row.proposals:
            if each.kind == "agreed":
                alike.setdefault(each.words.strip(" ."), []).append(row.paragraph)
    for words, ids in alike.items():
        yield BriefLine("agreed", "identical", (), tuple(ids), words)


def _proposed(comparison: Comparison, proposals: dict[str, list[Proposal]]) -> Iterator[BriefLine]:
    """A line a proposal, what weighs most first."""
    before = {id: link.old for link in comparison.links for id in link.new}
    order = list(_TYPES)
    lines = []
    for id, several in proposals.items():
        for each in several:
            if effect := _effect(each):
                by, words = (each.proposer,) if each.proposer else (), _in_words(each, effect)
                old = () if "~" in id else before.get(id, ())
                line = BriefLine("proposed", _TYPES[effect], old, (id,), words, by=by, effect=effect)
                lines.append((order.index(effect), line))
    yield from (line for _, line in sorted(lines, key=lambda ranked: ranked[0]))


def _in_words(proposal: Proposal, effect: Effect) -> str:
    """The words of a proposal, with a sign where what it would do does not say whether they come or go."""
    if proposal.instead or {"drop_paragraph", "add_paragraph", "choose"} & {*proposal.effects}:
        return in_words(proposal)
    sign = ("− " if proposal.kind == "delete" else "+ ") if effect in ("weaken", "strengthen") else ""
    return sign + proposal.words.strip(_MARKS)


def _without(line: BriefLine, proposals: Sequence[Proposal]) -> Iterator[BriefLine]:
    """The line without what proposals tell; none where they tell all of it."""
    pieces = line.words.split("; ") if line.section in _LISTED else [line.words]
    rest = [piece for piece in pieces if not any(_tells(each, piece) for each in proposals)]
    if rest == pieces:
        yield line
    elif rest:
        yield replace(line, words="; ".join(rest))


def _tells(proposal: Proposal, words: str) -> bool:
    """Whether words are those of a proposal, or hold them."""
    spelled, line = letters(proposal.words), letters(words)
    return bool(spelled and line) and (spelled in line or line in spelled)


def _stands_but_for(row: NegotiatedParagraph, proposals: Sequence[Proposal], comparison: Comparison) -> bool:
    """Whether a paragraph is that of the last edition when what is proposed is taken away, or put back."""
    paragraph = next((each for each in comparison.new.paragraphs if each.id == row.paragraph), None)
    if not row.last or paragraph is None or not proposals:
        return False
    marks = [mark for mark in comparison.new.marks if mark.paragraph == row.paragraph]
    added = [mark for mark in marks if mark.kind in ("bracket", "add") and mark.proposer]
    places = enumerate(paragraph.offsets)
    taken = {place for place, offset in places if any(mark.start <= offset < mark.end for mark in added)}
    text = "".join(sign for place, sign in enumerate(row.text) if place not in taken)
    return letters(text) == letters(row.last)


def _signed(due: BriefDue, proposals: Sequence[Proposal]) -> BriefDue:
    """What falls due, with whoever proposes the paragraph or the words that say so."""
    words = letters(due.due or "")
    near = (
        each
        for each in proposals
        if each.proposer and each.kind != "delete" and not each.instead and words and words in letters(each.words)
    )
    by = tuple(dict.fromkeys(each.proposer for each in near if each.proposer))
    return replace(due, by=(*due.by, *by)) if by else due
