"""Every number that a page states of one thing is one number, whichever page states it."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from pathlib import Path

import pytest

from ecoanalysis.measures import asked, counts, survival
from ecoanalysis.measures.tables_at_hand import series_tables_of, text_tables
from ecoanalysis.publish.build import Built

pytestmark = pytest.mark.slow

NUMBER = re.compile(r"<data ([^>]*)>")
VALUE, OF = re.compile(r'value="(\d+)"'), re.compile(r'data-of="([^"]+)"')


def stated(site: Path) -> dict[str, dict[int, set[str]]]:
    """What all pages state: of each thing its numbers, and the pages that state them."""
    numbers: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for page in sorted(site.rglob("*.html")):
        for inside in NUMBER.findall(page.read_text(encoding="utf-8")):
            of, value = (pattern.findall(inside)[0] for pattern in (OF, VALUE))
            numbers[unescape(of)][int(value)].add(page.relative_to(site).as_posix())
    return numbers


@pytest.mark.thorough
def test_no_two_pages_state_two_numbers_for_one_thing(site: Built) -> None:
    numbers = stated(site.site)
    assert len(numbers) > 500
    several = {of: {value: sorted(pages) for value, pages in values.items()} for of, values in numbers.items()}
    assert {of: values for of, values in several.items() if len(values) > 1} == {}


@pytest.mark.thorough
def test_what_is_stated_in_several_places_is_held_together(site: Built) -> None:
    numbers = stated(site.site)
    pages = numbers["directives zh A/RES/75/324"][33]
    assert {"zh/edition.html", "en/editions.html"} <= pages
    fresh = survival.new_paragraphs(series_tables_of("eco")).filter(symbol="A/RES/79/330", language="en")["new"].item()
    assert "en/course.html" in numbers["new en eco A/RES/79/330"][fresh]


@pytest.mark.thorough
def test_what_is_stated_is_what_the_measures_say(site: Built) -> None:
    numbers = stated(site.site)
    text, series = text_tables(), series_tables_of("eco")
    extent = counts.per_text(text).row(0, named=True)
    for name in ("operative", "clauses", "directives", "citations", "footnotes"):
        assert set(numbers[f"{name} zh A/RES/75/324"]) == {extent[name]}, name
    named = asked.addressing(text).row(0, named=True)
    assert set(numbers["bodies_named zh A/RES/75/324"]) == {named["bodies_named"]}
    for row in survival.carried(series).iter_rows(named=True):
        assert set(numbers[f"{row['share']} en eco {row['symbol']}"]) == {row["count"]}


def test_what_the_lessons_state_in_words_is_what_the_measures_say() -> None:
    folder = Path(__file__).resolve().parents[2] / "notebooks/lessons/source/en"
    words = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ipynb")))
    series = series_tables_of("eco")
    assert "nineteen English editions" in words
    assert [version.language for version in series.versions] == ["en"] * 19
    lives = survival.lifetimes(series)["editions"].to_list()
    assert "Two reach it, and you know them: the report and the agenda item" in words
    assert lives.count(19) == 2
    assert "Leave them out, and the longest have 10 editions" in words
    assert max(editions for editions in lives if editions < 19) == 10
