"""Editions → the series that they belong to, by title and by what the later ones cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ecoanalysis.compare.assignment import best_pairs
from ecoanalysis.compare.fingerprint import SLOT, find_words
from ecoanalysis.lexicon import Table, language_of, load
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.series import Series
from ecoanalysis.parse.symbols import numbered

_HYPHEN = re.compile(r"[-\u2010-\u2015]")
_YEAR = re.compile(r"(?:19|20)\d{2}")  # a budget's
_FEW = 6  # words of a title that, all found in another, make it the same title


def find_series(editions: Iterable[Edition]) -> list[Series]:
    """Return every recurring resolution among editions of any languages, longest first; single resolutions are none.

    Two resolutions are successive editions where their titles say the same without slots and silent words, or where
    the later one cites the earlier one and most words of their titles agree (lexicon, series). Each has at most one
    predecessor and one successor; of several candidates the one cited, then the one of the likest title counts. The
    editions that the lexicon lists for a series belong to it whatever their titles.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> find_series([edition])
    []
    """
    by_language: dict[str, dict[str, Edition]] = {}
    for edition in editions:
        if edition.symbol:
            by_language.setdefault(edition.language, {}).setdefault(edition.symbol, edition)
    found = [
        _series(chain, language)
        for language, members in by_language.items()
        for chain in _chains(sorted(members.values(), key=_order), language)
        if len(chain) > 1
    ]
    return sorted(found, key=lambda series: (-len(series.editions), series.id, series.language))


def known(id: str) -> Table | None:
    """Return what the lexicon holds of a series, None where it names no such series."""
    found: Table | None = next((entry for entry in load("facts/series")["series"] if entry["id"] == id), None)
    return found


def symbols_of(entry: Table) -> list[str]:
    """Return the symbols of a series of the lexicon: its founding act, then its editions."""
    return [entry["founding"]["symbol"], *(edition["symbol"] for edition in entry["editions"])]


@dataclass(frozen=True, slots=True)
class _Candidate:
    edition: Edition
    session: str
    title: frozenset[str]
    cited: frozenset[str]


def _chains(ordered: Sequence[Edition], language: str) -> list[list[Edition]]:
    """Session after session: each edition joins the open chain that it continues best."""
    entries = load("facts/series")["series"]
    listed = {edition["symbol"]: entry["id"] for entry in entries for edition in entry["editions"]}
    founding = {entry["founding"]["symbol"] for entry in entries}
    chains: list[list[_Candidate]] = []
    of_series: dict[str, list[_Candidate]] = {}
    sessions: dict[tuple[str, str], list[_Candidate]] = {}
    for edition in ordered:
        organ, session = _session(edition.symbol or "")
        candidate = _Candidate(edition, session, title_words(edition.title or "", language), _cited(edition))
        if edition.symbol in founding:
            continue
        if edition.symbol in listed:
            of_series.setdefault(listed[edition.symbol], []).append(candidate)
        else:
            sessions.setdefault((organ, session), []).append(candidate)
    for candidates in sessions.values():
        ends = [chain[-1] for chain in chains]
        joined = set()
        for row, column in best_pairs([[_continues(end, one) for one in candidates] for end in ends]):
            chains[row].append(candidates[column])
            joined.add(column)
        chains += [[one] for at, one in enumerate(candidates) if at not in joined]
    return [[one.edition for one in chain] for chain in (*of_series.values(), *chains)]


def _continues(end: _Candidate, one: _Candidate) -> float:
    """How well an edition continues a chain: 0 where it does not."""
    organs = [_session(found.edition.symbol or "")[0] for found in (end, one)]
    if organs[0] != organs[1] or end.session == one.session or not end.title or not one.title:
        return 0.0
    common = len(end.title & one.title)
    alike = common / len(end.title | one.title)
    longer = common == min(len(end.title), len(one.title)) >= _FEW  # a theme is added to a title, or taken away
    cites = (end.edition.symbol or "") in one.cited
    least = language_of(one.edition.language).table("slots")["recognise"]["alike"]
    if alike == 1.0 or (cites and (longer or alike >= least)):
        return 0.5 * alike + cites + 0.25 * (_letter(end) == _letter(one))
    return 0.0


def _letter(one: _Candidate) -> str:
    """The letter of a resolution of one title among several (76/235 A, where the A goes without saying, and B)."""
    _, _, number = (one.edition.symbol or "").partition("/RES/")
    found = numbered(number)
    return (found.letter if found else "") or "A"


def title_words(title: str, language: str) -> frozenset[str]:
    """Return the words of a title that tell a series: no slots, no silent words.

    Examples
    --------
    >>> title_words("联合国同黑海经济合作组织的合作", "zh") == title_words("联合国与黑海经济合作组织的合作", "zh")
    True
    """
    silent = _silent(language)
    plain = _HYPHEN.sub("-", title)
    found = find_words(plain, language)
    words: list[str] = []
    end = -1
    for word, (start, stop) in zip(found.words, found.places, strict=True):
        if words and plain[end:start] == "-" and SLOT not in (word, words[-1]):
            words[-1] += word  # 76/43 writes Confidencebuilding
        else:
            words.append(word)
        end = stop
    told = Counter(word for word in words if word != SLOT and word not in silent and not _YEAR.fullmatch(word))
    return frozenset(f"{word} {count}" for word, count in told.items())


@cache
def _silent(language: str) -> frozenset[str]:
    return frozenset(language_of(language).table("slots")["recognise"]["silent"])


def _cited(edition: Edition) -> frozenset[str]:
    return frozenset(symbol for paragraph in edition.paragraphs for symbol in paragraph.citations)


def _series(chain: Sequence[Edition], language: str) -> Series:
    latest = chain[-1]
    for entry in load("facts/series")["series"]:
        if any(edition["symbol"] == latest.symbol for edition in entry["editions"]):
            return Series(entry["id"], language, tuple(chain), entry["founding"]["symbol"])
    return Series(_slug(latest), language, tuple(chain))


def _slug(edition: Edition) -> str:
    """A name made of a title: its letters and digits, or its symbol where it has no Latin ones."""
    words = re.findall(r"[a-z0-9]+", (edition.title or "").lower())
    return "-".join(words) if words else (edition.symbol or "").lower().replace("/", "-")


def _order(edition: Edition) -> tuple[object, ...]:
    return edition.adopted_on or "", *(int(digits) for digits in re.findall(r"\d+", edition.symbol or ""))


def _session(symbol: str) -> tuple[str, str]:
    """Organ and session: A/RES/75/324 is of session 75, S/RES/1373 (2001) of 2001."""
    organ, _, number = symbol.partition("/RES/")
    found = numbered(number)
    return organ, found.session if found else ""
