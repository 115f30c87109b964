"""Words that a tool has printed in pieces: Secretary -General, vario us, Secre tary-General; read whole for matching.

The page is not there to tell, the words are: two pieces are closed up where together they are a word that the lexicon
lists or that stands whole elsewhere in the document, and one of them alone is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from ecoanalysis.errors import counted
from ecoanalysis.lexicon import language_of
from ecoanalysis.lexicon.folding import Folded
from ecoanalysis.lexicon.language import STRUCTURE
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Diagnostic, Level, Passage, Resolution
from ecoanalysis.parse.text.folding import Folding, as_it_is, moved
from ecoanalysis.parse.text.hyphens import listed, spellings

_EXACT = ("akn",)  # formats whose spaces are no tool's
# Each from the first letter of a word only: elsewhere a long word would be tried from every letter.
_PIECES = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[ ][^\W\d_]+)+")
_PIECE = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile(r"(?<![^\W_])(?P<left>[^\W_]+)(?: -(?=[^\W_])|- )(?P<right>[^\W_]+)")
_SPACED = re.compile(r"(?<=[^\W\d_]) -(?=[^\W\d_])")  # Secretary -General
_BEFORE_STOP = re.compile(r"(?<=[^\W\d_]) (?=-[,;])")  # micro -, small and medium-sized
# the Secretary -, at a line's end
_BEFORE_END = re.compile(r"(?<![^\W\d_])(?P<left>[^\W\d_]+)(?P<gap> )-[ \t]*\r?\n[ \t]*(?P<right>[^\W\d_]+)")
_DASH = re.compile(r"(?<=[^\W\d_])(?P<gap> )-[ ](?P<word>[^\W\d_]+)(?P<shared>[ ](?:[^\W\d_]+[ ])?[^\W\d_]+-[^\W\d_])?")
_MOST = 3  # pieces of a word
_UNLISTED = re.compile(r"\b(?P<left>[a-z]+)(?P<gap> )(?=(?P<right>[a-z]+)\b)")
_EXAMPLES = 3
_MANY = 3  # pieces of words that nobody lists: so many are a tool's


def cut_words(text: str, language: str, words: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where the spaces stand that a tool has set into words; ``words`` stand whole elsewhere, in small letters.

    Examples
    --------
    >>> text = "the vario us reports of the Secretary -General"
    >>> sorted(cut_words(text, "en"))
    [(9, 10), (37, 38)]
    """
    lexical = _known(language)
    if not lexical:
        return
    wholes, compounds = (lexical, _solid(language), words), spellings(language)
    yield from _beside_hyphens(text, language)
    yield from _before_hyphens(text, language)
    for run in _PIECES.finditer(text):
        pieces = [(piece.start() + run.start(), piece[0]) for piece in _PIECE.finditer(run[0])]
        place = 0
        while place < len(pieces) - 1:
            several = _whole(pieces[place : place + _MOST], lexical, wholes, compounds)
            for start, _ in pieces[place + 1 : place + several]:
                yield start - 1, start
            place += several


def _whole(
    pieces: Sequence[tuple[int, str]],
    lexical: Collection[str],
    wholes: Sequence[Collection[str]],
    compounds: Collection[str],
) -> int:
    """How many pieces, the first ones, are one word; the words of a compound may stand apart (fit for purpose)."""
    for several in range(2, len(pieces) + 1):
        parts = [piece for _, piece in pieces[:several]]
        word = "".join(parts)
        cased = word.isupper() or all(piece.islower() for piece in parts[1:])
        if (
            cased
            and any(word.lower() in some for some in wholes)
            and not all(piece.lower() in lexical for piece in parts)
            and "-".join(parts).lower() not in compounds
        ):
            return several
    return 1


def _beside_hyphens(text: str, language: str) -> Iterator[tuple[int, int]]:
    """A space before a hyphen and none behind it; behind it only where the two are known to be a compound."""
    common = language_of(language).compiled(STRUCTURE, "own", "common")
    for match in _HYPHEN.finditer(text):
        start = match.end("left")
        if text[start] == " ":
            yield start, start + 1
        elif f"{match['left']}-{match['right']}".lower() in spellings(language) and not common.match(match["right"]):
            yield start + 1, start + 2


def _before_hyphens(text: str, language: str) -> Iterator[tuple[int, int]]:
    """A space before a hyphen that no word follows: before a stop, and at a line's end.

    There one of a compound that is known, or of any where a tool spaces others and no dash is set as a hyphen is, but
    before a word that shares the end of the next compound (burden - and cost-sharing): that space is the tool's too.
    """
    yield from (match.span() for match in _BEFORE_STOP.finditer(text))
    common = language_of(language).compiled(STRUCTURE, "own", "common")
    dashes = [*_DASH.finditer(text)]
    shared = [match.span("gap") for match in dashes if match["shared"] and common.fullmatch(match["word"])]
    spaced = len(shared) == len(dashes) and (_SPACED.search(text) is not None)
    yield from shared if spaced else ()
    for match in _BEFORE_END.finditer(text):
        if spaced or f"{match['left']}-{match['right']}".lower() in spellings(language):
            yield match.span("gap")


@cache
def _known(language: str) -> frozenset[str]:
    """The words of a language whose words the lexicon lists; none of another."""
    return listed(language) if language_of(language).table("wordlist") else frozenset()


@cache
def _solid(language: str) -> frozenset[str]:
    """Compounds as they are set solid where a tool has cut their hyphens: selfgovernment."""
    return frozenset(word.replace("-", "") for word in spellings(language) if "-" in word)


def may_be_cut(document: Document) -> bool:
    """Whether a tool may have set spaces into the words: a text made from a page comes by any format of lines."""
    return document.format not in _EXACT


@lru_cache(maxsize=2)  # of a file with many resolutions each asks for the words of all
def whole_words(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters."""
    return frozenset(word.lower() for word in _PIECE.findall(text))


def close_up(document: Document) -> Folding:
    """Return a document with its words whole, and the way back to how they are printed.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> close_up(read_text("The General Assembly,\\n1. Reque sts the Secre tary -General to report.")).document.raw
    'The General Assembly,\\n1. Requests the Secretary-General to report.'
    """
    if not may_be_cut(document):
        return as_it_is(document)
    raw = document.raw
    cuts = sorted({*cut_words(raw, document.language, whole_words(raw))})
    if not cuts:
        return as_it_is(document)
    begins, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(raw)]
    places = [place for begin, end in zip(begins, ends, strict=True) for place in range(begin, end)]
    until = [*places[1:], len(raw)]  # a space inside a word is printed with the letter before it
    folded = Folded("".join(raw[place] for place in places), raw, places, until)
    marks = tuple(moved(mark, folded) for mark in document.marks)
    return Folding(document, replace(document, raw=folded.text, marks=marks), folded)


def cut_in_pieces(resolution: Resolution) -> Iterator[Diagnostic]:
    """Say which words stand in pieces: those that were read whole, and those of which nothing tells the whole."""
    document, lexical = resolution.document, _known(resolution.language)
    if not may_be_cut(document) or not lexical:
        return
    words = whole_words(document.raw)
    whole, doubtful = list[_Cut](), list[_Cut]()
    printed = [word for paragraph in resolution.paragraphs for word in _PIECE.findall(paragraph.text)]
    times = Counter[str | tuple[str, str]]([*printed, *pairwise(printed)])
    for paragraph in resolution.paragraphs:
        cuts = [*cut_words(paragraph.text, resolution.language, words)]
        whole += (_cut(paragraph, *cut) for cut in cuts)
        for gap in _UNLISTED.finditer(paragraph.text):
            pieces, beside = {gap["left"], gap["right"]}, times[gap["left"], gap["right"]]
            alone = any(times[piece] > beside for piece in pieces)  # a word of its own stands beside others too
            if gap.span("gap") not in cuts and not pieces & lexical and not alone:
                doubtful.append(_cut(paragraph, *gap.span("gap")))
    if whole:
        yield _diagnosis(resolution, "info", "words printed in pieces, read whole", whole)
    if len({pieces for _, _, pieces in doubtful}) >= _MANY:
        yield _diagnosis(resolution, "warning", "words seem to be cut, and what is in them may be lost", doubtful)


_Cut = tuple[int, int, str]
"""Where two pieces stand in the raw text, and the pieces."""


def _cut(paragraph: Passage, start: int, end: int) -> _Cut:
    left = paragraph.text[:start].rpartition(" ")[2]
    right = paragraph.text[end:].partition(" ")[0]
    span = paragraph.raw(start - len(left), end + len(right))
    return span.start, span.end, f"{left} {right}"


def _diagnosis(resolution: Resolution, level: Level, what: str, cuts: Sequence[_Cut]) -> Diagnostic:
    examples = ", ".join(f"“{words}”" for _, _, words in cuts[:_EXAMPLES])
    message = f"{counted(len(cuts), 'time')}, {what}: {examples}{' and so on' if cuts[_EXAMPLES:] else ''}"
    return Diagnostic(level, "words-cut", message, *cuts[0][:2])
