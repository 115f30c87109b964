"""Folding: signs that are printed in several forms, in the one form that is matched; each knows where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_PAIR = "[\ud800-\udbff][\udc00-\udfff]"  # the halves of a character above U+FFFF
_UNSEEN = ("Cf", "Cs")  # signs of direction, soft hyphens, characters without a width; lone halves
_BESIDE = range(0xFE00, 0xFE10)  # variation selectors


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is matched: ``text[i]`` stands for the characters of ``source`` ``starts[i]`` to ``ends[i]``."""

    text: str
    source: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    stays: frozenset[int] = frozenset()
    """Where in the source a sign was put in that stays when the text is printed again."""

    @property
    def changed(self) -> bool:
        """Whether the text differs from its source."""
        return self.text is not self.source

    def start(self, offset: int) -> int:
        """Return where in the source what begins at an offset of the text begins."""
        return self.starts[offset] if offset < len(self.text) else len(self.source)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range of the text stands in the source; an empty one stands before its character."""
        begin = self.start(start)
        return begin, max(self.ends[min(end, len(self.text)) - 1], begin) if end > start else begin

    def printed(self, text: str, offsets: Sequence[int]) -> tuple[str, list[int]]:
        """Return a passage of the text, whose characters stand at ``offsets``, as the source prints it.

        What the layout set (a space for a line's end) is not the character at its offset, and stays; so does what
        stands at the offset of the character before it.

        Examples
        --------
        >>> folded = fold("e\\ufb03cient", re.compile("(?!)"), {})
        >>> folded.printed("fici", range(2, 6))
        ('ﬃci', [1, 2, 3])
        >>> folded.printed("eee", [0, 0, 0])
        ('eee', [0, 0, 0])
        """
        out, before = list[str](), -1
        places: list[int] = []
        for char, offset, last in zip(text, offsets, [-1, *offsets], strict=False):
            start = self.start(offset)
            put_in = start in self.stays and self.ends[offset] == start
            if put_in or offset == last or offset >= len(self.text) or self.text[offset] != char:
                out.append(char)
                places.append(max([start - put_in, *places[-1:]]))
            elif start != before:
                source = self.source[start : self.ends[offset]]
                out += char if source == "\n" else source
                places += range(start, self.ends[offset])
                before = start
        return "".join(out), places


def fold(text: str, kept: re.Pattern[str], pairs: Mapping[str, str]) -> Folded:
    """Return a text folded: to Unicode's compatible form but of signs ``kept``, by ``pairs``, unseen signs left out.

    Examples
    --------
    >>> never = re.compile("(?!)")
    >>> fold("\u200e１\u00a0Women\u00adfolk", never, {}).text
    '1 Womenfolk'
    >>> fold("cafe\u0301", never, {}).ends
    [1, 2, 3, 5]
    """
    signs = {char for char in set(text) if not char.isascii() or char in pairs}
    forms = {char: form for char in signs if (form := _form(char, kept, pairs)) != char}
    marks = "".join(char for char in signs if unicodedata.combining(char))
    if not forms and not marks:
        return Folded(text, text, range(len(text)), range(1, len(text) + 1))
    clusters = [f"[^{marks}][{marks}]+"] if marks else []
    odd = re.compile("|".join([*clusters, _PAIR, *map(re.escape, forms)]), re.DOTALL)
    pieces, starts, ends, done = [], list[int](), list[int](), 0
    for match in odd.finditer(text):
        form = forms[match[0]] if match[0] in forms else _joined(match[0], forms)
        pieces += [text[done : match.start()], form]
        starts += [*range(done, match.start()), *[match.start()] * len(form)]
        ends += [*range(done + 1, match.start() + 1), *[match.end()] * len(form)]
        done = match.end()
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return Folded("".join([*pieces, text[done:]]), text, starts, ends)


def _form(char: str, kept: re.Pattern[str], pairs: Mapping[str, str]) -> str:
    """One character as it is matched."""
    if char in pairs or kept.match(char):
        return pairs.get(char, char)
    if unicodedata.category(char) in _UNSEEN or ord(char) in _BESIDE:
        return ""
    folded = unicodedata.normalize("NFKC", char)
    return "".join(pairs.get(sign, sign) for sign in folded)


def _joined(several: str, forms: Mapping[str, str]) -> str:
    """Characters that are printed as one: the halves of one, or a letter and its accents."""
    whole = several.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return unicodedata.normalize("NFC", "".join(forms.get(char, char) for char in whole))
