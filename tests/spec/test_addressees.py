# ruff: noqa: E501 - cases stand one a line
"""Addressees as a table: a directive, and the parties that it expects to act."""

from __future__ import annotations

import pytest

from ecoanalysis.extract.addressees import find_parties
from ecoanalysis.extract.agencies import find_names
from ecoanalysis.extract.clauses import find_acts

Expected = list[tuple[str | None, str, str]]

CASES: list[tuple[str, str, Expected]] = [
    ("zh", "请秘书长提交报告；", [("秘书长", "named", "core")]),
    ("zh", "邀请联合国有关机关和机构考虑支持；", [("联合国有关机关和机构", "generic", "core")]),
    ("zh", "邀请相关国际组织和金融机构协助；", [("相关国际组织", "generic", "core"), ("金融机构", "generic", "core")]),
    ("zh", "鼓励各国际组织和专门机构合作；", [("各国际组织", "generic", "core"), ("专门机构", "generic", "core")]),
    ("zh", "促请国际和区域组织合作；", [("国际和区域组织", "generic", "core")]),
    ("zh", "呼吁联合国有关机构、国际金融机构和金融工具提供支持；", [("联合国有关机构", "generic", "core"), ("国际金融机构", "generic", "core"), ("金融工具", "generic", "core")]),
    ("zh", "邀请联合国有关机构，特别是世界银行，考虑；", [("联合国有关机构", "generic", "core"), ("世界银行", "named", "example")]),
    ("zh", "邀请联合国贸易和发展会议与经济合作组织合作；", [("联合国贸易和发展会议", "named", "core")]),
    ("zh", "鼓励尚未加入该公约的会员国加入；", [("尚未加入该公约的会员国", "generic", "core")]),
    ("zh", "鼓励它们继续努力；", [("它们", "anaphor", "core")]),
    ("zh", "鼓励最后确定框架协定；", [(None, "unspecified", "core")]),
    ("zh", "敦促联合国人类住区规划署(人居署)扩大合作；", [("联合国人类住区规划署(人居署)", "named", "core")]),
    ("en", "Requests the Secretary-General to submit a report;", [("Secretary-General", "named", "core")]),
    ("en", "Invites the relevant United Nations institutions and agencies to assist;", [("relevant United Nations institutions and agencies", "generic", "core")]),
    ("en", "Urges the specialized agencies and other organizations and programmes of the United Nations system to continue;", [("specialized agencies", "generic", "core"), ("other organizations and programmes of the United Nations system", "generic", "core")]),
    ("en", "Invites United Nations agencies, in particular the World Bank, to help;", [("United Nations agencies", "generic", "core"), ("World Bank", "named", "example")]),
    ("en", "Encourages the finalization of the agreement;", [(None, "unspecified", "core")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_addressees(language: str, text: str, expected: Expected) -> None:
    (act,) = find_acts(text, language, "operative")
    parties = find_parties(text, act.phrase.end, act.stop, find_names(text, language), language)
    assert [
        (None if party.start is None else text[party.start : party.end], party.kind, party.role) for party in parties
    ] == expected
