"""Two texts as a reader names them: what is missing is told with what is like it, and what is not used is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecoanalysis.errors import CorpusError
from ecoanalysis.named_comparison import changes_note, compare_named

NEAR_FILES = [
    ("drafts.docx", "79/330", "no such file, and no symbol of an edition; the nearest file is {}draft.docx"),
    ("lakes.pdf", "79/330", "no such file, and no symbol of an edition"),
    ("Draft.doc", "", "no such file; the nearest file is {}draft.docx"),
    ("draft 2.docx", "", "no such file; the nearest files are {0}draft.docx, {0}draft2.odt"),
]


@pytest.mark.parametrize(("name", "new", "message"), NEAR_FILES)
def test_a_file_that_is_missing_is_told_with_the_files_like_it(
    name: str, new: str, message: str, tmp_path: Path
) -> None:
    for file in ("draft.docx", "a.txt", ".draft.docx", *(["draft2.odt"] if "2" in name else [])):
        (tmp_path / file).write_text("", encoding="utf-8")
    with pytest.raises(CorpusError) as told:
        compare_named(str(tmp_path / name), new)
    assert str(told.value) == f"{tmp_path / name}: {message.format(f'{tmp_path}/')}"


def test_a_folder_that_is_missing_is_told() -> None:
    with pytest.raises(CorpusError, match=r"gone/draft.docx: no such file; there is no folder gone$"):
        compare_named("gone/draft.docx")


def test_what_is_not_used_is_said(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("The General Assembly,", encoding="utf-8")
    assert changes_note("79/330", str(path), None) == ""
    assert "not used: no tracked changes in 79/330 nor " in changes_note("79/330", str(path), "rejected")
    assert "not used: of one file both sides are compared" in changes_note(str(path), "", "rejected")
