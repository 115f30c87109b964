"""Writes docs/codebook.md from the column registry: `python tools/codebook.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ecoanalysis.tables import KEY, TABLES, Column, Table

CODEBOOK = Path(__file__).resolve().parents[1] / "docs" / "codebook.md"

_HEAD = """\
# Codebook of the tables · 表格编码手册

Made by `python tools/codebook.py` from the column registry in `ecoanalysis/tables/registry.py` and from what the nouns
in `ecoanalysis/model/` say of their members; a change is made there. Tables that follow from others (`requests`,
`mandates`) are defined in `ecoanalysis/tables/derived.py`. Tables join by `document`, `part` and, where both have them,
`paragraph`, `index` and `order`.
本手册由 `ecoanalysis/tables/registry.py` 中的列登记册及 `ecoanalysis/model/` 各类的成员说明生成；如需修改，请改该处。

Offsets (`start`, `end` and their like) are half-open and count Unicode code points of the raw text, the file's decoded
text with nothing changed. 偏移量为左闭右开区间，按原始文本的 Unicode 码位计算。

`ecoanalysis export --to DIR --format parquet|csv|jsonl` writes every table.
"""


def codebook() -> str:
    """Return the codebook as Markdown.

    Examples
    --------
    >>> print(codebook().splitlines()[0])
    # Codebook of the tables · 表格编码手册
    """
    key = ["## Key of every table · 各表共用的键", "", *_columns(KEY)]
    return (
        "\n".join([_HEAD, *key, "", *(line for table in TABLES.values() for line in _section(table))]).rstrip() + "\n"
    )


def _section(table: Table) -> Iterator[str]:
    yield from (f"## `{table.name}`", "", f"{table.en[:1].upper()}{table.en[1:]}. {table.zh}。", "")
    keys = ", ".join(f"`{name}`" for name in ("document", "part", *table.unique))
    yield from (f"No two rows have in common 任何两行不同时相同: {keys}.", "")
    yield from _columns(table.columns)
    yield ""


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield from ("| Column · 列 | Type · 类型 | Meaning | 含义 |", "|---|---|---|---|")
    for column in columns:
        cells = (f"`{column.name}`", str(column.dtype), column.en, column.zh)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    CODEBOOK.write_text(codebook(), encoding="utf-8")
