# ruff: noqa: E501 - cases stand one a line
"""Addressees as a table: a directive, and the parties that it expects to act."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.extract.addressees.party_types import party_type
from ecoanalysis.extract.agencies import find_names
from ecoanalysis.extract.parties import find_parties
from ecoanalysis.extract.performatives import find_performatives

Expected = list[tuple[str | None, str, str]]

CASES: list[tuple[str, str, Expected]] = [
    # what is said of some of them, or when they are to act, is no party
    ("en", "Urges Chad and its partners, the latter on terms agreed with the pilots, to light the quays;", [("Chad", "named", "core"), ("its partners", "generic", "core")]),
    ("en", "Calls on pilots and the media, each within its own port, to light lamps;", [("pilots", "generic", "core"), ("media", "generic", "core")]),
    ("en", "Encourages staff, before they turn to the court, to consult pilots;", [("staff", "generic", "core")]),
    ("en", "Encourages women, once they have landed, to teach;", [("women", "generic", "core")]),
    ("en", "Requests the Secretary-General, after consulting States, to submit a report, to the Assembly;", [("Secretary-General", "named", "core")]),
    # whom one named sets up is meant, not the one; a noun of its own before 的 is the verb's object
    ("zh", "请安理会授权的特派团点亮灯塔；", [("安理会授权的特派团", "generic", "core")]),
    ("zh", "邀请大会主席任命的共同召集人继续工作；", [("大会主席任命的共同召集人", "generic", "core")]),
    ("zh", "请秘书长2030年任命的特使和世界银行提供灯具；", [("秘书长2030年任命的特使", "generic", "core"), ("世界银行", "named", "core")]),
    ("zh", "请理事会第八十届会议所设立的工作组继续审议；", [("理事会第八十届会议所设立的工作组", "generic", "core")]),
    ("zh", "请会员国指定的船员审查提案；", [("会员国指定的船员", "generic", "core")]),
    ("zh", "请秘书长邀请参加的国家提交资料；", [("秘书长", "named", "core")]),
    ("zh", "请秘书长执行商定的措施；", [("秘书长", "named", "core")]),
    ("zh", "请秘书长与有关的国家合作；", [("秘书长", "named", "core")]),
    # with whom one acts stands behind 会同 as behind 与
    ("zh", "请秘书长会同难民署点亮灯塔；", [("秘书长", "named", "core")]),
    ("zh", "请世界银行联同各港口，特别是小港口，点亮灯塔；", [("世界银行", "named", "core")]),
    # a noun that is a verb too is one between those who act and their object
    ("zh", "促请兽医学校研究骆驼疾病；", [("兽医学校", "generic", "core")]),
    ("zh", "请各港口机构培训方案点亮灯塔；", [("各港口机构培训方案", "generic", "core")]),
    # words between commas that say how may be two; upon may stand again; the second has a qualifier of its own
    ("en", "Calls upon States and, as appropriate, and within their waters, ferry companies to light lamps;", [("States", "generic", "core"), ("ferry companies", "generic", "core")]),
    ("en", "Calls upon the port States, and upon all others, to light lamps;", [("port States", "generic", "core"), ("all others", "generic", "core")]),
    ("en", "Requests the missions authorized by the Security Council and the envoys appointed by the Secretary-General to report;", [("missions authorized by the Security Council", "generic", "core"), ("envoys appointed by the Secretary-General", "generic", "core")]),
    ("en", "Urges States affected by the storm and the drought to light lamps;", [("States affected by the storm and the drought", "generic", "core")]),
    # a year behind a party is none of it; what is to be done to a party asks it nothing
    ("zh", "请特设工作组2032年点亮灯塔；", [("特设工作组", "generic", "core")]),
    ("zh", "请秘书长2030年至2032年每年点亮灯塔；", [("秘书长", "named", "core")]),
    ("zh", "请有关机构2032年3月底前在渡口点亮灯塔；", [("有关机构", "generic", "core")]),
    ("zh", "促请执行2030年议程的国家点亮灯塔；", [("执行2030年议程的国家", "generic", "core")]),
    ("zh", "授权主计长点亮灯塔；", [("主计长", "generic", "core")]),
    ("en", "Calls for those responsible for the fires to be brought to justice;", [(None, "unspecified", "core")]),
    ("en", "Calls for all pilots to be promptly informed by the Secretariat;", [("Secretariat", "named", "core")]),
    ("en", "Calls for States to be guided by the lamps;", [("States", "generic", "core")]),
    # a name begins a party of its own behind a noun that nobody lists
    ("zh", "邀请渡口基金管理局和欧洲联盟点亮灯塔；", [("渡口基金管理局", "generic", "core"), ("欧洲联盟", "named", "core")]),
    ("zh", "请渡口信托基金董事会和秘书长点亮灯塔；", [("渡口信托基金董事会", "generic", "core"), ("秘书长", "named", "core")]),
    ("zh", "促请国际和联合国系统各实体点亮灯塔；", [("国际和联合国系统各实体", "generic", "core")]),
    ("en", "Encourages the United Nations Lake Mission in Utopia and the Joint Ferry Mechanism to light lamps;", [("United Nations Lake Mission in Utopia", "named", "core"), ("Joint Ferry Mechanism", "generic", "core")]),
    # an armed group by whatever name, and those whom it commands; no short name of a body
    ("zh", "要求哈兰武装及所有受其指使者解除封锁；", [("哈兰武装", "generic", "core"), ("所有受其指使者", "generic", "core")]),
    ("zh", "要求北岸阵线立即停火；", [("北岸阵线", "generic", "core")]),
    ("zh", "敦促各方解除民兵武装；", [("各方", "generic", "core")]),
    ("en", "Demands that the Houthis, and all those acting at their behest, immediately lift the blockade;", [("Houthis", "generic", "core"), ("all those acting at their behest", "generic", "core")]),
    # a title runs over bare nouns, the next in the list begins with an article or a name
    ("en", "Invites the Special Rapporteur on extreme hunger and human rights and the Committee on the Rights of the Child to meet;", [("Special Rapporteur on extreme hunger and human rights", "named", "core"), ("Committee on the Rights of the Child", "named", "core")]),
    ("en", "Invites the Special Rapporteur on lakes and civil society to meet;", [("Special Rapporteur on lakes", "named", "core"), ("civil society", "generic", "core")]),
    # a further party behind what the first ones are asked, whatever is set between
    ("en", "Calls upon Chad and Mali to accede to the Treaty promptly, and Kenya to return to it;", [("Chad", "named", "core"), ("Mali", "named", "core"), ("Kenya", "named", "core")]),
    ("en", "Requests the Board of Auditors to conduct, as a matter of priority, an audit, and the Secretary-General to report on it;", [("Board of Auditors", "named", "core"), ("Secretary-General", "named", "core")]),
    ("en", "Calls upon States to strengthen ports, lakes, and the Government to be heard;", [("States", "generic", "core")]),
    # who is told what to be is asked
    ("en", "Requests that the Secretary-General be guided by fairness;", [("Secretary-General", "named", "core")]),
    ("en", "Requests that the report be submitted;", [(None, "unspecified", "core")]),
    # by what a body was set up; States by where they lie, and those named of them; nouns that are parties by themselves
    ("zh", "指示依照第70/1号决议所设专家小组提交报告；", [("依照第70/1号决议所设专家小组", "generic", "core")]),
    ("zh", "吁请邻国，尤其是乍得和马里，开放港口；", [("邻国", "generic", "core"), ("乍得", "named", "example"), ("马里", "named", "example")]),
    ("zh", "邀请渔业领袖和媒体点亮灯塔；", [("渔业领袖", "generic", "core"), ("媒体", "generic", "core")]),
    ("zh", "邀请工会、大学和公共图书馆点亮灯塔；", [("工会", "generic", "core"), ("大学", "generic", "core"), ("公共图书馆", "generic", "core")]),
    ("zh", "要求叙利亚政权和伊黎伊斯兰国(又称达伊沙)立即停止攻击；", [("叙利亚政权", "named", "core"), ("伊黎伊斯兰国", "generic", "core")]),
    # a list goes on behind what limits those before it; words that begin an act are no party
    ("zh", "鼓励渡口各执行伙伴派出教员；", [("渡口各执行伙伴", "generic", "core")]),
    ("zh", "请各缔约方，尤其是受灾国家酌情参加培训；", [("各缔约方", "generic", "core"), ("受灾国家", "generic", "example")]),
    ("zh", "请秘书处组织讲习班；", [("秘书处", "named", "core")]),
    ("zh", "邀请区域组织在各自职权范围内、慈善机构以及其他行为体协助；", [("区域组织", "generic", "core"), ("慈善机构", "generic", "core"), ("其他行为体", "generic", "core")]),
    ("zh", "鼓励各机构在各自任务和资源范围内以及捐助方继续协助；", [("各机构", "generic", "core"), ("捐助方", "generic", "core")]),
    ("zh", "请秘书长在任务范围内和平解决争端；", [("秘书长", "named", "core")]),
    ("zh", "建议这些实体的首长继续协商；", [("这些实体的首长", "generic", "core")]),
    # words that tell more of a party stand before its noun; those between whom something is are none
    ("zh", "敦促未支付其摊款的研究所成员国全额或部分支付欠款；", [("未支付其摊款的研究所成员国", "generic", "core")]),
    ("zh", "促请缔约国和参加公约及其议定书缔约国会议的非公约缔约国遵守规则；", [("缔约国", "generic", "core"), ("参加公约及其议定书缔约国会议的非公约缔约国", "generic", "core")]),
    ("zh", "促请日内瓦讨论的所有参与方加紧努力；", [("日内瓦讨论的所有参与方", "generic", "core")]),
    ("zh", "促请日内瓦加紧讨论灯塔的问题；", [("日内瓦", "generic", "core")]),
    ("zh", "呼吁2032年7月之后继续提供航标；", [(None, "unspecified", "core")]),
    ("zh", "请人权理事会沉船原因和后果问题特别报告员协助船员；", [("人权理事会沉船原因和后果问题特别报告员", "named", "core")]),
    ("zh", "邀请人权理事会主席和灯塔问题特别报告员发言；", [("人权理事会主席", "named", "core"), ("灯塔问题特别报告员", "named", "core")]),
    ("zh", "敦促这些公约和议定书的缔约国执行文书；", [("这些公约和议定书的缔约国", "generic", "core")]),
    ("zh", "邀请会员国重点处理沉船；", [("会员国", "generic", "core")]),
    ("zh", "敦促将袭击渡口的行为人绳之以法；", [(None, "unspecified", "core")]),
    ("zh", "邀请将参加会议的国家发言；", [("将参加会议的国家", "generic", "core")]),
    ("zh", "要求所有各级加强努力；", [(None, "unspecified", "core")]),
    ("zh", "鼓励国际联合会和各协会协助；", [("国际联合会", "generic", "core"), ("各协会", "generic", "core")]),
    ("zh", "鼓励人与人之间的宽容；", [(None, "unspecified", "core")]),
    ("zh", "鼓励会员国加强各港口之间的合作；", [("会员国", "generic", "core")]),
    ("zh", "鼓励运用新技术的进展和社交媒体促进航行；", [(None, "unspecified", "core")]),
    ("zh", "鼓励安排秘书长和论坛领导人举行会晤；", [(None, "unspecified", "core")]),
    ("zh", "鼓励地方当局特别是农村居民、土著人民和私营部门参与；", [("地方当局", "generic", "core"), ("农村居民", "generic", "example"), ("土著人民", "generic", "example"), ("私营部门", "generic", "example")]),
    ("zh", "鼓励各国政府、主要群体和其他捐助方捐款；", [("各国政府", "generic", "core"), ("主要群体", "generic", "core"), ("其他捐助方", "generic", "core")]),
    ("zh", "鼓励世界卫生组织和其他相关组织与委员会秘书处合作；", [("世界卫生组织", "named", "core"), ("其他相关组织", "generic", "core")]),
    ("zh", "鼓励区域政府间组织与论坛、基金会执行决议；", [("区域政府间组织与论坛", "generic", "core"), ("基金会", "generic", "core")]),
    ("zh", "邀请其他国际和地区组织以及各国协助；", [("其他国际和地区组织", "generic", "core"), ("各国", "generic", "core")]),
    ("zh", "建议这些实体继续协商；", [("这些实体", "anaphor", "core")]),
    ("zh", "促请各国法院继续审理沉船案；", [("各国法院", "generic", "core")]),
    ("zh", "请秘书长提交报告；", [("秘书长", "named", "core")]),
    ("zh", "邀请联合国有关机关和机构考虑支持；", [("联合国有关机关和机构", "generic", "core")]),
    ("zh", "邀请相关国际组织和金融机构协助；", [("相关国际组织", "generic", "core"), ("金融机构", "generic", "core")]),
    ("zh", "敦促国际金融机构和组织继续努力；", [("国际金融机构和组织", "generic", "core")]),
    ("zh", "邀请特别政治任务和其他组织、特别是各牵头机构考虑协助；", [("特别政治任务", "generic", "core"), ("其他组织", "generic", "core"), ("各牵头机构", "generic", "example")]),
    ("zh", "鼓励非政府组织和基金会协助；", [("非政府组织", "generic", "core"), ("基金会", "generic", "core")]),
    ("zh", "邀请联合国相关人权机制和程序继续注意；", [("联合国相关人权机制和程序", "generic", "core")]),
    ("zh", "促请会员国，以及包括宗教领袖在内的所有行为体，弘扬宽容；", [("会员国", "generic", "core"), ("宗教领袖", "generic", "example"), ("所有行为体", "generic", "core")]),
    ("zh", "请各国及区域渔业管理组织和安排继续采取行动；", [("各国", "generic", "core"), ("区域渔业管理组织和安排", "generic", "core")]),
    ("zh", "鼓励各国际组织和专门机构合作；", [("各国际组织", "generic", "core"), ("专门机构", "generic", "core")]),
    ("zh", "促请国际和区域组织合作；", [("国际和区域组织", "generic", "core")]),
    ("zh", "呼吁联合国有关机构、国际金融机构和金融工具提供支持；", [("联合国有关机构", "generic", "core"), ("国际金融机构", "generic", "core"), ("金融工具", "generic", "core")]),
    ("zh", "邀请联合国有关机构，特别是世界银行，考虑；", [("联合国有关机构", "generic", "core"), ("世界银行", "named", "example")]),
    ("zh", "邀请联合国贸易和发展会议与经济合作组织合作；", [("联合国贸易和发展会议", "named", "core")]),
    ("zh", "鼓励尚未加入该公约的会员国加入；", [("尚未加入该公约的会员国", "generic", "core")]),
    ("zh", "鼓励它们继续努力；", [("它们", "anaphor", "core")]),
    ("zh", "鼓励最后确定框架协定；", [(None, "unspecified", "core")]),
    ("zh", "请裁军谈判会议现任主席和候任主席继续磋商；", [("裁军谈判会议现任主席", "named", "core"), ("候任主席", "generic", "core")]),
    ("zh", "鼓励当选主席继续努力；", [("当选主席", "generic", "core")]),
    ("zh", "请联合国系统所有专门机构和其他组织执行决议；", [("联合国系统所有专门机构和其他组织", "generic", "core")]),
    ("zh", "请联合国系统所有专门机构和其他国际组织执行决议；", [("联合国系统所有专门机构", "generic", "core"), ("其他国际组织", "generic", "core")]),
    ("zh", "鼓励地方、国家、区域和国际各级加强对话；", [(None, "unspecified", "core")]),
    ("zh", "请人权理事会受教育权问题特别报告员协助船员；", [("人权理事会受教育权问题特别报告员", "named", "core")]),
    ("zh", "请人权理事会和灯塔问题特别报告员协助船员；", [("人权理事会", "named", "core"), ("灯塔问题特别报告员", "named", "core")]),
    ("zh", "邀请暴力侵害船员问题秘书长特别代表列入资料；", [("暴力侵害船员问题秘书长特别代表", "generic", "core")]),
    ("zh", "请秘书长职位的所有候选人说明愿景；", [("秘书长职位的所有候选人", "generic", "core")]),
    ("zh", "请联合国毒品和犯罪问题办公室系统地收集数据；", [("联合国毒品和犯罪问题办公室", "named", "core")]),
    ("zh", "鼓励各国和适当时非政府组织协助港口；", [("各国", "generic", "core"), ("非政府组织", "generic", "core")]),
    ("zh", "鼓励继续在网上直播大会和各附属机构的会议；", [(None, "unspecified", "core")]),
    ("zh", "鼓励妇女和青年充分参与；", [("妇女和青年", "generic", "core")]),
    ("zh", "鼓励在可行情况下考虑对受灾的国家采取措施；", [(None, "unspecified", "core")]),
    ("zh", "邀请各机构，包括世界银行等实体以及国际移民组织列入资料；", [("各机构", "generic", "core"), ("世界银行", "named", "example"), ("国际移民组织", "named", "example")]),
    ("zh", "邀请联合国系统(包括各基金和世界银行等专门机构)、各区域委员会出席；", [("联合国系统", "named", "core"), ("各基金", "generic", "example"), ("世界银行", "named", "example"), ("各区域委员会", "generic", "core")]),
    ("zh", "促请该协议的保证方确保停火；", [("该协议的保证方", "generic", "core")]),
    ("zh", "请协助实施渡口方针的实体审查各自资料；", [("协助实施渡口方针的实体", "generic", "core")]),
    ("zh", "要求联合国共同制度各组织考虑流动；", [("联合国共同制度各组织", "generic", "core")]),
    ("zh", "鼓励现有监察员和调解员机构交流经验；", [("现有监察员和调解员机构", "generic", "core")]),
    ("zh", "敦促各国和其他有本国船只在该海域捕捞的国家采取措施；", [("各国", "generic", "core"), ("其他有本国船只在该海域捕捞的国家", "generic", "core")]),
    ("zh", "敦促私营部门、雇主组织和工会继续培训船员；", [("私营部门", "generic", "core"), ("雇主组织", "generic", "core"), ("工会", "generic", "core")]),
    ("zh", "敦促联合国人类住区规划署(人居署)扩大合作；", [("联合国人类住区规划署(人居署)", "named", "core")]),
    # A list that names some of those who are asked; 等机构 alone names nobody more.
    ("zh", "邀请各国、世界银行和世界旅游组织等所有利益攸关方协助港口；", [("各国", "generic", "core"), ("世界银行", "named", "example"), ("世界旅游组织", "named", "example"), ("所有利益攸关方", "generic", "core")]),
    ("zh", "促请各国，特别是灯塔所在国，按照规则改进航标；", [("各国", "generic", "core"), ("灯塔所在国", "generic", "example")]),
    ("zh", "鼓励会员国及国家、区域和地方渡口主管部门修建灯塔；", [("会员国", "generic", "core"), ("国家、区域和地方渡口主管部门", "generic", "core")]),
    ("zh", "促请所有国家和国际组织修建灯塔；", [("所有国家", "generic", "core"), ("国际组织", "generic", "core")]),
    ("zh", "邀请会员国，酌情也邀请有关机构，提交资料；", [("会员国", "generic", "core"), ("有关机构", "generic", "core")]),
    # Asked in the same breath, more softly; what is asked of nobody but in a possessive.
    ("zh", "促请各国，并酌情促请有关国际组织修建灯塔；", [("各国", "generic", "core"), ("有关国际组织", "generic", "core")]),
    ("zh", "鼓励裁军审议委员会酌情邀请世界银行编写海图；", [("裁军审议委员会", "named", "core")]),
    ("zh", "敦促各国、酌情敦促联合国系统相关实体以及国际组织继续修建灯塔；", [("各国", "generic", "core"), ("联合国系统相关实体", "generic", "core"), ("国际组织", "generic", "core")]),
    ("zh", "鼓励联合国各相关组织以及各人道主义援助、人权和发展组织修建灯塔；", [("联合国各相关组织", "generic", "core"), ("各人道主义援助、人权和发展组织", "generic", "core")]),
    ("zh", "鼓励她的工作与秘书长的工作互补；", [(None, "unspecified", "core")]),
    ("zh", "鼓励她们继续努力；", [("她们", "anaphor", "core")]),
    # Holders of mandates, whatever their titles say and join.
    ("zh", "请人权理事会贩运船员行为及其因果问题特别报告员提交报告；", [("人权理事会贩运船员行为及其因果问题特别报告员", "named", "core")]),
    ("zh", "请秘书长和航行中注意促进与保护船员权利特别报告员提交报告；", [("秘书长", "named", "core"), ("航行中注意促进与保护船员权利特别报告员", "named", "core")]),
    ("zh", "鼓励继续支持特别报告员；", [(None, "unspecified", "core")]),
    # Who is set free is not asked; nor whom words in brackets speak of.
    ("zh", "要求立即释放被港口任意羁押的所有人，包括船员；", [(None, "unspecified", "core")]),
    ("zh", "促请停止针对船员(包括维护渔民权利的人士)、渔民和学者的骚扰；", [(None, "unspecified", "core")]),
    ("zh", "邀请能够提供海图的会员国，在今年提供资料；", [("能够提供海图的会员国", "generic", "core")]),
    ("zh", "鼓励有兴趣的当地供应商提供灯具；", [("有兴趣的当地供应商", "generic", "core")]),
    ("zh", "请秘书长对口译服务采取措施；", [("秘书长", "named", "core")]),
    ("zh", "请所有缔约国特别是请求和被请求缔约国开展合作；", [("所有缔约国", "generic", "core"), ("请求和被请求缔约国", "generic", "example")]),
    ("en", "Requests the Attorney General to report", [("Attorney General", "generic", "core")]),
    ("en", "Requests the removal of mines to continue", [(None, "unspecified", "core")]),
    ("en", "Requests the Secretary-General to submit a report;", [("Secretary-General", "named", "core")]),
    ("en", "Invites the relevant United Nations institutions and agencies to assist;", [("relevant United Nations institutions and agencies", "generic", "core")]),
    ("en", "Urges the specialized agencies and other organizations and programmes of the United Nations system to continue;", [("specialized agencies and other organizations and programmes of the United Nations system", "generic", "core")]),
    # others of one whole are one party with those before them; a modifier of their own makes them a party of their own
    ("en", "Invites relevant agencies, funds and other bodies of the United Nations system to sail;", [("relevant agencies, funds and other bodies of the United Nations system", "generic", "core")]),
    ("en", "Invites States and competent bodies and other relevant entities of the United Nations to sail;", [("States", "generic", "core"), ("competent bodies and other relevant entities of the United Nations", "generic", "core")]),
    ("en", "Invites the regional commissions and other entities of the United Nations system to sail;", [("regional commissions", "generic", "core"), ("other entities of the United Nations system", "generic", "core")]),
    ("en", "Invites Member States and other entities of the United Nations system to sail;", [("Member States", "generic", "core"), ("other entities of the United Nations system", "generic", "core")]),
    ("en", "Encourages the current Chair and the incoming Chair of the Pier Forum to sail;", [("current Chair", "named", "core"), ("incoming Chair of the Pier Forum", "named", "core")]),
    ("en", "Encourages the current and incoming Chairs of the Pier Forum to sail;", [("current and incoming Chairs of the Pier Forum", "generic", "core")]),
    ("zh", "要求托管服务供应商修建灯塔；", [("托管服务供应商", "generic", "core")]),
    ("zh", "鼓励国家和地方政府修建灯塔；", [("国家和地方政府", "generic", "core")]),
    ("zh", "鼓励各国和地方政府修建灯塔；", [("各国", "generic", "core"), ("地方政府", "generic", "core")]),
    ("zh", "邀请联合国系统各基金和方案以及其他机构和政府间组织修建灯塔；", [("联合国系统各基金和方案", "generic", "core"), ("其他机构", "generic", "core"), ("政府间组织", "generic", "core")]),
    ("zh", "敦促湖区一体化组织和金融机构修建灯塔；", [("湖区一体化组织", "generic", "core"), ("金融机构", "generic", "core")]),
    ("zh", "敦促湖区一体化组织和银行修建灯塔；", [("湖区一体化组织和银行", "generic", "core")]),
    ("zh", "请联合国系统各机构以及其他实体、基金和方案修建灯塔；", [("联合国系统各机构以及其他实体、基金和方案", "generic", "core")]),
    ("zh", "请联合国系统各基金及其他区域组织修建灯塔；", [("联合国系统各基金", "generic", "core"), ("其他区域组织", "generic", "core")]),
    ("zh", "请联合国系统各单位的行政首长和决策机构修建灯塔；", [("联合国系统各单位的行政首长和决策机构", "generic", "core")]),
    ("zh", "请联合国系统各单位的行政首长和会员国修建灯塔；", [("联合国系统各单位的行政首长", "generic", "core"), ("会员国", "generic", "core")]),
    ("zh", "鼓励渡口论坛现任主席和下任主席会晤；", [("渡口论坛现任主席", "generic", "core"), ("下任主席", "generic", "core")]),
    ("zh", "鼓励渡口论坛现任和下任主席会晤；", [("渡口论坛现任和下任主席", "generic", "core")]),
    ("en", "Invites United Nations agencies, in particular the World Bank, to help;", [("United Nations agencies", "generic", "core"), ("World Bank", "named", "example")]),
    ("en", "Encourages the finalization of the agreement;", [(None, "unspecified", "core")]),
    # What stands before the act is the party, whether its words are in a list or not.
    ("en", "Urges ferry companies that sail by night to carry lights;", [("ferry companies that sail by night", "generic", "core")]),
    ("en", "Calls upon States which keep lighthouses to repair them;", [("States which keep lighthouses", "generic", "core")]),
    ("en", "Calls upon States to light the ports, and upon their partners to lend lamps;", [("States", "generic", "core"), ("their partners", "generic", "core")]),
    ("en", "Calls upon all ferry companies to rest, as well as upon port authorities to keep watch;", [("all ferry companies", "generic", "core"), ("port authorities", "generic", "core")]),
    ("en", "Appeals to States to build harbours and to donors to pay for them;", [("States", "generic", "core"), ("donors", "generic", "core")]),
    ("en", "Calls upon States to help, and upon request to lend boats;", [("States", "generic", "core")]),
    ("en", "Invites States to report to the port and to Member States to let them sail;", [("States", "generic", "core")]),
    ("en", "Calls upon States to act on floods and on ways to stop them;", [("States", "generic", "core")]),
    ("en", "Appeals to States to rest and to allow ferries to sail;", [("States", "generic", "core")]),
    ("en", "Appeals to States to rest, and to that end to meet;", [("States", "generic", "core")]),
    ("en", "Urges all parties directly concerned seriously to consider talks;", [("all parties directly concerned", "generic", "core")]),
    ("en", "Encourages port authorities in the field of safety and salvage to meet;", [("port authorities in the field of safety and salvage", "generic", "core")]),
    ("en", "Encourages States parties to provide lamps and to meet;", [("States parties", "generic", "core")]),
    ("en", "Demands that all parties to the conflict open the harbour;", [("all parties to the conflict", "generic", "core")]),
    ("en", "Encourages the Unit to continue its work;", [("Unit", "anaphor", "core")]),
    ("zh", "鼓励未来渡口节和灯塔节的主办国及其他会员国更换灯具；", [("未来渡口节和灯塔节的主办国", "generic", "core"), ("其他会员国", "generic", "core")]),
    ("zh", "邀请会员国和大会所有观察员出席；", [("会员国", "generic", "core"), ("大会所有观察员", "generic", "core")]),
    ("zh", "邀请各国以及区域供资机构、私营部门和民间社会继续供油；", [("各国", "generic", "core"), ("区域供资机构", "generic", "core"), ("私营部门", "generic", "core"), ("民间社会", "generic", "core")]),
    ("zh", "敦促支助沿岸国的其他相关组织和机构，采取措施；", [("支助沿岸国的其他相关组织和机构", "generic", "core")]),
    ("zh", "邀请各国、联合国系统各机构和各组织更换灯具；", [("各国", "generic", "core"), ("联合国系统各机构和各组织", "generic", "core")]),
    ("zh", "邀请各国和各组织更换灯具；", [("各国", "generic", "core"), ("各组织", "generic", "core")]),
    ("zh", "邀请包括民间社会和私营部门在内其他利益攸关方，更换灯具；", [("民间社会", "generic", "example"), ("私营部门", "generic", "example"), ("其他利益攸关方", "generic", "core")]),
    ("zh", "邀请作为航标基金管理者的世界银行更换灯具；", [("世界银行", "named", "core")]),
    ("zh", "鼓励该区域所有国家更换灯具；", [("该区域所有国家", "generic", "core")]),
    ("zh", "要求施害者立即停止捕鱼；", [("施害者", "generic", "core")]),
    ("zh", "要求持有渔网者立即停止捕鱼；", [("持有渔网者", "generic", "core")]),
    ("zh", "鼓励该区域各国更换灯具；", [("该区域各国", "generic", "core")]),
    ("zh", "鼓励为即将出航的渔民开展培训；", [(None, "unspecified", "core")]),
    ("zh", "呼吁全面实施关于落实航标条约缔约国审议会议的计划；", [(None, "unspecified", "core")]),
    ("zh", "呼吁紧急遵守航标义务；", [(None, "unspecified", "core")]),
    ("zh", "促请各会员国概不承认这些措施；", [("各会员国", "generic", "core")]),
    ("zh", "鼓励上述实体更换灯具；", [("上述实体", "anaphor", "core")]),
    ("zh", "敦促引进灯塔技术、港口设备的国家建立登记册；", [("引进灯塔技术、港口设备的国家", "generic", "core")]),
    ("zh", "鼓励港患国家利用援助；", [("港患国家", "generic", "core")]),
    ("zh", "鼓励该办事处继续工作；", [("该办事处", "anaphor", "core")]),
    ("zh", "敦促该部和该局出版图表；", [("该部", "anaphor", "core"), ("该局", "anaphor", "core")]),
    ("en", "Encourages the Department to publish the charts;", [("Department", "anaphor", "core")]),
    ("en", "Requests the Division and the Bureau to publish the charts;", [("Division", "anaphor", "core"), ("Bureau", "anaphor", "core")]),
    ("en", "Requests the High Commissioner to visit the ports;", [("High Commissioner", "anaphor", "core")]),
    ("en", "Requests the commissions to share the charts;", [("commissions", "anaphor", "core")]),
    ("en", "Encourages those bodies to share the charts;", [("those bodies", "anaphor", "core")]),
    ("en", "Requests the commissions of both ports to share the charts;", [("commissions of both ports", "generic", "core")]),
    ("en", "Encourages strengthened and continuing cooperation among the ports;", [(None, "unspecified", "core")]),
    ("en", "Invites the Secretary-General of the World Meteorological Organization to publish the charts;", [("Secretary-General of the World Meteorological Organization", "named", "core")]),
    ("zh", "请世界气象组织秘书长出版图表；", [("世界气象组织秘书长", "named", "core")]),
    ("zh", "促请共有一个港口的国家商定时刻；", [("共有一个港口的国家", "generic", "core")]),
    ("zh", "促请共有一个港口的国家：", [("共有一个港口的国家", "generic", "core")]),
    ("zh", "敦促《灯塔公约》缔约国指定一个负责灯塔的国家机关；", [("《灯塔公约》缔约国", "generic", "core")]),
    ("zh", "鼓励今后继续作出这种安排；", [(None, "unspecified", "core")]),
    # A noun of an act is none, nor are partners; who makes the efforts is.
    ("en", "Encourages the development of harbours to shelter ferries;", [(None, "unspecified", "core")]),
    ("en", "Calls for an end to the blockade;", [(None, "unspecified", "core")]),
    ("en", "Requests the Secretary-General, in cooperation with ferry companies, to report;", [("Secretary-General", "named", "core")]),
    ("en", "Invites the Secretary-General, accordingly, to report;", [("Secretary-General", "named", "core")]),
    ("en", "Encourages continued support from donors for the ferries;", [("donors", "generic", "core")]),
    ("zh", "请秘书长与各港口协商，提交报告；", [("秘书长", "named", "core")]),
    ("zh", "呼吁准许船只入港；", [(None, "unspecified", "core")]),
    # States by name, their appositions outside.
    ("en", "Calls upon Atlantis and Israel, the occupying Power, to lift the ban;", [("Atlantis", "generic", "core"), ("Israel", "named", "core")]),
    ("en", "Urges the Government of the Syrian Arab Republic to open its ports;", [("Government of the Syrian Arab Republic", "named", "core")]),
    ("en", "Demands that the Syrian authorities open the ports;", [("Syrian authorities", "named", "core")]),
    ("zh", "要求占领国以色列停止封港；", [("以色列", "named", "core")]),
    ("zh", "敦促俄罗斯联邦政府开放港口；", [("俄罗斯联邦政府", "named", "core")]),
    ("zh", "鼓励发展中国家加强港口；", [("发展中国家", "generic", "core")]),
    # Examples, before and behind.
    ("zh", "邀请包括世界银行在内的相关伙伴提供援助；", [("世界银行", "named", "example"), ("相关伙伴", "generic", "core")]),
    ("en", "Calls upon all States, in particular in Africa and Asia, to act;", [("all States", "generic", "core")]),
    ("en", "Invites States, including through the Committee, to act;", [("States", "generic", "core")]),
    ("en", "Invites Member States, in particular those with ferries, and other stakeholders to meet;", [("Member States", "generic", "core"), ("those with ferries", "generic", "example"), ("other stakeholders", "generic", "core")]),
    # What was not understood is said.
    ("zh", "敦促灯塔，再次点亮；", [("灯塔", "unresolved", "core")]),
    # Where no list has the words, their classes say where the party ends; what is no verb phrase's subject is none.
    ("zh", "敦促朝韩灯塔再次点亮；", [("朝韩灯塔", "generic", "core")]),
    ("zh", "促请各参与方提交前后一贯的报告；", [("各参与方", "generic", "core")]),
    ("zh", "敦促部署灯塔船的公司继续合作；", [("部署灯塔船的公司", "generic", "core")]),
    ("zh", "邀请灯塔看守人继续合作；", [("灯塔看守人", "generic", "core")]),
    ("zh", "促请会员国分析渡口问题；", [("会员国", "generic", "core")]),
    ("zh", "呼吁努力促进港口合作；", [(None, "unspecified", "core")]),
    ("zh", "鼓励灌溉技术促进粮食安全伙伴关系继续公布水位；", [("灌溉技术促进粮食安全伙伴关系", "generic", "core")]),
    ("zh", "邀请航运促进发展研究联盟与港口开展合作；", [("航运促进发展研究联盟", "generic", "core")]),
    ("zh", "鼓励会员国促进伙伴关系继续发展；", [("会员国", "generic", "core")]),
    ("zh", "鼓励渡轮公司推动安全网络继续扩大；", [("渡轮公司", "generic", "core")]),
    ("zh", "鼓励提高对所有港口的外国直接投资；", [(None, "unspecified", "core")]),
    ("zh", "呼吁《灯塔条约》早日生效；", [(None, "unspecified", "core")]),
    ("zh", "鼓励和支持各国分享灯塔；", [(None, "unspecified", "core")]),
    ("zh", "促请所有尚未签署《关于禁止使用灯塔的公约》的国家加入；", [("所有尚未签署《关于禁止使用灯塔的公约》的国家", "generic", "core")]),
    ("zh", "邀请渡口特别是妇女和儿童问题特别报告员继续报告；", [("渡口特别是妇女和儿童问题特别报告员", "named", "core")]),
    ("en", "Requests the Special Rapporteur on ferries, especially women and children, and States to report;", [("Special Rapporteur on ferries, especially women and children", "named", "core"), ("States", "generic", "core")]),
    ("en", "Urges States, especially island States, to report;", [("States", "generic", "core"), ("island States", "generic", "example")]),
    ("en", "Requests the Secretary-General that he continue to report;", [("Secretary-General", "named", "core")]),
    # To what something is done is not asked; who does it is.
    ("en", "Demands that the lamps of the harbour be repaired;", [(None, "unspecified", "core")]),
    ("en", "Requests that a report be submitted by the Secretary-General;", [("Secretary-General", "named", "core")]),
    ("en", "Demands that all lamps be repaired immediately by the occupying Power;", [("occupying Power", "generic", "core")]),
    ("en", "Requests that it be informed of the lamps;", [(None, "unspecified", "core")]),
    ("en", "Requests that the Secretary-General repair the lamps;", [("Secretary-General", "named", "core")]),
    ("en", "Requests that he repair the lamps;", [("he", "anaphor", "core")]),
    ("en", "Requests him to repair the lamps;", [("him", "anaphor", "core")]),
    # Of whose work something is to become is not who is asked; whose efforts are asked for is.
    ("en", "Encourages the revitalization of the work of the Secretary-General;", [(None, "unspecified", "core")]),
    ("en", "Calls for the intensification of efforts by all donors;", [("all donors", "generic", "core")]),
    # Nouns that share what tells who is meant are one; with a modifier or a relative clause each of its own they are several.
    ("en", "Urges those agencies and other ports that have no lamps to buy them;", [("those agencies and other ports that have no lamps", "generic", "core")]),
    ("en", "Invites ports and yards which keep boats to lend them;", [("ports and yards which keep boats", "generic", "core")]),
    ("en", "Urges States that keep lamps and organizations that sail to meet;", [("States that keep lamps", "generic", "core"), ("organizations that sail", "generic", "core")]),
    ("zh", "邀请参加渡口项目的国家和组织分享经验；", [("参加渡口项目的国家和组织", "generic", "core")]),
    ("zh", "邀请参加渡口项目的国家和国际组织分享经验；", [("参加渡口项目的国家", "generic", "core"), ("国际组织", "generic", "core")]),
    ("zh", "鼓励有能力向缺少灯塔的国家提供灯具的会员国提供灯具；", [("有能力向缺少灯塔的国家提供灯具的会员国", "generic", "core")]),
    ("zh", "邀请地方、国家和国际船员组织举办活动；", [("地方、国家和国际船员组织", "generic", "core")]),
    ("en", "Invites the relevant human rights mechanisms and procedures to meet;", [("relevant human rights mechanisms and procedures", "generic", "core")]),
    ("en", "Invites the World Bank, mindful of the tides, in cooperation with ports, to lend lamps;", [("World Bank", "named", "core")]),
    ("en", "Requests the pilots, given new approaches to safety at night, to meet;", [("pilots", "generic", "core")]),
    # With whom, before the act: the party's name ends there, known or not.
    ("zh", "鼓励渡口联合会同熟悉航道的船员协商，翻译海图；", [("渡口联合会", "generic", "core")]),
    ("zh", "请港口工会主席与各国合作，修建灯塔；", [("港口工会主席", "generic", "core")]),
    (
        "en",
        "Calls for the strengthening of technical assistance of the World Bank to the members;",
        [("World Bank", "named", "core")],
    ),
    ("en", "Calls for their full implementation;", [(None, "unspecified", "core")]),
    ("en", "Calls for their continued support;", [("their", "anaphor", "core")]),
    ("en", "Encourages their active collaboration with the Organization;", [("their", "anaphor", "core")]),
    # Who does it already is not asked.
    # who is to act besides; not who manages or makes up what is spoken of
    ("zh", "鼓励各港口分享经验，并由世界卫生组织在其任务范围内提供支助；", [("各港口", "generic", "core"), ("世界卫生组织", "named", "core")]),
    ("zh", "请秘书长设立基金，并由会员国组成的委员会审议；", [("秘书长", "named", "core")]),
    ("zh", "鼓励各国支持由世界银行管理的基金；", [("各国", "generic", "core")]),
    # all or each part of what is named; those without a modifier between them are each their own
    ("zh", "促请联合国系统所有部分继续努力；", [("联合国系统所有部分", "generic", "core")]),
    ("zh", "促请国际社会所有成员，包括所有捐助者，履行承诺；", [("国际社会所有成员", "generic", "core"), ("所有捐助者", "generic", "example")]),
    ("zh", "促请联合国秘书处各图书馆开展合作；", [("联合国秘书处各图书馆", "generic", "core")]),
    ("zh", "邀请自然人和法人捐款；", [("自然人", "generic", "core"), ("法人", "generic", "core")]),
    ("zh", "呼吁由各国提供灯具；", [("各国", "generic", "core")]),
    ("zh", "呼吁由各国提供的灯具用于渡口；", [(None, "unspecified", "core")]),
    ("en", "Calls upon the international community, the relevant United Nations entities and ferry companies to meet;", [("international community", "generic", "core"), ("relevant United Nations entities", "generic", "core"), ("ferry companies", "generic", "core")]),
    # An apposition, and what a party is referred to in, are no parties of their own.
    ("en", "Demands that Chad, the occupying Power, comply with the rules;", [("Chad", "named", "core")]),
    ("en", "Calls upon Chad, the occupying Power, and Mali to sail;", [("Chad", "named", "core"), ("Mali", "named", "core")]),
    ("en", "Urges States referred to in article 4, paragraph 2, to sail;", [("States referred to in article 4, paragraph 2", "generic", "core")]),
    ("en", "Demands that the wreckers immediately desist from lighting fires;", [("wreckers", "generic", "core")]),
    ("en", "Demands that Chad and GULL immediately cease all fishing;", [("Chad", "named", "core"), ("GULL", "generic", "core")]),
    ("en", "Requests that the Department, as a matter of priority, light the quays;", [("Department", "anaphor", "core")]),
    ("en", "Requests that the limit of speed also apply to ferries;", [(None, "unspecified", "core")]),
    # A relative clause behind a named body; nouns of verbs, and what sort of body, inside a party.
    ("zh", "鼓励世界银行以及处理渡口问题的联合国所有其他机构和机制继续努力；", [("世界银行", "named", "core"), ("处理渡口问题的联合国所有其他机构和机制", "generic", "core")]),
    ("zh", "鼓励各反腐机构、执法机构和金融情报单位加紧努力；", [("各反腐机构", "generic", "core"), ("执法机构", "generic", "core"), ("金融情报单位", "generic", "core")]),
    ("zh", "促请所有尚未采用委员会费率的港口组织采用费率；", [("所有尚未采用委员会费率的港口组织", "generic", "core")]),
    ("zh", "鼓励各国和《渡口公约》第1条所述实体参加；", [("各国", "generic", "core"), ("《渡口公约》第1条所述实体", "generic", "core")]),
    ("zh", "鼓励那些尚未这样做的港口组织作出规定；", [("那些尚未这样做的港口组织", "generic", "core")]),
    ("zh", "促请内陆和过境发展中国家改进渡口；", [("内陆和过境发展中国家", "generic", "core")]),
    ("zh", "鼓励商业界，特别是旅游业和旅行业，合作；", [("商业界", "generic", "core"), ("旅游业", "generic", "example"), ("旅行业", "generic", "example")]),
    ("zh", "邀请各区域组提名候选人；", [("各区域组", "generic", "core")]),
    ("zh", "邀请高级专员办事处开展工作；", [("高级专员办事处", "anaphor", "core")]),
    ("zh", "敦促该校修建灯塔；", [("该校", "anaphor", "core")]),
    # Acts without anybody, whose words are nouns too.
    ("zh", "呼吁改革国际渡口体系；", [(None, "unspecified", "core")]),
    ("zh", "鼓励促进可持续的融资机会和机制；", [(None, "unspecified", "core")]),
    ("en", "Calls for a successful outcome of the talks;", [(None, "unspecified", "core")]),
    ("en", "Encourages further studies on tides;", [(None, "unspecified", "core")]),
    ("en", "Invites troop- and police-contributing countries to send boats;", [("troop- and police-contributing countries", "generic", "core")]),
    ("en", "Invites creditors, both private and public, that hold debts to reduce them;", [("creditors", "generic", "core")]),
    ("en", "Reiterates its invitation and encouragement to all States parties and pilots to attend;", [("all States parties", "generic", "core"), ("pilots", "generic", "core")]),
    ("en", "Invites the United Nations Coalition on Combating Fog and Dust to publish charts;", [("United Nations Coalition on Combating Fog and Dust", "generic", "core")]),
    ("en", "Encourages rowing clubs and leagues to carry lights;", [("rowing clubs and leagues", "generic", "core")]),
    # What is asked for may be a noun behind several qualities.
    ("en", "Calls for the full, equal and meaningful participation of pilots;", [(None, "unspecified", "core")]),
    ("en", "Calls for an early entry into force of the Comprehensive Lights Treaty;", [(None, "unspecified", "core")]),
    ("en", "Reaffirms its call to refrain from sailing, fishing or taking steps to fish;", [(None, "unspecified", "core")]),
    ("en", "Encourages further studies, including by the ports, on tides;", [(None, "unspecified", "core")]),
    # A lone adjective or participle, a mandate's title, what a party considers, where a request stands: no parties.
    ("en", "Urges the Palestinian and Israeli sides to sail;", [("Palestinian and Israeli sides", "generic", "core")]),
    ("en", "Calls upon requested and requesting States to cooperate;", [("requested and requesting States", "generic", "core")]),
    ("en", "Calls upon the security and armed forces of Chad and other armed groups to stop;", [("security and armed forces of Chad", "named", "core"), ("other armed groups", "generic", "core")]),
    ("en", "Calls upon Afghanistan and regional partners to sail;", [("Afghanistan", "named", "core"), ("regional partners", "generic", "core")]),
    ("en", "Urges States, parties to conflict, and pilots to sail;", [("States", "generic", "core"), ("parties to conflict", "generic", "core"), ("pilots", "generic", "core")]),
    ("en", "Urges industry and academia to sail;", [("industry", "generic", "core"), ("academia", "generic", "core")]),
    ("en", "Urges industry and other stakeholders to sail;", [("industry", "generic", "core"), ("other stakeholders", "generic", "core")]),
    ("en", "Requests the Special Rapporteur on violence against sailors, its causes and consequences to sail;", [("Special Rapporteur on violence against sailors, its causes and consequences", "named", "core")]),
    ("en", "Requests the Secretary-General, also considering the extension of the group, to sail;", [("Secretary-General", "named", "core")]),
    ("en", "Reiterates its request made in paragraph 7 of its resolution 75/1 that the Secretary-General sail;", [("Secretary-General", "named", "core")]),
    ("en", "Recommends, when considering the possible allocation of seats on each treaty body on a regional basis, the introduction of rules;", [(None, "unspecified", "core")]),
    ("en", "Calls upon the World Bank, in line with its mandate, and other relevant United Nations entities to sail;", [("World Bank", "named", "core"), ("other relevant United Nations entities", "generic", "core")]),
    ("en", "Calls upon States, where appropriate, and especially in the bay, to sail;", [("States", "generic", "core")]),
    ("en", "Encourages her to sail;", [("her", "anaphor", "core")]),
    ("en", "Calls upon Chad or the Chad military where applicable to sail;", [("Chad", "named", "core"), ("Chad military", "named", "core")]),
    # Through whom they act is not asked; behind words that say how, the list goes on; who makes the efforts is asked.
    ("en", "Requests the pilots, through the harbour offices, to report;", [("pilots", "generic", "core")]),
    ("en", "Invites the secretariat of the Convention, through the harbour offices, to report;", [("secretariat of the Convention", "generic", "core")]),
    ("en", "Requests the continuation of efforts by the pilots in organizing schools to support ports;", [(None, "unspecified", "core")]),
    ("en", "Invites all islands, within their means, other relevant organizations and all partners to meet;", [("all islands", "generic", "core"), ("other relevant organizations", "generic", "core"), ("all partners", "generic", "core")]),
    ("en", "Invites the pilots, within their means, national maritime institutions, the public and private sectors and other actors to meet;", [("pilots", "generic", "core"), ("national maritime institutions", "generic", "core"), ("public and private sectors", "generic", "core"), ("other actors", "generic", "core")]),
    ("en", "Invites the pilots, within their means, and donors to meet;", [("pilots", "generic", "core"), ("donors", "generic", "core")]),
    ("en", "Invites the pilots, within their means, in cooperation with relevant organizations, to meet;", [("pilots", "generic", "core")]),
    ("en", "Calls for steps by port authorities, within their means, and other stakeholders to light the quays;", [("port authorities", "generic", "core"), ("other stakeholders", "generic", "core")]),
    ("en", "Encourages further efforts by national and regional actors to light the quays;", [("national and regional actors", "generic", "core")]),
    ("en", "Encourages the strengthening of cooperation between the two organizations;", [("two organizations", "anaphor", "core")]),
    # Nouns under one head are one party; a set of acts is none; nor is a verb.
    ("en", "Invites representatives of ports, of fleets and yards, as well as representatives of schools, to meet;", [("representatives of ports, of fleets and yards", "generic", "core"), ("representatives of schools", "generic", "core")]),
    ("en", "Calls for a coherent set of harbour actions to calm the trade;", [(None, "unspecified", "core")]),
    ("en", "Reaffirms its call to convene the pilots in 2031 to discuss ferries;", [(None, "unspecified", "core")]),
    ("en", "Calls for holistic and integrated approaches to ferries that help ports to grow;", [(None, "unspecified", "core")]),
    ("en", "Calls for affordable and resilient supply chains to serve the ports;", [(None, "unspecified", "core")]),
    ("en", "Calls for all ports to light the quays;", [("all ports", "generic", "core")]),
    ("en", "Calls for ferry companies to light the quays;", [("ferry companies", "generic", "core")]),
    ("en", "Calls for the scaling up of efforts by pilots to light the quays;", [("pilots", "generic", "core")]),
    ("en", "Appeals to States and organizations not currently contributing to the Fund to pay;", [("States", "generic", "core"), ("organizations not currently contributing to the Fund", "generic", "core")]),
    ("en", "Encourages the full and timely funding by donors;", [("donors", "generic", "core")]),
    ("en", "Invites increased coordination among and between Member States;", [("Member States", "generic", "core")]),
    ("en", "Encourages the Council of Europe and its North-South Centre to meet;", [("Council of Europe", "named", "core"), ("its North-South Centre", "named", "core")]),
    ("en", "Calls upon States, including through the Committee, by rowing, to meet;", [("States", "generic", "core")]),
    # Short names that only point back.
    ("en", "Invites those countries to meet;", [("those countries", "anaphor", "core")]),
    ("en", "Invites those countries that have ferries to meet;", [("those countries that have ferries", "generic", "core")]),
    ("en", "Requests the Special Committee to meet;", [("Special Committee", "anaphor", "core")]),
    ("en", "Encourages the full, equal and meaningful participation of all relevant stakeholders;", [("all relevant stakeholders", "generic", "core")]),
    ("en", "Encourages closer contacts, where appropriate, between the World Bank and Chad;", [("World Bank", "named", "core"), ("Chad", "named", "core")]),
    ("en", "Encourages efforts and activities on the part of civil society organizations;", [("civil society organizations", "generic", "core")]),
    ("en", "Encourages the use of charts drawn by Chad;", [(None, "unspecified", "core")]),
    ("en", "Encourages the restoration of quays by Member States;", [("Member States", "generic", "core")]),
    ("en", "Encourages their active and meaningful participation;", [("their", "anaphor", "core")]),
    ("en", "Encourages new practices that help the ports to grow;", [(None, "unspecified", "core")]),
    ("en", "Calls upon international, regional and local organizations to light the quays;", [("international, regional and local organizations", "generic", "core")]),
    ("en", "Urges all pilots concerned and interested States to meet;", [("all pilots concerned", "generic", "core"), ("interested States", "generic", "core")]),
    ("en", "Urges companies that collect, store and sell lamps to meet;", [("companies that collect, store and sell lamps", "generic", "core")]),
    ("en", "Urges those building boats and lamps and those with ferries to meet;", [("those building boats and lamps", "generic", "core"), ("those with ferries", "generic", "core")]),
    ("en", "Invites the Chairs of the forum on tides, fog and wind for sailors to meet;", [("Chairs of the forum on tides, fog and wind for sailors", "generic", "core")]),
    ("en", "Invites States and, as appropriate, ferry companies to meet;", [("States", "generic", "core"), ("ferry companies", "generic", "core")]),
    ("en", "Invites States, and above all those with ferries, to meet;", [("States", "generic", "core"), ("those with ferries", "generic", "example")]),
    ("en", "Urges States, either directly or through ferry companies, to meet;", [("States", "generic", "core")]),
    ("en", "Urges States with the competence to close ports to meet;", [("States with the competence to close ports", "generic", "core")]),
    ("en", "Requests the Secretary-General, in cooperation with Chad, as well as other States, to report;", [("Secretary-General", "named", "core")]),
    ("en", "Requests the Secretary-General, with a group of pilots to be named in May, to report;", [("Secretary-General", "named", "core")]),
    ("en", "Encourages States to sign the Treaty, and parties that have not done so to pay;", [("States", "generic", "core"), ("parties that have not done so", "generic", "core")]),
    ("en", "Encourages States to work with pilots, and international organizations to pay;", [("States", "generic", "core"), ("international organizations", "generic", "core")]),
    ("en", "Encourages States to help Chad, and donors to pay;", [("States", "generic", "core")]),
    ("en", "Encourages the full participation of women and youth in the talks;", [(None, "unspecified", "core")]),
    ("en", "Encourages contacts between women and the authorities;", [("women", "generic", "core"), ("authorities", "generic", "core")]),
    ("en", "Calls for the return of all persons to the ports;", [(None, "unspecified", "core")]),
    ("en", "Invites contributions to support the participation of developing countries;", [(None, "unspecified", "core")]),
    ("en", "Encourages support for the talks from Member States;", [("Member States", "generic", "core")]),
    ("en", "Encourages regional, subregional and local cooperation as a way for ports to grow;", [(None, "unspecified", "core")]),
    ("en", "Invites relevant regional, local and other processes to meet;", [("relevant regional, local and other processes", "generic", "core")]),
    ("en", "Encourages their ongoing collaboration to light the quays;", [("their", "anaphor", "core")]),
    ("en", "Calls upon them, therefore, to sail;", [("them", "anaphor", "core")]),
    ("en", "Appeals to all Governments and to organizations and individuals to pay;", [("all Governments", "generic", "core"), ("organizations", "generic", "core"), ("individuals", "generic", "core")]),
    ("en", "Recommends assisting the ports in finding ways to grow;", [(None, "unspecified", "core")]),
    ("en", "Calls for support for such schemes by donor and host countries;", [("donor and host countries", "generic", "core")]),
    ("en", "Calls for effective partnerships among the public sector, civil society and academia;", [("public sector", "generic", "core"), ("civil society", "generic", "core"), ("academia", "generic", "core")]),
    ("en", "Requests the Secretary-General, in association with Chad, as well as other States, to report;", [("Secretary-General", "named", "core")]),
    ("en", "Encourages the Ad Hoc Working Group during that session to meet;", [("Ad Hoc Working Group during that session", "generic", "core")]),
    ("en", "Encourages that Division to light the quays;", [("that Division", "anaphor", "core")]),
    ("en", "Appeals to States, as well as to ferry companies, to pay;", [("States", "generic", "core"), ("ferry companies", "generic", "core")]),
    ("en", "Requests the Secretary-General in that regard to ensure that boats are sent;", [("Secretary-General", "named", "core")]),
    ("en", "Calls for steps, as agreed in 2031, to be taken by all States, that would close the ports:", [("all States", "generic", "core")]),
    ("en", "Calls for steps to help the ports to promote measures to be taken by all States;", [(None, "unspecified", "core")]),
    # Nouns and peoples under one head are one; what is itself a party is not.
    ("en", "Invites the tourism, travel and ferry industries to meet;", [("tourism, travel and ferry industries", "generic", "core")]),
    ("en", "Urges companies, especially publicly listed and large companies, to meet;", [("companies", "generic", "core"), ("publicly listed and large companies", "generic", "example")]),
    ("en", "Urges the Latin American and Caribbean States and the Western European and other States to meet;", [("Latin American and Caribbean States", "generic", "core"), ("Western European and other States", "generic", "core")]),
    ("en", "Urges industry, academia and port authorities to meet;", [("industry", "generic", "core"), ("academia", "generic", "core"), ("port authorities", "generic", "core")]),
    ("en", "Urges Governments, in particular those of countries of origin, transit and destination, to meet;", [("Governments", "generic", "core"), ("those of countries of origin, transit and destination", "generic", "example")]),
    ("en", "Urges organizations that deal with post-storm, flood and other emergencies to meet;", [("organizations that deal with post-storm, flood and other emergencies", "generic", "core")]),
    ("en", "Urges States that keep lamps and other parties to meet;", [("States that keep lamps", "generic", "core"), ("other parties", "generic", "core")]),
    ("en", "Urges organizations of the United Nations system as a whole and all others concerned to meet;", [("organizations of the United Nations system as a whole", "generic", "core"), ("all others concerned", "generic", "core")]),
    # What is said between commas is no party and ends no list.
    ("en", "Urges States, directly or through regional ferry organizations, to meet;", [("States", "generic", "core")]),
    ("en", "Urges States, over the coming years, to meet;", [("States", "generic", "core")]),
    ("en", "Urges ports, along with the World Bank, to meet;", [("ports", "generic", "core")]),
    ("en", "Calls upon States, which have the duty to keep lights, and all other actors, including ferry companies, to meet;", [("States", "generic", "core"), ("all other actors", "generic", "core"), ("ferry companies", "generic", "example")]),
    ("en", "Urges all States and others concerned, reaffirming their trust in lamps and deeply moved by storms:", [("all States", "generic", "core"), ("others concerned", "generic", "core")]),
    ("en", "Urges States, including, upon request, with the help of ports, to meet;", [("States", "generic", "core")]),
    ("en", "Requests the Secretary-General in this respect to report;", [("Secretary-General", "named", "core")]),
    ("en", "Encourages them once again to meet;", [("them", "anaphor", "core")]),
    ("en", "Encourages ports to the greatest extent possible to meet;", [("ports", "generic", "core")]),
    ("en", "Urges all States, that have yet to sign the Convention, to do so;", [("all States, that have yet to sign the Convention", "generic", "core")]),
    # Acts in a noun or a gerund, and things to be done, are no parties.
    ("en", "Encourages exploring new ways to buy lamps;", [(None, "unspecified", "core")]),
    ("en", "Encourages participating States to buy lamps;", [("participating States", "generic", "core")]),
    ("en", "Encourages strategic actions and plans to buy lamps;", [(None, "unspecified", "core")]),
    ("en", "Encourages the careful approach taken by the Office to keep lamps lit;", [(None, "unspecified", "core")]),
    ("en", "Encourages the scaling-up of efforts to buy lamps;", [(None, "unspecified", "core")]),
    ("en", "Encourages lines of questioning to be raised at sea;", [(None, "unspecified", "core")]),
    ("en", "Encourages United Nations monitoring and reporting to go on;", [(None, "unspecified", "core")]),
    ("en", "Requests the continuation of efforts made by the secretariat of the Convention, parties to the Convention and the World Bank, in lighting ports;", [("secretariat of the Convention", "generic", "core"), ("parties to the Convention", "generic", "core"), ("World Bank", "named", "core")]),
    # Where no *to* stands, or the party behind another preposition.
    ("en", "Requests the Secretary-General undertake a review to find lamps;", [("Secretary-General", "named", "core")]),
    ("en", "Reiterates its request, made to the Secretary-General in its resolution 73/1, to report;", [("Secretary-General", "named", "core")]),
    ("en", "Reiterates its request for ferry companies, including those of islands, to meet;", [("ferry companies", "generic", "core"), ("those of islands", "generic", "example")]),
    ("en", "Urges parties to the negotiations to meet;", [("parties to the negotiations", "generic", "core")]),
    ("en", "Urges that the thieves of lamps be brought to justice;", [(None, "unspecified", "core")]),
    ("en", "Requests that the Permanent Forum meet at sea;", [("Permanent Forum", "anaphor", "core")]),
    ("en", "Urges States parties to the Convention on the Rights of All Pilots and Members of Their Families to meet;", [("States parties to the Convention on the Rights of All Pilots and Members of Their Families", "generic", "core")]),
    # Who does it stands behind the act, or before a further one.
    ("en", "Calls for its full use, including through ferries, by the United Nations and all donors;", [("United Nations", "named", "core"), ("all donors", "generic", "core")]),
    ("en", "Calls for care to be taken by lamp service providers, in line with law;", [("lamp service providers", "generic", "core")]),
    ("en", "Encourages further approvals of that Agreement by States;", [("States", "generic", "core")]),
    ("en", "Calls for an end to the sale of lamps to children by all parties;", [("all parties", "generic", "core")]),
    ("en", "Requests an informal briefing in the form of a talk from the Secretary-General;", [("Secretary-General", "named", "core")]),
    ("en", "Encourages the use of the advice given by States;", [(None, "unspecified", "core")]),
    ("en", "Calls for dialogue between anti-smuggling agencies, port police and donors;", [("anti-smuggling agencies", "generic", "core")]),
    ("en", "Appeals to States and organizations for the maintenance of their lamps, and to do more;", [("States", "generic", "core"), ("organizations", "generic", "core")]),
    ("en", "Calls upon all Afghan actors for an immediate cessation of strikes;", [("all Afghan actors", "generic", "core")]),
    ("en", "Urges all States to sail, if need be by night, and all donors to pay;", [("all States", "generic", "core"), ("all donors", "generic", "core")]),
    ("en", "Urges Chad to open its doors to experts, the envoy, and relevant agencies to help;", [("Chad", "named", "core")]),
    ("en", "Encourages States and observers of the Council to be represented at sea;", [("States", "generic", "core"), ("observers of the Council", "generic", "core")]),
    # What a party includes, and whom no example can be.
    ("en", "Urges companies, where appropriate, especially small companies, to meet;", [("companies", "generic", "core"), ("small companies", "generic", "example")]),
    ("en", "Urges States, in cooperation with donors, including the World Bank, to meet;", [("States", "generic", "core")]),
    ("en", "Requests the secretariats of the World Bank and the African Union to meet;", [("secretariats of the World Bank and the African Union", "generic", "core")]),
    ("en", "Invites organizations of the World Bank and the African Union to meet;", [("organizations of the World Bank", "generic", "core"), ("African Union", "named", "core")]),
    ("en", "Encourages regional and international Ombudsman and mediator institutions to meet;", [("regional and international Ombudsman and mediator institutions", "generic", "core")]),
    ("en", "Encourages them, in cooperation with the World Bank, ferry companies and other bodies, to meet;", [("them", "anaphor", "core")]),
    # office-holders are named, with their title whole; the bare title points back
    ("en", "Encourages the current President and the incoming President of the Pier Conference to consult;", [("current President", "named", "core"), ("incoming President of the Pier Conference", "named", "core")]),
    ("en", "Requests the Chair of the Group of Pilots to convene a meeting;", [("Chair of the Group of Pilots", "named", "core")]),
    ("en", "Requests the Special Rapporteur to sail;", [("Special Rapporteur", "generic", "core")]),
    # a list goes on behind several insertions; nouns under one modifier are one party, States are not
    ("en", "Encourages pilots' bodies, as appropriate, within their mandates, relevant ferry organizations and all other relevant stakeholders to sail;", [("pilots' bodies", "generic", "core"), ("relevant ferry organizations", "generic", "core"), ("all other relevant stakeholders", "generic", "core")]),
    ("en", "Encourages ports and other relevant institutions and stakeholders to sail;", [("ports", "generic", "core"), ("other relevant institutions and stakeholders", "generic", "core")]),
    ("en", "Invites ferry offices, missions and the regional harbours to sail;", [("ferry offices, missions", "generic", "core"), ("regional harbours", "generic", "core")]),
    # what must be so for something to happen is no act; a treaty that is to be called something is no party
    ("en", "Invites the coastal States whose consent is required for the Treaty to enter into force to join it;", [("coastal States whose consent is required for the Treaty to enter into force", "generic", "core")]),
    ("en", "Proposes that the Agreement be known as the Lake Agreement;", [(None, "unspecified", "core")]),
    ("en", "Encourages relevant States and stakeholders to sail;", [("relevant States", "generic", "core"), ("stakeholders", "generic", "core")]),
    ("en", "Invites States members and observers of the Conference on Disarmament and the Disarmament Commission to sail;", [("States members and observers of the Conference on Disarmament and the Disarmament Commission", "generic", "core")]),
    ("en", "Requests the Secretariat through the global ferry programme to sail;", [("Secretariat", "named", "core")]),
    ("en", "Calls for practical steps, as agreed to at the Meeting of the Parties to the Treaty, to be taken by all ferry-owning States, that would lead to safety;", [("all ferry-owning States", "generic", "core")]),
    # whose a thing is is no party, who is of a body is; States before what all of them have; examples parted by a comma
    ("zh", "呼吁世界银行的渡口谈判取得成果；", [(None, "unspecified", "core")]),
    ("zh", "请世界银行的股东扩建渡口；", [("世界银行的股东", "generic", "core")]),
    ("zh", "促请原籍国、过境国和目的地国政府扩建渡口；", [("原籍国、过境国和目的地国政府", "generic", "core")]),
    ("zh", "促请原籍国、过境国和目的地国扩建渡口；", [("原籍国", "generic", "core"), ("过境国", "generic", "core"), ("目的地国", "generic", "core")]),
    ("zh", "促请会员国和东道国政府扩建渡口；", [("会员国", "generic", "core"), ("东道国政府", "generic", "core")]),
    ("zh", "请包括媒体，私营部门和学校在内的其他利益攸关方扩建渡口；", [("媒体", "generic", "example"), ("私营部门", "generic", "example"), ("学校", "generic", "example"), ("其他利益攸关方", "generic", "core")]),
    ("zh", "鼓励执行委员会继续扩建渡口；", [("执行委员会", "generic", "core")]),
    ("zh", "鼓励知名人士与所有船长保持接触；", [("知名人士", "generic", "core")]),
    ("zh", "请其他发展援助提供者和融资提供者扩建渡口；", [("其他发展援助提供者", "generic", "core"), ("融资提供者", "generic", "core")]),
    ("zh", "请与渡口保持联系的所有会员国扩建渡口；", [("与渡口保持联系的所有会员国", "generic", "core")]),
    ("zh", "请全球消除水雷运动制定规则；", [("全球消除水雷运动", "generic", "core")]),
    ("zh", "请各论坛，包括各机构和渡口协商进程，在5月扩建渡口；", [("各论坛", "generic", "core"), ("各机构", "generic", "example"), ("渡口协商进程", "generic", "example")]),
    ("zh", "请任务授权涉及航行的所有联合国机构扩建渡口；", [("任务授权涉及航行的所有联合国机构", "generic", "core")]),
    ("zh", "请各国、其他有关行为方、受援方和渡口论坛共同主席扩建渡口；", [("各国", "generic", "core"), ("其他有关行为方", "generic", "core"), ("受援方", "generic", "core"), ("渡口论坛共同主席", "generic", "core")]),
    ("en", "Invites inputs from all countries to guide the work;", [("all countries", "generic", "core")]),
    ("en", "Encourages the leadership of the Secretary-General in lighting ports;", [("Secretary-General", "named", "core")]),
    # a second name in brackets belongs to the first; pairs of persons, and nouns under an adjective of the sort, are one
    ("en", "Demands that the pirates’ council and ISIL (also known as Da’esh) immediately desist from sailing;", [("pirates’ council", "generic", "core"), ("ISIL (also known as Da’esh)", "generic", "core")]),
    ("en", "Encourages men and boys to sail;", [("men and boys", "generic", "core")]),
    ("en", "Encourages women and pilots to sail;", [("women", "generic", "core"), ("pilots", "generic", "core")]),
    ("en", "Urges all ports, as well as international governmental and non-governmental organizations and foundations, to sail;", [("all ports", "generic", "core"), ("international governmental and non-governmental organizations and foundations", "generic", "core")]),
    ("en", "Urges international organizations, foundations and the private sector to sail;", [("international organizations", "generic", "core"), ("foundations", "generic", "core"), ("private sector", "generic", "core")]),
    ("en", "Invites delegations proposing draft resolutions, where possible, to sail;", [("delegations proposing draft resolutions", "generic", "core")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_addressees(language: str, text: str, expected: Expected) -> None:
    (act,) = find_performatives(text, language, "operative")
    parties = find_parties(text, act.phrase.end, act.stop, find_names(text, language), language)
    assert [
        (None if party.start is None else text[party.start : party.end], party.kind, party.role) for party in parties
    ] == expected


SORTS: list[tuple[str, str, list[tuple[str, tuple[str, ...]]]]] = [
    ("en", "Requests the Secretary-General to report;", [("secretary-general", ())]),
    ("zh", "敦促立即停火，包括以色列撤出部队；", [("state", ("ISR",))]),
    ("zh", "呼吁加强合作，包括以色列和约旦之间的合作；", [(None, ())]),
    ("zh", "促请剩下一个尚未批准《公约》的国家扩建渡口；", [("state", ())]),
    ("zh", "请各缔约方，特别是遭受旱灾国家修建灯塔；", [("states", ()), ("states", ())]),
    ("en", "Requests the Lake Branch of the United Nations Office on Drugs and Crime to sail;", [("secretariat", ())]),
    # those who did a deed, of no stated sort; not those who are at work
    ("en", "Urges the perpetrators of attacks, armed groups and other actors to rest;", [("people", ()), ("conflict-party", ()), ("mixed", ())]),
    ("zh", "敦促施害者、肇事者、行为人和其他行为者停火；", [("people", ()), ("people", ()), ("people", ()), ("mixed", ())]),
    ("en", "Urges Member States, ferry companies and civil society to meet;", [("states", ()), ("private", ()), ("civil-society", ())]),
    ("en", "Urges the Governments of Chile and Peru to meet;", [("state", ("CHL", "PER"))]),
    ("en", "Calls upon all parties to the conflict to meet;", [("conflict-party", ())]),
    ("en", "Urges the Royal Government of Cambodia and the Kingdom of Morocco to meet;", [("state", ("KHM",)), ("state", ("MAR",))]),
    ("zh", "敦促柬埔寨王国政府举行会议；", [("state", ("KHM",))]),
    ("zh", "敦促柬埔寨各方停火；", [("conflict-party", ())]),
    ("zh", "敦促托克劳政府、地方政府和有关国家政府出席；", [("state", ()), ("states", ()), ("states", ())]),
    ("zh", "邀请世界领导人和所有主要机构利益攸关方出席；", [("people", ()), ("mixed", ())]),
    ("zh", "敦促协定各方履行协定；", [("mixed", ())]),
    ("zh", "邀请自然人和法人、养恤金联委会秘书、国际渔业基金和国际社会所有成员捐款；", [("people", ()), ("private", ()), ("un-body", ()), ("intergovernmental", ()), ("mixed", ())]),
    ("zh", "鼓励女童出席；", [("people", ())]),
    ("zh", "敦促中央当局出席；", [("states", ())]),
    ("zh", "邀请专门机构成员和大会观察员出席；", [("states", ()), ("mixed", ())]),
    ("en", "Invites the International Monetary Fund, the Asian Development Bank and the relevant special rapporteurs to meet;", [("un-body", ()), ("intergovernmental", ()), ("expert", ())]),
    ("en", "Invites all stakeholders to meet;", [("mixed", ())]),
    ("en", "Urges parties, all parties to the conflict and parties to the talks to meet;", [("states", ()), ("conflict-party", ()), ("mixed", ())]),
    ("en", "Invites members of the specialized agencies, and observers of the General Assembly to meet;", [("states", ()), ("mixed", ())]),
    ("en", "Urges organizations assisting affected States and the ferry sector in the Baltic States to meet;", [("intergovernmental", ()), ("mixed", ())]),
    ("en", "Requests the Ferry Division of the Department and social media companies to meet;", [("secretariat", ()), ("private", ())]),
    ("en", "Invites the Conference of the States Parties and regional and non-governmental organizations to meet;", [("un-body", ()), ("mixed", ())]),
    ("en", "Urges States that hire private companies to meet;", [("states", ())]),
    ("en", "Urges ISIL and Al-Qaida to leave the ports;", [("conflict-party", ()), ("conflict-party", ())]),
    ("en", "Invites the Director and her Office to meet;", [("un-body", ()), ("secretariat", ())]),
    ("en", "Urges those that hire private companies to meet;", [("private", ())]),
    ("en", "Invites companies operating in the ports of States to meet;", [("private", ())]),
    ("en", "Requests the Commissioner-General to meet;", [("un-body", ())]),
    ("en", "Urges foreign fighters and all militias paid by foreign ports to leave;", [("conflict-party", ()), ("conflict-party", ())]),
    ("en", "Invites the Technology Facilitation Mechanism and the Independent Investigative Mechanism to meet;", [("un-body", ()), ("expert", ())]),
    ("en", "Requests the secretariats of the conventions on the countries of the lakes to meet;", [("secretariat", ())]),
    ("en", "Requests the administering Power to report;", [("state", ())]),
    ("zh", "敦促中国、巴西和南非政府举行会议；", [("state", ("CHN", "BRA", "ZAF"))]),
    ("zh", "敦促冲突各方停止敌对行动；", [("conflict-party", ())]),
    ("zh", "请联合国人权事务高级专员提交报告；", [("secretariat", ())]),
    ("zh", "请联合国难民事务高级专员提交报告；", [("un-body", ())]),
    ("zh", "敦促各国际组织、各国和参与方举行会议；", [("intergovernmental", ()), ("states", ()), ("mixed", ())]),
    ("en", "Urges the administering Powers and the administering Power to meet;", [("states", ()), ("state", ())]),
    ("en", "Urges the President of Chad, author departments and the President of the Board to meet;", [("state", ("TCD",)), ("secretariat", ()), ("un-body", ())]),
    ("en", "Invites regional groups, the Council and its subsidiary bodies, global lamp funds and other intergovernmental forums to meet;", [("states", ()), (None, ()), ("un-body", ()), ("intergovernmental", ()), ("intergovernmental", ())]),
    ("en", "Urges the members of the Alliance, the co-sponsors of the talks, trade associations and the bureaux of all bodies to meet;", [("states", ()), ("states", ()), ("private", ()), ("un-body", ())]),
    ("en", "Urges Participants, the Secretary-General of the meeting, customs agencies and their Contact Group to meet;", [("mixed", ()), ("secretariat", ()), ("states", ()), ("intergovernmental", ())]),
    ("en", "Invites humanitarian organizations of the United Nations system to meet;", [("un-body", ())]),
    ("en", "Invites States members and observers of the Conference on Disarmament to meet;", [("states", ())]),
    ("en", "Invites the special mechanisms of the Council and the Cluster Munition Coalition to meet;", [("expert", ()), ("civil-society", ())]),
    ("en", "Invites humanitarian organizations, ferry cooperative societies, donor agencies and shareholders in lake banks to meet;", [("mixed", ()), ("civil-society", ()), ("mixed", ()), ("states", ())]),
    ("en", "Urges all Sumerian parties, intergovernmental and civil society organizations and the Office of the High Representative to meet;", [("conflict-party", ()), ("mixed", ()), ("secretariat", ())]),
    ("en", "Invites schools, online platforms, employer organizations and athletes to meet;", [("civil-society", ()), ("private", ()), ("private", ()), ("people", ())]),
    ("fr", "Prie les gouvernements, le secteur privé et le Secrétaire général de se réunir;", [("states", ()), ("private", ()), ("secretary-general", ())]),
    ("zh", "鼓励参与举办体育赛事的会员国和社交媒体公司举行会议；", [("states", ()), ("private", ())]),
    ("zh", "邀请老年人、公约缔约国会议和公约缔约国举行会议；", [("people", ()), ("un-body", ()), ("states", ())]),
    ("zh", "鼓励参加渡口项目的国家和组织举行会议；", [("mixed", ())]),
    ("zh", "敦促缅甸武装部队和叙利亚当局停火；", [("state", ("MMR",)), ("state", ("SYR",))]),
    ("zh", "邀请来自发达国家的利益攸关方和区域组织与论坛举行会议；", [("mixed", ()), ("intergovernmental", ())]),
    ("zh", "邀请联合国人权机制、信仰组织和公营和私营机构举行会议；", [("expert", ()), ("civil-society", ()), ("mixed", ())]),
    ("zh", "敦促外国战斗人员撤出；", [("conflict-party", ())]),
    ("zh", "邀请其他政府间论坛和高级代表办公室举行会议；", [("intergovernmental", ()), ("secretariat", ())]),
    ("zh", "敦促未来渡口节的东道国和签署方举行会议；", [("states", ()), ("states", ())]),
    ("zh", "邀请金融监管机构、各区域组、各国的合作伙伴和非营利组织举行会议；", [("states", ()), ("states", ()), ("mixed", ()), ("civil-society", ())]),
    ("zh", "邀请残疾人、候选人和向会员国提供支助的联合国组织举行会议；", [("people", ()), ("people", ()), ("un-body", ())]),
    ("zh", "邀请国家机构和国际机构举行会议；", [("states", ()), ("intergovernmental", ())]),
    ("zh", "邀请各国、私营部门和民间社会举行会议；", [("states", ()), ("private", ()), ("civil-society", ())]),
    # what a State set up is its own; of aid organizations some are States', some nobody's
    ("zh", "邀请已有的国家人权机构和媒体举行会议；", [("states", ()), ("civil-society", ())]),
    ("zh", "请联合国和人道主义组织举行会议；", [("un-body", ()), ("mixed", ())]),
    ("zh", "请联合国系统人道主义组织举行会议；", [("un-body", ())]),
    ("zh", "请捐助机构、航运业其他利益攸关方和各航运公司举行会议；", [("mixed", ()), ("mixed", ()), ("private", ())]),
    ("zh", "请非自治领土和该领土举行会议；", [("states", ()), (None, ())]),
    ("zh", "敦促智利议会举行会议；", [("state", ("CHL",))]),
    ("zh", "邀请各参加组织立法机构举行会议；", [("un-body", ())]),
    ("zh", "鼓励大会今后各届会议主席举行会议；", [("un-body", ())]),
    ("zh", "请部队及警察派遣国和特别机制举行会议；", [("states", ()), ("expert", ())]),
    ("zh", "请包括研究所成员国在内的会员国举行会议；", [("states", ()), ("states", ())]),
    # persons of a profession or a faith are people; that State is one; private organizations and their like are private
    ("en", "Invites political and religious leaders, legal professionals and religious organizations to meet;", [("people", ()), ("people", ()), ("civil-society", ())]),
    ("zh", "邀请宗教领袖出席；", [("people", ())]),
    ("en", "Calls upon that State to sail;", [("state", ())]),
    ("en", "Invites national human rights institutions and the media to sail;", [("states", ()), ("civil-society", ())]),
    ("en", "Urges private organizations and foundations to sail;", [("private", ())]),
    # of several States that are left one is a single State, and so is one by description
    ("en", "Urges the flag State and the one remaining State that keeps such nets to sail;", [("state", ()), ("state", ())]),
    ("en", "Urges the States that keep such nets, research institutes and universities to sail;", [("states", ()), ("civil-society", ()), ("civil-society", ())]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SORTS)
def test_sorts_and_states(language: str, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    (act,) = find_performatives(text, language, "operative")
    parties = find_parties(text, act.phrase.end, act.stop, find_names(text, language), language)
    sorts = [(party_type(party, text[party.start : party.end], language), party.states) for party in parties]
    assert sorts == expected


# Whose *the Government* is: the State's just addressed or named, or the title's, where no other can be meant.
GOVERNMENTS = [
    ("Piers of Chad", "Urges the Government to light the quays;", ("TCD",)),
    ("Piers", "Welcomes the lamps of Chad, and urges the Government to buy more;", ("TCD",)),
    ("Piers", "Welcomes the Syrian lamps, and urges the regime to buy more;", ("SYR",)),
    ("Piers", "Notes the ties with Mali, urges Chad to sail, and calls upon the authorities to buy lamps;", ("TCD",)),
    ("Piers", "Welcomes the lamps of Chad and Mali, and urges the Government to buy more;", ()),
    ("Piers of Chad", "Welcomes the lamps of Mali, and urges the Government to buy more;", ()),
    ("Piers", "Urges the Government to light the quays;", ()),
    ("Piers of Chad", "Urges the local authorities to light the quays;", ()),
    ("Piers of Chad", "Urges the host country to light the quays;", ()),
    ("乍得的码头", "敦促该国政府修建灯塔；", ("TCD",)),
    ("码头", "敦促该国政府修建灯塔；", ()),
    ("乍得的码头", "敦促各国政府修建灯塔；", ()),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "states"), GOVERNMENTS)
def test_the_government_of_the_state_that_is_meant(title: str, text: str, states: tuple[str, ...]) -> None:
    opening = "The General Assembly," if title.isascii() else "大会，"
    document = eco.read_text(f"75/1. {title}\n\n{opening}\n\n1. {text}\n")
    clause = eco.extract_facts(eco.parse_resolution(document)).clauses[-1]
    assert [party.country for party in clause.addressees] == [states]


# Examples, and whom they do not cover; others of one whole.
BESIDE = [
    ("呼吁各国际组织特别是世界旅游组织、私营部门和民间社会协助港口；", ["intergovernmental", "un-body example", "private", "civil-society"]),
    ("敦促国际社会，包括各国以及私营部门协助港口；", ["mixed", "states example", "private example"]),
    ("邀请包括港口组织和私营部门在内的所有伙伴协助港口；", ["intergovernmental example", "private example", "mixed"]),
    ("请联合国系统各专门机构和其他组织以及区域组织协助港口；", ["un-body", "intergovernmental"]),
    ("邀请大会及其附属机构协助港口；", ["un-body", "un-body"]),
    ("邀请大会各主要委员会和附属机构协助港口；", ["un-body", "un-body"]),
    ("邀请欧洲联盟及其附属机构协助港口；", ["intergovernmental", "intergovernmental"]),
    ("邀请联合国系统各组织、特别是各牵头机构协助港口；", ["un-body", "un-body example"]),
    ("邀请联合国系统各组织、特别是国际金融机构协助港口；", ["un-body", "intergovernmental example"]),
    ("鼓励所有各方充分执行该协定；", ["states"]),
    ("敦促各方执行停火协议；", ["mixed"]),
    ("请管理国与各管理国和有关管理国协商；", ["states"]),
    ("请管理国与港口协商；", ["state"]),
    ("请世界银行和其他组织协助港口；", ["un-body", "intergovernmental"]),
    ("Calls upon Member States, including those of the lakes, all entities of the United Nations, ferry companies and donors to meet;", ["states", "states example", "un-body", "private", "mixed"]),
    ("Invites donors, including States, ferry companies and individuals, to meet;", ["mixed", "states example", "private example", "people example"]),
    ("Invites States, in particular those with lamps and those with ferries, to meet;", ["states", "states example", "states example"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_examples_and_those_asked_beside_them(text: str, expected: list[str]) -> None:
    opening = "75/1. Piers\n\nThe General Assembly," if text.isascii() else "75/1. 码头\n\n大会，"
    document = eco.read_text(f"{opening}\n\n1. {text}\n")
    clause = eco.extract_facts(eco.parse_resolution(document)).clauses[-1]
    assert [f"{party.type} {party.role}".removesuffix(" core") for party in clause.addressees] == expected


# Who has the work that a decision gives; what a body consists of, and what is done to it, is none.
WORK = [
    ("Decides that the preparatory committee will meet at sea;", ["preparatory committee"]),
    ("Decides that incoming Chairs of the committees shall meet;", ["incoming Chairs of the committees"]),
    ("Decides that the Permanent Forum shall meet at sea;", ["Permanent Forum"]),
    ("决定特设委员会2032年举行会议；", ["特设委员会"]),
    ("决定委员会2032年实质性会议于四月举行；", []),
    ("Decides that the Permanent Forum shall consist of ten pilots;", []),
    ("Decides that the arrangements for the panels will be as follows;", []),
    ("Decides that mandates held by the committees shall end;", []),
    ("Decides that the Congress shall be held in May, and that the Forum shall take place at sea;", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORK)
def test_who_has_the_work_that_a_decision_gives(text: str, expected: list[str]) -> None:
    opening = "75/1. Piers\n\nThe General Assembly," if text.isascii() else "75/1. 码头\n\n大会，"
    document = eco.read_text(f"{opening}\n\n1. {text}\n")
    clause = eco.extract_facts(eco.parse_resolution(document)).clauses[-1]
    assert [party.surface for party in clause.addressees] == expected


# Two sides, whom a plural stands for, and a unit's short name, by what the title and the recitals say.
BY_TITLE = [
    ("zh", "甲乙边界冲突", "促请双方修建灯塔；", "conflict-party", None),
    ("zh", "渡口与港口的合作", "促请双方修建灯塔；", "mixed", None),
    ("en", "Conflict on the lakes", "Urges both sides to rest;", "conflict-party", None),
    ("en", "Cooperation on the lakes", "Urges both parties to rest;", "mixed", None),
    ("zh", "联合国和平与裁军亚洲及太平洋区域中心", "请区域中心修建灯塔；", "secretariat", "unrcpd"),
    ("zh", "湖泊", "请区域中心修建灯塔；", "un-body", None),
    ("zh", "湖泊", "请该厅修建灯塔；", "secretariat", None),
    ("zh", "湖泊", "请该署修建灯塔；", "un-body", None),
    ("zh", "湖泊", "感谢港口给予帮助以及捐助国和公司提供捐款，鼓励上述各方继续帮助；", "mixed", None),
    ("en", "Lakes", "Calls upon the parties to rest, and calls upon them to sail;", "mixed", None),
    ("en", "Lakes", "Thanks States for advice, as well as for funds given by States and private organizations, and urges them to rest;", "mixed", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text", "sort", "body"), BY_TITLE)
def test_whom_words_mean_in_a_text_of_that_title(
    language: str, title: str, text: str, sort: str, body: str | None
) -> None:
    organ = {"en": "The General Assembly,", "zh": "大会，"}[language]
    document = eco.read_text(f"75/1. {title}\n\n{organ}\n\n1. {text}\n")
    clause = eco.extract_facts(eco.parse_resolution(document)).clauses[-1]
    assert [(party.type, party.agency) for party in clause.addressees] == [(sort, body)]


# Whose *all parties* are: the treaty's that the title names.
HOLDERS = [
    ("Welcomes the report of the Special Rapporteur on lakes, and requests her to sail;", "expert"),
    (
        "Requests that the Secretary-General hire at the Director and higher levels, and requests him to report;",
        "secretary-general",
    ),
    ("Welcomes the views of the Special Rapporteur and the Special Envoy, and requests her to sail;", None),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_the_office_holder_whom_a_pronoun_stands_for(text: str, expected: str | None) -> None:
    document = eco.read_text(f"77/1. Lakes\n\nThe General Assembly,\n\n1. {text}\n")
    clause = eco.extract_facts(eco.parse_resolution(document)).clauses[-1]
    assert [addressee.type for addressee in clause.addressees] == [expected]


ALL_PARTIES = [
    ("Implementation of the Convention on Lamps", "Calls upon all parties to light the quays;", "states"),
    ("Lamps", "Calls upon all parties to light the quays;", "mixed"),
    ("Implementation of the Convention on Lamps", "Calls upon all parties to the conflict to rest;", "conflict-party"),
    ("Implementation of the Convention on Lamps", "Welcomes the talks, and urges all parties to rest;", "mixed"),
    ("Implementation of the Convention on Lamps", "Calls upon all partners to light the quays;", "mixed"),
]


@pytest.mark.parametrize(("title", "text", "expected"), ALL_PARTIES)
def test_whose_all_parties_are(title: str, text: str, expected: str) -> None:
    document = eco.read_text(f"75/1. {title}\n\nThe General Assembly,\n\n1. {text}\n")
    clause = eco.extract_facts(eco.parse_resolution(document)).clauses[-1]
    assert [party.type for party in clause.addressees] == [expected]
