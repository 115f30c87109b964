# ruff: noqa: E501 - the registry reads as a table, one column a line
"""The column registry: every table, its grain and its columns, for schemas, codebook (``docs/codebook.md``) and exports.

Columns that a noun has come from what the noun says of itself (``model.shape``); those that a table derives are
declared here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import (
    Addressee,
    Antecedent,
    Citation,
    Clause,
    DateMention,
    Deadline,
    Due,
    Hedge,
    Mention,
    Report,
    Theme,
)
from ecoanalysis.model.resolution import Diagnostic, DraftMark, Footnote, Paragraph, Resolution, Sponsor, Subject, Vote
from ecoanalysis.model.shape import Attribute, members

_TEXTS = pl.List(pl.String)
_NUMBERS = pl.List(pl.Int64)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, Polars type and what it means, in both languages of the project.

    ``member`` is what a noun has for it; None where the table derives it.
    """

    name: str
    dtype: pl.DataType | type[pl.DataType]
    en: str
    zh: str
    member: Attribute | None = None


KEY = (
    Column("document", pl.String, "SHA-256 of the file's bytes", "文件字节的 SHA-256"),
    Column("part", pl.Int64, "which resolution of the file, from 1", "文件中的第几项决议，自 1 起"),
    Column("symbol", pl.String, "canonical symbol of the resolution", "决议的规范文号"),
    Column("language", pl.String, "language of the text, ISO 639-1", "文本语言（ISO 639-1）"),
)
SERIES_KEY = (
    Column("series", pl.String, "id of the series", "系列代号"),
    Column("language", pl.String, "language that the facts were read in", "读取事实所用语文"),
)
_PAIR = (
    Column("old", pl.String, "symbol of the earlier edition", "前一版文号"),
    Column("new", pl.String, "symbol of the later edition", "后一版文号"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row of it is (its grain), its columns behind the key, and which of them tell its rows apart.

    ``unique`` are the columns that, with ``document`` and ``part``, no two rows have in common.
    """

    name: str
    en: str
    zh: str
    unique: tuple[str, ...]
    columns: tuple[Column, ...]
    key: tuple[Column, ...] = KEY

    @property
    def schema(self) -> pl.Schema:
        """The Polars schema, key first.

        Examples
        --------
        >>> TABLES["footnotes"].schema["number"]
        String
        """
        return pl.Schema({column.name: column.dtype for column in (*self.key, *self.columns)})


def _columns(noun: type, *without: str, **renamed: str) -> tuple[Column, ...]:
    """The columns that a noun has, lists of nouns aside: those have tables of their own."""
    return tuple(
        Column(renamed.get(member.name, member.name), _dtype(member), member.meaning.en, member.meaning.zh, member)
        for member in members(noun)
        if member.name not in without and not is_dataclass(member.type) and not is_dataclass(member.items)
    )


def _some(noun: type, *names: str) -> tuple[Column, ...]:
    """Columns that a noun has, in a table that takes them from another one."""
    columns = {column.name: replace(column, member=None) for column in _columns(noun)}
    return tuple(columns[name] for name in names)


def _dtype(member: Attribute) -> pl.DataType | type[pl.DataType]:
    return _TEXTS if member.items else _DTYPES.get(member.type, pl.String)


_DTYPES: Mapping[Any, type[pl.DataType]] = {int: pl.Int64, float: pl.Float64, bool: pl.Boolean, date: pl.Date}

_PARAGRAPH = Column("paragraph", pl.String, "id of the paragraph (P1, 7, 7.a)", "段落编号（P1、7、7.a）")
_SECTION = Column("section", pl.String, "part that the paragraph belongs to", "所属部分")
_INDEX = Column("index", pl.Int64, "clause of the paragraph", "段内小句序号")
_ORDER = Column("order", pl.Int64, "which addressee of the clause, from 1", "小句中第几个受文者，自 1 起")
_START = Column("start", pl.Int64, "where it begins in the raw text (code points)", "在原始文本中的起点（码位）")
_END = Column("end", pl.Int64, "where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")
_OFFSETS = Column(
    "offsets",
    _NUMBERS,
    "where its characters stand in the raw text: for each unbroken run, its place in the text and in the raw text",
    "各字符在原始文本中的位置：每段连续文字记其在本段与原始文本中的起点",
)
_CLAUSE = (_PARAGRAPH, _INDEX)
_HEDGES = Column("hedges", _TEXTS, "what softens the directive, each occurrence", "缓和措辞，逐次列出")
_MANDATE = Column(
    "mandate",
    pl.String,
    "narrowest set of mandates it belongs to: M0, M1, M2; null outside",
    "所属最窄任务集合：M0、M1、M2",
)

_FACTS = (
    Table("documents", "one row per document and resolution in it", "每份文件及其中每项决议一行", (), (
        *_columns(Document, "sha256", "language"),
        Column("characters", pl.Int64, "length of the raw text in code points", "原始文本长度（码位）"),
        Column("diagnostics", pl.Int64, "number of diagnostics", "诊断条数"),
    )),
    Table("resolutions", "one row per resolution and document", "每项决议、每份文件一行", (), (
        *_columns(Resolution, "symbol"),
        Column("adoption", pl.String, "without a vote, recorded vote; null where the source does not say", "通过方式；未载明者为空"),
        Column("yes", pl.Int64, "votes in favour", "赞成票"),
        Column("no", pl.Int64, "votes against", "反对票"),
        Column("abstain", pl.Int64, "abstentions", "弃权票"),
    )),
    Table("subjects", "one row per subject that the source states", "来源所载每个主题一行", ("scheme", "id"), _columns(Subject)),
    Table("votes", "one row per State of a recorded vote", "记录表决中每个国家一行", ("name",), (
        *_columns(Vote),
        Column("m49", pl.String, "code of the United Nations Statistics Division", "联合国统计司国家代码（M49）"),
        Column("cow", pl.Int64, "Correlates of War code, by which roll-call data sets join; null for none", "战争相关性项目国家代码；无则为空"),
    )),
    Table("sponsors", "one row per sponsor that the source names", "来源所载每个提案方一行", ("name", "behalf"), _columns(Sponsor)),
    Table("paragraphs", "one row per paragraph, title and closing included", "每段一行，含标题与结尾", ("paragraph",), (
        *_columns(Paragraph, id="paragraph", part="section"), _OFFSETS,
    )),
    Table("footnotes", "one row per footnote", "每条脚注一行", ("number", "start"), (
        *_columns(Footnote),
        Column("position", pl.Int64, "where in the paragraph's text the mark stood", "标记在段落文字中的位置"),
        _OFFSETS,
    )),
    Table("marks", "one row per mark of a negotiating text", "谈判案文中每个标记一行", ("start", "end", "kind"), _columns(DraftMark)),
    Table("clauses", "one row per clause: one speech act of the adopting organ", "每个小句一行：通过机关的一个言语行为", ("paragraph", "index"), (
        *_columns(Clause), _SECTION,
        _HEDGES,
        Column("intensifiers", _TEXTS, "what strengthens it", "强化语"),
        Column("continuity", _TEXTS, "what says that it goes on", "延续语"),
        Column("act_start", pl.Int64, "where what is asked or decided begins", "所要求或决定之事的起点"),
        Column("act_end", pl.Int64, "where it ends", "终点"),
        _MANDATE,
    )),
    Table("reports", "one row per reporting obligation", "每项报告义务一行", ("paragraph", "index"), (
        *_CLAUSE, *_columns(Report), _START, _END,
    )),
    Table("dues", "one row per session or date at which a report is due", "报告的每次期限一行", ("paragraph", "index", "session", "date"), (
        *_CLAUSE, *_columns(Due),
    )),
    Table("deadlines", "one row per decision that says when its matter comes back or ends", "每项载明何时再议或期满的决定一行", ("paragraph", "index"), (
        *_CLAUSE, *_columns(Deadline), _START, _END,
    )),
    Table("addressees", "one row per party expected to act in a clause", "小句中每个被要求行动的一方一行", ("paragraph", "index", "order"), (
        *_CLAUSE, _ORDER, *_columns(Addressee),
    )),
    Table("antecedents", "one row per antecedent of a back-reference", "回指的每个先行语一行", ("paragraph", "index", "order", "start"), (
        *_CLAUSE, _ORDER, *_columns(Antecedent),
    )),
    Table("modifiers", "one row per hedge, intensifier or continuity word of a clause", "小句中每个缓和措辞、强化语或延续语一行", ("paragraph", "index", "kind", "start"), (
        *_CLAUSE,
        Column("kind", pl.String, "hedge, intensifier or continuity", "类型：缓和、强化、延续"),
        *_columns(Hedge, kind="hedge_kind"),
    )),
    Table("agencies", "one row per mention of an organisation", "每次提及一个组织一行", ("paragraph", "start", "end"), (
        *_columns(Mention), _SECTION,
    )),
    Table("citations", "one row per citation", "每次引用一行", ("paragraph", "start", "end", "cited"), _columns(Citation, symbol="cited")),
    Table("themes", "one row per paragraph and theme", "每段每个主题一行", ("paragraph", "theme"), (
        *_columns(Theme), _SECTION,
        Column("terms", _TEXTS, "terms that show it", "证据词语"),
        Column("starts", _NUMBERS, "where each term begins", "各词语起点"),
        Column("ends", _NUMBERS, "where each term ends", "各词语终点"),
    )),
    Table("dates", "one row per date", "每个日期一行", ("paragraph", "start", "end"), _columns(DateMention)),
    Table("terms", "one row per paragraph and word (jieba with the registry's names)", "每段每个词一行（jieba，含登记机构名）", ("paragraph", "term"), (
        _PARAGRAPH,
        Column("term", pl.String, "word", "词"),
        Column("count", pl.Int64, "occurrences in the paragraph", "段内次数"),
    )),
    Table("diagnostics", "one row per diagnostic", "每条诊断一行", ("code", "start", "end", "message"), _columns(Diagnostic)),
)  # fmt: skip

# What follows from other tables, defined once (``tables.derived``).
_DERIVED = (
    Table("requests", "one row per directive, party asked and body that it is or stands for", "每项行动要求、每个受文者及其所指机构一行", ("paragraph", "index", "order", "agency"), (
        *_CLAUSE, _SECTION, _ORDER, *_some(Clause, "verb", "lemma", "band"), _HEDGES,
        *_some(Addressee, "surface", "kind", "role", "type", "country"),
        Column("agency", pl.String, "agency id of the body, back-references resolved; null where it is none", "机构代号（回指已解）；非机构则为空"),
        *_some(Clause, "act_verb", "polarity"), *_some(Resolution, "committee", "adopted_on"), _MANDATE, _START, _END,
    )),
    Table("mandates", "one row per directive or decision of the operative part", "执行部分每项行动要求或决定一行", ("paragraph", "index"), (
        *_CLAUSE, *_some(Clause, "class", "lemma", "band"),
        Column("set", pl.String, "narrowest set that it belongs to: M0, M1, M2 (codebook, Mandate)", "所属最窄任务集合：M0、M1、M2"),
        Column("agencies", _TEXTS, "ids of the bodies asked or given work, back-references resolved", "受文机构代号（回指已解）"),
        Column("hedged", pl.Boolean, "whether it is softened", "是否有缓和措辞"),
        Column("themes", _TEXTS, "themes of its paragraph, the main one first", "段落主题，主要者在前"),
        *_some(Resolution, "committee", "adopted_on"),
    )),
)  # fmt: skip

_EDITIONS = (
    Table("fingerprints", "one row per paragraph that is compared: its words as hashes, no words", "每个参与比较的段落一行：只存文字的散列", ("paragraph",), (
        _PARAGRAPH,
        Column("section", pl.String, "part that the paragraph belongs to", "所属部分"),
        _START, _END,
        Column("characters", pl.Int64, "length of its words", "段落文字长度"),
        Column("words", pl.String, "hash of all its words", "全部文字的散列"),
        Column("slotless", pl.String, "hash of its words without dates, sessions, symbols, ordinals", "去除日期、届次、文号、序数后的散列"),
        Column("shingles", pl.String, "hash of each word in order, three hexadecimal digits each, slots left out", "逐词散列（各三位十六进制），不含上述成分"),
    )),
    Table("provisions", "one row per clause: which words of its paragraph it covers", "每个小句一行：覆盖段内哪些词", ("paragraph", "index"), (
        _PARAGRAPH,
        _INDEX,
        Column("first", pl.Int64, "its first word, from 0", "首词序号，自 0 起"),
        Column("last", pl.Int64, "behind its last word", "末词之后的序号"),
        Column("framing", pl.List(pl.Int64), "first and last of its verb, hedges and addressees", "动词、缓和措辞、受文者的起止词序号"),
    )),
)  # fmt: skip

_COMPARISONS = (
    Table("links", "one row per link of paragraphs of two successive editions", "前后两版段落间每个关联一行", ("old", "new", "link"), (
        *_PAIR,
        Column("link", pl.Int64, "number of the link, in the order of the later edition", "关联序号，按后一版次序"),
        Column("old_paragraphs", _TEXTS, "paragraphs of the earlier edition; none where new", "前一版段落；新增则无"),
        Column("new_paragraphs", _TEXTS, "paragraphs of the later edition; none where dropped", "后一版段落；删除则无"),
        Column("base", pl.String, "identical, slot_update, reworded, new or dropped (codebook, Editions)", "基本类型：相同、仅更新、改写、新增、删除"),
        Column("similarity", pl.Float64, "share of words that both have in one order, slots aside; null where new or dropped", "同序共有文字的份额（0–1）；新增、删除为空"),
        Column("types", _TEXTS, "base type and modifiers", "基本类型与变化类型"),
    ), SERIES_KEY),
    Table("changes", "one row per typed change, with the two places that justify it", "每项变化一行，附两处依据", (), (
        *_PAIR,
        Column("link", pl.Int64, "link that it belongs to", "所属关联"),
        Column("type", pl.String, "modifier (codebook, Editions)", "变化类型"),
        Column("by", pl.String, "by what: band, hedge, intensifier, class, clause, verb, words", "因何：力度、缓和措辞、强化语、类别、小句、动词、文字"),
        Column("ladders", _TEXTS, "force ladders under which it holds", "在哪些力度阶梯下成立"),
        Column("variance", pl.Boolean, "seen in this language alone, so left out of figures", "仅见于本语文，不计入统计"),
        Column("old_surface", pl.String, "verb, hedge or party before; null where it is more than a name", "变化前的动词、缓和措辞或受文者；超出名称者为空"),
        Column("new_surface", pl.String, "the same after", "变化后"),
        Column("old_start", pl.Int64, "where it stands in the earlier text", "前一版起点"),
        Column("old_end", pl.Int64, "where it ends", "前一版终点"),
        Column("new_start", pl.Int64, "where it stands in the later text", "后一版起点"),
        Column("new_end", pl.Int64, "where it ends", "后一版终点"),
    ), SERIES_KEY),
    Table("lineages", "one row per clause of an edition, in the lineage that it belongs to", "每版每个小句一行，归入其沿革", ("lineage", "symbol", "paragraph", "index"), (
        Column("lineage", pl.String, "id of the lineage: where it was born", "沿革代号：首见之处"),
        Column("kind", pl.String, "mandate, or statement", "类型：任务、表述"),
        Column("symbol", pl.String, "edition", "版本文号"),
        _PARAGRAPH,
        _INDEX,
        Column("step", pl.String, "born, carried, reworded or revived", "首见、沿用、改写、恢复"),
        Column("types", _TEXTS, "what changed in the clause since the edition before", "自前一版以来的变化"),
        Column("verb", pl.String, "verb phrase as written", "动词短语（文中写法）"),
        Column("class", pl.String, "class of the clause", "小句类别"),
        Column("band", pl.String, "force of a directive", "行动要求力度"),
    ), SERIES_KEY),
    Table("obligations", "one row per report asked for (and session), agenda decision, review or expiry", "每项报告要求（按届次）、列入议程、审查或期满一行", ("symbol", "paragraph", "kind", "due_session", "due_from", "reporter", "due"), (
        Column("symbol", pl.String, "resolution that asks", "提出要求的决议"),
        _PARAGRAPH,
        Column("kind", pl.String, "report, content (of a report), briefing, agenda, review or expiry", "类型：报告、报告内容、通报、议程、审查、期满"),
        Column("subject", pl.String, "what it is about, in words that stand by themselves", "事由（可独立理解）"),
        Column("subject_language", pl.String, "language of these words", "事由所用语文"),
        *_some(Resolution, "committee"),
        Column("reporter", pl.String, "who (agency id)", "义务方（机构代号）"),
        Column("recipient", pl.String, "to whom (agency id)", "对象（机构代号）"),
        Column("due", pl.String, "when, as written; null where no time is named", "期限（文中写法）；未写明者为空"),
        Column("due_session", pl.Int64, "session of the General Assembly", "大会届次"),
        Column("due_from", pl.String, "first month of it, or the date written", "起始月份，或所载日期"),
        Column("due_to", pl.String, "last month of it", "终止月份"),
        Column("status", pl.String, "met, open, unseen or undated: noted by a later edition (a decision: followed by one of its session), due after the latest at hand, no note found, no time that was resolved", "已注意到（决定：该届会议已有后续决议）、最近一份之后到期、未见后续、期限未明"),
        Column("met_by", pl.String, "symbol of the report noted", "所注意到报告的文号"),
        Column("met_section", pl.String, "its section", "其章节"),
        Column("met_in", pl.String, "edition that notes it", "注意到该报告的版本"),
        Column("met_paragraph", pl.String, "and its paragraph", "及其段落"),
        Column("days", pl.Int64, "days before (less than 0) or after the session due; 0 in time; null where not answered", "早于（负数）或晚于应到届次的天数；0 为按时；未见答复则空"),
        Column("languages", _TEXTS, "languages whose text says so", "载明此事的语文"),
        Column("differs", _TEXTS, "what the languages tell differently; only: a text at hand says nothing of it", "各语文不一致之处；only：有的文本未载"),
    ), (Column("series", pl.String, "id of the series; null where it is of none", "系列代号；不属系列则空"),)),
)  # fmt: skip

_ALIASES = Column("aliases", _TEXTS, "further names that mean the same in any text", "其他通用名称")

# Registers of the lexicon (``tables.registers``), which no document is needed for.
_REGISTERS = (
    Table("bodies", "one row per registered body and language that it has a name in", "每个登记机构、每种有其名称的语文一行", ("agency", "language"), (
        Column("agency", pl.String, "id of the body, as in every other table", "机构代号，与其他各表相同"),
        Column("language", pl.String, "language of the names", "名称所用语文"),
        Column("name", pl.String, "name in full", "全称"),
        Column("acronym", pl.String, "acronym; null for none", "缩写；无则为空"),
        Column("kind", pl.String, "what it is (codebook, Agencies)", "机构种类"),
        Column("authority", pl.String, "how far the General Assembly may instruct it", "大会对其权限"),
        Column("parent", pl.String, "id of the body that it stands under", "上级机构代号"),
        _ALIASES,
        Column("contextual", _TEXTS, "names that mean it where it is named in full before", "前文已列全称时方可指代的简称"),
        Column("former", _TEXTS, "names that it no longer has", "曾用名"),
    ), ()),
    Table("countries", "one row per State and language that it has a name in", "每个国家、每种有其名称的语文一行", ("country", "language"), (
        Column("country", pl.String, "ISO 3166-1 alpha-3 code (of former States ISO 3166-3)", "ISO 3166-1 三位代码（已不存在的国家用 ISO 3166-3）"),
        Column("language", pl.String, "language of the names", "名称所用语文"),
        Column("name", pl.String, "name that the United Nations uses", "联合国所用名称"),
        _ALIASES,
        Column("m49", pl.String, "code of the United Nations Statistics Division", "联合国统计司国家代码（M49）"),
        Column("cow", pl.Int64, "Correlates of War code; null for none", "战争相关性项目国家代码；无则为空"),
        Column("begin", pl.Int64, "first year of a State that is no more", "已不存在的国家：始年"),
        Column("end", pl.Int64, "its last year", "终年"),
        Column("invented", pl.Boolean, "whether it is one of the model resolution", "是否为示范决议虚构之国"),
    ), ()),
    Table("theme_register", "one row per theme and language", "每个主题、每种语文一行", ("theme", "language"), (
        Column("theme", pl.String, "id of the theme, as in every other table", "主题代号，与其他各表相同"),
        Column("language", pl.String, "language of name and terms", "名称与词语所用语文"),
        Column("name", pl.String, "name", "名称"),
        Column("sdg", _NUMBERS, "Sustainable Development Goals that it corresponds to", "对应的可持续发展目标"),
        Column("unbis", pl.String, "category of the UNBIS Thesaurus", "对应的 UNBIS 叙词表类别"),
        Column("terms", _TEXTS, "terms that show it", "证据词语"),
        Column("weights", _NUMBERS, "how surely each term shows it: 3 certain, 2 likely, 1 a hint", "各词语权重：3 确定，2 很可能，1 提示"),
    ), ()),
)  # fmt: skip

FACT_TABLES: Mapping[str, Table] = {table.name: table for table in _FACTS}
DERIVED_TABLES: Mapping[str, Table] = {table.name: table for table in _DERIVED}
TABLES: Mapping[str, Table] = {**FACT_TABLES, **DERIVED_TABLES}
EDITION_TABLES: Mapping[str, Table] = {table.name: table for table in _EDITIONS}
SERIES_TABLES: Mapping[str, Table] = {table.name: table for table in _COMPARISONS}
REGISTER_TABLES: Mapping[str, Table] = {table.name: table for table in _REGISTERS}
