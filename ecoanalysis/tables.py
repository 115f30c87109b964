# ruff: noqa: E501 - the registry reads as a table, one column a line
"""The frame edge: inside, dataclasses; outside, Polars tables with a stated grain.

One registry of tables and columns serves the schemas, the codebook (``docs/codebook.md``) and every export. All tables
share the key ``document`` (SHA-256) and ``part`` (which resolution of the file); ``symbol`` groups documents of one resolution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from ecoanalysis.model.facts import Addressee, Clause, Facts

Row = dict[str, Any]
_TEXTS = pl.List(pl.String)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, Polars type and what it means, in both languages of the project."""

    name: str
    dtype: pl.DataType | type[pl.DataType]
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row of it is (its grain), and its columns behind the shared key."""

    name: str
    en: str
    zh: str
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pl.Schema:
        """The Polars schema, key first.

        Examples
        --------
        >>> TABLES["footnotes"].schema["number"]
        String
        """
        return pl.Schema({column.name: column.dtype for column in (*KEY, *self.columns)})


KEY = (
    Column("document", pl.String, "SHA-256 of the file's bytes", "文件字节的 SHA-256"),
    Column("part", pl.Int32, "which resolution of the file, from 1", "文件中的第几项决议，自 1 起"),
    Column("symbol", pl.String, "canonical symbol of the resolution", "决议的规范文号"),
    Column("language", pl.String, "language of the text: zh or en", "文本语言：zh 或 en"),
)
_PARAGRAPH = Column("paragraph", pl.String, "id of the paragraph (P1, 7, 7.a, fn1)", "段落编号（P1、7、7.a、fn1）")
_START = Column("start", pl.Int64, "where it begins in the raw text (code points)", "在原始文本中的起点（码位）")
_END = Column("end", pl.Int64, "where it ends in the raw text, exclusive", "在原始文本中的终点（不含）")
_QUOTE = Column("quote", pl.String, "its words, as laid out", "其文字（版面文本）")
_SURFACE = Column("surface", pl.String, "as written, without white space of the layout", "文中写法")

_REGISTRY = (
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
    Table("addressees", "one row per party expected to act in a clause", "小句中每个被要求行动的一方一行", (
        _PARAGRAPH,
        Column("index", pl.Int32, "clause of the paragraph", "段内小句序号"),
        Column("surface", pl.String, "noun phrase as written; null where unspecified", "名词短语（文中写法）；未指明则为空"),
        Column("agency", pl.String, "agency id where it is a registered body", "机构代号（已登记者）"),
        Column("kind", pl.String, "named, generic, anaphor, inherited or unspecified", "类型：具名、泛指、回指、承前、未指明"),
        Column("role", pl.String, "core, or example after 特别是, 包括 …", "角色：核心，或“特别是”“包括”之后的举例"),
        Column("antecedents", _TEXTS, "agency ids or spans (start-end) an anaphor stands for", "回指的先行语（代号或区间）"),
        _START, _END,
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

TABLES: Mapping[str, Table] = {table.name: table for table in _REGISTRY}


def to_tables(facts: Iterable[Facts], *, terms: bool = True) -> dict[str, pl.DataFrame]:
    """Return every table of the registry, filled from the facts of any number of resolutions.

    Parameters
    ----------
    facts
        Facts of resolutions, in the order wanted in the tables.
    terms
        Whether to segment words too; leaves that table empty otherwise (jieba takes half a second to load).

    Returns
    -------
    dict of str to polars.DataFrame
        One frame per entry of ``TABLES``, each with exactly the schema stated there.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> tables = to_tables([eco.extract_facts(eco.parse_resolution(eco.sample()))], terms=False)
    >>> tables["resolutions"]["symbol"].to_list()
    ['A/RES/75/324']
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for found in facts:
        key = _key(found)
        for name, make in _ROWS.items():
            if terms or name != "terms":
                rows[name].extend(key | row for row in make(found))
    return {name: pl.DataFrame(rows[name], schema=table.schema) for name, table in TABLES.items()}


def mandate(clause: Clause, section: str, united_nations: Callable[[str], bool]) -> str | None:
    """Return the narrowest of the nested mandate sets (codebook, Mandate) that a clause belongs to.

    ``M2`` is addressed to a United Nations entity, or gives one work; ``M1`` has an addressee; ``M0`` is any other operative
    directive or decision; None is no mandate.
    """
    if section == "preamble" or clause.cls not in ("DIR", "DEC"):
        return None
    if any(addressee.agency and united_nations(addressee.agency) for addressee in clause.addressees):
        return "M2"
    if clause.cls == "DIR" and any(addressee.kind != "unspecified" for addressee in clause.addressees):
        return "M1"
    return "M0"


def _key(facts: Facts) -> Row:
    resolution = facts.resolution
    return {
        "document": resolution.document.sha256,
        "part": resolution.part,
        "symbol": resolution.symbol,
        "language": resolution.language,
    }


def _sections(facts: Facts) -> dict[str, str]:
    return {paragraph.id: paragraph.part for paragraph in facts.resolution.paragraphs}


def _documents(facts: Facts) -> Iterator[Row]:
    document = facts.resolution.document
    yield {
        "path": document.path,
        "format": document.format,
        "characters": len(document.raw),
        "diagnostics": len(facts.diagnostics),
    }


def _resolutions(facts: Facts) -> Iterator[Row]:
    resolution = facts.resolution
    adoption = resolution.adoption
    yield {
        "organ": resolution.organ,
        "session": resolution.session,
        "number": resolution.number,
        "title": resolution.title,
        "adopted_on": resolution.adopted_on,
        "meeting": resolution.meeting,
        "agenda_item": resolution.agenda_item,
        "drafts": list(resolution.drafts),
        "adoption": adoption and adoption.mode,
        "yes": adoption and adoption.yes,
        "no": adoption and adoption.no,
        "abstain": adoption and adoption.abstain,
        "sponsors": list(resolution.sponsors),
    }


def _paragraphs(facts: Facts) -> Iterator[Row]:
    for paragraph in facts.resolution.paragraphs:
        yield {
            "paragraph": paragraph.id,
            "section": paragraph.part,
            "number": paragraph.number,
            "text": paragraph.text,
            "start": paragraph.start,
            "end": paragraph.end,
        }


def _footnotes(facts: Facts) -> Iterator[Row]:
    for note in facts.resolution.footnotes:
        yield {
            "number": note.number,
            "text": note.text,
            "paragraph": note.paragraph,
            "mark_start": note.mark.start if note.mark else None,
            "mark_end": note.mark.end if note.mark else None,
            "start": note.start,
            "end": note.end,
        }


def _clauses(facts: Facts) -> Iterator[Row]:
    from ecoanalysis.lexicon.agencies import registry

    sections, bodies = _sections(facts), registry()
    for clause in facts.clauses:
        section = sections[clause.paragraph]
        yield {
            "paragraph": clause.paragraph,
            "section": section,
            "index": clause.index,
            "verb": clause.verb.surface,
            "verb_start": clause.verb.start,
            "verb_end": clause.verb.end,
            "lemma": clause.lemma,
            "class": clause.cls,
            "band": clause.band,
            "hedges": [hedge.surface for hedge in clause.hedges],
            "intensifiers": [word.surface for word in clause.intensifiers],
            "continuity": [word.surface for word in clause.continuity],
            "mandate": mandate(clause, section, bodies.is_united_nations),
            "start": clause.start,
            "end": clause.end,
            "quote": clause.quote,
        }


def _reports(facts: Facts) -> Iterator[Row]:
    for clause in facts.clauses:
        if report := clause.report:
            yield {
                "paragraph": clause.paragraph,
                "index": clause.index,
                "reporter": report.reporter,
                "recipient": report.recipient,
                "topic": report.topic,
                "due": report.due,
                "due_session": report.due_session,
                "due_date": report.due_date,
                "periodicity": report.periodicity,
                "start": clause.start,
                "end": clause.end,
            }


def _addressees(facts: Facts) -> Iterator[Row]:
    for clause in facts.clauses:
        for addressee in clause.addressees:
            yield {
                "paragraph": clause.paragraph,
                "index": clause.index,
                "surface": addressee.surface,
                "agency": addressee.agency,
                "kind": addressee.kind,
                "role": addressee.role,
                "antecedents": _antecedents(addressee),
                "start": addressee.span.start if addressee.span else None,
                "end": addressee.span.end if addressee.span else None,
            }


def _antecedents(addressee: Addressee) -> list[str]:
    return [found.agency or f"{found.start}-{found.end}" for found in addressee.antecedents]


def _agencies(facts: Facts) -> Iterator[Row]:
    sections = _sections(facts)
    for mention in facts.agencies:
        yield {
            "paragraph": mention.paragraph,
            "section": sections.get(mention.paragraph or "", "footnote"),
            "surface": mention.surface,
            "agency": mention.agency,
            "start": mention.start,
            "end": mention.end,
        }


def _citations(facts: Facts) -> Iterator[Row]:
    for citation in facts.citations:
        yield {
            "paragraph": citation.paragraph,
            "kind": citation.kind,
            "cited": citation.symbol,
            "section": citation.section,
            "surface": citation.surface,
            "date": citation.date,
            "url": citation.url,
            "start": citation.start,
            "end": citation.end,
        }


def _themes(facts: Facts) -> Iterator[Row]:
    sections = _sections(facts)
    for theme in facts.themes:
        yield {
            "paragraph": theme.paragraph,
            "section": sections[theme.paragraph],
            "theme": theme.theme,
            "score": theme.score,
            "terms": [term.surface for term in theme.evidence],
            "starts": [term.start for term in theme.evidence],
            "ends": [term.end for term in theme.evidence],
        }


def _dates(facts: Facts) -> Iterator[Row]:
    for found in facts.dates:
        yield {
            "paragraph": found.paragraph,
            "date": found.date,
            "surface": found.surface,
            "start": found.start,
            "end": found.end,
        }


def _terms(facts: Facts) -> Iterator[Row]:
    from ecoanalysis.extract.terms import count_terms

    for paragraph in facts.resolution.paragraphs:
        for term, count in count_terms(paragraph.text, facts.resolution.language).items():
            yield {"paragraph": paragraph.id, "term": term, "count": count}


def _diagnostics(facts: Facts) -> Iterator[Row]:
    for found in facts.diagnostics:
        yield {
            "level": found.level,
            "code": found.code,
            "message": found.message,
            "start": found.start,
            "end": found.end,
        }


_ROWS: Mapping[str, Callable[[Facts], Iterator[Row]]] = {
    "documents": _documents,
    "resolutions": _resolutions,
    "paragraphs": _paragraphs,
    "footnotes": _footnotes,
    "clauses": _clauses,
    "reports": _reports,
    "addressees": _addressees,
    "agencies": _agencies,
    "citations": _citations,
    "themes": _themes,
    "dates": _dates,
    "terms": _terms,
    "diagnostics": _diagnostics,
}
