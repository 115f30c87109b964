"""The registry of bodies: what they are, and what they are called in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ecoanalysis.errors import UnknownBodyError, check_text, nearest
from ecoanalysis.lexicon.language import language_of, languages
from ecoanalysis.lexicon.toml_files import load_folder

_SHORTER = 0.75  # of a name that a short form has
_OF_THE_UNITED_NATIONS = frozenset(["subordinate", "coordinated"])


@dataclass(frozen=True, slots=True)
class Former:
    """A name that a body no longer has, and the years it had it."""

    name: str
    begin: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class BodyNames:
    """What a body is called in one language. Contextual names hold only where the body is named in full before."""

    name: str
    aliases: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()

    def fixed(self) -> Iterator[str]:
        """Yield every name that means the body in any text of the language."""
        yield self.name
        yield from self.aliases
        yield from (former.name for former in self.former)


@dataclass(frozen=True, slots=True)
class Body:
    """A registered body (codebook, Agencies): the facts, and the names in each language that has some."""

    id: str
    kind: str
    authority: str
    parent: str | None
    acronym: str | None
    names: dict[str, BodyNames] = field(repr=False)

    def fixed(self, language: str) -> Iterator[str]:
        """Yield every name that means this body in any text of a language."""
        if language in self.names:
            yield from self.names[language].fixed()

    def name(self, language: str) -> str:
        """Return the body's name in a language; where it has none there, its acronym, or its name in another."""
        if language in self.names:
            return self.names[language].name
        return self.acronym or next((names.name for names in self.names.values()), self.id)


@dataclass(frozen=True)
class Registry:
    """All registered bodies by id."""

    bodies: dict[str, Body] = field(repr=False)

    def __getitem__(self, id: str) -> Body:
        return self.bodies[id]

    def __contains__(self, id: str) -> bool:
        return id in self.bodies

    def __iter__(self) -> Iterator[Body]:
        return iter(self.bodies.values())

    def __len__(self) -> int:
        return len(self.bodies)

    def label(self, id: str, language: str) -> str:
        """Return the body's name in a language, the id itself where it is not registered."""
        return self.bodies[id].name(language) if id in self.bodies else id

    def in_sentence(self, id: str, language: str) -> str:
        """Return the body's name as it stands inside a sentence.

        Examples
        --------
        >>> registry().in_sentence("world-bank", "en"), registry().in_sentence("world-bank", "zh")
        ('the World Bank', '世界银行')
        """
        return language_of(language).in_sentence(self.label(id, language))

    def short(self, id: str, language: str) -> str:
        """Return the shortest usual name of a body: the acronym where the language writes Latin letters, else an alias.

        One that is hardly shorter than the name is no short form of it, but another name: a page has one of them.

        Examples
        --------
        >>> registry().short("unido", "en"), registry().short("escap", "zh")
        ('UNIDO', '亚太经社会')
        """
        if id not in self.bodies:
            return id
        body = self.bodies[id]
        if language not in body.names:
            return body.name(language)
        names = body.names[language]
        letters = language_of(language).letters
        usual = [name for name in (names.name, *names.aliases) if letters.search(name)]
        if body.acronym and letters.search(body.acronym):
            return body.acronym
        shortest = min(usual, key=len, default=names.name)
        return shortest if len(shortest) <= _SHORTER * len(names.name) else names.name

    def by_name(self, name: str) -> str | None:
        """Return the id of the body with that name in any language, None where there is none."""
        return _ids_by_name().get(_folded(name))

    def is_united_nations(self, id: str) -> bool:
        """Whether a body belongs to the United Nations system: its organs, or organisations that it coordinates."""
        if id not in self.bodies:
            return False
        return self.bodies[id].authority in _OF_THE_UNITED_NATIONS or self.within(id, "united-nations")

    def within(self, id: str, ancestor: str) -> bool:
        """Whether a body is another one or stands below it."""
        seen: set[str] = set()
        here: str | None = id
        while here and here not in seen:
            if here == ancestor:
                return True
            seen.add(here)
            here = self.bodies[here].parent if here in self.bodies else None
        return False


@cache
def registry() -> Registry:
    """Return the registry.

    Examples
    --------
    >>> registry()["escap"].names["zh"].name
    '亚洲及太平洋经济社会委员会'
    >>> registry().by_name("Food and Agriculture Organization of the United Nations")
    'fao'
    """
    tables = {code: language_of(code).bodies for code in languages()}
    bodies = {}
    for id, facts in sorted(load_folder("facts/bodies").items()):
        names = {code: _names(table[id]) for code, table in tables.items() if id in table}
        bodies[id] = Body(id, facts["kind"], facts["authority"], facts.get("parent"), facts.get("acronym"), names)
    return Registry(bodies)


def describe(name: str) -> str:
    """Return what the registry knows of a body, named by its id or by any name, as lines of words.

    Raises
    ------
    UnknownBodyError
        Where no body has that id or name; the nearest ids are named.

    Examples
    --------
    >>> print(*describe("escap").splitlines()[::4][:2], sep="\\n")
    escap: regional-commission, subordinate, under ecosoc, ESCAP
      English: Economic and Social Commission for Asia and the Pacific
    """
    check_text(name=name)
    bodies = registry()
    id = name if name in bodies else bodies.by_name(name)
    if id is None:
        raise UnknownBodyError(f"{name}: no body of the registry has that id or name; near are {nearest_bodies(name)}")
    body = bodies[id]
    facts = [body.kind, body.authority, f"under {body.parent}" if body.parent else "", body.acronym or ""]
    lines = [f"{id}: {', '.join(filter(None, facts))}"]
    for code, names in sorted(body.names.items(), key=lambda pair: language_of(pair[0]).name):
        lines.append(f"  {language_of(code).name}: {names.name}")
        for label, values in (("also", names.aliases), ("once named in full", names.contextual)):
            lines += [f"    {label}: {'; '.join(values)}"] if values else []
        lines += [f"    formerly: {former.name} ({former.begin or ''}–{former.end or ''})" for former in names.former]
    return "\n".join(lines)


def nearest_bodies(name: str) -> str:
    """Return the ids of the bodies whose ids or names are most like a name, as messages list them.

    Examples
    --------
    >>> nearest_bodies("United Nations Developement Programme").split(", ")[0]
    'undp'
    """
    return nearest(name, {body.id: body.id for body in registry()} | _names_in_full())


@cache
def _names_in_full() -> dict[str, str]:
    return {name: body.id for body in registry() for names in body.names.values() for name in names.fixed()}


@cache
def _ids_by_name() -> dict[str, str]:
    every = [(body.id, names) for body in registry() for names in body.names.values()]
    ids = {_folded(name): id for id, names in every for name in (*names.fixed(), *names.contextual)}
    return ids | {_folded(names.name): id for id, names in every}


def _folded(name: str) -> str:
    return "".join(name.split()).casefold().removeprefix("the")


def _names(entry: dict[str, Any]) -> BodyNames:
    former = tuple(Former(item["name"], item.get("from"), item.get("to")) for item in entry.get("former", ()))
    aliases, contextual, examples, counter = (
        tuple(entry.get(key, ())) for key in ("aliases", "contextual", "examples", "counter_examples")
    )
    return BodyNames(entry["name"], aliases, contextual, former, examples, counter)
