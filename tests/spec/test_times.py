"""A time that was set anew is told as one: targets, rhythms, and what falls due; what only moves on with a series is not."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.model.brief import Brief
from ecoanalysis.show.brief import brief_rows

FRAME = {
    "en": "United Nations A/RES/{1}/7\nGeneral Assembly\n\nResolution adopted by the General Assembly on 10 December {2}\n\n{1}/7. Lakes\n\nThe General Assembly,\n\n1. {0}\n",
    "zh": "联合国 A/RES/{1}/7\n大会\n\n{2}年12月10日大会决议\n\n{1}/7. 湖泊\n\n大会，\n\n1. {0}\n",
}


def brief(language: str, old: str, new: str, *, sessions: tuple[int, int] = (77, 79)) -> Brief:
    texts = [
        FRAME[language].format(words, session, 1945 + session)
        for words, session in zip((old, new), sessions, strict=True)
    ]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in texts]
    return make_brief(eco.compare_editions(*editions))


SET = [  # what stood, what stands, what is told
    ("en", "Urges States to map all lakes by 2025.", "Urges States to map all lakes by 2030.", "2025 → 2030: Urges States to map all lakes by 2030"),
    ("en", "Urges States to map all lakes before 1 May 2027.", "Urges States to map all lakes before 1 May 2029.", "2027 → 2029: Urges States to map all lakes before 1 May 2029"),
    ("en", "Invites States to report annually on lakes.", "Invites States to report biennially on lakes.", "annually → biennially: Invites States to report biennially"),
    ("zh", "敦促各国在2025年之前测绘所有湖泊。", "敦促各国在2030年之前测绘所有湖泊。", "2025 → 2030: 敦促各国在2030"),
]  # fmt: skip
SLOTS = [  # the sessions of both editions, the year that stood and the one that stands, what is told
    ("en", (78, 79), "a meeting on lakes in 2024", ("2024", "2030"), ["2024 → 2030: Decides to convene a meeting on lakes in 2030"]),
    ("en", (78, 79), "a meeting on lakes in 2024", ("2024", "2025"), []),  # as far apart as the editions
    ("en", (78, 79), "a meeting on the lakes of 2019", ("2019", "2022"), []),  # past: it tells which
    ("zh", (78, 79), "一次湖泊会议", ("2024", "2030"), ["2024 → 2030: 决定在2030"]),
]  # fmt: skip
UNSET = [  # a number is no time; a time that came alone is new words
    ("en", "Urges States to map 2,025 lakes.", "Urges States to map 2,030 lakes."),
    ("en", "Urges States to map all lakes.", "Urges States to map all lakes by 2030."),
    ("zh", "敦促各国测绘2025个湖泊。", "敦促各国测绘2030个湖泊。"),
]


def test_a_recital_sets_no_time() -> None:
    frame = "The General Assembly,\n\nNoting the forum on lakes held from January to May {0},\n\n1. Urges States to map all lakes.\n"
    editions = [
        eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(frame.format(year)))))
        for year in (2021, 2022)
    ]
    assert "times" not in {line.section for line in make_brief(eco.compare_editions(*editions)).lines}


@pytest.mark.parametrize(("language", "old", "new", "words"), SET)
def test_a_time_set_anew_has_a_place_of_its_own(language: str, old: str, new: str, words: str) -> None:
    lines = brief(language, old, new).lines
    assert [(line.section, line.words) for line in lines] == [("times", words)]


@pytest.mark.parametrize(("language", "old", "new"), UNSET)
def test_what_is_no_time_stays_among_the_words(language: str, old: str, new: str) -> None:
    assert {line.section for line in brief(language, old, new).lines} == {"reworded"}


@pytest.mark.parametrize(("language", "sessions", "what", "years", "words"), SLOTS)
def test_a_year_put_off_is_told_where_nothing_else_changed(
    language: str, sessions: tuple[int, int], what: str, years: tuple[str, str], words: list[str]
) -> None:
    text = f"Decides to convene {what}." if language == "en" else f"决定在{years[0]}年召开{what}。"
    told = brief(language, text, text.replace(*years), sessions=sessions)
    assert [line.words for line in told.lines if line.section == "times"] == words


DUES = [  # what stood, what stands, the sessions of both editions, what falls due now and fell due then
    ("eightieth", "eighty-second", (77, 79), (82, None)),  # as long after its edition as before
    ("eightieth", "eighty-fourth", (77, 79), (84, 80)),
    ("eightieth", "eightieth", (77, 79), (80, None)),  # as it was
    ("eightieth", "eighty-second", (79, 79), (82, 80)),
]


@pytest.mark.parametrize(("old", "new", "sessions", "dues"), DUES)
def test_what_falls_due_at_another_distance_is_told_with_when_it_was(
    old: str, new: str, sessions: tuple[int, int], dues: tuple[int, int | None]
) -> None:
    asks = "Requests the Secretary-General to submit to it at its {} session a report on lakes."
    result = brief("en", asks.format(old), asks.format(new), sessions=sessions)
    assert [(due.session, due.old_session) for due in result.dues] == [dues]
    told = [words for head, _, words in brief_rows(result, labels("en")) if head == "falls due"]
    assert told == [f"report: session {dues[0]}" + (f" (before: session {dues[1]})" if dues[1] else "")]
