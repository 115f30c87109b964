"""Folders and archives: every document in them, by what it is; what cannot be read is named and stops nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import ecoanalysis as eco
from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.model.document import Document
from ecoanalysis.read import inflate, walk

TEXT = eco.sample().raw.encode()


def archive(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def seen(path: Path) -> list[tuple[str, str]]:
    """Each source below a folder, and its size or what is wrong with it."""
    return [
        (Path(one.path).relative_to(path).as_posix(), str(one.error or len(one.data)).removeprefix(f"{one.path}: "))
        for one in walk.walk(path)
    ]


def test_a_folder_is_walked_whatever_its_files_are_called(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "no-suffix").write_bytes(TEXT)
    (tmp_path / "a.pdf").write_bytes(TEXT)
    (tmp_path / ".hidden").write_bytes(TEXT)
    (tmp_path / "manifest.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "c.zip").write_bytes(archive({"x/y.txt": TEXT, "x/": b"", "__MACOSX/y.txt": b"0"}))
    size = str(len(TEXT))
    assert seen(tmp_path) == [("a.pdf", size), ("b/no-suffix", size), ("c.zip/x/y.txt", size)]
    symbols = [eco.parse_resolution(one).symbol for one in eco.read_documents(tmp_path) if isinstance(one, Document)]
    assert symbols == ["A/RES/75/324"] * 3


def test_archives_within_archives_are_opened_three_deep(tmp_path: Path) -> None:
    data = archive({"a.txt": TEXT})
    for name in ("one.zip", "two.zip", "three.zip"):
        data = archive({name: data})
    (tmp_path / "deep.zip").write_bytes(data)
    assert seen(tmp_path) == [("deep.zip/three.zip/two.zip/one.zip", "archives within archives; unpack it first")]
    (tmp_path / "deep.zip").write_bytes(archive({"two.zip": archive({"one.zip": archive({"a.txt": TEXT})})}))
    assert [name for name, _ in seen(tmp_path)] == ["deep.zip/two.zip/one.zip/a.txt"]


def test_a_member_that_names_a_way_out_is_read_and_nothing_is_written(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "bad.zip").write_bytes(archive({"../../out.txt": TEXT}))
    (source,) = walk.walk(inside)
    assert source.data == TEXT
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["bad.zip", "inside"]


def test_what_inflates_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inflate, "LIMIT", 2 << 20)
    monkeypatch.setattr(walk, "LIMIT", 2 << 20)
    one = b"0" * (1 << 20)
    (tmp_path / "bomb.zip").write_bytes(archive({"a.txt": one + one + one, "b.txt": one, "c.txt": one, "d.txt": one}))
    assert seen(tmp_path) == [
        ("bomb.zip/a.txt", "a.txt inflates to more than 2 MiB; refused"),
        ("bomb.zip/b.txt", str(len(one))),
        ("bomb.zip/c.txt", str(len(one))),
        ("bomb.zip", "inflates to more than 2 MiB; unpack it and name the folder"),
    ]


def test_what_is_damaged_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = archive({"a.txt": TEXT, "b.txt": TEXT})
    at = whole.index(b"b.txt") + 200
    (tmp_path / "half.zip").write_bytes(whole[:at] + b"\0\0\0\0" + whole[at + 4 :])
    (tmp_path / "no.zip").write_bytes(whole[:100])
    assert seen(tmp_path) == [
        ("half.zip/a.txt", str(len(TEXT))),
        ("half.zip/b.txt", "damaged (b.txt cannot be unpacked); fetch it again"),
        ("no.zip", "a damaged archive; fetch it again"),
    ]


def test_a_missing_path_is_one_error(tmp_path: Path) -> None:
    (found,) = eco.read_documents(tmp_path / "nothing")
    assert isinstance(found, UnreadableDocumentError)
    assert "no such file" in str(found)


@pytest.mark.slow
def test_extract_takes_a_folder_and_says_what_it_could_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive({"in.txt": TEXT, "picture.png": b"\x89PNG\r\n\x1a\n\0\0"}))
    (tmp_path / "b.txt").write_text("no resolution at all", encoding="utf-8")
    command = [sys.executable, "-m", "ecoanalysis", "extract", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(Path(r["document"]["path"]).name, bool(r["resolution"])) for r in records] == [
        ("in.txt", True),
        ("b.txt", False),
    ]
    assert done.returncode == 3
    assert "picture.png: binary, not text" in done.stderr
