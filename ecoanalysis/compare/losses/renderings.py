"""Two verbs → whether they may render one of another language: then a translator may have chosen, not a drafter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.facts import Clause

_SECRETARY_GENERAL = "secretary-general"
_OVERLAP = 0.05  # share of their renderings that two verbs have in common
_LIKELY = 0.10  # how often what the later verb renders was rendered by the earlier one


def may_render_one(earlier: Clause, later: Clause, language: str) -> bool:
    """Return whether the verbs of two clauses render the same verbs often enough for the wording to be a choice.

    请 renders "invites" beside "requests" where it addresses others than the Secretary-General, as 邀请 does. A verb
    that was not met in the documents where they were counted tells nothing. Of a verb that is met far more often than
    another the share that both render is small, though it may render a fourth of what the other one does.
    """
    first, last, addressed = earlier.lemma.lower(), later.lemma.lower(), _addressed(later)
    before, after = _shares(language, first, _addressed(earlier)), _shares(language, last, addressed)
    if sum(min(share, after.get(verb, 0.0)) for verb, share in before.items()) >= _OVERLAP:
        return True
    return sum(share * _chance(language, first, verb, addressed) for verb, share in after.items()) >= _LIKELY


def _addressed(clause: Clause) -> str:
    if clause.class_ != "DIR":
        return ""
    of_secretariat = any(party.agency == _SECRETARY_GENERAL for party in clause.addressees)
    return "secretary_general" if of_secretariat else "others"


@cache
def _shares(language: str, lemma: str, addressed: str) -> Mapping[str, float]:
    """Of a verb the share of each verb that it renders; of one addressed to somebody only those so addressed."""
    counts = _counts(language, addressed).get(lemma, Counter())
    return {verb: count / counts.total() for verb, count in counts.items()}


def _chance(language: str, lemma: str, rendered: str, addressed: str) -> float:
    """How often a verb renders another one, of all times that any does."""
    counts = _counts(language, addressed)
    every = sum(each[rendered] for each in counts.values())
    return counts.get(lemma, Counter())[rendered] / (every or 1)


@cache
def _counts(language: str, addressed: str) -> Mapping[str, Counter[str]]:
    """How often each verb renders each one; of those addressed to somebody only so addressed."""
    counts: dict[str, Counter[str]] = {}
    for entry in language_of(language).table("renderings").get("rendering", ()):
        for column in (addressed,) if addressed else ("head", "inside"):
            counts.setdefault(entry["lemma"].lower(), Counter()).update(entry.get(column, {}))
    return counts
