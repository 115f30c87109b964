"""What other series ask alike: of the same body, by the same act, on the same matter, one of each series; else nothing."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.lexicon.labels import labels
from ecoanalysis.precedents import add_precedents
from ecoanalysis.show.brief import brief_rows

OLD = "The General Assembly,\n\n1. Urges States to protect lakes.\n"
NEW = "The General Assembly,\n\n1. Urges States to protect lakes;\n\n2. Requests the United Nations Environment Programme to publish data on freshwater ecosystems.\n"
OTHER = """United Nations A/RES/81/{}
General Assembly
Resolution adopted by the General Assembly on 10 December 2026

81/{}. Rivers

The General Assembly,

1. Requests {} on {}.
"""
UNEP = "the United Nations Environment Programme"


@pytest.mark.parametrize(
    ("request_", "matter", "near"),
    [
        (f"{UNEP} to publish data", "freshwater ecosystems", ["A/RES/81/7"]),
        (f"{UNEP} to publish data", "child marriage", []),  # another matter
        (f"{UNEP} to convene a meeting", "freshwater ecosystems", []),  # another act
        ("the World Health Organization to publish data", "freshwater ecosystems", []),  # another party
    ],
)
def test_a_request_is_near_where_act_party_and_matter_agree(
    request_: str, matter: str, near: list[str], tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text(OTHER.format(7, 7, request_, matter), encoding="utf-8")
    old, new = (eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(text)))) for text in (OLD, NEW))
    comparison = eco.compare_editions(old, new)
    brief = add_precedents(make_brief(comparison), comparison, str(tmp_path))
    (check,) = brief.checks
    assert [each.symbol for each in check.nearest] == near
    none = (labels("en")("brief.nearest"), "2", labels("en")("brief.none_near"))
    assert (none in brief_rows(brief, labels("en"))) is not bool(near)
