"""``check-notebook``: what is missing is said cell by cell, and ours want for nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ecoanalysis.errors import PlanError
from ecoanalysis.publish.notebook_check import check_notebook

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
TEMPLATE = FOLDER / "template/your-page.ipynb"


@pytest.mark.parametrize("path", [*sorted(FOLDER.glob("*.ipynb")), TEMPLATE], ids=lambda path: path.stem)
def test_ours_want_for_nothing(path: Path) -> None:
    assert check_notebook(path) == []


def _source(id: str, source: str) -> Any:
    return lambda cells: next(cell for cell in cells if cell["id"] == id).update(source=source)


def _tags(id: str, *tags: str) -> Any:
    return lambda cells: next(cell for cell in cells if cell["id"] == id)["metadata"].update(tags=[*tags])


def _id(id: str, new: str) -> Any:
    return lambda cells: next(cell for cell in cells if cell["id"] == id).update(id=new)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_id("chart", ""), "no id"),
        (_id("chart", "5f0c1a2b"), "the id says nothing"),
        (_id("chart", "Chart 1"), "the id says nothing"),
        (_id("chart", "open"), "two cells have this id"),
        (_tags("parameters"), "the first cell of code, and no other, carries the tag"),
        (_tags("open", "parameters"), "the first cell of code, and no other, carries the tag"),
        (
            _source("parameters", 'corpus: str = ""  # a folder\nleast = 3  # how many'),
            "'least = 3  # how many' has no type",
        ),
        (_source("parameters", 'corpus: str = ""\nlanguage: str = "en"  # of headings'), "corpus has no comment"),
        (_source("parameters", 'corpus: str = ""  # a folder'), "no language; a page is made in each"),
        (_tags("verbs-en"), "cell verbs-en: no language"),
        (_tags("verbs-en", "zh"), "its id ends in -zh"),
        (_id("doubt-zh", "doubts-zh"), "cell doubt: nothing in zh"),
        (_source("verbs-en", "## Verbs\n\nOf 33 directives"), "33 is stated without a measure"),
        (_source("verbs-en", "## Verbs\n\nA share of 4.5 % is small"), "4.5 % is stated without a measure"),
        (_source("said-en", 'Markdown(f"In 2024 there were {total}.")'), "2024 is written into a sentence"),
    ],
)
def test_what_is_missing_is_said(change: Any, said: str, tmp_path: Path) -> None:
    notebook = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    change(notebook["cells"])
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert any(said in fault for fault in check_notebook(path)), check_notebook(path)


@pytest.mark.parametrize(
    "words",
    [
        "Verbs from *requests* (D3) on",
        "It is `14` where both stand together",
        "A/RES/75/324 is read",
        "[here](a.html#p-12)",
    ],
)
def test_what_is_no_figure_of_the_texts_may_be_written(words: str, tmp_path: Path) -> None:
    notebook = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    _source("verbs-en", words)(notebook["cells"])
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert check_notebook(path) == []


@pytest.mark.parametrize("text", ["", "{}", "[]", "no JSON"])
def test_a_file_that_is_no_notebook_is_one_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.ipynb"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError, match="not a notebook"):
        check_notebook(path)
