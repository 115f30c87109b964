"""Writes docs/codebook.md, the codebook that every export carries, and docs/measures.md: `python tools/codebook.py`."""

from __future__ import annotations

from pathlib import Path

from ecoanalysis.export.codebook import codebook
from ecoanalysis.export.measures import measures_guide

DOCS = Path(__file__).resolve().parents[1] / "docs"

if __name__ == "__main__":
    (DOCS / "codebook.md").write_text(codebook(), encoding="utf-8")
    (DOCS / "measures.md").write_text(measures_guide(), encoding="utf-8")
