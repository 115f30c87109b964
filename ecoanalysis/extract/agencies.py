"""Agencies: every organisation, organ or office named, longest name first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.lexicon import detect, language_of, regex
from ecoanalysis.lexicon.bodies import registry
from ecoanalysis.model.facts import Mention


class Named(NamedTuple):
    """A name found in a text: its range, and the body's id or None."""

    start: int
    end: int
    agency: str | None


_start = itemgetter(0)
_LONGEST_ORGAN = 60  # characters before a name that may say which organ of the body is meant
_LONGEST_NAME = 240  # characters behind a head that several names share in which a name may stand
_LONGEST_LEAD = 24  # characters looked at before a name, so that no search goes through the whole text again


def between(names: Sequence[Named], start: int, stop: int) -> Sequence[Named]:
    """Return those of a text's names (in order) that begin in a range of it."""
    return names[bisect_left(names, start, key=_start) : bisect_left(names, stop, key=_start)]


@dataclass(frozen=True)
class _Matcher:
    """The registry's names in one language, in one automaton: for each name its body, or the bodies it may mean."""

    automaton: AhoCorasick
    fixed: tuple[str | None, ...]
    contextual: tuple[tuple[str, ...], ...]
    ids: dict[str, str]
    """The body of each name that means the same everywhere."""


@dataclass(frozen=True)
class _Rules:
    blocked: re.Pattern[str]
    not_after: dict[str, re.Pattern[str]]
    not_before: dict[str, re.Pattern[str]]
    cited: dict[str, re.Pattern[str]]
    symbols: dict[str, re.Pattern[str]]
    signs: dict[str, re.Pattern[str]]
    heads: dict[str, re.Pattern[str]]
    tail: re.Pattern[str]
    inside: re.Pattern[str]
    alone: re.Pattern[str]
    groups: re.Pattern[str]
    generic: re.Pattern[str]
    lead: re.Pattern[str]
    single: re.Pattern[str]
    short: re.Pattern[str]
    of: re.Pattern[str]
    goes_on: re.Pattern[str]
    organ_of: re.Pattern[str]
    several: re.Pattern[str]
    next_of_several: re.Pattern[str]
    article: str


@cache
def _matcher(language: str) -> _Matcher:
    fixed: dict[str, str] = {}
    contextual: dict[str, list[str]] = {}
    named = [(body.id, body.names[language]) for body in registry() if language in body.names]
    for id, body in named:
        for name in body.contextual:
            contextual.setdefault(name, []).append(id)
        for name in body.fixed():
            fixed.setdefault(name, id)
    for id, body in named:  # a body's own name outranks another's alias
        fixed[body.name] = id
    names = [name for name in {**fixed, **contextual} if name]
    return _Matcher(
        AhoCorasick([plain(name) for name in names], matchkind=MatchKind.LeftmostLongest),
        tuple(fixed.get(name) for name in names),
        tuple(tuple(contextual.get(name, ())) for name in names),
        fixed,
    )


@cache
def _rules(language: str) -> _Rules:
    lexicon = language_of(language)
    table = lexicon.table("names")

    def patterns(key: str, end: str = "") -> dict[str, re.Pattern[str]]:
        return {id: re.compile(f"(?:{regex(value)}){end}") for id, value in table.get(key, {}).items()}

    return _Rules(
        re.compile(f"(?={lexicon.pattern('names', 'blocked_begins')}){lexicon.pattern('names', 'blocked')}"),
        patterns("not_after", "$"),
        patterns("not_before"),
        patterns("cited"),
        patterns("symbols"),
        patterns("signs"),
        patterns("heads"),
        lexicon.compiled("names", "unknown", "tail"),
        lexicon.compiled("names", "unknown", "inside"),
        lexicon.compiled("names", "unknown", "alone"),
        lexicon.compiled("names", "unknown", "groups"),
        lexicon.compiled("names", "unknown", "generic"),
        lexicon.compiled("names", "unknown", "lead"),
        lexicon.compiled("names", "anaphor", "single"),
        lexicon.compiled("names", "anaphor", "short"),
        lexicon.compiled("names", "of"),
        lexicon.compiled("names", "goes_on"),
        lexicon.compiled("names", "unknown", "organ_of"),
        lexicon.compiled("names", "several", "head"),
        lexicon.compiled("names", "several", "next"),
        table.get("several", {}).get("article", ""),
    )


def find_agencies(text: str, language: str = "") -> list[Mention]:
    """Return every mention of an organisation in a piece of text, in order.

    Parameters
    ----------
    text
        Any text; white space that a layout set inside Chinese names does not matter.
    language
        The text's language (a folder of the lexicon); what the text itself looks like where none is named.

    Returns
    -------
    list of Mention
        ``surface``, ``agency`` (registry id, None where the registry lacks the body), ``start``, ``end``.

    Examples
    --------
    >>> [(m.surface, m.agency) for m in find_agencies("请亚太经社会和世界银行协助经济合作组织")]
    [('亚太经社会', 'escap'), ('世界银行', 'world-bank'), ('经济合作组织', 'eco')]
    >>> [m.agency for m in find_agencies("invites the Economic Cooperation Organization to assist", "en")]
    ['eco']
    """
    lexicon = language_of(language or detect(text))
    folded = lexicon.fold(text)
    kept = [index for index, char in enumerate(folded.text) if not (lexicon.words_touch and char.isspace())]
    compact = "".join(folded.text[index] for index in kept) if len(kept) < len(folded.text) else folded.text
    if not lexicon.words_touch:
        compact = re.sub(r"\s", " ", compact)
    mentions = []
    for name in find_names(compact, lexicon.code, named_before=None):
        surface, _ = folded.printed(compact[name.start : name.end], kept[name.start : name.end])
        if points_back(surface, lexicon.code):
            continue
        mentions.append(Mention(*folded.span(kept[name.start], kept[name.end - 1] + 1), surface, name.agency))
    return mentions


def points_back(surface: str, language: str) -> bool:
    """Whether a body's short name only points back to where it was named in full: the Special Committee.

    Examples
    --------
    >>> points_back("Special Committee", "en"), points_back("Security Council", "en")
    (True, False)
    """
    return bool(_rules(language).short.fullmatch(surface))


def find_names(
    text: str, language: str, named_before: Iterable[str] | None = (), organ: str | None = None
) -> list[Named]:
    """Return the names in a text as ranges of it; contextual ones count where their body is in ``named_before``.

    ``named_before`` None means that nothing is known of what stood before: then only the text itself gives context.
    ``organ`` is the one that speaks: its short name is its own where the text names no other body so.

    Examples
    --------
    >>> [name.agency for name in find_names("requests the pilots to report to the Council", "en", organ="HRC")]
    ['human-rights-council']
    """
    matcher, rules = _matcher(language), _rules(language)
    text = plain(text)
    blocked = [match.span() for match in rules.blocked.finditer(text)]
    seen = set(named_before or ())
    names: list[Named] = []
    last: dict[str, int] = {}  # where in `names` a body was named last
    matches = matcher.automaton.find_matches_as_indexes(text)
    here = {id for index, _, _ in matches if (id := matcher.fixed[index])}
    whole = _Text(text, rules, frozenset(here) if organ is None else None)
    for index, start, end in matches:
        if not language_of(language).words_touch and not _at_word_edges(text, start, end, names):
            continue
        id = matcher.fixed[index] or _meant(matcher.contextual[index], whole, start, end, names, last, seen, here)
        if id and _is_part_of_word(text, start, end, id, rules):
            end, id = _shorter(text, start, end, matcher, rules)
        if id is None or _is_blocked(start, end, blocked):
            continue
        names.append(Named(_anaphor_start(text, start, id, rules), end, id))
        seen.add(id)
        last[id] = len(names)
    names = _with_several(text, names, blocked, matcher, rules)
    return _with_unknown(text, _with_own(text, _extended(text, names, rules), language, organ), blocked, rules)


def _with_several(
    text: str, names: list[Named], blocked: Sequence[tuple[int, int]], matcher: _Matcher, rules: _Rules
) -> list[Named]:
    """Add names that share a head in the plural: the Offices at Geneva and Vienna are two."""
    added: list[Named] = []
    for several in rules.several.finditer(text):
        leads = [0, *(match.end() for match in re.finditer(" ", several["lead"]))]
        every = (_shared(text, several, lead, matcher, rules) for lead in leads)
        added += next((sharing for sharing in every if len(sharing) > 1), [])
    added = [name for name in added if not _is_blocked(name.start, name.end, blocked)]
    if not added:
        return names
    return sorted([*added, *(name for name in names if not _is_named(added, name.start, name.end))], key=_start)


def _shared(text: str, several: re.Match[str], lead: int, matcher: _Matcher, rules: _Rules) -> list[Named]:
    """The names that begin by one head, without some characters before it, as long as each stands behind another."""
    sharing: list[Named] = []
    place, start = several.end(), several.start() + lead
    head = f"{several['lead'][lead:]}{several['one']}{several['of']}"
    while True:
        behind = text[place : place + _LONGEST_NAME]
        bare = len(rules.article) * behind.startswith(rules.article)
        for before, skipped in ((head, 0), (head + rules.article, bare), (head, bare)):
            if name := _begins(before + behind[skipped:], len(before), matcher):
                id, end = name[0], place + skipped + name[1]
                sharing.append(Named(place + bare if sharing else start, end, id))
                break
        else:
            return sharing
        following = rules.next_of_several.match(text, end)
        if following is None:
            return sharing
        place = following.end()


def _begins(text: str, least: int, matcher: _Matcher) -> tuple[str, int] | None:
    """The body whose name a text begins with, longer than so many characters, and how far behind these it goes."""
    first = next(iter(matcher.automaton.find_matches_as_indexes(text)), None)
    if first is None or first[1] or first[2] <= least or text[first[2] : first[2] + 1].isalnum():
        return None
    id = matcher.fixed[first[0]]
    return (id, first[2] - least) if id else None


@dataclass(frozen=True)
class _OwnName:
    """An organ's short name in its own texts, and names of other bodies that are so called."""

    body: str
    short: re.Pattern[str]
    others: re.Pattern[str]


@cache
def _own_name(language: str, organ: str) -> _OwnName | None:
    lexicon = language_of(language)
    body = lexicon.table("names").get("own", {}).get(organ, {}).get("body")
    if body is None:
        return None
    short, others = (lexicon.compiled("names", "own", organ, key) for key in ("short", "others"))
    return _OwnName(body, short, others)


def _with_own(text: str, names: list[Named], language: str, organ: str | None) -> list[Named]:
    """Add the short name of the organ that speaks, up to where the text names another body so."""
    organ_name = _own_name(language, organ) if organ else None
    places = [match.span() for match in organ_name.short.finditer(text)] if organ_name else []
    if organ_name is None or not places:
        return names
    other = organ_name.others.search(text)
    until = other.start() if other else len(text)
    added = [
        Named(start, end, organ_name.body) for start, end in places if end <= until and not _is_named(names, start, end)
    ]
    return sorted([*names, *added], key=_start) if added else names


def _is_named(names: Sequence[Named], start: int, end: int) -> bool:
    """Whether one of the names, in order, has words of a range in it."""
    index = bisect_left(names, end, key=_start)
    return index > 0 and names[index - 1].end > start


def _meant(
    ids: Sequence[str],
    whole: _Text,
    start: int,
    end: int,
    names: Sequence[Named],
    last: dict[str, int],
    seen: set[str],
    here: set[str],
) -> str | None:
    """Which body a short form means: one named before, an organ of the body named nearest to it in the text, or one of
    which the text has a sign.
    """
    text, rules = whole.text, whole.rules
    for id in ids:
        if (symbol := rules.cited.get(id)) and symbol.match(text, end):
            return id
    if text[start:end] in rules.heads:
        return _so_called(ids, whole, start, end, names)
    if named := [id for id in ids if id in seen]:
        return max(named, key=lambda id: last.get(id, 0))
    for id in sorted(ids, key=lambda id: -last.get(registry()[id].parent or "", 0)):
        parent = registry()[id].parent
        if parent in here or (parent in seen and _anaphor_start(text, start, id, rules) < start):
            alone = not any(other != id and registry()[other].parent == parent for other in ids)
            return id if alone else None
    return whole.only_cited(ids)


@dataclass(frozen=True)
class _Text:
    """What a text says elsewhere of its short forms, looked for once: it may have thousands of them."""

    text: str
    rules: _Rules
    house: frozenset[str] | None
    """The bodies that tell of the organ above them; None where it is known which organ speaks."""
    _spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    _cites: dict[str, bool] = field(default_factory=dict)

    def spans(self, head: str) -> list[tuple[int, int]]:
        """Where bodies are so called with more of a name."""
        if head not in self._spans:
            self._spans[head] = [match.span() for match in self.rules.heads[head].finditer(self.text)]
        return self._spans[head]

    def only_cited(self, ids: Sequence[str]) -> str | None:
        """Which of some bodies the text has a sign of, if of one alone."""
        cited = [id for id in ids if self.cites(id)]
        return cited[0] if len(cited) == 1 else None

    def cites(self, id: str) -> bool:
        """Whether the text has a sign of that body: the symbol of an act of its own, a body below it."""
        if id not in self._cites:
            symbol = self.rules.symbols.get(id)
            below = any(registry()[body].parent == id for body in self.house or ())
            sign = self.rules.signs.get(id) if self.house is not None else None
            self._cites[id] = below or any(words.search(self.text) for words in (symbol, sign) if words)
        return self._cites[id]


def _so_called(ids: Sequence[str], whole: _Text, start: int, end: int, names: Sequence[Named]) -> str | None:
    """Which body a word of many names means: the one so called last in the text, if that is one of these.

    Where the text names none so called, it is the one of whose acts it cites the symbols.
    """
    spans = whole.spans(whole.text[start:end])
    if not spans:
        return whole.only_cited(ids)
    index = bisect_left(spans, end, key=itemgetter(0))  # spans from here on begin behind it
    if index and spans[index - 1][1] > start:  # no short form: it stands in a longer name
        return None
    before = bisect_left(names, spans[index - 1][1], key=attrgetter("end")) if index else len(names)
    named = names[before] if before < len(names) and names[before].end == spans[index - 1][1] else None
    return named.agency if named and named.agency in ids else None


def _at_word_edges(text: str, start: int, end: int, names: Sequence[Named]) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if (
        start and before in "-\u2011–" and not (names and names[-1].end == start - 1)
    ):  # two bodies may be joined by a hyphen
        return False
    return not before.isalnum() and not after.isalnum()


def _is_blocked(start: int, end: int, blocked: Sequence[tuple[int, int]]) -> bool:
    """Inside a title, quotation, treaty's or conference's name; a registered name as long as that wins."""
    index = bisect_left(blocked, start + 1, key=_start) - 1  # they are apart: only one can hold it
    return index >= 0 and end <= blocked[index][1] and (end - start) < (blocked[index][1] - blocked[index][0])


def _is_part_of_word(text: str, start: int, end: int, id: str, rules: _Rules) -> bool:
    """Whether the name is a piece of another word: 大会 in 世界大会, 新闻部 in 新闻部门."""
    before, after = rules.not_after.get(id), rules.not_before.get(id)
    if before and before.search(text[max(0, start - 12) : start]):
        return True
    return bool(rules.goes_on.match(text, end - 1) or (after and after.match(text, end)))


def _shorter(text: str, start: int, end: int, matcher: _Matcher, rules: _Rules) -> tuple[int, str | None]:
    """The name that is left without the last word, which is part of another: the United Nations | system-wide plan."""
    end = start + len(text[start:end].rpartition(" ")[0])
    id = matcher.ids.get(text[start:end])
    return end, id if id and not _is_part_of_word(text, start, end, id, rules) else None


def _anaphor_start(text: str, start: int, id: str, rules: _Rules) -> int:
    if registry()[id].parent:
        for match in rules.single.finditer(text, max(0, start - 8), start):
            if match.end() == start:
                return match.start()
    return start


def _extended(text: str, names: Sequence[Named], rules: _Rules) -> list[Named]:
    """Join parent and child standing side by side; let a name go on that the registry lacks, an organ's too."""
    out: list[Named] = []
    for named in names:
        if out and (child := _joined(text, out[-1], named, rules)):
            out[-1] = Named(out[-1].start, named.end, child)
            continue
        out.append(named)
    whole: list[Named] = []
    reach = 0
    for named in out:
        end = _tail(text, named, out, rules)
        if named.end > reach:
            organ = rules.organ_of.search(text, max(reach, named.start - _LONGEST_ORGAN), named.start)
            whole.append(Named(organ.start(), end, None) if organ else _lengthened(text, named, end, rules))
        reach = max(reach, end)
    return whole


def _with_unknown(text: str, names: list[Named], blocked: Sequence[tuple[int, int]], rules: _Rules) -> list[Named]:
    """Add the names that only their form shows to be bodies'; the registry lacks them."""
    unknown = [
        Named(*match.span("name"), None)
        for match in rules.alone.finditer(text)
        if not rules.generic.search(match["name"])
    ]
    unknown += [Named(*match.span("name"), None) for match in rules.groups.finditer(text)]
    if not unknown:
        return names
    taken = bytearray(len(text))
    for start, end in (*((named.start, named.end) for named in names), *blocked):
        taken[start:end] = b"\1" * (end - start)
    return sorted([*names, *(named for named in unknown if not any(taken[named.start : named.end]))], key=_start)


def _joined(text: str, left: Named, right: Named, rules: _Rules) -> str | None:
    """The child, where two names side by side are a body and its part: 秘书处统计司."""
    if not left.agency or not right.agency or left.agency == right.agency:
        return None
    between = text[left.end : right.start]
    if not between.strip() and registry().within(right.agency, left.agency):
        return right.agency
    if rules.of.fullmatch(between) and registry().within(left.agency, right.agency):
        return left.agency
    return None


def _tail(text: str, named: Named, names: Sequence[Named], rules: _Rules) -> int:
    """Where the name ends, if it goes on as one that the registry lacks; no other name begins inside it."""
    tail = rules.tail.match(text, named.end)
    if tail is None or rules.inside.search(tail[0]):
        return named.end
    return named.end if between(names, named.end, tail.end()) else tail.end()


def _lengthened(text: str, named: Named, end: int, rules: _Rules) -> Named:
    if end == named.end:
        return named
    near = max(0, named.start - _LONGEST_LEAD)
    lead = rules.lead.search(text[near : named.start])
    return Named(near + lead.start() if lead else named.start, end, None)
