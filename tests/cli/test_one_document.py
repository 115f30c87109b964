"""Folders of good and bad documents, as the commands do them: each bad one is one line, and the good one is done."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import warnings
import zipfile
from pathlib import Path

import nbformat
import pytest

from ecoanalysis.corpus import bundled

pytestmark = pytest.mark.thorough

SAMPLE = (bundled() / "A_RES_75_324.txt").read_text(encoding="utf-8")
FAULT = """
from ecoanalysis import parse

plain = parse.lay_out

def lay_out(document):
    if "FAULT" in document.raw:
        raise ValueError("odd")
    return plain(document)

parse.lay_out = lay_out
"""


def write(path: Path, text: str, number: int) -> None:
    path.write_text(text.replace("75/324", f"75/{number}"), encoding="utf-8")


def zeros(path: Path) -> None:
    """Twelve archives in one: a few kilobytes, and together more than may be inflated."""
    inner = path.with_name(".inner")
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", b" " * (21 << 20))
    with zipfile.ZipFile(path, "w") as made:
        for number in range(12):
            made.write(inner, f"{number:02}.zip")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Good documents, those that are to be read in spite of something, and one of each kind of bad ones."""
    folder = tmp_path_factory.mktemp("documents")
    write(folder / "good.txt", SAMPLE, 401)
    write(folder / os.fsdecode(b"na\xefve.txt"), SAMPLE, 402)
    write(folder / "impossible.txt", SAMPLE.replace("10月13日", "9月31日"), 403)
    write(folder / "wide.txt", SAMPLE.translate({0x30 + value: 0xFF10 + value for value in range(10)}), 404)
    with zipfile.ZipFile(folder / "twice.zip", "w") as made, warnings.catch_warnings(action="ignore"):
        for number in (405, 406):
            made.writestr("a.txt", SAMPLE.replace("75/324", f"75/{number}"))
    (folder / os.fsdecode(b"\xff.txt")).write_bytes(b"")
    write(folder / "fault.txt", SAMPLE + "FAULT", 499)
    os.mkfifo(folder / "pipe")
    (folder / "ring").symlink_to("ring")
    (folder / "sparse").touch()
    os.truncate(folder / "sparse", 60 << 30)
    zeros(folder / "zeros.zip")
    return folder


BAD = {
    "\\xff.txt": "empty",
    "fault.txt": "reading it failed (ValueError: odd, at parse/__init__.py:",
    "pipe": "a pipe or a device, not a file",
    "ring": "cannot be read (Too many levels of symbolic links)",
    "sparse": "61,440 MiB, and no document has more than 200 MiB",
    "zeros.zip": "inflates to more than 200 MiB",
}
DONE = ["A/RES/75/401", "A/RES/75/402", "A/RES/75/403", "A/RES/75/405", "A/RES/75/406"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which a document makes the program err."""
    (tmp_path / "sitecustomize.py").write_text(FAULT)
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ecoanalysis", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=600)


def told(lines: str, folder: Path) -> dict[str, str]:
    """What is said of the bad files; each of them once, and nothing else."""
    aside = ("reading documents ", f"{folder}/zeros.zip/")  # the bar, and the first members, which are empty
    rows = [line for line in lines.splitlines() if not line.startswith(aside)]
    assert all(row.startswith(f"{folder}/") for row in rows), lines
    found = dict(row.removeprefix(f"{folder}/").split(": ", 1) for row in rows)
    assert len(found) == len(rows), lines
    return found


def check(found: dict[str, str]) -> None:
    assert sorted(found) == sorted(BAD)
    for name, cause in BAD.items():
        assert found[name].startswith(cause)


def test_extract(folder: Path, environment: dict[str, str]) -> None:
    done = run(environment, "extract", folder)
    check(told(done.stderr, folder))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    symbols = [record["resolution"]["symbol"] for record in records]
    assert set(DONE) <= set(symbols)
    assert done.returncode == 2
    paths = [Path(record["document"]["path"]).name for record in records]
    assert "na\\xefve.txt" in paths
    [impossible] = [record for record in records if record["resolution"]["symbol"] == "A/RES/75/403"]
    doubts = [doubt for doubt in impossible["diagnostics"] if doubt["code"] == "no-such-date"]
    assert doubts
    assert {(doubt["level"], doubt["message"].partition(":")[0]) for doubt in doubts} == {("warning", "1993年9月31日")}
    assert "1993-09-31" not in json.dumps(impossible)
    [wide] = [record for record in records if Path(record["document"]["path"]).name == "wide.txt"]
    assert wide["dates"][0]["date"] == "1993-10-13"


def test_status(folder: Path, environment: dict[str, str], tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy", symlinks=True, ignore=shutil.ignore_patterns("pipe", "sparse"))
    os.mkfifo(copy / "pipe")
    (copy / "sparse").touch()
    os.truncate(copy / "sparse", 60 << 30)
    done = run(environment, "status", "--format", "json", "--corpus", copy)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    found = json.loads(done.stdout)
    check(told("\n".join(entry["cause"] for entry in found["set_aside"]), copy))
    assert set(DONE) <= {entry["symbol"] for entry in found["resolutions"]}
    assert run(environment, "status", "--corpus", copy).returncode == 2


@pytest.mark.parametrize("format", ["parquet", "akn"])
def test_export(folder: Path, environment: dict[str, str], tmp_path: Path, format: str) -> None:
    done = run(environment, "export", "--corpus", folder, "--to", tmp_path / "out", "--format", format)
    check(told(done.stderr, folder))
    assert done.returncode == 2
    names = {path.name for path in (tmp_path / "out").iterdir()}
    wanted = {f"A_RES_75_{number}.zh.xml" for number in (401, 402, 403, 405, 406)}
    assert (wanted if format == "akn" else {"clauses.parquet", "documents.parquet"}) <= names


def test_evaluate(folder: Path, environment: dict[str, str], tmp_path: Path) -> None:
    done = run(environment | {"COLUMNS": "500"}, "evaluate", "--no-misses", "--texts", folder)
    assert (done.returncode, done.stderr) == (2, "")
    rows = [line for line in done.stdout.splitlines() if f"{folder}/" in line]
    assert [row.split(": ")[1] for row in rows] == ["pipe", "ring", "sparse", "zeros.zip"]
    assert "1 of " in done.stdout


def test_compare(folder: Path, environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("fault.txt", "pipe", "sparse"):
        done = run(environment, "compare", folder / "good.txt", folder / name, "--corpus", bundled())
        [(bad, cause)] = told(done.stderr, folder).items()
        assert (bad, done.stdout, done.returncode) == (name, "", 2)
        assert cause.startswith(BAD[name])
    good = run(environment, "compare", folder / "good.txt", folder / os.fsdecode(b"na\xefve.txt"))
    assert (good.returncode, good.stderr) == (0, "")


def test_build(folder: Path, environment: dict[str, str], tmp_path: Path) -> None:
    cell = nbformat.v4.new_code_cell("corpus = language = ''", metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "one.ipynb")
    page = '[[page]]\nnotebook = "one.ipynb"\nname = "one"\ntitle = {zh = "一", en = "One"}\n'
    (tmp_path / "plan.toml").write_text('title = {zh = "题", en = "Title"}\n' + page, encoding="utf-8")
    done = run(environment, "build", "--plan", tmp_path / "plan.toml", "--corpus", folder)
    lines = [line for line in done.stderr.splitlines() if line.startswith(f"{folder}/")]
    check(told("\n".join(lines), folder))
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert (tmp_path / "site/zh/one.html").exists()
    assert "\\xff.txt: empty" in (tmp_path / "site/en/index.html").read_text(encoding="utf-8")


def test_an_empty_folder_and_a_name_too_long_are_one_line(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, cause in ((tmp_path / "empty", "holds no document"), ("x" * 5000, "cannot be read (File name too long)")):
        done = run(environment, "extract", name, bundled())
        assert done.returncode == 2
        [line] = done.stderr.splitlines()
        assert line == f"{name}: {cause}"
        assert json.loads(done.stdout)["resolution"]["symbol"] == "A/RES/75/324"
