"""Linked paragraphs → the words that only one of them has and that nothing else explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import median
from unicodedata import category

from rapidfuzz.distance import Indel

from ecoanalysis.compare.fingerprints.word_strings import as_string, edge_words, function_words, pairs_of, telling
from ecoanalysis.compare.two_editions.naming import Naming
from ecoanalysis.lexicon import Language, language_of
from ecoanalysis.model.comparison import Change, Evidence
from ecoanalysis.model.edition import EditionParagraph

_HYPHEN = "-"
_ENDING = 2  # letters of the ending of a number
_SEVERAL, _SAME = 4, 0.80  # words of a run, and share of its pairs, that must stand elsewhere for it to have moved
Region = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words of one paragraph."""

    paragraph: EditionParagraph
    words: range

    def places(self) -> Iterator[tuple[str, int]]:
        return ((self.paragraph.id, word) for word in self.words)

    @property
    def evidence(self) -> Evidence:
        """The words where the text is at hand; else the paragraph that holds them."""
        paragraph = self.paragraph
        if paragraph.text is None or not self.words:
            return Evidence(None, paragraph.start, paragraph.end)
        start, end = paragraph.places[self.words.start][0], paragraph.places[self.words.stop - 1][1]
        return Evidence(paragraph.text[start:end], paragraph.offsets[start], paragraph.offsets[end - 1] + 1)


def find_wording(
    old: Sequence[EditionParagraph],
    new: Sequence[EditionParagraph],
    explained: tuple[Iterable[WordRun], Iterable[WordRun]],
    naming: Naming,
    language: str,
) -> Iterator[Change]:
    """Yield ``words_cut`` and ``words_added`` for each longest run that only one side has; a replacement gives both."""
    old, new = _in_order_of(old, new), _in_order_of(new, old)
    sides = _Side.of(old, explained[0], language), _Side.of(new, explained[1], language)
    runs = list(_runs(*sides, language_of(language).table("slots")["substance"]))
    moved = _only_moved(runs, *sides, language)
    for number, (first, last, start, end) in enumerate(runs):
        if number in moved:
            continue
        if _completes_a_name((first, last, start, end), *sides, naming):
            continue
        gone, come = sides[0].passages(first, last), sides[1].passages(start, end)
        if all(is_connective(passage, language) for passage in (*gone, *come)):
            continue
        if gone and come and _letters(gone) == _letters(come) != "":
            continue  # the same words, spaced otherwise by what made the file
        if sides[1].is_explained and _is_number(gone, come):
            continue  # the number of a noun that follows those who came or went: within its mandate, their mandates
        if sides[0].tells(first, last) != sides[1].tells(start, end) and _length(gone) == _length(come) == 1:
            continue  # the form of a word beside what came or went: to consider supporting → to support
        for passage in gone:
            beside = come[0].evidence if come else None
            yield Change("words_cut", passage.evidence, beside, "words", count=len(passage.words))
        for passage in come:
            beside = gone[0].evidence if gone else None
            yield Change("words_added", beside, passage.evidence, "words", count=len(passage.words))


def _in_order_of(side: Sequence[EditionParagraph], others: Sequence[EditionParagraph]) -> Sequence[EditionParagraph]:
    """The paragraphs of one side of a split or merger in the order in which their words stand on the other side."""
    if len(side) == 1 or len(others) > 1:
        return side
    words = as_string(others[0].shingles)

    def place(paragraph: EditionParagraph) -> float:
        places = [words.find(pair) for pair in pairs_of(as_string(paragraph.shingles))]
        return median([place for place in places if place >= 0] or [len(words)])

    return sorted(side, key=place)


def only_names(old: Sequence[EditionParagraph], new: Sequence[EditionParagraph], naming: Naming, language: str) -> bool:
    """Return whether two sides differ in nothing but names that one of them writes out and the other shortens."""
    sides = _Side.of(old, (), language), _Side.of(new, (), language)
    runs = list(_runs(*sides, language_of(language).table("slots")["substance"]))
    return bool(runs) and all(_completes_a_name(run, *sides, naming) for run in runs)


def _completes_a_name(region: Region, old: _Side, new: _Side, naming: Naming) -> bool:
    first, last, start, end = region
    later = start == end
    if (first == last) == later:
        return False
    (longer, begin, stop), (shorter, place) = (
        ((old, first, last), (new, start)) if later else ((new, start, end), (old, first))
    )
    number, word = longer.places[begin]
    if longer.places[stop - 1][0] != number or not shorter.places:
        return False
    other, there = shorter.places[min(place, len(shorter.places) - 1)]
    words = range(word, word + stop - begin)
    return naming.completes(longer.paragraphs[number], words, shorter.paragraphs[other], there, later)


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of the paragraphs of one side, one behind the other, and what each is."""

    paragraphs: Sequence[EditionParagraph]
    words: str
    places: tuple[tuple[int, int], ...]
    """Of each word its paragraph's position and its own."""
    explained: frozenset[tuple[str, int]]
    """Words that another change tells of, each by its paragraph's id and its place."""
    dull: frozenset[str]
    edges: frozenset[str]
    goes_on: tuple[bool, ...]
    """Whether a word goes on with what the word before it began: 029 of 3,029,600, 计 of 生计; behind the last: no."""

    @classmethod
    def of(cls, paragraphs: Sequence[EditionParagraph], explained: Iterable[WordRun], language: str) -> _Side:
        places = tuple((number, word) for number, side in enumerate(paragraphs) for word in range(len(side.shingles)))
        words = "".join(as_string(paragraph.shingles) for paragraph in paragraphs)
        goes_on = *(inside for paragraph in paragraphs for inside in going_on(paragraph, language)), False
        elsewhere = frozenset(place for passage in explained for place in passage.places())
        return cls(paragraphs, words, places, elsewhere, function_words(language), edge_words(language), goes_on)

    @property
    def is_explained(self) -> bool:
        """Whether other changes tell of some of its words."""
        return self.tells(0, len(self.words))

    def tells(self, first: int, last: int) -> bool:
        """Whether another change tells of a word of the run."""
        return any(self._is_told(index) and self.words[index] not in self.dull for index in range(first, last))

    def is_dull(self, first: int, last: int) -> bool:
        """Whether the run is of function words alone."""
        return self.dull.issuperset(self.words[first:last])

    def opens(self, index: int) -> bool:
        """Whether a phrase is likely to open with a word: a function word, or one behind a mark."""
        number, word = self.places[index]
        return self.words[index] in self.dull or opens_phrase(self.paragraphs[number], word)

    def _is_told(self, index: int) -> bool:
        number, word = self.places[index]
        return (self.paragraphs[number].id, word) in self.explained

    def _is_trimmed(self, index: int) -> bool:
        """Whether a word may be left out at the edge of a run: another change tells of it, or it is part of no word."""
        part_of_none = self.words[index] in self.edges and not any(self.goes_on[index : index + 2])
        return part_of_none or self._is_told(index)

    def passages(self, first: int, last: int) -> list[WordRun]:
        """The run as passages, one for each paragraph it reaches into, without what is silent at its ends."""
        if all(self.words[index] in self.dull or self._is_told(index) for index in range(first, last)):
            return []
        while self._is_trimmed(first):
            first += 1
        while self._is_trimmed(last - 1):
            last -= 1
        numbers = dict.fromkeys(number for number, _ in self.places[first:last])
        passages = []
        for number in numbers:
            words = [word for other, word in self.places[first:last] if other == number]
            passages.append(WordRun(self.paragraphs[number], range(words[0], words[-1] + 1)))
        return passages


def _only_moved(runs: Sequence[Region], old: _Side, new: _Side, language: str) -> set[int]:
    """Runs of words that went in one place and came in another, or of which neither side has more than the other."""
    gone = {number: old.words[run[0] : run[1]] for number, run in enumerate(runs) if run[2] == run[3]}
    come = {number: new.words[run[2] : run[3]] for number, run in enumerate(runs) if run[0] == run[1]}
    touching, dull = language_of(language).words_touch, function_words(language)
    least = _SEVERAL * (1 + touching)
    both = {
        run
        for before, after in product(gone.values(), come.values())
        if before == after or _is_one_in_other_order(before, after, dull, touching)
        for run in (before, after)
    }
    counts = Counter(pairs_of(old.words)), Counter(pairs_of(new.words))
    return {number for number, words in (*gone.items(), *come.items()) if words in both} | {
        number
        for words_of, here, there in ((gone, *counts), (come, *counts[::-1]))
        for number, words in words_of.items()
        if len(words) >= least and _stands(words, here, there)
    }


def _is_one_in_other_order(before: str, after: str, dull: frozenset[str], touching: bool) -> bool:
    words = telling(before, dull, touching), telling(after, dull, touching)
    several = min(map(len, words)) >= 2 + touching
    return several and len(words[0] & words[1]) >= _SAME * len(words[0] | words[1])


def _stands(words: str, here: Counter[str], there: Counter[str]) -> bool:
    """Whether nearly all pairs of words stand on the other side as often as on this one."""
    pairs = pairs_of(words)
    return sum(there[pair] >= here[pair] for pair in pairs) >= _SAME * len(pairs)


def _letters(passages: Iterable[WordRun]) -> str:
    words = "".join(passage.evidence.text or "" for passage in passages).lower()
    return "".join(character for character in words if character.isalnum())


def _is_number(gone: Sequence[WordRun], come: Sequence[WordRun]) -> bool:
    """Whether one word stands for another that only has an ending more."""
    if not (_length(gone) == _length(come) == 1):
        return False
    shorter, longer = sorted((_letters(gone), _letters(come)), key=len)
    return bool(shorter) and longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING


def _length(passages: Iterable[WordRun]) -> int:
    return sum(len(passage.words) for passage in passages)


def slid(
    words: Sequence[object],
    first: int,
    last: int,
    opens_at: Callable[[int], bool],
    dull: Container[object],
    joins_at: Callable[[int], bool] = lambda _: False,
) -> int:
    """Return where a run of one side alone begins, of the places that say the same: 机关 of 机关和机构, not 关和机.

    A run that may slide stands where it opens with what joins it to the item before it, else with a function word or
    behind a mark, or closes with a function word; else as far to the left as it can.
    """
    begin, end, length = first, first, last - first
    while begin > 0 and length and words[begin - 1] == words[begin + length - 1]:
        begin -= 1
    while end + length < len(words) and length and words[end] == words[end + length]:
        end += 1
    places = range(begin, end + 1)
    likely = (start for start in places if opens_at(start) or words[start + length - 1] in dull)
    joined = (start for start in places if joins_at(start))
    return next(joined, next(likely, begin)) if length else first


def joins(paragraph: EditionParagraph, word: int, language: str) -> bool:
    """Return whether a word joins an item to those before it, or stands behind a mark."""
    text = paragraph.text or ""
    start = paragraph.places[word][0] if text else 0
    if not text or not start:
        return False
    return behind_mark(paragraph, word) or bool(language_of(language).compiled("slots", "joins").match(text, start))


def is_connective(passage: WordRun, language: str) -> bool:
    """Return whether a passage only points back: in this regard."""
    words = passage.evidence.text or ""
    return bool(language_of(language).compiled("slots", "connective").fullmatch(words))


def behind_mark(paragraph: EditionParagraph, word: int) -> bool:
    """Return whether a word stands behind a mark."""
    before = (paragraph.text or "")[: paragraph.places[word][0]].rstrip()[-1:]
    return not before.isalnum()


def opens_phrase(paragraph: EditionParagraph, word: int) -> bool:
    """Return whether a word stands at the beginning or behind a mark, which no hyphen is; unknown without a text."""
    if paragraph.text is None:
        return False
    start = paragraph.places[word][0]
    near = paragraph.text[start - 1 : start]
    before = near if near != " " else paragraph.text[start - 2 : start - 1]
    return not (before.isalnum() or before == _HYPHEN)


def _runs(old: _Side, new: _Side, least: int) -> Iterator[Region]:
    """Places where two sides differ, those joined that only function words, or a chance word or two, part."""
    joined: list[Region] = []
    for code in Indel.opcodes(old.words, new.words):
        if code.tag == "equal":
            continue
        region = _at_its_edge((code.src_start, code.src_end, code.dest_start, code.dest_end), old, new)
        if joined and _is_one(joined[-1], region, old, least):
            before = joined.pop()
            region = before[0], region[1], before[2], region[3]
        joined.append(region)
    yield from _whole_words(joined, old, new)


def going_on(paragraph: EditionParagraph, language: str) -> list[bool]:
    """Return of each word whether it goes on with a number, or in a language whose words touch with a word of several
    characters; without a text nobody can tell.
    """
    spoken, text = language_of(language), paragraph.text or ""
    spans = [number.span() for number in spoken.compiled("slots", "number").finditer(text)]
    if spoken.words_touch:
        spans += _words_in(text, spoken)
    inside = {place for start, end in spans for place in range(start + 1, end)}
    return [start in inside for start, _ in paragraph.places] or [False] * len(paragraph.shingles)


def _words_in(text: str, spoken: Language, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where each word of a text stands, those of titles and quotations one by one."""
    for word in spoken.word_classes(text):
        if word.end - word.start > 2 and category(text[word.start]) in ("Ps", "Pi"):
            yield from _words_in(text[word.start + 1 : word.end - 1], spoken, start + word.start + 1)
        else:
            yield start + word.start, start + word.end


def _whole_words(regions: Sequence[Region], old: _Side, new: _Side) -> Iterator[Region]:
    """The places where two sides differ, none of which begins or ends within a number or a word."""
    whole: list[Region] = []
    ends = [*(region[0] for region in regions[1:]), len(old.words)]
    for (first, last, start, end), most in zip(regions, ends, strict=False):
        least = whole[-1][1] if whole else 0
        while first > least and (old.goes_on[first] or new.goes_on[start]):
            first, start = first - 1, start - 1
        while last < most and (old.goes_on[last] or new.goes_on[end]):
            last, end = last + 1, end + 1
        if whole and (first, start) == (whole[-1][1], whole[-1][3]):
            first, _, start, _ = whole.pop()
        whole.append((first, last, start, end))
    yield from whole


def _is_one(before: Region, region: Region, old: _Side, least: int) -> bool:
    """Whether two runs are one: a passage that replaces another has words in common with it by chance."""
    gap = region[0] - before[1]
    if old.is_dull(before[1], region[0]):
        return True
    replaces = all(run[0] < run[1] and run[2] < run[3] for run in (before, region))
    shorter = min(max(run[1] - run[0], run[3] - run[2]) for run in (before, region))
    return replaces and gap < least and gap <= shorter


def _at_its_edge(region: Region, old: _Side, new: _Side) -> Region:
    first, last, start, end = region
    shift = 0
    if start == end:
        shift = first - slid(old.words, first, last, old.opens, old.dull)
    elif first == last:
        shift = start - slid(new.words, start, end, new.opens, new.dull)
    return first - shift, last - shift, start - shift, end - shift
