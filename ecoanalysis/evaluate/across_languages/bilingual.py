"""Bilingual agreement: whether both languages of a text say the same, paragraph by paragraph, sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.across_languages.addressees import compare_countries, compare_types
from ecoanalysis.evaluate.across_languages.verb_renderings import lemma_of, rendered
from ecoanalysis.evaluate.scoring.counts import Counts
from ecoanalysis.evaluate.scoring.documents import facts_of
from ecoanalysis.extract.agencies import find_agencies, points_back
from ecoanalysis.extract.citations import find_citations
from ecoanalysis.lexicon import INTERFACE, language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import Clause, Facts, Mention

FIRST, SECOND = INTERFACE  # the languages whose facts are held against each other

KINDS = ("agencies", "bodies", "citations", "classes")

BODY_CAUSES = ("repeated", "short", "unregistered", "pronoun", "paragraph", "other")
"""Why a body is named in one language of a paragraph and not in the other, the surest explanation first."""

_NO_CLAUSE = "–"


@dataclass(frozen=True, slots=True)
class Side:
    """What one language says in one paragraph: words of each kind, and what is needed to explain differences."""

    language: str
    text: str
    kinds: Mapping[str, Counter[str]]
    clauses: Sequence[Clause]
    unregistered: int
    pointing: int


def sides(facts: Facts) -> dict[str, Side]:
    """Return what a resolution says, by the ids of its preambular and operative paragraphs."""
    agencies, symbols = defaultdict(list), defaultdict(list)
    clauses: defaultdict[str, list[Clause]] = defaultdict(list)
    for mention in facts.agencies:
        agencies[mention.paragraph].append(mention.agency)
    for citation in facts.citations:
        symbols[citation.paragraph].append(citation.symbol if citation.kind != "instrument" else "")
    for clause in facts.clauses:
        clauses[clause.paragraph].append(clause)
    by_paragraph = {}
    for paragraph in facts.resolution.paragraphs:
        if paragraph.part in ("preamble", "operative"):
            id = paragraph.id
            kinds: dict[str, Counter[str]] = {
                "agencies": Counter(agency for agency in agencies[id] if agency),
                "bodies": Counter({agency for agency in agencies[id] if agency}),
                "citations": Counter(symbol for symbol in symbols[id] if symbol),
                "classes": Counter(clause.class_ for clause in clauses[id]),
            }
            silent = (agencies[id].count(None), symbols[id].count(None))
            by_paragraph[id] = Side(facts.resolution.language, paragraph.text, kinds, clauses[id], *silent)
    return by_paragraph


NOTHING = {language: Side(language, "", {kind: Counter() for kind in KINDS}, (), 0, 0) for language in INTERFACE}


def pair(stem: str, folder: Path) -> Counts:
    """Return how far the two languages of one file agree, and how they render each other's verbs."""
    counts: Counts = Counter()
    try:
        every = [facts_of(folder / language / f"{stem}.xml") for language in INTERFACE]
    except EcoanalysisError:
        counts["files", "unreadable"] += 1
        return counts
    if len(every[0]) != len(every[1]):
        counts["files", "unaligned"] += 1
        return counts
    counts["files", "pairs"] += 1
    for both in zip(*every, strict=True):
        first, second = (sides(facts) for facts in both)
        counts["pairs", "resolutions"] += 1
        for kind, compare in (("types", compare_types), ("countries", compare_countries)):
            counts.update(("parties", kind, difference.cause) for difference in compare(*both))
        for id in first | second:
            counts["pairs", "paragraphs", "both" if id in first and id in second else "one"] += 1
            counts.update(compared(first.get(id, NOTHING[FIRST]), second.get(id, NOTHING[SECOND])))
            if id in first and id in second:
                counts.update(rendered(first[id].clauses, second[id].clauses))
    return counts


def compared(first: Side, second: Side) -> Iterator[tuple[str, ...]]:
    """Yield what agrees between the two languages of a paragraph, and what differs and why."""
    for kind in KINDS:
        yield from agreeing(("agree", kind), first.kinds[kind], second.kinds[kind])
    for here, there in ((first, second), (second, first)):
        for id in (here.kinds["agencies"] - there.kinds["agencies"]).elements():
            cause = body_cause(id, there.language, there.text, there.kinds["agencies"], there.unregistered)
            yield ("difference", "agencies", id, here.language, cause)
        for symbol in (here.kinds["citations"] - there.kinds["citations"]).elements():
            yield ("difference", "citations", here.language, symbol_cause(symbol, there))
    yield from class_differences(first, second)


def agreeing(head: tuple[str, ...], first: Counter[str], second: Counter[str]) -> Iterator[tuple[str, ...]]:
    """Yield a path for each word that a language has, and for each that both have."""
    for side, words in ((FIRST, first), (SECOND, second), ("both", first & second)):
        yield from [(*head, side)] * words.total()


def body_cause(id: str, language: str, text: str, named: Counter[str], unregistered: int) -> str:
    """Return why the text of the other language does not name a body: one of ``BODY_CAUSES``, the surest first."""
    if not text:
        return "paragraph"
    if named[id]:
        return "repeated"
    pointers = _pointers(language)
    heads = (short["head"] for short in pointers.short.finditer(text))  # none where an office stands for its body
    if any(head and _is_head(head, id, language) for head in heads):
        return "short"
    if unregistered:
        return "unregistered"
    return "pronoun" if pointers.pronoun.search(text) else "other"


def pointed_at(ids: Iterable[str], language: str, text: str) -> Iterator[str]:
    """Yield those of some bodies for which a short form stands in a text: the Council; each form for one of them."""
    shorts = [short for short in _pointers(language).short.finditer(text) if short["head"]]
    heads = [short["head"] for short in shorts if not _is_of_longer_name(text, short, language)]
    for id in sorted(ids):
        if head := next((head for head in heads if _is_head(head, id, language)), None):
            heads.remove(head)
            yield id


def _is_of_longer_name(text: str, short: re.Match[str], language: str) -> bool:
    """Whether a word in capitals stands right before a short form: Health | Council, not Advisory | Committee."""
    word = text[: short.start()].rstrip().rpartition(" ")[2]
    bare = short["head"] == short[0]
    return bare and word[:1].isupper() and not points_back(f"{word} {short[0]}", language)


def _without(mentions: Iterable[Mention], text: str) -> str:
    """A text whose names are blanked, so that a word of one is no short form: the Health | Council."""
    for mention in mentions:
        text = text[: mention.start] + "." * (mention.end - mention.start) + text[mention.end :]
    return text


def symbol_cause(symbol: str, other: Side) -> str:
    """Return why the other language does not cite a symbol."""
    if not other.text:
        return "paragraph"
    if other.kinds["citations"][symbol]:
        return "repeated"
    number = re.sub(r"^[A-Z]+/(?:\w+/)*?(?=\d|ES|S-)", "", symbol)
    if number in other.text.replace(" ", ""):
        return "unread"
    return "pointer" if other.pointing else "other"


@dataclass(frozen=True, slots=True)
class Pointers:
    """A language's own words that stand for a body's name."""

    short: re.Pattern[str]
    pronoun: re.Pattern[str]


@cache
def _pointers(code: str) -> Pointers:
    language = language_of(code)
    words, edge = language.table("names")["anaphor"], "" if language.words_touch else r"\b"
    dependent = language.table("parties")["dependent"]
    return Pointers(re.compile(words["single"]), re.compile(f"{edge}(?:{words['pronoun']}|{dependent}){edge}"))


def _is_head(head: str, id: str, code: str) -> bool:
    name = registry()[id].name(code)
    return name.endswith(head) if language_of(code).words_touch else head.lower() in name.lower().split()


def class_differences(first: Side, second: Side) -> Iterator[tuple[str, ...]]:
    """Yield pairs of classes that stand where the other language has another one; "–" where it has no clause."""
    ours = first.kinds["classes"] - second.kinds["classes"]
    theirs = second.kinds["classes"] - first.kinds["classes"]
    left, right = sorted(ours.elements()), sorted(theirs.elements())
    for place in range(max(len(left), len(right))):
        yield ("difference", "classes", *(side[place] if place < len(side) else _NO_CLAUSE for side in (left, right)))
    if len(left) == len(right) == 1:
        lemmas = [_lonely(side, cls) for side, cls in ((first, left[0]), (second, right[0]))]
        if all(lemmas):
            yield ("difference", "verbs", left[0], right[0], *lemmas)
    for side, here, there in ((first, ours, theirs), (second, theirs, ours)):
        for cls in here if not there else ():
            if lemma := _lonely(side, cls):
                yield ("difference", "alone", side.language, cls, lemma)


def _lonely(side: Side, cls: str) -> str:
    """The verb of a class that stands but once."""
    lemmas = [lemma_of(clause) for clause in side.clauses if clause.class_ == cls]
    return lemmas[0] if len(lemmas) == 1 else ""


def sentences(rows: Sequence[tuple[str, str]]) -> Counts:
    """Return how far the bodies and symbols of pairs of sentences agree."""
    counts: Counts = Counter()
    for row in rows:
        counts["sentences", "pairs"] += 1
        mentions = [find_agencies(text, language) for language, text in zip(INTERFACE, row, strict=True)]
        named = [Counter(mention.agency for mention in side if mention.agency) for side in mentions]
        unregistered = [sum(not mention.agency for mention in side) for side in mentions]
        citations = [find_citations(text, language) for language, text in zip(INTERFACE, row, strict=True)]
        cited = [Counter(citation.symbol for citation in side if citation.symbol) for side in citations]
        bodies = [Counter(set(side)) for side in named]
        for kind, (first, second) in (("agencies", named), ("bodies", bodies), ("citations", cited)):
            counts.update(agreeing(("sentences", kind), first, second))
            counts["sentences", kind, "with"] += bool(first or second)
            counts["sentences", kind, "alike"] += bool(first or second) and first == second
        for here, there in ((0, 1), (1, 0)):
            bare = _without(mentions[there], row[there])
            for id in (named[here] - named[there]).elements():
                cause = body_cause(id, INTERFACE[there], bare, named[there], unregistered[there])
                counts["sentences", "difference", id, INTERFACE[here], cause] += 1
            pointed = sum(1 for _ in pointed_at(bodies[here] - bodies[there], INTERFACE[there], bare))
            counts["sentences", "short forms", INTERFACE[here]] += pointed
    return counts
