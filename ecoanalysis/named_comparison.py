"""Two texts as a reader names them, files or symbols → their comparison, in each language that both have."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.changes.translation_variance import flag_rewording, flag_variance
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.corpus import Corpus, open_corpus
from ecoanalysis.editions import Where, shipped_editions
from ecoanalysis.errors import ComparisonError, CorpusError, counted, nearest, work_on
from ecoanalysis.lexicon import languages
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.document import Document
from ecoanalysis.model.edition import Edition
from ecoanalysis.model.resolution import Resolution
from ecoanalysis.model.shape import RESOLUTION
from ecoanalysis.parse.head.symbols import symbol_of

if TYPE_CHECKING:
    from ecoanalysis.read.lines import Changes
    from ecoanalysis.read.tracked import TrackedParagraph

_NAMED = 6  # symbols that an error lists
_LIKE = 70.0  # likeness in per cent from which on a file's name may be meant


def compare_named(
    old: str,
    new: str = "",
    corpus: Where = "",
    language: str = "",
    *,
    strict: bool = False,
    changes: Changes = "accepted",
) -> Comparison:
    """Return the comparison of two files or symbols; without ``new``, of both sides of a file's tracked changes.

    Changes of force are flagged that another language of the two does not show, and changes of words where it says the
    same as before.

    A name is a file where there is such a file, else the symbol of an edition in the corpus, else of one whose facts
    the package brings. Of an edition in several languages the one in ``language`` is taken, else in the other's;
    with ``strict`` a language that the two do not have in common is refused. Tracked changes of Word files count as
    ``changes`` says, accepted or rejected.

    Raises
    ------
    CorpusError
        Where a name is neither a file nor a symbol at hand.
    ComparisonError
        Where a name is a folder, a file holds several resolutions, or the two have no language in common.

    Examples
    --------
    >>> found = compare_named("A/RES/77/330", "A/RES/79/330", language="zh")
    >>> found.links[4].types
    ('reworded', 'endorsement_lowered')
    """
    return compare_in_languages(old, new, corpus, language, strict=strict, changes=changes)[0]


def compare_in_languages(
    old: str,
    new: str = "",
    corpus: Where = "",
    language: str = "",
    *,
    strict: bool = False,
    changes: Changes = "accepted",
) -> tuple[Comparison, ...]:
    """Return the same comparison in each language that both have at hand, the one that ``compare_named`` takes first.

    A file may hold several languages, or stand beside one of its name in another: draft.en.docx, draft.zh.docx.

    Examples
    --------
    >>> [each.new.language for each in compare_in_languages("A/RES/77/330", "A/RES/79/330", language="zh")]
    ['zh', 'en']
    """
    if not new:
        sides: list[Sequence[Resolution | Edition]] = [
            [_whole(resolution) for resolution in _of_file(old, side)] for side in _both_sides(old)
        ]
        new = old
    else:
        corpus = open_corpus(corpus)
        sides = [_named(name, corpus, changes) for name in (old, new)]
    by_language = [{text.language: text for text in side} for side in sides]
    common = [spoken for spoken in by_language[0] if spoken in by_language[1]]
    if not common:
        languages_read = " and ".join(
            f"{name} is in {', '.join(side)}" for name, side in zip((old, new), by_language, strict=True)
        )
        raise ComparisonError(f"{languages_read}: compare two editions in one language")
    if strict and language and language not in common:
        raise ComparisonError(f"{language}: {old} and {new} are not both in it; there are {', '.join(common)}")
    chosen = language if language in common else common[0]
    order = [chosen, *(spoken for spoken in common if spoken != chosen)]
    named = [*zip((old, new), by_language, strict=True)]
    compared = [compare_editions(*(_edition(name, side[spoken]) for name, side in named)) for spoken in order]
    return tuple(
        reduce(_flagged, (other for other in compared if other is not comparison), comparison)
        for comparison in compared
    )


def _flagged(comparison: Comparison, other: Comparison) -> Comparison:
    return flag_rewording(flag_variance(comparison, other), other)


def _files_like(path: Path) -> str:
    """The files of a name's folder whose names are like it, as a message ends with them; nothing where none is."""
    from rapidfuzz import fuzz, process

    try:
        names = [file.name for file in path.parent.iterdir() if file.is_file() and not file.name.startswith(".")]
    except OSError:
        return f"; there is no folder {path.parent}"
    like = process.extract(
        path.name.lower(), names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_LIKE, limit=3
    )
    near = ", ".join(str(path.with_name(name)) for name, *_ in like)
    return f"; the nearest file is {near}" if len(like) == 1 else f"; the nearest files are {near}" if near else ""


def _whole(resolution: Resolution) -> Resolution:
    """One reading of a text whose other reading is at hand: what that one alone has at its end is a change."""
    closed = tuple(doubt for doubt in resolution.diagnostics if doubt.code != "end-missing")
    return replace(resolution, diagnostics=closed)


def _both_sides(name: str) -> tuple[Changes, Changes]:
    if tracked_in(name) or shows_changes(name):
        return "rejected", "accepted"
    if not os.path.lexists(name):
        hint = "; a symbol is compared with the edition named behind it"
        raise CorpusError(f"{name}: no such file{hint if symbol_of(name) else _files_like(Path(name))}")
    _of_file(name, "accepted")  # what cannot be read says why
    raise ComparisonError(f"{name}: holds no tracked changes; name the edition or draft to compare it with")


def tracked_in(*names: str) -> tuple[TrackedParagraph, ...]:
    """Return the paragraphs of some files that have tracked changes; symbols have none."""
    from ecoanalysis.read.tracked import find_tracked

    return tuple(
        paragraph for name in names if Path(name).is_file() for paragraph in find_tracked(Path(name).read_bytes())
    )


def shows_changes(*names: str) -> bool:
    """Whether one of some files is a draft that shows its changes: words are struck out, or read on one side alone."""
    from ecoanalysis.read import read_documents

    for name in (name for name in names if Path(name).is_file()):
        read = [document for document in read_documents(name) if isinstance(document, Document)]
        if any(mark.role == "struck" for document in read for mark in document.marks):
            return True
        if any(document.format in _TRACKING for document in read):
            others = [document for document in read_documents(name, "rejected") if isinstance(document, Document)]
            if [document.raw for document in read] != [document.raw for document in others]:
                return True
    return False


_TRACKING = ("odt", "rtf")  # formats whose tracked changes the text alone tells; a Word file says whose they are


def changes_note(old: str, new: str, side: Changes | None) -> str:
    """Return what a reader should know who said which side of tracked changes to read; nothing where it was read."""
    if side is None:
        return ""
    if not new:
        return f"note: --changes {side} is not used: of one file both sides are compared, rejected against accepted"
    names = " nor ".join(dict.fromkeys((old, new)))
    return (
        ""
        if tracked_in(old, new) or shows_changes(old, new)
        else f"note: --changes {side} is not used: no tracked changes in {names}"
    )


def warnings_of(comparison: Comparison) -> list[str]:
    """Return what a reader of a comparison should know of its two sides first."""
    return list(filter(None, (_wrong_order(comparison), _other_matter(comparison), _beyond_the_part(comparison))))


def _wrong_order(comparison: Comparison) -> str:
    """A warning where the old text is later than the new one, by their adoption or, of a draft, by their sessions."""
    old, new = comparison.old, comparison.new
    by_day = old.adopted_on and new.adopted_on and old.adopted_on > new.adopted_on
    by_session = old.session and new.session and old.session > new.session
    if not (by_day or by_session):
        return ""
    when = [f"adopted on {each.adopted_on}" if by_day else f"session {each.session}" for each in (old, new)]
    sides = [f"{each.symbol or 'the draft'} ({day})" for each, day in zip((old, new), when, strict=True)]
    return f"warning: OLD, {sides[0]}, is later than NEW, {sides[1]}; are they the wrong way round?"


def _other_matter(comparison: Comparison) -> str:
    """A warning where two editions of different titles have few paragraphs in common; else nothing."""
    old, new = comparison.old, comparison.new
    if not (old.title and new.title) or old.title.casefold() == new.title.casefold():
        return ""
    dropped = sum(len(link.old) for link in comparison.links if not link.new)
    if dropped <= _IN_COMMON * len(old.paragraphs):
        return ""
    cause = f"{dropped} of {counted(len(old.paragraphs), 'paragraph')} of OLD have none like them in NEW"
    return f"warning: {cause}; are “{old.title}” and “{new.title}” of one series?"


_IN_COMMON = 0.75  # share of dropped paragraphs from which on two texts may be of different matters


def _beyond_the_part(comparison: Comparison) -> str:
    """What was not compared because one side is a part of a text; nothing where both are whole."""
    sides = zip(("OLD", "NEW"), ("NEW", "OLD"), comparison.beyond, strict=True)
    cases = [
        f"note: {part} is a part of a text; {counted(len(beyond), 'paragraph')} of {whole} beyond it are not compared"
        for whole, part, beyond in sides
        if beyond
    ]
    return "\n".join(cases)


def _named(name: str, corpus: Corpus, changes: Changes) -> Sequence[Resolution | Edition]:
    if Path(name).is_dir():
        raise ComparisonError(f"{name}: a folder; name one file")
    if not os.path.lexists(name):
        return _of_symbol(name, corpus)
    texts = _of_file(name, changes)
    for beside in _beside(Path(name)):
        have = {text.language for text in texts}
        texts += [text for text in _of_file(str(beside), changes) if text.language not in have]
    return texts


def _beside(path: Path) -> list[Path]:
    """Files of the same name in other languages: of draft.en.docx draft.zh.docx."""
    stem, _, code = path.stem.rpartition(".")
    if code not in languages():
        return []
    files = (path.with_name(f"{stem}.{other}{path.suffix}") for other in languages() if other != code)
    return [file for file in files if file.is_file()]


def _edition(name: str, text: Resolution | Edition) -> Edition:
    """Return what is compared: the facts of a file are extracted once its language is known to be wanted."""
    from ecoanalysis.extract import extract_facts

    if isinstance(text, Edition):
        return text
    with work_on(name):
        return to_edition(extract_facts(text))


def _of_file(name: str, changes: Changes) -> list[Resolution]:
    from ecoanalysis.parse import parse_resolutions
    from ecoanalysis.read import read_document

    with work_on(name):
        resolutions = parse_resolutions(read_document(name, changes))
        if len(resolutions) > len({resolution.language for resolution in resolutions}):
            named = [*dict.fromkeys(resolution.symbol or "?" for resolution in resolutions)]
            symbols = ", ".join([*named[:_NAMED], *(["…"] if len(named) > _NAMED else [])])
            count = len(resolutions)
            raise ComparisonError(f"{name}: holds {count} resolutions ({symbols}); give each a file of its own")
    return [*resolutions]


def _of_symbol(name: str, corpus: Corpus) -> list[Edition]:
    symbol = symbol_of(name) or name
    keys = corpus.chosen.filter(symbol=symbol).select(RESOLUTION).rows()
    editions = [to_edition(corpus.facts_of(*key)) for key in keys]
    have = {edition.language for edition in editions}
    editions += [edition for edition in shipped_editions() if edition.symbol == symbol and edition.language not in have]
    if not editions and not symbol_of(name):
        raise CorpusError(f"{name}: no such file, and no symbol of an edition{_files_like(Path(name))}")
    if not editions:
        shipped = (edition.symbol for edition in shipped_editions() if edition.symbol)
        near = nearest(symbol, [*dict.fromkeys([*corpus.editions(), *shipped])])
        raise CorpusError(f"{name}: no such file, and no edition at hand has that symbol; the nearest are {near}")
    return editions
