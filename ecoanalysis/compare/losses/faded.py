"""What an earlier edition was much about and a later one hardly is: an event, an emergency, whose time may be over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoanalysis.compare.losses.support import Support, Terms
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import EditionParagraph

_SEVERAL = 3  # paragraphs of the earlier edition that speak of a matter
_HARDLY = 0.40  # share of them that the later edition must not pass for the matter to be gone from it
_MOSTLY = 0.45  # share of them in which it must be what something is done about, or came of
_BESIDE = 0.50  # share of its paragraphs in which a word stands beside those of a matter to be one of them


@dataclass(frozen=True, slots=True)
class Matter:
    """What several paragraphs speak of: its terms, and the words most often used for it."""

    terms: Terms
    name: str


@dataclass(frozen=True)
class Faded:
    """Two editions, asked what the earlier one spoke of in several paragraphs and the later one hardly does.

    No list of events is needed: one is what the text names as an occasion, in reply to what, or under the effects of
    what, something is asked. That so many paragraphs on it went at once is one decision, or none: the time is over.
    """

    comparison: Comparison
    support: Support

    def named_in(self, terms: Terms) -> str | None:
        """Return the words for the matter, gone from the later edition, of which some words speak, or None."""
        return next((matter.name for matter in self._matters if matter.terms & terms), None)

    @cached_property
    def _matters(self) -> Sequence[Matter]:
        if not (self.comparison.old.has_text and self.comparison.new.has_text):
            return ()
        old = [self.support.whole(paragraph) for paragraph in self.comparison.old.paragraphs]
        before, after = _counted(old), _counted(map(self.support.whole, self.comparison.new.paragraphs))
        fewer = [term for term, times in before.most_common() if after[term] <= _HARDLY * times]
        fewer = [term for term in fewer if before[term] >= _SEVERAL]
        named = _counted(self._named) if fewer else Counter[str]()
        gone = [term for term in fewer if named[term] >= _MOSTLY * before[term]]
        matters: list[Terms] = []
        for term in gone:
            homes = [terms for terms in old if term in terms]
            beside = (n for n, each in enumerate(matters) if _share(homes, each) >= _BESIDE)
            if (place := next(beside, None)) is None:
                matters.append(frozenset({term}))
            else:
                matters[place] |= {term}
        return [Matter(terms, self._name(terms)) for terms in matters]

    @property
    def _named(self) -> Iterator[Terms]:
        """The terms of each earlier paragraph by which it names an occasion."""
        for paragraph, spans in self._occasions:
            yield frozenset[str]().union(*(self._within(paragraph, *span) for span in spans))

    def _name(self, terms: Terms) -> str:
        """The words most often used for it where an occasion is named."""
        names = Counter(
            (paragraph.text or "")[start:end].strip()
            for paragraph, spans in self._occasions
            for start, end in spans
            if self._within(paragraph, start, end) & terms
        )
        return max(names, key=lambda name: (names[name], -len(name)))

    def _within(self, paragraph: EditionParagraph, start: int, end: int) -> Terms:
        return self.support.between(paragraph, paragraph.offsets[start], paragraph.offsets[end - 1] + 1)

    @cached_property
    def _occasions(self) -> Sequence[tuple[EditionParagraph, Sequence[tuple[int, int]]]]:
        """Where each earlier paragraph names what something is done about, or came of, or a plan that several name."""
        pattern = language_of(self.comparison.old.language).compiled("slots", "gone", "occasion")
        named = {each.id: list(pattern.finditer(each.text or "")) for each in self.comparison.old.paragraphs}
        plans = Counter(plan for matches in named.values() for plan in {match["plan"] for match in matches})
        return [
            (each, [_what(match) for match in named[each.id] if not match["plan"] or plans[match["plan"]] >= _SEVERAL])
            for each in self.comparison.old.paragraphs
        ]


def _what(match: re.Match[str]) -> tuple[int, int]:
    return match.span(match.lastgroup or 0)


def _counted(bags: Iterator[Terms] | Sequence[Terms]) -> Counter[str]:
    return Counter(term for terms in bags for term in terms)


def _share(homes: Sequence[Terms], terms: Terms) -> float:
    return sum(bool(home & terms) for home in homes) / len(homes)
