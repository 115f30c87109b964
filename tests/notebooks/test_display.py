"""Charts and frames of a reader's own, in a real kernel: nothing but the package is imported for them."""

from __future__ import annotations

import re
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from ecoanalysis.show.notebook import PUBLISHING

VEGA = "application/vnd.vegalite.v5+json"
CELLS = (
    "import altair as alt, polars as pl\nimport ecoanalysis as eco\nlanguage = 'zh'",
    "frame = pl.DataFrame({'year': [2023, 2025], 'words': [10, None], 'note': ['=<b>1</b>', 'lakes']})\nframe",
    "alt.Chart(frame, title='Mine').mark_bar().encode(x='year:O', y='words:Q')",
    "(alt.Chart(frame).mark_bar().encode(x='year:O') | alt.Chart(frame).mark_point().encode(y='words:Q'))",
    "alt.Chart('https://example.org/data.csv').mark_bar().encode(x='year:O')",
)


def _shown(monkeypatch: pytest.MonkeyPatch, published: bool) -> list[dict[str, Any]]:
    """What each cell shows, the import aside."""
    monkeypatch.setenv(PUBLISHING, "1" if published else "")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS])
    NotebookClient(notebook, kernel_name="python3", timeout=600, allow_errors=True).execute()
    return [cell.outputs[-1].get("data", cell.outputs[-1]) for cell in notebook.cells[1:]]


def _addresses(shown: Any) -> set[str]:
    """Addresses in what is shown, names of formats aside."""
    return {address for address in re.findall(r"https?://[^\s\"'<]+", str(shown)) if not _is_name(address)}


def _is_name(address: str) -> bool:
    return address.startswith(("http://www.w3.org/", "https://vega.github.io/schema/"))


@pytest.mark.slow
def test_a_plain_chart_is_interactive_in_jupyterlab_and_has_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    frame, chart, both, elsewhere = _shown(monkeypatch, published=False)
    assert re.search(r"<th[^>]*>(?:<sup>.*?</sup>)?year<", frame["text/html"])  # by its own name, and sortable
    assert "&lt;b&gt;" in frame["text/html"]
    for shown in (chart, both):
        assert shown[VEGA]["config"]["font"]
        assert shown["image/svg+xml"].startswith("<svg ")
        assert 'role="img" aria-label="' in shown["image/svg+xml"]
        assert "text/html" not in shown  # which JupyterLab would prefer
        assert _addresses(shown) == set()
    assert elsewhere[VEGA]
    assert "image/svg+xml" not in elsewhere


@pytest.mark.slow
def test_a_plain_chart_and_a_plain_frame_are_published_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    frame, chart, both, elsewhere = _shown(monkeypatch, published=True)
    table = frame["text/html"]
    assert 'role="region" tabindex="0" aria-label="表格：' in table
    assert "=&lt;b&gt;1&lt;/b&gt;" in table
    assert re.search(r"<th[^>]*scope=\"col\"[^>]*>年", table)
    assert "shape:" not in table
    for shown in (chart, both):
        assert set(shown) == {"text/html", "text/plain"}
        assert "<svg " in shown["text/html"]
        assert "<table" in shown["text/html"]
        assert _addresses(shown) == set()
    assert 'aria-label="图：Mine' in chart["text/html"]
    assert "无法绘制" in elsewhere["text/html"]
    assert _addresses(elsewhere) == set()
