"""Editions shipped as facts: no text among them, the same links as with it, and up to date with the texts."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import polars as pl
import pytest

import ecoanalysis as eco
from ecoanalysis.editions import (
    FOLDER,
    editions_at_hand,
    read_editions,
    shipped_editions,
    write_editions,
)
from ecoanalysis.errors import ComparisonError, CorpusError
from ecoanalysis.lexicon import load
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.named_comparison import compare_named
from ecoanalysis.recurring.at_hand import facts_of, open_series, write_series
from ecoanalysis.recurring.recognise import find_series
from ecoanalysis.tables import EDITION_TABLES, SERIES_TABLES, TABLES

ROOT = Path(__file__).resolve().parents[2]


def seen(found: Comparison) -> list[object]:
    """What a comparison says, its words aside."""
    return [
        (link.old, link.new, link.similarity, [(c.type, c.by, c.ladders) for c in link.changes]) for link in found.links
    ]


def test_the_eco_series_is_there_from_1995_to_2025() -> None:
    series = open_series("eco")
    assert series.languages == ("en", "zh")
    listed = [edition["symbol"] for edition in load("facts/series")["series"][0]["editions"]]
    assert list(series.symbols) == listed
    assert len(listed) == 19


def test_the_lexicon_and_the_facts_agree_on_every_edition() -> None:
    rows = {row["symbol"]: row for row in read_editions()["resolutions"].filter(language="en").iter_rows(named=True)}
    cited = read_editions()["citations"].filter(language="en").group_by("symbol").agg("cited")
    documents = dict(cited.iter_rows())
    entry = load("facts/series")["series"][0]
    for edition in (entry["founding"], *entry["editions"]):
        row = rows[edition["symbol"]]
        for name in ("adopted_on", "meeting", "agenda_item", "adoption", "yes", "no", "abstain"):
            assert row[name] == edition.get(name), (edition["symbol"], name)
        assert edition.get("report") in {None, *documents.get(edition["symbol"], ())}


def test_no_shipped_table_holds_text() -> None:
    tables = read_editions()
    for name, column in (("paragraphs", "text"), ("footnotes", "text"), ("clauses", "quote")):
        assert tables[name][column].null_count() == tables[name].height
    for name, frame in tables.items():
        texts = frame.select(pl.col(pl.String).exclude("document", "shingles"))
        longest = max((texts[column].str.len_chars().max() or 0 for column in texts.columns), default=0)
        assert isinstance(longest, int)
        assert longest <= 310, name  # the names of the secretariats of four conventions are the longest string
    assert not any("/" in path for path in tables["documents"]["path"])


def test_every_shipped_table_has_its_schema_and_one_key() -> None:
    for name, frame in read_editions().items():
        assert frame.schema == {**TABLES, **EDITION_TABLES}[name].schema
        assert frame["document"].null_count() == frame["part"].null_count() == 0


def test_an_edition_from_tables_compares_as_the_one_from_its_text(tmp_path: Path) -> None:
    raw = eco.sample().raw
    texts = [raw, raw.replace("敦促", "邀请").replace("第七十七届", "第七十八届").replace("75/324", "76/324")]
    facts = [eco.extract_facts(eco.parse_resolution(eco.read_text(text))) for text in texts]
    write_editions(facts, tmp_path)
    bare = shipped_editions(tmp_path)
    assert [edition.has_text for edition in bare] == [False, False]
    whole = [eco.to_edition(one) for one in facts]
    assert seen(eco.compare_editions(*bare)) == seen(eco.compare_editions(*whole))
    assert seen(eco.compare_editions(bare[0], whole[1])) == seen(eco.compare_editions(*whole))
    changed = [c for link in eco.compare_editions(*bare).links for c in link.changes]
    assert [(c.type, c.old and c.old.text, c.new and c.new.text) for c in changed] == [("weakened", "敦促", "邀请")]


def test_a_draft_is_compared_with_an_edition_whose_text_is_not_here(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(eco.sample().raw.replace("敦促", "邀请"), encoding="utf-8")
    found = compare_named(str(draft), "A/RES/77/330")
    assert (found.old.has_text, found.new.has_text, found.new.language) == (True, False, "zh")
    assert seen(found) != seen(compare_named("A/RES/75/324", "A/RES/77/330"))


def test_force_changes_of_one_language_are_flagged() -> None:
    found = compare_named("A/RES/75/324", "A/RES/77/330", language="zh")
    assert any(change.variance for link in found.links for change in link.changes)


@pytest.mark.parametrize(
    ("old", "new", "language", "error", "message"),
    [
        (
            "A/RES/50/1",
            "A/RES/99/1",
            "",
            CorpusError,
            r"A/RES/99/1: no such file, and no edition at hand .* A/RES/50/1",
        ),
        ("draft.txt", "A/RES/50/1", "", ComparisonError, r"draft\.txt is in zh and A/RES/50/1 is in en"),
    ],
)
def test_what_cannot_be_compared_is_one_clear_error(
    old: str,
    new: str,
    language: str,
    error: type[Exception],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text(eco.sample().raw, encoding="utf-8")
    with pytest.raises(error, match=message):
        compare_named(old, new, "", language)


def test_a_text_of_the_corpus_stands_for_the_shipped_facts() -> None:
    at_hand = editions_at_hand()
    (here,) = [one for one in at_hand if (one.symbol, one.language) == ("A/RES/75/324", "zh")]
    assert here.has_text
    tables = facts_of(open_series("eco"), language="zh")
    words = tables["paragraphs"].filter(symbol="A/RES/75/324")["text"]
    assert words.null_count() == 0


def test_a_series_of_a_users_own_folder_needs_no_line_of_code(tmp_path: Path) -> None:
    raw = eco.sample().raw.replace("经济合作组织", "湖泊合作组织").replace("75/324", "75/24")
    for name, text in (("old", raw), ("new", raw.replace("75/24", "77/12"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    own = [series for series in find_series(editions_at_hand(tmp_path)) if series.id != "eco"]
    assert [series.symbols for series in own] == [("A/RES/75/24", "A/RES/77/12")]


def test_a_series_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(CorpusError, match=r"lakes: no such series at hand; the nearest are: eco"):
        open_series("lakes")


@pytest.mark.slow
def test_the_shipped_links_are_what_the_shipped_facts_give_today(tmp_path: Path) -> None:
    made = write_series("eco", tmp_path)
    stale = [path.name for path in made if path.read_bytes() != (FOLDER / path.name).read_bytes()]
    assert stale == [], "python tools/editions.py DIR renews them"
    surfaces = pl.read_ndjson(FOLDER / "changes.jsonl", schema=SERIES_TABLES["changes"].schema)
    assert surfaces.select(pl.col("old_surface", "new_surface").str.len_chars().max()).row(0) < (141, 141)


@pytest.mark.slow
def test_the_shipped_facts_are_what_the_texts_give_today(shared: Path, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("editions_tool", ROOT / "tools" / "editions.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    made = write_editions([tool.facts(path) for path in tool.sources(shared)], tmp_path)
    stale = [path.name for path in made if path.read_bytes() != (FOLDER / path.name).read_bytes()]
    assert stale == [], "python tools/editions.py DIR renews them"


def test_a_column_that_the_shipped_facts_lack_is_said_and_not_taken_for_empty(tmp_path: Path) -> None:
    write_editions([eco.extract_facts(eco.parse_resolution(eco.sample()))], tmp_path)
    assert read_editions(tmp_path)["clauses"].height > 0
    path = tmp_path / "clauses.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"lemma":', '"word":'), encoding="utf-8")
    read_editions.cache_clear()
    with pytest.raises(CorpusError, match=r"clauses.jsonl: no column lemma, .*; renew it"):
        read_editions(tmp_path)
