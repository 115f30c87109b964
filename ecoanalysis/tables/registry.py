# ruff: noqa: E501 - the registry reads as a table, one column a line
"""The column registry: every table, its grain and its columns, for schemas, codebook (``docs/codebook.md``) and exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

_TEXTS = pl.List(pl.String)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, Polars type and what it means, in both languages of the project."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    en: str
    zh: str


KEY = (
    Column("document", pl.String, "SHA-256 of the file's bytes", "文件字节的 SHA-256"),
    Column("part", pl.Int32, "which resolution of the file, from 1", "文件中的第几项决议，自 1 起"),
    Column("symbol", pl.String, "canonical symbol of the resolution", "决议的规范文号"),
    Column("language", pl.String, "ISO 639-1 code of the language of the text", "文本语言的 ISO 639-1 代码"),
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
    """A table: what one row of it is (its grain), and its columns behind the key."""

    name: str
    en: str
    zh: str
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


_PARAGRAPH = Column("paragraph", pl.String, "id of the paragraph (P1, 7, 7.a, fn1)", "段落编号（P1、7、7.a、fn1）")
_INDEX = Column("index", pl.Int32, "clause of the paragraph", "段内小句序号")
_START = Column("start", pl.Int64, "where it begins in the raw text (code points)", "在原始文本中的起点（码位）")
_END = Column("end", pl.Int64, "where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")
_QUOTE = Column("quote", pl.String, "its words, as laid out", "其文字（版面文本）")
_SURFACE = Column("surface", pl.String, "as written, without white space of the layout", "文中写法")

_FACTS = (
    Table("documents", "one row per document and resolution in it", "每份文件及其中每项决议一行", (
        Column("path", pl.String, "where the file was read", "文件路径"),
        Column("format", pl.String, "format of the file", "文件格式"),
        Column("characters", pl.Int64, "length of the raw text in code points", "原始文本长度（码位）"),
        Column("diagnostics", pl.Int32, "number of diagnostics", "诊断条数"),
    )),
    Table("resolutions", "one row per resolution and document", "每项决议、每份文件一行", (
        Column("organ", pl.String, "GA, ECOSOC, SC or HRC", "机关：GA、ECOSOC、SC 或 HRC"),
        Column("session", pl.Int32, "session of the organ, or the year of the resolution", "届次或年份"),
        Column("number", pl.String, "number within the session", "届内编号"),
        Column("title", pl.String, "title", "标题"),
        Column("adopted_on", pl.Date, "day of adoption, from the text", "通过日期（取自文本）"),
        Column("meeting", pl.Int32, "number of the plenary meeting", "全体会议次数"),
        Column("agenda_item", pl.String, "agenda item", "议程项目"),
        Column("drafts", _TEXTS, "symbols of the drafts that the header names", "页眉所列决议草案文号"),
        Column("adoption", pl.String, "without a vote, recorded vote; null where the source does not say", "通过方式；未载明者为空"),
        Column("yes", pl.Int32, "votes in favour", "赞成票"),
        Column("no", pl.Int32, "votes against", "反对票"),
        Column("abstain", pl.Int32, "abstentions", "弃权票"),
        Column("sponsors", _TEXTS, "sponsors, where the source has them", "提案国（来源载明时）"),
    )),
    Table("paragraphs", "one row per paragraph, title and closing included", "每段一行，含标题与结尾", (
        _PARAGRAPH,
        Column("section", pl.String, "part: title, preamble, operative, closing, annex", "部分：标题、序言、执行、结尾、附件"),
        Column("number", pl.String, "number as printed, null where none is", "印出的段号；无则为空"),
        Column("text", pl.String, "its own words, without number and footnote marks", "段落文字，不含段号与脚注标记"),
        _START, _END,
    )),
    Table("footnotes", "one row per footnote", "每条脚注一行", (
        Column("number", pl.String, "number as printed", "脚注号"),
        Column("text", pl.String, "the note's words", "脚注文字"),
        Column("paragraph", pl.String, "paragraph that its mark stands in", "标记所在段落"),
        Column("mark_start", pl.Int64, "where the mark begins in the raw text", "标记起点"),
        Column("mark_end", pl.Int64, "where the mark ends", "标记终点"),
        _START, _END,
    )),
    Table("clauses", "one row per clause: one speech act of the adopting organ", "每个小句一行：通过机关的一个言语行为", (
        _PARAGRAPH,
        Column("section", pl.String, "part that the paragraph belongs to", "所属部分"),
        Column("index", pl.Int32, "which clause of the paragraph, from 1", "段内第几个小句，自 1 起"),
        Column("verb", pl.String, "verb phrase as written", "动词短语（文中写法）"),
        Column("verb_start", pl.Int64, "where the verb begins", "动词起点"),
        Column("verb_end", pl.Int64, "where the verb ends", "动词终点"),
        Column("lemma", pl.String, "verb without sequence adverbs and intensifiers", "词元（不含序列副词与强化词）"),
        Column("class", pl.String, "REF, NEU, EVA, ASR, DIR or DEC (codebook, Clause)", "类别：REF、NEU、EVA、ASR、DIR、DEC"),
        Column("band", pl.String, "force of a directive, D1 (weakest) to D5", "指令力度，D1（最弱）至 D5"),
        Column("hedges", _TEXTS, "what softens the directive, each occurrence", "缓和语，逐次列出"),
        Column("intensifiers", _TEXTS, "what strengthens it", "强化语"),
        Column("continuity", _TEXTS, "what says that it goes on", "延续语"),
        Column("mandate", pl.String, "narrowest set of mandates it belongs to: M0, M1, M2; null outside", "所属最窄任务集合：M0、M1、M2"),
        _START, _END, _QUOTE,
    )),
    Table("reports", "one row per reporting obligation", "每项报告义务一行", (
        _PARAGRAPH,
        Column("index", pl.Int32, "clause that asks for it", "要求报告的小句"),
        Column("reporter", pl.String, "who reports (agency id)", "报告者（机构代号）"),
        Column("recipient", pl.String, "to whom (agency id)", "报告对象（机构代号）"),
        Column("topic", pl.String, "about what, as written", "报告内容（文中写法）"),
        Column("due", pl.String, "when, as written", "期限（文中写法）"),
        Column("due_session", pl.Int32, "session it is due at", "到期届次"),
        Column("due_date", pl.String, "date it is due by", "到期日期"),
        Column("periodicity", pl.String, "how often, where the text says", "周期（文本载明时）"),
        _START, _END,
    )),
    Table("deadlines", "one row per decision that says when its matter comes back or ends", "每项载明何时再议或期满的决定一行", (
        _PARAGRAPH,
        _INDEX,
        Column("kind", pl.String, "agenda, review or expiry", "类型：议程、审查、期满"),
        Column("due", pl.String, "when, as written", "期限（文中写法）"),
        Column("due_session", pl.Int32, "session it is due at", "到期届次"),
        Column("due_date", pl.String, "date it ends", "期满日期"),
        _START, _END,
    )),
    Table("addressees", "one row per party expected to act in a clause", "小句中每个被要求行动的一方一行", (
        _PARAGRAPH,
        _INDEX,
        Column("surface", pl.String, "noun phrase as written; null where unspecified", "名词短语（文中写法）；未指明则为空"),
        Column("agency", pl.String, "agency id where it is a registered body", "机构代号（已登记者）"),
        Column("kind", pl.String, "named, generic, anaphor, inherited or unspecified", "类型：具名、泛指、回指、承前、未指明"),
        Column("role", pl.String, "core, or example after 特别是, 包括 …", "角色：核心，或“特别是”“包括”之后的举例"),
        Column("antecedents", _TEXTS, "agency ids or spans (start-end) an anaphor stands for", "回指的先行语（代号或区间）"),
        _START, _END,
    )),
    Table("modifiers", "one row per hedge, intensifier or continuity word of a clause", "小句中每个缓和语、强化语或延续语一行", (
        _PARAGRAPH,
        _INDEX,
        Column("kind", pl.String, "hedge, intensifier or continuity", "类型：缓和、强化、延续"),
        _SURFACE, _START, _END,
    )),
    Table("agencies", "one row per mention of an organisation", "每次提及一个组织一行", (
        _PARAGRAPH,
        Column("section", pl.String, "part that the paragraph belongs to", "所属部分"),
        _SURFACE,
        Column("agency", pl.String, "agency id; null where the registry lacks the body", "机构代号；未登记则为空"),
        _START, _END,
    )),
    Table("citations", "one row per citation", "每次引用一行", (
        _PARAGRAPH,
        Column("kind", pl.String, "resolution, decision, document, draft, treaty or instrument", "类型：决议、决定、文件、草案、条约、文书"),
        Column("cited", pl.String, "canonical symbol of what is cited", "被引文件的规范文号"),
        Column("section", pl.String, "section or annex cited, as written", "被引章节或附件"),
        _SURFACE,
        Column("date", pl.String, "date the text gives", "文中所载日期"),
        Column("url", pl.String, "official address", "官方网址"),
        _START, _END,
    )),
    Table("themes", "one row per paragraph and theme", "每段每个主题一行", (
        _PARAGRAPH,
        Column("section", pl.String, "part that the paragraph belongs to", "所属部分"),
        Column("theme", pl.String, "theme id", "主题代号"),
        Column("score", pl.Float64, "share of the paragraph's theme weight, 0–1", "占该段主题权重的份额，0–1"),
        Column("terms", _TEXTS, "terms that show it", "证据词语"),
        Column("starts", pl.List(pl.Int64), "where each term begins", "各词语起点"),
        Column("ends", pl.List(pl.Int64), "where each term ends", "各词语终点"),
    )),
    Table("dates", "one row per date", "每个日期一行", (
        _PARAGRAPH,
        Column("date", pl.String, "ISO date, as exact as the text; a range with /", "ISO 日期，精度同原文；区间以 / 分隔"),
        _SURFACE, _START, _END,
    )),
    Table("terms", "one row per paragraph and word (jieba with the registry's names)", "每段每个词一行（jieba，含登记机构名）", (
        _PARAGRAPH,
        Column("term", pl.String, "word", "词"),
        Column("count", pl.Int32, "occurrences in the paragraph", "段内次数"),
    )),
    Table("diagnostics", "one row per diagnostic", "每条诊断一行", (
        Column("level", pl.String, "info, warning or error", "级别"),
        Column("code", pl.String, "what it is about", "代码"),
        Column("message", pl.String, "in words", "说明"),
        _START, _END,
    )),
)  # fmt: skip

_EDITIONS = (
    Table("fingerprints", "one row per paragraph that is compared: its words as hashes, no words", "每个参与比较的段落一行：只存文字的散列", (
        _PARAGRAPH,
        Column("section", pl.String, "part that the paragraph belongs to", "所属部分"),
        _START, _END,
        Column("characters", pl.Int32, "length of its words", "段落文字长度"),
        Column("words", pl.String, "hash of all its words", "全部文字的散列"),
        Column("slotless", pl.String, "hash of its words without dates, sessions, symbols, ordinals", "去除日期、届次、文号、序数后的散列"),
        Column("shingles", pl.String, "hash of each word in order, three hexadecimal digits each, slots left out", "逐词散列（各三位十六进制），不含上述成分"),
    )),
    Table("provisions", "one row per clause: which words of its paragraph it covers", "每个小句一行：覆盖段内哪些词", (
        _PARAGRAPH,
        _INDEX,
        Column("first", pl.Int32, "its first word, from 0", "首词序号，自 0 起"),
        Column("last", pl.Int32, "behind its last word", "末词之后的序号"),
        Column("framing", pl.List(pl.Int32), "first and last of its verb, hedges and addressees", "动词、缓和语、受文者的起止词序号"),
    )),
)  # fmt: skip

_COMPARISONS = (
    Table("links", "one row per link of paragraphs of two successive editions", "前后两版段落间每个关联一行", (
        *_PAIR,
        Column("link", pl.Int32, "number of the link, in the order of the later edition", "关联序号，按后一版次序"),
        Column("old_paragraphs", _TEXTS, "paragraphs of the earlier edition; none where new", "前一版段落；新增则无"),
        Column("new_paragraphs", _TEXTS, "paragraphs of the later edition; none where dropped", "后一版段落；删除则无"),
        Column("base", pl.String, "identical, slot_update, reworded, new or dropped (codebook, Editions)", "基本类型：相同、仅更新、改写、新增、删除"),
        Column("similarity", pl.Float64, "share of words that both have in one order, slots aside; null where new or dropped", "同序共有文字的份额（0–1）；新增、删除为空"),
        Column("types", _TEXTS, "base type and modifiers", "基本类型与变化类型"),
    ), SERIES_KEY),
    Table("changes", "one row per typed change, with the two places that justify it", "每项变化一行，附两处依据", (
        *_PAIR,
        Column("link", pl.Int32, "link that it belongs to", "所属关联"),
        Column("type", pl.String, "modifier (codebook, Editions)", "变化类型"),
        Column("by", pl.String, "by what: band, hedge, intensifier, class, clause, verb, words", "因何：力度、缓和语、强化语、类别、小句、动词、文字"),
        Column("ladders", _TEXTS, "force ladders under which it holds", "在哪些力度阶梯下成立"),
        Column("variance", pl.Boolean, "seen in this language alone, so left out of figures", "仅见于本语文，不计入统计"),
        Column("old_surface", pl.String, "verb, hedge or party before; null where it is more than a name", "变化前的动词、缓和语或受文者；超出名称者为空"),
        Column("new_surface", pl.String, "the same after", "变化后"),
        Column("old_start", pl.Int64, "where it stands in the earlier text", "前一版起点"),
        Column("old_end", pl.Int64, "where it ends", "前一版终点"),
        Column("new_start", pl.Int64, "where it stands in the later text", "后一版起点"),
        Column("new_end", pl.Int64, "where it ends", "后一版终点"),
    ), SERIES_KEY),
    Table("lineages", "one row per clause of an edition, in the lineage that it belongs to", "每版每个小句一行，归入其沿革", (
        Column("lineage", pl.String, "id of the lineage: where it was born", "沿革代号：首见之处"),
        Column("kind", pl.String, "mandate, or statement", "类型：任务、表述"),
        Column("symbol", pl.String, "edition", "版本文号"),
        _PARAGRAPH,
        _INDEX,
        Column("step", pl.String, "born, carried, reworded or revived", "首见、沿用、改写、恢复"),
        Column("types", _TEXTS, "what changed in the clause since the edition before", "自前一版以来的变化"),
        Column("verb", pl.String, "verb phrase as written", "动词短语（文中写法）"),
        Column("class", pl.String, "class of the clause", "小句类别"),
        Column("band", pl.String, "force of a directive", "指令力度"),
    ), SERIES_KEY),
    Table("obligations", "one row per reporting request, agenda decision, review or expiry", "每项报告要求、列入议程、审查或期满一行", (
        Column("symbol", pl.String, "edition that asks", "提出要求的版本"),
        _PARAGRAPH,
        _INDEX,
        Column("kind", pl.String, "report, agenda, review or expiry", "类型：报告、议程、审查、期满"),
        Column("reporter", pl.String, "who (agency id)", "义务方（机构代号）"),
        Column("recipient", pl.String, "to whom (agency id)", "对象（机构代号）"),
        Column("due", pl.String, "when, as written", "期限（文中写法）"),
        Column("due_session", pl.Int32, "session of the General Assembly", "大会届次"),
        Column("due_from", pl.String, "first month of it, or the date written", "起始月份，或所载日期"),
        Column("due_to", pl.String, "last month of it", "终止月份"),
        Column("status", pl.String, "met, open or unseen: noted by a later edition, still due, or no note found", "已注意到、未到期、未见后续"),
        Column("met_by", pl.String, "symbol of the report noted", "所注意到报告的文号"),
        Column("met_section", pl.String, "its section", "其章节"),
        Column("met_in", pl.String, "edition that notes it", "注意到该报告的版本"),
        Column("met_paragraph", pl.String, "and its paragraph", "及其段落"),
    ), SERIES_KEY),
)  # fmt: skip

TABLES: Mapping[str, Table] = {table.name: table for table in _FACTS}
EDITION_TABLES: Mapping[str, Table] = {table.name: table for table in _EDITIONS}
SERIES_TABLES: Mapping[str, Table] = {table.name: table for table in _COMPARISONS}
