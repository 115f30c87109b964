"""Where a verb phrase begins in languages that do not mark it: read from the classes of words, not a list of verbs.

Adverbs and prepositional phrases stand before the verb. A phrase ends at its localizer (在…框架内), at a comma, or
where a verb follows that can be no part of the noun in it; words of which that may be true are weighed against each
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.language import Word

_LONGEST = 60  # words of a noun phrase
_VERBS = "vw"  # a verb, a noun that is a verb too


@dataclass(frozen=True)
class _Grammar:
    """Words that are few in every language, by what they do (``lexicon/<language>/acts.toml``, predicate)."""

    sets: dict[str, frozenset[str]]
    stop: re.Pattern[str]
    comma: re.Pattern[str]
    head: re.Pattern[str]
    adverbial: re.Pattern[str]
    title: re.Pattern[str]
    open: re.Pattern[str]
    ordinal: re.Pattern[str]

    def has(self, kind: str, word: str) -> bool:
        return word in self.sets[kind]


@cache
def _grammar(language: str) -> _Grammar | None:
    lexicon = language_of(language)
    table = lexicon.table("acts").get("predicate")
    if table is None:
        return None
    sets = {key: frozenset(words) for key, words in table["words"].items()}
    patterns = {
        key: lexicon.compiled("acts", "predicate", key)
        for key in ("stop", "comma", "head", "adverbial", "title", "open", "ordinal")
    }
    return _Grammar(sets, **patterns)


@dataclass(frozen=True)
class Predicates:
    """The words of a text with their classes, and where verb phrases begin among them.

    Examples
    --------
    >>> text = "就各国提出的建议进一步开展合作"
    >>> predicates = read_predicates(text, "zh")
    >>> verb = predicates.first_verb(0)
    >>> text[verb.start : verb.end]
    '开展'
    """

    text: str
    words: Sequence[Word]
    grammar: _Grammar

    @cached_property
    def _index(self) -> dict[int, int]:
        return {word.start: index for index, word in enumerate(self.words)}

    def _form(self, index: int) -> str:
        if not 0 <= index < len(self.words):
            return ""
        return self.text[self.words[index].start : self.words[index].end]

    def _word_class(self, index: int) -> str:
        return self.words[index].word_class if 0 <= index < len(self.words) else ""

    def _is(self, kind: str, index: int) -> bool:
        return self.grammar.has(kind, self._form(index))

    def _stops(self, index: int) -> bool:
        return index >= len(self.words) or bool(self.grammar.stop.match(self._form(index)))

    def _is_comma(self, index: int) -> bool:
        return bool(self.grammar.comma.match(self._form(index)))

    def index_from(self, start: int) -> int:
        """Return the number of the first word that begins there or behind."""
        return next((index for index, word in enumerate(self.words) if word.start >= start), len(self.words))

    def opens_act(self, start: int) -> bool:
        """Return whether a verb phrase begins there, behind a comma too: 在今年|举行; not 大会|应举行."""
        index = self.index_from(start)
        index += self._is_comma(index)
        return self._begins_verb_phrase(index) or self._behind_adverbial(index) is not None

    # --- the first verb -----------------------------------------------------------------------------------------------

    def first_verb(self, start: int) -> Word | None:
        """Return the verb of the phrase that begins there; None where a noun stands there or nothing."""
        index, included, how = self.index_from(start), None, -1
        while not self._stops(index) and not self._is("aims", index):  # 旨在便利航行的|举措
            if behind := self._behind_adverbial(index):
                index = how = behind
            elif self._is_manner(index):
                index = self._behind_manner(index)
            elif further := self._behind_further_part(index):
                index = further
            elif self._is_preposition(index):
                behind = max(self._behind_phrase(index), index + 1)
                if self._is("moving", index) and (self._is("as", behind) or self._is_put_in(behind)):
                    return self.words[behind]  # 将渡口|作为工具，
                index = behind
            elif (
                self._is_verb(index) and (index == how or not self._is_noun_here(index))  # 如下文所述|提供
            ) or self._includes(index):
                return self.words[index]
            elif self._is_verb(index) and self._is("relative", index - 1) and self._is_comma(index + 1):
                return included  # a noun: 防灾方面的|投资，
            else:
                placed = self._word_class(index - 1) == "f" and self._word_class(index) == "v"
                included = included or (self.words[index] if placed and self._is("example", index) else None)
                index += 1
        return included

    def _includes(self, index: int) -> bool:
        """Whether what else opens examples is what is asked: 酌情|包括|各港口; not 酌情|包括|通过."""
        behind_noun = self._word_class(index - 2) in ("n", "f") and self._word_class(index - 1) == "d"
        gives = self._is("example", index) and self._word_class(index) == "v"
        return gives and behind_noun and self._word_class(index + 1) in "anr"

    def _behind_further_part(self, index: int) -> int | None:
        """Behind what 并 joins to words that say how, a verb phrase following: 根据情况，|并遵守规则，|加强."""
        close = self._close(index + 1)
        joins = self._is("adds", index) and self._is_comma(index - 1) and self._is_comma(close)
        follows = joins and self._begins_verb_phrase(close + 1) and not self._is("purpose", close + 1)
        return close + 1 if follows and not self._is_preposition(index + 1) else None

    def _behind_adverbial(self, index: int) -> int | None:
        """The word behind several that are an adverb; None where they end inside a word: 更|新."""
        start = self.words[index].start if index < len(self.words) else len(self.text)
        adverbial = self.grammar.adverbial.match(self.text, start)
        if adverbial is None or any(word.start < adverbial.end() < word.end for word in self.words[index:]):
            return None
        return self.index_from(adverbial.end())

    def _is_verb(self, index: int) -> bool:
        """Whether a word is a verb where it stands: not before 的, which makes it a modifier."""
        counted = self._is("counted", index) and (self._is_counted(index) or self._is("not", index - 1))
        may_be = self._word_class(index) in _VERBS or self._is("also_verb", index) or counted
        modifies = self._is("modified", index + 1) or self._is("suffix", index + 1)
        modifies = modifies or (self._is("also_manner", index) and self._word_class(index + 1) == "v")
        return may_be and not (modifies or self._is("no_verb", index) or self._is_what_is_done(index))

    def _is_counted(self, index: int) -> bool:
        """Whether a number or a verb joined to it makes a verb of a noun: 设置|三个, 组织|和支持; not 续会|第一期."""
        ordinal = self.grammar.ordinal.match(self._form(index + 1))
        numbered = not ordinal and (self._word_class(index + 1) == "m" or self._form(index + 1).isdigit())
        first = self._word_class(index - 1) in ("", "d") or self._is_actor(index - 1)
        joined = (
            first and self._is("joins", index + 1) and self._word_class(index + 2) == "v" and self._is_verb(index + 2)
        )
        return numbered or joined

    def _is_noun_here(self, index: int) -> bool:
        """Whether a verb is a noun where a verb phrase is looked for: 提出的|建议, 所载|建议."""
        before = index - 1
        while self._word_class(before) == "r":
            before -= 1  # 所载|各项|建议
        return self._is_modified_noun(index) or self._is("relative", index - 1) or self._is_what_is_done(before)

    def _is_what_is_done(self, index: int) -> bool:
        """Whether 所 makes a modifier of a verb: 所|载 (建议)."""
        return self._word_class(index) == "v" and self._is("done", index - 1)

    def _is_modified_noun(self, index: int) -> bool:
        """Whether a noun that is a verb too stands before another verb's adverb: 合作|进一步加强, not 捐款|并提供."""
        return (
            self._word_class(index) == "w"
            and self._word_class(index + 1) == "d"
            and not self._is("further", index + 1)
            and (self._word_class(index + 2) in "dpvw" or self._is_manner(index + 1))
        )

    def _is_manner(self, index: int) -> bool:
        """Whether an adverb begins there: 有效|地, 有|系统|地; not 继续|慷慨|地."""
        single = self._word_class(index) == "v" and self._word_class(index + 1) in "ad"
        return self._is("manner", index + 1) or (
            self._word_class(index) in "adv" and not single and self._is("manner", index + 2)
        )

    def _behind_manner(self, index: int) -> int:
        return index + (2 if self._is("manner", index + 1) else 3)

    def _is_preposition(self, index: int) -> bool:
        if self._word_class(index) != "p":
            return False
        if self._is("also_verb", index):
            return self._takes_verb(index)
        if self._is("jointly", index) and self._word_class(index + 1) in "vwd":
            return False  # 协同|努力, but 协同各方|提供
        if self._is("moving", index) and self._is_governed(index):
            return self._result(index, self._close(index + 1)) is not None
        if self._is("also_adverb", index) and self._word_class(index + 1) in "dp":
            return self._is("moving", index) and self._is_closed(index)
        return True

    def _is_governed(self, index: int) -> bool:
        """Whether what follows is the verb that shall be done: 将|加快|行动, not 将|报告|提交大会, 将|执行|情况."""
        return (
            self._word_class(index + 1) == "v"
            and self._word_class(index + 2) not in _VERBS
            and not self._is("compound", index + 2)
            and (not self._is("joins", index + 2) or self._is("adds", index + 2))
        )

    def _is_closed(self, index: int) -> bool:
        """Whether a verb follows that says what becomes of what is moved before it: 将不受干涉的权利|定为."""
        result = self._result(index, self._close(index + 1))
        if result is None or self._word_class(index + 1) == "p":
            return result is not None
        return any(self._is("attributive", place) for place in range(index, result))

    def _takes_verb(self, index: int) -> bool:
        """Whether a word that may be verb or preposition has a verb behind its noun phrase: 通过合作|加强."""
        behind = index + 1
        if self._is("joins", behind) and not self._has_partner(behind):
            return False  # 通过和执行, not 通过与各国协商，
        if self._is_means(index, self._close(behind)):
            return True
        close = self._close(behind)
        if self._is("through", index) and self._stops(close) and self._is("adopted", close - 1):
            verb = self._weighed(index, close)  # no verb behind 通过: 通过灯塔管理议定书；
            return verb is not None and any(self._word_class(place) == "v" for place in range(verb, close))
        if self._is_comma(close):
            if self._is_channel(index, close):
                return True
            verb = self._weighed(index, close) if self._is("through", index) else None
            modifies = verb is not None and any(self._is("attributive", place) for place in range(verb, close))
            modifies = modifies and self._is("adopted", close - 1)  # 通过保护渡口的法律，
            return self._is_verb(behind) or self._nested(behind, close) is not None or bool(verb and not modifies)
        verb = self._weighed(index, close)
        if verb is None or (not self._is("through", index) and (self._makes_compound(verb) or self._is("as", verb))):
            return False  # 利用信息交流论坛, 利用灯塔作为依据
        return not (self._is_comma(verb + 1) or self._stops(verb + 1))  # 利用各国报告。

    def _close(self, index: int) -> int:
        """The next comma or stop, or what joins a further verb phrase: not 拥有|并|经营, which share an object."""
        while not self._stops(index) and not self._is_comma(index):
            if self._is("further", index) and not self._is_between_verbs(index):
                break
            index += 1
        return index

    def _is_between_verbs(self, index: int) -> bool:
        """Whether what joins two verbs makes one clause of them: 拥有|并|经营渡口的(公司)."""
        if not (self._word_class(index - 1) == "v" and self._word_class(index + 1) in _VERBS):
            return False
        place = index + 1
        while not self._stops(place) and not self._is_comma(place) and not self._is("relative", place):
            place += 1
        return self._is("relative", place)

    # --- prepositional phrases ----------------------------------------------------------------------------------------

    def _behind_phrase(self, index: int) -> int:
        """Where what follows a prepositional phrase begins: behind its localizer or its comma, at a verb."""
        close = self._close(index + 1)
        if self._is_means(index, close):
            return self._behind_comma(self._behind_examples_of_means(index, close))
        if further := self._behind_partner(index, close) or self._behind_title(index):
            return further
        if self._is_comma(close) and (self._is("condition", index) or self._is("then", close + 1)):
            return close + 1  # 如果费用超过限额，大会, 对于尚未缴款的国家，应
        gives_examples = self._is_comma(close) and self._is("example", close + 1)
        if self._is("moving", index):
            result = self._result(index, close)
            result = result or (self._result(index, self._close(close + 1)) if gives_examples else None)
            if result:
                return result
        if self._is("placing", index) and (local := self._localizer(index + 1, close)):
            return local
        if self._is("placing", index) and gives_examples and self._is("circumstance", self._close(close + 1) - 1):
            return self._behind_comma(self._close(close + 1))  # 在不重复工作，包括不重复计划的|情况下，
        if gives_examples and self._is("through", index) and self._resumes(close + 2):
            return self._behind_comma(self._close(close + 1))
        nested = self._nested(index + 1, close)
        verb = self._weighed(index, nested or close)
        if verb and (nested or self._is("according", index)) and self._makes_compound(verb):
            verb = None  # 就本决议执行情况|向大会, 按照应对计划，
        if verb and nested is None and self._is_named(index, verb, close, gives_examples):
            verb = None
        if verb and self._is_purpose(index, close) and not self._is("closing", verb):
            verb, nested = None, None  # 为有效执行关于放行的条款，
        if verb and nested is None and self._is_channel(index, close) and self._names_channel(index, verb, close):
            verb = None  # 通过有权管理渡口的组织，通过技术援助和编写指南，
        cooperates = self._is("together", index) and self._is("partners", close - 1)  # with examples of what for
        if cooperates and gives_examples and not self._goes_on_behind(close):
            verb = verb or self._weighed(index, close)
            return verb if verb and self._is("light", verb) else close - 1  # 同各国开展|合作，包括
        examples = gives_examples and nested is None and (self._is("clausal", index) or self._is("together", index))
        if verb is None and examples:
            close = self._behind_examples(index, close)
            verb = self._weighed(index, close)
            named = verb and not self._is("together", index) and self._word_class(verb) == "w"
            if verb and (named or self._is_relative(index, verb, close) or self._makes_compound(verb)):
                verb = None  # 根据关于渡口，特别是确立管辖权的资料，
        if verb is None and nested is None and self._is("benefiting", index) and self._is_verb(close - 1):
            verb = close - 1 if self._is_comma(close) and self._is("purpose", close + 1) else None  # 为基金|捐款，使
        if verb is None or (nested and self._is_relative(index, verb, nested)):
            return nested or self._behind_comma(close)
        partners = self._is("together", index) and self._is_comma(close) and self._is("partners", close - 1)
        return self._behind_partners(verb, close) if partners and not self._has_partners(verb, close) else verb

    def _behind_title(self, index: int) -> int | None:
        """The verbs behind a title by which something is done, that have an object: 按照《公约》|调查和起诉肇事者."""
        verb = index + 2
        pair = self._is("according", index) and self._is_title(index + 1) and self._is("joins", verb + 1)
        verbs = pair and self._is_verb(verb) and self._is_verb(verb + 2)
        ends = self._is_comma(verb + 3) or self._stops(verb + 3) or self._is("attributive", verb + 3)
        return verb if verbs and not ends and not self._is("compound", verb + 3) else None

    def _is_named(self, index: int, verb: int, close: int, gives_examples: bool) -> bool:
        """Whether a verb behind a preposition is part of what is named there, as a verb phrase behind the comma tells.

        按照立法授权，继续; 针对转运活动，特别是海上转运，考虑; 就各国获得疫苗的情况，向大会提交.
        """
        adverb = self._word_class(verb - 1) == "d"
        begins = self._begins_verb_phrase(close + 1) or self._begins_verbal_noun(close + 1)
        goes_on = self._is_comma(close) and begins and not self._is("purpose", close + 1)
        noun = self._word_class(verb) == "w" and not adverb and not self._is("partners", verb)
        noun = noun and self._word_class(verb + 1) != "m" and not self._form(verb + 1).isdigit()
        given = goes_on and self._is("giving", close + 1) and not self._is("closing", verb)
        if self._is("according", index):
            return (noun and goes_on) or (given and self._is_relative(index, verb, close))
        if self._is("regarding", index):
            noun = noun and (gives_examples or (goes_on and self._is("aimed_at", index)))
            return noun or (given and self._is("relative", close - 2) and self._is("compound", close - 1))
        return False

    def _behind_partner(self, index: int, close: int) -> int | None:
        """Where more is said of how, behind 并: 与港口协调并|按照规则，考虑; 与港口协商，并|考虑到费用，扩建."""
        place = close + 1 if self._is("further", close) else close + 2
        together = self._is("together", index) or (self._is("through", index) and self._is("together", index + 1))
        joined = self._is("adds", place - 1) and together and self._is("partners", close - 1)
        how = self._is("according", place) or self._is("together", place) or self._behind_adverbial(place)
        how = how or (self._is("placing", place) and self._localizer(place + 1, self._close(place + 1)))
        if not (joined and how):
            return None
        verb = self._weighed(index, close)
        return None if verb and self._has_partners(verb, close) else place  # 同各国|加强合作，并在双方关注的领域建立

    def _is_purpose(self, index: int, close: int) -> bool:
        """Whether words up to a comma say what for, and a verb phrase follows: 为执行条款，继续."""
        first = index + 1
        while self._word_class(first) == "d":
            first += 1
        goes_on = self._begins_verb_phrase(close + 1) and not self._is("purpose", close + 1)
        within = range(first, close)
        reason = any(self._is("therefore", place) for place in within)  # 为应对挑战|而加紧努力，
        is_purpose = self._is("benefiting", index) and self._is_comma(close) and self._word_class(first) == "v"
        return is_purpose and goes_on and not reason

    def _is_channel(self, index: int, close: int) -> bool:
        """Whether words up to a comma say by what, and a verb phrase follows: 通过理事会，向大会; not 通过一项决议，"""
        behind = self._behind_examples_of_means(index, close) + 1
        begins = self._begins_verbal_noun(behind) or self._begins_verb_phrase(behind)
        goes_on = begins or self._behind_adverbial(behind)
        goes_on = goes_on and not self._is("purpose", behind)
        aims = self._is("aims", index + 1)
        adopted = self._is("adopted", close - 1) and not (aims or self._lists_titles(index, close))
        through = self._is_comma(close) and self._is("through", index) and not adopted
        return through and bool(goes_on)

    def _lists_titles(self, index: int, close: int) -> bool:
        """Whether what is named is of a sort of which titles are examples: 《甲公约》、《乙公约》等|文书."""
        return any(self._is_title(place) and self._is("such", place + 1) for place in range(index + 1, close))

    def _begins_verbal_noun(self, index: int) -> bool:
        """Whether a noun that is a verb too stands before its object: 通过论坛，|研究捕鱼."""
        return self._word_class(index) == "w" and self._word_class(index + 1) in "amnr"

    def _names_channel(self, index: int, verb: int, close: int) -> bool:
        """Whether a verb behind 通过 is part of what is named there."""
        modifies = any(self._is("attributive", place) for place in range(verb, close))
        thing = self._is_actor(close - 1) or self._is("compound", close - 1) or self._is("channel", close - 1)
        noun = self._word_class(verb) == "w" or self._is("compound", verb + 1)
        noun = noun or self._is_whole_means(index, verb)
        return self._is("moving", index + 1) or self._is("aims", index + 1) or noun or (modifies and thing)

    def _is_whole_means(self, index: int, verb: int) -> bool:
        """Whether a verb behind 通过 belongs to the verb phrase there: 通过|支持妇女参与市场，扩建."""
        first = index + 1
        if self._is("placing", first):
            first = self._localizer(first + 1, verb) or first  # 通过除其他外|加入
        if self._word_class(first) != "v":
            return False
        joined = (self._is("joins", place) and self._word_class(place + 1) in "pdv" for place in range(first + 1, verb))
        return first == verb or self._is("enabling", first) or any(joined)

    def _resumes(self, place: int) -> bool:
        """Whether examples of means name a further one: 通过训练，特别是|通过."""
        return self._is("through", place) or self._is("through", place + 1)

    def _has_partners(self, verb: int, close: int) -> bool:
        """Whether what partners do is the object of a verb that says more: 与各国|加强合作，; not 开展合作，."""
        if self._is("partners", verb) or self._is("light", verb):
            return False
        return all(
            self._is("partners", place) or self._is("joins", place) or self._word_class(place) in "ad"
            for place in range(verb + 1, close)
        )

    def _goes_on_behind(self, close: int) -> bool:
        """Whether more is asked behind the examples of a comma: 包括通过培训，制定政策; not 包括提供资料，说明…"""
        end = self._close(close + 1)
        if self._is_verb(close + 2) and self._word_class(close + 2) == "v" and not self._is("example", close + 2):
            return False
        follows = self._begins_verb_phrase(end + 1) or self._word_class(end + 1) == "w"
        follows = follows or self._behind_adverbial(end + 1) is not None
        return self._is_comma(end) and not self._is("purpose", end + 1) and follows

    def _behind_examples(self, index: int, close: int) -> int:
        """The comma behind examples between commas: 就渡口，包括灯塔，; of partners all that are named up to 合作，"""
        end = self._close(close + 1)
        while self._is("together", index) and self._is("further", end):
            end = self._close(end + 1)
        return end

    def _behind_examples_of_means(self, index: int, close: int) -> int:
        """The comma behind examples of by what, a verb phrase following: 通过有关渠道，包括港口网络，|分享."""
        if not (self._is("through", index) and self._is_comma(close) and self._is("example", close + 1)):
            return close
        end = self._close(close + 1)
        return end if self._is_comma(end) and self._begins_verb_phrase(end + 1) else close

    def _behind_partners(self, verb: int, close: int) -> int:
        """What is asked behind 与…合作，: to cooperate where nothing follows but what for."""
        follows = close + 1
        if (
            self._is("taking", follows) and self._word_class(follows + 1) in "an"
        ):  # 以无障碍格式|制作: how, not what for
            return follows
        if how := self._behind_adverbial(follows):
            return how
        if self._is("purpose", follows):
            further = self._close(follows)
            again = self._is_comma(further) and self._is("partners", further - 1)
            again = again or (self._is("example", follows) and self._goes_on_behind(close))
            return further + 1 if again else verb
        return verb if self._stops(follows) else follows

    def _is_means(self, index: int, close: int) -> bool:
        """Whether all up to the comma says how: 以…为基础，通过…等方式，"""
        if self._is("also_verb", index):
            by_means = (self._is("means", close - 1) and not self._stops(close)) or self._is("whereby", close)
            by_means = by_means or (self._is("through", index) and self._is("channel", close - 1))
            by_means = by_means and not (self._is_actor(close - 3) and self._word_class(close - 2) == "v")  # 加紧|努力
            circumstance = self._is("placing", close + 1) and not self._is("through", index)  # 利用捐款，|在…情况下
            circumstance = circumstance and all(self._word_class(place) != "v" for place in range(index, close))
            return by_means or (self._is_comma(close) and (self._is("together", close + 1) or circumstance))
        last = range(max(index + 2, close - 4), close - 1)
        return self._is("taking", index) and any(self._is("as", place) for place in last)

    def _behind_comma(self, close: int) -> int:
        return close + 1 if self._is_comma(close) else close

    def _localizer(self, index: int, close: int) -> int | None:
        """Behind the first word that closes a phrase of place or time; of two phrases both: 在从…中恢复期间."""
        inner = self._word_class(index) == "p" and self._is("placing", index)
        first: int | None = None
        modified = False  # what stands between has a noun of its own: 在项目下|提交大会的报告中
        for place in range(index + 1, close + 1):
            if first is not None and self._is("placing", place - 1):
                break
            modified = modified or (first is not None and self._is("attributive", place - 1))
            if self._word_class(place - 1) != "f" or not (inner or self._ends_phrase(place)):
                continue
            if inner:
                inner = False
            elif first is None:
                first = place
            elif self._is("surely_local", place - 1) and (modified or self._is("when", place - 1)):
                return self._behind_comma(place)
        return None if first is None else self._behind_comma(first)

    def _ends_phrase(self, index: int) -> bool:
        if self._word_class(index) == "w" and not self._is("surely_local", index - 1):
            further = index + 2 if self._is("joins", index + 1) else index + 1
            return self._word_class(further) in _VERBS
        return self._stops(index) or self._is_comma(index) or self._word_class(index) in "dvpw"

    def _nested(self, index: int, close: int) -> int | None:
        """A further preposition whose phrase modifies the verb too: 与各国|就此."""
        for place in range(index + 1, close):
            future = self._is("moving", place) and self._word_class(place + 1) == "p"  # 将|于今年举行
            modifier = self._word_class(place) == "p" and self._is_noun(place - 1) and not self._is("joins", place)
            if modifier and not future:
                behind = self._localizer(place + 1, close) if self._is("placing", place) else None
                modifies = any(self._is("attributive", later) for later in range(place + 1, min(place + 12, close)))
                thing = self._is("compound", place - 1) and not self._is_actor(place - 1)
                if behind or thing or not modifies:
                    return place
        return None

    def _is_noun(self, index: int) -> bool:
        return self._word_class(index) in "nwrf" and not self._is("no_noun", index) and not self._is("joins", index)

    def _weighed(self, index: int, close: int) -> int | None:
        """The verb behind a preposition's noun phrase: the likeliest, the first of those alike."""
        best: tuple[int, int] | None = None
        for place, weight in self._weights(index, close):
            if best and self._is("giving", index) and self._is_within(best[0], place, close):
                continue  # 向各国|分发载有委员会希望了解的问题的一章
            relative = best is not None and self._is_relative(index, best[0], place)
            if best is None or weight > best[1] or (weight == best[1] and relative):
                best = place, weight
        return best[0] if best else None

    def _is_within(self, first: int, second: int, close: int) -> bool:
        """Whether the second of two verbs belongs to a clause before 的 that the first has for its object."""
        behind = any(self._is("relative", place) for place in range(second, close))
        between = any(self._is("relative", place) for place in range(first, second))
        return self._word_class(first) == "v" and behind and not between

    def _is_relative(self, index: int, first: int, second: int) -> bool:
        """Whether the first of two verbs belongs to a clause before 的, where the preposition takes such: 就…的情况."""
        if self._is("together", index):  # 与各国协商|完成, 与开展研究的学会|合作
            together = second if self._is("partners", second) else second - 1
            modifies = any(self._is("relative", place) for place in range(first, second))
            modifies = modifies and (self._is_noun(together - 1) or self._word_class(together - 1) == "d")
            return self._is("partners", together) and (modifies or first == second - 1)
        closes = self._is("closing", second) and not self._is("closing", first)
        if self._is("giving", index):
            return closes and any(self._is("relative", place) for place in range(first, second))
        if not self._is("clausal", index):
            return False
        between = range(first + 1, second)
        closes = closes and any(
            self._word_class(place) not in "dcw" for place in between
        )  # 确保|迅速采取, 制订和合作开展
        return closes or any(self._is("attributive", place) for place in range(first, second))

    def _weights(self, index: int, close: int) -> Iterator[tuple[int, int]]:
        chained = first = True  # right behind the preposition a verb is part of its noun phrase: 为执行…提供
        for place in range(index + 1, close):
            is_verb = self._is_verb(place)
            if not is_verb:
                first = first and self._word_class(place) in "dm"
                chained = (chained and self._word_class(place) in "dm") or (self._word_class(place) == "p")
                continue
            moved = place == index + 2 and self._is("moving", index) and self._word_class(place) == "v"
            noun = self._is_nominal(place)
            closes = self._is("closing", place) and not first and not self._is("governs", place - 1)
            joined = chained and not moved and not closes  # 危机的解决|创造条件, not 工作的报告继续|进行
            object_of = self._is("closing", place - 1) or self._is_document(place)  # 给予|协助
            object_of = object_of or self._is_pair(place)
            if (
                joined
                or noun
                or object_of
                or self._is_of_receivers(index, place, close)
                or self._is_determined(index, place)
                or self._is_purpose_of(index, place, close)
            ):
                chained = chained and not noun
                continue
            if (weight := self._weight(index, place, close)) > -3:
                yield place, weight
            chained = (
                weight > -3 and self._word_class(place) == "v"
            )  # 对执行的影响|进行: a noun that is a verb too ends one

    def _is_document(self, place: int) -> bool:
        """Whether what conveys something is what is conveyed: 根据报告|及其中的建议, 报告|所载."""
        behind = self._word_class(place + 1) == "c" and self._word_class(place + 2) in "nr"
        return self._is("conveys", place) and (behind or self._is("done", place + 1))

    def _is_pair(self, place: int) -> bool:
        """Whether what is joined to it makes a noun of it: 在|征聘|和留用的阶段, 宪法|保障|以及国际义务."""
        joined = self._is("joins", place + 1) and self._word_class(place + 1) != "p"
        if not joined or self._is("counted", place + 2):
            return False
        if self._word_class(place) == "w" and self._is("relative", place + 3):
            return True
        noun = self._word_class(place + 2) in ("n", "r")
        return noun or (self._word_class(place + 2) == "a" and self._word_class(place + 3) == "n")

    def _is_purpose_of(self, index: int, place: int, close: int) -> bool:
        """Whether a verb says what something was made for: 向为渔民|参加会议所设的基金."""
        return self._is("benefiting", index + 1) and any(self._is("done", later) for later in range(place, close))

    def _is_of_receivers(self, index: int, place: int, close: int) -> bool:
        """Whether a verb tells to whom something is given, behind a preposition: 向|为港口|提供资料的各方|说明."""
        first = index + 1
        while self._word_class(first) in ("a", "r"):
            first += 1
        relative = self._is("giving", index) and self._word_class(first) == "p"
        ends = (later for later in range(place, close) if self._is("relative", later))
        return relative and any(self._is_actor(later + 1) for later in ends)

    def _is_determined(self, index: int, place: int) -> bool:
        """Whether 其 or the like before it makes a noun of a verb: 就|其|执行, not 向|其|提供."""
        whom = self._is("giving", index) or self._is("benefiting", index)
        whom = whom or (self._is("regarding", index) and self._is("closing", place))  # 对其|进行
        pronoun = place == index + 2 and whom
        return self._is("determiner", place - 1) and not (pronoun and self._is("whose", place - 1))

    def _is_nominal(self, place: int) -> bool:
        """Whether 的 before it makes a noun of a verb: 的|全面|执行."""
        before = place - 1
        while self._word_class(before) == "d":
            before -= 1
        return self._is("nominal", before) or self._is_what_is_done(before)

    def _weight(self, index: int, place: int, close: int) -> int:
        """How likely a word is the verb: an adverb before it tells for it, what makes it part of a noun against it."""
        adverb = place - 1
        while self._word_class(adverb) == "d":
            adverb -= 1
        weight = int(adverb < place - 1 and self._is_noun(adverb))
        weight -= self._word_class(place) == "w"
        object_there = self._word_class(index + 1) == self._word_class(place + 1) == "v"
        weight -= 2 * (object_there and self._word_class(place) == "w")  # 为促进文化间|对话|制定
        governed = adverb < place - 1 and self._word_class(adverb) == "v"  # 确保|迅速采取
        if self._is("closing", place) and not governed:
            light = self._is("light", place) and self._is("benefiting", index)  # 为船员开展交流|提供机会
            weight += self._is("clausal", index) and not self._is("according", index) and not light
            weight += self._is("giving", index) and not any(self._is("conveys", word) for word in range(index, place))
        quality = self._word_class(place - 1) == "a" and not self._is_noun(place - 2)
        weight -= 3 * self._is("joins", place - 1) + 3 * quality + 2 * self._makes_compound(place)
        ends = self._is_comma(place + 1) or (self._is("through", index) and self._stops(place + 1))
        plain = adverb == place - 1 or self._is("through", index)
        if ends and plain and not self._is("together", index) and not self._is("giving", index):
            weight -= 3 * any(self._is("attributive", before) for before in range(index, place))
        return weight

    def _result(self, index: int, close: int) -> int | None:
        """The verb that says what becomes of what is moved before it: 将建成的渡口|改建|为灯塔."""
        verb = None
        for place in range(index + 2, close):
            ends = self._form(place)[-1:], self._form(place + 1)
            verb_too = self._word_class(place) == "w" and self.grammar.has("result", ends[1])  # 将合作安排|应用到
            if not (self._word_class(place) == "v" or verb_too) or not (self._is_verb(place) or self._is_put_in(place)):
                continue
            if (
                self._is("named_as", place)
                or self._is("sends", place)
                or any(self.grammar.has("result", end) for end in ends)
            ):
                verb = place if verb is None or self._is_relative(index, verb, place) else verb
        return verb

    def _is_put_in(self, place: int) -> bool:
        """Whether what else opens examples says what becomes of something: 将各国|包括|在内."""
        return self._is("example", place) and self.grammar.has("result", self._form(place + 1))

    def _makes_compound(self, place: int) -> bool:
        """Whether a verb and the noun behind it are one, behind a modifier: 方案执行情况, 岛国平稳过渡战略."""
        before = place - 1
        while self._word_class(before) and self._word_class(before) in "ad":
            before -= 1
        further = self._is("sends", place) and self._word_class(place + 2) in _VERBS  # 提交|工作报告
        whole = self._is("compound", place + 1) and not (further or self._is("closing", place))  # 采取|措施
        return whole and self._is_noun(before)

    # --- noun phrases -------------------------------------------------------------------------------------------------

    def begins_verb_phrase(self, start: int) -> bool:
        """Whether a verb phrase may begin there: adverb, preposition, verb."""
        index = self._index.get(start)
        return index is not None and self._begins_verb_phrase(index)

    def _begins_verb_phrase(self, index: int) -> bool:
        cls = self._word_class(index)
        if not cls or (cls in _VERBS and self._is("suffix", index + 1)):
            return False
        if cls == "t":  # 今后|继续
            return self._word_class(index + 1) in "dpv"
        return cls in "dpv" or self._is_manner(index)

    def stands_verb(self, start: int) -> bool:
        """Return whether a word stands there that is a verb, or a noun that is one too: 改革|金融体系, 紧急|遵守."""
        index = self._index.get(start)
        urgent = index is not None and self._word_class(index) == "a" and self._word_class(index + 1) == "v"
        return index is not None and (urgent or self._is_verb(index))

    def stands_word(self, start: int, classes: str) -> bool:
        """Return whether a word of one of some classes begins there."""
        index = self._index.get(start)
        return index is not None and self._word_class(index) in classes

    def begins_act(self, start: int) -> bool:
        """Whether an act stands there, with its verb or as a noun."""
        index = self._index.get(start)
        return index is not None and (self._begins_verb_phrase(index) or self._begins_act(index))

    def _begins_act(self, index: int) -> bool:
        further = index + 2 if self._is("joins", index + 1) else index + 1
        return self._word_class(index) == "w" and (self._stops(further) or self._word_class(further) in "vwdpr")

    def noun_end(self, end: int, *, shared: bool = False) -> int:
        """Return where a noun phrase ends of which the words until ``end`` are the beginning: 国家|元首.

        ``shared``: its modifiers may be those of a bare noun behind 和 too.
        """
        index = self.index_from(end)
        if index and self.words[index - 1].end > end:
            end = self.words[index - 1].end
        while self._goes_on(index):
            end = self.words[index].end
            index += 1
        if shared and self._is("joins", index) and self._word_class(index) != "p" and self._shares(index + 1):
            return self.words[index + 1].end
        return end

    def _goes_on(self, index: int) -> bool:
        """Whether a word there belongs to the noun before."""
        verb = self._is("counted", index) and self._is_counted(index)
        verb = verb or (self._is("also_manner", index) and self._word_class(index + 1) == "v")  # 各国|重点处理
        return self._word_class(index) == "n" and self._is_open(index) and not self._is_manner(index) and not verb

    def opens_verbs(self, start: int) -> bool:
        """Return whether what may be a noun is a verb there, as one joined to it says: 各方|组织和支持."""
        index = self._index.get(start)
        return index is not None and self._is("counted", index) and self._is_counted(index)

    def _shares(self, index: int) -> bool:
        """Whether a bare noun stands there that shares the modifiers of the noun before: 人权机制和|程序."""
        return self._is_bare(index) and self._is_open(index) and not self._is("joins", index + 1)

    def _is_open(self, index: int) -> bool:
        return bool(self.grammar.open.match(self._form(index))) and not self._is("joins", index)

    def agent_end(self, start: int, *, example: bool = False) -> int | None:
        """Return where a noun phrase of unknown words ends that a verb phrase follows; None where none stands there.

        Behind an example a comma may follow: 特别是疟疾流行国，.

        What begins as a verb phrase is one only up to 的 and a noun for those who act (尚未加入…的国家).
        """
        first = self._index.get(start)
        if first is None or not self._is_open(first):
            return None
        if self._is("benefiting", first):
            return None  # for whom something is done
        relative = self._begins_verb_phrase(first) or self._begins_act(first) or self._begins_clause(first)
        certain = self._is("determiner", first)
        at_once = self._is("at_once", first)  # 立即|释放被羁押的人，
        closed, verbs, modified = not relative, relative, False
        for place in range(first, min(len(self.words), first + _LONGEST)):
            if self._stops(place) or self._is_comma(place) or (relative and self._is("brackets", place)):
                return None
            if relative and self._is("placing", first) and self._is("circumstance", place):
                return None  # 在可行情况下|考虑受影响的国家
            if relative and self._is("moving", place) and self._is_preposition(place):
                return None  # 将行凶的人|绳之以法, not 将参加会议的|国家
            if self._is("attributive", place):
                if relative and self._is_actor(place) and self._word_class(place + 1) == "d":
                    return self.words[place].end  # 施害者|立即
                closed, verbs, modified = True, False, modified or self._is("relative", place)
            elif (
                closed
                and not (relative and self._is_of_things(place))
                and (self._may_end(place, modified, verbs, certain) or (example and self._ends_example(place)))
                and (not relative or self._acts(place))
            ):
                ends = self._is_comma(place + 1) or self._stops(place + 1)
                return None if self._is("continues", first) or (at_once and ends) else self.words[place].end
            elif closed and place > first and self._governs_there(place, certain):
                verbs = True
        return None

    def _is_of_things(self, place: int) -> bool:
        """Whether what is joined to a noun is no party, and nothing is asked behind it: 促进船上的人员|和港口建设，"""
        if not self._is("joins", place + 1) or self._word_class(place + 1) == "p":
            return False
        end = place + 2
        while self._word_class(end) and self._word_class(end) in "anvwr" and not self._stops(end):
            end += 0 if self._is_comma(end) else 1
            if self._is_comma(end):
                break
        ends = self._stops(end) or self._is_comma(end)
        return ends and not any(self._is_actor(word) for word in range(place + 2, end))

    def _begins_clause(self, first: int) -> bool:
        """Whether a noun is the subject of a clause that tells who acts: 渡口|讨论的所有参与方|加紧."""
        if self._word_class(first) != "n" or self._is_actor(first) or self._word_class(first + 1) != "v":
            return False
        of = next((place for place in range(first + 2, first + 12) if self._is("relative", place)), None)
        ends = range(of + 1, of + 4) if of else ()
        return any(self._is_actor(place) and self._begins_verb_phrase(place + 1) for place in ends)

    def _governs_there(self, place: int, certain: bool) -> bool:
        """Whether a verb or preposition stands in a noun phrase, not one that tells what sort: 各|反腐|机构."""
        before = self._word_class(place - 1)
        bare = self._word_class(place) == "v" and (before == "a" or self._is("attributive", place - 1))
        bare = bare or (certain and self._word_class(place) == "v" and before != "d")
        sort = self._is("suffix", place + 1) or (bare and self._is_actor(place + 1)) or self._is_sort(place)
        return self._word_class(place) in ("v", "p") and not sort

    def _acts(self, place: int) -> bool:
        """Whether a noun, or the one that it is joined to, is one of those who act: 机构和|机制."""
        return self._is_actor(place) or (self._is("joins", place - 1) and self._is_actor(place - 2))

    def _has_partner(self, index: int) -> bool:
        """Whether words there say with whom something is done, up to a comma: 同港口协商，"""
        if not self._is("together", index) or self._is("partners", index + 1):
            return False
        close = self._close(index + 1)
        return self._is_comma(close) and self._is("partners", close - 1)

    def _may_end(self, place: int, modified: bool, verbs: bool, certain: bool) -> bool:
        """Whether a noun may be the last: not one whose modifiers a bare one behind 和 shares."""
        if self._word_class(place) == "n" and self._has_partner(place + 1):
            return True
        if modified and self._is("joins", place + 1) and self._is_bare(place + 2):
            return False
        if (
            modified
            and self._is_actor(place)
            and self._word_class(place + 1) == "w"
            and self._word_class(place + 2) == "r"
        ):
            return True  # 执行方针的实体|审查各自
        if modified and (self._is_comma(place + 1) or self._stops(place + 1)) and self._is_actor(place):
            return True
        return self._ends_agent(place, verbs, certain)

    def _ends_example(self, place: int) -> bool:
        return self._word_class(place) == "n" and self._is_actor(place) and self._is_comma(place + 1)

    def _ends_agent(self, place: int, verbs: bool, certain: bool) -> bool:
        if (
            self._word_class(place) != "n"
            or not self._is_open(place)
            or self._goes_on(place + 1)
            or self._is_title(place)
        ):
            return False
        if self._is("joins", place + 1) and not verbs:
            return self._is_actor(place) and not self._begins_verb_phrase(place + 3)
        if self._is("example", place + 1) and not self._is_actor(place):
            return False
        if verbs:
            return certain and self._word_class(place + 1) == "d"
        return self._begins_verb_phrase(place + 1) and not self._is_sort(place + 1)

    def _is_sort(self, place: int) -> bool:
        """Whether a verb tells what sort those are who act: 区域|供资|机构、; not 各方|协助|伙伴，."""
        further = place + 2
        listed = self._is("joins", further) or self._begins_verb_phrase(further)
        sort = self._word_class(place) == "v" and self._is_actor(place + 1) and listed
        begins = self._word_class(place - 2) in ("", "c") and not self._is_actor(place - 1)
        return sort and begins

    def actor_end(self, start: int) -> int | None:
        """Return where a noun of those who act ends that begins there and ends its noun phrase; else None."""
        index = self._index.get(start)
        ends = index is not None and self._is_actor(index) and self._ends_agent(index, verbs=False, certain=False)
        return self.words[index].end if index is not None and ends else None

    def _is_bare(self, index: int) -> bool:
        """Whether a noun without a modifier stands there, which shares those of the noun before it."""
        behind = index + 1
        ends = self._is("joins", behind) or self._is_comma(behind) or self._begins_verb_phrase(behind)
        return self._word_class(index) == "n" and ends

    def _is_title(self, index: int) -> bool:
        return bool(self.grammar.title.match(self._form(index)))

    def _is_actor(self, place: int) -> bool:
        """Whether a noun is one of those who act, by its end."""
        if place >= len(self.words):
            return False
        word = self.words[place]
        return bool(self.grammar.head.search(self.text, word.start, word.end)) and not self._is("no_actor", place)


def read_predicates(text: str, language: str) -> Predicates | None:
    """Return the words of a text as verb phrases are looked for; None in a language that marks where they begin."""
    grammar = _grammar(language)
    return Predicates(text, language_of(language).word_classes(text), grammar) if grammar else None
