"""What always holds of the tables: rows are told apart, joins find their row, and facts come back as they went in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice
from pathlib import Path

import polars as pl
import pytest

import ecoanalysis as eco
from ecoanalysis.model.facts import Facts
from ecoanalysis.model.resolution import Footnote, Paragraph, Passage, Resolution
from ecoanalysis.tables import DERIVED_TABLES, TABLES, all_from_tables, from_tables, to_tables

CLAUSE = ["document", "part", "paragraph", "index"]
EVERY = 40  # documents of which one is tried here; all of them where tests are thorough


def documents(folder: Path, every: int) -> Iterator[Path]:
    """Real documents of every format."""
    for name in ("texts/zh", "texts/en", "unxml/zh", "unxml/en", "unxml6/fr", "pdf/en", "pdf/drafts"):
        yield from islice(sorted((folder / name).glob("*_*.*")), 0, None, every if "unxml" in name else every // 4)


def facts_in(paths: Iterator[Path]) -> list[Facts]:
    facts = []
    for path in paths:
        try:
            facts += [eco.extract_facts(each) for each in eco.parse_resolutions(eco.read_document(path))]
        except eco_error():
            continue
    return facts


def eco_error() -> type[Exception]:
    from ecoanalysis.errors import EcoanalysisError

    return EcoanalysisError


def check_keys(tables: dict[str, pl.DataFrame]) -> None:
    for name, table in TABLES.items():
        key = ["document", "part", *table.unique]
        twice = tables[name].filter(tables[name].select(key).is_duplicated())
        assert twice.is_empty(), f"{name}: {twice.select(key).head(3).rows()}"


def check_joins(tables: dict[str, pl.DataFrame]) -> None:
    """What belongs to a clause, a paragraph or an addressee finds it."""
    for name in ("reports", "dues", "deadlines", "addressees", "modifiers", "requests", "mandates"):
        assert tables[name].join(tables["clauses"], on=CLAUSE, how="anti").is_empty(), name
    for name in ("clauses", "themes", "dates"):
        on = ["document", "part", "paragraph"]
        assert tables[name].join(tables["paragraphs"], on=on, how="anti").is_empty(), name
    parties = tables["addressees"]
    assert tables["antecedents"].join(parties, on=[*CLAUSE, "order"], how="anti").is_empty()
    directives = tables["clauses"].filter(pl.col("class") == "DIR")
    assert tables["requests"].select(CLAUSE).unique().height == directives.height


def check_way_back(facts: list[Facts], tables: dict[str, pl.DataFrame]) -> None:
    for went, came in zip(facts, all_from_tables(tables), strict=True):
        assert comparable(came) == comparable(went)


def comparable(facts: Facts) -> tuple[object, ...]:
    """All of the facts but the raw text and what its format states, which no table has."""
    resolution = facts.resolution
    whole = replace(
        resolution,
        document=replace(resolution.document, raw="", marks=()),
        paragraphs=tuple(_plain(each) for each in resolution.paragraphs),
        footnotes=tuple(_plain(each) for each in resolution.footnotes),
        diagnostics=(),
    )
    return whole, *(getattr(facts, each.name) for each in fields(facts) if each.name != "resolution")


def _plain(passage: Passage) -> Passage:
    return replace(passage, offsets=list(passage.offsets))


def test_the_sample() -> None:
    facts = [eco.extract_facts(eco.parse_resolution(eco.sample()))]
    tables = to_tables(facts)
    check_keys(tables)
    check_joins(tables)
    check_way_back(facts, tables)
    resolution = from_tables(tables, facts[0].resolution.document.sha256).resolution
    assert isinstance(resolution, Resolution)
    assert {type(each) for each in resolution.paragraphs} == {Paragraph}
    assert {type(each) for each in resolution.footnotes} == {Footnote}
    assert set(DERIVED_TABLES) == {"requests", "mandates"}


@pytest.mark.thorough
@pytest.mark.shared
@pytest.mark.parametrize(
    "every",
    [
        pytest.param(EVERY, id="some", marks=pytest.mark.slow),
        pytest.param(1, id="all", marks=[pytest.mark.thorough, pytest.mark.slow]),
    ],
)
def test_documents_at_hand(shared: Path, every: int) -> None:
    facts = facts_in(documents(shared, max(every, 4)))
    assert len(facts) > 50
    tables = to_tables(facts, terms=False)
    check_joins(tables)
    check_way_back(facts, tables)
    check_keys(tables)
