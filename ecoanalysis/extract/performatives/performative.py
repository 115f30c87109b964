"""The organ's speech acts as they are found in a paragraph: a verb, its phrase, and the clause that it opens."""

from __future__ import annotations

from dataclasses import dataclass

from ecoanalysis.model.facts import Band, ClauseClass


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
