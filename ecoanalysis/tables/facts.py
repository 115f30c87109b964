"""Facts → tables: rows of the tables that describe one document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from ecoanalysis.model.facts import Addressee, Clause, Facts
from ecoanalysis.tables.registry import TABLES

Row = dict[str, Any]


def to_tables(facts: Iterable[Facts], *, terms: bool = True) -> dict[str, pl.DataFrame]:
    """Return every table of the registry, filled from the facts of any number of resolutions.

    Parameters
    ----------
    facts
        Facts of resolutions, in the order wanted in the tables.
    terms
        Whether to segment words too; leaves that table empty otherwise (jieba takes half a second to load).

    Returns
    -------
    dict of str to polars.DataFrame
        One frame per entry of ``TABLES``, each with exactly the schema stated there.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> tables = to_tables([eco.extract_facts(eco.parse_resolution(eco.sample()))], terms=False)
    >>> tables["resolutions"]["symbol"].to_list()
    ['A/RES/75/324']
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for found in facts:
        key = _key(found)
        for name, make in _ROWS.items():
            if terms or name != "terms":
                rows[name].extend(key | row for row in make(found))
    return {name: pl.DataFrame(rows[name], schema=table.schema) for name, table in TABLES.items()}


def mandate(clause: Clause, section: str, united_nations: Callable[[str], bool]) -> str | None:
    """Return the narrowest of the nested mandate sets (codebook, Mandate) that a clause belongs to.

    ``M2`` is addressed to a United Nations entity, or gives one work; ``M1`` has an addressee; ``M0`` is any other
    operative directive or decision; None is no mandate.
    """
    if section == "preamble" or clause.cls not in ("DIR", "DEC"):
        return None
    if any(addressee.agency and united_nations(addressee.agency) for addressee in clause.addressees):
        return "M2"
    if clause.cls == "DIR" and any(addressee.kind != "unspecified" for addressee in clause.addressees):
        return "M1"
    return "M0"


def _key(facts: Facts) -> Row:
    resolution = facts.resolution
    return {
        "document": resolution.document.sha256,
        "part": resolution.part,
        "symbol": resolution.symbol,
        "language": resolution.language,
    }


def _sections(facts: Facts) -> dict[str, str]:
    return {paragraph.id: paragraph.part for paragraph in facts.resolution.paragraphs}


def _documents(facts: Facts) -> Iterator[Row]:
    document = facts.resolution.document
    yield {
        "path": document.path,
        "format": document.format,
        "characters": len(document.raw),
        "diagnostics": len(facts.diagnostics),
    }


def _resolutions(facts: Facts) -> Iterator[Row]:
    resolution = facts.resolution
    adoption = resolution.adoption
    yield {
        "organ": resolution.organ,
        "session": resolution.session,
        "number": resolution.number,
        "title": resolution.title,
        "adopted_on": resolution.adopted_on,
        "meeting": resolution.meeting,
        "agenda_item": resolution.agenda_item,
        "drafts": list(resolution.drafts),
        "adoption": adoption and adoption.mode,
        "yes": adoption and adoption.yes,
        "no": adoption and adoption.no,
        "abstain": adoption and adoption.abstain,
        "sponsors": list(resolution.sponsors),
    }


def _paragraphs(facts: Facts) -> Iterator[Row]:
    for paragraph in facts.resolution.paragraphs:
        yield {
            "paragraph": paragraph.id,
            "section": paragraph.part,
            "number": paragraph.number,
            "text": paragraph.text,
            "start": paragraph.start,
            "end": paragraph.end,
        }


def _footnotes(facts: Facts) -> Iterator[Row]:
    for note in facts.resolution.footnotes:
        yield {
            "number": note.number,
            "text": note.text,
            "paragraph": note.paragraph,
            "mark_start": note.mark.start if note.mark else None,
            "mark_end": note.mark.end if note.mark else None,
            "start": note.start,
            "end": note.end,
        }


def _clauses(facts: Facts) -> Iterator[Row]:
    from ecoanalysis.lexicon.bodies import registry

    sections, bodies = _sections(facts), registry()
    for clause in facts.clauses:
        section = sections[clause.paragraph]
        yield {
            "paragraph": clause.paragraph,
            "section": section,
            "index": clause.index,
            "verb": clause.verb.surface,
            "verb_start": clause.verb.start,
            "verb_end": clause.verb.end,
            "lemma": clause.lemma,
            "class": clause.cls,
            "band": clause.band,
            "hedges": [hedge.surface for hedge in clause.hedges],
            "intensifiers": [word.surface for word in clause.intensifiers],
            "continuity": [word.surface for word in clause.continuity],
            "mandate": mandate(clause, section, bodies.is_united_nations),
            "start": clause.start,
            "end": clause.end,
            "quote": clause.quote,
        }


def _reports(facts: Facts) -> Iterator[Row]:
    for clause in facts.clauses:
        if report := clause.report:
            yield {
                "paragraph": clause.paragraph,
                "index": clause.index,
                "reporter": report.reporter,
                "recipient": report.recipient,
                "topic": report.topic,
                "due": report.due,
                "due_session": report.due_session,
                "due_date": report.due_date,
                "periodicity": report.periodicity,
                "start": clause.start,
                "end": clause.end,
            }


def _deadlines(facts: Facts) -> Iterator[Row]:
    for clause in facts.clauses:
        if found := clause.deadline:
            yield {
                "paragraph": clause.paragraph,
                "index": clause.index,
                "kind": found.kind,
                "due": found.due,
                "due_session": found.due_session,
                "due_date": found.due_date,
                "start": clause.start,
                "end": clause.end,
            }


def _addressees(facts: Facts) -> Iterator[Row]:
    for clause in facts.clauses:
        for addressee in clause.addressees:
            yield {
                "paragraph": clause.paragraph,
                "index": clause.index,
                "surface": addressee.surface,
                "agency": addressee.agency,
                "kind": addressee.kind,
                "role": addressee.role,
                "antecedents": _antecedents(addressee),
                "start": addressee.span.start if addressee.span else None,
                "end": addressee.span.end if addressee.span else None,
            }


def _antecedents(addressee: Addressee) -> list[str]:
    return [found.agency or f"{found.start}-{found.end}" for found in addressee.antecedents]


def _modifiers(facts: Facts) -> Iterator[Row]:
    for clause in facts.clauses:
        kinds = {"hedge": clause.hedges, "intensifier": clause.intensifiers, "continuity": clause.continuity}
        for kind, found in kinds.items():
            for fact in found:
                yield {
                    "paragraph": clause.paragraph,
                    "index": clause.index,
                    "kind": kind,
                    "surface": fact.surface,
                    "start": fact.start,
                    "end": fact.end,
                }


def _agencies(facts: Facts) -> Iterator[Row]:
    sections = _sections(facts)
    for mention in facts.agencies:
        yield {
            "paragraph": mention.paragraph,
            "section": sections.get(mention.paragraph or "", "footnote"),
            "surface": mention.surface,
            "agency": mention.agency,
            "start": mention.start,
            "end": mention.end,
        }


def _citations(facts: Facts) -> Iterator[Row]:
    for citation in facts.citations:
        yield {
            "paragraph": citation.paragraph,
            "kind": citation.kind,
            "cited": citation.symbol,
            "section": citation.section,
            "surface": citation.surface,
            "date": citation.date,
            "url": citation.url,
            "start": citation.start,
            "end": citation.end,
        }


def _themes(facts: Facts) -> Iterator[Row]:
    sections = _sections(facts)
    for theme in facts.themes:
        yield {
            "paragraph": theme.paragraph,
            "section": sections[theme.paragraph],
            "theme": theme.theme,
            "score": theme.score,
            "terms": [term.surface for term in theme.evidence],
            "starts": [term.start for term in theme.evidence],
            "ends": [term.end for term in theme.evidence],
        }


def _dates(facts: Facts) -> Iterator[Row]:
    for found in facts.dates:
        yield {
            "paragraph": found.paragraph,
            "date": found.date,
            "surface": found.surface,
            "start": found.start,
            "end": found.end,
        }


def _terms(facts: Facts) -> Iterator[Row]:
    from ecoanalysis.extract.terms import count_terms

    for paragraph in facts.resolution.paragraphs:
        for term, count in count_terms(paragraph.text, facts.resolution.language).items():
            yield {"paragraph": paragraph.id, "term": term, "count": count}


def _diagnostics(facts: Facts) -> Iterator[Row]:
    for found in facts.diagnostics:
        yield {
            "level": found.level,
            "code": found.code,
            "message": found.message,
            "start": found.start,
            "end": found.end,
        }


_ROWS: Mapping[str, Callable[[Facts], Iterator[Row]]] = {
    "documents": _documents,
    "resolutions": _resolutions,
    "paragraphs": _paragraphs,
    "footnotes": _footnotes,
    "clauses": _clauses,
    "reports": _reports,
    "deadlines": _deadlines,
    "addressees": _addressees,
    "modifiers": _modifiers,
    "agencies": _agencies,
    "citations": _citations,
    "themes": _themes,
    "dates": _dates,
    "terms": _terms,
    "diagnostics": _diagnostics,
}
