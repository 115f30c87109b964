"""Links and change types against what readers found, beside three baselines, and the time of an alignment as a ratio.

    python benchmarks/links.py --texts DIR

DIR holds the texts that the gold links (data/gold/links) name by SHA-256; a pair whose text is missing is named.
Baselines: the first paragraph above 0.8 of Levenshtein ratio (what public viewers do), an optimal assignment over the
cosine of TF-IDF, and difflib. A link is scored by its old–new pairs, 1:0 and 0:1 as pairs with none.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.compare.links.aligned_paragraphs import align
from ecoanalysis.editions import shipped_editions
from ecoanalysis.evaluate.across_editions.gold_links import load_links
from ecoanalysis.evaluate.across_editions.link_baselines import beside_baselines, texts_of
from ecoanalysis.evaluate.scoring.scores import Tally

_SIDES = (("en", "A/RES/71/16", "A/RES/73/330"), ("zh", "A/RES/77/330", "A/RES/79/330"))


def _timed(language: str, old: str, new: str, most: int = 40) -> Iterator[str]:
    """Yield what linking, and comparing with the brief, of two shipped editions cut to so many paragraphs takes."""
    editions = {edition.symbol: edition for edition in shipped_editions() if edition.language == language}
    first, second = (replace(editions[name], paragraphs=editions[name].paragraphs[:most]) for name in (old, new))
    for name, work in (
        ("links", lambda: align(first.paragraphs, second.paragraphs, language, first.symbol)),
        ("comparison and brief", lambda: make_brief(compare_editions(first, second))),
    ):
        work()
        times = []
        for _ in range(9):
            begin = process_time()
            work()
            times.append(process_time() - begin)
        yield f"{name} {1000 * median(times):.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    golds = load_links()
    texts = texts_of(golds, options.texts)
    totals: dict[str, Tally] = {}
    for gold in golds:
        name = f"{gold.old} → {gold.new} ({gold.language})"
        if not set(gold.sources) <= texts.keys():
            print(f"{name}: a text is not there")
            continue
        print(name)
        result = beside_baselines(gold, texts)
        for kind, tally in result.tallies.items():
            totals[kind] = totals.get(kind, Tally()) + tally
            counts = f"({tally.matched} of {tally.expected}, {tally.retrieved} found)"
            print(f"  {kind:<18} F1 {tally.f1 or 0:.3f}   {counts}")
        for what, facts in result.differences.items() if options.misses else ():
            print(f"  {what}: {facts}")
        print(f"  alignment: {result.ratio:.1f} times the bare distance matrix")
    for language, old, new in _SIDES:
        print(f"40 × 40 paragraphs ({language}): {' and '.join(_timed(language, old, new))} of processor time")
    print("all pairs")
    for kind, tally in totals.items():
        print(f"  {kind:<18} F1 {tally.f1 or 0:.3f}")


if __name__ == "__main__":
    main()
