"""Recurring resolutions among the United Nations' XML files: how many, how alike, and whether two languages agree.

    python tools/series.py DIR [--sample N] [--seed N] [--differences] [--joins] [--write]

DIR has the folders ``zh`` and ``en``. Of each pair of successive editions, the links and types found in Chinese are
held against those found in English. A paragraph that only one language rewords is a new translation, not a change:
types are counted with and without such links. ``--joins`` lists a sample of the pairs with their titles, to be read;
``--write`` renews ``ecoanalysis/data/recurrence.json``, which the reports quote.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import Indel
from rich.progress import track

import ecoanalysis as eco
from ecoanalysis.compare import is_substantive
from ecoanalysis.compare.fingerprint import all_words
from ecoanalysis.compare.series import find_series
from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition

RECURRENCE = Path(eco.__file__).parent / "data" / "recurrence.json"
MUCH = 0.80  # from here on two editions count as identical, in the United Nations' own measure

Pair = tuple[Edition, Edition]


def read(path: Path) -> list[Edition]:
    try:
        return [eco.to_edition(eco.extract_facts(found)) for found in eco.parse_resolutions(eco.read_document(path))]
    except EcoanalysisError:
        return []


def editions(folder: Path) -> list[Edition]:
    paths = sorted(folder.glob("*/*.xml"))
    with ProcessPoolExecutor() as pool:
        found = track(pool.map(read, paths, chunksize=20), "editions", total=len(paths))
        return [edition for group in found for edition in group]


def successive(found: Iterable[Edition]) -> dict[str, list[Pair]]:
    """Return the pairs of successive editions, by language."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for series in find_series(found):
        pairs[series.language] += pairwise(series.editions)
    return pairs


# how alike


def identical(comparison: Comparison) -> dict[str, float]:
    """How much of a pair is the same, under three definitions.

    ``words``: words that both have in one order, dates, sessions and symbols left out, over linked paragraphs;
    ``text``: the same over the two texts as they stand, as a text comparison sees them;
    ``paragraphs``: paragraphs of the later edition that say the same but for dates, sessions and symbols.
    """
    sizes = {side: {p.id: len(p.shingles) for p in edition.paragraphs} for side, edition in _sides(comparison)}
    total = sum(sum(size.values()) for size in sizes.values())
    kept = sum(
        link.similarity * (sum(sizes["old"][id] for id in link.old) + sum(sizes["new"][id] for id in link.new))
        for link in comparison.links
        if link.similarity
    )
    texts = [
        all_words(" ".join(p.text or "" for p in edition.paragraphs), edition.language)
        for _, edition in _sides(comparison)
    ]
    same = sum(len(link.new) for link in comparison.links if link.new and not is_substantive(link))
    return {
        "words": kept / max(1, total),
        "text": Indel.normalized_similarity(*texts),
        "paragraphs": same / max(1, len(comparison.new.paragraphs)),
    }


def _sides(comparison: Comparison) -> tuple[tuple[str, Edition], tuple[str, Edition]]:
    return ("old", comparison.old), ("new", comparison.new)


def recurrence(pairs: dict[str, list[Pair]], series: dict[str, int]) -> dict[str, dict[str, float]]:
    """Return, for each language, how many series and pairs there are and the share of pairs that are much the same."""
    found = {}
    for language, ones in pairs.items():
        shares: dict[str, list[float]] = defaultdict(list)
        for old, new in track(ones, f"identical, {language}"):
            for definition, share in identical(eco.compare_editions(old, new)).items():
                shares[definition].append(share)
        much = {name: round(sum(one >= MUCH for one in all) / len(all), 3) for name, all in shares.items()}
        found[language] = {"series": series[language], "pairs": len(ones), **much}
    return found


# two languages


def in_both(pairs: dict[str, list[Pair]]) -> list[tuple[Pair, Pair]]:
    """Return the pairs that both languages have and whose paragraphs they number alike, Chinese first."""
    by_symbols = {
        language: {tuple(edition.symbol for edition in pair): pair for pair in ones} for language, ones in pairs.items()
    }
    both = [(by_symbols["zh"][key], by_symbols["en"][key]) for key in by_symbols["zh"].keys() & by_symbols["en"].keys()]
    alike = [(zh, en) for zh, en in both if [_ids(one) for one in zh] == [_ids(one) for one in en]]
    return sorted(alike, key=lambda pair: pair[0][0].symbol or "")


def _ids(edition: Edition) -> list[str]:
    return [paragraph.id for paragraph in edition.paragraphs]


def links(found: Comparison) -> Counter[object]:
    return Counter((old, new) for link in found.links for old in link.old or [None] for new in link.new or [None])


def types(found: Comparison, without: set[object]) -> Counter[object]:
    return Counter(
        (link.old, link.new, type) for link in found.links if (link.old, link.new) not in without for type in link.types
    )


def agreement(both: list[tuple[Pair, Pair]], differences: bool) -> Iterator[tuple[str, float]]:
    """Yield the F1 of what one language finds against the other; ``aside``: types, new translations left out."""
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    for zh_pair, en_pair in track(both, "two languages"):
        zh, en = eco.compare_editions(*zh_pair), eco.compare_editions(*en_pair)
        bases = [{(link.old, link.new): link.base == "reworded" for link in side.links} for side in (zh, en)]
        variant: set[object] = {key for key in bases[0].keys() & bases[1].keys() if bases[0][key] != bases[1][key]}
        counted = {
            "links": (links(zh), links(en)),
            "types": (types(zh, set()), types(en, set())),
            "aside": (types(zh, variant), types(en, variant)),
        }
        for kind, (one, other) in counted.items():
            scores[kind].update(alike=2 * (one & other).total(), there=one.total() + other.total())
        if differences:
            for side, one, other in (("zh", links(zh), links(en)), ("en", links(en), links(zh))):
                for link in (one - other).elements():
                    print(f"  {zh_pair[0].symbol} → {zh_pair[1].symbol}: {link} in {side} alone")
    for kind, score in scores.items():
        yield kind, round(score["alike"] / score["there"], 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--joins", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = editions(options.folder)
    counts = Counter(series.language for series in find_series(found))
    pairs = successive(found)
    for language, ones in pairs.items():
        print(f"{language}: {counts[language]} series, {len(ones)} pairs of editions")
    chance = random.Random(options.seed)
    if options.joins:
        for old, new in chance.sample(pairs["en"], min(options.sample, len(pairs["en"]))):
            print(f"  {old.symbol} → {new.symbol}: {old.title} → {new.title}")
        return
    both = in_both(pairs)
    sample = chance.sample(both, min(options.sample, len(both)))
    scores = dict(agreement(sample, options.differences))
    for kind, score in scores.items():
        print(f"  {kind:<30} F1 {score:.3f}")
    if options.write:
        found_alike = recurrence(pairs, dict(counts)) | {"both": {"pairs": len(sample), **scores}}
        text = json.dumps(found_alike, indent=2, sort_keys=True)
        RECURRENCE.write_text(text + "\n", encoding="utf-8")
        print(text)


if __name__ == "__main__":
    main()
