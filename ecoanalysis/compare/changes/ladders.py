"""The ladders on which a change of verb is a step: bands of force, and what a statement's verb lends to its matter."""

from __future__ import annotations

import re
from functools import cache

from ecoanalysis.lexicon import language_of

BINARY = {"D1": 0, "D2": 0, "D3": 1, "D4": 1, "D5": 1}  # encouraged or requested
# Calls upon, requests, urges, demands: what invites or encourages is not ranked by it.
_GRUENBERG = ("D2", "D3", "D4", "D5")
EVERY = ("bands", "binary")


def ladders_between(before: str, after: str) -> tuple[str, ...]:
    """Return the ladders under which a step between two bands is one in the same sense."""
    binary = ("binary",) if BINARY[before] != BINARY[after] else ()
    gruenberg = ("gruenberg",) if before in _GRUENBERG and after in _GRUENBERG else ()
    return "bands", *binary, *gruenberg


def anticipates(verb: str, language: str) -> bool:
    """Return whether a verb speaks of what is still to come."""
    return bool(language_of(language).compiled("slots", "endorsement", "anticipates").search(verb))


@cache
def _ladder(language: str) -> tuple[dict[str, float], re.Pattern[str], tuple[tuple[re.Pattern[str], float], ...]]:
    lexicon = language_of(language)
    table = lexicon.table("slots")["endorsement"]
    weights = tuple((re.compile(pattern), weight) for pattern, weight in table["weights"])
    return table["classes"], lexicon.compiled("slots", "endorsement", "degree"), weights


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
