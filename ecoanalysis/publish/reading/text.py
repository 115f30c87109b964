"""What the page of an edition asks of its facts: which stand in a paragraph, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from ecoanalysis.compare.fingerprints.hashed_words import letters
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.countries import StateNamed, find_states
from ecoanalysis.lexicon.labels import Labels
from ecoanalysis.lexicon.labels import labels as words
from ecoanalysis.lexicon.language import Language
from ecoanalysis.model.facts import Clause, Facts, Mention
from ecoanalysis.model.resolution import Footnote, Paragraph, Resolution
from ecoanalysis.parse.head.symbols import address
from ecoanalysis.publish.page import labels
from ecoanalysis.show.marks import position
from ecoanalysis.show.row import terms_as_written

Row = dict[str, Any]


@dataclass(frozen=True)
class Text:
    """An edition in its own language, and the language of the page that shows it."""

    facts: Facts = field(repr=False)
    language: str
    pages: frozenset[str] = field(default=frozenset(), repr=False)
    """The other pages of the site that it may lead to."""
    title: str = ""
    """Its title in the page's language, where another text of the same has it."""

    @cached_property
    def labels(self) -> dict[str, str]:
        return labels(self.language)

    @cached_property
    def say(self) -> Labels:
        return words(self.language)

    @property
    def resolution(self) -> Resolution:
        return self.facts.resolution

    @property
    def symbol(self) -> str:
        return self.resolution.symbol or ""

    @cached_property
    def spoken(self) -> Language:
        """The language of the text."""
        return language_of(self.resolution.language)

    @cached_property
    def has_words(self) -> bool:
        return any(paragraph.text for paragraph in self.resolution.paragraphs)

    @property
    def turned(self) -> bool:
        """Whether the page's language comes first: the text is of another, and its words are not there."""
        return not self.has_words and self.resolution.language != self.language

    @property
    def url(self) -> str | None:
        """The address of the official document, in the text's language, in the page's where its words are not here."""
        return address(self.symbol, self.resolution.language if self.has_words else self.language)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.resolution.paragraphs if paragraph.part != "title")

    # what a paragraph holds

    def clauses_of(self, id: str) -> list[Clause]:
        return [clause for clause in self.facts.clauses if clause.paragraph == id]

    def mentions_of(self, id: str) -> list[Mention]:
        return self._mentions.get(id, [])

    @cached_property
    def _mentions(self) -> dict[str | None, list[Mention]]:
        mentions: dict[str | None, list[Mention]] = {}
        for mention in self.facts.agencies:
            mentions.setdefault(mention.paragraph, []).append(mention)
        return mentions

    def states_in(self, passage: Paragraph | Footnote) -> list[StateNamed]:
        """Where a passage names States, but for those in the name of a body."""
        bodies = [position(passage.offsets, each.start, each.end) for each in self.mentions_of(passage.id)]
        named = find_states(passage.text, self.resolution.language)
        return [each for each in named if not any(start < each.end and each.start < end for start, end in bodies)]

    def states_of(self, paragraph: Paragraph) -> list[str]:
        """The States that a paragraph names, or addresses where its words are not there."""
        parties = (party for clause in self.clauses_of(paragraph.id) for party in clause.addressees)
        asked = (code for party in parties for code in party.country or ())
        return each_once([*(each.code for each in self.states_in(paragraph)), *asked])

    @cached_property
    def main_bodies(self) -> frozenset[str]:
        """The bodies that the title names."""
        return frozenset(each.agency for each in self.mentions_of("title") if each.agency)

    def days_in(self, start: int, end: int) -> list[date]:
        """The days that a passage names."""
        named = (each.date for each in self.facts.dates if each.date and start <= each.start < end)
        return [date.fromisoformat(day) for day in map(str, named) if len(day) == len("2025-04-26")]

    # what they are called

    def as_written(self, terms: Iterable[str]) -> list[str]:
        """Terms as the lexicon writes them, wherever they were printed: Afghanistan keeps its capital."""
        written = terms_as_written(self.resolution.language)
        return [term if term.isupper() else written.get(letters(term), term.lower()) for term in terms]

    @cached_property
    def verbs(self) -> dict[str, str]:
        """A short name for each verb that asks, for what a paragraph says of itself."""
        return {
            lemma: f"v{number}" for number, lemma in enumerate(each_once(clause.lemma for clause in self.directives))
        }

    @cached_property
    def directives(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.facts.clauses if clause.class_ == "DIR")

    def body_name(self, id: str | None) -> str:
        return registry().label(id, self.language) if id else ""

    def clause_title(self, clause: Clause) -> str:
        return self.say(f"band.{clause.band}" if clause.band else f"class.{clause.class_}")


def bodies_asked(clause: Clause) -> list[str]:
    """Return the registered bodies that a directive asks; none for another clause."""
    return [body for addressee in clause.addressees for body in addressee.bodies] if clause.class_ == "DIR" else []


def code_of(clause: Clause) -> str:
    """Return a clause's band, where it has none its class."""
    return clause.band or clause.class_


def symbol_part(symbol: str) -> str:
    """Return a resolution's symbol as readers say it.

    Examples
    --------
    >>> symbol_part("A/RES/75/324")
    '75/324'
    """
    return symbol.partition("/RES/")[2] or symbol


def each_once(names: Iterable[str]) -> list[str]:
    """Return names without those that stand before, in order."""
    return list(dict.fromkeys(names))
