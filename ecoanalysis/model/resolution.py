"""The resolution: its passages in order, each of which knows where in the raw text every character of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from ecoanalysis.model.document import Document
from ecoanalysis.model.shape import Constraint, Means, shown

Part = Literal["title", "preamble", "operative", "closing", "annex", "footnote"]
Level = Literal["info", "warning", "error"]
Organ = Literal["GA", "ECOSOC", "SC", "HRC"]
Extent = Literal["whole", "preamble", "operative", "fragment"]
Status = Literal["adopted", "draft"]
Committee = Literal["C1", "C2", "C3", "C4", "C5", "C6", "plenary"]
Ballot = Literal["yes", "no", "abstain"]
SponsorKind = Literal["state", "officer", "group"]

_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

Words = str
Count = Annotated[int, Constraint(least=0)]
Offset = Annotated[int, Constraint(least=0)]
Share = Annotated[float, Constraint(least=0, most=1)]
Passages = Annotated[str, Constraint(may_be_empty=True)]
ParagraphId = Annotated[str, Constraint(r"^(title|closing|fn.+|[A-Za-z0-9]+([.~][A-Za-z0-9]+)*)$")]
AgencyId = Annotated[str, Constraint("^[a-z0-9][a-z0-9-]*$")]
CountryCode = Annotated[str, Constraint("^[A-Z]{3}$")]
IsoDate = Annotated[str, Constraint(f"^{_DAY}(/{_DAY})?$", wanted="ISO date or range")]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points of the raw text."""

    start: Annotated[Offset, Means("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")]
    end: Annotated[Offset, Means("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is uncertain or defective in a document, and where."""

    level: Annotated[Level, Means("info, warning or error", "级别")]
    code: Annotated[Words, Means("what it is about", "代码")]
    message: Annotated[Words, Means("in words", "说明")]
    start: Annotated[Offset, Means("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")] = 0
    end: Annotated[Offset, Means("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")] = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Layout text with the raw offset of each of its characters."""

    text: Annotated[Passages, Means("its own words, without number and footnote marks", "文字，不含编号与脚注标记")]
    offsets: Sequence[int] = field(repr=False)

    def raw(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the raw text; an empty range stands before its character."""
        if start == end:
            place = self.offsets[start] if start < len(self.offsets) else self.end
            return Span(place, place)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    @shown("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")
    def start(self) -> Offset:
        return self.offsets[0] if self.offsets else 0

    @property
    @shown("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")
    def end(self) -> Offset:
        return self.offsets[-1] + 1 if self.offsets else 0


@dataclass(frozen=True, slots=True)
class Paragraph(Passage):
    """One paragraph of a resolution (title and closing too): its own words, without number and footnote marks."""

    id: Annotated[ParagraphId, Means("id of the paragraph (P1, 7, 7.a)", "段落编号（P1、7、7.a）")] = ""
    part: Annotated[
        Part, Means("title, preamble, operative, closing or annex", "部分：标题、序言、执行、结尾、附件")
    ] = "operative"
    number: Annotated[Words | None, Means("number as printed, null where none is", "印出的段号；无则为空")] = None

    @property
    def parent(self) -> str | None:
        """The id of the paragraph that this one is a point of."""
        head, dot, _ = self.id.rpartition(".")
        return head if dot and self.is_point else None

    is_point: Annotated[bool, Means("whether it is a point below a paragraph", "是否为某段之下的分点")] = False


@dataclass(frozen=True, slots=True)
class Footnote(Passage):
    """A note, and the place of its mark: ``mark`` is None where the text has lost it."""

    number: Annotated[str, Means("number as printed", "脚注号")] = ""
    paragraph: Annotated[ParagraphId | None, Means("paragraph that its mark stands in", "标记所在段落")] = None
    mark: Annotated[Span | None, Means("its mark", "标记", spread="mark_")] = None
    position: int | None = None
    """Where in the paragraph's text the mark stood."""

    @property
    def id(self) -> str:
        return f"fn{self.number}"


@dataclass(frozen=True, slots=True)
class DraftMark:
    """What stands in a negotiating text and is none of its words: a bracket, a label, a proposal, a deletion."""

    kind: Annotated[
        str,
        Means(
            "label, bracket, add, delete, keep, alternative, emphasis, remark, agreed",
            "类型：标号、括号、增、删、保留、备选、强调、说明、议定",
        ),
    ]
    proposer: Annotated[Words | None, Means("who proposes it, as written", "提出者（文中写法）")]
    status: Annotated[Words | None, Means("whether it is agreed, where the text says", "是否议定（文本载明时）")]
    paragraph: Annotated[ParagraphId | None, Means("paragraph that it stands in", "所在段落")]
    start: Annotated[Offset, Means("where it begins in the raw text (code points)", "在原始文本中的起点（码位）")]
    end: Annotated[Offset, Means("where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")]
    text: Annotated[Passages, Means("the words that it concerns", "所涉文字")]


@dataclass(frozen=True, slots=True)
class Adoption:
    """How a resolution was adopted; counts are None where the source has none."""

    mode: Annotated[
        Literal["without a vote", "recorded vote"], Means("without a vote, recorded vote", "未经表决、记录表决")
    ]
    yes: Annotated[Count | None, Means("votes in favour", "赞成票")] = None
    no: Annotated[Count | None, Means("votes against", "反对票")] = None
    abstain: Annotated[Count | None, Means("abstentions", "弃权票")] = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject that the source states, in the scheme that it comes from."""

    scheme: Annotated[Words, Means("UNBIS, SDG, EuroVoc or what the source names", "主题体系")]
    id: Annotated[Words, Means("its id in the scheme", "体系内代号")]
    label: Annotated[Words, Means("its words", "名称")]


@dataclass(frozen=True, slots=True)
class Vote:
    """How one State voted."""

    country: Annotated[CountryCode | None, Means("the State, ISO 3166-1 alpha-3", "国家（三字母代码）")]
    name: Annotated[Words, Means("its name as written", "文中国名")]
    vote: Annotated[Ballot, Means("yes, no or abstain", "赞成、反对、弃权")]


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who put a text forward: a State, an officer (a committee's chair), or a group or body."""

    name: Annotated[Words, Means("its name as written", "名称（文中写法）")]
    kind: Annotated[
        SponsorKind | None,
        Means(
            "state, officer or group; null where the name is not recognised",
            "类型：国家、主席等任职者、集团；不识者为空",
        ),
    ]
    country: Annotated[CountryCode | None, Means("the State, ISO 3166-1 alpha-3", "国家（三字母代码）")]
    behalf: Annotated[Words | None, Means("on behalf of whom, as written", "代表谁（文中写法）")]


_OUTLINE = 60  # characters of a paragraph that an outline shows


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution of a document, with what its text and its header say of it (codebook, Resolution)."""

    document: Document = field(repr=False)
    part: int
    symbol: Annotated[Words | None, Means("canonical symbol of the resolution", "决议的规范文号")]
    organ: Annotated[Organ | None, Means("GA, ECOSOC, SC or HRC", "机关：GA、ECOSOC、SC 或 HRC")]
    session: Annotated[Count | None, Means("session of the organ, or the year of the resolution", "届次或年份")]
    number: Annotated[Words | None, Means("number within the session", "届内编号")]
    title: Annotated[Words | None, Means("title", "标题")]
    adopted_on: Annotated[date | None, Means("day of adoption, from the text", "通过日期（取自文本）")]
    meeting: Annotated[Count | None, Means("number of the plenary meeting", "全体会议次数")]
    agenda_item: Annotated[Words | None, Means("agenda item", "议程项目")]
    drafts: Annotated[tuple[Words, ...], Means("symbols of the drafts that the header names", "页眉所列决议草案文号")]
    adoption: Annotated[
        Adoption | None, Means("how it was adopted; null where the source does not say", "通过方式；未载明者为空")
    ]
    sponsors: Annotated[tuple[Words, ...], Means("sponsors, where the source has them", "提案国（来源载明时）")]
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    footnotes: tuple[Footnote, ...] = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = field(repr=False)
    extent: Annotated[Extent | None, Means("whole, preamble, operative or fragment", "全文、序言、执行部分或片段")] = (
        "whole"
    )
    status: Annotated[
        Status | None, Means("adopted or draft; null where the source does not say", "已通过或草案；未载明者为空")
    ] = None
    committee: Annotated[
        Committee | None,
        Means(
            "Main Committee that put it forward, or plenary; null where the source does not say",
            "提出决议的主要委员会，或全体会议；未载明者为空",
        ),
    ] = None
    subjects: Annotated[tuple[Subject, ...], Means("subjects that the source states", "来源所载主题")] = ()
    votes: Annotated[
        tuple[Vote, ...], Means("how each State voted, where the source has it", "各国投票（来源载明时）")
    ] = ()
    sponsorship: Annotated[
        tuple[Sponsor, ...], Means("who each sponsor is, and for whom it speaks", "各提案方为何方、代表何方")
    ] = ()
    formula: Annotated[
        Words | None, Means("words by which the organ begins, as written", "机关开头用语（文中写法）")
    ] = None
    marks: tuple[DraftMark, ...] = field(repr=False, default=())

    @property
    def language(self) -> str:
        return self.document.language

    def _repr_html_(self) -> str:
        """The outline, as a notebook shows it: each paragraph's id and first words."""
        from markupsafe import Markup

        item = Markup('<li style="list-style:none"><b>{}</b> {}</li>').format
        items = [
            item(paragraph.id, paragraph.text[:_OUTLINE] + ("…" if len(paragraph.text) > _OUTLINE else ""))
            for paragraph in self.paragraphs
        ]
        head = Markup("<p><b>{}</b> {}</p>").format(self.symbol or "?", self.adopted_on or "")
        return str(head + Markup('<ol lang="{}">{}</ol>').format(self.language, Markup("").join(items)))

    def paragraph(self, id: str) -> Paragraph:
        """Return the paragraph of that id; raise KeyError where there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == id:
                return paragraph
        raise KeyError(id)
