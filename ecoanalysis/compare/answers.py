"""A request of the earlier edition → the statement of the later one that notes or welcomes what was asked for."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from ecoanalysis.compare.standing import PlacedClause, Standing
from ecoanalysis.lexicon import language_of

_ANSWERING = frozenset({"REF", "NEU", "EVA"})
_ASKED_FOR = 0.50  # share of the words asked for that an answer must have, in runs
_ELSEWHERE = (
    0.70  # the same where the statement is no partner of the request: what is common to an edition is no answer
)


def find_answer(
    request: PlacedClause, standing: Standing, language: str, partner: PlacedClause | None = None
) -> PlacedClause | None:
    """Return the clause that answers a request, its partner first; None where none does.

    A statement answers that notes, welcomes or recalls, without blame, in the words of what was asked for; where a
    report was asked for, that names a report and the body that was to bring it.
    """
    statements = [partner] if partner else []
    statements += [clause for clause in standing.clauses if partner is None or clause.words != partner.words]
    answers = (clause for clause in statements if _answers(clause, request, language, clause is partner))
    return next(answers, None)


def _answers(statement: PlacedClause, request: PlacedClause, language: str, linked: bool) -> bool:
    clause, asked = statement.provision.clause, request.provision.clause
    lexicon = language_of(language)
    if clause.cls not in _ANSWERING or lexicon.compiled("slots", "answer", "blame").search(clause.verb.surface):
        return False
    least = lexicon.table("slots")["substance"]
    if _in_runs(request.content, statement.content, least) >= (_ASKED_FOR if linked else _ELSEWHERE):
        return True
    report = asked.report
    if not report or not report.reporter or report.reporter not in statement.paragraph.agencies:
        return False
    names_report = lexicon.compiled("slots", "answer", "report").search(clause.quote) if clause.quote else True
    cites = any("/RES/" not in symbol and "/" in symbol for symbol in statement.paragraph.citations)
    return bool(names_report) and cites


def _in_runs(words: str, text: str, least: int) -> float:
    """The share of words that stand in a text in one order, in runs of some length: words alike by chance are none."""
    runs = (code.src_end - code.src_start for code in Indel.opcodes(words, text) if code.tag == "equal")
    return sum(run for run in runs if run >= least) / len(words) if words else 0.0
