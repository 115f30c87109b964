"""The registry of bodies: who they are, what they are called in both languages, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ecoanalysis.lexicon import load_folder

_OF_THE_UNITED_NATIONS = frozenset(["subordinate", "coordinated"])


@dataclass(frozen=True, slots=True)
class Names:
    """What a body is called in one language. Contextual names hold only where the body is named in full before."""

    name: str
    aliases: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """Names that a body no longer has, and the years it had them."""

    zh: str
    en: str
    begin: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Agency:
    """A registered body (codebook, Agencies)."""

    id: str
    kind: str
    authority: str
    parent: str | None
    acronym: str | None
    zh: Names
    en: Names
    former: tuple[Former, ...] = ()

    def names(self, language: str) -> Names:
        """Return what the body is called in a language."""
        return {"zh": self.zh, "en": self.en}[language]

    def fixed(self, language: str) -> Iterator[str]:
        """Yield every name that means this body in any text."""
        names = self.names(language)
        yield names.name
        yield from names.aliases
        for former in self.former:
            if name := {"zh": former.zh, "en": former.en}[language]:
                yield name


@dataclass(frozen=True)
class Registry:
    """All registered bodies by id."""

    agencies: dict[str, Agency]

    def __getitem__(self, id: str) -> Agency:
        return self.agencies[id]

    def __contains__(self, id: str) -> bool:
        return id in self.agencies

    def __iter__(self) -> Iterator[Agency]:
        return iter(self.agencies.values())

    def __len__(self) -> int:
        return len(self.agencies)

    def label(self, id: str, language: str) -> str:
        """Return the body's name in a language, the id itself where it is not registered."""
        return self.agencies[id].names(language).name if id in self.agencies else id

    def short(self, id: str, language: str) -> str:
        """Return the shortest usual name of a body: the acronym in English, the shortest Chinese alias.

        Examples
        --------
        >>> registry().short("unido", "en"), registry().short("escap", "zh")
        ('UNIDO', '亚太经社会')
        """
        if id not in self.agencies:
            return id
        agency = self.agencies[id]
        names = [agency.names(language).name, *agency.names(language).aliases]
        if agency.acronym and language == "en":
            return agency.acronym
        return min((name for name in names if language == "en" or not name.isascii()), key=len, default=names[0])

    def by_name(self, name: str) -> str | None:
        """Return the id of the body with that English or Chinese name, None where there is none."""
        return _ids_by_name().get(_folded(name))

    def is_united_nations(self, id: str) -> bool:
        """Whether a body belongs to the United Nations system: its organs, or organisations that it coordinates."""
        if id not in self.agencies:
            return False
        return self.agencies[id].authority in _OF_THE_UNITED_NATIONS or self.within(id, "united-nations")

    def within(self, id: str, ancestor: str) -> bool:
        """Whether a body is another one or stands below it."""
        seen: set[str] = set()
        here: str | None = id
        while here and here not in seen:
            if here == ancestor:
                return True
            seen.add(here)
            here = self.agencies[here].parent if here in self.agencies else None
        return False


@cache
def registry() -> Registry:
    """Return the registry.

    Examples
    --------
    >>> registry()["escap"].zh.name
    '亚洲及太平洋经济社会委员会'
    >>> registry().by_name("Food and Agriculture Organization of the United Nations")
    'fao'
    """
    entries = [_agency(entry) for table in load_folder("agencies").values() for entry in table.get("agency", ())]
    return Registry({agency.id: agency for agency in sorted(entries, key=lambda agency: agency.id)})


@cache
def _ids_by_name() -> dict[str, str]:
    return {
        _folded(name): agency.id
        for agency in registry()
        for language in ("zh", "en")
        for name in (*agency.fixed(language), *agency.names(language).contextual)
    } | {_folded(agency.names(language).name): agency.id for agency in registry() for language in ("zh", "en")}


def _folded(name: str) -> str:
    return "".join(name.split()).casefold().removeprefix("the")


def _agency(entry: dict[str, Any]) -> Agency:
    former = tuple(
        Former(item.get("zh", ""), item.get("en", ""), item.get("from"), item.get("to"))
        for item in entry.get("former", ())
    )
    return Agency(
        entry["id"],
        entry["kind"],
        entry["authority"],
        entry.get("parent"),
        entry.get("acronym"),
        _names(entry["zh"]),
        _names(entry["en"]),
        former,
    )


def _names(table: dict[str, Any]) -> Names:
    return Names(
        table["name"],
        *(tuple(table.get(key, ())) for key in ("aliases", "contextual", "examples", "counter_examples")),
    )
