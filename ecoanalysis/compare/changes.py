"""Linked paragraphs → typed changes, each with the two spans that justify it (codebook, Editions)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from ecoanalysis.compare.assignment import best_pairs
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Change, Evidence, Modifier
from ecoanalysis.model.edition import EditionParagraph, Provision
from ecoanalysis.model.facts import Addressee, Fact

Pair = tuple[Provision | None, Provision | None]
Side = Sequence[EditionParagraph]

_SAME_ACT = 0.25  # clauses of linked paragraphs below this are two speech acts
_SAME_PHRASE = 0.60  # noun phrases from here on name one party, hedges one reservation
BINARY = {"D1": 0, "D2": 0, "D3": 1, "D4": 1, "D5": 1}  # encouraged or requested


def match_clauses(old: Side, new: Side) -> list[Pair]:
    """Return the clauses of linked paragraphs in pairs: an optimal assignment, what is left over paired with None."""
    left = [(paragraph, found) for paragraph in old for found in paragraph.provisions]
    right = [(paragraph, found) for paragraph in new for found in paragraph.provisions]
    if len(left) == len(right) == 1:
        return [(left[0][1], right[0][1])]
    pairs: list[Pair] = []
    taken: set[int] = set()
    free = {at: found for at, (_, found) in enumerate(left)}
    if left and right:
        likeness = [[_likeness(*one, *other) for other in right] for one in left]
        for row, column in best_pairs(likeness, _SAME_ACT):
            pairs.append((free.pop(row), right[column][1]))
            taken.add(column)
    pairs += [(found, None) for found in free.values()]
    pairs += [(None, found) for at, (_, found) in enumerate(right) if at not in taken]
    return pairs


def find_changes(old: Side, new: Side, pairs: Sequence[Pair], language: str) -> Iterator[Change]:
    """Yield the changes of force, endorsement, addressees and scope between linked paragraphs."""
    for one, other in pairs:
        if one is None and other is not None:
            yield from _came_or_went(other, "new")
        elif other is None and one is not None:
            yield from _came_or_went(one, "old")
        elif one is not None and other is not None:
            yield from _force(one, other, language)
            yield from _addressees(one, other)
            before = next(found for found in old if found.id == one.clause.paragraph)
            after = next(found for found in new if found.id == other.clause.paragraph)
            yield from _scope(before, one, after, other, language)


# clauses


def _likeness(one_in: EditionParagraph, one: Provision, other_in: EditionParagraph, other: Provision) -> float:
    words = Indel.normalized_similarity(_content(one_in, one), _content(other_in, other))
    same_verb = one.clause.lemma.lower() == other.clause.lemma.lower()
    directs = (one.clause.cls == "DIR") == (other.clause.cls == "DIR")
    return 0.75 * words + 0.1 * same_verb + 0.1 * directs + 0.05 * (one.clause.index == other.clause.index)


def _content(paragraph: EditionParagraph, provision: Provision) -> list[int]:
    """The shingles of a clause without those of its verb, hedges and addressees."""
    framing = {at for first, last in provision.framing for at in range(first, last)}
    return [paragraph.shingles[at] for at in range(provision.first, provision.last) if at not in framing]


def _came_or_went(found: Provision, side: str) -> Iterator[Change]:
    clause = found.clause
    whole = Evidence(clause.quote or None, clause.start, clause.end)
    old, new = (None, whole) if side == "new" else (whole, None)
    if clause.cls == "DIR":
        yield Change("strengthened" if side == "new" else "weakened", old, new, "clause", ("bands", "binary"))
        type: Modifier = "addressee_added" if side == "new" else "addressee_removed"
        for party in clause.addressees:
            if party.span:
                words = _party(party)
                yield Change(type, None if side == "new" else words, words if side == "new" else None)
    else:
        yield Change("scope_widened" if side == "new" else "scope_narrowed", old, new, "clause")


# force


def _force(one: Provision, other: Provision, language: str) -> Iterator[Change]:
    before, after = one.clause, other.clause
    verbs = _fact(before.verb), _fact(after.verb)
    if before.band and after.band:
        if before.band != after.band:
            binary = BINARY[before.band] != BINARY[after.band]
            ladders = ("bands", "binary") if binary else ("bands",)
            yield Change("strengthened" if after.band > before.band else "weakened", *verbs, "band", ladders)
        yield from _hedges(before.softened_by, after.softened_by, verbs)
        yield from _intensifiers(before.intensifiers, after.intensifiers, verbs)
    elif (before.cls == "DIR") != (after.cls == "DIR"):
        yield Change("strengthened" if after.cls == "DIR" else "weakened", *verbs, "class", ("bands", "binary"))
    else:
        moved = endorsement(after.verb.surface, after.cls, language) - endorsement(
            before.verb.surface, before.cls, language
        )
        if moved:
            yield Change("endorsement_raised" if moved > 0 else "endorsement_lowered", *verbs, "verb")


def _hedges(before: Sequence[Fact], after: Sequence[Fact], verbs: tuple[Evidence, Evidence]) -> Iterator[Change]:
    for gone in _left_over(before, after):
        yield Change("hedge_removed", _fact(gone), verbs[1], "hedge")
        yield Change("strengthened", _fact(gone), verbs[1], "hedge", ("bands",))
    for come in _left_over(after, before):
        yield Change("hedge_added", verbs[0], _fact(come), "hedge")
        yield Change("weakened", verbs[0], _fact(come), "hedge", ("bands",))


def _intensifiers(before: Sequence[Fact], after: Sequence[Fact], verbs: tuple[Evidence, Evidence]) -> Iterator[Change]:
    for gone in _left_over(before, after):
        yield Change("weakened", _fact(gone), verbs[1], "intensifier", ("bands",))
    for come in _left_over(after, before):
        yield Change("strengthened", verbs[0], _fact(come), "intensifier", ("bands",))


def _left_over(these: Sequence[Fact], those: Sequence[Fact]) -> list[Fact]:
    """Facts that have no like on the other side: 在其任务规定范围内 and 在各自任务规定范围内 are one reservation."""
    there = [fact.surface.lower() for fact in those]
    found = []
    for fact in sorted(these, key=lambda fact: fact.surface.lower() not in there):
        like = max(there, key=lambda words: Indel.normalized_similarity(words, fact.surface.lower()), default=None)
        if like is not None and Indel.normalized_similarity(like, fact.surface.lower()) >= _SAME_PHRASE:
            there.remove(like)
        else:
            found.append(fact)
    return found


@cache
def _ladder(language: str) -> tuple[dict[str, float], re.Pattern[str], tuple[tuple[re.Pattern[str], float], ...]]:
    own = language_of(language)
    table = own.table("slots")["endorsement"]
    weights = tuple((re.compile(pattern), weight) for pattern, weight in table["weights"])
    return table["classes"], own.compiled("slots", "endorsement", "degree"), weights


def endorsement(verb: str, cls: str, language: str) -> float:
    """Return how much a statement's verb lends to what it speaks of: no official measure, ours (lexicon, slots).

    Examples
    --------
    >>> endorsement("Takes note with appreciation", "EVA", "en") > endorsement("Takes note", "NEU", "en")
    True
    """
    classes, degree, weights = _ladder(language)
    base = next((weight for pattern, weight in weights if pattern.search(verb)), classes.get(cls, 0.0))
    return base + (0.25 if degree.search(verb) else 0.0)


# addressees


def _addressees(one: Provision, other: Provision) -> Iterator[Change]:
    if "DIR" not in (one.clause.cls, other.clause.cls):
        return
    before = [party for party in one.clause.addressees if party.span]
    after = [party for party in other.clause.addressees if party.span]
    for party in list(before):
        same = next((found for found in after if _one_party(party, found)), None)
        if same:
            before.remove(party)
            after.remove(same)
    for party in before:
        yield Change("addressee_removed", _party(party), _fact(other.clause.verb))
    for party in after:
        yield Change("addressee_added", _fact(one.clause.verb), _party(party))


def _one_party(one: Addressee, other: Addressee) -> bool:
    if one.agency and other.agency:
        return one.agency == other.agency
    if "anaphor" in (one.kind, other.kind):
        return True  # who 它们 stands for is left open: no claim that a party came or went
    words = (one.surface or "").lower(), (other.surface or "").lower()
    return Indel.normalized_similarity(*words) >= _SAME_PHRASE


# scope


def _scope(
    before: EditionParagraph, one: Provision, after: EditionParagraph, other: Provision, language: str
) -> Iterator[Change]:
    """What a clause covers more or less: words that only came, or only went; what replaces others is a rewording."""
    reach = language_of(language).table("slots")["shingle"] - 1  # a change of n words is one of n + reach shingles
    old = before.shingles[one.first : one.last + reach]
    new = after.shingles[other.first : other.last + reach]
    framed = _framed(one), _framed(other)
    least = language_of(language).table("slots")["substance"]
    known = set(pairwise(before.shingles)), set(pairwise(after.shingles))
    regions = list(_regions(old, new))
    gone = sum(one.first + at not in framed[0] for first, last, _, _ in regions for at in range(first, last))
    come = sum(other.first + at not in framed[1] for _, _, start, end in regions for at in range(start, end))
    # a clause that loses elsewhere what it gains here is rephrased
    outweighs = language_of(language).table("slots")["outweighs"]
    for first, last, start, end in regions:
        cut = range(one.first + first, max(one.first + first, one.first + last - reach))
        added = range(other.first + start, max(other.first + start, other.first + end - reach))
        less = sum(word not in framed[0] for word in cut)
        more = sum(word not in framed[1] for word in added)
        if more >= least and less <= more // 4 and come >= outweighs * gone and not _stands_in(known[0], after, added):
            yield Change("scope_widened", _whole(one), _words(after, added, other), "words")
        elif less >= least and more <= less // 4 and gone >= outweighs * come and not _stands_in(known[1], before, cut):
            yield Change("scope_narrowed", _words(before, cut, one), _whole(other), "words")


def _stands_in(known: set[tuple[int, int]], paragraph: EditionParagraph, words: range) -> bool:
    """Whether words that seem to have come or gone only changed their place within the paragraph."""
    inner = list(pairwise(paragraph.shingles[words.start : words.stop]))
    return sum(one in known for one in inner) > len(inner) / 2


def _regions(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """The places where two sequences differ: each a range of the old and one of the new, neighbours merged."""
    regions: list[tuple[int, int, int, int]] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        now = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if regions and regions[-1][1] == now[0] and regions[-1][3] == now[2]:
            regions[-1] = (regions[-1][0], now[1], regions[-1][2], now[3])
        else:
            regions.append(now)
    return regions


def _framed(provision: Provision) -> frozenset[int]:
    return frozenset(at for first, last in provision.framing for at in range(first, last))


def _words(paragraph: EditionParagraph, words: range, provision: Provision) -> Evidence:
    """The words of a range where the text is at hand; else the clause that holds them."""
    if paragraph.text is None:
        return Evidence(None, provision.clause.start, provision.clause.end)
    start, end = paragraph.places[words.start][0], paragraph.places[words.stop - 1][1]
    return Evidence(paragraph.text[start:end], paragraph.offsets[start], paragraph.offsets[end - 1] + 1)


def _whole(provision: Provision) -> Evidence:
    clause = provision.clause
    return Evidence(clause.quote or None, clause.start, clause.end)


def _fact(fact: Fact) -> Evidence:
    return Evidence(fact.surface, fact.start, fact.end)


def _party(party: Addressee) -> Evidence:
    assert party.span is not None
    return Evidence(party.surface, party.span.start, party.span.end)
