"""Where a prepositional phrase ends: at its localizer (在…框架内), at a comma, or where a verb follows."""

from __future__ import annotations

from ecoanalysis.extract.predicates.phrase_verbs import is_relative, likeliest_verb
from ecoanalysis.extract.predicates.prepositions import (
    behind_comma,
    behind_examples_of_means,
    behind_localizer,
    nested_phrase,
    part_end,
    says_by_what_means,
    says_by_whose_channel,
    what_becomes,
)
from ecoanalysis.extract.predicates.word_senses import (
    begins_verb_phrase,
    begins_verbal_noun,
    behind_adverbial,
    is_actor,
    is_title,
    is_verb,
    makes_compound,
)
from ecoanalysis.extract.predicates.words import VERBS, Words


def behind_prepositional_phrase(words: Words, index: int) -> int:
    """Return where what follows a prepositional phrase begins: behind its localizer or its comma, at a verb."""
    close = part_end(words, index + 1)
    if says_by_what_means(words, index, close):
        return behind_comma(words, behind_examples_of_means(words, index, close))
    examples = words.is_comma(close) and words.has("example", close + 1) and not _is_stressed(words, close + 1)
    return (
        _at_partners(words, index, close)
        or _behind_partner(words, index, close)
        or _behind_title(words, index)
        or _behind_condition(words, index, close)
        or _at_what_is_done_for_it(words, index, close, examples)
        or (what_becomes(words, index) if words.has("moving", index) else None)
        or _behind_place(words, index, close, examples)
        or _behind_resumed_means(words, index, close, examples)
        or _at_verb(words, index, close, examples)
    )


def _at_partners(words: Words, index: int, close: int) -> int | None:
    """What partners do, where what for stands right behind it: 与各国|协商以更好地了解."""
    places = (place for place in range(index + 1, close) if words.has("partners", place))
    place = next(places, index)
    for_what = words.has("taking", place + 1) and words.word_class(place + 2) in ("d", "v")
    return place if words.has("together", index) and place > index and for_what else None


def _behind_condition(words: Words, index: int, close: int) -> int | None:
    """Behind the comma of 如果费用超过限额，|大会 and 对于尚未缴款的国家，|应."""
    if words.has("condition", index) and words.is_comma(close) and words.has("example", close + 1):
        further = part_end(words, close + 1)
        close = further if words.is_comma(further) else close  # 如果商定方案，包括海图，|小组将
    conditional = words.has("condition", index) or words.has("then", close + 1)
    return close + 1 if words.is_comma(close) and conditional else None


def _at_what_is_done_for_it(words: Words, index: int, close: int, examples: bool) -> int | None:
    """The verb that closes 为 behind examples: 为代表根据决议，包括其附件，出席会议|提供便利."""
    first = part_end(words, close + 1) + 1
    if not (examples and words.has("benefiting", index) and words.is_comma(first - 1) and is_verb(words, first)):
        return None
    if any(words.has("closing", place) and is_verb(words, place) for place in range(index + 1, close)):
        return None  # 为渔民提供灯具，包括灯座，改善航运
    last = part_end(words, first)
    closes = (place for place in range(first + 1, last) if words.has("closing", place) and is_verb(words, place))
    return None if words.has("closing", first) else next(closes, None)


def _behind_place(words: Words, index: int, close: int, examples: bool) -> int | None:
    """Behind the localizer, of examples too: 在不重复工作，包括不重复计划的|情况下，."""
    if not words.has("placing", index):
        return None
    if local := behind_localizer(words, index + 1, close):
        return local
    further = part_end(words, close + 1)
    local = words.has("circumstance", further - 1) and (examples or words.has("not", close + 1))
    local = local or (words.has("when", further - 1) and _goes_on_in_time(words, close))
    return behind_comma(words, further) if words.is_comma(close) and local else None


def _goes_on_in_time(words: Words, close: int) -> bool:
    """Whether a further case is joined behind a comma: 在船只从事走私，|或拒绝提供资料时，采取."""
    return words.is_comma(close) and words.has("joins", close + 1) and words.word_class(close + 1) == "c"


def _behind_resumed_means(words: Words, index: int, close: int, examples: bool) -> int | None:
    """Behind examples of means that name a further one: 通过训练，特别是|通过."""
    resumes = words.has("through", close + 2) or words.has("through", close + 3)
    if not (examples and words.has("through", index) and resumes):
        return None
    return behind_comma(words, part_end(words, close + 1))


def _at_verb(words: Words, index: int, close: int, examples: bool) -> int:
    """The verb behind the phrase's noun, where one does not belong to it; else a further phrase, or the comma."""
    if words.has("through", index) and (therefore := _at_what_follows(words, index, close)):
        return therefore
    nested = nested_phrase(words, index + 1, close)
    if nested and words.has("also_verb", nested) and words.has("regarding", index) and _is_closed(words, nested, close):
        nested = None  # 对走私者利用渡口|保持警惕
    if nested and words.has("benefiting", index) and _is_done_for(words, index, close):
        nested = None  # 为渔民在湖区开展活动|提供便利
    verb = likeliest_verb(words, index, nested or close)
    if verb and _is_of_noun(words, index, verb, nested, close, examples):
        verb = None
    if verb and _is_purpose(words, index, close) and not words.has("closing", verb):
        verb, nested = None, None  # 为有效执行关于放行的条款，
    channel = verb and nested is None and says_by_whose_channel(words, index, close)
    if verb and channel and _names_channel(words, index, verb, close):
        means = behind_examples_of_means(words, index, close)
        if means != close:
            return behind_comma(words, means)
        verb = None  # 通过有权管理渡口的组织，通过技术援助和编写指南，
    cooperates = words.has("together", index) and words.has("partners", close - 1)  # with examples of what for
    if cooperates and examples and not _goes_on_behind(words, close):
        verb = verb or likeliest_verb(words, index, close)
        return verb if verb and words.has("light", verb) else close - 1  # 同各国开展|合作，包括
    takes = any(words.has(kind, index) for kind in ("clausal", "together", "giving"))
    if verb is None and nested is None and examples and takes:
        close = _behind_examples(words, index, close)
        verb = _verb_behind_examples(words, index, close)
    if verb is None and nested is None and words.has("benefiting", index) and is_verb(words, close - 1):
        verb = close - 1 if words.is_comma(close) and words.has("purpose", close + 1) else None  # 为基金|捐款，使
    if verb is None or (nested and is_relative(words, index, verb, nested)):
        return nested or behind_comma(words, close)
    together = words.has("together", index) or (words.has("placing", index) and _has_together(words, index, verb))
    partners = together and words.is_comma(close) and words.has("partners", close - 1)
    return _behind_partners(words, verb, close) if partners and not _has_partners(words, verb, close) else verb


def _at_what_follows(words: Words, index: int, close: int) -> int | None:
    """The verb behind what is done by a means: 通过提供海图而|继续."""
    places = (place + 1 for place in range(index + 1, close) if words.has("therefore", place))
    return next((place for place in places if words.word_class(place) == "v" and is_verb(words, place)), None)


def _is_done_for(words: Words, index: int, close: int) -> bool:
    """Whether what closes 为 has another verb before it: 为|开展活动|提供便利."""
    verb = likeliest_verb(words, index, close)
    if verb is None or not words.has("closing", verb) or words.has("attributive", verb + 1):
        return False
    return any(words.word_class(place) == "v" and is_verb(words, place) for place in range(index + 1, verb))


def _is_closed(words: Words, index: int, close: int) -> bool:
    """Whether a verb follows whose object a phrase of what it regards is."""
    return any(words.has("closing", place) and is_verb(words, place) for place in range(index + 1, close))


def _is_stressed(words: Words, index: int) -> bool:
    """Whether what else opens examples is an adverb: 与港口合作，|特别保障船员; not 包括保障船员."""
    verb = words.word_class(index + 1) == "v" and is_verb(words, index + 1)
    return words.word_class(index) == "d" and verb


def _has_together(words: Words, index: int, verb: int) -> bool:
    """Whether with whom something is done stands within: 由主席与各国协商，|邀请."""
    return any(words.has("together", place) for place in range(index, verb))


def _is_of_noun(words: Words, index: int, verb: int, nested: int | None, close: int, examples: bool) -> bool:
    """Whether a verb is part of the phrase's noun: 就本决议执行情况|向大会, 按照应对计划，."""
    if (nested or words.has("according", index)) and makes_compound(words, verb):
        return True
    return nested is None and _is_named(words, index, verb, close, examples)


def _verb_behind_examples(words: Words, index: int, close: int) -> int | None:
    """The verb behind examples, but one of theirs: 根据关于渡口，特别是确立管辖权的资料，."""
    verb = likeliest_verb(words, index, close)
    named = verb and not words.has("together", index) and words.word_class(verb) == "w"
    theirs = verb and (named or is_relative(words, index, verb, close) or makes_compound(words, verb))
    return None if theirs else verb


def _behind_title(words: Words, index: int) -> int | None:
    """The verbs behind a title by which something is done, that have an object: 按照《公约》|调查和起诉肇事者."""
    verb = index + 2
    pair = words.has("according", index) and is_title(words, index + 1) and words.has("joins", verb + 1)
    verbs = pair and is_verb(words, verb) and is_verb(words, verb + 2)
    ends = words.is_comma(verb + 3) or words.stops(verb + 3) or words.has("attributive", verb + 3)
    return verb if verbs and not ends and not words.has("compound", verb + 3) else None


def _is_named(words: Words, index: int, verb: int, close: int, examples: bool) -> bool:
    """Whether a verb behind a preposition is part of what is named there, as a verb phrase behind the comma tells.

    按照立法授权，继续; 针对转运活动，特别是海上转运，考虑; 就各国获得疫苗的情况，向大会提交.
    """
    adverb = words.word_class(verb - 1) == "d"
    begins = begins_verb_phrase(words, close + 1) or begins_verbal_noun(words, close + 1)
    goes_on = words.is_comma(close) and begins and not words.has("purpose", close + 1)
    noun = words.word_class(verb) == "w" and not adverb and not words.has("partners", verb)
    noun = noun and words.word_class(verb + 1) != "m" and not words.form(verb + 1).isdigit()
    given = goes_on and words.has("giving", close + 1) and not words.has("closing", verb)
    if words.has("according", index):
        if goes_on and is_title(words, close - 1) and words.has("relative", close - 2):
            return True  # 按照|邀请各国增加捐款的《宣言》，加强
        return (noun and goes_on) or (given and is_relative(words, index, verb, close))
    if words.has("regarding", index):
        noun = noun and (examples or (goes_on and words.has("aimed_at", index)))
        if goes_on and words.word_class(close + 1) == "p" and _is_of_matter(words, index, verb, close):
            return True
        carried_out = goes_on and words.has("giving", close + 1) and makes_compound(words, close - 2)  # 规定执行|情况，
        return noun or (
            words.has("compound", close - 1) and (carried_out or (given and words.has("relative", close - 2)))
        )
    return False


def _is_of_matter(words: Words, index: int, verb: int, close: int) -> bool:
    """Whether a verb belongs to a clause before 的 that tells of a matter: 就增进各方|开展对话的途径，与各国."""
    modifies = any(words.has("relative", place) for place in range(verb, close))
    return modifies and words.word_class(index + 1) == "v" and verb > index + 1 and words.word_class(close - 1) == "n"


def _behind_partner(words: Words, index: int, close: int) -> int | None:
    """Where more is said of how, behind 并: 与港口协调并|按照规则，考虑; 与港口协商，并|考虑到费用，扩建."""
    place = close + 1 if words.has("further", close) else close + 2
    together = words.has("together", index) or (words.has("through", index) and words.has("together", index + 1))
    joined = words.has("adds", place - 1) and together and words.has("partners", close - 1)
    how = words.has("according", place) or words.has("together", place) or behind_adverbial(words, place)
    how = how or (words.has("placing", place) and behind_localizer(words, place + 1, part_end(words, place + 1)))
    if not (joined and how):
        return None
    verb = likeliest_verb(words, index, close)
    return None if verb and _has_partners(words, verb, close) else place  # 同各国|加强合作，并在双方关注的领域建立


def _is_purpose(words: Words, index: int, close: int) -> bool:
    """Whether words up to a comma say what for, and a verb phrase follows: 为执行条款，继续."""
    first = index + 1
    while words.word_class(first) == "d":
        first += 1
    goes_on = begins_verb_phrase(words, close + 1) and not words.has("purpose", close + 1)
    within = range(first, close)
    reason = any(words.has("therefore", place) for place in within)  # 为应对挑战|而加紧努力，
    is_purpose = words.has("benefiting", index) and words.is_comma(close) and words.word_class(first) == "v"
    return is_purpose and goes_on and not reason


def _names_channel(words: Words, index: int, verb: int, close: int) -> bool:
    """Whether a verb behind 通过 is part of what is named there."""
    modifies = any(words.has("attributive", place) for place in range(verb, close))
    thing = is_actor(words, close - 1) or words.has("compound", close - 1) or words.has("channel", close - 1)
    compound = words.has("compound", verb + 1) and not words.has("closing", verb)
    noun = words.word_class(verb) == "w" or compound
    noun = noun or _is_whole_means(words, index, verb) or _is_in_name(words, index, verb, close)
    return words.has("moving", index + 1) or words.has("aims", index + 1) or noun or (modifies and thing)


def _is_in_name(words: Words, index: int, verb: int, close: int) -> bool:
    """Whether a verb stands in the name of one who acts: 通过联合国|选举援助协调人，."""
    plain = not (words.has("closing", verb) or any(words.has("attributive", place) for place in range(index, close)))
    named = words.word_class(index + 1) == "n" and words.word_class(verb + 1) in VERBS and verb == index + 2
    return plain and named and is_actor(words, close - 1)


def _is_whole_means(words: Words, index: int, verb: int) -> bool:
    """Whether a verb behind 通过 belongs to the verb phrase there: 通过|支持妇女参与市场，扩建."""
    first = index + 1
    if words.has("placing", first):
        first = behind_localizer(words, first + 1, verb) or first  # 通过除其他外|加入
    if words.has("partners", first) and words.has("light", verb):
        return verb == first + 1  # 通过|合作开展调查，|编写
    if words.word_class(first) != "v":
        return False
    if words.is_comma(verb + 1):
        return True  # 通过促进海图|编制，扩建
    joined = (words.has("joins", place) and words.word_class(place + 1) in "pdv" for place in range(first + 1, verb))
    return first == verb or words.has("enabling", first) or any(joined)


def _has_partners(words: Words, verb: int, close: int) -> bool:
    """Whether what partners do is the object of a verb that says more: 与各国|加强合作，; not 开展合作，."""
    if words.has("partners", verb) or words.has("light", verb):
        return False
    return all(
        words.has("partners", place) or words.has("joins", place) or words.word_class(place) in "ad"
        for place in range(verb + 1, close)
    )


def _goes_on_behind(words: Words, close: int) -> bool:
    """Whether more is asked behind the examples of a comma: 包括通过培训，制定政策; not 包括提供资料，说明…"""
    end = part_end(words, close + 1)
    if is_verb(words, close + 2) and words.word_class(close + 2) == "v" and not words.has("example", close + 2):
        return False
    follows = begins_verb_phrase(words, end + 1) or words.word_class(end + 1) == "w"
    follows = follows or behind_adverbial(words, end + 1) is not None
    return words.is_comma(end) and not words.has("purpose", end + 1) and follows


def _behind_examples(words: Words, index: int, close: int) -> int:
    """The comma behind examples between commas: 就渡口，包括灯塔，; of partners all that are named up to 合作，"""
    end = part_end(words, close + 1)
    while words.has("together", index) and words.has("further", end):
        end = part_end(words, end + 1)
    return end


def _behind_partners(words: Words, verb: int, close: int) -> int:
    """What is asked behind 与…合作，: to cooperate where nothing follows but what for."""
    follows = close + 1
    if words.has("taking", follows) and words.word_class(follows + 1) in "an":  # 以无障碍格式|制作: how, not what for
        return follows
    if how := behind_adverbial(words, follows):
        return how
    if words.has("example", follows) and _is_stressed(words, follows):
        return follows
    if words.has("purpose", follows):
        further = part_end(words, follows + 1)
        again = words.is_comma(further) and words.has("partners", further - 1)
        again = again or (words.has("example", follows) and _goes_on_behind(words, close))
        return further + 1 if again else verb
    return verb if words.stops(follows) else follows
