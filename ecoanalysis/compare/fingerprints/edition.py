"""Facts → the edition that is compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ecoanalysis.compare.fingerprints.hashed_words import Range, WordPlaces, all_words, digest, find_words, shingles
from ecoanalysis.extract.folding import fold_facts
from ecoanalysis.lexicon import language_of
from ecoanalysis.model.edition import Edition, EditionParagraph, Provision
from ecoanalysis.model.facts import Clause, DateMention, Fact, Facts, by_paragraph
from ecoanalysis.model.resolution import Paragraph, Resolution

COMPARED = ("preamble", "operative", "annex")
_PART_OF_YEAR = re.compile(r"(\d{4})-\d\d/\1-\d\d")
_BEFORE = 40  # characters before a date that may say that it is a target
_SLOT_KINDS = ("resolution", "decision", "document", "draft")


def to_edition(facts: Facts) -> Edition:
    """Return the edition that facts make: its paragraphs with their words, hashes and clauses.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> edition.symbol, len(edition.paragraphs)
    ('A/RES/75/324', 43)
    """
    facts = fold_facts(facts)  # what is printed in another form is the same words
    resolution = facts.resolution
    clauses = by_paragraph(facts.clauses)
    agencies = by_paragraph(facts.agencies)
    citations = by_paragraph(facts.citations)
    themes = by_paragraph(facts.themes)
    dates = by_paragraph(facts.dates)
    paragraphs = []
    for paragraph in resolution.paragraphs:
        if paragraph.part in COMPARED:
            id = paragraph.id
            cited = [citation for citation in citations[id] if citation.kind in _SLOT_KINDS and citation.symbol]
            paragraphs.append(
                _paragraph(
                    paragraph,
                    resolution.language,
                    _slots(paragraph, [*cited, *dates[id]], resolution.language),
                    clauses[id],
                    frozenset(mention.agency for mention in agencies[id] if mention.agency),
                    frozenset(citation.symbol or citation.surface for citation in citations[id]),
                    frozenset(theme.theme for theme in themes[id]),
                    tuple(date.date for date in dates[id]),
                )
            )
    adopted = resolution.adopted_on.isoformat() if resolution.adopted_on else None
    return Edition(
        resolution.symbol,
        resolution.language,
        adopted,
        resolution.title,
        resolution.document.sha256,
        tuple(paragraphs),
        resolution.part,
        resolution.session,
        resolution.adoption,
        facts.diagnostics,
        _lacks(resolution),
        resolution.marks,
    )


def _lacks(resolution: Resolution) -> frozenset[str]:
    """Parts that a part of a text does not hold whole; the operative one is whole where it ends as a text does."""
    if resolution.extent == "whole":
        return frozenset()
    operative = [paragraph.text for paragraph in resolution.paragraphs if paragraph.part == "operative"]
    full_stop = language_of(resolution.language).table("structure")["full_stop"]
    whole = resolution.extent == "operative" and operative[-1].endswith(tuple(full_stop))
    return frozenset(COMPARED) - ({"operative"} if whole else set())


def _slots(paragraph: Paragraph, facts: Iterable[Fact], language: str) -> list[Range]:
    """Dates and cited symbols; a date by which something is to be done is none: to change it changes what is asked.

    Nor is a part of a year, the last quarter of 2023, whose words say more than a number.
    """
    lexicon = language_of(language)
    before, behind = lexicon.compiled("slots", "target"), lexicon.compiled("slots", "target_behind")
    ranges = []
    for fact in facts:
        start, end = _within(paragraph, fact.start, fact.end)
        is_date, text = isinstance(fact, DateMention), paragraph.text
        if isinstance(fact, DateMention) and _PART_OF_YEAR.fullmatch(fact.date or ""):
            continue
        if not is_date or not (before.search(text[max(0, start - _BEFORE) : start]) or behind.search(text[end:])):
            ranges.append((start, end))
    return ranges


def _paragraph(
    paragraph: Paragraph,
    language: str,
    slots: Sequence[Range],
    clauses: Sequence[Clause],
    agencies: frozenset[str],
    citations: frozenset[str],
    themes: frozenset[str],
    dates: tuple[str, ...],
) -> EditionParagraph:
    verbs = [_within(paragraph, clause.verb.start, clause.verb.end) for clause in clauses]
    words = find_words(paragraph.text, language, slots, verbs)
    return EditionParagraph(
        id=paragraph.id,
        part=paragraph.part,
        start=paragraph.start,
        end=paragraph.end,
        characters=len(paragraph.text),
        words=digest(all_words(paragraph.text, language)),
        slotless=digest(words.words),
        shingles=shingles(words.words, language),
        text=paragraph.text,
        places=words.places,
        offsets=paragraph.offsets,
        provisions=tuple(_provision(paragraph, words, clause) for clause in clauses),
        agencies=agencies,
        citations=citations,
        themes=themes,
        dates=dates,
    )


def _provision(paragraph: Paragraph, words: WordPlaces, clause: Clause) -> Provision:
    first, last = words.within(*_within(paragraph, clause.start, clause.end))
    parts = [(clause.verb.start, clause.verb.end)]
    parts += [(fact.start, fact.end) for fact in (*clause.softened_by, *clause.intensifiers)]
    parts += [(party.span.start, party.span.end) for party in clause.addressees if party.span]
    inside = [part for part in parts if paragraph.start <= part[0] and part[1] <= paragraph.end]
    framing = sorted({words.within(*_within(paragraph, *part)) for part in inside})
    return Provision(clause, first, last, tuple(part for part in framing if part[0] < part[1]))


def _within(paragraph: Paragraph, start: int, end: int) -> Range:
    """Where a raw span stands in the paragraph's text; an inherited verb stands elsewhere: an empty range."""
    return bisect_left(paragraph.offsets, start), bisect_left(paragraph.offsets, end)
