"""Citations: resolutions, decisions, documents, drafts, treaties and instruments, each by its canonical symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from ecoanalysis.extract.letter_forms import plain
from ecoanalysis.lexicon import language_of, regex
from ecoanalysis.model.facts import CitationKind
from ecoanalysis.parse.head.dates import find_dates
from ecoanalysis.parse.head.symbols import address, resolution_symbol

_BETWEEN_LETTERS = re.compile(r"(?<=[A-Z])\s*[^\W\d_A-Z]{1,3}\s*(?=[A-Z]{1,2}$)")
_SESSION = re.compile(r"(\d{1,4})/")
_FOUNDED = 1945  # session n of the General Assembly opens in the autumn of 1945 + n, and ends within a year
_SLASHED = 31  # the first of its sessions whose resolutions are numbered so; before: 3201 (S-VI)
_COUNCIL = 2005  # the Human Rights Council sits three times a year, first in 2006
_DATED = ("GA", "HRC", "UNEA")
_NEAR = 60  # characters before a number, or its list, within which the organ that is named is its organ
_ABOUT = 1000  # characters before and behind it that are looked at where neither fits
_TOGETHER = 20  # numbers of a list that what stands behind them may hold for
_OURS = ("A/", "E/", "S/", "UNEP/")  # symbols that have an address
_ENVIRONMENT = 10  # the Environment Assembly has sat six times since 2014


class Cited(NamedTuple):
    """A citation found, as a range of the text."""

    start: int
    end: int
    kind: CitationKind
    symbol: str | None
    section: str | None = None
    date: str | None = None
    url: str | None = None


class _Number(NamedTuple):
    """A number with what belongs to it before (第, resolutions) and behind (号决议)."""

    start: int
    end: int
    text: str
    text_end: int
    opened: str | None
    """The word before it that says what it is: resolution, decision; empty where something else opens it."""
    closed: str | None
    """The same, behind it."""


@dataclass(frozen=True)
class _Patterns:
    number: re.Pattern[str]
    foreign: re.Pattern[str]
    letter: re.Pattern[str]
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    alone: re.Pattern[str]
    next: re.Pattern[str]
    far: re.Pattern[str]
    date_before: re.Pattern[str]
    date_after: re.Pattern[str]
    organs: dict[str, re.Pattern[str]]
    behind: re.Pattern[str]
    """What stands between numbers and the organ whose they are, where it is named behind them."""
    tells_others: bool
    """Whether the language says by which words numbers are those of another body, wherever it may be named."""
    document: re.Pattern[str]
    section: re.Pattern[str]
    series: re.Pattern[str]
    same: re.Pattern[str]
    ibid: re.Pattern[str]
    treaty: re.Pattern[str]
    instrument: re.Pattern[str]
    not_instrument: re.Pattern[str]
    organ_before: re.Pattern[str]
    item: re.Pattern[str]
    """What has a title, with it: nothing inside it is cited."""
    entitled: re.Pattern[str]
    """A document or a decision that the text names by its title alone."""
    anaphor: re.Pattern[str]
    decision: re.Pattern[str]

    @property
    def kind_first(self) -> bool:
        """Whether the word that says what the numbers are stands before them."""
        return "kind" in self.opens.groupindex


@cache
def _patterns(language: str) -> _Patterns:
    lexicon = language_of(language)
    table = lexicon.table("references")
    compiled = partial(lexicon.compiled, "references")
    numbers, organs = table.get("numbers", {}), table.get("organs", {})
    opens = re.compile(f"(?:{lexicon.pattern('references', 'numbers', 'opens')})$")
    named_before = "kind" not in opens.groupindex  # 人权理事会第35/12号决议: nobody is named behind a number
    return _Patterns(
        number=compiled("numbers", "number"),
        foreign=compiled("numbers", "foreign"),
        letter=compiled("numbers", "letter"),
        opens=opens,
        closes=compiled("numbers", "closes"),
        alone=compiled("numbers", "alone"),
        next=compiled("numbers", "next"),
        far=compiled("numbers", "far"),
        date_after=compiled("numbers", "date_after"),
        date_before=compiled("numbers", "date_before"),
        organs={organ: re.compile(regex(value)) for organ, value in organs.items()},
        behind=compiled("numbers", "behind"),
        tells_others="OTHER" in organs and ("behind" in numbers or named_before),
        document=compiled("documents", "symbol"),
        section=compiled("documents", "section"),
        series=compiled("treaties", "series"),
        same=compiled("treaties", "same"),
        ibid=compiled("treaties", "ibid"),
        treaty=compiled("treaties", "named"),
        instrument=compiled("treaties", "instrument"),
        not_instrument=compiled("treaties", "not_instrument"),
        organ_before=compiled("treaties", "organ_before"),
        item=compiled("treaties", "item"),
        entitled=compiled("treaties", "entitled"),
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
    patterns, text = _patterns(language), plain(text)
    citations = [*_resolutions(patterns, text, language, organ), *_documents(patterns, text, language)]
    citations += _treaties(patterns, text, language, before)
    for match in patterns.anaphor.finditer(text):
        citations.append(Cited(match.start(), match.end(), "resolution", None))
    return _apart(citations)


def _apart(citations: list[Cited]) -> list[Cited]:
    """In order of the text; of overlapping ones the longest."""
    kept: list[Cited] = []
    taken = bytearray(max((cited.end for cited in citations), default=0))
    for cited in sorted(citations, key=lambda cited: (-(cited.end - cited.start), cited.start)):
        if not any(taken[cited.start : cited.end]):
            taken[cited.start : cited.end] = b"\1" * (cited.end - cited.start)
            kept.append(cited)
    return sorted(kept, key=lambda cited: (cited.start, cited.end))


def _resolutions(patterns: _Patterns, text: str, language: str, organ: str) -> Iterator[Cited]:
    adopting = "GA" if organ in ("ECOSOC", "SC") else organ
    resolved: dict[str, str] = {}  # whose a number was when it was cited before: 第65/280号…，大会在第65/280号决议中
    for numbers in _lists(patterns, text):
        dates = [_date(patterns, text, number, language) for number in numbers]
        named: str | None = None
        for index, (number, kind) in enumerate(zip(numbers, _kinds(patterns, text, numbers), strict=True)):
            named = _named(patterns, text, numbers, index) or named
            if kind is None:
                continue
            written, day = _plain(number.text), dates[index] or _shared(numbers, dates, index)
            decision = bool(patterns.decision.search(kind.lower()))
            of = _organ(patterns, text, number.start, _Asked(written, named or resolved.get(written), adopting, day))
            named = of if named else None
            resolved[written] = of
            if patterns.foreign.fullmatch(written.upper()):  # of another body, which has symbols of its own
                symbol: str | None = written.upper()
            else:
                symbol = resolution_symbol(of, written, decision=decision)
            section = patterns.section.match(text, number.end)
            yield Cited(
                number.start,
                number.end,
                "decision" if decision else "resolution",
                symbol,
                section["section"] if section else None,
                day,
                address(symbol, language) if symbol and symbol.startswith(_OURS) and not decision else None,
            )


def _lists(patterns: _Patterns, text: str) -> Iterator[list[_Number]]:
    """Yield the numbers of a text that belong together: only what a list may hold stands between them."""
    numbers: list[_Number] = []
    for number in _numbers(patterns, text):
        if numbers and not _goes_on(patterns, text, numbers[-1], number):
            yield numbers
            numbers = []
        numbers.append(number)
    if numbers:
        yield numbers


def _numbers(patterns: _Patterns, text: str) -> Iterator[_Number]:
    for match in patterns.number.finditer(text):
        opens = patterns.opens.search(text, max(0, match.start() - 70), match.start())
        base, spans = match[0], [match.span()]
        while base[-1].isupper() and (further := patterns.letter.match(text, spans[-1][1])):  # 55/5 B and C
            spans.append(further.span("letter"))
        closes = patterns.closes.match(text, spans[-1][1])
        for index, (start, end) in enumerate(spans):
            first, last = index == 0, index == len(spans) - 1
            yield _Number(
                opens.start() if opens and first else start,
                closes.end() if closes and last else end,
                base if first else re.sub(r"[A-Z]+$", text[start:end], base),
                end,
                opens.groupdict().get("kind") or "" if opens and first else None,
                closes.groupdict().get("kind") or "" if closes and last else None,
            )


def _goes_on(patterns: _Patterns, text: str, number: _Number, following: _Number) -> bool:
    """Whether a list goes on; behind many words only where the next number has its date, as the list's members have."""
    between = number.end, following.start
    if patterns.next.fullmatch(text, *between) or patterns.letter.fullmatch(text, number.end, following.end):
        return True
    dated = patterns.date_after.match(text, following.text_end)
    return bool(dated and between[1] - between[0] < 300 and patterns.far.fullmatch(text, *between))


def _kinds(patterns: _Patterns, text: str, numbers: list[_Number]) -> list[str | None]:
    """What each number of a list is, by the word before it or behind; None where nothing says that it is one."""
    stated = [number.opened or number.closed for number in numbers]
    kinds: list[str | None] = [None] * len(numbers)
    places = range(len(numbers)) if patterns.kind_first else reversed(range(len(numbers)))
    last = None if patterns.kind_first or not _stands_alone(patterns, text, numbers[-1]) else ""
    for index in places:
        kinds[index] = last = stated[index] or last
    return kinds


def _stands_alone(patterns: _Patterns, text: str, number: _Number) -> bool:
    """Whether a number is opened and closed (第70/1号), and no noun behind says that it is something else."""
    if number.opened is None or number.closed is None:
        return False
    return bool(patterns.alone.match(text, number.end))


def _shared(numbers: list[_Number], dates: list[str | None], index: int) -> str | None:
    """The date that numbers of one session have together: 58/269 and 58/270 of 23 December."""

    def session(number: _Number) -> str:
        return number.text.partition("/")[0]

    ways = range(index + 1, min(index + _TOGETHER, len(numbers))), range(index - 1, max(index - _TOGETHER, -1), -1)
    for way in ways:
        for other in way:
            if session(numbers[other]) != session(numbers[index]):
                break
            if dates[other]:
                return dates[other]
    return None


class _Asked(NamedTuple):
    """Whose number is it? As written, with the organ named, the adopting one, and its date."""

    written: str
    named: str | None
    adopting: str
    date: str | None


def _plain(number: str) -> str:
    """A number with plain brackets and without a space behind its slash; a word between two letters is a hyphen too: A
    to E, A 至 E.
    """
    joined = re.sub(r"/\s+", "/", number).replace("（", "(").replace("）", ")")
    return _BETWEEN_LETTERS.sub("-", joined)


def _organ(patterns: _Patterns, text: str, place: int, asked: _Asked) -> str:
    """Whose resolution it is: its form says so, else the organ named, else the adopting organ, where session and date
    allow it; else the nearest one named about it that they allow.
    """
    if inner := re.search(r"\((.+?)\)", asked.written):
        return "SC" if inner[1].isdigit() else asked.named if asked.named == "OTHER" else "GA"
    if re.match(r"(?:19|20)\d{2}/", asked.written):
        return "ECOSOC"
    if asked.written.startswith("ES-"):
        return "GA"
    named = asked.named or (asked.adopting if patterns.tells_others else "OTHER")
    if named in ("OWN", "SC", "ECOSOC"):
        named = asked.adopting
    year = int(asked.date[:4]) if asked.date else None
    match = _SESSION.match(asked.written)
    if match is None or (named == "OTHER" and (asked.named or year is None)):
        return named
    session = int(match[1])
    if named in _DATED and _fits(named, session, year):
        return named
    elsewhere = _named_about(patterns, text, place)
    for organ in (*elsewhere, asked.adopting, "GA") if year else elsewhere[:1]:
        if organ in _DATED and _fits(organ, session, year):
            return organ
    return named if asked.named and named != "UNEA" and session >= _SLASHED else "OTHER"


def _fits(organ: str, session: int, year: int | None) -> bool:
    """Whether an organ may have adopted something with that session's number, and in that year."""
    if organ == "GA":
        return session >= _SLASHED and (year is None or year - session in (_FOUNDED, _FOUNDED + 1))
    if organ == "HRC":
        return year is None or abs(_COUNCIL + (session + 2) // 3 - year) <= 1
    return organ != "UNEA" or session < _ENVIRONMENT


def _named_about(patterns: _Patterns, text: str, place: int) -> list[str]:
    """The organs named about a place of a text, the nearest first, the longer name before one inside it."""
    window = max(0, place - _ABOUT), place + _ABOUT
    mentions = [(match, name) for name, pattern in patterns.organs.items() for match in pattern.finditer(text, *window)]
    mentions.sort(key=lambda pair: (abs(pair[0].end() - place), pair[0].start()))
    return [name for _, name in mentions]


def _named(patterns: _Patterns, text: str, numbers: list[_Number], index: int) -> str | None:
    """The organ whose a number is said to be: named behind it or behind the next ones of its list, or last before it;
    None where none is.
    """
    for number in numbers[index : index + _TOGETHER]:
        if number is not numbers[index] and number.opened:
            break
        if behind := patterns.behind.match(text, number.text_end):
            named = [
                (match.end(), name)
                for name, pattern in patterns.organs.items()
                if (match := pattern.match(text, behind.end()))
            ]
            if named:
                return max(named)[1]
            if text[behind.end() : behind.end() + 1].isupper():
                return "OTHER"
    here = numbers[index]
    begin = numbers[index - 1].text_end if index else max(0, here.start - _NEAR)
    end = here.text_end - len(here.text) + 1  # with the first sign of the number: a pattern may look at it
    places = [
        (match.end(), match.end() - match.start(), name != "OTHER", name)
        for name, pattern in patterns.organs.items()
        for match in pattern.finditer(text, begin, end)
    ]
    return max(places)[-1] if places else None  # 环境规划署大会 ends as 大会 does: the longer name counts


def _date(patterns: _Patterns, text: str, number: _Number, language: str) -> str | None:
    before = text[max(0, number.start - 90) : number.start]
    match = patterns.date_before.search(before) or patterns.date_after.match(text, number.text_end)
    if not match:
        return None
    return next((written.date for written in find_dates(match["date"], language)), None)


def _documents(patterns: _Patterns, text: str, language: str) -> Iterator[Cited]:
    for match in patterns.document.finditer(text):
        written = match[0].rstrip(".")
        if written.endswith(")") and "(" not in written:
            written = written[:-1]
        symbol = written.replace(" ", "")  # where a line has broken it
        section = patterns.section.match(text, match.end())
        if re.match(r"[AES](?:/HRC)?/(?:RES|DEC)/", symbol):
            kind: CitationKind = "decision" if "/DEC/" in symbol else "resolution"
        else:
            kind = "draft" if re.search(r"/L\.\d", symbol) else "document"
        yield Cited(
            match.start(),
            match.start() + len(written),
            kind,
            symbol,
            section["section"] if section else None,
            None,
            address(symbol, language),
        )


def _treaties(patterns: _Patterns, text: str, language: str, before: Cited | None) -> Iterator[Cited]:
    for pattern in (patterns.series, patterns.same):
        for match in pattern.finditer(text):
            yield Cited(match.start(), match.end(), "treaty", f"UNTS {match['volume']}/{match['number']}")
    ibid = patterns.ibid.match(text.strip())
    if ibid and before and not patterns.same.match(text.strip()):
        yield before._replace(start=ibid.start(), end=ibid.end())
    yield from _instruments(patterns, text)


def _is_inside(title: re.Match[str], start: int, end: int) -> bool:
    """Whether words stand in a title: an item's, or another's that has more words."""
    begin, stop = title.span("title")
    inside = title.start() < start and end <= title.end()
    return inside and bool(title["item"] or start > begin or end < stop)


def _instruments(patterns: _Patterns, text: str) -> Iterator[Cited]:
    """Treaties and other instruments cited by name, and what is cited by its title alone."""
    titles = list(patterns.item.finditer(text))
    for match in patterns.entitled.finditer(text):
        kind: CitationKind = "decision" if patterns.decision.search(match["kind"]) else "instrument"
        yield Cited(match.start("name"), match.end("name"), kind, None)
    for match in patterns.instrument.finditer(text):
        if patterns.not_instrument.search(match["name"] or ""):
            continue
        if patterns.organ_before.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        if any(_is_inside(title, *match.span()) for title in titles):
            continue
        treaty = patterns.treaty.fullmatch(text, match.start(), match.end())
        yield Cited(match.start(), match.end(), "treaty" if treaty else "instrument", None)
