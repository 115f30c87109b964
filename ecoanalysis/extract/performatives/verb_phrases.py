"""A verb phrase of the organ's: adverbs, a stem and a complement, all of them lexicon data; two of them may be one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ecoanalysis.extract.performatives.performative import Phrase, Stem
from ecoanalysis.extract.performatives.verb_grammar import Grammar
from ecoanalysis.model.facts import ClauseClass


def verb_phrase(grammar: Grammar, text: str, place: int, part: str, *, fused: bool = False) -> Phrase | None:
    """Return the verb phrase that begins at a place of the text, None where none does."""
    begin, adverbs = place, []
    if again := grammar.continuing.match(text, place):
        place, part = again.end(), "declaration"
    stem, end = _head(grammar, text, place, part)
    while stem is None and (adverb := grammar.adverb.match(text, place)):
        adverbs.append(adverb.span())
        place = adverb.end()
        stem, end = _head(grammar, text, place, part)
    if stem is None:
        return None
    words = " ".join(text[start:stop].strip() for start, stop in adverbs)
    behind = [match.span() for match in grammar.inserted.finditer(text, place, end)]
    if (tail := grammar.complement.match(text, end)) and tail[0]:
        words, end = f"{words} {tail[0].strip()}", tail.end()
        behind += [match.span() for match in grammar.silent.finditer(text, tail.start(), end)]
    class_ = "ASR" if stem.class_ == "DEC" and grammar.asserts.match(text, end) else _class(grammar, stem, words)
    parting = [match.span() for match in grammar.silent.finditer(text, place, end)]  # calls once again upon
    strong = [span for span in (*adverbs, *parting) if grammar.intensifier.fullmatch(text[slice(*span)].strip())]
    dropped = [span for span in adverbs if span in strong or grammar.sequence.fullmatch(text[slice(*span)].strip())]
    lemma = _without(text, begin, end, [*dropped, *behind])
    phrase = Phrase(begin, end, stem, class_, lemma, tuple((a, a + len(text[a:b].rstrip())) for a, b in strong))
    return phrase if fused else _fused(grammar, text, phrase, part)


def _head(grammar: Grammar, text: str, place: int, part: str) -> tuple[Stem | None, int]:
    if feeling := grammar.feeling[part].match(text, place):
        return Stem(feeling[0], "EVA"), feeling.end()
    if form := grammar.stem[part].match(text, place):
        words = grammar.inserted.sub(" ", form[0]).lower().split()
        return grammar.stems[part][" ".join(words)], form.end()
    return None, place


def _class(grammar: Grammar, stem: Stem, words: str) -> ClauseClass:
    """The class of a verb with the words about it: what is noted or recalled with a feeling is evaluated."""
    noted = stem.class_ in ("NEU", "ASR") and grammar.evaluates.search(words)
    recalled = stem.class_ == "REF" and grammar.feels.search(words)
    return "EVA" if noted or recalled else stem.class_


def _fused(grammar: Grammar, text: str, phrase: Phrase, part: str) -> Phrase:
    """Two performatives are one: one governs the other (重申邀请), or they are of one class (欢迎并赞赏)."""
    link = grammar.fusing.match(text, phrase.end)
    if link is None:
        return phrase
    joint = link.lastgroup
    noun, coordinated = joint == "noun", bool(link[0].strip()) and joint is None
    if not (phrase.stem.fuses or coordinated):
        return phrase
    form = {"noun": "nominal", "infinitive": "declaration"}.get(joint or "", part)
    second = verb_phrase(grammar, text, link.end(), form, fused=True)
    if second is None:
        return phrase
    decides = second.class_ == "DEC" and second.stem.fuses and not noun
    of_others = phrase.class_ == "DEC" and second.stem.content == "always"  # decides to commemorate
    governed = (
        second.class_ == "DIR"
        or decides
        or (second.class_ == ("ASR" if noun and grammar.its.search(link[0]) else "EVA") and not of_others)
    )
    if not (second.class_ == phrase.class_ if coordinated else governed):
        return phrase
    lemma = phrase.lemma + text[link.start() : link.end()].lower() + second.lemma
    strong = phrase.intensifiers + second.intensifiers
    stem = max(second.stem, phrase.stem, key=lambda stem: stem.band or "") if coordinated else second.stem
    stem = replace(stem, content=phrase.stem.content)
    return replace(second, begin=phrase.begin, stem=stem, lemma=lemma, intensifiers=strong)


def verb_sharing_object(grammar: Grammar, text: str, phrase: Phrase, part: str) -> Phrase | None:
    """Return the verb of another class that a verb shares its object with: welcomes and encourages."""
    link = grammar.fusing.match(text, phrase.end)
    if link is None or not link[0].strip() or link.lastgroup:
        return None
    second = verb_phrase(grammar, text, link.end(), part)
    return second if second and second.class_ != phrase.class_ and second.stem.content != "always" else None


def _without(text: str, begin: int, end: int, dropped: Sequence[tuple[int, int]]) -> str:
    kept = ""
    for start, stop in dropped:
        apart = " " if text[start:stop].strip() != text[start:stop] else ""
        kept, begin = kept + text[begin:start] + apart, stop
    return " ".join((kept + text[begin:end]).lower().split())
