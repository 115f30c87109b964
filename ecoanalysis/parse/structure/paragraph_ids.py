"""Items → names: the id and part of each paragraph (codebook, Resolution), no id twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ecoanalysis.lexicon import Language, language_of, numerals
from ecoanalysis.model.resolution import Part
from ecoanalysis.parse.structure.block_roles import point_position
from ecoanalysis.parse.structure_patterns import Item

PARAGRAPHS = ("preambular", "operative", "point")
"""Roles of items that are paragraphs."""


class Name(NamedTuple):
    """A paragraph's id and part, and whether another paragraph had that id before."""

    id: str
    part: Part
    repeated: bool = False


def names_of(items: Sequence[Item], language: str) -> dict[int, Name]:
    """Return the names of paragraphs and points, by the index of their block."""
    namer, names = _Namer(language_of(language)), {}
    for item, prefix in zip(items, _prefixes(items, language), strict=True):
        if item.role in PARAGRAPHS:
            names[item.index] = namer.name(item, prefix)
        elif item.role in ("organ", "annex"):
            namer.enter(item)
    return names


def _prefixes(items: Sequence[Item], language: str) -> list[str]:
    """For each item the heading's sign (I, A) where numbering restarts under headings, else nothing."""
    current, prefixes, firsts = "", [], 0
    for item in items:
        if item.role == "heading":
            current = _sign(item.value, language_of(language)) if item.value else current
        elif item.role in ("organ", "annex", "closing"):
            current = ""
        if item.role == "operative" and item.value == "1" and current:
            firsts += 1
        prefixes.append(current)
    return prefixes if firsts > 1 else [""] * len(prefixes)


def _sign(value: str, language: Language) -> str:
    """The sign of a heading or an annex in an id: the language's own numerals become Roman ones."""
    number = language.number(value) if not value.isascii() else None
    return numerals.to_roman(number).upper() if number else value


@dataclass
class _Namer:
    """Gives paragraphs their ids (codebook, Resolution)."""

    language: Language
    annex: str = ""
    opened: bool = False
    lead: str = ""
    part: Part = "operative"
    preambular: dict[str, int] = field(default_factory=dict)
    last: int = 0
    outside: int | None = None
    """The last paragraph before a draft that the text quotes."""
    parents: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    times: dict[str, int] = field(default_factory=dict)
    """How often each id was asked for."""

    def enter(self, item: Item) -> None:
        """Note where an annexed text begins: an annex heading, or the formula of a draft for another organ."""
        if item.role == "annex" or (item.role == "organ" and self.opened):
            if item.role == "annex" or not self.annex:
                value = _sign(item.value, self.language)
                self.annex = f"annex.{value}." if value else "annex."
                self.outside = self.last if item.role == "organ" else None
            self.preambular, self.last, self.parents = {}, 0, []
        self.opened = True

    def name(self, item: Item, prefix: str) -> Name:
        if item.role == "operative" and self._is_behind_draft(item):
            self.annex, self.outside = "", None
        lead = self.annex + (f"{prefix}." if prefix else "")
        if lead != self.lead:  # a single paragraph of a section is not numbered
            self.lead, self.last = lead, 0
        if item.role == "preambular":
            count = self.preambular[lead] = self.preambular.get(lead, 0) + 1
            self.part = "annex" if self.annex else "preamble"
            return self._paragraph(f"{lead}P{count}")
        if item.role == "operative":
            number = int(item.value) if item.value.isdecimal() else self.last + 1
            self.last = number
            self.part = "annex" if self.annex else "operative"
            return self._paragraph(f"{lead}{number}")
        return self._point(item)

    def _is_behind_draft(self, item: Item) -> bool:
        """Whether the text goes on behind a draft that it quotes: with its own next number, not with the draft's."""
        if self.outside is None or not item.value.isdecimal():
            return False
        return self.last != self.outside and int(item.value) == self.outside + 1

    def _paragraph(self, id: str) -> Name:
        name = self._unique(id)
        self.parents, self.positions = [name.id], [0]
        return name

    def _unique(self, id: str) -> Name:
        """The id, or where another paragraph has it, the id with a suffix that counts: 10~2."""
        self.times[id] = self.times.get(id, 0) + 1
        times = self.times[id]
        return Name(id, self.part) if times == 1 else Name(f"{id}~{times}", self.part, repeated=True)

    def _point(self, item: Item) -> Name:
        level = max(1, min(item.level or 1, len(self.parents)))
        if not self.parents:
            self.parents, self.positions = [f"{self.annex}{self.last or 1}"], [0]
        del self.parents[level:], self.positions[level:]
        position = point_position(item.value, self.language, self.positions[level - 1]) if item.value else None
        self.positions[level - 1] = position or self.positions[level - 1] + 1
        place = self.positions[level - 1]
        sign = numerals.to_letters(place) if level % 2 else numerals.to_roman(place)
        name = self._unique(f"{self.parents[level - 1]}.{sign}")
        self.parents.append(name.id)
        self.positions.append(0)
        return name
