"""Two verbs → whether they may render one of another language: then a translator may have chosen, not a drafter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Clause

_SECRETARY_GENERAL = "secretary-general"
_OVERLAP = 0.05  # share of their renderings that two verbs have in common


def may_render_one(earlier: Clause, later: Clause, language: str) -> bool:
    """Return whether the verbs of two clauses render the same verbs often enough for the wording to be a choice.

    请 renders "invites" beside "requests" where it addresses others than the Secretary-General, as 邀请 does. A verb
    that was not met in the documents where they were counted tells nothing.
    """
    before, after = (_shares(language, clause.lemma.lower(), _addressed(clause)) for clause in (earlier, later))
    return sum(min(share, after.get(verb, 0.0)) for verb, share in before.items()) >= _OVERLAP


def _addressed(clause: Clause) -> str:
    if clause.class_ != "DIR":
        return ""
    of_secretariat = any(party.agency == _SECRETARY_GENERAL for party in clause.addressees)
    return "secretary_general" if of_secretariat else "others"


@cache
def _shares(language: str, lemma: str, addressed: str) -> Mapping[str, float]:
    """Of a verb the share of each verb that it renders; of one addressed to somebody only those so addressed."""
    counts: Counter[str] = Counter()
    for entry in language_of(language).table("renderings").get("rendering", ()):
        if entry["lemma"].lower() == lemma:
            for column in (addressed,) if addressed else ("head", "inside"):
                counts.update(entry.get(column, {}))
    return {verb: count / counts.total() for verb, count in counts.items()}
