"""Texts made to be hard end, too: no pattern backtracks without bound (``benchmarks/adversarial.py`` has them)."""

from __future__ import annotations

import contextlib
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from ecoanalysis.errors import UnreadableDocumentError
from ecoanalysis.read import read_bytes

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "adversarial.py"
FEW, MANY = 10_000, 50_000  # characters
PATIENCE = 300.0  # seconds for one batch, which takes less than ten: only a pattern gone wild exceeds it

NAMES = list(runpy.run_path(str(SCRIPT))["INPUTS"])
BATCHES = [NAMES[at : at + 8] for at in range(0, len(NAMES), 8)]  # a process each would mostly load the lexicon


@pytest.mark.thorough
@pytest.mark.parametrize("characters", [FEW, pytest.param(MANY, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("names", BATCHES, ids=lambda names: f"{names[0]} to {names[-1]}")
def test_they_end(names: list[str], characters: int) -> None:
    command = [sys.executable, str(SCRIPT), str(characters), *names]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE)
    except subprocess.TimeoutExpired as late:
        finished = len((late.stdout or b"").splitlines())
        pytest.fail(f"{names[finished]!r}: {characters:,} characters were not done in time", pytrace=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(names)


# What is repeated in a file of each format; a reader takes time as its length does.
FILES = {
    "notes of Rich Text": b"{\\rtf1 |{\\footnote a",
    "groups of Rich Text": b"{\\rtf1 |{",
    "emphasis of Markdown": b"# x\n\n|a**b",
    "brackets of Markdown": b"# x\n\n|[",
    "notes of Markdown": b"# x\n\n[^1]: x\n\n|[^1]",
    "items of Markdown": b"# x\n\n|1. a\n",
    "what may be Markdown": b"x\n|[a](",
    "raised figures": b"<html><body>|a.<sup>1</sup>",
    "lines of a page": b"<html><body>|a<br>",
    "links to a note": b"<html><p id=y>x|<a href='#x'>1</a>",
    "spaces of a page": b"<html><body>a| \n",
    "paragraphs with a number": b"<akomaNtoso><mainBody>|<paragraph><num>1.</num><p>Asks;</p></paragraph>",
    "paragraphs without one": b"<akomaNtoso><mainBody>|<paragraph><p>Asks;</p></paragraph>",
}
ENDS = {b"<akomaNtoso>": b"</mainBody></akomaNtoso>"}


def calls(piece: bytes, times: int) -> int:
    """Return how many calls reading the file takes: the same on an idle machine and on a busy one."""
    head, repeated = piece.split(b"|")
    data = head + repeated * times + next((end for begin, end in ENDS.items() if head.startswith(begin)), b"")
    number = 0

    def count(*_: object) -> None:
        nonlocal number
        number += 1

    sys.setprofile(count)
    try:
        with contextlib.suppress(UnreadableDocumentError):
            read_bytes(data, "file")
    finally:
        sys.setprofile(None)
    return number


# Seconds are for the benchmark (``adversarial.py --ratio``): a neighbour on the machine would decide this test.
@pytest.mark.slow
@pytest.mark.parametrize("piece", FILES.values(), ids=FILES)
def test_four_times_the_file_takes_four_times_the_calls(piece: bytes) -> None:
    calls(piece, 100)  # what is loaded once
    assert calls(piece, 2000) < 5 * max(calls(piece, 500), 1000)
