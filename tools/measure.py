"""Measure how far the facts can be trusted: ``python tools/measure.py DIR``.

DIR holds the real documents: ``unxml/zh`` and ``unxml/en`` (AKN4UN files of one name in both languages), ``texts`` with
pairs of sentences, and the texts that the gold names. Written are figures, never sentences: the quality file of the
package, and for each language how its verbs are rendered in the other one. ``--unknown DIR`` lists the
organisation-like names that the registry lacks instead, the most frequent first.
"""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from ecoanalysis.evaluate.quality_report.figures import measure, write
from ecoanalysis.evaluate.unregistered_names import list_unregistered
from ecoanalysis.hashes import PACKAGE


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path, nargs="?", help="the folder of real documents")
    parser.add_argument("--unknown", type=Path, metavar="DIR", help="list names without an id in every file below DIR")
    parser.add_argument("--top", type=int, default=100, help="so many names of each language")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--dry", action="store_true", help="print the figures and write nothing")
    options = parser.parse_args()
    if not (options.unknown or options.directory):
        parser.error("name the folder of real documents, or --unknown DIR")
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        if options.unknown:
            print(*list_unregistered(options.unknown, options.top, pool), sep="\n")
            return
        measured, renderings = measure(options.directory, pool)
    if options.dry:
        print(json.dumps(measured, ensure_ascii=False, indent=1))
        return
    write(measured)
    for language, lines in renderings.items():
        (PACKAGE / "lexicon" / language / "renderings.toml").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
