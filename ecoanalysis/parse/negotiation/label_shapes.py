"""Labels of a form that no list has: what many lines begin with alike, but for a number that counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.language import Language
from ecoanalysis.lexicon.numerals import roman

_LEAST = 3  # lines that show a form
_STEADY = 0.7  # share of its lines that count on from the one before
_SHARE = 0.4  # share of a text's long lines that bear a label, where it has labels at all
_LONG = 40  # characters of a line that can be a paragraph
LABEL_OPENING = "([{<（［【〔〖｛〈《⟨⟦*_#>•·- \t"
_SIGNS = "¶§№"  # that say paragraph as a word does


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line's head that counts its paragraph: its number, and what stands alike before and behind it."""

    line: int
    start: int
    end: int
    number: int
    key: tuple[str, str]
    variants: str = ""
    """What says that it stands behind, or for, another of its number."""


def find_shapes(raw: str, language: str, begin: int) -> tuple[Shaped, ...]:
    """Return the heads of lines that are alike and count on, from a place on.

    Examples
    --------
    >>> lines = [f"Recital {number} – Noting the lakes and the rivers of the region," for number in (1, 2, 3)]
    >>> [(shape.number, shape.key) for shape in find_shapes("\\n".join(lines), "en", 0)]
    [(1, ('Recital', '')), (2, ('Recital', '')), (3, ('Recital', ''))]
    >>> find_shapes("Noting 1 lake\\nNoting 7 lakes\\nNoting 3 lakes", "en", 0)
    ()
    """
    spoken = language_of(language)
    lines = [line for line in re.finditer(r"[^\n]+", raw[begin:]) if line[0].strip()]
    heads = [head for line in lines for head in _heads(raw, line.start() + begin, spoken)]
    keys = {head.key for head in heads}
    alike = [group for key in keys if _counts(group := [head for head in heads if head.key == key])]
    first = {min(head.line for head in group): group for group in alike}
    shapes = sorted({head.line: head for _, group in sorted(first.items(), reverse=True) for head in group}.items())
    long = sum(len(line[0].strip()) >= _LONG for line in lines)
    return tuple(head for _, head in shapes) if shapes and len(shapes) >= _SHARE * long else ()


def _heads(raw: str, line: int, spoken: Language) -> Iterator[Shaped]:
    match = spoken.compiled("structure", "negotiating", "head").match(raw, line)
    if not match:
        return
    count = match["count"]
    number = spoken.ordinal(count.lower()) or spoken.number(count) or (roman(count) if count.isalpha() else None)
    key = match["before"].strip(LABEL_OPENING), (match["glued"] or "").strip()
    if number and any(char.isalpha() or char in _SIGNS for part in key for char in part):
        yield Shaped(line, match.start("before"), match.end("glued"), number, key, match["variants"] or "")


def _counts(heads: Sequence[Shaped]) -> bool:
    """Whether the numbers of lines count on, begin anew, or stay: 1, 2, 2 bis, 3."""
    numbers = [head.number for head in heads]
    steady = sum(later - former in (0, 1) or later == 1 for former, later in pairwise(numbers))
    return len(numbers) >= _LEAST and numbers[0] <= _LEAST and steady >= _STEADY * (len(numbers) - 1)
