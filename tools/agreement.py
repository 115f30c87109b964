"""How far two readers of the same paragraphs agree: ``python tools/agreement.py FIRST.jsonl SECOND.jsonl [--misses]``.

The files are those of a broad gold, or of its readers, named by stratum and language (docs/gold.md).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from ecoanalysis.evaluate.against_readers.broad_gold import agree_broad, load_broad
from ecoanalysis.evaluate.quality_report.evaluation_tables import agreement_table, kappas_line, miss_table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what the second has otherwise")
    options = parser.parse_args()
    agreement = agree_broad(load_broad(options.first), load_broad(options.second))
    console = Console()
    console.print(agreement_table(agreement))
    console.print(f"Cohen's kappa: {kappas_line(agreement)}")
    if options.misses:
        console.print(miss_table(agreement.scores))


if __name__ == "__main__":
    main()
