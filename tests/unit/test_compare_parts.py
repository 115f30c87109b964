"""A part of a text compared with an edition: only what is there is compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ecoanalysis.compare import compare_editions
from ecoanalysis.compare.fingerprints.edition import to_edition
from ecoanalysis.extract import extract_facts
from ecoanalysis.model.comparison import Comparison
from ecoanalysis.model.edition import Edition
from ecoanalysis.named_comparison import warnings_of
from ecoanalysis.parse import parse_resolution
from ecoanalysis.read import read_text

WHOLE = {
    "en": "The General Assembly,\n\nRecalling its resolution 79/1 on the sharing of river water,\n\n"
    "1. Requests the Secretary-General to report on the level of lakes;\n\n"
    "2. Urges Member States to share what they know of floods;\n\n3. Decides to consider the matter again.\n",
    "zh": "大会，\n\n回顾其关于分享河水的第79/1号决议，\n\n1. 请秘书长报告湖泊水位；\n\n"
    "2. 敦促会员国分享关于洪水的知识；\n\n3. 决定再次审议此事。\n",
}


def edition(text: str) -> Edition:
    return to_edition(extract_facts(parse_resolution(read_text(text))))


def types(comparison: Comparison) -> dict[tuple[str, ...], str]:
    return {link.new or link.old: link.base for link in comparison.links}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("kept", "expected", "beyond"),
    [
        ((2,), {("1",): "identical"}, ("P1", "2", "3")),
        ((3,), {("2",): "identical"}, ("P1", "1", "3")),
        ((2, 3), {("1",): "identical", ("2",): "identical"}, ("P1", "3")),  # where it ends nobody knows
        ((2, 3, 4), {("1",): "identical", ("2",): "identical", ("3",): "identical"}, ("P1",)),
        ((1,), {("P1",): "identical"}, ("1", "2", "3")),
    ],
)
def test_what_a_part_does_not_hold_is_not_dropped(
    language: str, kept: tuple[int, ...], expected: dict[tuple[str, ...], str], beyond: tuple[str, ...]
) -> None:
    paragraphs = WHOLE[language].split("\n\n")
    part = edition("\n\n".join(paragraphs[number] for number in kept))
    comparison = compare_editions(edition(WHOLE[language]), part)
    assert (types(comparison), comparison.beyond) == (expected, (beyond, ()))
    assert f"{len(beyond)} paragraph" in "\n".join(warnings_of(comparison))
    back = compare_editions(part, edition(WHOLE[language]))
    assert (set(types(back).values()), back.beyond) == ({"identical"}, ((), beyond))


def test_behind_the_place_where_a_text_stops_nothing_is_dropped() -> None:
    stopping = edition(WHOLE["en"].partition("\n\n2. ")[0])
    assert stopping.stops
    comparison = compare_editions(edition(WHOLE["en"]), stopping)
    assert (set(types(comparison).values()), comparison.beyond) == ({"identical"}, (("2", "3"), ()))
    cut_within = edition(
        WHOLE["en"]
        .replace("1. Requests the Secretary-General to report on the level of lakes;\n\n2", "1")
        .partition("\n\n3. ")[0]
    )
    assert [link.old for link in compare_editions(edition(WHOLE["en"]), cut_within).links if not link.new] == [("1",)]


def test_of_the_operative_part_alone_what_is_gone_from_it_is_dropped() -> None:
    paragraphs = WHOLE["en"].split("\n\n")
    part = edition(f"{paragraphs[2]}\n\n2. {paragraphs[4].partition('. ')[2]}")
    comparison = compare_editions(edition(WHOLE["en"]), part)
    assert [link.old for link in comparison.links if link.base == "dropped"] == [("2",)]
    assert comparison.beyond == (("P1",), ())


def test_two_whole_texts_leave_nothing_out() -> None:
    comparison = compare_editions(edition(WHOLE["en"]), edition(WHOLE["en"]))
    assert (comparison.beyond, warnings_of(comparison)) == (((), ()), [])


@pytest.mark.parametrize(
    ("old", "new", "warns"),
    [
        ({"adopted_on": "2022-12-14", "session": 77}, {"session": 78}, False),
        ({"session": 78}, {"adopted_on": "2022-12-14", "session": 77}, True),
        ({"adopted_on": "2023-12-19"}, {"adopted_on": "2022-12-14"}, True),
        ({}, {"session": 77}, False),
    ],
)
def test_the_later_text_as_the_old_one_is_warned_of(old: dict[str, Any], new: dict[str, Any], warns: bool) -> None:
    sides = [replace(edition(WHOLE["en"]), **{"adopted_on": None, "session": None} | side) for side in (old, new)]
    assert any("wrong way round" in warning for warning in warnings_of(compare_editions(*sides))) == warns
