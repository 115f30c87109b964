"""Addressees: the parties that a directive expects to act.

Behind the verb a list of parties is read, noun phrase by noun phrase, until the words say what is to be done. A noun
phrase is modifiers and a head; names of registered bodies may be either. Nothing is guessed: where no party stands,
there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ecoanalysis.extract.agencies import Named, between
from ecoanalysis.extract.plain import plain
from ecoanalysis.lexicon import NEVER, Language, language_of
from ecoanalysis.model.facts import AddresseeKind, AddresseeRole

_NAME = "\ue000"  # stands for every character of a registered name but its last
_NAME_END = "\ue001"


@dataclass(frozen=True, slots=True)
class Party:
    """A party found: range of the text (None where unspecified), body, kind and role."""

    start: int | None
    end: int | None
    agency: str | None
    kind: AddresseeKind
    role: AddresseeRole


@dataclass(frozen=True)
class _Grammar:
    """A language's noun phrases (``lexicon/<language>/parties.toml``), compiled once."""

    head: re.Pattern[str]
    shared: re.Pattern[str]
    series: re.Pattern[str]
    modifier: re.Pattern[str]
    office: re.Pattern[str]
    not_head: re.Pattern[str]
    relative: re.Pattern[str]
    glue: re.Pattern[str]
    joins: re.Pattern[str]
    joins_together: re.Pattern[str]
    example: re.Pattern[str]
    back: re.Pattern[str]
    anaphor: re.Pattern[str]
    dependent: re.Pattern[str]
    lead: re.Pattern[str]
    gap: re.Pattern[str]
    article: re.Pattern[str]
    after: re.Pattern[str]


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True)) or NEVER


@cache
def _grammar(language: str) -> _Grammar:
    own = language_of(language)
    table = own.table("parties")
    edge = table["edge"]

    def words(*kinds: str) -> re.Pattern[str]:
        return re.compile(f"(?:{_any([word for kind in kinds for word in table[kind]])}){edge}", re.IGNORECASE)

    return _Grammar(
        head=words("full", "shared", "office"),
        shared=words("shared"),
        series=re.compile(_series(own), re.IGNORECASE),
        modifier=words("modifiers"),
        office=re.compile(f"(?:{_any(table['office'])})$|^(?:{_any(table['office'])}){edge}", re.IGNORECASE),
        **{
            name: own.compiled("parties", name, flags=re.IGNORECASE)
            for name in (
                "not_head",
                "relative",
                "glue",
                "joins",
                "joins_together",
                "example",
                "back",
                "anaphor",
                "dependent",
                "lead",
                "gap",
                "article",
                "after",
            )
        },
    )


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
    known = _grammar(language)
    joins = known.joins_together if together else known.joins
    # Only the clause's own words are copied: a paragraph of a thousand clauses would be copied a thousand times.
    inside = [Named(name.start - start, name.end - start, name.agency) for name in between(names, start, stop)]
    words = masked(plain(text[start:stop]), inside)
    return [_moved(party, start) for party in _list(known, joins, words, 0, inside)] or [_NOBODY]


_NOBODY = Party(None, None, None, "unspecified", "core")


def _moved(party: Party, by: int) -> Party:
    assert party.start is not None
    assert party.end is not None
    return Party(party.start + by, party.end + by, party.agency, party.kind, party.role)


def masked(text: str, names: Sequence[Named]) -> str:
    """Return the text with every character of a name replaced by one that stands for names; offsets stay."""
    out, at = [], 0
    for name in names:
        if name.end > name.start >= at:
            out += [text[at : name.start], _NAME * (name.end - name.start - 1), _NAME_END]
            at = name.end
    return "".join([*out, text[at:]])[: len(text)]


def _list(known: _Grammar, joins: re.Pattern[str], masked: str, at: int, names: Sequence[Named]) -> Iterator[Party]:
    role: AddresseeRole = "core"
    found = False
    at = _after(known.lead, masked, at)
    while at < len(masked):
        party = _party(known, masked, at, names, role)
        if party is None or party.end is None or (found and known.dependent.fullmatch(masked[party.start : party.end])):
            return
        found = True
        yield party
        at = party.end
        if example := known.example.match(masked, at):
            role, at = "example", example.end()
        elif role == "example" and (back := known.back.match(masked, at)):
            role, at = "core", back.end()
        elif join := joins.match(masked, at):
            at = join.end()
        else:
            return


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _party(known: _Grammar, masked: str, at: int, names: Sequence[Named], role: AddresseeRole) -> Party | None:
    at = _after(known.gap, masked, at)
    end = _noun_phrase(known, masked, at)
    anaphor = known.anaphor.match(masked, at)
    at = _after(known.article, masked, at)
    if anaphor and (end is None or end <= anaphor.end()):
        return Party(at, anaphor.end(), None, "anaphor", role)
    if end is None:
        return None
    inside = [name for name in between(names, at, end) if name.end <= end]
    body = masked[at:end]
    if inside and (_PROPER.fullmatch(body) or (known.office.search(body) and len(inside) == 1)):
        return Party(at, end, inside[0].agency, "named", role)
    return Party(at, end, None, "generic", role)


_PROPER = re.compile(rf"{_NAME}*{_NAME_END}(?:\s?\({_NAME}*{_NAME_END}\))?")


def _noun_phrase(known: _Grammar, masked: str, at: int) -> int | None:
    """Where the noun phrase ends that begins here: behind its last head or name; None where there is none."""
    end: int | None = None
    bound = shared = (
        False  # the word before: a modifier, which 和 may join to another; a head that shares its modifiers
    )
    while True:
        at = _after(known.gap, masked, at)
        if proper := _PROPER.match(masked, at):
            at = end = proper.end()
            bound = shared = False
        elif (head := known.head.match(masked, at)) and not known.not_head.match(masked, at):
            modifier = known.modifier.match(masked, at)
            if modifier and modifier.end() > head.end():
                at, bound = modifier.end(), True
                continue
            at = end = head.end()
            bound, shared = bool(modifier), bool(known.shared.fullmatch(head[0]))
        elif modifier := known.modifier.match(masked, at):
            at, bound = modifier.end(), True
        elif end is None and (relative := known.relative.match(masked, at)) and relative.end() > at:
            at = relative.end()
        else:
            return _after(known.after, masked, end) if end else None
        at = _glued(known, masked, at, bound, shared and end == at, end == at)


def _glued(known: _Grammar, masked: str, at: int, bound: bool, shares: bool, complete: bool) -> int:
    """Where the same noun phrase goes on behind 和: 国际和区域组织, 有关机关和机构; ``at`` where it does not."""
    if complete:
        series = known.series.match(masked, at) if shares else None
        return series.start("next") if series and not known.not_head.match(masked, series.start("next")) else at
    glue = known.glue.match(masked, at)
    if bound and glue and known.modifier.match(masked, glue.end()) and not _PROPER.match(masked, glue.end()):
        return glue.end()
    return at
