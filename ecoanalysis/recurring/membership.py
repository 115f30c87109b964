"""Where each resolution of a corpus stands: in which series and why, or in none and why, and what would join it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ecoanalysis.corpus import Corpus
from ecoanalysis.corpus.listing import bundled
from ecoanalysis.model.edition import Edition
from ecoanalysis.parse.head.symbols import is_invented, numbered
from ecoanalysis.recurring.at_hand import SeriesOutline, outlines_of, series_at_hand
from ecoanalysis.recurring.recognise import listed_series, predecessors, symbols_of, title_words

_ANY = 9999  # of a draft that names no session
_RECENT = 3  # sessions: what recurs comes back within them, most of it


@dataclass(frozen=True, slots=True)
class Membership:
    """Of one resolution: the series that it is in, why it is in it or in none, and what fetches what may join it."""

    series: str | None
    why: str
    fetch: str | None = None


def memberships(corpus: Corpus) -> dict[str, Membership]:
    """Return where every resolution of a corpus stands, by its symbol, or by its document where it has none.

    Examples
    --------
    >>> from ecoanalysis.corpus import open_corpus
    >>> place = memberships(open_corpus())["A/RES/75/324"]
    >>> place.series, place.why, place.fetch
    ('eco', 'edition 17 of 19: the lexicon lists it', 'ecoanalysis fetch --series eco --to DIR')
    """
    editions = outlines_of(corpus)
    texts: dict[str, list[Edition]] = {}
    for edition in editions:
        texts.setdefault(edition.symbol or edition.sha256, []).append(edition)
    placed = {
        symbol: series
        for series in series_at_hand(corpus)
        for symbol in (*series.symbols, *(draft.symbol for draft in series.drafts))
    }
    continued = predecessors(editions)
    here = corpus.listing.folder
    folder = "DIR" if here.resolve() == bundled().resolve() else shlex.quote(str(here))
    return {
        name: _in_series(name, placed[name], texts, folder)
        if name in placed
        else _alone(sides, continued.get(name), texts, folder)
        for name, sides in texts.items()
    }


def _in_series(symbol: str, series: SeriesOutline, texts: Mapping[str, Sequence[Edition]], folder: str) -> Membership:
    entry = listed_series(series.id)
    missing = entry is not None and any(listed not in texts for listed in symbols_of(entry))
    fetch = f"ecoanalysis fetch --series {series.id} --to {folder}" if missing else None
    if symbol not in series.symbols:
        return Membership(series.id, f"a draft, beside its {len(series.members)} editions", fetch)
    place = series.symbols.index(symbol)
    earlier = None if place or entry else _likely_predecessor(texts.get(symbol, ()), texts)
    if earlier:
        fetch = _fetches(earlier, texts[symbol], folder)
    why = "the lexicon lists it" if entry else _joined_by(series, place, texts)
    return Membership(series.id, f"edition {place + 1} of {len(series.members)}: {why}", fetch)


def _joined_by(series: SeriesOutline, place: int, texts: Mapping[str, Sequence[Edition]]) -> str:
    """What a resolution has in common with the edition before it, or the first one with the edition after it."""
    if not place:
        return f"{series.symbols[1]} continues it"
    before, now = series.symbols[place - 1], series.symbols[place]
    same = any(
        old.title and new.title and title_words(old.title, old.language) == title_words(new.title, new.language)
        for old in texts.get(before, ())
        for new in texts.get(now, ())
        if old.language == new.language
    )
    return f"the title of {before}" if same else f"it recalls {before}, and continues it under another title"


def _alone(
    sides: Sequence[Edition], earlier: str | None, texts: Mapping[str, Sequence[Edition]], folder: str
) -> Membership:
    text = sides[0]
    if earlier:
        return Membership(None, f"a draft that continues {earlier}, of which no second edition is at hand")
    alone = f"{'' if text.symbol else 'it has no symbol, and '}no resolution at hand has its title"
    missing = _likely_predecessor(sides, texts)
    if missing is None:
        return Membership(None, f"{alone}, and it recalls none that may be the edition before")
    why = f"{alone}; {missing}, which it recalls, may be the edition before"
    return Membership(None, why, _fetches(missing, sides, folder))


def _fetches(symbol: str, sides: Sequence[Edition], folder: str) -> str:
    languages = " ".join(f"--language {language}" for language in sorted({side.language for side in sides}))
    return f"ecoanalysis fetch {shlex.quote(symbol)} {languages} --to {folder}"


def _likely_predecessor(sides: Sequence[Edition], texts: Mapping[str, Sequence[Edition]]) -> str | None:
    """The latest resolution, not at hand, that the first paragraph to recall a recent one of the organ recalls.

    In four of five resolutions it is the edition before (measured on those whose series is known).
    """
    if not sides:
        return None
    organ = _organ(sides[0].symbol or "")
    now = _session(sides[0].symbol or "") or sides[0].session or _ANY
    for paragraph in sides[0].paragraphs:
        recalled = [symbol for symbol in paragraph.citations if f"{_organ(symbol)}/RES/" in symbol]
        recalled = [symbol for symbol in recalled if organ in ("", _organ(symbol)) and _session(symbol) < now]
        latest = max(recalled, key=_session, default="")
        if latest and (now == _ANY or _session(latest) >= now - _RECENT):
            return None if latest in texts or is_invented(latest) else latest
    return None


def _organ(symbol: str) -> str:
    """``A`` of A/RES/75/324 and of the draft A/C.2/80/L.9, ``A/HRC`` of A/HRC/RES/53/1."""
    return "/".join(part for part in takewhile(str.isalpha, symbol.split("/")) if part != "RES")


def _session(symbol: str) -> int:
    element = numbered(symbol.partition("/RES/")[2])
    return int(element.session) if element and element.session.isdigit() else 0
