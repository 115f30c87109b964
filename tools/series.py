"""Recurring resolutions among the United Nations' XML files: how many, how alike, and whether two languages agree.

    python tools/series.py DIR [--sample N] [--seed N] [--differences] [--joins] [--write]

DIR has the folders ``zh`` and ``en``. ``--joins`` lists a sample of the pairs with their titles, to be read;
``--write`` renews ``ecoanalysis/data/recurrence.json``, which the reports quote.
"""

from __future__ import annotations

import argparse
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from ecoanalysis.evaluate.across_editions.recurrence import (
    agreement,
    editions,
    in_both,
    recurrence,
    recurring,
    totals,
    write,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--joins", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        series = recurring(editions(options.folder, pool))
    for language, pairs in series.pairs.items():
        print(f"{language}: {series.series[language]} series, {len(pairs)} pairs of editions")
    draw = random.Random(options.seed)
    if options.joins:
        english = list(series.pairs["en"])
        for old, new in draw.sample(english, min(options.sample, len(english))):
            print(f"  {old.symbol} → {new.symbol}: {old.title} → {new.title}")
        return
    both = in_both(series.pairs)
    sample = draw.sample(both, min(options.sample, len(both)))
    compared = list(agreement(sample))
    for pair in compared if options.differences else ():
        for language, link in pair.alone:
            print(f"  {pair.symbols[0]} → {pair.symbols[1]}: {link} in {language} alone")
    figures = totals(compared)
    for kind, f1 in figures.items():
        print(f"  {kind:<30} F1 {f1:.3f}")
    if options.write:
        print(write(recurrence(series) | {"both": {"pairs": len(sample), **figures}}))


if __name__ == "__main__":
    main()
