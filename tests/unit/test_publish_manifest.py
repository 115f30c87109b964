"""The manifest: what makes a page stale, and what does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from ecoanalysis.corpus import bundled, corpus_version
from ecoanalysis.files import replace_folder, write_sealed, write_text
from ecoanalysis.lexicon import load
from ecoanalysis.publish.manifest import (
    VERSION,
    Manifest,
    PageRecord,
    Sources,
    drop_damaged,
    facts_hash,
    page_inputs,
    read_manifest,
    remove_inside,
    seals,
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
    known = Manifest("plan", asdict(SOURCES), {page.address: PageRecord(page_inputs(page, SOURCES), "facts")})
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
    entry = PageRecord(page_inputs(page, SOURCES), "facts", failure="cell 2: ValueError")
    write_manifest(read_manifest(site).with_page(page.address, entry), site)
    assert found(page, site) == ["en/one.html"]


# what can happen to it

Captured = pytest.CaptureFixture[str]
ENTRY: dict[str, Any] = {"inputs": {}, "facts": "", "failure": ""}
EMPTY: dict[str, Any] = {"plan": "", "sources": {}, "pages": {}, "files": {}}
SEAL = {"size": 1, "hash": "0"}


def test_it_is_read_as_it_was_written(site: Path, capsys: Captured) -> None:
    before = read_manifest(site)
    assert before.pages
    write_manifest(before, site)
    assert read_manifest(site) == before
    assert capsys.readouterr().err == ""


def test_of_a_site_that_is_not_there_nothing_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert read_manifest(tmp_path / "site") == Manifest()
    assert capsys.readouterr().err == ""


def flip(text: str) -> str:
    return text.replace('"facts": "facts"', '"facts": "fects"')


DAMAGES: list[Callable[[str], str]] = [
    lambda text: "",
    lambda text: "[]",
    lambda text: "[" * 100_000,
    lambda text: '{"manifest": 1, "pages": {}, "plan": "", "sources": {}}',
    lambda text: text[: len(text) // 2],
    lambda text: text[:-1],
    lambda text: text + "}",
    flip,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_manifest_is_told_of_and_is_none(site: Path, damage: Callable[[str], str], capsys: Captured) -> None:
    path = site / "manifest.json"
    text = path.read_text(encoding="utf-8")
    assert damage(text) != text
    path.write_text(damage(text), encoding="utf-8")
    assert read_manifest(site) == Manifest()
    assert len(capsys.readouterr().err.splitlines()) == 1
    write_manifest(Manifest("plan"), site)
    assert read_manifest(site) == Manifest("plan")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("instead", ["folder", "loop", "nothing"])
def test_what_is_no_file_is_no_manifest(site: Path, instead: str, capsys: Captured) -> None:
    path = site / "manifest.json"
    write_text(site / "index.html", "the entry")
    path.unlink()
    if instead == "folder":
        (path / "inner").mkdir(parents=True)
    elif instead == "loop":
        path.symlink_to(path.name)
    assert read_manifest(site) == Manifest()
    assert len(capsys.readouterr().err.splitlines()) == 1
    write_manifest(Manifest("plan"), site)
    assert read_manifest(site) == Manifest("plan")


OUTSIDE = [
    *("../x.html", "../../x.html", "en/../../x.html", "..\\x.html", "en\\..\\..\\x.html", ".", "..", "./x.html"),
    *("/x.html", "//host/x.html", "C:/x.html", "C:x.html"),
    *("", "en/", "en//x.html", ".git/x.html", "en/x\n.html", "en/x\0.html"),
]
SHAPES: list[Any] = [
    [],
    "plan",
    {**EMPTY, "more": 1},
    {name: value for name, value in EMPTY.items() if name != "files"},
    {**EMPTY, "plan": 1},
    {**EMPTY, "sources": []},
    {**EMPTY, "sources": {"version": 1}},
    {**EMPTY, "pages": []},
    {**EMPTY, "pages": {"en/one.html": {**ENTRY, "x": 1}}},
    {**EMPTY, "pages": {"en/one.html": {**ENTRY, "inputs": []}}},
    {**EMPTY, "pages": {"en/one.html": {**ENTRY, "facts": None}}},
    {**EMPTY, "pages": {"manifest.json": ENTRY}},
    {**EMPTY, "files": {"en/one.html": 1}},
    {**EMPTY, "files": {"en/one.html": {"size": "1", "hash": ""}}},
    *({**EMPTY, "pages": {address: ENTRY}} for address in OUTSIDE),
    *({**EMPTY, "files": {address: SEAL}} for address in OUTSIDE),
]


@pytest.mark.parametrize("content", SHAPES)
def test_a_manifest_of_another_shape_is_none(site: Path, content: Any, capsys: Captured) -> None:
    """Its hash may be right: it must still not name what is not in the site."""
    write_sealed(site / "manifest.json", {**EMPTY, "pages": {"en/one.html": ENTRY}}, f"manifest {VERSION}")
    assert read_manifest(site).pages
    write_sealed(site / "manifest.json", content, f"manifest {VERSION}")
    assert read_manifest(site) == Manifest()
    assert capsys.readouterr().err.count("of another shape; all pages are made anew\n") == 1


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_outside_a_site_is_removed(tmp_path: Path, name: str) -> None:
    site = tmp_path / "outer" / "site"
    write_text(site / "en" / "one.html", "inside")
    for outside in (tmp_path / "x.html", tmp_path / "outer" / "x.html"):
        write_text(outside, "outside")
    remove_inside(site, name)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 3


def test_what_a_link_leads_to_outside_of_a_site_stays(tmp_path: Path) -> None:
    write_text(tmp_path / "outside" / "one.html", "outside")
    write_text(tmp_path / "site" / "zh" / "one.html", "inside")
    (tmp_path / "site" / "en").symlink_to(tmp_path / "outside")
    remove_inside(tmp_path / "site", "en/one.html")
    remove_inside(tmp_path / "site", "zh/one.html")
    assert [path.parent.name for path in tmp_path.rglob("*.html")] == ["outside"]


def altered(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] + b"!")


@pytest.mark.parametrize("name", ["en/one.html", "downloads/ecoanalysis-csv.zip", "assets/site.css"])
@pytest.mark.parametrize("damage", [altered, lambda path: path.write_bytes(b""), lambda path: path.unlink()])
def test_a_file_of_a_site_that_is_not_as_written_is_made_again(
    page: PagePlan, site: Path, name: str, damage: Callable[[Path], None], capsys: Captured
) -> None:
    write_text(site / "downloads" / "ecoanalysis-csv.zip", "an archive")
    write_text(site / "assets" / "site.css", "a style")
    write_text(site / "assets" / "readers.txt", "not the site's own")
    manifest = replace(read_manifest(site), files=seals([page.address], site))
    write_manifest(manifest, site)
    assert found(page, site) == []
    damage(site / name)
    assert found(page, site) == [name]
    drop_damaged(read_manifest(site), site)
    assert capsys.readouterr().err.count("\n") == 1
    assert not (site / name).exists() or name == "assets/site.css"  # which every build writes


def test_the_corpus_is_known_by_its_bytes(tmp_path: Path) -> None:
    shutil.copytree(bundled(), tmp_path / "copy")
    assert corpus_version(tmp_path / "copy") == corpus_version()
    [text] = (tmp_path / "copy").iterdir()
    text.write_bytes(text.read_bytes() + b"\n")
    assert corpus_version(tmp_path / "copy") != corpus_version()


WHY = [
    (None, "not made yet"),
    (PageRecord({"theme": "energy"}, failure="cell 3"), "failed last time"),
    (PageRecord({"parameters": {}, "notebook_sha256": "0", "corpus": "c"}), "notebook"),
    (PageRecord({"parameters": {"a": 1}, "notebook_sha256": "1", "corpus": "d"}), "parameters, corpus"),
    (PageRecord({"parameters": {}, "notebook_sha256": "1", "corpus": "c"}), ""),
]


@pytest.mark.parametrize(("entry", "why"), WHY)
def test_a_page_to_be_made_again_says_why(entry: PageRecord | None, why: str) -> None:
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
    site = load("interface/site")
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
