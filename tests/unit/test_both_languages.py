"""Both languages at hand: a change that one alone shows is a translation, and the page shows them side by side."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

import pytest

from ecoanalysis.compare.brief import make_brief
from ecoanalysis.named_comparison import compare_in_languages, compare_named
from ecoanalysis.show.redline import redline

TEXTS = {
    "old.en.txt": "The General Assembly,\n\n1. Requests the Secretary-General to map the lakes;\n\n2. Urges States to protect lakes.\n",
    "new.en.txt": "The General Assembly,\n\n1. Requests the Secretary-General to map the lakes;\n\n2. Invites States to protect lakes.\n",
    "old.zh.txt": "大会，\n\n1. 请秘书长测绘湖泊；\n\n2. 敦促各国保护湖泊。\n",
    "new.zh.txt": "大会，\n\n1. 邀请秘书长测绘湖泊；\n\n2. 邀请各国保护湖泊。\n",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_of_the_name_in_another_language_is_at_hand(folder: Path, language: str) -> None:
    names = [str(folder / f"{side}.{language}.txt") for side in ("old", "new")]
    found = [comparison.new.language for comparison in compare_in_languages(*names)]
    assert found == sorted(["en", "zh"], key=lambda each: each != language)
    (folder / "new.zh.txt").unlink()
    if language == "en":
        assert len(compare_in_languages(*names)) == 1


def test_what_one_language_alone_shows_is_told_as_a_translation(folder: Path) -> None:
    comparison = compare_named(str(folder / "old.zh.txt"), str(folder / "new.zh.txt"))
    told = [(line.section, line.type, line.new) for line in make_brief(comparison).lines]
    assert told == [("lost", "weakened", ("2",)), ("translation", "weakened", ("1",))]


def test_the_page_shows_the_paragraph_in_both(folder: Path) -> None:
    comparison, *others = compare_in_languages(str(folder / "old.zh.txt"), str(folder / "new.zh.txt"))
    page = redline(comparison, others=others)
    assert '<div class="sides beside" lang="en">' in page
    assert "<del>Urges</del> States" in page
    assert "<ins>Invites</ins> States" in page
    assert "sides beside" not in redline(comparison)
