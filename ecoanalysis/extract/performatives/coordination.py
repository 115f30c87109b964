"""A further verb that stands, joined, where the act of a directive should: 敦促会员国|并鼓励民间社会采取行动."""

from __future__ import annotations

from dataclasses import replace

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.performatives.performative import Performative
from ecoanalysis.extract.performatives.verb_grammar import grammar_of
from ecoanalysis.extract.performatives.verb_phrases import verb_phrase


def may_coordinate(text: str, act: Performative, language: str) -> bool:
    """Return whether behind a directive's verb, before any mark, words stand that may join another verb.

    Examples
    --------
    >>> from ecoanalysis.extract.performatives import find_performatives
    >>> text = "敦促会员国并鼓励民间社会采取行动"
    >>> may_coordinate(text, find_performatives(text, "zh", "operative")[0], "zh")
    True
    """
    return bool(grammar_of(language).coordinating.match(text, act.behind, act.reach))


def coordinated(text: str, act: Performative, place: int, language: str, part: str) -> list[Performative]:
    """Return a directive, and the one that begins at a place of it, before which only its parties stand.

    Examples
    --------
    >>> from ecoanalysis.extract.performatives import find_performatives
    >>> text = "敦促会员国并鼓励民间社会采取行动"
    >>> (act,) = find_performatives(text, "zh", "operative")
    >>> [text[act.start : act.stop] for act in coordinated(text, act, 6, "zh", "operative")]
    ['敦促会员国', '鼓励民间社会采取行动']
    """
    grammar = grammar_of(language)
    phrase = verb_phrase(grammar, plain(text), place, "preamble" if part == "preamble" else "operative")
    if phrase is None or phrase.class_ != "DIR":
        return [act]
    joined = next((mark for mark in grammar.joining.finditer(text, act.behind, place) if mark.end() == place), None)
    if joined is None:
        return [act]
    phrase = replace(phrase, declared=act.phrase.declared)
    second = Performative(joined.start(), place, act.stop, phrase, phrase.end, act.reach)
    return [replace(act, stop=joined.start(), reach=joined.start()), second]
