# ruff: noqa: E501 - cases stand one a line
"""Acts as a table: what a directive asks or a decision decides, its first verb, and whether something is to stop."""

from __future__ import annotations

import pytest

import ecoanalysis as eco
from ecoanalysis.extract import extract_facts
from ecoanalysis.read import read_text

CASES: list[tuple[str, str, str | None, str]] = [
    # adverbs of whatever form, conditions and insertions before the verb are none of it
    ("Demands that the Government of Chad forthwith put an end to the blockade;", "put an end to the blockade", "put", "stop"),
    ("Demands that the Government of Chad thereupon cease the blockade;", "cease the blockade", "cease", "stop"),
    ("Decides that the ports shall, for twelve months, take measures, and shall freeze the funds;", "take measures, and shall freeze the funds", "take", "do"),
    ("Encourages staff, before they turn to the court, to make use of lamps;", "make use of lamps", "make", "do"),
    ("请秘书长除非大会另行授权，否则在2040年之后不再延长租约；", "延长租约", "延长", "stop"),
    ("请秘书长一旦风暴停息，立即重开渡口；", "重开渡口", "重开", "do"),
    ("Calls for its immediate and unconditional lifting;", "its immediate and unconditional lifting", None, "stop"),
    ("Calls for their withdrawal from the harbour;", "their withdrawal from the harbour", None, "stop"),
    ("Calls for all boats to be promptly released;", "released", "release", "do"),
    ("促请各港口不补贴夜航的船只；", "补贴夜航的船只", "补贴", "stop"),
    ("Urges ferries to carry lights;", "carry lights", "carry", "do"),
    ("Urges ferries not to sail by night;", "sail by night", "sail", "stop"),
    ("Calls upon States to refrain from fishing;", "refrain from fishing", "refrain", "stop"),
    ("Calls upon States to commit not to fish;", "commit not to fish", "commit", "stop"),
    ("Calls for redoubling their efforts;", "redoubling their efforts", "redouble", "do"),
    ("Calls for ongoing efforts;", "ongoing efforts", None, "do"),
    ("Encourages that such reviews include some charts;", "include some charts", "include", "do"),
    ("Agrees that the delay was due to conditions beyond their control;", "that the delay was due to conditions beyond their control", None, "do"),
    ("Declares that the seizure of the lakes is null and void;", "that the seizure of the lakes is null and void", None, "do"),
    ("Calls upon States to swiftly and fully comply with the rules;", "comply with the rules", "comply", "do"),
    ("Calls upon States, in order to save lives, to comply with the rules;", "comply with the rules", "comply", "do"),
    ("Requests the Secretary-General to further his efforts;", "further his efforts", "further", "do"),
    ("Urges that efforts be made to open the ports;", "be made to open the ports", "make", "do"),
    ("Demands that all parties immediately put an end to the blockade;", "put an end to the blockade", "put", "stop"),
    ("Decides to convene a meeting;", "convene a meeting", "convene", "do"),
    ("Decides, for the season of 2030, to keep the rates;", "keep the rates", "keep", "do"),
    ("Decides that the balance shall be returned to the ports;", "be returned to the ports", "return", "do"),
    ("Decides that the meeting will comprise two parts;", "comprise two parts", "comprise", "do"),
    ("Endorses the programme of work;", "programme of work", "endorse", "do"),
    ("Encourages the development of harbours;", "development of harbours", None, "do"),
    # by what means: verbs joined there are of the means, those who stand there do what is asked
    ("请秘书处通过扩建码头和增加停靠时间加强渡口；", "加强渡口", "加强", "do"),
    ("请秘书处通过分享和学习改进渡口；", "改进渡口", "改进", "do"),
    ("请秘书长通过航行计划和渡轮实时跟踪看板不断监测渡口；", "监测渡口", "监测", "do"),
    ("促请各国各自或通过港口管理组织和安排采取有效措施，或加强现有措施；", "采取有效措施，或加强现有措施", "采取", "do"),
    ("促请各国通过采取措施，保护渡口；", "保护渡口", "保护", "do"),
    ("促请各国通过鼓励船长采取措施，保护渡口；", "保护渡口", "保护", "do"),
    ("鼓励渡口与灯塔通过各个机制开展进一步合作；", "开展进一步合作", "开展", "do"),
    ("请秘书长通过航道司为协商提供支助；", "提供支助", "提供", "do"),
    ("请秘书长本着诚意执行这些建议；", "执行这些建议", "执行", "do"),
    ("请委员会根据航行规则在这方面发挥更积极的作用；", "发挥更积极的作用", "发挥", "do"),
    ("请委员会与过去六年来分配船只一直低于限额的机构协商；", "协商", "协商", "do"),
    ("请秘书长在事先征得委员会同意并遵照条例的情况下，于2032年承付经费；", "承付经费", "承付", "do"),
    ("敦促各国尽可能广泛利用《公约》作为合作的依据；", "利用《公约》作为合作的依据", "利用", "do"),
    ("请船长为乘客享有各项权利设计和执行方案；", "设计和执行方案", "设计", "do"),
    ("请船长为乘客执行任务提供便利；", "提供便利", "提供", "do"),
    ("促请各国按照《公约》执行大会的决议，扩建渡口；", "执行大会的决议，扩建渡口", "执行", "do"),
    ("促请各国按照大会的决议，扩建渡口；", "扩建渡口", "扩建", "do"),
    ("促请各国按照重申航行自由的国际法所承担的义务，不要颁布法令；", "颁布法令", "颁布", "stop"),
    ("促请各国根据国际法履行所承担的义务，释放船员；", "履行所承担的义务，释放船员", "履行", "do"),
    # joined verbs are one act; what goes on says more than what is done
    ("鼓励船长就修建航标措施启动或继续进行对话；", "启动或继续进行对话", "启动", "do"),
    ("请船长针对走私制定或继续实施各项规章，促进航行；", "制定或继续实施各项规章，促进航行", "制定", "do"),
    ("请秘书长为确保渡轮准点继续提供协助；", "继续提供协助", "继续", "do"),
    ("请秘书长为继续开展航标工作提供协助；", "提供协助", "提供", "do"),
    ("请秘书长为渡口以及继续运营的码头提供协助；", "提供协助", "提供", "do"),
    ("请委员会继续有效率地向前迈进，以取得成果；", "继续有效率地向前迈进，以取得成果", "继续", "do"),
    # what becomes of what 将 moves before it: behind examples, one with the other, as what
    ("呼吁各港口将各自的工作，包括航标现代化，与委员会的工作相协调，以避免重叠；", "协调，以避免重叠", "协调", "do"),
    ("请各港口将本港计划与流域计划相衔接；", "衔接", "衔接", "do"),
    ("请各港口在三个月内，将分别负责维护的航标的资料以及详细说明，包括有关规章，定期递送或继续递送秘书长；", "递送或继续递送秘书长", "递送", "do"),
    ("请各港口将协助小港，特别是岛屿港口的努力纳入各自的计划；", "纳入各自的计划", "纳入", "do"),
    ("请各港口在日常工作中将减少触礁风险纳入其中；", "纳入其中", "纳入", "do"),
    ("请理事会主席将渡口问题继续列入议程；", "继续列入议程", "继续", "do"),
    ("决定船长论坛将协助各港口改善航标，包括在湖区一级，确保互不重复；", "协助各港口改善航标，包括在湖区一级，确保互不重复", "协助", "do"),
    # a name holds verbs that are none of what is asked
    ("邀请联合国预防触礁和航标管理方案网各研究所考虑修建渡口；", "考虑修建渡口", "考虑", "do"),
    ("请联合国航运学术影响倡议采取有效措施；", "采取有效措施", "采取", "do"),
    ("请联合国选举航标司继续应对请求；", "继续应对请求", "继续", "do"),
    ("请联合国支持航标厅开展工作；", "支持航标厅开展工作", "支持", "do"),
    ("请联合国系统加强航标网建设；", "加强航标网建设", "加强", "do"),
    ("请船长通过联合国选举援助协调人，在航标司的支持下，继续应对请求；", "继续应对请求", "继续", "do"),
    ("请大会第70/1号决议所设渡口委员会继续审查航标；", "继续审查航标", "继续", "do"),
    ("请渡口委员会及其附属机构监测充分执行《渡口公约》的情况；", "监测充分执行《渡口公约》的情况", "监测", "do"),
    ("鼓励增加对船员拥有的公司或企业的投资；", "增加对船员拥有的公司或企业的投资", "增加", "do"),
    # how long before, at which level, in which respects
    ("请理事会至少在开航前72小时，向委员会提交一份报告；", "提交一份报告", "提交", "do"),
    ("请各国在国家和流域各级减少触礁战略中加强航标；", "加强航标", "加强", "do"),
    ("请各国在会议上，以及在设计航标时，促进船员的参与；", "促进船员的参与", "促进", "do"),
    # by what means, and a matter, told in a verb phrase
    ("鼓励船长通过促进航标方案拟订，解决船员的问题；", "解决船员的问题", "解决", "do"),
    ("请方案通过在得到各国同意后提供海图而继续作出贡献；", "继续作出贡献", "继续", "do"),
    ("请秘书长就增进各港口开展合作的途径和方法，与各船长进行协商；", "进行协商", "进行", "do"),
    ("请秘书长就航标采取有效的措施，与各船长合作；", "采取有效的措施，与各船长合作", "采取", "do"),
    ("请港口司在其职权范围内，包括借助于船长联盟等伙伴，加强收集数据；", "加强收集数据", "加强", "do"),
    ("请基金向请求支助开展自愿评估的国家提供这种支助；", "提供这种支助", "提供", "do"),
    ("请船长考虑到渡轮数目不断增加，以及2031年通过的《渡口公约》的各项规定，积极支持船员；", "支持船员", "支持", "do"),
    ("促请船长按照部长级会议的决定，在2031年紧急结束渡口补贴谈判，以实现目标；", "结束渡口补贴谈判，以实现目标", "结束", "do"),
    # a decision on what is to be held, and behind what it recalls
    ("决定拟于2031年5月在湖区举行的审查渡口方案情况第二次会议，将审议船员的情况；", "审议船员的情况", "审议", "do"),
    ("决定自2031年起，渡口经费分摊率依据下表所列等级确定；", "确定", "确定", "do"),
    ("重申决定在2031年对渡口执行情况进行审查；", "进行审查", "进行", "do"),
    # partners, and what for right behind; a case joined behind a comma; several of a sort, and what a title decided
    ("请委员会与各港口协商以更好地了解航道，并报告情况；", "协商以更好地了解航道，并报告情况", "协商", "do"),
    ("请船长在现有范围内、通过与各港口协商并考虑到船员的意见，探讨立标办法；", "探讨立标办法", "探讨", "do"),
    ("请各港口在船只从事走私，或船员拒绝出示证件时，采取必要措施；", "采取必要措施", "采取", "do"),
    ("促请各港口在不损害主权，不妨害航行的情况下，采取措施；", "采取措施", "采取", "do"),
    ("鼓励各港口按照2031年通过的邀请各国增加船员比例的《渡口宣言》，加强会议；", "加强会议", "加强", "do"),
    ("敦促各港口通过加强渡轮建设投资和方案，如船员研究所，着力提高航速；", "着力提高航速", "着力", "do"),
    ("请船长在下次报告中：提供海图，说明航道；提出航标；", "提供海图，说明航道；提出航标", "提供", "do"),
    ("邀请每个港口为五场互动讨论中的每一场讨论指定一名船员；", "指定一名船员", "指定", "do"),
    ("请船长将本函及其附件提请各港口注意；", "提请各港口注意", "提请注意", "do"),
    ("请船长向和平利用渡口方案信托基金提供捐款；", "提供捐款", "提供", "do"),
    ("促请驻海岛的各国使团审查航标；", "审查航标", "审查", "do"),
    ("又决定，作为过渡安排，核准报告中的第一种办法；", "核准报告中的第一种办法", "核准", "do"),
    # what is not to be done, behind what it is done by; a limit, and those least developed, are no such thing
    ("促请各国根据《公约》规定，不向走私者提供庇护；", "提供庇护", "提供", "stop"),
    ("鼓励各国考虑到船员的情况，不将最低年龄定得太低；", "定得太低", "定", "stop"),
    ("鼓励各港口，包括最不发达国家，分享信息；", "分享信息", "分享", "do"),
    ("决定船只数目不超过五艘；", "超过五艘", "超过", "do"),
    ("请秘书长不间断举行演习；", "举行演习", "举行", "do"),
    ("决定根据方案第29段并与现有机制密切协调，设立常设论坛；", "设立常设论坛", "设立", "do"),
    ("请秘书长不断向各国提供海图；", "提供海图", "提供", "do"),
    ("请秘书长毫不拖延地向各国提供海图；", "提供海图", "提供", "do"),
    # by what means, in several verb phrases; cooperation that does something; not what is adopted
    ("鼓励各国通过绘制海图，设置航标，培训船员等方式，发挥渡口的作用；", "发挥渡口的作用", "发挥", "do"),
    ("鼓励各国通过合作开展测量，继续绘制海图；", "继续绘制海图", "继续", "do"),
    ("请各国通过和执行法规，从而能够通过捐款等形式，为渡口提供资金；", "通过和执行法规，从而能够通过捐款等形式，为渡口提供资金", "通过", "do"),
    ("促请各国充分利用《公约》为扩大渡口贸易而规定的安排；", "利用《公约》为扩大渡口贸易而规定的安排", "利用", "do"),
    # a noun behind a number; a point in time, behind which the verb stands; a verb beside another that says with whom
    ("决定根据第70/1号决定，在5月举行会议；", "举行会议", "举行", "do"),
    ("决定委员会应在续会结束时编写一份关于续会期间审议情况的摘要；", "编写一份关于续会期间审议情况的摘要", "编写", "do"),
    ("决定船期由各国与港口协商确定；", "确定", "确定", "do"),
    ("请主席在届会期间组织并主持一次对话；", "组织并主持一次对话", "组织", "do"),
    # what is to become of it; what is done to it first; what shall be, and what follows
    ("促请各港口将此作为优先事项，继续绘制海图；", "作为优先事项，继续绘制海图", "作为", "do"),
    ("请各港口将其为航行所作的努力和采取的措施通知秘书长；", "通知秘书长", "通知", "do"),
    ("促请各国不将船员驱逐、遣返或以任何方式移送到该港；", "驱逐、遣返或以任何方式移送到该港", "驱逐", "stop"),
    ("决定会议应包括一次开幕会议；", "包括一次开幕会议", "包括", "do"),
    ("决定小组将探讨下列专题：", "探讨下列专题", "探讨", "do"),
    # to whom something is told or sent, whatever stands in it; a negated modifier
    ("请秘书处定期向各港口通报情况和安排演示；", "通报情况和安排演示", "通报", "do"),
    ("请秘书处向各国分发载有摘要的报告、载有委员会特别希望讨论的问题的海图；", "分发载有摘要的报告、载有委员会特别希望讨论的问题的海图", "分发", "do"),
    ("请委员会审查不带家属津贴的范围；", "审查不带家属津贴的范围", "审查", "do"),
    ("请秘书处提请注意航标的状况；", "提请注意航标的状况", "提请注意", "do"),
    # by what means: what is widened is not adopted, examples of means, a law and by what else, what is used
    ("促请各国通过除其他外扩大港口的方案，包括修建码头的政策和方案，减轻影响；", "减轻影响", "减轻", "do"),
    ("鼓励各国通过在航道方面建立伙伴关系，以更大力度让船东参与；", "让船东参与", "让", "do"),
    ("敦促各国通过本国制度并根据国际法采取行动；", "采取行动", "采取", "do"),
    ("敦促各国通过本国法律并根据国际法采取行动；", "通过本国法律并根据国际法采取行动", "通过", "do"),
    ("鼓励各港口利用转用信息交流论坛，并分享海图；", "利用转用信息交流论坛，并分享海图", "利用", "do"),
    ("决定由秘书长在现有资源范围内或通过利用自愿捐款召开一次会议；", "召开一次会议", "召开", "do"),
    ("请委员会作为港口的中央决策机关加强渡口，以收集资料；", "加强渡口，以收集资料", "加强", "do"),
    ("敦促各国各自和通过港口管理组织和安排将修建灯塔的努力纳入战略；", "纳入战略", "纳入", "do"),
    ("敦促各国作为防范走私的一项重要内容，修建灯塔；", "修建灯塔", "修建", "do"),
    ("授权秘书长作为例外措施承付数额不超过七百万美元的款项；", "承付数额不超过七百万美元的款项", "承付", "do"),
    ("鼓励船长通过同各国政府不断对话，继续绘制海图；", "继续绘制海图", "继续", "do"),
    ("请秘书长就《公约》关于向船员提供援助的规定执行情况，向大会提交报告；", "提交报告", "提交", "do"),
    ("请秘书长就渡口提供意见，向大会提交报告；", "提供意见，向大会提交报告", "提供", "do"),
    ("鼓励各国向受害者，特别是走私者实施暴力的受害者提供支持；", "提供支持", "提供", "do"),
    ("促请各国为青年与长辈经常开展自愿互动提供机会；", "提供机会", "提供", "do"),
    ("呼吁各港口只要因资金出现瓶颈，随时消除瓶颈；", "消除瓶颈", "消除", "do"),
    ("促请各国不折不扣地遵守规则；", "遵守规则", "遵守", "do"),
    # with whom: what is done behind it, what else is done besides
    ("促请各国经与船东协商并在其参与下，从早期阶段开始，即制定规则；", "制定规则", "制定", "do"),
    ("促请各国与各港口合作，特别保障船员；", "保障船员", "保障", "do"),
    ("请秘书处与船东密切协商与合作，并酌情与各港口合作，加强渡口；", "加强渡口", "加强", "do"),
    ("请秘书长与船东协作，但避免重复其工作，采取措施；", "采取措施", "采取", "do"),
    ("请秘书长就可能影响港口的措施与船东协商，并减轻影响；", "协商，并减轻影响", "协商", "do"),
    ("促请各国与船东密切协作，以准确、及时、方便的方式加强监测；", "加强监测", "加强", "do"),
    # in brackets within brackets, behind where; how; what a phrase regards; a noun of whose
    ("请各国为“航行计划”及其机制(如灯塔(航标)机制)提供资金；", "提供资金", "提供", "do"),
    ("请秘书长在关于渡口的报告中(包括按照规则)，评估航标；", "评估航标", "评估", "do"),
    ("呼吁各国在解决争端方面真诚遵守规则；", "遵守规则", "遵守", "do"),
    ("促请各国对走私者利用渡口实施走私保持警惕；", "保持警惕", "保持", "do"),
    ("决定会议及其筹备进程向各国开放；", "开放", "开放", "do"),
    ("决定纪念公约二十周年高级别会议将于5月举行；", "举行", "举行", "do"),
    ("又决定将用作津贴的资源进一步削减一半；", "削减一半", "削减", "do"),
    ("鼓励各国根据《公约》交流修建灯塔的办法和经验；", "交流修建灯塔的办法和经验", "交流", "do"),
    ("鼓励港口根据其方案编制优先事项，支持渡口；", "支持渡口", "支持", "do"),
    # before a modal what may be a verb is the subject; a figure's minute is none
    ("决定每个小组讨论将由两位船长共同主持；", "主持", "主持", "do"),
    ("决定开幕部分将于上午10时至10时30分举行；", "举行", "举行", "do"),
    ("请委员会考虑将于明年举行的会议；", "考虑将于明年举行的会议", "考虑", "do"),
    # another verb of the organ's is what is asked where only how it is to be done stands before it
    ("请秘书长在其任务范围内，邀请各机构说明情况；", "邀请各机构说明情况", "邀请", "do"),
    ("请秘书长考虑到航标的状况，继续邀请各机构说明情况；", "继续邀请各机构说明情况", "继续", "do"),
    ("请秘书长与船长开展协调，修建灯塔；", "修建灯塔", "修建", "do"),
    # what is sent is a noun behind its modifier; a body's statute or review is no verb, nor is what a protocol is on
    ("请委员会向大会第八十届会议提交工作报告；", "提交工作报告", "提交", "do"),
    ("敦促该局根据渡口四年度全面政策审查，调整其在港口的方案；", "调整其在港口的方案", "调整", "do"),
    ("鼓励各港口通过沿岸和跨界季节性迁移放牧议定书；", "通过沿岸和跨界季节性迁移放牧议定书", "通过", "do"),
    ("鼓励各港口通过区域合作执行议定书；", "执行议定书", "执行", "do"),
    ("建议各国通过所参加的港口组织和其他组织加紧努力，保护灯塔；", "加紧努力，保护灯塔", "加紧", "do"),
    ("鼓励各国通过加紧努力，保护灯塔；", "保护灯塔", "保护", "do"),
    ("鼓励各港口与灯塔在这方面进一步开展合作，尤其是通过交流经验；", "开展合作，尤其是通过交流经验", "开展", "do"),
    ("邀请各机构同港口加强合作和协调，并在双方关注的领域建立接触；", "加强合作和协调，并在双方关注的领域建立接触", "加强", "do"),
    ("促请各方和各国与船长以及相互之间通力合作；", "合作", "合作", "do"),
    ("请各国为渡口的方案和预算捐款，使其能够扩建；", "捐款，使其能够扩建", "捐款", "do"),
    ("请各国为扩建渡口的方案，继续捐款；", "继续捐款", "继续", "do"),
    ("请船长在其指导下启动一个后续落实进程；", "启动一个后续落实进程", "启动", "do"),
    ("鼓励各国在增加投资促进航行的政策领域加速努力；", "加速努力", "加速", "do"),
    ("请秘书长进一步提高渡口的透明度；", "提高渡口的透明度", "提高", "do"),
    ("鼓励船长对渡口、特别是对夜间渡口提供的服务实施类似的质量控制措施；", "实施类似的质量控制措施", "实施", "do"),
    ("请各国就渡口的问题采取措施；", "采取措施", "采取", "do"),
    ("促请各国酌情将更多地使用风能、提高对更清洁的渡轮的依赖程度与使用传统渡轮结合起来；", "结合起来", "结合", "do"),
    # every effort, and those made, are the act's first verb; so is what an idiom says, or a verb behind how it is done
    ("敦促船东尽力缴费；", "尽力缴费", "尽力", "do"),
    ("敦促船东设法疏浚航道；", "设法疏浚航道", "设法", "do"),
    ("敦促船东力求疏浚航道，保护渔民；", "力求疏浚航道，保护渔民", "力求", "do"),
    ("请秘书长尽一切努力保存档案；", "尽一切努力保存档案", "尽", "do"),
    ("请秘书长尽可能保存档案；", "保存档案", "保存", "do"),
    ("邀请理事会在年会上集思广益；", "集思广益", "集思广益", "do"),
    ("敦促各港口克制地行事，释放渔船；", "行事，释放渔船", "行事", "do"),
    # who authorizes leaves the act to others, whoever they are; what is to be called something
    ("授权于明年在港口举行仪式；", "举行仪式", "举行", "do"),
    ("授权秘书长在现有资源范围内修建灯塔；", "修建灯塔", "修建", "do"),
    ("建议将该湖称为大湖；", "称为大湖", "称为", "do"),
    # by what it is done; an event that is organized, behind a whole name, and organizations that hold one
    ("请秘书长结合中期计划编写指南；", "编写指南", "编写", "do"),
    ("请秘书长参照中期计划编写指南；", "编写指南", "编写", "do"),
    ("请秘书长酌情参照该准则；", "参照该准则", "参照", "do"),
    ("请秘书处组织和举办采访；", "组织和举办采访", "组织", "do"),
    ("邀请各国组织活动；", "组织活动", "组织", "do"),
    ("邀请区域组织举办活动；", "举办活动", "举办", "do"),
    ("呼吁2032年7月之后继续提供航标；", "继续提供航标", "继续", "do"),
    ("鼓励各国积极支持渡口；", "支持渡口", "支持", "do"),
    ("邀请东道国酌情将为解决困难而努力的情况通报委员会；", "通报委员会", "通报", "do"),
    ("鼓励安排秘书长和论坛领导人举行会晤；", "安排秘书长和论坛领导人举行会晤", "安排", "do"),
    ("鼓励不同文化之间相互尊重；", "尊重", "尊重", "do"),
    ("促请各国不同意延长封锁；", "同意延长封锁", "同意", "stop"),
    # a verb of the organ's is what is asked where only the parties stand before it
    ("请各基金，包括儿童基金会(儿基会)，进一步强调渡口的安全；", "强调渡口的安全", "强调", "do"),
    ("鼓励各国：(a)修建灯塔；(b)疏浚港口；", "修建灯塔；(b)疏浚港口", "修建", "do"),
    ("决定界定港口的范围；", "界定港口的范围", "界定", "do"),
    # what is said or listed somewhere is no act, nor what a clause before 的 tells of those to whom something is given
    ("决定本决议所述变动不得影响渡口；", "影响渡口", "影响", "stop"),
    ("请各国通过一系列行动，除其他外，包括计划中载列的行动，以及《准则》所载各项建议，迅速扩建渡口；", "扩建渡口", "扩建", "do"),
    ("请船长向所有为海图提供资料的各方说明航道；", "说明航道", "说明", "do"),
    # by what: documents of a sort, a whole verb phrase, partners; what is used as something is used
    ("鼓励各国通过《甲公约》、《乙公约》等国际文书，开展合作；", "开展合作", "开展", "do"),
    ("鼓励各国通过《甲议定书》和决定；", "通过《甲议定书》和决定", "通过", "do"),
    ("鼓励港口通过支持妇女充分参与航运市场，扩建渡口；", "扩建渡口", "扩建", "do"),
    ("鼓励港口通过加强培训以及在安全的情况下分享海图，促进航运；", "促进航运", "促进", "do"),
    ("请船长通过与港口密切协商，为执行方针继续扩建渡口；", "继续扩建渡口", "继续", "do"),
    ("请各国利用《公约》作为合作的依据；", "利用《公约》作为合作的依据", "利用", "do"),
    ("请主席利用捐款，在不重复工作，包括不重复计划的情况下，召开会议；", "召开会议", "召开", "do"),
    ("请各国利用现有的机制打击海盗，在公海巡逻；", "利用现有的机制打击海盗，在公海巡逻", "利用", "do"),
    # behind a title that has no part in them; a noun between two verbs; 从而 says what follows, not how
    ("敦促各国根据《公约》调查和起诉海盗；", "调查和起诉海盗", "调查", "do"),
    ("敦促各国根据《公约》规定和要求，采取措施；", "采取措施", "采取", "do"),
    ("鼓励各国为促进渡口间和港口间对话制定方案；", "制定方案", "制定", "do"),
    ("鼓励各国考虑到加强防灾从而有效进行应对的重要作用；", "考虑到加强防灾从而有效进行应对的重要作用", "考虑到", "do"),
    ("请各国，适当时也请各组织，采取措施；", "采取措施", "采取", "do"),
    ("鼓励各国致力于扩建渡口；", "致力于扩建渡口", "致力于", "do"),
    ("鼓励促进这方面的人员和体制能力建设；", "促进这方面的人员和体制能力建设", "促进", "do"),
    ("请秘书长随时向大会通报情况；", "通报情况", "通报", "do"),
    ("请秘书长在其提交理事会的报告中列入资料；", "列入资料", "列入", "do"),
    ("促请各国不干涉航行；", "干涉航行", "干涉", "stop"),
    ("促请各国停止捕鱼；", "停止捕鱼", "停止", "stop"),
    ("敦促各国与港口协商，制定规则；", "制定规则", "制定", "do"),
    ("鼓励各国更有效地利用灯塔；", "利用灯塔", "利用", "do"),
    # By what, with whom and how stand before the verb, whatever verbs are in them.
    ("敦促各国各自和通过港口管理组织和安排，增加援助；", "增加援助", "增加", "do"),
    ("敦促各国各自和通过港口管理组织和安排确保迅速采取措施；", "确保迅速采取措施", "确保", "do"),
    ("请秘书长通过港口理事会，提交报告；", "提交报告", "提交", "do"),
    ("鼓励各国通过法律，保护渡口；", "通过法律，保护渡口", "通过", "do"),
    ("请秘书长与港口协商，并考虑到费用，继续扩建渡口；", "继续扩建渡口", "继续", "do"),
    ("建议各国不加任何歧视地保障航行自由；", "保障航行自由", "保障", "do"),
    ("促请各国不加区分地停止捕鱼；", "停止捕鱼", "停止", "stop"),
    ("鼓励港口作为负责促进航行的机构，落实宣言；", "落实宣言", "落实", "do"),
    ("促请各港口为透明起见公布费用；", "公布费用", "公布", "do"),
    ("鼓励各国以增加航班为途径增强青年的权能；", "增强青年的权能", "增强", "do"),
    ("请秘书长在题为“渡口”的项目下提交大会的报告中列入资料；", "列入资料", "列入", "do"),
    ("请秘书长为渡口工作组将于2030年举办为期四天的会议提供支持；", "提供支持", "提供", "do"),
    ("鼓励各国在制订政策时考虑到《灯塔宣言》，该宣言提出了建议；", "考虑到《灯塔宣言》，该宣言提出了建议", "考虑到", "do"),
    ("邀请各国将沉船贩运，包括在港口进行的偷盗定为犯罪；", "定为犯罪", "定为", "do"),
    ("请秘书长将记录连同各国在发言时散发的陈述转送各港口；", "转送各港口", "转送", "do"),
    ("请大会主席为此任命共同召集人；", "任命共同召集人", "任命", "do"),
    ("敦促各国为有效执行关于货物放行和通关的条款，继续提供援助；", "继续提供援助", "继续", "do"),
    ("请会议主席与港口密切协商，以透明的方式报告财务状况；", "报告财务状况", "报告", "do"),
    ("鼓励各港口应沿岸国的请求向其提供援助；", "提供援助", "提供", "do"),
    ("请秘书长在管理人员的业绩审查中评估灯塔的效力；", "评估灯塔的效力", "评估", "do"),
    ("请秘书长作为《渡口公约》保存人，就其现况提出报告；", "提出报告", "提出", "do"),
    ("鼓励各港口将渡口作为一个工具，推动贸易；", "作为一个工具，推动贸易", "作为", "do"),
    ("请各国为流离失所者提供保护和援助；", "提供保护和援助", "提供", "do"),
    ("敦促各国缅怀沉船的受害者；", "缅怀沉船的受害者", "缅怀", "do"),
    ("请工作组与所有港口充分协商完成海图；", "完成海图", "完成", "do"),
    ("请秘书处与参与管理渡口的机构切实合作；", "合作", "合作", "do"),
    ("鼓励各国根据国际法制订和合作开展巡视活动；", "制订和合作开展巡视活动", "制订", "do"),
    ("敦促港口针对转运活动，特别是海上转运活动，制定措施；", "制定措施", "制定", "do"),
    ("呼吁各港口不组织罢工；", "组织罢工", "组织", "stop"),
    ("促请各国依照义务不让偷渡者获得庇护；", "让偷渡者获得庇护", "让", "stop"),
    ("请各国以提供援助、培训船员等方式，支持渡口；", "支持渡口", "支持", "do"),
    ("吁请港口会议按照第12号报告及其中所载的任务，立即开始谈判；", "开始谈判", "开始", "do"),
    ("鼓励各港口同议会开展更密切的合作，包括加强能力；", "开展更密切的合作，包括加强能力", "开展", "do"),
    ("鼓励各国在设计渡口时考虑到船员，使他们能够休息；", "考虑到船员，使他们能够休息", "考虑到", "do"),
    ("请各国在提名候选人时将此铭记于心；", "铭记于心", "铭记", "do"),
    ("请秘书长提请各国注意本决议；", "提请各国注意本决议", "提请注意", "do"),
    ("决定将题为“港口”的项目列入议程；", "列入议程", "列入", "do"),
    # No list says what a verb is: words' classes do, and what the words before are.
    ("促请各国披露沉船；", "披露沉船", "披露", "do"),
    ("请秘书长就促进可确保航行的做法进一步开展合作；", "开展合作", "开展", "do"),
    ("请秘书长为执行本决议提供必要资源；", "提供必要资源", "提供", "do"),
    ("请秘书长就本决议执行情况提交报告；", "提交报告", "提交", "do"),
    ("请秘书长就航道，包括受损航道的保管和储存提供意见；", "提供意见", "提供", "do"),
    ("请秘书长自第七十五届会议起提交报告；", "提交报告", "提交", "do"),
    ("促请各国立即、独立和彻底地调查沉船；", "调查沉船", "调查", "do"),
    ("促请各国尤其要停止捕鱼；", "停止捕鱼", "停止", "stop"),
    ("敦促各国按照法庭关于沉船的命令，采取措施；", "采取措施", "采取", "do"),
    ("促请各国根据《灯塔公约》充分履行所承担的义务；", "履行所承担的义务", "履行", "do"),
    ("鼓励各国将包括扫雷在内的活动纳入计划；", "纳入计划", "纳入", "do"),
    ("请秘书长将图表分发给各国；", "分发给各国", "分发", "do"),
    ("呼吁《灯塔条约》早日生效；", "生效", "生效", "do"),
    ("促请各国以灯塔协定草案为基础，早日开始谈判；", "开始谈判", "开始", "do"),
    ("鼓励各国通过交流数据等方式，更好地了解航道；", "了解航道", "了解", "do"),
    ("鼓励各国通过一项决议；", "通过一项决议", "通过", "do"),
    ("促请各国考虑到航道的宽度，修建灯塔；", "修建灯塔", "修建", "do"),
    ("促请各国把船只作为目标；", "作为目标", "作为", "do"),
    ("请秘书长向大会第八十届会议报告本决议执行情况；", "报告本决议执行情况", "报告", "do"),
    ("邀请各国继续提供灯塔；", "继续提供灯塔", "继续", "do"),
    ("Decides that, under its rules, there shall be set off the dues;", "be set off the dues", "set", "do"),
    ("鼓励港口在更换灯具之前，明确减少航标；", "减少航标", "减少", "do"),
    ("请各国明确职责；", "明确职责", "明确", "do"),
    ("请各国在其代表团中酌情包括各港口的代表；", "包括各港口的代表", "包括", "do"),
    ("鼓励该论坛在审议工作中包括该议题；", "包括该议题", "包括", "do"),
    ("促请港口在从风暴中恢复期间继续供水；", "继续供水", "继续", "do"),
    ("请港口主席组织一次不限成员名额会议；", "组织一次不限成员名额会议", "组织", "do"),
    ("请该办公室根据请求提供援助；", "提供援助", "提供", "do"),
    ("请各国酌情包括通过培训，改进航标；", "改进航标", "改进", "do"),
    ("鼓励各国通过开放航道，特别是通过参加登记制度和向登记册提供资料，促进航行；", "促进航行", "促进", "do"),
    ("鼓励港口以补充和加强渡口集资渠道的方式，加快更换灯具；", "加快更换灯具", "加快", "do"),
    ("呼吁根据航行规则并响应渡口会议的呼声，采取措施；", "采取措施", "采取", "do"),
    ("促请各国响应渡口会议的呼吁，同时铭记潮汐；", "响应渡口会议的呼吁，同时铭记潮汐", "响应", "do"),
    ("敦促各国遵照分担负担原则，继续供油；", "继续供油", "继续", "do"),
    # 不 that is part of another word forbids nothing.
    ("请秘书长不断改进航标；", "改进航标", "改进", "do"),
    ("促请各国毫不拖延地成为缔约国；", "成为缔约国", "成为", "do"),
    ("促请各国不妨碍航行；", "妨碍航行", "妨碍", "stop"),
    # A verb and an adverb before another verb; 并 is none.
    ("鼓励各国继续慷慨地提供灯塔；", "继续慷慨地提供灯塔", "继续", "do"),
    ("鼓励各国有系统地修建灯塔；", "修建灯塔", "修建", "do"),
    ("促请各国毫无保留地反对海盗；", "反对海盗", "反对", "do"),
    ("邀请各国为灯塔日捐款并提供灯具；", "捐款并提供灯具", "捐款", "do"),
    # A verb that makes a noun with the one behind it is no act; it is where nothing else is asked.
    ("请秘书长就本决议执行情况向大会提交着重行动的报告；", "提交着重行动的报告", "提交", "do"),
    ("请秘书长按照港口应对计划所述情况，提供灯具；", "提供灯具", "提供", "do"),
    ("请秘书长向渡口平稳过渡战略的执行工作提供支持；", "提供支持", "提供", "do"),
    ("请秘书长向大会介绍情况；", "介绍情况", "介绍", "do"),
    ("鼓励各国就灯塔对渔业的可能影响进行对话；", "进行对话", "进行", "do"),
    # With whom, and then how or what for.
    ("请秘书长与船长协商，以易懂文字编写手册；", "编写手册", "编写", "do"),
    ("鼓励各国与船东合作，以加强安全；", "合作，以加强安全", "合作", "do"),
    ("鼓励各国与船东，包括渔民协会合作，继续修建灯塔；", "继续修建灯塔", "继续", "do"),
    ("鼓励各国与船东，包括渔民协会并酌情与港口合作，继续修建灯塔；", "继续修建灯塔", "继续", "do"),
    ("邀请各国利用公约打击海盗，并修建灯塔；", "利用公约打击海盗，并修建灯塔", "利用", "do"),
    ("邀请各国通过双边接触和各种形式，继续协商；", "继续协商", "继续", "do"),
    ("促请各国视需要为港口和渡口提供灯具；", "提供灯具", "提供", "do"),
    ("请秘书长以公约保存人的身份，通报情况；", "通报情况", "通报", "do"),
    ("鼓励各国通过国际努力，处理沉船问题；", "处理沉船问题", "处理", "do"),
    ("鼓励各国通过港口委员会宣传规则，并监测航道；", "宣传规则，并监测航道", "宣传", "do"),
    ("请各国进一步为灯塔捐款，以保持航标；", "捐款，以保持航标", "捐款", "do"),
    ("促请各国作为裁军进程的组成部分，削减武器；", "削减武器", "削减", "do"),
    ("决定将未支配余额用作经费；", "用作经费", "用作", "do"),
    ("促请各国通过立法，禁止捕鱼；", "通过立法，禁止捕鱼", "通过", "do"),
    ("促请各国为秘书长执行任务提供便利；", "提供便利", "提供", "do"),
    ("请秘书长从第七十八届会议开始，每年提供数据；", "提供数据", "提供", "do"),
    ("邀请各国向基金自愿捐款，并修建灯塔；", "捐款，并修建灯塔", "捐款", "do"),
    ("敦促各国不得将持有灯具定为罪行；", "定为罪行", "定为", "stop"),
    ("决定扩大港口并将航道延长；", "扩大港口并将航道延长", "扩大", "do"),
    # What those who declare will do or commit to; a subject in front is no verb, nor is a participle before a noun.
    ("We commit to enhancing the quays.", "enhancing the quays", "enhance", "do"),
    ("We commit to taking soundings.", "taking soundings", "take", "do"),
    ("We will also support the pilots.", "support the pilots", "support", "do"),
    ("We commit to enhanced cooperation on ferries.", "enhanced cooperation on ferries", None, "do"),
    ("Requests that reports on ferries include charts;", "reports on ferries include charts", None, "do"),
    ("Urges States, owing to gender gaps, to sail;", "sail", "sail", "do"),
    ("Reiterates its request made in paragraph 7 of its resolution 75/1 that States buy lamps;", "buy lamps", "buy", "do"),
    # what one is to do stands behind that he; a clause that tells of something is no act
    ("Reiterates its request to the Secretary-General that he continue to explore ways to promote ferries;", "continue to explore ways to promote ferries", "continue", "do"),
    ("Reiterates its request to the Secretary-General that he further strengthen the fleet;", "strengthen the fleet", "strengthen", "do"),
    ("Requests the Secretary-General, in the report that he submits, to list the ports;", "list the ports", "list", "do"),
    # A noun may say that something is to stop, whatever it is to be like.
    ("Calls for the immediate repeal of the tolls;", "immediate repeal of the tolls", None, "stop"),
    ("Calls for the full lifting of restrictions;", "full lifting of restrictions", None, "stop"),
    ("Calls for the immediate, complete and unconditional withdrawal of the wreckers;", "immediate, complete and unconditional withdrawal of the wreckers", None, "stop"),
    ("Reiterates its demand for the immediate and complete cessation of fishing;", "immediate and complete cessation of fishing", None, "stop"),
    ("Calls for its full restoration;", "its full restoration", None, "do"),
    ("Encourages measures by pilots to light the quays;", "light the quays", "light", "do"),
    ("Reiterates its call for an immediate end to the blockade;", "an immediate end to the blockade", None, "stop"),
    ("Calls for the removal and disposal of wrecks;", "removal and disposal of wrecks", None, "stop"),
    ("Calls for the full implementation of the withdrawal of ships;", "full implementation of the withdrawal of ships", None, "do"),
    ("Calls for the early conclusion of the treaty;", "early conclusion of the treaty", None, "do"),
    # The subject of a clause ends at its apposition or at an adverb; a word of grammar or with a capital is no verb.
    ("Demands that Chad, the occupying Power, comply with its duties, as named;", "comply with its duties, as named", "comply", "do"),
    ("Demands that Chad, the occupying Power, in line with the treaty, cease all fishing;", "cease all fishing", "cease", "stop"),
    ("Demands that the wreckers immediately desist from lighting fires;", "desist from lighting fires", "desist", "stop"),
    ("Requests that the limit of speed also apply to ferries;", "apply to ferries", "apply", "do"),
    ("Recommends that the debate on ferries commence on 4 May;", "the debate on ferries commence on 4 May", None, "do"),
    ("Urges States referred to in paragraph 4 to submit charts;", "submit charts", "submit", "do"),
    ("Urges States party to at least double their lights;", "double their lights", "double", "do"),
    ("Encourages ports to better understand the tides;", "understand the tides", "understand", "do"),
    ("Encourages ports to better the lives of pilots;", "better the lives of pilots", "better", "do"),
    ("Encourages ports to more fully use the charts;", "use the charts", "use", "do"),
    ("Recommends that ports be guided by the charts;", "be guided by the charts", "guide", "do"),
    ("敦促各国与港口开展合作，制定规则；", "制定规则", "制定", "do"),
    ("敦促各国与港口合作，包括通过培训，制定规则；", "制定规则", "制定", "do"),
    ("请秘书长将报告提交大会；", "提交大会", "提交", "do"),
    ("呼吁各国与港口充分合作，包括为船员进港提供便利；", "合作，包括为船员进港提供便利", "合作", "do"),
    ("敦促各国与港口，包括渡口合作，修建灯塔；", "修建灯塔", "修建", "do"),
    ("鼓励秘书长在有利于外部参与时，提供手册；", "提供手册", "提供", "do"),
    ("敦促各国将不受污染的海域定为航道；", "定为航道", "定为", "do"),
    ("鼓励各国在兼顾灯塔作为路标的作用的同时，修建航标；", "修建航标", "修建", "do"),
    ("邀请各港口通过秘书长向大会报告灯塔的工作；", "报告灯塔的工作", "报告", "do"),
    ("呼吁各国向项目的实施阶段提供支持；", "提供支持", "提供", "do"),
    ("敦促各国顾及灯塔的作用而考虑修建航标；", "考虑修建航标", "考虑", "do"),
    # 将: the verb that says what becomes of it, not one in what is moved.
    ("敦促各国将从风暴中恢复视为机会；", "视为机会", "视为", "do"),
    ("决定将支付给船员的津贴从每天三元提高到四元；", "提高到四元", "提高", "do"),
    ("决定将其他收入用作渡口的经费；", "用作渡口的经费", "用作", "do"),
    ("决定不将灯塔的资源削减一半；", "削减一半", "削减", "stop"),
    # The verb of 为, 就 and 向 closes their phrase, whatever verbs are in it.
    ("促请各国为航标计划的全面执行提供支持；", "提供支持", "提供", "do"),
    ("敦促各国为继续谈判达成渡口问题的政治解决创造条件；", "创造条件", "创造", "do"),
    ("又呼吁为会议筹备工作捐款；", "捐款", "捐款", "do"),
    ("鼓励各国为船员与渔民开展交流提供机会；", "提供机会", "提供", "do"),
    ("呼吁各国为加强中心的方案和方案执行工作自愿捐款；", "捐款", "捐款", "do"),
    ("请工作组就灯塔的问题继续进行研究；", "继续进行研究", "继续", "do"),
    ("请秘书长向大会报告为渡口提供服务的情况；", "报告为渡口提供服务的情况", "报告", "do"),
    ("请秘书长就灯塔对航行的消极影响，包括在冬季的影响，提交报告；", "提交报告", "提交", "do"),
    # With whom: what is asked besides where another verb has the partners' as its object.
    ("请秘书长与港口加强合作，开发新航线；", "加强合作，开发新航线", "加强", "do"),
    ("请秘书长与港口合作，包括提供海图，说明航线；", "合作，包括提供海图，说明航线", "合作", "do"),
    # 考虑到 is the act where only what it is for, or more of it, follows.
    ("敦促在修建灯塔时考虑到潮汐，不得影响渔业；", "考虑到潮汐，不得影响渔业", "考虑到", "do"),
    ("敦促各国考虑到潮汐，特别是大潮，改进航标；", "改进航标", "改进", "do"),
    # A condition, and a part that says how, up to its comma.
    ("决定，对于已缴清摊款的会员国，应从余额中减除费用；", "减除费用", "减除", "do"),
    ("决定，如费用超过限额，则应将此事提交大会；", "提交大会", "提交", "do"),
    ("建议随着航道的发展，可考虑使用新海图；", "考虑使用新海图", "考虑", "do"),
    ("鼓励各国通过一个自愿赞助基金，向船员提供海图；", "提供海图", "提供", "do"),
    ("鼓励符合条件的国家充分利用自愿信托基金；", "利用自愿信托基金", "利用", "do"),
    ("请渡口理事会至迟于大会开始前探讨新航线；", "探讨新航线", "探讨", "do"),
    ("请秘书长在下次关于为船员修建宿舍的报告中分析和公布数据；", "分析和公布数据", "分析", "do"),
    # A decision's verb stands before the modal of a later part.
    ("决定在渡口设立一个方案，将于2030年开始实施；", "设立一个方案，将于2030年开始实施", "设立", "do"),
    ("决定每两年一次审议灯塔问题，并将在下届会议上进行审议；", "审议灯塔问题，并将在下届会议上进行审议", "审议", "do"),
    ("决定裁撤一个空缺已久的灯塔供应股；", "裁撤一个空缺已久的灯塔供应股", "裁撤", "do"),
    ("决定每年偿还贷款的资金将由渡口提供；", "提供", "提供", "do"),
    ("决定在会议上商定主题以及将由论坛审查的目标；", "商定主题以及将由论坛审查的目标", "商定", "do"),
    ("决定不核准为灯塔批款；", "核准为灯塔批款", "核准", "stop"),
    ("促请各国将可持续渔业发展列为优先事项；", "列为优先事项", "列为", "do"),
    ("决定与会议有关的费用应由渡口支付；", "支付", "支付", "do"),
    ("我们将加快行动，修建灯塔；", "加快行动，修建灯塔", "加快", "do"),
    ("决定理事会将举行两次会议；", "举行两次会议", "举行", "do"),
    ("敦促各国不资助、不鼓励海盗；", "资助、不鼓励海盗", "资助", "stop"),
    # Words that are verbs before a number; a word that begins like an adverb.
    ("决定设置三个职位；", "设置三个职位", "设置", "do"),
    ("敦促更新和批准公约；", "更新和批准公约", "更新", "do"),
    # By what, up to a comma behind which a verb phrase goes on: what is named there has no verb of its own.
    ("请港口按照渡口条例和立法授权，修建灯塔；", "修建灯塔", "修建", "do"),
    ("请港口按照条例更新航标，修建灯塔；", "更新航标，修建灯塔", "更新", "do"),
    ("请秘书长根据各国从事渡口工作的机构提供的资料，向大会提交海图；", "提交海图", "提交", "do"),
    ("请秘书长根据从港口收到的资料编写海图，分发各国；", "编写海图，分发各国", "编写", "do"),
    ("请秘书长根据港口报告所载建议调整航线；", "调整航线", "调整", "do"),
    ("请港口在航标设计和安装的所有阶段，考虑潮汐；", "考虑潮汐", "考虑", "do"),
    ("敦促各国针对转运活动，包括对渔民产生影响的海上转运，制定规则；", "制定规则", "制定", "do"),
    ("敦促各国针对各港口的做法，特别是针对航道开采活动，继续采取措施；", "继续采取措施", "继续", "do"),
    ("请秘书长就渡口获得海图的情况，向大会提交资料；", "提交资料", "提交", "do"),
    ("请秘书长就渡口获得海图的问题征求各国的意见，向大会提交资料；", "征求各国的意见，向大会提交资料", "征求", "do"),
    ("鼓励各国通过有关渠道，包括渔业风险识别和航标项目，分享海图；", "分享海图", "分享", "do"),
    ("鼓励各国通过增加对渡口基金、包括灯塔服务基金的捐款，特别是不指定用途的捐款，向港口提供海图；", "提供海图", "提供", "do"),
    ("敦促各国考虑到渔民往往因风暴而受到影响，而且许多人依靠渡口，修建灯塔；", "修建灯塔", "修建", "do"),
    ("鼓励各国鉴于渔民可能有赖于渡口，修建灯塔；", "修建灯塔", "修建", "do"),
    ("请秘书长凡遇到事关渡口的决议，列入灯塔资料；", "列入灯塔资料", "列入", "do"),
    ("请秘书长至迟于大会第九十届会议续会第一期会议提交海图；", "提交海图", "提交", "do"),
    ("邀请各港口不迟于2030年1月31日提名筹备委员会委员；", "提名筹备委员会委员", "提名", "do"),
    ("敦促各国自灯节开幕前第七天至灯节闭幕后第七天，遵守航行规则；", "遵守航行规则", "遵守", "do"),
    ("请秘书长根据港口的资料，并遵守航行规则，修建灯塔；", "修建灯塔", "修建", "do"),
    ("敦促各国修建灯塔，并遵守航行规则，减少事故；", "修建灯塔，并遵守航行规则，减少事故", "修建", "do"),
    # Two verbs that share an object are one clause of it.
    ("鼓励各国在改进并更新航标的过程中，收集数据；", "收集数据", "收集", "do"),
    ("敦促各国对在海上拥有并经营渡口的公司采取措施；", "采取措施", "采取", "do"),
    ("鼓励渡口同港口继续努力并加强合作，扩建码头；", "继续努力并加强合作，扩建码头", "继续", "do"),
    # With whom, and further words that say how.
    ("邀请秘书长与港口合作，并在各国的参与下，修建灯塔；", "修建灯塔", "修建", "do"),
    ("敦促各国协同渔业的服务提供方修建灯塔；", "修建灯塔", "修建", "do"),
    ("敦促各国协同努力修建灯塔；", "努力修建灯塔", "努力", "do"),
    ("敦促各国立即与港口就渡口的状况充分合作，包括与船长合作，船长必须可以进入渡口；", "合作，包括与船长合作，船长必须可以进入渡口", "合作", "do"),
    # To whom: the verb before the clause that its object has.
    ("请秘书长向渔民和边境管制官员提供如何识别可能的海上贩运案件的培训；", "提供如何识别可能的海上贩运案件的培训", "提供", "do"),
    ("请秘书长向港口转送与大会审议本项目有关的文件；", "转送与大会审议本项目有关的文件", "转送", "do"),
    ("请秘书长向因其人员所实施行为受害的渔民立即提供海图；", "提供海图", "提供", "do"),
    ("敦促各国将渔民包括在航标规划中，减少事故；", "包括在航标规划中，减少事故", "包括", "do"),
    ("决定港口将协助并促进渔民开展的合作；", "协助并促进渔民开展的合作", "协助", "do"),
    # Not to delay is no act that is to stop; joined to a verb, what may be a noun is one.
    ("促请该国不再拖延立即加入条约；", "加入条约", "加入", "do"),
    ("促请该国不再捕鱼；", "捕鱼", "捕鱼", "stop"),
    ("邀请各国和其他利益攸关方组织和支持灯节活动；", "组织和支持灯节活动", "组织", "do"),
    # What is used, and by what, where no verb with an object follows; what a verb that closes the phrase says of 对….
    ("鼓励有能力的国家利用这些国家报告；", "利用这些国家报告", "利用", "do"),
    ("鼓励各国利用海图交流论坛，并分享资料；", "利用海图交流论坛，并分享资料", "利用", "do"),
    ("鼓励各国利用海图改进航标；", "改进航标", "改进", "do"),
    ("促请各国不要对渔民使用这些航标加以干涉；", "加以干涉", "加以", "stop"),
    ("请港口通过培训等方式继续支持渔民改进航标的努力，修建灯塔；", "继续支持渔民改进航标的努力，修建灯塔", "继续", "do"),
    ("鼓励各国同港口开展合作，以期通过调停等方式解决争端；", "开展合作，以期通过调停等方式解决争端", "开展", "do"),
    ("鼓励各国，包括通过有关论坛，研究潮汐的起因；", "研究潮汐的起因", "研究", "do"),
    ("邀请各国向为渔民参加会议所设的基金捐款；", "捐款", "捐款", "do"),
    ("请港口向渔民提供所需的海图；", "提供所需的海图", "提供", "do"),
    ("请港口向已经批准条约的国家提供海图；", "提供海图", "提供", "do"),
    ("敦促各国不因渔民表达意见而对其进行逮捕；", "进行逮捕", "进行", "stop"),
    ("请港口将这些合作安排应用到所有渡口；", "应用到所有渡口", "应用", "do"),
    ("决定由会员国按照适用于渡口的分摊比额表分摊费用；", "分摊费用", "分摊", "do"),
    ("请各国如上文第3段所述提供其改进航标工作的情况；", "提供其改进航标工作的情况", "提供", "do"),
    ("鼓励旨在有效改进航标的所有有关举措；", "旨在有效改进航标的所有有关举措", None, "do"),
    # who promises not to do something is to stop
    ("吁请所有国家承诺不进行捕捞；", "承诺不进行捕捞", "承诺", "stop"),
    ("请各国承诺不断改进航标；", "承诺不断改进航标", "承诺", "do"),
    # what is held is no verb of the decision; what is set up makes no compound; efforts for which something is done
    ("决定对话于五月举行；", "举行", "举行", "do"),
    ("决定圆桌对话按新日程进行；", "进行", "进行", "do"),
    ("请各方在首都对话，解决争端；", "对话，解决争端", "对话", "do"),
    ("请港口根据本国立法和优先事项设立中心；", "设立中心", "设立", "do"),
    ("请秘书长为推动和谈及和解努力创造条件；", "创造条件", "创造", "do"),
    ("请各国努力创造条件；", "努力创造条件", "努力", "do"),
    ("授权于明年在首都举行仪式；", "举行仪式", "举行", "do"),
    ("鼓励港口和灯塔方面的投资，并修建码头；", "港口和灯塔方面的投资，并修建码头", None, "do"),
    # what closes 为 is done, whatever those do for whom it is done; behind examples too
    ("鼓励各港口为渔民在湖区范围内开展活动作出贡献；", "作出贡献", "作出", "do"),
    ("请各港口为渔民在家中与长辈经常开展交流提供机会；", "提供机会", "提供", "do"),
    ("请各港口为选出的渔民依照决议，包括其附件，出席会议提供方便，使其获益；", "提供方便，使其获益", "提供", "do"),
    ("请各港口为渔民提供灯具，包括为船员提供海图，改善航运；", "提供灯具，包括为船员提供海图，改善航运", "提供", "do"),
    # to organise an event is a verb, of whatever sort it is; organisations are none
    ("请各港口为纪念灯塔日组织文化和教育活动；", "组织文化和教育活动", "组织", "do"),
    ("请各港口在各级组织关于航行的会议、展览等活动；", "组织关于航行的会议、展览等活动", "组织", "do"),
    ("请各港口支持区域组织的活动；", "支持区域组织的活动", "支持", "do"),
    # two characters may be one word that the dictionary lacks
    ("请各港口为水泵日提供灯具；", "提供灯具", "提供", "do"),
    # upon invitation; who may act, told by what he does
    ("决定，应邀在会上发言的不属于船东的其他发言者可提交海图；", "提交海图", "提交", "do"),
    ("决定会费以下列标准为基础；", "为基础", "为", "do"),
    ("决定根据决议规定的标准，邀请渔民加入协会；", "邀请渔民加入协会", "邀请", "do"),
    ("宣布各港口应根据其作用改善航运；", "改善航运", "改善", "do"),
    ("宣布每年三月为灯塔月；", "每年三月为灯塔月", "宣布", "do"),
    # with whom it is done stands before the act, an encouragement of nobody too
    ("请各国与港口合作，鼓励在湖区定期举行会议；", "鼓励在湖区定期举行会议", "鼓励", "do"),
    ("请秘书长继续努力，呼吁向该账户捐款；", "继续努力，呼吁向该账户捐款", "继续", "do"),
    ("请各国采取措施，以及鼓励人与人之间的容恕；", "采取措施，以及鼓励人与人之间的容恕", "采取", "do"),
    # what partners do is the act where no other follows; to see to it is, whatever is moved behind it
    ("鼓励港口与渔民开展合作，最主要是在航行方面；", "开展合作，最主要是在航行方面", "开展", "do"),
    ("请港口考虑到渔民的权利，确保将关于灯塔的承诺转化为行动；", "确保将关于灯塔的承诺转化为行动", "确保", "do"),
    ("请港口使受困渔民得到灯具；", "使受困渔民得到灯具", "使", "do"),
    ("请各国继续通过技术援助，加强合作；", "继续通过技术援助，加强合作", "继续", "do"),
    # the matter of an office holds no act
    ("鼓励人权理事会关于买卖和剥削儿童问题特别报告员和港口加强协作；", "加强协作", "加强", "do"),
]  # fmt: skip


OPENINGS = ("The General Assembly,", "大会，")


def read(text: str) -> eco.Facts:
    opening = OPENINGS[not text.isascii()]
    return extract_facts(eco.parse_resolution(read_text(f"{opening}\n\n1. {text}\n")))


@pytest.mark.parametrize(("text", "words", "verb", "polarity"), CASES)
def test_acts(text: str, words: str, verb: str | None, polarity: str) -> None:
    facts = read(text)
    (clause,) = (clause for clause in facts.clauses if clause.paragraph == "1")
    assert clause.act is not None
    paragraph = facts.resolution.paragraph("1")
    start = paragraph.text.index(words)
    assert paragraph.raw(start, start + len(words)) == clause.act
    assert (clause.act_verb, clause.polarity) == (verb, polarity)


# A point begins with what is forbidden, or with a gerund.
POINTS = [
    ("Not to sail by night;", "sail", "stop"),
    ("Harnessing the wind;", "harness", "do"),
    ("Taking soundings of the bay;", "take", "do"),
    ("Bringing the lamps to the quays;", "bring", "do"),
    ("Focus on the quays;", "focus", "do"),
    ("Ways and means to light the quays;", None, "do"),
    ("In accordance with their national law, to light the quays;", "light", "do"),
    ("In a port without lamps, light the quays;", None, "do"),
    ("Convening a meeting;", "convene", "do"),
    ("Scaling up lighthouses;", "scale", "do"),
    ("Strengthening the quays;", "strengthen", "do"),
]


@pytest.mark.parametrize(("point", "verb", "polarity"), POINTS)
def test_acts_of_points(point: str, verb: str | None, polarity: str) -> None:
    clause = read(f"Calls upon States:\n(a) {point}").clauses[-1]
    assert (clause.paragraph, clause.act_verb, clause.polarity) == ("1.a", verb, polarity)


@pytest.mark.parametrize(("point", "verb"), [
    ("风暴爆发对港口的影响；", None),
    ("保护港口；", "保护"),
    ("就港口的状况提出建议；", "提出"),
    ("航标分析，即该所的产品，用于提供资料；", None),
])  # fmt: skip
def test_points_are_nouns_behind_what_names_their_kind(point: str, verb: str | None) -> None:
    clause = read(f"请各国提供以下方面的资料：\n(a) {point}").clauses[-1]
    assert (clause.paragraph, clause.act_verb, clause.polarity) == ("1.a", verb, "do")


def test_who_shall_act_in_a_point_of_a_decision() -> None:
    clause = read(
        "决定会议有下列安排：\n(a) 主席、秘书长和贩运问题特别报告员，以及一名代表(由主席确定)将在开幕会议上发言；"
    ).clauses[-1]
    assert (clause.paragraph, clause.act_verb) == ("1.a", "发言")


def test_verbs_with_one_act_between_them_share_what_softens_it() -> None:
    first, second = read("促请会员国并邀请民间社会在其任务范围内，酌情修建灯塔；").clauses
    assert [hedge.surface for hedge in first.hedges] == ["在其任务范围内", "酌情"]
    assert [hedge.kind for hedge in first.hedges] == [hedge.kind for hedge in second.hedges]


@pytest.mark.parametrize(("text", "hedges"), [
    ("鼓励尚未根据请求提供海图的会员国酌情修建灯塔；", ["酌情"]),
    ("鼓励各港口根据请求修建灯塔；", ["根据请求"]),
    ("Encourages States that provide charts upon request to light lamps, as appropriate;", ["as appropriate"]),
    ("Invites the World Health Organization within existing resources to light lamps;", ["within existing resources"]),
])  # fmt: skip
def test_what_stands_in_the_words_that_name_a_party_softens_nothing(text: str, hedges: list[str]) -> None:
    (clause,) = read(text).clauses
    assert [hedge.surface for hedge in clause.hedges] == hedges


def test_verbs_with_one_act_between_them_share_it() -> None:
    facts = read("Calls upon States, and invites ferry companies, to carry lights;")
    assert {(clause.act_verb, clause.polarity) for clause in facts.clauses} == {("carry", "do")}


# A point behind a bare verb names its own party, one State too; one that begins with what is done names none.
OWN_PARTIES = [
    ("All States to build piers;", "All States", "build"),
    ("The State where the ship lies to report on piers;", "State where the ship lies", "report"),
    ("The flag State – if possible – to inspect it;", "flag State", "inspect"),
    ("The preparation of charts to help pilots;", None, None),
    ("The report to be submitted;", None, None),
]


@pytest.mark.parametrize(("point", "surface", "verb"), OWN_PARTIES)
def test_points_that_name_their_party(point: str, surface: str | None, verb: str | None) -> None:
    clause = read(f"Urges:\n(a) {point}").clauses[-1]
    assert ([party.surface for party in clause.addressees], clause.act_verb) == ([surface], verb)


# Two directives with one act between them: a point has the chapeau's last verb, in whatever language.
COORDINATED = [
    ("Urges States, and encourages ferry companies, to:\n(a) Build piers;", [("encourages", "build")]),
    ("Calls upon States, within their mandates, and encourages ferrymen to sail:\n(a) To build piers;", [("encourages", "build")]),
    ("Urges States to sail, and encourages ferry companies to:\n(a) Build piers;", [("encourages", "build")]),
    ("敦促会员国并鼓励民间社会酌情采取行动：\n(a) 修建灯塔；", [("鼓励", "修建")]),
    ("促请各国在各自任务范围内并鼓励民间社会支持港口：\n(a) 修建灯塔；", [("鼓励", "修建")]),
    ("敦促会员国并酌情促请民间社会：\n(a) 修建灯塔；", [("促请", "修建")]),
    ("敦促各国并请各基金并邀请民间社会：\n(a) 修建灯塔；", [("邀请", "修建")]),
    ("请秘书长设立基金并鼓励各国捐款：\n(a) 修建灯塔；", [("请", "修建")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verbs"), COORDINATED)
def test_points_of_verbs_with_one_act_between_them(text: str, verbs: list[tuple[str, str]]) -> None:
    points = [clause for clause in read(text).clauses if clause.paragraph == "1.a"]
    assert [(clause.verb.surface, clause.act_verb) for clause in points] == verbs
    assert [clause.index for clause in points] == list(range(1, len(verbs) + 1))


# What a pronoun stands for: the parties of the clause before, the only body or the only office-holder that was named.
POINTING_BACK: list[tuple[str, list[str | None]]] = [
    ("Appreciates contacts among the World Bank, the African Union and the Universal Postal Union, and invites them to meet;", ["world-bank", "au", "upu"]),
    ("Notes the ties between the World Bank and the African Union, and invites them to meet;", ["world-bank", "au"]),
    ("Welcomes the reports of the Special Rapporteur on tides, and urges them to meet;", []),
    ("Commends the World Bank for its lamps, and encourages it to buy more;", ["world-bank"]),
    ("Welcomes the lamps of the World Bank and the charts of the African Union, and encourages it to buy more;", []),
    ("Urges the World Bank to buy lamps, welcomes the charts made by the African Union, and encourages it to buy more;", ["au"]),
    ("Invites the World Bank to consult the African Union, and encourages it to buy more;", []),
    ("Takes note of the note of the Secretary-General, and requests that he report;", ["secretary-general"]),
    ("Requests the Secretary-General to meet the High Commissioner for Human Rights, and requests him to report;", []),
    ("Welcomes the Working Group on the Financing of the United Nations Relief and Works Agency for Palestine Refugees in the Near East, and asks the Agency to meet;", []),
    ("注意到秘书长的说明，并请他提交报告；", ["secretary-general"]),
    ("促请各方与港口合作，并促请它们遵守规则；", [None]),
    ("注意到会费委员会的报告，请委员会继续工作；", ["committee-on-contributions"]),
    ("注意到会费委员会的报告和第五委员会的讨论，请委员会继续工作；", ["committee-on-contributions"]),
    ("敦促各国更换灯具，并敦促其不要捕鱼；", [None]),
    ("促请世界银行更换灯具，并请其提交报告；", ["world-bank"]),
    ("注意到港口的报告，请委员会继续工作；", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), POINTING_BACK)
def test_what_a_pronoun_stands_for(text: str, bodies: list[str | None]) -> None:
    party = read(text).clauses[-1].addressees[0]
    assert (party.kind, [place.agency for place in party.antecedents]) == ("anaphor", bodies)


# Whom a decision gives what it sets up; who keeps it already is given nothing.
KEEPERS = [
    ("Decides to establish a fund, to be administered by the World Bank;", ["World Bank"]),
    ("Decides to keep the fund administered by the World Bank;", []),
    ("决定设立一个登记册，由世界银行保管；", ["世界银行"]),
    ("决定维持由世界银行保管的登记册；", []),
    ("决定考虑到费率表，由会员国按照等级分摊费用；", ["会员国"]),
    ("决定设立一个登记册，由预算外资源供资；", []),
    # whoever is to do what is decided; not of whom something consists
    ("决定由船东分摊费用；", ["船东"]),
    ("决定这笔款项由会员国分摊；", ["会员国"]),
    ("决定费用应由东道国承担；", ["东道国"]),
    ("决定主席团由两个会员国组成；", []),
    ("决定基金由自愿捐款供资；", []),
    ("决定论坛的模式将由会员国和观察员国协商确定；", ["会员国", "观察员国"]),
    ("决定会议由秘书长经与会员国磋商后任命的船长主持；", []),
    # in a further case, behind a first that names nobody
    ("决定，如风大，则应推迟航行，如船长缺席，则应由秘书长代行职务；", ["秘书长"]),
]


@pytest.mark.parametrize(("text", "parties"), KEEPERS)
def test_to_whom_a_decision_gives_what_it_sets_up(text: str, parties: list[str]) -> None:
    (clause,) = read(text).clauses
    assert [party.surface for party in clause.addressees] == parties
