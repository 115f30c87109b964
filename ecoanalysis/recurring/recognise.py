"""Editions → the series that they belong to, by title and by what the later ones recall, whatever their languages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from ecoanalysis.compare.fingerprints.hashed_words import SLOT, find_words
from ecoanalysis.compare.links.assignment import best_pairs
from ecoanalysis.lexicon import Table, language_of, load
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.series import Member, Series
from ecoanalysis.parse.head.symbols import numbered

FIRST_YEAR = 1945  # the General Assembly's session n opens in September of 1945 + n
_ADOPTED = "/RES/"  # what the symbol of a resolution has, and that of a draft has not
_HYPHEN = re.compile(r"[-\u2010-\u2015]")
_YEAR = re.compile(r"(?:19|20)\d{2}")  # a budget's
_SESSION = re.compile(r"/(\d{1,3})/")  # of a draft's symbol, A/C.3/80/L.9
_LONG = 80  # characters of an id
_SHARED = 2  # resolutions recalled beside the earlier edition that both must have where their titles differ


def find_series(editions: Iterable[Edition]) -> list[Series]:
    """Return every recurring resolution among editions, longest first; single resolutions are none.

    Two resolutions are successive editions where in some language their titles say the same without slots and silent
    words; or where the later one recalls the earlier one, and most words of their titles agree, or it recalls in the
    same breath what the earlier one recalled (lexicon, series). Each has at most one predecessor and one successor; of
    several candidates the one recalled, then the one of the likest title counts. A second text of one number is of the
    series of the first, where second texts are none of their own. The editions that the lexicon lists
    for a series belong to it whatever their titles. Drafts are of the series whose latest edition they continue.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> find_series([edition])
    []
    """
    candidates = sorted(map(_candidate, _members(editions)), key=_order)
    adopted = [candidate for candidate in candidates if not candidate.draft]
    drafts = [candidate for candidate in candidates if candidate.draft]
    chains = [chain for chain in _chains(adopted) if len(chain) > 1]
    series = [_series(chain, drafts) for chain in chains]
    return sorted(_distinct(series), key=lambda one_series: (-len(one_series.members), one_series.id))


def listed_series(id: str) -> Table | None:
    """Return what the lexicon holds of a series, None where it lists no such series."""
    listed: Table | None = next((entry for entry in load("facts/series")["series"] if entry["id"] == id), None)
    return listed


def symbols_of(entry: Table) -> list[str]:
    """Return the symbols of a series of the lexicon: its founding act, then its editions."""
    return [entry["founding"]["symbol"], *(edition["symbol"] for edition in entry["editions"])]


def predecessors(editions: Iterable[Edition]) -> dict[str, str]:
    """Return the latest resolution that each draft continues, by the draft's symbol, or its hash where it has none.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from ecoanalysis.editions import shipped_editions
    >>> draft = replace(shipped_editions()[-1], symbol="A/81/L.9", session=81)
    >>> predecessors([*shipped_editions(), draft])
    {'A/81/L.9': 'A/RES/79/330'}
    """
    candidates = sorted(map(_candidate, _members(editions)), key=_order)
    continued: dict[str, str] = {}
    for draft in (each for each in candidates if each.draft):
        for earlier in candidates:
            if not earlier.draft and _continues(earlier, draft):
                continued[draft.member.symbol] = earlier.member.symbol
    return continued


@dataclass(frozen=True, slots=True)
class _Candidate:
    member: Member
    organ: str
    session: str
    letter: str
    draft: bool
    titles: Mapping[str, frozenset[str]]
    """The words of its title, by language."""
    recalled: tuple[frozenset[str], ...]
    """The symbols that each paragraph cites, in all languages."""
    cited: frozenset[str]


def _members(editions: Iterable[Edition]) -> list[Member]:
    """Resolutions, each with its texts by language; of two texts in one language the first counts."""
    by_symbol: dict[str, dict[str, Edition]] = {}
    for edition in editions:
        by_symbol.setdefault(edition.symbol or edition.sha256, {}).setdefault(edition.language, edition)
    often = Counter(language for texts in by_symbol.values() for language in texts)
    return [
        Member(symbol, tuple(texts[language] for language in sorted(texts, key=lambda name: (-often[name], name))))
        for symbol, texts in by_symbol.items()
    ]


def _candidate(member: Member) -> _Candidate:
    organ, adopted, number = member.symbol.partition(_ADOPTED)
    element = numbered(number)
    if adopted:
        session = element.session if element else ""
    else:  # a draft: its organ is that of the session that it is put before
        organ = member.symbol[:1] if "/" in member.symbol else ""
        match = _SESSION.search(member.symbol)
        session = match[1] if match else str(member.session or "")
    titles = {text.language: title_words(text.title or "", text.language) for text in member.texts}
    recalled = {paragraph.citations for text in member.texts for paragraph in text.paragraphs if paragraph.citations}
    letter = (element.letter if element else "") or "A"
    worded = {language: words for language, words in titles.items() if words}
    cited = frozenset[str]().union(*recalled)
    return _Candidate(member, organ, session, letter, not adopted, worded, tuple(recalled), cited)


def _order(candidate: _Candidate) -> tuple[object, ...]:
    """By adoption; what no source dates stands in the year in which its session opens."""
    digits = [int(number) for number in re.findall(r"\d+", candidate.member.symbol)]
    year = FIRST_YEAR + int(candidate.session) if candidate.session.isdigit() else 0
    return candidate.member.adopted_on or f"{year:04}-12", digits, candidate.member.symbol


def _chains(ordered: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Session after session: each resolution joins the open chain that it continues best."""
    entries = load("facts/series")["series"]
    listed = {edition["symbol"]: entry["id"] for entry in entries for edition in entry["editions"]}
    founding = {entry["founding"]["symbol"] for entry in entries}
    of_lexicon: dict[str, list[_Candidate]] = {}
    sessions: dict[tuple[str, str], list[_Candidate]] = {}
    for candidate in ordered:
        symbol = candidate.member.symbol
        if symbol in listed:
            of_lexicon.setdefault(listed[symbol], []).append(candidate)
        elif symbol not in founding:
            sessions.setdefault((candidate.organ, candidate.session), []).append(candidate)
    chains: list[list[_Candidate]] = []
    for candidates in sessions.values():
        scores = [[_continues(chain[-1], candidate) for candidate in candidates] for chain in chains]
        joined = set()
        for row, column in best_pairs(scores):
            chains[row].append(candidates[column])
            joined.add(column)
        chains += [[candidate] for place, candidate in enumerate(candidates) if place not in joined]
    return [*of_lexicon.values(), *_with_sequels(chains)]


def _with_sequels(chains: Sequence[list[_Candidate]]) -> list[list[_Candidate]]:
    """A second text of one number (77/291 B), which nothing continues, stands behind the first where their titles are
    the same; where second texts recur, they are a series of their own."""
    places = {candidate.member.symbol: (chain, place) for chain in chains for place, candidate in enumerate(chain)}
    alone = [chain[0] for chain in chains if len(chain) == 1]
    sequels = set()
    for single in reversed(alone):
        number = single.member.symbol.removesuffix(f" {single.letter}")
        chain, place = places.get(number) or places.get(f"{number} A") or ([], 0)
        if len(chain) > 1 and _same_titles(chain[place], single):
            chain.insert(place + 1, single)
            sequels.add(single.member.symbol)
    return [chain for chain in chains if len(chain) > 1 or chain[0].member.symbol not in sequels]


def _same_titles(first: _Candidate, second: _Candidate) -> bool:
    return any(first.titles[language] == second.titles[language] for language in first.titles.keys() & second.titles)


def _continues(end: _Candidate, new: _Candidate) -> float:
    """How well a resolution continues a chain: 0 where it does not."""
    if (end.organ != new.organ and new.organ) or end.session == new.session:
        return 0.0
    same_letter = 0.25 * (end.letter == new.letter)
    recalled = end.member.symbol in new.cited
    shared = end.titles.keys() & new.titles
    if _same_titles(end, new):
        return 0.5 + recalled + same_letter
    if not recalled:
        return 0.0
    alike, near, related = max((_titles_alike(end, new, language) for language in shared), default=(0.0, False, False))
    if near:
        return 0.5 * alike + recalled + same_letter
    renamed = _recalls_alike(end, new) if related else not shared and _cites_alike(end, new)
    return 0.5 * alike + same_letter if renamed else 0.0  # who keeps the title comes first


def _titles_alike(end: _Candidate, new: _Candidate, language: str) -> tuple[float, bool, bool]:
    """The words that two titles share, of all of theirs; whether that makes them one, or at least may do so."""
    old_words, new_words = end.titles[language], new.titles[language]
    common, fewer = len(old_words & new_words), min(len(old_words), len(new_words))
    alike = common / len(old_words | new_words)
    rules = _rules(language)
    longer = common == fewer  # a theme is added to a title, or taken away; of a short one that may be another matter
    near = fewer >= rules["few"] if longer else alike >= rules["alike"]
    related = common >= rules["few"] / 2 and common / fewer >= rules["renamed"] and alike >= rules["alike"] / 3
    return alike, near, related


def _recalls_alike(end: _Candidate, new: _Candidate) -> bool:
    """Whether the later recalls the earlier beside most of what a paragraph of the earlier recalls."""
    beside = [group - {end.member.symbol} for group in new.recalled if end.member.symbol in group]
    return any(
        len(old & group) >= _SHARED and 2 * len(old & group) >= len(old | group)
        for old in end.recalled
        for group in beside
    )


def _cites_alike(end: _Candidate, new: _Candidate) -> bool:
    """Whether two resolutions cite much the same, where no titles can be compared: there is none, or none in a language
    of both."""
    old, now = end.cited, new.cited - {end.member.symbol}
    return len(old & now) >= _SHARED and 2 * len(old & now) >= min(len(old), len(now))


def title_words(title: str, language: str) -> frozenset[str]:
    """Return the words of a title that tell a series: no slots, no silent words.

    Examples
    --------
    >>> title_words("联合国同黑海经济合作组织的合作", "zh") == title_words("联合国与黑海经济合作组织的合作", "zh")
    True
    """
    silent = _silent(language)
    plain = _HYPHEN.sub("-", title)
    matched = find_words(plain, language)
    words: list[str] = []
    end = -1
    for word, (start, stop) in zip(matched.words, matched.places, strict=True):
        if words and plain[end:start] == "-" and SLOT not in (word, words[-1]):
            words[-1] += word  # 76/43 writes Confidencebuilding
        else:
            words.append(word)
        end = stop
    counts = Counter(word for word in words if word != SLOT and word not in silent and not _YEAR.fullmatch(word))
    return frozenset(f"{word} {nth}" for word, count in counts.items() for nth in range(count))


@cache
def _rules(language: str) -> Table:
    return cast(Table, language_of(language).table("slots")["recognise"])


@cache
def _silent(language: str) -> frozenset[str]:
    return frozenset(_rules(language)["silent"])


def _series(chain: Sequence[_Candidate], drafts: Sequence[_Candidate]) -> Series:
    last = chain[-1]
    members = tuple(candidate.member for candidate in chain)
    joined = tuple(draft.member for draft in drafts if _continues(last, draft) or _is_draft_of(draft, last))
    for entry in load("facts/series")["series"]:
        if any(edition["symbol"] == last.member.symbol for edition in entry["editions"]):
            return Series(entry["id"], members, entry["founding"]["symbol"], joined)
    series = Series("", members, drafts=joined)
    return replace(series, id=_slug(series))


def _is_draft_of(draft: _Candidate, adopted: _Candidate) -> bool:
    """Whether a draft is that of an edition: of its session, and of its title."""
    return draft.session == adopted.session and _same_titles(draft, adopted)


def _slug(series: Series) -> str:
    """A name made of the latest title without slots, in letters that every keyboard has; else of the latest symbol."""
    for language in sorted(series.languages):
        words = [word for word in find_words(series.title(language), language).words if not _YEAR.fullmatch(word)]
        plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
        letters = re.findall(r"[a-z0-9]+", plain)
        while len("-".join(letters)) > _LONG or (letters and letters[-1] in _silent(language)):
            letters.pop()
        if letters:
            return "-".join(letters)
    return _symbol_slug(series)


def _symbol_slug(series: Series) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", series.symbols[-1].lower()))


def _distinct(series: Sequence[Series]) -> list[Series]:
    """No two of one id: where titles are the same, the latest symbol tells them apart."""
    counts = Counter(each.id for each in series)
    return [
        replace(each, id=f"{each.id}-{_symbol_slug(each)}") if counts[each.id] > 1 and not each.founding else each
        for each in series
    ]
