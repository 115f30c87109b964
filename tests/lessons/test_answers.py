"""Natural answers, written down before the solutions were looked at: each is accepted, or told the true reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ecoanalysis.lessons.exercises import exercises
from ecoanalysis.lessons.versions import read_source, teacher
from ecoanalysis.lexicon import INTERFACE, load

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "notebooks" / "lessons" / "source"
ANSWERS = {
    language: tomllib.loads((HERE / f"answers_{language}.toml").read_text(encoding="utf-8")) for language in INTERFACE
}
COMPARING = (5, 6, 8)  # lessons whose answers are compared with a text, which takes long
LESSONS = range(1, len(load("interface/lessons")["lesson"]) + 1)


def of_lesson(language: str, number: int) -> dict[str, dict[str, Any]]:
    return {id: answers for id, answers in ANSWERS[language].items() if exercises()[id].lesson == number}


def worked_through(language: str, number: int) -> dict[str, Any]:
    """What a student has who ran the lesson to its end."""
    (path,) = (SOURCES / language).glob(f"{number:02}-*.ipynb")
    names: dict[str, Any] = {}
    for cell in teacher(read_source(path)).cells:
        if cell.cell_type == "code" and cell.id not in ("install", "picture", "whole-text"):
            exec(cell.source, names)
    return names


def test_every_exercise_has_answers_and_every_lesson_twenty() -> None:
    for language in INTERFACE:
        assert set(ANSWERS[language]) == set(exercises())
        for number in LESSONS:
            answers = of_lesson(language, number)
            assert sum(map(len, answers.values())) >= 20
            assert all(True in reasons.values() and len(set(reasons.values())) > 2 for reasons in answers.values())


@pytest.mark.slow
@pytest.mark.parametrize("language", INTERFACE)
@pytest.mark.parametrize(
    "number", [pytest.param(one, marks=[pytest.mark.thorough] if one in COMPARING else []) for one in LESSONS]
)
def test_an_answer_is_accepted_or_told_the_true_reason(
    number: int, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = worked_through(language, number)
    judged = {
        (exercise, typed): names["lesson"].check(exercise, eval(typed, dict(names)))
        for exercise, answers in of_lesson(language, number).items()
        for typed in answers
    }
    assert {place: remark.right or remark.name for place, remark in judged.items()} == {
        (exercise, typed): reason
        for exercise, answers in of_lesson(language, number).items()
        for typed, reason in answers.items()
    }
