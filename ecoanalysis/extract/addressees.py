"""Addressees: the parties that a directive expects to act.

What stands between a directive's verb and the act that it asks for is a list of parties, whether its words are known or
not. A language that marks the act (to submit) shows where the list ends; in others a noun phrase is read as modifiers
and a head, and names of registered bodies and States may be either. Where no party stands, there is none; where words
stand that were not understood, the party is `unresolved`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cache

from ecoanalysis.extract.agencies import Named, between, points_back
from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.extract.predicates import read_predicates
from ecoanalysis.lexicon import NEVER, Language, language_of, regex
from ecoanalysis.lexicon.countries import StateNamed, find_demonyms, find_states
from ecoanalysis.model.facts import AddresseeKind, AddresseeRole

_NAME = "\ue000"  # stands for every character of a registered name but its last
_NAME_END = "\ue001"
_STATE_END = "\ue002"  # the last of a State's name
_TITLE = "\ue003"  # stands for every character of a title
_NEAR = 8  # characters within which the word before stands
_LONGEST = 400  # characters behind the verb within which the act must begin
_LONGEST_LIST = 800  # the same where the act is marked


@dataclass(frozen=True, slots=True)
class Party:
    """A party found: range of the text (None where unspecified), body, kind and role; the States that it names."""

    start: int | None
    end: int | None
    agency: str | None
    kind: AddresseeKind
    role: AddresseeRole
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartiesAsked:
    """A directive's parties, and where the words begin that say what is asked of them."""

    parties: tuple[Party, ...]
    act: int


@dataclass(frozen=True)
class _Grammar:
    """A language's noun phrases (``lexicon/<language>/parties.toml``), compiled once."""

    head: re.Pattern[str]
    ends_in_shared: re.Pattern[str]
    series: re.Pattern[str]
    modifier: re.Pattern[str]
    ends_modified: re.Pattern[str]
    ends_full: re.Pattern[str]
    ends_shared: re.Pattern[str]
    ends_head: re.Pattern[str]
    sorts: re.Pattern[str]
    office: re.Pattern[str]
    offices: tuple[tuple[re.Pattern[str], str], ...]
    patterns: dict[str, re.Pattern[str]]

    def __getattr__(self, name: str) -> re.Pattern[str]:
        try:
            return self.patterns[name]
        except KeyError:
            raise AttributeError(name) from None


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or NEVER


@cache
def _grammar(language: str) -> _Grammar:
    lexicon = language_of(language)
    table = lexicon.table("parties")
    edge = table["edge"]

    def words(*kinds: str) -> re.Pattern[str]:
        return re.compile(f"(?:{_any([word for kind in kinds for word in table[kind]])}){edge}", re.IGNORECASE)

    heads, modifiers = (_any([word for kind in kinds for word in table[kind]]) for kinds in (_HEADS, ("modifiers",)))
    sorts = "|".join(regex(rule["words"]) for rule in table.get("types", ())) or NEVER
    return _Grammar(
        head=words(*_HEADS),
        ends_in_shared=re.compile(f"(?:{_any(table['shared'])})$", re.IGNORECASE),
        series=re.compile(_series(lexicon), re.IGNORECASE),
        modifier=words("modifiers"),
        ends_modified=re.compile(
            rf"(?<![\w-])(?!(?:{heads})$)(?:{modifiers}|{lexicon.pattern('parties', 'adjective')})$", re.I
        ),
        ends_full=re.compile(rf"(?<![\w-])(?:{_any([word for word in table['full'] if ' ' in word])})$", re.IGNORECASE),
        ends_shared=re.compile(rf"(?<![\w-])(?:{_any(table['shared'])})$", re.IGNORECASE),
        ends_head=re.compile(rf"(?<![\w-])(?:{heads})$", re.IGNORECASE),
        sorts=re.compile(f"(?:{sorts}){lexicon.pattern('parties', 'ends_sort')}", re.IGNORECASE),
        office=re.compile(f"(?:{_any(table['office'])})$|^(?:{_any(table['office'])}){edge}", re.IGNORECASE),
        offices=tuple(
            (re.compile(regex(entry["words"])), entry["agency"])
            for entry in table.get("offices", ())
            if "agency" in entry
        ),
        patterns={name: lexicon.compiled("parties", name, flags=re.IGNORECASE) for name in _PATTERNS},
    )


_HEADS = ("full", "shared", "office")
_PATTERNS = (
    "not_head", "relative", "glue", "joins", "joins_together", "example", "back", "anaphor", "dependent", "lead", "gap",
    "article", "after", "clause", "marker", "governed", "separator", "qualifier", "nominal", "aside", "resumed",
    "trail", "state", "agents", "modal", "no_party", "surely", "act_noun", "apposition", "title", "enclosed",
    "proper", "of_state", "begins_act", "words", "several_states", "quoted", "short_name",
    "ends_chapeau", "mandate", "mandate_holder", "office_holder", "shared_modifier", "shared_noun",
    "plain_nouns", "title_goes_on", "undergoes", "subjects",
    "shares_relative", "attribute", "given_to", "verb_behind", "lone",
    "lone_goes_on", "goes_on", "under_one_head", "container", "at_once", "who_does", "asks_for", "owned",
    "made_by", "asks_through", "asked_too", "asked_besides", "behind_noun", "same_relative", "names_topics", "topics",
    "opens_party", "with_partners", "done_to", "adjectives_listed",
    "of", "mandate_of", "closes", "whose", "told_of_party", "gerund", "title_pronoun",
    "other_parties", "pronoun", "whole", "others", "agent", "for_act", "aside_ahead", "such", "between_them",
    "between_others",
)  # fmt: skip


def _series(lexicon: Language) -> str:
    """和 and a bare noun that shares the modifiers before it; commas too in a series."""
    table = lexicon.table("parties")
    shared, edge = f"(?:{_any(table['shared'])})", table["edge"]
    last, comma = lexicon.pattern("parties", "series_last"), lexicon.pattern("parties", "series_comma")
    return f"(?:{last}|{comma}(?={shared}{edge}(?:{comma}{shared}{edge})*{last}{shared}{edge}))(?P<next>){shared}{edge}"


def find_parties(
    text: str, start: int, stop: int, names: Sequence[Named], language: str, *, together: bool = False
) -> list[Party]:
    """Return the parties named from ``start`` on, before the words that say what they are to do.

    Parameters
    ----------
    text
        The paragraph's text.
    start, stop
        End of the verb, end of the clause.
    names
        The names of bodies in the text (``find_names``).
    together
        Whether those count too with whom the first ones act (经济合作组织与各国际组织): so in statements.

    Examples
    --------
    >>> from ecoanalysis.extract.agencies import find_names
    >>> text = "邀请联合国有关机关和机构，特别是世界银行，考虑提供援助"
    >>> parties = find_parties(text, 2, len(text), find_names(text, "zh"), "zh")
    >>> [(text[party.start : party.end], party.kind, party.role) for party in parties]
    [('联合国有关机关和机构', 'generic', 'core'), ('世界银行', 'named', 'example')]
    """
    return list(find_parties_asked(text, start, stop, names, language, together=together).parties)


def find_parties_asked(
    text: str,
    start: int,
    stop: int,
    names: Sequence[Named],
    language: str,
    *,
    together: bool = False,
    decides: bool = False,
) -> PartiesAsked:
    """Return the same parties, and where the words begin that say what is asked of them.

    Of a decision (``decides``) the subject of a passive is one too: that the two forums should be coordinated.

    Examples
    --------
    >>> text = "Urges all ferry companies that sail by night to carry lights"
    >>> asked = find_parties_asked(text, 5, len(text), [], "en")
    >>> [text[party.start : party.end] for party in asked.parties], text[asked.act :]
    (['all ferry companies that sail by night'], 'to carry lights')
    """
    grammar = _grammar(language)
    # Only the clause's own words are copied: a paragraph of a thousand clauses would be copied a thousand times.
    inside = [Named(name.start - start, name.end - start, name.agency) for name in between(names, start, stop)]
    words = text[start:stop]
    verb_end = text[max(0, start - _NEAR) : start]
    asks_for, through = bool(grammar.asks_for.search(verb_end)), grammar.asks_through.search(verb_end)
    states = _states(grammar, words, language)
    read = _Reader(grammar, words, inside, states, language, together=together, asks_for=asks_for)
    read.asks_through = through is not None
    parties, act = read.asked(decides=decides)
    if parties:
        parties = [*parties, *read.asked_too(act, through[0].lower() if through else None)]
    return PartiesAsked(tuple(_moved(party, start) for party in parties) or (_NOBODY,), act + start)


def find_keepers(text: str, start: int, stop: int, names: Sequence[Named], language: str) -> list[Party]:
    """Return the parties to whom a decision gives what it sets up.

    Examples
    --------
    >>> from ecoanalysis.extract.agencies import find_names
    >>> text = "Decides to establish a register, to be kept by the World Bank;"
    >>> [text[party.start : party.end] for party in find_keepers(text, 7, len(text), find_names(text, "en"), "en")]
    ['World Bank']
    """
    grammar, words = _grammar(language), text[start:stop]
    if not grammar.given_to.match(words):
        return []
    inside = [Named(name.start - start, name.end - start, name.agency) for name in between(names, start, stop)]
    read = _Reader(grammar, words, inside, (), language, together=False)
    return [_moved(party, start) for party in read._agents(0, grammar.given_to)]


def _states(grammar: _Grammar, words: str, language: str) -> tuple[StateNamed, ...]:
    """The States named, and those that a word for their authorities stands behind: the Syrian authorities."""
    words = words[:_LONGEST]
    belongs = [state for state in find_demonyms(words, language) if grammar.of_state.match(words, state.end)]
    return tuple(sorted([*find_states(words, language), *belongs]))


def _as_examples(parties: Sequence[Party]) -> list[Party]:
    """The parties of the last one's kind as examples of what follows: 会员国、|世界银行等."""
    kind = parties[-1].kind
    first = next((place for place in range(len(parties), 0, -1) if parties[place - 1].kind != kind), 0)
    return [*parties[:first], *(replace(party, role="example") for party in parties[first:])]


_NOBODY = Party(None, None, None, "unspecified", "core")


def _moved(party: Party, by: int) -> Party:
    assert party.start is not None
    assert party.end is not None
    return replace(party, start=party.start + by, end=party.end + by)


def masked(text: str, names: Sequence[Named], states: Sequence[StateNamed] = ()) -> str:
    """Return the text with every character of a name replaced by one that stands for names; offsets stay."""
    spans = [(name.start, name.end, _NAME_END) for name in names]
    spans += [(state.start, state.end, _STATE_END) for state in states]
    out, copied_to = [], 0
    for start, end, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > start >= copied_to:
            out += [text[copied_to:start], _NAME * (end - start - 1), last]
            copied_to = end
    return "".join([*out, text[copied_to:]])[: len(text)]


def _after(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


_PROPER = re.compile(rf"{_NAME}*{_NAME_END}(?:\s?\({_NAME}*{_NAME_END}\))?")
_STATE = re.compile(f"{_NAME}*{_STATE_END}")


class _Reader:
    """The words behind one directive's verb, read from left to right."""

    def __init__(
        self,
        grammar: _Grammar,
        words: str,
        names: Sequence[Named],
        states: tuple[StateNamed, ...],
        language: str,
        *,
        together: bool,
        asks_for: bool = False,
    ) -> None:
        self.asks_for, self.asks_through = asks_for, False
        self.grammar, self.names, self.states, self.together = grammar, names, states, together
        self.language = language
        self.joins = grammar.joins_together if together else grammar.joins
        text = masked(plain(words), names, states)
        self.text = grammar.quoted.sub(lambda title: _TITLE * len(title[0]), text)
        self.predicates = read_predicates(self.text[:_LONGEST], language)
        self.words = plain(words)

    def asked(self, *, decides: bool) -> tuple[list[Party], int]:
        """Return the parties, and where the act begins."""
        grammar, text = self.grammar, self.text
        place = _after(grammar.lead, text, 0)
        if grammar.at_once.match(text, place):
            return [], place
        self.asks_for &= not grammar.made_by.search(text[:place])
        as_clause = bool(grammar.clause.search(text, 0, place))
        edge = None if as_clause or self.together else self._edge(place)
        for_act = self._asked_for(place) if self.asks_through and not as_clause else None
        edge = for_act if for_act and (edge is None or for_act[0] < edge[0]) else edge
        for parties, act in self._readings(place, edge, as_clause):
            if parties and as_clause and not decides and grammar.undergoes.match(text, act):
                break  # that a report be submitted: not by the report
            if parties and grammar.between_them.match(text, parties[-1].end or place):
                return [], place
            if parties:
                return parties, act
        agents = list(self._agents(place, grammar.agents))
        if self.together and not agents:
            agents = self._spoken_of(place)
        return agents or self._unresolved(place, as_clause), place

    def asked_too(self, place: int, preposition: str | None) -> Iterator[Party]:
        """The parties of a further act: (calls) upon A to X, and upon B to Y; (urges) A to X, and B to Y."""
        grammar, text = self.grammar, self.text
        for again in (grammar.asked_too if preposition else grammar.asked_besides).finditer(text, place):
            begin = _after(grammar.article, text, again.end())
            if preposition:
                edge = self._edge(begin) if again["preposition"] == preposition else None
            else:
                listed = "," in text[place : again.start()] and not grammar.surely.match(text, begin)
                listed = listed or self._ends_in_party(place, again.start())
                edge = None if listed else self._edge(begin)
            if edge and self._is_party(begin, self._head_words(begin, edge[0])):
                yield from self._region(begin, edge[0])

    def _head_words(self, place: int, end: int) -> str:
        """The words before what tells more of a party: all States | of the lake."""
        qualifier = self.grammar.qualifier.search(self.text, place, end)
        return self.text[place : qualifier.start() if qualifier else end].split(",")[0]

    def _ends_in_party(self, place: int, end: int) -> bool:
        """Whether the words before are a party's, with which what follows may be in one list."""
        last = self.text[max(place, end - _NEAR * 5) : end]
        return last.endswith((_NAME_END, _STATE_END)) or bool(self.grammar.ends_head.search(last))

    def _readings(self, place: int, edge: tuple[int, int] | None, as_clause: bool) -> Iterator[tuple[list[Party], int]]:
        """The ways to read the words, the surer first: up to the act's mark, noun phrases, up to a modal verb."""
        is_act = self._is_act(place, edge[0]) or self._is_done_to(place, edge) if edge else self._opens_act(place)
        if edge and not is_act:
            yield list(self._region(place, edge[0])), edge[1]
        ends = [
            mark
            for pattern in (self.grammar.verb_behind, self.grammar.modal)
            if as_clause and (mark := pattern.search(self.text, place, place + _LONGEST))
        ]
        if not is_act or self.grammar.whose.match(self.text, place):
            parties = list(self._list(place))
            behind = self._behind_apposition(parties[-1].end) if parties and parties[-1].end else place
            if not (ends and ends[0].re is self.grammar.verb_behind and self.grammar.glue.match(self.text, behind)):
                yield parties, behind
        for mark in ends:
            if not self._is_act(place, mark.start()):
                yield list(self._region(place, mark.start())), mark.start()

    def _unresolved(self, place: int, as_clause: bool) -> list[Party]:
        """The words that neither name a party nor begin an act: who is meant was not understood."""
        words = self.grammar.words.match(self.text, place)
        if as_clause or self.asks_for or words is None or self._begins_act(place) or self._asks_nobody(place):
            return []
        if self.grammar.between_others.match(self.text, place):
            return []
        parties = list(self._list(place))  # before an insertion that is too long to see the act behind it
        if parties and self.text.startswith(",", parties[-1].end):
            return parties
        return [Party(place, words.end(), None, "unresolved", "core")]

    def _asks_nobody(self, place: int) -> bool:
        """Whether a verb stands there, or a common noun behind which no act is marked: for early entry into force."""
        if self.predicates:
            return self.predicates.stands_verb(place)
        first = self.text[_after(self.grammar.article, self.text, place) :][:1]
        return first.islower() and not self.grammar.marker.search(self.text, place)

    def _begins_act(self, place: int) -> bool:
        if self.predicates and self.predicates.begins_act(place):
            return True
        return bool(self.grammar.begins_act.match(self.text, place))

    # --- languages that mark the act: all before it is the parties ----------------------------------------------------

    def _edge(self, place: int) -> tuple[int, int] | None:
        """Where the parties end and the act begins: the first mark of an act that no word before it governs."""
        for mark in self.grammar.marker.finditer(self.text, place, place + _LONGEST_LIST):
            before = self.text[max(place, mark.start() - 40) : mark.start() + 1]
            if not (self.grammar.governed.search(before) or self._is_between_commas(place, mark)):
                return mark.start(), mark.start("act")
        chapeau = self.grammar.ends_chapeau.search(self.text, place, place + _LONGEST_LIST)
        return chapeau.span() if chapeau else None

    def _asked_for(self, place: int) -> tuple[int, int] | None:
        """Where the parties end whom a verb with a preposition asks for an act in a noun: appeals to A | for help."""
        mark = self.grammar.for_act.search(self.text, place, place + _LONGEST)
        if mark is None or "," in self.text[place : mark.start()]:
            return None
        return (mark.start(), mark.start() + 1) if self._is_kind(place, self.text[place : mark.start()]) else None

    def _is_between_commas(self, place: int, mark: re.Match[str]) -> bool:
        """Whether words between commas have the mark: , with experts | to be chosen,; , who have a duty | to help,."""
        grammar, text = self.grammar, self.text
        comma = text.rfind(",", place, mark.start())
        if comma < 0:
            return False
        if grammar.done_to.match(text, mark.start("act")) and grammar.with_partners.match(text, comma):
            return True
        return bool(grammar.told_of_party.match(text, comma, place + _LONGEST_LIST))

    def _is_act(self, place: int, end: int) -> bool:
        """Whether what stands there is no party but an act in a noun: the strengthening of ties."""
        grammar, text = self.grammar, self.text
        place = _after(grammar.article, text, _after(grammar.gap, text, place))
        if grammar.no_party.match(text, place):
            return True
        place = _after(grammar.container, text, place)
        phrase = self._head_words(place, end)
        if self.asks_for and not self._is_party(place, phrase):
            return True
        if grammar.gerund.match(text, place) and not self._is_party(place, phrase):
            return True
        words = phrase.split()
        first = grammar.glue.split(phrase)[0].split()
        if first and grammar.act_noun.fullmatch(first[-1]) and not self._is_party(place, phrase):
            return True
        if not words or grammar.head.fullmatch(words[-1]) or (first and grammar.head.fullmatch(first[-1])):
            return False
        if words[-1][:1].isupper() or not grammar.nominal.fullmatch(words[-1]) or self._goes_on_behind(place):
            return False  # the Director General
        if grammar.who_does.search(" ".join(words)):
            return False
        return not grammar.surely.match(text, place) or bool(grammar.act_noun.fullmatch(words[-1]))

    def _opens_act(self, place: int) -> bool:
        """Whether an act in a noun stands first: the cooperation of."""
        grammar, text = self.grammar, self.text
        return bool(grammar.no_party.match(text, _after(grammar.article, text, _after(grammar.gap, text, place))))

    def _is_done_to(self, place: int, edge: tuple[int, int]) -> bool:
        """Whether something is to be done to what stands there, no party: lines of questioning to be raised."""
        words = self._head_words(place, edge[0])
        first = self.grammar.glue.split(words)[0]
        done = bool(self.grammar.done_to.match(self.text, edge[1]))
        return done and not (self._is_party(place, first) or self._is_party(place, words))

    def _goes_on_behind(self, place: int) -> bool:
        """Whether a list of adjectives has a noun of no act: international, | regional and local organizations."""
        listed = self.grammar.adjectives_listed.match(self.text, place)
        if listed is None or "," not in listed[0]:
            return False
        noun = listed["noun"]
        return not self.grammar.nominal.fullmatch(noun) or bool(self.grammar.head.fullmatch(noun))

    def _is_party(self, place: int, phrase: str) -> bool:
        """Whether the words are of a sort, end in a head or a name, or follow a word that only parties have."""
        grammar, text = self.grammar, self.text
        named = phrase.endswith((_NAME_END, _STATE_END)) or grammar.anaphor.match(text, place)
        return bool(named or grammar.surely.match(text, place)) or self._is_kind(place, phrase)

    def _is_kind(self, place: int, phrase: str) -> bool:
        """Whether the words are of a sort, or end in a head."""
        sort = self.grammar.sorts.search(self.words[place : place + len(phrase)])
        return bool(sort or self.grammar.ends_head.search(phrase))

    def _region(self, place: int, end: int) -> Iterator[Party]:
        grammar, text = self.grammar, self.text
        role: AddresseeRole = "core"
        while place < end:
            outer = _after(grammar.gap, text, place)
            place = _after(grammar.article, text, outer)
            stop = self._item_end(place, end)
            body = grammar.trail.sub("", text[place:stop].rstrip(" ,"))
            if not body:
                return
            yield self._as_party(place, place + len(body), role, outer)
            role, place = self._next(stop, end, role)

    def _next(self, place: int, end: int, role: AddresseeRole) -> tuple[AddresseeRole, int]:
        """What follows an item: an example, the list again, or words between commas that say how; the end else."""
        grammar, text = self.grammar, self.text
        place = _after(grammar.aside_ahead, text, place)
        if example := grammar.example.match(text, place, end):
            return "example", example.end()
        if role == "example" and (back := grammar.back.match(text, place, end)):
            return "core", back.end()
        if grammar.aside.match(text, place, end) or self._apposition(place, end):
            return "core", self._resumed(place, end)
        join = grammar.separator.match(text, place, end)
        return role, join.end() if join else end

    def _resumed(self, place: int, end: int) -> int:
        """Where the list goes on behind words between commas; its end where it does not."""
        grammar, text = self.grammar, self.text
        if goes_on := grammar.goes_on.match(text, place, end):
            return goes_on.end()
        if grammar.with_partners.match(text, place, end):
            return end  # what follows may be a partner too
        resumed = grammar.resumed.search(text, place + 1, end)
        return resumed.end() if resumed else end

    def _apposition(self, place: int, end: int) -> re.Match[str] | None:
        """Israel, the occupying Power,"""
        behind_state = self.text[place - 1 : place] == _STATE_END
        return self.grammar.apposition.match(self.text, place, end) if behind_state else None

    def _behind_apposition(self, end: int) -> int:
        apposition = self._apposition(end, len(self.text))
        return apposition.end() if apposition else end

    def _opens_party(self, place: int, end: int) -> bool:
        """Whether a party begins with a word as parties do: the other States, not other emergencies."""
        words = self._head_words(place, end)
        pronoun = self.grammar.anaphor.match(self.text, place) or self.grammar.pronoun.match(self.text, place)
        party = words.endswith((_NAME_END, _STATE_END)) or bool(pronoun) or self._is_kind(place, words)
        return party and bool(self.grammar.opens_party.match(self.text, place))

    def _is_lone(self, place: int, end: int) -> bool:
        """Whether words only tell which of those named behind them is meant: tourism, travel | and ferry companies."""
        grammar = self.grammar
        words = self.text[place:end]
        return bool(grammar.lone.fullmatch(words)) and (words[0].isupper() or not self._is_kind(place, words))

    def _lone_goes_on(self, place: int, end: int) -> bool:
        grammar, text = self.grammar, self.text
        return bool(grammar.lone_goes_on.match(text, place, end)) and not grammar.head.match(text, place)

    def _item_end(self, place: int, end: int) -> int:
        grammar, text = self.grammar, self.text
        if several := grammar.several_states.match(text, place, end):
            return several.end()
        if under_one_head := grammar.under_one_head.match(text, place, end):
            return under_one_head.end()
        for mark in grammar.separator.finditer(text, place + 1, end):
            left = text[place : mark.start()]
            if example := grammar.example.match(text, mark.start(), end):
                if grammar.mandate.search(left) and grammar.plain_nouns.match(text, example.end()):
                    continue
                return mark.start()
            if self._is_one_item(place, left, mark, end):
                continue
            return mark.start()
        return end

    def _is_one_item(self, place: int, left: str, mark: re.Match[str], end: int) -> bool:
        """Whether what stands on both sides of a mark is one party, or what tells who it is."""
        grammar, text, right = self.grammar, self.text, mark.end()
        joined = not mark[0].startswith(",")
        if (
            grammar.mandate.search(left)
            and grammar.title_goes_on.search(left)
            and grammar.plain_nouns.match(text, right)
        ):
            return True
        listed = grammar.modifier.match(text, right) or grammar.ends_modified.search(
            text[right:end].split(" ")[0].rstrip(",")
        )
        modified = grammar.ends_modified.search(left) and not grammar.behind_noun.search(left)
        if modified and not grammar.ends_full.search(left) and listed:
            return True
        if grammar.ends_shared.search(left) and grammar.series.match(text, mark.start()):
            return True
        if grammar.shared_modifier.fullmatch(left) and grammar.shared_noun.match(text, mark.start(), end):
            return True
        if self._is_lone(place, mark.start()) and self._lone_goes_on(right, end):
            return True
        relative = joined and grammar.shares_relative.match(text, place, end)
        if relative and right < relative.end():
            return True
        if self._noun_phrase(right) is not None and not grammar.title_pronoun.match(text, right):
            return False
        ends = grammar.aside.match(text, mark.start(), end)
        if grammar.title.search(left) and not ends:
            return True
        if grammar.names_topics.search(left) and grammar.topics.match(text, right, end):
            return True
        if grammar.same_relative.search(left) and not ends and not self._opens_party(right, end):
            return True
        return joined and bool(grammar.qualifier.search(left)) and not grammar.other_parties.match(text, right)

    # --- languages that do not: noun phrase by noun phrase ------------------------------------------------------------

    def _list(self, place: int) -> Iterator[Party]:
        return iter(self._listed(place))

    def _listed(self, place: int) -> list[Party]:
        grammar, text = self.grammar, self.text
        role: AddresseeRole = "core"
        listed: list[Party] = []
        while place < len(text):
            if enclosed := grammar.enclosed.match(text, place):
                listed += self._enclosed(*enclosed.span("examples"))
                place = enclosed.end()
            party = self._party(place, role)
            if party is None or party.end is None:
                break
            if listed and grammar.dependent.fullmatch(text[party.start : party.end]):
                break
            end = party.end
            if listed and self._is_of_the_whole(listed[-1], party):
                party = self._as_party(listed.pop().start or 0, end, role)
            listed.append(party)
            place = self._behind_apposition(end)
            if (whole := self._such(place)) and whole.end:
                listed = [*_as_examples(listed), whole]
                place = whole.end
            if example := grammar.example.match(text, place):
                role, place = "example", example.end()
            elif role == "example" and (back := grammar.back.match(text, place)):
                role, place = "core", back.end()
            elif join := self.joins.match(text, place):
                role = "core" if grammar.closes.match(join[0]) else role
                place = join.end()
            else:
                break
        return listed

    def _is_of_the_whole(self, before: Party, party: Party) -> bool:
        """Whether others share the whole that was named before: 联合国系统各专门机构和|其他组织."""
        grammar, (start, end) = self.grammar, (before.end or 0, party.start or 0)
        whole = grammar.whole.match(self.words, before.start or 0)
        shared = whole and whole.end() < start and end - start == 1 and grammar.glue.match(self.words, start)
        return bool(shared and grammar.others.fullmatch(self.words, end, party.end or end))

    def _such(self, place: int) -> Party | None:
        """Those of whom the parties before were examples: 世界银行、货币基金组织等|所有机构."""
        such = self.grammar.such.match(self.text, place)
        return self._party(such.end(), "core") if such else None

    def _enclosed(self, place: int, end: int) -> Iterator[Party]:
        """The examples that stand before what they are examples of: 包括A、B在内的."""
        inner = copy(self)
        inner.text = self.text[:end]
        for party in inner._list(place):
            yield replace(party, end=min(party.end or end, end), role="example")

    def _party(self, place: int, role: AddresseeRole) -> Party | None:
        grammar, text = self.grammar, self.text
        place = _after(grammar.gap, text, place)
        end = self._noun_phrase(place)
        anaphor = grammar.anaphor.match(text, place)
        place = _after(grammar.article, text, place)
        if anaphor and (end is None or end <= anaphor.end()):
            return Party(place, anaphor.end(), None, "anaphor", role)
        if self.predicates:
            mandate = grammar.mandate.match(text, place)
            example = role == "example"
            end = self._bounded(place, end) if end else mandate.end() if mandate else None
            end = end or self.predicates.agent_end(place, example=example)
            end = self._named_further(place, end) if end else None
        return None if end is None else self._as_party(place, end, role)

    def _named_further(self, place: int, end: int) -> int:
        """The end where more says who is meant: 人权理事会|受教育权问题特别报告员, 秘书长职位|的所有候选人."""
        assert self.predicates is not None
        grammar, text = self.grammar, self.text
        name = _PROPER.match(text, place)
        if name and self.predicates.stands_word(name.end(), "nvw") and not grammar.head.match(text, name.end()):
            mandate = grammar.mandate_of.match(text, name.end())
            if mandate or name.end() == end:
                return mandate.end() if mandate else end
        of = grammar.of.match(text, end)
        return (self._noun_phrase(of.end()) or end) if of else end

    def _bounded(self, place: int, end: int) -> int:
        """The end of a noun phrase where words end: a bare noun behind 和 belongs to it but for heads alone."""
        assert self.predicates is not None
        grammar, text = self.grammar, self.text
        if grammar.not_head.match(text, end):
            return end
        join = self.joins.match(text, end)
        further = join.end() if join else end
        apart = (grammar.head, grammar.anaphor, grammar.modifier, _PROPER, _STATE)  # what begins a party of its own
        shared = not any(pattern.match(text, further) for pattern in apart)
        modified = not grammar.head.fullmatch(text, place, end) and text[end - 1] not in (_NAME_END, _STATE_END)
        return self.predicates.noun_end(end, shared=shared and modified)

    def _as_party(self, place: int, end: int, role: AddresseeRole, outer: int | None = None) -> Party:
        grammar, end = self.grammar, self._before_bracket(place, end)
        body = self.text[place:end]
        if grammar.anaphor.fullmatch(self.text, place if outer is None else outer, end):
            return Party(place, end, None, "anaphor", role)
        if grammar.state.fullmatch(body):
            codes = dict.fromkeys(state.code for state in self.states if place <= state.start < end)
            return Party(place, end, None, "named", role, tuple(codes))
        inside = [name for name in between(self.names, place, end) if name.end <= end]
        words = self.words[place:end]
        if grammar.short_name.fullmatch(words) or points_back(words, self.language):
            return Party(place, end, inside[0].agency if inside else None, "anaphor", role)
        if grammar.mandate_holder.fullmatch(self.words, place, end) and not grammar.modifier.match(self.text, place):
            return Party(place, end, None, "named", role)
        if grammar.proper.fullmatch(body):
            whole = len(inside) == 1 and _PROPER.search(body)
            return Party(place, end, inside[0].agency if whole else None, "named", role)
        if agency := self._of_office(place, end):
            return Party(place, end, agency, "named", role)
        whole = _PROPER.fullmatch(self.text, _after(grammar.owned, self.words, place), end)
        if inside and (whole or (grammar.office.search(body) and len(inside) == 1)):
            return Party(place, end, inside[0].agency, "named", role)
        if grammar.office_holder.fullmatch(self.words, place, end):
            return Party(place, end, inside[0].agency if len(inside) == 1 else None, "named", role)
        return Party(place, end, None, "generic", role)

    def _before_bracket(self, place: int, end: int) -> int:
        """Where a party's words end, before a bracket that they leave open: 伊黎伊斯兰国 | (又称."""
        opened = self.words.rfind("(", place, end)
        return end if opened <= place or ")" in self.words[opened:end] else opened

    def _of_office(self, place: int, end: int) -> str | None:
        """The body of an office-holder whose title does not name it: the High Commissioner for Human Rights."""
        words = self.words[place:end]
        return next((agency for pattern, agency in self.grammar.offices if pattern.search(words)), None)

    def _noun_phrase(self, place: int) -> int | None:
        """Where the noun phrase ends that begins here: behind its last head or name; None where there is none."""
        grammar, text = self.grammar, self.text
        end: int | None = None
        # The word before: a modifier, which 和 may join to another; a head that shares its modifiers.
        bound = shared = related = joined = False
        while True:
            place = _after(grammar.gap, text, place)
            if state := grammar.state.match(text, place):
                place = end = state.end()
                bound = shared = False
            elif proper := _PROPER.match(text, place) or _STATE.match(text, place):
                place = end = proper.end()
                bound = shared = False
            elif (head := grammar.head.match(text, place)) and self._is_head(place, end):
                modifier = grammar.modifier.match(text, place)
                if modifier and modifier.end() > head.end():
                    place, bound = modifier.end(), True
                    continue
                further = self._glued(modifier.end(), True, False, False) if joined and modifier else place
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
                end = self._further_head(end, place) if end else self._unknown_head(place) if joined else None
                return _after(grammar.after, text, end) if end else None
            behind = self._glued(place, bound, shared and end == place, end == place)
            place, joined = behind, joined or behind > place

    def _is_head(self, place: int, end: int | None) -> bool:
        """Whether what may be a head is one: not 国家|一级, a verb behind another, one before a name: 安排|秘书长."""
        predicates, head = self.predicates, self.grammar.head.match(self.text, place)
        if predicates and end is None and head and predicates.stands_word(place, "v"):
            return not _PROPER.match(self.text, head.end())
        verb = end is not None and predicates is not None and predicates.opens_verbs(place)
        return not verb and not self.grammar.not_head.match(self.text, place)

    def _further_head(self, end: int, place: int) -> int:
        """Where the noun phrase ends whose modifiers stand behind a name or a head: 大会所有|观察员."""
        further = self.predicates.actor_end(place) if self.predicates and place > end else None
        return further or end

    def _unknown_head(self, place: int) -> int | None:
        """Where the noun ends that joined modifiers stand before: 国家和国际|合作社组织."""
        return self.predicates.agent_end_around(place) if self.predicates else None

    def _glued(self, place: int, bound: bool, shares: bool, complete: bool) -> int:
        """Where the same noun phrase goes on behind 和: 国际和区域组织, 有关机关和机构; ``place`` where it does not."""
        grammar, text = self.grammar, self.text
        if complete:
            series = grammar.series.match(text, place) if shares else None
            return series.start("next") if series and self._is_shared(series.start("next")) else place
        glue = grammar.glue.match(text, place)
        if bound and glue and grammar.modifier.match(text, glue.end()) and not _PROPER.match(text, glue.end()):
            return glue.end()
        return place

    def _is_shared(self, place: int) -> bool:
        """Whether a head stands there that shares the modifiers before it: 基金, not 基金会."""
        head = self.grammar.head.match(self.text, place)
        shares = head is not None and bool(self.grammar.ends_in_shared.search(head[0]))
        return shares and not self.grammar.not_head.match(self.text, place)

    def _spoken_of(self, place: int) -> list[Party]:
        """The parties whose work a statement speaks of; no lone office-holder without a body."""
        parties = list(self._agents(place, self.grammar.subjects)) or list(self._agent(place))
        alone = parties[0] if len(parties) == 1 and not parties[0].agency else None
        holds_office = alone and self.grammar.office.search(self.words[alone.start : alone.end])
        return [] if holds_office else parties

    def _agents(self, place: int, behind: re.Pattern[str]) -> Iterator[Party]:
        """Who acts where the act stands first: efforts to be made by X, 由X; not who does it already: 由X开展的."""
        if agent := behind.match(self.text, place, place + _LONGEST):
            parties = list(self._list(agent.end())) or list(self._agent(agent.end()))
            if parties and not self.grammar.attribute.match(self.text, parties[-1].end or place):
                yield from parties

    def _agent(self, place: int) -> Iterator[Party]:
        grammar, text = self.grammar, self.text
        if agent := grammar.agent.match(text, place):
            begin = _after(grammar.article, text, place)
            yield self._as_party(begin, agent.end(), "core", place)
            if further := self.joins.match(text, agent.end()):
                yield from self._list(further.end())
