"""Whose act a verb behind another is: the organ's, or one that the organ tells or asks of others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ecoanalysis.extract.performatives.performative import Phrase, Stem
from ecoanalysis.extract.performatives.verb_grammar import Grammar


@dataclass(frozen=True, slots=True)
class OthersActs:
    """What the organ has told of others since it last spoke: that they acted, what they said, that they asked."""

    reported: bool = False
    recounted: bool = False
    asked: bool = False

    def further(self, grammar: Grammar, masked: str, place: int, part: str) -> OthersActs:
        """Return the same with what is told at a place that opens no clause."""
        telling = grammar.reported[part].match(masked, place)
        return OthersActs(
            self.reported or telling is not None,
            self.recounted or bool(grammar.telling.match(masked, place)),
            self.asked or (telling is not None and _others_ask(grammar, masked, telling)),
        )

    def include(self, phrase: Phrase, connector: str, part: str) -> bool:
        """Return whether a verb goes on to tell of them."""
        asks = part != "preamble" and not self.asked and _asks_again(phrase, connector)
        return (self.reported and not asks) or (self.recounted and phrase.class_ in ("ASR", "EVA"))


def told_by(grammar: Grammar, masked: str, phrase: Phrase) -> OthersActs:
    """Return what a verb's own object tells of others: 回顾各国在“航运宣言”中认识到，…；呼吁各国."""
    speaks = phrase.class_ in ("REF", "ASR") and bool(grammar.recalls.match(masked, phrase.end))
    return OthersActs(reported=speaks, asked=speaks)


def is_of_the_organ(
    grammar: Grammar,
    masked: str,
    connector: tuple[int, int],
    before: Phrase,
    phrase: Phrase,
    others: OthersActs,
    part: str,
) -> bool:
    """Return whether a verb behind another, and behind what connects them, is the organ's: no act that it tells of."""
    words = masked[slice(*connector)]
    if _is_meanwhile(grammar, masked, connector, before, phrase, part):
        return False
    if phrase.declared:
        return True
    if _tells(phrase.stem, before, bool(words)) or _is_in_act(grammar, before, phrase, bool(words), masked):
        return False
    return not others.include(phrase, words, part) or _resumes(grammar, words, phrase, masked)


def _tells(stem: Stem, before: Phrase, connected: bool) -> bool:
    noted = before.class_ == "NEU" or before.stem.content != "never"
    bare = stem.content == "bare" or (stem.content == "noted" and noted)
    return stem.content == "always" or (bare and not connected)


def _is_in_act(grammar: Grammar, before: Phrase, phrase: Phrase, connected: bool, masked: str) -> bool:
    """Whether what is asked holds a verb of the organ's too: 促请各国改进航标，|要求渡口配备灯具; not 又要求各国."""
    if before.class_ != "DIR" or connected:
        return False
    if grammar.listed.match(masked, phrase.end):
        return True
    if phrase.stem.content != "noted":
        return False
    return phrase.lemma == phrase.stem.lemma and not (
        phrase.intensifiers or grammar.sequence.match(masked, phrase.begin)
    )


def _resumes(grammar: Grammar, connector: str, phrase: Phrase, masked: str) -> bool:
    """Whether the organ speaks again after it has reported what others did."""
    again = grammar.sequence.match(masked, phrase.begin)
    return phrase.class_ in ("REF", "NEU") or bool(again) or bool(grammar.resumes.search(connector))


def _is_meanwhile(
    grammar: Grammar, masked: str, connector: tuple[int, int], before: Phrase, phrase: Phrase, part: str
) -> bool:
    """What the organ or others bear in mind meanwhile is no act of the organ: 欢迎进展，|同时铭记; not 同时又铭记."""
    states = phrase.class_ in ("REF", "NEU", "ASR", "EVA") and bool(grammar.meanwhile.search(masked, *connector))
    speaks = part == "preamble" or grammar.sequence.match(masked, phrase.begin)
    return states and (before.class_ == "DIR" or not speaks)


def _others_ask(grammar: Grammar, masked: str, telling: re.Match[str]) -> bool:
    """Whether what is told that others did is that they asked for something."""
    mark = grammar.boundary.search(masked, telling.end())
    return bool(grammar.others_ask.search(masked, telling.start(), mark.start() if mark else len(masked)))


def _asks_again(phrase: Phrase, connector: str) -> bool:
    """Whether the organ asks where what others did is told: 回顾其决议，其中决定增加船员，请秘书长说明.

    Joined to it, a request alone is the organ's: what others invite to is joined so.
    """
    return phrase.class_ == "DIR" and phrase.stem.content == "never" and (not connector or phrase.stem.band == "D3")
