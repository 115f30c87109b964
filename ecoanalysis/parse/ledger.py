"""The ledger: every character of a document's raw text has exactly one role, so that nothing can vanish unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Literal

from ecoanalysis.lexicon.folding import Folded
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Offset
from ecoanalysis.parse.layout import lay_out
from ecoanalysis.parse.layout.blocks import FURNITURE, LINK, NOTE, Block, Layout
from ecoanalysis.parse.preparation import Steps, make_ready, texts_of
from ecoanalysis.parse.preparation.fragment import find_fragment, mend_formula
from ecoanalysis.parse.structure import Ground, grounds, structure, tail
from ecoanalysis.parse.structure_patterns import Item, forms

Entry = Literal[
    "paragraph",
    "number",
    "heading",
    "formula",
    "header",
    "closing",
    "footnote",
    "mark",
    "table",
    "vote list",
    "page furniture",
    "link list",
    "draft mark",
    "other resolution",
    "blank",
    "unplaced",
]
"""What a stretch of the raw text is; ``unplaced`` is what no rule has a place for, and is said in a diagnostic."""

_LIFTED: dict[str, Entry] = {NOTE: "footnote", LINK: "link list", FURNITURE: "page furniture"}
_SETTLED: dict[str, Entry] = {
    **dict.fromkeys(("preambular", "operative", "point"), "paragraph"),
    **dict.fromkeys(("heading", "annex"), "heading"),
    **dict.fromkeys(("symbol", "title"), "header"),
    "organ": "formula",
    "closing": "closing",
}
_WORDED: dict[str, Entry] = {
    "header": "header",
    "vote list": "vote list",
    "table": "table",
    "page": "page furniture",
    "": "unplaced",
}
_WEAK = ("unplaced", "blank", "page furniture")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of the raw text, and its role."""

    start: Annotated[Offset, "where it begins in the raw text (code points)"]
    end: Annotated[Offset, "where it ends in the raw text, exclusive"]
    role: Entry


def ledger(document: Document) -> tuple[Stretch, ...]:
    """Return the roles of a document's raw text, in order: every character stands in exactly one stretch.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> document = eco.read_text("大会，\\n1. 请秘书长提交报告。\\n")
    >>> [(stretch.role, document.raw[stretch.start : stretch.end]) for stretch in eco.ledger(document)]
    [('formula', '大会，'), ('blank', '\\n'), ('number', '1. '), ('paragraph', '请秘书长提交报告。'), ('blank', '\\n')]
    """
    roles: list[Entry] = ["unplaced"] * len(document.raw)
    for text in texts_of(document):
        left_out: list[Entry] = ["unplaced"] * len(document.raw)
        for place, role in enumerate(_back(text.folded, _of_text(text.document), left_out)):
            if roles[place] in _WEAK:
                roles[place] = role if role != "unplaced" else roles[place]
    runs = groupby(enumerate(_blank(document.raw, roles)), key=lambda entry: entry[1])
    stretches = ((role, [place for place, _ in run]) for role, run in runs)
    return tuple(Stretch(places[0], places[-1] + 1, role) for role, places in stretches)


def _blank(raw: str, roles: Sequence[Entry]) -> Iterator[Entry]:
    """The roles, but that white space without a place is blank."""
    for char, role in zip(raw, roles, strict=True):
        yield "blank" if role == "unplaced" and char.isspace() else role


def _of_text(document: Document) -> list[Entry]:
    """The roles of one text, in the one language that is read."""
    ready = make_ready(document)
    roles = _read(ready.document)
    roles = _back(ready.mending.folding.folded, roles, _mended(ready))
    roles = _back(ready.folding.folded, roles, ["blank"] * len(ready.folding.source.raw))
    if ready.lifting:
        roles = _back(ready.lifting.folding.folded, roles, ["draft mark"] * len(ready.carried.document.raw))
    roles = _back(ready.carried.folded, roles, ["page furniture"] * len(ready.carried.source.raw))
    return _back(ready.shown.folding.folded, roles, ["draft mark"] * len(document.raw)) if ready.shown else roles


def _mended(ready: Steps) -> list[Entry]:
    """What is left out when labels are mended: they, and the quotation marks around quoted paragraphs."""
    left_out: list[Entry] = ["paragraph"] * len(ready.mending.folding.source.raw)
    for repair in ready.mending.repairs:
        if repair.label:
            left_out[repair.start : repair.end] = ["number"] * (repair.end - repair.start)
    return left_out


def _back(folded: Folded, roles: Sequence[Entry], left_out: list[Entry]) -> list[Entry]:
    """The roles of a source, by those of its changed text; what that leaves out has a role of its own."""
    if not folded.changed or not folded.text:
        return [*roles]
    for role, start, end in zip(roles, folded.starts, folded.ends, strict=True):
        left_out[start:end] = [role] * (end - start)
    return left_out


def _read(document: Document) -> list[Entry]:
    """The roles of a text as the parser reads it, be it whole, a part or behind a damaged formula."""
    layout = lay_out(document)
    parts = [*grounds(document, layout)] if structure(document, layout) else []
    if not parts and (mended := mend_formula(document)):
        return _back(mended.folding.folded, _read(mended.document), ["formula"] * len(document.raw))
    if not parts and (fragment := find_fragment(document)):
        return _back(fragment.folding.folded, _read(fragment.document), ["unplaced"] * len(document.raw))
    roles: list[Entry] = [_LIFTED.get(kind, "unplaced") for kind in layout.kinds]
    for ground in parts:
        _enter(document, layout, ground, roles)
    _place_signs_of_notes(document.raw, roles)
    return roles


def _place_signs_of_notes(raw: str, roles: list[Entry]) -> None:
    """Give a sign between a note's number and its words to the note: ``2. See``."""
    behind: Entry | None = None
    for place in reversed(range(len(raw))):
        if raw[place].isspace():
            continue
        if roles[place] == "unplaced" and behind == "footnote" and not raw[place].isalnum():
            roles[place] = "footnote"
        behind = roles[place]


def _enter(document: Document, layout: Layout, ground: Ground, roles: list[Entry]) -> None:
    """Enter the roles of one resolution's blocks, and in them its numbers and marks."""
    before = tail(ground.header, forms(document.language))
    for block in ground.header:
        _fill(layout, block, "other resolution" if block in before else "header", roles)
    for item in ground.items:
        role = _role(document, item)
        _fill(layout, item.block, role, roles)
        numbers = [(0, item.body), item.block.numbered_inside or (0, 0)]
        for start, end in numbers if role in ("paragraph", "heading") else ():
            _set(item.block, start, end, "number", roles)
    for index, cuts in ground.cuts.items():
        for start, end in cuts:
            _set(layout.blocks[index], start, end, "mark", roles)


def _role(document: Document, item: Item) -> Entry:
    if item.role in _SETTLED:
        return _SETTLED[item.role]
    if item.value or item.block.role is None:
        return _WORDED.get(item.value, "unplaced")
    voting = ("ballot", "vote")
    votes = (mark for mark in document.marks if mark.role in voting and mark.start < mark.end)
    listed = any(item.block.start <= mark.start < item.block.end for mark in votes)
    return "vote list" if listed else "table"


def _fill(layout: Layout, block: Block, role: Entry, roles: list[Entry]) -> None:
    """Enter a block's role wherever its text stands, the ends of its lines too; not in what is lifted between them."""
    for place in range(block.start, block.end):
        if layout.kinds[place] not in _LIFTED:
            roles[place] = role


def _set(block: Block, start: int, end: int, role: Entry, roles: list[Entry]) -> None:
    for place in block.offsets[start:end]:
        roles[place] = role
