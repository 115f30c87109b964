"""How a language forms the verb phrases of an organ, composed of the words of its lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from ecoanalysis.extract.performatives.performative import Stem
from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.lexicon.language import Language

_PARTS = ("preamble", "operative", "declaration", "nominal", "fronted")
_CASELESS = ("complement", "asserts", "evaluates", "feels", "fusing", "inserted", "continuing")
_RULES = (
    "its", "declarers", "fronted", "framed", "moved", "adverbial", "boundary", "joining", "listed", "gerund", "apart",
    "infinitive", "asked_to", "coordinating", "meanwhile", "others_ask", "telling", "recalls", "resumes", "mask",
    "quoting", "passing", "content", "subordinate", "points_back",
)  # fmt: skip


@dataclass(frozen=True)
class Grammar:
    """A language's verb phrases (``lexicon/<language>/verbs.toml``), compiled once."""

    adverb: re.Pattern[str]
    sequence: re.Pattern[str]
    intensifier: re.Pattern[str]
    silent: re.Pattern[str]
    feeling: dict[str, re.Pattern[str]]
    stem: dict[str, re.Pattern[str]]
    stems: dict[str, dict[str, Stem]]
    inflected: bool
    """Whether a verb of the organ has a form of its own."""
    # what stands about a verb
    complement: re.Pattern[str]
    asserts: re.Pattern[str]
    """Behind a verb that decides: a statement, which it only asserts."""
    inserted: re.Pattern[str]
    continuing: re.Pattern[str]
    evaluates: re.Pattern[str]
    feels: re.Pattern[str]
    fusing: re.Pattern[str]
    its: re.Pattern[str]
    # where a clause opens
    mask: re.Pattern[str]
    boundary: re.Pattern[str]
    connector: re.Pattern[str]
    declarers: re.Pattern[str]
    fronted: re.Pattern[str]
    framed: re.Pattern[str]
    """The object of a verb that is one only behind it: 以《宪章》|为指导."""
    moved: re.Pattern[str]
    """The object of a decision before its verb: 将任期|延长."""
    adverbial: re.Pattern[str]
    apart: re.Pattern[str]
    infinitive: re.Pattern[str]
    asked_to: re.Pattern[str]
    # what others do
    gerund: re.Pattern[str]
    reported: dict[str, re.Pattern[str]]
    telling: re.Pattern[str]
    recalls: re.Pattern[str]
    others_ask: re.Pattern[str]
    resumes: re.Pattern[str]
    meanwhile: re.Pattern[str]
    listed: re.Pattern[str]
    """Behind a verb: what joins it to others of a list, so that it is none of the organ's."""
    # by its form, whatever the verb
    form: dict[str, re.Pattern[str]]
    """A verb of the organ's form with an object of its own."""
    form_beside: dict[str, re.Pattern[str]]
    """The same with nothing between it and the organ's verb: urges, and implores."""
    subordinate: re.Pattern[str]
    points_back: re.Pattern[str]
    """A connector behind which only the organ speaks: and in this regard."""
    unread_head: dict[str, re.Pattern[str]]
    # coordination, points
    coordinating: re.Pattern[str]
    joining: re.Pattern[str]
    quoting: re.Pattern[str]
    passing: re.Pattern[str]
    content: re.Pattern[str]


@cache
def grammar_of(language: str) -> Grammar:
    """Return the compiled grammar of a language."""
    spoken = language_of(language)
    table = spoken.table("verbs")
    frame, adverbs, feelings = table["grammar"], table["adverbs"], table["feelings"]
    gap, flags = frame["gap"], re.IGNORECASE
    manner = spoken.pattern("verbs", "adverbs", "manner")
    speaker, reported = (spoken.pattern("verbs", "grammar", key) for key in ("speaker", "reported"))
    inserted = spoken.pattern("verbs", "grammar", "inserted")
    words = _any([*adverbs["sequence"], *adverbs["intensifier"], *adverbs["plain"]])
    acts = [entry for entry in table["verb"] if entry.get("content") != "always"]
    verbs = table["verb"]
    stems = {part: dict(_stems(verbs, part, spoken)) for part in _PARTS}
    stem_pattern = partial(_stem_pattern, spoken=spoken, edge=frame.get("edge", ""), inserted=inserted)
    rule = partial(spoken.compiled, "verbs", "grammar")
    return Grammar(
        **{key: rule(key) for key in _RULES},
        **{key: rule(key, flags=flags) for key in _CASELESS},
        adverb=re.compile(f"(?:{manner}|{words}){gap}", flags),
        sequence=re.compile(_any(adverbs["sequence"]), flags),
        intensifier=re.compile(_any(adverbs["intensifier"]), flags),
        silent=re.compile(rf"(?<!\S)(?:{_any([*adverbs['sequence'], *adverbs['intensifier']])})(?![^\s,])", flags),
        feeling={part: re.compile(_feeling(feelings, part, gap, spoken), flags) for part in stems},
        stem={part: re.compile(stem_pattern(verbs, part), flags) for part in stems},
        stems=stems,
        connector=re.compile(f"(?:{spoken.pattern('verbs', 'grammar', 'connector')}){{0,4}}", flags),
        reported={
            part: re.compile(f"{speaker}|{reported}(?:(?:{manner}|{words}){gap})*(?:{stem_pattern(acts, part)})", flags)
            for part in stems
        },
        form={part: rule(f"form_{part}") for part in _PARTS[:2]},
        form_beside={part: rule(f"form_beside_{part}") for part in _PARTS[:2]},
        unread_head={part: rule(f"unread_head_{part}") for part in _PARTS[:2]},
        inflected=frame.get("inflected", False),
    )


def _forms(entry: dict[str, Any], part: str, spoken: Language) -> list[str]:
    if part == "declaration" and part not in entry:
        return [spoken.in_first_person(form) for form in _forms(entry, "operative", spoken)]
    if part in entry or "operative" in entry or part == "fronted":
        return [str(form) for form in entry.get(part, ())]
    return [str(form) for form in entry.get("forms") or [entry["lemma"]]]


def _stems(entries: Sequence[dict[str, Any]], part: str, spoken: Language) -> Iterator[tuple[str, Stem]]:
    for entry in entries:
        stem = Stem(
            entry["lemma"],
            entry["class"],
            entry.get("band"),
            entry.get("content", "never"),
            entry.get("fuses", False),
            entry.get("gives_work", False),
        )
        for form in _forms(entry, part, spoken):
            yield form.lower(), stem


def _stem_pattern(entries: Sequence[dict[str, Any]], part: str, spoken: Language, edge: str, inserted: str) -> str:
    """Alternation of all forms, longest first; ``not_before`` is what makes another word of a form (请求)."""
    forms = [
        (form, entry.get("not_before") if part != "nominal" else None)
        for entry in entries
        for form in _forms(entry, part, spoken)
    ]
    forms.sort(key=lambda pair: len(pair[0]), reverse=True)
    return (
        "|".join(_parted(form, inserted) + edge + (f"(?!{after})" if after else "") for form, after in forms) or NEVER
    )


def _parted(form: str, inserted: str) -> str:
    """A form between whose words something may be inserted: calls, in this context, for."""
    return f"(?:{inserted}|\\s+)".join(re.escape(word) for word in form.split(" "))


def _feeling(feelings: dict[str, Any], part: str, gap: str, spoken: Language) -> str:
    openers = feelings.get(part) or feelings.get("open") or []
    if part == "declaration":
        openers = [spoken.in_first_person(opener) for opener in feelings.get("operative") or openers]
    degree = f"(?:(?:{_any(feelings['degree'])}){gap})*"
    felt = f"(?:{_any(feelings['felt'])})"
    return f"(?:{_any(openers)}){gap}{degree}{felt}(?:{feelings['and']}{degree}{felt})?{feelings['not_before']}"


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or NEVER
