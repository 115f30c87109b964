"""Links and change types against what readers found, beside three baselines, and the time of an alignment as a ratio.

    python benchmarks/links.py --texts DIR

DIR holds the texts that the gold links (data/gold/links) name by SHA-256; a pair whose text is missing is named.
Baselines: the first paragraph above 0.8 of Levenshtein ratio (what public viewers do), an optimal assignment over the
cosine of TF-IDF, and difflib. A link is scored by its old–new pairs, 1:0 and 0:1 as pairs with none.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from hashlib import sha256
from math import log
from pathlib import Path
from time import process_time

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.process import cdist
from scipy.optimize import linear_sum_assignment

import ecoanalysis as eco
from ecoanalysis.compare.align import align
from ecoanalysis.compare.fingerprint import all_words
from ecoanalysis.evaluate import Tally
from ecoanalysis.evaluate.links import load_links, named, pairs, score, tally, typed
from ecoanalysis.model.edition import Edition

Pairs = list[tuple[int, int]]


def greedy(old: list[str], new: list[str]) -> Pairs:
    free, links = set(range(len(new))), []
    for at, text in enumerate(old):
        hit = next((one for one in sorted(free) if Levenshtein.normalized_similarity(text, new[one]) > 0.8), None)
        if hit is not None:
            free.remove(hit)
            links.append((at, hit))
    return links


def tfidf(old: list[str], new: list[str], language: str, least: float = 0.35) -> Pairs:
    bags = [Counter(all_words(text, language)) for text in (*old, *new)]
    frequency = Counter(word for bag in bags for word in bag)
    column = {word: at for at, word in enumerate(frequency)}
    matrix = np.zeros((len(bags), len(column)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            matrix[row, column[word]] = count * log(len(bags) / frequency[word] + 1)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    score = matrix[: len(old)] @ matrix[len(old) :].T
    rows, columns = linear_sum_assignment(score, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if score[r, c] >= least]


def difflib(old: list[str], new: list[str]) -> Pairs:
    links = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            links += list(zip(range(i1, i2), range(j1, j2), strict=False))
    return links


BASELINES: dict[str, Callable[[list[str], list[str]], Pairs]] = {
    "greedy over 0.8": greedy,
    "TF-IDF, assigned": tfidf,
    "difflib": difflib,
}


def edition(path: Path) -> Edition:
    return eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_document(path))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    golds = load_links()
    wanted = {source for gold in golds for source in gold.sources}
    files = (path for path in options.texts.rglob("A_RES_*") if path.is_file())
    texts = {hash: path for path in files if (hash := sha256(path.read_bytes()).hexdigest()) in wanted}
    totals: dict[str, Tally] = {}
    for gold in golds:
        name = f"{gold.old} → {gold.new} ({gold.language})"
        if not set(gold.sources) <= texts.keys():
            print(f"{name}: a text is not there")
            continue
        old, new = (edition(texts[source]) for source in gold.sources)
        compared = eco.compare_editions(old, new)
        ours = score(gold, compared)
        scores = {"links": ours.links}
        for baseline, run in BASELINES.items():
            words = ([paragraph.text or "" for paragraph in side.paragraphs] for side in (old, new))
            scores[baseline] = tally(named(old, new, run(*words)), pairs(gold.links))
        scores["change types"] = ours.types
        print(name)
        for kind, one in scores.items():
            totals[kind] = totals.get(kind, Tally()) + one
            print(f"  {kind:<18} F1 {one.f1:.3f}   ({one.matched} of {one.expected}, {one.found} found)")
        if options.misses:
            for what, of in (("links", pairs), ("types", typed)):
                one, other = Counter(of(compared.links)), Counter(of(gold.links))
                print(f"  {what} too many: {sorted((one - other).elements(), key=str)}")
                print(f"  {what} missed: {sorted((other - one).elements(), key=str)}")
        print(f"  alignment: {ratio(old, new):.1f} times the bare distance matrix")
    print("all pairs")
    for kind, one in totals.items():
        print(f"  {kind:<18} F1 {one.f1:.3f}")


def ratio(old: Edition, new: Edition, times: int = 20) -> float:
    """CPU time of the alignment in units of rapidfuzz's distance matrix over the same paragraphs' texts."""
    words = [[paragraph.text or "" for paragraph in side.paragraphs] for side in (old, new)]
    clock = []
    for run in (
        lambda: align(old.paragraphs, new.paragraphs, new.language),
        lambda: cdist(*words, scorer=Indel.normalized_similarity),
    ):
        start = process_time()
        for _ in range(times):
            run()
        clock.append(process_time() - start)
    return clock[0] / clock[1]


if __name__ == "__main__":
    main()
