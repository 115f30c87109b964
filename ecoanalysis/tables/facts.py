"""Facts ⇄ tables: the rows of the tables that describe one document at a time, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import polars as pl

from ecoanalysis.lexicon.countries import states
from ecoanalysis.model.document import Document
from ecoanalysis.model.facts import (
    Addressee,
    Antecedent,
    Citation,
    Clause,
    DateMention,
    Deadline,
    Due,
    Fact,
    Facts,
    Hedge,
    Mention,
    Report,
    Theme,
)
from ecoanalysis.model.resolution import (
    Adoption,
    Diagnostic,
    DraftMark,
    Footnote,
    Paragraph,
    Resolution,
    Span,
    Sponsor,
    Subject,
    Vote,
)
from ecoanalysis.model.shape import from_row
from ecoanalysis.tables.columns import DERIVED_TABLES, FACT_TABLES, Table
from ecoanalysis.tables.derived import derive

Row = dict[str, Any]
Rows = Iterator[tuple[Row, Any]]
"""What a table derives for each of its rows, and the noun that has the rest."""

Tables = Mapping[str, pl.DataFrame]


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
    frames = fact_tables(facts, terms=terms)
    return frames | {name: derive(name, frames) for name in DERIVED_TABLES}


def fact_tables(facts: Iterable[Facts], *, terms: bool = True) -> dict[str, pl.DataFrame]:
    """Return the tables of facts alone: what is kept of a document (``derive`` makes the others of them)."""
    rows: dict[str, list[Row]] = {name: [] for name in FACT_TABLES}
    for each in facts:
        key = _key(each)
        for name, make in _ROWS.items():
            if terms or name != "terms":
                table = FACT_TABLES[name]
                rows[name].extend(key | _row(table, derived, noun) for derived, noun in make(each))
    return {name: pl.DataFrame(rows[name], schema=table.schema) for name, table in FACT_TABLES.items()}


def _row(table: Table, derived: Row, noun: Any) -> Row:
    row = {column.name: _cell(column.member.of(noun)) for column in table.columns if column.member}
    return row | derived


def _cell(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


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


# Rows, a table each


def _documents(facts: Facts) -> Rows:
    document = facts.resolution.document
    yield {"characters": len(document.raw), "diagnostics": len(facts.diagnostics)}, document


def _resolutions(facts: Facts) -> Rows:
    adoption = facts.resolution.adoption
    counts = {name: getattr(adoption, name, None) for name in ("yes", "no", "abstain")}
    yield {"adoption": adoption and adoption.mode, **counts}, facts.resolution


def _paragraphs(facts: Facts) -> Rows:
    for paragraph in facts.resolution.paragraphs:
        yield {"offsets": _runs(paragraph.offsets)}, paragraph


def _footnotes(facts: Facts) -> Rows:
    for note in facts.resolution.footnotes:
        yield {"offsets": _runs(note.offsets), "position": note.position}, note


def _clauses(facts: Facts) -> Rows:
    from ecoanalysis.lexicon.bodies import registry

    sections, bodies = _sections(facts), registry()
    for clause in facts.clauses:
        section = sections[clause.paragraph]
        yield (
            {
                "section": section,
                "hedges": [hedge.surface for hedge in clause.softened_by],
                "intensifiers": [word.surface for word in clause.intensifiers],
                "continuity": [word.surface for word in clause.continuity],
                "act_start": clause.act and clause.act.start,
                "act_end": clause.act and clause.act.end,
                "mandate": mandate(clause, section, bodies.is_united_nations),
            },
            clause,
        )


def _place(clause: Clause) -> Row:
    return {"paragraph": clause.paragraph, "index": clause.index}


def _reports(facts: Facts) -> Rows:
    for clause in facts.clauses:
        if clause.report:
            yield _place(clause) | {"start": clause.start, "end": clause.end}, clause.report


def _dues(facts: Facts) -> Rows:
    for clause in facts.clauses:
        for due in clause.report.dues if clause.report else ():
            yield _place(clause), due


def _deadlines(facts: Facts) -> Rows:
    for clause in facts.clauses:
        if clause.deadline:
            yield _place(clause) | {"start": clause.start, "end": clause.end}, clause.deadline


def _addressees(facts: Facts) -> Rows:
    for clause in facts.clauses:
        for order, addressee in enumerate(clause.addressees, 1):
            yield _place(clause) | {"order": order}, addressee


def _antecedents(facts: Facts) -> Rows:
    for clause in facts.clauses:
        for order, addressee in enumerate(clause.addressees, 1):
            for antecedent in addressee.antecedents:
                yield _place(clause) | {"order": order}, antecedent


def _modifiers(facts: Facts) -> Rows:
    for clause in facts.clauses:
        for hedge in clause.hedges:
            yield _place(clause) | {"kind": "hedge"}, hedge
        for kind, words in (("intensifier", clause.intensifiers), ("continuity", clause.continuity)):
            for word in words:
                yield _place(clause) | {"kind": kind}, Hedge(word.start, word.end, word.surface)


def _agencies(facts: Facts) -> Rows:
    sections = _sections(facts)
    for mention in facts.agencies:
        yield {"section": sections.get(mention.paragraph or "", "footnote")}, mention


def _themes(facts: Facts) -> Rows:
    sections = _sections(facts)
    for theme in facts.themes:
        yield (
            {
                "section": sections[theme.paragraph],
                "terms": [term.surface for term in theme.evidence],
                "starts": [term.start for term in theme.evidence],
                "ends": [term.end for term in theme.evidence],
            },
            theme,
        )


def _terms(facts: Facts) -> Rows:
    from ecoanalysis.extract.terms import count_terms

    for paragraph in facts.resolution.paragraphs:
        for term, count in count_terms(paragraph.text, facts.resolution.language).items():
            yield {"paragraph": paragraph.id, "term": term, "count": count}, None


def _votes(facts: Facts) -> Rows:
    registered = states()
    for vote in facts.resolution.votes:
        state = registered.get(vote.country or "")
        yield {"m49": state and state.m49, "cow": state and state.cow}, vote


def _just(nouns: Callable[[Facts], Iterable[Any]]) -> Callable[[Facts], Rows]:
    """Rows of a table that derives nothing."""
    return lambda facts: (({}, noun) for noun in nouns(facts))


_ROWS: Mapping[str, Callable[[Facts], Rows]] = {
    "documents": _documents,
    "resolutions": _resolutions,
    "subjects": _just(lambda facts: facts.resolution.subjects),
    "votes": _votes,
    "sponsors": _just(lambda facts: facts.resolution.sponsorship),
    "paragraphs": _paragraphs,
    "footnotes": _footnotes,
    "marks": _just(lambda facts: facts.resolution.marks),
    "clauses": _clauses,
    "reports": _reports,
    "dues": _dues,
    "deadlines": _deadlines,
    "addressees": _addressees,
    "antecedents": _antecedents,
    "modifiers": _modifiers,
    "agencies": _agencies,
    "citations": _just(lambda facts: facts.citations),
    "themes": _themes,
    "dates": _just(lambda facts: facts.dates),
    "terms": _terms,
    "diagnostics": _just(lambda facts: facts.diagnostics),
}


def mandate(clause: Clause, section: str, united_nations: Callable[[str], bool]) -> str | None:
    """Return the narrowest of the nested mandate sets (codebook, Mandate) that a clause belongs to.

    ``M2`` is addressed to a United Nations entity, or gives one work; ``M1`` has an addressee; ``M0`` is any other
    operative directive or decision; None is no mandate.
    """
    if section == "preamble" or clause.class_ not in ("DIR", "DEC"):
        return None
    if any(map(united_nations, clause.bodies)):
        return "M2"
    if clause.class_ == "DIR" and any(addressee.kind != "unspecified" for addressee in clause.addressees):
        return "M1"
    return "M0"


# Where the characters of a passage stand: unbroken runs instead of a number a character


def _runs(offsets: Sequence[int]) -> list[int]:
    """Runs of consecutive offsets, as pairs: where the run begins in the text, and where in the raw text."""
    breaks = [place + 1 for place, (here, then) in enumerate(pairwise(offsets)) if then != here + 1]
    return [number for place in ((0, *breaks) if offsets else ()) for number in (place, offsets[place])]


def offsets_of(runs: Sequence[int] | None, length: int) -> Sequence[int]:
    if not runs:
        return ()
    places, starts = runs[::2], runs[1::2]
    if len(places) == 1:
        return range(starts[0], starts[0] + length)
    ends = (*places[1:], length)
    return [start + step for place, start, end in zip(places, starts, ends, strict=True) for step in range(end - place)]


# The way back


def from_tables(tables: Tables, document: str, part: int = 1) -> Facts:
    """Return the facts of one resolution of a document as tables hold them: all but the raw text and its marks.

    Where the tables were made without text, the words of every passage are empty.

    Examples
    --------
    >>> from ecoanalysis.editions import read_editions
    >>> tables = read_editions()
    >>> key = tables["documents"].filter(symbol="A/RES/79/330", language="en").select("document", "part").row(0)
    >>> facts = from_tables(tables, *key)
    >>> facts.resolution.symbol, len(facts.clauses), facts.resolution.paragraph("1").text
    ('A/RES/79/330', 75, '')
    """
    rows = {name: tables[name].filter(document=document, part=part).to_dicts() for name in _present(tables)}
    return _facts(rows, document, part)


def all_from_tables(tables: Tables) -> list[Facts]:
    """Return the facts of every resolution that tables hold, in the order of the table ``documents``."""
    rows = {name: grouped(tables[name], "document", "part") for name in _present(tables)}
    keys = tables["documents"].select("document", "part").rows()
    return [_facts({name: groups.get(key, []) for name, groups in rows.items()}, *key) for key in keys]


def _present(tables: Tables) -> list[str]:
    """The tables that facts are made of: a mapping may load, or derive, each that it is asked for."""
    return [name for name in FACT_TABLES if name != "terms" and name in tables]


def grouped(frame: pl.DataFrame, *columns: str) -> dict[tuple[Any, ...], list[Row]]:
    """Return the rows of a table by their values in some columns, each group in the table's order."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for key, row in zip(frame.select(columns).rows(), frame.rows(named=True), strict=True):
        groups.setdefault(key, []).append(row)
    return groups


def _facts(rows: Mapping[str, list[Row]], document: str, part: int) -> Facts:
    diagnostics = _nouns(Diagnostic, rows, "diagnostics")
    return Facts(
        resolution=_resolution(rows, document, part),
        clauses=tuple(clauses_of(rows)),
        agencies=_nouns(Mention, rows, "agencies"),
        citations=_nouns(Citation, rows, "citations", symbol="cited"),
        themes=tuple(from_row(Theme, row, evidence=_evidence(row)) for row in rows["themes"]),
        dates=_nouns(DateMention, rows, "dates"),
        diagnostics=diagnostics,
    )


def clauses_of(rows: Mapping[str, list[Row]]) -> list[Clause]:
    """Return the clauses that the rows of one resolution hold."""
    parts = {name: _by_clause(rows.get(name, ())) for name in _CLAUSE_PARTS}
    return [_clause(row, {name: groups.get(_clause_key(row), []) for name, groups in parts.items()})
            for row in rows["clauses"]]  # fmt: skip


_CLAUSE_PARTS = ("modifiers", "addressees", "antecedents", "reports", "dues", "deadlines")


def _clause_key(row: Row) -> tuple[str, int]:
    return row["paragraph"], row["index"]


def _by_clause(rows: Iterable[Row]) -> dict[tuple[str, int], list[Row]]:
    groups: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        groups.setdefault(_clause_key(row), []).append(row)
    return groups


def _nouns(noun: type, rows: Mapping[str, list[Row]], table: str, **renamed: str) -> tuple[Any, ...]:
    """The nouns that the rows of a table hold; ``renamed`` says which column holds a member of another name."""
    return tuple(
        from_row(noun, row | {name: row[column] for name, column in renamed.items()}) for row in rows.get(table, ())
    )


def _evidence(row: Row) -> tuple[Fact, ...]:
    return tuple(Fact(*place) for place in zip(row["starts"], row["ends"], row["terms"], strict=True))


def _resolution(rows: Mapping[str, list[Row]], document: str, part: int) -> Resolution:
    (row,), (file,) = rows["resolutions"], rows["documents"]
    adoption = row["adoption"] and Adoption(row["adoption"], row["yes"], row["no"], row["abstain"])
    return from_row(
        Resolution,
        row,
        document=Document("", document, file["path"], file["format"], row["language"]),
        part=part,
        adoption=adoption,
        paragraphs=tuple(map(_paragraph, rows["paragraphs"])),
        footnotes=tuple(map(_footnote, rows["footnotes"])),
        diagnostics=_nouns(Diagnostic, rows, "diagnostics"),
        subjects=_nouns(Subject, rows, "subjects"),
        votes=_nouns(Vote, rows, "votes"),
        sponsorship=_nouns(Sponsor, rows, "sponsors"),
        marks=_nouns(DraftMark, rows, "marks"),
    )


def _paragraph(row: Row) -> Paragraph:
    text = row["text"] or ""
    shown = row | {"id": row["paragraph"], "part": row["section"], "text": text}
    return from_row(Paragraph, shown, offsets=offsets_of(row.get("offsets"), len(text)))


def _footnote(row: Row) -> Footnote:
    text = row["text"] or ""
    offsets = offsets_of(row.get("offsets"), len(text))
    return from_row(Footnote, row | {"text": text}, offsets=offsets, position=row.get("position"))


def _clause(row: Row, parts: Mapping[str, list[Row]]) -> Clause:
    words: dict[str, list[Row]] = {"hedge": [], "intensifier": [], "continuity": []}
    for modifier in parts["modifiers"]:
        words[modifier["kind"]].append(modifier)
    dues = tuple(from_row(Due, due) for due in parts["dues"])
    return from_row(
        Clause,
        row | {"quote": row["quote"] or ""},
        hedges=tuple(from_row(Hedge, word | {"kind": word["hedge_kind"]}) for word in words["hedge"]),
        intensifiers=tuple(from_row(Fact, word) for word in words["intensifier"]),
        continuity=tuple(from_row(Fact, word) for word in words["continuity"]),
        addressees=tuple(_addressee(party, parts["antecedents"]) for party in parts["addressees"]),
        report=next((from_row(Report, report, dues=dues) for report in parts["reports"]), None),
        deadline=next((from_row(Deadline, deadline) for deadline in parts["deadlines"]), None),
        act=None if row["act_start"] is None else Span(row["act_start"], row["act_end"]),
    )


def _addressee(row: Row, antecedents: Iterable[Row]) -> Addressee:
    stands_for = tuple(from_row(Antecedent, each) for each in antecedents if each["order"] == row["order"])
    return from_row(Addressee, row, antecedents=stands_for)
