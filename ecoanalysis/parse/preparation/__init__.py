"""From a document to the text that the parser reads: marks lifted, signs folded, labels mended; and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ecoanalysis.model.document import Document
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.parse.layout import mark_pages
from ecoanalysis.parse.layout.paged_text.texts_apart import texts_in
from ecoanalysis.parse.negotiation.mail_and_tables import take_out
from ecoanalysis.parse.negotiation.negotiating_marks import LiftedMarks, lift_marks
from ecoanalysis.parse.negotiation.shown_changes import ShownChanges, lift_changes
from ecoanalysis.parse.patterns import patterns
from ecoanalysis.parse.preparation.languages_apart import languages_apart
from ecoanalysis.parse.preparation.listed_notes import mark_listed_notes
from ecoanalysis.parse.preparation.paragraph_labels import Mending, mend_labels
from ecoanalysis.parse.preparation.stated_structure import by_language, split_lines
from ecoanalysis.parse.preparation.unmarked_pages import viewed
from ecoanalysis.parse.text.cut_words import close_up
from ecoanalysis.parse.text.folding import Folding, as_it_is, fold_document
from ecoanalysis.parse.text.rewriting import rewrite


@dataclass(frozen=True)
class Steps:
    """A document made ready to be read, and the steps that led there."""

    shown: ShownChanges | None
    carried: Folding
    lifting: LiftedMarks | None
    folding: Folding
    mending: Mending
    closing: Folding
    document: Document
    """The text that the parser reads."""

    def restored(self, resolution: Resolution) -> Resolution:
        """Return what was read as the source prints it, with what the steps have to say of it."""
        printed = self.folding.printed(self.mending.printed(self.closing.printed(resolution)))
        carried = self.carried.printed(self.lifting.restored(printed) if self.lifting else printed)
        return self.shown.restored(carried) if self.shown else carried


def texts_of(document: Document) -> Iterator[Folding]:
    """Yield each text of a document that is read alone: in its language, and without those before and behind it.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> pages = "A/RES/1/1\\nThe General Assembly,\\n\\f", "A/RES/1/2\\nThe General Assembly,\\n"
    >>> [text.document.raw in pages for text in texts_of(read_text("".join(pages)))]
    [True, True]
    """
    for spoken in by_language(document):
        if apart := languages_apart(spoken):
            for stretches in apart:
                marks = tuple(mark for mark in spoken.marks if mark.role != "language")
                read = replace(spoken, language=stretches.language, marks=marks)
                yield from _texts_of(read, stretches.masked(read.raw), [*stretches.others(len(read.raw))])
        else:
            yield from _texts_of(spoken, spoken.raw, [])


def _texts_of(document: Document, raw: str, others: Sequence[tuple[int, int]]) -> Iterator[Folding]:
    """Each text of a document in one language, without ``others``, which are blank in ``raw``."""
    opens = patterns(document.language).is_formula
    if paged := viewed(document, opens, others):
        yield paged
        return
    ranges = texts_in(raw, opens)
    for start, end in ranges:
        cuts = [*others, (0, start), (end, len(raw))] if len(ranges) > 1 else others
        yield rewrite(document, cuts) if cuts else as_it_is(document)


def make_ready(document: Document) -> Steps:
    """Return a document of one language, made ready to be read.

    Examples
    --------
    >>> from ecoanalysis.read import read_text
    >>> make_ready(read_text("大会，\\n１. 请秘书长提交报告。")).document.raw
    '大会，\\n1. 请秘书长提交报告。'
    """
    shown = lift_changes(document)
    document = mark_listed_notes(shown.folding.document if shown else document)
    carried = as_it_is(document) if _is_adopted(document) else take_out(document)
    lifting = lift_marks(carried.document) if not _is_adopted(document) else None
    folding = fold_document(lifting.document if lifting else carried.document)
    mending = mend_labels(split_lines(folding.document))
    closing = close_up(mending.document)
    return Steps(shown, carried, lifting, folding, mending, closing, mark_pages(closing.document))


def _is_adopted(document: Document) -> bool:
    """Whether a format states that the text is an adopted one, in which brackets are its own."""
    return any(mark.role in ("adopted_on", "symbol") for mark in document.marks)
