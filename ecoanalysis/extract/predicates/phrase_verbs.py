"""The verb behind a preposition's noun phrase: words of which that may be true are weighed against each other."""

from __future__ import annotations

from collections.abc import Iterator

from ecoanalysis.extract.predicates.word_senses import (
    includes_in,
    is_actor,
    is_done_to,
    is_noun,
    is_verb,
    makes_compound,
)
from ecoanalysis.extract.predicates.words import Words


def likeliest_verb(words: Words, index: int, close: int) -> int | None:
    """Return the verb behind a preposition's noun phrase: the likeliest, the first of those alike."""
    best: tuple[int, int] | None = None
    for place, weight in _weights(words, index, close):
        if best and words.has("giving", index) and _is_within(words, best[0], place, close):
            continue  # 向各国|分发载有委员会希望了解的问题的一章
        if best and _is_joined_on(words, best[0], place):
            continue  # 启动或继续|进行
        relative = best is not None and is_relative(words, index, best[0], place)
        alike = best is not None and (
            weight == best[1] or (words.has("together", index) and not words.has("light", best[0]))
        )
        adverb = best is not None and weight == best[1] and _has_adverb_of_its_own(words, best[0], place)
        with_partners = best is not None and _is_with_partners(words, index, best[0], place)
        if best is None or weight > best[1] or (alike and relative) or adverb or with_partners:
            best = place, weight
    return best[0] if best else None


def _is_joined_on(words: Words, first: int, second: int) -> bool:
    """Whether the second of two verbs is joined to the first, or goes on with it: 启动|或继续|进行, 继续|提供."""
    between = range(first + 1, second)
    goes_on = words.has("continues", second - 1)
    joined = any(words.has("joins", place) for place in between) and words.word_class(first) == "v"
    linked = all(words.has("joins", place) or words.word_class(place) in ("d", "v") for place in between)
    return goes_on and (first == second - 1 or (joined and linked))


def _weights(words: Words, index: int, close: int) -> Iterator[tuple[int, int]]:
    chained = first = not words.has(
        "with_whom", index
    )  # right behind the preposition a verb is part of its noun phrase: 为执行…提供
    for place in range(index + 1, close):
        if not is_verb(words, place):
            first = first and words.word_class(place) in "dm"
            chained = (chained and words.word_class(place) in "dm") or (words.word_class(place) == "p")
            continue
        if _is_endeavour(words, index, place):
            chained = False
            continue
        moved = place == index + 2 and words.has("moving", index) and words.word_class(place) == "v"
        noun = _is_nominal(words, place) or _is_numbered(words, place)
        governed = words.has("governs", place - 1) and not _is_endeavour(words, index, place - 1)
        first = first and words.word_class(place - 1) != "w"  # 为协商|提供支助
        closes = words.has("closing", place) and not first and not governed
        joined = chained and not moved and not closes  # 危机的解决|创造条件, not 工作的报告继续|进行
        object_of = words.has("closing", place - 1) or _is_document(words, place)  # 给予|协助
        object_of = object_of or _is_pair(words, place)
        if (
            joined
            or noun
            or object_of
            or _is_of_receivers(words, index, place, close)
            or _is_determined(words, index, place)
            or _is_purpose_of(words, index, place, close)
        ):
            donation = words.word_class(place) == "w" and words.word_class(place - 1) in ("a", "d")
            donation = donation and words.word_class(place + 1) == "v"  # 利用|自愿捐款|召开
            chained = chained and not noun and not donation
            continue
        if (weight := _weight(words, index, place, close)) > -3:
            yield place, weight
        chained = (
            weight > -3 and words.word_class(place) == "v"
        )  # 对执行的影响|进行: a noun that is a verb too ends one


def _is_endeavour(words: Words, index: int, place: int) -> bool:
    """Whether efforts are what something is done for: 为和解|努力|创造条件; not 努力|创造条件."""
    return words.has("endeavour", place) and words.has("benefiting", index) and words.has("supplies", place + 1)


def _weight(words: Words, index: int, place: int, close: int) -> int:
    """How likely a word is the verb: an adverb before it tells for it, what makes it part of a noun against it."""
    adverb = place - 1
    while words.word_class(adverb) == "d":
        adverb -= 1
    weight = int(adverb < place - 1 and is_noun(words, adverb))
    weight -= words.word_class(place) == "w" and not _is_joined_to_verb(words, place)
    joined = words.word_class(place - 1) == "v" and words.has("joins", place - 2)
    weight -= joined and words.word_class(index + 1) == "v"  # 丰富内容和增加|交付时间
    weight -= words.has("benefiting", index) and words.has("enjoys", place)
    object_there = words.word_class(index + 1) == words.word_class(place + 1) == "v"
    weight -= 2 * (object_there and words.word_class(place) == "w")  # 为促进文化间|对话|制定
    governed = adverb < place - 1 and words.word_class(adverb) == "v"  # 确保|迅速采取
    if words.has("closing", place) and not governed:
        light = words.has("light", place) and words.has("benefiting", index)  # 为船员开展交流|提供机会
        weight += words.has("clausal", index) and not words.has("according", index) and not light
        weight += words.has("giving", index) and not any(words.has("conveys", word) for word in range(index, place))
    goes_on = words.has("continues", place) and words.has("closing", place + 1)
    weight += 2 * (goes_on and not words.has("modified", place + 2))  # 为会议继续|提供
    quality = words.word_class(place - 1) == "a" and not is_noun(words, place - 2)
    quality = quality and not words.has("at_once", place - 1)  # 在2030年紧急|结束谈判
    tells = words.has("giving", index) and words.has("conveys", place)  # 向各国|通报情况
    weight -= 3 * words.has("joins", place - 1) + 3 * quality + 2 * (makes_compound(words, place) and not tells)
    ends = words.is_comma(place + 1) or (words.has("through", index) and words.stops(place + 1))
    plain = adverb == place - 1 or words.has("through", index)
    if ends and plain and not words.has("together", index) and not words.has("giving", index):
        weight -= 3 * any(words.has("attributive", before) for before in range(index, place))
    return weight


def _has_adverb_of_its_own(words: Words, first: int, second: int) -> bool:
    """Whether an adverb tells the verb of two words that may be nouns: 案件实时跟踪看板不断|监测."""
    nouns = words.word_class(first) == words.word_class(second) == "w"
    return nouns and words.word_class(second - 1) == "d" and is_noun(words, second - 2)


def _is_with_partners(words: Words, index: int, first: int, second: int) -> bool:
    """Whether the first of two verbs side by side says with whom the second is done: 由各国与学会|协商|确定."""
    together = any(words.has("together", place) for place in range(index, first))
    return together and words.has("partners", first) and second == first + 1


def _is_joined_to_verb(words: Words, place: int) -> bool:
    """Whether a verb is joined to what may be a noun, and an object follows: 设计|和执行方案."""
    joined = words.has("joins", place + 1) and words.word_class(place + 2) == "v"
    return joined and words.word_class(place + 3) in "nra" and words.word_class(place + 3) != ""


def _is_within(words: Words, first: int, second: int, close: int) -> bool:
    """Whether the second of two verbs belongs to a clause before 的 that the first has for its object."""
    behind = any(words.has("relative", place) for place in range(second, close))
    between = any(words.has("relative", place) for place in range(first, second))
    return words.word_class(first) == "v" and behind and (words.has("sends", first) or not between)


def is_relative(words: Words, index: int, first: int, second: int) -> bool:
    """Return whether the first of two verbs belongs to a clause before 的, which the preposition takes: 就…的情况."""
    if words.has("together", index):  # 与各国协商|完成, 与开展研究的学会|合作
        together = second if words.has("partners", second) else second - 1
        modifies = any(words.has("relative", place) for place in range(first, second))
        modifies = modifies and (is_noun(words, together - 1) or words.word_class(together - 1) == "d")
        return words.has("partners", together) and (modifies or first == second - 1)
    light = words.has("light", first) and words.has("benefiting", index)  # 为船员经常开展交流|提供机会
    closes = words.has("closing", second) and (light or not words.has("closing", first))
    if words.has("giving", index):
        return closes and any(words.has("relative", place) for place in range(first, second))
    if not words.has("clausal", index):
        return False
    between = range(first + 1, second)
    closes = closes and any(words.word_class(place) not in "dcw" for place in between)  # 确保|迅速采取, 制订和合作开展
    return closes or any(words.has("attributive", place) for place in range(first, second))


def _is_document(words: Words, place: int) -> bool:
    """Whether what conveys something is what is conveyed: 根据报告|及其中的建议, 报告|所载."""
    behind = words.word_class(place + 1) == "c" and words.word_class(place + 2) in "nr"
    return words.has("conveys", place) and (behind or words.has("done", place + 1))


def _is_pair(words: Words, place: int) -> bool:
    """Whether what is joined to it makes a noun of it: 在|征聘|和留用的阶段, 宪法|保障|以及国际义务."""
    joined = words.has("joins", place + 1) and words.word_class(place + 1) != "p"
    if not joined or words.has("counted", place + 2):
        return False
    if words.word_class(place) == "w" and words.has("relative", place + 3):
        return True
    noun = words.word_class(place + 2) in ("n", "r")
    return noun or (words.word_class(place + 2) == "a" and words.word_class(place + 3) == "n")


def _is_purpose_of(words: Words, index: int, place: int, close: int) -> bool:
    """Whether a verb says what something was made for: 向为渔民|参加会议所设的基金."""
    return words.has("benefiting", index + 1) and any(words.has("done", later) for later in range(place, close))


def _is_of_receivers(words: Words, index: int, place: int, close: int) -> bool:
    """Whether a verb tells to whom something is given, behind a preposition: 向|为港口|提供资料的各方|说明."""
    first = index + 1
    while words.word_class(first) in ("a", "r"):
        first += 1
    relative = words.has("giving", index) and words.word_class(first) in ("p", "v", "w")
    ends = (later for later in range(place, close) if words.has("relative", later))
    return relative and any(is_actor(words, later + 1) for later in ends)


def _is_determined(words: Words, index: int, place: int) -> bool:
    """Whether 其 or the like before it makes a noun of a verb: 就|其|执行, not 向|其|提供."""
    whom = words.has("giving", index) or words.has("benefiting", index)
    whom = whom or (words.has("regarding", index) and words.has("closing", place))  # 对其|进行
    pronoun = place == index + 2 and whom
    return words.has("determiner", place - 1) and not (pronoun and words.has("whose", place - 1))


def _is_numbered(words: Words, place: int) -> bool:
    """Whether a number makes a noun of a verb: 每一场|讨论; not 第一次|举行."""
    return bool(words.grammar.numbered.match(words.form(place - 1)))


def _is_nominal(words: Words, place: int) -> bool:
    """Whether 的 before it makes a noun of a verb: 的|全面|执行."""
    before = place - 1
    while words.word_class(before) == "d":
        before -= 1
    return words.has("nominal", before) or is_done_to(words, before)


def _is_first_of_several(words: Words, index: int, place: int) -> bool:
    """Whether a verb is the first of those done to what is moved before it: 将此人|驱逐、遣返或移送到该国."""
    moved = all(words.word_class(before) in "nra" for before in range(index + 1, place))
    listed = words.has("joins", place + 1) and words.word_class(place + 1) != "p" and not words.has("adds", place + 1)
    return moved and listed and words.word_class(place + 2) == "v"


def resulting_verb(words: Words, index: int, close: int) -> int | None:
    """Return the verb that says what becomes of what is moved before it: 将建成的渡口|改建|为灯塔."""
    verb = None
    for place in range(index + 2, close):
        verb_too = words.word_class(place) == "w" and words.has("result", place + 1)  # 将合作安排|应用到
        verb_too = verb_too or words.has("mutually", place - 1)  # 将计划与战略相|协调
        included = includes_in(words, place) and not words.is_comma(place - 1)  # not ，包括在国家一级，
        if not (words.word_class(place) == "v" or verb_too) or not (is_verb(words, place) or included):
            continue
        if _is_first_of_several(words, index, place):
            return place
        if (
            words.has("named_as", place)
            or words.has("sends", place)
            or words.lists("result", words.form(place)[-1:])
            or words.has("result", place + 1)
            or words.has("mutually", place - 1)
        ):
            verb = place if verb is None or is_relative(words, index, verb, place) else verb
    goes_on = verb is not None and words.has("continues", verb - 1) and words.word_class(verb - 1) == "v"
    return verb - 1 if verb is not None and goes_on else verb  # 将此事|继续列入
