"""Whether a word is a preposition where it stands, and what its phrase says: by what means, by whose channel, where."""

from __future__ import annotations

from collections.abc import Iterator

from ecoanalysis.extract.predicates.phrase_verbs import likeliest_verb, resulting_verb
from ecoanalysis.extract.predicates.word_senses import (
    begins_verb_phrase,
    begins_verbal_noun,
    behind_adverbial,
    is_actor,
    is_noun,
    is_title,
    is_verb,
    makes_compound,
)
from ecoanalysis.extract.predicates.words import VERBS, Words


def is_preposition(words: Words, index: int) -> bool:
    """Return whether a word that may be one is a preposition where it stands."""
    if words.word_class(index) != "p":
        return False
    if words.has("also_verb", index):
        return _takes_verb(words, index)
    close = part_end(words, index + 1)
    if words.has("jointly", index) and words.word_class(index + 1) in "vwd":
        return False  # 协同|努力, but 协同各方|提供
    used = words.has("named_as", index + 1) and any(words.has("relative", place) for place in range(index, close))
    if words.has("moving", index) and not used and _is_governed(words, index):  # 将|用作津贴的资源削减
        return what_becomes(words, index) is not None
    if words.has("also_adverb", index) and words.word_class(index + 1) in "dp":
        return words.has("moving", index) and _is_closed(words, index)
    return True


def _is_governed(words: Words, index: int) -> bool:
    """Whether what follows is the verb that shall be done: 将|加快|行动, not 将|报告|提交大会, 将|执行|情况."""
    return (
        words.word_class(index + 1) == "v"
        and (words.word_class(index + 2) not in VERBS or words.has("no_verb", index + 2))
        and not words.has("compound", index + 2)
        and (not words.has("joins", index + 2) or words.has("adds", index + 2))
    )


def _is_closed(words: Words, index: int) -> bool:
    """Whether a verb follows that says what becomes of what is moved before it: 将不受干涉的权利|定为."""
    result = what_becomes(words, index)
    if result is None or words.word_class(index + 1) == "p":
        return result is not None
    return any(words.has("attributive", place) for place in range(index, result))


def what_becomes(words: Words, index: int) -> int | None:
    """Return the verb that says what becomes of what 将 moves before it, behind examples too."""
    return next((verb for close in _moved_ends(words, index) if (verb := resulting_verb(words, index, close))), None)


def _moved_ends(words: Words, index: int) -> Iterator[int]:
    """Where what 将 moves may end: at a comma, behind examples, behind those that are set between two commas."""
    close = part_end(words, index + 1)
    yield close
    for _ in range(2 * (words.is_comma(close) and words.has("example", close + 1))):
        further = part_end(words, close + 1)
        if not words.is_comma(close) or any(words.has("moving", place) for place in range(close, further)):
            return
        yield further
        close = further


def _takes_verb(words: Words, index: int) -> bool:
    """Whether a word that may be verb or preposition has a verb behind its noun phrase: 通过合作|加强."""
    behind = index + 1
    close = part_end(words, behind)
    goes_on = words.has("together", behind) and words.is_comma(close) and begins_verb_phrase(words, close + 1)
    if words.has("joins", behind) and not (has_partner(words, behind) or goes_on):
        return False  # 通过和执行, not 通过与各国协商，
    if says_by_what_means(words, index, close):
        return True
    if words.has("through", index) and words.has("adds", close) and words.word_class(close + 1) == "p":
        return not words.has("adopted", close - 1)  # 通过本国制度并根据规则|采取
    if words.has("through", index) and words.stops(close) and words.has("adopted", close - 1):
        verb = likeliest_verb(words, index, close)  # no verb behind 通过: 通过灯塔管理议定书；
        return verb is not None and any(words.word_class(place) == "v" for place in range(verb, close))
    if words.is_comma(close):
        if words.has("as", index):
            verb = likeliest_verb(words, index, close)
            return is_verb(words, behind) or (verb is not None and is_actor(words, verb - 1))  # 作为主管机构|加强能力，
        if says_by_whose_channel(words, index, close):
            return True
        verb = likeliest_verb(words, index, close) if words.has("through", index) else None
        modifies = verb is not None and any(words.has("attributive", place) for place in range(verb, close))
        modifies = modifies and words.has("adopted", close - 1)  # 通过保护渡口的法律，
        opens = words.has("through", index) and is_verb(words, behind)
        return opens or nested_phrase(words, behind, close) is not None or bool(verb and not modifies)
    verb = likeliest_verb(words, index, close)
    if verb is not None and words.has("as", index) and is_actor(words, verb - 1):
        return True  # 作为主管机构|加强
    if verb is None or (not words.has("through", index) and (makes_compound(words, verb) or words.has("as", verb))):
        return False  # 利用信息交流论坛, 利用灯塔作为依据
    if words.word_class(verb) == "w" and not words.has("through", index) and _is_in_relative(words, verb, close):
        return False  # 利用协定为扩大贸易而规定的安排
    return not (words.is_comma(verb + 1) or words.stops(verb + 1))  # 利用各国报告。


def _is_in_relative(words: Words, verb: int, close: int) -> bool:
    """Whether a word belongs to a clause before 的 and a noun that end the sentence."""
    relative = any(words.has("relative", place) for place in range(verb, close))
    return relative and words.stops(close)


def nested_phrase(words: Words, index: int, close: int) -> int | None:
    """Return a further preposition whose phrase modifies the verb too: 与各国|就此."""
    for place in range(index + 1, close - 1):
        future = words.has("moving", place) and words.word_class(place + 1) == "p"  # 将|于今年举行
        joined = words.has("joins", place - 2) and is_noun(words, place - 3)  # 组织和安排|将
        noun = is_noun(words, place - 1) or (joined and words.word_class(place - 1) in VERBS)
        partners = words.has("together", place) and words.is_comma(close) and words.has("partners", close - 1)
        partners = partners and not is_actor(words, place - 1)  # 就措施|与各国协商，
        modifier = words.word_class(place) == "p" and noun and (partners or not words.has("joins", place))
        if modifier and not future:
            behind = behind_localizer(words, place + 1, close) if words.has("placing", place) else None
            modifies = any(words.has("attributive", later) for later in range(place + 1, min(place + 12, close)))
            thing = words.has("compound", place - 1) and not is_actor(words, place - 1)
            if behind or thing or not modifies:
                return place
    return None


def behind_localizer(words: Words, index: int, close: int) -> int | None:
    """Return the word behind the first that closes a phrase of place or time; of two phrases both: 在从…中恢复期间."""
    inner = words.word_class(index) == "p" and words.has("placing", index)
    first: int | None = None
    modified = False  # what stands between has a noun of its own: 在项目下|提交大会的报告中
    for place in range(index + 1, close + 1):
        if first is not None and words.has("placing", place - 1):
            break
        modified = modified or (first is not None and words.has("attributive", place - 1))
        if words.word_class(place - 1) == "f" and (measured := _behind_measure(words, place)):
            return behind_comma(words, measured)
        if words.word_class(place - 1) != "f" or not (inner or _ends_phrase(words, place)):
            continue
        if inner:
            inner = False
        elif first is None:
            first = place
        elif (
            words.has("surely_local", place - 1)
            and (modified or words.has("when", place - 1) or words.has("levels", first - 1))
            and (words.is_comma(place) or not _is_followed_by_verb(words, first))
        ):
            return behind_comma(words, place)
    return None if first is None else behind_comma(words, first)


def _behind_measure(words: Words, index: int) -> int | None:
    """Behind how long before or after something is: 在讨论前|72小时，."""
    timed = words.has("when", index - 1) and (words.form(index).isdigit() or words.word_class(index) == "m")
    end = next((place for place in range(index + 1, index + 4) if words.is_comma(place)), None)
    return end if timed and end and words.word_class(end - 1) in "nmt" else None


def _is_followed_by_verb(words: Words, index: int) -> bool:
    """Whether a verb stands right behind a point in time: 在届会结束时|编写届会期间的摘要."""
    return words.has("when", index - 1) and words.word_class(index) == "v" and is_verb(words, index)


def _ends_phrase(words: Words, index: int) -> bool:
    if words.word_class(index) == "w" and not words.has("surely_local", index - 1):
        further = index + 2 if words.has("joins", index + 1) else index + 1
        return words.word_class(further) in VERBS
    how = words.word_class(index) == "a" and words.word_class(index + 1) == "v"  # 方面|真诚遵守
    inserted = is_title(words, index) and words.is_comma(index + 1)  # 报告中|(包括附件)，
    listed = words.has("joins", index) and words.word_class(index + 1) == "p"  # 范围内|、通过
    return words.stops(index) or words.is_comma(index) or how or inserted or listed or words.word_class(index) in "dvpw"


def has_partner(words: Words, index: int) -> bool:
    """Return whether words there say with whom something is done, up to a comma: 同港口协商，"""
    if not words.has("together", index) or words.has("partners", index + 1):
        return False
    close = part_end(words, index + 1)
    return (words.is_comma(close) or words.has("adds", close)) and words.has("partners", close - 1)


def says_by_what_means(words: Words, index: int, close: int) -> bool:
    """Return whether all up to the comma says how: 以…为基础，通过…等方式，"""
    if words.has("also_verb", index):
        by_means = (words.has("means", close - 1) and not words.stops(close)) or words.has("whereby", close)
        by_means = by_means or (words.has("through", index) and words.has("channel", close - 1))
        by_means = by_means and not _does_so(words, index, close)
        circumstance = words.has("placing", close + 1) and not words.has("through", index)  # 利用捐款，|在…情况下
        circumstance = circumstance and all(words.word_class(place) != "v" for place in range(index, close))
        return by_means or (words.is_comma(close) and (words.has("together", close + 1) or circumstance))
    last = range(max(index + 2, close - 4), close - 1)
    return words.has("taking", index) and any(words.has("as", place) for place in last)


def _does_so(words: Words, index: int, close: int) -> bool:
    """Whether those named, or by what is named, do what is asked: 通过各组织|采取措施，; not 通过采取措施，."""
    if not words.has("done_by_means", close - 1):
        return False
    place, first = close - 2, index + 1
    while words.word_class(place) in ("a", "d", "m", "r"):
        place -= 1
    while words.word_class(first) in ("a", "d", "m", "r"):
        first += 1
    return words.word_class(place) == "v" and (words.word_class(first) == "n" or is_actor(words, place - 1))


def says_by_whose_channel(words: Words, index: int, close: int) -> bool:
    """Return whether words up to a comma say by what, a verb phrase behind: 通过理事会，向大会; not 通过一项决议，"""
    behind = behind_examples_of_means(words, index, close) + 1
    begins = begins_verbal_noun(words, behind) or begins_verb_phrase(words, behind)
    goes_on = behind_adverbial(words, behind) or (begins and not words.has("purpose", behind))
    aims = words.has("aims", index + 1) or words.has("placing", index + 1)  # 通过除其他外扩大方案，
    adopted = words.has("adopted", close - 1) and words.word_class(index + 1) != "v"
    adopted = adopted and not (aims or _lists_titles(words, index, close))
    through = words.is_comma(close) and words.has("through", index) and not adopted
    return through and bool(goes_on)


def _lists_titles(words: Words, index: int, close: int) -> bool:
    """Whether what is named is of a sort of which titles are examples: 《甲公约》、《乙公约》等|文书."""
    return any(is_title(words, place) and words.has("such", place + 1) for place in range(index + 1, close))


def behind_examples_of_means(words: Words, index: int, close: int) -> int:
    """Return the comma behind examples of by what, a verb phrase following: 通过有关渠道，包括港口网络，|分享."""
    if not (words.has("through", index) and words.is_comma(close) and words.has("example", close + 1)):
        return close
    end = part_end(words, close + 1)
    return end if words.is_comma(end) and begins_verb_phrase(words, end + 1) else close


def part_end(words: Words, index: int) -> int:
    """Return the next comma or stop, or what joins a further verb phrase: not 拥有|并|经营, which share an object."""
    while not words.stops(index) and not words.is_comma(index):
        since = words.has("whereby", index) and words.word_class(index - 1) in ("m", "t")  # 六年|来
        if words.has("further", index) and not since and not _is_between_verbs(words, index):
            break
        index += 1
    return index


def _is_between_verbs(words: Words, index: int) -> bool:
    """Whether what joins two verbs makes one clause of them: 拥有|并|经营渡口的(公司)."""
    if not (words.word_class(index - 1) == "v" and words.word_class(index + 1) in VERBS):
        return False
    place = index + 1
    while not words.stops(place) and not words.is_comma(place) and not words.has("relative", place):
        place += 1
    return words.has("relative", place)


def behind_comma(words: Words, close: int) -> int:
    """Return the word behind a comma, if one stands there."""
    return close + 1 if words.is_comma(close) else close
