"""Clauses: the speech acts of the adopting organ, found by their performative verbs.

A verb phrase opens a clause at the head of a paragraph or behind a punctuation mark; it is composed of adverbs, a stem
and a complement, all of them lexicon data. What stands in quotation marks, and what the organ reports that others did,
opens none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from ecoanalysis.extract.plain import plain
from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.model.facts import Band, ClauseClass

_FILLER = "\ue0ff"  # stands for masked characters, so that offsets stay


@dataclass(frozen=True, slots=True)
class Stem:
    """A performative verb: its lemma, class and band, and how it behaves."""

    lemma: str
    cls: ClauseClass
    band: Band | None = None
    content: str = "never"
    """Whether it tells what others do: ``always`` away from a paragraph's head, ``bare`` without a connector."""
    fuses: bool = False
    """Takes another performative as its object: 重申邀请, reiterates its call."""
    gives_work: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb phrase as ranges of the text, with what it means."""

    begin: int
    end: int
    stem: Stem
    cls: ClauseClass
    lemma: str
    intensifiers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A clause as a range of its paragraph's text; ``start`` stands before the verb where an object is fronted."""

    start: int
    stop: int
    phrase: Phrase


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
    complement: re.Pattern[str]
    evaluates: re.Pattern[str]
    fusing: re.Pattern[str]
    own: re.Pattern[str]
    fronted: re.Pattern[str]
    boundary: re.Pattern[str]
    connector: re.Pattern[str]
    reported: dict[str, re.Pattern[str]]
    resumes: re.Pattern[str]
    meanwhile: re.Pattern[str]
    mask: re.Pattern[str]

    def phrase(self, text: str, at: int, part: str, *, fused: bool = False) -> Phrase | None:
        """Return the verb phrase that begins at a place of the text, None where none does."""
        begin, adverbs = at, []
        stem, end = self._head(text, at, part)
        while stem is None and (adverb := self.adverb.match(text, at)):
            adverbs.append(adverb.span())
            at = adverb.end()
            stem, end = self._head(text, at, part)
        if stem is None:
            return None
        words = " ".join(text[start:stop].strip() for start, stop in adverbs)
        behind = []
        if (tail := self.complement.match(text, end)) and tail[0]:
            words, end = f"{words} {tail[0].strip()}", tail.end()
            behind = [match.span() for match in self.silent.finditer(text, tail.start(), end)]
        cls: ClauseClass = "EVA" if stem.cls == "NEU" and self.evaluates.search(words) else stem.cls
        strong = tuple(span for span in adverbs if self.intensifier.fullmatch(text[slice(*span)].strip()))
        dropped = [span for span in adverbs if span in strong or self.sequence.fullmatch(text[slice(*span)].strip())]
        lemma = _without(text, begin, end, [*dropped, *behind])
        phrase = Phrase(begin, end, stem, cls, lemma, tuple((a, a + len(text[a:b].rstrip())) for a, b in strong))
        return phrase if fused else self._fuse(text, phrase, part)

    def _head(self, text: str, at: int, part: str) -> tuple[Stem | None, int]:
        if feeling := self.feeling[part].match(text, at):
            return Stem(feeling[0], "EVA"), feeling.end()
        if found := self.stem[part].match(text, at):
            return self.stems[part][found[0].lower()], found.end()
        return None, at

    def _fuse(self, text: str, phrase: Phrase, part: str) -> Phrase:
        """Two performatives in a row are one, of the class of the last: 重申邀请, 欢迎并鼓励."""
        link = self.fusing.match(text, phrase.end)
        if link is None:
            return phrase
        noun = bool(link.groupdict().get("noun"))
        coordinated = bool(link[0].strip()) and not noun
        if not (phrase.stem.fuses or coordinated):
            return phrase
        second = self.phrase(text, link.end(), "nominal" if noun else part, fused=True)
        if second is None or (noun and second.cls != "DIR" and not self.own.search(link[0])):
            return phrase  # reaffirms the commitment of others, reiterates its own
        if phrase.stem.fuses and second.cls in ("DEC", "REF", "NEU") and not noun:
            return phrase  # what is decided is the decision's content: 决定设立
        if second.stem.content == "always" and (coordinated or phrase.cls == "DEC"):
            return phrase
        lemma = phrase.lemma + text[link.start() : link.end()].lower() + second.lemma
        strong = phrase.intensifiers + second.intensifiers
        return replace(second, begin=phrase.begin, lemma=lemma, intensifiers=strong)


def _without(text: str, begin: int, end: int, dropped: Sequence[tuple[int, int]]) -> str:
    kept = ""
    for start, stop in dropped:
        kept, begin = kept + text[begin:start], stop
    return " ".join((kept + text[begin:end]).lower().split())


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or NEVER


@cache
def grammar(language: str) -> Grammar:
    """Return the compiled grammar of a language."""
    own = language_of(language)
    table = own.table("verbs")
    known, adverbs, feelings = table["grammar"], table["adverbs"], table["feelings"]
    gap, flags = known["gap"], re.IGNORECASE
    manner = own.pattern("verbs", "adverbs", "manner")
    rule = partial(own.compiled, "verbs", "grammar")
    speaker, reported = (own.pattern("verbs", "grammar", key) for key in ("speaker", "reported"))
    words = _any([*adverbs["sequence"], *adverbs["intensifier"], *adverbs["plain"]])
    acts = [entry for entry in table["verb"] if entry.get("content") != "always"]
    stems = {part: dict(_stems(table["verb"], part)) for part in ("preamble", "operative", "nominal")}
    return Grammar(
        adverb=re.compile(f"(?:{manner}|{words}){gap}", flags),
        sequence=re.compile(_any(adverbs["sequence"]), flags),
        intensifier=re.compile(_any(adverbs["intensifier"]), flags),
        silent=re.compile(rf"(?<!\S)(?:{_any([*adverbs['sequence'], *adverbs['intensifier']])})(?![^\s,])", flags),
        feeling={part: re.compile(_feeling(feelings, part, gap), flags) for part in stems},
        stem={part: re.compile(_stem_pattern(table["verb"], part, known), flags) for part in stems},
        stems=stems,
        complement=rule("complement", flags=flags),
        evaluates=rule("evaluates", flags=flags),
        fusing=rule("fusing", flags=flags),
        own=rule("own"),
        fronted=rule("fronted"),
        boundary=rule("boundary"),
        connector=re.compile(f"(?:{own.pattern('verbs', 'grammar', 'connector')}){{0,4}}", flags),
        reported={
            part: re.compile(
                f"{speaker}|{reported}(?:(?:{manner}|{words}){gap})*(?:{_stem_pattern(acts, part, known)})",
                flags,
            )
            for part in stems
        },
        meanwhile=rule("meanwhile"),
        resumes=rule("resumes"),
        mask=rule("mask"),
    )


def _forms(entry: dict[str, Any], part: str) -> list[str]:
    if part in entry or "operative" in entry:
        return [str(form) for form in entry.get(part, ())]
    return [str(form) for form in entry.get("forms") or [entry["lemma"]]]


def _stems(entries: Sequence[dict[str, Any]], part: str) -> Iterator[tuple[str, Stem]]:
    for entry in entries:
        stem = Stem(
            entry["lemma"],
            entry["class"],
            entry.get("band"),
            entry.get("content", "never"),
            entry.get("fuses", False),
            entry.get("gives_work", False),
        )
        for form in _forms(entry, part):
            yield form.lower(), stem


def _stem_pattern(entries: Sequence[dict[str, Any]], part: str, known: dict[str, Any]) -> str:
    """Alternation of all forms, longest first; ``not_before`` is what makes another word of a form (请求)."""
    forms = [
        (form, entry.get("not_before") if part != "nominal" else None)
        for entry in entries
        for form in _forms(entry, part)
    ]
    forms.sort(key=lambda pair: len(pair[0]), reverse=True)
    edge = known.get("edge", "")
    return "|".join(re.escape(form) + edge + (f"(?!{after})" if after else "") for form, after in forms) or NEVER


def _feeling(feelings: dict[str, Any], part: str, gap: str) -> str:
    openers = feelings.get(part) or feelings.get("open") or []
    degree = f"(?:(?:{_any(feelings['degree'])}){gap})*"
    felt = f"(?:{_any(feelings['felt'])})"
    return f"(?:{_any(openers)}){gap}{degree}{felt}(?:{feelings['and']}{degree}{felt})?{feelings['not_before']}"


def find_acts(text: str, language: str, part: str) -> list[Act]:
    """Return the clauses of a paragraph's text, in order.

    Parameters
    ----------
    text
        The paragraph's own words.
    language
        ``zh`` or ``en``.
    part
        Part of the resolution; English verbs are participles in the preamble, finite elsewhere.

    Examples
    --------
    >>> text = "注意到取得的进展，其中邀请各国参加，为此请秘书长提交报告；"
    >>> [text[act.phrase.begin : act.phrase.end] for act in find_acts(text, "zh", "operative")]
    ['注意到', '请']
    """
    known = grammar(language)
    part = "preamble" if part == "preamble" else "operative"
    masked = known.mask.sub(lambda match: _FILLER * len(match[0]), plain(text))
    found: list[tuple[int, int, Phrase]] = []  # boundary, start of the clause, verb phrase
    reported = False
    for place in _places(known, masked):
        if found and place < found[-1][2].end:
            continue
        connected = known.connector.match(masked, place)
        at = connected.end() if connected else place
        opened = _open(known, masked, at, part)
        if opened is None:
            reported = reported or bool(known.reported[part].match(masked, place))
            continue
        start, phrase = opened
        if found and (_tells(phrase.stem, at > place) or _subordinate(known, found[-1][2], phrase, masked[place:at])):
            continue
        if reported and not _resumes(known, masked[place:at], phrase, masked):
            continue
        reported = False
        found.append((place, start, phrase))
    stops = [*(place for place, _, _ in found), len(text)][1:]
    return [Act(start, stop, phrase) for (_, start, phrase), stop in zip(found, stops, strict=True)]


def _resumes(known: Grammar, connector: str, phrase: Phrase, masked: str) -> bool:
    """Whether the organ speaks again after it has reported what others did."""
    again = known.sequence.match(masked, phrase.begin)
    return phrase.cls in ("REF", "NEU") or bool(again) or bool(known.resumes.search(connector))


def _subordinate(known: Grammar, before: Phrase, phrase: Phrase, connector: str) -> bool:
    """While others are asked to act, what they are to bear in mind is no act of the organ (同时铭记)."""
    return before.cls == "DIR" and phrase.cls in ("REF", "NEU", "ASR") and bool(known.meanwhile.search(connector))


def _tells(stem: Stem, connected: bool) -> bool:
    return stem.content == "always" or (stem.content == "bare" and not connected)


def _places(known: Grammar, masked: str) -> Iterator[int]:
    yield 0
    for mark in known.boundary.finditer(masked):
        yield mark.end()


def _open(known: Grammar, masked: str, at: int, part: str) -> tuple[int, Phrase] | None:
    if phrase := known.phrase(masked, at, part):
        return at, phrase
    fronted = known.fronted.match(masked, at)
    if fronted and (phrase := known.phrase(masked, fronted.end(), part)) and phrase.cls == "EVA":
        return at, phrase
    return None
