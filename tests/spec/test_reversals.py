"""The opposite is asked: what was to be done is to be left, what shall be done may be; and what is no reversal."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.model.comparison import Comparison

FRAME = {
    "en": "Lakes\n\nThe General Assembly,\n\n1. {}\n\n2. Decides to remain seized of the matter.\n",
    "zh": "湖泊\n\n大会，\n\n1. {}\n\n2. 决定继续处理此案。\n",
}


def compare(language: str, old: str, new: str) -> Comparison:
    texts = [FRAME[language].format(words) for words in (old, new)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in texts]
    return eco.compare_editions(editions[0], editions[1])


def turns(found: Comparison) -> list[tuple[str, str | None, str | None]]:
    changes = [change for link in found.links for change in link.changes if change.by in ("act", "modal")]
    return [(each.type, each.old and each.old.text, each.new and each.new.text) for each in changes]


REVERSED = [
    ("en", "Requests the divers to publish the map of wells on paper;", "Requests the divers not to publish the map of wells on paper;", "to publish", "not to publish"),
    ("en", "Requests the divers not to publish the map of wells on paper;", "Requests the divers to publish the map of wells on paper;", "not to publish", "to publish"),
    ("en", "Decides to extend the mandate of the keeper of lamps for two years;", "Decides to terminate the mandate of the keeper of lamps for two years;", "extend", "terminate"),
    ("en", "Encourages Member States to take part in the forum on old harbours;", "Encourages Member States to refrain from taking part in the forum on old harbours;", "take", "refrain from taking"),
    ("en", "Urges all States to reduce the number of lamps along the coast;", "Urges all States to increase the number of lamps along the coast;", "reduce", "increase"),
    ("en", "Calls upon States to impose limits on the trade in coral;", "Calls upon States to lift limits on the trade in coral;", "impose", "lift"),
    ("zh", "请秘书长公布水井地图和灯塔名录；", "请秘书长不公布水井地图和灯塔名录；", "公布", "不公布"),
    ("zh", "决定延长灯塔管理员的任务；", "决定终止灯塔管理员的任务；", "延长", "终止"),
    ("zh", "鼓励会员国参加旧港口问题论坛；", "鼓励会员国避免参加旧港口问题论坛；", "参加", "避免参加"),
    ("zh", "请秘书长加强沿海各灯塔办事处；", "请秘书长关闭沿海各灯塔办事处；", "加强", "关闭"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "went", "came"), REVERSED)
def test_the_opposite_is_a_change_of_its_own_and_told_as_lost(
    language: str, old: str, new: str, went: str, came: str
) -> None:
    found = compare(language, old, new)
    assert turns(found) == [("reversed", went, came)]
    lines = [(line.section, line.type, line.words) for line in make_brief(found).lines]
    assert lines == [("lost", "reversed", f"{went} → {came}")]


DUTIES = [
    ("en", "Decides that the fund shall pay for lamps in small harbours;", "Decides that the fund may pay for lamps in small harbours;", "weakened", "shall", "may"),
    ("en", "Decides that the fund may pay for lamps in small harbours;", "Decides that the fund must pay for lamps in small harbours;", "strengthened", "may", "must"),
    ("en", "Emphasizes that States should count the lamps every year;", "Emphasizes that States may count the lamps every year;", "weakened", "should", "may"),
    ("zh", "决定基金应资助小港口的灯塔；", "决定基金可资助小港口的灯塔；", "weakened", "应", "可"),
    ("zh", "强调各国必须每年清点灯塔；", "强调各国可以每年清点灯塔；", "weakened", "必须", "可以"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "type", "went", "came"), DUTIES)
def test_how_far_something_binds_is_force(language: str, old: str, new: str, type: str, went: str, came: str) -> None:
    assert turns(compare(language, old, new)) == [(type, went, came)]


NO_TURN = [
    ("en", "Urges States to avoid delays in the payment of harbour dues;", "Urges States to prevent delays in the payment of harbour dues;"),
    ("en", "Urges States to submit maps of the wells to the divers;", "Urges States to provide maps of the wells to the divers;"),
    ("en", "Requests the divers to strengthen the lamps of the harbour;", "Requests the divers to reduce the noise of the ferries;"),
    ("en", "Requests the divers to publish the map of wells;", "Requests the divers to publish the map of wells and not to publish the names of keepers;"),
    ("en", "Calls upon States to mark each flood and to refrain from moving a gauge by night;", "Calls upon States to refrain from moving a gauge by night;"),
    ("zh", "促请各国标明洪水高度，并避免在夜间移动水尺；", "促请各国避免在夜间移动水尺；"),
    ("en", "Decides that the fund shall not pay for lamps in harbours;", "Decides that the fund may not pay for lamps in harbours;"),
    ("zh", "促请各国避免拖欠港口费用；", "促请各国防止拖欠港口费用；"),
    ("zh", "决定基金应持续资助灯塔；", "决定基金应可持续地资助灯塔；"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new"), NO_TURN)
def test_what_is_no_reversal(language: str, old: str, new: str) -> None:
    assert turns(compare(language, old, new)) == []


def test_what_another_clause_still_asks_is_not_reversed() -> None:
    asked = "Requests the divers to publish the map of wells on paper"
    left = "requests the divers not to publish the map of wells on paper in winter"
    assert turns(compare("en", f"{asked};", f"{asked}, and {left};")) == []
