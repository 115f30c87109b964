"""pyproject.toml says what is needed, requirements.lock which versions, environment.yml repeats neither: they agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))

NEEDED = [
    *PYPROJECT["project"]["dependencies"],
    *PYPROJECT["dependency-groups"]["dev"],
    *PYPROJECT["build-system"]["requires"],
]

# `name==version`, a marker where it is not for every machine, and its hashes on lines of their own.
ENTRY = re.compile(
    r"""
    ^ (?P<name> [A-Za-z0-9._-]+ ) == (?P<version> [^\s;]+ ) (?: \s ; [^\\\n]* )?
    (?P<hashes> (?: \s* \\ \n \s+ --hash=sha256:[0-9a-f]{64} )* ) $
    """,
    re.VERBOSE | re.MULTILINE,
)
LOCKED = list(ENTRY.finditer(LOCK))


def test_every_line_of_the_lock_is_understood():
    lines = [line for line in LOCK.splitlines() if line and not line.lstrip().startswith(("#", "--hash="))]
    assert len(LOCKED) == len(lines) > 100


def test_every_locked_version_has_hashes():
    assert [entry["name"] for entry in LOCKED if not entry["hashes"]] == []


def test_the_lock_names_no_index():
    """Where packages come from is the reader's business: a mirror's address would break everyone else's set-up."""
    assert "://" not in LOCK
    assert "--index" not in LOCK


@pytest.mark.parametrize("needed", NEEDED)
def test_what_is_needed_is_locked_at_a_version_that_will_do(needed):
    requirement = Requirement(needed)
    name = canonicalize_name(requirement.name)
    versions = [Version(entry["version"]) for entry in LOCKED if canonicalize_name(entry["name"]) == name]
    assert versions, "not in requirements.lock: run `make lock`"
    assert all(version in requirement.specifier for version in versions), "run `make lock`"


def test_conda_gives_a_python_that_will_do():
    (python,) = (line for line in CONDA["dependencies"] if isinstance(line, str) and line.startswith("python="))
    version = python.removeprefix("python=")
    assert version in SpecifierSet(PYPROJECT["project"]["requires-python"])


def test_conda_installs_the_same_lock_and_nothing_else():
    (pip,) = (line["pip"] for line in CONDA["dependencies"] if isinstance(line, dict))
    assert pip == ["--requirement requirements.lock"]
    assert [line for line in CONDA["dependencies"] if isinstance(line, str)][1:] == ["pip"]
