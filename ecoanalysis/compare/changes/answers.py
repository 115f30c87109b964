"""A request of the earlier edition → the statement of the later one that notes or welcomes what was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause, parties_of, shared_telling
from ecoanalysis.compare.fingerprints.word_strings import as_string, function_words, telling
from ecoanalysis.compare.two_editions.still_standing import Standing
from ecoanalysis.lexicon import language_of

_ANSWERING = frozenset({"REF", "NEU", "EVA"})
_SHARED = 2  # telling words, or pairs, that what a body did has in common with what it was asked for
_ASKED_FOR = 0.50  # share of the words asked for that an answer must have, in runs
_OF_THE_SAME = {1: 0.60, 2: 0.50}  # share of a linked statement's words, or pairs of characters, that are the request's
_CARRIED_OUT = 0.45  # share of a decision, in runs, that a statement has which tells that it was carried out
_OF_THE_OLD = 0.80  # share of a statement's telling words that the old paragraph must have for a request to be done
_ELSEWHERE = (
    0.70  # the same where the statement is no partner of the request: what is common to an edition is no answer
)


def find_answer(
    request: PlacedClause, standing: Standing, language: str, beside: Sequence[PlacedClause] = ()
) -> PlacedClause | None:
    """Return the clause that answers a request, those of the linked paragraphs first; None where none does.

    A statement answers that notes, welcomes or recalls, without blame, in the words of what was asked for; where a
    report was asked for, that names a report and the body that was to bring it. In a linked paragraph it is enough
    that it speaks of little else than what was asked for, or builds
    on the report or the views that were.
    """
    linked = (clause for clause in beside if answers(clause, language))
    others = (clause for clause in standing.clauses if answers(clause, language))
    least: int = language_of(language).table("slots")["substance"]
    for clause in linked:
        said_there = _in_runs(request.content, clause.content, least) >= _ASKED_FOR
        if _done_by_whom_it_asked(clause, request, language):
            return clause
        if said_there or of_the_same(clause, request, language) or _reports(clause, request, language, True):
            return clause
        if _came_true(clause, request, language):
            return clause
    for clause in beside:
        if _builds_on(clause, request, language):
            return clause
    # what was decided is told in fewer words once it was done
    enough = _CARRIED_OUT if request.provision.clause.class_ == "DEC" else _ELSEWHERE
    for clause in others:
        if _in_runs(request.content, clause.content, least) >= enough or _reports(clause, request, language):
            return clause
        if _names_all(clause, request, language):
            return clause
    return None


def answers(statement: PlacedClause, language: str) -> bool:
    """Return whether a statement is of the kind that answers: it refers, notes or welcomes, and does not blame."""
    clause = statement.provision.clause
    return clause.class_ in _ANSWERING and not blames(clause.verb.surface, language)


def blames(verb: str, language: str) -> bool:
    """Return whether a verb regrets, deplores or condemns."""
    return bool(language_of(language).compiled("slots", "answer", "blame").search(verb))


def _reports(statement: PlacedClause, request: PlacedClause, language: str, linked: bool = False) -> bool:
    """Whether a statement names the report that was asked for: a document, and the body that was to bring it."""
    report, clause = request.provision.clause.report, statement.provision.clause
    if not report or not report.reporter:
        return False
    if report.reporter not in statement.paragraph.agencies and not (linked and _names(clause.quote, request)):
        return False
    names_one = not clause.quote or language_of(language).compiled("slots", "answer", "report").search(clause.quote)
    cites = any("/RES/" not in symbol and "/" in symbol for symbol in statement.paragraph.citations)
    return bool(names_one) and (linked or cites)


def _names_all(statement: PlacedClause, request: PlacedClause, language: str) -> bool:
    """Whether a statement names each of several parties that were asked, and most of what they were asked for."""
    surfaces = [(party.surface or "").lower() for party in request.provision.clause.addressees]
    shared, wanted = shared_telling(request, statement, language)
    several = len(surfaces) > 1 and all(surface in statement.provision.clause.quote.lower() for surface in surfaces)
    return several and shared >= _ASKED_FOR * wanted


def _names(quote: str, request: PlacedClause) -> bool:
    """Whether words name a party that was asked as the request does: the short name of a body named before."""
    surfaces = (party.surface for party in request.provision.clause.addressees)
    return any(surface.lower() in quote.lower() for surface in surfaces if surface)


def _done_by_whom_it_asked(statement: PlacedClause, request: PlacedClause, language: str) -> bool:
    """Whether a linked statement welcomes or notes what a body did that was asked, in some of the words for it."""
    bodies = {id for party in request.provision.clause.addressees for id in party.bodies}
    shared, _ = shared_telling(request, statement, language)
    return bool(bodies & statement.paragraph.agencies) and shared >= _SHARED


def _builds_on(clause: PlacedClause, request: PlacedClause, language: str) -> bool:
    """Whether a linked clause speaks of the report or the views that a party was asked for, and asks it nothing."""
    report = language_of(language).compiled("slots", "answer", "report")
    wanted, spoken = request.provision.clause.quote, clause.provision.clause.quote
    parties = {id for party in request.provision.clause.addressees for id in party.bodies}
    if not parties & clause.paragraph.agencies or parties_of(request) & parties_of(clause):
        return False
    if clause.provision.clause.class_ == "DEC" or blames(clause.provision.clause.verb.surface, language):
        return False
    return bool(report.search(wanted) and report.search(spoken))


def _came_true(statement: PlacedClause, request: PlacedClause, language: str) -> bool:
    """Whether a linked statement tells, in words of the old paragraph, what only the request spoke of there."""
    paragraph, provision = request.paragraph, request.provision
    words = as_string(paragraph.shingles)
    lexicon, dull = language_of(language), function_words(language)
    width = lexicon.table("slots")["substance"] if lexicon.words_touch else 2
    stated, asked = (_runs_of(_without(dull, each.content), width) for each in (statement, request))
    before = (words[: provision.first], words[provision.last :])
    aside = {run for part in before for run in _runs_of(_without(dull, part), width)}
    wanted = telling(statement.content, dull, lexicon.words_touch)
    stood = wanted & telling(words, dull, lexicon.words_touch)
    return bool((stated & asked) - aside) and len(stood) >= _OF_THE_OLD * len(wanted)


def _without(dull: frozenset[str], words: str) -> str:
    return "".join(word for word in words if word not in dull)


def of_the_same(statement: PlacedClause, request: PlacedClause, language: str) -> bool:
    """Whether most words of a statement are words of the request, in pairs where words are single characters."""
    width = 2 if language_of(language).words_touch else 1
    asked, answered = (_runs_of(words, width) for words in (request.content, statement.content))
    answered = {run for run in answered if not set(run) <= function_words(language)}
    return len(answered) > 1 and len(answered & asked) / len(answered) >= _OF_THE_SAME[width]


def _runs_of(words: str, width: int) -> set[str]:
    return {words[start : start + width] for start in range(len(words) - width + 1)}


def share_of_runs(request: PlacedClause, other: PlacedClause, language: str) -> float:
    """Return the share of a request's content that stands in another clause, in runs of some length."""
    return _in_runs(request.content, other.content, language_of(language).table("slots")["substance"])


def _in_runs(words: str, text: str, least: int) -> float:
    """The share of words that stand in a text in one order, in runs of some length: words alike by chance are none."""
    runs = (code.src_end - code.src_start for code in Indel.opcodes(words, text) if code.tag == "equal")
    return sum(run for run in runs if run >= least) / len(words) if words else 0.0
