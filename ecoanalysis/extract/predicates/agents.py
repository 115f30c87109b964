"""Where a noun phrase ends that names those who act."""

from __future__ import annotations

from ecoanalysis.extract.predicates.prepositions import has_partner, is_preposition
from ecoanalysis.extract.predicates.word_senses import (
    begins_act,
    begins_verb_phrase,
    continues_noun,
    is_actor,
    is_bare,
    is_open,
    is_title,
    makes_compound,
)
from ecoanalysis.extract.predicates.words import Words

_LONGEST = 60  # words of a noun phrase


def agent_end(words: Words, first: int, *, example: bool = False) -> int | None:
    """Return where a noun phrase of unknown words ends that a verb phrase follows; None where none stands there.

    Behind an example a comma may follow: 特别是疟疾流行国，.

    What begins as a verb phrase is one only up to 的 and a noun for those who act (尚未加入…的国家).
    """
    if not is_open(words, first):
        return None
    if words.has("benefiting", first):
        return None  # for whom something is done
    relative = begins_verb_phrase(words, first) or begins_act(words, first) or _begins_clause(words, first)
    certain = words.has("determiner", first)
    at_once = words.has("at_once", first)  # 立即|释放被羁押的人，
    closed, verbs, modified = not relative, relative, False
    for place in range(first, min(len(words), first + _LONGEST)):
        if words.stops(place) or words.is_comma(place) or (relative and words.has("brackets", place)):
            return None
        if relative and words.has("placing", first) and words.has("circumstance", place):
            return None  # 在可行情况下|考虑受影响的国家
        if relative and words.has("moving", place) and is_preposition(words, place):
            return None  # 将行凶的人|绳之以法, not 将参加会议的|国家
        if words.has("attributive", place):
            if relative and is_actor(words, place) and words.word_class(place + 1) == "d":
                return words[place].end  # 施害者|立即
            closed, verbs, modified = True, False, modified or words.has("relative", place)
        elif (
            closed
            and not (relative and _is_of_things(words, place))
            and (_may_end(words, place, modified, verbs, certain) or (example and _ends_example(words, place)))
            and (not relative or _acts(words, place))
        ):
            ends = words.is_comma(place + 1) or words.stops(place + 1)
            return None if words.has("continues", first) or (at_once and ends) else words[place].end
        elif closed and place > first and _governs_there(words, place, certain):
            verbs = True
    return None


def _is_of_things(words: Words, place: int) -> bool:
    """Whether what is joined to a noun is no party, and nothing is asked behind it: 促进船上的人员|和港口建设，"""
    if not words.has("joins", place + 1) or words.word_class(place + 1) == "p":
        return False
    end = place + 2
    while words.word_class(end) and words.word_class(end) in "anvwr" and not words.stops(end):
        end += 0 if words.is_comma(end) else 1
        if words.is_comma(end):
            break
    ends = words.stops(end) or words.is_comma(end)
    return ends and not any(is_actor(words, word) for word in range(place + 2, end))


def _begins_clause(words: Words, first: int) -> bool:
    """Whether a noun is the subject of a clause that tells who acts: 渡口|讨论的所有参与方|加紧."""
    if words.word_class(first) != "n" or is_actor(words, first) or words.word_class(first + 1) != "v":
        return False
    of = next((place for place in range(first + 2, first + 12) if words.has("relative", place)), None)
    ends = range(of + 1, of + 4) if of else ()
    return any(is_actor(words, place) and begins_verb_phrase(words, place + 1) for place in ends)


def _governs_there(words: Words, place: int, certain: bool) -> bool:
    """Whether a verb or preposition stands in a noun phrase, not one that tells what sort: 各|反腐|机构."""
    before = words.word_class(place - 1)
    bare = words.word_class(place) == "v" and (before == "a" or words.has("attributive", place - 1))
    bare = bare or (certain and words.word_class(place) == "v" and before != "d")
    sort = words.has("suffix", place + 1) or (bare and is_actor(words, place + 1)) or _is_sort(words, place)
    return words.word_class(place) in ("v", "p") and not sort


def _acts(words: Words, place: int) -> bool:
    """Whether a noun, or the one that it is joined to, is one of those who act: 机构和|机制."""
    return is_actor(words, place) or (words.has("joins", place - 1) and is_actor(words, place - 2))


def _may_end(words: Words, place: int, modified: bool, verbs: bool, certain: bool) -> bool:
    """Whether a noun may be the last: not one whose modifiers a bare one behind 和 shares."""
    if words.word_class(place) == "n" and has_partner(words, place + 1):
        return True
    if modified and words.has("joins", place + 1) and is_bare(words, place + 2):
        return False
    if (
        modified
        and is_actor(words, place)
        and words.word_class(place + 1) == "w"
        and words.word_class(place + 2) == "r"
    ):
        return True  # 执行方针的实体|审查各自
    if modified and (words.is_comma(place + 1) or words.stops(place + 1)) and is_actor(words, place):
        return True
    return _ends_agent(words, place, verbs, certain)


def _ends_example(words: Words, place: int) -> bool:
    return words.word_class(place) == "n" and is_actor(words, place) and words.is_comma(place + 1)


def _ends_agent(words: Words, place: int, verbs: bool, certain: bool) -> bool:
    if (
        words.word_class(place) != "n"
        or not is_open(words, place)
        or continues_noun(words, place + 1)
        or is_title(words, place)
    ):
        return False
    if words.has("joins", place + 1) and not verbs:
        return is_actor(words, place) and not begins_verb_phrase(words, place + 3)
    if words.has("example", place + 1) and not is_actor(words, place):
        return False
    if verbs:
        return certain and words.word_class(place + 1) == "d"
    return (begins_verb_phrase(words, place + 1) and not _is_sort(words, place + 1)) or _acts_on_object(words, place)


def _acts_on_object(words: Words, place: int) -> bool:
    """Whether what may be a noun is the verb of those who act: 兽医学校|研究骆驼疾病; not 各机构|培训方案."""
    verb = place + 1
    governs = words.word_class(verb) == "w" and words.word_class(verb + 1) in ("a", "m", "n", "r", "v")
    return governs and is_actor(words, place) and not makes_compound(words, verb, bare=True)


def _is_sort(words: Words, place: int) -> bool:
    """Whether a verb tells what sort those are who act: 区域|供资|机构、; not 各方|协助|伙伴，."""
    further = place + 2
    listed = words.has("joins", further) or begins_verb_phrase(words, further)
    sort = words.word_class(place) == "v" and is_actor(words, place + 1) and listed
    begins = words.word_class(place - 2) in ("", "c") and not is_actor(words, place - 1)
    return sort and begins


def actor_end(words: Words, index: int) -> int | None:
    """Return where a noun of those who act ends that begins there and ends its noun phrase; else None."""
    ends = is_actor(words, index) and _ends_agent(words, index, verbs=False, certain=False)
    return words[index].end if ends else None


def noun_before_comma(words: Words, index: int) -> int | None:
    """Return where a noun ends before a comma behind which a verb phrase begins: 港口协商进程，|在…时."""
    close = index
    while words.word_class(close) in ("a", "n", "w") and not (words.is_comma(close) or words.stops(close)):
        close += 1
    noun = index < close < index + _LONGEST and words.word_class(index) == words.word_class(close - 1) == "n"
    return words[close - 1].end if noun and words.is_comma(close) and begins_verb_phrase(words, close + 1) else None


def parts_end(words: Words, index: int) -> int | None:
    """Return where all or each part of what is named before ends, an act or comma behind: 国际社会|所有成员."""
    behind = index + 2
    part = words.has("each", index) and words.word_class(index + 1) == "n" and is_open(words, index + 1)
    ends = words.stops(behind) or words.is_comma(behind) or begins_verb_phrase(words, behind)
    return words[index + 1].end if part and ends else None


def noun_end(words: Words, end: int, *, shared: bool = False) -> int:
    """Return where a noun phrase ends of which the words until ``end`` are the beginning: 国家|元首.

    ``shared``: its modifiers may be those of a bare noun behind 和 too.
    """
    index = words.number_from(end)
    if index and words[index - 1].end > end:
        end = words[index - 1].end
    while continues_noun(words, index):
        end = words[index].end
        index += 1
    if shared and words.has("joins", index) and words.word_class(index) != "p" and _shares(words, index + 1):
        return words[index + 1].end
    return end


def _shares(words: Words, index: int) -> bool:
    """Whether a bare noun stands there that shares the modifiers of the noun before: 人权机制和|程序."""
    return is_bare(words, index) and is_open(words, index) and not words.has("joins", index + 1)


def attributive_end(words: Words, index: int) -> int | None:
    """Return where those begin whom one named before sets up, behind the clause that says so: 秘书长|任命的|特使报告.

    Only a verb that stands right before 的 has no other noun for its own, and only a noun for those who act can do
    what is asked behind it: not 秘书长|提交的|报告述及, 秘书长|邀请参加的|国家提交.
    """
    place = index
    while _says_when(words, place):
        place += 1
    place += words.has("done", place)
    sets_up = words.word_class(place) in ("v", "w") and not words.has("composed", place)
    if not (sets_up and words.has("relative", place + 1)):
        return None
    head = end = place + 2
    while words.word_class(end) in ("a", "n") and not (words.is_comma(end) or words.stops(end)):
        end += 1
    acts = begins_verb_phrase(words, end) or words.word_class(end) == "w" or words.has("joins", end)
    return words[head].start if head < end and is_actor(words, end - 1) and acts else None


def _says_when(words: Words, place: int) -> bool:
    """Whether a word says when, or how: 2030|年, 第八十|届|会议, 共同."""
    counted = words.word_class(place - 1) == "m" and words.word_class(place) == "n"
    return counted or words.form(place).isdigit() or words.word_class(place) in ("d", "m", "t")
