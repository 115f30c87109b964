"""What papermill passes is held against what a notebook takes: one sentence, the nearest there is, and no page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ecoanalysis.errors import ChoiceError
from ecoanalysis.publish.run import NotebookError, run_notebook
from ecoanalysis.show.notebook import check_injected
from ecoanalysis.show.view import check_named

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
TAKES = 'corpus: str = ""  # a folder\nleast: int = 3\nshare: float = 0.5\nwhole: bool = False\n'


@pytest.mark.parametrize(
    ("passed", "sentence"),
    [
        ('corpse = "a"', "there is no parameter 'corpse'; the nearest are: corpus"),
        ("corpus = 75", "corpus=75 is of type int, and str is needed: -r corpus 75"),
        ('least = "3"', "least='3' is of type str, and int is needed"),
        ("least = True", "least=True is of type bool, and int is needed"),
        ('whole = "no"', "whole='no' is of type str, and bool is needed"),
        ('corpus = "a"\nleest = 1', "there is no parameter 'leest'; the nearest are: least"),
    ],
)
def test_a_parameter_that_a_notebook_does_not_take_is_one_sentence(passed: str, sentence: str) -> None:
    with pytest.raises(ChoiceError) as raised:
        check_injected(["", TAKES, f"# Parameters\n{passed}\n", "1"])
    assert str(raised.value).startswith(sentence)


@pytest.mark.parametrize("cells", [[], [""], [TAKES], [TAKES, "x = 3"], ["x = 3", "# Parameters of mine\nx = 4"]])
def test_what_papermill_did_not_write_is_no_parameter(cells: list[str]) -> None:
    check_injected(cells)


def test_what_is_of_its_type_passes() -> None:
    check_injected([TAKES, '# Parameters\ncorpus = "a"\nleast = 3\nshare = 1\nwhole = True\n'])


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ({"committee": "3"}, "C3"),
        ({"committee": "Third"}, "C3"),
        ({"country": "Brasil"}, "BRA"),
        ({"country": "bra"}, "BRA"),
        ({"agency": "undq"}, "undp"),
    ],
)
def test_an_unknown_choice_names_the_nearest(given: dict[str, str], nearest: str) -> None:
    with pytest.raises(ChoiceError, match=f"there is no .*; the nearest are: .*{nearest}"):
        check_named(**given)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_opens_a_notebook_checks_its_parameters(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    (opening,) = ["".join(cell["source"]) for cell in cells if cell["id"] == "open"]
    assert any(f"{name}(" in opening for name in ("view_text", "view_series", "view_all", "open_quality"))
    takes = "".join(cells[0]["source"])
    for name, kind in (
        ("committee", "committee"),
        ("country", "country"),
        ("first", "language"),
        ("second", "language"),
    ):
        assert (f"\n{name}: str" in takes) <= (f"check_named({kind}={name})" in opening)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"edition": 75}, "edition=75 is of type int, and str is needed"),
        ({"agancy": "undp"}, "there is no parameter 'agancy'; the nearest are: agency"),
        ({"agency": "undq"}, "there is no body 'undq'; the nearest that are named here: "),
    ],
)
def test_a_notebook_stops_with_that_sentence(parameters: dict[str, object], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="ChoiceError") as raised:
        run_notebook(FOLDER / "01-edition.ipynb", parameters, tmp_path / "out.ipynb")  # type: ignore[arg-type]
    assert sentence in str(raised.value)
