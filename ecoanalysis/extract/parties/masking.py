"""Names in a text as signs that stand for names, so that a pattern takes each for one word; offsets stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ecoanalysis.extract.agencies import Named
from ecoanalysis.lexicon.countries import StateNamed

_NAME = "\ue000"  # stands for every character of a registered name but its last
NAME_END = "\ue001"
STATE_END = "\ue002"  # the last of a State's name
TITLE = "\ue003"  # stands for every character of a title

PROPER = re.compile(rf"{_NAME}*{NAME_END}(?:\s?\({_NAME}*{NAME_END}\))?")
STATE = re.compile(f"{_NAME}*{STATE_END}")


def masked(text: str, names: Sequence[Named], states: Sequence[StateNamed] = ()) -> str:
    """Return the text with every character of a name replaced by one that stands for names; offsets stay."""
    spans = [(name.start, name.end, NAME_END) for name in names]
    spans += [(state.start, state.end, STATE_END) for state in states]
    out, copied_to = [], 0
    for start, end, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > start >= copied_to:
            out += [text[copied_to:start], _NAME * (end - start - 1), last]
            copied_to = end
    return "".join([*out, text[copied_to:]])[: len(text)]
