"""Recurring resolutions among the United Nations' XML files, and whether their two languages are linked alike.

    python tools/series.py DIR [--sample N] [--seed N] [--differences]

DIR has the folders ``zh`` and ``en``. A series is what has one title once its slots are out. Of each pair of editions
that follow each other, the links and types found in Chinese are held against those found in English. A paragraph that
only one language rewords is a new translation, not a change: types are counted with and without such links.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from rich.progress import track

import ecoanalysis as eco
from ecoanalysis.compare.fingerprint import find_words
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition

Pair = tuple[Path, Path]


def series(folder: Path) -> dict[str, list[Path]]:
    """Return the files of each title that several have, by session and number."""
    titles: dict[str, list[tuple[tuple[int, int], Path]]] = defaultdict(list)
    for path in track(sorted((folder / "en").glob("*.xml")), "titles"):
        if not (folder / "zh" / path.name).exists():
            continue
        document = eco.read_document(path)
        title = next((document.raw[mark.start : mark.end] for mark in document.marks if mark.role == "title"), None)
        session, number = path.stem.split("_")[2:4]
        if title and session.isdecimal() and number.isdecimal():
            key = " ".join(find_words(title, document.language).words)
            titles[key].append(((int(session), int(number)), path))
    return {title: [path for _, path in sorted(found)] for title, found in titles.items() if len(found) > 1}


def successive(found: dict[str, list[Path]]) -> list[Pair]:
    """Return the pairs of a series that follow each other in different sessions."""
    pairs = [pair for paths in found.values() for pair in pairwise(paths)]
    return [(old, new) for old, new in pairs if old.stem.split("_")[2] != new.stem.split("_")[2]]


def edition(path: Path, language: str) -> Edition:
    document = eco.read_document(path.parents[1] / language / path.name)
    return eco.to_edition(eco.extract_facts(eco.parse_resolution(document)))


def compared(pair: Pair) -> Iterator[Comparison]:
    """Yield the comparison in Chinese and in English; nothing where the languages number their paragraphs apart."""
    editions = {language: [edition(path, language) for path in pair] for language in ("zh", "en")}
    ids = {
        language: [[paragraph.id for paragraph in one.paragraphs] for one in both]
        for language, both in editions.items()
    }
    if ids["zh"] == ids["en"]:
        for both in editions.values():
            yield eco.compare_editions(*both)


def links(found: Comparison) -> Counter[tuple[str | None, str | None]]:
    return Counter((old, new) for link in found.links for old in link.old or [None] for new in link.new or [None])


def types(found: Comparison, without: set[object]) -> Counter[object]:
    return Counter(
        (link.old, link.new, type) for link in found.links if (link.old, link.new) not in without for type in link.types
    )


def f1(one: Counter[object], other: Counter[object]) -> tuple[int, int]:
    return 2 * (one & other).total(), one.total() + other.total()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--differences", action="store_true")
    options = parser.parse_args()
    found = series(options.folder)
    pairs = successive(found)
    print(f"{len(found)} series, {len(pairs)} pairs of editions")
    random.Random(options.seed).shuffle(pairs)
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    apart = variants = 0
    for pair in track(pairs[: options.sample], "pairs"):
        try:
            both = list(compared(pair))
        except EcoanalysisError as error:
            print(error)
            continue
        if not both:
            apart += 1
            continue
        zh, en = both
        bases = [{(link.old, link.new): link.base == "reworded" for link in side.links} for side in both]
        variant: set[object] = {key for key in bases[0].keys() & bases[1].keys() if bases[0][key] != bases[1][key]}
        variants += len(variant)
        counted = {
            "links": (links(zh), links(en)),
            "types": (types(zh, set()), types(en, set())),
            "types, new translations aside": (types(zh, variant), types(en, variant)),
        }
        for kind, (one, other) in counted.items():
            alike, there = f1(Counter(one), Counter(other))
            scores[kind].update(alike=alike, there=there)
        if options.differences:
            for side, one, other in (("zh", links(zh), links(en)), ("en", links(en), links(zh))):
                for link in (one - other).elements():
                    print(f"  {pair[0].stem} → {pair[1].stem}: {link} in {side} alone")
    for kind, score in scores.items():
        print(f"  {kind:<30} F1 {score['alike'] / score['there']:.3f}")
    print(f"  {variants} paragraphs reworded in one language alone; {apart} pairs numbered apart")


if __name__ == "__main__":
    main()
