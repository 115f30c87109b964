"""The codebook of the tables, made from the column registry and from what the lexicon has of examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ecoanalysis.lexicon import INTERFACE, language_of, languages, load
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.tables import (
    DERIVED_TABLES,
    EDITION_TABLES,
    FACT_TABLES,
    KEY,
    REGISTER_TABLES,
    SERIES_TABLES,
    Column,
    Table,
)

_HEAD = """\
# Codebook of the tables · 表格编码手册

Every table is here with every column, and behind them what the values mean, with examples and counter-examples of the
lexicon. Tables join by `document`, `part` and, where both have them, `paragraph`, `index` and `order`; those of a
series by `series` and `language`; registers by `agency`, `country` and `theme`.
本手册列出全部表格与各列，其后为取值含义及词库中的正例与反例。
各表以 `document`、`part` 及共有的 `paragraph`、`index`、`order` 相连；系列各表以 `series`、`language` 相连；
登记表以 `agency`、`country`、`theme` 相连。

Offsets (`start`, `end` and their like) are half-open and count Unicode code points of the raw text, the file's decoded
text with nothing changed. 偏移量为左闭右开区间，按原始文本的 Unicode 码位计算。
"""
_GROUPS: Mapping[str, tuple[str, Mapping[str, Table]]] = {
    "Facts": ("事实", FACT_TABLES),
    "What follows from them": ("由此推出", DERIVED_TABLES),
    "What editions are compared by": ("各版比较所据", EDITION_TABLES),
    "Series": ("系列", SERIES_TABLES),
    "Registers": ("登记表", REGISTER_TABLES),
}
_VALUES = {"class": "clauses.class", "band": "clauses.band", "part": "section", "change": "links.types, changes.type",
           "step": "lineages.step", "kind": "addressees.kind", "party": "addressees.type", "role": "addressees.role",
           "citation": "citations.kind", "committee": "resolutions.committee", "mandate": "clauses.mandate",
           "obligation": "obligations.kind", "status": "obligations.status"}  # fmt: skip
_FEW = 2  # examples of an entry that are shown


def codebook() -> str:
    """Return the codebook as Markdown.

    Examples
    --------
    >>> print(codebook().splitlines()[0])
    # Codebook of the tables · 表格编码手册
    """
    lines = [_HEAD, "## Key of every table of facts · 事实各表共用的键", "", *_columns(KEY), ""]
    for title, (chinese, tables) in _GROUPS.items():
        lines += [f"## {title} · {chinese}", ""]
        lines += [line for table in tables.values() for line in _section(table)]
    lines += [*_rules(), *_values(), *_verbs(), *_themes(), *_bodies()]
    return "\n".join(lines).rstrip() + "\n"


def _section(table: Table) -> Iterator[str]:
    yield from (f"### `{table.name}`", "", f"{table.en[:1].upper()}{table.en[1:]}. {table.zh}。", "")
    of_key = [column.name for column in table.key if column.name in ("document", "part", "series", "language")]
    of_key = of_key[:2] if table.key is KEY else of_key
    if table.unique or table.key is KEY:
        keys = ", ".join(f"`{name}`" for name in (*of_key, *table.unique))
        yield from (f"No two rows have in common 任何两行不同时相同: {keys}.", "")
    yield from _columns(table.columns if table.key is KEY else (*table.key, *table.columns))
    yield ""


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    cells = [(f"`{column.name}`", str(column.dtype), column.en, column.zh) for column in columns]
    return _rows(("Column · 列", "Type · 类型", "Meaning", "含义"), cells)


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def _rules() -> Iterator[str]:
    """By which rules facts are read."""
    yield from ("## Rules · 规则", "")
    for entry in load("interface/codebook").values():
        yield from (f"### {' · '.join(entry['term'].values())}", "")
        yield from (line for rule in entry["rule"].values() for line in (rule, ""))


def _values() -> Iterator[str]:
    """What codes stand for, as pages say it."""
    yield from ("## Values · 取值", "")
    say = [labels(language) for language in INTERFACE]
    heads = ("Value · 值", *(each.language_name(each.language) for each in say))
    for group, columns in _VALUES.items():
        names = [name.partition(".")[2] for name in say[0].entries if name.startswith(f"{group}.")]
        yield from (f"### {columns}", "")
        yield from _rows(heads, [(f"`{name}`", *(each(f"{group}.{name}") for each in say)) for name in names])
        yield ""


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every entry of a file of the lexicon that has examples, by its place in the file."""
    for name, entry in table.items():
        if isinstance(entry, Mapping):
            if "examples" in entry:
                yield name, entry
            yield from ((f"{name}.{inner}", each) for inner, each in _entries(entry))
        elif isinstance(entry, list):
            each_of = (each for each in entry if isinstance(each, Mapping) and "examples" in each)
            yield from ((str(each.get("lemma") or each.get("id") or name), each) for each in each_of)


def _of_lexicon(file: str, *facts: str) -> Iterator[str]:
    for code in languages():
        entries = list(_entries(language_of(code).table(file)))
        if not entries:
            continue
        yield from (f"### {labels(INTERFACE[0]).language_name(code)} (`{code}`)", "")
        heads = ("Entry · 条目", *facts, "Examples · 正例", "Counter-examples · 反例")
        rows = ((name, *(str(entry.get(fact, "")) for fact in facts), *_both(entry)) for name, entry in entries)
        yield from _rows(heads, rows)
        yield ""


def _both(entry: Mapping[str, Any]) -> tuple[str, str]:
    return _some(entry.get("examples", ())), _some(entry.get("counter_examples", ()))


def _some(examples: Iterable[Any]) -> str:
    return "<br>".join(_words(example) for example in list(examples)[:_FEW])


def _words(example: Any) -> str:
    return str(example.get("text", example)) if isinstance(example, Mapping) else str(example)


def _verbs() -> Iterator[str]:
    yield from ("## Verbs, their class and force · 动词及其类别与力度", "")
    yield from _of_lexicon("verbs", "class", "band")


def _themes() -> Iterator[str]:
    yield from ("## Themes · 主题", "")
    yield from _of_lexicon("themes", "label")


def _bodies() -> Iterator[str]:
    """Of the register, which is a table itself, what tells its names from others."""
    yield from ("## Names of bodies that are told from others · 易混机构名称", "")
    rows = [
        (f"`{body.id}`", names.name, _some(names.examples), _some(names.counter_examples))
        for body in registry()
        for names in body.names.values()
        if names.counter_examples
    ]
    yield from _rows(("Body · 机构", "Name · 名称", "Examples · 正例", "Counter-examples · 反例"), rows)
