"""Two editions → which paragraphs belong together: globally optimal, blind to slots, then splits and merges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from ecoanalysis.compare.fingerprints.word_strings import as_string, covered, function_words, pairs_of
from ecoanalysis.compare.links.assignment import best_pairs
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import EditionParagraph

Matrix = NDArray[np.float64]
Word = str

# Chosen on the gold links (benchmarks/links.py): what the order of a pair's words, its rare words, its likest clause
# (one may stay where the others are rewritten) and its facts weigh.
_WEIGHTS = {"order": 0.15, "words": 0.60, "clause": 0.17, "facts": 0.08}
_RARE = 1.3  # by more than the usual 1, so that in two short editions the frequent words do not decide
_PLACE = 0.06  # what standing where the neighbours' links point to adds
_SURE = 0.60  # a pair from here on tells where its neighbours should stand
_COVER = 0.50  # share of a paragraph that a split or merge must find in the other's yet unexplained words
_KIN = 0.20  # the same of a point whose paragraph is linked with one that has no points
# The same where so many pairs of words stand in these two paragraphs alone; where words touch, twice as many: one half
# of a split may have grown, or of a merger shrunk.
_OWN, _PART, _SIDES = 8, 0.20, 2
_WEAK = 0.45  # below it what many paragraphs share, a long name or a formula, links no two of them
_WHOLE = 0.80  # share of a paragraph's words that must stand in quotation marks of another for that to name it
_SEVERAL = 4  # pairs of words, function words among them, that stand in two paragraphs alone by no chance
_SHORT = 12  # a paragraph of fewer words may have no two telling ones in a row
_FEW = 6  # a paragraph of fewer shingles takes no part in a split or merge, nor does a clause tell anything


@dataclass(frozen=True, slots=True)
class Group:
    """Positions of the paragraphs that one link joins."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float


def align(
    old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], language: str, symbol: str | None = None
) -> list[Group]:
    """Return every link between two lists of paragraphs, each position in exactly one; unlinked ones stand alone.

    Similarity ignores slots and counts the order of the words, their rarity in the two editions and the facts in
    common. The assignment is globally optimal (Kuhn–Munkres); a second one adds the neighbourhood of sure links.
    ``symbol`` is that of the older edition: a preamble that recalls it repeats what it asked, and is no home of that.
    """
    if not old or not new:
        gone = [Group((number,), (), 0.0) for number in range(len(old))]
        return gone + [Group((), (number,), 0.0) for number in range(len(new))]
    least: float = language_of(language).table("slots")["link"]
    named = _named_in_marks(old, new, language) | _named_in_marks(new, old, language).T
    apart, score = _recalled(old, new, symbol) | named, _scores(old, new)
    distinct = _share_own_marks(old, new, function_words(language))
    score = np.where(apart | ((score < _WEAK) & ~distinct), 0.0, score)
    pairs = best_pairs(score, least)
    pairs = best_pairs(score + _PLACE * _neighbourhood(pairs, score) * (score > least / 2), least)
    return _groups(old, new, pairs, score, apart, _OWN * (1 + language_of(language).words_touch))


def _scores(old: Sequence[EditionParagraph], new: Sequence[EditionParagraph]) -> Matrix:
    both = [*old, *new]
    order = _alike([paragraph.shingles for paragraph in old], [paragraph.shingles for paragraph in new])
    words = _cosines([paragraph.shingles for paragraph in both], len(old))
    facts = _cosines([_facts(paragraph) for paragraph in both], len(old))
    score = _WEIGHTS["order"] * order + _WEIGHTS["words"] * words + _WEIGHTS["facts"] * facts
    score += _WEIGHTS["clause"] * _likest_clauses(old, new)
    same = np.array([[before.slotless == after.slotless for after in new] for before in old])
    return np.where(same, 1.0, np.minimum(score, 0.999))


def _recalled(
    old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], symbol: str | None
) -> NDArray[np.bool_]:
    """Where a paragraph of the newer preamble cites the older edition, and may say what an operative one asked."""
    asks = np.array([paragraph.part == "operative" for paragraph in old])
    recalls = np.array([paragraph.part == "preamble" and symbol in paragraph.citations for paragraph in new])
    both: NDArray[np.bool_] = asks[:, None] & recalls[None, :]
    return both


def _named_in_marks(
    these: Sequence[EditionParagraph], those: Sequence[EditionParagraph], language: str
) -> NDArray[np.bool_]:
    """Where one of these stands whole in quotation marks of one of those, which speaks of it and does not say it."""
    words = [as_string(paragraph.shingles) for paragraph in these]
    marks = language_of(language).compiled("slots", "quoted")
    quoted = [list(_passages(paragraph, marks)) for paragraph in those]
    named = np.zeros((len(these), len(those)), dtype=bool)
    for column, passages in enumerate(quoted):
        for passage in passages:
            for row, text in enumerate(words):
                near = _FEW <= len(text) <= len(passage) / _WHOLE
                named[row, column] |= near and covered(text, passage) >= _WHOLE
    return named


def _passages(paragraph: EditionParagraph, pattern: re.Pattern[str]) -> Iterator[str]:
    """The words of each passage that a pattern finds."""
    for match in pattern.finditer(paragraph.text or ""):
        words = zip(paragraph.shingles, paragraph.places, strict=True)
        yield as_string(word for word, (start, end) in words if match.start() <= start and end <= match.end())


def _share_own_marks(
    old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], function: AbstractSet[Word]
) -> NDArray[np.bool_]:
    """Where two paragraphs have in common what no third one has: two telling words in a row, or whom they ask.

    Of other pairs of words it takes several, which chance does not give, or that one of the two is short.
    """
    owners = [_owners(side) for side in (old, new)]
    share = np.zeros((len(old), len(new)))
    for mark in owners[0].keys() & owners[1].keys():
        before, after = owners[0][mark], owners[1][mark]
        if before is not None and after is not None:
            least = min(len(old[before].shingles), len(new[after].shingles))
            share[before, after] += _SEVERAL if least < _SHORT or function.isdisjoint(mark) else 1
    return share >= _SEVERAL


def _owners(side: Sequence[EditionParagraph]) -> Mapping[Word, int | None]:
    """Of each pair of words, and each body that is asked, the paragraph that alone has it, None where several have."""
    owners: dict[Word, int | None] = {}
    for number, paragraph in enumerate(side):
        asked = (body for each in paragraph.provisions for party in each.clause.addressees for body in party.bodies)
        for mark in {*pairs_of(as_string(paragraph.shingles)), *asked}:
            owners[mark] = None if mark in owners else number
    return owners


def _alike(these: Sequence[Sequence[int]], those: Sequence[Sequence[int]]) -> Matrix:
    """Normalised Indel similarity of every sequence of hashes to every other."""
    left, right = ([as_string(words) for words in side] for side in (these, those))
    alike: Matrix = cdist(left, right, scorer=Indel.normalized_similarity, dtype=np.float64)
    return alike


def _likest_clauses(old: Sequence[EditionParagraph], new: Sequence[EditionParagraph]) -> Matrix:
    """For each pair of paragraphs the similarity of their likest clauses; clauses of a few words are none."""
    likest: Matrix = np.zeros((len(old), len(new)))
    left, right = (
        [
            (number, paragraph.shingles[provision.first : provision.last])
            for number, paragraph in enumerate(side)
            for provision in paragraph.provisions
            if provision.last - provision.first >= _FEW
        ]
        for side in (old, new)
    )
    if left and right:
        alike = _alike([words for _, words in left], [words for _, words in right])
        rows, columns = np.array([number for number, _ in left]), np.array([number for number, _ in right])
        np.maximum.at(likest, (rows[:, None], columns[None, :]), alike)
    return likest


def _facts(paragraph: EditionParagraph) -> list[str]:
    facts = [f"agency {agency}" for agency in paragraph.agencies] + [f"theme {theme}" for theme in paragraph.themes]
    return facts + [f"class {provision.clause.class_}" for provision in paragraph.provisions]


def _cosines(bags: Sequence[Iterable[object]], split: int) -> Matrix:
    """Cosine similarity under inverse document frequency of the first ``split`` bags to the others."""
    counts = [Counter(bag) for bag in bags]
    frequency = Counter(unit for count in counts for unit in count)
    column = {unit: number for number, unit in enumerate(frequency)}
    matrix = np.zeros((len(bags), max(1, len(column))))
    rarity = {unit: log(1 + len(bags) / number) ** _RARE for unit, number in frequency.items()}
    for row, count in enumerate(counts):
        matrix[row, [column[unit] for unit in count]] = [number * rarity[unit] for unit, number in count.items()]
    norms = np.sqrt(np.einsum("ij,ij->i", matrix, matrix))[:, None]
    matrix = matrix / np.where(norms == 0, 1, norms)
    product: Matrix = np.einsum("ij,kj->ik", matrix[:split], matrix[split:])  # small: threads cost more than they save
    return product


def _neighbourhood(pairs: Sequence[tuple[int, int]], score: Matrix) -> Matrix:
    """How near each pair stands to where the nearest sure links before and behind it point, 1 at the very place."""
    sure = [(-1, -1), *_in_order([pair for pair in pairs if score[pair] >= _SURE]), score.shape]
    place = np.interp(range(score.shape[0]), [before for before, _ in sure], [after for _, after in sure])
    distance = np.abs(np.arange(score.shape[1])[None, :] - place[:, None])
    near: Matrix = 1.0 / (1.0 + distance)
    return near


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [pairs[position] for position in longest_run([new for _, new in pairs], [1.0] * len(pairs))]


def longest_run(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the positions of the longest increasing run of ``values``; of equally long ones the one that weighs most.

    Examples
    --------
    >>> longest_run([0, 3, 1, 2], [1, 1, 1, 1])
    [0, 2, 3]
    """
    best: list[tuple[int, float]] = []
    before: list[int] = []
    for position, value in enumerate(values):
        length, weight, source = 0, 0.0, -1
        for earlier in range(position):
            if values[earlier] < value and best[earlier] > (length, weight):
                (length, weight), source = best[earlier], earlier
        best.append((length + 1, weight + weights[position]))
        before.append(source)
    if not best:
        return []
    position = max(range(len(best)), key=lambda last: best[last])
    run: list[int] = []
    while position >= 0:
        run.append(position)
        position = before[position]
    return run[::-1]


# splits and merges


def _groups(
    old: Sequence[EditionParagraph],
    new: Sequence[EditionParagraph],
    pairs: Sequence[tuple[int, int]],
    score: Matrix,
    apart: NDArray[np.bool_],
    least: int,
) -> list[Group]:
    """Paragraphs left alone join a link whose words they explain: parts of a split, or what was merged."""
    olds: dict[int, list[int]] = {before: [before] for before, _ in pairs}
    news: dict[int, list[int]] = {before: [after] for before, after in pairs}
    linked = {after for _, after in pairs}
    bags, later = ([Counter(pairs_of(as_string(paragraph.shingles))) for paragraph in side] for side in (old, new))
    homes = Counter(pair for bag in (*bags, *later) for pair in bag)
    rare = {pair for pair, number in homes.items() if number <= _SIDES}
    spare = {before: _Spare(bags[before], later[after]) for before, after in pairs}
    for lone in (number for number in range(len(new)) if number not in linked):
        family = {
            name for name, parts in news.items() if _has_point(old[name], [new[part] for part in parts], new[lone])
        }
        hosts = {name: left for name, left in spare.items() if not apart[name, lone]}
        host = _best_host(new[lone], later[lone], hosts, family, rare, least)
        if host is not None:
            news[host].append(lone)
            spare[host] = spare[host].without(later[lone])
    spare = {before: _Spare(later[after], bags[before]) for before, after in pairs if len(news[before]) == 1}
    for lone in (number for number in range(len(old)) if number not in news):
        family = {
            name for name in spare if _has_point(new[news[name][0]], [old[part] for part in olds[name]], old[lone])
        }
        host = _best_host(old[lone], bags[lone], spare, family, rare, least)
        if host is not None:
            olds[host].append(lone)
            spare[host] = spare[host].without(bags[lone])
    groups = [
        Group(tuple(sorted(olds[before])), tuple(sorted(news[before])), float(score[before, news[before][0]]))
        for before in olds
    ]
    taken_old = {number for group in groups for number in group.old}
    taken_new = {number for group in groups for number in group.new}
    groups += [Group((number,), (), 0.0) for number in range(len(old)) if number not in taken_old]
    groups += [Group((), (number,), 0.0) for number in range(len(new)) if number not in taken_new]
    return groups


@dataclass(frozen=True, slots=True)
class _Spare:
    """The words of one side of a link that its other side does not account for."""

    words: Counter[Word]
    explained: Counter[Word]

    def without(self, words: Counter[Word]) -> _Spare:
        return _Spare(self.words, self.explained + words)

    def of(self, wanted: Counter[Word]) -> dict[Word, int]:
        """How often each of some words is among them."""
        left = ((word, self.words[word] - self.explained[word]) for word in wanted.keys() & self.words.keys())
        return {word: min(number, wanted[word]) for word, number in left if number > 0}


def _best_host(
    lone: EditionParagraph,
    wanted: Counter[Word],
    spare: Mapping[int, _Spare],
    family: Collection[int],
    rare: AbstractSet[Word],
    least: int,
) -> int | None:
    """The link whose one side holds the words of a paragraph that its other side does not yet account for.

    A point, or the paragraph that introduces points, may be as short as it likes where its link is that of another
    point of the same paragraph: what a paragraph says went into points.
    """
    best, most, total = None, 0.0, wanted.total()
    for name, host in spare.items():
        if not total or (len(lone.shingles) < _FEW and name not in family):
            continue
        left = host.of(wanted)
        share = sum(left.values()) / total
        fits = share > _COVER or (name in family and share >= _KIN)
        if share > most and (fits or (share >= _PART and len(rare & left.keys()) >= least)):
            best, most = name, share
    return best


def _has_point(host: EditionParagraph, parts: Iterable[EditionParagraph], lone: EditionParagraph) -> bool:
    """Whether a paragraph without points is linked with one of the same family as a lone one."""
    return not _is_point(host) and any(_chapeau(part) == _chapeau(lone) for part in parts)


def _chapeau(paragraph: EditionParagraph) -> str:
    """The id of the paragraph that a point belongs to; its own where it is none."""
    return paragraph.id.rpartition(".")[0] if _is_point(paragraph) else paragraph.id


def _is_point(paragraph: EditionParagraph) -> bool:
    last = paragraph.id.rpartition(".")
    return bool(last[0]) and last[2].islower()
