"""A search index in pieces, of which a page loads those that its reader's words need.

Each piece is a classic script that hands its content to ``assets/search.js``: a page opened from disk may load
nothing else. The entries' terms, in order, are cut into pieces of a size; the entries as they are shown, too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from ecoanalysis.files import remove, write_text

PIECE = 24_000  # characters of a script, of which a search loads some ten
MOST = 4_000  # entries kept of a term, the first ones: those of the latest editions


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What can be found: its kind, name and address, what is shown of it, and further words it is found by.

    ``why`` are those of them that are shown where they, and not what is shown, are what a reader looks for.
    """

    kind: str
    name: str
    href: str
    shown: str = ""
    also: str = ""
    why: tuple[str, ...] = ()


_TERM = re.compile(r"\d+/\d+|[^\W_]+")


def terms(text: str) -> Iterator[str]:
    """Yield the terms of a text, as ``assets/search.js`` cuts a reader's words.

    Letters lose their case and their accents; numbers of resolutions are one term; of a script without cases, which
    may write no spaces, every two letters are one.

    Examples
    --------
    >>> list(terms("A/RES/75/324 «Énergie»"))
    ['a', 'res', '75/324', 'energie']
    >>> list(terms("单一窗口 UNDP"))
    ['单一', '一窗', '窗口', 'undp']
    """
    for match in _TERM.finditer(plain(text)):
        for letters, run in _runs(match[0]):
            yield from (map("".join, pairwise(run)) if letters and len(run) > 1 else (run,))


def plain(text: str) -> str:
    """Return a text without case, accents and compatibility forms."""
    if text.isascii():
        return text.lower()
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).lower()


def _runs(word: str) -> Iterator[tuple[bool, str]]:
    """The parts of a word: letters without case, and all else."""
    if word.isascii():
        yield False, word
        return
    start, caseless = 0, [unicodedata.category(sign) == "Lo" for sign in word]
    for end in range(1, len(word) + 1):
        if end == len(word) or caseless[end] != caseless[start]:
            yield caseless[start], word[start:end]
            start = end


def write_index(folder: Path, entries: Iterable[SearchEntry]) -> None:
    """Write the index of some entries into a folder of its own; the order of entries is that of equal hits.

    Parameters
    ----------
    folder
        Gets ``index.js``, which says what the other scripts hold, ``terms-N.js`` and ``entries-N.js``.
    entries
        What can be found, most wanted first.
    """
    rows, places = list[list[Any]](), dict[str, list[int]]()
    for number, entry in enumerate(entries):
        rows.append([entry.kind, entry.name, entry.href, entry.shown, _unsaid(entry)])
        named = set(terms(entry.name))
        for term in named.union(terms(" ".join((entry.shown, entry.also, *entry.why)))):
            places.setdefault(term, []).append(2 * number + (term in named))
    term_pieces = list(_pieces([[term, *_steps(places[term])] for term in sorted(places)]))
    row_pieces = list(_pieces(rows))
    firsts = [0, *(sum(map(len, row_pieces[:end])) for end in range(1, len(row_pieces)))]
    if folder.is_dir():
        remove(folder)
    summary = {"terms": [piece[0][0] for piece in term_pieces], "entries": firsts, "total": len(rows)}
    _write(folder / "index.js", "index", 0, summary)
    for number, piece in enumerate(term_pieces):
        _write(folder / f"terms-{number}.js", "terms", number, {term: steps for term, *steps in piece})
    for number, piece in enumerate(row_pieces):
        _write(folder / f"entries-{number}.js", "entries", number, _with_words(piece))


def _unsaid(entry: SearchEntry) -> list[str]:
    """Why an entry is found, where what is shown of it does not say it."""
    shown = entry.shown.casefold()
    return [word for word in entry.why if word.casefold() not in shown]


def _steps(places: Sequence[int]) -> list[int]:
    """How many entries have the term, then the first of them, each as its distance from the one before."""
    kept = places[:MOST]
    return [len(places), *kept[:1], *(after - before for before, after in pairwise(kept))]


def _pieces(rows: Sequence[list[Any]]) -> Iterator[list[list[Any]]]:
    piece, size = list[list[Any]](), 0
    for row in rows:
        length = len(json.dumps(row, ensure_ascii=False))
        if piece and size + length > PIECE:
            yield piece
            piece, size = [], 0
        piece.append(row)
        size += length
    if piece:
        yield piece


def _with_words(piece: Sequence[list[Any]]) -> list[list[Any]]:
    """The entries of a piece, then the words that they share: kinds, words they are found by, pages they stand on.

    An entry has the numbers of its own, and of an address on a page the page's number and the place.
    """
    words: dict[str, int] = {}

    def number(word: str) -> int:
        return words.setdefault(word, len(words))

    entries = []
    for kind, name, href, shown, why in piece:
        page, there, place = href.partition("#")
        address = [number(page), place] if there else href
        entries.append([number(kind), name, address, shown, *([[number(word) for word in why]] if why else [])])
    return [*entries, list(words)]


def _write(path: Path, kind: str, number: int, content: object) -> None:
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    write_text(path, f'search.take("{kind}",{number},{written});\n')
