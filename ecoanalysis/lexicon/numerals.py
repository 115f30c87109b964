"""Signs that number things in any language: digits, Roman numerals, letters, signs that are one with their brackets."""

from __future__ import annotations

import unicodedata

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def digits(text: str) -> int | None:
    """Return the value of a number in digits, None where it is none.

    Examples
    --------
    >>> digits("102"), digits("b")
    (102, None)
    """
    return int(text) if text.isascii() and text.isdigit() else None


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral, None where it is none.

    Examples
    --------
    >>> roman("iv"), roman("XII"), roman("b")
    (4, 12, None)
    """
    values = [_ROMAN.get(char) for char in text.lower()]
    if not values or None in values:
        return None
    total = 0
    for here, after in zip(values, [*values[1:], 0], strict=True):
        total += -here if here < after else here  # type: ignore[operator]
    return total if to_roman(total) == text.lower() else None


def to_roman(value: int) -> str:
    """Return the lower-case Roman numeral of a positive number.

    Examples
    --------
    >>> to_roman(4), to_roman(19)
    ('iv', 'xix')
    """
    pairs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    out = ""
    for worth, sign in pairs:
        while value >= worth:
            out, value = out + sign, value - worth
    return out


def to_letters(value: int) -> str:
    """Return the letter of a position: a … z, aa, bb … as resolutions go on after z.

    Examples
    --------
    >>> to_letters(3), to_letters(27)
    ('c', 'aa')
    """
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def from_letters(text: str) -> int | None:
    """Return the position of a letter mark (c is 3, aa is 27), None where it is none.

    Examples
    --------
    >>> from_letters("c"), from_letters("bb"), from_letters("ab")
    (3, 28, None)
    """
    if not text or not text.isascii() or not text.isalpha() or len(set(text.lower())) > 1:
        return None
    return ord(text[0].lower()) - ord("a") + 1 + 26 * (len(text) - 1)


def unbracketed(text: str) -> str:
    """Return what stands inside a sign that is one with its brackets: 三 of ㈢, 12 of ⑿.

    Examples
    --------
    >>> unbracketed("㈢"), unbracketed("⑿")
    ('三', '12')
    """
    return unicodedata.normalize("NFKC", text).strip("()")
