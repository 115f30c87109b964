"""A name that one edition writes out and the other shortens: 2030 Agenda for Sustainable Development, 2030 Agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ecoanalysis.compare.fingerprints.word_strings import as_string, function_words
from ecoanalysis.model.edition import EditionParagraph

_GAP = "\0"  # parts paragraphs; no word
_HEAD = 2  # words of a short form, at least: the Convention may be any


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of both editions, asked whether what one of them has more is the rest of a name that it writes out."""

    texts: tuple[str, str]
    function: frozenset[str]

    @classmethod
    def of(cls, old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], language: str) -> Naming:
        """Return the namings of two editions."""
        texts = (_GAP.join(as_string(paragraph.shingles) for paragraph in side) for side in (old, new))
        return cls((next(texts), next(texts)), function_words(language))

    def completes(
        self, paragraph: EditionParagraph, words: range, other: EditionParagraph, place: int, later: bool
    ) -> bool:
        """Return whether words that one side alone has complete a name that the other one shortens.

        The other edition has the name in full elsewhere, and both paragraphs name the same bodies.

        Parameters
        ----------
        paragraph, words
            Where the words stand that the other side has not.
        other, place
            Where they would stand on the other side.
        later
            Whether the other side is the later edition.
        """
        if paragraph.text is None or other.text is None or paragraph.agencies != other.agencies:
            return False
        name = self._name(paragraph, words) or _title(paragraph, words, other, place)
        return name is not None and as_string(paragraph.shingles[name.start : name.stop]) in self.texts[later]

    def _name(self, paragraph: EditionParagraph, words: range) -> range | None:
        """The name that ends with words in capitals behind a word that joins them to its short form."""
        text, hashes = paragraph.text or "", as_string(paragraph.shingles)
        spelled = [text[slice(*place)] for place in paragraph.places]
        telling = [spelled[word] for word in words if hashes[word] not in self.function]
        if not telling or hashes[words.start] not in self.function or hashes[words.stop - 1] in self.function:
            return None
        first = place = words.start
        names = 0
        while place and _follows(paragraph, place):
            place -= 1
            if _is_of_a_name(spelled[place]):
                first, names = place, names + 1
            elif names >= _HEAD or hashes[place] not in self.function:
                break
        if names < _HEAD or not all(map(_is_of_a_name, telling)) or _goes_on(spelled, words.stop):
            return None
        return range(first, words.stop)


def _is_of_a_name(word: str) -> bool:
    return word[:1].isdigit() or word[:1].isupper()


def _goes_on(spelled: Sequence[str], stop: int) -> bool:
    return stop < len(spelled) and spelled[stop][:1].isupper()


def _follows(paragraph: EditionParagraph, word: int) -> bool:
    """Whether only a space stands before a word."""
    text = paragraph.text or ""
    return text[paragraph.places[word - 1][1] : paragraph.places[word][0]].isspace()


def _title(paragraph: EditionParagraph, words: range, other: EditionParagraph, place: int) -> range | None:
    """The title in its marks that holds the words, where the other side stands inside one too."""
    inside, there = _marked(paragraph, words.start), _marked(other, min(place, len(other.places) - 1))
    if inside is None or there is None or words.stop > inside.stop or len(inside) == len(words):
        return None
    return inside


def _marked(paragraph: EditionParagraph, word: int) -> range | None:
    """The words between the opening and the closing mark of a title around a word that touches its neighbours."""
    text, places = paragraph.text or "", paragraph.places
    before = [n for n, sign in enumerate(text[: places[word][0]]) if sign in "《》"]
    if not before or text[before[-1]] != "《":
        return None
    close = text.find("》", places[word][0])
    if close < 0:
        return None
    inner = [n for n, (start, end) in enumerate(places) if before[-1] < start and end <= close]
    return range(inner[0], inner[-1] + 1)
