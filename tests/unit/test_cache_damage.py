"""A cache is verified before it is believed: whatever happens to a file of it, the tables stay; a line tells of it."""

from __future__ import annotations

import errno
import marshal
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import ecoanalysis as eco
from ecoanalysis.corpus.store import FOLDER
from ecoanalysis.errors import CorpusError
from ecoanalysis.files import read_sealed, write_sealed
from ecoanalysis.lexicon.zh.rules import new_tokenizer
from ecoanalysis.tables import EDITION_TABLES, FACT_TABLES

TEXT = """United Nations
General Assembly
Resolution adopted by the General Assembly on 21 November 2016
71/{number}. Cooperation
The General Assembly,
Recalling its resolution 65/129 of 13 December 2010,
1. Takes note with appreciation of the report of the Secretary-General;
2. Urges the Office to submit a report on energy to the Assembly at its seventy-third session.
"""
FILES = sorted([*FACT_TABLES, *EDITION_TABLES])
Tables = dict[str, pl.DataFrame]
Damage = Callable[[Path], None]
Captured = pytest.CaptureFixture[str]


def write_documents(folder: Path) -> Path:
    folder.mkdir()
    for number in (16, 17):
        (folder / f"{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    return folder


def tables(folder: Path) -> Tables:
    corpus = eco.open_corpus(folder)
    return {**corpus.tables, **corpus.prints, "series": pl.DataFrame(corpus.remember("counts", lambda: {"clauses": 2}))}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Tables]:
    """A corpus, what its tables are, and beside it a copy of its cache."""
    folder = write_documents(tmp_path_factory.mktemp("whole") / "corpus")
    wanted = tables(folder)
    shutil.copytree(folder / FOLDER, folder.with_name("cache"))
    return folder, wanted


@pytest.fixture
def corpus(whole: tuple[Path, Tables]) -> Path:
    """The corpus with its cache as it was."""
    folder, _ = whole
    place = folder / FOLDER
    place.unlink() if place.is_symlink() or place.is_file() else shutil.rmtree(place)
    shutil.copytree(folder.with_name("cache"), place)
    return folder


def segment(corpus: Path) -> Path:
    (place,) = (corpus / FOLDER).glob("*/segments/*")
    return place


def remembered(corpus: Path) -> Path:
    (place,) = (corpus / FOLDER).glob("*/*.json")
    return place


# what can happen to a file


def delete(file: Path) -> None:
    file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


def truncate(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def truncate_by_one(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def lengthen(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b" x")


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def flip_first(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[0] ^= 0x80
    file.write_bytes(data)


def flip_last(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[-1] ^= 4
    file.write_bytes(data)


def swap(file: Path) -> None:
    """With the next file beside it, of another size or of the same."""
    others = sorted(other for other in file.parent.iterdir() if other.is_file() and other.name != file.name)
    other = next((other for other in others if other.name > file.name), others[0])
    data = file.read_bytes()
    file.write_bytes(other.read_bytes())
    other.write_bytes(data)


def make_folder(file: Path) -> None:
    file.unlink()
    (file / "inner").mkdir(parents=True)


def loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


DAMAGES = [delete, empty, truncate, flip, swap]
RARER = [truncate_by_one, lengthen, flip_first, flip_last, make_folder, loop]


def check(corpus: Path, wanted: Tables, lines: int, capfd: Captured) -> str:
    """The tables are as wanted and so many lines are said; then all is well again, and nothing is said."""
    capfd.readouterr()
    found = tables(corpus)
    said = capfd.readouterr()
    for name, table in wanted.items():
        assert found[name].equals(table), name
    assert said.out == ""
    assert len(said.err.splitlines()) == lines, said.err
    cache = eco.open_corpus(corpus).cache
    assert all(cache.read(table) for table in FILES)
    assert capfd.readouterr() == ("", "")
    return said.err


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", [*(f"{table}.parquet" for table in FILES), "index.json"])
def test_a_damaged_segment_is_told_of_and_read_again(
    corpus: Path, whole: tuple[Path, Tables], name: str, damage: Damage, capfd: Captured
) -> None:
    place = segment(corpus)
    damage(place / name)
    said = check(corpus, whole[1], 1, capfd)
    assert said.startswith(f"{place}: ")
    assert "its documents are read again" in said
    assert not place.exists()


@pytest.mark.parametrize("damage", RARER)
@pytest.mark.parametrize("name", ["clauses.parquet", "index.json"])
def test_so_it_is_whatever_the_damage(
    corpus: Path, whole: tuple[Path, Tables], name: str, damage: Damage, capfd: Captured
) -> None:
    damage(segment(corpus) / name)
    check(corpus, whole[1], 1, capfd)


@pytest.mark.parametrize("name", ["clauses.parquet", "index.json"])
def test_a_file_of_another_segment_is_damage(
    corpus: Path, whole: tuple[Path, Tables], name: str, capfd: Captured
) -> None:
    """Two segments that hold what there is, each alone."""
    place = segment(corpus)
    other = shutil.copytree(place, place.with_name("other"))
    index = read_sealed(place / "index.json", f"{place.parents[1].name}/{place.name}")
    write_sealed(other / "index.json", index, f"{place.parents[1].name}/other")
    (other / name).write_bytes((place / name).read_bytes() if name == "index.json" else b"PAR1")
    assert "other: " in check(corpus, whole[1], 1, capfd)


INDICES: list[Any] = [
    [],
    {},
    {"failures": {}, "seals": []},
    {"failures": {"a": 1}, "seals": {}},
    {"failures": {}, "seals": {"clauses": {"size": "1", "hash": "0"}}},
    {"failures": {}, "seals": {"clauses": {"size": 1, "hash": "0", "more": 1}}},
    {"failures": {}, "seals": {"../clauses": {"size": 1, "hash": "0"}}},
]


@pytest.mark.parametrize("index", INDICES)
def test_an_index_of_another_shape_is_damage(
    corpus: Path, whole: tuple[Path, Tables], index: Any, capfd: Captured
) -> None:
    place = segment(corpus)
    write_sealed(place / "index.json", index, f"{place.parents[1].name}/{place.name}")
    assert "of another shape" in check(corpus, whole[1], 1, capfd)


@pytest.mark.parametrize(("damage", "lines"), [(delete, 0), *((damage, 1) for damage in [*DAMAGES[1:], *RARER])])
def test_what_is_remembered_is_verified(
    corpus: Path, whole: tuple[Path, Tables], damage: Damage, lines: int, capfd: Captured
) -> None:
    """What is deleted is as what was never made: there is nothing to be told."""
    damage(remembered(corpus))
    check(corpus, whole[1], lines, capfd)


@pytest.mark.parametrize(("damage", "lines"), [*((damage, 0) for damage in DAMAGES[:2]), (make_folder, 1), (loop, 1)])
def test_a_lock_says_nothing_but_must_be_a_file(
    corpus: Path, whole: tuple[Path, Tables], damage: Damage, lines: int, capfd: Captured
) -> None:
    (lock,) = (corpus / FOLDER).glob("*/lock")
    lock.write_bytes(b"x")
    damage(lock)
    shutil.rmtree(segment(corpus))
    check(corpus, whole[1], lines, capfd)


# found late, or in what cannot be written


@pytest.mark.parametrize("damage", [*DAMAGES, make_folder, lambda file: shutil.rmtree(file.parent)])
def test_damage_to_an_open_corpus_is_told_of_where_the_table_is_read(
    corpus: Path, whole: tuple[Path, Tables], damage: Damage, capfd: Captured
) -> None:
    held = eco.open_corpus(corpus)
    part = held.only(held.documents["document"][:1])
    damage(segment(corpus) / "clauses.parquet")
    capfd.readouterr()
    assert part.clauses.equals(whole[1]["clauses"].filter(symbol="A/RES/71/16"))
    assert len(capfd.readouterr().err.splitlines()) == 1
    capfd.readouterr()
    check(corpus, whole[1], 0, capfd)
    assert held.clauses.equals(whole[1]["clauses"])


def test_a_document_that_has_gone_meanwhile_is_an_error_of_one_line(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "corpus")
    held = eco.open_corpus(folder)
    (folder / "16.txt").unlink()
    shutil.rmtree(segment(folder))
    with pytest.raises(CorpusError, match=r"16\.txt: changed while the corpus was being read"):
        held.clauses  # noqa: B018


def file_instead(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.write_text("a file")


def loop_instead(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    loop(file_instead(place) or place)


@pytest.mark.parametrize("instead", [file_instead, loop_instead])
@pytest.mark.parametrize("place", ["*", "*/segments", "*/working", "*/segments/*"])
def test_what_is_no_folder_inside_the_cache_goes(
    corpus: Path, whole: tuple[Path, Tables], place: str, instead: Damage, capfd: Captured
) -> None:
    found = next((corpus / FOLDER).glob(place))
    shutil.rmtree(segment(corpus).parent) if place == "*/working" else None
    instead(found)
    check(corpus, whole[1], 1, capfd)


@pytest.mark.parametrize("instead", [file_instead, loop_instead])
def test_what_is_no_folder_in_the_place_of_the_cache_stays(
    corpus: Path, whole: tuple[Path, Tables], instead: Damage, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: corpus.with_name("caches"))
    instead(corpus / FOLDER)
    capfd.readouterr()
    found = tables(corpus)
    assert capfd.readouterr().err.count("\n") == 1
    assert found["clauses"].equals(whole[1]["clauses"])
    assert os.path.lexists(corpus / FOLDER)
    assert not (corpus / FOLDER).is_dir()


@pytest.mark.parametrize("damage", [delete, flip])
def test_where_nothing_can_be_written_the_tables_are_the_same(
    corpus: Path, whole: tuple[Path, Tables], damage: Damage, capfd: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(segment(corpus) / "clauses.parquet")
    damage(remembered(corpus))
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if FOLDER in Path(target).parts:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    capfd.readouterr()
    found = tables(corpus)
    said = capfd.readouterr().err.splitlines()
    assert all(found[name].equals(table) for name, table in whole[1].items())
    assert any(
        "cannot be written (Read-only file system); what is read is kept for this run alone" in line for line in said
    )
    assert len(said) <= 3


@pytest.mark.slow
def test_what_lies_in_the_temporary_folder_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where jieba by itself keeps its dictionary."""
    word = "改善铁路"
    false = {word[:length]: 0 for length in range(1, len(word))} | {word: 10**9}
    (tmp_path / "jieba.cache").write_bytes(marshal.dumps((false, 10**9)))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert list(new_tokenizer().cut("请改善铁路连接")) == ["请", "改善", "铁路", "连接"]
