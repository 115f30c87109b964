"""How fast PDF files are read: beside PDFium's extraction of their bare text, in the same run.

``python benchmarks/pdf.py --files DIR [--runs N]``. Processor time of one core: what else the machine does does not
count. Each file is extracted and read in turn; of each run over all files the ratio is taken, after one that warms up.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median

from ecoanalysis.evaluate.against_xml.printed_documents import speed


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast PDF files are read.")
    parser.add_argument("--files", type=Path, required=True, help="a folder of PDF files")
    parser.add_argument("--runs", type=int, default=10)
    asked = parser.parse_args()
    files = sorted(asked.files.glob("*.pdf"))
    speed(files[:3])
    runs = [speed(files) for _ in range(asked.runs)]
    ratios = sorted(run.times_bare for run in runs)
    print(f"{len(files)} files, {runs[0].pages} pages, {median(run.pages_per_second for run in runs):.0f} a second")
    print(f"{median(ratios):.2f} times PDFium's extraction of the text alone, from {ratios[0]:.2f} to {ratios[-1]:.2f}")


if __name__ == "__main__":
    main()
