"""What a student typed → what an exercise looks at: paragraphs, symbols, words, numbers, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from numbers import Real
from typing import Any
from unicodedata import normalize

from ecoanalysis.extract.agencies import find_agencies
from ecoanalysis.lexicon import INTERFACE, language_of, load
from ecoanalysis.lexicon.bodies import registry

# A paragraph as people write it: 7, "para. 7", "OP7", "7.", "20 (b)", "20.b", "P3"; words before it say of which part.
_PARAGRAPH = re.compile(
    r"(?P<words>\D*?)\s*(?P<number>\d+)\s*(?:[.(]?\s*(?P<sub>[a-z])(?![a-z])\s*\)?)?\D*", re.IGNORECASE
)
_BARE = re.compile(r"P?\d+(?:\.[a-z])?")
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9()]+(?:\.[A-Z0-9()]+)*)+|\d+/\d+", re.IGNORECASE | re.ASCII)
_STROKE = re.compile(r"\s*/\s*")
_STEPS = re.compile(r"[<→]")
_WITH_UNIT = re.compile(r"(?:[^\d/]*[^\d/A-Za-z.+-])?(?P<number>[+-]?\d+(?:\.\d+)?)[^\d/]*")
_LONGEST_RANGE = 200

_KINDS: tuple[tuple[str, Any], ...] = (
    ("text", str),
    ("truth", bool),
    ("number", int | float),
    ("set", set | frozenset),
    ("list", list | tuple),
)


def kind_of(answer: Any) -> str:
    """Return what an answer is, in words that a student knows.

    Examples
    --------
    >>> [kind_of(answer) for answer in ("7", 7, True, {7}, [7], {})]
    ['text', 'number', 'truth', 'set', 'list', 'empty']
    """
    for kind, types in _KINDS:
        if isinstance(answer, types):
            return kind
    if isinstance(answer, Mapping) and not answer:
        return "empty"
    return "table" if hasattr(answer, "columns") else "column" if hasattr(answer, "dtype") else "other"


def is_untouched(answer: Any) -> bool:
    """Return whether the three dots still stand, alone or among others."""
    return answer is ... or (isinstance(answer, list | tuple | set) and any(each is ... for each in answer))


def number(answer: Any) -> float:
    """Return a number, in quotation marks, with a unit or with a percent sign too; True and False are none.

    Examples
    --------
    >>> number(" 23 "), number("38%"), number(1 / 4)
    (23, 0.38, 0.25)
    >>> number("99th"), number("23 paragraphs"), number("38 percent"), number("8 of 28"), number("第77届")
    (99, 23, 0.38, 8, 77)
    >>> number("ninety-ninth session"), number("第七十七届会议"), number([23]), number("1/4")
    (99, 77, 23, 0.25)
    """
    answer = _alone(answer)
    if isinstance(answer, str):
        return number(_number(in_figures(normalize("NFKC", answer).strip())))
    if isinstance(answer, bool) or not isinstance(answer, Real):
        raise TypeError
    given = float(answer)
    return int(given) if given.is_integer() else given


def _number(text: str) -> float:
    """The number of a text; the words around it are its unit, and may hold no other."""
    fraction = _written("fraction").fullmatch(text)
    if fraction:
        return _fraction(fraction)
    try:
        return float(text)
    except ValueError:
        match = _WITH_UNIT.fullmatch(_written("of").split(text, maxsplit=1)[0])
    if match is None:
        raise ValueError(text)
    return float(match["number"]) / (100 if _written("percent").search(text) else 1)


def _fraction(match: re.Match[str]) -> float:
    """The value of two numbers, one of which divides the other; ValueError where that is nothing."""
    parts = match.groupdict()
    above, below = (
        next(parts[name] for name in parts if name.startswith(side) and parts[name]) for side in ("above", "below")
    )
    if not float(below):
        raise ValueError(match[0])
    return float(above) / float(below)


def in_figures(text: str) -> str:
    """Return a text with its numbers in figures, in whichever of our languages they are spelled.

    Examples
    --------
    >>> in_figures("twenty-three"), in_figures("第七十七届会议"), in_figures("P3, seven and ten")
    ('23', '第77届会议', 'P3, 7 and 10')
    """
    for code in INTERFACE:
        text = language_of(code).in_figures(text)
    return text


def _alone(answer: Any) -> Any:
    """The one value that a collection, a column or a table holds; else the answer as it is."""
    kind = kind_of(answer)
    if kind == "table":
        return answer.item() if answer.shape == (1, 1) else answer
    holds_one = len(answer) == 1 if kind in ("list", "set") else getattr(answer, "shape", None) == (1,)
    return next(iter(answer)) if holds_one else answer


def _flat(things: Iterable[Any]) -> Iterator[Any]:
    """Things in their order, those of lists inside a list too."""
    for thing in things:
        yield from _flat(thing) if isinstance(thing, list | tuple | set | frozenset | range) else [thing]


def body(answer: str, language: str) -> str | None:
    """Return the body that an answer names, by its id or a name; a piece of a longer name is none.

    Examples
    --------
    >>> body("UNDP", "en"), body("the OECD in Paris", "en"), body("United Nations Development Program", "en")
    ('undp', 'oecd', None)
    >>> body("United Nations Development Programme (UNDP)", "en"), body("UNDP and UNICEF", "en")
    ('undp', None)
    """
    if answer.lower() in registry():
        return answer.lower()
    mentions = find_agencies(answer, language)
    if len({mention.agency for mention in mentions}) != 1:
        return None
    before, after = answer[: mentions[0].start], answer[mentions[-1].end :]
    beside = [*before.split()[-1:], *after.split()[:1]]
    return None if any(_goes_on(word) for word in beside) else mentions[0].agency


def _goes_on(word: str) -> bool:
    """Whether a word beside a name looks like more of it: it has a capital, or a script without them."""
    return any(sign.isalpha() and not sign.islower() for sign in word[:1])


def names(answer: Any, *attributes: str) -> list[str]:
    """Return names in any collection; a thing of the program goes by one of its attributes."""
    if kind_of(answer) == "table" and len(answer.columns) == 1:
        answer = answer[answer.columns[0]]
    if kind_of(answer) in ("text", "table", "number", "truth") or isinstance(answer, Mapping | bytes):
        raise TypeError
    if not isinstance(answer, Iterable):
        raise TypeError
    listed = [str(_named(thing, attributes)).strip() for thing in _flat(answer)]
    ordered = (
        sorted(listed) if isinstance(answer, set | frozenset) else listed
    )  # what is said of it is the same each time
    return list(dict.fromkeys(ordered))


def surfaces(answer: Any) -> list[str]:
    """Return names of bodies, as they stand in a text."""
    return names(answer, "surface")


def _named(thing: Any, attributes: Iterable[str]) -> Any:
    return next((getattr(thing, name) for name in attributes if hasattr(thing, name)), thing)


def paragraphs(answer: Any) -> list[str]:
    """Return ids of paragraphs, however their numbers are written; one alone, a line of them or a range will do.

    Examples
    --------
    >>> paragraphs(["OP7", 8, 9.0, "para. 10", "20 (b)", "P3", "title", None])
    ['7', '8', '9', '10', '20.b', 'P3', 'title', 'None']
    >>> paragraphs("7, 8 and 10-12"), paragraphs(7), paragraphs({"preambular paragraph 3"}), paragraphs(["Annex, 2"])
    (['7', '8', '10', '11', '12'], ['7'], ['P3'], ['annex.2'])
    >>> paragraphs("第五段"), paragraphs("paragraph five"), paragraphs([range(7, 9), 12])
    (['5'], ['5'], ['7', '8', '12'])
    """
    if isinstance(answer, str):
        answer = in_figures(normalize("NFKC", answer))
        if not any(digit.isdecimal() for digit in answer):
            raise TypeError
        answer = [answer]
    elif isinstance(answer, int | float) and not isinstance(answer, bool) and answer == int(answer):
        answer = [int(answer)]
    listed = names(answer, "id", "paragraph")
    figures = (in_figures(normalize("NFKC", name.removesuffix(".0"))) for name in listed)
    return list(dict.fromkeys(id for name in figures for id in _ids(name)))


def _ids(name: str) -> list[str]:
    """The paragraphs that a piece of text names, in its order; a text that names none is left as it is."""
    whole = _id(name)
    if whole:
        return [whole]
    pieces = [piece for piece in _written("apart").split(name) if piece.strip()]
    if len(pieces) == 1:
        tokens = name.split()
        return tokens if len(tokens) > 1 and all(map(_BARE.fullmatch, tokens)) else _range(name)
    return [id for piece in pieces for id in _ids(piece)]


def _range(name: str) -> list[str]:
    ends = [_id(end) for end in _written("range").split(name)]
    if len(ends) != 2 or not ends[0] or not ends[1]:
        return [name]
    (part, first), last = _split(ends[0]), _split(ends[1])[1]
    return [f"{part}{id}" for id in range(first, last + 1)] if first < last < first + _LONGEST_RANGE else [name]


def _split(id: str) -> tuple[str, int]:
    """An id without its number, and its number."""
    number = next(iter(re.findall(r"\d+", id)))
    return id.partition(number)[0], int(number)


def _id(name: str) -> str:
    match = _PARAGRAPH.fullmatch(name)
    if not match:
        return ""
    part = "P" if _written("preamble").search(match["words"]) else ""
    part = "annex." if _written("annex").search(match["words"]) else part
    return f"{part}{match['number']}" + (f".{match['sub'].lower()}" if match["sub"] else "")


@cache
def _written(what: str) -> re.Pattern[str]:
    """How people write what stands between paragraphs, and of which part they are."""
    return re.compile(load("interface/lessons")["written"][what], re.IGNORECASE)


def symbols(answer: Any) -> list[str]:
    """Return symbols; words around them are left out.

    Examples
    --------
    >>> symbols(["resolution 48/2", "a/res/70/1.", "A / RES / 1", None])
    ['48/2', 'A/RES/70/1', 'A/RES/1', 'None']
    """
    if isinstance(answer, str):
        if "/" not in normalize("NFKC", answer):
            raise TypeError
        return list(dict.fromkeys(map(str.upper, _SYMBOL.findall(_plain(answer)))))
    if any(isinstance(each, int | float) for each in answer):
        raise TypeError
    listed = names(answer, "symbol")
    matched = ((_SYMBOL.search(_plain(name)), name) for name in listed)
    return list(dict.fromkeys(match[0].upper() if match else name for match, name in matched))


def _plain(text: str) -> str:
    return _STROKE.sub("/", normalize("NFKC", text))


def symbol(answer: Any) -> str:
    """Return one symbol, else the word as it is; of a row with other things, its symbol.

    Examples
    --------
    >>> symbol("resolution 48/2"), symbol(("A/RES/48/2", "7")), symbol("lake")
    ('48/2', 'A/RES/48/2', 'lake')
    """
    if kind_of(answer) == "list":
        rows = [each for each in answer if isinstance(each, str) and "/" in each]
        answer = rows if len(rows) == 1 else answer
    text = word(answer)
    return next(iter(symbols(text)), text) if "/" in text else text


def listed(answer: Any) -> list[str]:
    """Return what has an order: braces would lose it; in one text it goes by commas, *and* or "<".

    Examples
    --------
    >>> listed("notes, welcomes and urges"), listed(["notes", ["urges"]])
    (['notes', 'welcomes', 'urges'], ['notes', 'urges'])
    """
    if isinstance(answer, str):
        steps = _STEPS.split(normalize("NFKC", answer))
        answer = [piece for step in steps for piece in _written("apart").split(step) if piece.strip()]
        if len(answer) == 1:
            raise TypeError
    if not isinstance(answer, list | tuple):
        raise TypeError
    return names(answer)


def word(answer: Any) -> str:
    """Return a piece of text, without the spaces and quotation marks around it."""
    answer = _named(_alone(answer), ("agency", "symbol"))
    if not isinstance(answer, str):
        raise TypeError
    return answer.strip(" \t\n\"'“”「」")


def draft(answer: Any) -> str:
    """Return a draft, as it is."""
    if not isinstance(answer, str):
        raise TypeError
    return answer


def scores(answer: Any) -> tuple[float, float]:
    """Return two shares, in order.

    Examples
    --------
    >>> scores((0.5, 1 / 4)), scores(["1/2", "1 of 4"]), scores("50%, 25%")
    ((0.5, 0.25), (0.5, 0.25), (0.5, 0.25))
    """
    if isinstance(answer, set | frozenset | Mapping):
        raise TypeError
    first, second = normalize("NFKC", answer).split(",") if isinstance(answer, str) else answer
    return share(first), share(second)


def share(answer: Any) -> float:
    """Return a number; of two numbers, one of the other, what the one is of the other.

    Examples
    --------
    >>> share("2 of 10"), share("2 out of 10"), share("十分之二"), share((2, 10)), share("20%"), share(0.2)
    (0.2, 0.2, 0.2, 0.2, 0.2, 0.2)
    """
    if isinstance(answer, list | tuple) and len(answer) == 2:
        part, whole = map(number, answer)
        return number(part / whole) if whole else number("")
    if isinstance(answer, str):
        match = _written("share").fullmatch(in_figures(normalize("NFKC", answer).strip()))
        return number(_fraction(match)) if match else number(answer)
    return number(answer)
