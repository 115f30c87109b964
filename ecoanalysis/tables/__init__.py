"""The frame edge: inside, dataclasses; outside, Polars tables with a stated grain.

One registry of tables and columns serves the schemas, the codebook (``docs/codebook.md``) and every export. Tables of
facts share the key ``document`` (SHA-256) and ``part`` (which resolution of the file); ``symbol`` groups documents of
one resolution. Tables of a series share ``series`` and ``language``.
"""

from ecoanalysis.tables.facts import mandate, to_tables
from ecoanalysis.tables.registry import EDITION_TABLES, KEY, SERIES_TABLES, TABLES, Column, Table

__all__ = ["EDITION_TABLES", "KEY", "SERIES_TABLES", "TABLES", "Column", "Table", "mandate", "to_tables"]
