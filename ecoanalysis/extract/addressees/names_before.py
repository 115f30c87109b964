"""What a resolution has named so far, in order: what a word that points back may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.extract.parties.party import Party
from ecoanalysis.model.resolution import Paragraph

_NEAR = 1000  # how many characters before an anaphor its own paragraph is searched for what it stands for


@dataclass(frozen=True)
class NamedParagraph:
    """A paragraph with the bodies that it names, and its number in the resolution's order."""

    number: int
    paragraph: Paragraph
    names: Sequence[Named]
    language: str

    @property
    def text(self) -> str:
        """The paragraph's own words."""
        return self.paragraph.text


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name or a party that stood before: paragraph number in order, range, body."""

    paragraph: int
    start: int
    end: int
    agency: str | None


def as_places(parties: Sequence[Party | Named], paragraph: int) -> list[PlacedName]:
    """Return parties or names as places of a paragraph."""
    return [
        PlacedName(paragraph, item.start, item.end, item.agency)
        for item in parties
        if item.start is not None and item.end is not None
    ]


@dataclass
class NamedSoFar:
    """The bodies of the paragraphs that were read, and where each name, as written, stood last; the latest last."""

    bodies: set[str] = field(default_factory=set)
    places: dict[tuple[str, str | None], PlacedName] = field(default_factory=dict)

    def remember(self, here: NamedParagraph) -> None:
        """Add what a paragraph names."""
        self.bodies |= {name.agency for name in here.names if name.agency}
        for place in as_places(here.names, here.number):
            key = (here.text[place.start : place.end], place.agency)
            self.places.pop(key, None)
            self.places[key] = place

    def before(self, here: NamedParagraph, offset: int) -> Iterator[tuple[PlacedName, str]]:
        """Return what was named before a place of a paragraph, with its words, the nearest first, each name once."""
        seen: set[tuple[str, str | None]] = set()
        for name in reversed(between(here.names, offset - _NEAR, offset)):
            key = (here.text[name.start : name.end], name.agency)
            if name.end <= offset and key not in seen:
                seen.add(key)
                yield PlacedName(here.number, name.start, name.end, name.agency), key[0]
        for (words, _), place in reversed(self.places.items()):
            yield place, words
