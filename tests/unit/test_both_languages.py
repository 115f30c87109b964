"""Both languages at hand: a change that one alone shows is a translation, and the page shows them side by side."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

import pytest

from ecoanalysis.compare.brief import count_changes, make_brief
from ecoanalysis.compare.changes.translation_variance import twins
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


NUMBERED = {
    "old.en.txt": "The General Assembly,\n\n1. Notes the report;\n\n2. Urges States to protect lakes;\n\n3. Requests the Office to map rivers.\n",
    "new.en.txt": "The General Assembly,\n\n1. Invites States to protect lakes;\n\n2. Welcomes the fund;\n\n3. Requests the Office to map rivers.\n",
    "old.zh.txt": "大会，\n\n1. 注意到报告；\n\n2. 敦促各国保护湖泊；\n\n3. 请该办公室测绘河流。\n",
    "new.zh.txt": "大会，\n\n1. 敦促各国保护湖泊；\n\n2. 请该办公室测绘河流。\n",
}  # fmt: skip


def test_paragraphs_that_a_translator_numbered_anew_stand_beside_their_like(tmp_path: Path) -> None:
    for name, text in NUMBERED.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    comparison, *others = compare_in_languages(str(tmp_path / "old.en.txt"), str(tmp_path / "new.en.txt"))
    there = {
        (link.old, link.new): ids for link, ids in zip(comparison.links, twins(comparison, others[0]), strict=True)
    }
    assert there[("2",), ("1",)] == (("2",), ("1",))
    assert there[("3",), ("3",)] == (("3",), ("2",))
    assert there[(), ("2",)] is None
    assert [line.section for line in make_brief(comparison).lines if line.new == ("1",)] == ["translation"]
    assert "请该办公室测绘河流" in redline(comparison, others=others)


# The paragraph in Chinese as it was and is, then in English; what the Chinese brief tells.
REWORDED = [
    ("敦促各国保护湖泊和池塘。", "敦促各国保护湖泊和水塘。", "Urges States to protect lakes and ponds.", "Urges States to protect lakes and ponds.", ["translation"]),
    ("敦促各国保护湖泊和池塘。", "敦促各国保护湖泊和水塘。", "Urges States to protect lakes and ponds.", "Urges States to protect lakes and pools.", ["reworded"]),
    ("敦促各国保护湖泊。", "敦促各国保护湖泊和北部的河流。", "Urges States to protect lakes.", "Urges States to protect lakes.", ["translation"]),
    ("敦促各国保护湖泊。", "敦促各国保护湖泊和北部的河流。", "Urges States to protect lakes.", "Urges States to protect lakes and northern rivers.", ["reworded"]),
    ("敦促各国在2025年之前保护湖泊。", "敦促各国在2030年之前保护湖泊。", "Urges States to protect lakes by 2025.", "Urges States to protect lakes by 2030.", ["times"]),
    ("敦促各国保护湖泊的岸边。", "敦促各国保护湖泊岸边。", "Urges States to protect the shores of lakes.", "Urges States to protect the shores of lakes.", []),
    ("敦促各国保护湖泊。", "邀请各国保护湖泊。", "Urges States to protect lakes.", "Urges States to protect lakes.", ["translation"]),
    ("请秘书长向大会第七十七届会议提交报告。", "请秘书长向大会第七十八届会议提出报告。", "Requests the Secretary-General to report to the General Assembly at its seventy-seventh session.", "Requests the Secretary-General to report to the General Assembly at its seventy-eighth session.", ["translation"]),
]  # fmt: skip


@pytest.mark.parametrize(("old_zh", "new_zh", "old_en", "new_en", "sections"), REWORDED)
def test_words_that_one_language_alone_changes_are_a_translators(
    tmp_path: Path, old_zh: str, new_zh: str, old_en: str, new_en: str, sections: list[str]
) -> None:
    for name, words in {"old.zh": old_zh, "new.zh": new_zh, "old.en": old_en, "new.en": new_en}.items():
        head = {"zh": "大会，", "en": "The General Assembly,"}[name[-2:]]
        (tmp_path / f"{name}.txt").write_text(f"{head}\n\n1. {words}\n", encoding="utf-8")
    comparison = compare_named(str(tmp_path / "old.zh.txt"), str(tmp_path / "new.zh.txt"))
    brief = make_brief(comparison)
    assert [line.section for line in brief.lines] == sections
    (link,) = comparison.links
    counted = {count.type for count in count_changes(comparison, brief)}
    assert link.is_translation == (sections in ([], ["translation"])) == ("reworded" not in counted)
