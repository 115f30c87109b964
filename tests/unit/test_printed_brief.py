"""The brief on a terminal: lines are wrapped and not cut, each name is the interface's, in the texts' language."""

# ruff: noqa: E501
from __future__ import annotations

import re
from pathlib import Path

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.show.brief import print_brief
from ecoanalysis.show.wrapping import cell_len, wrapped

TEXTS = {
    "en": (
        "The General Assembly,\n\n1. Requests the Secretary-General to submit to the General Assembly at its eighty-first session a report on the lakes and the wells of the region;\n\n2. Urges States to protect lakes.\n",
        "The General Assembly,\n\n1. Requests the Secretary-General to submit to the General Assembly at its eighty-second session a report on the lakes and the wells of the region;\n\n2. Invites States and the regional commissions of the United Nations to protect lakes, wells and springs, and to publish every measurement of the level of the water in them without delay.\n",
    ),
    "zh": (
        "大会，\n\n1. 请秘书长向大会第八十一届会议提交关于该区域湖泊和水井的报告；\n\n2. 敦促各国保护湖泊。\n",
        "大会，\n\n1. 请秘书长向大会第八十二届会议提交关于该区域湖泊和水井的报告；\n\n2. 邀请各国和联合国各区域委员会保护湖泊、水井和泉水，并毫不拖延地公布关于其水位的每一次测量结果，供所有沿岸社区和研究人员使用。\n",
    ),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_cut_and_none_is_too_long(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    old, new = (
        eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in TEXTS[language]
    )
    comparison = eco.compare_editions(old, new)
    brief = make_brief(comparison)
    print_brief(comparison, brief)
    printed = capsys.readouterr().out
    assert max(map(cell_len, printed.splitlines())) <= 60
    letters = "".join(printed.split())
    assert all("".join(line.words.split()) in letters for line in brief.lines)
    assert labels(language)("change.slot_update")[:5] in printed
    assert "_" not in printed


WRAPPED = [
    ("protects lakes, wells and springs", 14, ["protects", "lakes, wells", "and springs"]),
    ("Antidisestablishmentarianism", 10, ["Antidisest", "ablishment", "arianism"]),
    ("保护湖泊，并通报", 8, ["保护湖", "泊，并通", "报"]),
    ("敦促 → 邀请", 12, ["敦促 → 邀请"]),
    ("", 10, []),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED)
def test_lines_end_with_a_word(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines
    assert max(map(cell_len, lines), default=0) <= width


def test_each_doubt_of_a_reading_has_words_in_the_interface() -> None:
    """The codes of warnings and errors as they stand in the readers' source."""
    source = "".join(path.read_text(encoding="utf-8") for path in (Path(eco.__file__).parent / "parse").rglob("*.py"))
    codes = set(re.findall(r'(?:Diagnostic|diagnose)\(\s*"(?:warning|error)",\s*"([a-z-]+)"', source))
    assert len(codes) > 20
    assert {code for code in codes if f"reading.{code}" not in labels("zh").entries} == set()
