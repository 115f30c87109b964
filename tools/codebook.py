"""Writes docs/codebook.md, the codebook that every export carries: `python tools/codebook.py`."""

from __future__ import annotations

from pathlib import Path

from ecoanalysis.export.codebook import codebook

CODEBOOK = Path(__file__).resolve().parents[1] / "docs" / "codebook.md"

if __name__ == "__main__":
    CODEBOOK.write_text(codebook(), encoding="utf-8")
