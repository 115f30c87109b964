"""How much a change of words weighs for those who read a comparison: what obliges before what only reads otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Change, Link
from ecoanalysis.model.edition import Provision
from ecoanalysis.model.facts import Clause

_HEAVY, _PLAIN, _TRIFLE = 2, 1, 0
_ENDING = 2  # letters of the ending of a word in another number
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Weights:
    """Where the clauses of a link, in both editions, name whom they ask, how strongly, and under what reservation."""

    places: tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]
    obliges: re.Pattern[str]

    @classmethod
    def of(cls, link: Link, language: str) -> Weights:
        """Return the weights of the changes of a link."""
        sides = zip(*link.clauses, strict=True) if link.clauses else ((), ())
        places = [frozenset(_places(side)) for side in sides]
        return cls((places[0], places[1]), language_of(language).compiled("slots", "obliges"))

    def change(self, change: Change) -> int:
        """Return 2 for words that oblige, name a party or count, 0 for an ending alone, else 1."""
        sides = [side for side in (change.old, change.new) if side]
        texts = [side.text or "" for side in sides]
        if len(texts) == 2 and _differ_by_an_ending(texts):
            return _TRIFLE
        named = any(
            side and any(side.start < end and start < side.end for start, end in places)
            for side, places in zip((change.old, change.new), self.places, strict=True)
        )
        counts = any(pattern.search(text) for text in texts for pattern in (self.obliges, _DIGITS))
        return _HEAVY if named or counts else _PLAIN


def _places(side: Iterable[Provision | None]) -> Iterator[tuple[int, int]]:
    for provision in side:
        if provision is not None:
            yield from _facts(provision.clause)


def _facts(clause: Clause) -> Iterator[tuple[int, int]]:
    if clause.class_ == "DIR":
        yield clause.verb.start, clause.verb.end
    yield from ((fact.start, fact.end) for fact in (*clause.softened_by, *clause.intensifiers))
    yield from ((party.span.start, party.span.end) for party in clause.addressees if party.span)


def _differ_by_an_ending(texts: Sequence[str]) -> bool:
    shorter, longer = sorted((text.lower() for text in texts), key=len)
    alone = not any(sign.isspace() for sign in longer)
    return alone and longer.isascii() and longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING
