"""A negotiating text paragraph by paragraph: the last edition's words, and what each proposal would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from ecoanalysis.model.resolution import ParagraphId, Passages, Words
from ecoanalysis.model.shape import Means

Effect = Literal[
    "strengthen",
    "weaken",
    "put_off",
    "bring_forward",
    "add_party",
    "drop_party",
    "add",
    "drop",
    "add_paragraph",
    "drop_paragraph",
    "choose",
    "keep",
    "open",
    "remark",
    "agreed",
]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal: who makes it, in which words, and what it would do."""

    proposer: Annotated[
        Words | None,
        Means(
            "who proposes it, or says it; one delegation under one of the names that the text has for it",
            "提出者或发言者；同一代表团取文中一种写法",
        ),
    ]
    kind: Annotated[
        Words,
        Means(
            "bracket, add, delete, keep, alternative, emphasis, remark or agreed",
            "类型：括号、增、删、保留、备选、强调、说明、议定",
        ),
    ]
    words: Annotated[Passages, Means("the words proposed, or proposed to be cut", "拟增或拟删的文字")]
    effects: Annotated[
        tuple[Effect, ...],
        Means(
            "what it would do: strengthen, weaken, put_off or bring_forward (a time), add_party, drop_party, add, "
            "drop, add_paragraph, drop_paragraph, choose (other words), keep; open: last edition's words in brackets; "
            "remark: said of the paragraph; agreed: nothing more is proposed",
            "效果：加强、削弱、推迟、提前、增加对象、删去对象、增、删、增加一段、删去整段、另一措辞、保留；"
            "open：前一版文字置于括号；remark：对该段的说明；agreed：已议定",
        ),
    ]
    status: Annotated[Words | None, Means("whether it is agreed, where the text says", "是否议定（文本载明时）")]
    remarks: Annotated[
        tuple[Passages, ...], Means("what others say of it: reservations, support", "他方的说明：保留、支持")
    ] = ()
    instead: Annotated[
        Passages | None, Means("the words it is offered for; null: none", "拟替换的文字；没有者为空")
    ] = None


@dataclass(frozen=True, slots=True)
class NegotiatedParagraph:
    """A paragraph of a negotiating text, and the proposals for it."""

    paragraph: Annotated[ParagraphId, Means("paragraph", "段落")]
    last: Annotated[Passages | None, Means("words of the last edition; null: none", "前一版文字；没有者为空")]
    text: Annotated[Passages, Means("the words as the text now has them", "现有文字")]
    proposals: Annotated[tuple[Proposal, ...], Means("the proposals, in order", "各项提案，按文中顺序")]
    label: Annotated[
        Words | None, Means("the paragraph's label as the text has it; null: none", "文中的段落标号；没有者为空")
    ] = None
