"""Facts ⇄ the JSON that other programs rely on: version 1, to which fields may be added and in which none changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from ecoanalysis.model.comparison import Comparison, Evidence, Link
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import (
    Addressee,
    Citation,
    Clause,
    DateMention,
    Deadline,
    Fact,
    Facts,
    Mention,
    Report,
    Theme,
)
from ecoanalysis.model.resolution import Diagnostic, Footnote, Paragraph, Resolution

VERSION = 1

Object = dict[str, Any]


def to_contract(facts: Facts) -> Object:
    """Return the facts of one resolution as the contract's object, ready for ``json.dumps``.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> record = to_contract(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> record["contract"], record["resolution"]["symbol"], record["resolution"]["adopted_on"]
    (1, 'A/RES/75/324', '2021-09-09')
    >>> [clause["verb"] for clause in record["clauses"] if clause["paragraph"] == "38"]
    ['请']
    """
    resolution = facts.resolution
    return {
        "contract": VERSION,
        "document": _document(resolution.document, resolution.part),
        "resolution": _resolution(resolution),
        "paragraphs": [_paragraph(paragraph) for paragraph in resolution.paragraphs],
        "footnotes": [_footnote(note) for note in resolution.footnotes],
        "clauses": [_clause(clause) for clause in facts.clauses],
        "agencies": [_mention(mention) for mention in facts.agencies],
        "citations": [_citation(citation) for citation in facts.citations],
        "themes": [_theme(theme) for theme in facts.themes],
        "dates": [_date(date) for date in facts.dates],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in facts.diagnostics],
    }


def not_a_resolution(document: Document, message: str) -> Object:
    """Return the contract's object for a text that was read and is no resolution: no facts, and one diagnostic why.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> record = not_a_resolution(eco.read_text("Dear colleague, see you on Monday."), "no resolution")
    >>> record["resolution"] is None, record["clauses"], record["diagnostics"][0]["code"]
    (True, [], 'not-a-resolution')
    """
    diagnostic = Diagnostic("error", "not-a-resolution", message, 0, len(document.raw))
    kinds = ("paragraphs", "footnotes", "clauses", "agencies", "citations", "themes", "dates")
    return {
        "contract": VERSION,
        "document": _document(document, 1),
        "resolution": None,
        **{kind: [] for kind in kinds},
        "diagnostics": [_diagnostic(diagnostic)],
    }


def comparison_to_contract(comparison: Comparison) -> Object:
    """Return a comparison as the contract's object: what ``compare --format json`` prints.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> facts = eco.extract_facts(eco.parse_resolution(eco.sample()))
    >>> record = comparison_to_contract(eco.compare_editions(eco.to_edition(facts), eco.to_edition(facts)))
    >>> record["links"][0]["types"]
    ['identical']
    """
    return {
        "contract": VERSION,
        "old": comparison.old.symbol,
        "new": comparison.new.symbol,
        "language": comparison.new.language,
        "links": [_link(link) for link in comparison.links],
    }


def comparison_schema() -> Object:
    """Return the JSON Schema that what ``comparison_to_contract`` returns keeps to."""
    found: Object = json.loads(files("ecoanalysis").joinpath("data/comparison.schema.json").read_text(encoding="utf-8"))
    return found


def schema() -> Object:
    """Return the JSON Schema (draft 2020-12) that every object of the contract follows.

    Examples
    --------
    >>> schema()["properties"]["contract"]
    {'const': 1}
    """
    found: Object = json.loads(files("ecoanalysis").joinpath("data/contract.schema.json").read_text(encoding="utf-8"))
    return found


def _document(document: Document, part: int) -> Object:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "language": document.language,
        "part": part,
    }


def _resolution(resolution: Resolution) -> Object:
    adopted_on, adoption = resolution.adopted_on, resolution.adoption
    return {
        "symbol": resolution.symbol,
        "organ": resolution.organ,
        "session": resolution.session,
        "number": resolution.number,
        "title": resolution.title,
        "adopted_on": adopted_on.isoformat() if adopted_on else None,
        "meeting": resolution.meeting,
        "agenda_item": resolution.agenda_item,
        "drafts": list(resolution.drafts),
        "adoption": adoption
        and {"mode": adoption.mode, "yes": adoption.yes, "no": adoption.no, "abstain": adoption.abstain},
        "sponsors": list(resolution.sponsors),
    }


def _paragraph(paragraph: Paragraph) -> Object:
    return {
        "id": paragraph.id,
        "part": paragraph.part,
        "number": paragraph.number,
        "text": paragraph.text,
        "start": paragraph.start,
        "end": paragraph.end,
    }


def _footnote(note: Footnote) -> Object:
    return {
        "number": note.number,
        "text": note.text,
        "paragraph": note.paragraph,
        "mark_start": note.mark.start if note.mark else None,
        "mark_end": note.mark.end if note.mark else None,
        "start": note.start,
        "end": note.end,
    }


def _clause(clause: Clause) -> Object:
    return {
        "paragraph": clause.paragraph,
        "index": clause.index,
        "verb": clause.verb.surface,
        "verb_start": clause.verb.start,
        "verb_end": clause.verb.end,
        "lemma": clause.lemma,
        "class": clause.cls,
        "band": clause.band,
        "hedges": _words(clause.hedges),
        "intensifiers": _words(clause.intensifiers),
        "continuity": _words(clause.continuity),
        "addressees": [_addressee(addressee) for addressee in clause.addressees],
        "report": clause.report and _report(clause.report),
        "start": clause.start,
        "end": clause.end,
        "quote": clause.quote,
        "deadline": clause.deadline and _deadline(clause.deadline),
    }


def _words(words: Iterable[Fact]) -> list[Object]:
    return [{"surface": word.surface, "start": word.start, "end": word.end} for word in words]


def _addressee(addressee: Addressee) -> Object:
    return {
        "surface": addressee.surface,
        "start": addressee.span.start if addressee.span else None,
        "end": addressee.span.end if addressee.span else None,
        "agency": addressee.agency,
        "kind": addressee.kind,
        "role": addressee.role,
        "antecedents": [
            {"start": found.start, "end": found.end, "agency": found.agency} for found in addressee.antecedents
        ],
    }


def _report(report: Report) -> Object:
    return {
        "reporter": report.reporter,
        "recipient": report.recipient,
        "topic": report.topic,
        "due": report.due,
        "due_session": report.due_session,
        "due_date": report.due_date,
        "periodicity": report.periodicity,
    }


def _deadline(deadline: Deadline) -> Object:
    return {
        "kind": deadline.kind,
        "due": deadline.due,
        "due_session": deadline.due_session,
        "due_date": deadline.due_date,
    }


def _mention(mention: Mention) -> Object:
    return {
        "paragraph": mention.paragraph,
        "surface": mention.surface,
        "agency": mention.agency,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.surface,
    }


def _citation(citation: Citation) -> Object:
    return {
        "paragraph": citation.paragraph,
        "kind": citation.kind,
        "symbol": citation.symbol,
        "section": citation.section,
        "surface": citation.surface,
        "date": citation.date,
        "url": citation.url,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.surface,
    }


def _theme(theme: Theme) -> Object:
    return {
        "paragraph": theme.paragraph,
        "theme": theme.theme,
        "score": theme.score,
        "evidence": [{"term": term.surface, "start": term.start, "end": term.end} for term in theme.evidence],
    }


def _date(date: DateMention) -> Object:
    return {
        "paragraph": date.paragraph,
        "date": date.date,
        "surface": date.surface,
        "start": date.start,
        "end": date.end,
    }


def _diagnostic(diagnostic: Diagnostic) -> Object:
    return {
        "level": diagnostic.level,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "start": diagnostic.start,
        "end": diagnostic.end,
    }


def _link(link: Link) -> Object:
    return {
        "old": list(link.old),
        "new": list(link.new),
        "types": list(link.types),
        "similarity": link.similarity,
        "changes": [
            {
                "type": change.type,
                "by": change.by,
                "ladders": list(change.ladders),
                "translation_variance": change.variance,
                "old": _evidence(change.old),
                "new": _evidence(change.new),
            }
            for change in link.changes
        ],
    }


def _evidence(found: Evidence | None) -> Object | None:
    return None if found is None else {"text": found.text, "start": found.start, "end": found.end}
