"""A clause in its paragraph, with its words, and what it has in common with another: its matter, its parties."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio

from ecoanalysis.compare.fingerprints.word_strings import as_string, function_words, phrase, telling
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import EditionParagraph, Provision

_LIKE = 80  # of 100: how alike a reservation must be to words that stood before to be no new one


@dataclass(frozen=True, slots=True)
class PlacedClause:
    """A clause in its paragraph, its words as a string of one character a word: all, its verb's, its content's."""

    paragraph: EditionParagraph
    provision: Provision
    words: str
    verb: str
    content: str
    """The words without those of its verb, hedges and addressees."""


def place(paragraph: EditionParagraph, provision: Provision) -> PlacedClause:
    """Return a clause with its words as strings."""
    first, last = provision.first, provision.last
    verb = max(
        (end for begin, end in provision.framing if begin == first), default=first
    )  # its intensifier's is shorter
    words = as_string(paragraph.shingles[first:last])
    return PlacedClause(
        paragraph,
        provision,
        words,
        words[: verb - first],
        _unframed(words, provision),
    )


def _unframed(words: str, provision: Provision) -> str:
    """The words of a clause outside its framing, whose ranges stand in order and may overlap."""
    content, place = "", provision.first
    for begin, end in provision.framing:
        content += words[max(0, place - provision.first) : max(0, begin - provision.first)]
        place = max(place, end)
    return content + words[place - provision.first :]


def parties_of(clause: PlacedClause) -> set[str]:
    """Return who a clause addresses, bodies by their ids, others by the words for them."""
    parties = (party.agency or (party.surface or "").lower() for party in clause.provision.clause.addressees)
    return set(filter(None, parties))


def asks_alike(clause: PlacedClause, other: PlacedClause) -> bool:
    """Return whether two directives address a party in common, or groups of one sort."""
    sorts = ({party.type for party in each.provision.clause.addressees if party.type} for each in (clause, other))
    groups = all(not party.agency for party in clause.provision.clause.addressees)
    return bool(parties_of(clause) & parties_of(other)) or (groups and bool(set.intersection(*sorts)))


def shared_telling(clause: PlacedClause, other: PlacedClause, language: str) -> tuple[int, int]:
    """Return how many of the telling words of a clause's content another one's has, and how many they are."""
    touching, dull = language_of(language).words_touch, function_words(language)
    wanted = telling(clause.content, dull, touching)
    return len(wanted & telling(other.content, dull, touching)), len(wanted)


def shared_matter(clause: PlacedClause, other: PlacedClause, language: str) -> float:
    """Return the share of the telling words of the shorter of two clauses that both have."""
    touching, dull = language_of(language).words_touch, function_words(language)
    words = telling(clause.content, dull, touching), telling(other.content, dull, touching)
    return len(words[0] & words[1]) / max(1, min(map(len, words)))


def stood_before(hedge: str, clause: PlacedClause, language: str) -> bool:
    """Return whether words much like those of a hedge stood in the earlier clause, whatever they were taken for."""
    words = phrase(hedge, language)
    return bool(words) and len(words) <= len(clause.words) and partial_ratio(words, clause.words) >= _LIKE
