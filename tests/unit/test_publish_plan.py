"""The plan file: what it means, and how each way of getting it wrong is told."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from ecoanalysis.errors import PlanError
from ecoanalysis.publish.plan import read_plan
from ecoanalysis.publish.site import navigation

ROOT = Path(__file__).resolve().parents[2]

PLAN = """
title = {zh = "题", en = "Title"}
parameters = {depth = 1, theme = "any"}

[[page]]
name = "agencies"
notebook = "one.ipynb"
title = {zh = "机构", en = "Agencies"}

[[page]]
notebook = "one.ipynb"
parameters = {depth = 2}
title = {zh = "主题", en = "Themes"}

  [[page.page]]
  name = "theme-energy"
  parameters = {theme = "energy"}
  title = {zh = "能源", en = "Energy"}
"""


@pytest.fixture
def write(tmp_path: Path):
    source = "corpus = ''\ntheme: str = ''\ndepth = 0\nlanguage = 'zh'"
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source}
    (tmp_path / "one.ipynb").write_text(json.dumps({"cells": [cell]}))
    (tmp_path / "bad.ipynb").write_text("not a notebook")

    def write(text: str | bytes) -> Path:
        path = tmp_path / "plan.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_every_page_is_made_once_in_each_language(write) -> None:
    pages = read_plan(write(PLAN)).pages
    assert [page.address for page in pages] == [
        "zh/agencies.html",
        "zh/theme-energy.html",
        "en/agencies.html",
        "en/theme-energy.html",
    ]


def test_the_inner_overrides_the_outer(write) -> None:
    outer, inner = read_plan(write(PLAN)).of("en")
    assert outer.parameters == {"depth": 1, "theme": "any", "language": "en"}
    assert inner.parameters == {"depth": 2, "theme": "energy", "language": "en"}
    assert (outer.section, inner.section, inner.title) == ("", "Themes", "Energy")


WRONG = {
    "no TOML": ("title = ", "no valid TOML"),
    "no UTF-8": (b'title = "\xd6"', "no valid TOML"),
    "no page": ('title = {zh = "题", en = "T"}', "no [[page]]"),
    "no title": (PLAN.replace(', en = "Agencies"', ""), "page agencies: no title.en"),
    "no site title": (PLAN.replace(', en = "Title"', ""), "no title.en"),
    "unknown language": ("languages = ['zh', 'xx']\n" + PLAN, "languages must be some of zh, en"),
    "unknown key": (PLAN.replace('name = "agencies"', 'name = "agencies"\nnote = "?"'), "unknown key 'note'"),
    "name with a way out": (PLAN.replace('"agencies"', '"../agencies"'), "page ../agencies: a name is"),
    "name of the index": (PLAN.replace('"agencies"', '"index"'), "page index: a name is"),
    "the same name twice": (PLAN.replace('"theme-energy"', '"agencies"'), "page agencies: two pages have this name"),
    "no such notebook": (PLAN.replace("one.ipynb", "two.ipynb"), "two.ipynb: no such notebook"),
    "no notebook at all": (PLAN.replace("one.ipynb", "bad.ipynb"), "bad.ipynb: not a notebook"),
    "notebook not named": (
        PLAN.replace('notebook = "one.ipynb"\ntitle', "title"),
        "page agencies: no notebook is named",
    ),
    "parameter the notebook lacks": (PLAN.replace("depth", "depht"), "one.ipynb has no parameter 'depht'"),
    "parameter that is code": (PLAN.replace("depth", '"x = 1; y"'), "parameter 'x = 1; y': not a name"),
    "parameter that is a keyword": (PLAN.replace("depth", "lambda"), "parameter 'lambda': not a name"),
    "parameter set by the plan itself": (PLAN.replace("depth", "language"), "parameter 'language' is set"),
    "value that cannot be passed": (
        PLAN.replace("depth = 1", "depth = 2021-09-09"),
        "parameter 'depth': text, numbers",
    ),
    "need that is none": (
        PLAN.replace('name = "agencies"', 'name = "agencies"\nneeds = "luck"'),
        "page agencies: needs must be series",
    ),
    "way on that is no list": (
        PLAN.replace('name = "agencies"', 'name = "agencies"\nleads_to = "due"'),
        "page agencies: leads_to must be a list",
    ),
    "pages that are none": ('page = "x"\ntitle = {zh = "题", en = "T"}', "page must be an array of tables"),
}


@pytest.mark.parametrize(("text", "cause"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_names_the_file_and_the_cause(write, text: str | bytes, cause: str) -> None:
    path = write(text)
    with pytest.raises(PlanError) as raised:
        read_plan(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: ")
    assert cause in message
    assert "\n" not in message.strip()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_names_of_the_menu_share_a_word(language: str) -> None:
    """Editions, The edition, The last two and Any two led readers to the wrong one of the four."""
    plan = read_plan(ROOT / "reports/plan.toml")
    listed = replace(plan, pages=tuple(page for page in plan.pages if not page.each))  # dozens are no entries
    titles = [link.title for link in navigation(listed, language)]
    words = {title: _words(title) for title in titles}
    assert len(titles) > 15
    assert [pair for pair in combinations(titles, 2) if words[pair[0]] & words[pair[1]]] == []


def _words(title: str) -> set[str]:
    """The words of a title; where none is set off by spaces, its pairs of signs."""
    spaced = title.lower().split()
    return set(spaced) if len(spaced) > 1 or title.isascii() else {"".join(pair) for pair in pairwise(title)}
