"""A negotiating text paragraph by paragraph: the last edition's words, and what each proposal would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from ecoanalysis.model.resolution import ParagraphId, Passages, Words
from ecoanalysis.model.shape import Means

Effect = Literal["strengthen", "weaken", "add_party", "drop_party", "add", "drop", "choose", "keep", "open", "remark"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal: who makes it, in which words, and what it would do."""

    proposer: Annotated[Words | None, Means("who proposes it, as written", "提出者（文中写法）")]
    kind: Annotated[
        Words,
        Means(
            "bracket, add, delete, keep, alternative, emphasis or remark", "类型：括号、增、删、保留、备选、强调、说明"
        ),
    ]
    words: Annotated[Passages, Means("the words proposed, or proposed to be cut", "拟增或拟删的文字")]
    effects: Annotated[
        tuple[Effect, ...],
        Means(
            "what it would do: strengthen, weaken, add_party, drop_party, add, drop, choose, keep; open: the last "
            "edition's words in brackets; remark: said of the paragraph",
            "效果：加强、削弱、增加对象、删去对象、增、删、择一、保留；open：前一版文字置于括号；remark：对该段的说明",
        ),
    ]
    status: Annotated[Words | None, Means("whether it is agreed, where the text says", "是否议定（文本载明时）")]
    remarks: Annotated[
        tuple[Passages, ...], Means("what others say of it: reservations, support", "他方的说明：保留、支持")
    ] = ()


@dataclass(frozen=True, slots=True)
class NegotiatedParagraph:
    """A paragraph of a negotiating text, and the proposals for it."""

    paragraph: Annotated[ParagraphId, Means("paragraph", "段落")]
    last: Annotated[Passages | None, Means("words of the last edition; null: none", "前一版文字；没有者为空")]
    text: Annotated[Passages, Means("the words as the text now has them", "现有文字")]
    proposals: Annotated[tuple[Proposal, ...], Means("the proposals, in order", "各项提案，按文中顺序")]
