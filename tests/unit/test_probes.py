"""The probes tell what they are to tell: a false loss, a silent cut, an old verb that stands."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
probes = pytest.importorskip("probes")

CASES = [
    ("en", "Welcomes the work on lakes, rivers, wells and springs", {"lakes", "rivers", "wells", "springs"}),
    ("en", "Urges States to prevent, in preventing and combating crime, harm", {"preventing", "combating"}),
    ("zh", "请各国保护湿地、森林、草原和沙漠", {"森林", "草原", "沙漠"}),
]


@pytest.mark.parametrize(("language", "text", "items"), CASES)
def test_items_are_cut_whole(language: str, text: str, items: set[str]) -> None:
    facts = probes.eco.extract_facts(
        probes.eco.parse_resolution(probes.eco.read_text(probes.DATA[language]["frame"].format(text)))
    )
    cut = list(probes.cuts(facts, random.Random(1)))
    assert cut
    assert {probe.item for probe in cut} <= items
    assert all(probe.item not in probe.new for probe in cut)


@pytest.mark.parametrize(
    ("old", "new", "item", "is_told"),
    [
        ("Welcomes the work on lakes, rivers and wells", "Welcomes the work on lakes and wells", "rivers", True),
        ("Welcomes the work on lakes and wells", "Welcomes the work on lakes and wells", "rivers", False),
        ("Welcomes lakes, the old deep wells in the hills, and rivers", "Welcomes lakes and rivers", "wells", False),
    ],
)
def test_an_item_is_told_with_few_words_beside_it(old: str, new: str, item: str, is_told: bool) -> None:
    assert probes.is_told(probes.Probe("en", old, new, item)) is is_told


def test_a_loss_is_seen() -> None:
    old = "Requests States to draw up plans for wells"
    new = "Requests States to draw up plans for wells, as appropriate"
    assert probes.losses(probes.Probe("en", old, new))
    assert not probes.losses(probes.Probe("en", new, old))


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Welcomes the fund, and urges States to protect lakes and all wells by law", True),
        ("Urges States to help the fund, and notes the need to protect lakes", False),
        ("Encourages States to protect lakes and wells by law", False),
    ],
)
def test_an_old_verb_stands_over_the_old_words(text: str, is_there: bool) -> None:
    clause = "Urges States to protect lakes and wells by law"
    assert probes.stands("Urges", clause, [text], probes.DATA["en"]["word"]) is is_there
