"""Edition ⇄ tables: what two editions are compared by, with or without their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import polars as pl

from ecoanalysis.model.edition import Edition, EditionParagraph, Provision
from ecoanalysis.model.facts import Addressee, Antecedent, Clause, Deadline, Fact, Report
from ecoanalysis.model.resolution import Span
from ecoanalysis.tables.registry import EDITION_TABLES

Row = dict[str, Any]
_DIGITS = 3  # of a hash of a word

# What holds the text of an edition: left out where the package brings an edition's facts alone.
_WORDS = {"paragraphs": ("text",), "footnotes": ("text",), "clauses": ("quote",)}
_LEFT_OUT = ("terms", "diagnostics")
_NAME = 60  # characters up to which the topic of a report is a name rather than a passage


def edition_tables(editions: Iterable[Edition]) -> dict[str, pl.DataFrame]:
    """Return the tables ``fingerprints`` and ``provisions`` of editions: their words as hashes.

    Examples
    --------
    >>> import ecoanalysis as eco
    >>> edition = eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.sample())))
    >>> edition_tables([edition])["fingerprints"].height
    43
    """
    rows: dict[str, list[Row]] = {name: [] for name in EDITION_TABLES}
    for edition in editions:
        key = {
            "document": edition.sha256,
            "part": edition.part,
            "symbol": edition.symbol,
            "language": edition.language,
        }
        for paragraph in edition.paragraphs:
            rows["fingerprints"].append(
                key
                | {
                    "paragraph": paragraph.id,
                    "section": paragraph.part,
                    "start": paragraph.start,
                    "end": paragraph.end,
                    "characters": paragraph.characters,
                    "words": paragraph.words,
                    "slotless": paragraph.slotless,
                    "shingles": "".join(f"{one:0{_DIGITS}x}" for one in paragraph.shingles),
                }
            )
            for found in paragraph.provisions:
                rows["provisions"].append(
                    key
                    | {
                        "paragraph": paragraph.id,
                        "index": found.clause.index,
                        "first": found.first,
                        "last": found.last,
                        "framing": [at for part in found.framing for at in part],
                    }
                )
    return {name: pl.DataFrame(rows[name], schema=table.schema) for name, table in EDITION_TABLES.items()}


def without_text(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return fact tables without the words of the text: no paragraph, note or quote, no path of a machine.

    Names, verbs, hedges and noun phrases of addressees stay; the topic of a report stays where it is a short phrase.
    """
    bare = {name: frame for name, frame in tables.items() if name not in _LEFT_OUT}
    for name, columns in _WORDS.items():
        bare[name] = bare[name].with_columns(pl.lit(None, pl.String).alias(column) for column in columns)
    short = pl.col("topic").str.len_chars() <= _NAME
    bare["reports"] = bare["reports"].with_columns(pl.when(short).then("topic").alias("topic"))
    file = pl.col("path").str.replace_all("\\", "/", literal=True).str.split("/").list.last()
    bare["documents"] = bare["documents"].with_columns(file.alias("path"))
    return bare


def editions_of(tables: Mapping[str, pl.DataFrame]) -> list[Edition]:
    """Return the editions that tables describe, in the order of the table ``resolutions``; none of them has text."""
    groups = {name: _grouped(tables[name]) for name in (*_PER_PARAGRAPH, "fingerprints")}
    clauses = {name: _grouped(tables[name], "paragraph", "index") for name in _PER_PROVISION}
    return [_edition(row, groups, clauses) for row in tables["resolutions"].iter_rows(named=True)]


_PER_PARAGRAPH = ("clauses", "agencies", "citations", "themes")
PER_CLAUSE = ("modifiers", "addressees", "reports", "deadlines")
_PER_PROVISION = ("provisions", *PER_CLAUSE)
Key = tuple[Any, ...]
Groups = Mapping[str, Mapping[Key, list[Row]]]
T = TypeVar("T")


def _grouped(frame: pl.DataFrame, *columns: str) -> dict[Key, list[Row]]:
    groups: dict[Key, list[Row]] = {}
    for row in frame.iter_rows(named=True):
        groups.setdefault((row["document"], row["part"], *(row[column] for column in columns)), []).append(row)
    return groups


def _edition(row: Row, groups: Groups, by_clause: Groups) -> Edition:
    key = row["document"], row["part"]
    inside = {name: _by(groups[name].get(key, ()), "paragraph") for name in _PER_PARAGRAPH}
    return Edition(
        symbol=row["symbol"],
        language=row["language"],
        adopted_on=row["adopted_on"].isoformat() if row["adopted_on"] else None,
        title=row["title"],
        sha256=row["document"],
        paragraphs=tuple(_paragraph(found, inside, key, by_clause) for found in groups["fingerprints"].get(key, ())),
        part=row["part"],
    )


def _by(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def _paragraph(
    row: Row, inside: Mapping[str, Mapping[str, list[Row]]], key: Key, by_clause: Groups
) -> EditionParagraph:
    id = row["paragraph"]
    hashes = row["shingles"]
    return EditionParagraph(
        id=id,
        part=row["section"],
        start=row["start"],
        end=row["end"],
        characters=row["characters"],
        words=row["words"],
        slotless=row["slotless"],
        shingles=tuple(int(hashes[at : at + _DIGITS], 16) for at in range(0, len(hashes), _DIGITS)),
        provisions=tuple(
            _provision(
                clause, {name: groups.get((*key, id, clause["index"]), []) for name, groups in by_clause.items()}
            )
            for clause in inside["clauses"].get(id, ())
        ),
        agencies=frozenset(found["agency"] for found in inside["agencies"].get(id, ()) if found["agency"]),
        citations=frozenset(found["cited"] or found["surface"] for found in inside["citations"].get(id, ())),
        themes=frozenset(found["theme"] for found in inside["themes"].get(id, ())),
    )


def _provision(row: Row, parts: Mapping[str, list[Row]]) -> Provision:
    words = parts["provisions"][0]
    return Provision(_clause(row, parts), words["first"], words["last"], tuple(_pairs(words["framing"])))


def by_clause(rows: Iterable[Row]) -> dict[tuple[str, int], list[Row]]:
    """Return the rows of one resolution's table by the clause they belong to."""
    groups: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["paragraph"], row["index"]), []).append(row)
    return groups


def to_clause(row: Row, groups: Mapping[str, Mapping[tuple[str, int], list[Row]]]) -> Clause:
    """Return the clause that a row of the table ``clauses`` is, with what the other tables hold of it."""
    key = row["paragraph"], row["index"]
    return _clause(row, {name: groups.get(name, {}).get(key, []) for name in PER_CLAUSE})


def _clause(row: Row, parts: Mapping[str, list[Row]]) -> Clause:
    kinds = _by(parts["modifiers"], "kind")
    hedges, intensifiers, continuity = (
        tuple(Fact(found["start"], found["end"], found["surface"]) for found in kinds.get(kind, ()))
        for kind in ("hedge", "intensifier", "continuity")
    )
    return Clause(
        paragraph=row["paragraph"],
        index=row["index"],
        verb=Fact(row["verb_start"], row["verb_end"], row["verb"]),
        lemma=row["lemma"],
        cls=row["class"],
        band=row["band"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"] or "",
        hedges=hedges,
        intensifiers=intensifiers,
        continuity=continuity,
        addressees=tuple(_addressee(found) for found in parts["addressees"]),
        report=next((_report(found) for found in parts["reports"]), None),
        deadline=next((_deadline(found) for found in parts["deadlines"]), None),
    )


def _addressee(row: Row) -> Addressee:
    span = None if row["start"] is None else Span(row["start"], row["end"])
    antecedents = tuple(_antecedent(found) for found in row["antecedents"])
    return Addressee(row["surface"], span, row["agency"], row["kind"], row["role"], antecedents)


def _antecedent(written: str) -> Antecedent:
    start, _, end = written.partition("-")
    return Antecedent(int(start), int(end), None) if start.isdecimal() else Antecedent(0, 0, written)


def _report(row: Row) -> Report:
    names = ("reporter", "recipient", "topic", "due", "due_session", "due_date", "periodicity")
    return Report(**{name: row[name] for name in names})


def _deadline(row: Row) -> Deadline:
    return Deadline(row["kind"], row["due"], row["due_session"], row["due_date"])


def _pairs(flat: Iterable[T]) -> Iterator[tuple[T, T]]:
    ends = iter(flat)
    return zip(ends, ends, strict=True)
