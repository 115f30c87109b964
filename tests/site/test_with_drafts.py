"""A site shows drafts and who put them forward where it is asked to, and nothing of them where it is not."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from ecoanalysis.publish.build import How, build

ADOPTED = """81/7. Lakes

The General Assembly,

Recalling its resolution 79/1,

1. Requests the Secretary-General to report;

2. Decides to go on.
"""
pytestmark = pytest.mark.slow

PLAN = """
title = {zh = "题", en = "Title"}

[[page]]
name = "texts"
notebook = "texts.ipynb"
title = {zh = "文本", en = "Texts"}
"""
CELL = """\
from ecoanalysis.corpus import open_corpus
opened = open_corpus(corpus)
display(str((opened.resolutions["symbol"].to_list(), opened.sponsors["name"].to_list())))
"""


@pytest.mark.thorough
@pytest.mark.parametrize("with_drafts", [True, False])
def test_drafts_are_shown_where_they_are_asked_for(
    tmp_path: Path, with_drafts: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "adopted.txt").write_text(ADOPTED, encoding="utf-8")
    draft = "A/C.2/81/L.7\n\nChad: draft resolution\n\nLakes" + ADOPTED.partition("Lakes")[2]
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    parameters = nbformat.v4.new_code_cell("corpus = ''\nlanguage = 'zh'", metadata={"tags": ["parameters"]})
    notebook = nbformat.v4.new_notebook(cells=[parameters, nbformat.v4.new_code_cell(CELL)])
    nbformat.write(notebook, tmp_path / "texts.ipynb")
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    built = build(tmp_path / "plan.toml", tmp_path / "site", str(folder), How(with_drafts=with_drafts))
    assert built.failures == ()
    files = [path for path in built.site.rglob("*") if path.is_file()]
    pages = " ".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
    assert "A/RES/81/7" in pages
    assert [word in pages for word in ("A/C.2/81/L.7", "Chad")] == [with_drafts] * 2
    assert ("draft.txt" in capsys.readouterr().err) != with_drafts
