"""What a report is about, read by itself under the title of its resolution."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.recurring.obligations import obligations_of
from ecoanalysis.recurring.topics import standing_alone

PART = """Resolution 76/998 {letter}

76/998 {letter}. Lakes

The General Assembly,

Recalling its resolution 75/998,

Requests the Secretary-General to submit a report on ferries to the General Assembly at its eightieth session.
"""


@pytest.mark.parametrize(
    ("language", "topic", "alone"),
    [
        ("en", "the state of ferries", "the state of ferries"),
        ("en", "the implementation of the present resolution", "the implementation of resolution 61/1"),
        ("en", "his efforts to mend the ferries", "efforts to mend the ferries"),
        ("en", "the ferries and", "the ferries"),
        ("en", "measures taken by the ports", "measures taken by the ports"),
        ("zh", "本决议执行情况", "第61/1号决议执行情况"),
        ("zh", "其渡船的数目", "渡船的数目"),
        ("zh", "与渡口有关的最新动态", "与渡口有关的最新动态"),
        ("fr", "l'application de la présente résolution", "l'application de la résolution 61/1"),
    ],
)
def test_a_topic_that_is_understood(language: str, topic: str, alone: str) -> None:
    assert standing_alone(topic, "", "A/RES/61/1", language) == alone


@pytest.mark.parametrize(
    ("language", "topic"),
    [
        ("en", "measures taken in this regard"),
        ("en", "the use of such ferries"),
        ("en", "the achievements of those ports"),
        ("en", "the progress achieved so far"),
        ("en", "the information received"),
        ("en", "the work of the Committee"),
        ("en", "the ferries in question"),
        ("en", "ferries” of the item"),
        ("en", "progress in its implementation"),
        ("zh", "有关情况"),
        ("zh", "在这方面取得的进展"),
        ("zh", "执行该计划的进展情况"),
        ("zh", "委员会的工作"),
        ("zh", "、渡口”的项目下"),
        ("zh", "或按照上文第1段"),
        ("zh", "渡船的情况供其审议"),
        ("zh", "如何在修理渡船的工作中"),
        ("zh", "它们为修理渡船所作的努力"),
        ("zh", "成果"),
        ("fr", "ces questions"),
    ],
)
def test_what_is_left_to_the_title(language: str, topic: str) -> None:
    assert standing_alone(topic, "Lakes", "A/RES/61/1", language) is None


def test_a_short_name_is_understood_where_the_title_has_it() -> None:
    assert standing_alone("the work of the Committee", "Committee on Lakes", "A/RES/61/1", "en")


def test_what_the_title_says_is_not_said_twice() -> None:
    assert standing_alone("the state of lakes", "Report on the state of lakes", "A/RES/61/1", "en") is None


def test_parts_that_share_a_title_are_told_apart_by_their_letter() -> None:
    facts = [eco.extract_facts(eco.parse_resolution(eco.read_text(PART.format(letter=letter)))) for letter in "AB"]
    symbols = [f"A/RES/76/998 {letter}" for letter in "AB"]
    asked = obligations_of([[symbol] for symbol in symbols], eco.to_tables(facts, terms=False))
    assert [each.subject["en"] for group in asked for each in group] == ["Lakes A: ferries", "Lakes B: ferries"]
