"""What a comparison of two editions says: links between their paragraphs, and typed changes with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from ecoanalysis.model.edition import Edition, Provision
from ecoanalysis.model.resolution import Count, Offset, ParagraphId, Passages, Share
from ecoanalysis.model.shape import Means, shown

Base = Literal["identical", "slot_update", "reworded", "new", "dropped"]
UNCHANGED: tuple[Base, ...] = ("identical", "slot_update")
"""Bases of links whose paragraphs say the same, but for a session, a date or a number of the routine."""
Modifier = Literal[
    "strengthened",
    "weakened",
    "reversed",
    "hedge_added",
    "hedge_removed",
    "endorsement_raised",
    "endorsement_lowered",
    "addressee_added",
    "addressee_removed",
    "scope_widened",
    "scope_narrowed",
    "answered",
    "words_cut",
    "words_added",
    "split",
    "merged",
    "promoted",
    "demoted",
    "moved",
]
LinkType = Literal[Base, Modifier]
Cause = Literal["band", "hedge", "intensifier", "class", "clause", "verb", "party", "report", "words", "act", "modal"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that justify a change; ``text`` is None where an edition's words are not at hand."""

    text: Annotated[Passages | None, Means("the words; null where they are not at hand", "文字；不在手边者为空")]
    start: Annotated[Offset, Means("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")]
    end: Annotated[Offset, Means("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")]


@dataclass(frozen=True, slots=True)
class Change:
    """One typed change. ``by`` says by what (band, hedge, intensifier, class …), ``ladders`` under which it holds.

    ``variance`` flags a change that the other language of the same editions does not show (translation_variance).
    """

    type: Annotated[Modifier, Means("modifier (codebook, Editions)", "变化类型")]
    old: Annotated[Evidence | None, Means("the words before", "变化前")]
    new: Annotated[Evidence | None, Means("the words after", "变化后")]
    by: Annotated[
        Cause | None,
        Means(
            "by what: band, hedge, intensifier, class, clause, verb, party, report, words, act, modal",
            "因何：力度、缓和措辞、强化语、类别、小句、动词、对象、报告、文字、所要求之事、情态词",
        ),
    ] = None
    ladders: Annotated[tuple[str, ...], Means("force ladders under which it holds", "在哪些力度阶梯下成立")] = ()
    variance: Annotated[
        bool,
        Means(
            "seen in this language alone, so left out of figures",
            "仅见于本语文，不计入统计",
            name="translation_variance",
        ),
    ] = False
    count: Annotated[Count | None, Means("how many words were cut or added", "删去或添加的词数", name="words")] = None

    @property
    def firm(self) -> bool:
        """Whether it may lead: no ladder that ranks its verbs contradicts it, and it is no translator's choice."""
        return not self.variance and (not self.ladders or "binary" in self.ladders)


@dataclass(frozen=True, slots=True)
class Link:
    """Paragraphs of two editions that belong together: one base type, any modifiers, and their changes."""

    old: Annotated[
        tuple[ParagraphId, ...], Means("paragraphs of the earlier edition; none where new", "前一版段落；新增则无")
    ]
    new: Annotated[
        tuple[ParagraphId, ...], Means("paragraphs of the later edition; none where dropped", "后一版段落；删除则无")
    ]
    base: Base
    similarity: Annotated[
        Share | None,
        Means(
            "share of words that both have in one order, slots aside; null where new or dropped",
            "同序共有文字的份额（0–1）；新增、删除为空",
        ),
    ]
    changes: Annotated[tuple[Change, ...], Means("typed changes, with what justifies each", "各项变化及其依据")] = ()
    clauses: tuple[tuple[Provision | None, Provision | None], ...] = field(default=(), repr=False)
    is_translation: bool = field(default=False, repr=False)
    """Whether it is reworded by a translator's choice alone: another language at hand says the same as before."""

    @property
    @shown("base type, then modifiers", "基本类型与变化类型")
    def types(self) -> tuple[LinkType, ...]:
        return (self.base, *dict.fromkeys(change.type for change in self.changes))

    @property
    def counted(self) -> tuple[LinkType, ...]:
        """The types without those that are a translator's choice: what figures count."""
        base = () if self.is_translation else (self.base,)
        return (*base, *dict.fromkeys(change.type for change in self.changes if not change.variance))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions and every link between them: in the order of the new one, then what was dropped."""

    old: Edition = field(repr=False)
    new: Edition = field(repr=False)
    links: tuple[Link, ...]
    checked: frozenset[tuple[tuple[ParagraphId, ...], tuple[ParagraphId, ...]]] = field(default=frozenset(), repr=False)
    """Old and new paragraphs of the links that another language at hand has too, and was asked about."""

    @property
    def beyond(self) -> tuple[tuple[ParagraphId, ...], tuple[ParagraphId, ...]]:
        """Paragraphs of the old and of the new edition that the other one, a part of a text, has no place for."""
        old = {id for link in self.links for id in link.old}
        new = {id for link in self.links for id in link.new}
        return (
            tuple(paragraph.id for paragraph in self.old.paragraphs if paragraph.id not in old),
            tuple(paragraph.id for paragraph in self.new.paragraphs if paragraph.id not in new),
        )
