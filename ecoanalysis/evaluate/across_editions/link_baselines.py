"""Baselines: plain ways to link the paragraphs of two editions, to hold ours against on the gold links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from math import log
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.compare.fingerprints.hashed_words import all_words
from ecoanalysis.compare.links.aligned_paragraphs import align
from ecoanalysis.compare.links.assignment import best_pairs
from ecoanalysis.evaluate.across_editions.gold_links import GoldLinks, paired, pairs, score_pair, typed
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.evaluate.scoring.scores import Tally, tally
from ecoanalysis.model.edition import Edition

Positions = list[tuple[int, int]]
Linker = Callable[[Sequence[str], Sequence[str], str], Positions]

_VIEWER = 0.8  # of Levenshtein ratio, as public viewers link paragraphs
_COSINE = 0.35  # below it an assignment of TF-IDF is no link


def greedy(old: Sequence[str], new: Sequence[str], language: str) -> Positions:
    """Link each paragraph with the first free one that is more than 0.8 alike.

    Examples
    --------
    >>> greedy(["Welcomes the report;", "Decides;"], ["Decides:", "Welcomes a report;"], "en")
    [(0, 1), (1, 0)]
    """
    from rapidfuzz.distance import Levenshtein

    free, links = set(range(len(new))), []
    for place, text in enumerate(old):
        alike = (other for other in sorted(free) if Levenshtein.normalized_similarity(text, new[other]) > _VIEWER)
        hit = next(alike, None)
        if hit is not None:
            free.remove(hit)
            links.append((place, hit))
    return links


def tfidf(old: Sequence[str], new: Sequence[str], language: str) -> Positions:
    """Link by an optimal assignment over the cosine of TF-IDF."""
    matrix = _weights([Counter(all_words(text, language)) for text in (*old, *new)])
    cosine = matrix[: len(old)] @ matrix[len(old) :].T
    return [link for link in best_pairs(cosine) if cosine[link] >= _COSINE]


def _weights(bags: Sequence[Counter[str]]) -> NDArray[np.float64]:
    """The TF-IDF of bags of words, a row of length 1 for each."""
    frequency = Counter(word for bag in bags for word in bag)
    columns = {word: column for column, word in enumerate(frequency)}
    matrix = np.zeros((len(bags), len(columns)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            matrix[row, columns[word]] = count * log(len(bags) / frequency[word] + 1)
    lengths: NDArray[np.float64] = np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return matrix / lengths


def difflib(old: Sequence[str], new: Sequence[str], language: str) -> Positions:
    """Link what difflib leaves alike or replaces.

    Examples
    --------
    >>> difflib(["a", "b", "c"], ["a", "x", "c"], "en")
    [(0, 0), (1, 1), (2, 2)]
    """
    links: Positions = []
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            links += zip(range(old_start, old_end), range(new_start, new_end), strict=False)
    return links


BASELINES: Mapping[str, Linker] = {
    "greedy over 0.8": greedy,
    "TF-IDF, assigned": tfidf,
    "difflib": difflib,
}


@dataclass(frozen=True, slots=True)
class Beside:
    """A pair of editions: our links and types and the baselines' links by name; and what of ours differs, named."""

    gold: GoldLinks
    tallies: Mapping[str, Tally]
    differences: Mapping[str, Sequence[object]]
    ratio: float
    """CPU time of our alignment in units of rapidfuzz's distance matrix over the same texts."""


def texts_of(golds: Sequence[GoldLinks], folder: Path) -> dict[str, Path]:
    """Return the texts below a folder that gold links name, by SHA-256."""
    wanted = {source for gold in golds for source in gold.sources}
    files = (path for path in folder.rglob("A_RES_*") if path.is_file())
    return {digest: path for path in files if (digest := sha256(path.read_bytes()).hexdigest()) in wanted}


def beside_baselines(gold: GoldLinks, texts: Mapping[str, Path]) -> Beside:
    """Return how we and the baselines do on a pair of editions; a link is scored by its old–new pairs."""
    old, new = (to_edition(facts_of(texts[source])[0]) for source in gold.sources)
    compared = compare_editions(old, new)
    ours = score_pair(gold, compared)
    before, after = ([paragraph.text or "" for paragraph in side.paragraphs] for side in (old, new))
    baselines = {
        name: tally(pairs(gold.links), paired(old, new, link(before, after, new.language)))
        for name, link in BASELINES.items()
    }
    tallies = {"links": ours.links, **baselines, "change types": ours.types}
    return Beside(gold, tallies, dict(_differences(gold, compared.links)), _ratio(old, new))


def _differences(gold: GoldLinks, links: Sequence[Any]) -> Iterator[tuple[str, list[object]]]:
    for what, facts in (("links", pairs), ("types", typed)):
        ours: Counter[object] = Counter(facts(links))
        theirs: Counter[object] = Counter(facts(gold.links))
        yield f"{what} too many", sorted((ours - theirs).elements(), key=str)
        yield f"{what} missed", sorted((theirs - ours).elements(), key=str)


def _ratio(old: Edition, new: Edition, times: int = 20) -> float:
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    words = [[paragraph.text or "" for paragraph in side.paragraphs] for side in (old, new)]
    clock = []
    for run in (
        lambda: align(old.paragraphs, new.paragraphs, new.language, old.symbol),
        lambda: cdist(*words, scorer=Indel.normalized_similarity),
    ):
        start = process_time()
        for _ in range(times):
            run()
        clock.append(process_time() - start)
    return clock[0] / clock[1]
