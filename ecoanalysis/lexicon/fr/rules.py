"""French where data ends: ordinals in words."""

from __future__ import annotations

import re

from ecoanalysis.lexicon.language import Language

_HYPHENS = re.compile(r"\s*[-‐‑]\s*")  # one may stand at a line's end


class Rules(Language):
    """French."""

    def ordinal(self, text: str) -> int | None:
        """Return the value of an ordinal in words or digits, None where it is none.

        Examples
        --------
        >>> words = "soixante-dix-septième", "quatre‑vingtième", "soixante et onzième", "81e", "1re", "lacs"
        >>> [Rules("fr").ordinal(text) for text in words]
        [77, 80, 71, 81, 1, None]
        """
        from text_to_num import alpha2digit

        words = _HYPHENS.sub("-", " ".join(text.lower().split()))
        value = re.fullmatch(r"(\d+)\s*(?:e|er|re|ère|ème)", alpha2digit(words, self.code, threshold=0))
        return int(value[1]) if value else None
