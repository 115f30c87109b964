"""How well are the heads of official drafts read: ``heads.py DIR``, held against draft_heads.toml."""

from __future__ import annotations

import argparse
from pathlib import Path

from ecoanalysis.evaluate.against_readers.draft_heads import score_heads

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the drafts' PDF files")
    parser.add_argument("--differences", action="store_true", help="what differs, field by field")
    options = parser.parse_args()
    score = score_heads(options.folder, Path(__file__).parent / "draft_heads.toml")
    print(
        f"{score.drafts} drafts: symbol {score.symbol:.3f}, title {score.title:.3f}, sponsors F1 {score.sponsors:.3f}"
    )
    for file, field, expected, read in score.differences if options.differences else ():
        print(f"{file}: {field}\n  expected {expected}\n  read     {read}")
