"""Two clauses that belong together → what the later one covers more or less, with the words that came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import category, name

from rapidfuzz.distance import Indel

from ecoanalysis.compare.changes.explained_words import ExplainedChange, verb_words, whole_clause
from ecoanalysis.compare.changes.wording import WordRun, behind_mark, is_connective, joins, opens_phrase, slid
from ecoanalysis.compare.fingerprints.hashed_words import SLOT_HASH
from ecoanalysis.compare.fingerprints.placed_clauses import PlacedClause
from ecoanalysis.compare.fingerprints.word_strings import as_string, function_hashes, function_words, telling
from ecoanalysis.compare.links.matched_clauses import Side
from ecoanalysis.compare.two_editions.still_standing import Standing
from ecoanalysis.compare.two_editions.time_between import years_named
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.comparison import Change
from ecoanalysis.model.edition import EditionParagraph

_RESTS = 0.60  # share of a clause, apart from what was cut, that must stand for it to be said to cover less
_REPEATED = {
    False: 0.60,
    True: 0.40,
}  # share of telling words, or pairs, that stand in the other side's clause: reordered
_MENTIONS = frozenset({"REF", "NEU"})


def find_scope(
    earlier: PlacedClause, later: PlacedClause, sides: tuple[Side, Side], standing: Standing, language: str
) -> Iterator[ExplainedChange]:
    """Yield what a clause covers more or less; what replaces other words is a rewording."""
    before, after = earlier.paragraph, later.paragraph
    before_in, after_in = earlier.provision, later.provision
    framed = earlier.provision.framed, later.provision.framed
    least = language_of(language).table("slots")["substance"]
    pairs = [{pair for paragraph in side for pair in pairwise(paragraph.shingles)} for side in sides]
    old, new = before.shingles[before_in.first : before_in.last], after.shingles[after_in.first : after_in.last]
    regions = list(_regions(old, new))
    gone = sum(before_in.first + word not in framed[0] for first, last, _, _ in regions for word in range(first, last))
    come = sum(after_in.first + word not in framed[1] for _, _, start, end in regions for word in range(start, end))
    others = [as_string(word for paragraph in side for word in paragraph.shingles) for side in sides]
    # a clause that loses elsewhere what it gains here is rephrased
    outweighs = language_of(language).table("slots")["outweighs"]
    for number, (first, last, start, end) in enumerate(regions):
        cut = range(before_in.first + first, before_in.first + last)
        added = range(after_in.first + start, after_in.first + end)
        less = sum(word not in framed[0] for word in cut)
        more = sum(word not in framed[1] for word in added)
        if not _stands_around(regions, number, least):
            continue
        rests = len(old) - gone >= _RESTS * (len(old) - less), len(new) - come >= _RESTS * (len(new) - more)
        behind_its_verb = added.start >= verb_words(later).words.stop
        if behind_its_verb and not less and _only_joins(after, added, framed[1], language):  # what goes is told
            yield ExplainedChange(None, None, WordRun(after, added))
            continue
        if more >= least and not less and come >= outweighs * gone and not _stands_in(pairs[0], after, added):
            passage = _slid(after, added, language)
            if rests[1] and _is_item(passage, later, language) and not _repeats(passage, others[0], language):
                yield ExplainedChange(
                    Change("scope_widened", whole_clause(earlier), passage.evidence, "words"), None, passage
                )
        elif less >= least and not more and gone >= outweighs * come and not _stands_in(pairs[1], before, cut):
            passage = _slid(before, cut, language)
            stands = standing.has(passage_words(passage)) or _repeats(passage, others[1], language)
            whole = joins(before, passage.words.start, language) or not _is_remnant(
                regions, number, before_in.first, before
            )
            if (
                rests[0]
                and whole
                and _is_item(passage, earlier, language)
                and not stands
                and not _of_an_earlier_year(passage, later)
            ):
                yield ExplainedChange(Change("scope_narrowed", passage.evidence, whole_clause(later), "words"), passage)


def _only_joins(paragraph: EditionParagraph, words: range, framed: frozenset[int], language: str) -> bool:
    """Whether words beside those who are asked only join them to the others: as well as the Bank."""
    text = paragraph.text
    rest = " ".join(text[slice(*paragraph.places[word])] for word in words if word not in framed) if text else ""
    slots = language_of(language)
    left = slots.compiled("slots", "joins").sub(" ", rest).split()
    return bool(rest) and not set(left) - set(slots.table("slots")["function"])


def passage_words(passage: WordRun) -> str:
    """Return the words of a passage as a string of one character a word."""
    return as_string(passage.paragraph.shingles[passage.words.start : passage.words.stop])


def _repeats(passage: WordRun, other: str, language: str) -> bool:
    """Whether what a passage says stands on the other side in another order, or is hardly more than a slot."""
    touching, dull = language_of(language).words_touch, function_words(language) | {as_string([SLOT_HASH])}
    words = telling(passage_words(passage), dull, touching)
    return len(words) < 2 or len(words & telling(other, dull, touching)) > _REPEATED[touching] * len(words)


def _of_an_earlier_year(passage: WordRun, later: PlacedClause) -> bool:
    """Whether what went is of a year that the later paragraph is beyond: the report for 2019, where it is of 2020."""
    years = years_named(passage.evidence.text)
    come = years_named(later.paragraph.text) - years_named(passage.paragraph.text)
    return bool(years) and any(year > max(years) for year in come)


def _stands_around(regions: Sequence[tuple[int, int, int, int]], number: int, least: int) -> bool:
    """Whether enough words stand between a place where two clauses differ and the places before and behind it."""
    before = not number or regions[number][0] - regions[number - 1][1] >= least
    return before and (number + 1 == len(regions) or regions[number + 1][0] - regions[number][1] >= least)


def _is_remnant(
    regions: Sequence[tuple[int, int, int, int]], number: int, start: int, paragraph: EditionParagraph
) -> bool:
    """Whether words went shortly before as well, with no mark between: what went is the end of a longer phrase."""
    if not number or paragraph.text is None or regions[number - 1][0] == regions[number - 1][1]:
        return False
    before, here = (paragraph.places[start + word] for word in (regions[number - 1][1], regions[number][0]))
    return all(character.isalnum() or character.isspace() for character in paragraph.text[before[0] : here[0]])


def _is_item(passage: WordRun, clause: PlacedClause, language: str) -> bool:
    """Whether words that came or went are a phrase of their own: joined to what stands before, or up to a mark.

    What is left of a name that is no longer spelled out, or stands without its abbreviation, is none, nor is a word
    of the verb. Of what is only noted or recalled an item is what is coordinated: the rest tells which it is.
    """
    paragraph, words = passage.paragraph, passage.words
    if paragraph.text is None:
        return True
    if set(words) & set(verb_words(clause).words) or _completes(passage, language):
        return False
    if paragraph.shingles[words.stop - 1] in function_hashes(language) and not language_of(language).words_touch:
        return False  # what follows completes it: and section 4 of
    if _is_circumstance(passage, language) or _breaks_off(passage):
        return False
    if clause.provision.clause.class_ in _MENTIONS and _describes(passage, language):
        return False
    if clause.provision.clause.class_ in _MENTIONS and not joins(paragraph, words.start, language):
        return False
    if paragraph.text[paragraph.places[words.start][0]].isdigit():
        return False  # what is left of a list of amounts
    closes = words.stop == len(paragraph.places) or behind_mark(paragraph, words.stop)
    joined = joins(paragraph, words.start, language)
    return (closes or joined) and not is_connective(passage, language) and not _of_a_name(passage, language)


def _completes(passage: WordRun, language: str) -> bool:
    """Whether a passage opens with a word that only joins what stands before it to what follows."""
    start, end = passage.paragraph.places[passage.words.start]
    return bool(language_of(language).compiled("slots", "links").match(passage.paragraph.text or "", start, end))


def _is_circumstance(passage: WordRun, language: str) -> bool:
    """Whether a passage says when, where or under which theme something was, reports a fact, or sets a condition.

    None is an item: with a condition that went, a clause covers no less.
    """
    lexicon, words = language_of(language), passage.evidence.text or ""
    return bool(
        lexicon.compiled("slots", "circumstance").fullmatch(words) or lexicon.compiled("slots", "aside").match(words)
    )


def _describes(passage: WordRun, language: str) -> bool:
    """Whether a passage tells what stands in a text that is only named: in which it requested …."""
    return bool(language_of(language).compiled("slots", "describes").match(passage.evidence.text or ""))


def _breaks_off(passage: WordRun) -> bool:
    """Whether a passage ends inside a title in its marks: it is no phrase of its own."""
    paragraph = passage.paragraph
    text = (paragraph.text or "")[: paragraph.places[passage.words.stop - 1][1]] if paragraph.text else ""
    marks = [category(character) for character in text if "PARENTHESIS" not in name(character, "")]
    return sum(mark in ("Ps", "Pi") for mark in marks) > sum(mark in ("Pe", "Pf") for mark in marks)


def _of_a_name(passage: WordRun, language: str) -> bool:
    """Whether all that a passage says stands in capitals behind a name, or next to its abbreviation in brackets."""
    paragraph, words = passage.paragraph, passage.words
    text = paragraph.text or ""
    if text[paragraph.places[words.stop - 1][1] :].lstrip()[:1] == "(" or not words.start:
        return bool(words.start)
    dull = function_hashes(language)
    words_told = [text[slice(*paragraph.places[word])] for word in words if paragraph.shingles[word] not in dull]
    before = text[slice(*paragraph.places[words.start - 1])]
    return all(_is_high(word) for word in [before, *words_told])


def _is_high(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()


def _slid(paragraph: EditionParagraph, words: range, language: str) -> WordRun:
    dull = function_hashes(language)

    def opens_at(word: int) -> bool:
        return paragraph.shingles[word] in dull or opens_phrase(paragraph, word)

    def joins_at(word: int) -> bool:
        return joins(paragraph, word, language)

    start = slid(paragraph.shingles, words.start, words.stop, opens_at, dull, joins_at)
    return WordRun(paragraph, range(start, start + len(words)))


def _stands_in(pairs: set[tuple[int, int]], paragraph: EditionParagraph, words: range) -> bool:
    """Whether words that seem to have come or gone only changed their place within the linked paragraphs."""
    inner = list(pairwise(paragraph.shingles[words.start : words.stop]))
    return sum(pair in pairs for pair in inner) > len(inner) / 2


def _regions(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """The places where two sequences differ: each a range of the old and one of the new, neighbours merged."""
    regions: list[tuple[int, int, int, int]] = []
    for code in Indel.opcodes(as_string(old), as_string(new)):
        if code.tag == "equal":
            continue
        region = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if regions and regions[-1][1] == region[0] and regions[-1][3] == region[2]:
            regions[-1] = (regions[-1][0], region[1], regions[-1][2], region[3])
        else:
            regions.append(region)
    return regions
