"""The brief: what a reader of a comparison asks first, line by line, and what each new request would mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from ecoanalysis.model.comparison import LinkType
from ecoanalysis.model.negotiation import Effect
from ecoanalysis.model.resolution import (
    Adoption,
    Count,
    Diagnostic,
    IsoDate,
    ParagraphId,
    Passages,
    Words,
)
from ecoanalysis.model.shape import Means

Section = Literal[
    "agreed",
    "proposed",
    "lost",
    "unsure",
    "doubtful",
    "asked",
    "decided",
    "parties",
    "times",
    "reworded",
    "stated",
    "answered",
    "passed",
    "moved",
    "translation",
    "recitals",
]
Reason = Literal[
    "elsewhere",
    "spread",
    "rewritten",
    "one_step",
    "referred_to",
    "by_reference",
    "supplement",
    "asked_elsewhere",
    "recalled",
    "other_event",
    "statement",
    "short",
    "bound",
    "party_gone",
    "other_text",
    "matter_gone",
    "translation",
    "ladders",
    "one_language",
]
Comeback = Literal["report", "agenda", "review", "expiry"]
Product = Literal["report", "meeting", "observance"]


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: which change, of which paragraphs, in which words."""

    section: Annotated[
        Section,
        Means(
            "agreed, proposed (of a negotiating text: what somebody asks for, nothing that stands), lost, "
            "unsure (perhaps lost, for the reason given), doubtful (ladders differ), asked, decided, parties, times (a "
            "target or a rhythm set anew), reworded, stated (new, asks and decides nothing), answered, passed (held "
            "since, or settled once), moved, translation (force or words that changed in one language alone), recitals "
            "(reworded or new)",
            "栏目：已议定、提案（谈判案文中有人提出、尚未成立者）、失去、未必失去（附理由）、存疑（力度阶梯不一致）、"
            "新要求、新决定、对象、期限（目标年份或周期改动）、改写、"
            "新陈述（既不要求也不决定）、已得回应、已过或已定（所涉活动已举行，或一次决定即已了结）、移位、"
            "译法（力度或文字改动仅见于一种语文）、序言（改写或新增）",
        ),
    ]
    type: Annotated[LinkType, Means("type of the link or change", "变化类型")]
    old: Annotated[tuple[ParagraphId, ...], Means("paragraphs of the earlier edition", "前一版段落")]
    new: Annotated[tuple[ParagraphId, ...], Means("paragraphs of the later edition", "后一版段落")]
    words: Annotated[Passages, Means("the words", "文字")]
    reason: Annotated[
        Reason | None,
        Means(
            "why it is not certain, null where it is: a paragraph says much like it, its words stand spread over "
            "several, rewritten in its paragraph, one step lower and no more, the new text refers to the paragraph or "
            "asks for provisions that may hold it, or only adds to an earlier one, the party is asked elsewhere, it "
            "is recalled now, the paragraph tells another event, a statement that asks nothing, too short to be "
            "sought, bound to a time, a report, a text or a decision, nothing is asked of that State any more, most "
            "of the old text is dropped, the matter that the words name is spoken of nowhere any more, or hardly, a "
            "translator may have chosen the verb, the ladders differ, seen in one language alone",
            "为何不能确定（确定者为空）：某段有相近文字、文字散见于数段、本段已改写、只降一级、新版援引该段或要求执行可能载有该内容的规定、"
            "新版只是补充较早决议、对象在他处仍受要求、现改为回顾、本段现述另一事、只是陈述而非要求、文字太短、"
            "与某时某报告某文本或决定相联系、不再对该国提出任何要求、旧版大部分已删去、所涉事项新版几乎不再提及、可能只是译法不同、力度阶梯不一致、"
            "仅见于一种语文",
        ),
    ] = None
    by: Annotated[
        tuple[Words, ...],
        Means("who made the tracked change, or proposes it, where the file says", "修订者或提出者（文件载明时）"),
    ] = ()
    effect: Annotated[
        Effect | None, Means("what a proposal would do; null of what stands", "提案的效果；并非提案者为空")
    ] = None


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """How many paragraphs change in one way, and of how many that is not certain, or settled by time."""

    type: Annotated[LinkType, Means("type of the link or change", "变化类型")]
    paragraphs: Annotated[Count, Means("links that have it, a translator's choice aside", "段落数（译法除外）")] = 0
    unsure: Annotated[Count, Means("of them those that perhaps have it (unsure, doubtful)", "其中未必如此的段落数")] = 0
    settled: Annotated[Count, Means("of them those past or settled (passed)", "其中已过或已定的段落数")] = 0


@dataclass(frozen=True, slots=True)
class BriefDue:
    """What the later edition lets fall due."""

    paragraph: Annotated[ParagraphId, Means("paragraph", "段落")]
    kind: Annotated[Comeback, Means("report, agenda, review or expiry", "类型")]
    due: Annotated[Words | None, Means("when, as written", "期限（文中写法）")]
    session: Annotated[Count | None, Means("session it is due at", "到期届次")]
    date: Annotated[IsoDate | None, Means("date it is due by", "到期日期")]
    past: Annotated[bool, Means("already past when the edition was adopted or put forward", "提出或通过时已过期")]
    old_session: Annotated[
        Count | None,
        Means(
            "session it was due at under the earlier edition, where that is another and not as long after it",
            "前一版所定到期届次（与本版不同且间隔有变时）",
        ),
    ] = None
    old_date: Annotated[
        IsoDate | None,
        Means(
            "date it was due by under the earlier edition, where that is another and not as long after it",
            "前一版所定到期日期（与本版不同且间隔有变时）",
        ),
    ] = None
    by: Annotated[
        tuple[Words, ...], Means("who made the tracked change of it, where the file says", "修订者（文件载明时）")
    ] = ()


@dataclass(frozen=True, slots=True)
class NearRequest:
    """A request of another series to the same party, by the same act, that has most themes in common."""

    symbol: Annotated[Words, Means("resolution that makes it", "所在决议")]
    paragraph: Annotated[ParagraphId, Means("paragraph", "段落")]
    verb: Annotated[Words, Means("verb, as written", "动词（文中写法）")]
    act_verb: Annotated[Words | None, Means("what is asked: its first verb", "所要求行为的首个动词")]
    themes: Annotated[tuple[Words, ...], Means("themes that both have", "共同主题")]


@dataclass(frozen=True, slots=True)
class Superseded:
    """A cited edition of another series after which a later one, not cited, is at hand."""

    paragraph: Annotated[ParagraphId, Means("paragraph that cites it", "援引段落")]
    symbol: Annotated[Words, Means("symbol that is cited", "所援引文号")]
    later: Annotated[Words, Means("the latest edition of that series at hand", "该系列手头最新一版")]


@dataclass(frozen=True, slots=True)
class RequestCheck:
    """A new request to the Secretariat or a body of the system: whether it ends, what it costs, what it asks for.

    Where the clause was not wholly understood, ``understood`` is false and nothing is said to be missing.
    """

    paragraph: Annotated[ParagraphId, Means("paragraph", "段落")]
    index: Annotated[Count, Means("which clause of the paragraph", "段内第几个小句")]
    parties: Annotated[tuple[Words, ...], Means("who is asked", "受文者")]
    words: Annotated[
        Passages | None, Means("the request; null where the text is not at hand", "要求；文字不在手边者为空")
    ]
    understood: Annotated[bool, Means("whether addressees and act were understood", "受文者与行为是否都已解读")]
    comes_back: Annotated[
        Comeback | None, Means("how it ends or comes back for review; null where none", "如何终止或复审")
    ]
    session: Annotated[Count | None, Means("session at which it comes back or ends", "复审或终止届次")]
    date: Annotated[IsoDate | None, Means("date at which it comes back or ends", "复审或终止日期")]
    whole_matter: Annotated[
        bool, Means("only the matter as a whole comes back, by its agenda item", "仅整个事项按议程再议")
    ]
    resources: Annotated[Words | None, Means("words about resources; null where none", "关于资源的文字")]
    products: Annotated[
        tuple[Product, ...], Means("report, meeting, observance asked for", "所要求的报告、会议、纪念活动")
    ]
    nearest: Annotated[
        tuple[NearRequest, ...], Means("the nearest requests in other series at hand", "手头其他系列中最相近的要求")
    ] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """How long an edition is."""

    paragraphs: Annotated[Count, Means("paragraphs compared", "所比较的段落数")]
    words: Annotated[Count, Means("words without slots", "词数（不含届次、日期、文号）")]


@dataclass(frozen=True, slots=True)
class Brief:
    """A comparison as a delegation reads it: losses first."""

    lines: Annotated[tuple[BriefLine, ...], Means("what changed, in order of reading", "变化，按阅读顺序")]
    dues: Annotated[tuple[BriefDue, ...], Means("what falls due under the later edition", "后一版所定期限")]
    adoption: Annotated[Adoption | None, Means("how the earlier edition was adopted", "前一版的通过方式")]
    checks: Annotated[tuple[RequestCheck, ...], Means("each new request to the system", "对本系统的每项新要求")]
    old_extent: Annotated[Extent, Means("length of the earlier edition", "前一版篇幅")]
    new_extent: Annotated[Extent, Means("length of the later edition", "后一版篇幅")]
    diagnostics: Annotated[tuple[Diagnostic, ...], Means("what is doubtful in the reading", "阅读中的疑点")]
    superseded: Annotated[
        tuple[Superseded, ...], Means("cited editions that a later one superseded", "已被后版取代的所援引版本")
    ] = ()
    new_adoption: Annotated[
        Adoption | None, Means("how the later edition was adopted; null of a draft", "后一版的通过方式；草案为空")
    ] = None
