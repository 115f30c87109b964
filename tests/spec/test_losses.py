"""What is no loss: words that stand elsewhere, in another order, in other words, or that only time overtook."""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import replace

import pytest

import ecoanalysis as eco
from ecoanalysis.compare.brief import make_brief
from ecoanalysis.model.brief import BriefLine

FRAME = {"en": "Lakes\n\nThe General Assembly,\n\n{}\n", "zh": "湖泊\n\n大会，\n\n{}\n"}
FOLLOWING = {"en": "\n\n9. Decides to remain seized of the matter.", "zh": "\n\n9. 决定继续处理此案。"}


UNCERTAIN = ("statement", "short", "bound", "other_text")  # what these say of small texts, test_certainty.py tells


def judged(line: BriefLine) -> BriefLine:
    """A line but for the doubts that all statements, short requests and decisions share."""
    return replace(line, section="lost", reason=None) if line.reason in UNCERTAIN else line


def losses(language: str, old: str, new: str, sections: tuple[str, ...] = ("lost",)) -> list[BriefLine]:
    sides = [FRAME[language].format(f"1. {words}{FOLLOWING[language]}") for words in (old, new)]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(side)))) for side in sides]
    brief = make_brief(eco.compare_editions(editions[0], editions[1]))
    return [line for line in map(judged, brief.lines) if line.section in sections]


@pytest.mark.parametrize(
    ("kind", "language", "old", "new"),
    [
        (
            "a name made short",
            "en",
            "Reaffirms the full implementation of the 2030 Agenda for Sustainable Development and of the plan;",
            "Reaffirms the full implementation of the 2030 Agenda and of the plan;",
        ),
        (
            "noted, then recalled",
            "en",
            "Notes the holding of the first conference on lakes in Geneva;",
            "Recalls the holding of the first conference on lakes in Geneva;",
        ),
        (
            "decided, then recalled",
            "en",
            "Decides to establish a panel of experts on the quality of lakes;",
            "Recalls the establishment of a panel of experts on the quality of lakes;",
        ),
        (
            "looked forward to, then held",
            "en",
            "Welcomes the work on lakes, and looks forward to the conference on lakes in 2030;",
            "Welcomes the work on lakes;",
        ),
        (
            "it points back",
            "en",
            "Welcomes the Academy, and looks forward to its continued efforts in this regard to promote lakes;",
            "Welcomes the Academy, and looks forward to its continued efforts to promote lakes;",
        ),
        (
            "the request lives on in a wider one",
            "en",
            "Calls upon States to protect lakes, and encourages States to protect rivers, wells and springs by law;",
            "Calls upon States to protect lakes, including rivers, wells and springs by law;",
        ),
        (
            "the same said under another reservation of its kind",
            "zh",
            "邀请各委员会在其任务授权内适当顾及湖泊的保护；",
            "邀请各委员会在各自任务范围内适当顾及湖泊的保护；",
        ),
        (
            "asked in other words",
            "zh",
            "鼓励感兴趣的国家利用湖泊评估工具；",
            "鼓励有关国家利用湖泊评估工具，并在自愿基础上通报其使用情况；",
        ),
        (
            "a condition that went",
            "en",
            "Endorses the conclusions of the Committee, subject to the provisions of the present resolution;",
            "Endorses the conclusions of the Committee;",
        ),
        (
            "a fact told aside",
            "en",
            "Welcomes the fund for lakes, which has provided eight million dollars to nine countries, and its work on wells;",
            "Welcomes the fund for lakes, and its work on wells;",
        ),
        (
            "where and when it was",
            "en",
            "Recalls the decisions of the conference on lakes, held in Geneva from 17 to 28 August 2019, and its report on wells;",
            "Recalls the decisions of the conference on lakes, and its report on wells;",
        ),
        (
            "the theme of what was awaited",
            "zh",
            "欢迎将于2021年在日内瓦举行的第四次湖泊会议，其主题是为了人类和自然保护湖泊；",
            "欢迎将于2023年在日内瓦举行的第五次湖泊会议；",
        ),
        (
            "what was asked for came true",
            "en",
            "Welcomes the recent ratifications of the Convention on Lakes, and encourages further ratifications of that Convention by "
            "States, with a view to its early entry into force;",
            "Welcomes the entry into force, on 25 June 2021, of the Convention on Lakes;",
        ),
        (
            "the verb said at greater length",
            "en",
            "Reiterates the request by the Committee on Lakes that the Agency further strengthen cooperation on safety;",
            "Reiterates the Committee’s request that the Agency further strengthen cooperation on safety;",
        ),
        (
            "welcomed, then asked for",
            "en",
            "Welcomes the establishment of a fund for lakes at the Bank to support fishers;",
            "Urges States to provide contributions to the fund for lakes at the Bank to support fishers;",
        ),
        (
            "asked again in fewer words",
            "en",
            "Acknowledges the progress made in the mandates, and calls for the full implementation of all mandates, including others;",
            "Acknowledges the progress made in the mandates, and continues to call for their full implementation;",
        ),
        (
            "one reservation for another of its kind",
            "zh",
            "鼓励缔约国适当时考虑在实践中利用湖泊准则；",
            "鼓励缔约国酌情考虑在实践中利用湖泊准则；",
        ),
        (
            "asked to report, and the report is welcomed, the body by its short name",
            "en",
            "Welcomes the pledges made at the Forum on Lakes, and requests the High Commissioner to report regularly on lakes;",
            "Welcomes the pledges made at the Forum on Lakes, and also welcomes the High Commissioner’s regular report;",
        ),
        (
            "a limit that went",
            "en",
            "Welcomes the use of models of lakes by the Panel, on an exceptional basis, during the drought, and its work on wells;",
            "Welcomes the use of models of lakes by the Panel and its work on wells;",
        ),
        (
            "when it was to be",
            "en",
            "Requests the Panel to hold a half-day event during the seventy-fifth session of the Assembly, and to report on wells;",
            "Requests the Panel to hold a half-day event, and to report on wells;",
        ),
        (
            "when it was to be",
            "zh",
            "欢迎各国为保护湖泊作出努力，以及将于2023年在日内瓦举行湖泊问题部长级会议；",
            "欢迎各国为保护湖泊作出努力；",
        ),
        (
            "what was said of a time",
            "en",
            "Recalls the Third Decade of Lakes, which will end in 2020, and its programme for wells and springs;",
            "Recalls the Third Decade of Lakes and its programme for wells and springs;",
        ),
        (
            "why",
            "en",
            "Stresses the need to protect all wells in the region as a result of the ongoing drought, and to mend the shores of lakes;",
            "Stresses the need to protect all wells in the region, and to mend the shores of lakes;",
        ),
        (
            "the weight said behind the verb",
            "en",
            "Strongly condemns all pollution of lakes and wells in the region by ships;",
            "Condemns in the strongest terms all pollution of lakes and wells in the region by ships;",
        ),
        (
            "what is felt said behind the verb",
            "en",
            "Notes with concern the uneven protection of lakes and wells in the region;",
            "Notes with its repeated concern the uneven protection of lakes and wells in the region;",
        ),
        (
            "a date more or less",
            "en",
            "Notes with interest the meetings of the Panel held on 5 June 2015 and subsequently on 2 November 2017 and 27 March 2018;",
            "Notes with interest the meetings of the Panel held on 5 June 2015, 2 November 2017, 27 March 2018 and 4 May 2019;",
        ),
        (
            "the same urged of those who were not understood",
            "zh",
            "在这方面敦促在技术和法律上并且以透明的方式促进正在加入世界湖泊组织的沿岸国家逐步加入，并重申规则的重要性；",
            "在这方面敦促从技术和法律上并且以透明的方式便利正在加入世界湖泊组织的沿岸国家的加入进程，并重申规则的重要性；",
        ),
        (
            "asked in few words, then in more",
            "zh",
            "注意到湖泊中心开发的评估工具，并鼓励感兴趣的国家加以利用；",
            "注意到有关国家使用湖泊中心开发的评估工具，并鼓励有关国家利用该工具并通报其使用情况；",
        ),
        (
            "it points back to what was named",
            "en",
            "Notes the measures taken at all wells, and stresses that the quality of lakes must not be undermined by these measures;",
            "Notes the measures taken at all wells, and stresses that the quality of lakes must not be undermined;",
        ),
        (
            "it points back to what was named",
            "zh",
            "确认各种旱灾包括湖泊干涸的次数和规模增加，这些旱灾在某些情况下可能导致居民离开家园；",
            "确认各种旱灾包括湖泊干涸的次数和规模增加，在某些情况下可能导致居民离开家园；",
        ),
        (
            "a concession",
            "en",
            "Notes with concern that the panel of divers did not agree on a programme of work, although the panel did hold talks in its groups;",
            "Notes with concern that the panel of divers did not agree on a programme of work;",
        ),
        (
            "for how long it has been so",
            "en",
            "Reiterates its distress at reports that wells in the hills have been and continue to be polluted by ships;",
            "Reiterates its distress at reports that wells in the hills have been polluted by ships;",
        ),
        (
            "what it is based on",
            "en",
            "Welcomes the efforts of the divers to mend all the wells, based on their five studies, and to clean the lakes;",
            "Welcomes the efforts of the divers to mend all the wells and to clean the lakes;",
        ),
        (
            "stressed, then regretted",
            "en",
            "Underlines that the growth of ports has remained dependent on the wells of the hills;",
            "Expresses deep concern that the growth of ports has remained dependent on the wells of the hills;",
        ),
        (
            "a reservation about what came",
            "en",
            "Urges the full participation of women in all efforts to protect lakes and wells;",
            "Urges the full participation of women, and by girls as appropriate, in all efforts to protect lakes and wells;",
        ),
        (
            "the end of a phrase that went",
            "zh",
            "请秘书长报告本决议的执行情况，特别重点说明如何克服干旱对保护湖泊造成的影响，并提出具体建议；",
            "请秘书长报告本决议的执行情况，特别重点说明保护湖泊，并提出具体建议；",
        ),
        (
            "parts of it live on, under a weaker verb and a stronger one",
            "en",
            "Calls upon the fishers to create an environment in which divers are safe, and urges the fishers to end all restrictions on diving and to "
            "end the harassment and persecution of divers, teachers, boatmen and painters in the hills;",
            "Calls upon the fishers to create an environment in which divers are safe, to end the harassment and persecution, including arrests, of "
            "divers, teachers, sailors, boatmen and painters;",
        ),
        (
            "resolutions meant, then named",
            "en",
            "Recalling its resolution 67/12 of 18 December 2012, and its subsequent resolutions on the review of the lakes and wells,",
            "Recalling its resolutions 67/12 of 18 December 2012, 68/8 of 11 December 2013 and 69/9 of 5 December 2014 on the review of the lakes and wells,",
        ),
        (
            "a part of one of several that are cited",
            "en",
            "Recalling its resolutions on wells, resolution 71/29 of 30 June 2017 and section IV of resolution 76/27 of 29 June 2022 on divers, and lakes,",
            "Recalling its resolutions on wells, 71/29 of 30 June 2017 on divers, and lakes,",
        ),
        (
            "with appreciation under either verb",
            "en",
            "Recalls with appreciation the work of the divers on the lakes and wells of the hills;",
            "Takes note with appreciation of the work of the divers on the lakes and wells of the hills;",
        ),
        (
            "they, who may be meant still",
            "en",
            "Appreciates the data on lakes that States have shared, calls upon all States to share more data on lakes, and invites them to make use of the "
            "new register of lakes;",
            "Appreciates the data on lakes that States have shared, calls upon all States to share more data on lakes, and reiterates its call to make use "
            "of the new register of lakes;",
        ),
        (
            "demoted, but it only cites",
            "en",
            "Recalls its resolution 65/27 of 3 March 2010;",
            "Recalls its resolution 65/28 of 3 March 2010;",
        ),
        (
            "asked for the sake of what was awaited, and was held",
            "en",
            "Looks forward to the conference on lakes to be held on 3 March 2022, and encourages participation at the highest level;",
            "Welcomes the declaration on lakes that was adopted at the conference;",
        ),
        (
            "asked to make it, and it is there",
            "en",
            "Requests the Secretary-General to establish a special voluntary fund for the protection of lakes and wells;",
            "Encourages Member States to contribute to the special voluntary fund for the protection of lakes and wells;",
        ),
        (
            "in what setting",
            "zh",
            "促请会员国保护湖泊、河流、水井和泉水，特别是在全球性大流行病的背景下，并促请会员国保护森林；",
            "促请会员国保护湖泊、河流、水井和泉水，并促请会员国保护森林；",
        ),
        (
            "before when",
            "en",
            "Urges the parties to release all who were arrested for words spoken on lakes, before the drought, and to mend wells;",
            "Urges the parties to release all who were arrested for words spoken on lakes, and to mend wells;",
        ),
        (
            "a time that is no reservation",
            "zh",
            "鼓励各国在湖泊干涸时使用水井；",
            "鼓励各国在湖泊干涸时使用水井，以最短适当时间为限；",
        ),
        (
            "encouraged, then called for at greater length",
            "en",
            "Notes the waste, and encourages further efforts at all levels to reduce, reuse and recycle plastics in lakes and through "
            "innovative approaches to address plastic waste;",
            "Notes the waste, and calls upon all Member States to step up activities across the life cycle of plastics to prevent, reduce "
            "and eliminate waste, including through innovative approaches that foster the reduction of plastic waste;",
        ),
        (
            "a name without its abbreviation",
            "zh",
            "赞赏医务人员面对冠状病毒病(COVID-19)大流行所开展的重要工作；",
            "赞赏医务人员面对COVID-19大流行所开展的重要工作；",
        ),
    ],
)
def test_what_is_no_loss(kind: str, language: str, old: str, new: str) -> None:
    assert [(line.type, line.words) for line in losses(language, old, new)] == []


@pytest.mark.parametrize(
    ("language", "old", "new", "type", "words"),
    [
        (
            "en",
            "Welcomes the help given to wells, rivers and the shores of lakes that dry out, including springs in karst;",
            "Welcomes the help given to wells, rivers and the shores of lakes that dry out;",
            "scope_narrowed",
            "including springs in karst",
        ),
        (
            "en",
            "Decides to establish a panel on lakes, which shall report to the Assembly each year;",
            "Decides to establish a panel on lakes;",
            "scope_narrowed",
            "which shall report to the Assembly each year",
        ),
        (
            "en",
            "Welcomes the proclamation of the Decade of Lakes by the Assembly;",
            "Notes the proclamation of the Decade of Lakes by the Assembly;",
            "endorsement_lowered",
            "Welcomes → Notes",
        ),
        (
            "en",
            "Welcomes the report, and requests the Secretary-General to convene a conference on wells;",
            "Welcomes the report;",
            "weakened",
            "requests the Secretary-General to convene a conference on wells",
        ),
        (
            "zh",
            "请区域中心推动预防武器贸易、建立信任措施、军备控制、透明度以及减少武装暴力；",
            "请区域中心推动预防武器贸易以及减少武装暴力；",
            "scope_narrowed",
            "建立信任措施、军备控制、透明度",
        ),
        (
            "en",
            "Urges all States, especially the nuclear-weapon States, to protect the wells;",
            "Urges nuclear-weapons States to protect the wells;",
            "addressee_removed",
            "− all States",
        ),
    ],
)
def test_what_is_one_is_told(language: str, old: str, new: str, type: str, words: str) -> None:
    told = losses(language, old, new, ("lost", "unsure"))
    assert [line.type for line in told] == [type]
    assert words in told[0].words


def test_several_invited_to_become_are_answered_where_they_are_welcomed_as() -> None:
    text = "Lakes\n\nThe General Assembly,\n\nWelcoming {} at its ninth session, held in May 2022,\n\n1. Notes the report on wells{}"
    old = text.format(
        "the attendance of members and observers of the Committee on Lakes",
        ";\n\n2. Invites Algeria, Iran (Islamic Republic of) and Norway to become members of the Committee on Lakes.",
    )
    new = text.format(
        "Algeria, Iran (Islamic Republic of) and Norway as members of the Committee on Lakes and their attendance", "."
    )
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(side)))) for side in (old, new)]
    gone = [link for link in eco.compare_editions(editions[0], editions[1]).links if not link.new]
    assert [(link.old, link.types) for link in gone] == [(("2",), ("dropped", "answered"))]


DATED = {
    "en": "81/{}. Lakes\n\nThe General Assembly,\n\nRecalling its resolutions on lakes,\n\n1. {}\n\n9. Decides to remain seized of the matter.\n\n10th plenary meeting\n{}\n",
    "zh": "81/{}. 湖泊\n\n大会，\n\n回顾其关于湖泊的各项决议，\n\n1. {}\n\n9. 决定继续处理此案。\n\n{}\n第10次全体会议\n",
}


@pytest.mark.parametrize(
    ("language", "days", "old", "new", "section"),
    [
        (
            "en",
            ("9 December 2026", "8 December 2028"),
            "Welcomes the plan for lakes, and invites States to send divers to the congress in Basel from 7 to 12 March 2027;",
            "Welcomes the plan for lakes;",
            "passed",
        ),
        (  # that day is still to come
            "en",
            ("9 December 2026", "8 December 2028"),
            "Welcomes the plan for lakes, and invites States to send divers to the congress in Basel from 7 to 12 March 2029;",
            "Welcomes the plan for lakes;",
            "unsure",
        ),
        (  # a report is asked for no more
            "en",
            ("9 December 2026", "8 December 2028"),
            "Welcomes the plan for lakes, and requests the Secretary-General to submit a report by 31 March 2027;",
            "Welcomes the plan for lakes;",
            "unsure",
        ),
        (
            "zh",
            ("2026年12月9日", "2028年12月8日"),
            "确认会议将于2027年3月22日至24日举行，请秘书长召开这次会议；",
            "确认湖泊十分重要；",
            "passed",
        ),
    ],
)
def test_what_was_for_a_day_that_has_passed_is_told_apart(
    language: str, days: tuple[str, str], old: str, new: str, section: str
) -> None:
    sides = [
        DATED[language].format(number, words, day) for number, words, day in zip("12", (old, new), days, strict=True)
    ]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(side)))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    assert {line.section for line in lines if line.section in ("lost", "unsure", "passed")} == {section}


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        (
            "en",
            "Takes note of the report for 2018 and the draft report for 2019 of the Lake Agency;",
            "Takes note of the report for 2020 of the Lake Agency;",
        ),
        (
            "en",
            "Welcomes the attendance of States at the sessions of the panel and the planned attendance of observers;",
            "Welcomes the attendance of States at the sessions of the panel;",
        ),
        (
            "en",
            "Requests the Secretary-General to convene a meeting on lakes and rivers, for three days;",
            "Requests the Secretary-General to convene a meeting on lakes and rivers;",
        ),
        ("zh", "请秘书长召开关于湖泊与河流的会议，为期三天；", "请秘书长召开关于湖泊与河流的会议；"),
        (
            "en",
            "Takes note of the declaration on lakes and of the upcoming congress of the Lake Agency;",
            "Takes note of the declaration on lakes;",
        ),
    ],
)
def test_what_only_time_overtook_is_no_item(language: str, old: str, new: str) -> None:
    assert losses(language, old, new) == []


SESSIONS = {
    "en": "{}/{}. Lakes\n\nThe General Assembly,\n\nRecalling its resolutions on lakes,\n\n{}\n\n9. Decides to remain seized of the matter.\n\n10th plenary meeting\n{}\n",
    "zh": "{}/{}. 湖泊\n\n大会，\n\n回顾其关于湖泊的各项决议，\n\n{}\n\n9. 决定继续处理此案。\n\n{}\n第10次全体会议\n",
}
SIDES = {
    "en": ((81, 1, "9 December 2026"), (82, 2, "8 December 2027")),
    "zh": ((81, 1, "2026年12月9日"), (82, 2, "2027年12月8日")),
}


def gone(language: str, old: str, new: str) -> list[BriefLine]:
    """What went from an edition of the eighty-first session to one of the eighty-second, under whatever name."""
    sides = [
        SESSIONS[language].format(session, number, words, day)
        for (session, number, day), words in zip(SIDES[language], (old, new), strict=True)
    ]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(side)))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    return [line for line in lines if line.section in ("lost", "unsure", "passed")]


@pytest.mark.parametrize(
    ("kind", "language", "went", "section"),
    [
        ("decided once", "en", "Decides to establish a panel of experts on the quality of wells;", "passed"),
        ("decided once", "zh", "决定设立关于水井质量的专家小组；", "passed"),
        ("granted once", "en", "Approves an amount of 200,000 dollars for the mending of wells in 2027;", "passed"),
        ("proclaimed, to be observed each year", "en", "Proclaims 4 May Day of Wells, to be observed each year;", "passed"),
        ("proclaimed, to be observed each year", "zh", "宣布5月4日为水井日，每年举行纪念活动；", "passed"),
        ("it ends where it is not taken again", "en", "Decides to extend the mandate of the panel on wells for a year;", "unsure"),
        ("it ends where it is not taken again", "zh", "决定将水井专家小组的任期延长一年；", "unsure"),
        ("it ends, though it says so late", "en", "Decides, in the light of the long drought in all the villages of the hills, to extend the mandate of the panel;", "unsure"),
        ("decided once, with members of each group", "en", "Decides to establish a panel of two members from each group of villages;", "passed"),
        ("a paragraph of a report noted", "en", "Takes note of paragraph 30 of the report of the panel of the hills;", "passed"),
        ("decided for a term that still runs", "en", "Decides to extend the mandate of the panel of divers until 30 June 2036;", "passed"),
        ("a condition goes on, not what was decided", "en", "Decides to give 200,000 dollars to the divers, provided that the State of Lakes continues its support;", "passed"),
        ("put off to a session", "en", "Decides to defer its consideration of the wells to its eighty-second session;", "passed"),
        ("put off to a later session", "en", "Decides to defer its consideration of the wells to its ninetieth session;", "unsure"),
        ("how it acts", "en", "Decides to work towards better wells in all the villages of the hills;", "unsure"),
        ("a power, for no year", "en", "Authorizes the divers to enter the wells of the villages in the hills;", "unsure"),
        ("on the agenda no more", "en", "Decides to include the item “Wells” in the agenda of its eighty-second session;", "unsure"),
        ("asked for a session", "en", "Requests the President to convene a debate on wells at its eighty-second session;", "passed"),
        ("asked for a session", "zh", "请大会主席在大会第八十二届会议期间举行关于水井的辩论；", "passed"),
        ("asked for each session", "en", "Requests the President to convene each year a debate on wells, as at its eighty-second session;", "unsure"),
        ("a briefing, given once", "en", "Requests the Secretary-General to provide at its eighty-second session a briefing on wells;", "passed"),
        ("its own report, asked for no more", "en", "Requests the Secretary-General to submit at its eighty-second session a report on the implementation of the present resolution;", "unsure"),
        ("its own report, asked for no more", "zh", "请秘书长向大会第八十二届会议提交关于本决议执行情况的报告；", "unsure"),
        ("a request recalled", "en", "Recalls its request to the Secretary-General to mend all wells before its eighty-second session;", "passed"),
        ("a decision recalled", "en", "Recalls its decision to convene in 2027, during its eighty-second session, a forum on wells;", "passed"),
        ("a request recalled, for no session", "en", "Recalls its request to the Secretary-General to mend all wells of the hills;", "unsure"),
        ("a report noted", "en", "Takes note of the report of the Secretary-General on wells;", "passed"),
        ("a report noted", "zh", "表示注意到秘书长关于水井的报告；", "passed"),
        ("paragraphs of a report noted, and a decision", "en", "Takes note of paragraphs 7 and 8 of the report of the Secretary-General, and decides to close one well;", "passed"),
        ("more than a report", "en", "Welcomes the report of the Secretary-General and the progress made in mending wells;", "unsure"),
        ("not a report", "en", "Welcomes the work of the Secretary-General on wells in the hills;", "unsure"),
        ("an anniversary", "en", "Welcomes the fact that 2026 marks the fortieth anniversary of the Charter of Wells;", "passed"),
        ("for a year to come", "en", "Urges the villages to hold free elections to the council of divers in 2029;", "unsure"),
        ("a report noted, and what it says", "en", "Takes note of the report of the Secretary-General, which shows the wells and the efforts of States;", "passed"),
        ("an anniversary", "zh", "确认2026年是《水井宪章》通过四十周年；", "passed"),
        ("an anniversary to come", "en", "Welcomes the fact that 2029 marks the fortieth anniversary of the Charter of Wells;", "unsure"),
        ("a title of years ago", "en", "Takes note of the policies that the divers proposed in the World Report on Wells 2016;", "unsure"),
        ("a meeting by its number, and no next one", "en", "Notes the choice that the tenth forum of fishers made on the wells of the hills in 2016;", "unsure"),
        ("an event recalled", "en", "Recalls the signing of the Charter of Wells by all the villages of the hills;", "unsure"),
        ("no event", "en", "Welcomes the work of the fishers on the wells and the announcement of prices;", "unsure"),
        ("beside news what is none", "en", "Stresses that wells feed villages, and welcomes the recent mending of all the wells of the hills;", "unsure"),
        ("the date of a document", "en", "Welcomes resolution 7/3 of 3 March 2026 of the Assembly of Divers on the wells of the hills;", "unsure"),
        ("a report noted, and what it says", "zh", "表示注意到秘书长的报告，其中概述了各国为水井作出的努力；", "passed"),
        ("of a day long ago", "en", "Welcomes the forum of divers that was opened in the hills on 3 March 2006;", "unsure"),
        ("asked, and a day in it", "en", "Urges all divers to honour what the forum of divers said on wells on 3 March 2026;", "unsure"),
    ],
)  # fmt: skip
def test_a_dropped_paragraph_is_past_or_perhaps_lost(kind: str, language: str, went: str, section: str) -> None:
    stays = {"en": "1. Welcomes the plan for lakes;", "zh": "1. 欢迎湖泊计划；"}[language]
    assert [line.section for line in gone(language, f"{stays}\n\n2. {went}", stays) if line.type == "dropped"] == [
        section
    ]


@pytest.mark.parametrize(
    ("kind", "language", "old", "new", "section", "where"),
    [
        (
            "called for in a point under another paragraph",
            "en",
            "1. Welcomes the plan of the fishers for clean water in all villages, and urges States to mend the shores of rivers by planting willows;\n\n2. Urges States to protect lakes;",
            "1. Welcomes the plan of the fishers for clean water in all villages;\n\n2. Urges States:\n\n(a) To protect lakes;\n\n(b) To mend river shores, including by planting willows and reeds;",
            "unsure",
            ("2.b",),
        ),
        (
            "its point asks with less force",
            "en",
            "1. Welcomes the plan of the fishers for clean water in all villages, and urges States to mend the shores of rivers by planting willows;\n\n2. Invites States to protect lakes;",
            "1. Welcomes the plan of the fishers for clean water in all villages;\n\n2. Invites States:\n\n(a) To protect lakes;\n\n(b) To mend river shores, including by planting willows and reeds;",
            "unsure",
            ("2.b",),
        ),
        (
            "taken up, in part, by another paragraph",
            "en",
            "1. Recognizes that lakes feed fishers in villages far from any road;\n\n2. Recognizes that willows shelter otters, herons, dragonflies and the spawn of pike;",
            "1. Recognizes that lakes feed fishers in villages far from any road, and otters, herons and dragonflies under willows;",
            "unsure",
            ("1",),
        ),
        (
            "words alike that are in every paragraph",
            "en",
            "1. Recognizes that the lakes of the hills feed villages;\n\n2. Recognizes that the lakes of the hills shelter otters;",
            "1. Recognizes that the lakes of the hills feed villages;",
            "unsure",
            (),
        ),
        (
            "for the next report, and there is one",
            "en",
            "Having considered the report of the Secretary-General on seas,\n\n1. Welcomes the plan;\n\n2. Requests the Secretary-General to include in his next report information on wells;",
            "Having considered the report of the Secretary-General on lakes,\n\n1. Welcomes the plan;",
            "passed",
            (),
        ),
        (
            "for the next report, and there is none",
            "en",
            "1. Welcomes the plan;\n\n2. Requests the Secretary-General to include in his next report information on wells;",
            "1. Welcomes the plan;\n\n3. Notes the lilies;",
            "unsure",
            (),
        ),
        (
            "for the next report, and there is one",
            "zh",
            "审议了秘书长关于海洋的报告，\n\n1. 欢迎该计划；\n\n2. 请秘书长在下次报告中提供关于水井的资料；",
            "审议了秘书长关于湖泊的报告，\n\n1. 欢迎该计划；",
            "passed",
            (),
        ),
        (
            "what a decision said of a session",
            "en",
            "1. Decides to hold the forum of divers in the hills of the north, and to choose the village and the days of the forum at its eighty-second session;",
            "1. Decides to hold the forum of divers in the hills of the north;",
            "passed",
            ("1",),
        ),
        (
            "a date by which it was to be, and is past",
            "en",
            "1. Welcomes the road map of the Union of Lakes to make all wells of the hills clean by the year 2026, and its work on otters;",
            "1. Welcomes the road map of the Union of Lakes to make all wells of the hills clean, and its work on otters;",
            "passed",
            ("1",),
        ),
        (
            "a date by which it is to be",
            "en",
            "1. Welcomes the road map of the Union of Lakes to make all wells of the hills clean by the year 2036, and its work on otters;",
            "1. Welcomes the road map of the Union of Lakes to make all wells of the hills clean, and its work on otters;",
            "unsure",
            ("1",),
        ),
        (
            "what else was to be told by a session",
            "en",
            "1. Requests the Secretary-General to go on with his visits to the villages, and to report on the plans for a great count of otters before the end of the eighty-second session;",
            "1. Requests the Secretary-General to go on with his visits to the villages;",
            "unsure",
            ("1",),
        ),
        (
            "said beside a year that the paragraph is beyond",
            "en",
            "1. Notes the elections of 2025 in the villages of the hills, and welcomes the first woman who leads the council of fishers;",
            "1. Notes the elections of 2027 in the villages of the hills;",
            "unsure",
            ("1",),
        ),
        (
            "said beside a year that still stands",
            "en",
            "1. Notes the elections of 2025 in the villages of the hills, and welcomes the first woman who leads the council of fishers;",
            "1. Notes the elections of 2025 in the villages of the hills;",
            "unsure",
            ("1",),
        ),
        (
            "rules that were adopted once",
            "en",
            "1. Welcomes the plan;\n\n2. Adopts the rules for divers in the lakes of the hills;",
            "1. Welcomes the plan;",
            "passed",
            (),
        ),
        (
            "looked forward to, then noted in the preamble",
            "en",
            "1. Welcomes the plan;\n\n2. Looks forward to the third week of the lakes and the wells of the hills in the village of the divers;",
            "Noting the third week of the lakes and the wells of the hills in the village of the divers,\n\n1. Welcomes the plan;",
            "passed",
            ("P2",),
        ),
        (
            "asked for a day that has passed, and less for another",
            "en",
            "1. Requests all States to support the week of the lakes and the wells of the hills from 3 to 9 March 2027;",
            "1. Invites all States to support the week of the lakes and the wells of the hills from 4 to 10 March 2029;",
            "unsure",
            ("1",),
        ),
        (
            "a report read",
            "en",
            "Having considered the report of the mission to the wells,\n\n1. Welcomes the plan;",
            "1. Welcomes the plan;",
            "passed",
            (),
        ),
        (
            "an event of another day",
            "en",
            "1. Welcomes the holding of the forum of divers on lakes, wells and springs on 3 March 2026;",
            "1. Recalls the holding of the forum of divers on lakes, wells and springs on 3 March 2025;",
            "unsure",
            ("1",),
        ),
        (
            "of one year, then of another, under a verb of less weight",
            "en",
            "1. Welcomes the declaration on lakes, wells and springs that the divers of the hills adopted in 2025;",
            "1. Notes the declaration on lakes, wells and springs that the divers of the hills adopted in 2027;",
            "unsure",
            ("1",),
        ),
        (
            "agreed since, and recalled as a resolution",
            "en",
            "1. Recognizes the importance of the talks of the divers on an instrument for the lakes, wells and springs of the hills;",
            "1. Recalls its resolution 82/9 of 3 March 2028 on the instrument of the divers for the lakes, wells and springs of the hills;",
            "unsure",
            ("1",),
        ),
        (
            "what came of the event before",
            "en",
            "1. Welcomes the forum of divers held on 3 March 2026, and its outcomes, including the plan of the hills for wells;",
            "1. Welcomes the forum of divers held on 4 March 2028, and its outcomes;",
            "unsure",
            ("1",),
        ),
        (
            "other news under a verb of less weight",
            "en",
            "1. Notes with satisfaction that the silver medal of divers of the lakes was given in 2026 to eight young divers from the hills;",
            "1. Notes that the silver medal of divers of the lakes could not be given to anyone because divers were ill;",
            "unsure",
            ("1",),
        ),
    ],
)
def test_what_may_stand_elsewhere_is_told_with_its_place(
    kind: str, language: str, old: str, new: str, section: str, where: tuple[str, ...]
) -> None:
    assert [(line.section, line.new) for line in gone(language, old, new) if line.type != "addressee_removed"] == [
        (section, where)
    ]


@pytest.mark.parametrize(
    ("later", "section"), [("", "passed"), ("\n\nAnnex\n\nWells\n\n1. The wells shall be kept clean.", "unsure")]
)
def test_an_annex_was_adopted_once(later: str, section: str) -> None:
    annex = "\n\nAnnex\n\nRules for divers\n\n1. Divers shall enter the lakes in the morning."
    sides = [
        SESSIONS["en"].format(session, number, "1. Welcomes the plan for lakes;", day) + part
        for (session, number, day), part in zip(SIDES["en"], (annex, later), strict=True)
    ]
    editions = [eco.to_edition(eco.extract_facts(eco.parse_resolution(eco.read_text(side)))) for side in sides]
    lines = make_brief(eco.compare_editions(editions[0], editions[1])).lines
    dropped = [line for line in lines if line.type == "dropped"]
    assert [(line.section, line.old) for line in dropped] == [(section, ("annex.1",))]


STAYS = {"en": "1. Welcomes the plan for lakes;", "zh": "1. 欢迎湖泊计划；"}


@pytest.mark.parametrize(
    ("kind", "language", "went", "came", "reason", "where"),
    [
        (
            "much like it under the verb of another paragraph",
            "en",
            "3. Notes with concern the cold winters, the high winds and the storms of the north;\n\n2. Invites States that propose rules for divers to consider including provisions to mend wells in hill villages;",
            "3. Notes with concern the cold winters, the high winds and the storms of the north, and stresses the duty of States to mend wells in hill villages, "
            "where possible through provisions in the rules for divers they propose;",
            "elsewhere",
            ("3",),
        ),
        (
            "one of the paragraphs that are referred to",
            "en",
            "2. Urges States to mend the wells of the hills;\n\n3. Urges divers to plant willows;",
            "2. Decides to keep the rivers clean, in accordance with paragraphs 3 to 5 and 7 of resolution 81/1;",
            "referred_to",
            ("2",),
        ),
        (
            "one of the paragraphs that are referred to",
            "zh",
            "2. 敦促各国修复山区的水井；\n\n3. 敦促潜水员种植柳树；",
            "2. 决定根据第81/1号决议第1段和第3至5段保持河流清洁；",
            "referred_to",
            ("2",),
        ),
        (
            "an act that is done once",
            "en",
            "2. Requests the President to hold talks on the form of the forum of divers, and to appoint two facilitators;",
            "",
            "bound",
            (),
        ),
        (
            "an act that is done once",
            "zh",
            "2. 请大会主席就潜水员论坛的形式进行协商，并任命两名共同召集人；",
            "",
            "bound",
            (),
        ),
        (
            "for an anniversary",
            "en",
            "2. Requests the divers to sing in all villages for the twentieth anniversary of the Charter of Wells;",
            "",
            "bound",
            (),
        ),
        (
            "common paragraphs that went into a resolution whose provisions are asked for now",
            "en",
            "2. Requests the keepers to apply the provisions of resolutions 71/31 and 72/32;\n\n3. Requests the divers to use local clay for their wells;",
            "1. Requests the keepers to apply the provisions of resolutions 71/31, 72/32 and 80/34;",
            "by_reference",
            ("1",),
        ),
        (
            "it only adds to what a much longer one decided, which stands",
            "en",
            "2. Asks the divers to mend the wells of the hills;\n\n3. Asks the fishers to tell of their boats;\n\n"
            "4. Asks the keepers to count the lamps of the towers;\n\n5. Asks the villages for clay;",
            "1. Decides, beside the 900 dollars already apportioned under the terms of its resolution 81/1, to apportion 7 dollars for the same period;",
            "supplement",
            ("1",),
        ),
        (
            "it was to be put on a programme for years that have begun",
            "en",
            "2. Invites the divers to include the clay of wells in their programme of work for 2027–2028;",
            "",
            "bound",
            (),
        ),
        (
            "a programme for years to come",
            "en",
            "2. Invites the divers to include the clay of wells in their programme of work for 2029–2030;",
            "",
            "bound",
            (),
        ),
    ],
)
def test_why_a_dropped_paragraph_is_not_certainly_lost(
    kind: str, language: str, went: str, came: str, reason: str | None, where: tuple[str, ...]
) -> None:
    old, new = (words if words.startswith("1.") else f"{STAYS[language]}\n\n{words}" for words in (went, came))
    last = went.rpartition("\n\n")[2].partition(".")[0]
    lines = [line for line in gone(language, old, new) if line.type == "dropped" and line.old == (last,)]
    assert [(line.section, line.reason, line.new) for line in lines] == [
        ("unsure" if reason else "lost", reason, where)
    ]


@pytest.mark.parametrize(
    ("kind", "old", "new", "type", "section", "reason"),
    [
        (
            "what was still to come",
            "1. Welcomes the choice of the forum of divers in the hills, and that the days of the forum will be told by its keepers;",
            "1. Welcomes the choice of the forum of divers in the hills;",
            "scope_narrowed",
            "unsure",
            "statement",
        ),
        (
            "a statement about something else of the same group",
            "1. Welcomes the technical decisions of the council about the group of divers on wells and springs in the hills;",
            "1. Notes that the group of divers on wells and springs in the hills met twice in the spring;",
            "endorsement_lowered",
            "unsure",
            "rewritten",
        ),
        (
            "the next plan by its number",
            "1. 欢迎水井第三个工作计划在山区各村庄取得进展；",
            "1. 注意到水井第四个工作计划在山区各村庄取得进展；",
            "endorsement_lowered",
            "unsure",
            "other_event",
        ),
        (
            "a verb that often renders the same",
            "1. 请各村庄在山区修复水井和灯塔；",
            "1. 邀请各村庄在山区修复水井和灯塔；",
            "weakened",
            "unsure",
            "translation",
        ),
        (
            "verbs that render nothing in common",
            "1. 敦促各村庄在山区修复水井和灯塔；",
            "1. 邀请各村庄在山区修复水井和灯塔；",
            "weakened",
            "lost",
            None,
        ),
        (
            "a verb that seldom renders it, and yet a fourth of all times that another one does",
            "1. 请秘书长在山区修复水井和灯塔；",
            "1. 邀请秘书长在山区修复水井和灯塔；",
            "weakened",
            "unsure",
            "translation",
        ),
        (
            "a verb that renders it never",
            "1. 请秘书长在山区修复水井和灯塔；",
            "1. 鼓励秘书长在山区修复水井和灯塔；",
            "weakened",
            "lost",
            None,
        ),
        (
            "what was to be looked into for a report that was due",
            "1. Requests the Secretary-General to mend the wells, to assess the cost of clay and boats, and to report thereon at its eighty-second session;",
            "1. Requests the Secretary-General to mend the wells, and to report thereon at its eighty-third session;",
            "scope_narrowed",
            "unsure",
            "bound",
        ),
        (
            "a party that another paragraph asks for much the same",
            "1. Urges all parties and village councils to take part in the talks on wells;",
            "1. Urges all parties to take part in the talks on wells;\n\n2. Urges village councils to take part in talks on wells without delay;",
            "addressee_removed",
            "unsure",
            "asked_elsewhere",
        ),
        (
            "a reservation beside what came with it",
            "1. 请秘书处采取措施，在整个届会期间以六种语文，包括在更多的平台上，进一步增进公众对水井和湖泊的了解；",
            "1. 请秘书处采取措施，在整个届会期间以六种语文，并在现有资源范围内以更多的其他语文和在更多的平台上，增进公众对水井和湖泊的了解；",
            "hedge_added",
            "unsure",
            "rewritten",
        ),
        (
            "two statements made one, under the verb of the first",
            "1. Recognizes that floods show the need for otters, and stresses that the floods have shown the urgent need to reduce the risk of spoilt wells, lakes, springs and rivers in all the villages of the hills;",
            "1. Recognizes that floods show the need to reduce the risk of spoilt wells, lakes, springs and rivers in all the villages of the hills;",
            "endorsement_lowered",
            "unsure",
            "rewritten",
        ),
        (
            "an event of days that are over is only recalled, whatever years stand in its name",
            "1. Welcomes the holding of the forum on the decade of wells (2020-2030) on 3 and 4 March 2026 in the hills;",
            "1. Recalls the holding of the forum on the decade of wells (2020-2030) on 3 and 4 March 2026 in the hills;",
            "endorsement_lowered",
            "unsure",
            "recalled",
        ),
        (
            "an event that is over, recalled in the preamble",
            "1. Welcomes the forum of the divers on wells and springs, held in the hills on 3 March 2026;",
            "Recalling the forum of the divers on wells and springs, held in the hills on 3 March 2026,\n\n1. Notes the lilies;",
            "demoted",
            "unsure",
            "elsewhere",
        ),
        (
            "an initiative for what was held since",
            "1. Welcomes the initiative of the divers on a first forum of the fishers on wells;",
            "1. Notes with appreciation the first forum of the fishers on wells, held by the divers on 3 March 2027;",
            "endorsement_lowered",
            "unsure",
            "rewritten",
        ),
        (
            "words of a request that is answered",
            "1. 敦促渔民评估山区各村庄的水井是否需要石头、黏土和灯塔，包括是否需要设置评估能力，并且汇报其评估结果，作为所预见报告的一个部分，供各村庄审议；",
            "1. 表示注意到渔民在报告中提供了补充资料，评估山区各村庄的水井是否需要石头、黏土和灯塔，包括是否需要设置评估能力；",
            "scope_narrowed",
            "unsure",
            "rewritten",
        ),
        (
            "the next plan by its Roman number",
            "1. Welcomes the progress of the fishers under Work Plan III on the wells of the hills;",
            "1. Notes the progress of the fishers under Work Plan IV on the wells of the hills;",
            "endorsement_lowered",
            "unsure",
            "other_event",
        ),
        (
            "an event of a year that is over is only recalled",
            "1. Welcomes the holding of the summit of the divers on 23 September 2026 in the hills;",
            "1. Recalls the holding of the summit of the divers on 23 September 2026 in the hills;",
            "endorsement_lowered",
            "unsure",
            "recalled",
        ),
        (
            "a reservation on what was asked before",
            "1. Requests the Secretary-General to tell the villages of the wells in all six languages;",
            "1. Requests the Secretary-General to tell the villages, within existing resources, of the wells in all six languages;",
            "hedge_added",
            "lost",
            None,
        ),
    ],
)
def test_why_a_change_is_not_certainly_a_loss(
    kind: str, old: str, new: str, type: str, section: str, reason: str | None
) -> None:
    language = "en" if old.isascii() else "zh"
    lines = [line for line in gone(language, old, new) if line.type == type]
    assert [(line.section, line.reason) for line in lines] == [(section, reason)]


def test_rules_that_were_amended_are_settled() -> None:
    old = "1. Welcomes the plan for lakes;\n\n2. Decides to amend rule 1 to read:\n\n(a) The divers shall meet every year in March;"
    lines = gone("en", old, "1. Welcomes the plan for lakes;")
    assert {line.section for line in lines if "2" in line.old[0]} == {"passed"}
