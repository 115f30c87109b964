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

from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.extract.plain import plain
from ecoanalysis.extract.predicates import read_predicates
from ecoanalysis.lexicon import NEVER, Language, language_of, regex
from ecoanalysis.lexicon.countries import StateNamed, find_demonyms, find_states
from ecoanalysis.model.facts import AddresseeKind, AddresseeRole

_NAME = "\ue000"  # stands for every character of a registered name but its last
_NAME_END = "\ue001"
_STATE_END = "\ue002"  # the last of a State's name
_TITLE = "\ue003"  # stands for every character of a title
_LONGEST = 400  # characters behind the verb within which the act must begin


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
class Asked:
    """A directive's parties, and where the words begin that say what is asked of them."""

    parties: tuple[Party, ...]
    act: int


@dataclass(frozen=True)
class _Grammar:
    """A language's noun phrases (``lexicon/<language>/parties.toml``), compiled once."""

    head: re.Pattern[str]
    shared: re.Pattern[str]
    series: re.Pattern[str]
    modifier: re.Pattern[str]
    ends_modified: re.Pattern[str]
    ends_full: re.Pattern[str]
    ends_shared: re.Pattern[str]
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
    own = language_of(language)
    table = own.table("parties")
    edge = table["edge"]

    def words(*kinds: str) -> re.Pattern[str]:
        return re.compile(f"(?:{_any([word for kind in kinds for word in table[kind]])}){edge}", re.IGNORECASE)

    heads, modifiers = (_any([word for kind in kinds for word in table[kind]]) for kinds in (_HEADS, ("modifiers",)))
    return _Grammar(
        head=words(*_HEADS),
        shared=words("shared"),
        series=re.compile(_series(own), re.IGNORECASE),
        modifier=words("modifiers"),
        ends_modified=re.compile(
            rf"(?<![\w-])(?!(?:{heads})$)(?:{modifiers}|{own.pattern('parties', 'adjective')})$", re.I
        ),
        ends_full=re.compile(rf"(?<![\w-])(?:{_any([word for word in table['full'] if ' ' in word])})$", re.IGNORECASE),
        ends_shared=re.compile(rf"(?<![\w-])(?:{_any(table['shared'])})$", re.IGNORECASE),
        office=re.compile(f"(?:{_any(table['office'])})$|^(?:{_any(table['office'])}){edge}", re.IGNORECASE),
        offices=tuple(
            (re.compile(regex(entry["words"])), entry["agency"])
            for entry in table.get("offices", ())
            if "agency" in entry
        ),
        patterns={name: own.compiled("parties", name, flags=re.IGNORECASE) for name in _PATTERNS},
    )


_HEADS = ("full", "shared", "office")
_PATTERNS = (
    "not_head", "relative", "glue", "joins", "joins_together", "example", "back", "anaphor", "dependent", "lead", "gap",
    "article", "after", "clause", "marker", "governed", "separator", "qualifier", "nominal", "aside", "resumed",
    "trail", "state", "agents", "modal", "no_party", "surely", "act_noun", "apposition", "title", "enclosed",
    "proper", "of_state", "begins_act", "words", "several_states", "quoted", "short_name", "ends_chapeau", "mandate", "plain_nouns", "title_goes_on",
)  # fmt: skip


def _series(own: Language) -> str:
    """和 and a bare noun that shares the modifiers before it; commas too in a series."""
    table = own.table("parties")
    shared, edge = f"(?:{_any(table['shared'])})", table["edge"]
    last, comma = own.pattern("parties", "series_last"), own.pattern("parties", "series_comma")
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
    >>> found = find_parties(text, 2, len(text), find_names(text, "zh"), "zh")
    >>> [(text[party.start : party.end], party.kind, party.role) for party in found]
    [('联合国有关机关和机构', 'generic', 'core'), ('世界银行', 'named', 'example')]
    """
    return list(find_asked(text, start, stop, names, language, together=together).parties)


def find_asked(
    text: str, start: int, stop: int, names: Sequence[Named], language: str, *, together: bool = False
) -> Asked:
    """Return the same parties, and where the words begin that say what is asked of them.

    Examples
    --------
    >>> text = "Urges all ferry companies that sail by night to carry lights"
    >>> asked = find_asked(text, 5, len(text), [], "en")
    >>> [text[party.start : party.end] for party in asked.parties], text[asked.act :]
    (['all ferry companies that sail by night'], 'to carry lights')
    """
    known = _grammar(language)
    joins = known.joins_together if together else known.joins
    # Only the clause's own words are copied: a paragraph of a thousand clauses would be copied a thousand times.
    inside = [Named(name.start - start, name.end - start, name.agency) for name in between(names, start, stop)]
    words = text[start:stop]
    read = _Reader(known, joins, words, inside, _states(known, words, language), language)
    parties, act = read.asked()
    return Asked(tuple(_moved(party, start) for party in parties) or (_NOBODY,), act + start)


def _states(known: _Grammar, words: str, language: str) -> tuple[StateNamed, ...]:
    """The States named, and those that a word for their authorities stands behind: the Syrian authorities."""
    words = words[:_LONGEST]
    belongs = [state for state in find_demonyms(words, language) if known.of_state.match(words, state.end)]
    return tuple(sorted([*find_states(words, language), *belongs]))


_NOBODY = Party(None, None, None, "unspecified", "core")


def _moved(party: Party, by: int) -> Party:
    assert party.start is not None
    assert party.end is not None
    return replace(party, start=party.start + by, end=party.end + by)


def masked(text: str, names: Sequence[Named], states: Sequence[StateNamed] = ()) -> str:
    """Return the text with every character of a name replaced by one that stands for names; offsets stay."""
    spans = [(name.start, name.end, _NAME_END) for name in names]
    spans += [(state.start, state.end, _STATE_END) for state in states]
    out, at = [], 0
    for start, end, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > start >= at:
            out += [text[at:start], _NAME * (end - start - 1), last]
            at = end
    return "".join([*out, text[at:]])[: len(text)]


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


_PROPER = re.compile(rf"{_NAME}*{_NAME_END}(?:\s?\({_NAME}*{_NAME_END}\))?")
_STATE = re.compile(f"{_NAME}*{_STATE_END}")


class _Reader:
    """The words behind one directive's verb, read from left to right."""

    def __init__(
        self,
        known: _Grammar,
        joins: re.Pattern[str],
        words: str,
        names: Sequence[Named],
        states: tuple[StateNamed, ...],
        language: str,
    ) -> None:
        self.known, self.joins, self.names, self.states = known, joins, names, states
        text = masked(plain(words), names, states)
        self.text = known.quoted.sub(lambda title: _TITLE * len(title[0]), text)
        self.predicates = read_predicates(self.text[:_LONGEST], language)
        self.words = plain(words)

    def asked(self) -> tuple[list[Party], int]:
        """Return the parties, and where the act begins."""
        known, text = self.known, self.text
        at = _after(known.lead, text, 0)
        as_clause = bool(known.clause.search(text, 0, at))
        edge = None if as_clause else self._edge(at)
        for parties, act in self._readings(at, edge, as_clause):
            if parties:
                return parties, act
        return list(self._agents(at)) or self._unresolved(at, as_clause), at

    def _readings(self, at: int, edge: tuple[int, int] | None, as_clause: bool) -> Iterator[tuple[list[Party], int]]:
        """The ways to read the words, the surer first: up to the act's mark, noun phrases, up to a modal verb."""
        is_act = edge is not None and self._is_act(at, edge[0])
        if edge and not is_act:
            yield list(self._region(at, edge[0])), edge[1]
        if not is_act:
            parties = list(self._list(at))
            yield parties, (parties and parties[-1].end) or at
        modal = self.known.modal.search(self.text, at, at + _LONGEST) if as_clause else None
        if modal and not self._is_act(at, modal.start()):
            yield list(self._region(at, modal.start())), modal.start()

    def _unresolved(self, at: int, as_clause: bool) -> list[Party]:
        """The words that neither name a party nor begin an act: who is meant was not understood."""
        words = self.known.words.match(self.text, at)
        if as_clause or words is None or self._begins_act(at):
            return []
        return [Party(at, words.end(), None, "unresolved", "core")]

    def _begins_act(self, at: int) -> bool:
        if self.predicates and self.predicates.begins_act(at):
            return True
        return bool(self.known.begins_act.match(self.text, at))

    # --- languages that mark the act: all before it is the parties ----------------------------------------------------

    def _edge(self, at: int) -> tuple[int, int] | None:
        """Where the parties end and the act begins: the first mark of an act that no word before it governs."""
        for mark in self.known.marker.finditer(self.text, at, at + _LONGEST):
            if not self.known.governed.search(self.text[max(at, mark.start() - 40) : mark.start() + 1]):
                return mark.start(), mark.start("act")
        chapeau = self.known.ends_chapeau.search(self.text, at, at + _LONGEST)
        return chapeau.span() if chapeau else None

    def _is_act(self, at: int, end: int) -> bool:
        """Whether what stands there is no party but an act in a noun: the strengthening of ties."""
        known, text = self.known, self.text
        at = _after(known.article, text, _after(known.gap, text, at))
        if known.no_party.match(text, at):
            return True
        qualifier = known.qualifier.search(text, at, end)
        words = text[at : qualifier.start() if qualifier else end].split(",")[0].split()
        if not words or known.head.fullmatch(words[-1]) or not known.nominal.fullmatch(words[-1]):
            return False
        return not known.surely.match(text, at) or bool(known.act_noun.fullmatch(words[-1]))

    def _region(self, at: int, end: int) -> Iterator[Party]:
        known, text = self.known, self.text
        role: AddresseeRole = "core"
        while at < end:
            outer = _after(known.gap, text, at)
            at = _after(known.article, text, outer)
            stop = self._item_end(at, end)
            body = known.trail.sub("", text[at:stop].rstrip(" ,"))
            if not body:
                return
            yield self._as_party(at, at + len(body), role, outer)
            role, at = self._next(stop, end, role)

    def _next(self, at: int, end: int, role: AddresseeRole) -> tuple[AddresseeRole, int]:
        """What follows an item: an example, the list again, or words between commas that say how; the end else."""
        known, text = self.known, self.text
        if example := known.example.match(text, at, end):
            return "example", example.end()
        if role == "example" and (back := known.back.match(text, at, end)):
            return "core", back.end()
        if known.aside.match(text, at, end) or self._is_apposition(at, end):
            resumed = known.resumed.search(text, at + 1, end)
            return "core", resumed.end() if resumed else end
        join = known.separator.match(text, at, end)
        return role, join.end() if join else end

    def _is_apposition(self, at: int, end: int) -> bool:
        """Israel, the occupying Power,"""
        return self.text[at - 1 : at] == _STATE_END and bool(self.known.apposition.match(self.text, at, end))

    def _item_end(self, at: int, end: int) -> int:
        known, text = self.known, self.text
        if several := known.several_states.match(text, at, end):
            return several.end()
        for mark in known.separator.finditer(text, at + 1, end):
            left = text[at : mark.start()]
            if example := known.example.match(text, mark.start(), end):
                if known.mandate.search(left) and known.plain_nouns.match(text, example.end()):
                    continue
                return mark.start()
            if (
                known.mandate.search(left)
                and known.title_goes_on.search(left)
                and known.plain_nouns.match(text, mark.end())
            ):
                continue
            joined = not mark[0].startswith(",")
            right = mark.end()
            listed = known.modifier.match(text, right) or known.ends_modified.search(
                text[right:end].split(" ")[0].rstrip(",")
            )
            if known.ends_modified.search(left) and not known.ends_full.search(left) and listed:
                continue
            if known.ends_shared.search(left) and known.series.match(text, mark.start()):
                continue
            if known.title.search(left) and self._noun_phrase(right) is None:
                continue
            if joined and known.qualifier.search(left) and self._noun_phrase(right) is None:
                continue
            return mark.start()
        return end

    # --- languages that do not: noun phrase by noun phrase ------------------------------------------------------------

    def _list(self, at: int) -> Iterator[Party]:
        known, text = self.known, self.text
        role: AddresseeRole = "core"
        found = False
        while at < len(text):
            if enclosed := known.enclosed.match(text, at):
                yield from self._enclosed(*enclosed.span("examples"))
                at = enclosed.end()
            party = self._party(at, role)
            if party is None or party.end is None:
                return
            if found and known.dependent.fullmatch(text[party.start : party.end]):
                return
            found = True
            yield party
            at = party.end
            if example := known.example.match(text, at):
                role, at = "example", example.end()
            elif role == "example" and (back := known.back.match(text, at)):
                role, at = "core", back.end()
            elif join := self.joins.match(text, at):
                at = join.end()
            else:
                return

    def _enclosed(self, at: int, end: int) -> Iterator[Party]:
        """The examples that stand before what they are examples of: 包括A、B在内的."""
        inner = copy(self)
        inner.text = self.text[:end]
        yield from (replace(party, role="example") for party in inner._list(at))

    def _party(self, at: int, role: AddresseeRole) -> Party | None:
        known, text = self.known, self.text
        at = _after(known.gap, text, at)
        end = self._noun_phrase(at)
        anaphor = known.anaphor.match(text, at)
        at = _after(known.article, text, at)
        if anaphor and (end is None or end <= anaphor.end()):
            return Party(at, anaphor.end(), None, "anaphor", role)
        if self.predicates:
            mandate = known.mandate.match(text, at)
            end = self._bounded(at, end) if end else mandate.end() if mandate else self.predicates.agent_end(at)
        return None if end is None else self._as_party(at, end, role)

    def _bounded(self, at: int, end: int) -> int:
        """The end of a noun phrase where words end: what is bare behind 和 is its own party where it is a head alone."""
        assert self.predicates is not None
        known, text = self.known, self.text
        join = self.joins.match(text, end)
        further = join.end() if join else end
        apart = (known.head, known.anaphor, known.modifier, _PROPER, _STATE)  # what begins a party of its own
        shared = not any(pattern.match(text, further) for pattern in apart)
        modified = not known.head.fullmatch(text, at, end) and text[end - 1] not in (_NAME_END, _STATE_END)
        return self.predicates.noun_end(end, shared=shared and modified)

    def _as_party(self, at: int, end: int, role: AddresseeRole, outer: int | None = None) -> Party:
        known, body = self.known, self.text[at:end]
        if known.anaphor.fullmatch(self.text, at if outer is None else outer, end):
            return Party(at, end, None, "anaphor", role)
        if known.state.fullmatch(body):
            codes = dict.fromkeys(state.code for state in self.states if at <= state.start < end)
            return Party(at, end, None, "named", role, tuple(codes))
        inside = [name for name in between(self.names, at, end) if name.end <= end]
        if known.short_name.fullmatch(self.words, at, end):
            return Party(at, end, inside[0].agency if inside else None, "anaphor", role)
        if known.proper.fullmatch(body):
            whole = len(inside) == 1 and _PROPER.search(body)
            return Party(at, end, inside[0].agency if whole else None, "named", role)
        if agency := self._of_office(at, end):
            return Party(at, end, agency, "named", role)
        if inside and (_PROPER.fullmatch(body) or (known.office.search(body) and len(inside) == 1)):
            return Party(at, end, inside[0].agency, "named", role)
        return Party(at, end, None, "generic", role)

    def _of_office(self, at: int, end: int) -> str | None:
        """The body of an office-holder whose title does not name it: the High Commissioner for Human Rights."""
        words = self.words[at:end]
        return next((agency for pattern, agency in self.known.offices if pattern.search(words)), None)

    def _noun_phrase(self, at: int) -> int | None:
        """Where the noun phrase ends that begins here: behind its last head or name; None where there is none."""
        known, text = self.known, self.text
        end: int | None = None
        # The word before: a modifier, which 和 may join to another; a head that shares its modifiers.
        bound = shared = False
        while True:
            at = _after(known.gap, text, at)
            if state := known.state.match(text, at):
                at = end = state.end()
                bound = shared = False
            elif proper := _PROPER.match(text, at) or _STATE.match(text, at):
                at = end = proper.end()
                bound = shared = False
            elif (head := known.head.match(text, at)) and not known.not_head.match(text, at):
                modifier = known.modifier.match(text, at)
                if modifier and modifier.end() > head.end():
                    at, bound = modifier.end(), True
                    continue
                at = end = head.end()
                bound, shared = bool(modifier), bool(known.shared.fullmatch(head[0]))
            elif modifier := known.modifier.match(text, at):
                at, bound = modifier.end(), True
            elif end is None and (relative := known.relative.match(text, at)) and relative.end() > at:
                at = relative.end()
            else:
                return _after(known.after, text, end) if end else None
            at = self._glued(at, bound, shared and end == at, end == at)

    def _glued(self, at: int, bound: bool, shares: bool, complete: bool) -> int:
        """Where the same noun phrase goes on behind 和: 国际和区域组织, 有关机关和机构; ``at`` where it does not."""
        known, text = self.known, self.text
        if complete:
            series = known.series.match(text, at) if shares else None
            return series.start("next") if series and not known.not_head.match(text, series.start("next")) else at
        glue = known.glue.match(text, at)
        if bound and glue and known.modifier.match(text, glue.end()) and not _PROPER.match(text, glue.end()):
            return glue.end()
        return at

    def _agents(self, at: int) -> Iterator[Party]:
        """Who acts where the act stands first: efforts to be made by X, 由X."""
        agent = self.known.agents.match(self.text, at, at + _LONGEST)
        if agent:
            yield from self._list(agent.end())
