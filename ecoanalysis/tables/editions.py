"""Edition ⇄ tables: what two editions are compared by, with or without their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import polars as pl

from ecoanalysis.model.edition import Edition, EditionParagraph, Provision
from ecoanalysis.model.resolution import Adoption
from ecoanalysis.tables.columns import DERIVED_TABLES, EDITION_TABLES, FACT_TABLES
from ecoanalysis.tables.facts import Row, clauses_of, grouped

T = TypeVar("T")
_DIGITS = 3  # of a hash of a word

# What holds the text of an edition: left out where the package brings an edition's facts alone.
_WORDS = {
    "paragraphs": ("text", "offsets"),
    "footnotes": ("text", "offsets"),
    "clauses": ("quote",),
    "marks": ("text",),
}
_LEFT_OUT = ("terms", "diagnostics", *DERIVED_TABLES)
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
            rows["fingerprints"].append(key | _fingerprint(paragraph))
            rows["provisions"] += [key | _words_covered(paragraph, provision) for provision in paragraph.provisions]
    return {name: pl.DataFrame(rows[name], schema=table.schema) for name, table in EDITION_TABLES.items()}


def _fingerprint(paragraph: EditionParagraph) -> Row:
    return {
        "paragraph": paragraph.id,
        "section": paragraph.part,
        "start": paragraph.start,
        "end": paragraph.end,
        "characters": paragraph.characters,
        "words": paragraph.words,
        "slotless": paragraph.slotless,
        "shingles": "".join(f"{shingle:0{_DIGITS}x}" for shingle in paragraph.shingles),
    }


def _words_covered(paragraph: EditionParagraph, provision: Provision) -> Row:
    return {
        "paragraph": paragraph.id,
        "index": provision.clause.index,
        "first": provision.first,
        "last": provision.last,
        "framing": [word for part in provision.framing for word in part],
    }


def without_text(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return fact tables without the words of the text: no paragraph, note or quote, no path of a machine.

    Names, verbs, hedges and noun phrases of addressees stay; the topic of a report stays where it is a short phrase.
    """
    bare = {name: frame for name, frame in tables.items() if name not in _LEFT_OUT}
    for name, columns in _WORDS.items():
        bare[name] = bare[name].with_columns(
            pl.lit(None, FACT_TABLES[name].schema[column]).alias(column) for column in columns
        )
    short = pl.col("topic").str.len_chars() <= _NAME
    bare["reports"] = bare["reports"].with_columns(pl.when(short).then("topic").alias("topic"))
    file = pl.col("path").str.replace_all("\\", "/", literal=True).str.split("/").list.last()
    bare["documents"] = bare["documents"].with_columns(file.alias("path"))
    return bare


def editions_of(tables: Mapping[str, pl.DataFrame]) -> list[Edition]:
    """Return the editions that tables describe, in the order of the table ``resolutions``; none of them has text."""
    names = [name for name in (*FACT_TABLES, *EDITION_TABLES) if name in tables]
    groups = {name: grouped(tables[name], "document", "part") for name in names}
    keys = [(row["document"], row["part"]) for row in tables["resolutions"].iter_rows(named=True)]
    return [_edition({name: rows.get(key, []) for name, rows in groups.items()}) for key in keys]


def _edition(rows: Mapping[str, list[Row]]) -> Edition:
    (row,) = rows["resolutions"]
    provisions = {(covered["paragraph"], covered["index"]): covered for covered in rows["provisions"]}
    by_paragraph: dict[str, list[Provision]] = {}
    for clause in clauses_of(rows):
        covered = provisions[clause.paragraph, clause.index]
        provision = Provision(clause, covered["first"], covered["last"], tuple(_pairs(covered["framing"])))
        by_paragraph.setdefault(clause.paragraph, []).append(provision)
    return Edition(
        symbol=row["symbol"],
        language=row["language"],
        adopted_on=row["adopted_on"].isoformat() if row["adopted_on"] else None,
        title=row["title"],
        sha256=row["document"],
        paragraphs=tuple(_paragraph(printed, rows, by_paragraph) for printed in rows["fingerprints"]),
        part=row["part"],
        session=row["session"],
        adoption=Adoption(row["adoption"], row["yes"], row["no"], row["abstain"]) if row["adoption"] else None,
    )


def word_hashes(written: str) -> tuple[int, ...]:
    """Return the hashes of a paragraph's words, given the column ``shingles``.

    Examples
    --------
    >>> word_hashes("aa3001")
    (2723, 1)
    """
    return tuple(int(written[place : place + _DIGITS], 16) for place in range(0, len(written), _DIGITS))


def _paragraph(
    row: Row, rows: Mapping[str, list[Row]], provisions: Mapping[str, Sequence[Provision]]
) -> EditionParagraph:
    id = row["paragraph"]
    inside = {name: [each for each in rows[name] if each["paragraph"] == id] for name in _NAMING}
    return EditionParagraph(
        id=id,
        part=row["section"],
        start=row["start"],
        end=row["end"],
        characters=row["characters"],
        words=row["words"],
        slotless=row["slotless"],
        shingles=word_hashes(row["shingles"]),
        provisions=tuple(provisions.get(id, ())),
        agencies=frozenset(mention["agency"] for mention in inside["agencies"] if mention["agency"]),
        citations=frozenset(citation["cited"] or citation["surface"] for citation in inside["citations"]),
        themes=frozenset(theme["theme"] for theme in inside["themes"]),
        dates=tuple(mention["date"] for mention in inside["dates"]),
    )


_NAMING = ("agencies", "citations", "themes", "dates")


def _pairs(flat: Iterable[T]) -> Iterator[tuple[T, T]]:
    ends = iter(flat)
    return zip(ends, ends, strict=True)
