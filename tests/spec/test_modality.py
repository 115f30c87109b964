"""What softens a directive, and in which way: a sentence, and its hedges in brackets with their kinds in order."""

from __future__ import annotations

import re

import pytest

from ecoanalysis.extract.modality import find_hedges

# A bracket holds a hedge; the kinds stand in the order of the brackets. A sentence without brackets has none.
CHINESE = [
    ("请各港口[酌情]延长渡船班次", "discretion"),
    ("鼓励沿湖各国[考虑]加入渔业协定", "discretion"),
    ("邀请船东[在相关和适当的情况下]公布航次", "discretion"),
    ("请秘书处[视需要]为渡口会议提供服务", "discretion"),
    ("邀请各城市[以适当方式]纪念灯塔日", "discretion"),
    ("请各基金[在各自任务授权范围内]支助灯塔", "mandate"),
    ("请联合国各机构[根据其任务规定]协助港务局", "mandate"),
    ("鼓励特派团[在符合其任务规定的情况下]巡视渡口", "mandate"),
    ("请秘书处[在其任务规定和现有资源范围内]印发海图", "mandate+resources"),
    ("请秘书长[在现有总体资源范围内]增设航标", "resources"),
    ("请秘书处[在“有资源可用”的基础上]翻译海图", "resources"),
    ("鼓励该所[以现有的资金及可用的能力]测量水深", "resources"),
    ("促请各国[尽最大可能]公布沉船位置", "capacity"),
    ("鼓励港口[在技术和经济可行的情况下]改用岸电", "capacity"),
    ("邀请船东[在自愿基础上]公布航次", "voluntary"),
    ("鼓励各国[自愿]提供海图", "voluntary"),
    ("请各机构[应沿岸国政府的请求]测量水深", "condition"),
    ("促请各国[根据本国法律]登记渔船", "condition"),
    ("邀请各国[根据国情和国家优先事项]登记渔船", "condition"),
    ("敦促各国[按照国际法规定的义务及适用的国内法]审讯海盗", "condition"),
    ("鼓励邻国[在征得湖区居民同意的情况下]绘制海图", "condition"),
    ("请秘书长公布航次，[前提是]已收到船东的资料", "condition"),
    ("请各港口采取[其认为适当的]步骤", "discretion"),
    ("请船东继续[考虑]批准渔业协定", "discretion"),
    ("请各港口考虑更换灯具的要素，", ""),
    ("请该所[按照第三次渡口会议决定规定的任务授权]测量水深", "mandate"),
    ("请各港口[按照国家的发展计划]更换灯具", "condition"),
    ("请该所[尝试]疏浚航道", "effort"),
    ("请各港口[寻求]与渔民结成伙伴", "effort"),
    ("请秘书长寻求自愿捐款", ""),
    ("请各国支持港口努力疏浚航道", ""),
    ("鼓励港口[努力]疏浚航道", "effort"),
    ("促请各方[作出一切努力]疏浚航道", "effort"),
    ("鼓励该所[探讨]如何疏浚航道", "effort"),
    ("请各港口[酌情]并[在现有资源范围内]延长班次", "discretion resources"),
    ("邀请各国提供自愿捐款", ""),
    ("请各国执行自愿准则，便利渔民自愿遣返", ""),
    ("促请各国执行《在现有资源范围内酌情捕鱼准则》", ""),
    ("请秘书长在编写报告时顾及所考虑的因素", ""),
    ("请各国优先考虑渔民，并充分考虑到潮汐", ""),
    ("请秘书长尽快公布航次", ""),
    ("促请各国按照国际法救助海员", ""),
    ("促请各国尽量减少渔网的丢弃", ""),
    ("欢迎渔民所作的努力，请各国支持这些努力", ""),
]
ENGLISH = [
    ("Invites ferry owners, [where applicable], to publish timetables", "discretion"),
    ("Requests ports, [as and when necessary], to dredge their basins", "discretion"),
    ("Encourages lake States [to consider] joining the fisheries agreement", "discretion"),
    ("Urges ports [to favourably consider] the adoption of shore power", "discretion"),
    ("Invites towns to observe Lighthouse Day [in an appropriate manner]", "discretion"),
    ("Invites the funds, [within their respective mandates], to support lighthouses", "mandate"),
    ("Requests the agency, [in line with its mandate], to chart the lake", "mandate"),
    ("Requests the Office, [within its existing mandate and resources], to chart the lake", "mandate+resources"),
    ("Requests the Secretariat to print charts [from within existing resources]", "resources"),
    ("Requests the Office, [subject to the availability of extrabudgetary resources], to chart the lake", "resources"),
    ("Encourages ports to dredge their basins [to the greatest extent possible]", "capacity"),
    ("Calls upon States, [wherever feasible], to mark wrecks", "capacity"),
    ("Invites owners to publish timetables [on a voluntary basis]", "voluntary"),
    ("Encourages States to [voluntarily] share charts", "voluntary"),
    ("Requests the agencies to chart the lake [upon request]", "condition"),
    ("Requests the agencies to chart lakes [at the request of the States concerned]", "condition"),
    ("Urges States, [in accordance with their national law], to register boats", "condition"),
    ("Encourages States, [consistent with domestic legislation and policies], to register boats", "condition"),
    ("Requests the Office to print charts, [provided that] the pilots have sent theirs", "condition"),
    ("Encourages owners, [subject to their domestic legal systems], to register boats", "condition"),
    ("Requests the agency [to explore] new routes", "effort"),
    ("Calls upon ports [to make every effort] to dredge their basins", "effort"),
    ("Invites States to make voluntary contributions to the lighthouse fund", ""),
    ("Urges States to facilitate the voluntary return of fishers", ""),
    ("Requests the Council to consider the report of the pilots", ""),
    ("Encourages the Committee to continue to consider measures", ""),
    ("Requests ports to reopen as soon as possible", ""),
    ("Urges States to rescue sailors in accordance with their obligations under international law", ""),
    ("Requests ports to dredge basins as required by the treaty", ""),
    ("Urges States to protect girls who have been subject to bullying", ""),
    ("Requests the Secretary-General to seek the views of Member States", ""),
    ("Requests the Secretary-General to seek from the ports their soundings", ""),
    ("Requests the Secretary-General to seek, from the pilots that answered, more charts", ""),
    ("Requests the Secretary-General to seek written comments on the charts", ""),
    ("Urges States to uphold the freedom to seek, receive and impart charts", ""),
    ("Urges States to help sailors who are able to seek work", ""),
    ("Requests the Secretary-General [to seek] to print charts", "effort"),
    ("Requests the Secretary-General [to seek] ways of printing charts", "effort"),
    ("Urges the Office to sail [from the existing available resources]", "resources"),
    ("Urges the Office to sail, [in accordance with its mandate and existing resources]", "mandate+resources"),
    ("Urges the Office to draw from the existing wells", ""),
    ("Requests the Office to continue [to make every effort] to sail", "effort"),
    ("Requests the Office to continue [exerting efforts] to sail", "effort"),
    ("Urges pilots to sail, [in line with their national priorities and strategies], by night", "condition"),
    ("Urges pilots to rest [where appropriate and feasible]", "discretion"),
    ("Urges pilots to rest and, [when technically feasible], to sail", "capacity"),
    ("Urges pilots to use, [as appropriate], charts and relevant books", "discretion"),
    ("Urges pilots [to further consider] resting", "discretion"),
    ("Urges pilots to sail [in accordance with national development plans]", "condition"),
    ("Urges the Office to sail in accordance with its strategic plan", ""),
    ("Urges States to trade charts [in accordance with the basic principles of their legal systems]", "condition"),
    ("Invites States to read the study “Rowing, as appropriate, at night”", ""),
]
CASES = [("zh", *case) for case in CHINESE] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(("language", "marked", "kinds"), CASES)
def test_what_softens_and_how(language: str, marked: str, kinds: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    hedges = find_hedges(text, 0, len(text), language)
    assert [text[hedge.start : hedge.end] for hedge in hedges] == re.findall(r"\[([^\]]*)\]", marked)
    assert [hedge.kind for hedge in hedges] == kinds.split()
