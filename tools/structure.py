"""How much of a document's stated structure does ``parse`` find: ``python tools/structure.py DIR [--sample N]``.

DIR holds AKN4UN files. Each is read as it is, and as wrapped text in several styles.
Printed per language and reading: precision, recall and F1 of each kind of fact, and the worst files.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ecoanalysis.evaluate.against_xml.structure import as_json, choose, fault_lines, measure_all, report


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="so many files of each folder; all without it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--styles", type=int, default=2, help="so many texts of each file")
    parser.add_argument("--structure-only", action="store_true", help="no verbs and symbols, which are slower")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--faults", type=Path, help="write every fault there, one a line")
    parser.add_argument("--json", type=Path, help="write the totals there")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    files = choose(options.directory, options.sample, options.seed)
    pool: Any = nullcontext()
    if options.workers > 1:
        pool = ProcessPoolExecutor(options.workers, mp_context=get_context("spawn"))
    with pool as executor:
        readings = measure_all(files, options.styles, options.seed, not options.structure_only, executor)
    print("\n".join(report(readings, options.worst)))
    if options.faults:
        options.faults.write_text("".join(fault_lines(readings)), encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(as_json(readings), indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
