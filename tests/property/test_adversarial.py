"""Texts made to be hard end, too: no pattern backtracks without bound (``benchmarks/adversarial.py`` has them)."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "adversarial.py"
FEW, MANY = 10_000, 50_000  # characters
PATIENCE = 60.0  # seconds for one batch, which takes less than ten: only a pattern gone wild exceeds it

NAMES = list(runpy.run_path(str(SCRIPT))["INPUTS"])
BATCHES = [NAMES[at : at + 8] for at in range(0, len(NAMES), 8)]  # a process each would mostly load the lexicon


@pytest.mark.slow
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
