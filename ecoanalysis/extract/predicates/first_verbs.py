"""The first verb of a verb phrase, behind the adverbs and the prepositional phrases that stand before it."""

from __future__ import annotations

from dataclasses import dataclass

from ecoanalysis.extract.predicates.prepositional_phrases import behind_prepositional_phrase
from ecoanalysis.extract.predicates.prepositions import is_preposition, part_end
from ecoanalysis.extract.predicates.word_senses import (
    begins_verb_phrase,
    behind_adverbial,
    behind_manner,
    includes_in,
    is_manner,
    is_noun_here,
    is_subject,
    is_verb,
)
from ecoanalysis.extract.predicates.words import Words
from ecoanalysis.lexicon.language import Word


@dataclass(frozen=True, slots=True)
class FirstVerb:
    """The verb of a phrase, None where a noun stands there or nothing, and the words passed that are no phrase's."""

    word: Word | None
    passed: tuple[Word, ...]


def first_verb(words: Words, index: int) -> FirstVerb:
    """Return the verb of the phrase that begins there."""
    passed: list[Word] = []
    return FirstVerb(_first_verb(words, index, passed), tuple(passed))


def _first_verb(words: Words, index: int, passed: list[Word]) -> Word | None:
    """The verb; adverbs and nouns before it are added to those passed."""
    included, how, first, partners = None, -1, index, None
    while not words.stops(index) and not words.has("aims", index):  # 旨在便利航行的|举措
        if behind := behind_adverbial(words, index):
            index = how = behind
        elif is_manner(words, index):
            index = behind_manner(words, index)
        elif further := _behind_further_part(words, index) or _behind_inserted(words, index, first):
            index = further
        elif is_preposition(words, index) and (verb := _takes_as(words, index)):
            return verb
        elif is_preposition(words, index):
            if words.has("moving", index) and _becomes(words, index + 1):
                return words[index + 2]
            behind = max(behind_prepositional_phrase(words, index), index + 1)
            partners = partners or (_with_partners(words, index, behind) if words.has("together", index) else None)
            if words.has("moving", index) and (words.has("as", behind) or includes_in(words, behind)):
                return words[behind]  # 将渡口|作为工具，
            index = behind
        elif (
            is_verb(words, index)
            and (index == how or _opens(words, index, first) or not is_noun_here(words, index))  # 如下文所述|提供
            and not is_subject(words, index, first)
        ) or _includes(words, index):
            return words[index]
        elif is_verb(words, index) and words.has("relative", index - 1) and words.is_comma(index + 1):
            return included  # a noun: 防灾方面的|投资，
        else:
            placed = words.word_class(index - 1) == "f" and words.word_class(index) == "v"
            included = included or (words[index] if placed and words.has("example", index) else None)
            passed.append(words[index])
            index += 1
    return included or partners


def _opens(words: Words, index: int, first: int) -> bool:
    """Whether a phrase begins with what may be a noun, behind those who act: 附属机构|监测充分执行."""
    return index == first and words.word_class(index) == "w" and words.word_class(index - 1) == "n"


def _behind_inserted(words: Words, index: int, first: int) -> int | None:
    """Behind what else opens examples between two commas, a verb phrase following: ，包括借助于各联盟，|加强."""
    if not (words.has("example", index) and index > first and words.is_comma(index - 1)):
        return None
    end = part_end(words, index + 1)
    follows = begins_verb_phrase(words, end + 1) and not words.has("purpose", end + 1)
    inserted = words.word_class(index + 1) == "v" and words.is_comma(end)
    return end + 1 if inserted and follows else None


def _with_partners(words: Words, index: int, behind: int) -> Word | None:
    """What partners do, which is the act where no other follows: 与港口|开展|合作，主要是在湖区."""
    verbs = (place for place in range(index + 1, behind) if words.has("light", place) and is_verb(words, place))
    place = next(verbs, None)
    closes = place is not None and words.is_comma(behind - 1) and words.has("partners", behind - 2)
    return words[place] if place is not None and closes else None


def _takes_as(words: Words, index: int) -> Word | None:
    """What makes a verb phrase of 以 that ends the sentence: 以这些要素|为|基础；."""
    end = index + 1
    while words.has("taking", index) and not (words.stops(end) or words.is_comma(end)):
        end += 1
    places = (place for place in range(index + 2, end) if words.has("as", place))
    place = next(places, None)
    nouns = place is not None and all(words.word_class(later) in "anrc" for later in range(place + 1, end))
    return words[place] if place is not None and nouns and words.stops(end) and place + 1 < end else None


def _becomes(words: Words, index: int) -> bool:
    """Whether a pronoun stands before what it is to be: 将|此作为优先事项，继续; not 将|其为各国所作的努力通知."""
    as_what = words.has("as", index + 1) and not words.has("benefiting", index + 1)
    return as_what and words.word_class(index) in ("a", "r")


def _includes(words: Words, index: int) -> bool:
    """Whether what else opens examples is what is asked: 酌情|包括|各港口; not 酌情|包括|通过."""
    behind_noun = words.word_class(index - 2) in ("n", "f") and words.word_class(index - 1) == "d"
    gives = words.has("example", index) and words.word_class(index) == "v"
    shall = words.has("then", index - 1) and words.word_class(index + 1) in "mnr"  # 应|包括一次开幕会议
    return gives and (shall or (behind_noun and words.word_class(index + 1) in "anr"))


def _behind_further_part(words: Words, index: int) -> int | None:
    """Behind what 并 joins to words that say how, a verb phrase following: 根据情况，|并遵守规则，|加强."""
    close = part_end(words, index + 1)
    joins = words.has("adds", index) and words.is_comma(index - 1) and words.is_comma(close)
    follows = joins and begins_verb_phrase(words, close + 1) and not words.has("purpose", close + 1)
    return close + 1 if follows and not is_preposition(words, index + 1) else None
