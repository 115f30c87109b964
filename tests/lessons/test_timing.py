"""The minutes that a lesson states are those that its words, cells and exercises come to; the docs state them too."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from ecoanalysis.lessons.timing import timing
from ecoanalysis.lexicon import load

ROOT = Path(__file__).resolve().parents[2]
LESSONS = load("interface/lessons")["lesson"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson["name"])
def test_the_minutes_stated_are_those_counted(lesson: dict[str, object], language: str) -> None:
    notebook = nbformat.read(ROOT / f"notebooks/lessons/student/{language}/{lesson['name']}.ipynb", as_version=4)
    assert lesson["minutes"] == pytest.approx(timing(notebook, language).minutes, abs=3)


def test_the_docs_state_the_same_minutes() -> None:
    rows = re.findall(r"^\| (\d)\. .*?\| (\d+) \| \[!\[Colab", (ROOT / "docs/teaching.md").read_text("utf-8"), re.M)
    assert rows == 2 * [(lesson["name"][1], str(lesson["minutes"])) for lesson in LESSONS]
