# ruff: noqa: E501 - cases stand one a line
"""Citations and dates as tables."""

from __future__ import annotations

import pytest

from ecoanalysis.extract.citations import find_citations
from ecoanalysis.parse.dates import find_dates

CITED: list[tuple[str, str, str, list[str | None]]] = [
    ("zh", "GA", "第50/1、51/21和52/19号决议", ["A/RES/50/1", "A/RES/51/21", "A/RES/52/19"]),
    ("zh", "GA", "安全理事会第1373(2001)号决议", ["S/RES/1373 (2001)"]),
    ("zh", "ECOSOC", "其2006年7月28日第2006/46号决议", ["E/RES/2006/46"]),
    ("zh", "GA", "第55/488号决定", ["A/DEC/55/488"]),
    ("zh", "GA", "大会第217A(III)号决议", ["A/RES/217 A (III)"]),
    ("zh", "GA", "大会第ES-10/13号决议", ["A/RES/ES-10/13"]),
    ("zh", "GA", "人权理事会2022年10月6日第51/4号决议", ["A/HRC/RES/51/4"]),
    ("zh", "GA", "见A/66/601-S/2011/767，附件。", ["A/66/601-S/2011/767"]),
    ("zh", "GA", "联合国，《条约汇编》，第 2562 卷，第 45696 号。", ["UNTS 2562/45696"]),
    ("en", "GA", "its resolutions 50/1 of 12 October 1995 and 51/21 of 27 November 1996", ["A/RES/50/1", "A/RES/51/21"]),
    ("en", "GA", "Security Council resolution 242 (1967)", ["S/RES/242 (1967)"]),
    ("en", "GA", "Ibid., vol. 1079, No. 16510.", ["UNTS 1079/16510"]),
    # the organ named governs its whole list, until another is named or "its" turns back to the adopting organ
    ("en", "GA", "Human Rights Council resolutions 9/3 of 24 September 2008, 12/7 of 1 October 2009 and 15/23 of 1 October 2010", ["A/HRC/RES/9/3", "A/HRC/RES/12/7", "A/HRC/RES/15/23"]),
    ("en", "GA", "the Human Rights Council, in its resolutions 9/3 and 15/23", ["A/HRC/RES/9/3", "A/HRC/RES/15/23"]),
    ("en", "GA", "Human Rights Council resolution 9/3 and its resolution 70/1", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("en", "HRC", "General Assembly resolution 60/251 and Council resolution 5/1", ["A/RES/60/251", "A/HRC/RES/5/1"]),
    ("en", "GA", "Council resolution 2021/5", ["E/RES/2021/5"]),
    ("en", "GA", "Council resolution 1540 (2004)", ["S/RES/1540 (2004)"]),
    ("en", "GA", "Commission resolution 3/1 and Governing Council decision 27/2", [None, None]),
    ("zh", "GA", "人权理事会2008年9月24日第9/3号、2009年10月1日第12/7号和2010年10月1日第15/23号决议", ["A/HRC/RES/9/3", "A/HRC/RES/12/7", "A/HRC/RES/15/23"]),
    ("zh", "GA", "人权理事会第9/3号决议以及其第70/1号决议", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("zh", "GA", "人权理事会第9/3号决议和大会第70/1号决议", ["A/HRC/RES/9/3", "A/RES/70/1"]),
    ("zh", "GA", "环境署理事会第27/2号决定", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "organ", "text", "symbols"), CITED)
def test_symbols(language: str, organ: str, text: str, symbols: list[str | None]) -> None:
    assert [cited.symbol for cited in find_citations(text, language, organ)] == symbols


NAMED: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("en", "the Harbour Declaration and Programme of Action", [("instrument", "Harbour Declaration and Programme of Action")]),
    ("en", "implementing the 2030 Agenda for Sustainable Development", [("instrument", "2030 Agenda for Sustainable Development")]),
    ("en", "the Lima Framework for River Safety 2015–2030 and the Cairo Roadmap", [("instrument", "Lima Framework for River Safety 2015–2030"), ("instrument", "Cairo Roadmap")]),
    ("en", "the Standard Minimum Rules for the Care of Harbours (the Oslo Rules)", [("instrument", "Standard Minimum Rules for the Care of Harbours (the Oslo Rules)")]),
    ("en", "the aims of Vision 2025 and of Agenda 21", [("instrument", "Vision 2025"), ("instrument", "Agenda 21")]),
    ("en", "the Rio Compact for Safe, Orderly and Cheap Ferries, the tides and winds", [("instrument", "Rio Compact for Safe, Orderly and Cheap Ferries")]),
    ("en", "the Protocol to Prevent, Suppress and Punish Piracy", [("treaty", "Protocol to Prevent, Suppress and Punish Piracy")]),
    ("en", "the Oslo Declaration on Harbours, Noting that ships wait", [("instrument", "Oslo Declaration on Harbours")]),
    ("en", "the Convention on the Rights of the Child and the Charter of the United Nations", [("treaty", "Convention on the Rights of the Child"), ("treaty", "Charter of the United Nations")]),
    ("en", "under the Agreement, its strategy, a framework for ports and the Declaration", []),
    ("zh", "遵循《联合国宪章》和《港口宪章》", [("treaty", "《联合国宪章》"), ("instrument", "《港口宪章》")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), NAMED)
def test_named_instruments(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(cited.kind, text[cited.start : cited.end]) for cited in find_citations(text, language)] == expected


def test_a_citation_carries_its_date_and_section() -> None:
    (cited,) = find_citations("2019年7月25日第73/330号决议，附件二", "zh")
    assert (cited.date, cited.section) == ("2019-07-25", "附件二")


def test_ibid_alone_repeats_the_note_before() -> None:
    (before,) = find_citations("联合国，《条约汇编》，第75卷，第973号。", "zh")
    (again,) = find_citations("同上。", "zh", before=before)
    assert again.symbol == "UNTS 75/973"


DATES = [
    ("zh", "2021 年 9 月 9 日", ["2021-09-09"]),
    ("zh", "2016年7月24日至28日", ["2016-07-24/2016-07-28"]),
    ("zh", "2018年5月", ["2018-05"]),
    ("zh", "于2017年完成", ["2017"]),
    ("zh", "《2030年可持续发展议程》", []),
    ("zh", "2025年愿景", []),
    ("en", "from 26 to 28 September 2016", ["2016-09-26/2016-09-28"]),
    ("en", "in May 2018", ["2018-05"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates(language: str, text: str, expected: list[str]) -> None:
    assert [found.date for found in find_dates(text, language)] == expected
