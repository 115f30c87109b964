"""Facts → the JSON that other programs rely on, and its schema: both follow from what the nouns say of themselves.

Version 2: every field of version 1 stays; fields may be added and none changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ecoanalysis.compare.brief import count_changes, of_model
from ecoanalysis.model.brief import Brief, ChangeCount
from ecoanalysis.model.comparison import Comparison, Link
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import Citation, Clause, DateMention, Facts, Mention, Theme
from ecoanalysis.model.negotiation import NegotiatedParagraph
from ecoanalysis.model.resolution import Diagnostic, DraftMark, Footnote, Paragraph, Resolution
from ecoanalysis.model.shape import Object, schema_of, to_object

VERSION = 2

# The lists of an object, in its order: the noun of each. Of the quoted ones the words stand under ``quote`` as well.
_LISTS = {
    "paragraphs": Paragraph,
    "footnotes": Footnote,
    "marks": DraftMark,
    "clauses": Clause,
    "agencies": Mention,
    "citations": Citation,
    "themes": Theme,
    "dates": DateMention,
    "diagnostics": Diagnostic,
}
_QUOTED = (Mention, Citation)
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def to_contract(facts: Facts) -> Object:
    """Return the facts of one resolution as the contract's object, ready for ``json.dumps``.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> record = to_contract(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> record["contract"], record["resolution"]["symbol"], record["resolution"]["adopted_on"]
    (2, 'A/RES/75/324', '2021-09-09')
    >>> [clause["verb"] for clause in record["clauses"] if clause["paragraph"] == "38"]
    ['请']
    """
    resolution = facts.resolution
    lists: Mapping[str, Iterable[Any]] = {
        "paragraphs": resolution.paragraphs,
        "footnotes": resolution.footnotes,
        "marks": resolution.marks,
        "clauses": facts.clauses,
        "agencies": facts.agencies,
        "citations": facts.citations,
        "themes": facts.themes,
        "dates": facts.dates,
        "diagnostics": facts.diagnostics,
    }
    return _object(resolution.document, resolution.part, resolution, lists)


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
    return _object(document, 1, None, dict.fromkeys(_LISTS, ()) | {"diagnostics": (diagnostic,)})


def comparison_to_contract(
    comparison: Comparison,
    brief: Brief | None = None,
    proposals: Sequence[NegotiatedParagraph] = (),
    changes: str | None = None,
) -> Object:
    """Return a comparison as the contract's object, with its brief: what ``compare --format json`` prints.

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
        "model": of_model(comparison),
        "links": [to_object(link) for link in comparison.links],
        "brief": brief and to_object(brief),
        "counts": [to_object(count) for count in count_changes(comparison, brief)] if brief else None,
        "changes": changes,
        "negotiation": [to_object(row) for row in proposals],
    }


def schema() -> Object:
    """Return the JSON Schema (draft 2020-12) that every object of the contract follows.

    Examples
    --------
    >>> schema()["properties"]["contract"]
    {'const': 2}
    """
    document = schema_of(Document)
    document["required"].append("part")
    document["properties"]["part"] = {"type": "integer", "minimum": 1, "description": "which resolution of the file"}
    return _schema(
        "ecoanalysis extract",
        "One line of the output of `ecoanalysis extract`: a resolution and what it says. Fields may be added.",
        {
            "document": document,
            "resolution": {"anyOf": [{"type": "null"}, schema_of(Resolution)]},
            **{name: {"type": "array", "items": _item_schema(noun)} for name, noun in _LISTS.items()},
        },
    )


def comparison_schema() -> Object:
    """Return the JSON Schema that what ``comparison_to_contract`` returns keeps to.

    Examples
    --------
    >>> comparison_schema()["required"]
    ['contract', 'old', 'new', 'language', 'model', 'links', 'brief', 'counts', 'changes', 'negotiation']
    """
    symbol = {"type": ["string", "null"], "description": "the symbol; null for a draft without one"}
    return _schema(
        "ecoanalysis compare",
        "What `ecoanalysis compare OLD NEW --format json` prints: links and typed changes. Fields may be added.",
        {
            "old": symbol,
            "new": symbol,
            "language": {"type": "string", "description": "language of the later text, ISO 639-1"},
            "model": {
                "type": "boolean",
                "description": "whether a text is the model resolution, invented",
            },
            "links": {"type": "array", "items": schema_of(Link)},
            "brief": {"anyOf": [{"type": "null"}, schema_of(Brief)]},
            "counts": {
                "anyOf": [{"type": "null"}, {"type": "array", "items": schema_of(ChangeCount)}],
                "description": "paragraphs by kind of change, as sure as the brief tells it; null without a brief",
            },
            "changes": {
                "enum": ["accepted", "rejected", "rejected against accepted", None],
                "description": "which side of tracked changes was read; null where there are none",
            },
            "negotiation": {"type": "array", "items": schema_of(NegotiatedParagraph)},
        },
    )


def _object(document: Document, part: int, resolution: Resolution | None, lists: Mapping[str, Iterable[Any]]) -> Object:
    return {
        "contract": VERSION,
        "document": to_object(document) | {"part": part},
        "resolution": resolution and to_object(resolution),
        **{name: [_item(noun) for noun in nouns] for name, nouns in lists.items()},
    }


def _item(noun: Any) -> Object:
    return to_object(noun) | ({"quote": noun.surface} if isinstance(noun, _QUOTED) else {})


def _item_schema(noun: type) -> Object:
    made = schema_of(noun)
    if noun in _QUOTED:
        made["required"].append("quote")
        made["properties"]["quote"] = {"type": "string", "description": "its words, as laid out"}
    if noun is Clause:
        # A directive has a force, and no other clause has one.
        made |= {
            "if": {"properties": {"class": {"const": "DIR"}}},
            "then": {"properties": {"band": {"type": "string"}}},
            "else": {"properties": {"band": {"type": "null"}}},
        }
    return made


def _schema(title: str, description: str, properties: Object) -> Object:
    return {
        "$schema": _DRAFT,
        "title": f"{title}, version {VERSION}",
        "description": description,
        "type": "object",
        "required": ["contract", *properties],
        "properties": {"contract": {"const": VERSION}, **properties},
    }
