"""Gold links in, precision, recall and F1 out: how well two editions are linked and their changes typed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.editions import shipped_editions
from ecoanalysis.evaluate.across_editions.named_changes import score_changes
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.evaluate.scoring.intervals import Estimate, estimate
from ecoanalysis.evaluate.scoring.scores import Tally, tally, total
from ecoanalysis.hashes import PACKAGE
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition

FOLDER = PACKAGE / "data" / "gold" / "links"

Pair = tuple[str | None, str | None]
Typed = tuple[tuple[str, ...], tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class GoldLink:
    """Paragraphs that a reader found to belong together, and the types of their link."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    types: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoldLinks:
    """Every link of two editions, as a reader found them; the texts are named by SHA-256."""

    old: str
    new: str
    language: str
    sources: tuple[str, str]
    links: tuple[GoldLink, ...]


@dataclass(frozen=True, slots=True)
class LinkScores:
    """A pair of editions: its links and its types against the reader's (codebook, How facts are scored).

    Of true changes, how many are named, how many in words, and how many of the words that the reader noted are shown
    (``named_changes``).
    """

    gold: GoldLinks
    links: Tally
    types: Tally
    named: Tally
    worded: Tally
    noted: Tally


def load_links(folder: Path = FOLDER) -> list[GoldLinks]:
    """Return the gold links that the package brings.

    Examples
    --------
    >>> [f"{gold.old} {gold.new} {gold.language}" for gold in load_links()][0]
    'A/RES/52/19 A/RES/53/15 en'
    """
    return [_gold(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))]


def score_links(golds: Iterable[GoldLinks] | None = None, texts: Mapping[str, Path] | None = None) -> list[LinkScores]:
    """Return how the program does on each pair at hand; a link counts by its old–new pairs.

    At hand is what is among ``texts``, by SHA-256, else the editions whose facts the package brings.

    Examples
    --------
    >>> all(scores.links.f1 > 0.75 for scores in score_links())
    True
    """
    golds = load_links() if golds is None else list(golds)
    editions = {edition.sha256: edition for edition in shipped_editions()}
    wanted = {source for gold in golds for source in gold.sources}
    editions |= {source: to_edition(facts_of(path)[0]) for source, path in (texts or {}).items() if source in wanted}
    there = [gold for gold in golds if editions.keys() >= set(gold.sources)]
    return [score_pair(gold, compare_editions(*(editions[source] for source in gold.sources))) for gold in there]


def score_pair(gold: GoldLinks, comparison: Comparison) -> LinkScores:
    """Return how a comparison stands against the reader's links."""
    return LinkScores(
        gold,
        tally(pairs(gold.links), pairs(comparison.links)),
        tally(typed(gold.links), typed(comparison.links)),
        *score_changes(gold.links, comparison),
    )


def pairs(links: Iterable[Any]) -> Iterator[Pair]:
    """Yield the old–new pairs of links; what is new or dropped stands beside none."""
    for link in links:
        yield from ((old, new) for old in link.old or [None] for new in link.new or [None])


def typed(links: Iterable[Any]) -> Iterator[Typed]:
    """Yield each link with each of its types."""
    yield from ((tuple(link.old), tuple(link.new), type) for link in links for type in link.types)


def total_links(scores: Sequence[LinkScores]) -> tuple[Tally, Tally]:
    """Return the tallies of links and of types over all pairs."""
    return total(pair.links for pair in scores), total(pair.types for pair in scores)


KINDS = {"links": "links", "types": "types", "named": "named", "in words": "worded", "words noted": "noted"}
"""What is measured of a pair of editions, and the tally of it."""


def link_estimates(scores: Sequence[LinkScores]) -> dict[str, Estimate]:
    """Return what is measured of pairs of editions over all of them, with intervals over pairs."""
    return {
        name: estimate([getattr(pair, kind) for pair in scores], range(len(scores))) for name, kind in KINDS.items()
    }


def paired(old: Edition, new: Edition, links: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    """Yield the pairs of links given as positions, as ``pairs`` does."""
    links = list(links)
    left, right = {place for place, _ in links}, {place for _, place in links}
    yield from ((old.paragraphs[before].id, new.paragraphs[after].id) for before, after in links)
    yield from ((paragraph.id, None) for place, paragraph in enumerate(old.paragraphs) if place not in left)
    yield from ((None, paragraph.id) for place, paragraph in enumerate(new.paragraphs) if place not in right)


def _gold(record: dict[str, Any]) -> GoldLinks:
    return GoldLinks(
        record["old"],
        record["new"],
        record["language"],
        (record["old_sha256"], record["new_sha256"]),
        tuple(
            GoldLink(tuple(link["old"]), tuple(link["new"]), tuple(link["types"]), link.get("note", ""))
            for link in record["link"]
        ),
    )
