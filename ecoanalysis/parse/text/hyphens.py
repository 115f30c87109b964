"""Hyphens at the ends of lines: which belong to a word and stay, which a tool has cut out of a text that it joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain, pairwise

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.lexicon.language import STRUCTURE
from ecoanalysis.parse.text.width import columns

_WORD = 60  # characters of the longest compound
_LETTERS = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STRAY = re.compile(r"(?<=[^\W\d_]) -(?=[^\W\d_])")  # middle -income: a tool's space
_SHARED = re.compile(
    r"\b(?P<first>[^\W\d_]+)(?=\s(?P<common>[^\W\d_]+)\s(?:[^\W\d_]+\s)?(?:[^\W\d_]+-)+(?P<last>[^\W\d_]+))"
)
_CUT = re.compile(r"(?P<head>[^\W\d_]+(?:-[^\W\d_]+)*)-$")
SET_HYPHEN = "\u2027"  # stands for a hyphen that the setter put in: it is no sign of the word
_CUTS = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t]*\n[ \t]*([^\W\d_]+)")
_YEARS = r"(?:19|20)\d\d"
_FIGURES = re.compile(rf"(?<![A-Za-z\d-])(?:{_YEARS}(?={_YEARS}(?!\d))|(?P<letters>[A-Z]{{1,6}})(?=\d))")
_LEAST = 3  # letters of a part of a compound that is one nowhere else
_SHORTEST = 8  # letters of a word that two make: a shorter one (cutoff) is written so too
_LONGER = 1.15  # of a page's width: so long a line must be two
_SURE = 8.0
_COMPOUNDED = 5.0  # two words that the language is known to join, near the end of a line
_LIKELY = 4.0
_GUESSED = 1.5  # a place that nothing better speaks for
_DOUBTFUL = 1.1  # a place that is said to be doubtful
_LONG = 5  # letters of a word that hardly stands in another by chance
_TWICE = 1.25  # of a page's width: a line so long is two, whatever its words
_STOPS = ".,;:"
_FULL = 0.9  # of a page's width: a line has so much at least, where the next word found no room
_SCANT = 0.6  # of a page's width: a line has so much where it goes on below
_BEYOND = 1.04
_TABLES = (
    *("verbs", "themes", "bodies", "countries", "modality", "references", "names"),
    *("parties", "reports", "series"),
)


@dataclass(frozen=True, slots=True)
class Lost:
    """Where a line has lost a hyphen: between two letters, or, where it has an ``end``, in place of a space."""

    start: int
    end: int
    sure: bool = True


@cache
def lexicon_words(language: str) -> frozenset[str]:
    """Return the words of the names of all bodies in a language, in small letters, compounds whole."""
    names = (name for body in registry() for name in body.fixed(language))
    return frozenset(word.lower() for name in names for word in COMPOUND.findall(name))


class Hyphens:
    """The words of a text, and what they tell of its hyphens."""

    def __init__(self, raw: str, language: str, width: int = 0) -> None:
        self.raw, self.language, self.width = raw, language, width
        self.spaced = bool(language_of(language).word_space)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the document and of the lexicon, in small letters, compounds whole."""
        return frozenset(word.lower() for word in COMPOUND.findall(self.raw)) | lexicon_words(self.language)

    def at_end(self, left: str, right: str) -> str:
        """The word that a hyphen at a line's end belongs to, as far as that line: Secretary-, or Organi; else nothing.

        The hyphen stays where the word is written with it elsewhere, and goes where it is written without.
        """
        if left.endswith(SET_HYPHEN):
            return left[-_WORD:-1].rpartition(" ")[2]
        ended, begun = _CUT.search(left[-_WORD:]), _LETTERS.match(right)
        if not self.spaced or not ended or not begun:
            return ""
        head, rest = ended["head"], begun[0]
        last = head.rpartition("-")[2]
        joined = any(f"{word}-{rest}".lower() in self.words for word in (head, last))
        if joined and not self._is_solid(last, rest):
            return f"{head}-"
        return head if self._is_whole(last.lower(), rest) else f"{head}-"

    def _is_whole(self, last: str, rest: str) -> bool:
        """Whether two pieces are a word: written so elsewhere or, where words are cut, the second alone is none."""
        whole, ordinal = f"{last}{rest.lower()}", language_of(self.language).ordinal
        if whole in self.words or whole in vocabulary(self.language):
            return True
        if ordinal(rest) is not None:
            return False
        if self.cuts_words and rest.islower() and (whole in listed(self.language) or self._is_piece(rest)):
            return True  # ex- tended, though ex- begins compounds
        if last in self.firsts or rest in self.lasts:
            return False
        if rest in listed(self.language):
            return ordinal(whole) is not None  # in-home, though no other line has home
        return ordinal(whole) is not None or (self.cuts_words and rest.islower() and not self._stands_alone(rest))

    def _is_solid(self, last: str, rest: str) -> bool:
        """Whether a text that cuts words writes in one what names have with a hyphen: cooperation."""
        whole, apart = f"{last}{rest}".lower(), self.written[f"{last}-{rest}".lower()]
        solid = self.times[whole] > apart or (not apart and last.islower() and whole in listed(self.language))
        return self.cuts_words and rest.islower() and solid

    def _is_piece(self, rest: str) -> bool:
        """Whether what stands behind a line's hyphen is no word that anything else writes."""
        return rest not in self.lasts and rest not in listed(self.language) and not self._stands_alone(rest)

    def _stands_alone(self, rest: str) -> bool:
        """Whether the text or the lexicon writes a word anywhere but behind a line's hyphen.

        One that nobody lists and that is written once more may stand behind the hyphen of a page's end.
        """
        unlisted = rest not in listed(self.language)
        return self.parts[rest] > self._cut[rest] + unlisted and not (unlisted and len(rest) < _LEAST)

    @cached_property
    def _cut(self) -> Counter[str]:
        """How often each word stands behind the hyphen of a line's end."""
        return Counter(rest.lower() for _, rest in _CUTS.findall(self.raw))

    @cached_property
    def cuts_words(self) -> bool:
        """Whether lines of the text end inside words, as on old pages: then several have their whole elsewhere."""
        pieces = _CUTS.findall(self.raw)
        words = self.words | vocabulary(self.language)
        return len({left + right for left, right in pieces if f"{left}{right}".lower() in words}) > 1

    def lacks(self, word: str) -> bool:
        """Whether a word in small letters has lost a hyphen: nobody lists it, and it begins as compounds do.

        Examples
        --------
        >>> words = "nongovernmental", "nontargeted", "non-governmental", "nonetheless", "decisionmaking"
        >>> [Hyphens("", "en").lacks(word) for word in words]
        [True, True, False, False, True]
        """
        if not self.spaced or len(word) < _SHORTEST or not word.isalpha() or not word.islower() or word in self._known:
            return False
        pairs = ((word[:place], word[place:]) for place in range(2, len(word) - 1))
        return any(
            (first in self._stated("before") and f"{first}-{rest}" in self._known)
            or (first in self._stated("always") and len(rest) > _LONG and rest in self._known)
            for first, rest in pairs
        )

    @cached_property
    def _known(self) -> frozenset[str]:
        return listed(self.language) | spellings(self.language)

    # what a tool has cut out

    def lost(self, text: str) -> Lost | None:
        """Return where two lines of a page were joined to one and the hyphen between them left out.

        Such a line is longer than the page is wide, and the words around the width tell where it was joined: a word
        that is none falls into two, or a compound is written with its hyphen elsewhere.
        """
        if not self.width:
            return None
        if not self.spaced:
            return next(self._before_figures(text), None)
        surely = self.is_two(text)  # a line that is hardly longer may be whole
        places = [*self._inside(text, surely=surely)]
        longer = len(text) > _BEYOND * self.width
        places += [place for place in self._between(text, surely=surely) if longer or self._is_title(text, place)]
        places += self._shared(text) if surely else []
        places = [(score, lost) for score, lost in places if self._fills(text, lost)]
        near = [(score - (score < _SURE) * self._unlikely(text, lost), lost) for score, lost in places]
        best = max(near, key=lambda place: place[0], default=(0, Lost(0, 0)))
        if best[0] < _LIKELY and len(text) < _TWICE * self.width:
            return None  # it may be whole, and no word tells
        # two lines are as short as one where the second ends a paragraph: then the words must tell alone
        sure = best[0] >= (_COMPOUNDED if text[-1] in _STOPS else _SURE)
        if best[0] <= 0 or not (sure or len(text) > self.width or self._is_title(text, best)):
            return None
        return replace(best[1], sure=best[0] > _DOUBTFUL)

    def _before_figures(self, text: str) -> Iterator[Lost]:
        """Places where a line whose words touch had a hyphen: between two years, between letters and figures."""
        for match in _FIGURES.finditer(text) if self.is_two(text) else ():
            letters = match["letters"]
            elsewhere = letters is None or re.search(rf"(?<![A-Za-z]){letters}-\d", self.raw) is not None
            yield Lost(match.end(), match.end(), sure=elsewhere)

    def _is_title(self, text: str, place: tuple[float, Lost]) -> bool:
        """Whether two words that are surely one have capitals both: a line hardly longer than others has none such."""
        score, lost = place
        before = text[: lost.start].rpartition(" ")[2]
        return score >= _SURE and before[:1].isupper() and text[lost.end : lost.end + 1].isupper()

    def _fills(self, text: str, lost: Lost) -> bool:
        """Whether a place parts a line into two that each fill the page, as far as no paragraph ends behind them."""
        ends = text[-1] in _STOPS or text[-1].isdecimal()
        return lost.start > _SCANT * self.width and (ends or len(text) - lost.end > _SCANT * self.width)

    def _unlikely(self, text: str, lost: Lost) -> float:
        """What speaks against a place: a line ends about there, and where the next word finds no room."""
        word = _LETTERS.match(text, lost.end)
        room = lost.start + len(word[0] if word else "") < _FULL * self.width
        return max(0.0, abs(lost.start / self.width - 0.9) - 0.15) * 10 + 2 * room

    def all_lost(self, text: str) -> list[Lost]:
        """Return every place of a line where a hyphen was left out: lines of which each ends so are set as one."""
        lost = self.lost(text)
        if lost is None:
            return []
        behind = self.all_lost(text[lost.end :])
        before = self.all_lost(text[: lost.start]) if self.is_two(text[: lost.start]) else []
        moved = (replace(place, start=lost.end + place.start, end=lost.end + place.end) for place in behind)
        return [*before, lost, *moved]

    def is_two(self, text: str) -> bool:
        """Whether a line is so long that it must be two."""
        return columns(text) > _LONGER * self.width

    def _inside(self, text: str, *, surely: bool) -> Iterator[tuple[float, Lost]]:
        """Places in words that are none, by how likely a hyphen stood there."""
        for token in _TOKEN.finditer(text):
            begin = token.start() - (text[token.start() - 1 : token.start()] == "-")
            for place in range(token.start() + 1, token.end()):
                if "-" not in text[place - 1 : place + 1]:
                    score = self._likely(text[begin:place], text[place : token.end()], surely=surely)
                    if score:
                        yield score, Lost(place, place)

    def _between(self, text: str, *, surely: bool) -> Iterator[tuple[float, Lost]]:
        """Spaces between two words that are a compound, by how likely a hyphen stood there."""
        for gap in re.finditer(r"(?<=[^\W_]) (?=[^\W_])", text):
            left, right = _TOKEN.search(text[: gap.start()][::-1]), _TOKEN.match(text, gap.end())
            if left and right:
                yield self._apart(left[0][::-1], right[0], surely=surely), Lost(gap.start(), gap.end())

    def _shared(self, text: str) -> Iterator[tuple[float, Lost]]:
        """Places behind a word that shares the end of the next compound: burden- and responsibility-sharing."""
        for match in _SHARED.finditer(text):
            pair = f"{match['first']}-{match['last']}".lower()
            if self.common.fullmatch(match["common"]) and pair in self.pairs:
                yield _COMPOUNDED, Lost(match.end("first"), match.end("first"))

    def _likely(self, left: str, right: str, *, surely: bool) -> float:
        """How likely the end of one line and the beginning of the next, set solid, had a hyphen between them."""
        last, first = left.rpartition("-")[2].lower(), right.partition("-")[0].lower()
        if left[-1].islower() and right[0].isupper() and len(left) > 1 and (left[0].isupper() or self._is_word(last)):
            named = self.times[f"{last}{first}"] > 1 + self.written[f"{last}-{first}"]  # a name of two capitals
            return _SURE * (not named)  # SecretaryGeneral, but eTrade, and none between edele and GATE
        if self._is_ordinal(last, first) or (last.isdecimal() and len(first) >= _LEAST and self._is_word(first)):
            return _SURE  # 10year
        if self.written[f"{last}-{first}"] > self.times[f"{last}{first}"] < 2:
            return 6
        if self.times[f"{last}{first}"] > (not surely) or f"{last}{first}" in spellings(self.language):
            return 0
        if compound := self._compound(left, right):
            return compound
        if last.isalpha() and first.isdecimal():  # COVID19, ES10/17, post2015
            return _COMPOUNDED if left.isupper() and (surely or len(left) > _LEAST) else 3 * (last in self.firsts)
        if surely and "-" in left and self.common.fullmatch(last) and self._is_word(first):
            return _COMPOUNDED  # university-to-university
        if not surely or min(len(last) + (last in self._stated("before")), len(first)) < _LEAST:
            return 0
        words = self._is_word(last), self._is_word(first)
        if not all(words):  # a word that nobody lists is likelier two, one of which nobody lists, than none
            alone = len(first if words[1] else last) >= _LONG and f"{last}{first}" not in listed(self.language)
            return _GUESSED * (any(words) and alone) * (1 + (first in self.lasts or last in self.firsts)) / 2
        parts = (last in self.firsts) + (first in self.lasts)
        return 3 + parts if parts or min(len(last), len(first)) >= _LONG else _DOUBTFUL

    def _is_word(self, word: str) -> bool:
        """Whether the text or the lexicon writes a word; a short one may be a piece of one that a tool has broken."""
        if word in self.firsts or word in self.lasts or word in listed(self.language):
            return True
        return self.parts[word] > (len(word) < 5)

    def _apart(self, left: str, right: str, *, surely: bool) -> float:
        """How likely two words had a hyphen between them."""
        if right[0].isupper() and self._is_named(left, right):
            return 0  # Zero Waste is a name, of whatever zero-waste is written elsewhere
        last, first = left.rpartition("-")[2].lower(), right.partition("-")[0].lower()
        pair = f"{last}-{first}"
        times = self.written[pair]
        if self._is_ordinal(last, first) or (times and times + (pair in spellings(self.language)) > self.apart[pair]):
            return _SURE  # Secretary General, in a text that else writes Secretary-General
        if not surely or ("-" not in left and self.common.fullmatch(last)):
            return 0  # no compound begins with and
        if compound := self._compound(left, right):
            return compound - 1
        if self.common.fullmatch(last) or self.common.fullmatch(first):
            return 0
        # on-site and on-farm are compounds, and on begins few else; no article begins one
        return 1.2 * ((last in self.firsts) + (first in self.lasts)) * (len(last) >= _LEAST)

    def _is_named(self, left: str, right: str) -> bool:
        """Whether lines that are surely whole set two words side by side, and none joins them, in these letters."""
        return f"{left}-{right}" not in self.raw and any(f"{left} {right}" in line for line in self._whole)

    @cached_property
    def _whole(self) -> list[str]:
        return [line for line in self.raw.splitlines() if columns(line) <= self.width]

    @cached_property
    def common(self) -> re.Pattern[str]:
        """Words that the language is full of, and that are no part of a compound which a line's end cuts."""
        return language_of(self.language).compiled(STRUCTURE, "own", "common")

    def _compound(self, left: str, right: str) -> float:
        """How surely two words are a compound: as a whole, or each as a part of others at that place."""
        left, right = left.lower(), right.lower()
        last, first = left.rpartition("-")[2], right.partition("-")[0]
        pair = f"{last}-{first}"
        if f"{left}-{right}" in self.words or self._is_ordinal(last, first):
            return 6
        whole = pair in spellings(self.language) or left != last or not self.common.fullmatch(last)
        return 6 if pair in self.pairs and whole else 0  # the end of day-to-day makes no to-day

    def _is_ordinal(self, left: str, right: str) -> bool:
        return language_of(self.language).ordinal(f"{left}-{right}") is not None

    @cached_property
    def written(self) -> Counter[str]:
        """How often the document joins two words by a hyphen."""
        compounds = _TOKEN.findall(_STRAY.sub("-", self.raw))
        words = (word.lower().split("-") for word in compounds if "-" in word)
        return Counter("-".join(pair) for parts in words for pair in pairwise(parts))

    @cached_property
    def apart(self) -> Counter[str]:
        """How often lines that are surely whole set two words side by side, by how a hyphen would join them."""
        lines = _STRAY.sub("-", self.raw).splitlines()
        whole = (line for line in lines if not self.width or columns(line) <= self.width)
        pairs = chain.from_iterable(pairwise(COMPOUND.findall(line.lower())) for line in whole)
        return Counter(f"{left.rpartition('-')[2]}-{right.partition('-')[0]}" for left, right in pairs)

    @cached_property
    def times(self) -> Counter[str]:
        """How often each word stands in the lines that are surely whole, parts of compounds too."""
        lines = (line.strip() for line in self.raw.splitlines())
        whole = "\n".join(line for line in lines if not self.width or columns(line) <= self.width)
        return Counter(part for word in COMPOUND.findall(whole) for part in word.lower().split("-"))

    @cached_property
    def compounds(self) -> list[list[str]]:
        """The parts of every compound of the document and of the lexicon."""
        return [word.split("-") for word in self.words | vocabulary(self.language) if "-" in word]

    @cached_property
    def parts(self) -> Counter[str]:
        """The words of the document and the lexicon, those in compounds too."""
        return self.times + Counter(part for word in vocabulary(self.language) for part in word.split("-"))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Two words joined by a hyphen anywhere."""
        words = (word.split("-") for word in self.words | spellings(self.language) if "-" in word)
        return frozenset("-".join(pair) for parts in words for pair in pairwise(parts))

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Words with a hyphen behind them: high-, post-."""
        return frozenset(part for parts in self.compounds for part in parts[:-1]) | self._stated("before")

    @cached_property
    def lasts(self) -> frozenset[str]:
        """Words with a hyphen before them: -based, -related."""
        return frozenset(part for parts in self.compounds for part in parts[1:]) | self._stated("behind")

    def _stated(self, place: str) -> frozenset[str]:
        return frozenset(language_of(self.language).table(STRUCTURE).get("hyphens", {}).get(place, ()))


@cache
def spellings(language: str) -> frozenset[str]:
    """Return the words of the lexicon and those whose spelling it lists: for lines from which a tool cut a hyphen."""
    listed = language_of(language).table("spelling")
    return vocabulary(language) | frozenset(_texts(listed))


@cache
def listed(language: str) -> frozenset[str]:
    """Return the words of the lexicon, and those that it lists as words, in small letters."""
    lines = _texts(language_of(language).table("wordlist"))
    return vocabulary(language) | frozenset(word for line in lines for word in line.split())


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Return the words that the lexicon writes in a language outside patterns, in small letters, compounds whole."""
    tables = (language_of(language).table(name) for name in _TABLES)
    words = (word.strip(",;.:") for table in tables for text in _texts(table) for word in text.split())
    return lexicon_words(language) | {word.lower() for word in words if COMPOUND.fullmatch(word)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in _texts(inner))
