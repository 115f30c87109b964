"""How well a printed document is read: every paragraph and note of it against the XML of its resolution."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from ecoanalysis.errors import EcoanalysisError
from ecoanalysis.evaluate.scoring.items import normalise
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse import parse_resolutions

SCORED = ("preamble", "operative")
_THIRD = 3

Entry = tuple[str, ...]
"""Where a paragraph or note stands, and its words as they compare."""


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """One document read: the paragraphs and notes that its XML states, those that were read, and those read alike."""

    name: str
    flavour: str
    paragraphs: int
    exact: int
    notes: int
    notes_placed: int
    right: bool
    warned: bool
    missing: tuple[Entry, ...] = ()
    surplus: tuple[Entry, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether a paragraph is wrong and no diagnostic says that anything is doubtful."""
        return not self.right and not self.warned


@dataclass(frozen=True, slots=True)
class ReadingTotals:
    """What many documents of one flavour come to; shares are None where there is nothing to share."""

    documents: int
    right: float | None
    exact: float | None
    notes: float | None
    silent: float | None
    warned_though_right: float | None


def is_kept_aside(name: str) -> bool:
    """Whether a document is one to measure on only: a third of all, chosen by its name.

    Examples
    --------
    >>> [is_kept_aside(f"A_RES_78_{number}") for number in range(1, 5)]
    [False, True, True, False]
    """
    return hashlib.sha256(name.encode()).digest()[0] % _THIRD == 0


def score_reading(document: Document, stated: Document, flavour: str = "") -> ReadingScore:
    """Return how the paragraphs and notes of a document agree with those that another file of it states.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> document = eco.sample()
    >>> score = score_reading(document, document)
    >>> score.right, score.exact == score.paragraphs, score.notes_placed
    (True, True, 9)
    """
    wanted = _read(stated)
    read = _read(document)
    paragraphs, notes = _paragraphs(wanted), _notes(wanted)
    read_paragraphs, read_notes = _paragraphs(read), _notes(read)
    exact = paragraphs & read_paragraphs
    codes = (
        [d.code for resolution in read for d in resolution.diagnostics if d.level != "info"] if read else ["refused"]
    )
    return ReadingScore(
        name=Path(stated.path).stem,
        flavour=flavour,
        paragraphs=paragraphs.total(),
        exact=exact.total(),
        notes=notes.total(),
        notes_placed=(notes & read_notes).total(),
        right=paragraphs == read_paragraphs,
        warned=bool(codes),
        missing=(*(paragraphs - read_paragraphs).elements(), *(notes - read_notes).elements()),
        surplus=(*(read_paragraphs - paragraphs).elements(), *(read_notes - notes).elements()),
        codes=tuple(codes),
    )


def _read(document: Document) -> tuple[Resolution, ...]:
    try:
        return parse_resolutions(document)
    except EcoanalysisError:
        return ()


def _paragraphs(resolutions: Iterable[Resolution]) -> Counter[Entry]:
    return Counter(
        (str(resolution.part), paragraph.id, paragraph.part, normalise(paragraph.text))
        for resolution in resolutions
        for paragraph in resolution.paragraphs
        if paragraph.part in SCORED
    )


def _notes(resolutions: Iterable[Resolution]) -> Counter[Entry]:
    """Notes, each with the paragraph of its mark; those of titles and annexes are not scored.

    They are counted from a document's first: the XML of some numbers from 2 what is printed from 1 (78/262).
    """
    resolutions = tuple(resolutions)
    counted = [note for resolution in resolutions for note in resolution.footnotes if note.number.isdecimal()]
    first = min((int(note.number) for note in counted), default=1)
    return Counter(
        (str(resolution.part), note.paragraph or "", str(int(note.number) - first + 1))
        for resolution in resolutions
        for note in resolution.footnotes
        if note.number.isdecimal()
        and note.paragraph in {paragraph.id for paragraph in resolution.paragraphs if paragraph.part in SCORED}
    )


def total(scores: Sequence[ReadingScore]) -> ReadingTotals:
    """Return what the scores of many documents come to."""
    right = [score for score in scores if score.right]
    return ReadingTotals(
        len(scores),
        _share(len(right), len(scores)),
        _share(sum(score.exact for score in scores), sum(score.paragraphs for score in scores)),
        _share(sum(score.notes_placed for score in scores), sum(score.notes for score in scores)),
        _share(sum(score.silent for score in scores), len(scores)),
        _share(sum(score.warned for score in right), len(right)),
    )


def _share(some: int, of: int) -> float | None:
    return some / of if of else None


def differences(score: ReadingScore, width: int = 160, most: int = 8) -> Iterator[str]:
    """Yield what differs in a document, each wrong paragraph from its first wrong character on; at most ``most``."""
    surplus = {entry[:-1]: entry[-1] for entry in score.surplus if len(entry) > _THIRD}
    for entry in score.missing[:most]:
        if len(entry) == _THIRD:
            yield f"- note {entry[2]} at {entry[1]}"
            continue
        read = surplus.pop(entry[:-1], None)
        first = next((i for i, (a, b) in enumerate(zip_longest(entry[-1], read or "")) if a != b), 0)
        begin = max(0, first - 30)
        yield f"- {entry[1]} {entry[-1][begin : begin + width]}"
        if read is not None:
            yield f"+ {entry[1]} {read[begin : begin + width]}"
    yield from (f"+ {entry[1]} {words[:width]}" for entry, words in [*surplus.items()][:most])


@dataclass(frozen=True, slots=True)
class Speed:
    """Pages read, the seconds that took, and the seconds that PDFium takes for the bare text of the same pages."""

    pages: int
    reading: float
    bare: float

    @property
    def pages_per_second(self) -> float:
        return self.pages / self.reading if self.reading else 0.0

    @property
    def times_bare(self) -> float:
        return self.reading / self.bare if self.bare else 0.0


def speed(files: Iterable[Path]) -> Speed:
    """Return how fast PDF files are read, beside PDFium's extraction of their bare text in the same run."""
    import pypdfium2 as pdfium

    from ecoanalysis.read import read_bytes

    pages, reading, bare = 0, 0.0, 0.0
    for path in files:
        data = path.read_bytes()
        begin = time.process_time()
        with closing(pdfium.PdfDocument(data)) as document:
            pages += len(document)
            for page in document:
                page.get_textpage().get_text_bounded()
        between = time.process_time()
        read_bytes(data, str(path))
        bare, reading = bare + between - begin, reading + time.process_time() - between
    return Speed(pages, reading, bare)
