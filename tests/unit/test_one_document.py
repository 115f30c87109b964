"""One document never ends a run: what is wrong with it is one line, the others are done, and nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

import ecoanalysis as eco
from ecoanalysis.corpus.work import worker_pool
from ecoanalysis.errors import UnforeseenError, work_on
from ecoanalysis.read.walk import Source, walk

TEXT = """75/{number}. 湖泊

大会，

1. 请秘书长向大会第八十届会议提交报告；

2. 决定审议湖泊问题。

2020年9月9日
第1次全体会议
"""


def text(number: int) -> bytes:
    return TEXT.format(number=number).encode()


def zipped(*members: tuple[str, bytes]) -> bytes:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def sparse(folder: Path) -> None:
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(60 * 2**30)


def many_archives(folder: Path) -> None:
    inner = zipped(("b.txt", b"x " * 2**24))
    (folder / "many.zip").write_bytes(zipped(*((f"{number}.zip", inner) for number in range(12))))


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file of 60 GB that holds nothing": (sparse, "sparse.txt: 61,440 MiB, and no document has more than 200 MiB"),
    "a pipe that nobody writes": (lambda folder: os.mkfifo(folder / "pipe.txt"), "pipe.txt: a pipe or a device"),
    "a link to what is not there": (
        lambda folder: (folder / "link.txt").symlink_to("gone"),
        "link.txt: a link to what",
    ),
    "twelve archives in one": (many_archives, "many.zip: inflates to more than 200 MiB"),
    "a name that is no UTF-8": (
        lambda folder: Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_bytes(b"\0\1"),
        "caf\\xe9.txt: binary",
    ),
}


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="pipes, links and such names are not to be had there")
@pytest.mark.parametrize(
    ("spoil", "said"),
    [pytest.param(*case, id=name, marks=pytest.mark.slow if "archives" in name else ()) for name, case in BAD.items()],
)
def test_what_cannot_be_read_is_one_line_and_the_other_is_done(
    tmp_path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    (tmp_path / "good.txt").write_bytes(text(401))
    spoil(tmp_path)
    corpus = eco.open_corpus(tmp_path)
    assert corpus.editions() == ["A/RES/75/401"]
    causes = [cause for _, cause in corpus.failures if said in cause]
    assert len(causes) == 1
    assert "\n" not in causes[0]


def test_two_members_of_one_name_are_two_documents(tmp_path: Path) -> None:
    (tmp_path / "twice.zip").write_bytes(zipped(("a.txt", text(401)), ("a.txt", text(402))))
    corpus = eco.open_corpus(tmp_path)
    assert corpus.editions() == ["A/RES/75/401", "A/RES/75/402"]
    assert [Path(path).name for path in corpus.documents["path"]] == ["a.txt", "a.txt (2)"]
    assert [facts.resolution.symbol for facts in corpus.facts] == corpus.editions()


def test_a_file_that_goes_while_the_folder_is_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone.txt").write_bytes(text(401))
    (tmp_path / "good.txt").write_bytes(text(402))
    (tmp_path / "gone.txt").unlink()
    monkeypatch.setattr(
        "ecoanalysis.corpus.listing.walk", lambda folder: [*walk(folder), Source("gone.txt", text(401))]
    )
    corpus = eco.open_corpus(tmp_path)
    assert corpus.editions() == ["A/RES/75/402"]
    assert corpus.failures == (
        ("gone.txt", "gone.txt: changed or gone while the corpus was being read; open it again"),
    )


DATES = [
    ("于2020年9月31日前", "2020年9月31日"),
    ("于2021年2月29日前", "2021年2月29日"),
    ("于2020年13月前", "2020年13月"),
    ("by 31 September 2020", "31 September 2020"),
]


@pytest.mark.parametrize(("words", "no_date"), DATES)
def test_a_day_that_is_in_no_calendar_is_said_to_be_none(words: str, no_date: str) -> None:
    head = (
        "75/1. 湖泊\n\n大会，\n\n1. 请秘书长"
        if "年" in words
        else "75/1. Lakes\n\nThe General Assembly,\n\n1. Requests "
    )
    facts = eco.extract_facts(eco.parse_resolution(eco.read_text(f"{head}{words}提交报告。\n")))
    assert facts.dates == ()
    (doubt,) = [doubt for doubt in facts.diagnostics if doubt.code == "no-such-date"]
    assert facts.resolution.document.raw[doubt.start : doubt.end] == no_date


def test_full_width_digits_are_digits() -> None:
    (resolution,) = eco.parse_resolutions(
        eco.read_text(text(401).decode().replace("2020年9月9日", "２０２０年９月９日"))
    )
    assert resolution.adopted_on
    assert resolution.adopted_on.isoformat() == "2020-09-09"


def test_what_nobody_foresaw_is_the_documents_own_error_with_its_place() -> None:
    with (
        pytest.raises(
            UnforeseenError, match=r"^a\.txt: reading it failed \(AttributeError: .*, at read/__init__.py:\d+\); please"
        ),
        work_on("a.txt"),
    ):
        eco.read_text(None)  # type: ignore[arg-type]


PARENT = """
from ecoanalysis.corpus.work import worker_pool
import os, time
if __name__ == "__main__":
    with worker_pool(2) as pool:
        print(*{pool.submit(os.getpid).result() for _ in range(8)}, flush=True)
        time.sleep(60)
"""


@pytest.mark.slow
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    (tmp_path / "parent.py").write_text(PARENT)
    parent = subprocess.Popen([sys.executable, str(tmp_path / "parent.py")], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.1)
    pytest.fail(f"still there: {workers}")


def test_workers_are_there_to_be_used() -> None:
    with worker_pool(1) as pool:
        assert pool.submit(abs, -1).result() == 1
