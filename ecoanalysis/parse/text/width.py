"""How many columns a text takes: a full-width character takes two (Unicode, East Asian Width)."""

from __future__ import annotations

import re
from unicodedata import east_asian_width


def _wide() -> re.Pattern[str]:
    """Runs of characters that take two columns each."""
    codes = [code for code in range(0x1100, 0x20000) if east_asian_width(chr(code)) in "WF"]
    begins = [code for code, before in zip(codes, [0, *codes], strict=False) if code != before + 1]
    ends = [code for code, behind in zip(codes, [*codes[1:], 0], strict=True) if behind != code + 1]
    ranges = (f"{chr(begin)}-{chr(end)}" for begin, end in zip(begins, ends, strict=True))
    return re.compile(f"[{''.join(ranges)}]+")


_WIDE = _wide()
_QUOTED = re.compile(rf"[“”‘’—…](?={_WIDE.pattern[:-1]})|(?<={_WIDE.pattern[:-1]})[“”‘’—…]")


def is_wide(char: str) -> bool:
    return bool(_WIDE.match(char))


def columns(text: str) -> int:
    """Return the width of a text in columns; quotation marks beside full-width characters are as wide as they.

    Examples
    --------
    >>> columns("大会 2020"), columns("“大会”"), columns("“a”")
    (9, 8, 3)
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(map(len, _WIDE.findall(text))) + len(_QUOTED.findall(text))
