"""What a machine lacks is counted and named, and is a failure where it was promised."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow  # each starts pytest anew

TESTS = """
import os

import pytest

def test_leaves_a_setting():
    os.environ["POLARS_FMT_MAX_ROWS"] = "60"

def test_sees_none():
    assert "POLARS_FMT_MAX_ROWS" not in os.environ

def test_plain(): ...

@pytest.mark.shared
def test_marked(): ...

def test_folder(shared):
    assert shared.is_dir()

@pytest.mark.program("python3")
def test_present(): ...

@pytest.mark.program("python3", "no-such-program")
def test_absent(): ...
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run TESTS in a repository of their own, under the project's configuration."""
    monkeypatch.delenv("ECOANALYSIS_REQUIRE_PROGRAMS", raising=False)
    repository = pytester.mkdir("repository")
    (repository / "tests").mkdir()
    shutil.copy(ROOT / "pyproject.toml", repository)
    shutil.copy(ROOT / "tests" / "conftest.py", repository / "tests")
    (repository / "tests" / "test_it.py").write_text(TESTS, encoding="utf-8")
    monkeypatch.chdir(repository)
    return lambda: pytester.runpytest_subprocess("-p", "no:cacheprovider")


def test_documents_beside_the_repository_are_used(run, pytester):
    pytester.mkdir("shared")
    run().assert_outcomes(passed=6, skipped=1)


def test_without_documents_their_tests_are_deselected_and_counted(run):
    run().assert_outcomes(passed=4, skipped=1, deselected=2)


def test_a_missing_program_is_skipped_by_name(run):
    run().stdout.fnmatch_lines("SKIPPED*no-such-program is not installed")


def test_a_missing_program_fails_where_programs_are_required(run, monkeypatch):
    monkeypatch.setenv("ECOANALYSIS_REQUIRE_PROGRAMS", "1")
    result = run()
    result.assert_outcomes(passed=4, errors=1, deselected=2)
    result.stdout.fnmatch_lines("*no-such-program is not installed, and ECOANALYSIS_REQUIRE_PROGRAMS=1")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
