"""The codebook that is committed is the one that the column registry gives."""

from __future__ import annotations

from pathlib import Path

from ecoanalysis.export.codebook import codebook
from ecoanalysis.export.measures import measures_guide
from ecoanalysis.tables import DERIVED_TABLES, EDITION_TABLES, FACT_TABLES, REGISTER_TABLES, SERIES_TABLES

ROOT = Path(__file__).resolve().parents[2]
EVERY = {**FACT_TABLES, **DERIVED_TABLES, **EDITION_TABLES, **SERIES_TABLES, **REGISTER_TABLES}


def test_the_committed_codebook_is_current() -> None:
    committed = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert committed == codebook(), "run: python tools/codebook.py"


def test_the_committed_guide_to_the_measures_is_current() -> None:
    committed = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    assert committed == measures_guide(), "run: python tools/codebook.py"


def test_every_column_is_explained_in_both_languages() -> None:
    columns = [(table.name, column) for table in EVERY.values() for column in table.columns]
    assert [f"{table}.{column.name}" for table, column in columns if not (column.en and column.zh)] == []


def test_every_table_is_in_it_and_verbs_have_examples_both_ways() -> None:
    written = codebook()
    assert [name for name in EVERY if f"### `{name}`" not in written] == []
    (recalls,) = (line for line in written.splitlines() if line.startswith("| recalls |"))
    assert "Also recalls its resolution on lakes" in recalls
    assert "Welcomes the statement that recalls" in recalls
