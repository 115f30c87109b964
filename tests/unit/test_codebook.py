"""The codebook that is committed is the one that the column registry gives."""

from __future__ import annotations

import runpy
from pathlib import Path

from ecoanalysis.tables import TABLES

ROOT = Path(__file__).resolve().parents[2]
TOOL = runpy.run_path(str(ROOT / "tools" / "codebook.py"))


def test_the_committed_codebook_is_current() -> None:
    committed = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert committed == TOOL["codebook"](), "run: python tools/codebook.py"


def test_every_column_is_explained_in_both_languages() -> None:
    columns = [(table.name, column) for table in TABLES.values() for column in table.columns]
    assert [f"{table}.{column.name}" for table, column in columns if not (column.en and column.zh)] == []
