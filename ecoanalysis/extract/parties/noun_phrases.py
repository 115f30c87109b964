"""Where a noun phrase ends: read as modifiers and a head, and names of registered bodies and States may be either."""

from __future__ import annotations

from ecoanalysis.extract.parties.clause_words import ClauseWords, after
from ecoanalysis.extract.parties.masking import NAME_END, PROPER, STATE, STATE_END


def noun_phrase_end(clause: ClauseWords, place: int) -> int | None:
    """Return where the noun phrase ends that begins here: behind its last head or name; None where there is none."""
    grammar, text = clause.grammar, clause.text
    end: int | None = None
    # The word before: a modifier, which 和 may join to another; a head that shares its modifiers.
    bound = shared = related = joined = False
    while True:
        place = after(grammar.gap, text, place)
        if state := grammar.state.match(text, place):
            place = end = state.end()
            bound = shared = False
        elif proper := PROPER.match(text, place) or STATE.match(text, place):
            if end is None and (set_up := grammar.set_up_by.match(text, proper.end())):
                place, related = set_up.end(), True  # 大会第70/1号决议所设|委员会
                continue
            place = end = proper.end()
            bound = shared = False
        elif (head := grammar.head.match(text, place)) and _is_head(clause, place, end):
            modifier = grammar.modifier.match(text, place)
            if modifier and modifier.end() > head.end():
                place, bound = modifier.end(), True
                continue
            further = _glued(clause, modifier.end(), True, False, False) if joined and modifier else place
            if modifier and further > modifier.end():  # 地方、国家和国际组织
                place = further
                continue
            place = end = head.end()
            bound, shared = bool(modifier), related or bool(grammar.ends_in_shared.search(head[0]))
        elif modifier := grammar.modifier.match(text, place):
            place, bound = modifier.end(), True
        elif end is None and (relative := grammar.relative.match(text, place)) and relative.end() > place:
            place, related = relative.end(), True
        else:
            end = _further_head(clause, end, place) if end else _unknown_head(clause, place) if joined else None
            return after(grammar.after, text, end) if end else None
        behind = _glued(clause, place, bound, shared and end == place, end == place)
        place, joined = behind, joined or behind > place


def _is_head(clause: ClauseWords, place: int, end: int | None) -> bool:
    """Whether what may be a head is one: not 国家|一级, a verb behind another, one before a name: 安排|秘书长."""
    predicates, head = clause.predicates, clause.grammar.head.match(clause.text, place)
    if predicates and end is None and head and predicates.stands_word(place, "v"):
        return not PROPER.match(clause.text, head.end())
    verb = end is not None and predicates is not None and predicates.opens_verbs(place)
    return not verb and not clause.grammar.not_head.match(clause.text, place)


def _further_head(clause: ClauseWords, end: int, place: int) -> int:
    """Where the noun phrase ends whose modifiers stand behind a name or a head: 大会所有|观察员."""
    further = clause.predicates.actor_end(place) if clause.predicates and place > end else None
    return further or end


def _unknown_head(clause: ClauseWords, place: int) -> int | None:
    """Where the noun ends that joined modifiers stand before: 国家和国际|合作社组织."""
    return clause.predicates.agent_end_around(place) if clause.predicates else None


def _glued(clause: ClauseWords, place: int, bound: bool, shares: bool, complete: bool) -> int:
    """Where the same noun phrase goes on behind 和: 国际和区域组织, 有关机关和机构; ``place`` where it does not."""
    grammar, text = clause.grammar, clause.text
    if complete:
        series = grammar.series.match(text, place) if shares else None
        return series.start("next") if series and _is_shared(clause, series.start("next")) else place
    glue = grammar.glue.match(text, place)
    if bound and glue and grammar.modifier.match(text, glue.end()) and not PROPER.match(text, glue.end()):
        return glue.end()
    return place


def _is_shared(clause: ClauseWords, place: int) -> bool:
    """Whether a head stands there that shares the modifiers before it: 基金, not 基金会."""
    head = clause.grammar.head.match(clause.text, place)
    shares = head is not None and bool(clause.grammar.ends_in_shared.search(head[0]))
    return shares and not clause.grammar.not_head.match(clause.text, place)


def bounded(clause: ClauseWords, place: int, end: int) -> int:
    """Return the end of a noun phrase where words end: a bare noun behind 和 belongs to it but for heads alone."""
    assert clause.predicates is not None
    grammar, text = clause.grammar, clause.text
    if grammar.not_head.match(text, end):
        return end
    join = clause.joins.match(text, end)
    further = join.end() if join else end
    apart = (grammar.head, grammar.anaphor, grammar.modifier, PROPER, STATE)  # what begins a party of its own
    shared = not any(pattern.match(text, further) for pattern in apart)
    modified = not grammar.head.fullmatch(text, place, end) and text[end - 1] not in (NAME_END, STATE_END)
    return clause.predicates.noun_end(end, shared=shared and modified)


def named_further(clause: ClauseWords, place: int, end: int) -> int:
    """Return the end where more says who is meant: 人权理事会|受教育权问题特别报告员, 世界银行|的股东|确保."""
    assert clause.predicates is not None
    grammar, text = clause.grammar, clause.text
    if set_up := clause.predicates.attributive_end(end):
        return noun_phrase_end(clause, set_up) or clause.predicates.agent_end(set_up) or end
    name = PROPER.match(text, place)
    if name and clause.predicates.stands_word(name.end(), "nvw") and not grammar.head.match(text, name.end()):
        mandate = grammar.mandate_of.match(text, name.end())
        if mandate or name.end() == end:
            return mandate.end() if mandate else end
    if parts := clause.predicates.parts_end(end):
        return parts
    of = grammar.of.match(text, end)
    return (noun_phrase_end(clause, of.end()) or clause.predicates.agent_end(of.end()) or end) if of else end


def is_of_a_thing(clause: ClauseWords, end: int) -> bool:
    """Return whether a noun phrase only says whose a thing is: 世界贸易组织|的谈判取得成果."""
    if clause.predicates is not None and clause.grammar.of_joined.match(clause.text, end):
        return True  # 公司|或企业的投资；
    of = clause.grammar.of.match(clause.text, end)
    return clause.predicates is not None and bool(of) and not clause.predicates.stands_verb(end + 1)
