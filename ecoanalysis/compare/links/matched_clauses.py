"""Linked paragraphs → which of their clauses belong together: what still stands keeps its partner."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from rapidfuzz.distance import Indel

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause, asks_alike, parties_of, place
from ecoanalysis.compare.fingerprints.word_strings import covered, in_pairs
from ecoanalysis.compare.links.assignment import best_pairs
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import EditionParagraph, Provision

Pair = tuple[Provision | None, Provision | None]
Side = Sequence[EditionParagraph]

_SAME_ACT = 0.25  # clauses of linked paragraphs below this are two speech acts
_SAME_MATTER = 0.50  # share of its content that the later clause must have for a changed verb to be one
_KEPT = 0.80  # share of its content that a clause must keep under its verb to stand
_SAME_SENTENCE = 0.65  # share of all its pairs of words that a directive must keep to be the same under its verb
_FEW = 6  # words of a request so short that the act alone says what is asked
_OPENS = 3  # words by which two clauses that open alike speak of the same matter, where they are a third of the earlier
# Share of all its words, verb and parties too, that the later clause must have to speak of the same.
_SAME_WORDS = {False: 0.60, True: 0.75}


def match_clauses(old: Side, new: Side, language: str) -> list[Pair]:
    """Return the clauses of linked paragraphs in pairs: an optimal assignment, what is left over paired with None."""
    left = [place(paragraph, provision) for paragraph in old for provision in paragraph.provisions]
    right = [place(paragraph, provision) for paragraph in new for provision in paragraph.provisions]
    touching = language_of(language).words_touch
    if len(left) == len(right) == 1 and _may_pair(left[0], right[0], touching):
        return [(left[0].provision, right[0].provision)]
    chosen = best_pairs([[_likeness(before, after) for after in right] for before in left], _SAME_ACT) if right else []
    chosen = [(row, column) for row, column in chosen if _may_pair(left[row], right[column], touching)]
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    pairs: list[Pair] = [(left[row].provision, right[column].provision) for row, column in chosen]
    pairs += [(clause.provision, None) for row, clause in enumerate(left) if row not in rows]
    pairs += [(None, clause.provision) for column, clause in enumerate(right) if column not in columns]
    return pairs


def _likeness(before: PlacedClause, after: PlacedClause) -> float:
    old, new = before.provision.clause, after.provision.clause
    words = Indel.normalized_similarity(before.content, after.content)
    same_verb = old.lemma.lower() == new.lemma.lower()
    directs = (old.class_ == "DIR") == (new.class_ == "DIR")
    likeness = 0.65 * words + 0.2 * same_verb + 0.1 * directs + 0.05 * (old.index == new.index)
    likeness += 0.1 * (directs and bool(parties_of(before) & parties_of(after)))
    if same_verb and before.content and covered(before.content, after.content) >= _KEPT:
        likeness += 1  # no other clause may take its partner
    return likeness + (before.words == after.words)


def same_matter(before: PlacedClause, after: PlacedClause, touching: bool) -> bool:
    """Return whether most of what the earlier clause speaks of stands in the later one, in its order or in another.

    Only then its verb changed; else another verb stands over other words. Where words are single characters that
    touch, those that two clauses have in one order tell nothing; pairs of them do.
    """
    if not before.content or _opens_alike(before.content, after.content):
        return True
    if covered(before.words, after.words) >= _SAME_WORDS[touching]:
        return True
    in_order = not touching and covered(before.content, after.content) >= _SAME_MATTER
    return in_order or in_pairs(before.content, after.content) >= _SAME_MATTER


def _opens_alike(before: str, after: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    return shared >= _OPENS and 3 * shared >= len(before)


def _may_pair(before: PlacedClause, after: PlacedClause, touching: bool) -> bool:
    """A directive and a statement, or directives to others, are one clause only where they speak of the same matter.

    Where none of the parties that were asked is asked again, the act asked for must be the same too.
    """
    classes = {before.provision.clause.class_, after.provision.clause.class_}
    if "DIR" not in classes:
        return True
    asked, alike = parties_of(before), same_matter(before, after, touching)
    if len(classes) > 1:
        return alike and _names_act(before, after)
    if before.verb == after.verb and in_pairs(before.words, after.words) >= _SAME_SENTENCE:
        return True  # whatever was taken for the party
    if not asked:
        return alike
    if asks_alike(before, after):
        return alike or bool(asked & parties_of(after)) or _same_act(before, after)
    return alike and _same_act(before, after)


def _names_act(before: PlacedClause, after: PlacedClause) -> bool:
    """Whether a directive and a statement name one act, where it was understood."""
    act = before.provision.clause.act_verb or after.provision.clause.act_verb
    quotes = (clause.provision.clause.quote.lower() for clause in (before, after))
    return not act or all(act.lower() in quote for quote in quotes) or _opens_alike(before.content, after.content)


def _same_act(before: PlacedClause, after: PlacedClause) -> bool:
    acts = before.provision.clause.act_verb or "", after.provision.clause.act_verb or ""
    if all(acts):
        short = len(before.content) <= _FEW and acts[1] in before.provision.clause.quote
        return acts[0] in acts[1] or acts[1] in acts[0] or short
    return Indel.normalized_similarity(before.content, after.content) >= _SAME_MATTER
