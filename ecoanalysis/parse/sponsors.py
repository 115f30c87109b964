"""Lists of names: the sponsors of a draft, those who voted for and against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.countries import find_states
from ecoanalysis.lexicon.listed import listed_state, mended_state
from ecoanalysis.model.resolution import Vote

_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_STARS = re.compile(r"[*†‡]+")


def split_names(text: str, language: str) -> tuple[str, ...]:
    """Return the names of a list; separators inside brackets and inside the name of a State separate none.

    Examples
    --------
    >>> split_names("Bosnia and Herzegovina, Cuba (on behalf of X, Y and Z) and Peru*", "en")
    ('Bosnia and Herzegovina', 'Cuba (on behalf of X, Y and Z)', 'Peru')
    >>> split_names("白俄罗斯、古巴和安提瓜和巴布达", "zh")
    ('白俄罗斯', '古巴', '安提瓜和巴布达')
    """
    text = " ".join(_STARS.sub("", text).split())
    closed = [match.span() for match in _BRACKETED.finditer(text)]
    closed += [(state.start, state.end) for state in find_states(text, language)]
    names, begin = [], 0
    for separator in language_of(language).compiled("structure", "drafting", "separator").finditer(text):
        if not any(start < separator.end() and separator.start() < end for start, end in closed):
            names.append(text[begin : separator.start()])
            begin = separator.end()
    names.append(text[begin:])
    return tuple(dict.fromkeys(mended_state(name.strip(" .;")) for name in names if name.strip(" .;")))


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
