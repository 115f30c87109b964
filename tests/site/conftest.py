"""A small project to build over and over, and the project's own site, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from ecoanalysis.publish.build import Built, How, build
from tests.conftest import THOROUGH

ROOT = Path(__file__).resolve().parents[2]

PLAN = """
title = {zh = "题", en = "Title"}

[[page]]
notebook = "one.ipynb"
title = {zh = "各页", en = "Pages"}

  [[page.page]]
  name = "good"
  parameters = {value = "good"}
  title = {zh = "好", en = "Good"}

  [[page.page]]
  name = "other"
  parameters = {value = "other"}
  title = {zh = "别的", en = "Other"}
"""

# Shown, not printed: what a cell prints before it fails may come too late to be in its output.
FAILS_ON_BAD = """\
display(f"{language} {value}")
assert value != "bad", "a <b>bad</b> value"
"""


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan, a notebook and the site they make."""
    folder = tmp_path_factory.mktemp("project")
    parameters = nbformat.v4.new_code_cell("value = ''\nlanguage = 'zh'", metadata={"tags": ["parameters"]})
    cells = [parameters, nbformat.v4.new_code_cell(FAILS_ON_BAD)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "one.ipynb")
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    build(folder / "plan.toml")
    return folder


@pytest.fixture
def project(built_project: Path, tmp_path: Path) -> Path:
    """A copy of the small project, to be spoilt."""
    return Path(shutil.copytree(built_project, tmp_path / "project"))


# Pages of every make, for `make test`; the pages of all others say that they are not made yet.
SOME = ("edition", "findings", "agencies", "course", "compare", "due", "quality", "lesson-1-read")


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project's own site: some of its notebooks' pages, all of them where all tests are run."""
    only = () if request.config.getoption(THOROUGH) else SOME
    return build(ROOT / "reports/plan.toml", tmp_path_factory.mktemp("reports") / "site", how=How(only=only))
