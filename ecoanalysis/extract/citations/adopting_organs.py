"""Whose a resolution's number is: the organ that its form, the words about it, its session and its date allow."""

from __future__ import annotations

import re
from typing import NamedTuple

from ecoanalysis.extract.citations.citation_patterns import CitationPatterns
from ecoanalysis.extract.citations.number_lists import TOGETHER, ActNumber

_SESSION = re.compile(r"(\d{1,4})/")
_FOUNDED = 1945  # session n of the General Assembly opens in the autumn of 1945 + n, and ends within a year
_SLASHED = 31  # the first of its sessions whose resolutions are numbered so; before: 3201 (S-VI)
_COUNCIL = 2005  # the Human Rights Council sits three times a year, first in 2006
_DATED = ("GA", "HRC", "UNEA")
_NEAR = 60  # characters before a number, or its list, within which the organ that is named is its organ
_ABOUT = 1000  # characters before and behind it that are looked at where neither fits
_ENVIRONMENT = 10  # the Environment Assembly has sat six times since 2014


class Asked(NamedTuple):
    """Whose number is it? As written, with the organ named, the adopting one, and its date."""

    written: str
    named: str | None
    adopting: str
    date: str | None


def organ_of(patterns: CitationPatterns, text: str, place: int, asked: Asked) -> str:
    """Whose resolution it is: its form says so, else the organ named, else the adopting organ, where session and date
    allow it; else the nearest one named about it that they allow.
    """
    if inner := re.search(r"\((.+?)\)", asked.written):
        return "SC" if inner[1].isdigit() else asked.named if asked.named == "OTHER" else "GA"
    if re.match(r"(?:19|20)\d{2}/", asked.written):
        return "OTHER" if asked.named == "OTHER" else "ECOSOC"
    if asked.written.startswith("ES-"):
        return "GA"
    named = asked.named or (asked.adopting if patterns.tells_others else "OTHER")
    if named in ("OWN", "SC", "ECOSOC"):
        named = asked.adopting
    year = int(asked.date[:4]) if asked.date else None
    match = _SESSION.match(asked.written)
    if match is None or (named == "OTHER" and (asked.named or year is None)):
        return named
    session = int(match[1])
    if named in _DATED and _fits(named, session, year):
        return named
    elsewhere = _named_about(patterns, text, place)
    for organ in (*elsewhere, asked.adopting, "GA") if year else elsewhere[:1]:
        if organ in _DATED and _fits(organ, session, year):
            return organ
    return named if asked.named and named != "UNEA" and session >= _SLASHED else "OTHER"


def _fits(organ: str, session: int, year: int | None) -> bool:
    """Whether an organ may have adopted something with that session's number, and in that year."""
    if organ == "GA":
        return session >= _SLASHED and (year is None or year - session in (_FOUNDED, _FOUNDED + 1))
    if organ == "HRC":
        return year is None or abs(_COUNCIL + (session + 2) // 3 - year) <= 1
    return organ != "UNEA" or session < _ENVIRONMENT


def _named_about(patterns: CitationPatterns, text: str, place: int) -> list[str]:
    """The organs named about a place of a text, the nearest first, the longer name before one inside it."""
    window = max(0, place - _ABOUT), place + _ABOUT
    mentions = [(match, name) for name, pattern in patterns.organs.items() for match in pattern.finditer(text, *window)]
    mentions.sort(key=lambda pair: (abs(pair[0].end() - place), pair[0].start()))
    return [name for _, name in mentions]


def organ_named(patterns: CitationPatterns, text: str, numbers: list[ActNumber], index: int) -> str | None:
    """The organ whose a number is said to be: named behind it or behind the next ones of its list, or last before it;
    None where none is.
    """
    for number in numbers[index : index + TOGETHER]:
        if number is not numbers[index] and number.opened:
            break
        if behind := patterns.behind.match(text, number.text_end):
            named = [
                (match.end(), name)
                for name, pattern in patterns.organs.items()
                if (match := pattern.match(text, behind.end()))
            ]
            if named:
                return max(named)[1]
            if text[behind.end() : behind.end() + 1].isupper():
                return "OTHER"
    here = numbers[index]
    begin = numbers[index - 1].text_end if index else max(0, here.start - _NEAR)
    end = here.text_end - len(here.text) + 1  # with the first sign of the number: a pattern may look at it
    places = [
        (match.end(), match.end() - match.start(), name != "OTHER", name)
        for name, pattern in patterns.organs.items()
        for match in pattern.finditer(text, begin, end)
    ]
    return max(places)[-1] if places else None  # 环境规划署大会 ends as 大会 does: the longer name counts
