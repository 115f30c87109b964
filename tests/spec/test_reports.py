# ruff: noqa: E501
"""Who is to report to whom and by when: a directive's words, and what of a report they ask for."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.extract.agencies import find_names
from ecoanalysis.extract.clauses.reports import find_deadline, find_report
from ecoanalysis.model.facts import Addressee, Report

GA, ECOSOC, HRC = "general-assembly", "economic-and-social-council", "human-rights-council"
ASKED = (Addressee("Secretary-General", None, "secretary-general", "named", "core"),)


def _report(language: str, text: str, asked: tuple[Addressee, ...] = ASKED) -> Report | None:
    names = find_names(text, language)
    return find_report(text, 0, len(text), names, asked, language, session=75, adopted_on="2020-12-21")


# text, kind, recipient, dues (sessions or a date), periodicity
CASES = [
    ("zh", "秘书长向大会第七十七届会议提交关于灯塔的报告", "report", GA, [77], None),
    ("zh", "各港口将沉船情况随时通知安全理事会", "briefing", "security-council", [], None),
    ("zh", "秘书长在大会第九十届会议闭幕前提出一项灯塔计划", "report", GA, [90], None),
    ("zh", "秘书长详细说明其测量方法，供大会第七十八届会议审议", "report", GA, [78], None),
    ("zh", "秘书长在大会第八十届会议上报告为此采取的步骤", "report", GA, [80], None),
    ("zh", "秘书长报告为此采取的步骤", "report", None, [], None),
    ("en", "the Secretary-General to continue to report every three months on the ferries", "report", None, [], "every three months"),
    ("zh", "秘书长将报告转递人权理事会，供其审议", "report", HRC, [], None),
    ("zh", "秘书长在下次概览报告中提交资料，分析趋势", "content", None, [], None),
    ("zh", "秘书长确保渡口的年度报告继续简要说明沉船情况", "content", None, [], "年度报告"),
    ("zh", "秘书长报告取得的进展，将此作为其关于渡口的报告的一部分", "content", None, [], None),
    ("zh", "秘书长举行讨论，并编写一份讨论摘要递交人权理事会", "report", HRC, [], None),
    ("zh", "秘书长查明向人权理事会的伙伴提供灯塔的机制，并在2032年报告这方面的情况", "report", None, ["2032"], None),
    ("zh", "秘书长就灯塔问题向大会第八十届会议报告", "report", GA, [80], None),
    ("zh", "秘书长向大会第八十五和九十届会议汇报渡口情况", "report", GA, [85, 90], None),
    ("zh", "秘书长向大会第七十七届和第七十九届会议提出报告", "report", GA, [77, 79], None),
    ("zh", "秘书长以秘书长报告的形式向大会提交渡口清单", "report", GA, [], None),
    ("zh", "秘书长以秘书长报告的形式提交渡口清单", "report", None, [], None),
    ("zh", "秘书长每两年向大会提交一份报告", "report", GA, [], "每两年"),
    ("zh", "秘书长就渡口进行摸底，并提交人权理事会讨论", "report", HRC, [], None),
    ("zh", "秘书长最迟于2022年6月30日向大会提出报告", "report", GA, ["2022-06-30"], None),
    ("zh", "秘书长在下一次报告中说明渡口情况", "content", None, [], None),
    ("zh", "秘书长在今后的报告中提供渡口资料", "content", None, [], None),
    ("zh", "秘书长在关于渡口的报告中论述这些问题", "content", None, [], None),
    ("zh", "渡口会议向大会报告上述谈判的结果", "report", GA, [], None),
    ("zh", "秘书长在今后关于渡口的报告中分析和公布数据", "content", None, [], None),
    ("zh", "秘书长在《渡口报告》中用专门章节向大会说明渡口情况", "content", GA, [], None),
    ("zh", "秘书长在其提交大会的报告中酌情更明确地阐述渡口", "content", GA, [], None),
    ("zh", "秘书长随时向大会通报渡口情况", "briefing", GA, [], None),
    ("zh", "秘书长继续提供渡口的最新情况", "briefing", None, [], None),
    ("zh", "管理国告知特别委员会渡口情况", "briefing", None, [], None),
    ("zh", "秘书处通报情况，说明采取的措施", "briefing", None, [], None),
    ("zh", "秘书长将渡口图列入其提交大会的报告", "content", GA, [], None),
    ("zh", "秘书长评估渡口，并作为下次报告的一部分予以汇报", "content", None, [], None),
    ("zh", "秘书长报告采取了哪些行动执行本决议", "report", None, [], None),
    ("zh", "秘书长报告采取了哪些行动", "report", None, [], None),
    ("en", "the Secretary-General to submit to the General Assembly at its eightieth session a report on lighthouses", "report", GA, [80], None),
    ("en", "the Secretary-General to report orally to the Human Rights Council", "report", HRC, [], None),
    ("en", "him to report thereon at the eightieth session of the General Assembly", "report", GA, [80], None),
    ("en", "him to report to the General Assembly at its eighty-second session and biennially thereafter", "report", GA, [82], "biennially"),
    ("en", "him to report to the General Assembly at its seventy-eighth, seventy-ninth and eightieth sessions", "report", GA, [78, 79, 80], None),
    ("en", "him to prepare for submission to the relevant bodies a report on ferries", "report", None, [], None),
    ("en", "him to submit proposals for consideration by the relevant committees", "report", None, [], None),
    ("en", "him to submit a report to the General Assembly by 30 June 2022", "report", GA, ["2022-06-30"], None),
    ("en", "him to submit, with the help of the northern, southern, eastern and western pilots, of the upper, lower and inner harbours, of their schools and of all the boards of the lakes concerned, a report on ferries to the General Assembly at its ninetieth session", "report", GA, [90], None),
    ("en", "him to report on ferries in his next report", "content", None, [], None),
    ("en", "the pilots to take care of indicating in their annual report what they lack", "content", None, [], "annual"),
    ("en", "an update in the context of his next report", "content", None, [], None),
    ("en", "him to provide, in his next report on harbours, an account of the ferries", "content", None, [], None),
    ("en", "the pilots to comment, in their respective reports to the General Assembly, on ferries", "content", GA, [], None),
    ("en", "him to ensure that the annual reports of the pilots continue to include a chart", "content", None, [], "annual"),
    ("en", "him to keep the General Assembly regularly informed of the ferries", "briefing", GA, [], "regularly"),
    ("en", "the pilots to inform the General Assembly at its seventy-sixth session about ferries", "briefing", GA, [76], None),
    ("en", "him to provide continuous updates on the ferries", "briefing", None, [], None),
    ("en", "the pilots to brief the Working Group at the eightieth session of the General Assembly", "briefing", None, [80], None),
    ("en", "To report to the Human Rights Council on ferries", "report", HRC, [], None),
    ("en", "him to report to the General Assembly during its eightieth session", "report", GA, [80], None),
    ("en", "him to report to the General Assembly at its one hundred and first session", "report", GA, [101], None),
    ("en", "the pilots to brief the Economic and Social Council at its 2022 session", "briefing", "ecosoc", ["2022"], None),
    ("zh", "秘书长在现有报告义务范畴内向大会第八十届会议报告渡口情况", "report", GA, [80], None),
    ("zh", "秘书长向理事会2022年会议提交报告", "report", None, ["2022"], None),
    ("zh", "秘书长根据计划，在第八十届会议上报告执行该计划的进展情况", "report", None, [80], None),
    ("zh", "秘书长对联合国项目事务署的服务进行审查，并在其报告中提出结果", "content", None, [], None),
    ("zh", "秘书长向大会第七十九届会议提交调查结果", "report", GA, [79], None),
    ("zh", "秘书长据此提出提案，供大会第七十九届会议审议", "report", GA, [79], None),
    ("zh", "秘书长向第七十七届联合国大会提交关于渡口的报告", "report", GA, [77], None),
    ("zh", "秘书长向人权理事会第五十届会议和大会第七十八届会议提交渡口报告", "report", f"{HRC}, {GA}", [78], None),
    ("zh", "秘书长每年向大会和人权理事会报告渡口情况", "report", f"{GA}, {HRC}", [], "每年"),
    ("zh", "秘书长将渡口的资料纳入今后关于港口的年度报告", "content", None, [], "年度报告"),
    ("zh", "秘书长提供渡口的资料，列入港口向大会第七十七届会议提交的关于航行的报告", "content", GA, [77], None),
    ("zh", "秘书长向大会第七十八届会议报告渡口的情况，并将其纳入年度报告", "report", GA, [78], "年度报告"),
    ("zh", "秘书长在其提交大会的报告中探讨渡口问题", "content", GA, [], None),
    ("zh", "秘书长在大会第七十九届会议主要会期期间，非正式通报渡口情况", "briefing", None, [79], None),
    ("zh", "秘书长在其提交大会第七十九届会议的报告中载入渡口清单", "content", GA, [79], None),
    ("en", "the Secretary-General to report thereon in 2022", "report", None, ["2022"], None),
    ("en", "the Secretary-General to submit a report to the General Assembly in March 2022", "report", GA, ["2022-03"], None),
    ("en", "him to present to the General Assembly a report in 2021, 2022 and 2023 on ferries", "report", GA, ["2021"], None),
    ("en", "him to report at its 2022 segment on ferries", "report", None, ["2022"], None),
    ("en", "him to include a chart in a report to be submitted to the General Assembly at its eightieth session", "content", GA, [80], None),
    ("en", "him to report thereon in the context of the performance report on ports", "content", None, [], None),
    ("en", "him to provide the charts to the General Assembly for its consideration at its eightieth session", "report", GA, [80], None),
    ("en", "him to present proposals on ferries, to be submitted during the eightieth session", "report", None, [80], None),
    ("en", "him to provide an update to the General Assembly at its eightieth session", "briefing", GA, [80], None),
    ("en", "him to submit, in his first annual report, a chart to the General Assembly at its eightieth session", "report", GA, [80], None),
    ("en", "him to submit an annual report on ferries to the General Assembly", "report", GA, [], "annual"),
    ("en", "him to submit a report on the annual voyage of the ferries to the General Assembly", "report", GA, [], None),
    ("en", "him to prepare charts, as part of the report to be submitted to the General Assembly at its eightieth session", "content", GA, [80], None),
    ("en", "him to provide to the General Assembly at its eightieth session further updates on ferries", "briefing", GA, [80], None),
    ("en", "him to prepare a report for the eightieth session of the General Assembly as an input to the Security Council", "report", GA, [80], None),
    ("en", "him to report all wrecks in the LAKES annual pilot reports", "content", None, [], "annual"),
    ("en", "him to include, in the annual reporting to the General Assembly, charts of the lakes", "content", GA, [], "annual"),
    ("en", "that a report be submitted by the pilots at the eightieth session", "report", None, [80], None),
    ("zh", "世界气象组织在经济及社会理事会2042年届会上，向理事会通报渡口情况", "briefing", "ecosoc", [], None),
    ("en", "a briefing by the pilots at the eightieth session", "briefing", None, [80], None),
    # several recipients; what the organ asks for its own consideration; what stands in his reporting
    ("en", "the Secretary-General to report to the General Assembly at its eightieth session and to the Human Rights Council", "report", f"{GA}, {HRC}", [80], None),
    ("en", "the Secretary-General to report to the General Assembly on ties with the Human Rights Council", "report", GA, [], None),
    ("en", "the Secretary-General to report to the Human Rights Council at its fiftieth and fifty-first sessions and to report to the General Assembly at its eightieth session", "report", f"{HRC}, {GA}", [80], None),
    ("en", "the Secretary-General to submit, through the pilots, for its consideration, a proposal at its eightieth session", "report", GA, [80], None),
    ("en", "the Secretary-General to submit, as part of his annual reporting on ferries, information on lamps", "content", None, [], "annual"),
    ("en", "the Secretary-General to submit a report, with all the official records of the eightieth session of the General Assembly", "report", None, [], None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "recipient", "dues", "periodicity"), CASES)
def test_what_is_to_be_reported(
    language: str, text: str, kind: str, recipient: str | None, dues: list[int | str], periodicity: str | None
) -> None:
    report = _report(language, text)
    assert report
    assert (report.kind, report.recipient, report.periodicity) == (kind, recipient, periodicity)
    assert [due.session or due.date for due in report.dues] == dues
    assert (report.due_session or report.due_date) == (dues[0] if dues else None)


NONE = [
    ("zh", "秘书长向会员国发出普通照会，要求提交关于灯塔的报告"),
    ("zh", "各国在使用灯塔时遵循渡口工作组2031年报告"),
    ("zh", "秘书长确保可在渡口网站查阅委员会的最新报告"),
    ("zh", "各国执行特别报告员的建议"),
    ("zh", "各港口分享资料，以便渡口署继续报告渡口的进展情况"),
    ("zh", "各港口提供资料以供编入秘书长报告"),
    ("zh", "各港口将渡口资料列入其报告周期"),
    ("zh", "秘书长继续改进该报告"),
    ("zh", "各国落实秘书长报告中提出的建议"),
    ("zh", "各国通报渔民渡船停航"),
    ("zh", "各国在就国际法委员会的报告进行辩论时力求简洁"),
    ("en", "the Programme to inform, educate and generate public understanding of ferries"),
    ("en", "ports to update their charts"),
    ("en", "States to build the capacity to report data on ferries"),
    ("en", "States to carry out the recommendations contained in the report of the pilots"),
    ("en", "ports to inform passengers of delays"),
    ("en", "the pilots to provide help to ports required to report accidents"),
    ("en", "the pilots to present the reports annually to their respective member countries"),
    ("en", "ports to consider the recommendations in the report"),
    ("zh", "秘书处就拟订供大会审议的提案提供建议"),
    ("zh", "秘书处继续提供召开会议和执行会议审议结果所需的服务"),
    ("zh", "秘书处协助港口拟订提案，供大会审议"),
    ("zh", "特别报告员继续努力"),
    ("zh", "委员会在编写科学报告过程中同专家协商"),
    ("zh", "委员会监测发布，并尽力在报告核可的同一年予以出版"),
    ("zh", "各组织在其文件和报告中，包括在统计数据中，如提及渡口则称之为港口"),
    ("zh", "各国继续对话，包括根据秘书长将在第八十届会议上提交的报告"),
    ("zh", "各缔约方在缔约方会议第四届会议之前通报目标"),
    ("zh", "秘书长支持培训，以帮助各港口编写和向委员会提交渡口图"),
    ("zh", "秘书长考虑通过建议，并将渡口图供提交大会审议"),
    ("zh", "秘书长将渡口问题提交2026年认捐会议"),
    ("en", "the ports to provide regular updates and to light the lamps"),
    ("en", "the ports to work with the pilots in order to advise the Committee on lamps"),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_asks_for_no_report(language: str, text: str) -> None:
    assert _report(language, text, ()) is None


# What States are asked for without a recipient is a report where an organ is plainly meant to get it: that considers it,
# whose resolution it is on; the Secretary-General is an organ. A body reports to the organ that asks it.
STATES = (Addressee("States", None, None, "generic", "core", (), "states"),)
BY_STATES = [
    ("en", "States to report to the Secretary-General on their ferries", "secretary-general"),
    ("en", "States to submit annual reports on their ferries to the Secretary-General", "secretary-general"),
    ("zh", "各国向秘书长报告渡口情况", "secretary-general"),
    ("zh", "各国向秘书长提交渡口情况报告", "secretary-general"),
    ("en", "States to draw up a ferry plan for consideration at its eightieth session", None),
    ("en", "States to develop a ferry plan to be considered at the eightieth session", GA),
    ("en", "States to submit reports on time", None),
    ("en", "States to report on the ferries of the Board", None),
    ("zh", "各国按时提交年度报告", None),
    ("en", "States to submit information on ferries to the Secretary-General", None),
    ("zh", "各国向秘书长提供渡口资料", None),
    ("zh", "各国制定一项渡口计划，供第八十届会议审议", "session"),
]


@pytest.mark.parametrize(("language", "text", "recipient"), BY_STATES)
def test_who_gets_a_document_of_states(language: str, text: str, recipient: str | None) -> None:
    report = _report(language, text, STATES)
    if recipient == "session":
        assert report
        assert report.dues[0].session == 80
    else:
        assert (report.recipient if report else None) == recipient


NOT_DUE = [
    ("zh", "秘书长就大会第七十三届会议通过的2018年12月3日第73/9号决议提出报告"),
    (
        "en",
        "the Secretary-General to submit to the General Assembly a report on the ferries discussed at its seventy-third session",
    ),
    ("en", "the Secretary-General to submit to the General Assembly a report on resolution 73/9 of 3 December 2018"),
    ("en", "the Secretary-General to submit to the General Assembly a report on goals to be met by 2063"),
    ("en", "the Secretary-General to submit to the General Assembly a report to inform the meeting of ports in 2023"),
    ("zh", "秘书长提交报告，为在2023年举行的港口会议提供参考"),
]


@pytest.mark.parametrize(("language", "text"), NOT_DUE)
def test_nothing_falls_due_before_adoption_or_with_a_goal(language: str, text: str) -> None:
    report = _report(language, text)
    assert report
    assert (report.due, report.dues) == (None, ())


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("en", "him to report to the Committee on Information at its forty-fifth session", "forty-fifth session"),
        ("zh", "秘书长向新闻委员会第四十五届会议报告渡口情况", "第四十五届会议"),
        ("en", "him to report to the Committee on Information on ferries", None),
    ],
)
def test_a_session_of_another_organ_is_told_as_written(language: str, text: str, due: str | None) -> None:
    report = _report(language, text)
    assert report
    assert (report.recipient, report.due, report.dues) == ("committee-on-information", due, ())


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        (
            "en",
            "him to report to the General Assembly within 100 working days of its adoption",
            "within 100 working days of its adoption",
        ),
        ("en", "him to submit a report within six months", "within six months"),
        ("en", "him to report to the Council on ferries and to repair them within six months", None),
        ("en", "him to submit to the Council a report on the tides within the harbour", None),
        ("zh", "秘书长在本决议通过后100个工作日内向大会提交报告", "本决议通过后100个工作日内"),
        ("zh", "秘书长在90天内向大会报告渡口情况", "90天内"),
        ("zh", "秘书长向大会报告渡口情况", None),
    ],
)
def test_a_period_is_told_as_written(language: str, text: str, due: str | None) -> None:
    report = _report(language, text)
    assert report
    assert (report.due, report.dues) == (due, ())


def test_a_report_under_the_item_falls_due_when_the_item_does() -> None:
    text = (
        "Decides to take up the item at its eightieth session, and requests him to submit a report under the same item;"
    )
    report = find_report(text, text.index("him"), len(text), [], [], "en", session=78)
    assert report
    assert (report.due, report.due_session) == ("same item", 80)


def test_whose_resolution_is_cited_is_no_recipient() -> None:
    text = "him, mindful of the annex to Economic and Social Council resolution 1980/67, to report on ferries to the General Assembly"
    report = _report("en", text)
    assert report
    assert report.recipient == GA


def test_who_is_given_something_is_no_recipient() -> None:
    text = "him to include in his next report the allocation of resources to the Committee on Information"
    report = _report("en", text)
    assert report
    assert report.recipient is None


@pytest.mark.parametrize(
    ("language", "pronoun"), [("en", "them"), ("en", "it"), ("en", "him"), ("zh", "它们"), ("zh", "他")]
)
def test_a_pronoun_that_was_not_resolved_is_no_reporter(language: str, pronoun: str) -> None:
    text = {"en": "to report to the General Assembly", "zh": "向大会提交报告"}[language]
    report = _report(language, text, (Addressee(pronoun, None, None, "anaphor", "core"),))
    assert report
    assert report.reporter is None


def test_every_reporter_is_named() -> None:
    asked = (*ASKED, Addressee("Chair of the Pilots", None, None, "named", "core"))
    report = _report("en", "the Secretary-General and the Chair of the Pilots to report to the General Assembly", asked)
    assert report
    assert report.reporter == "secretary-general, Chair of the Pilots"


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "him to report to the General Assembly at its eightieth session on the state of lighthouses, and to rest", "the state of lighthouses"),
        ("en", "him to submit a report on ferries to the General Assembly", "ferries"),
        ("en", "him to report on a yearly basis to the General Assembly", None),
        ("zh", "秘书长在下次报告中报告有关情况", "有关情况"),
        ("en", "him to report to the Assembly on the repair, upkeep and use of ferries, including by night", "the repair, upkeep and use of ferries"),
        ("en", "him to report to the Assembly on ferries, including on lights, ports and harbours", "ferries"),
        ("en", "him to report to the Assembly on ferries in 2021 and, after consultations, to rest", "ferries in 2021"),
        ("en", "him to report to the Council on this matter", None),
        ("zh", "秘书长就本决议的执行情况向大会提交报告", "本决议的执行情况"),
        ("zh", "秘书长向大会报告这方面的进展", None),
        ("zh", "秘书长在关于湖泊的年度报告中提供资料，说明渡口的状况", "渡口的状况"),
        ("zh", "秘书长就渡口的安全向大会提交一份报告", "渡口的安全"),
        ("en", "him to report thereon in the context of his next report on harbours", None),
        ("en", "the Board on Fishing Matters to report on ferries", "ferries"),
    ],
)  # fmt: skip
def test_a_topic_stands_alone(language: str, text: str, topic: str | None) -> None:
    report = _report(language, text)
    assert report
    assert report.topic == topic


@pytest.mark.parametrize(
    ("language", "text", "kind", "due"),
    [
        ("zh", "决定在大会第七十九届会议上审议这个问题", "agenda", 79),
        ("zh", "决定将渡口项目列入大会第八十届会议临时议程", "agenda", 80),
        ("zh", "决定在第八十届会议上审查渡口方案", "review", 80),
        ("en", "Decides to continue consideration of the question of ferries at its seventy-seventh session", "agenda", 77),
        ("en", "Decides to examine the question of ferries at its eightieth session", "agenda", 80),
        ("en", "Decides to review the ferry programme at its eightieth session", "review", 80),
        ("en", "Decides to extend the mandate of the pilots until 31 December 2027", "expiry", "2027-12-31"),
        ("en", "Decides that pilots may sit in the Board until the end of its ninetieth session", "expiry", 90),
        ("zh", "决定准许领航员列席理事会，到第九十届会议结束为止", "expiry", 90),
        ("zh", "决定将领航员的任期延长到第九十届会议闭幕", "expiry", 90),
        ("zh", "决定在第八十届会议上讨论渡口问题", "agenda", 80),
    ("en", "Decides that the ferry fares shall be reviewed at its eightieth session", "review", 80),
    ("zh", "决定第八十届会议对渡口收费进行复核", "review", 80),
    ("en", "Decides to extend the mandate of the pilots for a further period of three years", "expiry", "a further period of three years"),
    ("en", "Decides that all ports shall, for a period of twelve months, close the locks", "expiry", "a period of twelve months"),
    ("zh", "决定将领航员的任务期限再延长三年", "expiry", "三年"),
        ("zh", "决定将渡口项目列入第八十届联合国大会临时议程", "agenda", 80),
    ],
)  # fmt: skip
def test_when_a_matter_comes_back(language: str, text: str, kind: str, due: int | str) -> None:
    deadline = find_deadline(text, 0, len(text), language, session=75)
    assert deadline
    assert (deadline.kind, deadline.due_session or deadline.due_date or deadline.due) == (kind, due)


NO_DEADLINE = [
    ("zh", "决定在大会第八十届会议期间召开渡口会议，以审查航道"),
    ("en", "Decides to convene, during its eightieth session, a meeting to review the channels"),
    (
        "en",
        "Authorizes the pilots to buy lamps, on the understanding that they will revert to the General Assembly at its eightieth session",
    ),
    ("en", "Decides to hold a regatta for three days"),
    ("zh", "决定会议于第七十八届会议期间举行，包括一个专题小组讨论和一个讨论部分"),
    ("en", "Authorizes the pilots to act as they may consider appropriate, and to rest until its eightieth session"),
    (
        "en",
        "Decides that the President at its eightieth session will invite the pilots, giving due consideration to their age",
    ),
]


@pytest.mark.parametrize(("language", "text"), NO_DEADLINE)
def test_what_brings_no_matter_back(language: str, text: str) -> None:
    assert find_deadline(text, 0, len(text), language, session=75) is None


DECIDED = """A/RES/76/999

The General Assembly,

Recalling its resolution 75/998,

1. Decides to request the Secretary-General to submit a report on lakes to the General Assembly at its eightieth session;

2. Decides:

(a) To request the Secretary-General to report to the General Assembly at its seventy-eighth session on ferries;

(b) To invite the Chair of the Committee on Lakes to present an oral report to it at its seventy-seventh session;

(c) To consider the matter at its seventy-ninth session.
"""


def test_what_a_decision_is_to_ask_for_is_a_report() -> None:
    facts = eco.extract_facts(eco.parse_resolution(eco.read_text(DECIDED)))
    reports = {clause.paragraph: clause.report for clause in facts.clauses if clause.report}
    assert {name: (report.reporter, report.due_session) for name, report in reports.items()} == {
        "1": ("secretary-general", 80),
        "2.a": ("secretary-general", 78),
        "2.b": ("Chair of the Committee on Lakes", 77),
    }
    assert {clause.paragraph for clause in facts.clauses if clause.deadline} == {"2.c"}


# A decision that someone shall report asks for a report; one that something be done with a report asks for none.
BY_DECISION = [
    (
        "Resolves that the Secretary-General shall report to the General Assembly at its eighty-first session;",
        "secretary-general",
    ),
    ("Decides that the Economic and Social Council shall consider the report on ferries at its next session;", None),
    ("决定秘书长应向大会第八十届会议提交报告；", "secretary-general"),
    ("决定会议应通过一份宣言，由大会主席提交大会；", None),
]


@pytest.mark.parametrize(("text", "reporter"), BY_DECISION)
def test_who_shall_report_by_a_decision(text: str, reporter: str | None) -> None:
    opening = "The General Assembly," if text.isascii() else "大会，"
    facts = eco.extract_facts(eco.parse_resolution(eco.read_text(f"{opening}\n\n1. {text}\n")))
    report = facts.clauses[-1].report
    assert (report.reporter if report else None) == reporter


def test_an_office_of_another_sort_than_its_body_reports_itself() -> None:
    office = "Special Representative of the Secretary-General on Ferries"
    asked = (Addressee(office, None, "secretary-general", "named", "core", (), "secretariat"),)
    report = _report("en", f"the {office} to submit a report to the General Assembly", asked)
    assert report is not None
    assert report.reporter == office


# A directive that turns to another party with an act of its own: who reports is the one whose act that is.
CHAIR = Addressee("Chair of the Pilots", None, None, "named", "core")
TURNS = [
    ("en", "the Chair of the Pilots to mend the lamps, and the Secretary-General to report to the General Assembly at its eightieth session", "secretary-general"),
    ("en", "the Chair of the Pilots to mend, without delay, the lamps and the Secretary-General, once they burn, to report thereon to the General Assembly", "secretary-general"),
    ("en", "the Chair of the Pilots to report to the General Assembly at its eightieth session, and the Secretary-General to mend the lamps", "Chair of the Pilots"),
    ("en", "the Chair of the Pilots to appoint two divers, who shall report to the General Assembly at its eightieth session", "divers"),
    ("en", "the Chair of the Pilots to report on ties of the General Assembly with the Secretary-General to the General Assembly", "Chair of the Pilots"),
    ("zh", "渡口主席任命潜水员，由其向大会第八十届会议报告", None),
    ("zh", "渡口主席召开会议，由秘书长向大会第八十届会议提交报告", "secretary-general"),
    ("zh", "渡口主席向大会第八十届会议提交由潜水员编写的报告", "Chair of the Pilots"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "reporter"), TURNS)
def test_who_reports_is_the_one_whose_act_it_is(language: str, text: str, reporter: str | None) -> None:
    act = text.index(" to ") + 1 if language == "en" else 4
    names = find_names(text, language)
    report = find_report(text, 0, len(text), names, (CHAIR,), language, act=act, session=75, adopted_on="2020-12-21")
    assert report
    assert report.reporter == reporter


# text, recipients, dues, periodicity: of several acts, several organs, several times
EACH = [
    ("en", "him to hold, before its seventy-ninth session, a regatta and to submit a report to the General Assembly at its eightieth session", GA, [80], None),
    ("en", "him to submit a report to the General Assembly at its eightieth session and to hold a regatta at its eighty-first session", GA, [80], None),
    ("zh", "秘书长在第七十九届会议之前举行赛舟会，并于第八十届会议向大会提交报告", GA, [80], None),
    ("en", "him to submit an interim report to the Economic and Social Council at its 2024 session and a final report to the General Assembly at its eightieth session", f"ecosoc, {GA}", ["2024", 80], None),
    ("zh", "秘书长向经济及社会理事会2024年会议提交中期报告，并向大会第八十届会议提交最后报告", f"ecosoc, {GA}", ["2024", 80], None),
    ("en", "him to submit to the General Assembly, no later than 1 May 2023, a draft, and a final report to the Security Council no later than 1 June 2024", f"{GA}, security-council", ["2023-05-01", "2024-06-01"], None),
    ("zh", "秘书长至迟于2023年5月1日向大会提交草稿，并在商议后，至迟于2024年6月1日向安全理事会提交最后报告", f"{GA}, security-council", ["2023-05-01", "2024-06-01"], None),
    # an organ that a short name alone names: its time is not the other's
    ("en", "the pilots to provide to the Committee, no later than 1 May 2023, an update, and a final report to the Security Council no later than 1 June 2024", "security-council", ["2024-06-01"], None),
    ("zh", "领航员至迟于2023年5月1日向委员会提供最新情况，并至迟于2024年6月1日向安全理事会提交最后报告", "security-council", ["2024-06-01"], None),
    ("en", "him to submit a report to the General Assembly at its eightieth session and, in a short version, to the Human Rights Council at its sixtieth session", f"{GA}, {HRC}", [80], None),
    ("en", "him to report to the General Assembly at its eightieth session on lamps and on aid given to the Security Council", GA, [80], None),
    ("en", "him to brief the Security Council every ten days, beginning on 1 May 2023, on lamps", "security-council", [], "every ten days"),
    ("en", "him to brief the Human Rights Council at its biennial sessions", HRC, [], "biennial"),
    ("zh", "秘书长从2023年5月1日起，每十天向安全理事会通报一次渡口情况", "security-council", [], "每十天"),
    ("zh", "秘书长每三个月向安全理事会通报渡口情况", "security-council", [], "每三个月"),
    ("en", "him to submit a report for the consideration of the Economic and Social Council at its 2024 session", "ecosoc", ["2024"], None),
    ("zh", "秘书长在下一次渡口报告中，但不得迟于第八十届会议，说明所采取的步骤", None, [80], None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "recipient", "dues", "periodicity"), EACH)
def test_each_organ_has_its_time(
    language: str, text: str, recipient: str | None, dues: list[int | str], periodicity: str | None
) -> None:
    report = _report(language, text)
    assert report
    assert (report.recipient, report.periodicity) == (recipient, periodicity)
    assert [due.session or due.date for due in report.dues] == dues
    assert report.topic is None or "2023" not in report.topic
