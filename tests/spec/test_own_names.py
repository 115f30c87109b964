"""The short name of the organ that speaks, in its own texts."""

from __future__ import annotations

import pytest

from ecoanalysis.extract.agencies import find_names

GA, SC, HRC, ECOSOC = "general-assembly", "security-council", "human-rights-council", "ecosoc"

CASES = [
    ("en", "HRC", "Requests the pilots to report on lamps to the Council at its sixtieth session", [HRC]),
    ("en", "ECOSOC", "Requests the pilots to submit charts to the Council", [ECOSOC]),
    ("en", "SC", "Requests the pilots to brief the Council every ten days", [SC]),
    ("en", "GA", "Requests the pilots to report on lamps to the Assembly", [GA]),
    ("zh", "HRC", "请领航员向理事会第六十届会议提交灯塔报告", [HRC]),
    ("zh", "ECOSOC", "请领航员提交海图，供理事会2035年会议审议", [ECOSOC]),
    # another body so called, or a word of a longer name
    ("en", "HRC", "Invites the Harbour Council to report to the Council on lamps", []),
    ("en", "HRC", "Recalls the Council of Ports, and requests the pilots to inform the Council", []),
    ("en", "GA", "Requests the Harbour Assembly to send charts to the Assembly", []),
    ("en", "GA", "Requests the pilots to advise the Assembly of Ports", []),
    ("en", "GA", "Requests the pilots to submit charts to the Council", []),
    ("zh", "HRC", "请渡口理事会向理事会提交海图", []),
    ("zh", "HRC", "请领航员向渡口理事会提交海图", []),
    ("zh", "GA", "请领航员向理事会提交海图", []),
    ("zh", None, "请领航员向理事会提交海图", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "organ", "text", "bodies"), CASES)
def test_the_organ_that_speaks_is_meant_by_its_short_name(
    language: str, organ: str | None, text: str, bodies: list[str]
) -> None:
    assert [name.agency for name in find_names(text, language, (), organ) if name.agency] == bodies
