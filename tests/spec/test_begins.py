"""What keeps the lexicon's patterns quick hides no match: none begins with a sign at which it is never tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from ecoanalysis.lexicon import language_of, languages

FILES = ("structure", "verbs", "dates", "modality", "names", "parties", "references", "reports", "slots")
SIGNS = "".join(map(chr, range(0x10000)))


def strings(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from strings(inner)


def first_signs(pattern: str) -> set[str]:
    """Every sign that what the pattern matches may begin with, whatever it asks of the signs around."""
    return {found[0] for one in _begins(_parser.parse(pattern)) for found in one.finditer(SIGNS)}


def _begins(parsed: Any, flags: int = re.DOTALL) -> Iterator[re.Pattern[str]]:
    """The patterns of one sign that begin the pattern: its parts up to the first that cannot be empty."""
    for op, value in parsed:
        part = _parser.SubPattern(parsed.state, [(op, value)])
        if op in (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT):
            continue
        if op is _constants.SUBPATTERN:
            yield from _begins(value[3], flags | value[1])
        elif op is _constants.BRANCH:
            for branch in value[1]:
                yield from _begins(branch, flags)
        elif op in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            yield from _begins(value[2], flags)
        else:
            yield _compiler.compile(part, flags)
        if part.getwidth()[0]:
            return


def stated() -> Iterator[tuple[str, str]]:
    """The signs that a pattern is tried at, as a class, and the pattern."""
    for own in map(language_of, languages()):
        dates, names = own.table("dates"), own.table("names")
        months = "|".join(dates.get("months", ()))
        for pattern in dates["patterns"].values():
            yield dates["begins"], pattern.replace("{month_names}", months)
        for pattern in names.get("blocked", ()):
            yield names["blocked_begins"], pattern
        for file in FILES:
            for pattern in strings(own.table(file)):
                if head := re.match(r"\(\?=(\[[^]]+\])\)", pattern):
                    yield head[1], pattern[head.end() :]


@pytest.mark.parametrize(("begins", "pattern"), list(stated()))
def test_no_pattern_begins_with_a_sign_at_which_it_is_not_tried(begins: str, pattern: str) -> None:
    assert {sign for sign in first_signs(pattern) if not re.match(begins, sign)} == set()


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("ab", "a"),
        ("a?b", "ab"),
        ("(?:a|b)*(?P<x>c)d", "abc"),
        ("(?<![a-z])(?=e)[ef]", "ef"),
        (r"(?<!\w)(?i:re|de)x", "RrDd"),
        ("(?:a?|b{0,2}?)(?:(?:c))", "abc"),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, signs: str) -> None:
    assert first_signs(pattern) == set(signs)


@pytest.mark.parametrize("language", languages())
def test_no_sign_of_modality_asks_for_a_capital(language: str) -> None:
    """They are looked for in small letters."""
    patterns = [re.sub(r"\\.", "", pattern) for pattern in strings(language_of(language).table("modality"))]
    assert [pattern for pattern in patterns if pattern != pattern.lower()] == []
