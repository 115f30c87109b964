"""Lists of names: the sponsors of a draft, those who voted for and against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from ecoanalysis.lexicon import language_of, languages
from ecoanalysis.lexicon.listed import listed_state, split_names
from ecoanalysis.model.resolution import Sponsor, SponsorKind, Vote

_BRACKET = re.compile(r"\s*[(（](?P<inside>[^()（）]*)[)）]\s*$")


def read_sponsors(listed: Sequence[str], note: str = "") -> tuple[Sponsor, ...]:
    """Return who each of a list's names is, and on behalf of whom it speaks; a list may be in another language.

    ``note`` is what a note below the list says of it: where it has a single name, on whose behalf that speaks.

    Examples
    --------
    >>> chad, iraq, chair = read_sponsors(["Chad", "Iraq (on behalf of the Group of 77 and China)", "Vice-Chair"])
    >>> chad.country, iraq.country, iraq.behalf, chair.kind
    ('TCD', 'IRQ', 'Group of 77 and China', 'officer')
    """
    sponsors = tuple(dict.fromkeys(_sponsor(name) for name in listed))
    if len(sponsors) == 1 and not sponsors[0].behalf:
        return (replace(sponsors[0], behalf=_behalf(note.strip(" .。"))),)
    return sponsors


def _sponsor(listed: str) -> Sponsor:
    name, behalf = listed, None
    if (bracket := _BRACKET.search(listed)) and not listed_state(listed):
        behalf = _behalf(bracket["inside"])
        if behalf or listed_state(listed[: bracket.start()]):
            name = listed[: bracket.start()]
    country = listed_state(name)
    kind: SponsorKind | None = "state" if country else None
    if not country:
        kinds: tuple[SponsorKind, ...] = ("officer", "group")
        kind = next((kind for kind in kinds if any(form.match(name) for form in _forms(kind))), None)
    return Sponsor(name, kind, country, behalf)


def _behalf(text: str) -> str | None:
    """The group on whose behalf somebody speaks, by what stands beside the name."""
    spoken_for = (form.search(text) for form in _forms("behalf"))
    return next((match["group"].strip() for match in spoken_for if match), None)


@cache
def _forms(name: str) -> tuple[re.Pattern[str], ...]:
    """A form of every language that has it."""
    spoken = [language_of(language) for language in languages()]
    return tuple(
        each.compiled("structure", "drafting", name) for each in spoken if name in each.table("structure")["drafting"]
    )


def read_ballots(text: str, language: str) -> Iterator[Vote]:
    """Yield how each State voted, from lists that a text prints: In favour: …; Against: …; Abstaining: ….

    Examples
    --------
    >>> list(read_ballots("[In favour: Albania, Chad. Against: Peru]", "en"))[-1]
    Vote(country='PER', name='Peru', vote='no')
    """
    spoken = language_of(language)
    kinds = {vote: spoken.pattern("structure", "ballots", vote) for vote in ("yes", "no", "abstain")}
    heads = re.compile("|".join(rf"(?P<{vote}>(?<!\w)(?:{form}))\s*[:：]\s*" for vote, form in kinds.items()))
    begun = list(heads.finditer(text))
    for head, behind in zip_longest(begun, begun[1:]):
        listed = text[head.end() : behind.start() if behind else len(text)]
        names = split_names(re.split(r"[\]］]|[.。]\s*(?:$|\n)", listed)[0], language)
        yield from (Vote(listed_state(name), name, head.lastgroup) for name in names)  # type: ignore[arg-type]


def as_vote(value: str) -> Vote:
    """Return a vote from what a format states of it: the vote and the name, parted by a tab.

    Examples
    --------
    >>> as_vote("abstain\\tPERU")
    Vote(country='PER', name='PERU', vote='abstain')
    """
    vote, _, name = value.partition("\t")
    return Vote(listed_state(name), name, vote)  # type: ignore[arg-type]
