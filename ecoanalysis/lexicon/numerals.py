"""Numbers as resolutions write them: Chinese numerals, Roman numerals, letters, English ordinals."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"  # points of the third level in older Chinese texts
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ENGLISH = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_ENGLISH_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


def chinese(text: str) -> int | None:
    """Return the value of a Chinese or Arabic numeral, None where it is none.

    Examples
    --------
    >>> chinese("七十七"), chinese("102"), chinese("二〇二一"), chinese("大")
    (77, 102, 2021, None)
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            return None
    return total + digit if text else None


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


def to_chinese(value: int) -> str:
    """Return the Chinese numeral of a number below one hundred, as lists are numbered with it.

    Examples
    --------
    >>> to_chinese(3), to_chinese(10), to_chinese(14), to_chinese(40)
    ('三', '十', '十四', '四十')
    """
    tens, rest = divmod(value, 10)
    signs = "〇一二三四五六七八九"
    if not tens:
        return signs[rest]
    return (signs[tens] if tens > 1 else "") + "十" + (signs[rest] if rest else "")


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


def branch(text: str) -> int | None:
    """Return the position of an earthly branch (子 is 1), None where it is none."""
    return _BRANCHES.index(text) + 1 if len(text) == 1 and text in _BRANCHES else None


def circled(text: str) -> int | None:
    """Return the value of a numeral that is one sign with its brackets: ㈢, ⑶.

    Examples
    --------
    >>> circled("㈢"), circled("⑿")
    (3, 12)
    """
    return chinese(unicodedata.normalize("NFKC", text).strip("()"))


def english_ordinal(text: str) -> int | None:
    """Return the value of an English ordinal in words or digits; a hyphen lost at a line end is forgiven.

    Examples
    --------
    >>> english_ordinal("seventy-seventh"), english_ordinal("fiftyfourth"), english_ordinal("81st")
    (77, 54, 81)
    """
    word = text.lower().replace("-", "").replace(" ", "")
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(match[1])
    if word in _ENGLISH:
        return _ENGLISH.index(word) + 1
    for stem, tens in _ENGLISH_TENS.items():
        if word == stem + "ieth":
            return tens
        if word.startswith(stem + "y") and (unit := english_ordinal(word.removeprefix(stem + "y"))):
            return tens + unit if unit < 10 else None
    return None
