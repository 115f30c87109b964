"""What a student typed → what an exercise looks at: paragraphs, symbols, words, numbers, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# A paragraph as people write it: 7, "para. 7", "OP7", "7.", "20 (b)", "20.b", "P3"; "annex.1" is an id already.
_PARAGRAPH = re.compile(
    r"(?:(?P<preamble>pp?)|\D*?)\.?\s*(?P<number>\d+)\s*(?:[.(（]?\s*(?P<sub>[a-z])\s*[)）]?)?\D*", re.IGNORECASE
)
_ID = re.compile(r"[a-z]{2,}\.\d+")
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.()]+)+|\d+/\d+", re.IGNORECASE | re.ASCII)
_APART = re.compile(r"[,;，；、]")

_KINDS: tuple[tuple[str, Any], ...] = (
    ("text", str),
    ("number", int | float),
    ("set", set | frozenset),
    ("list", list | tuple),
)


def kind_of(answer: Any) -> str:
    """Return what an answer is, in words that a student knows.

    Examples
    --------
    >>> [kind_of(answer) for answer in ("7", 7, {7}, [7], {})]
    ['text', 'number', 'set', 'list', 'other']
    """
    for kind, types in _KINDS:
        if isinstance(answer, types):
            return kind
    return "table" if hasattr(answer, "columns") else "other"


def number(answer: Any) -> float:
    """Return a number; True and False are none."""
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        raise TypeError
    return answer


def names(answer: Any) -> list[str]:
    """Return names in any collection."""
    if kind_of(answer) in ("text", "table", "number") or isinstance(answer, Mapping | bytes):
        raise TypeError
    if not isinstance(answer, Iterable):
        raise TypeError
    return list(dict.fromkeys(str(name).strip() for name in answer))


def paragraphs(answer: Any) -> list[str]:
    """Return ids of paragraphs, however their numbers are written; one alone or a line of them will do.

    Examples
    --------
    >>> paragraphs(["OP7", 8, 9.0, "para. 10", "20 (b)", "P3", "title", None])
    ['7', '8', '9', '10', '20.b', 'P3', 'title', 'None']
    >>> paragraphs("7, 8"), paragraphs(7)
    (['7', '8'], ['7'])
    """
    if isinstance(answer, str):
        answer = [each for each in _APART.split(answer) if each.strip()]
        if not answer or not all(_PARAGRAPH.fullmatch(each.strip()) for each in answer):
            raise TypeError
    elif isinstance(answer, int | float) and not isinstance(answer, bool) and answer == int(answer):
        answer = [int(answer)]
    return list(dict.fromkeys(map(_paragraph, names(answer))))


def _paragraph(name: str) -> str:
    match = _PARAGRAPH.fullmatch(name.removesuffix(".0"))
    if not match or _ID.fullmatch(name):
        return name
    sub = f".{match['sub'].lower()}" if match["sub"] else ""
    return f"{'P' if match['preamble'] else ''}{match['number']}{sub}"


def symbols(answer: Any) -> list[str]:
    """Return symbols; words around them are left out.

    Examples
    --------
    >>> symbols(["resolution 48/2", "a/res/70/1", None])
    ['48/2', 'A/RES/70/1', 'NONE']
    """
    if isinstance(answer, str) and _SYMBOL.search(answer):
        return [symbol.upper() for symbol in _SYMBOL.findall(answer)]
    matched = ((_SYMBOL.search(name), name) for name in names(answer))
    return list(dict.fromkeys((match[0] if match else name).upper() for match, name in matched))


def listed(answer: Any) -> list[str]:
    """Return what has an order: braces would lose it."""
    if not isinstance(answer, list | tuple):
        raise TypeError
    return names(answer)


def word(answer: Any) -> str:
    """Return a piece of text, without the spaces and quotation marks around it."""
    if isinstance(answer, list | tuple | set | frozenset) and len(answer) == 1:
        answer = next(iter(answer))
    if not isinstance(answer, str):
        raise TypeError
    return answer.strip(" \t\n\"'“”「」")


def draft(answer: Any) -> str:
    """Return a draft, as it is."""
    if not isinstance(answer, str):
        raise TypeError
    return answer


def scores(answer: Any) -> tuple[float, float]:
    """Return two numbers, in order."""
    if isinstance(answer, set | frozenset | Mapping):
        raise TypeError
    first, second = answer
    return number(first), number(second)
