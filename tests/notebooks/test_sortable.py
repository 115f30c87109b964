"""Frames and tables in JupyterLab: sorted by a click, without a network; on a page they stay what they are."""

from __future__ import annotations

from pathlib import Path

import nbformat
import polars as pl
import pytest
from playwright.sync_api import expect

from ecoanalysis.show.html import Html
from ecoanalysis.show.sortable import loading, sortable_frame, sortable_tables
from ecoanalysis.show.table import plain_frame
from tests.jupyterlab import WAIT, open_lab, open_notebook, run_all

CELLS = (
    "import polars as pl\nimport ecoanalysis\nfrom ecoanalysis.show.table import plain_frame\nlanguage = 'en'",
    "frame = pl.DataFrame({'year': [9, 10, None], 'note': ['=<b>1</b>', 'lakes', 'rivers']})\nframe",
    "plain_frame(pl.DataFrame({'year': ['9', '10', '100'], 'note': ['a', 'b', 'c']}), 'en')",
    "pl.DataFrame({'n': range(25)})",
)


@pytest.mark.thorough
@pytest.mark.program("chromium")
def test_a_click_on_a_heading_sorts_by_number_and_nothing_is_fetched(tmp_path: Path) -> None:
    cells = [nbformat.v4.new_code_cell(code) for code in CELLS]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}  # JupyterLab asks for one otherwise
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), tmp_path / "mine.ipynb")
    with open_lab(tmp_path) as lab, open_notebook(lab, "mine.ipynb") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        run_all(page)
        tables = page.locator("table.dataTable")
        expect(tables).to_have_count(3, timeout=WAIT)
        expect(tables.nth(2).locator("tbody tr")).to_have_count(10, timeout=WAIT)  # the last one is laid out
        for place in (0, 1):
            years = tables.nth(place).locator("tbody tr td:first-child")
            before = [text for text in years.all_inner_texts() if text]
            heading = tables.nth(place).locator("thead th .dt-column-order").first
            for order in ("ascending", "descending"):
                heading.click()
                tables.nth(place).locator(f"thead th[aria-sort={order}]").first.wait_for()
            after = [text for text in years.all_inner_texts() if text]
            assert [*map(int, after)] == sorted(map(int, before), reverse=True) != [*map(int, before)]
        assert "=<b>1</b>" in tables.nth(0).inner_text()
        assert [url for url in asked if not url.startswith((lab, lab.replace("http", "ws"), "blob:", "data:"))] == []


@pytest.mark.parametrize(
    ("rows", "setting"), [(None, '"pageLength": 10'), (20, '"pageLength": 20'), (-1, '"paging": false')]
)
def test_as_many_rows_are_shown_as_polars_is_set_to(rows: int | None, setting: str) -> None:
    with pl.Config(tbl_rows=rows):
        assert setting in sortable_frame(pl.DataFrame({"n": range(25)}), "en")


def test_a_table_is_whole_without_its_script() -> None:
    table = plain_frame(pl.DataFrame({"year": [2023, 2025]}), "en").html
    assert sortable_tables(table, "zh").startswith(table)
    assert "搜索" in sortable_tables(table, "zh")
    assert sortable_tables(Html("<p>none</p>").html, "en") == "<p>none</p>"


def test_what_sorts_is_whole() -> None:
    assert "http" not in loading()
    assert loading().startswith("<script>")
