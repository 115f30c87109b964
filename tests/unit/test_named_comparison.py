"""Two texts as a reader names them: what is missing is told with what is like it, and what is not used is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ecoanalysis.errors import ComparisonError, CorpusError
from ecoanalysis.hashes import PACKAGE
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


def test_two_languages_are_refused_before_any_fact_is_extracted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("old.txt", "A_RES_95_917.en.txt"), ("new.txt", "A_RES_97_924.zh.txt")):
        shutil.copy(PACKAGE / "data" / "model" / "text" / text, tmp_path / name)
    monkeypatch.setattr("ecoanalysis.extract.extract_facts", lambda _: pytest.fail("facts were extracted"))
    with pytest.raises(ComparisonError, match=r"old\.txt is in en and .*new\.txt is in zh: compare two editions"):
        compare_named(str(tmp_path / "old.txt"), str(tmp_path / "new.txt"))
