"""Renderings: which verb of one language stands for which of the other, and how often."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ecoanalysis.evaluate.scoring.counts import Counts, under
from ecoanalysis.lexicon import INTERFACE, language_of
from ecoanalysis.model.facts import Clause

PLACES = ("head", "inside", "secretary_general", "others")


def rendered(first: Sequence[Clause], second: Sequence[Clause]) -> Iterator[tuple[str, ...]]:
    """Yield verbs of both languages that stand for each other, each with its class.

    All clauses, where their classes run alike; else the first of each, where their classes agree, or where both say
    something and neither paragraph another thing: 指出 asserts, and renders *notes*. Points that inherit their verb say
    nothing new.
    """
    if any(_inherited(clause) for clause in (*first, *second)):
        return
    aligned = [clause.class_ for clause in first] == [clause.class_ for clause in second]
    for place, (ours, theirs) in enumerate(zip(first, second, strict=False)):
        if not (aligned or (place == 0 and (ours.class_ == theirs.class_ or _say_one_thing(first, second)))):
            continue
        verbs = ours.class_, theirs.class_, lemma_of(ours), lemma_of(theirs)
        where = "inside" if place else "head"
        yield ("rendering", *verbs, where)
        if ours.class_ == "DIR":
            yield ("bands", where, ours.band or "", theirs.band or "")
            yield ("rendering", *verbs, _to_whom(ours, theirs))


def _say_one_thing(*sides: Sequence[Clause]) -> bool:
    """Whether each side is one statement, that neither asks nor decides."""
    return all(len(side) == 1 and side[0].class_ not in ("DIR", "DEC") for side in sides)


def lemma_of(clause: Clause) -> str:
    """Return a clause's verb; whether it opens a sentence is no part of it."""
    return clause.lemma.lower()


def _inherited(clause: Clause) -> bool:
    return any(addressee.kind == "inherited" for addressee in clause.addressees) or not (
        clause.start <= clause.verb.start < clause.end
    )


def _to_whom(*clauses: Clause) -> str:
    asked = {addressee.agency for clause in clauses for addressee in clause.addressees}
    return "secretary_general" if "secretary-general" in asked else "others"


_HEAD = """\
# How often each {verb} verb renders each {other} one, counted by tools/measure.py in {files} files of both languages.
# `head`: as a paragraph's first clause; `inside`: further on; `secretary_general`, `others`: directives, by whom they
# address. Pairs that were met but once are left out. Generated: a change would be lost.
"""


def as_toml(counts: Counts, language: str, least: int = 2) -> str:
    """Return a language's verbs, each with the other language's that stand for it, as a file of the lexicon."""
    by_verb: defaultdict[tuple[str, str], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    side = INTERFACE.index(language)
    for (*verbs, place), count in under(counts, "rendering"):
        classes, lemmas = verbs[:2], verbs[2:]
        if count >= least:
            by_verb[lemmas[side], classes[side]][place][lemmas[1 - side]] += count
    names = language_of(language).name, language_of(INTERFACE[1 - side]).name
    head = _HEAD.format(verb=names[0], other=names[1], files=counts["files", "pairs"])
    entries = []
    for (lemma, cls), places in sorted(by_verb.items()):
        lines = ["[[rendering]]", f"lemma = {_quoted(lemma)}", f'class = "{cls}"']
        lines += [f"{place} = {_inline(places[place])}" for place in PLACES if place in places]
        entries.append("\n".join(lines) + "\n")
    return "\n".join([head, *entries])


def _inline(words: Counter[str]) -> str:
    pairs = sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))
    return "{ " + ", ".join(f"{_quoted(word)} = {count}" for word, count in pairs) + " }"


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)
