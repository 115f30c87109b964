"""The frame edge: inside, dataclasses; outside, Polars tables with a stated grain.

One registry of tables and columns serves the schemas, the codebook (``docs/codebook.md``) and every export. Tables of
facts share the key ``document`` (SHA-256) and ``part`` (which resolution of the file); ``symbol`` groups documents of
one resolution. Tables of a series share ``series`` and ``language``.
"""

from ecoanalysis.tables.columns import (
    DERIVED_TABLES,
    EDITION_TABLES,
    FACT_TABLES,
    KEY,
    REGISTER_TABLES,
    SERIES_TABLES,
    TABLES,
    Column,
    Table,
)
from ecoanalysis.tables.derived import derive
from ecoanalysis.tables.facts import all_from_tables, fact_tables, from_tables, mandate, to_tables

__all__ = [
    "DERIVED_TABLES",
    "EDITION_TABLES",
    "FACT_TABLES",
    "KEY",
    "REGISTER_TABLES",
    "SERIES_TABLES",
    "TABLES",
    "Column",
    "Table",
    "all_from_tables",
    "derive",
    "fact_tables",
    "from_tables",
    "mandate",
    "to_tables",
]
