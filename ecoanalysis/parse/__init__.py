"""Document → Resolution: layout (which lines belong together), marks (footnotes), structure (parts and paragraphs)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ecoanalysis.errors import NotAResolutionError
from ecoanalysis.lexicon import language_of, reads_as
from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Diagnostic, Resolution
from ecoanalysis.parse.layout import lay_out
from ecoanalysis.parse.ledger import ledger
from ecoanalysis.parse.left_out import insertions_left_out, tables_left_out, tracked_changes
from ecoanalysis.parse.preparation import make_ready, texts_of
from ecoanalysis.parse.preparation.fragment import find_fragment, mend_formula
from ecoanalysis.parse.structure import structure
from ecoanalysis.parse.structure.doubts import MARK_LOST
from ecoanalysis.parse.text.cut_words import cut_in_pieces
from ecoanalysis.parse.text.folding import Folding

__all__ = ["lay_out", "ledger", "parse_resolution", "parse_resolutions"]


def parse_resolutions(document: Document) -> tuple[Resolution, ...]:
    """Return every resolution of a document, in order.

    Raises
    ------
    NotAResolutionError
        Where the text is read and holds none: no organ speaks in it (大会， / The General Assembly,), and no
        paragraph begins as those of resolutions do.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> [resolution.symbol for resolution in parse_resolutions(eco.sample())]
    ['A/RES/75/324']
    """
    texts = [(text, [*map(text.printed, _of_text(text.document))]) for text in texts_of(document)]
    resolutions = [resolution for _, read in texts for resolution in read]
    if not resolutions:
        cause = "no organ's opening formula stands in the text, and no paragraph of a resolution"
        raise NotAResolutionError(f"{document.path}: no resolution; {cause}")
    unread = tuple(_unread(text) for text, read in texts if text.folded.changed and not read)
    resolutions[0] = replace(resolutions[0], diagnostics=(*resolutions[0].diagnostics, *unread))
    stated = (*tracked_changes(document), *tables_left_out(document), *insertions_left_out(document))
    resolutions = [replace(each, diagnostics=(*_inside(each, stated), *each.diagnostics)) for each in resolutions]
    return tuple(replace(each, part=part) for part, each in enumerate(_notes_said_once(resolutions), 1))


def _notes_said_once(resolutions: Sequence[Resolution]) -> Iterator[Resolution]:
    """Of a note that stands for two languages: its mark is lost where neither calls it, and that is said once."""
    notes = [note for resolution in resolutions for note in resolution.footnotes]
    settled = {(note.start, note.end) for note in notes if note.mark is not None}
    for resolution in resolutions:
        lost = {(doubt.start, doubt.end) for doubt in resolution.diagnostics if doubt.code == MARK_LOST}
        again = lost & settled
        kept = (d for d in resolution.diagnostics if d.code != MARK_LOST or (d.start, d.end) not in again)
        yield replace(resolution, diagnostics=tuple(kept)) if again else resolution
        settled |= lost


def _inside(resolution: Resolution, stated: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is said of a file as a whole, and of words among a resolution's paragraphs."""
    start = min((paragraph.start for paragraph in resolution.paragraphs), default=0)
    end = max((paragraph.end for paragraph in resolution.paragraphs), default=0)
    return (doubt for doubt in stated if doubt.start == doubt.end or start <= doubt.start <= end)


def _unread(text: Folding) -> Diagnostic:
    """Say which text of several holds no resolution."""
    words = " ".join(text.document.raw.split())
    message = f"no resolution stands in one text of the file: “{words[:80]}…”"
    return Diagnostic("error", "text-unread", message, text.folded.starts[0], text.folded.ends[-1])


def _of_text(document: Document) -> Iterator[Resolution]:
    ready = make_ready(document)
    for resolution in structure(ready.document, lay_out(ready.document)) or _fragments(ready.document):
        restored = ready.restored(_doubted(resolution))
        yield replace(restored, diagnostics=(*restored.diagnostics, *cut_in_pieces(restored)))


def _fragments(document: Document) -> Iterator[Resolution]:
    """What a text without an organ's formula is a part of; where a line is a damaged formula, the whole text."""
    if mended := mend_formula(document):
        yield from map(mended.restored, structure(mended.document, lay_out(mended.document)))
        return
    if fragment := find_fragment(document):
        for resolution in structure(fragment.document, lay_out(fragment.document)):
            yield fragment.restored(resolution)


def _doubted(resolution: Resolution) -> Resolution:
    """Say where a text is not in the language that its file states: facts found in it mean nothing."""
    if reads_as("\n".join(paragraph.text for paragraph in resolution.paragraphs), resolution.language):
        return resolution
    start, end = resolution.paragraphs[0].start, resolution.paragraphs[-1].end
    name = language_of(resolution.language).name
    message = f"the file says {name}, and the text reads like another language; trust no fact found in it"
    doubt = Diagnostic("error", "other-language", message, start, end)
    return replace(resolution, diagnostics=(doubt, *resolution.diagnostics))


def parse_resolution(document: Document) -> Resolution:
    """Return the first resolution of a document (most hold one).

    Raises
    ------
    NotAResolutionError
        Where it holds none.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> resolution = parse_resolution(eco.sample())
    >>> resolution.title, resolution.meeting, len(resolution.footnotes)
    ('联合国同经济合作组织的合作', 102, 9)
    >>> resolution.paragraph("38").text
    '请秘书长向大会第七十七届会议提交关于本决议执行情况的报告；'
    """
    return parse_resolutions(document)[0]
