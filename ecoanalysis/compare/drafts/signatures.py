"""The words in which two texts differ → whose tracked change each is, where the later one is a Word file with such."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, zip_longest

from rapidfuzz.distance import Indel, Opcode

from ecoanalysis.lexicon import language_of
from ecoanalysis.read.tracked import Signature, TrackedParagraph, TrackedPiece

_ALIKE = 0.8  # likeness from which on a paragraph that went is the one that a draft cuts
Signed = list[Signature | None]


@dataclass(frozen=True, slots=True)
class SignedPassage:
    """Words that stand in both texts, or of one alone that one hand cut or put in."""

    old: range
    new: range
    by: Signature | None = None

    @property
    def stands(self) -> bool:
        """Whether both texts have the words."""
        return bool(self.old and self.new)


@dataclass(frozen=True)
class Signatures:
    """The tracked paragraphs of the later text, found by their words."""

    tracked: Sequence[TrackedParagraph]
    language: str

    def passages(
        self,
        before: Sequence[str],
        after: Sequence[str],
        words: tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]] | None = None,
    ) -> Iterator[SignedPassage]:
        """Yield what two texts, in words, have in common and in what they differ, in order.

        Parameters
        ----------
        before, after
            The words of the two sides.
        words
            The same, paragraph by paragraph and without what is no word; if left out each side is one paragraph.

        Examples
        --------
        >>> from ecoanalysis.read.tracked import TrackedPiece
        >>> pieces = TrackedPiece("Urges ", cut=Signature("US")), TrackedPiece("Invites ", put=Signature("US"))
        >>> draft = Signatures([TrackedParagraph((*pieces, TrackedPiece("Chad to")), ())], "en")
        >>> for passage in draft.passages("Urges| |all| |Chad| |to".split("|"), "Invites| |Chad| |to".split("|")):
        ...     print([*passage.old], [*passage.new], passage.by and passage.by.author)
        [0, 1] [] US
        [2] [] None
        [] [0] US
        [3, 4, 5, 6] [1, 2, 3, 4] None
        """
        old, new = self.of_words(*(words or ([before], [after]))) if self.tracked else ([], [])
        old, new = old or [None] * len(before), new or [None] * len(after)
        place = (0, 0)
        for region in _regions(before, after, old, new):
            first, last, start, end = region
            _sign_halves(range(first, last), range(start, end), (before, after), (old, new))
            if place[0] < first:
                yield SignedPassage(range(place[0], first), range(place[1], start))
            for run, by in _by_hand(range(first, last), before, old):
                yield SignedPassage(run, range(start, start), by)
            for run, by in _by_hand(range(start, end), after, new):
                yield SignedPassage(range(last, last), run, by)
            place = last, end
        if place[0] < len(before):
            yield SignedPassage(range(place[0], len(before)), range(place[1], len(after)))

    def of_words(self, old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> tuple[Signed, Signed]:
        """Return who cut each word of the earlier text and who put each word of the later one in, as far as is known.

        Each side is given paragraph by paragraph, in words.
        """
        for sides in self._sides:
            homes = [sides.home("".join(words), accepted=True) for words in new]
            if not any(home is not None for home in homes):
                homes = [sides.home("".join(words), accepted=False) for words in old]
            if not new:
                near = ((home, "".join(words)) for home, words in zip(homes, old, strict=True))
                homes = [sides.nearest(words) if home is None else home for home, words in near]
            here = [home for home in homes if home is not None]
            if here:
                return self._cut(here, old, sides), _put(homes, new, sides)
        return [], []

    def _cut(self, homes: Sequence[int], old: Sequence[Sequence[str]], sides: _Sides) -> Signed:
        """Who cut each word: where a draft goes out from other words than the earlier text has, of those in both."""
        words = [word for paragraph in old for word in paragraph]
        signs = [sign for home in homes for sign in sides.rejected[home]]
        if "".join(sides.texts[False][home] for home in homes) == "".join(map(sides.letters, words)):
            return _of_letters(words, [by for _, by in signs], sides.letters)
        base = [word for home in homes for word in language_of(self.language).split(self.tracked[home].rejected)]
        cut = _of_letters(base, [by for _, by in signs], sides.letters)
        cut_words: Signed = [None] * len(words)
        for code in Indel.opcodes(words, base):
            if code.tag == "equal":
                cut_words[code.src_start : code.src_end] = cut[code.dest_start : code.dest_end]
        return cut_words

    @cached_property
    def _sides(self) -> tuple[_Sides, ...]:
        """By all signs that are no space, else by letters and digits: a reader leaves numbers and marks out."""
        return tuple(_Sides(self.tracked, letters) for letters in (_signs, _letters))


@dataclass(frozen=True)
class _Sides:
    """The letters of tracked paragraphs on either side, each with who cut it or put it in."""

    tracked: Sequence[TrackedParagraph]
    letters: Callable[[str], str]

    @cached_property
    def rejected(self) -> list[list[tuple[str, Signature | None]]]:
        return [[(letter, piece.cut) for letter, piece in each if piece.put is None] for each in self._pieces]

    @cached_property
    def accepted(self) -> list[list[tuple[str, Signature | None]]]:
        return [[(letter, piece.put) for letter, piece in each if piece.cut is None] for each in self._pieces]

    @cached_property
    def texts(self) -> dict[bool, list[str]]:
        """The letters of each paragraph, as accepted or as rejected."""
        sides = {True: self.accepted, False: self.rejected}
        return {side: ["".join(letter for letter, _ in signs) for signs in each] for side, each in sides.items()}

    def home(self, words: str, *, accepted: bool) -> int | None:
        """The tracked paragraph that ends with some words on one side: a number may stand before them."""
        sought = self.letters(words)
        ends = (place for place, text in enumerate(self.texts[accepted]) if sought and text.endswith(sought))
        return next(ends, None)

    def nearest(self, words: str) -> int | None:
        """The paragraph of which a draft leaves nothing that is most like some words."""
        gone = [place for place, text in enumerate(self.texts[True]) if not text]
        sought = self.letters(words)
        alike = {place: Indel.normalized_similarity(sought, self.texts[False][place]) for place in gone}
        best = max(alike, key=lambda place: alike[place], default=None)
        return best if best is not None and alike[best] >= _ALIKE else None

    @cached_property
    def _pieces(self) -> list[list[tuple[str, TrackedPiece]]]:
        return [
            [(letter, piece) for piece in paragraph.pieces for letter in self.letters(piece.words)]
            for paragraph in self.tracked
        ]


def _put(homes: Sequence[int | None], new: Sequence[Sequence[str]], sides: _Sides) -> Signed:
    put: Signed = []
    for home, words in zip_longest(homes[: len(new)], new):
        sought = sides.letters("".join(words))
        if home is not None and sought and sides.texts[True][home].endswith(sought):
            put += _of_letters(words, [by for _, by in sides.accepted[home][-len(sought) :]], sides.letters)
        else:
            put += [None] * len(words)
    return put


def _of_letters(words: Iterable[str], signed: Sequence[Signature | None], letters: Callable[[str], str]) -> Signed:
    """Whose each word is: the first hand in it."""
    of_words: Signed = []
    place = 0
    for word in words:
        length = len(letters(word))
        of_words.append(next(filter(None, signed[place : place + length]), None))
        place += length
    return of_words


def _regions(
    before: Sequence[str], after: Sequence[str], old: Signed, new: Signed
) -> Iterator[tuple[int, int, int, int]]:
    """Where two texts differ: of the places that say the same, where somebody's change stands."""
    regions = _joined(Indel.opcodes(before, after), before)
    ends = [*((region[0], region[2]) for region in regions[1:]), (len(before), len(after))]
    done = (0, 0)
    for region, most in zip(regions, ends, strict=False):
        first, last, start, end = region
        if first == last or start == end:
            words, signed, reach = (after, new, (start, end)) if first == last else (before, old, (first, last))
            back, ahead = min(first - done[0], start - done[1]), min(most[0] - last, most[1] - end)
            shift = _shift(words, signed, reach, back, ahead)
            region = first + shift, last + shift, start + shift, end + shift
        yield region
        done = region[1], region[3]


def _joined(codes: Iterable[Opcode], before: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """What went and what came at one place as one; so are words for words that only a space parts from others."""
    regions: list[tuple[int, int, int, int]] = []
    for code in codes:
        region = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "equal":
            continue
        if regions and (regions[-1][1], regions[-1][3]) == (region[0], region[2]):
            first, _, start, _ = regions.pop()
            region = first, region[1], start, region[3]
        regions.append(region)
    whole: list[tuple[int, int, int, int]] = []
    for region in regions:
        gap = "".join(before[whole[-1][1] : region[0]]) if whole else ""
        if gap and not gap.strip() and _replaces(whole[-1]) and _replaces(region):
            first, _, start, _ = whole.pop()
            region = first, region[1], start, region[3]
        whole.append(region)
    return whole


def _replaces(region: tuple[int, int, int, int]) -> bool:
    return region[0] < region[1] and region[2] < region[3]


def _sign_halves(
    gone: range, come: range, words: tuple[Sequence[str], Sequence[str]], signed: tuple[Signed, Signed]
) -> None:
    """Sign words that only stand apart because the other side's are cut otherwise: 第 and 届 beside 第七十八届."""
    sides = list(zip((gone, come), words, signed, strict=True))
    hands = {by[place] for run, _, by in sides for place in run} - {None}
    for (run, mine, by), (other, theirs, whose) in (sides, sides[::-1]):
        changed = [theirs[place] for place in other if whose[place]]
        bare = [place for place in run if not by[place] and any(map(str.isalnum, mine[place]))]
        if len(hands) == 1 and bare and all(any(mine[place] in word for word in changed) for place in bare):
            for place in bare:
                by[place] = next(iter(hands))


def _shift(words: Sequence[str], signed: Signed, reach: tuple[int, int], back: int, ahead: int) -> int:
    """How far a run is moved, over words that it repeats, for most of it to be signed."""
    first, last = reach
    shifts = [0]
    for step in range(1, back + 1):
        if words[first - step] != words[last - step]:
            break
        shifts.append(-step)
    for step in range(ahead):
        if words[first + step] != words[last + step]:
            break
        shifts.append(step + 1)
    return max(shifts, key=lambda shift: (sum(map(bool, signed[first + shift : last + shift])), -abs(shift)))


def _by_hand(run: range, words: Sequence[str], signed: Signed) -> Iterator[tuple[range, Signature | None]]:
    """A run in parts of one hand each; what has no letters is of the hand before it, or at the beginning behind it."""
    lettered = [place for place in run if signed[place] or any(map(str.isalnum, words[place]))] or [*run]
    near = (lettered[max(0, bisect_right(lettered, place) - 1)] for place in run)
    for by, places in groupby(zip(run, (signed[place] for place in near), strict=True), key=lambda each: each[1]):
        inside = [place for place, _ in places]
        yield range(inside[0], inside[-1] + 1), by


def _signs(text: str) -> str:
    return "".join(sign.lower()[:1] for sign in text if not sign.isspace())


def _letters(text: str) -> str:
    return "".join(sign.lower()[:1] for sign in text if sign.isalnum())
