"""The manifest: what makes a page stale, and what does not."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from ecoanalysis.corpus import bundled, corpus_version
from ecoanalysis.files import replace_folder, write_text
from ecoanalysis.lexicon import load
from ecoanalysis.publish.manifest import (
    Entry,
    Manifest,
    Sources,
    facts_hash,
    page_inputs,
    read_manifest,
    stale,
    why_stale,
    write_manifest,
)
from ecoanalysis.publish.plan import PagePlan, Plan

SOURCES = Sources("1.0", "package", "lexicon", "corpus")


@pytest.fixture
def page(tmp_path: Path) -> PagePlan:
    notebook = tmp_path / "one.ipynb"
    notebook.write_text("{}")
    return PagePlan("one", "en", notebook, {"theme": "energy", "corpus": "/somewhere"}, "One", "", "")


@pytest.fixture
def site(tmp_path: Path, page: PagePlan) -> Path:
    site = tmp_path / "site"
    write_text(site / page.address, "a page")
    known = Manifest("plan", asdict(SOURCES), {page.address: Entry(page_inputs(page, SOURCES), "facts")})
    write_manifest(known, site)
    return site


def found(page: PagePlan, site: Path, sources: Sources = SOURCES, plan: str = "plan") -> list[str]:
    return stale(Plan(Path("plan.toml"), {"en": "T"}, (page,), plan), sources, read_manifest(site), site)


def test_nothing_changed_is_nothing_to_do(page: PagePlan, site: Path) -> None:
    assert found(page, site) == []


def test_the_folder_that_a_corpus_lies_in_does_not_matter(page: PagePlan, site: Path) -> None:
    assert found(replace(page, parameters={"theme": "energy", "corpus": "/elsewhere"}), site) == []


@pytest.mark.parametrize("field", ["version", "package", "lexicon", "corpus"])
def test_every_source_counts(page: PagePlan, site: Path, field: str) -> None:
    assert found(page, site, replace(SOURCES, **{field: "other"})) == ["en/one.html"]


def test_parameters_notebook_and_plan_count(page: PagePlan, site: Path) -> None:
    assert found(replace(page, parameters={"theme": "health"}), site) == ["en/one.html"]
    assert found(page, site, plan="other") == ["index.html"]
    page.notebook.write_text('{"cells": []}')
    assert found(page, site) == ["en/one.html"]


def test_a_missing_page_is_made_again(page: PagePlan, site: Path) -> None:
    (site / page.address).unlink()
    assert found(page, site) == ["en/one.html"]


def test_a_failed_page_is_tried_again(page: PagePlan, site: Path) -> None:
    entry = Entry(page_inputs(page, SOURCES), "facts", failure="cell 2: ValueError")
    write_manifest(read_manifest(site).with_page(page.address, entry), site)
    assert found(page, site) == ["en/one.html"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"manifest": 0}', '{"manifest": 1, "pages": {"a": {"x": 1}}}'])
def test_a_manifest_that_cannot_be_used_is_none(site: Path, text: str) -> None:
    (site / "manifest.json").write_text(text)
    assert read_manifest(site) == Manifest()


def test_it_is_read_as_it_was_written(site: Path) -> None:
    assert json.loads((site / "manifest.json").read_text())["manifest"] == 1
    before = read_manifest(site)
    write_manifest(before, site)
    assert read_manifest(site) == before


def test_the_corpus_is_known_by_its_bytes(tmp_path: Path) -> None:
    shutil.copytree(bundled(), tmp_path / "copy")
    assert corpus_version(tmp_path / "copy") == corpus_version()
    [text] = (tmp_path / "copy").iterdir()
    text.write_bytes(text.read_bytes() + b"\n")
    assert corpus_version(tmp_path / "copy") != corpus_version()


WHY = [
    (None, "not made yet"),
    (Entry({"theme": "energy"}, failure="cell 3"), "failed last time"),
    (Entry({"parameters": {}, "notebook_sha256": "0", "corpus": "c"}), "notebook"),
    (Entry({"parameters": {"a": 1}, "notebook_sha256": "1", "corpus": "d"}), "parameters, corpus"),
    (Entry({"parameters": {}, "notebook_sha256": "1", "corpus": "c"}), ""),
]


@pytest.mark.parametrize(("entry", "why"), WHY)
def test_a_page_to_be_made_again_says_why(entry: Entry | None, why: str) -> None:
    assert why_stale(entry, {"parameters": {}, "notebook_sha256": "1", "corpus": "c"}) == why


SAME = [
    ("<p>9 bodies</p>", "<div>\n9   <b>bodies</b>\n</div>", True),
    ("<p>9</p>", '<p>9</p><svg width="7"><text>axis</text></svg>', True),
    ("<p>9</p>", "<style>p {}</style><p>9</p>", True),
    ("<p>9</p>", "<p>10</p>", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_the_hash_of_the_facts_is_of_the_words_alone(one: str, other: str, same: bool) -> None:
    assert (facts_hash(one) == facts_hash(other)) is same


def test_the_site_says_the_same_things_in_both_languages() -> None:
    site = load("site")
    assert list(site["zh"]) == list(site["en"])


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    write_text(tmp_path / "new/a", "1")
    write_text(tmp_path / "new/failed/b", "2")
    write_text(tmp_path / "old/c", "3")
    replace_folder(tmp_path / "new", tmp_path / "old", "failed")
    assert [path.name for path in (tmp_path / "old").iterdir()] == ["a"]
    with pytest.raises(FileNotFoundError):
        replace_folder(tmp_path / "nowhere", tmp_path / "old")
    assert (tmp_path / "old/a").read_text() == "1"
