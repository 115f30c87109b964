"""The facts: what the package finds in a resolution. Every fact carries its paragraph, raw offsets and words.

What each member means is said here, once: JSON, schema, tables and codebook come from it (``model.shape``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, Literal, Protocol, TypeVar

from ecoanalysis.model.resolution import (
    AgencyId,
    Count,
    CountryCode,
    Diagnostic,
    IsoDate,
    Offset,
    ParagraphId,
    Resolution,
    Share,
    Span,
    Words,
)
from ecoanalysis.model.shape import Means

ClauseClass = Literal["REF", "NEU", "EVA", "ASR", "DIR", "DEC"]
Band = Literal["D1", "D2", "D3", "D4", "D5"]
Voice = Literal["organ", "declaration"]
Polarity = Literal["do", "stop"]
AddresseeKind = Literal["named", "generic", "anaphor", "inherited", "unspecified", "unresolved"]
AddresseeRole = Literal["core", "example"]
PartyType = Literal[
    "state",
    "states",
    "secretary-general",
    "secretariat",
    "un-body",
    "intergovernmental",
    "expert",
    "private",
    "civil-society",
    "conflict-party",
    "people",
    "mixed",
]
HEDGE_KINDS = ("discretion", "mandate", "resources", "capacity", "voluntary", "condition", "effort")
"""Kinds of hedges, in the order in which several are joined by +."""

ReportKind = Literal["report", "content", "briefing"]
DeadlineKind = Literal["agenda", "review", "expiry"]
CitationKind = Literal["resolution", "decision", "document", "draft", "treaty", "instrument"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A span of the raw text, and its layout text."""

    start: Annotated[Offset, Means("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")]
    end: Annotated[Offset, Means("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")]
    surface: Annotated[str, Means("as written, without white space of the layout", "文中写法")]


@dataclass(frozen=True, slots=True)
class Hedge(Fact):
    """What softens a directive."""

    kind: Annotated[
        str | None,
        Means(
            "discretion, mandate, resources, capacity, voluntary, condition, effort; several joined by +",
            "类型：酌情、任务、资源、能力、自愿、条件、努力；多种以 + 相连",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a back-reference stands for: a place in the raw text and, where it is a body, its id."""

    start: Annotated[Offset, Means("where it begins in the raw text", "起点")]
    end: Annotated[Offset, Means("where it ends", "终点")]
    agency: Annotated[AgencyId | None, Means("agency id where it is a registered body", "机构代号（已登记者）")]


@dataclass(frozen=True, slots=True)
class Addressee:
    """A party expected to act. Of an unspecified one surface and span are None: never guessed."""

    surface: Annotated[
        Words | None, Means("noun phrase as written; null where unspecified", "名词短语（文中写法）；未指明则为空")
    ]
    span: Annotated[Span | None, Means("its place", "位置", spread="")]
    agency: Annotated[AgencyId | None, Means("agency id where it is a registered body", "机构代号（已登记者）")]
    kind: Annotated[
        AddresseeKind,
        Means(
            "named, generic, anaphor, inherited, unspecified; unresolved where the words were not understood",
            "类型：具名、泛指、回指、承前、未指明；未能解读者为 unresolved",
        ),
    ]
    role: Annotated[
        AddresseeRole, Means("core, or example after 特别是, 包括 …", "角色：核心，或“特别是”“包括”之后的举例")
    ]
    antecedents: Annotated[tuple[Antecedent, ...], Means("what an anaphor stands for", "回指的先行语")] = ()
    type: Annotated[PartyType | None, Means("sort of party (codebook, Clause)", "受文者类别")] = None
    country: Annotated[
        tuple[CountryCode, ...], Means("named States, ISO 3166-1 alpha-3", "具名国家（三字母代码）")
    ] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the bodies that it is or stands for."""
        ids = (self.agency, *(antecedent.agency for antecedent in self.antecedents))
        return tuple(dict.fromkeys(id for id in ids if id))


@dataclass(frozen=True, slots=True)
class Due:
    """When a report falls due: a session, or a date."""

    session: Annotated[Count | None, Means("session it is due at", "到期届次")]
    date: Annotated[IsoDate | None, Means("date it is due by", "到期日期")]


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting obligation; bodies by their ids, ``due`` as written."""

    reporter: Annotated[Words | None, Means("who reports (agency id)", "报告者（机构代号）")]
    recipient: Annotated[Words | None, Means("to whom (agency id)", "报告对象（机构代号）")]
    topic: Annotated[Words | None, Means("about what, as written", "报告内容（文中写法）")]
    due: Annotated[Words | None, Means("when, as written", "期限（文中写法）")]
    due_session: Annotated[
        Count | None, Means("session it is due at; of several the first", "到期届次；有多个时为第一个")
    ]
    due_date: Annotated[IsoDate | None, Means("date it is due by; of several the first", "到期日期；有多个时为第一个")]
    periodicity: Annotated[Words | None, Means("how often, where the text says", "周期（文本载明时）")]
    kind: Annotated[ReportKind, Means("report, content or briefing", "类型：报告、报告内容、通报")] = "report"
    dues: Annotated[tuple[Due, ...], Means("every session or date it is due at", "各次期限")] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a decision brings its matter back (agenda, review) or lets it end (expiry); ``due`` as written."""

    kind: Annotated[DeadlineKind, Means("agenda, review or expiry", "类型：议程、审查、期满")]
    due: Annotated[Words, Means("when, as written", "期限（文中写法）")]
    due_session: Annotated[Count | None, Means("session it is due at", "到期届次")]
    due_date: Annotated[IsoDate | None, Means("date it ends", "期满日期")]


@dataclass(frozen=True, slots=True)
class Clause:
    """One speech act of the adopting organ: the row of the mandate table."""

    paragraph: Annotated[ParagraphId, Means("id of the paragraph (P1, 7, 7.a)", "段落编号（P1、7、7.a）")]
    index: Annotated[Count, Means("which clause of the paragraph, from 1", "段内第几个小句，自 1 起")]
    verb: Annotated[Fact, Means("verb phrase as written", "动词短语（文中写法）", spread="verb_")]
    lemma: Annotated[Words, Means("verb without sequence adverbs and intensifiers", "词元（不含序列副词与强化词）")]
    class_: Annotated[
        ClauseClass,
        Means("REF, NEU, EVA, ASR, DIR or DEC (codebook, Clause)", "类别：REF、NEU、EVA、ASR、DIR、DEC", name="class"),
    ]
    band: Annotated[Band | None, Means("force of a directive, D1 (weakest) to D5", "行动要求力度，D1（最弱）至 D5")]
    start: Annotated[Offset, Means("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")]
    end: Annotated[Offset, Means("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")]
    quote: Annotated[str, Means("its words, as laid out", "其文字（版面文本）")]
    hedges: Annotated[
        tuple[Hedge, ...], Means("what softens the directive, each occurrence", "缓和措辞，逐次列出")
    ] = ()
    intensifiers: Annotated[tuple[Fact, ...], Means("what strengthens it", "强化语")] = ()
    continuity: Annotated[tuple[Fact, ...], Means("what says that it goes on", "延续语")] = ()
    addressees: Annotated[tuple[Addressee, ...], Means("who is expected to act", "受文者")] = ()
    report: Annotated[Report | None, Means("the report that it asks for", "所要求的报告")] = None
    deadline: Annotated[Deadline | None, Means("when its matter comes back or ends", "何时再议或期满")] = None
    voice: Annotated[
        Voice,
        Means(
            "organ, or declaration: a declaration adopted as the resolution's own text",
            "organ，或 declaration（作为决议正文通过的宣言）",
        ),
    ] = "organ"
    act: Annotated[Span | None, Means("what is asked or decided", "所要求或决定之事")] = None
    act_verb: Annotated[
        Words | None, Means("lemma of the first verb of what is asked or decided", "其首个动词的词元")
    ] = None
    polarity: Annotated[
        Polarity | None, Means("do, or stop: to cease, refrain, not to", "do 为作为，stop 为停止或不作为")
    ] = None

    @property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the bodies that it asks or gives work, back-references resolved, each once."""
        return tuple(dict.fromkeys(id for addressee in self.addressees for id in addressee.bodies))

    @property
    def softened_by(self) -> tuple[Hedge, ...]:
        """The hedges that count: an effort asked for stands among them, and softens nothing (codebook §3)."""
        return tuple(hedge for hedge in self.hedges if hedge.kind != "effort")


@dataclass(frozen=True, slots=True)
class Mention(Fact):
    """An organisation named. ``agency`` is None where the registry lacks it."""

    agency: Annotated[
        AgencyId | None, Means("agency id; null where the registry lacks the body", "机构代号；未登记则为空")
    ] = None
    paragraph: Annotated[
        ParagraphId | None, Means("id of the paragraph (P1, 7, 7.a, fn1)", "段落编号（P1、7、7.a、fn1）")
    ] = None


@dataclass(frozen=True, slots=True)
class Citation(Fact):
    """A resolution, decision, document, draft, treaty or named instrument cited."""

    paragraph: Annotated[ParagraphId, Means("id of the paragraph (P1, 7, 7.a, fn1)", "段落编号（P1、7、7.a、fn1）")] = (
        ""
    )
    kind: Annotated[
        CitationKind,
        Means(
            "resolution, decision, document, draft, treaty or instrument", "类型：决议、决定、文件、草案、条约、文书"
        ),
    ] = "document"
    symbol: Annotated[Words | None, Means("canonical symbol of what is cited", "被引文件的规范文号")] = None
    section: Annotated[Words | None, Means("section or annex cited, as written", "被引章节或附件")] = None
    date: Annotated[IsoDate | None, Means("date the text gives", "文中所载日期")] = None
    url: Annotated[Words | None, Means("official address", "官方网址")] = None


@dataclass(frozen=True, slots=True)
class DateMention(Fact):
    """A date, as exact as the text: 2018, 2018-05, 2018-05-03, 2016-07-24/2016-07-28."""

    paragraph: Annotated[ParagraphId, Means("id of the paragraph (P1, 7, 7.a)", "段落编号（P1、7、7.a）")] = ""
    date: Annotated[
        IsoDate, Means("ISO date, as exact as the text; a range with /", "ISO 日期，精度同原文；区间以 / 分隔")
    ] = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a paragraph: how likely it is the main one, and the words that show it."""

    paragraph: Annotated[ParagraphId, Means("id of the paragraph (P1, 7, 7.a)", "段落编号（P1、7、7.a）")]
    theme: Annotated[str, Means("theme id", "主题代号")]
    score: Annotated[Share, Means("how likely it is the paragraph's main theme, 0–1", "为该段主要主题的可能性，0–1")]
    evidence: Annotated[
        tuple[Fact, ...],
        Means(
            "terms that show it; none where only the wording as a whole does",
            "证据词语；仅凭全段措辞判断时为空",
            renamed={"surface": "term"},
        ),
    ]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one resolution, each kind in order of the text."""

    resolution: Resolution = field(repr=False)
    clauses: tuple[Clause, ...]
    agencies: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    themes: tuple[Theme, ...]
    dates: tuple[DateMention, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is doubtful in the resolution (its own diagnostics first) and in what was found in it."""


class _Placed(Protocol):
    @property
    def paragraph(self) -> str | None: ...


_F = TypeVar("_F", bound=_Placed)


def by_paragraph(facts: Iterable[_F]) -> defaultdict[str | None, list[_F]]:
    """Return facts by the id of their paragraph, in their order; none for a paragraph that has none.

    Examples
    --------
    >>> themes = Theme("7", "energy", 0.6, ()), Theme("8", "trade", 1.0, ()), Theme("7", "trade", 0.4, ())
    >>> [theme.theme for theme in by_paragraph(themes)["7"]]
    ['energy', 'trade']
    """
    groups: defaultdict[str | None, list[_F]] = defaultdict(list)
    for fact in facts:
        groups[fact.paragraph].append(fact)
    return groups
