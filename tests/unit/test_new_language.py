"""A language is a folder: two small files, and its texts are read, compared and shown; no line of code elsewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import ecoanalysis
from ecoanalysis.lexicon.toml_files import load

PACKAGE = Path(ecoanalysis.__file__).parent

ASKS = re.compile(r'\.table\("(\w+)"\)\["(\w+)"\](?!\[0\]$)', re.MULTILINE)  # but for the example of a docstring

STRUCTURE = r"""
name = "Portuguese"
file_codes = ["por"]

[akn]
language = "por"

[own]
common = '(?i)\b(?:os|dos|das|do|da|não|são|seus?|suas?)\b'
least = 0.1

[organs]
GA = 'A\s+Assembleia\s+Geral\s*,'
"""

VERBS = r"""
[grammar]
object = " o estado dos lagos"

[[verb]]
lemma = "recorda"
class = "REF"
band = "D1"
operative = ["recorda"]
preamble = ["recordando"]
examples = ["Recordando o estado dos lagos"]

[[verb]]
lemma = "insta"
class = "DIR"
band = "D4"
operative = ["insta"]
preamble = ["instando"]
examples = ["Insta os Estados a medir os lagos"]
"""

TEXT = """99/7. O estado dos lagos

A Assembleia Geral,

Recordando suas resoluções sobre o estado dos lagos e dos rios da região,

1. Insta os Estados da região a medir seus lagos;

2. Insta os Estados a guardar as medidas dos lagos.
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with one more folder in its lexicon; all else is a link to what there is."""
    root = tmp_path_factory.mktemp("package")
    lexicon = root / "ecoanalysis" / "lexicon"
    lexicon.mkdir(parents=True)
    for entry in [*PACKAGE.iterdir(), *(PACKAGE / "lexicon").iterdir()]:
        if entry.name not in ("lexicon", "__pycache__"):
            (root / "ecoanalysis" / entry.relative_to(PACKAGE)).symlink_to(entry)
    (lexicon / "pt").mkdir()
    (lexicon / "pt" / "structure.toml").write_text(STRUCTURE, encoding="utf-8")
    (lexicon / "pt" / "verbs.toml").write_text(VERBS, encoding="utf-8")
    return root


@pytest.mark.slow
def test_two_files_are_enough_for_facts_comparison_and_status(package: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(TEXT, encoding="utf-8")
    new.write_text(TEXT.replace("99/7", "99/8").replace("a medir", "a medir e pesar"), encoding="utf-8")

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "ecoanalysis", *arguments]
        path = os.environ | {"PYTHONPATH": str(package)}
        done = subprocess.run(command, env=path, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        return done.stdout

    facts = json.loads(run("extract", str(old)))
    assert facts["document"]["language"] == "pt"
    assert [clause["class"] for clause in facts["clauses"]] == ["REF", "DIR", "DIR"]
    compared = json.loads(run("compare", str(old), str(new), "--format", "json"))
    assert [link["new"] for link in compared["links"]] == [["P1"], ["1"], ["2"]]
    assert "99/8" in run("status", "--corpus", str(tmp_path))


def test_what_the_code_asks_of_a_language_has_a_default() -> None:
    """Else a new folder ends in a KeyError; rooms that speak the interface's two languages alone may ask for more."""
    asked = {
        (path.relative_to(PACKAGE).as_posix(), name, key)
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in ("lessons", "evaluate", "show")
        for name, key in ASKS.findall(path.read_text(encoding="utf-8"))
    }
    assert len(asked) > 10
    assert [each for each in sorted(asked) if each[2] not in load(f"default/{each[1]}")] == []
