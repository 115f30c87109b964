"""Words that point back (该司, 它们, 同上), with what they stand for, or left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ecoanalysis.extract.addressees.names_before import PlacedName
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.bodies import registry


@cache
def _pattern(language: str, key: str) -> re.Pattern[str]:
    return language_of(language).compiled("names", "anaphor", key)


def antecedents(
    surface: str,
    language: str,
    names_before: Iterable[tuple[PlacedName, str]],
    parties_before: Sequence[PlacedName],
    paragraph: int | None = None,
    text_before: str = "",
) -> list[PlacedName]:
    """Return what an anaphor stands for: nothing where no safe antecedent stood before.

    Parameters
    ----------
    surface
        The anaphor as written.
    names_before
        The bodies named before it in the resolution, with their words, the nearest first.
    parties_before
        The parties of the clause before it in its paragraph, but those that its own clause speaks of: what a plural
        stands for (鼓励它们支持该组织), and a singular where there is only one.
    paragraph, text_before
        The anaphor's own, within which alone a pronoun (it, him) looks for a body or an office-holder, and its text up
        to the anaphor.
    """
    if _pattern(language, "it").fullmatch(surface):
        names_before = list(names_before)
        if places := _only_body(language, names_before, parties_before, paragraph):
            return places
    if _pattern(language, "person").fullmatch(surface):
        return _office_holder(language, names_before, paragraph, text_before)
    single, plural = _pattern(language, "single"), _pattern(language, "plural")
    if plural.fullmatch(surface):
        several = len(parties_before) > 1 or any(place.agency is None for place in parties_before)
        return list(parties_before) if several else []
    match = single.fullmatch(surface) or _pattern(language, "bare").fullmatch(surface)
    if match is None:
        return []
    office = match.groupdict().get("office")
    another = _pattern(language, "never_bare")
    for place, words in names_before:
        if match.re is not single and any(another.fullmatch(name) for name in _names(words, place.agency, language)):
            continue
        if match["head"] and _ends_with(words, place.agency, match["head"], language):
            return [place]
        if office and office.lower() in words.lower():
            return [place]
    return []


def _only_body(
    language: str,
    names_before: Iterable[tuple[PlacedName, str]],
    parties_before: Sequence[PlacedName],
    paragraph: int | None,
) -> list[PlacedName]:
    """The one party of the clause before, where no other body stands behind: of two, nobody knows which is meant."""
    office = _pattern(language, "of_person")
    first = min((place.start for place in parties_before), default=0)  # what other clauses speak of stands before
    before = [(place, words) for place, words in names_before if place.paragraph == paragraph and place.start >= first]
    bodies = {place.agency for place, words in before if not office.search(words)}
    return list(parties_before) if len(parties_before) == 1 and bodies == {parties_before[0].agency} else []


def _office_holder(
    language: str, names_before: Iterable[tuple[PlacedName, str]], paragraph: int | None, text: str
) -> list[PlacedName]:
    """The only office-holder named in the paragraph: of two, nobody knows which is meant."""
    office = _pattern(language, "of_person")
    places = [place for place, words in names_before if place.paragraph == paragraph and office.search(words)]
    others = [
        match
        for match in office.finditer(text)
        if not any(match[0] in text[place.start : place.end] for place in places)
    ]
    return places[:1] if len({place.agency for place in places}) == 1 and not others else []


def only_holder(surface: str, language: str, text: str) -> str | None:
    """Return the one office-holder, by title, whom a text names before a pronoun of a person; None of two.

    Examples
    --------
    >>> only_holder("her", "en", "Notes the views of the Special Rapporteur on lakes, and requests ")
    'Special Rapporteur'
    """
    if not _pattern(language, "person").fullmatch(surface):
        return None
    titles = {match[0] for match in _pattern(language, "holder").finditer(text)}
    return titles.pop() if len(titles) == 1 else None


def _ends_with(words: str, agency: str | None, head: str, language: str) -> bool:
    ends = _pattern(language, "head_ends")
    return any(ends.split(name)[0].lower().endswith(head.lower()) for name in _names(words, agency, language))


def _names(words: str, agency: str | None, language: str) -> list[str]:
    """What a body is called: there, and in the registry."""
    return [words, registry().label(agency, language)] if agency and agency in registry() else [words]
