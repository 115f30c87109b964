"""Which Main Committee put a text forward, as its head says: in brackets, or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ecoanalysis.lexicon import language_of

_BRACKET = re.compile(r"[\[［]([^\[\]［］]*)[\]］]")


def committee_of(language: str, lines: Sequence[str]) -> str | None:
    """Return the committee that a head names: C1 to C6, plenary where no committee had it; None where it says nothing.

    Examples
    --------
    >>> committee_of("en", ["[on the report of the Third Committee (A/80/1,", "para. 9)]"])
    'C3'
    >>> committee_of("en", ["Second Committee", "Agenda item 18"])
    'C2'
    >>> committee_of("en", ["Report of the Second Committee"])
    """
    spoken = language_of(language)
    names: dict[str, re.Pattern[str]] = {
        name: spoken.compiled("structure", "committees", name) for name in spoken.table("structure")["committees"]
    }
    gap = spoken.table("structure")["word_space"]
    for bracket in _BRACKET.finditer(gap.join(line.strip() for line in lines)):
        for name, form in names.items():
            if form.search(bracket[1]):
                return name
    for line in lines:
        for name, form in names.items():
            if form.fullmatch(re.sub(r"\s*[(（].*", "", line.strip())):
                return name
    return None
