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

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.lexicon import NEVER, language_of
from ecoanalysis.lexicon.language import Language
from ecoanalysis.model.facts import Band, ClauseClass

_FILLER = "\ue0ff"  # stands for masked characters, so that offsets stay
_NEAR = 60  # characters before a verb that may make it a gerund
_PARTS = ("preamble", "operative", "declaration", "nominal")


@dataclass(frozen=True, slots=True)
class Stem:
    """A performative verb: its lemma, class and band, and how it behaves."""

    lemma: str
    class_: ClauseClass
    band: Band | None = None
    content: str = "never"
    """Whether it tells what others do: ``always`` away from a paragraph's head, ``bare`` without a connector, ``noted``
    without one behind what is noted or said, nor an adverb behind what is asked."""
    fuses: bool = False
    """Takes another performative as its object: 重申邀请, reiterates its call."""
    gives_work: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb phrase as ranges of the text, with what it means."""

    begin: int
    end: int
    stem: Stem
    class_: ClauseClass
    lemma: str
    intensifiers: tuple[tuple[int, int], ...]
    declared: bool = False
    """Spoken by those who adopt a declaration: we commit to, 我们承诺."""


@dataclass(frozen=True, slots=True)
class Performative:
    """A clause as a range of its paragraph's text; ``start`` stands before the verb where an object is fronted.

    ``place`` stands before the connectors that lead to it.
    What it says of its object ranges from ``behind`` its verb to ``reach``: for a verb that shares its object with the
    next one these are the next one's.
    """

    place: int
    start: int
    stop: int
    phrase: Phrase
    behind: int
    reach: int


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
    feels: re.Pattern[str]
    fusing: re.Pattern[str]
    its: re.Pattern[str]
    inserted: re.Pattern[str]
    continuing: re.Pattern[str]
    declarers: re.Pattern[str]
    fronted: re.Pattern[str]
    adverbial: re.Pattern[str]
    boundary: re.Pattern[str]
    connector: re.Pattern[str]
    joining: re.Pattern[str]
    listed: re.Pattern[str]
    """Behind a verb: what joins it to others of a list, so that it is none of the organ's."""
    gerund: re.Pattern[str]
    apart: re.Pattern[str]
    infinitive: re.Pattern[str]
    asked_to: re.Pattern[str]
    coordinating: re.Pattern[str]
    reported: dict[str, re.Pattern[str]]
    others_ask: re.Pattern[str]
    telling: re.Pattern[str]
    resumes: re.Pattern[str]
    meanwhile: re.Pattern[str]
    mask: re.Pattern[str]
    inflected: bool
    """Whether a verb of the organ has a form of its own."""
    quoting: re.Pattern[str]
    passing: re.Pattern[str]
    content: re.Pattern[str]

    def phrase(self, text: str, place: int, part: str, *, fused: bool = False) -> Phrase | None:
        """Return the verb phrase that begins at a place of the text, None where none does."""
        begin, adverbs = place, []
        if again := self.continuing.match(text, place):
            place, part = again.end(), "declaration"
        stem, end = self._head(text, place, part)
        while stem is None and (adverb := self.adverb.match(text, place)):
            adverbs.append(adverb.span())
            place = adverb.end()
            stem, end = self._head(text, place, part)
        if stem is None:
            return None
        words = " ".join(text[start:stop].strip() for start, stop in adverbs)
        behind = [match.span() for match in self.inserted.finditer(text, place, end)]
        if (tail := self.complement.match(text, end)) and tail[0]:
            words, end = f"{words} {tail[0].strip()}", tail.end()
            behind += [match.span() for match in self.silent.finditer(text, tail.start(), end)]
        class_ = self._class(stem, words)
        parting = [match.span() for match in self.silent.finditer(text, place, end)]  # calls once again upon
        strong = [span for span in (*adverbs, *parting) if self.intensifier.fullmatch(text[slice(*span)].strip())]
        dropped = [span for span in adverbs if span in strong or self.sequence.fullmatch(text[slice(*span)].strip())]
        lemma = _without(text, begin, end, [*dropped, *behind])
        phrase = Phrase(begin, end, stem, class_, lemma, tuple((a, a + len(text[a:b].rstrip())) for a, b in strong))
        return phrase if fused else self._fuse(text, phrase, part)

    def _class(self, stem: Stem, words: str) -> ClauseClass:
        """The class of a verb with the words about it: what is noted or recalled with a feeling is evaluated."""
        noted = stem.class_ in ("NEU", "ASR") and self.evaluates.search(words)
        recalled = stem.class_ == "REF" and self.feels.search(words)
        return "EVA" if noted or recalled else stem.class_

    def _head(self, text: str, place: int, part: str) -> tuple[Stem | None, int]:
        if feeling := self.feeling[part].match(text, place):
            return Stem(feeling[0], "EVA"), feeling.end()
        if form := self.stem[part].match(text, place):
            words = self.inserted.sub(" ", form[0]).lower().split()
            return self.stems[part][" ".join(words)], form.end()
        return None, place

    def _fuse(self, text: str, phrase: Phrase, part: str) -> Phrase:
        """Two performatives are one: one governs the other (重申邀请), or they are of one class (欢迎并赞赏)."""
        link = self.fusing.match(text, phrase.end)
        if link is None:
            return phrase
        joint = link.lastgroup
        noun, coordinated = joint == "noun", bool(link[0].strip()) and joint is None
        if not (phrase.stem.fuses or coordinated):
            return phrase
        form = {"noun": "nominal", "infinitive": "declaration"}.get(joint or "", part)
        second = self.phrase(text, link.end(), form, fused=True)
        if second is None:
            return phrase
        governed = second.class_ == "DIR" or (
            second.class_ == "ASR" if noun and self.its.search(link[0]) else second.class_ == "EVA"
        )
        if not (second.class_ == phrase.class_ if coordinated else governed):
            return phrase
        lemma = phrase.lemma + text[link.start() : link.end()].lower() + second.lemma
        strong = phrase.intensifiers + second.intensifiers
        stem = max(second.stem, phrase.stem, key=lambda stem: stem.band or "") if coordinated else second.stem
        stem = replace(stem, content=phrase.stem.content)
        return replace(second, begin=phrase.begin, stem=stem, lemma=lemma, intensifiers=strong)

    def sharing(self, text: str, phrase: Phrase, part: str) -> Phrase | None:
        """Return the verb of another class that a verb shares its object with: welcomes and encourages."""
        link = self.fusing.match(text, phrase.end)
        if link is None or not link[0].strip() or link.lastgroup:
            return None
        second = self.phrase(text, link.end(), part)
        return second if second and second.class_ != phrase.class_ and second.stem.content != "always" else None


def _without(text: str, begin: int, end: int, dropped: Sequence[tuple[int, int]]) -> str:
    kept = ""
    for start, stop in dropped:
        apart = " " if text[start:stop].strip() != text[start:stop] else ""
        kept, begin = kept + text[begin:start] + apart, stop
    return " ".join((kept + text[begin:end]).lower().split())


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or NEVER


@cache
def grammar(language: str) -> Grammar:
    """Return the compiled grammar of a language."""
    spoken = language_of(language)
    table = spoken.table("verbs")
    frame, adverbs, feelings = table["grammar"], table["adverbs"], table["feelings"]
    gap, flags = frame["gap"], re.IGNORECASE
    manner = spoken.pattern("verbs", "adverbs", "manner")
    rule = partial(spoken.compiled, "verbs", "grammar")
    speaker, reported = (spoken.pattern("verbs", "grammar", key) for key in ("speaker", "reported"))
    inserted = spoken.pattern("verbs", "grammar", "inserted")
    words = _any([*adverbs["sequence"], *adverbs["intensifier"], *adverbs["plain"]])
    acts = [entry for entry in table["verb"] if entry.get("content") != "always"]
    verbs = table["verb"]
    stems = {part: dict(_stems(verbs, part, spoken)) for part in _PARTS}
    stem_pattern = partial(_stem_pattern, spoken=spoken, edge=frame.get("edge", ""), inserted=inserted)
    return Grammar(
        adverb=re.compile(f"(?:{manner}|{words}){gap}", flags),
        sequence=re.compile(_any(adverbs["sequence"]), flags),
        intensifier=re.compile(_any(adverbs["intensifier"]), flags),
        silent=re.compile(rf"(?<!\S)(?:{_any([*adverbs['sequence'], *adverbs['intensifier']])})(?![^\s,])", flags),
        feeling={part: re.compile(_feeling(feelings, part, gap, spoken), flags) for part in stems},
        stem={part: re.compile(stem_pattern(verbs, part), flags) for part in stems},
        stems=stems,
        complement=rule("complement", flags=flags),
        evaluates=rule("evaluates", flags=flags),
        feels=rule("feels", flags=flags),
        fusing=rule("fusing", flags=flags),
        its=rule("its"),
        inserted=re.compile(inserted, flags),
        continuing=rule("continuing", flags=flags),
        declarers=rule("declarers"),
        fronted=rule("fronted"),
        adverbial=rule("adverbial"),
        boundary=rule("boundary"),
        connector=re.compile(f"(?:{spoken.pattern('verbs', 'grammar', 'connector')}){{0,4}}", flags),
        reported={
            part: re.compile(
                f"{speaker}|{reported}(?:(?:{manner}|{words}){gap})*(?:{stem_pattern(acts, part)})",
                flags,
            )
            for part in stems
        },
        joining=rule("joining"),
        listed=rule("listed"),
        gerund=rule("gerund"),
        apart=rule("apart"),
        infinitive=rule("infinitive"),
        asked_to=rule("asked_to"),
        coordinating=rule("coordinating"),
        meanwhile=rule("meanwhile"),
        others_ask=rule("others_ask"),
        telling=rule("telling"),
        resumes=rule("resumes"),
        mask=rule("mask"),
        inflected=frame.get("inflected", False),
        quoting=rule("quoting"),
        passing=rule("passing"),
        content=rule("content"),
    )


def _forms(entry: dict[str, Any], part: str, spoken: Language) -> list[str]:
    if part == "declaration" and part not in entry:
        return [spoken.in_first_person(form) for form in _forms(entry, "operative", spoken)]
    if part in entry or "operative" in entry:
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


def find_performatives(text: str, language: str, part: str, *, point: bool = False) -> list[Performative]:
    """Return the clauses of a paragraph's text, in order.

    Parameters
    ----------
    text
        The paragraph's own words.
    language
        ``zh`` or ``en``.
    part
        Part of the resolution; English verbs are participles in the preamble, finite elsewhere.
    point
        Whether the paragraph is a point of a list: what opens it is then no declaration's verb.

    Examples
    --------
    >>> text = "注意到取得的进展，其中邀请各国参加，为此请秘书长提交报告；"
    >>> [text[act.phrase.begin : act.phrase.end] for act in find_performatives(text, "zh", "operative")]
    ['注意到', '请']
    """
    rules = grammar(language)
    spoken = "preamble" if part == "preamble" else "operative"
    masked = rules.mask.sub(lambda match: _FILLER * len(match[0]), plain(text))
    opened: list[_Opened] = []
    reported = recounted = asked = False
    for place in _places(rules, masked):
        if opened and place < opened[-1].phrase.end:
            continue
        if rules.gerund.search(masked, max(0, place - _NEAR), place):
            continue
        begin = rules.connector.match(masked, place)
        behind = begin.end() if begin else place
        clause = _open(rules, masked, place, behind, spoken, bare=part == "operative" and not point)
        clause = clause or (_shares_subject(rules, masked, opened[-1].phrase, place, behind) if opened else None)
        if clause is None:
            if telling := rules.reported[spoken].match(masked, place):
                reported = True
                asked = asked or _others_ask(rules, masked, telling)
            recounted = recounted or bool(rules.telling.match(masked, place))
            continue
        asks = part != "preamble" and not asked and _asks_again(clause.phrase, masked[place:behind])
        by_others = (reported and not asks) or (recounted and clause.phrase.class_ in ("ASR", "EVA"))
        if opened and _subordinate(rules, masked, (place, behind), opened[-1].phrase, clause.phrase, part):
            continue
        if opened and not _speaks(rules, opened[-1].phrase, clause.phrase, masked[place:behind], by_others, masked):
            continue
        reported = recounted = asked = False
        opened.append(clause)
        if second := rules.sharing(masked, clause.phrase, "declaration" if clause.phrase.declared else spoken):
            second = replace(second, declared=clause.phrase.declared)
            opened.append(_Opened(clause.phrase.end, second.begin, second, shares=True))
    return _ranges(opened, len(text))


def in_point(
    above: str, chapeau: Performative, acts: Sequence[Performative], language: str
) -> tuple[bool, list[Performative]]:
    """Return whether a point has its chapeau's verb, and which of the verbs found in it are the organ's own acts.

    Parameters
    ----------
    above
        The text of the chapeau.
    chapeau
        The chapeau's last clause.
    acts
        What was found in the point.

    Examples
    --------
    >>> chapeau, point = "Recalls that the Court concluded:", "Requests all States to help"
    >>> above, below = (find_performatives(words, "en", "operative") for words in (chapeau, point))
    >>> in_point(chapeau, above[0], below, "en")
    (False, [])
    """
    rules = grammar(language)
    if chapeau.phrase.class_ in ("REF", "NEU") and rules.quoting.search(plain(above)):
        return False, []  # what others found
    speaks = bool(acts) and acts[0].place == 0
    if rules.inflected:
        return not speaks, [act for act in acts if speaks or act.phrase.stem.content == "never"]
    if chapeau.phrase.class_ == "EVA" and acts and not speaks:
        # What is felt about the point's matter ends where the organ asks for something: 在这方面敦促各国.
        first = next((index for index, act in enumerate(acts) if _connected_directive(act)), len(acts))
        return True, list(acts[first:])
    if rules.passing.search(above):  # in this regard: whatever its own verb was, the points speak for themselves
        return not speaks, list(acts) if speaks else []
    asked = chapeau.phrase.class_ == "DIR" or rules.content.search(above)
    if asked or not speaks or acts[0].phrase.stem.content != "never":
        return True, []
    return False, list(acts)


def may_coordinate(text: str, act: Performative, language: str) -> bool:
    """Return whether behind a directive's verb, before any mark, words stand that may join another verb.

    Examples
    --------
    >>> text = "敦促会员国并鼓励民间社会采取行动"
    >>> may_coordinate(text, find_performatives(text, "zh", "operative")[0], "zh")
    True
    """
    return bool(grammar(language).coordinating.match(text, act.behind, act.reach))


def coordinated(text: str, act: Performative, place: int, language: str, part: str) -> list[Performative]:
    """Return a directive, and the one that begins at a place of it, before which only its parties stand.

    Examples
    --------
    >>> text = "敦促会员国并鼓励民间社会采取行动"
    >>> (act,) = find_performatives(text, "zh", "operative")
    >>> [text[act.start : act.stop] for act in coordinated(text, act, 6, "zh", "operative")]
    ['敦促会员国', '鼓励民间社会采取行动']
    """
    rules = grammar(language)
    phrase = rules.phrase(plain(text), place, "preamble" if part == "preamble" else "operative")
    if phrase is None or phrase.class_ != "DIR":
        return [act]
    joined = next((mark for mark in rules.joining.finditer(text, act.behind, place) if mark.end() == place), None)
    if joined is None:
        return [act]
    phrase = replace(phrase, declared=act.phrase.declared)
    second = Performative(joined.start(), place, act.stop, phrase, phrase.end, act.reach)
    return [replace(act, stop=joined.start(), reach=joined.start()), second]


def _connected_directive(act: Performative) -> bool:
    return act.phrase.class_ == "DIR" and act.start > act.place


@dataclass(frozen=True, slots=True)
class _Opened:
    """A clause whose end is not known yet: where the one before it ends, where it starts, its verb."""

    place: int
    start: int
    phrase: Phrase
    shares: bool = False
    """Its object is that of the verb before it too."""


def _ranges(opened: Sequence[_Opened], end: int) -> list[Performative]:
    acts: list[Performative] = []
    for index in reversed(range(len(opened))):
        clause, after = opened[index], opened[index + 1] if index + 1 < len(opened) else None
        stop = after.place if after else end
        behind, reach = (acts[-1].behind, acts[-1].reach) if after and after.shares else (clause.phrase.end, stop)
        acts.append(Performative(clause.place, clause.start, stop, clause.phrase, behind, reach))
    return acts[::-1]


def _speaks(rules: Grammar, before: Phrase, phrase: Phrase, connector: str, reported: bool, masked: str) -> bool:
    """Whether a verb behind another is the organ's, and does not tell what others do."""
    if phrase.declared:
        return True
    if _tells(phrase.stem, before, bool(connector)):
        return False
    if _is_in_act(rules, before, phrase, bool(connector), masked):
        return False
    return not reported or _resumes(rules, connector, phrase, masked)


def _others_ask(rules: Grammar, masked: str, telling: re.Match[str]) -> bool:
    """Whether what is told that others did is that they asked for something."""
    mark = rules.boundary.search(masked, telling.end())
    return bool(rules.others_ask.search(masked, telling.start(), mark.start() if mark else len(masked)))


def _asks_again(phrase: Phrase, connector: str) -> bool:
    """Whether the organ asks where what others did is told: 回顾其决议，其中决定增加船员，请秘书长说明.

    Joined to it, a request alone is the organ's: what others invite to is joined so.
    """
    return phrase.class_ == "DIR" and phrase.stem.content == "never" and (not connector or phrase.stem.band == "D3")


def _resumes(rules: Grammar, connector: str, phrase: Phrase, masked: str) -> bool:
    """Whether the organ speaks again after it has reported what others did."""
    again = rules.sequence.match(masked, phrase.begin)
    return phrase.class_ in ("REF", "NEU") or bool(again) or bool(rules.resumes.search(connector))


def _subordinate(
    rules: Grammar, masked: str, connector: tuple[int, int], before: Phrase, phrase: Phrase, part: str
) -> bool:
    """What the organ or others bear in mind meanwhile is no act of the organ: 欢迎进展，|同时铭记; not 同时又铭记."""
    states = phrase.class_ in ("REF", "NEU", "ASR", "EVA") and bool(rules.meanwhile.search(masked, *connector))
    speaks = part == "preamble" or rules.sequence.match(masked, phrase.begin)
    return states and (before.class_ == "DIR" or not speaks)


def _tells(stem: Stem, before: Phrase, connected: bool) -> bool:
    noted = before.class_ == "NEU" or before.stem.content != "never"
    bare = stem.content == "bare" or (stem.content == "noted" and noted)
    return stem.content == "always" or (bare and not connected)


def _is_in_act(rules: Grammar, before: Phrase, phrase: Phrase, connected: bool, masked: str) -> bool:
    """Whether what is asked holds a verb of the organ's too: 促请各国改进航标，|要求渡口配备灯具; not 又要求各国."""
    if before.class_ != "DIR" or connected:
        return False
    if rules.listed.match(masked, phrase.end):
        return True
    if phrase.stem.content != "noted":
        return False
    return phrase.lemma == phrase.stem.lemma and not (phrase.intensifiers or rules.sequence.match(masked, phrase.begin))


def _places(rules: Grammar, masked: str) -> Iterator[int]:
    yield 0
    for mark in rules.boundary.finditer(masked):
        yield mark.end()


def _open(rules: Grammar, masked: str, place: int, behind: int, part: str, *, bare: bool) -> _Opened | None:
    """The clause that opens behind the connectors of a place, if one does."""
    if clause := _fronted(rules, masked, place, behind, part):
        return clause
    if place == 0 and (adverbial := rules.adverbial.match(masked, behind)):
        phrase = rules.phrase(masked, adverbial.end(), part)
        return _Opened(place, behind, phrase) if phrase else None
    if we := rules.declarers.match(masked, behind):
        words = rules.connector.match(masked, we.end())
        clause = _fronted(rules, masked, place, words.end() if words else we.end(), "declaration")
        return replace(clause, start=behind, phrase=replace(clause.phrase, declared=True)) if clause else None
    if bare and place == 0 and (phrase := rules.phrase(masked, behind, "declaration")):
        return _Opened(place, behind, replace(phrase, declared=True))
    return None


def _shares_subject(rules: Grammar, masked: str, before: Phrase, place: int, start: int) -> _Opened | None:
    """The directive whose subject stands before another verb of a declaration: we note it, and urge States to."""
    between = masked[before.end : place]
    if not before.declared or before.class_ == "DEC" or rules.apart.search(between):
        return None
    if before.class_ != "DIR" and rules.infinitive.search(between):
        return None  # the need to support the pilots and encourage them to
    phrase = rules.phrase(masked, start, "declaration")
    if phrase is None or phrase.class_ != "DIR" or not rules.asked_to.match(masked, phrase.end):
        return None
    return _Opened(place, start, replace(phrase, declared=True))


def _fronted(rules: Grammar, masked: str, place: int, start: int, part: str) -> _Opened | None:
    """The clause of a verb that stands at a place, or behind its object."""
    if phrase := rules.phrase(masked, start, part):
        return _Opened(place, start, phrase)
    fronted = rules.fronted.match(masked, start)
    if fronted is None or (phrase := rules.phrase(masked, fronted.end(), part)) is None or phrase.class_ != "EVA":
        return None
    inner = (rules.connector.match(masked, mark.end()) for mark in rules.boundary.finditer(masked, *fronted.span()))
    if any(begin and rules.phrase(masked, begin.end(), part) for begin in inner):
        return None  # another verb stands between: the object is its own
    return _Opened(place, start, phrase)
