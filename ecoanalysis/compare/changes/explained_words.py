"""A change with the words that it explains, and the evidence that a clause or a fact gives for one."""

from __future__ import annotations

from dataclasses import dataclass

from ecoanalysis.compare.changes.wording import WordRun
from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause
from ecoanalysis.compare.fingerprints.word_strings import phrase
from ecoanalysis.model.comparison import Change, Evidence
from ecoanalysis.model.facts import Addressee, Fact


@dataclass(frozen=True, slots=True)
class ExplainedChange:
    """A change, and the words of each side that it explains."""

    change: Change | None
    old: WordRun | None = None
    new: WordRun | None = None


def clause_words(clause: PlacedClause) -> WordRun:
    """Return the words of a clause."""
    return WordRun(clause.paragraph, range(clause.provision.first, clause.provision.last))


def verb_words(clause: PlacedClause) -> WordRun:
    """Return the words of its verb."""
    first = clause.provision.first
    return WordRun(clause.paragraph, range(first, first + len(clause.verb)))


def words_of(clause: PlacedClause, surface: str, language: str) -> WordRun | None:
    """Return where the words of a fact stand in its clause, or None."""
    words = phrase(surface, language)
    start = clause.words.find(words)
    if not words or start < 0:
        return None
    start += clause.provision.first
    return WordRun(clause.paragraph, range(start, start + len(words)))


def whole_clause(clause: PlacedClause) -> Evidence:
    """Return a clause as evidence."""
    fact = clause.provision.clause
    return Evidence(fact.quote or None, fact.start, fact.end)


def evidence_of(fact: Fact) -> Evidence:
    """Return a verb, a hedge … as evidence."""
    return Evidence(fact.surface, fact.start, fact.end)


def evidence_of_party(party: Addressee) -> Evidence:
    """Return a party as evidence."""
    assert party.span is not None
    return Evidence(party.surface, party.span.start, party.span.end)
