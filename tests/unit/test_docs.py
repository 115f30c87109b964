"""Every example in the documentation and in the docstrings runs, and the API page says what the API is."""

from __future__ import annotations

import doctest
import inspect
import json
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import papermill  # noqa: F401 (loads the module of the engine, which cannot be loaded before it)
import pytest

import ecoanalysis as eco

SAID = ("classes", "agencies", "addressees", "themes", "named citations")
ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
# Not imported: to import it is to run the command line.
MODULES = ["ecoanalysis"] + [
    module.name
    for module in pkgutil.walk_packages(eco.__path__, "ecoanalysis.")
    if not module.name.endswith("__main__")
]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS)
    assert failed == 0
    assert tried or page.name != "api.md"


@pytest.mark.slow
@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    assert doctest.testmod(import_module(name), optionflags=doctest.ELLIPSIS).failed == 0


def test_first_lines_of_the_readme(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert "38 请 D3 ['秘书长']" in out
    assert "('5',) weakened Urges → Invites" in out


def test_api_page_names_everything_public_with_its_signature() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8").replace("'", "")
    public = [f"{name}{inspect.signature(getattr(eco, name))}" for name in eco.__all__ if name != "__version__"]
    said = re.findall(r"^### `eco\.(.*)`$", page, re.M)
    assert sorted(said) == sorted(name.replace("'", "") for name in public)


BROAD = {
    "clauses with their class": "classes",
    "who is asked": "addressees",
    "what sort of party that is": "addressee types",
    "the verb of what is asked": "act verbs",
    "hedges with their kind": "hedge kinds",
    "reports asked for": "reports",
    "bodies named": "agencies",
    "instruments cited by name": "named citations",
    "what a paragraph is mainly about": "main themes",
}
"""What the README's table of the broad gold calls each kind of fact."""


def broad_rows() -> list[str]:
    """The rows of that table: F1 with its interval where nobody has looked at the program's errors; of few a count."""
    golds = json.loads((ROOT / "ecoanalysis/data/quality.json").read_text(encoding="utf-8"))["golds"]
    fresh = {gold["language"]: gold["kinds"] for gold in golds if gold["name"] == "fresh" and not gold["aside"]}

    def cell(language: str, kind: str) -> str:
        figure = fresh[language][kind]
        form = "{f1:.2f} ({low:.2f}–{high:.2f})" if figure["n"] >= 30 else "{matched} of {n}"
        return form.format(**figure)

    return [f"| {name} | {cell('en', kind)} | {cell('zh', kind)} |" for name, kind in BROAD.items()]


def test_the_readme_says_what_was_measured() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    said = page[page.index("## How far to trust it") : page.index("## Taking part")].replace("\n", " ")
    gold = json.loads((ROOT / "ecoanalysis/data/quality.json").read_text(encoding="utf-8"))["gold"]["languages"]
    zh, en = ({kind: f"{found['f1']:.2f}" for kind, found in gold[one].items() if kind in SAID} for one in ("zh", "en"))
    assert f"clauses with their class at F1 {zh['classes']} in Chinese and {en['classes']} in English" in said
    assert (
        f"agencies at {zh['agencies']} and {en['agencies']}, addressees at {zh['addressees']} and {en['addressees']}"
        in said
    )
    assert f"less for themes ({zh['themes']} and {en['themes']})" in said
    assert [row for row in broad_rows() if row not in page] == []
    assert f"cite by name alone ({en['named citations']})" in said
