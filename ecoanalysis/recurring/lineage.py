"""A series → its lineages: each clause of each edition in exactly one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.changes.translation_variance import flag_variance
from ecoanalysis.compare.links.assignment import best_pairs
from ecoanalysis.model.comparison import UNCHANGED, Comparison, Link
from ecoanalysis.model.edition import Edition, EditionParagraph, Provision
from ecoanalysis.model.series import Evolution, Lineage, Occurrence, Series, Step

_REVIVED = 0.70  # share of words that a clause has in common with a lapsed one from which on it is that one again
_FEW = 6  # words below which a clause is too short to be told again after a gap

Key = tuple[str, int]


def follow(series: Series, language: str = "") -> Evolution:
    """Return every lineage of a series: clauses linked from edition to edition, and those that came back after a gap.

    The editions are read in ``language``, or in that of most of them. Force changes that another language at hand does
    not show are flagged, and not counted.

    Examples
    --------
    >>> from ecoanalysis.editions import shipped_editions
    >>> from ecoanalysis.recurring.recognise import find_series
    >>> evolution = follow(find_series(shipped_editions())[0])
    >>> longest = max(evolution.lineages, key=lambda lineage: lineage.editions)
    >>> longest.born.symbol, longest.last.symbol
    ('A/RES/50/1', 'A/RES/79/330')
    """
    chosen = language if language in series.languages else series.languages[0]
    editions = series.editions(chosen)
    comparisons = _comparisons(series, editions)
    chains: list[list[Occurrence]] = []
    current: dict[Key, int] = {}
    for number, edition in enumerate(editions):
        before = _sources(comparisons[number - 1]) if number else {}
        lapsed = [place for place, chain in enumerate(chains) if chain[-1].edition < number - 1]
        now: dict[Key, int] = {}
        fresh: list[tuple[EditionParagraph, Provision]] = []
        for paragraph in edition.paragraphs:
            for provision in paragraph.provisions:
                source = before.get(provision.key)
                if source is None or source[0] not in current:
                    fresh.append((paragraph, provision))
                    continue
                old, step, types = source
                now[provision.key] = current[old]
                chains[current[old]].append(_occurrence(number, edition, paragraph, provision, step, types))
        again = _revived(fresh, [(place, _last(editions, chains[place])) for place in lapsed])
        for paragraph, provision in fresh:
            revived = again.get(provision.key)
            step = "born" if revived is None else "revived"
            if revived is None:
                revived = len(chains)
                chains.append([])
            now[provision.key] = revived
            chains[revived].append(_occurrence(number, edition, paragraph, provision, step, ()))
        current = now
    lineages = (Lineage(_name(chain[0]), tuple(chain)) for chain in chains)
    return Evolution(series, chosen, comparisons, tuple(lineages))


def _comparisons(series: Series, editions: Sequence[Edition]) -> tuple[Comparison, ...]:
    texts = {(text.symbol, text.language): text for member in series.members for text in member.texts}
    comparisons = []
    for old, new in pairwise(editions):
        comparison = compare_editions(old, new)
        for language in series.languages:
            sides = texts.get((old.symbol, language)), texts.get((new.symbol, language))
            if language != old.language and sides[0] and sides[1]:
                comparison = flag_variance(comparison, compare_editions(sides[0], sides[1]))
        comparisons.append(comparison)
    return tuple(comparisons)


def _occurrence(
    number: int, edition: Edition, paragraph: EditionParagraph, provision: Provision, step: Step, types: tuple[str, ...]
) -> Occurrence:
    return Occurrence(number, edition.symbol or "", provision, paragraph.part, step, types)


def _name(born: Occurrence) -> str:
    """Where a lineage was born: A/RES/63/144 12 is its paragraph 12, A/RES/63/144 12/2 the second clause of it."""
    paragraph, index = born.provision.key
    return f"{born.symbol} {paragraph}" + (f"/{index}" if index > 1 else "")


def _sources(comparison: Comparison) -> dict[Key, tuple[Key, Step, tuple[str, ...]]]:
    """For each clause of the new edition that continues one of the old: which, how, and by which changes."""
    words = {
        side: {paragraph.id: paragraph for paragraph in edition.paragraphs}
        for side, edition in (("old", comparison.old), ("new", comparison.new))
    }
    sources: dict[Key, tuple[Key, Step, tuple[str, ...]]] = {}
    for link in comparison.links:
        for before, after in link.clauses:
            if before is not None and after is not None:
                same = link.base in UNCHANGED or (
                    _content(words["old"][before.clause.paragraph], before)
                    == _content(words["new"][after.clause.paragraph], after)
                )
                sources[after.key] = (before.key, "carried" if same else "reworded", tuple(_types(link, before, after)))
    return sources


def _types(link: Link, before: Provision, after: Provision) -> Iterator[str]:
    """The changes of a link whose evidence stands in one of two clauses that belong together."""
    seen = set()
    for change in link.changes:
        inside = (
            evidence is not None and provision.clause.start <= evidence.start and evidence.end <= provision.clause.end
            for evidence, provision in ((change.old, before), (change.new, after))
        )
        if change.by != "clause" and not change.variance and any(inside) and change.type not in seen:
            seen.add(change.type)
            yield change.type


def _content(paragraph: EditionParagraph, provision: Provision) -> tuple[int, ...]:
    return tuple(paragraph.shingles[provision.first : provision.last])


def _last(editions: Sequence[Edition], chain: Sequence[Occurrence]) -> tuple[int, ...]:
    last = chain[-1]
    edition = editions[last.edition]
    paragraph = next(each for each in edition.paragraphs if each.id == last.provision.clause.paragraph)
    return _content(paragraph, last.provision)


def _revived(
    fresh: Sequence[tuple[EditionParagraph, Provision]], lapsed: Sequence[tuple[int, tuple[int, ...]]]
) -> dict[Key, int]:
    """Which clauses without a predecessor say again what a lapsed lineage said: an optimal assignment."""
    candidates = [(provision.key, _content(paragraph, provision)) for paragraph, provision in fresh]
    candidates = [(key, words) for key, words in candidates if len(words) >= _FEW]
    lapsed = [(number, words) for number, words in lapsed if len(words) >= _FEW]
    if not candidates or not lapsed:
        return {}
    likeness = [[Indel.normalized_similarity(words, other) for _, other in lapsed] for _, words in candidates]
    return {candidates[row][0]: lapsed[column][0] for row, column in best_pairs(likeness, _REVIVED)}
