"""A comparison → the brief: what is lost, asked anew, changed for a party, reworded, answered, moved; losses first."""

from __future__ import annotations

import re
from dataclasses import replace

from ecoanalysis.compare.brief.mandate_checks import check_requests, extent_of, find_dues
from ecoanalysis.compare.brief.moved_words import Passed
from ecoanalysis.compare.brief.sections import (
    dropped_twins,
    join_alike,
    tell_answered,
    tell_asked,
    tell_decided,
    tell_doubtful,
    tell_gone,
    tell_moved,
    tell_parties,
    tell_reworded,
    tell_stated,
    tell_timed,
    tell_translated,
)
from ecoanalysis.model.brief import Brief, BriefLine, Reason
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.parse.head.symbols import is_model_text, numbered

# Why something is perhaps lost, where about half of it was not: it asks nobody, or its time may be over.
_LATER: tuple[Reason, ...] = ("statement", "matter_gone")
# Where it mostly was not: it is recalled, or stands by reference.
_LAST: tuple[Reason, ...] = (
    "recalled",
    "other_event",
    "other_text",
    "translation",
    "asked_elsewhere",
    "referred_to",
    "by_reference",
    "supplement",
)


def make_brief(comparison: Comparison) -> Brief:
    """Return what a comparison comes to, in the order in which a delegation reads.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> brief = make_brief(eco.compare_editions(edition, edition))
    >>> brief.lines, [(due.paragraph, due.session) for due in brief.dues][:1]
    ((), [('38', 77)])
    >>> model = eco.open_corpus("model")
    >>> old, new = (eco.to_edition(model.edition(symbol, "en")) for symbol in model.editions())
    >>> [(line.type, line.words) for line in make_brief(eco.compare_editions(old, new)).lines if line.old == ("7",)]
    [('addressee_removed', '− World Bank')]
    """
    twins = dropped_twins(comparison)
    gone = list(join_alike(tell_gone(comparison, twins)))
    sections = (tell_doubtful, tell_asked, tell_decided, tell_parties, tell_timed)
    lines = [line for line in gone if line.section == "lost"]
    preamble = {paragraph.id for paragraph in comparison.old.paragraphs if paragraph.part == "preamble"}
    unsure = (line for line in gone if line.section == "unsure")
    lines += sorted(unsure, key=lambda line: (_unlikely(line), preamble.issuperset(line.old)))
    lines += [line for section in sections for line in section(comparison)]
    passed = Passed(comparison)
    lines += tell_reworded(comparison, passed, {line.words for line in lines if line.section == "asked"})
    lines += tell_stated(comparison, {(line.new, line.words) for line in lines if line.section in ("asked", "decided")})
    lines += tell_answered(comparison)
    lines += [line for line in gone if line.section == "passed"]
    lines += tell_moved(comparison, twins)
    lines += passed.lines()
    lines += tell_translated(comparison)
    recitals = frozenset(paragraph.id for paragraph in comparison.new.paragraphs if paragraph.part == "preamble")
    lines = [_of_recitals(line, recitals) for line in lines]
    lines.sort(key=lambda line: line.section == "recitals")
    diagnostics = [*comparison.new.diagnostics, *comparison.old.diagnostics]
    return Brief(
        lines=tuple(dict.fromkeys(lines)),
        dues=tuple(find_dues(comparison, _session(comparison.old), _session(comparison.new))),
        adoption=comparison.old.adoption,
        new_adoption=comparison.new.adoption,
        checks=tuple(check_requests(comparison)),
        old_extent=extent_of(comparison.old),
        new_extent=extent_of(comparison.new),
        diagnostics=tuple({each.message: each for each in diagnostics[::-1] if each.level != "info"}.values())[::-1],
    )


def _unlikely(line: BriefLine) -> int:
    """How unlikely it is that what is perhaps lost was: of what went in part, and stands elsewhere, most was not."""
    if line.reason in _LAST:
        return 2
    return int(line.reason in _LATER or (line.reason == "elsewhere" and line.type != "dropped"))


def of_model(comparison: Comparison) -> bool:
    """Whether one of two editions is the model resolution, whose words are invented."""
    return any(is_model_text(edition.symbol, edition.title) for edition in (comparison.old, comparison.new))


def _of_recitals(line: BriefLine, recitals: frozenset[str]) -> BriefLine:
    """The line in the section of its own that recitals have at the end: they ask nothing of anyone."""
    of_words = line.section in ("reworded", "stated") and recitals.issuperset(line.new)
    return replace(line, section="recitals") if of_words else line


def _session(edition: Edition) -> int | None:
    """The session of an edition or a draft, from its symbol."""
    if edition.session is not None:
        return edition.session
    symbol = numbered((edition.symbol or "").partition("/RES/")[2])
    digits = re.match(r"\d+", symbol.session) if symbol else None
    return int(digits.group()) if digits else None
