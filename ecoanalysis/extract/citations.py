"""Citations: resolutions, decisions, documents, drafts, treaties and instruments, each by its canonical symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from ecoanalysis.extract.plain import plain
from ecoanalysis.lexicon import language_of, regex
from ecoanalysis.model.facts import CitationKind
from ecoanalysis.parse.dates import find_dates
from ecoanalysis.parse.symbols import address, resolution_symbol

_BETWEEN_LETTERS = re.compile(r"(?<=[A-Z])\s*[^\W\d_A-Z]{1,3}\s*(?=[A-Z]$)")


class Cited(NamedTuple):
    """A citation found, as a range of the text."""

    start: int
    end: int
    kind: CitationKind
    symbol: str | None
    section: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class _Patterns:
    one: re.Pattern[str]
    list: re.Pattern[str]
    lone: re.Pattern[str]
    date_before: re.Pattern[str]
    date_after: re.Pattern[str]
    organs: dict[str, re.Pattern[str]]
    behind: re.Pattern[str]
    """What stands between numbers and the organ whose they are, where it is named behind them."""
    document: re.Pattern[str]
    section: re.Pattern[str]
    series: re.Pattern[str]
    same: re.Pattern[str]
    ibid: re.Pattern[str]
    treaty: re.Pattern[str]
    instrument: re.Pattern[str]
    not_instrument: re.Pattern[str]
    anaphor: re.Pattern[str]
    decision: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    own = language_of(language)
    table = own.table("references")
    compiled = partial(own.compiled, "references")
    return _Patterns(
        one=compiled("numbers", "one"),
        list=compiled("numbers", "list"),
        lone=compiled("numbers", "lone"),
        date_after=compiled("numbers", "date_after"),
        date_before=compiled("numbers", "date_before"),
        organs={organ: re.compile(regex(value)) for organ, value in table.get("organs", {}).items()},
        behind=compiled("numbers", "behind"),
        document=compiled("documents", "symbol"),
        section=compiled("documents", "section"),
        series=compiled("treaties", "series"),
        same=compiled("treaties", "same"),
        ibid=compiled("treaties", "ibid"),
        treaty=compiled("treaties", "named"),
        instrument=compiled("treaties", "instrument"),
        not_instrument=compiled("treaties", "not_instrument"),
        anaphor=compiled("anaphor", "resolution"),
        decision=compiled("numbers", "decision"),
    )


def find_citations(text: str, language: str, organ: str = "GA", *, before: Cited | None = None) -> list[Cited]:
    """Return what a text cites, in order.

    Parameters
    ----------
    text
        A paragraph's or a footnote's own words.
    organ
        The adopting organ: whose resolutions are meant where the text names none (其第…号决议).
    before
        The citation that 同上 / ibid. at the head of a footnote points back to.

    Examples
    --------
    >>> [cited.symbol for cited in find_citations("回顾第50/1、51/21和52/19号决议", "zh")]
    ['A/RES/50/1', 'A/RES/51/21', 'A/RES/52/19']
    >>> [(cited.symbol, cited.section) for cited in find_citations("见A/75/345-S/2020/898，第二节。", "zh")]
    [('A/75/345-S/2020/898', '第二节')]
    """
    known = _patterns(language)
    found = [*_resolutions(known, text, language, organ), *_documents(known, text, language)]
    found += _treaties(known, text, language, before)
    for match in known.anaphor.finditer(text):
        found.append(Cited(match.start(), match.end(), "resolution", None))
    return _apart(found)


def _apart(found: list[Cited]) -> list[Cited]:
    """In order of the text; of overlapping ones the longest."""
    kept: list[Cited] = []
    taken = bytearray(max((cited.end for cited in found), default=0))
    for cited in sorted(found, key=lambda cited: (-(cited.end - cited.start), cited.start)):
        if not any(taken[cited.start : cited.end]):
            taken[cited.start : cited.end] = b"\1" * (cited.end - cited.start)
            kept.append(cited)
    return sorted(kept, key=lambda cited: (cited.start, cited.end))


def _resolutions(known: _Patterns, text: str, language: str, organ: str) -> Iterator[Cited]:
    for pattern in (known.list, known.lone):
        for match in pattern.finditer(text):
            kind = match.groupdict().get("kind") or _kind_after(known, text, match.end())
            decision = bool(known.decision.search(kind.lower()))
            numbers = list(known.one.finditer(text, *match.span("numbers")))
            for at, number in enumerate(numbers):
                spoken = _organ(known, text, match, number, organ)
                symbol = resolution_symbol(spoken, _plain(number[0]), decision=decision)
                start = match.start() if at == 0 else number.start()
                end = match.end() if at == len(numbers) - 1 else number.end()
                section = known.section.match(text, end) if at == len(numbers) - 1 else None
                yield Cited(
                    start,
                    end,
                    "decision" if decision else "resolution",
                    symbol,
                    section["section"] if section else None,
                    _date(known, text, start, number.end(), language),
                    address(symbol, language) if symbol and not decision else None,
                )


def _kind_after(known: _Patterns, text: str, at: int) -> str:
    """Resolution or decision: what the end of the list says (第49/469号、第50/473号…决定)."""
    found = known.list.search(text, at, at + 160)
    return found["kind"] if found else ""


def _plain(number: str) -> str:
    """A number with plain hyphens and brackets; a word between two letters is a hyphen too: A and B, A 至 E."""
    return _BETWEEN_LETTERS.sub("-", plain(number).replace("（", "(").replace("）", ")"))


def _organ(known: _Patterns, text: str, every: re.Match[str], found: re.Match[str], organ: str) -> str:
    """Whose resolution it is: its form says so, else the organ named behind the numbers or last up to this one, else
    the adopting organ.
    """
    number, start = plain(found[0]), every.start()
    if "(" in number or "（" in number:
        inner = re.search(r"[(（](.+?)[)）]", number)
        return "SC" if inner and inner[1].isdigit() else "GA"
    if re.match(r"(?:19|20)\d{2}/", number):
        return "ECOSOC"
    if re.match(r"ES-", number):
        return "GA"
    if behind := known.behind.match(text, every.end()):
        named = [(at.end(), name) for name, one in known.organs.items() if (at := one.match(text, behind.end()))]
        if named:
            longest = max(named)[1]
            return longest if longest not in ("SC", "ECOSOC") else "GA"
    nearest, best = "GA" if organ in ("ECOSOC", "SC") else organ, -1
    for name, pattern in known.organs.items():
        for match in pattern.finditer(text, max(0, start - 60), found.start()):
            if match.end() >= best:  # 环境规划署大会 ends as 大会 does; the more special pattern comes later
                nearest, best = name, match.end()
    if nearest == "OWN":
        nearest = organ
    return nearest if nearest not in ("SC", "ECOSOC") else "GA"


def _date(known: _Patterns, text: str, start: int, end: int, language: str) -> str | None:
    match = known.date_before.search(text[max(0, start - 90) : start]) or known.date_after.match(text, end)
    if not match:
        return None
    return next((found.date for found in find_dates(match["date"], language)), None)


def _documents(known: _Patterns, text: str, language: str) -> Iterator[Cited]:
    for match in known.document.finditer(text):
        symbol = match[0].rstrip(".")
        if symbol.endswith(")") and "(" not in symbol:
            symbol = symbol[:-1]
        section = known.section.match(text, match.end())
        if re.match(r"[AES](?:/HRC)?/(?:RES|DEC)/", symbol):
            kind: CitationKind = "decision" if "/DEC/" in symbol else "resolution"
        else:
            kind = "draft" if re.search(r"/L\.\d", symbol) else "document"
        yield Cited(
            match.start(),
            match.start() + len(symbol),
            kind,
            symbol,
            section["section"] if section else None,
            None,
            address(symbol, language),
        )


def _treaties(known: _Patterns, text: str, language: str, before: Cited | None) -> Iterator[Cited]:
    for pattern in (known.series, known.same):
        for match in pattern.finditer(text):
            yield Cited(match.start(), match.end(), "treaty", f"UNTS {match['volume']}/{match['number']}")
    ibid = known.ibid.match(text.strip())
    if ibid and before and not known.same.match(text.strip()):
        yield before._replace(start=ibid.start(), end=ibid.end())
    for match in known.instrument.finditer(text):
        if known.not_instrument.search(match["name"] or ""):
            continue
        treaty = known.treaty.fullmatch(text, match.start(), match.end())
        yield Cited(match.start(), match.end(), "treaty" if treaty else "instrument", None)
