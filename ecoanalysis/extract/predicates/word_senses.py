"""What a word is where it stands: a verb, a noun, one of those who act; read from its class and its neighbours."""

from __future__ import annotations

from ecoanalysis.extract.predicates.words import VERBS, Words


def is_verb(words: Words, index: int) -> bool:
    """Return whether a word is a verb where it stands: not before 的, which makes it a modifier."""
    counted = words.has("counted", index) and (is_counted(words, index) or words.has("not", index - 1))
    may_be = words.word_class(index) in VERBS or words.has("also_verb", index) or counted
    modifies = words.has("modified", index + 1) or words.has("suffix", index + 1)
    modifies = modifies or (words.has("also_manner", index) and words.word_class(index + 1) == "v")
    measured = words.has("measure", index) and words.form(index - 1).isdigit()  # 10时30|分
    measured = measured or words.has("naming", index - 1) or _is_half_a_word(words, index)
    return may_be and not (modifies or measured or words.has("no_verb", index) or is_done_to(words, index))


def _is_half_a_word(words: Words, index: int) -> bool:
    """Whether a character that may be a verb makes one word with that before it: 钢|鼓, 水|泵."""
    single = len(words.form(index)) == len(words.form(index - 1)) == 1
    noun = words.word_class(index - 1) == "n" and words.form(index - 1).isalpha()
    return single and noun and not is_actor(words, index - 1)


def is_counted(words: Words, index: int) -> bool:
    """Return whether what stands behind makes a verb of a noun: 设置|三个, 组织|和支持, 组织|活动; not 续会|第一期."""
    ordinal = words.grammar.ordinal.match(words.form(index + 1))
    numbered = not ordinal and (words.word_class(index + 1) == "m" or words.form(index + 1).isdigit())
    begins = words.word_class(index - 1) in ("", "d", "f") or not words.form(index - 1).isalnum()  # a sign, or a name's
    first = begins or is_actor(words, index - 1)
    joined = (
        first and words.has("joins", index + 1) and words.word_class(index + 2) == "v" and is_verb(words, index + 2)
    )
    return numbered or joined or (first and words.has("events", index + 1)) or _holds_event(words, index)


def _holds_event(words: Words, index: int) -> bool:
    """Whether an event ends what stands behind a noun, which is a verb so: 组织|文化和教育活动; not 区域组织|活动."""
    regards = words.has("about", index + 1)  # 各级|组织|关于航行的会议
    if not regards and words.word_class(index - 1) in "nar" and words.form(index - 1).isalnum():
        return False
    end = index + 1
    while not (words.stops(end) or words.is_comma(end) or (words.word_class(end) == "v" and not regards)):
        end += 1
    close = end if end > index + 2 and (words.stops(end) or words.is_comma(end)) else index
    return words.has("counted", index) and words.has("events", close - 1)


def is_done_to(words: Words, index: int) -> bool:
    """Return whether 所 makes a modifier of a verb: 所|载 (建议)."""
    return words.word_class(index) == "v" and words.has("done", index - 1)


def is_manner(words: Words, index: int) -> bool:
    """Return whether an adverb begins there: 有效|地, 有|系统|地; not 继续|慷慨|地."""
    single = words.word_class(index) == "v" and words.word_class(index + 1) in "ad"
    return words.has("manner", index + 1) or (
        words.word_class(index) in "adv" and not single and words.has("manner", index + 2)
    )


def behind_manner(words: Words, index: int) -> int:
    """Return the word behind such an adverb."""
    return index + (2 if words.has("manner", index + 1) else 3)


def is_noun(words: Words, index: int) -> bool:
    """Return whether a word may be the noun that an adverb or a verb stands behind."""
    return words.word_class(index) in "nwrf" and not words.has("no_noun", index) and not words.has("joins", index)


def is_noun_here(words: Words, index: int) -> bool:
    """Return whether a verb is a noun where a verb phrase is looked for: 提出的|建议, 所载|建议."""
    before = index - 1
    while words.word_class(before) == "r":
        before -= 1  # 所载|各项|建议
    noun = _is_held(words, index) or _is_modified_noun(words, index)
    noun = noun or (words.has("whose", index - 1) and makes_compound(words, index, bare=True))  # 会议及其|筹备进程
    return noun or words.has("relative", index - 1) or is_done_to(words, before)


def _is_held(words: Words, index: int) -> bool:
    """Whether what is held stands before when, how or by whom it is: 对话|于五月举行, 互动对话|由主席主持."""
    if not (words.has("held", index) and words.word_class(index + 1) == "p"):
        return False
    place = index + 2
    while not (words.stops(place) or words.is_comma(place) or words.has("takes_place", place)):
        place += 1
    return words.has("takes_place", place)


def is_subject(words: Words, index: int, first: int) -> bool:
    """Return whether a modal behind it makes a noun of a verb: 小组讨论|将由主席主持, 开幕|部分将于.

    ``first``: the phrase's first word, which is a verb before the modal: 考虑|将于明年举行的会议.
    """
    place = index + 1
    if words.word_class(index) == "w":
        while words.word_class(place) == "n" and place < index + 4 and not words.is_comma(place):
            place += 1
    behind_noun = words.word_class(index - 1) == "n" and not words.is_comma(index - 1)
    if place == index + 1 and (index == first or not behind_noun):
        return False  # ，确保|将关于渔民的承诺
    modal = words.has("then", place) or words.has("moving", place)
    return modal and words.word_class(place + 1) == "p"


def _is_modified_noun(words: Words, index: int) -> bool:
    """Whether a noun that is a verb too stands before another verb's adverb: 合作|进一步加强, not 捐款|并提供."""
    return (
        words.word_class(index) == "w"
        and words.word_class(index + 1) == "d"
        and not words.has("further", index + 1)
        and not words.has("not", index + 1)  # 审查|不带家属的
        and (words.word_class(index + 2) in "dpvw" or is_manner(words, index + 1))
    )


def is_actor(words: Words, place: int) -> bool:
    """Return whether a noun is one of those who act, by its end."""
    if place >= len(words):
        return False
    word = words[place]
    return bool(words.grammar.head.search(words.text, word.start, word.end)) and not words.has("no_actor", place)


def is_title(words: Words, index: int) -> bool:
    """Return whether a title in its marks stands there."""
    return bool(words.grammar.title.match(words.form(index)))


def makes_compound(words: Words, place: int, *, bare: bool = False) -> bool:
    """Return whether a verb and the noun behind it are one, behind a modifier: 方案执行情况, 岛国平稳过渡战略.

    ``bare``: no noun need stand before.
    """
    before = place - 1
    while words.word_class(before) and words.word_class(before) in "ad":
        before -= 1
    further = words.has("sends", place) and words.word_class(place + 2) in VERBS  # 提交|工作报告
    sets_up = words.has("closing", place) or words.has("sets_up", place)  # 采取|措施, 设立|中心
    whole = words.has("compound", place + 1) and not (further or sets_up)
    return whole and (bare or is_noun(words, before))


def is_bare(words: Words, index: int) -> bool:
    """Return whether a noun without a modifier stands there, which shares those of the noun before it."""
    behind = index + 1
    ends = words.has("joins", behind) or words.is_comma(behind) or begins_verb_phrase(words, behind)
    return words.word_class(index) == "n" and ends


def is_open(words: Words, index: int) -> bool:
    """Return whether a word may be part of a noun phrase of unknown words."""
    return bool(words.grammar.open.match(words.form(index))) and not words.has("joins", index)


def continues_noun(words: Words, index: int) -> bool:
    """Return whether a word there belongs to the noun before."""
    verb = words.has("counted", index) and is_counted(words, index)
    if words.form(index).isdigit() and words.word_class(index + 1) == "m":  # 秘书长|2030年至2032年
        return False
    verb = verb or (words.has("also_manner", index) and words.word_class(index + 1) == "v")  # 各国|重点处理
    return words.word_class(index) == "n" and is_open(words, index) and not is_manner(words, index) and not verb


def behind_adverbial(words: Words, index: int) -> int | None:
    """Return the word behind several that are an adverb; None where they end inside a word: 更|新."""
    start = words[index].start if index < len(words) else len(words.text)
    adverbial = words.grammar.adverbial.match(words.text, start)
    if adverbial is None or any(word.start < adverbial.end() < word.end for word in words.tagged[index:]):
        return None
    return words.number_from(adverbial.end())


def begins_verb_phrase(words: Words, index: int) -> bool:
    """Return whether a verb phrase may begin with a word: adverb, preposition, verb."""
    cls = words.word_class(index)
    if not cls or (cls in VERBS and words.has("suffix", index + 1)):
        return False
    if cls == "t":  # 今后|继续
        return words.word_class(index + 1) in "dpv"
    return cls in "dpv" or is_manner(words, index)


def begins_verbal_noun(words: Words, index: int) -> bool:
    """Return whether a noun that is a verb too stands before its object: 通过论坛，|研究捕鱼."""
    return words.word_class(index) == "w" and words.word_class(index + 1) in "amnr"


def begins_act(words: Words, index: int) -> bool:
    """Return whether a word is an act in a noun, which governs what follows or stands alone."""
    further = index + 2 if words.has("joins", index + 1) else index + 1
    return words.word_class(index) == "w" and (words.stops(further) or words.word_class(further) in "vwdpr")


def includes_in(words: Words, place: int) -> bool:
    """Return whether what else opens examples says what becomes of something: 将各国|包括|在内."""
    return words.has("example", place) and words.has("result", place + 1)
